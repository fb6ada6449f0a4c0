"""Two published means of one quarter, from the same figures.

Source: BPS Kabupaten Tapin, triwulan I 2026: minutes "NOTULENSI RAPAT CAPKIN.docx" and the database beside them, in
the public repository kaizer26/sakip-app at commit cc63e24. The minutes give the office's achievement as 110 percent
against the targets of the quarter and as 6,38 percent against the targets of the year, over 17 indicators.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, TypeAlias

import pytest
import tomli_w

from kinerja import Percent, Reason, Scoring, load_catalogue
from kinerja._base import write

if TYPE_CHECKING:
    from collections.abc import Callable

    from kinerja import Catalogue, Scorecard

Card: TypeAlias = "Callable[..., Scorecard]"

YEAR = 2026
ACTUALS = {"IKU-01": Decimal("2.22"), "IKU-02": Decimal("58.53")} | {f"IKU-{number:02}": 0 for number in range(3, 18)}
"""What was measured in the quarter: two indicators moved, fifteen stood at 0."""

QUARTER = {"IKU-01": Decimal("2.22"), "IKU-02": Decimal("19.2")}
"""The targets of the quarter; the other fifteen are 0 in the source, which is no target."""

ANNUAL = {"IKU-01": Decimal("4.44"), "IKU-02": Decimal(100), "IKU-03": Decimal("4.46"), "IKU-04": Decimal("74.75")}
"""The targets of the year that the source gives; against any target above 0 a measured 0 is 0."""

LABELS = {
    "IKU-01": "Persentase Kumulatif Desa Yang Berpredikat Desa Cinta Statistik",
    "IKU-02": "Tingkat Penyelenggaraan Pembinaan Statistik Sektoral sesuai standar",
    "IKU-03": "Indeks Pelayanan Publik - Penilaian mandiri",
    "IKU-04": "Nilai SAKIP oleh Inspektorat",
}


def load(targets: dict[str, Decimal], other: int | None) -> Catalogue:
    """Make a catalogue of 17 indicators without classes out of their targets."""
    data = {
        "decree": {"number": "-", "title": "IKU", "unit": "BPS Kabupaten Tapin", "years": [YEAR]},
        "objectives": [{"code": "IKU", "text": "Capaian kinerja"}],
        "entries": [
            {
                "code": code,
                "label": LABELS.get(code, code),
                "objective": "IKU",
                "unit": "Poin" if code in {"IKU-03", "IKU-04"} else "Persen",
                "polarity": "Maksimasi",
                "targets": {} if (target := targets.get(code, other)) is None else {str(YEAR): target},
            }
            for code in ACTUALS
        ],
    }
    return load_catalogue(tomli_w.dumps(data).encode())


@pytest.fixture
def against_quarter() -> Scorecard:
    """Return the scorecard against the targets of the quarter, capped at 120."""
    return load(QUARTER, None).scorecard(YEAR, ACTUALS, scoring=Scoring(cap=120))


@pytest.fixture(params=[1, 100], ids=["other targets 1", "other targets 100"])
def against_year(request: pytest.FixtureRequest) -> Scorecard:
    """Return the scorecard against the targets of the year, whatever the targets that the source does not give."""
    return load(ANNUAL, request.param).scorecard(YEAR, ACTUALS)


def test_the_mean_against_the_quarter_is_110(against_quarter: Scorecard) -> None:
    """It is the mean of 100 and of 304,84 capped at 120."""
    assert 110 == against_quarter.mean()


def test_two_indicators_have_a_target_in_the_quarter(against_quarter: Scorecard) -> None:
    """100 stays, 304,84 is capped."""
    assert [("IKU-01", "100,00", Percent(100)), ("IKU-02", "304,84", Percent(120))] == [
        (score.entry.code, write(score.uncapped), score.achievement)
        for score in against_quarter
        if score.uncapped is not None
    ]


def test_fifteen_indicators_have_no_target_in_the_quarter(against_quarter: Scorecard) -> None:
    """A target of 0 is left out of the mean, though 0 was measured."""
    assert 15 == sum(score.reason is Reason.NO_TARGET for score in against_quarter)


def test_counting_the_unmeasured_as_zero_changes_nothing_in_the_quarter(against_quarter: Scorecard) -> None:
    """None is unmeasured: what is missing is the target."""
    assert 110 == against_quarter.mean(unmeasured="zero")


def test_the_mean_against_the_year_is_6_38(against_year: Scorecard) -> None:
    """It is the mean of 50,00 and 58,53 and of fifteen measured zeros."""
    mean = against_year.mean()
    assert mean is not None
    assert (Fraction(10853, 1700), "6,38") == (mean, write(mean))


def test_all_seventeen_indicators_count_against_the_year(against_year: Scorecard) -> None:
    """A measured 0 is a figure."""
    assert [Fraction(50), Fraction(5853, 100), *[Fraction(0)] * 15] == [score.achievement for score in against_year]


def test_the_report_prints_110(against_quarter: Scorecard) -> None:
    """With the cap and the number of indicators behind it."""
    assert [
        "Rata-rata capaian, hanya yang terukur (2 indikator; 15 lagi tanpa target): 110,00%",
        "Capaian dibatasi paling tinggi 120%.",
    ] == [*against_quarter.document().sections[-1].lines][::2]


def test_the_report_prints_6_38(against_year: Scorecard) -> None:
    """Over all 17 indicators."""
    assert "Rata-rata capaian, hanya yang terukur (17 indikator): 6,38%" == str(against_year).split("\n")[-2]
