"""What the files of one folder may not say together: of several units, a code twice, one record in two of them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from kinerja._base import AND, Text
from kinerja.readers import messages as say
from kinerja.readers.folders.given import Given
from kinerja.readers.folders.whose import Stated, other_units, several_units, stated_units, unit_in
from kinerja.readers.sakti import unlike_parts
from kinerja.readers.tables.actuals import other_values
from kinerja.readers.tables.records import same_rows, several_moments
from kinerja.readers.tables.unit_file import OwnTargets, WorkUnit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kinerja._base import Problem
    from kinerja.decrees import Decree
    from kinerja.readers.folders.given import Content


def stated_in(given: Iterable[Given], folder: str) -> list[Stated]:
    """Return the units that the records of each sheet name."""
    return [
        stated
        for what in given
        for stated in stated_units(
            what.label,
            Counter(map(unit_in, what.records)),
            folder=folder,
            name="" if what.report is None else what.report.unit_name,
        )
    ]


def whose(
    place: str, stated: Sequence[Stated], unit: WorkUnit | None, decree: Decree, *, other_unit: bool
) -> Iterator[Problem]:
    """Tell records of several units, and those of another unit than it may be."""
    units = several_units(stated)
    if units is not None:
        yield say.SEVERAL_IN_FOLDER.problem(place, units=units)
    elif not other_unit:
        yield from other_units(place, stated, unit, decree)


def said_twice(place: str, pairs: Sequence[tuple[str, Content]]) -> Iterator[Problem]:
    """Tell what the sheets of a folder say twice, where it does not go together.

    Those of one form do, and so do tables of realisations, and reports on different parts of one budget.
    """
    given = {id(what): what for _, what in pairs if isinstance(what, Given)}.values()
    yield from _in_two_ways(place, pairs)
    yield from other_values(place, ((one.label, one.actual) for one in given if one.actual is not None))
    yield from unlike_parts(place, [(one.label, one.report) for one in given if one.report is not None])
    typed = {one.label: one.records for one in given if one.report is None and one.records}
    yield from same_rows(place, typed.items())
    yield from several_moments(place, typed)


def _in_two_ways(place: str, pairs: Sequence[tuple[str, Content]]) -> Iterator[Problem]:
    """Tell the codes given in two ways, such as by a form and an export, and what is said of the unit twice."""
    ways: dict[str, dict[str, str]] = {}
    for number, (code, what) in enumerate(pairs):
        if isinstance(what, Given):
            way = "actual" if what.actual is not None else "report" if what.report is not None else "records"
            ways.setdefault(code, {}).setdefault(way, what.label)
        elif isinstance(what, WorkUnit | OwnTargets):
            ways.setdefault(code, {})[str(number)] = what.file
    several = {code: tuple(labels.values()) for code, labels in ways.items() if len(labels) > 1}
    for names in dict.fromkeys(several.values()):
        codes = [code for code, own in several.items() if own == names]
        yield say.GIVEN_TWICE.problem(place, codes=codes, files=Text.joined(names, AND))
