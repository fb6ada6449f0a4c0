"""The table of realisations (tabel realisasi): what was achieved of each indicator, by its code."""

from __future__ import annotations

from fractions import Fraction
from functools import partial
from typing import TYPE_CHECKING, Any

import attrs

from kinerja._base import QuantityError, Reason, Text, UnknownIndicatorError
from kinerja.measurement import PERCENT
from kinerja.readers.sheets import LIMIT, NOT_MEASURED, Cell, read_cell_number, read_cell_text
from kinerja.readers.tables.headings import Column
from kinerja.readers.tables.table import read_table

if TYPE_CHECKING:
    import os
    from collections.abc import Mapping

    from kinerja.decrees import Entry

__all__ = ["ACTUAL_HEADINGS", "Actual", "Actuals", "code_column", "read_actuals", "read_figure"]


@attrs.frozen(kw_only=True)
class Actual:
    """One row: the indicator's code, its actual (realisasi) or `Reason.NOT_MEASURED`, and the note beside it.

    `row` is its number as the spreadsheet counts.
    """

    code: str
    value: Fraction | Reason
    note: str = ""
    row: int


@attrs.frozen(kw_only=True)
class Actuals:
    """A table of realisations, in the order of the file.

    Fields:
        file: the path it was read from.
        rows: every row; each code stands once.
        left_out: the headings of the columns that were not read.
    """

    file: str
    rows: tuple[Actual, ...]
    left_out: tuple[str, ...] = ()

    def by_code(self) -> dict[str, Fraction | Reason]:
        """Return code -> actual, as a scorecard takes them."""
        return {row.code: row.value for row in self.rows}


def read_actuals(
    path: str | os.PathLike[str],
    *,
    entries: Mapping[str, Entry] | None = None,
    sheet: str | None = None,
    limit: int = LIMIT,
) -> Actuals:
    """Read a table of realisations from a CSV file or a workbook.

    Headings are `kode` or `code`, `realisasi` or `actual`, and optionally `keterangan`, `catatan` or `note`, in any
    order. A blank cell, `N/A`, `n/a` and `-` mean not measured, which is never 0. Numbers are in Indonesian writing,
    see `kinerja.readers.sheets.read_number`; number cells of a workbook are taken as they are, and one that is shown
    in percent counts in percent. Other columns (target, satuan, ...) may stand beside and are left out.

    Args:
        path: a `.csv` or `.xlsx` file.
        entries: code -> the decree's entry, such as a Catalogue. With it an unknown code is refused, and so is an
            actual that its indicator cannot have; and where the unit is not percent, `1.000` is one thousand.
            Without it `1.000` is refused, because in percent it could be 1 or 1000.
        sheet: the worksheet; without it, the only one that has the headings.
        limit: how many bytes a workbook may unpack to.

    Raises:
        RecordsError: every bad cell at once; a code given twice, a blank code, no rows, or a file that cannot be read.
        ColumnsError: if the column of codes or of realisations is not there.
        MissingExtraError: if an optional package is not installed.
    """
    columns = _columns(entries)
    table = read_table(path, columns, sheet=sheet, limit=limit)
    rows = tuple(Actual(row=row.number, **row.values) for row in table)
    return Actuals(file=table.file, rows=rows, left_out=table.left_out)


def _columns(entries: Mapping[str, Entry] | None) -> tuple[Column, ...]:
    return (
        code_column(entries),
        Column(
            field="value",
            headings=("realisasi", "actual"),
            read=partial(_read_value, entries),
            blank=Reason.NOT_MEASURED,
            figures=True,
        ),
        Column(field="note", headings=("keterangan", "catatan", "note"), read=_read_note, needed=False, blank=""),
    )


def code_column(entries: Mapping[str, Entry] | None) -> Column:
    """Return the column of codes; with entries, one that refuses other codes than theirs."""
    return Column(field="code", headings=("kode", "code"), read=partial(_read_code, entries), unique=True)


def _read_code(entries: Mapping[str, Entry] | None, cell: Cell, _before: Mapping[str, Any]) -> str | Text:
    code = read_cell_text(cell)
    if entries is None or isinstance(code, Text) or code in entries:
        return code
    return UnknownIndicatorError.of(code, entries).text


def _read_value(entries: Mapping[str, Entry] | None, cell: Cell, before: Mapping[str, Any]) -> Fraction | Reason | Text:
    value, entry = read_figure(entries, cell, before), _entry(entries, before)
    if value is None:
        return Reason.NOT_MEASURED
    if entry is None or isinstance(value, Text):
        return value
    try:
        return entry.check_actual(value)
    except QuantityError as error:
        return error.text


def read_figure(entries: Mapping[str, Entry] | None, cell: Cell, before: Mapping[str, Any]) -> Fraction | Text | None:
    """Return the number in a cell of the row of a code; None where it says that there is none."""
    if isinstance(cell, str) and cell.strip() in NOT_MEASURED:
        return None
    entry = _entry(entries, before)
    return read_cell_number(cell, may_be_percent=entry is None or entry.unit == PERCENT)


def _entry(entries: Mapping[str, Entry] | None, before: Mapping[str, Any]) -> Entry | None:
    return (entries or {}).get(before.get("code", ""))


def _read_note(cell: Cell, _before: Mapping[str, Any]) -> str | Text:
    return read_cell_text(cell)


ACTUAL_HEADINGS = _columns(None)
"""The columns of a table of realisations, by which one is known."""
