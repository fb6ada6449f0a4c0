"""The language of counting rules."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from typing import Any

import pytest

from kinerja.records import (
    Tally,
    above,
    at_least,
    between,
    held_on,
    in_order,
    known,
    one_of,
    percent_change,
    rose,
    stated,
)
from kinerja.records.tally import gain, reduction


def test_a_tally_whose_conditions_hold_fails_none() -> None:
    """Nothing failed where every condition holds."""
    assert () == Tally({"tahun anggaran": True, "akun P3DN": True}, realised=5).failed()


def test_a_tally_without_conditions_fails_none() -> None:
    """What is counted unconditionally has nothing that can fail."""
    assert () == Tally({}, graduated=1).failed()


def test_a_tally_names_every_failed_condition_in_order() -> None:
    """The reader is told all the conditions that do not hold, as the rule lists them."""
    conditions = {"tahun anggaran": False, "satker": True, "akun P3DN": False}
    assert ("tahun anggaran", "akun P3DN") == Tally(conditions, realised=5).failed()


def test_a_tally_may_fail_all_its_conditions() -> None:
    """The only one, or each of several."""
    tallies = [Tally({"satker": False}, realised=5), Tally({"satker": False, "akun P3DN": False}, realised=5)]
    assert [("satker",), ("satker", "akun P3DN")] == [tally.failed() for tally in tallies]


def test_quantities_that_share_conditions_share_a_tally() -> None:
    """A tally keeps the value of each quantity under its name."""
    assert {"realised": 5, "ceiling": 10} == Tally({}, realised=5, ceiling=10).values


def test_a_quantity_may_be_called_conditions() -> None:
    """The conditions are positional, so that no name is taken from the quantities."""
    assert {"conditions": 2} == Tally({}, conditions=2).values


@pytest.mark.parametrize(
    ("value", "expected"), [("521211", True), ("521219", True), ("525111", False), ("5212", False), (None, False)]
)
def test_one_of_holds_for_a_stated_option_only(value: str | None, *, expected: bool) -> None:
    """A value among the options holds; another one, a part of one and an unknown one do not."""
    assert expected is one_of(value, frozenset({"521211", "521219"}))


@pytest.mark.parametrize(("value", "expected"), [(0, True), ("", True), (False, True), (None, False)])
def test_what_is_not_none_is_known(value: Any, *, expected: bool) -> None:
    """Nothing, 0 and no are known; only None is not."""
    assert expected is known(value)


@pytest.mark.parametrize(("text", "expected"), [("SPK", True), ("", False), (" \t\n", False), (None, False)])
def test_a_stated_text_is_not_blank(text: str | None, *, expected: bool) -> None:
    """Blanks say nothing."""
    assert expected is stated(text)


@pytest.mark.parametrize(
    ("value", "other", "least", "more"),
    [
        (1, 0, True, True),
        (1, 1, True, False),
        (0, 1, False, False),
        (None, 1, False, False),
        (1, None, False, False),
        (None, None, False, False),
    ],
)
def test_only_known_values_are_compared(value: Any, other: Any, *, least: bool, more: bool) -> None:
    """A side that is unknown never meets a comparison."""
    assert (least, more) == (at_least(value, other), above(value, other))


@pytest.mark.parametrize(
    ("value", "expected"), [(0, False), (1, True), (2, True), (3, True), (4, False), (None, False)]
)
def test_what_stands_between_includes_both_ends(value: int | None, *, expected: bool) -> None:
    """The first and the last belong to it."""
    assert expected is between(value, 1, 3)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [(10, 12, True), (10, 10, False), (10, 8, False), (None, 1, False), (1, None, False)],
)
def test_what_rose_is_greater_after(before: int | None, after: int | None, *, expected: bool) -> None:
    """Staying the same is no rise, and an unknown side tells nothing."""
    assert expected is rose(before, after)


ONE, TWO, THREE = dt.date(2023, 1, 1), dt.date(2023, 1, 2), dt.date(2023, 1, 3)


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ((ONE, TWO, THREE), True),
        ((ONE, ONE, ONE), True),
        ((TWO, ONE, THREE), False),
        ((ONE, THREE, TWO), False),
        ((None, ONE, TWO), False),
        ((ONE, None, TWO), False),
        ((ONE, TWO, None), False),
        ((ONE,), True),
        ((None,), False),
    ],
)
def test_days_in_order_are_known_and_do_not_fall_back(days: tuple[dt.date | None, ...], *, expected: bool) -> None:
    """Two stages may be completed on one day."""
    assert expected is in_order(*days)


@pytest.mark.parametrize(
    ("start", "stop", "expected"),
    [
        (ONE, None, True),
        (TWO, None, True),
        (THREE, None, False),
        (None, None, False),
        (ONE, THREE, True),
        (ONE, TWO, False),
        (ONE, ONE, False),
        (None, THREE, False),
    ],
)
def test_what_holds_on_a_day_has_begun_and_not_ended(
    start: dt.date | None, stop: dt.date | None, *, expected: bool
) -> None:
    """It holds at the end of the day of its start, and no longer at the end of the day of its stop."""
    assert expected is held_on(TWO, start, stop)


@pytest.mark.parametrize(
    ("before", "after", "lower_is_better", "expected"),
    [
        (40, 50, False, Fraction(25)),
        (40, 30, False, Fraction(-25)),
        (10, 8, True, Fraction(20)),
        (3, 4, False, Fraction(100, 3)),
        (-4, -2, False, Fraction(-50)),
        (0, 5, False, None),
        (0, 5, True, None),
        (None, 5, False, None),
        (5, None, True, None),
        (40, 50, None, None),
    ],
)
def test_a_change_in_percent_is_exact_or_unknown(
    before: int | None, after: int | None, expected: Fraction | None, *, lower_is_better: bool | None
) -> None:
    """Without both sides or the direction, or from 0, there is no change to tell."""
    sides = [None if side is None else Fraction(side) for side in (before, after)]
    assert expected == percent_change(*sides, lower_is_better=lower_is_better)


def test_a_gain_and_a_reduction_are_opposite() -> None:
    """The same change is read in one direction or the other."""
    assert gain(Fraction(3), Fraction(4)) == -reduction(Fraction(3), Fraction(4))
