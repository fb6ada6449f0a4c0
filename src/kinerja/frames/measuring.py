"""An indicator measured on a frame, group by group."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any, Literal

from kinerja.frames.arrow import each_partition, in_arrow, one_partition, picked, typed_reader
from kinerja.frames.counting_rule import make_plan
from kinerja.frames.frame_kinds import open_frame
from kinerja.frames.question import Question
from kinerja.frames.sums import add_identities, counted_rows, double_counts, figures, group_sums, identities, totals

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kinerja.frames.counting_rule import Plan
    from kinerja.frames.frame_kinds import Opened
    from kinerja.measurement import Indicator
    from kinerja.records import Period


def measure(  # noqa: PLR0913 - four of them are by name and seldom given
    indicator: Indicator[Any],
    frame: Any,
    *,
    period: int | str | Period,
    by: Sequence[str] = (),
    columns: Mapping[str, str] | None = None,
    duplicates: Literal["refuse", "trust"] = "refuse",
) -> Any:
    """Return one row for each group: the columns of `by`, each quantity, `actual` and `reason`.

    The indicator's own counting rule and formula run on the frame's columns. Sums of rupiah are exact (int64, or
    Decimal where the column is one); `actual` and sums of percentages are float64. Where there is no actual it is
    null, and `reason` says why in Indonesian: `kinerja.Reason.UNDEFINED_ACTUAL`, with the quantities beside it; or a
    `Refusal`, where `measure_records` would raise, and then the quantities are null too.

    Groups of which nothing counts have quantities of 0. Null is a group of its own. Without `by` there is one row,
    also of an empty frame. Eager results are sorted by `by`; lazy ones stay lazy and come in any order.

    Args:
        indicator: any that is measured from records.
        frame: a frame of pandas, polars (eager or lazy), pyarrow, DuckDB (a relation), Dask or PySpark. Its columns
            are found by the names of the record's fields, or by their headings as forms print them. Those that the
            rule reads and, unless duplicates are trusted, those of the identity must be there. Dates must be dates,
            or timestamps without a time zone, of which the day is taken.
        period: a year, a Quarter or its text; see `kinerja.records.as_period`.
        by: columns to group by, or fields, which stand for the column that holds them.
        columns: field -> column, where they are called otherwise.
        duplicates: "refuse" gives a group in which a record counts twice in one quantity a reason and no figure;
            "trust" does not look, nor for blank identities.

    Returns:
        A frame of the caller's kind. pandas and Dask results are in Arrow's types, which have a null for every type.

    Raises:
        ColumnsError: for missing columns, columns of a type that does not mean what it says, such as text for dates,
            and names of `by` that the result needs itself.
        PeriodError: as `measure_records`.
        QuantityError: for another word than "refuse" or "trust", and an indicator without a counting rule.
        FrameError: for what is no frame of these kinds.

    >>> import polars as pl
    >>> from kinerja import P3DNRatio, frames
    >>> lines = pl.DataFrame(
    ...     {
    ...         "satker": ["417912", "417912", "417913"],
    ...         "kode": ["A", "B", "A"],
    ...         "tahun": [2023, 2023, 2023],
    ...         "akun": ["521211", "522141", "511111"],
    ...         "pagu": [80_000, 20_000, 90_000],
    ...         "realisasi": [30_000, 15_000, 90_000],
    ...     }
    ... )
    >>> for row in frames.measure(P3DNRatio(), lines, period=2023, by=["unit"]).rows():
    ...     print(row)
    ('417912', 45000, 100000, 45.0, None)
    ('417913', 0, 0, None, 'Realisasi tidak terdefinisi: pembaginya nol atau di bawah nol.')
    """
    question = Question.of(indicator, period=period, by=by, columns=columns, duplicates=duplicates)
    opened = open_frame(frame)
    plan = make_plan(question, opened)
    if opened.is_dask:
        return _measure_partitions(plan, opened)
    result = figures(plan, totals(plan, opened.take(plan.read)))
    return opened.close(result.sort(*plan.by, nulls_last=True) if plan.by and opened.is_eager else result)


def _measure_partitions(plan: Plan, opened: Opened) -> Any:
    """Return the figures of a Dask frame: each partition is counted by itself, and their sums are added."""
    needed, reader = picked(opened.native, plan.read), typed_reader(opened.schema, plan.read, plan.wanted)
    pieces = [each_partition(needed, in_arrow(functools.partial(group_sums, plan), reader))]
    if plan.identity is not None:
        held = each_partition(needed, in_arrow(functools.partial(_identities, plan), reader))
        # Those of one identity come into one partition: the same record may stand in several.
        together = held.shuffle(on=[*plan.keys, *plan.identity])
        pieces.append(each_partition(together, in_arrow(functools.partial(_double_counts, plan))))
    return each_partition(one_partition(*pieces), in_arrow(functools.partial(figures, plan)))


def _identities(plan: Plan, partition: Any) -> Any:
    return identities(plan, counted_rows(plan, partition))


def _double_counts(plan: Plan, held: Any) -> Any:
    return double_counts(plan, add_identities(plan, held))
