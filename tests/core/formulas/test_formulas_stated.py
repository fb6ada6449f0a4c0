"""How an entry states a formula of data, and what it may not."""

from __future__ import annotations

from typing import Any

import attrs
import pytest

from kinerja import RUPIAH, Catalogue, CatalogueError, Indicator, Text, Timing, Unit, load_catalogue
from kinerja.formulas import Count, Letter, Ratio, WeightedIndex, formula_classes
from kinerja.records import FieldType
from office import (
    COMPLAINTS,
    COSTS,
    DAY,
    DAYS,
    EVERY,
    LICENCES,
    ON_TIME,
    PER_OFFICER,
    PROMOTERS,
    REQUEST,
    REVENUE,
    SAKIP,
    letter,
)
from said import refused


@pytest.mark.parametrize("code", ["", " ", 1, None])
def test_a_formula_has_a_code(code: Any) -> None:
    """Its records name it by that."""
    with refused("formula.no_code", indicator="Count", field="code", value=code):
        Count(code=code, unit=REQUEST, counted=letter("surat"))


def test_dated_records_are_of_quarters_or_of_the_year() -> None:
    """A stock needs other records."""
    with refused("formula.other_timing", indicator="Count", member="timing", value=Timing.STOCK):
        attrs.evolve(COMPLAINTS, timing=Timing.STOCK)


def test_a_year_figure_has_no_quarters() -> None:
    """Where timing is by the year alone, a quarter is refused."""
    with refused("period.year_only", indicator="Count"):
        attrs.evolve(COMPLAINTS, timing=Timing.YEARLY).measure_records([], period="2025-TW1")


@pytest.mark.parametrize("label", ["kasus", " Tanggal", "penyebut", "jumlah penyebut"])
def test_no_column_is_headed_as_another(label: str) -> None:
    """Nobody could tell which column is which."""
    denominator = letter("jumlah penyebut")
    named = {"kasus": ["reference"], " Tanggal": ["dated_on"]}.get(label, ["denominator"])
    with refused("formula.headed_as_other", indicator="Ratio", field="numerator", value=label, names=named):
        Ratio(code="IK", numerator=letter(label), denominator=denominator)


def test_a_form_is_headed_in_the_words_of_the_entry() -> None:
    """The record's own headings are taken too."""
    fields = {field.name: field for field in COSTS.form_fields}
    assert ("beban", "pembilang") == (fields["numerator"].heading, fields["numerator"].also[0])


def test_amounts_of_money_are_read_as_money() -> None:
    """Dots part thousands in rupiah; elsewhere they may be decimals."""
    kinds = [one.form_fields[-1].kind for one in (COSTS, DAYS, ON_TIME)]
    assert [FieldType.RUPIAH, FieldType.NUMBER, FieldType.FLAG] == kinds


def test_a_text_is_asked_as_a_text() -> None:
    """What an entry does not word keeps its heading."""
    assert ["satker", "kode", "butir", "tanggal"] == [field.heading for field in COMPLAINTS.form_fields]


def test_every_formula_has_a_name_for_files() -> None:
    """A catalogue file may name each of them, and no other."""
    assert {type(one).__name__ for one in EVERY} == set(formula_classes())


def test_what_a_letter_says_stands_in_the_variable() -> None:
    """Bounds, unit and label are the entry's."""
    own = Letter(label=Text(id="biaya", en="cost"), unit=RUPIAH, least=1, most=9, usual=(2, 8))
    variable = attrs.evolve(COSTS, numerator=own).variables[0]
    expected = variable.label, variable.unit, variable.least, variable.most, variable.usual
    assert (own.label, own.unit, own.least, own.most, own.usual) == expected


SCALE = Unit(name=Text(id="Indeks (skala 4)", en="index"))
IKM = WeightedIndex(code="IK.11", unit=DAY, scored=letter("nilai unsur", DAY, most=4))
OF_OTHER_SCALE = attrs.evolve(IKM, scored=letter("nilai unsur", SCALE))


@pytest.mark.parametrize(
    ("indicator", "actual", "code"),
    [
        (COMPLAINTS, -1, "quantity.least"),
        (ON_TIME, -1, "quantity.least"),
        (ON_TIME, 101, "quantity.most"),
        (attrs.evolve(PER_OFFICER, part=True), 2, "quantity.most"),
        (DAYS, -1, "quantity.least"),
        (SAKIP, 101, "quantity.most"),
        (IKM, 5, "quantity.most"),
    ],
)
def test_an_actual_that_is_given_cannot_be_what_none_of_its_records_could_make(
    indicator: Indicator[Any], actual: int, code: str
) -> None:
    """In a table of realisations -1 complaints and 101 % of the requests were scored; from a form they were refused."""
    with refused(code):
        indicator.check_actual(actual)


@pytest.mark.parametrize(
    ("indicator", "actual"),
    [(PROMOTERS, -40), (COSTS, 101), (REVENUE, -120), (IKM, -1), (LICENCES, -3), (OF_OTHER_SCALE, 5)],
)
def test_an_actual_that_is_given_may_be_what_records_could_make(indicator: Indicator[Any], actual: int) -> None:
    """Promoters less detractors, costs above revenue, an index less a deduction, licences lost, another scale."""
    assert actual == indicator.check_actual(actual)


@pytest.mark.parametrize(
    ("indicator", "totals"), [(DAYS, {"total": -5, "cases": 2}), (IKM, {"weighted": -1, "weight": 2, "deduction": 0})]
)
def test_a_sum_of_values_is_not_below_0_where_none_of_them_is(
    indicator: Indicator[Any], totals: dict[str, int]
) -> None:
    """Given as a total it was taken, and the page of the indicator said that it may be."""
    with refused("quantity.least"):
        indicator.measure(**totals)


def test_a_sum_of_values_may_be_below_0_where_one_may_be() -> None:
    """Days before a deadline and after it."""
    early = attrs.evolve(DAYS, averaged=letter("selisih hari", DAY, signed=True))
    assert -2 == early.measure(total=-4, cases=2).actual


def test_what_is_stated_of_an_actual_goes_before_what_its_letters_say() -> None:
    """An office may know better."""
    assert 101 == attrs.evolve(ON_TIME, most=120).check_actual(101)


OTHERWISE = """
[decree]
number = "1 TAHUN 2025"
title = "IKU"
unit = "Balai Contoh"
years = [2025]

[[objectives]]
code = "SK1"
text = "Layanan"

[[entries]]
code = "SK1/1"
label = "Pelayanan tepat waktu"
objective = "SK1"
unit = "Persen"
polarity = "Maksimasi"
targets = {{ 2025 = 88 }}
indicator = {{ formula = "Ratio", numerator = {{ label = "tepat waktu", unit = "Permohonan" }}, \
denominator = {{ label = "selesai", unit = "Permohonan" }} }}

[[entries.readings]]
word = "time"
takes = "as it is"
question = {{ id = "Bagaimana?", en = "How?" }}
taken = {{ id = "Begini.", en = "So." }}
reason = {{ id = "Karena.", en = "Because." }}

[[entries.readings.alternatives]]
word = "other"
changes = {{ {changes} }}
text = {{ id = "Lain.", en = "Otherwise." }}
"""


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ('timing = "yearly"', {"timing": Timing.YEARLY}),
        ("percent = false", {"percent": False}),
        ('numerator = { label = "terjawab", unit = "Permohonan" }', {"numerator": letter("terjawab")}),
    ],
)
def test_an_answer_changes_a_parameter_as_files_write_it(changes: str, expected: dict[str, Any]) -> None:
    """Of a word of timing, a flag and a letter the indicator is given what it holds; written, they read the same."""
    catalogue = load_catalogue(OTHERWISE.format(changes=changes).encode())
    (answer,) = catalogue["SK1/1"].readings[0].alternatives
    units = {
        name: attrs.evolve(one, unit=answer.changes[name].unit) for name, one in expected.items() if name == "numerator"
    }
    assert (expected | units, catalogue) == (dict(answer.changes), Catalogue.from_json(catalogue.to_json()))


@pytest.mark.parametrize("changes", ['percent = "no"', 'numerator = "terjawab"', 'timing = "always"'])
def test_an_answer_that_changes_a_parameter_to_what_it_cannot_hold_is_refused(changes: str) -> None:
    """When the file is read."""
    with pytest.raises(CatalogueError) as caught:
        load_catalogue(OTHERWISE.format(changes=changes).encode())
    assert ["entries[SK1/1]"] == [problem.place for problem in caught.value.problems]
