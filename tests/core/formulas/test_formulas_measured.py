"""What formulas of data measure, of totals and of records."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from typing import Any

import attrs
import pytest

from kinerja import RUPIAH, Indicator, Measurement, Text, Unit, check_indicator, make_trace, verify_trace
from kinerja.formulas import Amount, Answer, Assessment, Case, Holding, Item, Letter, Part, Ratio, ValuedCase
from kinerja.records import product
from kinerja.testing.cards import catalogue_for
from kinerja.trace import explain
from office import (
    COMPLAINTS,
    COSTS,
    DAY,
    DAYS,
    EVERY,
    IKPA,
    LICENCES,
    ON_TIME,
    PER_OFFICER,
    PROMOTERS,
    REVENUE,
    SAKIP,
    letter,
)
from said import refused, sentence

IN_MARCH, IN_JULY, BEFORE = dt.date(2025, 3, 1), dt.date(2025, 7, 1), dt.date(2024, 3, 1)


def _answer(reference: str, *, met: bool, indicator: str = "IK.2", on: dt.date | None = IN_MARCH) -> Answer:
    return Answer(unit="A", indicator=indicator, reference=reference, dated_on=on, met=met)


def _amount(reference: str, amount: int, on: dt.date) -> Amount:
    return Amount(unit="A", indicator="IK.7", reference=reference, dated_on=on, amount=amount)


def _part(part: str, score: int | None, weight: int, **more: Any) -> Part:
    return Part(unit="A", indicator="IK.10", year=2025, part=part, score=score, weight=weight, **more)


def _assessment(unit: str, value: int, year: int = 2025) -> Assessment:
    return Assessment(unit=unit, indicator="IK.9", year=year, value=value, assessor="Inspektorat", proof="LHE-1")


@pytest.mark.parametrize("indicator", EVERY, ids=lambda one: one.code)
def test_every_formula_can_be_right(indicator: Indicator[Any]) -> None:
    """Each passes what every indicator is held to before it measures anything."""
    check_indicator(indicator)


@pytest.mark.parametrize(
    ("indicator", "totals", "line"),
    [
        (COMPLAINTS, {"number": 60}, "60"),
        (ON_TIME, {"numerator": 49, "denominator": 52}, "100 × 49 / 52 = 94,23"),
        (PROMOTERS, {"numerator": -20, "denominator": 50}, "100 × (-20) / 50 = -40,00"),
        (PER_OFFICER, {"numerator": 9, "denominator": 4}, "9 / 4 = 2,25"),
        (DAYS, {"total": 27, "cases": 4}, "27 / 4 = 6,75"),
        (REVENUE, {"previous": 200, "current": 230}, "100 × (230 - 200) / 200 = 15,00"),
        (LICENCES, {"previous": 12, "current": 10}, "10 - 12 = -2"),
        (SAKIP, {"value": Fraction("83.6")}, "83,6 = 83,60"),
        (IKPA, {"weighted": 8550, "weight": 90, "deduction": 1}, "8.550 / 90 - 1 = 94,00"),
    ],
    ids=lambda one: getattr(one, "code", ""),
)
def test_the_worked_line(indicator: Indicator[Any], totals: dict[str, Any], line: str) -> None:
    """Each is one line of arithmetic, and its figure."""
    assert line == str(indicator.measure(**totals))


@pytest.mark.parametrize(
    ("indicator", "latex"),
    [
        (COSTS, r"\frac{100 \times A}{B}"),
        (PER_OFFICER, r"\frac{A}{B}"),
        (IKPA, r"\frac{S}{W} - P"),
    ],
    ids=["percent", "as it is", "index"],
)
def test_the_formula_in_latex(indicator: Indicator[Any], latex: str) -> None:
    """It is written in the symbols of its letters."""
    assert latex == indicator.latex()


def test_a_letter_may_have_its_own_symbol() -> None:
    """An entry that prints a letter keeps it."""
    own = attrs.evolve(COMPLAINTS, counted=attrs.evolve(COMPLAINTS.counted, symbol="K"))
    assert "K" == own.formula_text()


def test_fewer_complaints_are_better() -> None:
    """The direction is a field."""
    assert 150 == COMPLAINTS.achievement(60, 30)


def test_answers_are_counted_yes_among_all() -> None:
    """Two yes of three are two thirds."""
    records = [_answer("1", met=True), _answer("2", met=True), _answer("3", met=False)]
    assert Fraction(200, 3) == ON_TIME.measure_records(records, period=2025).actual


@pytest.mark.parametrize(
    ("record", "missed"),
    [
        (_answer("1", met=True, indicator="IK.22"), ("kode IK.2",)),
        (_answer("1", met=True, on=BEFORE), ("bertanggal dalam periode",)),
        (_answer("1", met=True, on=None), ("bertanggal dalam periode",)),
    ],
    ids=["another code", "another year", "without a day"],
)
def test_what_is_left_out_is_told_why(record: Answer, missed: tuple[str, ...]) -> None:
    """Two ratios of one office never count each other's cases, and no day is of no period."""
    measured = ON_TIME.measure_records([record], period=2025)
    assert [missed] == [one.nearest_miss for one in measured.left_out]


def test_cases_add_to_both_sums() -> None:
    """The ratio of the sums is taken, not the mean of the ratios."""
    cases = [
        Case(unit="A", indicator="IK.3", reference=str(place), dated_on=IN_MARCH, numerator=own, denominator=all_)
        for place, (own, all_) in enumerate([(10, 20), (0, 60)])
    ]
    assert Fraction(100, 8) == COSTS.measure_records(cases, period=2025).actual


def test_quarters_of_a_ratio_add() -> None:
    """Two quarters are measured apart and add to the half year."""
    records = [_answer("1", met=True), _answer("2", met=False, on=IN_JULY)]
    first, third = (ON_TIME.measure_records(records, period=f"2025-TW{number}-saja") for number in (1, 3))
    assert 50 == (first + third).actual


def test_a_part_is_never_more_than_the_whole() -> None:
    """Where the numerator is part of the denominator, more is refused."""
    with refused("quantity.part", indicator="Ratio", field="numerator", value=3, limit=2):
        PROMOTERS.measure(numerator=3, denominator=2)


def test_a_numerator_that_is_no_part_may_be_more() -> None:
    """Costs may be above revenue."""
    assert 150 == COSTS.measure(numerator=3, denominator=2).actual


def test_items_of_the_period_are_counted() -> None:
    """Each item counts once, by its day."""
    items = [
        Item(unit="A", indicator="IK.1", reference=name, dated_on=on) for name, on in [("1", IN_MARCH), ("2", BEFORE)]
    ]
    assert 1 == COMPLAINTS.measure_records(items, period=2025).actual


def test_values_of_cases_are_averaged() -> None:
    """Each case weighs the same."""
    cases = [
        ValuedCase(unit="A", indicator="IK.6", reference=str(value), dated_on=IN_MARCH, value=value) for value in (2, 7)
    ]
    assert Fraction(9, 2) == DAYS.measure_records(cases, period=2025).actual


SCALE_4 = Unit(name=Text(id="Indeks (skala 4)", en="index (scale 4)"))
FROM_1 = Unit(name=Text(id="Nilai (skala 1-4)", en="mark (scale 1-4)"))


def _cases_of(own: Letter, *values: int | Fraction) -> Measurement:
    cases = [
        ValuedCase(unit="A", indicator="IK.6", reference=f"S-{place}", dated_on=IN_MARCH, value=one)
        for place, one in enumerate(values)
    ]
    return attrs.evolve(DAYS, averaged=own).measure_records(cases, period=2025)


@pytest.mark.parametrize(
    ("own", "value", "code", "limit"),
    [
        (letter("lama", DAY), -1, "formula.value_below", 0),
        (letter("lama", DAY, most=30), 31, "formula.value_above", 30),
        (letter("lama", DAY, signed=True, most=30), 31, "formula.value_above", 30),
        (letter("nilai responden", SCALE_4), 5, "formula.value_above", 4),
        (letter("nilai responden", FROM_1), 0, "formula.value_below", 1),
        (letter("nilai responden", SCALE_4, most=3), 4, "formula.value_above", 3),
    ],
    ids=["below 0", "above the most", "without a least", "above the scale", "below the scale", "narrower"],
)
def test_a_value_that_cannot_be_is_refused(own: Letter, value: int, code: str, limit: int) -> None:
    """The sum of all cases hides it."""
    named = ("A", "IK.6", "S-1")
    with refused(code, indicator="Mean", what=own.label, value=value, limit=limit, unit=own.unit.name, named=named):
        _cases_of(own, 3, value)


@pytest.mark.parametrize("own", [letter("nilai", SCALE_4), letter("nilai", FROM_1)], ids=["from 0", "from 1"])
def test_a_value_at_the_end_of_its_scale_is_counted(own: Letter) -> None:
    """The ends are possible."""
    assert Fraction(5, 2) == _cases_of(own, 1, 4).actual


def test_a_value_of_another_year_is_not_refused() -> None:
    """It counts in nothing."""
    case = ValuedCase(unit="A", indicator="IK.6", reference="1", dated_on=BEFORE, value=-1)
    assert [("bertanggal dalam periode",)] == [
        one.nearest_miss for one in DAYS.measure_records([case], period=2025).left_out
    ]


def test_a_score_that_cannot_be_is_refused() -> None:
    """A lost comma stands in one part."""
    index = attrs.evolve(IKPA, scored=letter("nilai", SCALE_4))
    with refused("formula.value_above", value=37, limit=4, named=("IK.10", 2025, "b")):
        index.measure_records([_part("a", 3, 10), _part("b", 37, 10)], period=2025)


SHARE = attrs.evolve(COSTS, part=True)


def _of_two(*pairs: tuple[int, int]) -> Measurement:
    cases = [
        Case(unit="A", indicator="IK.3", reference=str(place), dated_on=IN_MARCH, numerator=own, denominator=whole)
        for place, (own, whole) in enumerate(pairs)
    ]
    return SHARE.measure_records(cases, period=2025)


def test_a_part_above_its_whole_in_one_row_is_refused() -> None:
    """The sums hide it."""
    with refused("formula.part_above", value=460, limit=430, named=("A", "IK.3", "1")):
        _of_two((100, 430), (460, 430))


def test_a_part_of_a_whole_in_another_row_is_counted() -> None:
    """One ceiling of several rows stands in one of them, and 0 in the others."""
    assert 50 == _of_two((100, 400), (100, 0)).actual


def test_growth_is_against_the_same_months() -> None:
    """A half year is set against the same half of the year before."""
    amounts = [_amount("1", 100, BEFORE), _amount("2", 110, IN_MARCH), _amount("3", 900, IN_JULY)]
    assert 10 == REVENUE.measure_records(amounts, period="2025-TW2").actual


def test_what_is_held_counts_once() -> None:
    """A licence that was renewed is one licence, on both days."""
    held = [
        Holding(unit="A", indicator="IK.8", reference=name, held_from=since, held_until=until)
        for name, since, until in [("1", BEFORE, None), ("1", IN_MARCH, None), ("2", IN_MARCH, None)]
    ]
    assert "2 - 1 = 1" == str(LICENCES.measure_records(held, period=2025))


def test_a_mark_is_of_its_year() -> None:
    """The year is the one that was assessed."""
    marks = [_assessment("A", 80, 2024), _assessment("A", 83)]
    assert 83 == SAKIP.measure_records(marks, period=2025).actual


def test_two_marks_of_one_year_are_refused() -> None:
    """Nobody can tell which holds, even of two units: a mark is no sum."""
    with refused("record.counted_unequal", indicator="Value", value=(("IK.9", 2025),)):
        SAKIP.measure_records([_assessment("A", 80), _assessment("B", 83)], period=2025)


@pytest.mark.parametrize(("on", "who"), [(None, "Inspektorat"), (dt.date(2026, 1, 15), "Inspektorat, 15 Januari 2026")])
def test_a_mark_says_who_gave_it(on: dt.date | None, who: str) -> None:
    """When, where that is known, and by what proof."""
    measured = SAKIP.measure_records([attrs.evolve(_assessment("A", 80), assessed_on=on)], period=2025)
    assert [f"Menurut {who}; bukti: LHE-1."] == [note.id for note in measured.notes]


def test_a_mark_is_not_above_its_scale() -> None:
    """The letter's bound is held."""
    with refused("quantity.most", indicator="Value", field="value", value=101, limit=100):
        SAKIP.measure(value=101)


@pytest.mark.parametrize(
    "measured", [SAKIP.measure(value=80), IKPA.measure(weighted=1, weight=1, deduction=0)], ids=["mark", "index"]
)
def test_marks_and_indices_never_add(measured: Measurement) -> None:
    """Neither is a sum of parts, and the error says what to do."""
    with refused("measurement.never_adds", indicator=measured.indicator.name, value=(measured, measured)):
        measured + measured


def test_parts_weigh_as_they_say() -> None:
    """The mean of the scores by their weights, less what is deducted."""
    parts = [_part("a", 100, 10), _part("b", 90, 30, deduction=1)]
    assert "3.700 / 40 - 1 = 91,50" == str(IKPA.measure_records(parts, period=2025))


def test_a_part_that_does_not_apply_is_left_out() -> None:
    """The weights of the others make up the whole."""
    parts = [_part("a", 100, 10), _part("b", 90, 30), _part("c", None, 60, applies=False)]
    measured = IKPA.measure_records(parts, period=2025)
    assert (Fraction(185, 2), [("unsur berlaku",)]) == (
        measured.actual,
        [one.nearest_miss for one in measured.left_out],
    )


def test_a_part_that_applies_has_a_score() -> None:
    """An unknown score is no 0, and no part that does not apply."""
    with refused("record.unknown_value", indicator="WeightedIndex", field="weighted", value=_part("c", None, 60)):
        IKPA.measure_records([_part("c", None, 60)], period=2025)


@pytest.mark.parametrize(("name", "values"), [("weight", (-1, 0)), ("deduction", (1, -1))])
def test_weights_and_deductions_are_not_below_0(name: str, values: tuple[int, int]) -> None:
    """A weight below 0 would turn a good score into a bad one."""
    with refused("formula.below_zero", indicator="Part", field=name, value=-1):
        _part("a", 100, values[0], deduction=values[1])


def test_a_product_is_unknown_where_a_side_is() -> None:
    """What is not known is not 0."""
    assert (6, None, None) == (product(2, 3), product(None, 3), product(2, None))


def test_a_measurement_is_read_back_from_plain_data() -> None:
    """Whoever reads it needs no class of its own."""
    measured = ON_TIME.measure_records([_answer("1", met=True)], period=2025)
    assert measured == Measurement.from_dict(measured.to_dict())


def test_a_measurement_writes_its_letters_in_full() -> None:
    """Whoever reads it need not know what stands where nothing is said."""
    written = COMPLAINTS.measure(number=1).to_dict()["indicator"]["counted"]
    assert {"label", "unit", "symbol", "signed", "least", "most", "usual"} == {*written}


def test_a_trace_is_read_back_and_verified() -> None:
    """Its labels, units and timing stand in the file."""
    measured = ON_TIME.measure_records(
        [_answer("1", met=True, on=dt.date(2023, 3, 1)), _answer("2", met=False, on=dt.date(2023, 3, 1))], period=2023
    )
    catalogue = catalogue_for(ON_TIME, Fraction(40))
    trace = make_trace(catalogue, "IK.2", 2023, measured)
    found = verify_trace(trace.to_json(), [], [catalogue])
    assert ([], trace) == ([*found.differences], found.trace)


CEILING = Ratio(code="IK.9", numerator=letter("terserap", RUPIAH), denominator=letter("pagu", RUPIAH))


def _cases(*denominators: int) -> list[Case]:
    return [
        Case(unit="A", indicator="IK.9", reference=str(number), dated_on=IN_MARCH, numerator=1, denominator=one)
        for number, one in enumerate(denominators)
    ]


def test_a_denominator_that_stands_in_several_rows_is_named() -> None:
    """Four quarters with the ceiling of the year in each are a quarter of the share."""
    said = sentence(
        "formula.same_denominator", what=CEILING.denominator.label, value=Fraction(9600), count=4, names="0, 1, 2, 3"
    )
    assert (said,) == CEILING.measure_records(_cases(9600, 9600, 9600, 9600), period=2025).notes


REQUESTS = attrs.evolve(CEILING, denominator=letter("permohonan", DAY), usual=(0, 100))


def test_two_counts_that_are_equal_by_chance_are_not_named() -> None:
    """Of twelve months two may have as many requests."""
    assert () == REQUESTS.measure_records(_cases(430, 430, 410, 420), period=2025).notes


def test_a_count_in_more_than_half_of_the_rows_is_named() -> None:
    """Then it may be that of the year; of many rows the first are named."""
    names = "0, 1, 2, 3, 4, dan 1 lainnya"
    said = sentence("formula.same_denominator", what=REQUESTS.denominator.label, value=430, count=6, names=names)
    told = REQUESTS.measure_records(_cases(*[430] * 6, *range(10, 15)), period=2025).notes
    assert [said.id] == [note.id for note in told]


@pytest.mark.parametrize("denominators", [(9600, 0, 0), (1, 1, 1), (100, 200)], ids=["once", "rows counted", "others"])
def test_denominators_that_add_are_not_named(denominators: tuple[int, ...]) -> None:
    """One ceiling with nothing beside it, cases of 1 each, and ceilings that differ."""
    assert () == CEILING.measure_records(_cases(*denominators), period=2025).notes


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (["2"], ["2"]),
        (["2 Permohonan", "A-7"], ["2 Permohonan"]),
        (["15", "9", "15 "], ["15", "9", "15 "]),
        (["1", "3", "2"], []),
        (["0123"], []),
        (["2026/15"], []),
        (list(map(str, range(20, 32))), list(map(str, range(20, 32)))),
        (list(map(str, range(20, 33))), []),
    ],
    ids=["alone", "its unit", "each month", "numbered", "with a zero", "of a letter", "twelve", "more than months"],
)
def test_items_that_look_like_totals_are_named(names: list[str], told: list[str]) -> None:
    """Who has a total alone writes it where a name stands, and it counted as one without a word."""
    items = [
        Item(unit="A", indicator=COMPLAINTS.code, reference=name, dated_on=dt.date(2025, 3, 1 + place))
        for place, name in enumerate(names)
    ]
    said = [note.id for note in COMPLAINTS.measure_records(items, period=2025).notes]
    assert [sentence("formula.item_like_total", names=told).id] * bool(told) == said


QUARTER_ENDS = [dt.date(year, month, 30) for year in (2024, 2025) for month in (3, 6, 9, 12)]


@pytest.mark.parametrize(
    ("without", "months"),
    [
        ([], None),
        (QUARTER_ENDS[:1], "Maret 2025"),
        (QUARTER_ENDS[7:], "Desember 2024"),
        ([QUARTER_ENDS[0], QUARTER_ENDS[7]], "Maret 2025, Desember 2024"),
    ],
    ids=["none", "the first of the year before", "the last of the year", "both"],
)
def test_months_of_one_year_alone_are_named(without: list[dt.date], months: str | None) -> None:
    """A quarter left out of one year made a growth of hundreds of percent."""
    amounts = [_amount(str(place), 100, on) for place, on in enumerate(QUARTER_ENDS) if on not in without]
    told = [note.id for note in REVENUE.measure_records(amounts, period=2025).notes]
    assert ([] if months is None else [sentence("formula.other_months", months=months).id]) == told


@pytest.mark.parametrize(
    ("amount", "named"),
    [(120_000_000, None), (130_000, None), (121_000, "7"), (120, "7"), (-120, "7"), (0, None)],
)
def test_an_amount_in_millions_among_rupiah_is_named(amount: int, named: str | None) -> None:
    """A thousandth of the middle one or less; one quarter of eight made an achievement below zero without a word."""
    sums = [121_000_000] * 7 + [amount]
    amounts = [_amount(str(place), sums[place], on) for place, on in enumerate(QUARTER_ENDS)]
    told = [note.id for note in REVENUE.measure_records(amounts, period=2025).notes]
    expected = None if named is None else sentence("measurement.other_scale", named=f"{REVENUE.code}, {named}").id
    assert (expected is not None) == (expected in told)


def test_persons_have_no_scale() -> None:
    """One participant beside two thousand is none in thousands."""
    growth = attrs.evolve(REVENUE, growing=letter("peserta"))
    amounts = [_amount(str(place), 2000 if place else 1, on) for place, on in enumerate(QUARTER_ENDS)]
    assert () == growth.measure_records(amounts, period=2025).notes


def test_an_amount_between_the_months_that_are_compared_is_named() -> None:
    """Of October before nothing is set against the first half of the year."""
    amounts = [
        _amount("1", 100, BEFORE),
        _amount("2", 110, IN_MARCH),
        _amount("3", 900, IN_JULY),
        _amount("4", 7, dt.date(2024, 10, 1)),
    ]
    told = [note.id for note in REVENUE.measure_records(amounts, period="2025-TW2").notes]
    expected = "1 jumlah bertanggal di luar masa yang dibandingkan (ada Oktober 2024) tidak dihitung: IK.7, 4."
    assert (2, expected) == (len(told), told[-1])


def test_a_year_without_amounts_to_compare_is_said_once() -> None:
    """The noun says already that they are dated."""
    measured = REVENUE.measure_records([_amount("2", 110, IN_MARCH)], period=2025)
    expected = (
        "Belum diukur: belum ada jumlah bertanggal 2024 untuk dibandingkan (ada 2025); tambahkan di data dukung yang "
        "sama."
    )
    assert [expected] == [note.id for note in measured.notes]


def test_what_has_no_record_to_compare_with_keeps_its_letter() -> None:
    """It is no 0, by which nobody divides."""
    measured = REVENUE.measure_records([_amount("2", 110, IN_MARCH)], period=2025)
    assert "100 × (110 - A) / A = belum diukur" == measured.worked()


def _years(*years: int) -> list[Answer]:
    return [_answer(str(number), met=True, on=dt.date(year, 3, 1)) for number, year in enumerate(years, 1)]


def _told(indicator: Indicator[Any], records: list[Any], period: int | str = 2025) -> list[str]:
    return [note.id for note in indicator.measure_records(records, period=period).notes]


def test_a_case_of_an_earlier_year_is_named() -> None:
    """A mistyped year takes it out of both sums without any other word."""
    assert ["1 kasus ya atau tidak bertanggal sebelum 2025 (ada 2015) tidak dihitung: IK.2, 2."] == (
        _told(ON_TIME, _years(2025, 2015, 2025))
    )


def test_of_many_cases_of_earlier_years_only_the_years_are_told() -> None:
    """A form goes on over years."""
    assert ["6 kasus ya atau tidak bertanggal sebelum 2025 (ada 2015 s.d. 2024) tidak dihitung."] == (
        _told(ON_TIME, _years(2025, 2015, 2023, 2023, 2024, 2024, 2024))
    )


def test_the_farthest_are_named_first() -> None:
    """They are slips rather than the nearer ones."""
    assert ["2 kasus ya atau tidak bertanggal sesudah 2025 (ada 2026 s.d. 2052) tidak dihitung: IK.2, 3; IK.2, 2."] == (
        _told(ON_TIME, _years(2025, 2026, 2052))
    )


def test_an_earlier_month_of_the_year_is_none_of_an_earlier_year() -> None:
    """A form of the year holds all of its quarters."""
    records = [_answer("1", met=True), _answer("2", met=True, on=IN_JULY)]
    assert [] == _told(ON_TIME, records, "2025-TW3-saja")


def test_a_case_of_an_earlier_year_that_fails_more_is_not_named() -> None:
    """It would not count in any year."""
    assert [] == _told(ON_TIME, [_answer("1", met=True), _answer("2", met=True, on=BEFORE, indicator="IK.3")])


def test_what_ended_in_an_earlier_year_is_no_slip() -> None:
    """A list of what is held has the years before."""
    ended = Holding(
        unit="A", indicator="IK.8", reference="1", held_from=dt.date(2019, 1, 1), held_until=dt.date(2020, 1, 1)
    )
    held = Holding(unit="A", indicator="IK.8", reference="2", held_from=dt.date(2019, 1, 1))
    assert [] == _told(LICENCES, [ended, held])


def test_a_record_that_misses_two_quantities_alike_is_told_that_of_the_period() -> None:
    """It was not received in the period; that it was not received a year sooner either is no reason."""
    records = [_amount("1", 100, BEFORE), _amount("2", 110, IN_MARCH), _amount("3", 5, dt.date(2015, 3, 1))]
    measured = REVENUE.measure_records(records, period=2025)
    assert ["tidak memenuhi bertanggal dalam periode"] == [one.why.id for one in measured.causes]


@pytest.mark.parametrize(
    ("ratio", "numerator", "doubted"),
    [
        (COSTS, 12, True),
        (COSTS, 10, False),
        (attrs.evolve(COSTS, usual=(0, 200)), 12, False),
        (attrs.evolve(PER_OFFICER, numerator=letter("hasil uji"), denominator=letter("petugas")), 12, False),
        (attrs.evolve(COSTS, numerator=letter("beban", DAY)), 12, False),
    ],
    ids=["above", "equal", "usual", "no share", "other unit"],
)
def test_a_share_above_its_whole_is_doubted(ratio: Ratio, numerator: int, doubted: bool) -> None:  # noqa: FBT001
    """Unless it is said what is usual, or both are of different units."""
    expected = ["beban 12 melebihi pendapatan 10; periksa, bila yang pertama bagian dari yang kedua."]
    assert (expected if doubted else []) == [
        note.id for note in ratio.measure(numerator=numerator, denominator=10).notes
    ]


def _page(indicator: Indicator[Any], records: list[Any], target: int) -> dict[str, tuple[Any, ...]]:
    """Return the path of a figure of 2024, by its headings; the records are those of a year later."""
    own = [attrs.evolve(record, dated_on=record.dated_on.replace(year=2024)) for record in records]
    catalogue = catalogue_for(indicator, target)
    (code,) = catalogue
    trace = make_trace(catalogue, code, 2024, indicator.measure_records(own, period=2024))
    return {section.heading: section.lines for section in explain(trace).sections}


def test_the_letters_of_what_a_record_entered_stand_in_the_order_of_the_formula() -> None:
    """Whatever the order of the rule."""
    page = _page(ON_TIME, [_answer("1", met=True), _answer("2", met=False)], 90)
    assert (
        "A: tepat waktu; B: selesai",
        "IK.2, 1: masuk A, B",
        "IK.2, 2: masuk B; tidak masuk A, tidak memenuhi tepat waktu",
    ) == page["Data dukung yang dihitung (2)"]


def test_an_actual_that_no_decimal_is_stands_in_the_achievement_by_its_formula() -> None:
    """Whoever works it out again types what stands there."""
    page = _page(ON_TIME, [_answer(name, met=name == "1") for name in "123"], 90)
    assert "100 × (100 × 1 / 3) / 90 = 37,04%" == page["Capaian"][0]


def test_a_quantity_without_records_is_told_so_on_the_page() -> None:
    """And is no 0."""
    page = _page(REVENUE, [_amount("2", 110, IN_MARCH)], 5)
    assert ("A = belum diukur (Rupiah)", "B = 110 (Rupiah)") == page["Variabel"]
