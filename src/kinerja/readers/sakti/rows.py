"""The rows of a GLP039 report: their levels told by the shape of their codes, their figures by their order.

Neither stands in a fixed column: other units' exports have them further right, and the grand total has its figures in
other columns than the rows below it.
"""

from __future__ import annotations

import enum
import itertools
import math
import re
from typing import TYPE_CHECKING

import attrs

from kinerja._base import Problem, exact
from kinerja.readers.sakti import messages as say
from kinerja.readers.sheets import Cell, Flaw

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction


class Level(enum.IntEnum):
    """The levels of the report, from the widest to the narrowest; named as the report names them."""

    PROGRAM = 1
    KEGIATAN = 2
    KRO = 3
    RO = 4
    KOMPONEN = 5
    SUBKOMPONEN = 6
    AKUN = 7
    ITEM = 8


_SHAPES = re.compile(
    r"(?P<PROGRAM>[A-Z]{2})|(?P<KEGIATAN>[A-Z]{2}\.[0-9]{4})|(?P<KRO>[A-Z]{3})|(?P<RO>[A-Z]{3}\.[0-9A-Z]{3})"
    r"|(?P<KOMPONEN>(?=[A-Z]*[0-9])[0-9A-Z]{3})|(?P<SUBKOMPONEN>(?=[A-Z]*[0-9])[0-9A-Z]{3}\.[0-9A-Z]{2})|(?P<AKUN>[0-9]{6})"
    r"|(?P<ITEM>[0-9]{6}\.\s.*)",
    re.ASCII | re.DOTALL,
)
_DOTTED = frozenset({Level.KEGIATAN, Level.RO, Level.SUBKOMPONEN})
_SHARE = {7: 5, 5: 3}  # how many figures a row has: which of them, from 0, is the share
_WHOLE = 6
_CODES_BELOW = 1_000_000


@attrs.frozen(kw_only=True)
class Entry:
    """A row with figures.

    Fields:
        level, code: its level and code; None and empty for a row that has none.
        figures: pagu revisi, lock pagu, periode lalu, periode ini, s.d. periode and sisa, rupiah, without the share
            (%). A row that is broken over two pages lacks periode lalu and periode ini the second time.
    """

    level: Level | None
    code: str
    figures: tuple[float, ...]

    @property
    def ceiling(self) -> Fraction:
        """The revised ceiling (pagu revisi), rupiah."""
        return _exactly(self.figures[0])

    @property
    def realised(self) -> Fraction:
        """What was realised up to the period (realisasi s.d. periode), rupiah."""
        return _exactly(self.figures[-2])

    @property
    def is_whole(self) -> bool:
        """Whether no figure is lacking."""
        return len(self.figures) == _WHOLE

    def repeats(self, other: Entry) -> bool:
        """Tell whether this is the other row again, as printed after a page break, with the rest of its name."""
        figures = other.figures if self.is_whole else (*other.figures[:2], *other.figures[-2:])
        return self.code in ("", other.code) and self.figures == figures


def parse_entry(cells: Sequence[Cell]) -> Entry | None:
    """Read the filled cells of a row: code and name, or a text alone, and the figures; None if they are not that.

    >>> parse_entry([521211.0, "Belanja Bahan", 9.0, 0.0, 1.0, 2.0, 3.0, 0.33, 6.0]).code
    '521211'
    """
    has_name = len(cells) > 1 and isinstance(cells[1], str)
    figures = _figures(cells[2 if has_name else 1 :])
    if figures is None:
        return None
    code = _code(cells[0])
    shape = _SHAPES.fullmatch(code)
    if shape and shape.lastgroup and has_name is (shape.lastgroup != Level.ITEM.name):
        return Entry(level=Level[shape.lastgroup], code=code, figures=figures)
    return None if has_name or not isinstance(cells[0], str) else Entry(level=None, code="", figures=figures)


def _figures(cells: Sequence[Cell]) -> tuple[float, ...] | None:
    share = _SHARE.get(len(cells))
    if share is None or not isinstance(cells[share], float | Flaw):
        return None
    figures = [cell for cell in (*cells[:share], *cells[share + 1 :]) if isinstance(cell, float)]
    return tuple(figures) if len(figures) == len(cells) - 1 and all(map(math.isfinite, figures)) else None


def _exactly(figure: float) -> Fraction:
    return exact(int(figure) if figure.is_integer() else figure)


def _code(cell: Cell) -> str:
    """Return a code as it is written; as a number it has lost its leading zeros. What is no code is no text."""
    if isinstance(cell, float) and cell.is_integer() and 0 <= cell < _CODES_BELOW:
        return f"{int(cell):03d}"
    return cell if isinstance(cell, str) else ""


class Outline:
    """Where in the report's outline we are, as the path of codes.

    A code with a dot begins with the code of the level above, which is not repeated.

    >>> outline = Outline()
    >>> [outline.enter(level, code) for level, code in ((Level.PROGRAM, "AA"), (Level.KEGIATAN, "AA.6025"))]
    [None, None]
    >>> outline.path
    'AA.6025'
    """

    def __init__(self) -> None:
        self._codes: list[str] = []

    @property
    def path(self) -> str:
        """The codes from the program down to here, joined with dots."""
        pairs = itertools.pairwise([*self._codes, ""])
        return ".".join(code for code, below in pairs if not below.startswith(f"{code}."))

    def enter(self, level: Level, code: str) -> Problem | None:
        """Move to a row; return what is wrong if it does not stand below the level above its own."""
        above = self._codes[: level - 1]
        missing = level - 1 - len(above)
        fits = not missing and (level not in _DOTTED or code.startswith(f"{above[-1]}."))
        self._codes = [*above, *["?"] * missing, code]  # so that the rows below are not blamed as well
        return None if fits else say.MISPLACED.problem(level=level.name, above=Level(level - 1).name)
