"""From records to quantities: exact sums, one pass over the records."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from kinerja._base import FrozenMap, QuantityError
from kinerja.measurement import messages as say
from kinerja.measurement.evidence import Ledger, Outcome, identity, refuse_double_count
from kinerja.measurement.naming import Key, double_count
from kinerja.records import MeanTally

if TYPE_CHECKING:
    from kinerja._base import ErrorMessage
    from kinerja.records import Period, Tally

    Rule = Callable[[Any, Period], Iterable[Tally]]
    Limits = Callable[[Any], Iterable["Impossible"]]

_Met: TypeAlias = tuple[tuple[str, ...] | None, ...]
"""Of each tally the conditions that failed; None where a record before it was about the same thing."""


class Impossible(NamedTuple):
    """What a counted record may not say, on records and on columns in their place.

    Fields:
        holds: whether it does.
        message: the refusal; indicator and record are named in it.
        said: what else it says.
    """

    holds: Any
    message: ErrorMessage[QuantityError]
    said: dict[str, Any]


class Counted(NamedTuple):
    """What counting gives.

    Fields:
        sums: the quantities.
        entries: how many records entered each of them.
        keys: what was counted once each, of quantities that are counted `per` something.
        ledger: what became of every record; empty without evidence.
    """

    sums: dict[str, Fraction]
    entries: FrozenMap[str, int]
    keys: FrozenMap[str, frozenset[Key]]
    ledger: Ledger


class _Alike:
    """The records that met the same conditions: how many they are, and what became of each of them."""

    __slots__ = ("often", "outcome")

    def __init__(self, outcome: Outcome) -> None:
        self.outcome = outcome
        self.often = 0


_ENTERED: _Met = ((),)
_AGAIN: _Met = (None,)


class _Things:
    """What lines are about, of each quantity: which were seen, and the values of those that are averaged."""

    __slots__ = ("keys", "means")

    def __init__(self) -> None:
        self.keys: dict[str, set[Key]] = {}
        self.means: dict[str, dict[Key, list[Fraction]]] = {}

    def met(self, tally: Tally, key: Key, indicator: str, record: object) -> _Met | None:
        """Tell what becomes of a line that needs no adding of its own; None where it adds its values."""
        if isinstance(tally, MeanTally):
            for name, value in tally.values.items():
                if not isinstance(value, int | Fraction):
                    raise _uncountable(indicator, name, value, record)
                self.means.setdefault(name, {}).setdefault(key, []).append(Fraction(value))
        again = False
        for name in tally.values:
            seen = self.keys.setdefault(name, set())
            again = key in seen
            seen.add(key)
        if isinstance(tally, MeanTally):
            return _ENTERED
        return _AGAIN if again else None

    def add_means(self, sums: dict[str, dict[int, int]]) -> None:
        """Add the mean of each thing to the sums."""
        for name, by_key in self.means.items():
            for values in by_key.values():
                mean = sum(values, Fraction(0)) / len(values)
                sums[name][mean.denominator] += mean.numerator


def count(  # noqa: PLR0913 - what counting is made of
    indicator: str,
    names: Sequence[str],
    rule: Rule,
    records: Iterable[Any],
    *,
    period: Period,
    keep_evidence: bool,
    impossible: Limits = lambda _: (),
) -> Counted:
    """Run a counting rule over the records, once: the quantities, and what became of every record.

    Sums are whole numbers, one sum a denominator. Without evidence the memory does not grow with the records, only
    with what is counted `per` something, and nothing guards against counting one twice.

    Raises:
        QuantityError: where a record meets the conditions and its value is unknown, no exact number, or impossible.
        DoubleCountError: where one record stands twice in the same quantity.
    """
    sums: dict[str, dict[int, int]] = {name: defaultdict(int) for name in names}
    things = _Things()
    kinds: dict[_Met, _Alike] = {}
    kept: list[Any] = []
    became: list[_Alike] = []
    value: Any
    for record in records:
        met: _Met = ()
        for tally in rule(record, period):
            if False in tally.conditions.values():
                met += (tally.failed(),)
                continue
            if tally.per is not None:
                told = things.met(tally, tally.per, indicator, record)
                if told is not None:
                    met += told
                    continue
            met += _ENTERED
            for name, value in tally.values.items():
                try:
                    sums[name][value.denominator] += value.numerator
                except (AttributeError, OverflowError):
                    raise _uncountable(indicator, name, value, record) from None
        _refuse_impossible(indicator, impossible, record, met)
        alike = kinds.get(met)
        if alike is None:
            alike = kinds[met] = _Alike(_outcome(indicator, rule(record, period), met, record))
        alike.often += 1
        if keep_evidence:
            kept.append(record)
            became.append(alike)
    _refuse_inexact(indicator, sums)
    things.add_means(sums)
    ledger = Ledger(
        records=tuple(kept), periods=(period,) * len(kept), outcomes=tuple([alike.outcome for alike in became])
    )
    refuse_double_count(indicator, ledger)
    return Counted(
        sums={name: _total(parts) for name, parts in sums.items()},
        entries=_entries(names, kinds.values()),
        keys=FrozenMap({name: frozenset(own) for name, own in things.keys.items()}),
        ledger=ledger,
    )


def _refuse_impossible(indicator: str, impossible: Limits, record: Any, met: _Met) -> None:
    for wrong in impossible(record) if () in met else ():
        if wrong.holds:
            raise wrong.message.error(indicator=indicator, named=identity(record), **wrong.said)


def _uncountable(indicator: str, name: str, value: object, record: object) -> QuantityError:
    if value is None:
        return say.UNKNOWN_VALUE.error(indicator=indicator, field=name, value=record, named=identity(record))
    return say.NOT_EXACT.error(indicator=indicator, field=name, value=value, kind=type(value).__name__)


def _outcome(indicator: str, tallies: Iterable[Tally], met: _Met, record: Any) -> Outcome:
    """Say what became of a record.

    Raises:
        DoubleCountError: where the rule itself counts it twice in one quantity.
    """
    pairs = list(zip(tallies, met, strict=True))
    entered = tuple(name for tally, failed in pairs if not failed for name in tally.values)
    if len(set(entered)) < len(entered):
        raise double_count(indicator, {identity(record): [record]})
    return Outcome(
        entered=entered,
        missed=FrozenMap({name: failed for tally, failed in pairs if failed for name in tally.values}),
        again=tuple(name for tally, failed in pairs if failed is None for name in tally.values),
    )


def _refuse_inexact(indicator: str, sums: dict[str, dict[int, int]]) -> None:
    """Refuse sums of another library's numbers, such as numpy's: one of them overflows and takes the sum with it."""
    for name, parts in sums.items():
        for part in parts.values():
            if type(part) is not int:
                raise _uncountable(indicator, name, part, None)


def _total(by_denominator: dict[int, int]) -> Fraction:
    """Add in pairs, so that no long sum carries a large denominator through every step."""
    parts = [Fraction(numerator, denominator) for denominator, numerator in by_denominator.items()]
    while len(parts) > 1:
        odd = parts[-1:] if len(parts) % 2 else []
        parts = [left + right for left, right in zip(parts[::2], parts[1::2], strict=False)] + odd
    return parts[0] if parts else Fraction(0)


def _entries(names: Sequence[str], kinds: Iterable[_Alike]) -> FrozenMap[str, int]:
    """Count the records that entered each quantity, those too that are about what another was about."""
    often = dict.fromkeys(names, 0)
    for alike in kinds:
        for name in alike.outcome.entered:
            often[name] += alike.often
    return FrozenMap(often)
