"""`kinerja decree`: an office's own decree as a file, an Excel workbook or TOML."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kinerja._base import Language
from kinerja.catalogue import bundled_catalogue, bundled_catalogues
from kinerja.cli import messages as say
from kinerja.cli import options
from kinerja.cli.screen import tell
from kinerja.decrees import find_code
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
            write_catalogue(new_file, _copied(source, language))
        tell(say.DECREE_WRITTEN.text(file=new_file).read(language))


def convert_command(
    decree_file: Annotated[Path, typer.Argument()],
    new_file: Annotated[Path, typer.Argument()],
    force: options.ForceOption = False,
    language: options.LangOption = Language.INDONESIAN,
) -> None:
    """Turn one writing of a decree into the other."""
    with options.speaking(language, new_file, force=force):
        write_catalogue(new_file, _of_file(decree_file, language))
        tell(say.DECREE_WRITTEN.text(file=new_file).read(language))


def catalogue_of(source: str, language: Language) -> Catalogue:
    """Return one of the library's catalogues by its name, else that of a file."""
    name = bundled_name(source)
    return options.the_catalogue(Path(source), language) if name is None else bundled_catalogue(name)


def bundled_name(source: str) -> str | None:
    """Return the name of the library's catalogue that is meant; None where it is a file.

    Raises:
        UnknownIndicatorError: for a name that none has.
    """
    if Path(source).suffix or Path(source).exists():
        return None
    return find_code(source, [name.lower().replace("_", "-") for name in bundled_catalogues()]).replace("-", "_")


def _copied(source: str, language: Language) -> Catalogue:
    is_file = bundled_name(source) is None
    return _of_file(Path(source), language) if is_file else catalogue_of(source, language)


def _of_file(path: Path, language: Language) -> Catalogue:
    catalogue = options.the_catalogue(path, language)
    if path.suffix.casefold() == ".toml":
        comments = len(_COMMENT.findall(path.read_text("utf-8-sig")))
        if comments:
            tell(say.COMMENTS_LOST.text(file=path, count=comments).read(language), err=True)
    return catalogue
