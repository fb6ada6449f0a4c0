"""Scorecards (rapor kinerja): every indicator of a decree in one period, with its figure or the reason for none."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Literal, TypeAlias

import attrs

from kinerja.achievement import achievement
from kinerja.decree import Decree, Entry
from kinerja.errors import (
    InexactNumberError,
    PeriodError,
    QuantityError,
    UndefinedActualError,
    UnknownIndicatorError,
)
from kinerja.exact import Number, Percent, exact
from kinerja.frozen_map import FrozenMap
from kinerja.indicator import Measurement
from kinerja.period import Period, Year
from kinerja.reason import Reason
from kinerja.scoring import Scoring
from kinerja.text import Text
from kinerja.timing import covers

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kinerja.indicator import Indicator

__all__ = ["Score", "Scorecard", "Value", "basis", "basis_year", "keep_score", "target_of"]

Value: TypeAlias = Number | Measurement | Reason | None
"""What a scorecard takes for an indicator: an actual, a measurement, a reason for none, None for not measured."""

_NEGATIVE = Text(id="Capaian negatif.", en="The achievement is negative.")


@attrs.frozen(kw_only=True)
class Score:
    """One row of a scorecard (nilai).

    Fields:
        entry: the decree's line on the indicator.
        target, actual: in the entry's unit; None where there is none.
        uncapped, achievement: in percent, before and after the cap; None where there is a reason instead.
        reason: why there is no achievement; None where there is one.
        quantities: what was measured, where a measurement was given.
        notes: what a reader should know of the figure.
        remark: what the office itself notes about the figure.
    """

    entry: Entry
    target: Fraction | None
    actual: Fraction | None
    uncapped: Percent | None
    achievement: Percent | None
    reason: Reason | None
    quantities: FrozenMap[str, Fraction] | None = None
    notes: tuple[Text, ...] = ()
    remark: str = ""

    @property
    def met(self) -> bool | None:
        """Whether the actual reaches the target, exactly; None without an achievement."""
        if self.achievement is None or self.target is None or self.actual is None:
            return None
        return self.entry.polarity.met(self.target, self.actual)


def basis_year(decree: Decree, period: Period, target_year: int | None, *, own: bool) -> int | None:
    """Return the year whose targets the actuals are set against; None where a quarter has its own.

    Raises:
        PeriodError: for own targets of a year, and beside another year's.
        TargetError: for a year outside those covered.
    """
    if not own:
        return decree.covered(target_year or period.year).year
    if target_year is not None or isinstance(period, Year):
        raise PeriodError(
            Text(
                id=f"{period}: target sendiri hanya untuk triwulan; target tahun ada di keputusan.",
                en=f"{period}: own targets are for a quarter alone; those of a year stand in the decree.",
            ),
            value=period,
        )
    return None


def target_of(entry: Entry, year: int | None, own: Number | None) -> Fraction | None:
    """Return the target of a year; without a year the quarter's own. None where there is none."""
    if year is not None:
        return entry.targets.get(year)
    return None if own is None else exact(own)


def basis(period: Period, target_year: int | None) -> Text:
    """Say against which targets a period is set, unless they are the year's own; then nothing."""
    if target_year is None:
        return Text(id=" terhadap target triwulan", en=" against the quarter's targets")
    if str(period) == str(target_year):
        return Text(id="", en="")
    return Text(id=f" terhadap target {target_year}", en=f" against the targets of {target_year}")


def keep_score(  # noqa: PLR0913 - a row is made of these six things
    entry: Entry, target: Fraction | None, period: Period, value: Value, *, scoring: Scoring, remark: str = ""
) -> Score:
    """Return the row of one indicator.

    Raises:
        QuantityError: for an actual that cannot be, and for a measurement of another indicator.
        PeriodError: for a measurement of another period.
        InexactNumberError: for a value that is not one exact number.
    """
    actual, reason = _actual(entry, period, value)
    if (target is None or target <= 0) and reason in {None, Reason.NOT_MEASURED}:
        reason = Reason.NO_TARGET
    uncapped = None
    if target is not None and actual is not None and reason is None:
        uncapped = achievement(target, actual, entry.polarity)
    return Score(
        entry=entry,
        target=target,
        actual=actual,
        uncapped=uncapped,
        achievement=None if uncapped is None else scoring.apply(uncapped),
        reason=reason,
        quantities=value.quantities if isinstance(value, Measurement) else None,
        notes=tuple(_notes(value, uncapped)),
        remark=remark,
    )


def _notes(value: Value, achievement: Percent | None) -> Iterator[Text]:
    if isinstance(value, Measurement):
        yield from value.notes
    if achievement is not None and achievement < 0:
        yield _NEGATIVE


def _actual(entry: Entry, period: Period, value: Value) -> tuple[Fraction | None, Reason | None]:
    """Return the actual, or the reason for none."""
    if value is None:
        return None, Reason.NOT_MEASURED
    if isinstance(value, Reason):
        return None, value
    if not isinstance(value, Measurement):
        return _checked(entry, value), None
    _check_indicator(entry, value.indicator)
    _check_period(entry, period, value)
    try:
        return value.actual, None
    except UndefinedActualError:
        return None, Reason.UNDEFINED_ACTUAL


def _check_period(entry: Entry, period: Period, measurement: Measurement) -> None:
    """Refuse a measurement of another period; one of totals names none."""
    if measurement.periods and not covers(measurement.periods, period):
        measured = ", ".join(map(str, measurement.periods))
        raise PeriodError(
            Text(
                id=f"{entry.code} diukur untuk {measured}, sedangkan rapor ini untuk {period}.",
                en=f"{entry.code} was measured in {measured}, and this scorecard is for {period}.",
            ),
            value=measurement.periods,
        )


def _checked(entry: Entry, value: Number) -> Fraction:
    """Say of which row a value is that is no number; nothing else in the message would."""
    try:
        return entry.check_actual(value)
    except InexactNumberError as error:
        text = Text(id=f"{entry.code}: {error.text.id}", en=f"{entry.code}: {error.text.en}")
        raise InexactNumberError(text, value=value) from None


def _check_indicator(entry: Entry, indicator: Indicator[object]) -> None:
    if indicator == entry.indicator:
        return
    if entry.indicator is None:
        text = Text(
            id=f"{entry.code} tidak menyebut indikatornya; berikan realisasinya saja, yaitu measurement.actual.",
            en=f"{entry.code} names no indicator; pass the actual alone, measurement.actual.",
        )
    else:
        text = Text(
            id=f"{entry.code} diukur dengan {entry.indicator}, bukan {indicator}.",
            en=f"{entry.code} is measured by {entry.indicator}, not by {indicator}.",
        )
    raise QuantityError(text, indicator=entry.code, value=indicator)


@attrs.frozen(kw_only=True)
class Scorecard:
    """All the indicators of a decree in one period, in the decree's order (rapor kinerja).

    It iterates over its scores, has a length, and gives a score by its code. `print` writes it as a table.

    Fields:
        period: the year or quarter that was measured.
        target_year: the year whose targets the actuals are set against; None where the quarter has its own.
    """

    decree: Decree
    period: Period
    target_year: int | None
    scoring: Scoring
    scores: tuple[Score, ...]

    @property
    def basis(self) -> Text:
        """Against which targets, unless they are the year's own; then nothing."""
        return basis(self.period, self.target_year)

    def __iter__(self) -> Iterator[Score]:
        return iter(self.scores)

    def __len__(self) -> int:
        return len(self.scores)

    def __getitem__(self, code: str) -> Score:
        """Return the score of a code.

        Raises:
            UnknownIndicatorError: for a code that the scorecard has not.
        """
        for score in self.scores:
            if score.entry.code == code:
                return score
        raise UnknownIndicatorError.of(code, [score.entry.code for score in self.scores])

    def mean(self, *, unmeasured: Literal["skip", "zero"] = "skip", objective: str | None = None) -> Percent | None:
        """Return the mean achievement in percent, over the rows that have one.

        Args:
            unmeasured: "zero" counts the rows that are not measured as 0; rows without a figure for another reason
                are never counted.
            objective: only the rows that serve this objective, by its code.

        Returns:
            The mean, or None where no row counts.

        Raises:
            UnknownIndicatorError: for an objective that the decree has not.
            QuantityError: for another word than "skip" or "zero".
        """
        achievements = list(self._achievements(self._serving(objective), zero=_counts_as_zero(unmeasured)))
        return Percent(sum(achievements, Fraction(0)) / len(achievements)) if achievements else None

    def _serving(self, objective: str | None) -> list[Score]:
        if objective is None:
            return list(self.scores)
        serving = [score for score in self.scores if score.entry.objective.code == objective]
        if not serving:
            codes = dict.fromkeys(score.entry.objective.code for score in self.scores)
            raise UnknownIndicatorError.of(objective, codes)
        return serving

    @staticmethod
    def _achievements(scores: Iterable[Score], *, zero: bool) -> Iterator[Fraction]:
        for score in scores:
            if score.achievement is not None:
                yield score.achievement
            elif zero and score.reason is Reason.NOT_MEASURED:
                yield Fraction(0)

    def to_json(self) -> str:
        """Return the scorecard as JSON (`kinerja.scorecard/1`), exact numbers as text such as "100/3".

        The decree and its entries travel along, so that `from_json` needs no catalogue beside it.
        """
        from kinerja.scorecard_file import dump_scorecard  # noqa: PLC0415 - it imports cattrs

        return dump_scorecard(self)

    @classmethod
    def from_json(cls, text: str, indicators: Iterable[type[Indicator[object]]] = ()) -> Scorecard:
        """Read what `to_json` wrote, and hold its figures against its own actuals.

        Args:
            text: the JSON.
            indicators: your own indicator classes, where the scorecard has any.

        Raises:
            ScorecardError: for a text that is not such a scorecard, and where a figure does not follow.
            CatalogueError: for entries that cannot be read.
        """
        from kinerja.scorecard_file import load_scorecard  # noqa: PLC0415 - it imports cattrs

        return load_scorecard(text, indicators)

    def __str__(self) -> str:
        from kinerja.scorecard_table import to_text  # noqa: PLC0415 - it imports csv and html

        return to_text(self)

    def _repr_html_(self) -> str:
        from kinerja.scorecard_table import to_html  # noqa: PLC0415 - it imports csv and html

        return to_html(self)


def _counts_as_zero(unmeasured: str) -> bool:
    if unmeasured not in {"skip", "zero"}:
        raise QuantityError(
            Text(
                id=f"unmeasured={unmeasured!r} tidak dikenal; pilih 'skip' atau 'zero'.",
                en=f"unmeasured={unmeasured!r} is not known; choose 'skip' or 'zero'.",
            ),
            indicator="mean",
            value=unmeasured,
        )
    return unmeasured == "zero"
