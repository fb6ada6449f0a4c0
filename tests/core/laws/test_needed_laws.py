"""The laws of what an achievement needs."""

from __future__ import annotations

from fractions import Fraction
from typing import Any, get_args

import attrs
from hypothesis import given
from hypothesis import strategies as st

from kinerja import (
    BSPJI_PEKANBARU_2021_2024,
    PERCENT,
    Indicator,
    KinerjaError,
    P3DNRatio,
    PNBPGrowth,
    Polarity,
    achievement,
)
from kinerja.indicators import indicator_classes, reading_classes
from kinerja.measurement import Minimise
from office import DAYS, IKPA, ON_TIME, PROMOTERS

PERCENTS = st.fractions(min_value=1, max_value=10**4, max_denominator=1000)
TARGETS = st.fractions(min_value=Fraction(1, 1000), max_value=10**9, max_denominator=1000)
RULES = st.sampled_from(get_args(Minimise))
SHARE = attrs.evolve(BSPJI_PEKANBARU_2021_2024["SK3/2"], indicator=None)
COUNT = attrs.evolve(BSPJI_PEKANBARU_2021_2024["SK1/1"], indicator=None)


@given(TARGETS, PERCENTS, st.sampled_from(Polarity), RULES)
def test_what_is_needed_makes_the_achievement(
    target: Fraction, percent: Fraction, polarity: Polarity, minimise: Minimise
) -> None:
    """achievement(t, needed(t, a)) is a, exactly, where the unit has fractions."""
    entry = attrs.evolve(SHARE, polarity=polarity, targets={2023: target})
    actual = entry.needed(2023, percent, minimise=minimise).actual
    assert actual is not None
    assert percent == achievement(target, actual, polarity, minimise=minimise)


@given(st.integers(1, 10**6), PERCENTS, st.sampled_from(Polarity), RULES)
def test_one_less_than_what_is_needed_is_too_little(
    target: int, percent: Fraction, polarity: Polarity, minimise: Minimise
) -> None:
    """A whole actual reaches it, and the next in the worse direction does not."""
    entry = attrs.evolve(COUNT, polarity=polarity, targets={2023: Fraction(target)})
    actual = entry.needed(2023, percent, minimise=minimise).actual
    if actual is not None:
        worse = actual - 1 if polarity is Polarity.MAXIMISE else actual + 1
        assert achievement(target, actual, polarity, minimise=minimise) >= percent
        assert worse <= 0 or achievement(target, worse, polarity, minimise=minimise) < percent


@given(TARGETS, PERCENTS, TARGETS)
def test_the_quantity_makes_the_actual(target: Fraction, percent: Fraction, other: Fraction) -> None:
    """The formula of what was given and what was found is the actual, whichever was looked for."""
    for indicator, name in ((P3DNRatio(), "ceiling"), (PNBPGrowth(), "previous"), (PNBPGrowth(), "current")):
        assert PERCENT == indicator.unit
        needed = indicator.needed(target, percent, given={name: other})
        assert needed.quantities is not None
        assert needed.actual == indicator.measure(**needed.quantities).actual


INDICATORS = [
    *(kind() for kind in {**indicator_classes(), **reading_classes()}.values()),
    ON_TIME,
    DAYS,
    PROMOTERS,
    IKPA,
]
SMALL = st.integers(0, 40).map(Fraction)


def reaches(indicator: Indicator[Any], target: int, percent: int, quantities: dict[str, Fraction]) -> bool:
    """Tell whether quantities can be, and make so many percent of a target."""
    try:
        return achievement(target, indicator.measure(**quantities).actual, indicator.polarity) >= percent
    except KinerjaError:
        return False


@given(st.sampled_from(INDICATORS), st.integers(1, 120), st.sampled_from([50, 90, 100, 110, 150]), st.data())
def test_what_is_found_reaches_it_and_what_is_out_of_reach_nothing_does(
    indicator: Indicator[Any], target: int, percent: int, data: st.DataObject
) -> None:
    """Whichever quantity is looked for, of all small numbers that the others may be."""
    names = [variable.name for variable in indicator.variables]
    missing = data.draw(st.sampled_from(names))
    others = {name: data.draw(SMALL) for name in names if name != missing}
    needed = indicator.needed(target, percent, given=others)
    if needed.quantities is not None:
        assert reaches(indicator, target, percent, dict(needed.quantities))
    elif needed.actual is None:
        assert not [one for one in range(60) if reaches(indicator, target, percent, {**others, missing: Fraction(one)})]
