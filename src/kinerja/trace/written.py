"""What a trace's file states, part by part, and how it is written; what follows is walked again by its reader."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

import attrs

from kinerja._base import FrozenMap, Reason, Text
from kinerja.decrees import Scoring, TargetPeriod, WrittenSettings
from kinerja.decrees.conversion import plain_converter
from kinerja.decrees.file import DecreeFile, dump_decree_file
from kinerja.measurement import Target
from kinerja.measurement.written import WrittenRecord, written_records
from kinerja.scorecards.row import WrittenAlternative
from kinerja.trace.source import Source, Withheld

if TYPE_CHECKING:
    from kinerja.trace.trail import Trace

SCHEMA = "kinerja.trace/2"

FIGURES = ("quantities", "formula", "worked", "target", "actual", "uncapped", "achievement", "reason", "met")
"""What follows from the rest, and binds."""

GAINED = ("entries", "decree_target")
"""As above, since `kinerja.trace/2`."""

LATER = ("alternatives", "rating")
"""What other readings give, and the class of the achievement; it binds where it stands, and need not stand there."""

TOLD = ("reading", "notes")
"""What is told beside it; later versions may word it better."""


@attrs.frozen(kw_only=True)
class Inputs:
    """What the figure was worked out from.

    Fields:
        periods, records, guarded, complete: of the measurement, where something was measured from records.
        withheld: what stands here for records that are not.
        totals: quantities that were given, name -> number.
        target: the office's own; None where it is that of a year in the clause, or where a quarter has none.
        actual, reason: what was given instead of a measurement.
    """

    measured: bool
    periods: tuple[str, ...]
    guarded: bool
    complete: bool
    records: tuple[WrittenRecord, ...]
    withheld: Withheld | None = None
    totals: FrozenMap[str, Fraction] | None
    target: Target | None
    actual: Fraction | None
    reason: str | None

    @classmethod
    def of(cls, trace: Trace) -> Inputs:
        """Return the inputs of a trace."""
        measured, score = trace.measurement, trace.score
        ledger = None if measured is None else measured.evidence
        return cls(
            measured=measured is not None,
            periods=() if measured is None else tuple(map(str, measured.periods)),
            guarded=measured is None or measured.guarded,
            complete=measured is None or measured.complete,
            records=() if ledger is None else written_records(ledger),
            withheld=trace.withheld,
            totals=None if trace.totals is None else trace.totals.quantities,
            target=score.target if score.target_is_own else None,
            actual=score.actual if measured is None else None,
            reason=trace.value.name if isinstance(trace.value, Reason) else None,
        )


@attrs.frozen(kw_only=True)
class Given:
    """The part of a trace from which the rest follows, beside the clause."""

    library: str
    rules: int | None = 1
    settings: WrittenSettings = attrs.field(factory=WrittenSettings)
    assumed: FrozenMap[TargetPeriod, Target] = attrs.field(factory=FrozenMap)
    period: str
    target_year: int | None
    scoring: Scoring
    remark: str
    units: tuple[str, ...] = ()
    sources: tuple[Source, ...]
    inputs: Inputs

    @classmethod
    def of(cls, trace: Trace) -> Given:
        """Return what a trace gives."""
        entry = trace.entry
        return cls(
            library=trace.version,
            rules=trace.rules,
            settings=WrittenSettings(values=_plain(dict(entry.settings)), source=entry.settings_source),
            assumed=entry.assumed,
            period=str(trace.period),
            target_year=trace.target_year,
            scoring=trace.scoring,
            remark=trace.score.remark,
            units=trace.units,
            sources=trace.sources,
            inputs=Inputs.of(trace),
        )


def plain_scoring(scoring: Scoring) -> dict[str, Any]:
    """Return rules of scoring as plain data: the cap and the rule of less always, the others where there are any."""
    return {"cap": None, **_plain(attrs.evolve(scoring, minimise=scoring.rule_of_less))}


def clause_of(trace: Trace) -> DecreeFile:
    """Return the decree, the objective and the entry."""
    return DecreeFile(decree=trace.decree, objectives=(trace.entry.objective,), entries=(trace.entry,))


def plain_trace(trace: Trace) -> dict[str, Any]:
    """Return the whole trace as plain data, as JSON holds it."""
    of_trace = Given.of(trace)
    records, inputs = of_trace.inputs.records, attrs.evolve(of_trace.inputs, records=())
    given = plain_converter(whole=True).unstructure(attrs.evolve(of_trace, inputs=inputs, sources=()))
    given["scoring"] = plain_scoring(trace.scoring)
    given["sources"] = _plain(trace.sources)
    given["inputs"]["records"] = [one.as_plain() for one in records]
    return {"schema": SCHEMA, "clause": dump_decree_file(clause_of(trace)), **given, **plain_figures(trace)}


@attrs.frozen(kw_only=True)
class TakenReading:
    """How an unclear clause is read."""

    question: Text
    taken: Text


@attrs.frozen(kw_only=True)
class Figures:
    """What follows from the inputs, and what is told beside it."""

    quantities: FrozenMap[str, Fraction] | None
    entries: FrozenMap[str, int] | None
    reading: tuple[TakenReading, ...]
    formula: str | None
    worked: Text | None
    target: Target | None
    decree_target: Target | None
    actual: Fraction | None
    uncapped: Fraction | None
    achievement: Fraction | None
    reason: str | None
    met: bool | None
    notes: tuple[Text, ...]
    alternatives: tuple[WrittenAlternative, ...] = ()
    rating: str | None = None

    @classmethod
    def of(cls, trace: Trace) -> Figures:
        """Return the figures of a trace."""
        score, entry, measurement = trace.score, trace.entry, trace.measurement
        return cls(
            quantities=None if measurement is None else measurement.quantities,
            entries=None if measurement is None else measurement.entries,
            reading=tuple(TakenReading(question=one.question, taken=entry.answer(one).text) for one in entry.readings),
            formula=None if entry.measured_by is None else entry.measured_by.formula_text(),
            worked=None if measurement is None else Text.each(measurement.worked),
            target=score.target,
            decree_target=score.decree_target,
            actual=score.actual,
            uncapped=score.uncapped,
            achievement=score.achievement,
            reason=None if score.reason is None else score.reason.name,
            met=score.met,
            notes=score.notes,
            alternatives=tuple(map(WrittenAlternative.of, score.alternatives)),
            rating=score.rating,
        )


def plain_figures(trace: Trace) -> dict[str, Any]:
    """Return what follows from the inputs, and the notes, as plain data."""
    plain: dict[str, Any] = _plain(Figures.of(trace))
    return plain


def _plain(value: Any) -> Any:
    return plain_converter().unstructure(value)
