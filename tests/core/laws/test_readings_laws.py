"""Where the question of a reading does not arise, all its answers give one figure."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja import BSPJI_PEKANBARU_2021_2024 as CATALOGUE
from kinerja import Year
from kinerja.testing import record_lists

if TYPE_CHECKING:
    from collections.abc import Callable

YEAR = Year(year=2023)


def _on_one_day(line: Any) -> Any:
    day = line.postincubation_on
    return attrs.evolve(line, selected_on=day, preincubation_on=day, incubation_on=day)


def _a_day_apart(line: Any) -> Any:
    stages = ("selected_on", "preincubation_on", "incubation_on")
    day = line.postincubation_on
    before = [None if day is None else day - dt.timedelta(days=days) for days in (3, 2, 1)]
    return attrs.evolve(line, **dict(zip(stages, before, strict=True)))


def _alone(line: Any) -> Any:
    """A proof that is a collaboration of its own, with a partner of its own and one result."""
    return attrs.evolve(line, collaboration=None, partner=line.reference, result="rancangan")


def _both_alike(line: Any) -> Any:
    return attrs.evolve(line, clients_before=line.revenue_before, clients_after=line.revenue_after)


def _better(line: Any) -> Any:
    before = 1 if line.before is None else abs(line.before) + 1
    return attrs.evolve(line, before=before, after=before + 1, lower_is_better=False)


def _all_domestic(line: Any) -> Any:
    spent = abs(line.ceiling) + 1
    return attrs.evolve(line, ceiling=spent, realised=spent, domestic=spent)


def _with(**values: Any) -> Callable[[Any], Any]:
    return lambda line: attrs.evolve(line, **values)


QUIET: dict[str, dict[str, Callable[[Any], Any]]] = {
    "SK1/1": {"completed": _on_one_day, "dates": _a_day_apart},
    "SK1/2": {
        "counted": _alone,
        "partner": _with(partner="Universitas", partner_kind="akademisi"),
        "capability": _with(capability="uji logam"),
        "result": _with(result="rancangan"),
        "day": _with(collaboration=None),
        "together": _with(collaboration=None),
    },
    "SK2/1": {"growth": _both_alike, "fall": _both_alike, "year": _with(year=YEAR.year)},
    "SK3/1": {
        "case": lambda line: _with(measure="ton per jam")(_better(line)),
        "direction": _with(lower_is_better=False),
        "worse": _better,
        "unmeasured": _better,
    },
    "SK3/2": {
        "order": _with(reference="SPK-1", service="pengujian"),
        "receipts": _with(account="425283"),
        "refunds": lambda line: attrs.evolve(line, amount=abs(line.amount) + 1),
        "months": lambda line: line,
    },
    "SK3/3": {
        "counted": _with(parameter=""),
        "moment": lambda line: line,
        "last_day": _with(withdrawn_on=None),
        "lapse": _with(withdrawn_on=None),
    },
    "SK3/4": {
        "measured": _all_domestic,
        "ceiling": lambda line: attrs.evolve(line, initial_ceiling=line.ceiling, locked=0),
        "accounts": _with(account="521211"),
    },
}
"""Code -> reading -> what makes of a record of a year one on which nobody asks the question."""

ALWAYS_ASKED = {
    "SK2/1": {"actual"},  # a number of companies and a share
    "SK3/1": {"mean"},  # several ways to one figure
    "SK3/2": {"formula", "money"},
    "SK3/3": {"formula"},
    "SK3/4": {"times_100"},
}
"""Readings of how a figure is worked out, whatever the records."""

COMPUTED = [
    (entry.code, reading.word)
    for entry in CATALOGUE.values()
    for reading in entry.readings
    if any(answer.is_computed for answer in reading.alternatives)
]


def test_every_reading_has_its_quiet_records() -> None:
    """Or is asked of any; that no record means something is asked where there is none."""
    told = {(code, word) for code, words in QUIET.items() for word in words}
    always = {(code, word) for code, words in ALWAYS_ASKED.items() for word in words}
    empty = {(code, "empty") for code in CATALOGUE if (code, "empty") in COMPUTED}
    assert set(COMPUTED) == told | always | empty


def _figures(code: str, word: str, records: list[Any]) -> dict[str, Any]:
    """Return the figure under each answer to a reading that is computed, by its word."""
    entry = CATALOGUE[code]
    reading = entry.reading(word)
    others: dict[str, Any] = {answer.word: entry.measured_under(reading, answer) for answer in reading.answers}
    return {
        own: other.measure_records(records, period=YEAR).figure for own, other in others.items() if other is not None
    }


@pytest.mark.parametrize(("code", "word"), [(code, word) for code, words in QUIET.items() for word in words])
@given(data=st.data())
def test_every_answer_gives_one_figure_where_nobody_asks(code: str, word: str, data: st.DataObject) -> None:
    """Law: a reading changes nothing but what its question is about."""
    indicator: Any = CATALOGUE[code].indicator
    drawn = map(QUIET[code][word], data.draw(record_lists(indicator, YEAR)))
    once = {tuple(getattr(line, name) for name in line.identity): line for line in drawn}
    figures = _figures(code, word, list(once.values()))
    assert dict.fromkeys(figures, next(iter(figures.values()))) == figures


@pytest.mark.parametrize("code", [code for code, word in COMPUTED if word == "empty"])
@given(data=st.data())
def test_what_no_record_means_is_not_asked_where_there_are_some(code: str, data: st.DataObject) -> None:
    """Law: with records in every quantity both answers give one figure."""
    indicator: Any = CATALOGUE[code].indicator
    records = data.draw(record_lists(indicator, YEAR))
    entries = indicator.measure_records(records, period=YEAR).entries
    if all(entries.values()):
        figures = _figures(code, "empty", records)
        assert dict.fromkeys(figures, next(iter(figures.values()))) == figures
