"""What one cell of a table holds, and how it is read as text or as a number."""

from __future__ import annotations

import datetime as dt
import math
from fractions import Fraction
from typing import TypeAlias

import attrs

from kinerja._base import Message, Percent, exact
from kinerja.readers.sheets import messages as say
from kinerja.readers.sheets.numbers import NOT_MEASURED, read_number
from kinerja.readers.sheets.problems import refusal


@attrs.frozen(kw_only=True)
class Flaw:
    """A cell without a usable value: an error of the spreadsheet, or a formula that was never calculated."""

    value: str
    message: Message


Cell: TypeAlias = str | float | bool | dt.date | dt.time | dt.timedelta | Percent | Flaw
"""A blank cell is the empty text; a number cell that is shown in percent is a Percent (0.4725 there is 47.25)."""


def is_blank(cell: Cell) -> bool:
    """Tell whether nothing is written in a cell; blanks are nothing.

    >>> is_blank(" "), is_blank(0.0)
    (True, False)
    """
    return isinstance(cell, str) and not cell.strip()


def is_unknown(cell: Cell) -> bool:
    """Tell whether a cell says that nothing is known: it is blank, or holds N/A or a dash.

    >>> is_unknown(" - "), is_unknown("0")
    (True, False)
    """
    return isinstance(cell, str) and (not (text := cell.strip()) or text in NOT_MEASURED)


def cell_at(cells: list[Cell], place: int | None) -> Cell:
    """Return the cell of a row at a place, from 0; a blank where the row ends before, or where there is no place."""
    return "" if place is None or place >= len(cells) else cells[place]


def shown(cell: Cell) -> str:
    """Write a cell as a reader of the file sees it, for messages.

    >>> shown(Percent(47.25)), shown(dt.date(2023, 2, 3)), shown(521211.0), shown(True)
    ('47,25%', '2023-02-03', '521211', 'TRUE')
    """
    if isinstance(cell, Flaw):
        return cell.value
    if isinstance(cell, bool):
        return str(cell).upper()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)


def read_cell_text(cell: Cell) -> str:
    """Read a text, without the blanks around it and with one for several; a whole number gives its digits.

    Dates, fractions, truth values and errors of the spreadsheet are refused.

    >>> read_cell_text(" SK3/4 "), read_cell_text(521211.0)
    ('SK3/4', '521211')
    """
    if isinstance(cell, str):
        return " ".join(cell.split())
    if isinstance(cell, float) and cell.is_integer():
        return shown(cell)
    raise refusal(cell.message if isinstance(cell, Flaw) else say.NOT_TEXT)


def read_cell_number(
    cell: Cell, *, may_be_percent: bool = True, dots_group: bool = False, may_be_rupiah: bool = True
) -> Fraction:
    """Read a number: a number cell as it is, a text as `read_number` does.

    A number cell that is shown in percent counts in percent, as its reader sees it. What is no number is refused.

    >>> read_cell_number(47.25), read_cell_number("47,25"), read_cell_number(Percent(47.25))
    (Fraction(189, 4), Fraction(189, 4), Fraction(189, 4))
    """
    match cell:
        case str():
            return read_number(cell, may_be_percent=may_be_percent, dots_group=dots_group, may_be_rupiah=may_be_rupiah)
        case Percent() if may_be_percent:
            return Fraction(cell)
        case Percent():
            raise refusal(say.PERCENT_FORMAT)
        case float() if math.isfinite(cell):
            return exact(cell)
        case Flaw():
            raise refusal(cell.message)
        case _:
            raise refusal(say.NOT_NUMBER)
