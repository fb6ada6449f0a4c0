"""Columns added to a caller's frame, which keeps all it has: its kind, its types, its index."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

import narwhals.stable.v2 as nw

from kinerja.errors import ColumnsError
from kinerja.frames.native import arrow_of, pandas_of
from kinerja.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kinerja.frames.native import Opened

__all__ = ["extend", "refuse_taken"]


def extend(opened: Opened, read: Sequence[str], added: Mapping[str, nw.Expr], *, where: str | None = None) -> Any:
    """Return the frame with columns added.

    Args:
        opened: the frame.
        read: the columns that the new ones are made from.
        added: name -> what it holds.
        where: keep the rows alone in which this new column is known.
    """
    work = functools.partial(_extend_pandas, list(read), dict(added), where)
    if opened.is_dask:
        return opened.native.map_partitions(work, meta=work(opened.native._meta))  # noqa: SLF001 - the empty frame
    if nw.dependencies.is_pandas_dataframe(opened.native):
        return work(opened.native)
    extended = opened.frame.with_columns(**added)
    return opened.close(extended if where is None else extended.filter(~nw.col(where).is_null()))


def _extend_pandas(read: list[str], added: dict[str, nw.Expr], where: str | None, frame: Any) -> Any:
    made = pandas_of(nw.from_native(arrow_of(frame[read])).select(**added))
    extended = frame.assign(**{name: made[name].array for name in made.columns})
    return extended if where is None else extended[extended[where].notna()]


def refuse_taken(names: Iterable[str], available: Sequence[str]) -> None:
    """Refuse a frame in which a column of the result is there already: it would be overwritten.

    Raises:
        ColumnsError: naming it.
    """
    folded = {column.casefold() for column in available}  # SQL makes no difference
    taken = ", ".join(name for name in names if name.casefold() in folded)
    if taken:
        raise ColumnsError(
            Text(
                id=f"Nama {taken} dipakai untuk hasilnya; beri nama lain pada kolom itu.",
                en=f"The result has a column {taken} of its own; rename yours.",
            ),
            missing=(),
            available=tuple(available),
        )
