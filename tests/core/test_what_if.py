"""What if a target were another: assumed targets, marked as such wherever they lead."""

from __future__ import annotations

import json
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import pytest

from kinerja import BSPJI_PEKANBARU_2021_2024 as CATALOGUE
from kinerja import (
    Catalogue,
    CatalogueError,
    Language,
    Scorecard,
    ScorecardError,
    TraceError,
    compare,
    make_trace,
    verify_trace,
)
from kinerja.trace import explain
from said import sentence

if TYPE_CHECKING:
    from collections.abc import Mapping

WHAT_IF = CATALOGUE.with_targets({"SK3/4": {2024: 55, 2023: 60}})
ASSUMED = sentence("target.assumed", year="2024", target=Fraction(55), there=sentence("target.of_decree", target=50))


def card(period: int | str = 2024, targets: Mapping[str, int] | None = None) -> Scorecard:
    """Return a scorecard with an assumed target."""
    return WHAT_IF.scorecard(period, {"SK3/4": 44, "SK1/1": 1}, targets=targets)


def test_an_assumed_target_is_taken() -> None:
    """44 of 55 percent; the decree's stands beside it."""
    score = card()["SK3/4"]
    assert [55, 80, 50] == [score.target, score.achievement, score.decree_target]
    assert score.target_is_assumed


def test_the_clause_stays() -> None:
    """The decree's targets are those of the decree."""
    entry = WHAT_IF["SK3/4"]
    assert [CATALOGUE["SK3/4"].targets, 55] == [entry.targets, entry.target(2024)]


def test_what_was_assumed_before_stays() -> None:
    """Unless it is given again."""
    again = WHAT_IF.with_targets({"SK3/4": {2024: 56}})
    assert {2024: 56, 2023: 60} == dict(again["SK3/4"].assumed)


def test_a_year_without_a_target_may_have_one() -> None:
    """The baseline's year has none of the decree; which is said."""
    score = CATALOGUE.with_targets({"SK3/4": {2021: 30}}).scorecard(2021, {"SK3/4": 15})["SK3/4"]
    assert [50, None] == [score.achievement, score.decree_target]
    assert "Target diandaikan; di keputusan: -." in str(score.document())


@pytest.mark.parametrize(
    ("language", "headline"),
    [(Language.INDONESIAN, "2024, target SK3/4 diandaikan"), (Language.ENGLISH, "2024, the target of SK3/4 assumed")],
)
def test_the_headline_marks_it(language: Language, headline: str) -> None:
    """In both languages, in a comparison too."""
    assert headline in card().document(language).title[0]
    assert headline in str(compare(CATALOGUE.scorecard(2024, {}), card()).document(language))


def test_the_row_marks_it() -> None:
    """With the decree's target."""
    assert "Target diandaikan; di keputusan: 50." in str(card())


def test_nothing_is_marked_where_nothing_is_assumed() -> None:
    """Of a year with the decree's targets alone."""
    assert "diandaikan" not in str(card(2022))


def test_an_own_target_comes_first() -> None:
    """It is no assumption."""
    score = card(targets={"SK3/4": 44})["SK3/4"]
    assert [100, False] == [score.achievement, score.target_is_assumed]


def test_it_survives_json() -> None:
    """The same scorecard comes back."""
    assert card() == Scorecard.from_json(card().to_json())


def test_json_without_the_assumption_is_refused() -> None:
    """The target does not follow from the decree."""
    plain = json.loads(card().to_json())
    del plain["scores"][-1]["assumed"]
    with pytest.raises(ScorecardError):
        Scorecard.from_json(json.dumps(plain))


def test_the_trace_holds_and_says_it_is_assumed() -> None:
    """The clause is the decree's; the assumption is a remark."""
    verification = verify_trace(make_trace(WHAT_IF, "SK3/4", 2024, 44).to_json())
    assert (True, [ASSUMED]) == (verification.holds, [one.allowed for one in verification.remarks])


def test_the_page_of_a_trace_says_it_in_its_title() -> None:
    """Below the name."""
    assert ASSUMED.id == explain(make_trace(WHAT_IF, "SK3/4", 2024, 44)).title[-1]


def test_the_catalogue_says_it() -> None:
    """Below the decree's own targets."""
    assert f"SK3/4: {ASSUMED.id}" in str(WHAT_IF.document())


def test_its_entry_says_it() -> None:
    """Where the targets stand."""
    assert ASSUMED.id in str(WHAT_IF["SK3/4"].document())


def test_what_is_needed_follows_it() -> None:
    """110 % of 55."""
    assert Fraction(121, 2) == WHAT_IF["SK3/4"].needed(2024, 110).actual


def test_what_is_needed_says_that_its_target_is_assumed() -> None:
    """Behind what is worked out; of other years it says nothing."""
    assert [f"110 × 55 / 100 = 60,5\n{ASSUMED.id}", "110 × 40 / 100 = 44"] == [
        str(WHAT_IF["SK3/4"].needed(year, 110)) for year in (2024, 2022)
    ]


@pytest.mark.parametrize(
    ("targets", "code"),
    [
        ({"SK9": {2024: 1}}, "name.unknown"),
        ({"SK3/4": {2030: 1}}, "decree.year_outside"),
        ({"SK3/4": {2024: 0}}, "target.impossible"),
        ({"SK1/1": {2024: 1.5}}, "quantity.whole"),
        ({"SK1/1": {"tahun lalu": 1}}, "period.other"),
    ],
)
def test_what_cannot_be_assumed_is_refused(targets: Mapping[str, Mapping[Any, float]], code: str) -> None:
    """By code and year."""
    with pytest.raises(CatalogueError) as caught:
        CATALOGUE.with_targets(targets)
    assert [code] == [one.code for one in caught.value.problems]


@pytest.mark.parametrize("targets", [55, None, [2024, 55]])
def test_a_target_without_its_year_is_refused(targets: Any) -> None:
    """As a frame's own targets are given, which are of one period."""
    with pytest.raises(CatalogueError) as caught:
        CATALOGUE.with_targets({"SK3/4": targets})
    assert [("SK3/4", "target.no_years")] == [(one.place, one.code) for one in caught.value.problems]


def test_plain_data_holds_what_is_assumed_beside_the_decree() -> None:
    """There and back; the decree's targets stay those of the decree."""
    plain = WHAT_IF.to_dict()
    assert CATALOGUE.to_dict() | {"assumed": {"SK3/4": {"2024": "55", "2023": "60"}}} == plain
    assert WHAT_IF == Catalogue.from_dict(plain) == Catalogue.from_json(WHAT_IF.to_json())


@pytest.mark.parametrize(
    ("assumed", "place"),
    [({"SK9": {"2024": "1"}}, "SK9"), ({"SK3/4": {"2024": "0"}}, "SK3/4.2024"), ([], "assumed"), (None, "assumed")],
)
def test_plain_data_that_assumes_what_cannot_be_is_refused(assumed: object, place: str) -> None:
    """By the same check."""
    with pytest.raises(CatalogueError) as caught:
        Catalogue.from_dict(CATALOGUE.to_dict() | {"assumed": assumed})
    assert [place] == [one.place for one in caught.value.problems]


def test_all_of_it_is_told_at_once() -> None:
    """Two slips, two problems, each with its place."""
    with pytest.raises(CatalogueError) as caught:
        CATALOGUE.with_targets({"SK9": {2024: 1}, "SK3/4": {2024: -1}})
    assert ["SK9", "SK3/4.2024"] == [one.place for one in caught.value.problems]


def test_a_trace_that_assumes_what_cannot_be_is_refused() -> None:
    """As the catalogue would refuse it."""
    plain = json.loads(make_trace(WHAT_IF, "SK3/4", 2024, 44).to_json())
    plain["assumed"]["2024"] = "-1"
    with pytest.raises(TraceError) as caught:
        verify_trace(json.dumps(plain))
    told = [(one.place, one.code) for one in caught.value.problems]
    assert [("trace.assumed.2024", "target.impossible")] == told


def test_a_target_of_several_units_is_none_of_these() -> None:
    """A count of two units has no target of one, assumed or not."""
    what_if: Catalogue = CATALOGUE.with_targets({"SK1/1": {2024: 2}})
    score = what_if.scorecard(2024, {"SK1/1": 2}, units=["Medan", "Padang"])["SK1/1"]
    assert (None, False) == (score.target, score.target_is_assumed)
