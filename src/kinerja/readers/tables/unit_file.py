"""What a unit says of itself in its folder: name, code, settings, answers to readings and cap, in `unit.xlsx`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from functools import partial
from typing import Any

import attrs

from kinerja._base import FrozenMap, Problem, RecordsError, Text
from kinerja.decrees import READING, Entry, Scoring, entry_with, find_code
from kinerja.measurement import Target, settings_of
from kinerja.readers.sheets import Cell, Flaw, StrPath, is_unknown, open_sheets, read_cell_number, refusal, shown
from kinerja.readers.tables import messages as say
from kinerja.readers.tables.figures import all_targets, read_targets_by_period
from kinerja.readers.tables.headings import Headings, TableColumn
from kinerja.readers.tables.table import values_under
from kinerja.records import Period, plain_heading

_CODE = re.compile(r"[0-9]{6}", re.ASCII)
_FILLED_IN = re.compile(r"indikator|satuan|target keputusan(?: .+)?", re.ASCII)
_PARTS = re.compile(r"[,;\s]+")
_ANSWERS = re.compile(r"[,;\n]+")
_ANSWER = re.compile(r"(.+?)\s+(\w+)\s*=\s*(\w+)")


@attrs.frozen(kw_only=True)
class WorkUnit:
    """A work unit (satuan kerja) whose figures a folder holds.

    Fields:
        name: of the unit; blank where its code alone is known.
        satker: its code, six digits; blank where nothing says it.
        file: where the unit says so, such as `unit.xlsx`; blank where the records or the folder name it.
        sheet: its worksheet, where others of the file were read too.
        settings: code -> field -> what the unit sets where the decree leaves it open.
        cap: the highest achievement in percent that the unit publishes; None where it says none.
        unread: the headings of the columns of `unit.xlsx` that were not read.
    """

    name: str
    satker: str = ""
    file: str = ""
    sheet: str | None = None
    settings: FrozenMap[str, FrozenMap[str, Any]] = attrs.field(factory=FrozenMap)
    cap: Fraction | None = None
    unread: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """The file, with the sheet where several of it were read; blank where there is none."""
        return label_of(self.file, self.sheet)

    @property
    def title(self) -> str:
        """The name with the code, as a headline shows it.

        >>> WorkUnit(name="BSPJI Medan", satker="123456").title
        'BSPJI Medan (satker 123456)'
        """
        code = f"satker {self.satker}" if self.satker else ""
        return f"{self.name} ({code})" if self.name and code else self.name or code


@attrs.frozen(kw_only=True)
class OwnTargets:
    """A unit's own targets (perjanjian kinerja), by period.

    Fields:
        file: where they stand, such as `target.xlsx`; blank where there is none.
        sheet: its worksheet, where others of the file were read too.
        by_period: period, as it is written -> code -> target.
        unread: the headings of the columns that were not read, apart from those that the form fills in.
    """

    file: str = ""
    sheet: str | None = None
    by_period: FrozenMap[str, FrozenMap[str, Target]] = attrs.field(factory=FrozenMap)
    unread: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """The file, with the sheet where several of it were read; blank where there is none."""
        return label_of(self.file, self.sheet)

    def of(self, period: Period) -> Mapping[str, Target]:
        """Return code -> target of a period; nothing where there is none."""
        return self.by_period.get(str(period), FrozenMap())


def label_of(file: str, sheet: str | None) -> str:
    """Name a file, and its worksheet where there is one to name.

    >>> label_of("isian.xlsx", "unit"), label_of("unit.xlsx", None)
    ('isian.xlsx (unit)', 'unit.xlsx')
    """
    return file if sheet is None else f"{file} ({sheet})"


def read_targets_of(path: StrPath, entries: Mapping[str, Entry], period: Period) -> OwnTargets:
    """Read a table of own targets for a period, or for each period, in which the year of a quarter is enough."""
    targets = all_targets(open_sheets(path), entries, period, or_of_year=True)
    return OwnTargets(file=str(path), by_period=_frozen(targets))


def _frozen(by_period: Mapping[str, Mapping[str, Target]]) -> FrozenMap[str, FrozenMap[str, Target]]:
    return FrozenMap({period: FrozenMap(targets) for period, targets in by_period.items()})


def unit_settings(entries: Iterable[Entry], *, open_only: bool = False) -> dict[str, tuple[tuple[Entry, str], ...]]:
    """Return the heading of each setting, or of those that the decree leaves open -> the entries and fields it sets."""
    found: dict[str, tuple[tuple[Entry, str], ...]] = {}
    for entry in entries:
        own = {} if entry.indicator is None else settings_of(entry.indicator)
        for one in own.values():
            if one.default is None or not open_only:
                found[one.label.id] = (*found.get(one.label.id, ()), (entry, one.name))
    return found


def unit_columns(entries: Iterable[Entry]) -> tuple[TableColumn, ...]:
    """Return the columns of a `unit.xlsx`."""
    own = tuple(entries)
    told = unit_settings(own, open_only=True)
    return (
        TableColumn(field="name", headings=("nama unit", "unit name"), is_blank=is_unknown),
        _optional("satker", ("kode satker", "satker code"), _read_satker, blank=""),
        *(
            _optional(heading, (heading,), partial(_read_setting, whose), told=heading in told)
            for heading, whose in unit_settings(own).items()
        ),
        _optional("readings", ("tafsir", "readings"), partial(_read_answers, own), told=False, blank=FrozenMap()),
        _optional("cap", ("batas atas capaian", "achievement cap"), _read_cap),
    )


def _optional(field: str, headings: tuple[str, ...], read: Any, *, blank: Any = None, told: bool = True) -> TableColumn:
    return TableColumn(
        field=field, headings=headings, read=read, needed=False, told=told, is_blank=is_unknown, blank=blank
    )


def _read_satker(cell: Cell, _before: Mapping[str, Any]) -> str:
    text = shown(cell).strip()
    if isinstance(cell, Flaw) or _CODE.fullmatch(text) is None:
        raise refusal(cell.message if isinstance(cell, Flaw) else say.NOT_SATKER)
    return text


def _read_setting(whose: Iterable[tuple[Entry, str]], cell: Cell, _before: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the parts of a list such as `425283, 425421`, if every indicator that it is for takes them."""
    if isinstance(cell, Flaw):
        raise refusal(cell.message)
    parts = tuple(filter(None, _PARTS.split(shown(cell))))
    for entry, field in whose:
        indicator: Any = entry.indicator
        attrs.evolve(indicator, **{field: parts})
    return parts


def _read_cap(cell: Cell, _before: Mapping[str, Any]) -> Fraction | None:
    return Scoring(cap=read_cell_number(cell)).cap


def answers_to_take(entries: Iterable[Entry]) -> Iterator[tuple[str, Text]]:
    """Go through the answers that a unit may take in place of the catalogue's, those by which it can be measured.

    Each is given as the cell says it, such as `SK3/1 case = company`, with its question and both answers in words.
    """
    for entry in entries:
        for reading, answer in entry.not_taken:
            problems: list[Problem] = []
            entry_with(entry, {READING: {reading.word: answer.word}}, "", problems)
            if reading.word and not problems:
                asked, own, taken = reading.question, answer.text, reading.taken
                told = Text(
                    id=f"{asked.id} {own.id} Katalog: {taken.id}", en=f"{asked.en} {own.en} Catalogue: {taken.en}"
                )
                yield f"{entry.code} {reading.word} = {answer.word}", told


def _read_answers(
    entries: Iterable[Entry], cell: Cell, _before: Mapping[str, Any]
) -> FrozenMap[str, FrozenMap[str, str]]:
    """Return code -> word of the reading -> word of its answer; refuse a cell of which one cannot be taken."""
    if isinstance(cell, Flaw):
        raise refusal(cell.message)
    own = {entry.code: entry for entry in entries}
    found: dict[str, dict[str, str]] = {}
    for part in filter(None, map(str.strip, _ANSWERS.split(shown(cell)))):
        match = _ANSWER.fullmatch(part)
        if match is None:
            raise refusal(say.NO_ANSWER, part=part)
        code, word = find_code(match[1], own), match[2]
        if found.setdefault(code, {}).setdefault(word, match[3]) != match[3]:
            raise refusal(say.TWO_ANSWERS, code=code, word=word)
    problems: list[Problem] = []
    for code, answers in found.items():
        entry_with(own[code], {READING: answers}, "", problems)
    if problems:
        raise refusal(say.ANSWER_UNFIT, why=Text.joined((one.text for one in problems), " "))
    return FrozenMap({code: FrozenMap(answers) for code, answers in found.items()})


def read_unit(headings: Headings, entries: Iterable[Entry], file: str, sheet: str | None = None) -> WorkUnit | None:
    """Read the one row of a `unit.xlsx`; None where it is not filled in."""
    if headings.is_bare:
        return None
    (_, row), *more = values_under(headings)
    if more:
        problem = say.SEVERAL_ROWS.problem(headings.sheet.file, row=more[0][0])
        raise RecordsError.of([attrs.evolve(problem, sheet=sheet)])
    settings: dict[str, dict[str, Any]] = {}
    for heading, whose in unit_settings(entries).items():
        for entry, field in whose if row[heading] is not None else ():
            settings.setdefault(entry.code, {})[field] = row[heading]
    for code, answers in row["readings"].items():
        settings.setdefault(code, {})[READING] = answers
    return WorkUnit(
        name=row["name"],
        satker=row["satker"],
        file=file,
        sheet=sheet,
        settings=FrozenMap({code: FrozenMap(own) for code, own in settings.items()}),
        cap=row["cap"],
        unread=headings.left_out,
    )


def read_own_targets(headings: Headings, file: str, sheet: str | None = None) -> OwnTargets:
    """Read a `target.xlsx`."""
    by_period = _frozen(read_targets_by_period(headings))
    return OwnTargets(file=file, sheet=sheet, by_period=by_period, unread=not_filled_in(headings.left_out))


def not_filled_in(names: Iterable[str]) -> tuple[str, ...]:
    """Leave out the headings of the columns that a form has filled in for its reader alone."""
    return tuple(name for name in names if not _FILLED_IN.fullmatch(plain_heading(name)))
