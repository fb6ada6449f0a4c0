"""`kinerja decree`: an office's own decree as a file, an Excel workbook or TOML."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kinerja._base import Language
from kinerja.catalogues import only_catalogue
from kinerja.cli import messages as say
from kinerja.cli import options
from kinerja.cli.catalogues import given_catalogues
from kinerja.cli.screen import tell
from kinerja.readers import new_catalogue, write_catalogue

if TYPE_CHECKING:
    from kinerja.catalogue import Catalogue

_COMMENT = re.compile(r"^\s*#", re.MULTILINE)


def new_command(
    new_file: Annotated[Path, typer.Argument()],
    source: Annotated[str | None, typer.Option("--from")] = None,
    force: options.ForceOption = False,
    language: options.LangOption = Language.INDONESIAN,
) -> None:
    """Write a decree to fill in."""
    with options.speaking(language, new_file, force=force):
        if source is None:
            new_catalogue(new_file)
        else:
            write_catalogue(new_file, _read(source, language))
        tell(say.DECREE_WRITTEN.text(file=new_file).read(language))


def convert_command(
    decree_file: Annotated[Path, typer.Argument()],
    new_file: Annotated[Path, typer.Argument()],
    force: options.ForceOption = False,
    language: options.LangOption = Language.INDONESIAN,
) -> None:
    """Turn one writing of a decree into the other."""
    with options.speaking(language, new_file, force=force):
        write_catalogue(new_file, _read(str(decree_file), language))
        tell(say.DECREE_WRITTEN.text(file=new_file).read(language))


def catalogue_of(source: str, language: Language) -> Catalogue:
    """Return the catalogue of a name, or of a file."""
    return only_catalogue(given_catalogues([source], language))


def _read(source: str, language: Language) -> Catalogue:
    """Return the catalogue of a name or a file; say how many comments of TOML are lost."""
    catalogue = catalogue_of(source, language)
    path = Path(source)
    comments = len(_COMMENT.findall(path.read_text("utf-8-sig"))) if path.suffix.casefold() == ".toml" else 0
    if comments:
        tell(say.COMMENTS_LOST.text(file=path, count=comments).read(language), err=True)
    return catalogue
