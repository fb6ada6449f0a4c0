"""Source rows (data dukung): what each field holds, how a table heads it, what holds it to that; sets of accounts."""

from __future__ import annotations

import datetime as dt
import enum
import functools
import numbers
import re
import typing
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypedDict, Unpack

import attrs

from kinerja._base import ErrorMessage, Number, QuantityError, Text, exact
from kinerja.records import messages as say

if TYPE_CHECKING:
    from fractions import Fraction


class FieldType(enum.Enum):
    """What a field holds."""

    TEXT = "text"
    DATE = "day"
    NUMBER = "number"
    RUPIAH = "rupiah"
    YEAR = "year"
    FLAG = "flag"
    ACCOUNT = "account"


_KEY = "kinerja"
_HELD = "kinerja, held by kind"


@attrs.frozen(kw_only=True)
class Field:
    """A field of a record class, as tables and forms show it.

    Fields:
        name: of the attribute.
        heading: of the column, Indonesian; `also` holds other headings that are taken.
        kind: what it holds.
        note: what to fill in, Indonesian.
        options: the only texts allowed, Indonesian; none where any text is.
        needed: whether every row of a table must have it.
        blank: whether a text may be blank; one that makes a record one and the same may not.
        like: the field, before this one, with which it is compared: both are written with `%`, or neither is.
    """

    name: str
    heading: str
    kind: FieldType
    note: str
    also: tuple[str, ...] = ()
    options: tuple[str, ...] = ()
    needed: bool
    blank: bool = True
    like: str = ""

    @property
    def headings(self) -> tuple[str, ...]:
        """How its column may be headed, Indonesian first; `plain_heading` tells whether two are the same."""
        return tuple(dict.fromkeys([self.heading, self.name.replace("_", " "), *self.also, self.name]))


def plain_heading(heading: str) -> str:
    """Return a heading without what makes no difference: upper and lower case, and runs of blanks.

    >>> plain_heading("  Pagu   Revisi ")
    'pagu revisi'
    """
    return " ".join(heading.split()).casefold()


class More(TypedDict, total=False):
    """What a description may say besides heading and note: see `Field`, by the same names.

    `needed` is for what a record may lack and a table must have; without it every row must have what has no default.
    """

    also: tuple[str, ...]
    options: tuple[str, ...]
    needed: bool
    like: str


def name(heading: str, note: str, **more: Unpack[More]) -> dict[str, Any]:
    """Describe a text that makes a record one and the same: it is never blank."""
    return _described(FieldType.TEXT, heading, note, {**more, "blank": False})


def text(heading: str, note: str, **more: Unpack[More]) -> dict[str, Any]:
    """Describe a text; with `options` a form lets choose from them alone."""
    return _described(FieldType.TEXT, heading, note, {**more})


def account(heading: str, note: str, **more: Unpack[More]) -> dict[str, Any]:
    """Describe an account (akun): a text of six digits."""
    return _described(FieldType.ACCOUNT, heading, note, {**more})


def day(heading: str, note: str, **more: Unpack[More]) -> dict[str, Any]:
    """Describe a day: a date without a time."""
    return _described(FieldType.DATE, heading, note, {**more})


def year(heading: str, note: str, **more: Unpack[More]) -> dict[str, Any]:
    """Describe a year: a whole number."""
    return _described(FieldType.YEAR, heading, note, {**more})


def number(heading: str, note: str, **more: Unpack[More]) -> dict[str, Any]:
    """Describe a number, with `converter=exact`, or `optional_exact` where it may be unknown."""
    return _described(FieldType.NUMBER, heading, note, {**more})


def rupiah(heading: str, note: str, **more: Unpack[More]) -> dict[str, Any]:
    """Describe an amount in rupiah, with a converter as a number has."""
    return _described(FieldType.RUPIAH, heading, note, {**more})


def flag(heading: str, note: str, **more: Unpack[More]) -> dict[str, Any]:
    """Describe what is true or false; a form asks for ya or tidak."""
    return _described(FieldType.FLAG, heading, note, {**more})


def unit(called: str = "balai") -> dict[str, Any]:
    """Describe the unit (satker) whose row it is: the field `unit`, which every record for several units has."""
    return name(
        "satker",
        f"Kode atau nama {called}. Isi di semua baris, atau kosongkan semua bila semuanya milik satu {called}.",
        also=("satuan kerja", "balai", "unit kerja"),
    )


def _described(kind: FieldType, heading: str, note: str, more: dict[str, Any]) -> dict[str, Any]:
    return {_KEY: {"kind": kind, "heading": heading, "note": note, **more}}


def is_described(attribute: attrs.Attribute[Any]) -> bool:
    """Tell whether an attribute says what it holds and how it is headed."""
    return _KEY in attribute.metadata


def options_of(attribute: attrs.Attribute[Any]) -> tuple[str, ...]:
    """Return the only texts that an attribute may hold; none where any may be."""
    options: tuple[str, ...] = attribute.metadata.get(_KEY, {}).get("options", ())
    return options


def hints_of(kind: type[Any]) -> Mapping[str, Any]:
    """Return the annotations of a class."""
    return _hints(kind)


# To look up what they name takes longer than all that is asked of them.
_hints: Callable[[Any], Mapping[str, Any]] = functools.cache(typing.get_type_hints)


def fields_of(record: type[Any]) -> tuple[Field, ...]:
    """Return the fields of a record class, in order.

    Raises:
        IndicatorError: for a field that is not described.
    """
    return tuple(_field(record, attribute) for attribute in attrs.fields(record))


def called(attribute: attrs.Attribute[Any]) -> Text:
    """Return how a field is called: by its heading in Indonesian, and by its name."""
    described = attribute.metadata.get(_KEY, {})
    return Text(id=described.get("heading", attribute.name), en=attribute.name)


def _field(record: type[Any], attribute: attrs.Attribute[Any]) -> Field:
    if not is_described(attribute):
        raise say.UNDESCRIBED.error(indicator=record.__name__, member=attribute.name)
    needed = attribute.default is attrs.NOTHING
    return Field(**{"name": attribute.name, "needed": needed, **attribute.metadata[_KEY]})


def by_kind(_record: type[Any], attributes: list[attrs.Attribute[Any]]) -> list[attrs.Attribute[Any]]:
    """Let each described field of a record class hold what its kind says, and refuse everything else.

    Numbers are held by their converter, which stands at the field, where type checkers read it.

    >>> from kinerja.records import by_kind, name
    >>> @attrs.frozen(kw_only=True, field_transformer=by_kind)
    ... class Sample:
    ...     number: str = attrs.field(metadata=name("nomor contoh", "Nomor contoh uji."))
    >>> Sample(number=" ")
    Traceback (most recent call last):
    ...
    kinerja.QuantityError: Sample.number = ' ': must be a text that is not blank.
    """
    return [_held(attribute) for attribute in attributes]


def _held(attribute: attrs.Attribute[Any]) -> attrs.Attribute[Any]:
    if not is_described(attribute) or is_held(attribute):  # as what is inherited may be
        return attribute
    checks = [check for check in (validator_of(attribute), attribute.validator) if check is not None]
    validator = attrs.validators.and_(*checks) if checks[1:] else next(iter(checks), None)
    is_year = attribute.metadata[_KEY]["kind"] is FieldType.YEAR
    converter = attribute.converter or (plain_whole if is_year else None)
    return attribute.evolve(validator=validator, converter=converter, metadata={**attribute.metadata, _HELD: True})


def is_held(attribute: attrs.Attribute[Any]) -> bool:
    """Tell whether `by_kind` had an attribute in hand."""
    return _HELD in attribute.metadata


def validator_of(attribute: attrs.Attribute[Any]) -> Callable[..., None] | None:
    """Return what validates a described attribute by its kind; None where its converter does."""
    described = attribute.metadata[_KEY]
    if described["kind"] is FieldType.TEXT and options_of(attribute):
        return _chosen
    return _VALIDATORS.get(described["kind"]) if described.get("blank", True) else _named


def _holds(
    refusal: ErrorMessage[QuantityError], is_held: Callable[[Any], bool], *, or_unknown: bool = False
) -> Callable[..., None]:
    """Make the validator of a kind; some fields may be None, which is unknown, where that is the default."""

    def validate(instance: object, attribute: attrs.Attribute[Any], value: object) -> None:
        if not is_held(value) and not (or_unknown and value is None and attribute.default is None):
            raise refusal.error(
                indicator=type(instance).__name__, field=attribute.name, what=called(attribute), value=value
            )

    return validate


_ACCOUNT = re.compile(r"[0-9]{6}", re.ASCII)


def is_account(account: object) -> bool:
    """Tell whether this is an account: a text of six digits, nothing around it.

    >>> is_account("521211"), is_account("521.211"), is_account(521211)
    (True, False, False)
    """
    return isinstance(account, str) and _ACCOUNT.fullmatch(account) is not None


_named = _holds(say.BLANK, lambda value: isinstance(value, str) and bool(value.strip()))
_VALIDATORS = {
    # A number would never equal any text.
    FieldType.TEXT: _holds(say.NO_TEXT, lambda value: isinstance(value, str), or_unknown=True),
    FieldType.DATE: _holds(
        say.NO_DAY, lambda value: isinstance(value, dt.date) and not isinstance(value, dt.datetime), or_unknown=True
    ),
    FieldType.YEAR: _holds(say.NO_YEAR, lambda value: type(value) is int and value in range(10_000)),
    FieldType.FLAG: _holds(say.NO_FLAG, lambda value: isinstance(value, bool)),
    FieldType.ACCOUNT: _holds(say.NO_ACCOUNT, is_account, or_unknown=True),
}


def _chosen(instance: object, attribute: attrs.Attribute[Any], value: object) -> None:
    """Hold a text that is one of the options, or the default."""
    options = options_of(attribute)
    if value not in options and value != attribute.default:
        raise say.OTHER_OPTION.error(
            indicator=type(instance).__name__, field=attribute.name, what=called(attribute), value=value, limit=options
        )


def plain_whole(value: Any) -> Any:
    """Take the whole numbers of other libraries, such as numpy's, for what they are."""
    return int(value) if not isinstance(value, bool) and isinstance(value, numbers.Integral) else value


def optional_exact(value: Number | None) -> Fraction | None:
    """Convert a number exactly, or leave None: unknown is never 0."""
    return None if value is None else exact(value)


def account_set(accounts: Iterable[str]) -> frozenset[str]:
    """Return the accounts as a set; a text alone is one account."""
    return frozenset([accounts] if isinstance(accounts, str) else accounts)


def check_accounts(instance: object, attribute: attrs.Attribute[frozenset[str]], accounts: frozenset[str]) -> None:
    """Validate a set of accounts (akun): at least one, each a text of six digits."""
    wrong = sorted(str(account) for account in accounts if not is_account(account))
    if wrong or not accounts:
        names, kind = ", ".join(wrong) or "-", type(instance).__name__
        raise say.NO_ACCOUNTS.error(indicator=kind, field=attribute.name, value=accounts, names=names)


def optional_account_set(accounts: Iterable[str] | None) -> frozenset[str] | None:
    """Return the accounts as a set, or None where none are named."""
    return None if accounts is None else account_set(accounts)
