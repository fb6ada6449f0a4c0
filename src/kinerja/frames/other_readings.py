"""What a frame gives under each other reading of a clause."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal

import attrs

from kinerja._base import KinerjaError, Text
from kinerja.decrees import Alternative, Entry, Reading
from kinerja.frames.measuring import measure

if TYPE_CHECKING:
    from kinerja.records import Period


@attrs.frozen(kw_only=True)
class OtherFrame:
    """What a frame gives under an answer that was not taken.

    Fields:
        reading, answer: the question, and the answer.
        measured: as `measure` returns it; None where it cannot be had.
        lacks: why there is none; None where there is one.
    """

    reading: Reading
    answer: Alternative
    measured: Any = None
    lacks: Text | None = None


def alternatives(  # noqa: PLR0913 - as measure
    entry: Entry,
    frame: Any,
    *,
    period: int | str | Period,
    by: Sequence[str] = (),
    columns: Mapping[str, str] | None = None,
    duplicates: Literal["refuse", "trust"] = "refuse",
) -> tuple[OtherFrame, ...]:
    """Return what a frame gives under each answer that was not taken (kemungkinan lain), as `Entry.alternatives` does.

    The arguments are those of `measure`. Where a rule cannot be run on columns, as where the parts of a thing are
    averaged before they are added, or the frame has no column for it, the answer says so in place of a frame.

    Raises:
        FrameError: for what is no frame.

    >>> import polars as pl
    >>> from kinerja import BSPJI_PEKANBARU_2021_2024 as catalogue, frames
    >>> lines = pl.DataFrame({"unit": "A", "reference": "1", "year": 2023, "account": "521211"})
    >>> lines = lines.with_columns(ceiling=100, realised=60, domestic=45)
    >>> others = frames.alternatives(catalogue["SK3/4"], lines, period=2023)
    >>> {one.answer.word: one.measured["actual"][0] for one in others if one.measured is not None}
    {'as_printed': 0.6, 'domestic_over_ceiling': 45.0, 'domestic_share': 75.0, 'without_covid': 60.0}
    """
    asked = {"period": period, "by": by, "columns": columns, "duplicates": duplicates}
    return tuple(_under(entry, reading, answer, frame, asked) for reading, answer in entry.not_taken)


def _under(entry: Entry, reading: Reading, answer: Alternative, frame: Any, asked: Mapping[str, Any]) -> OtherFrame:
    try:
        indicator = entry.measured_under(reading, answer)
        if indicator is None:
            return OtherFrame(reading=reading, answer=answer, lacks=entry.why_not(reading, answer))
        return OtherFrame(reading=reading, answer=answer, measured=measure(indicator, frame, **asked))
    except KinerjaError as error:
        return OtherFrame(reading=reading, answer=answer, lacks=error.text)
