"""Opening what someone handed in."""

from __future__ import annotations

import io
import struct
import sys
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kinerja import MissingExtraError, RecordsError
from kinerja.readers.sheets import LIMIT, DelimitedFile, open_sheets, open_workbook
from planners_sheets import in_percent, rewrite, with_formula
from said import refused, sentence

if TYPE_CHECKING:
    from collections.abc import Callable

    from kinerja._base import Text

SHEET = "xl/worksheets/sheet1.xml"
WORKBOOK = "xl/workbook.xml"
NO_WORKBOOK = sentence("workbook.none")
DAMAGED = sentence("workbook.damaged")
LOCKED = sentence("workbook.locked")
OLD_EXCEL = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(1000)


def _refusal(path: Path, limit: int = LIMIT) -> Text:
    with pytest.raises(RecordsError) as caught:
        open_workbook(path, limit)
    (problem,) = caught.value.problems
    assert str(path) == problem.place
    return problem.allowed


def _unpacked(path: Path) -> int:
    with zipfile.ZipFile(path) as archive:
        return sum(entry.file_size for entry in archive.infolist())


@pytest.fixture
def padded(write_table: Callable[..., Path]) -> Path:
    """Return a small workbook whose sheet unpacks to 3 MB."""
    path = write_table(["kode"])
    return rewrite(path, SHEET, lambda text: text.replace("</worksheet>", " " * 3_000_000 + "</worksheet>"))


def test_a_workbook_gives_its_worksheets(write_table: Callable[..., Path]) -> None:
    """In their order, with their names as they are."""
    path = write_table(["a"], sheet="Satu ", sheets={"Dua": [{1: 5}]})
    assert [("Satu ", [["a"]]), ("Dua", [["", 5.0]])] == [(sheet.name, sheet.cells) for sheet in open_workbook(path)]


def test_the_name_of_a_workbook_does_not_matter(write_table: Callable[..., Path]) -> None:
    """SAKTI's exports are often renamed."""
    path = write_table(["a"], name="laporan.xls")
    assert [["a"]] == open_workbook(path)[0].cells


def test_blank_rows_and_columns_before_the_table_are_kept(write_workbook: Callable[..., Path]) -> None:
    """Rows are counted as the spreadsheet counts them."""
    (sheet,) = open_workbook(write_workbook([{}, {}, {2: "kode"}]))
    assert [(1, ["", "", ""]), (2, ["", "", ""]), (3, ["", "", "kode"])] == list(sheet.rows())


@pytest.mark.parametrize("state", ["hidden", "veryHidden"])
def test_hidden_worksheets_are_given_and_say_so(write_table: Callable[..., Path], state: str) -> None:
    """A table in one of them would otherwise vanish."""
    path = write_table(["a"], sheets={"Daftar": [{0: "b"}]})
    rewrite(path, WORKBOOK, lambda text: text.replace('name="Daftar"', f'name="Daftar" state="{state}"'))
    assert [("Lembar", False), ("Daftar", True)] == [(sheet.name, sheet.is_hidden) for sheet in open_workbook(path)]


def test_hidden_rows_are_counted_and_read(write_table: Callable[..., Path]) -> None:
    """Hidden by hand or by a filter; a hidden row that holds nothing is none."""
    path = write_table(["kode"], ["a"], ["b"])
    hidden = '<row r="3" hidden="1"'
    blank = '<row r="9" hidden="true"/></sheetData>'
    rewrite(path, SHEET, lambda text: text.replace('<row r="3"', hidden).replace("</sheetData>", blank))
    (sheet,) = open_workbook(path)
    assert (1, [["kode"], ["a"], ["b"]]) == (sheet.hidden_rows, [cells for _, cells in sheet.rows()])


def test_a_csv_file_hides_nothing(write_csv: Callable[..., Path]) -> None:
    """It says so as worksheets do."""
    (sheet,) = open_sheets(write_csv("kode\na\n"))
    assert (False, 0) == (sheet.is_hidden, sheet.hidden_rows)


def test_empty_worksheets_are_left_alone(write_table: Callable[..., Path]) -> None:
    """New workbooks had three; a cell that has a format and nothing else holds nothing."""
    path = write_table(["a"], sheets={"Lembar2": [], "Lembar3": [{3: in_percent(None)}]})
    assert ["Lembar"] == [sheet.name for sheet in open_workbook(path)]


def test_a_workbook_that_holds_nothing_is_refused(write_table: Callable[..., Path]) -> None:
    """All its sheets are empty."""
    assert sentence("workbook.no_worksheet") == _refusal(write_table(sheets={"Dua": []}))


def test_a_workbook_without_sheets_is_refused(write_table: Callable[..., Path]) -> None:
    """Excel would not open it either."""
    path = write_table(["a"])
    rewrite(
        path,
        WORKBOOK,
        lambda text: text[: text.index("<sheets>")] + text[text.index("</sheets>") :].replace("</sheets>", "<sheets/>"),
    )
    assert sentence("workbook.no_worksheet") == _refusal(path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    """The commonest slip."""
    assert sentence("file.missing") == _refusal(tmp_path / "tiada.xlsx")


def test_a_folder_is_refused(tmp_path: Path) -> None:
    """Its files are wanted."""
    assert sentence("file.is_folder") == _refusal(tmp_path)


def test_a_file_that_may_not_be_read_is_refused(
    write_table: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The reason of the operating system is passed on."""

    def deny(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    path = write_table(["a"])
    monkeypatch.setattr(Path, "open", deny)
    assert sentence("file.not_opened", why=PermissionError(13, "Permission denied")) == _refusal(path)


def test_an_empty_file_is_refused(write_csv: Callable[..., Path]) -> None:
    """A download that failed."""
    assert sentence("file.empty") == _refusal(write_csv(b"", "kosong.xlsx"))


def test_an_old_or_encrypted_workbook_is_refused(write_csv: Callable[..., Path]) -> None:
    """Both are OLE2 files, and both are saved anew the same way."""
    assert LOCKED == _refusal(write_csv(OLD_EXCEL, "lama.xlsx"))


@pytest.mark.parametrize("content", [b"kode;realisasi\n", b"<html><table></table></html>", b"%PDF-1.7", b"P"])
def test_what_is_no_archive_is_refused(write_csv: Callable[..., Path], content: bytes) -> None:
    """A page saved from the browser often ends in .xlsx."""
    assert NO_WORKBOOK == _refusal(write_csv(content, "laporan.xlsx"))


def test_another_archive_is_refused(write_csv: Callable[..., Path]) -> None:
    """A document, a LibreOffice table, a zip of workbooks."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("content.xml", "<office/>")
    assert NO_WORKBOOK == _refusal(write_csv(content.getvalue(), "tabel.xlsx"))


@pytest.mark.parametrize("kept", [0.1, 0.5, 0.99])
def test_a_truncated_workbook_is_refused(write_table: Callable[..., Path], kept: float) -> None:
    """The directory of an archive stands at its end."""
    path = write_table(["kode"])
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * kept)])
    assert DAMAGED == _refusal(path)


def test_a_damaged_sheet_is_refused(write_table: Callable[..., Path]) -> None:
    """Its archive is whole, its contents are not."""
    path = write_table(["kode"])
    rewrite(path, SHEET, lambda text: text[: len(text) // 2])
    assert DAMAGED == _refusal(path)


def test_damaged_styles_are_refused(write_table: Callable[..., Path]) -> None:
    """Without them nobody knows which numbers are percents."""
    path = rewrite(write_table(["kode"]), "xl/styles.xml", lambda text: text[: len(text) // 2])
    assert DAMAGED == _refusal(path)


@pytest.mark.parametrize(("offset", "value"), [(8, 64), (42, 255), (46, 255)])
def test_a_damaged_directory_is_refused(write_table: Callable[..., Path], offset: int, value: int) -> None:
    """A flag of an unknown kind, a place outside the file, a name that is no text."""
    path = write_table(["kode"])
    content = bytearray(path.read_bytes())
    content[content.index(b"PK\x01\x02") + offset] |= value
    path.write_bytes(content)
    assert _refusal(path, 100 * len(content)) in {DAMAGED, NO_WORKBOOK}


def test_an_archive_with_a_password_is_refused(write_table: Callable[..., Path]) -> None:
    """Some e-mail programs put one on."""
    path = write_table(["kode"])
    content = bytearray(path.read_bytes())
    for signature, offset in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        at = content.index(signature)
        content[at + offset] |= 1
    path.write_bytes(content)
    assert LOCKED == _refusal(path)


def test_a_workbook_that_unpacks_to_more_than_the_limit_is_refused(padded: Path) -> None:
    """The size that its directory states is enough to refuse it."""
    assert sentence("workbook.too_large", limit="2 MiB") == _refusal(padded, 2 * 2**20)


def test_a_limit_below_a_mebibyte_is_told_in_bytes(padded: Path) -> None:
    """So that the message never says 0 MiB."""
    assert sentence("workbook.too_large", limit="1000 byte") == _refusal(padded, 1000)


def test_the_limit_itself_is_allowed(padded: Path) -> None:
    """To the byte."""
    assert 1 == len(open_workbook(padded, _unpacked(padded)))


def test_one_byte_above_the_limit_is_refused(padded: Path) -> None:
    """To the byte."""
    assert sentence("workbook.too_large", limit="2 MiB") == _refusal(padded, _unpacked(padded) - 1)


def test_a_directory_that_understates_the_size_is_seen_through(padded: Path) -> None:
    """What is not sure to fit is unpacked and counted."""
    content = padded.read_bytes()
    with zipfile.ZipFile(padded) as archive:
        size = struct.pack("<I", archive.getinfo(SHEET).file_size)
    padded.write_bytes(content.replace(size, struct.pack("<I", 500)))
    assert 3_000_000 > _unpacked(padded)
    assert sentence("workbook.too_large", limit="2 MiB") == _refusal(padded, 2 * 2**20)


def test_bytes_that_do_not_unpack_are_damage(padded: Path) -> None:
    """A flipped byte in the packed sheet."""
    content = bytearray(padded.read_bytes())
    with zipfile.ZipFile(padded) as archive:
        entry = archive.getinfo(SHEET)
    start = entry.header_offset + 30 + len(SHEET)
    content[start : start + 20] = b"\xff" * 20
    padded.write_bytes(content)
    assert DAMAGED == _refusal(padded, _unpacked(padded))


def test_the_standard_limit_is_512_mebibytes() -> None:
    """A full year of the largest ministry stays far below."""
    assert LIMIT == 536_870_912


@pytest.mark.parametrize("name", ["tabel.csv", "TABEL.CSV", "tabel.txt"])
def test_a_csv_file_is_one_sheet(write_csv: Callable[..., Path], name: str) -> None:
    """It has no name of its own."""
    path = write_csv("kode;realisasi\n", name)
    assert [DelimitedFile(file=str(path), separator=";")] == open_sheets(path)


@pytest.mark.parametrize("name", ["tabel.xlsx", "TABEL.XLSX", "tabel.xlsm"])
def test_a_workbook_is_known_by_its_ending(write_table: Callable[..., Path], name: str) -> None:
    """In either case."""
    assert ["Lembar"] == [sheet.name for sheet in open_sheets(write_table(["kode"], name=name))]


def _other_refusal(path: Path) -> Text:
    with pytest.raises(RecordsError) as caught:
        open_sheets(path)
    return caught.value.problems[0].allowed


@pytest.mark.parametrize("name", ["tabel.ods", "tabel.pdf", "tabel"])
def test_other_files_are_refused(write_csv: Callable[..., Path], name: str) -> None:
    """Their contents are not guessed."""
    assert sentence("file.other_kind") == _other_refusal(write_csv("kode;realisasi\n", name))


def test_an_old_workbook_is_told_what_to_do(write_csv: Callable[..., Path]) -> None:
    """Rather than that its ending is not read."""
    assert LOCKED == _other_refusal(write_csv(OLD_EXCEL, "lama.xls"))


def test_a_workbook_named_csv_is_refused(write_table: Callable[..., Path]) -> None:
    """Renaming does not convert."""
    expected = sentence("workbook.misnamed")
    assert expected == _other_refusal(write_table(["kode"], name="tabel.csv"))


def test_a_csv_file_named_xlsx_is_refused(write_csv: Callable[..., Path]) -> None:
    """Renaming does not convert."""
    assert NO_WORKBOOK == _other_refusal(write_csv("kode;realisasi\n", "tabel.xlsx"))


def test_without_calamine_the_extra_is_named(write_table: Callable[..., Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """A missing package is one sentence with the command that installs it."""
    path = write_table(["kode"])
    monkeypatch.setitem(sys.modules, "python_calamine", None)
    with refused("extra.missing", MissingExtraError, extra="excel"):
        open_workbook(path)


def test_dates_errors_and_truth_values_keep_their_kind(write_table: Callable[..., Path]) -> None:
    """None of them is a number."""
    (row,) = [
        cells for _, cells in open_workbook(write_table([True, with_formula("=1/0", "#DIV/0!"), "#DIV/0!"]))[0].rows()
    ]
    assert ["bool", "Flaw", "str"] == [type(cell).__name__ for cell in row]
