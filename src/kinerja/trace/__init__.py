"""The path of one figure: made, written, read, verified."""

from kinerja.trace.check import Difference, Verification, verify_trace
from kinerja.trace.page import explain
from kinerja.trace.trail import Trace, make_trace

__all__ = ["Difference", "Trace", "Verification", "explain", "make_trace", "verify_trace"]
