"""CSV files, row by row."""

from __future__ import annotations

import tracemalloc
from typing import TYPE_CHECKING, Any

import pytest

from kinerja import RecordsError
from kinerja.readers.sheets import DelimitedFile, open_sheets
from said import refused, sentence

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kinerja._base import Text

ENCODING = sentence("csv.other_encoding")
QUOTES = sentence("csv.quotes")
SWALLOWED = sentence("csv.swallowed_row")


def _rows(path: Path) -> list[Any]:
    return list(DelimitedFile.open(str(path)).rows())


def _refusal(path: Path) -> tuple[int | None, Text]:
    with pytest.raises(RecordsError) as caught:
        _rows(path)
    (problem,) = caught.value.problems
    return problem.row, problem.allowed


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("kode;realisasi", ";"),
        ("kode,realisasi", ","),
        ("kode; realisasi, s.d. TW I", ";"),
        ('"kode; IKU",realisasi', ","),
    ],
)
def test_a_semicolon_in_the_header_decides(write_csv: Callable[..., Path], header: str, expected: str) -> None:
    """Decimals hold commas, so rows prove nothing."""
    assert expected == DelimitedFile.open(str(write_csv(f"{header}\na,b;c\n"))).separator


@pytest.mark.parametrize(
    ("rows", "expected"), [("kode;nilai\na,b;c\n", ";"), ("kode,nilai\na,b\n", ","), ("a\nb\n", ",")]
)
def test_a_title_of_one_cell_decides_nothing(write_csv: Callable[..., Path], rows: str, expected: str) -> None:
    """The first line with several cells does; a file without one has commas nowhere."""
    assert expected == DelimitedFile.open(str(write_csv(f"LAPORAN KINERJA\n{rows}"))).separator


def test_the_header_is_the_first_line_with_anything_in_it(write_csv: Callable[..., Path]) -> None:
    """Blank lines may stand above."""
    assert ";" == DelimitedFile.open(str(write_csv("\n \nkode;realisasi\n"))).separator


def test_tabs_are_refused(write_csv: Callable[..., Path]) -> None:
    """A table pasted into a text file."""
    with refused("csv.tabs", RecordsError):
        DelimitedFile.open(str(write_csv("kode\trealisasi\n")))


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_a_byte_order_mark_is_no_part_of_the_first_heading(write_csv: Callable[..., Path], mark: bytes) -> None:
    """Excel writes one, other programs do not."""
    path = write_csv(mark + "kode;catatan\nSK1/1;Très\n".encode())
    assert [(1, ["kode", "catatan"]), (2, ["SK1/1", "Très"])] == _rows(path)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_is_known_by_its_mark(write_csv: Callable[..., Path], encoding: str) -> None:
    """PowerShell writes it with `>`, and Excel as "Unicode text"."""
    path = write_csv("\ufeffkode;catatan\r\nSK1/1;Très\r\n".encode(encoding))
    assert [(1, ["kode", "catatan"]), (2, ["SK1/1", "Très"])] == _rows(path)


def test_what_is_held_is_not_read_again(write_csv: Callable[..., Path]) -> None:
    """A file may be gone by then."""
    path = write_csv("kode;a\nb;c\n")
    (source,) = open_sheets(path)
    path.unlink()
    assert [(1, ["kode", "a"]), (2, ["b", "c"])] == list(source.rows())


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_line_endings_of_every_system_are_read(write_csv: Callable[..., Path], ending: str) -> None:
    """The last line may lack one."""
    path = write_csv(ending.join(["kode;realisasi", "SK1/1;1"]))
    assert [(1, ["kode", "realisasi"]), (2, ["SK1/1", "1"])] == _rows(path)


def test_blank_lines_are_rows_of_a_spreadsheet(write_csv: Callable[..., Path]) -> None:
    """The number of a row is the one that Excel shows."""
    assert [(1, []), (2, ["kode", "a"]), (3, []), (4, ["b", "c"])] == _rows(write_csv("\nkode;a\n\nb;c\n"))


def test_a_cell_may_hold_a_line_break_in_quotation_marks(write_csv: Callable[..., Path]) -> None:
    """It is one row of a spreadsheet."""
    path = write_csv('kode;a;b\nSK1/1;1;"satu\ndua; dua"\nSK1/2;2;tiga\n')
    assert [(1, ["kode", "a", "b"]), (2, ["SK1/1", "1", "satu\ndua; dua"]), (3, ["SK1/2", "2", "tiga"])] == _rows(path)


@pytest.mark.parametrize(
    ("content", "row"),
    [
        (b"kode;catatan\nSK1/1;Tr\xe8s\n", 2),
        ("kode;catatan\nSK1/1;a\n".encode("utf-16")[:-1], 2),
        ("kode;catatan\n".encode("utf-16-le"), 1),
        (b"kode;catatan\nSK1/1;a\nSK1/2;\x00\n", 3),
        (b"kode;catatan\n" + b"SK1/1;a\n" * 5000 + b"SK1/2;\x96\n", 5002),
    ],
)
def test_what_is_not_utf_8_is_refused(write_csv: Callable[..., Path], content: bytes, row: int) -> None:
    """Latin-1 bytes, UTF-16 cut short or without its mark, and NUL, each with its line."""
    assert (row, ENCODING) == _refusal(write_csv(content))


@pytest.mark.parametrize(
    "content",
    ['kode;a\nSK1/1;"1\nSK1/2\n', 'kode;a\nSK1/1;"1"2\n', 'kode;a\nSK1/1;"' + "x" * 200_000 + "\n"],
)
def test_quotation_marks_that_do_not_pair_up_are_refused(write_csv: Callable[..., Path], content: str) -> None:
    """An unclosed one would swallow the rest of the file."""
    assert (2, QUOTES) == _refusal(write_csv(content))


@pytest.mark.parametrize(
    "content",
    [
        'kode;a;b\nSK1/1;1;"satu\nSK1/2;2;dua\nSK2/1;3;tiga"\n',
        'kode,a,b\nSK1/1,1,"satu\nSK1/2,2,dua"\n',
        'kode;a\nSK1/1;"1\nSK1/2;2"\n',
    ],
)
def test_a_cell_that_swallowed_rows_is_refused(write_csv: Callable[..., Path], content: str) -> None:
    """Two stray quotation marks pair up, and the rows between them would be lost without a word."""
    assert (2, SWALLOWED) == _refusal(write_csv(content))


def test_an_endless_line_is_no_table(write_csv: Callable[..., Path]) -> None:
    """It is not read to its end."""
    expected = sentence("csv.line_too_long")
    assert (2, expected) == _refusal(write_csv("kode;a\n" + "x" * (2**20 + 1)))


def test_rows_are_read_in_bounded_memory(write_csv: Callable[..., Path]) -> None:
    """A file of 1.6 MB takes less than a quarter of that."""
    source = DelimitedFile.open(str(write_csv("kode;realisasi\n" + "SK1/1;1.000.000\n" * 100_000)))
    tracemalloc.start()
    count = sum(1 for _ in source.rows())
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert (100_001, True) == (count, peak < 400_000)
