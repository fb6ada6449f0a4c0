"""What a file of a folder is, told by its headings: a form of an indicator, a GLP039 export, a realisation table."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, Any

import attrs

from kinerja.indicators.p3dn_ratio import BudgetLine
from kinerja.readers.columns import Headings
from kinerja.readers.fields import columns_of
from kinerja.readers.files import LIMIT, Worksheet, open_sheets
from kinerja.readers.problems import refusal
from kinerja.readers.sakti_head import has_title
from kinerja.readers.tables import ACTUAL_HEADINGS
from kinerja.text import Text

if TYPE_CHECKING:
    import os
    from collections.abc import Iterator, Mapping, Sequence

    from kinerja.decree import Entry
    from kinerja.readers.columns import Column
    from kinerja.readers.delimited import DelimitedFile

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


def recognise(path: str | os.PathLike[str], entries: Mapping[str, Entry], *, limit: int = LIMIT) -> Found:
    """Tell what a file is. Of several forms it could be, it is the one that knows most of its headings.

    Raises:
        RecordsError: for a file that is nothing of this, or several things, or that cannot be read.
        MissingExtraError: for a workbook, if python-calamine is not installed.
    """
    found = [match for source in open_sheets(path, limit) for match in _matches(source, entries)]
    if not found:
        raise refusal(str(path), _unknown(entries))
    if len(found) > 1:
        raise refusal(str(path), _ambiguous(found))
    return found[0]


def _matches(source: DelimitedFile | Worksheet, entries: Mapping[str, Entry]) -> Iterator[Found]:
    if isinstance(source, Worksheet) and has_title(source.cells):
        codes = [code for code, entry in entries.items() if _record(entry) is BudgetLine]
        yield from (Found(shape=Shape.GLP039, sheet=source.name, code=code) for code in codes)
        return
    headings = Headings.of(source)
    known = {Found(shape=Shape.ACTUALS, sheet=source.name): _known(headings, ACTUAL_HEADINGS)}
    for code, entry in entries.items():
        if _record(entry) is not None:
            columns = columns_of(_record(entry), unit=_ANY_UNIT)
            known[Found(shape=Shape.FORM, sheet=source.name, code=code)] = _known(headings, columns)
    most = max(known.values())
    yield from (match for match, count in known.items() if 0 < count == most)


def _record(entry: Entry) -> Any:
    return None if entry.indicator is None else entry.indicator.record


def _known(headings: Headings, columns: Sequence[Column]) -> int:
    """Count the headings that are known; none where a needed one is missing."""
    if headings.missing(columns):
        return 0
    return sum(headings.place(column) is not None for column in columns)


def _unknown(entries: Mapping[str, Entry]) -> Text:
    codes = ", ".join(code for code, entry in entries.items() if _record(entry) is not None)
    return Text(
        id=f"judul kolomnya bukan judul formulir ({codes}), ekspor GLP039, atau tabel realisasi. Bandingkan dengan "
        "formulir dari `kinerja template`, atau keluarkan berkas ini dari folder.",
        en=f"its headings are those of no form ({codes}), GLP039 export or table of realisations. Compare them with "
        "a form of `kinerja template`, or take the file out of the folder.",
    )


def _ambiguous(found: Sequence[Found]) -> Text:
    named = ", ".join(match.name if match.sheet is None else f"{match.name} ({match.sheet})" for match in found)
    return Text(
        id=f"dapat dibaca sebagai beberapa hal: {named}. Berikan satu tabel per berkas, dengan judul kolom lengkap.",
        en=f"it can be read as several things: {named}. Hand in one table a file, with all its headings.",
    )
