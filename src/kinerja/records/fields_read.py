"""Columns without rows: what a counting rule reads when it is run to see whether it can be right."""

from __future__ import annotations

import copy
import datetime as dt
import numbers
import types
import typing
from collections.abc import Collection, Iterable
from fractions import Fraction
from types import SimpleNamespace
from typing import Any, Self

import attrs

from kinerja.records import messages as say
from kinerja.records.column import Column, RuleError
from kinerja.records.fields import hints_of, options_of
from kinerja.records.tally import Either

_SORTS: tuple[tuple[type, type], ...] = (
    (bool, bool),
    (numbers.Rational, Fraction),
    (numbers.Number, float),
    (str, str),
    (dt.datetime, dt.datetime),
    (dt.date, dt.date),
)

_WHERE_KNOWN = "where known"


def _sort(kind: type) -> type:
    """Return what values of a type can be compared with: all exact numbers are one sort."""
    return next((sort for base, sort in _SORTS if issubclass(kind, base)), object)


def _held(side: Any) -> type | None:
    return side.holds if isinstance(side, FieldsRead) else _sort(type(side))


def _asked(side: Any) -> Any:
    return side.asked if isinstance(side, FieldsRead) else side


def _shown(side: Any) -> str:
    return ", ".join(sorted(side.names)) if isinstance(side, FieldsRead) else repr(side)


def _refuse_keys(*sides: Any) -> None:
    keys = [side for side in sides if isinstance(side, FieldsRead) and side.holds is Either]
    if keys:
        raise RuleError(say.KEY_ALONE.text(value=list(map(_shown, keys))))


class FieldsRead(Column):
    """A column without values, which knows what they would be: it tells what a rule reads, and refuses the rest.

    Fields:
        names: the fields it was made from.
        holds: `bool` (a condition), `str`, `datetime.date`, `Fraction` for every exact number, or `Either`; None where
            nobody knows.
        optional: whether a value may be unknown.
        options: the only texts it holds; none where any text may be.
        asked: what the rule asked of it, by which two runs are compared.
    """

    __slots__ = ("asked", "holds", "names", "optional", "options")

    def __init__(
        self,
        *names: str,
        holds: type | None = None,
        optional: bool = False,
        options: tuple[str, ...] = (),
        asked: tuple[Any, ...] = (),
    ) -> None:
        self.names: frozenset[str] = frozenset(names)
        self.holds: type | None = holds
        self.optional: bool = optional
        self.options: tuple[str, ...] = options
        self.asked: tuple[Any, ...] = asked or names

    @staticmethod
    def line(record: type[Any]) -> Any:
        """Return a line of such columns, in the place of a record of that class."""
        hints = hints_of(record)
        return SimpleNamespace(**{one.name: _column(one, hints.get(one.name)) for one in attrs.fields(record)})

    @staticmethod
    def asked_of(values: Iterable[Any]) -> list[Any]:
        """Return what a rule asked of each column; of what is no column, the value itself."""
        return list(map(_asked, values))

    def _beside(self, holds: type | None, sign: str, *sides: Any) -> FieldsRead:
        _refuse_keys(*sides)
        names = frozenset[str]().union(*(side.names for side in sides if isinstance(side, FieldsRead)))
        return FieldsRead(*names, holds=holds, asked=(sign, *map(_asked, sides)))

    def by_sign(self, sign: str, other: Any) -> FieldsRead:
        """Compare, where no two unknown values can be equal and none can be less or more than another."""
        unknown = [side for side in (self, other) if isinstance(side, FieldsRead) and side.optional]
        if len(unknown) > (sign == "=="):
            signs = sign if sign == "==" else "<, <=, >, >="
            raise RuleError(say.MAY_BE_UNKNOWN.text(value=list(map(_shown, unknown)), sign=signs))
        return self.compare(sign, other)

    def compare(self, sign: str, other: Any) -> FieldsRead:
        """Read both sides, which must be of one sort."""
        self._check_other(other)
        return self._beside(bool, sign, self, other)

    def _check_other(self, other: Any) -> None:
        _refuse_keys(self, other)
        theirs = _held(other)
        if other is None or (self.holds is not None and theirs is not None and theirs is not self.holds):
            raise RuleError(say.OTHER_SORT.text(field=_shown(self), value=_shown(other), kind=say.SORTS[self.holds]))
        if self.options and isinstance(other, str) and other not in self.options:
            raise RuleError(say.NO_OPTION.text(field=_shown(self), value=repr(other), limit=self.options))

    def combine(self, sign: str, other: Any) -> FieldsRead:
        """Read both sides, which must be conditions."""
        for side in (self, other):
            if not isinstance(side, FieldsRead) or not side.is_truth:
                raise RuleError(say.NOT_JOINED.text(value=_shown(side), sign=sign))
        return self._beside(bool, sign, self, other)

    @property
    def is_truth(self) -> bool:
        """Whether it is true or false in every row, as a condition must be."""
        return self.holds is bool and not self.optional

    def calculate(self, sign: str, left: Any, right: Any) -> FieldsRead:
        """Read both sides, which must be exact numbers that are known."""
        for side in (left, right):
            if _held(side) not in {None, Fraction}:
                raise RuleError(say.NOT_CALCULATED.text(value=_shown(side), sign=sign))
            if isinstance(side, FieldsRead) and side.optional:
                raise RuleError(say.UNKNOWN_CALCULATED.text(value=_shown(side), sign=sign))
        if sign == "/" and (right.asked[0] != _WHERE_KNOWN if isinstance(right, FieldsRead) else right == 0):
            raise RuleError(say.MAY_BE_ZERO.text(value=_shown(right)))
        return self._beside(Fraction, sign, left, right)

    def choose(self, yes: Any, no: Any) -> FieldsRead:
        """Read this, and both that it chooses between."""
        if self.holds not in {None, bool}:
            raise RuleError(say.NOT_JOINED.text(value=_shown(self), sign="lower_is_better"))
        return self._beside(_held(yes), "if", self, yes, no)

    def either(self, other: Any) -> FieldsRead:
        """Read both, which must be texts; unknown where the other is."""
        for side in (self, other):
            if _held(side) not in {None, str}:
                raise RuleError(say.NO_TEXT_OF_EITHER.text(value=_shown(side)))
        column = self._beside(Either, "either", self, other)
        column.optional = isinstance(other, FieldsRead) and other.optional
        return column

    def where_known(self) -> Self:
        """Read this as known, and as no 0 that is divided by."""
        column = copy.copy(self)
        column.optional, column.asked = False, (_WHERE_KNOWN, *self.asked)
        return column

    def is_known(self) -> FieldsRead:
        """Read this."""
        return self._beside(bool, "known", self)

    def is_unknown(self) -> FieldsRead:
        """Read this."""
        return self._beside(bool, "unknown", self)

    def is_stated(self) -> FieldsRead:
        """Read this, a text."""
        if self.holds not in {None, str}:
            raise RuleError(say.NO_TEXT_STATED.text(value=_shown(self)))
        return self._beside(bool, "stated", self)

    def is_one_of(self, options: Collection[str]) -> FieldsRead:
        """Read this, and hold that it can be each of the options."""
        if isinstance(options, str):
            raise RuleError(say.NO_SET.text(value=repr(options)))
        for option in options:
            self._check_other(option)
        return self._beside(bool, "one_of", self, tuple(options))


def _column(attribute: attrs.Attribute[Any], hint: Any) -> FieldsRead:
    """Return what a rule reads of a field, by its annotation: a class, or one with None beside it."""
    several = typing.get_args(hint) if typing.get_origin(hint) in {typing.Union, types.UnionType} else (hint,)
    known = [one for one in several if one is not type(None)]
    sort = _sort(known[0]) if len(known) == 1 and isinstance(known[0], type) else object
    return FieldsRead(
        attribute.name,
        holds=None if sort is object else sort,
        optional=attribute.default is None or len(known) < len(several),
        options=options_of(attribute),
    )
