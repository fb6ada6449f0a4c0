"""From a frame to the sums of its groups, in few passes: rows that count, their sums, every group, double counts."""

from __future__ import annotations

import functools
import operator
from typing import TYPE_CHECKING, Any, TypeAlias

import narwhals.stable.v2 as nw

from kinerja.frames.amounts import LARGEST
from kinerja.frames.names import inner, inner_keys, numbered
from kinerja.frames.plan import severity
from kinerja.frames.refusal import Refusal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kinerja.frames.plan import Plan

__all__ = [
    "TROUBLE",
    "Frame",
    "add_groups",
    "add_identities",
    "counted_rows",
    "double_counts",
    "group_sums",
    "identities",
    "key_names",
    "own_names",
    "part_names",
    "totals",
]

Frame: TypeAlias = Any
"""A narwhals frame, eager or lazy."""

TROUBLE = inner("trouble")


def key_names(plan: Plan) -> list[str]:
    """Return how the columns of `by` are called on the way."""
    return inner_keys(len(plan.keys))


def part_names(plan: Plan) -> list[str]:
    """Return how the quantities are called on the way."""
    return numbered("part", len(plan.parts))


def own_names(plan: Plan) -> list[str]:
    """Return how the columns of the identity are called on the way."""
    return numbered("own", len(plan.identity or ()))


def _mark_names(plan: Plan) -> list[str]:
    return [] if plan.identity is None else numbered("mark", len(plan.rests))


def totals(plan: Plan, frame: Frame) -> Frame:
    """Return one row for each group, with its sums and the worst trouble that was met."""
    counted = counted_rows(plan, frame)
    twice = [] if plan.identity is None else [double_counts(plan, identities(plan, counted))]
    return add_groups(plan, nw.concat([*group_sums(plan, frame, counted), *twice], how="vertical"))


def group_sums(plan: Plan, source: Frame, counted: Frame) -> list[Frame]:
    """Return the sums of the rows that count, and every group with sums of 0, so that none is lost."""
    named = {**_keys(plan), **dict(zip(part_names(plan), (part.value for part in plan.parts), strict=True))}
    rows = _renamed(counted, {**named, TROUBLE: _trouble(plan)})
    sums = _finish(plan, _grouped(rows, key_names(plan), _aggregates(plan)))
    if not plan.keys:
        return [sums]
    every = _renamed(source, _keys(plan)).group_by(*key_names(plan)).agg(nw.len().alias(inner("rows")))
    return [sums, _piece(plan, every, 0)]


def counted_rows(plan: Plan, source: Frame) -> Frame:
    """Return the rows that count in any quantity."""
    counted = source.filter(*plan.shared) if plan.shared else source
    rests = [rest.expr for rest in plan.rests if rest.expr is not None]
    return counted.filter(functools.reduce(operator.or_, rests)) if len(rests) == len(plan.rests) else counted


def _renamed(frame: Frame, named: Mapping[str, nw.Expr]) -> Frame:
    return frame.with_columns(**named).select(*named)


def _keys(plan: Plan) -> dict[str, nw.Expr]:
    return dict(zip(key_names(plan), plan.keys.values(), strict=True))


def _trouble(plan: Plan) -> nw.Expr:
    """Return the worst trouble of a row, in one column: 0 where there is none."""
    found = nw.lit(0, dtype=nw.Int32)
    for refusal in reversed(Refusal):
        looks = [look for kind, look in plan.looks if kind is refusal]
        if looks:
            holds = functools.reduce(operator.or_, looks)
            found = nw.when(holds).then(nw.lit(severity(refusal), dtype=nw.Int32)).otherwise(found)
    return found


def _aggregates(plan: Plan) -> list[nw.Expr]:
    return [*(nw.col(name).sum() for name in part_names(plan)), nw.col(TROUBLE).max()]


def _grouped(rows: Frame, keys: list[str], aggregates: list[nw.Expr]) -> Frame:
    return rows.group_by(*keys).agg(*aggregates) if keys else rows.select(*aggregates)


def _finish(plan: Plan, sums: Frame) -> Frame:
    """Give the pieces the same types, and 0 for the sum of nothing."""
    parts = [
        nw.col(name).fill_null(0).cast(part.total) for name, part in zip(part_names(plan), plan.parts, strict=True)
    ]
    return sums.select(*key_names(plan), *parts, nw.col(TROUBLE).fill_null(0).cast(nw.Int32))


def _piece(plan: Plan, groups: Frame, trouble: int) -> Frame:
    parts = [nw.lit(0).cast(part.total).alias(name) for name, part in zip(part_names(plan), plan.parts, strict=True)]
    names = [*key_names(plan), *part_names(plan), TROUBLE]
    return groups.with_columns(*parts, nw.lit(trouble).cast(nw.Int32).alias(TROUBLE)).select(*names)


def identities(plan: Plan, counted: Frame) -> Frame:
    """Return how often each identity of a group counts, for each tally."""
    own = {**_keys(plan), **dict(zip(own_names(plan), plan.identity or (), strict=True))}
    rests = {name: rest.expr for name, rest in zip(_mark_names(plan), plan.rests, strict=True)}
    marks = {name: _mark(holds) for name, holds in rests.items() if holds is not None}
    often = [nw.col(name).sum() if name in marks else nw.len().alias(name) for name in rests]
    return _grouped(_renamed(counted, {**own, **marks}), list(own), often)


def add_identities(plan: Plan, held: Frame) -> Frame:
    """Add what several parts of a frame hold of the same identities."""
    return _grouped(held, [*key_names(plan), *own_names(plan)], [nw.col(name).sum() for name in _mark_names(plan)])


def _mark(holds: nw.Expr) -> nw.Expr:
    one, zero = nw.lit(1, dtype=nw.Int64), nw.lit(0, dtype=nw.Int64)
    return nw.when(holds).then(one).otherwise(zero)


def double_counts(plan: Plan, held: Frame) -> Frame:
    """Return the groups in which one identity counts twice in the same quantity."""
    twice = held.filter(functools.reduce(operator.or_, [nw.col(name) > 1 for name in _mark_names(plan)]))
    return _piece(plan, twice, severity(Refusal.COUNTED_TWICE))


def add_groups(plan: Plan, pieces: Frame) -> Frame:
    """Add the pieces of each group; without `by` there is one group, whatever there is."""
    sums = _finish(plan, _grouped(pieces, key_names(plan), _aggregates(plan)))
    overflow = [
        (nw.col(name) > LARGEST) | (nw.col(name) < -LARGEST - 1)
        for name, part in zip(part_names(plan), plan.parts, strict=True)
        if part.shown == nw.Int64 and part.total != nw.Int64
    ]
    overflow += [
        ~nw.col(name).is_finite()
        for name, part in zip(part_names(plan), plan.parts, strict=True)
        if part.total == nw.Float64
    ]
    if not overflow:
        return sums
    holds = functools.reduce(operator.or_, overflow) & (nw.col(TROUBLE) == 0)
    return sums.with_columns(
        nw.when(holds)
        .then(nw.lit(severity(Refusal.OVERFLOW), dtype=nw.Int32))
        .otherwise(nw.col(TROUBLE))
        .alias(TROUBLE)
    )
