"""The path of one figure: made, written, read, verified."""

from kinerja.trace.check import Difference, Verification, verify_trace
from kinerja.trace.make import Trace, make_trace
from kinerja.trace.page import explain

__all__ = [
    "Difference",
    "Trace",
    "Verification",
    "explain",
    "make_trace",
    "verify_trace",
]
