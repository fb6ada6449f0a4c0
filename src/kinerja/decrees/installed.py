"""What installed packages bring, by their entry points: read and imported when it is asked for, never before."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, Any, TypeAlias

from kinerja import indicators as law
from kinerja._base import CatalogueError
from kinerja.decrees import messages as say
from kinerja.formulas import formula_classes
from kinerja.measurement import Indicator

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from importlib.metadata import EntryPoint

    from kinerja._base import Problem

Brought: TypeAlias = "Mapping[str, tuple[EntryPoint, ...]]"
"""Name -> the entry points of that name."""

_CLASS_STANDS_AT = {"indicator", "name", "by"}


def entry_points_of(group: str) -> Brought:
    """Return the entry points of a group by their names; nothing is imported."""
    from importlib.metadata import entry_points  # noqa: PLC0415 - seldom asked for, and `import kinerja` stays light

    found: dict[str, tuple[EntryPoint, ...]] = {}
    for point in entry_points(group=group):
        found[point.name] = (*found.get(point.name, ()), point)
    return found


def load_entry_points(names: Iterable[str], brought: Brought, own: Collection[str]) -> dict[str, Any]:
    """Return name -> what the one entry point of that name stands for.

    Args:
        names: those that are wanted, each of which is brought.
        brought: what there is.
        own: the names that the library has itself.

    Raises:
        CatalogueError: with every name that several bring, and everything that cannot be imported.
    """
    problems: list[Problem] = []
    loaded: dict[str, Any] = {}
    for name in names:
        packages = [_package(point) for point in brought[name]] + ["kinerja"] * (name in own)
        if len(packages) > 1:
            problems.append(say.BROUGHT_TWICE.problem(name, packages=packages))
            continue
        try:
            loaded[name] = brought[name][0].load()
        except Exception as error:  # noqa: BLE001 - whatever the modules of a package raise
            why = f"{type(error).__name__}: {error}"
            problems.append(say.NOT_IMPORTED.problem(name, packages=packages, why=why))
    refuse_brought(problems)
    return loaded


def refuse_brought(problems: Collection[Problem]) -> None:
    """Refuse what packages bring, if anything is wrong with it.

    Raises:
        CatalogueError: with all of it.
    """
    if problems:
        raise CatalogueError.of([*problems], opening=say.PACKAGES_UNUSABLE)


def not_what_is_asked(name: str, brought: Brought, wanted: Any) -> Problem:
    """Say that what a name stands for is something else."""
    point = brought[name][0]
    return say.BROUGHT_OTHER.problem(name, packages=[_package(point)], stands=point.value, wanted=wanted)


def _package(point: EntryPoint) -> str:
    return "?" if point.dist is None else f"{point.dist.name} {point.dist.version}"


class InstalledIndicators(Collection[type[Indicator[Any]]]):
    """The indicator classes that installed packages bring in the entry-point group `kinerja.indicators`.

    A file is given those alone that it names and that the library has not itself, so that a package which cannot be
    imported is in nobody's way who does not need it.
    """

    def named_in(self, data: object) -> list[type[Indicator[Any]]]:
        """Return the classes that the plain data of a file names.

        Raises:
            CatalogueError: for packages that cannot be used, as `load_entry_points`.
        """
        names = set(_names_in(data)) - _own_classes().keys()
        brought = entry_points_of("kinerja.indicators") if names else {}
        return _classes(sorted(names & brought.keys()), brought)

    def __iter__(self) -> Iterator[type[Indicator[Any]]]:
        brought = entry_points_of("kinerja.indicators")
        return iter(_classes(brought, brought))

    def __len__(self) -> int:
        return len(entry_points_of("kinerja.indicators"))

    def __contains__(self, kind: object) -> bool:
        return kind in list(self)


def _own_classes() -> dict[str, type[Indicator[Any]]]:
    return law.indicator_classes() | law.reading_classes() | formula_classes()


def _classes(names: Iterable[str], brought: Brought) -> list[type[Indicator[Any]]]:
    loaded = load_entry_points(names, brought, _own_classes())
    refuse_brought(
        [
            not_what_is_asked(name, brought, say.CLASS_WANTED.text(name=name))
            for name, kind in loaded.items()
            if not (isinstance(kind, type) and issubclass(kind, Indicator) and kind.__name__ == name)
        ]
    )
    return [*loaded.values()]


def _names_in(data: object) -> Iterator[str]:
    """Go through the texts that stand where files name a class."""
    if isinstance(data, dict):
        for key, value in data.items():
            if isinstance(value, str):
                yield from [value] if key in _CLASS_STANDS_AT else []
            else:
                yield from _names_in(value)
    elif isinstance(data, list | tuple):
        for value in data:
            yield from _names_in(value)
