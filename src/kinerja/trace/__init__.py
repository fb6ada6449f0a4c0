"""The path of one figure: made, written, read, verified."""

from kinerja.trace.check import Answer, OtherRules, Unchecked, Verification, verify_trace
from kinerja.trace.differences import Difference
from kinerja.trace.page import explain
from kinerja.trace.source import LeftOut, Source, Withheld
from kinerja.trace.trail import Trace, make_trace

__all__ = [
    "Answer",
    "Difference",
    "LeftOut",
    "OtherRules",
    "Source",
    "Trace",
    "Unchecked",
    "Verification",
    "Withheld",
    "explain",
    "make_trace",
    "verify_trace",
]
