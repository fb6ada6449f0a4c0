"""Published tables: titles above, headings in one row or in two, a row that numbers the columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from kinerja import BSPJI_PEKANBARU_2021_2024 as CATALOGUE
from kinerja import ColumnsError, RecordsError
from kinerja.indicators import BudgetLine, Tenant
from kinerja.readers import read_actuals, read_rows, read_targets
from said import refused

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

TITLES = "LAPORAN KINERJA BALAI CONTOH\nTAHUN 2023\n\n"
TWO = "No;Kode;Tahun 2023;;;Keterangan\n;;Target;Realisasi;Capaian (%);\n"


def _read(path: Path, **more: Any) -> dict[str, Any]:
    return read_actuals(path, entries=CATALOGUE, **more).by_code()


@pytest.mark.parametrize("titles", ["", "LAPORAN\n", TITLES, "Satker: Balai Contoh;;\n", "sep=;\n", "\n" * 5])
def test_titles_may_stand_above_the_headings(write_csv: Callable[..., Path], titles: str) -> None:
    """As in every published report."""
    assert {"SK1/1": 2} == _read(write_csv(f"{titles}Kode;Realisasi;Keterangan\nSK1/1;2;\n"))


def test_what_stands_above_the_headings_is_told(write_csv: Callable[..., Path]) -> None:
    """A text a row; nothing vanishes."""
    above = read_actuals(write_csv(f"{TITLES}Satker;:;Balai\nKode;Realisasi\nSK1/1;2\n")).above
    assert ("LAPORAN KINERJA BALAI CONTOH", "TAHUN 2023", "Satker : Balai") == above


@pytest.mark.parametrize("titles", ["", TITLES])
@pytest.mark.parametrize("numbers", ["", "(1);(2);(3);(4);(5);(6)\n", "1;2;3;4;5=4/3;6\n", "\n1;2;3;4;5;6\n"])
def test_headings_may_stand_in_two_rows(write_csv: Callable[..., Path], titles: str, numbers: str) -> None:
    """The upper one says what several of the lower are about; a row may number them."""
    path = write_csv(f"{titles}{TWO}{numbers}1;SK1/1;1;2;200;baik\n")
    assert {"SK1/1": 2} == _read(path, period=2023)
    (row,) = read_actuals(path, entries=CATALOGUE).rows
    assert ("Tahun 2023 Target", "Tahun 2023 Capaian (%)") == row.beside


def test_targets_are_read_below_two_rows_of_headings_too(write_csv: Callable[..., Path]) -> None:
    """One table may hold both."""
    path = write_csv(f"{TITLES}{TWO}1;SK1/1;1;2;200;baik\n")
    assert {"SK1/1": 1} == read_targets(path, entries=CATALOGUE, period="2023-TW1")


@pytest.mark.parametrize(
    ("upper", "lower", "names"),
    [
        ("Kode;Tahun 2022;Tahun 2023", ";Realisasi;Realisasi", ["Tahun 2022 Realisasi", "Tahun 2023 Realisasi"]),
        (";Tahun 2022;Tahun 2023", "Kode;Realisasi;Realisasi", ["Tahun 2022 Realisasi", "Tahun 2023 Realisasi"]),
    ],
)
def test_two_columns_that_could_be_meant_are_refused_by_their_names(
    write_csv: Callable[..., Path], upper: str, lower: str, names: list[str]
) -> None:
    """Neither is taken."""
    with refused("heading.twice", RecordsError, row=2, names=names):
        _read(write_csv(f"{upper}\n{lower}\nSK1/1;1;2\n"))


@pytest.mark.parametrize(
    "heading",
    ["Realisasi 2023", "REALISASI TAHUN 2023", "Realisasi (TA. 2023)", '"Realisasi\n2023"', "Realisasi Kinerja"],
)
def test_the_heading_of_realisations_may_name_its_year(write_csv: Callable[..., Path], heading: str) -> None:
    """As in every report."""
    assert {"SK1/1": 2} == _read(write_csv(f"Kode IKU;{heading}\nSK1/1;2\n"), period=2023)


def test_of_two_years_in_headings_none_is_chosen(write_csv: Callable[..., Path]) -> None:
    """Not even by the period; a column that names none is the one, whatever stands beside."""
    with refused("heading.twice", RecordsError, row=1, names=["Realisasi 2022", "Realisasi 2023"]):
        _read(write_csv("Kode;Realisasi 2022;Realisasi 2023\nSK1/1;1;2\n"), period=2023)
    assert {"SK1/1": 2} == _read(write_csv("Kode;Realisasi 2022;Realisasi\nSK1/1;1;2\n"), period=2023)


@pytest.mark.parametrize(
    ("heading", "period", "is_read"),
    [
        ("Triwulan I", "2023-TW1", True),
        ("Triwulan I", "2023-TW2", False),
        ("TW-1", 2023, False),
        ("TW IV 2023", 2023, True),
        ("Semester 1", "2023-S1", True),
        ("Semester I", "2023", False),
        ("s.d. Maret 2023", "2023-TW1", True),
        ("Maret", "2023-TW2", False),
    ],
)
@pytest.mark.parametrize("rows", ["Kode;{}\n;Realisasi\n", "Kode;Realisasi {}\n"])
def test_a_column_headed_by_another_part_of_the_year_is_refused(
    write_csv: Callable[..., Path],
    rows: str,
    heading: str,
    period: int | str,
    is_read: bool,  # noqa: FBT001 - a parameter
) -> None:
    """The first quarter would be taken for the second, or for the year."""
    path = write_csv(f"{rows.format(heading)}SK1/1;2\n")
    if is_read:
        assert {"SK1/1": 2} == _read(path, period=period)
        return
    with pytest.raises(RecordsError) as caught:
        _read(path, period=period)
    assert ["heading.other_year"] == [problem.code for problem in caught.value.problems]


@pytest.mark.parametrize("period", [2023, "2023-TW2"])
def test_a_column_headed_by_another_year_is_refused(write_csv: Callable[..., Path], period: int | str) -> None:
    """Last year's table would give last year's figures."""
    path = write_csv("Kode;Tahun 2022;\n;Target;Realisasi\nSK1/1;1;2\n")
    with refused(
        "heading.other_year", RecordsError, row=2, value="Tahun 2022 Realisasi", period=CATALOGUE.decree.covered(period)
    ):
        _read(path, period=period)
    with refused(
        "heading.other_year", RecordsError, row=2, value="Tahun 2022 Target", period=CATALOGUE.decree.covered(period)
    ):
        read_targets(path, entries=CATALOGUE, period=period)
    assert {"SK1/1": 2} == _read(path)


@pytest.mark.parametrize(
    "table",
    [
        "Kode;Realisasi\n;TW I;TW II\nSK1/1;1;2\n",
        "Indikator;Tahun 2023\n;Realisasi\nSK1/1;1\n",
        "Kode\nRealisasi\nSK1/1;1\n",
    ],
)
def test_headings_that_say_less_than_is_needed_are_refused(write_csv: Callable[..., Path], table: str) -> None:
    """A quarter's realisation is not the year's, and without codes nobody knows whose it is."""
    with pytest.raises((ColumnsError, RecordsError)):
        _read(write_csv(table))


def test_a_row_of_figures_is_no_heading(write_csv: Callable[..., Path]) -> None:
    """The lower of two rows of headings holds texts alone."""
    with pytest.raises(ColumnsError):
        _read(write_csv("Kode;Nilai\n\nSK1/1;realisasi\n"))


def test_headings_far_below_are_not_looked_for(write_csv: Callable[..., Path]) -> None:
    """Twenty filled rows are enough for any title."""
    with pytest.raises(ColumnsError):
        _read(write_csv("judul\n" * 20 + "Kode;Realisasi\nSK1/1;1\n"))
    assert {"SK1/1": 1} == _read(write_csv("judul\n" * 19 + "Kode;Realisasi\nSK1/1;1\n"))


def test_a_first_row_that_can_be_read_is_a_row(write_csv: Callable[..., Path]) -> None:
    """An office may number its indicators; without a catalogue nobody knows."""
    assert {"1": 2} == read_actuals(write_csv("Kode;Realisasi\n1;2\n")).by_code()


@pytest.mark.parametrize("row", ["(1);(3)", "(2);(3)", "(1);", "SK1/1;(2)"])
def test_a_row_that_does_not_number_the_columns_is_refused(write_csv: Callable[..., Path], row: str) -> None:
    """It is no row either."""
    with pytest.raises(RecordsError):
        _read(write_csv(f"Kode;Realisasi\n{row}\nSK1/2;1\n"))


def test_numbers_of_columns_below_the_first_row_are_refused(write_csv: Callable[..., Path]) -> None:
    """They number nothing there."""
    with pytest.raises(RecordsError):
        _read(write_csv("Kode;Realisasi\nSK1/1;1\n(1);(2)\n"))


def test_a_form_may_have_a_title_and_numbers_of_columns(write_csv: Callable[..., Path]) -> None:
    """As a table of figures."""
    path = write_csv(f"{TITLES}kode anggaran;tahun;akun;pagu;realisasi\n1;2;3;4;5\nA;2023;521211;100;50\n")
    assert ["A"] == [line.reference for line in read_rows(path, BudgetLine, unit="X")]


def test_a_row_that_cannot_be_read_is_told_with_the_others(write_csv: Callable[..., Path]) -> None:
    """Looking for headings does not stop at it."""
    with refused("csv.quotes", RecordsError, row=3):
        _read(write_csv('judul\nKode;Realisasi\n"SK1/1;1\n'))


def test_a_misspelt_heading_below_a_title_is_refused(write_csv: Callable[..., Path]) -> None:
    """The nearest row is told."""
    with pytest.raises((ColumnsError, RecordsError)) as caught:
        _read(write_csv(f"{TITLES}Kode;Realisai\nSK1/1;1\n"))
    assert "Realisai" in str(caught.value)


@pytest.mark.parametrize("row", ["1;SK1/1;1;2;200;baik", ";sk 1-1;;2;;"])
def test_a_row_above_the_headings_that_could_stand_below_them_is_refused(
    write_csv: Callable[..., Path], row: str
) -> None:
    """Rows that were sorted or pasted above the headings would be lost."""
    path = write_csv(f"{row}\n{TWO}2;SK3/4;45;47,25;105;\n")
    value = " ".join(filter(None, row.split(";")))
    with refused("heading.row_above", RecordsError, row=1, value=value):
        _read(path)


@pytest.mark.parametrize("row", ["LAPORAN;KINERJA;2023;2", "SK1/1;;;", ";SK1/1;;dua", "(1);(2);(3);(4)"])
def test_what_could_not_stand_below_the_headings_is_told(write_csv: Callable[..., Path], row: str) -> None:
    """It is a title, whatever it says."""
    actuals = read_actuals(write_csv(f"{row}\n{TWO}2;SK3/4;45;47,25;105;\n"), entries=CATALOGUE)
    assert (" ".join(row.replace(";", " ").split()),) == actuals.above
    assert ["SK3/4"] == [*actuals.by_code()]


def test_a_title_of_a_form_whose_rows_are_texts_is_told(write_csv: Callable[..., Path]) -> None:
    """Texts alone are no row."""
    path = write_csv("Balai;Contoh\nsatker;tenan;seleksi;prainkubasi;inkubasi;pascainkubasi\nX;A;;;;\n")
    assert ["A"] == [row.tenant for row in read_rows(path, Tenant)]


def test_a_row_of_a_form_above_its_headings_is_refused(write_csv: Callable[..., Path]) -> None:
    """A day tells it from a title."""
    path = write_csv("X;B;01/02/2023\nsatker;tenan;seleksi;prainkubasi;inkubasi;pascainkubasi\nX;A;;;;\n")
    with refused("heading.row_above", RecordsError, row=1, value="X B 01/02/2023"):
        read_rows(path, Tenant)
