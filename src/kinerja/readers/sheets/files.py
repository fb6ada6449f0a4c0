"""Opening a file that someone handed in: what it is, whether it is safe to unpack, and its rows."""

from __future__ import annotations

import io
import os
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, ClassVar, TypeAlias

import attrs

from kinerja._base import HasBytes, MissingExtraError, RecordsError, content_of, name_of
from kinerja.readers import messages as say
from kinerja.readers.sheets.archive import BROKEN, OLE, ZIP, Parts, fault_of
from kinerja.readers.sheets.cells import Cell
from kinerja.readers.sheets.delimited import DelimitedFile
from kinerja.readers.sheets.problems import refusal
from kinerja.readers.sheets.survey import Mark, Survey, check_strings, mark_row, percent_styles

StrPath: TypeAlias = str | os.PathLike[str]
"""Where a file is."""

Readable: TypeAlias = "StrPath | bytes | HasBytes"
"""A file: where it is, its content, or what gives its content."""


@attrs.frozen(kw_only=True)
class NamedBytes:
    """The content of a file under its name."""

    name: str
    content: bytes = attrs.field(repr=False)

    def read(self) -> bytes:
        """Return the content."""
        return self.content


LIMIT = 512 * 2**20
"""How many bytes a workbook may unpack to, unless the caller says otherwise: 512 MiB."""

_EXTRA = "excel"
_CSV, _WORKBOOKS = (".csv", ".txt"), (".xlsx", ".xlsm")


@attrs.frozen(kw_only=True)
class Worksheet:
    """One worksheet of a workbook that holds anything.

    Fields:
        file, name: the path of the workbook and the name of the sheet.
        cells: what python-calamine gives, from A1; see `rows` for what it leaves out.
        marks: what it leaves out: row number as the spreadsheet counts -> column, from 0 -> mark.
        merged: the merged cells, each by its first and last cell, (row, column) from 0.
        is_hidden: whether the sheet is hidden.
        hidden_rows: how many rows that hold anything are hidden, by hand or by a filter; they are read as all others.
    """

    separator: ClassVar[None] = None
    is_open: ClassVar[bool] = False

    file: str
    name: str
    cells: Sequence[list[Cell]] = attrs.field(eq=False, repr=False)
    marks: Mapping[int, Mapping[int, Mark]] = attrs.field(factory=dict, eq=False, repr=False)
    merged: Sequence[tuple[tuple[int, int], tuple[int, int]]] = attrs.field(default=(), eq=False, repr=False)
    is_hidden: bool = False
    hidden_rows: int = 0

    def rows(self) -> Iterator[tuple[int, list[Cell]]]:
        """Go through the rows with their numbers, cells that show percents or errors marked as such."""
        for number in range(1, max(len(self.cells), *self.marks, 0) + 1):
            row = self.cells[number - 1] if number <= len(self.cells) else []
            marks = self.marks.get(number)
            yield number, row if marks is None else mark_row(row, marks)


Sheet: TypeAlias = DelimitedFile | Worksheet
"""A table as it stands in a file; both know their file, their name and their rows."""


def open_sheets(path: Readable, limit: int = LIMIT, *, hold: bool = True) -> Sequence[Sheet]:
    """Open a CSV file, which is one sheet, or a workbook. What follows is read from what was opened.

    A file without a name is a workbook where its content is one, else CSV. A CSV file is held in memory; without `hold`
    its rows are read from the file each time.
    """
    file = name_of(path)
    ending = Path(file).suffix.casefold()
    with _opened(path) as stream:
        head = stream.peek(len(OLE))
        if ending in _WORKBOOKS or head.startswith(OLE) or (not file and head.startswith(ZIP)):
            return _worksheets(stream, file, limit)
        if file and ending not in _CSV:
            raise refusal(say.FILE_KIND, file)
        if head.startswith(ZIP):
            raise refusal(say.WORKBOOK_MISNAMED, file)
        return [DelimitedFile.open(file, stream.read() if hold or not isinstance(path, str | os.PathLike) else None)]


def is_workbook(path: Readable) -> bool:
    """Tell whether a file is named as an Excel workbook, or begins as one where it has no name or another."""
    with _opened(path) as stream:
        return Path(name_of(path)).suffix.casefold() in _WORKBOOKS or stream.peek(len(OLE)).startswith((OLE, ZIP))


def open_workbook(path: Readable, limit: int = LIMIT) -> Sequence[Worksheet]:
    """Open an Excel workbook (.xlsx), whatever the file is named, and return its worksheets that hold anything.

    Hidden ones are among them, and say so. The XML is gone through first, piece by piece: no file can fill the memory.

    Raises:
        RecordsError: for a file that is not a whole, unencrypted .xlsx, that unpacks to more than the limit, that has
            cells beyond XFD1048576 or more than 5 million of them up to the last filled ones, or that holds nothing.
        MissingExtraError: if python-calamine is not installed.
    """
    with _opened(path) as stream:
        return _worksheets(stream, name_of(path), limit)


def _opened(given: Readable) -> io.BufferedReader:
    """Open a file that is there, is a file, and holds something."""
    file, path = name_of(given), Path(given) if isinstance(given, str | os.PathLike) else None
    if path is not None and path.is_dir():
        raise refusal(say.FILE_IS_FOLDER, file)
    content: Any = io.BytesIO(content_of(given)) if path is None else None
    try:
        stream = io.BufferedReader(content) if path is None else path.open("rb")
        is_empty = not stream.peek(1)
    except FileNotFoundError:
        raise refusal(say.FILE_MISSING, file) from None
    except OSError as error:
        raise refusal(say.FILE_CLOSED, file, why=error) from None
    if is_empty:
        stream.close()
        raise refusal(say.FILE_EMPTY, file)
    return stream


def _worksheets(stream: io.BufferedReader, file: str, limit: int) -> list[Worksheet]:
    fault = fault_of(stream, limit)
    if fault is not None:
        raise refusal(fault, file, limit=f"{limit // 2**20} MiB" if limit >= 2**20 else f"{limit} byte")
    stream.seek(0)
    sheets = _filled(stream.read(), file)
    if not sheets:
        raise refusal(say.NO_WORKSHEET, file)
    return sheets


def _filled(content: bytes, file: str) -> list[Worksheet]:
    """Return the worksheets that hold anything; python-calamine opens none before all of them were gone through."""
    try:
        import python_calamine as calamine  # noqa: PLC0415 - optional, and only workbooks need it
    except ImportError:
        raise MissingExtraError.of(_EXTRA) from None
    shown = calamine.SheetVisibleEnum.Visible
    try:
        surveys = _surveys(content, file)
        workbook: Any = calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
        filled = [
            (workbook.get_sheet_by_index(number), survey, about.visible != shown)
            for number, (about, survey) in enumerate(zip(workbook.sheets_metadata, surveys, strict=True))
            if about.typ == calamine.SheetTypeEnum.WorkSheet and survey.cells
        ]
        return [
            Worksheet(
                file=file,
                name=sheet.name,
                cells=sheet.to_python(skip_empty_area=False),
                marks=survey.marks,
                merged=sheet.merged_cell_ranges or (),
                is_hidden=is_hidden,
                hidden_rows=survey.hidden_rows,
            )
            for sheet, survey, is_hidden in filled
        ]
    except RecordsError:
        raise
    except (calamine.CalamineError, *BROKEN):
        raise refusal(say.WORKBOOK_DAMAGED, file) from None


def _surveys(content: bytes, file: str) -> list[Survey]:
    surveys = list[Survey]()
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = Parts.of(archive)
        check_strings(parts)
        in_percent = percent_styles(parts)
        for name, path in parts.sheets():
            survey = Survey(file, name, in_percent)
            parts.parse(path, survey.opens, survey.closes)
            survey.check(sum(before.size for before in surveys))
            surveys.append(survey)
    return surveys
