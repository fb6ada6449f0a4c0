"""Achievements on columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import narwhals.stable.v2 as nw

from kinerja._base import Reason
from kinerja.frames import messages as say
from kinerja.frames.added_columns import extend, refuse_taken
from kinerja.frames.expressions import BLANKS, Expression
from kinerja.frames.frame_kinds import open_frame
from kinerja.frames.question import REASON
from kinerja.frames.record_columns import is_category, number, wrong_type
from kinerja.frames.refusals import Refusal
from kinerja.measurement import Polarity, is_no_target, rule
from kinerja.records import FieldType
from kinerja.scorecards import Scoring

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kinerja._base import Number
    from kinerja.frames.frame_kinds import Engine

ACHIEVEMENT = "achievement"
_WANTED = {REASON: nw.String()}


def achievement(
    frame: Any,
    *,
    target: str = "target",
    actual: str = "actual",
    polarity: Polarity = Polarity.MAXIMISE,
    cap: Number | None = None,
) -> Any:
    """Return a frame with the columns `achievement` (capaian, percent, float64) and `reason` added.

    Where there is no achievement it is null and `reason` says why, in Indonesian: no target above 0, not measured, or
    beyond what a float64 holds.
    A `reason` that the frame has already, as from `measure`, is kept; `achievement` is refused if it is there.

    Args:
        frame: of any kind that `measure` takes; the result is of the same kind, lazy where it is lazy.
        target: the column of targets.
        actual: the column of actuals.
        polarity: which way is better.
        cap: the highest achievement that is published, see `kinerja.Scoring`; None for no cap.

    Raises:
        ColumnsError: for columns that are not there or hold no numbers.
        PolarityError, QuantityError: for what is no polarity, and for a cap of 0 or below.
        FrameError: for what is no frame.

    >>> import polars as pl
    >>> from kinerja import frames
    >>> rows = pl.DataFrame({"target": [45.0, 0.0], "actual": [47.25, 1.0]})
    >>> frames.achievement(rows)["achievement"].to_list()
    [105.0, None]
    """
    opened = open_frame(frame)
    schema = opened.schema
    refuse_taken([ACHIEVEMENT], list(schema))
    refuse_taken([REASON], [name for name in schema if name != REASON])
    columns = (target, actual)
    added = achievement_columns(schema, opened.engine, columns, polarity, Scoring(cap=cap))
    read = dict.fromkeys([*columns, *([REASON] if REASON in schema else [])])
    return extend(opened, list(read), added, wanted={name: _WANTED.get(name, nw.Float64()) for name in read})


def achievement_columns(
    schema: Mapping[str, nw.dtypes.DType],
    engine: Engine,
    columns: tuple[str, str],
    polarity: Polarity,
    scoring: Scoring,
) -> dict[str, nw.Expr]:
    """Return the columns `achievement` and `reason`, from those of targets and actuals.

    What is not measured and has no target has no target.
    """
    promised, measured = (_number(schema, engine, column) for column in columns)
    known, no_target = _own_reason(schema, engine), is_no_target(promised).expr
    uncapped = Expression.as_float(rule(polarity)(promised, measured))
    finite = uncapped.is_finite()  # unknown where a side is
    unmeasured, untargeted = nw.lit(str(Reason.NOT_MEASURED)), nw.lit(str(Reason.NO_TARGET))
    reason: nw.Expr = nw.when(~finite).then(nw.lit(str(Refusal.OVERFLOW)))
    reason = nw.when((known == unmeasured) | measured.expr.is_null()).then(unmeasured).otherwise(reason)
    reason = nw.when(no_target | promised.expr.is_null()).then(untargeted).otherwise(reason)
    reason = nw.when(known != unmeasured).then(known).otherwise(reason)
    capped = uncapped if scoring.cap is None else nw.min_horizontal(uncapped, nw.lit(float(scoring.cap)))
    return {ACHIEVEMENT: nw.when(known.is_null() & ~no_target & finite).then(capped), REASON: reason}


def _own_reason(schema: Mapping[str, nw.dtypes.DType], engine: Engine) -> nw.Expr:
    """Return the reasons that are there already; a blank one is none.

    Raises:
        ColumnsError: for reasons that are not texts.
    """
    if REASON not in schema:
        return nw.lit(None, dtype=nw.String)
    if schema[REASON] not in {nw.String, nw.Unknown} and not is_category(schema[REASON]):
        raise wrong_type(REASON, FieldType.TEXT, REASON, schema)
    text = engine.column(REASON).cast(nw.String)
    return nw.when(text.str.strip_chars(BLANKS) != "").then(text)


def _number(schema: Mapping[str, nw.dtypes.DType], engine: Engine, column: str) -> Expression:
    if column not in schema:
        raise say.MISSING_COLUMNS.error(column=column, missing=(column,), available=tuple(schema))
    dtype, expr = schema[column], engine.column(column)
    if dtype == nw.Unknown:
        return Expression(expr.cast(nw.Float64))
    numbers = number(expr, dtype, engine)
    if numbers is None:
        raise wrong_type(column, FieldType.NUMBER, column, schema)
    return Expression(nw.when(numbers.is_finite()).then(numbers) if dtype.is_float() else numbers, dtype)
