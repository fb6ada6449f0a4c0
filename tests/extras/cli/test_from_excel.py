"""What a planner made in Excel for this year: decree, forms and scorecard, as they stand in examples/balai-excel."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kinerja.readers import read_catalogue
from kinerja.readers.sheets import open_workbook

if TYPE_CHECKING:
    from collections.abc import Callable

    from typer.testing import Result

ROOT = Path(__file__).parents[3]
EXAMPLE = ROOT / "examples" / "balai-excel"
DECREE = EXAMPLE / "iku-2026.xlsx"


def test_the_workbook_has_no_problem_and_no_slip(run: Callable[..., Result]) -> None:
    """With --strict a slip would end it with 1 too."""
    assert 0 == run("decree", "lint", DECREE, "--strict").exit_code


@pytest.mark.parametrize(("form", "card"), [("text", "rapor.txt"), ("html", "rapor.html")])
def test_the_forms_make_the_scorecard(run: Callable[..., Result], tmp_path: Path, form: str, card: str) -> None:
    """Word for word the one that stands beside them."""
    asked = ("score", EXAMPLE / "isian.xlsx", "--period", 2026, "--catalogue", DECREE, "--format", form)
    run(*asked, "--output", tmp_path / card, COLUMNS="80")
    assert (EXAMPLE / card).read_text("utf-8") == (tmp_path / card).read_text("utf-8")


def test_every_formula_of_data_is_shown() -> None:
    """Each of the seven measures something."""
    kinds = {type(entry.indicator).__name__ for entry in read_catalogue(DECREE).values()}
    assert {"Count", "Difference", "Growth", "Mean", "Ratio", "Value", "WeightedIndex"} == kinds


def test_a_workbook_that_libreoffice_saved_again_reads_the_same() -> None:
    """Who has no Excel opens it there."""
    assert read_catalogue(DECREE) == read_catalogue(ROOT / "tests" / "data" / "iku-2026-libreoffice.xlsx")


def test_the_unit_is_the_one_of_the_decree_that_was_given(run: Callable[..., Result], tmp_path: Path) -> None:
    """So that nobody has to fill in its form."""
    run("template", tmp_path / "isian", "--period", 2026, "--catalogue", DECREE)
    headings, first = open_workbook(tmp_path / "isian" / "unit.xlsx")[0].cells[:2]
    assert ("nama unit", read_catalogue(DECREE).decree.unit) == (headings[0], first[0])


def test_nobody_is_taken_for_the_unit_of_the_library_s_decree(run: Callable[..., Result], tmp_path: Path) -> None:
    """Others are measured by it too."""
    run("template", tmp_path / "isian", "--period", 2023)
    assert [["nama unit"]] == [row[:1] for row in open_workbook(tmp_path / "isian" / "unit.xlsx")[0].cells]


def test_the_forms_name_the_catalogue_in_what_comes_next(run: Callable[..., Result], tmp_path: Path) -> None:
    """Without it the year would be one of the library's decree."""
    shutil.copy(DECREE, tmp_path / "iku.xlsx")
    told = run("template", tmp_path / "isian", "--period", 2026, "--catalogue", tmp_path / "iku.xlsx").stdout
    forms, decree = tmp_path / "isian", tmp_path / "iku.xlsx"
    expected = f'  kinerja score "{forms}" --period 2026 --catalogue "{decree}" --output rapor.html'
    assert expected == told.splitlines()[-1]
