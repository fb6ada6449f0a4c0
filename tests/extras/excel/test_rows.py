"""Tables of source rows become records."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from typing import TYPE_CHECKING, Any, ClassVar

import attrs
import pytest

from kinerja import RecordsError
from kinerja._base import Text
from kinerja.indicators.accredited_scope_growth import AccreditedScope
from kinerja.indicators.assisted_company_count import AssistedCompany
from kinerja.indicators.collaboration_count import Collaboration
from kinerja.indicators.p3dn_ratio import BudgetLine
from kinerja.indicators.pnbp_growth import Receipt
from kinerja.indicators.productivity_delta import PerformanceMeasure
from kinerja.indicators.tenant_count import Tenant
from kinerja.readers import read_rows
from kinerja.readers.sheets import open_sheets
from kinerja.readers.tables.records import find_records
from kinerja.records import fields_of, unit
from planners_sheets import with_formula
from said import refused, sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from kinerja.records import Field

DAY = dt.date(2023, 2, 3)
FILLED: dict[type[Any], dict[str, Any]] = {
    Tenant: {"tenan": "A"},
    Collaboration: {"nomor bukti": "X"},
    AssistedCompany: {"perusahaan": "A", "tahun": 2023},
    PerformanceMeasure: {
        "perusahaan": "A",
        "ukuran performansi": "kWh",
        "tahun": 2023,
        "lebih rendah lebih baik": "ya",
    },
    Receipt: {"nomor penerimaan": "X", "jumlah": 1, "tanggal penerimaan": "2023-02-03"},
    AccreditedScope: {"ruang lingkup": "Air"},
    BudgetLine: {"kode anggaran": "X", "tahun": 2023, "akun": "521211", "pagu": 10, "realisasi": 5},
}
"""What the forms must have: heading -> value."""


def _cells(record: type[Any], *rows: Mapping[str, Any], named: Mapping[str, str] | None = None) -> list[list[Any]]:
    """Return the headings of a form without its unit, and rows that hold what they must and what is given."""
    headings = [field.heading for field in fields_of(record) if field.name != "unit"]
    headings += [heading for heading in dict.fromkeys(key for row in rows for key in row) if heading not in headings]
    first = [(named or {}).get(heading, heading) for heading in headings]
    return [first, *([{**FILLED[record], **row}.get(heading, "") for heading in headings] for row in rows)]


def _csv(record: type[Any], *rows: Mapping[str, Any], named: Mapping[str, str] | None = None) -> str:
    """Return the same as the text of a CSV file."""
    return "".join(";".join(map(str, row)) + "\n" for row in _cells(record, *rows, named=named))


def _problems(path: Path, record: type[Any], **more: Any) -> list[tuple[int | None, str | None, object]]:
    with pytest.raises(RecordsError) as caught:
        read_rows(path, record, **more)
    return [(problem.row, problem.column, problem.value) for problem in caught.value.problems]


def _allowed(path: Path, record: type[Any], **more: Any) -> Text:
    with pytest.raises(RecordsError) as caught:
        read_rows(path, record, **more)
    (problem,) = caught.value.problems
    return problem.allowed


@pytest.mark.parametrize("heading", ["tenan", "tenant", "TENAN", " Tenan "])
def test_a_heading_may_be_indonesian_or_english(write_csv: Callable[..., Path], heading: str) -> None:
    """In either case, with blanks around."""
    path = write_csv(_csv(Tenant, {"satker": "Balai"}, named={"tenan": heading}))
    assert (Tenant(unit="Balai", tenant="A"),) == read_rows(path, Tenant)


@pytest.mark.parametrize("heading", ["pascainkubasi", "postincubation on", "pasca inkubasi", "postincubation_on"])
def test_a_heading_may_be_another_name_or_the_attribute(write_csv: Callable[..., Path], heading: str) -> None:
    """What the record class also takes, and the name in code."""
    path = write_csv(_csv(Tenant, {"pascainkubasi": "2023-02-03"}, named={"pascainkubasi": heading}))
    assert (Tenant(unit="U", tenant="A", postincubation_on=DAY),) == read_rows(path, Tenant, unit="U")


@pytest.mark.parametrize("rows", [({}, {}), ({"satker": ""}, {"satker": "-"})], ids=["no column", "blank column"])
def test_the_unit_is_used_where_the_table_names_none(
    write_csv: Callable[..., Path], rows: tuple[dict[str, str], ...]
) -> None:
    """The column may lack, or be blank as a whole."""
    path = write_csv(_csv(Tenant, *rows))
    assert ["U", "U"] == [record.unit for record in read_rows(path, Tenant, unit="U")]


def test_a_unit_that_the_table_names_stays(write_csv: Callable[..., Path]) -> None:
    """Whoever hands it in."""
    path = write_csv(_csv(Tenant, {"satker": "Satu"}, {"satker": "Dua"}))
    assert ["Satu", "Dua"] == [record.unit for record in read_rows(path, Tenant, unit="U")]


def test_a_unit_that_only_some_rows_name_is_refused(write_csv: Callable[..., Path]) -> None:
    """Whose the others are is not guessed: the balai may have been forgotten; every blank cell is named."""
    path = write_csv(_csv(Tenant, {"satker": ""}, {"satker": "Balai"}, {"satker": "N/A"}))
    assert [(2, "satker", None), (4, "satker", None)] == _problems(path, Tenant, unit="U")


def test_a_blank_row_names_no_unit(write_csv: Callable[..., Path]) -> None:
    """It is no record."""
    path = write_csv(_csv(Tenant, {"satker": "Balai"}) + ";;;;;\n")
    assert ["Balai"] == [record.unit for record in read_rows(path, Tenant, unit="U")]


def test_a_thousand_blank_units_are_told(write_csv: Callable[..., Path]) -> None:
    """A long file is not told to its end, and the message says so."""
    path = write_csv(_csv(Tenant, *(1100 * [{"satker": ""}]), {"satker": "Balai"}))
    assert [(1001, "satker", None), (1002, None, None)] == _problems(path, Tenant, unit="U")[-2:]


def test_a_blank_unit_is_refused_where_nobody_says_whose_the_records_are(write_csv: Callable[..., Path]) -> None:
    """Two balai may have the same number."""
    assert [(2, "satker", None)] == _problems(write_csv(_csv(Tenant, {"satker": ""})), Tenant)


def test_a_missing_unit_column_is_refused_where_nobody_says_whose_the_records_are(
    write_csv: Callable[..., Path],
) -> None:
    """The message names the column."""
    with refused("table.columns_missing", missing=("satker",)):
        read_rows(write_csv(_csv(Tenant, {})), Tenant)


def test_wrong_headings_are_refused(write_csv: Callable[..., Path]) -> None:
    """What is missing and what is there are named."""
    path = write_csv(_csv(Tenant, {}, named={"tenan": "nama"}))
    lack = sentence("table.lack", columns=[Text(id="tenan", en="tenan / tenant")], unknown=["nama"])
    with refused("table.columns_missing", file=str(path), lack=lack):
        read_rows(path, Tenant, unit="U")


def _each_field(*, needed: bool) -> pytest.MarkDecorator:
    fields = [(record, field) for record in FILLED for field in fields_of(record) if field.name != "unit"]
    return pytest.mark.parametrize(
        ("record", "field"),
        [(record, field) for record, field in fields if field.needed is needed],
        ids=lambda value: value.__name__ if isinstance(value, type) else value.name,
    )


@_each_field(needed=True)
def test_a_needed_column_that_is_missing_is_refused(
    write_csv: Callable[..., Path], record: type[Any], field: Field
) -> None:
    """The message names what stands in its place."""
    path = write_csv(_csv(record, {}, named={field.heading: "lain"}))
    headings = Text(id=field.heading, en=f"{field.heading} / {field.name.replace('_', ' ')}")
    lack = sentence("table.lack", columns=[headings], unknown=["lain"])
    with refused("table.columns_missing", missing=(field.heading,), lack=lack):
        read_rows(path, record, unit="U")


@_each_field(needed=False)
def test_a_column_of_a_default_may_lack(write_csv: Callable[..., Path], record: type[Any], field: Field) -> None:
    """Every record has the default there, never a guess, and the table names the column."""
    path = write_csv(_csv(record, {}, named={field.heading: "lain"}))
    default = getattr(attrs.fields(record), field.name).default
    assert [default] == [getattr(made, field.name) for made in read_rows(path, record, unit="U")]
    assert (field.heading,) == find_records(open_sheets(path), record, unit="U").found.headings[0].lacking


def test_columns_of_defaults_may_all_lack(write_csv: Callable[..., Path]) -> None:
    """What makes the record is enough."""
    assert (Tenant(unit="U", tenant="A"),) == read_rows(write_csv("tenan\nA\n"), Tenant, unit="U")


@pytest.mark.parametrize("heading", ["seleksy", "tgl seleksi", "tanggal masuk seleksi", "selected"])
def test_a_heading_that_may_be_a_lacking_column_is_refused(write_csv: Callable[..., Path], heading: str) -> None:
    """Misspelt, or with words more or less: its days would be unknown, and no tenant would count."""
    path = write_csv(_csv(Tenant, {"seleksi": "2023-02-03"}, named={"seleksi": heading}))
    assert [(1, None, heading)] == _problems(path, Tenant, unit="U")


@pytest.mark.parametrize("heading", ["tgl seleksi", "tanggal masuk seleksi"])
def test_a_heading_of_more_words_may_stand_beside_the_column(write_csv: Callable[..., Path], heading: str) -> None:
    """There is no doubt then which is which."""
    path = write_csv(_csv(Tenant, {"seleksi": "2023-02-03", heading: "x"}))
    assert [DAY] == [record.selected_on for record in read_rows(path, Tenant, unit="U")]


def test_a_misspelt_optional_heading_is_refused(write_csv: Callable[..., Path]) -> None:
    """Revenue would be unknown for every company, and none would count."""
    path = write_csv(
        _csv(AssistedCompany, {"omzet sebelum": 1, "omzet sesudah": 2}, named={"omzet sebelum": "omzet awal"})
    )
    with refused("heading.misspelt", RecordsError, row=1, value="omzet awal", known="omzet sebelum"):
        read_rows(path, AssistedCompany, unit="U")


@pytest.mark.parametrize("above", ["Data tenan 2023", "sep=;", "Balai;Contoh;"])
def test_what_stands_above_the_headings_is_passed_over_and_told(write_csv: Callable[..., Path], above: str) -> None:
    """A title, and the line by which Excel is told the separator."""
    path = write_csv(f"{above}\n\n{_csv(Tenant, {})}")
    assert (Tenant(unit="U", tenant="A"),) == read_rows(path, Tenant, unit="U")
    told = find_records(open_sheets(path), Tenant, unit="U").found.headings[0].rows.above
    assert (" ".join(above.split(";")).strip(),) == told


def test_other_columns_may_stand_beside(write_csv: Callable[..., Path]) -> None:
    """They are not read, and the table names them."""
    path = write_csv(_csv(Tenant, {"No": 1, "Keterangan": "baik"}))
    assert (Tenant(unit="U", tenant="A"),) == read_rows(path, Tenant, unit="U")
    assert ("No", "Keterangan") == find_records(open_sheets(path), Tenant, unit="U").found.headings[0].left_out


def test_a_heading_that_resembles_one_is_refused(write_csv: Callable[..., Path]) -> None:
    """Beside the right one too: which of the two holds the dates is not guessed."""
    path = write_csv(_csv(Tenant, {"inkubassi": "2023-02-03"}))
    assert [(1, None, "inkubassi")] == _problems(path, Tenant, unit="U")


@pytest.mark.parametrize("spelling", ["", "N/A", "-", " n/a "])
def test_what_is_not_known_is_not_zero(write_csv: Callable[..., Path], spelling: str) -> None:
    """A blank, N/A and a dash."""
    path = write_csv(_csv(AssistedCompany, {"omzet sebelum": spelling, "klien sesudah": spelling}))
    assert (AssistedCompany(unit="U", company="A", year=2023),) == read_rows(path, AssistedCompany, unit="U")


@pytest.mark.parametrize("spelling", ["", "N/A", "-"])
def test_what_must_be_known_is_refused_where_it_is_not(write_csv: Callable[..., Path], spelling: str) -> None:
    """A text and a number."""
    path = write_csv(_csv(BudgetLine, {"kode anggaran": spelling, "pagu": spelling}))
    value = spelling or None
    assert [(2, "kode anggaran", value), (2, "pagu", value)] == _problems(path, BudgetLine, unit="U")


@pytest.mark.parametrize("heading", ["jumlah", "tanggal penerimaan"])
def test_a_receipt_has_an_amount_and_a_day(write_csv: Callable[..., Path], heading: str) -> None:
    """Without its day it would drop out of every period, and without its amount there is no figure."""
    assert [(2, heading, None)] == _problems(write_csv(_csv(Receipt, {heading: ""})), Receipt, unit="U")


def test_a_measure_says_which_way_is_better(write_csv: Callable[..., Path]) -> None:
    """A blank would turn saved energy into a loss."""
    path = write_csv(_csv(PerformanceMeasure, {"lebih rendah lebih baik": ""}))
    assert [(2, "lebih rendah lebih baik", None)] == _problems(path, PerformanceMeasure, unit="U")


@pytest.mark.parametrize("spelling", ["3 Februari 2023", "03/02/2023", "3-2-2023", "2023-02-03"])
def test_dates_are_read_from_text(write_csv: Callable[..., Path], spelling: str) -> None:
    """As Indonesian offices write them."""
    path = write_csv(_csv(Tenant, {"seleksi": spelling}))
    assert (Tenant(unit="U", tenant="A", selected_on=DAY),) == read_rows(path, Tenant, unit="U")


@pytest.mark.parametrize("spelling", ["2/13/2023", "03/02/23", "Februari 2023", "45000", "lusa"])
def test_other_dates_are_refused(write_csv: Callable[..., Path], spelling: str) -> None:
    """No part is guessed."""
    path = write_csv(_csv(Tenant, {"seleksi": spelling}))
    assert [(2, "seleksi", spelling)] == _problems(path, Tenant, unit="U")


def _dated(value: dt.date | dt.time) -> Callable[..., None]:
    def write(book: Any, sheet: Any, row: int, column: int) -> None:
        sheet.write_datetime(row, column, value, book.add_format({"num_format": "dd/mm/yyyy hh:mm"}))

    return write


@pytest.mark.parametrize("date_1904", [False, True])
def test_a_date_cell_is_its_day(write_table: Callable[..., Path], date_1904: bool) -> None:  # noqa: FBT001 - a parameter
    """Also where the workbook counts from 1904."""
    path = write_table(*_cells(Tenant, {"seleksi": _dated(DAY)}), default_date_format="dd/mm/yyyy", date_1904=date_1904)
    assert (Tenant(unit="U", tenant="A", selected_on=DAY),) == read_rows(path, Tenant, unit="U")


def test_a_date_cell_calculated_to_the_day_is_its_day(write_table: Callable[..., Path]) -> None:
    """A billionth of a day is no time."""

    def day(book: Any, sheet: Any, row: int, column: int) -> None:
        sheet.write_number(row, column, 44960.000000001, book.add_format({"num_format": "dd/mm/yyyy"}))

    path = write_table(*_cells(Tenant, {"seleksi": day}))
    assert (Tenant(unit="U", tenant="A", selected_on=DAY),) == read_rows(path, Tenant, unit="U")


def test_a_date_cell_with_a_time_is_its_day(write_table: Callable[..., Path]) -> None:
    """Payment systems give both; in a CSV file and in a frame it is the day too."""
    moment = dt.datetime(2023, 2, 3, 23, 59, 59)  # noqa: DTZ001 - a cell has no zone
    path = write_table(*_cells(Tenant, {"seleksi": _dated(moment)}))
    assert (Tenant(unit="U", tenant="A", selected_on=DAY),) == read_rows(path, Tenant, unit="U")


def test_a_time_alone_is_refused(write_table: Callable[..., Path]) -> None:
    """It is no day."""
    path = write_table(*_cells(Tenant, {"seleksi": _dated(dt.time(10, 30))}))
    assert sentence("cell.only_time") == _allowed(path, Tenant, unit="U")


def test_a_number_is_no_date(write_table: Callable[..., Path]) -> None:
    """The format of the cell was lost; which day it was is not guessed."""
    path = write_table(*_cells(Tenant, {"seleksi": 44960}))
    with refused("cell.not_date", RecordsError, value="44960"):
        read_rows(path, Tenant, unit="U")


def test_rupiah_may_have_dots_between_thousands(write_csv: Callable[..., Path]) -> None:
    """One dot is no doubt in money."""
    path = write_csv(_csv(Receipt, {"jumlah": "-12.500"}))
    assert [Fraction(-12500)] == [record.amount for record in read_rows(path, Receipt, unit="U")]


def test_rupiah_are_no_percentage(write_csv: Callable[..., Path]) -> None:
    """They are refused with a sign of percent."""
    assert [(2, "jumlah", "5%")] == _problems(write_csv(_csv(Receipt, {"jumlah": "5%"})), Receipt, unit="U")


def test_one_dot_before_three_digits_is_refused_in_a_number(write_csv: Callable[..., Path]) -> None:
    """It may stand for thousands or for decimals."""
    path = write_csv(_csv(PerformanceMeasure, {"sebelum": "1.250", "sesudah": "1,5"}))
    assert [(2, "sebelum", "1.250")] == _problems(path, PerformanceMeasure, unit="U")


@pytest.mark.parametrize("year", ["2023", 2023])
def test_a_year_may_be_a_number_or_text(write_table: Callable[..., Path], year: Any) -> None:
    """Both are whole."""
    path = write_table(*_cells(AssistedCompany, {"tahun": year}))
    assert [2023] == [record.year for record in read_rows(path, AssistedCompany, unit="U")]


@pytest.mark.parametrize("year", ["23", "1899", "2201", "TA 2023", 2023.5, True, "²⁰²³"])
def test_what_is_no_year_is_refused(write_table: Callable[..., Path], year: Any) -> None:
    """The years allowed are named."""
    path = write_table(*_cells(AssistedCompany, {"tahun": year}))
    assert sentence("cell.not_year", least=1900, most=2200) == _allowed(path, AssistedCompany, unit="U")


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
    ],
)
def test_a_flag_is_yes_or_no(write_table: Callable[..., Path], cell: Any, flag: bool) -> None:  # noqa: FBT001 - a parameter
    """In words, as a number or as Excel's own."""
    path = write_table(*_cells(PerformanceMeasure, {"lebih rendah lebih baik": cell}))
    assert [flag] == [record.lower_is_better for record in read_rows(path, PerformanceMeasure, unit="U")]


@pytest.mark.parametrize("cell", ["mungkin", 2, 0.5])
def test_another_flag_is_refused(write_table: Callable[..., Path], cell: Any) -> None:
    """It is said what to write."""
    path = write_table(*_cells(PerformanceMeasure, {"lebih rendah lebih baik": cell}))
    assert sentence("cell.not_flag") == _allowed(path, PerformanceMeasure, unit="U")


def test_an_option_is_known_in_any_case(write_csv: Callable[..., Path]) -> None:
    """It is kept as the list has it."""
    path = write_csv(_csv(Collaboration, {"jenis mitra": "Lembaga  Penelitian"}))
    assert ["lembaga penelitian"] == [record.partner_kind for record in read_rows(path, Collaboration, unit="U")]


@pytest.mark.parametrize("cell", ["swasta", 0.5])
def test_another_option_is_refused(write_table: Callable[..., Path], cell: Any) -> None:
    """The list is told for a text; anything else is no text."""
    path = write_table(*_cells(Collaboration, {"jenis mitra": cell}))
    options = ["akademisi", "lembaga penelitian", "instansi lain"]
    choose = sentence("cell.no_option", options=options) if cell == "swasta" else sentence("cell.not_text")
    assert choose == _allowed(path, Collaboration, unit="U")


def test_an_account_in_a_number_cell_keeps_its_digits(write_table: Callable[..., Path]) -> None:
    """Excel makes numbers of codes."""
    path = write_table(*_cells(Receipt, {"akun": 425283}))
    assert ["425283"] == [record.account for record in read_rows(path, Receipt, unit="U")]


@pytest.mark.parametrize("record", [BudgetLine, Receipt])
@pytest.mark.parametrize(
    "spelling",
    [
        "521211.0",
        "52121",
        "5212110",
        "521.211",
        "521 211",
        "521211 Belanja Bahan",
        "\u0665\u0662\u0661\u0662\u0661\u0661",
    ],
)
def test_what_is_no_account_is_refused(write_csv: Callable[..., Path], record: type[Any], spelling: str) -> None:
    """It would equal no account, and the money would drop out of the figure without a word."""
    assert [(2, "akun", spelling)] == _problems(write_csv(_csv(record, {"akun": spelling})), record, unit="U")


def test_it_is_said_what_an_account_is(write_table: Callable[..., Path]) -> None:
    """Also where a number cell has lost the zero in front."""
    path = write_table(*_cells(BudgetLine, {"akun": 25283}))
    with refused("cell.not_account", RecordsError, value="25283"):
        read_rows(path, BudgetLine, unit="U")


def test_an_account_may_be_unknown_where_receipts_are_told(write_csv: Callable[..., Path]) -> None:
    """A blank is not the same as a wrong one."""
    path = write_csv(_csv(Receipt, {"akun": ""}))
    assert [None] == [record.account for record in read_rows(path, Receipt, unit="U")]


def _merged(rows: int, columns: int, value: Any) -> Callable[..., None]:
    def write(_book: Any, sheet: Any, row: int, column: int) -> None:
        sheet.merge_range(row, column, row + rows - 1, column + columns - 1, value)

    return write


def test_merged_cells_are_refused(write_table: Callable[..., Path]) -> None:
    """Only the first row of a merged date would have it, and the others would be left out without a word."""
    day = _merged(2, 1, "2023-02-03")
    path = write_table(*_cells(Tenant, {"seleksi": day}, {"tenan": "B", "seleksi": None}), constant_memory=False)
    with refused("row.merged", RecordsError, row=2):
        read_rows(path, Tenant, unit="U")


@pytest.mark.parametrize("place", [(0, 7), (1, 7)])
def test_cells_merged_elsewhere_do_no_harm(write_workbook: Callable[..., Path], place: tuple[int, int]) -> None:
    """Above the table's rows, and in columns that are not asked for."""
    rows: list[dict[int, Any]] = [dict(enumerate(row)) for row in _cells(Tenant, {}, {"tenan": "B"})]
    rows[place[0]][place[1]] = _merged(1, 2, "catatan") if place[0] == 0 else _merged(2, 1, "")
    rows[0].setdefault(7, "catatan")
    path = write_workbook(rows, constant_memory=False)
    assert ["A", "B"] == [record.tenant for record in read_rows(path, Tenant, unit="U")]


@pytest.mark.parametrize(
    ("formula", "result", "code"), [("=1/0", "#DIV/0!", "cell.error"), ("=A1", "", "cell.no_result")]
)
def test_an_error_and_an_uncalculated_formula_are_refused(
    write_table: Callable[..., Path], formula: str, result: str, code: str
) -> None:
    """Both look blank to the reader of workbooks."""
    path = write_table(*_cells(Receipt, {"jumlah": with_formula(formula, result)}))
    assert sentence(code) == _allowed(path, Receipt, unit="U")


def test_text_in_a_number_cell_is_refused(write_table: Callable[..., Path]) -> None:
    """It is told with every other bad cell."""
    bad = {"jumlah": "lima juta", "tanggal penerimaan": "besok"}
    path = write_table(*_cells(Receipt, bad, {"nomor penerimaan": None}, {"nomor penerimaan": "Y"}))
    expected = [(2, "jumlah", "lima juta"), (2, "tanggal penerimaan", "besok"), (3, "nomor penerimaan", None)]
    assert expected == _problems(path, Receipt, unit="U")


def test_bytes_that_are_not_utf8_are_refused(write_csv: Callable[..., Path]) -> None:
    """Latin-1, as old programs save it."""
    path = write_csv(_csv(Tenant, {"tenan": "Caf\xe9"}).encode("latin-1"))
    assert sentence("csv.other_encoding") == _allowed(path, Tenant, unit="U")


def test_an_empty_file_is_refused(write_csv: Callable[..., Path]) -> None:
    """There are no headings."""
    assert sentence("file.empty") == _allowed(write_csv(b""), Tenant, unit="U")


def test_a_folder_is_refused(tmp_path: Path) -> None:
    """It is no table."""
    assert sentence("file.is_folder") == _allowed(tmp_path, Tenant, unit="U")


def test_a_table_without_rows_is_refused(write_csv: Callable[..., Path]) -> None:
    """Nothing handed in is not the same as a count of 0."""
    assert sentence("table.no_rows") == _allowed(write_csv(_csv(Tenant)), Tenant, unit="U")


@pytest.mark.parametrize("sheet", ["Satu", "Dua"])
def test_a_worksheet_may_be_named(write_workbook: Callable[..., Path], sheet: str) -> None:
    """Where two have the headings."""
    one, two = ([dict(enumerate(row)) for row in _cells(Tenant, {"tenan": name})] for name in ("Satu", "Dua"))
    path = write_workbook(one, sheet="Satu", sheets={"Dua": two})
    assert [sheet] == [record.tenant for record in read_rows(path, Tenant, unit="U", sheet=sheet)]


def test_a_scope_without_a_parameter_counts_as_a_whole(write_csv: Callable[..., Path]) -> None:
    """A blank is the empty text there."""
    path = write_csv(_csv(AccreditedScope, {"parameter": "-"}))
    assert (AccreditedScope(unit="U", scope="Air"),) == read_rows(path, AccreditedScope, unit="U")


def _even(_instance: object, _attribute: object, value: str) -> None:
    if len(value) % 2:
        message = "an odd name"
        raise ValueError(message)


@attrs.frozen(kw_only=True)
class Even:
    """A record class of one's own."""

    identity: ClassVar = ("unit",)

    unit: str = attrs.field(validator=_even, metadata=unit())


def test_what_a_record_refuses_is_a_problem_of_its_row(write_csv: Callable[..., Path]) -> None:
    """Every such row, in the words of the record."""
    assert [(2, None, None), (4, None, None)] == _problems(write_csv("satker\nA\nBB\nCCC\n"), Even)


@attrs.frozen(kw_only=True)
class Named(Even):
    """A record class whose own rule is the library's."""

    unit: str = attrs.field(metadata=unit())

    def __attrs_post_init__(self) -> None:
        Tenant(unit=self.unit, tenant=" ")


def test_what_the_library_refuses_is_said_in_both_languages(write_csv: Callable[..., Path]) -> None:
    """Its errors hold both."""
    blank = sentence("record.blank", indicator="Tenant", field="tenant", what="tenan", value=" ")
    assert blank == _allowed(write_csv("satker\nA\n"), Named)
