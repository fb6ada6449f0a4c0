"""Documents as SVG: a picture of plain text and thin rules that names no font and loads nothing."""

from __future__ import annotations

import html
import itertools
import math
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from kinerja.writers.document import Document, Table

_MARGIN, _GAP, _LEADING, _NARROWEST = 28, 24, 19, 640
_SIZES = {"title": 19, "heading": 15, "head": 12, "cell": 14, "line": 13}
_SIGNS = {"ijlI.,:;'|!": 0.31, "frt()[]-/ ": 0.39, "mwMW%@": 0.95}
"""How wide signs are in a wide sans-serif, in parts of the size; others are 0,64."""
_BOLD = {"title": 1.12, "heading": 1.12}

_STYLE = """\
text { font-family: sans-serif; fill: #1f2a37; }
.title { font-size: 19px; font-weight: 600; }
.heading { font-size: 15px; font-weight: 600; }
.head { font-size: 12px; fill: #5b6776; }
.cell { font-size: 14px; font-variant-numeric: tabular-nums; }
.line { font-size: 13px; fill: #5b6776; }
.yes { fill: #17704a; }
.no { fill: #a8432a; }
.paper { fill: #ffffff; stroke: #d5dbe3; }
.rule { fill: #d5dbe3; }
@media (prefers-color-scheme: dark) {
text { fill: #e6eaf0; }
.head, .line { fill: #a3aebb; }
.yes { fill: #6fd3a2; }
.no { fill: #f2a287; }
.paper { fill: #151b23; stroke: #323c49; }
.rule { fill: #323c49; }
}"""
_COLOURED = {"✓": " yes", "✗": " no"}


@attrs.frozen(kw_only=True)
class _Words:
    """One line of text: where it begins, or ends where it stands to the right, and how far down its strip."""

    text: str
    style: str
    x: float = 0
    y: float = 0
    right: bool = False


@attrs.frozen(kw_only=True)
class _Strip:
    """A part of the picture from edge to edge; a ruled one has a thin rule below."""

    height: float
    words: tuple[_Words, ...] = ()
    ruled: bool = False


def to_svg(document: Document) -> str:
    """Write a document as a picture that reads in light and in dark; what begins with ✓ or ✗ is also coloured.

    >>> from kinerja.writers import Document, Section
    >>> picture = to_svg(Document(title=["A & B"], sections=[Section(lines=["c"])]))
    >>> picture.count("<text"), "<title>A &amp; B</title>" in picture
    (2, True)
    """
    tables = [section.table for section in document.sections if section.table is not None]
    width = max([_NARROWEST, *(math.fsum(_widths(table)) + _GAP * (len(table.headings) - 1) for table in tables)])
    strips = list(_strips(document, width))
    return "\n".join(_picture(document, strips, width + 2 * _MARGIN))


def _picture(document: Document, strips: Sequence[_Strip], width: float) -> Iterator[str]:
    height = math.fsum(strip.height for strip in strips) + 2 * _MARGIN
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" lang="{document.language.value}" '
        f'width="{width:.0f}" height="{height:.0f}" viewBox="0 0 {width:.0f} {height:.0f}">'
    )
    yield f"<title>{html.escape(' '.join(document.title[:1]))}</title>"
    yield f"<style>\n{_STYLE}\n</style>"
    yield f'<rect class="paper" x="0.5" y="0.5" width="{width - 1:.0f}" height="{height - 1:.0f}" rx="8"/>'
    top: float = _MARGIN
    for strip in strips:
        yield from (_written(words, top) for words in strip.words)
        top += strip.height
        if strip.ruled:
            yield f'<rect class="rule" x="{_MARGIN}" y="{top:.0f}" width="{width - 2 * _MARGIN:.0f}" height="1"/>'
    yield "</svg>\n"


def _written(words: _Words, top: float) -> str:
    anchor = ' text-anchor="end"' if words.right else ""
    style = words.style + _COLOURED.get(words.text[:1], "")
    place = f'x="{_MARGIN + words.x:.0f}" y="{top + words.y:.0f}"'
    return f'<text class="{style}" {place}{anchor}>{html.escape(words.text)}</text>'


def _strips(document: Document, width: float) -> Iterator[_Strip]:
    for number, line in enumerate(document.title):
        yield from _lines([line], "line" if number else "title", width)
    for section in document.sections:
        yield _Strip(height=_LEADING)
        yield from _lines(filter(None, [section.heading]), "heading", width)
        if section.table is not None:
            yield from _rows(section.table)
            yield _Strip(height=_LEADING / 2)
        yield from _lines((f"“{line}”" if section.quoted else line for line in section.lines), "line", width)


def _lines(lines: Iterable[str], style: str, width: float) -> Iterator[_Strip]:
    height = _SIZES[style] * 1.5
    for line in lines:
        for part in _wrapped(line, style, width):
            yield _Strip(height=height, words=(_Words(text=part, style=style, y=_SIZES[style]),))


def _wrapped(line: str, style: str, width: float) -> list[str]:
    """Break a line where it would be wider than the picture, by the mean width of its signs."""
    return textwrap.wrap(line, max(1, int(len(line) * min(1, width / _width(line, style)))))


def _rows(table: Table[str]) -> Iterator[_Strip]:
    starts = [0.0, *itertools.accumulate(width + _GAP for width in _widths(table))]
    for style, row in _cells(table):
        words = [
            _Words(
                text=line,
                style=style,
                x=starts[column + 1] - _GAP if column in table.figures else starts[column],
                y=(number + 1.15) * _LEADING,
                right=column in table.figures,
            )
            for column, cell in enumerate(row)
            for number, line in enumerate(cell)
        ]
        yield _Strip(height=(max(map(len, row)) + 0.7) * _LEADING, words=tuple(words), ruled=True)


def _cells(table: Table[str]) -> Iterator[tuple[str, list[list[str]]]]:
    """Give the style and the lines of each cell of each row, wrapped where plain text wraps them."""
    yield "head", [[heading] for heading in table.headings]
    for row in table.rows:
        yield "cell", [textwrap.wrap(cell, table.widths.get(column, 99)) for column, cell in enumerate(row)]


def _widths(table: Table[str]) -> list[float]:
    widths = [[max((_width(line, style) for line in cell), default=0) for cell in row] for style, row in _cells(table)]
    return list(map(max, zip(*widths, strict=True)))


def _width(text: str, style: str) -> float:
    known = {sign: width for signs, width in _SIGNS.items() for sign in signs}
    return _BOLD.get(style, 1) * _SIZES[style] * math.fsum(known.get(sign, 0.64) for sign in text)
