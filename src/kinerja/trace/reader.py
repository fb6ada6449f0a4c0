"""Traces read from JSON, and walked again from their inputs.

This module imports cattrs, so it is itself imported on first use.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import attrs

import kinerja
from kinerja._base import CatalogueProblem, FrozenMap, KinerjaError, Reason, Text, TraceError
from kinerja.decrees.conversion import make_converter
from kinerja.decrees.file import Parts, load_parts
from kinerja.decrees.reader import Reader, parse_json
from kinerja.measurement import Measurement, check_quantities
from kinerja.records import Period, as_period
from kinerja.scorecards import Scoring, basis_year, keep_score, target_of
from kinerja.trace.file import FIGURES, SCHEMA
from kinerja.trace.make import Trace, count_again

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kinerja.measurement import Indicator
    from kinerja.scorecards import Value

__all__ = ["WrittenTrace", "read_trace"]


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
        outcomes: what became of each record, as plain data.
        figures: what is stated to follow, name -> plain data.
        version: of the library that made it.
        follows: the path, walked again.
    """

    clause: Parts
    outcomes: tuple[dict[str, Any], ...]
    figures: Mapping[str, Any]
    version: str
    follows: Trace


def read_trace(text: str, indicators: Iterable[type[Indicator[Any]]]) -> WrittenTrace:
    """Read a trace, and walk its path again from its inputs alone.

    Raises:
        TraceError: for a text that is no such trace, and for inputs from which no figure can follow.
        CatalogueError: for an entry that cannot be read.
    """
    data = _parsed(text)
    clause, stated = data.pop("clause"), {name: data.pop(name) for name in (*FIGURES, "notes")}
    parts = load_parts("clause", clause, indicators)
    reader = Reader(make_converter({}))
    given = reader.read("trace", data, _Given)
    if len(parts.entries) != 1:
        reader.problems.append(CatalogueProblem(path="trace.clause.entries", allowed=_ONE))
    if given is None or reader.problems:
        raise TraceError.of(reader.problems)
    try:
        follows = _rebuilt(given, parts, reader)
    except KinerjaError as error:
        problems = reader.problems or [CatalogueProblem(path="trace.inputs", allowed=error.text)]
        raise TraceError.of(problems) from None
    return WrittenTrace(
        clause=parts,
        outcomes=tuple(_outcome(record) for record in given.inputs.records),
        figures={name: stated[name] for name in FIGURES},
        version=given.library,
        follows=follows,
    )


def _outcome(record: _Record) -> dict[str, Any]:
    return {"entered": list(record.entered), "missed": {name: list(why) for name, why in record.missed.items()}}


_ONE = Text(id="harus memuat tepat satu indikator.", en="must hold exactly one entry.")


def _parsed(text: str) -> dict[str, Any]:
    try:
        data = parse_json(text)
    except (ValueError, RecursionError) as error:
        raise _unreadable(Text(id=f"bukan JSON ({error}).", en=f"is not JSON ({error}).")) from None
    if not isinstance(data, dict) or data.pop("schema", None) != SCHEMA:
        raise _unreadable(
            Text(
                id=f"bukan jejak angka berskema {SCHEMA}; buatlah dengan to_json().",
                en=f"is not a trace of schema {SCHEMA}; make one with to_json().",
            )
        )
    missing = [name for name in ("clause", *FIGURES, "notes") if name not in data]
    if missing or not isinstance(data["clause"], dict):
        named = ", ".join(missing) or "clause"
        raise _unreadable(Text(id=f"tidak utuh: perlu {named}.", en=f"is not whole: it needs {named}."))
    return data


def _unreadable(allowed: Text) -> TraceError:
    return TraceError.of([CatalogueProblem(path="JSON", allowed=allowed)])


def _rebuilt(given: _Given, parts: Parts, reader: Reader) -> Trace:
    """Walk the path again, from the inputs alone."""
    entry = parts.entries[0]
    when = parts.decree.covered(given.period)
    value: Value
    periods_of: tuple[Period, ...] = ()
    totals = None
    _refuse_contradiction(given.inputs)
    if given.inputs.measured:
        indicator = _indicator(entry.code, entry.indicator)
        periods_of = tuple(as_period(item.period) for item in given.inputs.records)
        if given.inputs.totals is not None:
            quantities = check_quantities(indicator.name, indicator.variables, given.inputs.totals)
            totals = Measurement(indicator=indicator, quantities=quantities)
        value = _measured(given.inputs, indicator, periods_of, totals, reader)
    else:
        value = _unmeasured(given.inputs)
    own = given.target_year is None or given.inputs.target is not None
    year = basis_year(parts.decree, when, given.target_year, own=own)
    target = target_of(entry, year, given.inputs.target)
    return Trace(
        decree=parts.decree,
        entry=entry,
        period=when,
        target_year=year,
        scoring=given.scoring,
        value=value,
        score=keep_score(entry, target, when, value, scoring=given.scoring, remark=given.remark),
        periods_of=periods_of,
        totals=totals,
        sources=given.sources,
        version=kinerja.__version__,
    )


def _refuse_contradiction(inputs: _Inputs) -> None:
    """Refuse inputs of which some would be passed over."""
    from_records = bool(inputs.records or inputs.periods or inputs.totals is not None)
    given = inputs.actual is not None or inputs.reason is not None
    if given if inputs.measured else from_records:
        raise _unreadable(
            Text(
                id="measured harus true bila ada records, periods, atau totals, dan false bila ada actual atau reason.",
                en="measured must be true beside records, periods or totals, and false beside an actual or a reason.",
            )
        )


def _indicator(code: str, indicator: Indicator[Any] | None) -> Indicator[Any]:
    if indicator is None:
        raise _unreadable(
            Text(
                id=f"{code} tidak menyebut indikatornya, sehingga tidak ada yang dapat dihitung dari data dukung.",
                en=f"{code} names no indicator, so that nothing can be measured of it.",
            )
        )
    return indicator


def _measured(
    inputs: _Inputs,
    indicator: Indicator[Any],
    periods_of: tuple[Period, ...],
    totals: Measurement | None,
    reader: Reader,
) -> Measurement:
    records = tuple(_read_records(inputs, indicator, reader))
    periods = tuple(as_period(period) for period in inputs.periods)
    if not set(periods_of) <= set(periods):
        shown = ", ".join(inputs.periods) or "-"
        raise _unreadable(
            Text(
                id=f"periode data dukung harus salah satu dari {shown}.",
                en=f"the period of a record must be one of {shown}.",
            )
        )
    counted = count_again(indicator, records, periods, periods_of)
    parts = [part for part in (counted, totals) if part is not None]
    if not parts:
        raise _unreadable(Text(id="perlu periods atau totals.", en="needs periods or totals."))
    whole: Measurement = sum(parts[1:], start=parts[0])
    return attrs.evolve(whole, guarded=inputs.guarded, complete=inputs.complete)


def _read_records(inputs: _Inputs, indicator: Indicator[Any], reader: Reader) -> Iterator[Any]:
    """Build the records again by their class; note every one that cannot be."""
    kind = indicator.record
    name = "-" if kind is None else kind.__name__
    for number, item in enumerate(inputs.records, 1):
        path = f"trace.inputs.records[{number}]"
        if kind is None or item.record != name:
            allowed = Text(id=f"kelas data dukung harus {name}.", en=f"the class of the record must be {name}.")
            reader.problems.append(CatalogueProblem(path=f"{path}.record", allowed=allowed))
        else:
            yield reader.read(f"{path}.fields", item.fields, kind)
    if reader.problems:
        raise TraceError.of(reader.problems)


def _unmeasured(inputs: _Inputs) -> Value:
    if inputs.actual is not None:
        return inputs.actual
    if inputs.reason is None or inputs.reason in Reason.__members__:
        return None if inputs.reason is None else Reason[inputs.reason]
    shown = ", ".join(Reason.__members__)
    raise _unreadable(Text(id=f"reason harus salah satu dari {shown}.", en=f"reason must be one of {shown}."))
