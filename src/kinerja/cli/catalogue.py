"""`kinerja catalogue`: a decree's indicators, or all that it says of one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from kinerja import _base
from kinerja._base import Language
from kinerja.catalogues import only_catalogue
from kinerja.cli import options
from kinerja.cli.catalogues import given_catalogues
from kinerja.decrees import Entry, find_code
from kinerja.decrees.file import DecreeFile, dump_decree_file

if TYPE_CHECKING:
    from kinerja.catalogue import Catalogue


def catalogue_command(
    code: Annotated[str | None, typer.Argument()] = None,
    form: options.FormatOption = None,
    as_json: options.JsonOption = False,
    output: options.OutputOption = None,
    force: options.ForceOption = False,
    given: options.CatalogueOption = None,
    language: options.LangOption = Language.INDONESIAN,
) -> None:
    """Show the catalogue, or one indicator."""
    with options.speaking(language, output, force=force, form=options.Format.JSON if as_json else form) as out:
        catalogue = only_catalogue(given_catalogues(given, language))
        entry = None if code is None else catalogue[find_code(code, catalogue)]
        out.write(lambda: (entry or catalogue).document(language), lambda: _json(catalogue, entry))


def _json(catalogue: Catalogue, entry: Entry | None) -> str:
    """Write the decree, its objectives and its entries, or one entry alone."""
    entries = tuple(catalogue.values()) if entry is None else (entry,)
    plain = dump_decree_file(
        DecreeFile(decree=catalogue.decree, objectives=catalogue.objectives, entries=entries, scoring=catalogue.scoring)
    )
    return _base.as_json(plain if entry is None else plain["entries"][0])
