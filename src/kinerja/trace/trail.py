"""The trail of one figure (jejak angka): from its records to its achievement, so that anyone can walk it again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

import kinerja
from kinerja._base import Language, Reason
from kinerja.decrees import Decree, Entry
from kinerja.measurement import Ledger, Measurement
from kinerja.records import Period
from kinerja.scorecards import Score, Scoring, Value

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    Write = Callable[[Any], Any]

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


def _plain_trace(trace: Trace) -> dict[str, Any]:
    """Return the plain data that the JSON holds."""
    from kinerja.decrees.conversion import plain_converter  # noqa: PLC0415 - it imports cattrs
    from kinerja.decrees.file import DecreeFile, dump_decree_file  # noqa: PLC0415 - as above

    write = plain_converter().unstructure
    clause = DecreeFile(decree=trace.decree, objectives=(trace.entry.objective,), entries=(trace.entry,))
    return {
        "schema": SCHEMA,
        "library": trace.version,
        "clause": dump_decree_file(clause),
        "period": str(trace.period),
        "target_year": trace.target_year,
        "scoring": _fields(trace.scoring, write),
        "remark": trace.score.remark,
        "sources": list(trace.sources),
        "inputs": _inputs(trace, write),
        **plain_figures(trace),
    }


def plain_figures(trace: Trace) -> dict[str, Any]:
    """Return what follows from the inputs, and the notes, as plain data."""
    from kinerja.decrees.conversion import plain_converter  # noqa: PLC0415 - it imports cattrs

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
    plain: dict[str, Any] = plain_converter().unstructure(figures)
    return plain


def _inputs(trace: Trace, write: Write) -> dict[str, Any]:
    """Return what the figures follow from, beside the clause."""
    measurement, value, actual = trace.measurement, trace.value, trace.score.actual
    return {
        "measured": measurement is not None,
        "periods": [] if measurement is None else [str(period) for period in measurement.periods],
        "guarded": measurement is None or measurement.guarded,
        "complete": measurement is None or measurement.complete,
        "records": [] if measurement is None else list(_records(measurement.evidence, write)),
        "totals": None if trace.totals is None else write(dict(trace.totals.quantities)),
        "target": write(trace.score.target) if trace.target_year is None else None,
        "actual": str(actual) if measurement is None and actual is not None else None,
        "reason": value.name if isinstance(value, Reason) else None,
    }


def _records(ledger: Ledger, write: Write) -> Iterator[dict[str, Any]]:
    for record, period, outcome in zip(ledger.records, ledger.periods, ledger.outcomes, strict=True):
        yield {
            "record": type(record).__name__,
            "period": str(period),
            "fields": _fields(record, write),
            **plain_outcome(*outcome),
        }


def plain_outcome(entered: Iterable[str], missed: Mapping[str, Iterable[str]]) -> dict[str, Any]:
    """Return what became of a record as plain data."""
    return {"entered": list(entered), "missed": {name: list(failed) for name, failed in missed.items()}}


def _fields(value: Any, write: Write) -> dict[str, Any]:
    """Write every field of a value, those that are unknown too."""
    names = [field.name for field in attrs.fields(type(value)) if field.init]
    return {name: write(getattr(value, name)) for name in names}
