"""Rows of totals among records."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

import attrs
import pytest

from kinerja import RecordsError
from kinerja.indicators.accredited_scope_growth import AccreditedScope
from kinerja.indicators.collaboration_count import Collaboration
from kinerja.indicators.p3dn_ratio import BudgetLine
from kinerja.indicators.pnbp_growth import Receipt
from kinerja.indicators.tenant_count import Tenant
from kinerja.readers import read_rows
from kinerja.records import unit

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

TENANTS = "satker;tenan;seleksi;prainkubasi;inkubasi;pascainkubasi\n"
RECEIPTS = "nomor penerimaan;nomor spk;akun;layanan;jumlah;tanggal penerimaan\n"
SCOPES = "ruang lingkup;parameter;terakreditasi sejak;dicabut sejak\n"
LINES = "kode anggaran;tahun;akun;pagu;realisasi\n"
COLLABORATIONS = "nomor bukti;mitra;jenis mitra;hasil;kapabilitas;tanggal bukti\n"


def _refused(path: Path, record: type[Any]) -> list[tuple[int | None, str | None, object]]:
    with pytest.raises(RecordsError) as caught:
        read_rows(path, record, unit="U")
    assert {"row.totals"} == {problem.code for problem in caught.value.problems}
    return [(problem.row, problem.column, problem.value) for problem in caught.value.problems]


@pytest.mark.parametrize(
    "label",
    [
        "Jumlah",
        "TOTAL",
        "Total:",
        "Grand Total",
        "Sub-total",
        "subtotal",
        "Sub  Total",
        "jumlah seluruhnya",
        "Jumlah keseluruhan",
        "Jumlah Total",
        "(Jumlah)",
        "Total =",
    ],
)
def test_a_label_where_a_name_is_asked_for_is_a_row_of_totals(write_csv: Callable[..., Path], label: str) -> None:
    """It would count as one record more, whatever stands beside it."""
    path = write_csv(f"{SCOPES}Air;;01/03/2019;\n{label};mutu;01/03/2019;\n")
    assert [(3, "ruang lingkup", label)] == _refused(path, AccreditedScope)


def test_a_label_in_any_part_of_what_makes_a_record_one_is_refused(write_csv: Callable[..., Path]) -> None:
    """The second of two names is one too."""
    assert [(2, "parameter", "Total")] == _refused(write_csv(f"{SCOPES}Air;Total;01/03/2019;\n"), AccreditedScope)


@pytest.mark.parametrize("label", ["Jumlah PNBP 2023", "TOTAL PNBP", "Sub Total I", "Grand Total 2023", "Total/Jumlah"])
def test_a_text_that_begins_as_a_total_and_stands_alone_is_refused(write_csv: Callable[..., Path], label: str) -> None:
    """The whole year's money would be added to itself; a date and an amount beside it do not make it a receipt."""
    path = write_csv(f"{RECEIPTS}{label};;;-;900000;31/12/2023\n")
    assert [(2, "nomor penerimaan", label)] == _refused(path, Receipt)


def test_an_account_beside_it_does_not_make_a_total_a_line(write_csv: Callable[..., Path]) -> None:
    """Budgets are summed by account."""
    path = write_csv(f"{LINES}Jumlah belanja bahan;2023;521211;10;5\n")
    assert [(2, "kode anggaran", "Jumlah belanja bahan")] == _refused(path, BudgetLine)


@pytest.mark.parametrize(
    ("row", "column"),
    [("Jumlah;;;;;;5\n", "satker"), (";;;;;;Jumlah tenan\n", "Catatan"), (";;Total 2;;;;\n", "seleksi")],
)
def test_a_label_beside_the_names_is_a_row_of_totals_where_they_are_blank(
    write_csv: Callable[..., Path], row: str, column: str
) -> None:
    """In the first column, in one that is not read, and in one for dates."""
    path = write_csv(TENANTS.replace("\n", ";Catatan\n") + row)
    assert [(2, column)] == [place[:2] for place in _refused(path, Tenant)]


def test_a_label_under_no_heading_is_a_row_of_totals(write_csv: Callable[..., Path]) -> None:
    """There is no column to name."""
    assert [(2, None, "Total")] == _refused(write_csv(TENANTS + ";;;;;;Total\n"), Tenant)


@pytest.mark.parametrize(
    ("record", "table"),
    [
        (AccreditedScope, SCOPES + "Pengujian air;Total coliform;01/03/2019;\n"),
        (Collaboration, COLLABORATIONS + "SPK-1;;;;Total Quality Management;05/09/2023\n"),
        (Collaboration, COLLABORATIONS + "SPK-1;Jumlah Mitra Contoh;;;;05/09/2023\n"),
        (Tenant, TENANTS + "Balai;PT Total Karya Contoh;;;;\n"),
        (Tenant, TENANTS + "Total;Tenan A;;;;\n"),
        (Tenant, TENANTS + "Balai;Totalindo Contoh;;;;\n"),
        (Receipt, RECEIPTS + "KW-1;;;Total station, kalibrasi;5;31/12/2023\n"),
    ],
)
def test_a_name_in_which_such_a_word_stands_is_a_name(
    write_csv: Callable[..., Path], record: type[Any], table: str
) -> None:
    """Where another text says what the row is about, or the word does not begin it."""
    assert 1 == len(read_rows(write_csv(table), record, unit="U"))


def test_a_name_that_begins_as_a_total_is_told_how_to_write_it(write_csv: Callable[..., Path]) -> None:
    """Nothing else tells it from a row of totals."""
    path = write_csv(TENANTS + "Balai;Total Karya Contoh;;;;\n")
    with pytest.raises(RecordsError) as caught:
        read_rows(path, Tenant)
    assert (
        f"{path}, baris 2, kolom tenan: 'Total Karya Contoh': baris jumlah bukan data dukung; hapus baris ini. Bila "
        "memang nama, tulis lengkap, misalnya PT di depannya." == caught.value.text.id
    )


@attrs.frozen(kw_only=True)
class Bare:
    """A record class of one's own without any text."""

    identity: ClassVar = ("unit",)

    unit: str = attrs.field(metadata=unit())


def test_a_record_without_texts_has_no_rows_of_totals(write_csv: Callable[..., Path]) -> None:
    """There is no name that could be one."""
    assert (Bare(unit="Total Contoh"),) == read_rows(write_csv("satker\nTotal Contoh\n"), Bare)
