"""The commands: what each reads, asks the library, and hands to `show`."""

from __future__ import annotations

import contextlib
import enum
import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

import kinerja
from kinerja import indicators as law
from kinerja.catalogue import load_catalogue
from kinerja.cli import show
from kinerja.decree_file import Parts, dump_parts
from kinerja.errors import KinerjaError, QuantityError, UnknownIndicatorError
from kinerja.indicators import P3DNRatio
from kinerja.readers.numbers import read_number
from kinerja.readers.sakti import read_glp039
from kinerja.readers.tables import read_actuals
from kinerja.scorecard_table import to_csv, to_markdown
from kinerja.scoring import Scoring
from kinerja.text import Language, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kinerja.catalogue import Catalogue
    from kinerja.decree import Entry
    from kinerja.exact import Number

__all__ = ["app"]

app = typer.Typer(
    name="kinerja",
    help="Indikator kinerja utama (IKU): katalog, rapor kinerja, dan pengukuran dari berkas.",
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)


class Format(enum.StrEnum):
    """How a scorecard is written."""

    TABLE = "table"
    MARKDOWN = "markdown"
    CSV = "csv"
    JSON = "json"


class Lang(enum.StrEnum):
    """The language of the output."""

    ID = "id"
    EN = "en"


LangOption = Annotated[Lang, typer.Option("--lang", help="Bahasa keluaran.")]
CatalogueOption = Annotated[
    Path | None,
    typer.Option("--catalogue", help="Berkas katalog TOML keputusan lain; tanpa ini BSPJI Pekanbaru 2021-2024."),
]
PeriodOption = Annotated[str, typer.Option("--period", help="Tahun, misalnya 2023.")]


@contextlib.contextmanager
def _speaking(lang: Lang) -> Iterator[Language]:
    """Give the language; turn what the library refuses into one message on standard error and exit code 2."""
    language = Language(lang.value)
    try:
        yield language
    except KinerjaError as error:
        typer.echo(error.text.read(language), err=True)
        raise typer.Exit(2) from None


def _catalogue(path: Path | None) -> Catalogue:
    return kinerja.BSPJI_PEKANBARU_2021_2024 if path is None else load_catalogue(path)


@app.command("catalogue")
def catalogue_command(
    code: Annotated[str | None, typer.Argument(help="Kode indikator, misalnya SK3/4; tanpa ini semuanya.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Sebagai JSON.")] = False,  # noqa: FBT002 - a flag
    path: CatalogueOption = None,
    lang: LangOption = Lang.ID,
) -> None:
    """Tampilkan katalog IKU, atau satu indikator: bunyi keputusan, rumus, tafsir, dan salah tulisnya."""
    with _speaking(lang) as language:
        catalogue = _catalogue(path)
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
    file: Annotated[Path, typer.Argument(help="Tabel realisasi (CSV atau XLSX): kode, realisasi, keterangan.")],
    period: PeriodOption,
    cap: Annotated[str | None, typer.Option("--cap", help="Batas capaian dalam persen, misalnya 120.")] = None,
    form: Annotated[Format, typer.Option("--format", help="Bentuk keluaran.")] = Format.TABLE,
    path: CatalogueOption = None,
    lang: LangOption = Lang.ID,
) -> None:
    """Susun rapor kinerja dari tabel realisasi."""
    with _speaking(lang) as language:
        catalogue = _catalogue(path)
        scoring = Scoring(cap=None if cap is None else _number("--cap", cap))
        actuals = read_actuals(file, entries=catalogue)
        remarks = {row.code: row.note for row in actuals.rows}
        card = catalogue.scorecard(period, actuals.by_code(), scoring=scoring, remarks=remarks)
        match form:
            case Format.TABLE:
                show.show_scorecard(card, language)
            case Format.MARKDOWN:
                typer.echo(to_markdown(card, language))
            case Format.CSV:
                typer.echo(to_csv(card, language), nl=False)
            case _:
                typer.echo(card.to_json())


def _number(option: str, text: str) -> Number:
    number = read_number(text)
    if isinstance(number, Text):
        problem = Text(id=f"{option} {text!r}: {number.id}", en=f"{option} {text!r}: {number.en}")
        raise QuantityError(problem, indicator=option, value=text)
    return number


@app.command("measure")
def measure_command(
    indicator: Annotated[str, typer.Argument(help="Nama kelas indikator: P3DNRatio.")],
    file: Annotated[Path, typer.Argument(help="Ekspor SAKTI GLP039 (.xlsx).")],
    period: PeriodOption,
    lang: LangOption = Lang.ID,
) -> None:
    """Ukur satu indikator dari data dukungnya: baris hitungan, yang dihitung, dan yang tidak beserta alasannya."""
    with _speaking(lang) as language:
        _check_measurable(indicator)
        with show.watched(Text(id="Membaca", en="Reading"), language) as progress:
            export = read_glp039(file, progress=progress)
        show.show_measurement(P3DNRatio().measure_records(export.lines, period=period), export, language)


def _check_measurable(name: str) -> None:
    if name not in law.__all__:
        raise UnknownIndicatorError.of(name, law.__all__)
    if name != P3DNRatio.__name__:
        text = Text(
            id=f"{name} belum dapat diukur dari berkas; yang dapat: {P3DNRatio.__name__}, dari ekspor SAKTI GLP039.",
            en=f"{name} cannot be measured from a file yet; {P3DNRatio.__name__} can, from SAKTI's GLP039 export.",
        )
        raise QuantityError(text, indicator=name, value=name)
