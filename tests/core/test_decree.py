"""A decree and its entries as values."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

import attrs
import pytest

from kinerja import BSPJI_PEKANBARU_2021_2024 as CATALOGUE
from kinerja import Entry, InexactNumberError, Polarity, Quarter, Reason, TargetError, Unit
from kinerja._base import FrozenMap, Text
from kinerja.decrees import Alternative, Annexes, Decree, Erratum, Objective, Reading
from kinerja.decrees.messages import NO_TARGETS
from kinerja.decrees.settings import WrittenSettings
from kinerja.measurement import PERCENT
from kinerja.records import Year
from said import refused, sentence

if TYPE_CHECKING:
    from collections.abc import Callable

PERFORMANCE = CATALOGUE["SK3/4"]
TENANTS = CATALOGUE["SK1/1"]
DAYS = Entry(
    code="SK1/1",
    label="Lama penyelesaian pengaduan",
    objective=Objective(code="SK1", text="Layanan yang cepat"),
    unit=Unit(name=Text(id="Hari", en="day"), whole=True),
    polarity=Polarity.MINIMISE,
    targets=FrozenMap({2023: Fraction(10), 2025: Fraction(0)}),
    years=(2022, 2023, 2024, 2025),
)
"""An entry without a baseline and without an indicator, where less is better."""

DECREE = Decree(number="1 TAHUN 2022", title="IKU", unit="Balai", years=(2022, 2023, 2024))


@pytest.mark.parametrize(("year", "target"), [(2022, 40), (2023, 45), (2024, 50)])
def test_a_target_is_that_of_its_year(year: int, target: int) -> None:
    """The target changes from year to year."""
    assert target == PERFORMANCE.target(year)


@pytest.mark.parametrize(
    ("entry", "year", "code", "years"),
    [
        (PERFORMANCE, 2021, "target.of_baseline", (2022, 2023, 2024)),
        (TENANTS, 2021, "target.of_baseline", (2022, 2023, 2024)),
        (PERFORMANCE, 2030, "target.outside", (2022, 2023, 2024)),
        (DAYS, 2022, "target.unset", (2023, 2025)),
        (DAYS, 2024, "target.unset", (2023, 2025)),
        (attrs.evolve(DAYS, years=()), 2022, "target.unset", (2023, 2025)),
        (attrs.evolve(DAYS, years=(), baseline=Fraction(1)), 2022, "target.unset", (2023, 2025)),
        (attrs.evolve(DAYS, targets=FrozenMap()), 2023, "target.unset", ()),
    ],
)
def test_a_year_without_a_target_is_refused(entry: Entry, year: Any, code: str, years: tuple[int, ...]) -> None:
    """The error says why there is none, and which years have one."""
    there_are = sentence("target.there_are", years=years) if years else NO_TARGETS
    with refused(code, indicator=entry.code, value=year, years=years, there_are=there_are):
        entry.target(year)


def test_the_refusal_keeps_the_year_and_the_years_with_a_target() -> None:
    """A caller can offer the years that exist."""
    with pytest.raises(TargetError) as caught:
        PERFORMANCE.target(2030)
    assert (2030, (2022, 2023, 2024)) == (caught.value.value, caught.value.years)


@pytest.mark.parametrize(("year", "expected"), [(2022, Fraction(945, 8)), (2023, 105), (2024, Fraction(189, 2))])
def test_an_achievement_is_against_the_target_of_its_year(year: int, expected: Fraction | int) -> None:
    """The same actual is worth less against a higher target."""
    assert expected == PERFORMANCE.achievement(year, 47.25)


def test_an_achievement_follows_the_entrys_polarity() -> None:
    """Where less is better, fewer days than promised are above 100."""
    assert 120 == DAYS.achievement(2023, 8)


def test_an_achievement_in_a_year_without_a_target_is_refused() -> None:
    """The baseline year has no achievement."""
    with refused("target.of_baseline", indicator="SK3/4", value=2021, years=(2022, 2023, 2024)):
        PERFORMANCE.achievement(2021, 40)


def test_an_achievement_against_a_target_of_zero_is_refused() -> None:
    """No rule says what to publish there."""
    with refused("target.not_positive", value=0):
        DAYS.achievement(2025, 8)


def test_the_indicator_refuses_an_actual_that_cannot_be() -> None:
    """There is no half tenant."""
    with refused("quantity.whole", indicator="TenantCount", field="actual", value=Fraction(3, 2), unit="tenant"):
        TENANTS.achievement(2023, 1.5)


def test_the_indicator_refuses_an_actual_below_its_least() -> None:
    """There is no negative number of tenants."""
    with refused("quantity.least", indicator="TenantCount", field="actual", value=-1, limit=0):
        TENANTS.check_actual(-1)


def test_without_an_indicator_the_unit_refuses_an_actual_that_cannot_be() -> None:
    """The entry is named by its code."""
    with refused("quantity.whole", indicator="SK1/1", field="actual", value=Fraction(5, 2), unit="day"):
        DAYS.achievement(2023, 2.5)


@pytest.mark.parametrize("actual", ["47,25", None, True, float("nan")])
def test_an_actual_that_is_no_number_is_refused(actual: Any) -> None:
    """Nothing is read out of text, and nothing is not 0."""
    with pytest.raises(InexactNumberError):
        PERFORMANCE.achievement(2023, actual)


def test_an_actual_is_exact() -> None:
    """A float means the decimal that it prints."""
    assert Fraction(1, 10) == PERFORMANCE.check_actual(0.1)


@pytest.mark.parametrize("period", [2023, "2023", Year(year=2023)])
def test_a_covered_year_is_given_back(period: int | str | Year) -> None:
    """However the year is written."""
    assert Year(year=2023) == DECREE.covered(period)


def test_a_year_that_is_not_covered_is_refused() -> None:
    """The error names the years covered."""
    with refused("decree.year_outside", value=2030, years=(2022, 2023, 2024), limit="2022-2024"):
        DECREE.covered(2030)


def test_a_decree_of_one_year_names_it_once() -> None:
    """No span from it to itself."""
    with refused("decree.year_outside", value=2030, years=(2025,), limit="2025"):
        attrs.evolve(DECREE, years=(2025,)).covered(2030)


def test_an_entry_covers_the_years_of_its_decree() -> None:
    """Those it names, in quarters too."""
    entry = attrs.evolve(DAYS, years=(2022, 2023))
    assert [Year(year=2022), Quarter(year=2023, number=2)] == [entry.covered(2022), entry.covered("2023-TW2")]
    with refused("decree.year_outside", value=2024, years=(2022, 2023), limit="2022-2023"):
        entry.covered(2024)


def test_an_entry_that_names_no_years_covers_any() -> None:
    """One of one's own may stand without a decree."""
    assert Year(year=2030) == attrs.evolve(DAYS, years=()).covered(2030)


def test_a_quarter_is_covered_with_its_year() -> None:
    """It is returned as it is."""
    assert Quarter(year=2023, number=2) == DECREE.covered("2023-TW2")


def test_what_is_no_period_is_not_covered() -> None:
    """A period is read as everywhere else."""
    with refused("period.other", value="tahun lalu"):
        DECREE.covered("tahun lalu")


@pytest.mark.parametrize("years", [(), (2022, 2021), (2022, 2022)], ids=str)
def test_a_decree_covers_years_in_order(years: tuple[int, ...]) -> None:
    """At least one year, the earliest first, so that first and last say what is covered."""
    with refused("decree.years_out_of_order", value=years):
        attrs.evolve(DECREE, years=years)


@pytest.mark.parametrize("year", [0, "2022", True, 2022.0])
def test_a_decree_covers_years_that_exist(year: Any) -> None:
    """A year of a decree is a year like any other."""
    with refused("period.year", value=year):
        attrs.evolve(DECREE, years=(year,))


def test_what_nobody_says_is_blank() -> None:
    """Of an entry, of what stands in it, and of the decree."""
    goal, text = Objective(code="S", text="Layanan"), Text(id="a", en="a")
    entry = Entry(
        code="S1", label="Surat", objective=goal, unit=PERCENT, polarity=Polarity.MAXIMISE, targets=FrozenMap()
    )
    misprint, alternative = Erratum(printed="a", meant="b"), Alternative(text=text)
    reading = Reading(question=text, taken=text, alternatives=(), reason=text)
    decree = Decree(number="1", title="IKU", unit="Balai", years=(2025,))
    assert (entry, misprint, alternative, reading, decree, WrittenSettings()) == (
        attrs.evolve(
            entry,
            name=Annexes(annex_1="", annex_2=""),
            method="",
            definition="",
            responsible="",
            settings_source="",
            baseline=None,
        ),
        attrs.evolve(misprint, where="", kind="salah cetak"),
        attrs.evolve(alternative, word=""),
        attrs.evolve(reading, word="", takes=""),
        attrs.evolve(decree, satker="", place="", signatory="", office="", task=""),
        WrittenSettings(values={}, source=""),
    )


def test_a_baseline_may_not_apply() -> None:
    """Where the decree prints N/A there is a reason instead of a number."""
    assert Reason.NOT_APPLICABLE is TENANTS.baseline


@pytest.mark.parametrize("value", [DECREE, DAYS, PERFORMANCE], ids=["decree", "own entry", "SK3/4"])
def test_duplicates_of_a_decrees_values_equal_them(duplicate: Callable[[Any], Any], value: object) -> None:
    """They pickle and copy with all they hold."""
    assert value == duplicate(value)


@pytest.mark.parametrize("value", [DECREE, DAYS, PERFORMANCE], ids=["decree", "own entry", "SK3/4"])
def test_a_decrees_values_hash(duplicate: Callable[[Any], Any], value: object) -> None:
    """Equal values are one in a set."""
    assert 1 == len({value, duplicate(value)})


def test_an_entry_of_a_plain_dict_of_targets_hashes() -> None:
    """Its targets become a mapping that cannot change."""
    targets: Any = dict(PERFORMANCE.targets)
    assert 1 == len({PERFORMANCE, attrs.evolve(PERFORMANCE, targets=targets)})


def test_an_entry_takes_plain_settings_and_bounds() -> None:
    """Settings become a mapping that cannot change, bounds exact numbers."""
    plain: Any = {"settings": {"accounts": frozenset({"521211"})}, "most": 99.5}
    entry = attrs.evolve(PERFORMANCE, **plain)
    assert (1, Fraction(199, 2)) == (len({entry, attrs.evolve(entry)}), entry.bounds.most)
    with refused("number.text", value="100"):
        attrs.evolve(PERFORMANCE, **(plain | {"most": "100"}))


def test_a_decrees_values_do_not_change() -> None:
    """They are frozen."""
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        PERFORMANCE.code = "SK3/5"  # type: ignore[misc]


def test_a_decree_of_plain_lists_and_dicts_hashes() -> None:
    """It keeps what cannot change."""
    years: Any = [2021, 2022]
    dictums: Any = {"KESATU": "Menetapkan"}
    decree = Decree(number="1", title="IKU", unit="Balai", years=years, dictums=dictums)
    years.append(2023)
    dictums["KEDUA"] = "Mencabut"
    assert ((2021, 2022), ["KESATU"], True) == (decree.years, [*decree.dictums], isinstance(hash(decree), int))


def test_a_target_may_be_less_than_1() -> None:
    """Half a percent, where more is better."""
    assert Fraction(1, 2) == PERFORMANCE.check_target(Fraction(1, 2))


def test_an_office_is_known_by_its_name_and_satker_together() -> None:
    """As exports and folders write both."""
    decree = CATALOGUE.decree
    assert decree.is_of(f"{decree.unit} (satker {decree.satker})")
