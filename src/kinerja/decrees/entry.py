"""A decree's line on one indicator: its words and targets, how it is measured, and what can be one of its figures."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import attrs

from kinerja._base import FrozenMap, Language, Number, Percent, Reason, TargetError, Text
from kinerja.decrees import messages as say
from kinerja.decrees.alternatives import OtherFigure, other_figures
from kinerja.decrees.decree import Annexes, Erratum, Objective, by_name, covered, span
from kinerja.decrees.reading import READING, Alternative, Reading, by_word, fields_set
from kinerja.decrees.scoring import Scoring
from kinerja.decrees.target_periods import (
    TargetPeriod,
    by_period,
    check_sources,
    parts_of,
    target_at,
    target_period,
    targets_by_period,
)
from kinerja.measurement import (
    PERCENT,
    Aim,
    Bounds,
    Indicator,
    Minimise,
    Needed,
    Polarity,
    Range,
    Target,
    TargetGiven,
    Unit,
    as_range,
    as_target,
    cannot_divide,
    check_actual,
    each_bound,
    grows_with_units,
    lowest,
    needed_actual,
    with_quantity,
)
from kinerja.measurement import achievement as achievement_of
from kinerja.records import Period, Year, as_period, optional_exact

if TYPE_CHECKING:
    from kinerja.measurement import Measurement
    from kinerja.writers import Document

_UNSAID = Scoring()


@attrs.frozen(kw_only=True)
class Entry:
    """A decree's line on one indicator (pedoman kinerja).

    Fields:
        code: as Lampiran II prints it, for example "SK3/4".
        label: the name with misprints corrected; `name` holds it as printed.
        objective: the goal it serves.
        unit, polarity, responsible: satuan, klasifikasi, penanggungjawab.
        method: cara menghitung. definition, data_source: definisi, sumber data.
        baseline: the value of the first year, or `Reason.NOT_APPLICABLE`; None where the decree has none.
        targets: period -> target, in the unit: of a year by its number, of a part of one by its text, "2025-S1"; a
            number, or a range of which every number is as good.
        target_sources: period -> where its target stands; each of a part of a year must have one.
        indicator: how it is measured, as the decree has it; None where only its actual is known.
        readings, errata: how unclear clauses are read, and misprints.
        least, most: what its actuals and targets can be; None where the indicator, or the scale in the unit, tells.
        usual: the lowest and the highest of what is usual, outside which there is a remark; None as above.
        settings: what a unit sets where the decree leaves it open, field -> value; see `Catalogue.with_settings`. Under
            "reading" stand the answers that it takes in place of the catalogue's, word of the reading -> of the answer.
        settings_source: where they come from, such as `unit.xlsx`.
        assumed: period -> what is assumed in place of the decree's target; see `Catalogue.with_targets`.

    Raises:
        TargetError: for a target of a part of a year without a source, and for a source without a target.
    """

    code: str
    label: str
    objective: Objective
    unit: Unit
    polarity: Polarity
    targets: FrozenMap[TargetPeriod, Target] = attrs.field(converter=targets_by_period)
    target_sources: FrozenMap[TargetPeriod, str] = attrs.field(factory=FrozenMap, converter=by_period)
    method: str = ""
    name: Annexes = attrs.field(factory=Annexes)
    definition: str = ""
    data_source: Annexes = attrs.field(factory=Annexes)
    responsible: str = ""
    baseline: Fraction | Reason | None = None
    years: tuple[int, ...] = ()
    indicator: Indicator[Any] | None = None
    readings: tuple[Reading, ...] = ()
    errata: tuple[Erratum, ...] = ()
    least: Fraction | None = attrs.field(default=None, converter=optional_exact)
    most: Fraction | None = attrs.field(default=None, converter=optional_exact)
    usual: Range | None = attrs.field(default=None, converter=as_range)
    settings: FrozenMap[str, Any] = attrs.field(factory=FrozenMap, converter=by_name)
    settings_source: str = ""
    assumed: FrozenMap[TargetPeriod, Target] = attrs.field(factory=FrozenMap, converter=targets_by_period)

    @target_sources.validator
    def _check_sources(self, _attribute: attrs.Attribute[Any], sources: Mapping[TargetPeriod, str]) -> None:
        check_sources(self.code, self.targets, sources)

    def __repr__(self) -> str:
        return f"<Entry {self.code}: {self.label if self.indicator is None else self.indicator.name}>"

    @property
    def measured_by(self) -> Indicator[Any] | None:
        """The indicator with the unit's settings laid over it; None where only its actual is known."""
        return self._measured_under({reading: self.answer(reading) for reading in self.readings})

    def measured_under(self, reading: Reading, answer: Alternative) -> Indicator[Any] | None:
        """Return the indicator, as the unit sets it, under another answer.

        None where nothing computes it: `why_not` says why.
        """
        return self._measured_under({one: answer if one == reading else self.answer(one) for one in self.readings})

    def _measured_under(self, answers: Mapping[Reading, Alternative]) -> Indicator[Any] | None:
        others = [answer for reading, answer in answers.items() if answer != reading.answers[0]]
        if self.indicator is None or sum(answer.by is not None for answer in others) > 1:
            return None  # of two classes the latter would undo the former
        measured: Indicator[Any] | None = attrs.evolve(self.indicator, **fields_set(self.settings))
        for answer in sorted(others, key=lambda answer: answer.by is None):  # parameters are laid over the class
            measured = None if measured is None else answer.over(measured)
        return measured

    def why_not(self, reading: Reading, answer: Alternative) -> Text:
        """Say why nothing computes it under an answer: what is missing, or what the unit takes beside it."""
        if answer.lacks is not None:
            return answer.lacks
        if not answer.is_computed and answer != reading.answers[0]:
            return say.WORDS_ALONE
        beside = [own.text for other, own in self.own_answers if other != reading]
        return say.NOT_TOGETHER.text(value=beside)

    def reading(self, word: str) -> Reading:
        """Return the reading of a word.

        Raises:
            UnknownIndicatorError: for a word that no reading has.
        """
        return by_word(word, self.readings)

    def answer(self, reading: Reading) -> Alternative:
        """Return the answer by which it is measured: the unit's where it takes another than the catalogue."""
        own = self.settings.get(READING, {})
        return reading.answer(own[reading.word]) if reading.word in own else reading.answers[0]

    @property
    def own_answers(self) -> Iterator[tuple[Reading, Alternative]]:
        """The answers that the unit takes in place of the catalogue's, each with its reading."""
        answers = ((reading, self.answer(reading)) for reading in self.readings)
        yield from ((reading, answer) for reading, answer in answers if answer != reading.answers[0])

    @property
    def not_taken(self) -> Iterator[tuple[Reading, Alternative]]:
        """The answers by which it is not measured, each with its reading, in the order of the readings."""
        for reading in self.readings if self.indicator is not None else ():
            taken = self.answer(reading)
            yield from ((reading, answer) for answer in reading.answers if answer != taken)

    @property
    def targets_taken(self) -> FrozenMap[TargetPeriod, Target]:
        """Period -> the target that is taken: the decree's, or what is assumed in its place."""
        return FrozenMap({**self.targets, **self.assumed}) if self.assumed else self.targets

    def target_period(self, period: Period, year: int | None) -> TargetPeriod | None:
        """Return of what the target is that a period is set against, where the targets of a year are asked for.

        It is that of the year; of the period itself where parts of its year have targets, as semesters have. A quarter
        beside them then has none, rather than the year's.
        """
        is_own = not isinstance(period, Year) and year in {None, period.year}
        return target_period(period) if is_own and parts_of(period.year, self.targets_taken) else year

    def target(self, period: int | str | Period) -> Target:
        """Return the target of a year or a part of one, or what is assumed in its place.

        A part of a year has the year's, unless parts of that year have targets of their own.

        Raises:
            PeriodError: for what is no period.
            TargetError: for a period without one; it names those that have one.
        """
        when = as_period(period)
        target = target_at(self.targets_taken, self.target_period(when, when.year))
        if target is None:
            raise self._no_target(when)
        return target

    def covered(self, period: int | str | Period) -> Period:
        """Return the period that is meant, if its year is one of `years`; an entry that names none takes any.

        Raises:
            PeriodError: for what is no period.
            TargetError: for another year.
        """
        when = as_period(period)
        return covered(when, self.years) if self.years else when

    def achievement(self, period: int | str | Period, actual: Number, *, scoring: Scoring = _UNSAID) -> Percent:
        """Return the achievement (capaian) of an actual against the target of its period, in percent.

        Of rules of scoring the entry knows none: those of a catalogue are `Catalogue.scoring`.

        Raises:
            PeriodError: for what is no period.
            TargetError: for a period without a target, and for a target of 0 or below.
            InexactNumberError, QuantityError: for an actual that is not one exact number, or cannot be.
        """
        uncapped = achievement_of(
            self.target(period), self.check_actual(actual), self.polarity, minimise=scoring.rule_of_less
        )
        return scoring.apply(uncapped)

    def alternatives(
        self, measurement: Measurement, *, year: int | None = None, target: TargetGiven | None = None
    ) -> tuple[OtherFigure, ...]:
        """Return what its figure would be under each answer that was not taken (kemungkinan lain).

        Of a measurement of records all that can be computed is; of one of totals what those totals allow. Achievements
        are by (2T - R) / T where less is better, and without a cap; those of `Score.alternatives` are by a catalogue's
        rules.

        Args:
            measurement: of this entry.
            year: of the target, unless it is that of the measurement's period.
            target: what to set each actual against, in place of the decree's.

        Raises:
            QuantityError: for a measurement of another indicator, and for one by answers that the unit does not take.

        >>> from kinerja import BSPJI_PEKANBARU_2021_2024 as catalogue, AssistedCompanyCount
        >>> entry = catalogue["SK2/1"]
        >>> others = entry.alternatives(AssistedCompanyCount().measure(assisted=4, improved=3), year=2023)
        >>> len(others) == sum(len(reading.alternatives) for reading in entry.readings)
        True
        """
        if self.indicator is not None:
            self.check_measurement(measurement)
        promised = target
        if target is None:
            promised = target_at(self.targets_taken, self._target_period_of(measurement, year))
        achieved = None
        if promised is not None and not cannot_divide(lowest(as_target(promised))):
            achieved = functools.partial(achievement_of, promised, polarity=self.polarity)
        return tuple(other_figures(self, measurement, achieved))

    def needed(
        self,
        period: int | str | Period,
        achievement: Number,
        *,
        given: Mapping[str, Number] = FrozenMap(),
        minimise: Minimise = "reflected",
        cap: Number | None = None,
    ) -> Needed:
        """Return the actual that makes so many percent of a period's target, and the quantity that makes the actual.

        The arguments are those of `Indicator.needed`. Of a target that is assumed the text says so. Of rules of scoring
        the entry knows none: `minimise` and `cap` are those of `Catalogue.scoring`.

        Raises:
            PeriodError: for what is no period.
            TargetError: for a period without a target, and for a target of 0 or below.
            InexactNumberError, QuantityError: as `Indicator.needed`.

        >>> from kinerja import BSPJI_PEKANBARU_2021_2024 as catalogue
        >>> print(catalogue["SK3/4"].needed(2023, 110))
        110 × 45 / 100 = 49,5
        >>> print(catalogue["SK1/1"].needed(2024, 110))
        110 × 1 / 100 = 1,1, dihitung utuh 2
        """
        aim = Aim(self.code, self.target(period), self.unit, self.bounds, self.polarity, minimise, cap)
        needed, indicator = needed_actual(aim, achievement), self.measured_by
        if indicator is not None:
            needed = with_quantity(needed, aim, indicator.formula, indicator.variables, given)
        of = target_period(period)
        if of not in self.assumed:
            return needed
        from kinerja.decrees.page import assumption  # noqa: PLC0415 - only readers need the writers

        assumed = assumption(of, self.assumed[of], self.targets.get(of))
        return attrs.evolve(needed, text=Text.joined([needed.text, assumed], "\n"))

    @property
    def grows_with_units(self) -> bool:
        """Whether its figure grows with the units that it is of, as a count does; of an actual alone its unit tells."""
        indicator = self.measured_by
        return self.unit != PERCENT if indicator is None else grows_with_units(indicator)

    @property
    def bounds(self) -> Bounds:
        """What its actuals and targets can be and usually are: as stated here, and by its indicator or the unit.

        What an indicator cannot give stays so; without one, what is stated here stands for the scale in the unit.
        """
        own, other = Bounds.stated(self), Bounds.of(self.indicator, self.unit)
        return own.or_else(other) if self.indicator is None else own.within(other)

    def check_actual(self, value: Number) -> Fraction:
        """Return an actual as an exact number that this entry's unit and bounds allow; raises as the indicator does."""
        actual = value if self.indicator is None else self.indicator.check_actual(value)
        return check_actual(self.code, self.unit, self.bounds, actual)

    def check_measurement(self, measurement: Measurement) -> None:
        """Refuse a measurement that is not by this entry's indicator, as the unit sets it.

        Raises:
            QuantityError: for one of another indicator, and for any where only the actual is known.
        """
        own = self.measured_by
        if own is None:
            raise say.UNMEASURED.error(indicator=self.code, value=measurement.indicator)
        if measurement.indicator != own:
            raise say.OTHER_INDICATOR.error(indicator=self.code, value=measurement.indicator, own=own)

    def check_target(self, value: TargetGiven) -> Target:
        """Return a target as an exact number that can be one.

        Raises:
            InexactNumberError: for a value that is not one exact number.
            QuantityError: for a fraction of a whole unit, for less or more than there can be, and for 0 or below where
                more is better, because nothing can be set against it.
        """
        return each_bound(value, self._check_target)

    def _check_target(self, value: Number) -> Fraction:
        target = check_actual(self.code, self.unit, self.bounds, value, called=say.TARGET)
        if target < 0 or (cannot_divide(target) and self.polarity is Polarity.MAXIMISE):
            raise say.TARGET_IMPOSSIBLE.error(indicator=self.code, field=say.TARGET, value=target)
        return target

    def document(self, language: Language = Language.INDONESIAN) -> Document:
        """Return the entry for readers: the decree's words, the formula, how it is read, and its misprints."""
        from kinerja.decrees.page import entry_document  # noqa: PLC0415 - only readers need the writers

        return entry_document(self, language)

    def _repr_html_(self) -> str:
        return self.document()._repr_html_()

    def _target_period_of(self, measurement: Measurement, year: int | None) -> TargetPeriod | None:
        """Return of what the target is that a measurement is set against: of a year, or of its own period."""
        if not measurement.periods:
            return year
        first, *more = measurement.periods
        return self.target_period(Year(year=first.year) if more else first, first.year if year is None else year)

    def why_no_target(self, period: Period) -> Text | None:
        """Say which targets there are, where parts of a year have some and this period has none; else nothing."""
        if target_period(period) in self.targets_taken or not parts_of(period.year, self.targets_taken):
            return None
        of_year = [named for named in self.targets_taken if as_period(named).year == period.year]
        return say.NO_OWN_TARGET.text(period=str(period), periods=of_year)

    def _no_target(self, period: Period) -> TargetError:
        message, named = say.TARGET_UNSET, target_period(period)
        if self.years and period.year not in self.years:
            message = say.TARGET_OUTSIDE
        elif self.baseline is not None and self.years[:1] == (period.year,):
            message = say.TARGET_OF_BASELINE
        years = tuple(self.targets)
        there_are = say.TARGETS_THERE.text(years=years) if years else say.NO_TARGETS
        return message.error(indicator=self.code, value=named, years=years, limit=span(self.years), there_are=there_are)
