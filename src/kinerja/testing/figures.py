"""Exact numbers to try formulas with: hard cases first, such as zeros, refunds, 10^15 and ties at the digits shown."""

from __future__ import annotations

import functools
from fractions import Fraction
from graphlib import TopologicalSorter
from typing import TYPE_CHECKING, Any

from hypothesis import reject
from hypothesis import strategies as st

from kinerja import QuantityError, exact, write
from kinerja.measurement import as_target
from kinerja.measurement.quantity import check_names

if TYPE_CHECKING:
    from kinerja import Indicator, Measurement, Variable
    from kinerja.measurement import Bounds, Target

LARGEST = 10**15
_HARD = (0, 1, 2, 3, 7, LARGEST)
_TIES = (8, 200, 20_000)
"""Divisors by which odd numbers end in half of the second decimal."""
_SMALL, _CENTS = 100, 100


def as_strategy(given: Any) -> st.SearchStrategy[Any]:
    """Return a strategy as it is, and of a value the one that draws nothing else."""
    return given if isinstance(given, st.SearchStrategy) else st.just(given)


@functools.lru_cache(maxsize=1024)
def numbers(
    least: Fraction | int | None = None, most: Fraction | int | None = None, *, whole: bool = False
) -> st.SearchStrategy[Fraction]:
    """Draw exact numbers within bounds, hard cases first; without a least one, refunds and losses too.

    >>> import hypothesis
    >>> hypothesis.find(numbers(least=1), lambda number: number > 6)
    Fraction(7, 1)
    """
    low, high = (Fraction(-LARGEST) if least is None else Fraction(least)), Fraction(LARGEST if most is None else most)
    wanted: tuple[Fraction | int, ...] = _HARD if whole else (*_HARD, Fraction(1, 3))
    hard = [one for number in wanted for one in (number, -number) if low <= one <= high]
    kinds: list[st.SearchStrategy[Any]] = [st.sampled_from(hard)] if hard else []
    for parts in (1,) if whole else (1, _CENTS):
        first, last = -(-low * parts // 1), high * parts // 1
        if first <= last:
            near = max(first, min(-_SMALL, last))
            several = st.integers(near, min(last, near + 2 * _SMALL)) | st.integers(first, last)
            kinds.append(several.map(functools.partial(_divided, parts)))
    if not whole:
        kinds.append(st.fractions(low, high, max_denominator=1000))
    return st.one_of(kinds).map(Fraction)


def _divided(parts: int, number: int) -> Fraction:
    return Fraction(number, parts)


@functools.lru_cache(maxsize=2)
def targets(*, whole: bool = False) -> st.SearchStrategy[Fraction]:
    """Draw targets, above 0; those by which an achievement ends in half of the last digit shown among them."""
    least = 1 if whole else Fraction(1, 1000)
    return st.sampled_from([Fraction(one) for one in (1, *_TIES)]) | numbers(least, whole=whole)


def target_ranges(low: Any = None, high: Any = None) -> st.SearchStrategy[Target]:
    """Draw targets that are ranges, between targets where no bounds are given."""
    bounds = (targets() if bound is None else as_strategy(bound) for bound in (low, high))
    return st.tuples(*bounds).filter(lambda pair: 0 < pair[0] < pair[1]).map(as_target)


def within(bounds: Bounds, figures: st.SearchStrategy[Fraction]) -> st.SearchStrategy[Fraction]:
    """Draw the same figures, and the nearest that can be in the place of those that cannot."""
    return figures.map(functools.partial(_nearest, bounds))


def _nearest(bounds: Bounds, figure: Fraction) -> Fraction:
    above = figure if bounds.least is None else max(figure, bounds.least)
    return above if bounds.most is None else min(above, bounds.most)


def beside(target: Fraction, *, whole: bool = False) -> list[Fraction]:
    """Return a target and its neighbours, which differ by less than is shown; by one where the unit is whole.

    >>> beside(Fraction(2), whole=True) == [2, 1, 3]
    True
    """
    hundredth = Fraction(1) if whole else target / 20_000
    return [target, target - hundredth, target + hundredth]


def actuals(
    target: Fraction | None = None, *, least: Fraction | int | None = None, whole: bool = False
) -> st.SearchStrategy[Fraction]:
    """Draw actuals: any number that can be one, and of a target itself, its neighbours and ties of the achievement."""
    anything = numbers(least, whole=whole)
    if target is None:
        return anything
    at_target = st.sampled_from(beside(target, whole=whole))
    ties = st.integers(0, 30_000).map(lambda number: target * Fraction(2 * number + 1, 20_000))
    near = at_target if whole else at_target | ties
    return anything | (near if least is None else near.filter(lambda actual: actual >= least))


def printed_numbers(*, decimals: int = 6) -> st.SearchStrategy[tuple[str, Fraction]]:
    """Draw numbers as Indonesian tables print them, each with what it means.

    >>> import hypothesis
    >>> hypothesis.find(printed_numbers(), lambda printed: printed[1] > 1000)
    ('1.001', Fraction(1001, 1))
    """
    units = st.integers(-10_000, 10_000) | st.integers(-(10**18), 10**18)
    return st.tuples(units, st.integers(0, decimals)).map(lambda drawn: _printed(*drawn))


def _printed(units: int, places: int) -> tuple[str, Fraction]:
    value = Fraction(units, 10**places)
    return write(value, places), value


@functools.lru_cache(maxsize=1024)
def _of(variable: Variable, whole: Fraction | None) -> st.SearchStrategy[Fraction]:
    limits = [limit for limit in (variable.most, whole) if limit is not None]
    within = numbers(variable.least, min(limits, default=None), whole=variable.unit.whole)
    if not variable.divisor or limits:
        return within
    return st.sampled_from([Fraction(tie) for tie in _TIES]) | within.map(abs)


@st.composite
def _quantities(draw: st.DrawFn, indicator: Indicator[Any], given: dict[str, Any]) -> dict[str, Fraction]:
    drawn: dict[str, Fraction] = {}
    wholes = TopologicalSorter({one.name: [one.part_of] if one.part_of else [] for one in indicator.variables})
    variables = {one.name: one for one in indicator.variables}
    for variable in (variables[name] for name in wholes.static_order()):
        own = given.get(variable.name, _of(variable, drawn.get(variable.part_of or "")))
        drawn[variable.name] = exact(draw(as_strategy(own)))
    try:
        indicator.measure(**drawn)
    except QuantityError:
        reject()
    return drawn


def quantities(indicator: Indicator[Any], /, **given: Any) -> st.SearchStrategy[dict[str, Fraction]]:
    """Draw the quantities of an indicator, by name: within the bounds of its variables, no part above its whole.

    Args:
        indicator: whose quantities they are.
        **given: values or strategies in the place of what would be drawn, by the names of the variables.

    Raises:
        QuantityError: for a name that is no variable's.

    >>> from kinerja import P3DNRatio
    >>> import hypothesis
    >>> hypothesis.find(quantities(P3DNRatio(), ceiling=400), lambda drawn: drawn["realised"] > 0)["ceiling"]
    Fraction(400, 1)
    """
    names = [variable.name for variable in indicator.variables]
    check_names(indicator.name, indicator.variables, dict.fromkeys([*names, *given]))
    return _quantities(indicator, given)


def measurements(indicator: Indicator[Any], /, **given: Any) -> st.SearchStrategy[Measurement]:
    """Draw measurements of totals, as `quantities` draws them; nothing to divide by is among them."""
    return quantities(indicator, **given).map(lambda drawn: indicator.measure(**drawn))
