"""What python-calamine leaves out of a worksheet's cells: percent formats, error values, formulas without a result.

It gives 0.4725 for a cell that shows 47,25%, and a blank for `#DIV/0!` and for a formula that was never calculated;
a blank would be taken as not measured.
"""

from __future__ import annotations

import math
import posixpath
import re
from typing import IO, TYPE_CHECKING, TypeAlias
from xml.etree import ElementTree as ET

from kinerja._base import Percent, exact
from kinerja.readers.sheets import messages as say
from kinerja.readers.sheets.cells import Cell, Flaw

if TYPE_CHECKING:
    import zipfile
    from collections.abc import Iterator, Mapping


PERCENT_FORMAT = "%"
"""The mark of a number cell that is shown in percent."""

Mark: TypeAlias = Flaw | str

_BUILT_IN_PERCENT = frozenset({"9", "10"})
_LITERAL = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
_WORKBOOK, _RELATIONS, _STYLES = "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml"


def read_marks(archive: zipfile.ZipFile, sheet: str) -> dict[int, dict[int, Mark]]:
    """Read the marks of a worksheet: row number as the spreadsheet counts -> column, from 0 -> mark.

    Raises:
        xml.etree.ElementTree.ParseError, KeyError: for a damaged workbook.
    """
    percent_styles = frozenset(_percent_styles(archive))
    marks: dict[int, dict[int, Mark]] = {}
    with archive.open(_part(archive, sheet)) as part:
        for row, column, cell in _cells(part):
            mark = _mark(cell, percent_styles)
            if mark is not None:
                marks.setdefault(row, {})[column] = mark
    return marks


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


def _mark(cell: ET.Element, percent_styles: frozenset[str]) -> Mark | None:
    held = {_name(child): child.text or "" for child in cell}
    if cell.get("t") == "e":
        return Flaw(value=held.get("v", ""), message=say.CELL_ERROR)
    if "f" in held and not held.get("v") and cell.get("t") != "str":
        return Flaw(value="", message=say.NO_RESULT)
    return PERCENT_FORMAT if cell.get("s") in percent_styles else None


def _cells(part: IO[bytes]) -> Iterator[tuple[int, int, ET.Element]]:
    """Go through the cells of a worksheet; one that does not say where it stands follows the one before."""
    row = 0
    for _, element in ET.iterparse(part):  # noqa: S314 - as in `_elements`
        if _name(element) == "row":
            row, column = int(element.get("r", row + 1)), -1
            for cell in element:
                column = _column(cell.get("r", ""), column + 1)
                yield row, column, cell
            element.clear()


def _column(reference: str, following: int) -> int:
    """Return the column of a reference such as "AB7", from 0."""
    letters = reference.rstrip("0123456789")
    column = 0
    for letter in letters:
        column = 26 * column + ord(letter) - ord("A") + 1
    return column - 1 if letters else following


def _percent_styles(archive: zipfile.ZipFile) -> Iterator[str]:
    """Name the cell styles that show 0.4725 as 47,25%; a percent sign in quotes is only printed."""
    if _STYLES not in archive.namelist():
        return
    shown_in_percent = _BUILT_IN_PERCENT | {
        element.get("numFmtId", "")
        for element in _elements(archive, _STYLES, "numFmt")
        if "%" in _LITERAL.sub("", element.get("formatCode", ""))
    }
    for styles in _elements(archive, _STYLES, "cellXfs"):
        for number, style in enumerate(styles):
            if style.get("numFmtId") in shown_in_percent:
                yield str(number)


def _part(archive: zipfile.ZipFile, sheet: str) -> str:
    """Return the path of a worksheet in the archive."""
    keys = {
        element.get("name"): next((value for key, value in element.items() if key.endswith("}id")), None)
        for element in _elements(archive, _WORKBOOK, "sheet")  # `r:id`, in whichever dialect it is written
    }
    targets = {
        element.get("Id"): element.get("Target", "") for element in _elements(archive, _RELATIONS, "Relationship")
    }
    return posixpath.normpath(posixpath.join("/xl", targets[keys[sheet]])).lstrip("/")


def _elements(archive: zipfile.ZipFile, path: str, name: str) -> Iterator[ET.Element]:
    root = ET.fromstring(archive.read(path))  # noqa: S314 - its size was checked, and expat bounds entities
    return (element for element in root.iter() if _name(element) == name)


def _name(element: ET.Element) -> str:
    return element.tag.rpartition("}")[2]
