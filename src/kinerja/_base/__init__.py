"""What everything stands on: exact numbers, texts in two languages, days, reasons, errors."""

from kinerja._base.errors import (
    CatalogueError,
    ColumnsError,
    DoubleCountError,
    FrameError,
    IndicatorError,
    InexactNumberError,
    KinerjaError,
    MissingExtraError,
    PeriodError,
    PolarityError,
    QuantityError,
    RecordsError,
    ScorecardError,
    TargetError,
    TraceError,
    UndefinedActualError,
    UnknownIndicatorError,
)
from kinerja._base.frozen_map import FrozenMap
from kinerja._base.message import ErrorMessage, Message, Problem
from kinerja._base.number import N, Number, Percent, exact, read_exact
from kinerja._base.reason import Reason
from kinerja._base.text import Language, Text, round_half_up, telling_digits, write, write_exact

__all__ = [
    "CatalogueError",
    "ColumnsError",
    "DoubleCountError",
    "ErrorMessage",
    "FrameError",
    "FrozenMap",
    "IndicatorError",
    "InexactNumberError",
    "KinerjaError",
    "Language",
    "Message",
    "MissingExtraError",
    "N",
    "Number",
    "Percent",
    "PeriodError",
    "PolarityError",
    "Problem",
    "QuantityError",
    "Reason",
    "RecordsError",
    "ScorecardError",
    "TargetError",
    "Text",
    "TraceError",
    "UndefinedActualError",
    "UnknownIndicatorError",
    "exact",
    "read_exact",
    "round_half_up",
    "telling_digits",
    "write",
    "write_exact",
]
