"""Semesters on the command line, and targets of parts of a year."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from typer.testing import Result

SEMESTERS = """
decree = {number = "3 TAHUN 2025", title = "IKU", unit = "Balai Contoh", years = [2025]}
objectives = [{code = "S1", text = "Sasaran"}]

[[entries]]
code = "S1/1"
label = "Pengaduan selesai"
objective = "S1"
unit = "Persen"
polarity = "Maksimasi"
targets = {2025 = 90, "2025-S1" = 80}
target_sources = {"2025-S1" = "Perjanjian Kinerja 2025"}
"""


@pytest.fixture
def catalogue(tmp_path: Path) -> Path:
    """Write a catalogue with a target for the first semester."""
    path = tmp_path / "semester.toml"
    path.write_text(SEMESTERS, encoding="utf-8")
    return path


@pytest.mark.parametrize("period", ["2025-S1", "Semester I 2025"])
def test_a_semester_is_set_against_its_target(
    run: Callable[..., Result], write_csv: Callable[[str], Path], catalogue: Path, period: str
) -> None:
    """However the period is written."""
    path = write_csv("kode;realisasi\nS1/1;60\n")
    told = run("score", path, "--period", period, "--catalogue", catalogue, "--format", "csv").stdout
    assert "S1/1;Pengaduan selesai;Persen;80;60,00;75,00;" in told


def test_a_quarter_beside_semester_targets_is_told_that_it_has_none(
    run: Callable[..., Result], write_csv: Callable[[str], Path], catalogue: Path
) -> None:
    """And which there are."""
    path = write_csv("kode;realisasi\nS1/1;60\n")
    told = " ".join(run("score", path, "--period", "2025-TW1", "--catalogue", catalogue).stdout.split())
    assert "2025-TW1 tidak mempunyai target sendiri; target ada untuk 2025, 2025-S1." in told


@pytest.mark.parametrize("heading", ["target Semester I 2025", "target 2025", "target"])
def test_own_targets_of_a_semester_are_read(
    run: Callable[..., Result], write_csv: Callable[[str], Path], catalogue: Path, heading: str
) -> None:
    """From its column, from that of its year, and from a table of one."""
    path = write_csv(f"kode;realisasi;{heading}\nS1/1;60;75\n")
    asked = ("--targets", path, "--period", "2025-S1", "--catalogue", catalogue)
    told = run("score", path, *asked, "--format", "csv").stdout
    assert "S1/1;Pengaduan selesai;Persen;75;60,00;80,00;" in told


def test_a_folder_of_a_semester_has_its_own_targets(
    run: Callable[..., Result], catalogue: Path, tmp_path: Path
) -> None:
    """By the heading of the semester; the year's stands beside it and is not taken."""
    folder = tmp_path / "balai"
    folder.mkdir()
    (folder / "target.csv").write_text("kode;target 2025;target 2025-S1\nS1/1;88;75\n", encoding="utf-8")
    (folder / "realisasi.csv").write_text("kode;realisasi\nS1/1;60\n", encoding="utf-8")
    told = run("score", folder, "--period", "2025-S1", "--catalogue", catalogue).stdout
    assert "Rapor kinerja 2025-S1 terhadap target semester - balai" == told.splitlines()[0]
    assert "Target di keputusan: 80." in told


def test_the_path_of_a_semester_verifies(
    run: Callable[..., Result], write_csv: Callable[[str], Path], catalogue: Path, tmp_path: Path
) -> None:
    """Against the catalogue and the file that it came from."""
    path, trace = write_csv("kode;realisasi\nS1/1;60\n"), tmp_path / "jejak.json"
    asked = ("--period", "2025-S1", "--catalogue", catalogue)
    run("explain", "S1/1", path, *asked, "--format", "json", "--output", trace)
    assert 0 == run("verify", trace, "--catalogue", catalogue).exit_code


def test_forms_for_a_semester_name_it(run: Callable[..., Result], tmp_path: Path) -> None:
    """In the command to run next."""
    told = run("template", tmp_path / "balai", "--period", "Semester I 2023").stdout
    assert f'  kinerja score "{tmp_path / "balai"}" --period 2023-S1 --output rapor.html' == told.splitlines()[-1]
