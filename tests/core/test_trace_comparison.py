"""Two traces side by side: what moved the figure."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, ClassVar

import attrs
import pytest

from kinerja import BSPJI_PEKANBARU_2021_2024 as CATALOGUE
from kinerja import Indicator, P3DNRatio, Scoring, TraceError, Unit
from kinerja._base import FrozenMap, Language, Text
from kinerja.indicators.p3dn_ratio import BudgetLine
from kinerja.measurement import Timing, Variable
from kinerja.records import Tally
from kinerja.trace import Part, Trace, compare_traces, make_trace
from said import refused

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kinerja import Catalogue
    from kinerja.records import Period
    from kinerja.trace import TraceComparison


def line(reference: str, realised: int = 100, account: str = "521211") -> BudgetLine:
    """Return a line of 2023 with a ceiling of 400."""
    return BudgetLine(unit="A", reference=reference, year=2023, account=account, ceiling=400, realised=realised)


def trace(*lines: BudgetLine, catalogue: Catalogue = CATALOGUE, scoring: Scoring | None = None) -> Trace:
    """Return the trace of lines in 2023."""
    indicator = catalogue["SK3/4"].measured_by
    assert indicator is not None
    value = indicator.measure_records(lines, period=2023)
    return make_trace(catalogue, "SK3/4", 2023, value, scoring=scoring or Scoring())


@attrs.frozen(kw_only=True)
class Letter:
    """A record that describes no form."""

    identity: ClassVar = ("name",)
    name: str
    received: int


class LetterCount(Indicator[Letter]):
    """Letters."""

    unit = Unit(name=Text(id="Surat", en="letter"), whole=True)
    timing = Timing.YEARLY
    record = Letter
    variables = (Variable(name="letters", symbol="S", label=Text(id="surat", en="letters"), unit=unit),)

    def tally(self, line: Letter, period: Period) -> Iterable[Tally]:  # noqa: ARG002 - they are of any period
        """Count every letter."""
        yield Tally({"diterima": line.received >= 0}, letters=1)

    @staticmethod
    def formula(letters: Any) -> Any:
        """Return the letters themselves."""
        return letters


def own_trace(received: int) -> Trace:
    """Return the trace of a letter."""
    indicator = LetterCount()
    entry = attrs.evolve(CATALOGUE["SK1/1"], unit=indicator.unit, indicator=indicator, readings=())
    catalogue = attrs.evolve(CATALOGUE, entries=FrozenMap({entry.code: entry}))
    value = indicator.measure_records([Letter(name="a", received=received)], period=2023)
    return make_trace(catalogue, entry.code, 2023, value)


def moved(first: Trace, second: Trace, *parts: Part) -> list[tuple[str, str | None, str | None]]:
    """Return what moved of some parts."""
    moves = compare_traces(first.to_json(), second.to_json()).of(*parts)
    return [(move.where, move.first, move.second) for move in moves]


BEFORE = trace(line("1"), line("2"))
"""200 of 800, which is 25 %."""


def test_the_same_trace_moves_nothing() -> None:
    """And says so."""
    comparison = compare_traces(BEFORE.to_json(), BEFORE.to_json())
    assert ((), True) == (comparison.moves, "data dukung kedua jejak sama." in str(comparison))


def test_a_record_that_came_is_named_with_what_it_entered() -> None:
    """And the quantities that moved with it."""
    after = trace(line("1"), line("2"), line("3"))
    assert [
        ("quantities.realised", "200", "300"),
        ("quantities.ceiling", "800", "1200"),
        ("A, 2023, 3", None, "RAP3DN, TotAP3DN"),
    ] == moved(BEFORE, after, Part.FIGURE, Part.RECORD)


def test_a_record_that_went_is_named() -> None:
    """With what it had entered, which is no amount, and as readers call it: the unit goes without saying."""
    (move,) = compare_traces(BEFORE.to_json(), trace(line("1")).to_json()).of(Part.RECORD)
    expected = {"where": "A, 2023, 2", "label": Text(id="2023, 2", en="2023, 2"), "field": "", "is_amount": False}
    assert {"part": Part.RECORD, "first": "RAP3DN, TotAP3DN", "second": None, **expected} == attrs.asdict(
        move, recurse=False
    )


def test_a_field_of_a_record_that_changed_is_named() -> None:
    """By the record and the field."""
    after = trace(line("1"), line("2", 300))
    assert [("A, 2023, 2: realised", "100", "300")] == moved(BEFORE, after, Part.RECORD)


def test_a_field_of_a_record_is_called_as_its_column_is() -> None:
    """Readers know the headings of the form; the unit goes without saying where there is one."""
    after = trace(line("1"), line("2", 300))
    (move,) = compare_traces(BEFORE.to_json(), after.to_json()).of(Part.RECORD)
    assert ("A, 2023, 2: realised", "2023, 2: realisasi") == (move.where, move.label.id)


def test_a_record_that_describes_no_form_is_told_by_its_fields() -> None:
    """As an indicator of one's own may have."""
    texts = [own_trace(received).to_json() for received in (1, 2)]
    moves = compare_traces(texts[0], texts[1], indicators=[LetterCount]).of(Part.RECORD)
    assert [("a: received", "a: received", "1", "2")] == [
        (move.where, move.label.id, move.first, move.second) for move in moves
    ]


def test_a_record_that_is_counted_otherwise_is_named() -> None:
    """It is the same; something else is not."""
    own = CATALOGUE.with_settings({"SK3/4": {"accounts": ["522111"]}})
    assert [
        ("accounts", None, '["522111"]'),
        ("A, 2023, 1", "RAP3DN, TotAP3DN", ""),
        ("A, 2023, 2", "RAP3DN, TotAP3DN", ""),
    ] == moved(BEFORE, trace(line("1"), line("2"), catalogue=own), Part.SETTING, Part.OUTCOME)


def test_a_record_left_out_in_both_stands_apart() -> None:
    """It moved nothing."""
    after = trace(line("1"), line("2"), line("3", account="511111"))
    assert ([("A, 2023, 3", None, "")], []) == (
        moved(BEFORE, after, Part.LEFT_OUT),
        moved(BEFORE, after, Part.RECORD, Part.FIGURE),
    )


def test_a_target_and_a_cap_that_moved_are_named() -> None:
    """Each in its own line."""
    value = BEFORE.value
    after = make_trace(CATALOGUE, "SK3/4", 2023, value, scoring=Scoring(cap=120), targets={"SK3/4": 60})
    assert [("target", "45", "60"), ("decree_target", None, "45"), ("cap", None, "120")] == (
        moved(BEFORE, after, Part.TARGET)
    )


def test_a_parameter_of_the_decree_that_moved_is_named() -> None:
    """Apart from what a unit sets."""
    data = json.loads(make_trace(CATALOGUE, "SK3/4", 2023, 25).to_json())
    data["clause"]["entries"][0]["indicator"]["accounts"] = ["521211"]
    moves = compare_traces(make_trace(CATALOGUE, "SK3/4", 2023, 25).to_json(), json.dumps(data)).of(Part.PARAMETER)
    assert [("accounts", '["521211"]')] == [(move.where, move.second) for move in moves]


def test_an_entry_without_an_indicator_has_no_parameters() -> None:
    """Its name alone is there in the other."""
    data = json.loads(make_trace(CATALOGUE, "SK1/1", 2023, 2).to_json())
    del data["clause"]["entries"][0]["indicator"]
    moves = compare_traces(json.dumps(data), make_trace(CATALOGUE, "SK1/1", 2023, 2).to_json()).of(Part.PARAMETER)
    assert [("indicator", None, "TenantCount")] == [(move.where, move.first, move.second) for move in moves]


def test_totals_that_were_given_are_named() -> None:
    """Beside the records."""
    indicator = P3DNRatio()
    mixed = indicator.measure_records([line("1"), line("2")], period=2023) + indicator.measure(realised=1, ceiling=2)
    after = make_trace(CATALOGUE, "SK3/4", 2023, mixed)
    assert [("realised", None, "1"), ("ceiling", None, "2")] == moved(BEFORE, after, Part.TOTALS)


def test_records_that_are_withheld_are_not_compared() -> None:
    """The full trace is known by its SHA-256."""
    comparison = compare_traces(BEFORE.to_json() + "\n", BEFORE.without_records().to_json())
    assert ((), 2, True) == (comparison.moves, len(comparison.notes), "SHA-256-nya cocok" in str(comparison.document()))


def test_another_full_trace_is_not_taken_for_it() -> None:
    """Its SHA-256 is another, which is said: what is not compared is not the same."""
    altered = BEFORE.to_json().replace('"reference": "1"', '"reference": "9"')
    comparison = compare_traces(altered, BEFORE.without_records().to_json())
    alike = "Dari yang disandingkan, tidak ada yang berbeda."
    assert ((), True, True) == (
        comparison.moves,
        "SHA-256-nya tidak cocok" in str(comparison),
        alike in str(comparison),
    )


def test_figures_that_do_not_follow_are_told() -> None:
    """Else a figure that was forged alone would seem to have been moved by nothing."""
    forged = BEFORE.to_json().replace('"actual": "25"', '"actual": "26"')
    comparison = compare_traces(BEFORE.to_json(), forged, names=("a.json", "b.json"))
    (note,) = comparison.notes
    assert note.id.startswith("Angka dalam b.json tidak mengikuti dari isinya sendiri")


def test_another_decree_is_named() -> None:
    """The same figures by another decree are not the same."""
    decree = attrs.evolve(CATALOGUE.decree, number="1 TAHUN 2025")
    other = trace(line("1"), line("2"), catalogue=attrs.evolve(CATALOGUE, decree=decree))
    ours, theirs = (f"{number}, {decree.unit}" for number in (CATALOGUE.decree.number, decree.number))
    assert [("decree", ours, theirs)] == moved(BEFORE, other, Part.PARAMETER)


def test_periods_stand_side_by_side() -> None:
    """In the title too."""
    texts = [make_trace(CATALOGUE, "SK1/1", year, 2).to_json() for year in (2022, 2023)]
    comparison = compare_traces(texts[0], texts[1])
    assert ([("period", "2022", "2023")], "2022 - 2023") == (
        [(move.where, move.first, move.second) for move in comparison.of(Part.PERIOD)],
        comparison.document().title[1],
    )


def test_traces_of_two_indicators_are_refused() -> None:
    """They have nothing in common."""
    with refused("trace.other_code", codes=["SK3/4", "SK1/1"]):
        compare_traces(BEFORE.to_json(), make_trace(CATALOGUE, "SK1/1", 2023, 2).to_json())


def test_the_text_that_is_no_trace_is_named() -> None:
    """Of two it would have to be looked for."""
    with pytest.raises(TraceError) as caught:
        compare_traces(BEFORE.to_json(), "", names=("a.json", "b.json"))
    assert ("b.json: ", ["file.not_json"]) == (
        caught.value.text.id[:8],
        [problem.code for problem in caught.value.problems],
    )


@pytest.mark.parametrize("number", [1, 2])
def test_a_text_without_a_name_is_called_by_its_number(number: int) -> None:
    """The first and the second, as they are passed."""
    texts = [BEFORE.to_json(), BEFORE.to_json()]
    texts[number - 1] = ""
    with pytest.raises(TraceError) as caught:
        compare_traces(texts[0], texts[1])
    assert f"{number}: " == caught.value.text.id[:3]


@pytest.fixture
def comparison() -> TraceComparison:
    """Return two traces of which a record moved the figure."""
    return compare_traces(BEFORE.to_json(), trace(line("1"), line("2", 300)).to_json())


def test_a_comparison_is_a_table_for_each_part(comparison: TraceComparison) -> None:
    """Figures as the language writes them."""
    sections = comparison.document(Language.ENGLISH).sections
    assert (["Figures", "Records"], ("Actual", "25", "50")) == (
        [section.heading for section in sections],
        sections[0].table.rows[0] if sections[0].table else None,
    )


def test_a_fraction_is_rounded_beside_itself() -> None:
    """A third has no end."""
    after = trace(line("1"), attrs.evolve(line("2"), ceiling=200))
    table = compare_traces(BEFORE.to_json(), after.to_json()).document().sections[0].table
    assert table is not None
    assert ("Realisasi", "25", "33,33 (100/3)") == table.rows[0]


def test_what_was_left_out_is_told_from_what_is_not_there() -> None:
    """In the table of those that were left out in both."""
    after = trace(line("1"), line("2"), line("3", account="511111"))
    (section,) = compare_traces(BEFORE.to_json(), after.to_json()).document().sections
    assert section.table is not None
    assert (("2023, 3", "-", "tidak masuk hitungan"),) == section.table.rows


def test_an_actual_of_an_entry_without_an_indicator_has_its_label() -> None:
    """There are no quantities to name."""
    entry = attrs.evolve(CATALOGUE["SK1/1"], indicator=None)
    catalogue = attrs.evolve(CATALOGUE, entries=FrozenMap({entry.code: entry}))
    texts = [make_trace(catalogue, "SK1/1", 2023, actual).to_json() for actual in (1, 2)]
    assert "Realisasi" == compare_traces(texts[0], texts[1]).moves[0].label.id


def test_a_comparison_is_json(comparison: TraceComparison) -> None:
    """Every move with its part."""
    data = json.loads(comparison.to_json())
    assert ("kinerja.trace-comparison/1", "SK3/4", ["2023", "2023"]) == (data["schema"], data["code"], data["periods"])
    assert {"part": "FIGURE", "where": "actual", "first": "25", "second": "50"} == data["moves"][0]


def test_a_comparison_shows_itself(comparison: TraceComparison) -> None:
    """In a notebook and in a list."""
    assert (True, "<TraceComparison SK3/4: 6 moves>") == ("<table" in comparison._repr_html_(), repr(comparison))


def test_years_and_accounts_are_written_as_they_are() -> None:
    """Amounts alone have dots between their thousands."""
    line = BudgetLine(unit="417912", reference="A", year=2023, account="521211", ceiling=2000, realised=1000)
    changed = attrs.evolve(line, account="521219", ceiling=4000)
    first, second = (
        make_trace(CATALOGUE, "SK3/4", 2023, P3DNRatio().measure_records([one], period=2023), target_year=year)
        for one, year in ((line, 2023), (changed, 2024))
    )
    written = str(compare_traces(first.to_json(), second.to_json()))
    expected = ["521211", "521219", "2.000", "4.000", "2024"]
    assert expected == [part for part in (*expected, "521.211", "2.024") if part in written]
