"""The indicators of the decrees, one module each: its record, its counting rule, its formula, its clause."""

from __future__ import annotations

from typing import Any

from kinerja.indicators.accredited_scope_growth import AccreditedScope, AccreditedScopeGrowth
from kinerja.indicators.assisted_company_count import AssistedCompany, AssistedCompanyCount
from kinerja.indicators.collaboration_count import Collaboration, CollaborationCount
from kinerja.indicators.p3dn_ratio import ACCOUNT_NAMES, DECREE_ACCOUNTS, BudgetLine, P3DNRatio
from kinerja.indicators.pnbp_growth import PNBPGrowth, Receipt
from kinerja.indicators.productivity_delta import PerformanceMeasure, ProductivityDelta, improvement
from kinerja.indicators.tenant_count import Tenant, TenantCount
from kinerja.measurement import Indicator

__all__ = [
    "ACCOUNT_NAMES",
    "DECREE_ACCOUNTS",
    "AccreditedScope",
    "AccreditedScopeGrowth",
    "AssistedCompany",
    "AssistedCompanyCount",
    "BudgetLine",
    "Collaboration",
    "CollaborationCount",
    "P3DNRatio",
    "PNBPGrowth",
    "PerformanceMeasure",
    "ProductivityDelta",
    "Receipt",
    "Tenant",
    "TenantCount",
    "improvement",
    "indicator_classes",
]


def indicator_classes() -> dict[str, type[Indicator[Any]]]:
    """Return the indicators that are exported here, name -> class."""
    exported = {name: globals()[name] for name in __all__}
    return {name: one for name, one in exported.items() if isinstance(one, type) and issubclass(one, Indicator)}
