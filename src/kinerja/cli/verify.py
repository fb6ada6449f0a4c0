"""`kinerja verify`: a trace worked out again; `compare`: scorecards, or two traces, side by side."""

from __future__ import annotations

import functools
import json
from pathlib import Path, PureWindowsPath
from typing import TYPE_CHECKING, Annotated

import attrs
import typer

from kinerja._base import FrozenMap, Language, ScorecardError, Text, TraceError, visible
from kinerja.catalogue import Catalogue
from kinerja.catalogues import installed_indicators
from kinerja.cli import messages as say
from kinerja.cli import options
from kinerja.cli.catalogues import given_catalogues
from kinerja.cli.files import Asked, HandedIn, load_text, read_text, read_values
from kinerja.scorecards import Scorecard
from kinerja.scorecards.comparison import compare
from kinerja.trace import Answer, Unchecked, Verification, compare_traces, make_trace, verify_trace
from kinerja.writers import wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kinerja.decrees import Entry
    from kinerja.trace import Trace

_EXIT = {Answer.HOLDS: 0, Answer.DIFFERS: 1, Answer.OTHER_RULES: 3}
"""2 is for what cannot be read."""


def compare_command(
    files: Annotated[list[Path], typer.Argument()],
    form: options.FormatOption = options.Format.TEXT,
    output: options.OutputOption = None,
    force: options.ForceOption = False,
    language: options.LangOption = Language.INDONESIAN,
) -> None:
    """Compare scorecards, or two traces."""
    with options.speaking(language, output, force=force, form=form) as out:
        texts = [read_text(file, ScorecardError) for file in files]
        traces = [_is_trace(text) for text in texts]
        if not any(traces):
            load = functools.partial(Scorecard.from_json, indicators=installed_indicators())
            comparison = compare(*(load_text(file, ScorecardError, load) for file in files))
            out.write(lambda: comparison.document(language), comparison.to_json)
        elif traces != [True, True]:
            raise say.MIXED.error(indicator="compare", value=[str(file) for file in files])
        else:
            names = (str(files[0]), str(files[1]))
            moved = compare_traces(texts[0], texts[1], installed_indicators(), names=names)
            out.write(lambda: moved.document(language), moved.to_json)


def _is_trace(text: str) -> bool:
    try:
        schema = json.loads(text)["schema"]
    except (ValueError, TypeError, KeyError, RecursionError):  # whatever it is, it is told where it is read
        return False
    return str(schema).startswith("kinerja.trace/")


def verify_command(
    trace_file: Annotated[Path, typer.Argument()],
    evidence: Annotated[list[Path] | None, typer.Argument()] = None,
    output: options.OutputOption = None,
    force: options.ForceOption = False,
    given: options.CatalogueOption = None,
    language: options.LangOption = Language.INDONESIAN,
) -> None:
    """Measure a trace again."""
    with options.speaking(language, output, force=force) as out:
        catalogues = given_catalogues(given, language)
        verify = functools.partial(verify_trace, indicators=installed_indicators(), catalogues=catalogues)
        verification = load_text(trace_file, TraceError, verify)
        if evidence:
            verification = _against(verification, evidence, catalogues, language)
        out.say(wrapped("\n".join(map(_on_one_line, _verdict(verification, language))), out.width))
    if not verification.holds:
        raise typer.Exit(_EXIT[verification.answer])


def _against(
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
        other_unit=True,
        folder_name=_folder_of(trace),
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
        Unchecked.SCORING: given.scoring == trace.scoring,
    }
    held = verification.against(evidence, [one for one, there in stated.items() if there])
    called = paths[0].resolve().name
    if trace.units == given.units == (asked.folder_name,) != (called,):
        remark = say.OTHER_FOLDER.problem(name=asked.folder_name, called=called)
        held = attrs.evolve(held, remarks=(*held.remarks, remark))
    return held


def _folder_of(trace: Trace) -> str:
    """Return what the folder of a trace was called: records that name no unit are known by it. Blank if unknown."""
    names = {PureWindowsPath(source.name).parent.name for source in trace.sources}  # it splits paths of either kind
    return names.pop().strip(".") if len(names) == 1 else ""


def _on_one_line(text: str) -> str:
    r"""Write what would begin a line or steer the terminal as `\n`: a forged trace could write its own verdict."""
    return visible(text).replace("\n", r"\n")


def _verdict(verification: Verification, language: Language) -> Iterator[str]:
    trace, count = verification.trace, len(verification.differences)
    answer = verification.answer.value
    if verification.answer is Answer.DIFFERS:
        answer = Text(id=f"tidak sesuai, {count} hal berbeda:", en=f"it does not hold; differences: {count}")
    yield answer.about(f"{trace.entry.code}, {trace.period}").read(language)
    for difference in verification.differences:
        yield f"- {difference.text.read(language)}"
    if verification.other_rules is not None:
        yield f"- {verification.other_rules.text.read(language)}"
    yield from _beside(verification, language)
    yield Text(
        id=f"Jejak dibuat dengan kinerja {verification.version}, diperiksa dengan kinerja {trace.version}.",
        en=f"Made by kinerja {verification.version}, verified by kinerja {trace.version}.",
    ).read(language)
    for one in verification.unchecked:
        advice = [_ADVICE[one].text()] if one in _ADVICE else []
        yield Text.joined([one.value, *advice], " ").read(language)


_ADVICE = {Unchecked.CLAUSE: say.GIVE_CATALOGUE, Unchecked.EVIDENCE: say.GIVE_EVIDENCE}


def _beside(verification: Verification, language: Language) -> Iterator[str]:
    """Say what was read of the evidence, and what is remarked on."""
    if verification.evidence is not None:
        read = [source.name for source in verification.evidence.sources]
        files = ", ".join(read) or "-"
        yield Text(id=f"Dihitung ulang dari: {files}.", en=f"Measured again from: {files}.").read(language)
    for remark in verification.remarks:
        yield Text(id="Catatan", en="Remark").read(language) + f": {remark.text.read(language)}"
