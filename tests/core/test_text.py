"""Texts in two languages, and numbers as each language writes them."""

from __future__ import annotations

from fractions import Fraction

import attrs
import pytest

from kinerja._base import Language, Text, write

MEASURED = Text(id="sudah diukur", en="measured")

NUMBERS = [
    ("0", 0, "0", "0"),
    ("999", 0, "999", "999"),
    ("1000", 0, "1.000", "1,000"),
    ("-1234567.8", 1, "-1.234.567,8", "-1,234,567.8"),
    ("47.250", 3, "47,250", "47.250"),
    ("1E+6", 0, "1.000.000", "1,000,000"),
    ("1E-7", 7, "0,0000001", "0.0000001"),
    (
        "123456789012345678901234567890.5",
        1,
        "123.456.789.012.345.678.901.234.567.890,5",
        "123,456,789,012,345,678,901,234,567,890.5",
    ),
]


def test_a_text_prints_in_indonesian() -> None:
    """Output is Indonesian unless asked otherwise."""
    assert "sudah diukur" == str(MEASURED)


@pytest.mark.parametrize(
    ("language", "expected"), [(Language.INDONESIAN, "sudah diukur"), (Language.ENGLISH, "measured")]
)
def test_a_text_is_read_in_either_language(language: Language, expected: str) -> None:
    """A text holds both languages."""
    assert expected == MEASURED.read(language)


def test_equal_words_make_equal_texts() -> None:
    """A text compares and hashes by its words."""
    assert {MEASURED} == {Text(id="sudah diukur", en="measured")}


def test_a_text_does_not_change() -> None:
    """A text is frozen."""
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        MEASURED.id = "belum diukur"  # type: ignore[misc]


@pytest.mark.parametrize(
    ("number", "digits", "expected"), [(*number, indonesian) for *number, indonesian, _ in NUMBERS]
)
def test_indonesian_groups_with_dots_and_keeps_every_digit(number: str, digits: int, expected: str) -> None:
    """In Indonesian a dot groups thousands and a comma opens the decimals; nothing is rounded."""
    assert expected == write(Fraction(number), digits)


@pytest.mark.parametrize(("number", "digits", "expected"), [(*number, english) for *number, _, english in NUMBERS])
def test_english_groups_with_commas_and_keeps_every_digit(number: str, digits: int, expected: str) -> None:
    """In English a comma groups thousands and a dot opens the decimals; nothing is rounded."""
    assert expected == write(Fraction(number), digits, Language.ENGLISH)
