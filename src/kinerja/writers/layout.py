"""Tables in plain text of fixed width."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

__all__ = ["lay_out"]

_WIDEST = 99


def lay_out(table: Sequence[Sequence[str]], figures: Collection[int], widths: Mapping[int, int]) -> str:
    """Lay out rows of cells, the first of which are the headings, with a rule above and below the body.

    Args:
        table: rows of equally many cells.
        figures: the columns that stand to the right.
        widths: column -> where its cells are wrapped.

    >>> print(lay_out([["Kode", "Nilai"], ["SK1/1", "2"]], {1}, {}))
    Kode   Nilai
    -----  -----
    SK1/1      2
    -----  -----
    """
    wrapped = [
        [textwrap.wrap(cell, widths.get(column, _WIDEST)) or [""] for column, cell in enumerate(row)] for row in table
    ]
    used = [max(len(line) for row in wrapped for line in row[column]) for column in range(len(table[0]))]
    heading, *body = [_lines(row, used, figures) for row in wrapped]
    rule = "  ".join("-" * width for width in used)
    return "\n".join([heading, rule, *body, rule])


def _lines(row: Sequence[Sequence[str]], widths: Sequence[int], figures: Collection[int]) -> str:
    """Lay out one row whose cells may hold several lines."""
    lines = []
    for number in range(max(map(len, row))):
        parts = [cell[number] if number < len(cell) else "" for cell in row]
        laid = [
            part.rjust(width) if column in figures else part.ljust(width)
            for column, (part, width) in enumerate(zip(parts, widths, strict=True))
        ]
        lines.append("  ".join(laid).rstrip())
    return "\n".join(lines)
