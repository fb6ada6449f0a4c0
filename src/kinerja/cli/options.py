"""What the commands share: options, and how they speak of what is refused."""

from __future__ import annotations

import contextlib
import enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

import kinerja
from kinerja._base import KinerjaError, Language, QuantityError, RecordsError, Text
from kinerja.catalogue import load_catalogue
from kinerja.readers import read_number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kinerja._base import Number
    from kinerja.catalogue import Catalogue

__all__ = [
    "CapOption",
    "CatalogueOption",
    "Lang",
    "LangOption",
    "PeriodOption",
    "TargetYearOption",
    "TargetsOption",
    "number",
    "speaking",
    "the_catalogue",
]


class Lang(enum.StrEnum):
    """The language of the output."""

    ID = "id"
    EN = "en"


LangOption = Annotated[Lang, typer.Option("--lang", help="Bahasa keluaran.")]
CatalogueOption = Annotated[
    Path | None,
    typer.Option("--catalogue", help="Berkas katalog TOML keputusan lain; tanpa ini BSPJI Pekanbaru 2021-2024."),
]
PeriodOption = Annotated[
    str, typer.Option("--period", help="Wajib: tahun (2023), triwulan sejak Januari (2023-TW2), atau 2023-TW2-saja.")
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
def speaking(lang: Lang) -> Iterator[Language]:
    """Give the language; turn what the library refuses into one message on standard error and exit code 2."""
    language = Language(lang.value)
    try:
        yield language
    except KinerjaError as error:
        typer.echo(error.text.read(language), err=True)
        raise typer.Exit(2) from None


def the_catalogue(path: Path | None) -> Catalogue:
    """Load the catalogue of a file; the library's own without one."""
    return kinerja.BSPJI_PEKANBARU_2021_2024 if path is None else load_catalogue(path)


def number(option: str, text: str) -> Number:
    """Read the number given to an option.

    Raises:
        QuantityError: for a text that is no number.
    """
    try:
        return read_number(text)
    except RecordsError as error:
        said = error.text
        problem = Text(id=f"{option} {said.id}", en=f"{option} {said.en}")
        raise QuantityError(problem, indicator=option, value=text) from None
