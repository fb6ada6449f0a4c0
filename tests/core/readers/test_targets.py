"""The table of a quarter's targets."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from kinerja import BSPJI_PEKANBARU_2021_2024, ColumnsError, RecordsError
from kinerja.readers import read_targets
from kinerja.readers.sheets import open_sheets
from kinerja.readers.tables.figures import all_targets
from kinerja.records import as_period
from said import refused

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def test_targets_are_read_by_their_codes(write_csv: Callable[..., Path]) -> None:
    """Exactly, in Indonesian writing, whatever stands beside."""
    path = write_csv("kode;satuan;target\nSK3/4;Persen;12,5\nSK1/1;Tenan;1\n")
    assert {"SK3/4": Fraction(25, 2), "SK1/1": Fraction(1)} == read_targets(path)


@pytest.mark.parametrize("spelling", ["", "-", "N/A"])
def test_what_has_no_target_is_not_there(write_csv: Callable[..., Path], spelling: str) -> None:
    """No target is not a target of 0."""
    assert {"SK1/2": 0} == read_targets(write_csv(f"kode;target\nSK1/1;{spelling}\nSK1/2;0\n"))


def test_every_bad_target_is_named(write_csv: Callable[..., Path]) -> None:
    """A code that the decree has not, a target below 0, and what is no number."""
    path = write_csv("kode;target\nSK9/9;1\nSK1/1;-1\nSK3/4;dua puluh\n")
    with pytest.raises(RecordsError) as caught:
        read_targets(path, entries=BSPJI_PEKANBARU_2021_2024)
    assert [(2, "kode"), (3, "target"), (4, "target")] == [
        (problem.row, problem.column) for problem in caught.value.problems
    ]


def test_a_target_below_0_is_refused_without_the_decree_too(write_csv: Callable[..., Path]) -> None:
    """Whatever it is of; 0 may be one where less is better."""
    with pytest.raises(RecordsError) as caught:
        read_targets(write_csv("kode;target\nSK1/1;0\nSK1/2;-1\n"))
    assert [("cell.target_negative", 3)] == [(problem.code, problem.row) for problem in caught.value.problems]


def test_a_thousand_is_no_percent(write_csv: Callable[..., Path]) -> None:
    """With the decree at hand `1.000` of a count is one thousand; in percent it is refused."""
    path = write_csv("kode;target\nSK1/1;1.000\nSK3/4;1.000\n")
    with pytest.raises(RecordsError) as caught:
        read_targets(path, entries=BSPJI_PEKANBARU_2021_2024)
    assert [(3, "target")] == [(problem.row, problem.column) for problem in caught.value.problems]


def test_the_target_of_a_year_is_none_of_its_quarter(write_csv: Callable[..., Path]) -> None:
    """Where each period has its column."""
    path = write_csv("kode;target 2023\nSK3/4;45\n")
    with pytest.raises(ColumnsError) as caught:
        read_targets(path, period="2023-TW2")
    assert "target 2023-TW2" in str(caught.value)


def test_all_targets_of_a_table_are_read_by_their_periods(write_csv: Callable[..., Path]) -> None:
    """Of every column, and of nothing else."""
    path = write_csv("kode;target 2023;target 2023-TW2\nSK3/4;45;20\nSK1/1;1;\n")
    expected = {"2023": {"SK3/4": 45, "SK1/1": 1}, "2023-TW2": {"SK3/4": 20}}
    assert expected == all_targets(open_sheets(path), None, as_period(2023))


@pytest.mark.parametrize("heading", ["target 2023-S1", "Target Semester I 2023", "TARGET SMT 1 2023"])
def test_a_column_of_a_semester_is_headed_as_semesters_are_written(
    write_csv: Callable[..., Path], heading: str
) -> None:
    """The year's stands beside it."""
    path = write_csv(f"kode;target 2023;{heading};target keputusan 2023\nSK1/1;4;2;1\n")
    assert {"SK1/1": 2} == read_targets(path, entries=BSPJI_PEKANBARU_2021_2024, period="2023-S1")


@pytest.mark.parametrize("heading", ["target 2023-TW2", "Target Triwulan II 2023", "Target TW II Tahun 2023"])
def test_a_column_of_a_quarter_is_headed_as_quarters_are_written(write_csv: Callable[..., Path], heading: str) -> None:
    """In Roman numerals too."""
    path = write_csv(f"kode;{heading}\nSK1/1;2\n")
    assert {"SK1/1": 2} == read_targets(path, entries=BSPJI_PEKANBARU_2021_2024, period="2023-TW2")


def test_a_table_without_targets_is_refused(write_csv: Callable[..., Path]) -> None:
    """A misspelt heading would leave every indicator without a target."""
    with refused("table.columns_missing", missing=("target",), available=("kode", "targt")):
        read_targets(write_csv("kode;targt\nSK1/1;1\n"))
