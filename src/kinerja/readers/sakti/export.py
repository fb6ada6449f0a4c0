"""SAKTI's report GLP039, Laporan Ketersediaan Dana Detail or Realisasi SP2D: its export becomes budget lines."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from kinerja._base import Problem, Text, name_of, write
from kinerja._base.dates import MONTHS
from kinerja.indicators.p3dn_ratio import BudgetLine
from kinerja.readers.sakti import messages as say
from kinerja.readers.sakti.report import Basis, Body, Head, filled, is_export, is_total, read_head
from kinerja.readers.sakti.rows import Figures, parse_entry
from kinerja.readers.sheets import LIMIT, Problems, Readable, Sheet, open_sheets, open_workbook, refusal

if TYPE_CHECKING:
    from kinerja.measurement import Measurement
    from kinerja.records import Period

_STEP = 100
_TEXTS = frozenset({".csv", ".txt"})
_PATH_OF_PROGRAMME, _PATH_OF_OUTPUT = 1, 4
"""How many codes of a line's path lead to its program, and to its RO: `AA.6025.AEB.001` for the second."""


@attrs.frozen(kw_only=True)
class GLP039:
    """What a GLP039 export says.

    Fields:
        file: the path it was read from.
        basis: what counts as realised: accrual (akrual), or paid by SP2D.
        year: the budget year (tahun anggaran). month: the month up to which it goes, 1 to 12.
        unit, unit_name: the code and name of the work unit (satker).
        lines: one for each account row, in the order of the report.
        ceiling, locked, realised: the report's own totals (JUMLAH SELURUHNYA), rupiah; the lines add up to them.
        rest: what the report has as the rest of the ceiling (SISA ANGGARAN); it should be what was not realised.
    """

    file: str
    basis: Basis
    year: int
    month: int
    unit: str
    unit_name: str
    lines: tuple[BudgetLine, ...] = attrs.field(repr=False)
    ceiling: Fraction
    locked: Fraction
    realised: Fraction
    rest: Fraction

    @property
    def until(self) -> str:
        """The month and year up to which it goes, such as `Maret 2026`."""
        return _month(self.year, self.month)

    @property
    def programmes(self) -> tuple[str, ...]:
        """The codes of the programs in it, such as `AA`."""
        return self._paths(_PATH_OF_PROGRAMME)

    @property
    def outputs(self) -> tuple[str, ...]:
        """The paths of the detailed outputs (rincian output, RO) in it, such as `AA.6025.AEB.001`."""
        return self._paths(_PATH_OF_OUTPUT)

    def _paths(self, length: int) -> tuple[str, ...]:
        return tuple(dict.fromkeys(".".join(line.reference.split(".")[:length]) for line in self.lines))

    def coverage(self, measured: Measurement | None = None) -> Text:
        """Say what the report covers: its basis, month, satker, programs and totals.

        Args:
            measured: from its lines; then it is said how much of its ceiling was counted.
        """
        return say.COVERAGE.text(
            basis=self.basis.value,
            until=self.until,
            satker=f"{self.unit} {self.unit_name}",
            programmes=self.programmes,
            ceiling=self.ceiling,
            realised=self.realised,
            counted=self._counted(measured),
        )

    def _counted(self, measured: Measurement | None) -> Text:
        if measured is None or not self.ceiling:
            return Text(id="", en="")
        own = frozenset(self.lines)
        entered = [item.record.ceiling for item in measured.counted if item.record in own]
        counted = sum(entered, Fraction()) if measured.evidence else measured.quantities.get("ceiling", Fraction())
        share = 100 * counted / self.ceiling
        return say.COUNTED.text(ceiling=counted, share=Text.each(functools.partial(write, share, 2)))

    def remarks(self, file: str, period: Period, measured: Measurement | None = None) -> Iterator[Text]:
        """Say what the report covers, and what may be wrong with it: a single RO or program, other columns or months.

        Args:
            file: what the reader knows it by.
            period: what is measured.
            measured: as for `coverage`.
        """
        yield self.coverage(measured).about(file)
        yield from self.doubts(period)

    def doubts(self, period: Period) -> Iterator[Text]:
        """Say where the report may not be all: a single RO or program, another month than the period's last."""
        if len(self.outputs) == 1:
            yield say.ONE_OUTPUT.text(path=self.outputs[0])
        elif len(self.programmes) == 1:
            yield say.ONE_PROGRAMME.text(path=self.programmes[0])
        unrealised = self.ceiling - self.realised
        if self.rest not in {unrealised, unrealised - self.locked}:  # whether locks are taken off is not known
            yield say.OTHER_REST.text(difference=unrealised, rest=self.rest)
        end = _month(period.end.year, period.end.month)
        if self.until != end and self.year == period.year:  # of another year no line counts, and that is said
            yield say.OTHER_MONTH.text(until=self.until, end=end)


def _month(year: int, month: int) -> str:
    return f"{MONTHS[month - 1]} {year}"


def read_glp039(path: Readable, *, limit: int = LIMIT, progress: Callable[[int, int], object] | None = None) -> GLP039:
    """Read SAKTI's report GLP039 (Laporan Ketersediaan Dana Detail, or Laporan Realisasi SP2D).

    Account rows (akun) are the lines; items below them are parts of the same money and are not counted again. A row
    that is broken over two pages is counted once. Foot notes (`*...`) and repeated page headings are skipped, and
    nothing else: a row that is not understood is a problem. The lines must add up to JUMLAH SELURUHNYA to the sen.

    The reference of a line is the path of codes above it, as in `AA.6025.AEB.001.051.0A.521211`.

    Args:
        path: the `.xlsx` file that SAKTI exports, or that file saved as `.csv`; its figures may then be texts, as
            `read_number` reads amounts of rupiah.
        limit: how many bytes a workbook may unpack to.
        progress: called now and then with the rows done and the rows there are.

    Raises:
        RecordsError: with everything wrong at once; for a file that is not such a report, or not whole, and for totals
            that differ.
        MissingExtraError: for a workbook, if python-calamine is not installed.
    """
    name = name_of(path)
    is_text = not name or Path(name).suffix.casefold() in _TEXTS
    sheets = open_sheets(path, limit) if is_text else open_workbook(path, limit)
    found = [sheet for sheet in sheets if is_export(sheet)]
    if len(found) != 1:
        raise refusal(say.SEVERAL_REPORTS if found else say.NO_REPORT, name)
    return read_export(found[0], progress)


def read_export(sheet: Sheet, progress: Callable[[int, int], object] | None = None) -> GLP039:
    """Read the sheet that holds the report; see `read_glp039`."""
    problems = Problems(sheet.file, sheet.name)
    rows = [(number, cells) for number, row in sheet.rows() if (cells := filled(row))]
    start = next((at for at, (_, cells) in enumerate(rows) if is_total(cells) or parse_entry(cells)), len(rows))
    head = read_head((cells for _, cells in rows[:start]), problems)
    body = Body(head, problems)
    for done, (number, cells) in enumerate(rows[start:], start + 1):
        body.take(number, cells)
        if progress is not None and (done % _STEP == 0 or done == len(rows)):
            progress(done, len(rows))
    return _report(sheet.file, head, body.accounts, body.check_whole())


def unlike_parts(place: str, reports: Sequence[tuple[str, GLP039]]) -> Iterator[Problem]:
    """Tell named reports that are not parts of one budget: of another satker, month or basis, or of one account."""
    kinds = {
        (one.unit, one.year, one.month, one.basis): f"{name}: satker {one.unit}, {one.until}, {one.basis.value.id}"
        for name, one in reports
    }
    if len(kinds) > 1:
        yield say.OTHER_REPORT.problem(place, reports=Text.joined(kinds.values(), "; "))
        return
    names: dict[str, dict[str, None]] = {}
    for name, one in reports:
        for line in one.lines:
            names.setdefault(line.reference, {})[name] = None
    twice = {reference: tuple(own) for reference, own in names.items() if len(own) > 1}
    for files in dict.fromkeys(twice.values()):
        lines = [reference for reference, own in twice.items() if own == files]
        yield say.SAME_ACCOUNTS.problem(place, count=len(lines), first=lines[0], names=files)


def _report(file: str, head: Head, accounts: Mapping[str, Figures], total: Figures) -> GLP039:
    lines = (
        BudgetLine(
            unit=head.unit,
            reference=path,
            year=head.year,
            account=path.rpartition(".")[2],
            ceiling=figures.ceiling,
            realised=figures.realised,
            locked=figures.locked,
        )
        for path, figures in accounts.items()
    )
    return GLP039(
        file=file,
        basis=head.basis,
        year=head.year,
        month=head.month,
        unit=head.unit,
        unit_name=head.unit_name,
        lines=tuple(lines),
        ceiling=total.ceiling,
        locked=total.locked,
        realised=total.realised,
        rest=total.rest,
    )
