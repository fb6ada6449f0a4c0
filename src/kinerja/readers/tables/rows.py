"""Reading the rows of one table, cell by cell, and noting what is wrong with them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import attrs

from kinerja._base import KinerjaError
from kinerja.readers.sheets import MOST, Cell, Problems, cell_at, is_blank, is_unknown, problem_of, refusal, shown
from kinerja.readers.tables import messages as say

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kinerja.readers.tables.headings import Headings, TableColumn
    from kinerja.readers.tables.totals import TotalRows

_WHOLE = re.compile(r"\s*[-+]?\s*(?:Rp\.?)?\s*[0-9][0-9.]*\s*", re.ASCII)
_DIGITS_FIRST = re.compile(r"\s*[0-9]", re.ASCII)


class RowReader:
    """Reads the rows of one table, one after the other, and notes what is wrong with them.

    What it remembers does not grow with the rows, unless there are columns whose values may stand only once.
    """

    __slots__ = ("_blanks", "_by_comma", "_columns", "_figures", "_filled", "_headed", "_problems", "_seen", "_totals")

    def __init__(self, headings: Headings, totals: TotalRows | None, problems: Problems) -> None:
        names = headings.names
        self._columns = [
            (column, place, column.headings[0] if place is None else names[place])
            for column, place in ((column, headings.place(column)) for column in headings.columns)
        ]
        self._headed = {place: name for place, name in enumerate(names) if name}
        self._figures = {place for column, place, _ in self._columns if column.figures and place is not None}
        self._totals, self._by_comma, self._problems = totals, headings.sheet.separator == ",", problems
        self._seen: dict[tuple[str, Any], int] = {}
        self._filled: set[int] = set()
        self._blanks: dict[int, list[int]] = {
            place: [] for column, place, _ in self._columns if column.even and place is not None
        }

    def read(self, number: int, cells: Sequence[Cell]) -> dict[str, Any] | None:
        """Return field -> value of one row if all of it can be read; None for any other, and for a blank one."""
        total = None if self._totals is None else self._totals.label_in(cells)
        if total is not None:
            heading, label = self._headed.get(total), shown(cells[total])
            self._problems.add(say.TOTALS_ROW.problem(), row=number, column=heading, value=label)
            return None
        self._check_strays(number, cells)
        if all(is_blank(cell_at(cells, place)) for _, place, _ in self._columns):
            return None
        self._look_at_even(number, cells)
        values: dict[str, Any] = {}
        for column, place, heading in self._columns:
            cell = cell_at(cells, place)
            try:
                values[column.field] = self._value(column, cell, values, number)
            except KinerjaError as error:
                self._problems.add(problem_of(error), row=number, column=heading, value=shown(cell) or None)
        return values if len(values) == len(self._columns) else None

    def check_even(self) -> None:
        """Note, after the last row, the blank cells of columns that other rows fill in.

        Raises:
            RecordsError: if there are a thousand problems already.
        """
        for place in self._filled:
            for number in self._blanks[place]:
                self._problems.add(say.UNEVEN.problem(), row=number, column=self._headed[place])

    def _look_at_even(self, number: int, cells: Sequence[Cell]) -> None:
        for place, blank_rows in self._blanks.items():
            if not is_unknown(cell_at(cells, place)):
                self._filled.add(place)
            elif len(blank_rows) <= MOST:  # more are not told, and a long file would fill the memory
                blank_rows.append(number)

    def _value(self, column: TableColumn, cell: Cell, before: Mapping[str, Any], number: int) -> Any:
        if not column.is_blank(cell):
            value = column.read(cell, before)
            first = self._seen.setdefault((column.field, value), number) if column.unique else number
            if first != number:
                raise refusal(say.NOT_UNIQUE, first=first)
            return value
        if column.blank is attrs.NOTHING:
            raise refusal(say.BLANK)
        return column.blank

    def _check_strays(self, number: int, cells: Sequence[Cell]) -> None:
        """Note what stands under no heading, and what may be the decimals of the number before it."""
        said = say.STRAY_COMMA if self._by_comma else say.STRAY
        for place, cell in enumerate(cells):
            if place not in self._headed and not is_blank(cell):
                self._problems.add(said.problem(), row=number, value=shown(cell))
        if self._by_comma:
            for place in self._figures:
                self._check_decimals(number, cell_at(cells, place), cell_at(cells, place + 1), place + 1)

    def _check_decimals(self, number: int, figure: Cell, following: Cell, place: int) -> None:
        """Refuse digits after a whole number where no figures are read: they are those of 47,25 without quotes."""
        heading = self._headed.get(place, "")
        slipped = _WHOLE.fullmatch(shown(figure)) and _DIGITS_FIRST.match(shown(following))
        if heading and slipped and place not in self._figures:
            self._problems.add(say.LOST_DECIMALS.problem(), row=number, column=heading, value=shown(following))
