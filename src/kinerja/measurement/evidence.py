"""From records to quantities: exact sums, and for every record what it entered and why not the rest."""

from __future__ import annotations

import functools
import itertools
import operator
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, Any, NamedTuple

import attrs

from kinerja._base import FrozenMap, Text
from kinerja.measurement import messages as say
from kinerja.measurement.naming import double_count, listed, named, sole_unit
from kinerja.records import MeanTally, Period, Tally

if TYPE_CHECKING:
    from kinerja.measurement.indicator import Indicator
    from kinerja.measurement.measurement import Measurement


class Outcome(NamedTuple):
    """What became of a record: many records share one outcome.

    Fields:
        entered: the quantities it was counted in.
        missed: the quantities it was not counted in, each with the names of the conditions that failed.
        again: of those it was counted in, where it added nothing, because a record before it was about the same thing.
    """

    entered: tuple[str, ...]
    missed: FrozenMap[str, tuple[str, ...]]
    again: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Evidence:
    """One record (data dukung), the periods in which it was looked at, and what became of it."""

    record: Any
    periods: tuple[Period, ...]
    outcome: Outcome

    @property
    def entered(self) -> tuple[str, ...]:
        """The quantities the record was counted in."""
        return self.outcome.entered

    @property
    def missed(self) -> FrozenMap[str, tuple[str, ...]]:
        """The quantities it was not counted in, each with the names of the conditions that failed."""
        return self.outcome.missed

    @property
    def again(self) -> tuple[str, ...]:
        """Of the quantities it was counted in, those where it added nothing: it is about what another was about."""
        return self.outcome.again

    @property
    def identity(self) -> tuple[object, ...]:
        """What makes the record one and the same: the fields its class names as `identity`."""
        return identity(self.record)

    @property
    def nearest_miss(self) -> tuple[str, ...]:
        """The failed conditions of the quantity that the record came closest to entering; empty if it missed none."""
        return self.missed[nearest(self.missed)] if self.missed else ()


def nearest(missed: Mapping[str, tuple[str, ...]]) -> str:
    """Return the quantity that a record came closest to entering, of several the last, which is the period's own."""
    return min(reversed([*missed]), key=lambda name: len(missed[name]))


@attrs.frozen(kw_only=True)
class LeftOut:
    """How many records were left out for the same cause.

    Fields:
        fails: the conditions that they failed, of the quantity that they came closest to.
        unknown: the fields that are unknown and would have to be known first.
        why: both in a sentence.
        records: how many.
    """

    fails: tuple[str, ...]
    unknown: tuple[str, ...]
    why: Text
    records: int


@attrs.frozen(kw_only=True)
class Ledger:
    """The records of a measurement, side by side with the period in which each was looked at and its outcome.

    A million lines need no million objects more. It iterates over `Evidence`, one a record, in the order they were
    read.
    """

    records: tuple[Any, ...] = ()
    periods: tuple[Period, ...] = ()
    outcomes: tuple[Outcome, ...] = ()

    def __repr__(self) -> str:
        return f"<Ledger: {len(self)} records>"

    def __iter__(self) -> Iterator[Evidence]:
        for record, period, outcome in zip(self.records, self.periods, self.outcomes, strict=True):
            yield Evidence(record=record, periods=(period,), outcome=outcome)

    def __len__(self) -> int:
        return len(self.records)

    @property
    def counted(self) -> tuple[Any, ...]:
        """The records that entered a quantity."""
        return tuple(itertools.compress(self.records, [outcome.entered for outcome in self.outcomes]))

    @property
    def units(self) -> tuple[str, ...]:
        """The units that the records name, each once."""
        return tuple(dict.fromkeys(filter(None, (getattr(record, "unit", "") for record in self.records))))

    def of(self, period: Period) -> Ledger:
        """Return the records that were looked at in a period."""
        within = [own == period for own in self.periods]
        parts = attrs.asdict(self, recurse=False).items()
        return Ledger(**{name: tuple(itertools.compress(part, within)) for name, part in parts})

    def __add__(self, other: Ledger) -> Ledger:
        return Ledger(
            records=self.records + other.records,
            periods=self.periods + other.periods,
            outcomes=self.outcomes + other.outcomes,
        )


@functools.cache
def _identity_of(record: Any) -> Callable[[Any], tuple[object, ...]]:
    fields = operator.attrgetter(*record.identity)
    return fields if len(record.identity) > 1 else lambda line: (fields(line),)


def identity(record: Any) -> tuple[object, ...]:
    """Return the values of the fields that make a record one and the same."""
    return _identity_of(record.__class__)(record)


def contribution(
    rule: Callable[[Any], Iterable[Tally]], record: Any, again: Iterable[str] = ()
) -> dict[str, Fraction | int | None]:
    """Return what a record adds to each quantity that it enters; nothing where it is about what another was about."""
    values = {name: value for tally in rule(record) if not tally.failed() for name, value in tally.values.items()}
    return {**values, **dict.fromkeys(again, 0)}


def contributions(
    rule: Callable[[Any, Period], Iterable[Tally]], ledger: Ledger
) -> Iterator[tuple[Any, dict[str, Any]]]:
    """Go through the records, each with what it adds to the quantities; together these are the quantities.

    Of what is averaged before it is added, as `MeanTally` says, a record adds its part of the mean.
    """
    looked = [(item, [tally for tally in rule(item.record, item.periods[0]) if not tally.failed()]) for item in ledger]
    sharing = Counter(
        (item.periods, tally.per) for item, own in looked for tally in own if isinstance(tally, MeanTally)
    )
    for item, own in looked:
        added: dict[str, Any] = {}
        value: Any
        for tally in own:
            parts = sharing[item.periods, tally.per] if isinstance(tally, MeanTally) else 1
            for name, value in tally.values.items():
                added[name] = Fraction(value) / parts
        yield item.record, {**added, **dict.fromkeys(item.again, 0)}


def merged(ledger: Ledger) -> Iterator[Evidence]:
    """Go through the records of several periods, each once, in the order they were first read.

    A record entered what it entered in any of them; of what it never entered, it is told the nearest miss.
    """
    looks: dict[Any, list[tuple[Period, Outcome]]] = {}
    for record, period, outcome in zip(ledger.records, ledger.periods, ledger.outcomes, strict=True):
        looks.setdefault(record, []).append((period, outcome))
    for record, several in looks.items():
        periods, outcomes = zip(*several, strict=True)
        yield Evidence(record=record, periods=tuple(dict.fromkeys(periods)), outcome=_joined(outcomes))


def _joined(outcomes: Sequence[Outcome]) -> Outcome:
    entered = tuple(dict.fromkeys(name for outcome in outcomes for name in outcome.entered))
    missed: dict[str, tuple[str, ...]] = {}
    for name, failed in itertools.chain.from_iterable(outcome.missed.items() for outcome in outcomes):
        if name not in entered:
            missed[name] = min(failed, missed.get(name, failed), key=len)
    again = tuple(name for outcome in outcomes for name in outcome.again)
    return Outcome(entered=entered, missed=FrozenMap(missed), again=again)


def refuse_double_count(indicator: str, ledger: Ledger) -> None:
    """Raise DoubleCountError if one record entered the same quantity twice.

    Records of some classes are one and the same also under two units, by their `same_in_any_unit`.
    """
    entered = [outcome.entered for outcome in ledger.outcomes]
    records = list(itertools.compress(ledger.records, entered))
    _refuse_twice(indicator, records, entered, identity)
    if records and hasattr(records[0], "same_in_any_unit"):
        _refuse_twice(indicator, records, entered, operator.attrgetter(*records[0].same_in_any_unit))


def _refuse_twice(
    indicator: str,
    records: Sequence[Any],
    entered: Sequence[tuple[str, ...]],
    identity_of: Callable[[Any], tuple[object, ...]],
) -> None:
    identities = list(map(identity_of, records))
    if len(set(identities)) == len(identities):
        return
    alike: defaultdict[tuple[object, ...], list[tuple[Any, tuple[str, ...]]]] = defaultdict(list)
    for record, own, names in zip(records, identities, filter(None, entered), strict=True):
        alike[own].append((record, names))
    often = {own: Counter(name for _, names in several for name in names) for own, several in alike.items()}
    twice = {own: [record for record, _ in alike[own]] for own, names in often.items() if max(names.values()) > 1}
    if twice:
        raise double_count(indicator, twice, sole_unit(records))


def refuse_shared_keys(left: Measurement, right: Measurement) -> None:
    """Raise DoubleCountError if both sides of a sum counted the same thing."""
    shared = {key for name, keys in left.keys.items() for key in keys & right.keys.get(name, frozenset())}
    if shared:
        keys = tuple(sorted([tuple(map(str, key)) for key in shared]))
        unit = sole_unit([*left.evidence.records, *right.evidence.records])
        raise say.COUNTED_IN_BOTH.error(
            indicator=left.indicator.name,
            value=keys,
            left=left.periods,
            right=right.periods,
            named=listed([named(key, unit) for key in keys]),
        )


def beyond_records(measurement: Measurement) -> Measurement | None:
    """Return what a measurement holds beyond its records, such as totals that were added; None where they give it all.

    Raises:
        QuantityError: for records that nobody could read back, or that the measurement was not made of.
    """
    indicator, ledger = measurement.indicator, measurement.evidence
    named = getattr(indicator.record, "__name__", "-")
    for record, period in zip(ledger.records, ledger.periods, strict=True):
        if type(record) is not indicator.record or period not in measurement.periods:
            own = type(record).__name__
            raise say.OTHER_RECORDS.error(indicator=indicator.name, value=record, own=own, named=named)
    counted = count_again(indicator, ledger.records, ledger.periods, measurement.periods)
    found = dict.fromkeys(measurement.quantities, Fraction(0)) if counted is None else counted.quantities
    rest = {name: value - found[name] for name, value in measurement.quantities.items()}
    return type(measurement).of(indicator, rest) if counted is None or any(rest.values()) else None


def count_again(
    indicator: Indicator[Any], records: tuple[Any, ...], periods_of: tuple[Period, ...], periods: Iterable[Period]
) -> Measurement | None:
    """Measure records again, each in its period, and return the sum, its evidence in the order of the records.

    `periods_of` are the periods of the records, `periods` all there are, those without records too; None without any.
    It raises as `measure_records` and the addition of measurements do.
    """
    own: dict[Period, list[Any]] = {period: [] for period in periods}
    for record, period in zip(records, periods_of, strict=True):
        own[period].append(record)
    parts = {period: indicator.measure_records(those, period=period) for period, those in own.items()}
    if not parts:
        return None
    whole = functools.reduce(operator.add, parts.values())
    outcomes = {period: iter(part.evidence.outcomes) for period, part in parts.items()}
    in_order = tuple(next(outcomes[period]) for period in periods_of)
    return attrs.evolve(whole, evidence=Ledger(records=records, periods=periods_of, outcomes=in_order))
