"""One unit's folder: evidence, and what the unit says of itself and its targets; each file is told by its headings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import attrs

from kinerja._base import AND, FrozenMap, Problem, Reason, RecordsError, Text, few
from kinerja.readers import messages as say
from kinerja.readers.folders.given import Content, Contents, Given, read_file
from kinerja.readers.folders.recognise import units_beside
from kinerja.readers.folders.whose import of_others, settled_unit, stated_in
from kinerja.readers.sakti import unlike_parts
from kinerja.readers.sheets import LIMIT, NamedBytes, StrPath, refusal
from kinerja.readers.tables.actuals import other_values
from kinerja.readers.tables.records import same_rows, several_moments
from kinerja.readers.tables.unit_file import OwnTargets, WorkUnit

if TYPE_CHECKING:
    from kinerja.catalogue import Catalogue

_HIDDEN = (".", "~$")
_LEFT_BY_WINDOWS = frozenset({"thumbs.db", "desktop.ini"})
TABLES = frozenset(
    {".csv", ".txt", ".tsv", ".xlsx", ".xlsm", ".xltx", ".xls", ".xlsb", ".ods", ".fods", ".numbers", ".gsheet"}
)
"""Endings of tables: what cannot be read of these is told how to save it."""
NAMED = 10
"""So many of the files that are not read are named; how many more there are is told."""


_File: TypeAlias = Path | NamedBytes


@attrs.frozen(kw_only=True)
class Folder:
    """What a folder of evidence holds, or one workbook of all its forms.

    Fields:
        path: of the folder, or of the workbook.
        is_file: whether it is one file.
        given: code -> what was handed in, by each sheet that gives something for it.
        empty: code -> the name of a form without rows; it says nothing, not 0.
        missing: the codes for which there is nothing at all.
        unit: whose figures they are: by `unit.xlsx`, else by the records, else by the folder's name.
        targets: the unit's own, by `target.xlsx`.
        unread: what was not read: other files than tables, folders within, worksheets that are nothing known.
        notes: which tables are open in another program, and what is hidden in `unit.xlsx` and `target.xlsx`, and holds.
        uploads: the content of each file, where it was given.
    """

    path: str
    is_file: bool = False
    given: FrozenMap[str, tuple[Given, ...]]
    empty: FrozenMap[str, str]
    missing: tuple[str, ...]
    unit: WorkUnit = attrs.field(default=attrs.Factory(lambda self: WorkUnit(name=self.name), takes_self=True))
    targets: OwnTargets = attrs.field(factory=OwnTargets)
    unread: tuple[Text, ...] = ()
    notes: tuple[Text, ...] = ()
    uploads: Mapping[str, bytes] = attrs.field(factory=dict, eq=False, repr=False)

    @property
    def name(self) -> str:
        """The folder's own name, or that of the workbook: the unit of records that do not name theirs."""
        return Path(self.path).stem if self.is_file else _own_name(Path(self.path))

    def placed(self, file: str) -> Path:
        """Return where one of its files is."""
        return Path(self.path).with_name(file) if self.is_file else Path(self.path, file)

    def named(self, file: str) -> str:
        """Name one of its files among those of several folders.

        >>> Folder(path="data/Balai A", given={}, empty={}, missing=()).named("unit.xlsx")
        'Balai A/unit.xlsx'
        >>> Folder(path="data/Balai A.xlsx", is_file=True, given={}, empty={}, missing=()).named("Balai A.xlsx (unit)")
        'Balai A.xlsx (unit)'
        """
        return file if self.is_file else f"{self.name}/{file}"


def read_folder(  # noqa: PLR0913 - all but two by name and seldom given
    path: StrPath | Mapping[str, bytes],
    catalogue: Catalogue,
    *,
    other_unit: bool = False,
    limit: int = LIMIT,
    name: str = "",
    progress: Callable[[Fraction, int, str], object] = lambda *_: None,
) -> Folder:
    """Read every table of a unit's folder, or its one workbook; each sheet is known by its headings, whatever its name.

    The records of a form go to every entry that takes their class. Several sheets or files of one form are read
    together, and so are tables of realisations and GLP039 exports of different parts of one budget. Hidden sheets and
    rows count as all others. A form without rows counts as not measured. Records that do not name their unit are those
    of the folder's name.

    The workbook that `kinerja template` writes is read as a folder that holds nothing else.

    Other files than tables, folders within, and worksheets that are nothing known stand in `Folder.unread`. Hidden
    files, those that Windows leaves (`Thumbs.db`, `desktop.ini`) and the lock files of open workbooks (`~$...`) are
    skipped; `Folder.notes` name the workbooks that are open.

    A folder is one unit's. Beside its evidence may stand `unit.xlsx`, with its name, code, settings and cap, and
    `target.xlsx`, with its own targets of each period; `kinerja template` writes both.

    Args:
        path: the folder, or the file; or uploads, the name of a file -> its content.
        catalogue: whose indicators the files are about.
        other_unit: whether the records may be those of another unit than `unit.xlsx` names, or without it the decree;
            it is then whose folder it is.
        limit: how many bytes each workbook may unpack to.
        name: what the folder was called, where it is called otherwise now; uploads need it, as the unit of records
            that do not name theirs.
        progress: is told how many files are read, a part of a long one too, of how many, and the name of the next.

    Raises:
        RecordsError: everything wrong in all files at once; a table that is none of these, a code given in two ways or
            with two figures, a row that stands in two files, records of several units, and those of another unit.
        MissingExtraError: if an optional package is not installed.
    """
    folder, problems, _ = look_into(path, catalogue, other_unit=other_unit, limit=limit, name=name, progress=progress)
    if problems:
        raise RecordsError.of(problems)
    return folder


def look_into(  # noqa: PLR0913 - as above
    path: StrPath | Mapping[str, bytes],
    catalogue: Catalogue,
    *,
    other_unit: bool = False,
    limit: int = LIMIT,
    name: str = "",
    progress: Callable[[Fraction, int, str], object] = lambda *_: None,
) -> tuple[Folder, list[Problem], bool]:
    """Return what can be read of a folder, all that is wrong in it, and whether its files go together.

    What is no folder, and one without tables, is refused. The rest is as of `read_folder`.
    """
    problems, contents = list[Problem](), list[Contents]()
    uploads = path if isinstance(path, Mapping) else {}
    folder = Path(name if isinstance(path, Mapping) else path)
    if isinstance(path, Mapping) and not name.strip():
        raise refusal(say.UPLOADS_UNNAMED)
    is_file = not isinstance(path, Mapping) and folder.is_file()
    name = name or (folder.stem if is_file else _own_name(folder))
    uploaded = [NamedBytes(name=file, content=content) for file, content in sorted(uploads.items())]
    there = uploaded if isinstance(path, Mapping) else _with_locks(folder) if is_file else _there(folder)
    files, unread = _told_apart(there, str(folder))
    opened = _opened(files, there)
    beside = units_beside(folder) if is_file else ()
    for number, file in enumerate(files):
        within = _within(progress, number, len(files), file.name)
        within(0, 1)
        try:
            contents.append(read_file(file, catalogue, name, limit, within))
            problems.extend(contents[-1].problems)
        except RecordsError as error:
            problems.extend(error.problems)
    pairs = _without_blanks([pair for one in contents for pair in one.pairs])
    unit = next((what for _, what in pairs if isinstance(what, WorkUnit)), None)
    given = _by_code(pairs)
    sheets = {id(one): one for own in given.values() for one in own}.values()
    stated = stated_in(sheets, name)
    others = [one.of_other_decree for one in contents if one.of_other_decree]
    if others:
        decree, names = catalogue.decree.number, few(others, NAMED)
        other = say.OTHER_DECREE.problem(str(folder), count=len(others), names=names, decree=decree)
        problems = [other, *(problems if any(one.records for one in sheets) else ())]
    known = None if other_unit else catalogue.decree
    apart = [*_said_twice(str(folder), pairs), *of_others(str(folder), stated, unit, known)]
    empty = FrozenMap({code: name for code, name in pairs if isinstance(name, str) and code not in given})
    read = Folder(
        path=str(folder),
        is_file=is_file,
        unit=settled_unit(name, stated, unit, catalogue.decree),
        targets=next((what for _, what in pairs if isinstance(what, OwnTargets)), OwnTargets()),
        given=given,
        empty=empty,
        missing=tuple(code for code in catalogue if code not in given and code not in empty),
        unread=(*unread, *(text for one in contents for text in one.unread)),
        notes=(*opened, *beside, *(text for one in contents for text in one.notes)),
        uploads=uploads,
    )
    return read, [*problems, *apart], not apart


def _within(
    progress: Callable[[Fraction, int, str], object], number: int, files: int, name: str
) -> Callable[[int, int], object]:
    """Return what is told how many rows of a file are read, and of how many."""
    return lambda row, rows: progress(number + Fraction(row, rows), files, name)


def _without_blanks(pairs: Sequence[tuple[str, Content]]) -> list[tuple[str, Content]]:
    """Leave out the rows of a table of realisations that say nothing, as `template` writes them, beside a form."""
    forms = {code for code, what in pairs if isinstance(what, str) or (isinstance(what, Given) and what.records)}
    return [(code, what) for code, what in pairs if code not in forms or not _is_blank(what)]


def _is_blank(what: Content) -> bool:
    row = what.actual if isinstance(what, Given) else None
    return row is not None and row.value is Reason.NOT_MEASURED and not row.note


def _by_code(pairs: Iterable[tuple[str, Content]]) -> FrozenMap[str, tuple[Given, ...]]:
    given: dict[str, tuple[Given, ...]] = {}
    for code, what in pairs:
        if isinstance(what, Given):
            given[code] = (*given.get(code, ()), what)
    return FrozenMap(given)


def _own_name(folder: Path) -> str:
    return folder.resolve().name or str(folder)


def _said_twice(place: str, pairs: Sequence[tuple[str, Content]]) -> Iterator[Problem]:
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
            ways.setdefault(code, {})[str(number)] = what.label
    several = {code: tuple(labels.values()) for code, labels in ways.items() if len(labels) > 1}
    for names in dict.fromkeys(several.values()):
        codes = [code for code, own in several.items() if own == names]
        yield say.GIVEN_TWICE.problem(place, codes=codes, files=Text.joined(names, AND))


def _there(folder: Path) -> list[Path]:
    if not folder.is_dir():
        raise refusal(say.FOLDER_MISSING, str(folder))
    try:
        return sorted(folder.iterdir())
    except OSError as error:
        raise refusal(say.FOLDER_CLOSED, str(folder), why=error) from None


def _locks_of(name: str) -> tuple[str, str]:
    """Return the names of the files that Excel and LibreOffice leave beside an open table."""
    return f"~${name}", f".~lock.{name}#"


def _with_locks(file: Path) -> list[Path]:
    locks = map(file.with_name, _locks_of(file.name))
    return [file, *(lock for lock in locks if lock.exists())]


def _opened(tables: Iterable[_File], there: Iterable[_File]) -> Iterator[Text]:
    """Say which tables are open in another program, by the lock files beside them."""
    names = {file.name for file in there}
    opened = [one.name for one in tables if not names.isdisjoint(_locks_of(one.name))]
    if opened:
        yield say.OPEN.text(names=opened)


def _told_apart(files: Sequence[_File], folder: str) -> tuple[list[_File], list[Text]]:
    """Return the tables among the files of a folder, and the names of what else it holds; refuse one without tables."""
    seen = [
        file for file in files if not file.name.startswith(_HIDDEN) and file.name.casefold() not in _LEFT_BY_WINDOWS
    ]
    within = [file for file in seen if isinstance(file, Path) and not file.is_file()]
    tables = [file for file in seen if file not in within and Path(file.name).suffix.casefold() in TABLES]
    others = [
        say.FOLDER_WITHIN.text(name=file.name)
        if isinstance(file, Path) and file.is_dir()
        else Text(id=file.name, en=file.name)
        for file in seen
        if file not in tables
    ]
    if not tables:
        raise refusal(say.FOLDER_WITHOUT_TABLES if others else say.FOLDER_EMPTY, folder, names=few(others, NAMED))
    return tables, others
