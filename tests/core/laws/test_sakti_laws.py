"""The laws of SAKTI's report GLP039: of its codes, and of what a damaged one may say."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from kinerja import RecordsError
from kinerja.readers.sakti import read_export
from kinerja.readers.sakti.rows import Entry, Figures, Level, parse_entry
from kinerja.readers.sheets import DelimitedFile
from kinerja.testing import telling, tells

if TYPE_CHECKING:
    from collections.abc import Callable

    from kinerja.indicators.p3dn_ratio import BudgetLine

FIGURES = (900.0, 0.0, 100.0, 200.0, 300.0, 0.33, 600.0)

SHAPES = {
    Level.PROGRAM: r"[A-Z]{2}",
    Level.KEGIATAN: r"[A-Z]{2}\.[0-9]{4}",
    Level.KRO: r"[A-Z]{3}",
    Level.RO: r"[A-Z]{3}\.[0-9A-Z]{3}",
    Level.KOMPONEN: r"[0-9][0-9A-Z]{2}|[A-Z][0-9][0-9A-Z]|[A-Z]{2}[0-9]",
    Level.SUBKOMPONEN: r"([0-9][0-9A-Z]{2}|[A-Z][0-9][0-9A-Z]|[A-Z]{2}[0-9])\.[0-9A-Z]{2}",
    Level.AKUN: r"[0-9]{6}",
}


@given(st.sampled_from(sorted(SHAPES)).flatmap(lambda level: st.tuples(st.just(level), _codes(level))))
def test_no_code_fits_two_levels(pair: tuple[Level, str]) -> None:
    """A code of any level is known as that level and no other."""
    level, code = pair
    entry = parse_entry([code, "Nama", *FIGURES])
    assert Entry(level=level, code=code, figures=Figures.in_order(map(Fraction, (900, 0, 100, 200, 300, 600)))) == entry


def _codes(level: Level) -> st.SearchStrategy[str]:
    return st.from_regex(SHAPES[level], fullmatch=True)


REPORT = Path(__file__).parents[2] / "data" / "cases" / "03-glp039-saved-as-csv" / "glp039.csv"
HEAD = 7
PLACES = st.integers(0, 10**6)
CELLS = st.sampled_from(["", "0", "5", "5.000", "5,000", "36,09%", "36.09", "#REF!", "AA", "051", "2026", "*x", "1E5"])


def _cut(rows: list[list[str]], row: int, _place: int, _cell: str) -> None:
    del rows[row]


def _move(rows: list[list[str]], row: int, place: int, _cell: str) -> None:
    rows.insert(HEAD + place % (len(rows) - HEAD), rows.pop(row))


def _repeat(rows: list[list[str]], row: int, place: int, _cell: str) -> None:
    rows.insert(HEAD + place % (len(rows) - HEAD), [*rows[row]])


def _write(rows: list[list[str]], row: int, place: int, cell: str) -> None:
    rows[row][place % len(rows[row])] = cell


def _swap(rows: list[list[str]], row: int, place: int, _cell: str) -> None:
    filled = [at for at, cell in enumerate(rows[row]) if cell]
    one, other = filled[place % len(filled)], filled[place // len(filled) % len(filled)]
    rows[row][one], rows[row][other] = rows[row][other], rows[row][one]


def _insert(rows: list[list[str]], row: int, place: int, cell: str) -> None:
    rows[row].insert(place % len(rows[row]), cell)


def _lines(rows: list[list[str]]) -> frozenset[BudgetLine] | None:
    """Return the lines of a report of these rows, in any order; None where it is refused."""
    content = "\r\n".join(";".join(row) for row in rows).encode()
    try:
        return frozenset(read_export(DelimitedFile.open("a.csv", content)).lines)
    except RecordsError:
        return None


@telling
@given(st.sampled_from([_cut, _move, _repeat, _write, _swap, _insert]), PLACES, PLACES, CELLS)
def test_a_damaged_report_says_the_same_or_is_refused(
    damage: Callable[..., None], row: int, place: int, cell: str
) -> None:
    """It never has other lines: not one row cut, moved, printed twice, and not one cell changed."""
    title, _, *rest = REPORT.read_text(encoding="utf-8-sig").splitlines()
    rows = [line.split(";") for line in (title, *rest)]
    whole = _lines(rows)
    damage(rows, HEAD + row % (len(rows) - HEAD), place, cell)
    damaged = _lines(rows)
    tells(damaged is None)
    assert damaged in (None, whole)
