"""The language of counting rules."""

from __future__ import annotations

import pytest

from kinerja.tally import Tally, one_of


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
