"""SK1/1: tenants that completed incubation."""

from __future__ import annotations

from fractions import Fraction

import pytest

from kinerja.errors import QuantityError
from kinerja.indicators import TenantCount


def test_the_actual_is_the_tenants_themselves() -> None:
    """Two tenants that completed the incubation are an actual of 2."""
    assert 2 == TenantCount().measure(graduated=2).actual


def test_no_tenant_is_an_actual_of_zero() -> None:
    """A year without a tenant was measured, and counted none."""
    assert 0 == TenantCount().measure(graduated=0).actual


def test_its_unit_is_tenan() -> None:
    """The decree counts in Tenan."""
    assert "Tenan" == str(TenantCount().unit)


def test_its_worked_line_is_the_number() -> None:
    """There is nothing to work out."""
    assert "2" == str(TenantCount().measure(graduated=2))


def test_there_are_no_fewer_than_no_tenants() -> None:
    """A count is never negative."""
    with pytest.raises(QuantityError, match=r"^TenantCount: graduated = -1 cannot be; the least is 0\.$"):
        TenantCount().measure(graduated=-1)


@pytest.mark.parametrize("graduated", [1.5, Fraction(1, 3)], ids=repr)
def test_there_is_no_fraction_of_a_tenant(graduated: float | Fraction) -> None:
    """A tenant is counted undivided."""
    with pytest.raises(QuantityError, match="is not a whole number; a tenant is counted undivided"):
        TenantCount().measure(graduated=graduated)


def test_an_actual_is_no_fraction_of_a_tenant() -> None:
    """An actual measured elsewhere is counted undivided too."""
    with pytest.raises(QuantityError, match=r"actual = 1\.5 is not a whole number"):
        TenantCount().check_actual(1.5)


def test_quarters_add_up_to_the_year() -> None:
    """Tenants of two quarters are tenants of their half year."""
    half = TenantCount().measure(graduated=1) + TenantCount().measure(graduated=2)
    assert 3 == half.actual
