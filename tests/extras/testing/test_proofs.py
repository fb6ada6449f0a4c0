"""Proofs: what the formulas promise of all numbers, and what is refuted."""

from __future__ import annotations

import sys
import unittest
from fractions import Fraction
from typing import Any

import pytest
import z3

import kinerja
from kinerja import PERCENT, Indicator, IndicatorError, MissingExtraError, Polarity, Text, Variable
from kinerja._base import FrozenMap
from kinerja.formulas import Count, Mean, Value
from kinerja.testing import Claim, Laws, Verdict, can_prove, prove, prove_achievement
from kinerja.testing import proofs as module
from office import IKPA, MARK, SAKIP, letter

SEVEN = [
    kinerja.TenantCount(),
    kinerja.CollaborationCount(),
    kinerja.AssistedCompanyCount(),
    kinerja.ProductivityDelta(),
    kinerja.PNBPGrowth(),
    kinerja.AccreditedScopeGrowth(),
    kinerja.P3DNRatio(),
]
ACHIEVEMENT = ["at_target", "monotone", "scale_free", "met", "range_inside", "range_monotone"]


def variable(name: str, **stated: Any) -> Variable:
    """Return a variable that is called by its name."""
    return Variable(name=name, symbol=name.upper(), label=Text(id=name, en=name), unit=PERCENT, **stated)


class Weighed(Indicator[object]):
    """A formula that is wrong of parts: a product does not add."""

    unit = PERCENT
    variables = (variable("part", part_of="whole"), variable("weight", most=5), variable("whole", divisor=True))
    least, most = 0, 500

    @staticmethod
    def formula(part: Any, weight: Any, whole: Any) -> Any:
        """Weigh the share."""
        return 100 * part * weight / whole


class Blended(Indicator[object]):
    """Two shares, each of its own whole."""

    unit = PERCENT
    polarity = Polarity.MINIMISE
    variables = (variable("a"), variable("b", divisor=True), variable("c"), variable("d", divisor=True))

    @staticmethod
    def formula(a: Any, b: Any, c: Any, d: Any) -> Any:
        """Add them."""
        return a / b + c / d


class OfWeighed(Laws):
    """The laws of a formula that breaks one."""

    indicator = Weighed()


class OfTenants(Laws):
    """The laws of one that breaks none."""

    indicator = kinerja.TenantCount()


def verdicts(claims: tuple[Claim, ...]) -> dict[str, str]:
    """Return what became of each claim, by its name."""
    return {claim.name: claim.verdict.name for claim in claims}


def claim(indicator: Indicator[Any], name: str) -> Claim:
    """Return one claim of an indicator."""
    return next(one for one in prove(indicator) if one.name == name)


@pytest.mark.parametrize("indicator", SEVEN, ids=lambda one: one.name)
def test_what_the_library_promises_is_proved(indicator: Indicator[Any]) -> None:
    """Of each of the seven every claim is proved, but for the mean of percentages."""
    wrong = [one.name for one in prove(indicator) if one.verdict is not Verdict.PROVED]
    assert wrong in ([], ["mean_of_parts"])


def test_what_is_claimed_of_a_ratio() -> None:
    """The rule of its achievement, shares of the whole and of parts, and which way it moves."""
    assert verdicts(prove(kinerja.P3DNRatio())) == {
        **dict.fromkeys([*ACHIEVEMENT, "same_share", "weighted_mean", "between_parts"], "PROVED"),
        "mean_of_parts": "REFUTED",
        "direction.realised": "PROVED",
        "direction.ceiling": "PROVED",
    }


def test_what_is_claimed_of_a_difference() -> None:
    """It adds, and many times of everything is many times as much."""
    asked = [*ACHIEVEMENT, "in_proportion", "additive", "direction.previous", "direction.current"]
    assert verdicts(prove(kinerja.AccreditedScopeGrowth())) == dict.fromkeys(asked, "PROVED")


@pytest.mark.parametrize(
    ("polarity", "minimise"),
    [(Polarity.MAXIMISE, "reflected"), (Polarity.MINIMISE, "reflected"), (Polarity.MINIMISE, "ratio")],
)
def test_each_rule_of_an_achievement_is_proved(polarity: Polarity, minimise: Any) -> None:
    """More is better, less is better reflected at the target, and less is better as a ratio."""
    assert verdicts(prove_achievement(polarity, minimise=minimise)) == dict.fromkeys(ACHIEVEMENT, "PROVED")


def test_the_mean_of_percentages_is_refuted_with_small_numbers() -> None:
    """0 of 1 and 1 of 2 are 1 of 3, not a quarter."""
    numbers = {"realised_1": 0, "ceiling_1": 1, "realised_2": 1, "ceiling_2": 2}
    mean = claim(kinerja.P3DNRatio(), "mean_of_parts")
    assert (dict(mean.counterexample), mean.as_expected) == (
        {name: Fraction(one) for name, one in numbers.items()},
        True,
    )


def test_a_claim_reads_as_a_sentence() -> None:
    """With its verdict, and the numbers of which it does not hold."""
    mean = claim(kinerja.P3DNRatio(), "mean_of_parts")
    numbers = "realised_1 = 0, ceiling_1 = 1, realised_2 = 1, ceiling_2 = 2"
    assert [str(mean), mean.text.en] == [
        f"mean_of_parts: nilai keseluruhan adalah rata-rata nilai kedua bagiannya (terbantah: {numbers})",
        f"mean_of_parts: the whole is the mean of its two parts (refuted: {numbers})",
    ]


@pytest.mark.parametrize(
    "indicator",
    [
        Value(code="IK.6", unit=MARK, given=letter("nilai", MARK), least=1, most=4),
        Mean(code="IK.7", unit=MARK, averaged=letter("nilai", MARK), most=4),
        Count(code="IK.8", unit=MARK, counted=letter("buah", MARK), most=500),
    ],
    ids=lambda one: one.name,
)
def test_a_bound_of_what_nothing_bounds_is_no_promise(indicator: Indicator[Any]) -> None:
    """It says which figures are refused; a formula promises it where its quantities are bounded."""
    assert [] == [claim for claim in prove(indicator) if not claim.as_expected]


def test_a_wrong_formula_is_refuted() -> None:
    """A product does not come together from its parts; what else holds of it is proved."""
    assert {name: verdict for name, verdict in verdicts(prove(Weighed())).items() if name not in ACHIEVEMENT} == {
        "in_proportion": "PROVED",
        "least": "PROVED",
        "most": "PROVED",
        "weighted_mean": "REFUTED",
        "between_parts": "REFUTED",
        "mean_of_parts": "REFUTED",
        "direction.part": "PROVED",
        "direction.weight": "PROVED",
        "direction.whole": "PROVED",
    }


def test_a_counterexample_breaks_the_claim_exactly() -> None:
    """What z3 found is held against the formula on fractions."""
    of = claim(Weighed(), "weighted_mean").counterexample
    first, second = (Weighed.formula(*(of[f"{name}_{part}"] for name in ("part", "weight", "whole"))) for part in "12")
    whole = Weighed.formula(*(of[f"{name}_1"] + of[f"{name}_2"] for name in ("part", "weight", "whole")))
    assert whole * (of["whole_1"] + of["whole_2"]) != first * of["whole_1"] + second * of["whole_2"]


@pytest.mark.parametrize(
    ("indicator", "name", "said"),
    [
        (Weighed(), "whole", "with more of it the actual never rises"),
        (Weighed(), "part", "with more of it the actual never falls"),
        (kinerja.AssistedCompanyCount(), "assisted", "the actual does not depend on it"),
        (kinerja.PNBPGrowth(), "previous", "with more of it the actual may rise and may fall"),
    ],
    ids=["falls", "rises", "stays", "both"],
)
def test_each_variable_has_its_direction(indicator: Indicator[Any], name: str, said: str) -> None:
    """Whether the actual rises or falls with it, within what the variables can be."""
    assert claim(indicator, f"direction.{name}").sentence.en.endswith(said)


def test_of_two_wholes_nothing_is_claimed_of_parts() -> None:
    """A sum of shares is neither a count nor a share; that many times of everything gives the same still holds."""
    asked = [*ACHIEVEMENT, "same_share", *(f"direction.{name}" for name in "abcd")]
    assert verdicts(prove(Blended())) == dict.fromkeys(asked, "PROVED")


def test_of_an_achievement_of_ones_own_nothing_is_claimed() -> None:
    """It is not the library's rule that it follows."""

    class Doubled(kinerja.TenantCount):
        def achievement(self, target: Any, actual: Any) -> Any:
            return kinerja.achievement(target, 2 * actual)

    assert not {*ACHIEVEMENT} & verdicts(prove(Doubled())).keys()


def test_what_is_not_answered_in_time_is_unknown(monkeypatch: pytest.MonkeyPatch) -> None:
    """It never counts as proved."""
    monkeypatch.setattr(z3.Solver, "check", lambda _: z3.unknown)
    claims = prove(kinerja.P3DNRatio())
    assert {(one.verdict, one.as_expected) for one in claims} == {(Verdict.UNKNOWN, False)}


def test_a_counterexample_that_is_no_fraction_proves_nothing() -> None:
    """Only a root breaks the statement, and no fraction is one."""
    root = module._Statement(  # noqa: SLF001 - no formula of + - * / asks for a root alone
        name="root",
        sentence=Text(id="akar", en="root"),
        numbers=("side",),
        says=lambda side: [side > 0, side * side != 2],
    )
    assert module._tried(root).verdict is Verdict.UNKNOWN  # noqa: SLF001 - as above


def test_a_large_counterexample_is_given_too() -> None:
    """Where no small whole numbers break a statement, those that z3 found are given."""
    large = module._Statement(  # noqa: SLF001 - as above
        name="small",
        sentence=Text(id="kecil", en="small"),
        numbers=("number",),
        says=lambda number: [number >= 0, number < Fraction(201, 2)],
    )
    assert module._tried(large).counterexample["number"] >= Fraction(201, 2)  # noqa: SLF001 - as above


def test_an_indicator_that_cannot_be_right_is_not_tried() -> None:
    """A condition in a formula would compare writings, not numbers."""

    class Conditional(Indicator[object]):
        unit = PERCENT
        variables = (variable("part"), variable("whole"))

        @staticmethod
        def formula(part: Any, whole: Any) -> Any:
            return 100 if part == whole else part

    with pytest.raises(IndicatorError):
        prove(Conditional())


def test_without_z3_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """Proofs are no part of any extra."""
    monkeypatch.setitem(sys.modules, "z3", None)
    with pytest.raises(MissingExtraError) as error:
        prove(kinerja.TenantCount())
    assert error.value.code == "proof.no_solver"


def test_the_law_holds_what_is_proved() -> None:
    """A wrong formula breaks the law, which names the claims and their counterexamples."""
    with pytest.raises(AssertionError) as caught:
        OfWeighed().test_proved()
    assert "weighted_mean" in str(caught.value)


def test_the_law_is_passed_over_where_z3_is_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    """It says so."""
    monkeypatch.setattr("kinerja.testing.laws.can_prove", lambda: False)
    with pytest.raises(unittest.SkipTest):
        OfTenants().test_proved()


def test_whether_z3_is_installed_is_known() -> None:
    """It is, where this test runs."""
    assert can_prove()


def test_a_claim_without_a_counterexample_is_equal_to_its_like() -> None:
    """Claims are values."""
    made = [
        Claim(name="a", sentence=Text(id="b", en="b"), verdict=Verdict.PROVED, counterexample=FrozenMap())
        for _ in range(2)
    ]
    assert made[0] == made[1]


def test_of_what_never_adds_nothing_is_claimed_of_parts() -> None:
    """An index less a deduction is no mean of parts, and a mark is no sum."""
    promised = {"same_share", "in_proportion", "additive", "weighted_mean", "between_parts", "mean_of_parts"}
    assert set() == promised & {claim.name for one in (SAKIP, IKPA) for claim in prove(one)}
