"""What one file of a folder gives: the records or realisations of each of its sheets, or what it says of the unit."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, TypeAlias

import attrs

from kinerja._base import ColumnsError, Problem, Reason, RecordsError, Text
from kinerja.readers import messages as say
from kinerja.readers.folders.recognise import OF_THE_UNIT, Export, Form, is_evidence, is_of_other_decree, recognise
from kinerja.readers.sakti import GLP039, read_export
from kinerja.readers.sheets import NamedBytes, open_sheets
from kinerja.readers.tables.actuals import Actual, actuals_under
from kinerja.readers.tables.records import code_of, record_of, records_under
from kinerja.readers.tables.unit_file import (
    OwnTargets,
    WorkUnit,
    label_of,
    not_filled_in,
    read_own_targets,
    read_unit,
)
from kinerja.readers.tables.worksheets import made_for, note_on
from kinerja.records import Period

if TYPE_CHECKING:
    from pathlib import Path

    from kinerja.catalogue import Catalogue


@attrs.frozen(kw_only=True)
class Given:
    """What one sheet gives for one code.

    Fields:
        file: its name.
        sheet: the worksheet that was read; None for a file without worksheets.
        several: whether other sheets of the file were read too.
        records: the records of a form or an export; empty where an actual is given.
        rows: where each record of a form stands, as the spreadsheet counts.
        partial: whether some of its rows cannot be read; `records` are then the others alone.
        report: the export that the records come from; None for anything else.
        actual: the row of a table of realisations; None for records.
        heading: of the column that the actual stands in.
        unread: the headings of the columns that were not read.
        lacking: the columns that are not there, whose fields have their default in every record.
        above: what stands above its headings, such as a title; it was not read.
        note: what is hidden there, and counts, or may lack.
        made_for: the period that the form was made for; None where its file does not say it.
    """

    file: str
    sheet: str | None = None
    several: bool = False
    records: tuple[Any, ...] = attrs.field(default=(), repr=False)
    rows: tuple[int, ...] = attrs.field(default=(), repr=False)
    partial: bool = False
    report: GLP039 | None = attrs.field(default=None, repr=False)
    actual: Actual | None = None
    heading: str = ""
    unread: tuple[str, ...] = ()
    lacking: tuple[str, ...] = ()
    above: tuple[str, ...] = ()
    note: Text | None = None
    made_for: Period | None = None

    @property
    def one_of_several(self) -> str | None:
        """The sheet where several of the file were read."""
        return self.sheet if self.several else None

    @property
    def label(self) -> str:
        """The file, with the sheet where several of it were read."""
        return label_of(self.file, self.one_of_several)

    @property
    def is_unmeasured(self) -> bool:
        """Whether an actual is given that says that there is none."""
        return self.actual is not None and isinstance(self.actual.value, Reason)


_STEP = 500

Content: TypeAlias = "Given | WorkUnit | OwnTargets | str"
"""What a sheet gives; the name alone of a form without rows."""


@attrs.frozen(kw_only=True)
class Contents:
    """What the sheets of one file give, by code; which of them are not read, what is hidden in them, what is wrong."""

    pairs: tuple[tuple[str, Content], ...] = ()
    unread: tuple[Text, ...] = ()
    notes: tuple[Text, ...] = ()
    problems: tuple[Problem, ...] = ()
    of_other_decree: str = ""
    """The name of a form that cannot be read, because it is of another decree."""


def read_file(
    file: Path | NamedBytes, catalogue: Catalogue, unit: str, limit: int, progress: Callable[[int, int], object]
) -> Contents:
    """Read every sheet of a file; of a form or an export it is told now and then how many rows are read, of how many.

    A file that is nothing known, or cannot be read any further, is refused.
    """
    sheets = open_sheets(file, limit)
    is_other = is_of_other_decree(sheets, catalogue)
    try:
        found, unread, problems = recognise(sheets, catalogue, unit)
    except (RecordsError, ColumnsError):
        if is_other:
            return Contents(of_other_decree=file.name)
        raise
    pairs, notes = list[tuple[str, Content]](), list[Text]()
    for one in found:
        plain = Given(
            file=file.name,
            sheet=one.sheet.name,
            several=len(found) > 1,
            note=note_on(one.sheet),
            made_for=made_for(sheets),
        )
        try:
            pairs.extend(_read(one, plain, catalogue, progress, problems))
        except RecordsError as error:
            problems.extend(error.problems)
        if plain.note is not None and one.record in OF_THE_UNIT:
            notes.append(plain.note.about(plain.file))
    if is_other and (problems or not any(map(is_evidence, found))):
        return Contents(of_other_decree=file.name)
    messages = [(say.HIDDEN_SHEET_OF if sheet.is_hidden else say.SHEET_OF, sheet.name) for sheet in unread]
    return Contents(
        pairs=tuple(pairs),
        unread=tuple(message.text(file=file.name, name=name) for message, name in messages),
        notes=tuple(notes),
        problems=tuple(problems),
    )


def _read(
    found: Export | Form,
    plain: Given,
    catalogue: Catalogue,
    progress: Callable[[int, int], object],
    problems: list[Problem],
) -> Iterator[tuple[str, Content]]:
    """Give what a sheet gives; what is wrong in single rows is noted, and the others are given."""
    if isinstance(found, Export):
        export = read_export(found.sheet, progress)
        given = attrs.evolve(plain, records=export.lines, report=export)
        yield from ((code, given) for code in found.codes)
    elif found.record is WorkUnit:
        own = read_unit(found.headings, catalogue.values(), plain.file, plain.one_of_several)
        yield from [] if own is None else [(OF_THE_UNIT[WorkUnit], own)]
    elif found.record is OwnTargets:
        yield OF_THE_UNIT[OwnTargets], read_own_targets(found.headings, plain.file, plain.one_of_several)
    elif found.record is None:
        table = actuals_under(found.headings, catalogue)
        unread = table.left_out if plain.made_for is None else not_filled_in(table.left_out)
        given = attrs.evolve(plain, unread=unread, above=table.above, heading=table.heading)
        yield from ((row.code, attrs.evolve(given, actual=row)) for row in table.rows)
    else:
        yield from _to_each(found, _records(found, plain, progress, problems), catalogue)


def _to_each(found: Form, content: Given | str, catalogue: Catalogue) -> Iterator[tuple[str, Content]]:
    """Give each code the records of its form; those that name their indicator, to that one alone."""
    named = {code: code_of(entry) for code, entry in catalogue.items() if record_of(entry) is found.record}
    if isinstance(content, str) or None in named.values():
        yield from ((code, content) for code in found.codes)
        return
    for code, name in named.items():
        own = [pair for pair in zip(content.rows, content.records, strict=True) if pair[1].indicator == name]
        if own:
            rows, records = zip(*own, strict=True)
            yield code, attrs.evolve(content, rows=rows, records=records)


def _records(found: Form, plain: Given, progress: Callable[[int, int], object], problems: list[Problem]) -> Given | str:
    """Return the records of a form, and note what is wrong among them; its name where it has no rows."""
    headings, read, known, rows = found.headings, list[tuple[int, Any]](), len(problems), 0
    if headings.is_bare:
        return plain.label
    with contextlib.suppress(RecordsError):  # told with all else that is wrong, when the rows are read
        for rows, _ in enumerate(headings.body(), 1):  # noqa: B007 - their number
            pass
    try:
        for pair in records_under(headings, found.record):
            if len(read) % _STEP == 0:
                progress(len(read), rows)
            read.append(pair)
    except RecordsError as error:
        problems.extend(error.problems)
    return attrs.evolve(
        plain,
        records=tuple(record for _, record in read),
        rows=tuple(row for row, _ in read),
        partial=len(problems) > known,
        unread=headings.left_out,
        lacking=headings.lacking,
        above=headings.above,
    )
