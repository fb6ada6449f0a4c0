"""The laws of exact numbers and of rounding."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from kinerja._base import Language, exact, read_exact, round_half_up, write, write_exact

AMPLE = Context(prec=200)
DIGITS = st.integers(min_value=-6, max_value=12)
DECIMALS = st.builds(
    lambda units, places: Decimal(units).scaleb(-places, AMPLE),
    st.integers(min_value=-(10**30), max_value=10**30) | st.integers(min_value=-10_000, max_value=10_000),
    st.integers(min_value=0, max_value=12),
)
"""Decimals with few and with many digits, so that ties are common."""


def _quantized(value: Decimal, digits: int) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-digits), rounding=ROUND_HALF_UP, context=AMPLE)


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_float_survives(value: float) -> None:
    """float(exact(x)) is x."""
    assert value == float(exact(value))


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_float_means_what_it_prints(value: float) -> None:
    """exact(x) is the number that repr(x) writes."""
    assert Fraction(Decimal(repr(value))) == exact(value)


@given(st.integers() | st.fractions() | DECIMALS)
def test_exact_numbers_are_themselves(value: int | Fraction | Decimal) -> None:
    """Whole numbers, fractions and decimals are taken as they are."""
    assert value == exact(value)


@given(st.integers() | st.fractions() | DECIMALS | st.floats(allow_nan=False, allow_infinity=False))
def test_exact_is_idempotent(value: float | Fraction | Decimal) -> None:
    """An exact number is read as itself."""
    assert exact(value) == exact(exact(value))


@given(DECIMALS, DIGITS)
def test_half_up_agrees_with_decimal(value: Decimal, digits: int) -> None:
    """round_half_up gives what decimal's ROUND_HALF_UP gives, for any number of digits."""
    assert _quantized(value, digits) == round_half_up(Fraction(value), digits)


@given(st.integers(min_value=-(10**12), max_value=10**12), DIGITS)
def test_ties_go_away_from_zero(units: int, digits: int) -> None:
    """Half a unit beyond a rounded number goes to the next one, on either side of 0."""
    unit = Fraction(10) ** -digits
    sign = -1 if units < 0 else 1
    assert (units + sign) * unit == round_half_up(units * unit + sign * unit / 2, digits)


@given(st.fractions(), DIGITS)
def test_rounding_moves_half_a_unit_at_most(value: Fraction, digits: int) -> None:
    """The rounded number is never farther away than half of its last digit."""
    assert abs(value - round_half_up(value, digits)) <= Fraction(10) ** -digits / 2


@given(st.fractions(), DIGITS)
def test_rounding_is_idempotent(value: Fraction, digits: int) -> None:
    """A rounded number stays as it is."""
    once = round_half_up(value, digits)
    assert once == round_half_up(once, digits)


@given(st.fractions(), DIGITS)
def test_rounding_is_symmetric(value: Fraction, digits: int) -> None:
    """A loss rounds as the gain of the same size."""
    assert -round_half_up(value, digits) == round_half_up(-value, digits)


@given(DECIMALS, st.integers(min_value=0, max_value=12))
def test_a_written_figure_agrees_with_decimal(value: Decimal, digits: int) -> None:
    """The written figure is decimal's, grouped; a negative figure that rounds to 0 loses its sign."""
    rounded = _quantized(value, digits)
    expected = format(abs(rounded) if rounded == 0 else rounded, ",f")
    assert expected == write(Fraction(value), digits, Language.ENGLISH)


@given(st.fractions())
def test_what_str_writes_is_read_back(value: Fraction) -> None:
    """read_exact reads every number that `str` writes of a Fraction."""
    assert value == read_exact(str(value))


@given(st.fractions() | st.builds(Fraction, DECIMALS))
def test_a_number_written_in_full_loses_nothing(value: Fraction) -> None:
    """The number can be computed from its writing, exactly."""
    above, _, below = write_exact(value).replace(".", "").replace(",", ".").partition("/")
    assert value == Fraction(above) / Fraction(below or 1)
