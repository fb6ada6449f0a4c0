"""Targets of parts of a year: semesters and quarters, each with its source."""

from __future__ import annotations

import json
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import attrs
import pytest

from kinerja import (
    BSPJI_PEKANBARU_2021_2024,
    Catalogue,
    CatalogueError,
    Entry,
    Language,
    Measurement,
    Polarity,
    Quarter,
    Reason,
    Scorecard,
    Semester,
    TenantCount,
    Text,
    Trace,
    Unit,
    make_trace,
    verify_trace,
)
from kinerja._base import FrozenMap
from kinerja.decrees import Decree, Objective
from kinerja.indicators import Tenant
from kinerja.records import as_period
from said import refused, sentence

if TYPE_CHECKING:
    from collections.abc import Mapping

AGREEMENT = "Perjanjian Kinerja 2025, halaman 2"
OBJECTIVE = Objective(code="SK1", text="Layanan yang baik")
SOLVED = Entry(
    code="SK1/1",
    label="Pengaduan selesai",
    objective=OBJECTIVE,
    unit=Unit(name=Text(id="Persen", en="percent")),
    polarity=Polarity.MAXIMISE,
    years=(2024, 2025),
    targets=FrozenMap({2024: Fraction(85), 2025: Fraction(90), "2025-S1": Fraction(80), "2025-S2": Fraction(90)}),
    target_sources=FrozenMap({2025: AGREEMENT, "2025-S1": AGREEMENT, "2025-S2": AGREEMENT}),
)
"""An entry with targets for the semesters of 2025 and none for those of 2024."""
DAYS = attrs.evolve(
    SOLVED,
    code="SK1/2",
    label="Lama pelayanan",
    unit=Unit(name=Text(id="Hari", en="day")),
    polarity=Polarity.MINIMISE,
    targets=FrozenMap({2025: Fraction(8)}),
    target_sources=FrozenMap(),
)
"""An entry with a target for the year alone."""
CATALOGUE = Catalogue(
    decree=Decree(number="1 TAHUN 2025", title="IKU", unit="Balai Contoh", years=(2024, 2025)),
    objectives=(OBJECTIVE,),
    entries=FrozenMap({"SK1/1": SOLVED, "SK1/2": DAYS}),
)
ACTUALS = {"SK1/1": 60, "SK1/2": 9}
PARTS = ("2025-S1", "2025-S2")
NONE_OF_ITS_OWN = sentence("target.not_of_period", period="2025-TW1", periods=[2025, *PARTS])


def card(period: str, **asked: Any) -> Scorecard:
    """Return a scorecard of both entries."""
    return CATALOGUE.scorecard(period, ACTUALS, **asked)


def changed(entry: int = 0, **parts: Any) -> dict[str, Any]:
    """Return the plain data of the catalogue, parts of an entry changed; what is None is left out."""
    plain = json.loads(CATALOGUE.to_json())
    plain["entries"][entry] |= parts
    plain["entries"][entry] = {name: value for name, value in plain["entries"][entry].items() if value is not None}
    return dict(plain)


@pytest.mark.parametrize(
    ("entry", "period", "target"),
    [
        (SOLVED, 2025, 90),
        (SOLVED, "2025-S1", 80),
        (SOLVED, "Semester I 2025", 80),
        (SOLVED, Semester(year=2025, number=2), 90),
        (SOLVED, "2024-TW2", 85),
        (SOLVED, "2024-S1", 85),
        (DAYS, "2025-S1", 8),
        (DAYS, "2025-TW3", 8),
    ],
)
def test_a_target_is_that_of_its_period(entry: Entry, period: Any, target: int) -> None:
    """A part of a year has the year's, unless parts of that year have their own."""
    assert target == entry.target(period)


@pytest.mark.parametrize("period", ["2025-TW1", "2025-TW2", "2025-S1-saja", Quarter(year=2025, number=4)])
def test_a_quarter_under_semester_targets_has_none(period: Any) -> None:
    """The error says which there are; the year's is not taken."""
    with refused("target.unset", indicator="SK1/1", years=(2024, 2025, *PARTS)):
        SOLVED.target(period)


def test_a_target_that_is_asked_for_by_no_period_is_refused() -> None:
    """As a period is anywhere."""
    with refused("period.other", value="tahun ini"):
        SOLVED.target("tahun ini")


def test_an_achievement_is_against_the_target_of_its_period() -> None:
    """60 of 80, and of 90."""
    assert [75, Fraction(200, 3)] == [SOLVED.achievement(period, 60) for period in ("2025-S1", 2025)]


def test_what_is_needed_is_asked_of_a_period() -> None:
    """Nine tenths of the semester's target."""
    assert 72 == SOLVED.needed("2025-S1", 90).actual


def test_targets_may_be_given_by_periods() -> None:
    """They are kept by the year's number and the text of its parts."""
    given = {"2025": Fraction(9), Semester(year=2025, number=1): Fraction(5)}
    made = attrs.evolve(SOLVED, targets=given, target_sources={"Semester I 2025": AGREEMENT})
    assert {2025: 9, "2025-S1": 5} == dict(made.targets)
    assert {"2025-S1": AGREEMENT} == dict(made.target_sources)


def test_a_period_that_stands_twice_is_refused() -> None:
    """The latter would stand for the former without a word."""
    with refused("target.period_twice"):
        attrs.evolve(DAYS, targets={2025: Fraction(8), "2025": Fraction(9)})


@pytest.mark.parametrize("sources", [{}, {"2025-S1": " ", "2025-S2": ""}])
def test_the_target_of_a_part_of_a_year_has_a_source(sources: Mapping[str, str]) -> None:
    """All that have none are named."""
    with refused("target.no_source", indicator="SK1/1", value=[*PARTS]):
        attrs.evolve(SOLVED, target_sources=FrozenMap(sources))


def test_a_source_without_a_target_is_refused() -> None:
    """One of both is a slip."""
    with refused("target.source_of_nothing", indicator="SK1/2", value=["2025-S1"]):
        attrs.evolve(DAYS, target_sources=FrozenMap({"2025-S1": AGREEMENT}))


def test_a_catalogue_is_written_and_read_with_them() -> None:
    """Years and parts alike, and where they stand."""
    plain = CATALOGUE.to_dict()
    assert CATALOGUE == Catalogue.from_dict(plain)
    assert {"2025": AGREEMENT, "2025-S1": AGREEMENT, "2025-S2": AGREEMENT} == plain["entries"][0]["target_sources"]


@pytest.mark.parametrize("period", ["Semester I 2025", "2025 S1", "2025-s1", "2025-S3", "TW1", "25"])
def test_a_file_writes_a_period_in_one_way(period: str) -> None:
    """Else one could stand twice."""
    with refused("target.no_period", CatalogueError, value=period):
        Catalogue.from_dict(changed(1, targets={period: 8}))


@pytest.mark.parametrize("period", ["2026-S1", "2023-TW2"])
def test_a_part_of_a_year_that_is_not_covered_is_refused(period: str) -> None:
    """As the year is."""
    with refused("part.uncovered", CatalogueError, years=[2024, 2025]):
        Catalogue.from_dict(changed(targets={period: 8}, target_sources={period: AGREEMENT}))


def test_a_file_that_names_no_source_is_refused() -> None:
    """With the periods that lack one."""
    with refused("target.no_source", CatalogueError, indicator="SK1/1", value=[*PARTS]):
        Catalogue.from_dict(changed(target_sources=None))


@pytest.mark.parametrize(
    ("period", "targets", "basis"),
    [
        ("2025", [90, 8], ""),
        ("2025-S1", [80, 8], " terhadap target 2025-S1 dan 2025"),
        ("2025-S2", [90, 8], " terhadap target 2025-S2 dan 2025"),
        ("2025-TW1", [None, 8], " terhadap target 2025"),
        ("2024-S1", [85, None], " terhadap target 2024"),
    ],
)
def test_a_scorecard_takes_the_target_of_its_period(period: str, targets: list[int | None], basis: str) -> None:
    """Where parts of its year have targets; the headline says of what they are."""
    made = card(period)
    assert (targets, basis) == ([score.target for score in made], made.basis.id)


def test_a_scorecard_all_of_whose_targets_are_of_its_period_says_no_more() -> None:
    """As that of a year."""
    alone = attrs.evolve(CATALOGUE, entries=FrozenMap({"SK1/1": SOLVED}))
    assert ["", ""] == [alone.scorecard(period, {}).basis.id for period in ("2025-S1", "2025-TW1")]


def test_a_quarter_under_semester_targets_says_that_it_has_none() -> None:
    """And which there are, in place of an achievement."""
    score = card("2025-TW1")["SK1/1"]
    assert (Reason.NO_TARGET, (NONE_OF_ITS_OWN,)) == (score.reason, score.notes)


def test_a_year_of_which_the_parts_alone_have_targets_says_so() -> None:
    """It is not their sum."""
    halves = attrs.evolve(SOLVED, targets={"2025-S1": Fraction(80)}, target_sources={"2025-S1": AGREEMENT})
    score = attrs.evolve(CATALOGUE, entries=FrozenMap({"SK1/1": halves})).scorecard(2025, {"SK1/1": 60})["SK1/1"]
    expected = sentence("target.not_of_period", period="2025", periods=["2025-S1"])
    assert (Reason.NO_TARGET, (expected,)) == (score.reason, score.notes)


@pytest.mark.parametrize("asked", [{"targets": {"SK1/1": 20}}, {"targets": {"SK1/1": 20}, "target_year": 2025}])
def test_the_own_target_of_a_quarter_goes_before(asked: dict[str, Any]) -> None:
    """Then nothing is missing."""
    score = card("2025-TW1", **asked)["SK1/1"]
    assert [20, 300] == [score.target, score.achievement]
    assert not score.notes


@pytest.mark.parametrize(
    ("asked", "decreed"), [({}, 80), ({"target_year": 2025}, 90)], ids=["of the semester", "of the year"]
)
def test_the_decrees_target_of_the_same_stands_beside_an_own_one(asked: dict[str, int], decreed: int) -> None:
    """Of the semester, or of the year where the own one is of it."""
    score = card("2025-S1", targets={"SK1/1": 75}, **asked)["SK1/1"]
    assert decreed == score.decree_target
    assert f"Target di keputusan: {decreed}." in str(score.document())


def test_an_own_target_far_from_that_of_its_semester_is_remarked_on() -> None:
    """0,8 may be meant for 80."""
    assert [sentence("score.far_from_decree", target=Fraction(4, 5), decreed=Fraction(80))] == [
        *card("2025-S1", targets={"SK1/1": Fraction(4, 5)})["SK1/1"].notes
    ]


def test_own_targets_of_a_semester_leave_the_decrees_of_the_same() -> None:
    """Of an entry with semester targets; the year's stands for none."""
    made = card("2025-S1", targets={})
    assert ([80, None], " terhadap target semester") == ([score.target for score in made], made.basis.id)
    assert " against the semester's targets" == made.basis.en


def test_the_targets_of_another_year_may_be_asked_for() -> None:
    """They are those of that year."""
    assert [90, 8] == [score.target for score in card("2024-S1", target_year=2025)]


def test_several_units_are_told_of_no_period() -> None:
    """There is no joint target of a count, whatever the period."""
    counted = attrs.evolve(SOLVED, unit=Unit(name=Text(id="Surat", en="letter")))
    several = attrs.evolve(CATALOGUE, entries=FrozenMap({"SK1/1": counted}))
    (note,) = several.scorecard("2025-TW1", {"SK1/1": 60}, units=("A", "B"))["SK1/1"].notes
    assert NONE_OF_ITS_OWN != note


@pytest.mark.parametrize(
    ("period", "asked"),
    [
        ("2025", {}),
        ("2025-S1", {}),
        ("2025-TW1", {}),
        ("2025-S1", {"targets": {"SK1/1": 75}}),
        ("2025-S1", {"targets": {}}),
        ("2025-TW1", {"targets": {"SK1/1": 20}, "target_year": 2025}),
        ("2024-S1", {"target_year": 2025}),
    ],
)
def test_a_scorecard_is_read_back(period: str, asked: dict[str, Any]) -> None:
    """Whichever targets it was set against."""
    made = card(period, **asked)
    assert made == Scorecard.from_json(made.to_json())


@pytest.mark.parametrize(
    ("period", "asked", "of"),
    [
        ("2025-S1", {}, "2025-S1"),
        ("2025-TW1", {}, "2025-TW1"),
        ("2025-S1", {"targets": {"SK1/1": 75}}, "2025-S1"),
        ("2025-S1", {"targets": {"SK1/1": 75}, "target_year": 2025}, 2025),
        ("2025", {}, 2025),
    ],
)
def test_a_trace_names_of_what_its_target_is_and_verifies(period: str, asked: dict[str, Any], of: object) -> None:
    """It is worked out again from the clause."""
    trace = make_trace(CATALOGUE, "SK1/1", period, 60, **asked)
    assert (of, True, trace) == (
        trace.target_period,
        verify_trace(trace.to_json()).holds,
        Trace.from_json(trace.to_json()),
    )


def test_a_trace_with_another_semester_target_does_not_verify() -> None:
    """The stated target does not follow from the clause."""
    plain = make_trace(CATALOGUE, "SK1/1", "2025-S1", 60).to_dict()
    found = verify_trace(json.dumps(plain | {"target": "70"}))
    assert ["target"] == [one.where for one in found.differences]


@pytest.mark.parametrize(
    ("asked", "shown"), [({}, ["80", AGREEMENT]), ({"targets": {"SK1/1": 75}}, ["75", "Target di keputusan: 80."])]
)
def test_the_page_of_a_trace_shows_the_source_of_the_target(asked: dict[str, Any], shown: list[str]) -> None:
    """Not beside an own one, which stands elsewhere."""
    page = make_trace(CATALOGUE, "SK1/1", "2025-S1", 60, **asked).document()
    assert [shown] == [[*section.lines] for section in page.sections if section.heading.startswith("Target 2025-S1")]


@pytest.mark.parametrize(("period", "said"), [("2025-S1", [f"Sumber target SK1/1: {AGREEMENT}."]), ("2024-S1", [])])
def test_a_scorecard_gives_the_sources_of_its_targets(period: str, said: list[str]) -> None:
    """Each with the codes whose targets stand there; of an own or assumed one it is another."""
    cards = [card(period), CATALOGUE.scorecard(period, {}, targets={"SK1/1": 75} if said else {})]
    lines = [[line for line in made.document().sections[0].lines if "Sumber target" in line] for made in cards]
    assert [said, []] == lines


def test_a_semester_target_may_be_assumed() -> None:
    """In place of the decree's, which stands beside it; the clause stays."""
    what_if = CATALOGUE.with_targets({"SK1/1": {"Semester I 2025": 75}})
    trace = make_trace(what_if, "SK1/1", "2025-S1", 60)
    assert {"2025-S1": 75} == dict(what_if["SK1/1"].assumed)
    assert [80, 80] == [trace.score.achievement, trace.score.decree_target]
    assert what_if == Catalogue.from_dict(what_if.to_dict())
    assert ["target.assumed"] == [one.code for one in verify_trace(trace.to_json()).remarks]
    assert "Target 2025-S1 diandaikan 75; menurut keputusan 80." in str(trace.document())


def test_the_page_of_an_entry_lists_them_with_their_sources() -> None:
    """Below the years."""
    (targets,) = (section.lines for section in SOLVED.document().sections if "target" in section.heading)
    assert [
        "Persen, Maksimasi",
        "2024: 85",
        f"2025: 90 ({AGREEMENT})",
        f"2025-S1: 80 ({AGREEMENT})",
        f"2025-S2: 90 ({AGREEMENT})",
    ] == [*targets]


def test_the_page_of_a_catalogue_tells_them_below_its_table() -> None:
    """Whose columns are the years."""
    said = CATALOGUE.document(Language.ENGLISH).sections[1].lines
    assert [
        f"SK1/1: the target of 2025: 90 ({AGREEMENT}).",
        f"SK1/1: the target of 2025-S1: 80 ({AGREEMENT}).",
        f"SK1/1: the target of 2025-S2: 90 ({AGREEMENT}).",
        "SK1/2: there is no target for 2024.",
    ] == [*said]


TENANTS = attrs.evolve(
    BSPJI_PEKANBARU_2021_2024["SK1/1"],
    targets=FrozenMap({2023: Fraction(4), "2023-S1": Fraction(1), "2023-S2": Fraction(4)}),
    target_sources=FrozenMap({"2023-S1": AGREEMENT, "2023-S2": AGREEMENT}),
)


def tenants(*periods: str) -> Measurement:
    """Measure a tenant of March in each of the periods and add them."""
    record = Tenant(unit="A", tenant="T")
    first, *more = (TenantCount().measure_records([record] if not n else [], period=p) for n, p in enumerate(periods))
    return sum(more, start=first)


@pytest.mark.parametrize(
    ("periods", "year", "of"),
    [
        (("2023-S1",), None, "2023-S1"),
        (("2023-S1-saja", "2023-S2-saja"), None, 2023),
        (("2023-S1",), 2022, None),
    ],
)
def test_other_readings_are_set_against_the_target_of_the_period(
    periods: tuple[str, ...], year: int | None, of: int | str | None
) -> None:
    """That of the measurement, or of the year that is asked for."""
    found = TENANTS.alternatives(tenants(*periods), year=year)
    expected = TENANTS.alternatives(tenants(*periods), target=TENANTS.targets.get(of)) if of else ()
    assert [one.achievement for one in expected or [attrs.evolve(one, achievement=None) for one in found]] == [
        one.achievement for one in found
    ]


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        ("2025-S1", None),
        ("2024-S1", None),
        ("2025-TW2", sentence("target.not_of_period", period="2025-TW2", periods=[2025, "2025-S1", "2025-S2"])),
    ],
)
def test_why_a_part_of_a_year_has_no_target(period: str, expected: Text | None) -> None:
    """Others of its year have one; where it has one itself, or none has, there is nothing to say."""
    assert expected == SOLVED.why_no_target(as_period(period))
