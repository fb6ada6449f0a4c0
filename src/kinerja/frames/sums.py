"""From a frame to the figures of its groups: rows that count, their sums, every group, double counts, the formula."""

from __future__ import annotations

import functools
import operator
from typing import TYPE_CHECKING, Any, TypeAlias

import narwhals.stable.v2 as nw

from kinerja._base import Reason, Text
from kinerja.frames import messages as say
from kinerja.frames.counting_rule import LARGEST, Plan
from kinerja.frames.expressions import Expression
from kinerja.frames.frame_kinds import inner
from kinerja.frames.question import ACTUAL, REASON
from kinerja.measurement import cannot_divide, is_above, is_above_whole, is_below

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence


Frame: TypeAlias = Any
"""A narwhals frame, eager or lazy."""

_TROUBLE = inner("trouble")
_UNDEFINED = -1


def totals(plan: Plan, frame: Frame, *, whole: bool = True) -> Frame:
    """Return what there is of each group: its sums, and the worst trouble that was met, perhaps in several rows.

    Every group is there, also one of which no row counts. In a part of a frame nobody can see all double counts.
    """
    counted = counted_rows(plan, frame)
    values = {name: amount.value for name, amount in plan.amounts.items()}
    pieces = [_added(plan, _renamed(counted, {**plan.keys, **values, _TROUBLE: _trouble(plan)}))]
    if plan.keys:
        every = _renamed(frame, plan.keys).group_by(*plan.keys).agg(nw.len().alias(inner("rows")))
        pieces.append(_without_sums(plan, every, 0))
    if whole and plan.identity is not None:
        pieces.append(double_counts(plan, identities(plan, counted)))
    return nw.concat(pieces, how="vertical")


def counted_rows(plan: Plan, source: Frame) -> Frame:
    """Return the rows that count in any quantity."""
    counted = source.filter(*plan.shared) if plan.shared else source
    rests = [rest for rest in plan.rests.values() if rest is not None]
    return counted.filter(functools.reduce(operator.or_, rests)) if len(rests) == len(plan.rests) else counted


def _renamed(frame: Frame, named: Mapping[str, nw.Expr]) -> Frame:
    return frame.with_columns(**named).select(*named)


def _trouble(plan: Plan) -> nw.Expr:
    """Return the worst trouble of a row, in one column: 0 where there is none."""
    found = nw.lit(0, dtype=nw.Int32)
    for refusal in reversed(say.Refusal):
        found = _where([look for kind, look in plan.looks if kind is refusal], say.severity(refusal), found)
    return found


def _where(any_of: Sequence[nw.Expr], trouble: int, otherwise: nw.Expr) -> nw.Expr:
    if not any_of:
        return otherwise
    return nw.when(functools.reduce(operator.or_, any_of)).then(nw.lit(trouble, dtype=nw.Int32)).otherwise(otherwise)


def _grouped(rows: Frame, keys: Sequence[str], aggregates: Sequence[nw.Expr]) -> Frame:
    return rows.group_by(*keys).agg(*aggregates) if keys else rows.select(*aggregates)


def _added(plan: Plan, rows: Frame) -> Frame:
    """Add the amounts of each group, in the types of sums, and 0 for the sum of nothing; without `by` it is one."""
    sums = _grouped(rows, [*plan.keys], [*(nw.col(name).sum() for name in plan.amounts), nw.col(_TROUBLE).max()])
    typed = [nw.col(name).fill_null(0).cast(amount.total) for name, amount in plan.amounts.items()]
    return sums.select(*plan.keys, *typed, nw.col(_TROUBLE).fill_null(0).cast(nw.Int32))


def _without_sums(plan: Plan, groups: Frame, trouble: int) -> Frame:
    zeros = [nw.lit(0).cast(amount.total).alias(name) for name, amount in plan.amounts.items()]
    told = groups.with_columns(*zeros, nw.lit(trouble).cast(nw.Int32).alias(_TROUBLE))
    return told.select(*plan.keys, *plan.amounts, _TROUBLE)


def identities(plan: Plan, counted: Frame) -> Frame:
    """Return how often each identity of a group counts, for each tally."""
    own = {**plan.keys, **(plan.identity or {})}
    one, zero = nw.lit(1, dtype=nw.Int64), nw.lit(0, dtype=nw.Int64)
    marks = {name: nw.when(rest).then(one).otherwise(zero) for name, rest in plan.rests.items() if rest is not None}
    often = [nw.col(name).sum() if name in marks else nw.len().alias(name) for name in plan.rests]
    return _grouped(_renamed(counted, {**own, **marks}), [*own], often)


def add_identities(plan: Plan, held: Frame) -> Frame:
    """Add what several partitions of a frame hold of the same identities."""
    return _grouped(held, [*plan.keys, *(plan.identity or {})], [nw.col(name).sum() for name in plan.rests])


def double_counts(plan: Plan, held: Frame) -> Frame:
    """Return the groups in which one identity counts twice in the same quantity."""
    twice = held.filter(functools.reduce(operator.or_, [nw.col(name) > 1 for name in plan.rests]))
    return _without_sums(plan, twice, say.severity(say.Refusal.COUNTED_TWICE))


def figures(plan: Plan, pieces: Frame) -> Frame:
    """Return the columns of `by`, the quantities, the actual, and the reason where there is none."""
    judged = _added(plan, pieces).with_columns(_judgement(plan).alias(_TROUBLE))
    keys = [nw.col(name).alias(shown) for name, shown in zip(plan.keys, plan.by, strict=True)]
    quantities = [
        nw.when(~(nw.col(_TROUBLE) > 0)).then(nw.col(name)).cast(amount.shown).alias(amount.name)
        for name, amount in plan.amounts.items()
    ]
    formula: Any = plan.indicator.formula(**_quantities(plan))
    actual = nw.when(nw.col(_TROUBLE) == 0).then(Expression.as_float(formula)).alias(ACTUAL)
    return judged.select(*keys, *quantities, actual, _reason().alias(REASON))


def _quantities(plan: Plan) -> dict[str, Expression]:
    return {amount.name: Expression(nw.col(name), amount.total) for name, amount in plan.amounts.items()}


def _judgement(plan: Plan) -> nw.Expr:
    """Return the trouble of each group: a refusal, an actual that is undefined, or 0.

    Each condition stands in it once: Spark is told of every place where one stands, and that takes its time.
    """
    quantities = _quantities(plan)
    empty = [cannot_divide(quantities[variable.name]).expr for variable in plan.indicator.variables if variable.divisor]
    judged = _where(empty, _UNDEFINED, nw.lit(0, dtype=nw.Int32))
    judged = _where([*_impossible(plan, quantities)], say.severity(say.Refusal.IMPOSSIBLE), judged)
    judged = _where([*_overflow(plan)], say.severity(say.Refusal.OVERFLOW), judged)
    return nw.when(nw.col(_TROUBLE) > 0).then(nw.col(_TROUBLE)).otherwise(judged)


def _impossible(plan: Plan, quantities: Mapping[str, Expression]) -> Iterator[nw.Expr]:
    for variable in plan.indicator.variables:
        if variable.least is not None:
            yield is_below(quantities[variable.name], variable.least).expr
        if variable.most is not None:
            yield is_above(quantities[variable.name], variable.most).expr
        if variable.part_of is not None:
            yield is_above_whole(quantities[variable.name], quantities[variable.part_of]).expr


def _overflow(plan: Plan) -> Iterator[nw.Expr]:
    for name, amount in plan.amounts.items():
        if amount.shown == nw.Int64 and amount.total != nw.Int64:
            yield (nw.col(name) > LARGEST) | (nw.col(name) < -LARGEST - 1)
        if amount.total == nw.Float64:
            yield ~nw.col(name).is_finite()


def _reason() -> nw.Expr:
    texts: dict[int, Text] = {_UNDEFINED: Reason.UNDEFINED_ACTUAL.value}
    texts |= {say.severity(refusal): refusal.value for refusal in say.Refusal}
    reason = nw.lit(None, dtype=nw.String)
    for trouble, text in texts.items():
        reason = nw.when(nw.col(_TROUBLE) == trouble).then(nw.lit(text.id)).otherwise(reason)
    return reason
