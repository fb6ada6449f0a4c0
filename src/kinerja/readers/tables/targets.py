"""The table of targets (tabel target): what a quarter promised of each indicator, by its code."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from kinerja._base import Text
from kinerja.readers.sheets import LIMIT, open_sheets, unfit
from kinerja.readers.tables.actuals import code_column, figure_column, read_figure
from kinerja.readers.tables.table import Table, find_headings

if TYPE_CHECKING:
    import os
    from collections.abc import Mapping
    from fractions import Fraction

    from kinerja.decrees import Entry
    from kinerja.readers.sheets import Cell

__all__ = ["read_targets"]

_NEGATIVE = Text(id="target tidak dapat di bawah 0.", en="a target cannot be below 0.")


def read_targets(
    path: str | os.PathLike[str],
    *,
    entries: Mapping[str, Entry] | None = None,
    sheet: str | None = None,
    limit: int = LIMIT,
) -> dict[str, Fraction]:
    """Read a quarter's own targets from a CSV file or a workbook, as a scorecard takes them.

    Headings are `kode` or `code`, and `target`, in any order; other columns may stand beside, so that targets and
    realisations may share a file. A blank cell, `N/A`, `n/a` and `-` mean that there is no target. Numbers are read as
    in `kinerja.readers.read_actuals`.

    Args:
        path: a `.csv` or `.xlsx` file.
        entries: code -> the decree's entry, such as a Catalogue. With it an unknown code is refused.
        sheet: the worksheet; without it, the only one that has the headings.
        limit: how many bytes a workbook may unpack to.

    Returns:
        Code -> target; a code without a target is not in it.

    Raises:
        RecordsError: every bad cell at once; a code given twice, a blank code, no rows, or a file that cannot be read.
        ColumnsError: if the column of codes or of targets is not there.
        MissingExtraError: if an optional package is not installed.
    """
    columns = (code_column(entries), figure_column("target", ("target",), partial(_read_target, entries), blank=None))
    rows = Table.of(find_headings(open_sheets(path, limit), columns, sheet), columns)
    return {row.values["code"]: row.values["target"] for row in rows if row.values["target"] is not None}


def _read_target(entries: Mapping[str, Entry] | None, cell: Cell, before: Mapping[str, Any]) -> Fraction:
    target = read_figure(entries, cell, before)
    if target < 0:
        raise unfit(_NEGATIVE)
    return target
