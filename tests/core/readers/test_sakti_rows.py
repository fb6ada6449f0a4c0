"""The rows of a GLP039 report: levels by the shape of codes, figures by their order."""

from __future__ import annotations

import math
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import pytest

from kinerja._base import Message
from kinerja.readers.sakti.rows import Entry, Level, Outline, parse_entry
from kinerja.readers.sheets import Flaw
from said import sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

FIGURES = (900.0, 0.0, 100.0, 200.0, 300.0, 0.33, 600.0)
BROKEN = (900.0, 0.0, 300.0, 0.33, 600.0)
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
    """Its number and name share a cell."""
    assert _entry("000001. Kertas A4", *FIGURES).level is Level.ITEM


@pytest.mark.parametrize(
    ("number", "level", "code"),
    [(51.0, Level.KOMPONEN, "051"), (2.0, Level.KOMPONEN, "002"), (521211.0, Level.AKUN, "521211")],
)
def test_a_code_may_be_a_number(number: float, level: Level, code: str) -> None:
    """Then it has lost its leading zeros, and it is no figure."""
    assert Entry(level=level, code=code, figures=(900.0, 0.0, 100.0, 200.0, 300.0, 600.0)) == _entry(
        number, "Nama", *FIGURES
    )


def test_the_figures_are_told_by_their_order() -> None:
    """Pagu revisi comes first, sisa last, and s.d. periode before the share."""
    entry = _entry("521211", "Belanja Bahan", *FIGURES)
    assert (Fraction(900), Fraction(300), True) == (entry.ceiling, entry.realised, entry.is_whole)


def test_five_figures_lack_the_periods() -> None:
    """The second half of a row that is broken over two pages."""
    entry = _entry("521211", "Bahan", *BROKEN)
    assert (Fraction(900), Fraction(300), False) == (entry.ceiling, entry.realised, entry.is_whole)


def test_the_share_may_be_an_error() -> None:
    """Of a pagu of 0."""
    assert (0.0,) * 6 == _entry("521211", "Belanja Bahan", *NUL_PAGU).figures


@pytest.mark.parametrize("place", [0, 1, 2, 3, 4, 6])
@pytest.mark.parametrize("cell", [ERROR, "246.078.000", True, math.inf, math.nan])
def test_another_figure_must_be_a_number(place: int, cell: Any) -> None:
    """An error, a text, a truth value are none."""
    figures: list[Any] = [*FIGURES]
    figures[place] = cell
    assert parse_entry(["521211", "Belanja Bahan", *figures]) is None


@pytest.mark.parametrize("share", ["33%", True])
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
        ("521211", "Bahan", *FIGURES),
        (521211.0, "Bahan", *BROKEN),
        ("Bahan", *BROKEN),
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
