"""The rows that count in no quantity, and why."""

from __future__ import annotations

import functools
import operator
from typing import TYPE_CHECKING, Any

import narwhals.stable.v2 as nw

from kinerja.frames.added_columns import extend, refuse_taken
from kinerja.frames.counting_rule import run_rule
from kinerja.frames.expressions import condition
from kinerja.frames.frame_kinds import open_frame
from kinerja.frames.question import Question

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kinerja.measurement import Indicator
    from kinerja.records import Period, Tally

_NEAREST_MISS = "nearest_miss"


def left_out(
    indicator: Indicator[Any], frame: Any, *, period: int | str | Period, columns: Mapping[str, str] | None = None
) -> Any:
    """Return the rows that count in no quantity, all their columns, and `nearest_miss` beside them.

    That column holds the failed conditions, in Indonesian and separated by "; ", of the quantity that the row came
    closest to, as `kinerja.measurement.Evidence.nearest_miss` has them for a record.

    The arguments are those of `measure`.

    Raises:
        ColumnsError: for missing columns and columns of a wrong type, and for a frame that has a `nearest_miss`.
        PeriodError, FrameError: as `measure`.

    >>> import polars as pl
    >>> from kinerja import P3DNRatio, frames
    >>> lines = pl.DataFrame({"tahun": [2023, 2022], "akun": ["521211", "511111"], "pagu": [5, 5], "realisasi": [1, 1]})
    >>> frames.left_out(P3DNRatio(), lines, period=2023)["nearest_miss"].to_list()
    ['tahun anggaran; akun P3DN']
    """
    question = Question.of(indicator, period=period, columns=columns)
    opened = open_frame(frame)
    refuse_taken([_NEAREST_MISS], list(opened.schema))
    record, tallies = run_rule(question, opened)
    record.check()
    added = {_NEAREST_MISS: _nearest_miss(tallies)}
    return extend(opened, record.read, added, wanted=record.wanted, where=_NEAREST_MISS)


def _nearest_miss(tallies: list[Tally]) -> nw.Expr:
    """Return the failed conditions of the tally with the fewest; unknown where one has none."""
    failures = [_failures(tally) for tally in tallies]
    counts = [count for count, _ in failures]
    least = nw.min_horizontal(*counts) if len(counts) > 1 else counts[0]  # Spark takes no least of one
    nearest = nw.lit(None, dtype=nw.String)
    for count, names in reversed(failures):
        nearest = nw.when(count == least).then(names).otherwise(nearest)
    return nw.when(least > 0).then(nearest)


def _failures(tally: Tally) -> tuple[nw.Expr, nw.Expr]:
    """Return how many conditions fail, and their names."""
    zero, one, none = nw.lit(0, dtype=nw.Int64), nw.lit(1, dtype=nw.Int64), nw.lit(None, dtype=nw.String)
    conditions = [(name, condition(holds)) for name, holds in tally.conditions.items()]
    count = functools.reduce(operator.add, [nw.when(holds).then(zero).otherwise(one) for _, holds in conditions], zero)
    names = [nw.when(holds).then(none).otherwise(nw.lit(name)) for name, holds in conditions]
    return count, nw.concat_str(*names, none, separator="; ", ignore_nulls=True)
