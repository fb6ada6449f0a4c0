"""`kinerja decree`: an office's own decree as a file, an Excel workbook or TOML, and what can be said of it."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import Annotated

import attrs
import typer

from kinerja._base import Language, RecordsError, Text, as_json, visible
from kinerja.catalogue import Catalogue, bundled_catalogues
from kinerja.catalogue.files import bundled_text
from kinerja.catalogues import installed_indicators, only_catalogue
from kinerja.cli import messages as say
from kinerja.cli import options
from kinerja.cli.catalogues import given_catalogues, is_file
from kinerja.cli.screen import tell
from kinerja.decrees import Lint, compare_decrees, find_code
from kinerja.pages import catalogue_pages
from kinerja.readers import lint_catalogue, new_catalogue, write_catalogue

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
        year = Text(id="TAHUN", en="YEAR").read(language)
        typer.echo(visible(f'  kinerja template isian.xlsx --period {year} --catalogue "{new_file}"'))


def convert_command(
    decree_file: Annotated[Path, typer.Argument()],
    new_file: Annotated[Path, typer.Argument()],
    force: options.ForceOption = False,
    language: options.LangOption = Language.INDONESIAN,
) -> None:
    """Turn one writing of a decree into the other."""
    with options.speaking(language, new_file, force=force):
        write_catalogue(new_file, _read(str(decree_file), language))
        tell(say.WRITTEN.text(file=new_file).read(language))


def lint_command(
    decree_file: options.DecreeArgument,
    strict: Annotated[bool, typer.Option("--strict")] = False,
    form: options.FormatOption = None,
    output: options.OutputOption = None,
    force: options.ForceOption = False,
    language: options.LangOption = Language.INDONESIAN,
) -> None:
    """Look through a decree."""
    with options.speaking(language, output, force=force, form=form) as out:
        found = _lint(decree_file)
        out.write(lambda: found.document(language), lambda: as_json(found.to_dict(language)))
    if found.problems or (strict and found.warnings):
        raise typer.Exit(1)


def diff_command(
    before: options.DecreeArgument,
    after: options.DecreeArgument,
    form: options.FormatOption = None,
    output: options.OutputOption = None,
    force: options.ForceOption = False,
    language: options.LangOption = Language.INDONESIAN,
) -> None:
    """Set two decrees side by side."""
    with options.speaking(language, output, force=force, form=form) as out:
        found = compare_decrees(_catalogue_of(before, language), _catalogue_of(after, language))
        out.write(lambda: found.document(language), lambda: as_json(found.to_dict()))


def _lint(given: str) -> Lint:
    if is_file(given):
        return lint_catalogue(given, installed_indicators())
    names = {name.lower().replace("_", "-"): name for name in bundled_catalogues()}
    return attrs.evolve(lint_catalogue(io.StringIO(bundled_text(names[find_code(given, names)]))), source=given)


def pages_command(
    decree_file: options.DecreeArgument,
    folder: Annotated[Path, typer.Option("--to")],
    force: options.ForceOption = False,
    language: options.LangOption = Language.INDONESIAN,
) -> None:
    """Write a page for each indicator."""
    with options.speaking(language):
        named = catalogue_pages(_catalogue_of(decree_file, language), language)
        pages = {folder / name: text for name, text in named.items()}
        there = [problem for path in pages for problem in options.is_there(path, force=force)]
        if there:
            raise RecordsError.of(there)
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise RecordsError.of([say.UNWRITABLE.problem(str(folder), error=error)]) from None
        for path, text in pages.items():
            options.write_whole(path, text)
            typer.echo(visible(str(path)))


def _catalogue_of(source: str, language: Language) -> Catalogue:
    """Return the catalogue of a name, or of a file."""
    return only_catalogue(given_catalogues([source], language))


def _read(source: str, language: Language) -> Catalogue:
    """Return the catalogue of a name or a file; say how many comments of TOML are lost."""
    catalogue = _catalogue_of(source, language)
    path = Path(source)
    comments = len(_COMMENT.findall(path.read_text("utf-8-sig"))) if path.suffix.casefold() == ".toml" else 0
    if comments:
        tell(say.COMMENTS_LOST.text(file=path, count=comments).read(language), err=True)
    return catalogue
