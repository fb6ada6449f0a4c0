"""A catalogue file looked through: everything that is wrong in it, and what is probably a slip, each with its line."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import attrs

from kinerja._base import CatalogueError, HasBytes, Problem, name_of
from kinerja.catalogue import parse_toml, text_of
from kinerja.decrees import Lint, warnings_of
from kinerja.decrees.file import read_decree_file
from kinerja.readers.toml_lines import TomlLines

if TYPE_CHECKING:
    from collections.abc import Iterable
    from os import PathLike

    from kinerja.measurement import Indicator


def lint_catalogue(
    path: str | PathLike[str] | bytes | HasBytes, indicators: Iterable[type[Indicator[Any]]] = ()
) -> Lint:
    r"""Return everything that is wrong in a catalogue file, and everything that is probably a slip.

    What cannot be read is no error here: it stands among the problems. The warnings speak of what could be read.

    Args:
        path: the file, its bytes, or an open file or upload.
        indicators: your own indicator classes that the file names, besides the library's.

    >>> found = lint_catalogue(b'[decree]\nnumber = "1"\nunit = "Balai"\nyears = [2025]')
    >>> [one.place for one in found.problems]
    ['decree.title', 'objectives', 'entries']
    """
    try:
        source, text = text_of(path)
        data = parse_toml(source, text)
    except CatalogueError as error:
        return Lint(source=name_of(path) or "TOML", problems=error.problems)
    read, lines = read_decree_file(data, indicators), TomlLines(text, data)
    return Lint(
        source=source,
        problems=_on_lines(read.problems, lines),
        warnings=_on_lines(warnings_of(read.decree, read.objectives, read.entries), lines),
    )


def _on_lines(found: Iterable[Problem], lines: TomlLines) -> tuple[Problem, ...]:
    """Name the line of each, and put them in the order of the file; those of no line come last."""
    placed = [attrs.evolve(one, line=lines.line_of(one.place)) for one in found]
    return tuple(sorted(placed, key=lambda one: one.line or math.inf))
