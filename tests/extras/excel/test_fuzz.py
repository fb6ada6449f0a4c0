"""Workbooks damaged at random, for a minute; `python tests/fuzz/workbooks.py --seconds 3600` does so for an hour."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

FUZZ = Path(__file__).parents[2] / "fuzz" / "workbooks.py"


@pytest.mark.fuzz
def test_damaged_workbooks_are_read_or_refused() -> None:
    """None ends the process that reads it, takes more than 512 MiB or 10 seconds, or raises anything else."""
    run = subprocess.run([sys.executable, FUZZ, "--seed", "12"], capture_output=True, text=True, check=False)
    assert (0, "") == (run.returncode, run.stderr), run.stdout
    assert re.fullmatch(r"seed 12: \d+ refused, \d+ read\n", run.stdout)
