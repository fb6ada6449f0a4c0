"""Frames as callers hold them: how each kind comes in, and how the result goes out in the same kind."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import attrs
import narwhals.stable.v2 as nw

from kinerja._base import ColumnsError, Text
from kinerja.frames.arrow import ArrowColumns, pandas_of
from kinerja.frames.engine import Engine, engine_of, unknown_frame
from kinerja.frames.names import is_inner

__all__ = ["Opened", "open_frame"]

_NULLS = {"Null", '"NULL"', "void"}
"""How polars, DuckDB and Spark call the type of a column of nulls alone."""


@attrs.frozen(kw_only=True)
class Opened:
    """A frame as the rules run on it.

    Fields:
        native: what the caller gave.
        schema: column -> type. `Unknown` is a column of nulls alone, `Object` what no rule can read.
        take: columns -> a narwhals frame that has them; pandas goes through Arrow.
        close: gives a result back in the caller's kind.
        implementation: the back end that runs the rules.
        is_dask: whether it is to be measured part by part.
        is_eager: whether its rows are in memory already.
    """

    native: Any
    schema: Mapping[str, nw.dtypes.DType]
    take: Callable[[Sequence[str]], Any]
    close: Callable[[Any], Any]
    implementation: nw.Implementation
    is_dask: bool = False
    is_eager: bool = False

    @property
    def kind(self) -> str:
        """What kind of frame the caller holds, for messages and to tell kinds apart."""
        own = type(self.native)
        return f"{own.__module__.split('.')[0]}.{own.__name__}"

    @property
    def engine(self) -> Engine:
        """How the back end adds."""
        return engine_of(self.implementation)


def open_frame(native: Any) -> Opened:
    """Take a frame of any kind that is known.

    Raises:
        FrameError: for anything else.
        ColumnsError: for two columns of one name, and for names that the way to the result needs itself.
        MissingExtraError: where pandas or Dask is used and pyarrow is not installed.
    """
    own = nw.to_native(native, pass_through=True)
    is_dask = nw.dependencies.is_dask_dataframe(own)
    if is_dask or nw.dependencies.is_pandas_dataframe(own):
        columns = _in_arrow(own._meta if is_dask else own)  # noqa: SLF001 - the empty frame that Dask keeps for its types
        return attrs.evolve(columns, native=own, close=pandas_of, is_dask=is_dask, is_eager=not is_dask)
    if nw.dependencies.is_pyarrow_table(own):
        return _in_arrow(own)
    try:
        frame = nw.from_native(own)
    except TypeError:
        raise unknown_frame(type(own).__name__) from None
    kind = frame.implementation
    engine_of(kind)
    _check_names(_column_names(own, kind), folds=_folds(own, kind))
    is_eager = isinstance(frame, nw.DataFrame)
    # Lazy engines read no column that is not asked for; a selection would keep polars' filter from the file.
    return Opened(
        native=own,
        schema=_schema(frame, own),
        take=_selecting(frame) if is_eager else lambda _read: frame,
        close=_native,
        implementation=kind,
        is_eager=is_eager,
    )


def _in_arrow(own: Any) -> Opened:
    names = own.column_names if nw.dependencies.is_pyarrow_table(own) else list(map(str, own.columns))
    _check_names(names, folds=False)
    columns = ArrowColumns(own)
    return Opened(
        native=own,
        schema=columns,
        take=lambda read: nw.from_native(columns.table(read or names[:1])),
        close=_native,
        implementation=nw.Implementation.PYARROW,
        is_eager=True,
    )


def _native(frame: Any) -> Any:
    return frame.to_native()


def _selecting(frame: Any) -> Callable[[Sequence[str]], Any]:
    """Return what picks columns; rows are counted by one of them, where a rule reads none."""
    return lambda read: frame.select(*(read or frame.columns[:1]))


def _column_names(own: Any, kind: nw.Implementation) -> list[str]:
    """Return the names of the columns as the back end has them, also where some are the same."""
    return list(own.collect_schema() if kind.is_polars() else own.columns)


def _folds(own: Any, kind: nw.Implementation) -> bool:
    """Tell whether upper and lower case are the same to the back end."""
    if kind.is_duckdb():
        return True
    return kind.is_pyspark() and own.sparkSession.conf.get("spark.sql.caseSensitive") != "true"


def _check_names(names: Sequence[str], *, folds: bool) -> None:
    shown = [name.casefold() for name in names] if folds else list(names)
    twice = [name for name, own in zip(names, shown, strict=True) if shown.count(own) > 1]
    taken = [name for name in names if is_inner(name) or _is_pattern(name)]
    listed = ", ".join(twice or taken)
    if twice:
        said = Text(
            id=f"Beberapa kolom bernama sama: {listed}. Beri nama yang berbeda.",
            en=f"Several columns have the same name: {listed}. Give them different ones.",
        )
        raise ColumnsError(said, missing=(), available=tuple(names))
    if taken:
        said = Text(
            id=f"Nama kolom {listed} tidak dapat dipakai di sini; ganti namanya.",
            en=f"Columns cannot be called {listed} here; rename them.",
        )
        raise ColumnsError(said, missing=(), available=tuple(names))


def _is_pattern(name: str) -> bool:
    """Tell whether polars or SQL reads a name as several columns."""
    return name == "*" or (name.startswith("^") and name.endswith("$"))


def _schema(frame: Any, own: Any) -> dict[str, nw.dtypes.DType]:
    """Return the types of the columns; what narwhals does not know is not taken for nulls."""
    schema = dict(frame.collect_schema())
    unknown = {name for name, dtype in schema.items() if dtype == nw.Unknown}
    nulls = {name for name in unknown if _native_type(own, name, frame.implementation) in _NULLS}
    return {name: nw.Object() if name in unknown - nulls else dtype for name, dtype in schema.items()}


def _native_type(own: Any, name: str, kind: nw.Implementation) -> str:
    if kind.is_polars():
        return str(own.collect_schema()[name])
    if kind.is_duckdb():
        return str(own.types[own.columns.index(name)])
    return str(own.schema[name].dataType.typeName())
