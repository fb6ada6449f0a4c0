"""Files of catalogues: those of an office, and those that come with the library."""

from __future__ import annotations

import functools
import threading
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from kinerja._base import CatalogueError, HasBytes, content_of, name_of
from kinerja._base.messages import UNREADABLE
from kinerja.catalogue.catalogue import Catalogue, catalogue_from
from kinerja.decrees import messages as say

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable
    from os import PathLike

    from kinerja.measurement import Indicator


def load_catalogue(
    path: str | PathLike[str] | bytes | HasBytes, indicators: Iterable[type[Indicator[Any]]] = ()
) -> Catalogue:
    """Read a catalogue file (TOML).

    Args:
        path: the file; its form is that of the library's own under `kinerja/decrees/catalogues`. Also its bytes, or
            an open file or upload, known by its `name`.
        indicators: your own indicator classes that the file names, besides the library's. Nothing is looked up by
            an import path and nothing in the file is run.

    Raises:
        CatalogueError: with everything that is wrong in the file, each with its path in it; also what
            `kinerja.check_indicator` finds wrong in a class that it names, and targets that cannot be.
    """
    source, text = text_of(path)
    return catalogue_from(source, parse_toml(source, text), indicators)


def text_of(path: str | PathLike[str] | bytes | HasBytes) -> tuple[str, str]:
    """Return the name and the text of a catalogue file; raises CatalogueError where it cannot be read."""
    source = name_of(path) or "TOML"
    try:
        return source, content_of(path).decode("utf-8-sig")
    except (OSError, ValueError) as error:  # ValueError: other bytes than UTF-8, a path that cannot be
        raise CatalogueError.of([UNREADABLE.problem(error=error)], source) from None


def bundled_catalogue(name: str) -> Catalogue:
    """Return one of the catalogues that come with the library, by its name among `bundled_catalogues`.

    It is read once, whichever threads ask for it first.
    """
    with _READING:
        return _read_bundled(name)


_READING = threading.Lock()


@functools.cache
def _read_bundled(name: str) -> Catalogue:
    return catalogue_from(name.lower(), parse_toml(name.lower(), bundled_text(name)), ())


def bundled_text(name: str) -> str:
    """Return the file of a catalogue that comes with the library, by its name among `bundled_catalogues`."""
    return (_bundled() / f"{name.lower()}.toml").read_text("utf-8")


def bundled_catalogues() -> tuple[str, ...]:
    """Return the names of the catalogues that come with the library: each is an attribute of `kinerja`.

    >>> "BSPJI_PEKANBARU_2021_2024" in bundled_catalogues()
    True
    """
    files = sorted(file.name for file in _bundled().iterdir() if file.name.endswith(".toml"))
    return tuple(file.removesuffix(".toml").upper() for file in files)


def _bundled() -> Traversable:
    from importlib.resources import files  # noqa: PLC0415 - needed here alone, and `import kinerja` stays light

    return files("kinerja") / "decrees" / "catalogues"


def parse_toml(source: str, text: str) -> dict[str, Any]:
    """Return the plain data of a catalogue file; raises CatalogueError where it is no TOML."""
    import tomllib  # noqa: PLC0415 - on first use, as is cattrs
    from decimal import Decimal  # noqa: PLC0415

    try:
        return tomllib.loads(text, parse_float=Decimal)
    except (ValueError, ArithmeticError, RecursionError) as error:  # not TOML, or numbers and nesting beyond reason
        raise CatalogueError.of([say.NOT_TOML.problem(error=error)], source) from None
