"""Readings that a unit takes in its `unit.xlsx`, and the list of them in its form."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

import attrs
import pytest

from kinerja import BSPJI_PEKANBARU_2021_2024 as CATALOGUE
from kinerja import RecordsError
from kinerja._base import FrozenMap
from kinerja.readers import measure_folders, read_folder, with_unit_settings
from kinerja.readers.forms import write_forms
from kinerja.readers.sheets import open_workbook
from planners_sheets import with_formula

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    WriteTable = Callable[..., Path]

HEADINGS = ("nama unit", "kode satker", "akun layanan", "tafsir", "batas atas capaian")
MEASURES = """perusahaan;ukuran performansi;tahun;sebelum;sesudah;lebih rendah lebih baik
X;ton;2023;100;130;tidak
X;jam;2023;100;110;tidak
Y;ton;2023;100;96;tidak
"""


def answers(write_table: WriteTable, cell: object) -> Any:
    """Return what a unit sets by a cell of readings."""
    path = write_table(HEADINGS, ("A", "", "", cell, ""), name="unit.xlsx")
    return read_folder(path.parent, CATALOGUE).unit.settings


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("", {}),
        ("SK3/1 case = company", {"SK3/1": {"reading": {"case": "company"}}}),
        ("sk3-1  case=company;", {"SK3/1": {"reading": {"case": "company"}}}),
        (
            "SK3/1 case = measure, SK2/1 growth = both; SK2/1 fall = either",
            None,
        ),
        (
            "SK3/1 worse = zero; SK2/1 growth = both",
            {"SK3/1": {"reading": {"worse": "zero"}}, "SK2/1": {"reading": {"growth": "both"}}},
        ),
    ],
)
def test_a_cell_holds_readings_and_their_answers(write_table: WriteTable, cell: str, expected: Any) -> None:
    """As the guide lists them, with semicolons or commas between them."""
    if expected is None:
        with pytest.raises(RecordsError):
            answers(write_table, cell)
    else:
        assert expected == {code: dict(own) for code, own in answers(write_table, cell).items()}


def test_accounts_and_readings_of_one_code_stand_together(write_table: WriteTable) -> None:
    """Each under its own name."""
    path = write_table(HEADINGS, ("A", "", "425283", "SK3/2 refunds = not_deducted", ""), name="unit.xlsx")
    settings = read_folder(path.parent, CATALOGUE).unit.settings
    assert {"accounts": ("425283",), "reading": {"refunds": "not_deducted"}} == settings["SK3/2"]


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("perusahaan", "unit.no_answer"),
        ("SK3/1 case company", "unit.no_answer"),
        ("SK3/1 case = company; SK3/1 case = measure", "unit.two_answers"),
        ("SK3/1 case = firm", "unit.answer_unfit"),
        ("SK3/1 cases = company", "unit.answer_unfit"),
        ("SK3/1 cases = dapati", "unit.answer_unfit"),
        ("SK2/1 actual = share", "unit.answer_unfit"),
    ],
)
def test_what_is_no_answer_is_refused(write_table: WriteTable, cell: str, code: str) -> None:
    """In its column."""
    with pytest.raises(RecordsError) as caught:
        answers(write_table, cell)
    assert [(code, "tafsir")] == [(problem.code, problem.column) for problem in caught.value.problems]


def test_an_error_of_the_spreadsheet_is_no_answer(write_table: WriteTable) -> None:
    """As in the other columns."""
    with pytest.raises(RecordsError) as caught:
        answers(write_table, with_formula("=1/0", "#DIV/0!"))
    assert ["tafsir"] == [problem.column for problem in caught.value.problems]


def test_a_folder_is_measured_as_its_unit_reads(write_table: WriteTable, tmp_path: Path) -> None:
    """A mean of two companies, not of three measures."""
    write_table(HEADINGS, ("A", "", "", "SK3/1 case = company", ""), name="unit.xlsx")
    (tmp_path / "ukuran.csv").write_text(MEASURES, encoding="utf-8")
    folders = [read_folder(tmp_path, CATALOGUE)]
    own = with_unit_settings(folders, CATALOGUE)
    card = own.scorecard(2023, measure_folders(folders, CATALOGUE, 2023))
    assert (Fraction(8), f"{tmp_path.name}/unit.xlsx") == (card["SK3/1"].actual, own["SK3/1"].settings_source)


def test_units_that_read_otherwise_do_not_go_together(write_table: WriteTable, tmp_path: Path) -> None:
    """Their measurements are of two indicators."""
    folders = []
    for name, cell in (("a", "SK3/1 case = company"), ("b", "")):
        (tmp_path / name).mkdir()
        write_table(HEADINGS, (name, "", "", cell, ""), name=f"{name}/unit.xlsx")
        (tmp_path / name / "ukuran.csv").write_text(MEASURES, encoding="utf-8")
        folders.append(read_folder(tmp_path / name, CATALOGUE))
    with pytest.raises(RecordsError) as caught:
        with_unit_settings(folders, CATALOGUE)
    (problem,) = caught.value.problems
    assert (
        "settings.differ",
        "SK3/1: tafsir berbeda, sehingga tidak dapat digabung: a/unit.xlsx: case = company;",
    ) == (
        problem.code,
        problem.text.id.partition(" b/unit.xlsx")[0],
    )


def test_the_guide_lists_every_answer_that_a_unit_may_take(tmp_path: Path) -> None:
    """None that lacks data or is of another unit; each is read back."""
    forms = {path.name: path for path in write_forms(tmp_path / "isian", CATALOGUE, period=2023)}
    guide = [row[:2] for row in open_workbook(forms["unit.xlsx"])[1].cells]
    listed = {str(row[0]): str(row[1]) for row in guide[[row[0] for row in guide].index("Tafsir") + 1 :]}
    reading = CATALOGUE["SK3/1"].reading("case")
    told = f"{reading.question.id} {reading.answer('company').text.id} Katalog: {reading.taken.id}"
    assert (told, False, False) == (
        listed["SK3/1 case = company"],
        "SK3/1 cases = dapati" in listed,
        "SK2/1 actual = share" in listed,
    )


def test_a_decree_without_readings_lists_none(tmp_path: Path) -> None:
    """Nor is there a column for them."""
    entries = FrozenMap({code: attrs.evolve(entry, readings=()) for code, entry in CATALOGUE.items()})
    forms = {path.name: path for path in write_forms(tmp_path / "isian", entries, period=2023)}
    guide = [row[0] for row in open_workbook(forms["unit.xlsx"])[1].cells]
    assert (0, "batas atas capaian") == (guide.count("tafsir"), guide[-1])
