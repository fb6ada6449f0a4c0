"""How the parts of a decree stand in a catalogue file.

This module imports cattrs, so it is itself imported on first use.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import attrs
from cattrs.gen import make_dict_unstructure_fn, override

from kinerja._base import FrozenMap, PeriodError, Reason, Text, UnknownIndicatorError
from kinerja._base.plain import UnfitError, number, plain, table, table_reader
from kinerja.decrees import messages as say
from kinerja.decrees.decree import ErratumKind, Objective
from kinerja.decrees.entry import Entry
from kinerja.decrees.reading import Alternative
from kinerja.decrees.target_periods import TargetPeriod, target_period
from kinerja.measurement.conversion import indicator_converter, one_of

if TYPE_CHECKING:
    from cattrs import Converter

    from kinerja.measurement import Indicator

NOT_APPLICABLE = "N/A"
"""How decrees print a baseline that does not apply."""

NOT_IN_FILES = ("years", "settings", "settings_source", "assumed")
"""Of an entry: the years are the decree's, the settings the unit's."""

Baseline = Fraction | Reason | None


@functools.cache
def plain_converter(*, whole: bool = False) -> Converter:
    """Return the converter for what names no indicator; it writes any. Whole, it writes what is as by default too."""
    return make_converter({}, whole=whole)


def make_converter(
    known: Mapping[str, type[Indicator[Any]]],
    objectives: Mapping[str, Objective] | None = None,
    *,
    whole: bool = False,
    quoted: bool = False,
) -> Converter:
    """Build the converter for a file that may name these indicators and objectives; without objectives, any.

    Where a catalogue is quoted, a class that is not known computes no answer: a later version may have added it.
    """
    converter = indicator_converter(known, whole=whole)
    _add_baselines(converter)
    converter.register_structure_hook_func(lambda kind: kind == TargetPeriod, _target_period)
    converter.register_structure_hook_func(lambda kind: kind == ErratumKind, one_of)
    _add_alternatives(converter, known, quoted=quoted)
    _add_entries(converter, objectives)
    return converter


def _add_baselines(converter: Converter) -> None:
    converter.register_structure_hook_func(
        lambda kind: kind == Baseline,
        lambda value, kind: Reason.NOT_APPLICABLE if value == NOT_APPLICABLE else number(value, kind),
    )
    converter.register_unstructure_hook(Reason, lambda _reason: NOT_APPLICABLE)


def _target_period(value: object, _kind: object) -> TargetPeriod:
    """Return of what a target is, written in one way alone, so that none can stand twice."""
    try:
        period = target_period(str(value))
    except PeriodError:
        raise UnfitError.saying(say.NO_TARGET_PERIOD, value=value) from None
    if str(period) != str(value):
        raise UnfitError.saying(say.NO_TARGET_PERIOD, value=value)
    return period


def _add_alternatives(converter: Converter, known: Mapping[str, type[Indicator[Any]]], *, quoted: bool) -> None:
    """Read alternatives as tables, and as the text alone that older files hold."""

    def by(value: object, _kind: object) -> type[Indicator[Any]] | None:
        name = plain(str, value)
        if name not in known and not quoted:
            raise UnknownIndicatorError.of(name, known)
        return known.get(name)

    def changes(value: object, _kind: object) -> FrozenMap[str, Any]:
        return FrozenMap(table(value))

    from_table = table_reader(
        Alternative, converter, by=override(struct_hook=by), changes=override(struct_hook=changes)
    )

    def structure(value: object, kind: type[Alternative]) -> Alternative:
        if "text" in table(value):
            alternative: Alternative = from_table(value, kind)
            return alternative
        return Alternative(text=converter.structure(value, Text))

    def write(kind: Any) -> Callable[[Any], dict[str, Any]]:
        by_name = override(unstruct_hook=lambda by: by.__name__)
        return make_dict_unstructure_fn(kind, converter, _cattrs_omit_if_default=True, by=by_name)

    converter.register_structure_hook(Alternative, structure)
    converter.register_unstructure_hook_factory(lambda kind: kind is Alternative, write)


def _add_entries(converter: Converter, objectives: Mapping[str, Objective] | None) -> None:
    """Read and write entries as a decree has them: without years, a unit's settings and assumptions."""
    left_out: dict[str, Any] = {name: override(omit=True) for name in NOT_IN_FILES}

    def objective(value: object, _kind: object) -> Objective:
        code = plain(str, value)
        if objectives is None:
            return Objective(code=code, text=code)
        if code not in objectives:
            raise UnknownIndicatorError.of(code, objectives)
        return objectives[code]

    def read(kind: Any) -> Callable[[object, Any], Any]:
        from_table = table_reader(kind, converter, objective=override(struct_hook=objective), **left_out)
        return lambda value, kind: _with_changes_read(converter, from_table(value, kind))

    def write(kind: Any) -> Callable[[Any], dict[str, Any]]:
        by_code = override(unstruct_hook=lambda value: value.code)
        return make_dict_unstructure_fn(kind, converter, _cattrs_omit_if_default=True, objective=by_code, **left_out)

    converter.register_structure_hook_factory(lambda kind: kind is Entry, read)
    converter.register_unstructure_hook_factory(lambda kind: kind is Entry, write)


def _with_changes_read(converter: Converter, entry: Entry) -> Entry:
    """Return an entry whose answers change parameters to what the fields of its indicator hold, as files write it."""
    if entry.indicator is None:
        return entry
    fields = attrs.fields_dict(attrs.resolve_types(type(entry.indicator)))

    def read(name: str, value: object) -> Any:
        field = fields.get(name)
        if field is None or field.converter is not None or field.type is None:
            return value
        return converter.structure(value, field.type)

    def with_changes(answer: Alternative) -> Alternative:
        return attrs.evolve(answer, changes={name: read(name, value) for name, value in answer.changes.items()})

    readings = [
        attrs.evolve(reading, alternatives=tuple(map(with_changes, reading.alternatives))) for reading in entry.readings
    ]
    return attrs.evolve(entry, readings=tuple(readings))
