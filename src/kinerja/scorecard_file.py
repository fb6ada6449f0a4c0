"""Scorecards as JSON, without loss, and read back only if every figure follows from its own actual.

This module imports cattrs, so it is itself imported on first use.
"""

from __future__ import annotations

import json
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import attrs

from kinerja.conversion import make_converter
from kinerja.decree_file import Parts, dump_parts, load_parts
from kinerja.errors import CatalogueProblem, KinerjaError, ScorecardError
from kinerja.frozen_map import FrozenMap
from kinerja.period import Year, as_period
from kinerja.plain_reader import Reader
from kinerja.reason import Reason
from kinerja.scorecard import Score, Scorecard, keep_score
from kinerja.scoring import Scoring
from kinerja.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kinerja.decree import Entry
    from kinerja.indicator import Indicator
    from kinerja.scorecard import Value

__all__ = ["SCHEMA", "dump_scorecard", "load_scorecard"]

SCHEMA = "kinerja.scorecard/1"


@attrs.frozen(kw_only=True)
class _PlainScore:
    """A score as JSON holds it; `met` and `notes` are for other readers and follow from the rest."""

    code: str
    target: Fraction | None
    actual: Fraction | None
    uncapped: Fraction | None
    achievement: Fraction | None
    reason: str | None
    quantities: FrozenMap[str, Fraction] | None
    remark: str
    met: bool | None
    notes: tuple[Text, ...]


@attrs.frozen(kw_only=True)
class _PlainScorecard:
    """A scorecard as JSON holds it, beside the catalogue."""

    schema: str
    period: str
    cap: Fraction | None
    scores: tuple[_PlainScore, ...]


def dump_scorecard(card: Scorecard) -> str:
    """Write a scorecard as JSON."""
    entries = tuple(score.entry for score in card)
    objectives = tuple(dict.fromkeys(entry.objective for entry in entries))
    converter = make_converter({})
    plain = _PlainScorecard(
        schema=SCHEMA,
        period=str(card.period),
        cap=card.scoring.cap,
        scores=tuple(_plain(score) for score in card),
    )
    catalogue = dump_parts(Parts(decree=card.decree, objectives=objectives, entries=entries))
    return json.dumps({**converter.unstructure(plain), "catalogue": catalogue}, ensure_ascii=False, indent=2)


def _plain(score: Score) -> _PlainScore:
    return _PlainScore(
        code=score.entry.code,
        target=score.target,
        actual=score.actual,
        uncapped=None if score.uncapped is None else Fraction(score.uncapped),
        achievement=None if score.achievement is None else Fraction(score.achievement),
        reason=None if score.reason is None else score.reason.name,
        quantities=score.quantities,
        remark=score.remark,
        met=score.met,
        notes=score.notes,
    )


def load_scorecard(text: str, indicators: Iterable[type[Indicator[Any]]] = ()) -> Scorecard:
    """Read a scorecard from JSON; see `Scorecard.from_json`."""
    data = _parsed(text)
    catalogue = data.pop("catalogue")
    parts = load_parts("catalogue", catalogue, indicators)
    reader = Reader(make_converter({}))
    plain = reader.read("scorecard", data, _PlainScorecard)
    if plain is None:
        raise ScorecardError.of(reader.problems)
    card, problems = _rebuilt(plain, parts)
    if problems:
        raise ScorecardError.of(problems)
    return card


def _parsed(text: str) -> dict[str, Any]:
    try:
        data = json.loads(text)
    except ValueError as error:
        raise _unreadable(Text(id=f"bukan JSON ({error}).", en=f"is not JSON ({error}).")) from None
    if not isinstance(data, dict) or data.get("schema") != SCHEMA or not isinstance(data.get("catalogue"), dict):
        raise _unreadable(
            Text(
                id=f"bukan rapor kinerja berskema {SCHEMA}; buatlah dengan to_json().",
                en=f"is not a scorecard of schema {SCHEMA}; make one with to_json().",
            )
        )
    return data


def _unreadable(allowed: Text) -> ScorecardError:
    return ScorecardError.of([CatalogueProblem(path="JSON", allowed=allowed)])


def _rebuilt(plain: _PlainScorecard, parts: Parts) -> tuple[Scorecard, list[CatalogueProblem]]:
    """Score every actual again, and say where the file's own figures differ."""
    year, scoring = as_period(plain.period), Scoring(cap=plain.cap)
    problems: list[CatalogueProblem] = []
    if [score.code for score in plain.scores] != [entry.code for entry in parts.entries]:
        raise _unreadable(
            Text(
                id="harus memuat tepat satu baris per indikator, menurut urutan katalog.",
                en="must hold exactly one score an indicator, in the order of the catalogue.",
            )
        )
    scores = []
    for entry, written in zip(parts.entries, plain.scores, strict=True):
        path = f"scores[{entry.code}]"
        try:
            score = keep_score(entry, year.year, _value(entry, written), scoring, written.remark)
        except KinerjaError as error:
            problems.append(CatalogueProblem(path=path, allowed=error.text))
            continue
        problems.extend(_differences(path, written, _plain(score)))
        scores.append(score)
    return Scorecard(decree=parts.decree, period=Year(year=year.year), scoring=scoring, scores=tuple(scores)), problems


def _value(entry: Entry, written: _PlainScore) -> Value:
    """Return what was scored: the measurement where its quantities are there, else the actual, else the reason."""
    if written.quantities is not None and entry.indicator is not None:
        return entry.indicator.measure(**written.quantities)
    if written.actual is not None:
        return written.actual
    return Reason.__members__.get(str(written.reason))


_FIGURES = ("target", "actual", "uncapped", "achievement", "reason", "quantities")


def _differences(path: str, written: _PlainScore, follows: _PlainScore) -> Iterator[CatalogueProblem]:
    for field in _FIGURES:
        stated, own = getattr(written, field), getattr(follows, field)
        if stated != own:
            yield CatalogueProblem(
                path=f"{path}.{field}",
                allowed=Text(
                    id=f"{stated} tidak sesuai; yang mengikuti dari isinya ialah {own}.",
                    en=f"{stated} does not agree; what follows from its contents is {own}.",
                ),
            )
