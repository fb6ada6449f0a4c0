"""The laws of what an achievement needs."""

from __future__ import annotations

from fractions import Fraction
from typing import get_args

import attrs
from hypothesis import given
from hypothesis import strategies as st

from kinerja import BSPJI_PEKANBARU_2021_2024, PERCENT, P3DNRatio, PNBPGrowth, Polarity, achievement
from kinerja.measurement import Minimise

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
