"""What type checkers know of frames: the same kind in and out. mypy and pyright check it; it runs too."""

from __future__ import annotations

from typing import assert_type

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa

from kinerja import BSPJI_PEKANBARU_2021_2024, P3DNRatio, compare, frames

LINES = pl.DataFrame(
    {
        "unit": ["A"],
        "reference": ["1"],
        "year": [2023],
        "account": ["521211"],
        "ceiling": [100],
        "realised": [45],
        "target": [45.0],
        "actual": [45.0],
    }
)


def test_what_is_measured_is_of_the_same_kind() -> None:
    """Of polars, lazy and not."""
    measured = frames.measure(P3DNRatio(), LINES, period=2023)
    assert_type(measured, pl.DataFrame)
    lazy = frames.measure(P3DNRatio(), LINES.lazy(), period=[2022, 2023])
    assert_type(lazy, pl.LazyFrame)
    assert [pl.DataFrame, pl.LazyFrame] == [type(measured), type(lazy)]


def test_what_is_added_to_is_of_the_same_kind() -> None:
    """Achievements, and the rows that are left out."""
    scored, left = frames.achievement(LINES), frames.left_out(P3DNRatio(), LINES, period=2022)
    assert_type(scored, pl.DataFrame)
    assert_type(left, pl.DataFrame)
    assert [pl.DataFrame, pl.DataFrame] == [type(scored), type(left)]


def test_what_is_exact_comes_into_memory() -> None:
    """Of lazy polars as polars, of DuckDB as pyarrow."""
    lazy = frames.exact(P3DNRatio(), LINES.lazy(), period=2023)
    assert_type(lazy, pl.DataFrame)
    relation = frames.exact(P3DNRatio(), duckdb.from_arrow(LINES.to_arrow()), period=2023)
    assert_type(relation, pa.Table)
    eager = frames.exact(P3DNRatio(), LINES, period=2023)
    assert_type(eager, pl.DataFrame)
    assert [pl.DataFrame, pa.Table, pl.DataFrame] == [type(lazy), type(relation), type(eager)]


def test_frames_of_the_library_are_of_the_library_that_is_named() -> None:
    """Of a scorecard, a comparison, a catalogue."""
    card = BSPJI_PEKANBARU_2021_2024.scorecard(2023, {})
    scored = frames.from_scorecard(card, "polars")
    assert_type(scored, pl.DataFrame)
    compared = frames.from_comparison(compare(card, card), "pandas")
    assert_type(compared, pd.DataFrame)
    targets = frames.from_catalogue(BSPJI_PEKANBARU_2021_2024, "pyarrow")
    assert_type(targets, pa.Table)
    assert [pl.DataFrame, pd.DataFrame, pa.Table] == [type(scored), type(compared), type(targets)]
