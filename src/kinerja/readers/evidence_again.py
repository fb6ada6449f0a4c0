"""A trace held against its evidence, which is read and measured again."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path, PureWindowsPath

import attrs

from kinerja._base import FrozenMap, Language
from kinerja.catalogue import Catalogue
from kinerja.decrees import Entry, Scoring
from kinerja.readers import messages as say
from kinerja.readers.handed_in import Asked, HandedIn, read_values
from kinerja.trace import Trace, Unchecked, Verification, make_trace


def against_evidence(
    verification: Verification, paths: Sequence[Path], catalogues: Sequence[Catalogue], language: Language
) -> Verification:
    """Hold a trace against its evidence, by its own entry; its catalogue tells what the other files are."""
    trace = verification.trace
    entry, decree, own_year = trace.entry, trace.decree, {None, trace.period.year}
    same = (one for one in catalogues if (one.decree.number, one.decree.unit) == (decree.number, decree.unit))
    catalogue = next(same, None)
    asked = Asked(
        period=str(trace.period),
        language=language,
        target_year=None if trace.target_year in own_year else trace.target_year,
        scoring=Scoring() if catalogue is None else catalogue.scoring,
        other_unit=True,
        folder_name=_called(trace, paths),
    )

    def read(entry: Entry) -> HandedIn:
        entries = FrozenMap({**({} if catalogue is None else catalogue.entries), entry.code: entry})
        objectives = (entry.objective,) if catalogue is None else catalogue.objectives
        return read_values(paths, Catalogue(decree=decree, objectives=objectives, entries=entries), asked)

    given = read(attrs.evolve(entry, settings=FrozenMap(), settings_source=""))
    sets = bool(given.catalogue[entry.code].settings)
    if entry.settings and not sets:
        given = read(entry)
    targets, year = given.targets, trace.target_year if given.targets is None else given.target_year
    if targets is None and trace.score.target_is_own and trace.score.target is not None:
        targets = {entry.code: trace.score.target}
    elif targets is None and trace.target_year is None:
        targets = {}
    evidence = make_trace(
        given.catalogue,
        entry.code,
        trace.period,
        given.values.get(entry.code),
        scoring=trace.scoring if given.scoring.cap is None else attrs.evolve(trace.scoring, cap=given.scoring.cap),
        sources=given.sources(entry.code),
        targets=targets,
        target_year=year,
        units=given.units or trace.units,
    )
    stated = {
        Unchecked.SETTINGS: sets,
        Unchecked.TARGET: entry.code in (given.targets or {}),
        Unchecked.SCORING: given.scoring.of_one_figure == trace.scoring,
    }
    held = verification.against(evidence, [one for one, there in stated.items() if there])
    called = paths[0].stem if paths[0].is_file() else paths[0].resolve().name
    if trace.units == given.units == (asked.folder_name,) != (called,):
        remark = say.OTHER_FOLDER.problem(name=asked.folder_name, called=called)
        held = attrs.evolve(held, remarks=(*held.remarks, remark))
    return held


def _called(trace: Trace, paths: Sequence[Path]) -> str:
    """Return what the folder or the workbook of a trace was called: records that name no unit are known by it.

    Blank if unknown.
    """
    of_records = [source for source in trace.sources if source.rows is not None] or trace.sources
    files = [PureWindowsPath(source.name) for source in of_records]  # it splits paths of either kind
    names = {file.stem for file in files} if paths[0].is_file() else {file.parent.name for file in files}
    return names.pop().strip(".") if len(names) == 1 else ""
