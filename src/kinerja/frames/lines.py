"""A frame's columns under the names of a record's fields, each checked to be of a type that means what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs
import narwhals.stable.v2 as nw

from kinerja.frames.column import FrameColumn
from kinerja.frames.placing import missing_columns, wrong_type
from kinerja.frames.refusal import Refusal
from kinerja.records import Kind, fields_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kinerja.frames.engine import Engine
    from kinerja.records import Field

__all__ = ["SAFE_FLOAT", "Lines", "is_category", "number"]

SAFE_FLOAT = 2.0**53
"""From here on a float may stand for its neighbour."""

_WANTED: dict[Kind, nw.dtypes.DType] = {
    Kind.TEXT: nw.String(),
    Kind.ACCOUNT: nw.String(),
    Kind.DATE: nw.Date(),
    Kind.YEAR: nw.Int64(),
    Kind.NUMBER: nw.Int64(),
    Kind.RUPIAH: nw.Int64(),
    Kind.FLAG: nw.Boolean(),
}


class Lines:
    """Stands in a counting rule for the record: each field is a column of the frame.

    It remembers which fields the rule read, so that only these columns are needed.

    Fields:
        looks: refusal -> where a value that was read gives rise to it, whatever is done with it.
        wanted: column of nulls alone -> the type that its field has.
    """

    def __init__(
        self, record: type[Any], schema: Mapping[str, nw.dtypes.DType], placed: Mapping[str, str], engine: Engine
    ) -> None:
        self._fields = {field.name: field for field in fields_of(record)}
        self._defaults = {attribute.name: attribute.default for attribute in attrs.fields(record)}
        self._schema, self._placed, self._engine = schema, placed, engine
        self._read: dict[str, FrameColumn] = {}
        self.looks: list[tuple[Refusal, nw.Expr]] = []
        self.wanted: dict[str, nw.dtypes.DType] = {}

    @property
    def read(self) -> tuple[str, ...]:
        """The columns that were asked for and are there."""
        return tuple(self._placed[name] for name in self._read if name in self._placed)

    def check(self) -> None:
        """Refuse a frame that lacks fields that were asked for, unless records have a value of their own there.

        Raises:
            ColumnsError: naming them, and the columns that are there.
        """
        missing = [name for name in self._read if name not in self._placed and self._default(name) is None]
        if missing:
            headings = [self._fields[name].headings[0] for name in missing]
            raise missing_columns(headings, list(self._schema), missing)

    def __getattr__(self, name: str) -> FrameColumn:
        if name not in self._fields:
            raise AttributeError(name)
        if name not in self._read:
            self._read[name] = self._column(name)
        return self._read[name]

    def _default(self, name: str) -> Any:
        """Return what stands for an unknown value; None where it stays unknown, as where every row must have one."""
        default = self._defaults[name]
        return None if default is attrs.NOTHING or self._fields[name].needed else default

    def _column(self, name: str) -> FrameColumn:
        field, default = self._fields[name], self._default(name)
        if name not in self._placed:
            return FrameColumn(nw.lit(default, dtype=_WANTED[field.kind]), _WANTED[field.kind])
        column = self._typed(field, self._placed[name])
        return column if default is None else FrameColumn(column.expr.fill_null(default), column.dtype)

    def _typed(self, field: Field, column: str) -> FrameColumn:
        """Return a column in the type that the back ends compare and add alike."""
        dtype, expr = self._schema[column], self._engine.column(column)
        if dtype == nw.Unknown:
            self.wanted[column] = _WANTED[field.kind]
            return FrameColumn(expr.cast(_WANTED[field.kind]), _WANTED[field.kind])
        plain = {
            Kind.TEXT: self._text,
            Kind.ACCOUNT: self._text,
            Kind.DATE: self._date,
            Kind.FLAG: self._flag,
            Kind.YEAR: self._year,
        }
        if field.kind not in plain:
            fits = self._number(field, expr, dtype)
        else:
            made = plain[field.kind](expr, dtype)
            fits = None if made is None else FrameColumn(made, dtype)
        if fits is None:
            raise wrong_type(field.name, field.kind, column, dtype, self._schema)
        return fits

    @staticmethod
    def _text(expr: nw.Expr, dtype: nw.dtypes.DType) -> nw.Expr | None:
        if dtype == nw.String:
            return expr
        return expr.cast(nw.String) if is_category(dtype) else None

    def _date(self, expr: nw.Expr, dtype: nw.dtypes.DType) -> nw.Expr | None:
        if dtype == nw.Date:
            return expr
        if not isinstance(dtype, nw.Datetime) or dtype.time_zone is not None:
            return None
        if self._engine.rounds and dtype.time_unit == "ns":
            return expr.dt.to_string("%Y-%m-%d").cast(nw.Date)
        return expr.cast(nw.Date)

    @staticmethod
    def _flag(expr: nw.Expr, dtype: nw.dtypes.DType) -> nw.Expr | None:
        return expr if dtype == nw.Boolean else None

    def _year(self, expr: nw.Expr, dtype: nw.dtypes.DType) -> nw.Expr | None:
        return number(expr, dtype, self._engine)

    def _number(self, field: Field, expr: nw.Expr, dtype: nw.dtypes.DType) -> FrameColumn | None:
        """Return a column of amounts; floats that stand for no exact one are looked out for."""
        made = number(expr, dtype, self._engine)
        if made is None or not dtype.is_float():
            return None if made is None else FrameColumn(made, dtype)
        if field.kind is Kind.NUMBER:
            self.looks.append((Refusal.OVERFLOW, ~made.is_finite()))
            return FrameColumn(made, None)
        self.looks.append((Refusal.NOT_WHOLE, made.abs() >= SAFE_FLOAT))
        return FrameColumn(made, dtype)


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
