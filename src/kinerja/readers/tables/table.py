"""Reading a table with headings row by row, and telling every bad cell of it at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from kinerja._base import RecordsError, Text
from kinerja.readers.sheets import Problems, is_blank, refusal
from kinerja.readers.tables.headings import Headings, TableColumn
from kinerja.readers.tables.rows import Row, RowReader
from kinerja.readers.tables.totals import TotalRows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kinerja.readers.sheets import Cell, Sheet

__all__ = ["Table", "find_headings", "refuse_misspelt"]

_NO_ROWS = Text(id="tabel ini tidak mempunyai baris di bawah judulnya.", en="the table has no rows below its headings.")


@attrs.frozen(kw_only=True)
class Table:
    """A table whose headings were found. Iterate to read its rows.

    Every bad cell is told at once, after the last row: what was made of the rows before counts only if the iteration
    ends without an error.

    Fields:
        headings: those of the sheet, and the sheet itself.
        columns: the columns asked for.
        totals: tells the rows of totals, which are refused; None where a table may have them.

    Raises:
        RecordsError: at the end of the iteration, with every bad cell; and for a table without rows.
    """

    headings: Headings
    columns: tuple[TableColumn, ...] = attrs.field(repr=False)
    totals: TotalRows | None = attrs.field(default=None, repr=False)

    @classmethod
    def of(cls, headings: Headings, columns: Sequence[TableColumn], totals: TotalRows | None = None) -> Table:
        """Take the columns asked for, in this order.

        Raises:
            RecordsError: for headings given twice or misspelt.
        """
        headings.check(columns)
        return cls(headings=headings, columns=tuple(columns), totals=totals)

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all is written below the headings.

        Raises:
            RecordsError: where the file cannot be read.
        """
        below = (cells for number, cells in self.headings.sheet.rows() if number > self.headings.row)
        return all(is_blank(cell) for cells in below for cell in cells)

    def merged_rows(self) -> Iterator[int]:
        """Name the rows below the headings in which cells of the columns asked for are merged."""
        asked = {self.headings.place(column) for column in self.columns}
        for (top, left), (bottom, right) in self.headings.sheet.merged:
            if bottom >= self.headings.row and not asked.isdisjoint(range(left, right + 1)):
                yield top + 1

    @property
    def left_out(self) -> tuple[str, ...]:
        """The headings of the columns that were not asked for, and are not read."""
        return self.headings.left_out(self.columns)

    @property
    def lacking(self) -> tuple[str, ...]:
        """The columns that are not there, whose fields have their default in every row."""
        return tuple(column.headings[0] for column in self.headings.absent(self.columns))

    def __iter__(self) -> Iterator[Row]:
        problems = Problems(self.headings.sheet.file)
        reader = RowReader(self.headings, self.columns, self.totals, problems)
        is_empty = True
        for number, cells in self._body(problems):
            row = reader.read(number, cells)
            if row is not None:
                is_empty = False
                yield row
        reader.check_even()
        if is_empty and not problems:
            problems.add(_NO_ROWS)
        problems.raise_any()

    def _body(self, problems: Problems) -> Iterator[tuple[int, list[Cell]]]:
        """Go through the rows below the headings, as far as the file can be read."""
        try:
            for number, cells in self.headings.sheet.rows():
                if number > self.headings.row:
                    yield number, cells
        except RecordsError as error:
            problems.extend(error.problems)


def find_headings(sheets: Sequence[Sheet], columns: Sequence[TableColumn], sheet: str | None = None) -> Headings:
    """Find the sheet of a table by its headings: the first row with anything in it.

    Columns may stand in any order. Others may stand beside them and are left out, unless their heading resembles one
    that was asked for: a misspelt column would be lost without a word.

    Args:
        sheets: what was opened.
        columns: the columns asked for.
        sheet: the name of the worksheet; without it, the only one that has the needed headings.

    Raises:
        RecordsError: for a file that cannot be read, several such worksheets, or another that would be one but for its
            spelling.
        ColumnsError: if needed columns are not there.
    """
    file = sheets[0].file
    found = [Headings.of(source) for source in sheets if sheet in (None, source.name)]
    if not found:
        raise refusal(file, _no_sheet(sheet))
    whole = [headings for headings in found if not headings.missing(columns)]
    if not whole:
        raise min(found, key=lambda headings: len(headings.missing(columns))).columns_error(columns)
    if len(whole) > 1:
        raise refusal(file, _several(headings.sheet.name or "" for headings in whole))
    for other in found:
        if other.is_misspelt(columns):
            raise refuse_misspelt(other, columns)
    return whole[0]


def _no_sheet(sheet: str | None) -> Text:
    return Text(id=f"tidak ada lembar kerja {sheet!r}.", en=f"there is no worksheet {sheet!r}.")


def refuse_misspelt(headings: Headings, columns: Sequence[TableColumn]) -> RecordsError:
    """Build the error for a worksheet that would be passed over because headings in it are misspelt."""
    sheet, lack = headings.sheet, headings.lack(columns, headings.missing(columns))
    said = Text(
        id=f"lembar kerja {sheet.name!r} tidak akan terbaca: {lack.id} Perbaiki ejaannya, atau keluarkan lembar itu.",
        en=f"worksheet {sheet.name!r} would not be read: {lack.en} Correct the spelling, or take that sheet out.",
    )
    return refusal(sheet.file, said)


def _several(names: Iterable[str]) -> Text:
    listed = ", ".join(names)
    return Text(
        id=f"beberapa lembar kerja memuat tabel ini ({listed}); sisakan satu, atau sebutkan lembarnya.",
        en=f"several worksheets hold this table ({listed}); leave one, or name the sheet.",
    )
