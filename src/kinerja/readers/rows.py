"""Tables of source rows (data dukung): CSV files and workbooks become records of any record class."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, TypeVar

from kinerja.errors import KinerjaError, RecordsError
from kinerja.readers.cells import Cell, is_blank, shown
from kinerja.readers.fields import columns_of
from kinerja.readers.files import LIMIT
from kinerja.readers.problems import Problems
from kinerja.readers.records import read_table
from kinerja.text import Text

if TYPE_CHECKING:
    import os
    from collections.abc import Sequence

    from kinerja.readers.records import Table

__all__ = ["make_records", "open_rows", "read_rows"]

R = TypeVar("R")

_TOTAL = re.compile(r"(?:(?:grand|sub)[ -]?)?total|jumlah(?: seluruhnya| total)?", re.IGNORECASE)

_IS_TOTAL = Text(
    id="baris jumlah bukan data dukung; hapus baris ini.", en="a row of totals is no record; take the row out."
)
_MERGED = Text(
    id="ada sel gabungan (merge) di baris ini, sehingga hanya satu yang berisi; pisahkan, lalu isi tiap baris.",
    en="cells are merged here, so that only one of them holds the value; split them and fill in every row.",
)


def read_rows(
    path: str | os.PathLike[str],
    record: type[R],
    *,
    unit: str | None = None,
    sheet: str | None = None,
    limit: int = LIMIT,
) -> tuple[R, ...]:
    """Read a table of records from a CSV file or a workbook, such as a form that was filled in.

    Headings may be Indonesian or English and stand in any order; other columns may stand beside. A blank cell, `N/A`
    and `-` are unknown where a field may be unknown, and never 0. One dot before three digits is refused as ambiguous
    in plain numbers, and separates thousands in rupiah.

    Args:
        path: a `.csv` or `.xlsx` file.
        record: the record class, such as `kinerja.indicators.tenant_count.Tenant`.
        unit: the balai whose records they are, where the table does not say so.
        sheet: the worksheet; without it, the only one that has the headings.
        limit: how many bytes a workbook may unpack to.

    Raises:
        RecordsError: every bad cell of the file at once; totals among the rows, merged cells, no rows, or a file that
            cannot be read.
        ColumnsError: if needed columns are not there.
        MissingExtraError: if an optional package is not installed.
    """
    return make_records(open_rows(path, record, unit=unit, sheet=sheet, limit=limit), record)


def open_rows(
    path: str | os.PathLike[str],
    record: type[Any],
    *,
    unit: str | None = None,
    sheet: str | None = None,
    limit: int = LIMIT,
) -> Table:
    """Find a table of records, without reading its rows; see `read_rows`."""
    return read_table(path, columns_of(record, unit=unit), sheet=sheet, limit=limit, refuse=_refuse_total)


def make_records(table: Table, record: type[R]) -> tuple[R, ...]:
    """Read the rows of a table as records.

    Raises:
        RecordsError: as `read_rows`.
    """
    problems, records = Problems(table.file), []
    for number in table.merged_rows():
        problems.add(_MERGED, row=number)
    try:
        for row in table:
            try:
                records.append(record(**row.values))
            except (KinerjaError, ValueError, TypeError) as error:
                problems.add(_said(error), row=row.number)
    except RecordsError as error:
        problems.extend(error.problems)
    problems.raise_any()
    return tuple(records)


def _said(error: Exception) -> Text:
    return error.text if isinstance(error, KinerjaError) else Text(id=str(error), en=str(error))


def _refuse_total(cells: Sequence[Cell]) -> Text | None:
    first = next((cell for cell in cells if isinstance(cell, str) and not is_blank(cell)), "")
    return _IS_TOTAL if _TOTAL.fullmatch(" ".join(shown(first).split()).rstrip(" :")) else None
