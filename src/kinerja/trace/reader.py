"""Traces read from JSON, and walked again from their inputs.

This module imports cattrs, so it is itself imported on first use.
"""

from __future__ import annotations

import functools
import operator
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import attrs

from kinerja._base import FrozenMap, KinerjaError, Message, Reason, Text, TraceError
from kinerja.catalogue import catalogue_of
from kinerja.decrees.conversion import plain_converter
from kinerja.decrees.file import DecreeFile, Reader, load_decree_file, open_json
from kinerja.measurement import Indicator, Measurement
from kinerja.records import as_period
from kinerja.scorecards import Scoring, Value
from kinerja.trace import messages as say
from kinerja.trace.trail import FIGURES, SCHEMA, Trace, count_again, make_trace

if TYPE_CHECKING:
    from kinerja.decrees import Entry


@attrs.frozen(kw_only=True)
class _Record:
    """A record as JSON holds it: its class, the period in which it was looked at, its fields, and what became of it."""

    record: str
    period: str
    fields: dict[str, Any]
    entered: tuple[str, ...]
    missed: FrozenMap[str, tuple[str, ...]]


@attrs.frozen(kw_only=True)
class _Inputs:
    """What the figure was worked out from.

    Fields:
        periods, records, guarded, complete: of the measurement, where something was measured from records.
        totals: quantities that were given, name -> number.
        target: a quarter's own; None where it is that of a year in the clause.
        actual, reason: what was given instead of a measurement.
    """

    measured: bool
    periods: tuple[str, ...]
    guarded: bool
    complete: bool
    records: tuple[_Record, ...]
    totals: FrozenMap[str, Fraction] | None
    target: Fraction | None
    actual: Fraction | None
    reason: str | None


@attrs.frozen(kw_only=True)
class _Given:
    """The part of a trace from which the rest follows, beside the clause."""

    library: str
    period: str
    target_year: int | None
    scoring: Scoring
    remark: str
    sources: tuple[str, ...]
    inputs: _Inputs


@attrs.frozen(kw_only=True)
class WrittenTrace:
    """A trace as its file states it, beside the path that follows from its inputs.

    Fields:
        clause: the decree, the objective and the entry.
        given: what the rest follows from, as the file states it.
        figures: what is stated to follow, name -> plain data.
        follows: the path, walked again.
    """

    clause: DecreeFile
    given: _Given
    figures: Mapping[str, Any]
    follows: Trace


def read_trace(text: str, indicators: Iterable[type[Indicator[Any]]]) -> WrittenTrace:
    """Read a trace, and walk its path again from its inputs alone; it raises as `verify_trace` does."""
    data = open_json(text, SCHEMA, Text(id="jejak angka", en="a trace"), TraceError)
    parts = ("schema", "clause", *FIGURES, "notes")
    missing = [name for name in parts if name not in data]
    if missing or not isinstance(data["clause"], dict):
        raise _unreadable(say.NOT_WHOLE, missing=missing or "clause")
    stated = {name: data.pop(name) for name in parts}
    clause = load_decree_file("clause", stated["clause"], indicators)
    reader = Reader(plain_converter())
    given = reader.read("trace", data, _Given)
    if len(clause.entries) != 1:
        reader.problems.append(say.ONE_ENTRY.problem("trace.clause.entries"))
    if given is None or reader.problems:
        raise TraceError.of(reader.problems)
    try:
        follows = _walked(given, clause, reader)
    except KinerjaError as error:
        raise TraceError.of(reader.problems or [error.problem("trace.inputs")]) from None
    return WrittenTrace(clause=clause, given=given, figures={name: stated[name] for name in FIGURES}, follows=follows)


def _unreadable(message: Message, **values: Any) -> TraceError:
    return TraceError.of([message.problem("JSON", **values)])


def _walked(given: _Given, clause: DecreeFile, reader: Reader) -> Trace:
    (entry,) = clause.entries
    target = given.inputs.target
    own = {} if target is None else {entry.code: target}
    return make_trace(
        catalogue_of(clause),
        entry.code,
        given.period,
        _value(given.inputs, entry, reader),
        scoring=given.scoring,
        remark=given.remark,
        sources=given.sources,
        targets=own if own or given.target_year is None else None,
        target_year=given.target_year,
    )


def _value(inputs: _Inputs, entry: Entry, reader: Reader) -> Value:
    """Return what was scored; refuse inputs of which some would be passed over."""
    from_records = bool(inputs.records or inputs.periods or inputs.totals is not None)
    given = inputs.actual is not None or inputs.reason is not None
    if given if inputs.measured else from_records:
        raise _unreadable(say.MEASURED)
    if not inputs.measured:
        return _unmeasured(inputs)
    if entry.indicator is None:
        raise _unreadable(say.NO_INDICATOR, indicator=entry.code)
    return _measured(inputs, entry.indicator, reader)


def _measured(inputs: _Inputs, indicator: Indicator[Any], reader: Reader) -> Measurement:
    periods_of = tuple(as_period(item.period) for item in inputs.records)
    records = tuple(_read_records(inputs, indicator, reader))
    periods = tuple(as_period(period) for period in inputs.periods)
    if not set(periods_of) <= set(periods):
        raise _unreadable(say.OTHER_PERIOD, periods=inputs.periods)
    totals = None if inputs.totals is None else Measurement.of(indicator, inputs.totals)
    counted = count_again(indicator, records, periods_of, periods)
    parts = [part for part in (counted, totals) if part is not None]
    if not parts:
        raise _unreadable(say.NOTHING_MEASURED)
    whole = functools.reduce(operator.add, parts)
    entries = whole.entries if inputs.guarded else None  # nothing says what entered, where the records were not kept
    return attrs.evolve(whole, guarded=inputs.guarded, complete=inputs.complete, entries=entries)


def _read_records(inputs: _Inputs, indicator: Indicator[Any], reader: Reader) -> Iterator[Any]:
    """Build the records again by their class; note every one that cannot be."""
    kind = indicator.record
    name = "-" if kind is None else kind.__name__
    for number, item in enumerate(inputs.records, 1):
        path = f"trace.inputs.records[{number}]"
        if kind is None or item.record != name:
            reader.problems.append(say.OTHER_CLASS.problem(f"{path}.record", kind=name))
        else:
            yield reader.read(f"{path}.fields", item.fields, kind)
    if reader.problems:
        raise TraceError.of(reader.problems)


def _unmeasured(inputs: _Inputs) -> Value:
    if inputs.actual is not None:
        return inputs.actual
    if inputs.reason is None or inputs.reason in Reason.__members__:
        return None if inputs.reason is None else Reason[inputs.reason]
    raise _unreadable(say.OTHER_REASON, reasons=list(Reason.__members__))
