"""What a file of a folder is, told by its headings: a form of an indicator, a GLP039 export, a realisation table."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, Any

import attrs

from kinerja._base import Text
from kinerja.indicators.p3dn_ratio import BudgetLine
from kinerja.readers.sakti import has_title
from kinerja.readers.sheets import LIMIT, Worksheet, open_sheets, refusal
from kinerja.readers.tables import ACTUAL_HEADINGS, FIRST_ROW, Column, Headings, columns_of, misspelt_sheet

if TYPE_CHECKING:
    import os
    from collections.abc import Iterator, Mapping, Sequence

    from kinerja.decrees import Entry
    from kinerja.readers.sheets import DelimitedFile

__all__ = ["Found", "Shape", "recognise"]

_ANY_UNIT = "-"  # whether the unit has a column does not tell forms apart


class Shape(enum.Enum):
    """What a file is."""

    FORM = enum.auto()
    GLP039 = enum.auto()
    ACTUALS = enum.auto()


@attrs.frozen(kw_only=True)
class Found:
    """What a worksheet was recognised as.

    Fields:
        shape: what it is.
        sheet: its name; None for a CSV file.
        code: of the indicator; empty for a table of realisations.
    """

    shape: Shape
    sheet: str | None
    code: str = ""

    @property
    def name(self) -> str:
        """What it is, for messages."""
        return self.code or "realisasi"


@attrs.frozen(kw_only=True)
class _Candidate:
    """One thing that a worksheet may be: its columns, and the headings that are there."""

    found: Found
    headings: Headings
    columns: tuple[Column, ...]

    @property
    def fits(self) -> bool:
        return not self.headings.missing(self.columns)

    @property
    def known(self) -> int:
        """How many of its columns are there."""
        return sum(self.headings.place(column) is not None for column in self.columns)

    @property
    def needed(self) -> int:
        """How many of the columns that it must have are there."""
        return sum(column.needed for column in self.columns) - len(self.headings.missing(self.columns))


def recognise(path: str | os.PathLike[str], entries: Mapping[str, Entry], *, limit: int = LIMIT) -> Found:
    """Tell what a file is. Of several forms whose columns are all there, it is the one with most columns.

    Raises:
        RecordsError: for a file that is nothing of this, or several things, or that cannot be read; and for one with a
            worksheet that would be one of them but for its spelling.
        MissingExtraError: for a workbook, if python-calamine is not installed.
    """
    found, others = list[Found](), list[_Candidate]()
    for source in open_sheets(path, limit):
        if isinstance(source, Worksheet) and has_title(source.cells):
            found.extend(_exports(source, entries))
            continue
        candidates = list(_candidates(source, entries))
        most = max((one.known for one in candidates if one.fits), default=0)
        found.extend(one.found for one in candidates if one.fits and one.known == most)
        others.extend(candidates)
    if not found:
        raise refusal(str(path), _unknown(entries, others))
    if len(found) > 1:
        raise refusal(str(path), _ambiguous(found))
    for one in others:
        if one.found.sheet != found[0].sheet and one.headings.is_misspelt(one.columns):
            raise refusal(str(path), misspelt_sheet(one.found.sheet, one.headings.lack(one.columns)))
    return found[0]


def _exports(source: Worksheet, entries: Mapping[str, Entry]) -> Iterator[Found]:
    for code, entry in entries.items():
        if _record(entry) is BudgetLine:
            yield Found(shape=Shape.GLP039, sheet=source.name, code=code)


def _candidates(source: DelimitedFile | Worksheet, entries: Mapping[str, Entry]) -> Iterator[_Candidate]:
    headings, sheet = Headings.of(source), source.name
    yield _Candidate(found=Found(shape=Shape.ACTUALS, sheet=sheet), headings=headings, columns=ACTUAL_HEADINGS)
    for code, entry in entries.items():
        if _record(entry) is not None:
            columns = columns_of(_record(entry), unit=_ANY_UNIT)
            form = Found(shape=Shape.FORM, sheet=sheet, code=code)
            yield _Candidate(found=form, headings=headings, columns=columns)


def _record(entry: Entry) -> Any:
    return None if entry.indicator is None else entry.indicator.record


def _unknown(entries: Mapping[str, Entry], others: Sequence[_Candidate]) -> Text:
    codes = ", ".join(code for code, entry in entries.items() if _record(entry) is not None)
    found = _closest(others)
    return Text(
        id=f"judul kolomnya bukan judul formulir ({codes}), ekspor GLP039, atau tabel realisasi. {found.id} "
        f"{FIRST_ROW.id} Bandingkan dengan formulir dari `kinerja template`, atau keluarkan berkas ini dari folder.",
        en=f"its headings are those of no form ({codes}), GLP039 export or table of realisations. {found.en} "
        f"{FIRST_ROW.en} Compare them with a form of `kinerja template`, or take the file out of the folder.",
    )


def _closest(others: Sequence[_Candidate]) -> Text:
    """Name what knows most of the headings, and what it misses; the headings alone where nothing knows any."""
    most = max((one.needed for one in others), default=0)
    if not most:
        there = ", ".join(dict.fromkeys(name for one in others for name in one.headings.names if name)) or "-"
        return Text(id=f"Judul yang ada: {there}.", en=f"The headings are: {there}.")
    nearest = [(one.found.name, one.headings.lack(one.columns)) for one in others if one.needed == most]
    return Text(
        id=" ".join(f"Paling dekat dengan {name}: {lack.id}" for name, lack in nearest),
        en=" ".join(f"Closest to {name}: {lack.en}" for name, lack in nearest),
    )


def _ambiguous(found: Sequence[Found]) -> Text:
    named = ", ".join(match.name if match.sheet is None else f"{match.name} ({match.sheet})" for match in found)
    return Text(
        id=f"dapat dibaca sebagai beberapa hal: {named}. Berikan satu tabel per berkas, dengan judul kolom lengkap.",
        en=f"it can be read as several things: {named}. Hand in one table a file, with all its headings.",
    )
