"""A released formula never changes its meaning: the golden files of every release still hold.

They stand under `tests/golden/`, a folder for each release, as tables that a planner can read: what is computed from
the words of the decree, what offices and regulations have printed, and the example folder with its records.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from kinerja import BSPJI_PEKANBARU_2021_2024 as CATALOGUE
from kinerja.testing import check_golden

RELEASES = Path(__file__).parents[1] / "golden"
TABLES = sorted(RELEASES.glob("*/*.csv"))
FIGURES = {"0.1.0/contoh-2023.csv": 54, "0.1.0/keputusan-26-2022.csv": 51, "0.1.0/tercetak.csv": 42}


def _name(table: Path) -> str:
    return table.relative_to(RELEASES).as_posix()


@pytest.mark.parametrize("table", TABLES, ids=_name)
def test_every_figure_of_a_release_still_follows(table: Path) -> None:
    """None is passed over."""
    assert FIGURES[_name(table)] == check_golden(table, CATALOGUE)


def test_no_table_of_a_release_is_gone() -> None:
    """What was published stays."""
    assert [*FIGURES] == [*map(_name, TABLES)]


@pytest.mark.parametrize("code", CATALOGUE)
def test_every_indicator_has_golden_figures(code: str) -> None:
    """Those that follow from the words of the decree, and those of the example folder."""
    tables = [table for table in TABLES if table.name != "tercetak.csv"]
    held = {
        _name(table): {line.partition(";")[0] for line in table.read_text("utf-8").splitlines()} for table in tables
    }
    assert [] == [name for name, codes in held.items() if code not in codes]
