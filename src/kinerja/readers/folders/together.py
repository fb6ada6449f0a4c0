"""Folders of several units as one: evidence is added, and divided once."""

from __future__ import annotations

import hashlib
import itertools
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

from kinerja._base import FrozenMap, Problem, QuantityError, Reason, RecordsError, Text, UndefinedActualError
from kinerja._base.messages import UNREADABLE as FILE_UNREADABLE
from kinerja.measurement import Measurement, why_unanswerable
from kinerja.readers import messages as say
from kinerja.readers.folders.agreed import unit_of_each, unread_columns, with_unit_settings
from kinerja.readers.folders.alike import alike, refuse_alike
from kinerja.readers.folders.whose import unit_in
from kinerja.readers.sheets import refusal
from kinerja.records import Period, as_period, plain_heading
from kinerja.trace import Source

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kinerja.catalogue import Catalogue
    from kinerja.decrees import Entry
    from kinerja.readers.folders.folder import Folder
    from kinerja.readers.folders.given import Given
    from kinerja.scorecards import Value

_MOST_UNITS = 3


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
        QuantityError: where one folder gives a percentage and another anything for the same code, and for records
            with an unknown value where one is needed.
        DoubleCountError: for a record that stands twice, and for one that stands in two folders where it can be one
            unit's alone.
        PeriodError: for a period that does not exist.
        RecordsError: for two folders of one name, for settings that differ between them, and for a realisation in one
            folder of a unit beside anything in another.
    """
    when = as_period(period)
    _refuse_same_name(folders)
    entries = with_unit_settings(folders, catalogue)
    together = under_one_name(folders)
    _refuse_several_figures(folders)
    for code in entries:
        _refuse_same_records(together, code)
    return {code: _value(entry, _each_once(together, code), when) for code, entry in entries.items()}


def remarks_on(
    folders: Sequence[Folder], catalogue: Catalogue, period: int | str | Period, values: Mapping[str, Value]
) -> dict[str, tuple[Text, ...]]:
    """Say of each figure whose records it comes from, what is not in it, and what a reader should know.

    Args:
        folders: as for `measure_folders`.
        catalogue: as for `measure_folders`.
        period: as for `measure_folders`.
        values: what it returned.
    """
    when = as_period(period)
    return {code: tuple(_remarks(folders, entry, values.get(code), when)) for code, entry in catalogue.items()}


def sources_of(folders: Sequence[Folder], code: str) -> tuple[Source, ...]:
    """Return the files that give something for a code, each with the SHA-256 of its content, its sheet and rows."""
    return tuple(
        source_of(
            Path(folder.path, one.file),
            sheet=one.sheet,
            rows=1 if one.actual else len(one.records),
            content=folder.uploads.get(one.file),
        )
        for folder in folders
        for one in _given([folder], code)
    )


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


def lacking_columns(file: str, columns: Sequence[str]) -> Text:
    """Say which columns a file has not, and how its rows are read without them."""
    listed = ", ".join(columns)
    return Text(
        id=f"Kolom {listed} tidak ada di {file}; dibaca seperti kosong di semua baris.",
        en=f"There is no column {listed} in {file}; it is read as blank in every row.",
    )


def rows_above(file: str, texts: Sequence[str]) -> Text:
    """Say what stands above the headings of a file, and was not read."""
    listed = "; ".join(texts)
    return Text(
        id=f"Di atas judul kolom {file}, tidak dibaca: {listed}.",
        en=f"Above the headings of {file}, not read: {listed}.",
    )


def _given(folders: Sequence[Folder], code: str) -> list[Given]:
    return [given for folder in folders for given in folder.given.get(code, ())]


def _each_once(folders: Sequence[Folder], code: str) -> list[Given]:
    """Return what is given, of the tables of realisations in one folder only the first with a figure."""
    each = [sorted(folder.given.get(code, ()), key=lambda one: one.is_unmeasured) for folder in folders]
    return [one for given in each for number, one in enumerate(given) if one.actual is None or not number]


def _refuse_same_name(folders: Sequence[Folder]) -> None:
    seen: dict[str, str] = {}
    for folder in folders:
        if folder.name in seen:
            raise refusal(say.SAME_NAME, folder.path, other=seen[folder.name])
        seen[folder.name] = folder.path


def _refuse_several_figures(folders: Sequence[Folder]) -> None:
    """Refuse a realisation beside another, or beside records, in the folders of one unit: nobody knows if they add."""
    by_unit: dict[Any, list[Folder]] = {}
    for folder, unit in zip(folders, unit_of_each(folders), strict=True):
        by_unit.setdefault(unit, []).append(folder)
    problems = [problem for own in by_unit.values() for problem in _several_figures(own)]
    if problems:
        raise RecordsError.of(problems)


def _several_figures(folders: Sequence[Folder]) -> Iterator[Problem]:
    for code in dict.fromkeys(code for folder in folders for code in folder.given):
        measured = {
            f"{folder.name}/{one.label}": one
            for folder in folders
            for one in folder.given.get(code, ())
            if not one.is_unmeasured
        }
        places = {place.partition("/")[0] for place in measured}
        if len(places) > 1 and any(one.actual is not None for one in measured.values()):
            listed = Text(id=" dan ".join(measured), en=" and ".join(measured))
            yield say.GIVEN_TWICE.problem(codes=[code], files=listed)


def _refuse_same_records(folders: Sequence[Folder], code: str) -> None:
    """Refuse a record in two folders: the very same, and what makes it one whatever unit it stands under."""
    first: dict[Any, tuple[str, Any]] = {}
    for folder in folders:
        for record in itertools.chain.from_iterable(given.records for given in folder.given.get(code, ())):
            for names in (type(record).identity, getattr(type(record), "same_in_any_unit", ())):
                key = tuple(_folded(getattr(record, name)) for name in names)
                if not names or None in key:
                    continue
                other, same = first.setdefault((names, key), (folder.name, record))
                if other != folder.name and (same == record or names != type(record).identity):
                    written = ", ".join(str(getattr(record, name)) for name in names)
                    raise say.IN_TWO_FOLDERS.error(
                        indicator=code, value=key, values=f"{other}, {folder.name}: {written}"
                    )


def _folded(value: Any) -> Any:
    return plain_heading(value) if isinstance(value, str) else value


def _value(entry: Entry, given: Sequence[Given], period: Period) -> Value:
    records = [one.records for one in given if one.actual is None]
    typed = [one.records for one in given if one.report is None]
    counts = [value for one in given if one.actual and isinstance(value := one.actual.value, Fraction)]
    if counts and not entry.unit.whole and len(counts) + len(records) > 1:
        unit = Text(id=entry.unit.name.id.lower(), en=entry.unit.name.en)
        raise say.DIVIDED.error(indicator=entry.code, value=entry.code, unit=unit)
    if not given:
        return None
    if not (records or counts) or (records and _unanswerable(entry, period) is not None):
        return Reason.NOT_MEASURED
    if not records:
        return sum(counts, start=Fraction(0))
    measured = _measure(entry, records, period)
    refuse_alike(entry.code, measured, itertools.chain.from_iterable(typed))
    return measured if not counts else sum(counts, start=measured.actual)


def _unanswerable(entry: Entry, period: Period) -> Text | None:
    return None if entry.indicator is None else why_unanswerable(entry.code, entry.indicator.timing, period)


def _measure(entry: Entry, records: Sequence[tuple[Any, ...]], period: Period) -> Measurement:
    indicator: Any = entry.measured_by  # records are read for entries that have one
    try:
        measured: Measurement = indicator.measure_records(itertools.chain.from_iterable(records), period=period)
    except QuantityError as error:  # the reader of a folder knows codes, not classes
        raise type(error)(**(vars(error) | {"text": error.text.about(entry.code)})) from None
    return measured


def _remarks(folders: Sequence[Folder], entry: Entry, value: Value, period: Period) -> Iterator[Text]:
    code = entry.code
    given = _given(folders, code)
    unanswerable = _unanswerable(entry, period)
    if unanswerable is not None and all(one.records or one.is_unmeasured for one in given):
        yield unanswerable
    if isinstance(value, Measurement):
        files = [] if _is_defined(value) else [one.label for one in given]
        yield _counted(value, files, several=len(folders) > 1)
        if said := alike(value, itertools.chain.from_iterable(one.records for one in given if one.report is None)):
            yield said
    for one in given:
        yield from _remarks_on_file(one, period, value)
    for folder in folders:
        why = _why_not(folder, code, value)
        if why is not None and unanswerable is None:
            yield why.about(folder.name) if len(folders) > 1 else Text(id=_begun(why.id), en=_begun(why.en))


def _why_not(folder: Folder, code: str, value: Value) -> Text | None:
    """Say why a folder gives nothing for a code; None where it gives something."""
    if code in folder.empty:
        name = folder.empty[code]
        return Text(id=f"formulir {name} kosong.", en=f"form {name} is empty.")
    if code in folder.missing:
        return Text(id=f"tidak ada formulir {code}.", en=f"there is no form {code}.")
    if isinstance(value, Fraction | Measurement) and all(one.is_unmeasured for one in folder.given[code]):
        return Text(id="belum diukur.", en="not measured yet.")
    return None


def _begun(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]


def _remarks_on_file(given: Given, period: Period, value: Value) -> Iterator[Text]:
    if given.report is not None:
        yield from given.report.remarks(given.label, period, value if isinstance(value, Measurement) else None)
    if given.actual is not None and given.actual.note:
        yield Text(id=given.actual.note, en=given.actual.note)
    if given.note is not None:
        yield given.note.about(given.file)
    if given.above:
        yield rows_above(given.label, given.above)
    if given.lacking:
        yield lacking_columns(given.label, given.lacking)
    if given.unread:
        yield unread_columns(given.label, given.unread)


def _is_defined(measured: Measurement) -> bool:
    try:
        return measured.actual is not None
    except UndefinedActualError:
        return False


def _counted(measured: Measurement, files: Sequence[str], *, several: bool) -> Text:
    """Say how many of the records were counted, and of which files where they give no figure."""
    units = list(dict.fromkeys(getattr(item.record, "unit", "") for item in measured.evidence))
    units = units if several or len(units) > 1 else []  # a single one stands in the headline
    named, more = ", ".join(units[:_MOST_UNITS]), len(units) - _MOST_UNITS
    in_id, in_en = (f", dan {more} lainnya", f", and {more} more") if more > 0 else ("", "")
    counted, every = len(measured.counted), len(measured.evidence)
    source = f" ({', '.join(dict.fromkeys(files))})" if files else ""
    said = Text(
        id=f"{counted} dari {every} data dukung dihitung{source}.", en=f"{counted} of {every} records counted{source}."
    )
    return said.about(Text(id=f"{named}{in_id}", en=f"{named}{in_en}")) if named else said
