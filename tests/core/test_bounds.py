"""What figures and targets can be, and what they usually are."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
import pytest

from kinerja import (
    BSPJI_PEKANBARU_2021_2024,
    PERCENT,
    CatalogueError,
    Indicator,
    P3DNRatio,
    QuantityError,
    RecordsError,
    Text,
    Unit,
    Variable,
    load_catalogue,
)
from kinerja.measurement import Bounds
from kinerja.measurement.bounds import as_range
from kinerja.readers import read_actuals, read_targets
from said import refused

if TYPE_CHECKING:
    from collections.abc import Callable

    from kinerja import N, Score

CASES = Path(__file__).parents[1] / "data/cases"
INDEX = CASES / "05-index-with-dot-decimals/katalog.toml"
P3DN = "SK3/4"
UNUSUAL = "Realisasi {} di luar yang lazim (1 sampai 100); periksa koma dan satuannya."


def _named(unit: str) -> Bounds:
    return Bounds.of(None, Unit(name=Text(id=unit, en=unit)))


def _score(value: Any, **more: Any) -> Score:
    return BSPJI_PEKANBARU_2021_2024.scorecard(2023, {P3DN: value}, **more)[P3DN]


@pytest.fixture
def write_catalogue(tmp_path: Path) -> Callable[..., Path]:
    """Return a function that writes the catalogue of the index with other lines for its first entry."""

    def write(**lines: str) -> Path:
        text = INDEX.read_text(encoding="utf-8")
        changed = {"unit": '"Indeks"', "targets": "{ 2025 = 3.5 }", "polarity": '"Maksimasi"', **lines}
        head, first, rest = text.partition('unit = "Indeks"')
        rest = rest.split("[[entries]]", 1)[1]
        entry = "\n".join(f"{name} = {value}" for name, value in changed.items())
        path = tmp_path / "katalog.toml"
        path.write_text(f"{head}{entry}\n[[entries]]{rest}", encoding="utf-8")
        assert first
        return path

    return write


# What a unit tells.


@pytest.mark.parametrize(
    ("unit", "least", "most"),
    [
        ("Indeks (skala 4)", 0, 4),
        ("Indeks (Skala 1-4)", 1, 4),
        ("Nilai skala 0 – 100", 0, 100),
        ("Skala 1 s.d. 5", 1, 5),
        ("Skor (skala 25 sampai 100)", 25, 100),
    ],
)
def test_a_unit_names_its_scale(unit: str, least: int, most: int) -> None:
    """Nothing can be above its scale."""
    assert Bounds(least=Fraction(least), most=Fraction(most)) == _named(unit)


@pytest.mark.parametrize("unit", ["Indeks", "nilai", "SKOR"])
def test_marks_of_no_known_scale_are_usually_up_to_100(unit: str) -> None:
    """An index may be of prices; nothing is impossible."""
    assert Bounds(usual=(Fraction(0), Fraction(100))) == _named(unit)


@pytest.mark.parametrize("unit", ["Persen", "Hari", "Skala", "Perusahaan berskala 4", "Indeks harga"])
def test_other_units_tell_nothing(unit: str) -> None:
    """A growth in percent may be anything."""
    assert Bounds() == _named(unit)


# Realisations.


@pytest.mark.parametrize(("value", "written"), [(4725, "4.725"), (Fraction("0.4725"), "0,4725"), (0, "0")])
def test_a_realisation_outside_what_is_usual_has_a_remark(value: Fraction, written: str) -> None:
    """47,25 with its comma lost, and as a fraction."""
    assert [UNUSUAL.format(written)] == [note.id for note in _score(value).notes]
    assert "The actual " == _score(value).notes[0].en[:11]


def test_a_fraction_in_a_table_of_percents_is_told() -> None:
    """It cannot be known; 0,47 % is possible."""
    actuals = read_actuals(CASES / "07-percent-as-fraction/realisasi.csv", entries=BSPJI_PEKANBARU_2021_2024).by_code()
    assert [UNUSUAL.format("0,4725")] == [note.id for note in _score(actuals[P3DN]).notes]


def test_what_a_measurement_itself_says_is_not_said_twice() -> None:
    """It knows the quantities."""
    over, small = P3DNRatio().measure(realised=3, ceiling=2), P3DNRatio().measure(realised=1, ceiling=1000)
    assert ["Realisasi melebihi pagu."] == [note.id for note in _score(over).notes]
    assert [UNUSUAL.format("0,1")] == [note.id for note in _score(small).notes]


@pytest.mark.parametrize(("value", "code"), [("4,5", "quantity.most"), ("-1", "quantity.least"), ("3.532", "written")])
def test_a_realisation_beyond_its_scale_is_refused(
    write_catalogue: Callable[..., Path], write_csv: Callable[..., Path], value: str, code: str
) -> None:
    """An index of 4 has no 4,5."""
    catalogue = load_catalogue(write_catalogue(unit='"Indeks (skala 4)"'))
    with pytest.raises(RecordsError) as caught:
        read_actuals(write_csv(f"kode;realisasi\nTJ1;{value}\n"), entries=catalogue)
    (problem,) = caught.value.problems
    assert (code, 2) == (problem.code[: len(code)], problem.row)


def test_an_entry_states_its_own_bounds(write_catalogue: Callable[..., Path]) -> None:
    """Its keys are those of a variable; they come before what the unit tells."""
    entry = load_catalogue(write_catalogue(unit='"Indeks (skala 4)"', least="1", most="3.9", usual="[3, 3.9]"))["TJ1"]
    assert Bounds(least=Fraction(1), most=Fraction(39, 10), usual=(Fraction(3), Fraction(39, 10))) == entry.bounds
    with refused("quantity.most", indicator="TJ1", limit=Fraction(39, 10)):
        entry.check_actual(4)


def test_an_entry_adds_to_what_its_indicator_states() -> None:
    """What it does not state is the indicator's."""
    entry = attrs.evolve(BSPJI_PEKANBARU_2021_2024[P3DN], most=Fraction(100))
    assert Bounds(most=Fraction(100), usual=(Fraction(1), Fraction(100))) == entry.bounds
    assert 0 == attrs.evolve(BSPJI_PEKANBARU_2021_2024["SK1/1"], least=Fraction(-5)).bounds.least
    with refused("quantity.most", indicator="SK3/4", limit=100):
        entry.check_actual(100.5)


@pytest.mark.parametrize("usual", ["[4, 1]", "[1]", "[1, 2, 3]"])
def test_what_is_usual_is_two_numbers_in_order(write_catalogue: Callable[..., Path], usual: str) -> None:
    """Refused with its path in the file."""
    with pytest.raises(CatalogueError) as caught:
        load_catalogue(write_catalogue(usual=usual))
    assert "quantity.no_range" in [problem.code for problem in caught.value.problems]


# Targets.


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        ({"targets": "{ 2025 = 0 }"}, "target.impossible"),
        ({"targets": "{ 2025 = -1 }"}, "target.impossible"),
        ({"targets": "{ 2025 = -1 }", "polarity": '"Minimasi"'}, "target.impossible"),
        ({"targets": "{ 2025 = 36 }", "unit": '"Indeks (skala 4)"'}, "quantity.most"),
        ({"targets": "{ 2025 = 1.5 }", "unit": '"Perusahaan"'}, "quantity.whole"),
    ],
)
def test_a_catalogue_with_a_target_that_cannot_be_is_refused(
    write_catalogue: Callable[..., Path], lines: dict[str, str], code: str
) -> None:
    """Each with its path in the file."""
    with pytest.raises(CatalogueError) as caught:
        load_catalogue(write_catalogue(**lines))
    assert [("entries[TJ1].targets.2025", code)] == [(one.place, one.code) for one in caught.value.problems]


def test_a_target_of_0_may_stand_where_less_is_better(write_catalogue: Callable[..., Path]) -> None:
    """No complaint at all; the scorecard says that nothing can be divided by it."""
    catalogue = load_catalogue(write_catalogue(targets="{ 2025 = 0 }", polarity='"Minimasi"'))
    assert 0 == catalogue["TJ1"].targets[2025]


@pytest.mark.parametrize(
    ("code", "target", "said"),
    [("SK1/1", "0", "target.impossible"), ("SK1/1", "0,5", "quantity.whole"), ("SK3/4", "-1", "target.impossible")],
)
def test_a_table_with_a_target_that_cannot_be_is_refused(
    write_csv: Callable[..., Path], code: str, target: str, said: str
) -> None:
    """Half a tenant, nothing, and less."""
    with pytest.raises(RecordsError) as caught:
        read_targets(write_csv(f"kode;target\n{code};{target}\n"), entries=BSPJI_PEKANBARU_2021_2024)
    assert [(said, 2, "target")] == [(one.code, one.row, one.column) for one in caught.value.problems]


def test_a_target_outside_what_is_usual_has_a_remark(write_catalogue: Callable[..., Path]) -> None:
    """36 for 3,6."""
    card = load_catalogue(write_catalogue(targets="{ 2025 = 36 }", usual="[1, 4]")).scorecard(2025, {"TJ1": 3.5})
    expected = "Target 36 di luar yang lazim (1 sampai 4); periksa koma dan satuannya."
    assert [expected] == [note.id for note in card["TJ1"].notes]
    assert ["The target 36", True] == [card["TJ1"].notes[0].en[:13], "usual" in card["TJ1"].notes[0].en]


def test_a_catalogue_says_which_targets_are_unusual_and_which_lack(write_catalogue: Callable[..., Path]) -> None:
    """Whoever writes it reads it there, before any figure is set against them."""
    path = write_catalogue(targets="{ 2025 = 36 }", usual="[1, 4]")
    path.write_text(path.read_text().replace("years = [2025]", "years = [2025, 2026, 2027]"))
    section = load_catalogue(path).document().sections[1]
    assert "Catatan" == section.heading
    assert (
        "TJ1: tidak ada target untuk 2026, 2027.",
        "TJ1: Target 2025: 36 di luar yang lazim (1 sampai 4); periksa koma dan satuannya.",
        "TJ2: tidak ada target untuk 2026, 2027.",
        "TJ3: tidak ada target untuk 2026, 2027.",
    ) == section.lines


def test_the_year_of_the_baseline_needs_no_target(write_catalogue: Callable[..., Path]) -> None:
    """The decree's own catalogue has nothing to say."""
    path = write_catalogue(targets="{ 2026 = 3.5 }", baseline="3.4")
    path.write_text(path.read_text().replace("years = [2025]", "years = [2025, 2026]"))
    lines = load_catalogue(path).document().sections[1].lines
    assert [] == [line for line in lines if line.startswith("TJ1")]
    assert 1 == len(BSPJI_PEKANBARU_2021_2024.document().sections)


# Variables.


class Satisfaction(Indicator[object]):
    """The mean of marks up to 4."""

    unit = PERCENT
    most = 100
    variables = (
        Variable(name="mark", symbol="N", label=Text(id="nilai", en="mark"), unit=PERCENT, most=4, usual=(1, 4)),
    )

    @staticmethod
    def formula(mark: N) -> N:
        """Return the mark of 100."""
        return 25 * mark


def test_a_measured_actual_that_cannot_be_is_refused_as_one_that_is_given() -> None:
    """An entry may state less than what its indicator can measure."""
    entry = attrs.evolve(BSPJI_PEKANBARU_2021_2024[P3DN], most=Fraction(100))
    catalogue = attrs.evolve(BSPJI_PEKANBARU_2021_2024, entries={P3DN: entry})
    for value in (120, P3DNRatio().measure(realised=120, ceiling=100)):
        with pytest.raises(QuantityError) as caught:
            catalogue.scorecard(2023, {P3DN: value})
        assert ("quantity.most", P3DN, 100) == (caught.value.code, caught.value.indicator, vars(caught.value)["limit"])


def test_a_quantity_above_the_most_is_refused() -> None:
    """As one below the least is."""
    with pytest.raises(QuantityError) as caught:
        Satisfaction().measure(mark=4.5)
    assert {"code": "quantity.most", "field": "mark", "limit": 4}.items() <= vars(caught.value).items()


def test_a_quantity_outside_what_is_usual_has_a_remark() -> None:
    """It stands with what else a reader should know."""
    assert ["nilai 0,5 di luar yang lazim (1 sampai 4); periksa koma dan satuannya."] == [
        note.id for note in Satisfaction().measure(mark=0.5).notes
    ]
    assert () == Satisfaction().measure(mark=4).notes


def test_an_actual_above_what_its_indicator_can_be_is_refused() -> None:
    """As one below the least is."""
    with pytest.raises(QuantityError) as caught:
        Satisfaction().check_actual(101)
    assert {"code": "quantity.most", "limit": 100}.items() <= vars(caught.value).items()


def test_what_is_usual_may_be_one_number() -> None:
    """Everything else is unusual then."""
    assert (Fraction(5), Fraction(5)) == as_range((5, 5))


def test_bounds_that_are_laid_over_others_stay_as_they_are() -> None:
    """What is usual is two numbers, in that order and kind."""
    own = Bounds(usual=(Fraction(1), Fraction(2)))
    assert Bounds(least=Fraction(0), usual=(Fraction(1), Fraction(2))) == own.or_else(Bounds(least=Fraction(0)))
