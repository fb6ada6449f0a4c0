"""Small frames by the exact path, row by row, for the last digit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import narwhals.stable.v2 as nw

from kinerja._base import DoubleCountError, InexactNumberError, KinerjaError, Text, exact_text
from kinerja.frames import messages as say
from kinerja.frames.counting_rule import group_key, run_rule
from kinerja.frames.frame_kinds import Opened, numbered, open_frame
from kinerja.frames.question import ACTUAL, REASON, Question, entries_of
from kinerja.records import Period, fields_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kinerja.measurement import Indicator, Measurement

_MOST = 20
"""So many rows are told of one by one."""


def exact(  # noqa: PLR0913 - as measure
    indicator: Indicator[Any],
    frame: Any,
    *,
    period: int | str | Period,
    by: Sequence[str] = (),
    columns: Mapping[str, str] | None = None,
    entries: bool = False,
) -> Any:
    """Return what `measure` returns, by records and `measure_records`, in exact numbers.

    Quantities and actuals are texts such as "100/3", as `str` writes a Fraction and `kinerja.read_exact` reads
    it. All rows come into memory, and every row must be a record, also where it counts nowhere: an unknown value or a
    blank identity raises, and so does a record that counts twice; the error names them.

    The arguments are those of `measure`.

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
    question = Question.of(indicator, period=period, by=by, columns=columns, entries=entries)
    opened = open_frame(frame)
    _selection(question, opened)  # what is refused is refused before it comes into memory
    opened = _in_memory(opened)
    read, selection = _selection(question, opened)
    table = opened.take(read).select(**selection)
    groups = _groups(question, table)
    if not question.by:
        groups.setdefault((), [])
    measured = {key: _measured(question, key, records) for key, records in groups.items()}
    return opened.close(_result(question, table, measured))


def _measured(question: Question, key: tuple[Any, ...], records: list[Any]) -> Measurement:
    """Measure a group; a double count names it."""
    try:
        return question.indicator.measure_records(records, period=question.period)
    except DoubleCountError as error:
        raise (error.about(", ".join(map(str, key))) if key else error) from None


def _selection(question: Question, opened: Opened) -> tuple[list[str], dict[str, nw.Expr]]:
    """Return the columns that are read, and what is made of them: keys, then field -> what records are made of."""
    columns, _ = run_rule(question, opened)
    for name in question.record.identity:
        columns.column(name)
    columns.check()
    keys = question.key_columns(opened.schema, columns.placed)
    selection = dict(zip(numbered("key", len(keys)), [group_key(key, opened) for key in keys], strict=True))
    selection |= {name: columns.column(name).expr for name in columns.placed}
    return [*dict.fromkeys([*keys, *columns.placed.values()])], selection


def _in_memory(opened: Opened) -> Opened:
    if opened.is_dask:
        return open_frame(opened.native.compute())
    return opened if opened.is_eager else open_frame(opened.take([*opened.schema]).collect().to_native())


def _groups(question: Question, table: nw.DataFrame[Any]) -> dict[tuple[Any, ...], list[Any]]:
    """Return key -> the records of its rows; refuse a frame by naming every row that cannot be a record."""
    groups: dict[tuple[Any, ...], list[Any]] = {}
    keys, problems = len(question.by), []
    for number, row in enumerate(table.iter_rows(), 1):
        cells = zip(table.columns[keys:], row[keys:], strict=True)
        known = {name: value for name, value in cells if value is not None}
        group = groups.setdefault(row[:keys], [])
        try:
            group.append(_record(question, known))
        except KinerjaError as error:
            whose = ", ".join(str(known.get(name, "-")) for name in question.record.identity)
            problems.append(say.IN_ROW.text(row=number, identity=whose, problem=error.text))
    if problems:
        more = max(len(problems) - _MOST, 0)
        said, listed = say.MANY_NO_RECORDS if more else say.NO_RECORDS, Text.joined(problems[:_MOST], " ")
        raise said.error(indicator=question.indicator.name, problems=listed, more=more, value=None)
    return groups


def _record(question: Question, known: dict[str, Any]) -> Any:
    """Build the record of a row; what is unknown takes the value that records have for it."""
    if "year" in known and known["year"] == int(known["year"]):
        known["year"] = int(known["year"])
    blank = [field.name for field in fields_of(question.record) if field.needed and field.name not in known]
    try:
        return question.record(**known, **dict.fromkeys(blank))
    except InexactNumberError as error:
        if not blank:
            raise
        raise say.UNKNOWN_VALUE.error(
            indicator=question.indicator.name, field=tuple(blank), value=error.value
        ) from None


def _result(
    question: Question, table: nw.DataFrame[Any], measured: Mapping[tuple[Any, ...], Measurement]
) -> nw.DataFrame[Any]:
    types = zip(question.by, table.schema.values(), strict=False)  # the keys come first
    names = [variable.name for variable in question.indicator.variables]
    schema = {**dict(types), **dict.fromkeys([*names, ACTUAL, REASON], nw.String())}
    schema |= {entries_of(name): nw.Int64() for name in names if question.entries}
    rows = [
        (*key, *(exact_text(one.quantities[name]) for name in names), *_actual(one), *(one.entries or {}).values())
        for key, one in measured.items()
    ]
    data = {name: [row[place] for row in rows] for place, name in enumerate(schema)}
    result = nw.from_dict(data, schema, backend=table.implementation)
    return result.sort(*question.by, nulls_last=True) if question.by else result


def _actual(measurement: Measurement) -> tuple[str | None, str | None]:
    actual, reason = measurement.figure
    return None if actual is None else exact_text(actual), None if reason is None else str(reason)
