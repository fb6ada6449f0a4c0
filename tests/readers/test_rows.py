"""Tables of source rows become records."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from typing import TYPE_CHECKING, Any, ClassVar

import attrs
import pytest

from kinerja.errors import ColumnsError, RecordsError
from kinerja.indicators.accredited_scope_growth import AccreditedScope
from kinerja.indicators.assisted_company_count import AssistedCompany
from kinerja.indicators.collaboration_count import Collaboration
from kinerja.indicators.p3dn_ratio import BudgetLine
from kinerja.indicators.pnbp_growth import Receipt
from kinerja.indicators.productivity_delta import PerformanceMeasure
from kinerja.indicators.tenant_count import Tenant
from kinerja.readers.rows import read_rows
from kinerja.record import UNIT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

DAY = dt.date(2023, 2, 3)


def _problems(path: Path, record: type[Any], **more: Any) -> list[tuple[int | None, str | None, object]]:
    with pytest.raises(RecordsError) as caught:
        read_rows(path, record, **more)
    return [(problem.row, problem.column, problem.value) for problem in caught.value.problems]


def _said(path: Path, record: type[Any], **more: Any) -> str:
    with pytest.raises(RecordsError) as caught:
        read_rows(path, record, **more)
    return str(caught.value)


@pytest.mark.parametrize("heading", ["tenan", "tenant", "TENAN", " Tenan "])
def test_a_heading_may_be_indonesian_or_english(write_csv: Callable[..., Path], heading: str) -> None:
    """In either case, with blanks around."""
    path = write_csv(f"satker;{heading}\nBalai;A\n")
    assert (Tenant(unit="Balai", tenant="A"),) == read_rows(path, Tenant)


@pytest.mark.parametrize("heading", ["pascainkubasi", "postincubation on", "pasca inkubasi", "postincubation_on"])
def test_a_heading_may_be_another_name_or_the_attribute(write_csv: Callable[..., Path], heading: str) -> None:
    """What the record class also takes, and the name in code."""
    path = write_csv(f"tenan;{heading}\nA;2023-02-03\n")
    assert (Tenant(unit="U", tenant="A", postincubation_on=DAY),) == read_rows(path, Tenant, unit="U")


def test_the_unit_is_used_where_the_cell_is_blank(write_csv: Callable[..., Path]) -> None:
    """A unit that the table names stays."""
    path = write_csv("satker;tenan\n;A\nBalai;B\n")
    assert ["U", "Balai"] == [record.unit for record in read_rows(path, Tenant, unit="U")]


def test_a_blank_unit_is_refused_where_nobody_says_whose_the_records_are(write_csv: Callable[..., Path]) -> None:
    """Two balai may have the same number."""
    assert [(2, "satker", None)] == _problems(write_csv("satker;tenan\n;A\n"), Tenant)


def test_a_missing_unit_column_is_refused_where_nobody_says_whose_the_records_are(
    write_csv: Callable[..., Path],
) -> None:
    """The message names the column."""
    with pytest.raises(ColumnsError, match="there is no column satker"):
        read_rows(write_csv("tenan\nA\n"), Tenant)


def test_wrong_headings_are_refused(write_csv: Callable[..., Path]) -> None:
    """What is missing and what is there are named."""
    with pytest.raises(ColumnsError, match=r"there is no column tenan .*; it has: nama, tanggal"):
        read_rows(write_csv("nama;tanggal\nA;2023-02-03\n"), Tenant, unit="U")


def test_a_misspelt_heading_is_refused(write_csv: Callable[..., Path]) -> None:
    """Its dates would be lost without a word."""
    assert [(1, None, "inkubassi")] == _problems(write_csv("tenan;inkubassi\nA;2023-02-03\n"), Tenant, unit="U")


@pytest.mark.parametrize("spelling", ["", "N/A", "-", " n/a "])
def test_what_is_not_known_is_not_zero(write_csv: Callable[..., Path], spelling: str) -> None:
    """In numbers, dates and texts."""
    path = write_csv(f"nomor penerimaan;jumlah;tanggal;layanan\nX;{spelling};{spelling};{spelling}\n")
    assert (Receipt(unit="U", receipt="X"),) == read_rows(path, Receipt, unit="U")


@pytest.mark.parametrize("spelling", ["", "N/A", "-"])
def test_what_must_be_known_is_refused_where_it_is_not(write_csv: Callable[..., Path], spelling: str) -> None:
    """A text and a number."""
    path = write_csv(f"kode anggaran;tahun;akun;pagu;realisasi\n{spelling};2023;521211;{spelling};0\n")
    value = spelling or None
    assert [(2, "kode anggaran", value), (2, "pagu", value)] == _problems(path, BudgetLine, unit="U")


@pytest.mark.parametrize("spelling", ["3 Februari 2023", "03/02/2023", "3-2-2023", "2023-02-03"])
def test_dates_are_read_from_text(write_csv: Callable[..., Path], spelling: str) -> None:
    """As Indonesian offices write them."""
    path = write_csv(f"tenan;seleksi\nA;{spelling}\n")
    assert (Tenant(unit="U", tenant="A", selected_on=DAY),) == read_rows(path, Tenant, unit="U")


@pytest.mark.parametrize("spelling", ["2/13/2023", "03/02/23", "Februari 2023", "45000", "lusa"])
def test_other_dates_are_refused(write_csv: Callable[..., Path], spelling: str) -> None:
    """No part is guessed."""
    path = write_csv(f"tenan;seleksi\nA;{spelling}\n")
    assert [(2, "seleksi", spelling)] == _problems(path, Tenant, unit="U")


def _dated(value: dt.date | dt.time) -> Callable[..., None]:
    def write(book: Any, sheet: Any, row: int, column: int) -> None:
        sheet.write_datetime(row, column, value, book.add_format({"num_format": "dd/mm/yyyy hh:mm"}))

    return write


@pytest.mark.parametrize("date_1904", [False, True])
def test_a_date_cell_is_its_day(write_table: Callable[..., Path], date_1904: bool) -> None:  # noqa: FBT001 - a parameter
    """Also where the workbook counts from 1904."""
    path = write_table(["tenan", "seleksi"], ["A", _dated(DAY)], default_date_format="dd/mm/yyyy", date_1904=date_1904)
    assert (Tenant(unit="U", tenant="A", selected_on=DAY),) == read_rows(path, Tenant, unit="U")


@pytest.mark.parametrize("value", [dt.datetime(2023, 2, 3, 10, 30), dt.time(10, 30)])  # noqa: DTZ001 - a cell has no zone
def test_a_time_is_refused(write_table: Callable[..., Path], value: Any) -> None:
    """A day has none; a time alone is no day."""
    path = write_table(["tenan", "seleksi"], ["A", _dated(value)])
    assert "a date without a time is expected; take the time out." in _said(path, Tenant, unit="U")


def test_a_number_is_no_date(write_table: Callable[..., Path]) -> None:
    """The format of the cell was lost; which day it was is not guessed."""
    path = write_table(["tenan", "seleksi"], ["A", 44960])
    assert "'44960': a date is expected, not a number" in _said(path, Tenant, unit="U")


def test_rupiah_may_have_dots_between_thousands(write_csv: Callable[..., Path]) -> None:
    """One dot is no doubt in money."""
    path = write_csv("nomor penerimaan;jumlah\nX;-12.500\n")
    assert [Fraction(-12500)] == [record.amount for record in read_rows(path, Receipt, unit="U")]


def test_rupiah_are_no_percentage(write_csv: Callable[..., Path]) -> None:
    """They are refused with a sign of percent."""
    assert [(2, "jumlah", "5%")] == _problems(write_csv("nomor penerimaan;jumlah\nX;5%\n"), Receipt, unit="U")


def test_one_dot_before_three_digits_is_refused_in_a_number(write_csv: Callable[..., Path]) -> None:
    """It may stand for thousands or for decimals."""
    path = write_csv("perusahaan;ukuran;tahun;sebelum;sesudah\nA;ton;2023;1.250;1,5\n")
    assert [(2, "sebelum", "1.250")] == _problems(path, PerformanceMeasure, unit="U")


@pytest.mark.parametrize("year", ["2023", 2023])
def test_a_year_may_be_a_number_or_text(write_table: Callable[..., Path], year: Any) -> None:
    """Both are whole."""
    path = write_table(["perusahaan", "tahun"], ["A", year])
    assert [2023] == [record.year for record in read_rows(path, AssistedCompany, unit="U")]


@pytest.mark.parametrize("year", ["23", "1899", "2201", "TA 2023", 2023.5, True, "²⁰²³"])
def test_what_is_no_year_is_refused(write_table: Callable[..., Path], year: Any) -> None:
    """The years allowed are named."""
    path = write_table(["perusahaan", "tahun"], ["A", year])
    assert "a year is expected, 1900 to 2200, for example 2023." in _said(path, AssistedCompany, unit="U")


@pytest.mark.parametrize(
    ("cell", "flag"),
    [
        ("ya", True),
        ("Tidak", False),
        ("TRUE", True),
        ("false", False),
        (1, True),
        (0, False),
        (True, True),
        ("", False),
    ],
)
def test_a_flag_is_yes_or_no(write_table: Callable[..., Path], cell: Any, flag: bool) -> None:  # noqa: FBT001 - a parameter
    """Blank means what the record class says."""
    path = write_table(["perusahaan", "ukuran", "tahun", "lebih rendah lebih baik"], ["A", "kWh", 2023, cell])
    assert [flag] == [record.lower_is_better for record in read_rows(path, PerformanceMeasure, unit="U")]


@pytest.mark.parametrize("cell", ["mungkin", 2, 0.5])
def test_another_flag_is_refused(write_table: Callable[..., Path], cell: Any) -> None:
    """It is said what to write."""
    path = write_table(["perusahaan", "ukuran", "tahun", "lebih rendah lebih baik"], ["A", "kWh", 2023, cell])
    assert "write ya (yes) or tidak (no)." in _said(path, PerformanceMeasure, unit="U")


def test_an_option_is_known_in_any_case(write_csv: Callable[..., Path]) -> None:
    """It is kept as the list has it."""
    path = write_csv("nomor bukti;jenis mitra\nX;Lembaga  Penelitian\n")
    assert ["lembaga penelitian"] == [record.partner_kind for record in read_rows(path, Collaboration, unit="U")]


@pytest.mark.parametrize("cell", ["swasta", 0.5])
def test_another_option_is_refused(write_table: Callable[..., Path], cell: Any) -> None:
    """The list is told for a text; anything else is no text."""
    path = write_table(["nomor bukti", "jenis mitra"], ["X", cell])
    said = "choose one of: akademisi, lembaga penelitian, instansi lain." if cell == "swasta" else "text is expected"
    assert said in _said(path, Collaboration, unit="U")


def test_an_account_in_a_number_cell_keeps_its_digits(write_table: Callable[..., Path]) -> None:
    """Excel makes numbers of codes."""
    path = write_table(["nomor penerimaan", "akun"], ["X", 425283])
    assert ["425283"] == [record.account for record in read_rows(path, Receipt, unit="U")]


@pytest.mark.parametrize("total", ["Jumlah", "TOTAL", "Total:", "Grand Total", "Sub-total", "jumlah seluruhnya"])
def test_a_row_of_totals_is_refused(write_table: Callable[..., Path], total: str) -> None:
    """It would be counted as one record more."""
    path = write_table(["No", "tenan", "seleksi"], [1, "A", None], [None, total, 1])
    assert [(3, None, total)] == _problems(path, Tenant, unit="U")


def test_a_name_that_begins_like_a_total_is_a_name(write_csv: Callable[..., Path]) -> None:
    """Only the word alone says that the row is one."""
    path = write_csv("tenan\nTotal Karya Contoh\n")
    assert ["Total Karya Contoh"] == [record.tenant for record in read_rows(path, Tenant, unit="U")]


def _merged(rows: int, columns: int, value: Any) -> Callable[..., None]:
    def write(_book: Any, sheet: Any, row: int, column: int) -> None:
        sheet.merge_range(row, column, row + rows - 1, column + columns - 1, value)

    return write


def test_merged_cells_are_refused(write_table: Callable[..., Path]) -> None:
    """Only the first row of a merged date would have it, and the others would be left out without a word."""
    day = _merged(2, 1, "2023-02-03")
    path = write_table(["tenan", "seleksi"], ["A", day], ["B"], constant_memory=False)
    assert "row 2: cells are merged here" in _said(path, Tenant, unit="U")


@pytest.mark.parametrize("place", [(0, 2), (1, 2)])
def test_cells_merged_elsewhere_do_no_harm(write_workbook: Callable[..., Path], place: tuple[int, int]) -> None:
    """Above the table's rows, and in columns that are not asked for."""
    rows: list[dict[int, Any]] = [{0: "tenan"}, {0: "A"}, {0: "B"}]
    rows[place[0]][place[1]] = _merged(1, 2, "catatan") if place[0] == 0 else _merged(2, 1, "")
    rows[0].setdefault(2, "catatan")
    path = write_workbook(rows, constant_memory=False)
    assert ["A", "B"] == [record.tenant for record in read_rows(path, Tenant, unit="U")]


@pytest.mark.parametrize(
    ("formula", "result", "said"),
    [("=1/0", "#DIV/0!", "the cell holds an error"), ("=A1", "", "the formula in this cell was never calculated")],
)
def test_an_error_and_an_uncalculated_formula_are_refused(
    write_table: Callable[..., Path], with_formula: Callable[..., Any], formula: str, result: str, said: str
) -> None:
    """Both look blank to the reader of workbooks."""
    path = write_table(["nomor penerimaan", "jumlah"], ["X", with_formula(formula, result)])
    assert said in _said(path, Receipt, unit="U")


def test_text_in_a_number_cell_is_refused(write_table: Callable[..., Path]) -> None:
    """It is told with every other bad cell."""
    path = write_table(
        ["nomor penerimaan", "jumlah", "tanggal"], ["X", "lima juta", "besok"], [None, 5, None], ["Y", 1, None]
    )
    expected = [(2, "jumlah", "lima juta"), (2, "tanggal", "besok"), (3, "nomor penerimaan", None)]
    assert expected == _problems(path, Receipt, unit="U")


def test_bytes_that_are_not_utf8_are_refused(write_csv: Callable[..., Path]) -> None:
    """Latin-1, as old programs save it."""
    assert "not UTF-8 text" in _said(write_csv("tenan\nCaf\xe9\n".encode("latin-1")), Tenant, unit="U")


def test_an_empty_file_is_refused(write_csv: Callable[..., Path]) -> None:
    """There are no headings."""
    assert "the file is empty." in _said(write_csv(b""), Tenant, unit="U")


def test_a_folder_is_refused(tmp_path: Path) -> None:
    """It is no table."""
    assert "this is a folder" in _said(tmp_path, Tenant, unit="U")


def test_a_table_without_rows_is_refused(write_csv: Callable[..., Path]) -> None:
    """Nothing handed in is not the same as a count of 0."""
    assert "no rows below its headings" in _said(write_csv("tenan\n"), Tenant, unit="U")


@pytest.mark.parametrize("sheet", ["Satu", "Dua"])
def test_a_worksheet_may_be_named(write_workbook: Callable[..., Path], sheet: str) -> None:
    """Where two have the headings."""
    path = write_workbook([{0: "tenan"}, {0: "Satu"}], sheet="Satu", sheets={"Dua": [{0: "tenan"}, {0: "Dua"}]})
    assert [sheet] == [record.tenant for record in read_rows(path, Tenant, unit="U", sheet=sheet)]


def test_a_scope_without_a_parameter_counts_as_a_whole(write_csv: Callable[..., Path]) -> None:
    """A blank is the empty text there."""
    path = write_csv("ruang lingkup;parameter\nAir;-\n")
    assert (AccreditedScope(unit="U", scope="Air"),) == read_rows(path, AccreditedScope, unit="U")


def _even(_instance: object, _attribute: object, value: str) -> None:
    if len(value) % 2:
        message = "an odd name"
        raise ValueError(message)


@attrs.frozen(kw_only=True)
class Even:
    """A record class of one's own."""

    identity: ClassVar = ("unit",)

    unit: str = attrs.field(validator=_even, metadata=UNIT)


def test_what_a_record_refuses_is_a_problem_of_its_row(write_csv: Callable[..., Path]) -> None:
    """Every such row, in the words of the record."""
    assert [(2, None, None), (4, None, None)] == _problems(write_csv("satker\nA\nBB\nCCC\n"), Even)


@attrs.frozen(kw_only=True)
class Named(Even):
    """A record class whose own rule is the library's."""

    unit: str = attrs.field(metadata=UNIT)

    def __attrs_post_init__(self) -> None:
        Tenant(unit=self.unit, tenant=" ")


def test_what_the_library_refuses_is_said_in_both_languages(write_csv: Callable[..., Path]) -> None:
    """Its errors hold both."""
    with pytest.raises(RecordsError) as caught:
        read_rows(write_csv("satker\nA\n"), Named)
    assert "harus teks yang tidak kosong." in caught.value.text.id
