"""What people read, as a value: a title, and sections of lines and tables. It is all that a writer knows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, Generic, TypeVar

import attrs

from kinerja._base import FrozenMap, Language, Text
from kinerja.writers.plain import to_text  # it knows this module as the type that it writes
from kinerja.writers.web import to_html  # as above

Words_co = TypeVar("Words_co", bound=str | Text, covariant=True)
"""What lines and cells are: texts in both languages, or lines of one; those of a document are in its language."""

_BREAKS = re.compile(r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]+")
"""What ends a line, would steer a terminal, or would turn round the order of signs."""


def _rows(rows: Iterable[Iterable[Words_co]]) -> tuple[tuple[Words_co, ...], ...]:
    return tuple(map(tuple, rows))


def _groups(groups: Mapping[int, Words_co]) -> Mapping[int, Words_co]:
    return FrozenMap(groups)


def _columns(numbers: Iterable[int]) -> frozenset[int]:
    return frozenset(numbers)


@attrs.frozen(kw_only=True)
class Table(Generic[Words_co]):
    """Rows of cells under headings, all of the same length.

    Fields:
        figures: the columns that hold figures; they stand to the right.
        widths: column -> after how many signs plain text begins a new line in it.
        yields: the column that in plain text has what the others leave of a line.
        groups: row -> the heading of the rows from this one on.
        grouped: what the groups are, where CSV, which is for programs, is to have them in a column; else it has none.
        below: the column whose texts stand below their rows, as wide as the table; in CSV and Markdown beside them.
        together: how many columns from the first of figures on belong together where plain text parts a table that is
            wider than its page; 0 for one that is not parted.
    """

    headings: tuple[Words_co, ...] = attrs.field(converter=tuple)
    rows: tuple[tuple[Words_co, ...], ...] = attrs.field(converter=_rows)
    figures: frozenset[int] = attrs.field(default=(), converter=_columns)
    widths: Mapping[int, int] = FrozenMap()
    yields: int | None = None
    groups: Mapping[int, Words_co] = attrs.field(default=FrozenMap(), converter=_groups)
    grouped: Words_co | str = ""
    below: int | None = None
    together: int = 0

    def read(self, language: Language) -> Table[str]:
        """Return the table in one language."""
        unread: Any = self
        read: Table[str] = attrs.evolve(
            unread,
            headings=_lines(self.headings, language),
            rows=[_lines(row, language) for row in self.rows],
            groups={row: _one_line(heading, language) for row, heading in self.groups.items()},
            grouped=_one_line(self.grouped, language),
        )
        return read


@attrs.frozen(kw_only=True)
class Section(Generic[Words_co]):
    """A part of a document: a heading or none, a table or none, and lines; quoted lines are a decree's own words."""

    heading: Words_co | str = ""
    table: Table[Words_co] | None = None
    lines: tuple[Words_co, ...] = attrs.field(default=(), converter=tuple)
    quoted: bool = False

    def read(self, language: Language) -> Section[str]:
        """Return the section in one language, without blank lines."""
        return Section(
            heading=_one_line(self.heading, language),
            table=None if self.table is None else self.table.read(language),
            lines=filter(None, _lines(self.lines, language)),
            quoted=self.quoted,
        )


@attrs.frozen(kw_only=True, init=False)
class Document:
    """What is written: the lines of its title, and its sections. One that has neither lines nor a table is left out.

    It is in one language: of the texts that it is made of, it keeps that. Every text stands on one line, without signs
    that steer a terminal. `str` writes it as plain text, a notebook as HTML.

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

    title: tuple[str, ...]
    sections: tuple[Section[str], ...]
    language: Language

    def __init__(
        self,
        *,
        title: Iterable[str | Text] = (),
        sections: Iterable[Section[str | Text]],
        language: Language = Language.INDONESIAN,
    ) -> None:
        read = (section.read(language) for section in sections)
        self.__attrs_init__(
            title=(*filter(None, _lines(title, language)),),
            sections=tuple(section for section in read if section.lines or section.table is not None),
            language=language,
        )

    def __str__(self) -> str:
        return to_text(self)

    def _repr_html_(self) -> str:
        return to_html(self)


def _lines(texts: Iterable[str | Text], language: Language) -> list[str]:
    return [_one_line(text, language) for text in texts]


def _one_line(text: str | Text, language: Language) -> str:
    read = text.read(language) if isinstance(text, Text) else text
    return " ".join(part.strip() for part in _BREAKS.split(read) if part.strip())
