"""The laws of achievement (capaian) beside those of every indicator: how its rules go together, and floats."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja import Polarity, Scoring, achievement
from kinerja.decrees import Band
from kinerja.measurement import as_target

ACTUALS = st.fractions(max_denominator=10**9)
TARGETS = st.fractions(min_value=Fraction(1, 10**9), max_denominator=10**9)


@given(TARGETS, ACTUALS)
def test_the_two_directions_are_reflections(target: Fraction, actual: Fraction) -> None:
    """What one direction has above 100 the other has below."""
    assert 200 == achievement(target, actual) + achievement(target, actual, Polarity.MINIMISE)


@given(TARGETS, TARGETS)
def test_the_ratio_of_less_is_that_of_more_turned_round(target: Fraction, actual: Fraction) -> None:
    """What T/R has is what R/T would have of them exchanged, and both meet the target alike."""
    ratio = achievement(target, actual, Polarity.MINIMISE, minimise="ratio")
    assert (achievement(actual, target), Polarity.MINIMISE.met(target, actual)) == (ratio, ratio >= 100)


@given(TARGETS, TARGETS)
def test_the_ratio_never_scores_lower_than_the_reflection(target: Fraction, actual: Fraction) -> None:
    """T/R is at least 2 - R/T, and as much at the target alone."""
    ratio = achievement(target, actual, Polarity.MINIMISE, minimise="ratio")
    reflected = achievement(target, actual, Polarity.MINIMISE)
    assert (ratio >= reflected, ratio == reflected) == (True, target == actual)


@pytest.mark.parametrize("polarity", Polarity)
@given(
    target=st.integers(min_value=1, max_value=10**6),
    actual=st.integers(min_value=-(10**6), max_value=10**6),
    places=st.integers(min_value=0, max_value=3),
)
def test_floats_give_the_achievement_of_their_decimals(
    polarity: Polarity, target: int, actual: int, places: int
) -> None:
    """Decimals written as floats give the same achievement as the fractions that they mean."""
    scale = 10**places
    expected = achievement(Fraction(target, scale), Fraction(actual, scale), polarity)
    assert expected == achievement(target / scale, actual / scale, polarity)


RANGES = st.tuples(TARGETS, TARGETS).filter(lambda bounds: bounds[0] < bounds[1])


@pytest.mark.parametrize("polarity", Polarity)
@given(bounds=RANGES, actual=ACTUALS)
def test_against_a_range_it_is_that_against_a_bound_or_100(
    polarity: Polarity, bounds: tuple[Fraction, Fraction], actual: Fraction
) -> None:
    """The upper bound above, the lower below, and 100 within."""
    low, high = bounds
    expected = 100 if low <= actual <= high else achievement(high if actual > high else low, actual, polarity)
    assert expected == achievement(bounds, actual, polarity)


@pytest.mark.parametrize("polarity", Polarity)
@given(bounds=RANGES, actual=ACTUALS)
def test_a_range_is_met_if_and_only_if_100_is_achieved(
    polarity: Polarity, bounds: tuple[Fraction, Fraction], actual: Fraction
) -> None:
    """Exactly."""
    assert polarity.met(as_target(bounds), actual) == (achievement(bounds, actual, polarity) >= 100)


LIMITS = st.lists(st.fractions(0, 200), unique=True, max_size=5).map(lambda drawn: sorted(drawn, reverse=True))


@given(LIMITS, st.lists(st.booleans(), min_size=5, max_size=5), ACTUALS)
def test_every_achievement_is_in_one_class(limits: list[Fraction], holding: list[bool], achieved: Fraction) -> None:
    """Whichever of two classes holds their limit."""
    starts = [{"at_least": one} if holds else {"above": one} for one, holds in zip(limits, holding, strict=False)]
    ends = [{"below": one} if holds else {"at_most": one} for one, holds in zip(limits, holding, strict=False)]
    sides = zip([*starts, {}], [{}, *ends], strict=True)
    bands = [Band(name=f"K{number}", **start, **end) for number, (start, end) in enumerate(sides)]
    assert [Scoring(bands=bands).rating(achieved)] == [band.name for band in bands if achieved in band]
