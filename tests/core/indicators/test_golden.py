"""The golden cases of `tests/core/golden/indicators.csv`, a table that a planner can edit.

Each row names an indicator, its quantities (besaran), and the actual (realisasi), the target and the achievement
(capaian) that follow, in Indonesian notation, with their source. A figure may have any number of decimals: the
computed one is rounded half up to as many. Where there is nothing to divide by, the row says `tidak terdefinisi`.
A row without a target stops at its actual.
"""

from __future__ import annotations

import csv
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import pytest

from kinerja import UndefinedActualError, indicators
from kinerja._base import write

if TYPE_CHECKING:
    from kinerja import Indicator, Measurement

Row: TypeAlias = "dict[str, str]"

TABLE = Path(__file__).parents[1] / "golden" / "indicators.csv"
COLUMNS = ["indikator", "besaran", "realisasi", "target", "capaian", "sumber"]
UNDEFINED = "tidak terdefinisi"

with TABLE.open(encoding="utf-8-sig", newline="") as lines:
    ROWS: list[Row] = list(csv.DictReader(lines, delimiter=";", strict=True))

of_every_row = pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['indikator']}: {row['besaran']}")


def _indicator(row: Row) -> Indicator[object]:
    found: Indicator[object] = getattr(indicators, row["indikator"])()
    return found


def _read(text: str) -> Fraction:
    return Fraction(text.replace(".", "").replace(",", "."))


def _measure(row: Row) -> Measurement:
    pairs = (quantity.split("=") for quantity in row["besaran"].split(" | "))
    return _indicator(row).measure(**{name: _read(value) for name, value in pairs})


def _written_like(printed: str, figure: Fraction) -> str:
    return write(figure, len(printed.partition(",")[2]))


@of_every_row
def test_a_row_has_every_column(row: Row) -> None:
    """A row has just the columns of the heading."""
    assert COLUMNS == list(row)


@of_every_row
def test_a_row_has_its_source(row: Row) -> None:
    """Published data name their document; the others say that they are computed from the clause."""
    published = {"laporan GLP039 SAKTI Maret 2026, satker 637372, Kementerian Luar Negeri"}
    assert row["sumber"] in {"contoh hitung dari bunyi keputusan", *published}


@of_every_row
def test_the_quantities_give_the_actual(row: Row) -> None:
    """The realisasi of a row follows from its besaran, or is undefined."""
    try:
        found = _written_like(row["realisasi"], _measure(row).actual)
    except UndefinedActualError:
        found = UNDEFINED
    assert row["realisasi"] == found


@of_every_row
def test_the_actual_and_the_target_give_the_achievement(row: Row) -> None:
    """The capaian of a row follows from its exact realisasi and its target, where it has one."""
    assert row["capaian"] == _capaian(row)


def _capaian(row: Row) -> str:
    if not row["target"]:
        return ""
    try:
        return _written_like(row["capaian"], _indicator(row).achievement(_read(row["target"]), _measure(row).actual))
    except UndefinedActualError:
        return UNDEFINED


@pytest.mark.parametrize("name", indicators.indicator_classes())
def test_every_indicator_has_a_golden_case(name: str) -> None:
    """No indicator goes without a row."""
    assert name in {row["indikator"] for row in ROWS}
