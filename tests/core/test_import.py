"""What `import kinerja` loads, and what it leaves for first use."""

from __future__ import annotations

import subprocess
import sys

import pytest

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
