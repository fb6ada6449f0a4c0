"""`kinerja template`, `kinerja score` on folders, and `kinerja measure` on forms."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from kinerja import Indicator
from kinerja.cli.files import read_records
from kinerja.indicators import TenantCount
from said import refused

if TYPE_CHECKING:
    from collections.abc import Callable

    from typer.testing import Result

EXAMPLES = Path(__file__).parents[3] / "examples"
EXAMPLE = EXAMPLES / "contoh-2023"
TENANTS = "tenan;seleksi;prainkubasi;inkubasi;pascainkubasi\n"


def test_template_writes_and_names_the_forms(run: Callable[..., Result], tmp_path: Path) -> None:
    """And says what to do next."""
    told = run("template", tmp_path / "balai", "--period", 2023).stdout.splitlines()
    assert (str(tmp_path / "balai" / "SK1-1 Tenant.xlsx"), 9) == (told[0], len([*(tmp_path / "balai").iterdir()]))
    assert (
        f'9 formulir ditulis. Isi yang ada datanya, lalu: kinerja score "{tmp_path / "balai"}" --period 2023'
        == (told[-1])
    )


def test_template_refuses_to_overwrite(run: Callable[..., Result], tmp_path: Path) -> None:
    """One message, exit code 2."""
    run("template", tmp_path, "--period", 2023)
    result = run("template", tmp_path, "--period", 2023)
    assert (2, "", True) == (result.exit_code, result.stdout, "tidak pernah ditimpa" in result.stderr)


def test_template_refuses_a_year_that_the_decree_does_not_cover(run: Callable[..., Result], tmp_path: Path) -> None:
    """At once, and not when the forms are handed back; it says what to do."""
    result = run("template", tmp_path / "balai", "--period", 2026)
    assert (2, False) == (result.exit_code, (tmp_path / "balai").exists())
    assert (
        "2026 di luar tahun yang diatur, 2021-2024. Berikan katalog keputusan untuk tahun itu dengan "
        "--catalogue BERKAS.\n" == result.stderr
    )


def test_a_folder_becomes_a_scorecard(run: Callable[..., Result]) -> None:
    """Every figure of the example, each saying whose records it comes from."""
    told = run("score", EXAMPLE, "--period", 2023, "--format", "csv").stdout
    assert [True] * 3 == [
        text in told
        for text in (
            "(2 baris). Balai Contoh (ilustrasi): 2 dari 5 data dukung dihitung.",
            "Persen;10;10,25;102,50;Tidak dihitung karena kosong: sesudah (1 baris). ",
            'Persen;45;47,25;105,00;"Pembilang: seluruh realisasi pada akun terpilih',
        )
    ]


def test_every_row_of_the_example_says_that_it_is_an_illustration(run: Callable[..., Result]) -> None:
    """So that nobody takes it for a real office."""
    assert 7 == run("score", EXAMPLE, "--period", 2023, "--format", "csv").stdout.count("ilustrasi")


def test_a_folder_of_empty_forms_is_not_measured(run: Callable[..., Result], tmp_path: Path) -> None:
    """Each form is named."""
    run("template", tmp_path / "balai", "--period", 2023)
    told = run("score", tmp_path / "balai", "--period", 2023, "--format", "csv").stdout
    assert "Belum diukur. Formulir SK1-1 Tenant.xlsx (balai) kosong." in told


def test_several_folders_become_one_scorecard(run: Callable[..., Result], tmp_path: Path) -> None:
    """Their evidence is added; the language is that of the output."""
    other = tmp_path / "Balai Lain"
    other.mkdir()
    (other / "r.csv").write_text("kode;realisasi\nSK1/1;3\n", encoding="utf-8")
    told = run("score", EXAMPLE, other, "--period", 2023, "--format", "csv", "--lang", "en").stdout
    assert [True, True] == [text in told for text in ("tenant,,5,,", "Balai Lain: there is no form SK1/2.")]


def test_a_file_among_several_paths_is_refused(run: Callable[..., Result]) -> None:
    """It belongs into the folder of its unit."""
    result = run("score", EXAMPLE, EXAMPLES / "realisasi-2023.csv", "--period", 2023)
    assert (2, True) == (result.exit_code, "semuanya harus folder" in result.stderr)


@pytest.mark.parametrize(
    ("name", "file", "line"),
    [
        ("TenantCount", "tenan", "TenantCount (tenan): 2\n"),
        ("CollaborationCount", "kolaborasi", "CollaborationCount (kegiatan kolaborasi): 2\n"),
        ("AssistedCompanyCount", "perusahaan-binaan", "AssistedCompanyCount (perusahaan): 2\n"),
        ("ProductivityDelta", "ukuran-performansi", "ProductivityDelta (persen): 41 / 4 = 10,25\n"),
        ("AccreditedScopeGrowth", "ruang-lingkup", "AccreditedScopeGrowth (ruang lingkup): 4 - 3 = 1\n"),
        ("P3DNRatio", "anggaran", "P3DNRatio (persen): 100 × 472.500.000 / 1.000.000.000 = 47,25\n"),
    ],
)
def test_a_form_is_measured(run: Callable[..., Result], name: str, file: str, line: str) -> None:
    """The worked line and the source are shown."""
    path = EXAMPLE / f"{file}.csv"
    told = run("measure", name, path, "--period", 2023).stdout
    assert [True, True] == [line in told, f"Sumber: {path}\n" in told]


def test_a_budget_form_may_be_a_workbook(run: Callable[..., Result], write_table: Callable[..., Path]) -> None:
    """A workbook that is no export of SAKTI is a form."""
    path = write_table(["kode anggaran", "tahun", "akun", "pagu", "realisasi"], ["X", 2023, 521211, 10, 5])
    told = run("measure", "P3DNRatio", path, "--period", 2023).stdout
    assert "P3DNRatio (persen): 100 × 5 / 10 = 50,00\n" in told


def test_records_that_name_no_unit_are_of_the_folders_name(tmp_path: Path) -> None:
    """As in a folder of evidence."""
    folder = tmp_path / "Balai"
    folder.mkdir()
    (folder / "a.csv").write_text(TENANTS + "A;;;;\n", encoding="utf-8")
    source = read_records(TenantCount(), folder / "a.csv", lambda _done, _total: None, {})
    assert ["Balai"] == [record.unit for record in source.records]


def test_columns_that_a_form_has_beside_are_named(run: Callable[..., Result], write_csv: Callable[..., Path]) -> None:
    """On standard error: what stands there plays no part in the figure."""
    path = write_csv("No;" + TENANTS.replace("\n", ";Keterangan\n") + "1;A;;;;;baik\n")
    result = run("measure", "TenantCount", path, "--period", 2023)
    assert ("Kolom yang tidak dibaca di tabel.csv: No, Keterangan.\n", 0) == (result.stderr, result.exit_code)


def test_a_column_that_a_form_lacks_is_named(run: Callable[..., Result], write_csv: Callable[..., Path]) -> None:
    """Below the source: every record is read without it."""
    path = write_csv("tenan;seleksi;inkubasi;pascainkubasi\nA;;;\n")
    told = run("measure", "TenantCount", path, "--period", 2023).stdout
    assert "Kolom prainkubasi tidak ada di tabel.csv; dibaca seperti kosong di semua baris.\n" in told


def test_a_workbook_of_two_exports_is_refused(
    run: Callable[..., Result], glp039_rows: Callable[..., Any], write_workbook: Callable[..., Path]
) -> None:
    """Which is meant is not guessed."""
    path = write_workbook(glp039_rows(), sheets={"Lain": glp039_rows()})
    result = run("measure", "P3DNRatio", path, "--period", "2026-TW1")
    assert (2, True) == (result.exit_code, "beberapa lembar kerja memuat laporan GLP039" in result.stderr)


def test_a_form_may_be_measured_without_its_records(run: Callable[..., Result]) -> None:
    """The figure alone, and a note on what is given up; records that were not kept are not counted."""
    path = EXAMPLE / "tenan.csv"
    told = run("measure", "TenantCount", path, "--period", 2023, "--tanpa-rincian").stdout
    note = "Data dukung tidak disimpan, sehingga penghitungan ganda tidak diperiksa."
    assert f"Sumber: {path}\nUnit: Balai Contoh (ilustrasi)\n\nTenantCount (tenan): 2\n{note}\n" == told


def test_bad_cells_are_told_before_anything_is_measured_without_records(
    run: Callable[..., Result], write_csv: Callable[..., Path]
) -> None:
    """All of them, as with them."""
    path = write_csv(TENANTS + "A;besok;;;\nB;;;;\nC;lusa;;;\n")
    result = run("measure", "TenantCount", path, "--period", 2023, "--tanpa-rincian")
    assert (2, "", True) == (result.exit_code, result.stdout, "2 hal harus diperbaiki dahulu" in result.stderr)


def test_an_export_may_be_measured_without_its_records(
    run: Callable[..., Result], glp039_rows: Callable[..., Any], write_workbook: Callable[..., Path]
) -> None:
    """As a form."""
    told = run("measure", "P3DNRatio", write_workbook(glp039_rows()), "--period", "2026-TW1", "--tanpa-rincian").stdout
    said = ("100 × 275 / 700 = 39,29\n", "Data dukung tidak disimpan", "Baris")
    assert [True, True, False] == [text in told for text in said]


def test_an_indicator_without_records_is_not_measured_from_a_file(tmp_path: Path) -> None:
    """One of one's own may have none."""

    class Bare(Indicator[Any]):
        pass

    with refused("input.not_from_file", indicator="Bare"):
        read_records(Bare(), tmp_path / "a.csv", lambda _done, _total: None, {})
