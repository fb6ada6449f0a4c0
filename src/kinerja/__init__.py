"""Key performance indicators (IKU) of Indonesian technical service offices: exact figures, each with its clause.

`Every published figure is a short path that anyone can walk again: records, quantities, actual, achievement, score.`
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kinerja._base import (
    CatalogueError,
    ColumnsError,
    DoubleCountError,
    FrameError,
    IndicatorError,
    InexactNumberError,
    KinerjaError,
    MissingExtraError,
    Percent,
    PeriodError,
    PolarityError,
    QuantityError,
    Reason,
    RecordsError,
    ScorecardError,
    TargetError,
    TraceError,
    UndefinedActualError,
    UnknownIndicatorError,
)
from kinerja.catalogue import Catalogue, load_catalogue
from kinerja.decrees import Entry
from kinerja.indicators import (
    AccreditedScopeGrowth,
    AssistedCompanyCount,
    CollaborationCount,
    P3DNRatio,
    PNBPGrowth,
    ProductivityDelta,
    TenantCount,
)
from kinerja.indicators.productivity_delta import improvement
from kinerja.measurement import Indicator, Measurement, Polarity, Unit, achievement
from kinerja.records import Quarter
from kinerja.scorecards import Score, Scorecard, Scoring

if TYPE_CHECKING:
    BSPJI_PEKANBARU_2021_2024: Catalogue

__all__ = [  # noqa: RUF022 - in the order of `sorted`, so that a test can say so
    "AccreditedScopeGrowth",
    "AssistedCompanyCount",
    "BSPJI_PEKANBARU_2021_2024",
    "Catalogue",
    "CatalogueError",
    "CollaborationCount",
    "ColumnsError",
    "DoubleCountError",
    "Entry",
    "FrameError",
    "Indicator",
    "IndicatorError",
    "InexactNumberError",
    "KinerjaError",
    "Measurement",
    "MissingExtraError",
    "P3DNRatio",
    "PNBPGrowth",
    "Percent",
    "PeriodError",
    "Polarity",
    "PolarityError",
    "ProductivityDelta",
    "QuantityError",
    "Quarter",
    "Reason",
    "RecordsError",
    "Score",
    "Scorecard",
    "ScorecardError",
    "Scoring",
    "TargetError",
    "TenantCount",
    "TraceError",
    "UndefinedActualError",
    "Unit",
    "UnknownIndicatorError",
    "achievement",
    "improvement",
    "load_catalogue",
]


def __getattr__(name: str) -> Catalogue:
    """Load the catalogue on first use, and keep it."""
    if name != "BSPJI_PEKANBARU_2021_2024":
        message = f"module 'kinerja' has no attribute {name!r}"
        raise AttributeError(message)
    from kinerja.catalogue import bundled_catalogue  # noqa: PLC0415 - as late as the rest

    catalogue = bundled_catalogue(name.lower())
    globals()[name] = catalogue
    return catalogue
