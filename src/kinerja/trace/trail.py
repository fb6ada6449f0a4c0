"""The trail of one figure (jejak angka): from its records to its achievement, so that anyone can walk it again."""

from __future__ import annotations

import hashlib
import importlib
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

import attrs

import kinerja
from kinerja._base import FrozenMap, Language, Reason, as_json, one_or_more
from kinerja.decrees import Decree, Entry, Scoring, TargetPeriod, target_period
from kinerja.measurement import Ledger, Measurement, beyond_records
from kinerja.records import Period
from kinerja.scorecards import Basis, Score, Value
from kinerja.trace.source import Source, Withheld

if TYPE_CHECKING:
    from kinerja._base import Text
    from kinerja.catalogue import Catalogue
    from kinerja.measurement import Indicator, TargetGiven
    from kinerja.writers import Document


@attrs.frozen(kw_only=True)
class Trace:
    """The whole path of one figure.

    Fields:
        decree, entry: the legal act, and its line on the indicator.
        period: the year, semester or quarter that was measured.
        target_year: the year whose target the actual is set against; None where a part of a year has its own.
        scoring: the agency's own rules, but for weights: those are of figures together.
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

    def document(self, language: Language = Language.INDONESIAN) -> Document:
        """Return the whole path for readers, as `kinerja explain` shows it."""
        from kinerja.trace.page import explain  # noqa: PLC0415 - only readers need the writers

        return explain(self, language)

    def _repr_html_(self) -> str:
        return self.document()._repr_html_()

    @property
    def measurement(self) -> Measurement | None:
        """What was measured; None where the actual alone is known, or nothing."""
        return self.value if isinstance(self.value, Measurement) else None

    @property
    def target_period(self) -> TargetPeriod:
        """Of what the target is: of a year, or of the period itself."""
        is_own = self.score.target_is_own
        named = self.target_year if is_own else self.entry.target_period(self.period, self.target_year)
        return target_period(self.period) if named is None else named

    @property
    def rules(self) -> int | None:
        """The number of the counting rule by which it was measured; None where nothing was."""
        return None if self.measurement is None else self.measurement.indicator.rules

    def to_dict(self) -> dict[str, Any]:
        """Return the trace as plain data (`kinerja.trace/2`), exact numbers as text such as "100/3".

        Every record travels along with all its fields, so that `verify_trace` needs nothing beside it; unless they
        are withheld.
        """
        from kinerja.trace.written import plain_trace  # noqa: PLC0415 - it imports cattrs

        return plain_trace(self)

    def to_json(self) -> str:
        """Return the trace as JSON; see `to_dict`."""
        return as_json(self.to_dict())

    @classmethod
    def from_dict(cls, data: dict[str, Any], indicators: Iterable[type[Indicator[Any]]] = ()) -> Trace:
        """Read what `to_dict` gave, and hold its figures against its own inputs; `verify_trace` says all that differs.

        A figure that another counting rule gave than today's stays as it was published, without its records.

        Args:
            data: the plain data, also of an earlier version.
            indicators: your own indicator classes, where the trace has one.

        Raises:
            TraceError: for what is no such trace, and where a figure does not follow.
            CatalogueError: for an entry that cannot be read.
        """
        read: Trace = importlib.import_module("kinerja.trace.check").load_trace(data, indicators)  # it stands on this
        return read

    @classmethod
    def from_json(cls, text: str | bytes, indicators: Iterable[type[Indicator[Any]]] = ()) -> Trace:
        """Read what `to_json` wrote; see `from_dict`."""
        read: Trace = importlib.import_module("kinerja.trace.check").load_trace(text, indicators)
        return read

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
    """Return a trace without its records: of its notes and other readings it keeps what its quantities give."""
    basis = Basis(period=trace.period, target_year=trace.target_year, scoring=trace.scoring, units=trace.units)
    unkept = attrs.evolve(value, guarded=False)  # its quantities alone can be measured otherwise
    others = tuple(basis.alternatives(trace.entry, unkept, trace.score.target))
    notes: tuple[Text, ...] = ()
    if trace.score.reason is not Reason.NOT_MEASURED:
        own = trace.score.target if trace.score.target_is_own else None
        totals = Measurement.of(value.indicator, value.quantities)
        totals = attrs.evolve(totals, guarded=value.guarded, complete=value.complete)
        notes = basis.score(trace.entry, totals, own).notes
    score = attrs.evolve(trace.score, notes=notes, remark="", alternatives=others)
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
    targets: Mapping[str, TargetGiven] | None = None,
    target_year: int | None = None,
    units: str | Iterable[str] = (),
) -> Trace:
    """Return the whole path of one figure.

    Args:
        catalogue: the decree.
        code: of the entry.
        period: a year that the decree covers, or a quarter or semester of it.
        value: as `Catalogue.scorecard` takes it.
        scoring: the agency's own rules, such as a cap, beside those of the catalogue.
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
        alternatives=True,
    )
    score = card[code]
    if not isinstance(value, Measurement) and score.actual is not None:
        value = score.actual
    return Trace(
        decree=card.decree,
        entry=score.entry,
        period=card.period,
        target_year=card.target_year,
        scoring=card.scoring.of_one_figure,
        value=value,
        score=score,
        totals=beyond_records(value) if isinstance(value, Measurement) else None,
        sources=tuple(Source(name=one) if isinstance(one, str) else one for one in one_or_more(sources)),
        units=card.units,
    )
