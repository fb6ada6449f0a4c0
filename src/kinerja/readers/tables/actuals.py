"""Tables of what was achieved of each indicator (realisasi), by its code."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from functools import partial
from typing import TYPE_CHECKING, Any

import attrs

from kinerja._base import AND, Problem, Reason, Text, name_of
from kinerja.readers.messages import NOT_COMPARED, OTHER_VALUES
from kinerja.readers.sheets import LIMIT, Cell, Problems, Readable, open_sheets, read_cell_number
from kinerja.readers.tables.figures import (
    code_column,
    entry_of,
    figure_column,
    heading_of,
    read_figure,
    read_target,
    refuse_other_periods,
)
from kinerja.readers.tables.headings import Headings, TableColumn
from kinerja.readers.tables.stated import ACHIEVEMENT, TARGET, Stated, column_of, otherwise, stated
from kinerja.readers.tables.table import values_under
from kinerja.readers.tables.worksheets import find_tables

if TYPE_CHECKING:
    from kinerja.decrees import Entry
    from kinerja.records import Period
    from kinerja.scorecards import Score


@attrs.frozen(kw_only=True)
class Actual:
    """One row: the indicator's code, its actual (realisasi) or `Reason.NOT_MEASURED`, and the note beside it.

    `row` is its number as the spreadsheet counts. `target` and `achievement` are what the table says of them; they are
    compared with a scorecard, see `against`, and never taken.
    """

    code: str
    value: Fraction | Reason
    note: str = ""
    row: int
    target: Stated | None = None
    achievement: Stated | None = None

    @property
    def beside(self) -> tuple[str, ...]:
        """The headings under which its row states a target or an achievement."""
        return tuple(one.heading for one in (self.target, self.achievement) if one is not None)

    def against(self, score: Score, table: str) -> Iterator[Text]:
        """Say where its table has another target or achievement than the row of a scorecard that it gives."""
        if (self.value if isinstance(self.value, Fraction) else None) == score.actual:
            yield from otherwise(score, self.target, self.achievement)
        elif self.beside:
            yield NOT_COMPARED.text(table=table, headings=self.beside)


@attrs.frozen(kw_only=True)
class Actuals:
    """A table of realisations, in the order of the file.

    Fields:
        file: the path it was read from.
        rows: every row; each code stands once.
        left_out: the headings of the columns that were not read.
        above: what stands above the headings, such as a title; it was not read.
        notes: what is hidden and counts, and which worksheets were not read.
        heading: of the column of realisations, of several tables that of the first.
    """

    file: str
    rows: tuple[Actual, ...]
    left_out: tuple[str, ...] = ()
    above: tuple[str, ...] = ()
    notes: tuple[Text, ...] = ()
    heading: str = ""

    def by_code(self) -> dict[str, Fraction | Reason]:
        """Return code -> actual, as a scorecard takes them."""
        return {row.code: row.value for row in self.rows}


def read_actuals(
    path: Readable,
    *,
    entries: Mapping[str, Entry] | None = None,
    period: int | str | Period | None = None,
    sheet: str | None = None,
    limit: int = LIMIT,
) -> Actuals:
    """Read a table of realisations from a CSV file or a workbook.

    Headings are `kode` or `code`, `realisasi` or `actual`, and optionally `keterangan`, `catatan` or `note`, in any
    order. A blank cell, `N/A`, `n/a` and `-` mean not measured, which is never 0. Numbers are in Indonesian writing,
    see `kinerja.readers.read_number`; number cells of a workbook are taken as they are, and one that is shown
    in percent counts in percent. Other columns may stand beside: targets and achievements (capaian) are kept for
    comparison, what else there is (satuan, ...) is left out.

    Published tables are read as they are: titles may stand above the headings, `Tahun 2023` may stand in a row of its
    own over `Target` and `Realisasi`, and a row may number the columns. Codes may be written as people do, see
    `kinerja.decrees.find_code`.

    Args:
        path: a `.csv` or `.xlsx` file.
        entries: code -> the decree's entry, such as a Catalogue. With it an unknown code is refused, and so is an
            actual that its indicator cannot have; and where the unit is whole or rupiah, `1.000` is one thousand.
            In other units, and without entries, `1.000` is refused, because it could be 1 or 1000.
        period: whose realisations they are; a column that is headed by another is then refused.
        sheet: the worksheet; without it, all that have the headings, together.
        limit: how many bytes a workbook may unpack to.

    Raises:
        RecordsError: every bad cell at once; a code given twice, in two worksheets with different figures, a blank
            code, no rows, or a file that cannot be read.
        ColumnsError: if the column of codes or of realisations is not there.
        MissingExtraError: if an optional package is not installed.
    """
    found, problems = find_tables(open_sheets(path, limit), actual_columns(entries), sheet), Problems(name_of(path))
    named, tables = list[tuple[str, Actual]](), list[Actuals]()
    for headings in found.headings:
        refuse_other_periods(headings, "value", period)
        with problems.gathering():
            tables.append(actuals_under(headings, entries))
            named.extend((str(headings.sheet.name), row) for row in tables[-1].rows)
    problems.extend(other_values(name_of(path), named))
    problems.raise_any()
    rows: dict[str, Actual] = {}
    for _, row in named:
        if row.code not in rows or isinstance(rows[row.code].value, Reason):
            rows[row.code] = row
    return Actuals(
        file=name_of(path),
        rows=tuple(rows.values()),
        left_out=tuple(dict.fromkeys(name for table in tables for name in table.left_out)),
        above=tuple(text for headings in found.headings for text in headings.rows.above),
        notes=found.notes,
        heading=tables[0].heading,
    )


def other_values(place: str, named: Iterable[tuple[str, Actual]]) -> Iterator[Problem]:
    """Tell the codes of which two named tables give different figures; one that gives none contradicts nobody."""
    places: dict[str, dict[Fraction, str]] = {}
    for name, row in named:
        if isinstance(row.value, Fraction):
            places.setdefault(row.code, {}).setdefault(row.value, name)
    for code, by_value in places.items():
        if len(by_value) > 1:
            yield OTHER_VALUES.problem(place, indicator=code, places=Text.joined(by_value.values(), AND))


def actuals_under(headings: Headings, entries: Mapping[str, Entry] | None = None) -> Actuals:
    """Read the rows below headings as realisations; see `read_actuals`."""
    read = list(values_under(headings))
    cells_of = dict(headings.body())
    target, achievement = (column_of(headings, words) for words in (TARGET, ACHIEVEMENT))
    rows = tuple(
        Actual(
            row=number,
            target=stated(headings, target, cells_of[number], partial(read_target, entries, before=values)),
            achievement=stated(headings, achievement, cells_of[number], read_cell_number),
            **values,
        )
        for number, values in read
    )
    compared = {headings.names[place] for place in (target, achievement) if place is not None}
    left_out = tuple(name for name in headings.left_out if name not in compared)
    return Actuals(
        file=headings.sheet.file,
        rows=rows,
        left_out=left_out,
        above=headings.rows.above,
        heading=heading_of(headings, "value"),
    )


def actual_columns(entries: Mapping[str, Entry] | None) -> tuple[TableColumn, ...]:
    """Return the columns of a table of realisations; with entries, for their codes alone."""
    return (
        code_column(entries),
        attrs.evolve(
            figure_column("value", ("realisasi", "actual"), partial(_read_value, entries), blank=Reason.NOT_MEASURED),
            of_period=True,
        ),
        TableColumn(field="note", headings=("keterangan", "catatan", "note"), needed=False, blank=""),
    )


def _read_value(entries: Mapping[str, Entry] | None, cell: Cell, before: Mapping[str, Any]) -> Fraction:
    value, entry = read_figure(entries, cell, before), entry_of(entries, before)
    return value if entry is None else entry.check_actual(value)
