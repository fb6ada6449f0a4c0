"""`kinerja measure`: one indicator, measured from a form or an export."""

from __future__ import annotations

import contextlib
from pathlib import Path  # noqa: TC003 - typer reads annotations when it runs
from typing import TYPE_CHECKING, Annotated, Any

import attrs
import typer
from rich.console import Console
from rich.progress import Progress

from kinerja import indicators as law
from kinerja._base import Language, Text
from kinerja.cli import files, options
from kinerja.cli import messages as say
from kinerja.decrees import find_code
from kinerja.measurement import settings_of
from kinerja.readers.folders import refuse_alike

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from kinerja.catalogue import Catalogue
    from kinerja.measurement import Indicator

_TOTALS_ONLY = typer.Option(
    "--tanpa-rincian", help="Hanya angkanya; untuk berkas sangat besar. Penghitungan ganda tidak diperiksa."
)


_ACCOUNTS = typer.Option("--accounts", help="Hanya akun ini, misalnya 425283,425289 atau SK3/2=425283,425289.")

_COLUMNS = typer.Option("--columns", help="Judul kolom yang lain, misalnya pagu=Anggaran; dapat diulang.")


def measure_command(
    indicator: Annotated[str, typer.Argument(help="Kode atau nama kelas indikator, misalnya SK3/4 atau P3DNRatio.")],
    file: Annotated[
        Path, typer.Argument(help="Formulir data dukung (CSV, XLSX), atau ekspor SAKTI GLP039 (XLSX, CSV).")
    ],
    period: options.PeriodOption,
    accounts: Annotated[str | None, _ACCOUNTS] = None,
    columns: Annotated[list[str] | None, _COLUMNS] = None,
    other_unit: options.OtherUnitOption = False,
    totals_only: Annotated[bool, _TOTALS_ONLY] = False,
    form: options.FormatOption = options.Format.TEXT,
    output: options.OutputOption = None,
    force: options.ForceOption = False,
    path: options.CatalogueOption = None,
    language: options.LangOption = Language.INDONESIAN,
) -> None:
    """Ukur satu indikator dari data dukungnya: baris hitungan, yang dihitung, dan yang tidak beserta alasannya."""
    with options.speaking(language, output, force=force, form=form) as out:
        catalogue = options.the_catalogue(path)
        name = find_code(indicator, [*_by_code(catalogue), *law.indicator_classes()])
        measured = _with_accounts(_indicator(name, catalogue), name, accounts)
        decree = catalogue.decree if name in catalogue and not other_unit else None
        with _watched(Text(id="Membaca", en="Reading"), language) as progress:
            named, keep = _pairs(columns or ()), not totals_only
            source = files.read_records(measured, file, progress, named, keep=keep, decree=decree)
            measurement = measured.measure_records(source.records, period=period, keep_evidence=not totals_only)
        refuse_alike(name, measurement, source.typed)
        files.tell_unread(file, source.unread, source.above, language)
        lines = source.said(measurement, period)
        out.write(lambda: measurement.document(language, lines), lambda: measurement.to_json(lines))


def _pairs(columns: Sequence[str]) -> dict[str, str]:
    """Return field -> heading, as `--columns` gives them."""
    named: dict[str, str] = {}
    for pair in columns:
        field, _, heading = (part.strip() for part in pair.partition("="))
        if not field or not heading or field in named:
            raise say.NO_PAIR.error(indicator="--columns", value=pair)
        named[field] = heading
    return named


@contextlib.contextmanager
def _watched(label: Text, language: Language) -> Iterator[Callable[[int, int], None]]:
    """Show a progress bar on standard error while a long file is read; only on a terminal."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield lambda *_: None
        return
    with Progress(console=console, transient=True) as progress:
        task = progress.add_task(label.read(language), total=None)
        yield lambda done, total: progress.update(task, completed=done, total=total)


def _indicator(name: str, catalogue: Catalogue) -> Indicator[Any]:
    """Return the indicator of a class, or that of a code as the catalogue has it."""
    classes = law.indicator_classes()
    return classes[name]() if name in classes else _by_code(catalogue)[name]


def _by_code(catalogue: Catalogue) -> dict[str, Indicator[Any]]:
    return {code: entry.measured_by for code, entry in catalogue.items() if entry.measured_by is not None}


def _with_accounts(indicator: Indicator[Any], name: str, accounts: str | None) -> Indicator[Any]:
    """Lay accounts over an indicator; its own name may stand before them, as `kinerja score` needs it."""
    if accounts is None:
        return indicator
    code, is_given, listed = accounts.partition("=")
    if "accounts" not in settings_of(indicator):
        raise say.NOT_BY_ACCOUNT.error(indicator=indicator.name, value=accounts)
    if is_given:
        find_code(code.strip(), [name])
    own: Any = indicator
    changed: Indicator[Any] = attrs.evolve(own, accounts=options.account_list(listed if is_given else accounts))
    return changed
