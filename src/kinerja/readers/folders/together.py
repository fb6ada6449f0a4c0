"""Folders of several units as one: evidence is added, and divided once."""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import attrs

from kinerja._base import (
    AND,
    DoubleCountError,
    FrozenMap,
    KinerjaError,
    Problem,
    Reason,
    RecordsError,
    Text,
    write_exact,
)
from kinerja._base.messages import UNREADABLE as FILE_UNREADABLE
from kinerja.readers import messages as say
from kinerja.readers.folders.agreed import unit_of_each, with_unit_settings
from kinerja.readers.folders.rows import refuse_alike, with_place, with_rows
from kinerja.readers.folders.whose import unit_in
from kinerja.readers.sheets import refusal
from kinerja.readers.tables.names import names_other_period
from kinerja.readers.tables.records import why_no_form
from kinerja.records import Period, as_period, plain_heading
from kinerja.trace import Source

if TYPE_CHECKING:
    from pathlib import Path

    from kinerja.catalogue import Catalogue
    from kinerja.decrees import Entry
    from kinerja.measurement import Measurement
    from kinerja.readers.folders.folder import Folder
    from kinerja.readers.folders.given import Given
    from kinerja.readers.tables.unit_file import OwnTargets, WorkUnit
    from kinerja.scorecards import Value


def under_one_name(folders: Sequence[Folder]) -> list[Folder]:
    """Return the folders, with the records of a unit that has several of them under one name.

    One record in two of them is then a double, and one thing that records of both are about counts once.
    """
    units = unit_of_each(folders)
    return [
        _renamed(folder, unit.satker or unit.name) if units.count(unit) > 1 else folder
        for folder, unit in zip(folders, units, strict=True)
    ]


def _renamed(folder: Folder, unit: str) -> Folder:
    given = {
        code: tuple(attrs.evolve(one, records=tuple(_under(unit, record) for record in one.records)) for one in own)
        for code, own in folder.given.items()
    }
    return attrs.evolve(folder, given=FrozenMap(given))


def _under(unit: str, record: Any) -> Any:
    return record if unit_in(record) in {"", unit} else attrs.evolve(record, unit=unit)


def measure_folders(folders: Sequence[Folder], catalogue: Catalogue, period: int | str | Period) -> dict[str, Value]:
    """Measure every indicator from the records of all folders together.

    Units are told apart by their names, so the same number may stand in two of them; the same receipt may not. Several
    folders of one unit are one unit's, and hold nothing twice. Counts that units handed in without their records add to
    what is measured; percentages do not add. Measured is with the settings of the units, see `with_unit_settings`.

    Args:
        folders: as `kinerja.readers.read_folder` gives them, one a unit.
        catalogue: whose indicators they are about.
        period: see `kinerja.records.as_period`.

    Returns:
        code -> value, as `Catalogue.scorecard` takes them; None where nothing was handed in, and
        `Reason.NOT_MEASURED` where the records are those of a year and the period is a quarter.

    Raises:
        QuantityError: where one folder gives a percentage and another anything for the same code, for records
            with an unknown value where one is needed, and for an actual that cannot be.
        DoubleCountError: for a record that stands twice, and for one that stands in two folders where it can be one
            unit's alone.
        PeriodError: for a period that does not exist.
        RecordsError: for two folders of one name, for realisations whose heading names another period, for settings
            that differ between them, for a realisation in one folder of a unit beside anything in another, and for
            what is wrong in several indicators, all of it at once.
    """
    when = as_period(period)
    _refuse_same_name(folders)
    _refuse_other_periods(folders, when)
    entries = with_unit_settings(folders, catalogue)
    together = under_one_name(folders)
    _refuse_several_figures(folders)
    values: dict[str, Value] = {}
    errors: list[KinerjaError] = []
    for code, entry in entries.items():
        given = _each_once(together, code)
        try:
            _refuse_same_records(together, code)
            values[code] = _value(entry, given, when)
        except KinerjaError as error:
            if isinstance(error, DoubleCountError) or not any(one.partial for one in given):
                errors.append(error)
    if len(errors) > 1:
        raise RecordsError.of([error.problem("") for error in errors])
    if errors:
        raise errors[0]
    return values


def wrong_beside(folders: Sequence[Folder], catalogue: Catalogue, period: Period) -> Sequence[Problem]:
    """Return what measuring would refuse in folders of which some rows cannot be read.

    Of indicators to which such rows belong it is what is there twice alone: all else may be for want of them.
    """
    try:
        measure_folders(folders, catalogue, period)
    except KinerjaError as error:
        return error.problems if isinstance(error, RecordsError) else [error.problem("")]
    return []


def sources_of(folders: Sequence[Folder], code: str) -> tuple[Source, ...]:
    """Return the files that give something for a code, each with the SHA-256 of its content, its sheet and rows.

    Those in which a unit sets its settings, its cap or a target of the code are among them.
    """
    return tuple(source for folder in folders for source in _sources_in(folder, code))


def _sources_in(folder: Folder, code: str) -> Iterator[Source]:
    for one in folder.given.get(code, ()):
        rows = 1 if one.actual else len(one.records)
        yield source_of(folder.placed(one.file), sheet=one.sheet, rows=rows, content=folder.uploads.get(one.file))
    if code in folder.unit.settings or folder.unit.cap is not None:
        yield _of_unit(folder, folder.unit)
    if any(code in targets for targets in folder.targets.by_period.values()):
        yield _of_unit(folder, folder.targets)


def _of_unit(folder: Folder, what: WorkUnit | OwnTargets) -> Source:
    return source_of(folder.placed(what.file), sheet=what.sheet, content=folder.uploads.get(what.file))


def source_of(file: Path, *, sheet: str | None = None, rows: int | None = None, content: bytes | None = None) -> Source:
    """Return a file as the source of a figure, with the SHA-256 of its content, which is read where it is not given.

    Raises:
        RecordsError: for a file that cannot be read.
    """
    try:
        digest = hashlib.sha256(file.read_bytes() if content is None else content).hexdigest()
    except OSError as error:
        raise refusal(FILE_UNREADABLE, str(file), error=error) from None
    return Source(name=str(file), sha256=digest, sheet=sheet, rows=rows)


def _each_once(folders: Sequence[Folder], code: str) -> list[Given]:
    """Return what is given, of the tables of realisations in one folder only the first with a figure.

    A file of several folders is called by its folder too.
    """
    each = [sorted(folder.given.get(code, ()), key=lambda one: one.is_unmeasured) for folder in folders]
    if len(folders) > 1:
        pairs = zip(folders, each, strict=True)
        each = [[attrs.evolve(one, file=folder.named(one.file)) for one in own] for folder, own in pairs]
    return [one for given in each for number, one in enumerate(given) if one.actual is None or not number]


def _refuse_same_name(folders: Sequence[Folder]) -> None:
    seen: dict[str, str] = {}
    for folder in folders:
        if folder.name in seen:
            raise refusal(say.SAME_NAME, folder.path, other=seen[folder.name])
        seen[folder.name] = folder.path


def _refuse_other_periods(folders: Sequence[Folder], period: Period) -> None:
    """Refuse tables whose column of realisations is headed by another period, as a table by itself is refused."""
    given = {
        folder.placed(one.label): one.heading
        for folder in folders
        for several in folder.given.values()
        for one in several
        if one.actual is not None and names_other_period(one.heading, period)
    }
    if given:
        raise RecordsError.of(
            [say.HEADED_OTHERWISE.problem(str(place), value=heading, period=period) for place, heading in given.items()]
        )


def _refuse_several_figures(folders: Sequence[Folder]) -> None:
    """Refuse a realisation beside another, or beside records, in the folders of one unit: nobody knows if they add."""
    given: dict[tuple[Any, str], list[tuple[Folder, Given]]] = {}
    for folder, unit in zip(folders, unit_of_each(folders), strict=True):
        for code, every in folder.given.items():
            given.setdefault((unit, code), []).extend((folder, one) for one in every if not one.is_unmeasured)
    problems = [
        say.GIVEN_TWICE.problem(codes=[code], files=Text.joined([own.named(one.label) for own, one in several], AND))
        for (_, code), several in given.items()
        if len({own.name for own, _ in several}) > 1 and any(one.actual is not None for _, one in several)
    ]
    if problems:
        raise RecordsError.of(problems)


def _refuse_same_records(folders: Sequence[Folder], code: str) -> None:
    """Refuse a record in two folders: the very same, and what makes it one whatever unit it stands under."""
    if len(folders) == 1:
        return
    first: dict[Any, tuple[str, Any, Text]] = {}
    given = ((folder, one) for folder in folders for one in folder.given.get(code, ()))
    for folder, one in given:
        for row, record in itertools.zip_longest(one.rows, one.records):
            for names in (type(record).identity, getattr(type(record), "same_in_any_unit", ())):
                values = [getattr(record, name) for name in names]
                key = tuple(plain_heading(value) if isinstance(value, str) else value for value in values)
                if not names or None in key:
                    continue
                place = with_rows(folder.named(one.label), [] if row is None else [row])
                other, same, before = first.setdefault((names, key), (folder.name, record, place))
                if other != folder.name and (same == record or names != type(record).identity):
                    written = [write_exact(value) if isinstance(value, Fraction) else str(value) for value in values]
                    said = Text.joined([before, place], "; ").about(", ".join(written))
                    raise say.IN_TWO_FOLDERS.error(indicator=code, value=key, values=said)


def _value(entry: Entry, given: Sequence[Given], period: Period) -> Value:
    records = [one.records for one in given if one.actual is None]
    typed = [one.records for one in given if one.report is None]
    counts = [value for one in given if one.actual and isinstance(value := one.actual.value, Fraction)]
    if counts and not entry.unit.whole and len(counts) + len(records) > 1:
        unit = Text(id=entry.unit.name.id.lower(), en=entry.unit.name.en)
        files = list(dict.fromkeys(one.label for one in given))
        raise say.DIVIDED.error(indicator=entry.code, value=entry.code, unit=unit, files=files)
    if not given:
        return None
    if not (records or counts) or (records and why_no_form(entry, period) is not None):
        return Reason.NOT_MEASURED
    if not records:
        return sum(counts, start=Fraction(0))
    indicator: Any = entry.measured_by  # records are read for entries that have one

    def measured(some: Iterable[Any]) -> Measurement:
        made: Measurement = indicator.measure_records(some, period=period)
        actual, _ = made.figure
        if actual is not None:
            entry.check_actual(actual)
        return made

    try:
        every = measured(itertools.chain.from_iterable(records))
        refuse_alike(entry.code, every, itertools.chain.from_iterable(typed))
        return every if not counts else sum(counts, start=every.actual)
    except KinerjaError as error:  # the reader of a folder knows codes and files, not classes
        raise with_place(error, entry.code, indicator, given, measured) from None
