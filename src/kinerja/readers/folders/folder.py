"""One unit's folder: evidence, and what the unit says of itself and its targets; each file is told by its headings."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

import attrs

from kinerja._base import FrozenMap, Problem, Reason, RecordsError, Text
from kinerja.readers import messages as say
from kinerja.readers.folders.recognise import OF_THE_UNIT, Export, recognise
from kinerja.readers.folders.whose import Stated, other_units, settled_unit, several_units, stated_units, unit_in
from kinerja.readers.sakti import GLP039, read_export
from kinerja.readers.sheets import LIMIT, StrPath, open_sheets, refusal
from kinerja.readers.tables import (
    Actual,
    OwnTargets,
    RecordTable,
    WorkUnit,
    actuals_under,
    at_several_moments,
    read_own_targets,
    read_unit,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kinerja.catalogue import Catalogue
    from kinerja.decrees import Decree

_Content: TypeAlias = "Given | WorkUnit | OwnTargets | str"
"""What a file gives; the name alone of a form without rows."""

_HIDDEN = (".", "~$")
_LEFT_BY_WINDOWS = frozenset({"thumbs.db", "desktop.ini"})
_TABLES = frozenset({".csv", ".txt", ".tsv", ".xlsx", ".xlsm", ".xls", ".xlsb", ".ods"})
"""Endings of tables: what cannot be read of these is told how to save it."""


@attrs.frozen(kw_only=True)
class Given:
    """What one file gives for one code.

    Fields:
        file: its name.
        sheet: the worksheet that was read; None for a file without worksheets.
        records: the records of a form or an export; empty where an actual is given.
        report: the export that the records come from; None for anything else.
        actual: the row of a table of realisations; None for records.
        unread: the headings of the file's columns that were not read.
        lacking: the columns that the file has not, whose fields have their default in every record.
        above: what stands above its headings, such as a title; it was not read.
    """

    file: str
    sheet: str | None = None
    records: tuple[Any, ...] = attrs.field(default=(), repr=False)
    report: GLP039 | None = attrs.field(default=None, repr=False)
    actual: Actual | None = None
    unread: tuple[str, ...] = ()
    lacking: tuple[str, ...] = ()
    above: tuple[str, ...] = ()

    @property
    def is_unmeasured(self) -> bool:
        """Whether an actual is given that says that there is none."""
        return self.actual is not None and isinstance(self.actual.value, Reason)


@attrs.frozen(kw_only=True)
class Folder:
    """What a folder of evidence holds.

    Fields:
        path: of the folder.
        given: code -> what was handed in.
        empty: code -> the name of a form without rows; it says nothing, not 0.
        missing: the codes for which there is nothing at all.
        unit: whose figures they are: by `unit.xlsx`, else by the records, else by the folder's name.
        targets: the unit's own, by `target.xlsx`.
    """

    path: str
    given: FrozenMap[str, Given]
    empty: FrozenMap[str, str]
    missing: tuple[str, ...]
    unit: WorkUnit = attrs.field(default=attrs.Factory(lambda self: WorkUnit(name=self.name), takes_self=True))
    targets: OwnTargets = attrs.field(factory=OwnTargets)

    @property
    def name(self) -> str:
        """The folder's own name: the unit of records that do not name theirs."""
        return _own_name(Path(self.path))


def read_folder(path: StrPath, catalogue: Catalogue, *, other_unit: bool = False, limit: int = LIMIT) -> Folder:
    """Read every file of a unit's folder; each is known by its headings, whatever its name.

    The records of a form go to every entry that takes their class. Hidden files, those that Windows leaves
    (`Thumbs.db`, `desktop.ini`) and the lock files of open workbooks (`~$...`) are skipped. A form without rows counts
    as not measured. Records that do not name their unit are those of the folder's name.

    A folder is one unit's. Beside its evidence may stand `unit.xlsx`, with its name, code, settings and cap, and
    `target.xlsx`, with its own targets of each period; `kinerja template` writes both.

    Args:
        path: the folder.
        catalogue: whose indicators the files are about.
        other_unit: whether the records may be those of another unit than `unit.xlsx` names, or without it the decree;
            it is then whose folder it is.
        limit: how many bytes each workbook may unpack to.

    Raises:
        RecordsError: everything wrong in all files at once; a file that is none of these or several, a code that two
            files give, records of several units, and those of another unit.
        MissingExtraError: if an optional package is not installed.
    """
    folder, problems = Path(path), list[Problem]()
    pairs: list[tuple[str, _Content]] = []
    for file in _files(folder):
        try:
            pairs.extend(_read_file(file, catalogue, _own_name(folder), limit))
        except RecordsError as error:
            problems.extend(error.problems)
    given = [(code, what) for code, what in pairs if isinstance(what, Given)]
    unit = next((what for _, what in pairs if isinstance(what, WorkUnit)), None)
    stated = _stated(given, _own_name(folder))
    problems.extend(_given_twice(folder, pairs))
    problems.extend(_several_moments(folder, given))
    problems.extend(_whose(str(folder), stated, unit, catalogue.decree, other_unit=other_unit))
    if problems:
        raise RecordsError.of(problems)
    by_code = FrozenMap(dict(given))
    empty = FrozenMap({code: name for code, name in pairs if isinstance(name, str) and code not in by_code})
    missing = tuple(code for code in catalogue if code not in by_code and code not in empty)
    return Folder(
        path=str(folder),
        unit=settled_unit(_own_name(folder), stated, unit, catalogue.decree),
        targets=next((what for _, what in pairs if isinstance(what, OwnTargets)), OwnTargets()),
        given=by_code,
        empty=empty,
        missing=missing,
    )


def _stated(given: Iterable[tuple[str, Given]], folder: str) -> list[Stated]:
    """Return the units that the records of each file name."""
    files = {what.file: what for _, what in given if what.records}
    return [
        stated
        for what in files.values()
        for stated in stated_units(
            what.file,
            Counter(map(unit_in, what.records)),
            folder=folder,
            name="" if what.report is None else what.report.unit_name,
        )
    ]


def _whose(
    place: str, stated: Sequence[Stated], unit: WorkUnit | None, decree: Decree, *, other_unit: bool
) -> Iterator[Problem]:
    units = several_units(stated)
    if units is not None:
        yield say.SEVERAL_IN_FOLDER.problem(place, units=units)
    elif not other_unit:
        yield from other_units(place, stated, unit, decree)


def _own_name(folder: Path) -> str:
    return folder.resolve().name or str(folder)


def _files(folder: Path) -> list[Path]:
    if not folder.is_dir():
        raise refusal(say.FOLDER_MISSING, str(folder))
    try:
        files = sorted(folder.iterdir())
    except OSError as error:
        raise refusal(say.FOLDER_CLOSED, str(folder), why=error.strerror or str(error)) from None
    seen = [
        file for file in files if not file.name.startswith(_HIDDEN) and file.name.casefold() not in _LEFT_BY_WINDOWS
    ]
    if not seen:
        raise refusal(say.FOLDER_EMPTY, str(folder))
    return seen


def _read_file(file: Path, catalogue: Catalogue, unit: str, limit: int) -> list[tuple[str, _Content]]:
    """Return code -> what the file gives, or its name alone for a form without rows."""
    if file.is_dir():
        raise refusal(say.SUBFOLDER, str(file))
    if file.suffix.casefold() not in _TABLES:
        raise refusal(say.NO_TABLE, str(file))
    found = recognise(open_sheets(file, limit), catalogue, unit)
    name, sheet, given = file.name, found.sheet.name, None
    if isinstance(found, Export):
        export = read_export(found.sheet)
        given = Given(file=name, sheet=sheet, records=export.lines, report=export)
    elif found.record is WorkUnit:
        own = read_unit(found.headings, catalogue.values(), name)
        return [] if own is None else [(OF_THE_UNIT[WorkUnit], own)]
    elif found.record is OwnTargets:
        return [(OF_THE_UNIT[OwnTargets], read_own_targets(found.headings, name))]
    elif found.record is None:
        table = actuals_under(found.headings)
        given = Given(file=name, sheet=sheet, unread=table.left_out, above=table.above)
        return [(row.code, attrs.evolve(given, actual=row)) for row in table.rows]
    elif not (records := RecordTable(headings=found.headings, record=found.record)).is_empty:
        given = Given(
            file=name,
            sheet=sheet,
            records=records.read(),
            unread=found.headings.left_out,
            lacking=found.headings.lacking,
            above=found.headings.rows.above,
        )
    return [(code, given or name) for code in found.codes]


def _several_moments(folder: Path, given: Iterable[tuple[str, Given]]) -> Iterator[Problem]:
    """Tell the budget lines that stand in several files of the folder, each at a moment of its own."""
    files = {what.file: what for _, what in given if what.report is None}
    names = {id(line): what.file for what in files.values() for line in what.records}
    for lines in at_several_moments(line for what in files.values() for line in what.records):
        listed = [f"{line.reference} ({names[id(line)]})" for line in lines]
        yield say.SEVERAL_MOMENTS.problem(str(folder), lines=listed)


def _given_twice(folder: Path, pairs: Iterable[tuple[str, _Content]]) -> Iterator[Problem]:
    files: dict[str, tuple[str, ...]] = {}
    for code, what in pairs:
        if not isinstance(what, str):
            files[code] = (*files.get(code, ()), what.file)
    for names in dict.fromkeys(names for names in files.values() if len(names) > 1):
        codes = [code for code, own in files.items() if own == names]
        listed = Text(id=" dan ".join(names), en=" and ".join(names))
        yield say.GIVEN_TWICE.problem(str(folder), codes=codes, files=listed)
