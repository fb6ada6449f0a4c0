"""How far the cells of a worksheet reach, and what is marked and hidden, told by its XML before it is taken in.

python-calamine gives every cell between A1 and the last one a place in memory: one blank far below a table is enough to
end the process. It gives 0.4725 for a cell that shows 47,25%, and a blank for `#DIV/0!` and for a formula that was
never calculated; a blank would be taken as not measured.
"""

from __future__ import annotations

import functools
import math
import re
from collections.abc import Collection, Mapping
from fractions import Fraction
from typing import TYPE_CHECKING, TypeAlias

from kinerja._base import Percent, exact
from kinerja.readers.sheets import messages as say
from kinerja.readers.sheets.cells import Cell, Flaw
from kinerja.readers.sheets.problems import refusal

if TYPE_CHECKING:
    from kinerja.readers.sheets.archive import Parts

MOST_CELLS = 5_000_000
"""How many cells a workbook may take up, those between A1 and the last filled row and column of each sheet."""

_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384
_REFERENCE = re.compile(r"([A-Za-z]{1,10})([0-9]{1,10})", re.ASCII)
_TRUE = frozenset({"1", "true"})
_STRINGS = "xl/sharedStrings.xml"
_HELD = frozenset({"v", "f", "is"})

PERCENT_FORMAT = "%"
"""The mark of a number cell that is shown in percent."""

Mark: TypeAlias = Flaw | str

_BUILT_IN_PERCENT = frozenset({"9", "10"})
_LITERAL = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
_STYLES = "xl/styles.xml"


class Survey:
    """What the XML of one worksheet says.

    Attributes:
        rows, columns: how many there are from A1 up to the last cell that holds anything; 0 where none does.
        cells: how many hold anything.
        hidden_rows: how many rows that hold anything are hidden, by hand or by a filter.
        marks: row number as the spreadsheet counts -> column, from 0 -> mark.
    """

    def __init__(self, file: str, sheet: str, percent_styles: Collection[str]) -> None:
        self.rows: int = 0
        self.columns: int = 0
        self.cells: int = 0
        self.hidden_rows: int = 0
        self.marks: dict[int, dict[int, Mark]] = {}
        self._file, self._sheet, self._percent_styles = file, sheet, percent_styles
        self._row, self._column, self._last = 1, 0, (0, 0)
        self._is_hidden = self._holds = self._is_over = False
        self._cell, self._held = dict[str, str](), dict[str, str]()

    @property
    def size(self) -> int:
        """How many cells python-calamine gives a place in memory."""
        return self.rows * self.columns

    def opens(self, name: str, attributes: dict[str, str]) -> None:
        """Take note of where an element opens; ValueError for a cell that does not say where as the format has it."""
        if name == "mergeCell":
            for corner in attributes["ref"].split(":"):
                self._place(corner)
        elif name == "c":
            self._cell, self._held = attributes, {}
        elif name == "row" and not self._is_over:
            if "r" in attributes:
                self._row, _ = self._place(f"A{attributes['r']}")
            self._is_hidden, self._holds = attributes.get("hidden") in _TRUE, False

    def closes(self, name: str, text: str) -> None:
        """Take note of where an element closes; RecordsError for a cell again, and for too many."""
        if name in _HELD:
            self._held[name] = text
        elif self._is_over:
            return
        elif name == "c":
            self._take_cell()
        elif name == "row":
            self.hidden_rows += self._is_hidden and self._holds
            self._row, self._column = self._row + 1, 0
        elif name == "sheetData":
            self._is_over = True

    def check(self, before: int = 0) -> None:
        """Refuse more cells than a workbook may take up, those of the sheets before counted."""
        if self.size + before > MOST_CELLS:
            raise refusal(
                say.TOO_MANY_CELLS,
                self._file,
                sheet=self._sheet,
                cell=f"{letters_of(self.columns)}{self.rows}",
                size=Fraction(self.size),
                limit=Fraction(MOST_CELLS),
            )

    def _take_cell(self) -> None:
        reference, held = self._cell.get("r"), self._held
        row, column = self._place(reference) if reference else self._within(self._row, self._column)
        self._column = column + 1
        mark = mark_of(self._cell, held, self._percent_styles)
        if mark is not None:
            self.marks.setdefault(row, {})[column] = mark
        elif not held:
            return
        if (row, column) <= self._last:  # python-calamine would give the last of two, and Excel mends such a file
            cell = f"{letters_of(column + 1)}{row}"
            raise refusal(say.CELL_AGAIN, self._file, sheet=self._sheet, cell=cell)
        self._last = row, column
        self._holds = True
        self.cells += 1
        self.rows, self.columns = max(self.rows, row), max(self.columns, column + 1)
        if self.cells > MOST_CELLS:
            self.check()

    def _place(self, reference: str) -> tuple[int, int]:
        """Return the row, from 1, and the column, from 0, of a reference such as AB7."""
        written = _REFERENCE.fullmatch(reference)
        if written is None:
            message = f"{reference[:40]} is no cell"
            raise ValueError(message)
        letters, digits = written.groups()
        return self._within(int(digits), _column(letters), reference)

    def _within(self, row: int, column: int, reference: str = "") -> tuple[int, int]:
        if not (0 < row <= _LAST_ROW and column < _LAST_COLUMN):
            cell = reference or f"{letters_of(column + 1)}{row}"
            raise refusal(say.CELL_BEYOND, self._file, sheet=self._sheet, cell=cell)
        return row, column


def mark_row(row: list[Cell], marks: Mapping[int, Mark]) -> list[Cell]:
    """Return the row with its marked cells put right.

    >>> mark_row(["SK3/4", 0.4725], {1: PERCENT_FORMAT})
    ['SK3/4', Percent(189, 4)]
    """
    width = max(len(row), *(column + 1 for column in marks)) if marks else len(row)
    marked = row + [""] * (width - len(row))
    for column, mark in marks.items():
        cell = marked[column]
        if isinstance(mark, Flaw):
            marked[column] = mark
        elif isinstance(cell, float) and math.isfinite(cell):
            marked[column] = Percent(100 * exact(cell))
    return marked


def mark_of(attributes: Mapping[str, str], held: Mapping[str, str], percent_styles: Collection[str]) -> Mark | None:
    """Return the mark of a cell, given the attributes of its element and what it holds: element -> text."""
    if attributes.get("t") == "e":
        return Flaw(value=held.get("v", ""), message=say.CELL_ERROR)
    if "f" in held and not held.get("v") and attributes.get("t") != "str":
        return Flaw(value="", message=say.NO_RESULT)
    return PERCENT_FORMAT if held and attributes.get("s") in percent_styles else None


def percent_styles(parts: Parts) -> frozenset[str]:
    """Name the cell styles that show 0.4725 as 47,25%; a percent sign in quotes is only printed."""
    if _STYLES not in parts:
        return frozenset()
    in_percent = _BUILT_IN_PERCENT | {
        found.get("numFmtId", "")
        for found in parts.named(_STYLES, "numFmt")
        if "%" in _LITERAL.sub("", found.get("formatCode", ""))
    }
    styles = parts.named(_STYLES, "xf", within="cellXfs")
    return frozenset(str(number) for number, style in enumerate(styles) if style.get("numFmtId") in in_percent)


def check_strings(parts: Parts) -> None:
    """Raise ValueError where the table of texts states more than a workbook can have: room is made for all at once."""
    for table in parts.named(_STRINGS, "sst") if _STRINGS in parts else ():
        if int(table.get("uniqueCount", 0)) > MOST_CELLS:
            message = f"{table['uniqueCount']} texts are stated"
            raise ValueError(message)


@functools.lru_cache(maxsize=_LAST_COLUMN)
def _column(letters: str) -> int:
    column = 0
    for letter in letters.upper():
        column = 26 * column + ord(letter) - ord("A") + 1
    return column - 1


def letters_of(column: int) -> str:
    """Name a column, the first being 1."""
    letters = ""
    while column:
        column, digit = divmod(column - 1, 26)
        letters = chr(ord("A") + digit) + letters
    return letters
