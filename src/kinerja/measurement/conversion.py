"""How indicators, their units and directions stand in files."""

from __future__ import annotations

import difflib
import functools
from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import TYPE_CHECKING, Any, TypeVar, get_args, get_origin

import attrs

from kinerja._base import Text, UnknownIndicatorError, exact_text
from kinerja._base.plain import UnfitError, number, plain, strict_converter, table_reader
from kinerja.measurement import messages as say
from kinerja.measurement.indicator import Indicator, check_indicator
from kinerja.measurement.polarity import Minimise, Polarity
from kinerja.measurement.quantity import PERCENT, RUPIAH, Empty, Unit
from kinerja.measurement.settings import answers_of
from kinerja.measurement.target import Target, TargetRange, as_target
from kinerja.measurement.timing import Timing
from kinerja.records import check_hints, plain_heading

if TYPE_CHECKING:
    from cattrs import Converter

T = TypeVar("T")

_RESEMBLES = 0.8  # "prosen" resembles "persen"; "pesan" and "peserta" do not


def indicator_converter(known: Mapping[str, type[Indicator[Any]]], *, whole: bool = False) -> Converter:
    """Build the converter for what may name these indicators; whole, it writes what is as by default."""
    converter = strict_converter(omit_if_default=not whole)
    polarities = {polarity.value: polarity for polarity in Polarity}
    timings = {timing.name.lower(): timing for timing in Timing}
    converter.register_structure_hook(Polarity, lambda value, _: _named(value, polarities))
    converter.register_structure_hook(Timing, lambda value, _: _named(value, timings))
    converter.register_unstructure_hook(Timing, lambda timing: timing.name.lower())
    converter.register_structure_hook_func(lambda kind: kind in {Minimise, Empty}, one_of)
    converter.register_structure_hook_func(lambda kind: kind in {Target, Target | None}, _target)
    converter.register_unstructure_hook(TargetRange, lambda one: [exact_text(one.low), exact_text(one.high)])
    _add_units(converter, known)
    _add_indicators(converter, known)
    return converter


def _named(value: object, among: Mapping[str, T]) -> T:
    if not isinstance(value, str) or value not in among:
        raise UnknownIndicatorError.of(value, among)
    return among[value]


def _target(value: object, kind: Any) -> Target | None:
    """Return a number, or a range of two; nothing where that may stand."""
    if value is None and kind != Target:
        return None
    if isinstance(value, list):
        bounds = [number(one, Fraction) for one in value]
        if len(bounds) != len(attrs.fields(TargetRange)):  # no single number stands in brackets
            raise say.NO_TARGET_RANGE.error(value=bounds)
        return as_target(bounds)
    return number(value, Fraction)


def one_of(value: object, kind: Any) -> Any:
    """Return one of the words that a Literal names; anything else is refused."""
    if value not in get_args(kind):
        raise UnknownIndicatorError.of(value, get_args(kind))
    return value


def _add_units(converter: Converter, known: Mapping[str, type[Indicator[Any]]]) -> None:
    units: dict[str, Unit] = {}
    stated: list[object] = [indicator.unit for indicator in known.values()]
    for unit in (PERCENT, RUPIAH, *stated):  # the library's own come first: a class changes none of them
        if isinstance(unit, Unit):  # a class whose unit is a field of its instances states none
            units.setdefault(plain_heading(str(unit)), unit)
    units["%"] = PERCENT
    from_table = table_reader(Unit, converter)

    def structure(value: object, kind: type[Unit]) -> Unit:
        if isinstance(value, dict):
            table: Unit = from_table(value, kind)
            return table
        name = plain(str, value)
        return units.get(plain_heading(name)) or _other_unit(name, units)

    converter.register_structure_hook(Unit, structure)


def _other_unit(name: str, known: Mapping[str, Unit]) -> Unit:
    """Return a unit that nothing is known of; one that resembles a known one would lose its checks without a word."""
    close = difflib.get_close_matches(plain_heading(name), known, cutoff=_RESEMBLES)
    if close:
        raise UnfitError.saying(say.UNIT_RESEMBLES, value=name, known=known[close[0]])
    return Unit(name=Text(id=name, en=name))


def _add_indicators(converter: Converter, known: Mapping[str, type[Indicator[Any]]]) -> None:
    @functools.cache
    def reader_of(name: str) -> Callable[[object, Any], Any]:
        return table_reader(known[name], converter)

    def structure(value: object, _kind: object) -> Indicator[Any]:
        parameters = dict(value) if isinstance(value, dict) else {"name": value}
        key = "formula" if "formula" in parameters else "name"
        name = plain(str, parameters.pop(key, ""))
        if name not in known:
            raise UnknownIndicatorError.of(name, [own for own, kind in known.items() if kind.reading_of is None])
        check_hints(name, "parameters", known[name])
        indicator: Indicator[Any] = reader_of(name)(parameters, known[name])
        check_indicator(indicator)
        return indicator

    def unstructure(indicator: Indicator[Any]) -> str | dict[str, Any]:
        fields = [field for field in attrs.fields(type(indicator)) if field.init]
        given = {field.name: getattr(indicator, field.name) for field in fields}
        unset = {field.name for field in fields if given[field.name] is field.default is None}  # TOML has no null
        unset |= {name for name, words in answers_of(indicator).items() if given[name] == words[0]}
        parameters = {name: converter.unstructure(value) for name, value in given.items() if name not in unset}
        return {"name": indicator.name, **parameters} if parameters else indicator.name

    converter.register_structure_hook_func(is_indicator, structure)
    converter.register_unstructure_hook_func(is_indicator, unstructure)


def is_indicator(kind: Any) -> bool:
    """Tell whether a type is that of indicators."""
    origin = get_origin(kind) or kind
    return isinstance(origin, type) and issubclass(origin, Indicator)
