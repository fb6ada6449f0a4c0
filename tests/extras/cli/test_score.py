"""`kinerja score` on a table of realisations."""

from __future__ import annotations

import csv
import io
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import kinerja
from kinerja import BSPJI_PEKANBARU_2021_2024, Scorecard
from kinerja.__main__ import main

if TYPE_CHECKING:
    from collections.abc import Callable

    from typer.testing import Result

EXAMPLE = Path(__file__).parents[3] / "examples" / "realisasi-2023.csv"


@pytest.fixture
def table(tmp_path: Path) -> Callable[[str], Path]:
    """Return a call that writes a table of realisations."""

    def write(text: str) -> Path:
        path = tmp_path / "realisasi.csv"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_the_example_says_it_is_an_illustration(run: Callable[..., Result]) -> None:
    """Every row of the example is marked as an illustration in the output."""
    assert 7 == run("score", EXAMPLE, "--period", 2023).stdout.count("ilustrasi")


def test_the_example_is_scored(run: Callable[..., Result]) -> None:
    """The example's mean over the measured rows is that of its six achievements."""
    told = run("score", EXAMPLE, "--period", 2023).stdout
    assert "Rata-rata capaian, hanya yang terukur (6 indikator): 111,25%" in told


def test_other_readings_are_shown_where_they_are_asked_for(run: Callable[..., Result]) -> None:
    """Which targets they turn, both means, and in JSON every figure."""
    folder = EXAMPLE.with_name("contoh-2023")
    told = run("score", folder, "--period", 2023, "--tafsir").stdout
    card = json.loads(run("score", folder, "--period", 2023, "--tafsir", "--format", "json").stdout)
    without = run("score", folder, "--period", 2023).stdout
    heading = "\nTarget yang tercapai atau belumnya bergantung pada tafsir\n"
    assert (True, False, True, [True] * 7) == (
        heading in told,
        heading in without,
        "SK3/1  Yang dipakai" in told,
        [bool(score["alternatives"]) for score in card["scores"]],
    )


def test_a_target_that_is_met_says_where_it_is_missed(run: Callable[..., Result]) -> None:
    """Without being asked."""
    told = " ".join(run("score", EXAMPLE.with_name("contoh-2023"), "--period", 2023).stdout.split())
    assert "Belum tercapai menurut 3 dari 7 tafsir lain yang dapat dihitung." in told


def test_the_cap_is_applied_to_each_row(run: Callable[..., Result]) -> None:
    """With a cap of 120 the mean is over capped rows."""
    told = run("score", EXAMPLE, "--period", 2023, "--cap", 120).stdout
    assert "Rata-rata capaian, hanya yang terukur (6 indikator): 83,75%" in told


def test_a_cap_may_have_decimals(run: Callable[..., Result]) -> None:
    """The cap is read in Indonesian writing."""
    assert "paling tinggi 117,5%." in run("score", EXAMPLE, "--period", 2023, "--cap", "117,5").stdout


def test_json_is_the_scorecard(run: Callable[..., Result]) -> None:
    """The JSON reads back as the scorecard of the library."""
    card = Scorecard.from_json(run("score", EXAMPLE, "--period", 2023, "--format", "json").stdout)
    assert kinerja.Percent(105) == card["SK3/4"].achievement


def test_csv_has_a_row_an_indicator(run: Callable[..., Result]) -> None:
    """The CSV holds the codes in the decree's order."""
    told = run("score", EXAMPLE, "--period", 2023, "--format", "csv").stdout
    rows = list(csv.DictReader(io.StringIO(told), delimiter=";"))
    assert list(BSPJI_PEKANBARU_2021_2024) == [row["Kode"] for row in rows]


def test_markdown_has_a_row_an_indicator(run: Callable[..., Result]) -> None:
    """The Markdown holds one table row an indicator."""
    assert 7 == run("score", EXAMPLE, "--period", 2023, "--format", "markdown").stdout.count("\n| SK")


def test_english_is_spoken_on_request(run: Callable[..., Result]) -> None:
    """With `--lang en` headings and figures are English."""
    told = run("score", EXAMPLE, "--period", 2023, "--lang", "en").stdout
    assert "Mean achievement, measured only (6 indicators): 111.25%" in told


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        """Say yes."""
        return True


def test_a_terminal_gets_a_ruled_table_of_its_width(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a terminal the table ends before the line does, and every figure is in it."""
    screen = Terminal()
    monkeypatch.setattr(sys, "stdout", screen)
    monkeypatch.setattr(sys, "argv", ["kinerja", "score", str(EXAMPLE), "--period", "2023"])
    monkeypatch.setenv("COLUMNS", "90")
    with pytest.raises(SystemExit):
        main()
    told = screen.getvalue()
    ruled = [line for line in told.splitlines() if line.startswith(("-----", "SK", "  "))]
    assert ([True, True, True], True) == (
        [piece in told for piece in ("-----  -----", "-62,50%", "111,25%")],
        90 >= max(map(len, ruled)),
    )


def test_markup_in_a_file_is_printed_as_it_stands(run: Callable[..., Result], table: Callable[[str], Path]) -> None:
    """Square brackets in a note are text, not markup of the terminal."""
    path = table("kode;realisasi;keterangan\nSK1/1;1;[bold]lihat[/bold] [1]\n")
    told = run("score", path, "--period", 2023, FORCE_COLOR="1", COLUMNS="200").stdout
    assert "[bold]lihat[/bold] [1]" in told


def test_another_decree_is_scored(run: Callable[..., Result], table: Callable[[str], Path], tmp_path: Path) -> None:
    """`--catalogue` scores against another decree's targets."""
    catalogue = tmp_path / "lain.toml"
    catalogue.write_text(
        """
        decree = {number = "1", title = "IKU", unit = "Balai", years = [2026]}
        objectives = [{code = "S1", text = "Sasaran"}]
        [[entries]]
        code = "S1/1"
        label = "Indeks"
        objective = "S1"
        unit = "Poin"
        polarity = "Minimasi"
        targets = {2026 = 4}
        """,
        encoding="utf-8",
    )
    path = table("kode;realisasi\nS1/1;3\n")
    told = run("score", path, "--period", 2026, "--catalogue", catalogue, "--format", "csv").stdout
    assert "S1/1;Indeks;Poin;4;3,00;125,00;" in told


def test_a_year_is_set_against_another_years_targets(run: Callable[..., Result]) -> None:
    """2023 against the last targets of the decree's period, said in the title."""
    told = run("score", EXAMPLE, "--period", 2023, "--target-year", 2024).stdout
    assert "2023 terhadap target 2024" in told.splitlines()[0]


def test_a_quarter_is_set_against_its_own_targets(run: Callable[..., Result], table: Callable[[str], Path]) -> None:
    """From a table, which may be that of the realisations; an indicator that is not in it has no target."""
    path = table("kode;target;realisasi\nSK1/1;1;1\nSK3/4;20;18\nSK1/2;-;1\n")
    result = run("score", path, "--targets", path, "--period", "2023-TW2", "--format", "csv")
    told = [line.split(";")[:6] for line in result.stdout.splitlines()]
    rows = [[row[0], row[3], row[5]] for row in told if row[0] in {"SK1/1", "SK1/2", "SK3/4"}]
    assert ([["SK1/1", "1", "100,00"], ["SK1/2", "", ""], ["SK3/4", "20", "90,00"]], "") == (rows, result.stderr)


def refusal(result: Result) -> tuple[int, str, int]:
    """Return the exit code, what went to standard output, and whether a traceback was shown."""
    return result.exit_code, result.stdout, result.stderr.count("Traceback")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("tidak-ada.csv", "--period", "2023"), "berkas ini tidak ada"),
        ((EXAMPLE, "--period", "dua ribu"), "bukan periode"),
        ((EXAMPLE, "--period", "2023-TW5"), "bukan periode"),
        ((EXAMPLE, "--period", "2030"), "di luar tahun yang diatur, 2021-2024"),
        ((EXAMPLE, "--period", "2023", "--cap", "0"), "Batas capaian 0 persen tidak mungkin"),
        ((EXAMPLE, "--period", "2023", "--cap", "1,2"), "Batas capaian 1,2 persen tidak mungkin"),
        ((EXAMPLE, "--period", "2023", "--cap", "seratus"), "--cap 'seratus'"),
        ((EXAMPLE, "--period", "2023", "--catalogue", "tidak-ada.toml"), "berkas ini tidak ada"),
        ((EXAMPLE, "--period", "2023-TW2", "--targets", EXAMPLE), "target"),
        ((EXAMPLE, "--period", "2023-TW2", "--targets", "tidak-ada.csv"), "berkas ini tidak ada"),
        ((EXAMPLE.parents[1] / ".ci", "--period", "2023"), "tidak ada CSV atau XLSX"),
        ((EXAMPLE, "--period", "2023", "--format", "pdf"), "pdf"),
        ((EXAMPLE,), "--period"),
    ],
)
def test_wrong_input_is_one_message(run: Callable[..., Result], arguments: tuple[object, ...], said: str) -> None:
    """Wrong input ends with 2, says what is wrong on standard error, and shows no traceback."""
    result = run("score", *arguments)
    assert ((2, "", 0), True) == (refusal(result), said in result.stderr)


def test_every_wrong_row_is_named(run: Callable[..., Result], table: Callable[[str], Path]) -> None:
    """Unknown codes, half tenants and unreadable figures are all named with their rows."""
    path = table("kode;realisasi\nSK1/1;1,5\nSK9/9;3\nSK2/1;-1\n")
    told = run("score", path, "--period", 2023).stderr
    assert [True, True, True] == [f"baris {row}, kolom" in told for row in (2, 3, 4)]


def test_the_message_is_english_on_request(run: Callable[..., Result]) -> None:
    """With `--lang en` what is wrong is said in English."""
    assert "is not a period" in run("score", EXAMPLE, "--period", "x", "--lang", "en").stderr


def test_json_keeps_exact_numbers(run: Callable[..., Result]) -> None:
    """Exact numbers are text such as "-125/2"."""
    scores = json.loads(run("score", EXAMPLE, "--period", 2023, "--format", "json").stdout)["scores"]
    assert ["-125/2"] == [score["achievement"] for score in scores if score["code"] == "SK3/2"]


def test_columns_that_are_not_read_are_named(run: Callable[..., Result], table: Callable[[str], Path]) -> None:
    """A planner's own column would otherwise vanish without a word."""
    path = table("kode;satuan;realisasi\nSK1/1;tenan;2\n")
    assert "Kolom yang tidak dibaca di realisasi.csv: satuan.\n" == run("score", path, "--period", 2023).stderr


def test_the_version_is_told(run: Callable[..., Result]) -> None:
    """`--version` needs no command."""
    assert f"{kinerja.__version__}\n" == run("--version").stdout


def test_another_target_in_the_table_is_told_beside_the_figure(
    run: Callable[..., Result], table: Callable[[str], Path]
) -> None:
    """Of a table as of a folder, before what the office notes itself."""
    path = table("kode;target;realisasi;keterangan\nSK1/1;5;2;dua tenan\n")
    said = "Target di tabel (target): 5; yang dipakai: 1."
    remarks = [
        json.loads(run("score", given, "--period", 2023, "--format", "json").stdout)["scores"][0]["remark"]
        for given in (path, path.parent)
    ]
    assert [f"{said} dua tenan"] * 2 == remarks


def test_what_is_neither_a_table_nor_a_form_is_told_by_its_headings(
    run: Callable[..., Result], table: Callable[[str], Path]
) -> None:
    """As a table of realisations, which was asked for."""
    said = run("score", table("nama;alamat\nA;B\n"), "--period", 2023).stderr
    assert "tidak ada kolom kode, realisasi" in said


def test_a_table_in_which_a_code_is_unknown_is_no_form(
    run: Callable[..., Result], table: Callable[[str], Path]
) -> None:
    """What is wrong in it is told."""
    assert "SK9/9" in run("score", table("kode;realisasi\nSK9/9;1\n"), "--period", 2023).stderr


@pytest.mark.parametrize("in_folder", [False, True], ids=["file", "folder"])
def test_realisations_headed_by_another_year_are_refused(
    run: Callable[..., Result],
    table: Callable[[str], Path],
    in_folder: bool,  # noqa: FBT001 - a parameter
) -> None:
    """By themselves as in a folder: last year's figures would be this year's."""
    path = table("Kode;Tahun 2022\n;Realisasi\nSK1/1;2\n")
    asked = path.parent if in_folder else path
    told = {year: run("score", asked, "--period", year) for year in (2022, 2023)}
    said = "judul kolom ini menyebut masa lain daripada 2023"
    assert (0, 2, True) == (told[2022].exit_code, told[2023].exit_code, said in told[2023].stderr)
