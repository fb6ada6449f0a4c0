"""`kinerja decree pages`: Markdown pages of a decree's indicators, for an office's own site."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from kinerja._base import Language, Message, RecordsError, visible
from kinerja.cli import messages as say
from kinerja.cli import options
from kinerja.cli.decree import catalogue_of
from kinerja.pages import catalogue_pages

if TYPE_CHECKING:
    from pathlib import Path


def pages_command(
    decree_file: options.DecreeArgument,
    folder: options.FolderOption,
    force: options.ForceOption = False,
    language: options.LangOption = Language.INDONESIAN,
) -> None:
    """Write a page for each indicator."""
    with options.speaking(language):
        named = catalogue_pages(catalogue_of(decree_file, language), language)
        pages = {folder / name: text for name, text in named.items()}
        there = [path for path in pages if path.exists() and not (force and path.is_file())]
        if there:
            raise RecordsError.of([_why_not(path).problem(str(path)) for path in there])
        _make(folder)
        for path, text in pages.items():
            options.write_whole(path, text)
            typer.echo(visible(str(path)))


def _why_not(path: Path) -> Message:
    return say.IS_THERE if path.is_file() else say.NO_REGULAR_FILE


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise RecordsError.of([say.UNWRITABLE.problem(str(folder), error=error)]) from None
