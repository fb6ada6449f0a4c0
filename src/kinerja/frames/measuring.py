"""An indicator measured on a frame, group by group."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from kinerja.errors import QuantityError
from kinerja.frames.counting import totals
from kinerja.frames.engine import engine_of
from kinerja.frames.figures import figures
from kinerja.frames.native import from_native
from kinerja.frames.plan import make_plan
from kinerja.period import as_period

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kinerja.indicator import Indicator
    from kinerja.period import Period


def measure(  # noqa: PLR0913 - four of them are by name and seldom given
    indicator: Indicator[Any],
    frame: Any,
    *,
    period: int | str | Period,
    by: Sequence[str] = (),
    columns: Mapping[str, str] | None = None,
    duplicates: Literal["refuse", "trust"] = "refuse",
) -> Any:
    """Measure."""
    when = as_period(period)
    indicator.check_period(when)
    opened = from_native(frame)
    source = opened.frame
    plan = make_plan(indicator, dict(source.collect_schema()), engine_of(source), when, by=by, columns=columns, check_duplicates=duplicates == "refuse")
    result = figures(plan, totals(plan, source))
    return opened.close(result)
