"""In which cells of a workbook stands what its decree is refused or warned for, in the words of its sheets."""

from __future__ import annotations

import difflib
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import attrs

from kinerja._base import Problem, UnknownIndicatorError
from kinerja.decrees import OF_THE_ENTRY
from kinerja.readers import messages as say
from kinerja.readers.catalogues.columns import (
    ACCOUNTS,
    BANDS,
    DECREE,
    ENTRIES,
    KEY,
    LETTERS,
    OBJECTIVES,
    SCORING,
    VARIABLES,
    WEIGHTS,
    Column,
    SheetOf,
    Step,
)
from kinerja.readers.catalogues.layout import Head
from kinerja.readers.catalogues.workbook import LINE
from kinerja.records import plain_heading

if TYPE_CHECKING:
    from kinerja.readers.catalogues.gathered import Gathered, Path, Row


def placed(gathered: Gathered, plain: Any, problems: Sequence[Problem]) -> list[Problem]:
    """Return what the loader refuses, each with the cell in which it stands; what was told already is left out."""
    blank: defaultdict[tuple[object, ...], list[Problem]] = defaultdict(list)
    for number, one in enumerate(_each_placed(gathered, plain, problems)):
        is_of_row = one.code == say.CELL_BLANK.code and one.row is not None
        blank[(one.sheet, one.row) if is_of_row else (number,)].append(one)
    return [_of_whole_row(same) if len(same) > 1 else same[0] for same in blank.values()]


def _of_whole_row(blank: Sequence[Problem]) -> Problem:
    columns = [one.column for one in blank]
    return attrs.evolve(blank[0], column=None, allowed=say.CELLS_BLANK.text(columns=columns), code=say.CELLS_BLANK.code)


def _each_placed(gathered: Gathered, plain: Any, problems: Sequence[Problem]) -> Iterator[Problem]:
    paths = [(path_of(problem.place, plain), problem) for problem in problems]
    known = {path for path, _ in paths}
    for path, problem in paths:
        match path:
            case (*entry, "indicator", part) if part in OF_THE_ENTRY and (*entry, part) in known:
                continue
        if not any(path[: len(bad)] == bad or bad[: len(path)] == path for bad in gathered.bad):
            part = _PART.get(problem.code)
            twice = _named_twice(gathered, path) if problem.code == "formula.headed_as_other" else None
            yield twice or _placed(gathered, path if part is None else (*path, part), problem)


_PART = {
    "target.no_source": "targets",
    "target.source_of_nothing": "targets",
    "decree.years_out_of_order": "years",
    "scoring.bands": "bands",
    "scoring.weights": "weights",
    "scoring.cap": "cap",
}
"""Code of what an entry or the decree is blamed for as a whole -> the part in whose cells it stands."""

_OF_SHEETS: dict[Path, SheetOf] = {
    ("decree",): DECREE,
    ("objectives",): OBJECTIVES,
    ("entries",): ENTRIES,
    ("scoring",): SCORING,
    ("scoring", "weights"): WEIGHTS,
    ("scoring", "bands"): BANDS,
}


def _placed(gathered: Gathered, path: Path, problem: Problem) -> Problem:
    if path in gathered.blanks:
        row, head = gathered.blanks[path]
        return row.problem(_blank_line(row.sheet, path), head)
    if (*path, 0) in gathered.cells:  # a list that stands in cells of its own, such as the decrees that are amended
        return _of_cell(*gathered.cells[*path, 0], path, problem)
    for cut in range(len(path), 0, -1):
        if path[:cut] in gathered.cells:
            return _of_cell(*gathered.cells[path[:cut]], path, problem)
        rows = gathered.rows.get(path[:cut], [])
        for row in rows:
            column = _column_at(row.sheet, path[cut:] or ("code",))
            if column is not None:
                value = gathered.shown((*path[:cut], *column.path))
                return row.problem(_in_words(problem, path, column, value), Head(column=column), value)
        if rows:
            return _of_row(rows[0], path, problem)
    return _of_sheet(path, problem, gathered.unread)


def _named_twice(gathered: Gathered, path: Path) -> Problem | None:
    """Return at its row that a variable is named as one above it; None where none is."""
    first: dict[str, Row] = {}
    for of, (row, head, value) in gathered.cells.items():
        if of[:2] == path[:2] and row.sheet is VARIABLES and of[-2:] == ("label", "id"):
            above = first.setdefault(plain_heading(str(value)), row)
            if above is not row:
                return row.problem(say.NAMED_AS_ROW.problem(row=above.number), head)
    return None


def _blank_line(sheet: SheetOf, path: Path) -> Problem:
    """Say which line is blank; of the source of a rule of scoring also which rule makes it needed."""
    (top,) = sheet.rows
    headings = {(*top, *column.path): column.heading for column in sheet.columns}
    if "sources" not in path:
        return say.LINE_BLANK.problem(line=headings[path])
    rule = (*top, path[-1])
    named = headings[rule] if rule in headings else f"lembar {_OF_SHEETS[rule].name}"
    return say.SOURCE_BLANK.problem(line=headings[path], rule=named)


def _of_cell(row: Row, head: Head, value: object, path: Path, problem: Problem) -> Problem:
    if problem.code.startswith("name.") and row.sheet is ACCOUNTS:
        return row.problem(say.NOT_BY_ACCOUNT.problem(), head, value)
    if problem.code.startswith("name.") and row.sheet is WEIGHTS:  # it is the code that is not known
        return row.problem(problem, Head(column=WEIGHTS.columns[0]), path[-1])
    column = _column_at(row.sheet, path[1:]) if row.sheet.lines else head.column
    return row.problem(_in_words(problem, path, column, value), head, value)


_VARIABLE = next(column for column in VARIABLES.columns if column.path == (KEY,))


def _of_row(row: Row, path: Path, problem: Problem) -> Problem:
    """Return a problem of a whole row; of a variable that the formula has not, with those that each formula has."""
    if row.sheet is not VARIABLES or not problem.code.startswith("name."):
        return row.problem(problem)
    letter = next((word for word, name in LETTERS.items() if name == path[-1]), path[-1])
    return row.problem(say.OTHER_VARIABLE.problem(letters=_VARIABLE.note), Head(column=_VARIABLE), letter)


def _of_sheet(path: Path, problem: Problem, unread: Sequence[str]) -> Problem:
    """Return a problem of which no row is known as one of its sheet."""
    known = max((known for known in _OF_SHEETS if path[: len(known)] == known), key=len, default=())
    if not known:
        return problem
    sheet = _OF_SHEETS[known]
    column = _column_at(sheet, path[len(known) :])
    if column is None and problem.code in {"part.table_missing", "part.tables_missing"}:
        lacks = say.SHEET_RENAMED if unread else say.SHEET_LACKS
        return attrs.evolve(lacks.problem(unread=unread), sheet=sheet.name)
    if column is not None and sheet.lines:
        told = say.LINE_LACKS.problem() if problem.code == "part.missing" else problem
        return attrs.evolve(told, place="", sheet=sheet.name, column=LINE, value=column.heading)
    if sheet is WEIGHTS:
        return attrs.evolve(problem, place="", sheet=sheet.name, column=WEIGHTS.columns[0].heading, value=path[-1])
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
        if column.path != (KEY,) and alike > shared:
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
