"""Columns in Arrow: pandas, the parts of Dask, and Arrow tables, each column of one type that says what it is."""

from __future__ import annotations

import datetime as dt
import decimal
import numbers
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

import narwhals.stable.v2 as nw

from kinerja._base import ColumnsError, MissingExtraError, Text

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["ArrowColumns", "arrow_of", "pandas_of"]

_EXTRA = "pandas"
_FAMILIES = (str, bool, dt.datetime, dt.date, (numbers.Number, decimal.Decimal))
"""What Python objects in a column are; the more special first: a bool is a number too, and a datetime a date."""


class ArrowColumns(Mapping[str, nw.dtypes.DType]):
    """The columns of a pandas frame or an Arrow table: name -> type. Each is converted when it is asked for.

    NaN and None are null, categories are what they stand for, numpy's columns and pandas' own are alike.

    Raises:
        ColumnsError: when a column is asked for that is not of one type.
        MissingExtraError: where pyarrow is not installed.
    """

    def __init__(self, frame: Any) -> None:
        self._arrow, self._frame = _pyarrow(), frame
        self._is_table = isinstance(frame, self._arrow.Table)
        names = frame.column_names if self._is_table else frame.columns
        self._places = {str(name): place for place, name in enumerate(names)}
        self._made: dict[str, Any] = {}

    def __getitem__(self, name: str) -> nw.dtypes.DType:
        column = self.column(name)
        if self._arrow.types.is_null(column.type):
            return nw.Unknown()
        try:
            dtype = nw.from_native(self._arrow.table({name: column[:0]})).schema[name]
        except ValueError:  # a type that narwhals cannot say, such as decimals of a negative scale
            return nw.Object()
        return nw.Object() if dtype == nw.Unknown else dtype

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)

    def column(self, name: str) -> Any:
        """Return a column as Arrow has it."""
        if name not in self._made:
            place = self._places[name]
            self._made[name] = self._plain(
                self._frame.column(place) if self._is_table else self._converted(name, self._frame.iloc[:, place])
            )
        return self._made[name]

    def table(self, read: Sequence[str]) -> Any:
        """Return these columns as an Arrow table."""
        return self._arrow.table([self.column(name) for name in read], names=list(read))

    def _plain(self, column: Any) -> Any:
        """Return categories as what they stand for: chunks of them may number theirs differently."""
        types = self._arrow.types
        if types.is_dictionary(column.type):
            return column.cast(column.type.value_type)
        return column.cast(self._arrow.large_string()) if types.is_string_view(column.type) else column

    def _converted(self, name: str, values: Any) -> Any:
        if values.dtype == object:
            self._refuse_mixture(name, values)
        try:
            column = self._arrow.array(values, from_pandas=True)
        except (self._arrow.ArrowException, TypeError, ValueError, OverflowError) as error:
            raise self._not_of_one_type(name, str(error)) from None
        # A blank column of a file is one of NaN in pandas, whatever was to stand in it.
        is_blank = 0 < column.null_count == len(column) and self._arrow.types.is_floating(column.type)
        return self._arrow.nulls(len(column)) if is_blank else column

    def _refuse_mixture(self, name: str, values: Any) -> None:
        """Refuse objects that Arrow would turn into one another: local time into UTC, timestamps into days."""
        known = values[values.notna()]
        families = {_family(kind) for kind in set(map(type, known))}
        zones = {value.tzinfo is None for value in known} if families == {dt.datetime} else set()
        if len(families) > 1 or len(zones) > 1:
            raise self._not_of_one_type(name, ", ".join(sorted({type(value).__name__ for value in known})))

    def _not_of_one_type(self, name: str, why: str) -> ColumnsError:
        return ColumnsError(
            Text(
                id=f"Isi kolom {name} tidak dapat dibaca sebagai satu tipe ({why}); jadikan satu tipe.",
                en=f"The values of column {name} cannot be read as one type ({why}); make them one.",
            ),
            missing=(name,),
            available=tuple(self),
        )


def _pyarrow() -> Any:
    try:
        import pyarrow as pa  # noqa: PLC0415 - only who brings pandas needs it
    except ImportError:
        raise MissingExtraError.of(_EXTRA) from None
    return pa


def _family(kind: type) -> Any:
    return next((family for family in _FAMILIES if issubclass(kind, family)), kind)


def arrow_of(frame: Any) -> Any:
    """Return a whole pandas frame as an Arrow table."""
    columns = ArrowColumns(frame)
    return columns.table(list(columns))


def pandas_of(frame: Any) -> Any:
    """Return an Arrow result as pandas, in Arrow's types: numpy's whole numbers have no null."""
    import pandas as pd  # noqa: PLC0415 - the caller brought it

    return frame.to_native().to_pandas(types_mapper=pd.ArrowDtype)
