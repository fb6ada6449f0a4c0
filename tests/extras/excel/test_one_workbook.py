"""All forms of a unit in one workbook: written, filled in, and read as a folder of one file."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
import pytest
import xlsxwriter  # type: ignore[import-untyped]

from kinerja import BSPJI_PEKANBARU_2021_2024, Language, RecordsError, Text
from kinerja._base import FrozenMap
from kinerja.readers import measure_folders, read_catalogue, read_folder, sources_of, write_forms
from kinerja.readers.evidence_again import against_evidence
from kinerja.readers.folders import named_in_folder
from kinerja.readers.forms.content import sheets_of
from kinerja.readers.handed_in import Asked, HandedIn, read_values
from kinerja.readers.sheets import open_workbook
from kinerja.records import as_period
from kinerja.trace import verify_trace
from said import refused, sentence

if TYPE_CHECKING:
    from collections.abc import Callable

    from kinerja.catalogue import Catalogue
    from kinerja.readers.sheets import Cell

ROOT = Path(__file__).parents[3]
EXAMPLE, BEFORE = ROOT / "examples" / "balai-excel", ROOT / "tests" / "data" / "filled-before" / "balai-excel"
CATALOGUE = read_catalogue(EXAMPLE / "iku-2026.xlsx")
UNIT = "Balai Pelatihan Kerja Contoh"
SHEETS = [
    "SS1.1 Jumlah peserta pelatihan",
    "SS1.2 Persentase lulusan yang",
    "SS1.3 Penambahan program",
    "SS2.1 Rata-rata lama penerbitan",
    "SS2.2 Indeks kepuasan",
    "SS3.1 Pertumbuhan PNBP",
    "SS3.2 Nilai SAKIP",
    "SS3.3 Persentase penyerapan",
    "unit",
    "target",
    "realisasi",
    "petunjuk",
]
DAYS, SAKIP, SCORE = SHEETS[3], SHEETS[6], 79.25

Book = dict[str, list[list["Cell"]]]


def _book() -> Book:
    """Return what stands in the example, free to be changed: sheet -> rows."""
    return {sheet.name: [list(row) for row in sheet.cells] for sheet in open_workbook(EXAMPLE / "isian.xlsx")}


def _write(path: Path, book: Book, *, hidden: str = "", hidden_row: int = 0) -> Path:
    with xlsxwriter.Workbook(str(path)) as made:
        for name, rows in book.items():
            sheet = made.add_worksheet(name)
            for number, row in enumerate(rows):
                for column, cell in enumerate(row):
                    if isinstance(cell, dt.date):
                        sheet.write_datetime(number, column, cell, made.add_format({"num_format": "dd/mm/yyyy"}))
                    elif cell != "":
                        sheet.write(number, column, cell)
            if name == hidden and hidden_row:
                sheet.set_row(hidden_row, None, None, {"hidden": True})
            elif name == hidden:
                sheet.hide()
    return path


@pytest.fixture
def written(tmp_path: Path) -> Callable[..., Path]:
    """Return a function that writes what stands in the example, with sheets changed, or left out (None)."""

    def write(name: str = "isian.xlsx", *, hidden: str = "", hidden_row: int = 0, **changed: Any) -> Path:
        named = {SHEETS[int(key[1:])] if key.startswith("_") else key: rows for key, rows in changed.items()}
        book = {name: rows for name, rows in {**_book(), **named}.items() if rows is not None}
        return _write(tmp_path / name, book, hidden=hidden, hidden_row=hidden_row)

    return write


def _given(*paths: Path, catalogue: Catalogue = CATALOGUE, period: str = "2026", **more: Any) -> HandedIn:
    return read_values(paths, catalogue, Asked(period=period, language=Language.INDONESIAN, **more))


def _codes(*paths: Path) -> list[str]:
    with pytest.raises(RecordsError) as caught:
        _given(*paths)
    return [problem.code for problem in caught.value.problems]


def test_a_name_that_ends_in_xlsx_is_one_workbook(tmp_path: Path) -> None:
    """A sheet for each form, named by its code and what it is."""
    path = tmp_path / "balai" / "isian.XLSX"
    assert [path] == write_forms(path, CATALOGUE, period=2026, unit=UNIT)
    assert SHEETS == [sheet.name for sheet in open_workbook(path)]


def test_names_of_sheets_are_short_and_differ() -> None:
    """Also where two codes and labels begin alike, and where one would be called as the sheet of the unit."""
    entry = attrs.evolve(CATALOGUE["SS1.1"], label="yang sama [semuanya]: panjang sekali, lebih dari satu lembar")
    codes = ["A/1", "A*1", "A?1", "A" * 40, "A" * 41]
    indicator: Any = entry.indicator
    named = {code: attrs.evolve(entry, code=code, indicator=attrs.evolve(indicator, code=code)) for code in codes}
    names = [*sheets_of(named, as_period(2026))]
    assert [
        "A-1 Yang sama semuanya panjang",
        "A-1 Yang sama semuanya panjan 2",
        "A-1 Yang sama semuanya panjan 3",
        "A" * 31,
        "A" * 29 + " 2",
        *SHEETS[8:11],
    ] == names


def test_what_is_there_is_not_overwritten(tmp_path: Path) -> None:
    """It may be filled in."""
    path = write_forms(tmp_path / "isian.xlsx", CATALOGUE, period=2026)[0]
    with refused("forms.there_already", RecordsError, names=["isian.xlsx"]):
        write_forms(path, CATALOGUE, period=2026)


def test_the_guide_says_once_what_is_the_same_of_all(tmp_path: Path) -> None:
    """How they are filled in, and each column that several have."""
    (path,) = write_forms(tmp_path / "isian.xlsx", CATALOGUE, period=2026)
    rows = [[str(cell) for cell in row[:2]] for row in open_workbook(path)[-1].cells]
    names = [name for name, _ in rows]
    assert (1, 1, 8) == (names.count("Periode"), names.count("Cara mengisi"), names.count("Formulir"))
    assert [
        ["semua formulir", "satker"],
        ["SS1.1, SS1.2, SS1.3, SS2.1, SS2.2, SS3.1, SS3.2, SS3.3, target, realisasi", "kode"],
        ["SS1.1", "butir"],
    ] == rows[names.index("Lembar") + 1 :][:3]


def test_a_decree_of_one_form_has_no_form_of_every_sheet(tmp_path: Path) -> None:
    """Its columns are those of its code."""
    entries = FrozenMap({"SS1.1": CATALOGUE["SS1.1"]})
    (path,) = write_forms(tmp_path / "isian.xlsx", entries, period=2026)
    assert ["SS1.1", "satker"] in [row[:2] for row in open_workbook(path)[-1].cells]


def test_it_gives_what_the_forms_in_a_folder_give() -> None:
    """Each figure."""
    folders = [read_folder(path, CATALOGUE) for path in (EXAMPLE / "isian.xlsx", BEFORE)]
    one, several = (measure_folders([folder], CATALOGUE, 2026) for folder in folders)
    assert one == several
    assert [UNIT] * 2 == [folder.unit.name for folder in folders]


def test_an_empty_one_says_nothing(tmp_path: Path) -> None:
    """Codes that are filled in are no data, and no target, unit or realisation is given; nothing is left unread."""
    (path,) = write_forms(tmp_path / "isian.xlsx", CATALOGUE, period=2026)
    folder = read_folder(path, CATALOGUE)
    assert ({}, [*CATALOGUE], ()) == (dict(folder.given), [*folder.empty], folder.unread)
    assert ("isian", {}) == (folder.unit.name, {k: v for k, v in folder.targets.by_period.items() if v})


@pytest.mark.parametrize("period", ["2023", "2023-TW2", "2023-S1-saja"])
def test_the_forms_of_the_librarys_decree_go_into_one_too(tmp_path: Path, period: str) -> None:
    """Its classes are told apart by their headings."""
    (path,) = write_forms(tmp_path / "isian.xlsx", BSPJI_PEKANBARU_2021_2024, period=period)
    folder = read_folder(path, BSPJI_PEKANBARU_2021_2024)
    assert ({}, ()) == ({code: one for code, one in folder.given.items() if one[0].records}, folder.unread)


def test_without_a_name_the_unit_is_called_as_the_file(written: Callable[..., Path]) -> None:
    """And the scorecard says so."""
    given = _given(written("Balai Uji.xlsx", unit=None))
    assert ("Balai Uji",) == given.units
    assert "nama berkas sebagai nama unit" in given.notes[0].id


def test_the_name_of_the_unit_is_known_before_it_is_read(written: Callable[..., Path]) -> None:
    """By it one of several decrees is chosen."""
    assert ("isian", UNIT, "") == named_in_folder(written())
    assert ("isian",) == named_in_folder(written(unit=None))


def test_a_form_of_another_period_is_told_by_the_name_of_the_file(written: Callable[..., Path]) -> None:
    """What is in it may all lie outside the period."""
    given = _given(written(), period="2027")
    assert (sentence("folder.made_for", which="isian.xlsx", made=["2026"], period="2027"),) == given.doubts


@pytest.mark.parametrize("kept", [SHEETS, ["SS1.3 Penambahan program", "unit", "petunjuk"]])
def test_one_of_another_decree_is_told_as_such(tmp_path: Path, kept: list[str]) -> None:
    """Also where all that is known of it is the sheet of the unit."""
    path = _write(tmp_path / "isian.xlsx", {name: rows for name, rows in _book().items() if name in kept})
    number = BSPJI_PEKANBARU_2021_2024.decree.number
    with refused("folder.other_decree", RecordsError, count=1, names="isian.xlsx", decree=number):
        _given(path, catalogue=BSPJI_PEKANBARU_2021_2024, period="2023")


def test_what_is_wrong_in_all_sheets_is_told_at_once(written: Callable[..., Path]) -> None:
    """With the name of the sheet."""
    days, sakip = _book()[DAYS], _book()[SAKIP]
    days[0] = [*days[0][:-1], "lama penerbitn"]
    sakip[1] = ["tujuh" if cell == SCORE else cell for cell in sakip[1]]
    with pytest.raises(RecordsError) as caught:
        _given(written(_3=days, _6=sakip))
    assert [("table.worksheet_misspelt", None), ("written.no_number", SAKIP)] == [
        (problem.code, problem.sheet) for problem in caught.value.problems
    ]


def test_two_sheets_of_one_form_may_not_hold_one_row(written: Callable[..., Path]) -> None:
    """A sheet that was copied would count twice."""
    assert ["table.same_rows"] == _codes(written(Salinan=_book()[DAYS]))


def test_a_figure_beside_records_is_told_by_its_sheets(written: Callable[..., Path]) -> None:
    """One of them is enough."""
    table: list[list[Cell]] = [["kode", "realisasi"], ["SS2.1", 9.5]]
    files = Text(id=f"isian.xlsx ({DAYS}) dan isian.xlsx (realisasi)", en="")
    with pytest.raises(RecordsError) as caught:
        _given(written(realisasi=table))
    (problem,) = caught.value.problems
    assert ("folder.given_twice", True) == (problem.code, files.id in problem.allowed.id)


def test_a_figure_without_records_counts(written: Callable[..., Path]) -> None:
    """The sheet says of what it is; the columns that it has filled in go unsaid."""
    table = _book()["realisasi"]
    place = [row[0] for row in table].index("SS2.1")
    table[place] = [*table[place][:3], 9.5, "menurut laporan"]
    given = _given(written(_3=None, realisasi=table))
    assert (9.5, "menurut laporan") == (given.values["SS2.1"], given.remarks["SS2.1"])


def test_two_sheets_of_the_unit_are_told_by_their_names(written: Callable[..., Path]) -> None:
    """Nobody knows which holds."""
    with pytest.raises(RecordsError) as caught:
        _given(written(**{"unit lama": _book()["unit"]}))
    (problem,) = caught.value.problems
    assert "isian.xlsx (unit) dan isian.xlsx (unit lama)" in problem.allowed.id


def test_what_is_hidden_counts_and_is_told(written: Callable[..., Path]) -> None:
    """Of a form beside its figure, of the unit below the table."""
    form = _given(written(hidden=DAYS))
    assert f"isian.xlsx: Lembar {DAYS} tersembunyi, dan ikut dihitung." in form.remarks["SS2.1"]
    unit = _given(written(hidden="unit", hidden_row=1))
    assert sentence("worksheet.hidden_rows", name="unit", rows=1).about("isian.xlsx") in unit.notes


def test_a_sheet_that_is_nothing_known_is_named(written: Callable[..., Path]) -> None:
    """Below the table."""
    folder = read_folder(written(Catatan=[["Hubungi", "Budi"], ["Senin", "Selasa"]]), CATALOGUE)
    assert ["isian.xlsx lembar Catatan"] == [text.id for text in folder.unread]


def test_one_that_is_open_is_said_to_be_read_as_last_saved(written: Callable[..., Path]) -> None:
    """As in a folder."""
    path = written()
    path.with_name("~$isian.xlsx").touch()
    assert sentence("folder.open", names=["isian.xlsx"]) in read_folder(path, CATALOGUE).notes


def test_those_of_several_units_go_together(written: Callable[..., Path]) -> None:
    """Evidence is added, then divided once; a file is called by its name alone."""
    other = [["nama unit"], ["Balai Lain"]]
    rows = [
        [f"B{cell}" if place == 2 and number else cell for place, cell in enumerate(row)]
        for number, row in enumerate(_book()[DAYS][:5])
    ]
    given = _given(written("A.xlsx"), written("B.xlsx", **{**dict.fromkeys(SHEETS), DAYS: rows, "unit": other}))
    assert (UNIT, "Balai Lain") == given.units
    assert "8 dari 8" in given.remarks["SS2.1"]


def test_a_table_of_realisations_is_no_workbook_of_forms(written: Callable[..., Path], tmp_path: Path) -> None:
    """It names no unit, and where there are several it must lie in the folder of one."""
    table = tmp_path / "realisasi.csv"
    table.write_text("kode;realisasi\nSS2.1;9,5\n", encoding="utf-8")
    assert (9.5, ()) == (_given(table).values["SS2.1"], _given(table).units)
    assert ["input.not_a_folder"] == _codes(written(), table)


def test_a_table_with_targets_is_no_form_of_targets(tmp_path: Path) -> None:
    """It gives realisations."""
    table = tmp_path / "realisasi.csv"
    table.write_text("kode;target 2026;realisasi\nSS2.1;10;9,5\n", encoding="utf-8")
    assert 9.5 == _given(table).values["SS2.1"]


@pytest.mark.parametrize("name", ["unit", "target"])
def test_what_is_said_of_the_unit_alone_is_no_evidence(tmp_path: Path, name: str) -> None:
    """Its folder was meant."""
    path = _write(tmp_path / f"{name}.xlsx", {name: _book()[name]})
    with refused("table.without_evidence", RecordsError, names=[name], folder=tmp_path):
        _given(path)


def test_a_form_alone_is_read(tmp_path: Path) -> None:
    """And what its folder says of the unit is not, which is told."""
    for file in BEFORE.iterdir():
        shutil.copy(file, tmp_path)
    (form,) = tmp_path.glob("SS2.1*")
    given = _given(form)
    assert (9.625, None) == (float(given.values["SS2.1"].actual), given.values["SS1.1"])  # type: ignore[union-attr]
    assert sentence("input.unit_unread", file="unit.xlsx", folder=tmp_path.name) in given.notes


def test_sources_name_the_sheets(written: Callable[..., Path]) -> None:
    """Of records, and of what the unit says."""
    path = written(unit=[["nama unit", "batas atas capaian"], ["Balai", 120]])
    sources = sources_of([read_folder(path, CATALOGUE)], "SS2.1")
    assert [(str(path), DAYS, 4), (str(path), "unit", None)] == [(one.name, one.sheet, one.rows) for one in sources]


@pytest.mark.parametrize("name", ["isian.xlsx", "isian lain.xlsx"])
def test_a_trace_is_held_against_it(written: Callable[..., Path], name: str) -> None:
    """Records that name no unit are of the file's name; under another it is told, and the figure holds."""
    path = written(unit=None)
    trace = _given(path).trace("SS2.1")
    renamed = path.with_name(name)
    path.rename(renamed)
    held = against_evidence(verify_trace(trace.to_json()), [renamed], [CATALOGUE], Language.INDONESIAN)
    told = [] if name == path.name else ["verify.other_folder"]
    assert (True, told) == (held.holds, [remark.code for remark in held.remarks])


@pytest.mark.parametrize(
    ("heading", "code"),
    [
        ("waktu", "folder.heading_renamed"),
        ("lama penerbitn", "table.worksheet_misspelt"),
        (None, "folder.sheet_unknown"),
    ],
    ids=["renamed", "misspelt", "taken out"],
)
def test_a_form_whose_headings_changed_is_refused(written: Callable[..., Path], heading: str | None, code: str) -> None:
    """It would be a sheet that is not read, below a scorecard without its figure."""
    days = _book()[DAYS]
    changed = days[1:] if heading is None else [[*days[0][:-1], heading], *days[1:]]
    assert [code] == _codes(written(_3=changed))


@pytest.mark.parametrize(("name", "codes"), [("unit", ["folder.sheet_unknown"]), ("SS2.1 hitungan", [])])
def test_a_sheet_is_not_taken_for_a_form_that_is_there(
    written: Callable[..., Path], name: str, codes: list[str]
) -> None:
    """Beside the form of an indicator a planner may work it out; the sheet of the unit is no place for it."""
    path = written(**{name: [["Hari", "Jumlah"], ["Senin", "Selasa"]]})
    assert codes == (_codes(path) if codes else [])
    if not codes:
        assert ["isian.xlsx lembar SS2.1 hitungan"] == [text.id for text in read_folder(path, CATALOGUE).unread]


def test_a_second_row_of_the_unit_is_told_with_its_sheet(written: Callable[..., Path]) -> None:
    """It is one unit's."""
    with pytest.raises(RecordsError) as caught:
        _given(written(unit=[["nama unit"], ["Balai"], ["Balai Lain"]]))
    (problem,) = caught.value.problems
    assert ("unit.several_rows", "unit", 3) == (problem.code, problem.sheet, problem.row)


def test_realisations_beside_the_sheet_of_the_unit_are_the_units(written: Callable[..., Path]) -> None:
    """Where nothing has records; targets beside realisations alone are those of no unit, and not read unasked."""
    table = [["kode", "realisasi"], ["SS2.1", 9.5]]
    others = dict.fromkeys([*SHEETS[:8], "petunjuk"])
    assert (UNIT,) == _given(written(**others, realisasi=table)).units
    alone = _given(written("tabel.xlsx", **others, realisasi=table, unit=None))
    assert ((), None, (sentence("worksheet.unread", named=["target"]),)) == (alone.units, alone.targets, alone.notes)
