"""What a figure would be under each other answer to the readings of its entry."""

from __future__ import annotations

import datetime as dt
import itertools
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import attrs
import pytest

from kinerja import BSPJI_PEKANBARU_2021_2024 as CATALOGUE
from kinerja import (
    AssistedCompanyCount,
    BudgetLine,
    Indicator,
    P3DNRatio,
    PerformanceMeasure,
    PeriodError,
    PNBPGrowth,
    ProductivityDelta,
    Reason,
    Receipt,
    Text,
    Unit,
    UnknownIndicatorError,
    Variable,
)
from kinerja._base import FrozenMap, IndicatorError, N
from kinerja.decrees import Alternative, Reading, entry_with
from kinerja.decrees import messages as say
from kinerja.indicators import P3DNFraction, PNBPRatio, RatioOfMeansDelta
from kinerja.records import Tally
from said import refused

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kinerja import Measurement
    from kinerja.records import Period


def case(company: str, measure: str, after: int, **values: Any) -> PerformanceMeasure:
    """Return a measure of a company that was 100 before."""
    given = {"unit": "A", "company": company, "measure": measure, "year": 2023, "before": 100, "after": after}
    return PerformanceMeasure(**{**given, **values})


CASES = [case("P", "a", 112), case("P", "b", 112), case("Q", "a", 103)]
"""9 percent by measures, and 7.5 by companies."""

MIXED = [case("P", "a", 115), case("P", "b", 112), case("Q", "a", 104)]
"""31/3 percent by measures: above the target of 10. By companies 8.75: below it."""


def line(reference: str, **values: Any) -> BudgetLine:
    """Return a budget line of 2023."""
    given = {"unit": "A", "reference": reference, "year": 2023, "account": "521211", "ceiling": 100, "realised": 60}
    return BudgetLine(**{**given, **values})


def receipt(number: str, day: dt.date, amount: int) -> Receipt:
    """Return a receipt."""
    return Receipt(unit="A", receipt=number, amount=amount, received_on=day)


def measured(code: str, records: list[Any], period: Any = 2023) -> Any:
    """Measure records of an entry."""
    indicator: Any = CATALOGUE[code].measured_by
    return indicator.measure_records(records, period=period)


def others(code: str, measurement: Measurement, **asked: Any) -> dict[str, Any]:
    """Return the figures under the answers that were not taken, by the words of reading and answer."""
    found = CATALOGUE[code].alternatives(measurement, **asked)
    return {f"{one.reading.word}.{one.answer.word}": one for one in found}


# Of records.


def test_a_figure_has_one_under_each_answer_that_was_not_taken() -> None:
    """In the order of the readings."""
    expected = [
        f"{reading.word}.{answer.word}" for reading in CATALOGUE["SK3/1"].readings for answer in reading.alternatives
    ]
    assert expected == [*others("SK3/1", measured("SK3/1", CASES))]


def test_the_same_records_are_measured_by_the_sibling() -> None:
    """Each company weighs the same."""
    assert Fraction("7.5") == others("SK3/1", measured("SK3/1", CASES))["case.company"].actual


def test_a_target_that_is_met_may_be_missed_under_another_answer() -> None:
    """10.33 percent by measures; 8.75 by companies."""
    found = measured("SK3/1", MIXED)
    other = others("SK3/1", found)["case.company"]
    expected = (True, False, Fraction("87.5"))
    assert expected == (CATALOGUE["SK3/1"].achievement(2023, found.actual) >= 100, other.met, other.achievement)


def test_a_target_just_reached_is_met() -> None:
    """100 percent of it."""
    rows = [case("P", "a", 110)]
    assert others("SK3/1", measured("SK3/1", rows))["case.company"].met is True


def test_parameters_are_laid_over_the_indicator_as_measured() -> None:
    """Without the accounts for the pandemic."""
    found = measured("SK3/4", [line("1", realised=50), line("2", account="521131", realised=0)])
    assert (25, 50) == (found.actual, others("SK3/4", found)["accounts.without_covid"].actual)


def test_what_is_missing_is_said() -> None:
    """In the words of the catalogue."""
    other = others("SK3/4", measured("SK3/4", [line("1")]))["whose.secretariat"]
    expected = (None, None, None, None, "anggaran Sekretariat BSKJI.")
    assert expected == (other.measurement, other.actual, other.reason, other.met, other.lacks and other.lacks.id)


@pytest.mark.parametrize(
    ("answer", "fields"),
    [
        ("measured.domestic_share", ["realisasi pdn"]),
        ("ceiling.initial", ["pagu awal"]),
        ("ceiling.unlocked", ["lock pagu"]),
    ],
)
def test_a_column_that_is_not_filled_is_named(answer: str, fields: list[str]) -> None:
    """As forms head it, not as a number that nobody knows."""
    other = others("SK3/4", measured("SK3/4", [line("1", domestic=5, initial_ceiling=5, locked=5), line("2")]))[answer]
    expected = f"perlu {', '.join(fields)} pada setiap baris yang dihitung."
    assert expected == (other.lacks and other.lacks.id)


def test_a_figure_of_nothing_counted_says_so() -> None:
    """No receipt names its SPK, so that there is nothing to compare."""
    rows = [receipt("1", dt.date(2022, 5, 2), 100), receipt("2", dt.date(2023, 5, 2), 110)]
    other = others("SK3/2", measured("SK3/2", rows))["order.order_named"]
    assert (None, Reason.NOT_MEASURED, None, None) == (other.actual, other.reason, other.met, other.lacks)


def test_periods_are_measured_again_each_by_itself() -> None:
    """Two quarters, as they were added."""
    rows = [
        receipt("1", dt.date(2022, 2, 2), 100),
        receipt("2", dt.date(2023, 2, 2), 110),
        receipt("3", dt.date(2022, 5, 2), 100),
        receipt("4", dt.date(2023, 5, 2), 130),
        receipt("5", dt.date(2023, 6, 2), -30),
    ]
    found = measured("SK3/2", rows[:2], "2023-TW1-saja") + measured("SK3/2", rows[2:], "2023-TW2-saja")
    other = others("SK3/2", found)["refunds.not_deducted"]
    assert (5, 20, found.periods) == (found.actual, other.actual, other.measurement and other.measurement.periods)


def test_periods_that_do_not_add_under_an_answer_say_so() -> None:
    """The whole year before would be counted twice."""
    rows = [receipt("1", dt.date(2022, 2, 2), 100), receipt("2", dt.date(2023, 2, 2), 110)]
    found = measured("SK3/2", rows[:1], "2023-TW1-saja") + measured("SK3/2", rows[1:], "2023-TW2-saja")
    other = others("SK3/2", found)["months.whole_year"]
    parts = [PNBPGrowth(months="whole_year").measure_records([], period=period) for period in found.periods]
    with pytest.raises(PeriodError) as caught:
        _ = parts[0] + parts[1]
    assert caught.value.text == other.lacks


# Of totals.


def test_of_totals_stands_what_totals_allow() -> None:
    """Another formula of the same quantities."""
    found = others("SK2/1", AssistedCompanyCount().measure(assisted=4, improved=3), year=2023)
    assert (75, 4, None) == (found["actual.share"].actual, found["actual.assisted"].actual, found["growth.both"].actual)


def test_of_totals_what_needs_records_says_so() -> None:
    """Nobody knows which companies they were."""
    found = others("SK2/1", AssistedCompanyCount().measure(assisted=4, improved=3))
    assert say.NOT_FROM_TOTALS == found["growth.both"].lacks


def test_of_records_and_totals_together_only_formulas_are_known() -> None:
    """The totals have no records that could be measured again."""
    found = measured("SK3/4", [line("1")]) + P3DNRatio().measure(realised=40, ceiling=100)
    other = others("SK3/4", found)
    expected = (Fraction(1, 2), say.NOT_FROM_TOTALS)
    assert expected == (other["times_100.as_printed"].actual, other["accounts.without_covid"].lacks)


def test_of_records_that_were_not_kept_only_formulas_are_known() -> None:
    """A long stream leaves numbers alone."""
    found = P3DNRatio().measure_records([line("1")], period=2023, keep_evidence=False)
    assert say.NOT_FROM_TOTALS == others("SK3/4", found)["accounts.without_covid"].lacks


# Against a target.


def test_another_unit_is_set_against_no_target() -> None:
    """3 of 4 companies are 75 percent, which is no number of companies."""
    other = others("SK2/1", AssistedCompanyCount().measure(assisted=4, improved=3), year=2023)["actual.share"]
    assert (75, None, None) == (other.actual, other.achievement, other.met)


def test_totals_are_set_against_the_target_of_the_year_that_is_given() -> None:
    """4 companies, where 1 was promised."""
    other = others("SK2/1", AssistedCompanyCount().measure(assisted=4, improved=3), year=2023)["actual.assisted"]
    assert (4, 400) == (other.actual, other.achievement)


def test_without_a_year_nothing_is_set_against_a_target() -> None:
    """Totals have no period."""
    other = others("SK2/1", AssistedCompanyCount().measure(assisted=4, improved=3))["actual.assisted"]
    assert (4, None) == (other.actual, other.achievement)


def test_an_own_target_stands_in_place_of_the_decrees() -> None:
    """7.5 of 5 percent."""
    other = others("SK3/1", measured("SK3/1", CASES), target=5)["case.company"]
    assert (150, True) == (other.achievement, other.met)


@pytest.mark.parametrize("asked", [{"target": 0}, {"year": 2021}], ids=repr)
def test_nothing_is_set_against_no_target(asked: dict[str, Any]) -> None:
    """Nor against one of 0."""
    assert others("SK3/1", measured("SK3/1", CASES), **asked)["case.company"].achievement is None


# What a unit sets.


def test_settings_stay_under_the_other_answers() -> None:
    """Refunds are not deducted, of the service accounts that the unit set."""
    entry = CATALOGUE.with_settings({"SK3/2": {"accounts": ["425283"]}})["SK3/2"]
    reading = entry.reading("refunds")
    indicator: Any = entry.measured_under(reading, reading.answer("not_deducted"))
    assert PNBPGrowth(accounts={"425283"}, refunds="not_deducted") == indicator


BY_COMPANY = CATALOGUE.with_settings({"SK3/1": {"reading": {"case": "company"}}}, source="unit.xlsx")


def test_a_unit_may_take_another_answer() -> None:
    """By its word."""
    assert (ProductivityDelta(case="company"), ProductivityDelta()) == (
        BY_COMPANY["SK3/1"].measured_by,
        BY_COMPANY["SK3/1"].indicator,
    )


def test_the_catalogues_answer_is_then_an_alternative() -> None:
    """9 percent by measures."""
    entry = BY_COMPANY["SK3/1"]
    found = ProductivityDelta(case="company").measure_records(CASES, period=2023)
    by_measure: list[Any] = [one.actual for one in entry.alternatives(found) if one.reading.word == "case"]
    assert ([9], "measure") == (by_measure, entry.reading("case").takes)


def test_an_answer_taken_may_be_taken_back() -> None:
    """To the catalogue's."""
    again = BY_COMPANY.with_settings({"SK3/1": {"reading": {"case": "measure"}}})
    assert CATALOGUE["SK3/1"].indicator == again["SK3/1"].measured_by


@pytest.mark.parametrize(
    ("code", "taken", "place", "told"),
    [
        ("SK3/1", {"kasus": "company"}, "SK3/1.reading.kasus", "name.misspelt"),
        ("SK3/1", {"case": "perusahaan"}, "SK3/1.reading.case", "name.unknown"),
        ("SK3/1", {"cases": "dapati"}, "SK3/1.reading.cases", "reading.no_computation"),
        ("SK2/1", {"actual": "share"}, "SK2/1.reading.actual", "reading.no_computation"),
        ("SK3/1", "company", "SK3/1.reading", "reading.no_table"),
    ],
)
def test_an_answer_that_cannot_be_taken_is_refused(code: str, taken: Any, place: str, told: str) -> None:
    """An unknown word, what lacks data, another unit, and what names no answers."""
    problems: list[Any] = []
    entry_with(CATALOGUE[code], {"reading": taken}, "", problems)
    assert [(place, told)] == [(one.place, one.code) for one in problems]


def test_an_answer_that_lacks_data_says_which_it_needs() -> None:
    """Of the answer itself, and where a unit would take it."""
    problems: list[Any] = []
    entry = CATALOGUE["SK3/3"]
    entry_with(entry, {"reading": {"domestic": "restricted"}}, "", problems)
    needs = entry.reading("domestic").answer("restricted").needs
    assert (True, True) == (str(needs) in str(problems[0].text), str(needs).startswith("perlu layanan"))


def test_a_parameter_and_a_rule_are_taken_together() -> None:
    """The rule with the parameter."""
    taken = {"reading": {"receipts": "technical", "formula": "ratio"}}
    entry = CATALOGUE.with_settings({"SK3/2": taken})["SK3/2"]
    assert PNBPRatio(accounts={"425283"}) == entry.measured_by


def test_answers_to_several_questions_are_taken_together() -> None:
    """Companies weigh alike, and of each the cases that got better are averaged."""
    entry = BY_COMPANY.with_settings({"SK3/1": {"reading": {"worse": "left_out"}}})["SK3/1"]
    assert ProductivityDelta(case="company", worse="left_out") == entry.measured_by


def test_beside_an_answer_that_was_taken_the_others_have_their_figures() -> None:
    """14 percent of P, -10 and 4 of Q: companies alike, those that got worse as 0, are 14 and 2."""
    rows = [case("P", "a", 114), case("Q", "a", 90), case("Q", "b", 104)]
    found = BY_COMPANY["SK3/1"].alternatives(ProductivityDelta(case="company").measure_records(rows, period=2023))
    assert [8] == [one.actual for one in found if one.reading.word == "worse" and one.answer.word == "zero"]


BY_MEANS = CATALOGUE.with_settings({"SK3/1": {"reading": {"mean": "ratio_of_means"}}})


def test_two_answers_that_do_not_go_together_are_refused() -> None:
    """The means of all cases know no company; what was taken is named."""
    problems: list[Any] = []
    entry_with(BY_MEANS["SK3/1"], {"reading": {"case": "company"}}, "", problems)
    beside = CATALOGUE["SK3/1"].reading("mean").answer("ratio_of_means").text
    expected = [("SK3/1.reading.case", say.NO_COMPUTATION.text(why=say.NOT_TOGETHER.text(value=[beside])))]
    assert expected == [(one.place, one.allowed) for one in problems]


def test_beside_a_class_that_was_taken_stands_what_it_can_count() -> None:
    """The change of the means keeps its sign too, and knows no worse case."""
    found = RatioOfMeansDelta().measure_records([case("P", "a", 80, lower_is_better=True)], period=2023)
    others = {f"{one.reading.word}.{one.answer.word}": one for one in BY_MEANS["SK3/1"].alternatives(found)}
    assert [-20, None] == [others[name].actual for name in ("direction.sign_kept", "worse.zero")]


APART = {
    "SK1/2": {("first_proof", "several_proofs")},
    "SK3/1": {
        ("ratio_of_means", "company"),
        ("ratio_of_means", "inverse"),
        ("ratio_of_means", "left_out"),
        ("ratio_of_means", "zero"),
        ("points", "inverse"),
    },
    "SK3/3": {
        ("additions", "both"),
        ("additions", "bridged"),
        ("percentage", "both"),
        ("percentage", "bridged"),
        ("both", "bridged"),
    },
}
"""Code -> the answers to two questions that have no figure together; all others have one."""


@pytest.mark.parametrize("code", CATALOGUE)
def test_answers_to_two_questions_go_together(code: str) -> None:
    """But where both are formulas of their own, or one speaks of what the other has not."""
    entry = CATALOGUE[code]
    computed = [
        (reading.word, answer.word) for reading, answer in entry.not_taken if answer.is_computed and answer.word
    ]
    apart = set()
    for (first, answer), (second, other) in itertools.combinations(computed, 2):
        own = attrs.evolve(entry, settings=FrozenMap({"reading": FrozenMap({first: answer, second: other})}))
        try:
            together = own.measured_by
        except IndicatorError:
            together = None
        if first != second and together is None:
            apart.add((answer, other))
    assert APART.get(code, set()) == apart


def test_what_is_turned_over_has_no_difference() -> None:
    """Tonnes per energy are not in the unit of energy per tonne."""
    points = CATALOGUE.with_settings({"SK3/1": {"reading": {"direction": "inverse"}}})["SK3/1"]
    reading = points.reading("mean")
    with refused("improvement.points_of_inverse", IndicatorError, member="mean, direction", value="inverse"):
        points.measured_under(reading, reading.answer("points"))


# Readings and answers as values.

QUESTION = Text(id="tanya", en="question")
PLAIN = Reading(
    question=QUESTION, taken=QUESTION, alternatives=(Alternative(text=Text(id="lain", en="other")),), reason=QUESTION
)


def test_an_alternative_in_words_alone_is_not_computed() -> None:
    """As older catalogue files have them."""
    entry = attrs.evolve(CATALOGUE["SK3/4"], readings=(PLAIN,))
    (other,) = entry.alternatives(measured("SK3/4", [line("1")]))
    assert say.WORDS_ALONE == other.lacks


def test_an_alternative_of_parameters_that_there_are_not_says_so() -> None:
    """An entry whose indicator is an own one may keep the catalogue's readings."""
    answer = Alternative(text=Text(id="lain", en="other"), changes={"akun": ("521211",)})
    entry = attrs.evolve(CATALOGUE["SK3/4"], readings=(attrs.evolve(PLAIN, alternatives=(answer,)),))
    (other,) = entry.alternatives(measured("SK3/4", [line("1")]))
    assert other.lacks is not None
    assert other.lacks.id.startswith("akun = '521211' tidak dapat diterapkan pada indikatornya")


def test_an_alternative_of_parameters_that_cannot_be_is_refused_as_they_are() -> None:
    """By the parameter's own words."""
    answer = Alternative(text=QUESTION, changes={"accounts": ("5212",)})
    with refused("record.no_accounts", value=frozenset({"5212"})):
        answer.over(P3DNRatio())


def test_such_an_answer_cannot_be_taken() -> None:
    """It is told as a problem of the settings."""
    answer = Alternative(text=QUESTION, word="five", changes={"accounts": ("5212",)})
    reading = attrs.evolve(PLAIN, word="accounts", alternatives=(answer,))
    problems: list[Any] = []
    entry = attrs.evolve(CATALOGUE["SK3/4"], readings=(reading,))
    entry_with(entry, {"reading": {"accounts": "five"}}, "", problems)
    assert [("SK3/4.reading.accounts", "reading.no_computation")] == [(one.place, one.code) for one in problems]


def test_an_entry_without_indicator_has_no_figure_under_any_answer() -> None:
    """Only its actual is known."""
    entry = attrs.evolve(CATALOGUE["SK3/4"], indicator=None)
    assert ((), None) == (entry.alternatives(measured("SK3/4", [line("1")])), entry.measured_by)


@pytest.mark.parametrize(
    "ways",
    [
        {"by": P3DNFraction, "lacks": QUESTION},
        {"by": P3DNFraction, "changes": {"accounts": ["521211"]}},
        {"changes": {"accounts": ["521211"]}, "lacks": QUESTION},
    ],
    ids=" ".join,
)
def test_an_alternative_is_computed_in_one_way(ways: dict[str, Any]) -> None:
    """Of two nobody would know which."""
    with refused(
        "reading.computed_twice", IndicatorError, indicator="Alternative", member="changes, by, lacks", value=QUESTION
    ):
        Alternative(text=QUESTION, **ways)


def test_a_reading_finds_its_answers_by_word() -> None:
    """The one taken among them; a word that none has is refused."""
    reading = CATALOGUE["SK3/4"].reading("ceiling")
    for own, word in ((reading, "awal"), (PLAIN, "")):
        with pytest.raises(UnknownIndicatorError):
            own.answer(word)
    assert [*reading.answers] == [reading.answer(word) for word in ("revised", "initial", "unlocked")]


def test_an_entry_finds_its_readings_by_word() -> None:
    """A word that none has is refused."""
    with pytest.raises(UnknownIndicatorError):
        CATALOGUE["SK3/4"].reading("pagu")


def test_a_ratio_as_printed_is_no_percentage() -> None:
    """So that no target in percent is set against it."""
    other = others("SK3/4", measured("SK3/4", [line("1")]))["times_100.as_printed"]
    assert ("Rasio", Fraction(3, 5), None) == (str(P3DNFraction().unit), other.actual, other.achievement)


def test_a_figure_under_another_rule_is_not_told_what_the_main_rule_holds() -> None:
    """Its numerator is another than "all that was realised, wherever it was made"."""
    line = BudgetLine(unit="A", reference="1", year=2023, account="521211", ceiling=100, realised=60, domestic=45)
    ratios = (P3DNRatio(), P3DNFraction(), P3DNRatio(measured="domestic_share"))
    notes = [ratio.measure_records([line], period=2023).notes for ratio in ratios]
    assert [True, True, False] == ["Pembilang" in " ".join(note.id for note in said) for said in notes]


def test_a_measurement_by_another_answer_than_the_unit_takes_is_refused() -> None:
    """Its figure is not the entry's, and the other answers would be told beside the wrong one."""
    measured = ProductivityDelta().measure_records([case("P", "a", 114)], period=2023)
    with refused("score.other_indicator", indicator="SK3/1", own=ProductivityDelta(case="company")):
        BY_COMPANY["SK3/1"].alternatives(measured)


APART_FROM_EACH_OTHER = [
    ("SK1/2", "day first_proof", "together several_proofs", "reading.not_together"),
    ("SK3/1", "mean ratio_of_means", "case company", "reading.not_together"),
    ("SK3/1", "mean ratio_of_means", "direction inverse", "reading.not_together"),
    ("SK3/1", "mean ratio_of_means", "worse left_out", "reading.not_together"),
    ("SK3/1", "mean ratio_of_means", "worse zero", "reading.not_together"),
    ("SK3/1", "mean ratio_of_means", "unmeasured zero", "reading.not_together"),
    ("SK3/1", "mean points", "direction inverse", "improvement.points_of_inverse"),
    ("SK3/3", "formula additions", "counted both", "reading.not_together"),
    ("SK3/3", "formula additions", "lapse bridged", "reading.not_together"),
    ("SK3/3", "formula percentage", "counted both", "reading.not_together"),
    ("SK3/3", "formula percentage", "lapse bridged", "reading.not_together"),
    ("SK3/3", "counted both", "lapse bridged", "reading.not_together"),
]


def _why_apart(code: str, pair: tuple[tuple[Reading, Alternative], ...]) -> str | None:
    """Return the code of the reason for which two answers give no figure; None where they give one."""
    (first, taken), (other, answer) = pair
    entry = attrs.evolve(CATALOGUE[code], settings={"reading": {first.word: taken.word}})
    try:
        if entry.measured_under(other, answer) is not None:
            return None
    except IndicatorError as error:
        return error.code
    assert say.NOT_TOGETHER.text(value=[taken.text]) == entry.why_not(other, answer)
    return say.NOT_TOGETHER.code


def _pairs(code: str) -> list[tuple[tuple[Reading, Alternative], ...]]:
    """Return the pairs of computed answers to two questions of an entry."""
    computed = [(reading, one) for reading in CATALOGUE[code].readings for one in reading.alternatives]
    pairs = itertools.combinations([(reading, one) for reading, one in computed if one.is_computed], 2)
    return [pair for pair in pairs if pair[0][0] != pair[1][0]]


def test_which_answers_do_not_go_together_and_why() -> None:
    """One class would undo the other, or one of both has no sense beside the other; all other pairs have a figure."""
    found = [
        (code, *(f"{reading.word} {answer.word}" for reading, answer in pair), why)
        for code in CATALOGUE
        for pair in _pairs(code)
        if (why := _why_apart(code, pair)) is not None
    ]
    assert APART_FROM_EACH_OTHER == found


@pytest.mark.parametrize(("code", "one", "other"), [row[:3] for row in APART_FROM_EACH_OTHER])
def test_a_unit_cannot_take_answers_that_do_not_go_together(code: str, one: str, other: str) -> None:
    """Whichever is said first."""
    for answers in ((one, other), (other, one)):
        problems: list[Any] = []
        entry_with(CATALOGUE[code], {"reading": dict(answer.split() for answer in answers)}, "", problems)
        assert ["reading.no_computation"] == [problem.code for problem in problems]


SHEET = Unit(name=Text(id="Lembar", en="sheet"), whole=True)


def _sheets(name: str) -> Variable:
    return Variable(name=name, symbol="L", label=Text(id=name, en=name), unit=SHEET)


class Sent(Indicator[object]):
    """Of totals alone."""

    unit = SHEET
    variables = (_sheets("sent"),)

    @staticmethod
    def formula(sent: N) -> N:
        """Return what was sent."""
        return sent


class Received(Sent):
    """The same of another quantity."""

    variables = (_sheets("received"),)

    @staticmethod
    def formula(received: N) -> N:
        """Return what was received."""
        return received


def test_an_answer_of_other_quantities_is_not_known_of_totals() -> None:
    """Whatever the formula would make of them."""
    answer = Alternative(text=QUESTION, word="received", by=Received)
    reading = attrs.evolve(PLAIN, word="which", alternatives=(answer,))
    entry = attrs.evolve(CATALOGUE["SK1/1"], indicator=Sent(), unit=SHEET, readings=(reading,))
    (other,) = entry.alternatives(Sent().measure(sent=3))
    assert (None, say.NOT_FROM_TOTALS) == (other.actual, other.lacks)


@attrs.frozen(kw_only=True)
class DomesticApart(P3DNRatio):
    """What was bought at home, and the ceiling by itself."""

    def tally(self, line: BudgetLine, period: Period) -> Iterator[Tally]:
        """Count the lines of the year."""
        of_year = {"tahun anggaran": line.year == period.year}
        yield Tally(of_year, realised=line.domestic)
        yield Tally(of_year, ceiling=line.ceiling)


def test_of_a_rule_in_two_parts_the_one_with_the_quantity_names_its_fields() -> None:
    """The other says nothing of it."""
    reading = attrs.evolve(PLAIN, alternatives=(Alternative(text=QUESTION, by=DomesticApart),))
    entry = attrs.evolve(CATALOGUE["SK3/4"], readings=(reading,))
    (other,) = entry.alternatives(measured("SK3/4", [line("1")]))
    assert "perlu realisasi pdn pada setiap baris yang dihitung." == (other.lacks and other.lacks.id)


def test_an_entry_without_indicator_takes_no_measurement() -> None:
    """Its actual alone."""
    entry = attrs.evolve(CATALOGUE["SK1/1"], indicator=None)
    with refused("score.no_indicator", indicator="SK1/1"):
        entry.check_measurement(AssistedCompanyCount().measure(assisted=4, improved=3))


def test_parameters_that_the_indicator_has_not_are_refused() -> None:
    """By the member that names them."""
    answer = Alternative(text=QUESTION, changes={"akun": "521211"})
    with refused("reading.unfit", indicator="P3DNRatio", member="changes", value={"akun": "521211"}):
        answer.over(P3DNRatio())


def test_a_figure_shows_no_measurement() -> None:
    """It holds every record."""
    other = others("SK3/4", measured("SK3/4", [line("1")]))["times_100.as_printed"]
    assert "measurement" not in repr(other)
