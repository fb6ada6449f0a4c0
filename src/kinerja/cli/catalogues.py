"""The catalogues that a command is given: files, folders of them, or names; and which of them it is about."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import kinerja
from kinerja._base import CatalogueError, Language, RecordsError, Text, by_indicator
from kinerja.catalogues import catalogue_for, installed_indicators, named_catalogue
from kinerja.cli import messages as say
from kinerja.cli.screen import tell
from kinerja.readers import lint_catalogue, read_catalogue
from kinerja.readers.folders import named_in_folder

if TYPE_CHECKING:
    from kinerja.catalogue import Catalogue


_ENDINGS = {".toml", ".xlsx"}
_HIDDEN = (".", "~$")


def given_catalogues(given: Sequence[str] | None, language: Language) -> list[Catalogue]:
    """Return the catalogues of `--catalogue`, and tell on standard error what of them was not read.

    Without it the library's own. What is wrong in several files is refused at once.
    """
    if not given:
        return [kinerja.BSPJI_PEKANBARU_2021_2024]
    catalogues, refused = list["Catalogue"](), list[CatalogueError | RecordsError]()
    for one in (part for text in given for part in _parts(text)):
        try:
            catalogues.append(_of_file(one, language) if is_file(one) else named_catalogue(one, read=read_catalogue))
        except (CatalogueError, RecordsError) as error:
            refused.append(error)
    if len(refused) == 1:
        raise refused[0]
    if refused:
        problems = tuple(problem for error in refused for problem in error.problems)
        raise CatalogueError(
            Text.joined([error.text for error in refused], "\n"), code=refused[0].code, problems=problems
        )
    return catalogues


def tell_questions(given: Sequence[str] | None, language: Language) -> None:
    """Say on standard error what of a decree's own file is to be looked at again, for who does not ask for it."""
    for file in filter(is_file, given or ()):
        questions = [one.text for one in by_indicator(lint_catalogue(file, installed_indicators()).questions)]
        if questions:
            tell(say.LOOK_AGAIN.text(file=file, count=len(questions)).read(language), err=True)
        for text in questions:
            tell(f"  {text.read(language)}", err=True)


def _parts(text: str) -> list[str]:
    """Return the catalogue files of a folder; of anything else itself."""
    if not Path(text).is_dir():
        return [text]
    there = [file for file in Path(text).iterdir() if not file.name.startswith(_HIDDEN)]
    files = sorted(str(file) for file in there if file.suffix.casefold() in _ENDINGS)
    if not files:
        raise CatalogueError.of([say.NO_CATALOGUES.problem()], text)
    return files


def _of_file(text: str, language: Language) -> Catalogue:
    notes = list[Text]()
    catalogue = read_catalogue(text, installed_indicators(), notes=notes)
    for note in notes:
        tell(note.about(text).read(language), err=True)
    return catalogue


def is_file(text: str) -> bool:
    """Tell a file, also one that is not there, from a name."""
    path = Path(text)
    return path.exists() or bool(path.suffix) or path.name != text


def the_catalogue(
    given: Sequence[str] | None,
    period: str,
    language: Language,
    folders: Iterable[Path] = (),
    *,
    any_unit: bool = False,
    any_year: bool = False,
) -> Catalogue:
    """Return the one under which a period falls, of those of the unit whose folders these are, if any is.

    With `any_unit` it may be another unit's; with `any_year` a single one may cover other years alone.
    """
    catalogues = given_catalogues(given, language)
    if len(catalogues) == 1 and any_year:
        return catalogues[0]
    units = [] if any_unit or len(catalogues) == 1 else [name for one in folders for name in named_in_folder(one)]
    of_unit = [one for one in catalogues if any(map(one.decree.is_of, units))]
    return catalogue_for(of_unit or catalogues, period)
