"""The laws of traces: a figure follows from its inputs, there and back."""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING, Any

from hypothesis import given
from hypothesis import strategies as st

from kinerja import BSPJI_PEKANBARU_2021_2024 as CATALOGUE
from kinerja import Scoring
from kinerja.indicators.accredited_scope_growth import AccreditedScope
from kinerja.indicators.assisted_company_count import AssistedCompany
from kinerja.indicators.collaboration_count import Collaboration
from kinerja.indicators.p3dn_ratio import DECREE_ACCOUNTS, BudgetLine
from kinerja.indicators.pnbp_growth import Receipt
from kinerja.indicators.productivity_delta import PerformanceMeasure
from kinerja.indicators.tenant_count import Tenant
from kinerja.trace import Trace, make_trace, verify_trace

if TYPE_CHECKING:
    from fractions import Fraction

names = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=5).filter(str.strip)
units = st.sampled_from(["417912", "637372"])
years = st.sampled_from([2022, 2023])
days = st.dates(dt.date(2021, 12, 1), dt.date(2024, 1, 31))
maybe_days = st.none() | days
amounts = st.fractions(-(10**12), 10**12, max_denominator=100)
maybe_amounts = st.none() | amounts

RECORDS: dict[str, st.SearchStrategy[Any]] = {
    "SK1/1": st.builds(
        Tenant,
        unit=units,
        tenant=names,
        selected_on=maybe_days,
        preincubation_on=maybe_days,
        incubation_on=maybe_days,
        postincubation_on=maybe_days,
    ),
    "SK1/2": st.builds(Collaboration, unit=units, reference=names, capability=st.none() | names, dated_on=maybe_days),
    "SK2/1": st.builds(
        AssistedCompany,
        unit=units,
        company=names,
        year=years,
        revenue_before=maybe_amounts,
        revenue_after=maybe_amounts,
        clients_before=maybe_amounts,
        clients_after=maybe_amounts,
    ),
    "SK3/1": st.builds(
        PerformanceMeasure,
        unit=units,
        company=names,
        measure=names,
        year=years,
        before=maybe_amounts,
        after=maybe_amounts,
        lower_is_better=st.booleans(),
    ),
    "SK3/2": st.builds(Receipt, unit=units, receipt=names, amount=amounts, received_on=maybe_days),
    "SK3/3": st.builds(
        AccreditedScope, unit=units, scope=names, parameter=names, accredited_on=maybe_days, withdrawn_on=maybe_days
    ),
    "SK3/4": st.builds(
        BudgetLine,
        unit=units,
        reference=names,
        year=years,
        account=st.sampled_from([*DECREE_ACCOUNTS[:2], "511111"]),
        ceiling=amounts.map(abs),
        realised=amounts,
    ),
}


def _identity(record: Any) -> tuple[object, ...]:
    return tuple(getattr(record, name) for name in record.identity)


@st.composite
def traces(draw: st.DrawFn) -> Trace:
    """Draw the trace of records of any indicator, none of them twice."""
    code = draw(st.sampled_from(list(RECORDS)))
    records = draw(st.lists(RECORDS[code], unique_by=_identity, max_size=8))
    indicator = CATALOGUE[code].indicator
    assert indicator is not None
    scoring = draw(st.builds(Scoring, cap=st.none() | st.just(120)))
    value = indicator.measure_records(records, period=2023)
    return make_trace(CATALOGUE, code, 2023, value, scoring=scoring, remark=draw(names), sources=draw(st.lists(names)))


@given(traces())
def test_a_trace_verifies_after_a_round_trip(trace: Trace) -> None:
    """The same trace, and nothing that differs."""
    verification = verify_trace(trace.to_json())
    assert (trace, ()) == (verification.trace, verification.differences)


@given(traces())
def test_records_come_back_exactly(trace: Trace) -> None:
    """Every field of each, and what became of it."""
    measured, again = trace.measurement, verify_trace(trace.to_json()).trace.measurement
    assert measured is not None
    assert again is not None
    assert measured.evidence == again.evidence


@given(st.lists(RECORDS["SK3/4"], unique_by=_identity, min_size=1, max_size=8), st.data())
def test_a_changed_amount_is_noticed(lines: list[BudgetLine], data: st.DataObject) -> None:
    """Where its record counts, by whatever it was changed; elsewhere the figure still follows."""
    indicator = CATALOGUE["SK3/4"].indicator
    assert indicator is not None
    trace = make_trace(CATALOGUE, "SK3/4", 2023, indicator.measure_records(lines, period=2023))
    plain = json.loads(trace.to_json())
    record = data.draw(st.sampled_from(plain["inputs"]["records"]))
    added: Fraction = data.draw(amounts.filter(bool))
    place = plain["inputs"]["records"].index(record)
    record["fields"]["realised"] = str(lines[place].realised + added)
    verification = verify_trace(json.dumps(plain))
    assert verification.holds is (not record["entered"])
    assert record["entered"] == [] or "quantities.realised" == verification.differences[0].where
