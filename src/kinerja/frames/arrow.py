"""Columns in Arrow: those of pandas, of the partitions of Dask and of Arrow tables, each of one type."""

from __future__ import annotations

import datetime as dt
import decimal
import numbers
from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any

import narwhals.stable.v2 as nw

from kinerja._base import ColumnsError, MissingExtraError, exact
from kinerja.frames import messages as say

_EXTRA = "pandas"
_FAMILIES = (str, bool, dt.datetime, dt.date, (numbers.Number, decimal.Decimal))
"""What Python objects in a column are; the more special first: a bool is a number too, and a datetime a date."""


class ArrowColumns(Mapping[str, nw.dtypes.DType]):
    """The columns of a pandas frame or an Arrow table: name -> type. Each is converted when it is asked for.

    NaN and None are null, categories are what they stand for, numpy's columns and pandas' own are alike.

    Fields:
        names: of the columns, also where some are the same.

    Raises:
        ColumnsError: when a column is asked for that is not of one type.
        MissingExtraError: where pyarrow is not installed.
    """

    def __init__(self, frame: Any) -> None:
        self._arrow, self._frame = _pyarrow(), frame
        self._is_table = isinstance(frame, self._arrow.Table)
        self.names: list[str] = list(map(str, frame.column_names if self._is_table else frame.columns))
        self._places = {name: place for place, name in enumerate(self.names)}
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
        """Return these columns as an Arrow table; rows are counted by one of them, where none is read."""
        names = list(read) or self.names[:1]
        return self._arrow.table([self.column(name) for name in names], names=names)

    def _plain(self, column: Any) -> Any:
        """Return categories as what they stand for: chunks of them may number theirs differently."""
        types = self._arrow.types
        if types.is_dictionary(column.type):
            return column.cast(column.type.value_type)
        return column.cast(self._arrow.large_string()) if types.is_string_view(column.type) else column

    def _converted(self, name: str, values: Any) -> Any:
        if values.dtype == object:
            values = self._of_one_type(name, values)
        try:
            column = self._arrow.array(values, from_pandas=True)
        except (self._arrow.ArrowException, TypeError, ValueError, OverflowError) as error:
            raise self._mixed(name, str(error)) from None
        # A blank column of a file is one of NaN in pandas, whatever was to stand in it.
        is_blank = 0 < column.null_count == len(column) and self._arrow.types.is_floating(column.type)
        return self._arrow.nulls(len(column)) if is_blank else column

    def _of_one_type(self, name: str, values: Any) -> Any:
        """Return days beside times as midnights; refuse what else Arrow would mix, such as local time with UTC."""
        known = values[values.notna()]
        families = {
            next((family for family in _FAMILIES if issubclass(kind, family)), kind) for kind in set(map(type, known))
        }
        naive = {value.tzinfo is None for value in known if isinstance(value, dt.datetime)}
        is_dated = families == {dt.datetime, dt.date} and naive == {True}
        if not is_dated and (len(families) > 1 or len(naive) > 1):
            raise self._mixed(name, ", ".join(sorted({type(value).__name__ for value in known})))
        if any(isinstance(value, Fraction) for value in known):
            return _without_fractions(values, known)
        return values.map(_midnight, na_action="ignore") if is_dated else values

    def _mixed(self, name: str, why: str) -> ColumnsError:
        return say.MIXED_COLUMN.error(column=name, value=why, missing=(name,), available=tuple(self))


def _pyarrow() -> Any:
    try:
        import pyarrow as pa  # noqa: PLC0415 - only who brings pandas needs it
    except ImportError:
        raise MissingExtraError.of(_EXTRA) from None
    return pa


def _without_fractions(values: Any, known: Any) -> Any:
    """Return exact numbers as Arrow has them: whole ones, else decimals, else the nearest floats."""
    numbers = [exact(value) for value in known]
    if all(number.denominator == 1 for number in numbers):
        return values.map(int, na_action="ignore")
    try:
        return values.map(_decimal, na_action="ignore")
    except decimal.Inexact:
        return values.map(float, na_action="ignore")


_ENDING = decimal.Context(prec=38, traps=[decimal.Inexact])


def _decimal(value: Any) -> decimal.Decimal:
    number = exact(value)
    return _ENDING.divide(decimal.Decimal(number.numerator), decimal.Decimal(number.denominator))


def _midnight(value: dt.date) -> dt.datetime:
    return value if isinstance(value, dt.datetime) else dt.datetime.combine(value, dt.time())


def pandas_of(frame: Any) -> Any:
    """Return an Arrow result as pandas, in Arrow's types: numpy's whole numbers have no null."""
    import pandas as pd  # noqa: PLC0415 - the caller brought it

    return frame.to_native().to_pandas(types_mapper=pd.ArrowDtype)


def picked(frame: Any, read: Sequence[str]) -> Any:
    """Return these columns of a pandas or Dask frame, whose names need not be texts."""
    names = {str(name): name for name in frame.columns}
    return frame[[names[name] for name in read]]


def each_partition(frame: Any, work: Callable[[Any], Any]) -> Any:
    """Return a Dask frame of what the work makes of each partition, which is a pandas frame; nothing is run yet."""
    return frame.map_partitions(work, meta=work(frame._meta))  # noqa: SLF001 - the empty frame


def one_partition(*frames: Any) -> Any:
    """Return Dask frames below each other, in one partition."""
    import dask.dataframe as dd  # noqa: PLC0415 - the caller brought it

    return dd.concat(list(frames)).repartition(npartitions=1)


def in_arrow(work: Callable[[Any], Any], read: Callable[[Any], Any] | None = None) -> Callable[[Any], Any]:
    """Return work on a narwhals frame in Arrow as work on a pandas frame, all of it unless something else reads it."""

    def whole(frame: Any) -> Any:
        columns = ArrowColumns(frame)
        return nw.from_native(columns.table(columns.names))

    return lambda frame: pandas_of(work((read or whole)(frame)))


def typed_reader(
    schema: Mapping[str, nw.dtypes.DType], read: Sequence[str], wanted: Mapping[str, nw.dtypes.DType]
) -> Callable[[Any], nw.DataFrame[Any]]:
    """Return what reads these columns of a pandas frame, all of the types that the rules were run on.

    Args:
        schema: column -> type of the frame; of Dask, its partitions are read.
        read: the columns.
        wanted: the type of those whose type the frame leaves open, as Dask does for columns of Python objects.
    """
    types = {name: schema[name] for name in read}

    def rows(partition: Any) -> nw.DataFrame[Any]:
        made: nw.DataFrame[Any] = nw.from_native(ArrowColumns(partition).table(read))
        own = made.schema
        for name, named in types.items():
            if not _agree(own[name], named, wanted.get(name)):
                limit = "object" if named == nw.Unknown else str(named)
                given = {"missing": (name,), "available": tuple(types)}
                raise say.WRONG_PARTITION.error(column=name, value=str(own[name]), limit=limit, **given)
        return made.with_columns(
            nw.col(name).cast(named) for name, named in types.items() if named not in {own[name], nw.Unknown}
        )

    return rows


def _agree(own: nw.dtypes.DType, named: nw.dtypes.DType, wanted: nw.dtypes.DType | None) -> bool:
    """Tell whether a partition holds what the frame names, perhaps in another size, or nothing but nulls."""
    if own in {nw.Unknown, named}:
        return True
    if named == nw.Unknown:
        return own == wanted
    sizes = own.is_integer() and named.is_integer()
    if isinstance(own, nw.Decimal) and isinstance(named, nw.Decimal):
        sizes = own.precision - own.scale <= named.precision - named.scale and own.scale <= named.scale
    if isinstance(own, nw.Datetime) and isinstance(named, nw.Datetime):
        sizes = own.time_zone == named.time_zone
    return sizes or (own.is_float() and named.is_float())
