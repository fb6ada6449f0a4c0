"""What differs between the back ends: in which type rupiah are summed so that no sum wraps."""

from __future__ import annotations

import attrs
import narwhals.stable.v2 as nw

from kinerja._base import FrameError, Text

__all__ = ["Engine", "engine_of", "quoted", "unknown_frame"]

_WIDE = nw.Decimal(38, 0)
_LONG = nw.Decimal(19, 0)


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


_INT64, _INT128 = nw.Int64(), nw.Int128()
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
    """Return how a back end adds.

    Raises:
        FrameError: for one that was not tried.
    """
    engine = _ENGINES.get(implementation)
    if engine is None:
        raise unknown_frame(implementation.name)
    return engine


def unknown_frame(kind: str) -> FrameError:
    """Build the error that says which kinds of frames are known."""
    known = "pandas, polars, pyarrow, DuckDB, Dask, PySpark"
    return FrameError(
        Text(
            id=f"{kind} belum didukung; berikan tabel {known}.",
            en=f"{kind} is not supported; pass a frame of {known}.",
        ),
        kind=kind,
    )
