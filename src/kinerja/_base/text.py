"""What a reader is told, in Indonesian and in English, and figures as each language writes them."""

from __future__ import annotations

import enum
import math
from decimal import Decimal
from fractions import Fraction

import attrs


class Language(enum.Enum):
    """The languages the library speaks; Indonesian is the default of every output."""

    INDONESIAN = "id"
    ENGLISH = "en"


@attrs.frozen(kw_only=True)
class Text:
    """One sentence or label in both languages.

    `str` gives the Indonesian one, because output is Indonesian unless asked otherwise.

    >>> str(Text(id="belum diukur", en="not measured"))
    'belum diukur'
    >>> Text(id="belum diukur", en="not measured").read(Language.ENGLISH)
    'not measured'
    """

    id: str
    en: str

    def read(self, language: Language) -> str:
        """Return the text in one language."""
        return self.id if language is Language.INDONESIAN else self.en

    def about(self, what: str | Text) -> Text:
        """Return the text behind what it speaks of.

        >>> print(Text(id="belum diukur", en="not measured").about("SK1/1"))
        SK1/1: belum diukur
        """
        named = what if isinstance(what, Text) else Text(id=what, en=what)
        return Text(id=f"{named.id}: {self.id}", en=f"{named.en}: {self.en}")

    def __str__(self) -> str:
        return self.id


_INDONESIAN_MARKS = str.maketrans(",.", ".,")


def write_decimal(value: Decimal, language: Language = Language.INDONESIAN) -> str:
    """Write a number with thousands grouped, every digit kept.

    >>> from decimal import Decimal
    >>> write_decimal(Decimal("1971124137.50"))
    '1.971.124.137,50'
    >>> write_decimal(Decimal("1971124137.50"), Language.ENGLISH)
    '1,971,124,137.50'
    """
    written = format(value, ",f")
    return written.translate(_INDONESIAN_MARKS) if language is Language.INDONESIAN else written


def round_half_up(value: Fraction, digits: int = 0) -> Fraction:
    """Round to so many decimals, ties away from zero, as Indonesian tables and spreadsheets do.

    >>> round_half_up(Fraction(5, 2)), round_half_up(Fraction(-5, 2))
    (Fraction(3, 1), Fraction(-3, 1))
    """
    scale = Fraction(10) ** digits
    size = math.floor(abs(value) * scale + Fraction(1, 2)) / scale
    return -size if value < 0 else size


def telling_digits(value: Fraction, other: Fraction | None, digits: int = 2) -> int:
    """Return how many decimals, of so many at least, tell a value from another that it does not equal.

    >>> telling_digits(Fraction(44_999, 1000), Fraction(45)), telling_digits(Fraction(45), Fraction(45))
    (3, 2)
    """
    if other is None or value == other:
        return digits
    while round_half_up(value, digits) == round_half_up(other, digits):
        digits += 1
    return digits


def as_decimal(value: Fraction, digits: int) -> Decimal:
    """Return the rounded value as a Decimal that prints so many decimals; the context's precision plays no part."""
    units = Decimal(int(round_half_up(value, digits) * Fraction(10) ** digits)).as_tuple()
    return Decimal((units.sign, units.digits, -digits))


def write(value: Fraction, digits: int = 2, language: Language = Language.INDONESIAN) -> str:
    """Write a figure rounded half up.

    >>> write(Fraction(47301, 400))
    '118,25'
    """
    return write_decimal(as_decimal(value, digits), language)


def _decimals(value: Fraction) -> int | None:
    """How many decimals write the value in full; None where no number of them does."""
    rest, twos, fives = value.denominator, 0, 0
    while rest % 2 == 0:
        rest, twos = rest // 2, twos + 1
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    return max(twos, fives) if rest == 1 else None


def write_exact(value: Fraction, language: Language = Language.INDONESIAN) -> str:
    """Write a number in full: as a decimal where one exists, else as a fraction.

    >>> write_exact(Fraction(1971124137)), write_exact(Fraction(25, 2)), write_exact(Fraction(100, 3))
    ('1.971.124.137', '12,5', '100/3')
    """
    digits = _decimals(value)
    if digits is not None:
        return write(value, digits, language)
    above, below = Fraction(value.numerator), Fraction(value.denominator)
    return f"{write(above, 0, language)}/{write(below, 0, language)}"
