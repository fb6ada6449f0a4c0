"""The language of counting rules: what a line adds to which quantity, under which named conditions.

A rule reads a record's values, or a frame's columns in their place. It is built from comparisons, the words of this
module, `&` and `|`, and never from negation: then an unknown value fails a condition in both readings.
"""

from __future__ import annotations

import functools
import itertools
import operator
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from kinerja.records.column import Column

if TYPE_CHECKING:
    import datetime as dt
    from fractions import Fraction

    from kinerja._base import N


class Tally:
    """What one line adds to the quantities that share its conditions.

    The conditions are named in the reader's words, because a record that is left out is told which of them failed.
    With `per` not the lines are counted but what they are about: of all lines that have these values in common, and
    meet the conditions, the first adds 1 and the others nothing.

    Written by hand rather than by attrs: one is built for every line, and it is half of what counting costs.

    >>> tally = Tally({"tahun anggaran": True, "akun P3DN": False}, realised=5, ceiling=10)
    >>> tally.failed()
    ('akun P3DN',)
    """

    __slots__ = ("conditions", "per", "values")

    def __init__(
        self, conditions: Mapping[str, bool], /, per: tuple[Any, ...] | None = None, **values: Fraction | int | None
    ) -> None:
        self.conditions: Mapping[str, bool] = conditions
        self.per: tuple[Any, ...] | None = per
        self.values: dict[str, Fraction | int | None] = values

    def failed(self) -> tuple[str, ...]:
        """Return the names of the conditions that do not hold."""
        if False not in self.conditions.values():
            return ()
        return tuple(name for name, holds in self.conditions.items() if not holds)


class MeanTally(Tally):
    """What a line adds where not the lines weigh the same but what they are about: each adds the mean of its lines.

    It counts records alone; frames refuse it.

    >>> MeanTally({"tahun pendampingan": True}, per=("PT A",), improvement=5).per
    ('PT A',)
    """

    __slots__ = ()


def known(value: Any) -> bool:
    """Tell whether a value is known.

    >>> known(0), known(None)
    (True, False)
    """
    return value.is_known() if isinstance(value, Column) else value is not None


def stated(text: Any) -> bool:
    """Tell whether a text is known and not blank.

    >>> stated("SPK-001"), stated(" "), stated(None)
    (True, False, False)
    """
    return text.is_stated() if isinstance(text, Column) else text is not None and text.strip() != ""


def one_of(value: Any, options: Collection[str]) -> bool:
    """Tell whether a value is among the options; an unknown one never is.

    >>> one_of("521211", {"521211"}), one_of(None, {"521211"})
    (True, False)
    """
    return value.is_one_of(options) if isinstance(value, Column) else value in options


class Either(NamedTuple):
    """One of two texts, and which: "X" as the number of a collaboration is not "X" as the number of a proof."""

    value: str | None
    is_first: bool

    def __str__(self) -> str:
        return str(self.value)


def either(first: Any, second: Any) -> Any:
    """Return the first text where it is stated, else the second, for `Tally(per=...)`; it keeps which of both it is.

    >>> print(either("K1", "SPK-001"), either(" ", "SPK-001"), either("X", "Y") == either(None, "X"))
    K1 SPK-001 False
    """
    if isinstance(first, Column):
        return first.either(second)
    return Either(first, is_first=True) if stated(first) else Either(second, is_first=False)


def _compared(value: Any, sign: str, other: Any) -> bool:
    """Compare where at least one side is a column; an unknown value meets no comparison of columns."""
    mirrored = {">=": "<=", ">": "<"}[sign]
    holds: bool = value.compare(sign, other) if isinstance(value, Column) else other.compare(mirrored, value)
    return holds


def at_least(value: Any, other: Any) -> bool:
    """Tell whether both values are known and the first is not less than the second.

    >>> at_least(1, 1), at_least(0, 1), at_least(None, 1)
    (True, False, False)
    """
    if isinstance(value, Column) or isinstance(other, Column):
        return _compared(value, ">=", other)
    return value is not None and other is not None and value >= other


def above(value: Any, other: Any) -> bool:
    """Tell whether both values are known and the first is greater than the second.

    >>> above(1, 0), above(0, 0), above(None, 0)
    (True, False, False)
    """
    if isinstance(value, Column) or isinstance(other, Column):
        return _compared(value, ">", other)
    return value is not None and other is not None and value > other


def between(value: Any, low: Any, high: Any) -> bool:
    """Tell whether a value is known and stands between two others, both included.

    >>> between(2, 1, 3), between(None, 1, 3)
    (True, False)
    """
    return at_least(value, low) & at_least(high, value)


def rose(before: Any, after: Any) -> bool:
    """Tell whether both sides are known and the later one is greater.

    >>> rose(10, 12), rose(None, 12)
    (True, False)
    """
    return above(after, before)


def every(conditions: Iterable[bool]) -> bool:
    """Tell whether all of several conditions hold.

    >>> every([True, True]), every([True, False])
    (True, False)
    """
    return functools.reduce(operator.and_, conditions)


def did_not_fall(before: Any, after: Any) -> bool:
    """Tell whether nothing is known to have fallen: the later side is not less than the earlier, or one is unknown.

    >>> did_not_fall(10, 9), did_not_fall(10, 10), did_not_fall(None, 9)
    (False, True, True)
    """
    kept = at_least(after, before)
    if isinstance(before, Column) and isinstance(after, Column):
        holds: bool = kept | before.is_unknown() | after.is_unknown()
        return holds
    return kept or before is None or after is None


def in_order(*days: dt.date | None) -> bool:
    """Tell whether all days are known and none comes before the one it follows.

    >>> import datetime as dt
    >>> in_order(dt.date(2023, 1, 2), dt.date(2023, 1, 2), dt.date(2023, 3, 1))
    True
    """
    holds = known(days[0])
    for earlier, later in itertools.pairwise(days):
        holds = holds & at_least(later, earlier)
    return holds


def held_on(day: dt.date, start: Any, stop: Any) -> bool:
    """Tell whether what runs from a known start holds at the end of a day; without a known stop it still holds.

    >>> import datetime as dt
    >>> held_on(dt.date(2023, 12, 31), dt.date(2020, 5, 1), None)
    True
    >>> held_on(dt.date(2023, 12, 31), dt.date(2020, 5, 1), dt.date(2023, 12, 31))
    False
    """
    begun = at_least(day, start)
    if stop is None:
        return begun
    return begun & (stop.is_unknown() | above(stop, day) if isinstance(stop, Column) else above(stop, day))


def percent_change(before: Any, after: Any, *, lower_is_better: Any = False) -> Any:
    """Return the improvement in percent: (B - A) / A x 100, or (A - B) / A x 100 where lower is better.

    Unknown (None) where a side or the direction is unknown, or the base is 0.

    >>> from fractions import Fraction
    >>> percent_change(Fraction(10), Fraction(8), lower_is_better=True)
    Fraction(20, 1)
    """
    before, after = (side.where_known() if isinstance(side, Column) else side for side in (before, after))
    if isinstance(lower_is_better, Column):
        return lower_is_better.choose(reduction(before, after), gain(before, after))
    on_columns = isinstance(before, Column) or isinstance(after, Column)
    if not on_columns and (before is None or after is None or lower_is_better is None or before == 0):
        return None
    return reduction(before, after) if lower_is_better else gain(before, after)


def product(first: Any, second: Any) -> Any:
    """Return one value times another; unknown (None) where a side is unknown.

    >>> product(3, 4), product(3, None)
    (12, None)
    """
    return _calculated(operator.mul, first, second)


def minus(value: Any, other: Any) -> Any:
    """Return what is left of a value; unknown (None) where a side is unknown.

    >>> minus(5, 2), minus(5, None)
    (3, None)
    """
    return _calculated(operator.sub, value, other)


def _calculated(sign: Callable[[Any, Any], Any], *sides: Any) -> Any:
    if any(isinstance(side, Column) for side in sides):
        return sign(*(side.where_known() if isinstance(side, Column) else side for side in sides))
    return None if None in sides else sign(*sides)


def choose(holds: Any, yes: Any, no: Any) -> Any:
    """Return the first value where a flag holds, the second where it does not; unknown (None) where nobody knows.

    >>> choose(True, 1, 2), choose(False, 1, 2), choose(None, 1, 2)
    (1, 2, None)
    """
    if isinstance(holds, Column):
        return holds.choose(yes, no)
    return None if holds is None else yes if holds else no


def gain(before: N, after: N) -> N:
    """More is better: (B - A) / A x 100."""
    return 100 * (after - before) / before


def reduction(before: N, after: N) -> N:
    """Less is better: (A - B) / A x 100."""
    return 100 * (before - after) / before
