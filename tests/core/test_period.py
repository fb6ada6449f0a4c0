"""Years, semesters and quarters."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import attrs
import pytest

from kinerja import PeriodError, Quarter, Semester
from kinerja.records import Period, Year, as_period
from kinerja.records.period import Span
from said import refused

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(
    ("period", "start", "end"),
    [
        (Year(year=2023), dt.date(2023, 1, 1), dt.date(2023, 12, 31)),
        (Quarter(year=2023, number=1), dt.date(2023, 1, 1), dt.date(2023, 3, 31)),
        (Quarter(year=2023, number=2), dt.date(2023, 1, 1), dt.date(2023, 6, 30)),
        (Quarter(year=2023, number=3), dt.date(2023, 1, 1), dt.date(2023, 9, 30)),
        (Quarter(year=2023, number=4), dt.date(2023, 1, 1), dt.date(2023, 12, 31)),
        (Quarter(year=2024, number=1, cumulative=False), dt.date(2024, 1, 1), dt.date(2024, 3, 31)),
        (Quarter(year=2024, number=2, cumulative=False), dt.date(2024, 4, 1), dt.date(2024, 6, 30)),
        (Quarter(year=2024, number=3, cumulative=False), dt.date(2024, 7, 1), dt.date(2024, 9, 30)),
        (Quarter(year=2024, number=4, cumulative=False), dt.date(2024, 10, 1), dt.date(2024, 12, 31)),
        (Quarter(year=9998, number=4), dt.date(9998, 1, 1), dt.date(9998, 12, 31)),
        (Semester(year=2025, number=1), dt.date(2025, 1, 1), dt.date(2025, 6, 30)),
        (Semester(year=2025, number=2), dt.date(2025, 1, 1), dt.date(2025, 12, 31)),
        (Semester(year=2025, number=1, cumulative=False), dt.date(2025, 1, 1), dt.date(2025, 6, 30)),
        (Semester(year=2025, number=2, cumulative=False), dt.date(2025, 7, 1), dt.date(2025, 12, 31)),
    ],
    ids=str,
)
def test_a_period_runs_from_its_first_to_its_last_day(period: Period, start: dt.date, end: dt.date) -> None:
    """A year and what is cumulative start on 1 January, a quarter or semester alone on its own first day."""
    assert (start, end) == (period.start, period.end)


def test_a_quarter_is_cumulative_unless_told_otherwise() -> None:
    """Quarterly reports show the position since January."""
    assert Quarter(year=2023, number=2).cumulative


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        (Year(year=2023), "2023"),
        (Quarter(year=2023, number=2), "2023-TW2"),
        (Quarter(year=2023, number=2, cumulative=False), "2023-TW2-saja"),
        (Semester(year=2025, number=1), "2025-S1"),
        (Semester(year=2025, number=2, cumulative=False), "2025-S2-saja"),
    ],
)
def test_a_period_prints_as_it_is_written(period: Period, expected: str) -> None:
    """`str` gives what `as_period` reads."""
    assert (expected, period) == (str(period), as_period(expected))


def test_equal_periods_are_one() -> None:
    """A period compares and hashes by its values."""
    assert {Quarter(year=2023, number=2)} == {Quarter(year=2023, number=2, cumulative=True)}


def test_a_period_does_not_change() -> None:
    """A period is frozen."""
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        Year(year=2023).year = 2024  # type: ignore[misc]


@pytest.mark.parametrize("period", [Year(year=2023), Quarter(year=2023, number=2)], ids=str)
def test_duplicates_of_a_period_equal_it(duplicate: Callable[[Any], Any], period: Period) -> None:
    """A period pickles and copies with its values."""
    assert duplicate(period) == period


@pytest.mark.parametrize("year", [0, 1, -2023, 9999, 10000, True, 2023.0, "2023", None])
def test_a_year_that_does_not_exist_is_refused(year: Any) -> None:
    """A year is a whole number that has a year before and a year after in the calendar."""
    with refused("period.year", value=year):
        Year(year=year)


@pytest.mark.parametrize("number", [0, 5, -1, True, 2.0, "2", None])
def test_a_quarter_that_does_not_exist_is_refused(number: Any) -> None:
    """A quarter is 1, 2, 3 or 4."""
    with refused("period.quarter", value=number):
        Quarter(year=2023, number=number)


@pytest.mark.parametrize("number", [0, 3, 4, -1, True, 2.0, "2", None])
def test_a_semester_that_does_not_exist_is_refused(number: Any) -> None:
    """A semester is 1 or 2."""
    with refused("period.semester", value=number):
        Semester(year=2025, number=number)


def test_a_third_semester_in_a_text_is_told_as_one() -> None:
    """The text is that of a semester."""
    with refused("period.semester", value=3):
        as_period("2025-S3")


def test_a_quarter_is_no_semester_of_the_same_days() -> None:
    """Targets are of the one or of the other."""
    assert 2 == len({Quarter(year=2025, number=2), Semester(year=2025, number=1)})


def test_a_quarter_of_no_year_is_refused() -> None:
    """A quarter checks its year too."""
    with refused("period.year", value=0):
        Quarter(year=0, number=1)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (2023, Year(year=2023)),
        ("2023", Year(year=2023)),
        (" 2023 ", Year(year=2023)),
        ("1999", Year(year=1999)),
        ("2009-TW3-saja", Quarter(year=2009, number=3, cumulative=False)),
        ("2023-TW1", Quarter(year=2023, number=1)),
        ("2023-TW4", Quarter(year=2023, number=4)),
        ("2023-TW4-saja", Quarter(year=2023, number=4, cumulative=False)),
        (Year(year=2023), Year(year=2023)),
        (
            Quarter(year=2023, number=2, cumulative=False),
            Quarter(year=2023, number=2, cumulative=False),
        ),
    ],
)
def test_a_period_is_what_the_caller_means(value: int | str | Period, expected: Period) -> None:
    """A number or a text of four digits is a year, one with -TW a quarter, and a period is itself."""
    assert expected == as_period(value)


@pytest.mark.parametrize("written", ["2023-tw2", "2023 TW2", "2023-Tw 2", " 2023 tw-2 "])
def test_a_quarter_may_be_written_in_any_case_and_with_blanks(written: str) -> None:
    """Its own text is the plain one."""
    assert "2023-TW2" == str(as_period(written))


@pytest.mark.parametrize("written", ["Triwulan II 2023", "TW 2 2023", "tw-ii 2023", "triwulan 2 tahun 2023"])
def test_a_quarter_may_be_written_as_in_reports(written: str) -> None:
    """In full, in Roman numerals, the year at the end."""
    assert "2023-TW2" == str(as_period(written))


@pytest.mark.parametrize(
    "written",
    ["2025-s1", "2025 S1", "Semester I 2025", "SMT 1 2025", "SMT. 1 Tahun 2025", "S1-2025", "2025 semester i"],
)
def test_a_semester_may_be_written_as_in_reports(written: str) -> None:
    """In short or in full, in Roman numerals, the year at the end."""
    assert "2025-S1" == str(as_period(written))


@pytest.mark.parametrize(("numeral", "number"), [("I", 1), ("ii", 2), ("III", 3), ("iv", 4)])
def test_roman_numerals_are_read(numeral: str, number: int) -> None:
    """All four of the quarters."""
    assert Quarter(year=2023, number=number) == as_period(f"Triwulan {numeral} 2023")


@pytest.mark.parametrize("written", ["2025-S2-SAJA", "Semester II 2025 saja"])
def test_a_semester_alone_may_be_written_so_too(written: str) -> None:
    """As a quarter alone."""
    assert "2025-S2-saja" == str(as_period(written))


@pytest.mark.parametrize("written", ["2023-TW2-SAJA", "2023-tw2 saja"])
def test_a_quarter_alone_may_be_written_in_any_case_and_with_blanks(written: str) -> None:
    """As the quarter since January."""
    assert "2023-TW2-saja" == str(as_period(written))


@pytest.mark.parametrize(
    "value",
    [
        "",
        "23",
        "2023-TW5",
        "2023-TW0",
        "2023TW2",
        "2023-saja",
        "2023-TW2saja",
        "TW2",
        "S1",
        "Semester V 2025",
        "2025 S1 2025",
        "2025S1",
        "2023-06",
        "2023\n2024",
        "२०२३",
    ],
)
def test_a_text_that_is_no_period_is_refused(value: str) -> None:
    """The message shows the ways of writing a period."""
    with refused("period.other", value=value):
        as_period(value)


@pytest.mark.parametrize("value", [None, True, 2023.5, 0, "0000"])
def test_what_is_no_year_is_no_period(value: Any) -> None:
    """Whatever is neither text nor a period has to be a year."""
    with refused("period.year"):
        as_period(value)


def test_the_error_keeps_what_was_given() -> None:
    """The refused value is an attribute of the error."""
    with pytest.raises(PeriodError) as caught:
        as_period("TW2")
    assert "TW2" == caught.value.value


YEAR, HALF, SECOND = Year(year=2023), Quarter(year=2023, number=2), Quarter(year=2023, number=2, cumulative=False)


@pytest.mark.parametrize(
    ("period", "day", "expected"),
    [
        (YEAR, dt.date(2022, 12, 31), False),
        (YEAR, dt.date(2023, 1, 1), True),
        (YEAR, dt.date(2023, 12, 31), True),
        (YEAR, dt.date(2024, 1, 1), False),
        (YEAR, None, False),
        (HALF, dt.date(2023, 1, 1), True),
        (HALF, dt.date(2023, 6, 30), True),
        (HALF, dt.date(2023, 7, 1), False),
        (Semester(year=2023, number=2, cumulative=False), dt.date(2023, 6, 30), False),
        (Semester(year=2023, number=2, cumulative=False), dt.date(2023, 7, 1), True),
        (SECOND, dt.date(2023, 3, 31), False),
        (SECOND, dt.date(2023, 4, 1), True),
        (SECOND, None, False),
    ],
    ids=str,
)
def test_a_period_contains_its_first_and_its_last_day(period: Period, day: dt.date | None, *, expected: bool) -> None:
    """A day before, a day after and an unknown day are not within."""
    assert expected is period.contains(day)


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        (YEAR, Span(start=dt.date(2022, 1, 1), end=dt.date(2022, 12, 31))),
        (HALF, Span(start=dt.date(2022, 1, 1), end=dt.date(2022, 6, 30))),
        (SECOND, Span(start=dt.date(2022, 4, 1), end=dt.date(2022, 6, 30))),
        (Semester(year=2025, number=1), Span(start=dt.date(2024, 1, 1), end=dt.date(2024, 6, 30))),
        (Year(year=2), Span(start=dt.date(1, 1, 1), end=dt.date(1, 12, 31))),
    ],
    ids=str,
)
def test_what_a_period_is_set_against_are_the_same_months_of_the_year_before(period: Period, expected: Span) -> None:
    """Growth compares like with like."""
    assert expected == period.previous


@pytest.mark.parametrize(
    ("day", "expected"), [(dt.date(2022, 4, 1), True), (dt.date(2022, 7, 1), False), (None, False)], ids=str
)
def test_a_span_contains_its_days(day: dt.date | None, *, expected: bool) -> None:
    """The months of the year before are asked like the period itself."""
    assert expected is SECOND.previous.contains(day)


@pytest.mark.parametrize("period", [YEAR, HALF, SECOND], ids=str)
def test_a_period_opens_on_the_last_day_of_the_year_before(period: Period) -> None:
    """Stocks are measured against 31 December, in every quarter."""
    assert dt.date(2022, 12, 31) == period.opening


@pytest.mark.parametrize("period", [YEAR, HALF, SECOND], ids=str)
def test_the_days_are_worked_out_once(period: Period) -> None:
    """A counting rule asks for them at every line."""
    assert period.previous is period.previous


def test_a_period_is_a_year_or_a_part_of_one() -> None:
    """What they share is no period of its own."""
    with pytest.raises(TypeError, match="abstract"):
        Period(year=2023)  # type: ignore[abstract]


def test_the_year_before_a_year_of_one_digit_keeps_the_quarter() -> None:
    """However early it is, the year alone changes."""
    assert "1-TW2" == Quarter(year=2, number=2).previous.name
