"""An agency's own rules of scoring."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import attrs
import pytest

from kinerja import InexactNumberError, Percent, Scoring
from said import refused

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize("uncapped", [Percent(-150), Percent(0), Percent(100), Percent(666)])
def test_without_a_cap_an_achievement_stays(uncapped: Percent) -> None:
    """There is no cap unless an agency sets one."""
    assert uncapped == Scoring().apply(uncapped)


@pytest.mark.parametrize(
    ("uncapped", "published"),
    [
        (Percent(Fraction(30484, 100)), 120),
        (Percent(Fraction(120001, 1000)), 120),
        (Percent(120), 120),
        (Percent(Fraction(119999, 1000)), Fraction(119999, 1000)),
        (Percent(0), 0),
        (Percent(-150), -150),
    ],
)
def test_a_cap_is_the_highest_that_is_published(uncapped: Percent, published: Fraction | int) -> None:
    """What is above it is published as the cap, what is not stays exactly."""
    assert published == Scoring(cap=120).apply(uncapped)


def test_a_capped_achievement_reads_as_a_percent() -> None:
    """The cap is published like any other achievement."""
    assert "120,00%" == str(Scoring(cap=120).apply(Percent(150)))


@pytest.mark.parametrize(
    ("cap", "meant"),
    [
        (120, 120),
        (120.5, Fraction(241, 2)),
        (Decimal("100.1"), Fraction(1001, 10)),
        (Fraction(361, 3), Fraction(361, 3)),
        (Percent(110), 110),
    ],
)
def test_a_cap_is_exact(cap: Any, meant: Fraction | int) -> None:
    """It may be any number, and means what it prints."""
    assert meant == Scoring(cap=cap).cap


def test_no_cap_is_none() -> None:
    """None says that there is no cap."""
    assert Scoring(cap=None).cap is None


@pytest.mark.parametrize("cap", [0, -1, Fraction(-1, 3), 1.2, Fraction(9999, 100)])
def test_a_cap_below_a_hundred_is_refused(cap: Any) -> None:
    """A target that is met would seem not to be; 1,2 is a spreadsheet's 120 %."""
    with refused("scoring.cap", indicator="Scoring", value=cap):
        Scoring(cap=cap)


@pytest.mark.parametrize("cap", [True, "120", float("nan"), float("inf"), 120j])
def test_a_cap_that_is_no_number_is_refused(cap: Any) -> None:
    """A cap is one exact number."""
    with pytest.raises(InexactNumberError):
        Scoring(cap=cap)


def test_duplicates_of_a_scoring_equal_it(duplicate: Callable[[Any], Any]) -> None:
    """It pickles and copies with its cap."""
    assert Scoring(cap=120) == duplicate(Scoring(cap=120))


def test_equal_scorings_are_one() -> None:
    """It compares and hashes by its cap."""
    assert 1 == len({Scoring(cap=120), Scoring(cap=120.0)})


def test_a_scoring_does_not_change() -> None:
    """It is frozen."""
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        Scoring().cap = Fraction(120)  # type: ignore[misc]
