"""A row of a scorecard read again: its figures must follow from its own actual.

This module imports cattrs, so it is itself imported on first use.
"""

from __future__ import annotations

import contextlib
import copy
import functools
from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import attrs

from kinerja._base import FrozenMap, KinerjaError, Problem, Reason, ScorecardError, exact_text
from kinerja._base.reading import Reader
from kinerja.decrees import entry_assuming
from kinerja.decrees.conversion import plain_converter
from kinerja.measurement import Measurement
from kinerja.scorecards import messages as say
from kinerja.scorecards.row import PlainScore, WrittenAlternative

if TYPE_CHECKING:
    from kinerja.decrees import Entry, OtherFigure
    from kinerja.scorecards.score import Basis, Score, Value


def load_score(data: dict[str, Any], entry: Entry, basis: Basis) -> Score:
    """Read a row from plain data; see `Score.from_dict`."""
    path, reader = f"score[{entry.code}]", Reader(plain_converter())
    written = reader.read(path, copy.deepcopy(data), PlainScore)
    if written is None:
        raise ScorecardError.of(reader.problems)
    if written.code != entry.code:
        raise ScorecardError.of([say.FIGURE_DIFFERS.problem(f"{path}.code", stated=written.code, own=entry.code)])
    problems: list[Problem] = []
    with noting(problems, path):
        score = row_again(entry, written, basis, path, problems)
    if problems:
        raise ScorecardError.of(problems)
    return score


def row_again(entry: Entry, written: PlainScore, basis: Basis, path: str, problems: list[Problem]) -> Score:
    """Score an actual again, and note where the row's own figures differ."""
    set_by_unit = written.settings.over(entry, problems)
    set_by_unit = entry_assuming(set_by_unit, written.assumed, f"{path}.assumed", problems)
    is_own = written.target_is_own or set_by_unit.target_period(basis.period, basis.target_year) is None
    own = written.target if is_own else None
    score = basis.score(set_by_unit, _value(set_by_unit, written), own, written.remark)
    one_rule = written.rules is None and written.quantities is not None  # before files said which
    score = attrs.evolve(score, alternatives=_alternatives(basis, score, written))
    problems.extend(_differences(path, written, PlainScore.of(score)))
    return attrs.evolve(score, notes=written.notes, rules=1 if one_rule else written.rules)


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
def noting(problems: list[Problem], path: str) -> Iterator[None]:
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


_FIGURES = ("target", "actual", "uncapped", "achievement", "reason", "quantities", "met", "rating")


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
