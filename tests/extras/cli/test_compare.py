"""`kinerja compare`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from typer.testing import Result

EXAMPLE = Path(__file__).parents[3] / "examples" / "contoh-2023"


@pytest.fixture
def cards(run: Callable[..., Result], tmp_path: Path) -> list[Path]:
    """Write two scorecards of one year: against its own targets, and against those of 2024."""
    paths = [tmp_path / "terhadap-2023.json", tmp_path / "terhadap-2024.json"]
    for path, year in zip(paths, (2023, 2024), strict=True):
        told = run("score", EXAMPLE, "--period", 2023, "--target-year", year, "--format", "json")
        path.write_text(told.stdout, encoding="utf-8")
    return paths


def test_scorecards_stand_side_by_side(run: Callable[..., Result], cards: list[Path]) -> None:
    """Each by its period and its targets."""
    heading = run("compare", *cards).stdout.splitlines()[0].split()
    assert ["2023", "Capaian", "Target", "2023", "terhadap", "target", "2024", "Capaian"] == heading[3:]


def test_each_has_its_mean(run: Callable[..., Result], cards: list[Path]) -> None:
    """Below the table."""
    told = run("compare", *cards, "--lang", "en").stdout
    assert "Mean achievement, measured only, 2023 (7 indicators): 147.50%" in told


def test_one_scorecard_is_no_comparison(run: Callable[..., Result], cards: list[Path]) -> None:
    """The message says what is needed."""
    result = run("compare", cards[0])
    assert (2, "", True) == (result.exit_code, result.stdout, "sedikitnya dua rapor kinerja" in result.stderr)


@pytest.mark.parametrize("name", ["tidak-ada.json", "."])
def test_what_is_no_file_is_refused(run: Callable[..., Result], tmp_path: Path, name: str) -> None:
    """One message, no traceback."""
    result = run("compare", tmp_path / name, tmp_path / name)
    assert (2, "", True) == (result.exit_code, result.stdout, "tidak dapat dibaca" in result.stderr)


def test_the_file_that_is_no_scorecard_is_named(run: Callable[..., Result], tmp_path: Path) -> None:
    """Of several it would have to be looked for."""
    broken = tmp_path / "rusak.json"
    broken.write_text("bukan JSON", encoding="utf-8")
    result = run("compare", broken, broken)
    assert (2, True) == (result.exit_code, result.stderr.startswith(f"{broken}: Rapor kinerja tidak dapat dimuat"))
