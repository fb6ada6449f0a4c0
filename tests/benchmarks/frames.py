"""What frames cost: against queries by hand, against pandas, and among ten and a hundred times as many lines.

`python tests/benchmarks/frames.py` runs these alone. KINERJA_LINES asks for another number of lines than 20,000,000,
KINERJA_MOST for another end of the curve than 100,000,000 (2 GB of disk and some minutes; 0 for no curve).
"""

from __future__ import annotations

import functools
import os
import statistics
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from budget_parquet import UNITS, write_lines
from by_hand import in_pandas, in_sql
from frame_work import WORK, measured, peak
from pairs import Comparison, compare

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = ["frame_comparisons"]

LINES = int(os.environ.get("KINERJA_LINES", "20_000_000"))
MOST = int(os.environ.get("KINERJA_MOST", "100_000_000"))
MILLION = 1_000_000
ROUNDS = 5
SPARK_ROUNDS = 9
"""Java is slower in its first runs."""
KIBIBYTES = 2**20
"""Of a gibibyte."""
ENGINES = ("polars", "duckdb")
TIME = {False: 1.10, True: 1.25}
MEMORY = SPARK = 1.15
PANDAS = 1 / 3
GIBIBYTES = 4
GROWTH = 1.5
NEEDED = ["unit", "year", "account", "realised", "ceiling"]
WIDE = "CAST({} AS DECIMAL(38, 0))"
"""Spark's sums of whole numbers raise or wrap."""


def same(ours: list[Any], by_hand: list[Any]) -> None:
    """Stop where both do not give the same figures: their times would say nothing."""
    figures = [sorted((tuple(row)[:4] for row in rows), key=str) for rows in (ours, by_hand)]
    if figures[0] != figures[1] or len(figures[0]) != UNITS:
        message = f"ours and the query by hand differ: {figures[0][:2]}, {figures[1][:2]}"
        raise AssertionError(message)


def kind(engine: str, *, check: bool) -> str:
    """Name what is compared."""
    return f"{engine}, {'with the check' if check else 'duplicates trusted'}"


def against_hand(path: Path) -> Iterator[Comparison]:
    """Time and memory against the queries by hand, without and with the check of duplicates."""
    for engine in ENGINES:
        for check in (False, True):
            ours = functools.partial(WORK[f"{engine}_ours"], path, check=check)
            by_hand = functools.partial(WORK[f"{engine}_by_hand"], path, check=check)
            same(ours(), by_hand())
            name = f"{kind(engine, check=check)}: time"
            yield compare(name, ours, by_hand, limit=TIME[check], rounds=ROUNDS)
            yield peaks(engine, path, check=check)


def peaks(engine: str, path: Path, *, check: bool) -> Comparison:
    """Compare the most memory."""
    works = (f"{engine}_ours", f"{engine}_by_hand")
    taken = [[peak(work, path, check=check)[0] for work in works] for _ in range(ROUNDS)]
    own, other = (statistics.median(column) for column in zip(*taken, strict=True))
    name = f"{kind(engine, check=check)}: most memory ({own / KIBIBYTES:.2f} GiB)"
    return Comparison(name=name, ratio=own / other, limit=MEMORY)


def against_pandas(path: Path) -> Iterator[Comparison]:
    """A groupby in pandas, from the same file: reading all of it, and only what is needed."""
    for engine in ENGINES:
        ours = functools.partial(WORK[f"{engine}_ours"], path, check=False)
        for columns, limit in ((None, PANDAS), (NEEDED, None)):
            by_hand = functools.partial(in_pandas, path, columns=columns)
            name = f"{engine} against pandas groupby, {'whole file' if columns is None else 'chosen columns'}: time"
            yield compare(name, ours, by_hand, limit=limit, rounds=ROUNDS)


def against_spark(path: Path) -> Iterator[Comparison]:
    """Spark on this machine against its own SQL by hand."""
    spark = _session()
    spark.read.parquet(str(path)).createOrReplaceTempView("lines")
    for check in (False, True):
        sql = in_sql("lines", check=check, added=WIDE)
        ours = functools.partial(_collected, functools.partial(_table, spark, check=check))
        by_hand = functools.partial(_collected, functools.partial(spark.sql, sql))
        same(ours(), by_hand())
        yield compare(f"{kind('Spark', check=check)}: time", ours, by_hand, limit=SPARK, rounds=SPARK_ROUNDS)
    spark.stop()


def _table(spark: Any, *, check: bool) -> Any:
    return measured(spark.table("lines"), check=check)


def _collected(frame: Callable[[], Any]) -> list[Any]:
    rows: list[Any] = frame().collect()
    return rows


def _session() -> Any:
    from pyspark.sql import SparkSession  # noqa: PLC0415 - starts Java

    settings: dict[str, bool | float | int | str | None] = {
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.sql.shuffle.partitions": "4",
        "spark.driver.memory": "4g",
    }
    spark = SparkSession.builder.master("local[2]").config(map=settings).getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")
    return spark


def curve(folder: Path, work: str) -> Iterator[Comparison]:
    """The time of a line and the most memory, from a million lines to a hundred million."""
    taken, memory = {}, 0.0
    for count in (MILLION, 10 * MILLION, MOST):
        path = folder / f"{count}.parquet"
        if not path.exists():
            write_lines(path, count)
        runs = [peak(work, path, check=False) for _ in range(ROUNDS)]
        taken[count] = statistics.median(run[1] for run in runs)
        memory = max(run[0] for run in runs) / KIBIBYTES
        print(f"  {work}, {count:,} lines: {taken[count]:.2f} s, {memory:.2f} GiB", flush=True)
    growth = taken[MOST] / MOST / (taken[10 * MILLION] / (10 * MILLION))
    yield Comparison(name=f"{work}, a line of {MOST:,} against one of 10,000,000: time", ratio=growth, limit=GROWTH)
    yield Comparison(name=f"{work}, {MOST:,} lines: most memory, in units of 4 GiB", ratio=memory / GIBIBYTES, limit=1)


def frame_comparisons() -> Iterator[Comparison]:
    """Run all of them, on files in a folder that is gone afterwards."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = write_lines(folder / "lines.parquet", LINES)
        yield from against_hand(path)
        yield from against_pandas(path)
        yield from against_spark(path)
        for engine in ENGINES if MOST else ():
            yield from curve(folder, f"{engine}_ours")


if __name__ == "__main__":
    for comparison in frame_comparisons():
        print(comparison, flush=True)
