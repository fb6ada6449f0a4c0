"""Every condition of a counting rule rests on words of the clause, or on an answer that the catalogue announces."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from kinerja import BSPJI_PEKANBARU_2021_2024 as CATALOGUE
from kinerja.measurement import answers_of
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


UNDER_OTHERS: dict[str, dict[str, str]] = {
    "SK1/1": {
        "ketiga tahap bertanggal dan berurutan": "completed",
        "pelaksanaan inkubasi selesai dalam periode": "completed",
        "seleksi selesai dalam periode": "completed",
        "keempat tahap bertanggal": "dates",
        "keempat tahap bertanggal dan berurutan, pada hari yang berlainan": "dates",
        "tahap yang bertanggal berurutan": "dates",
    },
    "SK1/2": {
        "jenis mitra tertulis": "partner",
        "hasil tertulis": "counted; result",
        "hasil dalam bentuk yang disebut definisi": "result",
        "bukti sampai akhir periode": "day",
        "bukti sebelum periode": "day",
        "mitra atau kapabilitas tertulis": "together",
    },
    "SK2/1": {
        "omzet dan klien meningkat": "growth",
        "omzet meningkat": "growth",
        "klien meningkat": "growth",
        "tidak ada penurunan": "fall",
        "keduanya diketahui tidak turun": "fall",
        "dibina sampai tahun berjalan": "year",
    },
    "SK3/1": {
        "ukuran pembagi di atas 0": "direction",
        "ukuran membaik": "worse",
    },
    "SK3/2": {
        "nomor SPK tertulis": "money; order",
        "layanan tertulis": "order",
        "bukan pengembalian": "money; refunds",
        "diterima pada tahun sebelumnya": "months",
    },
    "SK3/3": {
        "terakreditasi pada akhir periode atau sudah sebelumnya": "formula",
        "terakreditasi sebelumnya": "formula",
        "parameter tertulis": "counted",
        "terakreditasi pada akhir periode yang sama tahun sebelumnya": "moment",
        "dimulai sebelumnya": "lapse",
        "berlanjut sesudahnya": "lapse",
        "dimulai sampai akhir periode": "lapse",
        "berlanjut setelah periode": "lapse",
    },
    "SK3/4": {
        "akun P3DN, selain akun pandemi": "accounts",
    },
}
"""Code -> condition that is asked under other answers alone -> the words of their readings, in their order."""


def _conditions(indicator: Any) -> set[str]:
    line = FieldsRead.line(indicator.record)
    return {name for tally in indicator.tally(line, as_period(2023)) for name in tally.conditions}


def _entry(code: str) -> Entry:
    return CATALOGUE.with_settings({code: SETTINGS.get(code, {})})[code]


def _tallies(code: str) -> list[Any]:
    indicator: Any = _entry(code).measured_by
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
def test_every_condition_under_another_answer_rests_on_its_reading(code: str) -> None:
    """Each belongs to the readings of whose answers it is asked, and to no other."""
    entry = _entry(code)
    own: dict[str, list[str]] = {}
    for reading, answer in entry.not_taken:
        other: Any = entry.measured_under(reading, answer)
        for name in set() if other is None else _conditions(other) - _conditions(entry.measured_by):
            own.setdefault(name, []).append(reading.word)
    assert UNDER_OTHERS[code] == {name: "; ".join(dict.fromkeys(words)) for name, words in own.items()}


@of_every_entry
def test_every_answer_of_an_indicator_is_one_of_the_catalogue(code: str) -> None:
    """Nothing can be counted otherwise that no reading announces, nor is taken that it does not say."""
    indicator: Any = CATALOGUE[code].indicator
    announced = {
        (name, word)
        for _, answer in CATALOGUE[code].not_taken
        for name, word in answer.changes.items()
        if name != "accounts"
    }
    assert announced == {(name, word) for name, words in answers_of(indicator).items() for word in words[1:]}


@of_every_entry
def test_what_several_records_are_about_is_announced(code: str) -> None:
    """Whatever counts once for several records is what the entry's reading of what is counted says."""
    counts_things = any(tally.per is not None for tally in _tallies(code))
    assert counts_things == ("counted" in {reading.word for reading in CATALOGUE[code].readings})
