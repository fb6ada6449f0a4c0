"""SAKTI's report GLP039, on a small workbook of the same layout with made-up figures."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

import attrs
import pytest

from kinerja import RecordsError
from kinerja.indicators.p3dn_ratio import BudgetLine, P3DNRatio
from kinerja.readers import GLP039, read_glp039
from kinerja.readers.sakti import Basis
from kinerja.readers.sakti.export import unlike_parts
from planners_sheets import glp039_rows, with_formula
from said import refused, sentence

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kinerja._base import Text

SHEET = "GLP039_LAPORAN REALISASI SUPER "
NOTE = {1: "*Lock Pagu adalah jumlah pagu yang sedang dalam proses usulan revisi DIPA atau POK."}
NOT_UNDERSTOOD = sentence("sakti.not_understood")
ERROR = sentence("sakti.error")
TOTAL, PROGRAM, SUBKOMPONEN, FIRST, SECOND = 8, 9, 14, 15, 16
"""Where rows stand in the list of rows, from 0; the spreadsheet counts one more."""

BROKEN = (15, 17, 24, 27, 29)


def _line(reference: str, ceiling: int, realised: int) -> BudgetLine:
    return BudgetLine(
        unit="012345",
        reference=reference,
        year=2026,
        account=reference[-6:],
        ceiling=Fraction(ceiling),
        realised=Fraction(realised),
        locked=Fraction(0),
    )


LINES = (
    _line("AA.6025.AEB.001.051.0A.521211", 400, 150),
    _line("AA.6025.AEB.001.051.0A.524111", 300, 0),
    _line("AA.6025.AEB.001.051.0B.521211", 200, 25),
    _line("WA.1318.EBA.Z08.ZZ1.0A.532111", 100, 100),
)


@pytest.fixture
def rows() -> Any:
    """Return the rows of the small report."""
    return glp039_rows()


@pytest.fixture
def write(write_workbook: Callable[..., Path]) -> Callable[..., Path]:
    """Return a function that writes rows as SAKTI does."""

    def written(rows: Any, **more: Any) -> Path:
        return write_workbook(rows, name="laporan.xlsx", sheet=SHEET, **more)

    return written


@pytest.fixture
def problems(write: Callable[..., Path]) -> Callable[..., list[tuple[int | None, object, Text]]]:
    """Return a function that reads rows and returns what is wrong with them."""

    def read(rows: Any) -> list[tuple[int | None, object, Text]]:
        with pytest.raises(RecordsError) as caught:
            read_glp039(write(rows))
        return [(problem.row, problem.value, problem.allowed) for problem in caught.value.problems]

    return read


def _again(row: dict[int, Any], name: str) -> dict[int, Any]:
    """Return a row as it is printed after a page break: the rest of the name, and five figures."""
    texts = [column for column in row if column < BROKEN[0]]
    return {texts[0]: row[texts[0]], texts[-1]: name} | {column: row[column] for column in BROKEN}


def test_a_report_is_read_whole(rows: Any, write: Callable[..., Path]) -> None:
    """Year, month, satker, lines and totals."""
    path = write(rows)
    expected = GLP039(
        file=str(path),
        basis=Basis.ACCRUAL,
        year=2026,
        month=3,
        unit="012345",
        unit_name="BALAI CONTOH",
        lines=LINES,
        ceiling=Fraction(1000),
        locked=Fraction(0),
        realised=Fraction(275),
        rest=Fraction(725),
    )
    assert expected == read_glp039(path)


def test_its_lines_can_be_measured(rows: Any, write: Callable[..., Path]) -> None:
    """Three of the four accounts are the decree's."""
    export = read_glp039(write(rows))
    assert "100 × 275 / 700 = 39,29" == str(P3DNRatio().measure_records(export.lines, period=export.year))


@pytest.mark.parametrize("shift", [1, 5])
def test_the_figures_may_stand_further_right(write: Callable[..., Path], shift: int) -> None:
    """As they do in other units' exports."""
    assert LINES == read_glp039(write(glp039_rows(shift=shift))).lines


def test_everything_may_stand_further_right(rows: Any, write: Callable[..., Path]) -> None:
    """Columns were inserted."""
    moved = [{column + 2: value for column, value in row.items()} for row in rows]
    assert LINES == read_glp039(write(moved)).lines


def test_codes_may_be_numbers(rows: Any, write: Callable[..., Path]) -> None:
    """Komponen, akun and satker, their leading zeros lost."""
    for row in rows[SUBKOMPONEN - 1 :]:
        for column in (4, 7):
            if str(row.get(column, "")).isdigit():
                row[column] = float(row[column])
    rows[5][13] = 12345.0
    assert LINES == read_glp039(write(rows)).lines


def test_texts_may_be_shared(rows: Any, write: Callable[..., Path]) -> None:
    """Excel stores them so when the file was opened and saved."""
    assert LINES == read_glp039(write(rows, constant_memory=False)).lines


def test_blank_rows_are_passed_over(rows: Any, write: Callable[..., Path]) -> None:
    """Between pages, say."""
    rows[FIRST:FIRST] = [{}, {3: "  "}]
    assert LINES == read_glp039(write(rows)).lines


def test_a_subkomponen_broken_over_two_pages_is_read_once(rows: Any, write: Callable[..., Path]) -> None:
    """The foot note of the page stands between its halves."""
    rows[SUBKOMPONEN + 1 : SUBKOMPONEN + 1] = [NOTE, _again(rows[SUBKOMPONEN], "yang berlanjut")]
    assert LINES == read_glp039(write(rows)).lines


def test_an_account_broken_over_two_pages_is_counted_once(rows: Any, write: Callable[..., Path]) -> None:
    """Twice would be 400 rupiah too much."""
    rows[FIRST + 1 : FIRST + 1] = [NOTE, _again(rows[FIRST], "yang berlanjut")]
    assert LINES == read_glp039(write(rows)).lines


def test_an_account_printed_again_with_all_its_figures_is_counted_once(rows: Any, write: Callable[..., Path]) -> None:
    """Some exports repeat all seven."""
    rows.insert(FIRST + 1, dict(rows[FIRST]))
    assert LINES == read_glp039(write(rows)).lines


def test_an_account_broken_over_three_pages_is_counted_once(rows: Any, write: Callable[..., Path]) -> None:
    """A very long name."""
    rows[FIRST + 1 : FIRST + 1] = [_again(rows[FIRST], "yang"), NOTE, _again(rows[FIRST], "berlanjut")]
    assert LINES == read_glp039(write(rows)).lines


def test_the_head_of_a_page_may_be_printed_again(rows: Any, write: Callable[..., Path]) -> None:
    """With the number of that page, as one cell or two, or with the number alone."""
    head = [dict(row) for row in rows[:8]]
    head[5] |= {27: "Hal 2 dari 2"}
    del head[5][30]
    rows[SECOND:SECOND] = [NOTE, *head, {27: "Hal 2 dari", 30: 2.0}, {27: "Halaman 2"}]
    assert LINES == read_glp039(write(rows)).lines


def test_the_head_may_be_in_other_letters(rows: Any, write: Callable[..., Path]) -> None:
    """Small ones, and large ones for the number of the page."""
    rows[0] = {0: "Laporan Ketersediaan Dana Detail TA 2026"}
    rows[SECOND:SECOND] = [{27: "HALAMAN 2 DARI 2"}, {27: "HAL 2", 30: "DARI 2"}]
    assert LINES == read_glp039(write(rows)).lines


def test_the_number_of_the_page_may_stand_above_all(rows: Any, write: Callable[..., Path]) -> None:
    """It is no part of the head."""
    rows.insert(0, {27: "Halaman 1"})
    assert LINES == read_glp039(write(rows)).lines


def test_the_grand_total_may_be_printed_again(rows: Any, write: Callable[..., Path]) -> None:
    """At the end, say."""
    rows.append(dict(rows[TOTAL]))
    assert LINES == read_glp039(write(rows)).lines


def test_the_grand_total_may_be_broken_over_two_pages(rows: Any, write: Callable[..., Path]) -> None:
    """The second time it lacks periode lalu and periode ini, as any row does."""
    again = dict(rows[TOTAL])
    del again[21], again[22]
    rows += [again, dict(rows[TOTAL]), again]
    assert LINES == read_glp039(write(rows)).lines


def test_the_grand_total_may_stand_at_the_end(rows: Any, write: Callable[..., Path]) -> None:
    """It is known by its label."""
    rows.append(rows.pop(TOTAL))
    assert LINES == read_glp039(write(rows)).lines


def _item(row: dict[int, Any], text: str) -> dict[int, Any]:
    return {13: text} | {column: value for column, value in row.items() if column >= BROKEN[0]}


def test_items_are_not_counted_beside_their_account(rows: Any, write: Callable[..., Path]) -> None:
    """They are parts of the same money."""
    for place in (SECOND + 2, FIRST):
        rows.insert(place + 1, _item(rows[place], "000001. Kertas A4\n[5 RIM x 1 KEG]"))
    assert LINES == read_glp039(write(rows)).lines


def test_an_item_broken_over_two_pages_is_nothing_new(rows: Any, write: Callable[..., Path]) -> None:
    """The rest of its name has no number, and may look like a code."""
    item = _item(rows[FIRST], "000116. Honorarium Penilaian")
    rest = [{13: text} | {column: item[column] for column in BROKEN} for text in ("Jurnal", "521211", "AA")]
    rows[FIRST + 1 : FIRST + 1] = [item, NOTE, *rest]
    assert LINES == read_glp039(write(rows)).lines


def test_the_share_may_be_an_error(rows: Any, write: Callable[..., Path]) -> None:
    """Nothing can be divided by a pagu of 0."""
    rows[SECOND] |= {15: 0, 27: with_formula("=0/0", "#DIV/0!"), 29: 0}
    for row in (rows[TOTAL], *rows[PROGRAM:FIRST]):
        row[15] -= 300
    expected = (LINES[0], _line("AA.6025.AEB.001.051.0A.524111", 0, 0), *LINES[2:])
    assert expected == read_glp039(write(rows)).lines


def test_returns_may_exceed_spending(rows: Any, write: Callable[..., Path]) -> None:
    """Then the realisation is below zero."""
    rows[SECOND] |= {21: -10, 24: -10, 29: 310}
    rows[TOTAL] |= {21: 110, 23: 265, 28: 735}
    assert -10 == read_glp039(write(rows)).lines[1].realised


def test_figures_may_have_decimals(rows: Any, write: Callable[..., Path]) -> None:
    """They are exact, as the cell shows them."""
    rows[SECOND] |= {22: 0.1, 24: 0.1}
    rows[TOTAL] |= {22: 155.1, 23: 275.1}
    assert Fraction(1, 10) == read_glp039(write(rows)).lines[1].realised


@pytest.mark.parametrize(
    ("columns", "name", "total"),
    [((15,), "Pagu Revisi", 1000), ((17,), "Lock Pagu", 0), ((22, 24), "Realisasi s.d. Periode", 275)],
)
def test_a_difference_of_one_rupiah_refuses_the_file(
    rows: Any, problems: Callable[..., Any], columns: tuple[int, ...], name: str, total: int
) -> None:
    """It names which sum, and both totals."""
    for column in columns:
        rows[FIRST][column] += 1
    assert [(None, None, _other_sum(name, total + 1, total))] == problems(rows)


def _other_sum(name: str, added: int, total: int) -> Text:
    sums = {"added": Fraction(added), "total": Fraction(total), "difference": Fraction(added - total)}
    return sentence("sakti.other_sum", name=name, **sums)


def test_both_sums_are_told_of(rows: Any, problems: Callable[..., Any]) -> None:
    """A row was deleted."""
    del rows[FIRST]
    expected = [_other_sum("Pagu Revisi", 600, 1000), _other_sum("Realisasi s.d. Periode", 125, 275)]
    assert [(None, None, told) for told in expected] == problems(rows)


def test_a_broken_account_with_other_figures_is_refused(rows: Any, problems: Callable[..., Any]) -> None:
    """It does not repeat the row before."""
    rows.insert(FIRST + 1, _again(rows[FIRST], "yang berlanjut") | {15: 401})
    expected = sentence("sakti.nothing_repeated")
    assert [(FIRST + 2, "521211 yang berlanjut", expected)] == problems(rows)


def test_an_account_that_stands_twice_is_refused(rows: Any, problems: Callable[..., Any]) -> None:
    """With other figures it is no page break."""
    rows.insert(FIRST + 1, rows[FIRST] | {15: 401})
    expected = sentence("sakti.twice")
    assert [(FIRST + 2, "521211 Belanja 521211", expected)] == problems(rows)


def test_the_same_account_later_in_the_same_place_is_refused(rows: Any, problems: Callable[..., Any]) -> None:
    """Not directly after, so it is no page break, even with the same figures."""
    rows.insert(SECOND + 1, dict(rows[FIRST]))
    assert [SECOND + 2] == [row for row, *_ in problems(rows)]


def test_a_row_out_of_its_outline_is_refused(rows: Any, problems: Callable[..., Any]) -> None:
    """The subkomponen above was deleted; the account would count for another."""
    del rows[SECOND + 1]
    del rows[PROGRAM + 5]
    expected = sentence("sakti.misplaced", level="AKUN", above="SUBKOMPONEN")
    assert (SUBKOMPONEN + 1, "521211 Belanja 521211", expected) in problems(rows)


@pytest.mark.parametrize(
    "row",
    [
        {1: "Catatan balai"},
        {1: "Jumlah akun 521211", 15: 600.0},
        {1: "*Lock Pagu", 15: 5.0},
        {5: "051.0A.1", 11: "Nama", 15: 1.0, 17: 0.0, 21: 0.0, 22: 0.0, 24: 0.0, 27: 0.0, 29: 1.0},
        {1: "Sub total", 15: 1.0, 17: 0.0, 21: 0.0, 22: 0.0, 24: 0.0, 27: 0.0, 29: 1.0},
        {7: "521219", 12: "Belanja", 15: "seribu", 17: 0.0, 21: 0.0, 22: 0.0, 24: 0.0, 27: 0.0, 29: 1.0},
        {7: "521219", 12: "Belanja", 15: 1.0, 17: 0.0, 21: 0.0, 22: 0.0, 24: 0.0, 29: 1.0},
        {7: "521219", 12: "Belanja", 15: 1.0, 17: 0.0, 21: 0.0, 22: 0.0, 24: 0.0, 27: 0.0, 29: 1.0, 31: 7.0},
        {27: "Hal 2 dari", 29: 2.0, 31: 5.0},
        {15: 5.0},
    ],
)
def test_a_row_that_is_not_understood_is_refused(rows: Any, problems: Callable[..., Any], row: dict[int, Any]) -> None:
    """It is never passed over: remarks, subtotals, texts for figures, six figures or eight."""
    rows.insert(SECOND, row)
    assert [(SECOND + 1, NOT_UNDERSTOOD)] == [(number, text) for number, _, text in problems(rows)]


@pytest.mark.parametrize("column", [15, 17, 21, 22, 24, 29])
def test_an_error_in_another_figure_is_refused(rows: Any, problems: Callable[..., Any], column: int) -> None:
    """python-calamine gives a blank for it."""
    rows[FIRST][column] = with_formula("=1/0", "#DIV/0!")
    assert [(FIRST + 1, "521211 Belanja 521211", ERROR)] == problems(rows)


def test_two_errors_are_refused(rows: Any, problems: Callable[..., Any]) -> None:
    """The five figures left must not be taken for the second half of a row."""
    rows[FIRST] |= dict.fromkeys((27, 29), with_formula("=1/0", "#DIV/0!"))
    assert [(FIRST + 1, "521211 Belanja 521211", ERROR)] == problems(rows)


def test_an_error_in_the_grand_total_is_refused(rows: Any, problems: Callable[..., Any]) -> None:
    """Nothing is left to hold the lines against."""
    rows[TOTAL][15] = with_formula("=1/0", "#REF!")
    assert [(TOTAL + 1, "JUMLAH SELURUHNYA #REF!", ERROR)] == problems(rows)


@pytest.mark.parametrize("row", [{0: "JUMLAH SELURUHNYA"}, {0: "JUMLAH SELURUHNYA", 15: 1000.0}])
def test_a_grand_total_without_its_figures_is_refused(
    rows: Any, problems: Callable[..., Any], row: dict[int, Any]
) -> None:
    """Fewer than seven."""
    rows[TOTAL] = row
    expected = sentence("sakti.bad_total")
    assert [(TOTAL + 1, expected)] == [(number, text) for number, _, text in problems(rows)]


def test_a_grand_total_of_five_figures_is_refused(rows: Any, problems: Callable[..., Any]) -> None:
    """There is nothing it could repeat."""
    for column in (21, 22):
        del rows[TOTAL][column]
    assert [TOTAL + 1] == [number for number, *_ in problems(rows)]


def test_a_report_without_its_grand_total_is_refused(rows: Any, problems: Callable[..., Any]) -> None:
    """It may have been cut."""
    del rows[TOTAL]
    expected = sentence("sakti.no_total")
    assert [(None, None, expected)] == problems(rows)


def test_two_grand_totals_are_refused(rows: Any, problems: Callable[..., Any]) -> None:
    """Two reports were pasted together."""
    rows.append(rows[TOTAL] | {15: 2000.0})
    expected = sentence("sakti.other_total")
    assert [(len(rows), "JUMLAH SELURUHNYA 2000", expected)] == problems(rows)


@pytest.mark.parametrize("broken", [False, True], ids=["whole", "broken"])
@pytest.mark.parametrize("figure", [0, 1, 4, 6], ids=["pagu", "lock pagu", "s.d. periode", "sisa"])
def test_a_grand_total_printed_again_has_the_same_figures(
    rows: Any, problems: Callable[..., Any], figure: int, *, broken: bool
) -> None:
    """Every one of them, however often it was printed before."""
    other = dict(rows[TOTAL])
    other[[column for column in other if column][figure]] += 1.0
    if broken:
        del other[21], other[22]
    rows += [dict(rows[TOTAL]), other]
    expected = sentence("sakti.other_total")
    assert [(len(rows), expected)] == [(number, text) for number, _, text in problems(rows)]


def test_a_grand_total_that_was_first_broken_is_refused_there_alone(rows: Any, problems: Callable[..., Any]) -> None:
    """The whole one below it is the total."""
    rows.append(dict(rows[TOTAL]))
    for column in (21, 22):
        del rows[TOTAL][column]
    assert [TOTAL + 1] == [number for number, *_ in problems(rows)]


def test_of_a_long_row_the_first_hundred_signs_are_shown(rows: Any, problems: Callable[..., Any]) -> None:
    """Enough to find it."""
    rows.insert(SECOND, {1: "Catatan " * 20})
    assert [("Catatan " * 13)[:100]] == [value for _, value, _ in problems(rows)]


def test_a_second_work_unit_is_refused(rows: Any, problems: Callable[..., Any]) -> None:
    """Its head is not the head of the report."""
    rows.append({0: "Satuan Kerja   \t:", 13: "543210", 14: "BALAI LAIN"})
    assert [(len(rows), "Satuan Kerja   \t: 543210", NOT_UNDERSTOOD)] == problems(rows)


def test_a_report_without_account_rows_is_refused(problems: Callable[..., Any]) -> None:
    """It was exported at a wider level."""
    expected = sentence("sakti.no_accounts")
    assert [(None, None, expected)] == problems(glp039_rows()[: SUBKOMPONEN + 1])


@pytest.mark.parametrize("title", ["LAPORAN REALISASI ANGGARAN TA 2026", "DETAIL DANA", 2026])
def test_another_report_is_refused(rows: Any, problems: Callable[..., Any], title: Any) -> None:
    """It is told which report is read."""
    rows[0] = {0: title}
    expected = sentence("sakti.none")
    assert [(None, None, expected)] == problems(rows)


def test_a_blank_workbook_is_no_report(problems: Callable[..., Any]) -> None:
    """Nothing is in it."""
    assert [(None, None, sentence("workbook.no_worksheet"))] == problems([])


def test_another_sheet_may_stand_beside_the_report(rows: Any, write: Callable[..., Path]) -> None:
    """A planner's own notes."""
    assert LINES == read_glp039(write(rows, sheets={"Catatan": [{0: "kode"}]})).lines


def test_two_reports_in_one_workbook_are_refused(rows: Any, write: Callable[..., Path]) -> None:
    """Which is meant is not guessed."""
    with refused("sakti.several", RecordsError):
        read_glp039(write(rows, sheets={"Februari": rows}))


@pytest.mark.parametrize(
    ("line", "row", "code"),
    [
        (0, {0: "LAPORAN KETERSEDIAAN DANA DETAIL"}, "sakti.no_year"),
        (0, {0: "LAPORAN KETERSEDIAAN DANA DETAIL TA 26"}, "sakti.no_year"),
        (2, {}, "sakti.no_period"),
        (2, {0: "Periode 03 2026"}, "sakti.no_period"),
        (2, {0: "Periode March 2026"}, "sakti.no_period"),
        (2, {0: "Periode Maret 2025"}, "sakti.other_year"),
        (5, {}, "sakti.no_unit"),
        (5, {0: "Satuan Kerja :", 14: "BALAI CONTOH"}, "sakti.no_unit"),
        (5, {0: "Satuan Kerja :", 13: "1234", 14: "BALAI"}, "sakti.no_unit"),
    ],
)
def test_a_head_that_lacks_something_is_refused(
    rows: Any, problems: Callable[..., Any], line: int, row: dict[int, Any], code: str
) -> None:
    """Year, month and satker are part of what a line is."""
    rows[line] = row
    ((_, _, text),) = problems(rows)
    assert sentence(code) == text


def test_everything_a_head_lacks_is_told_at_once(rows: Any, problems: Callable[..., Any]) -> None:
    """And what is wrong below it."""
    rows[0] = {0: "LAPORAN KETERSEDIAAN DANA DETAIL"}
    rows[2], rows[5], rows[SECOND] = {}, {}, {1: "Catatan balai"}
    assert [None, None, None, SECOND + 1] == [number for number, *_ in problems(rows)]


@pytest.mark.parametrize(
    ("written", "month"), [("Periode Januari 2026", 1), ("periode  desember 2026", 12), ("PERIODE MEI 2026", 5)]
)
def test_the_period_names_its_month(rows: Any, write: Callable[..., Path], written: str, month: int) -> None:
    """In Indonesian, in either case."""
    rows[2] = {0: written}
    assert month == read_glp039(write(rows)).month


def test_the_satker_may_stand_behind_a_colon_of_its_own(rows: Any, write: Callable[..., Path]) -> None:
    """As other exports have it."""
    rows[5] = {0: "Satuan Kerja", 8: ":", 13: "012345", 14: "BALAI CONTOH"}
    export = read_glp039(write(rows))
    assert ("012345", "BALAI CONTOH") == (export.unit, export.unit_name)


def test_accounts_that_two_of_several_reports_share_are_told_by_whose_they_are(
    rows: Any, write: Callable[..., Path]
) -> None:
    """Of each pair its own."""
    whole = read_glp039(write(rows))
    parts = [(name, attrs.evolve(whole, lines=LINES[at : at + 2])) for at, name in enumerate("abc")]
    assert [
        sentence("sakti.same_accounts", count=1, first=LINES[at].reference, names=names)
        for at, names in ((1, ("a", "b")), (2, ("b", "c")))
    ] == [problem.allowed for problem in unlike_parts("x", parts)]


def test_reports_of_two_satkers_are_named_with_their_months(rows: Any, write: Callable[..., Path]) -> None:
    """They are no parts of one budget."""
    whole = read_glp039(write(rows))
    (problem,) = unlike_parts("x", [("a", whole), ("b", attrs.evolve(whole, unit="2", month=4))])
    both = "a: satker 012345, Maret 2026, akrual; b: satker 2, April 2026, akrual"
    assert sentence("sakti.other_report", reports=both) == problem.allowed


def test_progress_goes_from_the_first_row_to_the_last(write: Callable[..., Path]) -> None:
    """Now and then, and at the end; every row counts, also those of the head."""
    accounts = tuple(("AA AA.6025 AEB AEB.001 051 051.0A", 1, 0, 0) for _ in range(150))
    named = [(f"{path} {521000 + number}", *rest) for number, (path, *rest) in enumerate(accounts)]
    seen: list[tuple[int, int]] = []
    read_glp039(write(glp039_rows(named)), progress=lambda done, total: seen.append((done, total)))
    assert [(100, 165), (165, 165)] == seen


def test_a_file_above_the_limit_is_refused(rows: Any, write: Callable[..., Path]) -> None:
    """The limit can be set."""
    with refused("workbook.too_large", RecordsError, limit="100 byte"):
        read_glp039(write(rows), limit=100)


def test_an_export_hashes_and_duplicates(
    rows: Any, write: Callable[..., Path], duplicate: Callable[[Any], Any]
) -> None:
    """It is a value."""
    export = read_glp039(write(rows))
    assert {export} == {duplicate(export)}
