"""An indicator measured on a frame, group by group."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from kinerja.errors import QuantityError
from kinerja.frames.counting import totals
from kinerja.frames.engine import engine_of
from kinerja.frames.figures import figures
from kinerja.frames.native import open_frame
from kinerja.frames.parts import measure_parts
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
    opened = open_frame(frame)
    plan = make_plan(
        indicator,
        dict(opened.frame.collect_schema()),
        engine_of(opened.frame),
        when,
        by=by,
        columns=columns,
        check_duplicates=duplicates == "refuse",
    )
    if opened.is_dask:
        return measure_parts(plan, opened.native)
    return opened.close(figures(plan, totals(plan, opened.frame)))
