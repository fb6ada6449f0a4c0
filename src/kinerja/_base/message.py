"""What is said when something is refused: both texts once, under a stable code."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import attrs

from kinerja._base.number import write_exact
from kinerja._base.text import Language, Text

if TYPE_CHECKING:
    from kinerja._base.errors import KinerjaError

__all__ = ["ErrorMessage", "Message"]

E = TypeVar("E", bound="KinerjaError")


@attrs.frozen(kw_only=True)
class Message:
    """A sentence in both languages, with places for values in braces.

    Exact numbers are written in full as each language writes them, texts are read in it, everything else is written as
    Python formats it (`{value!r}` with its quotes).

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
            id=self.id.format(**_written(values, Language.INDONESIAN)),
            en=self.en.format(**_written(values, Language.ENGLISH)),
        )


@attrs.frozen(kw_only=True)
class ErrorMessage(Message, Generic[E]):
    """The sentence of an error, and the error that says it."""

    kind: type[E]

    def error(self, **values: Any) -> E:
        """Return the error; the values are its attributes too, beside the code."""
        return self.kind(self.text(**values), code=self.code, **values)


def _written(values: dict[str, object], language: Language) -> dict[str, object]:
    return {name: _as_read(value, language) for name, value in values.items()}


def _as_read(value: object, language: Language) -> object:
    if isinstance(value, Text):
        return value.read(language)
    return write_exact(value, language) if isinstance(value, Fraction) else value
