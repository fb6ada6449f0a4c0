"""The P3DN ratio as someone who knows each engine well writes it, with all that the library looks out for.

Every unit has a row, also one of which nothing counts. A sum beyond 64 bits, an unknown value, a blank identity and a
record that counts twice give a reason and no figure. The pandas query alone is what a user writes in a hurry.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
import polars as pl
from budget_parquet import YEAR

from kinerja.indicators.p3dn_ratio import DECREE_ACCOUNTS

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["in_pandas", "in_polars", "in_sql"]

_LARGEST = 2**63 - 1


def in_polars(path: Path, *, check: bool) -> pl.LazyFrame:
    """Write the lazy polars query."""
    lines = pl.scan_parquet(path)
    counted = lines.filter(pl.col("year") == YEAR, pl.col("account").is_in(DECREE_ACCOUNTS))
    unknown = pl.col("realised").is_null() | pl.col("ceiling").is_null()
    blank = pl.any_horizontal(
        pl.col(name).is_null() | (pl.col(name).str.strip_chars() == "") for name in ("unit", "reference")
    )
    sums = counted.group_by("unit").agg(
        pl.col("realised", "ceiling").cast(pl.Int128).sum(),
        unknown=unknown.any(),
        blank=blank.any() if check else pl.lit(value=False).any(),
    )
    groups = lines.select(pl.col("unit").unique()).join(sums, on="unit", how="left", nulls_equal=True)
    if check:
        often = counted.group_by("unit", "reference").len().filter(pl.col("len") > 1)
        twice = often.select("unit", twice=True).unique()
        groups = groups.join(twice, on="unit", how="left", nulls_equal=True)
    else:
        groups = groups.with_columns(twice=pl.lit(value=False))
    return _polars_figures(groups)


def _polars_figures(groups: pl.LazyFrame) -> pl.LazyFrame:
    fits = pl.all_horizontal(pl.col(name).is_between(-_LARGEST - 1, _LARGEST) for name in ("realised", "ceiling"))
    reason = (
        pl.when(pl.col("blank"))
        .then(pl.lit("identitas kosong"))
        .when(pl.col("unknown"))
        .then(pl.lit("nilai tidak diketahui"))
        .when(pl.col("twice"))
        .then(pl.lit("terhitung dua kali"))
        .when(~fits)
        .then(pl.lit("terlalu besar"))
        .when(pl.col("ceiling") < 0)
        .then(pl.lit("tidak mungkin"))
    )
    filled = groups.with_columns(pl.col("realised", "ceiling").fill_null(0)).with_columns(reason=reason)
    shown = pl.when(pl.col("reason").is_null()).then(pl.col("realised", "ceiling")).cast(pl.Int64)
    actual = 100 * pl.col("realised").cast(pl.Float64) / pl.col("ceiling").cast(pl.Float64)
    undefined = pl.when(pl.col("ceiling") == 0).then(pl.lit("tidak terdefinisi"))
    return filled.select(
        "unit",
        shown,
        actual=pl.when(pl.col("reason").is_null(), pl.col("ceiling") > 0).then(actual),
        reason=pl.coalesce("reason", undefined),
    )


def in_sql(source: str, *, check: bool, added: str = "{}") -> str:
    """Write the query in the SQL that DuckDB and Spark share.

    Args:
        source: what is selected from.
        check: whether records that count twice are looked for, and blank identities.
        added: how a column is written so that its sum does not wrap; DuckDB widens by itself.
    """
    accounts = ", ".join(f"'{account}'" for account in DECREE_ACCOUNTS)
    counted = f"FROM {source} WHERE year = {YEAR} AND account IN ({accounts})"
    blank = "unit IS NULL OR trim(unit) = '' OR reference IS NULL OR trim(reference) = ''" if check else "FALSE"
    doubles = f"(SELECT unit {counted} GROUP BY unit, reference HAVING count(*) > 1)"
    twice = f"LEFT JOIN (SELECT DISTINCT unit, TRUE AS twice FROM {doubles}) d ON d.unit IS NOT DISTINCT FROM g.unit"  # noqa: S608 - as below
    return f"""
        SELECT unit,
            CASE WHEN reason IS NULL THEN CAST(realised AS BIGINT) END AS realised,
            CASE WHEN reason IS NULL THEN CAST(ceiling AS BIGINT) END AS ceiling,
            CASE WHEN reason IS NULL AND ceiling > 0
                THEN CAST(100 AS DOUBLE) * CAST(realised AS DOUBLE) / CAST(ceiling AS DOUBLE) END AS actual,
            CASE WHEN reason IS NULL AND ceiling = 0 THEN 'tidak terdefinisi' ELSE reason END AS reason
        FROM (
            SELECT *, CASE
                WHEN blank THEN 'identitas kosong'
                WHEN unknown THEN 'nilai tidak diketahui'
                WHEN twice THEN 'terhitung dua kali'
                WHEN NOT (realised BETWEEN -{_LARGEST} - 1 AND {_LARGEST}
                    AND ceiling BETWEEN -{_LARGEST} - 1 AND {_LARGEST}) THEN 'terlalu besar'
                WHEN ceiling < 0 THEN 'tidak mungkin' END AS reason
            FROM (
                SELECT g.unit, coalesce(realised, 0) AS realised, coalesce(ceiling, 0) AS ceiling, unknown, blank,
                    {"twice" if check else "FALSE AS twice"}
                FROM (SELECT DISTINCT unit FROM {source}) g
                LEFT JOIN (
                    SELECT unit, sum({added.format("realised")}) AS realised, sum({added.format("ceiling")}) AS ceiling,
                        bool_or(realised IS NULL OR ceiling IS NULL) AS unknown, bool_or({blank}) AS blank
                    {counted} GROUP BY unit
                ) s ON s.unit IS NOT DISTINCT FROM g.unit {twice if check else ""}
            )
        )"""  # noqa: S608 - the source is this benchmark's own file


def in_pandas(path: Path, *, columns: list[str] | None = None) -> pd.DataFrame:
    """Write the groupby of a user, who looks out for nothing and reads what there is, or chosen columns."""
    lines = pd.read_parquet(path, columns=columns)
    counted = lines[(lines["year"] == YEAR) & lines["account"].isin(DECREE_ACCOUNTS)]
    sums = counted.groupby("unit")[["realised", "ceiling"]].sum()
    return sums.assign(actual=100 * sums["realised"] / sums["ceiling"])
