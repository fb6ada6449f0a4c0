"""Small frames by the exact path, row by row, for the last digit."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import narwhals.stable.v2 as nw

from kinerja.errors import UndefinedActualError
from kinerja.frames.engine import engine_of
from kinerja.frames.figures import ACTUAL, REASON
from kinerja.frames.measuring import check_by
from kinerja.frames.native import Opened, open_frame
from kinerja.frames.plan import key_columns, run_rule
from kinerja.period import as_period
from kinerja.reason import Reason
from kinerja.record import fields_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kinerja.indicator import Indicator
    from kinerja.measurement import Measurement
    from kinerja.period import Period

__all__ = ["exact"]


def exact(
    indicator: Indicator[Any],
    frame: Any,
    *,
    period: int | str | Period,
    by: Sequence[str] = (),
    columns: Mapping[str, str] | None = None,
) -> Any:
    """Return what `measure` returns, by records and `measure_records`, in exact numbers.

    Quantities and actuals are texts such as "100/3", as `str` writes a Fraction and `kinerja.exact.read_exact` reads
    it. All rows come into memory. What makes `measure` refuse a group raises here, and the error names the record.

    Args:
        indicator: see `measure`.
        frame: see `measure`.
        period: see `measure`.
        by: see `measure`.
        columns: see `measure`.

    Returns:
        A frame in memory, sorted by `by`: of the caller's kind; pyarrow for DuckDB and PySpark, pandas for Dask.

    Raises:
        QuantityError: for an unknown value where one is needed, a blank identity, and sums that cannot be.
        DoubleCountError: where a record stands twice in the same quantity.
        ColumnsError, PeriodError, FrameError: as `measure`.

    >>> import polars as pl
    >>> from kinerja import PNBPGrowth, frames
    >>> days = pl.Series(["2022-03-01", "2023-03-01"]).str.to_date()
    >>> receipts = pl.DataFrame({"unit": "A", "receipt": ["1", "2"], "amount": [3, 4], "received_on": days})
    >>> frames.exact(PNBPGrowth(), receipts, period=2023).rows()
    [('3', '4', '100/3', None)]
    """
    when = as_period(period)
    indicator.check_period(when)
    check_by(by, indicator)
    opened = _in_memory(open_frame(frame))
    source = opened.frame
    schema = dict(source.collect_schema())
    lines, placed, _ = run_rule(indicator, schema, engine_of(source), when, columns)
    _needed(indicator, lines)
    keys = key_columns(by, schema, placed)
    fields = {name: getattr(lines, name).expr for name in placed}
    table = source.select(
        *(nw.col(column).alias(f"kinerja_key_{place}") for place, column in enumerate(keys.values())),
        *(expr.alias(name) for name, expr in fields.items()),
    )
    groups: dict[tuple[Any, ...], list[Any]] = {} if keys else {(): []}
    for row in table.iter_rows():
        key, values = row[: len(keys)], dict(zip(fields, row[len(keys) :], strict=True))
        groups.setdefault(tuple(map(_known, key)), []).append(_record(indicator, values))
    measured = {key: indicator.measure_records(lines, period=when) for key, lines in groups.items()}
    return opened.close(_result(indicator, source, {name: schema[keys[name]] for name in keys}, measured))


def _needed(indicator: Indicator[Any], lines: Any) -> None:
    record: Any = indicator.record
    for name in record.identity:
        getattr(lines, name)
    lines.check()


def _in_memory(opened: Opened) -> Opened:
    if opened.is_dask:
        return open_frame(opened.native.compute())
    if isinstance(opened.frame, nw.LazyFrame):
        return open_frame(opened.frame.collect().to_native())
    return opened


def _known(value: Any) -> Any:
    return None if isinstance(value, float) and math.isnan(value) else value


def _record(indicator: Indicator[Any], values: Mapping[str, Any]) -> Any:
    """Build the record of a row; what is unknown takes the value that records have for it."""
    record: Any = indicator.record
    known = {name: value for name, value in values.items() if value is not None}
    if isinstance(known.get("year"), float) and known["year"].is_integer():
        known["year"] = int(known["year"])
    needed = {name: None for name in _needed_fields(record) if name not in known}
    return record(**known, **needed)


def _needed_fields(record: type[Any]) -> list[str]:
    return [field.name for field in fields_of(record) if field.needed]


def _result(
    indicator: Indicator[Any],
    source: nw.DataFrame[Any],
    keys: Mapping[str, nw.dtypes.DType],
    measured: Mapping[tuple[Any, ...], Measurement],
) -> nw.DataFrame[Any]:
    names = [variable.name for variable in indicator.variables]
    data: dict[str, list[Any]] = {name: [key[place] for key in measured] for place, name in enumerate(keys)}
    for name in names:
        data[name] = [str(measurement.quantities[name]) for measurement in measured.values()]
    data[ACTUAL], data[REASON] = [], []
    for measurement in measured.values():
        actual, reason = _actual(measurement)
        data[ACTUAL].append(actual)
        data[REASON].append(reason)
    schema = {**keys, **dict.fromkeys([*names, ACTUAL, REASON], nw.String())}
    result = nw.from_dict(data, schema, backend=source.implementation)
    return result.sort(*keys, nulls_last=True) if keys else result


def _actual(measurement: Measurement) -> tuple[str | None, str | None]:
    try:
        return str(measurement.actual), None
    except UndefinedActualError:
        return None, str(Reason.UNDEFINED_ACTUAL)
