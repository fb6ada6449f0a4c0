"""Several periods of one frame at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl
import pyarrow as pa
import pytest

from any_frame import AsFrame, rows_of
from kinerja import Period, PNBPGrowth, Quarter, Year, frames
from said import refused

if TYPE_CHECKING:
    from collections.abc import Sequence

DAYS = pl.Series(["2021-03-01", "2022-03-01", "2023-03-01", "2022-05-01"]).str.to_date()
RECEIPTS = pl.DataFrame(
    {"unit": ["A", "A", "A", "B"], "receipt": ["1", "2", "3", "4"], "amount": [100, 110, 121, 5], "received_on": DAYS}
)
EXPECTED = [
    ("2022", "A", 100, 110, 10.0),
    ("2022", "B", 0, 5, None),
    ("2023", "A", 110, 121, 10.0),
    ("2023", "B", 5, 0, None),
]


def test_each_row_says_its_period(kind: str, as_frame: AsFrame) -> None:
    """First of the columns, then what it is grouped by; on every kind of frame."""
    made = frames.measure(PNBPGrowth(), as_frame(kind, RECEIPTS.to_arrow()), period=[2022, 2023], by=["unit"])
    rows = [tuple(row.values())[:5] for row in rows_of(made)]
    assert EXPECTED == sorted(rows)


def test_rows_stand_in_the_order_of_the_periods() -> None:
    """A quarter's name stands as people write it, whatever was passed."""
    periods: list[int | Period] = [Quarter(year=2023, number=1), 2022, Year(year=2023)]
    made = frames.measure(PNBPGrowth(), RECEIPTS, period=periods)
    assert ["2023-TW1", "2022", "2023"] == made["period"].to_list()


def test_one_period_in_a_list_is_named_too() -> None:
    """The columns do not depend on how many there are."""
    assert ["2023"] == frames.measure(PNBPGrowth(), RECEIPTS, period=[2023])["period"].to_list()


def test_years_of_a_column_are_periods() -> None:
    """As pandas and numpy give them."""
    made = frames.measure(PNBPGrowth(), RECEIPTS, period=RECEIPTS["received_on"].dt.year().unique().sort().to_numpy())
    assert ["2021", "2022", "2023"] == made["period"].to_list()


@pytest.mark.parametrize("periods", [[], [2023, "2023"]])
def test_periods_are_at_least_one_and_different(periods: Sequence[int | str]) -> None:
    """The same twice would double its rows."""
    with refused("frame.no_periods", value=tuple(Year(year=2023) for _ in periods)):
        frames.measure(PNBPGrowth(), RECEIPTS, period=periods)


def test_a_column_called_period_is_no_group_of_several() -> None:
    """The result has its own."""
    named = pa.table({"period": ["x"] * 4}).append_column("unit", pa.array(["A"] * 4))
    with refused("columns.no_keys", available=("period",), taken=("period",)):
        frames.measure(PNBPGrowth(), named, period=[2022, 2023], by=["period"])
