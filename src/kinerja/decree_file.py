"""Catalogue files: plain data to a decree's values and back, every problem of a file at once.

This module imports cattrs, so it is itself imported on first use.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import attrs

from kinerja import indicators as law
from kinerja.conversion import add_entries, make_converter
from kinerja.decree import Decree, Entry, Objective
from kinerja.errors import CatalogueError, CatalogueProblem
from kinerja.plain_reader import Reader
from kinerja.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from kinerja.indicator import Indicator

__all__ = ["Parts", "dump_parts", "load_parts"]


@attrs.frozen(kw_only=True)
class Parts:
    """What a catalogue file holds."""

    decree: Decree
    objectives: tuple[Objective, ...]
    entries: tuple[Entry, ...]


def load_parts(source: str, data: Mapping[str, Any], indicators: Iterable[type[Indicator[Any]]]) -> Parts:
    """Turn the plain data of a catalogue file into values.

    Args:
        source: the file's name, for messages.
        data: what the TOML or JSON parser gave.
        indicators: the classes that the file may name, besides the library's own.

    Raises:
        CatalogueError: with everything that is wrong in it.
    """
    classes = [*(getattr(law, name) for name in law.__all__), *indicators]
    converter = make_converter({indicator.__name__: indicator for indicator in classes})
    reader = Reader(converter)
    reader.refuse_unknown_keys(data, [field.name for field in attrs.fields(Parts)])
    decree = reader.read("decree", data.get("decree"), Decree)
    objectives = reader.read_each("objectives", data.get("objectives"), Objective)
    add_entries(converter, {objective.code: objective for objective in objectives})
    entries = reader.read_each("entries", data.get("entries"), Entry)
    reader.problems.extend(_repeated("indicators", [indicator.__name__ for indicator in classes]))
    reader.problems.extend(_contradictions(decree, objectives, entries))
    if decree is None or reader.problems:
        raise CatalogueError.of(source, reader.problems)
    dated = tuple(attrs.evolve(entry, years=decree.years) for entry in entries)
    return Parts(decree=decree, objectives=tuple(objectives), entries=dated)


def dump_parts(parts: Parts) -> dict[str, Any]:
    """Turn the values back into plain data, which `load_parts` reads without loss."""
    converter = make_converter({})
    add_entries(converter, {})
    plain: dict[str, Any] = converter.unstructure(parts)
    return plain


def _contradictions(
    decree: Decree | None, objectives: Sequence[Objective], entries: Sequence[Entry]
) -> Iterator[CatalogueProblem]:
    yield from _repeated("objectives", [objective.code for objective in objectives])
    yield from _repeated("entries", [entry.code for entry in entries])
    for entry in entries:
        path = f"entries[{entry.code}]"
        if entry.indicator is not None:
            yield from _disagreements(path, entry, entry.indicator)
        for year in entry.targets:
            if decree is not None and year not in decree.years:
                covered = ", ".join(map(str, decree.years))
                allowed = Text(id=f"tahun yang diatur hanya {covered}.", en=f"the years covered are only {covered}.")
                yield CatalogueProblem(path=f"{path}.targets.{year}", allowed=allowed)


def _repeated(path: str, codes: Sequence[str]) -> Iterator[CatalogueProblem]:
    for code, times in Counter(codes).items():
        if times > 1:
            allowed = Text(id=f"ada {times} kali; sisakan satu.", en=f"stands {times} times; keep one.")
            yield CatalogueProblem(path=f"{path}[{code}]", allowed=allowed)


def _disagreements(path: str, entry: Entry, indicator: Indicator[Any]) -> Iterator[CatalogueProblem]:
    for field, stated, own in (
        ("unit", str(entry.unit), str(indicator.unit)),
        ("polarity", entry.polarity.value, indicator.polarity.value),
    ):
        if stated != own:
            allowed = Text(
                id=f"{stated!r} tidak sesuai dengan {indicator.name}, yaitu {own!r}.",
                en=f"{stated!r} does not agree with {indicator.name}, which has {own!r}.",
            )
            yield CatalogueProblem(path=f"{path}.{field}", allowed=allowed)
