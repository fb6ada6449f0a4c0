"""Documents as plain text: tables of fixed width, and sections with their lines set in."""

from __future__ import annotations

import itertools
import textwrap
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kinerja.writers.document import Document, Section, Table

_GAP = "  "
_LINE = 80
_WIDEST, _NARROWEST = 99, 8
"""Between these a column of texts has its width; one of figures is never narrower than a figure."""


def to_text(document: Document, width: int | None = None) -> str:
    """Write a document as plain text.

    Args:
        document: what is written.
        width: of the terminal, in signs; without one, tables are as wide as they are, paragraphs end at 80, and lines
            of a section without heading and table are whole.

    >>> from kinerja.writers import Document, Section, Table
    >>> table = Table(headings=["Kode", "Nilai"], rows=[["SK1/1", "2"]], figures={1})
    >>> print(to_text(Document(title=["Rapor"], sections=[Section(table=table, lines=["Jumlah: 2"])])))
    Rapor
    <BLANKLINE>
    Kode   Nilai
    -----  -----
    SK1/1      2
    -----  -----
    Jumlah: 2
    """
    title = ["\n".join(_filled(line, width or _LINE) for line in document.title)] if document.title else []
    return "\n\n".join([*title, *("\n".join(_section(section, width)) for section in document.sections)])


def _section(section: Section, width: int | None) -> Iterator[str]:
    if section.heading:
        yield _filled(section.heading, width or _LINE)
    if section.table is not None:
        yield from _table(section.table, width)
    for line in section.lines:
        written = f"“{line}”" if section.quoted else line
        if section.heading:
            yield _filled(written, width or _LINE, indent="  ")
        else:
            yield written if section.table is None and width is None else _filled(written, width or _LINE)


def _filled(line: str, width: int, indent: str = "") -> str:
    """Begin a new line at the width."""
    return textwrap.fill(line, width, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False)


def _table(table: Table, width: int | None) -> Iterator[str]:
    """Lay out the rows, with a rule above and below them."""
    beside = [number for number in range(len(table.headings)) if number != table.below]
    limits = _limits(table, beside, width)
    rows = [[row[number] for number in beside] for row in (table.headings, *table.rows)]
    wrapped = [[textwrap.wrap(cell, limit) or [""] for cell, limit in zip(row, limits, strict=True)] for row in rows]
    used = [max(len(line) for cell in column for line in cell) for column in zip(*wrapped, strict=True)]
    places = [f"{'>' if column in table.figures else '<'}{size}" for column, size in zip(beside, used, strict=True)]
    heading, *body = (_laid_out(row, places) for row in wrapped)
    rule = _GAP.join("-" * size for size in used)
    yield from (heading, rule)
    for number, laid_out in enumerate(body):
        if number in table.groups:
            yield from ([""] if number else [])
            yield _filled(table.groups[number], len(rule))
        yield laid_out
        if table.below is not None and table.rows[number][table.below]:
            yield _filled(table.rows[number][table.below], len(rule), " " * (used[0] + len(_GAP)))
    yield rule


def _limits(table: Table, beside: Iterable[int], width: int | None) -> list[int]:
    """Say after how many signs each column begins a new line; the widest give way until the table fits."""
    columns = {number: [row[number] for row in (table.headings, *table.rows)] for number in beside}
    limits = [min(table.widths.get(number, _WIDEST), max(map(len, cells))) for number, cells in columns.items()]
    least = [
        max(map(len, cells[1:]), default=0) if number in table.figures else _NARROWEST
        for number, cells in columns.items()
    ]
    while width is not None and sum(limits) + len(_GAP) * (len(limits) - 1) > width:
        wide = [number for number, limit in enumerate(limits) if limit > least[number]]
        if not wide:
            break
        limits[max(wide, key=limits.__getitem__)] -= 1
    return limits


def _laid_out(row: Iterable[Iterable[str]], places: Sequence[str]) -> str:
    """Lay out one row whose cells may hold several lines."""
    lines = itertools.zip_longest(*row, fillvalue="")
    return "\n".join(_GAP.join(map(format, line, places)).rstrip() for line in lines)
