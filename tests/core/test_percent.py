"""A number in percent that reads well and calculates as the number it is."""

from __future__ import annotations

import math
import operator
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import pytest

from kinerja import InexactNumberError, Language, Percent, UndefinedAchievementError

if TYPE_CHECKING:
    from collections.abc import Callable

P11813 = Percent(Fraction(47251, 400))
"""118.1275 percent."""


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (Percent(150), "150,00%"),
        (P11813, "118,13%"),
        (Percent(Fraction(47250, 400)), "118,13%"),
        (Percent(Fraction(1, 200)), "0,01%"),
        (Percent(Fraction(-1, 200)), "-0,01%"),
        (Percent(Fraction(-1, 1000)), "0,00%"),
        (Percent(-150), "-150,00%"),
        (Percent(1_234_567), "1.234.567,00%"),
        (Percent(10**40), f"10{'.000' * 13},00%"),
    ],
)
def test_it_prints_two_decimals_and_its_sign(value: Percent, expected: str) -> None:
    """`str` is Indonesian, rounds half up, away from zero on ties, and never writes a negative zero."""
    assert expected == str(value)


@pytest.mark.parametrize(
    ("value", "spec", "expected"),
    [
        (Percent(150), "", "150,00%"),
        (P11813, ".0f", "118"),
        (P11813, ".1f", "118.1"),
        (P11813, ".2f", "118.13"),
        (P11813, ".3F", "118.128"),
        (P11813, ".4f", "118.1275"),
        (P11813, "f", "118.127500"),
        (Percent(Fraction(5, 2)), ".0f", "3"),
        (Percent(Fraction(-5, 2)), ".0f", "-3"),
        (Percent(Fraction(1, 4)), ".1f", "0.3"),
        (Percent(Fraction(3, 20)), ".1f", "0.2"),
        (Percent(150), ".0%", "150%"),
        (P11813, ".1%", "118.1%"),
        (P11813, "%", "118.127500%"),
        (Percent(-150), ".2%", "-150.00%"),
        (Percent(10**40 + Fraction(1, 8)), ".2f", f"{10**40}.13"),
        (Percent(10**40 + Fraction(1, 8)), ".2%", f"{10**40}.13%"),
    ],
)
def test_it_is_formatted_half_up_and_never_multiplied(value: Percent, spec: str, expected: str) -> None:
    """`f` writes the number alone, `%` adds the sign to the same number."""
    assert expected == format(value, spec)


@pytest.mark.parametrize(
    ("percent", "expected"), [(P11813, "118.13%"), (Percent(-1_234_567), "-1,234,567.00%")], ids=repr
)
def test_it_is_written_in_english_on_request(percent: Percent, expected: str) -> None:
    """Marks are exchanged, nothing else."""
    assert expected == percent.write(Language.ENGLISH)


def test_it_is_written_with_as_many_decimals_as_asked() -> None:
    """Two, unless asked otherwise."""
    assert "118,1%" == P11813.write(digits=1)


@pytest.mark.parametrize(
    ("spec", "expected"),
    [
        ("12", "     118,13%"),
        (">12", "     118,13%"),
        ("<12", "118,13%     "),
        ("^12", "  118,13%   "),
        ("*>12", "*****118,13%"),
        ("012.2%", "00000118.13%"),
        ("+.2%", "+118.13%"),
        ("+.1f", "+118.1"),
        (" .1f", " 118.1"),
        ("-.1f", "118.1"),
        ("8.1f", "   118.1"),
        ("08.1f", "000118.1"),
        ("*^9.1f", "**118.1**"),
        ("=+8.1f", "+  118.1"),
    ],
)
def test_it_is_laid_out_like_a_number(spec: str, expected: str) -> None:
    """Fill, alignment, sign, zeros and width work as for Python's own numbers."""
    assert expected == format(P11813, spec)


@pytest.mark.parametrize(
    ("spec", "expected"), [(",.1f", "1,234,567.0"), (",.2%", "1,234,567.00%"), ("016,.1f", "00,001,234,567.0")]
)
def test_it_groups_thousands(spec: str, expected: str) -> None:
    """Grouping works as for Python's own numbers."""
    assert expected == format(Percent(1_234_567), spec)


@pytest.mark.parametrize(
    "spec", [".2", "012", "+", ",", ".1e", "d", "g", "s", "n", ".f", "%f", "10.2x", "z.1f", "_.1f"]
)
def test_a_format_that_is_none_of_percents_is_refused(spec: str) -> None:
    """A format that might be read in two ways, or not at all, raises ValueError with examples."""
    with pytest.raises(ValueError) as caught:  # noqa: PT011 - its whole text is looked at
        format(P11813, spec)
    assert f"format {spec!r} is not known to Percent; use for example '.1f', '.2%' or '>10'" == str(caught.value)


@pytest.mark.parametrize(("value", "expected"), [(Fraction(5, 2), 3), (Fraction(-5, 2), -3), (Fraction(12, 5), 2)])
def test_it_rounds_to_a_whole_number_half_up(value: Fraction, expected: int) -> None:
    """`round` without digits goes half up, where Fraction would go to the even neighbour."""
    assert expected == round(Percent(value))


def test_a_rounded_percent_without_digits_is_an_int() -> None:
    """`round` without digits gives an int, as for every number of Python."""
    assert int is type(round(Percent(Fraction(5, 2))))


@pytest.mark.parametrize(
    ("digits", "expected"),
    [(0, Fraction(118)), (1, Fraction(1181, 10)), (3, Fraction(118128, 1000)), (-1, Fraction(120))],
)
def test_it_rounds_to_digits_half_up(digits: int, expected: Fraction) -> None:
    """`round` with digits goes half up."""
    assert expected == round(P11813, digits)


def test_a_percent_rounded_to_digits_is_a_percent() -> None:
    """What is rounded for the eye still prints with its sign."""
    assert "118,10%" == str(round(P11813, 1))


@pytest.mark.parametrize(
    "calculate",
    [
        lambda p: p + 1,
        lambda p: 1 + p,
        lambda p: p + p,
        lambda p: p - Fraction(1, 3),
        lambda p: Fraction(1, 3) - p,
        lambda p: p * 2,
        lambda p: 2 * p,
        lambda p: p / 100,
        lambda p: 100 / p,
        lambda p: p % 7,
        lambda p: p**2,
        lambda p: sum([p, p]),
        operator.neg,
        operator.pos,
        operator.abs,
    ],
)
def test_arithmetic_gives_plain_fractions(calculate: Callable[[Percent], object]) -> None:
    """The sum, difference, product or quotient of percents is a number and no longer a percent."""
    assert Fraction is type(calculate(P11813))


def test_arithmetic_is_exact() -> None:
    """A percent divides as the number it is."""
    assert Fraction(47251, 40000) == P11813 / 100


def test_it_floors_to_an_int() -> None:
    """Its floor, its ceiling and its whole part are those of the number."""
    assert (118, 119, 118) == (math.floor(P11813), math.ceil(P11813), int(P11813))


def test_it_is_a_float_on_request() -> None:
    """`float` gives the nearest float of the number in percent."""
    assert 118.1275 == float(P11813)


@pytest.mark.parametrize("other", [150, Fraction(150), 150.0, Percent(150)], ids=repr)
def test_it_equals_the_number_it_is(other: Any) -> None:
    """One hundred and fifty percent equals 150."""
    assert other == Percent(150)


def test_it_differs_from_the_ratio() -> None:
    """One hundred and fifty percent is not 1.5."""
    assert Fraction(3, 2) != Percent(150)


def test_it_is_ordered_as_the_number_it_is() -> None:
    """Percents sort among other numbers."""
    numbers = [Fraction(101), Percent(100), Fraction(99)]
    assert [99, 100, 101] == sorted(numbers)


@pytest.mark.parametrize("value", [150, Fraction(1, 3), Fraction(-47251, 400)])
def test_it_hashes_as_the_number_it_is(value: Fraction | int) -> None:
    """A percent finds the entry of its number in a dict."""
    assert hash(value) == hash(Percent(value))


def test_its_duplicates_equal_it(duplicate: Callable[[Any], Any]) -> None:
    """It pickles and copies as the number it is."""
    assert duplicate(P11813) == P11813


def test_its_duplicates_are_percents(duplicate: Callable[[Any], Any]) -> None:
    """A pickled or copied percent still prints with its sign."""
    assert "118,13%" == str(duplicate(P11813))


def test_it_shows_how_to_build_it() -> None:
    """`repr` names the class and the exact number."""
    assert "Percent(47251, 400)" == repr(P11813)


@pytest.mark.parametrize(
    ("percent", "expected"),
    [
        (Percent(), Fraction(0)),
        (Percent(47.25), Fraction(189, 4)),
        (Percent(Decimal("0.1")), Fraction(1, 10)),
        (Percent(100, 3), Fraction(100, 3)),
        (Percent(0.5, 0.25), Fraction(2)),
        (Percent(Percent(5)), Fraction(5)),
    ],
)
def test_it_is_built_from_what_exact_takes(percent: Percent, expected: Fraction) -> None:
    """The number, or the two sides of a fraction, are read as `exact` reads them."""
    assert expected == percent


@pytest.mark.parametrize("sides", [("5",), (True,), (None,), (float("nan"),), (5, True), (5, "2")], ids=repr)
def test_it_refuses_what_exact_refuses(sides: tuple[Any, ...]) -> None:
    """Text, truth, nothing and NaN are not percents, above the line or below it."""
    with pytest.raises(InexactNumberError):
        Percent(*sides)


def test_nothing_stands_above_zero() -> None:
    """A fraction over 0 raises ZeroDivisionError, as Fraction does."""
    with pytest.raises(ZeroDivisionError):
        Percent(5, 0)


def test_it_has_no_room_for_other_values() -> None:
    """A percent is slotted and takes no attribute."""
    with pytest.raises(AttributeError):
        Percent(5).note = "x"  # type: ignore[attr-defined]


@pytest.mark.parametrize("denominator", [0, 0.0, Fraction(0)])
def test_a_denominator_of_zero_is_refused(denominator: Any) -> None:
    """As one of the library's own errors, and as the division that it is."""
    with pytest.raises(UndefinedAchievementError) as caught:
        Percent(1, denominator)
    assert ("number.no_denominator", denominator) == (caught.value.code, caught.value.value)


def test_without_a_number_it_is_zero() -> None:
    """As a Fraction is."""
    assert 0 == Percent()


def test_a_percent_of_nothing_is_zero() -> None:
    """As Python's own numbers are."""
    assert Fraction(0) == Percent()
