"""Traces and scorecards that an earlier version of the library wrote, and that stay true."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
import pytest

from kinerja import BSPJI_PEKANBARU_2021_2024 as CATALOGUE
from kinerja import Catalogue, Scorecard, TraceError
from kinerja._base import FrozenMap
from kinerja.trace import Answer, Trace, compare_traces, make_trace, verify_trace

if TYPE_CHECKING:
    from kinerja import Score

FOLDER = Path(__file__).parent / "data" / "written-before"
VERSION = "0.1.0"
"""Of the library that wrote them."""


def as_today(data: dict[str, Any]) -> dict[str, Any]:
    """Return what a file said as it is written today: sources and alternatives of readings are tables."""
    clause = data.get("clause") or data["catalogue"]
    for reading in [reading for entry in clause["entries"] for reading in entry.get("readings", ())]:
        reading["alternatives"] = [{"text": text} for text in reading["alternatives"]]
    data["schema"] = data["schema"].replace("/1", "/2")
    if "sources" in data:
        data["sources"] = [{"name": name} for name in data["sources"]]
    return data


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
    assert kept(as_today(before), json.loads(attrs.evolve(again, version=VERSION).to_json()))


@pytest.mark.parametrize("name", ["sk2-1-records", "sk3-4-records"])
def test_the_clause_of_a_trace_written_before_is_the_catalogues(name: str) -> None:
    """The decree is quoted today as it was then."""
    verification = verify_trace((FOLDER / "traces" / f"{name}.json").read_text("utf-8"))
    assert (True, ()) == (verification.compared, verification.differences)


@of_every_scorecard
def test_a_scorecard_written_before_would_be_written_so_today(path: Path) -> None:
    """It loads, and all that it said is said again; fields may have come."""
    text = path.read_text("utf-8")
    assert kept(as_today(json.loads(text)), json.loads(Scorecard.from_json(text).to_json()))


def test_the_figures_of_a_scorecard_written_before_follow_from_the_traces_beside_it() -> None:
    """The same seven values, scored today."""
    card = Scorecard.from_json((FOLDER / "scorecards" / "2023.json").read_text("utf-8"))

    def traced(code: str) -> Score:
        name = code.lower().replace("/", "-")
        return verify_trace((FOLDER / "traces" / f"{name}-records.json").read_text("utf-8")).trace.score

    assert [traced(code).achievement for code in CATALOGUE] == [score.achievement for score in card]


# Traces of a counting rule that means something else today


def without_receipts_of_the_year() -> str:
    """Return what was written of receipts of 2022 alone: -100 percent."""
    data = json.loads((FOLDER / "traces" / "sk3-2-records.json").read_text("utf-8"))
    data["inputs"]["records"] = [one for one in data["inputs"]["records"] if one["entered"] == ["previous"]]
    data["quantities"]["current"] = "0"
    worked = {"id": "100 × (0 - 400.000.000) / 400.000.000 = -100,00"}
    worked["en"] = "100 × (0 - 400,000,000) / 400,000,000 = -100.00"
    figures = {"actual": "-100", "uncapped": "-5000", "achievement": "-5000", "met": False}
    return json.dumps({**data, **figures, "worked": worked})


def test_what_no_record_gave_before_is_neither_held_nor_refused() -> None:
    """Its figures followed when no receipt was a revenue of 0; today nothing was measured."""
    verification = verify_trace(without_receipts_of_the_year())
    assert verification.other_rules is not None
    said = "dihitung ketika tanpa data dukung berarti 0; kini tidak ada angka (Belum diukur.)"
    assert (Answer.OTHER_RULES, said) == (verification.answer, verification.other_rules.text.id)


def test_what_no_record_gave_before_must_follow_too() -> None:
    """A forged figure stays one."""
    verification = verify_trace(without_receipts_of_the_year().replace('"-5000"', '"5000"'))
    assert Answer.DIFFERS is verification.answer


def rules_1(name: str) -> str:
    """Return a file of the time when rows were counted."""
    return (FOLDER / "rules-1" / f"{name}.json").read_text("utf-8")


def of_one_collaboration(name: str) -> str:
    """Return a file of the time when rows were counted, all its proofs of one collaboration."""
    data = json.loads(rules_1(name))
    for record in data["inputs"]["records"]:
        record["fields"]["collaboration"] = "K1"
    return json.dumps(data)


@pytest.mark.parametrize(
    "text",
    [
        rules_1("five-parameters"),
        of_one_collaboration("three-proofs"),
        of_one_collaboration("three-proofs-in-two-quarters"),
    ],
    ids=["scope", "collaboration", "quarters"],
)
def test_a_trace_of_another_counting_rule_has_a_third_answer(text: str) -> None:
    """Neither that it holds nor that it does not."""
    verification = verify_trace(text)
    assert (Answer.OTHER_RULES, False, ()) == (verification.answer, verification.holds, verification.differences)


def test_both_rules_are_named_with_what_today_s_gives() -> None:
    """Five parameters of one scope are one scope."""
    other = verify_trace(rules_1("five-parameters")).other_rules
    assert other is not None
    assert (1, 2, Fraction(1)) == (other.stated, other.present, other.gives)


def test_the_third_answer_is_a_sentence() -> None:
    """As an office reads it."""
    other = verify_trace(rules_1("five-parameters")).other_rules
    assert other is not None
    assert "dihitung dengan aturan 1 (baris); aturan 2 (ruang lingkup) memberi 1." == other.text.id


def test_why_today_s_rule_gives_no_figure_is_said() -> None:
    """One collaboration in two quarters would count twice in their sum."""
    verification = verify_trace(of_one_collaboration("three-proofs-in-two-quarters"))
    assert verification.other_rules is not None
    other = verification.other_rules
    assert (None, True) == (other.gives, "aturan 2 (kolaborasi) memberi tidak ada angka (" in other.text.id)


def test_a_trace_of_another_rule_is_shown_as_it_was_stated_where_today_s_gives_none() -> None:
    """From the quantities in it."""
    assert 3 == verify_trace(of_one_collaboration("three-proofs-in-two-quarters")).trace.score.actual


@pytest.mark.parametrize(
    ("change", "where"),
    [({"actual": "4"}, "actual"), ({"achievement": "100"}, "achievement"), ({"quantities": {"previous": "0"}}, None)],
)
def test_a_forged_trace_of_another_rule_does_not_hold(change: dict[str, Any], where: str | None) -> None:
    """Its figures must follow from its own quantities at least."""
    text = json.dumps(json.loads(rules_1("five-parameters")) | change)
    if where is None:
        with pytest.raises(TraceError):
            verify_trace(text)
    else:
        verification = verify_trace(text)
        assert (Answer.DIFFERS, [where]) == (verification.answer, [one.where for one in verification.differences])


@pytest.mark.parametrize("name", ["rules-1/three-proofs", "traces/sk3-3-records"])
def test_a_trace_of_another_rule_that_gives_the_same_holds(name: str) -> None:
    """And the rules are remarked on; proofs that name no collaboration are one each, then as now."""
    verification = verify_trace((FOLDER / f"{name}.json").read_text("utf-8"))
    assert (Answer.HOLDS, ["trace.other_rules_same"]) == (
        verification.answer,
        [one.code for one in verification.remarks if one.place == "rules"],
    )


def test_a_trace_of_a_later_rule_has_the_third_answer_too() -> None:
    """This version does not know what that rule counts."""
    data = json.loads(verify_trace(rules_1("five-parameters")).trace.to_json())
    data |= {"rules": 3, "quantities": {"previous": "0", "current": "2"}, "actual": "2"}
    data |= {"uncapped": "200", "achievement": "200", "worked": {"id": "2 - 0 = 2", "en": "2 - 0 = 2"}}
    other = verify_trace(json.dumps(data)).other_rules
    assert other is not None
    assert "dihitung dengan aturan 3; aturan 2 (ruang lingkup) memberi 1." == other.text.id


def test_a_comparison_names_the_rule_that_moved_the_figure() -> None:
    """And each record that was counted otherwise by it."""
    before = rules_1("five-parameters")
    moves = compare_traces(before, verify_trace(before).trace.to_json()).moves
    assert [("FIGURE", "actual", "5", "1"), ("RULE", "rules", "1", "2")] == [
        (move.part.name, move.where, move.first, move.second) for move in moves if move.where in {"actual", "rules"}
    ]


def test_a_scorecard_of_another_rule_keeps_its_figures() -> None:
    """As they were published, with the rule beside them."""
    card = Scorecard.from_json(rules_1("scorecard"))
    assert [(Fraction(5), 1), (Fraction(3), 1)] == [
        (card[code].actual, card[code].rules) for code in ("SK3/3", "SK1/2")
    ]
