"""Records to try counting rules with: most count, some lack one thing, some are anything."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import attrs
from hypothesis import reject
from hypothesis import strategies as st

from kinerja import KinerjaError, Quarter, Semester, Timing, Year
from kinerja.measurement import why_unanswerable
from kinerja.records import FieldType, as_period, fields_of
from kinerja.testing.figures import as_strategy
from kinerja.testing.kinds import values_of
from kinerja.testing.rule import Rule, Way, rule_of

if TYPE_CHECKING:
    from kinerja import Indicator, Period

_USUAL_YEAR = Year(year=2023)


def _made(record: Any, values: Mapping[str, Any]) -> Any:
    """Make a record; what a validator of its own refuses is drawn again."""
    try:
        return record(**values)
    except (KinerjaError, ValueError):
        reject()


def _strategies(given: Mapping[str, Any]) -> dict[str, st.SearchStrategy[Any]]:
    return {name: as_strategy(value) for name, value in given.items()}


def any_record(record: Any, given: Mapping[str, Any]) -> st.SearchStrategy[Any]:
    """Draw any record of a class, from the kinds of its fields."""
    values = st.fixed_dictionaries(values_of(record, _USUAL_YEAR) | _strategies(given))
    return values.map(lambda drawn: _made(record, drawn))


@st.composite
def _counting(draw: st.DrawFn, rule: Rule, given: Mapping[str, Any], way: Way | None) -> dict[str, Any]:
    """Draw the values of a record that counts in this way: at the edges of what is asked, or farther within."""
    wide = {name: draw(value) for name, value in rule.values.items()}
    values = dict(wide)
    if way is not None:
        for fields, holding in way.parts:
            values |= dict(zip(fields, draw(holding), strict=True))
        for name in way.fields if draw(st.booleans()) else []:
            wider = {**values, name: wide[name]}
            values = wider if rule.enters(way, wider) else values
    return values | {name: draw(value) for name, value in _strategies(given).items()}


@st.composite
def _lacking(draw: st.DrawFn, rule: Rule, given: Mapping[str, Any]) -> dict[str, Any]:
    """Draw the values of a record that would count but for one thing."""
    way = draw(st.sampled_from(rule.ways))
    values = draw(_counting(rule, given, way))
    spoilt = [
        {**values, name: choice}
        for name in way.fields
        for choice in rule.choices[name]
        if not (choice is None and name in rule.known)
        and all(tally.failed() for tally in rule.tallies({**values, name: choice}))
    ]
    return draw(st.sampled_from(spoilt or [values]))


def records(indicator: Indicator[Any], period: int | str | Period, /, **given: Any) -> st.SearchStrategy[Any]:
    """Draw records of an indicator that count in a period, wherever one can.

    Args:
        indicator: whose records they are.
        period: in which they count.
        **given: values or strategies in the place of what would be drawn, by the names of the fields.
    """
    rule = rule_of(indicator, as_period(period))
    values = st.sampled_from(rule.ways or (None,)).flatmap(lambda way: _counting(rule, given, way))
    return values.map(lambda drawn: _made(indicator.record, _with_parts_within(indicator, drawn, given)))


def _without_losses(rule: Rule, way: Way | None, values: dict[str, Any], given: Mapping[str, Any]) -> dict[str, Any]:
    """Turn the numbers below 0 of a record, where it counts all the same: a sum of losses is seldom a divisor."""
    for name, value in values.items():
        if name not in given and isinstance(value, Fraction) and value < 0:
            turned = {**values, name: -value}
            values = turned if way is None or rule.enters(way, turned) else values
    return values


@st.composite
def _record_lists(draw: st.DrawFn, indicator: Indicator[Any], period: Period, given: Mapping[str, Any]) -> list[Any]:
    rule = rule_of(indicator, period)
    ways: list[Way | None] = [*rule.ways]
    ways += draw(st.lists(st.sampled_from(rule.ways or (None,)), min_size=1, max_size=2))
    values = [draw(_counting(rule, given, way)) for way in ways]
    if draw(st.integers(0, 3)) != 1:
        values = [_without_losses(rule, way, own, given) for way, own in zip(ways, values, strict=True)]
    values[-1] |= {name: values[0][name] for name in rule.about}  # so that two are about the same thing
    if rule.ways:
        values += draw(st.lists(_lacking(rule, given), min_size=1, max_size=2))
    values += draw(st.lists(st.fixed_dictionaries({**rule.values, **_strategies(given)}), max_size=2))
    values = values[:1] if draw(st.integers(0, 15)) == 1 else values
    return _numbered([_made(indicator.record, _with_parts_within(indicator, own, given)) for own in values], given)


def _with_parts_within(indicator: Indicator[Any], values: dict[str, Any], given: Mapping[str, Any]) -> dict[str, Any]:
    """Exchange the numbers of a record of which one is more than the other that it is a part of."""
    for one in indicator.variables:
        part, whole = values.get(one.name), values.get(one.part_of or "")
        if (
            isinstance(part, Fraction)
            and isinstance(whole, Fraction)
            and whole < part
            and not {one.name, one.part_of} & {*given}
        ):
            values = {**values, one.name: whole, str(one.part_of): part}
    return values


def _numbered(drawn: list[Any], given: Mapping[str, Any]) -> list[Any]:
    """Return the records numbered in the text that tells them apart, where there is one that is not given."""
    kind = type(drawn[0])
    texts = {field.name for field in fields_of(kind) if field.kind is FieldType.TEXT and not field.options}
    own = [name for name in kind.identity if name in texts and name not in {"unit", "indicator", *given}][-1:]
    return [
        attrs.evolve(one, **{name: f"{getattr(one, name)}{place}" for name in own}) for place, one in enumerate(drawn)
    ]


def record_lists(
    indicator: Indicator[Any], period: int | str | Period, /, *, own: st.SearchStrategy[Any] | None = None, **given: Any
) -> st.SearchStrategy[list[Any]]:
    """Draw records in any order, none of them twice.

    Of every way to count one or more, one or two that would count but for one thing, and any others; or one alone.

    Args:
        indicator: whose records they are.
        period: in which they count.
        own: a strategy of one record, in the place of all that.
        **given: as `records` takes it.
    """
    lists = _record_lists(indicator, as_period(period), given) if own is None else st.lists(own, min_size=1, max_size=6)
    each_once = lists.map(
        lambda drawn: [*{tuple(getattr(one, name) for name in one.identity): one for one in drawn}.values()]
    )
    return each_once.flatmap(st.permutations)


def periods(timing: Timing | None = None, *, year: int = _USUAL_YEAR.year) -> st.SearchStrategy[Period]:
    """Draw periods of which records of this timing say something: a year first, its parts, also each alone."""
    whole: st.SearchStrategy[Period] = st.just(Year(year=year))
    quarters = st.builds(Quarter, year=st.just(year), number=st.integers(1, 4), cumulative=st.booleans())
    semesters = st.builds(Semester, year=st.just(year), number=st.integers(1, 2), cumulative=st.booleans())
    parts: st.SearchStrategy[Period] = quarters | semesters
    if timing is Timing.YEARLY:
        return whole
    if timing is None:
        return whole | parts
    return whole | parts.filter(lambda part: why_unanswerable("", timing, part) is None)
