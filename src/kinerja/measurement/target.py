"""What was promised (target): a number, or a range of which every number is as good."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import TypeAlias, cast

import attrs

from kinerja._base import Number, Text, exact, in_full
from kinerja.measurement import messages as say


@attrs.frozen(kw_only=True)
class TargetRange:
    """A target that is a range (target rentang), such as 80 to 90 percent.

    An actual is set against the number of the range that is nearest to it: above the range against its upper bound,
    below it against the lower one, as PermenPANRB 8/2021 has it (pages 91 and 100, for more is better and for less).
    Within the range the nearest is the actual itself, so that every rule gives 100 %: that is this library's reading,
    for the page that is known does not say it.

    Raises:
        InexactNumberError: for a bound that is not one exact number.
        QuantityError: for bounds that are not in order, and for a lower one that is not above 0.

    >>> print(TargetRange(low=80, high=90), TargetRange(low=80, high=90).nearest(Fraction(95)))
    80-90 90
    """

    low: Fraction = attrs.field(converter=exact)
    high: Fraction = attrs.field(converter=exact)

    def __attrs_post_init__(self) -> None:
        if not 0 < self.low < self.high:
            raise say.NO_TARGET_RANGE.error(value=(self.low, self.high))

    def nearest(self, actual: Fraction) -> Fraction:
        """Return the number of the range that is nearest to an actual."""
        return min(max(actual, self.low), self.high)

    def __str__(self) -> str:
        return target_text(self).id


Target: TypeAlias = Fraction | TargetRange
"""A target as values hold it."""
TargetGiven: TypeAlias = Number | TargetRange | Sequence[Number]
"""A target as callers give it: a number, or a range as its two bounds."""


def as_target(given: TargetGiven) -> Target:
    """Return a target exactly; two numbers are a range.

    Raises:
        InexactNumberError: for what is not one exact number, nor two.
        QuantityError: for bounds that are not in order.
    """
    if isinstance(given, TargetRange):
        return given
    match given:
        case [low, high]:
            return TargetRange(low=low, high=high)
        case _:
            return exact(cast("Number", given))  # what is no number is refused there


def bounds_of(target: Target) -> tuple[Fraction, ...]:
    """Return the number that a target is, or the bounds of its range."""
    return (target.low, target.high) if isinstance(target, TargetRange) else (target,)


def each_bound(target: TargetGiven, check: Callable[[Number], Fraction]) -> Target:
    """Return a target whose number, or both of whose bounds, were checked."""
    given = as_target(target)
    if isinstance(given, TargetRange):
        return TargetRange(low=check(given.low), high=check(given.high))
    return check(given)


def nearest(target: Target, actual: Fraction) -> Fraction:
    """Return the number of a target that an actual is set against."""
    return target.nearest(actual) if isinstance(target, TargetRange) else target


def lowest(target: Target) -> Fraction:
    """Return the number that a target is, or the lower bound of its range."""
    return bounds_of(target)[0]


def target_text(target: Target) -> Text:
    """Write a target in full."""
    return Text.joined(map(in_full, bounds_of(target)), "-")
