"""From records to quantities: exact sums, and for every record what it entered and why not the rest."""

from __future__ import annotations

from collections import defaultdict
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import attrs

from kinerja.errors import DoubleCountError, QuantityError
from kinerja.frozen_map import FrozenMap
from kinerja.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from kinerja.tally import Tally

__all__ = ["Evidence", "gather", "refuse_double_count"]


@attrs.frozen(kw_only=True)
class Evidence:
    """One record (data dukung) and what became of it.

    Fields:
        record: the record itself.
        entered: the quantities it was counted in.
        missed: the quantities it was not counted in, each with the names of the conditions that failed.
    """

    record: Any
    entered: tuple[str, ...]
    missed: FrozenMap[str, tuple[str, ...]]

    @property
    def identity(self) -> tuple[object, ...]:
        """What makes the record one and the same: the fields its class names as `identity`."""
        return identity(self.record)

    @property
    def nearest_miss(self) -> tuple[str, ...]:
        """The failed conditions of the quantity that the record came closest to entering; empty if it missed none."""
        return min(self.missed.values(), key=len, default=())


def identity(record: Any) -> tuple[object, ...]:
    """Return the values of the fields that make a record one and the same."""
    return tuple(getattr(record, field) for field in record.identity)


def gather(
    indicator: str, names: Sequence[str], rule: Callable[[Any], Iterable[Tally]], records: Iterable[Any]
) -> tuple[dict[str, Fraction], tuple[Evidence, ...]]:
    """Run a counting rule over the records, once, and return the quantities and the evidence behind them.

    Raises:
        QuantityError: where a record meets the conditions and its value is unknown.
        DoubleCountError: where one record stands twice in the same quantity.
    """
    sums: dict[str, dict[int, int]] = {name: defaultdict(int) for name in names}
    evidence = tuple(_count(indicator, rule(record), record, sums) for record in records)
    refuse_double_count(indicator, evidence)
    return {name: _total(by_denominator) for name, by_denominator in sums.items()}, evidence


def _count(indicator: str, tallies: Iterable[Tally], record: Any, sums: dict[str, dict[int, int]]) -> Evidence:
    entered: list[str] = []
    missed: dict[str, tuple[str, ...]] = {}
    for tally in tallies:
        failed = tally.failed()
        for name, value in tally.values.items():
            if failed:
                missed[name] = failed
            elif value is None:
                raise _unknown(indicator, name, record)
            else:
                entered.append(name)
                sums[name][value.denominator] += value.numerator
    return Evidence(record=record, entered=tuple(entered), missed=FrozenMap(missed))


def _total(by_denominator: dict[int, int]) -> Fraction:
    """Add in pairs, so that no long sum carries a large denominator through every step."""
    parts = [Fraction(numerator, denominator) for denominator, numerator in by_denominator.items()]
    while len(parts) > 1:
        odd = parts[-1:] if len(parts) % 2 else []
        parts = [left + right for left, right in zip(parts[::2], parts[1::2], strict=False)] + odd
    return parts[0] if parts else Fraction(0)


def refuse_double_count(indicator: str, evidence: Iterable[Evidence]) -> None:
    """Raise DoubleCountError if one record entered the same quantity twice."""
    seen: set[tuple[str, tuple[object, ...]]] = set()
    twice: dict[tuple[object, ...], None] = {}
    for item in evidence:
        own = item.identity
        for name in item.entered:
            if (name, own) in seen:
                twice[own] = None
            seen.add((name, own))
    if twice:
        named = "; ".join(", ".join(map(str, own)) for own in twice)
        raise DoubleCountError(
            Text(
                id=f"{indicator}: data dukung berikut terhitung dua kali: {named}. Sisakan masing-masing satu.",
                en=f"{indicator}: these records are counted twice: {named}. Keep one of each.",
            ),
            indicator=indicator,
            value=tuple(twice),
        )


def _unknown(indicator: str, name: str, record: object) -> QuantityError:
    return QuantityError(
        Text(
            id=f"{indicator}: nilai {name} tidak diketahui pada {record}. Lengkapi data dukungnya.",
            en=f"{indicator}: {name} is unknown in {record}. Complete the record.",
        ),
        indicator=indicator,
        value=record,
    )
