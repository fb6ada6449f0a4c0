"""Cases of budget data as offices hand it in, and variants of each kind: SAKTI's report GLP039 above all."""

from __future__ import annotations

import csv
import io
import shutil
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from kinerja import BSPJI_PEKANBARU_2021_2024, ColumnsError, RecordsError
from kinerja._base import Language, write_exact
from kinerja.indicators.p3dn_ratio import BudgetLine, P3DNRatio
from kinerja.readers import GLP039, measure_folders, read_folder, read_glp039, read_rows, remarks_on
from kinerja.readers.sakti import Basis
from kinerja.readers.sheets import open_workbook
from kinerja.records import as_period
from planners_sheets import glp039_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

CASES = Path(__file__).parents[2] / "data" / "cases"
NOTE = {1: "*Lock Pagu adalah jumlah pagu yang sedang dalam proses usulan revisi DIPA atau POK."}
TOTAL, PROGRAM, FIRST, SECOND = 8, 9, 15, 16
"""Where rows stand in the list of rows of the small report, from 0."""

UP_TO_PERIOD, BY_PERIOD = (15, 17, 24, 27, 29), (15, 17, 21, 22, 29)
"""The columns of the five figures of a row that is printed again: s.d. and share, or lalu and ini."""

IN_TOTAL = {24: 23, 29: 28}
"""Where the grand total has them instead."""

PATH = "AA AA.6025 AEB AEB.001 051 051.0A"
SHARE = 27
COUNTED = "530.000.000 (36,93%)"
OCTOBER = "x: GLP039 basis akrual s.d. Oktober 2026, satker 123456 BALAI CONTOH, program"
SEN = ((f"{PATH} 521211", 400, Fraction("100.07"), Fraction("50.13")), (f"{PATH} 524111", 300, 0, Fraction("0.1")))
ACCOUNTS = {
    "both periods": ((f"{PATH} 521211", 400, 100, 50), (f"{PATH} 524111", 300, 20, 5)),
    "ini 0": ((f"{PATH} 521211", 400, 100, 0), (f"{PATH} 524111", 300, 20, 0)),
    "lalu 0": ((f"{PATH} 521211", 400, 0, 50), (f"{PATH} 524111", 300, 0, 5)),
    "nothing realised": ((f"{PATH} 521211", 400, 0, 0), (f"{PATH} 524111", 300, 0, 0)),
}


def _worked(path: Path, period: str) -> str:
    return str(P3DNRatio().measure_records(read_glp039(path).lines, period=period))


def _codes(error: pytest.ExceptionInfo[RecordsError]) -> list[tuple[int | None, str]]:
    return [(problem.row, problem.code) for problem in error.value.problems]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("01-glp039-item-broken-over-page/h_break_ini0.xlsx", "100 × 35.000.000 / 150.000.000 = 23,33"),
        ("01-glp039-item-broken-over-page/h_break_ini.xlsx", "100 × 36.500.000 / 150.000.000 = 24,33"),
        ("01-glp039-item-broken-over-page/h_break_lalu0.xlsx", "100 × 31.500.000 / 150.000.000 = 21,00"),
        ("02-glp039-basis-sp2d-title/sp2d.xlsx", "100 × 35.000.000 / 150.000.000 = 23,33"),
        ("03-glp039-saved-as-csv/glp039.csv", "100 × 35.000.000 / 150.000.000 = 23,33"),
        ("15-glp039-figures-as-text/glp039.xlsx", "100 × 35.000.000 / 150.000.000 = 23,33"),
        ("16-glp039-shifted-item-level/glp039.xlsx", "100 × 35.000.000 / 150.000.000 = 23,33"),
    ],
)
def test_the_cases_of_march_have_their_answers(name: str, expected: str) -> None:
    """Cases 01, 02, 03, 15 and 16: the same money, whatever the file looks like."""
    assert expected == _worked(CASES / name, "2026-TW1")


def test_the_basis_is_named() -> None:
    """Case 02: it stands in the title."""
    report = read_glp039(CASES / "02-glp039-basis-sp2d-title" / "sp2d.xlsx")
    expected = (
        "GLP039 basis SP2D s.d. Maret 2026, satker 123456 BALAI CONTOH, program EC: pagu 230.000.000, "
        "realisasi 83.000.000."
    )
    assert (Basis.SP2D, expected) == (report.basis, str(report.coverage()))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("seluruh.xlsx", "100 × 460.000.000 / 530.000.000 = 86,79"),
        ("sebagian.xlsx", "100 × 10.000.000 / 30.000.000 = 33,33"),
    ],
)
def test_a_part_of_a_satker_gives_its_own_figure(name: str, expected: str) -> None:
    """Case 04: nothing in its rows tells it from the whole."""
    assert expected == _worked(CASES / "04-glp039-filtered-export" / name, "2026")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (
            "seluruh.xlsx",
            [f"{OCTOBER} EC, WA: pagu 1.435.000.000, realisasi 1.236.000.000; dari pagu itu dihitung {COUNTED}."],
        ),
        (
            "sebagian.xlsx",
            [
                f"{OCTOBER} WA: pagu 35.000.000, realisasi 11.000.000; dari pagu itu dihitung 30.000.000 (85,71%).",
                "Laporan ini hanya memuat satu RO, WA.6078.EBA.963; pastikan laporan dicetak untuk seluruh satker.",
            ],
        ),
    ],
)
@pytest.mark.parametrize("keep", [True, False], ids=["evidence", "totals only"])
def test_what_a_report_covers_is_said(name: str, expected: list[str], *, keep: bool) -> None:
    """Case 04: its programs and total, and how much of it was counted, so that a part is not taken for the whole."""
    report = read_glp039(CASES / "04-glp039-filtered-export" / name)
    measured = P3DNRatio().measure_records(report.lines, period=2026, keep_evidence=keep)
    october = ["Laporan ini s.d. Oktober 2026, padahal periode berakhir Desember 2026."]
    assert [*expected, *october] == [str(text) for text in report.remarks("x", as_period(2026), measured)]


def test_what_a_report_covers_is_said_in_english_too() -> None:
    """Case 04: of what else was measured nothing is of its ceiling."""
    report = read_glp039(CASES / "04-glp039-filtered-export" / "seluruh.xlsx")
    other = BudgetLine(unit="1", reference="1", year=2026, account="521211", ceiling=7, realised=1)
    measured = P3DNRatio().measure_records([*report.lines, other], period=2026)
    said = "GLP039, basis accrual, up to Oktober 2026, satker 123456 BALAI CONTOH, "
    said += "programs EC, WA: ceiling 1,435,000,000, realised 1,236,000,000"
    counted = f"{said}; of that ceiling 530,000,000 was counted (36.93%)."
    assert (f"{said}.", counted) == (report.coverage().en, report.coverage(measured).en)


@pytest.mark.parametrize("name", ["glp039.txt", ""])
def test_a_report_saved_as_text_is_known_without_its_ending(tmp_path: Path, name: str) -> None:
    """Case 03: another one, or none where it is no file."""
    content = (CASES / "03-glp039-saved-as-csv" / "glp039.csv").read_bytes()
    path = tmp_path / "glp039.txt"
    path.write_bytes(content)
    report = read_glp039(path if name else content)
    assert 35_000_000 == P3DNRatio().measure_records(report.lines, period=2026).quantities["realised"]


def test_a_workbook_without_a_name_is_read() -> None:
    """Case 02: what it is, its content says."""
    report = read_glp039((CASES / "02-glp039-basis-sp2d-title" / "sp2d.xlsx").read_bytes())
    assert (Basis.SP2D, False) == (report.basis, "lines" in repr(report))


def test_a_report_of_one_program_says_so(write_workbook: Callable[..., Path]) -> None:
    """Case 04, with two RO in the program."""
    other = ("AA AA.6025 AEB AEB.002 051 051.0A 521211", 10, 0, 0)
    report = read_glp039(write_workbook(glp039_rows((*ACCOUNTS["ini 0"], other))))
    said = [str(text) for text in report.remarks("x", as_period("2026-TW1"))]
    assert ["Laporan ini hanya memuat satu program, AA; pastikan laporan dicetak untuk seluruh satker."] == said[1:]


def test_a_report_without_money_says_nothing_of_its_share(write_workbook: Callable[..., Path]) -> None:
    """Case 04, with a total of 0: there is nothing to be a share of."""
    report = read_glp039(write_workbook(glp039_rows([(f"{PATH} 521211", 0, 0, 0)])))
    measured = P3DNRatio().measure_records(report.lines, period=2026)
    assert str(report.coverage(measured)).endswith("program AA: pagu 0, realisasi 0.")


def test_what_a_report_covers_stands_beside_the_score(tmp_path: Path) -> None:
    """Case 03, in a folder: the report is known whatever its form."""
    text = (CASES / "03-glp039-saved-as-csv" / "glp039.csv").read_text(encoding="utf-8-sig")
    (tmp_path / "glp039.csv").write_text(text.replace("2026", "2024").replace("123456", "417912"), encoding="utf-8")
    folder, catalogue = read_folder(tmp_path, BSPJI_PEKANBARU_2021_2024), BSPJI_PEKANBARU_2021_2024
    values = measure_folders([folder], catalogue, "2024-TW1")
    said = remarks_on([folder], catalogue, "2024-TW1", values)["SK3/4"]
    expected = (
        "glp039.csv: GLP039 basis akrual s.d. Maret 2024, satker 417912 BALAI CONTOH, program EC: pagu 230.000.000, "
        "realisasi 83.000.000; dari pagu itu dihitung 150.000.000 (65,22%)."
    )
    assert expected in [str(text) for text in said]


def test_a_text_among_numbers_is_refused_by_its_cell() -> None:
    """Case 13: commas between thousands, in two cells of one row."""
    with pytest.raises(RecordsError) as caught:
        read_rows(CASES / "13-text-cell-in-numeric-column" / "anggaran.xlsx", BudgetLine)
    expected = [(3, "pagu", "written.commas"), (3, "realisasi", "written.commas")]
    assert expected == [(problem.row, problem.column, problem.code) for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("ceiling", "realised"), [(21276070424.0, 21198274724.57), ("21.276.070.424,00", "21.198.274.724,57")]
)
def test_a_text_among_numbers_may_be_mended(write_table: Callable[..., Path], ceiling: Any, realised: Any) -> None:
    """Case 13, as numbers or as Indonesian offices write them."""
    (sheet,) = open_workbook(CASES / "13-text-cell-in-numeric-column" / "anggaran.xlsx")
    *rows, last = sheet.cells
    lines = read_rows(write_table(*rows, [*last[:4], ceiling, realised]), BudgetLine)
    measured = P3DNRatio(accounts=frozenset({"521211", "525111"})).measure_records(lines, period=2023)
    expected = {"realised": Fraction("73175304623.57"), "ceiling": Fraction(76320249424)}
    assert expected == dict(measured.quantities)


def test_tabs_are_refused_by_name() -> None:
    """Case 14: open data in a file named CSV."""
    with pytest.raises(RecordsError) as caught:
        read_rows(CASES / "14-tab-separated-open-data" / "anggaran.csv", BudgetLine)
    assert [(None, "csv.tabs")] == _codes(caught)


@pytest.mark.parametrize("separator", [";", ","])
def test_tabs_may_be_mended(write_csv: Callable[..., Path], separator: str) -> None:
    """Case 14, with the separators that are asked for."""
    text = (CASES / "14-tab-separated-open-data" / "anggaran.csv").read_text(encoding="utf-8")
    lines = read_rows(write_csv(text.replace("\t", separator)), BudgetLine)
    assert "100 × 47 / 100 = 47,00" == str(P3DNRatio().measure_records(lines, period=2023))


def test_a_semicolon_in_a_quoted_heading_separates_nothing(write_csv: Callable[..., Path]) -> None:
    """Case 14, separated with commas."""
    text = 'satker,kode anggaran,tahun,akun,pagu,realisasi,"catatan; lain"\nX,A,2023,521211,100,47,-\n'
    assert 1 == len(read_rows(write_csv(text), BudgetLine))


FLAT = (
    "Kode Program;Nama Program;Kode Kegiatan;Nama Kegiatan;Unit Kerja;Kode Output;Nama Output;Kode SubOutput;"
    "Nama SubOutput;Kode Komponen;Nama Komponen;Kode SubKomponen;Nama SubKomponen;Kode Akun;Nama Akun;Pagu Revisi;"
    "Realisasi Periode Lalu;Realisasi Periode Ini;Realisasi sd Periode;Kode Anggaran;Tahun"
)
LINE = "EC;P;EC.6078;K;Balai;BDB;O;BDB.001;S;051;K;051.0A;S;521211;Belanja Bahan;400;100;50;150;EC.1;2026"


@pytest.mark.parametrize("account", ["Kode Akun", "kd_akun", "KDAKUN", "akun"])
def test_a_table_that_a_tool_made_of_the_report_is_read(write_csv: Callable[..., Path], account: str) -> None:
    """Its own columns of codes and names, and of the two periods, stand beside those of a line."""
    (line,) = read_rows(write_csv(f"{FLAT.replace('Kode Akun', account)}\n{LINE}\n"), BudgetLine)
    assert ("521211", Fraction(400), Fraction(150), None) == (line.account, line.ceiling, line.realised, line.locked)


def test_a_name_is_never_taken_for_a_code(write_csv: Callable[..., Path]) -> None:
    """A column headed as that of accounts holds their names."""
    path = write_csv(FLAT.replace("Kode Akun;Nama Akun", "Kode;Akun").replace("Kode Anggaran", "x") + f"\n{LINE}\n")
    with pytest.raises(RecordsError) as caught:
        read_rows(path, BudgetLine)
    assert [(2, "cell.not_account")] == _codes(caught)


def test_a_column_of_codes_beside_one_of_the_same_heading_is_refused(write_csv: Callable[..., Path]) -> None:
    """Which of both holds the accounts is not guessed."""
    with pytest.raises(RecordsError) as caught:
        read_rows(write_csv(f"{FLAT.replace('Nama Akun', 'Akun')}\n{LINE}\n"), BudgetLine)
    assert [(1, "heading.twice")] == _codes(caught)


def test_a_column_may_be_named(write_csv: Callable[..., Path]) -> None:
    """By the field or a heading of it, whatever stands beside."""
    path = write_csv(f"{FLAT.replace('Nama Akun', 'Akun')}\n{LINE}\n")
    columns = {"account": "Kode Akun", "Realisasi": "Realisasi Periode Ini", "pagu": "realisasi sd periode"}
    (line,) = read_rows(path, BudgetLine, columns=columns)
    assert ("521211", Fraction(150), Fraction(50)) == (line.account, line.ceiling, line.realised)


@pytest.mark.parametrize(
    ("columns", "code"),
    [
        ({"anggaran": "Pagu Revisi"}, "table.no_field"),
        ({"pagu": "Pagu Revisi", "ceiling": "Pagu Revisi"}, "table.field_twice"),
        ({"locked": "Lock Pagu"}, "table.columns_missing"),
        ({"account": "Nama"}, "table.columns_missing"),
    ],
)
def test_what_is_named_must_be_there(write_csv: Callable[..., Path], columns: dict[str, str], code: str) -> None:
    """A field once, and its heading in the table; one that may lack too."""
    with pytest.raises(ColumnsError) as caught:
        read_rows(write_csv(f"{FLAT}\n{LINE}\n"), BudgetLine, columns=columns)
    assert code == caught.value.code


def _as_text(value: Any, *, share: bool) -> Any:
    """Write a figure as Excel shows it in Indonesia."""
    if not isinstance(value, int | float | Fraction):
        return value
    exact = Fraction(str(value))
    return f"{write_exact(round(exact * 100, 2))}%" if share else write_exact(exact, Language.INDONESIAN)


def _texts(rows: Sequence[dict[int, Any]], shift: int = 0) -> list[dict[int, Any]]:
    return [{at: _as_text(value, share=at == SHARE + shift) for at, value in row.items()} for row in rows]


def _numbers(rows: Sequence[dict[int, Any]]) -> list[dict[int, Any]]:
    return [{at: float(value) if isinstance(value, Fraction) else value for at, value in row.items()} for row in rows]


def _csv(rows: Sequence[dict[int, Any]], separator: str = ";", **more: Any) -> str:
    stream = io.StringIO()
    width = max(max(row, default=0) for row in rows) + 1
    writer = csv.writer(stream, delimiter=separator, lineterminator="\r\n", **more)
    writer.writerows([[row.get(at, "") for at in range(width)] for row in rows])
    return stream.getvalue()


def _again(row: dict[int, Any], columns: tuple[int, ...], name: str = "yang berlanjut") -> dict[int, Any]:
    """Return a row as it is printed after a page break: the rest of the name, and five figures."""
    if 0 in row:
        own = [IN_TOTAL.get(column, column) for column in columns]
        return {0: row[0]} | {column: row[column] for column in own}
    first, *names = (column for column in row if column < columns[0])
    labels = {first: row[first], names[0]: name} if names else {first: name}
    return labels | {column: row[column] for column in columns}


def _with_items(rows: list[dict[int, Any]]) -> list[dict[int, Any]]:
    """Put an item below each account."""
    found: list[dict[int, Any]] = []
    for row in rows:
        found.append(row)
        if 7 in row:
            item = {13: f"{len(found):06d}. Rincian\n[1 KEG]"}
            found.append(item | {column: value for column, value in row.items() if column >= UP_TO_PERIOD[0]})
    return found


@pytest.mark.parametrize("columns", [UP_TO_PERIOD, BY_PERIOD], ids=["s.d.", "lalu, ini"])
@pytest.mark.parametrize("kind", ACCOUNTS)
@pytest.mark.parametrize("form", ["numbers", "texts", "csv"])
def test_a_row_of_any_level_may_be_broken_over_a_page(
    write_workbook: Callable[..., Path], form: str, kind: str, columns: tuple[int, ...]
) -> None:
    """As in case 01: each row of the report, its total too, printed again in either way."""
    rows = _with_items(glp039_rows(ACCOUNTS[kind]))
    head, body = rows[:TOTAL], rows[TOTAL:]
    broken = [*head, *(part for row in body for part in (row, NOTE, *head, _again(row, columns)))]
    expected = read_glp039(write_workbook(rows, "utuh.xlsx")).lines
    path = write_workbook(_texts(broken) if form == "texts" else broken)
    if form == "csv":
        path = path.with_suffix(".csv")
        path.write_text(_csv(_texts(broken)), encoding="utf-8")
    assert expected == read_glp039(path).lines


@pytest.mark.parametrize("columns", [UP_TO_PERIOD, BY_PERIOD], ids=["s.d.", "lalu, ini"])
@pytest.mark.parametrize("figure", [0, 1, 2, 4])
def test_the_rest_of_a_row_has_its_figures(
    write_workbook: Callable[..., Path], columns: tuple[int, ...], figure: int
) -> None:
    """As in case 01: five other figures are refused, on an item as on any row."""
    rows = _with_items(glp039_rows())
    other = _again(rows[FIRST + 1], columns)
    other[columns[figure]] += 1
    rows[FIRST + 2 : FIRST + 2] = [NOTE, other]
    with pytest.raises(RecordsError) as caught:
        read_glp039(write_workbook(rows))
    assert [(FIRST + 4, "sakti.not_understood")] == _codes(caught)


@pytest.mark.parametrize("shift", [-1, 1, 3])
def test_figures_may_stand_left_or_right(write_workbook: Callable[..., Path], shift: int) -> None:
    """As in case 16, with the rows of items."""
    rows = _with_items(glp039_rows())
    moved = _with_items(glp039_rows(shift=shift)) if shift > 0 else [_left(row) for row in rows]
    assert read_glp039(write_workbook(rows, "a.xlsx")).lines == read_glp039(write_workbook(moved, "b.xlsx")).lines


def _left(row: dict[int, Any]) -> dict[int, Any]:
    return {column - (column >= UP_TO_PERIOD[0]): value for column, value in row.items()}


@pytest.mark.parametrize("form", ["numbers", "texts", "csv"])
def test_the_basis_stands_in_the_title_of_every_form(write_workbook: Callable[..., Path], form: str) -> None:
    """As in case 02, in upper case or lower."""
    rows = glp039_rows()
    rows[0] = {0: "Laporan Realisasi SP2D TA 2026"}
    path = write_workbook(_texts(rows) if form == "texts" else rows)
    if form == "csv":
        path = path.with_suffix(".csv")
        path.write_text(_csv(_texts(rows)), encoding="utf-8")
    assert Basis.SP2D is read_glp039(path).basis


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("separator", [";", ","])
@pytest.mark.parametrize("quoting", [csv.QUOTE_MINIMAL, csv.QUOTE_ALL])
@pytest.mark.parametrize("sen", [False, True], ids=["rupiah", "sen"])
def test_the_report_may_be_saved_as_csv(
    tmp_path: Path, encoding: str, separator: str, quoting: Any, *, sen: bool
) -> None:
    """As in case 03, in each way that a spreadsheet writes."""
    rows = _with_items(glp039_rows(SEN) if sen else glp039_rows(ACCOUNTS["both periods"]))
    path = tmp_path / "glp039.csv"
    path.write_bytes(_csv(_texts(rows), separator, quoting=quoting).encode(encoding))
    realised = Fraction("150.3") if sen else Fraction(175)
    report = read_glp039(path)
    assert (Fraction(700), realised, 2) == (report.ceiling, report.realised, len(report.lines))


def test_codes_in_a_csv_file_may_have_lost_their_zeros(tmp_path: Path) -> None:
    """As in case 03, when Excel opened it and saved it again: komponen 51, satker 12345."""
    text = _csv(_texts(glp039_rows(ACCOUNTS["ini 0"])))
    path = tmp_path / "glp039.csv"
    path.write_text(text.replace(";051;", ";51;").replace("012345", "12345"), encoding="utf-8")
    report = read_glp039(path)
    assert ("012345", "AA.6025.AEB.001.051.0A.521211") == (report.unit, report.lines[0].reference)


@pytest.mark.parametrize("written", ["{:,}", "{:.1f}", "{:.8E}", "({})", "-"])
def test_figures_written_otherwise_are_refused_once(tmp_path: Path, written: str) -> None:
    """As in case 03, saved where thousands have commas, or by another program: one message, not one a row."""
    rows = [
        {at: written.format(value * 10_000) if isinstance(value, int) else value for at, value in row.items()}
        for row in glp039_rows(ACCOUNTS["ini 0"])
    ]
    path = tmp_path / "glp039.csv"
    path.write_text(_csv(rows), encoding="utf-8")
    with pytest.raises(RecordsError) as caught:
        read_glp039(path)
    assert [(TOTAL + 1, "sakti.misread")] == _codes(caught)


def test_decimals_without_quotation_marks_are_refused(tmp_path: Path) -> None:
    """As in case 03, separated with commas: each is two cells, and no row has seven figures."""
    text = _csv(_texts(glp039_rows()), ",").replace('"', "")
    path = tmp_path / "glp039.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(RecordsError) as caught:
        read_glp039(path)
    assert (TOTAL + 1, "sakti.bad_total") in _codes(caught)


def test_the_report_with_tabs_is_refused(tmp_path: Path) -> None:
    """As in case 14: it is told how to save it."""
    path = tmp_path / "glp039.csv"
    path.write_text(_csv(_texts(glp039_rows()), "\t"), encoding="utf-8")
    with pytest.raises(RecordsError) as caught:
        read_glp039(path)
    assert [(None, "csv.tabs")] == _codes(caught)


@pytest.mark.parametrize("shift", [0, 1])
@pytest.mark.parametrize("sen", [False, True], ids=["rupiah", "sen"])
def test_figures_may_be_texts_in_a_workbook(write_workbook: Callable[..., Path], shift: int, *, sen: bool) -> None:
    """As in case 15: the same lines as from numbers."""
    rows = glp039_rows(SEN if sen else ACCOUNTS["both periods"], shift=shift)
    expected = read_glp039(write_workbook(_numbers(rows), "angka.xlsx")).lines
    assert expected == read_glp039(write_workbook(_texts(rows, shift), "teks.xlsx")).lines


def test_some_figures_may_be_texts(write_workbook: Callable[..., Path]) -> None:
    """As in case 15, in one row alone."""
    rows = glp039_rows()
    expected = read_glp039(write_workbook(rows, "angka.xlsx")).lines
    rows[FIRST] = _texts([rows[FIRST]])[0]
    assert expected == read_glp039(write_workbook(rows, "teks.xlsx")).lines


def test_sums_of_doubles_are_the_same_sen(write_workbook: Callable[..., Path]) -> None:
    """0,1 and 0,2 are 0,30000000000000004 where sums are doubles."""
    tenths = ((f"{PATH} 521211", 1, 0, 0.1), (f"{PATH} 524111", 1, 0, 0.2))
    report = read_glp039(write_workbook(glp039_rows(tenths)))
    assert (Fraction("0.3"), Fraction("0.3")) == (report.realised, sum(line.realised for line in report.lines))


def test_locked_ceilings_are_kept(write_workbook: Callable[..., Path]) -> None:
    """Lock Pagu stands beside the revised ceiling, of which it is a part."""
    rows = glp039_rows()
    rows[FIRST][17] = rows[TOTAL][17] = 40
    report = read_glp039(write_workbook(rows))
    assert [Fraction(40), *map(Fraction, (40, 0, 0, 0))] == [report.locked, *(line.locked for line in report.lines)]


@pytest.mark.parametrize("row", [TOTAL, FIRST])
def test_the_periods_add_up(write_workbook: Callable[..., Path], row: int) -> None:
    """Else the columns are others, or a figure was changed."""
    rows = glp039_rows()
    rows[row][21] += 1
    with pytest.raises(RecordsError) as caught:
        read_glp039(write_workbook(rows))
    assert [(row + 1, "sakti.other_periods")] == _codes(caught)


@pytest.mark.parametrize(
    ("locked", "rest", "said"),
    [(0, 725, 0), (40, 685, 0), (40, 725, 0), (0, 724, 1)],
    ids=["plain", "off", "on", "other"],
)
def test_a_rest_that_is_not_what_was_not_realised_is_told(
    write_workbook: Callable[..., Path], locked: int, rest: int, said: int
) -> None:
    """Columns that were moved add up as before; whether what is locked is taken off is not known."""
    rows = glp039_rows()
    rows[FIRST][17] = rows[TOTAL][17] = locked
    rows[TOTAL][28] = rest
    report = read_glp039(write_workbook(rows))
    told = [text.id for text in report.remarks("a.xlsx", as_period("2026-TW1"))]
    assert said == sum(text.startswith("Pagu dikurangi realisasi adalah 725") for text in told)


def test_a_foot_note_with_figures_is_no_note(tmp_path: Path) -> None:
    """As in case 03, where all cells are texts."""
    rows = _texts(glp039_rows())
    rows.insert(SECOND, {**NOTE, 15: "5.000"})
    path = tmp_path / "glp039.csv"
    path.write_text(_csv(rows), encoding="utf-8")
    with pytest.raises(RecordsError) as caught:
        read_glp039(path)
    assert [(SECOND + 1, "sakti.not_understood")] == _codes(caught)


def test_a_title_far_below_is_no_title(write_csv: Callable[..., Path]) -> None:
    """A long table is not searched for it."""
    with pytest.raises(RecordsError) as caught:
        read_glp039(write_csv("x\n" * 50 + "LAPORAN KETERSEDIAAN DANA DETAIL TA 2026\n"))
    assert [(None, "sakti.none")] == _codes(caught)


def test_a_report_is_a_value_of_its_file(tmp_path: Path) -> None:
    """Case 16, under another name: the file is all that differs."""
    path = tmp_path / "lain.xlsx"
    shutil.copy(CASES / "16-glp039-shifted-item-level" / "glp039.xlsx", path)
    report = read_glp039(path)
    expected = (GLP039, ("EC",), ("EC.6078.BDB.001",), str(path))
    assert expected == (type(report), report.programmes, report.outputs, report.file)


def test_what_is_wrong_below_is_told_at_once(tmp_path: Path) -> None:
    """Looking for the title of a report does not end at a quotation mark that pairs with none."""
    head = "kode anggaran;tahun;akun;pagu;realisasi\n"
    (tmp_path / "a.csv").write_text(f'{head}A;20;521211;100;47\n"A"B;2023;521211;100;47\n', encoding="utf-8")
    with pytest.raises(RecordsError) as caught:
        read_folder(tmp_path, BSPJI_PEKANBARU_2021_2024)
    assert [(2, "cell.not_year"), (3, "csv.quotes")] == _codes(caught)
