"""Whose figures a scorecard of frames holds: a decree's target is one unit's."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from typing import Any

import polars as pl
import pyarrow as pa
import pytest

from any_frame import AsFrame, rows_of
from kinerja import BSPJI_PEKANBARU_2021_2024 as CATALOGUE
from kinerja import P3DNRatio, Reason, TenantCount, frames
from kinerja.frames import Refusal
from said import refused

STAGES = ("selected_on", "preincubation_on", "incubation_on", "postincubation_on")
NO_TARGET, NOT_MEASURED = str(Reason.NO_TARGET), str(Reason.NOT_MEASURED)


def tenants(*units: str | None, year: int = 2023) -> Any:
    """Make up a tenant of each unit who left in 2023, or in another year."""
    stages = {stage: [dt.date(year, 5, 1)] * len(units) for stage in STAGES}
    return pa.table({"unit": pa.array(units, pa.string()), "tenant": list(map(str, range(len(units)))), **stages})


def lines(*units: str) -> Any:
    """Make up a budget line of each unit, of which nine tenths are realised."""
    often = len(units)
    return pa.table(
        {
            "unit": list(units),
            "reference": list(map(str, range(often))),
            "year": [2023] * often,
            "account": ["521211"] * often,
            "ceiling": pa.array([100] * often, pa.int64()),
            "realised": pa.array([90] * often, pa.int64()),
        }
    )


def told(rows: list[dict[str, Any]], code: str) -> Any:
    """Return target, achievement and reason of the one row of an indicator."""
    (row,) = (row for row in rows if row["code"] == code)
    return row["target"], row["achievement"], row["reason"]


def of(**made: Any) -> Any:
    """Score tenants and lines, in groups of nothing."""
    codes = {"tenants": "SK1/1", "lines": "SK3/4"}
    return frames.scorecard(CATALOGUE, {codes[name]: table for name, table in made.items()}, period=2023).to_pylist()


@pytest.mark.parametrize("units", ["AA", "AB"])
def test_a_scorecard_of_a_group_is_that_of_its_records(kind: str, units: str, as_frame: AsFrame) -> None:
    """Of several units a count has no target of the decree, measured or not; a share has. It was 200 percent."""
    tables: dict[str, tuple[Any, Any]] = {
        "SK1/1": (TenantCount(), tenants(*units)),
        "SK3/4": (P3DNRatio(), lines(*units)),
    }
    given = {
        code: own.measure_records([own.record(**row) for row in table.to_pylist()], period=2023)
        for code, (own, table) in tables.items()
    }
    made = {code: as_frame(kind, table) for code, (_, table) in tables.items()}
    rows = rows_of(frames.scorecard(CATALOGUE, made, period=2023))
    names = ("target", "actual", "achievement", "reason")
    expected = {
        score.entry.code: tuple(
            float(one) if isinstance(one, Fraction) else one and str(one)
            for one in (score.target, score.actual, score.achievement, score.reason)
        )
        for score in CATALOGUE.scorecard(2023, given)
    }
    assert expected == {row["code"]: tuple(row[name] for name in names) for row in rows}


def test_each_group_has_its_own_units(kind: str, as_frame: AsFrame) -> None:
    """Over all frames: one of tenants of A beside lines of B is of two."""
    made = {
        "SK1/1": tenants("A", "A", "A", "B").append_column("region", pa.array(["x", "y", "z", "z"])),
        "SK3/4": lines("A", "B").append_column("region", pa.array(["x", "y"])),
    }
    framed = {code: as_frame(kind, table) for code, table in made.items()}
    rows = rows_of(frames.scorecard(CATALOGUE, framed, period=2023, by=["region"]))
    targets = {(row["region"], row["code"]): row["target"] for row in rows}
    assert {"x": 1.0, "y": None, "z": None} == {region: targets[region, "SK1/1"] for region in "xyz"}
    assert {"x": 45.0, "y": 45.0, "z": 45.0} == {region: targets[region, "SK3/4"] for region in "xyz"}


def test_units_that_are_grouped_by_have_their_targets() -> None:
    """Each is one."""
    rows = frames.scorecard(CATALOGUE, {"SK1/1": tenants("A", "A", "B")}, period=2023, by=["unit"]).to_pylist()
    assert [200.0, 100.0] == [row["achievement"] for row in rows if row["code"] == "SK1/1"]


def test_an_own_target_is_that_of_all_units() -> None:
    """The decree's is shown beside it."""
    card = frames.scorecard(CATALOGUE, {"SK1/1": tenants("A", "B")}, period=2023, targets={"SK1/1": 4}).to_pylist()
    assert ((4.0, 50.0, None), 1.0) == (told(card, "SK1/1"), card[0]["decree_target"])


def test_a_figure_that_is_refused_keeps_its_reason() -> None:
    """There is nothing that a target could be set against."""
    twice = pa.concat_tables([tenants("A"), tenants("A"), tenants("B")])
    assert (None, None, str(Refusal.COUNTED_TWICE)) == told(of(tenants=twice), "SK1/1")


def test_units_of_rows_that_do_not_count_are_units_too() -> None:
    """As the folder of a unit that has nothing yet is one of the folders."""
    table = pa.concat_tables([tenants("A"), tenants("B", year=2020)])
    assert (None, None, NO_TARGET) == told(of(tenants=table), "SK1/1")


@pytest.mark.parametrize("blank", ["", " ", None])
def test_a_blank_unit_is_none(blank: str | None) -> None:
    """Rows that name no unit are no unit's of their own."""
    table = pa.concat_tables([tenants("A"), tenants(blank, year=2020)])
    assert (1.0, 100.0, None) == told(of(tenants=table), "SK1/1")


def test_frames_without_rows_are_of_no_unit() -> None:
    """They keep their targets."""
    assert (1.0, 0.0, None) == told(of(tenants=tenants("A").slice(0, 0)), "SK1/1")


def test_whose_a_count_is_must_be_said_also_where_duplicates_are_trusted() -> None:
    """Nobody could tell whether the target of one unit may be taken."""
    with refused("columns.missing", column=("satker (unit)",)):
        frames.scorecard(CATALOGUE, {"SK1/1": tenants("A").drop_columns(["unit"])}, period=2023, duplicates="trust")


def test_whose_a_count_is_need_not_be_said_where_the_decree_has_no_target() -> None:
    """As of its baseline year."""
    table = tenants("A").drop_columns(["unit"])
    card = frames.scorecard(CATALOGUE, {"SK1/1": table}, period=2021, duplicates="trust").to_pylist()
    assert (None, None, NO_TARGET) == told(card, "SK1/1")


def test_whose_it_is_need_not_be_said_of_a_share_or_beside_an_own_target() -> None:
    """Nothing depends on it."""
    bare = {"SK1/1": tenants("A"), "SK3/4": lines("A", "B")}
    made = {code: pl.DataFrame(table.drop_columns(["unit"])) for code, table in bare.items()}
    card = frames.scorecard(CATALOGUE, made, period=2023, duplicates="trust", targets={"SK1/1": 2})
    assert [50.0, 200.0] == card.filter(pl.col("code").is_in([*made]))["achievement"].to_list()


def test_a_quarter_may_have_the_own_targets_of_its_year() -> None:
    """As in a scorecard of records."""
    asked: dict[str, Any] = {"targets": {"SK1/1": 3}, "target_year": 2023}
    rows = frames.scorecard(CATALOGUE, {"SK1/1": tenants("A")}, period="2023-TW2", **asked).to_pylist()
    card = CATALOGUE.scorecard("2023-TW2", {}, **asked)
    assert [(s.target, s.decree_target) for s in card] == [(row["target"], row["decree_target"]) for row in rows]


def test_a_column_of_entries_may_not_be_grouped_by() -> None:
    """The result has it."""
    with refused("columns.no_keys"):
        frames.measure(TenantCount(), tenants("A"), period=2023, by=["entries_graduated"], entries=True)
