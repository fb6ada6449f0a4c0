"""The workbook of a decree that is to be filled in: what a planner sees, copies and types."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any, TypeAlias

import pytest
import xlsxwriter  # type: ignore[import-untyped]
from python_calamine import CalamineWorkbook

from kinerja.readers import lint_catalogue, new_catalogue

if TYPE_CHECKING:
    from pathlib import Path

Rows: TypeAlias = "list[list[Any]]"
TITLE = "Lembar "


@pytest.fixture
def new(tmp_path: Path) -> Path:
    """Return a workbook to fill in."""
    path = tmp_path / "baru.xlsx"
    new_catalogue(path, year=2026)
    return path


def rows_of(path: Path) -> dict[str, Rows]:
    """Return the rows of each sheet, blank cells at their ends left out."""
    book = CalamineWorkbook.from_path(path)
    return {name: [_stripped(row) for row in book.get_sheet_by_name(name).to_python()] for name in book.sheet_names}


def _stripped(row: list[Any]) -> list[Any]:
    return row[: max((place for place, cell in enumerate(row, 1) if cell != ""), default=0)]


def examples_in(rows: Rows) -> dict[str, Rows]:
    """Return the headings and rows of each example, by the sheet that it is of."""
    found: dict[str, Rows] = {}
    for row in filter(None, rows[1:]):
        if str(row[0]).startswith(TITLE):
            found[row[0].removeprefix(TITLE)] = []
        else:
            [*found.values()][-1].append(row)
    return found


def test_the_examples_have_the_columns_of_their_sheets(new: Path) -> None:
    """The same headings in the same places, so that a copied row fits."""
    sheets = rows_of(new)
    examples = {name: rows[0] for name, rows in examples_in(sheets["contoh"]).items()}
    assert {name: sheets[name][0] for name in ("sasaran", "indikator", "variabel", "target")} == examples


def test_copied_examples_are_a_decree(new: Path) -> None:
    """Nothing is wrong in them once the decree itself is filled in."""
    sheets = rows_of(new)
    decree = [["isian", "isi"], ["nomor", "1"], ["tentang", "IKU"], ["unit", "Balai"], ["tahun", "2026-2027"]]
    copied = {"keputusan": decree}
    for name, rows in examples_in(sheets["contoh"]).items():
        copied[name] = [sheets[name][0], *rows[1:]]
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        for name, rows in copied.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
    assert () == lint_catalogue(stream.getvalue()).problems
