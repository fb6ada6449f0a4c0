"""Rows of a scorecard (nilai): a figure against its target, or the reason for none; and what all rows rest on."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

import attrs

from kinerja._base import (
    FrozenMap,
    InexactNumberError,
    Language,
    Number,
    Percent,
    Reason,
    Text,
    UndefinedAchievementError,
    one_or_more,
)
from kinerja.decrees import Decree, Entry, OtherFigure, Scoring, other_figures, target_at, target_period
from kinerja.measurement import (
    Measurement,
    Polarity,
    Target,
    TargetGiven,
    achievement,
    bounds_of,
    cannot_divide,
    check_actual,
    covers,
    each_bound,
    lowest,
    target_text,
)
from kinerja.records import Period, Year
from kinerja.scorecards import messages as say

if TYPE_CHECKING:
    from kinerja.decrees import TargetPeriod
    from kinerja.writers import Document

T = TypeVar("T")
G = TypeVar("G")

Value: TypeAlias = Number | Measurement | Reason | None
"""What a scorecard takes for an indicator: an actual, a measurement, a reason for none, None for not measured."""

_SEVERAL = Text(
    id="Tidak ada target bersama beberapa unit; berikan targetnya sendiri.",
    en="There is no joint target of several units; give their own.",
)
_ACTUAL = Text(id="Realisasi", en="The actual")
_TARGET = Text(id="Target", en="The target")
_FAR = 50  # times; a percentage as a fraction is 100
_NEGATIVE = Text(id="Capaian negatif.", en="The achievement is negative.")
_BELOW_ZERO = Text(
    id="Realisasi di bawah nol, padahal makin kecil makin baik; periksa tandanya.",
    en="The actual is below zero, where less is better; check its sign.",
)


@attrs.frozen(kw_only=True)
class Score:
    """One row of a scorecard (nilai).

    Fields:
        entry: the decree's line on the indicator.
        target, actual: in the entry's unit; None where there is none.
        target_is_own: whether the target is the office's own (perjanjian kinerja) in place of the decree's.
        target_is_assumed: whether it is assumed in place of the decree's; see `kinerja.Catalogue.with_targets`.
        decree_target: the decree's target of the year, where another is in its place; None where there is none.
        uncapped, achievement: in percent, before and after the cap; None where there is a reason instead.
        reason: why there is no achievement; None where there is one.
        quantities: what was measured, where a measurement was given.
        entries: how many records entered each quantity; None where that is not known.
        rules: the number of the counting rule by which it was measured; None where no measurement was given.
        notes: what a reader should know of the figure.
        remark: what the office itself notes about the figure; its first line is told first, the rest after all else.
        alternatives: what it would be under each other reading (tafsir), where that was asked for.
        rating: the class of the achievement (predikat), where the rules have some; the target has no part in it.
        scoring: the rules by which it is scored, but for weights: those are of figures together.
    """

    entry: Entry
    target: Target | None
    actual: Fraction | None
    uncapped: Percent | None
    achievement: Percent | None
    reason: Reason | None
    quantities: FrozenMap[str, Fraction] | None = None
    notes: tuple[Text, ...] = ()
    remark: str = ""
    target_is_own: bool = False
    target_is_assumed: bool = False
    decree_target: Target | None = None
    entries: FrozenMap[str, int] | None = None
    rules: int | None = None
    alternatives: tuple[OtherFigure, ...] = ()
    rating: str | None = None
    scoring: Scoring = attrs.field(factory=Scoring)

    def __repr__(self) -> str:
        return f"<Score {self.entry.code}: {self.reason if self.achievement is None else self.achievement}>"

    @property
    def met(self) -> bool | None:
        """Whether the actual reaches the target, exactly; None without an actual, and without a target above 0."""
        if self.target is None or self.actual is None or cannot_divide(lowest(self.target)):
            return None
        return self.entry.polarity.met(self.target, self.actual)

    @property
    def achievements(self) -> tuple[Percent, ...]:
        """Its achievement and those under other readings, where there are any; nothing where it has none itself."""
        others = (one.achievement for one in self.alternatives)
        return () if self.achievement is None else (self.achievement, *(one for one in others if one is not None))

    @property
    def contrary(self) -> tuple[OtherFigure, ...]:
        """The other readings under which its target is missed where it is met, or met where it is missed."""
        return tuple(one for one in self.alternatives if one.met == (not self.met) and self.met is not None)

    def target_source(self, period: TargetPeriod | None) -> str:
        """Return where the decree's target of a period stands; blank where that is not said, or another is taken."""
        if period is None or self.target_is_own or self.target_is_assumed:
            return ""
        return self.entry.target_sources.get(period, "")

    def to_dict(self) -> dict[str, Any]:
        """Return the row as plain data, as it stands among the `scores` of its scorecard."""
        from kinerja.scorecards.row import plain_score  # noqa: PLC0415 - it imports cattrs

        return plain_score(self)

    @classmethod
    def from_dict(cls, data: dict[str, Any], *, entry: Entry, basis: Basis) -> Score:
        """Read what `to_dict` gave, and hold its figures against its own actual.

        A row alone does not say of which decree and period it is.

        Args:
            data: the plain data.
            entry: the decree's, without settings; those of the unit stand in the row.
            basis: what it was set against.

        Raises:
            ScorecardError: for what is no such row, for one of another code, and where a figure does not follow.

        >>> from kinerja import BSPJI_PEKANBARU_2021_2024 as catalogue
        >>> basis = Basis.of(catalogue.decree, 2023, scoring=Scoring(), own=False)
        >>> row = basis.score(catalogue["SK3/4"], 47.25)
        >>> Score.from_dict(row.to_dict(), entry=catalogue["SK3/4"], basis=basis) == row
        True
        """
        from kinerja.scorecards.again import load_score  # noqa: PLC0415 - it imports cattrs

        return load_score(data, entry, basis)

    def document(self, language: Language = Language.INDONESIAN) -> Document:
        """Return the row for readers, as a table of its own."""
        from kinerja.scorecards.alternatives import alternatives_section  # noqa: PLC0415 - only readers need the writers
        from kinerja.scorecards.table import table_of  # noqa: PLC0415 - as above
        from kinerja.writers import Document, Section  # noqa: PLC0415 - as above

        return Document(sections=[Section(table=table_of([self])), *alternatives_section(self)], language=language)

    def _repr_html_(self) -> str:
        return self.document()._repr_html_()


@attrs.frozen(kw_only=True)
class Basis:
    """What all rows of a scorecard are set against and scored by.

    Fields:
        period: the year, semester or quarter that was measured.
        target_year: the year whose targets are taken; None where a part of a year has its own.
        scoring: the agency's own rules.
        units: whose figures these are; none where that is not said.
    """

    period: Period
    target_year: int | None
    scoring: Scoring
    units: tuple[str, ...] = ()

    @classmethod
    def of(  # noqa: PLR0913 - as scorecards are asked for
        cls,
        decree: Decree,
        period: int | str | Period,
        *,
        scoring: Scoring,
        own: bool,
        target_year: int | None = None,
        units: str | Iterable[str] = (),
    ) -> Basis:
        """Return the basis of a period; `own` says whether there are targets of the office's own.

        Raises:
            PeriodError: for own targets beside another year's.
            TargetError: for a year outside those covered.
            QuantityError: for units that are no texts.
        """
        given: Any = units  # whatever a caller passes
        named = one_or_more(given) if isinstance(given, Iterable) else (given,)
        if not all(isinstance(one, str) for one in named):
            raise say.OTHER_UNIT_NAMES.error(value=units)
        when, year = decree.covered(period), None
        if own and target_year not in {None, when.year}:
            raise say.TWO_BASES.error(value=when, year=target_year)
        if not own or target_year is not None or isinstance(when, Year):
            year = decree.covered(target_year or when.year).year
        return cls(period=when, target_year=year, scoring=scoring, units=named)

    def target(self, entry: Entry, own: TargetGiven | None) -> Target | None:
        """Return the office's own target where there is one, else the decree's; None where there is none.

        The decree's is that of the year, or of the period itself: see `Entry.target_period`.

        A decree's target is one unit's: for several together it is none of what grows with them, such as a count.

        Raises:
            InexactNumberError: for an own target that is not one exact number.
            QuantityError: for a fraction of a whole unit, and for less or more than there can be.
        """
        if own is not None:
            one = functools.partial(check_actual, entry.code, entry.unit, entry.bounds, called=_TARGET)
            return _checked(entry, lambda given: each_bound(given, one), own)
        return None if self._is_joint(entry) else target_at(entry.targets_taken, self._target_period(entry))

    def is_assumed(self, entry: Entry, own: TargetGiven | None) -> bool:
        """Tell whether the target is assumed in place of the decree's."""
        return own is None and self._target_period(entry) in entry.assumed and not self._is_joint(entry)

    def decree_target(self, entry: Entry, own: TargetGiven | None) -> Target | None:
        """Return the decree's target where another stands in its place; None where none does."""
        if self.is_assumed(entry, own):
            return target_at(entry.targets, self._target_period(entry))
        return None if own is None else target_at(entry.targets, self._own_period(entry) or self.period.year)

    def _target_period(self, entry: Entry) -> TargetPeriod | None:
        return entry.target_period(self.period, self.target_year)

    def _own_period(self, entry: Entry) -> TargetPeriod | None:
        """Return of what the office's own target is, where the decree may have one of the same."""
        return self.target_year or self._target_period(entry)

    def _is_joint(self, entry: Entry) -> bool:
        """Tell whether a figure is of several units and grows with them."""
        return len(self.units) > 1 and entry.grows_with_units

    def score(
        self,
        entry: Entry,
        value: Value,
        own: TargetGiven | None = None,
        remark: str = "",
        *,
        alternatives: bool = False,
    ) -> Score:
        """Return the row of one indicator, against the office's own target where there is one.

        Args:
            entry: the decree's line on it.
            value: as `Catalogue.scorecard` takes it.
            own: the office's own target.
            remark: what the office itself notes about the figure.
            alternatives: whether its figure under each other reading is worked out too.

        Raises:
            QuantityError: for an actual that cannot be, also of a measurement, and for a measurement of another
                indicator.
            PeriodError: for a measurement of another period.
            InexactNumberError: for a value that is not one exact number.
        """
        target, (actual, reason) = self.target(entry, own), _actual(entry, self.period, value)
        if (target is None or cannot_divide(lowest(target))) and reason in {None, Reason.NOT_MEASURED}:
            reason = Reason.NO_TARGET
        uncapped = None
        if target is not None and actual is not None and reason is None:
            uncapped = self._uncapped(entry, target, actual)
            reason = Reason.UNDEFINED_ACHIEVEMENT if uncapped is None else None
        measured = value if isinstance(value, Measurement) else None
        says_more = measured is not None and any(measured.indicator.remarks(measured.quantities))
        achieved = None if uncapped is None else self.scoring.apply(uncapped)
        is_own_units = own is not None and len(self.units) <= 1
        far = (*_far_from_decree(entry, target if is_own_units else None, self._own_period(entry)),)
        return Score(
            entry=entry,
            target=target,
            actual=actual,
            uncapped=uncapped,
            achievement=achieved,
            reason=reason,
            quantities=None if measured is None else measured.quantities,
            notes=(
                *([_SEVERAL] if own is None and self._is_joint(entry) else ()),
                *self._of_other_periods(entry, own),
                *(() if measured is None else measured.notes),
                *([_NEGATIVE] if uncapped is not None and uncapped < 0 else ()),
                *([_BELOW_ZERO] if entry.polarity is Polarity.MINIMISE and actual is not None and actual < 0 else ()),
                *_unusual(entry, target=None if far else target, actual=None if says_more else actual),
                *far,
            ),
            remark=remark,
            target_is_own=own is not None,
            target_is_assumed=self.is_assumed(entry, own),
            decree_target=self.decree_target(entry, own),
            entries=measured.entries if measured is not None and measured.complete else None,
            rules=None if measured is None else measured.indicator.rules,
            alternatives=tuple(self.alternatives(entry, measured, target) if alternatives and measured else ()),
            rating=self.scoring.rating(achieved),
            scoring=self.scoring.of_one_figure,
        )

    def _of_other_periods(self, entry: Entry, own: TargetGiven | None) -> Iterator[Text]:
        """Say which targets there are, where those of other periods than this are all."""
        is_own_period = self._target_period(entry) == target_period(self.period)
        why = entry.why_no_target(self.period) if own is None and is_own_period else None
        if why is not None and not self._is_joint(entry):
            yield why

    def _uncapped(self, entry: Entry, target: Target, actual: Fraction) -> Percent | None:
        """Return the achievement before the cap; None where the rule of scoring gives none."""
        try:
            return achievement(target, actual, entry.polarity, minimise=self.scoring.rule_of_less)
        except UndefinedAchievementError:
            return None

    def achievement(self, entry: Entry, target: Target | None, actual: Fraction | None) -> Percent | None:
        """Return the achievement that is published; None without target or actual, and where the rule gives none."""
        if target is None or cannot_divide(lowest(target)) or actual is None:
            return None
        uncapped = self._uncapped(entry, target, actual)
        return None if uncapped is None else self.scoring.apply(uncapped)

    def alternatives(self, entry: Entry, measurement: Measurement, target: Target | None) -> Iterator[OtherFigure]:
        """Go through the other readings, each with its figure, scored as the row itself; see `Entry.alternatives`."""
        for one in other_figures(entry, measurement, functools.partial(self.achievement, entry, target)):
            yield attrs.evolve(one, measurement=None)


def _unusual(entry: Entry, *, target: Target | None, actual: Fraction | None) -> Iterator[Text]:
    """Say which of both is outside what is usual: a comma may be lost, or a fraction stand for a percentage."""
    promised = () if target is None else bounds_of(target)
    for what, value in (
        *((_ACTUAL, one) for one in [actual] if one is not None),
        *((_TARGET, one) for one in promised),
    ):
        remark = entry.bounds.remark(what, value)
        if remark is not None:
            yield remark


def _far_from_decree(entry: Entry, own: Target | None, period: TargetPeriod | None) -> Iterator[Text]:
    """Say where an own target is so far from the decree's of its period that 2 % may have been written as 0.02."""
    decreed = target_at(entry.targets, period)
    if own is None or decreed is None or cannot_divide(lowest(own)) or cannot_divide(lowest(decreed)):
        return
    if max(lowest(own) / lowest(decreed), lowest(decreed) / lowest(own)) >= _FAR:
        yield say.FAR_FROM_DECREE.text(target=target_text(own), decreed=target_text(decreed))


def _actual(entry: Entry, period: Period, value: Value) -> tuple[Fraction | None, Reason | None]:
    """Return the actual, or the reason for none."""
    if value is None:
        return None, Reason.NOT_MEASURED
    if isinstance(value, Reason):
        return None, value
    if not isinstance(value, Measurement):
        return _checked(entry, entry.check_actual, value), None
    entry.check_measurement(value)
    if value.periods and not covers(value.periods, period):  # one of totals names none
        raise say.OTHER_PERIOD.error(indicator=entry.code, value=value.periods, period=period)
    actual, reason = value.figure
    return None if actual is None else _checked(entry, entry.check_actual, actual), reason


def _checked(entry: Entry, check: Callable[[G], T], value: G) -> T:
    """Say of which row a value is that is no number; nothing else in the message would."""
    try:
        return check(value)
    except InexactNumberError as error:
        raise error.about(entry.code, indicator=entry.code) from None
