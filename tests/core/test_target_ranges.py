"""Targets that are a range: from the file to the achievement, its path and its files."""

from __future__ import annotations

import json
from fractions import Fraction
from typing import Any

import attrs
import pytest

from kinerja import BSPJI_PEKANBARU_2021_2024 as DECREE
from kinerja import (
    Catalogue,
    CatalogueError,
    Language,
    P3DNRatio,
    Polarity,
    QuantityError,
    Reason,
    Scorecard,
    ScorecardError,
    Scoring,
    Trace,
    achievement,
    load_catalogue,
    make_trace,
    verify_trace,
)
from kinerja.decrees.file import DecreeFile
from kinerja.decrees.messages import RANGE_RULE
from kinerja.decrees.written import write_decree_file
from kinerja.measurement import TargetRange, nearest, target_text
from kinerja.readers import read_targets
from said import refused

CATALOGUE = load_catalogue(b"""
[decree]
number = "1 TAHUN 2025"
title = "IKU"
unit = "Balai Contoh"
years = [2025, 2026]

[[objectives]]
code = "SK1"
text = "Layanan"

[[entries]]
code = "A"
label = "Penyerapan"
objective = "SK1"
unit = "Persen"
polarity = "Maksimasi"
targets = { 2025 = [80, 92.5], 2026 = 90 }
usual = [1, 92]

[[entries]]
code = "B"
label = "Lama"
objective = "SK1"
unit = "Hari"
polarity = "Minimasi"
targets = { 2025 = [7, 10], 2026 = 8 }
""")
RANGE = TargetRange(low=80, high=90)
RATIO = Scoring(minimise="ratio")


@pytest.mark.parametrize(
    ("actual", "more", "less", "ratio"),
    [
        (99, 110, 90, Fraction(1000, 11)),
        (90, 100, 100, 100),
        (85, 100, 100, 100),
        (80, 100, 100, 100),
        (60, 75, 125, Fraction(400, 3)),
    ],
    ids=["above", "upper bound", "within", "lower bound", "below"],
)
def test_an_actual_is_set_against_the_nearest_number(actual: int, more: int, less: int, ratio: Fraction) -> None:
    """The upper bound above, the lower below, itself within: by every rule."""
    assert [more, less, ratio] == [
        achievement((80, 90), actual),
        achievement((80, 90), actual, Polarity.MINIMISE),
        achievement([80, 90], actual, Polarity.MINIMISE, minimise="ratio"),
    ]


@pytest.mark.parametrize(
    ("actual", "met"), [(79, [False, True]), (80, [True, True]), (90, [True, True]), (91, [True, False])]
)
def test_a_range_is_met_within_and_on_its_better_side(actual: int, met: list[bool]) -> None:
    """Where at least 100 % is achieved."""
    assert met == [one.met(RANGE, Fraction(actual)) for one in Polarity]


@pytest.mark.parametrize("bounds", [(90, 80), (80, 80), (0, 5), (-1, 1)])
def test_bounds_are_above_0_and_in_order(bounds: tuple[int, int]) -> None:
    """Nothing is divided by 0; two equal numbers are one."""
    with refused("target.no_range", value=tuple(map(Fraction, bounds))):
        TargetRange(low=bounds[0], high=bounds[1])


def test_a_range_is_written_with_both_bounds() -> None:
    """In full, as each language writes numbers."""
    assert ("80-92,5", "80-92.5", "45") == (
        str(TargetRange(low=80, high=92.5)),
        target_text(TargetRange(low=80, high=92.5)).en,
        target_text(Fraction(45)).id,
    )


def test_the_nearest_number_of_a_number_is_itself() -> None:
    """Whatever was measured."""
    assert [45, 80] == [nearest(Fraction(45), Fraction(3)), nearest(RANGE, Fraction(3))]


@pytest.mark.parametrize(
    ("target", "code"),
    [
        ('["185/2", "80"]', "target.no_range"),
        ("[80]", "target.no_range"),
        ('["80", "x"]', "part.number"),
        ("[-1, 5]", "target.no_range"),
    ],
)
def test_a_range_in_a_file_that_cannot_be_is_refused(target: str, code: str) -> None:
    """With its place."""
    data = CATALOGUE.to_dict()
    data["entries"][0]["targets"]["2025"] = json.loads(target)
    with pytest.raises(CatalogueError) as caught:
        Catalogue.from_dict(data)
    assert [(code, "entries[A].targets.2025")] == [(problem.code, problem.place) for problem in caught.value.problems]


def test_a_bound_that_cannot_be_is_refused_as_a_target_is() -> None:
    """Of shares of an index of 4."""
    entry = attrs.evolve(CATALOGUE["A"], most=4)
    with refused("quantity.most", indicator="A"):
        entry.check_target((3, 5))


def test_ranges_come_back_from_plain_data() -> None:
    """As two numbers."""
    assert ["80", "185/2"] == CATALOGUE.to_dict()["entries"][0]["targets"]["2025"]
    assert CATALOGUE == Catalogue.from_json(CATALOGUE.to_json())


def test_a_file_holds_a_range_as_two_numbers() -> None:
    """As people write it, not as exact texts."""
    parts = {name: getattr(CATALOGUE, name) for name in ("decree", "objectives", "scoring")}
    written = write_decree_file(DecreeFile(**parts, entries=tuple(CATALOGUE.values())))
    assert [80, Fraction("92.5")] == written["entries"][0]["targets"]["2025"]


CARD = CATALOGUE.scorecard(2025, {"A": 85, "B": 12})


def test_a_scorecard_is_set_against_ranges() -> None:
    """Within, and above where less is better: (2 x 10 - 12) / 10."""
    assert [[100, True], [80, False]] == [[score.achievement, score.met] for score in CARD]


def test_it_shows_the_range_and_whose_reading_it_is() -> None:
    """In the column of targets, and below the table."""
    (section,) = CARD.document().sections
    assert section.table is not None
    assert (["80-92,5", "7-10"], True) == ([row[3] for row in section.table.rows], RANGE_RULE.id in section.lines)


def test_without_a_range_nothing_is_said_of_them() -> None:
    """The year after has numbers."""
    assert RANGE_RULE.id not in CATALOGUE.scorecard(2026, {"A": 90}).document().sections[0].lines


def test_the_catalogue_shows_ranges_and_what_is_unusual_of_them() -> None:
    """92,5 is above what is usual of A; the rule stands below."""
    said = str(CATALOGUE.document())
    assert [True] * 3 == [part in said for part in ("80-92,5", "A: Target 2025: 92,5", "Target rentang")]


def test_an_entry_shows_its_range() -> None:
    """Beside its year, with whose reading it is; an entry of numbers says nothing of ranges."""
    said, other = (str(one.document()) for one in (CATALOGUE["B"], DECREE["SK3/4"]))
    assert [True, True, False] == ["2025: 7-10" in said, "Target rentang" in said, "Target rentang" in other]


def test_an_unmeasured_row_keeps_its_range() -> None:
    """It is not measured, not without target."""
    row = CATALOGUE.scorecard(2025, {})["A"]
    assert (TargetRange(low=80, high=92.5), Reason.NOT_MEASURED, None) == (row.target, row.reason, row.met)


def test_a_scorecard_comes_back_with_its_ranges() -> None:
    """From its JSON, scored again."""
    assert CARD == Scorecard.from_json(CARD.to_json())


def test_a_scorecard_of_another_range_does_not_follow() -> None:
    """12 days of at most 11 are not 80 %."""
    data = CARD.to_dict()
    data["catalogue"]["entries"][1]["targets"]["2025"] = ["7", "11"]
    with pytest.raises(ScorecardError) as caught:
        Scorecard.from_dict(data)
    assert {"scorecard.scores[B].target", "scorecard.scores[B].uncapped", "scorecard.scores[B].achievement"} == {
        problem.place for problem in caught.value.problems
    }


@pytest.mark.parametrize(
    ("code", "actual", "line"),
    [
        ("A", 111, "100 × 111 / 92,5 = 120,00%"),
        ("A", 85, "85,00 berada di dalam 80-92,5, jadi 100,00%"),
        ("A", 80, "80,00 berada di dalam 80-92,5, jadi 100,00%"),
        ("A", 60, "100 × 60 / 80 = 75,00%"),
        ("B", 12, "100 × (2 × 10 - 12) / 10 = 80,00%"),
    ],
)
def test_the_worked_line_has_the_number_that_was_taken(code: str, actual: int, line: str) -> None:
    """And says by which rule."""
    page = make_trace(CATALOGUE, code, 2025, actual).document()
    lines = [line for section in page.sections if section.heading == "Capaian" for line in section.lines]
    assert [line, RANGE_RULE.id] == lines[:2]


def test_the_path_shows_the_range() -> None:
    """As the target."""
    page = make_trace(CATALOGUE, "B", 2025, 12).document(Language.ENGLISH)
    assert [("7-10",)] == [section.lines for section in page.sections if section.heading.startswith("Target 2025")]


@pytest.mark.parametrize("actual", [5, 8, 12])
def test_a_trace_against_a_range_holds(actual: int) -> None:
    """Read back, and held against its catalogue."""
    trace = make_trace(CATALOGUE, "B", 2025, actual, scoring=RATIO)
    assert trace == Trace.from_json(trace.to_json())
    assert verify_trace(trace.to_json(), catalogues=[CATALOGUE]).holds


def test_a_trace_of_another_range_does_not_hold() -> None:
    """Its clause is the catalogue's."""
    data = make_trace(CATALOGUE, "B", 2025, 8).to_dict()
    data["clause"]["entries"][0]["targets"]["2025"] = ["8", "10"]
    data["target"] = ["8", "10"]
    differences = verify_trace(data, catalogues=[CATALOGUE]).differences
    assert ["clause.entry.targets.2025"] == [one.where for one in differences]
    assert "8; 10" in str(differences[0].text)


def test_an_office_may_have_a_range_of_its_own() -> None:
    """In place of the decree's number, which stands beside it."""
    row = DECREE.scorecard(2023, {"SK3/4": 48}, targets={"SK3/4": (40, 50)})["SK3/4"]
    assert [100, 45, True] == [row.achievement, row.decree_target, row.target_is_own]


def test_an_own_range_far_from_the_decrees_is_told() -> None:
    """2 % may have been written as 0,02."""
    row = DECREE.scorecard(2023, {"SK3/4": 48}, targets={"SK3/4": (0.4, 0.5)})["SK3/4"]
    assert any("0,4-0,5" in note.id for note in row.notes)


def test_a_range_may_be_assumed() -> None:
    """And is named as such, from its files too."""
    card = DECREE.with_targets({"SK3/4": {2023: (40, 50)}}).scorecard(2023, {"SK3/4": 60})
    assert [120, 45] == [card["SK3/4"].achievement, card["SK3/4"].decree_target]
    assert card == Scorecard.from_json(card.to_json())
    page = make_trace(DECREE.with_targets({"SK3/4": {2023: (40, 50)}}), "SK3/4", 2023, 60).document()
    assert any("diandaikan 40-50" in line for line in page.title)


@pytest.mark.parametrize(
    ("code", "percent", "worked"),
    [
        ("A", 50, "50 × 80 / 100 = 40"),
        ("A", 100, "100 × 80 / 100 = 80"),
        ("A", 110, "110 × 92,5 / 100 = 101,75"),
        ("B", 80, "(200 - 80) × 10 / 100 = 12"),
        ("B", 100, "(200 - 100) × 10 / 100 = 10"),
        ("B", 120, "(200 - 120) × 7 / 100 = 5,6"),
    ],
)
def test_what_is_needed_is_measured_from_the_bound_that_is_reached(code: str, percent: int, worked: str) -> None:
    """Up to 100 the nearer one, beyond it the farther."""
    assert worked == str(CATALOGUE[code].needed(2025, percent))


@pytest.mark.parametrize(
    "cell", ["80-92,5", "80 – 92,5", "80 s.d. 92,5", "80 sd 92,5", "80 sampai 92,5", "80% s/d 92,5%"]
)
def test_a_table_of_targets_may_have_ranges(cell: str) -> None:
    """As people write them."""
    assert {"A": TargetRange(low=80, high=92.5)} == read_targets(_csv(cell), entries=CATALOGUE)


def test_a_range_needs_no_catalogue_to_be_read() -> None:
    """Its bounds are read as any numbers."""
    assert {"A": RANGE} == read_targets(_csv("80-90"))


@pytest.mark.parametrize("cell", ["90-80", "80-x", "80-90-95"])
def test_a_range_in_a_table_that_cannot_be_is_refused(cell: str) -> None:
    """With its row."""
    with pytest.raises(Exception) as caught:  # noqa: PT011 - of either kind
        read_targets(_csv(cell), entries=CATALOGUE)
    assert isinstance(caught.value, QuantityError | ValueError)


def _csv(cell: str) -> Any:
    import io  # noqa: PLC0415

    content = io.BytesIO(f"kode;target\nA;{cell}\n".encode())
    content.name = "target.csv"
    return content


def test_just_beyond_100_percent_the_upper_bound_is_what_counts() -> None:
    """At 100 it is the lower one."""
    needed = [P3DNRatio().needed((80, 90), asked).actual for asked in (100, Fraction(201, 2))]
    assert [80, Fraction(1809, 20)] == needed
