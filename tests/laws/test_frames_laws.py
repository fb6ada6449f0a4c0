"""The laws of frames: on every back end what the exact path says of the same rows."""

from __future__ import annotations

import datetime as dt
import math
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import attrs
import pyarrow as pa
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kinerja import frames, indicators
from kinerja.errors import DoubleCountError, QuantityError, UndefinedActualError
from kinerja.evidence import count
from kinerja.frames import Refusal
from kinerja.indicators import PNBPGrowth
from kinerja.period import Period, Quarter, as_period
from kinerja.quantity import RUPIAH, check_divisors, check_quantities
from kinerja.reason import Reason
from kinerja.record import Kind, fields_of
from kinerja.timing import Timing, why_unanswerable

if TYPE_CHECKING:
    from collections.abc import Callable

    from kinerja.indicator import Indicator

INDICATORS: list[Indicator[Any]] = [
    *(getattr(indicators, name)() for name in indicators.__all__),
    PNBPGrowth(accounts={"425283"}),
]
of_every_indicator = pytest.mark.parametrize(
    "indicator", INDICATORS, ids=lambda own: own.name + ("-accounts" if own == INDICATORS[-1] else "")
)
IN_MEMORY = ("polars lazy", "pyarrow", "duckdb", "pandas nullable")
LARGEST = 2**63 - 1

DAYS = st.sampled_from(
    [
        *(dt.date(year, month, day) for year in (2022, 2023) for month, day in ((1, 1), (3, 31), (4, 1), (12, 31))),
        dt.date(2021, 12, 31),
        dt.date(2024, 1, 1),
    ]
)
AMOUNTS = st.integers(-3, 1000) | st.sampled_from([0, LARGEST, LARGEST - 1, 2**62, -(2**62), -LARGEST - 1, 2**53 + 1])
BY_KIND: dict[Kind, st.SearchStrategy[Any]] = {
    Kind.TEXT: st.sampled_from(["A", "B", "C", "521211", "425283", " ", "\u00a0\t", ""]),
    Kind.ACCOUNT: st.sampled_from(["521211", "425283", "999999"]),
    Kind.DATE: DAYS,
    Kind.NUMBER: st.integers(-8, 400).map(lambda quarters: quarters / 4),
    Kind.RUPIAH: AMOUNTS,
    Kind.YEAR: st.sampled_from([2022, 2023, 2023]),
    Kind.FLAG: st.booleans(),
}
TYPES = {
    Kind.TEXT: pa.string(),
    Kind.ACCOUNT: pa.string(),
    Kind.DATE: pa.date32(),
    Kind.NUMBER: pa.float64(),
    Kind.RUPIAH: pa.int64(),
    Kind.YEAR: pa.int64(),
    Kind.FLAG: pa.bool_(),
}


@attrs.frozen
class Case:
    """Rows, as a table and as dictionaries, a period, and by what they are grouped."""

    rows: list[dict[str, Any]]
    table: Any
    period: Period
    by: list[str]


def _values(kind: Kind) -> st.SearchStrategy[Any]:
    """Known values mostly, so that figures come of them."""
    return st.one_of(*[BY_KIND[kind]] * 7, st.none())


@st.composite
def cases(draw: st.DrawFn, indicator: Indicator[Any]) -> Case:
    """Draw rows of an indicator's records, with nulls anywhere, and a column that is no field."""
    fields = fields_of(indicator.record)  # type: ignore[arg-type]
    row = st.fixed_dictionaries(
        {field.name: _values(field.kind) for field in fields} | {"wilayah": st.sampled_from(["R", None])}
    )
    rows = draw(st.lists(row, max_size=7))
    if draw(st.booleans()):  # told apart by their identity, or nearly nothing but double counts would come of them
        own = next(name for name in indicator.record.identity if name not in {"unit", "year"})  # type: ignore[union-attr]
        rows = [{**row, "unit": "A", own: f"N{place}"} for place, row in enumerate(rows)]
    quarters = st.builds(Quarter, year=st.just(2023), number=st.integers(1, 4), cumulative=st.booleans())
    year = st.just(as_period(2023))
    answered = quarters.filter(lambda quarter: why_unanswerable("", indicator.timing, quarter) is None)
    period = draw(year if indicator.timing is Timing.YEARLY else year | answered)
    schema = pa.schema([*((field.name, TYPES[field.kind]) for field in fields), ("wilayah", pa.string())])
    by: list[str] = draw(st.sampled_from([[], ["unit"], ["wilayah"], ["wilayah", "unit"]]))
    return Case(rows, pa.Table.from_pylist(rows, schema=schema), period, by)


def _record(indicator: Indicator[Any], row: dict[str, Any]) -> Any:
    """Build a record without asking whether it may be one: frames hold rows that records refuse."""
    kind: Any = indicator.record
    record = object.__new__(kind)
    needed = {field.name for field in fields_of(kind) if field.needed}
    for field in attrs.fields(kind):
        value = row[field.name]
        if value is None and field.default is not attrs.NOTHING and field.name not in needed:
            value = field.default
        object.__setattr__(record, field.name, Fraction(str(value)) if isinstance(value, float) else value)
    return record


def _blank(indicator: Indicator[Any], record: Any) -> bool:
    needed = {field.name for field in fields_of(type(record)) if field.needed}
    return any(
        value is None or (name in needed and isinstance(value, str) and not value.strip())
        for name in indicator.record.identity  # type: ignore[union-attr]
        for value in [getattr(record, name)]
    )


def _expected(  # noqa: PLR0911 - one for each reason
    indicator: Indicator[Any], rows: list[dict[str, Any]], period: Period
) -> dict[str, Any]:
    """Return what the exact path says of one group."""
    names = [variable.name for variable in indicator.variables]
    records = [_record(indicator, row) for row in rows]
    entered = [
        (record, [tally for tally in indicator.tally(record, period) if not tally.failed()]) for record in records
    ]
    nothing = dict.fromkeys([*names, "actual"])
    if any(tallies and _blank(indicator, record) for record, tallies in entered):
        return {**nothing, "reason": str(Refusal.UNKNOWN_IDENTITY)}
    if any(None in tally.values.values() for _, tallies in entered for tally in tallies):
        return {**nothing, "reason": str(Refusal.UNKNOWN_VALUE)}
    try:
        sums = count(indicator.name, names, lambda one: indicator.tally(one, period), records, keep_evidence=True)
    except DoubleCountError:
        return {**nothing, "reason": str(Refusal.COUNTED_TWICE)}
    rupiah = [variable.name for variable in indicator.variables if variable.unit == RUPIAH]
    if any(not -LARGEST - 1 <= sums.quantities[name] <= LARGEST for name in rupiah):
        return {**nothing, "reason": str(Refusal.OVERFLOW)}
    try:
        quantities = check_quantities(indicator.name, indicator.variables, sums.quantities)
    except QuantityError:
        return {**nothing, "reason": str(Refusal.IMPOSSIBLE)}
    try:
        check_divisors(indicator.name, indicator.variables, quantities)
    except UndefinedActualError:
        return {**quantities, "actual": None, "reason": str(Reason.UNDEFINED_ACTUAL)}
    return {**quantities, "actual": indicator.formula(**quantities), "reason": None}


def _groups(case: Case) -> dict[tuple[Any, ...], list[dict[str, Any]]]:
    groups: dict[tuple[Any, ...], list[dict[str, Any]]] = {} if case.by else {(): []}
    for row in case.rows:
        groups.setdefault(tuple(row[name] for name in case.by), []).append(row)
    return groups


def _same(expected: Any, actual: Any) -> bool:
    if isinstance(actual, float) and expected is not None:
        return math.isclose(expected, actual, rel_tol=1e-12, abs_tol=1e-12)
    return bool(expected == actual)


def _differences(indicator: Indicator[Any], case: Case, measured: list[dict[str, Any]]) -> list[Any]:
    """Return the groups that differ from the exact path, with both sides."""
    expected = {key: _expected(indicator, rows, case.period) for key, rows in _groups(case).items()}
    found = {tuple(row.pop(name) for name in case.by): row for row in measured}
    if expected.keys() != found.keys() or len(found) != len(measured):
        return [expected, found]
    return [
        (key, own, found[key])
        for key, own in expected.items()
        if own.keys() != found[key].keys() or not all(_same(own[name], found[key][name]) for name in own)
    ]


def _check(indicator: Indicator[Any], case: Case, kind: str, as_frame: Any, rows_of: Any) -> None:
    measured = rows_of(frames.measure(indicator, as_frame(kind, case.table), period=case.period, by=case.by))
    assert [] == _differences(indicator, case, measured), kind


@of_every_indicator
@settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(data=st.data())
def test_frames_in_memory_say_what_the_exact_path_says(
    indicator: Indicator[Any],
    data: st.DataObject,
    as_frame: Callable[[str, Any], Any],
    rows_of: Callable[[Any], list[dict[str, Any]]],
) -> None:
    """Quantities are equal, ratios agree to 12 digits, and the reasons are the same, group by group."""
    case = data.draw(cases(indicator))
    for kind in IN_MEMORY:
        _check(indicator, case, kind, as_frame, rows_of)


@of_every_indicator
@settings(max_examples=8, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_dask_says_what_the_exact_path_says(
    indicator: Indicator[Any],
    data: st.DataObject,
    as_frame: Callable[[str, Any], Any],
    rows_of: Callable[[Any], list[dict[str, Any]]],
) -> None:
    """However the rows lie in its parts."""
    _check(indicator, data.draw(cases(indicator)), "dask", as_frame, rows_of)


@of_every_indicator
@settings(max_examples=4, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_spark_says_what_the_exact_path_says(
    indicator: Indicator[Any],
    data: st.DataObject,
    as_frame: Callable[[str, Any], Any],
    rows_of: Callable[[Any], list[dict[str, Any]]],
) -> None:
    """In its strict mode, in which an overflow would raise."""
    _check(indicator, data.draw(cases(indicator)), "pyspark", as_frame, rows_of)


def _missed(indicator: Indicator[Any], case: Case) -> list[tuple[Any, ...]]:
    records = [_record(indicator, row) for row in case.rows]
    told = []
    for place, record in enumerate(records):
        failures = [tally.failed() for tally in indicator.tally(record, case.period)]
        if all(failures):
            nearest = min(failures, key=len)
            told.append((place, "; ".join(nearest)))
    return told


def _left_out(indicator: Indicator[Any], case: Case, frame: Any, rows_of: Any) -> list[tuple[Any, ...]]:
    rows = rows_of(frames.left_out(indicator, frame, period=case.period))
    return sorted((row["row"], row["nearest_miss"]) for row in rows)


@of_every_indicator
@settings(max_examples=10, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_the_same_rows_are_left_out_with_the_same_conditions(
    indicator: Indicator[Any],
    data: st.DataObject,
    as_frame: Callable[[str, Any], Any],
    rows_of: Callable[[Any], list[dict[str, Any]]],
) -> None:
    """Each is told its nearest miss, as a record is."""
    case = data.draw(cases(indicator))
    numbered = case.table.append_column("row", pa.array(range(len(case.rows)), pa.int64()))
    for kind in (*IN_MEMORY, "dask"):
        assert _missed(indicator, case) == _left_out(indicator, case, as_frame(kind, numbered), rows_of), kind


@of_every_indicator
@settings(max_examples=2, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_spark_leaves_the_same_rows_out(
    indicator: Indicator[Any],
    data: st.DataObject,
    as_frame: Callable[[str, Any], Any],
    rows_of: Callable[[Any], list[dict[str, Any]]],
) -> None:
    """And tells the same conditions."""
    case = data.draw(cases(indicator))
    numbered = case.table.append_column("row", pa.array(range(len(case.rows)), pa.int64()))
    assert _missed(indicator, case) == _left_out(indicator, case, as_frame("pyspark", numbered), rows_of)
