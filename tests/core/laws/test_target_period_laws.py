"""The laws of targets by period: which one a period is set against, and that whatever was made of it is read back."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja import BSPJI_PEKANBARU_2021_2024 as DECREE
from kinerja import Catalogue, Entry, Scorecard, TargetError, Year, make_trace, verify_trace
from kinerja._base import FrozenMap
from kinerja.records import as_period
from kinerja.testing import periods

if TYPE_CHECKING:
    from kinerja.measurement import Target
    from kinerja.records import Period

CODE = "SK3/4"
PARTS = st.sets(st.sampled_from(["2023-S1", "2023-S2", "2023-TW1", "2023-TW3", "2023-S2-saja", "2022-S1"]))


@st.composite
def catalogues(draw: st.DrawFn) -> Catalogue:
    """Draw the decree with targets for parts of its years; each has another."""
    named = [*draw(st.sets(st.sampled_from([2022, 2023]))), *sorted(draw(PARTS))]
    entry: Entry = attrs.evolve(
        DECREE[CODE],
        targets=FrozenMap({period: Fraction(40 + number) for number, period in enumerate(named)}),
        target_sources=FrozenMap(dict.fromkeys(named, "Perjanjian Kinerja")),
    )
    decree = attrs.evolve(DECREE.decree, number="1 TAHUN 2025")  # traces of the library's own are held against it
    return attrs.evolve(DECREE, decree=decree, entries=FrozenMap({CODE: entry}))


def expected(entry: Entry, period: Period) -> Target | None:
    """Return what a period is set against, by looking at every target."""
    of_year = [named for named in entry.targets if as_period(named).year == period.year]
    has_parts = any(not isinstance(as_period(named), Year) for named in of_year)
    wanted = period if has_parts else Year(year=period.year)
    return next((entry.targets[named] for named in of_year if as_period(named) == wanted), None)


@given(catalogues(), periods(year=2023))
def test_a_period_is_set_against_its_own_target_or_the_years(catalogue: Catalogue, period: Period) -> None:
    """The year's where no part of it has one; else its own or none, and the entry says the same."""
    entry = catalogue[CODE]
    target = expected(entry, period)
    assert target == catalogue.scorecard(period, {CODE: 41})[CODE].target
    if target is None:
        with pytest.raises(TargetError):
            entry.target(period)
    else:
        assert target == entry.target(period)


@given(catalogues(), periods(year=2023), st.none() | st.just({CODE: 43}), st.sampled_from([None, 2023]))
def test_whatever_was_made_of_them_is_read_back(
    catalogue: Catalogue, period: Period, targets: dict[str, int] | None, year: int | None
) -> None:
    """Catalogue, scorecard and trace."""
    card = catalogue.scorecard(period, {CODE: 41}, targets=targets, target_year=year)
    trace = make_trace(catalogue, CODE, period, 41, targets=targets, target_year=year)
    assert catalogue == Catalogue.from_json(catalogue.to_json())
    assert card == Scorecard.from_json(card.to_json())
    assert verify_trace(trace.to_json()).holds
    assert card[CODE].target == trace.score.target
