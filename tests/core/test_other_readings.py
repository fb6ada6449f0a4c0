"""Figures under other readings (tafsir), in scorecards and traces."""

from __future__ import annotations

import datetime as dt
import json
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import attrs
import pytest

from kinerja import BSPJI_PEKANBARU_2021_2024 as CATALOGUE
from kinerja import Catalogue, Language, Reason, Scorecard, ScorecardError, Scoring
from kinerja._base import Text
from kinerja.indicators import AssistedCompany, AssistedCompanyCount, PerformanceMeasure, Receipt
from kinerja.measurement import Polarity
from kinerja.trace import Answer, Part, Trace, compare_traces, explain, make_trace, verify_trace
from kinerja.trace import messages as tracing
from kinerja.writers import to_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from kinerja import Measurement
    from kinerja.scorecards import Score
    from kinerja.trace import Verification

COMPANY = CATALOGUE.with_settings({"SK3/1": {"reading": {"case": "company"}}}, source="unit.xlsx")
HEADING = "Menurut tafsir lain"


def measure(company: str, name: str, before: int, after: int | None) -> PerformanceMeasure:
    """Return a measure of 2023, of which more is better."""
    values: dict[str, Any] = {"before": before, "after": after}
    return PerformanceMeasure(unit="A", company=company, measure=name, year=2023, lower_is_better=False, **values)


MEASURES = [measure("X", "ton", 100, 130), measure("X", "jam", 100, 110), measure("Y", "ton", 100, 96)]
"""30, 10 and -4 percent: a mean of 12; of companies 20 and -4, a mean of 8; the target is 10."""


def measured(catalogue: Catalogue = CATALOGUE) -> Measurement:
    """Measure SK3/1 in 2023, as a catalogue reads it."""
    indicator: Any = catalogue["SK3/1"].measured_by
    result: Measurement = indicator.measure_records(MEASURES, period=2023)
    return result


def row(catalogue: Catalogue = CATALOGUE, **asked: Any) -> Score:
    """Return SK3/1 of 2023 with its figures under other readings."""
    return catalogue.scorecard(2023, {"SK3/1": measured(catalogue)}, alternatives=True, **asked)["SK3/1"]


def figures(score: Score) -> dict[str, tuple[Any, Any, bool | None]]:
    """Return reading and answer -> actual, achievement, whether the target is met."""
    return {
        f"{one.reading.word}.{one.answer.word}": (one.actual, one.achievement, one.met) for one in score.alternatives
    }


@pytest.fixture
def trace() -> Trace:
    """Return the trace of SK3/1, met as it is read and missed per company."""
    return make_trace(CATALOGUE, "SK3/1", 2023, measured())


def changed(trace: Trace, change: Callable[[dict[str, Any]], object]) -> Verification:
    """Verify a trace whose JSON was changed."""
    data = json.loads(trace.to_json())
    change(data)
    return verify_trace(json.dumps(data))


def reading_of(data: dict[str, Any], word: str) -> dict[str, Any]:
    """Return a reading of a trace's clause."""
    readings: list[dict[str, Any]] = data["clause"]["entries"][0]["readings"]
    return next(one for one in readings if one["word"] == word)


# Scorecards


def test_a_scorecard_has_no_other_figures_unless_they_are_asked_for() -> None:
    """They cost as many measurements."""
    assert () == CATALOGUE.scorecard(2023, {"SK3/1": measured()})["SK3/1"].alternatives


def test_a_row_has_a_figure_for_each_other_answer() -> None:
    """Scored as the row itself."""
    assert (Fraction(8), Fraction(80), False) == figures(row())["case.company"]


def test_other_figures_are_set_against_the_own_target() -> None:
    """8 of 8."""
    assert (Fraction(8), Fraction(100), True) == figures(row(targets={"SK3/1": 8}))["case.company"]


def test_other_figures_are_capped() -> None:
    """17 percent of a target of 10, where only what improved counts."""
    uncapped, capped = row(), row(scoring=Scoring(cap=120))
    assert (Fraction(200), Fraction(120)) == (
        figures(uncapped)["worse.left_out"][1],
        figures(capped)["worse.left_out"][1],
    )


def test_other_figures_follow_the_rule_of_scoring() -> None:
    """T / R × 100 gives nothing for an actual of 0 or below."""
    entry = attrs.evolve(CATALOGUE["SK3/1"], polarity=Polarity.MINIMISE)
    basis_of = attrs.evolve(CATALOGUE, entries={**CATALOGUE.entries, "SK3/1": entry})
    card = basis_of.scorecard(2023, {"SK3/1": measured()}, scoring=Scoring(minimise="ratio"), alternatives=True)
    assert {None} == {one.achievement for one in card["SK3/1"].alternatives}


def test_without_a_target_other_figures_have_no_achievement() -> None:
    """A quarter's own targets name another indicator; SK3/2 is measured in quarters."""
    receipts = [Receipt(unit="A", receipt=str(n), amount=n, received_on=dt.date(2021 + n, 1, 2)) for n in (1, 2)]
    indicator: Any = CATALOGUE["SK3/2"].measured_by
    value = indicator.measure_records(receipts, period="2023-TW1")
    score = CATALOGUE.scorecard("2023-TW1", {"SK3/2": value}, targets={"SK1/1": 1}, alternatives=True)["SK3/2"]
    assert ((200, None, None), ()) == (figures(score)["formula.ratio"], score.achievements)


def test_what_a_row_was_not_measured_from_is_told() -> None:
    """Totals give what their formula gives, and nothing that counts otherwise."""
    value = AssistedCompanyCount().measure(assisted=4, improved=3)
    score = CATALOGUE.scorecard(2023, {"SK2/1": value}, alternatives=True)["SK2/1"]
    assert ((75, None, None), (None, None, None)) == (figures(score)["actual.share"], figures(score)["growth.both"])


def test_the_contrary_readings_are_those_that_turn_the_target() -> None:
    """Met as it is read; missed per company."""
    assert ["company"] == [one.answer.word for one in row().contrary if one.reading.word == "case"]


def test_nothing_is_contrary_to_a_row_without_a_target() -> None:
    """It is neither met nor missed."""
    score = attrs.evolve(row(), target=None, achievement=None)
    assert ((), ()) == (score.contrary, score.achievements)


def test_both_means_take_each_row_at_its_least_and_at_its_most() -> None:
    """One row: the lowest and the highest of its achievements."""
    card = CATALOGUE.scorecard(2023, {"SK3/1": measured()}, alternatives=True)
    achievements = card["SK3/1"].achievements
    assert (min(achievements), max(achievements)) == card.mean_over_readings()


def test_rows_without_other_figures_stay_in_both_means() -> None:
    """SK1/1 is known by its actual alone: 200 percent."""
    card = CATALOGUE.scorecard(2023, {"SK3/1": measured(), "SK1/1": 2}, alternatives=True)
    own = card["SK3/1"].achievements
    assert ((200 + min(own)) / 2, (200 + max(own)) / 2) == card.mean_over_readings()


def test_without_other_figures_there_are_no_means_over_them() -> None:
    """Nor where nothing has an achievement."""
    cards = [CATALOGUE.scorecard(2023, {"SK1/1": 2}), CATALOGUE.scorecard(2023, {}, alternatives=True)]
    assert [None, None] == [card.mean_over_readings() for card in cards]


def test_a_scorecard_lists_what_turns_its_targets() -> None:
    """The row as it is read first, with its code in each line."""
    section = CATALOGUE.scorecard(2023, {"SK3/1": measured()}, alternatives=True).document().sections[-1]
    assert section.table is not None
    first, second, *_ = section.table.rows
    assert (("SK3/1", "Yang dipakai", "12,00", "120,00%", "✓ ya"), ("SK3/1", "8,00", "80,00%", "✗ belum")) == (
        first,
        (second[0], *second[2:]),
    )


def test_a_row_says_how_many_readings_turn_its_target() -> None:
    """Also where their table is not asked for; of those that can be set against the target."""
    card = CATALOGUE.scorecard(2023, {"SK3/1": measured()}, alternatives=True)
    missed = "Belum tercapai menurut 1 dari 7 tafsir lain yang dapat dihitung."
    assert [(1, True), (2, True)] == [
        (len(page.sections), missed in " ".join(str(page).split()))
        for page in (card.document(readings=False), card.document())
    ]


def test_a_row_that_is_missed_says_where_it_is_met() -> None:
    """Under all but one of the others."""
    told = " ".join(str(row(targets={"SK3/1": 13}).document(Language.ENGLISH)).split())
    assert "Met under 2 of 7 other readings that can be worked out." in told


def test_a_scorecard_says_that_no_reading_turns_a_target() -> None:
    """All of them meet it, or none of those that can be computed."""
    value = AssistedCompanyCount().measure(assisted=4, improved=3)
    card = CATALOGUE.scorecard(2023, {"SK2/1": value}, alternatives=True)
    sections = [card.document(language).sections[-1] for language in (Language.INDONESIAN, Language.ENGLISH)]
    assert [(None, "Tidak ada."), (None, "None.")] == [(section.table, section.lines[0]) for section in sections]


def test_a_row_shows_its_other_figures_by_their_questions() -> None:
    """In a notebook too."""
    (table,) = [one.table for one in row().document().sections if one.heading == HEADING]
    assert table is not None
    questions = [reading.question.id for reading in CATALOGUE["SK3/1"].readings]
    assert (questions, True) == ([*table.groups.values()], HEADING in row()._repr_html_())


def test_another_figure_is_written_so_that_it_is_told_from_the_target() -> None:
    """9,996 of 10, which is missed; with two digits it would look met."""
    near: Any = COMPANY["SK3/1"].indicator
    lines = [*MEASURES[:2], measure("Y", "ton", 25_000, 24_998)]
    score = CATALOGUE.scorecard(2023, {"SK3/1": near.measure_records(lines, period=2023)}, alternatives=True)["SK3/1"]
    (table,) = [one.table for one in score.document().sections if one.heading == HEADING]
    assert table is not None
    assert "9,996" in [row[1] for row in table.rows]


def test_the_table_of_a_row_is_as_wide_as_a_terminal() -> None:
    """The texts take what the figures leave."""
    _, table = to_text(row().document()).split(f"{HEADING}\n")
    assert 80 >= max(map(len, table.splitlines()))


def test_an_answer_names_its_unit_where_it_is_another() -> None:
    """A difference in rupiah; and one that lacks data says which."""
    value = AssistedCompanyCount().measure(assisted=4, improved=3)
    score = CATALOGUE.scorecard(2023, {"SK2/1": value}, alternatives=True)["SK2/1"]
    (table,) = [one.table for one in score.document(Language.ENGLISH).sections if one.heading == "Under other readings"]
    assert table is not None
    texts = [line[0] for line in table.rows]
    assert (True, True, True) == (
        any(text.endswith("Unit: percent.") for text in texts),
        any(text.endswith("services, and of the imports that they replace)") for text in texts),
        any(text.endswith("(it needs records, not totals alone)") for text in texts),
    )


def test_a_reason_stands_beside_an_answer_without_a_figure() -> None:
    """No company was assisted: nothing to divide by."""
    company = AssistedCompany(unit="A", company="X", year=2022)
    value = AssistedCompanyCount().measure_records([company], period=2023)
    score = CATALOGUE.scorecard(2023, {"SK2/1": value}, alternatives=True)["SK2/1"]
    one = next(one for one in score.alternatives if one.answer.word == "share")
    assert (None, Reason.NOT_MEASURED) == (one.actual, one.reason)


def test_other_figures_come_back_from_json() -> None:
    """Without loss."""
    card = CATALOGUE.scorecard(2023, {"SK3/1": measured()}, alternatives=True)
    assert card == Scorecard.from_json(card.to_json())


@pytest.mark.parametrize(
    ("field", "value", "code", "place"),
    [
        ("achievement", "81", "scorecard.figure_differs", "[3].achievement"),
        ("met", True, "scorecard.figure_differs", "[3].met"),
        ("answer", "firm", "scorecard.other_readings", ""),
    ],
)
def test_other_figures_that_do_not_follow_are_refused(field: str, value: object, code: str, place: str) -> None:
    """As those of the row itself are, each by its place in the list."""
    data = json.loads(CATALOGUE.scorecard(2023, {"SK3/1": measured()}, alternatives=True).to_json())
    others = next(one for one in data["scores"] if one["code"] == "SK3/1")["alternatives"]
    next(one for one in others if one["answer"] == "company")[field] = value
    with pytest.raises(ScorecardError) as caught:
        Scorecard.from_json(json.dumps(data))
    told = [(problem.code, problem.place) for problem in caught.value.problems]
    assert [(code, f"scorecard.scores[SK3/1].alternatives{place}")] == told


def test_the_questions_are_groups_and_in_csv_a_column() -> None:
    """Which has no groups."""
    tables = [one.table for one in explain(make_trace(CATALOGUE, "SK3/1", 2023, measured())).sections if one.table]
    assert {"Pertanyaan"} == {one.grouped for one in tables if one.groups}


def test_an_actual_of_what_nothing_computes_is_refused() -> None:
    """The catalogue says that data is missing."""
    data = json.loads(CATALOGUE.scorecard(2023, {"SK3/1": measured()}, alternatives=True).to_json())
    others = next(one for one in data["scores"] if one["code"] == "SK3/1")["alternatives"]
    next(one for one in others if one["answer"] == "dapati")["actual"] = "12"
    with pytest.raises(ScorecardError) as caught:
        Scorecard.from_json(json.dumps(data))
    assert ["scorecard.figure_differs"] == [problem.code for problem in caught.value.problems]


# Traces


def test_a_trace_holds_its_other_figures(trace: Trace) -> None:
    """With the words of the reading and the answer."""
    company = next(one for one in json.loads(trace.to_json())["alternatives"] if one["answer"] == "company")
    assert {
        "reading": "case",
        "answer": "company",
        "actual": "8",
        "achievement": "80",
        "reason": None,
        "met": False,
        "lacks": None,
    } == company


def test_a_trace_with_other_figures_comes_back(trace: Trace) -> None:
    """And every one of them is worked out again."""
    verification = verify_trace(trace.to_json())
    assert (trace, Answer.HOLDS, ()) == (verification.trace, verification.answer, verification.remarks)


def test_every_other_figure_that_is_forged_is_noticed(trace: Trace) -> None:
    """Of each answer the actual, the achievement and whether it is met."""
    found: list[list[str]] = []
    names = ("actual", "achievement", "reason", "met")
    for number in range(len(trace.score.alternatives)):
        for name in names:
            data = json.loads(trace.to_json())
            data["alternatives"][number][name] = "7"
            found.append([one.where for one in verify_trace(json.dumps(data)).differences])
    expected = [
        [f"alternatives[{number}].{name}"] for number in range(1, len(trace.score.alternatives) + 1) for name in names
    ]
    assert expected == found


@pytest.mark.parametrize("forged", [None, [1], []])
def test_other_figures_in_another_shape_are_noticed(trace: Trace, forged: object) -> None:
    """Whatever stands there is held against what follows."""
    assert ["alternatives"] == [
        one.where for one in changed(trace, lambda data: data.update(alternatives=forged)).differences
    ]


def _without_readings(data: dict[str, Any]) -> None:
    """Take out what tells of other readings, as if there were none."""
    for part in (data, data["clause"]["entries"][0]):
        part.pop("alternatives", None)
        part.pop("readings", None)
    data["reading"] = []


@pytest.mark.parametrize(
    "change", [lambda data: data.pop("alternatives"), _without_readings], ids=["alone", "readings too"]
)
def test_a_trace_without_other_figures_is_remarked_on(trace: Trace, change: Callable[[dict[str, Any]], object]) -> None:
    """It holds; but whoever took them out may not have liked them."""
    found = changed(trace, change)
    others = sum(1 for _ in CATALOGUE["SK3/1"].not_taken)
    told = [(one.place, one.allowed) for one in found.remarks if one.code == "trace.no_alternatives"]
    assert (True, [("alternatives", tracing.NO_ALTERNATIVES.text(count=others))]) == (found.holds, told)


def test_a_trace_of_an_actual_alone_has_no_other_figures() -> None:
    """Nothing was measured."""
    assert () == verify_trace(make_trace(CATALOGUE, "SK3/1", 2023, 12).to_json()).remarks


def test_why_there_is_no_other_figure_may_be_worded_better(trace: Trace) -> None:
    """It is remarked on."""

    def reword(data: dict[str, Any]) -> None:
        (lacking,) = [one for one in data["alternatives"] if one["answer"] == "dapati"]
        lacking["lacks"]["id"] = "lain"

    verification = changed(trace, reword)
    assert (True, ["trace.words_differ"]) == (verification.holds, [one.code for one in verification.remarks])


def test_without_records_a_trace_holds_what_its_totals_allow() -> None:
    """The share of SK2/1, and nothing that counts otherwise."""
    company = AssistedCompany(
        unit="A",
        company="X",
        year=2023,
        revenue_before=1,
        revenue_after=2,
        clients_before=1,
        clients_after=2,
    )
    value = AssistedCompanyCount().measure_records([company], period=2023)
    bare = make_trace(CATALOGUE, "SK2/1", 2023, value).without_records()
    verification = verify_trace(bare.to_json())
    assert ((100, None, None), (None, None, None), bare, True) == (
        figures(bare.score)["actual.share"],
        figures(bare.score)["growth.both"],
        verification.trace,
        verification.holds,
    )


def test_a_forged_figure_of_a_trace_without_records_is_noticed(trace: Trace) -> None:
    """It would need them."""
    verification = changed(trace.without_records(), lambda data: data["alternatives"][2].update(actual="12", met=True))
    assert ["alternatives[3].actual", "alternatives[3].met"] == [one.where for one in verification.differences]


def test_the_page_says_that_a_target_is_missed_per_company(trace: Trace) -> None:
    """Beside the word that it is met, by its name, and in the table."""
    page = explain(trace)
    (lines,) = [one.lines for one in page.sections if one.heading == "Capaian"]
    (table,) = [one.table for one in page.sections if one.heading == HEADING]
    assert table is not None
    company = next(one for one in trace.score.alternatives if one.answer.word == "company")
    assert (*lines[1:4], (company.answer.text.id, "8,00", "80,00%", "✗ belum") in table.rows) == (
        "Target tercapai.",
        "Menurut tafsir lain belum tercapai:",
        f"1. {company.question.id}",
        True,
    )


def test_a_trace_is_a_page_in_a_notebook(trace: Trace) -> None:
    """The one that is explained."""
    assert explain(trace)._repr_html_() == trace._repr_html_()


# Other readings that a unit takes


def test_a_scorecard_says_that_a_unit_reads_otherwise() -> None:
    """In its title, and in full below, with the catalogue's own."""
    page = COMPANY.scorecard(2023, {"SK3/1": measured(COMPANY)}).document()
    reading = CATALOGUE["SK3/1"].reading("case")
    said = [line for line in page.sections[0].lines if line.startswith("SK3/1: Tafsir unit (unit.xlsx): ")]
    assert ("SK3/1 menurut tafsir unit, bukan tafsir katalog", [True]) == (
        page.title[1],
        [line.endswith(f"{reading.answer('company').text.id} Katalog: {reading.taken.id}") for line in said],
    )


def test_a_scorecard_of_the_catalogues_readings_says_nothing_of_them() -> None:
    """Neither of an answer that a unit names and that is the catalogue's."""
    same = CATALOGUE.with_settings({"SK3/1": {"reading": {"case": "measure"}}})
    pages = [one.scorecard(2023, {}).document() for one in (CATALOGUE, same)]
    assert pages[0] == pages[1]


def test_the_catalogues_answer_is_an_other_one_then() -> None:
    """With its figure."""
    assert (Fraction(12), Fraction(120), True) == figures(row(COMPANY))["case.measure"]


def test_a_scorecard_with_a_chosen_reading_comes_back() -> None:
    """With its other figures."""
    card = COMPANY.scorecard(2023, {"SK3/1": measured(COMPANY)}, alternatives=True)
    assert card == Scorecard.from_json(card.to_json())


def test_a_trace_with_a_chosen_reading_comes_back() -> None:
    """Its answer and its formula are those that the unit takes."""
    trace = make_trace(COMPANY, "SK3/1", 2023, measured(COMPANY))
    data, verification = json.loads(trace.to_json()), verify_trace(trace.to_json())
    text = CATALOGUE["SK3/1"].reading("case").answer("company").text
    assert (trace, True, text.id) == (verification.trace, verification.holds, data["reading"][1]["taken"]["id"])


def test_an_answer_that_the_catalogue_has_no_more_binds_nobody(trace: Trace) -> None:
    """Unless the unit takes it; no figure stands under it."""
    figure = {"actual": "8", "achievement": "80", "reason": None, "met": False}

    def give_another(data: dict[str, Any]) -> None:
        answer = {"word": "line", "text": {"id": "Per baris.", "en": "A line."}, "changes": {"case": "company"}}
        reading_of(data, "case")["alternatives"].append(answer)
        data["alternatives"].append({"reading": "case", "answer": "line", **figure})

    found = changed(trace, give_another).differences
    assert [] == [one.where for one in found if one.where.startswith("clause.")]


def test_the_page_says_which_answer_the_unit_takes() -> None:
    """And which the catalogue, whose reason it is; no answer stands there twice."""
    page = explain(make_trace(COMPANY, "SK3/1", 2023, measured(COMPANY)))
    (lines,) = [one.lines for one in page.sections if one.heading.startswith("Tafsir 2")]
    assert (["Dipilih unit", "Dipilih katalog", "Alasan katalog"], "Menurut tafsir unit, bukan tafsir katalog") == (
        [line.partition(":")[0] for line in lines],
        page.title[-1],
    )


def test_an_answer_that_the_catalogue_has_not_is_a_difference() -> None:
    """Whatever a unit says of it."""

    def rename(data: dict[str, Any]) -> None:
        reading_of(data, "case")["alternatives"][0]["word"] = "firm"
        data["settings"]["values"]["reading"] = {"case": "firm"}
        data["alternatives"][2]["answer"] = "measure"

    found = changed(make_trace(COMPANY, "SK3/1", 2023, measured(COMPANY)), rename).differences
    assert ["clause.entry.answers.case.firm"] == [one.where for one in found]


def test_an_answer_that_nobody_takes_may_be_called_otherwise(trace: Trace) -> None:
    """It informs, as its text does."""

    def rename(data: dict[str, Any]) -> None:
        reading_of(data, "case")["alternatives"][0]["word"] = "firm"
        data["alternatives"][2]["answer"] = "firm"

    verification = changed(trace, rename)
    assert ((), ["trace.clause_differs"]) == (verification.differences, [one.code for one in verification.remarks])


def test_an_answer_that_is_computed_otherwise_is_a_difference(trace: Trace) -> None:
    """Its words are the catalogue's, its figure is another rule's."""
    follows = verify_trace(trace.to_json()).trace.score

    def swap(data: dict[str, Any]) -> None:
        reading_of(data, "case")["alternatives"][0]["changes"] = {"worse": "left_out"}
        data["alternatives"][2] |= {"actual": "20", "achievement": "200", "met": True}

    found = [one.where for one in changed(trace, swap).differences]
    assert (["clause.entry.answers.case.company.changes"], 20) == (found, figures(follows)["worse.left_out"][0])


def test_an_answer_without_a_word_is_not_held_against_another(trace: Trace) -> None:
    """Nothing says that it is the same answer; that the reading differs is a remark."""
    entry = CATALOGUE["SK3/1"]
    reading = next(one for one in entry.readings if one.word == "case")
    nameless = tuple(attrs.evolve(one, word="") for one in reading.alternatives)
    readings = tuple(attrs.evolve(one, alternatives=nameless) if one == reading else one for one in entry.readings)
    own = attrs.evolve(CATALOGUE, entries={**CATALOGUE.entries, "SK3/1": attrs.evolve(entry, readings=readings)})
    data = json.loads(trace.to_json())
    reading_of(data, "case")["alternatives"][0] |= {"word": "", "changes": {"worse": "left_out"}}
    data["alternatives"][2] |= {"answer": "", "actual": "20", "achievement": "200", "met": True}
    verified = verify_trace(json.dumps(data), catalogues=[own])
    assert ([], ["trace.clause_differs"]) == (
        [one.where for one in verified.differences],
        [one.code for one in verified.remarks],
    )


def test_the_words_of_an_answer_may_be_put_better(trace: Trace) -> None:
    """They inform, and are remarked on."""
    verification = changed(trace, lambda data: reading_of(data, "case")["alternatives"][0]["text"].update(id="Lain."))
    assert (True, ["trace.clause_differs"]) == (verification.holds, [one.code for one in verification.remarks])


def test_two_traces_are_told_apart_by_their_readings(trace: Trace) -> None:
    """The question, and both answers in words."""
    other = make_trace(COMPANY, "SK3/1", 2023, measured(COMPANY))
    reading = CATALOGUE["SK3/1"].reading("case")
    (move,) = compare_traces(trace.to_json(), other.to_json()).of(Part.SETTING)
    answers = [text.id.removesuffix(".") for text in (reading.taken, reading.answer("company").text)]
    assert ("reading.case", f"Tafsir: {reading.question.id}", answers) == (
        move.where,
        move.label.id,
        [move.first, move.second],
    )


def test_readings_without_words_are_compared_by_nothing(trace: Trace) -> None:
    """As in traces of earlier catalogues."""

    def forget(data: dict[str, Any]) -> None:
        for reading in data["clause"]["entries"][0]["readings"]:
            reading["word"] = ""
        for one in data["alternatives"]:
            one["reading"] = ""

    verification = changed(trace, forget)
    assert (True, ()) == (verification.holds, verification.differences)


def test_a_text_of_both_readings_is_in_both_languages() -> None:
    """The question, then the answer."""
    one = row().alternatives[0]
    reading, text = one.reading.question, one.answer.text
    assert Text(id=f"{reading.id} {text.id}", en=f"{reading.en} {text.en}") == one.question
