"""What a trace's file states, part by part; what follows from it is walked again by its reader."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import attrs

from kinerja._base import FrozenMap
from kinerja.decrees import WrittenSettings
from kinerja.scorecards import Scoring
from kinerja.trace.source import Source, Withheld


@attrs.frozen(kw_only=True)
class WrittenRecord:
    """A record as JSON holds it: its class, the period in which it was looked at, its fields, and what became of it."""

    record: str
    period: str
    fields: dict[str, Any]
    entered: tuple[str, ...]
    missed: FrozenMap[str, tuple[str, ...]]
    again: tuple[str, ...] = ()


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
    totals: FrozenMap[str, Fraction] | None
    target: Fraction | None
    actual: Fraction | None
    reason: str | None
    withheld: Withheld | None = None


@attrs.frozen(kw_only=True)
class Given:
    """The part of a trace from which the rest follows, beside the clause."""

    library: str
    period: str
    target_year: int | None
    scoring: Scoring
    remark: str
    sources: tuple[Source, ...]
    inputs: Inputs
    rules: int | None = 1
    units: tuple[str, ...] = ()
    settings: WrittenSettings = attrs.field(factory=WrittenSettings)
