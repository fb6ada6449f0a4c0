"""Traces as plain data, as JSON holds them.

This module imports cattrs, so it is itself imported on first use.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from kinerja._base import Language, Reason
from kinerja.decrees import WrittenSettings
from kinerja.decrees.conversion import plain_converter
from kinerja.decrees.file import DecreeFile, dump_decree_file
from kinerja.trace.trail import SCHEMA

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kinerja.measurement import Ledger
    from kinerja.trace.trail import Trace


def plain_trace(trace: Trace) -> dict[str, Any]:
    """Return the whole trace."""
    clause = DecreeFile(decree=trace.decree, objectives=(trace.entry.objective,), entries=(trace.entry,))
    return {
        "schema": SCHEMA,
        "library": trace.version,
        "clause": dump_decree_file(clause),
        "rules": trace.rules,
        "settings": _fields(WrittenSettings.of(trace.entry)),
        "period": str(trace.period),
        "target_year": trace.target_year,
        "scoring": _fields(trace.scoring),
        "remark": trace.score.remark,
        "units": list(trace.units),
        "sources": _write(trace.sources),
        "inputs": _inputs(trace),
        **plain_figures(trace),
    }


def plain_figures(trace: Trace) -> dict[str, Any]:
    """Return what follows from the inputs, and the notes, as plain data."""
    score, entry, measurement = trace.score, trace.entry, trace.measurement
    languages = {"id": Language.INDONESIAN, "en": Language.ENGLISH}
    figures = {
        "quantities": None if measurement is None else dict(measurement.quantities),
        "entries": None if measurement is None else measurement.entries,
        "reading": [{"question": reading.question, "taken": reading.taken} for reading in entry.readings],
        "formula": None if entry.indicator is None else entry.indicator.formula_text(),
        "worked": None if measurement is None else {key: measurement.worked(one) for key, one in languages.items()},
        "target": score.target,
        "decree_target": score.decree_target,
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
        "withheld": None if trace.withheld is None else _fields(trace.withheld),
        "totals": None if trace.totals is None else _write(dict(trace.totals.quantities)),
        "target": _write(trace.score.target) if trace.score.target_is_own else None,
        "actual": str(actual) if measurement is None and actual is not None else None,
        "reason": value.name if isinstance(value, Reason) else None,
    }


def _records(ledger: Ledger) -> Iterator[dict[str, Any]]:
    for record, period, outcome in zip(ledger.records, ledger.periods, ledger.outcomes, strict=True):
        yield {
            "record": type(record).__name__,
            "period": str(period),
            "fields": _fields(record),
            "entered": list(outcome.entered),
            "again": list(outcome.again),
            "missed": {name: list(failed) for name, failed in outcome.missed.items()},
        }


def _fields(value: Any) -> Any:
    """Write every field of a value, those that are unknown too."""
    return _write({field.name: getattr(value, field.name) for field in attrs.fields(type(value)) if field.init})


def _write(value: Any) -> Any:
    return plain_converter().unstructure(value)
