"""Catalogue files: what they may hold, and everything that is wrong in one."""

from __future__ import annotations

import datetime as dt
import sys
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any, ClassVar, TypeAlias

import attrs
import pytest
import tomli_w

from kinerja import BSPJI_PEKANBARU_2021_2024 as IKU
from kinerja import Catalogue, CatalogueError, Indicator, P3DNRatio, Polarity, Reason, Unit, load_catalogue
from kinerja._base import Text
from kinerja.decrees import Alternative, Annexes, Erratum, Reading
from kinerja.decrees.file import DecreeFile, dump_decree_file
from kinerja.decrees.written import write_decree_file
from kinerja.indicators import P3DNFraction
from kinerja.measurement import PERCENT, RUPIAH, Variable
from said import refused, told

if TYPE_CHECKING:
    from pathlib import Path

    from kinerja import Entry
    from kinerja._base import N

Data: TypeAlias = dict[str, Any]
Place: TypeAlias = tuple[str | int, ...]

LETTER = Unit(name=Text(id="Surat", en="letter"), whole=True)
COUNT = (Variable(name="answered", symbol="A", label=Text(id="surat terjawab", en="answered"), unit=LETTER),)


@attrs.frozen(kw_only=True)
class AnsweredLetters(Indicator[object]):
    """Letters answered within some days: an office's own indicator."""

    unit = LETTER
    variables = COUNT
    days: int = 14
    share: Fraction = Fraction(1)
    channels: tuple[str, ...] = ()

    @staticmethod
    def formula(answered: N) -> N:
        """Return the letters themselves."""
        return answered


@attrs.frozen(kw_only=True)
class HandledMatters(Indicator[object]):
    """Matters handled, whatever an office counts them in."""

    unit: Unit = LETTER
    variables = COUNT
    formula: ClassVar = staticmethod(AnsweredLetters.formula)


@attrs.frozen(kw_only=True)
class BoundedMatters(AnsweredLetters):
    """Matters handled, as many as are said to be possible."""

    least: Any = 0
    written_as: str = attrs.field(init=False, factory=str)


class OpenComplaints(Indicator[object]):
    """Complaints left open: fewer are better, and there is nothing to set."""

    unit = LETTER
    polarity = Polarity.MINIMISE
    variables = COUNT
    formula = staticmethod(AnsweredLetters.formula)


@attrs.frozen(kw_only=True)
class WithoutLocked(P3DNFraction):
    """An own class that reads SK3/4 otherwise."""


def plain() -> Data:
    """Return a small catalogue as plain data, a new one each time."""
    return {
        "decree": {"number": "1 TAHUN 2022", "title": "IKU", "unit": "Balai", "years": [2021, 2022, 2023]},
        "objectives": [{"code": "S1", "text": "Layanan yang cepat"}, {"code": "S2", "text": "Belanja yang tepat"}],
        "entries": [
            {
                "code": "S1/1",
                "label": "Surat yang dijawab",
                "objective": "S1",
                "unit": "Persen",
                "polarity": "Maksimasi",
                "targets": {"2022": 40, "2023": 47},
            },
            {
                "code": "S2/1",
                "label": "Belanja",
                "objective": "S2",
                "unit": "Persen",
                "polarity": "Maksimasi",
                "targets": {"2022": 40},
                "indicator": "P3DNRatio",
            },
        ],
    }


def changed(place: Place, value: object) -> Data:
    """Return the small catalogue with one value put in or replaced."""
    data = plain()
    table: Any = data
    for step in place[:-1]:
        table = table[step]
    table[place[-1]] = value
    return data


def without(*place: str | int) -> Data:
    """Return the small catalogue without one value."""
    data = plain()
    table: Any = data
    for step in place[:-1]:
        table = table[step]
    del table[place[-1]]
    return data


def load(data: Data, *indicators: type[Indicator[Any]]) -> Catalogue:
    """Load data from the content of a file."""
    return load_catalogue(tomli_w.dumps(data).encode(), indicators)


def problems(data: Data, *indicators: type[Indicator[Any]]) -> list[str]:
    """Return the problems of a file that cannot be loaded."""
    with pytest.raises(CatalogueError) as caught:
        load(data, *indicators)
    return [problem.text.en for problem in caught.value.problems]


def entry(place: Place, value: object, *indicators: type[Indicator[Any]]) -> Entry:
    """Load the small catalogue with one value changed, and return its first entry."""
    return next(iter(load(changed(("entries", 0, *place), value), *indicators).values()))


# What a file may hold.


def test_a_file_becomes_a_catalogue() -> None:
    """Its entries are found by their codes, in its order."""
    assert ["S1/1", "S2/1"] == list(load(plain()))


def test_a_class_may_leave_its_unit_to_its_instances() -> None:
    """It gives no unit a meaning in the file."""
    assert Unit(name=Text(id="Surat", en="Surat")) == entry(("unit",), "Surat", HandledMatters).unit


def test_a_path_may_be_text(tmp_path: Path) -> None:
    """The path is whatever names a file."""
    path = tmp_path / "iku.toml"
    path.write_text(tomli_w.dumps(plain()), encoding="utf-8")
    assert 2 == len(load_catalogue(str(path)))


def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path: Path) -> None:
    """Editors that put one first write the same catalogue."""
    path = tmp_path / "iku.toml"
    path.write_text(tomli_w.dumps(plain()), encoding="utf-8-sig")
    assert 2 == len(load_catalogue(path))


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (40, Fraction(40)),
        (Decimal("47.25"), Fraction(189, 4)),
        (Decimal("0.1"), Fraction(1, 10)),
        ("100/3", Fraction(100, 3)),
        ("-5", Fraction(-5)),
        (0, Fraction(0)),
    ],
)
def test_a_number_is_exact(written: object, meant: Fraction) -> None:
    """A decimal is what it says, and a fraction is written as text."""
    assert meant == entry(("baseline",), written).baseline


@pytest.mark.parametrize(("written", "meant"), [(5, 5), ("N/A", Reason.NOT_APPLICABLE)])
def test_a_baseline_is_a_number_or_does_not_apply(written: object, meant: object) -> None:
    """N/A is written as decrees print it."""
    assert meant == entry(("baseline",), written).baseline


def test_an_entry_without_a_baseline_has_none() -> None:
    """None is not the same as not applicable."""
    assert load(plain())["S1/1"].baseline is None


@pytest.mark.parametrize("written", [dt.date(2022, 2, 23), "2022-02-23"])
def test_a_date_is_a_date(written: object) -> None:
    """TOML has dates of its own; text in the same form is taken too."""
    assert dt.date(2022, 2, 23) == load(changed(("decree", "signed_on"), written)).decree.signed_on


@pytest.mark.parametrize(("written", "meant"), [("Maksimasi", Polarity.MAXIMISE), ("Minimasi", Polarity.MINIMISE)])
def test_a_polarity_is_the_decrees_word(written: str, meant: Polarity) -> None:
    """Klasifikasi says which way is better."""
    assert meant is entry(("polarity",), written).polarity


def test_an_entry_needs_no_indicator() -> None:
    """Where only the actual is known, the unit alone says what it may be."""
    assert load(plain())["S1/1"].indicator is None


@pytest.mark.parametrize("written", ["P3DNRatio", {"name": "P3DNRatio"}])
def test_an_indicator_is_named(written: object) -> None:
    """A name alone, or a table with a name, gives the class as it is."""
    assert P3DNRatio() == entry(("indicator",), written).indicator


def test_an_indicator_takes_its_parameters() -> None:
    """Another decree's accounts stand in its file."""
    written = {"name": "P3DNRatio", "accounts": ["521211", "533111"]}
    assert P3DNRatio(accounts=frozenset({"521211", "533111"})) == entry(("indicator",), written).indicator


def test_a_parameter_that_is_not_given_is_not_written() -> None:
    """A TOML file knows no null."""
    file = DecreeFile(decree=IKU.decree, objectives=IKU.objectives, entries=(IKU["SK3/2"],))
    assert "PNBPGrowth" == dump_decree_file(file)["entries"][0]["indicator"]


def test_own_indicators_are_passed_in() -> None:
    """Their parameters are read like everything else, by their types."""
    data = changed(("entries", 0, "unit"), "Surat")
    data["entries"][0]["indicator"] = {
        "name": "AnsweredLetters",
        "days": 7,
        "share": "1/3",
        "channels": ["pos", "surel"],
    }
    expected = AnsweredLetters(days=7, share=Fraction(1, 3), channels=("pos", "surel"))
    assert expected == load(data, AnsweredLetters)["S1/1"].indicator


def test_an_own_indicator_needs_no_parameters() -> None:
    """A plain subclass is named like any other."""
    data = changed(("entries", 0, "unit"), "Surat")
    data["entries"][0] |= {"indicator": "OpenComplaints", "polarity": "Minimasi"}
    assert OpenComplaints() == load(data, OpenComplaints)["S1/1"].indicator


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Persen", PERCENT),
        ("persen", PERCENT),
        ("%", PERCENT),
        ("Rupiah", RUPIAH),
        ("RUPIAH", RUPIAH),
        (" surat ", LETTER),
        ("Surat", LETTER),
        ("Poin", Unit(name=Text(id="Poin", en="Poin"))),
        ({"name": {"id": "Tamu", "en": "guest"}}, Unit(name=Text(id="Tamu", en="guest"))),
        ({"name": {"id": "Tamu", "en": "guest"}, "whole": True}, Unit(name=Text(id="Tamu", en="guest"), whole=True)),
    ],
    ids=str,
)
def test_a_unit_is_known_by_name_or_described(written: object, meant: Unit) -> None:
    """A name stands for a known unit, else for one that may be divided; a table describes any."""
    assert meant == entry(("unit",), written, AnsweredLetters).unit


@pytest.mark.parametrize(("written", "known"), [("Prosen", "Persen"), ("Perusahan", "Perusahaan"), ("Tenant", "Tenan")])
def test_a_unit_that_resembles_a_known_one_is_refused(written: str, known: str) -> None:
    """It would lose the checks of the known one; a table says that it is another."""
    (problem,) = problems(changed(("entries", 0, "unit"), written))
    assert f"entries[S1/1].unit: the unit '{written}' resembles {known}; correct the spelling." in problem
    assert f'{{ name = {{ id = "{written}", en = "{written}" }}, whole = true }}' in problem


def test_a_described_unit_comes_undivided() -> None:
    """With whole = true there is no half guest."""
    guests = entry(("unit",), {"name": {"id": "Tamu", "en": "guest"}, "whole": True})
    with refused("quantity.whole", indicator="S1/1", field="actual", value=Fraction(3, 2), unit="guest"):
        guests.achievement(2022, 1.5)


def test_an_own_class_never_changes_a_unit_of_the_library() -> None:
    """Persen may be divided, whatever an own class calls by that name."""

    class WholePercent(OpenComplaints):
        unit = Unit(name=Text(id="Persen", en="whole percent"), whole=True)

    assert PERCENT == load(plain(), WholePercent)["S2/1"].unit


def test_the_texts_of_an_entry_are_kept() -> None:
    """Both annexes, readings with their alternatives, text alone as older files hold them or not, and errata."""
    data = plain()
    text = {"id": "ya", "en": "yes"}
    data["entries"][0] |= {
        "name": {"annex_1": "Surat", "annex_2": "Surat yang dijwab"},
        "readings": [{"question": text, "taken": text, "alternatives": [text, {"text": text}], "reason": text}],
        "errata": [{"printed": "dijwab", "meant": "dijawab"}],
    }
    loaded, yes = load(data)["S1/1"], Text(id="ya", en="yes")
    assert (
        Annexes(annex_1="Surat", annex_2="Surat yang dijwab"),
        (Reading(question=yes, taken=yes, alternatives=(Alternative(text=yes),) * 2, reason=yes),),
        (Erratum(printed="dijwab", meant="dijawab"),),
    ) == (loaded.name, loaded.readings, loaded.errata)


def answers(*alternatives: Data, **reading: Any) -> Data:
    """Return the small catalogue with a reading of its second entry, which P3DNRatio measures."""
    text = {"id": "ya", "en": "yes"}
    whole = {"question": text, "taken": text, "reason": text, "word": "w", "takes": "t", **reading}
    return changed(
        ("entries", 1, "readings"), [{**whole, "alternatives": [{"text": text, **one} for one in alternatives]}]
    )


def test_answers_are_read_with_how_they_are_computed() -> None:
    """By a class of the library, by parameters, or not for want of data."""
    changes, lacks = {"accounts": ["521211"]}, {"id": "data", "en": "data"}
    data = answers(
        {"word": "a", "by": "P3DNFraction"}, {"word": "b", "changes": changes}, {"word": "c", "lacks": lacks}
    )
    entry = load(data)["S2/1"]
    reading = entry.reading("w")
    under = [entry.measured_under(reading, answer) for answer in reading.answers]
    assert [P3DNRatio(), P3DNFraction(), P3DNRatio(accounts=["521211"]), None] == under


def test_an_own_class_may_be_another_reading() -> None:
    """Passed in as other classes are."""
    entry = load(answers({"word": "a", "by": "WithoutLocked"}), WithoutLocked)["S2/1"]
    assert WithoutLocked() == entry.measured_under(entry.reading("w"), entry.reading("w").answer("a"))


def test_answers_are_written_as_they_were_read() -> None:
    """Without loss."""
    lacks = {"id": "data", "en": "data"}
    changes = {"accounts": ["521211", "521219"]}
    data = answers(
        {"word": "a", "by": "P3DNFraction"}, {"word": "b", "changes": changes}, {"word": "c", "lacks": lacks}
    )
    catalogue = load(data)
    entries = tuple(catalogue.values())
    file = DecreeFile(decree=catalogue.decree, objectives=catalogue.objectives, entries=entries)
    assert data["entries"][1]["readings"] == dump_decree_file(file)["entries"][1]["readings"]


def test_what_a_unit_sets_and_assumes_stands_in_no_decree() -> None:
    """Nor do the years, which are its own."""
    own = IKU.with_settings({"SK3/2": {"accounts": ["425283"]}}, source="unit.xlsx")
    entry = own.with_targets({"SK3/2": {2023: 3}})["SK3/2"]
    written = dump_decree_file(DecreeFile(decree=IKU.decree, objectives=IKU.objectives, entries=(entry,)))
    assert {"years", "settings", "settings_source", "assumed"}.isdisjoint(written["entries"][0])


ANSWER = "entries[S2/1].readings[w]"


@pytest.mark.parametrize(
    ("data", "place", "code"),
    [
        (
            answers({"word": "a", "by": "P3DNFractions"}),
            "entries[S2/1].readings[1].alternatives[1].by",
            "name.misspelt",
        ),
        (answers({"word": "a", "by": 5}), "entries[S2/1].readings[1].alternatives[1].by", "part.text"),
        (answers({"word": "a", "changes": 5}), "entries[S2/1].readings[1].alternatives[1].changes", "part.table"),
        (answers({"word": "a", "changes": {"akun": ["521211"]}}), f"{ANSWER}.alternatives[a]", "reading.unfit"),
        (answers({"word": "a", "changes": {"accounts": ["5212"]}}), f"{ANSWER}.alternatives[a]", "record.no_accounts"),
        (answers({"word": "a", "changes": {"ceiling": "awal"}}), f"{ANSWER}.alternatives[a]", "name.unknown"),
        (answers({"word": "a", "by": "TenantCount"}), f"{ANSWER}.alternatives[a]", "reading.other_record"),
        (answers({"word": "t"}), f"{ANSWER}[t]", "part.repeated"),
        (answers({"word": "t"}, word=""), "entries[S2/1].readings[1][t]", "part.repeated"),
        (
            answers({"by": "P3DNFraction", "lacks": {"id": "x", "en": "x"}}),
            "entries[S2/1].readings[1].alternatives[1]",
            "reading.computed_twice",
        ),
    ],
)
def test_answers_that_cannot_be_computed_so_are_refused(data: Data, place: str, code: str) -> None:
    """Unknown classes, parameters that the indicator has not, classes of other records, two words or ways alike."""
    with pytest.raises(CatalogueError) as caught:
        load(data)
    assert [(place, code)] == [(problem.place, problem.code) for problem in caught.value.problems]


def test_an_answer_with_which_an_own_indicator_cannot_be_right_is_refused() -> None:
    """As one of the library, by its place."""
    text = {"id": "ya", "en": "yes"}
    answer = {"text": text, "word": "a", "changes": {"least": "satu"}}
    data = changed(("entries", 0, "unit"), "Surat")
    data["entries"][0] |= {
        "indicator": "BoundedMatters",
        "readings": [{"question": text, "taken": text, "reason": text, "word": "w", "alternatives": [answer]}],
    }
    with pytest.raises(CatalogueError) as caught:
        load(data, BoundedMatters)
    assert [("entries[S1/1].readings[w].alternatives[a]", "indicator.other_kind")] == [
        (one.place, one.code) for one in caught.value.problems
    ]


def test_what_an_own_indicator_makes_of_its_parameters_is_not_written() -> None:
    """It is made again when the file is read."""
    data = changed(("entries", 0, "unit"), "Surat")
    data["entries"][0]["indicator"] = "BoundedMatters"
    catalogue = load(data, BoundedMatters)
    file = DecreeFile(decree=catalogue.decree, objectives=catalogue.objectives, entries=tuple(catalogue.values()))
    assert {"name": "BoundedMatters"} == write_decree_file(file)["entries"][0]["indicator"]


def test_two_readings_without_a_word_are_two() -> None:
    """Nothing says that they are one."""
    data = answers({"text": {"id": "a", "en": "a"}}, word="")
    data["entries"][1]["readings"] *= 2
    assert ["", ""] == [reading.word for reading in load(data)["S2/1"].readings]


def test_two_readings_of_one_word_are_refused() -> None:
    """Nobody could say which is meant."""
    data = answers()
    data["entries"][1]["readings"] *= 2
    with pytest.raises(CatalogueError) as caught:
        load(data)
    assert [("entries[S2/1].readings[w]", "part.repeated")] == [(one.place, one.code) for one in caught.value.problems]


@pytest.mark.parametrize("kind", ["salah cetak", "ejaan", "isi"])
def test_an_erratum_has_its_kind(kind: str) -> None:
    """A misprint where none is stated."""
    loaded = load(changed(("entries", 1, "errata"), [{"printed": "x", "meant": "y", "kind": kind}]))
    assert kind == loaded["S2/1"].errata[0].kind


def test_another_kind_of_erratum_is_refused() -> None:
    """With the kinds that there are."""
    with pytest.raises(CatalogueError) as caught:
        load(changed(("entries", 1, "errata"), [{"printed": "x", "meant": "y", "kind": "typo"}]))
    assert ["name.unknown"] == [problem.code for problem in caught.value.problems]


def test_dictums_keep_their_order() -> None:
    """KESATU comes before KEDUA because the file says so."""
    decree = load(changed(("decree", "dictums"), {"KESATU": "a", "KEDUA": "b"})).decree
    assert [("KESATU", "a"), ("KEDUA", "b")] == list(decree.dictums.items())


# Files that are none.


def read_error(path: object) -> str:
    """Return the one problem of a path that cannot be loaded."""
    with pytest.raises(CatalogueError) as caught:
        load_catalogue(path)  # type: ignore[arg-type]
    assert 1 == len(caught.value.problems)
    return caught.value.problems[0].text.en


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    """The message says that there is no such file."""
    assert "No such file" in read_error(tmp_path / "iku.toml")


def test_a_directory_is_refused(tmp_path: Path) -> None:
    """A folder is not a catalogue."""
    assert read_error(tmp_path).startswith("cannot be read (")


def test_a_path_that_cannot_be_is_refused() -> None:
    """No file's name holds a null."""
    assert "null byte" in read_error("iku\0.toml")


def test_other_bytes_than_utf8_are_refused(tmp_path: Path) -> None:
    """A file in Latin-1 would lose its letters."""
    path = tmp_path / "iku.toml"
    path.write_bytes('title = "Kapasité"'.encode("latin-1"))
    assert "'utf-8' codec can't decode byte 0xe9" in read_error(path)


@pytest.mark.parametrize(
    "text",
    [
        "bukan TOML",
        "a = 1\na = 2",
        "a = 1e99999999999999999999",
        "a = " + "9" * 5000,
        "a = " + "[" * 100_000,
        '{"decree": {}}',
    ],
    ids=["prose", "key twice", "exponent", "digits", "nesting", "JSON"],
)
def test_what_is_not_toml_is_refused(tmp_path: Path, text: str) -> None:
    """Whatever the parser makes of it, the caller gets one error of this library."""
    path = tmp_path / "iku.toml"
    path.write_text(text, encoding="utf-8")
    assert read_error(path).startswith("is not valid TOML (")


def test_the_message_names_the_file(tmp_path: Path) -> None:
    """It opens with the path that was given, in both languages."""
    path = tmp_path / "iku.toml"
    with pytest.raises(CatalogueError) as caught:
        load_catalogue(path)
    assert (f"{path}", f"{path}") == (str(caught.value).partition(": ")[0], caught.value.text.id.partition(": ")[0])


def test_an_empty_file_lacks_its_three_parts(tmp_path: Path) -> None:
    """A catalogue is a decree, objectives and entries."""
    path = tmp_path / "iku.toml"
    path.write_text("", encoding="utf-8")
    with pytest.raises(CatalogueError) as caught:
        load_catalogue(path)
    assert [
        told("part.table_missing", "decree"),
        told("part.tables_missing", "objectives"),
        told("part.tables_missing", "entries"),
    ] == [problem.text.en for problem in caught.value.problems]


# What stands where it may not.

UNKNOWN_KEYS: list[tuple[Place, str]] = [
    (("entris",), "entris: 'entris' is not known; did you mean entries?"),
    (("decree", "nomber"), "decree.nomber: 'nomber' is not known; did you mean number?"),
    (("objectives", 1, "txt"), "objectives[S2].txt: 'txt' is not known; did you mean text?"),
    (("entries", 0, "lable"), "entries[S1/1].lable: 'lable' is not known; did you mean label?"),
    (("entries", 0, "name"), "entries[S1/1].name.annex1: 'annex1' is not known; did you mean annex_1 or annex_2?"),
    (("entries", 0, "unit"), "entries[S1/1].unit.hole: 'hole' is not known; did you mean whole?"),
    (
        ("entries", 0, "readings"),
        told("name.unknown", "entries[S1/1].readings[1].taken.in", name="in", available="id, en"),
    ),
    (("entries", 0, "errata"), "entries[S1/1].errata[2].ment: 'ment' is not known; did you mean meant?"),
    (("decree", "notes"), "decree.notes[1].idn: 'idn' is not known; did you mean id?"),
    (
        ("entries", 1, "indicator"),
        "entries[S2/1].indicator.acounts: 'acounts' is not known; did you mean accounts?",
    ),
]
TEXT = {"id": "ya", "en": "yes"}
HOLDING: dict[str, object] = {
    "name": {"annex1": "x"},
    "unit": {"name": TEXT, "hole": True},
    "readings": [{"question": TEXT, "taken": {**TEXT, "in": "x"}, "alternatives": [], "reason": TEXT}],
    "errata": [{"printed": "x", "meant": "y"}, {"printed": "x", "meant": "y", "ment": "z"}],
    "notes": [{**TEXT, "idn": "x"}],
    "indicator": {"name": "P3DNRatio", "acounts": ["521211"]},
}


@pytest.mark.parametrize(("place", "problem"), UNKNOWN_KEYS, ids=lambda value: str(value)[:40])
def test_an_unknown_key_is_refused_with_the_close_one(place: Place, problem: str) -> None:
    """At every level, and named by its path."""
    assert [problem] == problems(changed(place, HOLDING.get(str(place[-1]), "x")))


def test_a_parameter_that_an_indicator_has_not_is_refused() -> None:
    """Those that it has are named."""
    data = changed(("entries", 1, "indicator"), {"name": "TenantCount", "base": 5})
    assert [
        told("name.unknown", "entries[S2/1].indicator.base", name="base", available="completed, dates, empty")
    ] == problems(data)


def test_an_entry_never_states_the_years_of_its_decree() -> None:
    """Years stand once, in the decree."""
    (problem,) = problems(changed(("entries", 0, "years"), [2022]))
    assert problem.startswith("entries[S1/1].years: 'years' is not known; ")


@pytest.mark.parametrize(
    ("place", "path"),
    [
        (("decree", "number"), "decree.number"),
        (("decree", "title"), "decree.title"),
        (("decree", "unit"), "decree.unit"),
        (("decree", "years"), "decree.years"),
        (("objectives", 0, "code"), "objectives[1].code"),
        (("objectives", 0, "text"), "objectives[S1].text"),
        (("entries", 0, "code"), "entries[1].code"),
        (("entries", 0, "label"), "entries[S1/1].label"),
        (("entries", 0, "objective"), "entries[S1/1].objective"),
        (("entries", 0, "unit"), "entries[S1/1].unit"),
        (("entries", 0, "polarity"), "entries[S1/1].polarity"),
        (("entries", 0, "targets"), "entries[S1/1].targets"),
    ],
)
def test_a_missing_field_is_refused(place: Place, path: str) -> None:
    """A table without a code is named by its place, counted from 1."""
    assert f"{path}: must be there." in problems(without(*place))


WHOLE = "must be a whole number."
NUMBER = 'must be a number such as 40, 47.25 or "100/3".'
DATE = "must be a date such as 2022-02-23."
YEAR = "must be a year of four digits such as 2023."

WRONG_TYPES: list[tuple[Place, object, str]] = [
    (("decree",), "x", told("part.table_missing", "decree")),
    (("objectives",), {"code": "S1"}, told("part.tables_missing", "objectives")),
    (("objectives",), [], told("part.tables_missing", "objectives")),
    (("objectives", 1), "S2", told("part.table_missing", "objectives[2]")),
    (("objectives", 0, "text"), 5, told("part.text", "objectives[S1].text", value=5)),
    (("entries",), "x", told("part.tables_missing", "entries")),
    (("entries", 1), 5, told("part.table_missing", "entries[2]")),
    (("decree", "number"), 26, told("part.text", "decree.number", value=26)),
    (("decree", "title"), ["IKU"], told("part.text", "decree.title", value=["IKU"])),
    (("decree", "years"), 2022, told("part.list", "decree.years")),
    (("decree", "years"), "2022", told("part.list", "decree.years")),
    (("decree", "years"), {"2022": 1}, told("part.list", "decree.years")),
    (("decree", "years"), [2021, 2022, "2023"], told("part.whole", "decree.years[3]", value="2023")),
    (("decree", "years"), [2021, 2022, True], told("part.whole", "decree.years[3]", value=True)),
    (("decree", "years"), [2021, 2022, Decimal(2023)], told("part.whole", "decree.years[3]", value=Decimal("2023.0"))),
    (("decree", "considerations"), "bahwa", told("part.list", "decree.considerations")),
    (("decree", "considerations"), {"a": "bahwa"}, told("part.list", "decree.considerations")),
    (("decree", "legal_basis"), ["UU", 3], told("part.text", "decree.legal_basis[2]", value=3)),
    (("decree", "dictums"), "KESATU", told("part.table", "decree.dictums")),
    (("decree", "dictums"), ["KESATU"], told("part.table", "decree.dictums")),
    (("decree", "dictums"), {"KESATU": 1}, told("part.text", "decree.dictums.KESATU", value=1)),
    (("decree", "notes"), ["catatan"], told("part.table", "decree.notes[1]")),
    (("decree", "notes"), "catatan", told("part.list", "decree.notes")),
    (("decree", "errata"), {"printed": "x", "meant": "y"}, told("part.list", "decree.errata")),
    (("decree", "signed_on"), "23 Februari 2022", told("part.date", "decree.signed_on", value="23 Februari 2022")),
    (("decree", "signed_on"), 20220223, told("part.date", "decree.signed_on", value=20220223)),
    (
        ("decree", "signed_on"),
        dt.datetime(2022, 2, 23, 8, 0, tzinfo=dt.UTC),
        told("part.date", "decree.signed_on", value=dt.datetime(2022, 2, 23, 8, 0, tzinfo=dt.UTC)),
    ),
    (
        ("decree", "in_force_from"),
        "2022-02-30",
        told("part.date", "decree.in_force_from", value="2022-02-30"),
    ),
    (("entries", 0, "code"), 11, told("part.text", "entries[11].code", value=11)),
    (("entries", 0, "label"), True, told("part.text", "entries[S1/1].label", value=True)),
    (("entries", 0, "objective"), 1, told("part.text", "entries[S1/1].objective", value=1)),
    (("entries", 0, "objective"), ["S1"], told("part.text", "entries[S1/1].objective", value=["S1"])),
    (("entries", 0, "name"), "Surat", told("part.table", "entries[S1/1].name")),
    (("entries", 0, "name"), {"annex_1": 1}, told("part.text", "entries[S1/1].name.annex_1", value=1)),
    (("entries", 0, "unit"), 5, told("part.text", "entries[S1/1].unit", value=5)),
    (("entries", 0, "unit"), {"name": "Tamu"}, told("part.table", "entries[S1/1].unit.name")),
    (
        ("entries", 0, "unit"),
        {"name": TEXT, "whole": 1},
        told("part.flag", "entries[S1/1].unit.whole", value=1),
    ),
    (("entries", 0, "targets"), 40, told("part.table", "entries[S1/1].targets")),
    (("entries", 0, "targets"), [40], told("part.table", "entries[S1/1].targets")),
    (("entries", 0, "targets", "2022"), True, told("part.number", "entries[S1/1].targets.2022", value=True)),
    (("entries", 0, "targets", "2022"), "47,25", told("part.number", "entries[S1/1].targets.2022", value="47,25")),
    (
        ("entries", 0, "targets", "2022"),
        "1e999999999",
        told("part.number", "entries[S1/1].targets.2022", value="1e999999999"),
    ),
    (("entries", 0, "targets", "2022"), "1/0", told("part.number", "entries[S1/1].targets.2022", value="1/0")),
    (("entries", 0, "targets", "2022"), "1+1", told("part.number", "entries[S1/1].targets.2022", value="1+1")),
    (("entries", 0, "targets", "2022"), [40], told("target.no_range", "entries[S1/1].targets.2022", value=[40])),
    (
        ("entries", 0, "targets", "2022"),
        dt.date(2022, 1, 1),
        f"entries[S1/1].targets.2022: {dt.date(2022, 1, 1)!r} {NUMBER}",
    ),
    (
        ("entries", 0, "targets", "tahun ini"),
        40,
        told("target.no_period", "entries[S1/1].targets.tahun ini", value="tahun ini"),
    ),
    (("entries", 0, "targets", "22"), 40, told("target.no_period", "entries[S1/1].targets.22", value="22")),
    (("entries", 0, "targets", "02022"), 40, told("target.no_period", "entries[S1/1].targets.02022", value="02022")),
    (("entries", 0, "targets", "٢٠٢٢"), 40, told("target.no_period", "entries[S1/1].targets.٢٠٢٢", value="٢٠٢٢")),
    (
        ("entries", 0, "targets", "2024"),
        40,
        told("part.uncovered", "entries[S1/1].targets.2024", years="2021, 2022, 2023"),
    ),
    (("entries", 0, "baseline"), "n/a", told("part.number", "entries[S1/1].baseline", value="n/a")),
    (("entries", 0, "baseline"), False, told("part.number", "entries[S1/1].baseline", value=False)),
    (
        ("entries", 0, "polarity"),
        "maksimasi",
        "entries[S1/1].polarity: 'maksimasi' is not known; did you mean Maksimasi or Minimasi?",
    ),
    (
        ("entries", 0, "polarity"),
        1,
        told("name.unknown", "entries[S1/1].polarity", name=1, available="Maksimasi, Minimasi"),
    ),
    (("entries", 0, "readings"), "x", told("part.list", "entries[S1/1].readings")),
    (("entries", 0, "readings"), ["x"], told("part.table", "entries[S1/1].readings[1]")),
    (
        ("entries", 0, "objective"),
        "S3",
        told("name.unknown", "entries[S1/1].objective", name="S3", available="S1, S2"),
    ),
    (("entries", 1, "indicator"), 5, told("part.text", "entries[S2/1].indicator", value=5)),
    (("entries", 1, "indicator"), ["P3DNRatio"], told("part.text", "entries[S2/1].indicator", value=["P3DNRatio"])),
    (
        ("entries", 1, "indicator"),
        "P3DNRasio",
        "entries[S2/1].indicator: 'P3DNRasio' is not known; did you mean P3DNRatio?",
    ),
    (
        ("entries", 1, "indicator"),
        {"name": "P3DNRatio", "accounts": "521211"},
        told("part.list", "entries[S2/1].indicator.accounts"),
    ),
    (
        ("entries", 1, "indicator"),
        {"name": "P3DNRatio", "accounts": [521211]},
        told("part.text", "entries[S2/1].indicator.accounts[1]", value=521211),
    ),
    (
        ("entries", 1, "indicator"),
        {"name": "P3DNRatio", "accounts": ["52121"]},
        (told("record.no_accounts", "entries[S2/1].indicator", names="52121")),
    ),
    (
        ("entries", 1, "indicator"),
        {"name": "P3DNRatio", "accounts": []},
        told("record.no_accounts", "entries[S2/1].indicator", names="-"),
    ),
]


@pytest.mark.parametrize(("place", "value", "problem"), WRONG_TYPES, ids=lambda value: str(value)[:60])
def test_what_stands_where_it_may_not_is_refused(place: Place, value: object, problem: str) -> None:
    """Each problem has its path, what stands there, and what is allowed; nothing is coerced."""
    assert [problem] == problems(changed(place, value))


@pytest.mark.parametrize("value", [Decimal("nan"), Decimal("inf"), Decimal("1e401")], ids=str)
def test_a_number_beyond_reason_is_refused(value: Decimal) -> None:
    """TOML has NaN, infinity and exponents of any size; a target is a number of a sensible one."""
    (problem,) = problems(changed(("entries", 0, "targets", "2022"), value))
    assert problem.startswith(f"entries[S1/1].targets.2022: {value!r} must be a number such as 40, 47.25")


@pytest.mark.parametrize(("years", "shown"), [([], "-"), ([2022, 2021], "2022, 2021"), ([2022, 2022], "2022, 2022")])
def test_years_out_of_order_are_refused(years: list[int], shown: str) -> None:
    """First and last say what is covered, so they must be the first and the last."""
    problem = f"decree: years = {shown}: give at least one year, the earliest first, none of them twice."
    assert problem in problems(changed(("decree", "years"), years))


def test_an_indicator_without_a_name_is_refused() -> None:
    """The message lists the names there are."""
    (problem,) = problems(changed(("entries", 1, "indicator"), {"accounts": ["521211"]}))
    assert problem.startswith("entries[S2/1].indicator: '' is not known; there are: AccreditedScopeGrowth, ")


# Parts that do not go together.


def test_a_code_stands_once() -> None:
    """Two entries of one code cannot be told apart."""
    assert [told("part.repeated", "entries[S1/1]", times="2")] == problems(changed(("entries", 1, "code"), "S1/1"))


def test_an_objective_stands_once() -> None:
    """Nor can two objectives of one code."""
    data = plain()
    data["objectives"].append({"code": "S1", "text": "lain"})
    assert [told("part.repeated", "objectives[S1]", times="2")] == problems(data)


def test_the_unit_is_that_of_the_indicator() -> None:
    """A ratio in percent is not counted in rupiah."""
    expected = told("part.disagrees", "entries[S2/1].unit", stated="Rupiah", indicator="P3DNRatio", wanted="Persen")
    assert [expected] == problems(changed(("entries", 1, "unit"), "Rupiah"))


def test_of_another_unit_it_is_not_said_whether_it_is_whole() -> None:
    """One problem is enough."""
    with pytest.raises(CatalogueError) as caught:
        Catalogue.from_dict(changed(("entries", 1, "unit"), {"name": {"id": "Surat", "en": "letter"}, "whole": True}))
    assert ["entries[S2/1].unit"] == [problem.place for problem in caught.value.problems]


def test_a_described_unit_is_as_whole_as_that_of_the_indicator() -> None:
    """A percent that comes undivided would be printed without its decimals."""
    unit = {"name": {"id": "Persen", "en": "percent"}, "whole": True}
    expected = told("part.disagrees", "entries[S2/1].unit.whole", stated=True, indicator="P3DNRatio", wanted=False)
    assert [expected] == problems(changed(("entries", 1, "unit"), unit))


def test_the_polarity_is_that_of_the_indicator() -> None:
    """A rule that the class does not follow is not stated."""
    expected = told(
        "part.disagrees", "entries[S2/1].polarity", stated="Minimasi", indicator="P3DNRatio", wanted="Maksimasi"
    )
    assert [expected] == problems(changed(("entries", 1, "polarity"), "Minimasi"))


def test_what_is_no_class_of_an_indicator_is_refused() -> None:
    """In the name of the argument."""
    no_class: Any = int
    with pytest.raises(CatalogueError) as caught:
        load(plain(), no_class)
    assert [("indicators", "catalogue.no_class")] == [(one.place, one.code) for one in caught.value.problems]


def test_an_own_class_named_like_one_of_the_library_is_refused() -> None:
    """A name in a file means one class."""
    own = type("P3DNRatio", (OpenComplaints,), {"unit": PERCENT, "polarity": Polarity.MAXIMISE})
    assert [told("part.repeated", "indicators[P3DNRatio]", times="2")] == problems(plain(), own)


def test_an_own_class_that_is_not_passed_in_is_not_known() -> None:
    """There is no registry that a class could be in."""
    (problem,) = problems(changed(("entries", 1, "indicator"), "AnsweredLetters"))
    assert problem.startswith("entries[S2/1].indicator: 'AnsweredLetters' is not known")


def test_parameters_of_an_own_class_are_read_strictly() -> None:
    """All of them at once, each by its type."""
    data = changed(("entries", 0, "unit"), "Surat")
    data["entries"][0]["indicator"] = {"name": "AnsweredLetters", "days": "7", "share": "x", "channels": "pos"}
    assert [
        told("part.whole", "entries[S1/1].indicator.days", value="7"),
        told("part.number", "entries[S1/1].indicator.share", value="x"),
        told("part.list", "entries[S1/1].indicator.channels"),
    ] == problems(data, AnsweredLetters)


# All of it at once.


def test_all_problems_of_a_file_are_told_at_once() -> None:
    """Also what does not go together in a table that has another problem."""
    data = plain()
    data["extra"] = 1
    data["decree"] |= {"number": 26, "notes": [{"id": "x"}]}
    data["objectives"][0]["txt"] = data["objectives"][0].pop("text")
    data["entries"][0] |= {"lable": "x", "targets": {"2022": "x", "2030": 1, "tahun": 2}}
    data["entries"][1] |= {"code": "S1/1", "label": 5, "unit": "Rupiah", "polarity": "Minimasi"}
    assert [
        told("name.unknown", "extra", name="extra", available="decree, objectives, entries, scoring"),
        told("part.text", "decree.number", value=26),
        told("part.missing", "decree.notes[1].en"),
        told("part.missing", "objectives[S1].text"),
        "objectives[S1].txt: 'txt' is not known; did you mean text?",
        told("part.number", "entries[S1/1].targets.2022", value="x"),
        told("target.no_period", "entries[S1/1].targets.tahun", value="tahun"),
        "entries[S1/1].lable: 'lable' is not known; did you mean label?",
        told("part.text", "entries[S1/1].label", value=5),
        told("part.repeated", "entries[S1/1]", times="2"),
        told("part.uncovered", "entries[S1/1].targets.2030", years="2021, 2022, 2023"),
        told("part.disagrees", "entries[S1/1].unit", stated="Rupiah", indicator="P3DNRatio", wanted="Persen"),
        told("part.disagrees", "entries[S1/1].polarity", stated="Minimasi", indicator="P3DNRatio", wanted="Maksimasi"),
    ] == problems(data)


def test_the_message_lists_all_problems() -> None:
    """It says how many there are, one on a line."""
    data = changed(("decree", "number"), 26)
    data["decree"]["title"] = 5
    with pytest.raises(CatalogueError) as caught:
        load(data)
    _, *lines = caught.value.text.id.split("\n")
    assert ["  decree.number: 26 harus teks.", "  decree.title: 5 harus teks."] == lines


@pytest.mark.parametrize(
    "place", [("decree",), ("entries", 0, "targets"), ("entries", 1, "unit"), ("entries", 1, "polarity")], ids=str
)
def test_a_part_that_cannot_be_read_blames_no_other(place: Place) -> None:
    """Nothing is said of the years of targets, nor of what an indicator has, where the one side is unreadable."""
    assert 1 == len(problems(changed(place, [])))


# Nothing in a file is run.


@pytest.mark.parametrize(
    "name",
    [
        "this",
        "os.system",
        "kinerja.indicators.P3DNRatio",
        "__import__('this')",
        "P3DNRatio()",
        "Indicator",
        "law",
        "DECREE_ACCOUNTS",
    ],
)
def test_a_name_in_a_file_is_only_compared(name: str) -> None:
    """It is not an import path, not an expression, and not an attribute of any module."""
    (problem,) = problems(changed(("entries", 1, "indicator"), name))
    assert (f"entries[S2/1].indicator: {name!r} is not known", False) == (
        problem.partition(";")[0],
        "this" in sys.modules,
    )


@pytest.mark.parametrize("text", ["{1+1}", "%s", "${HOME}", "=1+1", "<script>"])
def test_a_text_in_a_file_stays_as_it_is(text: str) -> None:
    """Nothing in it is filled in."""
    assert text == entry(("label",), text).label
