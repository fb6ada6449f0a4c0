"""The path of one figure: made, written, read, verified."""

from kinerja.trace.check import Difference, Verification, verify_trace
from kinerja.trace.make import make_trace
from kinerja.trace.page import explain
from kinerja.trace.trail import Trace, library_version

__all__ = [
    "Difference",
    "Trace",
    "Verification",
    "explain",
    "library_version",
    "make_trace",
    "verify_trace",
]
