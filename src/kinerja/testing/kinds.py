"""What fields of records may hold, by their kinds: the ends of years, blank texts, refunds, unknown values."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import attrs
from hypothesis import strategies as st

from kinerja.records import Field, FieldType, fields_of
from kinerja.testing.figures import numbers

if TYPE_CHECKING:
    from kinerja import Period

_DAY = dt.timedelta(days=1)
_ACCOUNTS = ("521211", "425283", "999999")
_TEXTS = ("A", "B", "C", "D")


def names() -> st.SearchStrategy[str]:
    """Draw texts that are not blank: mostly the same few, so that records are of the same thing."""
    return st.sampled_from(_TEXTS) | st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=5).filter(
        str.strip
    )


def edges(period: Period) -> list[dt.date]:
    """Return the days at which a period and the one before it begin and end, and those beside them."""
    days = [period.start, period.end, period.opening, period.previous.start, period.previous.end]
    return list(dict.fromkeys([*days, period.start - _DAY, period.end + _DAY]))


def _by_kind(kind: FieldType, period: Period) -> st.SearchStrategy[Any]:
    first, last = dt.date(period.year - 2, 12, 1), dt.date(period.year + 1, 1, 31)
    whole_rupiah, cents = numbers(whole=True), numbers(-(10**4), 10**4)
    kinds: dict[FieldType, st.SearchStrategy[Any]] = {
        FieldType.TEXT: names(),
        FieldType.DATE: st.sampled_from(edges(period)) | st.dates(first, last),
        FieldType.NUMBER: numbers(-1000, 1000),
        FieldType.RUPIAH: st.one_of([whole_rupiah.map(abs)] * 3 + [whole_rupiah, cents]),
        FieldType.YEAR: st.sampled_from([period.year, period.year - 1, period.year + 1]),
        FieldType.FLAG: st.booleans(),
        FieldType.ACCOUNT: st.sampled_from(_ACCOUNTS),
    }
    return kinds[kind]


@functools.lru_cache(maxsize=256)
def values_of(record: Any, period: Period, known: frozenset[str] = frozenset()) -> dict[str, st.SearchStrategy[Any]]:
    """Return what each field may hold, by its kind; unknown where it may be and is not among those that are known."""
    drawn = {}
    for field, attribute in zip(fields_of(record), attrs.fields(record), strict=True):
        values = st.sampled_from(field.options) if field.options else _by_kind(field.kind, period)
        if field.kind is FieldType.TEXT and field.blank and not field.options:
            values |= st.sampled_from(["", " "])
        if attribute.default is None and field.name not in known:
            values |= st.none()
        drawn[field.name] = values
    return drawn


def choices_of(field: Field, attribute: Any, period: Period, asked: Sequence[Any]) -> tuple[Any, ...]:
    """Return values of a field: those that the rule asks for, beside them, and some of the field's kind."""
    days = [one for one in asked if isinstance(one, dt.date)]
    limits = [Fraction(one) for one in asked if isinstance(one, int | Fraction) and not isinstance(one, bool)]
    texts = [one for one in asked if isinstance(one, str) and one.strip()]
    figures = [Fraction(40), Fraction(50), *(near for one in limits for near in (one, one - 1, one + 1))]
    kinds: dict[FieldType, list[Any]] = {
        FieldType.TEXT: [*_TEXTS[:2], *texts, *([" "] * field.blank)],
        FieldType.DATE: [*edges(period), *(day for one in days for day in (one, one - _DAY, one + _DAY))],
        FieldType.NUMBER: figures,
        FieldType.RUPIAH: figures,
        FieldType.YEAR: [period.year, period.year - 1, period.year + 1],
        FieldType.FLAG: [False, True],
        FieldType.ACCOUNT: [*filter(str.isdecimal, texts), *_ACCOUNTS],
    }
    own = field.options or kinds[field.kind]
    return tuple(dict.fromkeys([*own, *([None] if attribute.default is None else [])]))
