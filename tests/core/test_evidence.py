"""From records to quantities, and what became of every record."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any, ClassVar

import attrs
import pytest

from kinerja import DoubleCountError, QuantityError
from kinerja._base import FrozenMap
from kinerja.measurement import Evidence, Ledger, Outcome, contribution
from kinerja.measurement.counting import count
from kinerja.measurement.evidence import merged, refuse_double_count
from kinerja.measurement.naming import named
from kinerja.records import Period, Tally, Year
from said import refused

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator


@attrs.frozen(kw_only=True)
class Order:
    """One order of an office."""

    identity: ClassVar = ("unit", "number")

    unit: str = "417912"
    number: str
    year: int = 2023
    paid: Fraction | None = Fraction(1)
    open: bool = True


def _by_year(order: Order, _period: Period) -> Iterator[Tally]:
    now = {"tahun berjalan": order.year == 2023, "masih terbuka": order.open}
    before = {"tahun sebelumnya": order.year == 2022}
    yield Tally(now, current=order.paid, orders=1)
    yield Tally(before, previous=order.paid)


NAMES = ["previous", "current", "orders"]
YEAR = Year(year=2023)


def _count(orders: Iterable[Order], *, keep_evidence: bool = True) -> tuple[dict[str, Fraction], Ledger]:
    counted = count("OrderGrowth", NAMES, _by_year, orders, period=YEAR, keep_evidence=keep_evidence)
    return counted.sums, counted.ledger


def _gather(*orders: Order) -> tuple[dict[str, Fraction], Ledger]:
    return _count(orders)


def test_no_records_give_zeros() -> None:
    """Every quantity is there, at 0, where nothing was counted."""
    sums, _ = _gather()
    assert {"previous": 0, "current": 0, "orders": 0} == sums


@pytest.mark.parametrize("number", range(1, 8))
def test_sums_are_exact(number: int) -> None:
    """However many different denominators there are, the sum is exact."""
    orders = [Order(number=str(one), paid=Fraction(1, one)) for one in range(1, number + 1)]
    sums, _ = _gather(*orders)
    assert sum((Fraction(1, one) for one in range(1, number + 1)), Fraction(0)) == sums["current"]


def test_each_tally_adds_to_its_own_quantities() -> None:
    """A record adds to the quantities whose conditions it meets."""
    sums, _ = _gather(Order(number="1", paid=Fraction(5)), Order(number="2", year=2022, paid=Fraction(7)))
    assert {"previous": 7, "current": 5, "orders": 1} == sums


def test_every_record_has_its_entry_in_order() -> None:
    """One entry stands for each record, whatever became of it."""
    orders = [Order(number="1"), Order(number="2", year=2020), Order(number="3", year=2022)]
    _, evidence = _gather(*orders)
    assert orders == [item.record for item in evidence]


def test_an_entry_names_the_quantities_entered() -> None:
    """What the record was counted in is told by name."""
    _, (item,) = _gather(Order(number="1"))
    assert ("current", "orders") == item.entered


def test_an_entry_names_the_quantities_missed_and_why() -> None:
    """What the record was not counted in is told with all the conditions that failed."""
    _, (item,) = _gather(Order(number="1", year=2021, open=False))
    assert {
        "current": ("tahun berjalan", "masih terbuka"),
        "orders": ("tahun berjalan", "masih terbuka"),
        "previous": ("tahun sebelumnya",),
    } == item.missed


def test_the_nearest_miss_has_the_fewest_failed_conditions() -> None:
    """A record that is left out is told what it lacked least of."""
    _, (item,) = _gather(Order(number="1", year=2021, open=False))
    assert ("tahun sebelumnya",) == item.nearest_miss


def test_a_record_that_missed_nothing_has_no_nearest_miss() -> None:
    """Where every quantity was entered there is nothing to tell."""
    outcome = Outcome(entered=("orders",), missed=FrozenMap())
    assert () == Evidence(record=Order(number="1"), periods=(YEAR,), outcome=outcome).nearest_miss


def test_the_identity_is_made_of_the_fields_that_the_record_class_names() -> None:
    """Two offices may both have an order number 1."""
    _, (item,) = _gather(Order(number="1"))
    assert ("417912", "1") == item.identity


def test_an_unknown_value_is_not_asked_for_where_the_conditions_fail() -> None:
    """A record that does not count may be incomplete."""
    sums, _ = _gather(Order(number="1", year=2021, paid=None))
    assert {"previous": 0, "current": 0, "orders": 0} == sums


def test_an_unknown_value_that_counts_is_refused() -> None:
    """Where a record counts, its value has to be known."""
    with refused("record.unknown_value", indicator="OrderGrowth", field="current", value=Order(number="1", paid=None)):
        _gather(Order(number="1", paid=None))


class Wrapping(int):
    """A whole number of another library, whose sums are of its kind too."""

    @property
    def numerator(self) -> Any:
        """The number itself."""
        return self

    def __radd__(self, other: int) -> Wrapping:
        return Wrapping((other + int(self)) % 2**31)


@pytest.mark.parametrize("paid", [1.5, "3", Decimal(3), Wrapping(3)])
def test_what_is_no_exact_number_is_refused(paid: Any) -> None:
    """A float has lost what it meant, and a number of fixed width may overflow."""
    with refused("record.not_exact", indicator="OrderGrowth", field="current", kind=type(paid).__name__):
        _count([Order(number="1", paid=paid)])


def test_the_error_holds_the_record_with_the_unknown_value() -> None:
    """A program finds the record in the error."""
    with pytest.raises(QuantityError) as caught:
        _gather(Order(number="1", paid=None))
    assert Order(number="1", paid=None) == caught.value.value


def test_the_same_record_twice_in_one_quantity_is_refused() -> None:
    """Nothing counts twice, and the message names what would have."""
    with refused("record.counted_twice", indicator="OrderGrowth", value=(("417912", "1"),)):
        _gather(Order(number="1"), Order(number="1"))


def test_records_of_one_identity_that_differ_are_told_in_what() -> None:
    """They may be two things; the equal ones beside them are told to be equal."""
    orders = Order(number="1"), Order(number="1", paid=Fraction(9), open=True), Order(number="2"), Order(number="2")
    with refused("record.counted_unequal", indicator="OrderGrowth", value=(("417912", "1"), ("417912", "2"))) as caught:
        _gather(*orders)
    expected = (
        "Data dukung berikut ada dua kali atau lebih, dengan isi yang berbeda: 1 (berbeda: paid); 2 (sama). Bila satu "
        "hal, sisakan baris yang benar; dari angka kumulatif, yang terakhir. Hanya bila memang beberapa hal, bedakan "
        "isi kolom number."
    )
    assert (expected, True) == (caught.value.text.id, ": 1 (different: paid); 2 (equal)." in caught.value.text.en)


def test_an_identity_without_a_text_is_named_by_its_last_field() -> None:
    """A number may be a number."""

    @attrs.frozen(kw_only=True)
    class Numbered:
        identity: ClassVar = ("number",)
        number: int = 1
        open: bool = True

    rule = lambda line, _period: [Tally({"ada": line.number == 1}, orders=1)]  # noqa: E731 - one rule of one line
    with refused("record.counted_unequal", indicator="Open", value=((1,),), limit="number"):
        count("Open", ["orders"], rule, [Numbered(), Numbered(open=False)], period=YEAR, keep_evidence=True)


def test_a_double_count_names_each_identity_once() -> None:
    """A record that stands three times, and in two quantities, is one problem."""
    with pytest.raises(DoubleCountError) as caught:
        _gather(*[Order(number=number) for number in ("1", "2", "1", "2", "1", "3")])
    assert (("417912", "1"), ("417912", "2")) == caught.value.value


@pytest.mark.parametrize(("number", "rest"), [(20, ""), (21, "; and 1 more"), (22, "; and 2 more")])
def test_a_double_count_names_twenty_records_and_counts_the_rest(number: int, rest: str) -> None:
    """The message stays readable; the error holds them all."""
    twice = tuple(("417912", f"{one:02}") for one in range(1, number + 1))
    named = "; ".join(number for _, number in twice[:20])
    with refused("record.counted_twice", indicator="OrderGrowth", value=twice, named=f"{named}{rest}"):
        _gather(*[Order(number=one) for _, one in (*twice, *twice)])


def test_a_record_may_stand_twice_where_it_is_not_counted_twice() -> None:
    """A duplicate that enters nothing, or another quantity, does no harm."""
    sums, _ = _gather(
        Order(number="1"), Order(number="1", year=2022), Order(number="2", year=2020), Order(number="2", year=2020)
    )
    assert {"previous": 1, "current": 1, "orders": 1} == sums


def test_the_same_number_of_two_units_is_two_records() -> None:
    """The unit is part of the identity."""
    sums, _ = _gather(Order(number="1"), Order(unit="417913", number="1"))
    assert 2 == sums["orders"]


def test_a_rule_that_counts_one_record_twice_is_refused() -> None:
    """Two tallies of one record may not enter the same quantity."""

    def twice(order: Order, _period: Period) -> Iterable[Tally]:
        return [Tally({}, orders=1), Tally({"masih terbuka": order.open}, orders=1)]

    with pytest.raises(DoubleCountError):
        count("OrderGrowth", ["orders"], twice, [Order(number="1")], period=YEAR, keep_evidence=True)


def test_evidence_of_two_counts_is_held_together() -> None:
    """What was counted once here and once there was counted twice."""
    _, evidence = _gather(Order(number="1"))
    with refused("record.counted_twice", indicator="OrderGrowth", value=(("417912", "1"),)):
        refuse_double_count("OrderGrowth", evidence + evidence)


def test_records_are_read_once() -> None:
    """A generator of records is enough."""
    assert 3 == _count(Order(number=number) for number in "123")[0]["orders"]


def test_an_entrys_duplicates_equal_it(duplicate: Callable[[Any], Any]) -> None:
    """An entry pickles and copies with its record."""
    _, (item,) = _gather(Order(number="1"))
    assert duplicate(item) == item


def test_records_of_the_same_fate_share_one_outcome() -> None:
    """A million records need no million outcomes."""
    _, ledger = _gather(Order(number="1"), Order(number="2"), Order(number="3", year=2022))
    first, second, third = ledger.outcomes
    assert (True, False) == (first is second, first is third)


def test_a_ledger_has_the_length_of_its_records() -> None:
    """Each record is one entry."""
    _, ledger = _gather(Order(number="1"), Order(number="2", year=2020))
    assert 2 == len(ledger)


def test_ledgers_add_in_order() -> None:
    """The records of the second follow those of the first."""
    (_, first), (_, second) = _gather(Order(number="1")), _gather(Order(number="2", year=2020))
    _, both = _gather(Order(number="1"), Order(number="2", year=2020))
    assert both == first + second


def test_an_empty_ledger_has_no_entries() -> None:
    """A measurement of totals has no records behind it."""
    assert [] == list(Ledger())


def test_what_was_entered_was_not_missed() -> None:
    """A record of this year missed the year before, and nothing else."""
    _, (item,) = _gather(Order(number="1"))
    assert {"previous": ("tahun sebelumnya",)} == item.missed


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (Order(number="1", paid=Fraction(7)), {"current": 7, "orders": 1}),
        (Order(number="1", paid=Fraction(7), year=2022), {"previous": 7}),
        (Order(number="1", paid=Fraction(7), open=False), {}),
        (Order(number="1", year=2022, paid=None), {"previous": None}),
    ],
)
def test_a_record_adds_to_what_it_enters_alone(order: Order, expected: dict[str, int | None]) -> None:
    """Each quantity by its name, with its own value."""
    assert expected == contribution(lambda line: _by_year(line, YEAR), order)


def test_a_record_adds_nothing_to_what_another_was_about() -> None:
    """It entered, and the one before it added it."""
    order = Order(number="1", paid=Fraction(7))
    assert {"current": 7, "orders": 0} == contribution(lambda line: _by_year(line, YEAR), order, ["orders"])


def test_an_entry_of_nothing_missed_was_entered_everywhere() -> None:
    """A quantity is either entered or missed, never both."""
    _, (item,) = _gather(Order(number="1"))
    assert set(NAMES) == {*item.entered, *item.missed}


def test_without_evidence_the_numbers_are_the_same() -> None:
    """Only the records are given up."""
    orders = [Order(number=str(one), year=2022 + one % 3, paid=Fraction(one, 7)) for one in range(20)]
    assert _count(orders)[0] == _count(orders, keep_evidence=False)[0]


def test_without_evidence_no_record_is_kept() -> None:
    """The ledger stays empty."""
    assert Ledger() == _count([Order(number="1")], keep_evidence=False)[1]


def test_without_evidence_nothing_guards_against_counting_twice() -> None:
    """What is not kept cannot be compared."""
    assert 2 == _count([Order(number="1")] * 2, keep_evidence=False)[0]["orders"]


def test_without_evidence_an_unknown_value_is_still_refused() -> None:
    """A record that counts has to be complete, kept or not."""
    with refused("record.unknown_value", indicator="OrderGrowth", field="current", value=Order(number="1", paid=None)):
        _count([Order(number="1", paid=None)], keep_evidence=False)


def test_a_record_of_several_periods_misses_only_what_it_never_entered() -> None:
    """It entered the one quantity in the first period and the other in the second; the third it missed by less."""
    order = Order(number="1")
    first = Outcome(entered=("previous",), missed=FrozenMap({"current": ("a",), "orders": ("a", "b")}))
    second = Outcome(entered=("current",), missed=FrozenMap({"previous": ("c",), "orders": ("d",)}))
    together = Outcome(entered=("previous", "current"), missed=FrozenMap({"orders": ("d",)}))
    periods = Year(year=2022), YEAR
    ledger = Ledger(records=(order, order), periods=periods, outcomes=(first, second))
    assert [Evidence(record=order, periods=periods, outcome=together)] == list(merged(ledger))


def test_a_record_that_was_looked_at_twice_in_one_period_names_it_once() -> None:
    """As two units do whose lists hold the same record, and neither counts it."""
    order = Order(number="1", year=2020)
    _, ledger = _gather(order)
    (item,) = merged(ledger + ledger)
    assert (YEAR,) == item.periods


def test_an_entry_names_the_period_in_which_its_record_was_looked_at() -> None:
    """So that anyone can look again."""
    _, (item,) = _gather(Order(number="1"))
    assert (YEAR,) == item.periods


def test_records_without_a_unit_are_of_none() -> None:
    """Those that name one name it once."""

    @attrs.frozen(kw_only=True)
    class Bare:
        number: str

    outcome = Outcome(entered=(), missed=FrozenMap())
    ledgers = [
        Ledger(records=records, periods=(YEAR,) * 2, outcomes=(outcome,) * 2)
        for records in ((Bare(number="1"), Bare(number="2")), (Order(number="1"), Order(number="2")))
    ]
    assert [(), ("417912",)] == [ledger.units for ledger in ledgers]


def test_a_key_of_one_part_keeps_it() -> None:
    """Also where it is called as the unit is."""
    assert "417912" == named(("417912",), "417912")
