"""The laws of measurements: add the evidence, divide once."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kinerja import DoubleCountError, UndefinedActualError, indicators
from kinerja.indicators.p3dn_ratio import DECREE_ACCOUNTS, BudgetLine, P3DNRatio

if TYPE_CHECKING:
    from collections.abc import Callable

    from kinerja import Indicator, Measurement
    from kinerja.measurement import Variable

RUPIAH = st.fractions(min_value=0, max_value=10**12, max_denominator=100)

of_every_indicator = pytest.mark.parametrize("name", indicators.indicator_classes())


def _value(variable: Variable, whole: Fraction | None) -> st.SearchStrategy[Any]:
    """Draw a value that a variable may take; a part is at most its whole."""
    largest = 10**12 if whole is None else int(whole)
    least = -(10**12) if variable.least is None else variable.least
    if variable.unit.whole:
        return st.integers(min_value=least, max_value=largest)
    return st.fractions(min_value=least, max_value=largest, max_denominator=100)


@st.composite
def _measurements(draw: Callable[[st.SearchStrategy[Any]], Any], indicator: Indicator[Any]) -> Measurement:
    quantities: dict[str, Any] = {}
    for variable in sorted(indicator.variables, key=lambda one: one.part_of is not None):  # wholes before their parts
        whole = quantities[variable.part_of] if variable.part_of is not None else None
        quantities[variable.name] = draw(_value(variable, whole))
    if quantities.get("cases") == 0:
        quantities["improvement"] = 0  # without cases there is no improvement
    return indicator.measure(**quantities)


def _three(indicator: Indicator[Any]) -> st.SearchStrategy[tuple[Measurement, Measurement, Measurement]]:
    return st.tuples(_measurements(indicator), _measurements(indicator), _measurements(indicator))


def _indicator(name: str) -> Indicator[Any]:
    found: Indicator[Any] = getattr(indicators, name)()
    return found


LINES = st.lists(
    st.builds(
        BudgetLine,
        unit=st.sampled_from(["417912", "637372"]),
        reference=st.text("0123456789.", min_size=1, max_size=3),
        year=st.sampled_from([2025, 2026]),
        account=st.sampled_from([*DECREE_ACCOUNTS[:4], "525112", "511111"]),
        ceiling=RUPIAH,
        realised=RUPIAH | RUPIAH.map(lambda amount: -amount),
    ),
    unique_by=lambda line: (line.unit, line.year, line.reference),
    max_size=12,
)


def _measure(lines: list[BudgetLine]) -> Measurement:
    return P3DNRatio().measure_records(lines, period=2026)


@of_every_indicator
@given(data=st.data())
def test_addition_is_associative(name: str, data: st.DataObject) -> None:
    """It does not matter which quarters are added first."""
    one, two, three = data.draw(_three(_indicator(name)))
    assert (one + two) + three == one + (two + three)


@of_every_indicator
@given(data=st.data())
def test_addition_is_commutative(name: str, data: st.DataObject) -> None:
    """It does not matter in which order the parts come."""
    one, two, _ = data.draw(_three(_indicator(name)))
    assert one + two == two + one


@of_every_indicator
@given(data=st.data())
def test_a_sum_is_the_measurement_of_the_union(name: str, data: st.DataObject) -> None:
    """Adding measurements is measuring the added quantities."""
    parts = data.draw(_three(_indicator(name)))
    together = {
        variable.name: sum(part.quantities[variable.name] for part in parts) for variable in _indicator(name).variables
    }
    assert _indicator(name).measure(**together) == sum(parts)


@of_every_indicator
@given(data=st.data())
def test_an_empty_part_adds_nothing(name: str, data: st.DataObject) -> None:
    """A measurement of zeros is the neutral element of addition."""
    measurement = data.draw(_measurements(_indicator(name)))
    empty = _indicator(name).measure(**dict.fromkeys(measurement.quantities, 0))
    assert measurement == measurement + empty


@of_every_indicator
@given(data=st.data())
def test_equal_sums_have_equal_hashes(name: str, data: st.DataObject) -> None:
    """A sum hashes alike, whichever way it was added."""
    one, two, three = data.draw(_three(_indicator(name)))
    assert hash((one + two) + three) == hash(three + (two + one))


@of_every_indicator
@given(data=st.data())
def test_scaling_the_evidence_of_a_ratio_changes_nothing(name: str, data: st.DataObject) -> None:
    """Twice the evidence is a ratio's same actual, and a count's double."""
    measurement = data.draw(_measurements(_indicator(name)))
    try:
        actual = measurement.actual
    except UndefinedActualError:
        assume(False)  # noqa: FBT003 - hypothesis' own way of setting an example aside
    is_ratio = any(variable.divisor for variable in measurement.indicator.variables)
    assert (actual if is_ratio else 2 * actual) == (measurement + measurement).actual


@given(LINES, st.data())
def test_the_order_of_records_does_not_matter(lines: list[BudgetLine], data: st.DataObject) -> None:
    """Shuffled records give the same quantities."""
    assert _measure(lines) == _measure(data.draw(st.permutations(lines)))


@given(LINES)
def test_every_record_is_counted_or_left_out_once(lines: list[BudgetLine]) -> None:
    """Together, `counted` and `left_out` hold every record, and each of them once."""
    measurement = _measure(lines)
    assert Counter(lines) == Counter(item.record for item in (*measurement.counted, *measurement.left_out))


@given(LINES)
def test_the_counted_records_alone_give_the_same(lines: list[BudgetLine]) -> None:
    """What is left out adds nothing."""
    measurement = _measure(lines)
    assert measurement == _measure([item.record for item in measurement.counted])


@given(LINES, st.integers(min_value=0, max_value=12))
def test_parts_of_the_records_add_to_their_union(lines: list[BudgetLine], cut: int) -> None:
    """Measuring two files and adding is measuring them together."""
    assert _measure(lines) == _measure(lines[:cut]) + _measure(lines[cut:])


@given(LINES, st.integers(min_value=0, max_value=12))
def test_parts_of_the_records_keep_their_evidence(lines: list[BudgetLine], cut: int) -> None:
    """The sum remembers every record of its parts."""
    assert _measure(lines).evidence == (_measure(lines[:cut]) + _measure(lines[cut:])).evidence


@given(LINES)
def test_records_are_their_totals(lines: list[BudgetLine]) -> None:
    """Measuring records is measuring the sums that anyone can add up by hand."""
    selected = [line for line in lines if line.year == 2026 and line.account in DECREE_ACCOUNTS]
    expected = P3DNRatio().measure(
        realised=sum((line.realised for line in selected), Fraction(0)),
        ceiling=sum((line.ceiling for line in selected), Fraction(0)),
    )
    assert expected.quantities == _measure(lines).quantities


@given(LINES)
def test_a_counted_record_never_adds_to_itself(lines: list[BudgetLine]) -> None:
    """Adding the same records again is refused, and every counted one is named."""
    measurement = _measure(lines)
    assume(measurement.counted)
    with pytest.raises(DoubleCountError) as caught:
        measurement + measurement
    assert tuple(item.identity for item in measurement.counted) == caught.value.value


@given(LINES)
def test_a_changed_copy_of_a_counted_record_is_the_same_record(lines: list[BudgetLine]) -> None:
    """A correction does not make another record of it."""
    measurement = _measure(lines)
    assume(measurement.counted)
    corrected = [attrs.evolve(item.record, realised=0) for item in measurement.counted]
    with pytest.raises(DoubleCountError):
        measurement + _measure(corrected)
