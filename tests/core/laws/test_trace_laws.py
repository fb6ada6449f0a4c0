"""The laws of traces: a figure follows from its inputs, there and back."""

from __future__ import annotations

import json
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from hypothesis import given
from hypothesis import strategies as st

from drawn import record_lists
from kinerja import BSPJI_PEKANBARU_2021_2024 as CATALOGUE
from kinerja import Percent, Scoring, UndefinedActualError
from kinerja.measurement import Timing
from kinerja.records import as_period
from kinerja.trace import Trace, compare_traces, make_trace, verify_trace
from telling import telling, tells

if TYPE_CHECKING:
    from kinerja import Indicator, Measurement

CODES = [code for code, entry in CATALOGUE.items() if entry.indicator is not None]

names = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=5).filter(str.strip)
amounts = st.fractions(-(10**12), 10**12, max_denominator=100)


def _indicator(code: str) -> Indicator[Any]:
    indicator = CATALOGUE[code].indicator
    assert indicator is not None
    return indicator


def _actual(measurement: Measurement) -> Fraction:
    try:
        return measurement.actual
    except UndefinedActualError:
        return Fraction(0)


def _targets(actual: Fraction, *, whole: bool) -> st.SearchStrategy[Fraction]:
    """Draw a target: the actual itself, one whose achievement ends in half of the last decimal shown, or any.

    Of what is counted undivided it is undivided too.
    """
    if whole:
        return st.integers(1, 1000).map(Fraction)
    anything = st.fractions(Fraction(1, 1000), 1000)
    if actual <= 0:
        return anything
    ties = st.integers(0, 30_000).map(lambda number: 100 * actual / Fraction(2 * number + 1, 200))
    return st.just(actual) | ties | anything


def _scorings(uncapped: Percent | None) -> st.SearchStrategy[Scoring]:
    """Draw a cap: one that bites, one at the achievement, one above it, or none."""
    if uncapped is None or uncapped <= 0:
        return st.builds(Scoring, cap=st.none() | st.just(120))
    near = [uncapped / 2, uncapped * Fraction(199, 200), Fraction(uncapped), uncapped * 2]
    return st.builds(Scoring, cap=st.sampled_from([120, *(cap for cap in near if cap >= 100)]) | st.none())


@st.composite
def traces(draw: st.DrawFn) -> Trace:
    """Draw the trace of records of any indicator, in a year against its target or in a quarter against its own."""
    code = draw(st.sampled_from(CODES))
    indicator = _indicator(code)
    period = as_period(2023 if indicator.timing is Timing.YEARLY else draw(st.sampled_from(["2023-TW2", "2023"])))
    value = indicator.measure_records(draw(record_lists(indicator, period)), period=period)
    own = None if period == as_period(2023) else {code: draw(_targets(_actual(value), whole=indicator.unit.whole))}
    uncapped = make_trace(CATALOGUE, code, period, value, targets=own).score.uncapped
    return make_trace(
        CATALOGUE,
        code,
        period,
        value,
        targets=own,
        scoring=draw(_scorings(uncapped)),
        remark=draw(names),
        sources=draw(st.lists(names)),
    )


@telling
@given(traces())
def test_a_trace_verifies_after_a_round_trip(trace: Trace) -> None:
    """The same trace, and nothing that differs."""
    tells(trace.score.achievement is not None)
    verification = verify_trace(trace.to_json())
    assert (trace, ()) == (verification.trace, verification.differences)


@telling
@given(traces())
def test_records_come_back_exactly(trace: Trace) -> None:
    """Every field of each, and what became of it."""
    measured, again = trace.measurement, verify_trace(trace.to_json()).trace.measurement
    assert measured is not None
    assert again is not None
    tells(measured.counted and measured.left_out)
    assert measured.evidence == again.evidence


@telling
@given(traces(), st.sampled_from(["1/1000000", "-1/1000000", "1"]))
def test_a_changed_figure_is_noticed(trace: Trace, added: str) -> None:
    """By however little: none of the actual, the uncapped and the capped achievement may stand otherwise."""
    plain = json.loads(trace.to_json())
    figures = [name for name in ("actual", "uncapped", "achievement") if plain[name] is not None]
    tells(len(figures) == 3)
    noticed = [
        [
            one.where
            for one in verify_trace(
                json.dumps(plain | {name: str(Fraction(plain[name]) + Fraction(added))})
            ).differences
        ]
        for name in figures
    ]
    assert [[name] for name in figures] == noticed


@telling
@given(st.data(), amounts.filter(bool))
def test_a_changed_amount_is_noticed(data: st.DataObject, added: Fraction) -> None:
    """Where its record counts, by whatever it was changed; elsewhere the figure still follows."""
    indicator = _indicator("SK3/4")
    lines = data.draw(record_lists(indicator, as_period(2023)))
    written = make_trace(CATALOGUE, "SK3/4", 2023, indicator.measure_records(lines, period=2023)).to_json()
    counted = [bool(record["entered"]) for record in json.loads(written)["inputs"]["records"]]
    tells(any(counted) and not all(counted))
    differing = []
    for place, line in enumerate(lines):
        plain = json.loads(written)
        plain["inputs"]["records"][place]["fields"]["realised"] = str(line.realised + added)
        differing.append([one.where for one in verify_trace(json.dumps(plain)).differences[:1]])
    assert [["quantities.realised"] if one else [] for one in counted] == differing


@telling
@given(traces())
def test_a_trace_without_records_verifies_after_a_round_trip(trace: Trace) -> None:
    """The same figures, from the quantities alone, and none of the records."""
    bare = trace.without_records()
    tells(bare.withheld is not None)
    verification = verify_trace(bare.to_json())
    assert (bare, ()) == (verification.trace, verification.differences)


@telling
@given(traces())
def test_a_trace_moves_nothing_against_itself(trace: Trace) -> None:
    """Nor does its own evidence."""
    tells(trace.measurement is not None)
    text = trace.to_json()
    assert ((), ()) == (compare_traces(text, text).moves, verify_trace(text).against(trace).differences)
