"""SK1/2: collaborations that raised the balai's capability."""

from __future__ import annotations

import pytest

from kinerja.errors import QuantityError
from kinerja.indicators import CollaborationCount


def test_the_actual_is_the_collaborations_themselves() -> None:
    """One collaboration is an actual of 1."""
    assert 1 == CollaborationCount().measure(activities=1).actual


def test_its_unit_is_kegiatan_kolaborasi() -> None:
    """The decree counts in Kegiatan kolaborasi."""
    assert "Kegiatan kolaborasi" == str(CollaborationCount().unit)


def test_there_are_no_fewer_than_no_collaborations() -> None:
    """A count is never negative."""
    with pytest.raises(QuantityError, match=r"^CollaborationCount: activities = -1 cannot be; the least is 0\.$"):
        CollaborationCount().measure(activities=-1)


def test_there_is_no_fraction_of_a_collaboration() -> None:
    """A collaboration is counted undivided."""
    with pytest.raises(QuantityError, match="is not a whole number; a collaboration is counted undivided"):
        CollaborationCount().measure(activities=0.5)


def test_an_actual_below_zero_is_refused() -> None:
    """An actual measured elsewhere is 0 or more too."""
    with pytest.raises(QuantityError, match="actual = -1 cannot be"):
        CollaborationCount().check_actual(-1)


def test_quarters_add_up_to_the_year() -> None:
    """Collaborations of two quarters are collaborations of their half year."""
    half = CollaborationCount().measure(activities=1) + CollaborationCount().measure(activities=0)
    assert 1 == half.actual
