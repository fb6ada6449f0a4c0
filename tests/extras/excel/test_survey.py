"""Workbooks that would fill the memory, or that readers would understand in two ways."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import pytest

from kinerja import RecordsError
from kinerja.readers.sheets import open_workbook
from kinerja.readers.sheets import survey as surveys
from planners_sheets import rewrite

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SHEET, WORKBOOK, RELATIONS = "xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
BLANK = '<c r="{}" t="inlineStr"><is><t> </t></is></c>'


@pytest.fixture
def with_rows(write_table: Callable[..., Path]) -> Callable[[str], Path]:
    """Return a function that puts XML below the one row of a small workbook, `kode` in A1."""

    def write(xml: str) -> Path:
        return rewrite(write_table(["kode"]), SHEET, lambda text: text.replace("</sheetData>", f"{xml}</sheetData>"))

    return write


def _refusal(path: Path) -> tuple[str, str]:
    with pytest.raises(RecordsError) as caught:
        open_workbook(path)
    (problem,) = caught.value.problems
    return problem.code, problem.allowed.id


@pytest.mark.parametrize(
    ("cell", "size"), [("XFD1048576", "17.179.869.184"), ("Z1048576", "27.262.976"), ("XFD306", "5.013.504")]
)
def test_a_blank_far_from_the_table_is_refused(with_rows: Callable[[str], Path], cell: str, size: str) -> None:
    """python-calamine gives every cell up to it a place in memory, which ended the process."""
    code, said = _refusal(with_rows(f"<row>{BLANK.format(cell)}</row>"))
    assert ("workbook.too_many_cells", True) == (code, f"terisi sampai {cell}, {size} sel" in said)


@pytest.mark.parametrize(
    ("xml", "cell"),
    [
        ('<row r="2"><c r="B2"><v>1</v></c><c r="B2"><v>2</v></c></row>', "B2"),
        ('<row r="3"><c r="B3"><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row>', "A2"),
        ('<row r="2"><c r="B2"><v>1</v></c></row><row r="2"><c r="B2"><v>2</v></c></row>', "B2"),
        ('<row r="2"><c r="B2"><v>1</v></c><c r="A2"><v>2</v></c></row>', "A2"),
    ],
    ids=["twice", "sooner row", "row twice", "sooner column"],
)
def test_a_cell_that_stands_again_is_refused(with_rows: Callable[[str], Path], xml: str, cell: str) -> None:
    """The last of two would win without a word."""
    code, said = _refusal(with_rows(xml))
    assert ("workbook.cell_again", True) == (code, f"memuat sel {cell} dua kali" in said)


def test_a_blank_cell_again_says_nothing(with_rows: Callable[[str], Path]) -> None:
    """It holds nothing that could win."""
    (sheet,) = open_workbook(with_rows('<row r="2"><c r="B2"><v>1</v></c><c r="B2" s="0"/></row>'))
    assert ["", 1.0] == [cells for _, cells in sheet.rows()][-1]


def test_the_last_column_and_the_last_row_are_named_together(with_rows: Callable[[str], Path]) -> None:
    """Ctrl+End goes there."""
    _, said = _refusal(with_rows(f"<row>{BLANK.format('AB3')}</row><row>{BLANK.format('A1048576')}</row>"))
    assert "terisi sampai AB1048576," in said


def test_the_sheets_of_a_workbook_share_what_it_may_take_up(
    write_table: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Many sheets could fill the memory as well as one."""
    monkeypatch.setattr(surveys, "MOST_CELLS", 6)
    path = write_table(["a", "b"], ["c"], sheets={"Dua": [{1: "d"}]})
    assert ["Lembar", "Dua"] == [sheet.name for sheet in open_workbook(path)]
    rewrite(path, "xl/worksheets/sheet2.xml", lambda text: text.replace('"B1"', '"C1"'))
    assert "workbook.too_many_cells" == _refusal(path)[0]


def test_cells_beyond_what_a_workbook_may_take_up_are_refused_while_they_are_read(
    with_rows: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is marked in them is remembered until then."""
    monkeypatch.setattr(surveys, "MOST_CELLS", 5)
    cells = "".join(BLANK.format(f"{letter}2") for letter in "ABCDE")
    assert "workbook.too_many_cells" == _refusal(with_rows(f"<row>{cells}</row>"))[0]


@pytest.mark.parametrize(
    ("xml", "cell"),
    [
        ('<row r="200000000"/>', "A200000000"),
        ('<row r="0"/>', "A0"),
        ('<row r="3"><c r="ZZZZZZZ3" t="e"><v>#DIV/0!</v></c></row>', "ZZZZZZZ3"),
        ('<row r="3"><c r="ZZZZZZ3"><f>1+1</f></c></row>', "ZZZZZZ3"),
        ('<row r="3"><c r="XFE3"/></row>', "XFE3"),
        ('<row r="3"><c r="A1048577"/></row>', "A1048577"),
        ('<row r="3"><c r="XFD3"/><c/></row>', "XFE3"),
        ('<row r="1048576"/><row/><row><c/></row>', "A1048578"),
    ],
)
def test_a_cell_that_excel_has_not_is_refused(with_rows: Callable[[str], Path], xml: str, cell: str) -> None:
    """The process ended, hung, or took more than a gibibyte."""
    code, said = _refusal(with_rows(xml))
    assert ("workbook.cell_beyond", True) == (code, f"memuat sel {cell}, di luar yang ada di Excel" in said)


def test_merged_cells_that_excel_has_not_are_refused(write_table: Callable[..., Path]) -> None:
    """They are gone through column by column where a table is read."""
    merged = '</sheetData><mergeCells><mergeCell ref="A1:ZZZZZZ9"/></mergeCells>'
    path = rewrite(write_table(["kode"]), SHEET, lambda text: text.replace("</sheetData>", merged))
    assert "workbook.cell_beyond" == _refusal(path)[0]


def test_a_format_far_away_is_no_content(with_rows: Callable[[str], Path]) -> None:
    """People colour whole columns."""
    (sheet,) = open_workbook(with_rows('<row r="1048576"><c r="XFD1048576" s="0"/></row>'))
    assert [(1, ["kode"])] == list(sheet.rows())


def test_controls_beside_the_table_are_no_rows(write_table: Callable[..., Path]) -> None:
    """The place of a button is told in an element `row` of another kind, which is empty where it is the first."""
    control = "</sheetData><controls><from><col>0</col><row>0</row><c/></from></controls>"
    path = rewrite(write_table(["kode"]), SHEET, lambda text: text.replace("</sheetData>", control))
    assert ["Lembar"] == [sheet.name for sheet in open_workbook(path)]


@pytest.mark.parametrize(
    "xml", ['<row><c r="7"/></row>', '<row><c r="$A$7"/></row>', '<row r="-1"/>', "<a>" * 200 + "</a>" * 200]
)
def test_what_excel_would_not_write_is_damage(with_rows: Callable[[str], Path], xml: str) -> None:
    """A place that is none, and elements that nest without end."""
    assert "workbook.damaged" == _refusal(with_rows(xml))[0]


def test_declared_entities_are_damage(write_table: Callable[..., Path]) -> None:
    """A few of them could unfold to gibibytes; no spreadsheet declares any."""
    doctype = '?>\n<!DOCTYPE worksheet [<!ENTITY a "1">]>'
    path = rewrite(write_table(["kode"]), SHEET, lambda text: text.replace("?>", doctype, 1))
    assert "workbook.damaged" == _refusal(path)[0]


def test_two_parts_of_one_name_are_damage(write_table: Callable[..., Path]) -> None:
    """Readers differ in which of them they take."""
    path = write_table(["kode"])
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("XL/Worksheets/SHEET1.xml", "<worksheet/>")
    assert "workbook.damaged" == _refusal(path)[0]


def test_two_sheets_of_one_part_are_damage(write_table: Callable[..., Path]) -> None:
    """A thousand names could stand for one large sheet."""
    path = write_table(["kode"], sheets={"Dua": [{0: "a"}]})
    rewrite(path, RELATIONS, lambda text: text.replace("sheet2.xml", "sheet1.xml"))
    assert "workbook.damaged" == _refusal(path)[0]


def test_more_sheets_than_any_workbook_has_are_damage(write_table: Callable[..., Path]) -> None:
    """They would fill the memory before one of them is looked into."""
    path = rewrite(write_table(["kode"]), WORKBOOK, lambda text: text.replace("</sheets>", "<sheet/>" * 100_001))
    assert "workbook.damaged" == _refusal(path)[0]


def test_more_texts_than_any_workbook_has_are_damage(write_table: Callable[..., Path]) -> None:
    """python-calamine makes room for as many as are stated, which ended the process."""
    path = rewrite(
        write_table(["kode"], constant_memory=False),
        "xl/sharedStrings.xml",
        lambda text: text.replace('uniqueCount="1"', 'uniqueCount="4294967296"'),
    )
    assert "workbook.damaged" == _refusal(path)[0]


def test_a_sheet_that_has_no_part_is_damage(write_table: Callable[..., Path]) -> None:
    """It does not say where it stands."""
    path = rewrite(write_table(["kode"]), WORKBOOK, lambda text: text.replace(' r:id="rId1"', ""))
    assert "workbook.damaged" == _refusal(path)[0]


def test_a_part_that_is_packed_as_no_workbook_is_is_damage(write_table: Callable[..., Path]) -> None:
    """Excel packs with deflate alone."""
    path = write_table(["kode"])
    with zipfile.ZipFile(path, "a", zipfile.ZIP_BZIP2) as archive:
        archive.writestr("docProps/lain.xml", "<lain/>")
    assert "workbook.damaged" == _refusal(path)[0]


@pytest.mark.parametrize("part", ["xl/workbook.bin", "content.xml"])
def test_another_kind_of_workbook_is_told_apart(write_table: Callable[..., Path], part: str) -> None:
    """python-calamine would read .xlsb and .ods in whatever archive they stand; nothing here looks into them first."""
    path = write_table(["kode"])
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(part, "")
    assert "workbook.none" == _refusal(path)[0]


def test_parts_are_found_in_either_case(write_table: Callable[..., Path]) -> None:
    """As python-calamine finds them; some programs write backslashes too."""
    path = write_table(["kode"])
    content = io.BytesIO(path.read_bytes())
    with zipfile.ZipFile(content) as given, zipfile.ZipFile(path, "w") as archive:
        for name in given.namelist():
            archive.writestr(name.replace("xl/workbook", "xl\\Workbook"), given.read(name))
    assert [["kode"]] == open_workbook(path)[0].cells
