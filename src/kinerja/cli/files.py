"""The commands' files: empty forms to write, and tables, forms and folders of evidence to read."""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterable, Mapping, Sequence
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import attrs
import typer

from kinerja._base import KinerjaError, Language, RecordsError, ScorecardError, Text, TraceError
from kinerja.cli import messages as say
from kinerja.cli import options
from kinerja.decrees.messages import UNREADABLE
from kinerja.indicators.p3dn_ratio import BudgetLine
from kinerja.readers import measure_folders, read_actuals, read_folder, read_targets, remarks_on
from kinerja.readers.folders import lacking_columns, sources_of, unread_columns
from kinerja.readers.forms import write_forms
from kinerja.readers.sakti import GLP039, find_export, read_export
from kinerja.readers.sheets import open_sheets
from kinerja.readers.tables import find_records
from kinerja.records import as_period
from kinerja.scorecards import Value

if TYPE_CHECKING:
    from kinerja.catalogue import Catalogue
    from kinerja.measurement import Indicator, Measurement

T = TypeVar("T")


def template_command(
    folder: Annotated[Path, typer.Argument(help="Folder untuk formulir kosong; dibuat bila belum ada.")],
    period: options.PeriodOption,
    path: options.CatalogueOption = None,
    language: options.LangOption = Language.INDONESIAN,
) -> None:
    """Tulis formulir kosong (XLSX) untuk data dukung setiap indikator."""
    with options.speaking(language):
        paths = write_forms(folder, options.the_catalogue(path), period=period)
        for form in paths:
            typer.echo(str(form))
        forms, command = len(paths), f'kinerja score "{folder}" --period {period}'
        written = Text(
            id=f"{forms} formulir ditulis. Isi yang ada datanya, lalu: {command}",
            en=f"{forms} forms written. Fill in those you have data for, then: {command}",
        )
        typer.echo(written.read(language))


@attrs.frozen(kw_only=True)
class HandedIn:
    """What the files give: code -> value, remark, the files that it comes from, and a quarter's own target."""

    values: Mapping[str, Value]
    remarks: Mapping[str, str]
    sources: Mapping[str, tuple[str, ...]]
    targets: Mapping[str, Fraction] | None


def read_values(
    paths: Sequence[Path], catalogue: Catalogue, period: str, language: Language, targets: Path | None
) -> HandedIn:
    """Return what a scorecard is made of: from one table of realisations, or from folders; and from one of targets.

    Raises:
        RecordsError: for what cannot be read, and for a file among several paths.
        QuantityError, PeriodError: for records that cannot be measured.
    """
    own = None if targets is None else read_targets(targets, entries=catalogue)
    files = [path for path in paths if not path.is_dir()]
    if len(paths) == 1 and files:
        actuals = read_actuals(files[0], entries=catalogue)
        tell_unread(files[0], actuals.left_out if targets != files[0] else (), language)
        return HandedIn(
            values=actuals.by_code(),
            remarks={row.code: row.note for row in actuals.rows},
            sources={row.code: (str(files[0]),) for row in actuals.rows},
            targets=own,
        )
    if files:
        raise RecordsError.of([say.NOT_A_FOLDER.problem(str(path)) for path in files])
    folders = [read_folder(path, catalogue) for path in paths]
    values = measure_folders(folders, catalogue, period)
    remarks = remarks_on(folders, catalogue, period, values)
    return HandedIn(
        values=values,
        remarks={code: " ".join(text.read(language) for text in texts) for code, texts in remarks.items()},
        sources={code: sources_of(folders, code) for code in catalogue},
        targets=own,
    )


def tell_unread(file: Path, columns: Sequence[str], language: Language) -> None:
    """Say on standard error which columns of a file were not read, if there are any."""
    if columns:
        typer.echo(unread_columns(file.name, columns).read(language), err=True)


@attrs.frozen(kw_only=True)
class Source:
    """The records of one file, what is said of it, the columns not read, and the GLP039 export that it is."""

    file: Path
    records: Iterable[Any]
    lines: tuple[Text, ...] = ()
    unread: tuple[str, ...] = ()
    report: GLP039 | None = None

    def said(self, measured: Measurement, period: str) -> tuple[Text, ...]:
        """Return lines that say where the records come from, and what of it was measured."""
        first, *more = (
            self.lines if self.report is None else self.report.remarks(str(self.file), as_period(period), measured)
        )
        return (first.about(Text(id="Sumber", en="Source")), *more)


def read_records(
    indicator: Indicator[Any],
    file: Path,
    progress: Callable[[int, int], object],
    columns: Mapping[str, str],
    *,
    keep: bool = True,
) -> Source:
    """Return the records of a form, or of a GLP039 export; those of a form one at a time unless they are to be kept.

    Raises:
        RecordsError, ColumnsError: for a file that cannot be read; where records are not kept, when the first is asked
            for.
        QuantityError: for an indicator that is not measured from records.
    """
    record = indicator.record
    if record is None:
        raise say.NOT_FROM_FILE.error(indicator=indicator.name, value=file)
    sheets = open_sheets(file, hold=keep)
    report = find_export(sheets) if record is BudgetLine and not columns else None
    if report is not None:
        export = read_export(report, progress)
        return Source(file=file, records=export.lines, report=export)
    table = find_records(sheets, record, unit=file.resolve().parent.name or None, columns=columns)
    lines = [Text(id=str(file), en=str(file))]
    if table.headings.lacking:
        lines.append(lacking_columns(file.name, table.headings.lacking))
    records = tuple(table) if keep else table.stream()
    return Source(file=file, records=records, lines=tuple(lines), unread=table.headings.left_out)


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
