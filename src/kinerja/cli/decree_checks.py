"""`kinerja decree lint`: what is wrong in a decree's file, and what may be a slip; `diff`: what two decrees change."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Annotated

import attrs
import typer

from kinerja._base import Language, as_json
from kinerja.catalogue import bundled_catalogue, bundled_catalogues, bundled_text, load_catalogue
from kinerja.cli import options
from kinerja.decrees import Lint, compare_decrees
from kinerja.readers import lint_catalogue

if TYPE_CHECKING:
    from pathlib import Path

    from kinerja.catalogue import Catalogue


def lint_command(
    decree_file: options.FileArgument,
    strict: Annotated[bool, typer.Option("--strict")] = False,
    form: options.FormatOption = options.Format.TEXT,
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
    before: options.FileArgument,
    after: options.FileArgument,
    form: options.FormatOption = options.Format.TEXT,
    output: options.OutputOption = None,
    force: options.ForceOption = False,
    language: options.LangOption = Language.INDONESIAN,
) -> None:
    """Set two decrees side by side."""
    with options.speaking(language, output, force=force, form=form) as out:
        found = compare_decrees(named_catalogue(before), named_catalogue(after))
        out.write(lambda: found.document(language), lambda: as_json(found.to_dict()))


def named_catalogue(given: Path) -> Catalogue:
    """Return the catalogue of a file, or the one that comes with the library by this name."""
    name = _bundled(given)
    return load_catalogue(given) if name is None else bundled_catalogue(name)


def _lint(given: Path) -> Lint:
    name = _bundled(given)
    if name is None:
        return lint_catalogue(given)
    return attrs.evolve(lint_catalogue(io.StringIO(bundled_text(name))), source=str(given))


def _bundled(given: Path) -> str | None:
    """Return the name of a catalogue of the library that is meant, if no file is."""
    name = str(given).upper().replace("-", "_")
    return name if name in bundled_catalogues() and not given.exists() else None
