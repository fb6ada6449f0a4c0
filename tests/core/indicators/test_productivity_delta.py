"""SK3/1: productivity or efficiency gained through consulting."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from kinerja import InexactNumberError, UndefinedActualError
from kinerja._base import Text
from kinerja.indicators import ProductivityDelta
from kinerja.indicators.productivity_delta import PerformanceMeasure, improvement
from said import refused


def test_the_actual_is_the_mean_improvement() -> None:
    """The sum of the cases' improvements is divided by the cases."""
    assert Fraction(25, 2) == ProductivityDelta().measure(improvement=25, cases=2).actual


def test_its_unit_is_persen() -> None:
    """The decree measures in Persen."""
    assert "Persen" == str(ProductivityDelta().unit)


def test_its_worked_line() -> None:
    """The division is shown, and the mean rounded half up."""
    assert "25 / 2 = 12,50" == str(ProductivityDelta().measure(improvement=25, cases=2))


def test_no_case_has_no_mean() -> None:
    """Without a case there is nothing to divide by."""
    with refused("actual.undefined", indicator="ProductivityDelta", quantity="cases", value=0):
        _ = ProductivityDelta().measure(improvement=0, cases=0).actual


def test_no_case_has_no_improvement() -> None:
    """A sum of improvements of no cases can only be 0."""
    with refused("improvement.no_cases", indicator="ProductivityDelta"):
        ProductivityDelta().measure(improvement=25, cases=0)


def test_performance_may_fall() -> None:
    """A negative mean is possible."""
    assert -5 == ProductivityDelta().measure(improvement=-10, cases=2).actual


@pytest.mark.parametrize(
    ("total", "expected"),
    [
        (-10, (Text(id="Rata-rata performansi menurun.", en="Performance fell on average."),)),
        (0, ()),
        (10, ()),
    ],
)
def test_a_note_says_where_performance_fell(total: int, expected: tuple[Text, ...]) -> None:
    """A reader is told of a negative mean."""
    assert expected == ProductivityDelta().measure(improvement=total, cases=2).notes


@pytest.mark.parametrize(("cases", "code"), [(-1, "quantity.least"), (1.5, "quantity.whole")])
def test_cases_are_counted(cases: float, code: str) -> None:
    """Cases are whole, and never below 0."""
    with refused(code, indicator="ProductivityDelta", field="cases", value=cases):
        ProductivityDelta().measure(improvement=25, cases=cases)


def test_parts_add_before_they_are_divided() -> None:
    """The mean of one case at 10 and three at 50 together is 15, not the mean of the means."""
    total = ProductivityDelta().measure(improvement=10, cases=1) + ProductivityDelta().measure(improvement=50, cases=3)
    assert 15 == total.actual


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (40, 50, Fraction(25)),
        (40, 40, Fraction(0)),
        (40, 30, Fraction(-25)),
        (40, -10, Fraction(-125)),
        (3, 4, Fraction(100, 3)),
        (0.1, 0.3, Fraction(200)),
    ],
)
def test_one_case_improves_by_its_rise(before: float, after: float, expected: Fraction) -> None:
    """(B - A) / A x 100, exactly."""
    assert expected == improvement(before, after)


@pytest.mark.parametrize(
    ("before", "after", "expected"), [(10, 8, Fraction(20)), (10, 10, Fraction(0)), (10, 12, Fraction(-20))]
)
def test_one_case_improves_by_its_fall_where_lower_is_better(before: int, after: int, expected: Fraction) -> None:
    """(A - B) / A x 100, exactly."""
    assert expected == improvement(before, after, lower_is_better=True)


def test_the_measures_may_be_named() -> None:
    """The arguments are called as in the clause."""
    assert 25 == improvement(before=40, after=50)


@pytest.mark.parametrize("before", [0, -1, 0.0, Fraction(-1, 3)], ids=repr)
@pytest.mark.parametrize("lower_is_better", [False, True])
def test_a_measure_before_has_to_be_above_zero(before: Any, *, lower_is_better: bool) -> None:
    """There is nothing to divide by otherwise, in either direction."""
    with pytest.raises(UndefinedActualError):
        improvement(before, 5, lower_is_better=lower_is_better)


def test_a_measure_before_of_zero_is_named() -> None:
    """The error says which measure it was."""
    with refused("improvement.nothing_before", value=Fraction(-1, 2)):
        improvement(Fraction(-1, 2), 5)


def test_a_measure_before_of_zero_is_kept() -> None:
    """A program finds the indicator, the measure and its value in the error."""
    with pytest.raises(UndefinedActualError) as caught:
        improvement(0, 5)
    expected = ("ProductivityDelta", "before", Fraction(0))
    assert expected == (caught.value.indicator, caught.value.quantity, caught.value.value)


@pytest.mark.parametrize(("before", "after"), [("40", 50), (40, "50"), (None, 50), (40, None), (True, 50), (40, True)])
def test_measures_are_exact_numbers(before: Any, after: Any) -> None:
    """Text, nothing and truth are no measures."""
    with pytest.raises(InexactNumberError):
        improvement(before, after)


def test_cases_measured_one_by_one_give_the_mean() -> None:
    """Two cases at 25 and 20 percent have a mean of 22.5."""
    total = improvement(40, 50) + improvement(10, 8, lower_is_better=True)
    assert Fraction(45, 2) == ProductivityDelta().measure(improvement=total, cases=2).actual


YEAR, BOTH, BASE = "pendampingan pada tahun berjalan", "diukur sebelum dan sesudah", "ukuran sebelum di atas 0"


def _case(**values: Any) -> PerformanceMeasure:
    given = {"unit": "417912", "company": "A", "measure": "ton/jam", "year": 2023, "before": 40, "after": 50}
    return PerformanceMeasure(**{**given, **values})


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({}, Fraction(25)),
        ({"lower_is_better": True}, Fraction(-25)),
        ({"after": 0}, Fraction(-100)),
        ({"after": -10}, Fraction(-125)),
        ({"before": 3, "after": 4}, Fraction(100, 3)),
    ],
    ids=repr,
)
def test_a_case_measured_before_and_after_counts(values: dict[str, Any], expected: Fraction) -> None:
    """Its improvement is exact, and counted as `improvement` gives it."""
    assert expected == ProductivityDelta().measure_records([_case(**values)], period=2023).actual


def test_cases_are_averaged() -> None:
    """25 and 20 percent, one a fall where lower is better, have a mean of 22.5."""
    cases = [_case(), _case(measure="kWh/ton", before=10, after=8, lower_is_better=True)]
    assert Fraction(45, 2) == ProductivityDelta().measure_records(cases, period=2023).actual


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"year": 2022}, (YEAR,)),
        ({"after": None}, (BOTH,)),
        ({"before": None}, (BOTH, BASE)),
        ({"before": 0}, (BASE,)),
        ({"before": -1}, (BASE,)),
        ({"before": None, "after": None, "year": 2024}, (YEAR, BOTH, BASE)),
    ],
    ids=repr,
)
def test_a_case_left_out_is_told_why(values: dict[str, Any], expected: tuple[str, ...]) -> None:
    """The year, the measure or the base that fails is named."""
    (item,) = ProductivityDelta().measure_records([_case(**values)], period=2023).left_out
    assert expected == item.nearest_miss


def test_the_same_measure_twice_is_refused() -> None:
    """A case is one by its balai, its company, its measure and its year."""
    with refused("record.counted_unequal", indicator="ProductivityDelta", value=(("417912", "A", "ton/jam", 2023),)):
        ProductivityDelta().measure_records([_case(), _case(after=60)], period=2023)


def test_two_measures_of_a_company_are_two_cases() -> None:
    """Each measure is one."""
    cases = [_case(), _case(measure="kWh/ton")]
    assert 2 == ProductivityDelta().measure_records(cases, period=2023).quantities["cases"]


@pytest.mark.parametrize("flag", [None, "tidak", 0])
def test_the_direction_of_a_measure_is_yes_or_no(flag: Any) -> None:
    """A text would read as yes."""
    with refused("record.no_flag", indicator="PerformanceMeasure", field="lower_is_better", value=flag):
        _case(lower_is_better=flag)


@pytest.mark.parametrize(
    ("after", "said"),
    [
        (9, ["A, ton per jam (125,00%)"]),
        (Fraction("8.02"), ["A, ton per jam (100,50%)"]),
        (8, []),
        (0, []),
    ],
)
def test_a_case_that_more_than_doubled_is_named(after: Fraction | int, said: list[str]) -> None:
    """A lost comma makes such cases, and one of them outweighs all others."""
    line = PerformanceMeasure(unit="417912", company="A", measure="ton per jam", year=2023, before=4, after=after)
    notes = ProductivityDelta().measure_records([line], period=2023).notes
    told = [note.id for note in notes if note.id.startswith("Meningkat lebih dari 100 persen")]
    assert said == [note.partition("persen: ")[2].partition("; periksa")[0] for note in told]


def test_of_many_cases_that_more_than_doubled_the_first_are_named() -> None:
    """Hundreds of names would hide every other remark."""
    lines = [
        PerformanceMeasure(unit="417912", company=f"P{number}", measure="u", year=2023, before=4, after=9)
        for number in range(300)
    ]
    (told,) = ProductivityDelta().measure_records(lines, period=2023).notes
    assert (
        "P19, u (125,00%); dan 280 lainnya; periksa koma dan satuannya." == told.id.partition("P18, u (125,00%); ")[2]
    )


@pytest.mark.parametrize(("second", "said"), [("kWh  per TON", ["kwh per ton"]), ("kWh per jam", [])])
def test_a_measure_that_is_better_both_ways_is_named(second: str, said: list[str]) -> None:
    """One of its improvements was taken for a loss."""
    lines = [
        PerformanceMeasure(
            unit="417912", company=company, measure=measure, year=2023, before=100, after=80, lower_is_better=lower
        )
        for company, measure, lower in (("A", "kWh per ton", True), ("B", second, False))
    ]
    notes = ProductivityDelta().measure_records(lines, period=2023).notes
    told = [note.id for note in notes if note.id.startswith("Ukuran yang di satu baris")]
    assert said == [note.partition("tinggi: ")[2].partition("; periksa")[0] for note in told]


def test_a_measure_before_below_one_counts() -> None:
    """Anything above 0 can be divided by."""
    assert 100 == ProductivityDelta().measure_records([_case(before=Fraction(1, 2), after=1)], period=2023).actual


def test_a_case_of_another_year_is_named_by_no_remark() -> None:
    """Neither that it more than doubled, nor that its measure was better the other way."""
    other_year = [_case(year=2022, before=4, after=9), _case(year=2022, measure="ton/hari", lower_is_better=True)]
    measured = ProductivityDelta().measure_records([_case(), _case(measure="ton/hari"), *other_year], period=2023)
    said = "2 ukuran performansi sebelum 2023 (ada 2022) tidak dihitung: A, ton/jam, 2022; A, ton/hari, 2022."
    assert [said] == [note.id for note in measured.notes]
