"""The laws of the seven, of receipts on named accounts and of an office's own indicator: the law kit, and no more."""

from __future__ import annotations

from typing import ClassVar

from kinerja import (
    AccreditedScopeGrowth,
    AssistedCompanyCount,
    CollaborationCount,
    P3DNRatio,
    PNBPGrowth,
    ProductivityDelta,
    TenantCount,
)
from kinerja.testing import Laws
from own_indicator import MeanDays


class TestTenantCount(Laws):
    """SK1/1."""

    indicator = TenantCount()


class TestCollaborationCount(Laws):
    """SK1/2."""

    indicator = CollaborationCount()


class TestAssistedCompanyCount(Laws):
    """SK2/1."""

    indicator = AssistedCompanyCount()


class TestProductivityDelta(Laws):
    """SK3/1."""

    indicator = ProductivityDelta()


class TestProductivityDeltaByCompany(Laws):
    """SK3/1 by company, which averages before it adds; frames refuse it."""

    indicator = ProductivityDelta(case="company")
    expected: ClassVar = {"frames": "a mean by what rows are about is measured from records alone"}


class TestPNBPGrowth(Laws):
    """SK3/2, of all receipts."""

    indicator = PNBPGrowth()


class TestPNBPGrowthOfAccounts(Laws):
    """SK3/2, of the accounts of services."""

    indicator = PNBPGrowth(accounts={"425283"})


class TestAccreditedScopeGrowth(Laws):
    """SK3/3."""

    indicator = AccreditedScopeGrowth()


class TestP3DNRatio(Laws):
    """SK3/4."""

    indicator = P3DNRatio()


class TestMeanDays(Laws):
    """An office's own, of which less is better."""

    indicator = MeanDays()
