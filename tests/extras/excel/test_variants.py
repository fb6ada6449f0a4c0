"""Inputs as other offices have them: each is right, or refused by what is wrong with it."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from kinerja import BSPJI_PEKANBARU_2021_2024, ColumnsError, RecordsError
from kinerja.indicators import BudgetLine, P3DNRatio, PNBPGrowth, Receipt
from kinerja.readers import measure_folders, read_actuals, read_folder, read_glp039, read_rows

if TYPE_CHECKING:
    from collections.abc import Callable

CATALOGUE = BSPJI_PEKANBARU_2021_2024
EXPORT = Path(__file__).parents[2] / "data" / "cases" / "03-glp039-saved-as-csv" / "glp039.csv"
RECEIPTS = "nomor penerimaan;nomor spk;akun;layanan;jumlah;tanggal penerimaan"
FIRST = "N1;;425283;uji;400.000;31/12/2022"
SECOND = "N2;;425283;uji;410.000;02/01/2023"
LINES = "satker;kode anggaran;tahun;akun;pagu;realisasi"
GROWTH, SHARE = Fraction(5, 2), Fraction(47)


def _rows(*rows: str) -> str:
    return "\n".join(rows) + "\n"


def _outcome(read: Callable[[], Any]) -> Any:
    """Return what was read; of a refusal the codes of its problems, of columns that lack their names."""
    try:
        return read()
    except ColumnsError as error:
        return error.missing
    except RecordsError as error:
        return [problem.code for problem in error.problems]


def _growth(path: Path) -> Any:
    return _outcome(lambda: PNBPGrowth().measure_records(read_rows(path, Receipt, unit="U"), period=2023).actual)


def _share(path: Path) -> Any:
    return _outcome(lambda: P3DNRatio().measure_records(read_rows(path, BudgetLine, unit="U"), period=2023).actual)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (_rows(RECEIPTS, FIRST.replace("400.000", "Rp 400.000,-"), SECOND), GROWTH),
        (_rows(RECEIPTS, FIRST.replace("400.000", "400.000\xa0"), SECOND), GROWTH),
        (_rows(RECEIPTS, FIRST.replace("31/12/2022", "31.12.2022"), SECOND), GROWTH),
        (_rows(RECEIPTS, FIRST.replace("31/12/2022", "31-Des-2022"), SECOND), GROWTH),
        (_rows(RECEIPTS, FIRST.replace("31/12/2022", "2022-12-31T08:00:00"), SECOND), GROWTH),
        (_rows(RECEIPTS, FIRST.replace("uji", '"uji\nkalibrasi"'), SECOND), GROWTH),
        (_rows(RECEIPTS, f"\t{FIRST}\t", SECOND), GROWTH),
        (_rows("sep=;", RECEIPTS, FIRST, SECOND).replace("\n", "\r\n"), GROWTH),
        (_rows(RECEIPTS, FIRST, SECOND).encode("utf-16"), GROWTH),
        (_rows(RECEIPTS, FIRST, SECOND).encode("utf-8-sig"), GROWTH),
        (
            _rows(RECEIPTS, FIRST, SECOND).replace(";", ",").replace("400.000", '"400.000,00"'),
            GROWTH,
        ),
        (_rows(RECEIPTS, FIRST.replace("31/12/2022", "12-31-2022"), SECOND), ["date.none_such"]),
        (_rows(RECEIPTS, FIRST.replace("31/12/2022", "Sabtu, 31 Desember 2022"), SECOND), ["date.not_whole"]),
        (_rows(RECEIPTS, FIRST.replace("31/12/2022", "44926"), SECOND), ["date.not_whole"]),
        (_rows(RECEIPTS, FIRST.replace("31/12/2022", "31/12/0202"), SECOND), ["cell.year_beyond"]),
        (_rows(RECEIPTS, FIRST.replace("400.000", "(400.000)"), SECOND), ["written.brackets"]),
        (_rows(RECEIPTS, FIRST.replace("400.000", "400,000.00"), SECOND), ["written.commas"]),
        (_rows(RECEIPTS, FIRST.replace("400.000", "0,4 juta"), SECOND), ["written.no_number"]),
        (_rows(RECEIPTS, FIRST.replace("425283", "425283 - Jasa"), SECOND), ["cell.not_account"]),
        (_rows(RECEIPTS, FIRST, "Sub Total 2022;;;;400.000;", SECOND), ["row.totals"]),
        (_rows(RECEIPTS, "Desember 2022;;;;;", FIRST, "Januari 2023;;;;;", SECOND), ["row.no_data"] * 2),
        (_rows(RECEIPTS, FIRST, SECOND).replace(";", "\t").encode("utf-16"), ["csv.tabs"]),
        (
            _rows(RECEIPTS, FIRST).replace(";", "|"),
            ("nomor penerimaan", "jumlah", "tanggal penerimaan"),
        ),
    ],
    ids=[
        "Rp and dash",
        "no-break blank",
        "dots in dates",
        "hyphens in dates",
        "time",
        "line break",
        "tabs beside",
        "sep=",
        "UTF-16",
        "BOM",
        "commas",
        "month first",
        "weekday",
        "serial number",
        "year 202",
        "brackets",
        "American",
        "millions",
        "named account",
        "subtotal",
        "months between",
        "tabs in UTF-16",
        "pipes",
    ],
)
def test_receipts(write_csv: Callable[..., Path], content: str | bytes, expected: Any) -> None:
    """As programs and people write tables of texts."""
    assert expected == _growth(write_csv(content))


HEADED = ("No", "Nomor Penerimaan", "Akun", "Jumlah (Rp)", "Tanggal Penerimaan")


def _dated(day: dt.date) -> Callable[..., None]:
    def write(book: Any, sheet: Any, row: int, column: int) -> None:
        sheet.write_datetime(row, column, dt.datetime.combine(day, dt.time()), book.add_format({"num_format": "d/m/y"}))

    return write


BEFORE = (1, "N1", 425283, 400000, _dated(dt.date(2022, 12, 31)))
WITHIN = (2, "N2", 425283, 410000, _dated(dt.date(2023, 1, 2)))


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([HEADED, BEFORE, WITHIN, (3,), (4,)], GROWTH),
        ([(), (), HEADED, BEFORE, WITHIN], GROWTH),
        ([("DAFTAR PENERIMAAN",), ("TAHUN 2023",), HEADED, (1, 2, 3, 4, 5), BEFORE, WITHIN], GROWTH),
        ([HEADED, (1, "N1", "425283", "400.000", "31/12/2022"), (2, "N2", "425283", "410.000", "02/01/2023")], GROWTH),
        ([HEADED, BEFORE, WITHIN, ("JUMLAH", "", "", 810000)], ["row.totals"]),
        ([HEADED, BEFORE, WITHIN, ("", "", "", 810000)], ["cell.blank"] * 2),
        ([HEADED, BEFORE, WITHIN, (3, "", "", 0)], ["cell.blank"] * 2),
        ([HEADED, BEFORE, (), HEADED, WITHIN], ["cell.not_account", "written.no_number", "date.not_whole"]),
        ([(*HEADED, "", *HEADED), (*BEFORE, "", *WITHIN)], ["heading.twice"] * 4),
        ([HEADED, BEFORE, WITHIN, ("", "", "", "", "Pekanbaru, 5 Januari 2024")], ["row.no_data"]),
    ],
    ids=[
        "numbered rows",
        "blank rows above",
        "titles and column numbers",
        "texts",
        "total in another column",
        "total without a name",
        "prepared rows",
        "headings again",
        "two tables",
        "signature",
    ],
)
def test_workbooks_of_receipts(write_table: Callable[..., Path], rows: list[Any], expected: Any) -> None:
    """As people lay them out."""
    assert expected == _growth(write_table(*rows))


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("kdsatker;kode_anggaran;thang;kdakun;pagu_revisi;realisasi_sd_periode\n417912;A;2023;521211;100;47\n", SHARE),
        ("Kode Satker;Satker;Kode;TA;Akun;Pagu;Realisasi\n417912;B;A;2023;521211;100;47\n", SHARE),
        (f"{LINES}\nX;A TW1;2023;521211;100;10\nX;A TW2;2023;521211;100;47\n", ["budget.several_moments"]),
        ("Kode;Tahun;Akun;Pagu (juta);Realisasi (Rp)\nA;2023;521211;100;47.000.000\n", ("pagu",)),
        ("Kode;Akun;Pagu 2022;Realisasi 2022\nA;521211;100;47\n", ("tahun", "pagu", "realisasi")),
        ("Kode;Akun;Tahun;Pagu;Realisasi\nA;521211 Belanja Bahan;2023;100;47\n", ["cell.not_account"]),
    ],
    ids=["of a tool", "code and name", "moments", "millions", "years in headings", "named account"],
)
def test_budget_lines(write_csv: Callable[..., Path], content: str, expected: Any) -> None:
    """As other tools flatten them."""
    assert expected == _share(write_csv(content))


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("Kode;Target;Realisasi;Capaian\nSK3/4;45 %;47,25 %;105,00 %\n", {"SK3/4": Fraction(189, 4)}),
        ("No;KODE IKU;Realisasi (%)\n1;SK 3.4.;47,25\n", {"SK3/4": Fraction(189, 4)}),
        ("Kode;Realisasi\nSK3/4;Rp47,25\n", ["written.rupiah"]),
        ("Kode;Realisasi\nSK1/1;Rp2\n", ["written.rupiah"]),
        ("Kode*;Realisasi*\nSK3/4*);47,25\n", {"SK3/4": Fraction(189, 4)}),
        ("Kode;Realisasi\nSK3/4;± 47,25\n", ["written.no_number"]),
        ("Kode;Realisasi\nSK1/1;1 tenan\n", ["written.no_number"]),
        ("Kode;Realisasi\nSK1/1;1,5\n", ["quantity.whole"]),
        ("Kode;Realisasi\nSK3/4;47.25\n", ["written.dots"]),
        ("Kode;Indikator;Realisasi\nSK1;Sasaran;\nSK1/1;Tenan;1\n", ["name.misspelt"]),
        ("Kode;Realisasi\nSK3/4;47,25\nRata-rata;102,5\n", ["name.unknown"]),
        ("Kode;Target;Realisasi TW I;Realisasi TW II\nSK3/4;45;10;20\n", ["heading.twice"]),
        ("Kode;TW I;;TW II;\n;Target;Realisasi;Target;Realisasi\nSK3/4;10;10;20;20\n", ["heading.twice"]),
        ("Kode;SK1/1;SK3/4\nRealisasi;1;47,25\n", ("realisasi",)),
        ("Kode;Realisasi\n", ["table.no_rows"]),
    ],
    ids=[
        "percent signs",
        "another heading",
        "money for a share",
        "money for tenants",
        "asterisks",
        "about",
        "with its unit",
        "half a tenant",
        "a dot",
        "an objective",
        "a mean",
        "quarters beside",
        "quarters above",
        "turned round",
        "headings alone",
    ],
)
def test_realisations(write_csv: Callable[..., Path], content: str, expected: Any) -> None:
    """As reports print them."""
    assert expected == _outcome(lambda: read_actuals(write_csv(content), entries=CATALOGUE, period=2023).by_code())


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lambda text: text.encode("utf-16"), Fraction(70, 3)),
        (lambda text: text.replace("\n", "\r\n"), Fraction(70, 3)),
        (lambda text: "\n".join(text.splitlines()[6:]) + "\n", ["sakti.none"]),
        (lambda text: "\n".join(text.splitlines()[:-6]) + "\n", ["sakti.no_accounts"]),
        (lambda text: f"{text}\nCatatan: sudah dicek\n", ["sakti.not_understood"]),
        (lambda text: text.replace("18.000.000", "18,000,000"), ["sakti.misplaced", "sakti.misread"]),
    ],
    ids=["UTF-16", "line ends", "without its head", "cut", "a note below", "American"],
)
def test_an_export_saved_as_csv(
    write_csv: Callable[..., Path], change: Callable[[str], str | bytes], expected: Any
) -> None:
    """By other programs, and by people who changed it."""
    path = write_csv(change(EXPORT.read_text(encoding="utf-8-sig")))
    lines = _outcome(lambda: read_glp039(path).lines)
    figure = lines if isinstance(lines, list) else P3DNRatio().measure_records(lines, period=2026).actual
    assert expected == figure


FLAT = "Kode;Tahun Anggaran;Kode Akun;Pagu (Rp);Realisasi (Rp)"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (f"{FLAT}\nA;2023;521211;100;47\n", SHARE),
        (FLAT.replace("Pagu (Rp)", "Pagu Awal;Pagu Revisi") + "\nA;2023;521211;50;100;47\n", SHARE),
        (FLAT.replace("Pagu (Rp)", "Pagu DIPA") + "\nA;2023;521211;100;47\n", ["folder.heading_renamed"]),
        ("Kode;Akun;Pagu;Realisasi\nA;521211;100;47\n", ["folder.file_unknown"]),
        ("Kode;Tahun;Target;Realisasi\nSK3/4;2023;45;47\n", SHARE),
    ],
    ids=["of a tool", "two ceilings", "another ceiling", "no year", "realisations"],
)
def test_lines_of_a_budget_are_told_from_realisations(tmp_path: Path, content: str, expected: Any) -> None:
    """Both may have columns headed `kode` and `realisasi`; what lacks is told, and not that each code is unknown."""
    (tmp_path / "a.csv").write_text(content, encoding="utf-8")

    def figure() -> Any:
        value: Any = measure_folders([read_folder(tmp_path, CATALOGUE)], CATALOGUE, 2023)["SK3/4"]
        return getattr(value, "actual", value)

    assert expected == _outcome(figure)


def _merged(*place: int, value: Any = "") -> Callable[..., None]:
    return lambda _book, sheet, row, column: sheet.merge_range(
        row, column, row + place[0] - 1, column + place[1] - 1, value
    )


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([("kode", "realisasi"), ("SK1/1", _merged(2, 1, value=2)), ("SK1/2",)], ["row.merged"]),
        ([("kode", "realisasi"), (_merged(1, 2, value="SK1/1"),)], ["row.merged"]),
        (
            [("kode", "realisasi", "catatan"), ("SK1/1", 2, _merged(2, 1, value="baik")), ("SK1/2", 1)],
            {"SK1/1": 2, "SK1/2": 1},
        ),
        ([("sasaran", "kode", "realisasi"), (_merged(2, 1, value="SK1"), "SK1/1", 2)], {"SK1/1": 2}),
        ([("kode", "realisasi", ""), ("SK1/1", _merged(1, 2, value=2))], {"SK1/1": 2}),
        ([("kode", "realisasi"), ("SK1/1", 2), (_merged(2, 2),)], {"SK1/1": 2}),
    ],
    ids=["figures", "code and figure", "notes", "objectives", "a wide cell", "blank"],
)
def test_merged_cells_of_realisations(write_table: Callable[..., Path], rows: list[Any], expected: Any) -> None:
    """Refused where another figure would be blank, and so not measured."""
    path = write_table(*rows, constant_memory=False)
    assert expected == _outcome(lambda: read_actuals(path, entries=CATALOGUE).by_code())


def test_merged_targets_are_refused(write_table: Callable[..., Path]) -> None:
    """The second indicator would have the decree's target without a word."""
    rows = [("kode", "target 2023"), ("SK1/1", _merged(2, 1, value=2)), ("SK1/2",)]
    path = write_table(*rows, constant_memory=False, name="target.xlsx")
    assert ["row.merged"] == _outcome(lambda: read_folder(path.parent, CATALOGUE))


def test_cells_merged_for_their_width_are_read(write_table: Callable[..., Path]) -> None:
    """The name of a company over two columns of which the second is not asked for."""
    headings = ("nomor penerimaan", "", "akun", "jumlah", "tanggal penerimaan")
    first = (_merged(1, 2, value="N1"), None, 425283, 400000, "31/12/2022")
    second = (_merged(1, 2, value="N2"), None, 425283, 410000, "02/01/2023")
    assert GROWTH == _growth(write_table(headings, first, second, constant_memory=False))


def _tw(number: int, *rows: str) -> dict[str, str]:
    return {f"tw{number}.csv": _rows(RECEIPTS, *rows)}


TENANTS = "tenan;seleksi;prainkubasi;inkubasi;pascainkubasi\nA;01/01/2022;01/03/2022;01/06/2022;"


@pytest.mark.parametrize(
    ("files", "code", "expected"),
    [
        (_tw(1, FIRST) | _tw(2, SECOND), "SK3/2", GROWTH),
        (_tw(1, FIRST, SECOND) | _tw(2, SECOND), "SK3/2", ["table.same_rows"]),
        (_tw(1, FIRST) | _tw(2, SECOND) | _tw(3), "SK3/2", GROWTH),
        ({"tw1.csv": f"{TENANTS}\n", "tw2.csv": f"{TENANTS}01/05/2023\n"}, "SK1/1", Fraction(1)),
        (
            {"tw1.csv": "kode;realisasi\nSK3/4;20\n", "tw2.csv": "kode;realisasi\nSK3/4;47,25\n"},
            "SK3/4",
            ["table.other_values"],
        ),
        ({"a.csv": "kode;realisasi\nSK1/1;2\n", "b.csv": f"{TENANTS}01/05/2023\n"}, "SK1/1", ["folder.given_twice"]),
        ({"a.csv": f"{RECEIPTS}\n{FIRST}\n", "b.csv": ""}, "SK3/2", ["file.empty"]),
        (
            {"a.csv": f"{RECEIPTS}\n{FIRST}\n{SECOND}\n", "b.csv": "nama;alamat\nA;B\n"},
            "SK3/2",
            ["folder.file_unknown"],
        ),
        ({"a.pdf": "%PDF"}, "SK3/2", ["folder.without_tables"]),
        ({"a.xls": "<table>"}, "SK3/2", ["file.other_kind"]),
    ],
    ids=[
        "two quarters",
        "one row in both",
        "a form without rows",
        "a tenant in both",
        "two figures",
        "figure and form",
        "an empty file",
        "another table",
        "a document alone",
        "a web page",
    ],
)
def test_folders(tmp_path: Path, files: dict[str, str], code: str, expected: Any) -> None:
    """Of several files."""
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")

    def figure() -> Any:
        value: Any = measure_folders([read_folder(tmp_path, CATALOGUE)], CATALOGUE, 2023)[code]
        return getattr(value, "actual", value)

    assert expected == _outcome(figure)
