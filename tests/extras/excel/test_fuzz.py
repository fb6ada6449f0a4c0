"""Workbooks damaged at random, for a minute; `python tests/fuzz/workbooks.py --seconds 3600` does so for an hour."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[2] / "fuzz"
FUZZ = FOLDER / "workbooks.py"


@pytest.mark.fuzz
def test_damaged_workbooks_are_read_or_refused() -> None:
    """None ends the process that reads it, takes more than 512 MiB or 10 seconds, or raises anything else."""
    run = subprocess.run([sys.executable, FUZZ, "--seed", "12"], capture_output=True, text=True, check=False)
    assert (0, "") == (run.returncode, run.stderr), run.stdout
    assert re.fullmatch(r"seed 12: \d+ refused, \d+ read\n", run.stdout)


@pytest.mark.fuzz
def test_every_reader_reads_or_refuses_damaged_inputs() -> None:
    """Numbers, dates, codes, tables, catalogues, scorecards, traces: none raises anything else, or takes too long."""
    command = [sys.executable, str(FOLDER / "every_reader.py"), "--seed", "13", "--count", "5000"]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (0, "") == (run.returncode, run.stderr), run.stdout
    assert re.search(r"seed 13: \d+ inputs in \d+ s, 0 failed\n$", run.stdout)
