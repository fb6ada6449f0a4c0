"""What the tests of frames share: every kind of frame there is, and how its rows are read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from any_frame import AsFrame

IN_MEMORY = ("polars", "polars lazy", "pyarrow", "duckdb", "pandas numpy", "pandas nullable", "pandas arrow", "dask")


@pytest.fixture(params=[*IN_MEMORY, "pyspark"])
def kind(request: pytest.FixtureRequest) -> str:
    """Return the name of each kind of frame, one after the other."""
    name: str = request.param
    return name


@pytest.fixture(params=IN_MEMORY)
def kind_in_memory(request: pytest.FixtureRequest) -> str:
    """Return the name of each kind of frame but Spark's."""
    name: str = request.param
    return name


@pytest.fixture(scope="session")
def as_frame(request: pytest.FixtureRequest) -> AsFrame:
    """Return a function that makes a frame of a named kind of an Arrow table."""

    def pandas(table: Any, way: str) -> Any:
        import pandas as pd  # noqa: PLC0415 - only these tests need it
        import pyarrow as pa  # noqa: PLC0415

        nullable = {
            pa.int64(): pd.Int64Dtype(),
            pa.float64(): pd.Float64Dtype(),
            pa.string(): pd.StringDtype(),
            pa.bool_(): pd.BooleanDtype(),
        }
        ways = {"arrow": pd.ArrowDtype, "nullable": nullable.get, "numpy": None}
        return table.to_pandas(types_mapper=ways[way])

    def make(kind: str, table: Any) -> Any:
        import dask.dataframe as dd  # noqa: PLC0415 - as above
        import duckdb  # noqa: PLC0415
        import polars as pl  # noqa: PLC0415

        kinds: dict[str, Callable[[], Any]] = {
            "pyarrow": lambda: table,
            "polars": lambda: pl.DataFrame(table),
            "polars lazy": lambda: pl.DataFrame(table).lazy(),
            "duckdb": lambda: duckdb.from_arrow(table),
            "dask": lambda: dd.from_pandas(pandas(table, "arrow"), npartitions=2, sort=False),
            "pyspark": lambda: request.getfixturevalue("spark").createDataFrame(table),
        }
        return kinds[kind]() if kind in kinds else pandas(table, kind.removeprefix("pandas "))

    return make
