"""What an indicator says of itself under other answers: of its quantities, and of its figure."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from kinerja import BSPJI_PEKANBARU_2021_2024 as CATALOGUE
from kinerja import PNBPGrowth, ProductivityDelta, UnknownIndicatorError
from kinerja.indicators import AccreditedScopeGrowth, P3DNRatio
from kinerja.indicators.productivity_delta import RatioOfMeansDelta

LABELS = [
    (
        "SK1/1",
        "completed.incubation",
        "graduated",
        "tenan yang selesai melalui pelaksanaan inkubasi pada tahun berjalan",
    ),
    ("SK1/1", "completed.selection", "graduated", "tenan yang lolos seleksi pada tahun berjalan"),
    (
        "SK1/2",
        "counted.partner",
        "activities",
        "mitra kolaborasi dengan SPK atau bukti lain yang mencerminkan peningkatan kapabilitas",
    ),
    ("SK1/2", "capability.not_asked", "activities", "kegiatan kolaborasi dengan SPK atau bukti lain"),
    ("SK1/2", "together.several_proofs", "with_partner", "kegiatan kolaborasi dengan bukti yang menyebut mitranya"),
    ("SK2/1", "growth.revenue", "improved", "perusahaan binaan yang mengalami peningkatan omzet"),
    (
        "SK2/1",
        "fall.refused",
        "improved",
        "perusahaan binaan yang mengalami peningkatan omzet dan/atau client, tanpa penurunan yang diketahui",
    ),
    (
        "SK2/1",
        "year.earlier_too",
        "improved",
        "perusahaan binaan yang mengalami peningkatan omzet dan/atau client, dibina tahun berjalan atau sebelumnya",
    ),
    (
        "SK3/1",
        "case.company",
        "cases",
        "banyaknya perusahaan dengan ukuran performansi yang diukur sebelum dan sesudah pendampingan",
    ),
    (
        "SK3/1",
        "case.company",
        "improvement",
        (
            "jumlah rata-rata peningkatan seluruh kasus tiap perusahaan, masing-masing (B - A) / A × 100, "
            "atau (A - B) / A × 100 jika lebih rendah lebih baik"
        ),
    ),
    (
        "SK3/1",
        "direction.sign_kept",
        "improvement",
        "jumlah peningkatan seluruh kasus, masing-masing (B - A) / A × 100",
    ),
    (
        "SK3/1",
        "direction.inverse",
        "improvement",
        (
            "jumlah peningkatan seluruh kasus, masing-masing (B - A) / A × 100, atau (A / B - 1) × 100 jika "
            "lebih rendah lebih baik"
        ),
    ),
    ("SK3/1", "worse.left_out", "cases", "banyaknya ukuran performansi yang membaik setelah pendampingan"),
    (
        "SK3/1",
        "worse.zero",
        "improvement",
        (
            "jumlah peningkatan seluruh kasus, masing-masing (B - A) / A × 100, atau (A - B) / A × 100 jika "
            "lebih rendah lebih baik; yang memburuk 0"
        ),
    ),
    ("SK3/1", "unmeasured.zero", "cases", "banyaknya ukuran performansi yang tercatat, sudah diukur atau belum"),
    (
        "SK3/1",
        "mean.points",
        "improvement",
        "jumlah selisih seluruh kasus, masing-masing B - A, atau A - B jika lebih rendah lebih baik",
    ),
    ("SK3/2", "receipts.all", "previous", "seluruh PNBP tahun sebelumnya"),
    ("SK3/2", "order.order_named", "current", "PNBP layanan jasa yang menyebut SPK tahun berjalan"),
    ("SK3/2", "refunds.not_deducted", "current", "PNBP layanan jasa, tanpa mengurangi pengembalian, tahun berjalan"),
    ("SK3/2", "money.number_of_orders", "current", "SPK yang dibayar sebagai PNBP layanan jasa tahun berjalan"),
    ("SK3/3", "counted.parameter", "current", "parameter terakreditasi pada akhir periode"),
    (
        "SK3/3",
        "moment.same_period",
        "previous",
        "ruang lingkup terakreditasi pada akhir periode yang sama tahun sebelumnya",
    ),
    ("SK3/4", "measured.domestic_over_ceiling", "realised", "realisasi PDN pada akun terpilih"),
    ("SK3/4", "measured.domestic_share", "ceiling", "seluruh realisasi pada akun terpilih"),
    ("SK3/4", "ceiling.initial", "ceiling", "total pagu awal P3DN berdasarkan akun terpilih"),
    ("SK3/4", "ceiling.unlocked", "ceiling", "total pagu anggaran yang tidak terkunci P3DN berdasarkan akun terpilih"),
    (
        "SK3/4",
        "accounts.without_covid",
        "realised",
        "realisasi anggaran P3DN berdasarkan akun terpilih selain akun pandemi",
    ),
]


@pytest.mark.parametrize(("code", "answer", "variable", "label"), LABELS, ids=[f"{one[0]} {one[1]}" for one in LABELS])
def test_a_quantity_is_called_what_is_counted(code: str, answer: str, variable: str, label: str) -> None:
    """And not what the catalogue's answer counts."""
    word, _, own = answer.partition(".")
    reading = CATALOGUE[code].reading(word)
    indicator: Any = CATALOGUE[code].measured_under(reading, reading.answer(own))
    assert label == next(one.label.id for one in indicator.variables if one.name == variable)


@pytest.mark.parametrize("code", CATALOGUE)
def test_no_two_answers_call_everything_alike(code: str) -> None:
    """But where a condition says what the label does not: the days, proofs and rows that are asked for."""
    told_by_conditions = {"dates", "empty", "partner", "result", "last_day", "months", "actual", "formula", "times_100"}
    entry = CATALOGUE[code]
    taken: Any = entry.measured_by
    alike = set()
    for reading, answer in entry.not_taken:
        other = entry.measured_under(reading, answer)
        if other is not None and [one.label for one in other.variables] == [one.label for one in taken.variables]:
            alike.add(reading.word if "accounts" not in answer.changes else "dates")
    assert set() == alike - told_by_conditions


@pytest.mark.parametrize(
    ("indicator", "quantities", "said"),
    [
        (
            ProductivityDelta(),
            {"improvement": -5, "cases": 1},
            ("Rata-rata performansi menurun.", "Performance fell on average."),
        ),
        (
            RatioOfMeansDelta(),
            {"better": 1, "worse": 2, "before": 2},
            ("Rata-rata performansi menurun.", "Performance fell on average."),
        ),
        (
            PNBPGrowth(),
            {"previous": 2, "current": 1},
            ("PNBP turun dari tahun sebelumnya.", "PNBP fell from the year before."),
        ),
        (
            PNBPGrowth(money="number_of_orders"),
            {"previous": 2, "current": 1},
            ("SPK yang dibayar berkurang dari tahun sebelumnya.", "Orders paid for fell from the year before."),
        ),
        (
            AccreditedScopeGrowth(counted="parameter"),
            {"previous": 2, "current": 1},
            ("Parameter terakreditasi berkurang.", "Accredited parameters were lost."),
        ),
        (
            P3DNRatio(),
            {"realised": 2, "ceiling": 1},
            ("Realisasi melebihi pagu.", "More was realised than the ceiling."),
        ),
        (
            P3DNRatio(measured="domestic_share"),
            {"realised": 2, "ceiling": 1},
            ("Realisasi PDN melebihi seluruh realisasi.", "More was realised on domestic products than in all."),
        ),
        (
            P3DNRatio(),
            {"realised": -1, "ceiling": 1},
            ("Realisasi di bawah nol: pengembalian melebihi belanja.", "Below zero: returns exceed spending."),
        ),
    ],
    ids=repr,
)
def test_a_remark_is_of_what_was_counted(indicator: Any, quantities: dict[str, int], said: tuple[str, str]) -> None:
    """In both languages."""
    found = indicator.remarks({name: Fraction(value) for name, value in quantities.items()})
    assert [said] == [(one.id, one.en) for one in found]


def test_a_fall_of_what_should_fall_is_no_remark() -> None:
    """A fall of energy per tonne is no worse performance where its sign is kept."""
    fell = {"improvement": Fraction(-5), "cases": Fraction(1)}
    assert [] == list(ProductivityDelta(direction="sign_kept").remarks(fell))


def test_means_that_stayed_alike_did_not_fall() -> None:
    """Nothing is remarked on."""
    alike = {"better": Fraction(2), "worse": Fraction(2), "before": Fraction(2)}
    assert [] == list(RatioOfMeansDelta().remarks(alike))


def test_a_difference_of_which_the_sign_is_kept_is_called_so() -> None:
    """The only change, whichever way is better."""
    gained, _ = ProductivityDelta(mean="points", direction="sign_kept").variables
    expected = ("jumlah selisih seluruh kasus, masing-masing B - A", "sum of the differences of all cases, each B - A")
    assert expected == (gained.label.id, gained.label.en)


def test_what_is_left_out_is_called_no_zero() -> None:
    """A case that was not measured did not get better."""
    both = ProductivityDelta(worse="left_out", unmeasured="zero")
    assert ProductivityDelta(worse="left_out").variables == both.variables


def test_another_word_is_no_answer() -> None:
    """Those that there are stand in the message."""
    with pytest.raises(UnknownIndicatorError) as caught:
        ProductivityDelta(case="balai")
    assert ("balai", ("measure", "company")) == (caught.value.name, tuple(caught.value.available))
