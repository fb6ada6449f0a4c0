"""Tables with headings: found, checked and read row by row."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import pytest

from kinerja import ColumnsError, RecordsError
from kinerja._base import Text
from kinerja.indicators import Receipt
from kinerja.readers import read_rows
from kinerja.readers.sheets import Cell, open_sheets, read_cell_number
from kinerja.readers.tables import TableColumn, find_headings, values_under
from said import refused, sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from kinerja.readers.tables import Headings


def _number(cell: Cell, _before: Mapping[str, Any]) -> Fraction:
    return read_cell_number(cell)


NAME = TableColumn(field="name", headings=("nama", "name"), unique=True)
AMOUNT = TableColumn(field="amount", headings=("jumlah", "amount"), read=_number, figures=True)
NOTE = TableColumn(field="note", headings=("keterangan", "note"), needed=False, blank=None)
COLUMNS = (NAME, AMOUNT, NOTE)


def _headings(path: Path, columns: Sequence[TableColumn] = COLUMNS, **more: Any) -> Headings:
    return find_headings(open_sheets(path), columns, **more)


def _read(path: Path, **more: Any) -> list[tuple[int, dict[str, Any]]]:
    return list(values_under(_headings(path, **more)))


def _problems(path: Path) -> list[tuple[int | None, str | None, object, Text]]:
    with pytest.raises(RecordsError) as caught:
        _read(path)
    return [(problem.row, problem.column, problem.value, problem.allowed) for problem in caught.value.problems]


def test_a_table_is_read_by_its_headings(write_csv: Callable[..., Path]) -> None:
    """Columns in any order, each cell by its column's reader."""
    path = write_csv("keterangan;jumlah;nama\nlunas;47,25;A\n;5;B\n")
    expected = [
        (2, {"name": "A", "amount": Fraction(189, 4), "note": "lunas"}),
        (3, {"name": "B", "amount": 5, "note": None}),
    ]
    assert expected == _read(path)


@pytest.mark.parametrize(
    "header", ["nama;jumlah", "name;amount", "NAMA; Jumlah ", '" nama";"jumlah\n"', "nama\N{NO-BREAK SPACE};JUMLAH"]
)
def test_headings_are_known_in_both_languages_and_any_case(write_csv: Callable[..., Path], header: str) -> None:
    """Blanks and line breaks around them make no difference."""
    assert [(2, {"name": "A", "amount": 5, "note": None})] == _read(write_csv(f"{header}\nA;5\n"))


def test_a_workbook_is_read_as_a_csv_file_is(write_table: Callable[..., Path]) -> None:
    """Number cells are taken as they are, text cells in Indonesian writing."""
    path = write_table(["nama", "jumlah", "keterangan"], ["A", 47.25, None], [521211, "47,25", " lunas "])
    expected = [
        (2, {"name": "A", "amount": Fraction(189, 4), "note": None}),
        (3, {"name": "521211", "amount": Fraction(189, 4), "note": "lunas"}),
    ]
    assert expected == _read(path)


def test_the_headings_may_stand_further_down(write_workbook: Callable[..., Path]) -> None:
    """Rows are counted as the spreadsheet counts them."""
    path = write_workbook([{}, {}, {2: "nama", 3: "jumlah"}, {}, {2: "A", 3: 5}])
    assert [(5, {"name": "A", "amount": 5, "note": None})] == _read(path)


def test_blank_rows_are_passed_over(write_csv: Callable[..., Path]) -> None:
    """Also those with separators or blanks alone, as Excel leaves them at the end."""
    assert [2, 5] == [number for number, _ in _read(write_csv("nama;jumlah\nA;5\n\n; \nB;6\n;\n;\n"))]


def test_separators_beyond_the_last_heading_are_nothing(write_csv: Callable[..., Path]) -> None:
    """Excel writes them where a cell was once formatted."""
    assert [2] == [number for number, _ in _read(write_csv("nama;jumlah;;\nA;5;;;\n"))]


def test_a_row_may_end_early(write_csv: Callable[..., Path]) -> None:
    """Its last cells are blank."""
    assert [(2, {"name": "A", "amount": 5, "note": None})] == _read(write_csv("nama;jumlah;keterangan\nA;5\n"))


def test_other_columns_are_left_out_by_name(write_csv: Callable[..., Path]) -> None:
    """They are named, so that nothing is lost without a word."""
    headings = _headings(write_csv("No.;nama;satuan;jumlah;target\n1;A;Persen;5;6\n"))
    assert ("No.", "satuan", "target") == headings.left_out


def test_a_row_with_only_other_columns_is_passed_over(write_csv: Callable[..., Path]) -> None:
    """It is a title between the rows."""
    assert [3] == [number for number, _ in _read(write_csv("nama;jumlah;sasaran\n;;SK1\nA;5;\n"))]


def test_missing_columns_are_named_all_at_once(write_csv: Callable[..., Path]) -> None:
    """With the headings that are there."""
    with pytest.raises(ColumnsError) as caught:
        _read(write_csv("no;nilai\n1;5\n"))
    assert (("nama", "jumlah"), ("no", "nilai")) == (caught.value.missing, caught.value.available)


def test_missing_columns_are_told_in_a_sentence(write_csv: Callable[..., Path]) -> None:
    """It names the file and the heading, in English the name in code too, and what stands there instead."""
    path = write_csv("nama;nilai\nA;5\n")
    lack = sentence("table.lack", columns=[Text(id="jumlah", en="jumlah / amount")], unknown=["nilai"])
    with refused("table.columns_missing", file=str(path), lack=lack):
        _read(path)


@pytest.mark.parametrize("content", ["\n\n", ";;\n", "\ufeff\n"])
def test_a_file_of_blanks_has_no_columns(write_csv: Callable[..., Path], content: str) -> None:
    """There is nothing to name."""
    with pytest.raises(ColumnsError) as caught:
        _read(write_csv(content))
    assert () == caught.value.available


@pytest.mark.parametrize(
    ("heading", "known"),
    [("keteranagn", "keterangan"), ("Jumlah.", "jumlah"), ("notes", "note"), ("ketrangan", "keterangan")],
)
def test_a_heading_that_resembles_one_asked_for_is_refused(
    write_csv: Callable[..., Path], heading: str, known: str
) -> None:
    """A misspelt column would be lost without a word."""
    assert [(1, None, heading, sentence("heading.misspelt", known=known))] == _problems(
        write_csv(f"nama;jumlah;{heading}\nA;5;x\n")
    )


@pytest.mark.parametrize("header", ["nama;jumlah;Nama", "nama;jumlah;name"])
def test_a_column_given_twice_is_refused(write_csv: Callable[..., Path], header: str) -> None:
    """In one language or in both."""
    second = header.rpartition(";")[2]
    assert [(1, None, None, sentence("heading.twice", names=f"nama, {second}"))] == _problems(
        write_csv(f"{header}\nA;5;B\n")
    )


def test_a_table_without_rows_is_refused(write_csv: Callable[..., Path]) -> None:
    """A form that nobody filled in."""
    assert [(None, None, None, sentence("table.no_rows"))] == _problems(write_csv("nama;jumlah\n;\n"))


def test_every_bad_cell_is_told_at_once(write_csv: Callable[..., Path]) -> None:
    """With row, heading as the file has it, value and what is allowed."""
    path = write_csv("NAMA;Jumlah\nA;80.00\n;5\nB;6\nC;\n")
    dots = sentence("written.dots")
    blank = sentence("cell.blank")
    assert [(2, "Jumlah", "80.00", dots), (3, "NAMA", None, blank), (5, "Jumlah", None, blank)] == _problems(path)


def test_a_problem_is_one_sentence_with_its_place(write_csv: Callable[..., Path]) -> None:
    """In Indonesian as well."""
    path = write_csv("nama;jumlah\nA;(5)\n")
    with pytest.raises(RecordsError) as caught:
        _read(path)
    expected = (
        f"{path}, baris 2, kolom jumlah: '(5)': angka di bawah nol ditulis dengan minus, misalnya -5, "
        "bukan dalam kurung."
    )
    assert expected == str(caught.value.text)


def test_good_rows_are_given_before_the_bad_ones_are_told(write_csv: Callable[..., Path]) -> None:
    """Rows stream; the error comes with the last of them."""
    rows = values_under(_headings(write_csv("nama;jumlah\nA;x\nB;6\n")))
    assert (3, {"name": "B", "amount": 6, "note": None}) == next(rows)
    with refused("written.no_number", RecordsError, row=2, column="jumlah", value="x"):
        next(rows)


def test_a_value_given_twice_names_the_first_row(write_csv: Callable[..., Path]) -> None:
    """Where the column says that values differ."""
    path = write_csv("nama;jumlah\nA;5\nB;5\nA;6\n")
    assert [(4, "nama", "A", sentence("cell.not_unique", first="2"))] == _problems(path)


def test_a_file_that_breaks_off_tells_also_what_was_wrong_before(write_csv: Callable[..., Path]) -> None:
    """All problems at once, as far as it can be read."""
    path = write_csv('nama;jumlah\nA;x\nB;"5\n')
    assert [2, 3] == [row for row, *_ in _problems(path)]


def test_more_cells_than_headings_are_refused(write_csv: Callable[..., Path]) -> None:
    """In a file separated with commas they are decimals without quotation marks."""
    expected = sentence("cell.stray_comma")
    assert [(2, None, "25", expected)] == _problems(write_csv("nama,jumlah\nA,47,25\n"))


def test_decimals_that_slipped_into_the_next_column_are_refused(write_csv: Callable[..., Path]) -> None:
    """`47,25` without quotation marks would be read as 47 with the note 25."""
    expected = sentence("cell.lost_decimals")
    path = write_csv("nama,jumlah,keterangan\nA,47,25\nB,47,25%\n")
    assert [(2, "keterangan", "25", expected), (3, "keterangan", "25%", expected)] == _problems(path)


def test_digits_that_begin_a_note_after_a_whole_number_are_refused(write_csv: Callable[..., Path]) -> None:
    """`47,25 sementara` without quotation marks would be read as 47 with the rest as its note."""
    ((row, column, value, _),) = _problems(write_csv("nama,jumlah,keterangan\nA,47,25 sementara\n"))
    assert (2, "keterangan", "25 sementara") == (row, column, value)


def test_digits_in_a_column_that_is_not_read_are_refused_after_a_whole_number(write_csv: Callable[..., Path]) -> None:
    """A row that lacks its last cell would hide them there."""
    ((row, column, value, _),) = _problems(write_csv("nama,jumlah,sasaran\nA,47,25\n"))
    assert (2, "sasaran", "25") == (row, column, value)


def test_decimals_in_quotation_marks_are_read(write_csv: Callable[..., Path]) -> None:
    """As Excel writes them."""
    path = write_csv('nama,jumlah,keterangan\nA,"47,25",lunas 2023\n')
    assert [(2, {"name": "A", "amount": Fraction(189, 4), "note": "lunas 2023"})] == _read(path)


def test_digits_alone_are_a_note_where_semicolons_separate(write_csv: Callable[..., Path]) -> None:
    """There they cannot be decimals."""
    path = write_csv("nama;jumlah;keterangan\nA;47,25;2023\n")
    assert [(2, {"name": "A", "amount": Fraction(189, 4), "note": "2023"})] == _read(path)


@pytest.mark.parametrize("rows", [(["nama", "jumlah"], ["A", 5, "coretan"]), (["nama", "", "jumlah"], ["A", "x", 5])])
def test_what_stands_under_no_heading_is_refused(write_table: Callable[..., Path], rows: Any) -> None:
    """A scribble at the side may be a correction."""
    ((row, column, _, allowed),) = _problems(write_table(*rows))
    assert (2, None, sentence("cell.stray")) == (row, column, allowed)


def test_a_merged_cell_leaves_the_others_blank(write_workbook: Callable[..., Path]) -> None:
    """Which rows its value is meant for is not guessed."""

    def merged(_book: Any, sheet: Any, row: int, column: int) -> None:
        sheet.merge_range(row, column, row + 1, column, "A")

    path = write_workbook([{0: "nama", 1: "jumlah"}, {0: merged, 1: 5}, {1: 6}], constant_memory=False)
    assert [(2, None, None, sentence("row.merged")), (3, "nama", None, sentence("cell.blank"))] == _problems(path)


def test_a_date_in_a_number_column_is_shown_as_a_date(write_table: Callable[..., Path]) -> None:
    """Excel turned what was typed into one."""

    def date(book: Any, sheet: Any, row: int, column: int) -> None:
        sheet.write_datetime(row, column, dt.date(2023, 2, 3), book.add_format({"num_format": "dd/mm/yyyy"}))

    expected = sentence("cell.not_number")
    assert [(2, "jumlah", "2023-02-03", expected)] == _problems(write_table(["nama", "jumlah"], ["A", date]))


def test_the_only_sheet_with_the_headings_is_read(write_table: Callable[..., Path]) -> None:
    """Instructions may stand on another, and blank ones too."""
    path = write_table(["Petunjuk"], sheets={"Isian": [{0: "nama", 1: "jumlah"}, {0: "A", 1: 5}], "Lain": []})
    assert "Isian" == _headings(path).sheet.name


def test_several_sheets_with_the_headings_are_refused(write_table: Callable[..., Path]) -> None:
    """One for each quarter: which is meant is not guessed."""
    path = write_table(["nama", "jumlah"], sheet="TW I", sheets={"TW II": [{0: "nama", 1: "jumlah"}]})
    expected = sentence("table.several_worksheets", names="TW I, TW II")
    assert [(None, None, None, expected)] == _problems(path)


def test_a_second_sheet_that_is_misspelt_is_refused(write_table: Callable[..., Path]) -> None:
    """Its rows would be lost without a word."""
    path = write_table(["nama", "jumlah"], ["A", 5], sheets={"TW II": [{0: "nama", 1: "jumalh"}, {0: "B", 1: 6}]})
    lack = sentence("table.lack", columns=[Text(id="jumlah", en="jumlah / amount")], unknown=["jumalh"])
    with refused("table.worksheet_misspelt", RecordsError, name="TW II", lack=lack):
        _read(path)


def test_a_second_sheet_of_other_things_is_left_alone(write_table: Callable[..., Path]) -> None:
    """A summary beside the table has other headings."""
    path = write_table(["nama", "jumlah"], ["A", 5], sheets={"Rekap": [{0: "nama", 1: "rata-rata"}]})
    assert [(2, {"name": "A", "amount": 5, "note": None})] == _read(path)


def test_a_sheet_can_be_named(write_table: Callable[..., Path]) -> None:
    """Then the others do not matter."""
    path = write_table(["nama", "jumlah"], sheet="TW I", sheets={"TW II": [{0: "nama", 1: "jumlah"}, {0: "A", 1: 5}]})
    assert [(2, {"name": "A", "amount": 5, "note": None})] == _read(path, sheet="TW II")


def test_a_sheet_that_is_not_there_is_named(write_csv: Callable[..., Path]) -> None:
    """A CSV file has none."""
    with refused("table.no_worksheet", RecordsError, name="TW I"):
        _read(write_csv("nama;jumlah\nA;5\n"), sheet="TW I")


def test_the_sheet_that_lacks_least_is_told_of(write_table: Callable[..., Path]) -> None:
    """It is the one that was meant."""
    path = write_table(["Petunjuk"], sheets={"Isian": [{0: "nama", 1: "jumalh"}]})
    with pytest.raises(ColumnsError) as caught:
        _read(path)
    assert ("jumlah",) == caught.value.missing


def test_a_thousand_problems_are_enough(write_csv: Callable[..., Path]) -> None:
    """The wrong file has one in every row, and nobody reads them all."""
    problems = _problems(write_csv("nama;jumlah\n" + "".join(f"{number};x\n" for number in range(5000))))
    expected = sentence("file.too_many_problems", limit="1000")
    assert (1001, expected) == (len(problems), problems[-1][3])


def test_a_column_reader_knows_what_was_read_before(write_csv: Callable[..., Path]) -> None:
    """In the order in which the columns were asked for, wherever they stand in the file."""
    seen = []

    def look(cell: Cell, before: Mapping[str, Any]) -> Cell:
        seen.append(dict(before))
        return cell

    columns = (NAME, TableColumn(field="amount", headings=("jumlah",), read=look))
    list(values_under(_headings(write_csv("jumlah;nama\n5;A\n"), columns)))
    assert [{"name": "A"}] == seen


def test_a_table_can_be_read_again(write_csv: Callable[..., Path]) -> None:
    """Each time from the file."""
    headings = _headings(write_csv("nama;jumlah\nA;5\n"))
    assert list(values_under(headings)) == list(values_under(headings))


@pytest.mark.parametrize(
    ("last", "code"),
    [({0: "Total"}, "row.totals"), ({1: "Mengetahui,"}, "row.no_data")],
    ids=["totals", "a signature"],
)
def test_a_row_that_is_to_be_taken_out_is_told_once(
    write_workbook: Callable[..., Path], last: dict[int, str], code: str
) -> None:
    """Whatever is merged in it."""
    ((column, text),) = last.items()

    def merged(_book: Any, sheet: Any, row: int, first: int) -> None:
        sheet.merge_range(row, first, row, first + 1, text)

    headings = {0: "nomor penerimaan", 1: "akun", 2: "jumlah", 3: "tanggal penerimaan"}
    rows = [headings, {0: "N", 1: 425283, 2: 5, 3: "03/02/2023"}, {column: merged}]
    with pytest.raises(RecordsError) as caught:
        read_rows(write_workbook(rows, constant_memory=False), Receipt, unit="U")
    assert [(code, 3)] == [(problem.code, problem.row) for problem in caught.value.problems]
