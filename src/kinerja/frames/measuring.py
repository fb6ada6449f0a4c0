"""An indicator measured on a frame, group by group."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from kinerja._base import QuantityError, Text
from kinerja.frames.counting import totals
from kinerja.frames.figures import ACTUAL, REASON, figures
from kinerja.frames.native import open_frame
from kinerja.frames.parts import measure_parts
from kinerja.frames.placing import check_by
from kinerja.frames.plan import make_plan
from kinerja.measurement import Indicator
from kinerja.records import as_period

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kinerja.records import Period

__all__ = ["measure", "period_of", "result_names"]


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
    when = period_of(indicator, period)
    keys = check_by(by, result_names(indicator))
    refuses = _refuses(duplicates)
    opened = open_frame(frame)
    plan = make_plan(indicator, opened, when, by=keys, columns=columns, check_duplicates=refuses)
    if opened.is_dask:
        return measure_parts(plan, opened)
    result = figures(plan, totals(plan, opened.take(plan.read)))
    return opened.close(result.sort(*keys, nulls_last=True) if keys and opened.is_eager else result)


def period_of(indicator: Indicator[Any], period: int | str | Period) -> Period:
    """Return the period as a value, which the indicator can be measured in.

    Raises:
        QuantityError: for what is no indicator.
        PeriodError: for what is no period, and one that the indicator cannot be asked of.
    """
    if not isinstance(indicator, Indicator):
        raise QuantityError(
            Text(
                id=f"{indicator!r} bukan indikator; berikan misalnya P3DNRatio().",
                en=f"{indicator!r} is not an indicator; pass one such as P3DNRatio().",
            ),
            indicator="measure",
            value=indicator,
        )
    when = as_period(period)
    indicator.check_period(when)
    return when


def result_names(indicator: Indicator[Any]) -> list[str]:
    """Return the columns that a result has beside those of `by`."""
    return [*(variable.name for variable in indicator.variables), ACTUAL, REASON]


def _refuses(duplicates: str) -> bool:
    if duplicates not in ("refuse", "trust"):
        raise QuantityError(
            Text(
                id=f"duplicates={duplicates!r} tidak dikenal; pilih 'refuse' atau 'trust'.",
                en=f"duplicates={duplicates!r} is not known; choose 'refuse' or 'trust'.",
            ),
            indicator="measure",
            value=duplicates,
        )
    return duplicates == "refuse"
