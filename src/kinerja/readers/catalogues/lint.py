"""A decree's file looked through: all that is wrong in it, and what is probably a slip, each with its place."""

from __future__ import annotations

import math
import os
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

import attrs

from kinerja._base import CatalogueError, Problem, RecordsError, content_of, name_of
from kinerja.catalogue.files import parse_toml, text_of
from kinerja.decrees import Lint, warnings_of
from kinerja.decrees import messages as say
from kinerja.decrees.file import read_catalogue_file
from kinerja.readers.catalogues.placed import placed
from kinerja.readers.catalogues.reader import gather
from kinerja.readers.catalogues.toml_lines import TomlLines
from kinerja.readers.sheets import is_workbook

if TYPE_CHECKING:
    from kinerja.decrees.file import DecreeRead
    from kinerja.measurement import Indicator
    from kinerja.readers.catalogues.gathered import Gathered
    from kinerja.readers.sheets import Readable


def lint_catalogue(path: Readable, indicators: Iterable[type[Indicator[Any]]] = ()) -> Lint:
    r"""Return everything that is wrong in the file of a decree, and everything that is probably a slip.

    What cannot be read is no error here: it stands among the problems. The warnings speak of what could be read. Each
    names its line where the file is TOML and the extra `cli` is there, or its sheet, row and column.

    Args:
        path: the file, its bytes, or an open file or upload.
        indicators: your own indicator classes that the file names, besides the library's.

    Raises:
        MissingExtraError: for a workbook, if python-calamine is not installed.

    >>> found = lint_catalogue(b'[decree]\nnumber = "1"\nunit = "Balai"\nyears = [2025]')
    >>> [one.place for one in found.problems]
    ['decree.title', 'objectives', 'entries']
    """
    source = name_of(path) or "TOML"
    given = path if isinstance(path, str | os.PathLike) else content_of(path)  # an upload is read once
    try:
        return (_of_workbook if is_workbook(given) else _of_toml)(source, given, indicators)
    except (CatalogueError, RecordsError) as error:
        return Lint(source=source, problems=error.problems)


def _of_toml(source: str, path: Readable, indicators: Iterable[type[Indicator[Any]]]) -> Lint:
    _, text = text_of(path)
    data = parse_toml(source, text)
    read, lines = read_catalogue_file(data, indicators), TomlLines(text, data)
    return Lint(
        source=source,
        problems=_on_lines(read.problems, lines),
        warnings=_on_lines(_warnings_of(read, data), lines),
    )


def _on_lines(found: Iterable[Problem], lines: TomlLines) -> tuple[Problem, ...]:
    """Name the line of each, and put them in the order of the file; those of no line come last."""
    with_lines = [attrs.evolve(one, line=lines.line_of(one.place)) for one in found]
    return tuple(sorted(with_lines, key=lambda one: one.line or math.inf))


def _of_workbook(source: str, path: Readable, indicators: Iterable[type[Indicator[Any]]]) -> Lint:
    gathered = gather(path)
    plain = gathered.plain()
    read = read_catalogue_file(plain, indicators)
    return Lint(
        source=source,
        problems=(*gathered.problems, *placed(gathered, plain, read.problems)),
        warnings=(
            *gathered.warnings,
            *(one for warning in _warnings_of(read, plain) for one in _in_cells(gathered, plain, warning)),
        ),
        notes=tuple(gathered.notes),
    )


def _warnings_of(read: DecreeRead, data: Mapping[str, Any]) -> Iterator[Problem]:
    """Give the warnings; that no indicator names an objective only where each indicator could be read."""
    some_unread = bool(read.entries) and len(read.entries) < len(data["entries"])
    for warning in warnings_of(read.decree, read.objectives, read.entries):
        if not (some_unread and warning.code == say.OBJECTIVE_UNUSED.code):
            yield warning


def _in_cells(gathered: Gathered, plain: Any, warning: Problem) -> Iterator[Problem]:
    """Name the cell of a warning, or the sheet alone where no cell of it speaks of that."""
    for one in placed(gathered, plain, [warning]):
        yield one if one.code == warning.code else attrs.evolve(warning, place="", sheet=one.sheet)
