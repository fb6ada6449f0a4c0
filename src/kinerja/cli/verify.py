"""`kinerja verify`: a trace worked out again; `compare`: scorecards, or two traces, side by side."""

from __future__ import annotations

import codecs
import functools
import json
from collections.abc import Callable
from pathlib import Path  # noqa: TC003 - typer reads annotations when it runs
from typing import Annotated, TypeVar

import typer

from kinerja._base import FrozenMap, KinerjaError, Language, ScorecardError, TraceError
from kinerja._base.messages import UNREADABLE
from kinerja.catalogues import installed_indicators
from kinerja.cli import messages as say
from kinerja.cli import options
from kinerja.cli.catalogues import given_catalogues
from kinerja.readers.evidence_again import against_evidence
from kinerja.scorecards import Scorecard
from kinerja.scorecards.comparison import compare
from kinerja.trace import Answer, Unchecked, compare_traces, verdict_lines, verify_trace
from kinerja.writers import wrapped

T = TypeVar("T")

_EXIT = {Answer.HOLDS: 0, Answer.DIFFERS: 1, Answer.OTHER_RULES: 3}
"""2 is for what cannot be read."""


def compare_command(
    files: Annotated[list[Path], typer.Argument()],
    form: options.FormatOption = None,
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
            comparison = compare(*(_loaded(file, ScorecardError, load) for file in files))
            out.write(lambda: comparison.document(language), comparison.to_json)
        elif traces != [True, True]:
            raise say.MIXED.error(indicator="compare", value=[str(file) for file in files])
        else:
            names = (str(files[0]), str(files[1]))
            moved = compare_traces(texts[0], texts[1], installed_indicators(), names=names)
            out.write(lambda: moved.document(language), moved.to_json)


def _loaded(file: Path, refusal: type[TraceError | ScorecardError], load: Callable[[str], T]) -> T:
    """Return what the text of a JSON file holds; what is refused of it is told by the file's name."""
    text = read_text(file, refusal)
    try:
        return load(text)
    except KinerjaError as error:
        error.text = error.text.about(str(file))
        raise


def read_text(file: Path, refusal: type[TraceError | ScorecardError]) -> str:
    """Return the text of a JSON file, UTF-8, or UTF-16 as PowerShell's `>` writes it."""
    try:
        content = file.read_bytes()
        utf_16 = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
        return content.decode("utf-16" if utf_16 else "utf-8-sig")
    except (OSError, ValueError) as error:  # ValueError: other bytes than those
        raise refusal.of([UNREADABLE.problem(str(file), error=error)]) from None


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
        verification = _loaded(trace_file, TraceError, verify)
        if evidence:
            verification = against_evidence(verification, evidence, catalogues, language)
        out.say(wrapped("\n".join(verdict_lines(verification, language, _ADVICE)), out.width))
    if not verification.holds:
        raise typer.Exit(_EXIT[verification.answer])


_ADVICE = FrozenMap({Unchecked.CLAUSE: say.GIVE_CATALOGUE.text(), Unchecked.EVIDENCE: say.GIVE_EVIDENCE.text()})
