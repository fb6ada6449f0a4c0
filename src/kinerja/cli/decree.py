"""`kinerja decree`: an office's own decree as a file, an Excel workbook or TOML."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kinerja._base import Language
from kinerja.cli import options


def new_command(
    new_file: Annotated[Path, typer.Argument()],
    source: Annotated[str | None, typer.Option("--from")] = None,
    language: options.LangOption = Language.INDONESIAN,
) -> None:
    """Write a decree to fill in."""
    with options.speaking(language):
        raise NotImplementedError(new_file, source)


def convert_command(
    decree_file: Annotated[Path, typer.Argument()],
    new_file: Annotated[Path, typer.Argument()],
    language: options.LangOption = Language.INDONESIAN,
) -> None:
    """Turn one writing of a decree into the other."""
    with options.speaking(language):
        raise NotImplementedError(decree_file, new_file)
