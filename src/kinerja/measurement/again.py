"""Measured again from the same records, each in its period: what a measurement is held against."""

from __future__ import annotations

import functools
import operator
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import attrs

from kinerja.measurement import messages as say
from kinerja.measurement.evidence import Ledger

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kinerja.measurement.indicator import Indicator
    from kinerja.measurement.measurement import Measurement
    from kinerja.records import Period


def beyond_records(measurement: Measurement) -> Measurement | None:
    """Return what a measurement holds beyond its records, such as totals that were added; None where they give it all.

    Raises:
        QuantityError: for records that nobody could read back.
    """
    _check_records(measurement)
    indicator, ledger = measurement.indicator, measurement.evidence
    counted = count_again(indicator, ledger.records, ledger.periods, measurement.periods)
    found = dict.fromkeys(measurement.quantities, Fraction(0)) if counted is None else counted.quantities
    rest = {name: value - found[name] for name, value in measurement.quantities.items()}
    return type(measurement).of(indicator, rest) if counted is None or any(rest.values()) else None


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
