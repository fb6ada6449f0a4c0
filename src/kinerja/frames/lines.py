"""A frame's columns under the names of a record's fields, each checked to be of a type that means what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs
import narwhals.stable.v2 as nw

from kinerja.errors import ColumnsError
from kinerja.frames.column import FrameColumn
from kinerja.record import Field, Kind, fields_of, plain_heading
from kinerja.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kinerja.frames.engine import Engine

__all__ = ["Lines", "missing_columns", "number", "place_fields", "wrong_type"]

_WANTED: dict[Kind, nw.dtypes.DType] = {
    Kind.TEXT: nw.String(),
    Kind.ACCOUNT: nw.String(),
    Kind.DATE: nw.Date(),
    Kind.YEAR: nw.Int64(),
    Kind.NUMBER: nw.Int64(),
    Kind.RUPIAH: nw.Int64(),
    Kind.FLAG: nw.Boolean(),
}
_ADVICE: dict[Kind, Text] = {
    Kind.TEXT: Text(id="ubah dahulu menjadi teks", en="make it text first"),
    Kind.ACCOUNT: Text(id="ubah dahulu menjadi teks enam angka", en="make it text of six digits first"),
    Kind.DATE: Text(id="ubah dahulu menjadi tanggal tanpa zona waktu", en="make it dates first, without a time zone"),
    Kind.YEAR: Text(id="ubah dahulu menjadi bilangan bulat", en="make it whole numbers first"),
    Kind.NUMBER: Text(id="ubah dahulu menjadi angka", en="make it numbers first"),
    Kind.RUPIAH: Text(
        id="ubah dahulu menjadi bilangan bulat atau desimal", en="make it whole numbers or decimals first"
    ),
    Kind.FLAG: Text(id="ubah dahulu menjadi boolean", en="make it booleans first"),
}


def place_fields(record: type[Any], available: Sequence[str], columns: Mapping[str, str] | None) -> dict[str, str]:
    """Return field -> the column that holds it, for the fields that are there.

    A name in `columns` comes first, then the field's own name, then its headings as forms print them.

    Raises:
        ColumnsError: for a name in `columns` that is no field or no column, and for two columns of one heading.
    """
    given = dict(columns or {})
    fields = {field.name: field for field in fields_of(record)}
    unknown = [name for name in given if name not in fields]
    if unknown:
        raise _no_field(unknown, list(fields))
    absent = [column for column in given.values() if column not in available]
    if absent:
        raise missing_columns(absent, available)
    placed = {name: given.get(name) or _place(field, available) for name, field in fields.items()}
    return {name: column for name, column in placed.items() if column is not None}


def _place(field: Field, available: Sequence[str]) -> str | None:
    if field.name in available:
        return field.name
    headings = {plain_heading(heading) for heading in field.headings}
    found = [column for column in available if plain_heading(column) in headings]
    if len(found) > 1:
        listed = ", ".join(found)
        raise ColumnsError(
            Text(
                id=f"Kolom {listed} sama-sama dapat berarti {field.name}; sebutkan dengan "
                f"columns={{{field.name!r}: ...}}.",
                en=f"Columns {listed} may each mean {field.name}; say which with columns={{{field.name!r}: ...}}.",
            ),
            missing=(field.name,),
            available=tuple(available),
        )
    return found[0] if found else None


class Lines:
    """Stands in a counting rule for the record: each field is a column of the frame.

    It remembers which fields the rule read, so that only these columns are needed.
    """

    def __init__(
        self, record: type[Any], schema: Mapping[str, nw.dtypes.DType], placed: Mapping[str, str], engine: Engine
    ) -> None:
        self._fields = {field.name: field for field in fields_of(record)}
        self._defaults = {attribute.name: attribute.default for attribute in attrs.fields(record)}
        self._schema, self._placed, self._engine = schema, placed, engine
        self._read: dict[str, FrameColumn] = {}

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
            raise missing_columns([self._fields[name].headings[0] for name in missing], list(self._schema))

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
        if dtype == nw.Unknown:  # how narwhals calls a column of nulls alone
            return FrameColumn(expr.cast(_WANTED[field.kind]), _WANTED[field.kind])
        fits = {
            Kind.TEXT: self._text,
            Kind.ACCOUNT: self._text,
            Kind.DATE: self._date,
            Kind.FLAG: self._flag,
            Kind.YEAR: self._year,
        }.get(field.kind, self._number)(expr, dtype)
        if fits is None:
            raise wrong_type(field.name, field.kind, column, dtype, self._schema)
        return FrameColumn(fits, None if field.kind is Kind.NUMBER and dtype.is_float() else dtype)

    @staticmethod
    def _text(expr: nw.Expr, dtype: nw.dtypes.DType) -> nw.Expr | None:
        if dtype == nw.String:
            return expr
        return expr.cast(nw.String) if dtype in {nw.Categorical, nw.Enum} else None

    @staticmethod
    def _date(expr: nw.Expr, dtype: nw.dtypes.DType) -> nw.Expr | None:
        if dtype == nw.Date:
            return expr
        naive = isinstance(dtype, nw.Datetime) and dtype.time_zone is None
        return expr.cast(nw.Date) if naive else None

    @staticmethod
    def _flag(expr: nw.Expr, dtype: nw.dtypes.DType) -> nw.Expr | None:
        return expr if dtype == nw.Boolean else None

    @staticmethod
    def _year(expr: nw.Expr, dtype: nw.dtypes.DType) -> nw.Expr | None:
        if dtype.is_float():
            return expr.fill_nan(None)
        return expr if dtype.is_numeric() else None

    def _number(self, expr: nw.Expr, dtype: nw.dtypes.DType) -> nw.Expr | None:
        return number(expr, dtype, self._engine)


def number(expr: nw.Expr, dtype: nw.dtypes.DType, engine: Engine) -> nw.Expr | None:
    """Return a column of numbers in the type that the back ends compare and add alike; None for other columns."""
    if dtype.is_float():
        return expr.cast(nw.Float64).fill_nan(None)
    if isinstance(dtype, nw.Decimal):
        return expr.cast(nw.Decimal(38, dtype.scale))
    if not dtype.is_integer():
        return None
    target = engine.total if dtype in {nw.UInt64, nw.Int128, nw.UInt128} else engine.line
    return expr if dtype == target else expr.cast(target)


def _no_field(unknown: Sequence[str], fields: Sequence[str]) -> ColumnsError:
    listed, there = ", ".join(unknown), ", ".join(fields)
    return ColumnsError(
        Text(
            id=f"columns menyebut {listed}, yang bukan isian data dukung ini; isiannya: {there}.",
            en=f"columns names {listed}, which is no field of these records; the fields are {there}.",
        ),
        missing=tuple(unknown),
        available=tuple(fields),
    )


def missing_columns(missing: Iterable[str], available: Sequence[str]) -> ColumnsError:
    """Build the error that says which columns are missing and which are there."""
    lacking, there = ", ".join(missing), ", ".join(available) or "-"
    return ColumnsError(
        Text(
            id=f"Tidak ada kolom {lacking}. Kolom yang ada: {there}. columns={{...}} memberi tahu nama lainnya.",
            en=f"There is no column {lacking}. The columns are {there}. Name them otherwise with columns={{...}}.",
        ),
        missing=tuple(missing),
        available=tuple(available),
    )


def wrong_type(name: str, kind: Kind, column: str, dtype: object, available: Iterable[str]) -> ColumnsError:
    """Build the error for a column that is there, but not of a type that means what it says."""
    advice = _ADVICE[kind]
    return ColumnsError(
        Text(
            id=f"Kolom {column} ({name}) bertipe {dtype}; {advice.id}.",
            en=f"Column {column} ({name}) is of type {dtype}; {advice.en}.",
        ),
        missing=(name,),
        available=tuple(available),
    )
