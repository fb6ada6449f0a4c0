"""SK3/3: accredited scopes gained."""

from __future__ import annotations

import pytest

from kinerja.errors import QuantityError
from kinerja.indicators import AccreditedScopeGrowth
from kinerja.text import Text


def test_the_actual_is_the_net_change() -> None:
    """Twelve scopes after ten are two gained."""
    assert 2 == AccreditedScopeGrowth().measure(previous=10, current=12).actual


def test_scopes_may_be_lost() -> None:
    """Ten scopes after twelve are two lost."""
    assert -2 == AccreditedScopeGrowth().measure(previous=12, current=10).actual


def test_its_unit_is_ruang_lingkup() -> None:
    """The decree counts in Ruang Lingkup."""
    assert "Ruang Lingkup" == str(AccreditedScopeGrowth().unit)


@pytest.mark.parametrize(("previous", "current", "expected"), [(10, 12, "12 - 10 = 2"), (12, 10, "10 - 12 = -2")])
def test_its_worked_line(previous: int, current: int, expected: str) -> None:
    """The difference is shown, and has no decimals."""
    assert expected == str(AccreditedScopeGrowth().measure(previous=previous, current=current))


@pytest.mark.parametrize(
    ("current", "expected"),
    [(9, (Text(id="Ruang lingkup terakreditasi berkurang.", en="Accredited scopes were lost."),)), (10, ()), (11, ())],
)
def test_a_note_says_where_scopes_were_lost(current: int, expected: tuple[Text, ...]) -> None:
    """A reader is told of a loss."""
    assert expected == AccreditedScopeGrowth().measure(previous=10, current=current).notes


def test_a_first_scope_is_a_gain() -> None:
    """Nothing is divided, so that a start from 0 is defined."""
    assert 1 == AccreditedScopeGrowth().measure(previous=0, current=1).actual


@pytest.mark.parametrize(("previous", "current"), [(-1, 1), (1, -1)])
def test_there_are_no_fewer_than_no_scopes(previous: int, current: int) -> None:
    """The stock is never negative, though its change may be."""
    with pytest.raises(QuantityError, match="= -1 cannot be; the least is 0"):
        AccreditedScopeGrowth().measure(previous=previous, current=current)


def test_there_is_no_fraction_of_a_scope() -> None:
    """A scope is counted undivided."""
    with pytest.raises(QuantityError, match="is not a whole number; a scope is counted undivided"):
        AccreditedScopeGrowth().measure(previous=10, current=10.5)


def test_an_actual_measured_elsewhere_may_be_below_zero() -> None:
    """A loss that was measured elsewhere is accepted."""
    assert -2 == AccreditedScopeGrowth().check_actual(-2)


def test_a_negative_capaian_stays() -> None:
    """A loss against a target of 1 is a capaian below 0."""
    assert -200 == AccreditedScopeGrowth().achievement(target=1, actual=-2)
