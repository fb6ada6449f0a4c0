"""SK3/1: productivity or efficiency gained through consulting."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from kinerja.errors import InexactNumberError, QuantityError, UndefinedActualError
from kinerja.indicators import ProductivityDelta
from kinerja.indicators.productivity_delta import improvement
from kinerja.text import Text


def test_the_actual_is_the_mean_improvement() -> None:
    """The sum of the cases' improvements is divided by the cases."""
    assert Fraction(25, 2) == ProductivityDelta().measure(improvement=25, cases=2).actual


def test_its_unit_is_persen() -> None:
    """The decree measures in Persen."""
    assert "Persen" == str(ProductivityDelta().unit)


def test_its_worked_line() -> None:
    """The division is shown, and the mean rounded half up."""
    assert "25 / 2 = 12,50" == str(ProductivityDelta().measure(improvement=25, cases=2))


def test_no_case_has_no_mean() -> None:
    """Without a case there is nothing to divide by."""
    with pytest.raises(UndefinedActualError, match=r"^ProductivityDelta: cases = 0, so there is nothing above 0"):
        _ = ProductivityDelta().measure(improvement=0, cases=0).actual


def test_no_case_has_no_improvement() -> None:
    """A sum of improvements of no cases can only be 0."""
    with pytest.raises(QuantityError) as caught:
        ProductivityDelta().measure(improvement=25, cases=0)
    expected = Text(
        id="ProductivityDelta: improvement tidak mungkin selain 0 bila cases = 0.",
        en="ProductivityDelta: improvement can only be 0 where cases = 0.",
    )
    assert expected == caught.value.text


def test_performance_may_fall() -> None:
    """A negative mean is possible."""
    assert -5 == ProductivityDelta().measure(improvement=-10, cases=2).actual


@pytest.mark.parametrize(
    ("total", "expected"),
    [
        (-10, (Text(id="Rata-rata performansi menurun.", en="Performance fell on average."),)),
        (0, ()),
        (10, ()),
    ],
)
def test_a_note_says_where_performance_fell(total: int, expected: tuple[Text, ...]) -> None:
    """A reader is told of a negative mean."""
    assert expected == ProductivityDelta().measure(improvement=total, cases=2).notes


@pytest.mark.parametrize("cases", [-1, 1.5])
def test_cases_are_counted(cases: float) -> None:
    """Cases are whole, and never below 0."""
    with pytest.raises(QuantityError, match=r"^ProductivityDelta: cases = "):
        ProductivityDelta().measure(improvement=25, cases=cases)


def test_parts_add_before_they_are_divided() -> None:
    """The mean of one case at 10 and three at 50 together is 15, not the mean of the means."""
    total = ProductivityDelta().measure(improvement=10, cases=1) + ProductivityDelta().measure(improvement=50, cases=3)
    assert 15 == total.actual


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (40, 50, Fraction(25)),
        (40, 40, Fraction(0)),
        (40, 30, Fraction(-25)),
        (40, -10, Fraction(-125)),
        (3, 4, Fraction(100, 3)),
        (0.1, 0.3, Fraction(200)),
    ],
)
def test_one_case_improves_by_its_rise(before: float, after: float, expected: Fraction) -> None:
    """(B - A) / A x 100, exactly."""
    assert expected == improvement(before, after)


@pytest.mark.parametrize(
    ("before", "after", "expected"), [(10, 8, Fraction(20)), (10, 10, Fraction(0)), (10, 12, Fraction(-20))]
)
def test_one_case_improves_by_its_fall_where_lower_is_better(before: int, after: int, expected: Fraction) -> None:
    """(A - B) / A x 100, exactly."""
    assert expected == improvement(before, after, lower_is_better=True)


def test_the_measures_may_be_named() -> None:
    """The arguments are called as in the clause."""
    assert 25 == improvement(before=40, after=50)


@pytest.mark.parametrize("before", [0, -1, 0.0, Fraction(-1, 3)], ids=repr)
@pytest.mark.parametrize("lower_is_better", [False, True])
def test_a_measure_before_has_to_be_above_zero(before: Any, *, lower_is_better: bool) -> None:
    """There is nothing to divide by otherwise, in either direction."""
    with pytest.raises(UndefinedActualError):
        improvement(before, 5, lower_is_better=lower_is_better)


def test_a_measure_before_of_zero_is_named() -> None:
    """The message says which measure it was, in both languages."""
    with pytest.raises(UndefinedActualError) as caught:
        improvement(Fraction(-1, 2), 5)
    expected = Text(
        id="Ukuran sebelum pendampingan -0,5 tidak dapat menjadi pembagi; ukuran itu harus di atas 0.",
        en="A measure of -0.5 before the assistance cannot be divided by; it must be above 0.",
    )
    assert expected == caught.value.text


def test_a_measure_before_of_zero_is_kept() -> None:
    """A program finds the indicator, the measure and its value in the error."""
    with pytest.raises(UndefinedActualError) as caught:
        improvement(0, 5)
    expected = ("ProductivityDelta", "before", Fraction(0))
    assert expected == (caught.value.indicator, caught.value.quantity, caught.value.value)


@pytest.mark.parametrize(("before", "after"), [("40", 50), (40, "50"), (None, 50), (40, None), (True, 50), (40, True)])
def test_measures_are_exact_numbers(before: Any, after: Any) -> None:
    """Text, nothing and truth are no measures."""
    with pytest.raises(InexactNumberError):
        improvement(before, after)


def test_cases_measured_one_by_one_give_the_mean() -> None:
    """Two cases at 25 and 20 percent have a mean of 22.5."""
    total = improvement(40, 50) + improvement(10, 8, lower_is_better=True)
    assert Fraction(45, 2) == ProductivityDelta().measure(improvement=total, cases=2).actual
