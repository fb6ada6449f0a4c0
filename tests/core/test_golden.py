"""A released formula never changes its meaning: the golden files of every release still hold.

They stand under `tests/golden/`, a folder for each release, as tables that a planner can read: what offices and
regulations have printed (tercetak); and made up, totals and records (karangan) and the example folder (contoh), also
under other answers to the readings (tafsir).
"""

from __future__ import annotations

from pathlib import Path

import pytest

from kinerja import BSPJI_PEKANBARU_2021_2024 as CATALOGUE
from kinerja.testing import check_golden

RELEASES = Path(__file__).parents[1] / "golden"
TABLES = sorted(RELEASES.glob("*/*.csv"))
FIGURES = {
    "0.1.0/contoh-2023-tafsir.csv": 107,
    "0.1.0/contoh-2023.csv": 54,
    "0.1.0/karangan-data-dukung.csv": 143,
    "0.1.0/karangan.csv": 50,
    "0.1.0/tercetak.csv": 49,
}
MADE_UP = [table for table in TABLES if table.name.startswith(("karangan", "contoh"))]


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
    """Of totals and of records, and under other answers."""
    tables = [table for table in TABLES if table.name != "tercetak.csv"]
    held = {
        _name(table): {line.partition(";")[0] for line in table.read_text("utf-8").splitlines()} for table in tables
    }
    assert [] == [name for name, codes in held.items() if code not in codes]


@pytest.mark.parametrize("table", TABLES, ids=_name)
def test_what_is_made_up_says_so(table: Path) -> None:
    """In a table of its own, in every row; what was printed is made up nowhere."""
    sources = [line.rpartition(";")[2] for line in table.read_text("utf-8").splitlines()[1:]]
    said = [any(word in source for word in ("karangan", "ilustrasi")) for source in sources]
    assert {table in MADE_UP} == set(said)


@pytest.mark.parametrize("code", CATALOGUE)
def test_every_answer_has_a_golden_figure_of_records(code: str) -> None:
    """Of made-up records, so that none is bare of figures; but for what no record means, which no record shows."""
    lines = (RELEASES / "0.1.0" / "karangan-data-dukung.csv").read_text("utf-8").splitlines()
    held = {tuple(line.split(";")[:3:2]) for line in lines}
    expected = {
        (code, f"{reading.word} = {answer.word}")
        for reading, answer in CATALOGUE[code].not_taken
        if answer.is_computed and reading.word != "empty"
    }
    assert set() == expected - held
