"""Scorecards: seven rows in order, each with its figure or the reason for none."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import attrs
import pytest

from kinerja import BSPJI_PEKANBARU_2021_2024 as CATALOGUE
from kinerja import (
    AccreditedScopeGrowth,
    AssistedCompanyCount,
    BudgetLine,
    CollaborationCount,
    Entry,
    InexactNumberError,
    P3DNRatio,
    Percent,
    PNBPGrowth,
    Polarity,
    ProductivityDelta,
    QuantityError,
    Quarter,
    Reason,
    Receipt,
    Scorecard,
    Scoring,
    Tenant,
    TenantCount,
    UnknownIndicatorError,
)
from kinerja._base import FrozenMap
from kinerja.catalogue import Catalogue
from kinerja.decrees import Decree, Objective
from kinerja.measurement import PERCENT
from kinerja.records import Year, as_period
from said import refused

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from kinerja import Measurement, Score
    from kinerja.scorecards import Value

CODES = ["SK1/1", "SK1/2", "SK2/1", "SK3/1", "SK3/2", "SK3/3", "SK3/4"]
UNDEFINED = PNBPGrowth().measure(previous=0, current=5)

OWN_DECREE = Decree(number="1 TAHUN 2023", title="IKU", unit="Balai", years=(2023, 2024))
SERVICE = Objective(code="S1", text="Layanan yang cepat")


def own_entry(code: str, polarity: Polarity = Polarity.MAXIMISE, **targets: int) -> Entry:
    """Return an entry in percent without an indicator; targets are given as y2023=..."""
    return Entry(
        code=code,
        label=f"Indikator {code}",
        objective=SERVICE,
        unit=PERCENT,
        polarity=polarity,
        targets=FrozenMap({int(year[1:]): Fraction(target) for year, target in targets.items()}),
        years=OWN_DECREE.years,
    )


def own_catalogue(*entries: Entry) -> Catalogue:
    """Return a catalogue of these entries."""
    return Catalogue(
        decree=OWN_DECREE, objectives=(SERVICE,), entries=FrozenMap({entry.code: entry for entry in entries})
    )


OWN = own_catalogue(
    own_entry("S1/1", y2023=50),
    own_entry("S1/2", y2023=0),
    own_entry("S1/3", y2023=-5),
    own_entry("S1/4", y2024=10),
    own_entry("S1/5", Polarity.MINIMISE, y2023=10),
)


def score(code: str, value: Value, *, catalogue: Catalogue = CATALOGUE, scoring: Scoring | None = None) -> Score:
    """Return the row of one indicator in 2023."""
    return catalogue.scorecard(2023, {code: value}, scoring=scoring or Scoring())[code]


def card(values: Mapping[str, Value], cap: int | None = None) -> Scorecard:
    """Return the scorecard of 2023."""
    return CATALOGUE.scorecard(2023, values, scoring=Scoring(cap=cap))


# The rows.


@pytest.mark.parametrize(
    "values", [{}, {"SK3/4": 47.25}, {"SK3/4": 47.25, "SK1/1": 1}, dict.fromkeys(reversed(CODES), 1)], ids=len
)
def test_every_indicator_has_its_row_in_the_decrees_order(values: dict[str, Value]) -> None:
    """Whatever was measured, and in whichever order it was given."""
    assert CODES == [score.entry.code for score in card(values)]


def test_a_scorecard_has_as_many_scores_as_the_decree_has_indicators() -> None:
    """Its length counts all rows."""
    assert 7 == len(card({}))


def test_a_score_is_found_by_its_code() -> None:
    """Subscripting gives the row of that code."""
    assert 105 == card({"SK3/4": 47.25})["SK3/4"].achievement


def test_a_code_that_the_scorecard_has_not_is_refused() -> None:
    """The close codes are in the message."""
    with refused("name.misspelt", UnknownIndicatorError, name="SK3/5", matches=("SK3/4", "SK3/3", "SK3/2")):
        card({})["SK3/5"]


def test_a_scorecard_knows_its_decree_its_period_and_its_rules() -> None:
    """They travel with the figures."""
    made = card({}, cap=120)
    assert (CATALOGUE.decree, Year(year=2023), Scoring(cap=120)) == (made.decree, made.period, made.scoring)


@pytest.mark.parametrize(("code", "target"), [("SK1/1", 1), ("SK3/1", 10), ("SK3/2", 2), ("SK3/4", 45)])
def test_a_row_has_the_target_of_its_year(code: str, target: int) -> None:
    """Also where nothing was measured."""
    assert target == card({})[code].target


# The values.


@pytest.mark.parametrize(
    "value",
    [Fraction(189, 4), 47.25, Decimal("47.25")],
    ids=lambda value: type(value).__name__,
)
def test_a_number_is_an_actual(value: Any) -> None:
    """It means the decimal that it prints, exactly."""
    row = score("SK3/4", value)
    assert (Fraction(189, 4), Percent(105), None) == (row.actual, row.achievement, row.reason)


@pytest.mark.parametrize(
    ("code", "measurement", "actual", "achievement"),
    [
        ("SK1/1", TenantCount().measure(graduated=2), 2, 200),
        ("SK1/2", CollaborationCount().measure(activities=1), 1, 100),
        ("SK2/1", AssistedCompanyCount().measure(assisted=5, improved=3), 3, 300),
        ("SK3/1", ProductivityDelta().measure(improvement=25, cases=2), Fraction(25, 2), 125),
        ("SK3/2", PNBPGrowth().measure(previous=4_000_000_000, current=4_100_000_000), Fraction(5, 2), 125),
        ("SK3/3", AccreditedScopeGrowth().measure(previous=12, current=10), -2, -200),
        ("SK3/4", P3DNRatio().measure(realised=9, ceiling=20), 45, 100),
    ],
)
def test_a_measurement_brings_its_actual(code: str, measurement: Any, actual: Any, achievement: Any) -> None:
    """Each indicator's own measurement is scored by its formula."""
    row = score(code, measurement)
    assert (actual, achievement, measurement.quantities) == (row.actual, row.achievement, row.quantities)


@pytest.mark.parametrize("value", [None, 1, Reason.NOT_APPLICABLE])
def test_only_a_measurement_brings_quantities(value: Value) -> None:
    """A number says nothing of what it was made of."""
    assert score("SK1/1", value).quantities is None


def test_a_reason_stands_for_a_figure() -> None:
    """An office may say why there is none."""
    row = score("SK1/1", Reason.NOT_APPLICABLE)
    assert (None, None, Reason.NOT_APPLICABLE) == (row.actual, row.achievement, row.reason)


@pytest.mark.parametrize(
    "values", [{}, {"SK1/1": None}, {"SK1/1": Reason.NOT_MEASURED}], ids=["absent", "None", "said"]
)
def test_what_is_not_given_is_not_measured(values: dict[str, Value]) -> None:
    """It is never 0."""
    row = card(values)["SK1/1"]
    assert (None, None, None, Reason.NOT_MEASURED) == (row.actual, row.uncapped, row.achievement, row.reason)


def test_a_measured_zero_is_a_figure() -> None:
    """Nothing achieved is not the same as nothing measured."""
    row = score("SK1/1", 0)
    assert (Fraction(0), Percent(0), None) == (row.actual, row.achievement, row.reason)


def test_nothing_to_divide_by_is_a_reason() -> None:
    """A scorecard says so where the measurement itself would raise; the quantities stay."""
    row = score("SK3/2", UNDEFINED)
    assert (None, None, Reason.UNDEFINED_ACTUAL, UNDEFINED.quantities) == (
        row.actual,
        row.achievement,
        row.reason,
        row.quantities,
    )


# No target.


@pytest.mark.parametrize(
    ("code", "target"),
    [("S1/2", Fraction(0)), ("S1/3", Fraction(-5)), ("S1/4", None)],
    ids=["zero", "negative", "another year"],
)
def test_a_target_that_cannot_be_divided_by_is_a_reason(code: str, target: Fraction | None) -> None:
    """The actual and the target stay; there is no achievement."""
    row = score(code, 7, catalogue=OWN)
    assert (target, Fraction(7), None, Reason.NO_TARGET) == (row.target, row.actual, row.achievement, row.reason)


@pytest.mark.parametrize("code", ["S1/2", "S1/3", "S1/4"])
@pytest.mark.parametrize("value", [None, Reason.NOT_MEASURED])
def test_no_target_comes_before_not_measured(code: str, value: Value) -> None:
    """Where there is nothing to measure against, nobody waits for a figure."""
    assert Reason.NO_TARGET is score(code, value, catalogue=OWN).reason


@pytest.mark.parametrize("reason", [Reason.NOT_APPLICABLE, Reason.UNDEFINED_ACTUAL, Reason.NO_TARGET])
def test_a_reason_that_is_given_comes_before_no_target(reason: Reason) -> None:
    """The office's own word is kept."""
    assert reason is score("S1/2", reason, catalogue=OWN).reason


def test_an_undefined_actual_comes_before_no_target() -> None:
    """In the baseline year too the actual itself is what is missing."""
    assert Reason.UNDEFINED_ACTUAL is CATALOGUE.scorecard(2021, {"SK3/2": UNDEFINED})["SK3/2"].reason


def test_the_baseline_year_has_no_targets() -> None:
    """A scorecard of 2021 has seven rows without an achievement."""
    assert [(None, Reason.NO_TARGET)] * 7 == [
        (row.achievement, row.reason) for row in CATALOGUE.scorecard(2021, dict.fromkeys(CODES, 1))
    ]


@pytest.mark.parametrize("year", [2020, 2025, 2030])
def test_a_year_outside_the_decree_is_refused(year: int) -> None:
    """The message names the years covered."""
    with refused("decree.year_outside", value=year, limit="2021-2024"):
        CATALOGUE.scorecard(year, {})


@pytest.mark.parametrize("period", ["2023-TW2", Quarter(year=2023, number=2)])
def test_a_quarter_is_set_against_its_years_targets(period: str | Quarter) -> None:
    """Without targets of its own."""
    card = CATALOGUE.scorecard(period, {"SK3/4": 18})
    assert (2023, Fraction(45), Percent(40)) == (card.target_year, card["SK3/4"].target, card["SK3/4"].achievement)


def test_a_quarter_may_have_targets_of_its_own() -> None:
    """A code without one has none."""
    card = CATALOGUE.scorecard("2023-TW2", {"SK3/4": 18, "SK1/1": 1}, targets={"SK3/4": 20})
    assert (None, Percent(90), Reason.NO_TARGET) == (card.target_year, card["SK3/4"].achievement, card["SK1/1"].reason)


def test_a_quarters_target_of_zero_is_no_target() -> None:
    """As BPS leaves such rows out of the quarter's mean."""
    card = CATALOGUE.scorecard("2023-TW1", {"SK1/1": 0}, targets={"SK1/1": 0})
    assert Reason.NO_TARGET is card["SK1/1"].reason


def test_a_year_is_set_against_the_last_targets() -> None:
    """Against the decree's period: 45 in 2023 where 50 is promised for 2024."""
    card = CATALOGUE.scorecard(2023, {"SK3/4": 45}, target_year=2024)
    assert (Fraction(50), Percent(90)) == (card["SK3/4"].target, card["SK3/4"].achievement)


def test_a_year_may_have_targets_of_its_own() -> None:
    """Those of the agreement (perjanjian kinerja); a code without one has the decree's."""
    card = CATALOGUE.scorecard(2023, {"SK3/4": 45, "SK3/1": 5}, targets={"SK3/4": 60})
    assert [(Fraction(60), Fraction(45), True, Percent(75)), (Fraction(10), None, False, Percent(50))] == [
        (row.target, row.decree_target, row.target_is_own, row.achievement) for row in (card["SK3/4"], card["SK3/1"])
    ]


def test_an_own_target_where_the_decree_has_none() -> None:
    """Of the baseline year."""
    row = CATALOGUE.scorecard(2021, {"SK3/4": 40}, targets={"SK3/4": 50})["SK3/4"]
    assert (True, None, Percent(80)) == (row.target_is_own, row.decree_target, row.achievement)


def test_several_units_have_no_joint_target_of_what_grows_with_them() -> None:
    """Four tenants of two units are not 400 percent of one unit's target; a share keeps its target."""
    values = {"SK1/1": 4, "SK3/3": 2, "SK3/4": 45}
    card = CATALOGUE.scorecard(2023, values, units=["Pekanbaru", "Medan"])
    assert [Reason.NO_TARGET, Reason.NO_TARGET, None] == [card[code].reason for code in values]


def budget_line(unit: str) -> BudgetLine:
    """Return a line of a unit of which half is realised."""
    return BudgetLine(unit=unit, reference="1", year=2023, account="521211", ceiling=100, realised=50)


def tenants_of(units: str) -> Measurement:
    """Measure a tenant of each unit."""
    stages = dict.fromkeys(
        ("selected_on", "preincubation_on", "incubation_on", "postincubation_on"), dt.date(2023, 5, 1)
    )
    made = [Tenant(unit=unit, tenant=str(place), **stages) for place, unit in enumerate(units)]
    return TenantCount().measure_records(made, period=2023)


def test_records_of_several_units_tell_that_they_are_several() -> None:
    """Four tenants of two units were 400 percent of one unit's target without a word."""
    card = CATALOGUE.scorecard(2023, {"SK1/1": tenants_of("AABB")})
    assert (("A", "B"), None, Reason.NO_TARGET) == (card.units, card["SK1/1"].target, card["SK1/1"].reason)


def test_records_of_another_indicator_tell_it_too() -> None:
    """The scorecard is of both; a share keeps its target."""
    lines = P3DNRatio().measure_records([budget_line("A"), budget_line("B")], period=2023)
    card = CATALOGUE.scorecard(2023, {"SK1/1": 2, "SK3/4": lines})
    assert [Reason.NO_TARGET, None] == [card[code].reason for code in ("SK1/1", "SK3/4")]


def test_records_of_one_unit_name_none() -> None:
    """Nobody said whose figures these are, and nothing depends on it."""
    card = CATALOGUE.scorecard(2023, {"SK1/1": tenants_of("AA")})
    assert ((), Percent(200)) == (card.units, card["SK1/1"].achievement)


def test_units_that_are_said_are_those_meant() -> None:
    """One unit may write itself in two ways in its records."""
    card = CATALOGUE.scorecard(2023, {"SK1/1": tenants_of("AB")}, units="A")
    assert (("A",), Percent(200)) == (card.units, card["SK1/1"].achievement)


def test_a_quarter_may_be_set_against_the_own_target_of_its_year() -> None:
    """With the decree's beside it; a code without one has the decree's of the year."""
    card = CATALOGUE.scorecard("2023-TW2", {"SK1/1": 1}, targets={"SK1/1": 4}, target_year=2023)
    row, others = card["SK1/1"], card["SK3/4"].target
    expected = (Fraction(4), Fraction(1), Percent(25), Fraction(45))
    assert expected == (row.target, row.decree_target, row.achievement, others)


def test_a_quarter_against_the_own_targets_of_its_year_says_so() -> None:
    """In the headline."""
    card = CATALOGUE.scorecard("2023-TW2", {}, targets={"SK1/1": 4}, target_year=2023)
    assert (" terhadap target sendiri 2023", " against its own targets of 2023") == (card.basis.id, card.basis.en)


def test_a_quarter_against_the_own_targets_of_its_year_comes_back() -> None:
    """From JSON."""
    card = CATALOGUE.scorecard("2023-TW2", {"SK1/1": 1}, targets={"SK1/1": 4}, target_year=2023)
    assert card == Scorecard.from_json(card.to_json())


def test_own_targets_of_a_year_are_those_of_its_year() -> None:
    """Said or not."""
    cards = [CATALOGUE.scorecard(2023, {}, targets={"SK1/1": 4}, target_year=year) for year in (None, 2023)]
    assert cards[0] == cards[1]


def test_a_joint_target_that_is_given_is_taken() -> None:
    """Nothing is said then."""
    card = CATALOGUE.scorecard(2023, {"SK1/1": 4}, units=["Pekanbaru", "Medan"], targets={"SK1/1": 2})
    assert (Percent(200), ()) == (card["SK1/1"].achievement, card["SK1/1"].notes)


def test_a_unit_alone_may_be_a_text() -> None:
    """It is no unit for each of its letters, whose counts would have no joint target."""
    card = CATALOGUE.scorecard(2023, {"SK1/1": 2}, units="Medan")
    assert (("Medan",), Percent(200)) == (card.units, card["SK1/1"].achievement)


@pytest.mark.parametrize(
    ("target", "code", "about"),
    [(2.5, "quantity.whole", ""), (-1, "quantity.least", ""), ("2", "number.text", "SK1/1: ")],
)
def test_an_own_target_that_cannot_be_is_refused(target: Any, code: str, about: str) -> None:
    """As a table of targets refuses it, and naming its row."""
    with refused(code, about=about, indicator="SK1/1"):
        CATALOGUE.scorecard(2023, {}, targets={"SK1/1": target})


def test_a_joint_figure_of_an_actual_alone_is_told_by_its_unit() -> None:
    """A percentage keeps its target; what else it may be has none."""
    entries = {code: attrs.evolve(CATALOGUE[code], indicator=None) for code in ("SK1/1", "SK3/4")}
    alone = Catalogue(decree=CATALOGUE.decree, objectives=(), entries=FrozenMap(entries))
    card = alone.scorecard(2023, {"SK1/1": 4, "SK3/4": 45}, units=["Pekanbaru", "Medan"])
    assert [None, 45] == [row.target for row in card]


def test_targets_of_its_own_are_refused_beside_another_years() -> None:
    """One or the other."""
    with refused("scorecard.two_bases", value=as_period("2023-TW1"), year=2024):
        CATALOGUE.scorecard("2023-TW1", {}, targets={}, target_year=2024)


@pytest.mark.parametrize("units", [None, 5, ["BSPJI Medan", None]], ids=repr)
def test_units_that_are_no_texts_are_refused(units: Any) -> None:
    """None says that a unit is meant, and not which."""
    with refused("scorecard.unit_names", QuantityError, value=units):
        CATALOGUE.scorecard(2023, {}, units=units)


def test_a_target_of_an_unknown_code_is_refused() -> None:
    """As a value of one is."""
    with refused("name.unknown", UnknownIndicatorError, name="SK9", matches=()):
        CATALOGUE.scorecard("2023-TW1", {}, targets={"SK9": 1})


def test_targets_of_a_year_outside_the_decree_are_refused() -> None:
    """The message names the years covered."""
    with refused("decree.year_outside", value=2030, years=(2021, 2022, 2023, 2024), limit="2021-2024"):
        CATALOGUE.scorecard(2023, {}, target_year=2030)


def test_a_measurement_of_another_period_is_refused() -> None:
    """Records of 2022 say nothing of 2023."""
    measured = P3DNRatio().measure_records([], period=2022)
    with refused("score.other_period", indicator="SK3/4", value=measured.periods, period=Year(year=2023)):
        CATALOGUE.scorecard(2023, {"SK3/4": measured})


def test_a_measurement_of_the_period_is_taken() -> None:
    """What has no record was not measured."""
    card = CATALOGUE.scorecard("2023-TW2", {"SK3/4": P3DNRatio().measure_records([], period="2023-TW2")})
    assert Reason.NOT_MEASURED is card["SK3/4"].reason


def test_a_divisor_of_0_that_has_records_is_undefined() -> None:
    """Something was measured, and cannot be divided by."""
    line = BudgetLine(unit="A", reference="1", year=2023, account="521211", ceiling=0, realised=0)
    card = CATALOGUE.scorecard(2023, {"SK3/4": P3DNRatio().measure_records([line], period=2023)})
    assert Reason.UNDEFINED_ACTUAL is card["SK3/4"].reason


def test_four_quarters_are_a_year() -> None:
    """Flows of the four quarters, added, stand for the year."""
    quarters = [TenantCount().measure_records([], period=f"2023-TW{number}-saja") for number in (1, 2, 3, 4)]
    assert 0 == CATALOGUE.scorecard(2023, {"SK1/1": sum(quarters)})["SK1/1"].actual


@pytest.mark.parametrize("missing", [1, 2, 3, 4])
def test_three_quarters_are_refused_for_a_year(missing: int) -> None:
    """Whichever is missing, its tenants would be too."""
    quarters = [
        TenantCount().measure_records([], period=f"2023-TW{number}-saja")
        for number in (1, 2, 3, 4)
        if number != missing
    ]
    with refused("score.other_period", indicator="SK1/1", period=Year(year=2023)):
        CATALOGUE.scorecard(2023, {"SK1/1": sum(quarters)})


def test_how_records_were_counted_reaches_the_row() -> None:
    """That all receipts were taken as service receipts is noted beside the figure."""
    days = dt.date(2022, 5, 1), dt.date(2023, 5, 1)
    receipts = [Receipt(unit="A", receipt=str(day), amount=1, received_on=day) for day in days]
    measured = PNBPGrowth().measure_records(receipts, period=2023)
    notes = CATALOGUE.scorecard(2023, {"SK3/2": measured})["SK3/2"].notes
    assert ["All receipts were taken as service receipts, because no service accounts were given."] == [
        note.en for note in notes
    ]


@pytest.mark.parametrize("period", [2023, "2023", Year(year=2023)])
def test_a_year_may_be_written_in_every_way(period: int | str | Year) -> None:
    """A number, a text or a Year."""
    assert Year(year=2023) == CATALOGUE.scorecard(period, {}).period


# Whether the target is met.


@pytest.mark.parametrize(
    ("value", "met"),
    [
        (45, True),
        (Fraction(45 * 10**30 - 1, 10**30), False),
        (46, True),
        (0, False),
        (None, None),
        (Reason.NOT_APPLICABLE, None),
    ],
)
def test_a_target_is_met_exactly_or_not(value: Value, met: bool | None) -> None:  # noqa: FBT001 - an expected value
    """The comparison is exact, and there is none without an achievement."""
    assert met is score("SK3/4", value).met


@pytest.mark.parametrize(("value", "met"), [(9, True), (10, True), (11, False)])
def test_where_less_is_better_a_target_is_met_from_below(value: int, met: bool) -> None:  # noqa: FBT001 - an expected value
    """Ten days promised are kept with nine."""
    assert met is score("S1/5", value, catalogue=OWN).met


def test_where_less_is_better_less_achieves_more() -> None:
    """The achievement is reflected at the target."""
    assert 120 == score("S1/5", 8, catalogue=OWN).achievement


def test_a_row_without_a_target_is_neither_met_nor_missed() -> None:
    """There is nothing to compare with."""
    assert score("S1/2", 7, catalogue=OWN).met is None


@pytest.mark.parametrize(
    "row",
    [attrs.evolve(score("SK3/4", 45), target=None), attrs.evolve(score("SK3/4", 45), actual=None)],
    ids=["target", "actual"],
)
def test_an_incomplete_row_is_neither_met_nor_missed(row: Score) -> None:
    """A row made by hand needs both sides."""
    assert row.met is None


def test_a_capped_row_is_met_as_before() -> None:
    """The cap bounds what is published, not what was reached."""
    assert score("SK3/4", 50, scoring=Scoring(cap=100)).met


# What a reader should know.


def test_a_negative_achievement_stays_and_is_flagged() -> None:
    """A decline is published as it is."""
    row = score("SK3/2", -3)
    assert (Percent(-150), ["The achievement is negative."]) == (row.achievement, [note.en for note in row.notes])


def test_the_notes_of_a_measurement_come_first() -> None:
    """What is unusual in the quantities, then what is unusual in the figure."""
    row = score("SK3/2", PNBPGrowth().measure(previous=100, current=97))
    assert ["PNBP turun dari tahun sebelumnya.", "Capaian negatif."] == [note.id for note in row.notes]


@pytest.mark.parametrize("value", [45, 1, 100, None, Reason.NOT_APPLICABLE, P3DNRatio().measure(realised=1, ceiling=2)])
def test_an_ordinary_row_has_no_notes(value: Value) -> None:
    """Nothing is said where nothing is unusual."""
    assert () == score("SK3/4", value).notes


def test_more_realised_than_the_ceiling_is_noted() -> None:
    """It is possible, and said."""
    row = score("SK3/4", P3DNRatio().measure(realised=3, ceiling=2))
    assert ["More was realised than the ceiling."] == [note.en for note in row.notes]


def test_a_row_of_an_entry_without_an_indicator_has_only_its_own_notes() -> None:
    """There is no class that could look at quantities."""
    row = attrs.evolve(score("S1/1", -1, catalogue=OWN), quantities=FrozenMap({"x": Fraction(1)}))
    assert ["The achievement is negative."] == [note.en for note in row.notes]


def test_a_remark_of_the_office_is_kept() -> None:
    """It stands beside the figure."""
    made = CATALOGUE.scorecard(2023, {"SK1/1": 1}, remarks={"SK1/1": "ilustrasi", "SK1/2": "laporan menyusul"})
    assert ["ilustrasi", "laporan menyusul", ""] == [row.remark for row in made.scores[:3]]


# The cap.


def test_a_cap_bounds_the_achievement_and_keeps_the_uncapped_one() -> None:
    """Both figures are there."""
    row = score("SK1/1", 2, scoring=Scoring(cap=120))
    assert (Percent(200), Percent(120)) == (row.uncapped, row.achievement)


@pytest.mark.parametrize("value", [None, Reason.NOT_APPLICABLE])
def test_a_cap_makes_no_figure_out_of_none(value: Value) -> None:
    """A row without an achievement has none under a cap."""
    assert score("SK1/1", value, scoring=Scoring(cap=120)).achievement is None


def test_a_scorecard_answers_by_code() -> None:
    """As a mapping does, though it iterates over its scores."""
    scores = card({"SK1/1": 2})
    assert ("SK1/1" in scores, "SK9/9" in scores, scores["SK1/1"] in scores) == (True, False, True)


def test_a_scorecard_gives_a_score_or_none() -> None:
    """`get` asks, where `[...]` insists."""
    scores = card({"SK1/1": 2})
    assert (scores["SK1/1"], None) == (scores.get("SK1/1"), scores.get("SK9/9"))


def test_a_scorecard_gives_its_scores_by_code() -> None:
    """In the decree's order."""
    scores = card({})
    assert list(scores) == list(scores.by_code().values())


def test_an_achievement_reads_as_a_percent() -> None:
    """It prints rounded half up, with its sign."""
    assert "105,00%" == str(score("SK3/4", 47.25).achievement)


# The mean.


def test_the_mean_is_over_the_measured_rows() -> None:
    """What is not measured is left out."""
    assert Fraction(305, 2) == card({"SK1/1": 2, "SK3/4": 47.25}).mean()


def test_the_mean_may_count_the_unmeasured_as_zero() -> None:
    """Five rows of seven are zero then."""
    assert Fraction(305, 7) == card({"SK1/1": 2, "SK3/4": 47.25}).mean(unmeasured="zero")


def test_only_the_unmeasured_count_as_zero() -> None:
    """Rows without a figure for another reason are left out of both means."""
    made = card({"SK1/1": 2, "SK3/2": UNDEFINED, "SK1/2": Reason.NOT_APPLICABLE, "SK3/3": Reason.NO_TARGET})
    assert Fraction(200, 4) == made.mean(unmeasured="zero")


def test_a_measured_zero_counts_in_both_means() -> None:
    """It is a figure like any other."""
    made = card({**dict.fromkeys(CODES[:6], 0), "SK3/4": 45})
    assert (Fraction(100, 7), Fraction(100, 7)) == (made.mean(), made.mean(unmeasured="zero"))


def test_there_is_no_mean_of_nothing() -> None:
    """Nothing measured is not 0."""
    assert card({}).mean() is None


def test_the_unmeasured_alone_have_a_mean_of_zero() -> None:
    """Where they count as zero."""
    assert 0 == card({}).mean(unmeasured="zero")


def test_rows_without_targets_have_no_mean() -> None:
    """In neither form, because none of them waits for a figure."""
    made = CATALOGUE.scorecard(2021, {"SK1/1": 1})
    assert (None, None) == (made.mean(), made.mean(unmeasured="zero"))


@pytest.mark.parametrize(
    ("objective", "measured", "with_zeros"), [("SK1", 200, 100), ("SK2", None, 0), ("SK3", 105, Fraction(105, 4))]
)
def test_the_mean_of_an_objective_is_over_its_rows(
    objective: str, measured: Fraction | None, with_zeros: Fraction
) -> None:
    """Both forms of it."""
    made = card({"SK1/1": 2, "SK3/4": 47.25})
    assert (measured, with_zeros) == (
        made.mean(objective=objective),
        made.mean(objective=objective, unmeasured="zero"),
    )


@pytest.mark.parametrize(
    ("objective", "code"),
    [("SK4", "name.misspelt"), ("sk1", "name.misspelt"), ("", "name.unknown"), ("SK1/1", "name.misspelt")],
)
def test_the_mean_of_an_unknown_objective_is_refused(objective: str, code: str) -> None:
    """There is no mean of what the decree has not."""
    with refused(code, UnknownIndicatorError, name=objective):
        card({}).mean(objective=objective)


@pytest.mark.parametrize("unmeasured", ["nol", "", None, True])
def test_another_way_of_counting_the_unmeasured_is_refused(unmeasured: Any) -> None:
    """The message says both words."""
    with refused("mean.unmeasured", indicator="mean", value=unmeasured):
        card({}).mean(unmeasured=unmeasured)


def test_the_cap_comes_before_the_mean() -> None:
    """Each row is capped, not their mean."""
    values: dict[str, Value] = {"SK1/1": 3, "SK3/4": 36}
    assert (Percent(190), Percent(100)) == (card(values).mean(), card(values, cap=120).mean())


def test_a_negative_achievement_pulls_the_mean_down() -> None:
    """It counts as it is."""
    assert -25 == card({"SK3/2": -3, "SK3/4": 45}).mean()


def test_the_mean_is_exact() -> None:
    """Nothing is rounded inside."""
    assert Fraction(400, 3) == card({"SK1/1": 2, "SK1/2": 1, "SK2/1": 1}).mean()


def test_the_mean_reads_as_a_percent() -> None:
    """It prints rounded half up, with its sign."""
    mean = card({"SK1/1": 2, "SK1/2": 1, "SK2/1": 1}).mean()
    assert (Percent, "133,33%") == (type(mean), str(mean))


# What is refused.


@pytest.mark.parametrize(
    ("values", "remarks"), [({"SK3/5": 1}, {}), ({}, {"SK3/5": "x"})], ids=["in values", "in remarks"]
)
def test_an_unknown_code_is_refused(values: dict[str, Value], remarks: dict[str, str]) -> None:
    """A figure for no row would be lost."""
    with refused("name.misspelt", UnknownIndicatorError, name="SK3/5", matches=("SK3/4", "SK3/3", "SK3/2")):
        CATALOGUE.scorecard(2023, values, remarks=remarks)


@pytest.mark.parametrize(("code", "value"), [("SK1/1", 1.5), ("SK1/1", -1), ("SK2/1", Fraction(1, 3)), ("SK3/3", 0.5)])
def test_an_actual_that_cannot_be_is_refused(code: str, value: Value) -> None:
    """There is no half tenant, and no negative number of them."""
    with pytest.raises(QuantityError):
        score(code, value)


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("47,25", "number.text"),
        ("N/A", "number.text"),
        (True, "number.not_exact"),
        (1j, "number.not_exact"),
        ([1], "number.not_exact"),
        (float("nan"), "number.not_finite"),
    ],
    ids=repr,
)
def test_an_actual_that_is_no_number_is_refused(value: Any, code: str) -> None:
    """Nothing is read out of text; the message names the row."""
    with refused(code, InexactNumberError, about="SK3/4: ", indicator="SK3/4", value=value):
        score("SK3/4", value)


def test_a_measurement_of_another_indicator_is_refused() -> None:
    """Tenants do not measure collaborations."""
    with refused("score.other_indicator", indicator="SK1/2", value=TenantCount(), own=CollaborationCount()):
        score("SK1/2", TenantCount().measure(graduated=1))


def test_a_measurement_with_other_parameters_is_refused() -> None:
    """Another decree's accounts are another indicator."""
    other = P3DNRatio(accounts=frozenset({"521211"})).measure(realised=1, ceiling=2)
    with refused("score.other_indicator", indicator="SK3/4", value=other.indicator, own=P3DNRatio()):
        score("SK3/4", other)


def test_an_entry_without_an_indicator_takes_no_measurement() -> None:
    """The message says what to pass instead."""
    with refused("score.no_indicator", indicator="S1/1"):
        score("S1/1", TenantCount().measure(graduated=1), catalogue=OWN)


# As a value.


def test_duplicates_of_a_scorecard_equal_it(duplicate: Callable[[Any], Any]) -> None:
    """It pickles and copies with all it holds."""
    made = card({"SK1/1": 2, "SK3/2": UNDEFINED}, cap=120)
    assert made == duplicate(made)


def test_equal_scorecards_are_one() -> None:
    """A scorecard compares and hashes by what it holds."""
    assert 1 == len({card({"SK1/1": 2}), card({"SK1/1": 2})})


def test_a_scorecard_does_not_change() -> None:
    """It is frozen."""
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        card({}).scores = ()  # type: ignore[misc]


def test_a_score_does_not_change() -> None:
    """Nobody sets a figure afterwards."""
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        score("SK1/1", 1).achievement = Percent(500)  # type: ignore[misc]


@pytest.mark.parametrize(
    ("period", "code", "own", "said"),
    [
        (2023, "SK3/2", Fraction(2, 100), True),
        (2023, "SK3/2", 100, True),
        (2023, "SK3/2", Fraction(1, 25), True),
        (2023, "SK3/2", Fraction(1, 24), False),
        (2023, "SK3/2", 0, False),
        ("2023-TW1", "SK3/2", Fraction(2, 100), False),
    ],
)
def test_an_own_target_far_from_the_decrees_is_remarked(
    period: int | str, code: str, own: int | Fraction, *, said: bool
) -> None:
    """Of a year; 2 % may have been written as 0.02."""
    notes = CATALOGUE.scorecard(period, {}, targets={code: own})[code].notes
    assert said is any("jauh dari target keputusan 2" in note.id for note in notes)


def test_an_own_target_is_told_once_to_be_strange() -> None:
    """0.48 for 48 % is far from the decree's, and outside what is usual: one remark asks for the commas."""
    notes = CATALOGUE.scorecard(2023, {}, targets={"SK3/4": Fraction(48, 100)})["SK3/4"].notes
    assert ["Target sendiri 0,48 jauh dari target keputusan 45; periksa koma dan satuannya."] == [
        note.id for note in notes
    ]


def test_joint_targets_of_several_units_may_be_far_from_the_decrees() -> None:
    """It is one unit's."""
    card = CATALOGUE.scorecard(2023, {}, targets={"SK1/1": 60}, units=["A", "B"])
    assert () == card["SK1/1"].notes
