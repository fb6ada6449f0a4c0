"""Reading a table with headings row by row, and telling every bad cell of it at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from kinerja._base import RecordsError, Text
from kinerja.readers.sheets import LIMIT, Cell, DelimitedFile, Problems, Worksheet, is_blank, open_sheets, refusal
from kinerja.readers.tables.headings import Column, Headings
from kinerja.readers.tables.rows import Row, RowReader
from kinerja.readers.tables.totals import TotalRows

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable, Iterator, Sequence


__all__ = ["Table", "misspelt_sheet", "read_table"]

_NO_ROWS = Text(id="tabel ini tidak mempunyai baris di bawah judulnya.", en="the table has no rows below its headings.")


@attrs.frozen(kw_only=True)
class Table:
    """A table whose headings were found. Iterate to read its rows.

    Rows of a CSV file are read from the file as they are asked for. Every bad cell is told at once, after the last
    row: what was made of the rows before counts only if the iteration ends without an error.

    Fields:
        file, sheet: the path, and the name of the worksheet; None for a CSV file.
        columns: the columns asked for.
        headings: those of the file.
        source: the CSV file or worksheet itself.
        totals: tells the rows of totals, which are refused; None where a table may have them.

    Raises:
        RecordsError: at the end of the iteration, with every bad cell; and for a table without rows.
    """

    file: str
    sheet: str | None
    columns: tuple[Column, ...] = attrs.field(repr=False)
    headings: Headings
    source: DelimitedFile | Worksheet = attrs.field(repr=False)
    totals: TotalRows | None = attrs.field(default=None, repr=False)

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all is written below the headings.

        Raises:
            RecordsError: where the file cannot be read.
        """
        below = (cells for number, cells in self.source.rows() if number > self.headings.row)
        return all(is_blank(cell) for cells in below for cell in cells)

    def merged_rows(self) -> Iterator[int]:
        """Name the rows below the headings in which cells of the columns asked for are merged."""
        if isinstance(self.source, DelimitedFile):
            return
        asked = {self.headings.place(column) for column in self.columns}
        for (top, left), (bottom, right) in self.source.merged:
            if bottom >= self.headings.row and not asked.isdisjoint(range(left, right + 1)):
                yield top + 1

    @property
    def left_out(self) -> tuple[str, ...]:
        """The headings of the columns that were not asked for, and are not read."""
        return self.headings.left_out(self.columns)

    def __iter__(self) -> Iterator[Row]:
        problems = Problems(self.file)
        reader = RowReader(self, problems)
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
            for number, cells in self.source.rows():
                if number > self.headings.row:
                    yield number, cells
        except RecordsError as error:
            problems.extend(error.problems)


def read_table(
    path: str | os.PathLike[str],
    columns: Sequence[Column],
    *,
    sheet: str | None = None,
    limit: int = LIMIT,
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
        RecordsError: for a file that cannot be read, headings given twice or misspelt, several such worksheets, or
            another that would be one but for its spelling.
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
    for other, near in found:
        if near.is_misspelt(columns):
            raise refusal(file, misspelt_sheet(other.name, near.lack(columns)))
    return Table(file=file, sheet=source.name, columns=tuple(columns), headings=headings, source=source)


def _no_sheet(sheet: str | None) -> Text:
    return Text(id=f"tidak ada lembar kerja {sheet!r}.", en=f"there is no worksheet {sheet!r}.")


def misspelt_sheet(sheet: str | None, lack: Text) -> Text:
    """Say which worksheet would be passed over because headings in it are misspelt."""
    return Text(
        id=f"lembar kerja {sheet!r} tidak akan terbaca: {lack.id} Perbaiki ejaannya, atau keluarkan lembar itu.",
        en=f"worksheet {sheet!r} would not be read: {lack.en} Correct the spelling, or take that sheet out.",
    )


def _several(names: Iterable[str]) -> Text:
    listed = ", ".join(names)
    return Text(
        id=f"beberapa lembar kerja memuat tabel ini ({listed}); sisakan satu, atau sebutkan lembarnya.",
        en=f"several worksheets hold this table ({listed}); leave one, or name the sheet.",
    )
