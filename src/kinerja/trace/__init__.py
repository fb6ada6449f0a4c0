"""The path of one figure: made, written, read, verified."""

from kinerja.trace.answers import Answer, OtherRules, Unchecked
from kinerja.trace.comparison import TraceComparison, compare_traces
from kinerja.trace.differences import Difference
from kinerja.trace.moves import Move, Part
from kinerja.trace.page import explain, worked_out
from kinerja.trace.source import Source, Withheld
from kinerja.trace.trail import Trace, make_trace
from kinerja.trace.verification import Verification, verdict_lines, verify_trace

__all__ = [
    "Answer",
    "Difference",
    "Move",
    "OtherRules",
    "Part",
    "Source",
    "Trace",
    "TraceComparison",
    "Unchecked",
    "Verification",
    "Withheld",
    "compare_traces",
    "explain",
    "make_trace",
    "verdict_lines",
    "verify_trace",
    "worked_out",
]
