"""What the tests of frames share: every kind of frame there is."""

from __future__ import annotations

import pytest

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
