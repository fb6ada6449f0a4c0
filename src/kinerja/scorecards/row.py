"""A row of a scorecard as plain data.

This module imports cattrs, so it is itself imported on first use.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import TYPE_CHECKING, Any, TypeAlias

import attrs

from kinerja._base import FrozenMap, Percent, Reason, Text
from kinerja.decrees import OtherFigure, TargetPeriod, WrittenSettings, is_comparable
from kinerja.decrees.conversion import plain_converter
from kinerja.measurement import Target

if TYPE_CHECKING:
    from kinerja.decrees import Alternative, Entry, Reading
    from kinerja.scorecards.score import Score

    Achieved: TypeAlias = Callable[[Fraction | None], Percent | None]

_OTHERWISE = {"code", "reason", "settings", "assumed", "alternatives"}


@attrs.frozen(kw_only=True)
class WrittenAlternative:
    """A figure under another reading as JSON holds it: the words of the reading and of its answer, and what follows."""

    reading: str
    answer: str
    actual: Fraction | None
    achievement: Fraction | None
    reason: str | None
    met: bool | None
    lacks: Text | None

    @classmethod
    def of(cls, one: OtherFigure) -> WrittenAlternative:
        """Return a figure with the words of its reading."""
        return cls(
            reading=one.reading.word,
            answer=one.answer.word,
            actual=one.actual,
            achievement=one.achievement,
            reason=None if one.reason is None else one.reason.name,
            met=one.met,
            lacks=one.lacks,
        )

    def scored(self, entry: Entry, not_taken: tuple[Reading, Alternative], achieved: Achieved) -> OtherFigure:
        """Return the figure of an entry again, its achievement worked out anew."""
        reading, answer = not_taken
        indicator = entry.measured_under(reading, answer) if self.lacks is None else None
        comparable = indicator is not None and is_comparable(entry, indicator)
        return OtherFigure(
            reading=reading,
            answer=answer,
            unit=None if indicator is None else indicator.unit,
            actual=None if indicator is None else self.actual,
            reason=Reason.__members__.get(str(self.reason)),
            lacks=self.lacks,
            achievement=achieved(self.actual) if comparable else None,
        )


@attrs.frozen(kw_only=True)
class PlainScore:
    """A score as JSON holds it; its notes are kept as they were written."""

    code: str
    target: Target | None
    actual: Fraction | None
    uncapped: Fraction | None
    achievement: Fraction | None
    reason: str | None
    quantities: FrozenMap[str, Fraction] | None
    remark: str
    met: bool | None
    notes: tuple[Text, ...]
    target_is_own: bool = False
    decree_target: Target | None = None
    entries: FrozenMap[str, int] | None = None
    rules: int | None = None
    settings: WrittenSettings = attrs.field(factory=WrittenSettings)
    target_is_assumed: bool = False
    assumed: FrozenMap[TargetPeriod, Target] = attrs.field(factory=FrozenMap)
    alternatives: tuple[WrittenAlternative, ...] = ()
    rating: str | None = None

    @classmethod
    def of(cls, score: Score) -> PlainScore:
        """Return what is written of a row."""
        names = [field.name for field in attrs.fields(cls) if field.name not in _OTHERWISE]
        return cls(
            code=score.entry.code,
            reason=None if score.reason is None else score.reason.name,
            settings=WrittenSettings.of(score.entry),
            assumed=score.entry.assumed,
            alternatives=tuple(map(WrittenAlternative.of, score.alternatives)),
            **{name: getattr(score, name) for name in names},
        )


def plain_score(score: Score) -> dict[str, Any]:
    """Return a row as plain data; see `Score.to_dict`."""
    plain: dict[str, Any] = plain_converter().unstructure(PlainScore.of(score))
    return plain
