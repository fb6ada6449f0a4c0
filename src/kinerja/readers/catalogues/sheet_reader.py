"""Reading one sheet of a decree into what is gathered of its workbook."""

from __future__ import annotations

import datetime as dt
import difflib
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import attrs

from kinerja._base import ColumnsError, KinerjaError, RecordsError, UnknownIndicatorError
from kinerja.readers import messages as say
from kinerja.readers.catalogues.cells import Kind, read_cell
from kinerja.readers.catalogues.columns import EACH, ENTRY, KEY, OTHERS, PERIOD, TARGETS, VARIABLES, Column, SheetOf
from kinerja.readers.catalogues.gathered import Row
from kinerja.readers.catalogues.layout import Head
from kinerja.readers.catalogues.workbook import CONTENT, LINE, REMARK
from kinerja.readers.sheets import cell_at, is_blank, is_unknown, problem_of, shown
from kinerja.readers.tables import Headings, TableColumn, heading_rows, loose_heading, note_on
from kinerja.readers.tables import messages as say_of_tables
from kinerja.records import plain_heading

if TYPE_CHECKING:
    from kinerja._base import Problem
    from kinerja.readers.catalogues.gathered import Gathered, Path
    from kinerja.readers.sheets import Cell, Worksheet

_MADE_OF_CODES = (float, dt.date, dt.time, dt.timedelta)
"""What a spreadsheet makes of codes such as 1.10, 1/2 and 1:2."""

_MEANS_PERIOD = re.compile(r"[0-9]|\b(?:tahun|triwulan|semester|tw|target)\b", re.IGNORECASE)
"""What a heading of targets has that was to name a period."""

_RESEMBLES, _MOST_MEANT = 0.8, 5
_BESIDE = "indikator"
"""Heading of the names that stand beside codes."""

_LINE = tuple(Head(column=Column(path=(), heading=heading, note="", needed=True)) for heading in (LINE, CONTENT))
"""The columns of a sheet of lines."""


class SheetReader:
    """Reads one sheet."""

    of: SheetOf
    sheet: Worksheet
    gathered: Gathered
    before: Path | None
    unread: list[str]
    without_row: list[str]

    def __init__(self, sheet_of: SheetOf, sheet: Worksheet, gathered: Gathered) -> None:
        self.of, self.sheet, self.gathered = sheet_of, sheet, gathered
        self.before, self.unread, self.without_row = None, [], []

    def read(self) -> None:
        """Read it; what of it is not read, or hidden, is noted."""
        try:
            headings, columns = self._headings()
        except (ColumnsError, RecordsError) as error:
            self.gathered.lose(self.of)
            problems = getattr(error, "problems", None) or [error.problem("")]
            self.gathered.problems.extend([attrs.evolve(one, place="", sheet=str(self.sheet.name)) for one in problems])
            return
        names = {head: headings.names[place] for head, place in columns.items()}
        row = Row(sheet=self.of, name=str(self.sheet.name), number=None, headings=names)
        self._check_merged(row, headings)
        body = list(headings.body())
        self._find_without_row(columns, body)
        beside = next((place for place, name in enumerate(headings.names) if plain_heading(name) == _BESIDE), None)
        for number, cells in body:
            own = attrs.evolve(row, number=number)
            self._strays(own, headings, cells)
            told = {head: cell_at(cells, place) for head, place in columns.items()}
            filled = {head: cell for head, cell in told.items() if not _is_blank(head, cell)}
            if self.of.lines:
                self._read_line(own, filled)
            elif self.of is OTHERS and filled:
                self._read_other(own, filled)
            elif filled:
                self._read_row(own, filled, shown(cell_at(cells, beside)).strip())
        self._note_unread(attrs.evolve(row, number=headings.row), headings.left_out)

    def _find_without_row(self, columns: Mapping[Head, int], body: Sequence[tuple[int, list[Cell]]]) -> None:
        """Find the codes that no row names, where each indicator has its rows."""
        if self.of in (VARIABLES, TARGETS):
            place = columns[Head(column=self.of.columns[0])]
            named = {shown(cell_at(cells, place)).strip() for _, cells in body}
            self.without_row = [code for code in self.gathered.codes if code not in named]

    def _check_name(self, row: Row, path: Path, name: str) -> None:
        """Warn of a name beside a code that is another's: one of the two is wrong."""
        if self.of.code is not None and path[0] == "entries":
            own, codes = self.gathered.codes[path[1]], self.gathered.codes_named(name)
            if codes and own not in codes:
                problem = say.NAME_OF_OTHER.problem(code=codes[0], own=own)
                self.gathered.warnings.append(attrs.evolve(row.problem(problem, None, name), column=_BESIDE))

    def _headings(self) -> tuple[Headings, dict[Head, int]]:
        """Find the headings, and where the column of each stands."""
        candidates = heading_rows(self.sheet)
        heads = _LINE if self.of.lines else tuple(_heads(self.of))
        found = Headings.among(self.sheet, candidates, tuple(map(_as_table_column, heads)))
        period = self.of.by_period
        if period is not None:
            named = {name: _period(name) for name in found.names}
            targets = {Head(column=period, key=key): name for name, key in named.items() if key}
            heads = (*heads, *targets)
            asked = [_as_table_column(head, targets.get(head)) for head in heads]
            found = Headings.among(self.sheet, candidates, tuple(asked))
        if found.missing:
            raise RecordsError.of([say.SHEET_COLUMNS.problem(lack=found.lack(found.missing))])
        found.check()
        places = {head: found.place(column) for head, column in zip(heads, found.columns, strict=True)}
        return found, {head: place for head, place in places.items() if place is not None}

    def _note_unread(self, row: Row, left_out: Iterable[str]) -> None:
        """Note what was not read; a column of targets whose heading names no period is refused."""
        known = {REMARK, *(plain_heading(name) for column in self.of.columns for name in column.known_as)}
        names = [name for name in left_out if plain_heading(name) not in known]
        meant = [name for name in names if self.of.by_period is not None and _MEANS_PERIOD.search(name)]
        if meant:
            self.gathered.problems.append(attrs.evolve(row.problem(say.NO_PERIOD.problem()), column=", ".join(meant)))
            self.gathered.lose(self.of)
        others = [name for name in names if name not in meant]
        lines, columns = say.LINES_UNREAD, say.COLUMNS_UNREAD
        told = [(lines, self.unread), (columns, others)]
        self.gathered.notes.extend([message.text(sheet=row.name, names=these) for message, these in told if these])
        self.gathered.notes.extend(filter(None, [note_on(self.sheet)]))

    def _check_merged(self, row: Row, found: Headings) -> None:
        """Refuse cells that are merged over several rows below the headings: all but the first of them are blank."""
        merged = {top + 1 for (top, _), (bottom, _) in self.sheet.merged if bottom > top and bottom >= found.row}
        for number in sorted(merged):
            self._tell(attrs.evolve(row, number=number), say_of_tables.MERGED.problem())

    def _strays(self, row: Row, found: Headings, cells: Sequence[Cell]) -> None:
        for place, cell in enumerate(cells):
            if not is_blank(cell) and not (place < len(found.names) and found.names[place]):
                self._tell(row, say_of_tables.STRAY.problem(), None, shown(cell))

    def _tell(self, row: Row, problem: Problem, head: Head | None = None, value: object = None) -> None:
        self.gathered.problems.append(row.problem(problem, head, value))

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
            path = (*top, *(step for step in column.path if isinstance(step, str)))
            if column.path[-1] is EACH:
                path = self.gathered.next_in(path)
            elif column.path[-1] is KEY:
                path = (*path, self._read(path, row, column, _LINE[0], key))
            self._put([path], row, column, _LINE[1], content)

    def _unknown_line(self, row: Row, written: str) -> None:
        known = [name for column in self.of.columns for name in column.known_as]
        close = difflib.get_close_matches(plain_heading(written), known, 1, _RESEMBLES)
        if not written:
            self._tell(row, say.CELL_BLANK.problem(), _LINE[0])
        elif close:
            self._tell(row, say_of_tables.MISSPELT.problem(known=close[0]), _LINE[0], written)
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
            self._tell(row, say.NO_JSON.problem(), place, shown(filled[place]))
        else:
            self._put([(*entry, *steps)], row, content.column, content, filled.get(content, ""))

    def _read_row(self, row: Row, filled: Mapping[Head, Cell], name: str) -> None:
        """Read one row into the table that it is about; `name` stands beside its code."""
        path = self._path(row, filled)
        if path is None:
            return
        self._check_name(row, path, name)
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
            whole = (*base, *(head.key if step is PERIOD else step for step in own))
            self._put([(*whole, *language) for language in _languages(head, filled)], row, column, head, cell)
        if inner is not None:
            self.gathered.stands(inner, row)
        for column in self.of.own:
            if not column.path and column.needed and Head(column=column) not in filled:
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
            self._tell(row, say.CELL_BLANK.problem(), code)
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
                path = entry or self._new_entry(row, filled)
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

    def _new_entry(self, row: Row, filled: Mapping[Head, Cell]) -> Path:
        """Return the place of a new entry; of one whose code was there that alone is told."""
        code = _code_in(filled)
        known = code in self.gathered.codes and bool(code)
        path = self.gathered.new_entry(code)
        if known:
            head = next(head for head in filled if head.column.path == ("code",))
            self.gathered.note(path, row.problem(say.LINE_TWICE.problem(), head, code))
        return path

    def _entry(self, row: Row, head: Head, cell: Cell) -> Path | None:
        if not self.gathered.codes:
            return None  # without the sheet of indicators, which is told, no code can be looked up
        code = self._read((), row, head.column, head, cell)
        if code is None:
            return None
        try:
            return self.gathered.entry(code)
        except KinerjaError:
            if "" in self.gathered.codes:  # it may be that of a row whose code cannot be read, which is told
                self.gathered.lose(self.of)
            else:
                self._tell(row, self._unknown(code), head, shown(cell))
                self.gathered.lose(self.of, self.without_row)
            return None

    def _unknown(self, code: str) -> Problem:
        """Return what is told of a code that is none: those that are close, and those that have no row yet."""
        close = UnknownIndicatorError.of(code, self.gathered.codes).matches
        likely = sorted(self.without_row, key=lambda one: one not in close)
        meant = list(dict.fromkeys([*likely, *close]))[:_MOST_MEANT]
        return problem_of(UnknownIndicatorError.of(code, self.gathered.codes, meant))

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

    def _put(self, paths: Sequence[Path], row: Row, column: Column, head: Head, cell: Cell) -> None:
        """Put what a cell holds into its places; refuse it where another cell has filled them."""
        value = self._read(paths[0], row, column, head, cell)
        if paths[0] in self.gathered.cells:
            self.gathered.note(paths[0], row.problem(say.LINE_TWICE.problem(), head, shown(cell)))
        elif value is not None:
            for path in paths:
                self.gathered.put(path, value, row, head, shown(cell))


def _is_blank(head: Head, cell: Cell) -> bool:
    """Tell whether nothing stands in a cell; where a target would stand, N/A and a dash are nothing too."""
    return is_unknown(cell) if head.column.kind is Kind.TARGET else is_blank(cell)


def _languages(head: Head, filled: Mapping[Head, Cell]) -> list[tuple[str, ...]]:
    """Return the languages of a text that a cell holds: also English, where nothing stands for it."""
    if not head.column.two:
        return [()]
    if head.english:
        return [("en",)]
    return [("id",)] if attrs.evolve(head, english=True) in filled else [("id",), ("en",)]


def _code_in(filled: Mapping[Head, Cell]) -> str:
    """Return the code of a new entry; blank where there is none that can be read, which is told elsewhere."""
    cell = next((cell for head, cell in filled.items() if head.column.path == ("code",)), "")
    try:
        return str(read_cell(Kind.CODE, cell))
    except KinerjaError:
        return ""


def _heads(sheet: SheetOf) -> Iterable[Head]:
    for column in sheet.columns:
        if not column.shows and column is not sheet.by_period:
            yield Head(column=column)
            if column.two:
                yield Head(column=column, english=True)


def _as_table_column(head: Head, heading: str | None = None) -> TableColumn:
    column = head.column
    needed = column.needed and not head.english
    return TableColumn(
        field=head.heading,
        headings=(heading or head.heading, *(() if head.english else column.also)),
        needed=needed,
        blank=attrs.NOTHING if needed else "",
    )


def _line_of(sheet: SheetOf, written: str) -> tuple[Column | None, str]:
    """Return which line it is, and what it names beside its heading."""
    for column in sheet.columns:
        if column.path[-1] is KEY and written.casefold().startswith(f"{column.heading} "):
            return column, written[len(column.heading) + 1 :]
        if loose_heading(written) in map(loose_heading, column.known_as):
            return column, ""
    return None, ""


def _period(heading: str) -> str:
    """Return the period that a heading of targets names, as targets have it; blank where it names none."""
    try:
        return str(read_cell(Kind.PERIOD, heading))
    except KinerjaError:
        return ""
