"""One unit's folder of evidence: forms, a GLP039 export, a table of realisations, each told by its headings."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

from kinerja._base import FrozenMap, Problem, Reason, RecordsError, Text
from kinerja.indicators.p3dn_ratio import BudgetLine
from kinerja.readers import messages as say
from kinerja.readers.sakti import GLP039, is_export, read_export
from kinerja.readers.sheets import LIMIT, Sheet, StrPath, open_sheets, refusal
from kinerja.readers.tables import (
    Actual,
    Headings,
    RecordTable,
    actual_columns,
    actuals_under,
    by_record,
    columns_of,
    refuse_misspelt,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from kinerja.catalogue import Catalogue
    from kinerja.decrees import Entry

_HIDDEN = (".", "~$")
_LEFT_BY_WINDOWS = frozenset({"thumbs.db", "desktop.ini"})
_TABLES = frozenset({".csv", ".txt", ".tsv", ".xlsx", ".xlsm", ".xls", ".xlsb", ".ods"})
"""Endings of tables: what cannot be read of these is told how to save it."""


@attrs.frozen(kw_only=True)
class Given:
    """What one file gives for one code.

    Fields:
        file: its name.
        records: the records of a form or an export; empty where an actual is given.
        report: the export that the records come from; None for anything else.
        actual: the row of a table of realisations; None for records.
        unread: the headings of the file's columns that were not read.
        lacking: the columns that the file has not, whose fields have their default in every record.
    """

    file: str
    records: tuple[Any, ...] = attrs.field(default=(), repr=False)
    report: GLP039 | None = attrs.field(default=None, repr=False)
    actual: Actual | None = None
    unread: tuple[str, ...] = ()
    lacking: tuple[str, ...] = ()

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
    """

    path: str
    given: FrozenMap[str, Given]
    empty: FrozenMap[str, str]
    missing: tuple[str, ...]

    @property
    def name(self) -> str:
        """The folder's own name: the unit of records that do not name theirs."""
        return _own_name(Path(self.path))


def read_folder(path: StrPath, catalogue: Catalogue, *, limit: int = LIMIT) -> Folder:
    """Read every file of a folder; each is known by its headings, whatever its name.

    The records of a form go to every entry that takes their class. Hidden files, those that Windows leaves
    (`Thumbs.db`, `desktop.ini`) and the lock files of open workbooks (`~$...`) are skipped. A form without rows counts
    as not measured. Records that do not name their unit are those of the folder's name.

    Args:
        path: the folder.
        catalogue: whose indicators the files are about.
        limit: how many bytes each workbook may unpack to.

    Raises:
        RecordsError: everything wrong in all files at once; a file that is none of these or several, and a code that
            two files give.
        MissingExtraError: if an optional package is not installed.
    """
    folder, problems = Path(path), list[Problem]()
    pairs: list[tuple[str, Given | str]] = []
    for file in _files(folder):
        try:
            pairs.extend(_read_file(file, catalogue, _own_name(folder), limit))
        except RecordsError as error:
            problems.extend(error.problems)
    given = [(code, what) for code, what in pairs if isinstance(what, Given)]
    problems.extend(_given_twice(folder, given))
    if problems:
        raise RecordsError.of(problems)
    by_code = FrozenMap(dict(given))
    empty = FrozenMap({code: name for code, name in pairs if isinstance(name, str) and code not in by_code})
    missing = tuple(code for code in catalogue if code not in by_code and code not in empty)
    return Folder(path=str(folder), given=by_code, empty=empty, missing=missing)


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


def _read_file(file: Path, catalogue: Catalogue, unit: str, limit: int) -> list[tuple[str, Given | str]]:
    """Return code -> what the file gives, or its name alone for a form without rows."""
    if file.is_dir():
        raise refusal(say.SUBFOLDER, str(file))
    if file.suffix.casefold() not in _TABLES:
        raise refusal(say.NO_TABLE, str(file))
    found = _recognise(open_sheets(file, limit), catalogue, unit)
    name, given = file.name, None
    if isinstance(found, _Export):
        export = read_export(found.sheet)
        given = Given(file=name, records=export.lines, report=export)
    elif found.record is None:
        table = actuals_under(found.headings)
        return [(row.code, Given(file=name, actual=row, unread=table.left_out)) for row in table.rows]
    elif not (records := RecordTable(headings=found.headings, record=found.record)).is_empty:
        unread, lacking = found.headings.left_out, found.headings.lacking
        given = Given(file=name, records=tuple(records), unread=unread, lacking=lacking)
    return [(code, given or name) for code in found.codes]


def _given_twice(folder: Path, given: Iterable[tuple[str, Given]]) -> Iterator[Problem]:
    files: dict[str, tuple[str, ...]] = {}
    for code, what in given:
        files[code] = (*files.get(code, ()), what.file)
    for names in dict.fromkeys(names for names in files.values() if len(names) > 1):
        codes = [code for code, own in files.items() if own == names]
        listed = Text(id=" dan ".join(names), en=" and ".join(names))
        yield say.GIVEN_TWICE.problem(str(folder), codes=codes, files=listed)


@attrs.frozen(kw_only=True)
class _Export:
    """A sheet with a GLP039 export; `codes` are those that take its lines."""

    sheet: Sheet
    codes: tuple[str, ...]


@attrs.frozen(kw_only=True)
class _Form:
    """What a sheet may be: its headings, asked for the columns of a class of records, which `codes` take.

    `record` is None for a table of realisations.
    """

    headings: Headings
    record: Any
    codes: tuple[str, ...]

    @property
    def sheet(self) -> Sheet:
        return self.headings.sheet

    @property
    def rank(self) -> tuple[float, int]:
        """How well the headings fit: by the share of its columns that are there, then by how many it has."""
        return self.headings.share(), len(self.headings.columns)


def _recognise(sheets: Sequence[Sheet], entries: Mapping[str, Entry], unit: str) -> _Export | _Form:
    """Tell what a file is by its headings. Of several forms it is the one of whose columns the greatest share is there.

    Entries with one record class share its form. A worksheet that would be read but for its spelling is refused.
    """
    found, others = list[_Export | _Form](), list[_Form]()
    codes = {record: tuple(entry.code for entry in own) for record, own in by_record(entries).items()}
    asked = {None: actual_columns(entries), **{record: columns_of(record, unit=unit) for record in codes}}
    for sheet in sheets:
        if not is_export(sheet):
            headings = Headings.of(sheet)
            forms = [
                _Form(headings=attrs.evolve(headings, columns=columns), record=record, codes=codes.get(record, ()))
                for record, columns in asked.items()
            ]
            nearest = _nearest(forms)
            found.extend(nearest if all(form.headings.fit for form in nearest) else ())
            others.extend(forms)
        elif BudgetLine in codes:
            found.append(_Export(sheet=sheet, codes=codes[BudgetLine]))
    if not found:
        listed = [code for own in codes.values() for code in own]
        raise refusal(say.UNKNOWN, sheets[0].file, codes=listed, found=_closest(others))
    if len(found) > 1:
        named = [_name(one) if one.sheet.name is None else f"{_name(one)} ({one.sheet.name})" for one in found]
        raise refusal(say.AMBIGUOUS, sheets[0].file, named=named)
    (only,) = found
    if isinstance(only, _Form):
        only.headings.check()
    refuse_misspelt(form.headings for form in others if form.sheet is not only.sheet)
    return only


def _nearest(forms: Sequence[_Form]) -> list[_Form]:
    best = max((form.rank for form in forms), default=None)
    return [form for form in forms if form.rank == best and form.headings.share()]


def _name(found: _Export | _Form) -> str:
    return ", ".join(found.codes) or "realisasi"


def _closest(others: Sequence[_Form]) -> Text:
    """Name what knows most of the headings, and what it misses; the headings alone where nothing knows any."""
    nearest = [
        say.CLOSEST.text(name=_name(form), lack=form.headings.lack(form.headings.absent)) for form in _nearest(others)
    ]
    if not nearest:
        there = dict.fromkeys(name for form in others for name in form.headings.names if name)
        return say.HEADINGS.text(names=list(there))
    return Text(id=" ".join(said.id for said in nearest), en=" ".join(said.en for said in nearest))
