"""Tables of realisations, of targets and of records as workbooks."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

import pytest

from kinerja import BSPJI_PEKANBARU_2021_2024, Reason, RecordsError, Tenant, Text
from kinerja.readers import read_actuals, read_targets, stream_rows
from planners_sheets import in_percent, with_formula
from said import refused

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def _problems(path: Path, **more: Any) -> list[tuple[int | None, str | None, object]]:
    with pytest.raises(RecordsError) as caught:
        read_actuals(path, **more)
    return [(problem.row, problem.column, problem.value) for problem in caught.value.problems]


def test_a_workbook_may_be_streamed_too(write_table: Callable[..., Path]) -> None:
    """From the worksheet that is named."""
    path = write_table(
        ["satker", "tenan", "seleksi", "prainkubasi", "inkubasi", "pascainkubasi"],
        ["Balai", "A", None, None, None, None],
    )
    streamed = stream_rows(path, Tenant, sheet="Lembar", limit=10**9)
    assert [Tenant(unit="Balai", tenant="A")] == list(streamed)


def test_a_workbook_of_targets_is_read(write_table: Callable[..., Path]) -> None:
    """Its number cells are taken as they are."""
    assert {"SK1/1": 2} == read_targets(write_table(["Kode", "Target"], ["SK1/1", 2]))


def test_a_blank_cell_of_a_workbook_is_not_measured(write_table: Callable[..., Path]) -> None:
    """As in a CSV file."""
    path = write_table(["kode", "realisasi"], ["SK1/1", None], ["SK1/2", "n/a"])
    assert {"SK1/1": Reason.NOT_MEASURED, "SK1/2": Reason.NOT_MEASURED} == read_actuals(path).by_code()


def test_an_error_of_a_workbook_is_not_taken_as_not_measured(write_table: Callable[..., Path]) -> None:
    """python-calamine gives a blank for it."""
    path = write_table(["kode", "realisasi"], ["SK1/1", with_formula("=1/0", "#DIV/0!")])
    assert [(2, "realisasi", "#DIV/0!")] == _problems(path)


@pytest.mark.parametrize(("cell", "shown"), [(True, "TRUE"), ("1e5", "1e5")])
def test_what_is_no_number_in_a_workbook_is_refused(write_table: Callable[..., Path], cell: Any, shown: str) -> None:
    """A truth value, and text that is no number; both as the spreadsheet shows them."""
    assert [(2, "realisasi", shown)] == _problems(write_table(["kode", "realisasi"], ["SK1/1", cell]))


def test_a_workbook_cell_in_percent_is_what_it_shows(write_table: Callable[..., Path]) -> None:
    """Excel keeps 0.4725 for 47,25%."""
    path = write_table(["kode", "realisasi"], ["SK3/4", in_percent(0.4725)])
    assert {"SK3/4": Fraction(189, 4)} == read_actuals(path, entries=BSPJI_PEKANBARU_2021_2024).by_code()


def test_a_workbook_cell_in_percent_is_refused_for_a_count(write_table: Callable[..., Path]) -> None:
    """A tenant is no percent."""
    path = write_table(["kode", "realisasi"], ["SK1/1", in_percent(2)])
    assert [(2, "realisasi", "200,00%")] == _problems(path, entries=BSPJI_PEKANBARU_2021_2024)


def test_two_worksheets_with_different_figures_of_one_code_are_refused(write_workbook: Callable[..., Path]) -> None:
    """Which one holds is not guessed; a code of which both say the same, or one nothing, is read."""
    head = {0: "kode", 1: "realisasi"}
    first = [head, {0: "SK1/1", 1: 2}, {0: "SK1/2", 1: 1}, {0: "SK2/1"}]
    second = [head, {0: "SK1/1", 1: 3}, {0: "SK1/2", 1: 1}, {0: "SK2/1", 1: 4}]
    path = write_workbook(first, sheet="TW1", sheets={"TW2": second})
    places = Text(id="TW1 dan TW2", en="TW1 and TW2")
    with refused("table.other_values", RecordsError, indicator="SK1/1", places=places):
        read_actuals(path)
