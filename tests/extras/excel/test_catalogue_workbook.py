"""The workbook of a decree: written, to be filled in, and made by hand."""

from __future__ import annotations

import datetime as dt
import io
import re
import sys
import zipfile
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

import attrs
import pytest
import xlsxwriter  # type: ignore[import-untyped]
from python_calamine import CalamineWorkbook

from kinerja import BSPJI_PEKANBARU_2021_2024 as IKU
from kinerja import (
    CatalogueError,
    Entry,
    Indicator,
    MissingExtraError,
    P3DNRatio,
    Reason,
    RecordsError,
    Unit,
    load_catalogue,
)
from kinerja._base import N, Text
from kinerja.catalogues import named_catalogue
from kinerja.decrees import Alternative, Decree, Erratum, Objective, Reading
from kinerja.decrees.conversion import NOT_IN_FILES
from kinerja.formulas import Letter, Ratio, formula_classes
from kinerja.measurement import Variable
from kinerja.readers import lint_catalogue, new_catalogue, read_catalogue, write_catalogue
from kinerja.readers.catalogues.columns import FORMULAS, LETTERS, SHEETS
from kinerja.readers.catalogues.layout import lay_out
from kinerja.readers.catalogues.reader import gather
from kinerja.readers.catalogues.workbook import write_book
from kinerja.readers.sheets import open_workbook
from package import install
from planners_sheets import rewrite
from said import refused

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kinerja import Catalogue

LETTER = Unit(name=Text(id="Surat", en="letter"), whole=True)
EXAMPLES = Path(__file__).parents[3] / "examples"
Rows: TypeAlias = "list[list[Any]]"
Book: TypeAlias = "dict[str, Rows]"


def typed() -> Book:
    """Return the least that makes a decree, as someone types it: five sheets with a row or two."""
    return {
        "keputusan": [
            ["isian", "isi"],
            ["nomor", "7 TAHUN 2026"],
            ["tentang", "IKU 2026"],
            ["unit", "Balai"],
            ["tahun", 2026],
        ],
        "sasaran": [["kode", "sasaran"], ["SK1", "Layanan yang cepat"]],
        "indikator": [
            ["kode", "indikator", "sasaran", "satuan", "klasifikasi", "rumus", "kasus ya atau tidak"],
            ["SK1/1", "Surat dijawab", "SK1", "Persen", "Maksimasi", "rasio", "ya"],
            ["SK1/2", "Nilai SAKIP", "SK1", "Nilai", "Maksimasi", "", ""],
        ],
        "variabel": [
            ["kode", "variabel", "nama variabel", "satuan"],
            ["SK1/1", "pembilang", "dijawab tepat waktu", "Surat"],
            ["SK1/1", "penyebut", "surat masuk", "Surat"],
        ],
        "target": [["kode", 2026], ["SK1/1", 90], ["SK1/2", "80,5"]],
    }


def changed(sheet: str, row: int, column: int, value: Any) -> Book:
    """Return the typed decree with another value in one cell, counted from 1 as people do."""
    book = typed()
    cells = book[sheet][row - 1]
    cells += [""] * (column - len(cells))
    cells[column - 1] = value
    return book


def save(book: Mapping[str, Rows], *, merged: str = "") -> bytes:
    """Return sheets as the content of a workbook."""
    content = io.BytesIO()
    with xlsxwriter.Workbook(content) as workbook:
        day = workbook.add_format({"num_format": "dd/mm/yyyy"})
        for name, rows in book.items():
            sheet = workbook.add_worksheet(name)
            for number, row in enumerate(rows):
                for place, value in enumerate(row):
                    if isinstance(value, dt.date):
                        sheet.write_datetime(number, place, value, day)
                    elif isinstance(value, str) and value.startswith("=1/0"):
                        sheet.write_formula(number, place, value, value="#DIV/0!")
                    elif value != "":
                        sheet.write(number, place, value)
            if merged and name == "indikator":
                sheet.merge_range(merged, rows[0][0] if merged.startswith("A1") else "SK1")
    return content.getvalue()


def read(book: Mapping[str, Rows], **more: Any) -> Catalogue:
    """Save sheets and read them back."""
    return read_catalogue(save(book), **more)


def noted(book: Book) -> list[str]:
    """Return what of a workbook was not read."""
    notes: list[Any] = []
    read(book, notes=notes)
    return [note.id for note in notes]


def wrong(book: Book) -> list[tuple[Any, ...]]:
    """Return what is wrong in a workbook: sheet, row, column and code of each problem."""
    with pytest.raises(CatalogueError) as caught:
        read(book)
    return [(one.sheet, one.row, one.column, one.code) for one in caught.value.problems]


# There and back.


@pytest.mark.parametrize("ending", ["xlsx", "toml"])
@pytest.mark.parametrize(
    "catalogue",
    [IKU, *(load_catalogue(file) for file in sorted(EXAMPLES.glob("*/katalog.toml")))],
    ids=lambda one: one.decree.unit,
)
def test_a_catalogue_comes_back_from_its_file(tmp_path: Path, catalogue: Catalogue, ending: str) -> None:
    """Equal as a value, in its order."""
    path = tmp_path / f"iku.{ending}"
    write_catalogue(path, catalogue)
    back = read_catalogue(path)
    assert (catalogue, list(catalogue)) == (back, list(back))


def test_a_catalogue_is_read_from_the_content_of_a_workbook(tmp_path: Path) -> None:
    """As from its path."""
    path = tmp_path / "iku.xlsx"
    write_catalogue(path, IKU)
    assert IKU == read_catalogue(path.read_bytes())


@pytest.mark.parametrize(
    "text",
    [
        *("", " a", "a ", "a\n", "\ta", "\\", '\\"a"', "a\x00b", "a\u200bb", "_x0041_", "a\r\nb", "\ufffe", "=1+1"),
        *("1", "2023-01-01", "a  b", "a\xa0b", "N/A", "ya", "🇮🇩", "x" * 32_000),
    ],
)
def test_a_text_comes_back_as_it_is(tmp_path: Path, text: str) -> None:
    """Whatever a spreadsheet, or a reader of what people type, would make of it."""
    path = tmp_path / "iku.xlsx"
    decree = attrs.evolve(IKU.decree, title=text, considerations=(text,), dictums={text: text})
    catalogue = attrs.evolve(IKU, decree=decree, entries={"SK3/2": IKU["SK3/2"]})
    write_catalogue(path, catalogue)
    assert catalogue == read_catalogue(path)


@pytest.mark.parametrize(
    "number",
    [
        *(Fraction(1), Fraction("47.25"), Fraction(100, 3), Fraction("0.1234567890123456"), Fraction(10**30)),
        *(Fraction(10**30, 7), Fraction(1, 10**30), Fraction(123_456_789_012_345_678)),
    ],
    ids=str,
)
@pytest.mark.parametrize("ending", ["xlsx", "toml"])
def test_a_number_comes_back_exactly(tmp_path: Path, number: Fraction, ending: str) -> None:
    """Whether or not a cell can hold it as a number."""
    path = tmp_path / f"iku.{ending}"
    entry = attrs.evolve(IKU["SK3/2"], targets={2023: number}, baseline=number)
    catalogue = attrs.evolve(IKU, entries={"SK3/2": entry})
    write_catalogue(path, catalogue)
    assert catalogue == read_catalogue(path)


@attrs.frozen(kw_only=True)
class AnsweredLetters(Indicator[object]):
    """Letters answered within some days: an office's own indicator."""

    unit = LETTER
    variables = (Variable(name="answered", symbol="A", label=Text(id="surat terjawab", en="answered"), unit=LETTER),)
    days: int = 14
    share: Fraction = Fraction(1)
    channels: tuple[str, ...] = ()

    @staticmethod
    def formula(answered: N) -> N:
        """Return the letters themselves."""
        return answered


def test_parameters_of_an_own_class_come_back(tmp_path: Path) -> None:
    """What no heading has stands in a sheet of its own, by its path."""
    own = AnsweredLetters(days=7, share=Fraction(1, 3), channels=("pos", "surel"))
    entry = attrs.evolve(IKU["SK1/1"], unit=LETTER, indicator=own, readings=())
    catalogue = attrs.evolve(IKU, entries={"SK1/1": entry})
    path = tmp_path / "iku.xlsx"
    write_catalogue(path, catalogue)
    assert catalogue == read_catalogue(path, [AnsweredLetters])


def test_what_a_later_decree_may_hold_has_its_row() -> None:
    """Nothing is lost that a heading does not know, nor what a cell of its column cannot hold."""
    needed = {"objective": "S", "unit": "Surat", "polarity": "Maksimasi"}
    entry = {"code": "A", "label": 5, "later": {"x": "y"}, **needed}
    laid = lay_out({"decree": {"later": [1]}, "objectives": [], "entries": [entry]})
    assert [
        ['["decree"]', '{"later": [1]}'],
        ["A", '["label"]', "5"],
        ["A", '["later"]', '{"x": "y"}'],
    ] == [list(row.values()) for row in laid[-1].rows]


def test_rules_of_scoring_and_ranges_come_back_as_plain_data() -> None:
    """Each in its own sheet, a range as people write it."""
    needed = {"code": "A", "label": "B", "objective": "S", "unit": "Persen", "polarity": "Maksimasi"}
    plain: dict[str, Any] = {
        "decree": {"number": "1"},
        "scoring": {
            "cap": 120,
            "minimise": "ratio",
            "weights": {"A": Fraction(1, 3)},
            "bands": [{"name": "Baik", "at_least": 80}, {"name": "Kurang", "below": 80}],
            "sources": dict.fromkeys(("cap", "minimise", "weights", "bands"), "Manual IKU"),
        },
        "objectives": [{"code": "S", "text": "T"}],
        "entries": [{**needed, "targets": {"2026": [80, Fraction(181, 2)]}}],
    }
    laid = lay_out(plain)
    target = next(one for one in laid if one.sheet.name == "target")
    assert "80-90,5" in target.rows[0].values()
    assert plain == gather(write_book(laid)).plain()


# What the sheets say of the classes.


def test_every_formula_has_its_word() -> None:
    """The planner's words name each of them once."""
    assert sorted(formula_classes()) == sorted(FORMULAS.values())


def test_every_letter_has_its_word() -> None:
    """As do the letters of the formulas."""
    letters = {
        field.name
        for kind in formula_classes().values()
        for field in attrs.fields(kind)
        if field.type in {Letter, "Letter"}
    }
    assert letters == set(LETTERS.values())


@pytest.mark.parametrize(
    ("kind", "sheet", "elsewhere"),
    [
        (Decree, "keputusan", {"errata", "notes"}),
        (Objective, "sasaran", set()),
        (Entry, "indikator", {"targets", "target_sources", "readings", "errata", *NOT_IN_FILES}),
        (Letter, "variabel", set()),
        (Reading, "tafsir", set()),
        (Alternative, "tafsir", set()),
        (Erratum, "salah cetak", set()),
    ],
)
def test_every_field_has_a_heading(kind: type[Any], sheet: str, elsewhere: set[str]) -> None:
    """None goes to the sheet of what no heading has."""
    (found,) = (one for one in SHEETS if one.name == sheet)
    within = found.within if kind is Alternative else ()
    headed = {column.path[len(within)] for column in found.own if len(column.path) > len(within)}
    assert {field.name for field in attrs.fields(kind)} - elsewhere <= headed


def test_an_installed_package_may_bring_a_workbook(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is read as any other."""
    path = tmp_path / "iku.xlsx"
    path.write_bytes(save(typed()))
    module = f"PATH = {str(path)!r}"
    install(tmp_path, "balai-buku", module=module, catalogues="BALAI_BUKU_2026=balai_buku:PATH")
    monkeypatch.syspath_prepend(tmp_path)
    assert "7 TAHUN 2026" == named_catalogue("balai-buku-2026", read=read_catalogue).decree.number
    monkeypatch.delitem(sys.modules, "balai_buku")


# To be filled in.


def test_a_new_workbook_holds_no_decree(tmp_path: Path) -> None:
    """Its examples stand where nothing reads them."""
    path = tmp_path / "baru.xlsx"
    new_catalogue(path)
    with pytest.raises(CatalogueError) as caught:
        read_catalogue(path)
    assert ["sheet.nothing_filled"] == [one.code for one in caught.value.problems]


def test_a_new_workbook_has_the_years_ahead(tmp_path: Path) -> None:
    """From the year that is given, or this one."""
    path = tmp_path / "baru.xlsx"
    new_catalogue(path, year=2026)
    (target,) = (sheet for sheet in open_workbook(path) if sheet.name == "target")
    assert ["kode", "indikator", "satuan", "2026", "2027", "2028", "2029", "2030"] == target.cells[0]


def test_the_examples_are_a_decree(tmp_path: Path) -> None:
    """Behind their # in the TOML, one of each formula."""
    path = tmp_path / "baru.toml"
    new_catalogue(path)
    with pytest.raises(CatalogueError):
        read_catalogue(path)
    lines = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join(line[2:] for line in lines[3:]), encoding="utf-8")
    shown = {type(entry.indicator).__name__ for entry in read_catalogue(path).values()}
    assert set(formula_classes()) == shown


def test_the_sheets_offer_lists_and_notes(tmp_path: Path) -> None:
    """Each heading has a note; lists are offered, and refuse only where nothing else can be right."""
    path = tmp_path / "iku.xlsx"
    new_catalogue(path)
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist() if name.endswith(".xml")}
    entries, notes = parts["xl/worksheets/sheet4.xml"], parts["xl/comments2.xml"]
    assert ["Maksimasi,Minimasi" in entries, "=daftar" not in entries, "daftar!$B$2" in entries] == [True] * 3
    assert "Kode indikator, satu kali saja." in notes


def test_many_columns_are_printed_on_several_pages(tmp_path: Path) -> None:
    """Each page begins with the code and the name, and can be read."""
    path = tmp_path / "iku.xlsx"
    new_catalogue(path)
    with zipfile.ZipFile(path) as archive:
        entries, targets = (archive.read(f"xl/worksheets/sheet{number}.xml").decode() for number in (4, 6))
        book = archive.read("xl/workbook.xml").decode()
    told = ['fitToWidth="2"' in entries, "fitToWidth" in targets, "indikator!$A:$B,indikator!$1:$1" in book]
    assert [True, False, True] == told


def test_the_lists_hold_names_alone(tmp_path: Path) -> None:
    """Units of the library's own indicators too, where a class works its unit out."""
    path = tmp_path / "iku.xlsx"
    new_catalogue(path)
    units = [row[0] for row in CalamineWorkbook.from_path(path).get_sheet_by_name("daftar").to_python()]
    expected = [
        "Persen",
        "Rupiah",
        "Indeks (skala 4)",
        "Nilai (skala 100)",
        "Ruang Lingkup",
        "Perusahaan",
        "Kegiatan kolaborasi",
        "Tenan",
    ]
    assert expected == [unit for unit in units[1:] if unit]


# Made by hand.


def test_a_decree_of_five_sheets_is_enough() -> None:
    """Each with the columns that it needs."""
    catalogue = read(typed())
    ratio, sakip = catalogue["SK1/1"], catalogue["SK1/2"]
    assert isinstance(ratio.indicator, Ratio)
    assert ("7 TAHUN 2026", (2026,), ["SK1/1", "SK1/2"], Fraction(90), Fraction("80.5"), None, True) == (
        catalogue.decree.number,
        catalogue.decree.years,
        list(catalogue),
        ratio.target(2026),
        sakip.target(2026),
        sakip.indicator,
        ratio.indicator.yes_no,
    )


def test_what_is_typed_is_scored() -> None:
    """As any decree."""
    assert Fraction(100) == read(typed()).scorecard(2026, {"SK1/1": 90})["SK1/1"].achievement


def test_columns_stand_in_any_order() -> None:
    """And sheets too."""
    book = {name: [row[::-1] for row in rows] for name, rows in reversed(typed().items())}
    book["indikator"] = [[*([""] * (7 - len(row))), *row] if len(row) < 7 else row for row in book["indikator"]]
    assert read(typed()) == read(book)


def test_a_title_may_stand_above() -> None:
    """In merged cells, with a blank row below it; blank rows among the others too."""
    book = typed()
    book["indikator"] = [["IKU 2026"], [], *book["indikator"][:2], [], *book["indikator"][2:]]
    book["target"] = [["Target"], *book["target"], [], [""]]
    assert ["SK1/1", "SK1/2"] == list(read_catalogue(save(book, merged="A1:E1")))


@pytest.mark.parametrize("written", ["2025-2027", "2025 s.d. 2027", "2025, 2026, 2027", "2025; 2026 2027"])
def test_years_are_written_as_people_do(written: str) -> None:
    """From one to another, or each."""
    assert (2025, 2026, 2027) == read(changed("keputusan", 5, 2, written)).decree.years


@pytest.mark.parametrize(
    "written",
    [dt.date(2026, 2, 3), dt.datetime.combine(dt.date(2026, 2, 3), dt.time(8)), "3 Februari 2026", "03/02/2026"],
)
def test_a_day_is_written_as_people_do(written: object) -> None:
    """As a date of Excel, or as text."""
    book = typed()
    book["keputusan"].append(["ditetapkan pada", written])
    assert dt.date(2026, 2, 3) == read(book).decree.signed_on


def test_lines_may_stand_several_times() -> None:
    """Where the decree has several, such as its dictums, each by its name."""
    book = typed()
    book["keputusan"] += [
        ["menimbang", "bahwa a;"],
        ["Menimbang", "bahwa b;"],
        ["diktum KESATU", "IKU;"],
        ["fungsi", ""],
        ["diktum KEDUA", "Berlaku."],
    ]
    decree = read(book).decree
    assert (("bahwa a;", "bahwa b;"), {"KESATU": "IKU;", "KEDUA": "Berlaku."}) == (
        decree.considerations,
        dict(decree.dictums),
    )


def test_a_reading_goes_on_in_the_rows_below() -> None:
    """Of which the question is blank, and the code too or not; English is the same where it is blank."""
    book = typed()
    book["tafsir"] = [
        [
            "kode",
            "pertanyaan",
            "jawaban",
            "alasan",
            "kemungkinan lain",
            "kemungkinan lain (Inggris)",
            "data yang kurang",
        ],
        ["SK1/1", "Hari apa?", "Kerja.", "Lazim.", "Kalender.", "Calendar.", ""],
        ["", "", "", "", "Libur juga.", "", "hari libur"],
        ["SK1/1", "", "", "", "Jam.", "", ""],
        ["sk1/1", "Surat apa?", "Semua.", "Jelas.", "", "", ""],
    ]
    said = {
        reading.question.id: [other.text for other in reading.alternatives] for reading in read(book)["SK1/1"].readings
    }
    assert {
        "Hari apa?": [
            Text(id="Kalender.", en="Calendar."),
            Text(id="Libur juga.", en="Libur juga."),
            Text(id="Jam.", en="Jam."),
        ],
        "Surat apa?": [],
    } == said


def test_accounts_misprints_and_notes_have_sheets() -> None:
    """A misprint without a code is one of the decree itself."""
    book = typed()
    book["indikator"][2] = ["SK1/2", "Belanja", "SK1", "persen", "Maksimasi", "P3DNRatio"]
    book["akun"] = [["kode", "akun"], ["SK1/2", 521211], ["SK1/2", "533111"]]
    book["salah cetak"] = [["kode", "tercetak", "seharusnya"], ["", "a", "b"], ["SK1/2", "c", "d"]]
    book["catatan"] = [["catatan"], ["Belum dibandingkan."]]
    catalogue = read(book)
    assert (
        P3DNRatio(accounts=["521211", "533111"]),
        (Erratum(printed="a", meant="b"),),
        (Erratum(printed="c", meant="d"),),
        (Text(id="Belum dibandingkan.", en="Belum dibandingkan."),),
    ) == (
        catalogue["SK1/2"].indicator,
        catalogue.decree.errata,
        catalogue["SK1/2"].errata,
        catalogue.decree.notes,
    )


def test_a_unit_may_come_undivided() -> None:
    """And a scale has its bounds."""
    book = typed()
    book["variabel"][0] += ["satuan utuh", "nilai terendah", "lazimnya dari", "lazimnya sampai"]
    book["variabel"][1] += ["ya", 1, 10, 20]
    numerator = read(book)["SK1/1"].indicator.numerator  # type: ignore[union-attr]
    assert (True, 1, (10, 20)) == (numerator.unit.whole, numerator.least, numerator.usual)


def test_targets_of_parts_of_a_year_have_columns() -> None:
    """Headed as people write them, each with its source."""
    book = typed()
    book["target"][0] += ["Target 2026-S1", "Semester II 2026"]
    book["target"][1] += [80, 90]
    book["sumber target"] = [["kode", "periode", "sumber"], ["SK1/1", "2026-S1", "PK"], ["SK1/1", "2026-S2", "PK"]]
    entry = read(book)["SK1/1"]
    assert [90, 80, 90] == [entry.targets[period] for period in (2026, "2026-S1", "2026-S2")]
    assert ["2026-S1", "2026-S2"] == list(entry.target_sources)


@pytest.mark.parametrize(("written", "meant"), [("n/a", Reason.NOT_APPLICABLE), ("47,5", Fraction("47.5")), ("", None)])
def test_a_baseline_is_a_number_or_does_not_apply(written: str, meant: object) -> None:
    """Or is not there."""
    book = typed()
    book["indikator"][0].append("baseline")
    book["indikator"][1].append(written)
    assert meant == read(book)["SK1/1"].baseline


# What is not read is named.


def test_other_sheets_and_columns_are_named() -> None:
    """And lines of the decree that nobody knows; those that only tell what a row is about are not."""
    book = typed() | {"Sheet1": [["x"]], "petunjuk": [["x"]], "contoh": [["x"]]}
    book["target"][0] += ["indikator", "capaian lama"]
    book["target"][1] += ["Surat dijawab", 5]
    book["keputusan"][0] += ["keterangan"]
    book["keputusan"].append(["pembina", "x"])
    assert [
        "Lembar keputusan, isian yang tidak dibaca: pembina.",
        "Lembar target, kolom yang tidak dibaca: capaian lama.",
        "Lembar yang tidak dibaca: Sheet1.",
    ] == noted(book)


def test_nothing_is_said_where_all_is_read() -> None:
    """Of a decree as short as one can be."""
    assert [] == noted(typed())


def test_names_beside_codes_are_not_read() -> None:
    """They are for people; nothing is said of those of the right code, or of none."""
    book = typed()
    book["target"] = [
        ["kode", "indikator", 2026],
        ["SK1/1", "Surat dijawab", 90],
        ["SK1/2", "Nilai", 80.5],
        ["", "", ""],
    ]
    assert ([], []) == (noted(book), wrong_names(book))


def wrong_names(book: Book) -> list[tuple[Any, ...]]:
    """Return the sheet, row and column of names that are another code's."""
    warnings = lint_catalogue(save(book)).warnings
    return [(one.sheet, one.row, one.column) for one in warnings if one.code == "lint.name_of_other"]


def test_the_name_of_another_code_is_told() -> None:
    """The target beside it is perhaps that of the other."""
    book = typed()
    book["target"] = [["kode", "indikator", 2026], ["SK1/1", "Nilai SAKIP", 90], ["SK1/2", "Surat dijawab", "80,5"]]
    assert [("target", 2, "indikator"), ("target", 3, "indikator")] == wrong_names(book)


def test_a_code_that_is_none_is_not_told_as_a_missing_target_too() -> None:
    """The row is perhaps that of the code without one."""
    found = lint_catalogue(save(changed("target", 3, 1, "LAIN")))
    assert (["name.misspelt"], False) == (
        [one.code for one in found.problems],
        "lint.years_without_target" in {one.code for one in found.warnings},
    )


# What is wrong is told by sheet, row and column.


@pytest.mark.parametrize(("written", "meant"), [("LAIN", ("SK1/2",)), ("SK1/3", ("SK1/2", "SK1/1"))])
def test_a_code_that_has_no_row_yet_is_among_those_meant(written: str, meant: tuple[str, ...]) -> None:
    """It comes first, however unlike it is."""
    with pytest.raises(CatalogueError) as caught:
        read(changed("target", 3, 1, written))
    (told,) = [one.allowed.id for one in caught.value.problems if one.code == "name.misspelt"]
    assert f"maksudnya {' atau '.join(meant)}?" in told


def test_all_that_is_wrong_is_told_at_once() -> None:
    """What a cell cannot hold, what the loader refuses, and what lacks."""
    book = typed()
    book["keputusan"][4][1] = "dua ribu"
    book["indikator"][1][2:4] = ["SK9", "Prosen"]
    book["indikator"][2][4] = "maks"
    book["target"][1][1] = "80.00"
    book["target"].append(["SK7/7", 5])
    assert [
        ("keputusan", 5, "isi", "cell.no_years"),
        ("target", 2, "2026", "written.dots"),
        ("target", 4, "kode", "name.misspelt"),
        ("indikator", 2, "sasaran", "name.misspelt"),
        ("indikator", 2, "satuan", "sheet.unit_resembles"),
        ("indikator", 3, "klasifikasi", "name.misspelt"),
    ] == wrong(book)


@pytest.mark.parametrize(
    ("book", "expected"),
    [
        (changed("indikator", 2, 3, ""), ("indikator", 2, "sasaran", "cell.must_be_filled")),
        (changed("indikator", 2, 2, ""), ("indikator", 2, "indikator", "cell.must_be_filled")),
        (changed("indikator", 2, 4, ""), ("indikator", 2, "satuan", "cell.must_be_filled")),
        (changed("indikator", 2, 7, "kadang"), ("indikator", 2, "kasus ya atau tidak", "cell.no_flag")),
        (changed("indikator", 2, 6, "rata"), ("indikator", 2, "rumus", "name.misspelt")),
        (changed("keputusan", 2, 2, ""), ("keputusan", 2, "isi", "sheet.line_blank")),
        (changed("keputusan", 2, 1, ""), ("keputusan", 2, "isian", "cell.must_be_filled")),
        (changed("keputusan", 2, 1, "nomer"), ("keputusan", 2, "isian", "heading.misspelt")),
        (changed("keputusan", 2, 1, "asal"), ("keputusan", None, "isian", "sheet.line_lacks")),
        (changed("keputusan", 3, 1, "nomor"), ("keputusan", 3, "isi", "sheet.line_twice")),
        (changed("variabel", 3, 2, "pembilang"), ("variabel", 3, "variabel", "sheet.line_twice")),
        (changed("variabel", 2, 2, ""), ("variabel", 2, "variabel", "cell.must_be_filled")),
        (changed("variabel", 2, 1, ""), ("variabel", 2, "kode", "cell.must_be_filled")),
        (changed("variabel", 2, 3, ""), ("variabel", 2, "nama variabel", "cell.must_be_filled")),
        (changed("target", 3, 2, -5), ("target", 3, "2026", "target.impossible")),
        (changed("target", 3, 2, dt.date(2026, 9, 8)), ("target", 3, "2026", "cell.range_as_day")),
        (changed("target", 2, 3, "x"), ("target", 2, None, "cell.stray")),
        (changed("target", 1, 2, 2027), ("target", 2, "2027", "part.uncovered")),
        (changed("indikator", 3, 1, "SK1/1"), ("indikator", 3, "kode", "sheet.line_twice")),
        (changed("keputusan", 5, 2, "2026, 2025"), ("keputusan", 5, "isi", "decree.years_out_of_order")),
        (changed("sasaran", 1, 2, "sasarn"), ("sasaran", None, None, "sheet.columns")),
    ],
    ids=lambda value: "-".join(map(str, value)) if isinstance(value, tuple) else "",
)
def test_a_slip_is_told_where_it_stands(book: Book, expected: tuple[Any, ...]) -> None:
    """Among all that is wrong."""
    assert expected in wrong(book)


def test_what_may_be_chosen_is_told_in_the_words_of_the_list() -> None:
    """Not in those of the TOML."""
    with pytest.raises(CatalogueError) as caught:
        read(changed("indikator", 2, 6, "rasioo"))
    assert "lembar indikator, baris 2, kolom rumus: 'rasioo' tidak dikenal; maksudnya rasio?" in caught.value.text.id


def test_a_formula_without_its_variable_names_it() -> None:
    """And the sheet where its row belongs."""
    book = typed()
    book["variabel"].pop()
    with pytest.raises(CatalogueError) as caught:
        read(book)
    said = "kolom rumus: 'rasio': variabel penyebut belum ada; tambahkan barisnya di lembar variabel."
    assert said in caught.value.text.id


def two_amounts(*names: str) -> Book:
    """Return the typed decree with a ratio of two amounts of these names."""
    book = changed("indikator", 2, 7, "")
    for row, name in zip(book["variabel"][1:], names, strict=True):
        row[2] = name
    return book


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (("surat masuk", "Surat  masuk"), ("variabel", 3, "nama variabel", "sheet.named_as_row")),
        (("tanggal", "surat masuk"), ("indikator", 2, "rumus", "formula.headed_as_other")),
    ],
)
def test_a_variable_named_as_another_is_told_in_its_row(names: tuple[str, str], expected: tuple[Any, ...]) -> None:
    """Unless it is named as a column that every form of its formula has."""
    assert [expected] == wrong(two_amounts(*names))


def test_the_row_of_the_same_name_is_told() -> None:
    """In the words of the sheets."""
    with pytest.raises(CatalogueError) as caught:
        read(two_amounts("surat masuk", "surat masuk"))
    said = "lembar variabel, baris 3, kolom nama variabel: sama dengan baris 2; beri nama lain."
    assert said in caught.value.text.id


def test_a_variable_of_another_formula_is_told_in_the_words_of_the_sheet() -> None:
    """Beside the one that is lacking."""
    assert [
        ("indikator", 2, "rumus", "sheet.no_variable"),
        ("variabel", 2, "variabel", "sheet.other_variable"),
    ] == wrong(changed("variabel", 2, 2, "yang dihitung"))


def test_variables_of_no_formula_need_one() -> None:
    """The cell of the formula is named."""
    assert [("indikator", 2, "rumus", "cell.must_be_filled")] == wrong(changed("indikator", 2, 6, ""))


def test_a_column_without_a_heading_is_not_named() -> None:
    """A year without target, of which no column stands."""
    book = typed() | {"target": [["kode"], ["SK1/1"], ["SK1/2"]]}
    assert {None} == {one.column for one in lint_catalogue(save(book)).warnings if one.sheet == "target"}


def test_a_sheet_whose_name_is_misspelt_is_refused() -> None:
    """All of it would be lost."""
    book = typed()
    book["targett"] = book.pop("target")
    assert [("targett", None, None, "sheet.resembles")] == wrong(book)


def test_without_the_indicators_no_code_is_looked_up() -> None:
    """What is wrong is told once."""
    book = changed("indikator", 1, 1, "x")
    assert [("indikator", None, None, "sheet.columns")] == wrong(book)


def test_a_row_without_its_one_value_is_refused() -> None:
    """Such as an account."""
    book = typed() | {"akun": [["kode", "akun"], ["SK1/1", ""]]}
    assert ("akun", 2, "akun", "cell.must_be_filled") in wrong(book)


@pytest.mark.parametrize("place", ["x", "[]", "[1.5]"])
def test_a_place_that_is_none_is_refused(place: str) -> None:
    """In the sheet of what no heading has."""
    book = typed() | {"lain-lain": [["kode", "bagian", "isi"], ["", place, "1"]]}
    assert [("lain-lain", 2, "bagian", "cell.no_json")] == wrong(book)


def test_an_unknown_field_is_refused_where_it_stands() -> None:
    """As in a TOML file."""
    book = typed() | {"lain-lain": [["kode", "bagian", "isi"], ["SK1/1", '["nama"]', "1"]]}
    assert [("lain-lain", 2, "isi", "name.misspelt")] == wrong(book)


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("\\x", "cell.not_escaped"),
        ("\\5", "cell.not_escaped"),
        (1.5, "cell.not_text"),
        (dt.date(2026, 1, 1), "cell.not_text"),
    ],
    ids=str,
)
def test_what_is_no_text_is_refused(value: Any, code: str) -> None:
    """A date or a fraction would be written otherwise than it is seen; a backslash begins JSON."""
    assert [("sasaran", 2, "sasaran", code)] == wrong(changed("sasaran", 2, 2, value))


def test_a_cell_with_an_error_is_refused() -> None:
    """A formula of the spreadsheet that gives none."""
    assert [("target", 2, "2026", "cell.error")] == wrong(changed("target", 2, 2, "=1/0"))


@pytest.mark.parametrize("value", [5, True])
def test_what_is_no_day_is_refused(value: object) -> None:
    """Nothing is guessed."""
    book = typed()
    book["keputusan"].append(["mulai berlaku", value])
    assert [("keputusan", 6, "isi", "cell.no_day")] == wrong(book)


def test_what_is_no_account_is_refused() -> None:
    """Six digits, no more."""
    book = typed() | {"akun": [["kode", "akun"], ["SK1/1", "52121"]]}
    assert ("akun", 2, "akun", "cell.no_account") in wrong(book)


def test_cells_merged_over_several_rows_are_refused() -> None:
    """All but the first of them are blank."""
    with pytest.raises(CatalogueError) as caught:
        read_catalogue(save(typed(), merged="C2:C3"))
    assert ("indikator", 2, "row.merged") in [(one.sheet, one.row, one.code) for one in caught.value.problems]


# What cannot be written.


@pytest.mark.parametrize(
    "catalogue",
    [IKU.with_targets({"SK3/4": {2024: 55}}), IKU.with_settings({"SK3/2": {"accounts": ["425283"]}})],
    ids=["assumed", "set"],
)
def test_what_is_not_the_decrees_own_is_refused(tmp_path: Path, catalogue: Catalogue) -> None:
    """It would be lost without a word."""
    with pytest.raises(RecordsError) as caught:
        write_catalogue(tmp_path / "iku.xlsx", catalogue)
    assert ["decree.not_its_own"] == [one.code for one in caught.value.problems]


def test_another_ending_is_refused(tmp_path: Path) -> None:
    """The ending says what is written."""
    with refused("decree.other_kind", RecordsError, place=str(tmp_path / "iku.xls")):
        write_catalogue(tmp_path / "iku.xls", IKU)


def test_a_text_that_no_cell_holds_is_refused(tmp_path: Path) -> None:
    """It would be cut."""
    catalogue = attrs.evolve(IKU, decree=attrs.evolve(IKU.decree, task="x" * 40_000))
    with pytest.raises(RecordsError) as caught:
        write_catalogue(tmp_path / "iku.xlsx", catalogue)
    assert ["sheet.text_too_long"] == [one.code for one in caught.value.problems]


def test_a_file_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    """By its name."""
    with pytest.raises(RecordsError) as caught:
        write_catalogue(tmp_path / "folder" / "iku.toml", IKU)
    assert ["forms.not_written"] == [one.code for one in caught.value.problems]


@pytest.mark.parametrize(("ending", "library"), [("xlsx", "xlsxwriter"), ("toml", "tomli_w")])
def test_what_is_not_installed_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str, library: str
) -> None:
    """And how to install it."""
    monkeypatch.setitem(sys.modules, library, None)
    with refused("extra.missing", MissingExtraError, extra="excel"):
        write_catalogue(tmp_path / f"iku.{ending}", IKU)


def test_a_unit_that_resembles_another_comes_back(tmp_path: Path) -> None:
    """What tells it from the known one stands beside its name."""
    unit = Unit(name=Text(id="Prosen", en="Prosen"))
    entry = attrs.evolve(IKU["SK1/1"], unit=unit, indicator=None, readings=())
    catalogue = attrs.evolve(IKU, entries={"SK1/1": entry})
    path = tmp_path / "iku.xlsx"
    write_catalogue(path, catalogue)
    assert catalogue == read_catalogue(path)


def test_accounts_that_are_none_are_kept() -> None:
    """What the sheet of accounts cannot hold stands by its path, and is refused as in TOML."""
    entry = attrs.evolve(IKU["SK3/4"], readings=())
    entries = {"SK3/4": entry}
    plain = attrs.evolve(IKU, entries=entries).to_dict()
    plain["entries"][0]["indicator"] = {"name": "P3DNRatio", "accounts": ["5212"]}
    assert ["SK3/4", '["indicator", "accounts"]', '["5212"]'] in [list(row.values()) for row in lay_out(plain)[-1].rows]


READINGS: Rows = [
    ["kode", "sebutan pertanyaan", "pertanyaan", "jawaban", "alasan", "kemungkinan lain", "setelan yang berubah"],
    ["SK1/1", "hari", "Apa?", "Ini.", "Begitu.", "Itu.", '{"akun": 1}'],
    ["SK1/1", "hari", "Apa?", "Ini.", "Begitu.", "", ""],
]


def test_readings_of_one_name_are_told_in_their_row() -> None:
    """Both have the code of one indicator."""
    rows = [row[:-2] for row in READINGS]
    assert [("tafsir", 3, None, "part.repeated")] == wrong(typed() | {"tafsir": rows})


def test_an_answer_that_cannot_be_computed_is_told_in_its_row() -> None:
    """Also where it has no word by which it is named."""
    assert [("tafsir", 2, "kemungkinan lain", "reading.unfit")] == wrong(typed() | {"tafsir": READINGS[:2]})


def test_a_reading_without_other_answers_comes_back(tmp_path: Path) -> None:
    """In one row."""
    entry = attrs.evolve(IKU["SK1/1"], readings=(attrs.evolve(IKU["SK1/1"].readings[0], alternatives=()),))
    catalogue = attrs.evolve(IKU, entries={"SK1/1": entry})
    path = tmp_path / "iku.xlsx"
    write_catalogue(path, catalogue)
    assert catalogue == read_catalogue(path)


def test_classes_that_are_none_are_told() -> None:
    """They stand in no sheet."""
    with pytest.raises(CatalogueError) as caught:
        read_catalogue(save(typed()), [int])  # type: ignore[list-item]
    assert [(None, "catalogue.no_class")] == [(one.sheet, one.code) for one in caught.value.problems]


def test_a_sheet_of_targets_without_codes_is_refused() -> None:
    """Whose they are nobody can tell."""
    assert [("target", None, None, "sheet.columns")] == wrong(changed("target", 1, 1, "x"))


def test_a_row_of_unread_columns_alone_is_no_row() -> None:
    """Nor a line of the decree without content."""
    book = typed()
    book["target"][0].append("paraf")
    book["target"].append(["", "", "x"])
    book["keputusan"].append(["pembina", ""])
    assert ["Lembar target, kolom yang tidak dibaca: paraf."] == noted(book)


def test_a_target_that_stands_twice_is_refused() -> None:
    """The later would take the place of the earlier without a word."""
    book = typed()
    book["target"].append(["SK1/1", 95])
    assert [("target", 4, "2026", "sheet.line_twice")] == wrong(book)


@pytest.mark.parametrize("heading", ["T2026", "TW1", dt.date(2026, 1, 1)], ids=str)
def test_a_heading_of_targets_that_is_no_period_is_refused(heading: object) -> None:
    """All targets below it would be lost; that there are none is not told beside it."""
    assert [("target", 1, str(heading), "cell.no_period")] == wrong(changed("target", 1, 2, heading))


def test_headings_of_targets_that_are_no_periods_are_one_problem() -> None:
    """They have one cause."""
    book = typed() | {"target": [["kode", "TW1", "TW2"], ["SK1/1", 10, 20]]}
    assert [("target", 1, "TW1, TW2", "cell.no_period")] == wrong(book)


@pytest.mark.parametrize("heading", ["Tahun 2026", "Target Tahun 2026", "target 2026", "2026"])
def test_a_heading_of_targets_may_say_more(heading: str) -> None:
    """As tables of targets are headed."""
    assert Fraction(90) == read(changed("target", 1, 2, heading))["SK1/1"].target(2026)


def test_sources_of_targets_name_periods_as_targets_do() -> None:
    """In any writing; what is no period is refused in its cell."""
    book = typed() | {"target": [["kode", "Semester I 2026"], ["SK1/1", 40]]}
    book["sumber target"] = [["kode", "periode", "sumber"], ["SK1/1", "2026 S1", "PK 2026"]]
    assert {"2026-S1": "PK 2026"} == read(book)["SK1/1"].target_sources
    book["sumber target"][1][1] = "S1"
    assert [("sumber target", 2, "periode", "cell.no_period")] == wrong(book)


def test_a_target_without_source_is_told_in_its_row() -> None:
    """Of the sheet of targets."""
    book = typed() | {"target": [["kode", "2026-S1"], ["SK1/1", 40]]}
    assert [("target", 2, None, "target.no_source")] == wrong(book)


@pytest.mark.parametrize("cell", ["-", "N/A", "n/a", " "])
def test_a_dash_is_no_target(cell: str) -> None:
    """As in every table of targets."""
    assert {} == read(changed("target", 2, 2, cell))["SK1/1"].targets


@pytest.mark.parametrize("years", ["2027-2026", "2026 dst."])
def test_years_that_are_none_are_told_alone(years: str) -> None:
    """Targets are not held against them."""
    assert [("keputusan", 5, "isi", "cell.no_years")] == wrong(changed("keputusan", 5, 2, years))


def test_a_line_is_known_by_other_names() -> None:
    """As people call it."""
    book = changed("keputusan", 2, 1, "Nomor Keputusan")
    book["keputusan"][2][0] = "Judul"
    assert "IKU 2026" == read(book).decree.title


def test_a_decree_that_replaces_itself_is_told_in_its_line() -> None:
    """Of the lines that name others."""
    book = typed()
    book["keputusan"].append(["mencabut", "7 TAHUN 2026"])
    assert [("keputusan", 6, "isi", "decree.replaces_itself")] == wrong(book)


@pytest.mark.parametrize("value", [True, False])
def test_a_box_that_is_ticked_is_a_flag(*, value: bool) -> None:
    """As a spreadsheet holds it."""
    ratio = read(changed("indikator", 2, 7, value))["SK1/1"].indicator
    assert isinstance(ratio, Ratio)
    assert value == ratio.yes_no


def test_a_note_below_the_table_is_one_problem() -> None:
    """It names all that the row would need."""
    book = typed()
    book["indikator"].append(["Catatan: sementara"])
    assert [("indikator", 4, None, "row.must_be_filled")] == wrong(book)


def test_an_error_in_a_text_of_two_languages_is_told_once() -> None:
    """It stands in one cell."""
    assert [("variabel", 2, "satuan", "cell.error")] == wrong(changed("variabel", 2, 4, "=1/0"))


def test_a_word_that_is_no_variable_is_told_in_the_words_of_the_sheet() -> None:
    """Beside the one that is lacking."""
    assert ("variabel", 3, "variabel", "sheet.other_variable") in wrong(changed("variabel", 3, 2, "penyebutnya"))


@pytest.mark.parametrize(
    ("sheet", "name", "expected"),
    [
        ("target", "Target 2026", ("Target 2026", "sheet.resembles")),
        ("indikator", "Indikator Kinerja", ("Indikator Kinerja", "sheet.resembles")),
        ("indikator", "IKU", ("indikator", "sheet.renamed")),
        ("keputusan", "Sheet1", ("keputusan", "sheet.renamed")),
    ],
)
def test_a_sheet_of_another_name_is_told(sheet: str, name: str, expected: tuple[str, str]) -> None:
    """It may be the one that is lacking; what it would hold is not told as missing."""
    book = {name if one == sheet else one: rows for one, rows in typed().items()}
    assert [(expected[0], None, None, expected[1])] == wrong(book)


SCORED: Book = {
    "penilaian": [["isian", "isi"], ["sumber bobot", "Manual"], ["sumber predikat", "Manual"]],
    "bobot": [["kode", "bobot"], ["SK1/1", 60], ["SK1/2", 40]],
    "predikat": [["predikat", "mulai", "di bawah"], ["Baik", 90, ""], ["Kurang", "", 90]],
}


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, []),
        ({"predikat": [["predikat", "mulai", "di bawah"], ["Baik", 90, ""], ["Kurang", "", 80]]}, ["predikat"]),
        ({"bobot": [["kode", "bobot"], ["SK1/1", 60]]}, ["bobot kode SK1/2"]),
        ({"bobot": [["kode", "bobot"], ["SK1/1", 60], ["SK1/2", 40], ["SK9", 1]]}, ["bobot kode SK9"]),
        ({"penilaian": [["isian", "isi"], ["sumber predikat", "Manual"]]}, ["penilaian isian sumber bobot"]),
        ({"penilaian": [*SCORED["penilaian"], ["rumus minimasi", "x"]]}, ["penilaian isi x"]),
        ({"akun": [["kode", "akun"], ["SK1/1", 521211]]}, ["akun akun 521211"]),
    ],
)
def test_rules_of_scoring_are_told_in_their_sheets(changes: Book, expected: list[str]) -> None:
    """None by the path that it would have in TOML."""
    found = lint_catalogue(save(typed() | SCORED | changes)).problems
    told = [" ".join(str(part) for part in (one.sheet, one.column, one.value) if part is not None) for one in found]
    assert (expected, {""}) == (told, {one.place for one in found} | {""})


@pytest.mark.parametrize("rule", ["T/R x 100", "t / r × 100"])
def test_a_word_of_a_list_may_be_written_loosely(rule: str) -> None:
    """Blanks and the sign of times make no difference."""
    lines = [["isian", "isi"], ["rumus minimasi", rule], ["sumber rumus minimasi", "Manual"]]
    assert "ratio" == read(typed() | {"penilaian": lines}).scoring.minimise


def test_a_heading_that_stands_twice_is_told_alone() -> None:
    """That there are no targets is not told beside it."""
    found = lint_catalogue(save(typed() | {"target": [["kode", 2026, 2026], ["SK1/1", 90, 90]]}))
    told = [one.code for one in (*found.problems, *found.warnings) if "target" in one.code or "twice" in one.code]
    assert ["heading.twice"] == told


@pytest.mark.parametrize("cell", [1.1, dt.date(2026, 2, 1)], ids=str)
def test_a_code_that_a_spreadsheet_changed_is_told_alone(cell: object) -> None:
    """Of 1.10 it makes 1,1, of 1/2 a day; whatever names the code is not blamed for it."""
    assert [("indikator", None, "kode", "sheet.codes_changed")] == wrong(changed("indikator", 2, 1, cell))


def test_codes_that_a_spreadsheet_changed_are_one_problem() -> None:
    """In all sheets together, with no word of what is missing because of them."""
    book = typed()
    for name in ("indikator", "variabel", "target"):
        book[name] = [[1.1 if cell == "SK1/1" else cell for cell in row] for row in book[name]]
    with pytest.raises(CatalogueError) as caught:
        read(book)
    (problem,) = caught.value.problems
    assert ("indikator", "kode", True) == (
        problem.sheet,
        problem.column,
        problem.allowed.id.startswith("1.1 (baris 2), juga di lembar variabel, target: kode seperti 1.10"),
    )


def test_variables_whose_code_a_spreadsheet_changed_are_not_missing() -> None:
    """Nobody can tell whose they are."""
    book = changed("variabel", 2, 1, 1.5)
    assert [("variabel", None, "kode", "sheet.codes_changed")] == wrong(book)


def test_a_code_that_is_none_is_told_where_it_stands() -> None:
    """As whatever names it."""
    assert ("indikator", 2, "kode", "cell.not_text") in wrong(changed("indikator", 2, 1, value=True))


def test_hidden_sheets_are_named(tmp_path: Path) -> None:
    """They are read."""
    path = tmp_path / "iku.xlsx"
    path.write_bytes(save(typed()))
    shown = 'name="target" sheetId="5"'
    rewrite(path, "xl/workbook.xml", lambda book: book.replace(shown, f'{shown} state="hidden"'))
    notes: list[Text] = []
    read_catalogue(path, notes=notes)
    assert ["Lembar target tersembunyi, dan ikut dihitung."] == [note.id for note in notes]


def test_a_cell_far_away_is_refused() -> None:
    """As in every workbook."""
    content = io.BytesIO()
    with xlsxwriter.Workbook(content) as workbook:
        workbook.add_worksheet("keputusan").write("XFD1048576", "x")
    with pytest.raises(RecordsError) as caught:
        read_catalogue(content.getvalue())
    assert ["workbook.too_many_cells"] == [one.code for one in caught.value.problems]


def test_a_decree_opens_where_it_is_filled_in(tmp_path: Path) -> None:
    """Behind the guide."""
    new_catalogue(tmp_path / "iku.xlsx")
    with zipfile.ZipFile(tmp_path / "iku.xlsx") as archive:
        book = archive.read("xl/workbook.xml").decode()
    assert (["petunjuk", "keputusan"], ["1"]) == (
        re.findall('<sheet name="(.*?)"', book)[:2],
        re.findall('activeTab="(.*?)"', book),
    )
