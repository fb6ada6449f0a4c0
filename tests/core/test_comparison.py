"""Scorecards side by side."""

from __future__ import annotations

import json
from fractions import Fraction
from typing import TYPE_CHECKING

import attrs
import pytest

from kinerja import BSPJI_PEKANBARU_2021_2024 as CATALOGUE
from kinerja import AccreditedScopeGrowth, Percent, Reason, Scorecard, Scoring, UnknownIndicatorError, load_catalogue
from kinerja._base import Language
from kinerja.scorecards.comparison import Change, Comparison, compare
from kinerja.writers import to_html, to_text
from said import refused, sentence

if TYPE_CHECKING:
    from pathlib import Path

    from kinerja.catalogue import Catalogue
    from kinerja.scorecards import Value

YEARS = compare(
    CATALOGUE.scorecard(2022, {"SK1/1": 1, "SK3/2": Fraction(5, 2), "SK3/3": -1, "SK3/4": 42}),
    CATALOGUE.scorecard(2023, {"SK1/1": 3, "SK3/2": 2, "SK3/3": 2, "SK3/4": 44.5}),
)


def change(code: str) -> Change:
    """Return the change of an indicator that has one."""
    (found,) = YEARS.changes(code)
    assert found is not None
    return found


def test_percent_moves_in_points() -> None:
    """From 42 to 44,5 percent are 2,5 percentage points, and no percentage is given."""
    assert (Fraction(5, 2), None) == (change("SK3/4").difference, change("SK3/4").relative)


def test_counts_move_in_their_unit_and_in_percent() -> None:
    """From 1 to 3 tenants are 2 tenants, 200 percent more."""
    assert (Fraction(2), Percent(200)) == (change("SK1/1").difference, change("SK1/1").relative)


def test_from_below_zero_there_is_no_percent() -> None:
    """From -1 to 2 scopes are 3 scopes; a percentage of -1 says nothing."""
    assert (Fraction(3), None) == (change("SK3/3").difference, change("SK3/3").relative)


def _moved(earlier: Value, later: Value) -> Change | None:
    sides = CATALOGUE.scorecard(2022, {"SK1/1": earlier}), CATALOGUE.scorecard(2023, {"SK1/1": later})
    (found,) = compare(*sides).changes("SK1/1")
    return found


@pytest.mark.parametrize(("later", "difference", "written"), [(0, 0, "0 Tenan"), (3, 3, "+3 Tenan")])
def test_from_zero_there_is_no_percent(later: int, difference: int, written: str) -> None:
    """There is nothing to divide by."""
    moved = _moved(0, later)
    assert moved is not None
    assert (Fraction(difference), None, written) == (moved.difference, moved.relative, moved.write())


@pytest.mark.parametrize(
    ("earlier", "later", "written"),
    [(2, 2, "0 Tenan (0,00%)"), (3, 0, "-3 Tenan (-100,00%)"), (1, 2, "+1 Tenan (+100,00%)")],
)
def test_a_change_has_a_plus_only_above_zero(earlier: int, later: int, written: str) -> None:
    """What stays the same neither rose nor fell."""
    moved = _moved(earlier, later)
    assert moved is not None
    assert written == moved.write()


@pytest.mark.parametrize("unmeasured", [None, Reason.NOT_APPLICABLE])
@pytest.mark.parametrize("measured", [0, 3])
def test_what_was_measured_on_one_side_only_did_not_move(unmeasured: Value, measured: int) -> None:
    """Whichever side it is; 0 was measured."""
    assert [None, None] == [_moved(measured, unmeasured), _moved(unmeasured, measured)]


def test_what_was_not_measured_did_not_move() -> None:
    """Without both actuals there is no change."""
    assert (None,) == YEARS.changes("SK2/1")


def test_each_scorecard_is_set_against_the_one_before_it() -> None:
    """Three have two changes, in their order; a quarter between two years has none with either."""
    cards = [CATALOGUE.scorecard(period, {"SK1/1": actual}) for period, actual in ((2021, 1), (2022, 4), (2023, 2))]
    quarter = CATALOGUE.scorecard("2022-TW1", {"SK1/1": 3})
    moves = [change.difference if change else None for change in compare(*cards).changes("SK1/1")]
    assert [3, -2] == moves
    assert (None, None) == compare(cards[0], quarter, cards[2]).changes("SK1/1")


def test_between_a_quarter_and_a_year_there_is_no_change() -> None:
    """The rest of the year is no growth."""
    sides = CATALOGUE.scorecard("2023-TW1", {"SK1/1": 1}), CATALOGUE.scorecard(2023, {"SK1/1": 3})
    assert (None,) == compare(*sides).changes("SK1/1")


def test_between_a_quarter_since_january_and_one_alone_there_is_no_change() -> None:
    """The months before are no fall, and no growth either."""
    sides = (CATALOGUE.scorecard(period, {"SK1/1": 3}) for period in ("2023-TW2", "2023-TW2-saja"))
    assert (None,) == compare(*sides).changes("SK1/1")


def test_an_unknown_code_is_refused() -> None:
    """As a scorecard refuses it."""
    with pytest.raises(UnknownIndicatorError):
        YEARS.changes("SK9/9")


@pytest.mark.parametrize(
    ("code", "language", "expected"),
    [
        ("SK3/4", Language.INDONESIAN, "+2,50 poin persen"),
        ("SK3/2", Language.INDONESIAN, "-0,50 poin persen"),
        ("SK1/1", Language.INDONESIAN, "+2 Tenan (+200,00%)"),
        ("SK3/4", Language.ENGLISH, "+2.50 percentage points"),
        ("SK3/3", Language.ENGLISH, "+3 scope"),
    ],
)
def test_a_change_is_written_with_its_unit(code: str, language: Language, expected: str) -> None:
    """The sign stands before it."""
    assert expected == change(code).write(language)


def test_a_fall_is_written_with_one_sign_each() -> None:
    """From 4 to 3 tenants."""
    fall = compare(CATALOGUE.scorecard(2022, {"SK1/1": 4}), CATALOGUE.scorecard(2023, {"SK1/1": 3})).changes("SK1/1")[0]
    assert fall is not None
    assert "-1 Tenan (-25,00%)" == fall.write()


def test_years_are_printed_side_by_side() -> None:
    """Both targets, actuals and achievements and the change stand in one row."""
    rows = [line.split() for line in str(YEARS).splitlines() if line.startswith("SK3/2")]
    expected = ["2", "2,50", "125,00%", "2", "2,00", "100,00%", "-0,50", "poin", "persen"]
    assert [expected] == [row[-9:] for row in rows]


def test_the_figures_of_a_comparison_are_three_columns_a_scorecard() -> None:
    """Behind code and label; the last change is words."""
    (section,) = YEARS.document().sections
    assert section.table is not None
    assert ([2, 3, 4, 5, 6, 7], {1: 40}) == (list(section.table.figures), dict(section.table.widths))


def test_of_three_years_the_last_change_is_printed() -> None:
    """From the second to the third."""
    years = compare(
        *[CATALOGUE.scorecard(year, {"SK1/1": actual}) for year, actual in ((2022, 1), (2023, 4), (2024, 2))]
    )
    (row,) = [line for line in str(years).splitlines() if line.startswith("SK1/1")]
    assert row.rstrip().endswith("-2 Tenan (-50,00%)")


@pytest.mark.parametrize(
    ("order", "expected"), [(("earlier", "own", "other"), False), (("own", "other", "earlier"), True)]
)
def test_a_last_change_is_one_of_the_last_two(order: tuple[str, ...], *, expected: bool) -> None:
    """Where they are of one period against two targets, no time passed between them."""
    cards = {
        "earlier": CATALOGUE.scorecard(2022, {}),
        "own": CATALOGUE.scorecard(2023, {}),
        "other": CATALOGUE.scorecard(2023, {}, target_year=2024),
    }
    (table,) = [section.table for section in compare(*[cards[name] for name in order]).document().sections]
    assert table is not None
    assert expected is ("Perubahan terakhir" in table.headings)


def test_json_is_for_people_too() -> None:
    """Two blanks a level, and each letter as it is."""
    remarked = CATALOGUE.scorecard(2023, {}, remarks={"SK1/1": "–"})
    lines = compare(remarked, remarked).to_json().splitlines()
    assert ('  "schema": "kinerja.comparison/1",', True) == (lines[1], any("–" in line for line in lines))


def test_the_means_are_printed_below() -> None:
    """One line a scorecard, with the number of its indicators."""
    assert "Mean achievement, measured only, 2023 (4 indicators): 174.72%" in str(YEARS.document(Language.ENGLISH))


def test_a_mean_of_nothing_is_a_dash() -> None:
    """It is never 0."""
    nothing = compare(CATALOGUE.scorecard(2022, {}), CATALOGUE.scorecard(2023, {}))
    assert str(nothing).endswith("2023 (0 indikator): -")


def footer(*cards: Scorecard) -> list[str]:
    """Return the last lines of a comparison that are no means, however long they are."""
    lines = to_text(compare(*cards).document(), width=1000).splitlines()
    return [
        line
        for line in lines
        if line.startswith(("Unit", "Aturan penghitungan", "Yang ditentukan", "Kodenya", "Perubahan dari"))
    ]


def test_other_units_are_named() -> None:
    """In the order of the columns, which name periods alone; where one does not say whose it is, nothing is said."""
    cards = [CATALOGUE.scorecard(2023, {"SK1/1": 1}, units=units) for units in (["A", "B"], ["C"], [])]
    assert (["Unitnya berbeda, menurut urutan kolom: A + B, C, -."], []) == (footer(*cards), footer(*cards[1:]))


def test_other_counting_rules_are_told() -> None:
    """What moved is the rule: five parameters of one scope are one scope since rule 2."""
    measured = AccreditedScopeGrowth().measure(previous=0, current=1)
    card = CATALOGUE.scorecard(2023, {"SK3/3": measured})
    before = Scorecard.from_json(card.to_json().replace('"rules": 2', '"rules": 1'))
    (said,) = footer(before, card)
    assert (True, []) == (said.endswith("nomor aturan menurut urutan kolom: SK3/3 (1 - 2)."), footer(card, card))


def test_periods_of_other_kinds_are_told() -> None:
    """A dash in the column of changes said nothing."""
    year, first, alone = (CATALOGUE.scorecard(period, {"SK1/1": 1}) for period in (2022, "2023-S1", "2023-S1-saja"))
    told = [sentence("compare.other_periods", earlier=2022, later="2023-S1").id]
    assert (told, []) == (footer(year, first), footer(year, year))
    assert [sentence("compare.other_periods", earlier="2023-S1", later="2023-S1-saja").id] == footer(first, alone)


def test_other_indicators_of_one_code_are_told() -> None:
    """Another decree gives the code to what it likes; a label in other letters is the same one."""
    entry = CATALOGUE["SK3/4"]
    other, upper = (
        attrs.evolve(CATALOGUE, entries={**CATALOGUE.entries, "SK3/4": attrs.evolve(entry, label=label)})
        for label in ("Nilai SAKIP", entry.label.upper())
    )
    before, after, same = (of.scorecard(2023, {"SK3/4": 50}) for of in (CATALOGUE, other, upper))
    told = sentence("compare.other_labels", codes=[f"SK3/4 ({entry.label}; Nilai SAKIP)"]).id
    assert ([told], []) == (footer(before, after), footer(before, same))


def test_other_settings_are_told() -> None:
    """The accounts that are taken as services are part of what is measured."""
    own = CATALOGUE.with_settings({"SK3/2": {"accounts": ["425283"]}})
    cards = [catalogue.scorecard(2023, {"SK3/2": 2}) for catalogue in (CATALOGUE, own)]
    (said,) = footer(*cards)
    assert said.endswith("tidak dapat dibandingkan langsung: SK3/2.")


def test_settings_of_what_was_not_measured_are_not_told() -> None:
    """There is nothing to compare."""
    own = CATALOGUE.with_settings({"SK3/2": {"accounts": ["425283"]}})
    assert [] == footer(*[catalogue.scorecard(2023, {"SK3/4": 2}) for catalogue in (CATALOGUE, own)])


def test_a_notebook_shows_the_table() -> None:
    """In Indonesian, as HTML."""
    assert to_html(YEARS.document()) == YEARS._repr_html_()


def test_json_holds_the_scorecards_whole() -> None:
    """Each reads back as the scorecard it was."""
    plain = json.loads(YEARS.to_json())
    assert ("kinerja.comparison/1", YEARS.cards) == (
        plain["schema"],
        tuple(Scorecard.from_json(json.dumps(card)) for card in plain["scorecards"]),
    )


def test_json_holds_the_changes_exactly() -> None:
    """As text such as "100/3"; null where there is no change, and no percentage of percent."""
    thirds = compare(
        CATALOGUE.scorecard(2022, {"SK1/1": 3, "SK3/4": Fraction(1, 3)}),
        CATALOGUE.scorecard(2023, {"SK1/1": 4, "SK3/4": 1}),
    )
    changes = json.loads(thirds.to_json())["changes"]
    assert (
        [{"difference": "1", "relative": "100/3"}],
        [{"difference": "2/3", "relative": None}],
        [None],
    ) == (changes["SK1/1"], changes["SK3/4"], changes["SK2/1"])


@pytest.mark.parametrize("count", [0, 1])
def test_fewer_than_two_are_no_comparison(count: int) -> None:
    """There is nothing to compare."""
    with refused("compare.other_indicators", indicator="compare"):
        compare(*[CATALOGUE.scorecard(2023, {})] * count)


TAPIN = """
decree = {number = "TW I 2026", title = "IKU BPS Kabupaten Tapin", unit = "BPS Kabupaten Tapin", years = [2026]}
objectives = [{code = "S", text = "Sasaran"}]
"""
ENTRY = """
[[entries]]
code = "IKU%d"
label = "IKU %d"
objective = "S"
unit = "Persen"
polarity = "Maksimasi"
targets = {2026 = %s}
"""


@pytest.fixture
def tapin(tmp_path: Path) -> Catalogue:
    """Return the seventeen indicators of BPS Tapin; the targets of fifteen, whose actual is 0, do not matter."""
    targets = ["4.44", "100", *["1"] * 15]
    path = tmp_path / "tapin.toml"
    path.write_text(TAPIN + "".join(ENTRY % (number, number, target) for number, target in enumerate(targets, 1)))
    return load_catalogue(path)


@pytest.fixture
def quarter(tapin: Catalogue) -> Comparison:
    """Return the first quarter of 2026 against the quarter's targets and against the year's."""
    actuals = dict.fromkeys(tapin, 0) | {"IKU1": 2.22, "IKU2": 58.53}
    targets = dict.fromkeys(tapin, 0) | {"IKU1": 2.22, "IKU2": 19.2}
    scoring = Scoring(cap=120)
    return compare(
        tapin.scorecard("2026-TW1", actuals, targets=targets, scoring=scoring),
        tapin.scorecard("2026-TW1", actuals, scoring=scoring),
    )


def test_tapin_published_both_figures_of_one_quarter(quarter: Comparison) -> None:
    """110 against the quarter's targets, 6,38 against the year's (minutes of BPS Tapin, kaizer26/sakip-app@cc63e24)."""
    assert ["110,00%", "6,38%"] == [str(card.mean()) for card in quarter.cards]


def test_rows_without_a_quarters_target_are_left_out(quarter: Comparison) -> None:
    """Fifteen of seventeen."""
    assert 15 == sum(score.reason is Reason.NO_TARGET for score in quarter.cards[0])


def test_one_period_against_two_targets_does_not_move(quarter: Comparison) -> None:
    """The table has no column of changes; its headings name both targets."""
    (table,) = [section.table for section in quarter.document().sections]
    assert table is not None
    assert ("2026-TW1 terhadap target triwulan", "2026-TW1 terhadap target 2026", "Capaian") == table.headings[
        3:8:3
    ] + table.headings[-1:]


def test_a_comparison_says_whose_it_is_and_by_which_decree(quarter: Comparison) -> None:
    """What is said of both once."""
    assert [
        "Rapor kinerja 2026-TW1 terhadap target triwulan dan 2026-TW1 terhadap target 2026 - BPS Kabupaten Tapin",
        "Keputusan Nomor TW I 2026: IKU BPS Kabupaten Tapin",
    ] == [*quarter.document().title]


def test_other_indicators_are_not_compared(tapin: Catalogue) -> None:
    """Their rows have nothing to do with each other."""
    with refused("compare.other_indicators"):
        compare(CATALOGUE.scorecard(2023, {}), tapin.scorecard(2026, {}))


@pytest.mark.parametrize(
    ("earlier", "later", "written"),
    [(45, 45.001, "+0,001 poin persen"), (45, 44.9999, "-0,0001 poin persen"), (45, 45, "0,00 poin persen")],
)
def test_a_change_is_told_from_none(earlier: float, later: float, written: str) -> None:
    """By as many decimals as it takes: what moved does not read +0,00."""
    sides = CATALOGUE.scorecard(2022, {"SK3/4": earlier}), CATALOGUE.scorecard(2023, {"SK3/4": later})
    (moved,) = compare(*sides).changes("SK3/4")
    assert moved is not None
    assert written == moved.write()
