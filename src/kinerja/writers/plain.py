"""Documents as plain text: tables of fixed width, and sections with their lines set in."""

from __future__ import annotations

import functools
import itertools
import re
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kinerja.writers.document import Document, Section, Table


class _Cells(textwrap.TextWrapper):
    """Begins new lines between words, and behind a stroke between two, as in `produktivitas/efisiensi`."""

    wordsep_simple_re = re.compile(r"(\s+|(?<=[^\W\d]/)(?=[^\W\d]))")


_GAP = "  "
_LINE = 80
_WIDEST, _NARROWEST = 99, 8
"""Between these a column of texts has its width; one of figures is never narrower than a figure."""
_LEGIBLE = 16
"""A table that may be parted is parted rather than that its texts be narrower."""


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


def _section(section: Section[str], width: int | None) -> Iterator[str]:
    if section.heading:
        yield _filled(section.heading, width or _LINE)
    if section.table is not None:
        yield from _table(section.table, width)
    for line in section.lines:
        written = f"“{line}”" if section.quoted else line
        if section.heading:
            yield _filled(written, width or _LINE, "  ")
        else:
            yield written if section.table is None and width is None else _filled(written, width or _LINE)


def _filled(line: str, width: int, first: str = "", then: str | None = None) -> str:
    """Begin a new line at the width, between words; each is set in as the first, unless otherwise."""
    return textwrap.fill(
        line,
        width,
        initial_indent=first,
        subsequent_indent=first if then is None else then,
        break_on_hyphens=False,
        break_long_words=False,
    )


def wrapped(text: str, width: int = _LINE) -> str:
    """Begin new lines at the width; of what is set in, or begins with a dash, the next ones are set in further.

    >>> print(wrapped("- satu dua tiga", 10))
    - satu dua
      tiga
    """
    return "\n".join(map(functools.partial(_hanging, width=width), text.split("\n")))


def _hanging(line: str, width: int) -> str:
    words = line.lstrip(" ")
    indent = " " * (len(line) - len(words))
    return _filled(words, width, indent, indent + "  " if indent or words.startswith("- ") else "")


def _table(table: Table[str], width: int | None) -> Iterator[str]:
    """Lay out the rows, with a rule above and below them; what is too wide in parts, one below the other."""
    for number, columns in enumerate(_parts(table, width)):
        if number:
            yield ""
        yield from _part(table, columns, width, whole=not number)


def _parts(table: Table[str], width: int | None) -> Iterator[list[int]]:
    """Give the columns of each part: all of them where they fit; else so many as fit, each behind the first one."""
    beside = [number for number in range(len(table.headings)) if number != table.below]
    if not table.together or width is None:
        stands_above = width is not None and table.yields and not _fits(table, beside, width)
        yield [number for number in beside if not (stands_above and number == table.yields)]
        return
    part = beside[: min(table.figures)]
    for start in range(len(part), len(beside), table.together):
        block = beside[start : start + table.together]
        if start > min(table.figures) and not _fits(table, part + block, width):
            yield part
            part = beside[:1]
        part = part + block
    yield part


def _fits(table: Table[str], columns: Sequence[int], width: int) -> bool:
    """Tell whether columns fit side by side with figures and headings whole, and texts that can be read."""
    limits = _limits(table, columns, None)
    pairs = zip(columns, limits, strict=True)
    return _span([limit if number in table.figures else min(limit, _LEGIBLE) for number, limit in pairs]) <= width


def _span(limits: Sequence[int]) -> int:
    return sum(limits) + len(_GAP) * (len(limits) - 1)


def _part(table: Table[str], columns: Sequence[int], width: int | None, *, whole: bool) -> Iterator[str]:
    """Lay out some of the columns; the first of several parts is whole, with groups and what stands below the rows."""
    limits = _limits(table, columns, width)
    rows = [[row[number] for number in columns] for row in (table.headings, *table.rows)]
    broken = [[_lines(cell, limit) for cell, limit in zip(row, limits, strict=True)] for row in rows]
    used = [max(len(line) for cell in column for line in cell) for column in zip(*broken, strict=True)]
    places = [f"{'>' if column in table.figures else '<'}{size}" for column, size in zip(columns, used, strict=True)]
    rule, start = _GAP.join("-" * size for size in used), used[0] + len(_GAP)
    for number, (row, lines) in enumerate(zip((table.headings, *table.rows), broken, strict=True), -1):
        if whole and number in table.groups:
            yield from ([""] if number else [])
            yield _filled(table.groups[number], len(rule))
        laid_out = _laid_out(lines, places)
        if table.yields is not None and table.yields not in columns:
            yield _filled(row[table.yields], len(rule), laid_out[:start].ljust(start), " " * start)
            laid_out = f"{' ' * start}{laid_out[start:]}".rstrip()
        yield laid_out
        if number < 0:
            yield rule
        elif whole and table.below is not None and row[table.below]:
            yield _filled(row[table.below], len(rule), " " * start)
    yield rule


def _limits(table: Table[str], beside: Iterable[int], width: int | None) -> list[int]:
    """Say after how many signs each column begins a new line; the widest give way until the table fits.

    Words are broken only where it would not fit otherwise.
    """
    columns = {number: [row[number] for row in (table.headings, *table.rows)] for number in beside}
    limits = [min(table.widths.get(number, _WIDEST), max(map(len, cells))) for number, cells in columns.items()]
    if table.yields is not None:
        limits = [max(limit, _longest(cells)) for limit, cells in zip(limits, columns.values(), strict=True)]
    if table.yields in columns:
        place = [*columns].index(table.yields)
        left = limits[place] + max(width or 0, _LINE) - _span(limits)
        limits[place] = max(min(limits[place], left), min(limits[place], _LEGIBLE))
    if width is None:
        return limits
    for narrowest in (_longest, lambda _: _NARROWEST):
        least = [
            max(map(len, cells[1:]), default=0) if number in table.figures else max(narrowest(cells), _NARROWEST)
            for number, cells in columns.items()
        ]
        while _span(limits) > width:
            wide = [number for number, limit in enumerate(limits) if limit > least[number]]
            if not wide:
                break
            limits[max(wide, key=limits.__getitem__)] -= 1
    return limits


def _longest(cells: Iterable[str]) -> int:
    """Return how long the longest word of a column is."""
    return max(len(word) for cell in cells for word in _lines(cell, 1, whole=True))


def _lines(cell: str, width: int, *, whole: bool = False) -> list[str]:
    """Begin new lines in a cell; with `whole` words longer than a line stay so."""
    return _Cells(width, break_on_hyphens=False, break_long_words=not whole).wrap(cell) or [""]


def _laid_out(row: Iterable[Iterable[str]], places: Sequence[str]) -> str:
    """Lay out one row whose cells may hold several lines."""
    lines = itertools.zip_longest(*row, fillvalue="")
    return "\n".join(_GAP.join(map(format, line, places)).rstrip() for line in lines)
