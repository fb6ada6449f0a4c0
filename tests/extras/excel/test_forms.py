"""Empty forms."""

from __future__ import annotations

import datetime as dt
import re
import sys
import zipfile
from typing import TYPE_CHECKING, Any

import attrs
import pytest

from kinerja import BSPJI_PEKANBARU_2021_2024 as CATALOGUE
from kinerja import MissingExtraError, P3DNRatio, PeriodError, RecordsError
from kinerja.indicators.pnbp_growth import Receipt
from kinerja.readers import read_folder, read_rows
from kinerja.readers.forms import form_name, write_forms
from kinerja.readers.sheets import open_sheets, open_workbook
from kinerja.readers.tables.worksheets import made_for
from kinerja.records import FieldType, as_period, fields_of
from planners_sheets import rewrite
from said import refused

if TYPE_CHECKING:
    from pathlib import Path

SHEET = "xl/worksheets/sheet1.xml"


@pytest.fixture
def forms(tmp_path: Path) -> dict[str, Path]:
    """Write the forms of the decree: code -> path."""
    names = [*CATALOGUE, "unit", "target", "realisasi"]
    return dict(zip(names, write_forms(tmp_path / "formulir", CATALOGUE, period=2023), strict=True))


def _part(path: Path, part: str = SHEET) -> str:
    with zipfile.ZipFile(path) as archive:
        return archive.read(part).decode()


def test_every_indicator_has_a_form(forms: dict[str, Path]) -> None:
    """The name tells the code and what its records are called; two more are of the unit itself, and one is a table."""
    expected = [
        "SK1-1 Tenan.xlsx",
        "SK1-2 Bukti kolaborasi.xlsx",
        "SK2-1 Perusahaan binaan.xlsx",
        "SK3-1 Ukuran performansi.xlsx",
        "SK3-2 Penerimaan.xlsx",
        "SK3-3 Ruang lingkup.xlsx",
        "SK3-4 Baris anggaran.xlsx",
        "unit.xlsx",
        "target.xlsx",
        "realisasi.csv",
    ]
    assert expected == [path.name for path in forms.values()]


def test_the_headings_stand_in_the_first_row(forms: dict[str, Path]) -> None:
    """In Indonesian, in the order of the record class."""
    first = open_workbook(forms["SK1/1"])[0]
    assert [["satker", "tenan", "seleksi", "prainkubasi", "inkubasi", "pascainkubasi"]] == first.cells


def test_a_quarter_has_no_form_of_records_that_say_nothing_of_it(tmp_path: Path) -> None:
    """Those of a year, and of a quarter alone what runs from January."""
    names = [path.name for path in write_forms(tmp_path, CATALOGUE, period="2023-TW2-saja")]
    assert ["SK1-1", "SK1-2", "SK3-2", "SK3-3"] == [name.partition(" ")[0] for name in names if "SK" in name]


def test_the_table_of_a_quarter_has_the_codes_that_it_can_answer(tmp_path: Path) -> None:
    """As the forms of records."""
    write_forms(tmp_path, CATALOGUE, period="2023-TW2-saja")
    rows = (tmp_path / "realisasi.csv").read_text("utf-8-sig").splitlines()
    assert ["SK1/1;;", "SK1/2;;", "SK3/2;;", "SK3/3;;"] == rows[1:]


def guide_of(forms: dict[str, Path], code: str) -> list[str]:
    """Return what the guide of a form says is needed."""
    rows = [[str(cell) for cell in row] for row in open_workbook(forms[code])[1].cells]
    start = next(number for number, row in enumerate(rows) if row[0] == "Yang diperlukan")
    return [
        row[1] for number, row in enumerate(rows) if number >= start and row[0] in {"", "Yang diperlukan"} and row[1]
    ]


def test_the_guide_asks_for_receipts_of_both_years_and_names_accounts(forms: dict[str, Path]) -> None:
    """Without those of the year before there is no growth."""
    both, accounts = guide_of(forms, "SK3/2")
    assert both.startswith(
        "Semua data dengan tanggal penerimaan 1 Januari 2023 s.d. 31 Desember 2023 dan 1 Januari 2022 s.d. "
        "31 Desember 2022."
    )
    assert [True, True] == [text in accounts for text in ("425283 Pendapatan Pengujian", "denda (425811)")]


def test_the_guide_asks_for_all_scopes_in_force(forms: dict[str, Path]) -> None:
    """On both days that are compared."""
    (asked,) = guide_of(forms, "SK3/3")
    assert asked.startswith("Semua ruang lingkup yang berlaku pada 31 Desember 2022 atau pada 31 Desember 2023")


def test_the_guide_names_the_accounts(forms: dict[str, Path]) -> None:
    """All fifteen, four of them for the pandemic."""
    asked, *accounts = guide_of(forms, "SK3/4")
    named = [account for account in accounts if "COVID-19" in account]
    assert ("Semua baris anggaran 2023 pada 15 akun berikut.", 15, 4) == (asked[:47], len(accounts), len(named))
    assert "521211 Belanja Bahan" in accounts


def test_an_account_of_another_decree_has_its_code_alone() -> None:
    """Its name is not known."""
    asked = [text.id for text in P3DNRatio(accounts={"525112"}).records_needed(as_period(2023))]
    assert "525112" == asked[-1]


def test_the_table_of_realisations_says_nothing_beside_a_form(tmp_path: Path) -> None:
    """As it is written; what is filled in there and in a form is refused."""
    write_forms(tmp_path, CATALOGUE, period=2023)
    folder = read_folder(tmp_path, CATALOGUE)
    assert ([], [*CATALOGUE]) == ([*folder.given], [*folder.empty])


def test_the_guide_names_every_column(forms: dict[str, Path]) -> None:
    """What belongs there, whether it is needed, and what is allowed."""
    guide = open_workbook(forms["SK1/2"])[1]
    assert [
        "jenis mitra", "Pilih dari daftar.", "tidak", "Salah satu: akademisi, lembaga penelitian, instansi lain.",
    ] in guide.cells  # fmt: skip


def test_the_guide_says_what_makes_two_rows_one(forms: dict[str, Path]) -> None:
    """By the headings of the identity."""
    said = "Baris dengan satker dan nomor penerimaan yang sama adalah data yang sama; isi satu kali saja."
    assert ["Satu baris", said, "", ""] in open_workbook(forms["SK3/2"])[1].cells


def test_the_guide_quotes_the_clause(forms: dict[str, Path]) -> None:
    """Word for word, white space folded."""
    clause = " ".join(CATALOGUE["SK1/1"].method.split())
    assert ["Cara menghitung", clause, "", ""] in open_workbook(forms["SK1/1"])[1].cells


def test_an_entry_without_a_clause_gets_a_guide_without_one(tmp_path: Path) -> None:
    """A catalogue of one's own may not quote any."""
    entry = attrs.evolve(CATALOGUE["SK1/1"], method="", definition="")
    path, *_ = write_forms(tmp_path, {"SK1/1": entry}, period=2023)
    assert ["Formulir", "Periode", "Yang diperlukan", "Satu baris"] == [
        row[0] for row in open_workbook(path)[1].cells[:4]
    ]


def test_entries_of_one_record_class_share_a_form(tmp_path: Path) -> None:
    """Their records go to both; the guide names each."""
    other = attrs.evolve(CATALOGUE["SK1/1"], code="SK9", label="Tenan lain", method="Dihitung lain.")
    path, *_ = write_forms(tmp_path, {"SK1/1": CATALOGUE["SK1/1"], "SK9": other}, period=2023)
    guide = open_workbook(path)[1].cells
    assert "SK1-1 Tenan.xlsx" == path.name
    assert ["SK9 Tenan lain", "Dihitung lain."] == [
        row[1] for row in guide if row[:2] in (["Formulir", "SK9 Tenan lain"], ["Cara menghitung", "Dihitung lain."])
    ]


def test_the_guide_names_the_period(forms: dict[str, Path]) -> None:
    """So that nobody fills in last year's form."""
    assert ["Periode", "2023", "", ""] in open_workbook(forms["SK1/1"])[1].cells


def test_the_unit_may_be_left_blank(forms: dict[str, Path]) -> None:
    """The name of the folder says it."""
    guide = open_workbook(forms["SK1/1"])[1]
    assert ["tidak"] == [row[2] for row in guide.cells if row[0] == "satker"]


def test_the_guide_says_what_a_table_must_have(forms: dict[str, Path]) -> None:
    """A receipt without its amount or day has no place in a figure."""
    needed = [row[0] for row in open_workbook(forms["SK3/2"])[1].cells if row[2] == "ya"]
    assert ["nomor penerimaan", "jumlah", "tanggal penerimaan"] == needed


def test_every_column_but_texts_is_checked(forms: dict[str, Path]) -> None:
    """Dates, numbers, years, lists and flags."""
    for code in CATALOGUE:
        indicator: Any = CATALOGUE[code].indicator
        checked = [field for field in fields_of(indicator.record) if field.options or field.kind is not FieldType.TEXT]
        assert (code, len(checked)) == (code, _part(forms[code]).count("<dataValidation "))


def test_an_account_is_checked_for_its_six_digits(forms: dict[str, Path]) -> None:
    """In both forms that have one, as text."""
    check = '<dataValidation type="textLength" operator="equal"'
    assert [1, 1] == [_part(forms[code]).count(check) for code in ("SK3/2", "SK3/4")]


def test_flags_and_options_are_chosen_from_a_list(forms: dict[str, Path]) -> None:
    """In the words that are read back."""
    lists = ('<formula1>"ya,tidak"</formula1>', '<formula1>"akademisi,lembaga penelitian,instansi lain"</formula1>')
    assert [True, True] == [lists[0] in _part(forms["SK3/1"]), lists[1] in _part(forms["SK1/2"])]


def test_every_heading_has_a_note(forms: dict[str, Path]) -> None:
    """What to fill in and what is allowed."""
    notes = _part(forms["SK1/1"], "xl/comments1.xml")
    assert (6, True) == (notes.count("<comment "), "Nama atau nomor tenan.\nTeks." in notes)


def test_the_headings_stay_in_sight(forms: dict[str, Path]) -> None:
    """The first row is frozen."""
    assert 'ySplit="1"' in _part(forms["SK1/1"])


def test_an_empty_form_is_not_measured(forms: dict[str, Path]) -> None:
    """A folder of empty forms says nothing, and names them."""
    folder = read_folder(forms["SK1/1"].parent, CATALOGUE)
    assert {code: forms[code].name for code in CATALOGUE} == dict(folder.empty)


def test_a_form_is_never_overwritten(forms: dict[str, Path]) -> None:
    """It may have been filled in; the others are not written either."""
    forms["SK1/2"].unlink()
    with refused("forms.there_already", RecordsError, names=[path.name for path in forms.values() if path.exists()]):
        write_forms(forms["SK1/1"].parent, CATALOGUE, period=2023)
    assert not forms["SK1/2"].exists()


def test_an_indicator_without_records_has_no_form(tmp_path: Path) -> None:
    """There is nothing to fill in."""
    entry = attrs.evolve(CATALOGUE["SK1/1"], indicator=None)
    written = write_forms(tmp_path, {"SK1/1": entry}, period=2023)
    assert ["unit.xlsx", "target.xlsx", "realisasi.csv"] == [path.name for path in written]


def test_a_code_becomes_a_name_for_files() -> None:
    """Signs that folders do not take become one line."""
    assert "A-1-b Tenan.xlsx" == form_name(attrs.evolve(CATALOGUE["SK1/1"], code="A/1: b"))


def test_a_wrong_period_is_refused(tmp_path: Path) -> None:
    """Before anything is written."""
    with pytest.raises(PeriodError):
        write_forms(tmp_path / "formulir", CATALOGUE, period="tahun ini")
    assert not (tmp_path / "formulir").exists()


def test_a_year_that_the_decree_does_not_cover_is_refused(tmp_path: Path) -> None:
    """Before anything is written: a scorecard would refuse the forms when they come back."""
    with refused("decree.year_outside", value=2026, years=(2021, 2022, 2023, 2024), limit="2021-2024"):
        write_forms(tmp_path / "formulir", CATALOGUE, period=2026)
    assert not (tmp_path / "formulir").exists()


def test_a_folder_that_is_a_file_is_refused(tmp_path: Path) -> None:
    """The reason of the operating system is passed on."""
    (tmp_path / "formulir").touch()
    with refused(
        "forms.not_written", RecordsError, place=str(tmp_path / "formulir"), why=FileExistsError(17, "File exists")
    ):
        write_forms(tmp_path / "formulir", CATALOGUE, period=2023)


def test_a_folder_that_may_not_be_written_to_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As when the disk is full."""

    class Full:
        def __init__(self, *_: object, **__: object) -> None:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr("xlsxwriter.workbook.ZipFile", Full)
    with refused("forms.not_written", RecordsError, why=OSError(28, "No space left on device")):
        write_forms(tmp_path, CATALOGUE, period=2023)


def test_without_xlsxwriter_the_extra_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Never an ImportError without a sentence."""
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    with refused("extra.missing", MissingExtraError, extra="excel"):
        write_forms(tmp_path, CATALOGUE, period=2023)


def test_a_form_filled_in_reads_back(forms: dict[str, Path]) -> None:
    """Texts with zeros in front, a date, money and a blank."""
    row = (
        '<row r="2"><c r="B2" t="inlineStr"><is><t>007</t></is></c><c r="D2" t="inlineStr"><is><t>025283</t></is></c>'
        '<c r="F2"><v>-12500000</v></c><c r="G2" s="{date}"><v>45291</v></c></row></sheetData>'
    )
    style = re.findall(r'<col min="7" max="7"[^>]* style="([0-9]+)"', _part(forms["SK3/2"]))[0]
    path = rewrite(forms["SK3/2"], SHEET, lambda text: text.replace("</sheetData>", row.format(date=style)))
    expected = Receipt(
        unit="Balai", receipt="007", account="025283", amount=-12_500_000, received_on=dt.date(2023, 12, 31)
    )
    assert (expected,) == read_rows(path, Receipt, unit="Balai")


@pytest.mark.parametrize("period", ["2023", "2023-S1", "2023-TW2", "2023-TW4-saja"])
def test_the_guide_says_what_period_a_form_was_made_for(tmp_path: Path, period: str) -> None:
    """As it is asked for."""
    form, *_ = write_forms(tmp_path, CATALOGUE, period=period)
    assert as_period(period) == made_for(open_sheets(form))
