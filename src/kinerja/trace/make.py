"""The trail of one figure (jejak angka): from its records to its achievement, so that anyone can walk it again."""

from __future__ import annotations

import importlib.metadata
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import attrs

from kinerja._base import QuantityError, Text
from kinerja.decrees import Decree, Entry
from kinerja.measurement import Ledger, Measurement, check_quantities
from kinerja.records import Period
from kinerja.scorecards import Score, Scoring, Value, basis_year, keep_score, target_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from kinerja._base import Number
    from kinerja.catalogue import Catalogue
    from kinerja.measurement import Indicator, Outcome

__all__ = ["Trace", "count_again", "library_version", "make_trace"]


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
        periods_of: the period in which each record of the measurement was looked at, side by side with its evidence.
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
    periods_of: tuple[Period, ...] = attrs.field(default=(), repr=False)
    totals: Measurement | None = None
    sources: tuple[str, ...] = ()
    version: str

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
        from kinerja.trace.file import dump_trace  # noqa: PLC0415 - it imports cattrs

        return dump_trace(self)


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
    >>> from kinerja.indicators.p3dn_ratio import BudgetLine, P3DNRatio
    >>> from kinerja.trace.check import verify_trace
    >>> line = BudgetLine(unit="A", reference="1", year=2023, account="521211", ceiling=400, realised=100)
    >>> trace = make_trace(catalogue, "SK3/4", 2023, P3DNRatio().measure_records([line], period=2023))
    >>> trace.measurement.worked(), str(trace.score.achievement), verify_trace(trace.to_json()).holds
    ('100 × 100 / 400 = 25,00', '55,56%', True)
    """
    when = catalogue.decree.covered(period)
    entry = catalogue[code]
    year = basis_year(catalogue.decree, when, target_year, own=targets is not None)
    score = keep_score(
        entry, target_of(entry, year, (targets or {}).get(code)), when, value, scoring=scoring, remark=remark
    )
    periods_of: tuple[Period, ...] = ()
    totals = None
    if isinstance(value, Measurement):
        _check_records(value)
        periods_of = tuple(_periods_of(value))
        counted = count_again(value.indicator, value.evidence.records, value.periods, periods_of)
        totals = _beyond(value, counted)
    elif score.actual is not None:
        value = score.actual
    return Trace(
        decree=catalogue.decree,
        entry=entry,
        period=when,
        target_year=year,
        scoring=scoring,
        value=value,
        score=score,
        periods_of=periods_of,
        totals=totals,
        sources=tuple(sources),
        version=library_version(),
    )


def library_version() -> str:
    """Return the version of this library; "unknown" where it runs without having been installed."""
    try:
        return importlib.metadata.version("kinerja")
    except importlib.metadata.PackageNotFoundError:
        return "unknown"


def _check_records(measurement: Measurement) -> None:
    """Refuse records that nobody could read back, or that were looked at in no period."""
    indicator = measurement.indicator
    named = getattr(indicator.record, "__name__", "-")
    for record in measurement.evidence.records:
        if type(record) is not indicator.record or not measurement.periods:
            own = type(record).__name__
            raise QuantityError(
                Text(
                    id=f"{indicator.name}: data dukung {own} tidak dapat dicatat dalam jejak; kelasnya harus `record` "
                    f"pada indikatornya ({named}), dan diukur dengan measure_records.",
                    en=f"{indicator.name}: records of {own} cannot be kept in a trace; their class must be the "
                    f"indicator's `record` ({named}), measured by measure_records.",
                ),
                indicator=indicator.name,
                value=record,
            )


def _periods_of(measurement: Measurement) -> Iterator[Period]:
    """Say in which period each record was looked at: the first in which its outcome is the one noted."""
    for record, outcome in zip(measurement.evidence.records, measurement.evidence.outcomes, strict=True):
        first, *others = measurement.periods
        same = (period for period in (first, *others) if others and _came_to(measurement, record, period, outcome))
        yield next(same, first)


def _came_to(measurement: Measurement, record: object, period: Period, outcome: Outcome) -> bool:
    try:
        alone = measurement.indicator.measure_records([record], period=period)
    except QuantityError:  # it would have counted then, and its value is unknown
        return False
    return alone.evidence.outcomes == (outcome,)


def count_again(
    indicator: Indicator[Any], records: Sequence[Any], periods: Iterable[Period], periods_of: Sequence[Period]
) -> Measurement | None:
    """Measure the records again, each in its period, and return the sum, its evidence in the order of the records.

    Returns:
        The sum, or None where nothing was measured from records.

    Raises:
        QuantityError, DoubleCountError, PeriodError: as `measure_records` and the addition of measurements.
    """
    outcomes: dict[int, Outcome] = {}
    parts = []
    for period in periods:
        places = [place for place, own in enumerate(periods_of) if own == period]
        part = indicator.measure_records((records[place] for place in places), period=period)
        outcomes.update(zip(places, part.evidence.outcomes, strict=True))
        parts.append(part)
    if not parts:
        return None
    whole: Measurement = sum(parts[1:], start=parts[0])
    ordered = tuple(outcomes[place] for place in range(len(records)))
    return attrs.evolve(whole, evidence=Ledger(records=tuple(records), outcomes=ordered))


def _beyond(measurement: Measurement, counted: Measurement | None) -> Measurement | None:
    """Return what a measurement holds beyond its records, such as totals that were added."""
    found = dict.fromkeys(measurement.quantities, Fraction(0)) if counted is None else counted.quantities
    rest = {name: value - found[name] for name, value in measurement.quantities.items()}
    if counted is not None and not any(rest.values()):
        return None
    indicator = measurement.indicator
    return Measurement(indicator=indicator, quantities=check_quantities(indicator.name, indicator.variables, rest))
