"""Formulas of data on frames."""

from __future__ import annotations

import datetime as dt
from typing import Any

import attrs
import polars as pl
import pyarrow as pa
import pytest

from any_frame import AsFrame, rows_of
from kinerja import Text, Unit, frames
from office import COSTS, DAYS, IKPA

PARTS = {
    "unit": ["A", "A"],
    "indicator": ["IK.10", "IK.10"],
    "year": [2025, 2025],
    "part": ["a", "b"],
    "score": [100.0, 90.0],
    "weight": [10.0, 30.0],
}


def test_a_number_that_a_frame_lacks_has_its_default(kind: str, as_frame: AsFrame) -> None:
    """Without a column of deductions nothing is deducted, and without one of what applies, all parts do."""
    (row,) = rows_of(frames.measure(IKPA, as_frame(kind, pa.table(PARTS)), period=2025))
    assert (92.5, None) == (row["actual"], row["reason"])


def test_marks_of_two_units_are_refused_in_one_group() -> None:
    """An index is of one unit: the same part twice is counted twice, whosever it is."""
    frame = pl.DataFrame({**PARTS, "unit": ["A", "B"], "part": ["a", "a"]})
    (row,) = frames.measure(IKPA, frame, period=2025).to_dicts()
    assert str(frames.Refusal.COUNTED_TWICE) == row["reason"]


CASES = {"unit": ["A", "A"], "reference": ["1", "2"], "dated_on": [dt.date(2025, 3, 1)] * 2}
ON_SCALE = attrs.evolve(
    DAYS, averaged=attrs.evolve(DAYS.averaged, unit=Unit(name=Text(id="Indeks (skala 4)", en="index (scale 4)")))
)


@pytest.mark.parametrize(
    ("indicator", "numbers"),
    [
        (ON_SCALE, {"value": [3.0, 5.0]}),
        (ON_SCALE, {"value": [3, -1]}),
        (attrs.evolve(COSTS, part=True), {"numerator": [100, 460], "denominator": [430, 430]}),
    ],
    ids=["above the scale", "below it", "a part above its whole"],
)
def test_a_row_that_cannot_be_is_refused(
    indicator: Any,
    numbers: dict[str, list[float]],
    kind: str,
    as_frame: AsFrame,
) -> None:
    """As records are, though the sums could be."""
    table = pa.table({**CASES, "indicator": [indicator.code] * 2, **numbers})
    (row,) = rows_of(frames.measure(indicator, as_frame(kind, table), period=2025))
    assert str(frames.Refusal.IMPOSSIBLE) == row["reason"]


def test_a_whole_of_0_stands_in_another_row() -> None:
    """The ceiling is filled in once."""
    frame = pl.DataFrame({**CASES, "indicator": ["IK.3"] * 2, "numerator": [100, 100], "denominator": [400, 0]})
    (row,) = frames.measure(attrs.evolve(COSTS, part=True), frame, period=2025).to_dicts()
    assert (50.0, None) == (row["actual"], row["reason"])
