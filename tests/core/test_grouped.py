"""Thousands of problems of one file, told so that a person reads them."""

from __future__ import annotations

import attrs
import pytest

from kinerja._base import CatalogueError, Problem, RecordsError, Text
from kinerja._base.grouped import by_indicator

ALLOWED = Text(id="bukan angka.", en="not a number.")


def _bad(row: int, column: str | None = "realisasi", value: object = "x", code: str = "a.b") -> Problem:
    return Problem(place="a.csv", row=row, column=column, value=value, allowed=ALLOWED, code=code)


def _lines(problems: list[Problem]) -> list[str]:
    return RecordsError.of(problems).text.id.splitlines()[1:]


def test_ten_rows_of_one_cause_are_told_one_by_one() -> None:
    """Each with its own value."""
    expected = [f"  a.csv, baris {row}, kolom realisasi: 'x{row}': bukan angka." for row in range(2, 12)]
    assert expected == _lines([_bad(row, value=f"x{row}") for row in range(2, 12)])


@pytest.mark.parametrize(("value", "said"), [(None, ""), ("x", "'x': ")])
def test_sentences_that_differ_by_their_row_alone_are_one(value: object, said: str) -> None:
    """Of more than two rows; a column filled in one row alone was told as often as it has rows."""
    alike = [_bad(row, "kode", value) for row in range(3, 12)]
    assert [f"  a.csv, kolom kode: 9 baris (3-11): {said}bukan angka."] == _lines(alike)
    assert [f"  a.csv, baris {row}, kolom kode: {said}bukan angka." for row in (3, 4)] == _lines(alike[:2])
    assert [f"  a.csv, kolom kode: 3 baris (3-5): {said}bukan angka."] == _lines(alike[:3])


def test_more_rows_of_one_column_and_cause_are_told_in_one_sentence() -> None:
    """With its rows, those that follow each other as one, and its first values."""
    rows = [2, 3, 4, 9, 11, 13, 15, 17, 19, 21, 23]
    problems = [_bad(row, value=f"x{row}") for row in rows]
    said = "a.csv, kolom realisasi: 11 baris (2-4, 9, 11, 13, 15, ...): 'x2', 'x3', 'x4', ...: bukan angka."
    assert [f"  {said}"] == _lines(problems)
    english = "a.csv, column realisasi: 11 rows (2-4, 9, 11, 13, 15, ...): 'x2', 'x3', 'x4', ...: not a number."
    assert f"  {english}" == RecordsError.of(problems).text.en.splitlines()[1]


def test_as_many_are_counted_as_are_told() -> None:
    """A cause of many rows is one thing to mend."""
    error = RecordsError.of([*(_bad(row) for row in range(2, 13)), _bad(2, "kode")])
    assert (12, "2 hal harus diperbaiki") == (len(error.problems), error.text.id.partition(" dahulu")[0])


def test_few_values_are_all_named_and_none_where_none_is_said() -> None:
    """Blank cells have none."""
    assert ["  a.csv, kolom kode: 11 baris (2-12): bukan angka."] == _lines(
        [_bad(row, "kode", None) for row in range(2, 13)]
    )
    assert ["  a.csv, kolom realisasi: 11 baris (2-12): 'x': bukan angka."] == _lines(
        [_bad(row) for row in range(2, 13)]
    )


def test_another_column_or_cause_is_told_apart_where_it_first_stands() -> None:
    """A single slip does not drown."""
    problems = [_bad(row) for row in range(2, 14)]
    lines = _lines([problems[0], _bad(2, "kode"), *problems[1:], _bad(3, code="c.d")])
    assert ["12 baris", "baris 2, kolom kode", "baris 3, kolom realisasi"] == [
        "12 baris" if "12 baris" in line else line.split("a.csv, ")[1].split(":")[0] for line in lines
    ]


def test_problems_without_a_row_or_a_code_are_told_one_by_one() -> None:
    """Those of a folder name no row; an own class's have their sentence for a code."""
    folder = [Problem(place="a.csv", allowed=ALLOWED, code="a.b")] * 12
    assert ["  a.csv: bukan angka."] * 12 == _lines(folder)
    own = [Problem(place="a.csv", row=row, allowed=ALLOWED) for row in range(2, 14)]
    assert ["  a.csv: 12 baris (2-13): bukan angka."] == _lines(own)


@pytest.mark.parametrize("count", [11, 1000])
def test_every_problem_stays_for_a_program(count: int) -> None:
    """What is told together is kept apart."""
    assert count == len(RecordsError.of([_bad(row) for row in range(count)]).problems)


def _of_files(count: int, column: str | None = None) -> list[str]:
    return _lines(
        [Problem(place=f"{number}.csv", column=column, allowed=ALLOWED, code="a.b") for number in range(count)]
    )


def test_ten_files_of_one_cause_are_told_one_by_one() -> None:
    """Each by its name."""
    assert [f"  {number}.csv: bukan angka." for number in range(10)] == _of_files(10)


def test_of_more_files_of_one_cause_the_first_are_told_and_how_many_more_there_are() -> None:
    """A thousand near-equal sentences are read by nobody."""
    first = [f"  {number}.csv: bukan angka." for number in range(3)]
    others = "997 berkas lain: hal yang sama seperti di 0.csv (3.csv, 4.csv, 5.csv, 6.csv, 7.csv, dan 992 lainnya)."
    assert [*first, f"  {others}"] == _of_files(1000)


def test_what_is_wrong_in_another_column_of_many_files_is_told_apart() -> None:
    """With the column's name; a single slip among them stays."""
    problems = [Problem(place=f"{n}.csv", row=2, column="kode", allowed=ALLOWED, code="a.b") for n in range(11)]
    lines = _lines([*problems, Problem(place="9.csv", row=3, column="nilai", allowed=ALLOWED, code="a.b")])
    others = (
        "8 berkas lain, kolom kode: hal yang sama seperti di 0.csv (3.csv, 4.csv, 5.csv, 6.csv, 7.csv, dan 3 lainnya)."
    )
    assert ["  9.csv, baris 3, kolom nilai: bukan angka.", f"  {others}"] == lines[3:]


def test_places_within_one_file_are_all_told() -> None:
    """A decree's file names each by its path."""
    problems = [Problem(place=f"entries[S{n}].unit", allowed=ALLOWED, code="a.b") for n in range(20)]
    assert 21 == len(CatalogueError.of(problems).text.id.splitlines())


def test_rows_and_files_of_one_cause_are_told_in_english_too() -> None:
    """With the column, and in brackets the rows or the files."""
    rows = RecordsError.of([_bad(row, "kode", None) for row in range(2, 13)]).text.en
    files = [Problem(place=f"{n}.csv", column="kode", allowed=ALLOWED, code="a.b") for n in range(14)]
    assert ["  a.csv, column kode: 11 rows (2-12): not a number."] == rows.splitlines()[1:]
    assert (
        "  11 more files, column kode: the same as in 0.csv (3.csv, 4.csv, 5.csv, 6.csv, 7.csv, and 6 more)."
        == RecordsError.of(files).text.en.splitlines()[-1]
    )


def test_what_is_wrong_in_many_files_and_in_no_column_is_told_in_english_too() -> None:
    """Without a word of a column."""
    files = [Problem(place=f"{number}.csv", allowed=ALLOWED, code="a.b") for number in range(14)]
    assert (
        "  11 more files: the same as in 0.csv (3.csv, 4.csv, 5.csv, 6.csv, 7.csv, and 6 more)."
        == RecordsError.of(files).text.en.splitlines()[-1]
    )


def test_three_values_are_all_named() -> None:
    """None is left for three dots to stand for; rows of one code are told what the first of them is."""
    others = [
        attrs.evolve(_bad(row, value=f"x{row % 3}"), allowed=Text(id=f"{row}.", en=f"{row}.")) for row in range(2, 13)
    ]
    assert ["  a.csv, kolom realisasi: 11 baris (2-12): 'x2', 'x0', 'x1': 2."] == _lines(others)


def test_the_same_of_several_indicators_is_said_once() -> None:
    """With the line of each, where it is known, and the value; of one indicator it stays as it is."""
    first = Problem(sheet="Form", column="nilai", row=3, indicator="SK1", value="x", allowed=ALLOWED, code="a.b")
    second = attrs.evolve(first, row=None, indicator="SK2")
    alone = attrs.evolve(first, code="c.d")
    id_, en = "SK1 (baris 3), SK2: 'x': bukan angka.", "SK1 (line 3), SK2: 'x': not a number."
    expected = [Text(id=f"lembar Form, kolom nilai: {id_}", en=f"sheet Form, column nilai: {en}"), alone.text]
    assert expected == [one.text for one in by_indicator([first, alone, second])]
    (many,) = by_indicator([attrs.evolve(second, indicator=str(number)) for number in range(7)])
    assert "lembar Form, kolom nilai: 0, 1, 2, 3, 4, dan 2 lainnya: 'x': bukan angka." == many.text.id


def test_five_runs_of_rows_are_all_named() -> None:
    """More than five are not."""
    rows = [2, 4, 6, 8, *range(10, 17)]
    assert ["  a.csv, kolom realisasi: 11 baris (2, 4, 6, 8, 10-16): 'x': bukan angka."] == _lines(
        [_bad(row) for row in rows]
    )
