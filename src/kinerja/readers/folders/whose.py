"""Whose the records of a folder or a file are: one unit's, the one that `unit.xlsx` names, or the decree's."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, TypeVar

import attrs

from kinerja._base import Problem, RecordsError, Text
from kinerja.readers import messages as say
from kinerja.readers.tables.unit_file import WorkUnit
from kinerja.records import plain_heading

if TYPE_CHECKING:
    from pathlib import Path

    from kinerja.decrees import Decree
    from kinerja.readers.folders.given import Given

_CODE = re.compile(r"\s*([0-9]{5,6})(?![0-9])[\s:.-]*", re.ASCII)  # as a number it has lost a leading zero
_SHOWN = 5

T = TypeVar("T")


@attrs.frozen(kw_only=True)
class Stated:
    """A unit that so many rows of a file name: by its code (six digits), by its name, or by both; else blank."""

    file: str
    code: str
    name: str
    rows: int

    @property
    def key(self) -> str:
        """What tells units apart: the code, else the name whatever its case and blanks."""
        return self.code or plain_heading(self.name)

    @property
    def shown(self) -> Text:
        """The unit, the file and the number of its rows."""
        unit = f"{self.code} {self.name}".strip()
        return Text(id=f"{unit} ({self.file}, {self.rows} baris)", en=f"{unit} ({self.file}, rows: {self.rows})")


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


def stated_units(file: str, units: Mapping[str, int], *, folder: str = "", name: str = "") -> list[Stated]:
    """Return the units that so many records of a file name, apart from the folder's own name, which fills in blanks.

    `name` is that of the unit where the file says it apart from its code, as an export does.

    >>> [(one.code, one.name) for one in stated_units("a.csv", {"12345": 2, "637372 Balai X": 1})]
    [('012345', ''), ('637372', 'Balai X')]
    """
    own = {"", plain_heading(folder)}
    return [_stated(file, unit, name, rows) for unit, rows in units.items() if plain_heading(unit) not in own]


def _stated(file: str, unit: str, name: str, rows: int) -> Stated:
    """Tell the code at the start of a text from the name behind it."""
    code = _CODE.match(unit)
    if code is None:
        return Stated(file=file, code="", name=unit, rows=rows)
    return Stated(file=file, code=code[1].zfill(6), name=unit[code.end() :] or name, rows=rows)


class OneUnit:
    """The records of a file, given one at a time, that must be one unit's."""

    unit: WorkUnit | None = None
    """Whose they are, once all were given; None before, and where they name none."""

    def __init__(self, file: Path, decree: Decree | None, *, folder: str = "", name: str = "") -> None:
        """Take the file, the decree whose unit it must be (None for any), and the rest as `stated_units` does."""
        self._file, self._decree, self._folder, self._name = file, decree, folder, name

    def give(self, records: Iterable[T]) -> Iterator[T]:
        """Give the records, and refuse them at the end where they are several units', or not the decree's."""
        units = Counter[str]()
        for record in records:
            units[unit_in(record)] += 1
            yield record
        stated = stated_units(self._file.name, units, folder=self._folder, name=self._name)
        problems = [*of_others(str(self._file), stated, None, self._decree)]
        if problems:
            raise RecordsError.of(problems)
        if stated:
            self.unit = WorkUnit(name=stated[0].name, satker=stated[0].code)


def unit_in(record: object) -> str:
    """Return the unit that a record names; blank for a record that has none."""
    return str(getattr(record, "unit", ""))


def several_units(stated: Sequence[Stated]) -> Text | None:
    """Name the units where they are more than one. A code in one file and a name in another may be one unit's."""
    codes = {one.key for one in stated if one.code}
    names = {one.key for one in stated if not one.code}
    by_file = Counter(file for file, _ in {(one.file, one.key) for one in stated})
    if len(codes) <= 1 and len(names) <= 1 and all(units == 1 for units in by_file.values()):
        return None
    first = {one.key: one for one in reversed(stated)}
    shown = [one.shown for one in [*reversed(first.values())][:_SHOWN]]
    return Text.joined(shown, "; ")


def of_others(place: str, stated: Sequence[Stated], unit: WorkUnit | None, decree: Decree | None) -> Iterator[Problem]:
    """Tell records of several units, and those of another unit than it may be; None for a decree takes any one."""
    units = several_units(stated)
    if units is not None:
        yield say.SEVERAL_IN_FOLDER.problem(place, units=units)
    elif decree is not None:
        yield from other_units(place, stated, unit, decree)


def other_units(place: str, stated: Iterable[Stated], unit: WorkUnit | None, decree: Decree) -> Iterator[Problem]:
    """Tell of each file whose records name another code than `unit.xlsx` or else the decree, or another name."""
    decreed = plain_heading(decree.unit) if unit is not None and unit.satker == decree.satker else ""
    for one in stated:
        key, known, by = _expected(one, unit, decree)
        if key not in {"", one.key} and one.key != decreed:
            yield say.OTHER_UNIT.problem(place, unit=one.shown, by=by, own=f"{known.satker} {known.name}".strip())


def _expected(one: Stated, unit: WorkUnit | None, decree: Decree) -> tuple[str, WorkUnit, Text]:
    """Return the key that records may have, the unit whose it is, and who says so; a blank key where nobody does."""
    if unit is not None and (unit.satker or not one.code):
        key = unit.satker if one.code else plain_heading(unit.name)
        return key, unit, Text(id=f"{unit.label} menyebut", en=f"{unit.label} names")
    known = WorkUnit(name=decree.unit, satker=decree.satker)
    return known.satker if one.code else "", known, Text(id="keputusan ini milik", en="the decree is that of")


def settled_unit(folder: str, stated: Sequence[Stated], unit: WorkUnit | None, decree: Decree) -> WorkUnit:
    """Return whose folder it is: the unit that its records name, then `unit.xlsx`, then the folder's name."""
    code = next((one.code for one in stated if one.code), "")
    name = next((one.name for one in stated if one.name), decree.unit if code and code == decree.satker else "")
    if unit is None:
        return WorkUnit(name=name or folder, satker=code)
    if any(other_units("", stated, unit, decree)):
        return attrs.evolve(unit, name=name, satker=code)
    return attrs.evolve(unit, satker=unit.satker or code)
