"""What is counted: lines, or what several lines are about; and how many lines entered."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from typing import TYPE_CHECKING, Any, ClassVar

import attrs
import pytest

from kinerja import (
    Indicator,
    PNBPGrowth,
    Receipt,
    Text,
    Timing,
    Unit,
    Variable,
    exact,
)
from kinerja._base import FrozenMap
from kinerja._base.dates import write_day
from kinerja.measurement.naming import alike_keys
from kinerja.records import Period, Tally, Year, above, either, one_of, percent_change, stated
from said import refused, sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kinerja import Measurement

FILE = Unit(name=Text(id="Berkas", en="file"), whole=True)


@attrs.frozen(kw_only=True)
class Letter:
    """One letter of a file."""

    identity: ClassVar = ("unit", "number")

    unit: str = "A"
    number: str
    file: str = "F1"
    year: int = 2023
    fee: Fraction = attrs.field(default=Fraction(1), converter=exact)


def _variable(name: str, **more: Any) -> Variable:
    return Variable(name=name, symbol=name.upper(), label=Text(id=name, en=name), unit=FILE, **more)


@attrs.frozen(kw_only=True)
class FileCost(Indicator[Letter]):
    """What a file of letters costs."""

    unit = Unit(name=Text(id="Rupiah", en="rupiah"))
    record = Letter
    timing = Timing.SNAPSHOT
    variables = (
        _variable("files", empty="unmeasured", divisor=True),
        attrs.evolve(_variable("cost"), unit=Unit(name=Text(id="Rupiah", en="rupiah"))),
    )

    def tally(self, line: Letter, period: Period) -> Iterator[Tally]:
        """Count the files, and add what their letters cost."""
        now = {"tahun berjalan": line.year == period.year}
        yield Tally(now, per=(line.unit, line.file), files=1)
        yield Tally(now, cost=line.fee)

    @staticmethod
    def formula(files: Any, cost: Any) -> Any:
        """Return the cost of a file."""
        return cost / files


def _measure(*letters: Letter, **more: Any) -> Measurement:
    return FileCost().measure_records(letters, period=2023, **more)


TWO_IN_ONE = Letter(number="1"), Letter(number="2")


def test_what_several_lines_are_about_counts_once() -> None:
    """The first adds 1, the others nothing; what is not counted so adds with every line."""
    assert {"files": 1, "cost": 2} == _measure(*TWO_IN_ONE).quantities


def test_a_line_that_does_not_count_is_about_nothing() -> None:
    """Each line must itself meet the conditions."""
    assert {"files": 1, "cost": 1} == _measure(Letter(number="0", year=2022), Letter(number="1")).quantities


def test_a_line_is_told_whether_it_was_the_first() -> None:
    """The other is counted too, and added nothing."""
    assert [(), ("files",)] == [item.again for item in _measure(*TWO_IN_ONE).counted]


def test_a_line_that_is_about_the_same_again_entered() -> None:
    """It met the conditions."""
    assert [("files", "cost")] * 2 == [item.entered for item in _measure(*TWO_IN_ONE).counted]


def test_entries_are_the_lines_that_entered() -> None:
    """The first and the others."""
    assert FrozenMap({"files": 2, "cost": 2}) == _measure(*TWO_IN_ONE, Letter(number="3", year=2022)).entries


def test_keys_are_what_the_lines_are_about() -> None:
    """Of what is counted per something alone."""
    assert {"files": {("A", "F1")}} == _measure(*TWO_IN_ONE).keys


def test_keys_and_entries_need_no_evidence() -> None:
    """A long stream has them too."""
    bare, kept = _measure(*TWO_IN_ONE, keep_evidence=False), _measure(*TWO_IN_ONE)
    assert (kept.entries, kept.keys, kept.quantities) == (bare.entries, bare.keys, bare.quantities)


def test_totals_have_no_entries() -> None:
    """Nobody knows from how many lines they come."""
    assert None is FileCost().measure(files=1, cost=2).entries


def test_the_same_line_twice_is_refused_though_it_would_add_nothing() -> None:
    """What makes a line one and the same stays what it is."""
    with refused("record.counted_unequal", indicator="FileCost", value=(("A", "1"),)):
        FileCost().measure_records([Letter(number="1"), Letter(number="1", fee=0)], period=2023)


@pytest.mark.parametrize("keep_evidence", [True, False])
def test_parts_that_counted_the_same_thing_do_not_add(keep_evidence: bool) -> None:  # noqa: FBT001 - a parameter
    """Also where no records were kept."""
    parts = [_measure(letter, keep_evidence=keep_evidence) for letter in TWO_IN_ONE]
    with refused("measurement.counted_in_both", indicator="FileCost", value=(("A", "F1"),)):
        sum(parts)


def test_parts_of_other_things_add_with_their_entries_and_keys() -> None:
    """Each on its own side."""
    whole = _measure(Letter(number="1")) + _measure(Letter(number="2", file="F2"))
    keys = frozenset({("A", "F1"), ("A", "F2")})
    assert (FrozenMap({"files": 2, "cost": 2}), FrozenMap({"files": keys})) == (whole.entries, whole.keys)


def test_totals_and_records_have_the_entries_of_the_records() -> None:
    """On either side."""
    records, totals = _measure(Letter(number="1")), FileCost().measure(files=3, cost=9)
    expected = FrozenMap({"files": 1, "cost": 1})
    assert [expected, expected] == [(records + totals).entries, (totals + records).entries]


def test_what_must_have_records_and_has_none_is_not_measured() -> None:
    """Before anybody asks for a divisor."""
    with refused("actual.unmeasured", indicator="FileCost", quantity="files", value=0):
        _ = _measure(Letter(number="1", year=2022)).actual


def test_what_is_not_measured_still_adds() -> None:
    """Half a year without files, and half a year with one."""
    assert 1 == (_measure() + _measure(Letter(number="1"))).actual


def test_what_is_not_measured_says_so_in_its_worked_line() -> None:
    """A 0 in the formula is no figure."""
    assert str(_measure()).endswith("= belum diukur")


def test_what_is_not_measured_says_why_among_its_notes() -> None:
    """Once."""
    id_, en = "Belum diukur: tidak ada baris untuk FILES (files).", "Not measured: there is no row for FILES (files)."
    assert (Text(id=id_, en=en),) == _measure().notes


def test_totals_of_nothing_are_undefined() -> None:
    """Whoever gives 0 has measured."""
    with refused("actual.undefined", indicator="FileCost", quantity="files", value=0):
        _ = FileCost().measure(files=0, cost=0).actual


def test_no_records_beside_totals_are_measured() -> None:
    """The totals say what there was."""
    assert 3 == (_measure() + FileCost().measure(files=3, cost=9)).actual


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [("K1", "S1", ("K1", True)), (None, "S1", ("S1", False)), (" ", "S1", ("S1", False)), (None, None, (None, False))],
)
def test_either_is_the_first_where_it_is_stated(first: Any, second: Any, expected: tuple[Any, bool]) -> None:
    """And says which of both it is."""
    assert expected == either(first, second)


@attrs.frozen(kw_only=True)
class Told(FileCost):
    """The same, by the quarter, with remarks on its records."""

    timing = Timing.FLOW

    def tally(self, line: Letter, period: Period) -> Iterator[Tally]:
        """Count those of the quarter."""
        now = {"triwulan": line.number == str(getattr(period, "number", 0))}
        yield Tally(now, per=(line.unit, line.file), files=1)
        yield Tally(now, cost=line.fee)

    def record_remarks(self, ledger: Iterable[Any], period: Period) -> Iterator[Text]:
        """Give the numbers, and what is always the same."""
        numbers = [item.record.number for item in ledger if item.entered]
        yield Text(id=f"{period}: {numbers}", en="")
        yield Text(id="sama", en="")


@attrs.frozen(kw_only=True)
class SameRule(Told):
    """Another reading, by the same counting rule."""

    reading_of = Told


@attrs.frozen(kw_only=True)
class OtherRule(SameRule):
    """Another reading, with a counting rule of its own."""

    def tally(self, line: Letter, period: Period) -> Iterator[Tally]:
        """Count as the other does."""
        return Told().tally(line, period)


@attrs.frozen(kw_only=True)
class OwnRule(Told):
    """No reading, with a counting rule of its own."""

    tally = OtherRule.tally


@pytest.mark.parametrize(("kind", "told"), [(Told, True), (SameRule, True), (OwnRule, True), (OtherRule, False)])
def test_remarks_on_records_are_of_their_counting_rule(kind: type[Told], *, told: bool) -> None:
    """Another reading that counts otherwise does not take them over."""
    measured = kind().measure_records([Letter(number="1")], period="2023-TW1-saja")
    assert told is ("sama" in [note.id for note in measured.notes])


def test_a_quarter_looks_at_its_own_records() -> None:
    """A remark on the records of a period is told of those alone."""
    letters = Letter(number="1"), Letter(number="2", file="F2")
    first, second = (Told().measure_records(letters, period=f"2023-TW{number}-saja") for number in (1, 2))
    expected = ["2023-TW1-saja: ['1']", "sama", "2023-TW2-saja: ['2']"]
    assert expected == [note.id for note in (first + second).notes]


def test_a_line_that_missed_nothing_has_no_cause() -> None:
    """There is nothing to tell."""
    measured = _measure(Letter(number="1"))
    (item,) = measured.counted
    assert (Text(id="", en=""), ()) == (measured.cause(item), measured.unknown(item))


def test_a_rule_that_never_changed_is_the_first() -> None:
    """It needs no name."""
    assert (1, ()) == (FileCost().rules, FileCost().rule_names)


@attrs.frozen(kw_only=True)
class Visit:
    """One visit, which knows its day and its length or not."""

    identity: ClassVar = ("number",)
    dated_by: ClassVar = "seen_on"

    number: str
    seen_on: dt.date | None = None
    planned: Fraction | None = None
    hours: Fraction | None = None
    guide: str | None = None


@attrs.frozen(kw_only=True)
class LongVisits(Indicator[Visit]):
    """Visits that took longer than planned."""

    unit = FILE
    record = Visit
    timing = Timing.FLOW
    variables = (_variable("visits"),)

    def tally(self, line: Visit, period: Period) -> Iterator[Tally]:
        """Count them."""
        conditions = {
            "dalam periode": period.contains(line.seen_on),
            "lebih lama": above(percent_change(line.planned, line.hours), 0),
            "berpemandu": stated(line.guide) | one_of(line.number, {"0"}),
        }
        yield Tally(conditions, visits=1)

    @staticmethod
    def formula(visits: Any) -> Any:
        """Return the visits."""
        return visits


SEEN: dict[str, Any] = {"seen_on": dt.date(2023, 5, 1), "planned": Fraction(1), "hours": Fraction(2), "guide": "G"}


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"seen_on": None}, "seen_on tidak diketahui"),
        ({"hours": None}, "hours tidak diketahui"),
        ({"planned": None, "hours": None}, "planned tidak diketahui, hours tidak diketahui"),
        ({"hours": Fraction(1)}, "tidak memenuhi lebih lama"),
        ({"hours": Fraction(1), "guide": None}, "tidak memenuhi lebih lama, berpemandu"),
        ({"guide": None}, "tidak memenuhi berpemandu"),
        ({"seen_on": None, "guide": None}, "seen_on tidak diketahui, tidak memenuhi berpemandu"),
        ({"seen_on": dt.date(2022, 1, 1), "hours": None}, "hours tidak diketahui, tidak memenuhi dalam periode"),
    ],
    ids=repr,
)
def test_what_is_unknown_is_told_before_what_fails(given: dict[str, Any], expected: str) -> None:
    """Of two conditions of which one is enough, the other might hold: what it lacks is no cause."""
    measured = LongVisits().measure_records([Visit(number="1", **{**SEEN, **given})], period=2023)
    (item,) = measured.left_out
    english = expected.replace("tidak diketahui", "is unknown").replace("tidak memenuhi", "fails")
    assert Text(id=expected, en=english) == measured.cause(item)


def test_a_true_0_of_several_quarters_names_them_all() -> None:
    """And the months of which there are rows, once."""
    visits = [Visit(number="1", **{**SEEN, "seen_on": dt.date(2023, 12, 1)})]
    parts = [LongVisits().measure_records(visits, period=f"2023-TW{number}-saja") for number in (1, 2)]
    expected = ["0: tidak ada baris bertanggal 2023-TW1-saja, 2023-TW2-saja (ada Desember 2023)."]
    assert expected == [note.id for note in sum(parts[1:], parts[0]).notes]


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        (["Uji air", "uji  air"], ["Uji air = uji  air"]),
        (["Uji air", "Uji-air", "UJI AIR"], ["UJI AIR = Uji air = Uji-air"]),
        (["Uji air", "Uji air 2"], []),
        (["Uji air", "Uji air"], []),
    ],
)
def test_things_that_are_written_almost_alike_are_noted(files: list[str], expected: list[str]) -> None:
    """Each counts, as keys are compared as they are; who typed them looks again."""
    letters = [Letter(number=str(place), file=file) for place, file in enumerate(files)]
    measured = _measure(*letters)
    notes = [note.id for note in measured.notes]
    told = "Hanya berbeda huruf besar, spasi, atau tanda baca, dan masing-masing dihitung satu: {}. Bila sama, samakan "
    assert [told.format(one) + "tulisannya." for one in expected] == notes
    assert len(set(files)) == measured.quantities["files"]


def test_a_key_by_its_first_text_is_not_almost_one_by_its_second() -> None:
    """They are of two kinds."""
    assert [] == alike_keys([("A", either("X", "Y")), ("A", either(None, "x"))])


def test_a_record_that_stands_twice_is_told_twice_of_one_period_and_once_of_several() -> None:
    """Where it does not count; of several periods it was looked at in each."""
    twice = [Visit(number="1")] * 2
    first, second = (LongVisits().measure_records(twice, period=f"2023-TW{number}-saja") for number in (1, 2))
    assert [2, 1] == [len(first.looked_at()), len((first + second).looked_at())]


def test_where_records_stand_is_told_in_both_languages() -> None:
    """Beside what is not there."""
    id_, en = (
        "Belum diukur: tidak ada baris di a.csv untuk FILES (files).",
        "Not measured: there is no row in a.csv for FILES (files).",
    )
    assert (Text(id=id_, en=en),) == attrs.evolve(_measure(), where="a.csv").notes


def test_records_of_later_days_are_named_from_the_last_on() -> None:
    """In whatever order they stand."""
    visits = [Visit(number=str(month), **{**SEEN, "seen_on": dt.date(2023, month, 1)}) for month in (12, 10, 11, 1)]
    measured = LongVisits().measure_records(visits, period="2023-TW1")
    assert [True] == [": 12; 11; 10." in note.id for note in measured.notes]


def test_why_there_is_none_is_told_of_each_quantity_for_which_it_is_another() -> None:
    """This year's receipt is of another account, and of the year before there is none."""
    receipt = Receipt(unit="A", receipt="1", amount=1, received_on=dt.date(2023, 5, 1), account="425289")
    note = PNBPGrowth(accounts=["425283"]).measure_records([receipt], period=2023).notes[0]
    assert "tidak satu pun memenuhi akun layanan; belum ada penerimaan bertanggal 2022 untuk" in note.id


def test_the_last_day_of_a_period_is_not_after_it() -> None:
    """What does not count for another cause is told by that."""
    visit = Visit(number="1", **{**SEEN, "seen_on": dt.date(2023, 3, 31), "hours": Fraction(1)})
    (note,) = LongVisits().measure_records([visit], period="2023-TW1").notes
    assert note.id.startswith("0: dari 1 baris bertanggal 2023-TW1 tidak satu pun memenuhi lebih lama")


def test_records_of_a_stock_that_have_no_name_are_called_data() -> None:
    """A form asks for those of both days."""

    @attrs.frozen(kw_only=True)
    class VisitsGoingOn(LongVisits):
        timing = Timing.STOCK

    days = {"opening": write_day(dt.date(2022, 12, 31)), "end": write_day(dt.date(2023, 12, 31))}
    said = sentence("records.all_in_force", noun=Text(id="data", en="records"), **days)
    assert [said] == [*VisitsGoingOn().records_needed(Year(year=2023))]
