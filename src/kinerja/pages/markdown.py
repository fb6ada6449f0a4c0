"""Markdown that any renderer shows: tables, texts as they stand, texts in Indonesian on an English page."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence

import attrs

from kinerja._base import Language, Text


@attrs.frozen
class Voice:
    """In which language a page speaks; what is Indonesian on an English one says so.

    Fields:
        names: whether names in code stand beside the decree's, for who uses the library.
    """

    language: Language
    names: bool = attrs.field(default=False, kw_only=True)

    def say(self, id: str, en: str) -> str:  # noqa: A002 - as Text has them
        """Return Markdown in the language of the page."""
        return Text(id=id, en=en).read(self.language)

    def read(self, text: Text) -> str:
        """Return a text in the language of the page, as it stands."""
        return escaped(text.read(self.language))

    def listed(self, texts: Iterable[Text]) -> str:
        """Return texts as a list; nothing where there are none."""
        return "\n".join(f"- {self.read(text)}" for text in texts)

    def indonesian(self, text: str) -> str:
        """Return Indonesian words as they stand.

        >>> Voice(Language.ENGLISH).indonesian("satker"), Voice(Language.INDONESIAN).indonesian("satker")
        ('<span lang="id">satker</span>', 'satker')
        """
        if self.language is Language.INDONESIAN:
            return escaped(text)
        return f'<span lang="id">{escaped(text)}</span>'

    def quoted(self, lines: Iterable[str]) -> str:
        """Return a decree's own words as a quotation."""
        return "\n>\n".join(f"> {self.indonesian(line)}" for line in lines)

    def block(self, text: str) -> str:
        """Return an Indonesian output as it stands."""
        fenced = f"```text\n{text}\n```"
        return fenced if self.language is Language.INDONESIAN else f'<div lang="id" markdown>\n\n{fenced}\n\n</div>'


def page(heading: str, *parts: str) -> str:
    """Return a page of parts; empty ones fall away."""
    return "\n\n".join(part for part in [f"# {heading}", *parts] if part) + "\n"


def table(heading: Sequence[str], rows: Iterable[Sequence[str]], figures: Collection[str] = ()) -> str:
    """Return a Markdown table; the columns whose headings are among the figures stand to the right."""
    marks = ["---:" if name in figures else "---" for name in heading]
    return "\n".join(f"| {' | '.join(row)} |" for row in [heading, marks, *rows])


def escaped(text: str) -> str:
    r"""Return a text so that Markdown shows it as it stands, on one line.

    >>> print(escaped("A | B_1 < 2"))
    A \| B\_1 &lt; 2
    """
    line = " ".join(part.strip() for part in text.splitlines())
    return re.sub(r"([\\`*_\[\]|#])", r"\\\1", line).replace("&", "&amp;").replace("<", "&lt;")


def code(text: str) -> str:
    """Return a text as code."""
    return f"`{text}`"
