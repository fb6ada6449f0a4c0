"""What an achievement needs: the inverse of setting an actual against its target."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import attrs
import pytest

from kinerja import (
    BSPJI_PEKANBARU_2021_2024,
    PERCENT,
    AccreditedScopeGrowth,
    AssistedCompanyCount,
    Indicator,
    InexactNumberError,
    Language,
    N,
    P3DNRatio,
    Percent,
    PNBPGrowth,
    Polarity,
    TargetError,
    Text,
    Unit,
    Variable,
)
from kinerja.formulas import Letter, Mean
from kinerja.indicators import AllAssistedCount, JointProofCount
from office import IKPA
from said import refused, sentence

if TYPE_CHECKING:
    from kinerja._base import Number

CASE = Unit(name=Text(id="Kasus", en="case"), whole=True)
MARK = Unit(name=Text(id="Indeks (skala 4)", en="index (scale of 4)"))


def variable(name: str, *, divisor: bool = False, unit: Unit = CASE) -> Variable:
    """Return a variable of this name."""
    return Variable(name=name, symbol=name, label=Text(id=name, en=name), unit=unit, divisor=divisor)


@attrs.frozen(kw_only=True)
class Complaints(Indicator[object]):
    """Complaints for each hundred cases; less is better."""

    unit = PERCENT
    polarity = Polarity.MINIMISE
    variables = (variable("complaints"), variable("cases", divisor=True))

    @staticmethod
    def formula(complaints: N, cases: N) -> N:
        """Return the share."""
        return 100 * complaints / cases


@attrs.frozen(kw_only=True)
class Square(Indicator[object]):
    """An area, as no decree has it."""

    unit = PERCENT
    variables = (variable("side", unit=PERCENT),)

    @staticmethod
    def formula(side: N) -> N:
        """Return the area."""
        return side * side


@attrs.frozen(kw_only=True)
class Mark(Indicator[object]):
    """A mark on a scale of 4."""

    unit = MARK
    variables = (variable("mark", unit=MARK), variable("nothing", unit=MARK))

    @staticmethod
    def formula(mark: N, nothing: N) -> N:
        """Return the mark."""
        return mark + 0 * nothing


@pytest.mark.parametrize(
    ("code", "actual"),
    [("SK1/1", 2), ("SK3/1", 11), ("SK3/2", Fraction(11, 5)), ("SK3/3", 2), ("SK3/4", Fraction(99, 2))],
)
def test_an_entry_says_the_actual_that_is_needed(code: str, actual: Fraction) -> None:
    """110 percent of the target of 2023, whole where the unit is."""
    assert actual == BSPJI_PEKANBARU_2021_2024[code].needed(2023, 110).actual


def test_an_entry_without_indicator_says_it_too() -> None:
    """Nothing is asked of a formula."""
    entry = attrs.evolve(BSPJI_PEKANBARU_2021_2024["SK3/4"], indicator=None)
    assert (Fraction(99, 2), None) == (entry.needed(2023, 110).actual, entry.needed(2023, 110).quantity)


def test_of_an_entry_too_less_is_reflected_unless_said() -> None:
    """(2T - R) / T x 100 of 110 percent is R = 0.9 T."""
    entry = attrs.evolve(BSPJI_PEKANBARU_2021_2024["SK3/4"], polarity=Polarity.MINIMISE)
    assert Fraction(81, 2) == entry.needed(2023, 110).actual


def test_a_year_without_a_target_is_refused() -> None:
    """The baseline's year has none."""
    with pytest.raises(TargetError):
        BSPJI_PEKANBARU_2021_2024["SK3/4"].needed(2021, 110)


def test_a_ratio_says_how_much_numerator() -> None:
    """Of the ceiling that is given."""
    needed = P3DNRatio().needed(45, 110, given={"ceiling": 12_131_595_000})
    assert ["realised", 6_005_139_525] == [needed.missing, needed.quantity]


def test_a_growth_says_the_year_before_too() -> None:
    """Whichever quantity is not given is looked for, below a fraction as above."""
    needed = PNBPGrowth().needed(2, 100, given={"current": 102})
    assert ["previous", 100] == [needed.missing, needed.quantity]


def test_what_is_missing_of_a_difference() -> None:
    """12 scopes make a gain of 2."""
    assert 12 == AccreditedScopeGrowth().needed(1, 200, given={"previous": 10}).quantity


def test_what_is_missing_of_a_sum() -> None:
    """3 + 2 - 4 make 1; more than the 4 of which it is a part it cannot be."""
    known = {"with_capability": 2, "with_any": 4}
    asked = [JointProofCount().needed(target, 100, given=known) for target in (1, 2, 3)]
    assert [3, 4, None] == [needed.quantity for needed in asked]


def test_where_less_is_better_it_is_the_most() -> None:
    """At most 27 of 300 make 110 % of a target of 10; the exact share needs no rounding."""
    needed = Complaints().needed(10, 110, given={"cases": 305})
    assert [9, 27] == [needed.actual, needed.quantity]


def test_a_divisor_is_rounded_to_where_it_reaches() -> None:
    """27 complaints in 300 cases are 9 %, in 299 too many."""
    assert 300 == Complaints().needed(10, 110, given={"complaints": 27}).quantity
    assert 312 == Complaints().needed(10, 110, given={"complaints": 28}).quantity


def test_the_rule_of_the_ratio_is_turned_round_too() -> None:
    """T / R x 100 of 10 and 4 is 250."""
    assert 4 == Complaints().needed(10, 250, minimise="ratio").actual


def out_of_reach(asked: int, why: Text) -> tuple[None, Text]:
    """Return no actual, and the reason that stands in its place."""
    return None, sentence("needed.out_of_reach", asked=Fraction(asked), why=why)


def test_what_is_above_the_cap_is_out_of_reach() -> None:
    """No actual makes more than is published."""
    needed = P3DNRatio().needed(45, 130, cap=120)
    assert out_of_reach(130, sentence("needed.above_cap", cap=Fraction(120))) == (needed.actual, needed.text)


def test_what_is_at_the_cap_is_not() -> None:
    """A cap of 120 is published as 120."""
    assert 54 == P3DNRatio().needed(45, 120, cap=120).actual


def test_no_ratio_makes_nothing() -> None:
    """T / R x 100 is above 0, whatever R."""
    needed = Complaints().needed(10, 0, minimise="ratio")
    assert out_of_reach(0, sentence("needed.always_above")) == (needed.actual, needed.text)


def test_a_whole_actual_of_nothing_cannot_be_divided_by() -> None:
    """T / R x 100 of a target of 3 is 300 at one, and nothing above that."""
    entry = attrs.evolve(BSPJI_PEKANBARU_2021_2024["SK1/1"], polarity=Polarity.MINIMISE, indicator=None)
    needed = attrs.evolve(entry, targets={2023: Fraction(3)}).needed(2023, 400, minimise="ratio")
    why = sentence("achievement.undefined", value=Fraction(0))
    assert out_of_reach(400, why) == (needed.actual, needed.text)


def test_what_the_bounds_forbid_is_out_of_reach() -> None:
    """An index of 4,5 on a scale of 4."""
    needed = Mark().needed(3, 150, given={"nothing": 0})
    what = Text(id="realisasi", en="actual")
    named = {"indicator": "Mark", "field": what, "what": what}
    why = sentence("quantity.most", value=Fraction(9, 2), limit=Fraction(4), **named)
    assert out_of_reach(150, why) == (needed.actual, needed.text)


def test_a_quantity_that_cannot_be_is_out_of_reach() -> None:
    """12 companies improved, of 3 assisted."""
    needed = Complaints().needed(10, 300, given={"cases": 5})
    assert needed.actual is None


def test_what_no_quantity_changes_is_out_of_reach() -> None:
    """A factor of 0 takes it away."""
    needed = Mark().needed(3, 100, given={"mark": 1})
    why = sentence("needed.not_by", what=Text(id="nothing", en="nothing"))
    assert out_of_reach(100, why) == (needed.actual, needed.text)


@pytest.mark.parametrize("improved", [2, 3])
def test_what_is_reached_whatever_the_quantity_is_in_reach(improved: int) -> None:
    """2 companies of any number of them improved, and 2 are needed."""
    needed = BSPJI_PEKANBARU_2021_2024["SK2/1"].needed(2023, 110, given={"improved": improved})
    (assisted, _) = AssistedCompanyCount().variables
    why = sentence("needed.whatever", what=assisted.label, made=Fraction(improved))
    assert (Fraction(2), None, f"110 × 1 / 100 = 1,1, dihitung utuh 2; {why.id}") == (
        needed.actual,
        needed.quantity,
        str(needed),
    )


def test_what_cannot_be_reaches_nothing() -> None:
    """Half a company did not improve."""
    assert BSPJI_PEKANBARU_2021_2024["SK2/1"].needed(2023, 110, given={"improved": 2.5}).actual is None


def test_all_quantities_but_one_are_given() -> None:
    """Neither a part of the others, nor one that is none."""
    with refused("needed.not_all_but_one", indicator="P3DNRatio", value=["pagu"], names=["realised", "ceiling"]):
        P3DNRatio().needed(45, 110, given={"pagu": 1})


def test_a_square_is_not_turned_round() -> None:
    """It has two roots or none."""
    with refused("needed.not_straight"):
        Square().needed(45, 110)


def test_what_is_given_is_a_number() -> None:
    """As everywhere."""
    with pytest.raises(InexactNumberError):
        P3DNRatio().needed(45, 110, given={"ceiling": True})


def test_a_target_of_nothing_is_refused() -> None:
    """As by achievement."""
    with refused("target.not_positive", value=Fraction(0)):
        P3DNRatio().needed(0, 110)


def test_it_is_worked_in_both_languages() -> None:
    """The rule turned round, then the formula."""
    needed = P3DNRatio().needed(45, 110, given={"ceiling": 10_000})
    expected = (
        "110 × 45 / 100 = 49,5; 100 × 4.950 / 10.000 = 49,5",
        "110 × 45 / 100 = 49.5; 100 × 4,950 / 10,000 = 49.5",
    )
    assert expected == (str(needed), needed.text.read(Language.ENGLISH))


def test_what_is_rounded_says_so() -> None:
    """1,1 companies are two."""
    needed = AssistedCompanyCount().needed(1, 110)
    worked = Text(id="110 × 1 / 100 = 1,1", en="110 × 1 / 100 = 1.1")
    assert sentence("needed.rounded", line=worked, whole=Fraction(2)) == needed.text


def test_it_says_what_was_asked_for() -> None:
    """In percent."""
    assert Percent(110) == P3DNRatio().needed(45, 110).achievement


DAYS = Unit(name=Text(id="Hari", en="day"))
CASES = Mean(
    code="1", unit=DAYS, polarity=Polarity.MINIMISE, averaged=Letter(label=Text(id="lama", en="delay"), unit=DAYS)
)


def test_nothing_divided_by_anything_reaches_it_whatever_that_is() -> None:
    """No day in all is no day on average, however many cases there are."""
    needed = CASES.needed(10, 50, given={"total": 0})
    line = Text(id="(200 - 50) × 10 / 100 = 15", en="(200 - 50) × 10 / 100 = 15")
    said = sentence("needed.whatever", what=CASES.variables[1].label, made=Fraction(0))
    assert (Fraction(15), Text.joined([line, said], "; ")) == (needed.actual, needed.text)


def test_a_quantity_that_cannot_be_as_small_as_would_do_is_as_small_as_it_can_be() -> None:
    """One company would do; of two that improved there are two."""
    needed = AllAssistedCount().needed(2, 50, given={"improved": 2})
    assert {"assisted": 2, "improved": 2} == dict(needed.quantities or {})


def test_a_divisor_of_nothing_is_out_of_reach() -> None:
    """Whatever the other quantities are."""
    needed = P3DNRatio().needed(45, 110, given={"ceiling": 0})
    assert (None, None) == (needed.actual, needed.quantities)
    weighted = IKPA.needed(90, 100, given={"weighted": 0, "weight": 0})
    assert (None, None) == (weighted.actual, weighted.quantities)


@attrs.frozen(kw_only=True)
class CostOfACase(Indicator[object]):
    """What a case costs; less is better, and there are at most five."""

    unit = Unit(name=Text(id="Rupiah", en="rupiah"))
    polarity = Polarity.MINIMISE
    variables = (variable("cost"), attrs.evolve(variable("cases", divisor=True), most=5))

    @staticmethod
    def formula(cost: N, cases: N) -> N:
        """Return the cost of one."""
        return cost / cases


def test_no_divisor_of_nothing_is_tried() -> None:
    """Ten cases there cannot be, and five cost twenty each."""
    assert CostOfACase().needed(10, 100, given={"cost": 100}).actual is None


@attrs.frozen(kw_only=True)
class HalfMark(Mark):
    """Half a mark, whatever the other is."""

    @staticmethod
    def formula(mark: N, nothing: N) -> N:
        """Return the half."""
        return (mark + 0 * nothing) / 2


def test_what_is_reached_whatever_the_quantity_is_says_how_far() -> None:
    """Half of 3 is one and a half."""
    needed = HalfMark().needed(1, 100, given={"mark": 3})
    said = sentence("needed.whatever", what=Text(id="nothing", en="nothing"), made=Fraction(3, 2))
    assert (Fraction(1), f"100 × 1 / 100 = 1; {said.id}") == (needed.actual, str(needed))


@attrs.frozen(kw_only=True)
class TwiceOfItself(Mark):
    """Three times a mark of twice the mark: the same whatever it is."""

    variables = (variable("mark", unit=MARK, divisor=True), variable("nothing", unit=MARK))

    @staticmethod
    def formula(mark: N, nothing: N) -> N:
        """Return one and a half."""
        return 3 * mark / (2 * mark) + 0 * nothing


def test_what_a_quantity_makes_of_itself_is_reached_whatever_it_is() -> None:
    """Three halves."""
    needed = TwiceOfItself().needed(1, 100, given={"nothing": 3})
    said = sentence("needed.whatever", what=Text(id="mark", en="mark"), made=Fraction(3, 2))
    assert f"100 × 1 / 100 = 1; {said.id}" == str(needed)


@attrs.frozen(kw_only=True)
class Rest(Indicator[object]):
    """What is left of a whole; a part may be below zero."""

    unit = CASE
    variables = (variable("whole"), attrs.evolve(variable("part"), part_of="whole", least=None))

    @staticmethod
    def formula(whole: N, part: N) -> N:
        """Return the rest."""
        return whole - part


def test_a_part_is_at_most_its_whole() -> None:
    """More would do; there is no more."""
    needed = Rest().needed(10, -50, given={"whole": 100})
    assert (Fraction(-5), Fraction(100)) == (needed.actual, needed.quantity)


@pytest.mark.parametrize(("asked", "actual"), [(100, 80), (Fraction("100.5"), Fraction("90.45")), (90, 72)])
def test_of_a_target_that_is_a_range_more_than_all_is_reckoned_from_its_farther_end(
    asked: Number, actual: Number
) -> None:
    """Within it everything achieves 100 %."""
    entry = attrs.evolve(BSPJI_PEKANBARU_2021_2024["SK3/4"], targets={2023: (80, 90)})
    assert actual == entry.needed(2023, asked).actual
