"""What a figure can be, and what it usually is: a lost comma or a fraction shown as percent is told by it."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING, TypeAlias

import attrs

from kinerja._base import Text, exact
from kinerja.measurement import messages as say

if TYPE_CHECKING:
    from kinerja.measurement.quantity import Unit

Range: TypeAlias = tuple[Fraction, ...]
"""The lowest and the highest of what is usual."""

_SCALE = re.compile(r"\bskala\s+(?:(?P<least>[0-9]+)\s*(?:-|–|s\.d\.|sampai)\s*)?(?P<most>[0-9]+)\b", re.IGNORECASE)
_MARKS = frozenset({"indeks", "nilai", "skor"})
_OF_MARKS = (Fraction(0), Fraction(100))


def as_range(usual: tuple[int | Fraction, ...] | None) -> Range | None:
    """Return what is usual as two exact numbers.

    Raises:
        QuantityError: for what is not two numbers in order.
    """
    if usual is None:
        return None
    low_and_high = tuple(map(exact, usual))
    if len(low_and_high) != len(_OF_MARKS) or low_and_high[0] > low_and_high[1]:
        raise say.NO_RANGE.error(value=usual)
    return low_and_high


@attrs.frozen(kw_only=True)
class Bounds:
    """The least and the most that a figure can be, and what it usually is; None where there is no such bound."""

    least: Fraction | None = None
    most: Fraction | None = None
    usual: Range | None = None

    @classmethod
    def of(cls, stated: object, unit: Unit) -> Bounds:
        """Return what an indicator states as `least`, `most` and `usual`, and of the rest what its unit tells.

        A unit tells its scale by name: `Indeks (skala 4)` is 4 at most, `Nilai (skala 1-100)` from 1 to 100. An index,
        mark or score (`Indeks`, `Nilai`, `Skor`) of no known scale is usually from 0 to 100. The letters of a formula
        tell what it can be (`by_letters`).
        """
        scale = _SCALE.search(unit.name.id)
        told = cls(usual=_OF_MARKS) if unit.name.id.casefold() in _MARKS else cls()
        if scale is not None:
            told = cls(least=Fraction(scale["least"] or 0), most=Fraction(scale["most"]))
        return cls.stated(stated).or_else(told.within(getattr(stated, "by_letters", cls())))

    @classmethod
    def stated(cls, owner: object) -> Bounds:
        """Return what something states as `least`, `most` and `usual`."""
        least, most, usual = (getattr(owner, name, None) for name in ("least", "most", "usual"))
        least, most = (None if bound is None else exact(bound) for bound in (least, most))
        return cls(least=least, most=most, usual=as_range(usual))

    def or_else(self, other: Bounds) -> Bounds:
        """Return these bounds, and the other's where there is none."""
        return attrs.evolve(other, **attrs.asdict(self, recurse=False, filter=lambda _, bound: bound is not None))

    def within(self, other: Bounds) -> Bounds:
        """Return the narrower of both bounds, and what is usual by these, else by the other."""
        least = max((one.least for one in (self, other) if one.least is not None), default=None)
        most = min((one.most for one in (self, other) if one.most is not None), default=None)
        return Bounds(least=least, most=most, usual=self.usual or other.usual)

    def remark(self, what: Text, value: Fraction) -> Text | None:
        """Say that a figure is outside what is usual; None where it is not."""
        if self.usual is None or self.usual[0] <= value <= self.usual[1]:
            return None
        low, high = self.usual
        return say.UNUSUAL.text(what=what, value=value, low=low, high=high)
