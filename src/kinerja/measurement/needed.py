"""The inverse of an achievement: which actual, and which quantity, makes so many percent of a target."""

from __future__ import annotations

import functools
import math
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

import attrs

from kinerja._base import (
    Calculated,
    FrozenMap,
    KinerjaError,
    N,
    Number,
    Percent,
    Text,
    UndefinedActualError,
    exact,
    in_full,
)
from kinerja.measurement import messages as say
from kinerja.measurement.notation import work
from kinerja.measurement.polarity import Minimise, Polarity, achievement
from kinerja.measurement.quantity import cannot_divide, check_actual, check_divisors, check_quantities
from kinerja.measurement.target import as_target, bounds_of

if TYPE_CHECKING:
    from kinerja.measurement.bounds import Bounds
    from kinerja.measurement.quantity import Unit, Variable
    from kinerja.measurement.target import TargetGiven

_Line: TypeAlias = tuple[Fraction, Fraction]
"""A straight line: its slope, and its value at 0."""

_FLAT = Fraction(0)
_ALL = 100


@attrs.frozen(kw_only=True)
class Needed:
    """What an achievement needs (realisasi yang diperlukan), or why it is out of reach. `str` says it, worked.

    Fields:
        achievement: what is asked for, in percent.
        actual: the least that makes it, where less is better the most, whole where its unit is; None out of reach.
        text: the worked lines, or why it is out of reach.
        quantities: what makes the actual, name -> number; None where more than one is not known, and out of reach.
        missing: the name of the one that was looked for; None where there is none.
    """

    achievement: Percent
    actual: Fraction | None
    text: Text
    quantities: FrozenMap[str, Fraction] | None = None
    missing: str | None = None

    @property
    def quantity(self) -> Fraction | None:
        """The quantity that was looked for; None where there is none."""
        return None if self.quantities is None or self.missing is None else self.quantities[self.missing]

    def __str__(self) -> str:
        return str(self.text)


class Aim(NamedTuple):
    """A target, and all that says how an actual is set against it; errors speak of `name`."""

    name: str
    target: TargetGiven
    unit: Unit
    bounds: Bounds
    polarity: Polarity
    minimise: Minimise
    cap: Number | None


def for_maximise(target: N, achievement: N) -> N:
    """Return the actual R of A = R / T x 100."""
    return achievement * target / 100


def for_minimise(target: N, achievement: N) -> N:
    """Return the actual R of A = (2T - R) / T x 100."""
    return (200 - achievement) * target / 100


def for_minimise_by_ratio(target: N, achievement: N) -> N:
    """Return the actual R of A = T / R x 100."""
    return 100 * target / achievement


def needed_actual(aim: Aim, percent: Number) -> Needed:
    """Return the actual that makes so many percent of a target, or why none does.

    Raises:
        TargetError: for a target of 0 or below.
        InexactNumberError: for what is not one exact number.
        PolarityError, QuantityError: for what is no polarity, and no rule where less is better.
    """
    asked = Percent(percent)
    low, *high = bounds_of(as_target(aim.target))
    target = (
        high[0] if high and (aim.polarity is Polarity.MAXIMISE) == (asked > _ALL) else low
    )  # beyond 100 the farther
    achievement(target, target, aim.polarity, minimise=aim.minimise)  # raises for what is no target and no rule
    if aim.cap is not None and asked > exact(aim.cap):
        return _out_of_reach(asked, say.ABOVE_CAP.text(cap=exact(aim.cap)))
    turned: Callable[..., Fraction] = for_maximise
    if aim.polarity is not Polarity.MAXIMISE:
        turned = for_minimise if aim.minimise == "reflected" else for_minimise_by_ratio
    if turned is for_minimise_by_ratio and cannot_divide(asked):
        return _out_of_reach(asked, say.ALWAYS_ABOVE.text())
    given = {"target": target, "achievement": Fraction(asked)}
    made = turned(**given)
    whole = Fraction(math.ceil(made) if aim.polarity is Polarity.MAXIMISE else math.floor(made))
    actual = whole if aim.unit.whole else made
    try:
        check_actual(aim.name, aim.unit, aim.bounds, actual)
        achievement(target, actual, aim.polarity, minimise=aim.minimise)
    except KinerjaError as error:
        return _out_of_reach(asked, error.text)
    line = _worked(turned, given, made)
    return Needed(
        achievement=asked, actual=actual, text=line if actual == made else say.ROUNDED.text(line=line, whole=actual)
    )


def with_quantity(
    needed: Needed, aim: Aim, formula: Callable[..., Any], variables: Sequence[Variable], given: Mapping[str, Number]
) -> Needed:
    """Say also which quantity makes the actual, where all others are given.

    Raises:
        QuantityError: for names that are none of the variables, and for more than one that is not given.
        InexactNumberError: for what is not one exact number.
    """
    names = [variable.name for variable in variables]
    looked_for = [variable for variable in variables if variable.name not in given]
    if needed.actual is None or (len(looked_for) != 1 and not given):
        return needed
    if len(looked_for) != 1 or len(given) != len(names) - 1:
        raise say.NOT_ALL_BUT_ONE.error(indicator=aim.name, value=list(given), names=names)
    (missing,) = looked_for
    known = {name: exact(value) for name, value in given.items()}
    try:
        check_divisors(aim.name, [one for one in variables if one is not missing], known)
    except UndefinedActualError as error:
        return _out_of_reach(needed.achievement, error.text)
    made_by = formula(**known, **{missing.name: _Fractional((Fraction(1), _FLAT))})
    always = _constant(made_by)
    if always is not None and aim.polarity.met(needed.actual, always):
        return _whatever(needed, aim, missing, always)
    root = _root(made_by, needed.actual)
    why = say.NOT_BY.text(what=missing.label)
    for value in () if root is None else _near(root, missing, variables, known):
        try:
            quantities = check_quantities(aim.name, variables, {**known, missing.name: value})
            check_divisors(aim.name, variables, quantities)
        except KinerjaError as error:
            why = error.text
        else:
            made: Fraction = formula(**quantities)
            if aim.polarity.met(needed.actual, made):
                lines = [needed.text, *([_worked(formula, quantities, made)] if known else [])]
                text = Text.joined(lines, "; ")
                return attrs.evolve(needed, text=text, quantities=quantities, missing=missing.name)
    return _out_of_reach(needed.achievement, why)


def _whatever(needed: Needed, aim: Aim, missing: Variable, made: Fraction) -> Needed:
    """Say that the quantities which are given reach it by themselves, where they make an actual that can be."""
    try:
        check_actual(aim.name, aim.unit, aim.bounds, made)
    except KinerjaError as error:
        return _out_of_reach(needed.achievement, error.text)
    said = say.WHATEVER.text(what=missing.label, made=made)
    return attrs.evolve(needed, text=Text.joined([needed.text, said], "; "))


def _near(
    root: Fraction, missing: Variable, variables: Sequence[Variable], known: Mapping[str, Fraction]
) -> list[Fraction]:
    """Return a quantity as its unit counts it, of a whole one those beside it, then the least and most it can be.

    It may reach there and not nearer.
    """
    near = [math.floor(root), math.ceil(root)] if missing.unit.whole else [root]
    parts = [known[one.name] for one in variables if one.part_of == missing.name]
    edges = [missing.least, missing.most, known.get(missing.part_of or ""), *parts]
    return [Fraction(edge) for edge in (*near, *edges) if edge is not None]


def _out_of_reach(asked: Percent, why: Text) -> Needed:
    return Needed(achievement=asked, actual=None, text=say.OUT_OF_REACH.text(asked=Fraction(asked), why=why))


def _worked(formula: Callable[..., Any], values: Mapping[str, Fraction], result: Fraction) -> Text:
    return Text.joined([Text.each(functools.partial(work, formula, values)), in_full(result)], " = ")


class _Fractional(Calculated):
    """A quantity that is looked for, and what a formula makes of it: one straight line of it divided by another."""

    __slots__ = ("above", "below")

    def __init__(self, above: _Line, below: _Line = (_FLAT, Fraction(1))) -> None:
        self.above, self.below = above, below

    def calculate(self, sign: str, left: Any, right: Any) -> _Fractional:
        """Calculate with lines as with numbers."""
        (above, below), (by_above, by_below) = _parts(left), _parts(right)
        if sign == "/":
            sign, by_above, by_below = "*", by_below, by_above
        if sign == "*":
            return _Fractional(_product(above, by_above), _product(below, by_below))
        across, own = _product(by_above, below), _product(above, by_below)
        turned = 1 if sign == "+" else -1
        return _Fractional((own[0] + turned * across[0], own[1] + turned * across[1]), _product(below, by_below))


def _parts(value: Any) -> tuple[_Line, _Line]:
    if isinstance(value, _Fractional):
        return value.above, value.below
    return (_FLAT, Fraction(value)), (_FLAT, Fraction(1))


def _product(left: _Line, right: _Line) -> _Line:
    if left[0] and right[0]:
        raise say.NOT_STRAIGHT.error()
    return left[0] * right[1] + left[1] * right[0], left[1] * right[1]


def _constant(made: Any) -> Fraction | None:
    """Return what a formula gives at any quantity at which it gives something; None where that depends on it."""
    (slope, start), (slope_below, start_below) = _parts(made)
    if slope * start_below != start * slope_below:
        return None
    if slope_below:
        return slope / slope_below
    return start / start_below if start_below else None


def _root(made: Any, actual: Fraction) -> Fraction | None:
    """Return the quantity at which a formula gives an actual; None where it does at none."""
    (slope, start), (slope_below, start_below) = _parts(made)
    steepness = slope - actual * slope_below
    return (actual * start_below - start) / steepness if steepness else None
