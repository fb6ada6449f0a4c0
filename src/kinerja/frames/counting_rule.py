"""One counting rule on the columns of one frame: what is filtered, what is added, and what is looked out for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeAlias

import attrs
import narwhals.stable.v2 as nw

from kinerja._base import FrozenMap
from kinerja.frames import messages as say
from kinerja.frames.expressions import Expression, condition, is_blank, operand
from kinerja.frames.frame_kinds import Engine, Opened, numbered
from kinerja.frames.record_columns import SAFE_FLOAT, RecordColumns, StandIn, is_category
from kinerja.measurement import Indicator
from kinerja.records import FieldType, MeanTally, Tally, fields_of

if TYPE_CHECKING:
    from kinerja.frames.question import Question

LARGEST = 2**63 - 1
UNIT = "unit"
"""The field of a record that says whose it is."""
_KEY_OF_NULLS = nw.String()
"""The type of a column that is grouped by, and holds nulls alone."""
_SAFE_DIGITS = 28
"""A Decimal has 38 digits; 10^10 rows of so many cannot exceed them."""
_PLACES = 8
"""As many decimals are kept of a Decimal that may have more digits than that."""

_Look: TypeAlias = tuple[say.Refusal, nw.Expr]
_Rest: TypeAlias = nw.Expr | None


@attrs.frozen(kw_only=True)
class Amount:
    """What each row adds to one quantity, in types that add exactly.

    Fields:
        name: of the quantity.
        value: what each row adds; unknown where the row is not counted in it.
        total: the type of the sum.
        shown: the type in which the caller gets it.
        entries: where the rows that enter the quantity are counted, once for all of a tally.
    """

    name: str
    value: nw.Expr
    total: nw.dtypes.DType
    shown: nw.dtypes.DType
    entries: str = ""


@attrs.frozen(kw_only=True)
class Same:
    """What makes rows the same: one record by its identity, or one thing that several are about (`Tally(per=...)`).

    Fields:
        columns: what tells them apart; the columns in `Plan.keys` do so already.
        marks: the tallies in which they are.
        amounts: amount -> the mark of the tally by which the thing is counted, once; none for an identity, which may
            not be there twice.
    """

    columns: Mapping[str, nw.Expr]
    marks: tuple[str, ...]
    amounts: Mapping[str, str] = FrozenMap()


@attrs.frozen(kw_only=True)
class Plan:
    """One counting rule on the columns of one frame.

    What becomes a column on the way to the result stands under the name of that column.

    Fields:
        by: how the result calls the columns that are grouped by.
        keys: these columns.
        read: the columns that are needed.
        wanted: column of nulls alone -> the type that is made of it.
        shared: the conditions that every tally asks for.
        rests: what each tally asks for beyond them; None where that is nothing.
        amounts: what is added for each quantity.
        entries: how many rows a tally counts -> an amount that is known in these.
        unit: whose each row is, unknown where that is not said; None where nobody asks.
        shows_entries: whether the caller gets them.
        looks: refusal -> where a counted row gives rise to it.
        sames: what stands in several rows: records, unless duplicates are trusted, and what rows are about.
    """

    indicator: Indicator[Any]
    by: tuple[str, ...]
    keys: Mapping[str, nw.Expr]
    read: tuple[str, ...]
    wanted: Mapping[str, nw.dtypes.DType]
    shared: tuple[nw.Expr, ...]
    rests: Mapping[str, _Rest]
    amounts: Mapping[str, Amount]
    entries: Mapping[str, str]
    unit: nw.Expr | None
    shows_entries: bool
    looks: tuple[_Look, ...]
    sames: tuple[Same, ...]


def make_plan(question: Question, opened: Opened) -> Plan:
    """Run a rule on a frame's columns, without reading a row."""
    schema, record = opened.schema, question.record
    columns, tallies = run_rule(question, opened)
    line = StandIn(columns.column)
    limits = [(say.Refusal.IMPOSSIBLE, condition(one.holds)) for one in question.indicator.impossible(line)]
    keys = question.key_columns(schema, columns.placed)
    identity = {name: columns.column(name).expr for name in record.identity if question.duplicates == "refuse"}
    in_any_unit = _same_in_any_unit(record, identity, columns, keys)
    unit = None if question.needs_unit is None else _unit(question, columns, keys)
    columns.check()
    shared, rests = _split(tallies)
    amounts, looks = _added(tallies, rests, opened.engine)
    beside = [expr for name, expr in identity.items() if columns.placed.get(name) not in keys]
    marks, named = _named("mark", rests), _named("amount", amounts)
    inner_of = {amount.name: name for name, amount in named.items()}
    whose = [beside, *in_any_unit] if question.duplicates == "refuse" else []
    records = [Same(columns=_named("own", own), marks=tuple(marks)) for own in whose]
    return Plan(
        indicator=question.indicator,
        by=question.by,
        keys=_named("key", [group_key(column, opened) for column in keys]),
        read=tuple(dict.fromkeys([*keys, *columns.read])),
        wanted={**{column: _KEY_OF_NULLS for column in keys if schema[column] == nw.Unknown}, **columns.wanted},
        shared=shared,
        rests=marks,
        amounts=named,
        entries={amount.entries: name for name, amount in named.items()},
        unit=unit,
        shows_entries=question.entries,
        looks=(*looks, *limits, *_blank_identity(record, identity), *columns.looks),
        sames=(*records, *_things(tallies, marks, inner_of)),
    )


def _added(tallies: Sequence[Tally], rests: Sequence[_Rest], engine: Engine) -> tuple[list[Amount], list[_Look]]:
    """Return what rows add to the quantities, and what refuses them where they are counted."""
    amounts, looks = [], list[_Look]()
    for tally, rest, often in zip(tallies, rests, numbered("entries", len(tallies)), strict=True):
        unknown = [part.expr.is_null() for part in tally.per or ()]  # nobody knows what the row is about
        looks += [(say.Refusal.UNKNOWN_IDENTITY, blank if rest is None else rest & blank) for blank in unknown]
        for name, value in tally.values.items():
            amount, found = _amount(name, 0 if tally.per else value, rest, engine)
            amounts.append(attrs.evolve(amount, entries=often))
            looks.extend(found)
    return amounts, looks


def _same_in_any_unit(
    record: Any, identity: Mapping[str, nw.Expr], columns: RecordColumns, keys: Sequence[str]
) -> list[list[nw.Expr]]:
    """Return what makes records the same under two units too; nothing where each group is of one unit."""
    names = getattr(record, "same_in_any_unit", ()) if identity else ()
    others = {columns.placed.get(name) for name in identity if name not in names}
    return [] if not names or others.issubset(keys) else [[columns.column(name).expr for name in names]]


def _named(sort: str, values: Sequence[Any]) -> dict[str, Any]:
    return dict(zip(numbered(sort, len(values)), values, strict=True))


def _unit(question: Question, columns: RecordColumns, keys: Sequence[str]) -> nw.Expr:
    """Return the unit of each row; a blank one is none, and so is one by which the rows are grouped."""
    told = UNIT in columns.placed or (question.needs_unit and UNIT in columns)
    if not told or columns.placed.get(UNIT) in keys:
        return nw.lit(None, dtype=nw.String)
    unit = columns.column(UNIT).expr
    return nw.when(~is_blank(unit)).then(unit)


def _things(tallies: Iterable[Tally], marks: Iterable[str], inner_of: Mapping[str, str]) -> Iterator[Same]:
    """Return what rows are about, once for all tallies that count the same things."""
    counted: dict[tuple[int, ...], list[tuple[Tally, str]]] = {}
    for tally, mark in zip(tallies, marks, strict=True):
        if tally.per is not None:
            counted.setdefault(tuple(map(id, tally.per)), []).append((tally, mark))
    for own in counted.values():
        yield Same(
            columns=_named("own", [part.expr for part in own[0][0].per or ()]),
            marks=tuple(mark for _, mark in own),
            amounts={inner_of[name]: mark for tally, mark in own for name in tally.values},
        )


def run_rule(question: Question, opened: Opened) -> tuple[RecordColumns, list[Tally]]:
    """Return the columns of the record, and what the rule says of every row; refuse an indicator without a rule."""
    columns = RecordColumns(question.record, opened, question.place_fields(list(opened.schema)))
    tallies = list(question.indicator.tally(StandIn(columns.column), question.period))
    if any(isinstance(tally, MeanTally) for tally in tallies):
        raise say.MEANS.error(indicator=question.indicator.name)
    return columns, tallies


def group_key(column: str, opened: Opened) -> nw.Expr:
    """Return a column to group by: NaN is null, there is one 0, and structures and bytes are refused."""
    expr, dtype = opened.engine.column(column), opened.schema[column]
    if dtype == nw.Unknown:
        return expr.cast(_KEY_OF_NULLS)
    if dtype.is_float():
        zero = nw.lit(0.0, dtype=dtype)
        return nw.when(expr == 0).then(zero).otherwise(expr.fill_nan(None))
    plain = dtype in {nw.String, nw.Boolean, nw.Date, nw.Time} or isinstance(dtype, nw.Datetime)
    if not plain and not is_category(dtype) and (not dtype.is_numeric() or dtype == nw.UInt128):
        raise say.WRONG_KEY.error(column=column, value=str(dtype), available=tuple(opened.schema))
    return expr


def _split(tallies: Iterable[Tally]) -> tuple[tuple[nw.Expr, ...], list[_Rest]]:
    """Part the conditions that all tallies share, being the same object, from the rest of each."""
    each = [{id(holds): holds for holds in tally.conditions.values()} for tally in tallies]
    common = set.intersection(*map(set, each))
    shared = tuple(condition(holds) for key, holds in each[0].items() if key in common)
    rests = [[condition(holds) for key, holds in own.items() if key not in common] for own in each]
    return shared, [nw.all_horizontal(*rest, ignore_nulls=False) if rest else None for rest in rests]


def _blank_identity(record: Any, identity: Mapping[str, nw.Expr]) -> Iterator[_Look]:
    for field in fields_of(record):
        if field.name in identity:
            yield say.Refusal.UNKNOWN_IDENTITY, identity[field.name].is_null()
            if field.kind is FieldType.TEXT and field.needed:
                yield say.Refusal.UNKNOWN_IDENTITY, is_blank(identity[field.name])


def _where(rest: _Rest, value: nw.Expr) -> nw.Expr:
    """Return a value where the row is counted, and unknown elsewhere."""
    return value if rest is None else nw.when(rest).then(value)


def _amount(name: str, value: Any, rest: _Rest, engine: Engine) -> tuple[Amount, list[_Look]]:
    """Return what is added for a quantity, and what refuses it where a row is counted in it."""
    if not isinstance(value, Expression):
        dtype = nw.Int64() if isinstance(value, int) else nw.Float64()
        added = _where(rest, nw.lit(operand(value), dtype=dtype))
        return Amount(name=name, value=added, total=dtype, shown=dtype), []
    taken, unfit = (value.expr, []) if value.dtype is None else _rupiah(value.expr, value.dtype)
    holding = [(say.Refusal.UNKNOWN_VALUE, value.expr.is_null()), *unfit]
    looks = [(refusal, holds if rest is None else rest & holds) for refusal, holds in holding]
    if value.dtype is None:
        return Amount(name=name, value=_where(rest, taken), total=nw.Float64(), shown=nw.Float64()), looks
    if isinstance(value.dtype, nw.Decimal):
        total = _total(value.dtype)
        return Amount(name=name, value=_where(rest, taken.cast(total)), total=total, shown=total), looks
    added = _where(rest, taken.cast(engine.addend))
    return Amount(name=name, value=added, total=engine.total, shown=nw.Int64()), looks


def _total(dtype: nw.dtypes.Decimal) -> nw.dtypes.Decimal:
    """Return the type in which Decimals are added: all their decimals, or eight where that leaves too few digits."""
    return nw.Decimal(38, dtype.scale if dtype.precision <= _SAFE_DIGITS else min(dtype.scale, _PLACES))


def _rupiah(expr: nw.Expr, dtype: nw.dtypes.DType) -> tuple[nw.Expr, list[_Look]]:
    """Return the amounts that can be added exactly, and where there are others."""
    if dtype.is_float():
        # Spark's floor overflows on large floats, so they are not asked.
        whole = expr.floor() == expr
        fits = nw.when(expr.abs() < SAFE_FLOAT).then(whole).otherwise(nw.lit(value=False))
        return nw.when(fits).then(expr).cast(nw.Int64), [(say.Refusal.NOT_WHOLE, ~fits)]
    if isinstance(dtype, nw.Decimal) and dtype.precision > _SAFE_DIGITS:
        fits = _fits(expr, dtype)
    elif dtype in {nw.UInt64, nw.Int128}:
        fits = (expr <= LARGEST) & (expr >= -LARGEST - 1)
    else:
        return expr, []
    return nw.when(fits).then(expr), [(say.Refusal.OVERFLOW, ~fits)]


def _fits(expr: nw.Expr, dtype: nw.dtypes.Decimal) -> nw.Expr:
    """Tell where a Decimal of up to 38 digits can be added: it is not too large, and has no more decimals than kept."""
    total = _total(dtype)
    largest = min(10 ** (_SAFE_DIGITS - total.scale), 9 * 10 ** (37 - dtype.scale))
    small = expr.cast(nw.Float64).abs() < float(largest)
    if total.scale == dtype.scale:
        return small
    kept = nw.when(small).then(expr).round(total.scale).cast(total).cast(dtype)
    return nw.when(small).then(kept == expr).otherwise(nw.lit(value=False))
