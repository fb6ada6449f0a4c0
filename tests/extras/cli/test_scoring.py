"""Rules of scoring in a catalogue file, on the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from command_line import run

if TYPE_CHECKING:
    from pathlib import Path


FILE = """
[decree]
number = "1 TAHUN 2025"
title = "IKU"
unit = "Balai Contoh"
years = [2025]

[scoring]
cap = 120
minimise = "ratio"

[scoring.sources]
cap = "Manual IKU, butir 4"
minimise = "Manual IKU, butir 5"

[[objectives]]
code = "SK1"
text = "Layanan"

[[entries]]
code = "SK1/1"
label = "Kepatuhan"
objective = "SK1"
unit = "Persen"
polarity = "Maksimasi"
targets = { 2025 = [80, 90] }
indicator = "P3DNRatio"

[[entries]]
code = "SK1/2"
label = "Lama layanan"
objective = "SK1"
unit = "Hari"
polarity = "Minimasi"
targets = { 2025 = 10 }
"""


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """Return a folder with a catalogue file and a table of realisations."""
    (tmp_path / "katalog.toml").write_text(FILE, encoding="utf-8")
    (tmp_path / "realisasi.csv").write_text("kode;target;realisasi\nSK1/1;80-90;85\nSK1/2;10;12\n", encoding="utf-8")
    return tmp_path


def asked(office: Path, *more: object, command: str = "score") -> list[object]:
    """Return the words of a command about the office."""
    code = ["SK1/2"] if command == "explain" else []
    ask = ["--period", 2025, "--catalogue", office / "katalog.toml"]
    return [command, *code, office / "realisasi.csv", *ask, *more]


@pytest.mark.parametrize(
    "more", [(), ("--cap", 120), ("--minimise", "ratio"), ("--cap", "120,0", "--minimise", "ratio")]
)
def test_the_rules_of_the_file_apply(office: Path, more: tuple[object, ...]) -> None:
    """Also where the command line says the same."""
    told = run(*asked(office, *more)).stdout
    rules = "Capaian indikator minimasi: 100 × T / R (T target, R realisasi). Sumber: Manual IKU, butir 5."
    assert (True, True) == ("83,33%" in told, rules in told)


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (("--cap", 110), "Batas capaian berbeda: 120% (katalog: Manual IKU, butir 4), tetapi 110% (--cap)."),
        (
            ("--minimise", "reflected"),
            "Rumus minimasi berbeda: ratio (katalog: Manual IKU, butir 5), tetapi reflected (--minimise).",
        ),
    ],
)
@pytest.mark.parametrize("command", ["score", "explain"])
def test_the_command_line_may_not_differ(office: Path, more: tuple[object, ...], said: str, command: str) -> None:
    """Refused, with both values and where they stand."""
    result = run(*asked(office, *more, command=command))
    assert (2, "", f"{said} Pakai satu saja, atau samakan.\n") == (result.exit_code, result.stdout, result.stderr)


def test_a_table_that_states_the_range_is_not_told_of_another_target(office: Path) -> None:
    """80-90 is the target; another range is none."""
    told = run(*asked(office)).stdout
    (office / "realisasi.csv").write_text("kode;target;realisasi\nSK1/1;80-95;85\n", encoding="utf-8")
    other = run(*asked(office)).stdout
    assert (False, True) == ("80-90, " in told, "80-95" in other)


def test_the_catalogue_shows_them(office: Path) -> None:
    """Below its table."""
    told = run("catalogue", "--catalogue", office / "katalog.toml").stdout
    assert [True] * 3 == [part in told for part in ("Aturan penilaian", "Sumber: Manual IKU, butir 4.", "80-90")]


def test_a_trace_of_evidence_holds_with_the_rules_of_the_file(office: Path) -> None:
    """Nothing of its scoring is left unchecked."""
    (office / "unit").mkdir()
    budget = "kode anggaran;tahun;akun;pagu;realisasi\n1;2025;521211;100;85\n"
    (office / "unit" / "pagu.csv").write_text(budget, encoding="utf-8")
    ask = ["--catalogue", office / "katalog.toml"]
    traced = run(
        "explain", "SK1/1", office / "unit", "--period", 2025, *ask, "--json", "--output", office / "jejak.json"
    )
    assert (0, "") == (traced.exit_code, traced.stderr)
    verified = run("verify", office / "jejak.json", office / "unit", *ask)
    assert (0, False) == (verified.exit_code, "penilaian" in verified.stdout)


def test_a_cap_of_the_unit_may_not_differ_either(office: Path) -> None:
    """What `unit.xlsx` says and the file says are one."""
    (office / "unit").mkdir()
    (office / "unit" / "unit.csv").write_text("nama unit;batas atas capaian\nBalai Contoh;110\n", encoding="utf-8")
    result = run("score", office / "unit", "--period", 2025, "--catalogue", office / "katalog.toml")
    assert (2, True, True) == (result.exit_code, "110" in result.stderr, "Manual IKU, butir 4: 120" in result.stderr)
