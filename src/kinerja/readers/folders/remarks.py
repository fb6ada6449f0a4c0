"""What a reader should know of the figures that folders give, beside what their measurements say."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import attrs

from kinerja._base import Language, Text, few
from kinerja.measurement import Measurement
from kinerja.readers import messages as say
from kinerja.readers.folders.agreed import unread_columns
from kinerja.readers.folders.rows import looking_alike
from kinerja.readers.tables.records import why_no_form
from kinerja.records import Period, as_period

if TYPE_CHECKING:
    from kinerja.catalogue import Catalogue
    from kinerja.decrees import Entry
    from kinerja.readers.folders.folder import Folder
    from kinerja.readers.folders.given import Given
    from kinerja.scorecards import Score, Scorecard, Value

_MOST_UNITS = 3
_MOST_FILES = 5


@attrs.frozen(kw_only=True)
class Remarks:
    """What a reader should know of one figure, beside what its measurement says.

    Fields:
        first: what is left out of it and why, what is hidden, what may be wrong.
        then: what its files cover, and what in them was not read.
    """

    first: tuple[Text, ...]
    then: tuple[Text, ...]

    def __iter__(self) -> Iterator[Text]:
        return itertools.chain(self.first, self.then)

    def read(self, language: Language) -> str:
        """Return them as the remark of a score: two lines, the first of which is told first."""
        lines = [" ".join(text.read(language) for text in texts) for texts in (self.first, self.then)]
        return "\n".join(lines).rstrip()


def remarks_on(
    folders: Sequence[Folder],
    catalogue: Catalogue,
    period: int | str | Period,
    values: Mapping[str, Value],
    card: Scorecard | None = None,
) -> dict[str, Remarks]:
    """Say of each figure whose records it comes from, what is not in it, and what a reader should know.

    Args:
        folders: as for `measure_folders`.
        catalogue: as for `measure_folders`.
        period: as for `measure_folders`.
        values: what it returned.
        card: the scorecard made of them; with it, targets and achievements that a table of realisations has of its own
            are compared.
    """
    when = as_period(period)
    return {
        code: _remarks(folders, entry, values.get(code), when, None if card is None else card[code])
        for code, entry in catalogue.items()
    }


def lacking_columns(lacking: Iterable[tuple[str, Sequence[str]]]) -> Iterator[Text]:
    """Say which columns files have not, those that lack the same together, and how their rows are read without them."""
    files: dict[tuple[str, ...], dict[str, None]] = {}
    for file, columns in lacking:
        if columns:
            files.setdefault(tuple(columns), {})[file] = None
    for columns, names in files.items():
        listed, places = ", ".join(columns), few([*names], _MOST_FILES)
        yield Text(
            id=f"Kolom {listed} tidak ada di {places.id}; dibaca seperti kosong di semua baris.",
            en=f"There is no column {listed} in {places.en}; it is read as blank in every row.",
        )


def unread_of(file: str, columns: Sequence[str], above: Sequence[str]) -> tuple[Text, ...]:
    """Say what of a file was not read: what stands above its headings, and which columns, if there is any."""
    return (*([rows_above(file, above)] if above else []), *([unread_columns(file, columns)] if columns else []))


def rows_above(file: str, texts: Sequence[str]) -> Text:
    """Say what stands above the headings of a file, and was not read."""
    listed = "; ".join(texts)
    return Text(
        id=f"Di atas judul kolom {file}, tidak dibaca: {listed}.",
        en=f"Above the headings of {file}, not read: {listed}.",
    )


def _remarks(folders: Sequence[Folder], entry: Entry, value: Value, period: Period, score: Score | None) -> Remarks:
    given = [*_given_in(folders, entry.code)]
    measured = value if isinstance(value, Measurement) else None
    actuals = [(one.actual, one.label) for _, one in given if one.actual is not None]
    otherwise = [] if score is None else [text for actual, label in actuals for text in actual.against(score, label)]
    then = (_remarks_on_file(one, f"{name}{one.label}", measured, compared=score is not None) for name, one in given)
    first = (*otherwise, *_told_first(folders, entry, value, period, given))
    lacking = lacking_columns((f"{name}{one.label}", one.lacking) for name, one in given)
    return Remarks(first=first, then=(*lacking, *itertools.chain.from_iterable(then)))


def _given_in(folders: Sequence[Folder], code: str) -> Iterator[tuple[str, Given]]:
    """Give what the folders give for a code, each behind the name of its folder where there are several."""
    for folder in folders:
        yield from ((folder.named("") if len(folders) > 1 else "", one) for one in folder.given.get(code, ()))


def _told_first(
    folders: Sequence[Folder], entry: Entry, value: Value, period: Period, given: Sequence[tuple[str, Given]]
) -> Iterator[Text]:
    """Say why there is no figure, what is not in it, and what may be wrong with it."""
    unasked = why_no_form(entry, period)
    if unasked is not None and all(one.records or one.is_unmeasured for _, one in given):
        yield unasked
    if isinstance(value, Measurement):
        files = [] if value.figure[0] is not None else [one.label for _, one in given]
        yield _counted(value, files, several=len(folders) > 1)
        typed = (one.records for _, one in given if one.report is None)
        yield from looking_alike(value, itertools.chain.from_iterable(typed))
        yield from _copied(given)
    yield from _added(given, value)
    for name, one in given:
        if one.note is not None:
            yield one.note.about(f"{name}{one.file}")
        if one.report is not None:
            yield from one.report.doubts(period)
        if one.actual is not None and one.actual.note:
            yield Text(id=one.actual.note, en=one.actual.note)
    for folder in folders:
        why = _why_not(folder, entry.code, value)
        if why is not None and unasked is None:
            yield why.about(folder.name) if len(folders) > 1 else Text(id=_begun(why.id), en=_begun(why.en))


def _added(given: Sequence[tuple[str, Given]], value: Value) -> Iterator[Text]:
    """Say where a count is a sum of what was measured from records and of what was typed without them."""
    places = [(f"{name}{one.label}", one.actual) for name, one in given if not one.is_unmeasured]
    typed = [place for place, actual in places if actual is not None]
    measured = [place for place, actual in places if actual is None]
    if isinstance(value, Fraction) and typed and measured:
        yield say.PARTLY_TYPED.text(measured=measured, typed=typed)


def _copied(given: Iterable[tuple[str, Given]]) -> Iterator[Text]:
    """Name files in which the same rows stand, under the names of two units."""
    by_rows: dict[tuple[Any, ...], list[str]] = {}
    for name, one in given:
        rows = tuple(attrs.astuple(record, filter=lambda field, _: field.name != "unit") for record in one.records)
        by_rows.setdefault(rows, []).append(f"{name}{one.label}")
    yield from (say.COPIED.text(values=files) for rows, files in by_rows.items() if rows and len(files) > 1)


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


def _remarks_on_file(given: Given, label: str, measured: Measurement | None, *, compared: bool) -> Iterator[Text]:
    if given.report is not None:
        yield given.report.coverage(measured).about(label)
    if given.actual is not None and given.actual.beside and not compared:
        yield unread_columns(label, given.actual.beside)
    if given.unread:
        yield unread_columns(label, given.unread)
    if given.above:
        yield rows_above(label, given.above)


def _counted(measured: Measurement, files: Sequence[str], *, several: bool) -> Text:
    """Say how many of the records were counted, and of which files where they give no figure."""
    units = list(dict.fromkeys(getattr(item.record, "unit", "") for item in measured.evidence))
    units = units if several or len(units) > 1 else []  # a single one stands in the headline
    counted, every = len(measured.counted), len(measured.evidence)
    source = f" ({', '.join(dict.fromkeys(files))})" if files else ""
    said = Text(
        id=f"{counted} dari {every} data dukung dihitung{source}.", en=f"{counted} of {every} records counted{source}."
    )
    if counted and measured.why_unmeasured() is not None:
        said = Text(id=f"{every} data dukung dibaca{source}.", en=f"Records read{source}: {every}.")
    return said.about(few(units, _MOST_UNITS)) if units else said
