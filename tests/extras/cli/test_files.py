"""`kinerja template`, `kinerja score` on folders, and `kinerja measure` on forms."""

from __future__ import annotations

import shutil
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from kinerja import Indicator
from kinerja.indicators import TenantCount
from kinerja.readers import read_actuals
from kinerja.readers.measured_file import read_records
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
    assert (str(tmp_path / "balai" / "SK1-1 Tenan.xlsx"), 10) == (told[0], len([*(tmp_path / "balai").iterdir()]))
    assert [
        "10 berkas ditulis. Isi yang ada datanya, lalu jalankan:",
        f'  kinerja score "{tmp_path / "balai"}" --period 2023 --output rapor.html',
    ] == told[-2:]


def test_template_refuses_to_overwrite(run: Callable[..., Result], tmp_path: Path) -> None:
    """One message, exit code 2."""
    run("template", tmp_path, "--period", 2023)
    result = run("template", tmp_path, "--period", 2023)
    assert (2, "", True) == (result.exit_code, result.stdout, "tidak pernah ditimpa" in result.stderr)


def test_template_says_which_indicators_a_quarter_says_nothing_of(run: Callable[..., Result], tmp_path: Path) -> None:
    """They have no form, and their rows say the same."""
    told = run("template", tmp_path / "balai", "--period", "2023-TW2").stdout
    why = "Indikator ini diukur per tahun; data dukungnya untuk setahun penuh. Berikan tahunnya, 2023."
    assert [f"SK2/1: {why}", f"SK3/1: {why}"] == [line for line in told.splitlines() if line.startswith("SK")]
    rows = run("score", tmp_path / "balai", "--period", "2023-TW2", "--format", "csv").stdout.splitlines()
    assert [True, True] == [rows[number].endswith(f'"Belum diukur. {why}"') for number in (3, 4)]


def test_a_decree_in_this_folder_is_advised(
    run: Callable[..., Result], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where it covers the year; one that does not, cannot be read, or is no decree is passed over."""
    folder = tmp_path / "kerja"
    folder.mkdir()
    monkeypatch.chdir(folder)
    (folder / "iku-2020.toml").write_text("", encoding="utf-8")
    (folder / "iku-2021.txt").write_text("", encoding="utf-8")
    shutil.copy(EXAMPLES / "balai-excel" / "iku-2026.xlsx", folder)
    told = [" ".join(run("template", "balai", "--period", year).stderr.split()) for year in (2026, 2019)]
    said = "iku-2026.xlsx di folder ini mengatur 2026; tambahkan --catalogue iku-2026.xlsx."
    assert [True, True] == [told[0].endswith(said), told[1].endswith(" kinerja decree new iku-2019.xlsx")]


def test_template_refuses_a_year_that_the_decree_does_not_cover(run: Callable[..., Result], tmp_path: Path) -> None:
    """At once, and not when the forms are handed back; it says what to do."""
    result = run("template", tmp_path / "balai", "--period", 2026)
    assert (2, False) == (result.exit_code, (tmp_path / "balai").exists())
    assert (
        "2026 di luar tahun yang diatur, 2021-2024. Pilih berkas keputusan (.xlsx atau .toml) yang mengatur tahun "
        "itu. Bila belum ada, buat dan isi dahulu, lalu ulangi dengan --catalogue iku-2026.xlsx:\n"
        "  kinerja decree new iku-2026.xlsx\n" == result.stderr
    )


def test_a_folder_becomes_a_scorecard(run: Callable[..., Result]) -> None:
    """Every figure of the example, each saying whose records it comes from."""
    told = run("score", EXAMPLE, "--period", 2023, "--format", "csv").stdout
    assert [True] * 3 == [
        text in told
        for text in (
            "2 dari 5 data dukung dihitung. Tidak dihitung karena kosong: ",
            "Persen;10;10,25;102,50;ya;4 dari 7 data dukung dihitung. Tidak dihitung karena kosong: sesudah (1 baris).",
            'Persen;45;47,25;105,00;ya;"4 dari 5 data dukung dihitung. Pembilang: seluruh realisasi pada akun terpilih',
        )
    ]


def test_the_unit_stands_in_the_headline_alone(run: Callable[..., Result]) -> None:
    """That of the example says that it is an illustration; no row repeats it."""
    told = run("score", EXAMPLE, "--period", 2023).stdout
    assert ("Rapor kinerja 2023 - Balai Contoh (ilustrasi)", 1) == (told.splitlines()[0], told.count("ilustrasi"))


def test_a_folder_of_empty_forms_is_not_measured(run: Callable[..., Result], tmp_path: Path) -> None:
    """Each form is named."""
    run("template", tmp_path / "balai", "--period", 2023)
    told = run("score", tmp_path / "balai", "--period", 2023, "--format", "csv").stdout
    assert "Belum diukur. Formulir SK1-1 Tenan.xlsx kosong." in told


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
        ("TenantCount", "tenan", "Realisasi (tenan): 2\n"),
        ("CollaborationCount", "kolaborasi", "Realisasi (kegiatan kolaborasi): 2\n"),
        ("AssistedCompanyCount", "perusahaan-binaan", "Realisasi (perusahaan): 2\n"),
        ("ProductivityDelta", "ukuran-performansi", "Realisasi (persen): 41 / 4 = 10,25\n"),
        ("AccreditedScopeGrowth", "ruang-lingkup", "Realisasi (ruang lingkup): 4 - 3 = 1\n"),
        ("P3DNRatio", "anggaran", "Realisasi (persen): 100 × 472.500.000 / 1.000.000.000 = 47,25\n"),
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
    assert "Realisasi (persen): 100 × 5 / 10 = 50,00\n" in told


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
    """The same money would count twice."""
    path = write_workbook(glp039_rows(), sheets={"Lain": glp039_rows()})
    result = run("measure", "P3DNRatio", path, "--period", "2026-TW1")
    both = f"4 baris akun yang sama ada di {path} (Lembar), {path} (Lain)"
    assert (2, True) == (result.exit_code, both in result.stderr)


def test_a_form_may_be_measured_without_its_records(run: Callable[..., Result]) -> None:
    """The figure alone, and a note on what is given up; records that were not kept are not counted."""
    path = EXAMPLE / "tenan.csv"
    told = run("measure", "TenantCount", path, "--period", 2023, "--tanpa-rincian").stdout
    note = "Data dukung tidak disimpan, sehingga penghitungan ganda tidak diperiksa."
    assert f"Sumber: {path}\nUnit: Balai Contoh (ilustrasi)\n\nRealisasi (tenan): 2\n{note}\n" == told


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


def test_sheets_of_one_form_are_measured_together(run: Callable[..., Result], write_table: Callable[..., Path]) -> None:
    """What is hidden, what stands above and which sheets are not read stands beside the source; so does `unit.xlsx`."""
    head = ("tenan", "seleksi", "prainkubasi", "inkubasi", "pascainkubasi")
    dates = ("01/01/2022", "01/03/2022", "01/06/2022", "01/02/2023")
    sheets = {"TW2": [dict(enumerate(head)), dict(enumerate(("B", *dates)))], "Rekap": [{0: "x"}]}
    path = write_table(head, ("A", *dates), sheet="TW1", name="tenan.xlsx", sheets=sheets)
    path.with_name("unit.xlsx").touch()
    told = run("measure", "TenantCount", path, "--period", 2023).stdout
    beside = "unit.xlsx di folder yang sama tidak dibaca; untuk memakainya, nilai folder"
    assert (
        f"Sumber: {path}\nLembar yang tidak dibaca: Rekap.\n{beside} {path.parent.name}, bukan berkas ini.\n\nRealisasi"
        in told
    )
    assert "(tenan): 2\n" in told


def test_a_row_in_two_sheets_is_refused(run: Callable[..., Result], write_table: Callable[..., Path]) -> None:
    """It would be counted twice, or stand there twice for nothing."""
    rows = [("tenan", "seleksi", "prainkubasi", "inkubasi", "pascainkubasi"), ("A", "", "", "", "01/02/2023")]
    path = write_table(*rows, sheet="TW1", sheets={"TW2": [dict(enumerate(row)) for row in rows]})
    result = run("measure", "TenantCount", path, "--period", 2023)
    assert (2, True) == (result.exit_code, "1 baris yang sama ada di TW1 dan TW2" in result.stderr)


def test_bad_cells_of_all_sheets_are_told(run: Callable[..., Result], write_table: Callable[..., Path]) -> None:
    """Each with its sheet, of records and of realisations; an empty sheet of the form is passed over."""
    head = ("tenan", "seleksi", "prainkubasi", "inkubasi", "pascainkubasi")
    bad = [dict(enumerate(row)) for row in (head, ("A", "besok"))]
    path = write_table(head, ("A", "lusa"), sheet="TW1", sheets={"TW2": bad, "TW3": bad[:1]})
    told = run("measure", "TenantCount", path, "--period", 2023).stderr
    places = [f"{path}, lembar {sheet}, baris 2, kolom seleksi: " for sheet in ("TW1", "TW2")]
    assert [True, True] == [place in told for place in places]
    table = [{0: "kode", 1: "realisasi"}, {0: "SK1/1", 1: "dua"}]
    path = write_table(("kode", "realisasi"), ("SK1/2", "satu"), sheet="A", sheets={"B": table})
    told = run("score", path, "--period", 2023).stderr
    assert (True, True) == tuple(f"{path}, lembar {sheet}, baris 2, kolom realisasi: " in told for sheet in ("A", "B"))


def test_sheets_of_realisations_are_read_together(run: Callable[..., Result], write_table: Callable[..., Path]) -> None:
    """A sheet that is not read is named; one that gives no figure contradicts nobody."""
    table = [{0: "kode", 1: "realisasi"}, {0: "SK1/2", 1: 1}, {0: "SK1/1", 1: 2}, {0: "SK3/4", 1: "N/A"}]
    rows = ("kode", "realisasi"), ("SK1/1", "-"), ("SK3/4", 50)
    path = write_table(*rows, sheet="A", sheets={"B": table, "Rekap": [{0: "x"}]})
    assert [Fraction(2), Fraction(50), Fraction(1)] == [row.value for row in read_actuals(path).rows]
    assert "Lembar yang tidak dibaca: Rekap." in run("score", path, "--period", 2023).stdout


def test_a_form_beside_an_export_is_refused(
    run: Callable[..., Result], glp039_rows: Callable[..., Any], write_workbook: Callable[..., Path]
) -> None:
    """The same money would count twice; another sheet is named, and so is what is hidden."""
    form = [dict(enumerate(("kode anggaran", "tahun", "akun", "pagu", "realisasi")))]
    path = write_workbook(glp039_rows(), sheets={"isian": form})
    assert "lembar isian berisi data dukung yang sama" in run("measure", "P3DNRatio", path, "--period", 2026).stderr
    path = write_workbook(glp039_rows(), sheets={"Rekap": [{0: "x"}]})
    assert "\nLembar yang tidak dibaca: Rekap.\n" in run("measure", "P3DNRatio", path, "--period", 2026).stdout


def test_exports_of_different_programmes_are_measured_together(
    run: Callable[..., Result], glp039_rows: Callable[..., Any], write_workbook: Callable[..., Path]
) -> None:
    """Each is a source with its own totals."""
    one, two = (
        ("AA AA.6025 AEB AEB.001 051 051.0A 521211", 400, 100, 50),
        ("WA WA.1318 EBA EBA.Z08 ZZ1 ZZ1.0A 532111", 100, 0, 100),
    )
    path = write_workbook(glp039_rows([one]), sheet="AA", sheets={"WA": glp039_rows([two])})
    told = run("measure", "P3DNRatio", path, "--period", "2026-TW1").stdout
    sources = [line for line in told.splitlines() if "GLP039 basis akrual" in line]
    assert [f"Sumber: {path} (AA)", f"{path} (WA)"] == [line.split(": GLP039")[0] for line in sources]
    assert "50,00" in told
