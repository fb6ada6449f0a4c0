"""The laws of the formulas of data, each as an office states it: the law kit, and no more."""

from __future__ import annotations

from typing import Any

import attrs

from kinerja import Timing
from kinerja.testing import Laws
from office import COMPLAINTS, COSTS, DAYS, EVERY, IKPA, LICENCES, ON_TIME, PER_OFFICER, PROMOTERS, REVENUE, SAKIP


class TestCount(Laws):
    """How many complaints there were, fewer being better."""

    indicator = COMPLAINTS


class TestRatioOfAnswers(Laws):
    """The share of requests that were done on time."""

    indicator = ON_TIME


class TestRatioOfSums(Laws):
    """Costs over revenue, of a year alone."""

    indicator = attrs.evolve(COSTS, timing=Timing.YEARLY)


class TestSignedRatio(Laws):
    """Promoters less detractors, of all who were asked."""

    indicator = attrs.evolve(PROMOTERS, part=False)


class TestRatioAsItIs(Laws):
    """One number over another, not times 100."""

    indicator = PER_OFFICER


class TestMean(Laws):
    """Days to issue a certificate."""

    indicator = DAYS


class TestGrowth(Laws):
    """Growth of revenue."""

    indicator = REVENUE


class TestDifference(Laws):
    """More licences than the year before."""

    indicator = LICENCES


class TestValue(Laws):
    """A mark that others gave."""

    indicator = SAKIP


class TestWeightedIndex(Laws):
    """An index of parts."""

    indicator = IKPA


def test_every_formula_has_its_laws() -> None:
    """On records, and on each kind of frame that is installed; none that an office states is passed over."""
    own: list[Any] = [kind.indicator for kind in Laws.__subclasses__() if kind.__module__ == __name__]
    assert {one.code for one in EVERY} == {one.code for one in own}
