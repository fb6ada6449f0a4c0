"""Reading a table with headings row by row, and telling every bad cell of it at once."""

from __future__ import annotations

import contextlib
import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, TypeAlias

import attrs

from kinerja._base import KinerjaError, Problem, RecordsError
from kinerja._base.dates import read_date
from kinerja.readers.sheets import MOST, Cell, Problems, cell_at, is_blank, is_unknown, problem_of, refusal, shown
from kinerja.readers.tables import messages as say
from kinerja.records import FieldType, fields_of

if TYPE_CHECKING:
    from kinerja.readers.tables.headings import Headings, TableColumn

_WORD = r"\W*(?:(?:grand|sub)[\s-]*)?(?:total|jumlah)"
_BEGINS = re.compile(rf"{_WORD}\b", re.IGNORECASE)
_LABEL = re.compile(rf"{_WORD}(?:\s+(?:total|seluruhnya|keseluruhan|semua|umum|akhir))?\W*", re.IGNORECASE)
_WHOLE = re.compile(r"\s*[-+]?\s*(?:Rp\.?)?\s*[0-9][0-9.]*\s*", re.ASCII)
_FEW = 3
"""A row that fills in more cells is meant as data, whatever is wrong with it."""
_BEGINS_AS_DATA = re.compile(r"\s*(?:Rp\.?\s*)?[-+(]?\s*[0-9](?![0-9 ]{16})", re.ASCII | re.IGNORECASE)  # a NIP has 18
_MOST_MONTHS = 12
_DAY_ABOVE_MONTHS = re.compile(r"\s*(?:1[3-9]|2[0-9]|3[01])([/-])[0-9]{1,2}\1[0-9]{4}")
_DIGITS_FIRST = re.compile(r"\s*[0-9]", re.ASCII)


def label_of_totals(record: type[Any], headings: Headings) -> Callable[[list[Cell]], int | None]:
    """Return what tells, of a row, where the label of totals (baris jumlah) stands; None for any other row.

    Among records it would count as one more, or its sum once more. A label alone (`Jumlah`, `Sub Total`) makes one
    wherever a name is asked for that makes a record one and the same. A text that only begins with such a word
    (`Jumlah PNBP 2023`) makes one where no other text says what the row is about.
    """
    kinds = {field.name: field.kind for field in fields_of(record) if field.name != "unit"}
    places = {one.field: place for one in headings.columns if (place := headings.place(one)) is not None}
    texts = {place for name, place in places.items() if kinds.get(name) is FieldType.TEXT}
    names = {places[name] for name in record.identity if places.get(name) in texts}

    def is_label(place: int, cell: str, cells: list[Cell]) -> bool:
        alone = place in names and _LABEL.fullmatch(cell) is not None
        return alone or (bool(texts) and all(is_unknown(cell_at(cells, other)) for other in texts - {place}))

    def label_in(cells: list[Cell]) -> int | None:
        begin = [(place, cell) for place, cell in enumerate(cells) if isinstance(cell, str) and _BEGINS.match(cell)]
        return next((place for place, cell in begin if is_label(place, cell, cells)), None)

    return label_in


def values_under(
    headings: Headings, total_in: Callable[[list[Cell]], int | None] = lambda _: None
) -> Iterator[tuple[int, dict[str, Any]]]:
    """Read the rows below headings: their numbers, and field -> value of each.

    Every bad cell is told at once, after the last row, in a RecordsError: what was made of the rows before counts only
    if the iteration ends without one. A table without rows is refused so too, and a row with a label of totals.
    """
    problems = Problems(headings.sheet.file, headings.sheet.name)
    reader = _RowReader(headings, total_in, problems)
    is_empty = True
    with problems.gathering():
        for number, cells in headings.body():
            values = reader.read(number, cells)
            if values is not None:
                is_empty = False
                yield number, values
    reader.check_columns()
    if is_empty and not problems:
        problems.add(say.NO_ROWS.problem())
    problems.raise_any()


class _DatesSeen:
    """What one column of dates holds: the first true date, and the first text that can only be read day first.

    A spreadsheet that takes the month first makes dates of 03/02 (2 March) and leaves 17/02 as a text, so that all its
    dates have a day that could be a month. The file cannot prove it: dates that all happen to be such look the same.
    """

    def __init__(self, place: int, heading: str) -> None:
        self.place, self._heading = place, heading
        self._date: tuple[int, dt.date] | None = None
        self._text: tuple[int, str] | None = None
        self._could_be_months = True

    def look_at(self, number: int, cell: Cell) -> None:
        """Take in the cell of one row."""
        if isinstance(cell, dt.date):
            self._date = self._date or (number, cell)
            self._could_be_months &= cell.day <= _MOST_MONTHS
        elif self._text is None and isinstance(cell, str) and _DAY_ABOVE_MONTHS.match(cell):
            with contextlib.suppress(RecordsError):  # a day that the month has not is a slip of its own
                read_date(cell)
                self._text = (number, cell)

    def note(self, problems: Problems) -> None:
        """Note it where days and months seem to be swapped."""
        if self._date and self._text and self._could_be_months:
            (number, day), (row_of_text, text) = self._date, self._text
            swapped = say.DATES_SWAPPED.problem(row_of_text=row_of_text, text=text)
            problems.add(swapped, row=number, column=self._heading, value=shown(day))


def _merged_rows(headings: Headings) -> Iterator[int]:
    """Name the rows below the headings in which a merged cell leaves others blank that are asked for."""
    told = [headings.place(column) for column in headings.columns if column.told or column.even]
    for (top, left), (bottom, right) in headings.sheet.merged:
        within = [place for place in told if place is not None and left <= place <= right]
        if within and bottom >= headings.row and (bottom > top or within != [left]):
            yield max(top, headings.row) + 1


_Noted: TypeAlias = tuple[Problem, str | None, object]
"""What is wrong in a row, the heading of its column, and the cell."""


class _RowReader:
    """Reads the rows of one table, one after the other, and notes what is wrong with them.

    What it remembers does not grow with the rows, unless there are columns whose values may stand only once.
    """

    def __init__(self, headings: Headings, total_in: Callable[[list[Cell]], int | None], problems: Problems) -> None:
        self._columns = [(column, headings.place(column)) for column in headings.columns]
        self._places = {column.field: place for column, place in self._columns}
        self._headed: dict[int | None, str] = {place: name for place, name in enumerate(headings.names) if name}
        self._total_in, self._problems = total_in, problems
        by_comma = headings.sheet.separator == ","
        self._stray = say.STRAY_COMMA if by_comma else say.STRAY
        figures = {place for column, place in self._columns if column.figures and place is not None}
        self._beside = {place + 1 for place in figures if by_comma and place + 1 in self._headed} - figures
        self._seen: dict[tuple[str, Any], int] = {}
        self._filled: set[int] = set()
        dates = [place for column, place in self._columns if column.dates and place is not None]
        self._dates = [_DatesSeen(place, self._headed[place]) for place in dates]
        self._blanks = {place: list[int]() for column, place in self._columns if column.even and place is not None}
        self._merged = set(_merged_rows(headings))

    def read(self, number: int, cells: list[Cell]) -> dict[str, Any] | None:
        """Return field -> value of one row if all of it can be read; None for any other, and for a blank one."""
        total = self._total_in(cells)
        if total is not None:
            heading, label = self._headed.get(total), shown(cells[total])
            self._problems.add(say.TOTALS_ROW.problem(), row=number, column=heading, value=label)
            return None
        noted = [*self._strays(cells)]
        is_blank_row = all(column.prefilled or is_blank(cell_at(cells, place)) for column, place in self._columns)
        values, is_data = ({}, False) if is_blank_row else self._read_columns(number, cells, noted)
        if not is_data and self._seems_no_data(cells, len(noted)):
            text = " ".join(" ".join(map(shown, cells)).split())
            self._problems.add(say.NO_DATA.problem(), row=number, value=text)
            return None
        for problem, column, value in noted:
            self._problems.add(problem, row=number, column=column, value=value)
        if not is_blank_row:
            self._look_at(number, cells)
            if number in self._merged:
                self._problems.add(say.MERGED.problem(), row=number)
        return values if len(values) == len(self._columns) else None

    def _seems_no_data(self, cells: list[Cell], wrong: int) -> bool:
        """Tell a row of few texts that has much wrong and lacks what every row has, or says nothing but whose it is."""
        filled = [cell for cell in cells if not is_blank(cell)]
        says_whose = all(is_blank(cell_at(cells, place)) for _, place in self._columns if place not in self._blanks)
        lacks = any(self._lacks(column, cell_at(cells, place)) for column, place in self._columns)
        many = 0 if self._blanks and says_whose else 1
        return wrong > many and lacks and len(filled) <= _FEW and all(isinstance(cell, str) for cell in filled)

    @staticmethod
    def _lacks(column: TableColumn, cell: Cell) -> bool:
        """Tell whether a cell lacks what every row has: it is blank, or of words alone where a code stands."""
        is_words = column.unique and not any(map(str.isdecimal, shown(cell)))
        return is_words or (column.blank is attrs.NOTHING and column.is_blank(cell))

    def _read_columns(self, number: int, cells: list[Cell], noted: list[_Noted]) -> tuple[dict[str, Any], bool]:
        """Read what can be read, and tell whether any of it is data: more than texts, or meant as such."""
        values, is_data = dict[str, Any](), False
        for column, place in self._columns:
            cell = cell_at(cells, place)
            try:
                values[column.field] = value = self._value(column, cell, values, number)
                self._check_alike(column, cell, cells)
                is_data |= not column.is_blank(cell) and (column.unique or not isinstance(value, str))
            except KinerjaError as error:
                heading = self._headed.get(place, column.headings[0])
                noted.append((problem_of(error), heading, shown(cell) or None))
                is_data |= _BEGINS_AS_DATA.match(shown(cell)) is not None
        return values, is_data

    def _check_alike(self, column: TableColumn, cell: Cell, cells: list[Cell]) -> None:
        """Refuse a number that is compared with another of its row and is a percentage where that is none."""
        if column.like:
            other = cell_at(cells, self._places[column.like])
            both = not is_unknown(cell) and not is_unknown(other)
            if both and ("%" in shown(cell)) != ("%" in shown(other)):
                raise refusal(say.PERCENT_BESIDE_NONE, other=shown(other))

    def check_columns(self) -> None:
        """Note, after the last row, dates that seem swapped, and blank cells of columns that other rows fill in."""
        for seen in self._dates:
            seen.note(self._problems)
        for place in self._filled:
            for number in self._blanks[place]:
                self._problems.add(say.UNEVEN.problem(), row=number, column=self._headed[place])

    def _look_at(self, number: int, cells: list[Cell]) -> None:
        """Remember what is only told once all rows were seen."""
        for seen in self._dates:
            seen.look_at(number, cell_at(cells, seen.place))
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

    def _strays(self, cells: list[Cell]) -> Iterator[_Noted]:
        """Tell what stands under no heading, and digits beside a whole number: those of 47,25 without quotes."""
        for place, cell in enumerate(cells):
            if place not in self._headed and not is_blank(cell):
                yield self._stray.problem(), None, shown(cell)
        for place in self._beside:
            figure, following = (shown(cell_at(cells, at)) for at in (place - 1, place))
            if _WHOLE.fullmatch(figure) and _DIGITS_FIRST.match(following):
                yield say.LOST_DECIMALS.problem(), self._headed[place], following
