"""SK2/1: assisted companies whose revenue or clients grew."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from kinerja import (
    BSPJI_PEKANBARU_2021_2024,
    Reason,
    Text,
)
from kinerja.indicators import AssistedCompanyCount, AssistedCompanyShare
from kinerja.indicators.assisted_company_count import AssistedCompany
from kinerja.records import Year
from said import refused


def test_the_actual_is_the_companies_that_improved() -> None:
    """The reading taken is B, in companies."""
    assert 3 == AssistedCompanyCount().measure(assisted=5, improved=3).actual


def test_the_other_reading_is_their_share() -> None:
    """Another balai prints B / A x 100."""
    assert 60 == AssistedCompanyShare().measure(assisted=5, improved=3).actual


def test_the_other_reading_is_exact() -> None:
    """One company of three is a third of a hundred."""
    assert Fraction(100, 3) == AssistedCompanyShare().measure(assisted=3, improved=1).actual


def test_its_unit_is_perusahaan() -> None:
    """The decree counts in Perusahaan."""
    assert "Perusahaan" == str(AssistedCompanyCount().unit)


def test_its_worked_line_is_the_number() -> None:
    """B alone is printed; A is kept among the quantities."""
    assert "3" == str(AssistedCompanyCount().measure(assisted=5, improved=3))


def test_no_assisted_company_is_an_actual_of_zero() -> None:
    """B is defined where nobody was assisted."""
    assert 0 == AssistedCompanyCount().measure(assisted=0, improved=0).actual


def test_no_assisted_company_has_no_share() -> None:
    """B / A is not defined where nobody was assisted."""
    with refused("actual.undefined", indicator="AssistedCompanyShare", quantity="assisted", value=0):
        _ = AssistedCompanyShare().measure(assisted=0, improved=0).actual


def test_no_more_companies_improve_than_were_assisted() -> None:
    """B is part of A."""
    with refused("quantity.part", field="improved", value=6, part_of="assisted", limit=5):
        AssistedCompanyCount().measure(assisted=5, improved=6)


def test_the_other_reading_checks_its_quantities_too() -> None:
    """A share above 100 percent cannot be."""
    with refused("quantity.part", field="improved", value=6, part_of="assisted", limit=5):
        AssistedCompanyShare().measure(assisted=5, improved=6)


def test_a_company_that_stands_twice_is_kept_once() -> None:
    """Two names for one company would count it twice."""
    with refused("record.counted_unequal", limit=Text(id="perusahaan", en="company")) as caught:
        AssistedCompanyCount().measure_records([_company(), _company(clients_before=1)], period=2023)
    assert (True, False) == ("sisakan baris yang benar" in caught.value.text.id, "/1" in caught.value.text.id)


@pytest.mark.parametrize(("assisted", "improved"), [(-1, -1), (5, -1)])
def test_there_are_no_fewer_than_no_companies(assisted: int, improved: int) -> None:
    """A count is never negative."""
    with refused("quantity.least", indicator="AssistedCompanyCount", value=-1, limit=0):
        AssistedCompanyCount().measure(assisted=assisted, improved=improved)


@pytest.mark.parametrize(("assisted", "improved"), [(5.5, 3), (5, 2.5)])
def test_there_is_no_fraction_of_a_company(assisted: float, improved: float) -> None:
    """A company is counted undivided."""
    with refused("quantity.whole", indicator="AssistedCompanyCount", unit="company"):
        AssistedCompanyCount().measure(assisted=assisted, improved=improved)


ASSISTED, GREW = "dibina pada tahun berjalan", "omzet dan/atau klien meningkat"


def _company(**values: Any) -> AssistedCompany:
    return AssistedCompany(**{"unit": "417912", "company": "A", "year": 2023, **values})


def _counts(*companies: AssistedCompany) -> dict[str, Fraction]:
    return dict(AssistedCompanyCount().measure_records(companies, period=2023).quantities)


@pytest.mark.parametrize(
    "values",
    [
        {"revenue_before": 10, "revenue_after": 12},
        {"clients_before": 1, "clients_after": 2},
        {"revenue_before": 10, "revenue_after": 8, "clients_before": 1, "clients_after": 2},
        {"revenue_before": 10, "revenue_after": 12, "clients_before": 2, "clients_after": 1},
        {"revenue_before": 10, "clients_before": 0, "clients_after": 1},
        {"revenue_before": -10, "revenue_after": -8},
    ],
    ids=repr,
)
def test_a_company_whose_revenue_or_clients_rose_counts_as_improved(values: dict[str, Any]) -> None:
    """One of the two is enough, whatever the other did."""
    assert {"assisted": 1, "improved": 1} == _counts(_company(**values))


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"revenue_before": 10, "revenue_after": 10},
        {"revenue_before": 10, "revenue_after": 8, "clients_before": 2, "clients_after": 2},
        {"revenue_after": 12},
        {"revenue_before": 12},
        {"revenue_before": 10, "clients_after": 12},
    ],
    ids=repr,
)
def test_a_company_that_did_not_improve_is_assisted_all_the_same(values: dict[str, Any]) -> None:
    """Where both pairs stayed, fell or are unknown, it is in A and not in B."""
    assert {"assisted": 1, "improved": 0} == _counts(_company(**values))


def test_a_company_that_did_not_improve_is_told_why() -> None:
    """It missed B for want of a rise, and nothing else."""
    (item,) = AssistedCompanyCount().measure_records([_company()], period=2023).counted
    assert {"improved": (GREW,)} == item.missed


@pytest.mark.parametrize("values", [{}, {"clients_before": 1, "clients_after": 2}], ids=repr)
def test_a_company_of_another_year_is_left_out(values: dict[str, Any]) -> None:
    """The year is what it lacked least of."""
    (item,) = AssistedCompanyCount().measure_records([_company(year=2022, **values)], period=2023).left_out
    assert (ASSISTED,) == item.nearest_miss


def test_the_same_company_twice_in_a_year_is_refused() -> None:
    """Assisted twice, it is one company."""
    with refused("record.counted_unequal", indicator="AssistedCompanyCount", value=(("417912", "A", 2023),)):
        _counts(_company(), _company(revenue_before=1, revenue_after=2))


def test_the_same_company_of_two_years_is_two_records() -> None:
    """Each year counts its own."""
    assert {"assisted": 1, "improved": 0} == _counts(_company(), _company(year=2022))


def test_years_of_assistance_do_not_add() -> None:
    """A company may be assisted in both."""
    indicator = AssistedCompanyCount()
    with refused("period.not_adding", indicator="AssistedCompanyCount", value=(Year(year=2022), Year(year=2023))):
        indicator.measure_records([], period=2022) + indicator.measure_records([], period=2023)


def test_a_year_without_companies_is_not_measured() -> None:
    """A balai always assists some; a year that is mistyped is not a 0."""
    measured = AssistedCompanyCount().measure_records([_company(year=2022)], period=2023)
    expected = Reason.NOT_MEASURED, "Belum diukur: tidak ada perusahaan binaan tahun 2023 (ada 2022)."
    card = BSPJI_PEKANBARU_2021_2024.scorecard(2023, {"SK2/1": measured})
    assert expected == (card["SK2/1"].reason, card["SK2/1"].notes[0].id)


def test_companies_that_did_not_improve_are_a_true_0() -> None:
    """They were assisted."""
    fell = _company(revenue_before=1, revenue_after=0)
    assert 0 == AssistedCompanyCount().measure_records([fell], period=2023).actual


def test_a_company_of_which_nothing_is_known_is_noted() -> None:
    """It is assisted; nobody knows whether it improved."""
    measured = AssistedCompanyCount().measure_records([_company()], period=2023)
    named = ", ".join(
        f"{field} (1 baris)" for field in ("omzet sebelum", "omzet sesudah", "klien sebelum", "klien sesudah")
    )
    assert [f"Hanya dihitung sebagian karena kosong: {named}."] == [note.id for note in measured.notes]


def test_a_company_that_is_known_not_to_have_grown_in_revenue_is_not_noted() -> None:
    """Its clients may be unknown: they would have to be known to count, and so would its revenue have to rise."""
    measured = AssistedCompanyCount().measure_records(
        [_company(revenue_before=1, revenue_after=0, clients_before=None)], period=2023
    )
    assert () == measured.notes


@pytest.mark.parametrize(
    ("values", "times"),
    [
        ({"revenue_before": -5, "revenue_after": 10}, 1),
        ({"clients_after": -1}, 1),
        ({"revenue_before": 0, "revenue_after": 10}, 0),
        ({"revenue_before": -5, "revenue_after": 10, "year": 2022}, 0),
        ({}, 0),
    ],
    ids=repr,
)
def test_revenue_and_clients_below_zero_are_named(values: dict[str, Any], times: int) -> None:
    """From there everything is a rise."""
    given: dict[str, Any] = {"unit": "417912", "company": "A", "year": 2023, **values}
    company = AssistedCompany(**given)
    notes = [note.id for note in AssistedCompanyCount().measure_records([company], period=2023).notes]
    assert times == notes.count("Omzet atau klien di bawah nol: A; periksa angkanya.")


@pytest.mark.parametrize(
    ("before", "after", "times"),
    [
        (450, 510_000_000, 1),
        (450_000_000, 450_000, 1),
        (1000, 999_000, 0),
        (0, 5_000, 0),
        (None, 5_000, 0),
        (Fraction(1, 1000), 1, 1),
    ],
)
def test_revenue_in_two_units_is_named(before: Fraction | int | None, after: int, times: int) -> None:
    """Millions of rupiah before, rupiah after: neither a rise nor a fall."""
    company = AssistedCompany(unit="417912", company="A", year=2023, revenue_before=before, revenue_after=after)
    notes = [note.id for note in AssistedCompanyCount().measure_records([company], period=2023).notes]
    expected = "Omzet sebelum dan sesudah berbeda seribu kali atau lebih: A; periksa satuannya."
    assert times == notes.count(expected)


@pytest.mark.parametrize(
    ("clients", "counts"), [((5, 4), (1, 0, 0)), ((None, None), (1, 1, 0)), ((None, 4), (1, 1, 0)), ((4, 4), (1, 1, 1))]
)
def test_a_fall_is_refused_with_what_is_unknown_or_without(clients: tuple[Any, Any], counts: tuple[int, ...]) -> None:
    """Revenue rose; what is unknown is no fall, and no proof of none either."""
    before, after = clients
    company = _company(revenue_before=100, revenue_after=120, clients_before=before, clients_after=after)
    answers = [AssistedCompanyCount(fall=fall) for fall in ("counted", "refused", "known")]
    assert list(counts) == [one.measure_records([company], period=2023).actual for one in answers]


def test_a_company_assisted_before_improves_once() -> None:
    """Where B holds those of earlier years too, it may exceed A."""
    rows = [_company(year=year, revenue_before=100, revenue_after=120) for year in (2021, 2022, 2024)]
    measured = AssistedCompanyCount(year="earlier_too").measure_records(rows, period=2023)
    assert {"assisted": 0, "improved": 1} == measured.quantities
