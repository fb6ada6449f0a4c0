"""The laws of counting rules: one rule for values and for columns."""

from __future__ import annotations

import datetime as dt
import operator
from fractions import Fraction
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, TypeAlias

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja import indicators
from kinerja.indicators import PNBPGrowth
from kinerja.records import (
    Column,
    Lacking,
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
from kinerja.testing import numbers, periods, record_lists, records, strategy, telling, tells

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from kinerja import Indicator
    from kinerja.records import Period

INDICATORS: list[Indicator[Any]] = [
    *(kind() for kind in indicators.indicator_classes().values()),
    PNBPGrowth(accounts={"425283"}),
]
DAYS = st.dates(dt.date(2021, 12, 1), dt.date(2024, 1, 31))
NUMBERS = numbers(-100, 100)
TEXTS = st.sampled_from("ABCD")


def _named(indicator: Indicator[Any]) -> str:
    return f"{indicator.name}-accounts" if getattr(indicator, "accounts", None) == {"425283"} else indicator.name


of_every_indicator = pytest.mark.parametrize("indicator", INDICATORS, ids=_named)


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


def _unknown_asked(indicator: Indicator[Any]) -> list[str]:
    """Return the fields that may be unknown and that a condition asks for."""
    fields: Any = attrs.fields(indicator.record)  # type: ignore[arg-type]
    line: Any = Lacking.line(indicator.record, {field.name for field in fields})  # type: ignore[arg-type]
    conditions: list[Any] = [
        held for tally in indicator.tally(line, as_period(2023)) for held in tally.conditions.values()
    ]
    asked = frozenset[str]().union(*(held.fields for held in conditions))
    return [field.name for field in fields if field.default is None and field.name in asked]


@pytest.mark.parametrize("indicator", [one for one in INDICATORS if _unknown_asked(one)], ids=_named)
@telling
@given(data=st.data())
def test_what_is_lacking_keeps_a_condition_from_holding(indicator: Indicator[Any], data: st.DataObject) -> None:
    """A condition for which a record lacks a field does not hold, whatever stands in the others."""
    period = data.draw(periods(indicator.timing))
    given_up = data.draw(st.sets(st.sampled_from(_unknown_asked(indicator)), min_size=1))
    record = attrs.evolve(data.draw(records(indicator, period)), **dict.fromkeys(given_up))
    unknown = {field.name for field in attrs.fields(type(record)) if getattr(record, field.name) is None}
    line: Any = Lacking.line(type(record), unknown)
    lacking: list[tuple[bool, Any]] = [
        (bool(held.fields), holds)  # type: ignore[attr-defined]
        for of_columns, of_values in zip(indicator.tally(line, period), indicator.tally(record, period), strict=True)
        for held, holds in zip(of_columns.conditions.values(), of_values.conditions.values(), strict=True)
    ]
    tells(any(lacks for lacks, _ in lacking))
    assert (True, True) not in lacking


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
    period = data.draw(periods(indicator.timing))
    drawn = [*data.draw(record_lists(indicator, period)), data.draw(strategy(indicator.record))]  # type: ignore[arg-type]
    of_values, of_columns = zip(*[_both_readings(indicator, record, period) for record in drawn], strict=True)
    tells(any(all(conditions.values()) for tallies in of_values for conditions, _, _ in tallies))
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
