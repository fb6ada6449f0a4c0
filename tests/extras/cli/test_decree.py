"""`kinerja decree`: a decree as one file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from command_line import run
from kinerja import BSPJI_PEKANBARU_2021_2024 as IKU
from kinerja import load_catalogue
from kinerja.readers import read_catalogue

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("name", ["bspji-pekanbaru-2021-2024", "BSPJI_PEKANBARU_2021_2024"])
@pytest.mark.parametrize("ending", ["xlsx", "toml"])
def test_a_decree_of_the_library_is_copied(tmp_path: Path, name: str, ending: str) -> None:
    """By its name, as people write it."""
    path = tmp_path / f"iku.{ending}"
    result = run("decree", "new", path, "--from", name)
    told = [
        f"{path} ditulis. Isi, lalu buat formulir data dukungnya:",
        f'  kinerja template isian.xlsx --period TAHUN --catalogue "{path}"',
    ]
    assert (0, told, IKU) == (result.exit_code, result.stdout.splitlines(), read_catalogue(path))


def test_a_new_decree_is_to_be_filled_in(tmp_path: Path) -> None:
    """It is refused until it is."""
    path = tmp_path / "iku.xlsx"
    assert 0 == run("decree", "new", path).exit_code
    result = run("catalogue", "--catalogue", path)
    assert (2, True) == (result.exit_code, "buku kerja ini belum berisi keputusan." in result.stderr)


def test_a_decree_goes_there_and_back(tmp_path: Path) -> None:
    """From TOML to Excel and from Excel to TOML; of a copy that is there already with --force."""
    first, book, last = (tmp_path / name for name in ("iku.toml", "iku.xlsx", "lain.toml"))
    run("decree", "new", first, "--from", "bspji-pekanbaru-2021-2024")
    run("decree", "convert", first, book)
    run("decree", "convert", book, last)
    assert IKU == load_catalogue(last)
    assert [2, 0] == [run("decree", "convert", first, book, *more).exit_code for more in ((), ("--force",))]


def test_comments_that_are_lost_are_told(tmp_path: Path) -> None:
    """And how many there were."""
    path = tmp_path / "iku.toml"
    run("decree", "new", path, "--from", "bspji-pekanbaru-2021-2024")
    path.write_text("# Belum dibandingkan.\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    result = run("decree", "convert", path, tmp_path / "iku.xlsx")
    assert f"Komentar di {path} (baris yang berawal #, 1 baris) tidak ikut tersalin.\n" == result.stderr


def test_a_copy_of_a_file_is_a_decree_too(tmp_path: Path) -> None:
    """Where the name is that of a file."""
    first, second = tmp_path / "a.xlsx", tmp_path / "b.xlsx"
    run("decree", "new", first, "--from", "bspji-pekanbaru-2021-2024")
    assert (0, IKU) == (run("decree", "new", second, "--from", first).exit_code, read_catalogue(second))


def test_an_unknown_decree_is_refused(tmp_path: Path) -> None:
    """And those that there are, are named."""
    result = run("decree", "new", tmp_path / "iku.xlsx", "--from", "bspji-medan")
    assert (2, True) == (result.exit_code, "bspji-pekanbaru-2021-2024" in result.stderr)


def test_a_workbook_is_a_catalogue(tmp_path: Path) -> None:
    """And what of it was not read is told beside the figures."""
    import xlsxwriter  # type: ignore[import-untyped]  # noqa: PLC0415 - where it is absent, this test is passed over

    path, values = tmp_path / "iku.xlsx", tmp_path / "realisasi.csv"
    sheets: dict[str, list[list[object]]] = {
        "keputusan": [["isian", "isi"], ["nomor", "7"], ["tentang", "IKU"], ["unit", "Balai"], ["tahun", 2026]],
        "sasaran": [["kode", "sasaran"], ["SK1", "Layanan"]],
        "indikator": [
            ["kode", "indikator", "sasaran", "satuan", "klasifikasi"],
            ["A", "B", "SK1", "Nilai (skala 200)", "Maksimasi"],
        ],
        "target": [["kode", "2026"], ["A", "80,5"]],
        "catatan saya": [["x"]],
    }
    with xlsxwriter.Workbook(str(path)) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
    values.write_text("kode;realisasi\nA;161\n", encoding="utf-8")
    result = run("score", values, "--period", "2026", "--catalogue", path)
    assert (0, True, f"{path}: Lembar yang tidak dibaca: catatan saya.\n") == (
        result.exit_code,
        "200,00" in result.stdout,
        result.stderr,
    )
