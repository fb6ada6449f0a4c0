"""What counting rules may ask of a column, and what trips them."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest

from kinerja.records import (
    Column,
    above,
    at_least,
    between,
    did_not_fall,
    either,
    held_on,
    in_order,
    known,
    one_of,
    percent_change,
    rose,
    stated,
)
from kinerja.records.column import ColumnTruthError
from kinerja.records.lacking import Lacking
from said import sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Collection


class Written(Column):
    """A column that writes down what it is asked."""

    def __init__(self, asked: str) -> None:
        self.asked = asked

    def compare(self, sign: str, other: Any) -> Written:
        """Write down the comparison."""
        return Written(f"({self.asked} {sign} {_read(other)})")

    combine = compare

    def calculate(self, sign: str, left: Any, right: Any) -> Written:
        """Write down the calculation."""
        return Written(f"({_read(left)} {sign} {_read(right)})")

    def is_known(self) -> Written:
        """Write down the question."""
        return Written(f"known {self.asked}")

    def is_unknown(self) -> Written:
        """Write down the question."""
        return Written(f"unknown {self.asked}")

    def is_stated(self) -> Written:
        """Write down the question."""
        return Written(f"stated {self.asked}")

    def is_one_of(self, options: Collection[str]) -> Written:
        """Write down the question."""
        return Written(f"{self.asked} in {sorted(options)}")

    def choose(self, yes: Any, no: Any) -> Written:
        """Write down the choice."""
        return Written(f"({_read(yes)} if {self.asked} else {_read(no)})")

    def either(self, other: Any) -> Written:
        """Write down both."""
        return Written(f"either {self.asked}, {_read(other)}")


DAY = dt.date(2023, 12, 31)


def _read(side: Any) -> str:
    return side.asked if isinstance(side, Written) else str(side)


@pytest.mark.parametrize(
    ("ask", "expected"),
    [
        (lambda column: column == 1, "(x == 1)"),
        (lambda column: column < 1, "(x < 1)"),
        (lambda column: column <= 1, "(x <= 1)"),
        (lambda column: column > 1, "(x > 1)"),
        (lambda column: column >= 1, "(x >= 1)"),
        (lambda column: column & True, "(x & True)"),
        (lambda column: True | column, "(x | True)"),
        (lambda column: True & column, "(x & True)"),
        (lambda column: column + 1, "(x + 1)"),
        (lambda column: 1 + column, "(1 + x)"),
        (lambda column: column - 1, "(x - 1)"),
        (lambda column: 1 - column, "(1 - x)"),
        (lambda column: column * 3, "(x * 3)"),
        (lambda column: 3 * column, "(3 * x)"),
        (lambda column: column / 3, "(x / 3)"),
        (lambda column: 3 / column, "(3 / x)"),
    ],
)
def test_a_sign_asks_the_column(ask: Callable[[Any], Any], expected: str) -> None:
    """The column may stand on either side."""
    assert expected == ask(Written("x")).asked


X: Any = Written("x")
Y: Any = Written("y")


@pytest.mark.parametrize(
    ("ask", "expected"),
    [
        (lambda: known(X), "known x"),
        (lambda: stated(X), "stated x"),
        (lambda: one_of(X, {"b", "a"}), "x in ['a', 'b']"),
        (lambda: either(X, Y), "either x, y"),
        (lambda: at_least(X, 1), "(x >= 1)"),
        (lambda: at_least(1, X), "(x <= 1)"),
        (lambda: at_least(X, None), "(x >= None)"),
        (lambda: above(X, 1), "(x > 1)"),
        (lambda: above(1, X), "(x < 1)"),
        (lambda: above(X, Y), "(x > y)"),
        (lambda: above(X, None), "(x > None)"),
        (lambda: above(None, X), "(x < None)"),
        (lambda: at_least(None, X), "(x <= None)"),
        (lambda: between(X, 1, 3), "((x >= 1) & (x <= 3))"),
        (lambda: between(2, X, Y), "((x <= 2) & (y >= 2))"),
        (lambda: rose(X, Y), "(y > x)"),
        (lambda: in_order(X, Y, X), "((known x & (y >= x)) & (x >= y))"),
        (lambda: held_on(DAY, X, Y), "((x <= 2023-12-31) & (unknown y | (y > 2023-12-31)))"),
        (lambda: percent_change(X, Y), "((100 * (y - x)) / x)"),
        (lambda: percent_change(X, 8), "((100 * (8 - x)) / x)"),
        (lambda: percent_change(10, Y), "((100 * (y - 10)) / 10)"),
        (lambda: percent_change(0, Y), "((100 * (y - 0)) / 0)"),
        (lambda: percent_change(X, Y, lower_is_better=True), "((100 * (x - y)) / x)"),
        (
            lambda: percent_change(X, Y, lower_is_better=Written("z")),
            "(((100 * (x - y)) / x) if z else ((100 * (y - x)) / x))",
        ),
    ],
    ids=lambda given: given if isinstance(given, str) else "",
)
def test_a_word_asks_the_column(ask: Callable[[], Any], expected: str) -> None:
    """And no single value, on whichever side the column stands."""
    assert expected == ask().asked


TRUTH = ("and, or, not, if, a < b < c", "&, |, between, known")
TRIPS: dict[str, tuple[Callable[[Any], Any], str, str]] = {
    "!=": (lambda value: value != 1, "!=", "=="),
    "and": (lambda value: value == 1 and value == 2, *TRUTH),
    "or": (lambda value: value == 1 or value > 2, *TRUTH),
    "not": (lambda value: not known(value), *TRUTH),
    "if": (lambda value: 1 if value else 2, *TRUTH),
    "chained": (lambda value: 0 < value < 2, *TRUTH),
    "in a set": (lambda value: value in {1, 2}, "in", "one_of"),
    "in a tuple": (lambda value: value in (1, 2), *TRUTH),
    "in a column": (lambda value: 1 in value, "in", "one_of"),
    "loop": (list, "in, for", "one_of"),
}


@pytest.mark.parametrize("slip", TRIPS)
def test_a_rule_that_reads_otherwise_on_columns_trips(slip: str) -> None:
    """Wherever one truth is asked of a column, the rule stops with what to write instead."""
    ask, sign, instead = TRIPS[slip]
    with pytest.raises(ColumnTruthError) as caught:
        ask(Written("x"))
    assert sentence("rule.one_truth", sign=sign, instead=instead) == caught.value.text
    assert str(caught.value) == caught.value.text.en


@pytest.mark.parametrize("ask", [known, stated, lambda column: one_of(column, ["a"])])
def test_what_is_asked_of_an_unknown_field_lacks_it(ask: Callable[[Any], Any]) -> None:
    """Whether it is known, stated or one of some texts."""
    assert {"x": True} == ask(Lacking({"x": True})).fields


def test_what_did_not_fall_is_no_less_or_unknown_on_a_side() -> None:
    """Of columns all three are asked."""
    before, after = Written("before"), Written("after")
    assert "(((after >= before) | unknown before) | unknown after)" == did_not_fall(before, after).asked  # type: ignore[attr-defined]


def test_what_did_not_fall_is_asked_of_two_columns_or_two_values() -> None:
    """A number beside a column is refused, as a truth of it would be."""
    for before, after in ((Written("before"), 5), (5, Written("after"))):
        with pytest.raises(ColumnTruthError):
            did_not_fall(before, after)


@pytest.mark.parametrize(
    ("lack", "expected"),
    [
        (lambda one, other: one.combine("|", other), {"x": 0b0001, "y": 0b0001}),
        (lambda one, other: one.either(other), {"x": 0b0001, "y": 0b0001}),
        (lambda one, other: one.combine("&", other), {"x": 0b0011, "y": 0b0101}),
        (lambda one, other: one.choose(other, 1), {"x": 0b0011, "y": 0b0101}),
        (lambda one, other: one.choose(1, other), {"x": 0b0011, "y": 0b0101}),
        (lambda one, other: one.calculate("+", other, 1), {"x": 0b0011, "y": 0b0101}),
        (lambda one, _: one | True, {}),
        (lambda one, _: one.combine("|", Lacking({})), {}),
    ],
)
def test_of_two_of_which_one_is_enough_both_must_lack_in_the_same_rows(
    lack: Callable[[Any, Any], Any], expected: dict[str, int]
) -> None:
    """Of the four rows, each a bit, the last two lack the one, and the second and last the other."""
    assert expected == lack(Lacking({"x": 0b0011}), Lacking({"y": 0b0101})).fields


def test_a_field_that_both_sides_lack_is_lacking_where_either_lacks_it() -> None:
    """Whether it is unknown itself needs nothing."""
    one, other = Lacking({"x": 0b01}), Lacking({"x": 0b10})
    assert ({"x": 0b11}, {}) == ((one & other).fields, one.is_unknown().fields)
