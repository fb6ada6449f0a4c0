"""The columns of frames: their names, and types that mean what they say on every back end."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import dask
import dask.dataframe as dd
import duckdb
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from dask.delayed import delayed

from any_frame import AsFrame, rows_of
from kinerja import AssistedCompanyCount, CollaborationCount, P3DNRatio, PNBPGrowth, frames
from kinerja.frames import Refusal
from kinerja.frames.messages import ADVICE
from kinerja.records import FieldType
from said import refused

if TYPE_CHECKING:
    from collections.abc import Callable

FIGURES = {"realised": 100, "ceiling": 400, "actual": 25.0, "reason": None}


def lines(**columns: Any) -> Any:
    """Make up two counted budget lines of one unit; columns may be given otherwise."""
    made: dict[str, Any] = {
        "unit": ["A", "A"],
        "reference": ["1", "2"],
        "year": [2023, 2023],
        "account": ["521211", "521211"],
        "ceiling": [100, 300],
        "realised": [30, 70],
        **columns,
    }
    return pa.table(made)


def company(**columns: Any) -> Any:
    """Make up one assisted company, of which nothing rose."""
    made: dict[str, Any] = {
        "unit": ["A"],
        "company": ["x"],
        "year": [2023],
        "revenue_before": [1],
        "revenue_after": [1],
        "clients_before": [1.0],
        "clients_after": [1.0],
        **columns,
    }
    return pa.table(made)


def receipts(days: Any) -> pd.DataFrame:
    """Make up receipts of these days, with growing amounts."""
    table = pd.DataFrame({"unit": "A", "receipt": ["1", "2"], "amount": [100, 150]})
    return table.assign(received_on=days)


def p3dn(frame: Any, **more: Any) -> Any:
    """Measure P3DN in 2023."""
    return frames.measure(P3DNRatio(), frame, period=2023, **more)


# Names


def doubled() -> pd.DataFrame:
    """Return lines with a second column of ceilings."""
    return pd.concat([lines().to_pandas(), pd.DataFrame({"ceiling": [999, 999]})], axis=1)


@pytest.mark.parametrize(
    "work",
    [
        p3dn,
        lambda frame: frames.exact(P3DNRatio(), frame, period=2023),
        lambda frame: frames.left_out(P3DNRatio(), frame, period=2023),
        lambda frame: frames.achievement(frame, target="ceiling", actual="realised"),
    ],
    ids=["measure", "exact", "left_out", "achievement"],
)
def test_two_columns_of_one_name_are_refused(work: Callable[[Any], Any]) -> None:
    """Nobody knows which of them is meant."""
    with refused("columns.same_name", column=("ceiling", "ceiling")):
        work(doubled())


def test_numbers_and_texts_of_one_name_are_refused() -> None:
    """Names are read as texts."""
    with refused("columns.same_name", column=("1", "1")):
        p3dn(pd.DataFrame([[1, 2]], columns=[1, "1"]))


def test_an_arrow_table_with_two_columns_of_one_name_is_refused() -> None:
    """Whether the rule needs them or not."""
    table = lines().append_column("unit", pa.array(["B", "B"]))
    with refused("columns.same_name", column=("unit", "unit")):
        p3dn(table)


def test_sql_makes_no_difference_of_upper_and_lower_case() -> None:
    """DuckDB would read either as the other."""
    with refused("columns.same_name", column=("Ceiling", "ceiling")):
        p3dn(duckdb.sql("SELECT 999 AS Ceiling, 400 AS ceiling"))


def test_spark_makes_no_difference_of_upper_and_lower_case(spark: Any) -> None:
    """Unless it is told to."""
    with refused("columns.same_name", column=("Ceiling", "ceiling")):
        p3dn(spark.sql("SELECT 999 AS Ceiling, 400 AS ceiling"))


def test_upper_and_lower_case_differ_elsewhere() -> None:
    """The field's own name comes first."""
    assert [FIGURES] == p3dn(pl.DataFrame(lines()).with_columns(Ceiling=1)).to_dicts()


@pytest.mark.parametrize("name", ["*", "^c.*$", "kinerja__trouble", "KINERJA__KEY_0"])
def test_names_that_mean_something_else_are_refused(name: str) -> None:
    """Engines read them as several columns, or the way to the result uses them."""
    with refused("columns.name_unusable", column=(name,)):
        p3dn(pl.DataFrame(lines()).with_columns(pl.lit(1).alias(name)))


def test_an_office_may_call_a_column_by_the_name_of_the_library() -> None:
    """It means performance, after all."""
    assert [FIGURES] == p3dn(pl.DataFrame(lines()).with_columns(kinerja_2023=1)).to_dicts()


NUMBERED = {"unit": "0", "reference": "1", "year": "2", "account": "3", "ceiling": "4", "realised": "5"}


@pytest.mark.parametrize("kind", ["pandas", "dask"])
def test_columns_may_be_numbered(kind: str) -> None:
    """As in a table that was read without headings; they are named by their numbers as texts."""
    frame = lines().to_pandas()
    frame.columns = range(6)
    frame = frame if kind == "pandas" else dd.from_pandas(frame, npartitions=1)
    assert [FIGURES] == rows_of(p3dn(frame, columns=NUMBERED))


def test_rows_of_numbered_columns_are_left_out() -> None:
    """They keep their numbers."""
    frame = lines(account=["511111", "521211"]).to_pandas()
    frame.columns = range(6)
    left = frames.left_out(P3DNRatio(), frame, period=2023, columns=NUMBERED)
    assert [0, 1, 2, 3, 4, 5, "nearest_miss", "cause"] == list(left.columns)


@pytest.mark.spark
@pytest.mark.parametrize("name", ["a`b", "a.b", "a b", 'a"b'])
def test_names_may_hold_any_sign_in_spark(name: str, as_frame: AsFrame) -> None:
    """They are quoted."""
    frame = as_frame("pyspark", lines().rename_columns([*list(NUMBERED)[:4], name, "realised"]))
    assert [FIGURES] == rows_of(p3dn(frame, columns={"ceiling": name}))


# What is asked for


@pytest.mark.parametrize("by", [iter(["unit"]), pd.Index(["unit"]), ("unit",)])
def test_by_may_be_any_list_of_names(by: Any) -> None:
    """Also one that can be gone through only once."""
    assert [("A", 25.0)] == p3dn(pl.DataFrame(lines()), by=by).select("unit", "actual").rows()


@pytest.mark.parametrize("by", [None, [1], "unit", ["Actual"], ["REASON"]])
def test_by_names_columns_beside_the_result(by: Any) -> None:
    """A single text would be read letter by letter; SQL makes no difference of upper and lower case."""
    with refused("columns.no_keys", taken=("actual", "ceiling", "realised", "reason")):
        p3dn(pl.DataFrame(lines()), by=by)


@pytest.mark.parametrize("columns", ["ceiling", ["ceiling"], {"ceiling": None}, {"ceiling": 4}, {1: "ceiling"}])
def test_columns_are_fields_and_names(columns: Any) -> None:
    """Anything else is refused."""
    with refused("columns.no_mapping", value=columns):
        p3dn(pl.DataFrame(lines()), columns=columns)


def test_a_column_may_have_a_blank_name() -> None:
    """It is a name like any other."""
    frame = pl.DataFrame(lines()).with_columns((pl.col("ceiling") * 10).alias(""))
    assert [4000] == p3dn(frame, columns={"ceiling": ""})["ceiling"].to_list()


def test_an_indicator_is_asked_and_not_its_class() -> None:
    """The parentheses are easily forgotten."""
    unmade: Any = P3DNRatio
    with refused("frame.no_indicator", value=unmade):
        frames.measure(unmade, pl.DataFrame(lines()), period=2023)


def test_a_list_of_words_for_duplicates_is_refused() -> None:
    """It is one of two words."""
    words: Any = ["refuse"]
    with refused("frame.duplicates_unknown", value=["refuse"]):
        p3dn(pl.DataFrame(lines()), duplicates=words)


# Objects of pandas

ZONED = dt.datetime(2023, 1, 1, 5, tzinfo=dt.timezone(dt.timedelta(hours=7)))
NAIVE = ZONED.replace(tzinfo=None)


@pytest.mark.parametrize(
    "days",
    [
        [NAIVE, ZONED],
        [ZONED, NAIVE],
        [dt.date(2022, 6, 1), ZONED],
        [NAIVE, "2023-06-01"],
    ],
)
def test_days_of_several_types_are_refused(days: list[Any]) -> None:
    """Arrow would make UTC of local time without a word."""
    with refused("columns.mixed", column="received_on"):
        frames.measure(PNBPGrowth(), receipts(pd.Series(days, dtype=object)), period=2023)


@pytest.mark.parametrize("place", [0, 1])
def test_a_time_beside_a_date_is_its_day(place: int) -> None:
    """As a workbook has them, one cell a time and the next a day."""
    days: list[Any] = [dt.date(2022, 12, 31), dt.date(2023, 12, 31)]
    days[place] = dt.datetime.combine(days[place], dt.time(23, 59))
    rows = frames.measure(PNBPGrowth(), receipts(pd.Series(days, dtype=object)), period=2023)
    assert [(100, 150)] == list(rows[["previous", "current"]].itertuples(index=False, name=None))


@pytest.mark.parametrize("amounts", [[2**70, 1], [Decimal("Infinity"), Decimal(1)], [True, 1], [1j, 2j]])
def test_amounts_that_are_no_amounts_are_refused(amounts: list[Any]) -> None:
    """They name their column."""
    frame = lines().to_pandas().assign(ceiling=pd.Series(amounts, dtype=object))
    with refused("columns.mixed", column="ceiling"):
        p3dn(frame)


def test_objects_that_the_rule_does_not_read_do_not_matter() -> None:
    """Such as remarks that are now a text, now a number."""
    frame = lines().to_pandas().assign(remark=pd.Series(["x", 1], dtype=object))
    assert [25.0] == p3dn(frame)["actual"].to_list()


def test_a_blank_column_of_a_file_is_unknown() -> None:
    """Pandas reads one as a column of NaN, whatever was to stand in it."""
    frame = company().to_pandas().assign(company=np.nan)
    row = frames.measure(AssistedCompanyCount(), frame, period=2023)
    assert [str(Refusal.UNKNOWN_IDENTITY)] == row["reason"].to_list()


# Types that say something else


@pytest.mark.parametrize(
    "days",
    [["2022-06-01", "2023-06-01"], pa.array([0, 1], pa.timestamp("us", tz="Asia/Jakarta"))],
    ids=["text", "zone"],
)
def test_days_are_days_on_every_kind_of_frame(kind: str, days: Any, as_frame: AsFrame) -> None:
    """Text has an order of its own, and midnight in one zone is the day before in another."""
    table = pa.table({"unit": ["A", "A"], "receipt": ["1", "2"], "amount": [100, 150], "received_on": days})
    with refused("columns.wrong_type", column="received_on", advice=ADVICE[FieldType.DATE]):
        frames.measure(PNBPGrowth(), as_frame(kind, table), period=2023)


@pytest.mark.parametrize(
    "years", [pd.period_range("2023", periods=1, freq="Y"), pd.interval_range(2023, 2024), pd.to_timedelta([2023])]
)
def test_what_arrow_keeps_as_numbers_is_no_number(years: Any) -> None:
    """A period is counted from 1970, and was taken for the year 53."""
    with refused("columns.wrong_type", column="year", field="year"):
        frames.measure(AssistedCompanyCount(), company().to_pandas().assign(year=years), period=2023)


@pytest.mark.parametrize(
    "amounts",
    [
        pa.array([Decimal(100), Decimal(300)], pa.decimal256(50, 0)),
        pa.array([Decimal(100), Decimal(300)], pa.decimal128(10, -1)),
        pa.array(["100", "300"]).dictionary_encode(),
        pa.array([b"100", b"300"]),
    ],
)
def test_amounts_of_odd_types_are_refused(amounts: Any) -> None:
    """No rule is run on what it cannot read."""
    with refused("columns.wrong_type", column="ceiling", field="ceiling"):
        p3dn(lines(ceiling=amounts))


@pytest.mark.parametrize("account", ["52111::BIT", "521211::BIGINT", "INTERVAL 1 DAY"])
def test_types_of_duckdb_that_are_no_text_are_refused(account: str) -> None:
    """A code is text."""
    lines = duckdb.sql(f"SELECT 'A' unit, '1' reference, 2023 AS year, {account} AS account, 1 ceiling, 1 realised")
    with refused("columns.wrong_type", column="account", field="account"):
        p3dn(lines)


def test_an_interval_of_spark_is_no_amount(spark: Any) -> None:
    """Nor is it nulls alone, though narwhals knows neither."""
    lines = spark.sql(
        "SELECT 'A' unit, '1' reference, 2023 AS year, '521211' account, INTERVAL '4' DAY AS ceiling, 1 AS realised"
    )
    with refused("columns.wrong_type", column="ceiling", field="ceiling"):
        p3dn(lines)


@pytest.mark.parametrize("kind", ["pandas", "pyarrow"])
def test_categories_of_numbers_are_no_text(kind: str) -> None:
    """052111 has lost its 0 there, as in a plain column of numbers."""
    codes = pa.array([52111, 521211]).dictionary_encode()
    table = lines(account=codes)
    with refused("columns.wrong_type", column="account", field="account", value="Int64"):
        p3dn(table if kind == "pyarrow" else table.to_pandas())


@pytest.mark.parametrize("kind", ["pandas", "pyarrow", "polars", "polars enum", "duckdb"])
def test_categories_of_texts_are_text(kind: str) -> None:
    """However they are kept."""
    table = lines(account=pa.array(["521211", "521211"]).dictionary_encode())
    frame = {
        "pandas": table.to_pandas,
        "pyarrow": lambda: table,
        "polars": lambda: pl.DataFrame(table),
        "polars enum": lambda: pl.DataFrame(lines()).with_columns(pl.col("account").cast(pl.Enum(["521211"]))),
        "duckdb": lambda: duckdb.from_arrow(lines()).project(
            "* REPLACE (account::ENUM('521211', '522141') AS account)"
        ),
    }[kind]()
    assert [FIGURES] == rows_of(p3dn(frame))


def test_dask_groups_by_categories() -> None:
    """Its partitions number them differently."""
    frame = dd.from_pandas(lines(unit=["A", "B"]).to_pandas(), npartitions=2).astype({"unit": "category"})
    assert ["A", "B"] == p3dn(frame, by=["unit"]).compute()["unit"].to_list()


def test_arrow_groups_by_categories() -> None:
    """Its chunks number them differently."""
    units = pa.chunked_array([pa.array(["A"]).dictionary_encode(), pa.array(["B"]).dictionary_encode()])
    assert ["A", "B"] == p3dn(lines(unit=units), by=["unit"])["unit"].to_pylist()


def test_arrow_groups_by_short_texts() -> None:
    """As polars gives them."""
    assert ["A"] == p3dn(lines(unit=pa.array(["A", "A"], pa.string_view())), by=["unit"])["unit"].to_pylist()


@pytest.mark.parametrize("kind", ["polars", "pyarrow"])
def test_nothing_is_grouped_by_lists(kind: str) -> None:
    """Engines differ in whether they can."""
    table = lines(list=[[1], [2]])
    with refused("columns.wrong_key", column="list", value="List(Int64)"):
        p3dn(table if kind == "pyarrow" else pl.DataFrame(table), by=["list"])


def test_there_is_one_zero_to_group_by() -> None:
    """Arrow would tell -0,0 from 0,0."""
    table = lines(region=[0.0, -0.0])
    assert [(2, 0.0)] == [(2, row["region"]) for row in p3dn(table, by=["region"]).to_pylist()]


def test_a_column_of_nulls_can_be_grouped_by() -> None:
    """Whatever it was to hold."""
    table = lines(region=pa.nulls(2))
    assert [None] == p3dn(table, by=["region"])["region"].to_pylist()


def test_wide_unsigned_numbers_are_refused() -> None:
    """DuckDB hands them on as others."""
    with refused("columns.wrong_type", column="ceiling", value="UInt128"):
        p3dn(duckdb.from_arrow(lines()).project("* REPLACE (ceiling::UHUGEINT AS ceiling)"))


def test_a_year_beyond_64_bits_is_another_year() -> None:
    """It is compared, and not converted."""
    table = lines(year=pa.array([2**64 - 1, 2023], pa.uint64()))
    assert [300] == p3dn(table)["ceiling"].to_pylist()


# Dask


def objects(**columns: Any) -> Any:
    """Return lines as a Dask frame of Python objects, which name no types."""
    texts = {"unit": object, "reference": object, "account": object}
    with dask.config.set({"dataframe.convert-string": False}):
        return dd.from_pandas(lines().to_pandas().astype(texts).assign(**columns), npartitions=2)


def test_dask_takes_the_texts_that_its_objects_are() -> None:
    """The field says what must be there, each part what is."""
    with dask.config.set({"dataframe.convert-string": False}):
        assert [FIGURES] == rows_of(p3dn(objects()))


@pytest.mark.parametrize(
    ("name", "values"), [("account", [521211, 521211]), ("ceiling", ["100", "300"]), ("ceiling", [Decimal("0.5")] * 2)]
)
def test_dask_refuses_other_objects(name: str, values: list[Any]) -> None:
    """They would be converted without a word."""
    with dask.config.set({"dataframe.convert-string": False}):
        frame = objects(**{name: pd.Series(values, dtype=object)})
        with refused("columns.wrong_partition", column=name, limit="object"):
            p3dn(frame).compute(scheduler="synchronous")


@pytest.mark.parametrize(
    ("promised", "held"),
    [
        ({"ceiling": [1, 1]}, {"ceiling": ["100", "300"]}),
        ({"ceiling": [1, 1]}, {"ceiling": [0.5, 300.0]}),
        ({"ceiling": [1, 1]}, {"ceiling": [True, True]}),
        ({"account": ["5", "5"]}, {"account": [521211, 521211]}),
    ],
)
def test_partitions_that_hold_another_type_are_refused(promised: dict[str, Any], held: dict[str, Any]) -> None:
    """Dask itself does not look."""
    meta, part = lines(**promised).to_pandas().head(0), lines(**held).to_pandas()
    frame = dd.from_delayed([delayed(part)], meta=meta, verify_meta=False)
    with refused("columns.wrong_partition", column=next(iter(promised))):
        p3dn(frame).compute(scheduler="synchronous")


@pytest.mark.parametrize(
    ("promised", "held"),
    [
        ([1, 1], pa.array([100, 300], pa.int32())),
        (pa.array([1.0, 1.0]), pa.array([100, 300], pa.float32())),
        (
            pa.array([Decimal("1.00")] * 2, pa.decimal128(18, 2)),
            pa.array([Decimal("100.0"), Decimal("300.0")], pa.decimal128(10, 1)),
        ),
    ],
)
def test_partitions_may_hold_another_size(promised: Any, held: Any) -> None:
    """Nothing is lost in the larger one."""
    arrow: Any = pd.ArrowDtype
    meta, part = (lines(ceiling=own).to_pandas(types_mapper=arrow) for own in (promised, held))
    frame = dd.from_delayed([delayed(part)], meta=meta.head(0), verify_meta=False)
    assert [400] == p3dn(frame).compute(scheduler="synchronous")["ceiling"].to_list()


def test_partitions_may_tell_time_to_another_precision() -> None:
    """The day is the same."""
    days = pd.to_datetime(pd.Series(["2022-06-01", "2023-06-01"]))
    meta = receipts(days.astype("datetime64[ns]")).head(0)
    frame = dd.from_delayed([delayed(receipts(days.astype("datetime64[s]")))], meta=meta, verify_meta=False)
    growth = frames.measure(PNBPGrowth(), frame, period=2023).compute(scheduler="synchronous")
    assert [50.0] == growth["actual"].to_list()


def test_a_reason_of_dask_objects_is_kept() -> None:
    """Though the frame does not say that they are texts."""
    with dask.config.set({"dataframe.convert-string": False}):
        rows = pd.DataFrame({"target": [45.0], "actual": [45.0], "reason": pd.Series(["Ditolak."], dtype=object)})
        scored = frames.achievement(dd.from_pandas(rows, npartitions=1)).compute(scheduler="synchronous")
    assert [("Ditolak.", True)] == list(zip(scored["reason"], scored["achievement"].isna(), strict=True))


# Numbers


@pytest.mark.parametrize(
    ("columns", "refusal"),
    [
        ({"clients_after": [float("inf")]}, Refusal.OVERFLOW),
        ({"revenue_before": [float("-inf")]}, Refusal.NOT_WHOLE),
        ({"revenue_before": [2.0**53], "revenue_after": [2**53 + 1]}, Refusal.NOT_WHOLE),
    ],
)
def test_numbers_that_are_not_exact_are_not_compared(
    kind: str,
    columns: dict[str, Any],
    refusal: Refusal,
    as_frame: AsFrame,
) -> None:
    """Records refuse infinity; a float from 2^53 on may stand for its neighbour."""
    rows = rows_of(frames.measure(AssistedCompanyCount(), as_frame(kind, company(**columns)), period=2023))
    assert [str(refusal)] == [row["reason"] for row in rows]


def decimal(text: str, precision: int, scale: int) -> Any:
    """Return one Decimal in a column of that type."""
    return pa.array([Decimal(text)], pa.decimal128(precision, scale))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (decimal("1000000.50", 18, 2), decimal("2000000.0", 18, 1)),
        (decimal("1000000.50", 18, 2), pa.array([2_000_000])),
        (pa.array([1]), decimal("1.000000000000000001", 38, 18)),
        (decimal("0.5", 38, 30), decimal("0.50000000000000000001", 38, 30)),
    ],
)
def test_decimals_are_compared_digit_by_digit(kind: str, before: Any, after: Any, as_frame: AsFrame) -> None:
    """Whatever their scales."""
    table = company(revenue_before=before, revenue_after=after)
    rows = rows_of(frames.measure(AssistedCompanyCount(), as_frame(kind, table), period=2023))
    assert [1] == [row["improved"] for row in rows]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (decimal("1.01", 38, 28), pa.array([12_131_595_000])),
        (decimal("1", 38, 2), decimal("2", 38, 18)),
        (decimal("0.1", 18, 2), pa.array([0.1])),
        (pa.array([0.1]), decimal("0.1", 18, 2)),
    ],
)
def test_numbers_that_no_engine_compares_exactly_are_refused(before: Any, after: Any) -> None:
    """They would need more digits than there are, or are floats beside decimals."""
    with refused("columns.incomparable"):
        frames.measure(AssistedCompanyCount(), company(revenue_before=before, revenue_after=after), period=2023)


def test_decimals_with_many_places_are_added(kind: str, as_frame: AsFrame) -> None:
    """Spark makes such columns of Python's Decimals; the figures are those of the decree's accounts."""
    amounts = {
        "ceiling": pa.array([Decimal(12_131_595_000), Decimal(0)], pa.decimal128(38, 18)),
        "realised": pa.array([Decimal("1971124136.5"), Decimal("0.5")], pa.decimal128(38, 18)),
    }
    (row,) = rows_of(p3dn(as_frame(kind, lines(**amounts))))
    assert (12_131_595_000, 1_971_124_137, 100 * 1_971_124_137 / 12_131_595_000) == (
        row["ceiling"],
        row["realised"],
        row["actual"],
    )


# pandas without Arrow holds Decimals as objects, whose width is that of the longest.
@pytest.mark.parametrize("kind", ["polars", "polars lazy", "pyarrow", "duckdb", "pandas arrow", "dask", "pyspark"])
def test_decimals_beyond_eight_places_are_refused(kind: str, as_frame: AsFrame) -> None:
    """Where the column is so wide, rather than lost."""
    amounts = pa.array([Decimal("0.000000001"), Decimal(300)], pa.decimal128(38, 18))
    rows = rows_of(p3dn(as_frame(kind, lines(ceiling=amounts))))
    assert [str(Refusal.OVERFLOW)] == [row["reason"] for row in rows]


@pytest.mark.parametrize("unit", ["s", "ms", "us", "ns"])
@pytest.mark.parametrize(
    "kind", ["polars", "polars lazy", "pyarrow", "duckdb", "pandas nullable", "pandas arrow", "dask"]
)
def test_the_last_moment_of_a_year_is_in_it(kind: str, unit: str, as_frame: AsFrame) -> None:
    """DuckDB would round its last nanoseconds into the next."""
    last = 1_704_067_200 * 10 ** {"s": 0, "ms": 3, "us": 6, "ns": 9}[unit] - 1
    texts = {"unit": ["A"], "reference": ["1"], "collaboration": ["K"], "partner": ["P"], "capability": ["x"]}
    made = {**texts, "dated_on": pa.array([last], pa.timestamp(unit))}
    rows = rows_of(frames.measure(CollaborationCount(), as_frame(kind, pa.table(made)), period=2023))
    assert [1.0] == [row["actual"] for row in rows]
