"""Small frames by the exact path, row by row, for the last digit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs
import narwhals.stable.v2 as nw

from kinerja._base import InexactNumberError, KinerjaError, QuantityError, Reason, Text, UndefinedActualError
from kinerja.frames.figures import ACTUAL, REASON
from kinerja.frames.measuring import period_of, result_names
from kinerja.frames.names import inner_keys
from kinerja.frames.native import Opened, open_frame
from kinerja.frames.placing import check_by, key_columns
from kinerja.frames.plan import group_key, run_rule
from kinerja.records import fields_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kinerja.measurement import Indicator, Measurement
    from kinerja.records import Period

__all__ = ["exact"]

_MOST = 20
"""So many rows are told of one by one."""


def exact(
    indicator: Indicator[Any],
    frame: Any,
    *,
    period: int | str | Period,
    by: Sequence[str] = (),
    columns: Mapping[str, str] | None = None,
) -> Any:
    """Return what `measure` returns, by records and `measure_records`, in exact numbers.

    Quantities and actuals are texts such as "100/3", as `str` writes a Fraction and `kinerja.read_exact` reads
    it. All rows come into memory, and every row must be a record, also where it counts nowhere: an unknown value or a
    blank identity raises, and so does a record that counts twice; the error names them.

    Args:
        indicator: see `measure`.
        frame: see `measure`.
        period: see `measure`.
        by: see `measure`.
        columns: see `measure`.

    Returns:
        A frame in memory, sorted by `by`: of the caller's kind; pyarrow for DuckDB and PySpark, pandas for Dask.

    Raises:
        QuantityError: for rows that are no records, each with its number, such as one whose amount is unknown or whose
            identity is blank; and for sums that cannot be.
        DoubleCountError: where a record stands twice in the same quantity.
        ColumnsError, PeriodError, FrameError: as `measure`.

    >>> import polars as pl
    >>> from kinerja import PNBPGrowth, frames
    >>> days = pl.Series(["2022-03-01", "2023-03-01"]).str.to_date()
    >>> receipts = pl.DataFrame({"unit": "A", "receipt": ["1", "2"], "amount": [3, 4], "received_on": days})
    >>> frames.exact(PNBPGrowth(), receipts, period=2023).rows()
    [('3', '4', '100/3', None)]
    """
    when = period_of(indicator, period)
    names = check_by(by, result_names(indicator))
    opened = open_frame(frame)
    _layout(indicator, opened, when, names, columns)  # what is refused is refused before it comes into memory
    opened = _in_memory(opened)
    layout = _layout(indicator, opened, when, names, columns)
    table = opened.take(layout.read).select(*layout.keys, **layout.fields)
    groups = _groups(indicator, table, [*layout.fields])
    if not names:
        groups.setdefault((), [])
    measured = {key: indicator.measure_records(records, period=when) for key, records in groups.items()}
    keys = dict(zip(names, list(table.schema.values())[: len(names)], strict=True))
    return opened.close(_result(indicator, table, keys, measured))


@attrs.frozen(kw_only=True)
class _Layout:
    """What is read of a frame: columns to group by, field -> what records are made of, and the columns needed."""

    keys: list[nw.Expr]
    fields: dict[str, nw.Expr]
    read: list[str]


def _layout(
    indicator: Indicator[Any],
    opened: Opened,
    period: Period,
    by: Sequence[str],
    columns: Mapping[str, str] | None,
) -> _Layout:
    lines: Any
    lines, placed, _ = run_rule(indicator, opened, period, columns)
    record: Any = indicator.record
    for name in record.identity:
        getattr(lines, name)
    lines.check()
    keys = key_columns(by, opened.schema, placed)
    return _Layout(
        keys=[
            group_key(column, opened.schema, opened.engine).alias(name)
            for name, column in zip(inner_keys(len(keys)), keys.values(), strict=True)
        ],
        fields={name: getattr(lines, name).expr for name in placed},
        read=[*dict.fromkeys([*keys.values(), *placed.values()])],
    )


def _in_memory(opened: Opened) -> Opened:
    if opened.is_dask:
        return open_frame(opened.native.compute())
    return opened if opened.is_eager else open_frame(opened.take([*opened.schema]).collect().to_native())


def _groups(
    indicator: Indicator[Any], table: nw.DataFrame[Any], fields: Sequence[str]
) -> dict[tuple[Any, ...], list[Any]]:
    """Return key -> the records of its rows.

    Raises:
        QuantityError: naming every row that cannot be a record.
    """
    record: Any = indicator.record
    groups: dict[tuple[Any, ...], list[Any]] = {}
    problems: list[Text] = []
    for number, row in enumerate(table.iter_rows(), 1):
        keys = len(row) - len(fields)
        known = {name: value for name, value in zip(fields, row[keys:], strict=True) if value is not None}
        group = groups.setdefault(row[:keys], [])
        try:
            group.append(_record(indicator, known))
        except KinerjaError as error:
            whose = ", ".join(str(known.get(name, "-")) for name in record.identity)
            problems.append(_in_row(number, whose, error.text))
    if problems:
        raise _no_records(indicator.name, problems)
    return groups


def _record(indicator: Indicator[Any], known: dict[str, Any]) -> Any:
    """Build the record of a row; what is unknown takes the value that records have for it."""
    record: Any = indicator.record
    if "year" in known and known["year"] == int(known["year"]):
        known["year"] = int(known["year"])
    blank = [field.name for field in fields_of(record) if field.needed and field.name not in known]
    try:
        return record(**known, **dict.fromkeys(blank))
    except InexactNumberError as error:
        if not blank:
            raise
        listed = ", ".join(blank)
        allowed = Text(id=f"{listed} tidak diketahui; lengkapi.", en=f"{listed} is unknown; complete it.")
        raise QuantityError(allowed, indicator=indicator.name, value=error.value) from None


def _in_row(number: int, whose: str, allowed: Text) -> Text:
    return Text(id=f"baris {number} ({whose}): {allowed.id}", en=f"row {number} ({whose}): {allowed.en}")


def _no_records(indicator: str, problems: Sequence[Text]) -> QuantityError:
    shown, more = problems[:_MOST], len(problems) - _MOST
    rest = Text(id=f" Dan {more} baris lagi.", en=f" And {more} rows more.") if more > 0 else Text(id="", en="")
    return QuantityError(
        Text(
            id=f"{indicator}: " + " ".join(problem.id for problem in shown) + rest.id,
            en=f"{indicator}: " + " ".join(problem.en for problem in shown) + rest.en,
        ),
        indicator=indicator,
        value=None,
    )


def _result(
    indicator: Indicator[Any],
    table: nw.DataFrame[Any],
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
    result = nw.from_dict(data, schema, backend=table.implementation)
    return result.sort(*keys, nulls_last=True) if keys else result


def _actual(measurement: Measurement) -> tuple[str | None, str | None]:
    try:
        return str(measurement.actual), None
    except UndefinedActualError:
        return None, str(Reason.UNDEFINED_ACTUAL)
