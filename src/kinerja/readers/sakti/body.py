"""The rows of a GLP039 report below its head: what is counted, what is the same row again, what is page furniture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kinerja.readers.sakti import messages as say
from kinerja.readers.sakti.head import page_texts
from kinerja.readers.sakti.rows import Entry, Level, Outline, parse_entry
from kinerja.readers.sheets import Cell, Flaw, mark_row, shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kinerja._base import Problem
    from kinerja.readers.sakti.head import Head
    from kinerja.readers.sheets import Problems, Worksheet

_TOTAL = "JUMLAH SELURUHNYA"
_SHOWN = 100
_NOTHING = Entry(level=None, code="", figures=())


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

    __slots__ = ("_head", "_last", "_outline", "_problems", "_sheet", "_total_rows", "accounts", "total")

    def __init__(self, sheet: Worksheet, head: Head, problems: Problems) -> None:
        self._sheet, self._head, self._problems = sheet, head, problems
        self._outline = Outline()
        self._last = _NOTHING
        self._total_rows = 0
        self.total = _NOTHING
        self.accounts: dict[str, Entry] = {}

    def take(self, number: int, cells: list[Cell]) -> None:
        """Take one row; one that is not understood is noted as a problem."""
        entry = parse_entry(cells)
        if entry is None and self._is_page_text(cells):
            return
        if entry is None:
            entry = parse_entry(self._with_flaws(number, cells))
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
        """Raise every problem noted, and what a whole report has but this one lacks.

        Raises:
            RecordsError: if there is anything.
        """
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

    def _with_flaws(self, number: int, cells: list[Cell]) -> list[Cell]:
        """Return the filled cells with the error cells that python-calamine gives as blanks."""
        flaws = self._flaws_of(number)
        return filled(mark_row(self._sheet.cells[number - 1], flaws)) if flaws else cells

    def _flaws_of(self, number: int) -> dict[int, Flaw]:
        marks = self._sheet.marks.get(number, {})
        return {column: mark for column, mark in marks.items() if isinstance(mark, Flaw)}
