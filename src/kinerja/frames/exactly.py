"""Small frames by the exact path, row by row, for the last digit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Protocol, Required, TypedDict, Unpack, overload

import narwhals.stable.v2 as nw

from kinerja._base import DoubleCountError, InexactNumberError, KinerjaError, Text, exact_text
from kinerja.frames import messages as say
from kinerja.frames.counting_rule import group_key, run_rule
from kinerja.frames.frame_kinds import F, Opened, in_memory, numbered, open_frame
from kinerja.frames.question import ACTUAL, REASON, Question, entries_of
from kinerja.records import Period, fields_of

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl
    import pyarrow as pa

    from kinerja.measurement import Indicator, Measurement

_MOST = 20
"""So many rows are told of one by one."""


class _Relation(Protocol):
    """A relation of DuckDB."""

    def sql_query(self) -> str: ...


class _Spark(Protocol):
    """A frame of PySpark."""

    @property
    def sparkSession(self) -> Any: ...  # noqa: N802 - as Spark calls it


class _Dask(Protocol):
    """A frame of Dask."""

    @property
    def npartitions(self) -> Any: ...


class _Asked(TypedDict, total=False):
    """What is asked of a frame, by name."""

    period: Required[int | str | Period]
    by: Sequence[str]
    columns: Mapping[str, str] | None
    entries: bool


@overload
def exact(indicator: Indicator[Any], frame: pl.LazyFrame, **asked: Unpack[_Asked]) -> pl.DataFrame: ...
@overload
def exact(indicator: Indicator[Any], frame: _Relation | _Spark, **asked: Unpack[_Asked]) -> pa.Table: ...
@overload
def exact(indicator: Indicator[Any], frame: _Dask, **asked: Unpack[_Asked]) -> pd.DataFrame: ...
@overload
def exact(indicator: Indicator[Any], frame: F, **asked: Unpack[_Asked]) -> F: ...
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
    question = Question(indicator=indicator, period=period, by=by, columns=columns, entries=entries)
    opened, table = _read(question, frame)
    return opened.close(_result(question, table, _measured(question, table)))


def measurements(
    indicator: Indicator[Any],
    frame: Any,
    *,
    period: int | str | Period,
    by: Sequence[str] = (),
    columns: Mapping[str, str] | None = None,
) -> dict[tuple[Any, ...], Measurement]:
    """Return the measurement of each group, with its evidence: the way from a frame to scorecards and traces.

    The keys are tuples of the values of `by`, in the order in which the groups come; without `by` there is one, `()`.
    Arguments, errors and what comes into memory are as of `exact`, which writes the same as a frame.

    >>> import polars as pl
    >>> from kinerja import BSPJI_PEKANBARU_2021_2024 as catalogue
    >>> from kinerja import P3DNRatio, frames, make_trace
    >>> lines = pl.DataFrame({"unit": ["A", "B"], "reference": ["1", "1"], "year": 2023, "account": "521211"})
    >>> lines = lines.with_columns(ceiling=100, realised=pl.Series([45, 90]))
    >>> measured = frames.measurements(P3DNRatio(), lines, period=2023, by=["unit"])
    >>> print(measured["B",])
    100 × 90 / 100 = 90,00
    >>> make_trace(catalogue, "SK3/4", 2023, measured["B",], units="B")
    <Trace 2023: <Score SK3/4: 200,00%>>
    """
    question = Question(indicator=indicator, period=period, by=by, columns=columns)
    _, table = _read(question, frame)
    return _measured(question, table)


def _read(question: Question, frame: Any) -> tuple[Opened, nw.DataFrame[Any]]:
    """Bring what is needed of a frame into memory: keys, then a column for each field."""
    opened = open_frame(frame)
    _selection(question, opened)  # what is refused is refused before it comes into memory
    opened = in_memory(opened)
    read, selection = _selection(question, opened)
    return opened, opened.take(read).select(**selection)


def _measured(question: Question, table: nw.DataFrame[Any]) -> dict[tuple[Any, ...], Measurement]:
    groups = _groups(question, table)
    if not question.by:
        groups.setdefault((), [])
    measured = {}
    for key, records in groups.items():
        try:
            measured[key] = question.indicator.measure_records(records, period=question.period)
        except DoubleCountError as error:  # which names the group
            raise (error.about(", ".join(map(str, key))) if key else error) from None
    return measured


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
        (
            *key,
            *(exact_text(one.quantities[name]) for name in names),
            *(
                None if told is None else exact_text(told) if isinstance(told, Fraction) else str(told)
                for told in one.figure
            ),
            *(one.entries or {}).values(),
        )
        for key, one in measured.items()
    ]
    data = {name: [row[place] for row in rows] for place, name in enumerate(schema)}
    result = nw.from_dict(data, schema, backend=table.implementation)
    return result.sort(*question.by, nulls_last=True) if question.by else result
