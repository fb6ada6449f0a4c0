"""SK2/1: assisted companies whose revenue or clients grew."""

from __future__ import annotations

from fractions import Fraction

import pytest

from kinerja.errors import QuantityError, UndefinedActualError
from kinerja.exact import Percent
from kinerja.indicators import AssistedCompanyCount


def test_the_actual_is_the_companies_that_improved() -> None:
    """The reading taken is B, in companies."""
    assert 3 == AssistedCompanyCount().measure(assisted=5, improved=3).actual


def test_the_other_reading_is_their_share() -> None:
    """Another balai prints B / A x 100."""
    assert 60 == AssistedCompanyCount().success_rate(assisted=5, improved=3)


def test_the_other_reading_is_exact() -> None:
    """One company of three is a third of a hundred."""
    assert Fraction(100, 3) == AssistedCompanyCount().success_rate(assisted=3, improved=1)


def test_the_other_reading_is_a_percent() -> None:
    """It prints with its sign."""
    assert Percent is type(AssistedCompanyCount().success_rate(assisted=5, improved=3))


def test_its_unit_is_perusahaan() -> None:
    """The decree counts in Perusahaan."""
    assert "Perusahaan" == str(AssistedCompanyCount().unit)


def test_its_worked_line_is_the_number() -> None:
    """B alone is printed; A is kept among the quantities."""
    assert "3" == str(AssistedCompanyCount().measure(assisted=5, improved=3))


def test_no_assisted_company_is_an_actual_of_zero() -> None:
    """B is defined where nobody was assisted."""
    assert 0 == AssistedCompanyCount().measure(assisted=0, improved=0).actual


def test_no_assisted_company_has_no_share() -> None:
    """B / A is not defined where nobody was assisted."""
    with pytest.raises(UndefinedActualError, match=r"^AssistedCompanyCount: assisted = 0, so there is nothing above 0"):
        AssistedCompanyCount().success_rate(assisted=0, improved=0)


def test_no_more_companies_improve_than_were_assisted() -> None:
    """B is part of A."""
    with pytest.raises(QuantityError, match="improved = 6 cannot exceed assisted = 5, of which it is a part"):
        AssistedCompanyCount().measure(assisted=5, improved=6)


def test_the_other_reading_checks_its_quantities_too() -> None:
    """A share above 100 percent cannot be."""
    with pytest.raises(QuantityError, match="improved = 6 cannot exceed assisted = 5"):
        AssistedCompanyCount().success_rate(assisted=5, improved=6)


@pytest.mark.parametrize(("assisted", "improved"), [(-1, -1), (5, -1)])
def test_there_are_no_fewer_than_no_companies(assisted: int, improved: int) -> None:
    """A count is never negative."""
    with pytest.raises(QuantityError, match="= -1 cannot be; the least is 0"):
        AssistedCompanyCount().measure(assisted=assisted, improved=improved)


@pytest.mark.parametrize(("assisted", "improved"), [(5.5, 3), (5, 2.5)])
def test_there_is_no_fraction_of_a_company(assisted: float, improved: float) -> None:
    """A company is counted undivided."""
    with pytest.raises(QuantityError, match="is not a whole number; a company is counted undivided"):
        AssistedCompanyCount().measure(assisted=assisted, improved=improved)
