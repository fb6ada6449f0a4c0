"""Three hundred inputs of offices, each damaged in one way; `python tests/fuzz/inputs.py --count 3000` draws more."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

FUZZ = Path(__file__).parents[2] / "fuzz" / "inputs.py"


@pytest.mark.fuzz
def test_damaged_inputs_are_right_refused_or_named() -> None:
    """No figure changes without a word, whatever a cell, a row, a column, a sheet or a file suffers."""
    run = subprocess.run([sys.executable, FUZZ, "--seed", "12"], capture_output=True, text=True, check=False)
    assert (0, "") == (run.returncode, run.stderr), run.stdout
    counts = re.fullmatch(r"seed 12: (\d+) right, (\d+) refused, (\d+) named, 0 failed\n", run.stdout)
    assert counts is not None, run.stdout
    assert 300 == sum(map(int, counts.groups()))
