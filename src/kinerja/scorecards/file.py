"""Scorecards as plain data, without loss, and read back only if every figure follows from its own actual.

This module imports cattrs, so it is itself imported on first use.
"""

from __future__ import annotations

import contextlib
import functools
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import attrs

from kinerja._base import FrozenMap, KinerjaError, Problem, Reason, ScorecardError, Text, exact_text
from kinerja._base.reading import Plain, Reader, plain_data
from kinerja.decrees import entry_assuming
from kinerja.decrees.conversion import plain_converter
from kinerja.decrees.file import DecreeFile, dump_decree_file, load_decree_file
from kinerja.measurement import Indicator, Measurement, Minimise
from kinerja.records import Year
from kinerja.scorecards import messages as say
from kinerja.scorecards.row import PlainScore, WrittenAlternative
from kinerja.scorecards.score import Basis, Score, Scoring, Value

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kinerja.decrees import Entry, OtherFigure
    from kinerja.scorecards.scorecard import Scorecard

SCHEMA = "kinerja.scorecard/2"
_SCHEMA_1 = "kinerja.scorecard/1"
"""It has no counting rules by number and no settings, an own target of a quarter alone, and it gains no fields."""


@attrs.frozen(kw_only=True)
class PlainScorecard:
    """A scorecard as JSON holds it, beside the catalogue."""

    schema: str
    period: str
    target_year: int | None
    cap: Fraction | None
    scores: tuple[PlainScore, ...]
    minimise: Minimise = "reflected"
    units: tuple[str, ...] = ()
    notes: tuple[Text, ...] = ()


def plain_scorecard(card: Scorecard) -> dict[str, Any]:
    """Return a scorecard as plain data; see `Scorecard.to_dict`."""
    entries = tuple(score.entry for score in card)
    objectives = tuple(dict.fromkeys(entry.objective for entry in entries))
    plain = PlainScorecard(
        schema=SCHEMA,
        period=str(card.period),
        target_year=card.target_year,
        cap=card.scoring.cap,
        minimise=card.scoring.minimise,
        scores=tuple(PlainScore.of(score) for score in card),
        units=card.units,
        notes=card.notes,
    )
    catalogue = dump_decree_file(DecreeFile(decree=card.decree, objectives=objectives, entries=entries))
    return {**plain_converter().unstructure(plain), "catalogue": catalogue}


def load_scorecard(kind: type[Scorecard], given: Plain, indicators: Iterable[type[Indicator[Any]]]) -> Scorecard:
    """Read a scorecard of this class from JSON or plain data; see `Scorecard.from_dict`."""
    called = Text(id="rapor kinerja", en="a scorecard")
    data = plain_data(given, [SCHEMA, _SCHEMA_1], called, ScorecardError, "catalogue")
    passed_over: list[Problem] | None = None if data["schema"] == _SCHEMA_1 else []
    file = load_decree_file("catalogue", data.pop("catalogue"), indicators, passed_over)
    reader = Reader(plain_converter(), passed_over)
    plain = reader.read("scorecard", data, PlainScorecard)
    if plain is None:
        raise ScorecardError.of(reader.problems)
    notes = [say.PASSED_OVER.text(places=[one.place for one in passed_over])] if passed_over else []
    return _scored_again(kind, attrs.evolve(plain, notes=(*plain.notes, *notes)), file)


def _scored_again(kind: type[Scorecard], plain: PlainScorecard, file: DecreeFile) -> Scorecard:
    """Score every actual again; refuse the file where its own figures differ."""
    if [score.code for score in plain.scores] != [entry.code for entry in file.entries]:
        raise ScorecardError.of([say.ONE_EACH.problem("JSON")])
    problems: list[Problem] = []
    with _noting(problems, "scorecard.period"):
        period = file.decree.covered(plain.period)
    with _noting(problems, "scorecard.cap"):
        scoring = Scoring(cap=plain.cap, minimise=plain.minimise)
    if problems:
        raise ScorecardError.of(problems)
    if plain.target_year is None and isinstance(period, Year):
        raise ScorecardError.of([say.NO_TARGET_YEAR.problem("JSON")])
    basis = Basis(period=period, target_year=plain.target_year, scoring=scoring, units=plain.units)
    scores = []
    for entry, written in zip(file.entries, plain.scores, strict=True):
        path = f"scorecard.scores[{entry.code}]"
        own = written.target if written.target_is_own or plain.target_year is None else None
        with _noting(problems, path):
            set_by_unit = written.settings.over(entry, problems)
            set_by_unit = entry_assuming(set_by_unit, written.assumed, f"{path}.assumed", problems)
            score = basis.score(set_by_unit, _value(set_by_unit, written), own, written.remark)
            one_rule = written.rules is None and written.quantities is not None  # before files said which
            others = _alternatives(basis, score, written)
            score = attrs.evolve(score, alternatives=others)
            scores.append(attrs.evolve(score, notes=written.notes, rules=1 if one_rule else written.rules))
            problems.extend(_differences(path, written, PlainScore.of(score)))
    if problems:
        raise ScorecardError.of(problems)
    return kind(
        decree=file.decree,
        period=period,
        target_year=plain.target_year,
        scoring=scoring,
        scores=tuple(scores),
        units=plain.units,
        notes=plain.notes,
    )


def _alternatives(basis: Basis, score: Score, written: PlainScore) -> tuple[OtherFigure, ...]:
    """Score the figures under other readings again; those of a list that names other readings are left out."""
    achieved = functools.partial(basis.achievement, score.entry, score.target)
    not_taken = tuple(score.entry.not_taken)
    if [(reading.word, answer.word) for reading, answer in not_taken] != [
        (one.reading, one.answer) for one in written.alternatives
    ]:
        return ()
    pairs = zip(written.alternatives, not_taken, strict=True)
    return tuple(one.scored(score.entry, answer, achieved) for one, answer in pairs)


@contextlib.contextmanager
def _noting(problems: list[Problem], path: str) -> Iterator[None]:
    """Note what is refused as a problem of this place."""
    try:
        yield
    except KinerjaError as error:
        problems.append(error.problem(path))


def _value(entry: Entry, written: PlainScore) -> Value:
    """Return what was scored: the measurement where its quantities are there, else the actual, else the reason."""
    if written.quantities is not None and entry.measured_by is not None:
        return attrs.evolve(Measurement.of(entry.measured_by, written.quantities), entries=written.entries)
    if written.actual is not None:
        return written.actual
    return Reason.__members__.get(str(written.reason))


_FIGURES = ("target", "actual", "uncapped", "achievement", "reason", "quantities", "met")


def _differences(path: str, written: PlainScore, follows: PlainScore) -> Iterator[Problem]:
    yield from _unlike(
        path,
        written,
        follows,
        (*_FIGURES, *(["decree_target"] if written.target_is_own or written.target_is_assumed else [])),
    )
    if len(written.alternatives) != len(follows.alternatives):
        yield say.OTHER_READINGS.problem(f"{path}.alternatives")
    fields = [field.name for field in attrs.fields(WrittenAlternative)]
    for number, (one, other) in enumerate(zip(written.alternatives, follows.alternatives, strict=False), 1):
        yield from _unlike(f"{path}.alternatives[{number}]", one, other, fields)


def _unlike(path: str, written: object, follows: object, fields: Iterable[str]) -> Iterator[Problem]:
    for field in fields:
        stated, own = getattr(written, field), getattr(follows, field)
        if stated != own:
            yield say.FIGURE_DIFFERS.problem(f"{path}.{field}", stated=_shown(stated), own=_shown(own))


def _shown(value: object) -> str:
    if isinstance(value, FrozenMap):
        return ", ".join(f"{name} = {_shown(part)}" for name, part in value.items())
    return exact_text(value) if isinstance(value, Fraction) else str(value)
