"""Codes of indicators as people write them."""

from __future__ import annotations

import pytest

from kinerja import BSPJI_PEKANBARU_2021_2024 as CATALOGUE
from kinerja import UnknownIndicatorError
from kinerja.decrees import find_code

CODES = tuple(CATALOGUE)


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("SK1/1", "SK1/1"),
        ("SK 1/1", "SK1/1"),
        ("sk1/2", "SK1/2"),
        ("SK 3/4", "SK3/4"),
        ("SK3-4", "SK3/4"),
        ("SK.2.1", "SK2/1"),
        ("S.K.2.1.", "SK2/1"),
        ("SK3.1", "SK3/1"),
        ("sk31", "SK3/1"),
        ("SK\u00a03/\u00a02", "SK3/2"),
    ],
)
def test_letters_and_digits_say_which_code_is_meant(written: str, code: str) -> None:
    """Case, blanks and punctuation say nothing."""
    assert code == find_code(written, CODES)


def test_a_code_that_is_there_is_taken_though_others_have_its_letters_and_digits() -> None:
    """It is what was written."""
    assert "A-1" == find_code("A-1", ["A1", "A-1", "a 1"])


def test_several_codes_of_the_same_letters_and_digits_are_named() -> None:
    """Which one is meant nobody knows."""
    with pytest.raises(UnknownIndicatorError) as caught:
        find_code("sk111", ["SK1/11", "SK11/1", "SK2/1"])
    assert ("SK1/11", "SK11/1") == caught.value.matches


@pytest.mark.parametrize(("written", "code"), [("SK1/11", "SK1/11"), ("sk 11-1", "SK11/1")])
def test_what_parts_two_numbers_says_which_they_are(written: str, code: str) -> None:
    """The letters and digits of both are the same."""
    assert code == find_code(written, ["SK1/11", "SK11/1"])


@pytest.mark.parametrize("written", ["SK11/1", "SK9/9", "", "/", "SK1", "SK1/1a", "SK\u0661/\u0661"])
def test_what_is_the_code_of_nothing_is_refused(written: str) -> None:
    """SK11/1 is not SK1/11, where that alone is there."""
    with pytest.raises(UnknownIndicatorError):
        find_code(written, ["SK1/11", "SK1/1"])
