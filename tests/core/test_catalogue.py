"""The catalogue of Decree 26/2022 of BSPJI Pekanbaru as callers see it."""

from __future__ import annotations

import datetime as dt
import inspect
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import kinerja
from kinerja import BSPJI_PEKANBARU_2021_2024 as CATALOGUE
from kinerja import Indicator, Language, Polarity, Reason, Timing, UnknownIndicatorError
from kinerja.catalogue import bundled_catalogue, bundled_catalogues, files
from kinerja.indicators.p3dn_ratio import DECREE_ACCOUNTS
from kinerja.writers import to_html
from said import refused

if TYPE_CHECKING:
    from collections.abc import Callable

CODES = ["SK1/1", "SK1/2", "SK2/1", "SK3/1", "SK3/2", "SK3/3", "SK3/4"]
NOT_APPLICABLE = Reason.NOT_APPLICABLE

PRINTED: dict[str, tuple[str, object, tuple[int, int, int]]] = {
    "SK1/1": ("Tenan", NOT_APPLICABLE, (1, 1, 1)),
    "SK1/2": ("Kegiatan kolaborasi", 1, (1, 1, 1)),
    "SK2/1": ("Perusahaan", NOT_APPLICABLE, (1, 1, 1)),
    "SK3/1": ("Persen", 5, (10, 10, 10)),
    "SK3/2": ("Persen", NOT_APPLICABLE, (2, 2, 2)),
    "SK3/3": ("Ruang Lingkup", 1, (1, 1, 1)),
    "SK3/4": ("Persen", 40, (40, 45, 50)),
}
"""Code -> Satuan, Baseline (2021), targets 2022 to 2024, as Lampiran II prints them."""

TIMINGS = {
    "SK1/1": Timing.FLOW,
    "SK1/2": Timing.FLOW,
    "SK2/1": Timing.YEARLY,
    "SK3/1": Timing.YEARLY,
    "SK3/2": Timing.FLOW,
    "SK3/3": Timing.STOCK,
    "SK3/4": Timing.SNAPSHOT,
}

of_every_code = pytest.mark.parametrize("code", CODES)


def test_the_catalogue_is_a_mapping() -> None:
    """Whatever takes a mapping takes a catalogue."""
    assert isinstance(CATALOGUE, Mapping)


def test_its_document_has_a_row_for_each_entry() -> None:
    """With the baseline and the targets that Lampiran II prints, and the decree above."""
    (section,) = CATALOGUE.document().sections
    assert section.table is not None
    printed = [
        (code, unit, "N/A" if baseline is NOT_APPLICABLE else str(baseline), *map(str, targets))
        for code, (unit, baseline, targets) in PRINTED.items()
    ]
    assert (("Kode", "Indikator", "Satuan", "Klasifikasi", "2021", "2022", "2023", "2024"), printed) == (
        section.table.headings,
        [(row[0], row[2], *row[4:]) for row in section.table.rows],
    )


def test_its_document_speaks_english_too() -> None:
    """The library's own words; the decree's stay."""
    assert CATALOGUE.document(Language.ENGLISH).title[0].startswith("Decree Number 26 TAHUN 2022: PENETAPAN")


def test_a_notebook_shows_the_catalogue() -> None:
    """In Indonesian, as HTML."""
    assert to_html(CATALOGUE.document()) == CATALOGUE._repr_html_()


def test_the_codes_stand_in_the_decrees_order() -> None:
    """Iterating gives the codes of Lampiran II from first to last."""
    assert CODES == list(CATALOGUE)


def test_the_catalogue_has_seven_entries() -> None:
    """Its length is the number of indicators."""
    assert 7 == len(CATALOGUE)


def test_entries_are_found_by_their_own_code() -> None:
    """Every key is the code of its entry."""
    assert CODES == [entry.code for entry in CATALOGUE.values()]


def test_a_code_of_the_decree_is_in_the_catalogue() -> None:
    """`in` asks for a code."""
    assert "SK3/4" in CATALOGUE


@pytest.mark.parametrize("code", ["SK3/5", "sk3/4", "", None, 3])
def test_another_code_is_not_in_the_catalogue(code: object) -> None:
    """Codes are as the decree prints them."""
    assert code not in CATALOGUE


def test_get_gives_an_entry() -> None:
    """`get` finds what subscripting finds."""
    assert CATALOGUE["SK3/4"] == CATALOGUE.get("SK3/4")


def test_get_gives_the_default_for_an_unknown_code() -> None:
    """`get` never raises."""
    assert (None, "x") == (CATALOGUE.get("SK3/5"), CATALOGUE.get("SK3/5", "x"))


def test_an_unknown_code_is_refused_with_the_close_ones() -> None:
    """The nearest codes are in the message and in the error."""
    with refused("name.misspelt", UnknownIndicatorError, name="SK3/5", matches=("SK3/4", "SK3/3", "SK3/2")) as caught:
        CATALOGUE["SK3/5"]
    assert "SK3/4" == caught.value.matches[0]


def test_a_code_unlike_any_is_refused_with_all_there_are() -> None:
    """Where nothing is close the message lists every code."""
    with refused("name.unknown", UnknownIndicatorError, name="P3DN", available=tuple(CODES)):
        CATALOGUE["P3DN"]


@of_every_code
def test_the_unit_is_as_the_decree_prints_it(code: str) -> None:
    """The unit reads like Satuan in Lampiran II."""
    assert PRINTED[code][0] == str(CATALOGUE[code].unit)


@of_every_code
def test_the_baseline_is_as_the_decree_prints_it(code: str) -> None:
    """Baseline (2021) is a number, or not applicable where N/A is printed."""
    assert PRINTED[code][1] == CATALOGUE[code].baseline


@of_every_code
def test_the_targets_are_as_the_decree_prints_them(code: str) -> None:
    """There is one target for each of 2022, 2023 and 2024."""
    assert dict(zip((2022, 2023, 2024), PRINTED[code][2], strict=True)) == CATALOGUE[code].targets


@of_every_code
def test_more_is_better_for_every_indicator(code: str) -> None:
    """The decree classifies all seven as Maksimasi."""
    assert Polarity.MAXIMISE is CATALOGUE[code].polarity


@of_every_code
def test_the_entry_and_its_indicator_agree(code: str) -> None:
    """Unit and polarity of the clause are those of the class."""
    entry = CATALOGUE[code]
    assert entry.indicator is not None
    assert (entry.unit, entry.polarity) == (entry.indicator.unit, entry.indicator.polarity)


@of_every_code
def test_the_class_of_an_entry_quotes_its_clause(code: str) -> None:
    """With the decree, the annex and the code."""
    clause = f'Clause: Decree 26/2022 of BSPJI Pekanbaru, Lampiran II, {code}: "'
    assert clause in (inspect.getdoc(type(CATALOGUE[code].indicator)) or "")


def test_no_two_entries_share_a_class() -> None:
    """Seven classes measure the seven entries."""
    assert 7 == len({type(entry.indicator) for entry in CATALOGUE.values()})


@of_every_code
def test_the_quarters_of_an_entry_come_together_as_its_method_says(code: str) -> None:
    """What happens in a year adds up; positions, figures of a year and budgets do not."""
    indicator = CATALOGUE[code].indicator
    assert indicator is not None
    assert TIMINGS[code] is indicator.timing


def test_the_domestic_products_are_counted_on_the_decrees_accounts() -> None:
    """The clause gives no accounts of its own, so the class's default holds."""
    assert kinerja.P3DNRatio(accounts=frozenset(DECREE_ACCOUNTS)) == CATALOGUE["SK3/4"].indicator


def test_the_objectives_stand_in_order() -> None:
    """Lampiran I has three objectives; their codes come from Lampiran II."""
    assert [
        ("SK1", "Meningkatnya Daya Saing Industri Pengolahan Nonmigas"),
        ("SK2", "Penguatan implementasi Making Indonesia 4.0"),
        ("SK3", "Meningkatnya kemampuan industri barang dan jasa dalam negeri"),
    ] == [(objective.code, objective.text) for objective in CATALOGUE.objectives]


@of_every_code
def test_an_entry_serves_the_objective_that_its_code_names(code: str) -> None:
    """SK3/4 is the fourth indicator of SK3."""
    assert code.partition("/")[0] == CATALOGUE[code].objective.code


def test_the_decree_covers_four_years() -> None:
    """The baseline year comes first."""
    assert (2021, 2022, 2023, 2024) == CATALOGUE.decree.years


@of_every_code
def test_an_entry_knows_the_years_of_its_decree(code: str) -> None:
    """So that it can say which are covered."""
    assert CATALOGUE.decree.years == CATALOGUE[code].years


def test_the_decree_was_signed_on_23_february_2022() -> None:
    """KEEMPAT puts it into force on the same day."""
    signed = dt.date(2022, 2, 23)
    assert (signed, signed) == (CATALOGUE.decree.signed_on, CATALOGUE.decree.in_force_from)


def test_the_decree_has_its_parts() -> None:
    """Considerations a and b, nine legal bases, functions a to i, KESATU to KEEMPAT."""
    decree = CATALOGUE.decree
    assert (2, 9, 9, ["KESATU", "KEDUA", "KETIGA", "KEEMPAT"]) == (
        len(decree.considerations),
        len(decree.legal_basis),
        len(decree.functions),
        list(decree.dictums),
    )


def test_the_catalogue_is_loaded_once() -> None:
    """The second use gives the same object as the first."""
    assert kinerja.BSPJI_PEKANBARU_2021_2024 is CATALOGUE


def test_loading_again_gives_an_equal_catalogue() -> None:
    """The file alone says what the catalogue is."""
    assert CATALOGUE == bundled_catalogue("BSPJI_PEKANBARU_2021_2024")


def test_the_bundled_catalogues_are_the_files_of_their_folder() -> None:
    """No list is kept of them; each is an attribute of `kinerja` by the name of its file."""
    folder = Path(kinerja.__file__).parent / "decrees" / "catalogues"
    assert sorted(path.stem.upper() for path in folder.glob("*.toml")) == list(bundled_catalogues())


def test_a_new_file_is_an_attribute_of_the_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is found by its name in capitals, and nothing else has to name it."""
    bundled = Path(kinerja.__file__).parent / "decrees" / "catalogues" / "bspji_pekanbaru_2021_2024.toml"
    (tmp_path / "balai_lain_2025.toml").write_text(bundled.read_text("utf-8"), "utf-8")
    monkeypatch.setattr(files, "_bundled", lambda: tmp_path)
    found = kinerja.BALAI_LAIN_2025
    monkeypatch.delitem(vars(kinerja), "BALAI_LAIN_2025")
    assert (("BALAI_LAIN_2025",), CATALOGUE) == (bundled_catalogues(), found)


def test_duplicates_of_a_catalogue_equal_it(duplicate: Callable[[Any], Any]) -> None:
    """A catalogue pickles and copies with all it holds."""
    assert CATALOGUE == duplicate(CATALOGUE)


def test_a_catalogue_hashes(duplicate: Callable[[Any], Any]) -> None:
    """Equal catalogues are one in a set."""
    assert 1 == len({CATALOGUE, duplicate(CATALOGUE)})


def test_an_indicator_measures_what_its_entry_scores() -> None:
    """The entry's achievement is the indicator's against the year's target."""
    entry = CATALOGUE["SK3/2"]
    indicator: Indicator[Any] | None = entry.indicator
    assert indicator is not None
    actual = indicator.measure(previous=4_000_000_000, current=4_100_000_000).actual
    assert entry.achievement(2023, actual) == indicator.achievement(2, actual)


def test_a_catalogue_of_a_plain_dict_of_entries_hashes() -> None:
    """It keeps what cannot change."""
    entries = dict(CATALOGUE.entries)
    made = kinerja.Catalogue(decree=CATALOGUE.decree, objectives=CATALOGUE.objectives, entries=entries)
    entries.clear()
    assert (CATALOGUE, hash(CATALOGUE)) == (made, hash(made))
