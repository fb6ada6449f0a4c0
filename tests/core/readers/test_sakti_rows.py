"""The rows of a GLP039 report: levels by the shape of codes, figures by their order."""

from __future__ import annotations

import math
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import pytest

from kinerja._base import Message, Percent
from kinerja.readers.sakti.report import is_export, page_texts
from kinerja.readers.sakti.rows import Entry, Figures, Level, Outline, misread_figure, parse_entry, rupiah_in
from kinerja.readers.sheets import Flaw, open_sheets
from said import sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

FIGURES = (900.0, 0.0, 100.0, 200.0, 300.0, 0.33, 600.0)
READ = Figures.in_order(map(Fraction, (900, 0, 100, 200, 300, 600)))
TEXTS = ("900", "0", "100", "200", "300", "33,33%", "600")
BROKEN = (900.0, 0.0, 300.0, 0.33, 600.0)
BROKEN_OTHERWISE = (900.0, 0.0, 100.0, 200.0, 600.0)
ERROR = Flaw(value="#DIV/0!", message=Message(code="error", id="galat.", en="an error."))
NUL_PAGU = (0.0, 0.0, 0.0, 0.0, 0.0, ERROR, 0.0)


def _entry(*cells: Any) -> Entry:
    entry = parse_entry(cells)
    assert entry is not None
    return entry


@pytest.mark.parametrize(
    ("code", "level"),
    [
        ("AA", Level.PROGRAM),
        ("WA", Level.PROGRAM),
        ("AA.6025", Level.KEGIATAN),
        ("AEB", Level.KRO),
        ("AEB.001", Level.RO),
        ("EBA.Z08", Level.RO),
        ("FAN.ZZ1", Level.RO),
        ("051", Level.KOMPONEN),
        ("ZZ1", Level.KOMPONEN),
        ("051.0A", Level.SUBKOMPONEN),
        ("ZZ1.0A", Level.SUBKOMPONEN),
        ("521211", Level.AKUN),
    ],
)
def test_the_shape_of_a_code_tells_its_level(code: str, level: Level) -> None:
    """Each of these stands in a real export."""
    entry = _entry(code, "Nama", *FIGURES)
    assert (level, code) == (entry.level, entry.code)


def test_an_item_is_one_text() -> None:
    """Its number and name share a cell, also over two lines."""
    names = ("000001. Kertas A4", "000001. Kertas A4\n[5 RIM x 1 KEG]")
    assert [Level.ITEM] * 2 == [_entry(name, *FIGURES).level for name in names]


@pytest.mark.parametrize(
    ("number", "level", "code"),
    [(51.0, Level.KOMPONEN, "051"), (2.0, Level.KOMPONEN, "002"), (521211.0, Level.AKUN, "521211")],
)
def test_a_code_may_be_a_number(number: float, level: Level, code: str) -> None:
    """Then it has lost its leading zeros, and it is no figure."""
    assert Entry(level=level, code=code, figures=READ) == _entry(number, "Nama", *FIGURES)


@pytest.mark.parametrize(("text", "code"), [("51", "051"), ("2", "002"), ("521211", "521211")])
def test_a_code_of_digits_may_have_lost_its_zeros(text: str, code: str) -> None:
    """Excel takes them off, and the CSV file has what is left."""
    assert code == _entry(text, "Nama", *TEXTS).code


def test_the_figures_are_told_by_their_order() -> None:
    """Pagu revisi comes first, sisa last, and s.d. periode before the share."""
    assert READ == _entry("521211", "Belanja Bahan", *FIGURES).figures


@pytest.mark.parametrize(
    ("share", "fourth"),
    [(0.33, Fraction("0.33")), ("0,33", Fraction("0.33")), ("33,33%", None), (Percent(33), None), (ERROR, None)],
)
def test_five_figures_are_the_rest_of_a_row(share: Any, fourth: Fraction | None) -> None:
    """It is broken over two pages; the fourth may be the share."""
    expected = (Fraction(900), Fraction(0), Fraction(300), fourth, Fraction(600))
    assert expected == _entry("521211", "Bahan", 900.0, 0.0, 300.0, share, 600.0).figures


def test_the_share_may_be_an_error() -> None:
    """Of a pagu of 0."""
    assert Figures.in_order([Fraction(0)] * 6) == _entry("521211", "Belanja Bahan", *NUL_PAGU).figures


@pytest.mark.parametrize("share", ["33,33%", "33.33 %", "0,3333", "#DIV/0!", Percent(33)])
def test_figures_may_be_texts(share: Any) -> None:
    """The report went through CSV."""
    assert READ == _entry("521211", "Belanja Bahan", *TEXTS[:5], share, TEXTS[6]).figures


@pytest.mark.parametrize(
    ("written", "read"), [("1.234.567", 1234567), ("1.234.567,89", Fraction("1234567.89")), ("-5", -5), ("1.000", 1000)]
)
def test_figures_in_text_are_rupiah(written: str, read: Any) -> None:
    """With dots between thousands, and sen behind a comma."""
    figures = _entry("521211", "Belanja Bahan", written, *TEXTS[1:]).figures
    assert isinstance(figures, Figures)
    assert read == figures.ceiling


@pytest.mark.parametrize(
    ("figure", "read"), [(0.1 + 0.2, "0.3"), (5841454998.070001, "5841454998.07"), (0.125, "0.125")]
)
def test_the_last_bits_of_a_double_are_no_sen(figure: float, read: str) -> None:
    """They come from sums of doubles; what is more than that stays."""
    figures = _entry("521211", "Belanja Bahan", figure, *FIGURES[1:]).figures
    assert isinstance(figures, Figures)
    assert Fraction(read) == figures.ceiling


@pytest.mark.parametrize(
    ("cells", "value", "code"),
    [
        (["521211", "Belanja Bahan", "1.000", "246,078,000", "1,000"], "246,078,000", "written.commas"),
        (["521211", "Belanja Bahan", "246078000.0"], "246078000.0", "written.dots"),
        (["000001. Kertas", "246078000.0"], "246078000.0", "written.dots"),
        (["521211", "Belanja Bahan", "1.79075935E11"], "1.79075935E11", "written.power_of_ten"),
        (["521211", "Belanja Bahan", "1.79075935e11"], "1.79075935e11", "written.power_of_ten"),
        (["521211", "Belanja Bahan", 5.0, "(5)"], "(5)", "written.brackets"),
        (["521211", "Belanja Bahan", "-"], "-", "written.no_number"),
    ],
)
def test_a_figure_written_otherwise_is_told(cells: Sequence[Any], value: str, code: str) -> None:
    """The first of the row, and why."""
    misread = misread_figure(cells)
    assert misread is not None
    assert (value, code) == (misread[0], misread[1].code)


def test_a_row_without_such_a_figure_has_none() -> None:
    """Its texts are names."""
    assert misread_figure(["521211", "Belanja Bahan", "12 bulan", "seribu", 5.0]) is None


@pytest.mark.parametrize("place", [0, 1, 2, 3, 4, 6])
@pytest.mark.parametrize("cell", [ERROR, "246,078,000", "36,09%", "Belanja", True, math.inf, math.nan, Percent(5)])
def test_another_figure_must_be_a_number(place: int, cell: Any) -> None:
    """An error, another text, a truth value are none."""
    figures: list[Any] = [*FIGURES]
    figures[place] = cell
    assert parse_entry(["521211", "Belanja Bahan", *figures]) is None


@pytest.mark.parametrize("share", ["tiga", True, math.nan])
def test_the_share_must_be_a_number_or_an_error(share: Any) -> None:
    """A text in between would be a sign of other columns."""
    assert parse_entry(["521211", "Belanja Bahan", *FIGURES[:5], share, 600.0]) is None


@pytest.mark.parametrize(
    "cells",
    [
        [],
        ["521211"],
        ["521211", "Belanja Bahan"],
        ["521211", "Belanja Bahan", *FIGURES[:6]],
        ["521211", "Belanja Bahan", *FIGURES, 1.0],
        ["521211", "Belanja", "Bahan", *FIGURES],
        ["52121", "Belanja Bahan", *FIGURES],
        ["AEB.01", "Nama", *FIGURES],
        ["aa", "Program", *FIGURES],
        [51.5, "Nama", *FIGURES],
        [-51.0, "Nama", *FIGURES],
        [5212.0, "Nama", *FIGURES],
        [math.inf, "Nama", *FIGURES],
        [True, "Nama", *FIGURES],
        [521211.0, *FIGURES],
        ["000001. Kertas", "A4", *FIGURES],
    ],
)
def test_anything_else_is_not_understood(cells: Sequence[Any]) -> None:
    """It is never read in part."""
    assert parse_entry(cells) is None


@pytest.mark.parametrize("text", ["lanjutan nama", "521211", "AA", "JUMLAH SELURUHNYA"])
def test_a_text_without_a_name_has_no_level(text: str) -> None:
    """It may be the rest of a name, even one that looks like a code."""
    assert _entry(text, *BROKEN).level is None


@pytest.mark.parametrize(
    "again",
    [
        ("521211", "Bahan", *BROKEN),
        ("521211", "Bahan", *BROKEN_OTHERWISE),
        ("521211", "Bahan", *FIGURES),
        (521211.0, "Bahan", *BROKEN),
        ("Bahan", *BROKEN),
        ("Bahan", *BROKEN_OTHERWISE),
        ("Bahan", "900", "0", "300", "33,33%", "600"),
        ("Bahan", "900", "0", "100", "200", "600"),
        ("Bahan", *FIGURES),
        ("521211", "Bahan", *BROKEN[:3], ERROR, 600.0),
    ],
)
def test_a_row_printed_again_repeats_its_figures(again: Sequence[Any]) -> None:
    """With its code or without, with seven figures or five."""
    assert _entry(*again).repeats(_entry("521211", "Belanja", *FIGURES))


@pytest.mark.parametrize(
    "other",
    [
        ("521219", "Bahan", *BROKEN),
        ("521211", "Bahan", 901.0, *BROKEN[1:]),
        ("521211", "Bahan", 900.0, 1.0, *BROKEN[2:]),
        ("521211", "Bahan", *BROKEN[:2], 301.0, *BROKEN[3:]),
        ("521211", "Bahan", *BROKEN[:4], 601.0),
        ("521211", "Bahan", *BROKEN_OTHERWISE[:2], 101.0, *BROKEN_OTHERWISE[3:]),
        ("521211", "Bahan", *BROKEN_OTHERWISE[:3], 201.0, 600.0),
        ("521211", "Bahan", *BROKEN_OTHERWISE[:4], 601.0),
        ("521211", "Bahan", 900.0, 1.0, *BROKEN_OTHERWISE[2:]),
        ("521211", "Bahan", 900.0, 0.0, 200.0, 100.0, *FIGURES[4:]),
    ],
)
def test_another_code_or_figure_repeats_nothing(other: Sequence[Any]) -> None:
    """It is another row."""
    assert not _entry(*other).repeats(_entry("521211", "Belanja", *FIGURES))


def _walk(*rows: tuple[Level, str]) -> list[Any]:
    outline = Outline()
    return [outline.enter(level, code) for level, code in rows]


DOWN = (
    (Level.PROGRAM, "AA"),
    (Level.KEGIATAN, "AA.6025"),
    (Level.KRO, "AEB"),
    (Level.RO, "AEB.001"),
    (Level.KOMPONEN, "051"),
    (Level.SUBKOMPONEN, "051.0A"),
    (Level.AKUN, "521211"),
)


def test_the_path_holds_each_code_once() -> None:
    """A code with a dot holds the one above it."""
    outline = Outline()
    for level, code in DOWN:
        outline.enter(level, code)
    assert "AA.6025.AEB.001.051.0A.521211" == outline.path


def test_a_higher_level_closes_those_below() -> None:
    """The next account of another komponen has another path."""
    outline = Outline()
    for level, code in (*DOWN, (Level.KOMPONEN, "052"), (Level.SUBKOMPONEN, "052.0A"), (Level.AKUN, "521211")):
        outline.enter(level, code)
    assert "AA.6025.AEB.001.052.0A.521211" == outline.path


def test_rows_in_their_outline_are_in_order() -> None:
    """Down to the item, and back to the next account."""
    assert [None] * 10 == _walk(*DOWN, (Level.ITEM, "000001. A"), (Level.ITEM, "000002. B"), (Level.AKUN, "521219"))


def test_a_row_without_the_one_above_it_is_misplaced() -> None:
    """It was lost, or the report was exported without that level."""
    (*_, wrong) = _walk(DOWN[0], DOWN[2])
    expected = sentence("sakti.misplaced", level="KRO", above="KEGIATAN")
    assert expected == wrong.allowed


@pytest.mark.parametrize("code", ["AEC.001", "AEBX.01"])
def test_a_code_that_does_not_begin_with_the_one_above_is_misplaced(code: str) -> None:
    """The row in between was lost."""
    (*_, wrong) = _walk(*DOWN[:3], (Level.RO, code))
    expected = sentence("sakti.misplaced", level="RO", above="KRO")
    assert expected == wrong.allowed


def test_only_the_first_row_below_a_lost_one_is_blamed() -> None:
    """Those below it are where they belong."""
    outcome = _walk(DOWN[0], *DOWN[2:], (Level.AKUN, "521219"))
    assert [1] == [number for number, wrong in enumerate(outcome) if wrong is not None]


@pytest.mark.parametrize(("last_bits", "read"), [(500, Fraction(1)), (600, None)])
def test_so_many_last_bits_of_a_sum_are_no_sen(last_bits: int, read: Fraction | None) -> None:
    """Those of a thousand sums of doubles; what is more is what it is."""
    figure = 1 + last_bits * 2.0**-52
    assert (read or Fraction(str(figure))) == rupiah_in(figure)


def test_the_number_of_a_page_may_stand_in_several_cells() -> None:
    """What else stands behind it is kept."""
    rows = (["Satker", "Hal 1", "dari", "17"], ["Satker", "Hal 1", "dari", "x"])
    assert [("Satker",), ("Satker", "Hal 1", "dari", "x")] == [page_texts(row) for row in rows]


@pytest.mark.parametrize(("above", "expected"), [(49, True), (50, False)])
def test_the_title_is_one_of_the_first_fifty_rows(above: int, *, expected: bool) -> None:
    """Blank ones do not count; what is further below is another table."""
    rows = "catatan\n" * above + " , \n" * 5 + "LAPORAN REALISASI SP2D TA 2026\n"
    (sheet,) = open_sheets(rows.encode())
    assert expected == is_export(sheet)
