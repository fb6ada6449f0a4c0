"""What several rows are about counts once on frames; what no row enters is not measured."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import attrs
import dask.dataframe as dd
import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

from any_frame import AsFrame, rows_of
from kinerja import BSPJI_PEKANBARU_2021_2024 as CATALOGUE
from kinerja import (
    AccreditedScopeGrowth,
    AssistedCompanyCount,
    CollaborationCount,
    Indicator,
    P3DNRatio,
    PerformanceMeasure,
    PNBPGrowth,
    Reason,
    UnknownIndicatorError,
    frames,
)
from kinerja._base import Text
from kinerja.frames import Refusal
from kinerja.indicators.collaboration_count import Collaboration
from kinerja.measurement import Timing, Unit, Variable
from kinerja.records import Tally, above, either, percent_change, stated
from said import refused

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kinerja.records import Period

BEFORE, NOW = dt.date(2022, 5, 1), dt.date(2023, 5, 1)
NOT_MEASURED, UNDEFINED = str(Reason.NOT_MEASURED), str(Reason.UNDEFINED_ACTUAL)


def scopes(**columns: Any) -> Any:
    """Make up five parameters of two scopes of unit A, and one of unit B; a scope of A is new."""
    made: dict[str, Any] = {
        "unit": ["A", "A", "A", "A", "A", "B"],
        "scope": ["S", "S", "T", "T", "T", "S"],
        "parameter": ["1", "2", "1", "2", "3", "1"],
        "accredited_on": [BEFORE, NOW, NOW, NOW, None, BEFORE],
        "withdrawn_on": pa.nulls(6, pa.date32()),
        **columns,
    }
    return pa.table(made)


def proofs(**columns: Any) -> Any:
    """Make up four proofs: two of collaboration K, one whose own number is K, and one without a collaboration."""
    made: dict[str, Any] = {
        "unit": ["A"] * 4,
        "reference": ["1", "2", "K", "4"],
        "collaboration": ["K", "K", None, " "],
        "partner": ["P"] * 4,
        "capability": ["x"] * 4,
        "dated_on": [NOW] * 4,
        **columns,
    }
    return pa.table(made)


@pytest.mark.parametrize("duplicates", ["refuse", "trust"])
def test_a_scope_counts_once_however_many_parameters_it_has(duplicates: Any, kind: str, as_frame: AsFrame) -> None:
    """Also where they stand in several partitions, and where nobody looks for duplicates."""
    frame = as_frame(kind, scopes())
    rows = rows_of(frames.measure(AccreditedScopeGrowth(), frame, period=2023, by=["parameter"], duplicates=duplicates))
    alone = rows_of(frames.measure(AccreditedScopeGrowth(), frame, period=2023, duplicates=duplicates))
    told = sorted((row["parameter"], row["previous"], row["current"]) for row in rows)
    assert [("1", 2, 3), ("2", 0, 2), ("3", 0, 0)] == told
    assert [{"previous": 2, "current": 3, "actual": 1.0, "reason": None}] == alone


def test_a_scope_counts_once_in_each_unit() -> None:
    """What is grouped by tells the things apart already."""
    rows = frames.measure(AccreditedScopeGrowth(), pl.DataFrame(scopes()), period=2023, by=["unit"]).rows()
    assert [("A", 1, 2, 1.0, None), ("B", 1, 1, 0.0, None)] == rows


def test_a_scope_counts_once_over_many_partitions() -> None:
    """One row in each."""
    frame = dd.from_pandas(scopes().to_pandas(types_mapper=pd.ArrowDtype), npartitions=6, sort=False)
    assert [2, 3] == frames.measure(AccreditedScopeGrowth(), frame, period=2023).compute().iloc[0].to_list()[:2]


def test_a_collaboration_is_told_apart_from_a_proof_of_the_same_number(kind: str, as_frame: AsFrame) -> None:
    """K with two proofs, the proof K, and the proof 4: three."""
    rows = rows_of(frames.measure(CollaborationCount(), as_frame(kind, proofs()), period=2023))
    assert [{"activities": 3, "actual": 3.0, "reason": None}] == rows


def test_collaborations_may_all_be_without_a_number(kind: str, as_frame: AsFrame) -> None:
    """Then each proof is one, also where the column holds nulls of no type."""
    frame = as_frame(kind, proofs(collaboration=pa.nulls(4, pa.string() if kind == "pyspark" else pa.null())))
    assert [4] == [row["activities"] for row in rows_of(frames.measure(CollaborationCount(), frame, period=2023))]


def test_a_frame_without_collaborations_is_refused() -> None:
    """Frames have no remark that would say so; nulls do."""
    with refused("columns.missing", column=("nomor kolaborasi (collaboration)",)):
        frames.measure(CollaborationCount(), proofs().drop_columns(["collaboration"]), period=2023)


def test_the_exact_path_counts_things_once() -> None:
    """As records do."""
    told = [frames.exact(CollaborationCount(), pl.DataFrame(proofs()), period=2023).row(0)]
    told += [frames.exact(AccreditedScopeGrowth(), pl.DataFrame(scopes()), period=2023).row(0)]
    assert [("3", "3", None), ("2", "3", "1", None)] == told


@pytest.mark.parametrize("duplicates", ["refuse", "trust"])
def test_a_row_about_nobody_knows_what_is_refused(duplicates: Any) -> None:
    """Whether duplicates are looked for or not."""
    frame = pl.DataFrame(proofs(reference=["1", "2", None, "4"]))
    found = frames.measure(_Loose(), frame, period=2023, duplicates=duplicates).row(0)
    assert (None, None, None, str(Refusal.UNKNOWN_IDENTITY)) == found


def test_a_row_that_does_not_count_may_be_about_anything() -> None:
    """It is not looked at."""
    frame = pl.DataFrame(proofs(reference=["1", "2", None, "4"], partner=["P", "P", None, "P"]))
    assert (2, 3, 2 / 3, None) == frames.measure(_Loose(), frame, period=2023, duplicates="trust").row(0)


def test_the_sql_counts_things_once() -> None:
    """By a group within the group."""
    with duckdb.connect() as connection:
        connection.register("bukti", proofs())
        text = frames.sql(CollaborationCount(), connection.table("bukti"), period=2023)
        assert [(3, 3.0, None)] == connection.sql(text).fetchall()


def test_the_sql_of_spark_counts_things_once(spark: Any, as_frame: AsFrame) -> None:
    """As its plan does."""
    frame = as_frame("pyspark", proofs())
    frame.createOrReplaceTempView("source")
    text = frames.sql(CollaborationCount(), frame, period=2023)
    assert [{"activities": 3, "actual": 3.0, "reason": None}] == rows_of(spark.sql(text))


THING = Unit(name=Text(id="hal", en="thing"), whole=True)


@attrs.frozen(kw_only=True)
class _Loose(Indicator[Collaboration]):
    """An indicator that counts partners and collaborations, which must be there."""

    unit = THING
    record = Collaboration
    timing = Timing.FLOW
    variables = (
        Variable(name="things", symbol="T", label=Text(id="hal", en="things"), unit=THING, empty="unmeasured"),
        Variable(name="proofs", symbol="P", label=Text(id="bukti", en="proofs"), unit=THING, divisor=True),
    )

    def tally(self, line: Collaboration, period: Period) -> Iterable[Tally]:
        """Count things, whose proofs lie behind a mark, and proofs."""
        counts = {"mitra": stated(line.partner), "masa": period.contains(line.dated_on)}
        yield Tally(counts, per=(either(line.collaboration, line.reference),), things=1)
        yield Tally({**counts, "bukti": stated(line.reference)}, per=(line.reference, line.unit), proofs=1)

    @staticmethod
    def formula(things: Any, proofs: Any) -> Any:
        """Divide."""
        return things / proofs


def test_rows_of_things_are_entries(kind: str, as_frame: AsFrame) -> None:
    """What must have rows has some, whatever they are about."""
    frame = as_frame(kind, proofs(unit=["A", "A", "A", "B"], partner=["P", "P", "P", None]))
    rows = rows_of(frames.measure(_Loose(), frame, period=2023, by=["unit"]))
    told = sorted(tuple(row.values()) for row in rows)
    assert [("A", 2, 3, 2 / 3, None), ("B", 0, 0, None, NOT_MEASURED)] == told


def receipts(days: list[Any]) -> Any:
    """Make up receipts, each of a unit of its own."""
    units = [f"U{place}" for place in range(len(days))]
    made = {"unit": units, "receipt": units, "amount": pa.array([5] * len(days), pa.int64())}
    return pa.table({**made, "received_on": pa.array(days, pa.date32())})


def test_a_group_of_other_periods_is_not_measured(kind: str, as_frame: AsFrame) -> None:
    """A ceiling of 0 is one that nobody may divide by, and lines of another year are none of this one."""
    table = pa.table(
        {
            "satker": ["A", "A", "A"],
            "kode": ["1", "1", "1"],
            "tahun": [2021, 2022, 2023],
            "akun": ["521211"] * 3,
            "pagu": pa.array([5, 5, 0], pa.int64()),
            "realisasi": pa.array([1, 1, 0], pa.int64()),
        }
    )
    rows = rows_of(frames.measure(P3DNRatio(), as_frame(kind, table), period=2023, by=["satker", "tahun"]))
    assert {2021: NOT_MEASURED, 2022: NOT_MEASURED, 2023: UNDEFINED} == {row["tahun"]: row["reason"] for row in rows}


def test_a_year_without_receipts_is_no_fall_by_all(kind: str, as_frame: AsFrame) -> None:
    """It was not measured; nor was one that has none before it."""
    frame = as_frame(kind, receipts([BEFORE, NOW, dt.date(2021, 5, 1)]))
    rows = rows_of(frames.measure(PNBPGrowth(), frame, period=2023, by=["unit"]))
    told = sorted((row["unit"], row["previous"], row["current"], row["actual"], row["reason"]) for row in rows)
    assert [(f"U{place}", *own, None, NOT_MEASURED) for place, own in enumerate([(5, 0), (0, 5), (0, 0)])] == told


def test_a_refusal_goes_before_not_measured() -> None:
    """What is wrong with the rows that are there is told first."""
    frame = pl.DataFrame(receipts([NOW])).with_columns(amount=pl.lit(None, pl.Int64))
    assert str(Refusal.UNKNOWN_VALUE) == frames.measure(PNBPGrowth(), frame, period=2023)["reason"].item()


def test_the_exact_path_says_what_was_not_measured() -> None:
    """And never blames the divisor."""
    rows = frames.exact(PNBPGrowth(), pl.DataFrame(receipts([BEFORE])), period=2023).rows()
    assert [("5", "0", None, NOT_MEASURED)] == rows


def test_the_exact_path_says_what_has_no_divisor() -> None:
    """Receipts that were refunded leave nothing to divide by, though there are some."""
    frame = pl.DataFrame(receipts([BEFORE, NOW])).with_columns(unit=pl.lit("A"), amount=pl.Series([0, 5]))
    assert [("0", "5", None, str(Reason.UNDEFINED_ACTUAL))] == frames.exact(PNBPGrowth(), frame, period=2023).rows()


@pytest.mark.parametrize(("by", "told"), [([], True), (["unit"], False), (["receipt"], True)])
def test_money_that_two_units_received_counts_twice(
    by: list[str],
    told: bool,  # noqa: FBT001 - a value of the table
    kind: str,
    as_frame: AsFrame,
) -> None:
    """Where both are in one group, the same number, amount and day are one receipt; another amount is another."""
    table = pa.table(
        {
            "unit": ["A", "B", "A", "B"],
            "receipt": ["1", "1", "2", "2"],
            "amount": pa.array([5, 5, 6, 7], pa.int64()),
            "received_on": pa.array([NOW, NOW, NOW, NOW], pa.date32()),
        }
    )
    rows = rows_of(frames.measure(PNBPGrowth(), as_frame(kind, table), period=2023, by=by))
    reasons = {row["reason"] for row in rows}
    assert told is (str(Refusal.COUNTED_TWICE) in reasons)


def test_no_event_is_a_count_of_nothing() -> None:
    """A year without collaborations is a true 0."""
    frame = pl.DataFrame(proofs(dated_on=[BEFORE] * 4))
    assert (0, 0.0, None) == frames.measure(CollaborationCount(), frame, period=2023).row(0)


def test_a_row_left_out_is_told_what_is_unknown_of_it(kind: str, as_frame: AsFrame) -> None:
    """Before the conditions that it fails."""
    dated = [dt.date(2020, 1, 1), None, NOW, None]
    table = receipts(dated).append_column("account", pa.array(["999999", "999999", None, "425283"]))
    rows = rows_of(frames.left_out(PNBPGrowth(accounts={"425283"}), as_frame(kind, table), period=2023))
    assert [
        "tidak memenuhi akun layanan, diterima dalam periode",
        "tanggal penerimaan tidak diketahui, tidak memenuhi akun layanan",
        "akun tidak diketahui",
        "tanggal penerimaan tidak diketahui",
    ] == [row["cause"] for row in sorted(rows, key=lambda row: row["unit"])]


def test_one_of_two_ways_is_enough_unless_both_are_unknown() -> None:
    """A company whose clients are known not to have risen is not told that its revenue is unknown."""
    known: dict[str, list[Any]] = {"unit": ["A"] * 2, "company": ["x", "y"], "year": [2022, 2023]}
    table = pl.DataFrame(
        {
            **known,
            "revenue_before": [1, None],
            "revenue_after": [2, 1],
            "clients_before": [2, 1],
            "clients_after": [1, 1],
        }
    )
    causes = frames.left_out(AssistedCompanyCount(), table, period=2023)["cause"].to_list()
    assert ["tidak memenuhi dibina pada tahun berjalan"] == causes


def test_what_never_ends_is_not_unknown() -> None:
    """A scope that was not withdrawn is held; without the day of its accreditation nobody knows."""
    table = pl.DataFrame({"unit": "A", "scope": ["1", "2"], "accredited_on": [None, dt.date(2024, 1, 1)]})
    frame = table.with_columns(parameter=pl.lit(""), withdrawn_on=pl.lit(None, pl.Date))
    causes = frames.left_out(AccreditedScopeGrowth(), frame, period=2023)["cause"].to_list()
    assert ["terakreditasi sejak tidak diketahui", "tidak memenuhi terakreditasi pada akhir periode"] == causes


@attrs.frozen(kw_only=True)
class _Leap(Indicator[PerformanceMeasure]):
    """Measures that improved by more than ten percent."""

    unit = THING
    record = PerformanceMeasure
    timing = Timing.YEARLY
    variables = (Variable(name="leaps", symbol="L", label=Text(id="lompatan", en="leaps"), unit=THING),)

    def tally(self, line: PerformanceMeasure, period: Period) -> Iterable[Tally]:
        """Count them by what is calculated of each."""
        change = percent_change(line.before, line.after, lower_is_better=line.lower_is_better)
        yield Tally({"tahun": line.year == period.year, "naik di atas 10 persen": above(change, 10)}, leaps=1)

    @staticmethod
    def formula(leaps: Any) -> Any:
        """Return them."""
        return leaps


def test_what_is_calculated_lacks_what_it_is_calculated_of() -> None:
    """As of records."""
    made = [
        PerformanceMeasure(unit="A", company="x", measure=str(place), year=2023, before=before, after=after)
        for place, (before, after) in enumerate([(None, 5), (4, None), (4, 4)])
    ]
    types = {"before": pl.Float64, "after": pl.Float64}
    table = pl.DataFrame([attrs.asdict(one) for one in made], schema_overrides=types)
    measured = _Leap().measure_records(made, period=2023)
    causes = frames.left_out(_Leap(), table, period=2023)["cause"].to_list()
    assert [measured.cause(item).id for item in measured.left_out] == causes
    fails = "tidak memenuhi naik di atas 10 persen"
    assert ["sebelum tidak diketahui", "sesudah tidak diketahui", fails] == causes


def test_a_frame_with_causes_of_its_own_is_refused() -> None:
    """They would be overwritten."""
    with refused("columns.name_taken", column=("cause",)):
        frames.left_out(PNBPGrowth(), receipts([NOW]).append_column("Cause", pa.array([1])), period=2023)


def test_a_scorecard_is_measured_by_what_the_unit_sets() -> None:
    """The decree's indicator takes all receipts."""
    own = CATALOGUE.with_settings({"SK3/2": {"accounts": ["425283"]}})
    table = pl.DataFrame(receipts([BEFORE, NOW, NOW])).with_columns(
        account=pl.Series(["425283", "425283", "425811"]), unit=pl.lit("A")
    )
    cards = [frames.scorecard(catalogue, {"SK3/2": table}, period=2023) for catalogue in (CATALOGUE, own)]
    assert [100.0, 0.0] == [card.filter(code="SK3/2")["actual"].item() for card in cards]


@pytest.mark.parametrize("period", [2023, "2023-TW2"])
def test_a_scorecard_with_own_targets_is_that_of_records(period: Any) -> None:
    """The decree's target stands beside the own; of a quarter the others have none."""
    table = receipts([BEFORE, NOW])
    given = {"SK3/2": PNBPGrowth().measure_records(_receipts(table), period=period)}
    card = CATALOGUE.scorecard(period, given, targets={"SK3/2": 3})
    rows = frames.scorecard(CATALOGUE, {"SK3/2": pl.DataFrame(table)}, period=period, targets={"SK3/2": 3})
    columns = ("code", "target", "decree_target", "rules", "reason")
    expected = [(s.entry.code, s.target, s.decree_target, s.rules, s.reason and str(s.reason)) for s in card]
    assert expected == rows.select(columns).rows()


def _receipts(table: Any) -> list[Any]:
    return [PNBPGrowth.record(**row) for row in table.to_pylist()]


def test_own_targets_are_of_every_kind_of_frame(kind: str, as_frame: AsFrame) -> None:
    """In every group, measured or not."""
    made = {"SK1/2": as_frame(kind, proofs()), "SK3/3": as_frame(kind, scopes())}
    rows = rows_of(frames.scorecard(CATALOGUE, made, period=2023, by=["unit"], targets={"SK1/2": 2}))
    told = {(row["unit"], row["code"]): (row["target"], row["decree_target"], row["rules"]) for row in rows}
    expected = {
        ("A", "SK1/2"): (2.0, 1.0, 2),
        ("B", "SK1/2"): (2.0, 1.0, None),
        ("A", "SK3/3"): (1.0, None, 2),
        ("A", "SK3/4"): (45.0, None, None),
    }
    assert expected == {key: told[key] for key in expected}


def test_a_target_of_no_indicator_is_refused() -> None:
    """A slip in the code would leave the decree's in use."""
    with refused("name.misspelt", UnknownIndicatorError, name="SK3-2"):
        frames.scorecard(CATALOGUE, {"SK3/2": receipts([NOW])}, period=2023, targets={"SK3-2": 3})
