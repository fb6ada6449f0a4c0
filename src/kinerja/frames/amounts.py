"""What each row adds to a quantity, in types that add exactly, and the rows whose value cannot be added so."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

import attrs
import narwhals.stable.v2 as nw

from kinerja.frames.column import FrameColumn, native
from kinerja.frames.lines import SAFE_FLOAT
from kinerja.frames.refusal import Refusal

if TYPE_CHECKING:
    from kinerja.frames.engine import Engine

__all__ = ["LARGEST", "Part", "Rest", "part_of"]

LARGEST = 2**63 - 1
_SAFE_DIGITS = 28
"""A Decimal has 38 digits; 10^10 rows of so many cannot exceed them."""
_PLACES = 8
"""As many decimals are kept of a Decimal that may have more digits than that."""


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


_Look: TypeAlias = tuple[Refusal, nw.Expr]


def part_of(name: str, value: Any, rest: Rest, engine: Engine) -> tuple[Part, list[_Look]]:
    """Return a quantity on columns, and what refuses it where a row is counted in it."""
    if not isinstance(value, FrameColumn):
        dtype = nw.Int64() if isinstance(value, int) else nw.Float64()
        return Part(name=name, value=rest.where(nw.lit(native(value), dtype=dtype)), total=dtype, shown=dtype), []
    looks = [(Refusal.UNKNOWN_VALUE, rest.among(value.expr.is_null()))]
    if value.dtype is None:
        return Part(name=name, value=rest.where(value.expr), total=nw.Float64(), shown=nw.Float64()), looks
    taken, unfit = _rupiah(value.expr, value.dtype)
    looks += [(refusal, rest.among(holds)) for refusal, holds in unfit]
    if isinstance(value.dtype, nw.Decimal):
        total = _total(value.dtype)
        return Part(name=name, value=rest.where(taken.cast(total)), total=total, shown=total), looks
    return Part(name=name, value=rest.where(taken.cast(engine.addend)), total=engine.total, shown=nw.Int64()), looks


def _total(dtype: nw.dtypes.Decimal) -> nw.dtypes.Decimal:
    """Return the type in which Decimals are added: all their decimals, or eight where that leaves too few digits."""
    return nw.Decimal(38, dtype.scale if dtype.precision <= _SAFE_DIGITS else min(dtype.scale, _PLACES))


def _rupiah(expr: nw.Expr, dtype: nw.dtypes.DType) -> tuple[nw.Expr, list[_Look]]:
    """Return the amounts that can be added exactly, and where there are others."""
    if dtype.is_float():
        # Spark's floor overflows on large floats, so they are not asked.
        whole = expr.floor() == expr
        fits = nw.when(expr.abs() < SAFE_FLOAT).then(whole).otherwise(nw.lit(value=False))
        return nw.when(fits).then(expr).cast(nw.Int64), [(Refusal.NOT_WHOLE, ~fits)]
    if isinstance(dtype, nw.Decimal) and dtype.precision > _SAFE_DIGITS:
        fits = _fits(expr, dtype)
    elif dtype in {nw.UInt64, nw.Int128}:
        fits = (expr <= LARGEST) & (expr >= -LARGEST - 1)
    else:
        return expr, []
    return nw.when(fits).then(expr), [(Refusal.OVERFLOW, ~fits)]


def _fits(expr: nw.Expr, dtype: nw.dtypes.Decimal) -> nw.Expr:
    """Tell where a Decimal of up to 38 digits can be added: it is not too large, and has no more decimals than kept."""
    total = _total(dtype)
    largest = min(10 ** (_SAFE_DIGITS - total.scale), 9 * 10 ** (37 - dtype.scale))
    small = expr.cast(nw.Float64).abs() < float(largest)
    if total.scale == dtype.scale:
        return small
    kept = nw.when(small).then(expr).round(total.scale).cast(total).cast(dtype)
    return nw.when(small).then(kept == expr).otherwise(nw.lit(value=False))
