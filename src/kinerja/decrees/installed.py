"""What installed packages bring, by their entry points: read and imported when it is asked for, never before."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from kinerja import indicators as law
from kinerja._base import CatalogueError
from kinerja.decrees import messages as say
from kinerja.formulas import formula_classes
from kinerja.measurement import Indicator

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

    from kinerja._base import Problem, Text

_GROUP = "kinerja.indicators"
_CLASS_STANDS_AT = {"indicator", "name", "by"}


def entry_points_of(group: str) -> dict[str, tuple[EntryPoint, ...]]:
    """Return the entry points of a group by their names; nothing is imported."""
    from importlib.metadata import entry_points  # noqa: PLC0415 - seldom asked for, and `import kinerja` stays light

    found: dict[str, tuple[EntryPoint, ...]] = {}
    for point in entry_points(group=group):
        found[point.name] = (*found.get(point.name, ()), point)
    return found


def load_entry_points(
    names: Iterable[str],
    brought: Mapping[str, Collection[EntryPoint]],
    own: Collection[str],
    lacking: Callable[[str, Any], Text | None],
) -> list[Any]:
    """Import what entry points of these names stand for.

    Args:
        names: those that are wanted, each of which is brought.
        brought: name -> all entry points of that name.
        own: the names that the library has itself.
        lacking: says of a name and what it stands for what it should be; None where it is that.

    Raises:
        CatalogueError: with every name that several bring, and everything that cannot be imported or is something else.
    """
    problems: list[Problem] = []
    loaded = []
    for name in names:
        point, *others = brought[name]
        packages = [_package(one) for one in (point, *others)] + ["kinerja"] * (name in own)
        if len(packages) > 1:
            problems.append(say.BROUGHT_TWICE.problem(name, packages=packages))
            continue
        try:
            loaded.append(point.load())
        except Exception as error:  # noqa: BLE001 - whatever the modules of a package raise
            why = f"{type(error).__name__}: {error}"
            problems.append(say.NOT_IMPORTED.problem(name, packages=packages, why=why))
            continue
        wanted = lacking(name, loaded[-1])
        if wanted is not None:
            problems.append(say.BROUGHT_OTHER.problem(name, packages=packages, stands=point.value, wanted=wanted))
    if problems:
        raise CatalogueError.of(problems, opening=say.PACKAGES_UNUSABLE)
    return loaded


def _package(point: EntryPoint) -> str:
    return "?" if point.dist is None else f"{point.dist.name} {point.dist.version}"


class InstalledIndicators(Iterable[type[Indicator[Any]]]):
    """The indicator classes that installed packages bring in the entry-point group `kinerja.indicators`.

    A file is given those alone that it names and that the library has not itself, so that a package which cannot be
    imported is in nobody's way who does not need it.
    """

    def named_in(self, data: object) -> list[type[Indicator[Any]]]:
        """Return the classes that the plain data of a file names; raises as `load_entry_points`."""
        names = set(_names_in(data)) - library_classes().keys()
        brought = entry_points_of(_GROUP) if names else {}
        return load_entry_points(sorted(names & brought.keys()), brought, (), _lacks_class)

    def __iter__(self) -> Iterator[type[Indicator[Any]]]:
        brought = entry_points_of(_GROUP)
        return iter(load_entry_points(brought, brought, library_classes(), _lacks_class))


def library_classes() -> dict[str, type[Indicator[Any]]]:
    """Return the classes that any file may name, name -> class."""
    return law.indicator_classes() | law.reading_classes() | formula_classes()


def _lacks_class(name: str, kind: object) -> Text | None:
    is_it = isinstance(kind, type) and issubclass(kind, Indicator) and kind.__name__ == name
    return None if is_it else say.CLASS_WANTED.text(name=name)


def _names_in(data: object) -> Iterator[str]:
    """Go through the texts that stand where files name a class."""
    if isinstance(data, dict):
        for key, value in data.items():
            if isinstance(value, str):
                yield from [value] if key in _CLASS_STANDS_AT else []
            else:
                yield from _names_in(value)
    elif isinstance(data, list):
        for value in data:
            yield from _names_in(value)
