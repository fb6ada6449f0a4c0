"""What is made of measured frames: achievements, rows left out, scorecards, SQL, and the exact path."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs
import duckdb
import polars as pl
import pyarrow as pa
import pytest

from any_frame import AsFrame, rows_of
from kinerja import BSPJI_PEKANBARU_2021_2024 as CATALOGUE
from kinerja import (
    AssistedCompanyCount,
    ColumnsError,
    P3DNRatio,
    PNBPGrowth,
    Polarity,
    PolarityError,
    ProductivityDelta,
    QuantityError,
    Reason,
    Scoring,
    TargetError,
    UnknownIndicatorError,
    achievement,
    frames,
)
from kinerja._base import Text
from kinerja.frames.messages import ADVICE
from kinerja.records import FieldType
from said import refused, sentence

NOT_MEASURED, NO_TARGET, UNDEFINED = str(Reason.NOT_MEASURED), str(Reason.NO_TARGET), str(Reason.UNDEFINED_ACTUAL)


def receipts() -> Any:
    """Make up receipts of two units; B has none of the year before, C none at all that count."""
    return pa.table(
        {
            "unit": ["A", "A", "B", "C"],
            "receipt": ["1", "2", "1", "1"],
            "amount": pa.array([3, 4, 5, 6], pa.int64()),
            "received_on": [dt.date(2022, 1, 1), dt.date(2023, 12, 31), dt.date(2023, 1, 1), dt.date(2024, 1, 1)],
        }
    )


def test_achievements_are_added_to_every_kind_of_frame(kind: str, as_frame: AsFrame) -> None:
    """With the reason wherever there is none, and the frame's own columns beside them."""
    table = pa.table(
        {
            "row": [1, 2, 3, 4, 5],
            "target": [45.0, 0.0, None, 3.5, None],
            "actual": [47.25, 1.5, 1.0, None, None],
        }
    )
    rows = rows_of(frames.achievement(as_frame(kind, table)))
    told = [(row["row"], row["achievement"], row["reason"]) for row in sorted(rows, key=lambda row: row["row"])]
    assert [(1, 105.0, None), *((row, None, reason) for row, reason in _WHY.items())] == told


_WHY = {2: NO_TARGET, 3: NO_TARGET, 4: NOT_MEASURED, 5: NO_TARGET}


def achieved(target: Any, actual: Any, **more: Any) -> tuple[Any, ...]:
    """Return the achievement and the reason of one row."""
    row: tuple[Any, ...] = frames.achievement(pl.DataFrame({"target": [target], "actual": [actual]}), **more).row(0)
    return row[2:]


def test_less_may_be_better() -> None:
    """By the rule of the polarity."""
    assert (float(achievement(8, 7, Polarity.MINIMISE)), None) == achieved(8, 7, polarity=Polarity.MINIMISE)


def test_less_may_be_scored_as_a_ratio(kind: str, as_frame: AsFrame) -> None:
    """As records are, with the reason where it would divide by 0 or below; no target comes first."""
    pairs = [(10.0, 25.0), (10.0, 0.0), (10.0, -1.0), (10.0, None), (0.0, 0.0), (None, 5.0)]
    table = pa.table({"target": [target for target, _ in pairs], "actual": [actual for _, actual in pairs]})
    rows = rows_of(frames.achievement(as_frame(kind, table), polarity=Polarity.MINIMISE, minimise="ratio"))
    undefined = str(Reason.UNDEFINED_ACHIEVEMENT)
    expected = [
        (10.0, 25.0, 40.0, None),
        (10.0, 0.0, None, undefined),
        (10.0, -1.0, None, undefined),
        (10.0, None, None, NOT_MEASURED),
        (0.0, 0.0, None, NO_TARGET),
        (None, 5.0, None, NO_TARGET),
    ]
    told = [(row["target"], row["actual"], row["achievement"], row["reason"]) for row in rows]
    assert sorted(expected, key=str) == sorted(told, key=str)


def test_more_is_scored_as_ever_beside_a_rule_of_less() -> None:
    """It is not asked."""
    assert (0.0, None) == achieved(10, 0, minimise="ratio")


def test_what_is_no_rule_of_less_is_refused() -> None:
    """Before any row is looked at."""
    with pytest.raises(QuantityError):
        achieved(10, 5, minimise="T/R")


def test_an_achievement_may_be_capped() -> None:
    """At what the agency publishes."""
    assert [(120.0, None), (90.0, None)] == [achieved(2, 3, cap=120), achieved(10, 9, cap=120)]


def test_what_is_no_number_is_not_measured() -> None:
    """It never becomes an achievement."""
    assert (None, NOT_MEASURED) == achieved(1.0, float("nan"))


def test_actuals_of_null_alone_are_not_measured() -> None:
    """Whatever type the column would have had."""
    assert (None, NOT_MEASURED) == achieved(1, None)


def test_a_reason_that_is_there_is_kept() -> None:
    """What `measure` says of a group says why it has no achievement."""
    measured = frames.measure(PNBPGrowth(), pl.DataFrame(receipts()), period=2023, by=["unit"])
    rows = frames.achievement(measured.with_columns(target=2)).select("achievement", "reason").rows()
    assert [(float(Fraction(100, 6)) * 100, None), (None, NOT_MEASURED), (None, NOT_MEASURED)] == rows


@pytest.mark.parametrize(
    ("columns", "code", "values"),
    [
        ({}, "columns.missing", {"column": "target"}),
        ({"target": ["45"]}, "columns.wrong_type", {"column": "target", "advice": ADVICE[FieldType.NUMBER]}),
        ({"target": [1], "Achievement": [1]}, "columns.name_taken", {"column": ("achievement",)}),
    ],
)
def test_columns_that_make_no_achievement_are_refused(
    columns: dict[str, list[Any]], code: str, values: dict[str, Any]
) -> None:
    """Missing ones, texts, and one that would be overwritten."""
    with refused(code, **values):
        frames.achievement(pl.DataFrame({"actual": [1], **columns}))


def test_a_direction_is_a_polarity() -> None:
    """A word is none."""
    with pytest.raises(PolarityError):
        achieved(1, 1, polarity="Maksimasi")


def test_pandas_keeps_its_index(as_frame: AsFrame) -> None:
    """Columns are added row by row."""
    frame = as_frame("pandas numpy", pa.table({"target": [2, 4], "actual": [1, 1]})).set_axis([7, 3])
    assert [(7, 50.0), (3, 25.0)] == list(frames.achievement(frame)["achievement"].items())


def test_rows_left_out_keep_their_columns(kind: str, as_frame: AsFrame) -> None:
    """And are told the conditions they failed."""
    rows = rows_of(
        frames.left_out(
            PNBPGrowth(),
            as_frame(
                kind,
                receipts()
                .drop(["received_on"])
                .append_column(
                    "received_on", pa.array([dt.date(2022, 1, 1), dt.date(2023, 1, 1), None, None], pa.date32())
                ),
            ),
            period=2023,
        )
    )
    told = sorted((row["unit"], row["receipt"], row["amount"], row["nearest_miss"]) for row in rows)
    miss = "diterima dalam periode"
    assert [("B", "1", 5, miss), ("C", "1", 6, miss)] == told


def test_a_row_that_counts_somewhere_is_not_left_out() -> None:
    """An assisted company that did not improve is counted as assisted."""
    table = pl.DataFrame({"unit": "A", "company": "1", "year": 2023, "revenue_before": [2], "revenue_after": [1]})
    table = table.with_columns(clients_before=None, clients_after=None)
    assert 0 == len(frames.left_out(AssistedCompanyCount(), table, period=2023))


def test_a_frame_with_misses_of_its_own_is_refused() -> None:
    """They would be overwritten."""
    with refused("columns.name_taken", column=("nearest_miss",)):
        frames.left_out(PNBPGrowth(), pl.DataFrame({"nearest_miss": [1]}), period=2023)


def test_a_scorecard_has_every_indicator_of_every_group(kind: str, as_frame: AsFrame) -> None:
    """With the target, the figures, or the reason for none."""
    tenants = pa.table(
        {
            "unit": ["A"],
            "tenant": ["1"],
            **{f"{stage}on": [dt.date(2023, 5, 1)] for stage in ("selected_", "preincubation_", "incubation_")},
            "postincubation_on": [dt.date(2023, 5, 1)],
        }
    )
    handed_in = {"SK3/2": as_frame(kind, receipts()), "SK1/1": as_frame(kind, tenants)}
    rows = rows_of(frames.scorecard(CATALOGUE, handed_in, period=2023, by=["unit"]))
    rows.sort(key=lambda row: (row["unit"], row["code"]))
    told = [
        (row["unit"], row["code"], row["target"], row["actual"], row["reason"])
        for row in rows
        if row["unit"] != "B" and row["code"] in {"SK1/1", "SK1/2", "SK3/2"}
    ]
    assert (21, 9) == (len(rows), len(told) + 3)
    assert told == [
        ("A", "SK1/1", 1.0, 1.0, None),
        ("A", "SK1/2", 1.0, None, NOT_MEASURED),
        ("A", "SK3/2", 2.0, 100 / 3, None),
        ("C", "SK1/1", 1.0, None, NOT_MEASURED),
        ("C", "SK1/2", 1.0, None, NOT_MEASURED),
        ("C", "SK3/2", 2.0, None, NOT_MEASURED),
    ]


def test_a_scorecard_on_frames_is_the_scorecard_of_records() -> None:
    """Row by row, without groups, also in the baseline year."""
    for year in (2021, 2023):
        lines = pl.DataFrame({"unit": "A", "reference": "1", "year": [year], "account": "521211"})
        lines = lines.with_columns(ceiling=200, realised=90)
        card = CATALOGUE.scorecard(year, {"SK3/4": P3DNRatio().measure(realised=90, ceiling=200)})
        told = [(s.entry.code, s.target, s.actual, s.achievement, s.reason and str(s.reason)) for s in card]
        expected = [(*own, s.decree_target, s.rules, None, None, None) for own, s in zip(told, card, strict=True)]
        assert expected == frames.scorecard(CATALOGUE, {"SK3/4": lines}, period=year).rows()


def test_a_scorecard_takes_the_names_of_columns_and_the_rules_of_scoring() -> None:
    """Names by code."""
    card = frames.scorecard(
        CATALOGUE,
        {"SK3/2": pl.DataFrame(receipts()).rename({"amount": "uang"}).filter(unit="A")},
        period=2023,
        columns={"SK3/2": {"amount": "uang"}},
        duplicates="trust",
        scoring=Scoring(cap=120),
    )
    assert 120.0 == card.filter(code="SK3/2")["achievement"].item()


@pytest.mark.parametrize(("bounds", "codes"), [({"most": 30}, "A"), ({"least": 30}, "B"), ({"most": 40}, "")])
def test_a_scorecard_refuses_actuals_that_cannot_be(
    bounds: dict[str, int],
    codes: str,
    kind: str,
    as_frame: AsFrame,
) -> None:
    """By the bounds of the entry, as one of records does; one at its bound is none of them."""
    exactly: dict[str, Any] = {name: Fraction(value) for name, value in bounds.items()}
    entries = {"SK3/4": attrs.evolve(CATALOGUE["SK3/4"], **exactly)}
    table = pa.table(
        {
            "unit": ["A", "B"],
            "reference": ["1", "1"],
            "year": [2023, 2023],
            "account": ["521211", "521211"],
            "ceiling": [100, 100],
            "realised": [40, 20],
        }
    )
    own = attrs.evolve(CATALOGUE, entries=entries)
    rows = rows_of(frames.scorecard(own, {"SK3/4": as_frame(kind, table)}, period=2023, by=["unit"]))
    refused = {row["unit"]: row["actual"] for row in rows if row["reason"] == str(frames.Refusal.IMPOSSIBLE)}
    assert dict.fromkeys(codes) == refused


def test_a_scorecard_of_several_kinds_of_frames_is_refused() -> None:
    """There would be no kind for the result."""
    with refused("frame.not_one_kind", kind="polars.DataFrame, pyarrow.Table"):
        frames.scorecard(CATALOGUE, {"SK3/2": pl.DataFrame(receipts()), "SK3/3": _scopes()}, period=2023)


def _scopes() -> Any:
    day = pa.array([dt.date(2023, 1, 1)])
    return pa.table({"unit": ["A"], "scope": ["1"], "accredited_on": day, "withdrawn_on": pa.nulls(1, pa.date32())})


def test_a_scorecard_of_nothing_is_refused() -> None:
    """As there would be no kind for it either."""
    with refused("frame.not_one_kind", kind="-"):
        frames.scorecard(CATALOGUE, {}, period=2023)


@pytest.mark.parametrize(
    ("more", "error"),
    [
        ({"period": 2019}, TargetError),
        ({"frames": {"SK9": None}}, UnknownIndicatorError),
        ({"by": ["code"]}, ColumnsError),
    ],
)
def test_a_scorecard_that_cannot_be_is_refused(more: dict[str, Any], error: type[Exception]) -> None:
    """Years and codes that the decree has not, and groups named like the result."""
    given: dict[str, Any] = {"frames": {"SK3/2": pl.DataFrame(receipts())}, "period": 2023, **more}
    with pytest.raises(error):
        frames.scorecard(CATALOGUE, **given)


@pytest.mark.parametrize(
    ("columns", "code"), [({"ceiling": "pagu"}, "name.unknown"), ({"SK3-2": {"amount": "jumlah"}}, "name.misspelt")]
)
def test_columns_are_named_for_the_frames_that_are_there(columns: Any, code: str) -> None:
    """A slip in the code would leave the wrong column in use."""
    with refused(code, UnknownIndicatorError, available=("SK3/2",)):
        frames.scorecard(CATALOGUE, {"SK3/2": receipts()}, period=2023, columns=columns)


def test_a_scorecard_takes_codes_with_their_frames() -> None:
    """A list of frames says nothing of which is which."""
    only: Any = [receipts()]
    with refused("frame.not_one_kind", kind="list"):
        frames.scorecard(CATALOGUE, only, period=2023)


def tenants(unit: Any) -> Any:
    """Make up a tenant of a unit who left in 2023."""
    stages = ("selected_on", "preincubation_on", "incubation_on", "postincubation_on")
    return pa.table({"unit": unit, "tenant": ["1"], **{stage: [dt.date(2023, 5, 1)] for stage in stages}})


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (["A"], pa.array(["A"]).dictionary_encode()),
        (pa.array([1], pa.int32()), pa.array([1], pa.int64())),
        (pa.array([1.0], pa.float32()), pa.array([1.0], pa.float64())),
        (["A"], ["A"]),
    ],
)
def test_groups_of_several_frames_are_the_same_whatever_their_sizes(
    kind_in_memory: str,
    one: Any,
    other: Any,
    as_frame: AsFrame,
) -> None:
    """One group, a row for each of the seven indicators."""
    paid = receipts().slice(0, 1).drop_columns(["unit"]).append_column("n", other)
    joined = {"SK1/1": tenants(["A"]).append_column("n", one), "SK3/2": paid.append_column("unit", pa.array(["A"]))}
    made = {code: as_frame(kind_in_memory, table) for code, table in joined.items()}
    rows = rows_of(frames.scorecard(CATALOGUE, made, period=2023, by=["n"]))
    assert 7 == len(rows)


def test_groups_of_texts_and_of_numbers_are_refused(kind: str, as_frame: AsFrame) -> None:
    """An engine that converted them would take 1 and 01 for one."""
    made = {
        "SK1/1": as_frame(kind, tenants(["01"])),
        "SK3/2": as_frame(kind, receipts().append_column("region", pa.array([1] * 4))),
    }
    made["SK1/1"] = as_frame(kind, tenants(["A"]).append_column("region", pa.array(["01"])))
    with refused("columns.keys_differ", column="region", value=("SK1/1: String", "SK3/2: Int64")):
        frames.scorecard(CATALOGUE, made, period=2023, by=["region"])


def test_a_scorecard_is_of_one_duckdb_connection() -> None:
    """Relations of two know nothing of each other."""
    one, other = duckdb.connect(), duckdb.connect()
    made = {"SK1/1": one.from_arrow(tenants(["A"])), "SK3/2": other.from_arrow(receipts())}
    with refused("frame.several_connections", kind="duckdb"):
        frames.scorecard(CATALOGUE, made, period=2023)


def test_an_entry_without_an_indicator_cannot_be_measured() -> None:
    """Only its actual can be handed in."""
    entries = type(CATALOGUE.entries)({"SK3/2": attrs.evolve(CATALOGUE["SK3/2"], indicator=None)})
    with refused("frame.entry_unmeasured", indicator="SK3/2", value=None):
        frames.scorecard(attrs.evolve(CATALOGUE, entries=entries), {"SK3/2": pl.DataFrame()}, period=2023)


def test_the_sql_of_duckdb_gives_the_same_rows() -> None:
    """It is what runs."""
    with duckdb.connect() as connection:
        connection.register("kuitansi", receipts())
        relation = connection.table("kuitansi")
        text = frames.sql(PNBPGrowth(), relation, period=2023, by=["unit"])
        measured = frames.measure(PNBPGrowth(), relation, period=2023, by=["unit"]).fetchall()
        assert sorted(measured) == sorted(connection.sql(text).fetchall())


ARROW_TYPES = {
    FieldType.TEXT: pa.string(),
    FieldType.ACCOUNT: pa.string(),
    FieldType.DATE: pa.date32(),
    FieldType.NUMBER: pa.float64(),
    FieldType.RUPIAH: pa.int64(),
    FieldType.YEAR: pa.int64(),
    FieldType.FLAG: pa.bool_(),
}


def test_the_sql_of_spark_gives_the_same_rows(spark: Any, as_frame: AsFrame) -> None:
    """Run by Spark on a view called `source`, whatever the columns are called."""
    frame = as_frame("pyspark", receipts().rename_columns(["unit", "receipt", "a.b c", "received_on"]))
    frame.createOrReplaceTempView("source")
    for by in ([], ["unit"]):
        more: dict[str, Any] = {"period": 2023, "by": by, "columns": {"amount": "a.b c"}}
        text = frames.sql(PNBPGrowth(), frame, **more)
        assert rows_of(frames.measure(PNBPGrowth(), frame, **more)) == rows_of(spark.sql(text))


@pytest.mark.parametrize("kind", ["polars", "pandas arrow", "dask"])
def test_only_engines_of_sql_have_sql(kind: str, as_frame: AsFrame) -> None:
    """The others are refused."""
    with refused("frame.no_sql", kind="DataFrame"):
        frames.sql(PNBPGrowth(), as_frame(kind, receipts()), period=2023)


def test_the_exact_path_keeps_the_last_digit(kind: str, as_frame: AsFrame) -> None:
    """As texts that read back as the same numbers."""
    rows = rows_of(frames.exact(PNBPGrowth(), as_frame(kind, receipts()), period=2023, by=["unit"]))
    unmeasured = {"previous": "0", "actual": None, "reason": NOT_MEASURED}
    assert [
        {"unit": "A", "previous": "3", "current": "4", "actual": "100/3", "reason": None},
        {"unit": "B", "current": "5", **unmeasured},
        {"unit": "C", "current": "0", **unmeasured},
    ] == rows


def test_the_exact_path_of_no_rows_is_that_of_no_records() -> None:
    """One row without groups."""
    nothing = frames.exact(PNBPGrowth(), pl.DataFrame(receipts()).clear(), period=2023)
    assert [("0", "0", None, NOT_MEASURED)] == nothing.rows()


def test_the_exact_path_names_the_record_that_counts_twice() -> None:
    """An error, where `measure` gives a reason."""
    twice = pl.DataFrame(receipts()).with_columns(receipt=pl.lit("1"), received_on=dt.date(2023, 1, 1))
    with refused("record.counted_unequal", indicator="PNBPGrowth", value=(("A", "1"),), limit="receipt"):
        frames.exact(PNBPGrowth(), twice, period=2023)


def test_the_exact_path_refuses_blank_identities() -> None:
    """As records do, whether the row counts or not."""
    blank = sentence("record.blank", indicator="Receipt", field="unit", what="satker", value=None)
    rows = _rows_told(*[(row, f"-, {receipt}", blank) for row, receipt in enumerate("1211", 1)])
    with refused("frame.no_records", indicator="PNBPGrowth", problems=rows):
        frames.exact(PNBPGrowth(), pl.DataFrame(receipts()).with_columns(unit=pl.lit(None, pl.String)), period=2023)


def test_the_exact_path_reads_floats_as_they_print() -> None:
    """Years that pandas made floats, and 0.1 is a tenth; NaN keys are null."""
    table = pl.DataFrame(
        {
            "unit": "A",
            "company": ["1", "2"],
            "measure": "m",
            "year": [2023.0, 2023.0],
            "before": [0.1, 0.3],
            "after": [0.2, None],
            "lower_is_better": False,
            "share": [float("nan"), None],
        }
    )
    rows = frames.exact(ProductivityDelta(), table, period=2023, by=["share"]).rows()
    assert [(None, "100", "1", "100", None)] == rows


@pytest.mark.parametrize("year", [Decimal("2023.0"), 2023.0, 2023])
def test_the_exact_path_takes_the_years_that_frames_take(year: Any) -> None:
    """As decimals, floats or whole numbers."""
    assert ["1"] == frames.exact(AssistedCompanyCount(), pa.table(companies(year=[year])), period=2023)[
        "assisted"
    ].to_pylist()


def companies(**columns: Any) -> dict[str, Any]:
    """Make up one assisted company."""
    known = {"revenue_before": [1], "revenue_after": [2], "clients_before": [1], "clients_after": [1]}
    return {"unit": ["A"], "company": ["x"], "year": [2023], **known, **columns}


def _rows_told(*rows: tuple[int, str, Text]) -> Text:
    told = [sentence("frame.row", row=row, identity=whose, problem=problem) for row, whose, problem in rows]
    return Text(id=" ".join(row.id for row in told), en=" ".join(row.en for row in told))


def test_the_exact_path_names_every_row_that_is_no_record() -> None:
    """With its identity, and what is unknown."""
    lines = pa.table(
        {
            "unit": ["A"] * 3,
            "reference": ["1", "2", "3"],
            "year": [2023] * 3,
            "account": ["521211"] * 3,
            "ceiling": [None, 4, 4],
            "realised": [1, 1, None],
        }
    )
    told = [(1, "ceiling"), (3, "realised")]
    unknown = [(row, f"A, 2023, {row}", sentence("frame.value_unknown", field=field)) for row, field in told]
    with refused("frame.no_records", indicator="P3DNRatio", problems=_rows_told(*unknown)):
        frames.exact(P3DNRatio(), lines, period=2023)


def test_the_exact_path_refuses_infinity() -> None:
    """It is no number, and nothing is unknown either."""
    table = pa.table(companies(clients_after=[float("inf")]))
    infinite = sentence("number.not_finite", value=float("inf"))
    with refused("frame.no_records", problems=_rows_told((1, "A, x, 2023", infinite))):
        frames.exact(AssistedCompanyCount(), table, period=2023)


def test_the_exact_path_tells_of_twenty_rows_one_by_one() -> None:
    """And of the others how many they are."""
    table = pa.table({name: values * 23 for name, values in companies(company=[""]).items()})
    blank = sentence("record.blank", indicator="AssistedCompany", field="company", what="perusahaan", value="")
    rows = _rows_told(*[(row, "A, , 2023", blank) for row in range(1, 21)])
    with refused("frame.many_no_records", problems=rows, more=3):
        frames.exact(AssistedCompanyCount(), table, period=2023)


def test_the_exact_path_groups_by_nulls() -> None:
    """As frames do."""
    table = receipts().append_column("region", pa.nulls(4))
    assert [None] == frames.exact(PNBPGrowth(), table, period=2023, by=["region"])["region"].to_pylist()


def test_the_exact_path_needs_the_same_columns() -> None:
    """Those of the identity too."""
    with refused("columns.missing", column=("satker (unit)",)):
        frames.exact(PNBPGrowth(), pl.DataFrame(receipts()).drop("unit"), period=2023)
