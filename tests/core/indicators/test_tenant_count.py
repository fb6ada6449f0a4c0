"""SK1/1: tenants that completed incubation."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from typing import Any

import pytest

from kinerja.indicators import TenantCount
from kinerja.indicators.tenant_count import Tenant
from said import refused


def test_the_actual_is_the_tenants_themselves() -> None:
    """Two tenants that completed the incubation are an actual of 2."""
    assert 2 == TenantCount().measure(graduated=2).actual


def test_no_tenant_is_an_actual_of_zero() -> None:
    """A year without a tenant was measured, and counted none."""
    assert 0 == TenantCount().measure(graduated=0).actual


def test_its_unit_is_tenan() -> None:
    """The decree counts in Tenan."""
    assert "Tenan" == str(TenantCount().unit)


def test_its_worked_line_is_the_number() -> None:
    """There is nothing to work out."""
    assert "2" == str(TenantCount().measure(graduated=2))


def test_there_are_no_fewer_than_no_tenants() -> None:
    """A count is never negative."""
    with refused("quantity.least", indicator="TenantCount", field="graduated", value=-1, limit=0):
        TenantCount().measure(graduated=-1)


@pytest.mark.parametrize("graduated", [1.5, Fraction(1, 3)], ids=repr)
def test_there_is_no_fraction_of_a_tenant(graduated: float | Fraction) -> None:
    """A tenant is counted undivided."""
    with refused("quantity.whole", indicator="TenantCount", field="graduated", value=graduated, unit="tenant"):
        TenantCount().measure(graduated=graduated)


def test_an_actual_is_no_fraction_of_a_tenant() -> None:
    """An actual measured elsewhere is counted undivided too."""
    with refused("quantity.whole", indicator="TenantCount", field="actual", value=Fraction(3, 2), unit="tenant"):
        TenantCount().check_actual(1.5)


def test_quarters_add_up_to_the_year() -> None:
    """Tenants of two quarters are tenants of their half year."""
    half = TenantCount().measure(graduated=1) + TenantCount().measure(graduated=2)
    assert 3 == half.actual


STAGES = {
    "selected_on": dt.date(2022, 11, 1),
    "preincubation_on": dt.date(2023, 2, 1),
    "incubation_on": dt.date(2023, 3, 1),
    "postincubation_on": dt.date(2023, 5, 31),
}
ORDERED, FINISHED = "keempat tahap bertanggal dan berurutan", "pascainkubasi selesai dalam periode"


def _tenant(**values: Any) -> Tenant:
    return Tenant(**{"unit": "417912", "tenant": "A", **STAGES, **values})


@pytest.mark.parametrize(
    "values",
    [
        {},
        {
            "postincubation_on": dt.date(2023, 1, 1),
            "preincubation_on": dt.date(2022, 12, 1),
            "incubation_on": dt.date(2023, 1, 1),
        },
        {"postincubation_on": dt.date(2023, 12, 31)},
        dict.fromkeys(STAGES, dt.date(2023, 6, 1)),
    ],
)
def test_a_tenant_through_all_stages_in_the_year_counts(values: dict[str, Any]) -> None:
    """The first stages may lie in the year before, and stages may share a day."""
    assert 1 == TenantCount().measure_records([_tenant(**values)], period=2023).actual


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"selected_on": None}, (ORDERED,)),
        ({"preincubation_on": None}, (ORDERED,)),
        ({"incubation_on": None}, (ORDERED,)),
        ({"postincubation_on": None}, (ORDERED, FINISHED)),
        ({"selected_on": dt.date(2023, 2, 2)}, (ORDERED,)),
        ({"incubation_on": dt.date(2023, 1, 31)}, (ORDERED,)),
        ({"postincubation_on": dt.date(2023, 2, 28)}, (ORDERED,)),
        ({"postincubation_on": dt.date(2024, 1, 1)}, (FINISHED,)),
        ({"postincubation_on": dt.date(2022, 12, 31)}, (ORDERED, FINISHED)),
    ],
    ids=repr,
)
def test_a_tenant_left_out_is_told_why(values: dict[str, Any], expected: tuple[str, ...]) -> None:
    """A stage that is missing, out of order or outside the period is named."""
    (item,) = TenantCount().measure_records([_tenant(**values)], period=2023).left_out
    assert expected == item.nearest_miss


@pytest.mark.parametrize(
    ("period", "expected"),
    [("2023-TW1", 0), ("2023-TW2", 1), ("2023-TW3", 1), ("2023-TW2-saja", 1), ("2023-TW3-saja", 0), (2022, 0)],
)
def test_a_tenant_counts_in_the_quarter_of_its_last_stage(period: int | str, expected: int) -> None:
    """Tenants are a flow: cumulative quarters hold those before, a quarter alone its own."""
    assert expected == TenantCount().measure_records([_tenant()], period=period).actual


def test_the_same_tenant_twice_is_refused() -> None:
    """A tenant is one by its balai and its name."""
    with refused("record.counted_unequal", indicator="TenantCount", value=(("417912", "A"),)):
        TenantCount().measure_records([_tenant(), _tenant(postincubation_on=dt.date(2023, 6, 1))], period=2023)


def test_the_same_name_at_two_balai_is_two_tenants() -> None:
    """The balai is part of the identity."""
    assert 2 == TenantCount().measure_records([_tenant(), _tenant(unit="417913")], period=2023).actual


def test_a_year_without_tenants_is_a_true_0() -> None:
    """Said so, with when there are some."""
    measured = TenantCount().measure_records([_tenant(postincubation_on=dt.date(2022, 12, 1))], period=2023)
    assert (True, "0: tidak ada tenan bertanggal 2023 (ada 2022).") == (measured.actual == 0, measured.notes[0].id)


@pytest.mark.parametrize(("first", "times"), [(dt.date(2023, 12, 1), 1), (dt.date(2022, 1, 2), 0), (None, 0)])
def test_a_tenant_whose_stages_are_not_in_order_is_named(first: dt.date | None, times: int) -> None:
    """It is not counted; one of the days is wrong."""
    later = {
        "preincubation_on": dt.date(2022, 3, 1),
        "incubation_on": dt.date(2022, 6, 1),
        "postincubation_on": dt.date(2023, 2, 1),
    }
    tenant = Tenant(unit="417912", tenant="A", selected_on=first, **later)
    notes = [note.id for note in TenantCount().measure_records([tenant], period=2023).notes]
    expected = "Tanggal tahapnya tidak berurutan, sehingga tidak dihitung: A; periksa tanggalnya."
    assert times == notes.count(expected)


@pytest.mark.parametrize(("day", "told"), [(31, False), (32, True)])
def test_the_last_day_of_the_period_is_not_later(day: int, told: bool) -> None:  # noqa: FBT001
    """A tenant of that day does not count for a stage that lacks, and for nothing else."""
    last = dt.date(2023, 12, 1) + dt.timedelta(days=day - 1)
    tenants = [_tenant(), Tenant(unit="417912", tenant="X", postincubation_on=last)]
    notes = TenantCount().measure_records(tenants, period=2023).notes
    assert told == any(" sesudah 2023 " in note.id for note in notes)
