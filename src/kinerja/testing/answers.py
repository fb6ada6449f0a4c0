"""Answers of an implementation as exact numbers, and when two figures are the same."""

from __future__ import annotations

import math
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import Any

from kinerja._base import exact, round_half_up

_MOST = 9
"""What has more decimals was not rounded: it is a binary number, or a fraction cut short."""

_NEAR = Fraction(1, 10**_MOST)
_DIGITS_OF_A_FLOAT = Fraction(1, 10**13)
"""So near come floats as programs print them: PHP writes fourteen digits, Excel fifteen."""


def read_answer(given: Any) -> Fraction | None:
    """Return an answer as an exact number; None where it gives no figure.

    That is nothing, NaN, infinity, blank text, or an exception. Other text is read as programs write numbers: "118.10".

    Raises:
        InexactNumberError: for what is no number.
    """
    if given is None or isinstance(given, Exception):
        return None
    if isinstance(given, str):
        if not given.strip():
            return None
        try:
            given = Decimal(given)
        except InvalidOperation:
            exact(given)  # which refuses it
    if isinstance(given, float | Decimal) and not math.isfinite(given):
        return None
    return exact(given)


def decimals_of(figures: Iterable[Fraction | None]) -> int | None:
    """Return to how many decimals figures were rounded: the most that one shows; None where they were not.

    >>> decimals_of([Fraction(25, 2), Fraction(100), None]), decimals_of([Fraction(100, 3)])
    (1, None)
    """
    denominators = {figure.denominator for figure in figures if figure is not None}
    return next((shown for shown in range(_MOST + 1) if all(10**shown % one == 0 for one in denominators)), None)


def same(answer: Fraction | None, expected: Fraction | None, decimals: int | None) -> bool:
    """Tell whether an answer is the figure expected, at its decimals, half up; of what is not rounded, nearly.

    >>> same(Fraction("66.67"), Fraction(200, 3), 2), same(Fraction("66.66"), Fraction(200, 3), 2)
    (True, False)
    >>> same(exact(200 / 3), Fraction(200, 3), None), same(None, Fraction(0), None)
    (True, False)
    """
    if answer is None or expected is None:
        return answer is expected
    if decimals is None:
        return abs(answer - expected) <= _NEAR * max(Fraction(1), abs(expected))
    shown = round_half_up(answer, decimals)
    beyond_floats = abs(shown - expected) <= _DIGITS_OF_A_FLOAT * abs(expected)
    return beyond_floats or shown == round_half_up(expected, decimals)
