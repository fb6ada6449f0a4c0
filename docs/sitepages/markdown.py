"""Markdown as the site shows it: tables, texts as they stand, texts in Indonesian."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

__all__ = ["between_marks", "code", "escaped", "indonesian", "inset", "page", "quoted", "table"]

_MARK = "<!-- Written by docs/generate.py from the library: mend it there, not here. -->"
_BEGIN, _END = "{} Written by docs/generate.py: mend it there, not here.{}", "{} To here.{}"


def page(heading: str, *parts: str) -> str:
    """Return a page of parts; empty ones fall away."""
    return "\n\n".join(part for part in [f"# {heading}", _MARK, *parts] if part) + "\n"


def between_marks(text: str, written: str, marks: tuple[str, str]) -> str:
    r"""Return a text with what was written put between its two marks, which are comments.

    >>> old = "a\n# Written by docs/generate.py: mend it there, not here.\nb\n# To here.\nc\n"
    >>> print(between_marks(old, "d", ("#", "")))
    a
    # Written by docs/generate.py: mend it there, not here.
    d
    # To here.
    c
    <BLANKLINE>
    """
    begin, end = (mark.format(*marks) for mark in (_BEGIN, _END))
    before, _, rest = text.partition(begin)
    return f"{before}{begin}\n{written}\n{end}{rest.partition(end)[2]}"


def table(heading: Sequence[str], rows: Iterable[Sequence[str]], figures: Collection[str] = ()) -> str:
    """Return a Markdown table; the columns whose headings are among the figures stand to the right."""
    marks = ["---:" if name in figures else "---" for name in heading]
    return "\n".join(f"| {' | '.join(row)} |" for row in [heading, marks, *rows])


def escaped(text: str) -> str:
    r"""Return a text so that Markdown shows it as it stands.

    >>> print(escaped("A | B_1 < 2"))
    A \| B\_1 &lt; 2
    """
    return re.sub(r"([\\`*_\[\]|#])", r"\\\1", text).replace("&", "&amp;").replace("<", "&lt;")


def code(text: str) -> str:
    """Return a text as code."""
    return f"`{text}`"


def indonesian(text: str) -> str:
    """Return words so that a page says in which language they are.

    >>> indonesian("satker")
    '<span lang="id">satker</span>'
    """
    return f'<span lang="id">{escaped(text)}</span>'


def quoted(lines: Iterable[str]) -> str:
    """Return Indonesian texts as a quotation."""
    return "\n>\n".join(f'> {escaped(line)}\n> {{: lang="id" }}' for line in lines)


def inset(text: str) -> str:
    """Return a text four columns further right, as the content of a folded block stands."""
    return re.sub(r"^(?=.)", "    ", text, flags=re.MULTILINE)
