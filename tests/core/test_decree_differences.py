"""What two decrees say differently."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

import attrs
import pytest

from kinerja import BSPJI_PEKANBARU_2021_2024 as CATALOGUE
from kinerja import Language, P3DNRatio, Polarity, Reason, Text, Unit
from kinerja._base import FrozenMap
from kinerja.decrees import Band, DecreeChange, Entry, Objective, Scoring, compare_decrees
from kinerja.formulas import Count, Letter
from kinerja.measurement import PERCENT, RUPIAH

if TYPE_CHECKING:
    from kinerja.catalogue import Catalogue

INDONESIAN, ENGLISH = Language.INDONESIAN, Language.ENGLISH
P3DN = CATALOGUE["SK3/4"]


def catalogue(*entries: Entry, **changes: Any) -> Catalogue:
    """Return a catalogue of these entries, of a decree with changes."""
    decree = attrs.evolve(CATALOGUE.decree, **changes)
    return attrs.evolve(CATALOGUE, decree=decree, entries=FrozenMap({entry.code: entry for entry in entries}))


def changed(**changes: Any) -> list[tuple[str, Any, Any]]:
    """Return what differs of one entry that has changed: path, before, after."""
    return plain(catalogue(P3DN), catalogue(attrs.evolve(P3DN, **changes)))


def plain(before: Catalogue, after: Catalogue) -> list[tuple[str, Any, Any]]:
    """Return path, before and after of each difference."""
    return [(one.path, one.before, one.after) for one in compare_decrees(before, after).changes]


def row(before: Catalogue, after: Catalogue, language: Language = INDONESIAN) -> tuple[str, ...]:
    """Return the only row of what readers see."""
    (section,) = compare_decrees(before, after).document(language).sections
    assert section.table is not None
    (found,) = section.table.rows
    return found


def test_a_decree_is_the_same_as_itself() -> None:
    """Nothing differs, and readers are told so."""
    found = compare_decrees(CATALOGUE, CATALOGUE)
    assert ((), [("Keduanya sama.",)]) == (found.changes, [one.lines for one in found.document().sections])


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"unit": RUPIAH}, [("unit.name", {"id": "Persen", "en": "percent"}, {"id": "Rupiah", "en": "rupiah"})]),
        ({"polarity": Polarity.MINIMISE}, [("polarity", "Maksimasi", "Minimasi")]),
        ({"targets": FrozenMap({**P3DN.targets, 2024: Fraction(55)})}, [("targets.2024", "50", "55")]),
        ({"targets": FrozenMap({2022: Fraction(40), 2023: Fraction(45)})}, [("targets.2024", "50", None)]),
        ({"baseline": Reason.NOT_APPLICABLE}, [("baseline", "40", "N/A")]),
        ({"responsible": ""}, [("responsible", "Kepala Suba Bagian TU", None)]),
        ({"most": 100}, [("most", None, "100")]),
        ({"indicator": None}, [("indicator.name", "P3DNRatio", None)]),
    ],
)
def test_whatever_a_file_holds_is_compared(changes: dict[str, Any], expected: list[tuple[str, Any, Any]]) -> None:
    """As it stands in a file."""
    found = [one for one in changed(**changes) if one[0] not in {"indicator.accounts", "indicator.rules"}]
    assert expected == found


def test_an_indicator_that_sets_nothing_is_its_name() -> None:
    """It has no parameters to compare."""
    entry = CATALOGUE["SK1/1"]
    found = plain(catalogue(entry), catalogue(attrs.evolve(entry, indicator=None)))
    assert [
        ("indicator.name", "TenantCount", None),
        ("indicator.rules", entry.indicator and entry.indicator.rules, None),
    ] == found


def test_the_number_of_a_counting_rule_is_compared() -> None:
    """It is another rule, whatever its class is called."""
    assert ("indicator.rules", 1, None) in changed(indicator=None)


def test_of_accounts_those_are_shown_that_one_alone_has() -> None:
    """In code both lists stand whole."""
    assert isinstance(P3DN.indicator, P3DNRatio)
    accounts = sorted(P3DN.indicator.accounts)
    fewer = attrs.evolve(P3DN.indicator, accounts=[*accounts[1:], "521812"])
    before, after = catalogue(P3DN), catalogue(attrs.evolve(P3DN, indicator=fewer))
    ((_, whole, _),) = plain(before, after)
    assert (accounts, ("SK3/4", "pengukuran, akun", accounts[0], "521812")) == (whole, row(before, after))


def test_a_reading_is_found_by_its_word() -> None:
    """Also where another stands before it."""
    first, *others = P3DN.readings
    reason = attrs.evolve(first.reason, id="Lain.", en="Other.")
    readings = (*others, attrs.evolve(first, reason=reason))
    path, _, after = changed(readings=readings)[0]
    assert ("readings.times_100.reason", {"id": "Lain.", "en": "Other."}) == (path, after)


def test_misprints_are_found_by_what_is_printed() -> None:
    """Those printed alike by their number; a dot in it is none of the path."""
    first, second, *others = P3DN.errata
    one = changed(errata=(first, attrs.evolve(second, meant="lain"), *others))
    dotted = attrs.evolve(first, printed="s.d")
    of_dotted = plain(
        catalogue(attrs.evolve(P3DN, errata=(dotted,))),
        catalogue(attrs.evolve(P3DN, errata=(attrs.evolve(dotted, meant="lain"),))),
    )
    assert ["errata.s·d.meant"] == [path for path, _, _ in of_dotted]
    twice = plain(
        catalogue(attrs.evolve(P3DN, errata=(first, first))),
        catalogue(attrs.evolve(P3DN, errata=(first, attrs.evolve(first, meant="lain")))),
    )
    assert ([f"errata.{second.printed}.meant"], ["errata.2.meant"]) == ([one[0][0]], [twice[0][0]])


@pytest.mark.parametrize(
    ("changes", "path"),
    [
        ({"number": "27 TAHUN 2022"}, "number"),
        ({"dictums": FrozenMap({**CATALOGUE.decree.dictums, "KELIMA": "Baru."})}, "dictums.KELIMA"),
        ({"legal_basis": CATALOGUE.decree.legal_basis[1:]}, "legal_basis"),
    ],
)
def test_the_decree_itself_is_compared(changes: dict[str, Any], path: str) -> None:
    """Under no code."""
    found = compare_decrees(catalogue(P3DN), catalogue(P3DN, **changes))
    assert [(("", ""), path)] == [(one.code, one.path) for one in found.changes]


def test_the_words_of_an_objective_are_compared() -> None:
    """Once, not at each of its indicators."""
    goals = (Objective(code="SK1", text="Lain"), *CATALOGUE.objectives[1:])
    after = attrs.evolve(CATALOGUE, objectives=goals)
    assert ["objectives.SK1.text"] == [path for path, _, _ in plain(CATALOGUE, after)]


def test_an_entry_of_another_code_is_known_by_its_name() -> None:
    """A successor counts anew."""
    found = compare_decrees(catalogue(P3DN), catalogue(attrs.evolve(P3DN, code="SK7/1")))
    assert [(("SK3/4", "SK7/1"), "code", "SK3/4", "SK7/1")] == [
        (one.code, one.path, one.before, one.after) for one in found.changes
    ]


def test_codes_that_changed_places_are_not_confused() -> None:
    """The name says which is which."""
    one, other = CATALOGUE["SK1/1"], CATALOGUE["SK1/2"]
    swapped = attrs.evolve(one, code="SK1/2"), attrs.evolve(other, code="SK1/1")
    assert [("code", "SK1/1", "SK1/2"), ("code", "SK1/2", "SK1/1")] == plain(catalogue(one, other), catalogue(*swapped))


def test_a_code_with_another_name_is_another_indicator() -> None:
    """It is left out, and the new one comes first."""
    new = attrs.evolve(P3DN, label="Jumlah surat yang dijawab")
    assert [((None, "SK3/4"), "Jumlah surat yang dijawab"), (("SK3/4", None), None)] == [
        (one.code, one.after) for one in compare_decrees(catalogue(P3DN), catalogue(new)).changes
    ]


def test_the_entries_that_are_most_alike_are_one() -> None:
    """Whichever stands first."""
    before = attrs.evolve(P3DN, code="A", label="Persentase surat yang dijawab tepat waktu")
    near = attrs.evolve(before, code="B", label="Persentase surat yang dibalas tepat waktu")
    same = attrs.evolve(before, code="C")
    found = compare_decrees(catalogue(before), catalogue(near, same)).changes
    assert [(None, "B"), ("A", "C")] == [one.code for one in found]


def test_a_formula_leaves_to_its_entry_what_is_the_entrys() -> None:
    """Code, unit and direction are told once."""
    thing, other = (Unit(name=Text(id=name, en=name), whole=True) for name in ("Surat", "Berkas"))
    counted = Count(code="A", unit=thing, counted=Letter(label=thing.name, unit=thing))
    before = attrs.evolve(P3DN, code="A", unit=thing, indicator=counted)
    changes: Any = {"code": "B", "unit": other, "polarity": Polarity.MINIMISE}
    after = attrs.evolve(before, indicator=attrs.evolve(counted, **changes), **changes)
    assert ["code", "unit.name", "polarity"] == [path for path, _, _ in plain(catalogue(before), catalogue(after))]


def test_under_one_code_half_of_the_signs_in_common_are_enough() -> None:
    """It is the same indicator with another name."""
    before, after = (attrs.evolve(P3DN, label=label) for label in ("ab", "ac"))
    assert [("label", "ab", "ac")] == plain(catalogue(before), catalogue(after))


def test_a_name_may_change_a_little_under_its_code() -> None:
    """A mended misprint makes no other indicator."""
    assert [("label", P3DN.label, "Persentase nilai capaian P3DN dalam pengadaan barang dan jasa")] == changed(
        label="Persentase nilai capaian P3DN dalam pengadaan barang dan jasa"
    )


@pytest.mark.parametrize(
    ("changes", "language", "expected"),
    [
        (
            {"targets": FrozenMap({**P3DN.targets, 2024: Fraction(111, 2)})},
            INDONESIAN,
            ("SK3/4", "target, 2024", "50", "55,5"),
        ),
        (
            {"targets": FrozenMap({**P3DN.targets, 2024: Fraction(111, 2)})},
            ENGLISH,
            ("SK3/4", "targets, 2024", "50", "55.5"),
        ),
        ({"baseline": Fraction(81, 2)}, INDONESIAN, ("SK3/4", "nilai dasar", "40", "40,5")),
        ({"least": Fraction(1, 2)}, INDONESIAN, ("SK3/4", "paling kecil", "-", "0,5")),
        ({"most": Fraction(201, 2)}, INDONESIAN, ("SK3/4", "paling besar", "-", "100,5")),
        ({"usual": (1, 100)}, ENGLISH, ("SK3/4", "usual", "-", "1-100")),
        ({"unit": attrs.evolve(PERCENT, whole=True)}, INDONESIAN, ("SK3/4", "satuan, utuh", "-", "ya")),
        ({"unit": RUPIAH}, ENGLISH, ("SK3/4", "unit, name", "percent", "rupiah")),
        (
            {"method": f"{P3DN.method} Tambahan."},
            INDONESIAN,
            ("SK3/4", "cara menghitung", "... berdasarkan akun terpilih.", "... berdasarkan akun terpilih. Tambahan."),
        ),
        (
            {"definition": P3DN.definition.replace("bisa dimulai", "dimulai")},
            INDONESIAN,
            (
                "SK3/4",
                "definisi",
                "... industri dalam negeri bisa dimulai dari anggaran ...",
                "... industri dalam negeri dimulai dari anggaran ...",
            ),
        ),
    ],
)
def test_a_difference_is_written_for_readers(
    changes: dict[str, Any], language: Language, expected: tuple[str, ...]
) -> None:
    """Numbers as the language writes them, of long texts what differs."""
    assert expected == row(catalogue(P3DN), catalogue(attrs.evolve(P3DN, **changes)), language)


@pytest.mark.parametrize(
    ("changes", "part"),
    [
        ({"unit": "Balai Lain"}, "unit kerja, office"),
        ({"satker": "000000"}, "kode satker, code of the satker"),
        ({"number": "27"}, "nomor, number"),
        ({"dictums": {**CATALOGUE.decree.dictums, "KEENAM": "Berlaku."}}, "diktum, KEENAM, dictums, KEENAM"),
    ],
)
def test_the_decree_s_own_parts_are_named(changes: dict[str, Any], part: str) -> None:
    """A part that has no other name says its own."""
    before, after = catalogue(P3DN), catalogue(P3DN, **changes)
    told = [row(before, after, language)[:2] for language in Language]
    assert (["keputusan", "decree"], part) == ([of for of, _ in told], ", ".join(called for _, called in told))


@pytest.mark.parametrize(("signs", "whole"), [(59, True), (60, False)])
def test_texts_of_60_signs_are_long(signs: int, *, whole: bool) -> None:
    """Of shorter ones all is shown."""
    own = "kata " * 9
    before, after = (attrs.evolve(P3DN, method=f"{own}{last:x>{signs - len(own)}}") for last in ("a", "b"))
    shown = row(catalogue(before), catalogue(after))[2:]
    parts = tuple(own if whole else f"... {'kata ' * 3}" for own in (own, own))
    assert tuple(f"{part}{last:x>{signs - len(own)}}" for part, last in zip(parts, "ab", strict=True)) == shown


def test_a_text_that_differs_at_its_beginning_is_shown_from_there() -> None:
    """And what follows is left out."""
    before, after = (attrs.evolve(P3DN, method=f"{first} {'kata ' * 12}akhir") for first in ("Satu", "Dua"))
    expected = tuple(f"{first} kata kata kata ..." for first in ("Satu", "Dua"))
    assert expected == row(catalogue(before), catalogue(after))[2:]


def test_an_indicator_that_is_new_is_named() -> None:
    """Without what it says in particular."""
    assert [("SK3/4", "indikator", "-", P3DN.label), ("SK3/4", "indicator", "-", P3DN.label)] == [
        row(catalogue(), catalogue(P3DN), language) for language in (INDONESIAN, ENGLISH)
    ]


@pytest.mark.parametrize(
    ("language", "expected"),
    [(INDONESIAN, ("A", "satuan, utuh", "ya", "tidak")), (ENGLISH, ("A", "unit, whole", "yes", "no"))],
)
def test_a_flag_that_falls_is_no(language: Language, expected: tuple[str, ...]) -> None:
    """As a form has it."""
    one = DecreeChange(code=("A", "A"), path="unit.whole", before=True, after=False)
    found = attrs.evolve(compare_decrees(CATALOGUE, CATALOGUE), changes=(one,))
    (section,) = found.document(language).sections
    assert section.table is not None
    assert (expected,) == section.table.rows


def test_differences_are_plain_data() -> None:
    """Which decrees, and each change."""
    found = compare_decrees(catalogue(P3DN), catalogue(attrs.evolve(P3DN, responsible="Kepala"))).to_dict()
    decree = {"number": CATALOGUE.decree.number, "unit": CATALOGUE.decree.unit}
    assert (
        ["before", "after", "changes"],
        [decree, decree],
        [
            {
                "code": ("SK3/4", "SK3/4"),
                "path": "responsible",
                "before": "Kepala Suba Bagian TU",
                "after": "Kepala",
            }
        ],
    ) == (list(found), [found["before"], found["after"]], found["changes"])


def test_they_are_titled_by_both_decrees() -> None:
    """By number and office."""
    found = compare_decrees(catalogue(P3DN), catalogue(P3DN, number="27", unit="Balai Lain"))
    assert ("Decree Number 26 TAHUN 2022 (", True) == (
        found.document(ENGLISH).title[0][:29],
        found.document(ENGLISH).title[0].endswith(" → Decree Number 27 (Balai Lain)"),
    )


def test_a_range_is_written_whole() -> None:
    """Also where one of its bounds stays."""
    before, after = (catalogue(attrs.evolve(P3DN, targets={2024: (low, 90)})) for low in (80, 82))
    assert ("SK3/4", "target, 2024", "80-90", "82-90") == row(before, after)


def test_a_rating_is_found_by_its_name() -> None:
    """Its limits in words."""
    before, after = (
        attrs.evolve(
            catalogue(P3DN),
            scoring=Scoring(
                bands=(Band(name="Baik", at_least=limit), Band(name="Kurang", below=limit)), sources={"bands": "Manual"}
            ),
        )
        for limit in (80, 90)
    )
    (found, _) = compare_decrees(before, after).changes
    assert ("scoring.bands.Baik.at_least", "penilaian, predikat, Baik, mulai") == (found.path, str(found.part))
