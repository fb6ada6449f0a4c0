"""What a unit says of itself in its folder, `unit.xlsx` and `target.xlsx`: as workbooks, and as their forms."""

from __future__ import annotations

import datetime as dt
import zipfile
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import attrs
import pytest

from kinerja import BSPJI_PEKANBARU_2021_2024 as CATALOGUE
from kinerja import Catalogue, ColumnsError, QuantityError, RecordsError
from kinerja._base import FrozenMap
from kinerja.readers import (
    WorkUnit,
    agreed_cap,
    measure_folders,
    read_folder,
    read_targets,
    units_of,
    with_unit_settings,
)
from kinerja.readers.folders import named_in_folder
from kinerja.readers.forms import write_forms
from kinerja.readers.sheets import open_workbook
from planners_sheets import in_percent, with_formula

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

HEADINGS = ("nama unit", "kode satker", "akun layanan", "batas atas capaian")


@pytest.fixture
def forms(tmp_path: Path) -> dict[str, Path]:
    """Write the forms of the decree: name -> path."""
    return {path.name: path for path in write_forms(tmp_path / "formulir", CATALOGUE, period=2023)}


def written(path: Path, sheet: int = 0) -> list[list[Any]]:
    """Return the cells of a sheet of a form."""
    return [*open_workbook(path)[sheet].cells]


def test_a_workbook_may_hold_numbers(write_table: Callable[..., Path]) -> None:
    """A code and an account typed as numbers, a cap shown in percent."""
    path = write_table(HEADINGS, ("BSPJI  Pekanbaru ", 417912, 425283, in_percent(1.2, "0%")), name="unit.xlsx")
    unit = read_folder(path.parent, CATALOGUE).unit
    assert WorkUnit(
        name="BSPJI Pekanbaru",
        satker="417912",
        file="unit.xlsx",
        settings=FrozenMap({"SK3/2": FrozenMap({"accounts": ("425283",)})}),
        cap=Fraction(120),
    ) == (unit)


def test_an_error_of_the_spreadsheet_is_refused(write_table: Callable[..., Path]) -> None:
    """In the code as in the accounts."""
    flaw = with_formula("=1/0", "#DIV/0!")
    path = write_table(HEADINGS, ("A", flaw, flaw, ""), name="unit.xlsx")
    with pytest.raises(RecordsError) as caught:
        read_folder(path.parent, CATALOGUE)
    assert ["kode satker", "akun layanan"] == [problem.column for problem in caught.value.problems]


def test_the_accounts_of_a_decree_may_be_set_too(write_table: Callable[..., Path]) -> None:
    """By the name of the setting; the form does not ask for what the decree says."""
    path = write_table((*HEADINGS, "akun P3DN"), ("A", "", "", "", "521211; 522141"), name="unit.xlsx")
    own = with_unit_settings([read_folder(path.parent, CATALOGUE)], CATALOGUE)
    assert ({"521211", "522141"}, f"{path.parent.name}/unit.xlsx") == (
        own["SK3/4"].settings["accounts"],
        own["SK3/4"].settings_source,
    )


def test_a_setting_of_one_name_holds_for_every_entry(write_table: Callable[..., Path]) -> None:
    """Two entries that are measured by service accounts."""
    entries = FrozenMap({**CATALOGUE.entries, "SK9": attrs.evolve(CATALOGUE["SK3/2"], code="SK9")})
    catalogue = attrs.evolve(CATALOGUE, entries=entries)
    path = write_table(HEADINGS, ("A", "", "425283", ""), name="unit.xlsx")
    assert ["SK3/2", "SK9"] == list(read_folder(path.parent, catalogue).unit.settings)


def test_measured_is_by_the_settings_of_the_folder(write_table: Callable[..., Path], tmp_path: Path) -> None:
    """And a scorecard by the decree alone refuses it."""
    write_table(HEADINGS, ("A", "", "425283", ""), name="unit.xlsx")
    rows = "KW-1;425283;100;05/04/2022\nKW-2;425283;103;05/04/2023\n"
    (tmp_path / "a.csv").write_text("nomor penerimaan;akun;jumlah;tanggal penerimaan\n" + rows, encoding="utf-8")
    folders = [read_folder(tmp_path, CATALOGUE)]
    values = measure_folders(folders, CATALOGUE, 2023)
    with pytest.raises(QuantityError) as caught:
        CATALOGUE.scorecard(2023, values)
    card = with_unit_settings(folders, CATALOGUE).scorecard(2023, values, units=units_of(folders))
    assert ("score.other_indicator", Fraction(3), ("A",)) == (caught.value.code, card["SK3/2"].actual, card.units)


def test_no_folder_says_no_cap() -> None:
    """Nor does it change what is given."""
    assert (None, Fraction(120)) == (agreed_cap([], None), agreed_cap([], Fraction(120)))


def test_the_form_of_the_unit_asks_for_what_the_decree_leaves_open(forms: dict[str, Path]) -> None:
    """Name, code, service accounts, readings and cap."""
    assert [[*HEADINGS[:3], "tafsir", HEADINGS[3]]] == written(forms["unit.xlsx"])


def test_the_form_of_the_unit_says_whose_accounts_it_asks_for(forms: dict[str, Path]) -> None:
    """By the code of the indicator."""
    (note,) = (row[1] for row in written(forms["unit.xlsx"], 1) if row[0] == "akun layanan")
    assert note.startswith("Untuk SK3/2:")


def test_the_form_of_targets_has_a_column_for_the_year_and_each_quarter(forms: dict[str, Path]) -> None:
    """And a row for each indicator, with the decree's target."""
    head, first, *_, last = written(forms["target.xlsx"])
    assert [
        "kode",
        "indikator",
        "satuan",
        "target keputusan 2023",
        "target 2023",
        *(f"target 2023-TW{n}" for n in (1, 2, 3, 4)),
    ] == head
    assert [("SK1/1", "1"), ("SK3/4", "45")] == [(row[0], row[3]) for row in (first, last)]


def test_the_form_of_targets_takes_ranges(forms: dict[str, Path]) -> None:
    """No cell is checked for a number; the guide says how a range is written, and by which sign it stays one."""
    with zipfile.ZipFile(forms["target.xlsx"]) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    (allowed,) = (row[3] for row in written(forms["target.xlsx"], 1) if row[0] == "target 2023")
    assert (0, True, True) == (sheet.count("<dataValidation "), "80-90" in allowed, "7 s.d. 8" in allowed)


@pytest.mark.parametrize("name", ["target.xlsx", "target.csv"])
def test_ranges_and_periods_are_read_alike_from_a_workbook_and_a_csv_file(
    write_table: Callable[..., Path], name: str
) -> None:
    """By the folder and on their own."""
    rows = [("kode", "target 2023", "target 2023-TW1", "target 2023-S1"), ("SK3/4", "80-90", "7 s.d. 8", "47,5")]
    path = write_table(*rows, name="target.xlsx")
    if name != path.name:
        path.unlink()
        path = path.with_name(name)
        path.write_text("\n".join(map(";".join, rows)), encoding="utf-8")
    expected = {"2023": "80-90", "2023-TW1": "7-8", "2023-S1": "95/2"}
    by_period = read_folder(path.parent, CATALOGUE).targets.by_period
    assert expected == {period: str(own["SK3/4"]) for period, own in by_period.items()}
    assert expected == {
        period: str(read_targets(path, entries=CATALOGUE, period=period)["SK3/4"]) for period in expected
    }


def test_a_range_that_turned_into_a_date_is_told_how_to_stay_one(write_table: Callable[..., Path]) -> None:
    """A spreadsheet takes 7-8 for the seventh of August."""
    typed = in_percent(dt.date(2026, 8, 7), "d-mmm")
    path = write_table(("kode", "target 2023"), ("SK3/4", typed), name="target.xlsx")
    with pytest.raises(RecordsError) as caught:
        read_folder(path.parent, CATALOGUE)
    assert ["cell.range_as_day"] == [problem.code for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("cells", "answers"),
    [
        ({"nama unit": "A"}, {}),
        ({"nama unit": "A", "tafsir": "SK3/1 case = company"}, {"SK3/1": {"reading": {"case": "company"}}}),
    ],
)
def test_a_unit_may_say_its_name_and_readings_alone(
    write_table: Callable[..., Path], cells: dict[str, str], answers: dict[str, Any]
) -> None:
    """Nothing else stands in its file, so that it is a list of nothing else."""
    unit = read_folder(write_table([*cells], [*cells.values()], name="unit.xlsx").parent, CATALOGUE).unit
    assert ("A", answers) == (unit.name, {code: dict(own) for code, own in unit.settings.items()})


def test_the_name_in_a_short_file_chooses_the_catalogue_of_its_unit(write_table: Callable[..., Path]) -> None:
    """Before the folder is read, so that its other headings are not known yet."""
    path = write_table(("nama unit", "akun layanan"), ("A", "425283"), name="unit.xlsx")
    assert "A" in named_in_folder(path.parent)


def test_the_form_of_targets_for_a_semester_has_a_column_for_each(tmp_path: Path) -> None:
    """In the place of the quarters; and they read back by their periods."""
    *_, path, _ = write_forms(tmp_path, CATALOGUE, period="2023-S1")
    assert ["target 2023", "target 2023-S1", "target 2023-S2"] == written(path)[0][4:]
    assert ["2023", "2023-S1", "2023-S2"] == [*read_folder(tmp_path, CATALOGUE).targets.by_period]


def test_the_form_of_targets_shows_the_decrees_of_a_semester(tmp_path: Path) -> None:
    """Beside that of the year, where the decree has any; they are filled in and not read."""
    halved = attrs.evolve(
        CATALOGUE["SK1/1"], targets={2023: Fraction(4), "2023-S1": Fraction(2)}, target_sources={"2023-S1": "PK 2023"}
    )
    catalogue = attrs.evolve(CATALOGUE, entries=FrozenMap({**CATALOGUE.entries, "SK1/1": halved}))
    *_, path, _ = write_forms(tmp_path, catalogue, period="2023-S1")
    head, first, *_, last = written(path)
    assert ["target keputusan 2023", "target keputusan 2023-S1", "target 2023"] == head[3:6]
    assert [["4", "2"], ["45", "-"]] == [row[3:5] for row in (first, last)]
    assert () == read_folder(tmp_path, catalogue).targets.unread


def test_the_form_of_targets_has_a_dash_where_the_decree_has_none(tmp_path: Path) -> None:
    """In the baseline year."""
    *_, path, _ = write_forms(tmp_path, CATALOGUE, period=2021)
    assert {"-"} == {row[3] for row in written(path)[1:]}


def test_the_form_of_targets_reads_back_empty(forms: dict[str, Path]) -> None:
    """No target of its own; it may be given to `--targets` too."""
    assert ({}, {}) == (
        dict(read_folder(forms["target.xlsx"].parent, CATALOGUE).targets.by_period["2023"]),
        read_targets(forms["target.xlsx"], entries=CATALOGUE, period="2023-TW1"),
    )


@pytest.mark.parametrize(
    ("typed", "unread"),
    [("45", ()), ("45,0", ()), ("-", ()), ("lihat PK", ()), ("60", ("Target keputusan 2023",))],
)
def test_a_target_that_is_typed_over_the_decrees_is_named(
    write_table: Callable[..., Path], typed: str, unread: tuple[str, ...]
) -> None:
    """The column is not read: who writes the own target there was scored by the decree's without a word."""
    head = ("kode", "indikator", "Target keputusan 2023", "target 2023")
    path = write_table(head, ("SK3/4", "P3DN", typed, None), name="target.xlsx")
    assert unread == read_folder(path.parent, CATALOGUE).targets.unread


def test_targets_are_by_period_alone(forms: dict[str, Path]) -> None:
    """The column of codes is no period."""
    quarters = [f"2023-TW{number}" for number in (1, 2, 3, 4)]
    assert ["2023", *quarters] == [*read_folder(forms["target.xlsx"].parent, CATALOGUE).targets.by_period]


def test_targets_of_a_period_without_a_column_are_refused(write_table: Callable[..., Path]) -> None:
    """Another period's would be a wrong figure."""
    path = write_table(("kode", "target 2023"), ("SK3/4", 60), name="target.xlsx")
    with pytest.raises(ColumnsError) as caught:
        read_targets(path, entries=CATALOGUE, period="2023-TW1")
    assert ("target 2023-TW1",) == caught.value.missing


def test_a_table_of_targets_and_actuals_is_one_of_actuals(write_table: Callable[..., Path]) -> None:
    """In a folder its targets are compared, not taken."""
    path = write_table(("kode", "target 2023", "realisasi"), ("SK3/4", 60, 45), name="realisasi.xlsx")
    (given,) = read_folder(path.parent, CATALOGUE).given["SK3/4"]
    assert (Fraction(45), ("target 2023",)) == (
        given.actual and given.actual.value,
        given.actual and given.actual.beside,
    )


@pytest.mark.parametrize("name", ["SK3-2 Penerimaan.xlsx", "unit.xlsx", "target.xlsx"])
def test_forms_print_with_headings_lines_and_page_numbers(forms: dict[str, Path], name: str) -> None:
    """Across A4 paper, the headings on every page."""
    with zipfile.ZipFile(forms[name]) as archive:
        sheet, book = archive.read("xl/worksheets/sheet1.xml").decode(), archive.read("xl/workbook.xml").decode()
    assert [True] * 4 == [
        part in text
        for part, text in (
            ('gridLines="1"', sheet),
            ('orientation="landscape"', sheet),
            ("&amp;P/&amp;N", sheet),
            ("_xlnm.Print_Titles", book),
        )
    ]


def test_an_entry_without_indicator_has_no_settings(tmp_path: Path) -> None:
    """Its actual alone is known; the form of the unit asks for the rest."""
    entry = attrs.evolve(CATALOGUE["SK3/2"], indicator=None)
    alone = Catalogue(decree=CATALOGUE.decree, objectives=(), entries=FrozenMap({"SK3/2": entry}))
    path, *_ = write_forms(tmp_path, alone, period=2023)
    assert [["nama unit", "kode satker", "batas atas capaian"]] == written(path)
