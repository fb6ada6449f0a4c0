"""The trail of one figure (jejak angka): from its records to its achievement, so that anyone can walk it again."""

from __future__ import annotations

import functools
import hashlib
import operator
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import attrs

import kinerja
from kinerja._base import FrozenMap, Number, Reason, one_or_more
from kinerja.decrees import Decree, Entry
from kinerja.measurement import Indicator, Ledger, Measurement
from kinerja.records import Period
from kinerja.scorecards import Basis, Score, Scoring, Value
from kinerja.trace import messages as say
from kinerja.trace.source import Source, Withheld

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kinerja._base import Text
    from kinerja.catalogue import Catalogue


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
        sources: the files that the records come from.
        withheld: what stands here for records that are not; None where nothing is withheld.
        units: whose figure it is, as the headline names them; none where that is not said.
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
    sources: tuple[Source, ...] = ()
    withheld: Withheld | None = None
    units: tuple[str, ...] = ()
    version: str = kinerja.__version__

    def __repr__(self) -> str:
        return f"<Trace {self.period}: {self.score!r}>"

    @property
    def measurement(self) -> Measurement | None:
        """What was measured; None where the actual alone is known, or nothing."""
        return self.value if isinstance(self.value, Measurement) else None

    @property
    def rules(self) -> int | None:
        """The number of the counting rule by which it was measured; None where nothing was."""
        return None if self.measurement is None else self.measurement.indicator.rules

    def to_json(self) -> str:
        """Return the trace as JSON (`kinerja.trace/2`), exact numbers as text such as "100/3".

        Every record travels along with all its fields, so that `verify_trace` needs nothing beside it; unless they
        are withheld.
        """
        import json  # noqa: PLC0415 - needed here alone, and `import kinerja` stays light

        from kinerja.trace.written import plain_trace  # noqa: PLC0415 - it imports cattrs

        return json.dumps(plain_trace(self), ensure_ascii=False, indent=2)

    def without_records(self) -> Trace:
        """Return the trace without its records and remarks, for evidence that may not leave its office.

        How many there are stands in their place, how many failed which conditions, and the SHA-256 of the full trace,
        by which it is known where somebody shows it.

        >>> from kinerja import BSPJI_PEKANBARU_2021_2024 as catalogue, TenantCount
        >>> from kinerja.indicators import Tenant
        >>> measured = TenantCount().measure_records([Tenant(unit="A", tenant="T")], period=2023)
        >>> make_trace(catalogue, "SK1/1", 2023, measured).without_records().withheld.records
        1
        """
        if self.measurement is None or not self.measurement.evidence:
            return self
        value = attrs.evolve(self.measurement, evidence=Ledger(), keys=FrozenMap())
        digest = hashlib.sha256(f"{self.to_json()}\n".encode()).hexdigest()
        return bare(self, value, Withheld.of(self.measurement, digest))


def bare(trace: Trace, value: Measurement, withheld: Withheld) -> Trace:
    """Return a trace without its records and what is told of them: of its notes those that its quantities give."""
    notes: tuple[Text, ...] = ()
    if trace.score.reason is not Reason.NOT_MEASURED:
        own = trace.score.target if trace.score.target_is_own else None
        basis = Basis(period=trace.period, target_year=trace.target_year, scoring=trace.scoring, units=trace.units)
        totals = Measurement.of(value.indicator, value.quantities)
        totals = attrs.evolve(totals, guarded=value.guarded, complete=value.complete)
        notes = basis.score(trace.entry, totals, own).notes
    score = attrs.evolve(trace.score, notes=notes, remark="")
    return attrs.evolve(trace, value=value, score=score, totals=None, withheld=withheld)


def make_trace(  # noqa: PLR0913 - what a figure rests on
    catalogue: Catalogue,
    code: str,
    period: int | str | Period,
    value: Value,
    *,
    scoring: Scoring = Scoring(),  # noqa: B008 - frozen
    remark: str = "",
    sources: str | Iterable[Source | str] = (),
    targets: Mapping[str, Number] | None = None,
    target_year: int | None = None,
    units: str | Iterable[str] = (),
) -> Trace:
    """Return the whole path of one figure.

    Args:
        catalogue: the decree.
        code: of the entry.
        period: a year that the decree covers, or a quarter of it.
        value: as `Catalogue.scorecard` takes it.
        scoring: the agency's own rules, such as a cap.
        remark: what the office itself notes about the figure.
        sources: the files that the records come from; of a text the name alone is known, and a text alone is one file.
        targets: code -> the office's own target, as `Catalogue.scorecard` takes them.
        target_year: the year whose target is taken, unless it is the period's own.
        units: whose figure it is, as `Catalogue.scorecard` takes them.

    Raises:
        UnknownIndicatorError: for a code that the decree has not.
        TargetError: for a year that the decree does not cover.
        PeriodError: for a measurement of another period, and for targets beside another year's.
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
    card = catalogue.scorecard(
        period,
        {code: value},
        scoring=scoring,
        remarks={code: remark},
        targets=targets,
        target_year=target_year,
        units=units,
    )
    score = card[code]
    if not isinstance(value, Measurement) and score.actual is not None:
        value = score.actual
    return Trace(
        decree=card.decree,
        entry=score.entry,
        period=card.period,
        target_year=card.target_year,
        scoring=scoring,
        value=value,
        score=score,
        totals=_beyond_records(value) if isinstance(value, Measurement) else None,
        sources=tuple(Source(name=one) if isinstance(one, str) else one for one in one_or_more(sources)),
        units=card.units,
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
