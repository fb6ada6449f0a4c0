"""What frames cost: against queries written by hand, against pandas, and among ten and a hundred times as many lines.

`python tests/benchmarks/frames.py` runs these alone. KINERJA_LINES asks for another number of lines than 20,000,000,
KINERJA_MOST for another end of the curve than 100,000,000 (20 GB of disk and some minutes; 0 for no curve).
"""

from __future__ import annotations

import functools
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import duckdb
import polars as pl
from budget_parquet import UNITS, YEAR, write_lines
from by_hand import in_pandas, in_polars, in_sql
from pairs import Comparison, compare

from kinerja import P3DNRatio, frames

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

LINES = int(os.environ.get("KINERJA_LINES", "20_000_000"))
MOST = int(os.environ.get("KINERJA_MOST", "100_000_000"))
MILLION = 1_000_000
ROUNDS = 5
GIBIBYTES_4 = 4 * 2**20
"""In kibibytes."""
TIME = {False: 1.10, True: 1.25}
MEMORY = 1.15
DECIMAL = "CAST({} AS DECIMAL(38, 0))"


def measured(frame: Any, *, check: bool) -> Any:
    """Measure as the library does."""
    duplicates: Literal["refuse", "trust"] = "refuse" if check else "trust"
    return frames.measure(P3DNRatio(), frame, period=YEAR, by=["unit"], duplicates=duplicates)


def polars_ours(path: Path, *, check: bool) -> list[Any]:
    """Ours on a lazy polars frame, streamed."""
    return measured(pl.scan_parquet(path), check=check).collect(engine="streaming").rows()  # type: ignore[no-any-return]


def polars_by_hand(path: Path, *, check: bool) -> list[Any]:
    """The lazy polars query, streamed."""
    return in_polars(path, check=check).collect(engine="streaming").rows()


def duckdb_ours(path: Path, *, check: bool) -> list[Any]:
    """Ours on a DuckDB relation."""
    with duckdb.connect() as connection:
        return measured(connection.from_parquet(str(path)), check=check).fetchall()  # type: ignore[no-any-return]


def duckdb_by_hand(path: Path, *, check: bool) -> list[Any]:
    """The DuckDB query."""
    with duckdb.connect() as connection:
        return connection.sql(in_sql(f"read_parquet('{path}')", check=check)).fetchall()


WORK = {work.__name__: work for work in (polars_ours, polars_by_hand, duckdb_ours, duckdb_by_hand)}


def same(ours: list[Any], by_hand: list[Any]) -> None:
    """Stop where both do not give the same figures: their times would say nothing."""
    figures = [sorted((tuple(row)[:4] for row in rows), key=str) for rows in (ours, by_hand)]
    if figures[0] != figures[1] or len(figures[0]) != UNITS:
        message = f"ours and the query by hand differ: {figures[0][:2]}, {figures[1][:2]}"
        raise AssertionError(message)


def against_hand(path: Path) -> Iterator[Comparison]:
    """Time and memory against the queries by hand, without and with the check of duplicates."""
    for engine in ("polars", "duckdb"):
        for check in (False, True):
            kind = f"{engine}, {'with the check' if check else 'duplicates trusted'}"
            ours, by_hand = (functools.partial(WORK[f"{engine}_{who}"], path, check=check) for who in ("ours", "by_hand"))
            same(ours(), by_hand())
            yield compare(f"{kind}: time", ours, by_hand, limit=TIME[check], rounds=ROUNDS)
            peaks = [(peak(f"{engine}_ours", path, check=check)[0], peak(f"{engine}_by_hand", path, check=check)[0]) for _ in range(ROUNDS)]
            own, other = (statistics.median(column) for column in zip(*peaks, strict=True))
            yield Comparison(name=f"{kind}: most memory ({own / 2**20:.2f} GiB)", ratio=own / other, limit=MEMORY)


def peak(work: str, path: Path, *, check: bool) -> tuple[int, float]:
    """Return the most memory, in kibibytes, and the seconds of one piece of work in a new interpreter."""
    arguments = [sys.executable, __file__, work, str(path), "check" if check else "trust"]
    environment = {**os.environ, "POLARS_MAX_THREADS": "2"}
    told = subprocess.run(arguments, check=True, capture_output=True, text=True, env=environment).stdout.split()
    return int(told[0]), float(told[1])


def tell_peak(work: str, path: str, check: str) -> None:
    """Do one piece of work and print the most memory, as Linux has it, and the seconds."""
    from pairs import seconds  # noqa: PLC0415 - used here alone

    taken = seconds(lambda: WORK[work](Path(path), check=check == "check"))
    status = Path("/proc/self/status").read_text(encoding="ascii")
    print(next(line.split()[1] for line in status.splitlines() if line.startswith("VmHWM")), taken)


def against_pandas(path: Path) -> Iterator[Comparison]:
    """A groupby in pandas, from the same file."""
    ours = functools.partial(polars_ours, path, check=False)
    yield compare("pandas groupby, against polars: time", ours, lambda: in_pandas(path), limit=1 / 3, rounds=ROUNDS)


def curve(folder: Path) -> Iterator[Comparison]:
    """The time of a line and the most memory, from a million lines to a hundred."""
    for work, check in (("polars_ours", False), ("duckdb_ours", False)):
        taken: dict[int, float] = {}
        memory = 0
        for count in (MILLION, 10 * MILLION, MOST):
            path = folder / f"{count}.parquet"
            if not path.exists():
                write_lines(path, count)
            runs = [peak(work, path, check=check) for _ in range(ROUNDS)]
            taken[count] = statistics.median(run[1] for run in runs)
            memory = max(run[0] for run in runs)
            print(f"  {work}, {count:,} lines: {taken[count]:.2f} s, {memory / 2**20:.2f} GiB", flush=True)
        growth = taken[MOST] / taken[10 * MILLION] / (MOST / (10 * MILLION))
        yield Comparison(name=f"{work}, a line of {MOST:,} against one of 10,000,000: time", ratio=growth, limit=1.5)
        yield Comparison(name=f"{work}, {MOST:,} lines: most memory against 4 GiB", ratio=memory / GIBIBYTES_4, limit=1)


def against_spark(path: Path) -> Iterator[Comparison]:
    """Spark on this machine against its own SQL by hand."""
    from pyspark.sql import SparkSession  # noqa: PLC0415 - starts Java

    settings = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
    spark = settings.config("spark.sql.shuffle.partitions", "4").config("spark.driver.memory", "4g").getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")
    spark.read.parquet(str(path)).createOrReplaceTempView("lines")
    for check in (False, True):
        ours: Callable[[], Any] = lambda check=check: measured(spark.table("lines"), check=check).collect()  # type: ignore[misc]  # noqa: E731
        by_hand: Callable[[], Any] = lambda check=check: spark.sql(in_sql("lines", check=check, added=DECIMAL)).collect()  # type: ignore[misc]  # noqa: E731
        same(ours(), by_hand())
        kind = f"Spark, {'with the check' if check else 'duplicates trusted'}"
        yield compare(f"{kind}: time", ours, by_hand, limit=MEMORY, rounds=ROUNDS)
    spark.stop()


def frame_comparisons() -> Iterator[Comparison]:
    """Run all of them, on files in a folder that is gone afterwards."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = write_lines(folder / f"{LINES}.parquet", LINES)
        yield from against_hand(path)
        yield from against_pandas(path)
        yield from against_spark(path)
        if MOST:
            yield from curve(folder)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        tell_peak(*sys.argv[1:])
    else:
        for comparison in frame_comparisons():
            print(comparison, flush=True)
