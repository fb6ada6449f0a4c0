"""Records measured again, each in the period in which it was looked at."""

from __future__ import annotations

import functools
import operator
from typing import TYPE_CHECKING, Any

import attrs

from kinerja.measurement.evidence import Ledger

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kinerja.measurement.indicator import Indicator
    from kinerja.measurement.measurement import Measurement
    from kinerja.records import Period


def measured_again(
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
