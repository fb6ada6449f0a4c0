"""The trail of one figure (jejak angka): from its records to its achievement, so that anyone can walk it again."""

from __future__ import annotations

import functools
import operator
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import attrs

import kinerja
from kinerja._base import Language, Number, Reason
from kinerja.decrees import Decree, Entry
from kinerja.measurement import Indicator, Ledger, Measurement
from kinerja.records import Period
from kinerja.scorecards import Score, Scoring, Value, basis_year, keep_score, target_of
from kinerja.trace import messages as say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kinerja.catalogue import Catalogue

SCHEMA = "kinerja.trace/1"

FIGURES = ("quantities", "reading", "formula", "worked", "target", "actual", "uncapped", "achievement", "reason", "met")
"""What follows from the rest, and is compared; the notes follow too, but their wording may change."""


@attrs.frozen(kw_only=True)
class Trace:
    """The whole path of one figure.

    Fields:
        decree, entry: the legal act, and its line on the indicator.
        period: the year or quarter that was measured.
        target_year: the year whose target the actual is set against; None where the quarter has its own.
        scoring: the agency's own rules.
        value: what was scored: a measurement with its evidence, an actual, a reason, or None for not measured.
        score: what follows.
        totals: what the measurement holds beyond its records, name -> number; None where the records give it all.
        sources: where the records come from, for the reader.
        version: of the library that made the trace.
    """

    decree: Decree
    entry: Entry
    period: Period
    target_year: int | None
    scoring: Scoring
    value: Value
    score: Score
    totals: Measurement | None = None
    sources: tuple[str, ...] = ()
    version: str = kinerja.__version__

    def __repr__(self) -> str:
        return f"<Trace {self.period}: {self.score!r}>"

    @property
    def measurement(self) -> Measurement | None:
        """What was measured; None where the actual alone is known, or nothing."""
        return self.value if isinstance(self.value, Measurement) else None

    def to_json(self) -> str:
        """Return the trace as JSON (`kinerja.trace/1`), exact numbers as text such as "100/3".

        Every record travels along with all its fields, so that `verify_trace` needs nothing beside it.
        """
        import json  # noqa: PLC0415 - needed here alone, and `import kinerja` stays light

        return json.dumps(_plain_trace(self), ensure_ascii=False, indent=2)


def make_trace(  # noqa: PLR0913 - what a figure rests on
    catalogue: Catalogue,
    code: str,
    period: int | str | Period,
    value: Value,
    *,
    scoring: Scoring = Scoring(),  # noqa: B008 - frozen
    remark: str = "",
    sources: Iterable[str] = (),
    targets: Mapping[str, Number] | None = None,
    target_year: int | None = None,
) -> Trace:
    """Return the whole path of one figure.

    Args:
        catalogue: the decree.
        code: of the entry.
        period: a year that the decree covers, or a quarter of it.
        value: as `Catalogue.scorecard` takes it.
        scoring: the agency's own rules, such as a cap.
        remark: what the office itself notes about the figure.
        sources: where the records come from, such as names of files.
        targets: code -> the target of the quarter, as `Catalogue.scorecard` takes them.
        target_year: the year whose target is taken, unless it is the period's own.

    Raises:
        UnknownIndicatorError: for a code that the decree has not.
        TargetError: for a year that the decree does not cover.
        PeriodError: for a measurement of another period, and for targets of a year or beside `target_year`.
        QuantityError, InexactNumberError: for a value that cannot be, and for records of a class that the indicator
            does not name as its own: nobody could read them back.

    >>> from kinerja import BSPJI_PEKANBARU_2021_2024 as catalogue
    >>> from kinerja.indicators import BudgetLine, P3DNRatio
    >>> from kinerja.trace import verify_trace
    >>> line = BudgetLine(unit="A", reference="1", year=2023, account="521211", ceiling=400, realised=100)
    >>> trace = make_trace(catalogue, "SK3/4", 2023, P3DNRatio().measure_records([line], period=2023))
    >>> trace.measurement.worked(), str(trace.score.achievement), verify_trace(trace.to_json()).holds
    ('100 × 100 / 400 = 25,00', '55,56%', True)
    """
    when = catalogue.decree.covered(period)
    entry = catalogue[code]
    year = basis_year(catalogue.decree, when, target_year, own=targets is not None)
    target = target_of(entry, year, (targets or {}).get(code))
    score = keep_score(entry, target, when, value, scoring=scoring, remark=remark)
    if not isinstance(value, Measurement) and score.actual is not None:
        value = score.actual
    return Trace(
        decree=catalogue.decree,
        entry=entry,
        period=when,
        target_year=year,
        scoring=scoring,
        value=value,
        score=score,
        totals=_beyond_records(value) if isinstance(value, Measurement) else None,
        sources=tuple(sources),
    )


def _beyond_records(measurement: Measurement) -> Measurement | None:
    """Return what a measurement holds beyond its records, such as totals that were added."""
    _check_records(measurement)
    indicator, ledger = measurement.indicator, measurement.evidence
    counted = count_again(indicator, ledger.records, ledger.periods, measurement.periods)
    found = dict.fromkeys(measurement.quantities, Fraction(0)) if counted is None else counted.quantities
    rest = {name: value - found[name] for name, value in measurement.quantities.items()}
    return Measurement.of(indicator, rest) if counted is None or any(rest.values()) else None


def _check_records(measurement: Measurement) -> None:
    """Refuse records that nobody could read back, or that the measurement was not made of."""
    indicator, ledger = measurement.indicator, measurement.evidence
    named = getattr(indicator.record, "__name__", "-")
    for record, period in zip(ledger.records, ledger.periods, strict=True):
        if type(record) is not indicator.record or period not in measurement.periods:
            own = type(record).__name__
            raise say.OTHER_RECORDS.error(indicator=indicator.name, value=record, own=own, named=named)


def count_again(
    indicator: Indicator[Any], records: tuple[Any, ...], periods_of: tuple[Period, ...], periods: Iterable[Period]
) -> Measurement | None:
    """Measure records again, each in its period, and return the sum, its evidence in the order of the records.

    `periods_of` are the periods of the records, `periods` all there are, those without records too; None without any.
    It raises as `measure_records` and the addition of measurements do.
    """
    own: dict[Period, list[Any]] = {period: [] for period in periods}
    for record, period in zip(records, periods_of, strict=True):
        own[period].append(record)
    parts = {period: indicator.measure_records(those, period=period) for period, those in own.items()}
    if not parts:
        return None
    whole = functools.reduce(operator.add, parts.values())
    outcomes = {period: iter(part.evidence.outcomes) for period, part in parts.items()}
    in_order = tuple(next(outcomes[period]) for period in periods_of)
    return attrs.evolve(whole, evidence=Ledger(records=records, periods=periods_of, outcomes=in_order))


def _plain_trace(trace: Trace) -> dict[str, Any]:
    from kinerja.decrees.file import DecreeFile, dump_decree_file  # noqa: PLC0415 - it imports cattrs

    clause = DecreeFile(decree=trace.decree, objectives=(trace.entry.objective,), entries=(trace.entry,))
    return {
        "schema": SCHEMA,
        "library": trace.version,
        "clause": dump_decree_file(clause),
        "period": str(trace.period),
        "target_year": trace.target_year,
        "scoring": _fields(trace.scoring),
        "remark": trace.score.remark,
        "sources": list(trace.sources),
        "inputs": _inputs(trace),
        **plain_figures(trace),
    }


def plain_figures(trace: Trace) -> dict[str, Any]:
    """Return what follows from the inputs, and the notes, as plain data."""
    score, entry, measurement = trace.score, trace.entry, trace.measurement
    languages = {"id": Language.INDONESIAN, "en": Language.ENGLISH}
    figures = {
        "quantities": None if measurement is None else dict(measurement.quantities),
        "reading": [{"question": reading.question, "taken": reading.taken} for reading in entry.readings],
        "formula": None if entry.indicator is None else entry.indicator.formula_text(),
        "worked": None if measurement is None else {key: measurement.worked(one) for key, one in languages.items()},
        "target": score.target,
        "actual": score.actual,
        "uncapped": score.uncapped,
        "achievement": score.achievement,
        "reason": None if score.reason is None else score.reason.name,
        "met": score.met,
        "notes": list(score.notes),
    }
    plain: dict[str, Any] = _write(figures)
    return plain


def _inputs(trace: Trace) -> dict[str, Any]:
    """Return what the figures follow from, beside the clause."""
    measurement, value, actual = trace.measurement, trace.value, trace.score.actual
    return {
        "measured": measurement is not None,
        "periods": [] if measurement is None else [str(period) for period in measurement.periods],
        "guarded": measurement is None or measurement.guarded,
        "complete": measurement is None or measurement.complete,
        "records": [] if measurement is None else list(_records(measurement.evidence)),
        "totals": None if trace.totals is None else _write(dict(trace.totals.quantities)),
        "target": _write(trace.score.target) if trace.target_year is None else None,
        "actual": str(actual) if measurement is None and actual is not None else None,
        "reason": value.name if isinstance(value, Reason) else None,
    }


def _records(ledger: Ledger) -> Iterator[dict[str, Any]]:
    for record, period, outcome in zip(ledger.records, ledger.periods, ledger.outcomes, strict=True):
        yield {
            "record": type(record).__name__,
            "period": str(period),
            "fields": _fields(record),
            **plain_outcome(outcome.entered, outcome.missed),
        }


def plain_outcome(entered: Iterable[str], missed: Mapping[str, Iterable[str]]) -> dict[str, Any]:
    """Return what became of a record as plain data."""
    return {"entered": list(entered), "missed": {name: list(failed) for name, failed in missed.items()}}


def _fields(value: Any) -> Any:
    """Write every field of a value, those that are unknown too."""
    return _write({field.name: getattr(value, field.name) for field in attrs.fields(type(value)) if field.init})


def _write(value: Any) -> Any:
    from kinerja.decrees.conversion import plain_converter  # noqa: PLC0415 - it imports cattrs

    return plain_converter().unstructure(value)
