"""The indicators of the decrees, one module each: its record, its counting rule, its formula, its clause."""

from __future__ import annotations

from typing import Any

from kinerja.indicators.accredited_scope_growth import (
    AccreditedParameterGrowth,
    AccreditedScope,
    AccreditedScopeGrowth,
    AccreditedScopePercentage,
    AddedScopeCount,
    BridgedScopeGrowth,
    SamePeriodScopeGrowth,
    ScopeAndParameterGrowth,
)
from kinerja.indicators.assisted_company_count import (
    AllAssistedCount,
    AssistedCompany,
    AssistedCompanyCount,
    AssistedCompanyShare,
    BothRoseCount,
    ClientsRoseCount,
    NothingFellCount,
    RevenueRoseCount,
)
from kinerja.indicators.collaboration_count import (
    CapabilityNotAskedCount,
    Collaboration,
    CollaborationCount,
    FirstProofCount,
    NamedResultCount,
    PartnerCount,
    PartnerKindCount,
    PartnerlessCollaborationCount,
    ProofCount,
    ResultCount,
    ResultStatedCount,
)
from kinerja.indicators.p3dn_ratio import (
    ACCOUNT_NAMES,
    DECREE_ACCOUNTS,
    BudgetLine,
    DomesticOverCeiling,
    DomesticShare,
    InitialCeilingRatio,
    P3DNFraction,
    P3DNRatio,
    UnlockedCeilingRatio,
    WithoutPandemicRatio,
)
from kinerja.indicators.pnbp_growth import (
    AllPNBPGrowth,
    GrossPNBPGrowth,
    OrderedPNBPGrowth,
    PaidOrderGrowth,
    PNBPDifference,
    PNBPGrowth,
    PNBPRatio,
    Receipt,
    StatedServicePNBPGrowth,
    WholeYearBaseGrowth,
)
from kinerja.indicators.productivity_delta import (
    CompanyProductivityDelta,
    ImprovedCaseDelta,
    InverseMeasureDelta,
    PerformanceMeasure,
    PointDelta,
    ProductivityDelta,
    RatioOfMeansDelta,
    SignKeptDelta,
    UnmeasuredAsZeroDelta,
    WorseAsZeroDelta,
    improvement,
)
from kinerja.indicators.tenant_count import (
    IncubatedTenantCount,
    LastStageTenantCount,
    SelectedTenantCount,
    Tenant,
    TenantCount,
    UnorderedTenantCount,
)
from kinerja.measurement import Indicator

__all__ = [
    "ACCOUNT_NAMES",
    "DECREE_ACCOUNTS",
    "AccreditedParameterGrowth",
    "AccreditedScope",
    "AccreditedScopeGrowth",
    "AccreditedScopePercentage",
    "AddedScopeCount",
    "AllAssistedCount",
    "AllPNBPGrowth",
    "AssistedCompany",
    "AssistedCompanyCount",
    "AssistedCompanyShare",
    "BothRoseCount",
    "BridgedScopeGrowth",
    "BudgetLine",
    "CapabilityNotAskedCount",
    "ClientsRoseCount",
    "Collaboration",
    "CollaborationCount",
    "CompanyProductivityDelta",
    "DomesticOverCeiling",
    "DomesticShare",
    "FirstProofCount",
    "GrossPNBPGrowth",
    "ImprovedCaseDelta",
    "IncubatedTenantCount",
    "InitialCeilingRatio",
    "InverseMeasureDelta",
    "LastStageTenantCount",
    "NamedResultCount",
    "NothingFellCount",
    "OrderedPNBPGrowth",
    "P3DNFraction",
    "P3DNRatio",
    "PNBPDifference",
    "PNBPGrowth",
    "PNBPRatio",
    "PaidOrderGrowth",
    "PartnerCount",
    "PartnerKindCount",
    "PartnerlessCollaborationCount",
    "PerformanceMeasure",
    "PointDelta",
    "ProductivityDelta",
    "ProofCount",
    "RatioOfMeansDelta",
    "Receipt",
    "ResultCount",
    "ResultStatedCount",
    "RevenueRoseCount",
    "SamePeriodScopeGrowth",
    "ScopeAndParameterGrowth",
    "SelectedTenantCount",
    "SignKeptDelta",
    "StatedServicePNBPGrowth",
    "Tenant",
    "TenantCount",
    "UnlockedCeilingRatio",
    "UnmeasuredAsZeroDelta",
    "UnorderedTenantCount",
    "WholeYearBaseGrowth",
    "WithoutPandemicRatio",
    "WorseAsZeroDelta",
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
