"""Formulas read back from their writing."""

from __future__ import annotations

from fractions import Fraction

import pytest

from kinerja.testing.read_back import computed

VALUES = {"A": Fraction(40), "B": Fraction(50), "Tot A": Fraction(3), "A2": Fraction(7), "n_1": Fraction(1, 2)}


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2 + 3 × 4", 14),
        ("(2 + 3) × 4", 20),
        ("8 - 2 - 1", 5),
        ("8 / 2 / 2", 2),
        ("-2 × (-3)", 6),
        ("1,234.5 / (1/2)", 2469),
        ("=100*(B-A)/A", 25),
        ("=A2+A", 47),
        (r"\frac{100 \times \left(B - A\right)}{A}", 25),
        (r"\frac{\frac{B}{n_1}}{\mathrm{Tot A}}", Fraction(100, 3)),
    ],
)
def test_a_writing_is_computed(written: str, expected: Fraction) -> None:
    """By the rules of arithmetic."""
    assert expected == computed(written, VALUES)


@pytest.mark.parametrize("written", ["2 % 3", "2 3", "(2", r"\frac{2}3", "C", "2(3)", "+2", "2 ** 3", "A.B"])
def test_what_is_no_writing_is_refused(written: str) -> None:
    """And so is a symbol without a value."""
    with pytest.raises(ValueError) as caught:  # noqa: PT011 - the text is compared
        computed(written, VALUES)
    assert f"no writing of a formula: {written!r}" == str(caught.value)


def test_a_division_by_0_is_none() -> None:
    """As Python tells it."""
    with pytest.raises(ZeroDivisionError):
        computed("1 / 0", {})
