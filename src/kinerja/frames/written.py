"""Frames for readers: any frame as a document, whose figures are written as the library writes its own."""

from __future__ import annotations

import datetime as dt
import math
from decimal import Decimal
from typing import Any

from kinerja._base import Language, Text, exact, round_half_up, write, write_exact
from kinerja.frames.frame_kinds import in_memory, open_frame
from kinerja.writers import Document, Section, Table

_YES, _NO = Text(id="ya", en="yes"), Text(id="tidak", en="no")
_DIGITS = 2


def document(frame: Any, *, language: Language = Language.INDONESIAN) -> Document:
    """Return the rows of a frame for readers, under the names of its columns; `kinerja.writers` writes it in any form.

    Figures of at most two decimals are written in full, others are rounded half up to two; `to_csv` gives a
    spreadsheet decimal commas in Indonesian. Null and NaN are empty cells. An index of pandas is no column.

    Args:
        frame: of any kind that `measure` takes; all of it comes into memory.
        language: in which figures and flags are written.

    Raises:
        FrameError: for what is no frame.
        ColumnsError: for a column of several types.

    >>> import polars as pl
    >>> from kinerja import frames
    >>> from kinerja.writers import to_csv
    >>> rows = pl.DataFrame({"satker": ["417912"], "pagu": [80_000_000], "actual": [45.833333333333336]})
    >>> print(to_csv(frames.document(rows)), end="")
    satker;pagu;actual
    417912;80000000;45,83
    """
    opened = in_memory(open_frame(frame))
    schema = opened.schema
    table = Table(
        headings=[*schema],
        rows=[[_cell(value, language) for value in row] for row in opened.take([*schema]).iter_rows()],
        figures=[place for place, dtype in enumerate(schema.values()) if dtype.is_numeric()],
    )
    return Document(sections=[Section(table=table)], language=language)


def _cell(value: Any, language: Language) -> str:
    """Write a number in full where it is short; infinity, which no figure of the library is, as it stands."""
    is_number = isinstance(value, int | float | Decimal)
    if value is None or (is_number and math.isnan(value)):
        return ""
    if isinstance(value, bool):
        return (_YES if value else _NO).read(language)
    if not is_number or not math.isfinite(value):
        return value.isoformat() if isinstance(value, dt.date | dt.time) else str(value)
    number = exact(value)
    is_short = round_half_up(number, _DIGITS) == number
    return write_exact(number, language) if is_short else write(number, _DIGITS, language)
