"""The same rules on frames: pandas, polars, pyarrow, DuckDB, Dask and Spark.

It imports narwhals alone, and of the back ends only what the caller has brought: pandas and Dask go through Arrow.
"""

from __future__ import annotations

try:
    from kinerja.frames.added_columns import achievement, left_out
    from kinerja.frames.exactly import exact, measurements
    from kinerja.frames.measuring import measure, sql
    from kinerja.frames.messages import Refusal
    from kinerja.frames.other_readings import OtherFrame, alternatives
    from kinerja.frames.scorecards import scorecard
    from kinerja.frames.tables import from_catalogue, from_comparison, from_scorecard
    from kinerja.frames.written import document
except ModuleNotFoundError as _error:
    from kinerja._base import MissingExtraError

    _EXTRA = "frames"
    raise MissingExtraError.of(_EXTRA) from _error

__all__ = [
    "OtherFrame",
    "Refusal",
    "achievement",
    "alternatives",
    "document",
    "exact",
    "from_catalogue",
    "from_comparison",
    "from_scorecard",
    "left_out",
    "measure",
    "measurements",
    "scorecard",
    "sql",
]
