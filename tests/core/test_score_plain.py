"""Rows of a scorecard as plain data: read back by what they were set against, and only where they follow."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

import pytest

from kinerja import BSPJI_PEKANBARU_2021_2024 as CATALOGUE
from kinerja import P3DNRatio, Reason, Score, ScorecardError, Scoring
from kinerja.scorecards import Basis

if TYPE_CHECKING:
    from kinerja.measurement import Measurement

BASIS = Basis.of(CATALOGUE.decree, 2023, scoring=Scoring(cap=120), own=False)
ENTRY = CATALOGUE["SK3/4"]
MEASURED = P3DNRatio().measure(realised=100, ceiling=300)


def _problems(data: Any) -> list[tuple[str, str]]:
    with pytest.raises(ScorecardError) as caught:
        Score.from_dict(data, entry=ENTRY, basis=BASIS)
    return [(problem.code, problem.place) for problem in caught.value.problems]


@pytest.mark.parametrize("value", [Fraction(200, 3), MEASURED, None, Reason.NOT_MEASURED])
@pytest.mark.parametrize("own", [None, 50])
def test_a_row_comes_back(value: Fraction | Measurement | Reason | None, own: int | None) -> None:
    """With the office's own target too."""
    row = BASIS.score(ENTRY, value, own, "sementara")
    assert row == Score.from_dict(row.to_dict(), entry=ENTRY, basis=BASIS)


def test_a_row_comes_back_with_the_settings_of_its_unit() -> None:
    """They stand in the row, not in the entry."""
    entry = CATALOGUE.with_settings({"SK3/2": {"accounts": ["425283"]}})["SK3/2"]
    row = BASIS.score(entry, 3)
    assert row == Score.from_dict(row.to_dict(), entry=CATALOGUE["SK3/2"], basis=BASIS)


def test_a_figure_that_does_not_follow_is_refused() -> None:
    """From the actual, the target and the cap."""
    plain = BASIS.score(ENTRY, 54).to_dict()
    forged = {**plain, "achievement": "130"}
    assert [("scorecard.figure_differs", "score[SK3/4].achievement")] == _problems(forged)


def test_a_row_of_another_code_is_refused() -> None:
    """The entry says of which it is."""
    plain = BASIS.score(CATALOGUE["SK1/1"], 2).to_dict()
    assert [("scorecard.figure_differs", "score[SK3/4].code")] == _problems(plain)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ([], [("part.table_missing", "score[SK3/4]")]),
        ({**BASIS.score(ENTRY, 54).to_dict(), "nilai": 1}, [("name.unknown", "score[SK3/4].nilai")]),
        (
            {**BASIS.score(ENTRY, 54).to_dict(), "actual": "101"},
            [("scorecard.figure_differs", "score[SK3/4].uncapped")],
        ),
    ],
)
def test_what_is_no_row_is_refused(data: Any, expected: list[tuple[str, str]]) -> None:
    """By its place; another actual gives another figure."""
    assert expected == _problems(data)


def test_an_actual_that_cannot_be_is_refused() -> None:
    """As a scorecard refuses it."""
    plain = BASIS.score(CATALOGUE["SK1/1"], 2).to_dict() | {"actual": "1/2"}
    with pytest.raises(ScorecardError) as caught:
        Score.from_dict(plain, entry=CATALOGUE["SK1/1"], basis=BASIS)
    assert [("quantity.whole", "score[SK1/1]")] == [(one.code, one.place) for one in caught.value.problems]
