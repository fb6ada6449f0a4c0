"""The path of one figure: made, written, read, verified."""

from kinerja._base.version import library_version
from kinerja.trace.check import Difference, Verification, verify_trace
from kinerja.trace.make import Trace, make_trace
from kinerja.trace.page import explain

__all__ = [
    "Difference",
    "Trace",
    "Verification",
    "explain",
    "library_version",
    "make_trace",
    "verify_trace",
]
