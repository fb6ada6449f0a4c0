"""Frames of every kind: what makes them of an Arrow table, and how their rows are read."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

import narwhals.stable.v2 as nw
import pandas as pd
import pyarrow as pa

AsFrame: TypeAlias = Callable[[str, Any], Any]
"""Makes a frame of a named kind of an Arrow table."""


def rows_of(frame: Any) -> list[dict[str, Any]]:
    """Return the rows of any frame; what pandas calls NaN is None."""
    native = frame.compute(scheduler="synchronous") if hasattr(frame, "compute") else frame
    if isinstance(native, pd.DataFrame):
        native = pa.Table.from_pandas(native, preserve_index=False)
    rows: list[dict[str, Any]] = nw.from_native(native).lazy().collect().rows(named=True)
    return rows
