"""Numpy's scalars: its numbers are taken wherever a number is, and its truth values are refused wherever they stand."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from kinerja import BSPJI_PEKANBARU_2021_2024 as CATALOGUE
from kinerja import (
    BudgetLine,
    InexactNumberError,
    Percent,
    QuantityError,
    Quarter,
    RecordsError,
    Scoring,
    TenantCount,
    Year,
    achievement,
    indicators,
    records_from,
)
from kinerja._base import exact
from kinerja.records import as_period
from said import refused

if TYPE_CHECKING:
    from collections.abc import Callable

    from kinerja import Indicator

NUMBERS = [
    (np.float64(0.1), Fraction(1, 10)),
    (np.float32(0.1), Fraction(1, 10)),
    (np.float16(0.1), Fraction(1, 10)),
    (np.longdouble("0.1"), Fraction(1, 10)),
    (np.int8(-5), Fraction(-5)),
    (np.int64(2**63 - 1), Fraction(2**63 - 1)),
    (np.uint64(2**64 - 1), Fraction(2**64 - 1)),
]
CLASSES: list[type[Indicator[Any]]] = list(indicators.indicator_classes().values())


@pytest.mark.parametrize(("value", "expected"), NUMBERS, ids=repr)
def test_a_number_means_the_decimal_it_prints(value: Any, expected: Fraction) -> None:
    """Of any width, as Python's own numbers do."""
    assert expected == exact(value)


@pytest.mark.parametrize("value", [value for value, _ in NUMBERS], ids=repr)
def test_an_exact_number_is_a_plain_fraction(value: Any) -> None:
    """Nothing of numpy goes further in."""
    assert Fraction is type(exact(value))


@pytest.mark.parametrize(
    ("value", "code"),
    [
        (np.str_("5"), "number.text"),
        (np.True_, "number.not_exact"),
        (np.float64("nan"), "number.not_finite"),
        (np.float32("nan"), "number.not_exact"),
        (np.longdouble("inf"), "number.not_exact"),
        (np.complex64(1), "number.not_exact"),
        (np.timedelta64(5, "D"), "number.not_exact"),
        (np.array([1, 2]), "number.not_exact"),
    ],
    ids=repr,
)
def test_what_is_not_one_exact_number_is_refused(value: Any, code: str) -> None:
    """Text, truth, NaN, infinity, complex numbers, spans of time and arrays are refused, and named."""
    with refused(code, InexactNumberError, value=value, kind=type(value).__name__):
        exact(value)


def test_an_achievement_of_floats_is_exact() -> None:
    """0.3 of 0.1 is 300 %, whatever their widths."""
    target: Any = np.float32(0.1)
    assert 300 == achievement(target, np.float64(0.3))


def test_a_whole_number_is_a_quantity() -> None:
    """Five tenants are five."""
    five: Any = np.int64(5)
    assert 5 == TenantCount().measure(graduated=five).actual


@pytest.mark.parametrize("value", [np.float64(47.25), np.float32(47.25)], ids=repr)
def test_a_number_is_an_actual(value: Any) -> None:
    """It is scored as the decimal that it prints."""
    assert Percent(105) == CATALOGUE.scorecard(2023, {"SK3/4": value})["SK3/4"].achievement


def test_a_number_is_a_cap() -> None:
    """It means the decimal that it prints."""
    cap: Any = np.float32(120.5)
    assert Fraction(241, 2) == Scoring(cap=cap).cap


def test_a_number_equals_a_percent() -> None:
    """One hundred and fifty percent equals 150."""
    assert np.int64(150) == Percent(150)


@pytest.mark.parametrize(
    "take",
    [
        lambda truth: achievement(truth, 1),
        lambda truth: achievement(1, truth),
        lambda truth: CATALOGUE.scorecard(2023, {"SK3/4": truth}),
        Percent,
        lambda truth: Percent(5, truth),
    ],
    ids=["target", "actual", "scorecard", "percent", "percent of"],
)
def test_truth_is_no_number(take: Callable[[Any], object]) -> None:
    """Neither target nor actual nor percent."""
    with pytest.raises(InexactNumberError):
        take(np.True_)


@pytest.mark.parametrize("kind", CLASSES, ids=indicators.indicator_classes())
def test_truth_is_no_quantity(kind: type[Indicator[Any]]) -> None:
    """Of any indicator, for any of its variables."""
    names = [variable.name for variable in kind().variables]
    for name in names:
        named = {"indicator": kind.__name__, "field": name}
        with refused("number.not_exact", about=f"{kind.__name__}, {name}: ", **named, value=np.True_):
            kind().measure(**{**dict.fromkeys(names, 1), name: np.True_})


def test_a_year_may_be_numpys() -> None:
    """It becomes a plain one, wherever a period is asked for."""
    year: Any = np.int64(2023)
    assert [Year(year=2023)] * 2 == [Year(year=year), as_period(year)]


def test_the_number_of_a_quarter_may_be_numpys() -> None:
    """As its year."""
    second: Any = np.int8(2)
    assert "2023-TW2" == str(Quarter(year=2023, number=second))


def test_the_year_of_a_record_may_be_numpys() -> None:
    """A row of a frame has it so; it becomes a plain one."""
    year: Any = np.int64(2023)
    line = BudgetLine(unit="A", reference="1", year=year, account="521211", ceiling=1, realised=1)
    assert (2023, int) == (line.year, type(line.year))


@pytest.mark.parametrize("year", [np.True_, np.float64(2023), np.array(2023)], ids=repr)
def test_what_is_no_whole_number_is_no_year_of_a_record(year: Any) -> None:
    """As ever."""
    with pytest.raises(QuantityError) as caught:
        BudgetLine(unit="A", reference="1", year=year, account="521211", ceiling=1, realised=1)
    assert "record.no_year" == caught.value.code


def test_truth_is_no_year() -> None:
    """A year is a whole number."""
    truth: Any = np.True_
    with refused("period.year", value=truth):
        Year(year=truth)


def test_rows_of_another_system_may_hold_numpys_numbers() -> None:
    """As records do: an iterated frame has them so."""
    row = {"unit": "A", "reference": "1", "year": np.int64(2023), "account": "521211", "ceiling": np.int64(400)}
    (line,) = records_from(BudgetLine, [{**row, "realised": np.float32(0.1)}])
    assert (2023, int, Fraction(400), Fraction(1, 10)) == (line.year, type(line.year), line.ceiling, line.realised)


@pytest.mark.parametrize(
    ("field", "value", "code"), [("year", np.True_, "part.whole"), ("ceiling", np.float32("nan"), "part.number")]
)
def test_what_is_no_number_is_none_of_a_row_either(field: str, value: Any, code: str) -> None:
    """Truth and NaN of numpy are told at their field."""
    row = {"unit": "A", "reference": "1", "year": 2023, "account": "521211", "ceiling": 1, "realised": 1}
    with refused(code, RecordsError):
        records_from(BudgetLine, [{**row, field: value}])
