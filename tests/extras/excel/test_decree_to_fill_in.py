"""The workbook of a decree that is to be filled in: what a planner sees, copies and types."""

from __future__ import annotations

import html
import io
import re
import zipfile
from fractions import Fraction
from typing import TYPE_CHECKING, Any, TypeAlias

import attrs
import pytest
import xlsxwriter  # type: ignore[import-untyped]
from python_calamine import CalamineWorkbook

from kinerja import BSPJI_PEKANBARU_2021_2024 as CATALOGUE
from kinerja._base import FrozenMap
from kinerja.readers import lint_catalogue, new_catalogue, write_catalogue
from kinerja.readers.catalogues.cells import Kind
from kinerja.readers.catalogues.columns import SHEETS

if TYPE_CHECKING:
    from pathlib import Path

    from kinerja.readers.catalogues.columns import SheetOf

Rows: TypeAlias = "list[list[Any]]"
TITLE = "Lembar "


@pytest.fixture
def new(tmp_path: Path) -> Path:
    """Return a workbook to fill in."""
    path = tmp_path / "baru.xlsx"
    new_catalogue(path, year=2026)
    return path


def rows_of(path: Path) -> dict[str, Rows]:
    """Return the rows of each sheet, blank cells at their ends left out."""
    book = CalamineWorkbook.from_path(path)
    return {name: [_stripped(row) for row in book.get_sheet_by_name(name).to_python()] for name in book.sheet_names}


def _stripped(row: list[Any]) -> list[Any]:
    return row[: max((place for place, cell in enumerate(row, 1) if cell != ""), default=0)]


def examples_in(rows: Rows) -> dict[str, Rows]:
    """Return the headings and rows of each example, by the sheet that it is of."""
    found: dict[str, Rows] = {}
    for row in filter(None, rows[1:]):
        if str(row[0]).startswith(TITLE):
            found[row[0].removeprefix(TITLE)] = []
        else:
            [*found.values()][-1].append(row)
    return found


def test_the_examples_have_the_columns_of_their_sheets(new: Path) -> None:
    """The same headings in the same places, so that a copied row fits."""
    sheets = rows_of(new)
    examples = {name: rows[0] for name, rows in examples_in(sheets["contoh"]).items()}
    assert {name: sheets[name][0] for name in ("sasaran", "indikator", "variabel", "target")} == examples


def copied(path: Path) -> dict[str, Rows]:
    """Return the examples in their own sheets, beside the least that a decree itself needs."""
    sheets = rows_of(path)
    decree = [["isian", "isi"], ["nomor", "1"], ["tentang", "IKU"], ["unit", "Balai"], ["tahun", "2026-2027"]]
    examples = examples_in(sheets["contoh"])
    return {"keputusan": decree, **{name: [sheets[name][0], *rows[1:]] for name, rows in examples.items()}}


def saved(book: dict[str, Rows]) -> bytes:
    """Return the content of a workbook of these sheets."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream) as workbook:
        for name, rows in book.items():
            sheet = workbook.add_worksheet(name)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
    return stream.getvalue()


def wrong(book: dict[str, Rows]) -> list[tuple[str | None, int | None, str]]:
    """Return the sheet and row of what is wrong in a workbook, and what is said of it."""
    return [(one.sheet, one.row, one.allowed.id) for one in lint_catalogue(saved(book)).problems]


def test_copied_examples_are_a_decree(new: Path) -> None:
    """Nothing is wrong in them once the decree itself is filled in."""
    assert [] == wrong(copied(new))


def test_copied_examples_have_no_slip(new: Path) -> None:
    """Their scales and citations are there, so that a warning is of what the planner wrote."""
    book = copied(new)
    book["keputusan"].append(["ditetapkan pada", "2 Januari 2026"])
    assert () == lint_catalogue(saved(book)).warnings


def formula_in(part: str, cell: str) -> tuple[str, str]:
    """Return the formula of a cell, and what it shows."""
    ((formula, value),) = re.findall(f'<c r="{cell}"[^>]*><f>(.*?)</f><v>(.*?)</v>', part)
    return html.unescape(formula), value


def test_the_name_stands_beside_a_code(tmp_path: Path) -> None:
    """By a formula, so that it follows the code that is chosen."""
    write_catalogue(tmp_path / "iku.xlsx", CATALOGUE)
    part, _ = part_of(tmp_path / "iku.xlsx", "target")
    found = "INDEX(indikator!$B$2:$B$2000,MATCH($A2,indikator!$A$2:$A$2000,0))"
    assert (f'IF($A2="","",IFERROR({found},"tidak ada di lembar indikator")&"")', CATALOGUE["SK1/1"].label) == (
        formula_in(part, "B2")
    )


def test_the_text_of_an_objective_stands_beside_its_code(tmp_path: Path) -> None:
    """As names do."""
    write_catalogue(tmp_path / "iku.xlsx", CATALOGUE)
    part, _ = part_of(tmp_path / "iku.xlsx", "indikator")
    assert CATALOGUE["SK1/1"].objective.text == formula_in(part, "D2")[1]


@pytest.mark.parametrize("sheet", ["variabel", "target", "sumber target", "tafsir", "akun", "salah cetak", "bobot"])
def test_a_row_to_fill_in_shows_a_name_too(new: Path, sheet: str) -> None:
    """Blank until a code is chosen."""
    part, _ = part_of(new, sheet)
    assert "" == formula_in(part, "B40")[1]


def test_an_example_shows_its_own_name(new: Path) -> None:
    """Its formula looks among the indicators first, where it is copied to, and then among the examples."""
    sheets = rows_of(new)
    (row,) = (number for number, cells in enumerate(sheets["contoh"], 1) if cells[2:4] == ["Nilai (skala 100)", 79.5])
    formula, name = formula_in(part_of(new, "contoh")[0], f"B{row}")
    places = [formula.index(place) for place in ("indikator!$B$2", "contoh!$B$")]
    assert (sorted(places), "Nilai SAKIP") == (places, name)


def test_what_a_ratio_is_counted_from_is_asked_beside_the_formula(new: Path) -> None:
    """The formula looks as if it were needed; what is rarely filled in stands further to the right."""
    headings = rows_of(new)["indikator"][0]
    assert ["klasifikasi", "rumus", "kasus ya atau tidak", "definisi"] == headings[6:10]
    part, _ = part_of(new, "indikator")
    styles = {cell: re.findall(f'<c r="{cell}" s="([0-9]+)"', part) for cell in ("G1", "H1", "I1")}
    assert (True, False) == (styles["G1"] == styles["H1"], styles["H1"] == styles["I1"])


def test_what_a_row_lacks_is_marked(new: Path) -> None:
    """Once its code stands there: also the formula, which a row may lack."""
    part, _ = part_of(new, "indikator")
    lacks = re.findall("<cfRule .*?<formula>(.*?)</formula>", part)
    columns = ["B", "C", "E", "G", "H"]
    assert [f'AND($A2<>"",{column}2="")' for column in columns] == [*map(html.unescape, lacks)]


def test_a_target_like_a_share_is_asked_about_as_it_is_typed(new: Path) -> None:
    """It may stand there all the same."""
    part, _ = part_of(new, "target")
    (how, formula) = re.findall('<dataValidation ([^>]*?)sqref="D2:D2001"><formula1>(.*?)</formula1>', part)[0]
    share = 'OR(D2&""="1",LEFT(D2,2)="0,",LEFT(D2,2)="0.")'  # of texts too: the text "0,925" is above 1
    asked = f'NOT(AND($C2="Persen",RIGHT(D2)<>"%",{share}))'
    assert ('errorStyle="warning"' in how, asked) == (True, html.unescape(formula))


def test_a_row_without_target_is_marked_in_the_first_year_covered(new: Path) -> None:
    """Once its code stands there; one target, of whichever period, is enough."""
    part, _ = part_of(new, "target")
    years = 'IFERROR(LEFT(INDEX(keputusan!$B:$B,MATCH("tahun",keputusan!$A:$A,0)),4),"")'
    lacks = [*map(html.unescape, re.findall("<cfRule .*?<formula>(.*?)</formula>", part))]
    none = 'AND($A2<>"",COUNTA($D2:$H2)=0'
    assert [f"{none},D$1>={years})", f"{none},E$1>={years},D$1<{years})"] == lacks[:2]


def test_targets_of_parts_of_a_year_are_not_asked_for(tmp_path: Path) -> None:
    """A decree may have them beside its years."""
    targets = FrozenMap({2022: Fraction(40), "2022-S1": Fraction(20)})
    sources = FrozenMap({"2022-S1": "RAKL"})
    own = attrs.evolve(CATALOGUE["SK3/4"], targets=targets, target_sources=sources)
    entries = FrozenMap({**CATALOGUE.entries, "SK3/4": own})
    write_catalogue(tmp_path / "iku.xlsx", attrs.evolve(CATALOGUE, entries=entries))
    part, _ = part_of(tmp_path / "iku.xlsx", "target")
    assert ["D2:D2001", "E2:E2001", "G2:G2001", "H2:H2001"] == re.findall('<conditionalFormatting sqref="(.*?)"', part)


def test_the_years_asked_for_are_those_with_targets(new: Path) -> None:
    """A base year is typed only where the decree prints one."""
    told = [row[2] for row in rows_of(new)["keputusan"] if row and row[0] == "tahun"]
    assert ["Tahun yang ada targetnya, misalnya 2026. Tahun dasar hanya bila tercetak di keputusannya."] == told


def test_every_sheet_that_a_planner_fills_in_is_there(new: Path) -> None:
    """With its headings, in the order in which the guide tells of them; only what has no other place has none."""
    sheets = rows_of(new)
    guide = [row[0] for row in sheets["petunjuk"] if row]
    told = guide[guide.index("Lembar") + 1 : guide.index("Rumus")]
    assert [one.name for one in SHEETS[:-1]] == told
    assert {name: [*map(str, sheets[name][0])] for name in ("sumber target", "bobot", "predikat")} == {
        "sumber target": ["kode", "indikator", "periode", "sumber"],
        "bobot": ["kode", "indikator", "bobot"],
        "predikat": ["predikat", "mulai", "di atas", "paling tinggi", "di bawah"],
    }


def part_of(path: Path, sheet: str) -> tuple[str, list[str]]:
    """Return the XML of a sheet, and the number formats of the styles that it names."""
    place = CalamineWorkbook.from_path(path).sheet_names.index(sheet) + 1
    with zipfile.ZipFile(path) as archive:
        names = (f"xl/worksheets/sheet{place}.xml", "xl/styles.xml")
        part, styles = (archive.read(name).decode() for name in names)
    (formats,) = re.findall("<cellXfs.*?</cellXfs>", styles)
    return part, re.findall('<xf numFmtId="([0-9]+)"', formats)


TEXT = "49"
"""How a workbook numbers the format of texts."""


@pytest.mark.parametrize("sheet", [one for one in SHEETS[:-1] if not one.lines], ids=lambda one: one.name)
def test_columns_of_codes_are_texts(new: Path, sheet: SheetOf) -> None:
    """Down to the last row, so that 1.10 stays as it was typed."""
    part, formats = part_of(new, sheet.name)
    shown = [column for column in sheet.columns if column.shown and column is not sheet.by_period]
    codes = [place for place, column in enumerate(shown, 1) if column.kind in {Kind.CODE, Kind.ACCOUNT, Kind.PERIOD}]
    found = re.findall('<col min="([0-9]+)" max="([0-9]+)" .*?style="([0-9]+)"', part)
    texts = {
        place for low, high, style in found if formats[int(style)] == TEXT for place in range(int(low), int(high) + 1)
    }
    assert set(codes) <= texts


@pytest.mark.parametrize("sheet", [one for one in SHEETS if one.code is not None][:-1], ids=lambda one: one.name)
def test_a_code_is_typed_once(new: Path, sheet: SheetOf) -> None:
    """Elsewhere it is chosen among those of the indicators; one that is not there may be typed all the same."""
    part, _ = part_of(new, sheet.name)
    (own,) = re.findall(
        '<dataValidation ((?:(?!<dataValidation ).)*?)sqref="A2:A2001"><formula1>(.*?)</formula1>', part
    )
    assert ("showErrorMessage" in own[0], own[1]) == (
        False,
        "OFFSET(indikator!$A$2,0,0,MAX(1,COUNTA(indikator!$A$2:$A$2000)))",
    )


def test_the_note_of_targets_says_what_is_above_a_range(new: Path) -> None:
    """Reached, and above 100 percent."""
    with zipfile.ZipFile(new) as archive:
        notes = [archive.read(name).decode() for name in archive.namelist() if "comments" in name]
    (told,) = [one for one in notes if "Target rentang" in one]
    assert "realisasi di atas rentangnya tercapai dan capaiannya di atas 100%" in told


def test_the_guide_says_how_targets_of_parts_of_a_year_are_added(new: Path) -> None:
    """A column for each, and the sheet of its source."""
    (told,) = [row[1] for row in rows_of(new)["petunjuk"] if row and row[0] == "target"]
    assert told.endswith(
        "Untuk target bagian tahun tambahkan kolom berjudul 2026-S1 (semester I) atau 2026-TW1 (triwulan I), dan isi "
        "lembar sumber target."
    )


SCORED: dict[str, Rows] = {
    "bobot": [["kode", "bobot"], *([f"SK1.{number}", 1] for number in range(1, 9))],
    "predikat": [["predikat", "mulai", "di bawah"], ["Baik", 100, ""], ["Kurang", "", 100]],
}


@pytest.mark.parametrize(
    ("lines", "sheet", "expected"),
    [
        ([["sumber predikat", ""]], "predikat", "isian sumber predikat wajib diisi, karena lembar predikat diisi."),
        ([["sumber bobot", ""]], "bobot", "isian sumber bobot wajib diisi, karena lembar bobot diisi."),
        (
            [["batas capaian", 120], ["sumber batas capaian", ""]],
            "",
            "isian sumber batas capaian wajib diisi, karena batas capaian diisi.",
        ),
    ],
)
def test_the_line_of_a_source_says_why_it_must_be_filled_in(new: Path, lines: Rows, sheet: str, expected: str) -> None:
    """By its own word."""
    rules: dict[str, Rows] = {"penilaian": [["isian", "isi"], *lines]}
    rules |= {name: rows for name, rows in SCORED.items() if name == sheet}
    assert [("penilaian", len(lines) + 1, expected)] == wrong(copied(new) | rules)


def test_a_blank_line_is_named(new: Path) -> None:
    """By its own word."""
    book = copied(new)
    book["keputusan"][2] = ["tentang", ""]
    assert [("keputusan", 3, "isian tentang wajib diisi.")] == wrong(book)


def test_a_target_of_part_of_a_year_says_which_sheet_its_source_stands_in(new: Path) -> None:
    """And how it is added, for a workbook that has none."""
    book = copied(new)
    book["target"][0].append("2026-S1")
    book["target"][1] = ["SK1.1", "", "", "", "", "", "", "", 60]
    ((sheet, row, said),) = wrong(book)
    assert ("target", 2, True) == (
        sheet,
        row,
        "lembar sumber target (tambahkan bila belum ada, dengan judul kolom kode, periode, sumber;" in said,
    )
