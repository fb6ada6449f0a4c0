"""Records to try counting rules with: most count, some lack one thing, some are anything.

What makes a record count is asked of the rule itself, which is run on columns and tells what it compares.
"""

from __future__ import annotations

import datetime as dt
import functools
import itertools
import random
from collections.abc import Mapping
from fractions import Fraction
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import attrs
from hypothesis import reject
from hypothesis import strategies as st

from kinerja import KinerjaError, Quarter, Timing, Year
from kinerja.measurement import why_unanswerable
from kinerja.records import Field, FieldsRead, FieldType, fields_of
from kinerja.testing.figures import as_strategy, numbers

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kinerja import Indicator, Period

_USUAL_YEAR = Year(year=2023)
_TRIED = 2_000
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
def _values(record: Any, period: Period, known: frozenset[str] = frozenset()) -> dict[str, st.SearchStrategy[Any]]:
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


@st.composite
def _made(draw: st.DrawFn, record: type[Any], values: Mapping[str, st.SearchStrategy[Any]]) -> Any:
    """Draw a record; what a validator of its own refuses is drawn again."""
    given = {name: draw(value) for name, value in values.items()}
    try:
        return record(**given)
    except (KinerjaError, ValueError):
        reject()


def any_record(record: Any, given: Mapping[str, Any], period: Period = _USUAL_YEAR) -> st.SearchStrategy[Any]:
    """Draw any record of a class, from the kinds of its fields."""
    own = {name: as_strategy(value) for name, value in given.items()}
    return _made(record, _values(record, period) | own)


@attrs.frozen(kw_only=True)
class _Together:
    """Fields that the same conditions ask for, and their values with which those hold."""

    fields: tuple[str, ...]
    holding: st.SearchStrategy[tuple[Any, ...]]


@attrs.frozen(kw_only=True)
class _Way:
    """A way to count: the place of a tally in the rule, and what meets its conditions."""

    place: int
    parts: tuple[_Together, ...]


@attrs.frozen(kw_only=True)
class Rule:
    """What a counting rule asks of a record in a period.

    Fields:
        record: the class of the records.
        values: field -> what it may hold.
        known: the fields that are added up, which must be known.
        choices: field -> values at the edges of what the rule asks of it, and others.
        ways: to count, one for each tally that some record can enter.
    """

    record: type[Any]
    values: Mapping[str, st.SearchStrategy[Any]]
    known: frozenset[str]
    choices: Mapping[str, tuple[Any, ...]]
    ways: tuple[_Way, ...]


@functools.lru_cache(maxsize=256)
def rule_of(indicator: Indicator[Any], period: Period) -> Rule:
    """Find out what a rule asks, by running it on columns."""
    record: Any = indicator.record
    tallies: list[Any] = list(indicator.tally(FieldsRead.line(record), period))
    conditions: list[Any] = [holds for tally in tallies for holds in tally.conditions.values()]
    values: list[Any] = [value for tally in tallies for value in tally.values.values()]
    asked = [*_constants(FieldsRead.asked_of([*conditions, *values]))]
    choices = {field.name: _choices(field, attribute, period, asked) for field, attribute in _described(record)}
    known = frozenset(name for value in values if isinstance(value, FieldsRead) for name in value.names)
    line = {name: next(one for one in own if one is not None) for name, own in choices.items()}
    ways = (_way(indicator, period, line, choices, place, tally) for place, tally in enumerate(tallies))
    return Rule(
        record=record,
        values=_values(record, period, known) | _bounded(indicator, tallies),
        known=known,
        choices=choices,
        ways=tuple(way for way in ways if way is not None),
    )


def _way(  # noqa: PLR0913, PLR0917 - what is asked, and of what
    indicator: Indicator[Any],
    period: Period,
    line: Mapping[str, Any],
    choices: Mapping[str, tuple[Any, ...]],
    place: int,
    tally: Any,
) -> _Way | None:
    """Return how a tally is entered; None where nothing that was tried does."""
    parts = []
    for conditions, fields in _together(tally):
        asked = {name: choices[name] for name in fields}
        holding = list(_holding(indicator, period, line, place, conditions, asked))
        if not holding:
            return None
        parts.append(_Together(fields=fields, holding=st.sampled_from(holding)))
    return _Way(place=place, parts=tuple(parts))


def _bounded(indicator: Indicator[Any], tallies: Iterable[Any]) -> dict[str, st.SearchStrategy[Any]]:
    """Return what the fields may hold that are themselves added up, within the bounds of their quantities."""
    bounds = {one.name: one for one in indicator.variables}
    fields = {
        next(iter(value.names)): bounds[name]
        for tally in tallies
        for name, value in tally.values.items()
        if isinstance(value, FieldsRead) and value.asked == tuple(value.names)
    }
    return {name: numbers(one.least, one.most) for name, one in fields.items() if one.least is not None}


def _described(record: type[Any]) -> Iterator[tuple[Field, Any]]:
    return zip(fields_of(record), attrs.fields(record), strict=True)


def _constants(asked: Any) -> Iterator[Any]:
    """Go through all that a rule compares with."""
    if isinstance(asked, tuple | list):
        for part in asked:
            yield from _constants(part)
    else:
        yield asked


def _choices(field: Field, attribute: Any, period: Period, asked: list[Any]) -> tuple[Any, ...]:
    """Return values of a field: those that the rule asks for, beside them, and some of the field's kind."""
    own: list[Any] = []
    if field.options:
        own = list(field.options)
    elif field.kind is FieldType.DATE:
        own = list(edges(period))
        days = [one for one in asked if isinstance(one, dt.date)]
        own += [day for one in days for day in (one, one - _DAY, one + _DAY)]
    elif field.kind in {FieldType.NUMBER, FieldType.RUPIAH}:
        limits = [Fraction(one) for one in asked if isinstance(one, int | Fraction) and not isinstance(one, bool)]
        own = [Fraction(40), Fraction(50), *(near for one in limits for near in (one, one - 1, one + 1))]
    elif field.kind is FieldType.YEAR:
        own = [period.year, period.year - 1, period.year + 1]
    elif field.kind is FieldType.FLAG:
        own = [False, True]
    elif field.kind is FieldType.ACCOUNT:
        own = [*(one for one in asked if isinstance(one, str) and one.isdecimal()), *_ACCOUNTS]
    else:
        own = [*_TEXTS[:2], *(one for one in asked if isinstance(one, str) and one.strip()), *([" "] * field.blank)]
    return tuple(dict.fromkeys([*own, *([None] if attribute.default is None else [])]))


def _together(tally: Any) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Group the conditions that ask for the same fields, directly or by way of others."""
    groups: list[tuple[list[str], set[str]]] = []
    for name, holds in tally.conditions.items():
        asked = set(holds.names)
        mine = [group for group in groups if group[1] & asked]
        groups = [group for group in groups if not group[1] & asked]
        conditions = [one for group in mine for one in group[0]]
        groups.append(([*conditions, name], asked.union(*(group[1] for group in mine))))
    for conditions, fields in groups:
        yield tuple(conditions), tuple(sorted(fields))


def _holding(  # noqa: PLR0913, PLR0917 - as above
    indicator: Indicator[Any],
    period: Period,
    line: Mapping[str, Any],
    place: int,
    conditions: tuple[str, ...],
    choices: Mapping[str, tuple[Any, ...]],
) -> Iterator[tuple[Any, ...]]:
    """Try the choices of some fields, all or as many as can be tried, and return those with which conditions hold."""
    combinations = list(itertools.islice(itertools.product(*choices.values()), _TRIED + 1))
    if len(combinations) > _TRIED:
        chance = random.Random(0)  # noqa: S311 - which are tried must be the same each time
        combinations = [tuple(map(chance.choice, choices.values())) for _ in range(_TRIED)]
    for values in combinations:
        tried: Any = SimpleNamespace(**{**line, **dict(zip(choices, values, strict=True))})
        tally = list(indicator.tally(tried, period))[place]
        if all(tally.conditions[name] for name in conditions):
            yield values


def _enters(indicator: Indicator[Any], period: Period, values: Mapping[str, Any], place: int) -> bool:
    line: Any = SimpleNamespace(**values)
    return not list(indicator.tally(line, period))[place].failed()


@st.composite
def _counting(
    draw: st.DrawFn, indicator: Indicator[Any], period: Period, given: Mapping[str, Any], way: _Way | None
) -> Any:
    rule = rule_of(indicator, period)
    values = {name: draw(value) for name, value in rule.values.items()}
    if way is not None:
        wide = values
        for part in way.parts:
            values = values | dict(zip(part.fields, draw(part.holding), strict=True))
        for name in [name for part in way.parts for name in part.fields] if draw(st.booleans()) else []:
            wider = {**values, name: wide[name]}
            values = wider if _enters(indicator, period, wider, way.place) else values
    values |= {name: draw(as_strategy(value)) for name, value in given.items()}
    try:
        return rule.record(**values)
    except (KinerjaError, ValueError):
        reject()


@st.composite
def _lacking(draw: st.DrawFn, indicator: Indicator[Any], period: Period, given: Mapping[str, Any]) -> Any:
    """Draw a record that would count but for one thing."""
    rule = rule_of(indicator, period)
    way = draw(st.sampled_from(rule.ways))
    record = draw(_counting(indicator, period, given, way))
    values = {field.name: getattr(record, field.name) for field in attrs.fields(rule.record)}
    spoilt = [
        {name: choice}
        for part in way.parts
        for name in part.fields
        for choice in rule.choices[name]
        if not (choice is None and name in rule.known)
        and all(tally.failed() for tally in indicator.tally(_line({**values, name: choice}), period))
    ]
    return attrs.evolve(record, **draw(st.sampled_from(spoilt))) if spoilt else record


def _line(values: Mapping[str, Any]) -> Any:
    return SimpleNamespace(**values)


def records(indicator: Indicator[Any], period: Period, /, **given: Any) -> st.SearchStrategy[Any]:
    """Draw records of an indicator that count in a period, wherever one can.

    Args:
        indicator: whose records they are.
        period: in which they count.
        **given: values or strategies in the place of what would be drawn, by the names of the fields.
    """
    ways = rule_of(indicator, period).ways or (None,)
    return st.sampled_from(ways).flatmap(lambda way: _counting(indicator, period, given, way))


@st.composite
def _record_lists(
    draw: st.DrawFn, indicator: Indicator[Any], period: Period, given: Mapping[str, Any], own: Any
) -> list[Any]:
    rule = rule_of(indicator, period)
    if own is not None:
        drawn = draw(st.lists(own, min_size=2, max_size=6))
    else:
        drawn = [draw(_counting(indicator, period, given, way)) for way in rule.ways]
        drawn += draw(st.lists(records(indicator, period, **given), min_size=1, max_size=2))
        if rule.ways:
            drawn += draw(st.lists(_lacking(indicator, period, given), min_size=1, max_size=2))
        others = {**rule.values} | {name: as_strategy(one) for name, one in given.items()}
        drawn += draw(st.lists(_made(rule.record, others), max_size=2))
    return draw(st.permutations(_told_apart(drawn, given)))


def _told_apart(drawn: list[Any], given: Mapping[str, Any]) -> list[Any]:
    """Return the records, none of them twice: numbered in the text that tells them apart, where there is one."""
    kind = type(drawn[0])
    texts = {field.name for field in fields_of(kind) if field.kind is FieldType.TEXT and not field.options}
    own = [name for name in kind.identity if name in texts and name != "unit" and name not in given][-1:]
    told = [
        attrs.evolve(one, **{name: f"{getattr(one, name)}{place}" for name in own}) for place, one in enumerate(drawn)
    ]
    return list({tuple(getattr(one, name) for name in kind.identity): one for one in told}.values())


def record_lists(
    indicator: Indicator[Any], period: Period, /, *, own: st.SearchStrategy[Any] | None = None, **given: Any
) -> st.SearchStrategy[list[Any]]:
    """Draw records in any order, none of them twice.

    Of every way to count one or more, one or two that would count but for one thing, and any others.

    Args:
        indicator: whose records they are.
        period: in which they count.
        own: a strategy of one record, in the place of all that.
        **given: as `records` takes it.
    """
    return _record_lists(indicator, period, given, own)


def periods(timing: Timing | None = None, *, year: int = _USUAL_YEAR.year) -> st.SearchStrategy[Period]:
    """Draw periods of which records of this timing say something: a year first, its quarters, also each alone."""
    whole: st.SearchStrategy[Period] = st.just(Year(year=year))
    quarters = st.builds(Quarter, year=st.just(year), number=st.integers(1, 4), cumulative=st.booleans())
    if timing is Timing.YEARLY:
        return whole
    if timing is None:
        return whole | quarters
    return whole | quarters.filter(lambda quarter: why_unanswerable("", timing, quarter) is None)
