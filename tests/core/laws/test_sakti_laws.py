"""The laws of the codes in SAKTI's report GLP039."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from kinerja.readers.sakti.rows import Entry, Figures, Level, parse_entry

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
    assert Entry(level=level, code=code, figures=Figures(*map(Fraction, (900, 0, 100, 200, 300, 600)))) == entry


def _codes(level: Level) -> st.SearchStrategy[str]:
    return st.from_regex(SHAPES[level], fullmatch=True)
