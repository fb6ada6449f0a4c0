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
from kinerja._base import Language, Text, UnknownIndicatorError
from kinerja.cli import files, options
from kinerja.cli import messages as say
from kinerja.measurement import settings_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kinerja.catalogue import Catalogue
    from kinerja.measurement import Indicator

_TOTALS_ONLY = typer.Option(
    "--tanpa-rincian", help="Hanya angkanya; untuk berkas sangat besar. Penghitungan ganda tidak diperiksa."
)


_ACCOUNTS = typer.Option("--accounts", help="Hanya akun ini, misalnya 425283,425289 atau SK3/2=425283,425289.")


def measure_command(
    indicator: Annotated[str, typer.Argument(help="Kode atau nama kelas indikator, misalnya SK3/4 atau P3DNRatio.")],
    file: Annotated[Path, typer.Argument(help="Formulir data dukung (CSV, XLSX), atau ekspor SAKTI GLP039 (.xlsx).")],
    period: options.PeriodOption,
    accounts: Annotated[str | None, _ACCOUNTS] = None,
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
        measured = _with_accounts(_indicator(indicator, catalogue), indicator, accounts)
        decree = catalogue.decree if indicator in catalogue and not other_unit else None
        with _watched(Text(id="Membaca", en="Reading"), language) as progress:
            source = files.read_records(measured, file, period, progress, keep=not totals_only, decree=decree)
            measurement = measured.measure_records(source.records, period=period, keep_evidence=not totals_only)
        files.tell_unread(file, source.unread, language)
        out.write(lambda: measurement.document(language, source.lines), lambda: measurement.to_json(source.lines))


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
    if name in classes:
        return classes[name]()
    by_code = {code: entry.measured_by for code, entry in catalogue.items() if entry.measured_by is not None}
    if name not in by_code:
        raise UnknownIndicatorError.of(name, [*by_code, *classes])
    return by_code[name]


def _with_accounts(indicator: Indicator[Any], name: str, accounts: str | None) -> Indicator[Any]:
    """Lay accounts over an indicator; its own name may stand before them, as `kinerja score` needs it."""
    if accounts is None:
        return indicator
    code, is_given, listed = accounts.partition("=")
    if "accounts" not in settings_of(indicator) or (is_given and code.strip() != name):
        raise say.NOT_BY_ACCOUNT.error(indicator=indicator.name, value=accounts)
    own: Any = indicator
    changed: Indicator[Any] = attrs.evolve(own, accounts=options.account_list(listed if is_given else accounts))
    return changed
