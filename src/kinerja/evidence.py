"""From records to quantities: exact sums, and for every record what it entered and why not the rest."""

from __future__ import annotations

import functools
import operator
from collections import defaultdict
from fractions import Fraction
from typing import TYPE_CHECKING, Any, NamedTuple

from kinerja.errors import DoubleCountError, QuantityError
from kinerja.frozen_map import FrozenMap
from kinerja.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from kinerja.tally import Tally

    Failures = tuple[tuple[str, ...], ...]
    Rule = Callable[[Any], Iterable[Tally]]

__all__ = ["Evidence", "Outcome", "gather", "identity", "refuse_double_count", "sum_up"]


class Outcome(NamedTuple):
    """What became of a record: many records share one outcome.

    Fields:
        entered: the quantities it was counted in.
        missed: the quantities it was not counted in, each with the names of the conditions that failed.
    """

    entered: tuple[str, ...]
    missed: FrozenMap[str, tuple[str, ...]]


class Evidence(NamedTuple):
    """One record (data dukung) and what became of it. A tuple, because there is one for every line."""

    record: Any
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


@functools.cache
def _identity_of(record: Any) -> Callable[[Any], tuple[object, ...]]:
    return operator.attrgetter(*record.identity)


def identity(record: Any) -> tuple[object, ...]:
    """Return the values of the fields that make a record one and the same."""
    return _identity_of(record.__class__)(record)


def gather(
    indicator: str, names: Sequence[str], rule: Rule, records: Iterable[Any]
) -> tuple[dict[str, Fraction], tuple[Evidence, ...]]:
    """Run a counting rule over the records, once, and return the quantities and the evidence behind them.

    Raises:
        QuantityError: where a record meets the conditions and its value is unknown.
        DoubleCountError: where one record stands twice in the same quantity.
    """
    sums = _Sums(indicator, names)
    outcomes: dict[tuple[Any, ...], Outcome] = {}
    evidence: list[Evidence] = []
    for record in records:
        tallies = tuple(rule(record))
        pattern = tuple([sums.enter(tally, record) for tally in tallies])
        outcome = outcomes.get(pattern)
        if outcome is None:
            outcome = outcomes[pattern] = _outcome(tallies, pattern)
        evidence.append(Evidence(record, outcome))
    refuse_double_count(indicator, evidence)
    return sums.totals(), tuple(evidence)


def sum_up(indicator: str, names: Sequence[str], rule: Rule, records: Iterable[Any]) -> dict[str, Fraction]:
    """Return the quantities alone, in memory that does not grow with the records; nothing guards against doubles.

    Raises:
        QuantityError: where a record meets the conditions and its value is unknown.
    """
    sums = _Sums(indicator, names)
    for record in records:
        for tally in rule(record):
            sums.enter(tally, record)
    return sums.totals()


class _Sums:
    """Exact sums: whole numbers, one sum a denominator, added up at the end."""

    __slots__ = ("_indicator", "_sums")

    def __init__(self, indicator: str, names: Sequence[str]) -> None:
        self._indicator = indicator
        self._sums: dict[str, dict[int, int]] = {name: defaultdict(int) for name in names}

    def enter(self, tally: Tally, record: object) -> tuple[str, ...]:
        """Add a tally's values if all its conditions hold; return the names of those that do not."""
        if False in tally.conditions.values():
            return tally.failed()
        for name, value in tally.values.items():
            if value is None:
                raise self._unknown(name, record)
            self._sums[name][value.denominator] += value.numerator
        return ()

    def totals(self) -> dict[str, Fraction]:
        """Add the sums of all denominators."""
        return {name: _total(by_denominator) for name, by_denominator in self._sums.items()}

    def _unknown(self, name: str, record: object) -> QuantityError:
        return QuantityError(
            Text(
                id=f"{self._indicator}: nilai {name} tidak diketahui pada {record}. Lengkapi data dukungnya.",
                en=f"{self._indicator}: {name} is unknown in {record}. Complete the record.",
            ),
            indicator=self._indicator,
            value=record,
        )


def _total(by_denominator: dict[int, int]) -> Fraction:
    """Add in pairs, so that no long sum carries a large denominator through every step."""
    parts = [Fraction(numerator, denominator) for denominator, numerator in by_denominator.items()]
    while len(parts) > 1:
        odd = parts[-1:] if len(parts) % 2 else []
        parts = [left + right for left, right in zip(parts[::2], parts[1::2], strict=False)] + odd
    return parts[0] if parts else Fraction(0)


def _outcome(tallies: Sequence[Tally], failures: Failures) -> Outcome:
    pairs = list(zip(tallies, failures, strict=True))
    entered = tuple(name for tally, failed in pairs if not failed for name in tally.values)
    missed = FrozenMap({name: failed for tally, failed in pairs if failed for name in tally.values})
    return Outcome(entered=entered, missed=missed)


def refuse_double_count(indicator: str, evidence: Iterable[Evidence]) -> None:
    """Raise DoubleCountError if one record entered the same quantity twice."""
    seen: dict[tuple[object, ...], tuple[str, ...]] = {}
    twice: dict[tuple[object, ...], None] = {}
    for record, outcome in evidence:
        if not outcome.entered:
            continue
        own = identity(record)
        before = seen.get(own)
        if before is None:
            seen[own] = outcome.entered
        elif set(before).isdisjoint(outcome.entered):
            seen[own] = before + outcome.entered
        else:
            twice[own] = None
    if twice:
        raise _double(indicator, tuple(twice))


def _double(indicator: str, twice: tuple[tuple[object, ...], ...]) -> DoubleCountError:
    named = "; ".join(", ".join(map(str, own)) for own in twice)
    return DoubleCountError(
        Text(
            id=f"{indicator}: data dukung berikut terhitung dua kali: {named}. Sisakan masing-masing satu.",
            en=f"{indicator}: these records are counted twice: {named}. Keep one of each.",
        ),
        indicator=indicator,
        value=twice,
    )
