"""Documents as HTML: a fragment for notebooks, and a page of its own."""

from __future__ import annotations

import html
import itertools
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kinerja.writers.document import Document, Section, Table

_STYLE = """\
:root { color-scheme: light dark; }
body { font: 1rem/1.5 sans-serif; max-width: 70rem; margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; }
caption { text-align: left; font-weight: bold; padding-bottom: .75rem; }
th, td { text-align: left; vertical-align: top; padding: .35rem .75rem; border-bottom: 1px solid #8886; }
th:first-child, td:first-child { padding-left: 0; }
th[scope] { padding-top: 1rem; }
tr:has(+ .below) td { border-bottom: 0; padding-bottom: 0; }
.below td { font-size: .875em; color: #666; }
td[style] { white-space: nowrap; font-variant-numeric: tabular-nums; }
blockquote { margin-left: 0; padding-left: 1rem; border-left: 3px solid #8886; }
tr { break-inside: avoid; }
@page { size: A4 portrait; margin: 15mm; }
@media print {
body { font-size: 9pt; line-height: 1.35; max-width: none; margin: 0; padding: 0; }
th, td { padding: .2rem .5rem; }
p { margin: .4rem 0; }
}"""


def to_html(document: Document) -> str:
    """Write a document as a fragment of HTML, everything escaped.

    The title is the caption of a table that the document begins with, else a heading.

    >>> from kinerja.writers import Document, Section
    >>> to_html(Document(title=["A & B"], sections=[Section(heading="C", lines=["d"])]))
    '<h2>A &amp; B</h2><h3>C</h3><p>d</p>'
    """
    return "".join(_parts(document))


def to_page(document: Document) -> str:
    """Write a document as a page of HTML that needs nothing beside it: no script, no font, no picture."""
    title = html.escape(" ".join(document.title[:1]) or "kinerja")
    return (
        f'<!doctype html>\n<html lang="{document.language.value}">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{title}</title>\n<style>\n{_STYLE}\n</style>\n</head>\n<body>\n{to_html(document)}\n</body>\n</html>"
    )


def _parts(document: Document) -> Iterator[str]:
    title = document.title
    for section in document.sections:
        captioned = section.table is not None and not section.heading
        if not captioned:
            yield _heading(title)
        yield from _section(section, title if captioned else ())
        title = ()
    yield _heading(title)


def _heading(title: tuple[str, ...]) -> str:
    return _tag("h2", _broken(title)) if title else ""


def _section(section: Section[str], caption: tuple[str, ...]) -> Iterator[str]:
    if section.heading:
        yield _tag("h3", html.escape(section.heading))
    if section.table is not None:
        yield _table(section.table, caption)
    lines = "".join(_tag("p", html.escape(line)) for line in section.lines)
    yield _tag("blockquote", lines) if section.quoted else lines


def _table(table: Table[str], caption: tuple[str, ...]) -> str:
    above = _tag("caption", _broken(caption)) if caption else ""
    body = "".join(itertools.chain.from_iterable(_rows(table)))
    return _tag("table", f"{above}{_tag('thead', _row('th', table.headings, table))}{_tag('tbody', body)}")


def _rows(table: Table[str]) -> Iterator[str]:
    """Write the rows, the headings of groups above theirs, and what stands below a row."""
    for number, row in enumerate(table.rows):
        if number in table.groups:
            yield f'<tr><th colspan="{len(row)}" scope="rowgroup">{html.escape(table.groups[number])}</th></tr>'
        yield _row("td", row, table)
        if table.below is not None and row[table.below]:
            yield f'<tr class="below"><td></td><td colspan="{len(row) - 2}">{html.escape(row[table.below])}</td></tr>'


def _row(name: str, row: Iterable[str], table: Table[str]) -> str:
    right = ' style="text-align: right"'
    cells = (
        f"<{name}{right if column in table.figures else ''}>{html.escape(cell)}</{name}>"
        for column, cell in enumerate(row)
        if column != table.below
    )
    return _tag("tr", "".join(cells))


def _broken(lines: Iterable[str]) -> str:
    return "<br>".join(map(html.escape, lines))


def _tag(name: str, content: str) -> str:
    return f"<{name}>{content}</{name}>"
