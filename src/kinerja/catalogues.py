"""Several catalogues: which of them a year falls under, and those that installed packages bring."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from os import PathLike
from typing import TYPE_CHECKING

from kinerja._base import CatalogueError, Text, one_or_more
from kinerja.catalogue import Catalogue, bundled_catalogue, bundled_catalogues, load_catalogue
from kinerja.decrees import find_code
from kinerja.decrees import messages as say
from kinerja.decrees.installed import InstalledIndicators, entry_points_of, load_entry_points
from kinerja.records import as_period, plain_heading

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

    from kinerja._base import Message, Problem
    from kinerja.decrees import Decree
    from kinerja.records import Period

__all__ = ["catalogue_for", "catalogue_names", "installed_indicators", "named_catalogue", "only_catalogue"]

_GROUP = "kinerja.catalogues"


def catalogue_for(
    catalogues: Iterable[Catalogue], period: int | str | Period, *, unit: str | Iterable[str] = ()
) -> Catalogue:
    """Return the catalogue under which a period falls.

    It is the one that has targets of the year; of those that have none, such as that of the year of a baseline, the one
    that covers it. Of several of one unit it is the one whose decree revokes or amends the others (`Decree.revokes`,
    `Decree.amends`); one that amends holds every entry as it then reads.

    Args:
        catalogues: those there are; the same one twice is one.
        period: the year, or a part of it.
        unit: whose it must be, by its name, its satker's code, or both; anyone's where nothing is said.

    Raises:
        PeriodError: for what is no period.
        TargetError: for a year that none covers; it names each.
        CatalogueError: for a year that several cover; it lists them.

    >>> import attrs
    >>> from kinerja import BSPJI_PEKANBARU_2021_2024 as old
    >>> decree = attrs.evolve(old.decree, number="1 TAHUN 2024", years=(2024,), revokes=("26 TAHUN 2022",))
    >>> new = attrs.evolve(old, decree=decree)
    >>> [catalogue_for([old, new], year).decree.number for year in (2023, 2024)]
    ['26 TAHUN 2022', '1 TAHUN 2024']
    """
    when, given = as_period(period), _each_once(catalogues)
    if len(given) == 1:
        given[0].decree.covered(when)
    units = one_or_more(unit)
    of_unit = [one for one in given if not units or any(map(one.decree.is_of, units))]
    covering = [one for one in of_unit if when.year in one.decree.years]
    if not covering:
        there = Text.joined((told.text for told in _listed(given)), "; ")
        years = sorted({year for one in given for year in one.decree.years})
        raise say.NOT_OF_YEAR.error(value=when.year, years=tuple(years), count=len(given), limit=there)
    year = str(when.year)
    fitting = [
        one for one in covering if any(str(of).startswith(year) for entry in one.values() for of in entry.targets)
    ] or covering
    left = [one for one in fitting if not any(_replaces(other.decree, one.decree) for other in fitting)]
    if len(left) == 1:
        return left[0]
    of_one = all(_of_one_unit(fitting[0].decree, one.decree) for one in fitting)
    raise _refused(fitting, year, say.OVERLAPPING if of_one else say.OF_SEVERAL_UNITS)


def only_catalogue(catalogues: Iterable[Catalogue]) -> Catalogue:
    """Return the one that there is, where no period chooses; the same one twice is one.

    Raises:
        CatalogueError: for none, and for several; it lists them.
    """
    given = _each_once(catalogues)
    if len(given) != 1:
        raise _refused(given, "", say.NOT_ONE)
    return given[0]


def _each_once(catalogues: Iterable[Catalogue]) -> list[Catalogue]:
    """Leave out what is there twice, such as one decree in two writings."""
    given: list[Catalogue] = []
    for one in catalogues:
        given.extend([] if one in given else [one])
    return given


def installed_indicators() -> InstalledIndicators:
    """Return the indicator classes that installed packages bring, for the `indicators` of whatever reads a file.

    A package names them in the entry-point group `kinerja.indicators`, each class under its own name. They are imported
    when a file names them, or all when they are gone through.

    Raises:
        CatalogueError: there, for what cannot be imported, is no such class, or has a name that another brings.

    >>> from kinerja import BSPJI_PEKANBARU_2021_2024 as catalogue, Catalogue
    >>> Catalogue.from_dict(catalogue.to_dict(), indicators=installed_indicators()) == catalogue
    True
    """
    return InstalledIndicators()


def catalogue_names() -> tuple[str, ...]:
    """Return the names of the catalogues that come with the library, and of those that installed packages bring.

    A package names its own in the entry-point group `kinerja.catalogues`; nothing of it is imported here.

    >>> "bspji-pekanbaru-2021-2024" in catalogue_names()
    True
    """
    return (*dict.fromkeys([*_bundled(), *_brought()]),)


def named_catalogue(name: str, *, read: Callable[..., Catalogue] = load_catalogue) -> Catalogue:
    """Return a catalogue by its name among `catalogue_names`, whatever its case and punctuation.

    What a package's entry point names is a `Catalogue`, or the path of a catalogue file, which is then read.

    Args:
        name: of the catalogue.
        read: what reads a file; `kinerja.readers.read_catalogue`, where it may be a workbook as well as TOML.

    Raises:
        UnknownIndicatorError: for another name.
        CatalogueError: for a package that cannot be imported or names something else, for a name that another brings,
            and for what is wrong in its file.

    >>> from kinerja import BSPJI_PEKANBARU_2021_2024 as catalogue
    >>> named_catalogue("BSPJI_PEKANBARU_2021_2024") == catalogue
    True
    """
    own, bundled, brought = find_code(name, catalogue_names()), _bundled(), _brought()
    if own not in brought:
        return bundled_catalogue(bundled[own])

    def lacking(_name: str, stands: object) -> Text | None:
        return None if isinstance(stands, Catalogue | str | PathLike) else say.CATALOGUE_WANTED

    (loaded,) = load_entry_points([own], brought, bundled, lacking)
    return loaded if isinstance(loaded, Catalogue) else read(loaded, installed_indicators())


def _bundled() -> dict[str, str]:
    return {_as_typed(name): name for name in bundled_catalogues()}


def _brought() -> dict[str, tuple[EntryPoint, ...]]:
    found: dict[str, tuple[EntryPoint, ...]] = {}
    for name, points in entry_points_of(_GROUP).items():
        found[_as_typed(name)] = (*found.get(_as_typed(name), ()), *points)
    return found


def _as_typed(name: str) -> str:
    return name.lower().replace("_", "-")


def _of_one_unit(one: Decree, other: Decree) -> bool:
    return one.is_of(other.unit) or one.is_of(other.satker)


def _replaces(decree: Decree, other: Decree) -> bool:
    """Tell whether a decree says that it revokes or amends another of the same unit."""
    numbers = map(plain_heading, (*decree.revokes, *decree.amends))
    return _of_one_unit(decree, other) and plain_heading(other.number) in numbers


def _refused(catalogues: Sequence[Catalogue], source: str, opening: Message) -> CatalogueError:
    return CatalogueError.of([*_listed(catalogues)], source, opening)


def _listed(catalogues: Iterable[Catalogue]) -> Iterator[Problem]:
    """Name the decrees of catalogues, each as one line of what is refused."""
    for decree in (one.decree for one in catalogues):
        years = f"{decree.years[0]}-{decree.years[-1]}" if len(decree.years) > 1 else str(decree.years[0])
        yield say.ONE_OF_THEM.problem(unit=decree.unit, number=decree.number, years=years)
