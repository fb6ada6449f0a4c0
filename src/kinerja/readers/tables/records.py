"""Tables of source rows (data dukung): CSV files and workbooks become records of any record class."""

from __future__ import annotations

import collections
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import attrs

from kinerja._base import FrozenMap, KinerjaError, RecordsError
from kinerja.readers.messages import SEVERAL_MOMENTS
from kinerja.readers.sheets import LIMIT, Problems, Sheet, StrPath, open_sheets, problem_of
from kinerja.readers.tables import messages as say
from kinerja.readers.tables.fields import columns_of
from kinerja.readers.tables.headings import Headings, find_headings
from kinerja.readers.tables.moments import at_several_moments
from kinerja.readers.tables.table import Table, TotalRows

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kinerja.decrees import Entry

R = TypeVar("R")


def read_rows(  # noqa: PLR0913 - what a table is read by
    path: StrPath,
    record: type[R],
    *,
    unit: str | None = None,
    columns: Mapping[str, str] = FrozenMap(),
    sheet: str | None = None,
    limit: int = LIMIT,
) -> tuple[R, ...]:
    """Read a table of records from a CSV file or a workbook, such as a form that was filled in.

    Headings may be Indonesian or English and stand in any order; columns beside them are not read. The column of a
    field with a default may lack, unless a heading resembles its own. A blank cell, `N/A` and `-` are unknown where a
    field may be unknown, and never 0. One dot before three digits is refused as ambiguous in plain numbers, and
    separates thousands in rupiah.

    Args:
        path: a `.csv` or `.xlsx` file.
        record: the record class, such as `Tenant`.
        unit: the balai whose records they are, where the table does not say so in any row.
        columns: field -> heading, where a column is headed otherwise, such as `{"ceiling": "Pagu DIPA"}`.
        sheet: the worksheet; without it, the only one that has the headings.
        limit: how many bytes a workbook may unpack to.

    Raises:
        RecordsError: every bad cell of the file at once; totals among the rows, a unit that only some rows name, merged
            cells, no rows, or a file that cannot be read.
        ColumnsError: if columns are not there, and for a name in `columns` that is no field.
        MissingExtraError: if an optional package is not installed.
    """
    return find_records(open_sheets(path, limit), record, unit=unit, columns=columns, sheet=sheet).read()


def stream_rows(  # noqa: PLR0913 - as above
    path: StrPath,
    record: type[R],
    *,
    unit: str | None = None,
    columns: Mapping[str, str] = FrozenMap(),
    sheet: str | None = None,
    limit: int = LIMIT,
) -> Iterator[R]:
    """Read a table of records one at a time, as `read_rows` does, for files that do not fit into memory.

    The file is gone through twice. The first time finds every problem, before the first record is given; the second
    gives the records. Of a CSV file no more than a line is held at a time; a workbook is held as a whole.

    Raises:
        RecordsError, ColumnsError, MissingExtraError: as `read_rows`, when the first record is asked for.
    """
    sheets = open_sheets(path, limit, hold=False)
    yield from find_records(sheets, record, unit=unit, columns=columns, sheet=sheet).stream()


def find_records(
    sheets: Sequence[Sheet],
    record: type[R],
    *,
    unit: str | None = None,
    columns: Mapping[str, str] = FrozenMap(),
    sheet: str | None = None,
) -> RecordTable[R]:
    """Find a table of records in what was opened, without reading its rows; see `read_rows`."""
    asked = columns_of(record, unit=unit, columns=columns)
    return RecordTable(headings=find_headings(sheets, asked, sheet), record=record)


@attrs.frozen(kw_only=True)
class RecordTable(Generic[R]):
    """The rows below headings as records. Those given count only if the iteration ends without an error.

    Fields:
        headings: asked for the columns of the record class.
        record: the class.
    """

    headings: Headings
    record: type[R]

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all is written below the headings."""
        return self.headings.is_bare

    def read(self) -> tuple[R, ...]:
        """Return all records.

        Raises:
            RecordsError: for what stands in the file, and for budget lines that stand in it at several moments.
        """
        records = tuple(self)
        problems = Problems(self.headings.sheet.file)
        for lines in at_several_moments(records):
            problems.add(SEVERAL_MOMENTS.problem(lines=[line.reference for line in lines]))
        problems.raise_any()
        return records

    def stream(self) -> Iterator[R]:
        """Give the records one at a time, once all of them have been looked at and none was refused."""
        collections.deque(self, maxlen=0)
        yield from self

    def __iter__(self) -> Iterator[R]:
        problems = Problems(self.headings.sheet.file)
        for number in self._merged_rows():
            problems.add(say.MERGED.problem(), row=number)
        try:
            for number, values in Table(headings=self.headings, totals=TotalRows.of(self.record, self.headings)):
                try:
                    made = self.record(**values)
                except (KinerjaError, ValueError, TypeError) as error:
                    problems.add(problem_of(error), row=number)
                else:
                    yield made
        except RecordsError as error:
            problems.extend(error.problems)
        problems.raise_any()

    def _merged_rows(self) -> Iterator[int]:
        """Name the rows below the headings in which cells of the columns asked for are merged."""
        places = map(self.headings.place, self.headings.columns)
        asked = [place for place in places if place is not None]
        for (top, left), (bottom, right) in self.headings.sheet.merged:
            if bottom >= self.headings.row and any(left <= place <= right for place in asked):
                yield top + 1


def record_of(entry: Entry) -> Any:
    """Return the class of the records that an entry is measured from; None where it is not."""
    return None if entry.indicator is None else entry.indicator.record


def by_record(entries: Mapping[str, Entry]) -> dict[Any, tuple[Entry, ...]]:
    """Return record class -> the entries that take its records."""
    records = dict.fromkeys(map(record_of, entries.values()))
    records.pop(None, None)
    return {record: tuple(entry for entry in entries.values() if record_of(entry) is record) for record in records}
