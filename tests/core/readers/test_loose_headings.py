"""Headings that people write otherwise: with hyphens, dots, short forms, a unit in brackets."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import pytest

from kinerja import BSPJI_PEKANBARU_2021_2024, ColumnsError, RecordsError
from kinerja.indicators.collaboration_count import Collaboration
from kinerja.indicators.p3dn_ratio import BudgetLine
from kinerja.indicators.pnbp_growth import Receipt
from kinerja.indicators.tenant_count import Tenant
from kinerja.readers import read_actuals, read_rows

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

TENANT = "A;01/01/2022;01/03/2022;01/06/2022;01/02/2023\n"


@pytest.mark.parametrize(
    "headings",
    [
        "Tenan;Seleksi;Pra-Inkubasi;Inkubasi;Pasca-Inkubasi",
        "TENAN;SELEKSI;PRA/INKUBASI;INKUBASI;PASCA_INKUBASI",
        "Tenan*;Seleksi;Pra\xa0Inkubasi;Inkubasi;Pasca - Inkubasi",
        'Tenan;Seleksi;"Pra\nInkubasi";Inkubasi;"Pasca-\nInkubasi"',
        "Tenan\u200b;Seleksi:;Pra\u2013Inkubasi;(Inkubasi);Pasca.Inkubasi",
    ],
    ids=["hyphens", "slashes", "blanks", "line breaks", "signs"],
)
def test_letters_and_digits_of_a_heading_are_enough(write_csv: Callable[..., Path], headings: str) -> None:
    """Where none is written as it is asked for."""
    expected = read_rows(write_csv(f"tenan;seleksi;prainkubasi;inkubasi;pascainkubasi\n{TENANT}"), Tenant, unit="U")
    assert expected == read_rows(write_csv(f"{headings}\n{TENANT}"), Tenant, unit="U")


def test_short_forms_and_units_in_brackets_are_known(write_csv: Callable[..., Path]) -> None:
    """As offices head their tables."""
    path = write_csv("No. SPK;NTPN;Kode Akun;Jml (Rp);Tgl. Penerimaan\nSPK-1;K-1;425283;1.000;03/02/2023\n")
    (record,) = read_rows(path, Receipt, unit="U")
    expected = Receipt(
        unit="U",
        receipt="K-1",
        reference="SPK-1",
        account="425283",
        amount=Fraction(1000),
        received_on=dt.date(2023, 2, 3),
    )
    assert expected == record


def test_a_period_in_the_heading_of_budget_lines_is_known(write_csv: Callable[..., Path]) -> None:
    """`s/d` stands for `s.d.`."""
    path = write_csv("Kode;Thn. Anggaran;Akun;Pagu (Rp);Realisasi s/d Periode (Rp)\nX.1;2023;521211;10;4\n")
    (line,) = read_rows(path, BudgetLine, unit="U")
    assert (2023, Fraction(10), Fraction(4)) == (line.year, line.ceiling, line.realised)


def test_a_unit_in_brackets_is_no_other_column(write_csv: Callable[..., Path]) -> None:
    """Realisations are often headed with theirs."""
    path = write_csv("Kode;Realisasi (%)\nSK3/4;47,25\n")
    assert {"SK3/4": Fraction(189, 4)} == read_actuals(path, entries=BSPJI_PEKANBARU_2021_2024).by_code()


def test_a_heading_that_is_written_as_asked_comes_first(write_csv: Callable[..., Path]) -> None:
    """What resembles it stays a column that is not read."""
    path = write_csv("kode;realisasi;realisasi (Rp)\nSK3/4;47,25;1.000\n")
    actuals = read_actuals(path, entries=BSPJI_PEKANBARU_2021_2024)
    assert ({"SK3/4": Fraction(189, 4)}, ("realisasi (Rp)",)) == (actuals.by_code(), actuals.left_out)


def _codes(read: Callable[[], Any]) -> list[str]:
    with pytest.raises(RecordsError) as caught:
        read()
    return [problem.code for problem in caught.value.problems]


def test_two_columns_that_fit_alike_are_refused(write_csv: Callable[..., Path]) -> None:
    """Nobody knows which is meant."""
    path = write_csv("kode;realisasi (Rp);realisasi (%)\nSK3/4;1.000;47,25\n")
    assert ["heading.twice"] == _codes(lambda: read_actuals(path))


def test_numbers_of_rows_are_no_references(write_csv: Callable[..., Path]) -> None:
    """`No.` is the first column of most tables, and `nomor` is known as a reference."""
    path = write_csv("No.;Nomor Kolaborasi;Mitra;Jenis Mitra;Hasil;Kapabilitas;Tgl Bukti\n1;K;M;;;;03/02/2023\n")
    with pytest.raises(ColumnsError) as caught:
        read_rows(path, Collaboration, unit="U")
    assert ("nomor bukti",) == caught.value.missing


@pytest.mark.parametrize(
    "headings",
    [
        "kdsatker;kode_anggaran;thang;kdakun;pagu_revisi;realisasi_sd_periode",
        "Kode Satker;Kode;TA;Kode Akun;Pagu Revisi (Rp);Realisasi s.d. Periode (Rp)",
    ],
)
def test_headings_of_other_tools_are_known(write_csv: Callable[..., Path], headings: str) -> None:
    """As flattened tables of budgets have them."""
    (line,) = read_rows(write_csv(f"{headings}\n417912;A.1;2023;521211;100;47\n"), BudgetLine)
    assert ("417912", 2023, Fraction(47)) == (line.unit, line.year, line.realised)
