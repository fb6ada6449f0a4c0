"""Indicators and what is measured of them."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from typing import TYPE_CHECKING, Any, ClassVar

import attrs
import pytest

from kinerja import (
    DoubleCountError,
    Indicator,
    PeriodError,
    Polarity,
    QuantityError,
    Quarter,
    UndefinedActualError,
    Unit,
)
from kinerja._base import Language, Text
from kinerja.indicators import AssistedCompanyCount, P3DNRatio, PNBPGrowth, ProductivityDelta, TenantCount
from kinerja.measurement import PERCENT, Timing, Variable
from kinerja.records import Tally, Year, as_period, by_kind, day, name, unit, year
from said import refused

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kinerja import Measurement
    from kinerja._base import N
    from kinerja.records import Period

LETTER = Unit(name=Text(id="Surat", en="letter"), whole=True)


@attrs.frozen(kw_only=True)
class Letter:
    """One complaint and the days until it was answered."""

    identity: ClassVar = ("number",)

    number: str
    received_on: dt.date
    days: int | None = None


@attrs.frozen(kw_only=True)
class MeanDelay(Indicator[Letter]):
    """Mean days until a complaint was answered: a user's own indicator, where less is better."""

    unit = PERCENT
    record = Letter
    timing = Timing.FLOW
    polarity = Polarity.MINIMISE
    variables = (
        Variable(name="days", symbol="H", label=Text(id="jumlah hari", en="sum of days"), unit=LETTER),
        Variable(name="letters", symbol="n", label=Text(id="surat", en="letters"), unit=LETTER, divisor=True),
    )

    longest: int = 30

    def tally(self, line: Letter, period: Period) -> Iterator[Tally]:
        """Count the letters of the period."""
        received = {"diterima pada periode": period.contains(line.received_on)}
        yield Tally(received, days=line.days, letters=1)

    @staticmethod
    def formula(days: N, letters: N) -> N:
        """Return the mean."""
        return days / letters


@attrs.frozen(kw_only=True)
class LettersFrom(MeanDelay):
    """An indicator that cannot be without a parameter."""

    sender: str


FEBRUARY = Letter(number="1", received_on=dt.date(2023, 2, 1), days=4)
AUGUST = Letter(number="2", received_on=dt.date(2023, 8, 1), days=7)
LAST_YEAR = Letter(number="3", received_on=dt.date(2022, 8, 1), days=9)


def test_an_indicator_is_called_by_its_class() -> None:
    """Catalogues refer to an indicator by this name."""
    assert "MeanDelay" == MeanDelay().name


def test_more_is_better_by_default() -> None:
    """An indicator that says nothing is maximised."""
    assert Polarity.MAXIMISE is TenantCount().polarity


def test_an_achievement_follows_the_polarity() -> None:
    """Where less is better, half the target is 150 percent."""
    assert 150 == MeanDelay().achievement(10, 5)


def test_a_class_answers_as_its_instance_does() -> None:
    """A class that can be made without arguments stands for the instance so made."""
    assert [150, 200] == [MeanDelay.achievement(10, 5), TenantCount.achievement(target=1, actual=2)]


def test_a_class_that_needs_arguments_is_not_asked() -> None:
    """The error names the arguments."""
    with refused("indicator.needs_instance", indicator="LettersFrom", member="achievement", value=["sender=..."]):
        LettersFrom.achievement(10, 5)


def test_an_instance_that_needed_arguments_is_asked() -> None:
    """What the class cannot say, its instance can."""
    assert 150 == LettersFrom(sender="Dinas").achievement(10, 5)


def test_indicators_of_equal_parameters_are_equal() -> None:
    """An indicator compares and hashes by its parameters."""
    assert {MeanDelay()} == {MeanDelay(longest=30)}


def test_indicators_of_other_parameters_differ() -> None:
    """Other parameters make another indicator."""
    assert MeanDelay() != MeanDelay(longest=14)


def test_an_indicator_does_not_change() -> None:
    """An indicator is frozen."""
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        MeanDelay().longest = 14  # type: ignore[misc]


def test_duplicates_of_an_indicator_equal_it(duplicate: Callable[[Any], Any]) -> None:
    """An indicator pickles and copies with its parameters."""
    assert MeanDelay(longest=14) == duplicate(MeanDelay(longest=14))


def test_an_indicator_writes_its_formula_in_its_symbols() -> None:
    """A user's own indicator needs nothing more to be printed."""
    assert ("H / n", r"\frac{H}{n}") == (MeanDelay().formula_text(), MeanDelay().latex())


def test_a_measurement_of_totals_is_exact() -> None:
    """The formula runs on exact numbers."""
    assert Fraction(25, 2) == ProductivityDelta().measure(improvement=25, cases=2).actual


def test_a_measurement_keeps_its_indicator() -> None:
    """Whoever holds a measurement knows what it is of."""
    assert MeanDelay() == MeanDelay().measure(days=5, letters=2).indicator


def test_a_measurement_keeps_its_quantities() -> None:
    """The quantities are exact, by name, in the order of the variables."""
    expected = [("days", Fraction(5)), ("letters", Fraction(2))]
    assert expected == list(MeanDelay().measure(letters=2, days=5).quantities.items())


def test_a_total_without_a_name_is_refused() -> None:
    """A total given without its name could be any of them."""
    with refused("quantity.other_names", indicator="MeanDelay", names=["days", "letters"], given=["(5)", "letters"]):
        MeanDelay().measure(5, letters=2)


def test_a_total_that_is_no_exact_number_is_refused() -> None:
    """Totals are read as exact numbers."""
    with refused("number.text", about="MeanDelay, days: ", indicator="MeanDelay", field="days", value="5"):
        MeanDelay().measure(days="5", letters=2)


def test_an_empty_base_has_no_actual() -> None:
    """Nothing is divided by 0, and the error says what is 0."""
    with refused("actual.undefined", indicator="MeanDelay", quantity="letters", value=0):
        _ = MeanDelay().measure(days=0, letters=0).actual


def test_what_is_not_divided_by_may_be_zero() -> None:
    """Only a divisor is held above 0."""
    assert 0 == MeanDelay().measure(days=0, letters=2).actual


def test_a_divisor_may_be_as_small_as_it_likes() -> None:
    """Whatever is above 0 can be divided by."""
    assert 25 == P3DNRatio().measure(realised=0.125, ceiling=0.5).actual


def test_an_actual_measured_elsewhere_is_checked() -> None:
    """An actual in the indicator's unit becomes an exact number."""
    assert Fraction(189, 4) == P3DNRatio().check_actual(47.25)


def test_an_actual_of_a_count_is_not_negative() -> None:
    """What an indicator counts is 0 or more."""
    with refused("quantity.least", indicator="TenantCount", field="actual", value=-1, limit=0):
        TenantCount().check_actual(-1)


@pytest.mark.parametrize(
    ("measurement", "expected"),
    [
        (TenantCount().measure(graduated=2), "2"),
        (TenantCount().measure(graduated=1200), "1.200"),
        (ProductivityDelta().measure(improvement=25, cases=2), "25 / 2 = 12,50"),
        (ProductivityDelta().measure(improvement=Fraction(-100, 3), cases=2), "(-100/3) / 2 = -16,67"),
        (MeanDelay().measure(days=0, letters=0), "0 / 0 = tidak terdefinisi"),
    ],
)
def test_a_measurement_prints_its_worked_line(measurement: Measurement, expected: str) -> None:
    """The formula with its numbers, then the actual rounded half up; a number alone is not repeated."""
    assert expected == str(measurement)


@pytest.mark.parametrize(
    ("measurement", "expected"),
    [
        (
            P3DNRatio().measure(realised=1_971_124_137, ceiling=12_131_595_000),
            "100 × 1,971,124,137 / 12,131,595,000 = 16.25",
        ),
        (MeanDelay().measure(days=0, letters=0), "0 / 0 = undefined"),
        (TenantCount().measure(graduated=1200), "1,200"),
    ],
)
def test_a_worked_line_in_english(measurement: Measurement, expected: str) -> None:
    """The language decides the marks and the words."""
    assert expected == measurement.worked(Language.ENGLISH)


def test_an_indicator_without_remarks_has_no_notes() -> None:
    """Where nothing is unusual there is nothing to say."""
    assert () == TenantCount().measure(graduated=2).notes


def test_notes_say_what_is_unusual() -> None:
    """A reader is told of quantities that are possible but unusual."""
    notes = PNBPGrowth().measure(previous=2, current=1).notes
    assert ["PNBP turun dari tahun sebelumnya."] == [str(note) for note in notes]


def test_measurements_add_their_quantities() -> None:
    """Quantities add, and the formula runs again: percentages are never averaged."""
    total = MeanDelay().measure(days=4, letters=1) + MeanDelay().measure(days=14, letters=5)
    assert Fraction(18, 6) == total.actual


def test_sum_adds_measurements() -> None:
    """`sum` needs no start value."""
    parts = [MeanDelay().measure(days=days, letters=1) for days in (4, 7, 10)]
    assert MeanDelay().measure(days=21, letters=3) == sum(parts)


def test_an_empty_part_still_adds() -> None:
    """A quarter without cases has no actual of its own and adds nothing to the year."""
    year = MeanDelay().measure(days=0, letters=0) + MeanDelay().measure(days=5, letters=2)
    assert Fraction(5, 2) == year.actual


def test_empty_parts_add_to_an_empty_whole() -> None:
    """Where no part has a base, neither has the whole."""
    with pytest.raises(UndefinedActualError):
        _ = (MeanDelay().measure(days=0, letters=0) + MeanDelay().measure(days=0, letters=0)).actual


def test_measurements_of_different_indicators_do_not_add() -> None:
    """Tenants and revenue have no sum."""
    delay = MeanDelay().measure(days=1, letters=1)
    with refused("measurement.other_indicator", indicator="TenantCount", value=delay, own=TenantCount()):
        TenantCount().measure(graduated=1) + delay


def test_measurements_of_other_parameters_do_not_add() -> None:
    """Other parameters make another indicator."""
    longer = MeanDelay(longest=14).measure(days=1, letters=1)
    with refused("measurement.other_indicator", indicator="MeanDelay", value=longer, own=MeanDelay()):
        MeanDelay().measure(days=1, letters=1) + longer


def test_the_error_of_an_addition_holds_the_other_measurement() -> None:
    """A program finds what did not add in the error."""
    other = MeanDelay(longest=14).measure(days=1, letters=1)
    with pytest.raises(QuantityError) as caught:
        MeanDelay().measure(days=1, letters=1) + other
    assert other == caught.value.value


@pytest.mark.parametrize("other", [1, 2.5, None, "1"], ids=repr)
def test_a_measurement_plus_a_number_is_an_error(other: Any) -> None:
    """A measurement adds to measurements alone."""
    with pytest.raises(TypeError, match="unsupported operand"):
        MeanDelay().measure(days=1, letters=1) + other


def test_a_number_plus_a_measurement_is_an_error() -> None:
    """Only the 0 that `sum` starts from is let through."""
    with pytest.raises(TypeError, match="unsupported operand"):
        1 + MeanDelay().measure(days=1, letters=1)


def test_measurements_are_equal_by_all_but_their_evidence() -> None:
    """Which records were left out plays no part."""
    with_another = MeanDelay().measure_records([FEBRUARY, LAST_YEAR], period=2023)
    assert MeanDelay().measure_records([FEBRUARY], period=2023) == with_another


def test_totals_are_another_measurement_than_records() -> None:
    """A measurement from records knows its period."""
    from_records = MeanDelay().measure_records([FEBRUARY], period=2023)
    assert MeanDelay().measure(days=4, letters=1) != from_records


def test_equal_measurements_have_equal_hashes() -> None:
    """Equal measurements are one member of a set."""
    assert 1 == len({MeanDelay().measure(days=4, letters=1), MeanDelay().measure(letters=1, days=4)})


def test_measurements_of_other_quantities_differ() -> None:
    """The same actual from other quantities is another measurement."""
    assert MeanDelay().measure(days=4, letters=1) != MeanDelay().measure(days=8, letters=2)


def test_measurements_of_different_indicators_differ() -> None:
    """Equal quantities of another indicator are another measurement."""
    assert MeanDelay().measure(days=4, letters=1) != MeanDelay(longest=14).measure(days=4, letters=1)


def test_duplicates_of_a_measurement_equal_it(duplicate: Callable[[Any], Any]) -> None:
    """A measurement pickles and copies with its quantities."""
    measurement = MeanDelay().measure(days=4, letters=1)
    assert duplicate(measurement) == measurement


def test_duplicates_of_a_measurement_keep_their_evidence(duplicate: Callable[[Any], Any]) -> None:
    """A measurement pickles and copies with the records behind it."""
    measurement = MeanDelay().measure_records([FEBRUARY, LAST_YEAR], period=2023)
    assert measurement.evidence == duplicate(measurement).evidence


def test_a_measurement_shows_no_records() -> None:
    """`repr` stays readable where a million records stand behind the quantities."""
    measurement = MeanDelay().measure_records([FEBRUARY], period=2023)
    assert "Letter(" not in repr(measurement)


def test_a_measurement_does_not_change() -> None:
    """A measurement is frozen."""
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        MeanDelay().measure(days=4, letters=1).indicator = MeanDelay()  # type: ignore[misc]


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        (2023, 11),
        ("2023", 11),
        ("2023-TW2", 4),
        (Quarter(year=2023, number=3), 11),
        (Quarter(year=2023, number=3, cumulative=False), 7),
        (2022, 9),
        (2021, 0),
    ],
)
def test_records_are_counted_in_their_period(period: int | str | Period, expected: int) -> None:
    """A period is given as `as_period` takes it."""
    measurement = MeanDelay().measure_records([FEBRUARY, AUGUST, LAST_YEAR], period=period)
    assert expected == measurement.quantities["days"]


def test_a_period_that_does_not_exist_is_refused() -> None:
    """Records are not counted in a period that nobody knows."""
    with refused("period.other", value="2023-TW5"):
        MeanDelay().measure_records([FEBRUARY], period="2023-TW5")


def test_counted_records_are_told() -> None:
    """The records that entered a quantity stand under `counted`."""
    measurement = MeanDelay().measure_records([FEBRUARY, LAST_YEAR], period=2023)
    assert [FEBRUARY] == [item.record for item in measurement.counted]


def test_records_left_out_are_told() -> None:
    """The records that entered none stand under `left_out`, with the reason."""
    measurement = MeanDelay().measure_records([FEBRUARY, LAST_YEAR], period=2023)
    expected = [(LAST_YEAR, ("diterima pada periode",))]
    assert expected == [(item.record, item.nearest_miss) for item in measurement.left_out]


def test_a_measurement_of_totals_has_no_records() -> None:
    """Nothing is counted or left out where only totals were given."""
    measurement = MeanDelay().measure(days=4, letters=1)
    assert ((), ()) == (measurement.counted, measurement.left_out)


def test_a_sum_keeps_the_records_of_both_parts() -> None:
    """The evidence of the whole is that of its parts."""
    first = MeanDelay().measure_records([FEBRUARY], period="2023-TW1")
    third = MeanDelay().measure_records([AUGUST, LAST_YEAR], period=Quarter(year=2023, number=3, cumulative=False))
    assert [FEBRUARY, AUGUST, LAST_YEAR] == [item.record for item in (first + third).evidence]


def test_cumulative_quarters_do_not_add() -> None:
    """They overlap, so that their sum would count days twice, whichever records there are."""
    first = MeanDelay().measure_records([FEBRUARY], period="2023-TW1")
    third = MeanDelay().measure_records([AUGUST], period="2023-TW3")
    with refused("period.overlapping", indicator="MeanDelay", value=first.periods + third.periods):
        first + third


def test_a_record_counted_in_two_parts_is_refused() -> None:
    """The same record may not come in with two files."""
    first = MeanDelay().measure_records([FEBRUARY], period=2023)
    second = MeanDelay().measure_records([FEBRUARY, AUGUST], period=2023)
    with refused("record.counted_twice", indicator="MeanDelay", value=(("1",),)):
        first + second


def test_a_record_counted_twice_across_a_longer_sum_is_refused() -> None:
    """The records of every part so far are remembered."""
    parts = [MeanDelay().measure_records([letter], period=2023) for letter in (FEBRUARY, AUGUST, FEBRUARY)]
    with pytest.raises(DoubleCountError):
        sum(parts)


def test_a_record_left_out_of_one_part_counts_in_another() -> None:
    """What entered nothing is no double count."""
    first = MeanDelay().measure_records([FEBRUARY, AUGUST], period="2023-TW1-saja")
    third = MeanDelay().measure_records([AUGUST], period=Quarter(year=2023, number=3, cumulative=False))
    assert 11 == (first + third).quantities["days"]


def test_totals_of_records_are_checked_too() -> None:
    """Records whose total cannot be are refused like a total."""
    with refused("quantity.least", indicator="MeanDelay", field="days", value=-5, limit=0):
        MeanDelay().measure_records([attrs.evolve(FEBRUARY, days=-5)], period=2023)


@attrs.frozen(kw_only=True)
class LetterCount(Indicator[Letter]):
    """Letters received: known from totals only."""

    unit = LETTER
    variables = (Variable(name="letters", symbol="n", label=Text(id="surat", en="letters"), unit=LETTER),)

    @staticmethod
    def formula(letters: N) -> N:
        """Return the letters themselves."""
        return letters


def test_an_indicator_without_a_counting_rule_says_so() -> None:
    """Where only totals are known, `measure_records` points to `measure`."""
    with refused("indicator.no_counting_rule", indicator="LetterCount"):
        LetterCount().measure_records([FEBRUARY], period=2023)


def test_an_indicator_without_a_counting_rule_has_no_record() -> None:
    """There is nothing that its totals would be counted from."""
    assert None is LetterCount().record


def test_an_indicator_is_a_flow_unless_it_says_otherwise() -> None:
    """Its quarters add up to the year."""
    assert Timing.FLOW is LetterCount().timing


def test_a_measurement_of_records_knows_its_period() -> None:
    """Whoever holds it knows what it is about."""
    assert (Year(year=2023),) == MeanDelay().measure_records([FEBRUARY], period="2023").periods


def test_a_measurement_of_totals_has_no_period() -> None:
    """Nobody said what the totals are about."""
    assert () == MeanDelay().measure(days=4, letters=1).periods


def test_a_sum_knows_the_periods_of_its_parts_in_order() -> None:
    """Quarters that are added stand in the order of the calendar."""
    parts = [MeanDelay().measure_records([], period=f"2023-TW{number}-saja") for number in (3, 1)]
    assert ["2023-TW1-saja", "2023-TW3-saja"] == [str(period) for period in sum(parts[1:], parts[0]).periods]


def test_a_record_left_out_of_two_quarters_is_told_its_nearest_miss() -> None:
    """The one with the fewest failed conditions, of all quarters."""
    parts = [MeanDelay().measure_records([LAST_YEAR], period=f"2023-TW{number}-saja") for number in (1, 2)]
    (left,) = sum(parts[1:], parts[0]).left_out
    assert parts[0].left_out[0].nearest_miss == left.nearest_miss


@pytest.mark.parametrize("last", [1, 2, 3, 4])
def test_a_record_left_out_of_every_quarter_is_left_out_once(last: int) -> None:
    """However many quarters are added."""
    parts = [MeanDelay().measure_records([LAST_YEAR], period=f"2023-TW{number}-saja") for number in range(1, last + 1)]
    assert [LAST_YEAR] == [item.record for item in sum(parts[1:], parts[0]).left_out]


@pytest.mark.parametrize("period", [2023, "2023-TW2", "2023-TW2-saja"])
def test_a_quarter_of_a_flow_is_not_noted(period: int | str) -> None:
    """It adds up with the others."""
    assert () == MeanDelay().measure_records([FEBRUARY], period=period).notes


def test_totals_added_to_records_are_noted() -> None:
    """Nobody can look behind them."""
    mixed = MeanDelay().measure_records([], period=2023) + MeanDelay().measure(days=4, letters=1)
    assert "Part of the totals was given, without records; rows are counted of the rest alone." in [
        note.en for note in mixed.notes
    ]


def test_totals_alone_are_not_noted() -> None:
    """There are no records that could be taken for all of them."""
    assert () == (MeanDelay().measure(days=4, letters=1) + MeanDelay().measure(days=4, letters=1)).notes


def test_without_evidence_the_quantities_are_the_same() -> None:
    """Only the records are given up."""
    letters = [FEBRUARY, AUGUST, LAST_YEAR]
    bare = MeanDelay().measure_records(letters, period=2023, keep_evidence=False)
    assert MeanDelay().measure_records(letters, period=2023).quantities == bare.quantities


def test_without_evidence_there_are_no_records() -> None:
    """Neither counted nor left out."""
    bare = MeanDelay().measure_records([FEBRUARY, LAST_YEAR], period=2023, keep_evidence=False)
    assert ((), ()) == (bare.counted, bare.left_out)


UNGUARDED = Text(
    id="Data dukung tidak disimpan, sehingga penghitungan ganda tidak diperiksa.",
    en="The records were not kept, so that counting one twice was not guarded against.",
)


def test_without_evidence_the_notes_say_so() -> None:
    """A reader is told that nothing guarded against counting twice."""
    assert (UNGUARDED,) == MeanDelay().measure_records([FEBRUARY], period=2023, keep_evidence=False).notes


def test_with_evidence_there_is_nothing_to_note() -> None:
    """The guard is the normal case."""
    assert () == MeanDelay().measure_records([FEBRUARY], period=2023).notes


@pytest.mark.parametrize("bare_first", [True, False])
def test_a_sum_with_a_part_without_evidence_says_so(*, bare_first: bool) -> None:
    """One unguarded part leaves the whole unguarded, on either side."""
    bare = MeanDelay().measure_records([FEBRUARY], period=2023, keep_evidence=False)
    kept = MeanDelay().measure_records([AUGUST], period=2023)
    assert (UNGUARDED,) == (bare + kept if bare_first else kept + bare).notes


KEPT = MeanDelay().measure_records([], period=2023)
BARE = MeanDelay().measure_records([FEBRUARY], period=2023, keep_evidence=False)
TOTALS = MeanDelay().measure(days=4, letters=1)
MIXED = KEPT + TOTALS


@pytest.mark.parametrize(
    ("left", "right", "guarded", "complete"),
    [
        (KEPT, KEPT, True, True),
        (TOTALS, TOTALS, True, True),
        (BARE, BARE, False, True),
        (BARE, KEPT, False, True),
        (KEPT, BARE, False, True),
        (TOTALS, KEPT, True, False),
        (KEPT, TOTALS, True, False),
        (MIXED, KEPT, True, False),
        (KEPT, MIXED, True, False),
        (MIXED, MIXED, True, False),
        (MIXED, TOTALS, True, False),
        (TOTALS, MIXED, True, False),
        (BARE, TOTALS, False, False),
        (TOTALS, BARE, False, False),
        (MIXED, BARE, False, False),
        (BARE, MIXED, False, False),
    ],
)
def test_a_sum_is_as_sure_as_its_less_sure_part(
    left: Measurement, right: Measurement, *, guarded: bool, complete: bool
) -> None:
    """Guarded where both are, complete where both are and both or neither have records; in either order."""
    whole = left + right
    assert (guarded, complete) == (whole.guarded, whole.complete)


def test_a_sum_starts_from_zero_only() -> None:
    """A number is no measurement."""
    with pytest.raises(TypeError):
        sum([TOTALS], 1)


def test_a_measurement_without_evidence_is_another() -> None:
    """Equal quantities with less certainty are not the same."""
    bare = MeanDelay().measure_records([FEBRUARY], period=2023, keep_evidence=False)
    assert MeanDelay().measure_records([FEBRUARY], period=2023) != bare


@pytest.mark.parametrize("indicator", [AssistedCompanyCount(), ProductivityDelta()], ids=lambda one: one.name)
@pytest.mark.parametrize("period", ["2023-TW2", "2023-TW2-saja", "2023-TW4"])
def test_a_year_figure_is_refused_for_a_quarter(indicator: Indicator[Any], period: str) -> None:
    """Its records name no quarter, not even the last."""
    with refused("period.year_only", indicator=indicator.name, value=as_period(period)):
        indicator.measure_records([], period=period)


def test_a_refused_quarter_is_kept() -> None:
    """A program finds the period in the error."""
    with pytest.raises(PeriodError) as caught:
        ProductivityDelta().measure_records([], period="2023-TW2")
    assert Quarter(year=2023, number=2) == caught.value.value


def _broken() -> Iterator[Letter]:
    yield FEBRUARY
    yield None.letter  # type: ignore[attr-defined]


def test_an_error_of_what_gives_the_records_stays_as_it_is() -> None:
    """It is no record of another class."""
    with pytest.raises(AttributeError):
        MeanDelay().measure_records(_broken(), period=2023)


@attrs.frozen(kw_only=True, field_transformer=by_kind)
class Visit:
    """A visit that counts in its budget year, whenever it was."""

    identity: ClassVar = ("unit", "visit")
    dated_by: ClassVar = "visited_on"

    unit: str = attrs.field(metadata=unit())
    visit: str = attrs.field(metadata=name("kunjungan", "Nomor kunjungan."))
    budget_year: int = attrs.field(metadata=year("tahun", "Tahun anggaran."))
    visited_on: dt.date = attrs.field(metadata=day("tanggal", "Tanggal kunjungan."))


class VisitCount(Indicator[Visit]):
    """How many visits a year's budget paid."""

    unit = Unit(name=Text(id="Kunjungan", en="visit"), whole=True)
    record = Visit
    timing = Timing.YEARLY
    variables = (Variable(name="visits", symbol="K", label=Text(id="kunjungan", en="visits"), unit=unit),)

    def tally(self, line: Visit, period: Period) -> Iterator[Tally]:
        """Count those of the budget year."""
        yield Tally({"tahun anggaran": line.budget_year == period.year}, visits=1)

    @staticmethod
    def formula(visits: N) -> N:
        """Return the count."""
        return visits


def test_only_what_did_not_count_is_told_as_later() -> None:
    """A record may be dated after the period and count all the same."""
    days = {"1": (2023, dt.date(2024, 1, 5)), "2": (2024, dt.date(2024, 1, 6))}
    visits = [Visit(unit="A", visit=key, budget_year=own, visited_on=on) for key, (own, on) in days.items()]
    measured = VisitCount().measure_records(visits, period=2023)
    assert (["1"], ["1 baris"]) == (
        [line.visit for line in measured.evidence.counted],
        [note.id[:7] for note in measured.notes if "sesudah" in note.id],
    )


def test_a_class_without_identity_is_called_by_its_name() -> None:
    """Its identity is the first that is asked of a record, and the class is asked for it."""

    class Row:
        year, account, ceiling, realised = 2023, "521211", 1, 1

    rows: Any = [Row()]
    with refused("record.other_class", indicator="P3DNRatio", field="identity", kind="Row", record="BudgetLine"):
        P3DNRatio().measure_records(rows, period=2023)
