"""Folders of evidence: what each file is, what it gives, and several units together."""

from __future__ import annotations

import shutil
import subprocess
import sys
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
import pytest
import xlsxwriter  # type: ignore[import-untyped]

from kinerja import BSPJI_PEKANBARU_2021_2024 as CATALOGUE
from kinerja import Measurement, Reason, RecordsError
from kinerja._base import FrozenMap, Problem, Text
from kinerja.indicators import P3DNRatio
from kinerja.readers import Folder, Given, measure_folders, read_folder, remarks_on, source_of, sources_of
from kinerja.readers.folders.agreed import assumptions, made_for_others
from kinerja.records import as_period, fields_of
from planners_sheets import glp039_rows
from said import refused, sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kinerja.catalogue import Catalogue

EXAMPLE = Path(__file__).parents[3] / "examples" / "contoh-2023"
FILLED_BEFORE = Path(__file__).parents[2] / "data" / "filled-before" / "contoh-2023"
TENANTS = "tenan;seleksi;prainkubasi;inkubasi;pascainkubasi\n"
GRADUATE = "A;01/01/2022;01/03/2022;01/06/2022;01/02/2023\n"
RECEIPTS = "nomor penerimaan;nomor spk;akun;layanan;jumlah;tanggal penerimaan\n"
LINES = "kode anggaran;tahun;akun;pagu;realisasi\n"


A_AND_B = Text(id="a.csv dan b.csv", en="a.csv and b.csv")


def _said(folder: Path, catalogue: Catalogue = CATALOGUE, **more: Any) -> str:
    with pytest.raises(RecordsError) as caught:
        read_folder(folder, catalogue, **more)
    return str(caught.value)


def _problems(folder: Path) -> tuple[Problem, ...]:
    with pytest.raises(RecordsError) as caught:
        read_folder(folder, CATALOGUE)
    return caught.value.problems


def _closest(name: str, columns: list[str], *unknown: str) -> Text:
    return sentence("folder.closest", name=name, lack=sentence("table.lack", columns=columns, unknown=unknown))


def _measured(*folders: Path) -> dict[str, Any]:
    return dict(measure_folders([read_folder(folder, CATALOGUE) for folder in folders], CATALOGUE, 2023))


def _files(given: Sequence[Given]) -> list[str]:
    return [one.label for one in given]


def _remarks(code: str, *paths: Path, period: Any = 2023, catalogue: Catalogue = CATALOGUE) -> list[str]:
    folders = [read_folder(path, catalogue) for path in paths]
    values = measure_folders(folders, catalogue, period)
    return [text.en for text in remarks_on(folders, catalogue, period, values)[code]]


def _with(**entries: Any) -> Catalogue:
    """Return the catalogue with entries changed, or added under codes of their own."""
    changed = {code.replace("_", "/"): entry for code, entry in entries.items()}
    return attrs.evolve(CATALOGUE, entries=FrozenMap({**CATALOGUE.entries, **changed}))


def test_the_example_holds_evidence_of_every_indicator() -> None:
    """Nothing is missing, nothing is empty."""
    folder = read_folder(EXAMPLE, CATALOGUE)
    assert (set(CATALOGUE), {}, ()) == (set(folder.given), dict(folder.empty), folder.missing)


def test_every_file_of_the_example_is_known_by_its_headings() -> None:
    """Forms that share headings are told apart."""
    expected = {
        "SK1/1": "tenan.csv",
        "SK1/2": "kolaborasi.csv",
        "SK2/1": "perusahaan-binaan.csv",
        "SK3/1": "ukuran-performansi.csv",
        "SK3/2": "penerimaan.csv",
        "SK3/3": "ruang-lingkup.csv",
        "SK3/4": "anggaran.csv",
    }
    given = read_folder(EXAMPLE, CATALOGUE).given
    assert {code: [file] for code, file in expected.items()} == {code: _files(own) for code, own in given.items()}


def test_the_example_is_measured() -> None:
    """Worked by hand from its files."""
    actuals = {code: value.actual for code, value in _measured(EXAMPLE).items()}
    expected = {
        "SK1/1": 2,  # two of the five tenants finished in 2023
        "SK1/2": 2,  # one names no capability, one is of 2022, one has no date
        "SK2/1": 2,  # revenue rose with A, clients with B
        "SK3/1": Fraction(41, 4),  # (12.5 + 12.5 + 20 - 4) / 4
        "SK3/2": Fraction(5, 2),  # 410 million, a refund taken off, against 400
        "SK3/3": 1,  # four held at the end of 2023, three at the end of 2022
        "SK3/4": Fraction(189, 4),  # 472.5 of 1000 million, a line on another account left out
    }
    assert expected == actuals


def test_a_folder_filled_in_before_measures_as_it_did() -> None:
    """Forms of an earlier version, with the headings and file names that they had then."""
    before = {code: value.actual for code, value in _measured(FILLED_BEFORE).items()}
    assert {code: value.actual for code, value in _measured(EXAMPLE).items()} == before


def test_every_record_of_the_example_says_that_it_is_an_illustration() -> None:
    """So that every scorecard made of it says so."""
    given = read_folder(EXAMPLE, CATALOGUE).given.values()
    assert {"Balai Contoh (ilustrasi)"} == {record.unit for (one,) in given for record in one.records}


def test_records_that_name_no_unit_are_of_the_folders_name(evidence: Callable[..., Path]) -> None:
    """Its own name, whatever the path."""
    folder = read_folder(evidence({"a.csv": TENANTS + GRADUATE}), CATALOGUE)
    (given,) = folder.given["SK1/1"]
    assert ["Balai"] == [record.unit for record in given.records]


def test_hidden_and_lock_files_are_skipped(evidence: Callable[..., Path]) -> None:
    """Programs leave them beside an open workbook, and Windows in its folders."""
    path = evidence(
        {"a.csv": TENANTS + GRADUATE, ".DS_Store": "x", "~$a.xlsx": "x", "Thumbs.db": "x", "Desktop.ini": ""}
    )
    assert ["SK1/1"] == list(read_folder(path, CATALOGUE).given)


@pytest.mark.parametrize("lock", ["~$a.csv", ".~lock.a.csv#"])
def test_a_table_that_is_open_is_said_to_be_read_as_last_saved(evidence: Callable[..., Path], lock: str) -> None:
    """What is typed and not saved is not in it."""
    folder = read_folder(evidence({"a.csv": TENANTS + GRADUATE, lock: "x"}), CATALOGUE)
    assert (sentence("folder.open", names=["a.csv"]),) == folder.notes


def test_other_files_are_named(evidence: Callable[..., Path]) -> None:
    """A table of something else, an empty one, one of another program, each with what to do: all at once."""
    path = evidence({"b.csv": "nama;umur\nA;5\n", "c.csv": "", "d.ods": "x"})
    codes = {"b.csv": "folder.file_unknown", "c.csv": "file.empty", "d.ods": "file.other_kind"}
    expected = {(str(path / name), code) for name, code in codes.items()}
    assert expected == {(problem.place, problem.code) for problem in _problems(path)}


def test_what_is_wrong_in_a_folder_is_not_said_of_one_file(evidence: Callable[..., Path]) -> None:
    """The line above the list holds for all of them, in both languages."""
    path = evidence({"a.ods": "x", "b.xls": "x"})
    with pytest.raises(RecordsError) as caught:
        read_folder(path, CATALOGUE)
    above, text = sentence("records.unreadable", count=2), caught.value.text
    assert (above.id, above.en) == (text.id.splitlines()[0], text.en.splitlines()[0])


@pytest.mark.parametrize(
    ("headings", "found"),
    [
        (
            "nomor;nama;umur",
            [
                _closest(
                    "SK1/2",
                    [
                        "nomor kolaborasi / collaboration",
                        "mitra / partner",
                        "jenis mitra / partner kind",
                        "hasil / result",
                        "kapabilitas / capability",
                        "tanggal bukti / dated on",
                    ],
                    "nama",
                    "umur",
                )
            ],
        ),
        ("code;nilai", [_closest("realisasi", ["realisasi / actual"], "nilai")]),
        (
            "tahun;perusahaan",
            [
                _closest(
                    "SK2/1",
                    [
                        "omzet sebelum / revenue before",
                        "omzet sesudah / revenue after",
                        "klien sebelum / clients before",
                        "klien sesudah / clients after",
                    ],
                ),
                _closest("SK3/1", ["ukuran performansi / measure", "lebih rendah lebih baik / lower is better"]),
            ],
        ),
        ("satker;nama;umur", [sentence("folder.headings", names=["satker", "nama", "umur"])]),
        ("Data tenan 2023", [sentence("folder.headings", names=["Data tenan 2023"])]),
        (" ", [sentence("folder.headings", names=[])]),
    ],
)
def test_a_file_that_fits_no_form_is_told_what_it_misses(
    evidence: Callable[..., Path], headings: str, found: list[Text]
) -> None:
    """The closest form, what it lacks, and what was found; never another form's figure."""
    (problem,) = _problems(evidence({"a.csv": f"{headings}\n"}))
    assert ("folder.file_unknown", True) == (problem.code, " ".join(text.en for text in found) in problem.text.en)


@pytest.mark.parametrize(
    ("headings", "values"),
    [
        (
            "no terima;nomor spk;akun;layanan;jumlah;tanggal penerimaan",
            {"cell": "A1", "found": "no terima", "known": "nomor penerimaan", "name": "SK3/2"},
        ),
        (
            "nomor penerimaan;nomor spk;akun;layanan;senilai;tanggal penerimaan",
            {"cell": "E1", "found": "senilai", "known": "jumlah", "name": "SK3/2"},
        ),
        (
            "perusahaan;ukuran performa;tahun;sebelum;sesudah;lebih rendah lebih baik",
            {"cell": "B1", "found": "ukuran performa", "known": "ukuran performansi", "name": "SK3/1"},
        ),
    ],
)
def test_a_form_of_which_one_heading_was_renamed_is_told_the_cell(
    evidence: Callable[..., Path], headings: str, values: dict[str, str]
) -> None:
    """With what it should say, and no word of all the others that it is not."""
    (problem,) = _problems(evidence({"a.csv": f"{headings}\n"}))
    assert ("folder.heading_renamed", sentence("folder.heading_renamed", **values)) == (problem.code, problem.allowed)


@pytest.mark.parametrize(
    ("code", "lacking"),
    [
        (code, field.name)
        for code, entry in CATALOGUE.items()
        if entry.indicator is not None and entry.indicator.record is not None
        for field in fields_of(entry.indicator.record)
        if not field.needed
    ],
)
def test_a_form_that_lacks_a_column_is_told_from_the_others(
    evidence: Callable[..., Path], code: str, lacking: str
) -> None:
    """Whichever it is."""
    indicator: Any = CATALOGUE[code].indicator
    headings = [field.heading for field in fields_of(indicator.record) if field.name not in {"unit", lacking}]
    assert {code: "a.csv"} == dict(read_folder(evidence({"a.csv": ";".join(headings) + "\n"}), CATALOGUE).empty)


def test_a_misspelt_column_of_a_form_is_refused(evidence: Callable[..., Path]) -> None:
    """Also one that may lack: revenue would be unknown for every company, and none would count."""
    headings = "perusahaan;tahun;omzet awal;omzet sesudah;klien sebelum;klien sesudah"
    with refused("heading.misspelt", RecordsError, row=1, value="omzet awal", known="omzet sebelum"):
        read_folder(evidence({"a.csv": f"{headings}\n"}), CATALOGUE)


def test_a_column_that_lacks_is_named_beside_the_figure(evidence: Callable[..., Path]) -> None:
    """A form of last year may not have it."""
    path = evidence({"a.csv": "tenan;seleksi;inkubasi;pascainkubasi\nA;01/01/2022;01/06/2022;01/02/2023\n"})
    (given,) = read_folder(path, CATALOGUE).given["SK1/1"]
    assert ("prainkubasi",) == given.lacking
    assert [
        "0 of 1 records counted.",
        "There is no column prainkubasi in a.csv; it is read as blank in every row.",
    ] == _remarks("SK1/1", path)


def test_columns_beside_a_form_are_carried_along(evidence: Callable[..., Path]) -> None:
    """They are not read, and the remark on the figure names them."""
    path = evidence({"a.csv": "No;" + TENANTS.replace("\n", ";Keterangan\n") + "1;" + GRADUATE})
    (given,) = read_folder(path, CATALOGUE).given["SK1/1"]
    assert ("No", "Keterangan") == given.unread
    assert [
        "1 of 1 records counted.",
        "Columns that were not read in a.csv: No, Keterangan.",
    ] == _remarks("SK1/1", path)


def test_columns_beside_a_table_of_realisations_are_carried_along(evidence: Callable[..., Path]) -> None:
    """As those of a form."""
    path = evidence({"a.csv": "kode;satuan;realisasi\nSK1/1;Tenan;2\n"})
    assert ["Columns that were not read in a.csv: satuan."] == _remarks("SK1/1", path)


@pytest.mark.parametrize(("name", "code"), [("tiada", "folder.missing"), ("berkas.csv", "file.empty")])
def test_what_is_no_folder_and_holds_nothing_is_refused(tmp_path: Path, name: str, code: str) -> None:
    """A missing one, and a file."""
    (tmp_path / "berkas.csv").touch()
    with refused(code, RecordsError):
        read_folder(tmp_path / name, CATALOGUE)


def test_a_folder_without_files_is_refused(tmp_path: Path) -> None:
    """It says where forms come from."""
    with refused("folder.empty", RecordsError):
        read_folder(tmp_path, CATALOGUE)


def test_a_folder_that_may_not_be_opened_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The reason of the operating system is passed on."""

    def deny(_: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", deny)
    with refused("folder.not_opened", RecordsError, why=PermissionError(13, "Permission denied")):
        read_folder(tmp_path, CATALOGUE)


def test_bad_cells_of_all_files_are_told_at_once(evidence: Callable[..., Path]) -> None:
    """With the file each stands in."""
    path = evidence({"a.csv": TENANTS + "A;besok;;;\n", "b.csv": RECEIPTS + "X;;;;lima;2023-02-03\n"})
    with pytest.raises(RecordsError) as caught:
        read_folder(path, CATALOGUE)
    cells = [(path / "a.csv", 2, "seleksi"), (path / "b.csv", 2, "jumlah")]
    assert cells == [(Path(problem.place), problem.row, problem.column) for problem in caught.value.problems]


def test_files_of_one_form_are_read_together(evidence: Callable[..., Path]) -> None:
    """One for each quarter, say; each is a source of the figure."""
    path = evidence({"tw1.csv": TENANTS + GRADUATE, "tw2.csv": TENANTS + GRADUATE.replace("A", "B")})
    folder = read_folder(path, CATALOGUE)
    assert (2, [(str(path / "tw1.csv"), 1), (str(path / "tw2.csv"), 1)]) == (
        _measured(path)["SK1/1"].actual,
        [(source.name, source.rows) for source in sources_of([folder], "SK1/1")],
    )


def test_sheets_of_one_form_are_read_together(
    evidence: Callable[..., Path], write_workbook: Callable[..., Path]
) -> None:
    """Hidden ones and those with a title too; each is told with its sheet."""
    path, form = evidence({}), [dict(enumerate(line.split(";"))) for line in (TENANTS.strip(), GRADUATE.strip())]
    other = [{0: "Data tenan"}, form[0], {**form[1], 0: "B"}]
    shutil.move(write_workbook(form, sheet="TW1", sheets={"TW2": other}), path / "a.xlsx")
    (one, two) = read_folder(path, CATALOGUE).given["SK1/1"]
    assert (2, ["a.xlsx (TW1)", "a.xlsx (TW2)"]) == (_measured(path)["SK1/1"].actual, [one.label, two.label])
    assert ["2 of 2 records counted.", "Above the headings of a.xlsx (TW2), not read: Data tenan."] == (
        _remarks("SK1/1", path)
    )


@pytest.mark.parametrize("row", [GRADUATE, "A;;;;\n"])
def test_a_row_that_stands_in_two_files_is_refused(evidence: Callable[..., Path], row: str) -> None:
    """A copy says nothing new, whether the row is counted or left out."""
    path = evidence({"a.csv": TENANTS + row, "b.csv": TENANTS + row})
    with refused("table.same_rows", RecordsError, places=A_AND_B, count=1, rows=["Balai A"]):
        read_folder(path, CATALOGUE)


def test_a_row_that_says_more_in_a_second_file_is_counted_once(evidence: Callable[..., Path]) -> None:
    """It was left out in the first quarter and counts in the second."""
    path = evidence({"a.csv": TENANTS + "A;01/01/2022;;;\n", "b.csv": TENANTS + GRADUATE})
    assert 1 == _measured(path)["SK1/1"].actual


def test_hidden_rows_and_sheets_count_and_are_said(evidence: Callable[..., Path]) -> None:
    """A filter or a hidden sheet takes nothing away."""
    path = evidence({})
    with xlsxwriter.Workbook(str(path / "a.xlsx")) as book:
        for name, tenant in (("Satu", "A"), ("Dua", "B")):
            sheet = book.add_worksheet(name)
            for row, line in enumerate((TENANTS.strip(), GRADUATE.strip().replace("A", tenant))):
                sheet.write_row(row, 0, line.split(";"))
        book.get_worksheet_by_name("Satu").set_row(1, None, None, {"hidden": True})
        sheet.hide()
    assert 2 == _measured(path)["SK1/1"].actual
    assert [
        "2 of 2 records counted.",
        "a.xlsx: Rows of sheet Satu that are hidden or filtered out, and count: 1.",
        "a.xlsx: Sheet Dua is hidden, and counts.",
    ] == _remarks("SK1/1", path)


def test_what_is_hidden_in_the_file_of_the_unit_is_said(evidence: Callable[..., Path]) -> None:
    """It holds all the same."""
    path = evidence({"a.csv": TENANTS + GRADUATE})
    with xlsxwriter.Workbook(str(path / "unit.xlsx")) as book:
        sheet = book.add_worksheet("isian")
        sheet.write_row(0, 0, ["nama unit", "kode satker", "batas atas capaian"])
        sheet.write_row(1, 0, ["Balai", "", 120])
        sheet.set_row(1, None, None, {"hidden": True})
    hidden = sentence("worksheet.hidden_rows", name="isian", rows=1)
    assert (hidden.about("unit.xlsx"),) == read_folder(path, CATALOGUE).notes


def test_a_sheet_that_goes_on_without_headings_is_refused(
    evidence: Callable[..., Path], write_workbook: Callable[..., Path]
) -> None:
    """Its rows would be lost without a word."""
    path, form = evidence({}), [dict(enumerate(line.split(";"))) for line in (TENANTS.strip(), GRADUATE.strip())]
    more = [{0: "Lanjutan"}, {**form[1], 0: "B"}]
    shutil.move(write_workbook(form, sheet="isian", sheets={"Sheet2": more}), path / "a.xlsx")
    with refused("table.worksheet_headless", RecordsError, name="Sheet2", first="isian", number=2):
        read_folder(path, CATALOGUE)


def test_what_is_not_read_is_named(evidence: Callable[..., Path], write_workbook: Callable[..., Path]) -> None:
    """Documents, pictures, folders within, and worksheets that are nothing known; the guide of a form goes unsaid."""
    path = evidence({"b.pdf": "x", "foto.jpg": "x"})
    (path / "arsip").mkdir()
    form = [dict(enumerate(line.split(";"))) for line in (TENANTS.strip(), GRADUATE.strip())]
    sheets = {"Rekap": [{0: "Nama", 1: "Alamat"}, {0: "A", 1: "Jalan"}], "petunjuk": [{0: "Formulir"}]}
    shutil.move(write_workbook(form, sheets=sheets), path / "a.xlsx")
    folder = read_folder(path, CATALOGUE)
    assert ["folder arsip", "b.pdf", "foto.jpg", "a.xlsx lembar Rekap"] == [name.id for name in folder.unread]
    notes = [text.en for text in assumptions([folder], CATALOGUE, as_period(2023), cap=True, targets=CATALOGUE)]
    assert "Not read: folder arsip, b.pdf, foto.jpg, a.xlsx sheet Rekap." in notes


def test_a_hidden_sheet_that_is_not_read_is_named_as_hidden(evidence: Callable[..., Path]) -> None:
    """Whoever looks for it must know."""
    path = evidence({})
    with xlsxwriter.Workbook(str(path / "a.xlsx")) as book:
        book.add_worksheet("isian").write_row(0, 0, ["kode", "realisasi"])
        book.get_worksheet_by_name("isian").write_row(1, 0, ["SK1/1", 2])
        book.add_worksheet("Pivot").write(0, 0, "x")
        book.get_worksheet_by_name("Pivot").hide()
    assert ["a.xlsx lembar Pivot (tersembunyi)"] == [name.id for name in read_folder(path, CATALOGUE).unread]


def test_a_period_above_a_column_of_records_is_told(evidence: Callable[..., Path]) -> None:
    """The rows say their year; nobody knows whether the amounts are those of the first quarter alone."""
    lines = "kode anggaran;tahun;akun;pagu;Triwulan I\n;;;;Realisasi\nA;2023;521211;100;47\n"
    said = remarks_on([read_folder(evidence({"a.csv": lines}), CATALOGUE)], CATALOGUE, 2023, {})["SK3/4"]
    assert "Di atas judul kolom a.csv, tidak dibaca: Triwulan I Realisasi." in map(str, said)


def test_a_folder_without_tables_names_what_it_holds(evidence: Callable[..., Path]) -> None:
    """The tables may stand in a folder within."""
    path = evidence({"a.pdf": "x"})
    (path / "2023").mkdir()
    names = [sentence("folder.within", name="2023"), Text(id="a.pdf", en="a.pdf")]
    with refused("folder.without_tables", RecordsError, names=names):
        read_folder(path, CATALOGUE)


def test_tables_of_realisations_are_read_together(evidence: Callable[..., Path]) -> None:
    """A code may stand in two of them if the figure is the same, or in one of them not measured."""
    tables = {
        "a.csv": "kode;realisasi\nSK1/1;2\nSK3/4;50\nSK3/3;N/A\n",
        "b.csv": "kode;realisasi\nSK1/2;1\nSK3/4;50,0\nSK3/3;3\n",
    }
    values = _measured(evidence(tables))
    assert (2, 1, 50, 3) == tuple(values[code] for code in ("SK1/1", "SK1/2", "SK3/4", "SK3/3"))


def test_tables_that_give_different_figures_are_refused(evidence: Callable[..., Path]) -> None:
    """Which one holds is not guessed."""
    path = evidence({"a.csv": "kode;realisasi\nSK1/1;2\n", "b.csv": "kode;realisasi\nSK1/1;3\n"})
    with refused("table.other_values", RecordsError, indicator="SK1/1", places=A_AND_B):
        read_folder(path, CATALOGUE)


def test_bad_cells_of_all_sheets_are_told_at_once(
    evidence: Callable[..., Path], write_workbook: Callable[..., Path]
) -> None:
    """Each with its sheet."""
    path, head = evidence({}), dict(enumerate(TENANTS.strip().split(";")))
    bad = [head, {0: "A", 1: "besok"}]
    shutil.move(write_workbook(bad, sheet="Satu", sheets={"Dua": bad}), path / "a.xlsx")
    with pytest.raises(RecordsError) as caught:
        read_folder(path, CATALOGUE)
    cells = [("Satu", 2, "seleksi"), ("Dua", 2, "seleksi")]
    assert cells == [(problem.sheet, problem.row, problem.column) for problem in caught.value.problems]


PARTS = (
    (("AA AA.6025 AEB AEB.001 051 051.0A 521211", 400, 100, 50),),
    (("WA WA.1318 EBA EBA.Z08 ZZ1 ZZ1.0A 532111", 100, 0, 100),),
)


ONLY = attrs.evolve(CATALOGUE, entries=FrozenMap({"SK3/4": CATALOGUE["SK3/4"]}))


@pytest.fixture
def exports(evidence: Callable[..., Path], write_workbook: Callable[..., Path]) -> Path:
    """Return a folder of two exports, each of one program of one budget."""
    path = evidence({})
    for number, part in enumerate(PARTS):
        shutil.move(write_workbook(glp039_rows(part, satker="417912")), path / f"{number}.xlsx")
    return path


def test_exports_of_different_programmes_are_read_together(exports: Path) -> None:
    """Parts of one budget, each with its own total."""
    value: Any = measure_folders([read_folder(exports, ONLY)], ONLY, 2026)["SK3/4"]
    assert {"realised": 250, "ceiling": 500} == dict(value.quantities)


def test_doubts_of_several_exports_name_the_export(exports: Path) -> None:
    """Two parts of one budget each have one program, and both end before the year: which of them is of which file."""
    doubts = [text for text in _remarks("SK3/4", exports, period=2026, catalogue=ONLY) if "goes up to" in text]
    of_month = "This report goes up to Maret 2026, but the period ends in Desember 2026."
    assert [f"0.xlsx: {of_month}", f"1.xlsx: {of_month}"] == doubts


def test_two_exports_with_the_same_accounts_are_refused(
    evidence: Callable[..., Path], write_workbook: Callable[..., Path]
) -> None:
    """The same money would count twice."""
    path = evidence({})
    for name in ("a.xlsx", "b.xlsx"):
        shutil.move(write_workbook(glp039_rows(satker="417912")), path / name)
    first = "AA.6025.AEB.001.051.0A.521211"
    with refused("sakti.same_accounts", RecordsError, count=4, first=first, names=("a.xlsx", "b.xlsx")):
        read_folder(path, CATALOGUE)


def test_exports_of_two_months_are_refused(evidence: Callable[..., Path], write_workbook: Callable[..., Path]) -> None:
    """What was realised is cumulative."""
    path, rows = evidence({}), glp039_rows(PARTS[0], satker="417912")
    shutil.move(write_workbook(rows), path / "a.xlsx")
    february = [{0: "Periode Februari 2026"} if row.get(0) == "Periode Maret 2026" else row for row in rows]
    shutil.move(write_workbook(february), path / "b.xlsx")
    reports = "a.xlsx: satker 417912, Maret 2026, akrual; b.xlsx: satker 417912, Februari 2026, akrual"
    with refused("sakti.other_report", RecordsError, reports=Text(id=reports, en=reports)):
        read_folder(path, CATALOGUE)


def test_a_code_that_a_form_and_a_table_give_is_refused(evidence: Callable[..., Path]) -> None:
    """Which one holds is not guessed."""
    path = evidence({"a.csv": TENANTS + GRADUATE, "b.csv": "kode;realisasi\nSK1/1;2\n"})
    with refused("folder.given_twice", RecordsError, codes=["SK1/1"], files=A_AND_B):
        read_folder(path, CATALOGUE)


def test_a_code_that_a_form_and_an_export_give_is_refused(
    evidence: Callable[..., Path], write_workbook: Callable[..., Path]
) -> None:
    """The same money would count twice."""
    path = evidence({"a.csv": LINES + "X;2026;521211;10;5\n"})
    shutil.move(write_workbook(glp039_rows(satker="417912")), path / "sakti.xlsx")
    files = Text(id="a.csv dan sakti.xlsx", en="a.csv and sakti.xlsx")
    with refused("folder.given_twice", RecordsError, codes=["SK3/4"], files=files):
        read_folder(path, CATALOGUE)


def test_an_export_is_read_as_one(evidence: Callable[..., Path], write_workbook: Callable[..., Path]) -> None:
    """Its month travels along."""
    path = evidence({})
    shutil.move(write_workbook(glp039_rows(satker="417912")), path / "sakti.xlsx")
    (given,) = read_folder(path, CATALOGUE).given["SK3/4"]
    assert given.report is not None
    assert (4, "Maret 2026") == (len(given.records), given.report.until)


def test_an_export_of_no_indicator_of_the_catalogue_is_refused(
    evidence: Callable[..., Path], write_workbook: Callable[..., Path]
) -> None:
    """There is nothing to measure with it."""
    path = evidence({})
    shutil.move(write_workbook(glp039_rows(satker="417912")), path / "sakti.xlsx")
    assert "this is a GLP039 export, but no indicator" in _said(
        path, _with(SK3_4=attrs.evolve(CATALOGUE["SK3/4"], indicator=None))
    )


def test_an_entry_without_records_has_no_form(evidence: Callable[..., Path]) -> None:
    """Its actual may be handed in alone, and the other forms are known all the same."""
    path = evidence({"a.csv": TENANTS + GRADUATE, "b.csv": "kode;realisasi\nSK3/4;50\n"})
    folder = read_folder(path, _with(SK3_4=attrs.evolve(CATALOGUE["SK3/4"], indicator=None)))
    assert ["SK1/1", "SK3/4"] == list(folder.given)


def _two_ratios() -> Catalogue:
    """Return a catalogue in which two entries take budget lines, of different accounts."""
    other = P3DNRatio(accounts={"532111"})
    return _with(SK9=attrs.evolve(CATALOGUE["SK3/4"], code="SK9", indicator=other))


def test_the_records_of_a_form_go_to_every_entry_of_their_class(evidence: Callable[..., Path]) -> None:
    """Each measures them by its own accounts."""
    path = evidence({"a.csv": LINES + "X;2023;521211;10;1\nY;2023;532111;10;9\nZ;2023;511111;10;10\n"})
    values: Any = measure_folders([read_folder(path, _two_ratios())], _two_ratios(), 2023)
    assert (50, 90) == (values["SK3/4"].actual, values["SK9"].actual)


def test_an_export_goes_to_every_entry_of_budget_lines(
    evidence: Callable[..., Path], write_workbook: Callable[..., Path]
) -> None:
    """As a form does."""
    path = evidence({})
    shutil.move(write_workbook(glp039_rows(satker="417912")), path / "sakti.xlsx")
    given = read_folder(path, _two_ratios()).given
    assert {"SK3/4": 4, "SK9": 4} == {code: len(one.records) for code, (one,) in given.items()}


def test_an_empty_form_is_empty_for_every_entry_of_its_class(evidence: Callable[..., Path]) -> None:
    """Neither is measured."""
    assert {"SK3/4": "a.csv", "SK9": "a.csv"} == dict(read_folder(evidence({"a.csv": LINES}), _two_ratios()).empty)


def test_two_ways_of_giving_one_class_are_refused_once(
    evidence: Callable[..., Path], write_workbook: Callable[..., Path]
) -> None:
    """The message names every entry that takes it."""
    path = evidence({"a.csv": LINES + "X;2026;521211;10;1\n"})
    shutil.move(write_workbook(glp039_rows(satker="417912")), path / "b.xlsx")
    files = Text(id="a.csv dan b.xlsx", en="a.csv and b.xlsx")
    with refused("folder.given_twice", RecordsError, codes=["SK3/4", "SK9"], files=files):
        read_folder(path, _two_ratios())


def test_two_files_of_the_unit_are_refused(evidence: Callable[..., Path]) -> None:
    """Whose figures they are is not guessed."""
    unit = "nama unit;kode satker;batas atas capaian\nBalai;;\n"
    path = evidence({"a.csv": unit, "b.csv": unit, "c.csv": TENANTS + GRADUATE})
    with refused("folder.given_twice", RecordsError, codes=["unit"], files=A_AND_B):
        read_folder(path, CATALOGUE)


COUNT_OPENINGS = """
import sys
from kinerja import BSPJI_PEKANBARU_2021_2024 as catalogue
from kinerja.readers import read_folder
opened = []
sys.addaudithook(lambda event, args: opened.append(str(args[0])) if event == "open" else None)
read_folder(sys.argv[1], catalogue)
print(*sorted(name for name in opened if name.startswith(sys.argv[1])), sep="\\n")
"""


def test_each_file_is_opened_once(evidence: Callable[..., Path], write_table: Callable[..., Path]) -> None:
    """A CSV file and a workbook: what follows is read from what was opened."""
    path = evidence({"a.csv": TENANTS + GRADUATE})
    shutil.move(write_table(["kode", "realisasi"], ["SK1/2", 1]), path / "b.xlsx")
    done = subprocess.run([sys.executable, "-c", COUNT_OPENINGS, path], capture_output=True, check=True, text=True)
    assert [str(path / "a.csv"), str(path / "b.xlsx")] == done.stdout.splitlines()


def test_a_workbook_with_two_forms_gives_both(
    evidence: Callable[..., Path], write_workbook: Callable[..., Path]
) -> None:
    """Each sheet is what its headings say."""
    path, actual = evidence({}), [{0: "kode", 1: "realisasi"}, {0: "SK1/2", 1: 1}]
    form = [dict(enumerate(line.split(";"))) for line in (TENANTS.strip(), GRADUATE.strip())]
    shutil.move(write_workbook(form, sheet="Satu", sheets={"Dua": actual}), path / "a.xlsx")
    given = read_folder(path, CATALOGUE).given
    assert {"SK1/1": ["a.xlsx (Satu)"], "SK1/2": ["a.xlsx (Dua)"]} == {code: _files(own) for code, own in given.items()}


def test_a_sheet_that_fits_two_things_alike_is_refused(evidence: Callable[..., Path]) -> None:
    """Realisations and the targets of two periods: which is meant is not guessed."""
    path = evidence({"a.csv": "kode;realisasi;target 2023;target 2023-TW1\nSK1/1;2;1;1\n"})
    with refused("folder.file_ambiguous", RecordsError, named=["realisasi", "target"]):
        read_folder(path, CATALOGUE)


def test_a_misspelt_form_beside_another_is_refused(
    evidence: Callable[..., Path], write_workbook: Callable[..., Path]
) -> None:
    """The rows of that worksheet would be lost without a word."""
    path = evidence({})
    form = dict(enumerate(TENANTS.strip().split(";")))
    book = write_workbook([form], sheet="Satu", sheets={"Dua": [form | {0: "tennan"}]})
    shutil.move(book, path / "a.xlsx")
    lack = sentence("table.lack", columns=[Text(id="tenan", en="tenan / tenant")], unknown=["tennan"])
    with refused("table.worksheet_misspelt", RecordsError, name="Dua", lack=lack):
        read_folder(path, CATALOGUE)


def test_a_list_beside_a_form_is_left_alone(evidence: Callable[..., Path], write_workbook: Callable[..., Path]) -> None:
    """A heading that resembles one of another form makes no form."""
    path = evidence({})
    form = dict(enumerate(TENANTS.strip().split(";")))
    shutil.move(write_workbook([form], sheet="Satu", sheets={"Dua": [{0: "Nomer", 1: "Nama"}]}), path / "a.xlsx")
    assert {"SK1/1": "a.xlsx"} == dict(read_folder(path, CATALOGUE).empty)


def test_the_limit_holds_for_each_workbook(evidence: Callable[..., Path], write_table: Callable[..., Path]) -> None:
    """As for one file."""
    path = evidence({})
    shutil.move(write_table(["tenan"], ["A"]), path / "a.xlsx")
    with refused("workbook.too_large", RecordsError, limit="10 byte"):
        read_folder(path, CATALOGUE, limit=10)


def test_an_empty_form_beside_a_table_says_nothing(evidence: Callable[..., Path]) -> None:
    """What the table gives holds."""
    folder = read_folder(evidence({"a.csv": TENANTS, "b.csv": "kode;realisasi\nSK1/1;2\n"}), CATALOGUE)
    assert ({}, ["b.csv"]) == (dict(folder.empty), _files(folder.given["SK1/1"]))


def test_what_is_missing_is_not_measured(evidence: Callable[..., Path]) -> None:
    """It is no 0, and the remark names it."""
    path = evidence({"a.csv": TENANTS + GRADUATE})
    assert (None, ["There is no form SK1/2."]) == (_measured(path)["SK1/2"], _remarks("SK1/2", path))


def test_an_empty_form_is_not_measured(evidence: Callable[..., Path]) -> None:
    """It is no 0, and the remark names it."""
    path = evidence({"a.csv": TENANTS})
    assert (None, ["Form a.csv is empty."]) == (_measured(path)["SK1/1"], _remarks("SK1/1", path))


def test_a_table_that_says_not_measured_is_believed(evidence: Callable[..., Path]) -> None:
    """With its note."""
    path = evidence({"a.csv": "kode;realisasi;keterangan\nSK3/4;N/A;audit\n"})
    assert (Reason.NOT_MEASURED, ["audit"]) == (_measured(path)["SK3/4"], _remarks("SK3/4", path))


def test_a_percentage_of_one_folder_is_taken(evidence: Callable[..., Path]) -> None:
    """It was measured elsewhere."""
    assert Fraction(189, 4) == _measured(evidence({"a.csv": "kode;realisasi\nSK3/4;47,25\n"}))["SK3/4"]


def test_evidence_of_several_units_is_added_before_it_is_divided(evidence: Callable[..., Path]) -> None:
    """1 of 10 and 90 of 100 are 91 of 110, not the mean of 10 % and 90 %; equal references do not clash."""
    one = evidence({"a.csv": LINES + "X;2023;521211;10;1\n"}, "Satu")
    two = evidence({"a.csv": LINES + "X;2023;521211;100;90\n"}, "Dua")
    assert Fraction(9100, 110) == _measured(one, two)["SK3/4"].actual


def test_a_percentage_beside_records_is_refused(evidence: Callable[..., Path]) -> None:
    """The message gives the recipe."""
    one = evidence({"a.csv": LINES + "X;2023;521211;10;1\n"}, "Satu")
    two = evidence({"a.csv": "kode;realisasi\nSK3/4;90\n"}, "Dua")
    with refused(
        "folder.percentages", indicator="SK3/4", value="SK3/4", unit="percent", files=["Satu/a.csv", "Dua/a.csv"]
    ):
        _measured(one, two)


def test_two_percentages_are_refused(evidence: Callable[..., Path]) -> None:
    """They neither add nor average."""
    one, two = (evidence({"a.csv": "kode;realisasi\nSK3/4;90\n"}, name) for name in ("Satu", "Dua"))
    with refused(
        "folder.percentages", indicator="SK3/4", value="SK3/4", unit="percent", files=["Satu/a.csv", "Dua/a.csv"]
    ):
        _measured(one, two)


def test_counts_add(evidence: Callable[..., Path]) -> None:
    """Those measured from records and those handed in without."""
    one = evidence({"a.csv": TENANTS + GRADUATE}, "Satu")
    two, three = (evidence({"a.csv": "kode;realisasi\nSK1/1;2\n"}, name) for name in ("Dua", "Tiga"))
    assert (5, 4) == (_measured(one, two, three)["SK1/1"], _measured(two, three)["SK1/1"])


def test_a_sum_names_the_units_that_are_not_in_it(evidence: Callable[..., Path]) -> None:
    """Not measured, an empty form, and no form at all."""
    paths = [
        evidence({"a.csv": TENANTS + GRADUATE}, "Satu"),
        evidence({"a.csv": "kode;realisasi\nSK1/1;-\n"}, "Dua"),
        evidence({"a.csv": TENANTS}, "Tiga"),
        evidence({"a.csv": "kode;realisasi\nSK1/2;1\n"}, "Empat"),
    ]
    assert [
        "Satu: 1 of 1 records counted.",
        "Dua: not measured yet.",
        "Tiga: form a.csv is empty.",
        "Empat: there is no form SK1/1.",
    ] == _remarks("SK1/1", *paths)


def test_many_units_are_not_all_named(evidence: Callable[..., Path]) -> None:
    """Three are, and how many more there are."""
    names = ("A", "B", "C", "D", "E")
    paths = [evidence({"a.csv": TENANTS + GRADUATE}, name) for name in names]
    assert ["A, B, C, and 2 more: 5 of 5 records counted."] == _remarks("SK1/1", *paths)[:1]


def test_a_record_that_two_units_claim_as_ones_own_is_refused(evidence: Callable[..., Path]) -> None:
    """Both files name the same unit and tenant."""
    form = "satker;" + TENANTS + "Pusat;" + GRADUATE
    places = "Pusat, A: Satu/a.csv, row 2; Dua/a.csv, row 2"
    with refused("folder.record_in_two", indicator="SK1/1", value=("pusat", "a"), values=places):
        _measured(evidence({"a.csv": form}, "Satu"), evidence({"a.csv": form}, "Dua"))


def test_folders_of_one_name_are_refused(evidence: Callable[..., Path]) -> None:
    """Their records could not be told apart."""
    one, two = (evidence({"a.csv": TENANTS + GRADUATE}, f"{above}/2023") for above in ("A", "B"))
    with refused("folder.same_name", RecordsError, place=str(two), other=str(one)):
        _measured(one, two)


@pytest.mark.parametrize(
    ("period", "noted"),
    [(2026, ["This report goes up to Maret 2026, but the period ends in Desember 2026."]), ("2026-TW1", [])],
)
def test_an_export_of_another_month_is_noted(
    evidence: Callable[..., Path],
    write_workbook: Callable[..., Path],
    period: Any,
    noted: list[str],
) -> None:
    """The figure is of that month, not of the period's last."""
    path = evidence({})
    shutil.move(write_workbook(glp039_rows(satker="417912")), path / "sakti.xlsx")
    only = attrs.evolve(CATALOGUE, entries=FrozenMap({"SK3/4": CATALOGUE["SK3/4"]}))
    covered = (
        "sakti.xlsx: GLP039, basis accrual, up to Maret 2026, satker 417912 BALAI CONTOH, programs AA, WA: ceiling "
        "1,000, realised 275; of that ceiling 700 was counted (70.00%)."
    )
    said = ["3 of 4 records counted.", *noted, covered]
    assert said == _remarks("SK3/4", path, period=period, catalogue=only)


def test_an_export_of_another_year_is_told_once(
    evidence: Callable[..., Path], write_workbook: Callable[..., Path]
) -> None:
    """Where nothing is measured: of when its lines are, and neither that they are later nor its month."""
    path = evidence({})
    shutil.move(write_workbook(glp039_rows(satker="417912")), path / "sakti.xlsx")
    only = attrs.evolve(CATALOGUE, entries=FrozenMap({"SK3/4": CATALOGUE["SK3/4"]}))
    folder = read_folder(path, only)
    value = measure_folders([folder], only, 2024)["SK3/4"]
    remarks = remarks_on([folder], only, 2024, {"SK3/4": value})["SK3/4"]
    assert isinstance(value, Measurement)
    assert (
        ["0 of 4 records counted (sakti.xlsx)."],
        ["Not measured: there is no budget line of 2024 (found: 2026)."],
    ) == (
        [text.en for text in remarks.first],
        [note.en for note in value.notes],
    )


def test_records_of_a_year_are_not_measured_for_a_quarter() -> None:
    """They name no quarter; the remark says so, and flows are measured all the same."""
    values = measure_folders([read_folder(EXAMPLE, CATALOGUE)], CATALOGUE, "2023-TW2")
    assert (Reason.NOT_MEASURED, 2) == (values["SK3/1"], values["SK1/1"].actual)  # type: ignore[union-attr]
    assert ["SK3/1 is measured by the year; its records are for whole years. Pass the year, 2023."] == (
        _remarks("SK3/1", EXAMPLE, period="2023-TW2")
    )


def test_a_double_count_names_the_code(evidence: Callable[..., Path]) -> None:
    """A planner knows the codes of the forms, not the classes."""
    at = Text(id="SK1/1 (a.csv, baris 2, 3): ", en="SK1/1 (a.csv, rows 2, 3): ")
    with refused("record.counted_twice", about=at, indicator="TenantCount", value=(("Balai", "A"),)):
        _measured(evidence({"a.csv": TENANTS + GRADUATE + GRADUATE}))


def test_a_measurement_keeps_its_evidence(evidence: Callable[..., Path]) -> None:
    """Every record, counted or left out."""
    value = _measured(evidence({"a.csv": TENANTS + GRADUATE + "B;;;;\n"}))["SK1/1"]
    assert (Measurement, 1, 1) == (type(value), len(value.counted), len(value.left_out))


def test_a_folder_hashes_and_duplicates(evidence: Callable[..., Path], duplicate: Callable[[Any], Any]) -> None:
    """It is a value."""
    folder = read_folder(evidence({"a.csv": TENANTS + GRADUATE}), CATALOGUE)
    assert {folder} == {duplicate(folder)}


def test_a_folder_may_be_the_one_worked_in() -> None:
    """Its own name is looked up."""
    assert Path.cwd().name == Folder(path=".", given=FrozenMap({}), empty=FrozenMap({}), missing=()).name


def test_a_source_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    """It is read once more for its SHA-256, and may be gone by then."""
    with pytest.raises(RecordsError) as caught:
        source_of(tmp_path / "a.csv")
    assert "file.unreadable" == caught.value.code


def test_what_a_unit_sets_is_a_source(evidence: Callable[..., Path]) -> None:
    """Its settings, its cap and its targets decide figures as records do."""
    tenants = "tenan;seleksi;prainkubasi;inkubasi\nA;01/01/2023;;\n"
    receipts = "nomor penerimaan;akun;jumlah;tanggal penerimaan\nK-1;425283;1.000;01/01/2023\n"
    own = {"tenan.csv": tenants, "terima.csv": receipts, "target.csv": "kode;target 2023\nSK1/1;2\n"}
    units = ("nama unit;akun layanan\nX;425283\n", "nama unit;batas atas capaian\nX;120\n")
    made = [evidence({**own, "unit.csv": unit}, name) for name, unit in zip("AB", units, strict=True)]
    folders = [read_folder(folder, CATALOGUE) for folder in made]
    names = [[Path(one.name).name for one in sources_of([own], code)] for own in folders for code in ("SK1/1", "SK3/2")]
    with_cap = [["tenan.csv", "unit.csv", "target.csv"], ["terima.csv", "unit.csv"]]
    assert [["tenan.csv", "target.csv"], ["terima.csv", "unit.csv"], *with_cap] == names


def test_numbered_budget_lines_are_told_beside_the_figure(evidence: Callable[..., Path]) -> None:
    """They may be one line at several moments."""
    rows = "".join(f"A/{number};2023;521211;120;{20 * number}\n" for number in (1, 2))
    folder = read_folder(evidence({"a.csv": f"kode anggaran;tahun;akun;pagu;realisasi\n{rows}"}), CATALOGUE)
    remarks = remarks_on([folder], CATALOGUE, 2023, measure_folders([folder], CATALOGUE, 2023))["SK3/4"]
    assert [True] == ["A/1 = A/2" in text.id for text in remarks if text.id.startswith("Hanya berbeda nomor")]


def test_targets_in_a_table_are_named_as_unread_without_a_scorecard(evidence: Callable[..., Path]) -> None:
    """With one they are compared."""
    folder = read_folder(evidence({"a.csv": "kode;target;realisasi\nSK1/1;2;1\n"}), CATALOGUE)
    values = measure_folders([folder], CATALOGUE, 2023)
    card = CATALOGUE.scorecard(2023, values)
    told = [next(iter(remarks_on([folder], CATALOGUE, 2023, values, own)["SK1/1"])).id for own in (None, card)]
    assert ["Kolom yang tidak dibaca di a.csv: target.", "Target di tabel (target): 2; yang dipakai: 1."] == told


def test_records_of_no_figure_are_read_and_not_counted(evidence: Callable[..., Path]) -> None:
    """Counted beside "not measured" would contradict it."""
    folder = evidence({"a.csv": RECEIPTS + "R-1;SPK;425283;Pengujian;100;01/02/2023\n"})
    assert "Records read (a.csv): 1." == _remarks("SK3/2", folder)[0]


@pytest.fixture
def made(tmp_path: Path, write_workbook: Callable[..., Path]) -> Callable[..., Folder]:
    """Return a function that reads a folder with a form of tenants made for each period, as its guide has it."""

    def make(*periods: str, name: str = "Balai") -> Folder:
        path = tmp_path / name
        path.mkdir()
        for number, period in enumerate(periods):
            tenant = GRADUATE.strip().replace("A", f"{name} {number}", 1)
            form = [dict(enumerate(line.split(";"))) for line in (TENANTS.strip(), tenant)]
            guide = [{0: "Formulir", 1: "SK1/1"}, {}, {0: "Periode", 1: period}]
            shutil.move(write_workbook(form, sheets={"petunjuk": guide}), path / f"{number}.xlsx")
        return read_folder(path, CATALOGUE)

    return make


@pytest.mark.parametrize("period", ["2023", "2023-TW1", "2024-TW1-saja"])
def test_forms_made_for_another_period_are_told_of(made: Callable[..., Folder], period: str) -> None:
    """One that has no day in common with the one that is asked for."""
    (told,) = made_for_others([made("2024-TW2-saja")], as_period(period))
    assert f"Formulir di folder ini dibuat untuk 2024-TW2-saja; periode yang dipilih {period}." == told.id


@pytest.mark.parametrize("period", ["2024", "2024-TW2", "2024-S1-saja"])
def test_forms_of_a_part_of_the_period_are_not(made: Callable[..., Folder], period: str) -> None:
    """Who fills in the forms of a quarter goes on with them, and those of a year answer for its quarters."""
    assert [] == [*made_for_others([made("2024-TW2-saja", "2024")], as_period(period))]


def test_forms_whose_guide_names_no_period_are_not(made: Callable[..., Folder]) -> None:
    """It is no table, and may have been written over."""
    assert [] == [*made_for_others([made("tahun ini")], as_period(2023))]


def test_of_several_folders_each_says_which_forms_were_made_for_others(made: Callable[..., Folder]) -> None:
    """The folder where all were, else the files."""
    folders = [made("2022", "2023", name="Medan"), made("2022", "2021", name="Padang"), made("2023", name="Ambon")]
    assert [
        "The forms Medan/0.xlsx were made for 2022; the period asked for is 2023.",
        "The forms in Padang were made for 2022, 2021; the period asked for is 2023.",
    ] == [told.en for told in made_for_others(folders, as_period(2023))]
