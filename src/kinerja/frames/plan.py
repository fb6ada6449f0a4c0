"""One counting rule on the columns of one frame: what is filtered, what is added, and what is looked out for."""

from __future__ import annotations

import functools
import operator
from typing import TYPE_CHECKING, Any

import attrs
import narwhals.stable.v2 as nw

from kinerja.frames.column import FrameColumn, is_blank, native
from kinerja.frames.lines import Lines, missing_columns, place_fields
from kinerja.frames.refusal import Refusal
from kinerja.record import Kind, fields_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from kinerja.frames.engine import Engine
    from kinerja.indicator import Indicator
    from kinerja.period import Period
    from kinerja.tally import Tally

__all__ = ["LARGEST", "Part", "Plan", "Rest", "condition", "key_columns", "make_plan", "run_rule", "severity"]

LARGEST = 2**63 - 1
_SAFE_FLOAT = 2.0**53
_SAFE_DIGITS = 28
"""A Decimal has 38 digits; 10^10 rows of so many cannot exceed them."""


def severity(refusal: Refusal) -> int:
    """Return the number of a refusal in a frame: of several, the largest is told."""
    return len(Refusal) - list(Refusal).index(refusal)


@attrs.frozen(kw_only=True)
class Part:
    """One quantity on columns.

    Fields:
        name: of the quantity.
        value: what each row adds; unknown where the row is not counted in it.
        total: the type of the sum.
        shown: the type in which the caller gets it.
    """

    name: str
    value: nw.Expr
    total: nw.dtypes.DType
    shown: nw.dtypes.DType


@attrs.frozen(kw_only=True)
class Rest:
    """What a tally asks for beyond what all of them ask for; None where there is nothing more."""

    expr: nw.Expr | None

    def where(self, value: nw.Expr) -> nw.Expr:
        """Return a value where the row is counted, and unknown elsewhere."""
        return value if self.expr is None else nw.when(self.expr).then(value)

    def among(self, holds: nw.Expr) -> nw.Expr:
        """Tell where the row is counted and something holds."""
        return holds if self.expr is None else self.expr & holds


@attrs.frozen(kw_only=True)
class Plan:
    """One counting rule on the columns of one frame.

    Fields:
        keys: the name in the result -> the column, for each column of `by`.
        read: the columns that are needed.
        shared: the conditions that every tally asks for.
        rests: what each tally asks for beyond them.
        parts: the quantities.
        looks: refusal -> where a counted row gives rise to it.
        identity: the columns of what makes a record one and the same, those in `keys` apart; None where duplicates
            are trusted.
    """

    indicator: Indicator[Any]
    keys: dict[str, nw.Expr]
    read: tuple[str, ...]
    shared: tuple[nw.Expr, ...]
    rests: tuple[Rest, ...]
    parts: tuple[Part, ...]
    looks: tuple[tuple[Refusal, nw.Expr], ...]
    identity: tuple[nw.Expr, ...] | None


def make_plan(  # noqa: PLR0913 - a plan is made of these
    indicator: Indicator[Any],
    schema: Mapping[str, nw.dtypes.DType],
    engine: Engine,
    period: Period,
    *,
    by: Sequence[str] = (),
    columns: Mapping[str, str] | None = None,
    check_duplicates: bool = True,
) -> Plan:
    """Run a rule on a frame's columns, without reading a row."""
    lines, placed, tallies = run_rule(indicator, schema, engine, period, columns)
    record = indicator.record
    keys = key_columns(by, schema, placed)
    identity = _identity(record, lines) if check_duplicates else {}
    lines.check()
    shared, rests = _split(tallies)
    parts, looks = [], []
    for tally, rest in zip(tallies, rests, strict=True):
        for name, value in tally.values.items():
            part, found = _part(name, value, rest, engine)
            parts.append(part)
            looks.extend(found)
    looks.extend(_blank_identity(record, identity))
    return Plan(
        indicator=indicator,
        keys={name: _key(column, schema[column]) for name, column in keys.items()},
        read=tuple(dict.fromkeys([*keys.values(), *lines.read])),
        shared=shared,
        rests=rests,
        parts=tuple(parts),
        looks=tuple(looks),
        identity=_beside(identity, placed, keys) if check_duplicates else None,
    )


def run_rule(
    indicator: Indicator[Any],
    schema: Mapping[str, nw.dtypes.DType],
    engine: Engine,
    period: Period,
    columns: Mapping[str, str] | None,
) -> tuple[Lines, dict[str, str], list[Tally]]:
    """Return what stands for the record, where its fields are, and what the rule says of every row.

    Raises:
        QuantityError: for an indicator that is not measured from records.
    """
    record: Any = indicator.record
    if record is None:
        list(indicator.tally(None, period))  # says so
    placed = place_fields(record, list(schema), columns)
    lines: Any = Lines(record, schema, placed, engine)
    return lines, placed, list(indicator.tally(lines, period))


def _identity(record: Any, lines: Lines) -> dict[str, nw.Expr]:
    return {name: getattr(lines, name).expr for name in record.identity}


def _beside(identity: Mapping[str, nw.Expr], placed: Mapping[str, str], keys: Mapping[str, str]) -> tuple[nw.Expr, ...]:
    """Return the identity without what the groups are told apart by already."""
    return tuple(expr for name, expr in identity.items() if placed.get(name) not in keys.values())


def key_columns(by: Sequence[str], schema: Mapping[str, Any], placed: Mapping[str, str]) -> dict[str, str]:
    """Return the name in the result -> the column; a field's name stands for the column that holds it."""
    keys = {name: placed.get(name, name) for name in by}
    missing = [name for name, column in keys.items() if column not in schema]
    if missing:
        raise missing_columns(missing, list(schema))
    return keys


def _key(column: str, dtype: nw.dtypes.DType) -> nw.Expr:
    return nw.col(column).fill_nan(None) if dtype.is_float() else nw.col(column)


def _split(tallies: Iterable[Tally]) -> tuple[tuple[nw.Expr, ...], tuple[Rest, ...]]:
    """Part the conditions that all tallies share, being the same object, from the rest of each."""
    each = [{id(holds): holds for holds in tally.conditions.values()} for tally in tallies]
    common = set.intersection(*map(set, each))
    shared = tuple(condition(holds) for key, holds in each[0].items() if key in common)
    rests = [[condition(holds) for key, holds in own.items() if key not in common] for own in each]
    return shared, tuple(Rest(expr=functools.reduce(operator.and_, rest) if rest else None) for rest in rests)


def condition(holds: Any) -> nw.Expr:
    """Return where a condition of a rule holds; it is unknown, not false, where a value is."""
    return holds.expr if isinstance(holds, FrameColumn) else nw.lit(bool(holds))


def _part(name: str, value: Any, rest: Rest, engine: Engine) -> tuple[Part, list[tuple[Refusal, nw.Expr]]]:
    if isinstance(value, int):
        one = nw.lit(value, dtype=nw.Int64)
        return Part(name=name, value=rest.where(one), total=nw.Int64(), shown=nw.Int64()), []
    unknown = (Refusal.UNKNOWN_VALUE, rest.among(native(value).is_null()))
    dtype = value.dtype
    if dtype is None:
        return Part(name=name, value=rest.where(value.expr), total=nw.Float64(), shown=nw.Float64()), [unknown]
    if dtype.is_float():
        whole = (value.expr.floor() == value.expr) & (value.expr.abs() < _SAFE_FLOAT)
        taken = nw.when(whole).then(value.expr).cast(nw.Int64).cast(engine.addend)
        part = Part(name=name, value=rest.where(taken), total=engine.total, shown=nw.Int64())
        return part, [unknown, (Refusal.NOT_WHOLE, rest.among(~whole))]
    if isinstance(dtype, nw.Decimal):
        total = nw.Decimal(38, dtype.scale)
        if dtype.precision <= _SAFE_DIGITS:
            return Part(name=name, value=rest.where(value.expr), total=total, shown=total), [unknown]
        fits = value.expr.abs() < 10 ** (_SAFE_DIGITS - dtype.scale)
        part = Part(name=name, value=rest.where(nw.when(fits).then(value.expr)), total=total, shown=total)
        return part, [unknown, (Refusal.OVERFLOW, rest.among(~fits))]
    if dtype in {nw.UInt64, nw.Int128, nw.UInt128}:
        fits = (value.expr <= LARGEST) & (value.expr >= -LARGEST - 1)
        taken = nw.when(fits).then(value.expr).cast(engine.addend)
        part = Part(name=name, value=rest.where(taken), total=engine.total, shown=nw.Int64())
        return part, [unknown, (Refusal.OVERFLOW, rest.among(~fits))]
    taken = value.expr.cast(engine.addend)
    return Part(name=name, value=rest.where(taken), total=engine.total, shown=nw.Int64()), [unknown]


def _blank_identity(record: Any, identity: Mapping[str, nw.Expr]) -> Iterator[tuple[Refusal, nw.Expr]]:
    for field in fields_of(record):
        if field.name in identity:
            yield Refusal.UNKNOWN_IDENTITY, identity[field.name].is_null()
            if field.kind is Kind.TEXT and field.needed:
                yield Refusal.UNKNOWN_IDENTITY, is_blank(identity[field.name])
