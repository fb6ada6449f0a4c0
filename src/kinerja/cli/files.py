"""The commands' files: empty forms to write, and JSON to read."""

from __future__ import annotations

import codecs
from pathlib import Path  # noqa: TC003 - typer reads annotations when it runs
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from kinerja._base import KinerjaError, Language, ScorecardError, TraceError, visible
from kinerja._base.messages import UNREADABLE
from kinerja.cli import messages as say
from kinerja.cli import options
from kinerja.cli.catalogues import is_file, the_catalogue
from kinerja.cli.screen import tell
from kinerja.readers.forms import why_no_form, write_forms
from kinerja.records import as_period

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


def template_command(
    folder: Annotated[Path, typer.Argument()],
    period: options.PeriodOption,
    given: options.CatalogueOption = None,
    language: options.LangOption = Language.INDONESIAN,
) -> None:
    """Write empty forms for the evidence of each indicator."""
    with options.speaking(language):
        catalogue = the_catalogue(given, period, language, [folder])
        unit = catalogue.decree.unit if given and all(map(is_file, given)) else ""
        paths = write_forms(folder, catalogue, period=period, unit=unit)
        for form in paths:
            typer.echo(visible(str(form)))
        for code, entry in catalogue.items():
            why = why_no_form(entry, as_period(period))
            if why is not None:
                tell(why.about(code).read(language))
        of = "".join(f' --catalogue "{one}"' for one in given or ())
        tell(say.FORMS_WRITTEN.text(count=len(paths)).read(language))
        typer.echo(visible(f'  kinerja score "{folder}" --period {as_period(period)}{of}'))


def load_text(file: Path, refusal: type[TraceError | ScorecardError], load: Callable[[str], T]) -> T:
    """Return what the text of a JSON file holds; what is refused of it is told by the file's name."""
    text = read_text(file, refusal)
    try:
        return load(text)
    except KinerjaError as error:
        error.text = error.text.about(str(file))
        raise


def read_text(file: Path, refusal: type[TraceError | ScorecardError]) -> str:
    """Return the text of a JSON file, UTF-8, or UTF-16 as PowerShell's `>` writes it; refuse it as asked."""
    try:
        content = file.read_bytes()
        utf_16 = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
        return content.decode("utf-16" if utf_16 else "utf-8-sig")
    except (OSError, ValueError) as error:  # ValueError: other bytes than those
        raise refusal.of([UNREADABLE.problem(str(file), error=error)]) from None
