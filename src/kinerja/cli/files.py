"""The commands' files: empty forms to write, and tables, forms and folders of evidence to read."""

from __future__ import annotations

from pathlib import Path  # noqa: TC003 - typer reads the annotations of commands when it runs
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kinerja.cli.options import CatalogueOption, Lang, LangOption, PeriodOption, speaking, the_catalogue
from kinerja.dates import MONTHS
from kinerja.errors import CellProblem, QuantityError, RecordsError
from kinerja.forms import write_forms
from kinerja.indicators.p3dn_ratio import BudgetLine
from kinerja.readers.files import open_sheets
from kinerja.readers.folder import read_folder
from kinerja.readers.rows import read_rows
from kinerja.readers.sakti import read_glp039
from kinerja.readers.sakti_head import has_title
from kinerja.readers.tables import read_actuals
from kinerja.readers.together import measure_folders, remarks_on
from kinerja.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from kinerja.catalogue import Catalogue
    from kinerja.indicator import Indicator
    from kinerja.scorecard import Value
    from kinerja.text import Language

__all__ = ["read_records", "read_values", "template_command"]


def template_command(
    folder: Annotated[Path, typer.Argument(help="Folder untuk formulir kosong; dibuat bila belum ada.")],
    period: PeriodOption,
    path: CatalogueOption = None,
    lang: LangOption = Lang.ID,
) -> None:
    """Tulis formulir kosong (XLSX) untuk data dukung setiap indikator."""
    with speaking(lang) as language:
        paths = write_forms(folder, the_catalogue(path), period=period)
        for form in paths:
            typer.echo(str(form))
        typer.echo(_written(len(paths), folder, period).read(language))


def _written(forms: int, folder: Path, period: str) -> Text:
    command = f'kinerja score "{folder}" --period {period}'
    return Text(
        id=f"{forms} formulir ditulis. Isi yang ada datanya, lalu: {command}",
        en=f"{forms} forms written. Fill in those you have data for, then: {command}",
    )


def read_values(
    paths: Sequence[Path], catalogue: Catalogue, period: str, language: Language
) -> tuple[Mapping[str, Value], Mapping[str, str]]:
    """Return the values and the remarks of a scorecard: from one table of realisations, or from folders.

    Raises:
        RecordsError: for what cannot be read, and for a file among several paths.
        QuantityError, PeriodError: for records that cannot be measured.
    """
    files = [path for path in paths if not path.is_dir()]
    if len(paths) == 1 and files:
        actuals = read_actuals(files[0], entries=catalogue)
        if actuals.left_out:
            typer.echo(_unread(actuals.left_out).read(language), err=True)
        return actuals.by_code(), {row.code: row.note for row in actuals.rows}
    if files:
        raise RecordsError.of([CellProblem(file=str(path), allowed=_NOT_A_FOLDER) for path in files])
    folders = [read_folder(path, catalogue) for path in paths]
    values = measure_folders(folders, catalogue, period)
    remarks = remarks_on(folders, catalogue, period, values)
    return values, {code: " ".join(text.read(language) for text in texts) for code, texts in remarks.items()}


def _unread(columns: Sequence[str]) -> Text:
    listed = ", ".join(columns)
    return Text(id=f"Kolom yang tidak dibaca: {listed}.", en=f"Columns that were not read: {listed}.")


_NOT_A_FOLDER = Text(
    id="bila lebih dari satu, semuanya harus folder; masukkan tabel ini ke dalam folder unitnya.",
    en="where there are several, all must be folders; put this table into the folder of its unit.",
)


def read_records(
    indicator: Indicator[Any], file: Path, progress: Callable[[int, int], object]
) -> tuple[Sequence[Any], Text]:
    """Return the records of a form, or of a GLP039 export, and a line that says where they come from.

    Raises:
        RecordsError, ColumnsError: for a file that cannot be read.
        QuantityError: for an indicator that is not measured from records.
    """
    record = indicator.record
    if record is None:
        raise QuantityError(
            Text(id=f"{indicator.name} tidak diukur dari berkas.", en=f"{indicator.name} is not measured from a file."),
            indicator=indicator.name,
            value=file,
        )
    if record is BudgetLine and _is_glp039(file):
        export = read_glp039(file, progress=progress)
        until, whose = f"{MONTHS[export.month - 1]} {export.year}", f"{export.unit} {export.unit_name}"
        return export.lines, Text(
            id=f"Sumber: {export.file}, GLP039 s.d. {until}, satker {whose}",
            en=f"Source: {export.file}, GLP039 up to {until}, satker {whose}",
        )
    records = read_rows(file, record, unit=file.resolve().parent.name or None)
    return records, Text(id=f"Sumber: {file}", en=f"Source: {file}")


def _is_glp039(file: Path) -> bool:
    return any(has_title(source.cells) for source in open_sheets(file) if source.separator is None)
