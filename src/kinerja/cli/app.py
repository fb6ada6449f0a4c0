"""The commands: what each reads, asks the library, and hands to `show`."""

from __future__ import annotations

import json
from pathlib import Path  # noqa: TC003 - typer reads annotations when it runs
from typing import TYPE_CHECKING, Annotated, Any

import attrs
import typer

import kinerja
from kinerja import indicators as law
from kinerja._base import QuantityError, Text, UnknownIndicatorError
from kinerja.cli import files, show
from kinerja.cli.explain import explain_command, verify_command
from kinerja.cli.options import CatalogueOption, Lang, LangOption, PeriodOption, speaking, the_catalogue
from kinerja.cli.score import compare_command, score_command
from kinerja.decrees.file import DecreeFile, dump_decree_file

if TYPE_CHECKING:
    from kinerja.catalogue import Catalogue
    from kinerja.decrees import Entry
    from kinerja.measurement import Indicator

__all__ = ["app"]

app = typer.Typer(
    name="kinerja",
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)
app.command("score")(score_command)
app.command("compare")(compare_command)
app.command("template")(files.template_command)
app.command("explain")(explain_command)
app.command("verify")(verify_command)


def _show_version(asked: bool) -> None:  # noqa: FBT001 - typer passes the flag
    if asked:
        typer.echo(kinerja.__version__)
        raise typer.Exit


_VERSION = typer.Option("--version", callback=_show_version, is_eager=True, help="Tampilkan versi.")


@app.callback()
def before(
    _version: Annotated[bool, _VERSION] = False,  # noqa: FBT002 - a flag
) -> None:
    """Indikator kinerja utama (IKU): katalog, rapor kinerja, dan pengukuran dari berkas."""


@app.command("catalogue")
def catalogue_command(
    code: Annotated[str | None, typer.Argument(help="Kode indikator, misalnya SK3/4; tanpa ini semuanya.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Sebagai JSON.")] = False,  # noqa: FBT002 - a flag
    path: CatalogueOption = None,
    lang: LangOption = Lang.ID,
) -> None:
    """Tampilkan katalog IKU, atau satu indikator: bunyi keputusan, rumus, tafsir, dan salah tulisnya."""
    with speaking(lang) as language:
        catalogue = the_catalogue(path)
        chosen = list(catalogue.values()) if code is None else [catalogue[code]]
        if as_json:
            typer.echo(_catalogue_json(catalogue, chosen, whole=code is None))
        elif code is None:
            show.show_catalogue(catalogue, language)
        else:
            show.show_entry(chosen[0], language)


def _catalogue_json(catalogue: Catalogue, chosen: list[Entry], *, whole: bool) -> str:
    file = DecreeFile(decree=catalogue.decree, objectives=catalogue.objectives, entries=tuple(chosen))
    plain = dump_decree_file(file)
    return json.dumps(plain if whole else plain["entries"][0], ensure_ascii=False, indent=2)


_TOTALS_ONLY = typer.Option(
    "--tanpa-rincian", help="Hanya angkanya; untuk berkas sangat besar. Penghitungan ganda tidak diperiksa."
)


_ACCOUNTS = typer.Option("--accounts", help="Hanya akun ini, dipisahkan koma, misalnya 425283,425289.")


@app.command("measure")
def measure_command(
    indicator: Annotated[str, typer.Argument(help="Kode atau nama kelas indikator, misalnya SK3/4 atau P3DNRatio.")],
    file: Annotated[Path, typer.Argument(help="Formulir data dukung (CSV, XLSX), atau ekspor SAKTI GLP039 (.xlsx).")],
    period: PeriodOption,
    accounts: Annotated[str | None, _ACCOUNTS] = None,
    totals_only: Annotated[bool, _TOTALS_ONLY] = False,  # noqa: FBT002 - a flag
    path: CatalogueOption = None,
    lang: LangOption = Lang.ID,
) -> None:
    """Ukur satu indikator dari data dukungnya: baris hitungan, yang dihitung, dan yang tidak beserta alasannya."""
    with speaking(lang) as language:
        measured = _with_accounts(_indicator(indicator, the_catalogue(path)), accounts)
        with show.watched(Text(id="Membaca", en="Reading"), language) as progress:
            source = files.read_records(measured, file, period, progress, keep=not totals_only)
            measurement = measured.measure_records(source.records, period=period, keep_evidence=not totals_only)
        files.tell_unread(file, source.unread, language)
        show.show_measurement(measurement, source.lines, language)


def _indicator(name: str, catalogue: Catalogue) -> Indicator[Any]:
    """Return the indicator of a class, or that of a code as the catalogue has it."""
    classes = law.indicator_classes()
    if name in classes:
        return classes[name]()
    by_code = {code: entry.indicator for code, entry in catalogue.items() if entry.indicator is not None}
    if name not in by_code:
        raise UnknownIndicatorError.of(name, [*by_code, *classes])
    return by_code[name]


def _with_accounts(indicator: Indicator[Any], accounts: str | None) -> Indicator[Any]:
    if accounts is None:
        return indicator
    if not isinstance(indicator, law.P3DNRatio | law.PNBPGrowth):
        raise QuantityError(
            Text(
                id=f"{indicator.name} tidak dihitung menurut akun; hapus --accounts.",
                en=f"{indicator.name} is not counted by account; leave out --accounts.",
            ),
            indicator=indicator.name,
            value=accounts,
        )
    return attrs.evolve(indicator, accounts=frozenset(part.strip() for part in accounts.split(",")))
