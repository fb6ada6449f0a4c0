"""From sums to figures: the formula on columns, and the reason wherever there is no figure."""

from __future__ import annotations

import functools
import operator
from typing import TYPE_CHECKING, Any

import narwhals.stable.v2 as nw

from kinerja._base import Reason
from kinerja.frames.column import FrameColumn
from kinerja.frames.counting import TROUBLE, Frame, key_names, part_names
from kinerja.frames.plan import severity
from kinerja.frames.refusal import Refusal
from kinerja.measurement import cannot_divide, is_above_whole, is_below

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kinerja._base import Text
    from kinerja.frames.plan import Plan

__all__ = ["ACTUAL", "REASON", "figures"]

ACTUAL, REASON = "actual", "reason"
_UNDEFINED = -1


def figures(plan: Plan, sums: Frame) -> Frame:
    """Return the columns of `by`, the quantities, the actual, and the reason where there is none."""
    judged = sums.with_columns(_judgement(plan).alias(TROUBLE))
    refused = nw.col(TROUBLE) > 0
    keys = [nw.col(name).alias(shown) for name, shown in zip(key_names(plan), plan.keys, strict=True)]
    quantities = [
        nw.when(~refused).then(nw.col(name)).cast(part.shown).alias(part.name)
        for name, part in zip(part_names(plan), plan.parts, strict=True)
    ]
    actual = nw.when(nw.col(TROUBLE) == 0).then(_formula(plan)).alias(ACTUAL)
    return judged.select(*keys, *quantities, actual, _reason().alias(REASON))


def _columns(plan: Plan) -> dict[str, FrameColumn]:
    return {
        part.name: FrameColumn(nw.col(name), part.total)
        for name, part in zip(part_names(plan), plan.parts, strict=True)
    }


def _formula(plan: Plan) -> nw.Expr:
    result: Any = plan.indicator.formula(**_columns(plan))
    return FrameColumn.as_float(result)


def _judgement(plan: Plan) -> nw.Expr:
    """Return the trouble of each group: a refusal, an actual that is undefined, or 0.

    Each condition stands in it once: Spark is told of every place where one stands, and that takes its time.
    """
    columns = _columns(plan)
    empty = [cannot_divide(columns[variable.name]) for variable in plan.indicator.variables if variable.divisor]
    judged = _where(empty, _UNDEFINED, nw.lit(0, dtype=nw.Int32))
    judged = _where([*_impossible(plan, columns)], severity(Refusal.IMPOSSIBLE), judged)
    return nw.when(nw.col(TROUBLE) > 0).then(nw.col(TROUBLE)).otherwise(judged)


def _impossible(plan: Plan, columns: dict[str, FrameColumn]) -> Iterator[FrameColumn]:
    for variable in plan.indicator.variables:
        if variable.least is not None:
            yield is_below(columns[variable.name], variable.least)
        if variable.part_of is not None:
            yield is_above_whole(columns[variable.name], columns[variable.part_of])


def _where(any_of: list[FrameColumn], trouble: int, otherwise: nw.Expr) -> nw.Expr:
    if not any_of:
        return otherwise
    holds = functools.reduce(operator.or_, [own.expr for own in any_of])
    return nw.when(holds).then(nw.lit(trouble, dtype=nw.Int32)).otherwise(otherwise)


def _reason() -> nw.Expr:
    texts: dict[int, Text] = {_UNDEFINED: Reason.UNDEFINED_ACTUAL.value}
    texts |= {severity(refusal): refusal.value for refusal in Refusal}
    reason = nw.lit(None, dtype=nw.String)
    for trouble, text in texts.items():
        reason = nw.when(nw.col(TROUBLE) == trouble).then(nw.lit(text.id)).otherwise(reason)
    return reason
