"""Tables of source rows (data dukung): CSV files and workbooks become records of any record class."""

from __future__ import annotations

import collections
from typing import TYPE_CHECKING, Any, TypeVar

from kinerja._base import KinerjaError, RecordsError, Text
from kinerja.readers.sheets import LIMIT, Problems, open_sheets
from kinerja.readers.tables.fields import columns_of
from kinerja.readers.tables.table import Table, find_headings
from kinerja.readers.tables.totals import TotalRows

if TYPE_CHECKING:
    import os
    from collections.abc import Iterator, Mapping, Sequence

    from kinerja.decrees import Entry
    from kinerja.readers.sheets import Sheet
    from kinerja.readers.tables.headings import Headings

__all__ = [
    "by_record",
    "find_rows",
    "make_records",
    "read_rows",
    "record_of",
    "rows_under",
    "stream_records",
    "stream_rows",
]

R = TypeVar("R")

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

    Headings may be Indonesian or English and stand in any order; columns beside them are not read. The column of a
    field with a default may lack, unless a heading resembles its own. A blank cell, `N/A` and `-` are unknown where a
    field may be unknown, and never 0. One dot before three digits is refused as ambiguous in plain
    numbers, and separates thousands in rupiah.

    Args:
        path: a `.csv` or `.xlsx` file.
        record: the record class, such as `kinerja.indicators.tenant_count.Tenant`.
        unit: the balai whose records they are, where the table does not say so in any row.
        sheet: the worksheet; without it, the only one that has the headings.
        limit: how many bytes a workbook may unpack to.

    Raises:
        RecordsError: every bad cell of the file at once; totals among the rows, a unit that only some rows name, merged
            cells, no rows, or a file that cannot be read.
        ColumnsError: if columns are not there.
        MissingExtraError: if an optional package is not installed.
    """
    return make_records(find_rows(open_sheets(path, limit), record, unit=unit, sheet=sheet), record)


def stream_rows(
    path: str | os.PathLike[str],
    record: type[R],
    *,
    unit: str | None = None,
    sheet: str | None = None,
    limit: int = LIMIT,
) -> Iterator[R]:
    """Read a table of records one at a time, as `read_rows` does, for files that do not fit into memory.

    The file is gone through twice. The first time finds every problem, before the first record is given; the second
    gives the records. Of a CSV file no more than a line is held at a time; a workbook is held as a whole.

    Args:
        path: as for `read_rows`.
        record: as for `read_rows`.
        unit: as for `read_rows`.
        sheet: as for `read_rows`.
        limit: as for `read_rows`.

    Raises:
        RecordsError, ColumnsError, MissingExtraError: as `read_rows`, when the first record is asked for.
    """
    sheets = open_sheets(path, limit, hold=False)
    yield from stream_records(find_rows(sheets, record, unit=unit, sheet=sheet), record)


def find_rows(
    sheets: Sequence[Sheet], record: type[Any], *, unit: str | None = None, sheet: str | None = None
) -> Table:
    """Find a table of records in what was opened, without reading its rows; see `read_rows`."""
    return rows_under(find_headings(sheets, columns_of(record, unit=unit), sheet), record, unit)


def rows_under(headings: Headings, record: type[Any], unit: str | None) -> Table:
    """Take the rows below headings as records; see `read_rows`."""
    columns = columns_of(record, unit=unit)
    return Table.of(headings, columns, TotalRows.of(record, columns, headings))


def record_of(entry: Entry) -> Any:
    """Return the class of the records that an entry is measured from; None where it is not."""
    return None if entry.indicator is None else entry.indicator.record


def by_record(entries: Mapping[str, Entry]) -> dict[Any, tuple[Entry, ...]]:
    """Return record class -> the entries that take its records."""
    records = dict.fromkeys(map(record_of, entries.values()))
    records.pop(None, None)
    return {record: tuple(entry for entry in entries.values() if record_of(entry) is record) for record in records}


def make_records(table: Table, record: type[R]) -> tuple[R, ...]:
    """Read the rows of a table as records.

    Raises:
        RecordsError: as `read_rows`.
    """
    return tuple(_records(table, record))


def stream_records(table: Table, record: type[R]) -> Iterator[R]:
    """Read the rows of a table as records, one at a time, once all of them have been looked at.

    Raises:
        RecordsError: as `read_rows`, before the first record.
    """
    collections.deque(_records(table, record), maxlen=0)
    yield from _records(table, record)


def _records(table: Table, record: type[R]) -> Iterator[R]:
    """Go through the records; those given count only if the end is reached without an error."""
    problems = Problems(table.headings.sheet.file)
    for number in table.merged_rows():
        problems.add(_MERGED, row=number)
    try:
        for row in table:
            try:
                made = record(**row.values)
            except (KinerjaError, ValueError, TypeError) as error:
                problems.add(_said(error), row=row.number)
            else:
                yield made
    except RecordsError as error:
        problems.extend(error.problems)
    problems.raise_any()


def _said(error: Exception) -> Text:
    return error.text if isinstance(error, KinerjaError) else Text(id=str(error), en=str(error))
