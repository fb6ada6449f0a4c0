"""What both sides are asked, an achievement, a mean of achievements or the actual of an indicator, and cases of it."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any, Literal, TypeAlias

import attrs
from hypothesis import strategies as st

from kinerja._base import (
    FrozenMap,
    Language,
    QuantityError,
    Reason,
    TargetError,
    Text,
    UndefinedAchievementError,
    UndefinedActualError,
    round_half_up,
    write_legibly,
)
from kinerja.decrees import Scoring
from kinerja.measurement import (
    Indicator,
    Polarity,
    Target,
    TargetRange,
    achievement,
    check_indicator,
    nearest,
    rule,
    work,
)
from kinerja.testing import messages as say
from kinerja.testing.figures import LARGEST, actuals, quantities, targets

Line: TypeAlias = "dict[str, Fraction | None]"
"""Numbers by name: target and actual, or the quantities of an indicator; None for an actual that is not measured."""

Case: TypeAlias = "dict[str, Any]"
"""A line, or of a mean {"rows": [line, ...]}."""

What: TypeAlias = "Literal['achievement', 'mean'] | Indicator[Any]"

HIGH = "target_high"
"""The upper bound of a target that is a range, as frames have it; unknown where it is a number."""

_REFUSALS = (TargetError, UndefinedActualError, UndefinedAchievementError, QuantityError)
"""The last of a case that a habit changed, such as 9.766 companies for 9766."""


@attrs.frozen(kw_only=True)
class Question:
    """What is asked of both sides, and how it is answered exactly.

    Fields:
        what: "achievement", "mean" or an indicator.
        polarity, scoring: of achievements and of a mean of them.
        ranges: whether some targets are ranges, whose upper bound is `target_high`.
    """

    what: What
    polarity: Polarity = Polarity.MAXIMISE
    scoring: Scoring = attrs.field(factory=Scoring)
    ranges: bool = False

    @classmethod
    def asked(cls, what: What, polarity: Polarity | None, scoring: Scoring | None, *, ranges: bool) -> Question:
        """Return the question of a caller.

        Raises:
            QuantityError: for another question than there is, and for rules of scoring of an indicator's actual.
            IndicatorError: for an indicator that cannot be right.
        """
        if isinstance(what, Indicator):
            check_indicator(what)
            if polarity is not None or scoring is not None or ranges:
                raise say.NO_SCORING.error(indicator=what.name, value=polarity or scoring or ranges)
        elif what not in {"achievement", "mean"}:
            raise say.UNKNOWN_QUESTION.error(indicator="agrees", value=what)
        return cls(what=what, polarity=polarity or Polarity.MAXIMISE, scoring=scoring or Scoring(), ranges=ranges)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the numbers in a line."""
        if not isinstance(self.what, str):
            return tuple(self.what.symbols)
        return ("target", *([HIGH] if self.ranges else []), "actual")

    def of_line(self, line: Line) -> Fraction | None:
        """Return what the exact path makes of one line; None where it refuses."""
        try:
            return self._of_line(line)
        except _REFUSALS:
            return None

    def _of_line(self, line: Line) -> Fraction | None:
        values = {name: value for name, value in line.items() if value is not None}
        if isinstance(self.what, Indicator):
            return self.what.measure(**values).actual
        if "actual" not in values:
            return None
        rules: dict[str, Any] = {"polarity": self.polarity, "minimise": self.scoring.rule_of_less}
        return self.scoring.apply(achievement(_target(values), values["actual"], **rules))

    def figure(self, case: Case, of_line: Callable[[Line], Fraction | None] | None = None) -> Fraction | None:
        """Return the figure of a case, exact unless its lines are told otherwise.

        A mean is over the rows that have a figure, as `Scorecard.mean` is; None where none has.
        """
        of_line = of_line or self.of_line
        if self.what != "mean":
            return of_line(case)
        figures = [figure for figure in map(of_line, case["rows"]) if figure is not None]
        return sum(figures, Fraction(0)) / len(figures) if figures else None

    def worked(self, case: Case) -> Text:
        """Return the worked line of a case, or why it has no figure."""
        try:
            figure = self.figure(case, self._of_line) if self.what != "mean" else self.figure(case)
        except _REFUSALS as error:
            return error.text
        if figure is None:
            return Reason.NOT_MEASURED.value
        return Text.each(functools.partial(self._worked, case, figure))

    def _worked(self, case: Case, figure: Fraction, language: Language) -> str:
        ends = f"= {write_legibly(figure, language)}"
        if self.what == "mean":
            figures = [one for one in map(self.of_line, case["rows"]) if one is not None]
            parts = " + ".join(write_legibly(one, language) for one in figures)
            return f"({parts}) / {len(figures)} {ends}"
        if isinstance(self.what, Indicator):
            return f"{work(self.what.formula, case, language)} {ends}"
        reach = rule(self.polarity, self.scoring.rule_of_less)
        numbers: Case = {"target": nearest(_target(case), case["actual"]), "actual": case["actual"]}
        uncapped, steps = reach(numbers["target"], numbers["actual"]), work(reach, numbers, language)
        if uncapped == figure:
            return f"{steps} {ends}"
        capped = say.CAPPED.read(language).format(figure=write_legibly(figure, language))
        return f"{steps} = {write_legibly(uncapped, language)}, {capped}"


def _target(line: Mapping[str, Any]) -> Target:
    """Return the target of a line: a range where it has an upper bound above its target."""
    low: Fraction = line["target"]
    high: Fraction | None = line.get(HIGH)
    return low if high is None or not 0 < low < high else TargetRange(low=low, high=high)


_DECIMALS = 2
"""What a float holds as it is printed, beside the largest numbers too."""

_INTO_TIES = st.sampled_from([200, 8, 400, 800, 1600, 3200]).map(Fraction)
"""Targets of which an odd actual is a tie at none to four decimals, such as 100 × 1 / 800 = 0,125."""

_BESIDE_TIES: Mapping[Polarity, Mapping[str, str]] = FrozenMap(
    {
        Polarity.MAXIMISE: {
            "2": "0.57 1.13",
            "8": "0.57 0.58 1.13 1.14",
            "80": "0.57 1.13",
            "200": "0.57 1.13 1.16 2.28",
            "800": "0.57 1.13",
        },
        Polarity.MINIMISE: {
            "2": "1.11 1.45",
            "8": "4.19 4.94 5.19 5.78",
            "80": "0.11 0.31 1.11",
            "800": "0.11 0.13 1.13",
        },
    }
)
"""Target -> actuals whose achievement is a tie that binary numbers miss, in one order of computing or another."""

_ODD = st.integers(0, 50).map(lambda half: Fraction(2 * half + 1))
_FAR = Fraction(200)
_NEARLY_TIES = st.builds(
    lambda odd, beside: _FAR * odd + beside, _ODD, st.sampled_from([Fraction(1, 100), -Fraction(1, 100)])
)
"""Actuals beside ties by less than the fourth decimal, which rounding twice moves over them."""

_AS_PRINTED = st.sampled_from([Fraction("82.7"), Fraction("0.7"), Fraction("3.68"), Fraction(LARGEST)])
_SMALL = st.integers(0, 20).map(Fraction)
_NOTHING: st.SearchStrategy[Line] = st.fixed_dictionaries(
    {"target": st.integers(1, 20).map(Fraction), "actual": st.just(Fraction(0))}
)


@st.composite
def _measured(draw: st.DrawFn, polarity: Polarity) -> Line:
    target = draw(_some_targets())
    least = 0 if polarity is Polarity.MINIMISE else None  # a growth may be negative; days and complaints never are
    actual = draw(_SMALL | _AS_PRINTED | actuals(target, least=least).map(_rounded))
    return {"target": target, "actual": actual}


@functools.cache
def _some_targets() -> st.SearchStrategy[Fraction]:
    return st.integers(1, 20).map(Fraction) | targets().map(_rounded).filter(bool) | _AS_PRINTED


def _rounded(value: Fraction) -> Fraction:
    return round_half_up(value, _DECIMALS)


def _rows(polarity: Polarity, *, smallest: bool) -> st.SearchStrategy[Line]:
    """Draw rows: measured ones, ties, some against a target of 0, some that are not measured."""
    hundredths = _ODD.map(lambda odd: odd / 100)
    ties = st.fixed_dictionaries({"target": _INTO_TIES, "actual": _ODD | hundredths})
    beside = st.sampled_from(
        [
            {"target": Fraction(target), "actual": Fraction(actual)}
            for target, actuals_of in _BESIDE_TIES[polarity].items()
            for actual in actuals_of.split()
        ]
    )
    nearly = st.fixed_dictionaries({"target": _INTO_TIES.map(_FAR.__mul__), "actual": _NEARLY_TIES})
    without_target = st.fixed_dictionaries({"target": st.just(Fraction(0)), "actual": _SMALL})
    unmeasured = st.fixed_dictionaries({"target": _SMALL, "actual": st.none()})
    measured = _measured(polarity)
    twice = st.integers(1, 20).map(lambda target: {"target": Fraction(target), "actual": Fraction(2 * target)})
    rows: st.SearchStrategy[Line] = st.one_of(measured, measured, ties, ties, without_target, unmeasured)
    return rows if smallest else st.one_of(rows, twice, beside, nearly)


def cases(question: Question, *, smallest: bool = False) -> st.SearchStrategy[Case]:
    """Draw what a question is asked of; where the smallest case is looked for, no ties that only floats miss."""
    if isinstance(question.what, Indicator):
        ties = {one.name: _INTO_TIES for one in question.what.variables if one.divisor and one.most is None}
        totals = quantities(question.what, **ties) | quantities(question.what)
        return totals.map(lambda drawn: {name: _rounded(value) for name, value in drawn.items()})
    rows = _rows(question.polarity, smallest=smallest)
    if question.what == "mean":  # a real 0 is told from nothing only beside others
        rows |= _NOTHING
    if question.ranges:
        # A target that is a range reaches up by so much; one of 0 is none.
        rows = st.tuples(rows, st.none() | _ODD).map(
            lambda drawn: {**drawn[0], HIGH: drawn[0]["target"] + drawn[1] if drawn[0]["target"] and drawn[1] else None}
        )
    return (
        st.lists(rows, min_size=1, max_size=4).map(lambda drawn: {"rows": drawn}) if question.what == "mean" else rows
    )
