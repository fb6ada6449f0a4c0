"""What python-calamine leaves out of a worksheet's cells: percent formats, error values, formulas without a result.

It gives 0.4725 for a cell that shows 47,25%, and a blank for `#DIV/0!` and for a formula that was never calculated;
a blank would be taken as not measured.
"""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, TypeAlias

from kinerja._base import Percent, exact
from kinerja.readers.sheets import messages as say
from kinerja.readers.sheets.cells import Cell, Flaw

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from kinerja.readers.sheets.archive import Parts


PERCENT_FORMAT = "%"
"""The mark of a number cell that is shown in percent."""

Mark: TypeAlias = Flaw | str

_BUILT_IN_PERCENT = frozenset({"9", "10"})
_LITERAL = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
_STYLES = "xl/styles.xml"


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
