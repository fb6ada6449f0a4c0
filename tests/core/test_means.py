"""What is averaged by what it is about before it is added: `MeanTally`."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja import BSPJI_PEKANBARU_2021_2024 as CATALOGUE
from kinerja import (
    DoubleCountError,
    PerformanceMeasure,
    ProductivityDelta,
    make_trace,
    verify_trace,
)
from kinerja.indicators import RatioOfMeansDelta
from kinerja.measurement import contributions
from kinerja.records import MeanTally, choose, minus
from kinerja.trace import explain
from said import refused

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kinerja import Period, Tally


def case(company: str, measure: str, after: int | None = 110, **values: Any) -> PerformanceMeasure:
    """Return a measure that was 100 before."""
    given = {"unit": "A", "company": company, "measure": measure, "year": 2023, "before": 100, "after": after}
    return PerformanceMeasure(**{**given, **values})


def by_company(*cases: PerformanceMeasure) -> Any:
    """Measure the mean of the companies' means."""
    return ProductivityDelta(case="company").measure_records(cases, period=2023)


THREE = (case("P", "a", 120), case("P", "b", 140), case("Q", "a", 110))
"""30 percent of P, by its two measures, and 10 of Q."""


def test_each_thing_adds_the_mean_of_its_lines() -> None:
    """Two companies, whatever the number of their measures."""
    measured = by_company(*THREE)
    assert ({"improvement": 40, "cases": 2}, 20) == (measured.quantities, measured.actual)


def test_every_line_of_a_mean_entered() -> None:
    """None of them adds nothing."""
    assert {"improvement": 3, "cases": 3} == by_company(*THREE).entries


def test_a_line_that_meets_no_condition_is_in_no_mean() -> None:
    """It is left out as elsewhere."""
    assert {"improvement": 30, "cases": 1} == by_company(*THREE[:2], case("P", "c", None)).quantities


def test_measurements_that_share_a_mean_do_not_add() -> None:
    """The mean of both is not the sum of two means."""
    with pytest.raises(DoubleCountError):
        _ = by_company(THREE[0]) + by_company(THREE[1])


@attrs.frozen(kw_only=True)
class Unknown(ProductivityDelta):
    """A rule that averages what may be unknown."""

    def tally(self, line: PerformanceMeasure, period: Period) -> Iterable[Tally]:
        """Count the cases of the year, measured or not."""
        own, company = {"tahun": line.year == period.year}, (line.unit, line.company)
        yield MeanTally(own, per=company, improvement=line.after)
        yield MeanTally(own, per=company, cases=1)


def test_an_unknown_value_of_a_mean_is_refused() -> None:
    """As one that is added."""
    named = ("A", "P", "a", 2023)
    record = case("P", "a", None)
    with refused("record.unknown_value", indicator="Unknown", field="improvement", value=record, named=named):
        Unknown().measure_records([record], period=2023)


def test_a_record_adds_its_part_of_the_mean() -> None:
    """Half of what it improved, where its company has two measures."""
    measured = by_company(*THREE)
    added = [values for _, values in contributions(measured.indicator.tally, measured.evidence)]
    assert [
        {"improvement": 10, "cases": 1},
        {"improvement": 20, "cases": 0},
        {"improvement": 10, "cases": 1},
    ] == added


@given(
    cases=st.lists(
        st.builds(case, st.sampled_from("PQR"), st.sampled_from("abcd"), st.integers(0, 300) | st.none()),
        unique_by=lambda line: (line.company, line.measure),
    )
)
def test_parts_of_means_add_up_to_the_quantities(cases: list[PerformanceMeasure]) -> None:
    """Law: what the records add is what was counted."""
    measured = by_company(*cases)
    added: Counter[str] = Counter(dict.fromkeys(measured.quantities, 0))
    for _, values in contributions(measured.indicator.tally, measured.evidence):
        added.update(values)
    assert dict(measured.quantities) == added


def test_the_page_of_a_trace_says_what_a_record_adds() -> None:
    """By company, half of 20 percent."""
    own = CATALOGUE.with_settings({"SK3/1": {"reading": {"case": "company"}}})
    trace = make_trace(own, "SK3/1", 2023, by_company(*THREE))
    assert "P, a, 2023: masuk P = 10, n" in str(explain(trace))


def test_the_page_of_a_trace_says_which_answer_the_unit_takes() -> None:
    """Against the catalogue's."""
    own = CATALOGUE.with_settings({"SK3/1": {"reading": {"case": "company"}}}, source="unit.xlsx")
    told = own["SK3/1"].reading("case").question.id + " Satu perusahaan; "
    page = " ".join(str(explain(make_trace(own, "SK3/1", 2023, by_company(*THREE)))).split())
    assert (True, True) == (told in page, "Katalog: Satu ukuran performansi" in page)


def test_a_trace_under_another_answer_verifies() -> None:
    """The answer that the unit took is among its settings."""
    own = CATALOGUE.with_settings({"SK3/1": {"reading": {"case": "company"}}}, source="unit.xlsx")
    text = make_trace(own, "SK3/1", 2023, by_company(*THREE)).to_json()
    assert verify_trace(text).holds


@pytest.mark.parametrize(
    ("value", "other", "left"), [(5, 2, 3), (None, 2, None), (5, None, None), (Fraction(1, 3), 0, Fraction(1, 3))]
)
def test_minus_is_unknown_where_a_side_is(value: Any, other: Any, left: Any) -> None:
    """Nothing is taken for 0."""
    assert left == minus(value, other)


@pytest.mark.parametrize(("holds", "chosen"), [(True, "yes"), (False, "no"), (None, None)])
def test_choose_is_unknown_where_nobody_knows(holds: Any, chosen: str | None) -> None:
    """Neither of both is taken."""
    assert chosen == choose(holds, "yes", "no")


def test_a_case_that_was_not_measured_gained_nothing_strange() -> None:
    """Counted as 0, it is not among those that gained more than can be."""
    measured: Any = ProductivityDelta(unmeasured="zero").measure_records([THREE[0], case("Q", "b", None)], period=2023)
    assert (10, []) == (measured.actual, [note.id for note in measured.notes if "100 persen" in note.id])


def test_the_ratio_of_means_says_where_performance_fell() -> None:
    """As the mean of the ratios does."""
    note = "Rata-rata performansi menurun."
    fell = RatioOfMeansDelta().measure(better=90, worse=100, before=100)
    rose = RatioOfMeansDelta().measure(better=110, worse=100, before=100)
    assert (True, False) == (note in [one.id for one in fell.notes], note in [one.id for one in rose.notes])
