"""What was handed in, and what is asked of it: folders of evidence, a table of realisations, or one form."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

from kinerja._base import ColumnsError, FrozenMap, KinerjaError, Language, QuantityError, RecordsError, Text, as_json
from kinerja.catalogue import Catalogue
from kinerja.decrees import Scoring
from kinerja.decrees.page import section
from kinerja.indicators.p3dn_ratio import BudgetLine
from kinerja.measurement import Measurement, Target
from kinerja.readers import messages as say
from kinerja.readers.folders import (
    Folder,
    OneUnit,
    agreed_cap,
    agreed_targets,
    assumptions,
    lacking_columns,
    looking_alike,
    measure_folders,
    notes_beside_exports,
    read_folder,
    refuse_alike,
    refuse_form,
    remarks_on,
    rows_above,
    source_of,
    sources_of,
    under_one_name,
    units_of,
    unread_columns,
    with_unit_settings,
)
from kinerja.readers.sakti import GLP039, is_export, read_export, unlike_parts
from kinerja.readers.sheets import open_sheets
from kinerja.readers.tables import Actuals, OwnTargets, find_records, read_actuals, read_targets_of
from kinerja.records import as_period
from kinerja.scorecards import Scorecard, Value
from kinerja.trace import Source, Trace, explain, make_trace

if TYPE_CHECKING:
    from kinerja.decrees import Decree
    from kinerja.measurement import Indicator
    from kinerja.readers.sheets import Sheet
    from kinerja.writers import Document


@attrs.frozen(kw_only=True)
class HandedIn:
    """What the files give.

    Fields:
        catalogue: with the settings of the unit.
        period: what is asked for.
        values, remarks: code -> value, and what is noted about it.
        sources: answers for a code with the files that it comes from; they are read once more for their SHA-256.
        targets: code -> own target; None where there is none.
        target_year: the year whose targets are taken; None for the period's own.
        scoring: with the cap.
        units: whose figures they are.
        notes: what was assumed.
        unread: what of a table was not read.
    """

    catalogue: Catalogue
    period: str
    values: Mapping[str, Value]
    remarks: Mapping[str, str]
    sources: Callable[[str], tuple[Source, ...]]
    targets: Mapping[str, Target] | None
    target_year: int | None
    scoring: Scoring
    units: tuple[str, ...] = ()
    notes: tuple[Text, ...] = ()
    unread: tuple[Text, ...] = ()

    def scorecard(self, *, alternatives: bool = False) -> Scorecard:
        """Return the scorecard of it all; raises as `Catalogue.scorecard`."""
        return self.catalogue.scorecard(
            self.period,
            self.values,
            scoring=self.scoring,
            remarks=self.remarks,
            targets=self.targets,
            target_year=self.target_year,
            units=self.units,
            notes=self.notes,
            alternatives=alternatives,
        )

    def trace(self, code: str) -> Trace:
        """Return the path of one figure; raises as `make_trace`."""
        return make_trace(
            self.catalogue,
            code,
            self.period,
            self.values.get(code),
            scoring=self.scoring,
            remark=self.remarks.get(code, ""),
            sources=self.sources(code),
            targets=self.targets,
            target_year=self.target_year,
            units=self.units,
        )


def explained(trace: Trace, notes: Iterable[Text], language: Language) -> Document:
    """Return the path of a figure, and below it what a scorecard says below its table: what was assumed, and so on."""
    page = explain(trace, language)
    heading = Text(id="Yang dianggap dan yang tidak dibaca", en="What was assumed and what was not read")
    return attrs.evolve(page, sections=(*page.sections, section(heading, notes, language)))


@attrs.frozen(kw_only=True)
class Asked:
    """What is asked for, beside the files.

    Fields:
        period, language: of the output.
        targets: the table of own targets.
        target_year: the year whose targets are taken in place of the period's.
        scoring: the agency's own rules; the cap may stand in `unit.xlsx` too.
        other_unit: whether another unit's records are taken.
        folder_name: what the one folder was called, where it is called otherwise now.
        progress: is told of a folder how many files are read, of how many, and the name of the next.
        by: how the cap and the table of targets were asked for, as a refusal names it.
    """

    period: str
    language: Language
    targets: Path | None = None
    target_year: int | None = None
    scoring: Scoring = attrs.field(factory=Scoring)
    other_unit: bool = False
    folder_name: str = ""
    progress: Callable[[int, int, str], object] = lambda *_: None
    by: tuple[str, str] = ("--cap", "--targets")


def read_values(paths: Sequence[Path], catalogue: Catalogue, asked: Asked) -> HandedIn:
    """Return what a scorecard is made of: from one table of realisations, or from folders; and from one of targets.

    Raises:
        RecordsError: for what cannot be read, and for a file among several paths.
        QuantityError, PeriodError: for records that cannot be measured.
    """
    when = as_period(asked.target_year or asked.period)
    own = None if asked.targets is None else read_targets_of(asked.targets, catalogue, when)
    files = [path for path in paths if not path.is_dir()]
    if len(paths) == 1 and files:
        actuals = _actuals(files[0], catalogue, asked.period)
        left_out = actuals.left_out if asked.targets != files[0] else ()
        targets, year = agreed_targets([], as_period(asked.period), own, target_year=asked.target_year)
        given = HandedIn(
            catalogue=catalogue,
            period=asked.period,
            scoring=asked.scoring,
            values=actuals.by_code(),
            remarks={row.code: row.note for row in actuals.rows},
            sources=lambda code: (source_of(files[0], rows=1),) if code in actuals.by_code() else (),
            targets=targets,
            target_year=year,
            notes=actuals.notes,
            unread=_unread(files[0], left_out, actuals.above),
        )
        card = _scorecard(given)
        said = {row.code: row.against(card[row.code], files[0].name) for row in actuals.rows} if card else {}
        return attrs.evolve(
            given,
            remarks={row.code: _joined([*said.get(row.code, ()), row.note], asked.language) for row in actuals.rows},
        )
    if files:
        raise RecordsError.of(
            [(say.NOT_A_FOLDER if path.exists() else say.FILE_MISSING).problem(str(path)) for path in files]
        )
    name = asked.folder_name if len(paths) == 1 else ""
    folders = [
        read_folder(path, catalogue, other_unit=asked.other_unit, name=name, progress=asked.progress) for path in paths
    ]
    return _of_folders(folders, catalogue, asked, own)


def _actuals(file: Path, catalogue: Catalogue, period: str) -> Actuals:
    """Read a table of realisations; a form in its place is refused by what it is."""
    try:
        return read_actuals(file, entries=catalogue, period=period)
    except (ColumnsError, RecordsError):
        refuse_form(open_sheets(file), catalogue)
        raise


def _of_folders(folders: Sequence[Folder], catalogue: Catalogue, asked: Asked, table: OwnTargets | None) -> HandedIn:
    scoring, when = asked.scoring, as_period(asked.period)
    cap = agreed_cap(folders, scoring.cap, scoring.sources.get("cap", asked.by[0]))
    folders = under_one_name(folders)
    own = with_unit_settings(folders, catalogue)
    targets, year = agreed_targets(folders, when, table, target_year=asked.target_year, said=asked.by[1])
    values = measure_folders(folders, own, when)
    given = HandedIn(
        catalogue=own,
        period=asked.period,
        values=values,
        remarks={},
        sources=functools.partial(sources_of, folders),
        targets=targets,
        target_year=year,
        scoring=attrs.evolve(scoring, cap=cap),
        units=units_of(folders),
        notes=tuple(assumptions(folders, own, when, cap=cap is not None, targets=targets or {}, target_year=year)),
    )
    remarks = remarks_on(folders, own, when, values, _scorecard(given))
    return attrs.evolve(given, remarks={code: said.read(asked.language) for code, said in remarks.items()})


def _joined(texts: Iterable[Text | str], language: Language) -> str:
    said = (text if isinstance(text, str) else text.read(language) for text in texts)
    return " ".join(filter(None, said))


def _scorecard(given: HandedIn) -> Scorecard | None:
    """Return the scorecard without its remarks; None where there is none, which is told when it is made."""
    try:
        return given.scorecard()
    except KinerjaError:
        return None


def _unread(file: Path, columns: Sequence[str], above: Sequence[str]) -> tuple[Text, ...]:
    """Say which columns of a file were not read, and what above its headings, if there is any."""
    return (
        *([rows_above(file.name, above)] if above else []),
        *([unread_columns(file.name, columns)] if columns else []),
    )


@attrs.frozen(kw_only=True)
class _Records:
    """The records of one file.

    Fields:
        file: the path.
        records: all of them, or one at a time.
        lines: what is said of the file: its path where it is no export, and what lacks, is hidden or is not read there.
        unread: the headings of the columns not read.
        above: what stands above the headings.
        reports: the GLP039 exports that it holds, each with its name.
        whose: the unit that the records name, once all were given.
    """

    file: Path
    records: Iterable[Any]
    lines: tuple[Text, ...] = ()
    unread: tuple[str, ...] = ()
    above: tuple[str, ...] = ()
    reports: tuple[tuple[str, GLP039], ...] = ()
    whose: OneUnit | None = None

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
    """What one file gives for one indicator.

    Fields:
        measurement: what was measured.
        lines: where the records come from, and what of the file was measured.
        unread: what of the file was not read.
    """

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
    """Measure an indicator from a form, or from a GLP039 export.

    Args:
        indicator: what is measured.
        file: the form or export.
        period: see `kinerja.records.as_period`.
        called: what refusals call the indicator, such as its code.
        columns: field -> the heading of its column, where that is another.
        progress: is told how many rows of an export are read, and of how many.
        keep: whether the records are kept; those of a form are else read one at a time, and may stand twice.
        decree: whose records they must be; None for those of any unit.

    Raises:
        RecordsError, ColumnsError: for a file that cannot be read, for records of several units, and for those of
            another unit.
        QuantityError, PeriodError: for an indicator that is not measured from records, and for records that cannot be
            measured.
    """
    source = read_records(indicator, file, progress, columns, keep=keep, decree=decree)
    try:
        measurement = indicator.measure_records(source.records, period=period, keep_evidence=keep)
    except QuantityError as error:
        error.text = error.text.about(str(file))
        raise
    refuse_alike(called, measurement, source.typed, f" ({file})")
    return FileMeasured(
        measurement=measurement,
        lines=source.said(measurement, period),
        unread=_unread(file, source.unread, source.above),
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
    """Return the records of a form, or of a GLP039 export; those of a form one at a time unless they are to be kept.

    They are one unit's: the decree's where one is given.

    Raises:
        RecordsError, ColumnsError: for a file that cannot be read, for records of several units, and for those of
            another unit; where records are not kept, as they are asked for.
        QuantityError: for an indicator that is not measured from records.
    """
    record = indicator.record
    if record is None:
        raise say.NOT_FROM_FILE.error(indicator=indicator.name, value=file)
    sheets, folder = open_sheets(file, hold=keep), file.resolve().parent
    beside = [say.UNIT_UNREAD.text(file=name, folder=folder.name) for name in _unit_files(folder) if name != file.name]
    exports = [sheet for sheet in sheets if is_export(sheet)] if record is BudgetLine and not columns else []
    if exports:
        source = _of_exports(file, exports, progress, decree)
        notes = notes_beside_exports(exports, sheets, record)
        return attrs.evolve(source, lines=(*notes, *beside))
    tables = find_records(sheets, record, unit=folder.name or None, columns=columns, words=indicator.form_fields)
    own, lines = tables.found.headings, [Text(id=str(file), en=str(file)), *tables.found.notes, *beside]
    lines.extend(lacking_columns(file.name, headings.lacking) for headings in own if headings.lacking)
    whose = OneUnit(file, decree, folder=folder.name)
    records = whose.give(tables.read() if keep else tables.stream())
    return _Records(
        file=file,
        records=tuple(records) if keep else records,
        lines=tuple(lines),
        unread=tuple(dict.fromkeys(name for headings in own for name in headings.left_out)),
        above=tuple(text for headings in own for text in headings.rows.above),
        whose=whose,
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


def _unit_files(folder: Path) -> list[str]:
    """Return the names of the files beside, in which a unit says its name and settings."""
    return [f"unit{ending}" for ending in (".xlsx", ".csv") if (folder / f"unit{ending}").is_file()]
