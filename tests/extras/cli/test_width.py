"""How wide what people read is: as the terminal, else eighty signs; what programs read stays as it is."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from command_line import run

if TYPE_CHECKING:
    from typer.testing import Result

EXAMPLE = Path(__file__).parents[3] / "examples" / "contoh-2023"


@pytest.fixture(scope="module")
def card(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a scorecard in JSON."""
    path = tmp_path_factory.mktemp("rapor") / "rapor.json"
    run("score", EXAMPLE, "--period", 2023, "--format", "json", "--output", path)
    return path


@pytest.fixture(scope="module")
def trace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the trace of a figure that its evidence does not give."""
    path = tmp_path_factory.mktemp("jejak") / "jejak.json"
    run("explain", "SK3/4", EXAMPLE, "--period", 2023, "--json", "--output", path)
    data = json.loads(path.read_text(encoding="utf-8"))
    data["inputs"]["records"][0]["fields"]["realised"] = "1"
    path.write_text(json.dumps(data), encoding="utf-8")
    return path


def too_wide(result: Result, width: int = 80) -> list[str]:
    """Return the lines that are wider, but for those that are one word."""
    lines = (result.stdout + result.stderr).splitlines()
    return [line for line in lines if len(line) > width and " " in line.strip()]


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("width", [80, 60])
def test_everything_for_people_fits(card: Path, trace: Path, language: str, width: int) -> None:
    """Scorecards, paths, verdicts, measurements, catalogues, and what is refused."""
    commands: list[tuple[object, ...]] = [
        ("explain", "SK3/1", EXAMPLE, "--period", 2023),
        ("measure", "SK3/4", EXAMPLE / "anggaran.csv", "--period", 2023),
        ("verify", trace, EXAMPLE),
        ("verify", trace),
        ("catalogue",),
        ("catalogue", "SK3/4"),
        ("score", EXAMPLE, "--period", "dua ribu dua puluh tiga"),
        ("score", EXAMPLE),
        ("score", EXAMPLE / "tenan.csv", "--period", 2023),
        ("compare", card),
        ("compare", card, card),
        ("compare", card, card, card, card),
        *([("score", EXAMPLE, "--period", 2023)] if width == 80 else []),
    ]
    done = [run(*command, "--lang", language, COLUMNS=str(width)) for command in commands]
    assert [] == [line for result in done for line in too_wide(result, width)]


def test_a_comparison_of_many_stands_in_parts(card: Path) -> None:
    """Whole scorecards stand together, each part behind the codes; the means stand once, at the end."""
    told = run("compare", *[card] * 5, COLUMNS="80").stdout
    headings = [line.split() for line in told.splitlines() if line.startswith("Kode")]
    assert [
        ["Kode", "Indikator", *["Target", "2023", "Capaian"] * 2],
        ["Kode", *["Target", "2023", "Capaian"] * 3],
    ] == headings
    assert (2, 5) == (told.count("SK3/4 "), told.count("Rata-rata capaian"))


def test_where_there_is_no_terminal_a_line_holds_eighty_signs() -> None:
    """Nothing says how wide what reads the output is."""
    environment = {name: value for name, value in os.environ.items() if name != "COLUMNS"}
    command = [sys.executable, "-m", "kinerja", "score", str(EXAMPLE), "--period", "2025"]
    done = subprocess.run(command, check=False, capture_output=True, text=True, env=environment, timeout=60)
    first, *_, last = done.stderr.splitlines()
    assert (True, "  kinerja decree new iku-2025.xlsx") == (72 < len(first) <= 80, last)


def test_what_programs_read_is_not_wrapped() -> None:
    """A cell stays on its line."""
    wide, narrow = (
        run("score", EXAMPLE, "--period", 2023, "--format", "csv", COLUMNS=width).stdout for width in ("9999", "40")
    )
    assert wide == narrow
