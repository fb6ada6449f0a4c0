"""`kinerja decree lint`, `diff` and `pages`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import pytest

from kinerja import BSPJI_PEKANBARU_2021_2024 as CATALOGUE
from kinerja import Language
from kinerja.pages import catalogue_pages

if TYPE_CHECKING:
    from collections.abc import Callable

    from typer.testing import Result

    Run: TypeAlias = Callable[..., Result]

OWN = "bspji-pekanbaru-2021-2024"
OFFICE = Path(__file__).parents[3] / "examples" / "bbspjppi-2025" / "katalog.toml"
WRONG = """[decree]
number = "1"
title = "IKU"
unit = "Balai"
years = [2025]

[[objectives]]
code = "S1"
text = "Layanan"

[[entries]]
code = "S1/1"
label = "Persentase surat"
objective = "S2"
unit = "Surat"
polarity = "Maksimasi"
targets = { 2025 = 0 }
"""


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    """Return a file with a problem, whose decree has a slip."""
    path = tmp_path / "salah.toml"
    path.write_text(WRONG, encoding="utf-8")
    return path


@pytest.mark.parametrize("command", ["score", "template"])
@pytest.mark.parametrize(("target", "asked"), [("92.5", 0), ("0.925", 1)])
def test_who_never_asked_for_lint_is_told_its_questions(
    run: Run, tmp_path: Path, command: str, target: str, asked: int
) -> None:
    """A target in percent written as a fraction; that a citation lacks is no question."""
    decree, table = tmp_path / "iku.toml", tmp_path / "realisasi.csv"
    sound = WRONG.replace('"S2"', '"S1"').replace('unit = "Surat"', 'unit = "Persen"')
    decree.write_text(sound.replace("2025 = 0", f"2025 = {target}"), encoding="utf-8")
    table.write_text("kode;realisasi\nS1/1;90\n", encoding="utf-8")
    path = {"score": table, "template": tmp_path / "isian.xlsx"}[command]
    told = run(command, path, "--period", 2025, "--catalogue", decree)
    questions = [f"{decree}: 1 hal perlu diperiksa lagi:", "0,925"]
    said = [part for part in questions if part in told.stderr.replace("\n", "")]
    assert (0, questions * asked) == (told.exit_code, said)


def test_a_sound_decree_ends_with_0(run: Run) -> None:
    """The library's own, by its name, however strictly."""
    result = run("decree", "lint", OWN, "--strict")
    assert (0, f"{OWN}: 0 hal harus diperbaiki, 0 hal perlu diperiksa lagi.\n") == (result.exit_code, result.stdout)


@pytest.mark.parametrize(("strict", "code"), [([], 0), (["--strict"], 1)])
def test_slips_alone_end_with_1_where_that_is_asked_for(run: Run, strict: list[str], code: int) -> None:
    """Else with 0: the file can be read."""
    assert code == run("decree", "lint", OFFICE, *strict).exit_code


def test_problems_end_with_1_each_with_its_line(run: Run, wrong: Path) -> None:
    """Beside the slips."""
    result = run("decree", "lint", wrong)
    told = [line.strip() for line in result.stdout.splitlines()]
    assert (1, True, True) == (
        result.exit_code,
        "entries[S1/1].objective, baris 14: 'S2' tidak dikenal; yang ada: S1." in told,
        "decree.signed_on, baris 1: tanpa tanggal penetapan; kutip dari keputusannya kata demi kata." in told,
    )


def test_they_are_plain_data_on_request(run: Run, wrong: Path) -> None:
    """In the order of the file, in the language asked for."""
    found = json.loads(run("decree", "lint", wrong, "--format", "json", "--lang", "en").stdout)
    assert [("name.unknown", 14, "'S2' is not known; there are: S1.")] == [
        (one["code"], one["line"], one["text"]) for one in found["problems"]
    ]


def test_a_file_that_is_not_there_is_a_problem(run: Run) -> None:
    """It ends as any other."""
    assert 1 == run("decree", "lint", "tidak-ada.toml").exit_code


def test_two_decrees_are_set_side_by_side(run: Run, tmp_path: Path) -> None:
    """One by its name, one by its file."""
    path = tmp_path / "baru.toml"
    path.write_text(OFFICE.read_text("utf-8").replace("targets.2025 = 59", "targets.2025 = 60"), encoding="utf-8")
    told = run("decree", "diff", OFFICE, path).stdout.splitlines()
    assert (True, True) == (
        "SK.2.4  target, 2025  59      60" in told,
        "SK3/4" in run("decree", "diff", OWN, path).stdout,
    )


def test_differences_are_plain_data_on_request(run: Run) -> None:
    """None where there are none."""
    assert [] == json.loads(run("decree", "diff", OWN, OWN, "--format", "json").stdout)["changes"]


def test_a_decree_that_cannot_be_read_is_not_compared(run: Run, wrong: Path) -> None:
    """It is refused as everywhere."""
    assert 2 == run("decree", "diff", OWN, wrong).exit_code


@pytest.mark.parametrize("language", Language)
def test_pages_are_written_and_named(run: Run, tmp_path: Path, language: Language) -> None:
    """As the library gives them."""
    folder = tmp_path / "situs" / "iku"
    result = run("decree", "pages", OWN, "--to", folder, "--lang", language.value)
    wanted = catalogue_pages(CATALOGUE, language)
    written = {path.name: path.read_text("utf-8") for path in folder.iterdir()}
    assert (0, wanted, len(wanted)) == (result.exit_code, written, len(result.stdout.splitlines()))


def test_pages_that_are_there_are_kept(run: Run, tmp_path: Path) -> None:
    """All of them, until they may be overwritten."""
    (tmp_path / "index.md").write_text("Milik kita", encoding="utf-8")
    refused = run("decree", "pages", OWN, "--to", tmp_path)
    kept = [path.read_text("utf-8") for path in tmp_path.iterdir()]
    forced = run("decree", "pages", OWN, "--to", tmp_path, "--force")
    assert (2, True, ["Milik kita"], 0) == (refused.exit_code, "sudah ada" in refused.stderr, kept, forced.exit_code)


def test_a_folder_in_the_place_of_a_page_is_never_overwritten(run: Run, tmp_path: Path) -> None:
    """Whatever may be."""
    (tmp_path / "index.md").mkdir()
    result = run("decree", "pages", OWN, "--to", tmp_path, "--force")
    assert (2, True) == (result.exit_code, "bukan berkas biasa" in result.stderr)


def test_a_file_in_the_place_of_the_folder_is_refused(run: Run, wrong: Path) -> None:
    """It is no folder."""
    result = run("decree", "pages", OWN, "--to", wrong)
    assert (2, True) == (result.exit_code, "tidak dapat ditulis" in result.stderr)
