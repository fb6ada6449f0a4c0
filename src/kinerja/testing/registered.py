"""Strategies by class: the library's own for `from_type`, and those of anyone's records and indicators."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

import attrs
from hypothesis import strategies as st

from kinerja import (
    Catalogue,
    Entry,
    Indicator,
    Measurement,
    Percent,
    Period,
    Quarter,
    Score,
    Scorecard,
    Scoring,
    Semester,
    Variable,
    Year,
    indicators,
)
from kinerja.formulas import (
    Amount,
    Answer,
    Assessment,
    Case,
    Formula,
    Holding,
    Item,
    Part,
    ValuedCase,
    formula_classes,
)
from kinerja.measurement import TargetRange
from kinerja.records import account_set, optional_account_set
from kinerja.testing.cards import catalogues, scorecards, scorings, traces
from kinerja.testing.decrees import formulas
from kinerja.testing.figures import as_strategy, measurements, numbers, target_ranges
from kinerja.testing.rows import any_record
from kinerja.trace import Trace

T = TypeVar("T")
Draws = st.SearchStrategy


def strategy(kind: type[T], /, **given: Any) -> st.SearchStrategy[T]:
    """Draw what a class holds: a record from the kinds of its fields, an indicator with its parameters, or a value.

    It draws the class itself, never a class derived from it; of a Period its years, quarters and semesters.

    Args:
        kind: a class of the library, or your own record or indicator class.
        **given: values or strategies in the place of what would be drawn, by the names of the fields.

    Raises:
        IndicatorError: for a record class with a field that is not described.

    >>> from hypothesis import find
    >>> from kinerja import Tenant
    >>> find(strategy(Tenant, tenant="T-01"), lambda tenant: tenant.incubation_on is not None).tenant
    'T-01'
    """
    draws: Callable[..., Any] | None = _OF_THE_LIBRARY.get(kind)
    if draws is not None:
        return draws(**given)  # type: ignore[no-any-return]
    if issubclass(kind, Indicator):
        return _indicators(kind, **given)  # type: ignore[return-value]
    return any_record(kind, given)


def _indicators(kind: type[Indicator[Any]], **given: Any) -> Draws[Indicator[Any]]:
    """Draw an indicator with the parameters that its class has: all of a formula, of others the accounts too."""
    if issubclass(kind, Formula):
        return formulas(kind, **given)
    accounts = st.frozensets(st.sampled_from(["425283", "521211", "521811"]), min_size=1)
    own = {
        field.name: st.just(field.default) | accounts
        for field in attrs.fields(kind)
        if field.converter in {account_set, optional_account_set}
    }
    return _built(kind, **(own | given))


def _built(kind: Callable[..., T], **given: Any) -> Draws[T]:
    return st.builds(kind, **{name: as_strategy(value) for name, value in given.items()})


def _years(**given: Any) -> Draws[Year]:
    return _built(Year, **({"year": st.sampled_from([2023, 2024]) | st.integers(2000, 2100)} | given))


def _parts(kind: Callable[..., T], most: int, /, **given: Any) -> Draws[T]:
    usual = {"year": st.sampled_from([2023, 2024]), "number": st.integers(1, most), "cumulative": st.booleans()}
    return _built(kind, **(usual | given))


def _measurements(indicator: Any = None, **given: Any) -> Draws[Measurement]:
    usual = st.sampled_from([kind() for kind in indicators.indicator_classes().values()])
    one = usual if indicator is None else as_strategy(indicator)
    return one.flatmap(lambda each: measurements(each, **given))


def _variables(**given: Any) -> Draws[Variable]:
    usual = [one for kind in indicators.indicator_classes().values() for one in kind().variables]
    return _with(st.sampled_from(usual), given)


def _entries(**given: Any) -> Draws[Entry]:
    one = catalogues().flatmap(lambda catalogue: st.sampled_from(list(catalogue.values())))
    return _with(one, given)


def _with(one: Draws[T], given: Mapping[str, Any]) -> Draws[T]:
    return st.builds(attrs.evolve, one, **{name: as_strategy(value) for name, value in given.items()})


_OF_THE_LIBRARY: dict[type[Any], Callable[..., Any]] = {
    Catalogue: catalogues,
    Entry: _entries,
    Measurement: _measurements,
    Percent: lambda value=None: (numbers() if value is None else as_strategy(value)).map(Percent),
    Period: lambda **given: st.one_of(_years(**given), _parts(Quarter, 4, **given), _parts(Semester, 2, **given)),
    Quarter: functools.partial(_parts, Quarter, 4),
    Semester: functools.partial(_parts, Semester, 2),
    Score: lambda **given: scorecards(**given).flatmap(lambda card: st.sampled_from([*card])),
    Scorecard: scorecards,
    Scoring: scorings,
    TargetRange: target_ranges,
    Trace: traces,
    Variable: _variables,
    Year: _years,
}

_OF_FORMULAS = (Amount, Answer, Assessment, Case, Holding, Item, Part, ValuedCase)


def register() -> None:
    """Let `from_type` draw the library's own classes, each where it is asked for itself.

    Without that last, who asks for any Mapping or anything hashable would be given catalogues and records.
    """
    library = [indicators.indicator_classes(), indicators.reading_classes(), formula_classes()]
    own = [kind for classes in library for kind in classes.values()]
    records = [kind.record for kind in indicators.indicator_classes().values() if kind.record is not None]
    for kind in [*_OF_THE_LIBRARY, *own, *records, *_OF_FORMULAS]:
        st.register_type_strategy(kind, functools.partial(_itself, kind))


def _itself(kind: type[Any], asked: type[Any]) -> Any:
    return strategy(kind) if asked is kind else NotImplemented
