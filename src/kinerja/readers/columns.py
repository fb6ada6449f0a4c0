"""Tables with headings: which columns there are, how their cells are read, and every bad cell of a file at once."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

import attrs

from kinerja.errors import ColumnsError, RecordsError
from kinerja.frozen_map import FrozenMap
from kinerja.readers.cells import Cell, is_blank, shown
from kinerja.readers.delimited import DelimitedFile
from kinerja.readers.files import LIMIT, Worksheet, open_sheets
from kinerja.readers.problems import Problems, refusal
from kinerja.text import Text

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable, Iterator, Sequence

__all__ = ["Column", "Row", "Table", "read_table"]

_RESEMBLES = 0.75  # "no" and "note" differ more, "keteranagn" and "keterangan" or "realisasi 2022" and "realisasi" less
_DECIMALS = re.compile(r"[0-9]+\s*%?", re.ASCII)

_BLANK = Text(id="sel ini wajib diisi.", en="this cell must be filled in.")
_NO_ROWS = Text(id="tabel ini tidak mempunyai baris di bawah judulnya.", en="the table has no rows below its headings.")
_STRAY = Text(
    id="isi ini tidak berada di bawah judul kolom; beri judul pada kolomnya, atau hapus.",
    en="this stands under no heading; give its column a heading or remove it.",
)
_STRAY_COMMA = Text(
    id='baris ini mempunyai lebih banyak sel daripada judul; tulis desimal dalam tanda kutip ("47,25"), '
    "atau pisahkan kolom dengan titik koma.",
    en='the row has more cells than headings; put decimals in quotation marks ("47,25"), '
    "or separate columns with semicolons.",
)
_LOST_DECIMALS = Text(
    id='hanya angka: mungkin desimal dari sel di depannya. Tulis angka itu dalam tanda kutip ("47,25"), '
    "atau pisahkan kolom dengan titik koma.",
    en='digits only: they may be the decimals of the cell before. Put that number in quotation marks ("47,25"), '
    "or separate columns with semicolons.",
)


@attrs.frozen(kw_only=True)
class Column:
    """One column that a table may have.

    Fields:
        field: the name under which `Row.values` holds what was read.
        headings: how it may be headed, Indonesian first; upper and lower case and blanks make no difference.
        read: reads a filled cell, given also what was read of the row's columns before this one; returns the value,
            or in its place the Text that says what is allowed.
        needed: whether a table without this column is refused.
        blank: what a blank cell means, and a column that is not there; unless it is given, a blank cell is refused.
        unique: whether two rows may not hold the same value.
        prose: whether it is free text. In a file separated with commas, digits alone are refused there: they are the
            decimals of a number written without quotation marks (`47,25`).
    """

    field: str
    headings: tuple[str, ...]
    read: Callable[[Cell, Mapping[str, Any]], Any]
    needed: bool = True
    blank: Any = attrs.NOTHING
    unique: bool = False
    prose: bool = False


@attrs.frozen(kw_only=True)
class Row:
    """One row that was read: its number as the spreadsheet counts, and field -> value."""

    number: int
    values: FrozenMap[str, Any]


@attrs.frozen(kw_only=True)
class _Place:
    """Where a column stands in one file, from 0, and how it is headed there; None if it is not there."""

    column: Column
    index: int | None
    heading: str

    def cell(self, cells: Sequence[Cell]) -> Cell:
        return "" if self.index is None or self.index >= len(cells) else cells[self.index]


@attrs.frozen(kw_only=True)
class Table:
    """A table whose headings were found. Iterate to read its rows.

    Rows of a CSV file are read from the file as they are asked for. Every bad cell is told at once, after the last
    row: what was made of the rows before counts only if the iteration ends without an error.

    Fields:
        file, sheet: the path, and the name of the worksheet; None for a CSV file.
        left_out: the headings of columns that were not asked for, and are not read.

    Raises:
        RecordsError: at the end of the iteration, with every bad cell; and for a table without rows.
    """

    file: str
    sheet: str | None
    left_out: tuple[str, ...]
    _source: DelimitedFile | Worksheet = attrs.field(repr=False)
    _heading_row: int = attrs.field(repr=False)
    _headings: tuple[str, ...] = attrs.field(repr=False)
    _places: tuple[_Place, ...] = attrs.field(repr=False)

    def __iter__(self) -> Iterator[Row]:
        problems = Problems(self.file)
        rows_seen: dict[tuple[str, Any], int] = {}
        empty = True
        for number, cells in self._body(problems):
            self._check_strays(number, cells, problems)
            if all(is_blank(place.cell(cells)) for place in self._places):
                continue
            empty = False
            row = self._read(number, cells, problems, rows_seen)
            if row is not None:
                yield row
        if empty and not problems:
            problems.add(_NO_ROWS)
        problems.raise_any()

    def _body(self, problems: Problems) -> Iterator[tuple[int, list[Cell]]]:
        """Go through the rows below the headings, as far as the file can be read."""
        try:
            for number, cells in self._source.rows():
                if number > self._heading_row:
                    yield number, cells
        except RecordsError as error:
            problems.extend(error.problems)

    def _check_strays(self, number: int, cells: list[Cell], problems: Problems) -> None:
        for index, cell in enumerate(cells):
            headed = index < len(self._headings) and self._headings[index]
            if not headed and not is_blank(cell):
                allowed = _STRAY_COMMA if self._source.separator == "," else _STRAY
                problems.add(allowed, row=number, value=shown(cell))

    def _read(
        self, number: int, cells: list[Cell], problems: Problems, rows_seen: dict[tuple[str, Any], int]
    ) -> Row | None:
        values: dict[str, Any] = {}
        for place in self._places:
            cell = place.cell(cells)
            value = self._read_cell(place.column, cell, values)
            if place.column.unique and not isinstance(value, Text):
                first = rows_seen.setdefault((place.column.field, value), number)
                value = value if first == number else _again(first)
            if isinstance(value, Text):
                problems.add(value, row=number, column=place.heading, value=shown(cell) or None)
            else:
                values[place.column.field] = value
        return Row(number=number, values=FrozenMap(values)) if len(values) == len(self._places) else None

    def _read_cell(self, column: Column, cell: Cell, before: Mapping[str, Any]) -> Any:
        if is_blank(cell):
            return _BLANK if column.blank is attrs.NOTHING else column.blank
        if column.prose and self._source.separator == "," and _DECIMALS.fullmatch(shown(cell)):
            return _LOST_DECIMALS
        return column.read(cell, before)


def read_table(
    path: str | os.PathLike[str], columns: Sequence[Column], *, sheet: str | None = None, limit: int = LIMIT
) -> Table:
    """Find a table in a CSV file or workbook: its headings are the first row with anything in it.

    Columns may stand in any order. Others may stand beside them and are left out, unless their heading resembles one
    that was asked for: a misspelt column would be lost without a word.

    Args:
        path: a `.csv` (or `.txt`) or `.xlsx` file.
        columns: the columns asked for, read in this order.
        sheet: the worksheet; without it, the only one that has the needed headings.
        limit: how many bytes a workbook may unpack to.

    Raises:
        RecordsError: for a file that cannot be read, headings given twice or misspelt, or several such worksheets.
        ColumnsError: if needed columns are not there.
        MissingExtraError: if an optional package is not installed.
    """
    file = str(path)
    sources = [source for source in open_sheets(path, limit) if sheet in (None, source.name)]
    if not sources:
        raise refusal(file, _no_sheet(sheet))
    found = [(source, *_headings(source)) for source in sources]
    whole = [(source, row, headings) for source, row, headings in found if not _missing(columns, headings)]
    if not whole:
        _, _, headings = max(found, key=lambda candidate: len(candidate[2]))
        raise _columns_error(file, columns, headings)
    if len(whole) > 1:
        raise refusal(file, _several(source.name or "" for source, _, _ in whole))
    return _table(file, columns, *whole[0])


def _table(
    file: str, columns: Sequence[Column], source: DelimitedFile | Worksheet, row: int, headings: tuple[str, ...]
) -> Table:
    problems = Problems(file)
    known = {_plain(heading) for column in columns for heading in column.headings}
    left_out = tuple(heading for heading in headings if heading and _plain(heading) not in known)
    for heading in left_out:
        close = difflib.get_close_matches(_plain(heading), known, n=1, cutoff=_RESEMBLES)
        if close:
            problems.add(_misspelt(close[0]), row=row, value=heading)
    for column in columns:
        own = [headings[index] for index in _indices(column, headings)]
        if len(own) > 1:
            problems.add(_twice(own), row=row)
    problems.raise_any()
    places = tuple(_place(column, headings) for column in columns)
    return Table(
        file=file,
        sheet=source.name,
        left_out=left_out,
        source=source,
        heading_row=row,
        headings=headings,
        places=places,
    )


def _place(column: Column, headings: tuple[str, ...]) -> _Place:
    index = next(iter(_indices(column, headings)), None)
    return _Place(column=column, index=index, heading=column.headings[0] if index is None else headings[index])


def _indices(column: Column, headings: Sequence[str]) -> list[int]:
    names = {_plain(heading) for heading in column.headings}
    return [index for index, heading in enumerate(headings) if _plain(heading) in names]


def _headings(source: DelimitedFile | Worksheet) -> tuple[int, tuple[str, ...]]:
    number, cells = next(((number, cells) for number, cells in source.rows() if not all(map(is_blank, cells))), (0, []))
    return number, tuple(" ".join(shown(cell).split()) for cell in cells)


def _missing(columns: Sequence[Column], headings: Sequence[str]) -> tuple[str, ...]:
    return tuple(column.headings[0] for column in columns if column.needed and not _indices(column, headings))


def _columns_error(file: str, columns: Sequence[Column], headings: Sequence[str]) -> ColumnsError:
    missing, available = _missing(columns, headings), tuple(heading for heading in headings if heading)
    lacking, there = ", ".join(missing), ", ".join(available) or "-"
    return ColumnsError(
        Text(
            id=f"{file}: tidak ada kolom {lacking}. Judul berada di baris pertama yang terisi; di sana ada: {there}.",
            en=f"{file}: there is no column {lacking}. Headings stand in the first filled row; found there: {there}.",
        ),
        missing=missing,
        available=available,
    )


def _no_sheet(sheet: str | None) -> Text:
    return Text(id=f"tidak ada lembar kerja {sheet!r}.", en=f"there is no worksheet {sheet!r}.")


def _several(names: Iterable[str]) -> Text:
    listed = ", ".join(names)
    return Text(
        id=f"beberapa lembar kerja memuat tabel ini ({listed}); sisakan satu, atau sebutkan lembarnya.",
        en=f"several worksheets hold this table ({listed}); leave one, or name the sheet.",
    )


def _misspelt(known: str) -> Text:
    return Text(
        id=f"judul ini mirip {known!r}; perbaiki ejaannya, atau beri nama lain bila memang kolom lain.",
        en=f"this heading resembles {known!r}; correct it, or rename it if it is another column.",
    )


def _twice(headings: Sequence[str]) -> Text:
    listed = ", ".join(headings)
    return Text(id=f"kolom yang sama berjudul {listed}; sisakan satu.", en=f"one column is headed {listed}; leave one.")


def _again(first: int) -> Text:
    return Text(
        id=f"sudah ada di baris {first}; sisakan satu di antaranya.",
        en=f"stands in row {first} already; leave one of them.",
    )


def _plain(heading: str) -> str:
    return " ".join(heading.split()).casefold()
