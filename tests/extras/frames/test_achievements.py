"""Achievements on frames: what is kept of the reasons there, and what cannot be an achievement."""

from __future__ import annotations

import math
from decimal import Decimal
from fractions import Fraction
from typing import Any

import polars as pl
import pyarrow as pa
import pytest

from any_frame import AsFrame, rows_of
from kinerja import BSPJI_PEKANBARU_2021_2024 as CATALOGUE
from kinerja import Polarity, Reason, frames
from kinerja.frames import Refusal
from kinerja.frames.messages import ADVICE
from kinerja.records import FieldType
from said import refused


def scored(**columns: Any) -> list[tuple[Any, Any]]:
    """Return achievement and reason of rows on polars, of a target and an actual of 1 unless said otherwise."""
    rows = pl.DataFrame({"target": [1.0], "actual": [1.0], **columns})
    made: list[tuple[Any, Any]] = frames.achievement(rows).select("achievement", "reason").rows()
    return made


@pytest.mark.parametrize("blank", ["", " ", None])
def test_a_blank_reason_is_none(blank: str | None) -> None:
    """Files write such for nothing."""
    assert [(100.0, None)] == scored(reason=pl.Series([blank], dtype=pl.String))


@pytest.mark.parametrize("reason", [[1], [True], [["x"]], [float("nan")]])
def test_a_reason_is_a_text(reason: list[Any]) -> None:
    """Anything else says nothing to a reader."""
    with refused("columns.wrong_type", column="reason", field="reason"):
        scored(reason=reason)


def test_a_reason_may_be_a_category() -> None:
    """It is a text then too."""
    assert [(None, "Ditolak.")] == scored(reason=pl.Series(["Ditolak."], dtype=pl.Categorical))


def test_a_reason_in_another_case_is_refused() -> None:
    """SQL would overwrite it, others would not see it."""
    with refused("columns.name_taken", column=("reason",)):
        scored(Reason=["Ditolak."])


@pytest.mark.parametrize(("target", "actual"), [(1e-308, 1e308), (1e-308, -1e308), (45.0, math.inf), (45.0, -math.inf)])
def test_an_achievement_beyond_floats_is_refused(kind: str, target: float, actual: float, as_frame: AsFrame) -> None:
    """Infinity is no achievement."""
    rows = rows_of(frames.achievement(as_frame(kind, pa.table({"target": [target], "actual": [actual]}))))
    assert [(None, str(Refusal.OVERFLOW))] == [(row["achievement"], row["reason"]) for row in rows]


def test_decimals_of_many_places_are_targets_too(kind: str, as_frame: AsFrame) -> None:
    """They are compared with 0 as they are."""
    amounts = [pa.array([Decimal(value)], pa.decimal128(38, 30)) for value in ("0.5", "0.25")]
    rows = rows_of(frames.achievement(as_frame(kind, pa.table(amounts, ["target", "actual"]))))
    assert [50.0] == [row["achievement"] for row in rows]


def test_an_arrow_table_keeps_its_types() -> None:
    """Categories stay categories beside the achievement."""
    table = pa.table({"unit": pa.array(["A"]).dictionary_encode(), "target": [4], "actual": [1]})
    made = frames.achievement(table, polarity=Polarity.MINIMISE)
    assert table.schema.types == made.schema.types[:3]


def test_an_arrow_table_keeps_the_place_of_its_reasons() -> None:
    """They are completed where they stand."""
    table = pa.table({"reason": pa.array([None], pa.string()), "target": [0], "actual": [1]})
    made = frames.achievement(table)
    assert (["reason", "target", "actual", "achievement"], [str(Reason.NO_TARGET)]) == (
        made.column_names,
        made["reason"].to_pylist(),
    )


RANGES = {
    "target": [80.0, 80.0, 80.0, 80.0, 80.0, 80.0, 90.0],
    "target_high": [90.0, 90.0, 90.0, 90.0, None, 90.0, 90.0],
    "actual": [60.0, 85.0, 99.0, None, 100.0, 80.0, 90.0],
}
ABOVE_AND_BELOW = [75.0, 100.0, 110.0, None, 125.0, 100.0, None]


def test_a_range_is_met_by_each_of_its_numbers(kind: str, as_frame: AsFrame) -> None:
    """Above it by the upper bound, below by the lower; without one it is a number, and out of order it is none."""
    table = pa.table({name: pa.array(values, pa.float64()) for name, values in RANGES.items()})
    rows = rows_of(frames.achievement(as_frame(kind, table)))
    reasons = [None, None, None, str(Reason.NOT_MEASURED), None, None, str(Reason.NO_TARGET)]
    assert ABOVE_AND_BELOW == [row["achievement"] and pytest.approx(row["achievement"]) for row in rows]
    assert reasons == [row["reason"] for row in rows]


def test_another_column_may_hold_the_upper_bounds() -> None:
    """By its name; without one the targets are numbers."""
    rows = pl.DataFrame({"target": [80], "atas": [90], "actual": [85]})
    ways = frames.achievement(rows, target_high="atas"), frames.achievement(rows)
    assert [[100.0], [106.25]] == [made["achievement"].to_list() for made in ways]


def test_a_column_of_upper_bounds_that_is_named_must_be_there() -> None:
    """Else a slip in its name would make numbers of the ranges."""
    with refused("columns.missing", column="atsa"):
        frames.achievement(pl.DataFrame({"target": [80], "atas": [90], "actual": [85]}), target_high="atsa")


@pytest.mark.parametrize(("polarity", "achievement"), [(None, 120.0), (Polarity.MAXIMISE, 80.0)])
def test_a_column_of_polarities_is_followed_unless_one_is_given(
    kind: str,
    polarity: Polarity | None,
    achievement: float,
    as_frame: AsFrame,
) -> None:
    """The catalogue writes it beside its targets; an indicator of less was set against them as one of more."""
    rows = {"target": [10.0] * 3, "actual": [8.0] * 3, "polarity": ["Minimasi", "Maksimasi", None]}
    made = rows_of(frames.achievement(as_frame(kind, pa.table(rows)), polarity=polarity))
    achieved = {row["polarity"]: row["achievement"] for row in made}
    assert {"Minimasi": achievement, "Maksimasi": 80.0, None: 80.0} == achieved


def test_what_a_catalogue_promises_is_set_against_actuals_as_its_scorecard_does() -> None:
    """A target that is a range among them, from the frame of the catalogue itself."""
    catalogue = CATALOGUE.with_targets({"SK3/4": {2023: (40, 50)}})
    promised = frames.from_catalogue(catalogue, "polars").filter(period="2023").with_columns(actual=45.0)
    made = dict(frames.achievement(promised).select("code", "achievement").rows())
    card = catalogue.scorecard(2023, dict.fromkeys(["SK3/1", "SK3/2", "SK3/4"], 45))
    assert {code: made[code] for code in ("SK3/1", "SK3/2", "SK3/4")} == {
        score.entry.code: pytest.approx(float(score.achievement)) for score in card if score.achievement is not None
    }


@pytest.mark.parametrize("values", [["100/3"], [Fraction(100, 3)]])
@pytest.mark.parametrize("made", [pl.DataFrame, pl.LazyFrame])
def test_exact_numbers_as_no_column_holds_them_are_told_to_become_floats(made: Any, values: list[Any]) -> None:
    """Texts of `figures="exact"`, and objects."""
    dtype = pl.String if isinstance(values[0], str) else pl.Object
    rows = made({"target": pl.Series(values, dtype=dtype), "actual": [1.0]})
    with refused("columns.wrong_type", column="target", advice=ADVICE[FieldType.NUMBER]):
        frames.achievement(rows)
