"""What a cell holds, read as text or as a number."""

from __future__ import annotations

import datetime as dt
import math
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from kinerja import Percent, RecordsError
from kinerja._base import Message
from kinerja.readers.sheets import Flaw, is_blank, read_cell_number, read_cell_text, shown
from said import refused

if TYPE_CHECKING:
    from collections.abc import Callable

    from kinerja.readers.sheets import Cell

ERROR = Flaw(value="#DIV/0!", message=Message(code="error", id="galat.", en="an error."))
DATE = dt.date(2023, 2, 3)


@pytest.mark.parametrize("cell", ["", " \t\n"])
def test_an_empty_text_is_blank(cell: Cell) -> None:
    """Blanks are nothing."""
    assert is_blank(cell)


@pytest.mark.parametrize("cell", ["-", 0.0, False, ERROR])
def test_zero_is_not_blank(cell: Cell) -> None:
    """Zero is a value, and so is an error."""
    assert not is_blank(cell)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [("SK1/1", "SK1/1"), (521211.0, "521211"), (0.5, "0.5"), (DATE, "2023-02-03"), (True, "TRUE"), (ERROR, "#DIV/0!")],
)
def test_a_cell_is_shown_as_the_file_shows_it(cell: Cell, expected: str) -> None:
    """Messages name what the planner sees."""
    assert expected == shown(cell)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (" SK3/4\n", "SK3/4"),
        ("SPK \N{NO-BREAK SPACE} 001", "SPK 001"),
        (521211.0, "521211"),
    ],
)
def test_text_is_read_without_needless_blanks(cell: Cell, expected: str) -> None:
    """What two people type is one text; a code that Excel took for a whole number is its digits."""
    assert expected == read_cell_text(cell)


@pytest.mark.parametrize("cell", [1.1, DATE, True, dt.timedelta(1), Percent(5)])
def test_what_excel_took_for_something_else_is_no_text(cell: Cell) -> None:
    """The code 1.10 became 1.1, and 1/2 a date: the text is lost."""
    with refused("cell.not_text", RecordsError):
        read_cell_text(cell)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [("47,25", Fraction(189, 4)), (47.25, Fraction(189, 4)), (0.1, Fraction(1, 10)), (-0.0, Fraction(0))],
)
def test_a_number_cell_means_the_decimal_it_shows(cell: Cell, expected: Fraction) -> None:
    """Text goes through Indonesian writing, a number cell is taken as it is."""
    assert expected == read_cell_number(cell)


def test_a_percent_format_counts_in_percent() -> None:
    """The planner sees 47,25%."""
    assert Fraction(189, 4) == read_cell_number(Percent(47.25))


def test_a_percent_format_is_refused_where_no_percent_is_expected() -> None:
    """A count of tenants is no percent."""
    with refused("cell.percent_format", RecordsError):
        read_cell_number(Percent(47.25), may_be_percent=False)


@pytest.mark.parametrize(
    "cell", [True, DATE, dt.datetime(2023, 2, 3, tzinfo=dt.UTC), dt.time(12), dt.timedelta(1), math.inf]
)
def test_dates_and_truth_values_are_no_numbers(cell: Cell) -> None:
    """Excel's own number behind them is not what the planner wrote."""
    with refused("cell.not_number", RecordsError):
        read_cell_number(cell)


@pytest.mark.parametrize("read", [read_cell_number, read_cell_text])
def test_an_error_is_no_number_and_no_text(read: Callable[[Cell], object]) -> None:
    """It says what it is."""
    with pytest.raises(RecordsError) as caught:
        read(ERROR)
    assert "error" == caught.value.code
