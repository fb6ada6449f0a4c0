"""Traces and scorecards that an earlier version of the library wrote, and that stay true."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
import pytest

from kinerja import BSPJI_PEKANBARU_2021_2024 as CATALOGUE
from kinerja import Catalogue, Scorecard
from kinerja._base import FrozenMap
from kinerja.trace import Trace, make_trace, verify_trace

if TYPE_CHECKING:
    from kinerja import Score

FOLDER = Path(__file__).parent / "data" / "written-before"
VERSION = "0.1.0"
"""Of the library that wrote them."""

of_every_trace = pytest.mark.parametrize("path", sorted(FOLDER.glob("traces/*")), ids=lambda path: path.stem)
of_every_scorecard = pytest.mark.parametrize("path", sorted(FOLDER.glob("scorecards/*")), ids=lambda path: path.stem)


def own_catalogue(trace: Trace) -> Catalogue:
    """Return the catalogue of a trace: its decree and the one entry."""
    entries = FrozenMap({trace.entry.code: trace.entry})
    return Catalogue(decree=trace.decree, objectives=(trace.entry.objective,), entries=entries)


def kept(before: Any, now: Any) -> bool:
    """Tell whether all that was written stands in what is written now, which may have gained fields."""
    if isinstance(before, dict):
        return isinstance(now, dict) and all(name in now and kept(value, now[name]) for name, value in before.items())
    if isinstance(before, list):
        return isinstance(now, list) and len(before) == len(now) and all(map(kept, before, now))
    return bool(before == now)


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        ({"a": [1]}, {"a": [1], "b": 2}, True),
        ({"a": [1]}, {"a": [1, 2]}, False),
        ({"a": [1]}, {"a": [2]}, False),
        ({"a": [1]}, {"b": [1]}, False),
        ({"a": 1}, [1], False),
        ([1], {"a": 1}, False),
    ],
)
def test_files_may_gain_fields_and_lose_nothing(before: Any, now: Any, expected: bool) -> None:  # noqa: FBT001 - a case
    """What holds these tests, held."""
    assert expected == kept(before, now)


@of_every_trace
def test_a_trace_written_before_verifies(path: Path) -> None:
    """Every figure in it follows today."""
    assert () == verify_trace(path.read_text("utf-8")).differences


@of_every_trace
def test_a_trace_written_before_would_be_written_so_today(path: Path) -> None:
    """Made anew of the same value, all that it said is said again; fields may have come, and notes inform."""
    text = path.read_text("utf-8")
    before = json.loads(text)
    del before["notes"]
    trace = verify_trace(text).trace
    own = None
    if trace.target_year is None and trace.score.target is not None:
        own = {trace.entry.code: trace.score.target}
    again = make_trace(
        own_catalogue(trace),
        trace.entry.code,
        trace.period,
        trace.value,
        scoring=trace.scoring,
        remark=trace.score.remark,
        sources=trace.sources,
        targets=own,
        target_year=trace.target_year,
    )
    assert kept(before, json.loads(attrs.evolve(again, version=VERSION).to_json()))


@pytest.mark.parametrize("name", ["sk2-1-records", "sk3-4-records"])
def test_the_clause_of_a_trace_written_before_is_the_catalogues(name: str) -> None:
    """The decree is quoted today as it was then."""
    verification = verify_trace((FOLDER / "traces" / f"{name}.json").read_text("utf-8"), catalogues=[CATALOGUE])
    assert (True, ()) == (verification.compared, verification.differences)


@of_every_scorecard
def test_a_scorecard_written_before_would_be_written_so_today(path: Path) -> None:
    """It loads, and all that it said is said again; fields may have come."""
    text = path.read_text("utf-8")
    assert kept(json.loads(text), json.loads(Scorecard.from_json(text).to_json()))


def test_the_figures_of_a_scorecard_written_before_follow_from_the_traces_beside_it() -> None:
    """The same seven values, scored today."""
    card = Scorecard.from_json((FOLDER / "scorecards" / "2023.json").read_text("utf-8"))

    def traced(code: str) -> Score:
        name = code.lower().replace("/", "-")
        return verify_trace((FOLDER / "traces" / f"{name}-records.json").read_text("utf-8")).trace.score

    assert [traced(code).achievement for code in CATALOGUE] == [score.achievement for score in card]
