"""The pieces of work that are compared, ours and by hand; and the most memory that one takes in an interpreter alone.

`python tests/benchmarks/frame_work.py WORK PATH check|trust` does one of them.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any, Literal

import duckdb
import polars as pl
from budget_parquet import YEAR
from by_hand import in_polars, in_sql
from pairs import seconds

from kinerja import P3DNRatio, frames

__all__ = ["WORK", "measured", "peak"]


def measured(frame: Any, *, check: bool) -> Any:
    """Measure as the library does."""
    duplicates: Literal["refuse", "trust"] = "refuse" if check else "trust"
    return frames.measure(P3DNRatio(), frame, period=YEAR, by=["unit"], duplicates=duplicates)


def polars_ours(path: Path, *, check: bool) -> list[Any]:
    """Ours on a lazy polars frame, streamed."""
    rows: list[Any] = measured(pl.scan_parquet(path), check=check).collect(engine="streaming").rows()
    return rows


def polars_by_hand(path: Path, *, check: bool) -> list[Any]:
    """The lazy polars query, streamed."""
    return in_polars(path, check=check).collect(engine="streaming").rows()


def duckdb_ours(path: Path, *, check: bool) -> list[Any]:
    """Ours on a DuckDB relation."""
    with duckdb.connect(config={"threads": 2}) as connection:
        rows: list[Any] = measured(connection.from_parquet(str(path)), check=check).fetchall()
        return rows


def duckdb_by_hand(path: Path, *, check: bool) -> list[Any]:
    """The DuckDB query."""
    with duckdb.connect(config={"threads": 2}) as connection:
        return connection.sql(in_sql(f"read_parquet('{path}')", check=check)).fetchall()


WORK = {work.__name__: work for work in (polars_ours, polars_by_hand, duckdb_ours, duckdb_by_hand)}


def peak(work: str, path: Path, *, check: bool) -> tuple[int, float]:
    """Return the most memory, in kibibytes, and the seconds of one piece of work in a new interpreter on two cores."""
    arguments = [sys.executable, __file__, work, str(path), "check" if check else "trust"]
    environment = {**os.environ, "POLARS_MAX_THREADS": "2"}
    told = subprocess.run(arguments, check=True, capture_output=True, text=True, env=environment).stdout.split()
    return int(told[0]), float(told[1])


def tell_peak(work: str, path: str, check: str) -> None:
    """Do one piece of work and print the most memory, as Linux counts it for this program alone, and the seconds."""
    taken = seconds(lambda: WORK[work](Path(path), check=check == "check"))
    status = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    print(next(line.split()[1] for line in status if line.startswith("VmHWM")), taken)


if __name__ == "__main__":
    tell_peak(*sys.argv[1:])
