"""What stands below a table: signatures and notes are no data, and are refused in one sentence a row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from kinerja import BSPJI_PEKANBARU_2021_2024, RecordsError
from kinerja.indicators.pnbp_growth import Receipt
from kinerja.indicators.tenant_count import Tenant
from kinerja.readers import read_actuals, read_rows

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

RECEIPTS = "nomor penerimaan;nomor spk;akun;layanan;jumlah;tanggal penerimaan\n"
WHOLE = "K-1;SPK-1;425283;uji;1.000.000;03/02/2023\n"
SIGNED = (";;;;Pekanbaru, 5 Januari 2024;", ";;;;Kepala Balai;", "Mengetahui,;;;;;NIP. 19700101 199503 1 001")
REALISED = "kode;realisasi\nSK1/1;1\n"


def _told(read: Callable[[], Any]) -> list[tuple[str | None, int | None, object]]:
    with pytest.raises(RecordsError) as caught:
        read()
    return [(problem.code, problem.row, problem.value) for problem in caught.value.problems]


def test_each_row_of_a_signature_below_a_form_is_one_problem(write_csv: Callable[..., Path]) -> None:
    """Six cells are wrong in each of them, and none is worth a sentence of its own."""
    path = write_csv(RECEIPTS + WHOLE + "\n".join(SIGNED) + "\n")
    expected = [
        ("row.no_data", 3, "Pekanbaru, 5 Januari 2024"),
        ("row.no_data", 4, "Kepala Balai"),
        ("row.no_data", 5, "Mengetahui, NIP. 19700101 199503 1 001"),
    ]
    assert expected == _told(lambda: read_rows(path, Receipt, unit="U"))


def test_a_signature_below_no_heading_is_one_problem_a_row(write_csv: Callable[..., Path]) -> None:
    """Two cells beside the table."""
    path = write_csv(RECEIPTS + WHOLE + ";;;;;;Mengetahui;Kepala Balai\n")
    assert [("row.no_data", 3, "Mengetahui Kepala Balai")] == _told(lambda: read_rows(path, Receipt, unit="U"))


def test_a_signature_below_realisations_is_one_problem_a_row(write_csv: Callable[..., Path]) -> None:
    """The code lacks, and the figure is a text."""
    path = write_csv(REALISED + ";Pekanbaru, 5 Januari 2024\n;Kepala Balai\nMengetahui,;Kepala Balai\n")
    told = _told(lambda: read_actuals(path, entries=BSPJI_PEKANBARU_2021_2024))
    assert [("row.no_data", 3), ("row.no_data", 4), ("row.no_data", 5)] == [(code, row) for code, row, _ in told]


def test_a_signature_where_the_unit_stands_makes_no_other_row_uneven(write_csv: Callable[..., Path]) -> None:
    """The rows above leave their unit blank, as they may."""
    path = write_csv("satker;tenan;seleksi\n;A;03/02/2023\n;B;03/02/2023\nKepala Balai;;\n")
    assert [("row.no_data", 4, "Kepala Balai")] == _told(lambda: read_rows(path, Tenant, unit="U"))


@pytest.mark.parametrize(
    ("row", "codes"),
    [
        (";;;;1,000,000;17-Mar-23", ["cell.blank", "written.commas", "date.short_year"]),
        ("K-2;;;;Rp sejuta;03/02/2023", ["written.no_number"]),
        ("K-2;;;;sejuta;besok", ["written.no_number", "date.not_whole"]),
        (";SPK;;uji;sejuta;besok", ["cell.blank", "written.no_number", "date.not_whole"]),
    ],
    ids=["figures", "a date", "whole", "many cells"],
)
def test_a_row_that_is_meant_as_data_is_told_cell_by_cell(
    write_csv: Callable[..., Path], row: str, codes: list[str]
) -> None:
    """Who typed it wants to know what to mend."""
    path = write_csv(RECEIPTS + row + "\n")
    assert codes == [code for code, _, _ in _told(lambda: read_rows(path, Receipt, unit="U"))]
