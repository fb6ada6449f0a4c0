"""One indicator measured from one file: a form, or an export of GLP039."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

from kinerja._base import FrozenMap, Language, QuantityError, RecordsError, Text, as_json
from kinerja.indicators.p3dn_ratio import BudgetLine
from kinerja.measurement import Indicator, Measurement
from kinerja.readers import messages as say
from kinerja.readers.folders.given import Given
from kinerja.readers.folders.recognise import notes_beside_exports, units_beside
from kinerja.readers.folders.remarks import lacking_columns, unread_of
from kinerja.readers.folders.rows import looking_alike, refuse_alike, with_place
from kinerja.readers.folders.whose import OneUnit
from kinerja.readers.sakti import GLP039, is_export, read_export, unlike_parts
from kinerja.readers.sheets import Sheet, open_sheets
from kinerja.readers.tables.records import find_records, records_under
from kinerja.records import as_period

if TYPE_CHECKING:
    from kinerja.decrees import Decree
    from kinerja.writers import Document


@attrs.frozen(kw_only=True)
class _Records:
    """The records of one file: all of them, or one at a time.

    Fields:
        lines: what is said of the file: its path where it is no export, and what lacks, is hidden or is not read there.
        unread, above: the headings of the columns not read, and what stands above them.
        reports: the GLP039 exports that it holds, each with its name.
        whose: the unit that the records name, once all were given.
        numbered: the records, each behind its row; none for those of several tables, and those that are not kept.
    """

    file: Path
    records: Iterable[Any]
    lines: tuple[Text, ...] = ()
    unread: tuple[str, ...] = ()
    above: tuple[str, ...] = ()
    reports: tuple[tuple[str, GLP039], ...] = ()
    whose: OneUnit | None = None
    numbered: Iterable[tuple[int, Any]] = ()

    @property
    def given(self) -> Given:
        """The records that people typed, each with its row, as a refusal looks for its cause."""
        rows = tuple(row for row, _ in self.numbered)
        return Given(file=str(self.file), records=tuple(self.typed), rows=rows)

    def said(self, measured: Measurement, period: str) -> tuple[Text, ...]:
        """Return lines that say where the records come from, and what of it was measured."""
        when = as_period(period)
        covered = [line for name, report in self.reports for line in report.remarks(name, when, measured)]
        first, *more = [*covered, *self.lines]
        unit = None if self.whose is None else self.whose.unit
        named = () if unit is None else (Text(id=unit.title, en=unit.title).about("Unit"),)
        said = looking_alike(measured, self.typed)
        return (first.about(Text(id="Sumber", en="Source")), *more, *named, *said)

    @property
    def typed(self) -> Iterable[Any]:
        """The records that people typed; those given one at a time are kept nowhere."""
        return self.records if not self.reports and isinstance(self.records, tuple) else ()


@attrs.frozen(kw_only=True)
class FileMeasured:
    """What one file gives for one indicator; where its records come from, and what of it was not read."""

    measurement: Measurement
    lines: tuple[Text, ...]
    unread: tuple[Text, ...]

    def document(self, language: Language = Language.INDONESIAN) -> Document:
        """Return the measurement for readers, below what is said of its file."""
        return self.measurement.document(language, self.lines)

    def to_json(self) -> str:
        """Return the measurement as JSON without its records, and before its notes what is said of its file."""
        plain = self.measurement.to_dict()
        notes = [{"id": text.id, "en": text.en} for text in self.lines] + plain["notes"]
        return as_json({**plain, "records": None, "notes": notes})


def measure_file(  # noqa: PLR0913 - all but three by name and seldom given
    indicator: Indicator[Any],
    file: Path,
    period: str,
    *,
    called: str = "",
    columns: Mapping[str, str] = FrozenMap(),
    progress: Callable[[int, int], object] = lambda *_: None,
    keep: bool = True,
    decree: Decree | None = None,
) -> FileMeasured:
    """Measure an indicator from a form, or from a GLP039 export, whose records are one unit's.

    Refusals call the indicator as it is `called`, such as by its code. `columns` gives for a field the heading of its
    column, where that is another. `progress` is told how many rows of an export are read, and of how many. Without
    `keep` the records of a form are read one at a time, and may stand twice. Without a decree they may be any unit's.
    """
    source = read_records(indicator, file, progress, columns, keep=keep, decree=decree)

    def measured(records: Iterable[Any]) -> Measurement:
        made = indicator.measure_records(records, period=period, keep_evidence=keep)
        actual, _ = made.figure
        if actual is not None:
            indicator.check_actual(actual)
        return made

    try:
        measurement = measured(source.records)
        refuse_alike(called, measurement, source.typed)
    except QuantityError as error:
        raise with_place(error, called, indicator, [source.given], measured) from None
    return FileMeasured(
        measurement=measurement,
        lines=source.said(measurement, period),
        unread=unread_of(file.name, source.unread, source.above),
    )


def read_records(  # noqa: PLR0913 - as above
    indicator: Indicator[Any],
    file: Path,
    progress: Callable[[int, int], object],
    columns: Mapping[str, str],
    *,
    keep: bool = True,
    decree: Decree | None = None,
) -> _Records:
    """Return the records of a form, or of a GLP039 export; those of a form one at a time unless they are to be kept."""
    record = indicator.record
    if record is None:
        raise say.NOT_FROM_FILE.error(indicator=indicator.name, value=file)
    sheets, folder = open_sheets(file, hold=keep), file.resolve().parent
    beside = units_beside(file)
    exports = [sheet for sheet in sheets if is_export(sheet)] if record is BudgetLine and not columns else []
    if exports:
        source = _of_exports(file, exports, progress, decree)
        notes = notes_beside_exports(exports, sheets, record)
        return attrs.evolve(source, lines=(*notes, *beside))
    tables = find_records(sheets, record, unit=folder.name or None, columns=columns, words=indicator.form_fields)
    own, lines = tables.found.headings, [Text(id=str(file), en=str(file)), *tables.found.notes, *beside]
    lines.extend(lacking_columns((file.name, headings.lacking) for headings in own))
    whose = OneUnit(file, decree, folder=folder.name)
    records = whose.give(tables.read() if keep else tables.stream())
    return _Records(
        file=file,
        records=tuple(records) if keep else records,
        lines=tuple(lines),
        unread=tuple(dict.fromkeys(name for headings in own for name in headings.left_out)),
        above=tuple(text for headings in own for text in headings.above),
        whose=whose,
        numbered=records_under(tables.filled[0], record) if keep and len(tables.filled) == 1 else (),
    )


def _of_exports(
    file: Path, exports: Sequence[Sheet], progress: Callable[[int, int], object], decree: Decree | None
) -> _Records:
    """Return the lines of the exports in a file; several must be parts of one budget."""
    names = [str(file) if len(exports) == 1 else f"{file} ({sheet.name})" for sheet in exports]
    reports = [(name, read_export(sheet, progress)) for name, sheet in zip(names, exports, strict=True)]
    problems = [*unlike_parts(str(file), reports)]
    if problems:
        raise RecordsError.of(problems)
    (_, first), *_ = reports
    lines = OneUnit(file, decree, name=first.unit_name).give(line for _, one in reports for line in one.lines)
    return _Records(file=file, records=tuple(lines), reports=tuple(reports))
