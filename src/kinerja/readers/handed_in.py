"""What was handed in, and what is asked of it: folders of evidence, workbooks of it, or a table of realisations."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Mapping, Sequence
from fractions import Fraction
from pathlib import Path

import attrs

from kinerja._base import KinerjaError, Language, RecordsError, Text
from kinerja.catalogue import Catalogue
from kinerja.decrees import Scoring
from kinerja.measurement import Target
from kinerja.readers import messages as say
from kinerja.readers.folders.agreed import (
    agreed_cap,
    agreed_targets,
    assumptions,
    made_for_others,
    units_of,
    with_unit_settings,
)
from kinerja.readers.folders.folder import Folder, look_into
from kinerja.readers.folders.recognise import holds_evidence
from kinerja.readers.folders.remarks import remarks_on, unread_of
from kinerja.readers.folders.together import measure_folders, source_of, sources_of, under_one_name, wrong_beside
from kinerja.readers.tables.actuals import read_actuals
from kinerja.readers.tables.unit_file import OwnTargets, read_targets_of
from kinerja.records import as_period
from kinerja.scorecards import Scorecard, Value
from kinerja.trace import Source, Trace, explain, make_trace
from kinerja.writers import Document, Section


@attrs.frozen(kw_only=True)
class HandedIn:
    """What the files give.

    Fields:
        catalogue: with the settings of the unit.
        values, remarks: code -> value, and what is noted about it.
        sources: answers for a code with the files that it comes from; they are read once more for their SHA-256.
        targets: code -> own target; None where there is none.
        target_year: the year whose targets are taken; None for the period's own.
        scoring: with the cap.
        units: whose figures they are.
        notes: what was assumed.
        doubts: the first of the notes: which forms were made for other periods.
        unread: what of a table was not read.
    """

    catalogue: Catalogue
    period: str
    values: Mapping[str, Value]
    remarks: Mapping[str, str]
    sources: Callable[[str], tuple[Source, ...]]
    targets: Mapping[str, Target] | None
    target_year: int | None
    scoring: Scoring
    units: tuple[str, ...] = ()
    notes: tuple[Text, ...] = ()
    doubts: tuple[Text, ...] = ()
    unread: tuple[Text, ...] = ()

    def scorecard(self, *, alternatives: bool = False) -> Scorecard:
        """Return the scorecard of it all; raises as `Catalogue.scorecard`."""
        return self.catalogue.scorecard(
            self.period,
            self.values,
            scoring=self.scoring,
            remarks=self.remarks,
            targets=self.targets,
            target_year=self.target_year,
            units=self.units,
            notes=self.notes,
            alternatives=alternatives,
        )

    def trace(self, code: str) -> Trace:
        """Return the path of one figure; raises as `make_trace`."""
        return make_trace(
            self.catalogue,
            code,
            self.period,
            self.values.get(code),
            scoring=self.scoring,
            remark=self.remarks.get(code, ""),
            sources=self.sources(code),
            targets=self.targets,
            target_year=self.target_year,
            units=self.units,
        )


def explained(trace: Trace, notes: Iterable[Text], language: Language) -> Document:
    """Return the path of a figure, and below it what a scorecard says below its table: what was assumed, and so on."""
    page = explain(trace, language)
    heading = Text(id="Yang dianggap dan yang tidak dibaca", en="What was assumed and what was not read")
    return attrs.evolve(page, sections=[*page.sections, Section(heading=heading, lines=notes)])


@attrs.frozen(kw_only=True)
class Asked:
    """What is asked for, beside the files.

    Fields:
        targets: the table of own targets.
        target_year: the year whose targets are taken in place of the period's.
        scoring: the agency's own rules; the cap may stand in `unit.xlsx` too.
        other_unit: whether another unit's records are taken.
        folder_name: what the one folder was called, where it is called otherwise now.
        progress: see `read_folder`.
        by: how the cap and the table of targets were asked for, as a refusal names it.
    """

    period: str
    language: Language
    targets: Path | None = None
    target_year: int | None = None
    scoring: Scoring = attrs.field(factory=Scoring)
    other_unit: bool = False
    folder_name: str = ""
    progress: Callable[[Fraction, int, str], object] = lambda *_: None
    by: tuple[str, str] = ("--cap", "--targets")


def read_values(paths: Sequence[Path], catalogue: Catalogue, asked: Asked) -> HandedIn:
    """Return what a scorecard is made of: from one table of realisations, or from folders; and from one of targets."""
    when = as_period(asked.target_year or asked.period)
    own = None if asked.targets is None else read_targets_of(asked.targets, catalogue, when)
    given = _read(paths, catalogue, asked, own)
    if asked.targets is None or own is None or asked.targets in paths:
        return given
    targets, read, promised = asked.targets, given.sources, frozenset().union(*own.by_period.values())
    return attrs.evolve(given, sources=lambda code: (*read(code), *([source_of(targets)] if code in promised else [])))


def _read(paths: Sequence[Path], catalogue: Catalogue, asked: Asked, own: OwnTargets | None) -> HandedIn:
    files = [path for path in paths if not path.is_dir() and not (path.is_file() and holds_evidence(path, catalogue))]
    if len(paths) == 1 and files:
        actuals = read_actuals(files[0], entries=catalogue, period=asked.period)
        left_out = actuals.left_out if asked.targets != files[0] else ()
        targets, year = agreed_targets([], as_period(asked.period), own, target_year=asked.target_year)
        given = HandedIn(
            catalogue=catalogue,
            period=asked.period,
            scoring=asked.scoring,
            values=actuals.by_code(),
            remarks={row.code: row.note for row in actuals.rows},
            sources=lambda code: (source_of(files[0], rows=1),) if code in actuals.by_code() else (),
            targets=targets,
            target_year=year,
            notes=actuals.notes,
            unread=unread_of(files[0].name, left_out, actuals.above),
        )
        card = _scorecard(given)
        remarks = dict[str, str]()
        for row in actuals.rows:
            said = [] if card is None else row.against(card[row.code], files[0].name)
            remarks[row.code] = " ".join(filter(None, [*(text.read(asked.language) for text in said), row.note]))
        return attrs.evolve(given, remarks=remarks)
    if files:
        raise RecordsError.of(
            [(say.NOT_A_FOLDER if path.exists() else say.FILE_MISSING).problem(str(path)) for path in files]
        )
    name = asked.folder_name if len(paths) == 1 else ""
    looked = [
        look_into(path, catalogue, other_unit=asked.other_unit, name=name, progress=asked.progress) for path in paths
    ]
    folders = [folder for folder, _, _ in looked]
    problems = [problem for _, wrong, _ in looked for problem in wrong]
    if problems:
        go_together = all(together for _, _, together in looked)
        also = wrong_beside(folders, catalogue, as_period(asked.period)) if go_together else []
        raise RecordsError.of([*problems, *also])
    return _of_folders(folders, catalogue, asked, own)


def _of_folders(folders: Sequence[Folder], catalogue: Catalogue, asked: Asked, table: OwnTargets | None) -> HandedIn:
    scoring, when = asked.scoring, as_period(asked.period)
    cap = agreed_cap(folders, scoring.cap, scoring.sources.get("cap", asked.by[0]))
    folders = under_one_name(folders)
    own = with_unit_settings(folders, catalogue)
    targets, year = agreed_targets(folders, when, table, target_year=asked.target_year, said=asked.by[1])
    values = measure_folders(folders, own, when)
    doubts = tuple(made_for_others(folders, when))
    assumed = assumptions(folders, own, when, cap=cap is not None, targets=targets or {}, target_year=year)
    given = HandedIn(
        catalogue=own,
        period=asked.period,
        values=values,
        remarks={},
        sources=functools.partial(sources_of, folders),
        targets=targets,
        target_year=year,
        scoring=attrs.evolve(scoring, cap=cap),
        units=units_of(folders),
        notes=(*doubts, *assumed),
        doubts=doubts,
    )
    remarks = remarks_on(folders, own, when, values, _scorecard(given))
    return attrs.evolve(given, remarks={code: said.read(asked.language) for code, said in remarks.items()})


def _scorecard(given: HandedIn) -> Scorecard | None:
    """Return the scorecard without its remarks; None where there is none, which is told when it is made."""
    try:
        return given.scorecard()
    except KinerjaError:
        return None
