"""Sheets of a workbook as pictures, drawn from what stands in its file."""

from __future__ import annotations

import datetime as dt
import itertools
import operator
import re
import string
import textwrap
import zipfile
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from kinerja._base import exact, write_exact
from kinerja.readers.sheets import open_workbook, shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kinerja.readers.sheets import Cell

_EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "balai-excel"
_DECREE, _FORMS = _EXAMPLE / "iku-2026.xlsx", _EXAMPLE / "isian.xlsx"
_SHOWN = {
    "keputusan": (_DECREE, "keputusan", 2, range(8)),
    "indikator": (_DECREE, "indikator", 9, range(9)),
    "variabel": (_DECREE, "variabel", 6, (0, 2, 3, 7, 9, 10)),
    "target": (_DECREE, "target", 5, range(9)),
    "formulir": (_FORMS, "SS1.2 Persentase lulusan yang", 5, range(12)),
}
"""Picture -> its workbook, its sheet, how many of its columns are shown, and which rows."""

_SIGN, _LINE, _PAD, _MARGIN = 6.7, 17, 5, 34
_FILL = re.compile(r"<fill>.*?</fill>")
_COLOUR = re.compile(r'<fgColor rgb="FF([0-9A-F]{6})"')


def sheet_pictures() -> dict[str, str]:
    """Return the pictures of docs/dari-excel.md as SVG, by the names of their files."""
    return {f"{name}.svg": _picture(*shown) for name, shown in _SHOWN.items()}


def _picture(path: Path, name: str, columns: int, rows: Sequence[int]) -> str:
    sheets = open_workbook(path)
    place = next(place for place, sheet in enumerate(sheets) if name == sheet.name)
    cells = [_texts(row, columns) for row in operator.itemgetter(*rows)(list(sheets[place].cells))]
    widths, colours = _looks(path, place, columns)
    lines = [[_wrapped(text, width) for text, width in zip(row, widths, strict=True)] for row in cells]
    lefts = list(itertools.accumulate((round(width * _SIGN) + 2 * _PAD for width in widths), initial=_MARGIN))
    tops = list(itertools.accumulate((max(map(len, row)) * _LINE + _PAD for row in lines), initial=_LINE + _PAD))
    return "\n".join([*_drawn(lines, lefts, tops, colours), "</svg>\n"])


def _texts(row: Sequence[Cell], columns: int) -> list[str]:
    return [_as_seen(cell) for cell in [*row, *[""] * columns][:columns]]


def _as_seen(cell: Cell) -> str:
    if isinstance(cell, float):
        return write_exact(exact(cell), grouped=False)
    return f"{cell:%d/%m/%Y}" if isinstance(cell, dt.date) else shown(cell)


def _wrapped(text: str, width: float) -> list[str]:
    return textwrap.wrap(text, int(width)) or [""]


def _looks(path: Path, place: int, columns: int) -> tuple[list[float], list[str]]:
    """Return how wide the columns of a sheet are, in signs, and the colours of their headings."""
    with zipfile.ZipFile(path) as archive:
        sheet, styles = (archive.read(f"xl/{name}.xml").decode() for name in (f"worksheets/sheet{place + 1}", "styles"))
    widths: dict[int, float] = {}
    for column in re.findall("<col .*?>", sheet):
        first, last, width = (float(_attribute(name, column)) for name in ("min", "max", "width"))
        widths |= dict.fromkeys(range(int(first), int(last) + 1), width)
    colours = ["".join(_COLOUR.findall(fill)) for fill in _FILL.findall(styles)]
    (formats,) = re.findall("<cellXfs.*?</cellXfs>", styles)
    fills = [int(_attribute("fillId", one)) for one in re.findall("<xf .*?>", formats)]
    headings = [re.search(f'<c r="{letter}1".*?>', sheet) for letter in string.ascii_uppercase[:columns]]
    own = [fills[int(_attribute("s", found[0]))] if found else 0 for found in headings]
    return [widths[number] for number in range(1, columns + 1)], [colours[fill] or "FFFFFF" for fill in own]


def _attribute(name: str, tag: str) -> str:
    (value,) = re.findall(rf'\s{name}="(.*?)"', tag)
    return str(value)


def _drawn(
    lines: Sequence[Sequence[Sequence[str]]], lefts: Sequence[int], tops: Sequence[int], colours: Sequence[str]
) -> Iterator[str]:
    """Give the parts of the picture: the letters and numbers at its edges, then a box with its text for each cell."""
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 {lefts[-1] + 1} {tops[-1] + 1}" '
        f'width="{lefts[-1] + 1}" font-family="Carlito, Calibri, Arial, sans-serif" font-size="13">'
    )
    yield from _box((0, lefts[0]), (0, tops[0]), [], "F2F2F2", "")
    for letter, (left, right) in zip(string.ascii_uppercase, itertools.pairwise(lefts), strict=False):
        yield from _box((left, right), (0, tops[0]), [letter], "F2F2F2", 'fill="#666"')
    for number, row in enumerate(lines):
        edges = tops[number], tops[number + 1]
        yield from _box((0, lefts[0]), edges, [str(number + 1)], "F2F2F2", 'fill="#666"')
        for place, cell in enumerate(row):
            bold = ' font-weight="bold"' if number == 0 else ""
            colour = colours[place] if number == 0 else "FFFFFF"
            ink = "#666" if colours[place] == "FFFFFF" else "#000"  # a white heading is of what nobody fills in
            yield from _box((lefts[place], lefts[place + 1]), edges, cell, colour, f'fill="{ink}"{bold}')


def _box(across: tuple[int, int], down: tuple[int, int], lines: Sequence[str], colour: str, how: str) -> Iterator[str]:
    (left, right), (top, bottom) = across, down
    yield (
        f'<rect x="{left}.5" y="{top}.5" width="{right - left}" height="{bottom - top}" fill="#{colour}" '
        'stroke="#BFBFBF"/>'
    )
    for number, line in enumerate(filter(None, lines), 1):
        yield f'<text x="{left + _PAD}" y="{top + number * _LINE - 2}" {how}>{escape(line)}</text>'
