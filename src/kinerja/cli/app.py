"""The commands: what each reads, asks the library, and hands to `show`."""

from __future__ import annotations

import enum
import json
from pathlib import Path  # noqa: TC003 - typer reads annotations when it runs
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kinerja import indicators as law
from kinerja.cli import files, show
from kinerja.cli.options import (
    CapOption,
    CatalogueOption,
    Lang,
    LangOption,
    PeriodOption,
    number,
    speaking,
    the_catalogue,
)
from kinerja.cli.path import explain_command, verify_command
from kinerja.decree_file import Parts, dump_parts
from kinerja.errors import UnknownIndicatorError
from kinerja.scorecard_table import to_csv, to_markdown
from kinerja.scoring import Scoring
from kinerja.text import Text
from kinerja.trace import library_version

if TYPE_CHECKING:
    from kinerja.catalogue import Catalogue
    from kinerja.decree import Entry
    from kinerja.indicator import Indicator

__all__ = ["app"]

app = typer.Typer(
    name="kinerja",
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)
app.command("template")(files.template_command)
app.command("explain")(explain_command)
app.command("verify")(verify_command)


def _show_version(asked: bool) -> None:  # noqa: FBT001 - typer passes the flag
    if asked:
        typer.echo(library_version())
        raise typer.Exit


_VERSION = typer.Option("--version", callback=_show_version, is_eager=True, help="Tampilkan versi.")


@app.callback()
def before(
    _version: Annotated[bool, _VERSION] = False,  # noqa: FBT002 - a flag
) -> None:
    """Indikator kinerja utama (IKU): katalog, rapor kinerja, dan pengukuran dari berkas."""


class Format(enum.StrEnum):
    """How a scorecard is written."""

    TABLE = "table"
    MARKDOWN = "markdown"
    CSV = "csv"
    JSON = "json"


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
    parts = Parts(decree=catalogue.decree, objectives=catalogue.objectives, entries=tuple(chosen))
    plain = dump_parts(parts)
    return json.dumps(plain if whole else plain["entries"][0], ensure_ascii=False, indent=2)


@app.command("score")
def score_command(
    paths: Annotated[
        list[Path], typer.Argument(help="Folder data dukung, satu per unit; atau satu tabel realisasi (CSV, XLSX).")
    ],
    period: PeriodOption,
    cap: CapOption = None,
    form: Annotated[Format, typer.Option("--format", help="Bentuk keluaran.")] = Format.TABLE,
    path: CatalogueOption = None,
    lang: LangOption = Lang.ID,
) -> None:
    """Susun rapor kinerja dari folder data dukung, atau dari tabel realisasi."""
    with speaking(lang) as language:
        catalogue = the_catalogue(path)
        scoring = Scoring(cap=None if cap is None else number("--cap", cap))
        values, remarks = files.read_values(paths, catalogue, period, language)
        card = catalogue.scorecard(period, values, scoring=scoring, remarks=remarks)
        match form:
            case Format.TABLE:
                show.show_scorecard(card, language)
            case Format.MARKDOWN:
                typer.echo(to_markdown(card, language))
            case Format.CSV:
                typer.echo(to_csv(card, language), nl=False)
            case _:
                typer.echo(card.to_json())


@app.command("measure")
def measure_command(
    indicator: Annotated[str, typer.Argument(help="Nama kelas indikator, misalnya TenantCount atau P3DNRatio.")],
    file: Annotated[Path, typer.Argument(help="Formulir data dukung (CSV, XLSX), atau ekspor SAKTI GLP039 (.xlsx).")],
    period: PeriodOption,
    lang: LangOption = Lang.ID,
) -> None:
    """Ukur satu indikator dari data dukungnya: baris hitungan, yang dihitung, dan yang tidak beserta alasannya."""
    with speaking(lang) as language:
        if indicator not in law.__all__:
            raise UnknownIndicatorError.of(indicator, law.__all__)
        measured: Indicator[Any] = getattr(law, indicator)()
        with show.watched(Text(id="Membaca", en="Reading"), language) as progress:
            records, source = files.read_records(measured, file, progress)
        show.show_measurement(measured.measure_records(records, period=period), source, language)
