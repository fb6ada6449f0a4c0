"""What people read, as a value: a title, and sections of lines and tables. It is all that a writer knows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

import attrs

from kinerja._base import FrozenMap, Language
from kinerja.writers.plain import to_text  # it knows this module as the type that it writes
from kinerja.writers.web import to_html  # as above

_BREAKS = re.compile(r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]+")
"""What ends a line, would steer a terminal, or would turn round the order of signs."""


def _one_line(text: str) -> str:
    return " ".join(part.strip() for part in _BREAKS.split(text) if part.strip())


def _cells(row: Iterable[str]) -> tuple[str, ...]:
    return tuple(map(_one_line, row))


def _rows(rows: Iterable[Iterable[str]]) -> tuple[tuple[str, ...], ...]:
    return tuple(map(_cells, rows))


def _headings(groups: Mapping[int, str]) -> Mapping[int, str]:
    return FrozenMap({row: _one_line(heading) for row, heading in groups.items()})


def _columns(numbers: Iterable[int]) -> frozenset[int]:
    return frozenset(numbers)


def _lines(lines: Iterable[str]) -> tuple[str, ...]:
    return tuple(filter(None, map(_one_line, lines)))


@attrs.frozen(kw_only=True)
class Table:
    """Rows of cells under headings, all of the same length.

    Fields:
        figures: the columns that hold figures; they stand to the right.
        widths: column -> after how many signs plain text begins a new line in it.
        groups: row -> the heading of the rows from this one on; CSV, which is for programs, leaves them out.
        below: the column whose texts stand below their rows, as wide as the table; in CSV and Markdown beside them.
        together: how many columns from the first of figures on belong together where plain text parts a table that is
            wider than its page; 0 for one that is not parted.
    """

    headings: tuple[str, ...] = attrs.field(converter=_cells)
    rows: tuple[tuple[str, ...], ...] = attrs.field(converter=_rows)
    figures: frozenset[int] = attrs.field(default=(), converter=_columns)
    widths: Mapping[int, int] = FrozenMap()
    groups: Mapping[int, str] = attrs.field(default=FrozenMap(), converter=_headings)
    below: int | None = None
    together: int = 0


@attrs.frozen(kw_only=True)
class Section:
    """A part of a document: a heading or none, a table or none, and lines; quoted lines are a decree's own words."""

    heading: str = attrs.field(default="", converter=_one_line)
    table: Table | None = None
    lines: tuple[str, ...] = attrs.field(default=(), converter=_lines)
    quoted: bool = False


def _that_speak(sections: Iterable[Section]) -> tuple[Section, ...]:
    return tuple(section for section in sections if section.lines or section.table is not None)


@attrs.frozen(kw_only=True)
class Document:
    """What is written: the lines of its title, and its sections. One that has neither lines nor a table is left out.

    Every text stands on one line, without signs that steer a terminal. `str` writes it as plain text, a notebook as
    HTML.

    Fields:
        language: the one in which its texts and figures are.

    >>> table = Table(headings=["Kode", "Capaian"], rows=[["SK1/1", "200,00%"]], figures={1})
    >>> document = Document(title=["Rapor"], sections=[Section(table=table), Section(heading="Catatan")])
    >>> print(document)
    Rapor
    <BLANKLINE>
    Kode   Capaian
    -----  -------
    SK1/1  200,00%
    -----  -------
    """

    title: tuple[str, ...] = attrs.field(default=(), converter=_lines)
    sections: tuple[Section, ...] = attrs.field(converter=_that_speak)
    language: Language = Language.INDONESIAN

    def __str__(self) -> str:
        return to_text(self)

    def _repr_html_(self) -> str:
        return to_html(self)
