"""Numbers in Indonesian writing."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from kinerja import RecordsError
from kinerja.readers import read_number
from said import sentence

if TYPE_CHECKING:
    from kinerja._base import Text


def _refusal(text: str, **more: bool) -> Text:
    with pytest.raises(RecordsError) as caught:
        read_number(text, **more)
    (problem,) = caught.value.problems
    assert text == problem.value
    return problem.allowed


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("0", 0),
        ("5", 5),
        ("007", 7),
        ("-5", -5),
        ("+5", 5),
        ("\N{MINUS SIGN}5", -5),
        ("47,25", Fraction(189, 4)),
        ("0,5", Fraction(1, 2)),
        ("1000", 1000),
        ("1.000.000", 10**6),
        ("1.000,5", Fraction(2001, 2)),
        ("1.971.124.137", 1971124137),
        ("9" * 25, 10**25 - 1),
        (".".join(["9", *["999"] * 8]), 10**25 - 1),
        (f"Rp{' ' * 97}5", 5),
    ],
)
def test_dots_separate_thousands_and_a_comma_decimals(text: str, expected: Fraction | int) -> None:
    """A number in Indonesian writing is read exactly."""
    assert expected == read_number(text)


@pytest.mark.parametrize(
    "text", ["Rp1.000", "Rp 1.000", "Rp. 1.000", "rp.1.000", "RP\N{NO-BREAK SPACE}1.000", "Rp1.000,-"]
)
def test_an_amount_in_rupiah_is_not_in_doubt(text: str) -> None:
    """With Rp, one dot before three digits separates thousands, and `,-` closes a whole amount."""
    assert 1000 == read_number(text)


@pytest.mark.parametrize("text", ["-Rp 5,50", "Rp -5,50", "Rp-5,50"])
def test_a_sign_may_stand_before_or_after_rp(text: str) -> None:
    """Both ways of writing an amount below zero are read."""
    assert Fraction(-11, 2) == read_number(text)


@pytest.mark.parametrize("text", ["47,25%", "47,25 %", " 47,25\N{NO-BREAK SPACE}%\n"])
def test_a_percent_sign_says_what_the_number_is(text: str) -> None:
    """A percent sign does not divide the number."""
    assert Fraction(189, 4) == read_number(text)


@pytest.mark.parametrize("may_be_percent", [True, False])
@pytest.mark.parametrize(
    ("text", "decimal", "whole"),
    [("47.250", "47,25", "47250"), ("1.000", "1", "1000"), ("-3.532", "3,532", "3532")],
)
def test_a_dot_before_three_digits_is_ambiguous(text: str, decimal: str, whole: str, *, may_be_percent: bool) -> None:
    """In percents, indices and days alike; both meanings are offered, without closing zeros."""
    expected = sentence("written.ambiguous_dot", decimal=decimal, whole=whole)
    assert expected == _refusal(text, may_be_percent=may_be_percent)


def test_a_dot_before_three_digits_is_ambiguous_with_a_percent_sign_too() -> None:
    """12,345% and 12345% are both percents."""
    assert sentence("written.ambiguous_dot", decimal="12,345", whole="12345") == _refusal("12.345%")


def test_a_dot_is_no_doubt_where_dots_can_only_separate_thousands() -> None:
    """In rupiah and in whole numbers 1.000 is one thousand."""
    assert 1000 == read_number("1.000", dots_group=True)


def test_a_round_amount_needs_no_rp_where_dots_can_only_separate_thousands() -> None:
    """Then `1.000,-` is one thousand."""
    assert 1000 == read_number("1.000,-", dots_group=True)


def test_a_percent_sign_is_refused_where_percents_cannot_stand() -> None:
    """A count of tenants is no percent."""
    assert sentence("written.percent") == _refusal("47%", may_be_percent=False)


def test_rp_is_refused_where_money_cannot_stand() -> None:
    """Neither percents nor tenants are money."""
    assert sentence("written.rupiah") == _refusal("Rp 47,25", may_be_rupiah=False)


@pytest.mark.parametrize("text", ["NaN", "nan", "inf", "-Infinity", "\N{INFINITY}"])
def test_what_is_not_finite_is_refused(text: str) -> None:
    """Decimal alone would take NaN."""
    assert sentence("written.not_finite") == _refusal(text)


@pytest.mark.parametrize("text", ["1e5", "1,5E+3", "1E-2"])
def test_powers_of_ten_are_refused(text: str) -> None:
    """Decimal alone would take 1e5."""
    assert sentence("written.power_of_ten") == _refusal(text)


@pytest.mark.parametrize("text", ["1_000", "1_000_000,5"])
def test_underscores_are_refused(text: str) -> None:
    """Decimal alone would take 1_000."""
    assert sentence("written.underscore") == _refusal(text)


@pytest.mark.parametrize(
    "text", ["\N{ARABIC-INDIC DIGIT THREE}", "\N{FULLWIDTH DIGIT FOUR}7,25", "\N{DEVANAGARI DIGIT ONE}2"]
)
def test_other_digits_are_refused(text: str) -> None:
    """Decimal alone would take them."""
    assert sentence("written.other_digits") == _refusal(text)


@pytest.mark.parametrize("text", ["17,265,705,000", "17,265,705,000.00", "1,234.56", "Rp 17,265,705,000", "1,5,5"])
def test_thousands_with_commas_are_refused(text: str) -> None:
    """English writing is refused, not guessed."""
    assert sentence("written.commas") == _refusal(text)


@pytest.mark.parametrize("text", ["80.00", "0.500", "1.", ".5", "1..000", "1.0000", "12.34.567", "1.234.56", "69.5%"])
def test_dots_anywhere_else_are_refused(text: str) -> None:
    """A dot stands between thousands and nowhere else."""
    assert sentence("written.dots") == _refusal(text)


@pytest.mark.parametrize("text", ["1,000", "250,000"])
def test_three_zeros_after_a_comma_are_ambiguous(text: str) -> None:
    """Nobody writes three zeros of decimals; they are thousands in English writing."""
    assert sentence("written.three_zeros") == _refusal(text)


@pytest.mark.parametrize("text", ["Rp 17,265", "Rp19.590.231,077"])
def test_rupiah_have_no_three_decimals(text: str) -> None:
    """In an amount a comma before three digits was meant for thousands."""
    assert sentence("written.rupiah_decimals") == _refusal(text)


@pytest.mark.parametrize("text", ["1 971 124", "1\N{THIN SPACE}000", "5\n6"])
def test_blanks_between_digits_are_refused(text: str) -> None:
    """They may separate thousands, or two numbers."""
    assert sentence("written.spaces") == _refusal(text)


def test_brackets_are_refused() -> None:
    """A number below zero has a minus."""
    assert sentence("written.brackets") == _refusal("(1.000)")


@pytest.mark.parametrize(
    "text",
    [
        *("abc", "5 orang", "80 - 90%", "1/2", "0x10", "5,", ",5", "%", "Rp", "Rp,-", "--5", "-Rp -5", "Rp 5%", "5%%"),
        *("%5", "$5", "1,-", "1,5,-", "1,-%", "N/A", "1" * 101, f"Rp{' ' * 98}5"),
        *("\N{VULGAR FRACTION ONE HALF}", "1\N{SUPERSCRIPT TWO}"),
    ],
)
def test_anything_else_is_told_how_numbers_are_written(text: str) -> None:
    """What is not understood is never read in part."""
    assert sentence("written.no_number") == _refusal(text)


@pytest.mark.parametrize("text", ["", " \t"])
def test_a_blank_is_no_number(text: str) -> None:
    """It is not zero either."""
    assert sentence("written.blank") == _refusal(text)


def test_a_very_long_number_is_a_slip() -> None:
    """No office has as much of anything."""
    assert sentence("written.too_many_digits", limit="25") == _refusal("9" * 26)


def test_the_digits_before_and_behind_the_comma_count_together() -> None:
    """Up to 25 of them are read."""
    assert sentence("written.too_many_digits", limit="25") == _refusal(f"{'9' * 13},{'9' * 13}")
    assert Fraction(10**26 - 1, 10**13) - Fraction(9, 10**13) == read_number(f"{'9' * 13},{'9' * 12}")


@pytest.mark.parametrize(("text", "value"), [("100/3", Fraction(100, 3)), ("-1/3", Fraction(-1, 3)), ("1000", 1000)])
def test_an_exact_fraction_is_read_where_it_may_be_one(text: str, value: Fraction) -> None:
    """As `write_exact` writes what has no end as a decimal."""
    assert value == read_number(text, may_be_fraction=True)
