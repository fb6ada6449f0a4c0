"""Scorecards as JSON: without loss, and read back only if every figure follows."""

from __future__ import annotations

import json
from fractions import Fraction
from typing import TYPE_CHECKING, Any, TypeAlias

import attrs
import pytest

from kinerja import BSPJI_PEKANBARU_2021_2024 as CATALOGUE
from kinerja import (
    AssistedCompanyCount,
    CatalogueError,
    Entry,
    Indicator,
    P3DNRatio,
    Percent,
    PNBPGrowth,
    Polarity,
    Reason,
    Scorecard,
    ScorecardError,
    Scoring,
    Unit,
)
from kinerja._base import FrozenMap, Text
from kinerja.catalogue import Catalogue
from kinerja.decrees import Decree, Objective
from kinerja.formulas import formula_classes
from kinerja.indicators import indicator_classes
from kinerja.measurement import Variable
from said import refused, sentence, told

if TYPE_CHECKING:
    from kinerja._base import N

Data: TypeAlias = dict[str, Any]
Place: TypeAlias = tuple[str | int, ...]

LETTER = Unit(name=Text(id="Surat", en="letter"), whole=True)


@attrs.frozen(kw_only=True)
class LateLetters(Indicator[object]):
    """Letters answered after so many days: fewer are better."""

    unit = LETTER
    polarity = Polarity.MINIMISE
    variables = (Variable(name="late", symbol="L", label=Text(id="terlambat", en="late"), unit=LETTER),)
    days: int = 14
    label: str = attrs.field(init=False, default="late")

    @staticmethod
    def formula(late: N) -> N:
        """Return the letters themselves."""
        return late


OWN = Catalogue(
    decree=Decree(number="1 TAHUN 2023", title="IKU", unit="Balai", years=(2023,)),
    objectives=(Objective(code="S1", text="Layanan yang cepat"),),
    entries=FrozenMap(
        {
            "S1/1": Entry(
                code="S1/1",
                label="Surat yang terlambat dijawab",
                objective=Objective(code="S1", text="Layanan yang cepat"),
                unit=LETTER,
                polarity=Polarity.MINIMISE,
                targets=FrozenMap({2023: Fraction(100, 3)}),
                years=(2023,),
                indicator=LateLetters(days=7),
            )
        }
    ),
)

CARD = CATALOGUE.scorecard(
    2023,
    {
        "SK1/1": 2,
        "SK1/2": Reason.NOT_APPLICABLE,
        "SK2/1": AssistedCompanyCount().measure(assisted=5, improved=3),
        "SK3/1": Fraction(100, 3),
        "SK3/2": PNBPGrowth().measure(previous=0, current=4),
        "SK3/4": P3DNRatio().measure(realised=4, ceiling=3),
    },
    scoring=Scoring(cap=120.5),
    remarks={"SK1/1": 'ilustrasi, "belum final"', "SK3/3": "menyusul\n=1+1"},
)
"""A number, each reason, measurements with and without an actual, remarks and a cap."""


def plain() -> Data:
    """Return the scorecard as plain data, new each time."""
    data: Data = json.loads(CARD.to_json())
    return data


def changed(place: Place, value: object) -> str:
    """Return the JSON with one value put in or replaced."""
    data = plain()
    table: Any = data
    for step in place[:-1]:
        table = table[step]
    table[place[-1]] = value
    return json.dumps(data)


def without(place: Place) -> str:
    """Return the JSON without one value."""
    data = plain()
    table: Any = data
    for step in place[:-1]:
        table = table[step]
    del table[place[-1]]
    return json.dumps(data)


def problems(text: str) -> list[str]:
    """Return the problems of a JSON that is refused."""
    with pytest.raises(ScorecardError) as caught:
        Scorecard.from_json(text)
    return [problem.text.en for problem in caught.value.problems]


# Without loss.


@pytest.mark.parametrize(
    "card",
    [
        CARD,
        CATALOGUE.scorecard(2021, {"SK1/1": 1}),
        CATALOGUE.scorecard(2024, {}),
        CATALOGUE.scorecard(2022, {"SK3/2": -3}),
    ],
    ids=["every kind of value", "no targets", "nothing measured", "negative"],
)
def test_a_scorecard_comes_back_as_it_was(card: Scorecard) -> None:
    """Decree, period, rules, rows, quantities and remarks."""
    assert card == Scorecard.from_json(card.to_json())


def test_a_scorecard_that_came_back_is_written_as_before() -> None:
    """Nothing is added and nothing is lost on the way."""
    assert CARD.to_json() == Scorecard.from_json(CARD.to_json()).to_json()


def test_achievements_come_back_as_percents() -> None:
    """They read as they did."""
    row = Scorecard.from_json(CARD.to_json())["SK3/1"]
    assert (Percent, Percent, "120,50%") == (type(row.achievement), type(row.uncapped), str(row.achievement))


def test_own_indicators_come_back_with_their_parameters() -> None:
    """Their classes are passed in, as to a catalogue file."""
    card = OWN.scorecard(2023, {"S1/1": LateLetters(days=7).measure(late=20)})
    assert card == Scorecard.from_json(card.to_json(), [LateLetters])


def test_own_indicators_that_are_not_passed_in_are_refused() -> None:
    """Nothing is looked up anywhere."""
    told: dict[str, Any] = {
        "place": "entries[S1/1].indicator",
        "name": "LateLetters",
        "available": [*sorted(indicator_classes()), *formula_classes()],
    }
    with refused("name.unknown", CatalogueError, **told):
        Scorecard.from_json(OWN.scorecard(2023, {}).to_json())


def test_no_catalogue_is_needed_beside_it() -> None:
    """The decree and its entries are in the JSON, word for word."""
    assert CATALOGUE["SK3/4"] == Scorecard.from_json(CARD.to_json())["SK3/4"].entry


# What the JSON says to other readers.


def test_the_schema_comes_first() -> None:
    """A reader sees at once what the file is."""
    assert ("schema", "kinerja.scorecard/2") == next(iter(plain().items()))


def test_exact_numbers_are_text() -> None:
    """No reader turns a third into a float."""
    row = plain()["scores"][3]
    assert ("10", "100/3", "1000/3", "241/2") == (row["target"], row["actual"], row["uncapped"], row["achievement"])


def test_the_json_holds_no_float() -> None:
    """Every number in it is whole or text."""
    floats: list[str] = []
    json.loads(CARD.to_json(), parse_float=floats.append)
    assert [] == floats


@pytest.mark.parametrize(
    ("place", "reason"),
    [(0, None), (1, "NOT_APPLICABLE"), (2, None), (4, "UNDEFINED_ACTUAL"), (5, "NOT_MEASURED")],
)
def test_a_reason_is_named(place: int, reason: str | None) -> None:
    """By the name that the library gives it."""
    assert reason == plain()["scores"][place]["reason"]


def test_the_quantities_of_a_measurement_are_kept() -> None:
    """By their names."""
    assert {"assisted": "5", "improved": "3"} == plain()["scores"][2]["quantities"]


def test_whether_the_target_is_met_is_said() -> None:
    """Other readers need not compare fractions."""
    assert [True, None, True, True, None, None, True] == [row["met"] for row in plain()["scores"]]


def test_the_notes_are_said_in_both_languages() -> None:
    """What a reader should know travels with the figure."""
    assert [{"id": "Realisasi melebihi pagu.", "en": "More was realised than the ceiling."}] == plain()["scores"][6][
        "notes"
    ]


def test_letters_are_written_as_they_are() -> None:
    """The JSON is read by people too."""
    assert "kegiatan – kegiatan" in CARD.to_json()


def test_notes_are_kept_as_they_were_written() -> None:
    """Their wording may be mended between two releases; a scorecard keeps its own."""
    card = Scorecard.from_json(changed(("scores", 6, "notes"), [{"id": "Lama.", "en": "Old."}]))
    assert (Text(id="Lama.", en="Old."),) == card.scores[6].notes


@pytest.mark.parametrize(
    "card",
    [
        CATALOGUE.scorecard("2023-TW2", {"SK3/4": 18}),
        CATALOGUE.scorecard("2023-TW2-saja", {"SK3/4": 18}, targets={"SK3/4": 20}),
        CATALOGUE.scorecard(2023, {"SK3/4": 18}, target_year=2024),
    ],
    ids=["year's targets", "own targets", "last targets"],
)
def test_a_scorecard_of_any_basis_comes_back(card: Scorecard) -> None:
    """Quarters and other years' targets too."""
    assert card == Scorecard.from_json(card.to_json())


def test_a_year_without_the_year_of_its_targets_is_refused() -> None:
    """Its targets could be any."""
    assert [told("scorecard.no_target_year", "JSON")] == problems(changed(("target_year",), None))


# What is no scorecard.


@pytest.mark.parametrize(
    "text",
    ["", "bukan JSON", "{", CARD.to_json()[:-1], '{"schema": 1e}', "9" * 5000, "[" * 100_000],
    ids=["empty", "prose", "open", "cut off", "bad number", "digits", "nesting"],
)
def test_what_is_not_json_is_refused(text: str) -> None:
    """Whatever the parser makes of it, the caller gets one error of this library."""
    (problem,) = problems(text)
    assert problem.startswith("JSON: is not JSON (")


def test_a_key_that_stands_twice_is_refused() -> None:
    """Of two figures under one name the parser would keep the last without a word."""
    text = CARD.to_json().replace('"actual": "2"', '"actual": "2", "actual": "3"')
    (problem,) = problems(text)
    assert problem.startswith("JSON: is not JSON (a key stands twice among code, target, actual, actual, ")


@pytest.mark.parametrize(
    "text",
    [
        "[]",
        "null",
        "5",
        '"kinerja.scorecard/2"',
        "{}",
        without(("schema",)),
        without(("catalogue",)),
        changed(("schema",), "kinerja.scorecard/3"),
        changed(("schema",), None),
        changed(("catalogue",), "x"),
        changed(("catalogue",), [{}]),
    ],
    ids=[
        "list",
        "null",
        "number",
        "text",
        "empty",
        "no schema",
        "no catalogue",
        "later schema",
        "null schema",
        "text for a catalogue",
        "list for a catalogue",
    ],
)
def test_another_json_is_refused(text: str) -> None:
    """The message says how a scorecard is made."""
    assert [
        told("file.other_schema", "JSON", called="a scorecard", schema="kinerja.scorecard/2, kinerja.scorecard/1")
    ] == problems(text)


@pytest.mark.parametrize(
    ("place", "value", "problem"),
    [
        (("catalogue", "decree", "years"), [], "decree: years = -: give at least one year"),
        (("catalogue", "entries"), [], told("part.tables_missing", "entries")),
        (("catalogue", "entries", 6, "targets", "2023"), 45.5, "entries[SK3/4].targets.2023: 45.5 must be a number"),
    ],
)
def test_a_catalogue_that_cannot_be_read_is_refused(place: Place, value: object, problem: str) -> None:
    """As a catalogue file is."""
    with pytest.raises(CatalogueError) as caught:
        Scorecard.from_json(changed(place, value))
    assert problem in str(caught.value)


def test_what_an_indicator_works_out_itself_is_none_of_its_parameters() -> None:
    """Nor is it named among those that there are."""
    data = json.loads(OWN.scorecard(2023, {"S1/1": 9}).to_json())
    data["catalogue"]["entries"][0]["indicator"]["label"] = "x"
    with pytest.raises(CatalogueError) as caught:
        Scorecard.from_json(json.dumps(data), [LateLetters])
    said = sentence("name.unknown", name="label", available=["days"])
    assert said.about("entries[S1/1].indicator.label") == caught.value.problems[0].text


def test_a_catalogue_within_is_called_so() -> None:
    """Where it is told whose problems they are."""
    with pytest.raises(CatalogueError) as caught:
        Scorecard.from_json(changed(("catalogue", "entries"), []))
    assert caught.value.text.en.startswith("catalogue")


@pytest.mark.parametrize(
    "card",
    [
        OWN.with_targets({"S1/1": {2023: 9}}).scorecard(2023, {"S1/1": 9}),
        OWN.scorecard(2023, {"S1/1": 9}, targets={"S1/1": 9}),
    ],
    ids=["assumed", "own"],
)
def test_the_decrees_target_must_follow_where_another_is_taken(card: Scorecard) -> None:
    """It is part of the row."""
    data = json.loads(card.to_json())
    data["scores"][0]["decree_target"] = "20"
    with pytest.raises(ScorecardError) as caught:
        Scorecard.from_json(json.dumps(data), [LateLetters])
    said = sentence("scorecard.figure_differs", stated="20", own="100/3").about("scorecard.scores[S1/1].decree_target")
    assert [said] == [problem.text for problem in caught.value.problems]


def test_an_assumed_target_that_cannot_be_is_told_under_its_path() -> None:
    """As the unit's settings are."""
    data = json.loads(OWN.with_targets({"S1/1": {2023: 9}}).scorecard(2023, {"S1/1": 9}).to_json())
    data["scores"][0]["assumed"] = {"2023": "-9"}
    with pytest.raises(ScorecardError) as caught:
        Scorecard.from_json(json.dumps(data), [LateLetters])
    assert "scorecard.scores[S1/1].assumed.2023" in [problem.place for problem in caught.value.problems]


# What a later version added.


@pytest.mark.parametrize(
    ("place", "said"),
    [
        (("more",), "scorecard.more"),
        (("scores", 0, "more"), "scorecard.scores[SK1/1].more"),
        (("catalogue", "entries", 0, "more"), "entries[SK1/1].more"),
    ],
)
def test_a_field_that_is_not_known_is_passed_over_and_named(place: Place, said: str) -> None:
    """A later version may have added it; the figures are as they were."""
    card = Scorecard.from_json(changed(place, 1))
    assert (CARD.scores, [True]) == (card.scores, [said in note.en for note in card.notes])


def test_the_first_schema_gains_no_fields() -> None:
    """A scorecard of before is what it was."""
    (problem,) = problems(json.dumps(plain() | {"schema": "kinerja.scorecard/1", "more": 1}))
    assert problem.startswith("scorecard.more: 'more' is not known")


def test_settings_come_back_with_their_source() -> None:
    """Apart from the decree's own parameters."""
    own = CATALOGUE.with_settings({"SK3/2": {"accounts": ["425283"]}}, source="unit.xlsx")
    card = own.scorecard(2023, {"SK3/2": PNBPGrowth(accounts=frozenset({"425283"})).measure(previous=2, current=4)})
    assert (card, True) == (Scorecard.from_json(card.to_json()), CATALOGUE["SK3/2"].indicator is not None)


def test_settings_that_no_unit_may_set_are_refused() -> None:
    """With their path."""
    settings = {"values": {"akun": ["425283"]}, "source": ""}
    assert [told("settings.not_one", "SK3/2.akun", allowed="accounts")] == problems(
        changed(("scores", 4, "settings"), settings)
    )


@pytest.mark.parametrize("period", [2023, "2023-TW2"])
def test_own_targets_and_units_come_back(period: int | str) -> None:
    """With the decree's target beside the own, and what was noted of the whole."""
    card = CATALOGUE.scorecard(
        period,
        {"SK3/4": 18, "SK1/1": 3},
        targets={"SK3/4": 20},
        units=["Pekanbaru", "Medan"],
        notes=[Text(id="Ilustrasi.", en="Made up.")],
    )
    assert card == Scorecard.from_json(card.to_json())


def test_the_number_of_the_counting_rule_is_kept() -> None:
    """Of what was measured; an actual alone was counted by none."""
    assert [None, None, 1, None, 1, None, 1] == [row.get("rules") for row in plain()["scores"]]


def test_a_figure_of_another_counting_rule_says_so() -> None:
    """It is kept as it was published, and told."""
    card = Scorecard.from_json(changed(("scores", 6, "rules"), 0))
    table = card["SK3/4"].document().sections[0].table
    assert table is not None
    assert (0, True) == (
        card["SK3/4"].rules,
        "Dihitung dengan aturan 0; yang berlaku kini aturan" in table.rows[0][-1],
    )


# What stands where it may not.

NUMBER = 'must be a number such as 40, 47.25 or "100/3".'


@pytest.mark.parametrize(
    ("place", "value", "problem"),
    [
        (("period",), 2023, told("part.text", "scorecard.period", value=2023)),
        (("period",), None, told("part.text", "scorecard.period", value=None)),
        (("cap",), "120,5", told("part.number", "scorecard.cap", value="120,5")),
        (("cap",), 120.5, told("part.number", "scorecard.cap", value=120.5)),
        (("cap",), True, told("part.number", "scorecard.cap", value=True)),
        (("scores",), {}, told("part.list", "scorecard.scores")),
        (("scores",), "x", told("part.list", "scorecard.scores")),
        (("scores", 0), "SK1/1", told("part.table", "scorecard.scores[1]")),
        (("scores", 0, "code"), 11, told("part.text", "scorecard.scores[11].code", value=11)),
        (("scores", 0, "actual"), "2,0", told("part.number", "scorecard.scores[SK1/1].actual", value="2,0")),
        (
            ("scores", 0, "actual"),
            "1e999999999",
            told("part.number", "scorecard.scores[SK1/1].actual", value="1e999999999"),
        ),
        (("scores", 0, "actual"), "1/0", told("part.number", "scorecard.scores[SK1/1].actual", value="1/0")),
        (("scores", 0, "actual"), "Infinity", told("part.number", "scorecard.scores[SK1/1].actual", value="Infinity")),
        (
            ("scores", 0, "actual"),
            float("inf"),
            told("part.number", "scorecard.scores[SK1/1].actual", value=float("inf")),
        ),
        (
            ("scores", 0, "actual"),
            float("nan"),
            told("part.number", "scorecard.scores[SK1/1].actual", value=float("nan")),
        ),
        (("scores", 0, "actual"), 2.0, told("part.number", "scorecard.scores[SK1/1].actual", value=2.0)),
        (("scores", 0, "actual"), True, told("part.number", "scorecard.scores[SK1/1].actual", value=True)),
        (("scores", 0, "actual"), ["2"], told("part.number", "scorecard.scores[SK1/1].actual", value=["2"])),
        (("scores", 0, "remark"), None, told("part.text", "scorecard.scores[SK1/1].remark", value=None)),
        (("scores", 0, "met"), 1, told("part.flag", "scorecard.scores[SK1/1].met", value=1)),
        (("scores", 0, "reason"), 5, told("part.text", "scorecard.scores[SK1/1].reason", value=5)),
        (("scores", 2, "quantities"), [5, 3], told("part.table", "scorecard.scores[SK2/1].quantities")),
        (
            ("scores", 2, "quantities", "assisted"),
            "lima",
            told("part.number", "scorecard.scores[SK2/1].quantities.assisted", value="lima"),
        ),
        (("scores", 6, "notes", 0), "x", told("part.table", "scorecard.scores[SK3/4].notes[1]")),
    ],
    ids=lambda value: str(value)[:60],
)
def test_what_stands_where_it_may_not_is_refused(place: Place, value: object, problem: str) -> None:
    """Each problem has its path, what stands there, and what is allowed."""
    assert [problem] == problems(changed(place, value))


@pytest.mark.parametrize("field", ["period", "cap", "scores"])
def test_a_missing_part_is_refused(field: str) -> None:
    """A scorecard has all of its parts."""
    assert [f"scorecard.{field}: must be there."] == problems(without((field,)))


@pytest.mark.parametrize(
    "field",
    ["code", "target", "actual", "uncapped", "achievement", "reason", "quantities", "remark", "met", "notes"],
)
def test_a_missing_field_of_a_row_is_refused(field: str) -> None:
    """What is absent is not the same as null."""
    (problem,) = problems(without(("scores", 0, field)))
    assert (True, True) == (problem.startswith("scorecard.scores["), problem.endswith(f".{field}: must be there."))


def test_a_number_of_hundred_thousands_of_digits_is_refused() -> None:
    """At once, without hanging."""
    (problem,) = problems(changed(("scores", 0, "actual"), "9" * 1_000_000))
    assert problem.endswith(NUMBER)


# What does not follow.


@pytest.mark.parametrize(
    ("period", "problem"),
    [
        (
            "2030",
            ("2030 is outside the years covered, 2021-2024. Give the catalogue of a decree for that year."),
        ),
        (
            "tahun lalu",
            (
                "'tahun lalu' is not a period; write a year (2023), a quarter or semester since January "
                "(2023-TW2, 2023-S1), or that part alone (2023-TW2-saja)."
            ),
        ),
    ],
)
def test_a_period_that_the_decree_does_not_cover_is_refused(period: str, problem: str) -> None:
    """The message says which are."""
    assert [f"scorecard.period: {problem}"] == problems(changed(("period",), period))


def test_a_cap_that_cannot_be_is_refused() -> None:
    """Nothing could be published under it."""
    (problem,) = problems(changed(("cap",), "0"))
    assert told("scoring.cap", "scorecard.cap", cap="0") == problem


def test_period_and_cap_are_told_together() -> None:
    """All problems at once."""
    data = plain()
    data |= {"period": "2030", "cap": "-1"}
    assert ["scorecard.period", "scorecard.cap"] == [
        problem.partition(":")[0] for problem in problems(json.dumps(data))
    ]


@pytest.mark.parametrize(
    ("place", "value", "problem"),
    [
        ((0, "target"), "2", told("scorecard.figure_differs", "scores[SK1/1].target", stated="2", own="1")),
        ((0, "target"), None, told("scorecard.figure_differs", "scores[SK1/1].target", stated="None", own="1")),
        ((0, "uncapped"), "201", told("scorecard.figure_differs", "scores[SK1/1].uncapped", stated="201", own="200")),
        (
            (0, "achievement"),
            "200",
            told("scorecard.figure_differs", "scores[SK1/1].achievement", stated="200", own="241/2"),
        ),
        ((0, "met"), False, told("scorecard.figure_differs", "scores[SK1/1].met", stated="False", own="True")),
        (
            (0, "reason"),
            "NOT_MEASURED",
            told("scorecard.figure_differs", "scores[SK1/1].reason", stated="NOT_MEASURED", own="None"),
        ),
        (
            (5, "reason"),
            "LUPA",
            told("scorecard.figure_differs", "scores[SK3/3].reason", stated="LUPA", own="NOT_MEASURED"),
        ),
        (
            (5, "reason"),
            None,
            told("scorecard.figure_differs", "scores[SK3/3].reason", stated="None", own="NOT_MEASURED"),
        ),
        ((5, "met"), True, told("scorecard.figure_differs", "scores[SK3/3].met", stated="True", own="None")),
        ((2, "actual"), "5", told("scorecard.figure_differs", "scores[SK2/1].actual", stated="5", own="3")),
        (
            (0, "actual"),
            "3/2",
            told(
                "quantity.whole",
                "scores[SK1/1]",
                indicator="TenantCount",
                field="actual",
                value=1.5,
                unit="tenant",
            ),
        ),
        (
            (0, "actual"),
            "-2",
            told("quantity.least", "scores[SK1/1]", indicator="TenantCount", field="actual", value=-2, limit="0"),
        ),
        (
            (2, "quantities", "improved"),
            "6",
            told(
                "quantity.part",
                "scores[SK2/1]",
                indicator="AssistedCompanyCount",
                field="improved",
                value=6,
                part_of="assisted",
                limit="5",
            ),
        ),
        (
            (2, "quantities"),
            {"assisted": "5"},
            told(
                "quantity.other_names",
                "scores[SK2/1]",
                indicator="AssistedCompanyCount",
                names="assisted, improved",
                given="assisted",
            ),
        ),
        (
            (2, "quantities"),
            {},
            told(
                "quantity.other_names",
                "scores[SK2/1]",
                indicator="AssistedCompanyCount",
                names="assisted, improved",
                given="nothing",
            ),
        ),
        (
            (2, "quantities"),
            {"assisted": "5", "improved": "3", "self": "1"},
            (
                told(
                    "quantity.other_names",
                    "scores[SK2/1]",
                    indicator="AssistedCompanyCount",
                    names="assisted, improved",
                    given="assisted, improved, self",
                )
            ),
        ),
    ],
    ids=lambda value: str(value)[:60],
)
def test_a_figure_that_does_not_follow_is_refused(place: Place, value: object, problem: str) -> None:
    """Each figure is calculated again from the row's own actual or quantities."""
    assert [f"scorecard.{problem}"] == problems(changed(("scores", *place), value))


def test_another_actual_is_refused_because_its_achievement_does_not_follow() -> None:
    """Who raises an actual has to raise every figure that rests on it, and then only says another thing."""
    assert [
        told("scorecard.figure_differs", "scorecard.scores[SK3/1].uncapped", stated="1000/3", own="500"),
    ] == problems(changed(("scores", 3, "actual"), "50"))


def test_another_target_in_the_catalogue_is_refused_too() -> None:
    """The promise is part of the figure."""
    assert told("scorecard.figure_differs", "scorecard.scores[SK1/1].target", stated="1", own="2") in problems(
        changed(("catalogue", "entries", 0, "targets", "2023"), 2)
    )


def test_quantities_without_an_indicator_are_refused() -> None:
    """Nobody can say what they make."""
    place, stated = "scorecard.scores[SK2/1].quantities", "assisted = 5, improved = 3"
    said = told("scorecard.figure_differs", place, stated=stated, own="None")
    assert [said] == problems(without(("catalogue", "entries", 2, "indicator")))


def test_all_that_does_not_follow_is_told_at_once() -> None:
    """In every row."""
    data = plain()
    data["scores"][0] |= {"met": False, "uncapped": "1"}
    data["scores"][2]["quantities"]["improved"] = "6"
    data["scores"][6]["reason"] = "NO_TARGET"
    assert ["SK1/1].uncapped", "SK1/1].met", "SK2/1]", "SK3/4].reason"] == [
        problem.partition("scores[")[2].partition(": ")[0] for problem in problems(json.dumps(data))
    ]


@pytest.mark.parametrize("rows", ["missing", "twice", "another order", "another code"])
def test_there_is_one_row_for_each_entry_in_order(rows: str) -> None:
    """No row can be lost, added or moved."""
    data = plain()
    scores = data["scores"]
    data["scores"] = {
        "missing": scores[1:],
        "twice": [*scores, scores[0]],
        "another order": scores[::-1],
        "another code": [{**scores[0], "code": "SK9/9"}, *scores[1:]],
    }[rows]
    assert [told("scorecard.one_each", "JSON")] == problems(json.dumps(data))


def test_the_refusal_speaks_indonesian_too() -> None:
    """The message exists in both languages."""
    with pytest.raises(ScorecardError) as caught:
        Scorecard.from_json(changed(("scores", 0, "target"), "2"))
    assert caught.value.text.id.endswith("scores[SK1/1].target: 2 tidak sesuai; yang mengikuti dari isinya ialah 1.")


def test_what_is_no_scorecard_is_called_so_in_both_languages() -> None:
    """A planner reads what the file should have been."""
    with pytest.raises(ScorecardError) as error:
        Scorecard.from_json('{"schema": "lain"}')
    assert ("bukan rapor kinerja" in error.value.text.id, "is not a scorecard of schema" in error.value.text.en) == (
        True,
        True,
    )
