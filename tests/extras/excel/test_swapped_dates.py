"""Dates whose day and month Excel seems to have swapped."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from kinerja import Receipt, RecordsError
from kinerja.readers import read_rows, stream_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

CASE = Path(__file__).parents[2] / "data/cases/06-dates-swapped-by-excel/penerimaan.xlsx"
HEADINGS = ("satker", "nomor penerimaan", "jumlah", "tanggal penerimaan", "nomor spk", "akun", "layanan")
SWAPPED = "column.dates_swapped"


@pytest.fixture
def write_dates(write_table: Callable[..., Path]) -> Callable[[Sequence[Any]], Path]:
    """Return a function that writes a workbook of receipts of these days."""

    def write(days: Sequence[Any]) -> Path:
        rows = [("Balai", f"N{number}", 100, day) for number, day in enumerate(days)]
        return write_table(HEADINGS, *rows, default_date_format="dd/mm/yyyy")

    return write


def _problems(path: Path, read: Callable[..., Any] = read_rows) -> list[tuple[str, int | None, str | None, object]]:
    with pytest.raises(RecordsError) as caught:
        list(read(path, Receipt))
    return [(problem.code, problem.row, problem.column, problem.value) for problem in caught.value.problems]


@pytest.mark.parametrize("read", [read_rows, stream_rows])
def test_dates_that_excel_swapped_are_refused(read: Callable[..., Any]) -> None:
    """Typed as 05/01/2022 in an Excel that takes the month first, and 15/01/2022, which it left as a text."""
    assert [(SWAPPED, 2, "tanggal penerimaan", "2022-05-01")] == _problems(CASE, read)


def test_the_refusal_names_the_text_and_the_cure() -> None:
    """Whoever typed them knows them by it."""
    with pytest.raises(RecordsError) as caught:
        read_rows(CASE, Receipt)
    said = str(caught.value.text.id)
    assert "teks '15/01/2022' di baris 3" in said
    assert "Formatkan kolom ini sebagai teks, lalu tulis ulang semua tanggalnya dengan hari dahulu" in said


@pytest.mark.parametrize("text", ["28/06/2023", "13-1-2023", "31/12/2023 10:15", "\N{NO-BREAK SPACE}17/03/2023"])
def test_one_text_with_a_day_that_is_no_month_is_enough(write_dates: Callable[..., Path], text: str) -> None:
    """It is the text that Excel could not read."""
    days = [text, dt.date(2023, 3, 2), dt.datetime(2023, 5, 12, 8, 15)]  # noqa: DTZ001 - a cell has no zone
    assert [(SWAPPED, 3, "tanggal penerimaan", "2023-03-02")] == _problems(write_dates(days))


def test_other_problems_are_told_beside_it(write_dates: Callable[..., Path]) -> None:
    """All of a file at once."""
    problems = _problems(write_dates([dt.date(2023, 3, 2), "17/03/2023", "17/03/23"]))
    assert [("date.short_year", 4), (SWAPPED, 2)] == [(code, row) for code, row, *_ in problems]


@pytest.mark.parametrize(
    "days",
    [
        [dt.date(2023, 3, 2), dt.date(2023, 1, 13), "17/03/2023"],
        [dt.date(2023, 3, 2), "17 Maret 2023", "2023-03-17", "03/04/2023"],
        [dt.date(2023, 3, 2), dt.date(2023, 3, 4)],
        ["02/03/2023", "17/03/2023"],
    ],
    ids=["a day above 12", "texts that do not tell", "dates alone", "texts alone"],
)
def test_a_column_that_shows_no_sign_of_it_is_read(write_dates: Callable[..., Path], days: list[Any]) -> None:
    """A date with a day above 12 was read day first; a name of a month and ISO are read alike everywhere."""
    assert len(days) == len(read_rows(write_dates(days), Receipt))


def test_a_date_that_does_not_exist_is_told_alone(write_dates: Callable[..., Path]) -> None:
    """It is a slip of its own, and shows nothing of the others."""
    problems = _problems(write_dates([dt.date(2023, 3, 2), "31/04/2023"]))
    assert [("date.none_such", 3)] == [(code, row) for code, row, *_ in problems]
