"""The laws of counting rules: one rule for values and for columns, every record told, parts that add up."""

from __future__ import annotations

import datetime as dt
import operator
from collections import Counter
from fractions import Fraction
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, TypeAlias

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from drawn import DAYS, NUMBERS, TEXTS, any_record, counting, lacking, record_lists
from kinerja import DoubleCountError, Quarter, indicators
from kinerja._base import FrozenMap
from kinerja.indicators import PNBPGrowth
from kinerja.measurement import Timing, contribution, why_unanswerable
from kinerja.records import (
    Column,
    above,
    as_period,
    at_least,
    between,
    either,
    fields_of,
    held_on,
    in_order,
    known,
    one_of,
    percent_change,
    rose,
    stated,
)
from kinerja.records.tally import gain, reduction
from telling import telling, tells

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from kinerja import Indicator, Measurement
    from kinerja.records import Period

INDICATORS: list[Indicator[Any]] = [
    *(kind() for kind in indicators.indicator_classes().values()),
    PNBPGrowth(accounts={"425283"}),
]
FLOWS = [indicator for indicator in INDICATORS if indicator.timing is Timing.FLOW]


def _named(indicator: Indicator[Any]) -> str:
    return f"{indicator.name}-accounts" if getattr(indicator, "accounts", None) == {"425283"} else indicator.name


of_every_indicator = pytest.mark.parametrize("indicator", INDICATORS, ids=_named)
of_every_flow = pytest.mark.parametrize("indicator", FLOWS, ids=_named)


def _periods(indicator: Indicator[Any]) -> st.SearchStrategy[Period]:
    quarters = st.builds(Quarter, year=st.just(2023), number=st.integers(1, 4), cumulative=st.booleans())
    year = st.just(as_period(2023))
    answered = quarters.filter(lambda period: why_unanswerable("", indicator.timing, period) is None)
    return year if indicator.timing is Timing.YEARLY else year | answered


def _drawn(indicator: Indicator[Any], data: st.DataObject) -> tuple[list[Any], Period]:
    period = data.draw(_periods(indicator))
    return data.draw(record_lists(indicator, period)), period


def _measure(indicator: Indicator[Any], records: list[Any], period: Period) -> Measurement:
    return indicator.measure_records(iter(records), period=period)


@of_every_indicator
@telling
@given(data=st.data())
def test_every_record_is_counted_or_left_out_once(indicator: Indicator[Any], data: st.DataObject) -> None:
    """Together, `counted` and `left_out` hold every record, and each of them once."""
    records, period = _drawn(indicator, data)
    measurement = _measure(indicator, records, period)
    tells(measurement.counted and measurement.left_out)
    assert Counter(records) == Counter(item.record for item in (*measurement.counted, *measurement.left_out))


@of_every_indicator
@telling
@given(data=st.data())
def test_every_record_left_out_is_told_why(indicator: Indicator[Any], data: st.DataObject) -> None:
    """No record is left out without a condition that failed."""
    measurement = _measure(indicator, *_drawn(indicator, data))
    tells(measurement.left_out)
    assert [] == [item for item in measurement.left_out if not item.nearest_miss]


@of_every_indicator
@telling
@given(data=st.data())
def test_every_quantity_is_entered_or_missed(indicator: Indicator[Any], data: st.DataObject) -> None:
    """Each record says of each quantity whether it counts there."""
    measurement = _measure(indicator, *_drawn(indicator, data))
    tells(measurement.counted and measurement.left_out)
    names = sorted(measurement.quantities)
    assert all(names == sorted([*item.entered, *item.missed]) for item in measurement.evidence)


@of_every_indicator
@telling
@given(data=st.data())
def test_the_order_of_records_does_not_matter(indicator: Indicator[Any], data: st.DataObject) -> None:
    """Shuffled records give the same measurement."""
    records, period = _drawn(indicator, data)
    shuffled = data.draw(st.permutations(records).filter(lambda order: order != records))
    measurement = _measure(indicator, records, period)
    tells(measurement.counted)
    assert measurement == _measure(indicator, shuffled, period)


def _share(*parts: Measurement) -> bool:
    """Tell whether two parts counted the same thing."""
    keys = [(name, key) for part in parts for name, own in part.keys.items() for key in own]
    return len(set(keys)) < len(keys)


def _sum(first: Measurement, *others: Measurement) -> Measurement | None:
    """Add; None where the sum is refused because it would count something twice."""
    try:
        return sum(others, first)
    except DoubleCountError:
        return None


@of_every_indicator
@telling
@given(data=st.data())
def test_any_two_parts_add_to_the_whole(indicator: Indicator[Any], data: st.DataObject) -> None:
    """However the records are split, measuring both parts and adding is measuring them together.

    Parts that counted the same thing are refused.
    """
    records, period = _drawn(indicator, data)
    sides = data.draw(st.lists(st.booleans(), min_size=len(records), max_size=len(records)))
    left, right = (
        _measure(indicator, [one for one, side in zip(records, sides, strict=True) if side is own], period)
        for own in (True, False)
    )
    tells(left.counted or right.counted)
    assert (None if _share(left, right) else _measure(indicator, records, period)) == _sum(left, right)


@of_every_indicator
@telling
@given(data=st.data())
def test_a_record_outside_every_condition_changes_nothing(indicator: Indicator[Any], data: st.DataObject) -> None:
    """Without the records that are left out the measurement is the same."""
    records, period = _drawn(indicator, data)
    measurement = _measure(indicator, records, period)
    tells(measurement.counted and measurement.left_out)
    assert measurement == _measure(indicator, [item.record for item in measurement.counted], period)


@of_every_indicator
@telling
@given(data=st.data())
def test_the_numbers_need_no_evidence(indicator: Indicator[Any], data: st.DataObject) -> None:
    """A long stream gives the same quantities without keeping its records."""
    records, period = _drawn(indicator, data)
    measurement = _measure(indicator, records, period)
    tells(measurement.counted)
    bare = indicator.measure_records(iter(records), period=period, keep_evidence=False)
    assert measurement.quantities == bare.quantities


@of_every_indicator
@telling
@given(data=st.data())
def test_entries_are_the_records_that_entered(indicator: Indicator[Any], data: st.DataObject) -> None:
    """Of every quantity, kept or not; a record that is about what another was about is one of them."""
    records, period = _drawn(indicator, data)
    measurement = _measure(indicator, records, period)
    tells(measurement.counted)
    entered = Counter(name for item in measurement.evidence for name in item.entered)
    bare = indicator.measure_records(iter(records), period=period, keep_evidence=False)
    expected = FrozenMap({name: entered[name] for name in measurement.quantities})
    assert (expected, measurement.keys) == (bare.entries, bare.keys)


@of_every_indicator
@telling
@given(data=st.data())
def test_contributions_add_up_to_the_quantities(indicator: Indicator[Any], data: st.DataObject) -> None:
    """What is about the same thing adds once."""
    records, period = _drawn(indicator, data)
    measurement = _measure(indicator, records, period)
    tells(measurement.counted)
    added: Counter[str] = Counter(dict.fromkeys(measurement.quantities, 0))
    for item in measurement.counted:
        added.update(contribution(lambda line: indicator.tally(line, period), item.record, item.again))
    assert dict(measurement.quantities) == added


def _alone(indicator: Indicator[Any], records: list[Any], last: int) -> list[Measurement]:
    quarters = [Quarter(year=2023, number=number, cumulative=False) for number in range(1, last + 1)]
    return [_measure(indicator, records, quarter) for quarter in quarters]


@of_every_flow
@telling
@given(data=st.data())
def test_flows_add_over_the_quarters_of_a_year(indicator: Indicator[Any], data: st.DataObject) -> None:
    """Four quarters, each alone, are the year; where two of them counted the same thing they are refused."""
    records = data.draw(record_lists(indicator, as_period(2023)))
    year, quarters = _measure(indicator, records, as_period(2023)), _alone(indicator, records, 4)
    tells(year.counted)
    whole = _sum(*quarters)
    assert (None if _share(*quarters) else year.quantities) == (whole and whole.quantities)


@of_every_flow
@telling
@given(data=st.data())
def test_a_record_stands_once_in_a_sum_of_quarters(indicator: Indicator[Any], data: st.DataObject) -> None:
    """Counted in one quarter, it is not left out in the others."""
    records = data.draw(record_lists(indicator, as_period(2023)))
    year = _sum(*_alone(indicator, records, 4))
    assume(year is not None)
    assert year is not None
    tells(year.counted and year.left_out)
    assert Counter(records) == Counter(item.record for item in (*year.counted, *year.left_out))


@of_every_flow
@telling
@given(data=st.data())
def test_a_sum_of_quarters_tells_what_a_record_entered(indicator: Indicator[Any], data: st.DataObject) -> None:
    """As the year does."""
    records = data.draw(record_lists(indicator, as_period(2023)))
    year, quarters = _measure(indicator, records, as_period(2023)), _sum(*_alone(indicator, records, 4))
    assume(quarters is not None)
    assert quarters is not None
    tells(year.counted)
    assert {item.record: set(item.entered) for item in year.counted} == {
        item.record: set(item.entered) for item in quarters.counted
    }


@of_every_flow
@pytest.mark.parametrize("number", [1, 2, 3, 4])
@telling
@given(data=st.data())
def test_a_cumulative_quarter_is_the_sum_of_those_up_to_it(
    indicator: Indicator[Any], number: int, data: st.DataObject
) -> None:
    """Quarters alone add up to the position since January."""
    records = data.draw(record_lists(indicator, Quarter(year=2023, number=number)))
    since_january = _measure(indicator, records, Quarter(year=2023, number=number))
    tells(since_january.counted)
    quarters = _alone(indicator, records, number)
    whole = _sum(*quarters)
    assert (None if _share(*quarters) else since_january.quantities) == (whole and whole.quantities)


SIGNS: dict[str, Callable[[Any, Any], Any]] = {
    "==": operator.eq,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "&": operator.and_,
    "|": operator.or_,
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
}


def _plain(side: Any) -> Any:
    return side.value if isinstance(side, Cell) else side


class Cell(Column):
    """A column of one row: what every frame does, on one value, where None is null."""

    __slots__ = ("value",)

    def __init__(self, value: Any) -> None:
        self.value = value

    def compare(self, sign: str, other: Any) -> Cell:
        """Compare; null never meets a condition."""
        sides = self.value, _plain(other)
        return Cell(None not in sides and SIGNS[sign](*sides))

    def combine(self, sign: str, other: Any) -> Cell:
        """Join two conditions."""
        return Cell(SIGNS[sign](self.value, _plain(other)))

    def calculate(self, sign: str, left: Any, right: Any) -> Cell:
        """Calculate; null where a side is, and where it divides by 0."""
        sides = _plain(left), _plain(right)
        undefined = None in sides or (sign == "/" and sides[1] == 0)
        return Cell(None if undefined else SIGNS[sign](*sides))

    def is_known(self) -> Cell:
        """Tell whether the value is not null."""
        return Cell(self.value is not None)

    def is_unknown(self) -> Cell:
        """Tell whether the value is null."""
        return Cell(self.value is None)

    def is_stated(self) -> Cell:
        """Tell whether the text is not null and not blank."""
        return Cell(self.value is not None and bool(self.value.strip()))

    def is_one_of(self, options: Collection[str]) -> Cell:
        """Tell whether the value is among the options."""
        return Cell(self.value in options)

    def choose(self, yes: Any, no: Any) -> Cell:
        """Take the first where this is true, the second where it is false."""
        return Cell(None if self.value is None else _plain(yes) if self.value else _plain(no))

    def either(self, other: Any) -> Cell:
        """Take this where it is stated, else the other, and say which."""
        is_first = self.is_stated().value
        return Cell((self.value if is_first else _plain(other), is_first))


Reading: TypeAlias = "list[tuple[dict[str, bool], list[Any], list[Any]]]"
"""The conditions of each tally, its values, and what it is counted by."""


def _both_readings(indicator: Indicator[Any], record: Any, period: Period) -> tuple[Reading, Reading]:
    line: Any = SimpleNamespace(**{field.name: Cell(getattr(record, field.name)) for field in fields_of(type(record))})
    of_values, of_columns = (
        [
            (
                {name: _plain(holds) for name, holds in tally.conditions.items()},
                [_plain(value) for value in tally.values.values()],
                [_plain(part) for part in tally.per or ()],
            )
            for tally in indicator.tally(one, period)
        ]
        for one in (record, line)
    )
    return of_values, of_columns


@of_every_indicator
@telling
@given(data=st.data())
def test_a_rule_reads_the_same_on_columns_as_on_values(indicator: Indicator[Any], data: st.DataObject) -> None:
    """Each rule runs on columns, nowhere asks one for a single truth, and gives the same conditions and values."""
    period = data.draw(_periods(indicator))
    records = data.draw(st.tuples(counting(indicator, period), lacking(indicator, period), any_record(indicator)))
    of_values, of_columns = zip(*[_both_readings(indicator, record, period) for record in records], strict=True)
    tells(any(all(conditions.values()) for conditions, _, _ in of_values[0]))
    assert of_values == of_columns


@of_every_indicator
def test_every_condition_of_a_rule_on_columns_is_a_column(indicator: Indicator[Any]) -> None:
    """A condition that ignores the line would hold for all rows or for none."""
    assert indicator.record is not None
    line: Any = SimpleNamespace(**{field.name: Cell(None) for field in fields_of(indicator.record)})
    conditions: list[Any] = [
        holds for tally in indicator.tally(line, as_period(2023)) for holds in tally.conditions.values()
    ]
    assert all(type(holds) is Cell for holds in conditions)


WORDS: dict[str, tuple[Callable[..., Any], tuple[st.SearchStrategy[Any], ...]]] = {
    "known": (known, (NUMBERS,)),
    "stated": (stated, (TEXTS | st.sampled_from(["", " ", "\t"]),)),
    "either": (either, (TEXTS | st.sampled_from(["", " "]), TEXTS)),
    "one_of": (lambda value: one_of(value, frozenset({"A", "521211"})), (TEXTS,)),
    "at_least": (at_least, (NUMBERS, NUMBERS)),
    "at_least 0": (lambda value: at_least(value, 0), (NUMBERS,)),
    "0 at_least": (lambda value: at_least(0, value), (NUMBERS,)),
    "above": (above, (NUMBERS, NUMBERS)),
    "above 0": (lambda value: above(value, 0), (NUMBERS,)),
    "0 above": (lambda value: above(0, value), (NUMBERS,)),
    "between": (between, (NUMBERS, NUMBERS, NUMBERS)),
    "rose": (rose, (NUMBERS, NUMBERS)),
    "in_order": (in_order, (DAYS, DAYS, DAYS)),
    "held_on": (lambda start, stop: held_on(dt.date(2022, 12, 31), start, stop), (DAYS, DAYS)),
    "contains": (as_period("2023-TW1").contains, (DAYS,)),
    "previous.contains": (as_period(2023).previous.contains, (DAYS,)),
    "percent_change": (percent_change, (NUMBERS, NUMBERS)),
    "percent_change, lower": (lambda a, b: percent_change(a, b, lower_is_better=True), (NUMBERS, NUMBERS)),
    "percent_change from 40": (lambda b: percent_change(Fraction(40), b), (NUMBERS,)),
    "percent_change to 40": (lambda a: percent_change(a, Fraction(40)), (NUMBERS,)),
    "and": (lambda a, b: known(a) & above(b, 0), (NUMBERS, NUMBERS)),
    "or": (lambda a, b: known(a) | above(b, 0), (NUMBERS, NUMBERS)),
    "true and": (lambda a: True & known(a), (NUMBERS,)),
    "false or": (lambda a: False | known(a), (NUMBERS,)),
    "equal": (lambda a: a == 1, (st.integers(0, 2),)),
    "equal column": (lambda a, b: a == b, (st.integers(0, 2), st.integers(0, 2))),
}


@pytest.mark.parametrize("word", WORDS)
@given(data=st.data())
def test_a_word_means_the_same_of_values_and_of_columns(word: str, data: st.DataObject) -> None:
    """On a column of one row, null for unknown, each word gives what it gives on the value."""
    mean, kinds = WORDS[word]
    of_values = [data.draw(st.none() | kind) for kind in kinds]
    expected = None if word.startswith("equal") and None in of_values else mean(*of_values)
    assert (expected or False) == (_plain(mean(*map(Cell, of_values))) or False)


@given(st.none() | NUMBERS, st.none() | NUMBERS, st.booleans())
def test_the_direction_of_a_change_may_be_a_column(
    before: Fraction | None,
    after: Fraction | None,
    lower: bool,  # noqa: FBT001 - drawn by position
) -> None:
    """Each row is read in its own direction."""
    on_columns = percent_change(Cell(before), Cell(after), lower_is_better=Cell(lower))
    assert percent_change(before, after, lower_is_better=lower) == _plain(on_columns)


@pytest.mark.parametrize(
    "calculate",
    [
        lambda value: value + 1,
        lambda value: 1 + value,
        lambda value: value - 1,
        lambda value: 1 - value,
        lambda value: value * 3,
        lambda value: 3 * value,
        lambda value: value / 3,
        lambda value: 3 / value,
        lambda value: gain(value, Fraction(3)),
        lambda value: reduction(Fraction(3), value),
    ],
)
@given(NUMBERS.filter(bool))
def test_columns_calculate_like_values(calculate: Callable[[Any], Any], value: Fraction) -> None:
    """A column may stand on either side of each sign."""
    assert calculate(value) == _plain(calculate(Cell(value)))
