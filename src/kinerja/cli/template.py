"""`kinerja template`: empty forms of the evidence."""

from __future__ import annotations

from pathlib import Path  # noqa: TC003 - typer reads annotations when it runs
from typing import Annotated

import typer

from kinerja._base import Language, visible
from kinerja.cli import messages as say
from kinerja.cli import options
from kinerja.cli.catalogues import is_file, tell_questions, the_catalogue
from kinerja.cli.screen import tell
from kinerja.readers.forms import why_no_form, write_forms
from kinerja.records import as_period


def template_command(
    path: Annotated[Path, typer.Argument()],
    period: options.PeriodOption,
    given: options.CatalogueOption = None,
    language: options.LangOption = Language.INDONESIAN,
) -> None:
    """Write empty forms for the evidence of each indicator."""
    with options.speaking(language):
        catalogue = the_catalogue(given, period, language, [path])
        unit = catalogue.decree.unit if given and all(map(is_file, given)) else ""
        paths = write_forms(path, catalogue, period=period, unit=unit)
        for form in paths:
            typer.echo(visible(str(form)))
        for code, entry in catalogue.items():
            why = why_no_form(entry, as_period(period))
            if why is not None:
                tell(why.about(code).read(language))
        tell_questions(given, language)
        of = "".join(f' --catalogue "{one}"' for one in given or ())
        written = say.BOOK_WRITTEN.text() if paths == [path] else say.FORMS_WRITTEN.text(count=len(paths))
        tell(written.read(language))
        typer.echo(visible(f'  kinerja score "{path}" --period {as_period(period)}{of} --output rapor.html'))
