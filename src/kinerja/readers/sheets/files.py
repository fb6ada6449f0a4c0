"""Opening a file that someone handed in: what it is, whether it is safe to unpack, and its rows."""

from __future__ import annotations

import copy
import functools
import io
import itertools
import os
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, ClassVar, TypeAlias
from xml.etree import ElementTree as ET

import attrs

from kinerja._base import Message, MissingExtraError
from kinerja.readers import messages as say
from kinerja.readers.sheets.cells import Cell
from kinerja.readers.sheets.delimited import DelimitedFile
from kinerja.readers.sheets.marks import Mark, mark_row, read_marks
from kinerja.readers.sheets.problems import refusal

StrPath: TypeAlias = str | os.PathLike[str]
"""Where a file is."""

LIMIT = 512 * 2**20
"""How many bytes a workbook may unpack to, unless the caller says otherwise: 512 MiB."""

_MOST_PER_BYTE = 1032  # what deflate can make of one byte, by its format
_CHUNK = 2**20
_EXTRA = "excel"
_OLE = bytes.fromhex("D0CF11E0A1B11AE1")
_ZIP = b"PK\x03\x04"
_CSV, _WORKBOOKS = (".csv", ".txt"), (".xlsx", ".xlsm")

_BROKEN = (zipfile.BadZipFile, zlib.error, ET.ParseError, OSError, EOFError, LookupError, RuntimeError, ValueError)
"""What Python's readers of archives and XML raise for damaged bytes."""


@attrs.frozen(kw_only=True)
class Worksheet:
    """One visible worksheet of a workbook.

    Fields:
        file, name: the path of the workbook and the name of the sheet.
        cells: what python-calamine gives, from A1; see `rows` for what it leaves out.
        merged: the merged cells, each by its first and last cell, (row, column) from 0.
        content: the bytes of the workbook.
    """

    separator: ClassVar[None] = None

    file: str
    name: str
    cells: Sequence[list[Cell]] = attrs.field(eq=False, repr=False)
    merged: Sequence[tuple[tuple[int, int], tuple[int, int]]] = attrs.field(default=(), eq=False, repr=False)
    content: bytes = attrs.field(eq=False, repr=False)

    def rows(self) -> Iterator[tuple[int, list[Cell]]]:
        """Go through the rows with their numbers, cells that show percents or errors marked as such.

        Raises:
            RecordsError: for a damaged workbook.
        """
        for number in range(1, max(len(self.cells), *self.marks, 0) + 1):
            row = self.cells[number - 1] if number <= len(self.cells) else []
            marks = self.marks.get(number)
            yield number, row if marks is None else mark_row(row, marks)

    @functools.cached_property
    def marks(self) -> dict[int, dict[int, Mark]]:
        """What python-calamine leaves out, see `read_marks`; a damaged workbook is refused."""
        try:
            with zipfile.ZipFile(io.BytesIO(self.content)) as archive:
                return read_marks(archive, self.name)
        except _BROKEN:
            raise refusal(say.WORKBOOK_DAMAGED, self.file) from None


Sheet: TypeAlias = DelimitedFile | Worksheet
"""A table as it stands in a file; both know their file, their name and their rows."""


def open_sheets(path: StrPath, limit: int = LIMIT, *, hold: bool = True) -> Sequence[Sheet]:
    """Open a CSV file, which is one sheet, or a workbook. What follows is read from what was opened.

    Args:
        path: the file.
        limit: how many bytes a workbook may unpack to.
        hold: whether to hold a CSV file in memory; without it, its rows are read from the file each time.

    Raises:
        RecordsError: for a file that is not one of them, or that cannot be read.
        MissingExtraError: for a workbook, if python-calamine is not installed.
    """
    file, ending = str(path), Path(path).suffix.casefold()
    with _opened(file) as stream:
        head = stream.peek(len(_OLE))
        if ending in _WORKBOOKS or head.startswith(_OLE):
            return _worksheets(stream, file, limit)
        if ending not in _CSV:
            raise refusal(say.FILE_KIND, file)
        if head.startswith(_ZIP):
            raise refusal(say.WORKBOOK_MISNAMED, file)
        return [DelimitedFile.open(file, stream.read() if hold else None)]


def open_workbook(path: StrPath, limit: int = LIMIT) -> Sequence[Worksheet]:
    """Open an Excel workbook (.xlsx), whatever the file is named, and return its visible worksheets.

    Args:
        path: the file.
        limit: how many bytes it may unpack to.

    Raises:
        RecordsError: for a file that is not a whole, unencrypted .xlsx, that unpacks to more than the limit, or that
            has no visible worksheet.
        MissingExtraError: if python-calamine is not installed.
    """
    with _opened(str(path)) as stream:
        return _worksheets(stream, str(path), limit)


def _opened(file: str) -> io.BufferedReader:
    """Open a file that is there, is a file, and holds something."""
    path = Path(file)
    if path.is_dir():
        raise refusal(say.FILE_IS_FOLDER, file)
    try:
        stream = path.open("rb")
        is_empty = not stream.peek(1)
    except FileNotFoundError:
        raise refusal(say.FILE_MISSING, file) from None
    except OSError as error:
        raise refusal(say.FILE_CLOSED, file, why=error.strerror or str(error)) from None
    if is_empty:
        stream.close()
        raise refusal(say.FILE_EMPTY, file)
    return stream


def _worksheets(stream: io.BufferedReader, file: str, limit: int) -> list[Worksheet]:
    fault = _fault(stream, limit)
    if fault is not None:
        raise refusal(fault, file, limit=f"{limit // 2**20} MiB" if limit >= 2**20 else f"{limit} byte")
    stream.seek(0)
    sheets = _visible(stream.read(), file)
    if not sheets:
        raise refusal(say.NO_WORKSHEET, file)
    return sheets


def _fault(stream: io.BufferedReader, limit: int) -> Message | None:
    """Say why a file cannot be read as a workbook; None if it can."""
    head = stream.peek(len(_OLE))
    if not head.startswith(_ZIP):
        return say.WORKBOOK_LOCKED if head.startswith(_OLE) else say.NO_WORKBOOK
    try:
        with zipfile.ZipFile(stream) as archive:
            if "xl/workbook.xml" not in archive.namelist():
                return say.NO_WORKBOOK
            if any(entry.flag_bits & 1 for entry in archive.infolist()):
                return say.WORKBOOK_LOCKED
            return None if _fits(archive, limit) else say.WORKBOOK_TOO_LARGE
    except _BROKEN:
        return say.WORKBOOK_DAMAGED


def _fits(archive: zipfile.ZipFile, limit: int) -> bool:
    """Tell whether all parts together unpack to no more than the limit.

    The sizes in the directory refuse a file but never admit one, because they may be false. What admits it is either
    that its packed bytes could not make more, or that they were unpacked and counted, up to the limit.
    """
    entries = archive.infolist()
    if sum(entry.file_size for entry in entries) > limit:
        return False
    if _MOST_PER_BYTE * sum(entry.compress_size for entry in entries) <= limit:
        return True
    return all(size <= limit for size in itertools.accumulate(_unpacked_sizes(archive, limit)))


def _unpacked_sizes(archive: zipfile.ZipFile, limit: int) -> Iterator[int]:
    """Unpack all parts to nowhere, and count the bytes chunk by chunk."""
    for entry in archive.infolist():
        unbounded = copy.copy(entry)
        unbounded.file_size = limit + 2 * _CHUNK  # zipfile would stop where the directory says
        with archive.open(unbounded) as part:
            while size := len(part.read(_CHUNK)):
                yield size


def _visible(content: bytes, file: str) -> list[Worksheet]:
    try:
        import python_calamine as calamine  # noqa: PLC0415 - optional, and only workbooks need it
    except ImportError:
        raise MissingExtraError.of(_EXTRA) from None
    try:
        workbook = calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
        return [
            _worksheet(file, workbook.get_sheet_by_name(sheet.name), content)
            for sheet in workbook.sheets_metadata
            if (sheet.typ, sheet.visible) == (calamine.SheetTypeEnum.WorkSheet, calamine.SheetVisibleEnum.Visible)
        ]
    except calamine.CalamineError:
        raise refusal(say.WORKBOOK_DAMAGED, file) from None


def _worksheet(file: str, sheet: Any, content: bytes) -> Worksheet:
    merged, cells = sheet.merged_cell_ranges or (), sheet.to_python(skip_empty_area=False)
    return Worksheet(file=file, name=sheet.name, cells=cells, merged=merged, content=content)
