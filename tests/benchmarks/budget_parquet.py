"""Budget lines made up into Parquet files of any length: written in pieces, so that memory stays small."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl
import pyarrow.parquet as pq

from kinerja.indicators.p3dn_ratio import DECREE_ACCOUNTS

if TYPE_CHECKING:
    from pathlib import Path

    import pyarrow as pa

__all__ = ["UNITS", "YEAR", "write_lines"]

YEAR = 2023
UNITS = 600
_OTHERS = tuple(f"51{number}" for number in range(1111, 1111 + len(DECREE_ACCOUNTS)))
_PIECE = 1_000_000
_ROW_GROUP = 250_000


def write_lines(path: Path, count: int) -> Path:
    """Write budget lines: half of them on the decree's accounts, four in five of the year, no reference twice."""
    with pq.ParquetWriter(path, _piece(0, 1).schema, compression="zstd") as writer:
        for start in range(0, count, _PIECE):
            writer.write_table(_piece(start, min(_PIECE, count - start)), row_group_size=_ROW_GROUP)
    return path


def _piece(start: int, count: int) -> pa.Table:
    """Draw every column from other digits of one hash of the line's number: the same lines in every run."""
    numbers = pl.DataFrame({"number": pl.int_range(start, start + count, dtype=pl.UInt64, eager=True)})
    number, drawn = pl.col("number"), pl.col("number").hash(26)
    accounts = pl.lit(pl.Series([*DECREE_ACCOUNTS, *_OTHERS]))
    ceiling = drawn // 150_000 % 2_000_000
    lines = numbers.select(
        unit=(417_000 + drawn % UNITS).cast(pl.String),
        reference=pl.format("WA.{}.EBA.{}.{}", 4000 + drawn // 11 % 9000, drawn // 7 % 1000, number),
        year=YEAR - (drawn // UNITS % 5 == 0).cast(pl.Int64),
        account=accounts.gather(drawn // 5000 % (2 * len(DECREE_ACCOUNTS))),
        ceiling=(ceiling * 1000).cast(pl.Int64),
        realised=(ceiling * (drawn // 13 % 100) * 10).cast(pl.Int64),
    )
    return lines.to_arrow(compat_level=pl.CompatLevel.oldest())
