"""Codes and periods as people write them on the command line, and signs that would steer a terminal."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from command_line import run

CASES = Path(__file__).parents[2] / "data" / "cases"
TABLE = CASES / "10-codes-written-otherwise" / "realisasi.csv"
LINES = "satker;kode anggaran;tahun;akun;pagu;realisasi\nX;A;2023;521211;100;50\n"


def test_a_scorecard_takes_codes_and_periods_as_they_are_written() -> None:
    """Case 10, and a quarter in small letters."""
    card = json.loads(run("score", TABLE, "--period", "2023-tw2", "--format", "json").stdout)
    assert "2023-TW2" == card["period"]
    assert ["1", "1", "1", "25/2"] == [score["actual"] for score in card["scores"] if score["actual"] is not None]


@pytest.mark.parametrize("code", ["SK1/2", "sk1/2", "SK 1-2"])
def test_a_code_is_an_argument_as_it_is_written(code: str) -> None:
    """Of what explains a figure and of what shows an entry."""
    explained = run("explain", code, TABLE, "--period", "2023", "--json")
    assert "SK1/2" == json.loads(explained.stdout)["clause"]["entries"][0]["code"]
    assert "SK1/2" == json.loads(run("catalogue", code, "--json").stdout)["code"]


@pytest.mark.parametrize("code", ["SK3/4", "sk3-4", "p3dnratio"])
def test_so_is_one_that_is_measured(tmp_path: Path, code: str) -> None:
    """Or the name of its class."""
    path = tmp_path / "a.csv"
    path.write_text(LINES, encoding="utf-8")
    assert "100 × 50 / 100 = 50,00" in run("measure", code, path, "--period", 2023).stdout


@pytest.mark.parametrize("name", ["SK9/9", "sk3"])
@pytest.mark.parametrize("command", ["explain", "measure", "catalogue"])
def test_a_code_of_nothing_is_refused(command: str, name: str) -> None:
    """With the close ones."""
    more = () if command == "catalogue" else (TABLE, "--period", 2023)
    result = run(command, name, *more)
    assert (2, True) == (result.exit_code, f"{name!r} tidak dikenal; maksudnya" in result.stderr)


@pytest.mark.parametrize(("code", "exit_code"), [("sk3-2", 0), ("SK3/2", 0), ("SK3/4", 2)])
def test_accounts_are_laid_over_the_code_that_is_meant(tmp_path: Path, code: str, exit_code: int) -> None:
    """The one that is measured, or any of a scorecard; once each."""
    path = tmp_path / "a.csv"
    path.write_text(
        "nomor penerimaan;nomor spk;akun;layanan;jumlah;tanggal penerimaan\nP;S;425289;uji;1;01/02/2023\n",
        encoding="utf-8",
    )
    measured = run("measure", "sk 3/2", path, "--period", 2023, "--accounts", f"{code}=425289")
    assert exit_code == measured.exit_code, measured.stderr


def test_accounts_of_one_code_written_in_two_ways_are_given_twice() -> None:
    """Nobody knows which are meant."""
    accounts = ("--accounts", "SK3/2=425289", "--accounts", "sk3-2=425283")
    result = run("score", TABLE, "--period", 2023, *accounts)
    assert (2, True) == (result.exit_code, "--accounts sk3-2=425283" in result.stderr)


def test_what_stands_above_the_headings_is_told() -> None:
    """On standard error, as columns that are not read."""
    result = run("score", CASES / "09-lkjip-table-with-title-rows" / "judul.csv", "--period", 2023)
    assert "Di atas judul kolom judul.csv, tidak dibaca: LAPORAN KINERJA BALAI CONTOH; TAHUN 2023.\n" == result.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="Windows takes no such names of files")
def test_the_name_of_a_file_steers_no_terminal(tmp_path: Path) -> None:
    """Its signs are shown."""
    result = run("score", tmp_path / "a\x1b[2J.csv", "--period", 2023)
    assert (2, False, True) == (result.exit_code, "\x1b" in result.stderr, r"a\x1b[2J.csv" in result.stderr)


def test_rows_typed_twice_are_refused_where_they_are_measured(tmp_path: Path) -> None:
    """And named where they differ in punctuation alone."""
    path = tmp_path / "a.csv"
    path.write_text(LINES + "X;a;2023;521211;100;50\n", encoding="utf-8")
    result = run("measure", "SK3/4", path, "--period", 2023)
    assert (2, True) == (result.exit_code, f"SK3/4 ({path}, baris 2, 3): data ini ada dua kali" in result.stderr)
    path.write_text(LINES + "X;(A);2023;521211;100;50\n", encoding="utf-8")
    assert "Hanya berbeda tanda baca" in run("measure", "SK3/4", path, "--period", 2023).stdout
    one_by_one = run("measure", "SK3/4", path, "--period", 2023, "--tanpa-rincian")
    assert (0, False) == (one_by_one.exit_code, "tanda baca" in one_by_one.stdout)
