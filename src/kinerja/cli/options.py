"""What the commands share: options, and how they speak of what is refused."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

import kinerja
from kinerja._base import KinerjaError, Language, RecordsError
from kinerja.catalogue import load_catalogue
from kinerja.cli import messages as say
from kinerja.readers import read_number
from kinerja.scorecards import Scoring

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kinerja._base import Number
    from kinerja.catalogue import Catalogue


LangOption = Annotated[Language, typer.Option("--lang", help="Bahasa keluaran.")]
CatalogueOption = Annotated[
    Path | None,
    typer.Option("--catalogue", help="Berkas katalog TOML keputusan lain; tanpa ini BSPJI Pekanbaru 2021-2024."),
]
PeriodOption = Annotated[
    str, typer.Option("--period", help="Wajib: tahun (2023), triwulan sejak Januari (2023-TW2), atau 2023-TW2-saja.")
]
PathsArgument = Annotated[
    list[Path], typer.Argument(help="Folder data dukung, satu per unit; atau satu tabel realisasi (CSV, XLSX).")
]
CapOption = Annotated[str | None, typer.Option("--cap", help="Batas capaian dalam persen, misalnya 120.")]

TargetYearOption = Annotated[
    int | None,
    typer.Option("--target-year", help="Tahun yang targetnya dipakai, misalnya 2024; tanpa ini tahun periodenya."),
]

TargetsOption = Annotated[
    Path | None,
    typer.Option("--targets", help="Tabel target triwulan (kode, target); tanpa ini target tahunnya yang dipakai."),
]


@contextlib.contextmanager
def speaking(language: Language) -> Iterator[None]:
    """Turn what the library refuses into one message on standard error and exit code 2."""
    try:
        yield
    except KinerjaError as error:
        typer.echo(error.text.read(language), err=True)
        raise typer.Exit(2) from None


def the_catalogue(path: Path | None) -> Catalogue:
    """Load the catalogue of a file; the library's own without one."""
    return kinerja.BSPJI_PEKANBARU_2021_2024 if path is None else load_catalogue(path)


def scoring_of(cap: str | None) -> Scoring:
    """Return the agency's own rules, from the cap that is given to `--cap`.

    Raises:
        QuantityError: for a cap that is no number, or cannot be.
    """
    return Scoring(cap=None if cap is None else number("--cap", cap))


def number(option: str, text: str) -> Number:
    """Read the number given to an option.

    Raises:
        QuantityError: for a text that is no number.
    """
    try:
        return read_number(text)
    except RecordsError as error:
        raise say.NO_NUMBER.error(indicator=option, value=text, why=error.text) from None
