"""An actual set against its target (capaian).

The published figures are quoted from:

- LAKIN BBIA 2020: Balai Besar Industri Agro, Laporan Kinerja TA 2020, ringkasan eksekutif.
- PN Prabumulih 2020: Pengadilan Negeri Prabumulih, realisasi DIPA 01 and DIPA 03 of 2020.
- PMK 22/2021: PMK 22/PMK.02/2021, lampiran, worked example (indikator output program).
- PMK 214/2017: PMK 214/PMK.02/2017, lampiran, worked example (penyerapan anggaran).
- PermenPANRB 8/2021: pages 91 and 100 (kondisi normal, kondisi khusus) and 243 (worked example of an SKP).
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from kinerja import (
    InexactNumberError,
    Percent,
    Polarity,
    QuantityError,
    TargetError,
    UndefinedAchievementError,
    achievement,
)
from kinerja._base import write
from kinerja.measurement import rule
from kinerja.measurement.polarity import maximise, minimise
from said import refused

PUBLISHED = [
    ("LAKIN BBIA 2020, total", 45_865_705_000, 35_734_350_363, "77,91"),
    ("LAKIN BBIA 2020, Rupiah Murni", 17_265_705_000, 16_130_963_324, "93,43"),
    ("PN Prabumulih 2020, DIPA 01 Belanja Pegawai", 3_783_296_000, 3_274_064_975, "86,54"),
    ("PN Prabumulih 2020, DIPA 01 Belanja Barang", 1_213_914_000, 1_192_362_958, "98,22"),
    ("PN Prabumulih 2020, DIPA 01 Belanja Modal", 25_000_000, 25_000_000, "100"),
    ("PN Prabumulih 2020, DIPA 01 Jumlah", 5_022_210_000, 4_491_427_933, "89,43"),
    ("PN Prabumulih 2020, DIPA 03 Belanja Barang", 94_615_000, 89_675_690, "94,78"),
    ("PermenPANRB 8/2021, Nilai Akuntabilitas Kinerja", 85, 85, "100"),
    ("PermenPANRB 8/2021, Nilai Pelaksanaan Anggaran", 95, 93, "98"),
    ("PermenPANRB 8/2021, pengaduan masyarakat, batas bawah 80", 80, 70, "87,5"),
    ("PMK 22/2021, IOP 1a1", 5, 5, "100,00"),
    ("PMK 22/2021, IOP 1a2", 10, 9, "90,00"),
    ("PMK 22/2021, IOP 1b1", 3, 2, "66,67"),
    ("PMK 22/2021, IOP 1b2", 6, 4, "66,67"),
    ("PMK 22/2021, IOP 1b3", 5, 5, "100,00"),
    ("PMK 22/2021, IOP 2a1", 4, 4, "100,00"),
    ("PMK 214/2017, penyerapan anggaran", 855_830_897_000, 734_881_464_333, "85,87"),
]
"""Where, target, realisation, capaian as printed."""


def _at_printed_precision(figure: Percent, printed: str) -> str:
    return write(figure, len(printed.partition(",")[2]))


@pytest.mark.parametrize(
    ("target", "actual", "printed"), [case[1:] for case in PUBLISHED], ids=[case[0] for case in PUBLISHED]
)
def test_a_published_capaian_is_found_again(target: int, actual: int, printed: str) -> None:
    """A printed pair of target and realisation gives the printed capaian, at the printed precision."""
    assert printed == _at_printed_precision(achievement(target, actual), printed)


def test_a_misprinted_capaian_is_not_found_again() -> None:
    """LAKIN BBIA 2020 prints 69.5 for its PNBP BLU; its two figures give 68,50."""
    assert "68,50" == write(achievement(28_600_000_000, 19_590_231_077))


@pytest.mark.parametrize(("target", "actual", "printed"), [(7, 6.5, "107"), (8, 9, "87,5")])
def test_a_published_minimising_capaian_is_found_again(target: float, actual: float, printed: str) -> None:
    """PermenPANRB 8/2021 page 100: 6,5 months of 7 are 107 %, and 9 of 8 are 87,5 %."""
    assert printed == _at_printed_precision(achievement(target, actual, Polarity.MINIMISE), printed)


@pytest.mark.parametrize(
    ("target", "actual", "polarity", "expected"),
    [
        (2, 3, Polarity.MAXIMISE, Fraction(150)),
        (3, 1, Polarity.MAXIMISE, Fraction(100, 3)),
        (1, 0, Polarity.MAXIMISE, Fraction(0)),
        (2, -3, Polarity.MAXIMISE, Fraction(-150)),
        (2, 10, Polarity.MAXIMISE, Fraction(500)),
        (10, 5, Polarity.MINIMISE, Fraction(150)),
        (10, 0, Polarity.MINIMISE, Fraction(200)),
        (10, 20, Polarity.MINIMISE, Fraction(0)),
        (10, 25, Polarity.MINIMISE, Fraction(-50)),
        (7, 6.5, Polarity.MINIMISE, Fraction(750, 7)),
    ],
)
def test_a_capaian_is_exact_and_uncapped(target: float, actual: float, polarity: Polarity, expected: Fraction) -> None:
    """R/T x 100, or (2T - R)/T x 100 where less is better, whatever comes out."""
    assert expected == achievement(target, actual, polarity)


@pytest.mark.parametrize(
    ("target", "actual", "expected"),
    [(10, 25, 40), (10, 5, 200), (10, 10, 100), (7, 6.5, Fraction(1400, 13)), (10, 0.001, 1_000_000)],
)
def test_less_may_be_scored_as_a_ratio(target: float, actual: float, expected: Fraction | int) -> None:
    """T/R x 100, exact and uncapped, where an office's rule says so."""
    assert expected == achievement(target, actual, Polarity.MINIMISE, minimise="ratio")


def test_less_is_reflected_unless_told_otherwise() -> None:
    """As PermenPANRB 8/2021 has it."""
    assert -50 == achievement(10, 25, Polarity.MINIMISE) == achievement(10, 25, Polarity.MINIMISE, minimise="reflected")


@pytest.mark.parametrize("actual", [0, -1, Fraction(-1, 3)])
def test_the_ratio_of_zero_or_below_is_refused(actual: Any) -> None:
    """One program publishes 0 % there, where nothing could be better."""
    with pytest.raises(UndefinedAchievementError) as caught:
        achievement(10, actual, Polarity.MINIMISE, minimise="ratio")
    assert ("achievement.undefined", actual) == (caught.value.code, caught.value.value)


@pytest.mark.parametrize("actual", [0, 5])
def test_where_more_is_better_no_rule_of_less_is_asked(actual: int) -> None:
    """R/T x 100 stays."""
    assert 10 * actual == achievement(10, actual, minimise="ratio")


@pytest.mark.parametrize("polarity", Polarity)
@pytest.mark.parametrize("word", ["RATIO", "T/R", "", None, ["ratio"]], ids=repr)
def test_what_is_no_rule_of_less_is_refused(polarity: Polarity, word: Any) -> None:
    """Also where it would not be asked."""
    with pytest.raises(QuantityError) as caught:
        achievement(2, 3, polarity, minimise=word)
    assert ("minimise.unknown", word) == (caught.value.code, caught.value.value)


def test_more_is_better_unless_told_otherwise() -> None:
    """Without a polarity an achievement is maximised."""
    assert achievement(2, 3, Polarity.MAXIMISE) == achievement(2, 3)


def test_target_and_actual_may_be_named() -> None:
    """The arguments are called as in every table."""
    assert 150 == achievement(target=2, actual=3)


def test_a_capaian_is_a_percent() -> None:
    """It prints with two decimals and its sign."""
    assert "107,14%" == str(achievement(7, 6.5, Polarity.MINIMISE))


@pytest.mark.parametrize(
    ("target", "actual"),
    [(0.1, 0.3), (Decimal("0.1"), Decimal("0.3")), (Fraction(1, 10), 0.3)],
    ids=repr,
)
def test_floats_mean_what_they_print(target: Any, actual: Any) -> None:
    """0.3 of 0.1 is 300 %, exactly, where binary floats give 299.99999999999994."""
    assert 300 == achievement(target, actual)


@pytest.mark.parametrize("target", [0, -1, 0.0, -0.0, Decimal("-0.5"), Fraction(-1, 3)], ids=repr)
@pytest.mark.parametrize("polarity", Polarity)
def test_a_target_of_zero_or_below_is_refused(target: Any, polarity: Polarity) -> None:
    """There is no rule for what to publish against such a target."""
    with refused("target.not_positive", value=target):
        achievement(target, 1, polarity)


def test_a_refused_target_is_kept() -> None:
    """A program finds the target in the error."""
    with pytest.raises(TargetError) as caught:
        achievement(-5, 1)
    assert -5 == caught.value.value


@pytest.mark.parametrize("wrong", ["82,7", None, True, float("nan")], ids=repr)
def test_a_target_is_one_exact_number(wrong: Any) -> None:
    """Text, nothing, truth and NaN are no targets."""
    with pytest.raises(InexactNumberError):
        achievement(wrong, 1)


@pytest.mark.parametrize("wrong", ["82,7", None, True, float("nan")], ids=repr)
def test_an_actual_is_one_exact_number(wrong: Any) -> None:
    """Text, nothing, truth and NaN are no actuals."""
    with pytest.raises(InexactNumberError):
        achievement(1, wrong)


@pytest.mark.parametrize("polarity", ["Maksimasi", "MINIMISE", None, 1], ids=repr)
def test_what_is_no_polarity_is_refused(polarity: Any) -> None:
    """The word of a direction is not the direction; nothing is taken for minimising by default."""
    with refused("polarity.unknown", value=polarity):
        achievement(2, 3, polarity)


@pytest.mark.parametrize(("polarity", "word"), [(Polarity.MAXIMISE, "Maksimasi"), (Polarity.MINIMISE, "Minimasi")])
def test_a_polarity_is_the_word_that_decrees_print(polarity: Polarity, word: str) -> None:
    """A polarity is found by its klasifikasi."""
    assert polarity is Polarity(word)


@pytest.mark.parametrize(
    ("polarity", "actual", "expected"),
    [
        (Polarity.MAXIMISE, Fraction(44999, 1000), False),
        (Polarity.MAXIMISE, Fraction(45), True),
        (Polarity.MAXIMISE, Fraction(46), True),
        (Polarity.MINIMISE, Fraction(44), True),
        (Polarity.MINIMISE, Fraction(45), True),
        (Polarity.MINIMISE, Fraction(45001, 1000), False),
    ],
)
def test_a_target_is_met_exactly_or_not(polarity: Polarity, actual: Fraction, *, expected: bool) -> None:
    """Nothing is rounded before the comparison."""
    assert expected is polarity.met(Fraction(45), actual)


@pytest.mark.parametrize(("polarity", "expected"), [(Polarity.MAXIMISE, maximise), (Polarity.MINIMISE, minimise)])
def test_each_polarity_has_its_rule(polarity: Polarity, expected: object) -> None:
    """The rule of a direction is a function that runs on any number."""
    assert expected is rule(polarity)
