"""The laws of frames: on every back end what the exact path says of the same rows."""

from __future__ import annotations

import datetime as dt
import math
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import attrs
import duckdb
import pyarrow as pa
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from any_frame import AsFrame, rows_of
from kinerja import (
    DoubleCountError,
    Indicator,
    KinerjaError,
    NotMeasuredError,
    QuantityError,
    Quarter,
    Reason,
    UndefinedActualError,
    frames,
    indicators,
)
from kinerja._base import FrozenMap
from kinerja.frames import Refusal
from kinerja.indicators import PNBPGrowth
from kinerja.measurement import RUPIAH, Evidence, Outcome, Timing, check_quantities, why_unanswerable
from kinerja.measurement.counting import count
from kinerja.measurement.notes import why_missed
from kinerja.measurement.quantity import check_divisors
from kinerja.records import Field, FieldsRead, FieldType, Period, as_period, fields_of

if TYPE_CHECKING:
    from collections.abc import Iterable

INDICATORS: list[Indicator[Any]] = [
    *(kind() for kind in indicators.indicator_classes().values()),
    PNBPGrowth(accounts={"425283"}),
]


def _name(indicator: Indicator[Any]) -> str:
    return indicator.name + ("-accounts" if indicator == INDICATORS[-1] else "")


of_every_indicator = pytest.mark.parametrize("indicator", INDICATORS, ids=_name)
of_the_seven = pytest.mark.parametrize("indicator", INDICATORS[:-1], ids=_name)
KINDS = (
    "polars",
    "polars lazy",
    "pyarrow",
    "duckdb",
    "pandas numpy",
    "pandas nullable",
    "pandas arrow",
    "dask",
    "pyspark",
)
of_every_kind = pytest.mark.parametrize("kind", KINDS)
IN_MEMORY = ("polars lazy", "pyarrow", "duckdb", "pandas nullable")
LARGEST = 2**63 - 1
WHOLE_FLOATS = 2**53
NAN = math.nan
CENTS = Decimal("9999999999999999.99")

AMOUNTS: dict[pa.DataType, tuple[list[Any], list[Any]]] = {
    pa.int64(): (
        [100, 2**62, 2**53 + 1, 7],
        [0, -5, LARGEST, *(LARGEST - usual for usual in (99, 100, 106, 107)), -(2**62), -LARGEST - 1],
    ),
    pa.float64(): ([100.0, 2.0**53 - 1, 7.0], [0.0, -5.0, NAN, 0.5, 2.0**53, -(2.0**53), 2.0**63]),
    pa.decimal128(18, 2): ([Decimal("100.25"), Decimal("0.07"), Decimal(7)], [Decimal(0), Decimal(-5), CENTS, -CENTS]),
}
"""Rupiah by the type of their column: usual ones, and odd ones."""

TYPES: dict[FieldType, pa.DataType] = {
    FieldType.TEXT: pa.string(),
    FieldType.ACCOUNT: pa.string(),
    FieldType.DATE: pa.date32(),
    FieldType.NUMBER: pa.float64(),
    FieldType.RUPIAH: pa.int64(),
    FieldType.YEAR: pa.int64(),
    FieldType.FLAG: pa.bool_(),
}
CATEGORIES = pa.dictionary(pa.int32(), pa.string())
KEYS = {"case": pa.string(), "share": pa.float64()}
"""Columns that are no fields, to group by."""


@attrs.frozen(kw_only=True)
class Case:
    """Rows, in columns of these types, a period, and by what they are grouped."""

    indicator: Indicator[Any]
    rows: list[dict[str, Any]]
    types: dict[FieldType, Any]
    period: Period
    by: list[str]

    @property
    def table(self) -> Any:
        """Return the rows as an Arrow table."""
        fields = [(field.name, self.types[field.kind]) for field in _fields(self.indicator)]
        return pa.Table.from_pylist(self.rows, schema=pa.schema([*fields, *KEYS.items()]))


def _fields(indicator: Indicator[Any]) -> tuple[Field, ...]:
    return fields_of(indicator.record)  # type: ignore[arg-type]


def _own(indicator: Indicator[Any]) -> str:
    """Return the field that tells the records of a unit apart."""
    record: Any = indicator.record
    own: str = [name for name in record.identity if name not in {"unit", "year", "accredited_on"}][-1]
    return own


def _usual(case: Case, field: Field) -> list[Any]:
    """Return the values with which rows count; the first ones together make a figure."""
    first, last, before, opening = case.period.start, case.period.end, case.period.previous, case.period.opening
    named: dict[str, list[Any]] = {
        "accredited_on": [first, opening, last],
        "withdrawn_on": [None, last + dt.timedelta(days=1)],
        "selected_on": [opening],
        "preincubation_on": [opening, first],
        "incubation_on": [first],
        "received_on": [before.start, before.end, first, last],
        "collaboration": [None, "N0", "A"],
    }
    kinds: dict[FieldType, list[Any]] = {
        FieldType.TEXT: ["A", "B"],
        FieldType.ACCOUNT: sorted(getattr(case.indicator, "accounts", None) or {"425283"})[:2],
        FieldType.DATE: [first, last],
        FieldType.NUMBER: [0.1, 0.25, 0.3],
        FieldType.RUPIAH: AMOUNTS[case.types[FieldType.RUPIAH]][0],
        FieldType.YEAR: [case.period.year],
        FieldType.FLAG: [False, True],
    }
    values = named.get(field.name, kinds[field.kind])
    return values[::-1] if field.name.endswith("after") else values


def _odd(case: Case, field: Field) -> list[Any]:
    """Return values at an edge, or beyond it, or unknown."""
    day, spans = dt.timedelta(days=1), (case.period, case.period.previous)
    days = [days for span in spans for days in (span.start - day, span.start, span.end, span.end + day)]
    kinds: dict[FieldType, list[Any]] = {
        FieldType.TEXT: [" \u00a0\t", "", "N0", "N1", "N2"],
        FieldType.ACCOUNT: ["999999", "521211.0"],
        FieldType.DATE: list(dict.fromkeys(days)),
        FieldType.NUMBER: [0.0, -0.2, NAN],
        FieldType.RUPIAH: AMOUNTS[case.types[FieldType.RUPIAH]][1],
        FieldType.YEAR: [case.period.year - 1, *([NAN] if case.types[FieldType.YEAR] == pa.float64() else [])],
        FieldType.FLAG: [],
    }
    return [None, *kinds[field.kind]]


def _periods(indicator: Indicator[Any]) -> st.SearchStrategy[Period]:
    year = st.just(as_period(2023))
    quarters = st.builds(Quarter, year=st.just(2023), number=st.integers(1, 4), cumulative=st.booleans())
    answered = quarters.filter(lambda quarter: why_unanswerable("", indicator.timing, quarter) is None)
    return year if indicator.timing is Timing.YEARLY else year | answered


def _odd_values(case: Case) -> st.SearchStrategy[dict[str, Any]]:
    """Draw what is odd about a row: mostly nothing."""
    fields = st.sampled_from(_fields(case.indicator))
    pair = fields.flatmap(lambda field: st.tuples(st.just(field.name), st.sampled_from(_odd(case, field))))
    nothing: dict[str, Any] = {}
    return st.one_of(*[st.just(nothing)] * 4, st.lists(pair, min_size=1, max_size=2).map(dict))


@st.composite
def cases(draw: st.DrawFn, indicator: Indicator[Any], *, texts: Iterable[Any] = (pa.string(), CATEGORIES)) -> Case:
    """Draw rows of which most count, in columns of any type that is taken."""
    text = draw(st.sampled_from(list(texts)))
    types = TYPES | {
        FieldType.TEXT: text,
        FieldType.ACCOUNT: text,
        FieldType.RUPIAH: draw(st.sampled_from(list(AMOUNTS))),
    }
    by: list[str] = draw(st.sampled_from([[], ["unit"], ["case"], ["share", "unit"]]))
    empty = Case(indicator=indicator, rows=[], types=types, period=draw(_periods(indicator)), by=by)
    usual = st.fixed_dictionaries(
        {field.name: st.sampled_from(_usual(empty, field)) for field in _fields(indicator)}
        | {"case": st.sampled_from(["R", None]), "share": st.sampled_from([0.5, NAN])}
    )
    drawn = st.lists(st.tuples(usual, _odd_values(empty)), min_size=draw(st.sampled_from([3, 1, 0])), max_size=8)
    rows = [{**row, _own(indicator): f"N{place}", **odd} for place, (row, odd) in enumerate(draw(drawn))]
    return attrs.evolve(empty, rows=rows)


def _named(indicator: Indicator[Any], amounts: Any = TYPES[FieldType.RUPIAH]) -> Case:
    """Return each odd value of each field once alone and once beside usual rows, and what else must be seen."""
    years = pa.float64() if amounts == pa.float64() else TYPES[FieldType.YEAR]
    types = TYPES | {FieldType.RUPIAH: amounts, FieldType.YEAR: years}
    case = Case(indicator=indicator, rows=[], types=types, period=as_period(2023), by=["case", "share"])
    fields, own = _fields(indicator), _own(indicator)
    one = {field.name: _usual(case, field)[0] for field in fields}
    other = {field.name: _usual(case, field)[-1] for field in fields} | {"unit": "A", own: "other"}
    unknown: dict[str, Any] = dict.fromkeys(one)
    groups = {
        "one row": [one],
        "two rows": [one, other],
        "a duplicate": [one, other, one],
        "one identity": [one, other | {own: one[own]}],
        "all null": [unknown],
        "all null, beside": [one, other, unknown],
        None: [one, other],
    }
    for field in fields:
        large = [2.0**63] if field.kind is FieldType.NUMBER else []
        for value in [*_odd(case, field), *large]:
            row, name = {**one, own: "odd", field.name: value}, f"{field.name} {value!r}"
            again = {**row, own: "again"} if field.name != own else row
            groups |= {name: [row], f"{name}, twice": [row, again]}
            groups |= {f"{name}, beside": [one, other, row], f"{name}, both beside": [one, other, row, again]}
    keyed = [{**row, "case": name, "share": None} for name, rows in groups.items() for row in rows]
    shares = [{**one, "case": "shares", "share": share, own: str(share)} for share in (0.5, NAN, None)]
    apart = {**one, "case": "a duplicate far apart", "share": None}
    return attrs.evolve(case, rows=[apart, *keyed, *shares, apart])


def _rupiah(indicator: Indicator[Any]) -> list[str]:
    """Return the amounts that the rule reads; records may hold others, which are only told."""
    tallies = list(indicator.tally(FieldsRead.line(indicator.record), as_period(2023)))  # type: ignore[arg-type]
    held: list[Any] = [one for tally in tallies for one in [*tally.conditions.values(), *tally.values.values()]]
    names = frozenset[str]().union(*(one.names for one in held if isinstance(one, FieldsRead)))
    return [field.name for field in _fields(indicator) if field.kind is FieldType.RUPIAH and field.name in names]


class Binary(Fraction):
    """An amount of rupiah in a float column."""


def _is_known(value: Any) -> bool:
    return value is not None and not (isinstance(value, float) and math.isnan(value))


def _value(field: Field, value: Any) -> Any:
    """Return a value of a frame as a record has it."""
    if isinstance(value, float):
        return (Binary if field.kind is FieldType.RUPIAH else Fraction)(str(value))
    return Fraction(value) if isinstance(value, Decimal) else value


def _record(indicator: Indicator[Any], row: dict[str, Any]) -> Any:
    """Build a record without asking whether it may be one: frames hold rows that records refuse."""
    kind: Any = indicator.record
    record = object.__new__(kind)
    for field, attribute in zip(_fields(indicator), attrs.fields(kind), strict=True):
        default = None if field.needed or attribute.default is attrs.NOTHING else attribute.default
        value = _value(field, row[field.name]) if _is_known(row[field.name]) else default
        object.__setattr__(record, field.name, value)
    return record


def _blank(indicator: Indicator[Any], record: Any) -> bool:
    needed = {field.name for field in _fields(indicator) if field.needed}
    return any(
        value is None or (name in needed and isinstance(value, str) and not value.strip())
        for name in indicator.record.identity  # type: ignore[union-attr]
        for value in [getattr(record, name)]
    )


def _is_large(value: Any) -> bool:
    return isinstance(value, Binary) and abs(value) >= WHOLE_FLOATS


def _is_inexact(value: Any) -> bool:
    return isinstance(value, Binary) and (value.denominator != 1 or _is_large(value))


def _expected(  # noqa: PLR0911 - one for each reason
    indicator: Indicator[Any], rows: list[dict[str, Any]], period: Period
) -> dict[str, Any]:
    """Return what the exact path says of one group."""
    names = [variable.name for variable in indicator.variables]
    records = [_record(indicator, row) for row in rows]
    entered = [
        (record, [tally for tally in indicator.tally(record, period) if not tally.failed()]) for record in records
    ]
    values = [value for _, tallies in entered for tally in tallies for value in tally.values.values()]
    nothing = dict.fromkeys([*names, "actual", *(f"entries_{name}" for name in names)])
    if any(tallies and _blank(indicator, record) for record, tallies in entered):
        return {**nothing, "reason": str(Refusal.UNKNOWN_IDENTITY)}
    if None in values:
        return {**nothing, "reason": str(Refusal.UNKNOWN_VALUE)}
    try:
        counted = count(indicator.name, names, indicator.tally, records, period=period, keep_evidence=True)
    except DoubleCountError:
        return {**nothing, "reason": str(Refusal.COUNTED_TWICE)}
    read = [getattr(record, name) for record, tallies in entered if tallies for name in _rupiah(indicator)]
    if any(map(_is_inexact, values)) or any(map(_is_large, read)):
        return {**nothing, "reason": str(Refusal.NOT_WHOLE)}
    rupiah = [variable.name for variable in indicator.variables if variable.unit == RUPIAH]
    if any(not -LARGEST - 1 <= counted.sums[name] <= LARGEST for name in rupiah):
        return {**nothing, "reason": str(Refusal.OVERFLOW)}
    try:
        quantities = check_quantities(indicator.name, indicator.variables, counted.sums)
    except QuantityError:
        return {**nothing, "reason": str(Refusal.IMPOSSIBLE)}
    figures = {**quantities, **{f"entries_{name}": often for name, often in counted.entries.items()}}
    if any(one.empty == "unmeasured" and not counted.entries[one.name] for one in indicator.variables):
        return {**figures, "actual": None, "reason": str(Reason.NOT_MEASURED)}
    try:
        check_divisors(indicator.name, indicator.variables, quantities)
    except UndefinedActualError:
        return {**figures, "actual": None, "reason": str(Reason.UNDEFINED_ACTUAL)}
    return {**figures, "actual": indicator.formula(**quantities), "reason": None}


def _groups(case: Case) -> dict[tuple[Any, ...], list[dict[str, Any]]]:
    groups: dict[tuple[Any, ...], list[dict[str, Any]]] = {} if case.by else {(): []}
    for row in case.rows:
        groups.setdefault(tuple(row[name] if _is_known(row[name]) else None for name in case.by), []).append(row)
    return groups


def _same(expected: Any, actual: Any) -> bool:
    if isinstance(actual, float) and expected is not None:
        return math.isclose(expected, actual, rel_tol=1e-12, abs_tol=1e-12)
    return bool(expected == actual)


def _differences(case: Case, measured: list[dict[str, Any]]) -> list[Any]:
    """Return the groups that differ from the exact path, with both sides."""
    expected = {key: _expected(case.indicator, rows, case.period) for key, rows in _groups(case).items()}
    found = {tuple(row.pop(name) for name in case.by): row for row in measured}
    if expected.keys() != found.keys() or len(found) != len(measured):
        return [expected, found]
    return [
        (key, own, found[key])
        for key, own in expected.items()
        if own.keys() != found[key].keys() or not all(_same(own[name], found[key][name]) for name in own)
    ]


def _check(case: Case, kind: str, as_frame: AsFrame) -> None:
    frame = as_frame(kind, case.table)
    measured = rows_of(frames.measure(case.indicator, frame, period=case.period, by=case.by, entries=True))
    assert [] == _differences(case, measured), kind


@of_every_indicator
@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(data=st.data())
def test_frames_in_memory_say_what_the_exact_path_says(
    indicator: Indicator[Any],
    data: st.DataObject,
    as_frame: AsFrame,
) -> None:
    """Quantities and entries are equal, ratios agree to 12 digits, the reasons are the same, group by group."""
    case = data.draw(cases(indicator))
    for kind in IN_MEMORY:
        _check(case, kind, as_frame)


@pytest.mark.spark
@of_every_indicator
@settings(max_examples=3, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_spark_says_what_the_exact_path_says(indicator: Indicator[Any], data: st.DataObject, as_frame: AsFrame) -> None:
    """In its strict mode, in which an overflow would raise; it has no categories."""
    _check(data.draw(cases(indicator, texts=[pa.string()])), "pyspark", as_frame)


def _of_kind(kind: str, case: Case) -> Case:
    """Leave unknown amounts out where they make floats of the others: numpy's whole numbers have no null."""
    if kind != "pandas numpy" or case.types[FieldType.RUPIAH] != pa.int64():
        return case
    known = [row for row in case.rows if None not in [row[name] for name in _rupiah(case.indicator)]]
    return attrs.evolve(case, rows=known)


NAMED = [
    (indicator, amounts)
    for indicator in INDICATORS
    for amounts in AMOUNTS
    if amounts == TYPES[FieldType.RUPIAH] or _rupiah(indicator)
]


@of_every_kind
@pytest.mark.parametrize(
    ("indicator", "amounts"), [pytest.param(*named, id=f"{_name(named[0])}-{named[1]}") for named in NAMED]
)
def test_every_kind_of_frame_says_what_the_exact_path_says_of_every_named_case(
    kind: str,
    indicator: Indicator[Any],
    amounts: Any,
    as_frame: AsFrame,
) -> None:
    """One row, nulls, refunds, ceilings of 0, ends of years, 2^63, duplicates and NaN, each in groups of its own."""
    _check(_of_kind(kind, _named(indicator, amounts)), kind, as_frame)


def _told(case: Case) -> list[dict[str, Any]]:
    return [_expected(case.indicator, rows, case.period) for rows in _groups(case).values()]


def test_the_named_cases_meet_every_reason() -> None:
    """So that none goes untried on any kind of frame."""
    met = {told["reason"] for named in NAMED for told in _told(_named(*named))}
    assert {None, str(Reason.NOT_MEASURED), str(Reason.UNDEFINED_ACTUAL), *map(str, Refusal)} == met


@of_every_indicator
def test_forty_of_the_named_cases_have_a_figure(indicator: Indicator[Any]) -> None:
    """Where nothing counts, the wrong sums would be right too."""
    assert 40 <= sum(bool(told["actual"]) for told in _told(_named(indicator)))


def _numbered(case: Case) -> Any:
    return case.table.append_column("row", pa.array(range(len(case.rows)), pa.int64()))


def _missed(case: Case) -> list[tuple[Any, ...]]:
    records = [_record(case.indicator, row) for row in case.rows]
    told = []
    for place, record in enumerate(records):
        tallies = list(case.indicator.tally(record, case.period))
        missed = {name: tally.failed() for tally in tallies for name in tally.values}
        if all(missed.values()):
            outcome = Outcome(entered=(), missed=FrozenMap(missed))
            item = Evidence(record=record, periods=(case.period,), outcome=outcome)
            told.append((place, "; ".join(item.nearest_miss), why_missed(case.indicator, item)[1].id))
    return told


def _left_out(case: Case, frame: Any) -> list[tuple[Any, ...]]:
    rows = rows_of(frames.left_out(case.indicator, frame, period=case.period))
    return sorted((row["row"], row["nearest_miss"], row["cause"]) for row in rows)


@of_every_indicator
@settings(max_examples=8, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_the_same_rows_are_left_out_with_the_same_conditions(
    indicator: Indicator[Any],
    data: st.DataObject,
    as_frame: AsFrame,
) -> None:
    """Each is told its nearest miss, as a record is."""
    case = data.draw(cases(indicator))
    for kind in (*IN_MEMORY, "dask"):
        assert _missed(case) == _left_out(case, as_frame(kind, _numbered(case))), kind


@pytest.mark.spark
@of_every_indicator
@settings(max_examples=2, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_spark_leaves_the_same_rows_out(indicator: Indicator[Any], data: st.DataObject, as_frame: AsFrame) -> None:
    """And tells the same conditions."""
    case = data.draw(cases(indicator, texts=[pa.string()]))
    assert _missed(case) == _left_out(case, as_frame("pyspark", _numbered(case)))


@of_every_kind
@of_every_indicator
def test_every_kind_of_frame_leaves_the_same_rows_of_the_named_cases_out(
    kind: str,
    indicator: Indicator[Any],
    as_frame: AsFrame,
) -> None:
    """With the same conditions."""
    case = _named(indicator)
    assert _missed(case) == _left_out(case, as_frame(kind, _numbered(case)))


def _measured(indicator: Indicator[Any], rows: list[dict[str, Any]], period: Period) -> dict[str, Any] | None:
    """Return what records say of a group, in texts; None where they refuse it."""
    fields = _fields(indicator)
    told: list[dict[str, Any]] = [
        {field.name: _value(field, row[field.name]) for field in fields if _is_known(row[field.name])} for row in rows
    ]
    needed = dict.fromkeys(field.name for field in fields if field.needed)
    try:
        records = [indicator.record(**{**needed, **one}) for one in told]  # type: ignore[misc]
        measurement = indicator.measure_records(records, period=period)
        quantities: dict[str, Any] = {name: str(value) for name, value in measurement.quantities.items()}
        quantities |= {f"entries_{name}": often for name, often in (measurement.entries or {}).items()}
        return {**quantities, "actual": str(measurement.actual), "reason": None}
    except NotMeasuredError:
        return {**quantities, "actual": None, "reason": str(Reason.NOT_MEASURED)}
    except UndefinedActualError:
        return {**quantities, "actual": None, "reason": str(Reason.UNDEFINED_ACTUAL)}
    except KinerjaError:
        return None


@pytest.mark.parametrize("kind", ["polars", "duckdb", "pyspark"])
@of_the_seven
def test_the_exact_path_on_a_frame_says_what_records_say_of_the_named_cases(
    kind: str,
    indicator: Indicator[Any],
    as_frame: AsFrame,
) -> None:
    """To the last digit, in all groups that records accept."""
    named = _named(indicator)
    told = {key: _measured(indicator, rows, named.period) for key, rows in _groups(named).items()}
    expected = {key: one for key, one in told.items() if one is not None}
    accepted = attrs.evolve(named, rows=[row for key in expected for row in _groups(named)[key]])
    frame = as_frame(kind, accepted.table)
    found = rows_of(frames.exact(indicator, frame, period=2023, by=named.by, entries=True))
    assert expected == {tuple(row.pop(name) for name in named.by): row for row in found}


@pytest.mark.parametrize("kind", ["duckdb", "pyspark"])
@of_the_seven
def test_the_sql_says_what_the_exact_path_says_of_the_named_cases(
    kind: str,
    indicator: Indicator[Any],
    as_frame: AsFrame,
) -> None:
    """Run by the engine itself; for Spark the frame is a view called `source`."""
    case = _named(indicator)
    frame = as_frame(kind, case.table)
    text = frames.sql(indicator, frame, period=case.period, by=case.by, entries=True)
    if kind == "pyspark":
        frame.createOrReplaceTempView("source")
        result = frame.sparkSession.sql(text)
    else:
        result = duckdb.sql(text)
    assert [] == _differences(case, rows_of(result))
