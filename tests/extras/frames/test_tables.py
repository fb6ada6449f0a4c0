"""Frames of what the library made: scorecards, comparisons, catalogues."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_args

import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

from any_frame import rows_of
from kinerja import BSPJI_PEKANBARU_2021_2024, Language, Reason, compare, frames
from kinerja.frames.tables import Library
from said import refused

if TYPE_CHECKING:
    from kinerja import Scorecard

KINDS = {"pandas": pd.DataFrame, "polars": pl.DataFrame, "pyarrow": pa.Table}


def card(period: int | str = 2023, **given: Any) -> Scorecard:
    """Return a scorecard of two figures, a reason and a remark."""
    values: dict[str, Any] = {"SK1/1": 2, "SK3/4": 47.25, "SK3/2": Reason.UNDEFINED_ACTUAL}
    return BSPJI_PEKANBARU_2021_2024.scorecard(period, values, remarks={"SK1/1": "Dua tenan."}, **given)


@pytest.mark.parametrize("library", get_args(Library))
def test_a_scorecard_is_a_frame_of_each_library(library: Library) -> None:
    """Of the kind that was asked for, a row for each indicator."""
    made = frames.from_scorecard(card(), library)
    assert (KINDS[library], list(BSPJI_PEKANBARU_2021_2024)) == (type(made), [row["code"] for row in rows_of(made)])


@pytest.mark.parametrize("library", get_args(Library))
def test_the_libraries_hold_the_same(library: Library) -> None:
    """Nulls, flags, whole numbers and texts alike."""
    assert frames.from_scorecard(card(), "pyarrow").to_pylist() == rows_of(frames.from_scorecard(card(), library))


def test_a_row_has_its_figures() -> None:
    """What meets its target, with the office's remark."""
    first = frames.from_scorecard(card(units="Medan"), "polars").row(0, named=True)
    expected = {"unit": "Medan", "period": "2023", "target": 1.0, "actual": 2.0, "achievement": 200.0, "met": True}
    assert expected | {"reason": None, "remarks": "Dua tenan."} == {
        name: first[name] for name in (*expected, "reason", "remarks")
    }


def test_every_row_names_its_decree() -> None:
    """In the last column, so that scorecards of many years join; also beside what moved."""
    made = [frames.from_scorecard(card(), "polars"), frames.from_comparison(compare(card(2022), card()), "polars")]
    assert [("decree", {"26 TAHUN 2022"})] * 2 == [(one.columns[-1], set(one["decree"])) for one in made]


def test_a_missing_figure_has_its_reason() -> None:
    """Null, never 0; in the language that is asked for."""
    rows = frames.from_scorecard(card(), "polars", language=Language.ENGLISH).to_dicts()
    told = {row["code"]: (row["achievement"], row["reason"]) for row in rows}
    assert (None, Reason.UNDEFINED_ACTUAL.value.en) == told["SK3/2"]


def test_figures_are_exact_where_asked() -> None:
    """As texts that read_exact reads."""
    thirds = BSPJI_PEKANBARU_2021_2024.scorecard(2023, {"SK1/2": 2}, targets={"SK1/2": 3})
    row = frames.from_scorecard(thirds, "polars", figures="exact").row(1, named=True)
    assert ("3", "2", "200/3", "1") == (row["target"], row["actual"], row["achievement"], row["decree_target"])


def test_units_of_a_scorecard_stand_together() -> None:
    """As a comparison names them."""
    made = frames.from_scorecard(card(units=["Medan", "Padang"]), "polars")
    assert {"Medan + Padang"} == set(made["unit"])


def test_a_comparison_says_how_actuals_moved() -> None:
    """Percentage points have no relative change."""
    made = frames.from_comparison(compare(card(2022), card(2023), card("2023-TW4")), "polars", figures="exact")
    told = made.filter(pl.col("code").is_in(["SK1/1", "SK3/4"])).select("period", "code", "change", "relative_change")
    assert [
        ("2022", "SK1/1", None, None),
        ("2022", "SK3/4", None, None),
        ("2023", "SK1/1", "0", "0"),
        ("2023", "SK3/4", "0", None),
        ("2023-TW4", "SK1/1", None, None),
        ("2023-TW4", "SK3/4", None, None),
    ] == told.rows()


def test_a_catalogue_has_a_row_for_each_entry_and_year() -> None:
    """The first year has no target."""
    made = frames.from_catalogue(BSPJI_PEKANBARU_2021_2024, "polars", figures="exact")
    expected = [("2021", None), ("2022", "1"), ("2023", "1"), ("2024", "1")]
    assert expected == made.filter(code="SK1/1")["period", "target"].rows()


def test_a_part_of_a_year_that_has_a_target_has_a_row_too() -> None:
    """Below its year, as `measure` names it; also where the target is assumed."""
    catalogue = BSPJI_PEKANBARU_2021_2024.with_targets({"SK1/1": {"2023-S1": 2, "2024": 3}})
    made = frames.from_catalogue(catalogue, "polars", figures="exact")
    expected = [
        ("2022", "1", None),
        ("2023", "1", None),
        ("2023-S1", "2", None),
        ("2024", "3", "1"),
    ]
    assert expected == made.filter(code="SK1/1")["period", "target", "decree_target"].rows()[1:]


def test_a_quarter_under_semester_targets_has_none_on_frames_too() -> None:
    """As in a scorecard of records."""
    catalogue = BSPJI_PEKANBARU_2021_2024.with_targets({"SK3/4": {"2023-S1": 40}})
    lines = pl.DataFrame({"unit": ["A"], "reference": ["1"], "year": [2023], "account": ["521211"]})
    lines = lines.with_columns(ceiling=100, realised=20)
    rows = [
        frames.scorecard(catalogue, {"SK3/4": lines}, period=period)["target", "achievement", "reason"].rows()[-1]
        for period in ("2023-S1", "2023-TW1")
    ]
    assert [(40.0, 50.0, None), (None, None, str(Reason.NO_TARGET))] == rows


def test_a_baseline_that_does_not_apply_is_null() -> None:
    """As `Reason.NOT_APPLICABLE` it is no number."""
    made = frames.from_catalogue(BSPJI_PEKANBARU_2021_2024, "polars")
    own = {
        code: entry.baseline if not isinstance(entry.baseline, Reason) else None
        for code, entry in BSPJI_PEKANBARU_2021_2024.items()
    }
    assert own == dict(made.select("code", "baseline").unique().rows())


def test_targets_of_a_catalogue_are_those_of_achievements() -> None:
    """They join with figures by code and year."""
    targets = frames.from_catalogue(BSPJI_PEKANBARU_2021_2024, "pandas").query("code == 'SK3/4'")
    assert [90.0] == frames.achievement(targets.query("period == '2023'").assign(actual=40.5))["achievement"].tolist()


def test_another_library_is_refused() -> None:
    """It names those that there are."""
    with refused("frame.no_library", value="numpy", limit=("pandas", "polars", "pyarrow")):
        frames.from_scorecard(card(), "numpy")  # type: ignore[call-overload]


def test_other_figures_are_refused() -> None:
    """It names those that there are."""
    with refused("frame.no_figures", value="fraction", limit=("float", "exact")):
        frames.from_scorecard(card(), "polars", figures="fraction")  # type: ignore[call-overload]
