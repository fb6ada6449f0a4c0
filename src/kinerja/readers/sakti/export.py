"""SAKTI's report GLP039, Laporan Ketersediaan Dana Detail: its Excel export becomes budget lines."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import attrs

from kinerja._base import Text
from kinerja._base.dates import MONTHS
from kinerja.indicators.p3dn_ratio import BudgetLine
from kinerja.readers.sakti import messages as say
from kinerja.readers.sakti.report import Body, Head, filled, is_export, is_total, read_head
from kinerja.readers.sakti.rows import parse_entry
from kinerja.readers.sheets import LIMIT, Problems, Sheet, StrPath, Worksheet, open_workbook, refusal

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kinerja.records import Period

_STEP = 100


@attrs.frozen(kw_only=True)
class GLP039:
    """What a GLP039 export says.

    Fields:
        file: the path it was read from.
        year: the budget year (tahun anggaran). month: the month up to which it goes, 1 to 12.
        unit, unit_name: the code and name of the work unit (satker).
        lines: one for each account row, in the order of the report.
        ceiling, realised: the report's own totals (JUMLAH SELURUHNYA), rupiah; the lines add up to them.
    """

    file: str
    year: int
    month: int
    unit: str
    unit_name: str
    lines: tuple[BudgetLine, ...] = attrs.field(repr=False)
    ceiling: Fraction
    realised: Fraction

    @property
    def source(self) -> Text:
        """Where the lines come from."""
        until, whose = f"{MONTHS[self.month - 1]} {self.year}", f"{self.unit} {self.unit_name}"
        return Text(
            id=f"{self.file}, GLP039 s.d. {until}, satker {whose}",
            en=f"{self.file}, GLP039 up to {until}, satker {whose}",
        )


def month_note(file: str, until: tuple[int, int], period: Period) -> Text | None:
    """Say where an export, up to a month of a year, does not end with a period; None where it does."""
    ends = (period.end.year, period.end.month)
    if until == ends:
        return None
    reached, end = (f"{MONTHS[month - 1]} {year}" for year, month in (until, ends))
    return Text(
        id=f"{file} s.d. {reached}, padahal periode berakhir {end}.",
        en=f"{file} goes up to {reached}, but the period ends in {end}.",
    )


def read_glp039(path: StrPath, *, limit: int = LIMIT, progress: Callable[[int, int], object] | None = None) -> GLP039:
    """Read the Excel export of SAKTI's report GLP039 (Laporan Ketersediaan Dana Detail).

    Account rows (akun) are the lines; items below them are parts of the same money and are not counted again. A row
    that is broken over two pages is counted once. Foot notes (`*...`) and repeated page headings are skipped, and
    nothing else: a row that is not understood is a problem. The lines must add up to JUMLAH SELURUHNYA to the rupiah.

    The reference of a line is the path of codes above it, as in `AA.6025.AEB.001.051.0A.521211`.

    Args:
        path: the `.xlsx` file.
        limit: how many bytes it may unpack to.
        progress: called now and then with the rows done and the rows there are.

    Raises:
        RecordsError: with everything wrong at once; for a file that is not such a report, or not whole, and for totals
            that differ.
        MissingExtraError: if python-calamine is not installed.
    """
    sheet = find_export(open_workbook(path, limit))
    if sheet is None:
        raise refusal(say.NO_REPORT, str(path))
    return read_export(sheet, progress)


def find_export(sheets: Sequence[Sheet]) -> Worksheet | None:
    """Find the worksheet that holds the report; None where there is none, and a RecordsError for several."""
    found = [sheet for sheet in sheets if is_export(sheet)]
    if len(found) > 1:
        raise refusal(say.SEVERAL_REPORTS, found[0].file)
    return found[0] if found else None


def read_export(sheet: Worksheet, progress: Callable[[int, int], object] | None = None) -> GLP039:
    """Read the worksheet that holds the report; see `read_glp039`."""
    problems = Problems(sheet.file)
    rows = [(number, cells) for number, row in enumerate(sheet.cells, 1) if (cells := filled(row))]
    start = next((at for at, (_, cells) in enumerate(rows) if is_total(cells) or parse_entry(cells)), len(rows))
    head = read_head((cells for _, cells in rows[:start]), problems)
    body = Body(sheet, head, problems)
    for done, (number, cells) in enumerate(rows[start:], start + 1):
        body.take(number, cells)
        if progress is not None and (done % _STEP == 0 or done == len(rows)):
            progress(done, len(rows))
    body.check_whole()
    return _report(sheet.file, head, body, problems)


def _report(file: str, head: Head, body: Body, problems: Problems) -> GLP039:
    lines = tuple(
        BudgetLine(
            unit=head.unit,
            reference=path,
            year=head.year,
            account=account.code,
            ceiling=account.ceiling,
            realised=account.realised,
        )
        for path, account in body.accounts.items()
    )
    ceiling, realised = body.total.ceiling, body.total.realised
    for name, added, total in (
        ("Pagu Revisi", sum(line.ceiling for line in lines), ceiling),
        ("Realisasi s.d. Periode", sum(line.realised for line in lines), realised),
    ):
        if added != total:
            problems.add(say.OTHER_SUM.problem(name=name, added=added, total=total, difference=added - total))
    problems.raise_any()
    return GLP039(
        file=file,
        year=head.year,
        month=head.month,
        unit=head.unit,
        unit_name=head.unit_name,
        lines=lines,
        ceiling=ceiling,
        realised=realised,
    )
