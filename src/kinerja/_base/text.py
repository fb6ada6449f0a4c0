"""What a reader is told, in Indonesian and in English, and figures as each language and files write them."""

from __future__ import annotations

import enum
import functools
import math
import re
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import TypeVar

import attrs

Given = TypeVar("Given")


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

    @classmethod
    def each(cls, write: Callable[[Language], str]) -> Text:
        """Return what is written in each language.

        >>> Text.each(lambda language: write_fraction(Fraction(25, 2), language))
        Text(id='12,5', en='12.5')
        """
        return cls(**{language.value: write(language) for language in Language})

    def about(self, what: str | Text) -> Text:
        """Return the text behind what it speaks of.

        >>> print(Text(id="belum diukur", en="not measured").about("SK1/1"))
        SK1/1: belum diukur
        """
        named = _as_text(what)
        return Text(id=f"{named.id}: {self.id}", en=f"{named.en}: {self.en}")

    @staticmethod
    def joined(texts: Iterable[str | Text], between: str | Text = ", ") -> Text:
        """Return several texts as one.

        >>> Text.joined(["Medan", "Padang"], AND).read(Language.ENGLISH)
        'Medan and Padang'
        """
        every, sign = [_as_text(text) for text in texts], _as_text(between)
        return Text(id=sign.id.join(text.id for text in every), en=sign.en.join(text.en for text in every))

    def __str__(self) -> str:
        return self.id


AND = Text(id=" dan ", en=" and ")
"""Stands between texts in `Text.joined`."""


def _as_text(given: str | Text) -> Text:
    return given if isinstance(given, Text) else Text(id=given, en=given)


def shortened(names: Sequence[Given], most: int = 20) -> list[Given | Text]:
    """Return the first of many names, and how many more there are."""
    more = len(names) - most
    return [*names[:most], Text(id=f"dan {more} lainnya", en=f"and {more} more")] if more > 0 else [*names]


def few(names: Sequence[str | Text], most: int) -> Text:
    """Return the first of several texts, and how many more there are.

    >>> print(few(["SK1/1", "SK1/2", "SK2/1"], 2))
    SK1/1, SK1/2, dan 1 lainnya
    """
    return Text.joined(shortened(names, most))


def one_or_more(given: str | Iterable[Given]) -> tuple[str | Given, ...]:
    """Return what was given as a tuple; a text is one, and not its letters.

    >>> one_or_more("Medan"), one_or_more(["Medan", "Padang"])
    (('Medan',), ('Medan', 'Padang'))
    """
    return (given,) if isinstance(given, str) else tuple(given)


class Reason(enum.Enum):
    """Why a figure is missing. A missing figure is never 0.

    `str` gives the Indonesian sentence; `reason.value` holds both languages.

    >>> str(Reason.NOT_MEASURED)
    'Belum diukur.'
    >>> Reason.NOT_MEASURED.value.en
    'Not measured yet.'
    """

    NOT_MEASURED = Text(id="Belum diukur.", en="Not measured yet.")
    NO_TARGET = Text(
        id="Tidak ada target yang dapat menjadi pembagi: targetnya tidak ditetapkan atau bukan di atas 0.",
        en="No target to divide by: none is set, or it is not above 0.",
    )
    UNDEFINED_ACTUAL = Text(
        id="Realisasi tidak terdefinisi: pembaginya nol atau di bawah nol.",
        en="The actual is undefined: there is nothing above 0 to divide by.",
    )
    UNDEFINED_ACHIEVEMENT = Text(
        id="Capaian tidak terdefinisi: aturan T / R membagi dengan realisasi, yang nol atau di bawah nol; targetnya "
        "tercapai.",
        en="The achievement is undefined: the rule T / R divides by the actual, which is not above 0; the target is "
        "met.",
    )
    NOT_APPLICABLE = Text(id="Tidak berlaku (N/A).", en="Not applicable (N/A).")

    def __str__(self) -> str:
        return self.value.id


_STEERS = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def visible(text: str) -> str:
    r"""Write a text so that no sign in it steers a terminal or turns the order of others round; lines stay.

    >>> visible("PT A\x1b[2J")
    'PT A\\x1b[2J'
    """
    return _STEERS.sub(lambda sign: repr(sign[0])[1:-1], text)


_INDONESIAN_MARKS = str.maketrans(",.", ".,")


def half_up(value: Fraction, digits: int = 0) -> Fraction:
    """Round an exact number to so many decimals, ties away from zero."""
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
    while half_up(value, digits) == half_up(other, digits):
        digits += 1
    return digits


def as_decimal(value: Fraction, digits: int) -> Decimal:
    """Return the rounded value as a Decimal that prints so many decimals; the context's precision plays no part."""
    units = Decimal(int(half_up(value, digits) * Fraction(10) ** digits)).as_tuple()
    return Decimal((units.sign, units.digits, -digits))


def write_half_up(value: Fraction, digits: int = 2, language: Language = Language.INDONESIAN) -> str:
    """Write an exact number rounded half up, thousands grouped."""
    written = format(as_decimal(value, digits), ",f")
    return written.translate(_INDONESIAN_MARKS) if language is Language.INDONESIAN else written


def write_fraction(value: Fraction, language: Language = Language.INDONESIAN) -> str:
    """Write an exact number in full: as a decimal where one exists, else as a fraction."""
    enough = value.denominator.bit_length()  # of decimals, for a denominator made of twos and fives alone
    if 10**enough % value.denominator:
        return "/".join(write_half_up(Fraction(part), 0, language) for part in value.as_integer_ratio())
    digits = next(digits for digits in range(enough) if 10**digits % value.denominator == 0)
    return write_half_up(value, digits, language)


def in_full(value: Fraction) -> Text:
    """Write a number in full, as each language does."""
    return Text.each(functools.partial(write_fraction, value))


_LEGIBLE = 40
"""A fraction of more signs says its size to nobody."""


def write_legibly(value: Fraction, language: Language = Language.INDONESIAN) -> str:
    """Write a number in full, or its first six decimals and `…` where its fraction is long.

    >>> write_legibly(Fraction(100, 3)), write_legibly(Fraction(10**30, 3**50))
    ('100/3', '1.392.955,569098…')
    """
    exact = write_fraction(value, language)
    if "/" not in exact or len(exact) <= _LEGIBLE:
        return exact
    return write_half_up(Fraction(int(value * 10**6), 10**6), 6, language) + "…"


_EXACT = re.compile(r"-?[0-9]+(?:/[0-9]*[1-9][0-9]*)?", re.ASCII)

_LONGEST = 100_000
"""So many signs are read: the mean of a thousand ratios has ten thousand; beyond these reading takes seconds."""


def exact_text(value: Fraction) -> str:
    """Write what `read_exact` reads, however many digits there are; `str` of Python stops at 4,300.

    >>> exact_text(Fraction(100, 3)), exact_text(Fraction(150))
    ('100/3', '150')
    """
    return "/".join(str(Decimal(part)) for part in value.as_integer_ratio()).removesuffix("/1")


def read_exact(text: str) -> Fraction | None:
    """Read what `str` writes of a Fraction, such as "100/3"; None for anything else.

    >>> read_exact("100/3"), read_exact("1e9")
    (Fraction(100, 3), None)
    """
    if len(text) > _LONGEST or _EXACT.fullmatch(text) is None:
        return None
    numerator, _, denominator = text.partition("/")
    return Fraction(int(Decimal(numerator)), int(Decimal(denominator or 1)))


def as_json(plain: object) -> str:
    """Write plain data as JSON, letters as they are."""
    import json  # noqa: PLC0415 - needed here alone, and `import kinerja` stays light

    return json.dumps(plain, ensure_ascii=False, indent=2)
