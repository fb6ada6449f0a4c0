"""Cases of tables as offices publish and type them, and variants of each kind."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from kinerja import BSPJI_PEKANBARU_2021_2024 as CATALOGUE
from kinerja import DoubleCountError, RecordsError
from kinerja.indicators import BudgetLine, P3DNRatio
from kinerja.readers import measure_folders, read_actuals, read_folder, read_rows, read_targets, remarks_on
from said import refused

if TYPE_CHECKING:
    from collections.abc import Callable

CASES = Path(__file__).parents[2] / "data" / "cases"
PUBLISHED = CASES / "09-lkjip-table-with-title-rows"
QUARTERS = CASES / "12-quarterly-cumulative-lines"
TITLE = "PENGUKURAN KINERJA BALAI CONTOH TAHUN 2023"


@pytest.mark.parametrize(("name", "code", "value"), [("lkjip.xlsx", "SK3/4", 47.25), ("judul.csv", "SK1/1", 1)])
def test_a_published_table_is_read_as_it_is(name: str, code: str, value: float) -> None:
    """Case 09: a merged title, two rows of headings."""
    assert {code: value} == read_actuals(PUBLISHED / name, entries=CATALOGUE, period=2023).by_code()


def test_the_achievement_of_the_published_table_is_its_own() -> None:
    """105,00, as the table says beside it."""
    card = CATALOGUE.scorecard(2023, read_actuals(PUBLISHED / "lkjip.xlsx", entries=CATALOGUE).by_code())
    assert "105,00%" == str(card["SK3/4"].achievement)
    assert {"SK3/4": 45} == read_targets(PUBLISHED / "lkjip.xlsx", entries=CATALOGUE)


def test_the_title_of_a_published_table_is_told() -> None:
    """It was not read."""
    assert (TITLE,) == read_actuals(PUBLISHED / "lkjip.xlsx").above


def _published(write: Callable[..., Path], *years: int, numbered: bool = False) -> Path:
    """Write a table whose headings are merged as offices merge them."""

    def merged(row: int, first: int, last: int, text: str) -> Callable[..., None]:
        return lambda _book, sheet, _row, _column: sheet.merge_range(row - (first == last), first, row, last, text)

    upper: dict[int, Any] = {0: "No", 1: "Kode", 2: "Indikator"}
    lower: dict[int, Any] = {}
    for place, year in enumerate(years):
        first = 3 + 2 * place
        upper[first] = merged(2, first, first + 1, f"Tahun {year}")
        lower |= {first: "Target", first + 1: "Realisasi"}
    width = 3 + 2 * len(years)
    numbers = {place: f"({place + 1})" for place in range(width)}
    row = {0: 1, 1: "SK 3/4", 2: "P3DN", **{place: 40 + place for place in range(3, width)}}
    title = {0: merged(0, 0, width - 1, TITLE)}
    return write([title, {}, upper, lower, *([numbers] if numbered else []), row], constant_memory=False)


@pytest.mark.parametrize("numbered", [False, True])
def test_merged_headings_of_one_year_are_read(write_workbook: Callable[..., Path], numbered: bool) -> None:  # noqa: FBT001 - a parameter
    """With numbers of columns below them or without."""
    path = _published(write_workbook, 2023, numbered=numbered)
    assert {"SK3/4": 44} == read_actuals(path, entries=CATALOGUE, period=2023).by_code()


def test_merged_headings_of_two_years_are_refused_by_name(write_workbook: Callable[..., Path]) -> None:
    """Nobody knows which is asked for."""
    names = ["Tahun 2022 Realisasi", "Tahun 2023 Realisasi"]
    with refused("heading.twice", RecordsError, row=4, names=names):
        read_actuals(_published(write_workbook, 2022, 2023), entries=CATALOGUE, period=2023)


def test_a_published_table_may_lie_in_a_folder(tmp_path: Path) -> None:
    """What stands above its headings is told in the remarks."""
    (tmp_path / "lkjip.xlsx").write_bytes((PUBLISHED / "lkjip.xlsx").read_bytes())
    folder = read_folder(tmp_path, CATALOGUE)
    remarks = remarks_on([folder], CATALOGUE, 2023, measure_folders([folder], CATALOGUE, 2023))["SK3/4"]
    assert [
        "Kolom yang tidak dibaca di lkjip.xlsx: Tahun 2023 Target, Tahun 2023 Capaian.",
        "Kolom yang tidak dibaca di lkjip.xlsx: Indikator.",
        f"Di atas judul kolom lkjip.xlsx, tidak dibaca: {TITLE}.",
    ] == [remark.id for remark in remarks]


def test_codes_are_taken_as_people_write_them() -> None:
    """Case 10: exactly one fits each."""
    actuals = read_actuals(CASES / "10-codes-written-otherwise" / "realisasi.csv", entries=CATALOGUE)
    assert {"SK1/1": 1, "SK1/2": 1, "SK2/1": 1, "SK3/1": 12.5} == actuals.by_code()


@pytest.mark.parametrize("heading", ["target", "target 2023", "Target 2023 TW1", "target 2023-tw1"])
def test_so_are_those_of_targets(write_csv: Callable[..., Path], heading: str) -> None:
    """And the periods of their columns."""
    path = write_csv(f"Kode;{heading}\nsk1.1;2\nSK 3-4;45\n")
    period = "2023-tw1" if "tw" in heading.casefold() else 2023
    assert {"SK1/1": 2, "SK3/4": 45} == read_targets(path, entries=CATALOGUE, period=period)


def test_one_code_written_in_two_ways_is_given_twice(write_csv: Callable[..., Path]) -> None:
    """Neither is taken."""
    with refused("cell.not_unique", RecordsError, row=3, column="kode", value="sk1-1", first=2):
        read_actuals(write_csv("kode;realisasi\nSK 1/1;1\nsk1-1;2\n"), entries=CATALOGUE)


def test_a_code_of_nothing_is_refused_with_the_close_ones(write_csv: Callable[..., Path]) -> None:
    """SK4/1 is nowhere."""
    with pytest.raises(RecordsError) as caught:
        read_actuals(write_csv("kode;realisasi\nSK 4/1;1\n"), entries=CATALOGUE)
    assert "name.misspelt" == caught.value.code


def test_one_line_given_four_times_is_refused() -> None:
    """Case 12: the account for a reference."""
    with pytest.raises(DoubleCountError):
        P3DNRatio().measure_records(read_rows(QUARTERS / "ref-akun.csv", BudgetLine), period=2023)


def test_one_line_at_four_moments_is_refused() -> None:
    """Case 12: 50,91 would be no figure of any day."""
    lines = [f"521211 TW{number}" for number in range(1, 5)]
    with refused("budget.several_moments", RecordsError, lines=lines):
        read_rows(QUARTERS / "ref-triwulan.csv", BudgetLine)


@pytest.mark.parametrize("name", ["ref-akun.csv", "ref-triwulan.csv"])
def test_the_last_quarter_alone_is_the_year(write_csv: Callable[..., Path], name: str) -> None:
    """Case 12: 114 of 120."""
    heading, *_, last = (QUARTERS / name).read_text(encoding="utf-8").splitlines()
    rows = read_rows(write_csv(f"{heading}\n{last}\n"), BudgetLine)
    assert 95 == P3DNRatio().measure_records(rows, period=2023).actual


LAST_YEAR = {
    "SK1/1": (
        "satker;tenan;seleksi;prainkubasi;inkubasi;pascainkubasi",
        ";A;01/01/2022;01/03/2022;01/06/2022;01/02/2023",
    ),
    "SK1/2": (
        "satker;nomor bukti;mitra;jenis mitra;hasil;kapabilitas;tanggal bukti",
        ";B1;PT B;akademisi;prototipe;uji;01/02/2023",
    ),
    "SK2/1": (
        "satker;perusahaan;tahun;omzet sebelum;omzet sesudah;klien sebelum;klien sesudah",
        ";PT C;2023;100;200;1;2",
    ),
    "SK3/1": (
        "satker;perusahaan;ukuran performansi;tahun;sebelum;sesudah;lebih rendah lebih baik",
        ";PT D;rendemen;2023;1;2;tidak",
    ),
    "SK3/2": (
        "satker;nomor penerimaan;nomor spk;akun;layanan;jumlah;tanggal penerimaan",
        ";P1;S1;425289;uji;100;01/02/2023",
    ),
    "SK3/3": ("satker;ruang lingkup;parameter;terakreditasi sejak;dicabut sejak", ";air;pH;01/02/2022;"),
    "SK3/4": ("satker;kode anggaran;tahun;akun;pagu;realisasi", ";A;2023;521211;100;50"),
}
"""The forms' headings as they were written before the first release, and a row below each."""


@pytest.mark.parametrize("code", LAST_YEAR)
def test_a_form_of_last_year_still_reads(tmp_path: Path, code: str) -> None:
    """Columns that came later are told as lacking."""
    (tmp_path / f"{code.replace('/', '-')} lama.csv").write_text("\n".join(LAST_YEAR[code]), encoding="utf-8")
    folder = read_folder(tmp_path, CATALOGUE)
    assert ([code], [(1, ())]) == ([*folder.given], [(len(one.records), one.unread) for one in folder.given[code]])
