"""What the library gives, frames take: exact numbers in columns, and groups as measurements."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

import attrs
import pandas as pd
import pytest

from kinerja import BSPJI_PEKANBARU_2021_2024, BudgetLine, P3DNRatio, Percent, Reason, frames, make_trace, verify_trace

if TYPE_CHECKING:
    from collections.abc import Sequence

LINES = [
    BudgetLine(unit="A", reference="1", year=2023, account="521211", ceiling=100, realised=45),
    BudgetLine(unit="B", reference="1", year=2023, account="521211", ceiling=200, realised=180),
    BudgetLine(unit="B", reference="2", year=2023, account="511111", ceiling=200, realised=180),
]


def as_pandas(lines: Sequence[BudgetLine]) -> pd.DataFrame:
    """Return records as pandas makes a frame of them, their amounts Fractions."""
    return pd.DataFrame([attrs.asdict(line) for line in lines])


def test_targets_of_entries_are_taken() -> None:
    """Fractions in a column of Python's objects."""
    targets = [BSPJI_PEKANBARU_2021_2024[code].target(2023) for code in ("SK1/1", "SK3/4")]
    assert [200.0, 105.0] == frames.achievement(pd.DataFrame({"target": targets, "actual": [2, 47.25]}))[
        "achievement"
    ].tolist()


@pytest.mark.parametrize(
    ("targets", "expected"),
    [
        ([Fraction(45), None], [100.0, None]),
        ([Fraction(25, 2), 10], [360.0, 450.0]),
        ([Fraction(100, 3), 10.0], [135.0, 450.0]),
        ([Percent(45), float("nan")], [100.0, None]),
    ],
)
def test_exact_numbers_may_stand_beside_others(targets: list[Any], expected: list[float | None]) -> None:
    """Whole, with decimals, without end; unknown ones stay unknown."""
    frame = pd.DataFrame({"target": pd.Series(targets, dtype=object), "actual": [45, 45]})
    made = frames.achievement(frame)["achievement"]
    assert expected == [None if pd.isna(value) else value for value in made]


def test_records_make_a_frame_that_is_measured_alike() -> None:
    """The very numbers of the records."""
    made = frames.measure(P3DNRatio(), as_pandas(LINES), period=2023, by=["unit"])
    assert [45.0, 90.0] == made["actual"].tolist()


def test_each_group_is_a_measurement_with_its_evidence() -> None:
    """Equal to that of its records, with what was left out."""
    measured = frames.measurements(P3DNRatio(), as_pandas(LINES), period=2023, by=["unit"])
    own = P3DNRatio().measure_records(LINES[1:], period=2023)
    assert (own, own.counted, own.left_out) == (measured["B",], measured["B",].counted, measured["B",].left_out)


def test_a_group_goes_into_a_trace_that_holds() -> None:
    """From the frame to what anyone can work out again."""
    measured = frames.measurements(P3DNRatio(), as_pandas(LINES), period=2023, by=["unit"])
    assert verify_trace(make_trace(BSPJI_PEKANBARU_2021_2024, "SK3/4", 2023, measured["A",]).to_json()).holds


def test_without_groups_there_is_one_measurement() -> None:
    """Also of no rows, of which nothing is measured."""
    measured = frames.measurements(P3DNRatio(), as_pandas(LINES[:1]).iloc[:0], period=2023)
    assert [((), Reason.NOT_MEASURED)] == [(key, one.figure[1]) for key, one in measured.items()]
