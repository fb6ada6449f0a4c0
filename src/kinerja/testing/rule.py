"""What a counting rule asks of a record: the rule is run on columns, which tell what it compares."""

from __future__ import annotations

import functools
import itertools
import random
from collections.abc import Iterable, Iterator, Mapping
from types import SimpleNamespace
from typing import Any

import attrs
from hypothesis import strategies as st

from kinerja import Indicator, Period, check_indicator
from kinerja.records import FieldsRead, fields_of
from kinerja.testing.figures import numbers
from kinerja.testing.kinds import choices_of, values_of

_TRIED = 2_000
_BOUNDS = {"<": "least", ">": "most"}


@attrs.frozen(kw_only=True)
class Way:
    """A way to count: the place of a tally in the rule, and what meets its conditions.

    `parts` are the fields that the same conditions ask for, each time with their values with which those hold.
    """

    place: int
    parts: tuple[tuple[tuple[str, ...], st.SearchStrategy[tuple[Any, ...]]], ...]

    @property
    def fields(self) -> list[str]:
        """The fields that are asked for."""
        return [name for fields, _ in self.parts for name in fields]


@attrs.frozen(kw_only=True)
class Rule:
    """What a counting rule asks of a record in a period.

    Fields:
        indicator, period: whose rule it is, and when.
        values: field -> what it may hold.
        known: the fields that are added up, which must be known.
        about: the fields of what several records may be about together.
        choices: field -> values at the edges of what the rule asks of it, and others.
        ways: to count, one for each tally that some record can enter.
    """

    indicator: Indicator[Any]
    period: Period
    values: Mapping[str, st.SearchStrategy[Any]]
    known: frozenset[str]
    about: frozenset[str]
    choices: Mapping[str, tuple[Any, ...]]
    ways: tuple[Way, ...] = ()

    def tallies(self, values: Mapping[str, Any]) -> list[Any]:
        """Run the rule on the values of a record's fields."""
        line: Any = SimpleNamespace(**values)
        return list(self.indicator.tally(line, self.period))

    def enters(self, way: Way, values: Mapping[str, Any]) -> bool:
        """Tell whether such a record counts in this way."""
        return not self.tallies(values)[way.place].failed()

    def way(self, place: int, tally: Any) -> Way | None:
        """Return how a tally is entered; None where nothing that was tried does."""
        parts = []
        for conditions, fields in _together(tally):
            holding = list(self._holding(place, conditions, fields))
            if not holding:
                return None
            parts.append((fields, st.sampled_from(holding)))
        return Way(place=place, parts=tuple(parts))

    def _holding(self, place: int, conditions: Iterable[str], fields: tuple[str, ...]) -> Iterator[tuple[Any, ...]]:
        """Try the choices of fields, all or as many as can be tried, and return those with which conditions hold."""
        line = {name: next(one for one in own if one is not None) for name, own in self.choices.items()}
        own = [self.choices[name] for name in fields]
        combinations = list(itertools.islice(itertools.product(*own), _TRIED + 1))
        if len(combinations) > _TRIED:
            chance = random.Random(0)  # noqa: S311 - which are tried must be the same each time
            combinations = [tuple(map(chance.choice, own)) for _ in range(_TRIED)]
        for values in combinations:
            tally = self.tallies({**line, **dict(zip(fields, values, strict=True))})[place]
            if all(tally.conditions[name] for name in conditions):
                yield values


@functools.lru_cache(maxsize=256)
def rule_of(indicator: Indicator[Any], period: Period) -> Rule:
    """Find out what the rule of an indicator asks in a period.

    Raises:
        IndicatorError: for one that cannot be right.
    """
    check_indicator(indicator)
    record: Any = indicator.record
    tallies: list[Any] = list(indicator.tally(FieldsRead.line(record), period))
    conditions: list[Any] = [holds for tally in tallies for holds in tally.conditions.values()]
    values: list[Any] = [value for tally in tallies for value in tally.values.values()]
    asked = [*_constants(FieldsRead.asked_of([*conditions, *values]))]
    described = zip(fields_of(record), attrs.fields(record), strict=True)
    known = frozenset(name for value in values if isinstance(value, FieldsRead) for name in value.names)
    rule = Rule(
        indicator=indicator,
        period=period,
        values=values_of(record, period, known) | _bounded(indicator, tallies),
        known=known,
        about=frozenset(name for tally in tallies for part in tally.per or () for name in part.names),
        choices={field.name: choices_of(field, attribute, period, asked) for field, attribute in described},
    )
    ways = [rule.way(place, tally) for place, tally in enumerate(tallies)]
    return attrs.evolve(rule, ways=tuple(way for way in ways if way is not None))


def _bounded(indicator: Indicator[Any], tallies: Iterable[Any]) -> dict[str, st.SearchStrategy[Any]]:
    """Return what the fields may hold that are themselves added up, within the bounds of their quantities."""
    bounds = {one.name: one for one in indicator.variables}
    fields = {
        next(iter(value.names)): bounds[name]
        for tally in tallies
        for name, value in tally.values.items()
        if isinstance(value, FieldsRead) and value.asked == tuple(value.names)
    }
    own = {
        name: numbers(one.least, one.most, whole=one.unit.whole)
        for name, one in fields.items()
        if one.least is not None or one.unit.whole
    }
    return own | _within_limits(indicator)


def _within_limits(indicator: Indicator[Any]) -> dict[str, st.SearchStrategy[Any]]:
    """Return what the fields may hold that a record may not have below or above a number."""
    limits: dict[str, dict[str, Any]] = {}
    record: Any = indicator.record
    for one in indicator.impossible(FieldsRead.line(record)):
        sign, (name, *_), limit = one.holds.asked
        if sign in _BOUNDS:
            limits.setdefault(name, {})[_BOUNDS[sign]] = limit
    return {name: numbers(**own) for name, own in limits.items()}


def _constants(asked: Any) -> Iterator[Any]:
    """Go through all that a rule compares with."""
    if isinstance(asked, tuple | list):
        for part in asked:
            yield from _constants(part)
    else:
        yield asked


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
