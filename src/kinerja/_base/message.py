"""What is said when something is refused: both texts once, under a stable code; and what is wrong in a file."""

from __future__ import annotations

import datetime as dt
import string
from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import attrs

from kinerja._base.causes import cause
from kinerja._base.text import Language, Text, exact_text, visible, write_fraction

if TYPE_CHECKING:
    from kinerja._base.errors import KinerjaError

E = TypeVar("E", bound="KinerjaError")


@attrs.frozen(kw_only=True)
class Problem:
    """One thing that is wrong in a file: where it stands, what it holds, what is allowed there.

    Fields:
        place: the file, or a path within it such as `entries[SK3/4].unit`.
        label: what readers call the place; the place itself where there is none.
        allowed: what may stand there.
        sheet, row, column: of a table; None where the place is no worksheet or cell.
        line: of a file of text, counted from 1; None where it is not known.
        value: what stands there; None where that is not said.
        code: of the message; it stays, while words may change.
        limit: what the value passes; None where that is not said.
        indicator: that it speaks of; None where it speaks of none.
    """

    place: str = ""
    label: Text | None = None
    allowed: Text
    sheet: str | None = None
    row: int | None = None
    column: str | None = None
    line: int | None = None
    value: object = None
    code: str = ""
    limit: object = attrs.field(default=None, repr=False)
    indicator: str | None = attrs.field(default=None, repr=False)

    def to_dict(self, language: Language = Language.INDONESIAN) -> dict[str, Any]:
        """Return it as plain data; `text` says what is allowed, where it stands has keys of its own."""
        return {
            "code": self.code,
            "text": self.allowed.read(language),
            "place": self.place or None,
            "sheet": self.sheet,
            "row": self.row,
            "line": self.line,
            "field": self.column,
            "value": _as_plain(self.value),
            "limit": _as_plain(self.limit),
            "indicator": self.indicator,
        }

    @property
    def text(self) -> Text:
        """The problem as one sentence."""
        place = Text(id=self.place, en=self.place) if self.label is None else self.label
        return Text(
            id=self._said(place.id, ("lembar", "baris", "baris", "kolom"), _shown, self.allowed.id),
            en=self._said(place.en, ("sheet", "row", "line", "column"), _shown_in_english, self.allowed.en),
        )

    def _said(self, place: str, names: tuple[str, ...], shown: Callable[[object], str], allowed: str) -> str:
        pairs = zip(names, (self.sheet, self.row, self.line, self.column), strict=True)
        cell = [f"{name} {where}" for name, where in pairs if where is not None]
        value = "" if self.value is None else shown(self.value)
        if allowed.startswith(value) or f" = {value}:" in allowed:  # which names it itself
            value = ""
        return ": ".join(filter(None, [", ".join(filter(None, [visible(place), *cell])), value, allowed]))


@attrs.frozen(kw_only=True)
class Message:
    """A sentence in both languages, with places for values in braces.

    Exact numbers are written in full as each language writes them, texts are read in it, an exception is told by its
    cause, of a tuple or list each part is written, with commas between them and a dash where there is none. In a text,
    signs that steer a terminal are shown. Everything else is written as Python formats it. `{value!r}` shows any value:
    in English as Python shows it, in Indonesian texts in quotation marks, what else there is without Python's words.

    >>> least = Message(code="example", id="{name} = {value}; paling kecil 0.", en="{name} = {value}; 0 at least.")
    >>> print(least.text(name="tenan", value=Fraction(-1, 2)))
    tenan = -0,5; paling kecil 0.
    """

    code: str
    id: str
    en: str

    def text(self, **values: object) -> Text:
        """Return the sentence with the values in their places."""
        indonesian, english = _Writer(Language.INDONESIAN), _Writer(Language.ENGLISH)
        return Text(id=indonesian.vformat(self.id, (), values), en=english.vformat(self.en, (), values))

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
        told: dict[str, Any] = {name: values[name] for name in ("limit", "indicator") if name in values}
        return Problem(place=place, allowed=allowed, row=row, column=column, value=value, code=self.code, **told)


@attrs.frozen(kw_only=True)
class ErrorMessage(Message, Generic[E]):
    """The sentence of an error, and the error that says it."""

    kind: type[E]

    def error(self, **values: Any) -> E:
        """Return the error; the values are its attributes too, beside the code."""
        return self.kind.saying(self, **values)


class _Writer(string.Formatter):
    """Puts values in their places as a language writes them; with `!r` they are shown as Python shows them."""

    def __init__(self, language: Language) -> None:
        self._language = language

    def convert_field(self, value: Any, conversion: Any) -> Any:
        if conversion == "r" and self._language is Language.INDONESIAN:
            return self._unless_endless(lambda: _shown(value))
        return self._unless_endless(lambda: super(_Writer, self).convert_field(value, conversion))

    def format_field(self, value: object, format_spec: str) -> str:
        return str(self._unless_endless(lambda: format(_written(value, self._language), format_spec)))

    def _unless_endless(self, write: Callable[[], object]) -> object:
        """Write a value; Python refuses to write whole numbers of more than 4,300 digits."""
        try:
            return write()
        except ValueError:
            return _ENDLESS.read(self._language)


_ENDLESS = Text(id="(angka dengan beribu digit)", en="(a number of thousands of digits)")


def _written(value: object, language: Language) -> object:
    if isinstance(value, str):
        return visible(value)
    if isinstance(value, Text):
        return value.read(language)
    if isinstance(value, Fraction):
        return write_fraction(value, language)
    if isinstance(value, BaseException):
        return (getattr(value, "text", None) or cause(value)).read(language)
    if isinstance(value, tuple | list):
        return ", ".join([str(_written(part, language)) for part in value]) or "-"
    return value


def _as_plain(value: object) -> object:
    """Return any value as JSON holds it: exact numbers and days as text, what it cannot hold as Python shows it."""
    match value:
        case None | bool() | int() | str():
            return value
        case Fraction():
            return exact_text(value)
        case dt.date() | dt.time() | Text():
            return str(value)
        case Mapping():
            return {str(name): _as_plain(part) for name, part in value.items()}
        case tuple() | list() | AbstractSet():
            return [_as_plain(part) for part in value]
        case _:
            return repr(value)


_MOST_DIGITS = 4_300
"""So many digits of a Decimal are written, as of Python's whole numbers; a million of them would take half a minute."""

_CONSTANTS = {"None": "kosong", "True": "true", "False": "false"}


def _in_full(value: Fraction | Decimal) -> Fraction:
    """Return a number that is written with all its digits, unless they are thousands, as `str` of Python does."""
    if isinstance(value, Decimal) and abs(value.adjusted()) >= _MOST_DIGITS:
        raise ValueError(value)
    return Fraction(value)


def _shown(value: object) -> str:
    """Show a value in Indonesian, as it could stand in a table or file."""
    if isinstance(value, Fraction) or (isinstance(value, Decimal) and value.is_finite()):
        full, written = _in_full(value), f"{value:f}" if isinstance(value, Decimal) else ""
        is_marked = full.denominator == 1 and "." in written  # 2023.0 would be shown as a whole number, 2.023
        return written.replace(".", ",") if is_marked else str(_written(full, Language.INDONESIAN))
    if isinstance(value, str | dt.date | dt.time | Text):
        return _quoted(value) if isinstance(value, str) else str(value)
    if isinstance(value, Mapping):
        named = [(name if isinstance(name, str) else _shown(name), _shown(part)) for name, part in value.items()]
        return "; ".join(map(" = ".join, named)) or "-"
    if isinstance(value, tuple | list | AbstractSet):
        return ", ".join(map(_shown, value)) or "-"
    if isinstance(value, float):
        return repr(value).replace(".", ",")
    return _CONSTANTS.get(repr(value), repr(value))


_UNSEEN = {"\n": "(baris baru)", "\r": "", "\t": "(tab)", "\xa0": "(spasi tak biasa)"}


def _quoted(text: str) -> str:
    """Put a text in quotation marks, signs that nobody sees in words."""
    seen = "".join(sign if sign.isprintable() else _UNSEEN.get(sign, "(tak tampak)") for sign in text)
    return f'"{seen}"' if "'" in seen else f"'{seen}'"


def quotation(value: object) -> Text:
    """Show a value: in Indonesian as it could stand in a table or file, in English as Python shows it."""
    return Text(id=_shown(value), en=_shown_in_english(value))


def _shown_in_english(value: object) -> str:
    """Show a value as Python does, but exact numbers as they are written."""
    return str(_written(value, Language.ENGLISH)) if isinstance(value, Fraction) else repr(value)
