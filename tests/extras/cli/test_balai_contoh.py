"""The made-up office in examples/: it is scored from its forms, by the commands of its page."""

from __future__ import annotations

import csv
import io
import re
import shlex
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kinerja import P3DNRatio, load_catalogue
from kinerja.measurement import PERCENT
from kinerja.readers import measure_folders, read_folder
from kinerja.readers.sheets import LIMIT, open_sheets

if TYPE_CHECKING:
    from collections.abc import Callable

    from typer.testing import Result

EXAMPLE = Path(__file__).parents[3] / "examples" / "balai-contoh"
CATALOGUE = load_catalogue(EXAMPLE / "katalog.toml")
COMMANDS = re.findall(r"^kinerja (.+)$", (EXAMPLE / "README.md").read_text("utf-8"), re.MULTILINE)
FIGURES = {
    "semester-1": {
        "SK1/2": "88 90,00 102,27 Baik",
        "SK1/3": "12 10,00 116,67 Sangat Baik",
        "SK3/1": "40-50 38,46 96,15 Cukup",
        "SK3/2": "70 77,42 110,60 Sangat Baik",
    },
    "setahun": {
        "SK1/1": "3,6 3,61 100,31 Baik",
        "SK1/2": "90 85,00 94,44 Cukup",
        "SK1/3": "10 9,00 110,00 Baik",
        "SK2/1": "81 82,00 101,23 Baik",
        "SK2/2": "80 81,25 101,56 Baik",
        "SK3/1": "95-98 96,38 100,00 Baik",
        "SK3/2": "75 73,19 97,59 Cukup",
    },
}
PERIODS = {"semester-1": "2025-S1", "setahun": "2025"}


def _worked(folder: str, code: str) -> str:
    measured = measure_folders([read_folder(EXAMPLE / folder, CATALOGUE)], CATALOGUE, PERIODS[folder])
    return str(measured[code])


@pytest.mark.parametrize("folder", FIGURES)
def test_it_is_scored_from_its_forms(run: Callable[..., Result], folder: str) -> None:
    """Target, actual, achievement and rating of all that the period can answer; the figures are made up."""
    asked = ("--period", PERIODS[folder], "--catalogue", EXAMPLE / "katalog.toml", "--format", "csv")
    rows = csv.DictReader(io.StringIO(run("score", EXAMPLE / folder, *asked).stdout), delimiter=";")
    columns = ("Target", "Realisasi", "Capaian", "Predikat")
    scored = {row["Kode"]: " ".join(row[column].rstrip("%") for column in columns) for row in rows if row["Realisasi"]}
    assert FIGURES[folder] == {code: line for code, line in scored.items() if code in CATALOGUE}


@pytest.mark.parametrize(
    ("code", "line"),
    [
        ("SK1/1", "32,5 / 9 - 0 = 3,61"),
        ("SK1/2", "100 × 17 / 20 = 85,00"),
        ("SK1/3", "72 / 8 = 9,00"),
        ("SK2/1", "7.790 / 95 - 0 = 82,00"),
        ("SK2/2", "81,25"),
        ("SK3/1", "100 × 2.506.000.000 / 2.600.000.000 = 96,38"),
        ("SK3/2", "100 × 830.000.000 / 1.134.000.000 = 73,19"),
    ],
)
def test_each_figure_is_worked_from_its_records(code: str, line: str) -> None:
    """The discipline of IPASN does not apply, so that 95 is the whole of its weights."""
    assert line == _worked("setahun", code)


def test_two_indicators_take_one_budget() -> None:
    """Absorption and domestic products are read from the same file."""
    taken = [entry for entry in CATALOGUE.values() if isinstance(entry.indicator, P3DNRatio)]
    given = read_folder(EXAMPLE / "setahun", CATALOGUE).given
    assert [("SK3/1", PERCENT, "anggaran.csv"), ("SK3/2", PERCENT, "anggaran.csv")] == [
        (one.code, one.unit, given[one.code][0].file) for one in taken
    ]


def test_weighted_means_stand_beside_the_plain_ones(run: Callable[..., Result]) -> None:
    """Each names what was measured, and its rating."""
    told = run("score", EXAMPLE / "setahun", "--period", 2025, "--catalogue", EXAMPLE / "katalog.toml").stdout
    assert [
        "Rata-rata capaian, hanya yang terukur (7 indikator): 100,73% (Baik)",
        "Rata-rata capaian, yang belum diukur dihitung 0 (7 indikator): 100,73% (Baik)",
        "Rata-rata tertimbang, hanya yang terukur (bobot 100 dari 100): 100,49% (Baik)",
        "Rata-rata tertimbang, yang belum diukur dihitung 0 (bobot 100 dari 100): 100,49% (Baik)",
    ] == [line for line in told.splitlines() if line.startswith("Rata-rata") and "(" in line.partition(":")[0]]


def test_the_commands_of_its_page_run(
    run: Callable[..., Result], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As they are written, from its folder."""
    for file in EXAMPLE.rglob("*.*"):
        copy = tmp_path / file.relative_to(EXAMPLE)
        copy.parent.mkdir(exist_ok=True)
        copy.write_bytes(file.read_bytes())
    monkeypatch.chdir(tmp_path)
    assert [0] * 4 == [run(*shlex.split(command)).exit_code for command in COMMANDS]


def test_the_form_of_own_targets_asks_for_semesters(
    run: Callable[..., Result], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As the decree's own targets are."""
    monkeypatch.chdir(tmp_path)
    run("template", "isian", "--period", 2025, "--catalogue", EXAMPLE / "katalog.toml")
    (sheet, *_) = open_sheets(tmp_path / "isian" / "target.xlsx", LIMIT)
    assert ["target 2025", "target 2025-S1", "target 2025-S2"] == next(cells for _, cells in sheet.rows())[-3:]


def test_what_to_run_next_names_the_catalogue(run: Callable[..., Result], tmp_path: Path) -> None:
    """Without it the forms would be held against another decree."""
    folder, catalogue = tmp_path / "isian", EXAMPLE / "katalog.toml"
    told = run("template", folder, "--period", 2025, "--catalogue", catalogue).stdout
    assert (
        f'  kinerja score "{folder}" --period 2025 --catalogue "{catalogue}" --output rapor.html'
        == told.splitlines()[-1]
    )
