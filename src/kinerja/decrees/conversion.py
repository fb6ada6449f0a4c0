"""How each kind of value stands in a catalogue file: cattrs with strict hooks, nothing coerced.

This module imports cattrs, so it is itself imported on first use.
"""

from __future__ import annotations

import datetime as dt
import difflib
import functools
import re
from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from decimal import Decimal
from fractions import Fraction
from typing import Any, NewType, TypeVar, get_args, get_origin

import attrs
from cattrs import Converter
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

from kinerja._base import (
    FrozenMap,
    InexactNumberError,
    KinerjaError,
    Reason,
    Text,
    UnknownIndicatorError,
    exact,
    exact_text,
    read_exact,
)
from kinerja.decrees import messages as say
from kinerja.decrees.decree import Alternative, Entry, Objective
from kinerja.measurement import PERCENT, RUPIAH, Indicator, Minimise, Polarity, Unit, check_indicator
from kinerja.records import check_hints

NOT_APPLICABLE = "N/A"
"""How decrees print a baseline that does not apply."""

T = TypeVar("T")

_RESEMBLES = 0.8  # "prosen" resembles "persen"; "pesan" and "peserta" do not

Baseline = Fraction | Reason | None

YEAR = re.compile(r"[0-9]{4}", re.ASCII)
"""A year as files write it where keys are text."""

_YearKey = NewType("_YearKey", int)


class UnfitError(KinerjaError, ValueError):
    """A value that may not stand where it does."""


@functools.cache
def plain_converter(*, whole: bool = False) -> Converter:
    """Return the converter for what names no indicator; it writes any. Whole, it writes what is as by default too."""
    return make_converter({}, whole=whole)


def make_converter(
    known: Mapping[str, type[Indicator[Any]]], objectives: Mapping[str, Objective] | None = None, *, whole: bool = False
) -> Converter:
    """Build the converter for a file that may name these indicators and objectives; without objectives, any."""
    converter = Converter(
        forbid_extra_keys=True,
        omit_if_default=not whole,
        unstruct_collection_overrides={AbstractSet: sorted, tuple: list},
    )
    _add_scalars(converter)
    converter.register_structure_hook_factory(attrs.has, lambda kind: _table_reader(kind, converter))
    _add_lists(converter)
    _add_maps(converter)
    _add_units(converter, known)
    _add_indicators(converter, known)
    _add_alternatives(converter)
    _add_entries(converter, objectives)
    return converter


def _add_scalars(converter: Converter) -> None:
    for kind in _PLAIN:
        converter.register_structure_hook(kind, functools.partial(_plain, kind))
    converter.register_structure_hook(dt.date, _date)
    converter.register_structure_hook(Fraction, _number)
    converter.register_structure_hook(Polarity, _polarity)
    converter.register_structure_hook_func(lambda kind: kind == Minimise, _one_of)
    converter.register_structure_hook(_YearKey, _year)
    converter.register_structure_hook_func(
        lambda kind: kind == Baseline,
        lambda value, kind: Reason.NOT_APPLICABLE if value == NOT_APPLICABLE else _number(value, kind),
    )
    converter.register_unstructure_hook(dt.date, dt.date.isoformat)
    converter.register_unstructure_hook(Fraction, exact_text)
    converter.register_unstructure_hook(Reason, lambda _reason: NOT_APPLICABLE)


_PLAIN = {str: say.NO_TEXT, int: say.NO_WHOLE_NUMBER, bool: say.NO_FLAG}


def _plain(kind: type[T], value: object, _asked: object = None) -> T:
    if type(value) is kind:  # `isinstance` would take true for 1
        return value
    raise UnfitError.saying(_PLAIN[kind], value=value)


def _date(value: object, _kind: object) -> dt.date:
    if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
        return value
    if isinstance(value, str) and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        return dt.date.fromisoformat(value)
    raise UnfitError.saying(say.NO_DATE, value=value)


def _number(value: object, _kind: object) -> Fraction:
    number = read_exact(value) if isinstance(value, str) else value
    if not isinstance(number, int | Decimal | Fraction) or isinstance(number, bool):
        raise UnfitError.saying(say.NO_NUMBER, value=value)
    try:
        return exact(number)
    except InexactNumberError:  # NaN, infinity, and what is too large to be meant
        raise UnfitError.saying(say.NO_NUMBER, value=value) from None


def _polarity(value: object, _kind: object) -> Polarity:
    for polarity in Polarity:
        if value == polarity.value:
            return polarity
    raise UnknownIndicatorError.of(value, [polarity.value for polarity in Polarity])


def _one_of(value: object, kind: Any) -> Any:
    if value not in get_args(kind):
        raise UnknownIndicatorError.of(value, get_args(kind))
    return value


def _year(value: object, _kind: object) -> int:
    if YEAR.fullmatch(str(value)) is None:
        raise UnfitError.saying(say.NO_YEAR, value=value)
    return int(str(value))


def _table(value: object) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise UnfitError.saying(say.NO_TABLE, value=value)
    return value


def _table_reader(kind: Any, converter: Converter, **overrides: Any) -> Callable[[object, Any], Any]:
    """Build what reads a class from a table; cattrs itself does not look whether it is one."""
    read = make_dict_structure_fn(kind, converter, _cattrs_forbid_extra_keys=True, **overrides)
    return lambda value, kind: read(_table(value), kind)


def _add_lists(converter: Converter) -> None:
    """Read lists from lists alone; cattrs would take a text for a list of its letters."""

    def structure(value: object, kind: Any) -> Any:
        if not isinstance(value, list):
            raise UnfitError.saying(say.NO_LIST, value=value)
        collection, item = get_origin(kind), get_args(kind)[0]
        return collection(converter.structure(value, list[item]))  # type: ignore[valid-type]

    converter.register_structure_hook_func(_is_list, structure)


def _is_list(kind: object) -> bool:
    return get_origin(kind) is frozenset or (get_origin(kind) is tuple and get_args(kind)[1:] == (...,))


def _add_maps(converter: Converter) -> None:
    def structure(value: object, kind: Any) -> FrozenMap[Any, Any]:
        key, content = get_args(kind)
        key = _YearKey if key is int else key
        return FrozenMap(converter.structure(_table(value), dict[key, content]))  # type: ignore[valid-type]

    def unstructure(value: FrozenMap[Any, Any]) -> dict[str, Any]:
        return {str(key): converter.unstructure(content) for key, content in value.items()}

    converter.register_structure_hook_func(_is_map, structure)
    converter.register_unstructure_hook_func(_is_map, unstructure)


def _is_map(kind: object) -> bool:
    return FrozenMap in {kind, get_origin(kind)}


def _add_units(converter: Converter, known: Mapping[str, type[Indicator[Any]]]) -> None:
    units: dict[str, Unit] = {}
    stated: list[object] = [indicator.unit for indicator in known.values()]
    for unit in (PERCENT, RUPIAH, *stated):
        if isinstance(unit, Unit):  # a class whose unit is a field of its instances states none
            units.setdefault(_folded(str(unit)), unit)  # the library's own come first: a class changes none of them
    units["%"] = PERCENT
    from_table = _table_reader(Unit, converter)

    def structure(value: object, kind: type[Unit]) -> Unit:
        if isinstance(value, dict):
            table: Unit = from_table(value, kind)
            return table
        name = _plain(str, value)
        return units.get(_folded(name)) or _other_unit(name, units)

    converter.register_structure_hook(Unit, structure)


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())


def _other_unit(name: str, known: Mapping[str, Unit]) -> Unit:
    """Return a unit that nothing is known of; one that resembles a known one would lose its checks without a word."""
    close = difflib.get_close_matches(_folded(name), known, n=1, cutoff=_RESEMBLES)
    if close:
        raise UnfitError.saying(say.UNIT_RESEMBLES, value=name, known=known[close[0]])
    return Unit(name=Text(id=name, en=name))


def _add_indicators(converter: Converter, known: Mapping[str, type[Indicator[Any]]]) -> None:
    @functools.cache
    def reader_of(name: str) -> Callable[[object, Any], Any]:
        return _table_reader(known[name], converter)

    def structure(value: object, _kind: object) -> Indicator[Any]:
        parameters = dict(value) if isinstance(value, dict) else {"name": value}
        name = _plain(str, parameters.pop("name", ""))
        if name not in known:
            raise UnknownIndicatorError.of(name, known)
        check_hints(name, "parameters", known[name])
        indicator: Indicator[Any] = reader_of(name)(parameters, known[name])
        check_indicator(indicator)
        return indicator

    def unstructure(indicator: Indicator[Any]) -> str | dict[str, Any]:
        fields = [field for field in attrs.fields(type(indicator)) if field.init]
        given = {field.name: getattr(indicator, field.name) for field in fields}
        unset = {field.name for field in fields if given[field.name] is field.default is None}  # TOML has no null
        parameters = {name: converter.unstructure(value) for name, value in given.items() if name not in unset}
        return {"name": indicator.name, **parameters} if parameters else indicator.name

    converter.register_structure_hook_func(_is_indicator, structure)
    converter.register_unstructure_hook_func(_is_indicator, unstructure)


def _is_indicator(kind: Any) -> bool:
    origin = get_origin(kind) or kind
    return isinstance(origin, type) and issubclass(origin, Indicator)


def _add_alternatives(converter: Converter) -> None:
    """Read alternatives as tables, and as the text alone that older files hold."""
    from_table = _table_reader(Alternative, converter)

    def structure(value: object, kind: type[Alternative]) -> Alternative:
        if "text" in _table(value):
            table: Alternative = from_table(value, kind)
            return table
        return Alternative(text=converter.structure(value, Text))

    converter.register_structure_hook(Alternative, structure)


def _add_entries(converter: Converter, objectives: Mapping[str, Objective] | None) -> None:
    """Read and write entries as a decree has them: without years, a unit's settings and assumptions."""
    left_out: dict[str, Any] = {
        name: override(omit=True) for name in ("years", "settings", "settings_source", "assumed")
    }

    def objective(value: object, _kind: object) -> Objective:
        code = _plain(str, value)
        if objectives is None:
            return Objective(code=code, text="")
        if code not in objectives:
            raise UnknownIndicatorError.of(code, objectives)
        return objectives[code]

    def read(kind: Any) -> Callable[[object, Any], Any]:
        by_code = override(struct_hook=objective)
        return _table_reader(kind, converter, objective=by_code, **left_out)

    def write(kind: Any) -> Callable[[Any], dict[str, Any]]:
        by_code = override(unstruct_hook=lambda value: value.code)
        return make_dict_unstructure_fn(kind, converter, _cattrs_omit_if_default=True, objective=by_code, **left_out)

    converter.register_structure_hook_factory(lambda kind: kind is Entry, read)
    converter.register_unstructure_hook_factory(lambda kind: kind is Entry, write)
