"""Catalogue files: plain data to a decree's values and back, every problem of a file at once.

This module imports cattrs, so it is itself imported on first use.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import attrs

from kinerja import indicators as law
from kinerja._base import CatalogueError, CatalogueProblem, Text
from kinerja.decrees.conversion import YEAR, add_entries, make_converter
from kinerja.decrees.decree import Decree, Entry, Objective
from kinerja.decrees.reader import Reader, step
from kinerja.measurement import Indicator, Polarity, Unit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

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
    classes = [*law.indicator_classes().values(), *indicators]
    converter = make_converter({indicator.__name__: indicator for indicator in classes})
    reader = Reader(converter)
    reader.refuse_unknown_keys(data, [field.name for field in attrs.fields(Parts)])
    decree = reader.read("decree", data.get("decree"), Decree)
    objectives = reader.read_each("objectives", data.get("objectives"), Objective)
    add_entries(converter, _known(data.get("objectives"), objectives))
    entries = reader.read_each("entries", data.get("entries"), Entry)
    reader.problems.extend(_repeated("indicators", [indicator.__name__ for indicator in classes]))
    reader.problems.extend(_contradictions(reader, data))
    if decree is None or reader.problems:
        raise CatalogueError.of(source, reader.problems)
    dated = tuple(attrs.evolve(entry, years=decree.years) for entry in entries)
    return Parts(decree=decree, objectives=tuple(objectives), entries=dated)


def dump_parts(parts: Parts) -> dict[str, Any]:
    """Turn the values back into plain data, which `load_parts` reads without loss."""
    converter = make_converter({})
    add_entries(converter, None)
    plain: dict[str, Any] = converter.unstructure(parts)
    return plain


def _placed(path: str, values: object) -> Iterator[tuple[str, dict[str, Any]]]:
    """Go through the tables of a list, each with its path, whatever else stands there."""
    if isinstance(values, list):
        for index, value in enumerate(values):
            if isinstance(value, dict):
                yield step(path, values, index), value


def _codes(values: object) -> list[str]:
    return [table["code"] for _, table in _placed("", values) if isinstance(table.get("code"), str)]


def _known(stated: object, objectives: Iterable[Objective]) -> dict[str, Objective] | None:
    """Give the objectives by code; those that cannot be read are stood in for, so that no entry is blamed for them.

    None where some have not even a code, so that nobody can say which there are.
    """
    codes = _codes(stated)
    if not isinstance(stated, list) or not 0 < len(codes) == len(stated):
        return None
    return {code: Objective(code=code, text="") for code in codes} | {item.code: item for item in objectives}


def _contradictions(reader: Reader, data: Mapping[str, Any]) -> Iterator[CatalogueProblem]:
    """Say which parts do not go together, in tables that have other problems too."""
    decree, entries = data.get("decree"), data.get("entries")
    years = reader.glance(decree.get("years"), tuple[int, ...]) if isinstance(decree, dict) else None
    yield from _repeated("objectives", _codes(data.get("objectives")))
    yield from _repeated("entries", _codes(entries))
    for path, entry in _placed("entries", entries):
        yield from _disagreements(reader, path, entry)
        yield from _uncovered(f"{path}.targets", entry.get("targets"), years)


def _uncovered(path: str, targets: object, years: Sequence[int] | None) -> Iterator[CatalogueProblem]:
    if years is None or not isinstance(targets, dict):
        return
    covered = ", ".join(map(str, years))
    for year in targets:
        if YEAR.fullmatch(year) and int(year) not in years:
            allowed = Text(id=f"tahun yang diatur hanya {covered}.", en=f"the years covered are only {covered}.")
            yield CatalogueProblem(path=f"{path}.{year}", allowed=allowed)


def _repeated(path: str, codes: Sequence[str]) -> Iterator[CatalogueProblem]:
    for code, times in Counter(codes).items():
        if times > 1:
            allowed = Text(id=f"ada {times} kali; sisakan satu.", en=f"stands {times} times; keep one.")
            yield CatalogueProblem(path=f"{path}[{code}]", allowed=allowed)


def _disagreements(reader: Reader, path: str, entry: Mapping[str, Any]) -> Iterator[CatalogueProblem]:
    indicator = reader.glance(entry.get("indicator"), Indicator)
    unit, polarity = reader.glance(entry.get("unit"), Unit), reader.glance(entry.get("polarity"), Polarity)
    if indicator is not None and unit is not None:
        yield from _disagreement(f"{path}.unit", str(unit), str(indicator.unit), indicator.name)
    if indicator is not None and unit is not None and str(unit) == str(indicator.unit):
        yield from _disagreement(f"{path}.unit.whole", unit.whole, indicator.unit.whole, indicator.name)
    if indicator is not None and polarity is not None:
        yield from _disagreement(f"{path}.polarity", polarity.value, indicator.polarity.value, indicator.name)


def _disagreement(path: str, stated: object, own: object, name: str) -> Iterator[CatalogueProblem]:
    if stated != own:
        allowed = Text(
            id=f"{stated!r} tidak sesuai dengan {name}, yaitu {own!r}.",
            en=f"{stated!r} does not agree with {name}, which has {own!r}.",
        )
        yield CatalogueProblem(path=path, allowed=allowed)
