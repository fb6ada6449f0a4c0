"""A GLP039 report as it is printed: its head, and below it what is counted, what is the same again, page furniture.

The head, with budget year, period and work unit, may be printed again on every page.
"""

from __future__ import annotations

import enum
import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from operator import attrgetter

import attrs

from kinerja._base import Problem, RecordsError, Text
from kinerja._base.dates import MONTHS
from kinerja.readers.sakti import messages as say
from kinerja.readers.sakti.rows import Entry, Figures, Level, Outline, misread_figure, parse_entry, rupiah_in
from kinerja.readers.sheets import Cell, Flaw, Problems, Sheet, shown


class Basis(enum.Enum):
    """What counts as realised in a GLP039, as it is chosen where SAKTI prints it: accrual, or paid by SP2D."""

    ACCRUAL = Text(id="akrual", en="accrual")
    SP2D = Text(id="SP2D", en="SP2D")


_TITLES = {"KETERSEDIAAN DANA DETAIL": Basis.ACCRUAL, "REALISASI SP2D": Basis.SP2D}
_TITLE = re.compile(rf"LAPORAN (?P<basis>{'|'.join(_TITLES)})(?: TA (?P<year>20[0-9]{{2}}))?", re.IGNORECASE | re.ASCII)
_TITLE_WITHIN = 50  # filled rows
_PERIOD = re.compile(rf"Periode (?P<month>{'|'.join(MONTHS)}) (?P<year>20[0-9]{{2}})", re.IGNORECASE | re.ASCII)
_PAGE = re.compile(r"Hal(?:aman)?\.? ?[0-9]+(?: dari.*)?", re.IGNORECASE | re.ASCII)
_PAGES = re.compile(r"(?:(?:dari )?[0-9]+)?", re.IGNORECASE | re.ASCII)
_UNIT = "SATUAN KERJA"
_UNIT_CODE = re.compile(r"[0-9]{5,6}", re.ASCII)  # as a number it has lost a leading zero
_TOTAL = "JUMLAH SELURUHNYA"
_SUMS = {
    "Pagu Revisi": attrgetter("ceiling"),
    "Lock Pagu": attrgetter("locked"),
    "Realisasi s.d. Periode": attrgetter("realised"),
}
_SHOWN = 100
_NOTHING = Entry(level=None, code="", figures=())
_NO_TOTAL = Figures.in_order([Fraction()] * 6)


@attrs.frozen(kw_only=True)
class Head:
    """What the head says, and its lines, by which they are known when they are printed again."""

    basis: Basis
    year: int
    month: int
    unit: str
    unit_name: str
    lines: frozenset[tuple[str, ...]]


def is_export(sheet: Sheet) -> bool:
    """Tell whether a sheet has the title of the report in one of its first rows."""
    firsts = filter(None, (next(_texts(row), "") for _, row in sheet.rows()))
    try:
        return any(_TITLE.match(first) for first in itertools.islice(firsts, _TITLE_WITHIN))
    except RecordsError:  # told with all else that is wrong, by whoever reads the rows
        return False


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
    basis = _TITLES[title["basis"].upper()] if title else Basis.ACCRUAL
    return Head(basis=basis, year=int(year or 0), month=month, unit=unit, unit_name=unit_name, lines=frozenset(lines))


def _find_unit(lines: Iterable[tuple[str, ...]], problems: Problems) -> tuple[str, str]:
    for label, *values in filter(None, lines):
        filled = [value for value in values if value != ":"]
        if label.upper().startswith(_UNIT) and len(filled) == 2 and _UNIT_CODE.fullmatch(filled[0]):  # noqa: PLR2004 - code, name
            return filled[0].zfill(6), filled[1]
    problems.add(say.NO_UNIT.problem())
    return "", ""


def filled(row: Iterable[Cell]) -> list[Cell]:
    """Return the cells of a row with something in them, blanks around texts taken off."""
    stripped = (cell.strip() if isinstance(cell, str) else cell for cell in row)
    return [cell for cell in stripped if cell != ""]


def is_total(cells: Sequence[Cell]) -> bool:
    """Tell whether a row is the grand total, JUMLAH SELURUHNYA."""
    return isinstance(cells[0], str) and " ".join(cells[0].split()).upper() == _TOTAL


class Body:
    """The rows below the head, taken one after the other; `accounts` has the figures of each path of codes."""

    def __init__(self, head: Head, problems: Problems) -> None:
        self._head, self._problems = head, problems
        self._outline, self._last, self._total, self._has_total = Outline(), _NOTHING, _NO_TOTAL, False
        self._misread: dict[str, list[tuple[int, str, Problem]]] = {}
        self.accounts: dict[str, Figures] = {}

    def take(self, number: int, cells: list[Cell]) -> None:
        """Take one row; one that is not understood is noted as a problem."""
        entry = parse_entry(cells)
        if entry is None and self._is_page_text(cells):
            return
        wrong = self._place_total(entry) if is_total(cells) else self._place(entry)
        if wrong is None:
            return
        misread = misread_figure(cells) if entry is None else None
        if misread is not None:
            self._misread.setdefault(misread[1].code, []).append((number, *misread))
        else:
            said = say.ERROR.problem() if any(isinstance(cell, Flaw) for cell in cells) else wrong
            self._problems.add(said, row=number, value=" ".join(map(shown, cells[:2]))[:_SHOWN])

    def _place_total(self, entry: Entry | None) -> Problem | None:
        self._has_total = True
        if entry is not None and self._total is not _NO_TOTAL:
            return None if self._total.are_in(entry.figures) else say.OTHER_TOTAL.problem()
        if entry is None or not isinstance(entry.figures, Figures):
            return say.BAD_TOTAL.problem()
        self._total = entry.figures
        return _other_sum_of_periods(entry.figures)

    def _place(self, entry: Entry | None) -> Problem | None:
        """Put a row where it belongs; return what is wrong with it."""
        if entry is not None and entry.repeats(self._last):
            return None
        if entry is None or entry.level is None:
            return say.NOT_UNDERSTOOD.problem()
        self._last = entry
        misplaced = self._outline.enter(entry.level, entry.code)
        if misplaced is not None or not isinstance(entry.figures, Figures):
            return misplaced or say.NOTHING_REPEATED.problem()
        if entry.level is not Level.AKUN:
            return None
        is_again = self.accounts.setdefault(self._outline.path, entry.figures) is not entry.figures
        return say.ACCOUNT_TWICE.problem() if is_again else _other_sum_of_periods(entry.figures)

    def check_whole(self) -> Figures:
        """Return the grand total; raise every problem noted, what the report lacks, and sums that differ from it."""
        for (number, value, why), *more in self._misread.values():
            self._problems.add(say.MISREAD.problem(why=why.allowed, more=len(more)), row=number, value=value)
        if not self._has_total:
            self._problems.add(say.NO_TOTAL.problem())
        if not self.accounts and not self._problems:
            self._problems.add(say.NO_ACCOUNTS.problem())
        self._problems.raise_any()
        for name, figure in _SUMS.items():
            added, printed = sum(map(figure, self.accounts.values()), Fraction()), figure(self._total)
            if added != printed:
                other = say.OTHER_SUM.problem(name=name, added=added, total=printed, difference=added - printed)
                self._problems.add(other)
        self._problems.raise_any()
        return self._total

    def _is_page_text(self, cells: list[Cell]) -> bool:
        """Tell whether a row is a foot note, or a line of the head or a page number printed again."""
        texts = page_texts(cells)
        is_note = bool(texts) and texts[0].startswith("*") and all(rupiah_in(cell) is None for cell in cells)
        return is_note or not texts or texts in self._head.lines


def _other_sum_of_periods(figures: Figures) -> Problem | None:
    """Return what is wrong where periode lalu and periode ini do not add up to s.d. periode: other columns, say."""
    added = figures.before + figures.within
    return None if added == figures.realised else say.OTHER_PERIODS.problem(added=added, until=figures.realised)
