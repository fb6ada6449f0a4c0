"""What a counting rule reads of a frame in the place of a record's value: an expression of narwhals."""

from __future__ import annotations

import operator
from collections.abc import Callable, Collection
from decimal import Decimal
from fractions import Fraction
from typing import Any

import narwhals.stable.v2 as nw

from kinerja.frames import messages as say
from kinerja.records import Column

BLANKS = "".join(character for character in map(chr, range(0x3001)) if character.isspace())
"""What `str.strip` takes off; the back ends by themselves differ in it."""

_DIGITS = 38
"""As many has a Decimal."""
_LONG = 20
"""As many has a whole number of 64 bits."""
_FLOAT = nw.Float64()

_SIGNS: dict[str, Callable[[Any, Any], Any]] = {
    "==": operator.eq,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "&": operator.and_,
    "|": operator.or_,
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
}


class Expression(Column):
    """A column of any frame, as a narwhals expression.

    Fields:
        expr: what it holds.
        dtype: the type of the column it was read from; None for what is float64 and no rupiah.
    """

    __slots__ = ("dtype", "expr")

    def __init__(self, expr: nw.Expr, dtype: nw.dtypes.DType | None = None) -> None:
        self.expr: nw.Expr = expr
        self.dtype: nw.dtypes.DType | None = dtype

    @property
    def is_whole(self) -> bool:
        """Whether its type has whole numbers alone."""
        return self.dtype is not None and (self.dtype.is_integer() or getattr(self.dtype, "scale", None) == 0)

    def compare(self, sign: str, other: Any) -> Expression:
        """Compare row by row; unknown where a side is. Refuse columns that no engine compares digit by digit."""
        if isinstance(other, Expression):
            _check_comparable(self.dtype, other.dtype)
        elif isinstance(self.dtype, nw.Decimal) and isinstance(other, int):
            other = Decimal(other)  # Arrow would make 19 digits of it, and find no room for them
        return self.combine(sign, other)

    def combine(self, sign: str, other: Any) -> Expression:
        """Join two conditions."""
        return Expression(_SIGNS[sign](self.expr, operand(other)))

    def calculate(self, sign: str, left: Any, right: Any) -> Expression:
        """Calculate in float64; unknown where a side is, and where it divides by 0."""
        before, after = self.as_float(left), self.as_float(right)
        if sign == "/":
            return Expression(before / (nw.when(after != 0).then(after)))
        return Expression(_SIGNS[sign](before, after))

    def is_known(self) -> Expression:
        """Tell where a value is known."""
        return Expression(~self.expr.is_null())

    def is_unknown(self) -> Expression:
        """Tell where a value is not known."""
        return Expression(self.expr.is_null())

    def is_stated(self) -> Expression:
        """Tell where a text is known and not blank."""
        return Expression(~(self.expr.is_null() | is_blank(self.expr)))

    def is_one_of(self, options: Collection[str]) -> Expression:
        """Tell where a value is among the options."""
        return Expression(self.expr.is_in(sorted(options)))

    def choose(self, yes: Any, no: Any) -> Expression:
        """Take the first where this is true, the second where it is false; unknown where it is."""
        other = nw.when(~self.expr).then(self.as_float(no))
        return Expression(nw.when(self.expr).then(self.as_float(yes)).otherwise(other))

    def either(self, other: Any) -> Expression:
        """Take this text where it is stated, else the other, behind a sign of which of both it is."""
        second = other.expr if isinstance(other, Expression) else nw.lit(other)
        marked = [nw.concat_str(nw.lit(sign), text) for sign, text in (("1", self.expr), ("2", second))]
        return Expression(nw.when(self.is_stated().expr).then(marked[0]).otherwise(marked[1]), nw.String())

    @staticmethod
    def as_float(side: Any) -> nw.Expr:
        """Return a side in float64."""
        return side.expr.cast(nw.Float64) if isinstance(side, Expression) else nw.lit(float(side))


def _check_comparable(one: nw.dtypes.DType | None, other: nw.dtypes.DType | None) -> None:
    """Refuse a Decimal beside a float, and Decimals or whole numbers that together need more than 38 digits."""
    if not isinstance(one, nw.Decimal) and not isinstance(other, nw.Decimal):
        return
    whole, decimals = map(max, zip(_digits(one), _digits(other), strict=True))
    if whole + decimals > _DIGITS:
        raise say.INCOMPARABLE.error(value=str(one or _FLOAT), limit=str(other or _FLOAT))


def _digits(dtype: nw.dtypes.DType | None) -> tuple[int, int]:
    """Return how many digits a type may have before and after the point; a float has too many."""
    if isinstance(dtype, nw.Decimal):
        return dtype.precision - dtype.scale, dtype.scale
    if dtype is None or dtype.is_float():
        return _DIGITS, _DIGITS
    return (_DIGITS, 0) if dtype == nw.Int128 else (_LONG, 0)


def operand(side: Any) -> Any:
    """Return what narwhals takes in the place of a side: an expression, or a plain value."""
    if isinstance(side, Expression):
        return side.expr
    if isinstance(side, Fraction):
        return side.numerator if side.denominator == 1 else float(side)
    return side


def condition(holds: Any) -> nw.Expr:
    """Return where a condition of a rule holds; it is unknown, not false, where a value is."""
    expr: nw.Expr = holds.expr
    return expr


def is_blank(text: nw.Expr) -> nw.Expr:
    """Tell where a known text says nothing.

    Taking off all that `str.strip` takes off is slow in DuckDB, so only texts that begin with no printable sign of
    ASCII are looked at so closely.
    """
    odd = (text < "!") | (text > "~")
    return nw.when(odd).then(text.str.strip_chars(BLANKS) == "").otherwise(nw.lit(value=False))
