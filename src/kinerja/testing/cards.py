"""Catalogues, scorecards and traces to try readers and writers with."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import TYPE_CHECKING, Any, get_args

from hypothesis import strategies as st

import kinerja
from kinerja import (
    Catalogue,
    Entry,
    Indicator,
    Percent,
    Reason,
    Scorecard,
    Scoring,
    UnknownIndicatorError,
    indicators,
    make_trace,
)
from kinerja.decrees import Band, Decree, Objective
from kinerja.measurement import Bounds, Minimise, Target, TargetGiven, lowest
from kinerja.testing.figures import actuals, as_strategy, measurements, target_ranges, targets, within
from kinerja.testing.kinds import names
from kinerja.testing.rows import periods, record_lists

if TYPE_CHECKING:
    from kinerja import Measurement, Period
    from kinerja.trace import Trace

YEAR = 2023
_ALL = 100
_BANDS = (Band(name="Tinggi", above=90), Band(name="Sedang", at_least=70, at_most=90), Band(name="Rendah", below=70))


def catalogue_for(indicator: Indicator[Any], target: TargetGiven) -> Catalogue:
    """Return a made-up decree that has one indicator, from 2022 to 2024, and its target of each year.

    The entry has the code that the indicator itself has, where it has one.
    """
    decree = Decree(number="-", title="-", unit="-", years=(YEAR - 1, YEAR, YEAR + 1))
    objective = Objective(code="SK1", text="-")
    entry = Entry(
        code=getattr(indicator, "code", "SK1/1"),
        label=indicator.name,
        objective=objective,
        unit=indicator.unit,
        polarity=indicator.polarity,
        targets=dict.fromkeys(decree.years, target),
        years=decree.years,
        indicator=indicator,
    )
    return Catalogue(decree=decree, objectives=(objective,), entries={entry.code: entry})


def catalogues(*, own: Iterable[Indicator[Any]] | None = None) -> st.SearchStrategy[Catalogue]:
    """Draw catalogues: the decree's that comes with the library, and made-up ones of one indicator.

    Args:
        own: your indicators, in the place of the library's.
    """
    classes = indicators.indicator_classes().values()
    one = st.sampled_from([kind() for kind in classes] if own is None else list(own))
    made = one.flatmap(lambda each: _promised(each).map(lambda target: catalogue_for(each, target)))
    return made if own is not None else st.just(kinerja.BSPJI_PEKANBARU_2021_2024) | made


def _promised(indicator: Indicator[Any]) -> st.SearchStrategy[Target]:
    """Draw targets: numbers, and ranges."""
    numbers = within(Bounds.of(indicator, indicator.unit), targets(whole=indicator.unit.whole))
    return numbers | target_ranges(numbers, numbers)


def values(entry: Entry) -> st.SearchStrategy[Any]:
    """Draw every kind of value that a scorecard takes for an entry."""
    target = st.sampled_from(sorted(map(lowest, entry.targets.values())))
    figures = within(entry.bounds, target.flatmap(lambda one: actuals(one, whole=entry.unit.whole)))
    measured = st.nothing() if entry.indicator is None else measurements(entry.indicator)
    return st.none() | st.sampled_from(Reason) | figures | measured


def scorings(**given: Any) -> st.SearchStrategy[Scoring]:
    """Draw rules of agencies: no cap, a usual one, any; both rules of less, or none named; with classes and without."""
    usual = {
        "cap": st.none() | st.sampled_from([100, 120]) | st.fractions(100, 1000),
        "minimise": st.sampled_from([None, *get_args(Minimise)]),
        "bands": st.sampled_from([(), _BANDS]),
    }
    return st.builds(Scoring, **{name: as_strategy(one) for name, one in (usual | given).items()})


@st.composite
def _scorecards(draw: st.DrawFn, given: dict[str, Any]) -> Scorecard:
    catalogue: Catalogue = draw(as_strategy(given.pop("catalogue", kinerja.BSPJI_PEKANBARU_2021_2024)))
    codes = sorted(catalogue)
    usual: dict[str, Any] = {
        "period": st.sampled_from(catalogue.decree.years),
        "values": st.sets(st.sampled_from(codes)).flatmap(
            lambda some: st.fixed_dictionaries({code: values(catalogue[code]) for code in sorted(some)})
        ),
        "scoring": scorings(),
        "remarks": st.dictionaries(st.sampled_from(codes), names()),
    }
    return catalogue.scorecard(**{name: draw(as_strategy(one)) for name, one in (usual | given).items()})


def scorecards(**given: Any) -> st.SearchStrategy[Scorecard]:
    """Draw scorecards of any year of a decree, with any values, rules and remarks.

    Args:
        **given: a `catalogue`, and what `Catalogue.scorecard` takes, as values or strategies.
    """
    return st.builds(dict, st.just(given)).flatmap(_scorecards)


def _targets(actual: Fraction | None, *, whole: bool) -> st.SearchStrategy[Fraction]:
    """Draw a target: the actual itself, one whose achievement ends in half of the last decimal shown, or any."""
    if whole or actual is None or actual <= 0:
        return targets(whole=whole)
    ties = st.integers(0, 30_000).map(lambda number: 100 * actual / Fraction(2 * number + 1, 200))
    return st.just(actual) | ties | targets()


def _near(uncapped: Percent | None) -> st.SearchStrategy[Scoring]:
    """Draw a cap: one that bites, one at the achievement, one above it, or none."""
    if uncapped is None or uncapped <= 0:
        return scorings(cap=st.none() | st.just(120), minimise=None)
    near = [uncapped * times for times in (Fraction(1, 2), Fraction(199, 200), 1, 2)]
    return scorings(cap=st.sampled_from([120, *(cap for cap in near if cap >= _ALL)]) | st.none(), minimise=None)


@st.composite
def _traces(draw: st.DrawFn, given: dict[str, Any]) -> Trace:
    catalogue: Catalogue = draw(as_strategy(given.pop("catalogue", kinerja.BSPJI_PEKANBARU_2021_2024)))
    measured = [code for code, entry in catalogue.items() if entry.measured_by is not None]
    code: str = draw(as_strategy(given.pop("code", st.sampled_from(measured))))
    indicator = catalogue[code].measured_by
    if indicator is None:
        raise UnknownIndicatorError.of(code, measured)
    period: Period = draw(as_strategy(given.pop("period", periods(indicator.timing, year=YEAR))))
    usual: Any = record_lists(indicator, period).map(lambda drawn: indicator.measure_records(drawn, period=period))
    value: Measurement = draw(as_strategy(given.pop("value", usual)))
    own = None
    if str(period) != str(period.year):
        own = {code: draw(within(catalogue[code].bounds, _targets(value.figure[0], whole=indicator.unit.whole)))}
    uncapped = make_trace(catalogue, code, period, value, targets=own).score.uncapped
    others = {"targets": own, "scoring": _near(uncapped), "remark": names(), "sources": st.lists(names(), max_size=2)}
    drawn = {name: draw(as_strategy(one)) for name, one in (others | given).items()}
    return make_trace(catalogue, code, period, value, **drawn)


def traces(**given: Any) -> st.SearchStrategy[Trace]:
    """Draw the traces of records: of a year against its target, or of a quarter against its own.

    Args:
        **given: what `kinerja.make_trace` takes, as values or strategies.
    """
    return st.builds(dict, st.just(given)).flatmap(_traces)
