"""Columns added to a caller's frame, which keeps all it has: its kind, its types, its index.

Achievements, and for the rows that count in no quantity, why.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import narwhals.stable.v2 as nw

from kinerja._base import Number, Reason
from kinerja.decrees import Scoring
from kinerja.frames import messages as say
from kinerja.frames.arrow import each_partition, pandas_of, typed_reader
from kinerja.frames.counting_rule import run_rule
from kinerja.frames.expressions import BLANKS, Expression
from kinerja.frames.frame_kinds import Engine, F, Opened, open_frame
from kinerja.frames.misses import left_out_columns
from kinerja.frames.question import REASON, Question
from kinerja.frames.record_columns import is_category, number, wrong_type
from kinerja.measurement import Indicator, Minimise, Polarity, cannot_divide, is_no_divisor, rule
from kinerja.records import FieldType, Period

ACHIEVEMENT = "achievement"
_TARGET_HIGH, _POLARITY = "target_high", "polarity"
_NEAREST_MISS, _CAUSE = "nearest_miss", "cause"
_WANTED = {REASON: nw.String()}


def achievement(  # noqa: PLR0913 - six of them are by name and seldom given
    frame: F,
    *,
    target: str = "target",
    actual: str = "actual",
    target_high: str | None = None,
    polarity: Polarity | None = None,
    cap: Number | None = None,
    minimise: Minimise = "reflected",
) -> F:
    """Return a frame with the columns `achievement` (capaian, percent, float64) and `reason` added.

    Where there is no achievement it is null and `reason` says why, in Indonesian: no target above 0, not measured, an
    actual that the rule cannot divide by, or beyond what a float64 holds.
    A `reason` that the frame has already, as from `measure`, is kept; `achievement` is refused if it is there.

    Args:
        frame: of any kind that `measure` takes; the result is of the same kind, lazy where it is lazy.
        target: the column of targets.
        actual: the column of actuals.
        target_high: the column of the upper bounds of targets that are ranges, null where the target is a number; None
            for `target_high`, as `kinerja.frames.from_catalogue` calls it, where the frame has that.
        polarity: which way is better; None for what each row says in the column `polarity`, as
            `kinerja.frames.from_catalogue` writes it, where the frame has that, and else for more.
        cap: the highest achievement that is published, see `kinerja.Scoring`; None for no cap.
        minimise: the rule where less is better, see `kinerja.achievement`.

    Raises:
        ColumnsError: for columns that are not there or hold no numbers.
        PolarityError, QuantityError: for what is no polarity, for a cap of 0 or below, and for what is no rule.
        FrameError: for what is no frame.

    >>> import polars as pl
    >>> from kinerja import frames
    >>> rows = pl.DataFrame({"target": [45.0, 0.0], "actual": [47.25, 1.0]})
    >>> frames.achievement(rows)["achievement"].to_list()
    [105.0, None]
    """
    opened = open_frame(frame)
    schema = opened.schema
    _refuse_taken([ACHIEVEMENT], list(schema))
    _refuse_taken([REASON], [name for name in schema if name != REASON])
    high = _TARGET_HIGH if target_high is None and _TARGET_HIGH in schema else target_high
    columns = [target, actual, *([] if high is None else [high])]
    way = Polarity.MAXIMISE if polarity is None else polarity
    scoring = Scoring(cap=cap, minimise=minimise)
    added = achievement_columns(schema, opened.engine, columns, way, scoring)
    by_row = [_POLARITY] if polarity is None and _holds_text(schema, _POLARITY) else []
    for name in by_row:
        of_less = achievement_columns(schema, opened.engine, columns, Polarity.MINIMISE, scoring)
        is_less = opened.engine.column(name).cast(nw.String) == Polarity.MINIMISE.value
        added = {column: nw.when(is_less).then(of_less[column]).otherwise(more) for column, more in added.items()}
    read = dict.fromkeys([*columns, *by_row, *([REASON] if REASON in schema else [])])
    wanted = {name: _WANTED.get(name, nw.Float64()) for name in read}
    extended: F = _extend(opened, list(read), added, wanted=wanted)
    return extended


def _holds_text(schema: Mapping[str, nw.dtypes.DType], column: str) -> bool:
    return column in schema and (schema[column] == nw.String or is_category(schema[column]))


def achievement_columns(
    schema: Mapping[str, nw.dtypes.DType], engine: Engine, columns: Sequence[str], polarity: Polarity, scoring: Scoring
) -> dict[str, nw.Expr]:
    """Return the columns `achievement` and `reason`, from those of targets, actuals and upper bounds, where some are.

    What is not measured and has no target has no target.
    """
    target, actual, *above = columns
    promised, *high = (_number(schema, engine, column) for column in (target, *above))
    measured = _number(schema, engine, actual, infinite=True)
    known, no_target = _own_reason(schema, engine), cannot_divide(promised).expr | promised.expr.is_null()
    against, within = promised, nw.lit(value=False)
    for upper in high:
        against, within, no_range = _nearest(promised, measured, upper)
        no_target = no_target | no_range
    uncapped = Expression.as_float(rule(polarity, scoring.rule_of_less)(against, measured))
    uncapped = nw.when(within).then(nw.lit(100.0)).otherwise(uncapped)  # exactly, however floats divide
    # unknown where a side is, and where it would divide by 0; of infinity, by which the rule may divide, it is false
    finite = uncapped.is_finite() & Expression.as_float(measured).is_finite()
    undefined = is_no_divisor(measured, polarity, scoring.rule_of_less)
    unmeasured, untargeted = nw.lit(str(Reason.NOT_MEASURED)), nw.lit(str(Reason.NO_TARGET))
    reason: nw.Expr = nw.when(~finite).then(nw.lit(str(say.Refusal.OVERFLOW)))
    if isinstance(undefined, Expression):
        reason = nw.when(undefined.expr).then(nw.lit(str(Reason.UNDEFINED_ACHIEVEMENT))).otherwise(reason)
        uncapped = nw.when(~undefined.expr).then(uncapped)
        finite = finite & ~undefined.expr
    reason = nw.when((known == unmeasured) | measured.expr.is_null()).then(unmeasured).otherwise(reason)
    reason = nw.when(no_target).then(untargeted).otherwise(reason)
    reason = nw.when(known != unmeasured).then(known).otherwise(reason)
    capped = uncapped if scoring.cap is None else nw.min_horizontal(uncapped, nw.lit(float(scoring.cap)))
    return {ACHIEVEMENT: nw.when(known.is_null() & ~no_target & finite).then(capped), REASON: reason}


def _nearest(low: Expression, actual: Expression, high: Expression) -> tuple[Expression, nw.Expr, nw.Expr]:
    """Return the number of each target that its actual is set against, where it is in a range, and where none is."""
    lower, measured, upper = map(Expression.as_float, (low, actual, high))
    is_range, known = ~upper.is_null(), ~measured.is_null()
    within = is_range & known & (lower <= measured) & (measured <= upper)
    nearest = nw.when(is_range & (measured > upper)).then(upper).otherwise(lower)
    return Expression(nearest), within, is_range & ~(lower < upper)


def _own_reason(schema: Mapping[str, nw.dtypes.DType], engine: Engine) -> nw.Expr:
    """Return the reasons that are there already; a blank one is none."""
    if REASON not in schema:
        return nw.lit(None, dtype=nw.String)
    if schema[REASON] != nw.Unknown and not _holds_text(schema, REASON):
        raise wrong_type(REASON, FieldType.TEXT, REASON, schema)
    text = engine.column(REASON).cast(nw.String)
    return nw.when(text.str.strip_chars(BLANKS) != "").then(text)


def _number(
    schema: Mapping[str, nw.dtypes.DType], engine: Engine, column: str, *, infinite: bool = False
) -> Expression:
    """Return a column of numbers, where NaN is unknown, and infinity too unless it is kept."""
    if column not in schema:
        raise say.MISSING_COLUMNS.error(column=column, missing=(column,), available=tuple(schema))
    dtype, expr = schema[column], engine.column(column)
    if dtype == nw.Unknown:
        return Expression(expr.cast(nw.Float64))
    numbers = number(expr, dtype, engine)
    if numbers is None:
        raise wrong_type(column, FieldType.NUMBER, column, schema)
    if dtype.is_float():
        numbers = nw.when(~numbers.is_nan() if infinite else numbers.is_finite()).then(numbers)
    return Expression(numbers, dtype)


def left_out(
    indicator: Indicator[Any], frame: F, *, period: int | str | Period, columns: Mapping[str, str] | None = None
) -> F:
    """Return the rows that count in no quantity, all their columns, and beside them `nearest_miss` and `cause`.

    `nearest_miss` holds the failed conditions, in Indonesian and separated by "; ", of the quantity that the row came
    closest to, as `kinerja.measurement.Evidence.nearest_miss` has them for a record. `cause` says the same with what is
    unknown of the row before it ("tanggal penerimaan tidak diketahui"), as `kinerja.Measurement.cause` does.

    The arguments are those of `measure`.

    Raises:
        ColumnsError: for missing columns and columns of a wrong type, and for a frame that has a `nearest_miss` or a
            `cause`.
        PeriodError, FrameError: as `measure`.

    >>> import polars as pl
    >>> from kinerja import P3DNRatio, frames
    >>> lines = pl.DataFrame({"tahun": [2023, 2022], "akun": ["521211", "511111"], "pagu": [5, 5], "realisasi": [1, 1]})
    >>> frames.left_out(P3DNRatio(), lines, period=2023)["nearest_miss", "cause"].rows()
    [('tahun anggaran; akun P3DN', 'tidak memenuhi tahun anggaran, akun P3DN')]
    """
    question = Question(indicator=indicator, period=period, columns=columns)
    opened = open_frame(frame)
    _refuse_taken([_NEAREST_MISS, _CAUSE], list(opened.schema))
    record, tallies = run_rule(question, opened)
    record.check()
    nearest, cause = left_out_columns(question, record, tallies)
    added = {_NEAREST_MISS: nearest, _CAUSE: cause}
    extended: F = _extend(opened, record.read, added, wanted=record.wanted, where=_NEAREST_MISS)
    return extended


def _extend(
    opened: Opened,
    read: Sequence[str],
    added: Mapping[str, nw.Expr],
    *,
    wanted: Mapping[str, nw.dtypes.DType],
    where: str | None = None,
) -> Any:
    """Return the frame with columns added, made from those that are read.

    Columns of nulls alone among these are of the types wanted. Only rows `where` a new column is known are kept.
    """
    if opened.is_dask or nw.dependencies.is_pandas_dataframe(opened.native):
        rows = typed_reader(opened.schema, read, wanted)

        def work(frame: Any) -> Any:
            made = pandas_of(rows(frame).select(**added))
            extended = frame.assign(**{name: made[name].array for name in made.columns})
            return extended if where is None else extended[extended[where].notna()]

        return each_partition(opened.native, work) if opened.is_dask else work(opened.native)
    if nw.dependencies.is_pyarrow_table(opened.native):  # whose own columns keep their types
        extended = nw.from_native(opened.native).with_columns(opened.take(read).select(**added).iter_columns())
    else:
        extended = opened.take(list(opened.schema)).with_columns(**added)
    return opened.close(extended if where is None else extended.filter(~nw.col(where).is_null()))


def _refuse_taken(names: Sequence[str], available: Sequence[str]) -> None:
    """Refuse a frame in which a column of the result is there already: it would be overwritten."""
    folded = {column.casefold() for column in available}  # SQL makes no difference
    taken = [name for name in names if name.casefold() in folded]
    if taken:
        raise say.TAKEN_COLUMNS.error(column=tuple(taken), available=tuple(available))
