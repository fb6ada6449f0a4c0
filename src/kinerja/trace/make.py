"""Traces made: what is scored, with everything that it follows from."""

from __future__ import annotations

import functools
import operator
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import attrs

from kinerja.measurement import Ledger, Measurement
from kinerja.scorecards import Scoring, Value, basis_year, keep_score, target_of
from kinerja.trace import messages as say
from kinerja.trace.trail import Trace

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kinerja._base import Number
    from kinerja.catalogue import Catalogue
    from kinerja.measurement import Indicator
    from kinerja.records import Period


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

    Args:
        indicator: what is measured.
        records: the records.
        periods_of: the period of each.
        periods: all the periods, those without records too.

    Returns:
        The sum, or None where nothing was measured from records.

    Raises:
        QuantityError, DoubleCountError, PeriodError: as `measure_records` and the addition of measurements.
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
