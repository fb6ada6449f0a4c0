"""Golden files that planners keep as workbooks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import xlsxwriter  # type: ignore[import-untyped]

from kinerja import BSPJI_PEKANBARU_2021_2024
from kinerja.testing import check_golden

if TYPE_CHECKING:
    from pathlib import Path

HEADINGS = ("kode", "periode", "besaran", "data dukung", "target", "realisasi", "capaian", "sumber")
BUDGET = "realised=945.000.000 | ceiling=2.000.000.000"


def test_numbers_are_figures_as_they_are_typed(tmp_path: Path) -> None:
    """With their own decimals, and those shown in percent as a reader sees them."""
    path = tmp_path / "capaian.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet, percent = book.add_worksheet(), book.add_format({"num_format": "0.00%"})
        sheet.write_row(0, 0, HEADINGS)
        sheet.write_row(1, 0, ("SK3/4", 2023, BUDGET, "", 45, 47.25, 105, "LKjIP"))
        sheet.write_row(2, 0, ("SK3/4", 2023, BUDGET, "", 45, "47,25", "", "LKjIP"))
        sheet.write_number(2, 6, 1.05, percent)
    assert 4 == check_golden(path, BSPJI_PEKANBARU_2021_2024)
