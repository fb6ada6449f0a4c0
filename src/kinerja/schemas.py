"""JSON Schemas (2020-12) of what the library writes and reads: made of the classes, whenever they are asked for.

This module imports cattrs, and needs no extra.
"""

from __future__ import annotations

import datetime as dt
import types
import typing
from fractions import Fraction
from typing import Any, Literal, Union, get_args, get_origin

import attrs

from kinerja import formulas
from kinerja import indicators as law
from kinerja._base import FrozenMap, Reason, Text, UnknownIndicatorError
from kinerja.decrees import Alternative, Entry, TargetPeriod, WrittenSettings
from kinerja.decrees.conversion import NOT_APPLICABLE, NOT_IN_FILES
from kinerja.decrees.file import DecreeFile
from kinerja.measurement import Indicator, Polarity, Target, TargetRange, Unit
from kinerja.measurement import written as measurement
from kinerja.measurement.written import WrittenMeasurement
from kinerja.records import Field, FieldType, fields_of
from kinerja.scorecards import file as scorecard
from kinerja.scorecards.file import PlainScorecard
from kinerja.trace import written as trace
from kinerja.trace.written import Figures, Given

__all__ = ["names", "schema"]

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_TARGET_PERIOD = "^[0-9]{4}(-(S[12]|TW[1-4])(-saja)?)?$"
_NUMBER = {
    "description": 'An exact number; "100/3" is text.',
    "type": ["string", "number"],
    "pattern": "^-?[0-9]+(/[0-9]*[1-9][0-9]*)?$",
}
_NEVER_ROUNDED = {**_NUMBER, "type": ["string", "integer"]}
"""Of what the library wrote itself: a number with decimals was changed by another program."""
_DAY = {"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}

Schema = dict[str, Any]


@attrs.frozen(kw_only=True)
class _Trace:
    """The whole path of one figure."""

    schema: str
    clause: DecreeFile


@attrs.frozen(kw_only=True)
class _Scorecard(PlainScorecard):
    """All the indicators of a decree in one period."""

    catalogue: DecreeFile


@attrs.frozen(kw_only=True)
class _Catalogue(DecreeFile):
    """A decree, its objectives, its entries, and beside them what a unit sets and targets that are assumed."""

    settings: FrozenMap[str, WrittenSettings] = attrs.field(factory=FrozenMap)
    assumed: FrozenMap[str, FrozenMap[TargetPeriod, Target]] = attrs.field(factory=FrozenMap)


@attrs.frozen(kw_only=True)
class _Problem:
    """One thing that is wrong."""

    code: str
    text: str
    place: str | None
    sheet: str | None
    row: int | None
    line: int | None
    field: str | None
    value: Any
    limit: Any
    indicator: str | None


@attrs.frozen(kw_only=True)
class _Error:
    """What was refused, and everything that is wrong."""

    error: str
    code: str
    text: str
    problems: tuple[_Problem, ...]


_DOCUMENTS: dict[str, tuple[str, tuple[type[Any], ...]]] = {
    "trace": (trace.SCHEMA, (_Trace, Given, Figures)),
    "scorecard": (scorecard.SCHEMA, (_Scorecard,)),
    "measurement": (measurement.SCHEMA, (WrittenMeasurement,)),
    "catalogue": ("", (_Catalogue,)),
    "error": ("", (_Error,)),
}
"""Name -> what its field `schema` says, and the classes whose fields it holds, the first of which describes it."""


def names() -> tuple[str, ...]:
    """Return the names of all schemas.

    >>> names()[:5]
    ('trace', 'scorecard', 'measurement', 'catalogue', 'error')
    """
    return (*_DOCUMENTS, *_records())


def schema(of: str | type[Any]) -> Schema:
    """Return a JSON Schema: of a document by its name, of a record by its class or the name of one of the library's.

    Raises:
        UnknownIndicatorError: for a name that is not among `names`.
        IndicatorError: for a record class whose fields are not described.

    >>> schema("Tenant")["required"], schema("Tenant")["properties"]["selected_on"]["title"]
    (['unit', 'tenant'], 'seleksi')
    """
    if isinstance(of, type):
        return _titled(of.__name__, _record_schema(of))
    if of in _records():
        return schema(_records()[of])
    if of not in _DOCUMENTS:
        raise UnknownIndicatorError.of(of, names())
    written_as, kinds = _DOCUMENTS[of]
    walk = _Walk(written_as)
    whole, *others = [walk.table(kind) for kind in kinds]
    for table in others:
        whole["properties"] |= table["properties"]
        whole["required"] += table["required"]
    return _titled(of, {**whole, "$defs": walk.definitions})


def _titled(name: str, table: Schema) -> Schema:
    return {"$schema": _DIALECT, "title": name, **table}


def _records() -> dict[str, type[Any]]:
    own = [indicator.record for indicator in law.indicator_classes().values()]
    of_formulas = [getattr(formulas, name) for name in formulas.__all__]
    return {kind.__name__: kind for kind in (*own, *of_formulas) if hasattr(kind, "identity")}


def _record_schema(record: type[Any]) -> Schema:
    """Return the schema of one row of a record class, as `records_from` reads it."""
    attributes = attrs.fields_dict(record)
    fields = fields_of(record)
    return {
        "description": _said(record),
        "type": "object",
        "properties": {field.name: _of_field(field, attributes[field.name].default) for field in fields},
        "required": [field.name for field in fields if attributes[field.name].default is attrs.NOTHING],
        "additionalProperties": False,
    }


_HELD: dict[FieldType, Schema] = {
    FieldType.TEXT: {"type": "string"},
    FieldType.DATE: _DAY,
    FieldType.NUMBER: _NUMBER,
    FieldType.RUPIAH: _NUMBER,
    FieldType.YEAR: {"type": "integer", "minimum": 0, "maximum": 9999},
    FieldType.FLAG: {"type": "boolean"},
    FieldType.ACCOUNT: {"type": "string", "pattern": "^[0-9]{6}$"},
}


def _of_field(field: Field, default: object) -> Schema:
    held = {"enum": list(field.options)} if field.options else _HELD[field.kind]
    if not field.blank:
        held = {**held, "pattern": r"\S"}
    if default is None or (field.options and default not in {attrs.NOTHING, *field.options}):
        held = {"anyOf": [held, {"const": default}]}
    return {
        "title": field.heading,
        "description": field.note,
        **{key: held[key] for key in held if key != "description"},
    }


def _said(kind: type[Any]) -> str:
    """Return the first sentence of a docstring."""
    return " ".join((kind.__doc__ or "").split("\n\n")[0].split())


class _Walk:
    """Walks the annotations of classes as they stand in files; each class that is met is defined once."""

    def __init__(self, written_as: str) -> None:
        self._written_as = written_as
        number = _NEVER_ROUNDED if written_as else _NUMBER
        self.definitions: dict[str, Schema] = {"Number": number}

    def table(self, kind: type[Any]) -> Schema:
        """Return the schema of a table that holds the fields of a class."""
        hints = typing.get_type_hints(kind)
        left_out = NOT_IN_FILES if kind is Entry else ()
        fields = [one for one in attrs.fields(kind) if one.init and one.name not in left_out]
        return {
            "description": _said(kind),
            "type": "object",
            "properties": {one.name: self._field(kind, one, hints[one.name]) for one in fields},
            "required": [one.name for one in fields if one.default is attrs.NOTHING],
            "additionalProperties": False,
        }

    def _field(self, kind: type[Any], field: attrs.Attribute[Any], hint: Any) -> Schema:
        if field.name == "schema":
            return {"const": self._written_as}
        if kind is Entry and field.name == "objective":  # by its code
            return _SIMPLE[str]
        return self.of(hint)

    def of(self, hint: Any) -> Schema:
        """Return the schema of an annotation."""
        if hint in _SIMPLE:
            return _SIMPLE[hint]
        origin, arguments = get_origin(hint), get_args(hint)
        if origin in {Union, types.UnionType}:
            return {"anyOf": [self.of(one) for one in arguments]}
        if origin is Literal:
            return {"enum": list(arguments)}
        if origin in {tuple, frozenset}:
            return {"type": "array", "items": self.of(arguments[0])}
        if origin in {dict, FrozenMap}:
            key, content = arguments
            names = {"propertyNames": {"pattern": _TARGET_PERIOD}} if key == TargetPeriod else {}
            return {"type": "object", **names, "additionalProperties": self.of(content)}
        return _SIMPLE[str] if origin is type else self._class(origin or hint)  # a class stands by its name

    def _class(self, kind: type[Any]) -> Schema:
        name = kind.__name__.removeprefix("_")
        if name not in self.definitions:
            self.definitions[name] = {}  # a class may hold itself
            self.definitions[name] = self._defined(kind)
        return {"$ref": f"#/$defs/{name}"}

    def _defined(self, kind: type[Any]) -> Schema:
        if issubclass(kind, Indicator):
            named = {"type": "object", "properties": {"name": {"type": "string"}}, "required": ["name"]}
            return {"description": _said(Indicator), "anyOf": [{"type": "string"}, named]}
        if kind is Unit:  # the known ones by their names
            return {"anyOf": [{"type": "string"}, self.table(kind)]}
        if kind is Alternative:  # also the text alone
            return {"anyOf": [self.table(kind), self.of(Text)]}
        return self.table(kind)


_SIMPLE: dict[Any, Schema] = {
    Any: {},
    str: {"type": "string"},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    type(None): {"type": "null"},
    dt.date: _DAY,
    Fraction: {"$ref": "#/$defs/Number"},
    TargetRange: {"type": "array", "items": {"$ref": "#/$defs/Number"}, "minItems": 2, "maxItems": 2},
    FrozenMap: {"type": "object"},
    Reason: {"const": NOT_APPLICABLE},
    Polarity: {"enum": [polarity.value for polarity in Polarity]},
}
