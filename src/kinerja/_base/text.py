"""What a reader is told, in Indonesian and in English, and figures as each language writes them."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from decimal import Decimal

__all__ = ["Language", "Text", "write_decimal"]


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
