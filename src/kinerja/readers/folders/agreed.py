"""What the folders of a scorecard agree on: settings, cap, targets, and whose they are."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from kinerja._base import Text, few
from kinerja.decrees import READING, Entry, target_at
from kinerja.decrees.page import write_setting
from kinerja.measurement import Setting, Target, settings_of, target_text
from kinerja.readers import messages as say
from kinerja.readers.folders.folder import NAMED, Folder
from kinerja.readers.sheets import refusal
from kinerja.records import Period, Year, plain_heading

if TYPE_CHECKING:
    from fractions import Fraction

    from kinerja.catalogue import Catalogue
    from kinerja.readers.tables.unit_file import OwnTargets, WorkUnit


def with_unit_settings(folders: Sequence[Folder], catalogue: Catalogue) -> Catalogue:
    """Return the catalogue with what the units of the folders set in their `unit.xlsx`; see `Catalogue.with_settings`.

    Settings that the catalogue has already hold for every folder.

    Raises:
        RecordsError: for settings that differ between folders whose records would be added, and from the catalogue's.

    Args:
        folders: as `kinerja.readers.read_folder` gives them.
        catalogue: whose indicators they are about.
    """
    for code, entry in catalogue.items():
        asked = [folder for folder in folders if _has_records(folder, code)] or folders
        every = [(_source(folder), _settings(catalogue, code, folder)) for folder in asked]
        stated = [(source, own) for source, own in every if own]
        if entry.settings:
            every = stated = [(entry.settings_source, dict(entry.settings)), *stated]
        if stated and any(own != stated[0][1] for _, own in every):
            raise refusal(say.OTHER_SETTINGS, indicator=code, **_differing(entry, every))
        if stated and not entry.settings:
            sources = ", ".join(source for source, _ in stated)
            catalogue = catalogue.with_settings({code: stated[0][1]}, source=sources)
    return catalogue


def _has_records(folder: Folder, code: str) -> bool:
    return any(given.records for given in folder.given.get(code, ()))


def _settings(catalogue: Catalogue, code: str, folder: Folder) -> dict[str, Any]:
    """Return what a unit sets, as its indicator holds it."""
    own: Mapping[str, Any] = folder.unit.settings.get(code, {})
    return dict(catalogue.with_settings({code: own})[code].settings) if own else {}


def _differing(entry: Entry, every: Sequence[tuple[str, Mapping[str, Any]]]) -> dict[str, Any]:
    fields = dict.fromkeys(name for _, settings in every for name in settings)
    labels = [one.label for one in _settings_of(entry) if one.name in fields]
    labels += [Text(id="tafsir", en="the readings")] if READING in fields else []
    pairs = [(source, [write_setting(own[name]) for name in fields if name in own]) for source, own in every]
    values = _listed((source, Text.joined(own) if own else None) for source, own in pairs)
    return {"label": Text.joined(labels), "values": values}


def agreed_cap(folders: Sequence[Folder], cap: Fraction | None, said: str = "cap") -> Fraction | None:
    """Return the one cap of a scorecard.

    Args:
        folders: each with the cap of its `unit.xlsx`, if any.
        cap: what is asked for besides; None where nothing is.
        said: by what.

    Raises:
        RecordsError: for caps that differ.
    """
    stated = [(_source(folder), folder.unit.cap) for folder in folders]
    if cap is not None:
        stated = [(said, cap), *((source, own) for source, own in stated if own is not None)]
    if len({own for _, own in stated}) > 1:
        raise refusal(say.OTHER_CAPS, values=_listed((source, _written(own)) for source, own in stated))
    return stated[0][1] if stated else None


def agreed_targets(
    folders: Sequence[Folder],
    period: Period,
    given: OwnTargets | None,
    *,
    target_year: int | None = None,
    said: str = "targets",
) -> tuple[Mapping[str, Target] | None, int | None]:
    """Return code -> own target, None where there is none; and the year whose targets they are, None for a quarter's.

    A quarter without any has those of its year. The targets of several units are none of them together: those that
    are given alone hold.

    Args:
        folders: each with its `target.xlsx`, if any.
        period: what is measured.
        given: what is asked for besides; None where nothing is.
        target_year: the year whose targets are asked for; None for the period's own.
        said: by what `given` is.

    Raises:
        RecordsError: for a code of which two sources, `target.xlsx` or what is given, say another target.
    """
    if target_year not in {None, period.year}:
        return None if given is None else given.of(period), target_year
    every = [] if given is None else [(said, given)]
    if len(units_of(folders)) == 1:
        every += [(_placed(folder, folder.targets.label, folders), folder.targets) for folder in folders]
    year = Year(year=period.year)
    for when in (period, year) if target_year is None else (year,):
        own = _agreed([(source, targets.of(when)) for source, targets in every], when)
        if own:
            return own, when.year if when == year else None
    return None if given is None else {}, target_year


def _agreed(stated: Iterable[tuple[str, Mapping[str, Target]]], period: Period) -> dict[str, Target]:
    """Return the one own target of each code; refuse two that differ."""
    own: dict[str, tuple[str, Target]] = {}
    for source, targets in stated:
        for code, target in targets.items():
            first = own.setdefault(code, (source, target))
            if first[1] != target:
                values = _listed((name, _written(own)) for name, own in (first, (source, target)))
                raise refusal(say.OTHER_TARGETS, period=f"{code} {period}", values=values)
    return {code: target for code, (_, target) in own.items()}


def _listed(values: Iterable[tuple[str, Text | None]]) -> Text:
    """List what each source says."""
    unset = Text(id="tidak disebut", en="not said")
    return Text.joined(((value or unset).about(source) for source, value in values), "; ")


def _written(value: Target | None) -> Text | None:
    return None if value is None else target_text(value)


def _source(folder: Folder) -> str:
    return folder.named(folder.unit.label) if folder.unit.file else folder.name


def units_of(folders: Sequence[Folder]) -> tuple[str, ...]:
    """Return the titles of the units, each once, as a headline names them."""
    return tuple(dict.fromkeys(unit.title for unit in unit_of_each(folders)))


def unit_of_each(folders: Sequence[Folder]) -> list[WorkUnit]:
    """Return the unit of each folder; folders of one satker or of one name are one unit's, which has its code."""
    units = sorted((folder.unit for folder in folders), key=lambda unit: bool(unit.satker))  # what has a code wins
    codes = {plain_heading(unit.name): unit.satker for unit in units}

    def key(unit: WorkUnit) -> str:
        name = plain_heading(unit.name)
        return unit.satker or codes[name] or name

    known = {key(unit): unit for unit in units}
    return [known[key(folder.unit)] for folder in folders]


def unread_columns(file: str, columns: Sequence[str]) -> Text:
    """Say which columns of a file were not read, by their headings."""
    listed = ", ".join(columns)
    return Text(
        id=f"Kolom yang tidak dibaca di {file}: {listed}.", en=f"Columns that were not read in {file}: {listed}."
    )


def assumptions(  # noqa: PLR0913 - what a scorecard rests on
    folders: Sequence[Folder],
    catalogue: Catalogue,
    period: Period,
    *,
    cap: bool,
    targets: Collection[str],
    target_year: int | None = None,
) -> Iterator[Text]:
    """Say what was taken for granted where no folder and no option says it, and what was not read of what they say.

    The catalogue has the units' settings; `cap` says whether there is one, `targets` which codes have their own.
    """
    several = len(units_of(folders)) > 1
    decreed = [code for code, entry in catalogue.items() if not (several and entry.grows_with_units)]
    of_targets = _targets_taken(catalogue, decreed, period, targets, target_year)
    taken = [*_taken(folders, catalogue, of_targets, cap=cap)]
    if taken:
        listed = Text.joined(taken, "; ")
        yield Text(id=f"Dipakai: {listed.id}.", en=f"Used: {listed.en}.")
    is_one = len(folders) == 1  # its name goes without saying
    for folder in folders:
        if folder.unread:
            place = "" if is_one else Text(id=f" di {folder.name}", en=f" in {folder.name}")
            yield say.UNREAD.text(place=place, names=few(folder.unread, NAMED))
        yield from (note if is_one else note.about(f"{folder.name}/") for note in folder.notes)
        for file, unread in ((folder.unit.label, folder.unit.unread), (folder.targets.label, folder.targets.unread)):
            if unread:
                yield unread_columns(_placed(folder, file, folders), unread)
    if target_year in {None, period.year}:
        yield from _of_other_periods([] if targets else folders, period)
    elif not several:
        yield from _of_another_year(folders, target_year)
    passed_over = [_placed(folder, folder.targets.label, folders) for folder in folders if _promised(folder, period)]
    if several and passed_over:
        files = ", ".join(passed_over)
        yield Text(
            id=f"Target tiap unit tidak dipakai untuk gabungan: {files}.",
            en=f"The targets of each unit are not used for all of them together: {files}.",
        )


def made_for_others(folders: Sequence[Folder], period: Period) -> Iterator[Text]:
    """Say which forms were made for other periods than the one asked for: what is in them may all lie outside it."""
    for folder in folders:
        given = (one for own in folder.given.values() for one in own)
        forms = {one.file: one.made_for for one in given if one.made_for is not None}
        others = {file: when for file, when in forms.items() if when.end < period.start or period.end < when.start}
        if others:
            every = Text(id="di folder ini", en="in this folder")
            if len(folders) > 1:
                every = Text(id=f"di {folder.name}", en=f"in {folder.name}")
            some = few([_placed(folder, file, folders) for file in others], NAMED)
            which = every if len(others) == len(forms) and not folder.is_file else some
            made = dict.fromkeys(map(str, others.values()))
            yield say.MADE_FOR.text(which=which, made=list(made), period=period)


def _placed(folder: Folder, file: str, folders: Sequence[Folder]) -> str:
    """Name a file; behind its folder where there are several."""
    return folder.named(file) if len(folders) > 1 else file


def _promised(folder: Folder, period: Period) -> Mapping[str, Target]:
    """Return the own targets of a period, or of its year where a quarter has none."""
    return folder.targets.of(period) or folder.targets.of(Year(year=period.year))


def _of_other_periods(folders: Sequence[Folder], period: Period) -> Iterator[Text]:
    """Say which own targets hold for other periods alone: another year's form, or a quarter's target beside a year."""
    for folder in folders:
        others = ", ".join(other for other, own in folder.targets.by_period.items() if own)
        if others and not _promised(folder, period):
            file = _placed(folder, folder.targets.label, folders)
            yield Text(
                id=f"Tidak ada target untuk {period} di {file} (ada untuk {others}); dipakai target keputusan.",
                en=f"No target for {period} in {file} (there are some for {others}); the decree's are used.",
            )


def _of_another_year(folders: Sequence[Folder], target_year: int | None) -> Iterator[Text]:
    """Say which own targets were not used because those of another year than the period's were asked for."""
    for folder in folders:
        if any(folder.targets.by_period.values()):
            file = _placed(folder, folder.targets.label, folders)
            yield Text(
                id=f"Target di {file} tidak dipakai, karena yang diminta target {target_year}.",
                en=f"The targets in {file} are not used, because those of {target_year} were asked for.",
            )


def _targets_taken(
    catalogue: Catalogue, decreed: Iterable[str], period: Period, targets: Collection[str], target_year: int | None
) -> Iterator[Text]:
    """Say which own targets of the year are taken for a quarter, and which targets are the decree's of the year."""
    is_part = not isinstance(period, Year)
    if (is_part and target_year is None and targets) or target_year not in {None, period.year}:
        return
    if is_part and targets:
        own = ", ".join(targets)
        yield Text(
            id=f"target sendiri tahun {period.year} ({own})",
            en=f"the own targets of {period.year} ({own})",
        )
    taken = [code for code in decreed if code not in targets and _is_decreed(catalogue[code], period)]
    if taken:
        of = "" if len(taken) == len(catalogue) else f" ({', '.join(taken)})"
        yield Text(id=f"target keputusan{of}", en=f"the decree's targets{of}")


def _is_decreed(entry: Entry, period: Period) -> bool:
    return target_at(entry.targets_taken, entry.target_period(period, period.year)) is not None


def _taken(folders: Sequence[Folder], catalogue: Catalogue, of_targets: Iterable[Text], *, cap: bool) -> Iterator[Text]:
    nameless = [one for one in folders if not one.unit.file and one.unit.name == one.name]
    for is_file, kind in ((False, Text(id="folder", en="folder")), (True, Text(id="berkas", en="file"))):
        own = [one.name for one in nameless if one.is_file == is_file]
        if own:
            names = f" ({', '.join(own)})" if len(folders) > 1 else ""
            yield Text(id=f"nama {kind.id} sebagai nama unit{names}", en=f"the {kind.en}'s name as the unit's{names}")
    yield from of_targets
    if not cap:
        yield Text(id="capaian tidak dibatasi", en="achievements without a cap")
    for entry in catalogue.values():
        unset = [one.label for one in _settings_of(entry) if one.default is None]
        if unset and any(_has_records(folder, entry.code) for folder in folders):
            named = Text.joined(unset)
            every = Text(id=f"semua baris ({named.id} tidak ditentukan)", en=f"every row ({named.en} not given)")
            yield every.about(entry.code)


def _settings_of(entry: Entry) -> list[Setting]:
    return [] if entry.measured_by is None else [*settings_of(entry.measured_by).values()]
