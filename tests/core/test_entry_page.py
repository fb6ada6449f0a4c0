"""A decree's line on one indicator as a page."""

from __future__ import annotations

from fractions import Fraction

import attrs
import pytest

from kinerja import BSPJI_PEKANBARU_2021_2024 as CATALOGUE
from kinerja import Entry, P3DNRatio, Polarity, Reason
from kinerja._base import FrozenMap, Language, Text
from kinerja.decrees import Alternative, Annexes, Erratum, Objective, Reading
from kinerja.decrees.page import clause_sections, errata_section, formula_section, promised, reading_sections
from kinerja.measurement import PERCENT
from kinerja.writers import Section, to_html

INDONESIAN, ENGLISH = Language.INDONESIAN, Language.ENGLISH

BARE = Entry(
    code="S1/1",
    label="Surat yang dijawab",
    objective=Objective(code="S1", text="Layanan yang cepat"),
    unit=PERCENT,
    polarity=Polarity.MINIMISE,
    targets=FrozenMap({2022: Fraction(189, 4)}),
    years=(2021, 2022, 2023),
)
"""An entry that says as little as an entry can."""

FULL = attrs.evolve(
    BARE,
    name=Annexes(annex_1="Surat", annex_2="Surat yang dijwab"),
    definition="Surat masuk yang dijawab.",
    data_source=Annexes(annex_1="Buku agenda", annex_2="Agenda"),
    method="Surat dijawab dibagi surat masuk.",
    responsible="Kepala Subbagian TU",
    baseline=Fraction(100, 3),
    indicator=P3DNRatio(),
    readings=(
        Reading(
            question=Text(id="Kapan?", en="When?"),
            taken=Text(id="Setiap tahun.", en="Every year."),
            alternatives=(
                Alternative(text=Text(id="Setiap bulan.", en="Every month.")),
                Alternative(text=Text(id="Sekali.", en="Once.")),
            ),
            reason=Text(id="Targetnya per tahun.", en="Targets are yearly."),
        ),
        Reading(
            question=Text(id="Siapa?", en="Who?"),
            taken=Text(id="Balai.", en="The balai."),
            alternatives=(),
            reason=Text(id="Judulnya.", en="The title."),
        ),
    ),
    errata=(
        Erratum(printed="dijwab", meant="dijawab", where="Lampiran II, Nama IK", kind="ejaan"),
        Erratum(printed="masuk", meant="surat masuk"),
    ),
)


def headings(entry: Entry, language: Language = INDONESIAN) -> list[str]:
    """Return the headings of a page."""
    return [section.heading for section in entry.document(language).sections]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            INDONESIAN,
            [
                "Nama menurut Lampiran I",
                "Nama menurut Lampiran II",
                "Sasaran",
                "Definisi",
                "Sumber data menurut Lampiran I",
                "Sumber data menurut Lampiran II",
                "Cara menghitung",
                "Penanggung jawab",
                "Satuan, klasifikasi, dan target",
                "Rumus",
                "Tafsir 1: Kapan?",
                "Tafsir 2: Siapa?",
                "Salah tulis pada naskah yang dipakai (belum dibandingkan dengan naskah asli)",
            ],
        ),
        (
            ENGLISH,
            [
                "Name in Lampiran I",
                "Name in Lampiran II",
                "Objective",
                "Definition (definisi)",
                "Data source in Lampiran I",
                "Data source in Lampiran II",
                "Method (cara menghitung)",
                "Responsible",
                "Unit, polarity and targets",
                "Formula",
                "Reading 1: When?",
                "Reading 2: Who?",
                "Misprints of the text at hand (not compared with the signed original)",
            ],
        ),
    ],
)
def test_a_page_has_all_that_the_entry_says(language: Language, expected: list[str]) -> None:
    """What the decree says, the formula, how it is read, and misprints."""
    assert expected == headings(FULL, language)


def test_a_page_leaves_out_what_the_entry_has_not() -> None:
    """No heading stands over nothing."""
    assert ["Sasaran", "Satuan, klasifikasi, dan target"] == headings(BARE)


def test_a_page_is_in_indonesian_unless_told_otherwise() -> None:
    """As all output is."""
    assert FULL.document(INDONESIAN) == FULL.document()


def test_a_page_is_headed_by_code_and_label() -> None:
    """As the decree's own table names it."""
    assert ("S1/1  Surat yang dijawab",) == FULL.document().title


def test_a_notebook_shows_the_page() -> None:
    """In Indonesian, as HTML."""
    assert to_html(FULL.document()) == FULL._repr_html_()


def test_the_decrees_own_words_are_marked_as_quoted() -> None:
    """Everything before the unit is a quotation, and nothing after it."""
    assert [True] * 8 + [False] * 5 == [section.quoted for section in FULL.document().sections]


@pytest.mark.parametrize(
    ("language", "expected"), [(INDONESIAN, "Nama menurut Lampiran I dan II"), (ENGLISH, "Name in Lampiran I and II")]
)
def test_annexes_that_agree_are_quoted_once(language: Language, expected: str) -> None:
    """Under one heading that names both."""
    agreed = attrs.evolve(FULL, name=Annexes(annex_1="Surat", annex_2="Surat"))
    sections = [one.read(language) for one in clause_sections(agreed) if one.lines == ("Surat",)]
    assert [expected] == [section.heading for section in sections]


def test_quoted_texts_stand_as_they_are() -> None:
    """Misprints and all; the objective with its code."""
    assert [
        "Surat",
        "Surat yang dijwab",
        "S1: Layanan yang cepat",
        "Surat masuk yang dijawab.",
        "Buku agenda",
        "Agenda",
        "Surat dijawab dibagi surat masuk.",
        "Kepala Subbagian TU",
    ] == [section.lines[0] for section in clause_sections(FULL) if section.quoted]


@pytest.mark.parametrize(
    ("entry", "language", "expected"),
    [
        (FULL, INDONESIAN, ("Persen, Minimasi", "2021 (dasar): 100/3", "2022: 47,25", "2023: -")),
        (FULL, ENGLISH, ("percent, Minimasi", "2021 (baseline): 100/3", "2022: 47.25", "2023: -")),
        (BARE, INDONESIAN, ("Persen, Minimasi", "2021: -", "2022: 47,25", "2023: -")),
        (
            attrs.evolve(BARE, baseline=Reason.NOT_APPLICABLE),
            INDONESIAN,
            ("Persen, Minimasi", "2021 (dasar): N/A", "2022: 47,25", "2023: -"),
        ),
        (attrs.evolve(BARE, years=()), INDONESIAN, ("Persen, Minimasi", "2022: 47,25")),
        (
            attrs.evolve(FULL, years=(2022, 2023)),
            INDONESIAN,
            ("Persen, Minimasi", "2022: 47,25", "2023: -"),
        ),
    ],
    ids=["baseline", "English", "no baseline", "not applicable", "no years", "target in the first year"],
)
def test_unit_polarity_and_every_year_stand_together(
    entry: Entry, language: Language, expected: tuple[str, ...]
) -> None:
    """Only the first year can be the baseline, and only where there is one."""
    (section,) = [section for section in clause_sections(entry) if not section.quoted]
    assert expected == section.read(language).lines


@pytest.mark.parametrize(
    ("entry", "year", "expected"),
    [
        (FULL, 2021, "100/3"),
        (FULL, 2022, "47,25"),
        (FULL, 2023, "-"),
        (FULL, 2030, "-"),
        (BARE, 2021, "-"),
        (attrs.evolve(FULL, years=()), 2021, "-"),
        (attrs.evolve(FULL, years=()), 2022, "47,25"),
        (CATALOGUE["SK1/1"], 2021, "N/A"),
        (CATALOGUE["SK3/4"], 2021, "40"),
        (CATALOGUE["SK3/4"], 2024, "50"),
    ],
)
def test_what_was_promised_for_a_year(entry: Entry, year: int, expected: str) -> None:
    """The target, in the first year the baseline, else a dash."""
    assert expected == str(promised(entry, year))


@pytest.mark.parametrize(("language", "expected"), [(INDONESIAN, "47,25"), (ENGLISH, "47.25")])
def test_a_promise_is_written_in_the_readers_language(language: Language, expected: str) -> None:
    """In full, with the language's own marks."""
    assert expected == promised(FULL, 2022).read(language)


def test_the_formula_comes_with_its_symbols() -> None:
    """Each with what it stands for, and its unit; what the library calls them says nothing to readers."""
    assert (
        "Actual = 100 × RAP3DN / TotAP3DN",
        "RAP3DN: budget realised on the selected accounts (rupiah)",
        "TotAP3DN: total ceiling of the selected accounts (rupiah)",
    ) == formula_section(FULL).read(ENGLISH).lines


def test_without_an_indicator_there_is_no_formula() -> None:
    """The section is empty and falls away."""
    assert Section(heading="Rumus") == formula_section(BARE).read(INDONESIAN)


def test_a_reading_says_what_was_taken_what_else_and_why() -> None:
    """Every alternative on a line of its own."""
    first, second = (section.read(INDONESIAN) for section in reading_sections(FULL))
    assert (
        (
            "Dipilih: Setiap tahun.",
            "Kemungkinan lain: Setiap bulan.",
            "Kemungkinan lain: Sekali.",
            "Alasan: Targetnya per tahun.",
        ),
        ("Dipilih: Balai.", "Alasan: Judulnya."),
    ) == (first.lines, second.lines)


def test_a_reading_speaks_english_too() -> None:
    """Its words and its labels."""
    assert ("Taken: The balai.", "Reason: The title.") == list(reading_sections(FULL))[1].read(ENGLISH).lines


def test_a_misprint_says_what_was_meant_and_where() -> None:
    """The place is left out where none is given."""
    assert ("dijwab → dijawab (ejaan, Lampiran II, Nama IK)", "masuk → surat masuk (salah cetak)") == errata_section(
        FULL
    ).read(INDONESIAN).lines


@pytest.mark.parametrize("code", list(CATALOGUE))
@pytest.mark.parametrize("language", list(Language), ids=lambda language: language.value)
def test_every_entry_of_the_catalogue_has_a_page(code: str, language: Language) -> None:
    """With a formula, at least one reading, and no empty line."""
    page = CATALOGUE[code].document(language).sections
    formula, reading = ("Rumus", "Tafsir 1") if language is INDONESIAN else ("Formula", "Reading 1")
    assert (True, True, True) == (
        any(section.heading == formula for section in page),
        any(section.heading.startswith(reading) for section in page),
        all(line for section in page for line in section.lines),
    )
