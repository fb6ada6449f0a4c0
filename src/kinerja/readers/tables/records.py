"""Tables of source rows (data dukung): CSV files and workbooks become records of any record class."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import attrs

from kinerja._base import AND, FrozenMap, KinerjaError, Problem, RecordsError, Text
from kinerja.decrees import Entry
from kinerja.readers.messages import SAME_ROWS, SEVERAL_MOMENTS
from kinerja.readers.sheets import LIMIT, Problems, Readable, Sheet, open_sheets, problem_of
from kinerja.readers.tables.fields import columns_of
from kinerja.readers.tables.headings import Headings
from kinerja.readers.tables.moments import at_several_moments, streamed_at_several_moments
from kinerja.readers.tables.table import Table, TotalRows
from kinerja.readers.tables.worksheets import FoundTables, find_tables
from kinerja.records import Field

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from kinerja.indicators.p3dn_ratio import BudgetLine
    from kinerja.readers.tables.headings import TableColumn

R = TypeVar("R")

_SHOWN = 5


def read_rows(  # noqa: PLR0913 - what a table is read by
    path: Readable,
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
        path: a `.csv` or `.xlsx` file; also its bytes, or an open file or upload, known by its `name`.
        record: the record class, such as `Tenant`.
        unit: the balai whose records they are, where the table does not say so in any row.
        columns: field -> heading, where a column is headed otherwise, such as `{"ceiling": "Pagu DIPA"}`.
        sheet: the worksheet; without it, all that have the headings, together.
        limit: how many bytes a workbook may unpack to.

    Raises:
        RecordsError: every bad cell of the file at once; totals among the rows, a unit that only some rows name, merged
            cells, no rows, the same row in two worksheets, rows in one without headings, or a file that cannot be read.
        ColumnsError: if columns are not there, and for a name in `columns` that is no field.
        MissingExtraError: if an optional package is not installed.
    """
    return find_records(open_sheets(path, limit), record, unit=unit, columns=columns, sheet=sheet).read()


def stream_rows(  # noqa: PLR0913 - as above
    path: Readable,
    record: type[R],
    *,
    unit: str | None = None,
    columns: Mapping[str, str] = FrozenMap(),
    sheet: str | None = None,
    limit: int = LIMIT,
) -> Iterator[R]:
    """Read a table of records one at a time, as `read_rows` does, for files that do not fit into memory.

    The file is gone through first to find every problem, before the first record is given. Of a CSV file no more than
    a line is held at a time, and two numbers for each budget line whose reference names a moment of the year; a
    workbook is held as a whole.

    Raises:
        RecordsError, ColumnsError, MissingExtraError: as `read_rows`, when the first record is asked for.
    """
    sheets = open_sheets(path, limit, hold=False)
    yield from find_records(sheets, record, unit=unit, columns=columns, sheet=sheet).stream()


def find_records(  # noqa: PLR0913 - as above
    sheets: Sequence[Sheet],
    record: type[R],
    *,
    unit: str | None = None,
    columns: Mapping[str, str] = FrozenMap(),
    sheet: str | None = None,
    words: Sequence[Field] = (),
) -> RecordTables[R]:
    """Find the tables of records in what was opened, without reading their rows; see `read_rows` and `columns_of`."""
    asked = columns_of(record, unit=unit, columns=columns, words=words)
    return RecordTables(found=find_tables(sheets, asked, sheet), record=record)


@attrs.frozen(kw_only=True)
class RecordTables(Generic[R]):
    """The worksheets of one file that hold records of a class.

    Fields:
        found: their headings.
        record: the class.
    """

    found: FoundTables
    record: type[R]

    @property
    def filled(self) -> tuple[RecordTable[R], ...]:
        """The tables with any rows; all where none has."""
        tables = tuple(RecordTable(headings=headings, record=self.record) for headings in self.found.headings)
        return tuple(table for table in tables if not table.is_empty) or tables

    def read(self) -> tuple[R, ...]:
        """Return all records.

        Raises:
            RecordsError: for everything wrong in all sheets, for a row that stands in two of them, and for budget lines
                that stand there at several moments.
        """
        records, file = dict[str, tuple[R, ...]](), self.found.headings[0].sheet.file
        problems = Problems(file)
        for table in self.filled:
            with problems.gathering():
                records[str(table.headings.sheet.name)] = tuple(table)
        problems.extend(same_rows(file, records.items()))
        problems.extend(several_moments(file, records))
        problems.raise_any()
        return tuple(itertools.chain.from_iterable(records.values()))

    def stream(self) -> Iterator[R]:
        """Give the records one at a time, once all of them have been looked at and none was refused."""
        if self.found.headings[0].sheet.name is not None:
            yield from self.read()
            return
        file = self.found.headings[0].sheet.file
        lines = streamed_at_several_moments(lambda: itertools.chain.from_iterable(self.filled))
        if lines:
            raise RecordsError.of([SEVERAL_MOMENTS.problem(file, lines=_references(several)) for several in lines])
        yield from itertools.chain.from_iterable(self.filled)


def several_moments(place: str, named: Mapping[str, Sequence[Any]]) -> Iterator[Problem]:
    """Tell the budget lines that stand in some sheets or files at several moments.

    Args:
        place: the file or folder that holds them.
        named: each sheet or file, and its records.
    """
    names = {id(line): name for name, records in named.items() for line in records} if len(named) > 1 else {}
    for lines in at_several_moments(itertools.chain.from_iterable(named.values())):
        yield SEVERAL_MOMENTS.problem(place, lines=_references(lines, names))


def _references(lines: Iterable[BudgetLine], names: Mapping[int, str] = FrozenMap()) -> list[str]:
    return [f"{line.reference} ({names[id(line)]})" if names else line.reference for line in lines]


def same_rows(place: str, named: Iterable[tuple[str, Sequence[Any]]]) -> Iterator[Problem]:
    """Tell the records that stand in two sheets or files, field by field the same: a copy, which says nothing new.

    Args:
        place: the file or folder that holds them.
        named: each sheet or file, and its records.
    """
    first: dict[Any, tuple[str, Any]] = {}
    again: dict[tuple[str, str], list[str]] = {}
    for name, records in named:
        for record in records:
            key = (type(record), *(getattr(record, field) for field in type(record).identity))
            where, other = first.setdefault(key, (name, record))
            if where != name and other == record:
                again.setdefault((where, name), []).append(" ".join(map(str, key[1:])))
    for places, rows in again.items():
        yield SAME_ROWS.problem(place, places=Text.joined(places, AND), count=len(rows), rows=rows[:_SHOWN])


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

    def __iter__(self) -> Iterator[R]:
        yield from (record for _, record in self.numbered())

    def numbered(self) -> Iterator[tuple[int, R]]:
        """Give each record behind the number of its row, as the spreadsheet counts."""
        problems = Problems(self.headings.sheet.file, self.headings.sheet.name)
        with problems.gathering():
            for number, values in Table(headings=self.headings, totals=TotalRows.of(self.record, self.headings)):
                try:
                    made = self.record(**values)
                except (KinerjaError, ValueError, TypeError) as error:
                    problems.add(problem_of(error), row=number)
                else:
                    yield number, made
        problems.raise_any()


def record_of(entry: Entry) -> Any:
    """Return the class of the records that an entry is measured from; None where it is not."""
    return None if entry.indicator is None else entry.indicator.record


@attrs.frozen(kw_only=True)
class Asked:
    """What entries ask for together: records of one class, in columns that are headed alike.

    Fields:
        record: the class.
        words: its fields, as the entries word them.
        entries: those that take its records.
        indicators: the codes that its records may name, where they name their indicator; none where they do not.
    """

    record: Any
    words: tuple[Field, ...]
    entries: tuple[Entry, ...]
    indicators: tuple[str, ...] = ()

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of the entries."""
        return tuple(entry.code for entry in self.entries)

    def columns(self, unit: str) -> tuple[TableColumn, ...]:
        """Return its columns, for the records of a unit."""
        return columns_of(self.record, unit=unit, words=self.words, codes=self.indicators)


def asked_by(entries: Mapping[str, Entry]) -> tuple[Asked, ...]:
    """Return what the entries ask for, once where several ask for the same."""
    alike: dict[tuple[Any, tuple[Field, ...]], list[Entry]] = {}
    named: dict[Any, list[str]] = {}
    for entry in entries.values():
        if entry.indicator is not None and entry.indicator.record is not None:
            record = entry.indicator.record
            alike.setdefault((record, entry.indicator.form_fields), []).append(entry)
            named.setdefault(record, []).extend(filter(None, [code_of(entry)]))
    return tuple(
        Asked(record=record, words=words, entries=tuple(own), indicators=tuple(named[record]))
        for (record, words), own in alike.items()
    )


def title_of(entry: Entry) -> str:
    """Return how forms name an entry."""
    return f"{entry.code} {entry.label}"


def code_of(entry: Entry) -> str | None:
    """Return the code by which records name the indicator of an entry; None where they name none."""
    code: str | None = getattr(entry.indicator, "code", None)
    return code
