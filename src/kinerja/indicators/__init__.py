"""The indicators of the decrees, one module each: its record, its counting rule, its formula, its clause."""

from kinerja.indicators.accredited_scope_growth import AccreditedScopeGrowth
from kinerja.indicators.assisted_company_count import AssistedCompanyCount
from kinerja.indicators.collaboration_count import CollaborationCount
from kinerja.indicators.p3dn_ratio import P3DNRatio
from kinerja.indicators.pnbp_growth import PNBPGrowth
from kinerja.indicators.productivity_delta import ProductivityDelta
from kinerja.indicators.tenant_count import TenantCount

__all__ = [
    "AccreditedScopeGrowth",
    "AssistedCompanyCount",
    "CollaborationCount",
    "P3DNRatio",
    "PNBPGrowth",
    "ProductivityDelta",
    "TenantCount",
]
