"""Which quantities a record is not counted in because of its day alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from kinerja._base import AND, Text
from kinerja._base.dates import write_day
from kinerja.measurement import messages as say
from kinerja.measurement.notes import lacked_by
from kinerja.measurement.spans import is_within, span_of
from kinerja.measurement.timing import Timing
from kinerja.records import called

if TYPE_CHECKING:
    from kinerja.measurement.evidence import Evidence
    from kinerja.measurement.indicator import Indicator


def missed_by_day(indicator: Indicator[Any], item: Evidence) -> tuple[str, ...]:
    """Return the quantities that a record missed for nothing but its day, or year, which is none of theirs.

    The days of a stock say since when, not of which period a record is; it misses none by them.
    """
    by: Any = getattr(indicator.record, "dated_by", None)
    day = None if by is None or indicator.timing is Timing.STOCK else getattr(item.record, by)
    if day is None:
        return ()
    of_day = lacked_by(indicator, type(item.record), (by,), item.periods[0])
    return tuple(
        one.name
        for one in indicator.variables
        if len(failed := item.missed.get(one.name, ())) == 1
        and of_day[one.name][failed[0]]
        and not any(is_within(day, span_of(one, period)) for period in item.periods)
    )


def why_outside(indicator: Indicator[Any], item: Evidence) -> Text | None:
    """Say of which day, or year, a record is that is left out for nothing else; None where something else is amiss."""
    if len(missed_by_day(indicator, item)) < len(indicator.variables):
        return None
    by = item.record.dated_by
    day = getattr(item.record, by)
    spans = dict.fromkeys(str(span_of(one, period)) for period in item.periods for one in indicator.variables)
    return say.OUTSIDE.text(
        heading=called(attrs.fields_dict(type(item.record))[by]),
        day=str(day) if isinstance(day, int) else write_day(day),
        spans=Text.joined(spans, AND),
    )
