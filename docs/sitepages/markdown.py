"""Markdown as the site shows it, beside what the library writes its pages with."""

from __future__ import annotations

from kinerja import Language
from kinerja.pages import markdown
from kinerja.pages.markdown import code, escaped, table

__all__ = ["MARK", "between_marks", "code", "escaped", "indonesian", "page", "table"]

MARK = "<!-- Written by docs/generate.py from the library: mend it there, not here. -->"
_BEGIN, _END = "{} Written by docs/generate.py: mend it there, not here.{}", "{} To here.{}"

indonesian = markdown.Voice(Language.ENGLISH).indonesian


def page(heading: str, *parts: str) -> str:
    """Return a page of parts that says who wrote it; empty ones fall away."""
    return markdown.page(heading, MARK, *parts)


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
