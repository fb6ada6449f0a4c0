"""`kinerja compare`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from command_line import run

EXAMPLE = Path(__file__).parents[3] / "examples" / "contoh-2023"


@pytest.fixture(scope="module")
def cards(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Write two scorecards of one year: against its own targets, and against those of 2024."""
    folder = tmp_path_factory.mktemp("rapor")
    paths = [folder / "terhadap-2023.json", folder / "terhadap-2024.json"]
    for path, year in zip(paths, (2023, 2024), strict=True):
        told = run("score", EXAMPLE, "--period", 2023, "--target-year", year, "--format", "json")
        path.write_text(told.stdout, encoding="utf-8")
    return paths


def test_scorecards_stand_side_by_side(cards: list[Path]) -> None:
    """Each by its period and its targets."""
    _, table = run("compare", *cards).stdout.split("\n\n")[:2]
    heading = table.splitlines()[0].split()
    assert ["2023", "Capaian", "Target", "2023", "terhadap", "target", "2024", "Capaian"] == heading[3:]


def test_each_has_its_mean(cards: list[Path]) -> None:
    """Below the table."""
    told = run("compare", *cards, "--lang", "en").stdout
    assert "Mean achievement, measured only, 2023 (7 indicators): 147.50%" in told


def test_one_scorecard_is_no_comparison(cards: list[Path]) -> None:
    """The message says what is needed."""
    result = run("compare", cards[0])
    assert (2, "", True) == (result.exit_code, result.stdout, "sedikitnya dua rapor kinerja" in result.stderr)


@pytest.mark.parametrize("name", ["tidak-ada.json", "."])
def test_what_is_no_file_is_refused(tmp_path: Path, name: str) -> None:
    """One message, no traceback."""
    result = run("compare", tmp_path / name, tmp_path / name)
    assert (2, "", True) == (result.exit_code, result.stdout, "tidak dapat dibaca" in result.stderr)


def test_the_file_that_is_no_scorecard_is_named(tmp_path: Path) -> None:
    """Of several it would have to be looked for."""
    broken = tmp_path / "rusak.json"
    broken.write_text("bukan JSON", encoding="utf-8")
    result = run("compare", broken, broken)
    assert (2, True) == (result.exit_code, result.stderr.startswith(f"{broken}: Rapor kinerja tidak dapat dimuat"))


@pytest.fixture(scope="module")
def traces(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Write two traces of SK3/4: against the target of 2023, and against that of 2024."""
    folder = tmp_path_factory.mktemp("jejak")
    paths = [folder / "jejak-2023.json", folder / "jejak-2024.json"]
    for path, year in zip(paths, (2023, 2024), strict=True):
        run("explain", "SK3/4", EXAMPLE, "--period", 2023, "--target-year", year, "--json", "--output", path)
    return paths


def test_two_traces_say_what_moved_the_figure(traces: list[Path]) -> None:
    """Here it was the target, and no record."""
    told = run("compare", *traces).stdout
    assert [True, True, False] == [said in told for said in ("Target dan penilaian\n", "Tahun target", "Data dukung")]


def test_two_traces_are_compared_as_json(traces: list[Path]) -> None:
    """For programs."""
    told = json.loads(run("compare", *traces, "--format", "json").stdout)
    assert ("kinerja.trace-comparison/1", "SK3/4") == (told["schema"], told["code"])


@pytest.mark.parametrize("number", [1, 3])
def test_other_than_two_traces_are_refused(traces: list[Path], number: int) -> None:
    """Exactly two stand side by side."""
    result = run("compare", *[traces[0]] * number)
    assert (2, True) == (result.exit_code, "tepat dua jejak angka" in result.stderr)


def test_a_trace_beside_a_scorecard_is_refused(traces: list[Path], cards: list[Path]) -> None:
    """They do not mix."""
    result = run("compare", traces[0], cards[0])
    assert (2, True) == (result.exit_code, "tidak dapat dicampur" in result.stderr)


def test_the_trace_that_cannot_be_read_is_named(traces: list[Path], tmp_path: Path) -> None:
    """Of two it would have to be looked for."""
    broken = tmp_path / "rusak.json"
    broken.write_text('{"schema": "kinerja.trace/2"}', encoding="utf-8")
    result = run("compare", traces[0], broken)
    assert (2, True) == (result.exit_code, result.stderr.startswith(f"{broken}: "))
