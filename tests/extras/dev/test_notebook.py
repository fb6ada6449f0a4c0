"""The notebook in examples/: it runs as it stands, shows what it computes, and its figures are right."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import nbformat
import pytest

import kinerja

if TYPE_CHECKING:
    from collections.abc import Iterable

EXAMPLES = Path(__file__).parents[3] / "examples"
NOTEBOOK = EXAMPLES / "beberapa-satker.ipynb"
FACTS = """
import json

print(json.dumps({
    "actual": [None if reason is not pd.NA else actual for actual, reason in zip(hasil["actual"], hasil["reason"])],
    "whole": gabungan["actual"].item(),
    "left_out": tidak_dihitung["nearest_miss"].tolist(),
    "achievement": [None if pd.isna(value) else value for value in capaian["achievement"]],
    "exact": [None if pd.isna(value) else value for value in pasti["actual"]],
    "scorecard": [len(rapor), int(rapor["achievement"].notna().sum())],
    "engines": perbandingan[["polars", "DuckDB"]].astype(object).where(perbandingan.notna(), None).values.tolist(),
}))
"""


RUN = """
import sys

import nbformat
from matplotlib import font_manager  # its first use says that it takes a while
from nbclient import NotebookClient

notebook = nbformat.read(sys.stdin, as_version=4)
# What a cell prints may arrive in pieces when the machine is busy.
NotebookClient(notebook, kernel_name="python3", timeout=120, coalesce_streams=True).execute()
nbformat.write(notebook, sys.stdout)
"""
"""It runs in an interpreter of its own, because the kernel's client leaves sockets to the garbage collector."""


def run(notebook: Any, home: str) -> Any:
    """Return a notebook, run, with what its cells show."""
    own = dict.fromkeys(("IPYTHONDIR", "JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR"), home)
    done = subprocess.run(
        [sys.executable, "-c", RUN],
        input=nbformat.writes(notebook),
        capture_output=True,
        check=True,
        cwd=EXAMPLES,
        encoding="utf-8",
        env={**os.environ, **own, "PYTHONPATH": str(Path(kinerja.__file__).parents[1]), "PYTHONIOENCODING": "utf-8"},
    )
    return nbformat.reads(done.stdout, as_version=4)


@pytest.fixture(scope="module")
def executed(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Return the notebook of several units, run, with a cell more that prints its figures."""
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    notebook.cells.append(nbformat.v4.new_code_cell(FACTS))
    return run(notebook, str(tmp_path_factory.mktemp("jupyter")))


@pytest.fixture(scope="module")
def facts(executed: Any) -> dict[str, Any]:
    """Return the figures that the notebook ended with."""
    figures: dict[str, Any] = json.loads(executed.cells[-1].outputs[0]["text"])
    return figures


def shown(cells: Iterable[Any]) -> list[list[str]]:
    """Return what each code cell shows, as text."""
    return [
        ["".join(output.get("text") or output["data"]["text/plain"]) for output in cell.outputs]
        for cell in cells
        if cell.cell_type == "code"
    ]


def test_it_shows_what_it_computes(executed: Any) -> None:
    """The outputs that are kept in the file are those of this run."""
    kept = nbformat.read(NOTEBOOK, as_version=4)
    assert shown(kept.cells) == shown(executed.cells[:-1])


def test_the_one_from_pandas_shows_what_it_computes(tmp_path: Path) -> None:
    """Figures, a scorecard, a comparison, what would be needed, what if, and two charts."""
    kept = nbformat.read(EXAMPLES / "dari-pandas.ipynb", as_version=4)
    made = run(kept, str(tmp_path))
    assert shown(kept.cells) == shown(made.cells)
    assert ["alt.LayerChart(...)"] in shown(made.cells)


def test_each_unit_has_its_figure_or_none(facts: dict[str, Any]) -> None:
    """47,25 of the first; the third has a ceiling of 0."""
    assert [47.25, 45.833333333333336, None, 48, 58.75, 45] == facts["actual"]


def test_the_whole_is_no_mean_of_percentages(facts: dict[str, Any]) -> None:
    """The rupiah are added, then divided once."""
    assert 48.75 == facts["whole"]


def test_what_is_left_out_names_its_condition(facts: dict[str, Any]) -> None:
    """Two lines of other accounts, one of another year."""
    assert ["akun P3DN", "tahun anggaran", "akun P3DN"] == facts["left_out"]


def test_without_a_target_there_is_no_achievement(facts: dict[str, Any]) -> None:
    """105 percent of the first unit; the last has no target."""
    assert (105, None) == (facts["achievement"][0], facts["achievement"][-1])


def test_the_scorecard_has_every_indicator_of_every_unit(facts: dict[str, Any]) -> None:
    """Seven rows for each of six units; five achievements of SK3/4 and two of SK3/2."""
    assert [42, 7] == facts["scorecard"]


def test_the_last_digit_is_a_fraction(facts: dict[str, Any]) -> None:
    """275/6 where float64 rounds."""
    assert ["189/4", "275/6", None, "48", "235/4", "45"] == facts["exact"]


def test_the_engines_agree(facts: dict[str, Any]) -> None:
    """Digit by digit."""
    assert [[value, value] for value in facts["actual"]] == facts["engines"]
