"""What of a decree is probably a slip."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import attrs
import pytest

from kinerja import BSPJI_PEKANBARU_2021_2024 as CATALOGUE
from kinerja import CatalogueError, Language, P3DNRatio, Polarity, Reason, Text, Unit, load_catalogue
from kinerja._base import FrozenMap, Problem
from kinerja.decrees import Alternative, Annexes, Decree, Entry, Lint, Objective, Reading, warnings_of
from kinerja.decrees.lint import years_without_target
from kinerja.formulas import Count, Difference, Growth, Letter, Mean, Ratio, Value, WeightedIndex
from kinerja.measurement import PERCENT, Indicator, TargetRange
from kinerja.readers import lint_catalogue
from said import sentence

WORDS = Text(id="Kapan?", en="When?")
TONS, LETTERS = (Unit(name=Text(id=name, en=name), whole=whole) for name, whole in (("Ton", False), ("Surat", True)))
INDEX = Unit(name=Text(id="Indeks", en="index"))
DECREE = Decree(number="1", title="IKU", unit="Balai", years=(2024, 2025), signed_on=CATALOGUE.decree.signed_on)
GOAL = Objective(code="S1", text="Layanan yang cepat")
ENTRY = Entry(
    code="S1/1",
    label="Surat yang dijawab",
    objective=GOAL,
    unit=LETTERS,
    polarity=Polarity.MAXIMISE,
    targets=FrozenMap({2024: Fraction(10), 2025: Fraction(12)}),
    method="Jumlah surat yang dijawab.",
    definition="Surat masuk.",
    data_source=Annexes(annex_2="Buku agenda"),
    years=(2024, 2025),
)


SHARES = FrozenMap({2024: Fraction("0.925"), 2025: Fraction(95)})


def told(
    *entries: Entry, decree: Decree | None = DECREE, goals: tuple[Objective, ...] = (GOAL,)
) -> list[tuple[str, str]]:
    """Return code and place of each warning."""
    return [(one.code, one.place) for one in warnings_of(decree, goals, entries)]


def of(**changes: Any) -> list[tuple[str, str]]:
    """Return what is told of the entry with changes, places within it."""
    return [(code, place.removeprefix("entries[S1/1]")) for code, place in told(attrs.evolve(ENTRY, **changes))]


def letter(unit: Unit, label: str = "yang diukur", **more: Any) -> Letter:
    """Return a letter of a formula."""
    return Letter(label=Text(id=label, en=label), unit=unit, **more)


def ratio(*, percent: bool = True, signed: bool = False) -> Ratio:
    """Return a ratio of tons."""
    one = letter(TONS, "pembilang saya", signed=signed)
    return Ratio(code="S1/1", numerator=one, denominator=letter(TONS), percent=percent)


def test_the_library_s_own_decree_has_no_slip() -> None:
    """Nothing is told where nothing is wrong."""
    assert () == warnings_of(CATALOGUE.decree, CATALOGUE.objectives, CATALOGUE.values())


def test_a_sound_entry_has_no_slip() -> None:
    """So that what is told below comes from what was changed."""
    assert [] == told(ENTRY)


@pytest.mark.parametrize(
    ("changes", "field", "lacking"),
    [
        ({"method": " "}, "method", "cara menghitung"),
        ({"definition": "", "data_source": Annexes()}, "definition", "definisi, sumber data"),
        ({"data_source": Annexes(annex_1=" ")}, "data_source", "sumber data"),
    ],
)
def test_what_is_not_cited_is_named(changes: dict[str, Any], field: str, lacking: str) -> None:
    """One warning for each entry, at the first that it lacks."""
    (warning,) = warnings_of(DECREE, [GOAL], [attrs.evolve(ENTRY, **changes)])
    assert ("lint.not_cited", f"entries[S1/1].{field}", True) == (
        warning.code,
        warning.place,
        lacking in warning.allowed.id,
    )


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"number": "-"}, "number"),
        ({"number": "…"}, "number"),
        ({"number": "", "signed_on": None}, "number"),
        ({"signed_on": None}, "signed_on"),
    ],
)
def test_a_decree_without_number_or_day_is_not_cited(changes: dict[str, Any], field: str) -> None:
    """Nobody finds such an act again."""
    assert [("lint.not_cited", f"decree.{field}")] == told(ENTRY, decree=attrs.evolve(DECREE, **changes))


def test_a_decree_that_could_not_be_read_is_passed_over() -> None:
    """Its problems are told elsewhere."""
    assert [] == told(ENTRY, decree=None)


@pytest.mark.parametrize(
    ("formula", "unit", "expected"),
    [
        (ratio(), TONS, "formula_in_percent unit"),
        (ratio(), PERCENT, ""),
        (ratio(signed=True), TONS, ""),
        (
            ratio(percent=False),
            PERCENT,
            "ratio_not_in_percent unit",
        ),
        (ratio(percent=False), TONS, ""),
        (Growth(code="S1/1", growing=letter(TONS)), TONS, "formula_in_percent unit"),
        (Growth(code="S1/1", growing=letter(TONS)), PERCENT, ""),
        (Count(code="S1/1", unit=TONS, counted=letter(TONS)), TONS, "count_in_parts unit"),
        (Count(code="S1/1", unit=LETTERS, counted=letter(LETTERS)), LETTERS, ""),
        (Mean(code="S1/1", unit=TONS, averaged=letter(LETTERS)), TONS, "unit_of_letter indicator.averaged.unit"),
        (Mean(code="S1/1", unit=LETTERS, averaged=letter(LETTERS)), LETTERS, "whole_fractions unit"),
        (WeightedIndex(code="S1/1", unit=LETTERS, scored=letter(LETTERS)), LETTERS, "whole_fractions unit"),
        (ratio(percent=False), LETTERS, "whole_fractions unit"),
        (Value(code="S1/1", unit=TONS, given=letter(LETTERS)), TONS, "unit_of_letter indicator.given.unit"),
        (Difference(code="S1/1", unit=TONS, held=letter(LETTERS)), TONS, "unit_of_letter indicator.held.unit"),
        (WeightedIndex(code="S1/1", unit=TONS, scored=letter(LETTERS)), TONS, "unit_of_letter indicator.scored.unit"),
        (P3DNRatio(), PERCENT, ""),
    ],
)
def test_a_unit_goes_with_its_formula(formula: Indicator[Any], unit: Unit, expected: str) -> None:
    """A share is in percent, a count is whole, a mean is in the unit of its cases."""
    found = [f"{code.removeprefix('lint.')} {place[1:]}" for code, place in of(indicator=formula, unit=unit)]
    assert [expected] * bool(expected) == found


@pytest.mark.parametrize(
    ("label", "unit", "expected"),
    [
        ("Persentase surat yang dijawab", LETTERS, [("lint.unit_unlike_label", ".unit")]),
        ("Persentase surat yang dijawab", PERCENT, []),
        ("Persentase surat", Unit(name=Text(id="Persentase", en="")), [("lint.unit_like_percent", ".unit")]),
        ("Jumlah surat yang dijawab", PERCENT, [("lint.unit_unlike_label", ".unit")]),
        ("Jumlah surat yang dijawab", LETTERS, []),
    ],
)
def test_a_unit_goes_with_the_name(label: str, unit: Unit, expected: list[tuple[str, str]]) -> None:
    """A name that begins with a percentage or a number says what its unit is."""
    assert expected == of(label=label, unit=unit)


@pytest.mark.parametrize(
    ("polarity", "baseline", "targets", "expected"),
    [
        (Polarity.MAXIMISE, None, (10, 9), ["targets.2025"]),
        (Polarity.MAXIMISE, None, (10, 10), []),
        (Polarity.MINIMISE, None, (10, 9), []),
        (Polarity.MINIMISE, None, (9, 10), ["targets.2025"]),
    ],
)
def test_targets_that_promise_less_are_told(
    polarity: Polarity, baseline: Any, targets: tuple[int, int], expected: list[str]
) -> None:
    """Falling where more is better, rising where less is."""
    own = FrozenMap({2024: Fraction(targets[0]), 2025: Fraction(targets[1])})
    found = of(polarity=polarity, baseline=baseline, targets=own)
    assert [("lint.target_wrong_way", f".{place}") for place in expected] == found


@pytest.mark.parametrize(("baseline", "expected"), [(Fraction(13), True), (Fraction(12), False)])
def test_a_target_below_the_baseline_is_told(baseline: Fraction, *, expected: bool) -> None:
    """The first target is set against what there was."""
    found = of(baseline=baseline, targets=FrozenMap({2025: Fraction(12)}))
    assert [("lint.target_wrong_way", ".targets.2025")] * expected == found


def test_the_baseline_is_that_of_the_first_year() -> None:
    """Not of each that has no target."""
    entry = attrs.evolve(ENTRY, years=(2024, 2025, 2026), baseline=Fraction(12), targets={2026: Fraction(10)})
    said = [one.allowed.id for one in warnings_of(DECREE, [GOAL], [entry]) if one.code == "lint.target_wrong_way"]
    assert ["10 turun dari 12 (2024), padahal klasifikasinya Maksimasi."] == said


def test_an_unusual_target_is_told() -> None:
    """A comma may be lost."""
    found = of(usual=(1, 11))
    assert [("lint.unusual_target", ".targets.2025")] == found


def test_a_baseline_that_cannot_be_is_told() -> None:
    """It is read, and refused nowhere."""
    found = of(baseline=Fraction(-1), least=0, targets=FrozenMap({2025: Fraction(12)}))
    assert [("lint.baseline_impossible", ".baseline")] == found


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"unit": PERCENT}, True),
        ({"unit": PERCENT, "polarity": Polarity.MINIMISE}, True),
        ({"unit": Unit(name=Text(id="Indeks (skala 4)", en="index"))}, True),
        ({"unit": Unit(name=Text(id="Indeks (skala 2)", en="index"))}, True),
        ({"unit": TONS}, False),
        ({"unit": INDEX, "most": 1}, False),
        ({"unit": PERCENT, "usual": (1, 100)}, False),
    ],
)
def test_a_target_like_a_share_is_asked_about(changes: dict[str, Any], expected: bool) -> None:  # noqa: FBT001
    """A percentage or a mark of a scale that is 1 at most was perhaps meant as a part of the whole."""
    found = of(targets=FrozenMap({2024: Fraction("0.925"), 2025: Fraction("0.925")}), **changes)
    assert expected == (("lint.target_like_share", ".targets.2024") in found)


def test_a_target_above_1_is_not_taken_for_a_share() -> None:
    """1,5 percent may be meant."""
    found = of(targets=FrozenMap({2024: Fraction("1.5"), 2025: Fraction("1.5")}), unit=PERCENT)
    assert [] == [code for code, _ in found if code == "lint.target_like_share"]


@pytest.mark.parametrize(
    ("unit", "polarity", "expected"),
    [
        *(
            (unit, Polarity.MAXIMISE, [("lint.time_maximised", ".polarity")])
            for unit in ("Menit", "jam", "jam kerja", "Hari", "hari kerja", "hari kalender", "Minggu", "bulan")
        ),
        ("Hari", Polarity.MINIMISE, []),
        ("Hari Orang", Polarity.MAXIMISE, []),
    ],
)
def test_more_time_that_is_better_is_asked_about(
    unit: str, polarity: Polarity, expected: list[tuple[str, str]]
) -> None:
    """How long something takes is usually better the less it is."""
    targets = FrozenMap(dict.fromkeys((2024, 2025), Fraction(10)))
    assert expected == of(unit=Unit(name=Text(id=unit, en=unit)), polarity=polarity, targets=targets)


@pytest.mark.parametrize(
    ("label", "polarity", "asked"),
    [
        ("Jumlah ketidaksesuaian (maksimal)", Polarity.MAXIMISE, "maksimal"),
        ("Maksimum keluhan", Polarity.MAXIMISE, "Maksimum"),
        ("Jumlah ketidaksesuaian (maksimal)", Polarity.MINIMISE, ""),
        ("Layanan yang dimaksimalkan", Polarity.MAXIMISE, ""),
    ],
)
def test_more_of_what_is_limited_is_asked_about(label: str, polarity: Polarity, asked: str) -> None:
    """A target that is the most there may be is scored the wrong way round where more is said to be better."""
    targets = FrozenMap(dict.fromkeys((2024, 2025), Fraction(3)))
    entry = attrs.evolve(ENTRY, label=label, polarity=polarity, targets=targets)
    found = [one for one in warnings_of(DECREE, [GOAL], [entry]) if one.code == "lint.limit_maximised"]
    assert [(True, "entries[S1/1].polarity")] * bool(asked) == [
        (f'"{asked}"' in one.text.id, one.place) for one in found
    ]


@pytest.mark.parametrize("is_own", [True, False])
def test_a_count_of_parts_is_told_where_its_unit_stands(*, is_own: bool) -> None:
    """A letter that is the entry's own has no place of its own in the file."""
    unit = Unit(name=Text(id="Surat", en="letter"))
    counted = letter(unit if is_own else TONS)
    found = of(unit=unit, indicator=Count(code="S1/1", unit=unit, counted=counted))
    place = ".unit" if is_own else ".indicator.counted.unit"
    assert ("lint.count_in_parts", place) in found


@pytest.mark.parametrize(
    ("target", "meant"),
    [("925", "92,5"), ("9250", "92,5"), ("1000", "100"), ("1005", "10,05"), ("201", "20,1"), ("200", "")],
)
def test_a_target_far_above_100_percent_is_asked_about(target: str, meant: str) -> None:
    """Its comma may be lost."""
    targets = FrozenMap(dict.fromkeys((2024, 2025), Fraction(target)))
    found = warnings_of(DECREE, [GOAL], [attrs.evolve(ENTRY, unit=PERCENT, targets=targets)])
    assert [True, True] * bool(meant) == [f"maksudnya {meant}, tulis" in one.text.id for one in found]


def test_an_index_of_answers_is_converted_in_its_target() -> None:
    """A survey of answers 1 to 4 whose index is published on 25 to 100 counts on the scale of its answers."""
    (unit, scale) = (Unit(name=Text(id=name, en=name)) for name in ("Nilai (skala 100)", "Indeks (skala 4)"))
    formula = Mean(code="S1/1", unit=unit, averaged=letter(scale))
    found = warnings_of(DECREE, [GOAL], [attrs.evolve(ENTRY, unit=unit, indicator=formula)])
    said = "tulis target dalam skala 4 (88,31 menjadi 3,53)"
    assert [("lint.scale_of_letter", True)] == [(one.code, said in one.text.id) for one in found]


def test_a_target_of_one_may_be_a_share() -> None:
    """The whole of it."""
    targets = FrozenMap({2024: Fraction(1), 2025: Fraction(50)})
    assert [("lint.target_like_share", ".targets.2024")] == of(unit=PERCENT, targets=targets)


def test_a_target_above_one_is_no_share() -> None:
    """Nor is a range."""
    targets = FrozenMap({2024: Fraction("1.5"), 2025: TargetRange(low=Fraction(1, 2), high=Fraction(1))})
    assert [] == of(unit=PERCENT, targets=targets)


def test_what_is_meant_by_a_share_is_worked_out() -> None:
    """By the scale."""
    (warning,) = warnings_of(DECREE, [GOAL], [attrs.evolve(ENTRY, unit=PERCENT, targets=SHARES)])
    assert "Bila maksudnya 92,5, tulis 92,5" in warning.allowed.id


def test_letters_without_their_scale_are_told_at_once() -> None:
    """Whoever mends the one mends the other too."""
    formula = Value(code="S1/1", unit=INDEX, given=letter(INDEX))
    assert [("lint.no_scale", ".unit"), ("lint.no_scale", ".indicator.given.unit")] == of(unit=INDEX, indicator=formula)


def test_letters_of_another_unit_have_their_own_scale() -> None:
    """Of tons nobody asks one."""
    assert [("lint.no_scale", ".unit")] == of(unit=INDEX, indicator=ratio(percent=False))


@pytest.mark.parametrize(("most", "expected"), [(None, [("lint.no_scale", ".unit")]), (100, [])])
def test_an_index_without_its_scale_is_told(most: int | None, expected: list[tuple[str, str]]) -> None:
    """Nobody would notice that 3,68 became 368."""
    assert expected == of(unit=INDEX, most=most)


@pytest.mark.parametrize(
    ("baseline", "expected"),
    [(None, [("lint.years_without_target", ".targets")]), (Reason.NOT_APPLICABLE, [])],
)
def test_a_year_without_target_is_told(baseline: Any, expected: list[tuple[str, str]]) -> None:
    """A baseline year has none."""
    assert expected == of(baseline=baseline, targets=FrozenMap({2025: Fraction(12)}))


def test_of_a_baseline_the_first_year_alone_has_no_target() -> None:
    """Every later year needs one."""
    assert [2025, 2026] == years_without_target(
        attrs.evolve(ENTRY, years=(2024, 2025, 2026), baseline=Fraction(1), targets=FrozenMap())
    )


def test_a_reading_says_why_and_what_else() -> None:
    """It is named by its word, or by its number."""
    bare = Reading(question=WORDS, taken=WORDS, alternatives=(), reason=WORDS, word="when")
    other = (Alternative(text=WORDS),)
    blank = Reading(question=WORDS, taken=WORDS, alternatives=other, reason=Text(id=" ", en=""))
    assert [
        ("lint.reading_without_alternatives", ".readings[when]"),
        ("lint.reading_without_reason", ".readings[2].reason"),
    ] == of(readings=(bare, blank))


def test_an_objective_that_nothing_serves_is_told() -> None:
    """An entry may name the wrong one."""
    more = Objective(code="S2", text="Anggaran terserap")
    assert [("lint.objective_unused", "objectives[S2]")] == told(ENTRY, goals=(GOAL, more))


def test_no_objective_is_unused_where_no_entry_could_be_read() -> None:
    """Their problems are told elsewhere."""
    assert [] == told()


def test_codes_that_differ_in_signs_alone_are_told() -> None:
    """A table of actuals could mean either."""
    other = attrs.evolve(ENTRY, code="s1-1", label="Anggaran terserap")
    assert [("lint.codes_alike", "entries[s1-1].code")] == told(ENTRY, other)


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("Surat yang dijawab", ["lint.named_again"]),
        ("Surat yang dijawap", ["lint.named_alike"]),
        ("Surat yang dijawab ini", ["lint.named_alike"]),
        ("Surat yang dijawab 2", []),
        ("Anggaran yang diserap", []),
    ],
)
def test_names_that_are_alike_are_told(label: str, expected: list[str]) -> None:
    """One of them was typed twice, or misspelt; a series of numbers was not."""
    given = ENTRY, attrs.evolve(ENTRY, code="S1/2", label=label)
    assert [(code, "entries[S1/2].label") for code in expected] == told(*given)


def test_the_same_slip_of_several_indicators_is_told_in_one_sentence() -> None:
    """It names the first of them, and how many more there are; each alone stays in the plain data."""
    bare = [attrs.evolve(ENTRY, code=f"S1/{number}", label=f"Surat {number}", method="") for number in range(1, 8)]
    warnings = [attrs.evolve(one, line=20) for one in warnings_of(DECREE, [GOAL], bare)]
    (section,) = Lint(source="a.toml", warnings=tuple(warnings)).document().sections
    said = "tanpa cara menghitung; kutip dari keputusannya kata demi kata."
    named = ", ".join(f"S1/{number} (baris 20)" for number in range(1, 6))
    assert ((f"{named}, dan 2 lainnya: {said}",), 7) == (section.lines, len(warnings))


@pytest.mark.parametrize(
    ("sources", "expected"),
    [
        ({}, []),
        ({2025: "PK"}, [("lint.target_without_source", ".targets.2024")]),
        ({2024: "IKU", 2025: "PK"}, []),
    ],
)
def test_targets_without_source_beside_others_are_told(sources: Any, expected: list[tuple[str, str]]) -> None:
    """The decree alone needs none."""
    assert expected == of(target_sources=sources)


def test_units_and_objectives_that_are_alike_are_told() -> None:
    """Each unit where it first stands."""
    misspelt = Unit(name=Text(id="Permohonann", en="request"), whole=True)
    right = Unit(name=Text(id="Permohonan", en="request"), whole=True)
    goals = (GOAL, Objective(code="S2", text="Layanan yang cepaat"))
    one = attrs.evolve(ENTRY, unit=right)
    other = attrs.evolve(ENTRY, code="S2/1", label="Lain", objective=goals[1], unit=misspelt)
    again = attrs.evolve(other, code="S2/2", label="Anggaran")
    assert [
        ("lint.named_alike", "objectives[S2].text"),
        ("lint.named_alike", "entries[S2/1].unit"),
    ] == told(one, other, again, goals=goals)


@pytest.mark.parametrize(("key", "expected"), [("KESATU", False), ("KESUTU", True), ("Pasal 1", False)])
def test_a_misspelt_dictum_is_told(key: str, *, expected: bool) -> None:
    """They are counted in words."""
    decree = attrs.evolve(DECREE, dictums={key: "Menetapkan."})
    assert [("lint.named_alike", f"decree.dictums.{key}")] * expected == told(ENTRY, decree=decree)


@pytest.mark.parametrize(
    "meant",
    [
        *("KESATU", "KEDUA", "KETIGA", "KEEMPAT", "KELIMA"),
        *("KEENAM", "KETUJUH", "KEDELAPAN", "KESEMBILAN", "KESEPULUH"),
    ],
)
def test_each_dictum_to_the_tenth_is_known(meant: str) -> None:
    """A misspelt one is told which is meant."""
    (told,) = warnings_of(attrs.evolve(DECREE, dictums={meant: "", f"{meant}L": ""}), (), ())
    assert sentence("lint.named_alike", value=f"{meant}L", other=meant) == told.allowed


def test_of_many_that_have_one_name_the_first_five_are_named() -> None:
    """And how many more there are."""
    given = [attrs.evolve(ENTRY, code=f"S1/{number}") for number in range(1, 8)]
    (told,) = warnings_of(DECREE, [GOAL], given)
    assert "'Surat yang dijawab' ada di S1/1, S1/2, S1/3, S1/4, S1/5, dan 2 lainnya;" in told.allowed.id


TOML = """
[decree]
number = "1"
title = "IKU"
unit = "Balai"
years = [2025]
signed_on = 2025-01-02

[[objectives]]
code = "S1"
text = "Layanan yang cepat"

[[entries]]
code = "S1/1"
label = "Surat yang dijawab"
objective = "S1"
unit = "Surat"
polarity = "Maksimasi"
targets = { 2025 = 0 }

[[entries]]
code = "S1/2"
label = "Persentase surat yang dijawab"
objective = "S1"
unit = "Surat"
polarity = "Maksimasi"
targets = { 2024 = 3 }
"""


def test_a_file_is_told_its_problems_and_its_slips_at_once() -> None:
    """Targets that cannot be beside a year that is not covered, and what may be wrong in the entries that were read."""
    found = lint_catalogue(TOML.encode())
    assert ({"part.uncovered", "target.impossible"}, True) == (
        {one.code for one in found.problems},
        "lint.unit_unlike_label" in {one.code for one in found.warnings},
    )


def test_the_loader_tells_the_same_problems() -> None:
    """There is one list of what is wrong."""
    with pytest.raises(CatalogueError) as caught:
        load_catalogue(TOML.encode())
    found = lint_catalogue(TOML.encode())
    codes = [one.code for one in found.problems]
    assert sorted(codes) == sorted(one.code for one in caught.value.problems)


@pytest.mark.parametrize(("polarity", "expected"), [("Maksimasi", ["objectives[S2]"]), ("Maks", [])])
def test_an_objective_is_unused_only_where_each_entry_was_read(polarity: str, expected: list[str]) -> None:
    """One that could not be read may be the one that names it."""
    more = '[[objectives]]\ncode = "S2"\ntext = "Anggaran terserap"\n\n[[entries]]'
    other = TOML.replace("[[entries]]", more, 1).replace(
        '"Maksimasi"\ntargets = { 2024', f'"{polarity}"\ntargets = {{ 2024'
    )
    warnings = lint_catalogue(other.encode()).warnings
    assert expected == [one.place for one in warnings if one.code == "lint.objective_unused"]


@pytest.mark.parametrize(("content", "code"), [(b"[", "file.not_toml"), (b"\xff", "file.unreadable")])
def test_a_file_that_is_none_is_a_problem(content: bytes, code: str) -> None:
    """Nothing is raised."""
    found = lint_catalogue(content)
    assert ("TOML", [code], ()) == (found.source, [one.code for one in found.problems], found.warnings)


def test_what_was_found_can_be_read() -> None:
    """Counted above, then what is to mend, then what to look at."""
    problem = Problem(place="decree.unit", allowed=Text(id="harus ada.", en="must be there."), line=3)
    document = Lint(source="a.toml", problems=(problem,)).document(Language.ENGLISH)
    (section,) = document.sections
    assert (("a.toml: 1 to mend, 0 to look at again.",), ("decree.unit, line 3: must be there.",)) == (
        document.title,
        section.lines,
    )


def test_what_can_wait_is_told_last() -> None:
    """And counted apart."""
    now, later = (Problem(place="decree", allowed=WORDS, code=code) for code in ("lint.no_scale", "lint.not_cited"))
    document = Lint(source="a.toml", warnings=(later, now)).document()
    assert (
        "0 hal harus diperbaiki, 1 hal perlu diperiksa lagi, 1 hal boleh nanti.",
        ["Periksa lagi", "Boleh nanti"],
    ) == (
        str(document.title[0]).partition(": ")[2],
        [str(section.heading) for section in document.sections],
    )


def test_what_was_found_is_plain_data() -> None:
    """Each as a problem of an error."""
    warning = Problem(place="decree.unit", allowed=WORDS, code="lint.not_cited", line=3)
    plain = Lint(source="a.toml", warnings=(warning,)).to_dict(Language.ENGLISH)
    assert ("a.toml", [], "lint.not_cited", "When?", 3) == (
        plain["source"],
        plain["problems"],
        *(plain["warnings"][0][name] for name in ("code", "text", "line")),
    )


def test_a_year_whose_parts_have_targets_has_some() -> None:
    """They are no steps from year to year."""
    parts: dict[int | str, Fraction] = {2024: Fraction(10), "2025-S1": Fraction(4), "2025-S2": Fraction(3)}
    sources = dict.fromkeys(parts, "PK 2025")
    assert [] == of(targets=parts, target_sources=sources)


def test_where_an_objective_cannot_be_read_no_entry_is_blamed() -> None:
    """Nobody knows which codes there are."""
    other = TOML.replace('code = "S1"\n', "").replace("2025 = 0", "2025 = 1").replace("2024", "2025")
    found = lint_catalogue(other.encode())
    assert (["objectives[1].code"], "lint.unit_unlike_label" in {one.code for one in found.warnings}) == (
        [one.place for one in found.problems],
        True,
    )
