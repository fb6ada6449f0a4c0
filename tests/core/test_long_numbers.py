"""Numbers of thousands of digits: refused where they are a slip, written and read where a mean has them."""

from __future__ import annotations

import json
import random
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import pytest

from kinerja import BSPJI_PEKANBARU_2021_2024 as CATALOGUE
from kinerja import (
    BudgetLine,
    InexactNumberError,
    KinerjaError,
    P3DNRatio,
    Percent,
    PerformanceMeasure,
    ProductivityDelta,
    Quarter,
    Scorecard,
    Scoring,
    Year,
    achievement,
    exact,
    make_trace,
    read_exact,
    verify_trace,
)
from kinerja._base import exact_text
from kinerja.records import as_period
from said import sentence

if TYPE_CHECKING:
    from collections.abc import Callable

LONG = 10**5000


def _many() -> list[PerformanceMeasure]:
    """Return a thousand cases, whose mean has a denominator of more digits than `str` of Python writes."""
    drawn = random.Random(1)  # noqa: S311 - figures, not secrets
    values = [drawn.randrange(10**9, 10**10) for _ in range(2000)]
    return [
        PerformanceMeasure(unit="A", company=f"PT {place}", measure="biaya", year=2023, before=before, after=after)
        for place, (before, after) in enumerate(zip(values[::2], values[1::2], strict=True))
    ]


MEASUREMENT = ProductivityDelta().measure_records(_many(), period=2023)
CARD = CATALOGUE.scorecard(2023, {"SK3/1": MEASUREMENT})


def test_the_mean_of_a_thousand_ratios_has_thousands_of_digits() -> None:
    """So that what follows tells something."""
    assert MEASUREMENT.actual.denominator > 10**4300


def test_a_decimal_of_a_million_digits_is_refused_without_writing_them() -> None:
    """Writing them took half a minute."""
    with pytest.raises(InexactNumberError) as error:
        exact(Decimal("1E+999999"))
    assert error.value.text.id.startswith("(angka dengan beribu digit) bukan")


@pytest.mark.parametrize(("exponent", "written"), [(4299, "1" + ".000" * 1433), (4300, "(angka dengan beribu digit)")])
def test_a_decimal_is_shown_with_as_many_digits_as_a_whole_number_of_python(exponent: int, written: str) -> None:
    """Of more it is said that there are thousands."""
    assert sentence("part.text", value=Decimal(f"1E+{exponent}")).id.startswith(f"{written} harus")


def test_a_number_of_thousands_of_digits_is_called_so_in_english_too() -> None:
    """Where Python itself would refuse to write it."""
    assert sentence("part.text", value=LONG).en.startswith("(a number of thousands of digits) must")


def test_a_whole_number_of_as_many_bits_as_the_largest_is_taken() -> None:
    """One bit more is a slip, above or below 1."""
    assert Fraction(1, 2**1333) == exact(Fraction(1, 2**1333))
    for value in (2**1334, Fraction(1, 2**1334)):
        with pytest.raises(InexactNumberError):
            exact(value)
    assert 2**1333 == exact(2**1333)


def test_a_scorecard_of_such_a_mean_is_written_and_read_back() -> None:
    """Without loss."""
    assert CARD == Scorecard.from_json(CARD.to_json())


def test_a_trace_of_such_a_mean_is_written_and_holds() -> None:
    """It is worked out again."""
    assert verify_trace(make_trace(CATALOGUE, "SK3/1", 2023, MEASUREMENT).to_json()).holds


def test_a_measurement_of_such_a_mean_is_written() -> None:
    """As exact text."""
    assert MEASUREMENT.actual == read_exact(json.loads(MEASUREMENT.to_json())["actual"])


def test_what_differs_from_such_a_mean_is_said() -> None:
    """A forged figure is refused as any other."""
    plain = json.loads(CARD.to_json())
    plain["scores"][3]["uncapped"] = "1"
    with pytest.raises(KinerjaError) as caught:
        Scorecard.from_json(json.dumps(plain))
    assert "scorecard.unreadable" == caught.value.code


@pytest.mark.parametrize("value", [Fraction(LONG, 3), Fraction(-1, LONG), Fraction(5), Fraction(0), Percent(1, 3)])
def test_exact_text_is_read_back(value: Fraction) -> None:
    """However many digits there are."""
    assert value == read_exact(exact_text(value))


SLIPS: dict[str, Callable[[Any], object]] = {
    "a number": exact,
    "a percent": Percent,
    "a fraction": lambda value: exact(Fraction(value, 3)),
    "one near nothing": lambda value: exact(Fraction(1, value)),
    "a target": lambda value: achievement(-value, 1),
    "an actual": lambda value: CATALOGUE.scorecard(2023, {"SK1/1": value}),
    "a cap": lambda value: Scoring(cap=-value),
    "a total": lambda value: P3DNRatio().measure(realised=value, ceiling=1),
    "an amount": lambda value: BudgetLine(
        unit="A", reference="1", year=2023, account="521211", ceiling=value, realised=1
    ),
}


@pytest.mark.parametrize("use", SLIPS.values(), ids=SLIPS)
def test_a_number_of_five_thousand_digits_is_refused(use: Callable[[Any], object]) -> None:
    """As an infinite one is, and in words: Python itself would write none of its digits."""
    with pytest.raises(InexactNumberError) as caught:
        use(LONG)
    assert "number.not_finite" == caught.value.code


YEARS: dict[str, Callable[[Any], object]] = {
    "a year": lambda value: Year(year=value),
    "a period": as_period,
    "a quarter": lambda value: Quarter(year=2023, number=value),
    "the year of targets": lambda value: CATALOGUE.scorecard(2023, {}, target_year=value),
    "the year of a record": lambda value: BudgetLine(
        unit="A", reference="1", year=value, account="521211", ceiling=1, realised=1
    ),
    "the year of an achievement": lambda value: CATALOGUE["SK1/1"].achievement(value, 1),
}


@pytest.mark.parametrize("use", YEARS.values(), ids=YEARS)
def test_a_year_of_five_thousand_digits_is_refused(use: Callable[[Any], object]) -> None:
    """By an error of the library."""
    with pytest.raises(KinerjaError):
        use(LONG)


@pytest.mark.parametrize("value", [10**400, -(10**400), Fraction(10**400, 7), Fraction(1, 10**400)])
def test_four_hundred_digits_are_a_number(value: Any) -> None:
    """Wider than any float."""
    assert value == exact(value)
