"""Formulas of data on frames."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import polars as pl
import pyarrow as pa

from kinerja import frames
from office import IKPA

if TYPE_CHECKING:
    from collections.abc import Callable

PARTS = {
    "unit": ["A", "A"],
    "indicator": ["IK.10", "IK.10"],
    "year": [2025, 2025],
    "part": ["a", "b"],
    "score": [100.0, 90.0],
    "weight": [10.0, 30.0],
}


def test_a_number_that_a_frame_lacks_has_its_default(
    kind: str, as_frame: Callable[[str, Any], Any], rows_of: Callable[[Any], list[dict[str, Any]]]
) -> None:
    """Without a column of deductions nothing is deducted, and without one of what applies, all parts do."""
    (row,) = rows_of(frames.measure(IKPA, as_frame(kind, pa.table(PARTS)), period=2025))
    assert (92.5, None) == (row["actual"], row["reason"])


def test_marks_of_two_units_are_refused_in_one_group() -> None:
    """An index is of one unit: the same part twice is counted twice, whosever it is."""
    frame = pl.DataFrame({**PARTS, "unit": ["A", "B"], "part": ["a", "a"]})
    (row,) = frames.measure(IKPA, frame, period=2025).to_dicts()
    assert str(frames.Refusal.COUNTED_TWICE) == row["reason"]
