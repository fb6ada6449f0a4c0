"""The laws of traces: a figure follows from its inputs, there and back."""

from __future__ import annotations

import json
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from kinerja import BSPJI_PEKANBARU_2021_2024 as CATALOGUE
from kinerja import P3DNRatio
from kinerja.records import as_period
from kinerja.testing import record_lists, telling, tells, traces
from kinerja.trace import Trace, compare_traces, make_trace, verify_trace

amounts = st.fractions(-(10**12), 10**12, max_denominator=100)


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
    indicator = P3DNRatio()
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
