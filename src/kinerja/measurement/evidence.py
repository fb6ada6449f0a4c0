"""From records to quantities: exact sums, and for every record what it entered and why not the rest."""

from __future__ import annotations

import functools
import itertools
import operator
from collections import defaultdict
from fractions import Fraction
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

import attrs

from kinerja._base import DoubleCountError, FrozenMap, QuantityError
from kinerja.measurement import messages as say
from kinerja.records import Period, Tally

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    Rule = Callable[[Any, Period], Iterable[Tally]]

Failures: TypeAlias = tuple[tuple[str, ...], ...]


class Outcome(NamedTuple):
    """What became of a record: many records share one outcome.

    Fields:
        entered: the quantities it was counted in.
        missed: the quantities it was not counted in, each with the names of the conditions that failed.
    """

    entered: tuple[str, ...]
    missed: FrozenMap[str, tuple[str, ...]]


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
    def identity(self) -> tuple[object, ...]:
        """What makes the record one and the same: the fields its class names as `identity`."""
        return identity(self.record)

    @property
    def nearest_miss(self) -> tuple[str, ...]:
        """The failed conditions of the quantity that the record came closest to entering; empty if it missed none."""
        return min(self.outcome.missed.values(), key=len, default=())


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

    def __add__(self, other: Ledger) -> Ledger:
        return Ledger(
            records=self.records + other.records,
            periods=self.periods + other.periods,
            outcomes=self.outcomes + other.outcomes,
        )


@functools.cache
def _identity_of(record: Any) -> Callable[[Any], tuple[object, ...]]:
    return operator.attrgetter(*record.identity)


def identity(record: Any) -> tuple[object, ...]:
    """Return the values of the fields that make a record one and the same."""
    return _identity_of(record.__class__)(record)


def count(  # noqa: PLR0913 - what counting is made of
    indicator: str, names: Sequence[str], rule: Rule, records: Iterable[Any], *, period: Period, keep_evidence: bool
) -> tuple[dict[str, Fraction], Ledger]:
    """Run a counting rule over the records, once: the quantities, and what became of every record.

    Sums are whole numbers, one sum a denominator. Without evidence the memory does not grow with the records, and
    nothing guards against counting one twice.

    Raises:
        QuantityError: where a record meets the conditions and its value is unknown, or no exact number.
        DoubleCountError: where one record stands twice in the same quantity.
    """
    sums: dict[str, dict[int, int]] = {name: defaultdict(int) for name in names}
    kept: list[Any] = []
    failed: list[Failures] = []
    value: Any
    for record in records:
        failures: Failures = ()
        for tally in rule(record, period):
            if False in tally.conditions.values():
                failures += (tally.failed(),)
                continue
            failures += _NO_FAILURE
            for name, value in tally.values.items():
                try:
                    sums[name][value.denominator] += value.numerator
                except (AttributeError, OverflowError):
                    raise _uncountable(indicator, name, value, record) from None
        if keep_evidence:
            kept.append(record)
            failed.append(failures)
    for name, parts in sums.items():
        for part in parts.values():
            if type(part) is not int:  # one of another library, such as numpy's, overflows and takes the sum with it
                raise say.NOT_EXACT.error(indicator=indicator, field=name, value=part, kind=type(part).__name__)
    ledger = _ledger(indicator, rule, period, kept, failed)
    refuse_double_count(indicator, ledger)
    return {name: _total(parts) for name, parts in sums.items()}, ledger


_NO_FAILURE: Failures = ((),)


def _uncountable(indicator: str, name: str, value: object, record: object) -> QuantityError:
    if value is None:
        return say.UNKNOWN_VALUE.error(indicator=indicator, field=name, value=record)
    return say.NOT_EXACT.error(indicator=indicator, field=name, value=value, kind=type(value).__name__)


def _ledger(indicator: str, rule: Rule, period: Period, records: list[Any], failed: list[Failures]) -> Ledger:
    """Set the records beside their outcomes; records with the same failures share one.

    Raises:
        DoubleCountError: where the rule itself counts a record twice in one quantity.
    """
    outcomes: dict[Failures, Outcome] = {}
    for record, failures in zip(records, failed, strict=True):
        if failures not in outcomes:
            outcome = outcomes[failures] = _outcome(rule(record, period), failures)
            if len(set(outcome.entered)) < len(outcome.entered):
                raise _double(indicator, (identity(record),))
    return Ledger(
        records=tuple(records),
        periods=(period,) * len(records),
        outcomes=tuple([outcomes[failures] for failures in failed]),
    )


def _total(by_denominator: dict[int, int]) -> Fraction:
    """Add in pairs, so that no long sum carries a large denominator through every step."""
    parts = [Fraction(numerator, denominator) for denominator, numerator in by_denominator.items()]
    while len(parts) > 1:
        odd = parts[-1:] if len(parts) % 2 else []
        parts = [left + right for left, right in zip(parts[::2], parts[1::2], strict=False)] + odd
    return parts[0] if parts else Fraction(0)


def _outcome(tallies: Iterable[Tally], failures: Failures) -> Outcome:
    pairs = list(zip(tallies, failures, strict=True))
    entered = tuple(name for tally, failed in pairs if not failed for name in tally.values)
    missed = FrozenMap({name: failed for tally, failed in pairs if failed for name in tally.values})
    return Outcome(entered=entered, missed=missed)


def contribution(rule: Callable[[Any], Iterable[Tally]], record: Any) -> dict[str, Fraction | int | None]:
    """Return what a record adds to each quantity that it enters."""
    return {name: value for tally in rule(record) if not tally.failed() for name, value in tally.values.items()}


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
    return Outcome(entered=entered, missed=FrozenMap(missed))


def refuse_double_count(indicator: str, ledger: Ledger) -> None:
    """Raise DoubleCountError if one record entered the same quantity twice."""
    counted = [outcome.entered for outcome in ledger.outcomes]
    identities = [identity(record) for record in itertools.compress(ledger.records, counted)]
    if len(set(identities)) == len(identities):
        return
    seen: dict[tuple[object, ...], tuple[str, ...]] = {}
    twice: dict[tuple[object, ...], None] = {}
    for own, names in zip(identities, filter(None, counted), strict=True):
        if not set(names).isdisjoint(seen.get(own, ())):
            twice[own] = None
        seen[own] = seen.get(own, ()) + names
    if twice:
        raise _double(indicator, tuple(twice))


_NAMED = 20
"""How many records a message names; the error holds all of them."""


def _double(indicator: str, twice: tuple[tuple[object, ...], ...]) -> DoubleCountError:
    named = "; ".join(", ".join(map(str, own)) for own in twice[:_NAMED])
    more = len(twice) - _NAMED
    if more > 0:
        named = f"{named}; +{more}"
    return say.COUNTED_TWICE.error(indicator=indicator, value=twice, named=named)
