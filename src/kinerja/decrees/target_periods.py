"""Of what targets are: of a year, known by its number, or of a part of one, known by its text."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

from kinerja._base import FrozenMap
from kinerja.decrees import messages as say
from kinerja.measurement import as_target
from kinerja.records import Period, Year, as_period

if TYPE_CHECKING:
    from kinerja.measurement import Target, TargetGiven

T = TypeVar("T")

TargetPeriod: TypeAlias = int | str
"""A year such as 2025; of its parts the text: "2025-S1", "2025-TW2"."""

ByPeriod: TypeAlias = "Mapping[int, TargetGiven] | Mapping[str, TargetGiven] | Mapping[TargetPeriod, TargetGiven]"
"""Targets by what names a period."""


def target_period(period: int | str | Period) -> TargetPeriod:
    """Return how targets name a period.

    >>> target_period("2025"), target_period("Semester I 2025")
    (2025, '2025-S1')
    """
    when = as_period(period)
    return when.year if isinstance(when, Year) else str(when)


def by_period(given: Mapping[Any, Any]) -> FrozenMap[TargetPeriod, Any]:
    """Return what is given by years, texts or periods, by the names that targets have.

    Raises:
        PeriodError: for what is no period.
        TargetError: for a period that stands twice.
    """
    named = [(period if type(period) is int else target_period(period), value) for period, value in given.items()]
    found = dict(named)
    if len(found) < len(named):
        raise say.PERIOD_TWICE.error(value=[period for period, _ in named])
    return FrozenMap(found)


def targets_by_period(given: Mapping[Any, TargetGiven]) -> FrozenMap[TargetPeriod, Target]:
    """Return targets by the names of their periods; two numbers are a range.

    Raises:
        PeriodError, TargetError: as `by_period`.
        InexactNumberError, QuantityError: as `kinerja.measurement.as_target`.
    """
    return FrozenMap({period: as_target(target) for period, target in by_period(given).items()})


def target_at(targets: Mapping[TargetPeriod, T], period: TargetPeriod | None) -> T | None:
    """Return the target of a period; None where there is none."""
    return None if period is None else targets.get(period)


def parts_of(year: int, targets: Iterable[TargetPeriod]) -> tuple[str, ...]:
    """Return those of targets that are of a part of a year.

    >>> parts_of(2025, [2025, "2025-S1", "2024-S1"])
    ('2025-S1',)
    """
    return tuple(period for period in targets if isinstance(period, str) and period.startswith(f"{year}-"))


def check_sources(code: str, targets: Collection[TargetPeriod], sources: Mapping[TargetPeriod, str]) -> None:
    """Hold that each target of a part of a year has a source, and each source a target.

    Raises:
        TargetError: with all that have none.
    """
    named = {period for period, source in sources.items() if source.strip()}
    unsaid = [period for period in targets if isinstance(period, str) and period not in named]
    if unsaid:
        raise say.NO_SOURCE.error(indicator=code, value=unsaid)
    of_nothing = [period for period in sources if period not in targets]
    if of_nothing:
        raise say.SOURCE_OF_NOTHING.error(indicator=code, value=of_nothing)
