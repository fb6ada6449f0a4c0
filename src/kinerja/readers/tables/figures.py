"""Tables of figures by code: what was achieved of each indicator (realisasi), and what a quarter promised (target)."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import partial
from typing import TYPE_CHECKING, Any

import attrs

from kinerja._base import AND, PeriodError, Problem, Reason, Text, name_of
from kinerja.decrees import find_code
from kinerja.measurement import PERCENT, RUPIAH, Target, as_target, lowest
from kinerja.readers.messages import HEADED_OTHERWISE, NOT_COMPARED, OTHER_VALUES
from kinerja.readers.sheets import (
    LIMIT,
    Cell,
    Problems,
    Readable,
    Sheet,
    is_unknown,
    open_sheets,
    read_cell_number,
    refusal,
)
from kinerja.readers.tables import messages as say
from kinerja.readers.tables.heading_periods import names_other_period
from kinerja.readers.tables.heading_rows import HeadingRows, heading_rows
from kinerja.readers.tables.headings import Headings, TableColumn
from kinerja.readers.tables.names import read_name
from kinerja.readers.tables.stated import ACHIEVEMENT, TARGET, Stated, column_of, otherwise, stated
from kinerja.readers.tables.table import Table
from kinerja.readers.tables.worksheets import find_headings, find_tables
from kinerja.records import Period, as_period, plain_heading

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from kinerja.decrees import Entry
    from kinerja.measurement import Unit
    from kinerja.scorecards import Score


_RANGE = re.compile(r"\s*(?P<low>[0-9][^-–]*?)\s*(?:-|–|\bs\.?d\.?|\bs/d|\bsampai)\s*(?P<high>[0-9][^-–]*?)\s*")
_TARGET = "target "


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
        """Say where its table has another target or achievement than the row of a scorecard that it gives.

        Args:
            score: the row.
            table: what the reader knows the table by.
        """
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
        _refuse_other_periods(headings, "value", period)
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
    """Tell the codes of which two tables give different figures; a table that gives none contradicts nobody.

    Args:
        place: of the file or folder that holds them.
        named: where each row stands, and the row.
    """
    places: dict[str, dict[Fraction, str]] = {}
    for name, row in named:
        if isinstance(row.value, Fraction):
            places.setdefault(row.code, {}).setdefault(row.value, name)
    for code, by_value in places.items():
        if len(by_value) > 1:
            yield OTHER_VALUES.problem(place, indicator=code, places=Text.joined(by_value.values(), AND))


def actuals_under(headings: Headings, entries: Mapping[str, Entry] | None = None) -> Actuals:
    """Read the rows below headings as realisations; see `read_actuals`."""
    read = list(Table(headings=headings))
    cells_of = dict(headings.body())
    target, achievement = (column_of(headings, words) for words in (TARGET, ACHIEVEMENT))
    rows = tuple(
        Actual(
            row=number,
            target=stated(headings, target, cells_of[number], partial(_read_target, entries, before=values)),
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
        heading=_heading_of(headings, "value"),
    )


def read_targets(
    path: Readable,
    *,
    entries: Mapping[str, Entry] | None = None,
    period: int | str | Period | None = None,
    sheet: str | None = None,
    limit: int = LIMIT,
) -> dict[str, Target]:
    """Read the office's own targets of a period from a CSV file or a workbook, as a scorecard takes them.

    Headings are `kode` or `code`, and `target`, in any order; other columns may stand beside, so that targets and
    realisations may share a file. A blank cell, `N/A`, `n/a` and `-` mean that there is no target. Numbers are read as
    in `kinerja.readers.read_actuals`; `80-90`, `80 s.d. 90` and `80 sampai 90` are ranges.

    Args:
        path: a `.csv` or `.xlsx` file.
        entries: code -> the decree's entry, such as a Catalogue. With it an unknown code is refused, and so is a target
            that cannot be.
        period: whose targets they are, where the table has a column for each period, such as `target 2023-TW2`.
        sheet: the worksheet; without it, the only one that has the headings.
        limit: how many bytes a workbook may unpack to.

    Returns:
        Code -> target; a code without a target is not in it.

    Raises:
        RecordsError: every bad cell at once; a code given twice, a blank code, no rows, or a file that cannot be read.
        ColumnsError: if the column of codes or of targets is not there.
        MissingExtraError: if an optional package is not installed.
    """
    when = None if period is None else as_period(period)
    return all_targets(open_sheets(path, limit), entries, when, sheet=sheet)[str(when)]


def all_targets(
    sheets: Sequence[Sheet],
    entries: Mapping[str, Entry] | None,
    period: Period | None,
    *,
    sheet: str | None = None,
    or_of_year: bool = False,
) -> dict[str, dict[str, Target]]:
    """Read every target of a table, period, as it is written -> code -> target; of one column, those of the period.

    A table with a column for each period must have the period's; with `or_of_year`, that of its year will do.
    """
    read, when = partial(_read_target, entries), str(period)
    if period is not None:
        names = [name for one in sheets for name in names_beside_code(one, heading_rows(one))]
        by_period = target_columns(entries, names)
        if by_period:
            enough = {when, str(period.year)} if or_of_year else {when}
            own = _figure_column(when, (target_heading(when),), read, blank=None)
            columns = by_period if any(column.field in enough for column in by_period) else (*by_period, own)
            return read_targets_by_period(find_headings(sheets, columns, sheet))
    columns = (_code_column(entries), _figure_column(when, ("target",), read, blank=None))
    headings = find_headings(sheets, columns, sheet)
    _refuse_other_periods(headings, when, period)
    return read_targets_by_period(headings)


def _refuse_other_periods(headings: Headings, field: str, period: int | str | Period | None) -> None:
    """Refuse a column whose heading names another period."""
    name = _heading_of(headings, field)
    if period is not None and names_other_period(name, as_period(period)):
        raise refusal(HEADED_OTHERWISE, headings.sheet.file, row=headings.row, value=name, period=as_period(period))


def _heading_of(headings: Headings, field: str) -> str:
    (place,) = (headings.place(column) for column in headings.columns if column.field == field)
    return headings.names[place or 0]


def read_targets_by_period(headings: Headings) -> dict[str, dict[str, Target]]:
    """Read a table with a column of targets for each period, such as `target 2023` and `target 2023-TW1`.

    Returns:
        Period, as it is written -> code -> target; a blank is none.
    """
    periods = {column.field: dict[str, Target]() for column in headings.columns if column.field != "code"}
    for _, values in Table(headings=headings):
        for period, own in periods.items():
            if values[period] is not None:
                own[values["code"]] = values[period]
    return periods


def target_columns(entries: Mapping[str, Entry] | None, names: Iterable[str]) -> tuple[TableColumn, ...]:
    """Return the columns of a table of targets by period, of those that a table has; none where it has none.

    >>> from kinerja import BSPJI_PEKANBARU_2021_2024 as catalogue
    >>> [column.field for column in target_columns(catalogue, ["kode", "Target 2023", "target 2023 tw2"])]
    ['code', '2023', '2023-TW2']
    """
    read = partial(_read_target, entries)
    headings: dict[str, tuple[str, ...]] = {}
    for name in map(plain_heading, names):
        period = _period_of(name)
        if period is not None:
            headings[period] = (*headings.get(period, (target_heading(period),)), name)
    columns = [_figure_column(period, own, read, blank=None) for period, own in headings.items()]
    return (_code_column(entries), *columns) if columns else ()


def _period_of(heading: str) -> str | None:
    """Return the period of a column of targets, such as `target semester i 2025`; None for another column."""
    if not heading.startswith(_TARGET):
        return None
    try:
        return str(as_period(heading.removeprefix(_TARGET)))
    except PeriodError:
        return None


def names_beside_code(sheet: Sheet, rows: Sequence[HeadingRows]) -> tuple[str, ...]:
    """Return the headings of a sheet where the column of codes stands; else those of its first filled row."""
    return Headings.among(sheet, rows, (_code_column(None),)).names


def target_heading(period: str) -> str:
    """Return how the column of a period's targets is headed."""
    return f"{_TARGET}{period}"


def actual_columns(entries: Mapping[str, Entry] | None) -> tuple[TableColumn, ...]:
    """Return the columns of a table of realisations; with entries, for their codes alone."""
    return (
        _code_column(entries),
        attrs.evolve(
            _figure_column("value", ("realisasi", "actual"), partial(_read_value, entries), blank=Reason.NOT_MEASURED),
            of_period=True,
        ),
        TableColumn(field="note", headings=("keterangan", "catatan", "note"), needed=False, blank=""),
    )


def _figure_column(field: str, headings: tuple[str, ...], read: Callable[..., Target], *, blank: Any) -> TableColumn:
    """Return a column of figures, in which a blank, `N/A` and a dash mean what is said."""
    return TableColumn(field=field, headings=headings, read=read, is_blank=is_unknown, blank=blank, figures=True)


def _code_column(entries: Mapping[str, Entry] | None) -> TableColumn:
    """Return the column of codes; with entries, one that refuses other codes than theirs."""
    return TableColumn(field="code", headings=("kode", "code"), read=partial(_read_code, entries), unique=True)


def _read_code(entries: Mapping[str, Entry] | None, cell: Cell, _before: Mapping[str, Any]) -> str:
    code = read_name(cell)
    return code if entries is None else find_code(code, entries)


def _read_value(entries: Mapping[str, Entry] | None, cell: Cell, before: Mapping[str, Any]) -> Fraction:
    value, entry = _read_figure(entries, cell, before), _entry(entries, before)
    return value if entry is None else entry.check_actual(value)


def _read_figure(entries: Mapping[str, Entry] | None, cell: Cell, before: Mapping[str, Any]) -> Fraction:
    """Return the number in a cell of the row of a code."""
    entry = _entry(entries, before)
    if entry is None:
        return read_cell_number(cell)
    return read_in_unit(cell, entry.unit)


def read_in_unit(cell: Cell, unit: Unit) -> Fraction:
    """Read a number of a unit: dots can only group thousands where it is whole or rupiah, `%` stands with percent.

    `Rp` stands with neither percent nor what is counted in whole numbers.

    Raises:
        RecordsError: for what is no such number.
    """
    is_percent, is_whole = unit == PERCENT, unit.whole
    return read_cell_number(
        cell,
        may_be_percent=is_percent,
        dots_group=is_whole or unit == RUPIAH,
        may_be_rupiah=not (is_percent or is_whole),
    )


def _entry(entries: Mapping[str, Entry] | None, before: Mapping[str, Any]) -> Entry | None:
    return (entries or {}).get(before.get("code", ""))


def target_in(cell: Cell, read: Callable[[Cell], Fraction]) -> Target:
    """Return the target in a cell: a number, or the two of a range as people write it.

    >>> print(target_in("80 s.d. 90", lambda cell: Fraction(str(cell))))
    80-90
    """
    bounds = _RANGE.fullmatch(cell) if isinstance(cell, str) else None
    return read(cell) if bounds is None else as_target([read(bounds["low"]), read(bounds["high"])])


def _read_target(entries: Mapping[str, Entry] | None, cell: Cell, before: Mapping[str, Any]) -> Target:
    target = target_in(cell, partial(_read_figure, entries, before=before))
    entry = _entry(entries, before)
    if entry is not None:
        return entry.check_target(target)
    if lowest(target) < 0:
        raise refusal(say.TARGET_NEGATIVE)
    return target
