"""Reading a table with headings row by row, and telling every bad cell of it at once."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import attrs

from kinerja.errors import RecordsError
from kinerja.frozen_map import FrozenMap
from kinerja.readers.cells import Cell, is_blank, shown
from kinerja.readers.columns import Blank, Column, Headings
from kinerja.readers.delimited import DelimitedFile
from kinerja.readers.files import LIMIT, Worksheet, open_sheets
from kinerja.readers.problems import Problems, refusal
from kinerja.text import Text

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable, Iterator, Mapping

__all__ = ["Row", "Table", "read_table"]

_WHOLE = re.compile(r"\s*[-+]?\s*(?:Rp\.?)?\s*[0-9][0-9.]*\s*", re.ASCII)
_DIGITS_FIRST = re.compile(r"\s*[0-9]", re.ASCII)

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
class Row:
    """One row that was read: its number as the spreadsheet counts, and field -> value."""

    number: int
    values: FrozenMap[str, Any]


@attrs.frozen(kw_only=True)
class Table:
    """A table whose headings were found. Iterate to read its rows.

    Rows of a CSV file are read from the file as they are asked for. Every bad cell is told at once, after the last
    row: what was made of the rows before counts only if the iteration ends without an error.

    Fields:
        file, sheet: the path, and the name of the worksheet; None for a CSV file.
        columns: the columns asked for.
        headings: those of the file.

    Raises:
        RecordsError: at the end of the iteration, with every bad cell; and for a table without rows.
    """

    file: str
    sheet: str | None
    columns: tuple[Column, ...] = attrs.field(repr=False)
    headings: Headings
    _source: DelimitedFile | Worksheet = attrs.field(repr=False)
    _refuse: Callable[[Sequence[Cell]], Text | None] | None = attrs.field(default=None, repr=False)

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all is written below the headings.

        Raises:
            RecordsError: where the file cannot be read.
        """
        below = (cells for number, cells in self._source.rows() if number > self.headings.row)
        return all(is_blank(cell) for cells in below for cell in cells)

    def merged_rows(self) -> Iterator[int]:
        """Name the rows below the headings in which cells of the columns asked for are merged."""
        if isinstance(self._source, DelimitedFile):
            return
        asked = {self.headings.place(column) for column in self.columns}
        for (top, left), (bottom, right) in self._source.merged:
            if bottom >= self.headings.row and not asked.isdisjoint(range(left, right + 1)):
                yield top + 1

    @property
    def left_out(self) -> tuple[str, ...]:
        """The headings of the columns that were not asked for, and are not read."""
        return self.headings.left_out(self.columns)

    def __iter__(self) -> Iterator[Row]:
        problems = Problems(self.file)
        reader = _RowReader(self, self._source.separator == ",", problems)
        empty = True
        for number, cells in self._body(problems):
            refused = self._refuse and self._refuse(cells)
            if refused:
                problems.add(refused, row=number, value=shown(next(cell for cell in cells if not is_blank(cell))))
                continue
            reader.check_strays(number, cells)
            if reader.is_filled(cells):
                empty = False
                yield from reader.read(number, cells)
        if empty and not problems:
            problems.add(_NO_ROWS)
        problems.raise_any()

    def _body(self, problems: Problems) -> Iterator[tuple[int, list[Cell]]]:
        """Go through the rows below the headings, as far as the file can be read."""
        try:
            for number, cells in self._source.rows():
                if number > self.headings.row:
                    yield number, cells
        except RecordsError as error:
            problems.extend(error.problems)


class _RowReader:
    """Reads the rows of one table and notes what is wrong with them."""

    __slots__ = ("_by_comma", "_columns", "_figures", "_headed", "_problems", "_rows_seen")

    def __init__(self, table: Table, by_comma: bool, problems: Problems) -> None:  # noqa: FBT001 - private
        names = table.headings.names
        places = [table.headings.place(column) for column in table.columns]
        self._columns = [
            (column, place, column.headings[0] if place is None else names[place])
            for column, place in zip(table.columns, places, strict=True)
        ]
        self._headed = {place: name for place, name in enumerate(names) if name}
        self._figures = {place for column, place, _ in self._columns if column.figures and place is not None}
        self._by_comma, self._problems = by_comma, problems
        self._rows_seen: dict[tuple[str, Any], int] = {}

    def is_filled(self, cells: Sequence[Cell]) -> bool:
        """Tell whether there is anything in the columns asked for."""
        return not all(is_blank(_cell(cells, place)) for _, place, _ in self._columns)

    def check_strays(self, number: int, cells: Sequence[Cell]) -> None:
        """Note what stands under no heading, and what may be the decimals of the number before it."""
        for place, cell in enumerate(cells):
            if place not in self._headed and not is_blank(cell):
                self._problems.add(_STRAY_COMMA if self._by_comma else _STRAY, row=number, value=shown(cell))
        if self._by_comma:
            for place in self._figures:
                self._check_decimals(number, _cell(cells, place), _cell(cells, place + 1), place + 1)

    def _check_decimals(self, number: int, figure: Cell, following: Cell, place: int) -> None:
        """Refuse digits after a whole number where no figures are read: they are those of 47,25 without quotes."""
        heading = self._headed.get(place, "")
        slipped = _WHOLE.fullmatch(shown(figure)) and _DIGITS_FIRST.match(shown(following))
        if heading and slipped and place not in self._figures:
            self._problems.add(_LOST_DECIMALS, row=number, column=heading, value=shown(following))

    def read(self, number: int, cells: Sequence[Cell]) -> Iterator[Row]:
        """Read one row; give it only if all of it can be read."""
        values: dict[str, Any] = {}
        for column, place, heading in self._columns:
            cell = _cell(cells, place)
            value = self._once(column, self._value(column, cell, values), number)
            if isinstance(value, Text):
                self._problems.add(value, row=number, column=heading, value=shown(cell) or None)
            else:
                values[column.field] = value
        if len(values) == len(self._columns):
            yield Row(number=number, values=FrozenMap(values))

    def _value(self, column: Column, cell: Cell, before: Mapping[str, Any]) -> Any:
        if is_blank(cell):
            return _BLANK if column.blank is Blank.REFUSED else column.blank
        return column.read(cell, before)

    def _once(self, column: Column, value: Any, number: int) -> Any:
        if not column.unique or isinstance(value, Text):
            return value
        first = self._rows_seen.setdefault((column.field, value), number)
        return value if first == number else _again(first)


def read_table(
    path: str | os.PathLike[str],
    columns: Sequence[Column],
    *,
    sheet: str | None = None,
    limit: int = LIMIT,
    refuse: Callable[[Sequence[Cell]], Text | None] | None = None,
) -> Table:
    """Find a table in a CSV file or workbook: its headings are the first row with anything in it.

    Columns may stand in any order. Others may stand beside them and are left out, unless their heading resembles one
    that was asked for: a misspelt column would be lost without a word.

    Args:
        path: a `.csv` (or `.txt`) or `.xlsx` file.
        columns: the columns asked for, read in this order.
        sheet: the worksheet; without it, the only one that has the needed headings.
        limit: how many bytes a workbook may unpack to.
        refuse: looks at the cells of a row as a whole and says why it cannot be a record, if it cannot.

    Raises:
        RecordsError: for a file that cannot be read, headings given twice or misspelt, or several such worksheets.
        ColumnsError: if needed columns are not there.
        MissingExtraError: if an optional package is not installed.
    """
    file = str(path)
    sources = [source for source in open_sheets(path, limit) if sheet in (None, source.name)]
    if not sources:
        raise refusal(file, _no_sheet(sheet))
    found = [(source, Headings.of(source)) for source in sources]
    whole = [(source, headings) for source, headings in found if not headings.missing(columns)]
    if not whole:
        _, closest = min(found, key=lambda candidate: len(candidate[1].missing(columns)))
        raise closest.columns_error(file, columns)
    if len(whole) > 1:
        raise refusal(file, _several(source.name or "" for source, _ in whole))
    source, headings = whole[0]
    headings.check(file, columns)
    return Table(file=file, sheet=source.name, columns=tuple(columns), headings=headings, source=source, refuse=refuse)


def _cell(cells: Sequence[Cell], place: int | None) -> Cell:
    return "" if place is None or place >= len(cells) else cells[place]


def _no_sheet(sheet: str | None) -> Text:
    return Text(id=f"tidak ada lembar kerja {sheet!r}.", en=f"there is no worksheet {sheet!r}.")


def _several(names: Iterable[str]) -> Text:
    listed = ", ".join(names)
    return Text(
        id=f"beberapa lembar kerja memuat tabel ini ({listed}); sisakan satu, atau sebutkan lembarnya.",
        en=f"several worksheets hold this table ({listed}); leave one, or name the sheet.",
    )


def _again(first: int) -> Text:
    return Text(
        id=f"sudah ada di baris {first}; sisakan satu di antaranya.",
        en=f"stands in row {first} already; leave one of them.",
    )
