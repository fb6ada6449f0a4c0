"""Benchmarks, run on demand: `python tests/benchmarks/run.py`. Ratios within one run, medians.

The reading of SAKTI's export needs a real one: set KINERJA_GLP039 to its path.
"""

from __future__ import annotations

import os
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

from evidence import evidence_comparisons
from frames import frame_comparisons
from pairs import Comparison, compare
from python_calamine import CalamineWorkbook
from start import start_comparisons

from kinerja import achievement
from kinerja.readers import read_glp039

if TYPE_CHECKING:
    from collections.abc import Iterator


def achieving() -> Comparison:
    """`achievement` on integers against the same arithmetic on Fractions by hand."""

    def by_hand() -> None:
        for actual in range(1, 20_000):
            Fraction(100) * Fraction(actual) / Fraction(7)

    def ours() -> None:
        for actual in range(1, 20_000):
            achievement(7, actual)

    return compare("achievement on integers", ours, by_hand, limit=3)


def reading_glp039(path: Path) -> Comparison:
    """Reading the export into budget lines against python-calamine's own reading of its cells."""

    def cells() -> None:
        CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python(skip_empty_area=False)

    return compare("reading GLP039", lambda: read_glp039(path), cells, limit=3, rounds=21)


def comparisons() -> Iterator[Comparison]:
    """Run all that can be run here."""
    yield from start_comparisons()
    yield achieving()
    yield from evidence_comparisons()
    yield from frame_comparisons()
    if "KINERJA_GLP039" in os.environ:
        yield reading_glp039(Path(os.environ["KINERJA_GLP039"]))


if __name__ == "__main__":
    for comparison in comparisons():
        print(comparison, flush=True)
