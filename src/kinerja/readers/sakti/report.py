"""A GLP039 report as it is printed: its head, and below it what is counted, what is the same again, page furniture.

The head, with budget year, period and work unit, may be printed again on every page.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeGuard

import attrs

from kinerja._base.dates import MONTHS
from kinerja.readers.sakti import messages as say
from kinerja.readers.sakti.rows import Entry, Level, Outline, parse_entry
from kinerja.readers.sheets import Cell, Flaw, Problems, Sheet, Worksheet, mark_row, shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kinerja._base import Problem

_TITLE = re.compile(r"LAPORAN KETERSEDIAAN DANA DETAIL(?: TA (?P<year>20[0-9]{2}))?", re.IGNORECASE | re.ASCII)
_PERIOD = re.compile(rf"Periode (?P<month>{'|'.join(MONTHS)}) (?P<year>20[0-9]{{2}})", re.IGNORECASE | re.ASCII)
_PAGE = re.compile(r"Hal(?:aman)?\.? ?[0-9]+(?: dari.*)?", re.IGNORECASE | re.ASCII)
_PAGES = re.compile(r"(?:(?:dari )?[0-9]+)?", re.IGNORECASE | re.ASCII)
_UNIT = "SATUAN KERJA"
_UNIT_CODE = re.compile(r"[0-9]{5,6}", re.ASCII)  # as a number it has lost a leading zero
_TOTAL = "JUMLAH SELURUHNYA"
_SHOWN = 100
_NOTHING = Entry(level=None, code="", figures=())


@attrs.frozen(kw_only=True)
class Head:
    """What the head says, and its lines, by which they are known when they are printed again."""

    year: int
    month: int
    unit: str
    unit_name: str
    lines: frozenset[tuple[str, ...]]


def is_export(sheet: Sheet) -> TypeGuard[Worksheet]:
    """Tell whether a sheet is a worksheet with the title of the report in one of its rows."""
    return isinstance(sheet, Worksheet) and any(_TITLE.match(next(_texts(row), "")) for row in sheet.cells)


def _texts(row: Sequence[Cell]) -> Iterator[str]:
    return filter(None, (" ".join(shown(cell).split()) for cell in row))


def page_texts(row: Sequence[Cell]) -> tuple[str, ...]:
    """Return the filled cells of a row as texts, blanks folded, without the page number at its end.

    >>> page_texts(["Satuan Kerja   :", "637372", "Hal 1 dari", " 17"])
    ('Satuan Kerja :', '637372')
    """
    texts = list(_texts(row))
    at = next((index for index, text in enumerate(texts) if _PAGE.fullmatch(text)), len(texts))
    is_end = _PAGES.fullmatch(" ".join(texts[at + 1 :]))
    return tuple(texts[:at] if is_end else texts)


def read_head(rows: Iterable[Sequence[Cell]], problems: Problems) -> Head:
    """Read the rows above the figures; what is lacking is noted as a problem."""
    lines = [page_texts(row) for row in rows]
    labels = [line[0] for line in lines if line]
    title = next(filter(None, map(_TITLE.match, labels)), None)
    period = next(filter(None, map(_PERIOD.fullmatch, labels)), None)
    year = title["year"] if title else None
    unit, unit_name = _find_unit(lines, problems)
    if year is None:
        problems.add(say.NO_YEAR.problem())
    if period is None:
        problems.add(say.NO_PERIOD.problem())
    elif year not in (None, period["year"]):
        problems.add(say.OTHER_YEAR.problem(), value=period[0])
    month = MONTHS.index(period["month"].capitalize()) + 1 if period else 0
    return Head(year=int(year or 0), month=month, unit=unit, unit_name=unit_name, lines=frozenset(lines))


def _find_unit(lines: Iterable[tuple[str, ...]], problems: Problems) -> tuple[str, str]:
    for label, *values in filter(None, lines):
        filled = [value for value in values if value != ":"]
        if label.upper().startswith(_UNIT) and len(filled) == 2 and _UNIT_CODE.fullmatch(filled[0]):  # noqa: PLR2004 - code, name
            return filled[0].zfill(6), filled[1]
    problems.add(say.NO_UNIT.problem())
    return "", ""


def filled(row: Iterable[Cell]) -> list[Cell]:
    """Return the cells of a row with something in them, blanks around texts taken off."""
    stripped = (cell.strip() if isinstance(cell, str) else cell for cell in row if cell != "")
    return [cell for cell in stripped if cell != ""]


def is_total(cells: Sequence[Cell]) -> bool:
    """Tell whether a row is the grand total, JUMLAH SELURUHNYA."""
    return isinstance(cells[0], str) and " ".join(cells[0].split()).upper() == _TOTAL


class Body:
    """The rows below the head, taken one after the other.

    Fields:
        total: the grand total; without figures until it was met.
        accounts: path of codes -> account row, in the order of the report.
    """

    def __init__(self, sheet: Worksheet, head: Head, problems: Problems) -> None:
        self._sheet, self._head, self._problems = sheet, head, problems
        self._outline, self._total_rows = Outline(), 0
        self._last = self.total = _NOTHING
        self.accounts: dict[str, Entry] = {}

    def take(self, number: int, cells: list[Cell]) -> None:
        """Take one row; one that is not understood is noted as a problem."""
        entry = parse_entry(cells)
        if entry is None and self._is_page_text(cells):
            return
        if entry is None and (flaws := self._flaws_of(number)):
            entry = parse_entry(filled(mark_row(self._sheet.cells[number - 1], flaws)))
        wrong = self._place_total(entry) if is_total(cells) else self._place(entry)
        if wrong is not None:
            said = say.ERROR.problem() if self._flaws_of(number) else wrong
            self._problems.add(said, row=number, value=" ".join(map(shown, cells[:2]))[:_SHOWN])

    def _place_total(self, entry: Entry | None) -> Problem | None:
        self._total_rows += 1
        if entry is None or not (self.total.figures or entry.is_whole):
            return say.BAD_TOTAL.problem()
        if not self.total.figures:
            self.total = entry
        return None if entry.repeats(self.total) else say.OTHER_TOTAL.problem()

    def _place(self, entry: Entry | None) -> Problem | None:
        """Put a row where it belongs; return what is wrong with it."""
        if entry is not None and entry.repeats(self._last):
            return None
        if entry is None or entry.level is None:
            return say.NOT_UNDERSTOOD.problem()
        self._last = entry
        misplaced = self._outline.enter(entry.level, entry.code)
        if misplaced is not None or not entry.is_whole:
            return misplaced or say.NOTHING_REPEATED.problem()
        is_again = entry.level is Level.AKUN and self.accounts.setdefault(self._outline.path, entry) is not entry
        return say.ACCOUNT_TWICE.problem() if is_again else None

    def check_whole(self) -> None:
        """Raise every problem noted, and what a whole report has but this one lacks."""
        if not self._total_rows:
            self._problems.add(say.NO_TOTAL.problem())
        if not self.accounts and not self._problems:
            self._problems.add(say.NO_ACCOUNTS.problem())
        self._problems.raise_any()

    def _is_page_text(self, cells: list[Cell]) -> bool:
        """Tell whether a row is a foot note, or a line of the head or a page number printed again."""
        texts = page_texts(cells)
        is_note = bool(texts) and texts[0].startswith("*") and all(isinstance(cell, str) for cell in cells)
        return is_note or not texts or texts in self._head.lines

    def _flaws_of(self, number: int) -> dict[int, Flaw]:
        """Return the error cells of a row, which python-calamine gives as blanks."""
        marks = self._sheet.marks.get(number, {})
        return {column: mark for column, mark in marks.items() if isinstance(mark, Flaw)}
