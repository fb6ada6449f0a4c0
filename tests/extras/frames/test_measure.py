"""Measuring on frames: what comes in, what goes out, and what is refused."""

from __future__ import annotations

import datetime as dt
import importlib
import subprocess
import sys
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any, ClassVar

import attrs
import dask.dataframe as dd
import duckdb
import narwhals.stable.v2 as nw
import polars as pl
import pyarrow as pa
import pytest

from any_frame import AsFrame, rows_of
from kinerja import (
    FrameError,
    Indicator,
    KinerjaError,
    MissingExtraError,
    P3DNRatio,
    PeriodError,
    PNBPGrowth,
    ProductivityDelta,
    Reason,
    TenantCount,
    exact,
    frames,
)
from kinerja._base import Text
from kinerja.frames import Refusal
from kinerja.frames.frame_kinds import engine_of
from kinerja.frames.messages import ADVICE
from kinerja.indicators import AccreditedScopeGrowth, CollaborationCount
from kinerja.indicators.p3dn_ratio import BudgetLine
from kinerja.measurement import PERCENT, Timing, Unit, Variable
from kinerja.records import FieldType, Tally, by_kind, number, one_of, stated, text, unit
from said import refused

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kinerja.records import Period

LARGEST = 2**63 - 1


def lines(**columns: Any) -> Any:
    """Make up two counted budget lines of one unit; columns may be given otherwise, None takes one out."""
    made: dict[str, Any] = {
        "unit": ["A", "A"],
        "reference": ["1", "2"],
        "year": [2023, 2023],
        "account": ["521211", "521211"],
        "ceiling": [100, 300],
        "realised": [30, 70],
        **columns,
    }
    return pa.table({name: values for name, values in made.items() if values is not None})


def measure(table: Any, **more: Any) -> dict[str, Any]:
    """Measure P3DN on polars, as one group."""
    row: dict[str, Any] = frames.measure(P3DNRatio(), pl.DataFrame(table), period=2023, **more).row(0, named=True)
    return row


FIGURES = {"realised": 100, "ceiling": 400, "actual": 25.0, "reason": None}
NO_FIGURES = {"realised": None, "ceiling": None, "actual": None}


def test_an_indicator_is_measured_on_every_kind_of_frame(kind: str, as_frame: AsFrame) -> None:
    """The same rows give the same row."""
    assert [FIGURES] == rows_of(frames.measure(P3DNRatio(), as_frame(kind, lines()), period=2023))


def test_the_result_is_of_the_kind_of_the_frame(kind: str, as_frame: AsFrame) -> None:
    """What is lazy stays lazy."""
    frame = as_frame(kind, lines())
    assert type(frame) is type(frames.measure(P3DNRatio(), frame, period=2023, by=["unit"]))


def test_sums_beyond_64_bits_are_refused(kind: str, as_frame: AsFrame) -> None:
    """No back end wraps, none raises."""
    table = lines(ceiling=pa.array([LARGEST, LARGEST], pa.int64()))
    rows = rows_of(frames.measure(P3DNRatio(), as_frame(kind, table), period=2023))
    assert [{**NO_FIGURES, "reason": str(Refusal.OVERFLOW)}] == rows


def test_decimals_keep_every_digit(kind: str, as_frame: AsFrame) -> None:
    """Also where polars' own division would keep two."""
    amounts = pa.array([Decimal("90071992547409.93"), Decimal("0.07")], pa.decimal128(18, 2))
    rows = rows_of(frames.measure(P3DNRatio(), as_frame(kind, lines(ceiling=amounts)), period=2023))
    assert [(Decimal("90071992547410.00"), 100 * 100 / 90071992547410)] == [
        (row["ceiling"], row["actual"]) for row in rows
    ]


def test_wide_decimals_that_could_wrap_are_refused(kind: str, as_frame: AsFrame) -> None:
    """38 digits are added only while so many rows cannot exceed them."""
    amounts = pa.array([Decimal(9 * 10**37), Decimal(9 * 10**37)], pa.decimal128(38, 0))
    rows = rows_of(frames.measure(P3DNRatio(), as_frame(kind, lines(ceiling=amounts)), period=2023))
    assert [{**NO_FIGURES, "reason": str(Refusal.OVERFLOW)}] == rows


# pandas itself turns whole floats into whole numbers when it is asked for its nullable types.
@pytest.mark.parametrize(
    "kind", ["polars", "polars lazy", "pyarrow", "duckdb", "pandas numpy", "pandas arrow", "dask", "pyspark"]
)
@pytest.mark.parametrize("amount", [0.5, 2.0**53, float("inf")])
def test_float_rupiah_are_taken_where_whole_and_small(kind: str, amount: float, as_frame: AsFrame) -> None:
    """A float beyond 2^53 may stand for its neighbour."""
    table = lines(ceiling=pa.array([amount, 2.0]))
    rows = rows_of(frames.measure(P3DNRatio(), as_frame(kind, table), period=2023))
    assert [{**NO_FIGURES, "reason": str(Refusal.NOT_WHOLE)}] == rows


def test_whole_floats_are_taken() -> None:
    """A missing value makes floats of whole numbers in pandas."""
    assert FIGURES == measure(lines(ceiling=[100.0, 300.0]))


@pytest.mark.parametrize("kind", ["polars", "pyarrow", "duckdb", "pandas numpy"])
def test_nan_is_unknown(kind: str, as_frame: AsFrame) -> None:
    """Like null, and unlike any number."""
    table = lines(ceiling=pa.array([float("nan"), 2.0]))
    rows = rows_of(frames.measure(P3DNRatio(), as_frame(kind, table), period=2023))
    assert [str(Refusal.UNKNOWN_VALUE)] == [row["reason"] for row in rows]


def test_no_rows_are_measured_as_no_records(kind: str, as_frame: AsFrame) -> None:
    """One row without `by`; none with it."""
    rows = as_frame(kind, lines())
    empty = rows.query("year == 1") if kind == "dask" else as_frame(kind, lines().slice(0, 0))
    nothing = {"realised": 0, "ceiling": 0, "actual": None, "reason": str(Reason.NOT_MEASURED)}
    found = [rows_of(frames.measure(P3DNRatio(), empty, period=2023, by=by)) for by in ([], ["unit"])]
    assert [[nothing], []] == found


def test_groups_come_sorted_with_null_last() -> None:
    """A null key is a group of its own."""
    table = lines(unit=[None, "B"])
    rows = frames.measure(P3DNRatio(), pl.DataFrame(table), period=2023, by=["unit"], duplicates="trust").rows()
    assert [("B", 70, 300), (None, 30, 100)] == [row[:3] for row in rows]


def test_nan_keys_are_null_keys() -> None:
    """They make one group."""
    table = pl.DataFrame(lines()).with_columns(share=pl.Series([float("nan"), None]))
    assert 1 == len(frames.measure(P3DNRatio(), table, period=2023, by=["share"]))


def test_a_group_of_which_nothing_counts_is_kept() -> None:
    """With sums of 0 and the reason."""
    table = pl.DataFrame(lines(unit=["A", "B"], year=[2023, 2022]))
    rows = frames.measure(P3DNRatio(), table, period=2023, by=["unit"]).rows()
    assert ("B", 0, 0, None, str(Reason.NOT_MEASURED)) == rows[1]


def test_a_record_that_counts_twice_is_refused() -> None:
    """Unless the caller vouches for it."""
    twice = lines(reference=["1", "1"])
    found = (measure(twice)["reason"], measure(twice, duplicates="trust"))
    assert (str(Refusal.COUNTED_TWICE), FIGURES) == found


def test_a_record_may_count_once_in_each_quantity() -> None:
    """A receipt number of last year may come again."""
    days = [dt.date(2022, 5, 1), dt.date(2023, 5, 1)]
    receipts = pl.DataFrame({"unit": "A", "receipt": ["1", "1"], "amount": [100, 110], "received_on": days})
    assert [(100, 110, 10.0, None)] == frames.measure(PNBPGrowth(), receipts, period=2023).rows()


@pytest.mark.parametrize("reference", [None, "", " \u00a0"])
def test_a_blank_identity_is_refused(reference: str | None) -> None:
    """Nobody can tell whether it counts twice."""
    assert str(Refusal.UNKNOWN_IDENTITY) == measure(lines(reference=[reference, "2"]))["reason"]


def test_a_negative_ceiling_cannot_be() -> None:
    """Records refuse it too."""
    assert str(Refusal.IMPOSSIBLE) == measure(lines(ceiling=[-500, 100]))["reason"]


class _SmallBudget(P3DNRatio):
    """The budget of a unit that has 300 at most."""

    variables = (P3DNRatio().variables[0], attrs.evolve(P3DNRatio().variables[1], most=300))


@pytest.mark.parametrize(("ceiling", "reason"), [(100, None), (301, str(Refusal.IMPOSSIBLE))])
def test_more_than_there_can_be_cannot_be(ceiling: int, reason: str | None) -> None:
    """Records refuse it too."""
    budget = lines(ceiling=[ceiling, 0], realised=[50, 0])
    (row,) = frames.measure(_SmallBudget(), budget, period=2023).to_pylist()
    assert reason == row["reason"]


@attrs.frozen(kw_only=True, field_transformer=by_kind)
class _Session:
    """A training session, and how many people came."""

    identity: ClassVar = ("unit",)

    unit: str = attrs.field(metadata=unit())
    people: Fraction = attrs.field(converter=exact, metadata=number("peserta", "Banyaknya peserta."))


_PERSON = Unit(name=Text(id="Orang", en="person"), whole=True)


@attrs.frozen(kw_only=True)
class _People(Indicator[_Session]):
    """The people who came, who are counted undivided."""

    unit = _PERSON
    record = _Session
    timing = Timing.SNAPSHOT
    variables = (Variable(name="people", symbol="O", label=Text(id="orang", en="people"), unit=_PERSON),)

    def tally(self, line: _Session, period: Period) -> Iterable[Tally]:  # noqa: ARG002 - of any year
        """Add them up."""
        yield Tally({"satker tertulis": stated(line.unit)}, people=line.people)

    @staticmethod
    def formula(people: Any) -> Any:
        """Return them."""
        return people


@pytest.mark.parametrize("type_", [pa.float64(), pa.decimal128(10, 2)], ids=str)
def test_what_is_counted_undivided_is_no_fraction(kind: str, type_: Any, as_frame: AsFrame) -> None:
    """A sum with half a person is refused, as of records."""
    table = pa.table({"unit": ["A", "B"], "people": pa.array([Decimal("0.5"), Decimal(2)]).cast(type_)})
    rows = rows_of(frames.measure(_People(), as_frame(kind, table), period=2023, by=["unit"]))
    told = sorted((row["unit"], row["actual"], row["reason"]) for row in rows)
    assert [("A", None, str(Refusal.IMPOSSIBLE)), ("B", 2.0, None)] == told


@pytest.mark.parametrize(
    "amounts",
    [pa.array([1, 2**63], pa.uint64()), pa.array([1, 2**64 - 1], pa.uint64())],
)
def test_unsigned_amounts_beyond_64_bits_are_refused(amounts: Any) -> None:
    """Each by itself, before anything is added."""
    assert str(Refusal.OVERFLOW) == measure(lines(ceiling=amounts))["reason"]


def test_unsigned_amounts_are_taken() -> None:
    """Where they fit."""
    assert FIGURES == measure(lines(ceiling=pa.array([100, 300], pa.uint64())))


def test_columns_are_known_by_their_indonesian_headings() -> None:
    """As forms print them, whatever the case and the blanks."""
    names = ["Satker", "Kode  Anggaran", "tahun", "AKUN", "Pagu Revisi", "realisasi"]
    assert FIGURES == measure(lines().rename_columns(names))


def test_headings_may_hold_dots(kind: str, as_frame: AsFrame) -> None:
    """Spark would take them for fields of a structure."""
    table = lines().rename_columns(["unit", "reference", "year", "account", "ceiling", "realisasi s.d. periode"])
    assert [FIGURES] == rows_of(frames.measure(P3DNRatio(), as_frame(kind, table), period=2023))


def test_a_column_may_be_named_by_the_caller() -> None:
    """Before anything else."""
    table = lines().rename_columns(["unit", "reference", "year", "account", "ceiling", "cair"])
    assert FIGURES == measure(table, columns={"realised": "cair"})


def test_a_missing_column_is_named_with_those_there() -> None:
    """In the error's attributes too."""
    with refused("columns.missing", column=("pagu (ceiling)",)) as caught:
        measure(lines(ceiling=None))
    assert (("pagu",), "realised") == (caught.value.missing, caught.value.available[-1])


def test_trusted_duplicates_need_no_identity() -> None:
    """Then `unit` and the rest may be missing."""
    assert FIGURES == measure(lines(unit=None, reference=None), duplicates="trust")


SCOPES = pl.DataFrame(
    {
        "unit": "A",
        "scope": ["1"],
        "accredited_on": [dt.date(2023, 1, 1)],
        "withdrawn_on": pl.Series([None], dtype=pl.Date),
    }
)
MEASURES = pl.DataFrame(
    {
        "unit": "A",
        "company": "1",
        "measure": "m",
        "year": 2023,
        "before": [10.0],
        "after": [12.0],
        "lower_is_better": pl.Series([None], dtype=pl.Boolean),
    }
)


def test_fields_with_a_value_of_their_own_may_be_missing() -> None:
    """A scope without parameters counts as a whole."""
    rows = frames.measure(AccreditedScopeGrowth(), SCOPES, period=2023).rows(named=True)
    assert [(1, None)] == [(row["actual"], row["reason"]) for row in rows]


def test_the_direction_of_measures_must_be_there() -> None:
    """Saved energy would be read as a loss."""
    with refused("columns.missing", column=("lebih rendah lebih baik (lower_is_better)",)):
        frames.measure(ProductivityDelta(), MEASURES.drop("lower_is_better"), period=2023)


def test_an_unknown_direction_is_an_unknown_value() -> None:
    """Nobody can say whether the measure rose for better or worse."""
    (row,) = frames.measure(ProductivityDelta(), MEASURES, period=2023).rows(named=True)
    assert (None, str(Refusal.UNKNOWN_VALUE)) == (row["actual"], row["reason"])


def test_a_blank_field_takes_the_value_of_its_own() -> None:
    """A scope without a parameter counts as a whole, and a null is no parameter."""
    table = pl.DataFrame(
        {
            "unit": "A",
            "scope": ["1", "1"],
            "parameter": ["", None],
            "accredited_on": [dt.date(2020, 1, 1)] * 2,
            "withdrawn_on": pl.Series([None, None], dtype=pl.Date),
        }
    )
    rows = frames.measure(AccreditedScopeGrowth(), table, period=2023).rows(named=True)
    assert [str(Refusal.COUNTED_TWICE)] == [row["reason"] for row in rows]


WRONG: dict[str, Any] = {
    "year": ["2023", "2023"],
    "account": [521211, 521211],
    "ceiling": ["100", "300"],
}


@pytest.mark.parametrize("name", WRONG)
def test_a_column_of_another_type_is_refused(name: str) -> None:
    """A number that is compared with a text would count nowhere, without a word."""
    with refused("columns.wrong_type", column=name, field=name):
        measure(lines(**{name: WRONG[name]}))


def collaborations(days: pl.Series) -> pl.DataFrame:
    """Make up one collaboration a day."""
    return (
        pl.DataFrame({"unit": "A", "collaboration": "", "partner": "P", "capability": "x", "dated_on": days})
        .with_row_index("reference")
        .cast({"reference": pl.String})
    )


@pytest.mark.parametrize(
    "days", [pl.Series(["2023-01-01"]), pl.Series([dt.datetime(2023, 1, 1, tzinfo=dt.UTC)])], ids=["text", "zone"]
)
def test_dates_must_be_dates(days: pl.Series) -> None:
    """Text and timestamps with a time zone are refused, with what to do."""
    with refused("columns.wrong_type", column="dated_on", advice=ADVICE[FieldType.DATE]):
        frames.measure(CollaborationCount(), collaborations(days), period=2023)


def test_the_day_of_a_plain_timestamp_is_taken(kind_in_memory: str, as_frame: AsFrame) -> None:
    """The last of December to its last minute."""
    days = pl.Series([dt.datetime(2023, 12, 31, 23, 59), dt.datetime(2024, 1, 1)])  # noqa: DTZ001 - without a zone
    table = (
        collaborations(days)
        .to_arrow()
        .cast(
            pa.schema(
                [
                    ("reference", "string"),
                    ("unit", "string"),
                    ("collaboration", "string"),
                    ("partner", "string"),
                    ("capability", "string"),
                    ("dated_on", pa.timestamp("us")),
                ]
            )
        )
    )
    rows = rows_of(frames.measure(CollaborationCount(), as_frame(kind_in_memory, table), period=2023))
    assert [1] == [row["activities"] for row in rows]


def test_a_flag_must_be_a_boolean() -> None:
    """A text is neither true nor false."""
    cases = pl.DataFrame({"unit": "A", "company": "1", "measure": "m", "year": 2023, "before": [1.0], "after": [2.0]})
    with refused("columns.wrong_type", column="lower_is_better", value="String", advice=ADVICE[FieldType.FLAG]):
        frames.measure(ProductivityDelta(), cases.with_columns(lower_is_better=pl.lit("ya")), period=2023)


def test_categories_are_text() -> None:
    """Accounts repeat, and are often kept so."""
    table = pl.DataFrame(lines()).with_columns(pl.col("account").cast(pl.Categorical))
    assert FIGURES == measure(table)


@pytest.mark.parametrize("kind", ["polars", "pyarrow", "pandas numpy"])
def test_a_column_of_nulls_alone_is_unknown(kind: str, as_frame: AsFrame) -> None:
    """Whatever its type would have been."""
    frame = as_frame(kind, lines(ceiling=pa.nulls(2)))
    rows = rows_of(frames.measure(P3DNRatio(), frame, period=2023))
    assert [str(Refusal.UNKNOWN_VALUE)] == [row["reason"] for row in rows]


def test_two_columns_of_one_heading_are_refused() -> None:
    """Neither is better than the other."""
    table = lines(ceiling=None, pagu=[1, 2], **{"Pagu Revisi": [1, 2]})
    with refused("columns.ambiguous", column=("pagu", "Pagu Revisi"), field="ceiling"):
        measure(table)


@pytest.mark.parametrize(
    ("columns", "code", "missing"),
    [({"plafon": "ceiling"}, "columns.no_field", ("plafon",)), ({"ceiling": "x"}, "columns.missing", ("x",))],
)
def test_names_that_mean_nothing_are_refused(columns: dict[str, str], code: str, missing: tuple[str, ...]) -> None:
    """A slip in `columns` is told at once."""
    with refused(code, missing=missing):
        measure(lines(), columns=columns)


@pytest.mark.parametrize("by", ["unit", ["actual"], ["ceiling"], ["unit", "unit"]])
def test_by_is_a_list_of_columns_beside_the_result(by: Any) -> None:
    """A text alone would be read letter by letter."""
    with refused("columns.no_keys", taken=("actual", "ceiling", "realised", "reason")):
        measure(lines(), by=by)


def test_by_must_be_there() -> None:
    """As a field or a column."""
    with refused("columns.missing", column=("provinsi",)):
        measure(lines(), by=["provinsi"])


def test_another_word_for_duplicates_is_refused() -> None:
    """It would be taken for one of the two."""
    with refused("frame.duplicates_unknown", value="keep"):
        measure(lines(), duplicates="keep")


def test_a_quarter_of_a_year_figure_is_refused() -> None:
    """As it is of records."""
    with pytest.raises(PeriodError):
        frames.measure(ProductivityDelta(), pl.DataFrame(), period="2023-TW1")


@pytest.mark.parametrize("thing", [[1, 2], {"a": [1]}, None])
def test_what_is_no_frame_is_refused(thing: Any) -> None:
    """With the kinds that are known."""
    with refused("frame.unknown", kind=type(thing).__name__):
        frames.measure(P3DNRatio(), thing, period=2023)


def test_a_frame_that_narwhals_holds_is_taken() -> None:
    """The result is of the kind that it holds."""
    held: Any = nw.from_native(pl.DataFrame(lines()))
    assert FIGURES == frames.measure(P3DNRatio(), held, period=2023).row(0, named=True)


def test_a_frame_of_an_untried_kind_is_refused() -> None:
    """A kind that narwhals knows is not yet one that was tried."""
    with refused("frame.unknown", kind="MODIN"):
        engine_of(nw.Implementation.MODIN)


def test_dask_sees_a_record_that_counts_once_in_each_of_two_partitions() -> None:
    """None of the partitions alone can tell."""
    frame = dd.from_pandas(lines(reference=["1", "1"]).to_pandas(), npartitions=2)
    measured = frames.measure(P3DNRatio(), frame, period=2023).compute(scheduler="synchronous")
    assert [str(Refusal.COUNTED_TWICE)] == measured["reason"].tolist()


def test_dask_trusts_duplicates_where_told() -> None:
    """Then no row moves between its partitions."""
    frame = dd.from_pandas(lines(reference=["1", "1"]).to_pandas(), npartitions=2)
    measured = frames.measure(P3DNRatio(), frame, period=2023, duplicates="trust").compute(scheduler="synchronous")
    assert [100, 400, 25.0] == measured.iloc[0, :3].tolist()


def test_years_may_be_floats() -> None:
    """One that is missing makes the others so in pandas, and is unknown itself."""
    table = lines(year=[2023.0, float("nan")])
    assert (30, 100) == (measure(table)["realised"], measure(table)["ceiling"])


def test_a_rule_that_reads_what_is_no_field_slips() -> None:
    """Before anything of the frame is read."""
    with refused("indicator.no_field", indicator="Slip", member="tally", field="plafon", kind="BudgetLine"):
        frames.measure(Slip(), pl.DataFrame(lines()), period=2023)


def test_a_rule_that_reads_what_is_no_field_in_some_year_slips() -> None:
    """As it would on a record."""
    with pytest.raises(AttributeError, match="plafon"):
        frames.measure(LaterSlip(), pl.DataFrame(lines()), period=2024)


def test_a_pandas_column_of_several_types_is_refused() -> None:
    """Arrow has no type for it, and no rule a meaning."""
    frame = lines().to_pandas().assign(reference=[1, "2"])
    with refused("columns.mixed", column="reference", value="int, str"):
        frames.measure(P3DNRatio(), frame, period=2023)


def test_pandas_needs_pyarrow(monkeypatch: pytest.MonkeyPatch) -> None:
    """And says how to install it."""
    frame = lines().to_pandas()
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with refused("extra.missing", MissingExtraError, extra="pandas"):
        frames.measure(P3DNRatio(), frame, period=2023)


def test_frames_need_narwhals(monkeypatch: pytest.MonkeyPatch) -> None:
    """And say how to install it."""
    for module in [module for module in sys.modules if module.startswith("kinerja.frames")]:
        monkeypatch.delitem(sys.modules, module)
    monkeypatch.setitem(sys.modules, "narwhals.stable.v2", None)
    with refused("extra.missing", MissingExtraError, extra="frames"):
        importlib.import_module("kinerja.frames")


def test_importing_frames_imports_no_back_end() -> None:
    """Only those that the caller has brought are used."""
    back_ends = ("dask", "duckdb", "numpy", "pandas", "polars", "pyarrow", "pyspark")
    program = f"import sys, kinerja.frames; print([name for name in {back_ends!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, text=True)
    assert "[]" == done.stdout.strip()


@attrs.frozen(kw_only=True)
class Weighted(Indicator[BudgetLine]):
    """An indicator whose rule adds plain numbers."""

    unit = PERCENT
    record = BudgetLine
    timing = Timing.SNAPSHOT
    variables = (
        Variable(name="halves", symbol="H", label=Text(id="paruh", en="halves"), unit=PERCENT),
        Variable(name="rows", symbol="N", label=Text(id="baris", en="rows"), unit=PERCENT, divisor=True),
    )

    def tally(self, line: BudgetLine, period: Period) -> Iterable[Tally]:  # noqa: ARG002 - any period
        """Count all."""
        yield Tally({"pagu": line.ceiling > Fraction(1, 2)}, halves=Fraction(1, 2))
        yield Tally({"pagu diketahui": line.ceiling >= 0}, rows=1)

    @staticmethod
    def formula(halves: Any, rows: Any) -> Any:
        """Divide."""
        return halves / rows


def test_a_rule_may_add_plain_numbers() -> None:
    """Also halves."""
    rows = frames.measure(Weighted(), pl.DataFrame(lines(ceiling=[0, 1])), period=2023).rows()
    assert [(0.5, 2, 0.25, None)] == rows


@attrs.frozen(kw_only=True, field_transformer=by_kind)
class Reading:
    """A record whose fields are called like what handles them."""

    identity: ClassVar = ("unit", "read")

    unit: str = attrs.field(metadata=unit())
    read: str = attrs.field(metadata=text("dibaca", "Apa yang dibaca."))
    column: str = attrs.field(metadata=text("kolom", "Kolomnya."))


@attrs.frozen(kw_only=True)
class ReadingCount(Indicator[Reading]):
    """An indicator of such records."""

    unit = PERCENT
    record = Reading
    timing = Timing.SNAPSHOT
    variables = (Variable(name="rows", symbol="N", label=Text(id="baris", en="rows"), unit=PERCENT),)

    def tally(self, line: Reading, period: Period) -> Iterable[Tally]:  # noqa: ARG002 - any period
        """Count those of a column."""
        yield Tally({"kolom": one_of(line.column, frozenset("A")), "dibaca": stated(line.read)}, rows=1)

    @staticmethod
    def formula(rows: Any) -> Any:
        """Take it as it is."""
        return rows


def test_fields_may_be_called_as_they_like() -> None:
    """A rule reads columns alone of what stands for the record."""
    table = pl.DataFrame({"unit": ["U", "U"], "read": ["1", "2"], "column": ["A", "B"]})
    assert [(1, 1.0, None)] == frames.measure(ReadingCount(), table, period=2023).rows()


class Slip(P3DNRatio):
    """An indicator whose rule reads what is no field."""

    def tally(self, line: Any, period: Period) -> Iterable[Tally]:  # noqa: ARG002 - any period
        """Slip."""
        yield Tally({}, realised=line.plafon)


class LaterSlip(P3DNRatio):
    """An indicator whose rule does so in one year alone."""

    def tally(self, line: Any, period: Period) -> Iterable[Tally]:
        """Slip."""
        realised = line.plafon if period.year == 2024 else line.realised
        yield Tally({"tahun": line.year == period.year}, realised=realised, ceiling=line.ceiling)


class Unruled(Indicator[Any]):
    """An indicator without a counting rule."""

    unit = PERCENT
    variables = ReadingCount.variables
    formula = staticmethod(ReadingCount.formula)


def test_an_indicator_without_a_rule_is_refused() -> None:
    """It says how it can be measured."""
    with refused("indicator.no_counting_rule", indicator="Unruled"):
        frames.measure(Unruled(), pl.DataFrame(lines()), period=2023)


def test_grouping_by_the_whole_identity_finds_double_counts() -> None:
    """Then each group is one record."""
    twice = pl.DataFrame(lines(reference=["1", "1"]))
    rows = frames.measure(P3DNRatio(), twice, period=2023, by=["unit", "year", "reference"]).rows(named=True)
    assert [str(Refusal.COUNTED_TWICE)] == [row["reason"] for row in rows]


def test_every_refusal_is_told_in_both_languages() -> None:
    """`str` gives the Indonesian."""
    assert [refusal.value.id for refusal in Refusal] == [str(refusal) for refusal in Refusal]
    assert all(refusal.value.en for refusal in Refusal)


def test_tenants_are_counted_without_any_amount() -> None:
    """A count alone needs no sum of a column."""
    day = dt.date(2023, 5, 1)
    table = pl.DataFrame({"unit": ["A", "B"], "tenant": ["1", "1"]}).with_columns(
        selected_on=day, preincubation_on=day, incubation_on=day, postincubation_on=day
    )
    assert [(2, 2.0, None)] == frames.measure(TenantCount(), table, period=2023).rows()


def test_frame_errors_are_errors_of_the_library() -> None:
    """And of type."""
    assert issubclass(FrameError, KinerjaError)
    assert issubclass(FrameError, TypeError)


def test_duckdb_wide_integers_are_taken() -> None:
    """Sums of an earlier query are HUGEINT."""
    relation = duckdb.connect().sql(
        "SELECT 'A' AS unit, '1' AS reference, 2023 AS year, '521211' AS account,"
        " 400::HUGEINT AS ceiling, 100 AS realised"
    )
    assert [(100, 400, 25.0, None)] == frames.measure(P3DNRatio(), relation, period=2023).fetchall()
