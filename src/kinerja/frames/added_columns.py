"""Columns added to a caller's frame, which keeps all it has: its kind, its types, its index."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

import narwhals.stable.v2 as nw

from kinerja.frames import messages as say
from kinerja.frames.arrow import each_partition, pandas_of, typed_reader

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from kinerja.frames.frame_kinds import Opened


def extend(
    opened: Opened,
    read: Sequence[str],
    added: Mapping[str, nw.Expr],
    *,
    wanted: Mapping[str, nw.dtypes.DType],
    where: str | None = None,
) -> Any:
    """Return the frame with columns added.

    Args:
        opened: the frame.
        read: the columns that the new ones are made from.
        added: name -> what it holds.
        wanted: the type of the columns of nulls alone among those read.
        where: keep the rows alone in which this new column is known.
    """
    if opened.is_dask or nw.dependencies.is_pandas_dataframe(opened.native):
        work = functools.partial(_extend_pandas, typed_reader(opened.schema, read, wanted), dict(added), where)
        return each_partition(opened.native, work) if opened.is_dask else work(opened.native)
    if nw.dependencies.is_pyarrow_table(opened.native):
        return _extend_table(opened.native, opened.take(read).select(**added).to_native(), where)
    extended = opened.take(list(opened.schema)).with_columns(**added)
    return opened.close(extended if where is None else extended.filter(~nw.col(where).is_null()))


def _extend_pandas(
    rows: Callable[[Any], nw.DataFrame[Any]], added: dict[str, nw.Expr], where: str | None, frame: Any
) -> Any:
    made = pandas_of(rows(frame).select(**added))
    extended = frame.assign(**{name: made[name].array for name in made.columns})
    return extended if where is None else extended[extended[where].notna()]


def _extend_table(table: Any, made: Any, where: str | None) -> Any:
    """Add columns to an Arrow table, whose own columns keep their types."""
    for name in made.column_names:
        if name in table.column_names:
            table = table.set_column(table.column_names.index(name), name, made[name])
        else:
            table = table.append_column(name, made[name])
    return table if where is None else table.filter(made[where].is_valid())


def refuse_taken(names: Iterable[str], available: Sequence[str]) -> None:
    """Refuse a frame in which a column of the result is there already: it would be overwritten.

    Raises:
        ColumnsError: naming it.
    """
    folded = {column.casefold() for column in available}  # SQL makes no difference
    taken = [name for name in names if name.casefold() in folded]
    if taken:
        raise say.TAKEN_COLUMNS.error(column=tuple(taken), available=tuple(available))
