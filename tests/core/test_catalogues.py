"""Several catalogues: which of them a year falls under, and what decrees say of each other."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

import attrs
import pytest

from kinerja import BSPJI_PEKANBARU_2021_2024 as OLD
from kinerja import Catalogue, CatalogueError, Language, TargetError, Text, catalogue_for, compare
from kinerja.catalogues import only_catalogue
from said import refused, sentence

if TYPE_CHECKING:
    from collections.abc import Iterable

NUMBER, UNIT = OLD.decree.number, OLD.decree.unit


def later(number: str = "1 TAHUN 2025", promised: Iterable[int] = (2024, 2025), **decree: Any) -> Catalogue:
    """Return a later decree of the same unit, with targets of these years."""
    years = {"years": (2024, 2025)} | decree
    entry = attrs.evolve(OLD["SK1/1"], targets=dict.fromkeys(promised, Fraction(1)))
    return attrs.evolve(OLD, decree=attrs.evolve(OLD.decree, number=number, **years), entries={"SK1/1": entry})


OTHERS = later(unit="Balai Lain", satker="123456")


def codes(refusing: pytest.ExceptionInfo[CatalogueError]) -> tuple[str, list[str]]:
    """Return the code of what was refused, and what it lists in English."""
    return refusing.value.code, [one.allowed.en for one in refusing.value.problems]


@pytest.mark.parametrize("period", [2023, "2023-TW2"])
def test_the_one_that_covers_the_year_is_taken(period: int | str) -> None:
    """Of a quarter that of its year."""
    assert OLD is catalogue_for([later(), OLD], period)


@pytest.mark.parametrize("how", ["revokes", "amends"])
@pytest.mark.parametrize("number", [NUMBER, " 26  tahun 2022"])
def test_the_one_that_replaces_the_other_wins(how: str, number: str) -> None:
    """Whichever stands first, however the number is typed."""
    own: dict[str, Any] = {how: (number,)}
    new = later(**own)
    assert [new, new] == [catalogue_for(given, 2024) for given in ([OLD, new], [new, OLD])]


def test_the_last_of_a_row_of_decrees_wins() -> None:
    """Each replaces the one before."""
    new = later(revokes=(NUMBER,))
    newest = later("2 TAHUN 2025", revokes=("1 TAHUN 2025",))
    assert newest is catalogue_for([OLD, newest, new], 2024)


def test_the_year_of_a_baseline_falls_under_the_decree_with_its_targets() -> None:
    """The later one begins with the last year of the earlier one, and promises nothing there."""
    new = later(promised=[2025], revokes=(NUMBER,))
    assert [OLD, new] == [catalogue_for([OLD, new], year) for year in (2024, 2025)]


def test_a_year_without_targets_falls_under_the_decree_that_covers_it() -> None:
    """Its scorecard then says that there are none."""
    assert OLD is catalogue_for([OLD, later()], 2021)


def test_two_of_one_unit_that_say_nothing_of_each_other_are_refused() -> None:
    """Both are listed."""
    with pytest.raises(CatalogueError) as caught:
        catalogue_for([OLD, later()], 2024)
    listed = [
        f"{UNIT}, Number {number}, {years}" for number, years in ((NUMBER, "2021-2024"), ("1 TAHUN 2025", "2024-2025"))
    ]
    assert ("catalogues.overlap", listed) == codes(caught)


def test_two_that_replace_each_other_are_refused() -> None:
    """Neither is the later one."""
    pair = [later("1", revokes=("2",)), later("2", revokes=("1",))]
    with pytest.raises(CatalogueError) as caught:
        catalogue_for(pair, 2024)
    assert "catalogues.overlap" == caught.value.code


def test_two_of_different_units_are_refused() -> None:
    """Unless the unit is said."""
    with pytest.raises(CatalogueError) as caught:
        catalogue_for([OLD, OTHERS], 2024)
    assert "catalogues.several_units" == caught.value.code


def test_a_number_of_another_units_decree_replaces_nothing() -> None:
    """Each unit counts its own."""
    with pytest.raises(CatalogueError):
        catalogue_for([OLD, later(unit="Balai Lain", satker="123456", revokes=(NUMBER,))], 2024)


@pytest.mark.parametrize("unit", ["balai  lain", "123456", ("Tak Dikenal", "123456")])
def test_the_one_of_the_unit_is_taken(unit: str | tuple[str, ...]) -> None:
    """By its name, its code, or either."""
    assert OTHERS is catalogue_for([OLD, OTHERS], 2024, unit=unit)


def test_a_unit_of_which_there_is_none_is_refused() -> None:
    """What there is, is named."""
    with pytest.raises(TargetError) as caught:
        catalogue_for([OLD, OTHERS], 2024, unit="Balai Ketiga")
    assert "catalogues.not_of_year" == caught.value.code


def test_a_year_that_none_covers_is_refused() -> None:
    """Each is named with its years."""
    there = f"{UNIT}, Number {NUMBER}, 2021-2024; Balai Lain, Number 1 TAHUN 2025, 2025"
    single = later(unit="Balai Lain", years=(2025,))
    with refused("catalogues.not_of_year", value=2030, years=(2021, 2022, 2023, 2024, 2025), count=2, limit=there):
        catalogue_for([OLD, single], 2030)


def test_of_one_alone_its_years_are_named() -> None:
    """As wherever it refuses a year."""
    with refused("decree.year_outside", value=2030, years=(2021, 2022, 2023, 2024), limit="2021-2024"):
        catalogue_for([OLD], 2030)


def test_the_same_one_twice_is_one() -> None:
    """Such as a decree in two writings."""
    again = Catalogue.from_dict(OLD.to_dict())
    assert [OLD, OLD] == [catalogue_for([OLD, again], 2024), only_catalogue([OLD, again])]


@pytest.mark.parametrize("catalogues", [(), (OLD, OTHERS)])
def test_where_one_alone_is_needed_no_other_number_will_do(catalogues: tuple[Catalogue, ...]) -> None:
    """None is no choice, and several are one too many."""
    with pytest.raises(CatalogueError) as caught:
        only_catalogue(catalogues)
    assert ("catalogues.not_one", len(catalogues)) == (caught.value.code, len(caught.value.problems))


REPLACING = later(revokes=(NUMBER, "2 TAHUN 2023"), amends=("3 TAHUN 2024",))
SAID = Language.ENGLISH


def test_a_scorecard_says_what_its_decree_replaces() -> None:
    """And that the year falls under it."""
    replaced = f"revokes Decree Number {NUMBER}, 2 TAHUN 2023 and amends Decree Number 3 TAHUN 2024"
    told = REPLACING.scorecard("2025-TW2", {}).document(SAID).title[-1]
    assert sentence("scorecard.year_under", year="2025", replaced=replaced).en == told


def test_a_catalogue_says_what_its_decree_replaces() -> None:
    """Below its name."""
    replaced = f"amends Decree Number {NUMBER}"
    told = later(amends=(NUMBER,)).document(SAID).title[-1]
    assert sentence("decree.replaces", replaced=replaced).en == told


def test_a_comparison_says_under_which_decree_each_year_falls() -> None:
    """In the order of the columns, with what each replaces; under one decree nothing is said."""
    cards = [one.scorecard(2024, {"SK1/1": 1}) for one in (later("1 TAHUN 2024"), REPLACING)]
    replaced = f"revokes Decree Number {NUMBER}, 2 TAHUN 2023 and amends Decree Number 3 TAHUN 2024"
    digantikan = f"mencabut Keputusan Nomor {NUMBER}, 2 TAHUN 2023 dan mengubah Keputusan Nomor 3 TAHUN 2024"
    later_one = Text(id=f"1 TAHUN 2025 ({digantikan})", en=f"1 TAHUN 2025 ({replaced})")
    told = sentence("compare.other_decrees", decrees=["1 TAHUN 2024", later_one])
    lines = [compare(*two).document().sections[0].lines for two in (cards, cards[:1] * 2)]
    english = compare(*cards).document(SAID).sections[0].lines
    assert [True, False, True] == [told.id in lines[0], told.id in lines[1], told.en in english]


def test_a_decree_that_replaces_none_says_nothing() -> None:
    """Its name is the last line."""
    assert [1, 2] == [len(OLD.document().title), len(OLD.scorecard(2024, {}).document().title)]


@pytest.mark.parametrize("how", ["revokes", "amends"])
def test_a_decree_cannot_replace_itself(how: str) -> None:
    """It would never be in force."""
    plain = OLD.to_dict()
    plain["decree"][how] = [NUMBER]
    with refused("decree.replaces_itself", CatalogueError, place=f"decree.{how}"):
        Catalogue.from_dict(plain)
