"""The laws of Percent."""

from __future__ import annotations

import copy
import operator
import pickle
from decimal import ROUND_HALF_UP, Context, Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kinerja import Language, Percent
from kinerja._base import round_half_up

if TYPE_CHECKING:
    from collections.abc import Callable

AMPLE = Context(prec=200)
NUMBERS = st.fractions()
TIES = st.builds(Fraction, st.integers(min_value=-(10**9), max_value=10**9), st.sampled_from([2, 20, 200, 2000]))
DIGITS = st.integers(min_value=0, max_value=10)


def _half_up(value: Fraction, digits: int) -> str:
    """Write a value as decimal rounds it, computed with more digits than any of these values has."""
    quotient = AMPLE.divide(Decimal(value.numerator), Decimal(value.denominator))
    rounded = quotient.quantize(Decimal(1).scaleb(-digits), rounding=ROUND_HALF_UP, context=AMPLE)
    return format(abs(rounded) if rounded == 0 else rounded, "f")


@given(NUMBERS)
def test_it_equals_its_number(value: Fraction) -> None:
    """A percent and its number are equal."""
    assert value == Percent(value)


@given(NUMBERS)
def test_it_hashes_as_its_number(value: Fraction) -> None:
    """A percent and its number have one hash."""
    assert hash(value) == hash(Percent(value))


@given(NUMBERS, NUMBERS)
def test_it_compares_as_its_number(left: Fraction, right: Fraction) -> None:
    """Two percents stand in the order of their numbers."""
    assert (left < right, left <= right, left > right) == (
        Percent(left) < Percent(right),
        Percent(left) <= right,
        left > Percent(right),
    )


@given(NUMBERS, st.integers(min_value=0, max_value=pickle.HIGHEST_PROTOCOL))
def test_it_pickles(value: Fraction, protocol: int) -> None:
    """Every protocol of pickle gives back an equal percent of the same class."""
    found = pickle.loads(pickle.dumps(Percent(value), protocol))  # noqa: S301 - written by this very line
    assert (Percent, value) == (type(found), found)


@pytest.mark.parametrize("duplicate", [copy.copy, copy.deepcopy])
@given(value=NUMBERS)
def test_it_copies(duplicate: Callable[[Percent], Percent], value: Fraction) -> None:
    """A copy is an equal percent of the same class."""
    found = duplicate(Percent(value))
    assert (Percent, value) == (type(found), found)


@pytest.mark.parametrize("operation", [operator.add, operator.sub, operator.mul, operator.truediv])
@given(left=NUMBERS, right=NUMBERS)
def test_it_calculates_as_its_number(
    operation: Callable[[Fraction, Fraction], Fraction], left: Fraction, right: Fraction
) -> None:
    """Arithmetic with percents is that of their numbers."""
    assume(operation is not operator.truediv or right != 0)
    assert operation(left, right) == operation(Percent(left), Percent(right))


@pytest.mark.parametrize("operation", [operator.add, operator.sub, operator.mul, operator.truediv])
@given(left=NUMBERS, right=NUMBERS)
def test_arithmetic_leaves_percents_behind(
    operation: Callable[[Fraction, Fraction], Fraction], left: Fraction, right: Fraction
) -> None:
    """What is calculated from percents is a plain Fraction."""
    assume(operation is not operator.truediv or right != 0)
    assert Fraction is type(operation(Percent(left), Percent(right)))


@given(NUMBERS | TIES, DIGITS)
def test_it_is_formatted_half_up(value: Fraction, digits: int) -> None:
    """Any number of decimals is rounded as decimal's ROUND_HALF_UP rounds it."""
    assert _half_up(value, digits) == format(Percent(value), f".{digits}f")


@given(NUMBERS | TIES, DIGITS)
def test_a_percent_format_adds_the_sign_alone(value: Fraction, digits: int) -> None:
    """`%` writes what `f` writes, and the sign behind it."""
    assert format(Percent(value), f".{digits}f") + "%" == format(Percent(value), f".{digits}%")


@given(NUMBERS | TIES)
def test_it_prints_two_decimals_in_indonesian(value: Fraction) -> None:
    """`str` is the format with two decimals and the sign, its marks exchanged."""
    marks = str.maketrans(",.", ".,")
    assert format(Percent(value), ",.2%").translate(marks) == str(Percent(value))


@given(NUMBERS | TIES)
def test_english_keeps_the_point(value: Fraction) -> None:
    """In English it is the grouped format with two decimals and the sign."""
    assert format(Percent(value), ",.2%") == Percent(value).write(Language.ENGLISH)


@given(NUMBERS | TIES, DIGITS)
def test_it_rounds_half_up(value: Fraction, digits: int) -> None:
    """`round` goes half up for any number of digits."""
    assert round_half_up(value, digits) == round(Percent(value), digits)
