"""What the sheets of a decree say, gathered into its plain data, and in which cell each part of it stands."""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING, Any

import attrs

from kinerja._base import Problem, Text, UnknownIndicatorError, few
from kinerja.decrees import OF_THE_ENTRY, find_code
from kinerja.formulas import formula_classes
from kinerja.readers import messages as say
from kinerja.readers.catalogues.columns import (
    DECREE,
    ENTRIES,
    KEY,
    LETTERS,
    OBJECTIVES,
    VARIABLES,
    Column,
    SheetOf,
    Step,
)
from kinerja.readers.catalogues.layout import Head

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Path = tuple[Any, ...]
_FEW = 5


@attrs.frozen(kw_only=True)
class Row:
    """A row of a sheet, and the headings of its columns."""

    sheet: SheetOf
    name: str
    number: int | None
    headings: dict[Head, str]

    def problem(self, problem: Problem, head: Head | None = None, value: object = None) -> Problem:
        """Return a problem as one of this row."""
        heading = None if head is None else self.headings.get(head, head.heading)
        return attrs.evolve(
            problem, place="", label=None, sheet=self.name, row=self.number, column=heading or None, value=value
        )


@attrs.frozen(kw_only=True)
class Gathered:
    """The plain data of a decree while its sheets are read; lists are tables by number until they are whole."""

    data: dict[Any, Any] = attrs.field(factory=dict)
    cells: dict[Path, tuple[Row, Head, object]] = attrs.field(factory=dict)
    rows: dict[Path, list[Row]] = attrs.field(factory=dict)
    codes: list[str] = attrs.field(factory=list)
    blanks: dict[Path, tuple[Row, Head]] = attrs.field(factory=dict)
    bad: list[Path] = attrs.field(factory=list)
    changed: list[tuple[Row, Head, str]] = attrs.field(factory=list)
    problems: list[Problem] = attrs.field(factory=list)

    def put(self, path: Path, value: Any, row: Row, head: Head, shown: object) -> None:
        """Put what a cell holds into its place."""
        *around, last = path
        table = self.data
        for step in around:
            table = table.setdefault(step, {})
        table[last] = value
        self.cells[path] = (row, head, shown)

    def next_in(self, path: Path) -> Path:
        """Return the place of the next item of a list."""
        table: Any = self.data
        for step in path:
            table = table.setdefault(step, {})
        place = len(table)
        table[place] = {}
        return (*path, place)

    def stands(self, path: Path, row: Row) -> None:
        """Note that a row is about what stands at a path."""
        self.rows.setdefault(path, []).append(row)

    def note(self, path: Path, problem: Problem) -> None:
        """Note what is wrong with the cell of a path; of no path where nobody can say what it is about."""
        self.bad.extend([path] if path else [])
        self.problems.append(problem)

    def note_changed(self, path: Path, row: Row, head: Head, shown: str) -> None:
        """Note a code that a spreadsheet changed: all of them are one problem, and what they would bring is none."""
        self.changed.append((row, head, shown))
        if path:
            self.bad.append(path)
        else:
            self.lose(row.sheet)

    def lose(self, sheet: SheetOf) -> None:
        """Note that a row of a sheet is read into no entry, so that any may lack what it holds."""
        self.bad.extend(("entries", number, part) for number in range(len(self.codes)) for part in sheet.of_entry)

    def tell_changed(self) -> None:
        """Tell the codes that a spreadsheet changed as one problem."""
        if self.changed:
            (first, head, _), *_ = self.changed
            codes = [
                Text(id=f"{code} (baris {row.number})", en=f"{code} (row {row.number})")
                for row, _, code in self.changed
                if row.name == first.name
            ]
            sheets = list(dict.fromkeys(row.name for row, _, _ in self.changed if row.name != first.name))
            elsewhere = say.CODES_ELSEWHERE.text(sheets=sheets) if sheets else ""
            problem = say.CODES_CHANGED.problem(codes=few(codes, _FEW), elsewhere=elsewhere)
            self.problems.append(attrs.evolve(first, number=None).problem(problem, head))

    def shown(self, path: Path) -> object:
        """Return what stands in the cell of a path, of a text the Indonesian; None where there is none."""
        cell = self.cells.get(path) or self.cells.get((*path, "id"))
        return None if cell is None else cell[2]

    def entry(self, code: str) -> Path:
        """Return the path of the entry of a code.

        Raises:
            UnknownIndicatorError: for a code that no row of the sheet of indicators has.
        """
        return ("entries", self.codes.index(find_code(code, self.codes)))

    def plain(self) -> dict[str, Any]:
        """Return the plain data, as `load_decree_file` reads it."""
        whole: dict[str, Any] = _with_lists(self.data)
        for entry in whole.get("entries", []):
            entry.setdefault("targets", {})
            for reading in entry.get("readings", []):
                reading.setdefault("alternatives", [])
            _in_file_form(entry)
        return whole


def _with_lists(node: Any) -> Any:
    if not isinstance(node, dict):
        return node
    inside = {key: _with_lists(value) for key, value in node.items()}
    if inside and all(isinstance(key, int) for key in inside):
        return [inside[key] for key in sorted(inside)]
    return inside


def _in_file_form(entry: dict[str, Any]) -> None:
    """Write units that a name tells, and formulas, as a file has them."""
    indicator = entry.get("indicator")
    if isinstance(indicator, dict) and indicator.get("name") in formula_classes():
        entry["indicator"] = indicator = {"formula": indicator.pop("name"), **indicator}
    letters = indicator.values() if isinstance(indicator, dict) else ()
    for table in (entry, *letters):
        unit = table.get("unit") if isinstance(table, dict) else None
        if isinstance(unit, dict) and unit.keys() == {"name"} and unit["name"].get("id") == unit["name"].get("en"):
            table["unit"] = unit["name"].get("id")


def placed(gathered: Gathered, plain: Any, problems: Sequence[Problem]) -> Iterator[Problem]:
    """Go through what the loader refuses, each with the cell in which it stands; what was told already is left out."""
    paths = [(path_of(problem.place, plain), problem) for problem in problems]
    known = {path for path, _ in paths}
    for path, problem in paths:
        of_formula = len(path) == _IN_FORMULA and path[2] == "indicator" and path[3] in OF_THE_ENTRY
        if of_formula and (*path[:2], path[3]) in known:
            continue
        if not any(path[: len(bad)] == bad or bad[: len(path)] == path for bad in gathered.bad):
            yield _placed(gathered, path, problem)


_IN_FORMULA = 4
_OF_SHEETS = {"decree": DECREE, "objectives": OBJECTIVES, "entries": ENTRIES}


def _placed(gathered: Gathered, path: Path, problem: Problem) -> Problem:
    if path in gathered.blanks:
        row, head = gathered.blanks[path]
        return row.problem(say.CELL_BLANK.problem(), head)
    for cut in range(len(path), 0, -1):
        if path[:cut] in gathered.cells:
            row, head, value = gathered.cells[path[:cut]]
            return row.problem(_in_words(problem, path, head.column, value), head, value)
        rows = gathered.rows.get(path[:cut], [])
        for row in rows:
            column = _column_at(row.sheet, path[cut:] or ("code",))
            if column is not None:
                value = gathered.shown((*path[:cut], *column.path))
                return row.problem(_in_words(problem, path, column, value), Head(column=column), value)
        if rows:
            return _of_row(rows[0], path, problem)
    return _of_sheet(path, problem)


_VARIABLE = next(column for column in VARIABLES.columns if column.path == (KEY,))


def _of_row(row: Row, path: Path, problem: Problem) -> Problem:
    """Return a problem of a whole row; of a variable that the formula lacks, with those that each formula has."""
    letter = next((word for word, name in LETTERS.items() if name == path[-1]), None)
    if letter is None or not problem.code.startswith("name."):
        return row.problem(problem)
    return row.problem(say.OTHER_VARIABLE.problem(letters=_VARIABLE.note), Head(column=_VARIABLE), letter)


def _of_sheet(path: Path, problem: Problem) -> Problem:
    """Return a problem of which no row is known as one of its sheet."""
    sheet = _OF_SHEETS.get(path[0]) if path else None
    if sheet is None:
        return problem
    column = _column_at(sheet, path[1:])
    if column is None and problem.code in {"part.table_missing", "part.tables_missing"}:
        return attrs.evolve(say.SHEET_LACKS.problem(), sheet=sheet.name)
    heading = None if column is None else column.heading
    return attrs.evolve(_in_words(problem, path, column), place="", sheet=sheet.name, column=heading or None)


def _column_at(sheet: SheetOf, rest: Path) -> Column | None:
    """Return the column that holds a part of its row, or what is nearest to it."""
    best, shared = None, 0
    for column in sheet.own:
        alike = 0
        for step, asked in zip(column.path, rest, strict=False):
            if step != asked and not isinstance(step, Step):
                break
            alike += 1
        if column.read and column.path != (KEY,) and alike > shared:
            best, shared = column, alike
    return best


def _in_words(problem: Problem, path: Path, column: Column | None, value: object = None) -> Problem:
    """Say it in the words of the sheets: what is missing, what may be chosen, how another unit is told."""
    if problem.code == "part.missing":
        letter = next((word for word, name in LETTERS.items() if name == path[-1]), None)
        missing = say.CELL_BLANK.problem() if column is not None else problem
        return missing if letter is None else say.NO_VARIABLE.problem(letter=letter)
    if problem.code.startswith("name.") and column is not None and column.words:
        if value is None:
            return say.CELL_BLANK.problem()
        return UnknownIndicatorError.of(value, [*column.words, *column.suggested]).problem("")
    if problem.code == "part.unit_resembles":
        close = difflib.get_close_matches(str(value), column.suggested if column is not None else (), 1)
        return say.UNIT_RESEMBLES.problem(known=close[0]) if close else problem
    return problem


_NAME = re.compile(r"\.?([^.\[]+)|\[([^\]]*)\]")


def path_of(place: str, plain: Any) -> Path:
    """Return the steps of a path as the loader writes it: `entries[SK1/1].targets.2023`."""
    path, node, rest = list[Any](), plain, place
    while rest:
        key, taken = _step(node, rest)
        if not taken:
            return tuple(path)
        path.append(key)
        node = node[key] if _has(node, key) else None
        rest = rest[taken:]
    return tuple(path)


def _has(node: Any, key: Any) -> bool:
    return key in node if isinstance(node, dict) else isinstance(node, list) and isinstance(key, int)


def _step(node: Any, rest: str) -> tuple[Any, int]:
    """Return the next step of a path, and how many signs it takes; none where it cannot be told."""
    if isinstance(node, list):
        named = [(f"[{name}]", place) for place, item in enumerate(node) for name in _names(item, place)]
        fitting = [(name, place) for name, place in named if rest.startswith(name)]
        name, place = max(fitting, key=lambda one: (len(one[0]), one[1]), default=("", 0))
        return place, len(name)
    dot = rest.startswith(".")
    for key in sorted(map(str, node), key=len, reverse=True) if isinstance(node, dict) else ():
        if rest[dot:] == key or rest[dot:].startswith((f"{key}.", f"{key}[")):
            return key, len(key) + dot
    found = _NAME.match(rest)
    return (found[1] or found[2], found.end()) if found else ("", 0)


def _names(item: Any, place: int) -> Iterator[str]:
    told = [item.get("code"), item.get("word")] if isinstance(item, dict) else []
    yield from (name for name in told if isinstance(name, str))
    yield str(place + 1)
