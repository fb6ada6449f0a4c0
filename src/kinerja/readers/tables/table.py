"""Reading a table with headings row by row, and telling every bad cell of it at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from kinerja._base import RecordsError
from kinerja.readers.sheets import Problems, refusal
from kinerja.readers.tables import messages as say
from kinerja.readers.tables.headings import Headings, TableColumn
from kinerja.readers.tables.rows import RowReader
from kinerja.readers.tables.totals import TotalRows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kinerja.readers.sheets import Cell, Sheet


@attrs.frozen(kw_only=True)
class Table:
    """A table whose headings were found. Iterate to read its rows: their numbers, and field -> value of each.

    Every bad cell is told at once, after the last row: what was made of the rows before counts only if the iteration
    ends without an error.

    Fields:
        headings: those of the sheet, asked for its columns.
        totals: tells the rows of totals, which are refused; None where a table may have them.

    Raises:
        RecordsError: at the end of the iteration, with every bad cell; and for a table without rows.
    """

    headings: Headings
    totals: TotalRows | None = attrs.field(default=None, repr=False)

    def __iter__(self) -> Iterator[tuple[int, dict[str, Any]]]:
        problems = Problems(self.headings.sheet.file)
        reader = RowReader(self.headings, self.totals, problems)
        is_empty = True
        for number, cells in self._body(problems):
            values = reader.read(number, cells)
            if values is not None:
                is_empty = False
                yield number, values
        reader.check_even()
        if is_empty and not problems:
            problems.add(say.NO_ROWS.problem())
        problems.raise_any()

    def _body(self, problems: Problems) -> Iterator[tuple[int, list[Cell]]]:
        """Go through the rows below the headings, as far as the file can be read."""
        try:
            for number, cells in self.headings.sheet.rows():
                if number > self.headings.row:
                    yield number, cells
        except RecordsError as error:
            problems.extend(error.problems)


def find_headings(sheets: Sequence[Sheet], columns: Iterable[TableColumn], sheet: str | None = None) -> Headings:
    """Find the sheet of a table by its headings: the named one, or the only one that has those needed.

    Columns may stand in any order. Others may stand beside them and are left out, unless their heading resembles one
    that was asked for: a misspelt column would be lost without a word.

    Raises:
        RecordsError: for a file that cannot be read, headings given twice or misspelt, several such worksheets, or
            another that would be one but for its spelling.
        ColumnsError: if needed columns are not there.
    """
    file, asked = sheets[0].file, tuple(columns)
    found = [attrs.evolve(Headings.of(one), columns=asked) for one in sheets if sheet in (None, one.name)]
    if not found:
        raise refusal(say.NO_SUCH_WORKSHEET, file, name=sheet)
    whole = [headings for headings in found if not headings.missing]
    if not whole:
        nearest = min(found, key=lambda headings: len(headings.missing))
        missing, there = [column.headings[0] for column in nearest.missing], filter(None, nearest.names)
        lack = nearest.lack(nearest.missing)
        raise say.COLUMNS_MISSING.error(file=file, lack=lack, missing=tuple(missing), available=tuple(there))
    if len(whole) > 1:
        raise refusal(say.SEVERAL_WORKSHEETS, file, names=[headings.sheet.name for headings in whole])
    refuse_misspelt(found)
    whole[0].check()
    return whole[0]


def refuse_misspelt(found: Iterable[Headings]) -> None:
    """Refuse a worksheet that would be passed over because headings in it are misspelt.

    Raises:
        RecordsError: for the first of them.
    """
    for headings in found:
        if headings.is_misspelt:
            name, lack = headings.sheet.name, headings.lack(headings.missing)
            raise refusal(say.SHEET_MISSPELT, headings.sheet.file, name=name, lack=lack)
