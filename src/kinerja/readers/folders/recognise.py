"""What the sheets of a file are, told by their headings: an export, a form, or what is said of the unit itself."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, TypeAlias

import attrs

from kinerja._base import ColumnsError, Problem, RecordsError, Text
from kinerja.indicators.p3dn_ratio import BudgetLine
from kinerja.readers import messages as say
from kinerja.readers.sakti import GLP039, is_export
from kinerja.readers.sheets import Problems, Sheet, open_sheets, refusal
from kinerja.readers.tables.actuals import actual_columns
from kinerja.readers.tables.fields import columns_of
from kinerja.readers.tables.figures import names_beside_code, target_columns
from kinerja.readers.tables.heading_rows import heading_rows
from kinerja.readers.tables.headings import FORM_OF, OF_TARGETS, OF_UNIT, Headings, TableColumn
from kinerja.readers.tables.names import code_in_name
from kinerja.readers.tables.records import asked_by, title_of
from kinerja.readers.tables.unit_file import OwnTargets, WorkUnit, read_unit, unit_columns
from kinerja.readers.tables.worksheets import beside, filled_in, guide_of, note_on, refuse_misspelt, unread_sheets
from kinerja.records import plain_heading

if TYPE_CHECKING:
    from pathlib import Path

    from kinerja.decrees import Entry

_MANY = 4
OF_THE_UNIT: dict[Any, str] = {WorkUnit: "unit", OwnTargets: "target"}
"""What is said of the unit itself, and what its file is called."""


@attrs.frozen(kw_only=True)
class Export:
    """A sheet with a GLP039 export; `codes` are those that take its lines."""

    record: ClassVar[type[GLP039]] = GLP039
    sheet: Sheet
    codes: tuple[str, ...]


@attrs.frozen(kw_only=True)
class Form:
    """What a sheet may be: its headings, asked for the columns of a class of records, which `codes` take.

    Where its records name their indicator, each goes to that alone, whatever the sheet is headed for.

    `record` is None for a table of realisations, and a class of `OF_THE_UNIT` for what is said of the unit itself.
    """

    headings: Headings
    record: Any
    codes: tuple[str, ...]

    @property
    def sheet(self) -> Sheet:
        """Where it stands."""
        return self.headings.sheet

    @property
    def rank(self) -> tuple[bool, float, int]:
        """How well the headings fit: by the share of its columns that are there, then by how many it has.

        A form of records of whose many needed columns no more than one lacks goes first: lines of a budget, headed
        `kode` and `realisasi` beside others, are no table of realisations.
        """
        is_of_records = self.record is not None and self.record not in OF_THE_UNIT
        needed, lacks = sum(column.needed for column in self.headings.columns), len(self.headings.missing)
        return (
            is_of_records and lacks <= 1 and needed - lacks >= _MANY,
            self.headings.share(),
            len(self.headings.columns),
        )


def recognise(
    sheets: Sequence[Sheet], entries: Mapping[str, Entry], unit: str
) -> tuple[list[Export | Form], tuple[Sheet, ...], list[Problem]]:
    """Tell what each sheet of a file is by its headings, which are nothing known, apart from the guide, what is wrong.

    Of several forms it is the one that fits best. Entries that ask for the same columns share a form. Wrong is a sheet
    that fits several forms equally, one with a heading that is misspelt or there twice, and one that goes on with
    another without headings; the others are told all the same.

    Raises:
        RecordsError: for the workbook of a decree, and a file of which no sheet is known.
    """
    if is_decree(sheets):
        raise refusal(say.DECREE_BOOK, sheets[0].file)
    found, others, problems = list[Export | Form](), list[Form](), Problems(sheets[0].file)
    records = asked_by(entries)
    asked: list[_Asked] = [(actual_columns(entries), None, ()), (unit_columns(entries.values()), WorkUnit, ())]
    asked += [(own.columns(unit), own.record, own.codes) for own in records]
    of_lines = tuple(code for own in records if own.record is BudgetLine for code in own.codes)
    for sheet in filled_in(sheets) or sheets:
        if is_export(sheet):
            found.extend([Export(sheet=sheet, codes=of_lines)] if of_lines else [])
            continue
        forms = _forms(sheet, asked, entries)
        nearest = _nearest(forms)
        if not nearest or not all(form.headings.fit for form in nearest):
            others.extend(forms)
        elif len({form.record for form in nearest}) > 1:
            ambiguous = say.AMBIGUOUS.problem(sheet.file, named=[_name(form) for form in nearest])
            problems.extend([attrs.evolve(ambiguous, sheet=sheet.name)])
        else:
            found.append(attrs.evolve(nearest[0], codes=tuple(code for form in nearest for code in form.codes)))
    if not found:
        problems.raise_any()
        if any(map(is_export, sheets)):
            raise refusal(say.EXPORT_UNASKED, sheets[0].file)
        problems.extend(_renamed(others))
        problems.raise_any()
        listed = [code for own in records for code in own.codes]
        raise refusal(say.UNKNOWN, sheets[0].file, codes=listed, found=_closest(others))
    tables = [one.headings for one in found if isinstance(one, Form)]
    whole = list[Export | Form]()
    for one in found:
        with problems.gathering():
            if isinstance(one, Form):
                one.headings.check()
            whole.append(one)
    known, unread = {id(one.sheet) for one in found if isinstance(one, Export)}, tuple[Sheet, ...]()
    with problems.gathering():
        refuse_misspelt(form.headings for form in others)
    problems.extend(() if problems else _lost(others, found, entries))
    with problems.gathering():
        unread = beside(tables, [one for one in sheets if id(one) not in known])
    return whole, unread, list(problems)


def _lost(others: Sequence[Form], found: Sequence[Export | Form], entries: Iterable[str]) -> Iterator[Problem]:
    """Tell the sheets that are nothing known, and are called as the form of an indicator that no other sheet is."""
    forms = {code_in_name(code).casefold() for code in entries} - {_mark(one.sheet) for one in found}
    by_sheet: dict[str, list[Form]] = {}
    for form in others:
        by_sheet.setdefault(str(form.sheet.name), []).append(form)
    for name, own in by_sheet.items():
        mark = _mark(own[0].sheet)
        if mark in {*forms, *OF_THE_UNIT.values(), "realisasi"}:
            meant = [form for form in own if mark in {code_in_name(code).casefold() for code in form.codes}] or own
            unknown = say.SHEET_UNKNOWN.problem(own[0].sheet.file, found=_closest(meant))
            yield next(_renamed(meant), attrs.evolve(unknown, sheet=name))


def _mark(sheet: Sheet) -> str:
    return str(sheet.name).partition(" ")[0].casefold()


def is_decree(sheets: Sequence[Sheet]) -> bool:
    """Tell whether a file is the workbook of a decree, by the names of its sheets."""
    return {"keputusan", "indikator"} <= {plain_heading(str(sheet.name)) for sheet in sheets}


def is_of_other_decree(sheets: Sequence[Sheet], entries: Mapping[str, Entry]) -> bool:
    """Tell whether the guide of a form names indicators, and none of these entries."""
    titles = {plain_heading(content) for name, content in guide_of(sheets) if name == FORM_OF}
    titles -= {plain_heading(OF_UNIT), plain_heading(OF_TARGETS)}
    return bool(titles) and titles.isdisjoint(plain_heading(title_of(entry)) for entry in entries.values())


def named_in_folder(folder: Path) -> tuple[str, ...]:
    """Return how a unit may be called before its folder or workbook is read: as that is, and as its form says."""
    names = [folder.stem if folder.is_file() else folder.resolve().name]
    for file in [folder] if folder.is_file() else unit_files(folder):
        for sheet in _readable(file):
            with contextlib.suppress(RecordsError, ColumnsError):  # told when the folder is read
                headings = Headings.among(sheet, heading_rows(sheet), unit_columns(()))
                unit = None if headings.missing else read_unit(headings, (), file.name)
                names.extend([] if unit is None else [unit.name, unit.satker])
    return tuple(names)


def _readable(file: Path) -> list[Sheet]:
    with contextlib.suppress(RecordsError):
        return filled_in(open_sheets(file))
    return []


def unit_files(folder: Path) -> list[Path]:
    """Return the files in which a unit says its name and settings."""
    return [file for ending in (".xlsx", ".csv") if (file := folder / f"unit{ending}").is_file()]


def units_beside(file: Path) -> list[Text]:
    """Say which files beside one that is read by itself say something of its unit, and are not read."""
    folder = file.resolve().parent
    return [
        say.UNIT_UNREAD.text(file=other.name, folder=folder.name)
        for other in unit_files(folder)
        if other.name != file.name
    ]


def holds_evidence(path: Path, entries: Mapping[str, Entry]) -> bool:
    """Tell whether a file is all that a unit hands in: forms of records or an export, alone or in one workbook.

    A table of realisations is where the sheet of the unit stands beside it. What cannot be read is not; it is told when
    it is read.

    Raises:
        RecordsError: for the workbook of a decree, and for what is said of the unit itself without any evidence.
    """
    sheets = open_sheets(path)
    try:
        found, _, _ = recognise(sheets, entries, "")
    except RecordsError:
        if is_decree(sheets):
            raise
        return is_of_other_decree(sheets, entries)
    if any(map(is_evidence, found)) or is_of_other_decree(sheets, entries):
        return True
    of_unit = [OF_THE_UNIT[one.record] for one in found if one.record in OF_THE_UNIT]
    asked = actual_columns(entries)
    tables = [sheet for sheet in sheets if not Headings.among(sheet, heading_rows(sheet), asked).missing]
    if of_unit and not tables:
        raise refusal(say.WITHOUT_EVIDENCE, str(path), names=of_unit, folder=path.parent)
    return any(one.record is WorkUnit for one in found)


def is_evidence(found: Export | Form) -> bool:
    """Tell whether a sheet holds records, filled in or not."""
    return found.record is not None and found.record not in OF_THE_UNIT


def notes_beside_exports(exports: Sequence[Sheet], sheets: Sequence[Sheet], record: Any) -> tuple[Text, ...]:
    """Say what is hidden in the sheets with an export, and which sheets of the file are not read.

    A form of the same records beside them is refused: the same money would count twice.
    """
    others = [sheet for sheet in sheets if all(sheet is not export for export in exports)]
    forms = [Headings.among(sheet, heading_rows(sheet), columns_of(record, unit="")) for sheet in others]
    named = [str(form.sheet.name) for form in forms if form.fit]
    if named:
        raise refusal(say.FORM_BESIDE_EXPORT, sheets[0].file, names=named)
    notes = [note for export in exports if (note := note_on(export)) is not None]
    unread = beside([], others)
    return (*notes, *([unread_sheets(unread)] if unread else []))


_Asked: TypeAlias = tuple[tuple[TableColumn, ...], Any, tuple[str, ...]]
"""Columns that a sheet may have, and the record and codes that it then has: see `Form`."""


def _forms(sheet: Sheet, asked: Sequence[_Asked], entries: Mapping[str, Entry]) -> list[Form]:
    rows = heading_rows(sheet)
    targets = target_columns(entries, names_beside_code(sheet, rows))
    every = [*asked, (targets, OwnTargets, ())] if targets else asked
    return [
        Form(headings=Headings.among(sheet, rows, columns), record=record, codes=codes)
        for columns, record, codes in every
    ]


def _nearest(forms: Sequence[Form]) -> list[Form]:
    best = max((form.rank for form in forms), default=None)
    return [form for form in forms if form.rank == best and form.headings.share()]


def _name(found: Export | Form) -> str:
    return ", ".join(found.codes) or OF_THE_UNIT.get(found.record, "realisasi")


def _renamed(others: Sequence[Form]) -> Iterator[Problem]:
    """Tell what would be one form but for one heading, with the cell and what it should say."""
    nearest = _nearest(others)
    headings = nearest[0].headings if len(nearest) == 1 else None
    renamed = None if headings is None else headings.renamed
    if headings is not None and renamed is not None:
        cell, found, known = renamed
        name, file = _name(nearest[0]), headings.sheet.file
        problem = say.RENAMED.problem(file, cell=cell, found=found, known=known, name=name)
        yield attrs.evolve(problem, sheet=headings.sheet.name)


def _closest(others: Sequence[Form]) -> Text:
    """Name what knows most of the headings, and what it misses; the headings alone where nothing knows any."""
    nearest = [
        say.CLOSEST.text(name=_name(form), lack=form.headings.lack(form.headings.missing or form.headings.absent))
        for form in _nearest(others)
    ]
    if not nearest:
        there = dict.fromkeys(name for form in others for name in form.headings.names if name)
        return say.HEADINGS.text(names=list(there))
    return Text.joined(nearest, " ")
