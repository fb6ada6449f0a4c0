"""What must hold of a record class before it is counted: it is one row, it can be read back, its fields agree."""

from __future__ import annotations

import datetime as dt
import typing
from collections import Counter
from collections.abc import Mapping
from fractions import Fraction
from typing import Any

import attrs

from kinerja._base import Text, exact
from kinerja.records import messages as say
from kinerja.records.fields import (
    Field,
    FieldType,
    fields_of,
    hints_of,
    is_described,
    is_held,
    optional_exact,
    plain_heading,
    validator_of,
)

_HOLDS: dict[FieldType, type] = {
    FieldType.TEXT: str,
    FieldType.DATE: dt.date,
    FieldType.NUMBER: Fraction,
    FieldType.RUPIAH: Fraction,
    FieldType.YEAR: int,
    FieldType.FLAG: bool,
    FieldType.ACCOUNT: str,
}


_DATED: tuple[set[type], ...] = ({dt.date}, {int})


def check_hints(indicator: str, member: str, kind: type[Any]) -> Mapping[str, Any]:
    """Return the annotations of a class's fields, by which traces are read back.

    Raises:
        IndicatorError: for a type that is not there when the program runs.
    """
    try:
        return hints_of(kind)
    except NameError as error:
        raise say.HINT_UNRESOLVED.error(
            indicator=indicator, member=member, value=error.name, kind=kind.__name__, module=kind.__module__
        ) from None


def check_record(indicator: str, record: Any) -> None:
    """Hold that a record class can be counted and read back.

    A class describes all its fields, or none: what is measured in code alone needs no headings. Where it describes
    them, kind, annotation and converter of each agree, and no two have a heading in common.

    Raises:
        IndicatorError: for one that is no attrs class, whose identity is not named by its fields, or whose fields are
            not as they must be.
    """
    if not isinstance(record, type) or not attrs.has(record) or record.__hash__ is None:
        raise say.NO_RECORD.error(indicator=indicator, member="record", value=getattr(record, "__name__", record))
    hints, attributes = check_hints(indicator, "record", record), attrs.fields(record)
    names = [attribute.name for attribute in attributes]
    identity = getattr(record, "identity", ())
    if not isinstance(identity, tuple | list) or not identity or not set(names).issuperset(identity):
        raise say.NO_IDENTITY.error(indicator=indicator, member="record", value=record.__name__, names=", ".join(names))
    _check_dated(indicator, record, hints)
    if any(map(is_described, attributes)):
        fields = fields_of(record)
        for attribute, field in zip(attributes, fields, strict=True):
            _check_field(indicator, record.__name__, attribute, field, hints[field.name])
        _check_headings(indicator, record.__name__, fields)


def _check_dated(indicator: str, record: type[Any], hints: Mapping[str, Any]) -> None:
    """Hold that a record that says by which field it is dated names one that holds a day or a year."""
    dated = [name for name, hint in hints.items() if {*(typing.get_args(hint) or (hint,))} - {type(None)} in _DATED]
    by = getattr(record, "dated_by", None)
    if by is not None and by not in dated:
        raise say.NOT_DATED.error(
            indicator=indicator, member="record", kind=record.__name__, value=by, names=", ".join(dated) or "-"
        )


def _check_field(indicator: str, record: str, attribute: attrs.Attribute[Any], field: Field, hint: Any) -> None:
    if validator_of(attribute) is not None and not is_held(attribute):
        raise say.NOT_BY_KIND.error(indicator=indicator, member="record", value=record)
    held, is_number = _HOLDS[field.kind], field.kind in {FieldType.NUMBER, FieldType.RUPIAH}
    may_be_unknown = field.blank and field.kind not in {FieldType.YEAR, FieldType.FLAG}
    ways: list[tuple[Any, Any]] = [(held, exact if is_number else False)]
    if may_be_unknown:
        ways.append((held | None, optional_exact if is_number else True))
    if (hint, attribute.converter if is_number else attribute.default is None) not in ways:
        raise say.OTHER_TYPE.error(
            indicator=indicator,
            member="record",
            field=f"{record}.{field.name}",
            kind=field.kind.value if field.blank else "name",
            value=hint.__name__ if isinstance(hint, type) else str(hint),
            limit=_written(field.name, held, is_number=is_number, may_be_unknown=may_be_unknown),
        )


def _written(name: str, held: type, *, is_number: bool, may_be_unknown: bool) -> Text:
    """Write how a field of its kind stands in a class."""
    called = "dt.date" if held is dt.date else held.__name__
    known = f"{name}: {called} = attrs.field({'converter=exact, ' if is_number else ''}...)"
    if not may_be_unknown:
        return Text(id=known, en=known)
    converter = "converter=optional_exact, " if is_number else ""
    unknown = f"{name}: {called} | None = attrs.field(default=None, {converter}...)"
    return Text(id=f"{known} atau {unknown}", en=f"{known} or {unknown}")


def _check_headings(indicator: str, record: str, fields: tuple[Field, ...]) -> None:
    headings = Counter(heading for field in fields for heading in {plain_heading(one) for one in field.headings})
    twice = sorted(heading for heading, times in headings.items() if times > 1)
    if twice:
        raise say.HEADED_TWICE.error(indicator=indicator, member="record", kind=record, value=twice)
