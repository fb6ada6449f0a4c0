"""How laws are tried and told."""

from __future__ import annotations

import datetime as dt
import unittest
from fractions import Fraction
from typing import Any, ClassVar

import attrs
import pytest
from hypothesis import strategies as st

from kinerja import (
    PERCENT,
    AccreditedScopeGrowth,
    CollaborationCount,
    Indicator,
    IndicatorError,
    Percent,
    Tally,
    TenantCount,
    Text,
    Unit,
    Variable,
)
from kinerja.formulas import Case
from kinerja.records import at_least
from kinerja.testing import Laws, laws, strategy
from office import COSTS, LICENCES, ON_TIME, letter
from own_indicator import Complaint, MeanDays
from said import refused

MARCH = dt.date(2023, 3, 31)
LETTER = Unit(name=Text(id="Surat", en="letter"), whole=True)


class AnsweredRatio(Indicator[object]):
    """One without a counting rule."""

    unit = PERCENT
    variables: ClassVar = (
        Variable(name="answered", symbol="A", label=Text(id="a", en="a"), unit=LETTER, part_of="received"),
        Variable(name="received", symbol="B", label=Text(id="b", en="b"), unit=LETTER, divisor=True, most=1000),
    )

    @staticmethod
    def formula(answered: Any, received: Any) -> Any:
        """Return the share in percent."""
        return 100 * answered / received


class Rounded(TenantCount):
    """One that rounds before it is asked whether a target is met."""

    def achievement(self, target: Any, actual: Any) -> Percent:
        """Return whole percents."""
        return Percent(Fraction(round(100 * Fraction(actual) / Fraction(target))))


class OfRounded(Laws):
    """Its laws."""

    indicator = Rounded()


class KnownOfRounded(OfRounded):
    """Its laws, with the one that is known not to hold."""

    expected: ClassVar = {"met": "rounded by decree"}


class WrongOfMeanDays(Laws):
    """Laws of which one is said not to hold, and does."""

    indicator = MeanDays()
    expected: ClassVar = {"at_target": "why not"}


class OfAnsweredRatio(Laws):
    """The laws of totals alone."""

    indicator = AnsweredRatio()


class OfFewRecords(Laws):
    """Laws on records that never count."""

    indicator = MeanDays()
    records = strategy(Complaint, kind=None)


OF_RECORDS = Laws.names()[Laws.names().index("order_free") :]
OF_TOTALS = [name for name in Laws.names() if name not in OF_RECORDS]


@pytest.mark.parametrize("law", [name for name in Laws.names() if name != "frames"])
def test_a_law_holds_of_an_own_indicator(law: str) -> None:
    """Of which less is better, and whose record has a field of every kind."""
    own = Laws()
    own.indicator, own.examples = MeanDays(), 25  # type: ignore[misc]
    getattr(own, f"test_{law}")()


@pytest.mark.parametrize("indicator", [AccreditedScopeGrowth(), CollaborationCount()], ids=lambda one: one.name)
def test_the_law_of_quarters_holds_of_stocks_and_of_what_counts_things(indicator: Indicator[Any]) -> None:
    """The ones are refused, of the others those quarters that counted the same thing."""
    own = Laws()
    own.indicator = indicator  # type: ignore[misc]
    own.test_quarters()


@pytest.mark.parametrize("law", OF_TOTALS)
def test_a_law_of_totals_holds_without_a_counting_rule(law: str) -> None:
    """A part is never drawn above its whole, nor a whole above its most."""
    getattr(OfAnsweredRatio(), f"test_{law}")()


@pytest.mark.parametrize("law", OF_RECORDS)
def test_a_law_of_records_is_passed_over_without_a_counting_rule(law: str) -> None:
    """It says why."""
    with pytest.raises(unittest.SkipTest, match=r"^AnsweredRatio has no counting rule$"):
        getattr(OfAnsweredRatio(), f"test_{law}")()


def test_without_frames_their_law_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    """It says why."""
    monkeypatch.setattr(laws, "kinds", list)
    with pytest.raises(unittest.SkipTest, match=r"^no library of frames is installed$"):
        WrongOfMeanDays().test_frames()


def test_every_law_has_a_sentence() -> None:
    """Its docstring, which is told where it is broken."""
    assert [] == [name for name in Laws.names() if not getattr(Laws, f"test_{name}").__doc__]


@pytest.mark.usefixtures("smallest")
def test_a_broken_law_is_told_with_its_sentence_and_the_smallest_case() -> None:
    """What was drawn, what follows, and what is wrong."""
    with pytest.raises(AssertionError) as caught:
        OfRounded().test_met()
    assert str(caught.value).splitlines()[0] == ("met: A target is met exactly where the achievement is 100 % or more.")
    assert str(caught.value).splitlines()[-1] == "  met: True in the place of False"


class Unreadable(TenantCount):
    """One that breaks."""

    def achievement(self, target: Any, actual: Any) -> Percent:
        """Raise an error of its own."""
        raise LookupError(target, actual)


def test_a_broken_law_is_told_once() -> None:
    """Without the lines of the library, by which it was tried."""
    with pytest.raises(AssertionError) as caught:
        OfRounded().test_met()
    assert (None, True) == (caught.value.__cause__, caught.value.__suppress_context__)


def test_an_error_of_the_indicator_is_told_with_its_lines() -> None:
    """They are what its author looks for."""
    wrong = Laws()
    wrong.indicator = Unreadable()  # type: ignore[misc]
    with pytest.raises(AssertionError) as caught:
        wrong.test_at_target()
    assert isinstance(caught.value.__cause__, LookupError)


class Undated(TenantCount):
    """One whose rule asks of an unknown day by a sign."""

    def tally(self, line: Any, period: Any) -> Any:
        """Count without asking for a day."""
        yield Tally({"selesai": line.postincubation_on <= period.end}, graduated=1)


@pytest.mark.parametrize("law", ["at_target", "computed", "order_free", "quarters", "traces"])
def test_every_law_of_an_indicator_that_cannot_be_right_says_what_to_mend(law: str) -> None:
    """Once, as `check_indicator` says it, without the lines of the library."""
    wrong = Laws()
    wrong.indicator, wrong.examples = Undated(), 2  # type: ignore[misc]
    with pytest.raises(AssertionError, match=r"\n  IndicatorError: Undated\.tally") as caught:
        getattr(wrong, f"test_{law}")()
    assert (None, True) == (caught.value.__cause__, caught.value.__suppress_context__)


class Reached(TenantCount):
    """One that counts whatever there was until the end of a period, and calls it a flow."""

    def tally(self, line: Any, period: Any) -> Any:
        """Count a position."""
        yield Tally({"selesai": at_least(period.end, line.postincubation_on)}, graduated=1)


def test_quarters_that_count_a_record_twice_say_what_to_mend() -> None:
    """A position at their ends is no flow."""
    wrong = Laws()
    wrong.indicator = Reached()  # type: ignore[misc]
    with pytest.raises(AssertionError, match=r"more than one of them counts the same record; .* timing is STOCK"):
        wrong.test_quarters()


def test_a_law_that_is_known_not_to_hold_is_passed_over() -> None:
    """It says which, and why."""
    with pytest.raises(unittest.SkipTest, match=r"^met is known not to hold: rounded by decree$"):
        KnownOfRounded().test_met()


def test_a_law_that_holds_and_is_said_not_to_fails() -> None:
    """Else the reason would stay when it is none any more."""
    with pytest.raises(AssertionError, match=r"(?s)^at_target: .*It holds, and is said not to: why not$"):
        WrongOfMeanDays().test_at_target()


def test_a_name_that_is_no_laws_is_refused() -> None:
    """Where the class is written, with the names that there are."""
    with refused(
        "laws.unknown", IndicatorError, indicator="Wrong", member="expected", value="met_", names=Laws.names()
    ):

        class Wrong(Laws):
            expected: ClassVar = {"met_": "a slip"}


@pytest.mark.parametrize("given", [{"quarters": " "}, {"quarters"}], ids=repr)
def test_a_law_that_is_known_not_to_hold_has_a_reason(given: Any) -> None:
    """Else nobody could tell whether it still should not."""
    with refused("laws.reason", IndicatorError, indicator="Wrong", member="expected", value=given):

        class Wrong(Laws):
            expected: ClassVar = given


def test_a_law_whose_examples_say_nothing_fails() -> None:
    """Records may be given, and these never count."""
    with pytest.raises(AssertionError, match=r"(?s)^order_free: .*\n0 of \d+ examples told anything"):
        OfFewRecords().test_order_free()


def test_fewer_examples_may_be_asked_for() -> None:
    """Of one class of laws; too few of them are not judged by how many say anything."""
    few = OfFewRecords()
    few.examples = 5  # type: ignore[misc]
    few.test_order_free()


def test_a_law_may_be_given_its_records() -> None:
    """Of one class of laws alone."""
    own = OfFewRecords()
    own.records = strategy(  # type: ignore[misc]
        Complaint, kind="uji", service="Pengujian", cost=60_000, days=st.integers(1, 9), answered_on=MARCH
    )
    own.test_order_free()


def test_a_class_in_the_place_of_an_indicator_is_told() -> None:
    """As `check_indicator` tells it."""
    wrong = Laws()
    wrong.indicator = MeanDays  # type: ignore[misc, assignment]
    with pytest.raises(AssertionError, match=r"(?s)^checked: .*IndicatorError: MeanDays is not an indicator"):
        wrong.test_checked()


class _AtLeastOne(Laws):
    indicator = attrs.evolve(ON_TIME, numerator=letter("tepat waktu", least=1))
    examples = 10


@pytest.mark.parametrize("name", ["test_order_free", "test_parts_add", "test_quarters"])
def test_sums_that_an_indicator_says_cannot_be_break_no_law(name: str) -> None:
    """Of fewer answers than its letter asks for there is no measurement."""
    assert None is getattr(_AtLeastOne(), name)()


@pytest.mark.parametrize(
    "indicator", [attrs.evolve(ON_TIME, most=60), attrs.evolve(LICENCES, least=0)], ids=lambda one: one.name
)
def test_records_whose_actual_cannot_be_break_no_law(indicator: Indicator[Any]) -> None:
    """Nobody scores a share above its most or a difference below its least; that they are drawn is no slip of it."""
    own = Laws()
    own.indicator, own.examples = indicator, 40  # type: ignore[misc]
    assert None is own.test_traces()


def test_records_that_an_indicator_says_cannot_be_are_its_error() -> None:
    """They were given, and no sum makes them impossible."""
    own = Laws()
    own.indicator = attrs.evolve(COSTS, part=True)  # type: ignore[misc]
    own.records = strategy(  # type: ignore[misc]
        Case, unit="A", indicator=COSTS.code, numerator=Fraction(460), denominator=Fraction(430), dated_on=MARCH
    )
    with pytest.raises(AssertionError) as caught:
        own.test_order_free()
    cause: Any = caught.value.__cause__
    assert "formula.part_above" == cause.code
