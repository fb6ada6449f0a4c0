"""Achievements on frames: what is kept of the reasons there, and what cannot be an achievement."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import polars as pl
import pyarrow as pa
import pytest

from kinerja import Polarity, Reason, frames
from kinerja.frames import Refusal
from said import refused

if TYPE_CHECKING:
    from collections.abc import Callable


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


@pytest.mark.parametrize(("target", "actual"), [(1e-308, 1e308), (1e-308, -1e308)])
def test_an_achievement_beyond_floats_is_refused(
    kind: str,
    target: float,
    actual: float,
    as_frame: Callable[[str, Any], Any],
    rows_of: Callable[[Any], list[dict[str, Any]]],
) -> None:
    """Infinity is no achievement."""
    rows = rows_of(frames.achievement(as_frame(kind, pa.table({"target": [target], "actual": [actual]}))))
    assert [(None, str(Refusal.OVERFLOW))] == [(row["achievement"], row["reason"]) for row in rows]


def test_decimals_of_many_places_are_targets_too(
    kind: str, as_frame: Callable[[str, Any], Any], rows_of: Callable[[Any], list[dict[str, Any]]]
) -> None:
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
