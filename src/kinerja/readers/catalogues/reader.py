"""Reading the workbook of a decree, also one that was made by hand."""

from __future__ import annotations

import datetime as dt
import difflib
import functools
import re
from typing import TYPE_CHECKING, Any

import attrs

from kinerja._base import CatalogueError, ColumnsError, KinerjaError, PeriodError, Problem, RecordsError, Text, name_of
from kinerja.catalogue import Catalogue, load_catalogue
from kinerja.readers import messages as say
from kinerja.readers.catalogues.cells import Kind, read_cell
from kinerja.readers.catalogues.columns import EACH, ENTRIES, ENTRY, KEY, OTHERS, PERIOD, SHEETS, Column, SheetOf
from kinerja.readers.catalogues.gathered import Gathered, Path, Row, placed
from kinerja.readers.catalogues.layout import Head
from kinerja.readers.catalogues.workbook import CONTENT, EXAMPLES, LINE, LISTS, REMARK
from kinerja.readers.sheets import Cell, cell_at, is_blank, is_workbook, open_workbook, problem_of, shown
from kinerja.readers.tables import GUIDE, Headings, TableColumn, heading_rows, loose_heading, note_on, unread_sheets
from kinerja.readers.tables import messages as say_of_tables
from kinerja.records import as_period, plain_heading

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kinerja.measurement import Indicator
    from kinerja.readers.sheets import Readable, Worksheet

UNREAD = (GUIDE, EXAMPLES, LISTS)
"""The sheets that only tell how the others are filled in."""

_MADE_OF_CODES = (float, dt.date, dt.time, dt.timedelta)
"""What a spreadsheet makes of codes such as 1.10, 1/2 and 1:2."""

_TARGET_OF = re.compile(r"target\s+", re.IGNORECASE)
_RESEMBLES = 0.8


def read_catalogue(
    path: Readable, indicators: Iterable[type[Indicator[Any]]] = (), *, notes: list[Text] | None = None
) -> Catalogue:
    """Read the catalogue of a decree: an Excel workbook as `write_catalogue` writes it, or TOML.

    The workbook may be made by hand: its sheets are known by their names, columns by their headings, in any order;
    those that may be blank may lack. What it holds is checked as a TOML file is.

    Args:
        path: the file, its content, or what gives its content.
        indicators: your own indicator classes that it names, besides the library's.
        notes: where it is told what was not read, and what is hidden.

    Raises:
        CatalogueError: with everything that is wrong in it, each with sheet, row and column, or its path in TOML.
        RecordsError: for a workbook that cannot be opened.
        MissingExtraError: for a workbook, if python-calamine is not installed.
    """
    if not is_workbook(path):
        return load_catalogue(path, indicators)
    gathered, told = gather(path)
    plain = gathered.plain()
    problems, catalogue = list(gathered.problems), None
    try:
        catalogue = Catalogue.from_dict(plain, indicators)
    except CatalogueError as error:
        problems += placed(gathered, plain, error.problems)
    if problems or catalogue is None:
        raise CatalogueError.of(problems, name_of(path) or "XLSX") from None
    if notes is not None:
        notes += told
    return catalogue


def gather(path: Readable) -> tuple[Gathered, list[Text]]:
    """Read the sheets of a workbook; return what they say, and what was not read.

    Raises:
        RecordsError: for a workbook that cannot be opened.
        MissingExtraError: if python-calamine is not installed.
    """
    gathered = Gathered()
    notes = _gather(open_workbook(path), gathered)
    gathered.tell_changed()
    if not gathered.data and not gathered.problems:
        gathered.bad.append(())  # of all that it lacks this alone is told
        gathered.problems.append(say.NOTHING_FILLED.problem())
    return gathered, notes


def _gather(sheets: Sequence[Worksheet], gathered: Gathered) -> list[Text]:
    """Read the sheets in the order in which one needs the other; return what was not read."""
    named = {plain_heading(str(sheet.name)): sheet for sheet in reversed(sheets)}
    notes = list[Text]()
    for sheet_of in sorted(SHEETS, key=lambda one: one is not ENTRIES):
        sheet = named.get(sheet_of.name)
        if sheet is not None:
            notes += _SheetReader(sheet_of, sheet, gathered).read()
    known = {one.name for one in SHEETS} | set(UNREAD)
    read = {id(named[name]) for name in known if name in named}
    unread = [sheet for sheet in sheets if id(sheet) not in read]
    for sheet in unread:
        close = difflib.get_close_matches(plain_heading(str(sheet.name)), known - named.keys(), 1, _RESEMBLES)
        if close:
            gathered.problems.append(attrs.evolve(say.SHEET_RESEMBLES.problem(known=close[0]), sheet=sheet.name))
    return [*notes, *([unread_sheets(unread)] if unread else [])]


class _SheetReader:
    """Reads one sheet into what is gathered."""

    def __init__(self, sheet_of: SheetOf, sheet: Worksheet, gathered: Gathered) -> None:
        self.of, self.sheet, self.gathered = sheet_of, sheet, gathered
        self.before: Path | None = None
        self.unread = list[str]()

    def read(self) -> list[Text]:
        """Read it, and return what was not read of it."""
        try:
            headings, columns = self._headings()
        except (ColumnsError, RecordsError) as error:
            if self.of.code is None:  # what would stand there is not missing, too
                self.gathered.bad.extend(
                    [tuple(step for step in path if isinstance(step, str)) for path in self.of.rows]
                )
            self.gathered.problems.extend(attrs.evolve(one, place="") for one in _problems(error, self.sheet.name))
            return []
        row = self._row(None, headings, columns)
        self._check_merged(row, headings)
        for number, cells in headings.body():
            if all(map(is_blank, cells)):
                continue
            row = attrs.evolve(row, number=number)
            self._strays(row, headings, cells)
            filled = {head: cell for head, place in columns.items() if not is_blank(cell := cell_at(cells, place))}
            if self.of.lines:
                self._read_line(row, filled)
            elif self.of is OTHERS:
                self._read_other(row, filled)
            elif filled:
                self._read_row(row, filled)
        known = {REMARK} | {
            plain_heading(heading) for column in self.of.columns for heading in (column.heading, *column.also)
        }
        left_out = [name for name in headings.left_out if plain_heading(name) not in known]
        notes = [say.LINES_UNREAD.text(sheet=self.sheet.name, names=self.unread)] if self.unread else []
        notes += [say.COLUMNS_UNREAD.text(sheet=self.sheet.name, names=left_out)] if left_out else []
        hidden = note_on(self.sheet)
        return [*notes, *([hidden] if hidden is not None else [])]

    def _headings(self) -> tuple[Headings, dict[Head, int]]:
        """Find the headings, and where the column of each stands."""
        candidates = heading_rows(self.sheet)
        heads = _LINE if self.of.lines else tuple(_heads(self.of))
        found = Headings.among(self.sheet, candidates, tuple(map(_as_table_column, heads)))
        period = next((column for column in self.of.columns if column.path[-1:] == (PERIOD,)), None)
        if period is not None:
            named = {name: _period(name) for name in found.names}
            targets = {Head(column=period, key=key): name for name, key in named.items() if key}
            heads = (*heads, *targets)
            asked = [_as_table_column(head, targets.get(head)) for head in heads]
            found = Headings.among(self.sheet, candidates, tuple(asked))
        if found.missing:
            lack = found.lack(found.missing)
            raise RecordsError.of([attrs.evolve(say.SHEET_COLUMNS.problem(lack=lack), sheet=self.sheet.name)])
        found.check()
        places = {head: found.place(column) for head, column in zip(heads, found.columns, strict=True)}
        return found, {head: place for head, place in places.items() if place is not None}

    def _row(self, number: int | None, found: Headings, columns: Mapping[Head, int]) -> Row:
        headings = {head: found.names[place] for head, place in columns.items()}
        return Row(sheet=self.of, name=str(self.sheet.name), number=number, headings=headings)

    def _check_merged(self, row: Row, found: Headings) -> None:
        """Refuse cells that are merged over several rows below the headings: all but the first of them are blank."""
        merged = {top + 1 for (top, _), (bottom, _) in self.sheet.merged if bottom > top and bottom >= found.row}
        for number in sorted(merged):
            self.gathered.problems.append(attrs.evolve(row, number=number).problem(say_of_tables.MERGED.problem()))

    def _strays(self, row: Row, found: Headings, cells: Sequence[Cell]) -> None:
        for place, cell in enumerate(cells):
            if not is_blank(cell) and not (place < len(found.names) and found.names[place]):
                self.gathered.problems.append(row.problem(say_of_tables.STRAY.problem(), None, shown(cell)))

    def _read_line(self, row: Row, filled: Mapping[Head, Cell]) -> None:
        """Read one line: what it says, and its content."""
        name, content = (filled.get(head, "") for head in _LINE)
        written = shown(name).strip()
        column, key = _line_of(self.of, written)
        (top,) = self.of.rows
        if column is None and not is_blank(content):
            self._unknown_line(row, written)
        elif column is not None and is_blank(content):
            self.gathered.blanks[*top, *column.path] = row, _LINE[1]
        elif column is not None:
            fixed = [step for step in column.path if isinstance(step, str)]
            self._read_content(row, column, (*top, *fixed), key, content)

    def _read_content(self, row: Row, column: Column, path: Path, key: str, content: Cell) -> None:
        if column.path[-1] is EACH:
            path = self.gathered.next_in(path)
        elif column.path[-1] is KEY:
            path = (*path, self._read(path, row, column, _LINE[0], key))
        if path in self.gathered.cells:
            self.gathered.note(path, row.problem(say.LINE_TWICE.problem(), _LINE[0], shown(content)))
        else:
            self._put(path, row, column, _LINE[1], content)

    def _unknown_line(self, row: Row, written: str) -> None:
        known = [column.heading for column in self.of.columns]
        close = difflib.get_close_matches(plain_heading(written), known, 1, _RESEMBLES)
        if close or not written:
            problem = say_of_tables.MISSPELT.problem(known=close[0]) if close else say.CELL_BLANK.problem()
            self.gathered.problems.append(row.problem(problem, _LINE[0], written or None))
        else:
            self.unread.append(written)

    def _read_other(self, row: Row, filled: Mapping[Head, Cell]) -> None:
        """Read what no heading has: where it stands, and its value as JSON."""
        place, content = (Head(column=column) for column in self.of.own)
        code = Head(column=self.of.columns[0])
        entry = self._entry(row, code, filled[code]) if code in filled else ()
        steps = self._read((), row, place.column, place, filled.get(place, ""))
        if entry is None or steps is None:
            return
        if not isinstance(steps, list) or not steps or not all(isinstance(step, str | int) for step in steps):
            self.gathered.note((), row.problem(say.NO_JSON.problem(), place, shown(filled[place])))
        else:
            self._put((*entry, *steps), row, content.column, content, filled.get(content, ""))

    def _read_row(self, row: Row, filled: Mapping[Head, Cell]) -> None:
        """Read one row into the table that it is about."""
        path = self._path(row, filled)
        if path is None:
            return
        self.gathered.stands(path, row)
        inner: Path | None = None
        for head, cell in filled.items():
            column = head.column
            if column.is_code or column.path == (KEY,):
                continue
            own, base = column.path, path
            if self._is_inner(column):
                inner = inner or self.gathered.next_in((*path, self.of.within[0]))
                own, base = own[len(self.of.within) :], inner
            steps = tuple(head.key if step is PERIOD else step for step in own)
            english = () if not column.two else ("en",) if head.english else ("id",)
            self._put((*base, *steps, *english), row, column, head, cell)
            if column.two and not head.english and attrs.evolve(head, english=True) not in filled:
                self._put((*base, *steps, "en"), row, column, head, cell)
        if inner is not None:
            self.gathered.stands(inner, row)
        self._check_scalar(path, row, filled)

    def _check_scalar(self, path: Path, row: Row, filled: Mapping[Head, Cell]) -> None:
        """Refuse a row whose one value is blank."""
        blank = [one for one in self.of.own if not one.path and one.needed and Head(column=one) not in filled]
        for column in blank:
            self.gathered.note(path, row.problem(say.CELL_BLANK.problem(), Head(column=column)))

    def _is_inner(self, column: Column) -> bool:
        within = self.of.within
        return bool(within) and column.path[: len(within)] == within

    def _path(self, row: Row, filled: Mapping[Head, Cell]) -> Path | None:
        """Return where the table stands that a row is about; None, with the problem noted, where it cannot be told."""
        code = None if self.of.code is None else Head(column=self.of.code)
        entry = self._entry(row, code, filled[code]) if code is not None and code in filled else ()
        if entry is None:
            return None
        if self._goes_on(entry, filled):
            return self.before
        pattern = next((one for one in self.of.rows if code is None or (ENTRY in one) == bool(entry)), None)
        if pattern is None:
            self.gathered.note((), row.problem(say.CELL_BLANK.problem(), code))
            return None
        self.before = self._concrete(pattern, entry, row, filled)
        return self.before

    def _goes_on(self, entry: Path, filled: Mapping[Head, Cell]) -> bool:
        """Tell whether a row holds no more than another table within that of the row above."""
        within = all(head.column.is_code or self._is_inner(head.column) for head in filled)
        return bool(self.before and self.of.within) and within and entry == (self.before or ())[: len(entry)]

    def _concrete(self, pattern: Path, entry: Path, row: Row, filled: Mapping[Head, Cell]) -> Path | None:
        """Return the path of a row's table, its entry, item or key in the place of each step that is any."""
        path: Path = ()
        for step in pattern:
            if step is ENTRY:
                path = entry or self._new_entry(filled)
            elif step is EACH:
                path = self.gathered.next_in(path)
            elif step is KEY:
                return self._keyed(path, row, filled)
            else:
                path = (*path, step)
        return path

    def _keyed(self, path: Path, row: Row, filled: Mapping[Head, Cell]) -> Path | None:
        head = next(Head(column=column) for column in self.of.columns if column.path == (KEY,))
        key = self._read(path, row, head.column, head, filled.get(head, ""))
        own = (*path, key)
        if key is None or own in self.gathered.rows:
            if key is not None:
                self.gathered.note(own, row.problem(say.LINE_TWICE.problem(), head, shown(filled[head])))
            return None
        return own

    def _new_entry(self, filled: Mapping[Head, Cell]) -> Path:
        """Add an entry, and remember its code where it has one that can be read."""
        code = next((cell for head, cell in filled.items() if head.column.path == ("code",)), "")
        try:
            self.gathered.codes.append(read_cell(Kind.CODE, code))
        except KinerjaError:
            self.gathered.codes.append("")
        return self.gathered.next_in(("entries",))

    def _entry(self, row: Row, head: Head, cell: Cell) -> Path | None:
        if not self.gathered.codes:
            return None  # without the sheet of indicators, which is told, no code can be looked up
        code = self._read((), row, head.column, head, cell)
        if code is None:
            return None
        try:
            return self.gathered.entry(code)
        except KinerjaError as error:
            if "" in self.gathered.codes:  # it may be that of a row whose code cannot be read, which is told
                self.gathered.lose(self.of)
            else:
                self.gathered.note((), row.problem(problem_of(error), head, shown(cell)))
            return None

    def _read(self, path: Path, row: Row, column: Column, head: Head, cell: Cell) -> Any:
        """Return what a cell holds; None with the problem noted."""
        try:
            if is_blank(cell):
                raise RecordsError.of([say.CELL_BLANK.problem()])
            return read_cell(column.kind, cell, column.words)
        except KinerjaError as error:
            if column.kind is Kind.CODE and isinstance(cell, _MADE_OF_CODES):
                self.gathered.note_changed(path, row, head, shown(cell))
            else:
                self.gathered.note(path, row.problem(problem_of(error), head, shown(cell) or None))
            return None

    def _put(self, path: Path, row: Row, column: Column, head: Head, cell: Cell) -> None:
        value = self._read(path, row, column, head, cell)
        if value is not None:
            self.gathered.put(path, value, row, head, shown(cell))


_LINE = tuple(Head(column=Column(path=(), heading=heading, note="", needed=True)) for heading in (LINE, CONTENT))
"""The columns of a sheet of lines."""


def _heads(sheet: SheetOf) -> Iterable[Head]:
    for column in sheet.columns:
        if column.read and column.path[-1:] != (PERIOD,):
            yield Head(column=column)
            if column.two:
                yield Head(column=column, english=True)


def _as_table_column(head: Head, heading: str | None = None) -> TableColumn:
    column = head.column
    needed = column.needed and not head.english
    return TableColumn(
        field=head.heading,
        headings=(heading or head.heading, *(() if head.english else column.also)),
        read=functools.partial(_as_is, column),
        needed=needed,
        blank=attrs.NOTHING if needed else "",
    )


def _as_is(column: Column, cell: Cell, _before: Mapping[str, Any]) -> Any:
    return read_cell(column.kind, cell, column.words)


def _line_of(sheet: SheetOf, written: str) -> tuple[Column | None, str]:
    """Return which line it is, and what it names beside its heading."""
    for column in sheet.columns:
        if column.path[-1] is KEY and written.casefold().startswith(f"{column.heading} "):
            return column, written[len(column.heading) + 1 :]
        if loose_heading(column.heading) == loose_heading(written):
            return column, ""
    return None, ""


def _period(heading: str) -> str:
    """Return the period that a heading of targets names, as targets have it; blank where it names none."""
    try:
        return str(as_period(_TARGET_OF.sub("", heading, count=1)))
    except PeriodError:
        return ""


def _problems(error: KinerjaError, sheet: object) -> list[Problem]:
    problems = getattr(error, "problems", None) or [error.problem("")]
    return [attrs.evolve(one, sheet=str(sheet)) for one in problems]
