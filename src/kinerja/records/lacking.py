"""Columns that know what is unknown: why a condition could not hold."""

from __future__ import annotations

import functools
import operator
from collections.abc import Collection, Mapping
from types import SimpleNamespace
from typing import Any

import attrs

from kinerja.records.column import Column


class Lacking(Column):
    """The unknown fields without which a condition cannot hold, whatever stands in the others.

    A rule that is run on such columns says of each of its conditions what is lacking for it. Where one of two
    conditions is enough, something is lacking only if it is lacking for both.

    Fields:
        fields: field -> where it is unknown: True of one record, of a frame a column of truths.

    >>> import datetime as dt
    >>> from kinerja.records import as_period, held_on
    >>> day = dt.date(2023, 12, 31)
    >>> unknown, known = Lacking({"start": True}), Lacking({})
    >>> sorted(held_on(day, unknown, known).fields), sorted(held_on(day, known, Lacking({"stop": True})).fields)
    (['start'], [])
    """

    __slots__ = ("fields",)

    def __init__(self, fields: Mapping[str, Any]) -> None:
        self.fields: Mapping[str, Any] = fields

    @staticmethod
    def line(record: type[Any], unknown: Collection[str]) -> Any:
        """Return a line of such columns, in the place of a record of that class of which these fields are unknown."""
        names = [field.name for field in attrs.fields(record)]
        return SimpleNamespace(**{name: Lacking({name: True} if name in unknown else {}) for name in names})

    def _beside(self, *others: Any) -> Lacking:
        fields = dict(self.fields)
        for other in others:
            for name, where in other.fields.items() if isinstance(other, Lacking) else ():
                fields[name] = fields[name] | where if name in fields else where
        return Lacking(fields)

    def compare(self, _sign: str, other: Any) -> Lacking:
        """Lack what either side does."""
        return self._beside(other)

    def combine(self, sign: str, other: Any) -> Lacking:
        """Lack what either condition does; of two of which one is enough only where both lack something."""
        both = self._beside(other)
        if sign == "&":
            return both
        if not self.fields or not isinstance(other, Lacking) or not other.fields:
            return Lacking({})
        lacking = [functools.reduce(operator.or_, side.fields.values()) for side in (self, other)]
        return Lacking({name: where & lacking[0] & lacking[1] for name, where in both.fields.items()})

    def calculate(self, _sign: str, left: Any, right: Any) -> Lacking:
        """Lack what either side does."""
        return self._beside(left, right)

    def is_unknown(self) -> Lacking:
        """Lack nothing: this is what is asked."""
        return Lacking({})

    def is_known(self) -> Lacking:
        """Lack what it is made from."""
        return self

    is_stated = is_known

    def is_one_of(self, _options: Collection[str]) -> Lacking:
        """Lack what it is made from."""
        return self

    def choose(self, yes: Any, no: Any) -> Lacking:
        """Lack what any of them does."""
        return self._beside(yes, no)

    def either(self, other: Any) -> Lacking:
        """Lack what both do, as where one of two conditions is enough."""
        return self.combine("|", other)
