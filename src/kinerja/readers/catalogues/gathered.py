"""What the sheets of a decree say, gathered into its plain data, and in which cell each part of it stands."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import attrs

from kinerja._base import Problem, Text, few
from kinerja.decrees import find_code
from kinerja.formulas import formula_classes
from kinerja.readers import messages as say
from kinerja.readers.catalogues.columns import SheetOf
from kinerja.readers.catalogues.layout import Head

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
    warnings: list[Problem] = attrs.field(factory=list)
    notes: list[Text] = attrs.field(factory=list)
    unread: list[str] = attrs.field(factory=list)

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

    def lose(self, sheet: SheetOf, codes: Collection[str] | None = None) -> None:
        """Note that something of a sheet is read into nothing, so that any of these codes may lack what it holds."""
        numbers = [number for number, code in enumerate(self.codes) if codes is None or code in codes]
        self.bad.extend(("entries", number, part) for number in numbers for part in sheet.of_entry)
        if sheet.code is None:
            self.bad.extend(tuple(step for step in row if isinstance(step, str)) for row in sheet.rows)

    def new_entry(self, code: str) -> Path:
        """Return the place of the next entry, and remember its code."""
        self.codes.append(code)
        return self.next_in(("entries",))

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

    def codes_named(self, name: str) -> list[str]:
        """Return the codes of the entries of a name."""
        entries: dict[int, Any] = self.data.get("entries", {})
        return [self.codes[number] for number, entry in entries.items() if entry.get("label") == name]

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
