"""`kinerja decree lint`: what is wrong in a decree's file, and what may be a slip; `diff`: what two decrees change."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Annotated

import attrs
import typer

from kinerja._base import Language, as_json
from kinerja.catalogue import bundled_catalogues, bundled_text
from kinerja.catalogues import installed_indicators
from kinerja.cli import options
from kinerja.cli.catalogues import is_file
from kinerja.cli.decree import catalogue_of
from kinerja.decrees import compare_decrees, find_code
from kinerja.readers import lint_catalogue

if TYPE_CHECKING:
    from kinerja.decrees import Lint


def lint_command(
    decree_file: options.DecreeArgument,
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
    before: options.DecreeArgument,
    after: options.DecreeArgument,
    form: options.FormatOption = options.Format.TEXT,
    output: options.OutputOption = None,
    force: options.ForceOption = False,
    language: options.LangOption = Language.INDONESIAN,
) -> None:
    """Set two decrees side by side."""
    with options.speaking(language, output, force=force, form=form) as out:
        found = compare_decrees(catalogue_of(before, language), catalogue_of(after, language))
        out.write(lambda: found.document(language), lambda: as_json(found.to_dict()))


def _lint(given: str) -> Lint:
    if is_file(given):
        return lint_catalogue(given, installed_indicators())
    names = {name.lower().replace("_", "-"): name for name in bundled_catalogues()}
    return attrs.evolve(lint_catalogue(io.StringIO(bundled_text(names[find_code(given, names)]))), source=given)
