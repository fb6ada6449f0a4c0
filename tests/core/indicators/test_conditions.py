"""Every condition of a counting rule rests on words of the clause, or on an answer that the catalogue announces."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from kinerja import BSPJI_PEKANBARU_2021_2024 as CATALOGUE
from kinerja.records import as_period
from kinerja.records.fields_read import FieldsRead

if TYPE_CHECKING:
    from kinerja import Entry

RESTS_ON: dict[str, dict[str, str]] = {
    "SK1/1": {
        "keempat tahap bertanggal dan berurutan": "completed; dates",
        "pascainkubasi selesai dalam periode": "tahun berjalan",
    },
    "SK1/2": {
        "bukti tertulis": "berdasarkan SPK/bukti lain",
        "mitra tertulis": "partner",
        "kapabilitas tertulis": "capability",
        "bukti bertanggal dalam periode": "day",
    },
    "SK2/1": {
        "dibina pada tahun berjalan": "perusahaan yang dibina di tahun berjalan (A)",
        "omzet dan/atau klien meningkat": "growth; fall; base",
    },
    "SK3/1": {
        "pendampingan pada tahun berjalan": "year",
        "diukur sebelum dan sesudah": "unmeasured",
        "ukuran sebelum di atas 0": "mean",
    },
    "SK3/2": {
        "akun layanan": "receipts",
        "diterima dalam masa yang sama tahun sebelumnya": "months",
        "diterima dalam periode": "money",
    },
    "SK3/3": {
        "terakreditasi pada 31 Desember tahun sebelumnya": "moment; lapse",
        "terakreditasi pada akhir periode": "moment; lapse",
    },
    "SK3/4": {
        "tahun anggaran": "Data pagu anggaran dan realisasi",
        "akun P3DN": "berdasarkan akun terpilih",
    },
}
"""Code -> condition -> words of the clause, or the words of readings."""

SETTINGS: dict[str, dict[str, Any]] = {"SK3/2": {"accounts": ["425283"]}}
"""What must be set before every condition is asked."""

of_every_entry = pytest.mark.parametrize("code", CATALOGUE)


def _tallies(code: str) -> list[Any]:
    indicator: Any = CATALOGUE.with_settings({code: SETTINGS.get(code, {})})[code].measured_by
    return list(indicator.tally(FieldsRead.line(indicator.record), as_period(2023)))


def _quoted(entry: Entry) -> str:
    return f"{entry.definition} {entry.method} {entry.data_source.annex_2}"


@of_every_entry
def test_every_condition_rests_on_something(code: str) -> None:
    """None is asked of which nobody can say why."""
    assert set(RESTS_ON[code]) == {name for tally in _tallies(code) for name in tally.conditions}


@of_every_entry
def test_what_a_condition_rests_on_is_there(code: str) -> None:
    """Words that the decree prints, or readings of its entry."""
    entry = CATALOGUE[code]
    readings = {reading.word for reading in entry.readings}
    given = RESTS_ON[code].values()
    assert [] == [rests for rests in given if rests not in _quoted(entry) and not set(rests.split("; ")) <= readings]


@of_every_entry
def test_what_several_records_are_about_is_announced(code: str) -> None:
    """Whatever counts once for several records is what the entry's reading of what is counted says."""
    counts_things = any(tally.per is not None for tally in _tallies(code))
    assert counts_things == ("counted" in {reading.word for reading in CATALOGUE[code].readings})
