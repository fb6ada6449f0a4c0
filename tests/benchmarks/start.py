"""What starting costs: `python tests/benchmarks/start.py [OLDER_SRC]`."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from pairs import Comparison, compare

import kinerja

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROUNDS = 21
TREE = Path(kinerja.__file__).parents[1]
IMPORT = "import kinerja"
INDICATOR = "from kinerja import TenantCount"
VERSION = "import sys; sys.argv = ['kinerja', '--version']; from kinerja.__main__ import main; main()"
BARE = """
import typer

def show(asked: bool) -> None:
    if asked:
        typer.echo("0.1.0")
        raise typer.Exit

app = typer.Typer()

@app.callback(invoke_without_command=True)
def bare(version: bool = typer.Option(False, "--version", callback=show, is_eager=True)) -> None:
    pass

app(["--version"])
"""


def python(code: str, tree: Path = TREE) -> Callable[[], object]:
    """Return a call that runs a new interpreter on some code, with the library of a tree."""
    environment = {**os.environ, "PYTHONPATH": str(tree)}
    return lambda: subprocess.run([sys.executable, "-c", code], check=True, env=environment, stdout=subprocess.DEVNULL)


def start_comparisons() -> Iterator[Comparison]:
    """Hold the import against its dependencies, without the interpreter's start, and `--version` against bare typer."""
    needed = python("import attrs, dateutil.relativedelta, fractions")
    yield compare("import kinerja", python(IMPORT), needed, limit=2, start=python("pass"), rounds=ROUNDS)
    # What is found on first use costs too: one indicator, and all that it stands on.
    yield compare("one indicator", python(INDICATOR), needed, limit=None, start=python("pass"), rounds=ROUNDS)
    yield compare("kinerja --version", python(VERSION), python(BARE), limit=1.3, rounds=ROUNDS)


def comparisons_with(older: Path) -> Iterator[Comparison]:
    """Hold both against an older tree, the interpreter's start taken off."""
    for name, code in (("import kinerja", IMPORT), ("kinerja --version", VERSION)):
        before = python(code, older)
        yield compare(f"{name}, against before", python(code), before, limit=1, start=python("pass"), rounds=ROUNDS)


if __name__ == "__main__":
    for comparison in start_comparisons():
        print(comparison, flush=True)
    for tree in sys.argv[1:]:
        for comparison in comparisons_with(Path(tree)):
            print(comparison, flush=True)
