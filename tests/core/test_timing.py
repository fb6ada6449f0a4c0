"""How an indicator's periods come together."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kinerja import PeriodError
from kinerja.measurement import Timing, covers, why_unanswerable
from kinerja.measurement.timing import join_periods, unanswerable
from kinerja.records import as_period
from said import refused, sentence

if TYPE_CHECKING:
    from kinerja.records import Period

QUARTERS = ("2023-TW1-saja", "2023-TW2-saja", "2023-TW3-saja", "2023-TW4-saja")

of_every_timing = pytest.mark.parametrize("timing", Timing)
of_what_does_not_add = pytest.mark.parametrize("timing", [Timing.STOCK, Timing.YEARLY, Timing.SNAPSHOT])


def _periods(*texts: str) -> tuple[Period, ...]:
    return tuple(as_period(text) for text in texts)


def _join(timing: Timing, left: tuple[str, ...], right: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(str, join_periods("X", timing, _periods(*left), _periods(*right))))


@pytest.mark.parametrize(
    ("timing", "answered"),
    [
        (Timing.FLOW, ["2023", "2023-TW2", "2023-TW1-saja", "2023-TW2-saja", "2023-S1", "2023-S2-saja"]),
        (Timing.STOCK, ["2023", "2023-TW2", "2023-TW1-saja", "2023-TW2-saja", "2023-S1", "2023-S2-saja"]),
        (Timing.SNAPSHOT, ["2023", "2023-TW2", "2023-TW1-saja", "2023-S1"]),
        (Timing.YEARLY, ["2023"]),
    ],
)
def test_what_the_records_say_something_of(timing: Timing, answered: list[str]) -> None:
    """A year's records of the year alone; a budget line's of what begins in January."""
    periods = ["2023", "2023-TW2", "2023-TW1-saja", "2023-TW2-saja", "2023-S1", "2023-S2-saja"]
    assert answered == [period for period in periods if why_unanswerable("X", timing, as_period(period)) is None]


@pytest.mark.parametrize(
    ("timing", "code", "values"),
    [
        (Timing.SNAPSHOT, "period.since_january", {"since": "2023-TW2"}),
        (Timing.YEARLY, "period.year_only", {}),
    ],
)
def test_what_cannot_be_answered_is_refused_with_the_reason(timing: Timing, code: str, values: dict[str, str]) -> None:
    """And with what to ask for."""
    expected = sentence(code, indicator="X", value=as_period("2023-TW2-saja"), **values)
    error = unanswerable("X", timing, as_period("2023-TW2-saja"))
    assert (PeriodError, expected) == (type(error), why_unanswerable("X", timing, as_period("2023-TW2-saja")))


@of_every_timing
def test_a_year_is_never_refused(timing: Timing) -> None:
    """Every record says something of its year."""
    assert None is why_unanswerable("X", timing, as_period(2023))


@of_every_timing
@pytest.mark.parametrize("period", ["2023", "2023-TW2", "2023-TW2-saja"])
def test_the_same_period_of_two_units_adds(timing: Timing, period: str) -> None:
    """Two balai of one year are one year."""
    assert (period,) == _join(timing, (period,), (period,))


@of_every_timing
@pytest.mark.parametrize(("left", "right"), [((), ("2023",)), (("2023",), ())])
def test_totals_without_a_period_add_to_any(timing: Timing, left: tuple[str, ...], right: tuple[str, ...]) -> None:
    """Whoever gives totals says what they are about."""
    assert ("2023",) == _join(timing, left, right)


@of_every_timing
def test_totals_add_to_totals(timing: Timing) -> None:
    """There is no period to hold against another."""
    assert () == _join(timing, (), ())


def test_the_quarters_of_a_flow_add() -> None:
    """Those alone do, in the order of the calendar."""
    assert QUARTERS == _join(Timing.FLOW, QUARTERS[2:], QUARTERS[:2])


def test_the_years_of_a_flow_add() -> None:
    """So do years."""
    assert ("2022", "2023") == _join(Timing.FLOW, ("2023",), ("2022",))


def test_a_cumulative_quarter_adds_to_the_quarter_that_follows() -> None:
    """No day is in both."""
    assert ("2023-TW2", "2023-TW3-saja") == _join(Timing.FLOW, ("2023-TW3-saja",), ("2023-TW2",))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (("2023-TW1",), ("2023-TW2",)),
        (("2023",), ("2023-TW3-saja",)),
        (("2023-TW2",), ("2023-TW2-saja",)),
        (("2023",), ("2023-TW4",)),
        (("2023-TW1-saja", "2023-TW3-saja"), ("2023-TW2",)),
    ],
)
def test_periods_that_overlap_do_not_add(left: tuple[str, ...], right: tuple[str, ...]) -> None:
    """Days would be counted twice."""
    with refused("period.overlapping", indicator="X"):
        _join(Timing.FLOW, left, right)


@of_what_does_not_add
@pytest.mark.parametrize("other", ["2023-TW2-saja", "2022", "2023"])
def test_other_periods_add_in_flows_only(timing: Timing, other: str) -> None:
    """A stock, a year figure and a snapshot are of one period."""
    with refused("period.not_adding", indicator="X", why=timing.value):
        _join(timing, ("2023-TW1-saja",), (other,))


def test_periods_that_do_not_add_are_told_why() -> None:
    """The error says how such quarters come together, and names them in order."""
    periods = (as_period("2023-TW1"), as_period("2023-TW2"))
    with refused("period.not_adding", indicator="X", value=periods, why=Timing.STOCK.value):
        _join(Timing.STOCK, ("2023-TW2",), ("2023-TW1",))


@pytest.mark.parametrize("timing", [Timing.FLOW, Timing.STOCK])
def test_the_periods_that_do_not_add_are_kept(timing: Timing) -> None:
    """A program finds them in the error."""
    with pytest.raises(PeriodError) as caught:
        _join(timing, ("2023-TW2",), ("2023-TW1",))
    assert _periods("2023-TW1", "2023-TW2") == caught.value.value


@pytest.mark.parametrize(
    ("periods", "whole"),
    [
        (("2023",), "2023"),
        (QUARTERS, "2023"),
        (("2023-TW4",), "2023"),
        (("2023-TW1", "2023-TW2-saja", "2023-TW3-saja", "2023-TW4-saja"), "2023"),
        (("2023-TW3", "2023-TW4-saja"), "2023"),
        (QUARTERS[:1], "2023-TW1"),
        (QUARTERS[:2], "2023-TW2"),
        (QUARTERS[:3], "2023-TW3"),
        (QUARTERS[1:2], "2023-TW2-saja"),
    ],
    ids=str,
)
def test_periods_without_a_gap_are_the_whole(periods: tuple[str, ...], whole: str) -> None:
    """From its first day to its last, on whichever quarters they break."""
    assert covers(_periods(*periods), as_period(whole))


@pytest.mark.parametrize("missing", QUARTERS)
def test_three_quarters_are_no_year(missing: str) -> None:
    """Whichever of the four is missing."""
    assert not covers(_periods(*[quarter for quarter in QUARTERS if quarter != missing]), as_period(2023))


@pytest.mark.parametrize("missing", QUARTERS[:3])
def test_two_quarters_are_no_three(missing: str) -> None:
    """The position at the end of September has every quarter before it."""
    assert not covers(_periods(*[quarter for quarter in QUARTERS[:3] if quarter != missing]), as_period("2023-TW3"))


@pytest.mark.parametrize(
    ("periods", "whole"),
    [
        (("2022", "2023"), "2023"),
        (("2023", "2024"), "2023"),
        (("2022",), "2023"),
        (("2024",), "2023"),
        (QUARTERS, "2023-TW3"),
        (QUARTERS[:2], "2023-TW2-saja"),
        (QUARTERS[1:3], "2023-TW2-saja"),
        (("2023-TW1-saja", "2023-TW4-saja"), "2023"),
        (("2022-TW4-saja", *QUARTERS), "2023"),
    ],
    ids=str,
)
def test_more_and_other_periods_are_not_the_whole(periods: tuple[str, ...], whole: str) -> None:
    """A day before, a day after, or a gap, and they are something else."""
    assert not covers(_periods(*periods), as_period(whole))


@of_every_timing
def test_a_timing_speaks_both_languages(timing: Timing) -> None:
    """A reader is told how the quarters come together."""
    assert all([timing.value.id, timing.value.en])


@pytest.mark.parametrize(
    "parts",
    [
        ("2023-S1", "2023-S2-saja"),
        ("2023-S1-saja", "2023-S2-saja"),
        ("2023-S1-saja", "2023-TW3-saja", "2023-TW4-saja"),
        ("2023-TW1-saja", "2023-TW2-saja", "2023-S2-saja"),
    ],
)
def test_semesters_of_a_flow_add_to_the_year(parts: tuple[str, ...]) -> None:
    """Also beside the quarters of the other."""
    assert parts == _join(Timing.FLOW, parts[1:], parts[:1])
    assert covers(_periods(*parts), as_period(2023))


def test_two_quarters_are_a_semester() -> None:
    """Whoever measured by quarters reports by semesters."""
    assert covers(_periods(*QUARTERS[:2]), as_period("2023-S1"))
    assert covers(_periods(*QUARTERS[2:]), as_period("2023-S2-saja"))


@pytest.mark.parametrize("other", ["2023-TW2", "2023-TW2-saja", "2023-S2", "2023"])
def test_a_semester_overlaps_what_has_its_days(other: str) -> None:
    """Days would be counted twice."""
    with refused("period.overlapping", indicator="X"):
        _join(Timing.FLOW, ("2023-S1",), (other,))


def test_a_semester_alone_of_what_begins_in_january_is_refused() -> None:
    """With the semester since January to ask for."""
    error = unanswerable("X", Timing.SNAPSHOT, as_period("2023-S2-saja"))
    assert None is not error
    assert (
        sentence("period.since_january", indicator="X", value=as_period("2023-S2-saja"), since="2023-S2") == error.text
    )
