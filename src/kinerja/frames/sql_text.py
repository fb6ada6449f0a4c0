"""The SQL that measures an indicator."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from kinerja.frames import messages as say
from kinerja.frames.frame_kinds import open_frame, quoted
from kinerja.frames.measuring import measure

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kinerja.measurement import Indicator
    from kinerja.records import Period

_SOURCE = "source"


def sql(  # noqa: PLR0913 - as measure
    indicator: Indicator[Any],
    frame: Any,
    *,
    period: int | str | Period,
    by: Sequence[str] = (),
    columns: Mapping[str, str] | None = None,
    duplicates: Literal["refuse", "trust"] = "refuse",
) -> str:
    """Return the SQL of what `measure` does, without running it.

    For DuckDB it is the very text that the relation runs. Spark runs plans and not texts: there it is the plan
    written as Spark SQL, and the caller's frame is called `source` in it.

    Args:
        indicator: see `measure`.
        frame: a DuckDB relation or a PySpark frame (not one of Spark Connect, which keeps its plan to itself).
        period: see `measure`.
        by: see `measure`.
        columns: see `measure`.
        duplicates: see `measure`.

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
    given: dict[str, Any] = {"period": period, "by": by, "columns": columns, "duplicates": duplicates}
    kind = opened.implementation
    if not opened.is_dask and kind.is_duckdb():
        text: str = measure(indicator, opened.native, **given).sql_query()
        return text
    if not opened.is_dask and kind.is_pyspark():
        # Columns named afresh belong to no table, so that their names hold in every subquery.
        source = opened.native.alias(_SOURCE)
        source = source.select(*(source[quoted(name)].alias(name) for name in source.columns))
        return _statement(_plan(measure(indicator, source, **given)))
    raise say.NO_SQL.error(kind=type(opened.native).__name__)


def _plan(frame: Any) -> Any:
    return frame._jdf.queryExecution().analyzed()  # noqa: SLF001 - Spark shows its plan nowhere else


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
