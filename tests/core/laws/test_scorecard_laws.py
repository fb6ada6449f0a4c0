"""What holds of every scorecard."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from hypothesis import assume, given
from hypothesis import strategies as st

from kinerja import BSPJI_PEKANBARU_2021_2024 as CATALOGUE
from kinerja import CatalogueError, Percent, Reason, Scorecard, ScorecardError, Scoring
from kinerja.measurement import lowest
from kinerja.testing import scorecards

if TYPE_CHECKING:
    from fractions import Fraction

    from kinerja import Entry

CODES = list(CATALOGUE)

numbers = st.fractions(-(10**15), 10**15)
texts = st.text(st.characters(exclude_categories=["Cs"]))


def places(plain: object, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """Return the path of every value inside plain data."""
    inside: list[tuple[str | int, Any]] = []
    if isinstance(plain, dict):
        inside = list(plain.items())
    elif isinstance(plain, list):
        inside = list(enumerate(plain))
    return [place for step, value in inside for place in ((*path, step), *places(value, (*path, step)))]


junk = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | texts
    | numbers.map(str)
    | st.sampled_from([*CODES, "N/A"]),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(texts, inner, max_size=2),
    max_leaves=4,
)


@given(numbers.map(Percent), st.from_type(Scoring))
def test_a_cap_is_idempotent(achievement: Percent, scoring: Scoring) -> None:
    """Capping what is capped changes nothing."""
    once = scoring.apply(achievement)
    assert once == scoring.apply(once)


@given(numbers.map(Percent), st.from_type(Scoring))
def test_a_cap_never_raises_an_achievement(achievement: Percent, scoring: Scoring) -> None:
    """What is published is at most what was achieved."""
    assert achievement == max(achievement, scoring.apply(achievement))


targets = st.sampled_from([(entry, year) for entry in CATALOGUE.values() for year in entry.targets])
at_least_the_target = st.fractions(1, 10)


@given(targets)
def test_an_actual_that_is_its_target_meets_it(target: tuple[Entry, int]) -> None:
    """At 100 %, whichever way is better."""
    entry, year = target
    score = CATALOGUE.scorecard(year, {entry.code: lowest(entry.targets[year])})[entry.code]
    assert (True, Percent(100)) == (score.met, score.achievement)


@given(st.sampled_from(sorted(CATALOGUE["SK3/4"].targets)), at_least_the_target, st.fractions(0, 1))
def test_a_cap_that_bites_is_what_is_published(year: int, times: Fraction, share: Fraction) -> None:
    """The uncapped achievement stands beside it, and the target is met as before."""
    actual, cap = times * lowest(CATALOGUE["SK3/4"].targets[year]), 100 + 100 * (times - 1) * share
    score = CATALOGUE.scorecard(year, {"SK3/4": actual}, scoring=Scoring(cap=cap))["SK3/4"]
    assert (100 * times, cap, True) == (score.uncapped, score.achievement, score.met)


@given(scorecards())
def test_a_scorecards_rows_are_the_catalogues(card: Scorecard) -> None:
    """Every indicator, in the decree's order, whatever was given."""
    assert CODES == [score.entry.code for score in card]


@given(scorecards())
def test_a_row_has_an_achievement_or_a_reason(card: Scorecard) -> None:
    """Never both, and never neither."""
    assert [True] * len(card) == [(score.achievement is None) is (score.reason is not None) for score in card]


@given(scorecards())
def test_the_target_is_met_from_100_percent_on(card: Scorecard) -> None:
    """Where more is better, the uncapped achievement says the same as the comparison."""
    assert [score.met for score in card] == [
        None if score.uncapped is None else score.uncapped >= 100 for score in card
    ]


@given(scorecards())
def test_a_scorecard_comes_back_from_json(card: Scorecard) -> None:
    """Without loss, measurements and remarks included."""
    assert card == Scorecard.from_json(card.to_json())


@given(st.data())
def test_counting_the_unmeasured_as_zero_never_raises_a_mean(data: st.DataObject) -> None:
    """Where no achievement is negative."""
    card = CATALOGUE.scorecard(
        data.draw(st.sampled_from(CATALOGUE.decree.years)),
        data.draw(st.dictionaries(st.sampled_from(CODES), st.integers(0, 10**15) | st.sampled_from(Reason))),
    )
    measured, with_zeros = card.mean(), card.mean(unmeasured="zero")
    assume(measured is not None and with_zeros is not None)
    assert with_zeros == min(measured, with_zeros)  # type: ignore[type-var]


@given(scorecards())
def test_the_mean_lies_between_the_least_and_the_highest_achievement(card: Scorecard) -> None:
    """It is a mean."""
    achieved = [score.achievement for score in card if score.achievement is not None]
    mean = card.mean()
    assert (mean is None) is (not achieved)
    assert mean is None or min(achieved) <= mean <= max(achieved)


@given(scorecards(), st.data())
def test_whatever_is_put_into_a_json_is_refused_or_follows(card: Scorecard, data: st.DataObject) -> None:
    """No other error, and nothing that would be written back otherwise than it was read."""
    plain = json.loads(card.to_json())
    place = data.draw(st.sampled_from(places(plain)))
    table: Any = plain
    for step in place[:-1]:
        table = table[step]
    table[place[-1]] = data.draw(junk)
    try:
        read = Scorecard.from_json(json.dumps(plain))
    except (ScorecardError, CatalogueError) as error:
        assert error.problems  # noqa: PT017 - refusing is one of the two ways it may go
    else:
        assert read == Scorecard.from_json(read.to_json())
