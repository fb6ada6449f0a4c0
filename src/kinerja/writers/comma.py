"""Documents as CSV."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from kinerja._base import Language

if TYPE_CHECKING:
    from kinerja.writers.document import Document, Table

_RUNS_IN_SPREADSHEETS = re.compile(r"(^\s*|[,;\t]\s*)(?=[=+@]|-(?!$))")
"""A sign that begins a formula, at the start of a text or where a spreadsheet could split it."""
_MARK = re.compile("^[✓✗] ")


def to_csv(document: Document) -> str:
    """Write the tables of a document as CSV: `;` and decimal commas in Indonesian, `,` and decimal points in English.

    Figures carry no thousands marks and no percent sign, and none is an empty cell. A mark before a word, as in
    `✓ ya`, is left out: not every spreadsheet reads it. Texts that a spreadsheet would
    run as a formula begin with an apostrophe instead. A document without tables gives its lines, each beside the
    heading of its section.

    >>> from kinerja.writers import Document, Section, Table
    >>> table = Table(headings=["Kode", "Pagu"], rows=[["SK3/4", "1.250,50"], ["=1+1", "-"]], figures={1})
    >>> print(to_csv(Document(sections=[Section(table=table)])), end="")
    Kode;Pagu
    SK3/4;1250,50
    '=1+1;
    """
    delimiter, thousands = (";", ".") if document.language is Language.INDONESIAN else (",", ",")
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=delimiter, lineterminator="\n")
    tables = [section.table for section in document.sections if section.table is not None]
    for table in tables:
        writer.writerows(_rows(table, thousands))
    if not tables:
        writer.writerows(_lines(document))
    return buffer.getvalue()


def _rows(table: Table[str], thousands: str) -> Iterator[list[str]]:
    group, above = "", [table.grouped] if table.grouped else []
    yield [_defused(heading) for heading in (*above, *table.headings)]
    for number, row in enumerate(table.rows):
        group = table.groups.get(number, group)
        cells = [_bare(cell, thousands) if at in table.figures else _defused(cell) for at, cell in enumerate(row)]
        yield [*(_defused(group) for _ in above), *cells]


def _lines(document: Document) -> Iterator[list[str]]:
    for section in document.sections:
        for line in section.lines:
            yield [_defused(section.heading), _defused(line)]


def _bare(figure: str, thousands: str) -> str:
    return "" if figure == "-" else figure.replace(thousands, "").removesuffix("%")


def _defused(cell: str) -> str:
    """Write a text so that no spreadsheet runs it, whichever separator it splits at."""
    return _RUNS_IN_SPREADSHEETS.sub(r"\1'", _MARK.sub("", cell))
