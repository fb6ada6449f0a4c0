"""Rules of scoring in a catalogue file: cap, rule of less, weights and ratings, each with its source."""

from __future__ import annotations

import io
import json
import re
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import attrs
import pytest

from kinerja import (
    Catalogue,
    CatalogueError,
    InexactNumberError,
    Language,
    Percent,
    QuantityError,
    Reason,
    Scorecard,
    ScorecardError,
    Scoring,
    Text,
    Trace,
    UnknownIndicatorError,
    compare,
    load_catalogue,
    make_trace,
    verify_trace,
)
from kinerja.decrees import Band
from kinerja.trace import Unchecked, compare_traces
from kinerja.writers import to_csv, to_html, to_markdown
from said import refused, sentence

if TYPE_CHECKING:
    from collections.abc import Callable

HEAD = """
[decree]
number = "1 TAHUN 2025"
title = "IKU"
unit = "Balai Contoh"
years = [2025]

[[objectives]]
code = "SK1"
text = "Layanan"
"""
ENTRY = """
[[entries]]
code = "{code}"
label = "Layanan"
objective = "SK1"
unit = "Persen"
polarity = "{polarity}"
targets = {{ 2025 = {target} }}
"""
ENTRIES = "".join(
    ENTRY.format(code=code, polarity=polarity, target=target)
    for code, polarity, target in (("A", "Maksimasi", 90), ("B", "Minimasi", 10), ("C", "Maksimasi", 50))
)
RULES = """
[scoring]
cap = 120
minimise = "ratio"
weights = { A = 60, B = 25, C = 15 }
bands = [
    { name = "Kurang", below = 70 },
    { name = "Sangat Baik", at_least = 95 },
    { name = "Cukup", at_least = 70, at_most = 89 },
    { name = "Baik", above = 89, below = 95 },
]

[scoring.sources]
cap = "Manual IKU, butir 4"
minimise = "Manual IKU, butir 5"
weights = "Perjanjian Kinerja 2025"
bands = "Manual IKU, butir 6"
"""
IKPA = (
    Band(name="Sangat Baik", at_least=95),
    Band(name="Baik", at_least=89, below=95),
    Band(name="Cukup", at_least=70, below=89),
    Band(name="Kurang", below=70),
)
"""The classes of IKPA, as the treasury publishes them."""


def of_file(rules: str = RULES) -> Catalogue:
    """Return the catalogue of a file with these rules."""
    return load_catalogue((rules + HEAD + ENTRIES).encode())


CATALOGUE, PLAIN = of_file(), of_file("")
VALUES = {"A": 120, "B": 12}
CARD = CATALOGUE.scorecard(2025, VALUES)


def problems(rules: str) -> list[tuple[str, str]]:
    """Return what is wrong in a file with these rules: code and place."""
    with pytest.raises(CatalogueError) as caught:
        of_file(rules)
    return [(problem.code, problem.place) for problem in caught.value.problems]


# What the file says.


def test_a_file_states_rules() -> None:
    """Each as a value, the classes from the highest down."""
    scoring = CATALOGUE.scoring
    assert [120, "ratio", {"A": 60, "B": 25, "C": 15}] == [scoring.cap, scoring.minimise, scoring.weights]
    assert ["Sangat Baik", "Baik", "Cukup", "Kurang"] == [band.name for band in scoring.bands]
    assert "Manual IKU, butir 4" == scoring.sources["cap"]


def test_none_of_it_applies_unless_the_file_says_so() -> None:
    """No cap, the reflected rule, no weights and no ratings."""
    card = PLAIN.scorecard(2025, VALUES)
    assert (Scoring(), [Fraction(400, 3), 80, None]) == (PLAIN.scoring, [score.achievement for score in card])
    assert (None, {None}) == (card.weighted_mean(), {score.rating for score in card})


def test_a_scorecard_is_scored_by_the_rules_of_its_catalogue() -> None:
    """The cap bites, less is T / R, and each achievement has its class."""
    assert [(120, "Sangat Baik"), (Fraction(250, 3), "Cukup"), (None, None)] == [
        (score.achievement, score.rating) for score in CARD
    ]


def test_a_rating_says_nothing_of_the_target() -> None:
    """99 % is the highest class, and the target is missed."""
    row = CATALOGUE.scorecard(2025, {"A": Fraction(891, 10)})["A"]
    assert ("Sangat Baik", False) == (row.rating, row.met)


def test_a_row_alone_is_written_by_its_own_rules() -> None:
    """94,999 % is not the highest class, and is not written as its edge; on the card as alone."""
    card = CATALOGUE.scorecard(2025, {"A": Fraction(94_999 * 90, 100_000)})
    tables = [one.document().sections[0].table for one in (card, card["A"])]
    assert [["94,999%", "Baik"]] * 2 == [[table.rows[0][-4], table.rows[0][-2]] for table in tables if table]


def test_the_rules_come_back_from_plain_data() -> None:
    """As the catalogue had them."""
    assert CATALOGUE == Catalogue.from_json(CATALOGUE.to_json())


@pytest.mark.parametrize("rule", ["cap", "minimise", "weights", "bands"])
def test_a_rule_without_a_source_is_refused(rule: str) -> None:
    """With the place where it belongs."""
    without = re.sub(rf'^{rule} = "[MP].*$', "", RULES, flags=re.MULTILINE)
    assert [("scoring.no_source", f"scoring.sources.{rule}")] == problems(without)


def test_every_rule_without_a_source_is_told_at_once() -> None:
    """Beside what else is wrong in the file."""
    rules = "[scoring]\ncap = 110\nweights = { A = 1, D = 1 }\n"
    assert [
        ("scoring.no_source", "scoring.sources.cap"),
        ("scoring.no_source", "scoring.sources.weights"),
        ("name.unknown", "scoring.weights.D"),
        ("scoring.no_weight", "scoring.weights.B"),
        ("scoring.no_weight", "scoring.weights.C"),
    ] == problems(rules)


@pytest.mark.parametrize(
    ("rules", "expected"),
    [
        ("scoring = 1\n", ("part.table_missing", "scoring")),
        ("[scoring]\ncap = 1.2\n", ("scoring.cap", "scoring")),
        ('[scoring]\nminimise = "T/R"\n', ("name.unknown", "scoring.minimise")),
        ("[scoring]\ncapp = 120\n", ("name.misspelt", "scoring.capp")),
        ('[scoring]\nsources = { cap = "x" }\n', ("scoring.source_of_nothing", "scoring")),
        ('[scoring]\ncap = 120\nsources = { cap = " " }\n', ("scoring.source_of_nothing", "scoring")),
        ("[scoring]\nweights = { A = -1, B = 1, C = 1 }\n", ("scoring.weights", "scoring")),
        ("[scoring]\nweights = { A = 0, B = 0, C = 0 }\n", ("scoring.weights", "scoring")),
        (
            '[scoring]\nbands = [{ name = "A", at_least = 1, above = 1 }]\n',
            ("scoring.band_unclear", "scoring.bands[1]"),
        ),
    ],
    ids=[
        "no table",
        "cap",
        "minimise",
        "misspelt",
        "source of nothing",
        "blank source",
        "below 0",
        "no weight",
        "band",
    ],
)
def test_a_rule_that_cannot_be_is_refused(rules: str, expected: tuple[str, str]) -> None:
    """With its place in the file."""
    assert expected in problems(rules)


# Classes.


@pytest.mark.parametrize(
    ("achievement", "rating"),
    [
        (-50, "Kurang"),
        (Fraction(6999, 100), "Kurang"),
        (70, "Cukup"),
        (89, "Baik"),
        (95, "Sangat Baik"),
        (900, "Sangat Baik"),
    ],
)
def test_each_achievement_has_the_class_that_holds_it(achievement: Any, rating: str) -> None:
    """Negative ones too, and a limit belongs to one class alone."""
    assert rating == Scoring(bands=IKPA).rating(Percent(achievement))


def test_an_achievement_is_written_so_that_it_lies_in_its_class() -> None:
    """Just below a class it has as many decimals as tell it from where the class begins, on cards and in traces."""
    own = attrs.evolve(load_catalogue(io.BytesIO((HEAD + RULES + ENTRIES).encode())))
    given = {"A": Fraction(90 * 94_999_999, 100_000_000)}
    card, path = own.scorecard(2025, given), make_trace(own, "A", 2025, given["A"])
    assert (True, True) == ("94,999999%" in str(card), "94,999999%" in str(path.document()))


def test_a_figure_is_told_from_100_and_from_where_classes_meet() -> None:
    """Each number once, from the highest down."""
    assert [100, 95, 89, 70] == list(Scoring(bands=IKPA).told_from)


def test_of_no_achievement_there_is_no_rating() -> None:
    """Nor where there are no classes."""
    assert (None, None) == (Scoring(bands=IKPA).rating(None), Scoring().rating(Percent(100)))


@pytest.mark.parametrize(
    ("bands", "fault"),
    [
        ([Band(name="X", above=75), Band(name="Y", below=75)], "scoring.bands_apart"),
        ([Band(name="X", at_least=76), Band(name="Y", at_most=75)], "scoring.bands_apart"),
        ([Band(name="X", at_least=75), Band(name="Y", at_most=75)], "scoring.bands_overlap"),
        ([Band(name="X", above=75), Band(name="Y", at_least=50), Band(name="Z", below=50)], "scoring.bands_overlap"),
        ([Band(name="X"), Band(name="Y")], "scoring.bands_overlap"),
        ([Band(name="X", at_most=100)], "scoring.no_highest"),
        ([Band(name="X", at_least=0)], "scoring.no_lowest"),
        ([Band(name="X", at_least=50), Band(name="X", below=50)], "scoring.band_repeated"),
    ],
    ids=["at a number", "between", "at a limit", "no end", "any twice", "above", "below", "one name"],
)
def test_gaps_and_overlaps_are_refused(bands: list[Band], fault: str) -> None:
    """What lies in no class, and in two."""
    with pytest.raises(QuantityError) as caught:
        Scoring(bands=bands)
    names = {
        "upper": bands[0].text,
        "lower": bands[1].text if len(bands) > 1 else "",
        "band": bands[0].text,
        "name": "X",
    }
    assert ("scoring.bands", "Scoring", True) == (
        caught.value.code,
        vars(caught.value)["indicator"],
        sentence(fault, **names).en in str(caught.value),
    )


def test_all_gaps_are_told_at_once() -> None:
    """A published scale: 91-100, 76-90, 66-75, 51-65, to 50."""
    limits = [(91, 100), (76, 90), (66, 75), (51, 65), (None, 50)]
    bands = [Band(name=f"K{low}", at_least=low, at_most=high) for low, high in limits]
    with pytest.raises(QuantityError) as caught:
        Scoring(bands=bands)
    assert (4, 1) == (str(caught.value).count("their limits meet"), str(caught.value).count("upper limit"))


def test_what_lies_in_no_class_is_told_one_sentence_after_the_other() -> None:
    """The highest, then the lowest."""
    band = Band(name="X", at_least=50, at_most=100)
    with pytest.raises(QuantityError) as caught:
        Scoring(bands=[band])
    faults = " ".join(sentence(f"scoring.{code}", band=band.text).en for code in ("no_highest", "no_lowest"))
    assert sentence("scoring.bands", faults=faults).en == caught.value.text.en


def test_above_a_cap_there_need_be_no_class() -> None:
    """No achievement is published there."""
    assert "X" == Scoring(cap=120, bands=[Band(name="X", at_most=120)]).rating(Percent(120))


@pytest.mark.parametrize("limits", [{"at_least": 5, "below": 5}, {"above": 5, "at_most": 5}, {"above": 6, "below": 5}])
def test_a_class_that_holds_nothing_is_refused(limits: dict[str, int]) -> None:
    """Its limits are exchanged, or the same."""
    with refused("scoring.band_empty", value="X"):
        Band(name="X", **limits)


@pytest.mark.parametrize("given", [{"name": " "}, {"name": "X", "below": 1, "at_most": 1}])
def test_a_class_that_is_not_clear_is_refused(given: dict[str, Any]) -> None:
    """It has a name, one beginning at most and one end at most."""
    with refused("scoring.band_unclear", value=given["name"]):
        Band(**given)


@pytest.mark.parametrize(
    ("band", "limits"),
    [
        (
            Band(name="X", at_least=89, below=95),
            Text(id="X (mulai 89, di bawah 95)", en="X (from 89, below 95)"),
        ),
        (
            Band(name="X", above=Fraction(161, 2), at_most=90),
            Text(id="X (di atas 80,5, sampai 90)", en="X (above 80.5, up to 90)"),
        ),
        (Band(name="X"), Text(id="X (berapa pun)", en="X (any)")),
    ],
)
def test_the_limits_of_a_class_in_words(band: Band, limits: Text) -> None:
    """As a reader has them, behind its name."""
    assert limits == band.text


@pytest.mark.parametrize(
    ("limits", "holds"),
    [({"below": 70}, False), ({"at_most": 70}, True), ({"above": 70}, False), ({"at_least": 70}, True)],
)
def test_a_class_below_a_figure_is_without_it(limits: dict[str, Any], *, holds: bool) -> None:
    """And one up to a figure is with it; likewise above a figure and from it on."""
    band = Band(name="X", **limits)
    assert holds is (Fraction(70) in band)


# Weights.


def test_the_weighted_mean_is_by_the_weights_of_what_was_measured() -> None:
    """(60 x 120 + 25 x 83,33) / 85, and with C as 0 over 100."""
    whole = 60 * 120 + 25 * Fraction(250, 3)
    assert (whole / 85, whole / 100) == (CARD.weighted_mean(), CARD.weighted_mean(unmeasured="zero"))


def test_the_plain_means_stay_beside_it() -> None:
    """Each of another question."""
    assert (Fraction(305, 3), Fraction(610, 9)) == (CARD.mean(), CARD.mean(unmeasured="zero"))


def test_a_row_that_is_no_zero_weighs_nothing() -> None:
    """What is undefined or has no target is in neither mean."""
    card = CATALOGUE.scorecard(2025, {"A": 90, "B": Reason.UNDEFINED_ACTUAL, "C": Reason.NOT_APPLICABLE})
    assert [100, 60] == [card.weighted_mean(unmeasured="zero"), card.weight(unmeasured="zero")]


def test_rows_that_weigh_nothing_have_no_weighted_mean() -> None:
    """There is nothing to divide by."""
    card = PLAIN.scorecard(2025, {"A": 90}, scoring=Scoring(weights={"A": 0, "B": 1, "C": 1}))
    assert [100, None, 0] == [card.mean(), card.weighted_mean(), card.weight()]


def test_without_weights_nothing_weighs() -> None:
    """Whatever counts in the plain mean."""
    card = PLAIN.scorecard(2025, {"A": 90})
    assert [100, None, 0] == [card.mean(), card.weighted_mean(), card.weight()]


def test_the_weighted_mean_of_an_objective() -> None:
    """As the plain one has it; an objective that is not there is refused."""
    assert CARD.weighted_mean() == CARD.weighted_mean(objective="SK1")
    with pytest.raises(UnknownIndicatorError):
        CARD.weighted_mean(objective="SK2")


@pytest.mark.parametrize("weights", [{"A": 1}, {"A": 1, "B": 1, "C": 1, "D": 1}], ids=["missing", "unknown"])
def test_weights_are_of_every_entry(weights: dict[str, int]) -> None:
    """Neither fewer nor others."""
    with pytest.raises(CatalogueError) as caught:
        PLAIN.scorecard(2025, {}, scoring=Scoring(weights=weights))
    assert "scoring" == str(caught.value).partition(": ")[0]


@pytest.mark.parametrize(
    ("rules", "code"),
    [
        ({"weights": {"A": -1, "B": 2}}, ("scoring.weights", ["A"])),
        ({"weights": {"A": 0, "B": 0}}, ("scoring.weights", ["A", "B"])),
        ({"sources": {"cap": "x"}}, ("scoring.source_of_nothing", None)),
    ],
)
def test_rules_that_cannot_be_are_refused_in_code_too(rules: dict[str, Any], code: tuple[str, Any]) -> None:
    """In the name of what holds them, with the weights that are wrong."""
    with pytest.raises(QuantityError) as caught:
        Scoring(**rules)
    told = vars(caught.value)
    assert (code, "Scoring") == ((caught.value.code, told.get("value")), told["indicator"])


def test_a_weight_is_a_number() -> None:
    """Exactly."""
    with pytest.raises(InexactNumberError):
        Scoring(weights={"A": float("nan")})


# What is said twice.


@pytest.mark.parametrize(
    ("scoring", "rule", "own", "asked"),
    [
        (Scoring(cap=110), Text(id="Batas capaian", en="The cap"), "120%", "110%"),
        (
            Scoring(minimise="reflected"),
            Text(id="Rumus minimasi", en="The rule where less is better"),
            "ratio",
            "reflected",
        ),
        (
            Scoring(weights={"A": 1, "B": 1, "C": 1}),
            Text(id="Bobot", en="The weights"),
            "A: 60; B: 25; C: 15",
            "A: 1; B: 1; C: 1",
        ),
        (
            Scoring(bands=[Band(name="Semua")]),
            Text(id="Predikat", en="The ratings"),
            "Sangat Baik (mulai 95)",
            "Semua (berapa pun)",
        ),
    ],
    ids=["cap", "minimise", "weights", "bands"],
)
def test_what_is_asked_for_may_not_differ_from_the_file(scoring: Scoring, rule: Text, own: str, asked: str) -> None:
    """Refused, with both values and their sources."""
    with pytest.raises(QuantityError) as caught:
        CATALOGUE.scorecard(2025, VALUES, scoring=scoring)
    said = caught.value.text.id
    told = vars(caught.value)
    assert ("scoring.differs", "Scoring", rule) == (caught.value.code, told["indicator"], told["rule"])
    assert [True] * 5 == [part in said for part in (rule.id, own, asked, "katalog: ", "(scoring)")]


def test_another_source_is_named_by_itself() -> None:
    """What is asked for may say where it stands; a catalogue made in code need not."""
    own = attrs.evolve(PLAIN, scoring=Scoring(cap=120))
    with pytest.raises(QuantityError) as caught:
        own.scorecard(2025, {}, scoring=Scoring(cap=110, sources={"cap": "Nota 7"}))
    assert "120% (katalog), tetapi 110% (Nota 7)" in caught.value.text.id


@pytest.mark.parametrize("scoring", [Scoring(), Scoring(cap=120), Scoring(cap=120, minimise="ratio")])
def test_what_agrees_or_is_not_said_is_fine(scoring: Scoring) -> None:
    """The scorecard is the same."""
    assert CARD == CATALOGUE.scorecard(2025, VALUES, scoring=scoring)


def test_what_the_file_does_not_say_may_be_asked_for() -> None:
    """It stands beside the rules of the file."""
    own = of_file('[scoring]\ncap = 120\nsources = { cap = "Manual" }\n')
    scoring = own.scorecard(2025, {}, scoring=Scoring(minimise="ratio")).scoring
    assert [120, "ratio", {"cap": "Manual"}] == [scoring.cap, scoring.minimise, scoring.sources]


def test_no_name_is_the_rule_that_is_taken_then() -> None:
    """Nobody names a rule of less: it is reflected, and scores alike."""
    assert (Scoring(minimise="reflected"), "reflected") == (Scoring(), Scoring().rule_of_less)
    assert Scoring(minimise="ratio") != Scoring()


def test_an_entry_scores_by_rules_that_it_is_given() -> None:
    """Of itself it knows none."""
    entry = CATALOGUE["B"]
    assert [80, Fraction(250, 3)] == [
        entry.achievement(2025, 12),
        entry.achievement(2025, 12, scoring=CATALOGUE.scoring),
    ]


# For readers.

RATED = (
    "Predikat menurut capaian dalam persen, terlepas dari tercapainya target: Sangat Baik (mulai 95); Baik (di "
    "atas 89, di bawah 95); Cukup (mulai 70, sampai 89); Kurang (di bawah 70). Sumber: Manual IKU, butir 6."
)
WEIGHTED = (
    "Rata-rata tertimbang: jumlah capaian × bobot / jumlah bobot; bobot indikator tanpa capaian tidak ikut. Sumber: "
    "Perjanjian Kinerja 2025."
)


def test_weights_and_ratings_have_columns() -> None:
    """Where there are some, and else not."""
    (section,) = CARD.document().sections
    assert section.table is not None
    assert [
        "Kode",
        "Indikator",
        "Satuan",
        "Bobot",
        "Target",
        "Realisasi",
        "Capaian",
        "Tercapai",
        "Predikat",
        "Keterangan",
    ] == [*section.table.headings]
    assert ["60", "Sangat Baik"] == [section.table.rows[0][place] for place in (3, 8)]
    plain = PLAIN.scorecard(2025, VALUES).document().sections[0].table
    assert plain is not None
    assert {"Bobot", "Predikat"}.isdisjoint(plain.headings)


def test_a_row_without_achievement_has_no_class() -> None:
    """Its cell is blank, in a table too."""
    (section,) = CARD.picture().sections
    assert section.table is not None
    assert ["Sangat Baik", "Cukup", ""] == [row[-1] for row in section.table.rows]


def test_a_picture_has_them_too() -> None:
    """For its remarks alone there is no room."""
    (section,) = CARD.picture().sections
    assert section.table is not None
    assert ("Predikat", 9) == (section.table.headings[-1], len(section.table.rows[0]))


def test_a_row_alone_has_its_rating() -> None:
    """Its weight is of a scorecard."""
    assert ["Bobot" in str(CARD["A"].document()), "Predikat" in str(CARD["A"].document())] == [False, True]


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        (
            Language.INDONESIAN,
            [
                "Rata-rata capaian, hanya yang terukur (2 indikator): 101,67% (Sangat Baik)",
                "Rata-rata capaian, yang belum diukur dihitung 0 (3 indikator): 67,78% (Kurang)",
                "Rata-rata tertimbang, hanya yang terukur (bobot 85 dari 100): 109,22% (Sangat Baik)",
                "Rata-rata tertimbang, yang belum diukur dihitung 0 (bobot 100 dari 100): 92,83% (Baik)",
                "Capaian indikator minimasi: 100 × T / R (T target, R realisasi). Sumber: Manual IKU, butir 5.",
                "Capaian dibatasi paling tinggi 120%. Sumber: Manual IKU, butir 4.",
                RATED,
                WEIGHTED,
            ],
        ),
        (
            Language.ENGLISH,
            [
                "Mean achievement, measured only (2 indicators): 101.67% (Sangat Baik)",
                "Mean achievement, unmeasured as 0 (3 indicators): 67.78% (Kurang)",
                "Weighted mean, measured only (weight 85 of 100): 109.22% (Sangat Baik)",
                "Weighted mean, unmeasured as 0 (weight 100 of 100): 92.83% (Baik)",
            ],
        ),
    ],
)
def test_means_and_rules_stand_below_the_table(language: Language, lines: list[str]) -> None:
    """The weighted mean beside the plain one, then each rule with its source."""
    (section,) = CARD.document(language).sections
    assert lines == [*section.lines][: len(lines)]


@pytest.mark.parametrize("write", [to_markdown, to_html], ids=["markdown", "html"])
def test_every_page_has_them(write: Callable[[Any], str]) -> None:
    """Weight, rating and sources."""
    written = write(CARD.document())
    assert [True] * 3 == [part in written for part in ("Bobot", "Sangat Baik", "Manual IKU, butir 4")]


def test_a_table_for_spreadsheets_has_the_columns() -> None:
    """CSV has rows alone."""
    assert [True, True] == [part in to_csv(CARD.document()) for part in ("Bobot", "Sangat Baik")]


def test_a_comparison_has_the_weighted_means() -> None:
    """Of each scorecard that has weights."""
    (section,) = compare(PLAIN.scorecard(2025, VALUES), CARD).document().sections
    weighted = [line for line in section.lines if line.startswith("Rata-rata tertimbang, ")]
    assert ["Rata-rata tertimbang, hanya yang terukur, 2025 (bobot 85 dari 100): 109,22% (Sangat Baik)"] == weighted


def test_the_catalogue_shows_its_rules() -> None:
    """A weight beside each indicator, and the rules below; none where it has none."""
    table, rules = CATALOGUE.document().sections
    assert table.table is not None
    assert (["Bobot", "2025"], "60") == ([*table.table.headings][-2:], table.table.rows[0][4])
    assert "Capaian dibatasi paling tinggi 120%. Sumber: Manual IKU, butir 4." in rules.lines
    assert 1 == len(PLAIN.document().sections)


# Files.


def test_a_scorecard_comes_back_with_its_rules() -> None:
    """From its JSON, every figure worked out again."""
    assert CARD == Scorecard.from_json(CARD.to_json())


@pytest.mark.parametrize(
    ("change", "place"),
    [
        (lambda data: data["scores"][1].update(rating="Baik"), "scorecard.scores[B].rating"),
        (lambda data: data["weights"].pop("A"), "scorecard"),
        (lambda data: data["bands"].pop(), "scorecard"),
        (lambda data: data["scoring_sources"].update(more="x"), "scorecard"),
    ],
    ids=["rating", "weights", "bands", "sources"],
)
def test_a_scorecard_whose_rules_do_not_follow_is_refused(change: Callable[[Any], Any], place: str) -> None:
    """With the place."""
    data = json.loads(CARD.to_json())
    change(data)
    with pytest.raises(ScorecardError) as caught:
        Scorecard.from_dict(data)
    assert [place] == [problem.place for problem in caught.value.problems]


TRACE = make_trace(CATALOGUE, "B", 2025, 12)


def test_a_trace_keeps_the_rules_of_its_figure() -> None:
    """Without weights: how much it counts among others is no part of its path."""
    assert [CATALOGUE.scoring.of_one_figure, {}] == [TRACE.scoring, TRACE.scoring.weights]
    assert TRACE == Trace.from_json(TRACE.to_json())


def test_the_path_names_its_rules() -> None:
    """The rule of less, the cap that bit, the rating, each with its source."""
    lines = {line for section in TRACE.document().sections if section.heading == "Capaian" for line in section.lines}
    capped = make_trace(CATALOGUE, "A", 2025, 120).document()
    lines |= {line for section in capped.sections if section.heading == "Capaian" for line in section.lines}
    assert {
        "Capaian indikator minimasi: 100 × T / R (T target, R realisasi). Sumber: Manual IKU, butir 5.",
        "Predikat: Cukup (mulai 70, sampai 89). Sumber: Manual IKU, butir 6.",
        "Dibatasi menjadi 120,00%. Sumber: Manual IKU, butir 4.",
    } <= lines


def test_a_trace_holds_against_the_rules_of_its_catalogue() -> None:
    """Nothing of its scoring is left unchecked."""
    verified = verify_trace(TRACE.to_json(), catalogues=[CATALOGUE])
    assert (True, False) == (verified.holds, Unchecked.SCORING in verified.unchecked)


def test_without_its_catalogue_its_rules_are_its_own_word() -> None:
    """They are held against nothing."""
    assert Unchecked.SCORING in verify_trace(TRACE.to_json()).unchecked


def test_a_rule_beyond_the_catalogue_is_unchecked() -> None:
    """A cap of the unit's own; the rule that is taken anyway is none."""
    capped = make_trace(PLAIN, "A", 2025, 120, scoring=Scoring(cap=120, minimise="reflected"))
    named = make_trace(PLAIN, "A", 2025, 120, scoring=Scoring(minimise="reflected"))
    assert [True, False] == [
        Unchecked.SCORING in verify_trace(one.to_json(), catalogues=[PLAIN]).unchecked for one in (capped, named)
    ]


@pytest.mark.parametrize(
    ("change", "places"),
    [
        (lambda data: data.update(rating="Baik"), ["rating"]),
        (lambda data: data.pop("rating"), ["rating"]),
        (lambda data: data["scoring"].update(cap="110"), ["scoring.cap"]),
        (
            lambda data: (data["scoring"].pop("bands"), data["scoring"]["sources"].pop("bands")),
            ["scoring.bands", "rating"],
        ),
    ],
    ids=["rating", "no rating", "cap", "no bands"],
)
def test_a_trace_that_was_changed_does_not_hold(change: Callable[[Any], Any], places: list[str]) -> None:
    """Against its own inputs, or against the catalogue."""
    data = TRACE.to_dict()
    change(data)
    assert places == [one.where for one in verify_trace(data, catalogues=[CATALOGUE]).differences]


def test_two_traces_tell_which_rules_differ() -> None:
    """By the words of readers."""
    other = make_trace(PLAIN, "B", 2025, 12)
    moves = {move.where: str(move.label) for move in compare_traces(other.to_json(), TRACE.to_json()).moves}
    assert {"rating": "Predikat", "bands": "Predikat menurut capaian"} == {
        name: moves[name] for name in ("rating", "bands")
    }
