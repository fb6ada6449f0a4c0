"""Pages of a decree's indicators, for an office's own site."""

from __future__ import annotations

import datetime as dt
import re
from fractions import Fraction
from pathlib import Path
from typing import Any

import attrs
import pytest

from kinerja import BSPJI_PEKANBARU_2021_2024 as CATALOGUE
from kinerja import (
    BudgetLine,
    Catalogue,
    Indicator,
    Language,
    N,
    P3DNRatio,
    PerformanceMeasure,
    Polarity,
    Tenant,
    Text,
    Unit,
    Variable,
    load_catalogue,
)
from kinerja._base import FrozenMap
from kinerja.decrees import Entry, Objective, Scoring
from kinerja.formulas import Letter, Mean, Ratio
from kinerja.measurement import PERCENT
from kinerja.pages import Added, Example, catalogue_pages, decree_parts, entry_page, page_names

INDONESIAN, ENGLISH = Language.INDONESIAN, Language.ENGLISH
OFFICE = load_catalogue(Path(__file__).parents[2] / "examples" / "bbspjppi-2025" / "katalog.toml")
BARE = Entry(
    code="S_1",
    label="Surat *penting*",
    objective=Objective(code="S", text="Layanan"),
    unit=PERCENT,
    polarity=Polarity.MAXIMISE,
    targets=FrozenMap({2025: Fraction(111, 2)}),
    years=(2025,),
)
DAYS_OF_A_TENANT = ("selected_on", "preincubation_on", "incubation_on", "postincubation_on")
DAYS = Unit(name=Text(id="Hari", en="day"))

of_each_decree = pytest.mark.parametrize("catalogue", [CATALOGUE, OFFICE], ids=["of classes", "of formulas"])
in_each_language = pytest.mark.parametrize("language", Language)


def headings(page: str) -> list[str]:
    """Return the headings of the second level."""
    return re.findall(r"^## (.+)$", page, re.MULTILINE)


def section(page: str, heading: str) -> str:
    """Return what stands below a heading."""
    return page.partition(f"\n## {heading}\n\n")[2].partition("\n## ")[0]


@of_each_decree
@in_each_language
def test_each_indicator_has_a_page_that_the_first_one_names(catalogue: Catalogue, language: Language) -> None:
    """With a link to each of the others and to nothing else."""
    index, *others = (pages := catalogue_pages(catalogue, language))
    assert (others, len(catalogue)) == (re.findall(r"\]\(([^)]+)\)", pages[index]), len(others))


@of_each_decree
@in_each_language
def test_pages_are_markdown_that_any_renderer_shows(catalogue: Catalogue, language: Language) -> None:
    """Without boxes and lists of attributes, which only some know."""
    for page in catalogue_pages(catalogue, language).values():
        assert [] == re.findall(r"^(?:!!!|\?\?\?|===).*|\{:.*", page, re.MULTILINE)


@of_each_decree
def test_a_page_in_indonesian_has_no_word_of_english(catalogue: Catalogue) -> None:
    """As an office hands it on."""
    words = r"\b(?:the|and|of|records?|whole|yes|read from|Symbol|Meaning|Parameters)\b"
    text = "\n".join(catalogue_pages(catalogue).values())
    assert set() == set(re.findall(words, re.sub(r"`[^`]*`|<!--.*-->|\(github[^)]*\)|Service Level", "", text)))


def test_a_page_of_a_class_has_all_its_parts() -> None:
    """In the order in which they are asked for."""
    assert [
        "Yang dibiarkan terbuka",
        "Rumus",
        "Aturan menghitung",
        "Data dukung",
        "Periode",
        "Parameter",
        "Catatan yang dapat menyertai angkanya",
        "Bunyi keputusan",
        "Tafsir",
        "Salah tulis pada naskah yang dipakai (belum dibandingkan dengan naskah asli)",
    ] == headings(entry_page(CATALOGUE["SK3/4"]))


def test_an_indicator_that_nothing_measures_here_says_so() -> None:
    """Its actual alone is known."""
    page = entry_page(BARE)
    assert (["Yang tidak diukur", "Bunyi keputusan"], True) == (
        headings(page),
        section(page, "Yang tidak diukur").startswith("Hanya realisasinya yang diketahui"),
    )


def test_names_stand_as_they_are() -> None:
    """Whatever Markdown would make of their signs."""
    assert "# S\\_1 Surat \\*penting\\*\n" == entry_page(BARE)[: len("# S\\_1 Surat \\*penting\\*\n")]


@pytest.mark.parametrize(("language", "figure"), [(INDONESIAN, "55,5"), (ENGLISH, "55.5")])
def test_figures_are_written_in_the_language_of_the_page(language: Language, figure: str) -> None:
    """The targets, here."""
    assert f"| {figure} |" in entry_page(BARE, language)


def test_an_office_s_own_words_head_the_columns() -> None:
    """As in its form."""
    page = entry_page(OFFICE["SK.1.2"])
    assert "Baris itu menambahkan promotor dikurangi detraktor ke **A** dan responden ke **B**." in page


def test_a_share_is_at_most_its_whole() -> None:
    """Named by its letter."""
    assert "paling banyak **B**" in section(entry_page(OFFICE["SK.1.2"]), "Rumus")


@pytest.mark.parametrize(
    ("accounts", "expected"),
    [({"532111", "521211", "999999"}, ["521211", "532111", "999999"])],
)
def test_accounts_stand_in_the_order_of_the_decree(accounts: set[str], expected: list[str]) -> None:
    """Then those that it does not name."""
    entry = attrs.evolve(CATALOGUE["SK3/4"], indicator=P3DNRatio(accounts=accounts))
    assert expected == re.findall(r"^\| (\d{6}) \|", section(entry_page(entry), "Parameter"), re.MULTILINE)


def test_a_parameter_that_is_a_number_is_written() -> None:
    """Of a class of one's own."""
    entry = attrs.evolve(CATALOGUE["SK3/4"], indicator=Timed(days=14))
    assert "| `days` | 14 |" in entry_page(entry)


@attrs.frozen(kw_only=True)
class Timed(P3DNRatio):
    """A share with a number of days."""

    days: int


def test_an_indicator_without_a_counting_rule_has_its_formula() -> None:
    """Its totals are given, and there is no form."""
    page = entry_page(attrs.evolve(BARE, indicator=LetterCount()))
    assert ["Rumus", "Catatan yang dapat menyertai angkanya", "Bunyi keputusan"] == headings(page)


@attrs.frozen(kw_only=True)
class LetterCount(Indicator[Any]):
    """Letters received: known from totals only."""

    unit = DAYS
    variables = (Variable(name="letters", symbol="n", label=Text(id="surat", en="letters"), unit=DAYS),)

    @staticmethod
    def formula(letters: N) -> N:
        """Return the letters themselves."""
        return letters


def test_notes_are_passed_over_where_no_small_quantity_can_be() -> None:
    """A whole of which 0 is a part, but no part is so small."""
    part, whole = (
        Letter(label=Text(id=name, en=name), unit=DAYS, least=least) for name, least in (("sebagian", 5), ("semua", 0))
    )
    entry = attrs.evolve(BARE, indicator=Ratio(code="S_1", numerator=part, denominator=whole, part=True))
    assert "Catatan yang dapat menyertai angkanya" not in headings(entry_page(entry))


def test_a_mean_has_no_parameters() -> None:
    """What would be one stands in the formula."""
    letter = Letter(label=Text(id="lama", en="duration"), unit=DAYS)
    entry = attrs.evolve(BARE, indicator=Mean(code="S_1", unit=DAYS, averaged=letter))
    assert "Parameter" not in headings(entry_page(entry))


def test_an_english_page_unfolds_readings_in_indonesian() -> None:
    """The decree is read in its own language."""
    page = entry_page(CATALOGUE["SK3/4"], ENGLISH)
    assert len(CATALOGUE["SK3/4"].readings) == page.count("<summary>Dalam bahasa Indonesia</summary>")


TABLE = (
    "| kode anggaran | tahun | akun | pagu | realisasi | RAP3DN | TotAP3DN | Yang tidak terpenuhi |",
    "| --- | --- | --- | ---: | ---: | ---: | ---: | --- |",
    "| 1 | 2023 | 521211 | 10 | 4,5 | 4,5 | 10 |  |",
    "| 2 | 2023 | 511111 | 10 | 4,5 | - | - | akun P3DN |",
    "| **Jumlah** |  |  |  |  | **4,5** | **10** |  |",
)


def example(code: str, *records: object) -> Example:
    """Return the figure of records in 2023, under every reading."""
    indicator = CATALOGUE[code].measured_by
    assert indicator is not None
    measurement = indicator.measure_records(records, period=2023)
    card = CATALOGUE.scorecard(2023, {code: measurement}, alternatives=True)
    return Example(measurement=measurement, score=card[code], told=Text(id="Rekaan.", en="Made up."))


def test_an_example_shows_what_each_record_adds_or_why_it_does_not() -> None:
    """Then the sum, and the worked line."""
    line = BudgetLine(unit="A", year=2023, reference="1", account="521211", ceiling=10, realised=Fraction(9, 2))
    lines = line, attrs.evolve(line, reference="2", account="511111")
    shown = section(entry_page(CATALOGUE["SK3/4"], example=example("SK3/4", *lines)), "Contoh").split("\n\n")
    assert [
        "Rekaan.",
        "\n".join(TABLE),
    ] == shown[:2]


def test_an_example_says_what_other_readings_give() -> None:
    """In the language of the page, the worked line in its own."""
    measure = PerformanceMeasure(
        unit="A", company="PT", measure="waktu", year=2023, before=10, after=8, lower_is_better=True
    )
    page = entry_page(CATALOGUE["SK3/1"], ENGLISH, example=example("SK3/1", measure))
    assert (1, True) == (page.count("\n### Under other readings\n"), '<div lang="id" markdown>\n\n```text\n' in page)


def test_an_example_of_dates_has_them_as_a_form_has() -> None:
    """Day first."""
    days = {name: dt.date(2023, month, 1) for month, name in enumerate(DAYS_OF_A_TENANT, 1)}
    page = entry_page(CATALOGUE["SK1/1"], example=example("SK1/1", Tenant(unit="A", tenant="T", **days)))
    assert "| T | 01/01/2023 | 01/02/2023 | 01/03/2023 | 01/04/2023 | 1 |  |" in page


def test_a_parameter_that_is_not_given_takes_all() -> None:
    """SK3/2 counts every account."""
    assert "tidak ada: setiap baris dihitung" in section(entry_page(CATALOGUE["SK3/2"]), "Parameter")


def test_a_site_may_add_its_own() -> None:
    """With names in code where it shows code."""
    added = Added(introduction=("A",), limits=("B",), notes=("C",), code=("D",))
    page = entry_page(CATALOGUE["SK3/4"], ENGLISH, added=added)
    positions = [page.index(f"\n{one}\n") for one in "ABCD"]
    assert (sorted(positions), "# SK3/4 P3DNRatio") == (positions, page.partition("\n")[0])


def test_codes_of_the_same_letters_have_pages_of_their_own() -> None:
    """Neither is written over the other."""
    entries = {code: attrs.evolve(BARE, code=code) for code in ("S/1", "S-1", "S.1")}
    catalogue = attrs.evolve(CATALOGUE, entries=FrozenMap(entries))
    assert {"S/1": "s-1.md", "S-1": "s-1-2.md", "S.1": "s-1-3.md"} == page_names(catalogue)


def test_a_decree_that_says_little_has_a_page() -> None:
    """Without day, place, notes and misprints."""
    decree = attrs.evolve(OFFICE.decree, notes=())
    told = list(decree_parts(attrs.evolve(OFFICE, decree=decree), INDONESIAN, {}))
    assert (["## Keputusan Nomor -", "BBSPJPPI."], 7, False) == (told[:2], len(told), "](" in told[3])


def test_a_decree_s_page_says_what_it_replaces_and_how_it_scores() -> None:
    """A line for each; a day without a place stands by itself."""
    decree = attrs.evolve(CATALOGUE.decree, place="", revokes=("5 TAHUN 2025",))
    scoring = Scoring(cap=120, sources={"cap": "Manual IKU"})
    told = list(decree_parts(attrs.evolve(CATALOGUE, decree=decree, scoring=scoring), INDONESIAN, {}))
    lines = [line for part in told for line in part.splitlines()]
    assert [True, True, True] == [
        any(line.endswith(f", ditetapkan pada {decree.signed_on:%d/%m/%Y}.") for line in lines),
        "- Keputusan ini mencabut Keputusan Nomor 5 TAHUN 2025." in lines,
        "- Capaian dibatasi paling tinggi 120%. Sumber: Manual IKU." in lines,
    ]


def test_targets_stand_in_the_order_of_their_periods_with_their_sources() -> None:
    """A year without target is no baseline year."""
    targets: dict[int | str, Fraction] = {2024: Fraction(3), "2023-S1": Fraction(1), 2023: Fraction(2)}
    sources: dict[int | str, str] = {"2023-S1": "PK 2023"}
    entry = attrs.evolve(BARE, years=(2023, 2024, 2025), baseline=None, targets=targets, target_sources=sources)
    page = entry_page(entry)
    assert [True, True] == [
        "| Target 2023 | Target 2023-S1 | Target 2024 | Target 2025 |" in page,
        "- target 2023-S1: 1 (PK 2023)." in page,
    ]
