"""The parts of a Dask frame, held against the types that the frame names."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

import narwhals.stable.v2 as nw

from kinerja._base import ColumnsError, Text
from kinerja.frames.arrow import ArrowColumns

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from kinerja.frames.native import Opened

__all__ = ["part_reader", "picked"]


def picked(frame: Any, read: Sequence[str]) -> Any:
    """Return these columns of a pandas or Dask frame, whose names need not be texts."""
    names = {str(name): name for name in frame.columns}
    return frame[[names[name] for name in read]]


def part_reader(
    opened: Opened, read: Sequence[str], wanted: Mapping[str, nw.dtypes.DType]
) -> Callable[[Any], nw.DataFrame[Any]]:
    """Return what reads these columns of a pandas frame, all of the types that the rules were run on.

    Args:
        opened: the frame; of Dask, its parts are read.
        read: the columns.
        wanted: the type of those whose type the frame leaves open, as Dask does for columns of Python objects.
    """
    return functools.partial(_rows, list(read), {name: opened.schema[name] for name in read}, dict(wanted))


def _rows(
    read: list[str], schema: dict[str, nw.dtypes.DType], wanted: dict[str, nw.dtypes.DType], part: Any
) -> nw.DataFrame[Any]:
    columns = ArrowColumns(part)
    made: nw.DataFrame[Any] = nw.from_native(columns.table(read or list(columns)[:1]))
    own = dict(made.schema)
    for name in read:
        if not _agree(own[name], schema[name], wanted.get(name)):
            raise _another_type(name, own[name], schema[name], read)
    return made.with_columns(
        nw.col(name).cast(schema[name]) for name in read if schema[name] not in {own[name], nw.Unknown}
    )


def _agree(own: nw.dtypes.DType, named: nw.dtypes.DType, wanted: nw.dtypes.DType | None) -> bool:
    """Tell whether a part holds what the frame names, perhaps in another size; a part may hold nothing but nulls."""
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


def _another_type(name: str, own: object, named: object, available: Sequence[str]) -> ColumnsError:
    said = "object" if named == nw.Unknown else named
    return ColumnsError(
        Text(
            id=f"Kolom {name}: sebuah bagian tabel Dask bertipe {own}, sedangkan tabelnya menyebut {said}; "
            "samakan dahulu dengan astype.",
            en=f"Column {name}: a part of the Dask frame is of type {own}, but the frame names {said}; "
            "make them the same with astype first.",
        ),
        missing=(name,),
        available=tuple(available),
    )
