"""What a caller gives becomes an exact number, and a figure is rounded once, half up."""

from __future__ import annotations

import datetime as dt
import enum
import numbers
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import pytest

from kinerja import InexactNumberError, Percent
from kinerja._base import Language, exact, read_exact, round_half_up, write, write_exact
from kinerja.indicators import TenantCount
from said import refused

if TYPE_CHECKING:
    from collections.abc import Callable


class Grade(enum.IntEnum):
    """Whole numbers with names."""

    GOOD = 3


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (5, Fraction(5)),
        (-5, Fraction(-5)),
        (10**30, Fraction(10**30)),
        (Grade.GOOD, Fraction(3)),
        (Fraction(1, 3), Fraction(1, 3)),
        (Percent(150), Fraction(150)),
        (Decimal("47.25"), Fraction(189, 4)),
        (Decimal("1E+400"), Fraction(10**400)),
        (Decimal("1E-400"), Fraction(1, 10**400)),
        (47.25, Fraction(189, 4)),
        (0.1, Fraction(1, 10)),
        (-0.0, Fraction(0)),
        (1e22, Fraction(10**22)),
        (5e-324, Fraction(5, 10**324)),
    ],
    ids=repr,
)
def test_a_number_means_the_decimal_it_prints(value: Any, expected: Fraction) -> None:
    """Whole numbers, fractions and decimals are themselves; a float is what it shows."""
    assert expected == exact(value)


@numbers.Real.register
class Scalar:
    """A number of another library, which says of itself that it is real."""

    def __init__(self, printed: str) -> None:
        self.printed = printed

    def __str__(self) -> str:
        return self.printed


@pytest.mark.parametrize(("printed", "expected"), [("0.1", Fraction(1, 10)), ("-5", Fraction(-5))])
def test_a_number_of_another_library_means_the_decimal_it_prints(printed: str, expected: Fraction) -> None:
    """Where it registers as a real number."""
    value: Any = Scalar(printed)
    assert expected == exact(value)


@pytest.mark.parametrize("printed", ["nan", "inf", "five"])
def test_a_number_of_another_library_that_prints_none_is_refused(printed: str) -> None:
    """What it prints has to be one exact number."""
    value: Any = Scalar(printed)
    with refused("number.not_exact", InexactNumberError, value=value, kind="Scalar"):
        exact(value)


@pytest.mark.parametrize(
    "value",
    [5, Grade.GOOD, Percent(150), Decimal("47.25"), 0.1],
    ids=repr,
)
def test_an_exact_number_is_a_plain_fraction(value: Any) -> None:
    """Whatever came in, the inner number is a Fraction and of no other class."""
    assert Fraction is type(exact(value))


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("82,7", "number.text"),
        ("5", "number.text"),
        (None, "number.none"),
        (True, "number.not_exact"),
        (float("nan"), "number.not_finite"),
        (float("inf"), "number.not_finite"),
        (float("-inf"), "number.not_finite"),
        (Decimal("NaN"), "number.not_finite"),
        (Decimal("sNaN"), "number.not_finite"),
        (Decimal("Infinity"), "number.not_finite"),
        (Decimal("1E+401"), "number.not_finite"),
        (Decimal("1E+999999"), "number.not_finite"),
        (Decimal("1E-401"), "number.not_finite"),
        (1j, "number.not_exact"),
        (dt.date(2023, 1, 1), "number.not_exact"),
        ([5], "number.not_exact"),
        (b"5", "number.not_exact"),
    ],
    ids=repr,
)
def test_what_is_not_one_exact_number_is_refused(value: Any, code: str) -> None:
    """Text, nothing, truth, NaN, infinity, complex numbers, collections and absurd sizes are refused, and named."""
    with refused(code, InexactNumberError, value=value, kind=type(value).__name__):
        exact(value)


def test_a_measurement_is_told_its_actual() -> None:
    """Whoever passes a measurement where a number is asked for means its actual."""
    with refused("number.has_actual", InexactNumberError, kind="Measurement"):
        exact(TenantCount().measure(graduated=2))  # type: ignore[arg-type]


def test_a_refusal_keeps_the_value() -> None:
    """The refused value is an attribute of the error."""
    with pytest.raises(InexactNumberError) as caught:
        exact("82,7")  # type: ignore[arg-type]
    assert "82,7" == caught.value.value


@pytest.mark.parametrize(
    ("value", "digits", "expected"),
    [
        (Fraction(5, 2), 0, Fraction(3)),
        (Fraction(-5, 2), 0, Fraction(-3)),
        (Fraction(7, 2), 0, Fraction(4)),
        (Fraction(12499, 10000), 1, Fraction(12, 10)),
        (Fraction(1005, 1000), 2, Fraction(101, 100)),
        (Fraction(-1005, 1000), 2, Fraction(-101, 100)),
        (Fraction(2, 3), 3, Fraction(667, 1000)),
        (Fraction(1, 3), 3, Fraction(333, 1000)),
        (Fraction(1450), -2, Fraction(1500)),
        (Fraction(0), 2, Fraction(0)),
    ],
)
def test_ties_round_away_from_zero(value: Fraction, digits: int, expected: Fraction) -> None:
    """Half up means away from zero, for any number of decimals."""
    assert expected == round_half_up(value, digits)


def test_rounding_goes_to_whole_numbers_by_default() -> None:
    """Without digits nothing stands behind the comma."""
    assert 3 == round_half_up(Fraction(5, 2))


@pytest.mark.parametrize(
    ("value", "digits", "expected"),
    [
        (Fraction(47301, 400), 2, "118,25"),
        (Fraction(1971124137), 0, "1.971.124.137"),
        (Fraction(-1, 1000), 2, "0,00"),
        (Fraction(-1, 200), 2, "-0,01"),
        (Fraction(2, 3), 5, "0,66667"),
        (Fraction(10**40 + 1), 2, "10.000.000.000.000.000.000.000.000.000.000.000.000.001,00"),
        (Fraction(10**20 + 5700), -2, "100.000.000.000.000.005.700"),
    ],
)
def test_a_figure_is_written_rounded_half_up(value: Fraction, digits: int, expected: str) -> None:
    """A figure has just the decimals asked for, and all its other digits."""
    assert expected == write(value, digits)


def test_a_figure_has_two_decimals_by_default() -> None:
    """Two decimals are what Indonesian tables print."""
    assert "16,25" == write(Fraction(100 * 1_971_124_137, 12_131_595_000))


def test_a_figure_is_written_in_english_on_request() -> None:
    """The language decides the marks."""
    assert "1,234.50" == write(Fraction(2469, 2), 2, Language.ENGLISH)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (Fraction(0), "0"),
        (Fraction(-12), "-12"),
        (Fraction(1971124137), "1.971.124.137"),
        (Fraction(25, 2), "12,5"),
        (Fraction(-1, 8), "-0,125"),
        (Fraction(1, 25), "0,04"),
        (Fraction(7, 40), "0,175"),
        (Fraction(1, 2**6 * 5), "0,003125"),
        (Fraction(1, 2 * 5**30), "0,000000000000000000000536870912"),
        (Fraction(1, 5 * 2**30), "0,000000000186264514923095703125"),
        (Fraction(10**30 + 1, 2 * 5**30), "536.870.912,000000000000000000000536870912"),
        (Fraction(1, 3 * 5**30), "1/2.793.967.723.846.435.546.875"),
        (Fraction(100, 3), "100/3"),
        (Fraction(-1000, 7000000001), "-1.000/7.000.000.001"),
    ],
)
def test_a_number_is_written_in_full(value: Fraction, expected: str) -> None:
    """A number with an end is a decimal with all its digits, another one a fraction."""
    assert expected == write_exact(value)


def test_a_number_is_written_in_full_in_english() -> None:
    """The language decides the marks of a fraction as well."""
    assert "1,000/3" == write_exact(Fraction(1000, 3), Language.ENGLISH)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("100/3", Fraction(100, 3)),
        ("-5", Fraction(-5)),
        ("0", Fraction(0)),
        ("-1/1000", Fraction(-1, 1000)),
        ("9", Fraction(9)),
        ("1/9", Fraction(1, 9)),
        ("90/91", Fraction(90, 91)),
        ("89/1009", Fraction(89, 1009)),
    ],
)
def test_an_exact_number_is_read_back(text: str, expected: Fraction) -> None:
    """What `str` writes of a Fraction is read as it stands."""
    assert expected == read_exact(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "1e9",
        "1.5",
        "1,5",
        "1_000",
        "1/0",
        "1/00",
        "+5",
        " 5",
        "5\n",
        "3/-4",
        "१",
        "nan",
        "--5",
        "/3",
        "9" * 100_001,
    ],
)
def test_any_other_text_is_no_exact_number(text: str) -> None:
    """Exponents, points, underscores, spaces, a zero below the line and other digits are not read."""
    assert read_exact(text) is None


def test_a_text_of_a_hundred_thousand_signs_is_read() -> None:
    """One more is not."""
    assert 10**100_000 - 1 == read_exact("9" * 100_000)


def test_a_number_that_is_to_be_read_back_has_no_thousands_marks() -> None:
    """In neither language; the decimals keep their own."""
    written = [write_exact(Fraction(24_691, 20), language, grouped=False) for language in Language]
    assert ["1234,55", "1234.55"] == written


@pytest.mark.parametrize("writes", [write, write_exact, round_half_up], ids=lambda one: one.__name__)
def test_what_is_written_or_rounded_must_be_a_number(writes: Callable[[Any], Any]) -> None:
    """As everywhere: what to pass is said."""
    with refused("number.text", value="47,25"):
        writes("47,25")


def test_a_float_is_written_and_rounded_as_the_decimal_it_prints() -> None:
    """The float 1.005 lies below it, and would be rounded down."""
    rounded = (round_half_up(1.005, 2), write(1.005), write_exact(47.25))
    assert (Fraction(101, 100), "1,01", "47,25") == rounded
