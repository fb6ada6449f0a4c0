"""`kinerja measure` on an export of SAKTI's GLP039."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from command_line import run
from planners_sheets import glp039_rows

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def export(write_workbook: Callable[..., Path]) -> Path:
    """Write a small GLP039 export: four account lines, three of them on the decree's accounts."""
    return write_workbook(glp039_rows())


def test_the_worked_line_is_shown(export: Path) -> None:
    """Realised 275 of a ceiling of 700 on the decree's accounts."""
    told = run("measure", "P3DNRatio", export, "--period", 2026).stdout
    assert "Realisasi (persen): 100 × 275 / 700 = 39,29\n" in told


def test_the_source_is_named(export: Path) -> None:
    """The file, the month and the work unit stand above the figure."""
    told = run("measure", "P3DNRatio", export, "--period", 2026).stdout
    expected = (
        f"Sumber: {export}: GLP039 basis akrual s.d. Maret 2026, satker 012345 BALAI CONTOH, program AA, WA: "
        "pagu 1.000, realisasi 275; dari pagu itu dihitung 700 (70,00%).\n"
    )
    assert expected in told


def test_an_export_of_another_month_is_noted(export: Path) -> None:
    """The export goes up to March, and the year ends in December."""
    told = run("measure", "P3DNRatio", export, "--period", 2026).stdout
    assert "Laporan ini s.d. Maret 2026, padahal periode berakhir Desember 2026.\n" in told


def test_an_export_up_to_the_periods_end_is_not_noted(export: Path) -> None:
    """The first quarter ends in March."""
    assert "padahal" not in run("measure", "P3DNRatio", export, "--period", "2026-TW1").stdout


def test_an_indicator_may_be_named_by_its_code(export: Path) -> None:
    """Planners know the codes."""
    told = run("measure", "SK3/4", export, "--period", 2026, "--satker-lain").stdout
    assert "Realisasi (persen): 100 × 275 / 700 = 39,29\n" in told


def test_accounts_may_be_chosen(export: Path) -> None:
    """Those of the decree are the default."""
    told = run("measure", "SK3/4", export, "--period", 2026, "--accounts", "999998, 999999", "--satker-lain").stdout
    assert "Baris dihitung: 0\n" in told


@pytest.mark.parametrize(
    ("name", "accounts", "said"),
    [
        ("SK1/1", "521211", "Indikator ini tidak dihitung menurut akun; hapus --accounts."),
        ("SK3/4", "5212", "Akun 5212 tidak sah"),
    ],
)
def test_accounts_that_cannot_be_are_refused(export: Path, name: str, accounts: str, said: str) -> None:
    """Before the file is read."""
    result = run("measure", name, export, "--period", 2026, "--accounts", accounts)
    assert (2, "", True) == (result.exit_code, result.stdout, said in result.stderr)


def test_lines_left_out_are_counted_with_their_reason(export: Path) -> None:
    """One line stands on another account."""
    told = run("measure", "P3DNRatio", export, "--period", 2026).stdout
    assert "Baris dihitung: 3\nBaris tidak dihitung: 1\n- 1 baris: tidak memenuhi akun P3DN\n" in told


def test_another_year_is_not_measured(export: Path) -> None:
    """In a year without lines nothing is counted, and there is no figure; what there is instead is named."""
    told = run("measure", "P3DNRatio", export, "--period", 2025, "--lang", "en").stdout
    assert [True] * 3 == [
        text in told
        for text in (
            "Actual (percent): 100 × RAP3DN / TotAP3DN = not measured\n",
            "Lines counted: 0\nLines left out: 4\n",
            "Not measured: there is no budget line of 2025 (found: 2026).\n",
        )
    ]


def test_of_what_is_not_known_codes_alone_are_named(export: Path) -> None:
    """A planner knows no classes."""
    told = run("measure", "xyz", export, "--period", 2026).stderr
    assert "'xyz' tidak dikenal; yang ada: SK1/1, SK1/2, SK2/1, SK3/1, SK3/2, SK3/3, SK3/4.\n" == told


def test_on_a_terminal_a_bar_is_shown_while_reading(export: Path) -> None:
    """The progress bar goes to standard error, and the figure to standard output."""
    result = run("measure", "P3DNRatio", export, "--period", 2026, FORCE_COLOR="1", TERM="xterm")
    assert [True, False, True] == [
        "Membaca" in result.stderr,
        "Membaca" in result.stdout,
        "39,29" in result.stdout,
    ]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("P3DNRasio", "'P3DNRasio' tidak dikenal; maksudnya P3DNRatio"),
        ("TenantCount", "tidak ada kolom tenan"),
    ],
)
def test_an_indicator_that_cannot_be_measured_is_refused(export: Path, name: str, said: str) -> None:
    """The message names what can be measured."""
    result = run("measure", name, export, "--period", 2026)
    assert (2, "", True) == (result.exit_code, result.stdout, said in result.stderr)


@pytest.mark.parametrize("arguments", [("tidak-ada.xlsx", "--period", 2026), ("tidak-ada.xlsx", "--period", "x")])
def test_wrong_input_is_one_message(arguments: tuple[object, ...]) -> None:
    """A missing file ends with 2 and shows no traceback."""
    result = run("measure", "P3DNRatio", *arguments)
    assert (2, "", 0) == (result.exit_code, result.stdout, result.stderr.count("Traceback"))


TABLE = "satker;kode anggaran;tahun;akun;Pagu DIPA;realisasi\nX;A;2023;521211;100;47\n"


def test_columns_may_be_named(write_csv: Callable[..., Path]) -> None:
    """By field or by heading; a heading may hold an equals sign."""
    path = write_csv(TABLE.replace("realisasi", "R = 1"))
    told = run("measure", "SK3/4", path, "--period", 2023, "--columns", "pagu=Pagu DIPA", "--columns", "realised=R = 1")
    assert "100 × 47 / 100 = 47,00\n" in told.stdout


@pytest.mark.parametrize("pairs", [["pagu"], ["=Pagu DIPA"], ["pagu="], ["pagu=Pagu DIPA", "pagu=realisasi"]])
def test_columns_are_named_in_pairs(write_csv: Callable[..., Path], pairs: list[str]) -> None:
    """Field and heading, each field once."""
    options = [part for pair in pairs for part in ("--columns", pair)]
    result = run("measure", "SK3/4", write_csv(TABLE), "--period", 2023, *options)
    assert (2, True) == (result.exit_code, result.stderr.startswith(f"--columns {pairs[-1]}: "))


def test_columns_of_an_export_are_not_named(export: Path) -> None:
    """Its figures are told by their order; it has no headings to look for."""
    result = run("measure", "SK3/4", export, "--period", 2026, "--columns", "pagu=Pagu Revisi")
    assert (2, True) == (result.exit_code, "tidak ada kolom" in result.stderr)


@pytest.mark.parametrize("code", ["SK1/1", "SK1/2", "SK2/1", "SK3/1", "SK3/2", "SK3/3", "SK3/4"])
def test_the_guide_of_a_form_is_no_second_table(tmp_path: Path, code: str) -> None:
    """It names the columns too; the sheet that is filled in is read, and has no rows yet."""
    run("template", tmp_path, "--period", 2023)
    (form,) = tmp_path.glob(f"{code.replace('/', '-')} *.xlsx")
    told = run("measure", code, form, "--period", 2023).stderr
    assert (True, False) == ("tabel ini tidak mempunyai" in told, "petunjuk" in told)
