"""The laws of plain data: what is written for another system is read back, and nothing is lost."""

from __future__ import annotations

import json
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import attrs
from hypothesis import given
from hypothesis import strategies as st

from kinerja import BSPJI_PEKANBARU_2021_2024 as CATALOGUE
from kinerja import (
    Catalogue,
    Indicator,
    Measurement,
    RecordsError,
    Scorecard,
    Trace,
    make_trace,
    records_from,
    rows_of,
    write_exact,
)
from kinerja.readers import read_number
from kinerja.records import as_period
from kinerja.testing import record_lists, telling, tells

if TYPE_CHECKING:
    from kinerja.records import Period

INDICATORS = [entry.indicator for entry in CATALOGUE.values() if entry.indicator is not None]
YEAR = as_period(2023)
of_any = st.sampled_from(INDICATORS)


def _through_json(plain: Any) -> Any:
    return json.loads(json.dumps(plain))


@st.composite
def measurements(draw: st.DrawFn, period: Period = YEAR) -> Measurement:
    """Draw a measurement of records, with their evidence or without it."""
    indicator: Indicator[Any] = draw(of_any)
    records = draw(record_lists(indicator, period))
    return indicator.measure_records(records, period=period, keep_evidence=draw(st.booleans()))


@telling
@given(measurements())
def test_a_measurement_comes_back_with_its_evidence(measurement: Measurement) -> None:
    """Its records, what became of each, and how many entered each quantity."""
    tells(any(measurement.quantities.values()))
    again = Measurement.from_dict(_through_json(measurement.to_dict()))
    kept = (measurement, measurement.evidence, measurement.entries)
    assert kept == (again, again.evidence, again.entries)


@given(measurements(), st.data())
def test_a_changed_quantity_is_refused(measurement: Measurement, data: st.DataObject) -> None:
    """Unless the records were not kept, it does not follow from them."""
    plain = measurement.to_dict()
    name = data.draw(st.sampled_from(sorted(plain["quantities"])))
    plain["quantities"][name] = "1000001/7"
    try:
        Measurement.from_dict(plain)
    except RecordsError as error:
        assert error.problems  # noqa: PT017 - refusing is what is asked for
    else:
        raise AssertionError(name)


@given(of_any, st.data())
def test_records_come_back_from_rows(indicator: Indicator[Any], data: st.DataObject) -> None:
    """As plain data, and as JSON."""
    assert indicator.record is not None
    records = tuple(data.draw(record_lists(indicator, YEAR)))
    rows = rows_of(records)
    expected = (records, records)
    assert expected == (records_from(indicator.record, rows), records_from(indicator.record, json.dumps(rows)))


@given(measurements())
def test_traces_and_scorecards_come_back_from_plain_data(measurement: Measurement) -> None:
    """Whatever the database made of it, as long as it is JSON."""
    code = next(code for code, entry in CATALOGUE.items() if entry.indicator == measurement.indicator)
    trace = make_trace(CATALOGUE, code, 2023, measurement)
    card = CATALOGUE.scorecard(2023, {code: measurement})
    expected = (trace, trace, card)
    assert expected == (
        Trace.from_dict(_through_json(trace.to_dict())),
        Trace.from_json(trace.to_json()),
        Scorecard.from_dict(_through_json(card.to_dict())),
    )


@given(st.dictionaries(st.integers(2021, 2024), st.fractions(1, 1000), min_size=1))
def test_a_catalogue_comes_back_with_its_settings(targets: dict[int, Fraction]) -> None:
    """Exact targets, and what a unit sets."""
    entries = {**CATALOGUE.entries, "SK3/4": attrs.evolve(CATALOGUE["SK3/4"], targets=targets)}
    own = attrs.evolve(CATALOGUE, entries=entries).with_settings(
        {"SK3/2": {"accounts": ["425283"]}}, source="unit.xlsx"
    )
    assert (own, own) == (Catalogue.from_dict(_through_json(own.to_dict())), Catalogue.from_json(own.to_json()))


exact_numbers = st.fractions(-(10**12), 10**12, max_denominator=10**6) | st.sampled_from(
    [Fraction(1000), Fraction(-1000), Fraction(1, 3), Fraction(47_250)]
)


@given(exact_numbers.filter(lambda number: "," not in write_exact(number) or number.denominator <= 10**6))
def test_what_is_written_ungrouped_is_read(value: Fraction) -> None:
    """Also 1000, -1000 and 1/3."""
    written = write_exact(value, grouped=False)
    assert value == read_number(written, may_be_fraction=True)
