"""Reading the workbook of a decree, also one that was made by hand."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING, Any

import attrs

from kinerja._base import CatalogueError, Text, name_of
from kinerja.catalogue import Catalogue, load_catalogue
from kinerja.readers import messages as say
from kinerja.readers.catalogues.columns import ENTRIES, NOTES, OTHERS, SHEETS
from kinerja.readers.catalogues.gathered import Gathered
from kinerja.readers.catalogues.placed import placed
from kinerja.readers.catalogues.sheet_reader import SheetReader
from kinerja.readers.catalogues.workbook import EXAMPLES, LISTS
from kinerja.readers.sheets import is_workbook, open_workbook
from kinerja.readers.tables import GUIDE, unread_sheets
from kinerja.records import plain_heading

if TYPE_CHECKING:
    from kinerja.measurement import Indicator
    from kinerja.readers.sheets import Readable

_UNREAD = (GUIDE, EXAMPLES, LISTS)
"""The sheets that only tell how the others are filled in."""

_MAIN = tuple(one.name for one in SHEETS if one not in {NOTES, OTHERS})
"""Those that a sheet is not called by chance."""
_RESEMBLES = 0.8


def read_catalogue(
    path: Readable, indicators: Iterable[type[Indicator[Any]]] = (), *, notes: list[Text] | None = None
) -> Catalogue:
    """Read the catalogue of a decree: an Excel workbook as `write_catalogue` writes it, or TOML.

    The workbook may be made by hand: its sheets are known by their names, columns by their headings, in any order;
    those that may be blank may lack. What it holds is checked as a TOML file is.

    Args:
        path: the file, its content, or what gives its content.
        indicators: your own indicator classes that it names, besides the library's.
        notes: where it is told what was not read, and what is hidden.

    Raises:
        CatalogueError: with everything that is wrong in it, each with sheet, row and column, or its path in TOML.
        RecordsError: for a workbook that cannot be opened.
        MissingExtraError: for a workbook, if python-calamine is not installed.
    """
    if not is_workbook(path):
        return load_catalogue(path, indicators)
    gathered = gather(path)
    plain = gathered.plain()
    problems, catalogue = list(gathered.problems), None
    try:
        catalogue = Catalogue.from_dict(plain, indicators)
    except CatalogueError as error:
        problems += placed(gathered, plain, error.problems)
    if problems or catalogue is None:
        raise CatalogueError.of(problems, name_of(path) or "XLSX") from None
    if notes is not None:
        notes += gathered.notes
    return catalogue


def gather(path: Readable) -> Gathered:
    """Read the sheets of a workbook, in the order in which one needs the other.

    Raises:
        RecordsError: for a workbook that cannot be opened.
        MissingExtraError: if python-calamine is not installed.
    """
    gathered, sheets = Gathered(), open_workbook(path)
    named = {plain_heading(str(sheet.name)): sheet for sheet in reversed(sheets)}
    for sheet_of in sorted(SHEETS, key=lambda one: one is not ENTRIES):
        if sheet_of.name in named:
            SheetReader(sheet_of, named[sheet_of.name], gathered).read()
    known = {one.name for one in SHEETS} | set(_UNREAD)
    read = {id(named[name]) for name in known if name in named}
    unread = [sheet for sheet in sheets if id(sheet) not in read]
    gathered.unread.extend([str(sheet.name) for sheet in unread])
    for name in gathered.unread:
        meant = _meant(plain_heading(name), known - named.keys())
        if meant is not None:
            gathered.problems.append(attrs.evolve(say.SHEET_RESEMBLES.problem(known=meant), sheet=name))
            gathered.lose(next(one for one in SHEETS if one.name == meant))
    gathered.notes.extend([unread_sheets(unread)] if unread else [])
    gathered.tell_changed()
    if not gathered.data and not gathered.problems:
        gathered.bad.append(())  # of all that it lacks this alone is told
        gathered.problems.append(say.NOTHING_FILLED.problem())
    return gathered


def _meant(name: str, lacking: Collection[str]) -> str | None:
    """Return which sheet was meant by a name: one spelt nearly so, or one of the main ones with words around it."""
    close = difflib.get_close_matches(name, lacking, 1, _RESEMBLES)
    within = [main for main in _MAIN if main in lacking and main in name.split()]
    return next(iter([*close, *within]), None)
