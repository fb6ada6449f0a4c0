"""What stands for the record in a counting rule: a frame's columns under the names of its fields, checked by type."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import attrs
import narwhals.stable.v2 as nw

from kinerja.frames import messages as say
from kinerja.frames.expressions import Expression
from kinerja.records import Field, FieldType, fields_of

if TYPE_CHECKING:
    from kinerja._base import ColumnsError
    from kinerja.frames.frame_kinds import Engine, Opened

SAFE_FLOAT = 2.0**53
"""From here on a float may stand for its neighbour."""

_WANTED: dict[FieldType, nw.dtypes.DType] = {
    FieldType.TEXT: nw.String(),
    FieldType.ACCOUNT: nw.String(),
    FieldType.DATE: nw.Date(),
    FieldType.YEAR: nw.Int64(),
    FieldType.NUMBER: nw.Int64(),
    FieldType.RUPIAH: nw.Int64(),
    FieldType.FLAG: nw.Boolean(),
}


class StandIn:
    """Stands in a counting rule for the record: each field, whatever it is called, is a column of the frame."""

    __slots__ = ("_column",)

    def __init__(self, column: Callable[[str], Expression]) -> None:
        self._column = column

    def __getattr__(self, name: str) -> Expression:
        return self._column(name)


class RecordColumns:
    """The columns that hold the fields of a record; it remembers which were asked for: no other is needed.

    Fields:
        placed: field -> the column that holds it, for the fields that are there.
        looks: refusal -> where a value that was read gives rise to it, whatever is done with it.
        wanted: column of nulls alone -> the type that its field has.
    """

    def __init__(self, record: type[Any], opened: Opened, placed: Mapping[str, str]) -> None:
        self._fields = {field.name: field for field in fields_of(record)}
        self._defaults = {attribute.name: attribute.default for attribute in attrs.fields(record)}
        self.placed: Mapping[str, str] = placed
        self._schema, self._engine = opened.schema, opened.engine
        self._read: dict[str, Expression] = {}
        self.looks: list[tuple[say.Refusal, nw.Expr]] = []
        self.wanted: dict[str, nw.dtypes.DType] = {}

    def __contains__(self, name: str) -> bool:
        return name in self._fields

    @property
    def read(self) -> tuple[str, ...]:
        """The columns that were asked for and are there."""
        return tuple(dict.fromkeys(self.placed[name] for name in self._read if name in self.placed))

    def check(self) -> None:
        """Refuse a frame that lacks fields that were asked for, unless records have a value of their own there."""
        missing = [name for name in self._read if name not in self.placed and self._default(name) is None]
        if missing:
            headings = {self._fields[name].headings[0]: name for name in missing}
            listed = tuple(f"{heading} ({name})" for heading, name in headings.items())
            raise say.MISSING_COLUMNS.error(column=listed, missing=tuple(headings), available=tuple(self._schema))

    def column(self, name: str) -> Expression:
        """Return a field as a column, in the type that the back ends compare and add alike.

        Raises:
            ColumnsError: for a column of a type that does not mean what the field says.
            AttributeError: for what is no field.
        """
        if name not in self._fields:
            raise AttributeError(name)
        if name not in self._read:
            self._read[name] = self._found(name)
        return self._read[name]

    def _default(self, name: str) -> Any:
        """Return what stands for an unknown value; None where it stays unknown, as where every row must have one."""
        default = self._defaults[name]
        if default is attrs.NOTHING or self._fields[name].needed:
            return None
        return float(default) if isinstance(default, Fraction) else default  # no back end knows fractions

    def _found(self, name: str) -> Expression:
        field, default = self._fields[name], self._default(name)
        if name not in self.placed:
            return Expression(nw.lit(default, dtype=_WANTED[field.kind]), _WANTED[field.kind])
        column = self._typed(field, self.placed[name])
        return column if default is None else Expression(column.expr.fill_null(default), column.dtype)

    def _typed(self, field: Field, column: str) -> Expression:
        dtype, expr = self._schema[column], self._engine.column(column)
        if dtype == nw.Unknown:
            self.wanted[column] = _WANTED[field.kind]
            return Expression(expr.cast(_WANTED[field.kind]), _WANTED[field.kind])
        made = self._in_type(field.kind, expr, dtype)
        if made is None:
            raise wrong_type(field.name, field.kind, column, self._schema)
        if field.kind is FieldType.YEAR or not dtype.is_float():
            return Expression(made, dtype)
        if field.kind is FieldType.NUMBER:
            self.looks.append((say.Refusal.OVERFLOW, ~made.is_finite()))
            return Expression(made)
        self.looks.append((say.Refusal.NOT_WHOLE, made.abs() >= SAFE_FLOAT))
        return Expression(made, dtype)

    def _in_type(self, kind: FieldType, expr: nw.Expr, dtype: nw.dtypes.DType) -> nw.Expr | None:
        """Return a column in the type that its kind of field is compared and added in; None where it has another."""
        match kind:
            case FieldType.TEXT | FieldType.ACCOUNT:
                as_text = expr.cast(nw.String) if is_category(dtype) else None
                return expr if dtype == nw.String else as_text
            case FieldType.DATE:
                return self._date(expr, dtype)
            case FieldType.FLAG:
                return expr if dtype == nw.Boolean else None
            case _:
                return number(expr, dtype, self._engine)

    def _date(self, expr: nw.Expr, dtype: nw.dtypes.DType) -> nw.Expr | None:
        if dtype == nw.Date:
            return expr
        if not isinstance(dtype, nw.Datetime) or dtype.time_zone is not None:
            return None
        if self._engine.rounds and dtype.time_unit == "ns":
            return expr.dt.to_string("%Y-%m-%d").cast(nw.Date)
        return expr.cast(nw.Date)


def wrong_type(field: str, kind: FieldType, column: str, schema: Mapping[str, nw.dtypes.DType]) -> ColumnsError:
    """Build the error for a column that is there, but not of a type that means what it says."""
    given = {"value": str(schema[column]), "advice": say.ADVICE[kind]}
    return say.WRONG_TYPE.error(column=column, field=field, missing=(field,), available=tuple(schema), **given)


def is_category(dtype: nw.dtypes.DType) -> bool:
    """Tell whether a type is that of categories; an Enum with its categories is not equal to another in a set."""
    return dtype == nw.Categorical or dtype == nw.Enum  # noqa: PLR1714 - equality with a class, not hashes


def number(expr: nw.Expr, dtype: nw.dtypes.DType, engine: Engine) -> nw.Expr | None:
    """Return a column of numbers in the type that the back ends compare and add alike; None for other columns."""
    if dtype.is_float():
        return expr.cast(nw.Float64).fill_nan(None)
    if isinstance(dtype, nw.Decimal):
        return expr
    if not dtype.is_integer() or dtype == nw.UInt128:  # which engines hand on as something else
        return None
    target = engine.total if dtype in {nw.UInt64, nw.Int128} else engine.line
    return expr if dtype == target else expr.cast(target)
