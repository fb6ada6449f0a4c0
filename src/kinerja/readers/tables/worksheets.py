"""The sheets of one file: which hold a table, which would lose rows without a word, which are not read."""

from __future__ import annotations

import contextlib
import itertools
from collections.abc import Iterable, Sequence

import attrs

from kinerja._base import PeriodError, RecordsError, Text
from kinerja.readers.sheets import Sheet, is_blank, refusal
from kinerja.readers.tables import messages as say
from kinerja.readers.tables.heading_rows import first_filled, heading_rows
from kinerja.readers.tables.headings import GUIDE, MADE_FOR, Headings, TableColumn
from kinerja.records import Period, as_period


@attrs.frozen(kw_only=True)
class FoundTables:
    """The headings of the sheets of a file that hold a table, and the other sheets, apart from the guide of a form."""

    headings: tuple[Headings, ...]
    unread: tuple[Sheet, ...]

    @property
    def notes(self) -> tuple[Text, ...]:
        """What is hidden in the sheets that are read or may lack there, and which sheets are not read."""
        notes = [note for headings in self.headings if (note := note_on(headings.sheet)) is not None]
        return (*notes, *([unread_sheets(self.unread)] if self.unread else []))


def find_tables(sheets: Sequence[Sheet], columns: Iterable[TableColumn], sheet: str | None = None) -> FoundTables:
    """Find the sheets of a table by their headings: the named one, or all that have those needed.

    Columns may stand in any order. Others may stand beside them and are left out, unless their heading resembles one
    that was asked for: a misspelt column would be lost without a word. So would another sheet that would be one but for
    its spelling, and one that goes on with the rows without headings.
    """
    file, asked = sheets[0].file, tuple(columns)
    among = [one for one in sheets if one.name == sheet] if sheet is not None else (filled_in(sheets) or sheets)
    found = [Headings.among(one, heading_rows(one), asked) for one in among]
    if not found:
        raise refusal(say.NO_SUCH_WORKSHEET, file, name=sheet)
    whole = tuple(headings for headings in found if not headings.missing)
    if not whole:
        nearest = min(found, key=lambda headings: len(headings.missing))
        missing = tuple(column.headings[0] for column in nearest.missing)
        available = tuple(filter(None, nearest.names))
        lack = nearest.lack(nearest.missing)
        raise say.COLUMNS_MISSING.error(file=file or say.THIS_FILE, lack=lack, missing=missing, available=available)
    refuse_misspelt(found)
    for headings in whole:
        headings.check()
    return FoundTables(headings=whole, unread=beside(whole, [one.sheet for one in found]))


def find_headings(sheets: Sequence[Sheet], columns: Iterable[TableColumn], sheet: str | None = None) -> Headings:
    """Find the one sheet of a table, as `find_tables` does; several are refused."""
    first, *others = find_tables(sheets, columns, sheet).headings
    if others:
        names = [headings.sheet.name for headings in (first, *others)]
        raise refusal(say.SEVERAL_WORKSHEETS, first.sheet.file, names=names)
    return first


def filled_in(sheets: Iterable[Sheet]) -> list[Sheet]:
    """Return the sheets apart from the one of a form that says how it is filled in, with the names of its columns."""
    return [sheet for sheet in sheets if str(sheet.name).casefold() != GUIDE]


def made_for(sheets: Iterable[Sheet]) -> Period | None:
    """Return the period that the guide of a form names; None where none does."""
    for name, content in guide_of(sheets):
        if name == MADE_FOR:
            with contextlib.suppress(PeriodError):
                return as_period(content)
    return None


def guide_of(sheets: Iterable[Sheet]) -> list[tuple[str, str]]:
    """Return what the guide of a form says, each with its name."""
    guides = [sheet for sheet in sheets if str(sheet.name).casefold() == GUIDE]
    rows = [cells for guide in guides for _, cells in guide.rows() if len(cells) > 1 and not is_blank(cells[1])]
    return [(str(name), str(content)) for name, content, *_ in rows]


def refuse_misspelt(found: Iterable[Headings]) -> None:
    """Refuse the worksheets that would be passed over because headings in them are misspelt."""
    misspelt = {str(headings.sheet.name): headings for headings in found if headings.is_misspelt}
    if misspelt:
        lacks = [(one.sheet.file, name, one.lack(one.missing)) for name, one in misspelt.items()]
        raise RecordsError.of([say.SHEET_MISSPELT.problem(file, name=name, lack=lack) for file, name, lack in lacks])


def beside(tables: Sequence[Headings], sheets: Iterable[Sheet]) -> tuple[Sheet, ...]:
    """Return the sheets of a file that hold none of its tables, apart from the guide of a form.

    One that goes on with the rows of a table without its headings is refused.
    """
    known = {id(headings.sheet) for headings in tables}
    others = tuple(sheet for sheet in filled_in(sheets) if id(sheet) not in known)
    for sheet, headings in itertools.product(others, tables):
        row = _first_row_of(headings, sheet)
        if row is not None:
            names = {"name": sheet.name, "first": headings.sheet.name, "number": row}
            raise refusal(say.HEADLESS, sheet.file, **names)
    return others


def _first_row_of(headings: Headings, sheet: Sheet) -> int | None:
    return next((number for number, cells in first_filled(sheet) if headings.holds_figures(cells)), None)


def note_on(sheet: Sheet) -> Text | None:
    """Say what is hidden in a sheet, and counts, or that it may be cut short; None where there is nothing."""
    if sheet.is_hidden:
        return say.HIDDEN_SHEET.text(name=sheet.name)
    if sheet.hidden_rows:
        return say.HIDDEN_ROWS.text(name=sheet.name, rows=sheet.hidden_rows)
    return say.OPEN_END.text() if sheet.is_open else None


def unread_sheets(sheets: Iterable[Sheet]) -> Text:
    """Say which sheets of a file were not read."""
    named = [say.HIDDEN.text(name=one.name) if one.is_hidden else one.name for one in sheets]
    return say.SHEETS_UNREAD.text(named=named)
