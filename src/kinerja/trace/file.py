"""Traces as JSON, without loss.

This module imports cattrs, so it is itself imported on first use.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import attrs

from kinerja._base import Language, Reason, Text
from kinerja.decrees.conversion import make_converter
from kinerja.decrees.file import Parts, dump_parts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kinerja.measurement import Measurement, Outcome
    from kinerja.records import Period
    from kinerja.trace.make import Trace

__all__ = ["FIGURES", "SCHEMA", "dump_trace", "plain_trace"]

SCHEMA = "kinerja.trace/1"

FIGURES = (
    "quantities",
    "reading",
    "formula",
    "worked",
    "target",
    "actual",
    "uncapped",
    "achievement",
    "reason",
    "met",
)
"""What follows from the rest, and is compared; the notes follow too, but their wording may change."""


def dump_trace(trace: Trace) -> str:
    """Write a trace as JSON; see `Trace.to_json`."""
    return json.dumps(plain_trace(trace), ensure_ascii=False, indent=2)


def plain_trace(trace: Trace) -> dict[str, Any]:
    """Return a trace as the plain data that its JSON holds."""
    score, entry = trace.score, trace.entry
    measurement, indicator = trace.measurement, entry.indicator
    parts = Parts(decree=trace.decree, objectives=(entry.objective,), entries=(entry,))
    follows = {
        "quantities": None if measurement is None else dict(measurement.quantities),
        "reading": [{"question": reading.question, "taken": reading.taken} for reading in entry.readings],
        "formula": None if indicator is None else indicator.formula_text(),
        "worked": None if measurement is None else _in_both(measurement),
        "target": score.target,
        "actual": score.actual,
        "uncapped": score.uncapped,
        "achievement": score.achievement,
        "reason": None if score.reason is None else score.reason.name,
        "met": score.met,
        "notes": list(score.notes),
    }
    return {
        "schema": SCHEMA,
        "library": trace.version,
        "clause": dump_parts(parts),
        "period": str(trace.period),
        "target_year": trace.target_year,
        "scoring": _fields(trace.scoring),
        "remark": score.remark,
        "sources": list(trace.sources),
        "inputs": _inputs(trace),
        **_CONVERTER.unstructure(follows),
    }


def _in_both(measurement: Measurement) -> Text:
    return Text(id=measurement.worked(Language.INDONESIAN), en=measurement.worked(Language.ENGLISH))


_CONVERTER = make_converter({})


def _fields(value: Any) -> dict[str, Any]:
    """Write every field of a value, those that are unknown too."""
    names = [field.name for field in attrs.fields(type(value)) if field.init]
    return {name: _CONVERTER.unstructure(getattr(value, name)) for name in names}


def _inputs(trace: Trace) -> dict[str, Any]:
    measurement, value = trace.measurement, trace.value
    totals = None if trace.totals is None else dict(trace.totals.quantities)
    return {
        "measured": measurement is not None,
        "periods": [] if measurement is None else [str(period) for period in measurement.periods],
        "guarded": measurement is None or measurement.guarded,
        "complete": measurement is None or measurement.complete,
        "records": [] if measurement is None else list(_records(measurement, trace.periods_of)),
        "totals": _CONVERTER.unstructure(totals),
        "target": _CONVERTER.unstructure(trace.score.target) if trace.target_year is None else None,
        "actual": str(trace.score.actual) if measurement is None and trace.score.actual is not None else None,
        "reason": value.name if isinstance(value, Reason) else None,
    }


def _records(measurement: Measurement, periods_of: Iterable[Period]) -> Iterator[dict[str, Any]]:
    for item, period in zip(measurement.evidence, periods_of, strict=True):
        yield {
            "record": type(item.record).__name__,
            "period": str(period),
            "fields": _fields(item.record),
            **_outcome(item.outcome),
        }


def _outcome(outcome: Outcome) -> dict[str, Any]:
    return {
        "entered": list(outcome.entered),
        "missed": {name: list(failed) for name, failed in outcome.missed.items()},
    }
