"""Tables of source rows (data dukung): CSV files and workbooks become records of any record class."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import attrs

from kinerja._base import AND, FrozenMap, KinerjaError, Problem, RecordsError, Text
from kinerja.decrees import Entry
from kinerja.measurement import why_unanswerable
from kinerja.readers.messages import SAME_ROWS, SEVERAL_MOMENTS
from kinerja.readers.sheets import LIMIT, Problems, Readable, Sheet, open_sheets, problem_of
from kinerja.readers.tables.fields import columns_of
from kinerja.readers.tables.moments import at_several_moments
from kinerja.readers.tables.table import label_of_totals, values_under
from kinerja.readers.tables.worksheets import FoundTables, find_tables
from kinerja.records import Field, Period

if TYPE_CHECKING:
    from kinerja.indicators.p3dn_ratio import BudgetLine
    from kinerja.readers.tables.headings import Headings, TableColumn

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
    """The worksheets of one file that hold records of a class."""

    found: FoundTables
    record: type[R]

    @property
    def filled(self) -> tuple[Headings, ...]:
        """The headings with any rows below; all where none has."""
        return tuple(one for one in self.found.headings if not one.is_bare) or self.found.headings

    def read(self) -> tuple[R, ...]:
        """Return all records.

        A row that stands in two sheets is refused, and so are budget lines at several moments.
        """
        records, file = dict[str, tuple[R, ...]](), self.found.headings[0].sheet.file
        problems = Problems(file)
        for headings in self.filled:
            with problems.gathering():
                records[str(headings.sheet.name)] = tuple(self._under(headings))
        problems.extend(same_rows(file, records.items()))
        problems.extend(several_moments(file, records))
        problems.raise_any()
        return tuple(itertools.chain.from_iterable(records.values()))

    def stream(self) -> Iterator[R]:
        """Give the records one at a time, once all of them have been looked at and none was refused."""
        if self.found.headings[0].sheet.name is not None:
            yield from self.read()
            return
        (headings,) = self.found.headings
        lines = at_several_moments(lambda: self._under(headings))
        if lines:
            file = headings.sheet.file
            raise RecordsError.of([SEVERAL_MOMENTS.problem(file, lines=_references(several)) for several in lines])
        yield from self._under(headings)

    def _under(self, headings: Headings) -> Iterator[R]:
        return (record for _, record in records_under(headings, self.record))


def several_moments(place: str, named: Mapping[str, Sequence[Any]]) -> Iterator[Problem]:
    """Tell the budget lines that stand in the named sheets or files at several moments."""
    names = {id(line): name for name, records in named.items() for line in records} if len(named) > 1 else {}
    for lines in at_several_moments(lambda: itertools.chain.from_iterable(named.values())):
        yield SEVERAL_MOMENTS.problem(place, lines=_references(lines, names))


def _references(lines: Iterable[BudgetLine], names: Mapping[int, str] = FrozenMap()) -> list[str]:
    return [f"{line.reference} ({names[id(line)]})" if names else line.reference for line in lines]


def same_rows(place: str, named: Iterable[tuple[str, Sequence[Any]]]) -> Iterator[Problem]:
    """Tell the records that stand in two of the named sheets or files, field by field the same: a copy."""
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


def records_under(headings: Headings, record: type[R]) -> Iterator[tuple[int, R]]:
    """Give the rows below headings as records, each behind its number; they count only if nothing is refused."""
    problems = Problems(headings.sheet.file, headings.sheet.name)
    with problems.gathering():
        for number, values in values_under(headings, label_of_totals(record, headings)):
            try:
                made = record(**values)
            except (KinerjaError, ValueError, TypeError) as error:
                problems.add(problem_of(error), row=number)
            else:
                yield number, made
    problems.raise_any()


def record_of(entry: Entry) -> Any:
    """Return the class of the records that an entry is measured from; None where it is not."""
    return None if entry.indicator is None else entry.indicator.record


def why_no_form(entry: Entry, period: Period) -> Text | None:
    """Say why the records of an entry say nothing of a period; None where they do, and where it has none."""
    return None if entry.indicator is None else why_unanswerable(entry.code, entry.indicator.timing, period)


@attrs.frozen(kw_only=True)
class Asked:
    """What entries ask for together: records of one class, in columns that are headed alike, as the entries word them.

    `indicators` are the codes that the records may name, where they name their indicator; none where they do not.
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
    return getattr(entry.indicator, "code", None)
