"""One counting rule on the columns of one frame: what is filtered, what is added, and what is looked out for."""

from __future__ import annotations

import functools
import operator
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import attrs
import narwhals.stable.v2 as nw

from kinerja.frames.amounts import Part, Rest, part_of
from kinerja.frames.column import FrameColumn, is_blank
from kinerja.frames.lines import Lines, is_category
from kinerja.frames.placing import key_columns, place_fields, wrong_key
from kinerja.frames.refusal import Refusal
from kinerja.measurement import Indicator
from kinerja.records import Kind, fields_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kinerja.frames.engine import Engine
    from kinerja.frames.native import Opened
    from kinerja.records import Period, Tally

__all__ = ["KEY_OF_NULLS", "Plan", "condition", "group_key", "make_plan", "run_rule", "severity"]

KEY_OF_NULLS = nw.String()
"""The type of a column that is grouped by, and holds nulls alone."""


def severity(refusal: Refusal) -> int:
    """Return the number of a refusal in a frame: of several, the largest is told."""
    return len(Refusal) - list(Refusal).index(refusal)


@attrs.frozen(kw_only=True)
class Plan:
    """One counting rule on the columns of one frame.

    Fields:
        keys: the name in the result -> the column, for each column of `by`.
        read: the columns that are needed.
        wanted: column of nulls alone -> the type that is made of it.
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
    wanted: Mapping[str, nw.dtypes.DType]
    shared: tuple[nw.Expr, ...]
    rests: tuple[Rest, ...]
    parts: tuple[Part, ...]
    looks: tuple[tuple[Refusal, nw.Expr], ...]
    identity: tuple[nw.Expr, ...] | None


def make_plan(  # noqa: PLR0913 - a plan is made of these
    indicator: Indicator[Any],
    opened: Opened,
    period: Period,
    *,
    by: Sequence[str],
    columns: Mapping[str, str] | None,
    check_duplicates: bool,
) -> Plan:
    """Run a rule on a frame's columns, without reading a row."""
    schema, engine = opened.schema, opened.engine
    lines, placed, tallies = run_rule(indicator, opened, period, columns)
    record = indicator.record
    keys = key_columns(by, schema, placed)
    identity = _identity(record, lines) if check_duplicates else {}
    lines.check()
    shared, rests = _split(tallies)
    parts, looks = [], []
    for tally, rest in zip(tallies, rests, strict=True):
        for name, value in tally.values.items():
            part, found = part_of(name, value, rest, engine)
            parts.append(part)
            looks.extend(found)
    looks.extend([*_blank_identity(record, identity), *lines.looks])
    return Plan(
        indicator=indicator,
        keys={name: group_key(column, schema, engine) for name, column in keys.items()},
        read=tuple(dict.fromkeys([*keys.values(), *lines.read])),
        wanted={**{column: KEY_OF_NULLS for column in keys.values() if schema[column] == nw.Unknown}, **lines.wanted},
        shared=shared,
        rests=rests,
        parts=tuple(parts),
        looks=tuple(looks),
        identity=_beside(identity, placed, keys) if check_duplicates else None,
    )


def run_rule(
    indicator: Indicator[Any],
    opened: Opened,
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
    placed = place_fields(record, list(opened.schema), columns)
    lines: Any = Lines(record, opened.schema, placed, opened.engine)
    return lines, placed, list(indicator.tally(lines, period))


def _identity(record: Any, lines: Lines) -> dict[str, nw.Expr]:
    return {name: getattr(lines, name).expr for name in record.identity}


def _beside(identity: Mapping[str, nw.Expr], placed: Mapping[str, str], keys: Mapping[str, str]) -> tuple[nw.Expr, ...]:
    """Return the identity without what the groups are told apart by already."""
    return tuple(expr for name, expr in identity.items() if placed.get(name) not in keys.values())


def group_key(column: str, schema: Mapping[str, nw.dtypes.DType], engine: Engine) -> nw.Expr:
    """Return a column to group by: NaN is null, and there is one 0.

    Raises:
        ColumnsError: for what is neither text, number, truth, date nor time.
    """
    expr, dtype = engine.column(column), schema[column]
    if dtype == nw.Unknown:
        return expr.cast(KEY_OF_NULLS)
    if dtype.is_float():
        zero = nw.lit(0.0, dtype=dtype)
        return nw.when(expr == 0).then(zero).otherwise(expr.fill_nan(None))
    plain = dtype in {nw.String, nw.Boolean, nw.Date, nw.Time} or isinstance(dtype, nw.Datetime)
    if not plain and not is_category(dtype) and (not dtype.is_numeric() or dtype == nw.UInt128):
        raise wrong_key(column, dtype, schema)
    return expr


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


def _blank_identity(record: Any, identity: Mapping[str, nw.Expr]) -> Iterator[tuple[Refusal, nw.Expr]]:
    for field in fields_of(record):
        if field.name in identity:
            yield Refusal.UNKNOWN_IDENTITY, identity[field.name].is_null()
            if field.kind is Kind.TEXT and field.needed:
                yield Refusal.UNKNOWN_IDENTITY, is_blank(identity[field.name])
