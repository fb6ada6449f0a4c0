"""A decree as plain data that people read and write: nothing said twice, no field that is as by default.

This module imports cattrs, so it is itself imported on first use.
"""

from __future__ import annotations

import datetime as dt
import functools
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import attrs

from kinerja.decrees.conversion import make_converter
from kinerja.decrees.own_formula import without_own
from kinerja.formulas import Formula, formula_classes
from kinerja.indicators import indicator_classes, reading_classes
from kinerja.measurement import TargetRange, Unit, bounds_of
from kinerja.measurement.conversion import is_indicator

if TYPE_CHECKING:
    from cattrs import Converter

    from kinerja.decrees.file import DecreeFile
    from kinerja.measurement import Indicator


def write_decree_file(file: DecreeFile) -> dict[str, Any]:
    """Turn a decree into plain data that `load_decree_file` reads without loss, numbers and days as they are.

    A unit that its name alone tells is that name; of an indicator stand the parameters that are not as by default, and
    of a formula not what is its entry's: its code, unit and direction, and a letter that only repeats it.
    """
    plain: dict[str, Any] = _converter().unstructure(file)
    return {**plain, "entries": list(map(without_own, plain["entries"]))}


@functools.cache
def _converter() -> Converter:
    known = indicator_classes() | reading_classes() | formula_classes()
    converter = make_converter(known)

    def unit(value: Unit) -> Any:
        try:
            told: Any = converter.structure(str(value), Unit)
        except ValueError:  # it resembles another
            told = None
        return str(value) if told == value else {"name": converter.unstructure(value.name), "whole": value.whole}

    def indicator(value: Indicator[Any]) -> dict[str, Any]:
        fields = [(field, getattr(value, field.name)) for field in attrs.fields(type(value)) if field.init]
        told = {field.name: converter.unstructure(given) for field, given in fields if given != field.default}
        return {"formula" if isinstance(value, Formula) else "name": value.name, **told}

    converter.register_unstructure_hook(Fraction, lambda number: number)
    converter.register_unstructure_hook(dt.date, lambda day: day)
    converter.register_unstructure_hook(TargetRange, lambda one: list(bounds_of(one)))
    converter.register_unstructure_hook(Unit, unit)
    converter.register_unstructure_hook_func(is_indicator, indicator)
    return converter
