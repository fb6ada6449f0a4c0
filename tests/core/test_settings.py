"""What a unit sets where its decree leaves it open, laid over the catalogue."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import attrs
import pytest

from kinerja import BSPJI_PEKANBARU_2021_2024 as CATALOGUE
from kinerja import Catalogue, CatalogueError, Period, QuantityError, Receipt, Tally, Tenant, Text
from kinerja._base import FrozenMap
from kinerja.decrees import Alternative, Reading, entry_with
from kinerja.decrees.page import listed_units, unit_readings_of, unit_settings_of, write_setting
from kinerja.indicators import P3DNRatio, PNBPGrowth, TenantCount
from kinerja.measurement import setting, settings_of
from kinerja.records import one_of

if TYPE_CHECKING:
    from collections.abc import Iterable

OWN = CATALOGUE.with_settings({"SK3/2": {"accounts": ["425283"]}}, source="unit.xlsx")


def receipt(number: str, year: int, amount: int, account: str) -> Receipt:
    """Return a receipt of a year."""
    return Receipt(unit="A", receipt=number, amount=amount, account=account, received_on=dt.date(year, 5, 2))


RECEIPTS = [
    receipt("1", 2022, 100, "425283"),
    receipt("2", 2023, 120, "425283"),
    receipt("3", 2023, 900, "425121"),
]


def test_the_decrees_indicator_stays() -> None:
    """A setting is the unit's, not the clause's."""
    assert PNBPGrowth() == OWN["SK3/2"].indicator


def test_an_entry_is_measured_by_its_settings() -> None:
    """The same indicator, with the service accounts laid over it."""
    assert PNBPGrowth(accounts={"425283"}) == OWN["SK3/2"].measured_by


def test_an_entry_keeps_its_settings_and_where_they_come_from() -> None:
    """As the indicator holds them, not as they were written."""
    entry = OWN["SK3/2"]
    assert ({"accounts": frozenset({"425283"})}, "unit.xlsx") == (dict(entry.settings), entry.settings_source)


def test_entries_without_settings_are_measured_as_the_decree_says() -> None:
    """Nothing is laid over them."""
    assert CATALOGUE["SK3/4"].indicator == OWN["SK3/4"].measured_by


def test_an_entry_without_indicator_is_measured_by_none() -> None:
    """Only its actual is known."""
    assert attrs.evolve(CATALOGUE["SK3/2"], indicator=None).measured_by is None


def test_a_scorecard_takes_a_measurement_by_the_settings() -> None:
    """20 percent growth of the service receipts; the sale of an asset is none."""
    indicator: Any = OWN["SK3/2"].measured_by
    card = OWN.scorecard(2023, {"SK3/2": indicator.measure_records(RECEIPTS, period=2023)})
    assert 20 == card["SK3/2"].actual


def test_a_scorecard_refuses_a_measurement_without_the_settings() -> None:
    """It would count the sale of an asset."""
    with pytest.raises(QuantityError) as caught:
        OWN.scorecard(2023, {"SK3/2": PNBPGrowth().measure_records(RECEIPTS, period=2023)})
    assert caught.value.code == "score.other_indicator"


def test_settings_stay_until_they_are_set_again() -> None:
    """Laid over one another; each names its source once."""
    again = OWN.with_settings({"SK3/2": {}}, source="--accounts").with_settings(
        {"SK3/2": {"accounts": "425421"}}, source="surat"
    )
    assert ({"accounts": {"425421"}}, "surat") == (dict(again["SK3/2"].settings), again["SK3/2"].settings_source)


def test_settings_of_several_sources_name_them_all() -> None:
    """What was there stays, and says where it comes from."""
    assert "unit.xlsx; surat" == OWN.with_settings({"SK3/2": {}}, source="surat")["SK3/2"].settings_source


def test_everything_wrong_is_told_at_once() -> None:
    """A code that there is not, fields that are not for a unit to set, values that cannot be, what is no table."""
    settings: Any = {
        "SK3/2": {"accounts": ["x"], "timing": 1},
        "SK9/9": {},
        "SK3/4": {"accounts": None},
        "SK1/1": {"a": 1, "b": 2},
        "SK3/3": 5,
    }
    with pytest.raises(CatalogueError) as caught:
        CATALOGUE.with_settings(settings)
    assert [
        ("SK3/2.accounts", "record.no_accounts"),
        ("SK3/2.timing", "settings.not_one"),
        ("SK9/9", "name.misspelt"),
        ("SK3/4.accounts", "settings.unfit"),
        ("SK1/1.a", "settings.not_one"),
        ("SK1/1.b", "settings.not_one"),
        ("SK3/3", "settings.no_table"),
    ] == [(problem.place, problem.code) for problem in caught.value.problems]


@attrs.frozen(kw_only=True)
class Selected(TenantCount):
    """An own indicator with a setting that nothing converts or checks."""

    names: Any = attrs.field(default=None, metadata=setting(Text(id="nama", en="names")))

    def tally(self, line: Tenant, period: Period) -> Iterable[Tally]:
        """Count the tenants of these names, or all."""
        held = {"selesai": period.contains(line.postincubation_on)}
        yield Tally(held if self.names is None else {**held, "nama": one_of(line.tenant, self.names)}, graduated=1)


@pytest.mark.parametrize(
    ("names", "code"), [(["T-1"], "indicator.unhashable"), (5, "indicator.no_rule"), ("T-1", "indicator.no_rule")]
)
def test_a_setting_with_which_the_indicator_cannot_be_right_is_refused(names: Any, code: str) -> None:
    """When it is set, and not by a TypeError of Python when something is measured."""
    entry = attrs.evolve(CATALOGUE["SK1/1"], indicator=Selected())
    own = attrs.evolve(CATALOGUE, entries={"SK1/1": entry})
    with pytest.raises(CatalogueError) as caught:
        own.with_settings({"SK1/1": {"names": names}})
    assert [("SK1/1.names", code)] == [(problem.place, problem.code) for problem in caught.value.problems]


def test_a_setting_is_written_in_order() -> None:
    """Of answers each with its reading."""
    given: list[Any] = [{"case": "company", "worse": "zero"}, frozenset({"521219", "521211"}), ("b", "a"), 5]
    assert ["case = company; worse = zero", "521211, 521219", "a, b", "5"] == [write_setting(one) for one in given]


def test_what_a_unit_takes_and_sets_is_said_without_a_source_too() -> None:
    """A blank one is not put in brackets."""
    own: dict[str, Any] = {"SK3/1": {"reading": {"case": "company"}}, "SK3/2": {"accounts": ["425283"]}}
    entries = CATALOGUE.with_settings(own)
    (taken,), (set_,) = unit_readings_of(entries["SK3/1"]), unit_settings_of(entries["SK3/2"])
    assert (True, True, Text(id="akun layanan 425283", en="service accounts 425283")) == (
        taken.id.startswith("Tafsir unit: "),
        taken.en.startswith("The unit's reading: "),
        set_,
    )


def test_of_many_units_the_first_five_are_listed() -> None:
    """And how many more there are."""
    expected = Text(id="A, B, C, D, E, dan 2 lainnya", en="A, B, C, D, E, and 2 more")
    assert expected == listed_units("ABCDEFG")


def test_settings_come_back_from_plain_data() -> None:
    """With where they come from."""
    assert OWN == Catalogue.from_dict(OWN.to_dict())


@pytest.mark.parametrize("beside", ["settings", "assumed"])
def test_what_stands_beside_a_decree_is_a_table(beside: str) -> None:
    """It is refused with the catalogue."""
    with pytest.raises(CatalogueError) as caught:
        Catalogue.from_dict({**CATALOGUE.to_dict(), beside: 5})
    assert ("catalogue", [beside]) == (
        caught.value.text.en.partition(": ")[0],
        [problem.place for problem in caught.value.problems],
    )


def test_an_answer_with_which_the_indicator_cannot_be_right_is_refused() -> None:
    """When it is taken, as a setting is."""
    text = Text(id="a", en="a")
    answer = Alternative(text=text, word="five", changes={"names": 5})
    reading = Reading(question=text, taken=text, alternatives=(answer,), reason=text, word="names")
    problems: list[Any] = []
    entry = attrs.evolve(CATALOGUE["SK1/1"], indicator=Selected(), readings=(reading,))
    entry_with(entry, {"reading": {"names": "five", "of": "a", "or": "b"}}, "", problems)
    assert [
        ("SK1/1.reading.names", "reading.no_computation"),
        ("SK1/1.reading.of", "name.unknown"),
        ("SK1/1.reading.or", "name.unknown"),
    ] == [(one.place, one.code) for one in problems]


def test_an_entry_without_indicator_has_nothing_to_set() -> None:
    """Only its actual is known."""
    entry = attrs.evolve(CATALOGUE["SK3/2"], indicator=None)
    alone = Catalogue(decree=CATALOGUE.decree, objectives=(), entries=FrozenMap({"SK3/2": entry}))
    with pytest.raises(CatalogueError) as caught:
        alone.with_settings({"SK3/2": {"accounts": ["425283"]}})
    assert ["settings.no_indicator"] == [problem.code for problem in caught.value.problems]


def test_settings_say_what_they_are_called_and_what_the_decree_has() -> None:
    """None where the decree leaves it open."""
    said = {kind: [(one.label.id, one.default) for one in settings_of(kind()).values()] for kind in (PNBPGrowth,)}
    assert {PNBPGrowth: [("akun layanan", None)]} == said


def test_the_accounts_of_a_decree_are_a_setting_too() -> None:
    """Of a class as of its instance."""
    assert [[*settings_of(P3DNRatio)], [*settings_of(TenantCount())]] == [["accounts"], []]
