"""The commands' files: empty forms to write, and tables, forms and folders of evidence to read."""

from __future__ import annotations

import codecs
import contextlib
import functools
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import attrs
import typer

from kinerja import trace
from kinerja._base import (
    ColumnsError,
    KinerjaError,
    Language,
    QuantityError,
    RecordsError,
    ScorecardError,
    Text,
    TraceError,
    visible,
)
from kinerja._base.messages import UNREADABLE
from kinerja.catalogue import Catalogue
from kinerja.cli import messages as say
from kinerja.cli import options
from kinerja.cli.catalogues import the_catalogue
from kinerja.cli.screen import tell
from kinerja.decrees import Scoring
from kinerja.indicators.p3dn_ratio import BudgetLine
from kinerja.measurement import Target
from kinerja.readers import Actuals, OwnTargets, measure_folders, read_actuals, read_folder, remarks_on
from kinerja.readers.folders import (
    Folder,
    OneUnit,
    agreed_cap,
    agreed_targets,
    assumptions,
    lacking_columns,
    looking_alike,
    notes_beside_exports,
    refuse_form,
    rows_above,
    source_of,
    sources_of,
    under_one_name,
    units_of,
    unread_columns,
    with_unit_settings,
)
from kinerja.readers.forms import why_no_form, write_forms
from kinerja.readers.messages import FILE_MISSING
from kinerja.readers.sakti import GLP039, is_export, read_export, unlike_parts
from kinerja.readers.sheets import open_sheets
from kinerja.readers.tables import find_records, read_targets_of
from kinerja.records import as_period
from kinerja.scorecards import Scorecard, Value

if TYPE_CHECKING:
    from kinerja.decrees import Decree
    from kinerja.measurement import Indicator, Measurement
    from kinerja.readers.sheets import Sheet

T = TypeVar("T")


def template_command(
    folder: Annotated[Path, typer.Argument()],
    period: options.PeriodOption,
    given: options.CatalogueOption = None,
    language: options.LangOption = Language.INDONESIAN,
) -> None:
    """Write empty forms for the evidence of each indicator."""
    with options.speaking(language):
        catalogue = the_catalogue(given, period, language, [folder])
        paths = write_forms(folder, catalogue, period=period)
        for form in paths:
            typer.echo(visible(str(form)))
        for code, entry in catalogue.items():
            why = why_no_form(entry, as_period(period))
            if why is not None:
                tell(why.about(code).read(language))
        of = "".join(f' --catalogue "{one}"' for one in given or ())
        tell(say.FORMS_WRITTEN.text(count=len(paths)).read(language))
        typer.echo(visible(f'  kinerja score "{folder}" --period {as_period(period)}{of}'))


@attrs.frozen(kw_only=True)
class HandedIn:
    """What the files give.

    Fields:
        catalogue: with the settings of the unit.
        values, remarks: code -> value, and what is noted about it.
        sources: answers for a code with the files that it comes from; they are read once more for their SHA-256.
        targets: code -> own target; None where there is none.
        target_year: the year whose targets are taken; None for the period's own.
        scoring: with the cap.
        units: whose figures they are.
        notes: what was assumed.
    """

    catalogue: Catalogue
    values: Mapping[str, Value]
    remarks: Mapping[str, str]
    sources: Callable[[str], tuple[trace.Source, ...]]
    targets: Mapping[str, Target] | None
    target_year: int | None
    scoring: Scoring
    units: tuple[str, ...] = ()
    notes: tuple[Text, ...] = ()


@attrs.frozen(kw_only=True)
class Asked:
    """What the options of a command ask for, beside the files.

    Fields:
        period, language: of the output.
        targets: the table of own targets.
        target_year: the year whose targets are taken in place of the period's.
        scoring: the agency's own rules; the cap may stand in `unit.xlsx` too.
        other_unit: whether another unit's records are taken.
        folder_name: what the one folder was called, where it is called otherwise now.
    """

    period: str
    language: Language
    targets: Path | None = None
    target_year: int | None = None
    scoring: Scoring = attrs.field(factory=Scoring)
    other_unit: bool = False
    folder_name: str = ""


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
        tell_unread(files[0], left_out, actuals.above, asked.language)
        targets, year = agreed_targets([], as_period(asked.period), own, target_year=asked.target_year)
        given = HandedIn(
            catalogue=catalogue,
            scoring=asked.scoring,
            values=actuals.by_code(),
            remarks={row.code: row.note for row in actuals.rows},
            sources=lambda code: (source_of(files[0], rows=1),) if code in actuals.by_code() else (),
            targets=targets,
            target_year=year,
            notes=actuals.notes,
        )
        card = _scorecard(given, asked.period)
        said = {row.code: row.against(card[row.code], files[0].name) for row in actuals.rows} if card else {}
        return attrs.evolve(
            given,
            remarks={row.code: _joined([*said.get(row.code, ()), row.note], asked.language) for row in actuals.rows},
        )
    if files:
        raise RecordsError.of(
            [(say.NOT_A_FOLDER if path.exists() else FILE_MISSING).problem(str(path)) for path in files]
        )
    name = asked.folder_name if len(paths) == 1 else ""
    folders = [read_folder(path, catalogue, other_unit=asked.other_unit, name=name) for path in paths]
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
    cap = agreed_cap(folders, scoring.cap, scoring.sources.get("cap", "--cap"))
    folders = under_one_name(folders)
    own = with_unit_settings(folders, catalogue)
    targets, year = agreed_targets(folders, when, table, target_year=asked.target_year, said="--targets")
    values = measure_folders(folders, own, when)
    given = HandedIn(
        catalogue=own,
        values=values,
        remarks={},
        sources=functools.partial(sources_of, folders),
        targets=targets,
        target_year=year,
        scoring=attrs.evolve(scoring, cap=cap),
        units=units_of(folders),
        notes=tuple(assumptions(folders, own, when, cap=cap is not None, targets=targets or {}, target_year=year)),
    )
    remarks = remarks_on(folders, own, when, values, _scorecard(given, asked.period))
    return attrs.evolve(given, remarks={code: said.read(asked.language) for code, said in remarks.items()})


def _joined(texts: Iterable[Text | str], language: Language) -> str:
    said = (text if isinstance(text, str) else text.read(language) for text in texts)
    return " ".join(filter(None, said))


def _scorecard(given: HandedIn, period: str) -> Scorecard | None:
    """Return the scorecard without its remarks; None where there is none, which the command tells when it makes it."""
    try:
        return given.catalogue.scorecard(
            period,
            given.values,
            scoring=given.scoring,
            targets=given.targets,
            target_year=given.target_year,
            units=given.units,
        )
    except KinerjaError:
        return None


def tell_unread(file: Path, columns: Sequence[str], above: Sequence[str], language: Language) -> None:
    """Say on standard error which columns of a file were not read, and what above its headings, if there is any."""
    if above:
        tell(rows_above(file.name, above).read(language), err=True)
    if columns:
        tell(unread_columns(file.name, columns).read(language), err=True)


@attrs.frozen(kw_only=True)
class Source:
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


def read_records(
    indicator: Indicator[Any],
    file: Path,
    progress: Callable[[int, int], object],
    columns: Mapping[str, str],
    *,
    keep: bool = True,
    decree: Decree | None = None,
) -> Source:
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
    return Source(
        file=file,
        records=tuple(records) if keep else records,
        lines=tuple(lines),
        unread=tuple(dict.fromkeys(name for headings in own for name in headings.left_out)),
        above=tuple(text for headings in own for text in headings.rows.above),
        whose=whose,
    )


def _of_exports(
    file: Path, exports: Sequence[Sheet], progress: Callable[[int, int], object], decree: Decree | None
) -> Source:
    """Return the lines of the exports in a file; several must be parts of one budget."""
    names = [str(file) if len(exports) == 1 else f"{file} ({sheet.name})" for sheet in exports]
    reports = [(name, read_export(sheet, progress)) for name, sheet in zip(names, exports, strict=True)]
    problems = [*unlike_parts(str(file), reports)]
    if problems:
        raise RecordsError.of(problems)
    (_, first), *_ = reports
    lines = OneUnit(file, decree, name=first.unit_name).give(line for _, one in reports for line in one.lines)
    return Source(file=file, records=tuple(lines), reports=tuple(reports))


def _unit_files(folder: Path) -> list[str]:
    """Return the names of the files beside, in which a unit says its name and settings."""
    return [f"unit{ending}" for ending in (".xlsx", ".csv") if (folder / f"unit{ending}").is_file()]


@contextlib.contextmanager
def telling(file: Path) -> Iterator[None]:
    """Name a file in what is refused of its figures."""
    try:
        yield
    except QuantityError as error:
        error.text = error.text.about(str(file))
        raise


def load_text(file: Path, refusal: type[TraceError | ScorecardError], load: Callable[[str], T]) -> T:
    """Return what the text of a JSON file holds; what is refused of it is told by the file's name."""
    text = read_text(file, refusal)
    try:
        return load(text)
    except KinerjaError as error:
        error.text = error.text.about(str(file))
        raise


def read_text(file: Path, refusal: type[TraceError | ScorecardError]) -> str:
    """Return the text of a JSON file, UTF-8, or UTF-16 as PowerShell's `>` writes it; refuse it as asked."""
    try:
        content = file.read_bytes()
        utf_16 = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
        return content.decode("utf-16" if utf_16 else "utf-8-sig")
    except (OSError, ValueError) as error:  # ValueError: other bytes than those
        raise refusal.of([UNREADABLE.problem(str(file), error=error)]) from None
