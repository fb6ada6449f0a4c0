"""Tables of figures by code: their columns and cells, and what a period promised (target)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from kinerja._base import Number, PeriodError
from kinerja.decrees import Entry, find_code
from kinerja.measurement import PERCENT, RUPIAH, Target, Unit, as_target, lowest
from kinerja.readers.messages import HEADED_OTHERWISE
from kinerja.readers.sheets import (
    LIMIT,
    Cell,
    Readable,
    Sheet,
    is_unknown,
    open_sheets,
    range_in,
    read_cell_number,
    refusal,
)
from kinerja.readers.tables import messages as say
from kinerja.readers.tables.heading_rows import HeadingRows, heading_rows
from kinerja.readers.tables.headings import Headings, TableColumn
from kinerja.readers.tables.names import names_other_period, read_name
from kinerja.readers.tables.table import values_under
from kinerja.readers.tables.worksheets import find_headings
from kinerja.records import Period, as_period, plain_heading

if TYPE_CHECKING:
    from fractions import Fraction


_TARGET = "target "


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
    read, when = partial(read_target, entries), str(period)
    if period is not None:
        names = [name for one in sheets for name in names_beside_code(one, heading_rows(one))]
        by_period = target_columns(entries, names)
        if by_period:
            enough = {when, str(period.year)} if or_of_year else {when}
            own = figure_column(when, (target_heading(when),), read, blank=None)
            columns = by_period if any(column.field in enough for column in by_period) else (*by_period, own)
            return read_targets_by_period(find_headings(sheets, columns, sheet))
    columns = (code_column(entries), figure_column(when, ("target",), read, blank=None))
    headings = find_headings(sheets, columns, sheet)
    refuse_other_periods(headings, when, period)
    return read_targets_by_period(headings)


def refuse_other_periods(headings: Headings, field: str, period: int | str | Period | None) -> None:
    """Refuse a column whose heading names another period."""
    name = heading_of(headings, field)
    if period is not None and names_other_period(name, as_period(period)):
        raise refusal(HEADED_OTHERWISE, headings.sheet.file, row=headings.row, value=name, period=as_period(period))


def heading_of(headings: Headings, field: str) -> str:
    """Return the heading under which a field stands."""
    (place,) = (headings.place(column) for column in headings.columns if column.field == field)
    return headings.names[place or 0]


def read_targets_by_period(headings: Headings) -> dict[str, dict[str, Target]]:
    """Read a table with a column of targets for each period: period, as it is written -> code -> target.

    A blank is none.
    """
    periods = {column.field: dict[str, Target]() for column in headings.columns if column.field != "code"}
    for _, values in values_under(headings):
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
    read = partial(read_target, entries)
    headings: dict[str, tuple[str, ...]] = {}
    for name in map(plain_heading, names):
        period = _period_of(name)
        if period is not None:
            headings[period] = (*headings.get(period, (target_heading(period),)), name)
    columns = [figure_column(period, own, read, blank=None) for period, own in headings.items()]
    return (code_column(entries), *columns) if columns else ()


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
    return Headings.among(sheet, rows, (code_column(None),)).names


def target_heading(period: str) -> str:
    """Return how the column of a period's targets is headed."""
    return f"{_TARGET}{period}"


def figure_column(field: str, headings: tuple[str, ...], read: Callable[..., Target], *, blank: Any) -> TableColumn:
    """Return a column of figures, in which a blank, `N/A` and a dash mean what is said."""
    return TableColumn(field=field, headings=headings, read=read, is_blank=is_unknown, blank=blank, figures=True)


def code_column(entries: Mapping[str, Entry] | None) -> TableColumn:
    """Return the column of codes; with entries, one that refuses other codes than theirs."""
    return TableColumn(field="code", headings=("kode", "code"), read=partial(_read_code, entries), unique=True)


def _read_code(entries: Mapping[str, Entry] | None, cell: Cell, _before: Mapping[str, Any]) -> str:
    code = read_name(cell)
    return code if entries is None else find_code(code, entries)


def read_figure(entries: Mapping[str, Entry] | None, cell: Cell, before: Mapping[str, Any]) -> Fraction:
    """Return the number in a cell of the row of a code."""
    entry = entry_of(entries, before)
    if entry is None:
        return read_cell_number(cell)
    return read_in_unit(cell, entry.unit)


def read_in_unit(cell: Cell, unit: Unit) -> Fraction:
    """Read a number of a unit: dots can only group thousands where it is whole or rupiah, `%` stands with percent.

    `Rp` stands with neither percent nor what is counted in whole numbers.
    """
    is_percent, is_whole = unit == PERCENT, unit.whole
    return read_cell_number(
        cell,
        may_be_percent=is_percent,
        dots_group=is_whole or unit == RUPIAH,
        may_be_rupiah=not (is_percent or is_whole),
    )


def entry_of(entries: Mapping[str, Entry] | None, before: Mapping[str, Any]) -> Entry | None:
    """Return the entry of the code that a row begins with; None where nobody knows."""
    return (entries or {}).get(before.get("code", ""))


def target_in(cell: Cell, read: Callable[[Cell], Number]) -> Target:
    """Return the target in a cell: a number, or the two of a range as people write it.

    A day, which a spreadsheet makes of `8-9`, is refused.

    >>> from fractions import Fraction
    >>> print(target_in("80-90", lambda cell: Fraction(str(cell))))
    80-90
    """
    if isinstance(cell, dt.date):
        raise refusal(say.RANGE_AS_DAY)
    bounds = range_in(cell) if isinstance(cell, str) else None
    return as_target(read(cell) if bounds is None else [read(bound) for bound in bounds])


def read_target(entries: Mapping[str, Entry] | None, cell: Cell, before: Mapping[str, Any]) -> Target:
    """Return the target in a cell of the row of a code, if it can be one."""
    target = target_in(cell, partial(read_figure, entries, before=before))
    entry = entry_of(entries, before)
    if entry is not None:
        return entry.check_target(target)
    if lowest(target) < 0:
        raise refusal(say.TARGET_NEGATIVE)
    return target
