"""Scorecards as plain data, without loss, and read back only if every figure follows from its own actual.

This module imports cattrs, so it is itself imported on first use.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import attrs

from kinerja._base import FrozenMap, Problem, ScorecardError, Text
from kinerja._base.reading import Plain, Reader, plain_data
from kinerja.decrees import Band, Scoring
from kinerja.decrees.conversion import plain_converter
from kinerja.decrees.file import DecreeFile, dump_decree_file, load_decree_file
from kinerja.measurement import Indicator, Minimise
from kinerja.records import Year
from kinerja.scorecards import messages as say
from kinerja.scorecards.again import noting, row_again
from kinerja.scorecards.row import PlainScore
from kinerja.scorecards.score import Basis

if TYPE_CHECKING:
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
    weights: FrozenMap[str, Fraction] = attrs.field(factory=FrozenMap)
    bands: tuple[Band, ...] = ()
    scoring_sources: FrozenMap[str, str] = attrs.field(factory=FrozenMap)


def plain_scorecard(card: Scorecard) -> dict[str, Any]:
    """Return a scorecard as plain data; see `Scorecard.to_dict`."""
    entries = tuple(score.entry for score in card)
    objectives = tuple(dict.fromkeys(entry.objective for entry in entries))
    plain = PlainScorecard(
        schema=SCHEMA,
        period=str(card.period),
        target_year=card.target_year,
        cap=card.scoring.cap,
        minimise=card.scoring.rule_of_less,
        scores=tuple(PlainScore.of(score) for score in card),
        units=card.units,
        notes=card.notes,
        weights=card.scoring.weights,
        bands=card.scoring.bands,
        scoring_sources=card.scoring.sources,
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
    with noting(problems, "scorecard.period"):
        period = file.decree.covered(plain.period)
    with noting(problems, "scorecard.cap"):
        capped = Scoring(cap=plain.cap, minimise=plain.minimise)
        with noting(problems, "scorecard"):
            weights, bands, sources = plain.weights, plain.bands, plain.scoring_sources
            scoring = attrs.evolve(capped, weights=weights, bands=bands, sources=sources)
            scoring.check_weights([entry.code for entry in file.entries])
    if problems:
        raise ScorecardError.of(problems)
    if plain.target_year is None and isinstance(period, Year):
        raise ScorecardError.of([say.NO_TARGET_YEAR.problem("JSON")])
    basis = Basis(period=period, target_year=plain.target_year, scoring=scoring, units=plain.units)
    scores = []
    for entry, written in zip(file.entries, plain.scores, strict=True):
        path = f"scorecard.scores[{entry.code}]"
        with noting(problems, path):
            scores.append(row_again(entry, written, basis, path, problems))
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
