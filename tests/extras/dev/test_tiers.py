"""Tests of an extra whose libraries are absent: passed over by name, or refused."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a copy of what passes tests over, whose extra `cli` needs a library that nobody has."""
    for path in ("tests/conftest.py", "tests/extras/conftest.py", "tests/support/installed.py", "pyproject.toml"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / path, tmp_path / path)
    settings = tmp_path / "pyproject.toml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(re.sub(r"(?m)^cli = \[", 'cli = ["nobody-has-this", ', text), encoding="utf-8")
    tests = tmp_path / "tests" / "extras" / "cli"
    tests.mkdir()
    (tests / "test_it.py").write_text("def test_it() -> None:\n    assert True\n", encoding="utf-8")
    return tmp_path


def run(project: Path, naming: str = "nobody-has-this", **environment: str) -> tuple[int, str]:
    """Run the tests of a project, and return how they ended and the one line that names what is absent."""
    told_more = {"KINERJA_SKIPS", "CI"}  # where it finds CI, pytest repeats the line uncut in its summary
    settings = {key: value for key, value in os.environ.items() if key not in told_more}
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests"],
        capture_output=True,
        check=False,
        cwd=project,
        encoding="utf-8",
        env={**settings, **environment},
    )
    (line,) = (line for line in done.stdout.splitlines() if naming in line)
    return done.returncode, line


def test_the_summary_names_what_is_absent(project: Path) -> None:
    """So that nobody takes what did not run for what passed."""
    _, line = run(project)
    assert re.search(r"^SKIPPED \[1\] .*: the tests of cli need (\S+, )*nobody-has-this", line)


def test_where_nothing_may_be_skipped_the_run_fails(project: Path) -> None:
    """As in the project's own checks."""
    status, line = run(project, KINERJA_SKIPS="never")
    assert (2, True) == (status, line.startswith("Nothing may be skipped here: the tests of cli need "))


def test_a_file_is_passed_over_for_what_it_imports_itself(project: Path) -> None:
    """Wherever in it, as in a function."""
    folder = project / "tests" / "extras" / "none"
    (project / "tests" / "extras" / "cli").rename(folder)
    (folder / "test_it.py").write_text("def test_it() -> None:\n    from nobody import this\n", encoding="utf-8")
    _, line = run(project, naming="the tests of none need nobody")
    assert line.startswith("SKIPPED [1] ")
