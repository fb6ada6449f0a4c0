"""Budget lines at several moments: one row a quarter of cumulative figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kinerja import RecordsError
from kinerja.indicators import BudgetLine, P3DNRatio, Tenant
from kinerja.readers import read_rows, stream_rows
from kinerja.readers.tables.moments import numbered_alike, sum_of_others
from said import refused

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

HEADINGS = "kode anggaran;tahun;akun;pagu;realisasi\n"


def _lines(references: Sequence[str], account: str = "521211") -> str:
    return HEADINGS + "".join(f"{reference};2023;{account};120;114\n" for reference in references)


@pytest.mark.parametrize(
    "references",
    [
        ["521211 TW1", "521211 TW2", "521211 TW3", "521211 TW4"],
        ["ATK TW I", "ATK TW-II"],
        ["ATK Triwulan II", "ATK triwulan ke-3"],
        ["ATK s.d. Maret", "ATK s.d. Juni"],
        ["ATK s/d Maret 2023", "ATK s/d Juni 2023"],
        ["ATK sampai dengan Sept", "ATK sampai dengan Desember"],
        ["ATK (Q1)", "ATK (Q2)"],
        ["ATK per 31 Maret 2023", "ATK per 30 Juni 2023"],
        ["ATK per 31/03/2023", "ATK per 30/06/2023"],
        ["Semester I ATK", "Semester II ATK"],
        ["ATK posisi Januari", "ATK posisi Februari"],
        ["TW1", "TW2"],
        ["ATK", "ATK TW4"],
        ["ATK TW1", "atk tw2"],
        ["ATK bulan 3", "ATK bulan 6"],
        ["ATK 2023-03", "ATK 2023-06"],
        ["ATK 2023/03/31", "ATK 2023/06/30"],
        ["ATK 03/2023", "ATK 06/2023"],
        ["ATK 2023TW1", "ATK 2023TW2"],
        ["ATK Triwulan Pertama", "ATK Triwulan Kedua"],
        ["ATK Triw. I", "ATK Trw II"],
        ["ATK Caturwulan I", "ATK cawu II"],
        ["ATK March", "ATK Dec-23"],
        ["ATK Mar23", "ATK Jun'23"],
    ],
)
def test_lines_that_differ_in_a_word_of_a_period_are_refused(
    write_csv: Callable[..., Path], references: list[str]
) -> None:
    """Their sum would count what was realised in January four times."""
    with refused("budget.several_moments", RecordsError, lines=references):
        read_rows(write_csv(_lines(references)), BudgetLine, unit="X")


@pytest.mark.parametrize(
    "references",
    [
        ["ATK TW1"],
        ["ATK TW1", "Sewa TW1", "Jasa TW2"],
        ["6025.EBA.001", "6025.EBA.002"],
        ["tw", "twin", "q1a", "marka", "semesta 1"],
        ["Rapat 1", "Rapat 2"],
        ["ATK 2022", "ATK 2023"],
        ["Sewa I", "Sewa II"],
        ["SPK 001/03/2023", "SPK 001/06/2023"],
        ["2020-01-001", "2020-02-001"],
        ["Ruang dua", "Ruang tiga"],
    ],
)
def test_lines_that_differ_otherwise_are_lines_of_their_own(
    write_csv: Callable[..., Path], references: list[str]
) -> None:
    """And a word of a period alone proves nothing."""
    rows = read_rows(write_csv(_lines(references)), BudgetLine, unit="X")
    assert references == [line.reference for line in rows]


def test_lines_of_other_accounts_are_lines_of_their_own(write_csv: Callable[..., Path]) -> None:
    """Each account has its ceiling."""
    path = write_csv(_lines(["ATK TW1"]) + "ATK TW2;2023;521811;1;1\nATK TW3;2022;521211;1;1\n")
    assert 3 == len(read_rows(path, BudgetLine, unit="X"))


def test_several_lines_are_told_at_once(write_csv: Callable[..., Path]) -> None:
    """Each with its moments."""
    with pytest.raises(RecordsError) as caught:
        read_rows(write_csv(_lines(["A TW1", "B TW1", "A TW2", "B TW2"])), BudgetLine, unit="X")
    assert ["budget.several_moments"] * 2 == [problem.code for problem in caught.value.problems]


def test_the_last_line_alone_gives_the_years_figure(write_csv: Callable[..., Path]) -> None:
    """114 of 120."""
    rows = read_rows(write_csv(_lines(["521211 TW4"])), BudgetLine, unit="X")
    assert 95 == P3DNRatio().measure_records(rows, period=2023).actual


@pytest.mark.parametrize(
    "references",
    [["ATK TW1", "Sewa", "ATK TW2"], ["ATK", "ATK TW4"], ["ATK TW1", "Sewa TW2"], ["ATK", "Sewa"]],
    ids=["two moments", "one moment", "other lines", "no moment"],
)
def test_a_stream_refuses_what_the_whole_table_refuses(write_csv: Callable[..., Path], references: list[str]) -> None:
    """Before its first line."""
    path = write_csv(_lines(references))
    told = []
    for read in (read_rows, stream_rows):
        try:
            told.append([line.reference for line in read(path, BudgetLine, unit="X")])
        except RecordsError as error:
            told.append([problem.text.id for problem in error.problems])
    assert told[0] == told[1]


def _numbered(write_csv: Callable[..., Path], *rows: str) -> str | None:
    said = numbered_alike(read_rows(write_csv(HEADINGS + "\n".join(rows) + "\n"), BudgetLine, unit="X"))
    return None if said is None else said.id.partition("dihitung: ")[2].partition(". Bila")[0]


def test_numbered_lines_that_only_rise_are_named(write_csv: Callable[..., Path]) -> None:
    """Four quarters under running numbers look so; what they are, no file says."""
    rows = [f"521211/{number};2023;521211;120;{realised}" for number, realised in ((1, 20), (2, 55), (3, 55), (4, 114))]
    assert "521211/1 = 521211/2 = 521211/3 = 521211/4" == _numbered(write_csv, *reversed(rows))


@pytest.mark.parametrize(
    "rows",
    [
        ("A/1;2023;521211;120;55", "A/2;2023;521211;120;20"),
        ("A/1;2023;521211;120;20", "A/2;2023;521211;130;55"),
        ("A/1;2023;521211;120;120", "A/2;2023;521211;120;120"),
        ("A/1;2023;521211;120;20", "B/2;2023;521211;120;55"),
        ("A/1;2023;521211;120;20", "A/2;2023;521811;120;55"),
        ("A/101;2023;521211;120;20", "A/102;2023;521211;120;55"),
        ("A/1/x;2023;521211;120;20", "A/2/x;2023;521211;120;55"),
    ],
    ids=["falls", "another ceiling", "alike", "another name", "another account", "long numbers", "within"],
)
def test_numbered_lines_that_differ_otherwise_are_not_named(
    write_csv: Callable[..., Path], rows: tuple[str, ...]
) -> None:
    """They are contracts of their own, as far as anyone can tell."""
    assert _numbered(write_csv, *rows) is None


def test_many_numbered_lines_are_named_in_part(write_csv: Callable[..., Path]) -> None:
    """Five of them, and how many more there are."""
    rows = [f"{letter}/{number};2023;521211;120;{number}" for letter in "ABCDEFG" for number in (1, 2)]
    expected = ", ".join([*(f"{letter}/1 = {letter}/2" for letter in "ABCDE"), "dan 2 lainnya"])
    assert expected == _numbered(write_csv, *rows)


def _sum(write_csv: Callable[..., Path], *rows: str) -> str | None:
    said = sum_of_others(read_rows(write_csv(HEADINGS + "\n".join(rows) + "\n"), BudgetLine, unit="X"))
    return None if said is None else said.id


def test_a_row_that_is_the_sum_of_all_others_is_named(write_csv: Callable[..., Path]) -> None:
    """As the national total in open data, under a code as all others: the share is right, the amounts are twice it."""
    told = _sum(write_csv, "11;2023;521211;60;30", "00;2023;521211;100;47", "12;2023;521211;40;17")
    said = (
        "X, 2023, 00: jumlahnya sama dengan jumlah semua baris lain, dan ikut dihitung. Bila itu baris jumlah, hapus."
    )
    assert said == told


@pytest.mark.parametrize(
    "rows",
    [
        ("00;2023;521211;100;47", "11;2023;521211;100;47"),
        ("00;2023;521211;100;47", "11;2023;521211;60;30", "12;2023;521211;40;16"),
        ("00;2023;521211;0;0", "11;2023;521211;0;0", "12;2023;521211;0;0"),
    ],
    ids=["two", "another sum", "nothing"],
)
def test_rows_that_are_no_sum_are_not_named(write_csv: Callable[..., Path], rows: tuple[str, ...]) -> None:
    """Two that are alike, sums of one amount alone, rows without money."""
    assert _sum(write_csv, *rows) is None


def test_rows_without_amounts_are_no_sums(write_csv: Callable[..., Path]) -> None:
    """Such as tenants."""
    rows = read_rows(write_csv("tenan;seleksi\nA;\nB;\nC;\n"), Tenant, unit="X")
    assert [None, None] == [sum_of_others(rows), sum_of_others([])]
