"""The rows of a GLP039 report: their levels told by the shape of their codes, their figures by their order.

Neither stands in a fixed column: other units' exports have them further right, and the grand total has its figures in
other columns than the rows below it. A report that went through CSV has its figures as texts.
"""

from __future__ import annotations

import enum
import itertools
import math
import re
from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import TypeAlias

import attrs

from kinerja._base import Percent, Problem, RecordsError, exact
from kinerja.readers.sakti import messages as say
from kinerja.readers.sheets import Cell, Flaw, read_number


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
_LABELS = {9: 2, 8: 1, 7: 2, 6: 1}
"""How many filled cells a row has: how many of them are code and name, or a text alone; seven or five are figures."""

_WHOLE = 7
_SHARE, _PERHAPS_SHARE = 5, 3
"""Which of seven figures, from 0, is the share, and which of five may be."""

_PERCENTAGE = re.compile(r"-?[0-9][0-9.,]*\s*%|#\S+", re.ASCII)
_LIKE_A_FIGURE = re.compile(r"-|[-+(]*\s*(?:Rp\.?)?\s*[0-9](?:[0-9.,\s]|E[-+]?)*\)?", re.ASCII | re.IGNORECASE)
_KOMPONEN_DIGITS = 3
_SEN = 100
_LAST_BITS = Fraction(1, 2**43)  # of a thousand sums of doubles, each wrong in its last bit

Five: TypeAlias = tuple[Fraction | None, ...]
"""Pagu, lock, s.d., share and sisa, or pagu, lock, lalu, ini and sisa; None where the fourth can only be a share."""


@attrs.frozen(kw_only=True)
class Figures:
    """The figures of a row in their order, rupiah, without the share (%)."""

    ceiling: Fraction  # pagu revisi
    locked: Fraction  # lock pagu
    before: Fraction  # realisasi periode lalu
    within: Fraction  # realisasi periode ini
    realised: Fraction  # realisasi s.d. periode
    rest: Fraction  # sisa anggaran

    @classmethod
    def in_order(cls, amounts: Iterable[Fraction]) -> Figures:
        """Name six amounts by their order."""
        names = (field.name for field in attrs.fields(cls))
        return cls(**dict(zip(names, amounts, strict=True)))

    def are_in(self, printed: Figures | Five) -> bool:
        """Tell whether these are printed: whole, or in part as in the rest of a row that was begun a page before."""
        if isinstance(printed, Figures):
            return printed == self
        ceiling, locked, third, fourth, rest = printed
        same_ends = (self.ceiling, self.locked, self.rest) == (ceiling, locked, rest)
        return same_ends and (third == self.realised or (third, fourth) == (self.before, self.within))


@attrs.frozen(kw_only=True)
class Entry:
    """A row with figures; of the rest of a row that is broken over two pages, the five. Level and code may lack."""

    level: Level | None
    code: str
    figures: Figures | Five

    def repeats(self, other: Entry) -> bool:
        """Tell whether this is the other row again, as printed after a page break, with the rest of its name."""
        is_its = self.code in ("", other.code)
        return is_its and isinstance(other.figures, Figures) and other.figures.are_in(self.figures)


def parse_entry(cells: Sequence[Cell]) -> Entry | None:
    """Read the filled cells of a row: code and name, or a text alone, and the figures; None if they are not that.

    >>> parse_entry([521211.0, "Belanja Bahan", 9.0, 0.0, 1.0, 2.0, 3.0, 0.33, 6.0]).code
    '521211'
    >>> parse_entry(["000001. Kertas", "1.000", "0", "100", "200", "300", "30,00%", "700"]).figures.ceiling
    Fraction(1000, 1)
    """
    if len(cells) not in _LABELS:
        return None
    labels = _LABELS[len(cells)]
    first, names, figures = cells[0], cells[1:labels], _figures(cells[labels:])
    if figures is None or not all(isinstance(name, str) for name in names):
        return None
    code = _code(first)
    shape = _SHAPES.fullmatch(code)
    if shape and shape.lastgroup and bool(names) is (shape.lastgroup != Level.ITEM.name):
        return Entry(level=Level[shape.lastgroup], code=code, figures=figures)
    return None if names or not isinstance(first, str) else Entry(level=None, code="", figures=figures)


def misread_figure(cells: Sequence[Cell]) -> tuple[str, Problem] | None:
    """Return the first text of a row that is meant as a figure but is not written as one, and what is wrong with it."""
    for cell in cells[1:]:
        if isinstance(cell, str) and _LIKE_A_FIGURE.fullmatch(cell):
            try:
                read_number(cell, dots_group=True)
            except RecordsError as error:
                return cell, error.problems[0]
    return None


def _figures(cells: Sequence[Cell]) -> Figures | Five | None:
    is_whole = len(cells) == _WHOLE
    at = _SHARE if is_whole else _PERHAPS_SHARE
    share, others = cells[at], [rupiah_in(cell) for cell in (*cells[:at], *cells[at + 1 :])]
    amounts = [amount for amount in others if amount is not None]
    fourth = rupiah_in(share)
    is_share = isinstance(share, Flaw | Percent) or (
        isinstance(share, str) and _PERCENTAGE.fullmatch(share) is not None
    )
    if len(amounts) < len(others) or (fourth is None and not is_share):
        return None
    return Figures.in_order(amounts) if is_whole else (*amounts[:at], fourth, *amounts[at:])


def rupiah_in(cell: Cell) -> Fraction | None:
    """Return the amount of rupiah in a cell, a number or a text; None where it holds none."""
    if isinstance(cell, float) and math.isfinite(cell):
        return Fraction(int(cell)) if cell.is_integer() else _to_sen(exact(cell))
    try:
        return read_number(cell, may_be_percent=False, dots_group=True) if isinstance(cell, str) else None
    except RecordsError:
        return None


def _to_sen(amount: Fraction) -> Fraction:
    """Return whole sen where a sum of doubles misses them by its last bits alone, else the amount as it is.

    >>> _to_sen(exact(0.1 + 0.2)), _to_sen(exact(0.125))
    (Fraction(3, 10), Fraction(1, 8))
    """
    sen = Fraction(round(amount * _SEN), _SEN)
    return sen if abs(amount - sen) <= abs(amount) * _LAST_BITS else amount


def _code(cell: Cell) -> str:
    """Return a code as it is written; as a number it has lost its leading zeros. What is no code is no text."""
    if isinstance(cell, float) and cell.is_integer():
        return f"{int(cell):03d}"
    if not isinstance(cell, str):
        return ""
    return cell.zfill(_KOMPONEN_DIGITS) if cell.isdecimal() and cell.isascii() else cell


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
