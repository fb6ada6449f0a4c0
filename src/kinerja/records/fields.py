"""Source rows (data dukung): how each field is headed in a table, what it holds, and what makes two rows one."""

from __future__ import annotations

import datetime as dt
import enum
from typing import TYPE_CHECKING, Any

import attrs

from kinerja._base import Number, QuantityError, Text, exact
from kinerja.records import messages as say
from kinerja.records.accounts import is_account

if TYPE_CHECKING:
    from fractions import Fraction

__all__ = [
    "UNIT",
    "Field",
    "Kind",
    "check_record",
    "coded",
    "dated",
    "described",
    "fields_of",
    "flagged",
    "named",
    "numbered",
    "optional_exact",
    "plain_heading",
    "worded",
]


class Kind(enum.Enum):
    """What a field holds."""

    TEXT = "text"
    DATE = "date"
    NUMBER = "number"
    RUPIAH = "rupiah"
    YEAR = "year"
    FLAG = "flag"
    ACCOUNT = "account"


_KEY = "kinerja"


@attrs.frozen(kw_only=True)
class Field:
    """A field of a record class, as tables and forms show it.

    Fields:
        name: of the attribute.
        heading: of the column, in both languages; `also` holds other headings that are taken.
        kind: what it holds.
        note: what to fill in.
        options: the only texts allowed, Indonesian; none where any text is.
        needed: whether every row of a table must have it.
    """

    name: str
    heading: Text
    kind: Kind
    note: Text
    also: tuple[str, ...] = ()
    options: tuple[str, ...] = ()
    needed: bool = True

    @property
    def headings(self) -> tuple[str, ...]:
        """How its column may be headed, Indonesian first; `plain_heading` tells whether two are the same."""
        return tuple(dict.fromkeys([self.heading.id, self.heading.en, *self.also, self.name]))


def plain_heading(heading: str) -> str:
    """Return a heading without what makes no difference: upper and lower case, and runs of blanks.

    >>> plain_heading("  Pagu   Revisi ")
    'pagu revisi'
    """
    return " ".join(heading.split()).casefold()


def described(heading: Text, note: Text, *, kind: Kind = Kind.TEXT, **more: Any) -> dict[str, Any]:
    """Return the metadata by which a record class describes one of its fields.

    Args:
        heading: see `Field`, as for the others.
        note: as said there.
        kind: as said there.
        more: `also` and `options`, and `needed` where a table must have what a record may lack; without it every row
            must have what has no default.
    """
    return {_KEY: {"heading": heading, "note": note, "kind": kind, **more}}


UNIT = described(
    Text(id="satker", en="unit"),
    Text(
        id="Kode atau nama balai. Isi di semua baris, atau kosongkan semua bila seluruh folder milik satu balai.",
        en="Code or name of the balai, in every row; or in none where the whole folder is of one balai.",
    ),
    also=("satuan kerja", "balai", "unit kerja"),
)
"""The description of the field `unit`, which every record has."""


def fields_of(record: type[Any]) -> tuple[Field, ...]:
    """Return the fields of a record class, in order."""
    return tuple(
        Field(**{"name": attribute.name, "needed": attribute.default is attrs.NOTHING, **attribute.metadata[_KEY]})
        for attribute in attrs.fields(record)
    )


def check_record(indicator: str, record: Any) -> None:
    """Hold that a record class can be counted and read back.

    Raises:
        IndicatorError: for one that is no attrs class, or whose identity is not named by its fields.
    """
    if not attrs.has(record):
        raise say.NO_RECORD.error(indicator=indicator, member="record", value=getattr(record, "__name__", record))
    names = [field.name for field in attrs.fields(record)]
    identity = getattr(record, "identity", ())
    if not identity or not set(names).issuperset(identity):
        raise say.NO_IDENTITY.error(indicator=indicator, member="record", value=record.__name__, names=", ".join(names))


def _refusal(instance: object, attribute: attrs.Attribute[Any], value: object, allowed: Text) -> QuantityError:
    kind = type(instance).__name__
    return QuantityError(
        Text(
            id=f"{kind}.{attribute.name} = {value!r}: {allowed.id}",
            en=f"{kind}.{attribute.name} = {value!r}: {allowed.en}",
        ),
        indicator=kind,
        value=value,
    )


def named(instance: object, attribute: attrs.Attribute[Any], value: object) -> None:
    """Validate a text that makes a record one and the same: it cannot be blank."""
    if not isinstance(value, str) or not value.strip():
        allowed = Text(id="harus teks yang tidak kosong.", en="must be a text that is not blank.")
        raise _refusal(instance, attribute, value, allowed)


def worded(instance: object, attribute: attrs.Attribute[Any], value: object) -> None:
    """Validate a text; None where it is unknown, if that is its default. A number would never equal any text."""
    if not isinstance(value, str) and (value is not None or attribute.default is not None):
        allowed = Text(id="harus teks, dalam tanda kutip.", en="must be a text, in quotes.")
        raise _refusal(instance, attribute, value, allowed)


def coded(instance: object, attribute: attrs.Attribute[Any], value: object) -> None:
    """Validate an account (akun): a text of six digits; None where it is unknown, if that is its default."""
    if not is_account(value) and (value is not None or attribute.default is not None):
        allowed = Text(
            id="harus teks enam angka dalam tanda kutip, misalnya '521211'.",
            en="must be a text of six digits in quotes, for example '521211'.",
        )
        raise _refusal(instance, attribute, value, allowed)


def dated(instance: object, attribute: attrs.Attribute[Any], value: object) -> None:
    """Validate a day: a date without a time, or None where it is unknown."""
    if value is not None and (not isinstance(value, dt.date) or isinstance(value, dt.datetime)):
        allowed = Text(
            id="harus datetime.date, tanpa jam; kinerja.readers.read_date membaca teks.",
            en="must be a datetime.date, without a time; kinerja.readers.read_date reads text.",
        )
        raise _refusal(instance, attribute, value, allowed)


def flagged(instance: object, attribute: attrs.Attribute[Any], value: object) -> None:
    """Validate a flag: True or False, and nothing that could be taken for one."""
    if not isinstance(value, bool):
        allowed = Text(id="harus True atau False.", en="must be True or False.")
        raise _refusal(instance, attribute, value, allowed)


def numbered(instance: object, attribute: attrs.Attribute[Any], value: object) -> None:
    """Validate a year: a whole number."""
    if isinstance(value, bool) or not isinstance(value, int):
        allowed = Text(id="harus tahun, misalnya 2023.", en="must be a year, for example 2023.")
        raise _refusal(instance, attribute, value, allowed)


def optional_exact(value: Number | None) -> Fraction | None:
    """Convert a number exactly, or leave None: unknown is never 0."""
    return None if value is None else exact(value)
