"""What a formula's letters stand for: their units, and the values they may take."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

import attrs

from kinerja._base import FrozenMap, InexactNumberError, Language, Number, Text, exact, telling_digits, write
from kinerja.measurement import messages as say
from kinerja.measurement.bounds import Bounds, Range, as_range

if TYPE_CHECKING:
    from fractions import Fraction


@attrs.frozen(kw_only=True)
class Unit:
    """A unit of measurement (satuan). A whole unit comes undivided: there is no half tenant.

    >>> str(PERCENT)
    'Persen'
    """

    name: Text
    whole: bool = False

    def write(self, value: Fraction, language: Language = Language.INDONESIAN, beside: Fraction | None = None) -> str:
        """Write a value in this unit, rounded half up: undivided units without decimals, the others with two.

        Beside another number it has as many decimals as tell it from that.
        """
        return write(value, 0 if self.whole else telling_digits(value, beside), language)

    def __str__(self) -> str:
        return self.name.id


Empty: TypeAlias = Literal["zero", "unmeasured"]
"""What it means that no record enters a quantity: that nothing happened, or that it was not measured."""

PERCENT = Unit(name=Text(id="Persen", en="percent"))
RUPIAH = Unit(name=Text(id="Rupiah", en="rupiah"))


@attrs.frozen(kw_only=True)
class Variable:
    """One quantity of an indicator (variabel).

    Fields:
        name: the parameter of the formula and of `measure`.
        symbol: the letter in the printed formula, the decree's own where it has one.
        label: what is counted, for the reader.
        unit: in which unit; a whole unit refuses fractions.
        least: the smallest possible value; None where it may be below zero.
        most: the largest possible value; None where there is none.
        usual: the lowest and the highest of what is usual; outside it there is a remark. None where nothing is.
        part_of: the name of the quantity this one can never exceed.
        divisor: True where the formula divides by it; at 0 or below there is no actual.
        empty: what it means that no record enters it: "zero" where nothing happened, as with a count of events;
            "unmeasured" where something always does, as with the receipts of a year. It says nothing of totals.
        span: of when its records are: of the period, the same months of the year before, or all of the year before.
    """

    name: str
    symbol: str
    label: Text
    unit: Unit
    least: int | None = 0
    most: int | None = None
    usual: Range | None = attrs.field(default=None, converter=as_range)
    part_of: str | None = None
    divisor: bool = False
    empty: Empty = "zero"
    span: Literal["period", "previous", "year_before"] = "period"


def check_quantities(
    indicator: str, variables: Sequence[Variable], given: Mapping[str, Number]
) -> FrozenMap[str, Fraction]:
    """Return the quantities as exact numbers, in the order of the variables.

    Raises:
        InexactNumberError: for a value that is not one exact number.
        QuantityError: for a missing or unknown name, a value below the least or above the most, a fraction of a whole
            unit, and a part above its whole.
    """
    check_names(indicator, variables, given)
    quantities = FrozenMap({one.name: _exact(indicator, one.name, given[one.name]) for one in variables})
    for variable in variables:
        value = quantities[variable.name]
        named = {"indicator": indicator, "field": variable.name, "what": variable.label}
        _check_value(value, variable.unit, variable, **named)
        if variable.part_of is not None and is_above_whole(value, quantities[variable.part_of]):
            whole = next(one for one in variables if one.name == variable.part_of)
            beside = {"part_of": whole.name, "whole": whole.label, "limit": quantities[whole.name]}
            raise say.ABOVE_WHOLE.error(**named, value=value, **beside)
    return quantities


def _exact(indicator: str, field: str, value: Number) -> Fraction:
    """Say of which quantity a value is that is no number; nothing else in the message would."""
    try:
        return exact(value)
    except InexactNumberError as error:
        named = f"{indicator}, {field}"
        raise error.about(named, indicator=indicator, field=field) from None


def check_names(indicator: str, variables: Sequence[Variable], given: Iterable[str]) -> None:
    """Raise QuantityError unless exactly the variables are given, by their names."""
    names, stated = [variable.name for variable in variables], list(given)
    if sorted(names) != sorted(stated):
        raise say.OTHER_NAMES.error(indicator=indicator, value=stated, names=names, given=stated or say.NOTHING)


def is_below(value: Any, least: int | Fraction | None) -> Any:
    """Tell whether a value, or a column of them, is below the least there can be."""
    return False if least is None else value < least


def is_above(value: Any, most: int | Fraction | None) -> Any:
    """Tell whether a value, or a column of them, is above the most there can be."""
    return False if most is None else value > most


def is_above_whole(part: Any, whole: Any) -> Any:
    """Tell whether a part, or a column of them, exceeds its whole."""
    return part > whole


def cannot_divide(value: Any) -> Any:
    """Tell whether a value, or a column of them, is nothing that a figure may be divided by: 0 or below."""
    return value <= 0


def check_actual(indicator: str, unit: Unit, bounds: Bounds, value: Number, called: Text = say.ACTUAL) -> Fraction:
    """Return an actual, or what is `called` otherwise, as an exact number that its unit and bounds allow.

    Raises:
        InexactNumberError: for a value that is not one exact number.
        QuantityError: for a fraction of a whole unit, for less than the least, and for more than the most.
    """
    actual = exact(value)
    _check_value(actual, unit, bounds, indicator=indicator, field=called, what=called)
    return actual


def check_divisors(indicator: str, variables: Sequence[Variable], quantities: Mapping[str, Fraction]) -> None:
    """Raise UndefinedActualError where a quantity that the formula divides by is 0 or below."""
    for variable in variables:
        value = quantities[variable.name]
        if variable.divisor and cannot_divide(value):
            raise say.UNDEFINED.error(indicator=indicator, quantity=variable.name, what=variable.label, value=value)


def _check_value(value: Fraction, unit: Unit, bounds: Bounds | Variable, **named: object) -> None:
    if unit.whole and value.denominator != 1:
        raise say.NOT_UNDIVIDED.error(**named, value=value, unit=unit.name)
    if is_below(value, bounds.least):
        raise say.BELOW_LEAST.error(**named, value=value, limit=bounds.least)
    if is_above(value, bounds.most):
        raise say.ABOVE_MOST.error(**named, value=value, limit=bounds.most)
