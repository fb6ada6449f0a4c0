"""The indicators of the decrees, one module each: its record, its counting rule, its formula, its clause."""

from __future__ import annotations

from typing import Any

from kinerja.indicators.accredited_scope_growth import (
    AccreditedScope,
    AccreditedScopeGrowth,
    AccreditedScopePercentage,
    AddedScopeCount,
    BridgedScopeGrowth,
    ScopeAndParameterGrowth,
)
from kinerja.indicators.assisted_company_count import (
    AllAssistedCount,
    AssistedCompany,
    AssistedCompanyCount,
    AssistedCompanyShare,
)
from kinerja.indicators.collaboration_count import (
    Collaboration,
    CollaborationCount,
    FirstProofCount,
    JointProofCount,
)
from kinerja.indicators.p3dn_ratio import (
    ACCOUNT_NAMES,
    DECREE_ACCOUNTS,
    BudgetLine,
    P3DNFraction,
    P3DNRatio,
)
from kinerja.indicators.pnbp_growth import (
    PNBPDifference,
    PNBPGrowth,
    PNBPRatio,
    Receipt,
)
from kinerja.indicators.productivity_delta import (
    PerformanceMeasure,
    ProductivityDelta,
    RatioOfMeansDelta,
    improvement,
)
from kinerja.indicators.tenant_count import (
    Tenant,
    TenantCount,
)
from kinerja.measurement import Indicator

__all__ = [
    "ACCOUNT_NAMES",
    "DECREE_ACCOUNTS",
    "AccreditedScope",
    "AccreditedScopeGrowth",
    "AccreditedScopePercentage",
    "AddedScopeCount",
    "AllAssistedCount",
    "AssistedCompany",
    "AssistedCompanyCount",
    "AssistedCompanyShare",
    "BridgedScopeGrowth",
    "BudgetLine",
    "Collaboration",
    "CollaborationCount",
    "FirstProofCount",
    "JointProofCount",
    "P3DNFraction",
    "P3DNRatio",
    "PNBPDifference",
    "PNBPGrowth",
    "PNBPRatio",
    "PerformanceMeasure",
    "ProductivityDelta",
    "RatioOfMeansDelta",
    "Receipt",
    "ScopeAndParameterGrowth",
    "Tenant",
    "TenantCount",
    "improvement",
    "indicator_classes",
    "reading_classes",
]


def indicator_classes() -> dict[str, type[Indicator[Any]]]:
    """Return the indicators of the decrees, name -> class."""
    return {name: kind for name, kind in _exported().items() if kind.reading_of is None}


def reading_classes() -> dict[str, type[Indicator[Any]]]:
    """Return what measures under other readings of those, name -> class; each says of which as `reading_of`."""
    return {name: kind for name, kind in _exported().items() if kind.reading_of is not None}


def _exported() -> dict[str, type[Indicator[Any]]]:
    exported = {name: globals()[name] for name in __all__}
    return {name: one for name, one in exported.items() if isinstance(one, type) and issubclass(one, Indicator)}
