"""From a frame to the figures of its groups: rows that count, their sums, every group, double counts, the formula."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeAlias

import narwhals.stable.v2 as nw

from kinerja._base import Reason, Text
from kinerja.frames import messages as say
from kinerja.frames.counting_rule import LARGEST, Plan, Same
from kinerja.frames.expressions import Expression
from kinerja.frames.frame_kinds import inner
from kinerja.frames.question import ACTUAL, REASON, entries_of
from kinerja.frames.record_columns import SAFE_FLOAT
from kinerja.measurement import cannot_divide, is_above, is_above_whole, is_below

Frame: TypeAlias = Any
"""A narwhals frame, eager or lazy."""

_TROUBLE, _UNIT = inner("trouble"), inner("unit")
FIRST_UNIT, LAST_UNIT = inner("first_unit"), inner("last_unit")
"""The units of a group in the order of their names: it is of one where both are the same."""
_UNDEFINED, _UNMEASURED = -1, -2
"""Why a group has quantities and no actual; refusals are above 0."""


def totals(plan: Plan, frame: Frame, *, whole: bool = True) -> Frame:
    """Return what there is of each group: its sums, and the worst trouble that was met, perhaps in several rows.

    Every group is there, also one of which no row counts. In a part of a frame nobody can see all double counts.
    """
    counted = counted_rows(plan, frame)
    values = {name: amount.value for name, amount in plan.amounts.items()}
    entries = {entry: nw.col(amount).count() for entry, amount in plan.entries.items()}
    unsaid = dict.fromkeys(_units(plan), nw.lit(None, dtype=nw.String))
    pieces = [_added(plan, _renamed(counted, {**plan.keys, **values, **unsaid, _TROUBLE: _trouble(plan)}), entries)]
    if plan.keys or plan.unit is not None:
        pieces.append(_every_group(plan, frame))
    if whole:
        pieces += [judged(plan, same, held(plan, same, counted)) for same in plan.sames]
    return nw.concat(pieces, how="vertical")


def counted_rows(plan: Plan, source: Frame) -> Frame:
    """Return the rows that count in any quantity."""
    counted = source.filter(*plan.shared) if plan.shared else source
    rests = [rest for rest in plan.rests.values() if rest is not None]
    return counted.filter(nw.any_horizontal(*rests, ignore_nulls=False)) if len(rests) == len(plan.rests) else counted


def _every_group(plan: Plan, frame: Frame) -> Frame:
    """Return the groups of all rows, also of those that do not count, and whose they are."""
    own = {} if plan.unit is None else {_UNIT: plan.unit}
    first, last = nw.col(_UNIT).min().alias(FIRST_UNIT), nw.col(_UNIT).max().alias(LAST_UNIT)
    told = [first, last] if own else [nw.len().alias(inner("rows"))]
    groups = _grouped(_renamed(frame, {**plan.keys, **own}), [*plan.keys], told)
    return _piece(plan, groups, {name: nw.col(name) for name in _units(plan)})


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
    found = nw.any_horizontal(*any_of, ignore_nulls=False)
    return nw.when(found).then(nw.lit(trouble, dtype=nw.Int32)).otherwise(otherwise)


def _grouped(rows: Frame, keys: Sequence[str], aggregates: Sequence[nw.Expr]) -> Frame:
    return rows.group_by(*keys).agg(*aggregates) if keys else rows.select(*aggregates)


def _added(plan: Plan, rows: Frame, entries: Mapping[str, nw.Expr]) -> Frame:
    """Add the amounts of each group, in the types of sums, and 0 for the sum of nothing; without `by` it is one."""
    often = [counted.alias(entry) for entry, counted in entries.items()]
    sums = [*(nw.col(name).sum() for name in plan.amounts), *often, nw.col(_TROUBLE).max(), *_units(plan).values()]
    typed = [nw.col(name).fill_null(0).cast(dtype) for name, dtype in _types(plan).items()]
    return _grouped(rows, [*plan.keys], sums).select(*plan.keys, *typed, *_units(plan))


def _units(plan: Plan) -> dict[str, nw.Expr]:
    """Return how what is known of a group's units comes together; nothing where nobody asks."""
    return {} if plan.unit is None else {FIRST_UNIT: nw.col(FIRST_UNIT).min(), LAST_UNIT: nw.col(LAST_UNIT).max()}


def _types(plan: Plan) -> dict[str, nw.dtypes.DType]:
    """Return what is added of each group, and its type: amounts, entries and the worst trouble."""
    amounts = {name: amount.total for name, amount in plan.amounts.items()}
    return {**amounts, **dict.fromkeys(plan.entries, nw.Int64()), _TROUBLE: nw.Int32()}


def _piece(plan: Plan, groups: Frame, known: Mapping[str, nw.Expr]) -> Frame:
    """Return what is known of groups, and 0 of all else."""
    types = {**_types(plan), **dict.fromkeys(_units(plan), nw.String())}
    told = [
        known.get(name, nw.lit(None if dtype == nw.String else 0)).cast(dtype).alias(name)
        for name, dtype in types.items()
    ]
    return groups.with_columns(*told).select(*plan.keys, *types)


def held(plan: Plan, same: Same, counted: Frame) -> Frame:
    """Return of each group how often what is the same counts, for each of its tallies."""
    own = {**plan.keys, **same.columns}
    one, zero = nw.lit(1, dtype=nw.Int64), nw.lit(0, dtype=nw.Int64)
    rests = {mark: plan.rests[mark] for mark in same.marks}
    marks = {mark: nw.when(rest).then(one).otherwise(zero) for mark, rest in rests.items() if rest is not None}
    often = [nw.col(mark).sum() if mark in marks else nw.len().alias(mark) for mark in same.marks]
    return _grouped(_renamed(counted, {**own, **marks}), [*own], often)


def add_held(plan: Plan, same: Same, parts: Frame) -> Frame:
    """Add what several partitions of a frame hold of what is the same."""
    return _grouped(parts, [*plan.keys, *same.columns], [nw.col(mark).sum() for mark in same.marks])


def judged(plan: Plan, same: Same, often: Frame) -> Frame:
    """Count each thing once; of records, return the groups in which one counts twice in the same quantity."""
    if not same.amounts:
        twice = often.filter(nw.any_horizontal(nw.col(*same.marks) > 1, ignore_nulls=False))
        return _piece(plan, twice, {_TROUBLE: nw.lit(say.severity(say.Refusal.COUNTED_TWICE))})
    one, zero = nw.lit(1, dtype=nw.Int64), nw.lit(0, dtype=nw.Int64)
    once = {name: nw.when(nw.col(mark) > 0).then(one).otherwise(zero) for name, mark in same.amounts.items()}
    return _added(plan, _piece(plan, often, once), _entries(plan))


def _entries(plan: Plan) -> dict[str, nw.Expr]:
    return {entry: nw.col(entry).sum() for entry in plan.entries}


def figures(plan: Plan, pieces: Frame) -> Frame:
    """Return the columns of `by`, the quantities, the actual, the reason for none, and what else is asked."""
    judged = _added(plan, pieces, _entries(plan)).with_columns(_judgement(plan).alias(_TROUBLE))
    keys = [nw.col(name).alias(shown) for name, shown in zip(plan.keys, plan.by, strict=True)]
    accepted = ~(nw.col(_TROUBLE) > 0)
    quantities = [
        nw.when(accepted).then(nw.col(name)).cast(amount.shown).alias(amount.name)
        for name, amount in plan.amounts.items()
    ]
    entries = [
        nw.when(accepted).then(nw.col(amount.entries)).alias(entries_of(amount.name))
        for amount in plan.amounts.values()
        if plan.shows_entries
    ]
    formula: Any = plan.indicator.formula(**_quantities(plan))
    actual = nw.when(nw.col(_TROUBLE) == 0).then(Expression.as_float(formula)).alias(ACTUAL)
    return judged.select(*keys, *quantities, actual, _reason().alias(REASON), *entries, *_units(plan))


def _quantities(plan: Plan) -> dict[str, Expression]:
    return {amount.name: Expression(nw.col(name), amount.total) for name, amount in plan.amounts.items()}


def _judgement(plan: Plan) -> nw.Expr:
    """Return the trouble of each group: a refusal, an actual that is not measured or undefined, or 0.

    Each condition stands in it once: Spark is told of every place where one stands, and that takes its time.
    """
    quantities = _quantities(plan)
    empty = [cannot_divide(quantities[variable.name]).expr for variable in plan.indicator.variables if variable.divisor]
    judged = _where(empty, _UNDEFINED, nw.lit(0, dtype=nw.Int32))
    needed = {variable.name for variable in plan.indicator.variables if variable.empty == "unmeasured"}
    entries = dict.fromkeys(amount.entries for amount in plan.amounts.values() if amount.name in needed)
    judged = _where([nw.col(entry) == 0 for entry in entries], _UNMEASURED, judged)
    judged = _where([*_impossible(plan, quantities)], say.severity(say.Refusal.IMPOSSIBLE), judged)
    judged = _where([*_overflow(plan)], say.severity(say.Refusal.OVERFLOW), judged)
    return nw.when(nw.col(_TROUBLE) > 0).then(nw.col(_TROUBLE)).otherwise(judged)


def _impossible(plan: Plan, quantities: Mapping[str, Expression]) -> Iterator[nw.Expr]:
    for variable in plan.indicator.variables:
        if variable.unit.whole and not quantities[variable.name].is_whole:
            number = quantities[variable.name].expr.cast(nw.Float64)  # from 2^53 on every float is whole
            yield nw.when(number.abs() < SAFE_FLOAT).then(number.floor() != number).otherwise(nw.lit(value=False))
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
    texts: dict[int, Text] = {_UNMEASURED: Reason.NOT_MEASURED.value, _UNDEFINED: Reason.UNDEFINED_ACTUAL.value}
    texts |= {say.severity(refusal): refusal.value for refusal in say.Refusal}
    reason = nw.lit(None, dtype=nw.String)
    for trouble, text in texts.items():
        reason = nw.when(nw.col(_TROUBLE) == trouble).then(nw.lit(text.id)).otherwise(reason)
    return reason
