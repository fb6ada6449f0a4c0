"""A row of a scorecard as plain data.

This module imports cattrs, so it is itself imported on first use.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

import attrs

from kinerja._base import FrozenMap, Text
from kinerja.decrees import WrittenSettings
from kinerja.decrees.conversion import plain_converter

if TYPE_CHECKING:
    from kinerja.scorecards.score import Score


_OTHERWISE = {"code", "reason", "settings", "assumed"}


@attrs.frozen(kw_only=True)
class PlainScore:
    """A score as JSON holds it; its notes are kept as they were written."""

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
    target_is_own: bool = False
    decree_target: Fraction | None = None
    entries: FrozenMap[str, int] | None = None
    rules: int | None = None
    settings: WrittenSettings = attrs.field(factory=WrittenSettings)
    target_is_assumed: bool = False
    assumed: FrozenMap[int, Fraction] = attrs.field(factory=FrozenMap)

    @classmethod
    def of(cls, score: Score) -> PlainScore:
        """Return what is written of a row."""
        names = [field.name for field in attrs.fields(cls) if field.name not in _OTHERWISE]
        return cls(
            code=score.entry.code,
            reason=None if score.reason is None else score.reason.name,
            settings=WrittenSettings.of(score.entry),
            assumed=score.entry.assumed,
            **{name: getattr(score, name) for name in names},
        )


def plain_score(score: Score) -> dict[str, Any]:
    """Return a row as plain data; see `Score.to_dict`."""
    plain: dict[str, Any] = plain_converter().unstructure(PlainScore.of(score))
    return plain
