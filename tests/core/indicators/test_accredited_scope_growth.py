"""SK3/3: accredited scopes gained."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from kinerja._base import Text
from kinerja.indicators import AccreditedScopeGrowth, AddedScopeCount
from kinerja.indicators.accredited_scope_growth import AccreditedScope
from kinerja.measurement import Timing
from said import refused


def test_the_actual_is_the_net_change() -> None:
    """Twelve scopes after ten are two gained."""
    assert 2 == AccreditedScopeGrowth().measure(previous=10, current=12).actual


def test_scopes_may_be_lost() -> None:
    """Ten scopes after twelve are two lost."""
    assert -2 == AccreditedScopeGrowth().measure(previous=12, current=10).actual


def test_its_unit_is_ruang_lingkup() -> None:
    """The decree counts in Ruang Lingkup."""
    assert "Ruang Lingkup" == str(AccreditedScopeGrowth().unit)


@pytest.mark.parametrize(("previous", "current", "expected"), [(10, 12, "12 - 10 = 2"), (12, 10, "10 - 12 = -2")])
def test_its_worked_line(previous: int, current: int, expected: str) -> None:
    """The difference is shown, and has no decimals."""
    assert expected == str(AccreditedScopeGrowth().measure(previous=previous, current=current))


@pytest.mark.parametrize(
    ("current", "expected"),
    [(9, (Text(id="Ruang lingkup terakreditasi berkurang.", en="Accredited scopes were lost."),)), (10, ()), (11, ())],
)
def test_a_note_says_where_scopes_were_lost(current: int, expected: tuple[Text, ...]) -> None:
    """A reader is told of a loss."""
    assert expected == AccreditedScopeGrowth().measure(previous=10, current=current).notes


def test_a_first_scope_is_a_gain() -> None:
    """Nothing is divided, so that a start from 0 is defined."""
    assert 1 == AccreditedScopeGrowth().measure(previous=0, current=1).actual


@pytest.mark.parametrize(("previous", "current"), [(-1, 1), (1, -1)])
def test_there_are_no_fewer_than_no_scopes(previous: int, current: int) -> None:
    """The stock is never negative, though its change may be."""
    with refused("quantity.least", indicator="AccreditedScopeGrowth", value=-1, limit=0):
        AccreditedScopeGrowth().measure(previous=previous, current=current)


def test_there_is_no_fraction_of_a_scope() -> None:
    """A scope is counted undivided."""
    with refused("quantity.whole", indicator="AccreditedScopeGrowth", field="current", value=10.5, unit="scope"):
        AccreditedScopeGrowth().measure(previous=10, current=10.5)


def test_an_actual_measured_elsewhere_may_be_below_zero() -> None:
    """A loss that was measured elsewhere is accepted."""
    assert -2 == AccreditedScopeGrowth().check_actual(-2)


def test_a_negative_capaian_stays() -> None:
    """A loss against a target of 1 is a capaian below 0."""
    assert -200 == AccreditedScopeGrowth().achievement(target=1, actual=-2)


OPENING, CLOSING = "terakreditasi pada 31 Desember tahun sebelumnya", "terakreditasi pada akhir periode"
EARLY, EVE, NEW_YEAR = dt.date(2020, 5, 1), dt.date(2022, 12, 31), dt.date(2023, 1, 1)
MAY, LAST_DAY, NEXT_YEAR = dt.date(2023, 5, 31), dt.date(2023, 12, 31), dt.date(2024, 1, 1)


def _scope(**values: Any) -> AccreditedScope:
    return AccreditedScope(**{"unit": "417912", "scope": "Uji emisi", "accredited_on": EARLY, **values})


def _held(*scopes: AccreditedScope, period: int | str = 2023) -> tuple[int, int]:
    quantities = AccreditedScopeGrowth().measure_records(scopes, period=period).quantities
    return int(quantities["previous"]), int(quantities["current"])


@pytest.mark.parametrize(
    ("start", "stop", "expected"),
    [
        (EARLY, None, (1, 1)),
        (EVE, None, (1, 1)),
        (NEW_YEAR, None, (0, 1)),
        (LAST_DAY, None, (0, 1)),
        (NEXT_YEAR, None, (0, 0)),
        (None, None, (0, 0)),
        (None, MAY, (0, 0)),
        (EARLY, EVE, (0, 0)),
        (EARLY, NEW_YEAR, (1, 0)),
        (EARLY, MAY, (1, 0)),
        (EARLY, LAST_DAY, (1, 0)),
        (EARLY, NEXT_YEAR, (1, 1)),
        (NEW_YEAR, MAY, (0, 0)),
    ],
    ids=str,
)
def test_a_scope_is_held_at_the_ends_of_the_years(
    start: dt.date | None, stop: dt.date | None, expected: tuple[int, int]
) -> None:
    """It is held from its first day on, and no longer on the day from which it is withdrawn."""
    assert expected == _held(_scope(accredited_on=start, withdrawn_on=stop))


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        ("2023-TW1", (0, 0)),
        ("2023-TW2", (0, 1)),
        ("2023-TW2-saja", (0, 1)),
        ("2023-TW3-saja", (0, 1)),
        ("2024-TW1", (1, 1)),
    ],
)
def test_a_quarter_shows_the_position_at_its_end(period: str, expected: tuple[int, int]) -> None:
    """Alone or since January, it is set against 31 December of the year before."""
    assert expected == _held(_scope(accredited_on=MAY), period=period)


@pytest.mark.parametrize(
    "values", [{"accredited_on": None}, {"accredited_on": NEXT_YEAR}, {"withdrawn_on": EVE}], ids=repr
)
def test_a_scope_left_out_is_told_why(values: dict[str, Any]) -> None:
    """It was held at neither end."""
    (item,) = AccreditedScopeGrowth().measure_records([_scope(**values)], period=2023).left_out
    assert {"previous": (OPENING,), "current": (CLOSING,)} == item.missed


def test_a_withdrawn_scope_is_lost() -> None:
    """The net change is below 0."""
    assert -1 == AccreditedScopeGrowth().measure_records([_scope(withdrawn_on=MAY)], period=2023).actual


def test_a_scope_accredited_again_is_no_gain() -> None:
    """It was held at both ends, by one record each."""
    assert (1, 1) == _held(_scope(withdrawn_on=NEW_YEAR), _scope(accredited_on=MAY))


def test_the_same_accreditation_twice_is_refused() -> None:
    """It is one by its balai, its scope, its parameter and its first day."""
    with refused(
        "record.counted_unequal", indicator="AccreditedScopeGrowth", value=(("417912", "Uji emisi", "", EARLY),)
    ):
        _held(_scope(), _scope(withdrawn_on=NEXT_YEAR))


def test_a_renewal_is_another_row() -> None:
    """Accredited until May, and again from then on, the scope is held at both ends, and once."""
    assert (1, 1) == _held(_scope(withdrawn_on=MAY), _scope(accredited_on=MAY))


def _notes(*scopes: AccreditedScope, period: int | str = 2023) -> list[str]:
    return [note.id for note in AccreditedScopeGrowth().measure_records(scopes, period=period).notes]


LAPSED = (
    "Pada 31 Desember 2022 akreditasi berikut sudah berakhir dan belum diperpanjang: Uji emisi. Hilang pada tahun "
    "itu dan bertambah pada tahun perpanjangannya, padahal bukan ruang lingkup baru."
)


@pytest.mark.parametrize(
    ("stop", "start", "period", "expected"),
    [
        (EVE, NEW_YEAR, 2023, True),
        (dt.date(2022, 11, 1), MAY, 2023, True),
        (dt.date(2022, 11, 1), MAY, 2022, True),
        (dt.date(2022, 11, 1), MAY, "2023-TW1", True),
        (dt.date(2022, 11, 1), MAY, 2024, False),
        (NEW_YEAR, MAY, 2023, False),
        (EVE, None, 2023, False),
    ],
    ids=str,
)
def test_a_lapse_over_a_years_end_is_named(
    stop: dt.date,
    start: dt.date | None,
    period: int | str,
    expected: bool,  # noqa: FBT001 - a case
) -> None:
    """The renewal counts as a gain, and is none."""
    assert expected is (LAPSED in _notes(_scope(withdrawn_on=stop), _scope(accredited_on=start), period=period))


def test_a_scope_of_which_another_parameter_is_held_has_not_lapsed() -> None:
    """It is held by that."""
    parts = [_scope(parameter="SO2", withdrawn_on=EVE), _scope(parameter="SO2", accredited_on=MAY)]
    assert LAPSED not in _notes(*parts, _scope(parameter="NO2"))


def test_a_scope_lost_beside_one_gained_is_told() -> None:
    """Their sum of 0 says nothing."""
    scopes = _scope(withdrawn_on=MAY), _scope(scope="Uji air", accredited_on=MAY)
    assert "Ruang lingkup yang hilang: 1; yang bertambah: 1." in _notes(*scopes)


def test_scopes_that_only_came_are_not_told() -> None:
    """The figure says it."""
    assert [] == _notes(_scope(accredited_on=MAY))


def test_a_form_without_a_scope_is_a_true_0() -> None:
    """Said so, beside the figure."""
    expected = (
        "0: tidak ada ruang lingkup untuk A (ruang lingkup terakreditasi pada akhir tahun sebelumnya), "
        "B (ruang lingkup terakreditasi pada akhir periode)."
    )
    assert [expected] == _notes()


def test_the_parameters_of_a_scope_count_once() -> None:
    """The unit is the scope: one with five parameters is one."""
    assert (1, 1) == _held(*[_scope(parameter=str(number)) for number in range(5)])


def test_the_same_scope_of_two_balai_is_two() -> None:
    """Each holds its own."""
    assert (2, 2) == _held(_scope(), _scope(unit="417913"))


def test_a_scope_is_held_while_one_of_its_parameters_is() -> None:
    """One more parameter is no scope gained, and one withdrawn none lost."""
    assert (1, 1) == _held(_scope(parameter="SO2", withdrawn_on=MAY), _scope(parameter="NO2", accredited_on=MAY))


def test_positions_that_hold_the_same_scope_do_not_add() -> None:
    """Half of a scope's parameters here and half there are one scope."""
    halves = [AccreditedScopeGrowth().measure_records([_scope(parameter=one)], period=2023) for one in ("SO2", "NO2")]
    same = (("417912", "Uji emisi"),)
    with refused("measurement.counted_in_both", indicator="AccreditedScopeGrowth", value=same):
        sum(halves)


def test_its_counting_rule_is_the_second() -> None:
    """The first counted rows."""
    indicator = AccreditedScopeGrowth()
    assert (2, ["baris", "ruang lingkup"]) == (indicator.rules, [name.id for name in indicator.rule_names])


def test_the_positions_of_two_quarters_do_not_add() -> None:
    """A scope held at both ends is one."""
    first, second = (AccreditedScopeGrowth().measure_records([], period=f"2023-TW{number}-saja") for number in (1, 2))
    with refused("period.not_adding", value=first.periods + second.periods, why=Timing.STOCK.value):
        first + second


def test_the_positions_of_two_balai_add() -> None:
    """At the same end."""
    one = AccreditedScopeGrowth().measure_records([_scope()], period="2023-TW2")
    other = AccreditedScopeGrowth().measure_records([_scope(unit="417913", accredited_on=MAY)], period="2023-TW2")
    assert 1 == (one + other).actual


def test_no_parameter_is_written_as_a_blank() -> None:
    """None beside a blank would be two scopes."""
    with refused("record.no_text", indicator="AccreditedScope", field="parameter", value=None):
        _scope(parameter=None)


@pytest.mark.parametrize(("stop", "times"), [("2022-12-31", 1), ("2023-03-01", 1), ("2023-03-02", 0)])
def test_an_accreditation_that_ended_before_it_began_is_named(stop: str, times: int) -> None:
    """It is held on no day; one of the dates is wrong."""
    scope = _scope(accredited_on=dt.date(2023, 3, 1), withdrawn_on=dt.date.fromisoformat(stop))
    said = [note for note in _notes(scope) if note.startswith("Berakhir pada atau sebelum")]
    assert times == len(said)


@pytest.mark.parametrize(
    ("rows", "added"),
    [
        ([_scope(parameter="pH"), _scope(parameter="besi", accredited_on=dt.date(2023, 3, 1))], 0),
        ([_scope(withdrawn_on=dt.date(2023, 2, 1)), _scope(accredited_on=dt.date(2023, 9, 1))], 0),
        ([_scope(withdrawn_on=dt.date(2022, 11, 4)), _scope(accredited_on=dt.date(2023, 2, 6))], 0),
        ([_scope(scope="Baru", accredited_on=dt.date(2023, 6, 1)), _scope(withdrawn_on=dt.date(2023, 2, 1))], 1),
        ([_scope(accredited_on=dt.date(2023, 6, 1), withdrawn_on=dt.date(2023, 8, 1))], 0),
    ],
    ids=["a new parameter", "renewed in the year", "renewed after a year's end", "one new, one lost", "come and gone"],
)
def test_added_is_what_is_held_and_never_was_before(rows: list[AccreditedScope], added: int) -> None:
    """Where additions alone count, neither a parameter more nor a renewal is one."""
    assert added == AddedScopeCount().measure_records(rows, period=2023).actual
