"""Less is better: the rule of an office, from its name to the scorecard, its files and the path of a figure."""

from __future__ import annotations

import json
from fractions import Fraction
from typing import Any

import attrs
import pytest

from kinerja import (
    Entry,
    Language,
    Polarity,
    QuantityError,
    Reason,
    Scorecard,
    ScorecardError,
    Scoring,
    TraceError,
    compare,
    make_trace,
    verify_trace,
)
from kinerja._base import FrozenMap
from kinerja.catalogue import Catalogue
from kinerja.decrees import Decree, Objective
from kinerja.measurement import Text, Unit
from kinerja.trace import explain
from kinerja.writers import to_markdown, to_text

GOAL = Objective(code="TJ", text="Tujuan")
DAYS = Unit(name=Text(id="Hari", en="Hari"))
RATIO = Scoring(minimise="ratio")


def _entry(code: str, polarity: Polarity) -> Entry:
    targets = FrozenMap({2024: Fraction(10), 2025: Fraction(10)})
    return Entry(
        code=code,
        label="Lama layanan",
        objective=GOAL,
        unit=DAYS,
        polarity=polarity,
        targets=targets,
        years=(2024, 2025),
    )


ENTRIES = (_entry("TJ1", Polarity.MAXIMISE), _entry("TJ2", Polarity.MINIMISE), _entry("TJ3", Polarity.MINIMISE))
CATALOGUE = Catalogue(
    decree=Decree(number="1 TAHUN 2025", title="IKU", unit="Balai Contoh", years=(2024, 2025)),
    objectives=(GOAL,),
    entries=FrozenMap({entry.code: entry for entry in ENTRIES}),
)
CARD = CATALOGUE.scorecard(2025, {"TJ1": 25, "TJ2": 25, "TJ3": 0}, scoring=RATIO)
REFLECTED = CATALOGUE.scorecard(2025, {"TJ1": 25, "TJ2": 25, "TJ3": 0})


def test_an_office_may_score_less_as_a_ratio() -> None:
    """Ten days of twenty-five are 40 %; more is scored as ever."""
    assert [250, 40, None] == [score.achievement for score in CARD]


def test_without_its_name_less_is_reflected() -> None:
    """The same figures otherwise."""
    assert [250, -50, 200] == [score.achievement for score in REFLECTED]


@pytest.mark.parametrize("actual", [0, -3])
def test_where_the_rule_divides_by_nothing_the_reason_stands(actual: Any) -> None:
    """The row stays, with its actual, and its target is met."""
    row = CATALOGUE.scorecard(2025, {"TJ3": actual}, scoring=RATIO)["TJ3"]
    assert (actual, None, Reason.UNDEFINED_ACHIEVEMENT, True) == (row.actual, row.achievement, row.reason, row.met)


@pytest.mark.parametrize(("code", "actual", "is_named"), [("TJ3", -3, True), ("TJ3", 0, False), ("TJ1", -3, False)])
def test_an_actual_below_zero_is_named_where_less_is_better(code: str, actual: int, is_named: bool) -> None:  # noqa: FBT001 - a parameter
    """A sign too many gives 230 %."""
    notes = [note.id for note in CATALOGUE.scorecard(2025, {code: actual})[code].notes]
    assert is_named is ("Realisasi di bawah nol, padahal makin kecil makin baik; periksa tandanya." in notes)


def test_such_a_row_is_in_no_mean() -> None:
    """Neither as 0 nor as 100."""
    assert [145, 145] == [CARD.mean(), CARD.mean(unmeasured="zero")]


def test_such_a_row_is_named_beside_the_means() -> None:
    """With what is undefined of it."""
    (section,) = CARD.document().sections
    assert "hanya yang terukur (2 indikator; TJ3 capaiannya tidak terdefinisi): 145,00%" in section.lines[0]


def test_a_row_without_target_has_no_target_first() -> None:
    """Whatever was measured."""
    none = CATALOGUE.scorecard("2025-TW1", {"TJ3": 0}, scoring=RATIO, targets={})
    assert Reason.NO_TARGET is none["TJ3"].reason


@pytest.mark.parametrize(
    ("card", "language", "line"),
    [
        (CARD, Language.INDONESIAN, "Capaian indikator minimasi: 100 × T / R (T target, R realisasi)."),
        (CARD, Language.ENGLISH, "Achievement where less is better: 100 × T / R (T target, R actual)."),
        (REFLECTED, Language.INDONESIAN, "Capaian indikator minimasi: 100 × (2 × T - R) / T (T target, R realisasi)."),
    ],
)
def test_the_rule_is_named_below_the_means(card: Scorecard, language: Language, line: str) -> None:
    """Whichever it is."""
    document = card.document(language)
    assert (line, True) == (to_text(document).splitlines()[-1], line in to_markdown(document))


def test_no_rule_of_less_is_named_where_none_is_asked() -> None:
    """All indicators of the decree at hand are better the more they are."""
    more = attrs.evolve(CATALOGUE, entries=FrozenMap({"TJ1": ENTRIES[0]}))
    assert "minimasi" not in str(more.scorecard(2025, {}, scoring=RATIO))


@pytest.mark.parametrize("card", [CARD, REFLECTED], ids=["ratio", "reflected"])
def test_a_scorecard_comes_back_with_its_rule(card: Scorecard) -> None:
    """From its JSON, scored again."""
    assert card == Scorecard.from_json(card.to_json())


def test_a_scorecard_of_before_was_reflected() -> None:
    """Its file names no rule, and files without the ratio still do not."""
    assert ("ratio", False) == (json.loads(CARD.to_json())["minimise"], "minimise" in json.loads(REFLECTED.to_json()))


def _forged(text: str, minimise: Any) -> str:
    data = json.loads(text)
    (data.get("scoring") or data)["minimise"] = minimise
    return json.dumps(data)


def test_a_scorecard_of_another_rule_does_not_follow() -> None:
    """Its figures are those of the rule that it names."""
    with pytest.raises(ScorecardError) as caught:
        Scorecard.from_json(_forged(CARD.to_json(), "reflected"))
    assert {"scorecard.figure_differs"} == {problem.code for problem in caught.value.problems}


@pytest.mark.parametrize("minimise", ["T/R", 1, []], ids=repr)
def test_another_word_in_a_file_is_refused(minimise: Any) -> None:
    """With those there are."""
    trace = make_trace(CATALOGUE, "TJ2", 2025, 25).to_json()
    problems = []
    for read, refusal, text in (
        (Scorecard.from_json, ScorecardError, CARD.to_json()),
        (verify_trace, TraceError, trace),
    ):
        with pytest.raises(refusal) as caught:
            read(_forged(text, minimise))
        problems += [(problem.place, "reflected, ratio" in problem.text.id) for problem in caught.value.problems]
    assert [("scorecard.minimise", True), ("trace.scoring.minimise", True)] == problems


@pytest.mark.parametrize("minimise", ["RATIO", "", False, 1], ids=repr)
def test_another_word_is_refused(minimise: Any) -> None:
    """At once, not with the first row."""
    with pytest.raises(QuantityError) as caught:
        Scoring(minimise=minimise)
    assert ("minimise.unknown", "minimise", minimise) == (caught.value.code, caught.value.indicator, caught.value.value)


def test_a_trace_by_the_ratio_holds() -> None:
    """It keeps the rule by which it was made."""
    assert verify_trace(make_trace(CATALOGUE, "TJ2", 2025, 25, scoring=RATIO).to_json()).holds


def test_a_trace_whose_rule_was_changed_does_not_hold() -> None:
    """40 % do not follow from the reflection."""
    trace = make_trace(CATALOGUE, "TJ2", 2025, 25, scoring=RATIO).to_json()
    assert not verify_trace(_forged(trace, "reflected")).holds


@pytest.mark.parametrize(
    ("scoring", "lines"),
    [
        (
            RATIO,
            (
                "100 × 10 / 25 = 40,00%",
                "Capaian indikator minimasi: 100 × T / R (T target, R realisasi).",
                "Target belum tercapai.",
            ),
        ),
        (
            Scoring(),
            (
                "100 × (2 × 10 - 25) / 10 = -50,00%",
                "Capaian indikator minimasi: 100 × (2 × T - R) / T (T target, R realisasi).",
                "Target belum tercapai.",
            ),
        ),
    ],
)
def test_the_path_of_a_figure_names_the_rule(scoring: Scoring, lines: tuple[str, ...]) -> None:
    """Beside the worked line."""
    page = explain(make_trace(CATALOGUE, "TJ2", 2025, 25, scoring=scoring))
    assert [lines] == [tuple(section.lines) for section in page.sections if section.heading == "Capaian"]


def test_the_path_says_where_the_rule_divides_by_nothing() -> None:
    """In the place of the figure."""
    page = explain(make_trace(CATALOGUE, "TJ3", 2025, 0, scoring=RATIO))
    assert [[str(Reason.UNDEFINED_ACHIEVEMENT)]] == [
        [*section.lines] for section in page.sections if section.heading == "Capaian"
    ]


EARLIER = CATALOGUE.scorecard(2024, {"TJ2": 20})


@pytest.mark.parametrize(
    ("cards", "lines"),
    [
        (
            (EARLIER, CARD),
            [
                "Aturan penilaiannya berbeda, sehingga capaiannya tidak dapat dibandingkan langsung.",
                "2024: Capaian indikator minimasi: 100 × (2 × T - R) / T (T target, R realisasi).",
                "2025: Capaian indikator minimasi: 100 × T / R (T target, R realisasi).",
            ],
        ),
        ((EARLIER, REFLECTED), ["Capaian indikator minimasi: 100 × (2 × T - R) / T (T target, R realisasi)."]),
    ],
)
def test_scorecards_of_different_rules_say_so(cards: tuple[Scorecard, ...], lines: list[str]) -> None:
    """Each its own; one rule is named once."""
    assert lines == [*compare(*cards).document().sections[-1].lines][-len(lines) :]


def test_a_cap_of_one_scorecard_alone_is_said_too() -> None:
    """It moves achievements as a rule does."""
    more = attrs.evolve(CATALOGUE, entries=FrozenMap({"TJ1": ENTRIES[0]}))
    capped = more.scorecard(2025, {"TJ1": 25}, scoring=Scoring(cap=120))
    told = str(compare(more.scorecard(2024, {}), capped)).splitlines()[-2:]
    assert ["2024: Capaian tidak dibatasi.", "2025: Capaian dibatasi paling tinggi 120%."] == told


def test_rules_that_differ_are_told_of_each_card_in_sentences() -> None:
    """The rule of less and the cap, one after the other."""
    capped = CATALOGUE.scorecard(2025, {"TJ1": 25, "TJ2": 25}, scoring=Scoring(minimise="ratio", cap=120))
    rules = "Capaian indikator minimasi: 100 × T / R (T target, R realisasi). Capaian dibatasi paling tinggi 120%."
    said = [line for section in compare(CARD, capped).document().sections for line in section.lines]
    assert f"2025: {rules}" == said[-1]
