"""The example that recomputes achievements in print."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / "examples" / "published" / "recompute.py"


@pytest.fixture(scope="module")
def lines() -> list[str]:
    """Return what the example prints."""
    done = subprocess.run([sys.executable, SCRIPT], check=True, capture_output=True, encoding="utf-8")
    return done.stdout.splitlines()


def test_every_row_is_recomputed(lines: list[str]) -> None:
    """A line is printed for each of the nineteen rows, and one that sums up."""
    assert 20 == len(lines)


def test_only_the_misprint_is_flagged(lines: list[str]) -> None:
    """BBIA's PNBP row of 2020 is printed 69,5 % where its figures give 68,5 %; every other row agrees."""
    flagged = [line for line in lines if "SEHARUSNYA" in line]
    assert [
        "Balai Besar Industri Agro (BBIA), Realisasi anggaran bersumber PNBP BLU: tercetak 69,5%, SEHARUSNYA 68,5%"
    ] == flagged


def test_a_dash_is_not_zero(lines: list[str]) -> None:
    """The two rows of PN Prabumulih without an allocation are not measured."""
    assert 2 == sum(line.endswith("Belum diukur.") for line in lines)
