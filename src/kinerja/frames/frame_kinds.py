"""The kinds of frames: how each comes in, in which types it adds, and how a result goes out in the same kind."""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

import attrs
import narwhals.stable.v2 as nw

from kinerja.frames import messages as say
from kinerja.frames.arrow import ArrowColumns, pandas_of

F = TypeVar("F")
"""A frame of any kind: the same out as in."""

_WIDE = nw.Decimal(38, 0)
_LONG = nw.Decimal(19, 0)
_INT64, _INT128 = nw.Int64(), nw.Int128()


@attrs.frozen(kw_only=True)
class Engine:
    """How one back end adds whole numbers.

    Fields:
        line: the type of a number in its row, compared and added in it.
        addend: the type that is handed to the sum.
        total: the type of the sum, wide enough for 10^10 rows of 64 bits: whether it fits is seen afterwards.
        quotes: whether names are quoted, because a dot alone would point into a structure.
        rounds: whether nanoseconds are rounded on the way to a day, so that the last of a year are in the next.
    """

    line: nw.dtypes.DType
    addend: nw.dtypes.DType
    total: nw.dtypes.DType
    quotes: bool = False
    rounds: bool = False

    def column(self, name: str) -> nw.Expr:
        """Return a column of the caller's frame."""
        return nw.col(quoted(name)) if self.quotes else nw.col(name)


def quoted(name: str) -> str:
    """Return a name as Spark takes it whatever it holds."""
    return "`" + name.replace("`", "``") + "`"


_ENGINES = {
    nw.Implementation.POLARS: Engine(line=_INT64, addend=_INT128, total=_INT128),
    # DuckDB adds BIGINT in HUGEINT by itself.
    nw.Implementation.DUCKDB: Engine(line=_INT64, addend=_INT64, total=_INT128, rounds=True),
    # Arrow wraps and refuses to turn large whole numbers into floats; Spark's sums wrap or raise. Decimals do neither.
    nw.Implementation.PYARROW: Engine(line=_LONG, addend=_WIDE, total=_WIDE),
    nw.Implementation.PYSPARK: Engine(line=_INT64, addend=_WIDE, total=_WIDE, quotes=True),
    nw.Implementation.PYSPARK_CONNECT: Engine(line=_INT64, addend=_WIDE, total=_WIDE, quotes=True),
}


def engine_of(implementation: nw.Implementation) -> Engine:
    """Return how a back end adds; refuse one that was not tried."""
    engine = _ENGINES.get(implementation)
    if engine is None:
        raise say.UNKNOWN_FRAME.error(kind=implementation.name)
    return engine


@attrs.frozen(kw_only=True)
class Opened:
    """A frame as the rules run on it.

    Fields:
        native: what the caller gave.
        schema: column -> type. `Unknown` is a column of nulls alone, `Object` what no rule can read.
        take: columns -> a narwhals frame that has them; pandas goes through Arrow.
        close: gives a result back in the caller's kind.
        implementation: the back end that runs the rules.
        is_dask: whether it is to be measured partition by partition.
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


def open_frame(native: Any, *, is_own: bool = False) -> Opened:
    """Take a frame of any kind that is known; one that was made here may have columns on the way to a result.

    Raises:
        FrameError: for anything else.
        ColumnsError: for two columns of one name, and for names that the way to the result needs itself.
        MissingExtraError: where pandas or Dask is used and pyarrow is not installed.
    """
    own = nw.to_native(native, pass_through=True)
    is_dask = nw.dependencies.is_dask_dataframe(own)
    if is_dask or nw.dependencies.is_pandas_dataframe(own):
        columns = _in_arrow(own._meta if is_dask else own, is_own=is_own)  # noqa: SLF001 - the empty frame that Dask keeps for its types
        return attrs.evolve(columns, native=own, close=pandas_of, is_dask=is_dask, is_eager=not is_dask)
    if nw.dependencies.is_pyarrow_table(own):
        return _in_arrow(own, is_own=is_own)
    try:
        frame = nw.from_native(own)
    except TypeError:
        raise say.UNKNOWN_FRAME.error(kind=type(own).__name__) from None
    kind = frame.implementation
    engine_of(kind)
    # Also where some are the same, which narwhals would refuse in its own words.
    names = list(own.collect_schema() if kind.is_polars() else own.columns)
    if not is_own:
        _check_names(names, folds=_folds(own, kind))
    is_eager = isinstance(frame, nw.DataFrame)

    def take(read: Sequence[str]) -> Any:
        # Lazy engines read no column that is not asked for; a selection would keep polars' filter from the file.
        return frame.select(*(read or frame.columns[:1])) if is_eager else frame

    return Opened(
        native=own,
        schema=_schema(frame, own),
        take=take,
        close=operator.methodcaller("to_native"),
        implementation=kind,
        is_eager=is_eager,
    )


def in_memory(opened: Opened) -> Opened:
    """Bring a frame into memory: Dask's comes as pandas, that of DuckDB and Spark as pyarrow."""
    if opened.is_dask:
        return open_frame(opened.native.compute())
    return opened if opened.is_eager else open_frame(opened.take([*opened.schema]).collect().to_native())


def _in_arrow(own: Any, *, is_own: bool) -> Opened:
    columns = ArrowColumns(own)
    if not is_own:
        _check_names(columns.names, folds=False)
    return Opened(
        native=own,
        schema=columns,
        take=lambda read: nw.from_native(columns.table(read)),
        close=operator.methodcaller("to_native"),
        implementation=nw.Implementation.PYARROW,
        is_eager=True,
    )


def _folds(own: Any, kind: nw.Implementation) -> bool:
    """Tell whether upper and lower case are the same to the back end."""
    return kind.is_duckdb() or (kind.is_pyspark() and own.sparkSession.conf.get("spark.sql.caseSensitive") != "true")


def _check_names(names: Sequence[str], *, folds: bool) -> None:
    shown = [name.casefold() for name in names] if folds else list(names)
    twice = [name for name, own in zip(names, shown, strict=True) if shown.count(own) > 1]
    if twice:
        raise say.TWICE_NAMED.error(column=tuple(twice), available=tuple(names))
    # Some that polars or SQL reads as several columns.
    patterns = [name for name in names if name == "*" or (name.startswith("^") and name.endswith("$"))]
    unusable = [name for name in names if name.casefold().startswith(_INNER) or name in patterns]
    if unusable:
        raise say.UNUSABLE_NAMES.error(column=tuple(unusable), available=tuple(names))


_NULLS = {"Null", '"NULL"', "void"}
"""How polars, DuckDB and Spark call the type of a column of nulls alone."""


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


_INNER = "kinerja__"


def inner(name: str) -> str:
    """Return the name of a column that is made on the way to a result: as none of the caller's may be."""
    return _INNER + name


def numbered(name: str, count: int) -> list[str]:
    """Return the names of so many columns of one sort, made on the way."""
    return [inner(f"{name}_{place}") for place in range(count)]
