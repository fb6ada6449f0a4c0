"""The laws of achievement (capaian)."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja import Polarity, achievement

ACTUALS = st.fractions(max_denominator=10**9)
TARGETS = st.fractions(min_value=Fraction(1, 10**9), max_denominator=10**9)
POLARITIES = st.sampled_from(Polarity)


@given(TARGETS, POLARITIES)
def test_the_target_itself_is_one_hundred_percent(target: Fraction, polarity: Polarity) -> None:
    """achievement(t, t) is 100, in either direction."""
    assert 100 == achievement(target, target, polarity)


@given(TARGETS, ACTUALS, st.fractions(min_value=0))
def test_raising_the_actual_never_lowers_the_achievement(target: Fraction, actual: Fraction, rise: Fraction) -> None:
    """Where more is better, more never gives less."""
    assert achievement(target, actual) <= achievement(target, actual + rise)


@given(TARGETS, ACTUALS, st.fractions(min_value=0))
def test_raising_the_actual_never_raises_a_minimised_achievement(
    target: Fraction, actual: Fraction, rise: Fraction
) -> None:
    """Where less is better, more never gives more."""
    raised = achievement(target, actual + rise, Polarity.MINIMISE)
    assert achievement(target, actual, Polarity.MINIMISE) >= raised


@given(TARGETS, ACTUALS, TARGETS, POLARITIES)
def test_scaling_both_changes_nothing(target: Fraction, actual: Fraction, factor: Fraction, polarity: Polarity) -> None:
    """The unit plays no part: target and actual times k give the same achievement, exactly."""
    assert achievement(target, actual, polarity) == achievement(factor * target, factor * actual, polarity)


@given(TARGETS, ACTUALS)
def test_the_two_directions_are_reflections(target: Fraction, actual: Fraction) -> None:
    """What one direction has above 100 the other has below."""
    assert 200 == achievement(target, actual) + achievement(target, actual, Polarity.MINIMISE)


@given(TARGETS, ACTUALS, POLARITIES)
def test_a_target_is_met_where_the_achievement_is_one_hundred(
    target: Fraction, actual: Fraction, polarity: Polarity
) -> None:
    """Meeting the target and reaching 100 % are the same, exactly."""
    assert polarity.met(target, actual) is (achievement(target, actual, polarity) >= 100)


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
