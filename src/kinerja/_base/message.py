"""What is said when something is refused: both texts once, under a stable code."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import attrs

from kinerja._base.problem import Problem
from kinerja._base.text import Language, Text, write_exact

if TYPE_CHECKING:
    from kinerja._base.errors import KinerjaError

__all__ = ["ErrorMessage", "Message"]

E = TypeVar("E", bound="KinerjaError")


@attrs.frozen(kw_only=True)
class Message:
    """A sentence in both languages, with places for values in braces.

    Exact numbers are written in full as each language writes them, texts are read in it, of a tuple or list each part
    is written, with commas between them and a dash where there is none. Everything else is written as Python formats
    it; `{value!r}` shows any value as Python shows it.

    >>> least = Message(code="example", id="{name} = {value}; paling kecil 0.", en="{name} = {value}; 0 at least.")
    >>> print(least.text(name="tenan", value=Fraction(-1, 2)))
    tenan = -0,5; paling kecil 0.
    """

    code: str
    id: str
    en: str

    def text(self, **values: object) -> Text:
        """Return the sentence with the values in their places."""
        return Text(
            id=self.id.format(**{name: _as_read(value, Language.INDONESIAN) for name, value in values.items()}),
            en=self.en.format(**{name: _as_read(value, Language.ENGLISH) for name, value in values.items()}),
        )

    def problem(
        self,
        place: str = "",
        *,
        row: int | None = None,
        column: str | None = None,
        value: object = None,
        **values: object,
    ) -> Problem:
        """Return the sentence as a problem of a file, which says where it stands and what it holds."""
        allowed = self.text(place=place, row=row, column=column, value=value, **values)
        return Problem(place=place, allowed=allowed, row=row, column=column, value=value, code=self.code)


@attrs.frozen(kw_only=True)
class ErrorMessage(Message, Generic[E]):
    """The sentence of an error, and the error that says it."""

    kind: type[E]

    def error(self, **values: Any) -> E:
        """Return the error; the values are its attributes too, beside the code."""
        return self.kind.saying(self, **values)


def _as_read(value: object, language: Language) -> object:
    if isinstance(value, Text):
        return value.read(language)
    return _Written(value, language) if isinstance(value, Fraction | tuple | list) else value


@attrs.frozen
class _Written:
    """A value as a language writes it; with `!r` it is shown as Python shows it."""

    value: Fraction | tuple[object, ...] | list[object]
    language: Language

    def __str__(self) -> str:
        if isinstance(self.value, Fraction):
            return write_exact(self.value, self.language)
        return ", ".join([str(_as_read(part, self.language)) for part in self.value]) or "-"

    def __repr__(self) -> str:
        return repr(self.value)
