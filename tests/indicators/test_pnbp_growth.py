"""SK3/2: growth of service revenue."""

from __future__ import annotations

from fractions import Fraction

import pytest

from kinerja.errors import UndefinedActualError
from kinerja.indicators import PNBPGrowth
from kinerja.text import Text


def test_the_actual_is_the_growth_in_percent() -> None:
    """(B - A) / A x 100, exactly."""
    assert Fraction(5, 2) == PNBPGrowth().measure(previous=4_000_000_000, current=4_100_000_000).actual


def test_its_unit_is_persen() -> None:
    """The decree measures in Persen."""
    assert "Persen" == str(PNBPGrowth().unit)


def test_its_worked_line() -> None:
    """The formula is shown with its rupiah, and the growth rounded half up."""
    expected = "100 × (4.100.000.000 - 4.000.000.000) / 4.000.000.000 = 2,50"
    assert expected == str(PNBPGrowth().measure(previous=4_000_000_000, current=4_100_000_000))


def test_a_growth_of_three_against_two_is_one_hundred_and_fifty_percent() -> None:
    """A target of 2 and an actual of 3 are a capaian of 150 %."""
    assert 150 == PNBPGrowth().achievement(target=2, actual=3)


def test_its_capaian_prints_with_two_decimals() -> None:
    """A capaian is a Percent."""
    assert "150.00%" == str(PNBPGrowth().achievement(target=2, actual=3))


def test_target_and_actual_may_be_given_in_their_order() -> None:
    """The target comes first."""
    assert 150 == PNBPGrowth().achievement(2, 3)


@pytest.mark.parametrize("previous", [0, -1, -4_000_000_000])
def test_a_base_of_zero_or_below_has_no_growth(previous: int) -> None:
    """Growth from nothing, or from less, is undefined."""
    with pytest.raises(UndefinedActualError, match=r"^PNBPGrowth: previous = .*, so there is nothing above 0"):
        _ = PNBPGrowth().measure(previous=previous, current=1).actual


@pytest.mark.parametrize(("current", "expected"), [(0, -100), (-4, -200), (2, -50)])
def test_revenue_may_fall(current: int, expected: int) -> None:
    """A negative growth is possible, below -100 where refunds exceed receipts."""
    assert expected == PNBPGrowth().measure(previous=4, current=current).actual


@pytest.mark.parametrize(
    ("current", "expected"),
    [
        (3, (Text(id="PNBP turun dari tahun sebelumnya.", en="PNBP fell from the year before."),)),
        (4, ()),
        (5, ()),
    ],
)
def test_a_note_says_where_revenue_fell(current: int, expected: tuple[Text, ...]) -> None:
    """A reader is told of a negative growth."""
    assert expected == PNBPGrowth().measure(previous=4, current=current).notes


def test_offices_add_before_they_are_divided() -> None:
    """The growth of 1 to 2 and of 3 to 3 together is a quarter, not the mean of 100 and 0."""
    both = PNBPGrowth().measure(previous=1, current=2) + PNBPGrowth().measure(previous=3, current=3)
    assert 25 == both.actual


def test_a_part_without_a_base_still_adds() -> None:
    """A new service without revenue in the year before counts in the sum."""
    both = PNBPGrowth().measure(previous=0, current=1) + PNBPGrowth().measure(previous=4, current=4)
    assert 25 == both.actual
