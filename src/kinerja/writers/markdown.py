"""Documents as Markdown: tables, lists, and quotations."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kinerja.writers.document import Document, Section, Table

_MARKS = re.compile(r"([\\`*_~\[\]|])")
_STARTS_A_BLOCK = re.compile(r"^(?=[#+-])|^(\d{1,9})(?=[.)](?:\s|$))")


def to_markdown(document: Document) -> str:
    r"""Write a document as Markdown that shows every text as it stands: no markup, no cell, no line of its own.

    >>> from kinerja.writers import Document, Section
    >>> print(to_markdown(Document(title=["A*"], sections=[Section(heading="B", lines=["c", "# d"])])))
    ## A\*
    <BLANKLINE>
    ### B
    <BLANKLINE>
    - c
    - \# d
    """
    blocks = []
    if document.title:
        first, *others = document.title
        blocks += [f"## {_inline(first)}", *map(_line, others)]
    for section in document.sections:
        blocks += _section(section)
    return "\n\n".join(blocks)


def _section(section: Section[str]) -> Iterator[str]:
    if section.heading:
        yield f"### {_inline(section.heading)}"
    if section.table is not None:
        yield "\n".join(_table(section.table))
    if section.quoted:
        yield "\n>\n".join(f"> {_line(line)}" for line in section.lines)
    elif section.lines:
        yield "\n".join(f"- {_line(line)}" for line in section.lines)


def _table(table: Table[str]) -> Iterator[str]:
    marks = ["---:" if column in table.figures else "---" for column in range(len(table.headings))]
    yield from map(_joined, [[*map(_inline, table.headings)], marks])
    for number, row in enumerate(table.rows):
        if number in table.groups:
            heading = f"**{_inline(table.groups[number])}**"
            yield _joined([heading if column == (table.yields or 0) else "" for column in range(len(row))])
        yield _joined([*map(_inline, row)])


def _joined(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _inline(text: str) -> str:
    return _MARKS.sub(r"\\\1", html.escape(text, quote=False))


def _line(text: str) -> str:
    r"""Write a text that stands at the start of a line, where `-` or `1.` would begin a list and `#` a heading."""
    return _STARTS_A_BLOCK.sub(r"\1\\", _inline(text))
