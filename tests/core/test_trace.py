"""The trail of one figure: its JSON, walking it again, and its page."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any, ClassVar

import attrs
import pytest

import kinerja
from kinerja import BSPJI_PEKANBARU_2021_2024 as CATALOGUE
from kinerja import (
    AccreditedScopeGrowth,
    AssistedCompanyCount,
    Catalogue,
    CatalogueError,
    Entry,
    Indicator,
    P3DNRatio,
    Percent,
    PNBPGrowth,
    Reason,
    Scoring,
    TenantCount,
    TraceError,
    Unit,
)
from kinerja._base import FrozenMap, Language, Text
from kinerja.decrees import Objective
from kinerja.indicators.accredited_scope_growth import AccreditedScope
from kinerja.indicators.assisted_company_count import AssistedCompany
from kinerja.indicators.p3dn_ratio import BudgetLine
from kinerja.indicators.pnbp_growth import Receipt
from kinerja.indicators.tenant_count import Tenant
from kinerja.measurement import LeftOut, Timing, Variable
from kinerja.records import Tally, as_period
from kinerja.trace import Answer, Source, Trace, Unchecked, Withheld, explain, make_trace, verify_trace
from kinerja.trace.differences import compared
from said import refused, sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from kinerja import Measurement
    from kinerja.records import Period


STAGES = ("selected_on", "preincubation_on", "incubation_on", "postincubation_on")


def line(reference: str, account: str = "521211", realised: Fraction | int = 100) -> BudgetLine:
    """Return a line of 2023 with a ceiling of 400."""
    return BudgetLine(unit="A", reference=reference, year=2023, account=account, ceiling=400, realised=realised)


def p3dn(*lines: BudgetLine) -> Measurement:
    """Measure lines in 2023."""
    return P3DNRatio().measure_records(lines, period=2023)


@pytest.fixture
def trace() -> Trace:
    """Return the trace of two lines, one of them counted: 25 % of a target of 45."""
    return make_trace(CATALOGUE, "SK3/4", 2023, p3dn(line("1"), line("2", "511111")), sources=["pagu.xlsx"])


def plain(trace: Trace) -> dict[str, Any]:
    """Return the trace as plain data, free to be changed."""
    data: dict[str, Any] = json.loads(trace.to_json())
    return data


def differences(data: dict[str, Any]) -> list[tuple[str, str, str]]:
    """Verify plain data; return where it differs, what stands there and what follows."""
    found = verify_trace(json.dumps(data)).differences
    return [(item.where, item.stands, item.follows) for item in found]


def lines_under(trace: Trace, heading: str, language: Language = Language.INDONESIAN) -> tuple[str, ...]:
    """Return the lines of the only section of a page whose heading begins so."""
    (lines,) = [part.lines for part in explain(trace, language).sections if part.heading.startswith(heading)]
    return lines


# Making a trace


def test_a_trace_scores_as_a_scorecard_does(trace: Trace) -> None:
    """The same row, from the same value."""
    assert CATALOGUE.scorecard(2023, {"SK3/4": trace.value}, alternatives=True)["SK3/4"] == trace.score


def test_records_that_give_the_whole_leave_no_totals(trace: Trace) -> None:
    """Everything follows from the records."""
    assert None is trace.totals


def test_totals_that_were_added_are_told_apart() -> None:
    """What the records do not give stands on its own."""
    whole = p3dn(line("1")) + P3DNRatio().measure(realised=1, ceiling=3)
    trace = make_trace(CATALOGUE, "SK3/4", 2023, whole)
    assert P3DNRatio().measure(realised=1, ceiling=3) == trace.totals


@attrs.frozen(kw_only=True)
class Note:
    """A record of an indicator of one's own."""

    identity: ClassVar = ("name",)
    name: str
    kept_on: dt.date | None = None


class OtherNote(Note):
    """A record that the indicator does not name."""


LETTER = Unit(name=Text(id="Surat", en="letter"), whole=True)


class NoteCount(Indicator[Note]):
    """An indicator of one's own."""

    unit = LETTER
    timing = Timing.FLOW
    record = Note
    variables = (Variable(name="kept", symbol="S", label=Text(id="surat", en="letters"), unit=LETTER),)

    def tally(self, line: Note, period: Period) -> Iterable[Tally]:
        """Count what was kept within the period."""
        yield Tally({"disimpan dalam periode": period.contains(line.kept_on)}, kept=1)

    @staticmethod
    def formula(kept: Any) -> Any:
        """Return the letters themselves."""
        return kept


class UnrecordedNoteCount(Indicator[object]):
    """As above, measured from totals alone."""

    unit = LETTER
    variables = NoteCount.variables
    formula = staticmethod(NoteCount.formula)


def own_catalogue(indicator: Indicator[Any] | None) -> Catalogue:
    """Return a catalogue with one entry of one's own."""
    objective = Objective(code="S", text="Surat")
    entry = attrs.evolve(
        CATALOGUE["SK1/1"],
        code="S/1",
        objective=objective,
        unit=LETTER,
        indicator=indicator,
        targets=FrozenMap({2023: Fraction(2)}),
        readings=(),
        definition="",
        method="",
    )
    entries: FrozenMap[str, Entry] = FrozenMap({"S/1": entry})
    decree = attrs.evolve(CATALOGUE.decree, number="1 TAHUN 2030")
    return Catalogue(decree=decree, objectives=(objective,), entries=entries)


NOTES = (Note(name="a", kept_on=dt.date(2023, 1, 1)), Note(name="b"))


def test_an_indicator_of_ones_own_is_verified_when_it_is_passed() -> None:
    """Its records are rebuilt through the class that it names."""
    value = NoteCount().measure_records(NOTES, period=2023)
    text = make_trace(own_catalogue(NoteCount()), "S/1", 2023, value).to_json()
    assert verify_trace(text, [NoteCount]).holds


def test_records_whose_class_the_indicator_does_not_name_are_refused() -> None:
    """Nobody could read them back."""
    value = NoteCount().measure_records([OtherNote(name="a", kept_on=dt.date(2023, 3, 1))], period=2023)
    with refused("trace.other_records", indicator="NoteCount", own="OtherNote", named="Note"):
        make_trace(own_catalogue(NoteCount()), "S/1", 2023, value)


def test_records_that_were_looked_at_in_no_period_are_refused() -> None:
    """Evidence that was put together by hand says nothing."""
    value = attrs.evolve(P3DNRatio().measure(realised=100, ceiling=400), evidence=p3dn(line("1")).evidence)
    with refused("trace.other_records", indicator="P3DNRatio", own="BudgetLine", named="BudgetLine"):
        make_trace(CATALOGUE, "SK3/4", 2023, value)


def test_a_trace_names_the_library() -> None:
    """By its version."""
    assert kinerja.__version__ == make_trace(CATALOGUE, "SK1/1", 2023, 2).version


# The JSON


def test_a_record_stands_there_with_its_class_and_every_field() -> None:
    """Dates in ISO form, numbers exactly, and what is unknown as null."""
    receipt = Receipt(unit="A", receipt="1", amount=Fraction(100, 3), received_on=dt.date(2023, 5, 6))
    data = plain(make_trace(CATALOGUE, "SK3/2", 2023, PNBPGrowth().measure_records([receipt], period=2023)))
    assert {
        "record": "Receipt",
        "period": "2023",
        "fields": {
            "unit": "A",
            "receipt": "1",
            "reference": None,
            "account": None,
            "service": None,
            "amount": "100/3",
            "received_on": "2023-05-06",
        },
        "entered": ["current"],
        "again": [],
        "missed": {"previous": ["diterima dalam masa yang sama tahun sebelumnya"]},
    } == data["inputs"]["records"][0]


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("schema", "kinerja.trace/2"),
        ("rules", 1),
        ("settings", {"values": {}, "source": ""}),
        ("period", "2023"),
        ("scoring", {"cap": None, "minimise": "reflected"}),
        ("sources", [{"name": "pagu.xlsx"}]),
        ("quantities", {"realised": "100", "ceiling": "400"}),
        ("formula", "100 × RAP3DN / TotAP3DN"),
        ("worked", {"id": "100 × 100 / 400 = 25,00", "en": "100 × 100 / 400 = 25.00"}),
        ("target", "45"),
        ("actual", "25"),
        ("achievement", "500/9"),
        ("met", False),
    ],
)
def test_the_json_holds_every_step(trace: Trace, key: str, value: object) -> None:
    """From the inputs to the achievement."""
    assert value == plain(trace)[key]


def test_the_json_quotes_the_clause(trace: Trace) -> None:
    """The entry stands there as catalogue files hold it."""
    assert CATALOGUE["SK3/4"].method == plain(trace)["clause"]["entries"][0]["method"]


def test_the_json_says_how_the_clause_is_read(trace: Trace) -> None:
    """Each question with the answer taken."""
    assert "Ya: 100 × RAP3DN / TotAP3DN." == plain(trace)["reading"][0]["taken"]["id"]


# Walking it again


@pytest.mark.parametrize(
    "value",
    [
        None,
        Reason.NOT_APPLICABLE,
        47.25,
        P3DNRatio().measure(realised=1, ceiling=3),
        P3DNRatio().measure(realised=0, ceiling=0),
        P3DNRatio().measure_records([], period=2023),
        p3dn(line("1")) + P3DNRatio().measure(realised=1, ceiling=3),
        P3DNRatio().measure_records([line("1")], period=2023, keep_evidence=False),
    ],
    ids=["none", "reason", "actual", "totals", "undefined", "no records", "mixed", "unguarded"],
)
def test_every_kind_of_value_comes_back(value: Any) -> None:
    """The same trace, and nothing that differs."""
    trace = make_trace(CATALOGUE, "SK3/4", 2023, value, scoring=Scoring(cap=120), remark="ilustrasi")
    verification = verify_trace(trace.to_json())
    assert (trace, ()) == (verification.trace, verification.differences)


def test_an_actual_of_an_entry_without_an_indicator_comes_back() -> None:
    """Nothing is measured there, and the figure follows all the same."""
    assert verify_trace(make_trace(own_catalogue(None), "S/1", 2023, 3).to_json()).holds


def test_the_evidence_comes_back(trace: Trace) -> None:
    """Every record with its outcome, in the same order."""
    measurement, again = trace.measurement, verify_trace(trace.to_json()).trace.measurement
    assert measurement is not None
    assert again is not None
    assert measurement.evidence == again.evidence


def test_each_quarter_of_a_sum_is_counted_in_its_own_period() -> None:
    """One list of receipts was looked at twice, one of them undated and without an amount."""
    receipts = [
        Receipt(unit="A", receipt="1", amount=5, received_on=dt.date(2022, 2, 1)),
        Receipt(unit="A", receipt="2", amount=7, received_on=dt.date(2023, 2, 1)),
        Receipt(unit="A", receipt="3", amount=9, received_on=dt.date(2023, 5, 1)),
        Receipt(unit="A", receipt="4"),
    ]
    late = Receipt(unit="A", receipt="5", received_on=dt.date(2023, 2, 1))
    value = PNBPGrowth().measure_records(receipts, period="2023-TW1-saja")
    value += PNBPGrowth().measure_records([*receipts, late], period="2023-TW2-saja")
    trace = make_trace(CATALOGUE, "SK3/2", "2023-TW2", value)
    verification = verify_trace(trace.to_json())
    assert (trace, None, True) == (verification.trace, trace.totals, verification.holds)


OWN = make_trace(CATALOGUE, "SK3/4", "2023-TW2", 90, targets={"SK3/4": 20})
"""A quarter against its own target."""


def test_a_quarter_is_set_against_its_own_target() -> None:
    """90 of 20, where the year's target is 45."""
    assert (None, Fraction(20), Percent(450)) == (OWN.target_year, OWN.score.target, OWN.score.achievement)


def test_a_quarters_own_target_is_on_the_page() -> None:
    """With the quarter, because the decree has no such target; that of the year stands beside it."""
    told = lines_under(OWN, "Target 2023-TW2 (Persen)")
    assert ("20", "Target setahun di keputusan: 45.") == told


def test_a_trace_with_its_own_target_comes_back() -> None:
    """The target travels along, for it does not stand in the clause."""
    verification = verify_trace(OWN.to_json())
    assert (OWN, True) == (verification.trace, verification.holds)


def test_a_quarter_without_a_target_of_its_own_comes_back() -> None:
    """Where the quarter has targets and none for this indicator, that of the year does not take its place."""
    trace = make_trace(CATALOGUE, "SK3/4", "2023-TW2", 90, targets={"SK1/1": 1})
    verification = verify_trace(trace.to_json())
    assert (trace, Reason.NO_TARGET, True) == (verification.trace, trace.score.reason, verification.holds)


def test_a_year_is_set_against_another_years_target() -> None:
    """2023 against the target of 2024, 50."""
    trace = make_trace(CATALOGUE, "SK3/4", 2023, 90, target_year=2024)
    assert (trace, Percent(180)) == (verify_trace(trace.to_json()).trace, trace.score.achievement)


def test_records_of_more_units_than_are_named_are_remarked_on() -> None:
    """Else the lines of two units would be set against the target of one without a word."""
    value = p3dn(line("1"), attrs.evolve(line("2"), unit="B"))
    named = [make_trace(CATALOGUE, "SK3/4", 2023, value, units=units) for units in ([], ["A"], ["A", "B"])]
    plain_traces = [
        plain(trace) | {"units": units} for trace, units in zip(named, ([], ["A"], ["A", "B"]), strict=True)
    ]
    told = [[(one.code, one.place) for one in verify_trace(json.dumps(data)).remarks] for data in plain_traces]
    assert [[("trace.several_units", "units")], [("trace.several_units", "units")], []] == told


def test_a_trace_names_the_units_of_its_records() -> None:
    """Where they are several and nobody says whose the figure is; a count of them has no target."""
    tenants = [Tenant(unit=unit, tenant="1", **dict.fromkeys(STAGES, dt.date(2023, 5, 1))) for unit in "AB"]
    trace = make_trace(CATALOGUE, "SK1/1", 2023, TenantCount().measure_records(tenants, period=2023))
    assert (("A", "B"), Reason.NO_TARGET, trace) == (
        trace.units,
        trace.score.reason,
        verify_trace(trace.to_json()).trace,
    )


def test_a_count_of_two_units_that_was_set_against_one_target_is_remarked_on() -> None:
    """So traces were that name no unit; their target still follows."""
    tenants = [Tenant(unit=unit, tenant="1", **dict.fromkeys(STAGES, dt.date(2023, 5, 1))) for unit in "AB"]
    trace = make_trace(CATALOGUE, "SK1/1", 2023, TenantCount().measure_records(tenants, period=2023), units="A")
    verification = verify_trace(json.dumps(plain(trace) | {"units": []}))
    told = [one.code for one in verification.remarks]
    assert (True, Percent(200), ["trace.several_units"]) == (
        verification.holds,
        verification.trace.score.achievement,
        told,
    )


def test_a_trace_that_names_no_unit_says_so_with_a_dash() -> None:
    """And which there are."""
    value = p3dn(line("1"), attrs.evolve(line("2"), unit="B"))
    data = plain(make_trace(CATALOGUE, "SK3/4", 2023, value)) | {"units": []}
    (told,) = verify_trace(json.dumps(data)).remarks
    assert told.allowed == sentence("trace.several_units", stands="-", units=["A", "B"])


def test_an_assumed_target_is_remarked_on_where_it_stands() -> None:
    """It is not the decree's."""
    assumed = CATALOGUE.with_targets({"SK3/4": {2023: 60}})
    told = verify_trace(make_trace(assumed, "SK3/4", 2023, 30).to_json()).remarks
    assert [("target.assumed", "target")] == [(one.code, one.place) for one in told]


def test_a_target_of_another_year_is_remarked_on() -> None:
    """Nothing else in the answer would say that the figure of 2023 has the lower target of 2022."""
    texts = [make_trace(CATALOGUE, "SK3/4", 2023, 42, target_year=year).to_json() for year in (2022, 2023, None)]
    told = [[(one.code, one.place) for one in verify_trace(text).remarks] for text in texts]
    assert [[("trace.other_target_year", "target_year")], [], []] == told


def test_a_year_may_have_a_target_of_its_own() -> None:
    """That of the agreement (perjanjian kinerja), with the decree's beside it."""
    score = make_trace(CATALOGUE, "SK3/4", 2023, 90, targets={"SK3/4": 60}).score
    assert (Fraction(60), Fraction(45), Percent(150)) == (score.target, score.decree_target, score.achievement)


def test_a_unit_or_a_file_alone_may_be_a_text() -> None:
    """It is no unit or file for each of its letters."""
    trace = make_trace(CATALOGUE, "SK1/1", 2023, 1, units="Medan", sources="tenan.xlsx")
    assert (("Medan",), ["tenan.xlsx"], Percent(100)) == (
        trace.units,
        [source.name for source in trace.sources],
        trace.score.achievement,
    )


def test_a_trace_keeps_whose_figure_it_is() -> None:
    """Of several units together a count has no target."""
    trace = make_trace(CATALOGUE, "SK1/1", 2023, 4, units=["Pekanbaru", "Medan"])
    verification = verify_trace(trace.to_json())
    assert (trace, ("Pekanbaru", "Medan"), Reason.NO_TARGET) == (verification.trace, trace.units, trace.score.reason)


def test_a_years_own_target_comes_back() -> None:
    """With the decree's beside it, and the verification says that nothing was held against it."""
    trace = make_trace(CATALOGUE, "SK3/4", 2023, 90, targets={"SK3/4": 60})
    verification = verify_trace(trace.to_json())
    assert (trace, True, True) == (verification.trace, verification.holds, Unchecked.TARGET in verification.unchecked)


def test_an_own_target_of_a_year_beside_another_years_is_refused() -> None:
    """Nobody could say which of the two was meant."""
    data = plain(make_trace(CATALOGUE, "SK3/4", 2023, 90, targets={"SK3/4": 60})) | {"target_year": 2024}
    with refused("scorecard.two_bases", TraceError, place="trace.inputs", value=as_period(2023), year=2024):
        verify_trace(json.dumps(data))


def test_a_decrees_target_beside_the_own_that_is_changed_is_noticed() -> None:
    """It is the clause's."""
    data = plain(make_trace(CATALOGUE, "SK3/4", 2023, 90, targets={"SK3/4": 60})) | {"decree_target": "60"}
    assert [("decree_target", "60", "45")] == differences(data)


def test_own_targets_beside_another_years_are_refused() -> None:
    """One or the other."""
    with refused("scorecard.two_bases", value=as_period(2023), year=2024):
        make_trace(CATALOGUE, "SK3/4", 2023, 90, targets={"SK3/4": 20}, target_year=2024)


def test_a_changed_own_target_is_noticed() -> None:
    """Everything that follows from it differs."""
    data = plain(OWN)
    data["inputs"]["target"] = "30"
    differences = verify_trace(json.dumps(data)).differences
    assert ["target", "uncapped", "achievement"] == [difference.where for difference in differences]


def test_an_own_target_beside_a_years_is_refused() -> None:
    """Nobody could say which of the two was meant."""
    data = plain(OWN) | {"target_year": 2024}
    with refused("scorecard.two_bases", TraceError, place="trace.inputs", value=as_period("2023-TW2"), year=2024):
        verify_trace(json.dumps(data))


def test_an_own_target_of_the_year_under_a_quarter_comes_back() -> None:
    """With the decree's of the year beside it."""
    trace = make_trace(CATALOGUE, "SK3/4", "2023-TW2", 90, targets={"SK3/4": 60}, target_year=2023)
    assert (trace, Fraction(45), 2023) == (
        verify_trace(trace.to_json()).trace,
        trace.score.decree_target,
        trace.target_year,
    )


def test_an_own_target_that_is_gone_is_noticed() -> None:
    """The year's is not taken in its place."""
    data = plain(OWN)
    data["inputs"]["target"] = None
    assert ("target", "20", "null") in [
        (difference.where, difference.stands, difference.follows)
        for difference in verify_trace(json.dumps(data)).differences
    ]


def test_a_changed_amount_is_noticed(trace: Trace) -> None:
    """Everything that follows from it differs."""
    data = plain(trace)
    data["inputs"]["records"][0]["fields"]["realised"] = "150"
    assert [
        ("quantities.realised", "100", "150"),
        ("worked.id", "100 × 100 / 400 = 25,00", "100 × 150 / 400 = 37,50"),
        ("worked.en", "100 × 100 / 400 = 25.00", "100 × 150 / 400 = 37.50"),
        ("actual", "25", "75/2"),
        ("uncapped", "500/9", "250/3"),
        ("achievement", "500/9", "250/3"),
        ("alternatives[1].actual", "1/4", "3/8"),
        ("alternatives[9].actual", "25", "75/2"),
        ("alternatives[9].achievement", "500/9", "250/3"),
    ] == differences(data)


def test_a_changed_outcome_is_noticed(trace: Trace) -> None:
    """A record cannot be said to have entered what it did not enter."""
    data = plain(trace)
    data["inputs"]["records"][1]["entered"] = ["realised"]
    assert [("inputs.records[2].entered", '["realised"]', "[]")] == differences(data)


def test_a_record_that_was_taken_out_is_noticed(trace: Trace) -> None:
    """The quantities no longer follow."""
    data = plain(trace)
    del data["inputs"]["records"][0]
    assert ("quantities.realised", "100", "0") in differences(data)


@pytest.mark.parametrize(("key", "value"), [("achievement", "100"), ("met", 0), ("formula", None), ("quantities", {})])
def test_a_changed_figure_is_noticed(trace: Trace, key: str, value: object) -> None:
    """Whatever stands there instead."""
    assert [key] == [where for where, _, _ in differences(plain(trace) | {key: value})]


@pytest.mark.parametrize("value", [b"x", Decimal(1), dt.date(2023, 1, 9)])
def test_what_json_cannot_hold_is_a_difference(trace: Trace, value: object) -> None:
    """Of plain data that came otherwise, such as from a database."""
    found = verify_trace(plain(trace) | {"quantities": value}).differences
    assert [("quantities", str(value))] == [(one.where, one.stands.strip('"')) for one in found]


def test_the_wording_of_notes_may_change(trace: Trace) -> None:
    """They are for the reader, and later versions may word them better."""
    assert [] == differences(plain(trace) | {"notes": [{"id": "Catatan.", "en": "Note."}]})


def test_notes_that_stand_otherwise_are_remarked_on(trace: Trace) -> None:
    """Also where one was taken out: a figure without its warning is another."""
    data = plain(trace)
    assert ([], [("trace.words_differ", "notes")]) == (_remarks(data), _remarks(data | {"notes": []}))


@pytest.mark.parametrize("scoring", [Scoring(cap=120), Scoring(minimise="ratio")])
def test_a_rule_of_scoring_is_held_against_nothing(scoring: Scoring) -> None:
    """It is the agency's own, and the verification says so."""
    trace = make_trace(CATALOGUE, "SK3/4", 2023, 90, scoring=scoring)
    assert (Unchecked.TOTALS, Unchecked.SCORING) == verify_trace(trace.to_json()).unchecked


def test_no_records_are_the_traces_own_too() -> None:
    """Whoever takes out all of them is not believed without a word."""
    trace = make_trace(CATALOGUE, "SK3/3", 2023, AccreditedScopeGrowth().measure_records([], period=2023))
    assert (Unchecked.EVIDENCE,) == verify_trace(trace.to_json()).unchecked


def test_a_reason_that_was_given_is_held_against_nothing() -> None:
    """Whoever does not like a figure could say that nothing was measured."""
    trace = make_trace(CATALOGUE, "SK3/4", 2023, Reason.NOT_APPLICABLE)
    assert (Unchecked.TOTALS,) == verify_trace(trace.to_json()).unchecked


def test_a_verification_shows_and_compares_what_became_of_the_trace(trace: Trace) -> None:
    """And not all that its file states, in which nothing can be looked up by what it is."""
    verification = verify_trace(trace.to_json())
    assert (1, False) == (len({verification, verify_trace(trace.to_dict())}), "WrittenTrace" in repr(verification))


def test_the_version_that_made_the_trace_is_told(trace: Trace) -> None:
    """Beside the one that verifies it."""
    assert "0.0.1" == verify_trace(json.dumps(plain(trace) | {"library": "0.0.1"})).version


def test_a_difference_is_a_sentence(trace: Trace) -> None:
    """In both languages: where, what stands there, what follows."""
    (difference,) = verify_trace(json.dumps(plain(trace) | {"actual": "26"})).differences
    assert (
        sentence("trace.figure_differs", stands="26", follows="25").about(Text(id="Realisasi", en="Actual"))
        == difference.text
    )


@pytest.mark.parametrize(
    ("where", "value", "expected"),
    [
        ("met", True, "Target tercapai: tertulis ya, seharusnya tidak menurut isi jejak ini sendiri."),
        (
            "reason",
            "NO_TARGET",
            f"Alasan tidak ada angka: tertulis {str(Reason.NO_TARGET)[:-1]}, seharusnya kosong menurut ",
        ),
        ("actual", "100/3", "Realisasi: tertulis 33,33 (100/3), seharusnya 25 menurut isi jejak ini sendiri."),
        ("actual", "[[", "Realisasi: tertulis [[, seharusnya 25 menurut isi jejak ini sendiri."),
        ("actual", "1e9999999", "Realisasi: tertulis 1e9999999, seharusnya 25 menurut isi jejak ini sendiri."),
        ("worked", {"id": "1", "en": "2"}, "Hitungan, teks Indonesia: tertulis 1, seharusnya 100 × 100 / 400 = 25,00 "),
    ],
)
def test_what_differs_is_called_as_readers_call_it(trace: Trace, where: str, value: object, expected: str) -> None:
    """Figures as they are written, and neither names of fields nor JSON."""
    first, *_ = verify_trace(json.dumps(plain(trace) | {where: value})).differences
    assert (True, first.text.id) == (first.text.id.startswith(expected), first.text.id)


def test_a_quantity_that_differs_is_called_by_its_symbol_and_label(trace: Trace) -> None:
    """As in the formula."""
    data = plain(trace)
    data["quantities"]["realised"] = "1000"
    first, *_ = verify_trace(json.dumps(data)).differences
    assert ("quantities.realised", "RAP3DN: realisasi anggaran P3DN berdasarkan akun terpilih: tertulis 1.000, ") == (
        first.where,
        first.text.id.partition("seharusnya")[0],
    )


def test_quantities_that_a_record_entered_are_told_by_their_symbols(trace: Trace) -> None:
    """The record by its place."""
    data = plain(trace)
    data["inputs"]["records"][0]["entered"] = []
    first, *_ = verify_trace(json.dumps(data)).differences
    assert (
        "Data dukung, ke-1, masuk hitungan: tertulis kosong, seharusnya RAP3DN; TotAP3DN menurut"
        == (first.text.id.partition(" isi ")[0])
    )


def test_a_difference_is_its_place_and_what_stands_there() -> None:
    """What readers call the place is no part of it; a text of any language stands there as it is written."""
    (one,) = compared("a", {"b": ["é"]}, {"b": []})
    assert one == attrs.evolve(one, labels={"a.b": Text(id="lain", en="other")})
    assert "Difference(where='a.b', stands='[\"é\"]', follows='[]')" == repr(one)


def test_nothing_that_a_trace_states_steers_the_terminal(trace: Trace) -> None:
    """Signs that nobody sees are shown."""
    data = plain(trace)
    data["clause"]["decree"]["notes"] = [{"id": "a\x1b[2J", "en": "b\x1b[2J"}]
    (remark,) = verify_trace(json.dumps(data)).remarks
    assert (False, False) == ("\x1b" in remark.text.id, "\x1b" in remark.text.en)


# The clause


def _clause_differences(data: dict[str, Any]) -> list[str]:
    return [difference.where for difference in verify_trace(json.dumps(data)).differences]


def _remarks(data: dict[str, Any]) -> list[tuple[str, str]]:
    return [(remark.code, remark.place) for remark in verify_trace(json.dumps(data)).remarks]


def test_the_clause_is_held_against_the_catalogues_of_the_library(trace: Trace) -> None:
    """Without being given any."""
    verification = verify_trace(trace.to_json())
    assert (True, True) == (verification.compared, verification.holds)


@pytest.mark.parametrize(("part", "value"), [("number", "1 TAHUN 2030"), ("unit", "Balai Contoh")])
def test_the_clause_of_another_decree_is_held_against_nothing(trace: Trace, part: str, value: str) -> None:
    """By number and unit; the trace's own words are believed, and the verification says so."""
    data = plain(trace)
    data["clause"]["decree"][part] = value
    verification = verify_trace(json.dumps(data))
    assert (False, True, True) == (
        verification.compared,
        Unchecked.CLAUSE in verification.unchecked,
        verification.holds,
    )


@pytest.mark.parametrize("part", ["number", "unit"])
def test_case_and_blanks_do_not_keep_a_clause_from_the_catalogue(trace: Trace, part: str) -> None:
    """They are a difference; else whoever writes the number in small letters could forge every target."""
    data = plain(trace)
    data["clause"]["decree"][part] = f" {data['clause']['decree'][part].lower()}"
    assert [f"clause.decree.{part}"] == _clause_differences(data)


def test_a_decree_of_that_number_of_another_unit_is_remarked_on(trace: Trace) -> None:
    """Whoever forges the unit is named beside the true one."""
    data = plain(trace)
    data["clause"]["decree"]["unit"] = "Balai Contoh"
    assert [("trace.other_unit", "clause.decree.unit")] == _remarks(data)


def test_a_catalogue_that_is_given_is_held_against_first(trace: Trace) -> None:
    """Its own targets bind, where it is of that number and unit."""
    entry = attrs.evolve(CATALOGUE["SK3/4"], targets=FrozenMap({2023: Fraction(50)}))
    own = attrs.evolve(CATALOGUE, entries=FrozenMap({"SK3/4": entry}))
    (difference,) = verify_trace(trace.to_json(), catalogues=[own]).differences
    assert "clause.entry.targets" == difference.where


@pytest.mark.parametrize(
    ("part", "value"),
    [
        ("method", "lain"),
        ("name", {"annex_1": "lain"}),
        ("unit", {"name": {"id": "Persentase", "en": "percent"}}),
        ("targets", {"2023": "45"}),
        ("polarity", "Minimasi"),
    ],
)
def test_what_binds_in_a_clause_is_a_difference(part: str, value: object) -> None:
    """Names, method, unit, targets and polarity."""
    data = plain(make_trace(CATALOGUE, "SK3/4", 2023, 47.25)) | {"formula": None}
    entry = data["clause"]["entries"][0]
    del entry["indicator"]  # whose unit it would have to be
    entry[part] = value
    assert f"clause.entry.{part}" in {".".join(where.split(".")[:3]) for where in _clause_differences(data)}


@pytest.mark.parametrize(
    ("part", "value"), [("years", [2021, 2022, 2023]), ("signed_on", "2022-02-24"), ("in_force_from", "2022-02-24")]
)
def test_the_dates_of_a_decree_bind(part: str, value: object) -> None:
    """As its number and unit do."""
    data = plain(make_trace(CATALOGUE, "SK3/4", 2023, 47.25))
    data["clause"]["decree"][part] = value
    data["clause"]["entries"][0]["targets"].pop("2024", None)
    assert f"clause.decree.{part}" in _clause_differences(data)


def test_the_parameters_of_an_indicator_bind(trace: Trace) -> None:
    """Other accounts are another figure."""
    data = plain(trace)
    data["clause"]["entries"][0]["indicator"]["accounts"] = ["521211"]
    assert ["clause.entry.indicator.accounts"] == _clause_differences(data)


@pytest.mark.parametrize("part", ["definition", "label", "responsible"])
def test_what_informs_in_a_clause_is_a_remark(trace: Trace, part: str) -> None:
    """It may be worded better later, and is told all the same."""
    data = plain(trace)
    data["clause"]["entries"][0][part] = "lain"
    assert ([], [("trace.clause_differs", f"clause.entry.{part}")]) == (_clause_differences(data), _remarks(data))


def test_a_reading_whose_reason_was_rewritten_is_a_remark(trace: Trace) -> None:
    """The figure follows as before."""
    data = plain(trace)
    data["clause"]["entries"][0]["readings"][0]["reason"]["id"] = "lain"
    verification = verify_trace(json.dumps(data))
    assert (True, ["clause.entry.readings[1].reason.id"]) == (
        verification.holds,
        [one.place for one in verification.remarks],
    )


def test_what_an_earlier_version_did_not_say_is_no_remark(trace: Trace) -> None:
    """It changed nothing."""
    data = plain(trace)
    del data["clause"]["decree"]["notes"], data["clause"]["entries"][0]["readings"]
    assert [] == [where for _, where in _remarks(data | {"reading": []}) if where.startswith("clause")]


def test_of_two_lists_what_the_other_has_not_is_told(trace: Trace) -> None:
    """In both languages, and not all of both."""
    data = plain(trace)
    data["clause"]["decree"]["notes"].pop()
    (remark,) = verify_trace(json.dumps(data)).remarks
    first, *_, last = CATALOGUE.decree.notes
    assert (True, True, False) == (
        last.id.rstrip(".") in remark.text.id,
        last.en.rstrip(".") in remark.text.en,
        first.id.rstrip(".") in remark.text.id,
    )


def test_the_english_name_of_a_unit_is_a_label() -> None:
    """The decree has the Indonesian one."""
    data = plain(make_trace(CATALOGUE, "SK1/1", 2023, 2))
    data["clause"]["entries"][0]["unit"]["name"]["en"] = "start-up"
    assert ([], [("trace.clause_differs", "clause.entry.unit.name.en")]) == (_clause_differences(data), _remarks(data))


def test_conditions_that_have_another_name_now_are_remarked_on_once() -> None:
    """What they are called informs; what a record entered binds."""
    data = plain(make_trace(CATALOGUE, "SK3/4", 2023, p3dn(line("1", "511111"), line("2", "511111"))))
    for record in data["inputs"]["records"]:
        record["missed"] = {"realised": ["akun lain"], "ceiling": ["akun lain"]}
    assert [
        ("trace.words_differ", "inputs.records[1].missed.realised"),
        ("trace.words_differ", "inputs.records[1].missed.ceiling"),
    ] == _remarks(data)


def test_the_reason_of_a_reading_is_no_reason_for_a_figure_that_there_is_not(trace: Trace) -> None:
    """The texts stand in the sentence without a second full stop."""
    data = plain(trace)
    data["clause"]["entries"][0]["readings"][0]["reason"]["id"] = "Lain."
    (remark,) = verify_trace(json.dumps(data)).remarks
    assert (
        "Indikator, tafsir, ke-1, alasan, teks Indonesia: tertulis Lain, sedangkan dalam katalog Satuannya Persen, "
        "dan targetnya 40, 45, dan 50."
    ) == remark.text.id


def test_the_parts_of_readings_that_lack_are_called_as_readers_call_them(trace: Trace) -> None:
    """Where a catalogue has another number of them, whole readings are told."""
    data = plain(trace)
    del data["clause"]["entries"][0]["readings"][0]
    remark, *_ = verify_trace(json.dumps(data)).remarks
    assert ["alasan: Satuannya Persen, dan targetnya 40, 45, dan 50", "sebutan jawaban yang dipilih: yes."] == [
        part for part in remark.text.id.split("; ") if part.startswith(("alasan: Satuannya Persen", "sebutan jawaban"))
    ][-2:]


def test_a_reading_that_is_told_otherwise_is_remarked_on(trace: Trace) -> None:
    """Beside the clause it informs alone."""
    assert ("trace.words_differ", "reading") in _remarks(plain(trace) | {"reading": []})


def test_a_target_that_is_changed_throughout_is_noticed(trace: Trace) -> None:
    """It follows in itself, but the decree has another."""
    data = plain(trace)
    data["clause"]["entries"][0]["targets"]["2023"] = "25"
    data |= {"target": "25", "uncapped": "100", "achievement": "100", "met": True}
    data["alternatives"][-1] |= {"achievement": "100", "met": True}
    assert ["clause.entry.targets.2023"] == _clause_differences(data)


def test_a_code_that_the_catalogue_has_not_is_noticed(trace: Trace) -> None:
    """Of the same decree."""
    data = plain(trace)
    data["clause"]["entries"][0]["code"] = "SK9/9"
    (found,) = verify_trace(json.dumps(data)).differences
    assert ("clause.entries[1].code", ", ".join(CATALOGUE)) == (found.where, found.follows)


def test_an_answer_that_a_later_version_counts_by_a_class_of_its_own_is_a_remark(trace: Trace) -> None:
    """Readings inform; but its figure cannot be worked out again, and so does not follow."""
    data = plain(trace)
    data["clause"]["entries"][0]["readings"][0]["alternatives"][0]["by"] = "LaterRatio"
    stated = differences(data)
    del data["alternatives"]
    verification = verify_trace(json.dumps(data))
    assert ([("alternatives[1].actual", "1/4", "null")], (), True) == (
        stated,
        verification.differences,
        bool(verification.remarks),
    )


def test_an_answer_that_is_counted_by_another_class_is_a_difference() -> None:
    """Its words are the catalogue's, and its figure is not."""
    data = plain(SCOPES)
    formula = data["clause"]["entries"][0]["readings"][0]
    (percentage,) = (one for one in formula["alternatives"] if one["word"] == "percentage")
    percentage["by"] = "AddedScopeCount"
    assert "clause.entry.answers.formula.percentage.by" in _clause_differences(data)


def test_a_difference_of_the_clause_names_the_catalogue(trace: Trace) -> None:
    """In both languages."""
    data = plain(trace)
    data["clause"]["entries"][0]["method"] = "lain"
    method = " ".join(CATALOGUE["SK3/4"].method.split()).rstrip(".")
    (difference,) = verify_trace(json.dumps(data)).differences
    expected = sentence("trace.clause_differs", stands="lain", follows=method).about(
        Text(id="Indikator, cara menghitung", en="Indicator, method")
    )
    assert expected == difference.text


# What is no trace


@pytest.mark.parametrize(
    ("text", "code", "value"),
    [
        ("", "file.not_json", "line 1 column 1"),
        ("[]", "file.other_schema", "kinerja.trace/2, kinerja.trace/1"),
        ('{"schema": "kinerja.scorecard/2"}', "file.other_schema", "kinerja.trace/2, kinerja.trace/1"),
        ('{"schema": "a", "schema": "kinerja.trace/2"}', "file.not_json", "schema, schema"),
        ('{"schema": "kinerja.trace/1"}', "trace.not_whole", "clause, quantities, formula"),
        (
            '{"schema": "kinerja.trace/2", "clause": {}}',
            "trace.not_whole",
            "worked, target, actual, uncapped, achievement",
        ),
    ],
)
def test_what_is_no_trace_is_refused(text: str, code: str, value: str) -> None:
    """With what is the matter."""
    with pytest.raises(TraceError) as caught:
        verify_trace(text)
    (problem,) = caught.value.problems
    assert (code, "JSON", True) == (problem.code, problem.place, value in problem.text.en)


def _set(*path: str | int, value: object) -> Callable[[dict[str, Any]], None]:
    """Return what puts a value at a place inside plain data."""

    def change(data: dict[str, Any]) -> None:
        table: Any = data
        for step in path[:-1]:
            table = table[step]
        table[path[-1]] = value

    return change


def _again(data: dict[str, Any]) -> None:
    data["inputs"]["records"].append(data["inputs"]["records"][0])


def _two_entries(data: dict[str, Any]) -> None:
    entries = data["clause"]["entries"]
    entries.append(entries[0] | {"code": "SK9"})


def _nothing_measured(data: dict[str, Any]) -> None:
    data["inputs"] |= {"records": [], "periods": []}


def _no_indicator(data: dict[str, Any]) -> None:
    del data["clause"]["entries"][0]["indicator"]


def _of_1_with_more(data: dict[str, Any]) -> None:
    data |= {"schema": "kinerja.trace/1", "more": 1}


_FIRST = ("inputs", "records", 0)


@pytest.mark.parametrize(
    ("change", "place", "code", "value"),
    [
        (_set("inputs", "measured", value=False), "JSON", "trace.measured", ""),
        (_set("inputs", "actual", value="5"), "JSON", "trace.measured", ""),
        (_set("inputs", "reason", value="NOT_MEASURED"), "JSON", "trace.measured", ""),
        (_set("clause", value=[]), "JSON", "trace.not_whole", "it needs clause."),
        (_of_1_with_more, "trace.more", "name.unknown", "'more'"),
        (_set("sources", value="pagu.xlsx"), "trace.sources", "part.list", ""),
        (_set("rules", value=None), "trace.rules", "trace.no_rule", ""),
        (_set("rules", value=0), "trace.rules", "trace.no_rule", "0"),
        (
            _set("settings", "values", value={"account": []}),
            "trace.settings.SK3/4.account",
            "settings.not_one",
            "accounts",
        ),
        (_set("period", value="2030"), "trace.inputs", "decree.year_outside", "2030"),
        (_set("scoring", "cap", value="0"), "trace.scoring", "scoring.cap", "0"),
        (
            _set("inputs", "totals", value={"realised": "1"}),
            "trace.inputs",
            "quantity.other_names",
            "realised, ceiling",
        ),
        (
            _set(*_FIRST, "fields", "ceiling", value=4.5),
            "trace.inputs.records[1].fields.ceiling",
            "part.number",
            "4.5",
        ),
        (_set(*_FIRST, "fields", "unit", value=" "), "trace.inputs.records[1].fields", "record.blank", "unit"),
        (_set(*_FIRST, "record", value="Tenant"), "trace.inputs.records[1].record", "trace.other_class", "BudgetLine"),
        (_set(*_FIRST, "period", value="2022"), "JSON", "trace.other_period", "2023"),
        (_set(*_FIRST, "period", value="x"), "trace.inputs", "period.other", "'x'"),
        (_again, "trace.inputs", "record.counted_twice", "1"),
        (_two_entries, "trace.clause.entries", "trace.one_entry", ""),
        (_nothing_measured, "JSON", "trace.nothing_measured", ""),
        (_no_indicator, "JSON", "trace.no_indicator", "SK3/4"),
    ],
)
def test_inputs_that_give_no_figure_are_refused(
    trace: Trace, change: Callable[[dict[str, Any]], None], place: str, code: str, value: str
) -> None:
    """With the place and what is allowed there."""
    data = plain(trace)
    change(data)
    with pytest.raises(TraceError) as caught:
        verify_trace(json.dumps(data))
    found = [problem for problem in caught.value.problems if problem.place == place]
    assert [(code, True)] == [(problem.code, value in problem.text.en) for problem in found]


@pytest.mark.parametrize(
    ("change", "place"),
    [
        (_set("more", value=1), "trace.more"),
        (_set("inputs", "more", value=1), "trace.inputs.more"),
        (_set(*_FIRST, "more", value="1"), "trace.inputs.records[1].more"),
        (_set(*_FIRST, "fields", "more", value="1"), "trace.inputs.records[1].fields.more"),
        (_set("scoring", "more", value="1"), "trace.scoring.more"),
        (_set("clause", "more", value="1"), "clause.more"),
        (_set("clause", "decree", "more", value="1"), "clause.decree.more"),
        (_set("clause", "entries", 0, "more", value="1"), "clause.entries[SK3/4].more"),
        (_set("clause", "entries", 0, "readings", 0, "more", value="1"), "clause.entries[SK3/4].readings[1].more"),
    ],
)
def test_a_field_of_a_later_version_is_passed_over(
    trace: Trace, change: Callable[[dict[str, Any]], None], place: str
) -> None:
    """And remarked on, while the figure holds."""
    data = plain(trace)
    change(data)
    assert (True, [("trace.passed_over", place)]) == (verify_trace(json.dumps(data)).holds, _remarks(data))


def test_a_parameter_that_an_indicator_has_not_is_refused(trace: Trace) -> None:
    """Whatever it means, the figure may rest on it."""
    data = plain(trace)
    data["clause"]["entries"][0]["indicator"]["more"] = 1
    place = "entries[SK3/4].indicator.more"
    with refused(
        "name.unknown",
        CatalogueError,
        place=place,
        name="more",
        available=("accounts", "budget", "measured", "ceiling", "pandemic"),
    ):
        verify_trace(json.dumps(data))


def test_a_clause_that_cannot_be_read_is_called_so(trace: Trace) -> None:
    """It is no file of a decree."""
    data = plain(trace)
    data["clause"]["decree"]["years"] = 2023
    with pytest.raises(CatalogueError) as caught:
        verify_trace(json.dumps(data))
    assert "clause" == caught.value.text.en.partition(":")[0]


def test_what_is_no_trace_is_told_in_both_languages() -> None:
    """With the schemas that there are."""
    with pytest.raises(TraceError) as caught:
        verify_trace("[]")
    assert [(True, True)] == [
        ("bukan jejak angka berskema" in one.text.id, "is not a trace of schema" in one.text.en)
        for one in caught.value.problems
    ]


def test_a_reason_that_does_not_exist_is_refused() -> None:
    """The message names those that do."""
    data = plain(make_trace(CATALOGUE, "SK3/4", 2023, Reason.NOT_MEASURED))
    data["inputs"]["reason"] = "LUPA"
    with refused("trace.other_reason", TraceError, place="JSON", reasons=list(Reason.__members__)):
        verify_trace(json.dumps(data))


def test_records_of_an_indicator_that_counts_none_cannot_be_read() -> None:
    """There is nothing to rebuild them by."""
    value = NoteCount().measure_records(NOTES, period=2023)
    data = plain(make_trace(own_catalogue(NoteCount()), "S/1", 2023, value))
    data["clause"]["entries"][0]["indicator"] = "UnrecordedNoteCount"
    with pytest.raises(TraceError) as caught:
        verify_trace(json.dumps(data), [UnrecordedNoteCount])
    said = sentence("trace.other_class", kind="-").en
    assert [("trace.other_class", True)] * len(NOTES) == [
        (problem.code, problem.text.en.endswith(said)) for problem in caught.value.problems
    ]


# Settings, sources and counts


def test_settings_stand_apart_from_the_clause() -> None:
    """With their source; the decree's own parameters are as they were."""
    own = CATALOGUE.with_settings({"SK3/4": {"accounts": ["521211"]}}, source="unit.xlsx")
    data = plain(make_trace(own, "SK3/4", 2023, 47.25))
    assert ({"values": {"accounts": ["521211"]}, "source": "unit.xlsx"}, True) == (
        data["settings"],
        len(data["clause"]["entries"][0]["indicator"]["accounts"]) > 1,
    )


def test_a_trace_with_settings_comes_back() -> None:
    """Measured by them, with the clause compared, and the verification says that nothing was held against them."""
    own = CATALOGUE.with_settings({"SK3/4": {"accounts": ["521211"]}}, source="unit.xlsx")
    measured = P3DNRatio(accounts=frozenset({"521211"})).measure_records([line("1")], period=2023)
    trace = make_trace(own, "SK3/4", 2023, measured)
    verification = verify_trace(trace.to_json())
    assert (trace, True, True) == (verification.trace, verification.holds, Unchecked.SETTINGS in verification.unchecked)


def test_settings_that_are_changed_are_noticed() -> None:
    """The records count otherwise by them."""
    data = plain(make_trace(CATALOGUE, "SK3/4", 2023, p3dn(line("1"))))
    data["settings"] = {"values": {"accounts": ["522111"]}, "source": ""}
    assert ("inputs.records[1].entered", '["realised", "ceiling"]', "[]") in differences(data)


def test_a_source_comes_back() -> None:
    """Its name, its SHA-256, its sheet and its rows."""
    source = Source(name="pagu.xlsx", sha256="ab" * 32, sheet="Laporan", rows=12)
    text = make_trace(CATALOGUE, "SK3/4", 2023, 47.25, sources=[source]).to_json()
    assert (source,) == verify_trace(text).trace.sources


def test_a_source_stands_on_the_page() -> None:
    """With the first digits of its SHA-256."""
    source = Source(name="pagu.xlsx", sha256="ab" * 32, sheet="Laporan", rows=12)
    trace = make_trace(CATALOGUE, "SK3/4", 2023, 47.25, sources=[source])
    assert ("pagu.xlsx; sheet Laporan; 12 rows; SHA-256 abababababab...",) == (
        lines_under(trace, "Source", Language.ENGLISH)
    )


def test_the_settings_stand_on_the_page() -> None:
    """By their labels, with their source."""
    own = CATALOGUE.with_settings({"SK3/4": {"accounts": ["521211", "521111"]}}, source="unit.xlsx")
    assert ("akun P3DN 521111, 521211 (unit.xlsx)",) == (
        lines_under(make_trace(own, "SK3/4", 2023, 47.25), "Setelan unit")
    )


def test_how_many_records_entered_a_quantity_is_kept_and_compared() -> None:
    """Beside the sums."""
    data = plain(make_trace(CATALOGUE, "SK3/4", 2023, p3dn(line("1"), line("2", "511111"))))
    assert ({"realised": 1, "ceiling": 1}, [("entries.realised", "2", "1")]) == (
        data["entries"],
        differences(data | {"entries": {"realised": 2, "ceiling": 1}}),
    )


def test_entries_of_records_that_were_not_kept_are_believed() -> None:
    """Nothing else says how many there were; what is no count is refused."""
    value = P3DNRatio().measure_records([line("1")], period=2023, keep_evidence=False)
    data = plain(make_trace(CATALOGUE, "SK3/4", 2023, value))
    with refused("part.whole", TraceError, place="trace.entries.realised", value="1"):
        verify_trace(json.dumps(data | {"entries": {"realised": "1", "ceiling": 1}}))


def scope(parameter: str) -> AccreditedScope:
    """Return a scope of 2023 with a parameter."""
    return AccreditedScope(unit="A", scope="Air", parameter=parameter, accredited_on=dt.date(2023, 3, 1))


SCOPES = make_trace(
    CATALOGUE, "SK3/3", 2023, AccreditedScopeGrowth().measure_records([scope("pH"), scope("BOD")], period=2023)
)
"""One scope with two parameters."""


def test_a_record_says_where_it_is_about_what_another_was_about() -> None:
    """It entered the quantity and added nothing."""
    assert [[], ["current"]] == [record["again"] for record in plain(SCOPES)["inputs"]["records"]]


def test_a_record_said_to_add_something_is_noticed() -> None:
    """As one said to have entered what it did not."""
    data = plain(SCOPES)
    data["inputs"]["records"][1]["again"] = []
    assert [("inputs.records[2].again", "[]", '["current"]')] == differences(data)


def test_a_record_that_added_nothing_says_so_on_the_page() -> None:
    """In its own line."""
    assert lines_under(SCOPES, "Data dukung yang dihitung")[2].endswith(
        "masuk B (sudah terhitung); tidak masuk A, tidak memenuhi terakreditasi pada 31 Desember tahun sebelumnya"
    )


# Without the records


@pytest.fixture
def bare(trace: Trace) -> Trace:
    """Return the trace without its records."""
    return trace.without_records()


def test_a_trace_without_records_counts_them_by_their_conditions(trace: Trace, bare: Trace) -> None:
    """And knows the full trace by its SHA-256, that of its file."""
    full = hashlib.sha256(f"{trace.to_json()}\n".encode()).hexdigest()
    why = Text(id="tidak memenuhi akun P3DN", en="fails akun P3DN")
    left_out = (LeftOut(fails=("akun P3DN",), unknown=(), why=why, records=1),)
    assert Withheld(sha256=full, records=2, counted=1, left_out=left_out) == bare.withheld


def test_a_trace_without_records_names_none() -> None:
    """Nor does a remark, which may name some."""
    data = plain(make_trace(CATALOGUE, "SK3/4", 2023, p3dn(line("1")), remark="A, 1").without_records())
    assert ([], "") == (data["inputs"]["records"], data["remark"])


def test_a_trace_without_records_names_no_key() -> None:
    """What was counted once each is named by its key in a full one alone."""
    assert "pH" not in SCOPES.without_records().to_json()


def test_a_trace_without_records_comes_back_and_holds(bare: Trace) -> None:
    """Its figures follow from its quantities, and what is not verified is said."""
    verification = verify_trace(bare.to_json())
    assert (bare, True, (Unchecked.RECORDS,)) == (verification.trace, verification.holds, verification.unchecked)


def test_what_was_not_measured_stays_so_without_records() -> None:
    """The entries say so, and the quantities alone would not."""
    receipt = Receipt(unit="A", receipt="1", amount=5, received_on=dt.date(2020, 5, 6))
    trace = make_trace(CATALOGUE, "SK3/2", 2023, PNBPGrowth().measure_records([receipt], period=2023))
    verification = verify_trace(trace.without_records().to_json())
    assert (Reason.NOT_MEASURED, True) == (verification.trace.score.reason, verification.holds)


def test_what_is_unknown_of_records_that_are_not_there_is_told() -> None:
    """With the field, and no word of which record."""
    receipt = Receipt(unit="A", receipt="1", amount=5)
    trace = make_trace(CATALOGUE, "SK3/2", 2023, PNBPGrowth().measure_records([receipt], period=2023))
    assert "1 baris: tanggal penerimaan tidak diketahui" in lines_under(trace.without_records(), "Data dukung (tidak")


def test_what_is_told_of_records_is_not_told_without_them() -> None:
    """It would be of records that are not here; what the quantities give is told."""
    receipts = [
        Receipt(unit="A", receipt="1", amount=5, received_on=dt.date(2022, 5, 6)),
        Receipt(unit="A", receipt="2", amount=4, received_on=dt.date(2023, 5, 6)),
        Receipt(unit="A", receipt="3", amount=4, received_on=dt.date(2024, 5, 6)),
    ]
    trace = make_trace(CATALOGUE, "SK3/2", 2023, PNBPGrowth().measure_records(receipts, period=2023))
    told = ["PNBP turun dari tahun sebelumnya.", "Capaian negatif."]
    assert (True, told) == (len(trace.score.notes) > 2, [note.id for note in trace.without_records().score.notes])


def test_totals_beside_withheld_records_are_still_told() -> None:
    """On the page and in the answer: they have no records that an inspector could ask for."""
    mixed = p3dn(line("1")) + P3DNRatio().measure(realised=900, ceiling=900)
    bare = make_trace(CATALOGUE, "SK3/4", 2023, mixed).without_records()
    verification = verify_trace(bare.to_json())
    assert (True, (Unchecked.RECORDS, Unchecked.TOTALS)) == (verification.holds, verification.unchecked)
    assert any("tanpa data dukung" in note.id for note in bare.score.notes)


def test_a_forged_figure_without_records_is_noticed(bare: Trace) -> None:
    """It must follow from the quantities."""
    assert [("actual", "26", "25")] == differences(plain(bare) | {"actual": "26"})


@pytest.mark.parametrize(
    "change",
    [
        _set("inputs", "measured", value=False),
        _set("inputs", "totals", value={"realised": "1", "ceiling": "2"}),
        _set("inputs", "actual", value="25"),
        _set("inputs", "reason", value="NOT_MEASURED"),
        _set("entries", value=None),
        _set("quantities", value=None),
    ],
)
def test_withheld_records_beside_other_inputs_are_refused(
    bare: Trace, change: Callable[[dict[str, Any]], None]
) -> None:
    """Some would be passed over."""
    data = plain(bare)
    change(data)
    with refused("trace.withheld", TraceError, place="JSON"):
        verify_trace(json.dumps(data))


@pytest.mark.parametrize(
    "change",
    [
        _set("inputs", "withheld", "counted", value=2),
        _set("inputs", "withheld", "records", value=1),
        _set("inputs", "withheld", "counted", value=-1),
        _set("entries", value={"realised": 2, "ceiling": 1}),
        _set("entries", value={"realised": -1, "ceiling": 1}),
    ],
)
def test_counts_of_withheld_records_that_cannot_be_are_refused(
    bare: Trace, change: Callable[[dict[str, Any]], None]
) -> None:
    """Counted and left out are all there are, and no more can have entered a quantity."""
    data = plain(bare)
    change(data)
    with refused("trace.withheld_counts", TraceError, place="JSON"):
        verify_trace(json.dumps(data))


@pytest.mark.parametrize("of", [SCOPES, make_trace(CATALOGUE, "SK3/4", 2023, p3dn(line("1", "511111")))], ids=repr)
def test_counts_of_0_withheld_records_hold(of: Trace) -> None:
    """None was held before, or none was counted."""
    assert verify_trace(plain(of.without_records())).holds


def test_of_records_that_were_not_kept_more_may_have_entered_than_are_withheld() -> None:
    """A part that was counted without keeping its records has entries too."""
    lines = [line("1"), line("2")]
    bare = make_trace(CATALOGUE, "SK3/4", 2023, p3dn(*lines)).without_records()
    data = plain(bare) | {"entries": {"realised": 9, "ceiling": 9}}
    data["inputs"]["guarded"] = False
    data["notes"] = []
    assert Answer.HOLDS is verify_trace(json.dumps(data)).answer


def test_another_counting_rule_of_withheld_records_is_the_third_answer() -> None:
    """Nobody can say what today's would give."""
    verification = verify_trace(json.dumps(plain(SCOPES.without_records()) | {"rules": 1}))
    assert verification.other_rules is not None
    said = "dihitung dengan aturan 1 (baris); aturan 2 (ruang lingkup) memberi tidak ada angka (data dukungnya tidak "
    assert (Answer.OTHER_RULES, True) == (verification.answer, verification.other_rules.text.id.startswith(said))


def test_withheld_records_of_no_indicator_are_refused(bare: Trace) -> None:
    """There is no formula for their quantities."""
    data = plain(bare)
    del data["clause"]["entries"][0]["indicator"]
    with refused("trace.no_indicator", TraceError, place="JSON", indicator="SK3/4"):
        verify_trace(json.dumps(data))


def test_withheld_records_that_are_there_are_refused(trace: Trace, bare: Trace) -> None:
    """Nobody would look at them."""
    data = plain(bare)
    data["inputs"]["records"] = plain(trace)["inputs"]["records"]
    with refused("trace.withheld", TraceError, place="JSON"):
        verify_trace(json.dumps(data))


def test_a_trace_that_has_no_records_withholds_none() -> None:
    """There is nothing to leave out."""
    trace = make_trace(CATALOGUE, "SK3/4", 2023, 47.25)
    assert trace is trace.without_records()


def test_the_page_without_records_counts_them(bare: Trace) -> None:
    """With the SHA-256 of the full trace, and no identity."""
    assert bare.withheld is not None
    assert (
        "1 of 2 records counted.",
        "1 lines: fails akun P3DN",
        f"SHA-256 of the full trace: {bare.withheld.sha256}",
    ) == lines_under(bare, "Records (withheld)", Language.ENGLISH)


# Against the evidence


def against(stated: Trace, evidence: Trace) -> tuple[list[str], list[str]]:
    """Hold one trace against another; return where they differ, and what is remarked on."""
    verification = verify_trace(stated.to_json()).against(evidence)
    return [one.where for one in verification.differences], [one.place for one in verification.remarks]


def test_evidence_of_the_same_records_differs_in_nothing(trace: Trace) -> None:
    """And says that it was held against."""
    verification = verify_trace(trace.to_json()).against(trace)
    assert (True, trace, ()) == (verification.holds, verification.evidence, verification.unchecked)


def test_a_record_that_the_evidence_has_not_is_a_difference(trace: Trace) -> None:
    """So are the figures that move with it."""
    evidence = make_trace(CATALOGUE, "SK3/4", 2023, p3dn(line("2", "511111")))
    differing, _ = against(trace, evidence)
    assert ("records: A, 2023, 1", True) == (differing[-1], "quantities.realised" in differing)


def test_a_record_that_reads_otherwise_in_the_evidence_is_a_difference(trace: Trace) -> None:
    """By its field."""
    evidence = make_trace(CATALOGUE, "SK3/4", 2023, p3dn(line("1", realised=90), line("2", "511111")))
    assert "records: A, 2023, 1: realised" in against(trace, evidence)[0]


def test_a_record_that_only_the_evidence_has_is_a_difference(trace: Trace) -> None:
    """It is said that it came, and of the other that it is not there."""
    evidence = make_trace(CATALOGUE, "SK3/4", 2023, p3dn(line("3"), line("2", "511111")))
    verification = verify_trace(trace.to_json()).against(evidence)
    assert [
        ("records: A, 2023, 1", "trace.record_lacking"),
        ("records: A, 2023, 3", "trace.record_added"),
    ] == [(one.where, one.said.code) for one in verification.differences]


def test_a_field_that_the_evidence_leaves_open_is_told_as_a_field() -> None:
    """The record itself is there."""
    company = AssistedCompany(unit="A", company="CV Contoh", year=2023, revenue_before=1)
    stated, evidence = (
        make_trace(CATALOGUE, "SK2/1", 2023, AssistedCompanyCount().measure_records([one], period=2023))
        for one in (company, attrs.evolve(company, revenue_before=None))
    )
    (difference,) = verify_trace(stated.to_json()).against(evidence).differences
    assert ("trace.evidence_differs", "1", "-") == (difference.said.code, difference.stands, difference.follows)


def test_a_record_left_out_in_both_is_a_remark(trace: Trace) -> None:
    """No figure rests on it."""
    evidence = make_trace(CATALOGUE, "SK3/4", 2023, p3dn(line("1")))
    assert ([], ["pagu.xlsx", "records: A, 2023, 2"]) == against(
        attrs.evolve(trace, sources=(Source(name="pagu.xlsx", sha256="00"),)), evidence
    )


def test_a_source_of_the_same_content_is_not_remarked_on(trace: Trace) -> None:
    """Wherever it lies now."""
    there = attrs.evolve(trace, sources=(Source(name="lama/pagu.xlsx", sha256="00"),))
    here = attrs.evolve(trace, sources=(Source(name="baru/pagu.xlsx", sha256="00"),))
    assert ([], []) == against(there, here)


def test_a_trace_without_records_is_held_against_the_counts_of_the_evidence(trace: Trace, bare: Trace) -> None:
    """Those that differ are differences, as the figures are."""
    evidence = make_trace(CATALOGUE, "SK3/4", 2023, p3dn(line("1"), line("2", "511111"), line("3", "511111")))
    assert (([], []), ["inputs.withheld.records", "inputs.withheld.left_out[1]"]) == (
        against(bare, trace),
        against(bare, evidence)[0],
    )


def test_evidence_that_gives_no_records_differs_from_their_counts(bare: Trace) -> None:
    """There is nothing to count."""
    differing, _ = against(bare, make_trace(CATALOGUE, "SK3/4", 2023, 25))
    assert ["inputs.withheld.records", "inputs.withheld.counted", "inputs.withheld.left_out"] == differing[-3:]


def test_the_evidence_does_not_say_whether_the_target_is_the_quarters_or_its_years() -> None:
    """The target itself is compared."""
    own = {"SK3/4": 60}
    stated, evidence = (
        make_trace(CATALOGUE, "SK3/4", "2023-TW2", 30, targets=own, target_year=year) for year in (2023, None)
    )
    assert [] == against(stated, evidence)[0]


def test_counts_that_differ_are_told_by_the_conditions_that_failed() -> None:
    """All of them, with how many records."""
    earlier = attrs.evolve(line("2", "511111"), year=2022)
    stated = make_trace(CATALOGUE, "SK3/4", 2023, p3dn(line("1"), earlier)).without_records()
    evidence = make_trace(CATALOGUE, "SK3/4", 2023, p3dn(line("1"), line("2", "511111")))
    found = verify_trace(stated.to_json()).against(evidence).differences
    assert '["tahun anggaran, akun P3DN", 1]' in [one.stands for one in found]


def test_an_own_target_and_a_cap_of_the_evidence_that_differ_are_differences(trace: Trace) -> None:
    """Whatever the trace was scored by."""
    evidence = make_trace(
        CATALOGUE, "SK3/4", 2023, trace.value, scoring=Scoring(cap=120), targets={"SK3/4": 60}, units=["A"]
    )
    assert ["target", "decree_target", "cap"] == against(trace, evidence)[0][-3:]


def test_another_unit_s_evidence_is_a_difference(trace: Trace) -> None:
    """Where the trace says whose figure it is."""
    of_a, of_b = (attrs.evolve(trace, units=(unit,)) for unit in ("Balai A", "Balai B"))
    assert (["units"], []) == (against(of_a, of_b)[0], against(trace, of_b)[0])


def test_what_the_evidence_states_itself_is_checked_by_it() -> None:
    """Such as an own target of its target.xlsx."""
    trace = make_trace(CATALOGUE, "SK3/4", 2023, 90, targets={"SK3/4": 60})
    verification = verify_trace(trace.to_json())
    assert [(Unchecked.TARGET,), ()] == [
        verification.against(trace, stated).unchecked for stated in ((), [Unchecked.TARGET])
    ]


def test_settings_of_the_evidence_that_differ_are_a_difference(trace: Trace) -> None:
    """Whatever they do to the figure."""
    own = CATALOGUE.with_settings({"SK3/4": {"accounts": ["521211"]}})
    measured = P3DNRatio(accounts=frozenset({"521211"})).measure_records([line("1"), line("2", "511111")], period=2023)
    assert ["settings.accounts"] == against(trace, make_trace(own, "SK3/4", 2023, measured))[0]


def test_the_figures_of_another_rule_are_not_held_against_the_evidence() -> None:
    """The records are; the answer stays the third."""
    data = plain(SCOPES) | {"rules": 1, "quantities": {"previous": "0", "current": "2"}, "actual": "2"}
    data |= {"uncapped": "200", "achievement": "200", "worked": {"id": "2 - 0 = 2", "en": "2 - 0 = 2"}}
    data["entries"]["current"] = 2
    verification = verify_trace(json.dumps(data))
    assert [Answer.OTHER_RULES] * 2 == [verification.answer, verification.against(SCOPES).answer]


# The page


def test_the_page_follows_the_path(trace: Trace) -> None:
    """The clause first, the achievement last."""
    headings = [part.heading for part in explain(trace).sections if not part.heading.startswith("Tafsir")]
    assert [
        "Bunyi Keputusan Nomor 26 TAHUN 2022, SK3/4",
        "Sumber",
        "Periode",
        "Data dukung yang dihitung (1)",
        "Data dukung yang tidak dihitung (1)",
        "Variabel",
        "Rumus",
        "Realisasi (Persen)",
        "Target 2023 (Persen)",
        "Capaian",
        "Menurut tafsir lain",
        "Keterangan",
    ] == headings


def test_the_clause_is_quoted(trace: Trace) -> None:
    """Definition and method, in the decree's own words."""
    entry, first = CATALOGUE["SK3/4"], explain(trace).sections[0]
    assert ((entry.definition, *entry.method.splitlines()), True) == (first.lines, first.quoted)


def test_a_record_that_counts_is_named_with_what_it_entered(trace: Trace) -> None:
    """By its identity, with what it added to which symbol of the formula; without the unit, where all are of one."""
    assert "2023, 1: masuk RAP3DN = 100, TotAP3DN = 400" == lines_under(trace, "Data dukung yang dihitung")[-1]


def test_a_record_of_0_entered_0() -> None:
    """It was not counted already."""
    trace = make_trace(CATALOGUE, "SK3/4", 2023, p3dn(attrs.evolve(line("1"), realised=0)))
    assert "2023, 1: masuk RAP3DN = 0, TotAP3DN = 400" == lines_under(trace, "Data dukung yang dihitung")[-1]


def test_above_the_records_stands_what_the_letters_are(trace: Trace) -> None:
    """Each record names the letters alone."""
    first, *_ = lines_under(trace, "Data dukung yang dihitung")
    labels = "; ".join(f"{one.symbol}: {one.label}" for one in P3DNRatio().variables)
    assert labels == first


def test_a_record_that_is_left_out_is_named_with_the_reason(trace: Trace) -> None:
    """By the conditions that it failed."""
    assert ("2023, 2: fails akun P3DN",) == lines_under(trace, "Records left out", Language.ENGLISH)


def _growth(*days: dt.date, period: int | str = 2023) -> Trace:
    receipts = [Receipt(unit="417912", receipt=str(day), account="425283", amount=5, received_on=day) for day in days]
    return make_trace(CATALOGUE, "SK3/2", period, PNBPGrowth().measure_records(receipts, period=period))


def test_a_receipt_of_one_year_is_not_said_to_fail_the_other() -> None:
    """Every good row of a growth read like an error."""
    page = _growth(dt.date(2022, 3, 1), dt.date(2023, 3, 1))
    assert ("2022-03-01: masuk A = 5", "2023-03-01: masuk B = 5") == (
        lines_under(page, "Data dukung yang dihitung")[1:]
    )


def test_a_scope_that_ended_in_a_year_is_said_to_fail_it() -> None:
    """Its day of accreditation says since when it is there, not of which year it is."""
    one = attrs.evolve(scope("pH"), accredited_on=dt.date(2020, 3, 1), withdrawn_on=dt.date(2023, 3, 1))
    measured = AccreditedScopeGrowth().measure_records([one, scope("BOD")], period=2023)
    told = lines_under(make_trace(CATALOGUE, "SK3/3", 2023, measured), "Data dukung yang dihitung")
    assert told[1].endswith("masuk A; tidak masuk B, tidak memenuhi terakreditasi pada akhir periode")


@pytest.mark.parametrize(("period", "spans"), [(2023, "2022 dan 2023"), ("2023-TW1", "2022-TW1 dan 2023-TW1")], ids=str)
def test_a_record_of_another_year_says_of_which_day_it_is(period: int | str, spans: str) -> None:
    """And outside which months; that it was dated within the period is what it is not."""
    page = _growth(dt.date(2021, 3, 1), period=period)
    assert (f"2021-03-01: tanggal penerimaan 1 Maret 2021, di luar {spans}",) == (
        lines_under(page, "Data dukung yang tidak dihitung")
    )


def test_a_record_of_another_year_that_fails_more_names_its_conditions() -> None:
    """Its day alone would not mend it."""
    page = make_trace(CATALOGUE, "SK3/4", 2023, p3dn(line("1"), attrs.evolve(line("2", "511111"), year=2021)))
    assert ("2021, 2: tidak memenuhi tahun anggaran, akun P3DN",) == (
        lines_under(page, "Data dukung yang tidak dihitung")
    )


def test_a_row_of_another_year_says_of_which_year_it_is() -> None:
    """Where its class asks for the year alone."""
    page = make_trace(CATALOGUE, "SK3/4", 2023, p3dn(line("1"), attrs.evolve(line("2"), year=2021)))
    assert ("2021, 2: tahun 2021, di luar 2023",) == lines_under(page, "Data dukung yang tidak dihitung")


def test_a_record_that_entered_a_part_says_why_not_the_rest() -> None:
    """Assisted, but not improved."""
    company = AssistedCompany(unit="A", company="CV Contoh", year=2023)
    trace = make_trace(CATALOGUE, "SK2/1", 2023, AssistedCompanyCount().measure_records([company], period=2023))
    assert (
        "CV Contoh, 2023: masuk A; tidak masuk B, tidak memenuhi omzet dan/atau klien meningkat"
        == (lines_under(trace, "Data dukung yang dihitung")[-1])
    )


def test_a_long_list_ends_with_how_many_more() -> None:
    """Twenty stand on the page, and all of them in the JSON."""
    trace = make_trace(CATALOGUE, "SK3/4", 2023, p3dn(*(line(str(number)) for number in range(23))))
    _, *lines = lines_under(trace, "Data dukung yang dihitung (23)")
    assert (21, "dan 3 lainnya", 23) == (len(lines), lines[-1], len(plain(trace)["inputs"]["records"]))


def test_twenty_records_are_all_named() -> None:
    """None of them is hidden behind a number."""
    trace = make_trace(CATALOGUE, "SK3/4", 2023, p3dn(*(line(str(number)) for number in range(20))))
    assert "2023, 19: masuk RAP3DN = 100, TotAP3DN = 400" == lines_under(trace, "Data dukung yang dihitung")[-1]


def test_where_no_record_counts_the_page_says_so() -> None:
    """Neither counted nor left out."""
    trace = make_trace(CATALOGUE, "SK1/1", 2023, TenantCount().measure_records([], period=2023))
    assert ("tidak ada",) == lines_under(trace, "Data dukung yang dihitung (0)")


def test_totals_without_records_are_told() -> None:
    """With the numbers that were given."""
    trace = make_trace(CATALOGUE, "SK3/4", 2023, P3DNRatio().measure(realised=1, ceiling=4))
    assert (
        "The totals were given; the records behind them are not here.",
        "RAP3DN = 1 (rupiah)",
        "TotAP3DN = 4 (rupiah)",
    ) == lines_under(trace, "Totals without records", Language.ENGLISH)


def test_an_actual_without_records_is_told() -> None:
    """The reader learns that nothing stands behind it here."""
    trace = make_trace(CATALOGUE, "SK3/4", 2023, 47.25)
    assert ("Realisasinya diberikan langsung; data dukungnya tidak disertakan.",) == lines_under(trace, "Data dukung")


def test_the_actual_is_worked_out(trace: Trace) -> None:
    """The formula with its numbers."""
    assert ("100 × 100 / 400 = 25,00",) == lines_under(trace, "Realisasi")


def test_an_actual_that_was_given_stands_in_full() -> None:
    """There is no formula to write."""
    assert ("47,25",) == lines_under(make_trace(CATALOGUE, "SK3/4", 2023, 47.25), "Realisasi")


def test_the_achievement_is_worked_out() -> None:
    """By the rule of the polarity."""
    trace = make_trace(CATALOGUE, "SK3/4", 2023, 47.25)
    assert ("100 × 47,25 / 45 = 105,00%", "Target tercapai.") == lines_under(trace, "Capaian")


def test_a_cap_is_told() -> None:
    """Beside the achievement before it."""
    trace = make_trace(CATALOGUE, "SK3/4", 2023, 90, scoring=Scoring(cap=120))
    assert ("100 × 90 / 45 = 200.00%", "Capped at 120.00%.", "The target is met.") == lines_under(
        trace, "Achievement", Language.ENGLISH
    )


def test_a_target_that_is_missed_is_told(trace: Trace) -> None:
    """Exactly, whatever the rounding."""
    assert "Target belum tercapai." == lines_under(trace, "Capaian")[-1]


def test_the_reason_stands_where_there_is_no_figure() -> None:
    """An actual without a target has no achievement."""
    assert (str(Reason.NO_TARGET),) == lines_under(make_trace(CATALOGUE, "SK3/4", 2021, 40), "Capaian")


def test_what_is_not_measured_has_a_page() -> None:
    """With the clause, the target and the reason."""
    assert ("Belum diukur.",) == lines_under(make_trace(CATALOGUE, "SK3/4", 2023, None), "Capaian")


def test_remarks_and_notes_stand_at_the_end() -> None:
    """The office's own first, and each note once."""
    paid = {dt.date(2022, 2, 1): 5, dt.date(2023, 2, 1): 1}
    receipts = [Receipt(unit="A", receipt=str(day), amount=amount, received_on=day) for day, amount in paid.items()]
    value = PNBPGrowth().measure_records(receipts, period=2023)
    trace = make_trace(CATALOGUE, "SK3/2", 2023, value, remark="Ilustrasi.")
    assert (
        "Ilustrasi.",
        "PNBP turun dari tahun sebelumnya.",
        "Semua penerimaan dianggap penerimaan layanan, karena akun layanan tidak ditentukan.",
        "Capaian negatif.",
    ) == explain(trace).sections[-1].lines


def test_a_tenant_without_dates_is_left_out_for_its_nearest_miss() -> None:
    """Both conditions ask for days that are unknown, and each of these is named."""
    value = TenantCount().measure_records([Tenant(unit="A", tenant="T")], period=2023)
    unknown = [f"{stage} tidak diketahui" for stage in ("seleksi", "prainkubasi", "inkubasi", "pascainkubasi")]
    lines = lines_under(make_trace(CATALOGUE, "SK1/1", 2023, value), "Data dukung yang tidak dihitung")
    assert (f"T: {', '.join(unknown)}",) == lines


def test_the_page_tells_an_achievement_from_100() -> None:
    """By as many decimals as it takes."""
    page = explain(make_trace(CATALOGUE, "SK3/4", 2023, 44.999))
    assert "100 × 44,999 / 45 = 99,998%" in str(page)


def test_the_page_tells_a_measured_actual_from_its_target() -> None:
    """The worked line too, by as many decimals as it takes."""
    measured = P3DNRatio().measure(realised=44_999, ceiling=100_000)
    page = explain(make_trace(CATALOGUE, "SK3/4", 2023, measured))
    assert [["100 × 44.999 / 100.000 = 44,999"]] == [
        [*section.lines] for section in page.sections if section.heading.startswith("Realisasi")
    ]
