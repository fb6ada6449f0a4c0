"""The law kit: strategies and laws of indicators, other implementations held against the exact path, golden files.

Importing it lets `hypothesis.strategies.from_type` draw the library's own classes. Nothing else of the library
imports it.
"""

from __future__ import annotations

try:
    from kinerja.testing.agreement import agrees
    from kinerja.testing.cards import catalogues, scorecards, traces
    from kinerja.testing.decrees import decreed
    from kinerja.testing.figures import actuals, measurements, numbers, printed_numbers, quantities, targets
    from kinerja.testing.foreign import Command, Foreign, Pandas, Sql
    from kinerja.testing.golden import check_golden, write_golden
    from kinerja.testing.law import telling, tells
    from kinerja.testing.laws import Laws
    from kinerja.testing.messages import Disagreement, Habit, NoAnswerError
    from kinerja.testing.proofs import Claim, Verdict, can_prove, prove, prove_achievement
    from kinerja.testing.registered import register, strategy
    from kinerja.testing.rows import periods, record_lists, records
except ModuleNotFoundError as _error:
    from kinerja._base import MissingExtraError

    _EXTRA = "testing"
    raise MissingExtraError.of(_EXTRA) from _error

__all__ = [
    "Claim",
    "Command",
    "Disagreement",
    "Foreign",
    "Habit",
    "Laws",
    "NoAnswerError",
    "Pandas",
    "Sql",
    "Verdict",
    "actuals",
    "agrees",
    "can_prove",
    "catalogues",
    "check_golden",
    "decreed",
    "measurements",
    "numbers",
    "periods",
    "printed_numbers",
    "prove",
    "prove_achievement",
    "quantities",
    "record_lists",
    "records",
    "scorecards",
    "strategy",
    "targets",
    "telling",
    "tells",
    "traces",
    "write_golden",
]

register()
