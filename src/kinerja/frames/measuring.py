"""An indicator measured on a frame, group by group, and the SQL that measures it."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal

import narwhals.stable.v2 as nw

from kinerja.frames import messages as say
from kinerja.frames.arrow import each_partition, in_arrow, one_partition, picked, typed_reader
from kinerja.frames.counting_rule import Plan, Same, make_plan
from kinerja.frames.frame_kinds import F, Opened, open_frame, quoted
from kinerja.frames.question import PERIOD, REASON, Question, check_periods
from kinerja.frames.sums import add_held, counted_rows, figures, held, judged, totals

if TYPE_CHECKING:
    from kinerja.measurement import Indicator
    from kinerja.records import Period

_SOURCE = "source"


def measure(  # noqa: PLR0913 - four of them are by name and seldom given
    indicator: Indicator[Any],
    frame: F,
    *,
    period: int | str | Period | Iterable[int | str | Period],
    by: Sequence[str] = (),
    columns: Mapping[str, str] | None = None,
    duplicates: Literal["refuse", "trust"] = "refuse",
    entries: bool = False,
) -> F:
    """Return one row for each group: the columns of `by`, each quantity, `actual` and `reason`.

    The indicator's own counting rule and formula run on the frame's columns. Sums of rupiah are exact (int64, or
    Decimal where the column is one); `actual` and sums of percentages are float64. Where there is no actual it is
    null, and `reason` says why in Indonesian: `kinerja.Reason.NOT_MEASURED` or `UNDEFINED_ACTUAL`, with the quantities
    beside it; or a `Refusal`, where `measure_records` would raise, and then the quantities are null too.

    Groups of which nothing counts have quantities of 0. Where a quantity must have rows, as receipts of a year, and
    none enters it, the group is not measured. Null is a group of its own. Without `by` there is one row, also of an
    empty frame. Eager results are sorted by `by`; lazy ones stay lazy and come in any order.

    What several rows are about, as a scope with its parameters, counts once in each group: counts of groups, or of
    parts of a frame, do not add where these share it. Remarks on what is unusual, which a measurement from records
    makes, frames have not; `left_out` tells of rows.

    Args:
        indicator: any that is measured from records.
        frame: a frame of pandas, polars (eager or lazy), pyarrow, DuckDB (a relation), Dask or PySpark. Its columns
            are found by the names of the record's fields, or by their headings as forms print them. Those that the
            rule reads and, unless duplicates are trusted, those of the identity must be there, if only as nulls.
            Dates must be dates, or timestamps without a time zone, of which the day is taken.
        period: a year, a Quarter or its text; see `kinerja.records.as_period`. Of several of them the rows stand below
            each other, period by period, with a first column `period`.
        by: columns to group by, or fields, which stand for the column that holds them.
        columns: field -> column, where they are called otherwise.
        duplicates: "refuse" gives a group in which a record counts twice in one quantity a reason and no figure;
            "trust" does not look, nor for blank identities.
        entries: whether a column beside says of each quantity how many rows entered it, such as `entries_ceiling`,
            as `kinerja.Measurement.entries` does.

    Returns:
        A frame of the caller's kind. pandas and Dask results are in Arrow's types, which have a null for every type.

    Raises:
        ColumnsError: for missing columns, columns of a type that does not mean what it says, such as text for dates,
            and names of `by` that the result needs itself.
        PeriodError: as `measure_records`, and for none, or one that stands twice.
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
    ('417913', 0, 0, None, 'Belum diukur.')
    """
    opened = open_frame(frame)
    given: dict[str, Any] = {"by": by, "columns": columns, "duplicates": duplicates, "entries": entries}
    if isinstance(period, Iterable) and not isinstance(period, str):
        several = {when: Question(indicator=indicator, period=when, **given) for when in check_periods(period, by)}
        made: F = _below_each_other(several, opened)
        return made
    alone: F = answer(Question(indicator=indicator, period=period, **given), opened)
    return alone


def answer(question: Question, opened: Opened) -> Any:
    """Return what is asked of a frame, in its own kind."""
    plan = make_plan(question, opened)
    return _measure_partitions(plan, opened) if opened.is_dask else opened.close(_in_order(plan, opened))


def _in_order(plan: Plan, opened: Opened) -> Any:
    """Return the figures of a frame; those in memory are sorted."""
    result = figures(plan, totals(plan, opened.take(plan.read)))
    return result.sort(*plan.by, nulls_last=True) if plan.by and opened.is_eager else result


def _below_each_other(several: Mapping[Period, Question], opened: Opened) -> Any:
    """Return the figures of several periods, each row with its own."""
    if opened.is_dask:
        pieces = [
            each_partition(answer(question, opened), functools.partial(_labelled, str(when)))
            for when, question in several.items()
        ]
        return one_partition(*pieces)
    pairs = [
        (nw.lit(str(when), dtype=nw.String).alias(PERIOD), _in_order(make_plan(question, opened), opened))
        for when, question in several.items()
    ]
    return opened.close(nw.concat([rows.select(label, nw.all()) for label, rows in pairs]))


def _labelled(period: str, part: Any) -> Any:
    """Return a pandas frame with its period before it, a text as the reasons are."""
    return part.assign(**{PERIOD: period}).astype({PERIOD: part.dtypes[REASON]})[[PERIOD, *part.columns]]


def _measure_partitions(plan: Plan, opened: Opened) -> Any:
    """Return the figures of a Dask frame: each partition is counted by itself, and their sums are added."""
    needed, reader = picked(opened.native, plan.read), typed_reader(opened.schema, plan.read, plan.wanted)
    pieces = [each_partition(needed, in_arrow(lambda part: totals(plan, part, whole=False), reader))]
    pieces += [_over_partitions(plan, same, needed, reader) for same in plan.sames]
    return each_partition(one_partition(*pieces), in_arrow(lambda part: figures(plan, part)))


def _over_partitions(plan: Plan, same: Same, needed: Any, reader: Any) -> Any:
    """Judge what stands in several rows, perhaps in several partitions: what is the same comes into one."""
    parts = each_partition(needed, in_arrow(lambda part: held(plan, same, counted_rows(plan, part)), reader))
    together = parts.shuffle(on=[*plan.keys, *same.columns])
    return each_partition(together, in_arrow(lambda part: judged(plan, same, add_held(plan, same, part))))


def sql(  # noqa: PLR0913 - as measure
    indicator: Indicator[Any],
    frame: Any,
    *,
    period: int | str | Period,
    by: Sequence[str] = (),
    columns: Mapping[str, str] | None = None,
    duplicates: Literal["refuse", "trust"] = "refuse",
    entries: bool = False,
) -> str:
    """Return the SQL of what `measure` does, without running it.

    For DuckDB it is the very text that the relation runs. Spark runs plans and not texts: there it is the plan
    written as Spark SQL, and the caller's frame is called `source` in it.

    The arguments are those of `measure`; the frame is a DuckDB relation or a PySpark frame (not one of Spark Connect,
    which keeps its plan to itself).

    Raises:
        FrameError: for any other frame.
        ColumnsError, PeriodError, QuantityError: as `measure`.

    >>> import duckdb
    >>> from kinerja import TenantCount, frames
    >>> days = ", ".join(f"DATE '2023-01-01' AS {stage}_on" for stage in ("selected", "preincubation"))
    >>> later = ", ".join(f"DATE '2023-12-31' AS {stage}_on" for stage in ("incubation", "postincubation"))
    >>> tenants = duckdb.sql(f"SELECT 'A' AS unit, '1' AS tenant, {days}, {later}")
    >>> text = frames.sql(TenantCount(), tenants, period=2023)
    >>> duckdb.sql(text).fetchall()
    [(1, 1.0, None)]
    """
    opened = open_frame(frame)
    given: dict[str, Any] = {"by": by, "columns": columns, "duplicates": duplicates, "entries": entries}
    kind = opened.implementation
    if not opened.is_dask and kind.is_duckdb():
        text: str = measure(indicator, opened.native, period=period, **given).sql_query()
        return text
    if not opened.is_dask and kind.is_pyspark():
        # Columns named afresh belong to no table, so that their names hold in every subquery.
        source = opened.native.alias(_SOURCE)
        source = source.select(*(source[quoted(name)].alias(name) for name in source.columns))
        measured = measure(indicator, source, period=period, **given)
        return _statement(measured._jdf.queryExecution().analyzed())  # noqa: SLF001 - Spark shows its plan nowhere else
    raise say.NO_SQL.error(kind=type(opened.native).__name__)


def _statement(plan: Any) -> str:
    """Write a plan of Spark as a statement; narwhals makes nothing else of these frames than these four."""
    below = [_table(child) for child in _each(plan.children())]
    match plan.nodeName():
        case "Project":
            parts = ["SELECT", _listed(plan.projectList()), "FROM", below[0]]
        case "Filter":
            parts = ["SELECT * FROM", below[0], "WHERE", plan.condition().sql()]
        case "Aggregate":
            grouped = _listed(plan.groupingExpressions())
            parts = ["SELECT", _listed(plan.aggregateExpressions()), "FROM", below[0]]
            parts += ["GROUP BY", grouped] if grouped else []
        case _:
            parts = [" UNION ALL ".join(map("SELECT * FROM {}".format, below))]
    return " ".join(parts)


def _table(plan: Any) -> str:
    return _SOURCE if plan.nodeName() == "SubqueryAlias" else "(" + _statement(plan) + ")"


def _each(sequence: Any) -> list[Any]:
    return [sequence.apply(place) for place in range(sequence.size())]


def _listed(expressions: Any) -> str:
    return ", ".join(expression.sql() for expression in _each(expressions))
