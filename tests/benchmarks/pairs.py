"""Timing in pairs: ours and the yardstick in turn, so that a machine whose speed drifts slows both alike."""

from __future__ import annotations

import statistics
import time
from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from collections.abc import Callable

ROUNDS = 7


@attrs.frozen(kw_only=True)
class Comparison:
    """One line of the report."""

    name: str
    ratio: float
    limit: float | None

    def __str__(self) -> str:
        if self.limit is None:
            return f"{self.name}: {self.ratio:.2f} x"
        verdict = "within" if self.ratio <= self.limit else "ABOVE"
        return f"{self.name}: {self.ratio:.2f} x, {verdict} {self.limit:.4g} x"


def seconds(work: Callable[[], object]) -> float:
    """Time one call."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def compare(  # noqa: PLR0913 - a comparison is these six things
    name: str,
    ours: Callable[[], object],
    yardstick: Callable[[], object],
    *,
    limit: float | None,
    start: Callable[[], object] = lambda: None,
    rounds: int = ROUNDS,
) -> Comparison:
    """Return the ratio of the medians; what `start` takes is taken off both."""
    ours(), yardstick(), start()
    times = [(seconds(ours), seconds(yardstick), seconds(start)) for _ in range(rounds)]
    own, other, offset = (statistics.median(column) for column in zip(*times, strict=True))
    return Comparison(name=name, ratio=(own - offset) / (other - offset), limit=limit)
