"""Exact numbers: what a caller gives becomes a Fraction; a Percent is one that reads well."""

from __future__ import annotations

import math
import numbers
import re
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Any, Protocol, Self, TypeAlias, TypeVar

from kinerja._base import messages as say
from kinerja._base.errors import InexactNumberError, UndefinedAchievementError
from kinerja._base.text import Language, as_decimal, half_up, write_fraction, write_half_up

Number: TypeAlias = int | float | Decimal | Fraction
"""What callers may pass; numpy's scalar numbers are taken too."""


class Arithmetic(Protocol):
    """What a formula needs of its quantities: `+ - * /` among themselves and with whole numbers."""

    def __add__(self, other: Self | int, /) -> Self: ...
    def __radd__(self, other: int, /) -> Self: ...
    def __sub__(self, other: Self | int, /) -> Self: ...
    def __rsub__(self, other: int, /) -> Self: ...
    def __mul__(self, other: Self | int, /) -> Self: ...
    def __rmul__(self, other: int, /) -> Self: ...
    def __truediv__(self, other: Self | int, /) -> Self: ...
    def __rtruediv__(self, other: int, /) -> Self: ...


class Calculated:
    """Arithmetic that is not done but told: a subclass says what becomes of a sign and its two sides."""

    __slots__ = ()

    calculate: Callable[[str, Any, Any], Any]

    def __add__(self, other: Any) -> Any:
        return self.calculate("+", self, other)

    def __radd__(self, other: Any) -> Any:
        return self.calculate("+", other, self)

    def __sub__(self, other: Any) -> Any:
        return self.calculate("-", self, other)

    def __rsub__(self, other: Any) -> Any:
        return self.calculate("-", other, self)

    def __mul__(self, other: Any) -> Any:
        return self.calculate("*", self, other)

    def __rmul__(self, other: Any) -> Any:
        return self.calculate("*", other, self)

    def __truediv__(self, other: Any) -> Any:
        return self.calculate("/", self, other)

    def __rtruediv__(self, other: Any) -> Any:
        return self.calculate("/", other, self)


N = TypeVar("N", bound=Arithmetic)
"""The kind of number a formula runs on: the same in as out."""


_LARGEST_EXPONENT = 400
"""A Decimal beyond this, wider than any float, is a slip, and would fill the memory as a Fraction."""

_LARGEST_BITS = (10 ** (_LARGEST_EXPONENT + 1)).bit_length()
"""The same of whole numbers and Fractions: so many bits may the numerator have more than the denominator, or fewer."""


def exact(value: Number) -> Fraction:
    """Return the number a caller means, exactly.

    A float means the decimal that it prints: 47.25 is 189/4 and 0.1 is 1/10.

    Raises:
        InexactNumberError: for text, None, bool, complex, NaN, infinity, and for what has 400 digits before or after
            the point.

    >>> exact(0.1)
    Fraction(1, 10)
    >>> exact("82,7")
    Traceback (most recent call last):
    kinerja.InexactNumberError: '82,7' is text, not a number. Pass an int, a Fraction, a Decimal or a \
float; kinerja.readers reads numbers written in Indonesian.
    """
    if isinstance(value, bool):
        raise _refusal(value)
    if isinstance(value, int | Fraction):
        if abs(value.numerator.bit_length() - value.denominator.bit_length()) > _LARGEST_BITS:
            raise _refusal(value)
        return Fraction(value)
    if isinstance(value, Decimal) and value.is_finite() and abs(value.adjusted()) <= _LARGEST_EXPONENT:
        return Fraction(value)
    if isinstance(value, float) and math.isfinite(value):
        return Fraction(float.__repr__(value))
    return _exact_scalar(value)


def _exact_scalar(value: object) -> Fraction:
    """Read numpy's scalars, which register as numbers, through the decimal that they print."""
    if isinstance(value, float) or not isinstance(value, numbers.Real):
        raise _refusal(value)
    try:
        return Fraction(str(value))
    except ValueError:
        raise _refusal(value) from None


def _refusal(value: object) -> InexactNumberError:
    match value:
        case str():
            message = say.TEXT_NO_NUMBER
        case None:
            message = say.NONE_NO_NUMBER
        case float() | Decimal() | int() | Fraction() if not isinstance(value, bool):
            message = say.NOT_FINITE
        case _ if hasattr(value, "actual"):
            message = say.HAS_ACTUAL
        case _:
            message = say.NOT_EXACT
    return InexactNumberError.saying(message, value=value, kind=type(value).__name__)


def round_half_up(value: Number, digits: int = 0) -> Fraction:
    """Round to so many decimals, ties away from zero, as Indonesian tables and spreadsheets do.

    Raises:
        InexactNumberError: for what is not one exact number, see `exact`.

    >>> round_half_up(Fraction(5, 2)), round_half_up(Fraction(-5, 2)), round_half_up(1.005, 2)
    (Fraction(3, 1), Fraction(-3, 1), Fraction(101, 100))
    """
    return half_up(exact(value), digits)


def write(value: Number, digits: int = 2, language: Language = Language.INDONESIAN) -> str:
    """Write a figure rounded half up, thousands grouped.

    Raises:
        InexactNumberError: for what is not one exact number, see `exact`.

    >>> write(Fraction(1971124137, 8)), write(Fraction(1971124137, 8), 1, Language.ENGLISH)
    ('246.390.517,13', '246,390,517.1')
    """
    return write_half_up(exact(value), digits, language)


def write_exact(value: Number, language: Language = Language.INDONESIAN, *, grouped: bool = True) -> str:
    """Write a number in full: as a decimal where one exists, else as a fraction.

    Thousands are grouped, unless it is to be read back: one dot before three digits is ambiguous to
    `kinerja.readers.read_number`, which reads what is not grouped.

    Raises:
        InexactNumberError: for what is not one exact number, see `exact`.

    >>> write_exact(1971124137), write_exact(47.25), write_exact(Fraction(100, 3))
    ('1.971.124.137', '47,25', '100/3')
    >>> write_exact(-1000, grouped=False)
    '-1000'
    """
    written = write_fraction(exact(value), language)
    return written if grouped else written.replace("." if language is Language.INDONESIAN else ",", "")


_PLACED = re.compile(r"(?P<align>.?[<>^])?(?P<width>[1-9][0-9]*)?", re.DOTALL)
_FORMAT = re.compile(r"(?P<layout>(?:.?[<>=^])?[-+ ]?0?[0-9]*,?)(?:\.(?P<digits>[0-9]+))?(?P<kind>[fF%])", re.DOTALL)


class Percent(Fraction):
    """A number in percent that reads well: 150 is one hundred and fifty percent.

    It compares, hashes and calculates as the number it is; arithmetic gives plain Fractions. `str`, `write`, `format`
    and `round` round half up, away from zero on ties. `str` is Indonesian, as every `str` of the library; `write` takes
    the language; a format with its kind, such as `.2f`, keeps the point as for Python's own numbers.

    >>> share = Percent(Fraction(47251, 400))
    >>> print(share, f"{share}", f"{share:.1f}", share.write(Language.ENGLISH))
    118,13% 118,13% 118.1 118.13%
    >>> f"{Percent(150):.0%}", round(Percent(Fraction(5, 2)))
    ('150%', 3)
    >>> Percent(150) == 150, Percent(150) / 100
    (True, Fraction(3, 2))
    """

    __slots__ = ()

    def __new__(cls, numerator: Number = 0, denominator: Number | None = None) -> Self:
        """Build the percent; the arguments are exact numbers as `exact` takes them.

        Raises:
            InexactNumberError: for what is not one exact number.
            UndefinedAchievementError: for a denominator of 0.
        """
        divisor = None if denominator is None else exact(denominator)
        if divisor == 0:
            raise UndefinedAchievementError.saying(say.NO_DENOMINATOR, value=denominator)
        return super().__new__(cls, exact(numerator), divisor)

    def write(self, language: Language = Language.INDONESIAN, digits: int = 2) -> str:
        """Write it rounded half up, with its sign: `118,13%`, in English `118.13%`."""
        return f"{write(self, digits, language)}%"

    def __str__(self) -> str:
        return self.write()

    def __format__(self, spec: str) -> str:
        """Format with `f` or `%` and any number of decimals; a `%` adds the sign and never multiplies.

        Without either it is written as `str` writes it, placed within the width.
        """
        placed = _PLACED.fullmatch(spec)
        if placed is not None:
            return format(str(self), f"{placed['align'] or '>'}{placed['width'] or ''}")
        parts = _FORMAT.fullmatch(spec)
        if parts is None:
            message = f"format {spec!r} is not known to Percent; use for example '.1f', '.2%' or '>10'"
            raise ValueError(message)
        digits = int(parts["digits"] or 6)
        rounded = as_decimal(self, digits)
        if parts["kind"] == "%":
            sign, figures, exponent = rounded.as_tuple()
            rounded = Decimal((sign, figures, int(exponent) - 2))  # because Decimal's % multiplies by 100
        return format(rounded, f"{parts['layout']}.{digits}{parts['kind']}")

    def __round__(self, ndigits: int | None = None) -> int | Percent:  # type: ignore[override]
        rounded = half_up(self, ndigits or 0)
        return int(rounded) if ndigits is None else Percent(rounded)

    def __reduce__(self) -> tuple[type[Percent], tuple[int, int]]:
        return type(self), (self.numerator, self.denominator)

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: object, _handler: object) -> Any:
        """Read and write it exactly in models of pydantic, as `ExactNumber` is."""
        from kinerja._base.schema import exact_schema  # noqa: PLC0415 - only pydantic asks

        return exact_schema(cls)


class _Exactly:
    """What a Fraction is annotated with, so that models of pydantic read and write it exactly."""

    def __get_pydantic_core_schema__(self, _source: object, _handler: object) -> Any:
        from kinerja._base.schema import exact_schema  # noqa: PLC0415 - as above

        return exact_schema(exact)


ExactNumber: TypeAlias = Annotated[Fraction, _Exactly()]
"""A Fraction as a field of a pydantic model: read as `exact` reads it or from text such as "100/3", written so.

pydantic alone takes 0.1 for the binary number beside it. A float within JSON is refused: it was rounded before.
"""
