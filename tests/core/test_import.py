"""What `import kinerja` loads, and what it leaves for first use."""

from __future__ import annotations

import importlib
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from kinerja import MissingExtraError
from said import refused

if TYPE_CHECKING:
    from pathlib import Path

OPTIONAL = (
    "cattrs",
    "csv",
    "hypothesis",
    "html",
    "json",
    "narwhals",
    "numpy",
    "pandas",
    "polars",
    "pyarrow",
    "python_calamine",
    "rich",
    "tomllib",
    "typer",
    "xlsxwriter",
)


def run(program: str) -> str:
    """Return what a program prints in an interpreter of its own."""
    done = subprocess.run([sys.executable, "-W", "error", "-c", program], capture_output=True, check=True, text=True)
    return done.stdout.strip()


def test_importing_the_library_loads_nothing_optional() -> None:
    """Nor what only some calls need."""
    program = (
        "import sys; before = set(sys.modules);"
        " from kinerja import P3DNRatio, Scorecard, load_catalogue;"
        f" print([name for name in {OPTIONAL!r} if name in set(sys.modules) - before])"
    )
    assert "[]" == run(program)


def test_a_trace_loads_nothing_optional_before_it_is_written() -> None:
    """Nor does what verifies one, before it has something to read."""
    program = "import sys; from kinerja.trace import explain, make_trace, verify_trace; print('cattrs' in sys.modules)"
    assert "False" == run(program)


def test_importing_the_library_reads_no_catalogue() -> None:
    """The catalogue is not there until someone asks for it."""
    assert "False" == run("import kinerja; print('BSPJI_PEKANBARU_2021_2024' in vars(kinerja))")


@pytest.mark.parametrize(
    "program",
    [
        "import kinerja; kinerja.BSPJI_PEKANBARU_2021_2024",
        "from kinerja import BSPJI_PEKANBARU_2021_2024; import kinerja",
    ],
)
def test_the_catalogue_is_loaded_on_first_use(program: str) -> None:
    """And kept, so that the second use reads nothing."""
    assert "True" == run(f"{program}; print('BSPJI_PEKANBARU_2021_2024' in vars(kinerja))")


def test_indicators_alone_need_no_catalogue() -> None:
    """An achievement is arithmetic."""
    program = "import sys, kinerja; print(kinerja.PNBPGrowth().achievement(2, 3), 'tomllib' in sys.modules)"
    assert "150,00% False" == run(program)


def test_a_name_that_is_not_there_loads_nothing() -> None:
    """Asking whether the module has a name is no use of the catalogue."""
    assert "False False" == run("import sys, kinerja; print(hasattr(kinerja, 'IKU'), 'tomllib' in sys.modules)")


def test_a_scorecard_prints_without_any_extra() -> None:
    """Only what the core depends on is loaded for it."""
    program = (
        "import sys; from kinerja import BSPJI_PEKANBARU_2021_2024 as c; str(c.scorecard(2023, {'SK3/4': 47.25}));"
        " print([name for name in ('numpy', 'rich', 'typer') if name in sys.modules])"
    )
    assert "[]" == run(program)


def test_hypothesis_loads_nothing_of_the_library() -> None:
    """It has no entry point there."""
    own = "[name for name in sys.modules if name.startswith('kinerja')]"
    assert "[]" == run(f"import sys, hypothesis; print({own})")


def test_pytest_loads_nothing_of_the_library(tmp_path: Path) -> None:
    """Nor has pytest: where there is no test, there is nothing of it."""
    (tmp_path / "conftest.py").write_text(
        "import sys\n"
        "def pytest_unconfigure():\n"
        "    print([name for name in sys.modules if name.startswith('kinerja')])\n",
        encoding="utf-8",
    )
    command = [sys.executable, "-m", "pytest", "--collect-only", "-q", "-p", "no:cacheprovider", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, check=False, text=True, cwd=tmp_path)
    assert "[]" == done.stdout.splitlines()[-1]


def test_the_law_kit_loads_no_frames() -> None:
    """Before the law of frames is tried."""
    program = (
        "import sys, kinerja.testing; print([name for name in ('narwhals', 'polars', 'pandas') if name in sys.modules])"
    )
    assert "[]" == run(program)


def test_the_law_kit_needs_hypothesis(monkeypatch: pytest.MonkeyPatch) -> None:
    """And says how to install it."""
    for module in [module for module in sys.modules if module.startswith("kinerja.testing")]:
        monkeypatch.delitem(sys.modules, module)
    monkeypatch.setitem(sys.modules, "hypothesis", None)
    with refused("extra.missing", MissingExtraError, extra="testing"):
        importlib.import_module("kinerja.testing")
