"""Key performance indicators (IKU) of Indonesian technical service offices: exact figures, each with its clause.

`Every published figure is a short path that anyone can walk again: records, quantities, actual, achievement, score.`
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kinerja._base import (
        CatalogueError,
        ColumnsError,
        DoubleCountError,
        ExactNumber,
        FrameError,
        IndicatorError,
        InexactNumberError,
        KinerjaError,
        Language,
        MissingExtraError,
        N,
        NotMeasuredError,
        Percent,
        PeriodError,
        PolarityError,
        QuantityError,
        Reason,
        RecordsError,
        ScorecardError,
        TargetError,
        Text,
        TraceError,
        UndefinedAchievementError,
        UndefinedActualError,
        UnknownIndicatorError,
        exact,
        read_exact,
        round_half_up,
        write,
        write_exact,
    )
    from kinerja.catalogue import Catalogue, load_catalogue
    from kinerja.catalogues import catalogue_for
    from kinerja.decrees import Entry, Scoring
    from kinerja.indicators import (
        AccreditedScope,
        AccreditedScopeGrowth,
        AssistedCompany,
        AssistedCompanyCount,
        BudgetLine,
        Collaboration,
        CollaborationCount,
        P3DNRatio,
        PerformanceMeasure,
        PNBPGrowth,
        ProductivityDelta,
        Receipt,
        Tenant,
        TenantCount,
        improvement,
    )
    from kinerja.measurement import (
        PERCENT,
        RUPIAH,
        Indicator,
        Measurement,
        Polarity,
        Timing,
        Unit,
        Variable,
        achievement,
        check_indicator,
    )
    from kinerja.records import Period, Quarter, Semester, Tally, Year, records_from, rows_of
    from kinerja.scorecards import Score, Scorecard
    from kinerja.scorecards.comparison import Change, Comparison, compare
    from kinerja.trace import Trace, make_trace, verify_trace

    BSPJI_PEKANBARU_2021_2024: Catalogue

__version__ = "0.1.0"

__all__ = [  # noqa: RUF022 - in the order of `sorted`, so that a test can say so
    "AccreditedScope",
    "AccreditedScopeGrowth",
    "AssistedCompany",
    "AssistedCompanyCount",
    "BSPJI_PEKANBARU_2021_2024",
    "BudgetLine",
    "Catalogue",
    "CatalogueError",
    "Change",
    "Collaboration",
    "CollaborationCount",
    "ColumnsError",
    "Comparison",
    "DoubleCountError",
    "Entry",
    "ExactNumber",
    "FrameError",
    "Indicator",
    "IndicatorError",
    "InexactNumberError",
    "KinerjaError",
    "Language",
    "Measurement",
    "MissingExtraError",
    "N",
    "NotMeasuredError",
    "P3DNRatio",
    "PERCENT",
    "PNBPGrowth",
    "Percent",
    "PerformanceMeasure",
    "Period",
    "PeriodError",
    "Polarity",
    "PolarityError",
    "ProductivityDelta",
    "QuantityError",
    "Quarter",
    "RUPIAH",
    "Reason",
    "Receipt",
    "RecordsError",
    "Score",
    "Scorecard",
    "ScorecardError",
    "Scoring",
    "Semester",
    "Tally",
    "TargetError",
    "Tenant",
    "TenantCount",
    "Text",
    "Timing",
    "Trace",
    "TraceError",
    "UndefinedAchievementError",
    "UndefinedActualError",
    "Unit",
    "UnknownIndicatorError",
    "Variable",
    "Year",
    "achievement",
    "catalogue_for",
    "check_indicator",
    "compare",
    "exact",
    "improvement",
    "load_catalogue",
    "make_trace",
    "read_exact",
    "records_from",
    "round_half_up",
    "rows_of",
    "verify_trace",
    "write",
    "write_exact",
]


_PACKAGES = (
    "_base",
    "records",
    "measurement",
    "indicators",
    "decrees",
    "scorecards",
    "catalogue",
    "catalogues",
    "trace",
    "scorecards.comparison",
)


def __getattr__(name: str) -> Any:
    """Find a name on first use, in the lowest package that has it, and keep it: what is not used is not loaded."""
    found = _find(name) if name in __all__ or name.isupper() else None
    if found is None:
        message = f"module 'kinerja' has no attribute {name!r}"
        raise AttributeError(message)
    globals()[name] = found
    return found


def _find(name: str) -> Any:
    for package in (importlib.import_module(f"kinerja.{one}") for one in _PACKAGES):
        if name in package.__all__:
            return getattr(package, name)
        if package.__name__ == "kinerja.catalogue" and name in package.bundled_catalogues():
            return package.bundled_catalogue(name)
    return None


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
