"""What python-calamine leaves out of a worksheet's cells."""

from __future__ import annotations

import datetime as dt
import math
import operator
from typing import TYPE_CHECKING, Any

import pytest

from kinerja import Percent
from kinerja.readers.sheets import Flaw, open_workbook, shown
from kinerja.readers.sheets.survey import PERCENT_FORMAT, mark_row
from planners_sheets import in_percent, rewrite, with_formula

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SHEET = "xl/worksheets/sheet1.xml"


def _marks(path: Path, sheet: str = "Lembar") -> Any:
    return next(one.marks for one in open_workbook(path) if one.name == sheet)


def _rows(path: Path) -> list[Any]:
    return [cells for _, cells in open_workbook(path)[0].rows()]


@pytest.mark.parametrize("pattern", ["0%", "0.00%", "#,##0.0%;[Red]-0.0%", '0.0"kira-kira"%'])
def test_a_number_shown_in_percent_is_a_percent(write_table: Callable[..., Path], pattern: str) -> None:
    """The cell shows 47,25% and holds 0.4725."""
    assert [["SK3/4", Percent(47.25)]] == _rows(write_table(["SK3/4", in_percent(0.4725, pattern)]))


@pytest.mark.parametrize("pattern", ["0.00", '0.00"%"', r"0.00\%", "#,##0", "General"])
def test_a_percent_sign_that_is_only_printed_changes_nothing(write_table: Callable[..., Path], pattern: str) -> None:
    """A sign in quotes does not multiply what is shown."""
    assert [[47.25]] == _rows(write_table([in_percent(47.25, pattern)]))


def test_a_text_shown_in_percent_stays_text(write_table: Callable[..., Path]) -> None:
    """A number format has no power over a text."""
    assert [["47,25"]] == _rows(write_table([in_percent("47,25")]))


def test_a_blank_shown_in_percent_stays_blank(write_table: Callable[..., Path]) -> None:
    """A formatted column has many such cells."""
    assert [["SK1/1", "", 1.0]] == _rows(write_table(["SK1/1", in_percent(None), 1]))


@pytest.mark.parametrize("error", ["#DIV/0!", "#N/A", "#REF!", "#VALUE!"])
def test_an_error_is_not_a_blank(write_table: Callable[..., Path], error: str) -> None:
    """Taken as a blank it would count as not measured."""
    (row,) = _rows(write_table(["SK1/1", with_formula("=1/0", error)]))
    assert isinstance(row[1], Flaw)
    assert (error, "cell.error") == (row[1].value, row[1].message.code)


def test_blanks_between_elements_are_no_part_of_them(write_table: Callable[..., Path]) -> None:
    """Some programs write XML to be looked at."""
    path = write_table(["SK1/1", with_formula("=1/0", "#DIV/0!")])
    rewrite(path, SHEET, lambda text: text.replace("><", ">\n  <"))
    (row,) = _rows(path)
    assert "#DIV/0!" == shown(row[1])


def test_a_formula_without_a_result_is_not_a_blank(write_table: Callable[..., Path]) -> None:
    """Some programs write formulas and leave the calculating to Excel."""
    path = write_table(["SK1/1", with_formula("=1+1", 2)])
    rewrite(path, SHEET, lambda text: text.replace("<v>2</v>", ""))
    (row,) = _rows(path)
    assert isinstance(row[1], Flaw)
    assert "cell.no_result" == row[1].message.code


def test_a_formula_that_gives_an_empty_text_is_blank(write_table: Callable[..., Path]) -> None:
    """Excel stores the result of =IF(A1="","",...) as a text without characters."""
    path = write_table(["SK1/1", with_formula('=""', "")])
    rewrite(path, SHEET, lambda text: text.replace('<c r="B1"><f>', '<c r="B1" t="str"><f>'))
    assert [["SK1/1", ""]] == _rows(path)


def test_a_calculated_formula_is_its_result(write_table: Callable[..., Path]) -> None:
    """Its last result is what the planner sees."""
    assert [[2.0]] == _rows(write_table([with_formula("=1+1", 2)]))


def test_an_error_below_the_last_filled_row_is_found(write_workbook: Callable[..., Path]) -> None:
    """A formula without a result may stand where nothing else does."""
    path = write_workbook([{0: "kode"}, {}, {3: with_formula("=1+1", 2)}])
    rewrite(path, SHEET, lambda text: text.replace("<v>2</v>", ""))
    assert [1, 0, 4] == [len(row) for row in _rows(path)]


def test_rows_and_columns_are_counted_as_the_spreadsheet_does(write_workbook: Callable[..., Path]) -> None:
    """Row 3, column AC."""
    assert {3: {28: PERCENT_FORMAT}} == _marks(write_workbook([{}, {}, {0: "kode", 28: in_percent(0.5)}]))


def test_cells_that_do_not_say_where_they_stand_follow_each_other(write_table: Callable[..., Path]) -> None:
    """The format allows it."""
    path = write_table(["a", in_percent(0.5)], ["b", in_percent(0.5)])
    for reference in ("A1", "B1", "A2", "B2", "1", "2"):
        rewrite(path, SHEET, operator.methodcaller("replace", f' r="{reference}"', ""))
    assert {1: {1: PERCENT_FORMAT}, 2: {1: PERCENT_FORMAT}} == _marks(path)


def test_a_workbook_without_styles_has_no_percents(write_table: Callable[..., Path]) -> None:
    """SAKTI's own exports have some, other programs leave them out."""
    assert {} == _marks(rewrite(write_table(["a", 0.5]), "xl/styles.xml", None))


def test_the_sheet_is_found_by_its_name(write_table: Callable[..., Path]) -> None:
    """Sheets are numbered apart from their names."""
    path = write_table(["a"], sheets={"Kedua & lain": [{0: in_percent(0.5)}]})
    assert {1: {0: PERCENT_FORMAT}} == _marks(path, "Kedua & lain")


def test_a_target_from_the_root_is_found(write_table: Callable[..., Path]) -> None:
    """Some programs write "/xl/worksheets/sheet1.xml"."""
    path = write_table([in_percent(0.5)])
    rewrite(path, "xl/_rels/workbook.xml.rels", lambda text: text.replace('"worksheets/', '"/xl/worksheets/'))
    assert {1: {0: PERCENT_FORMAT}} == _marks(path)


@pytest.mark.parametrize("cell", ["text", True, dt.date(2023, 2, 3), math.inf])
def test_only_a_number_is_put_in_percent(cell: Any) -> None:
    """A date may share a style by mistake."""
    assert [cell] == mark_row([cell], {0: PERCENT_FORMAT})


def test_a_row_without_marks_is_itself() -> None:
    """Most rows are."""
    assert ["a", 1.0] == mark_row(["a", 1.0], {})
