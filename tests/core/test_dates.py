"""Dates in Indonesian writing."""

from __future__ import annotations

import datetime as dt

import pytest

from kinerja import RecordsError
from kinerja._base.dates import MONTHS, read_date, write_day
from said import refused


def test_the_months_stand_in_the_order_of_the_year() -> None:
    """The Indonesian names of the months run from Januari to Desember."""
    expected = "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember"
    assert tuple(expected.split()) == MONTHS


@pytest.mark.parametrize(
    "written",
    [
        "2022-02-03",
        "3/2/2022",
        "03/02/2022",
        "3-2-2022",
        "03.02.2022",
        "3 Februari 2022",
        "3 februari 2022",
        "3 Feb 2022",
        "3 Feb. 2022",
        " 03  FEBRUARI  2022 ",
        "3-Februari-2022",
        "03-Feb-2022",
        "3 Pebruari 2022",
        "3 Peb 2022",
        "3\N{NO-BREAK SPACE}Februari\N{NARROW NO-BREAK SPACE}2022",
        "\N{NO-BREAK SPACE}03/02/2022\N{NO-BREAK SPACE}",
    ],
)
def test_a_whole_date_is_read_day_first(written: str) -> None:
    """Every usual writing of 3 February 2022 gives that day, and never 2 March."""
    assert dt.date(2022, 2, 3) == read_date(written)


@pytest.mark.parametrize(
    "written",
    ["2009-09-29", "29/9/2009", "29-09-2009", "29.9.2009", "29 September 2009", "29 Sept. 2009", "29\tSep\t2009"],
)
def test_a_day_a_month_and_a_year_may_have_a_nine(written: str) -> None:
    """The last digit is a digit."""
    assert dt.date(2009, 9, 29) == read_date(written)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("31 Desember 9999", dt.date(9999, 12, 31)),
        ("1 JANUARI 0001", dt.date(1, 1, 1)),
        ("10/10/2010", dt.date(2010, 10, 10)),
        ("9 mei 1999", dt.date(1999, 5, 9)),
        ("10 Nopember 2023", dt.date(2023, 11, 10)),
        ("10 Nop 2023", dt.date(2023, 11, 10)),
        ("17 Ags 2023", dt.date(2023, 8, 17)),
    ],
)
def test_the_ends_of_the_calendar_are_read(written: str, expected: dt.date) -> None:
    """And days of one digit and of two."""
    assert expected == read_date(written)


@pytest.mark.parametrize(
    "written",
    [
        "",
        "Februari 2022",
        "3 Februari",
        "2022",
        "3/2-2022",
        "3/Februari/2022",
        "3-Februari 2022",
        "20220203",
        "2022-W05-4",
        "2022-02-03T24:00",
        "2022-02-03 8",
        "2022-02-03 08:15:60",
        "2022-02-03 08:15.10",
        "2022-02-03T08:15:10Z",
        "2022-02-03 08:15:10+07:00",
        "3/2/2022 8:15 PM",
        "3/2/2022 pukul 8.15",
        "2022/02/03",
        "3 2 2022",
        "003/02/2022",
        "3/002/2022",
        "3/2/02022",
        "003 Februari 2022",
        "3 Februari 02022",
        "3 Februari 202",
        "2022-2-03",
        "2022-02-3",
        "3/2/202",
        "3  2022",
        "2022-002-03",
        "02022-02-03",
        "202-02-03",
        "2022-02-003",
        "3Februari 2022",
        "3 Februari.. 2022",
        "3 Februari2022",
        "٣/٢/٢٠٢٢",
        "3 Februari 2022 siang",
    ],
)
def test_what_is_no_whole_date_is_refused(written: str) -> None:
    """A missing part, a year of two digits and every other form is refused, not completed."""
    with refused("date.not_whole", RecordsError, value=written):
        read_date(written)


@pytest.mark.parametrize(
    "written",
    [
        "2022-02-03 08:15:10",
        "2022-02-03T08:15:10.123456",
        "2022-02-03T00:00",
        "03/02/2022 23:59",
        "3/2/2022 8:15:10",
        "3.2.2022 08.15",
        "3 Februari 2022\N{NO-BREAK SPACE}08.15.10",
    ],
)
def test_a_time_beside_a_date_is_left_out(written: str) -> None:
    """Payment systems write it; the day is what counts."""
    assert dt.date(2022, 2, 3) == read_date(written)


@pytest.mark.parametrize(
    "written", ["17-Mar-23", "17/03/23", "17.3.23", "17 Maret 23", "17 Mar '23", "17-3-23 08:15", "3/2/22"]
)
def test_a_year_of_two_digits_is_asked_for_in_full(written: str) -> None:
    """Excel shows dates so; which century is meant is not guessed."""
    with refused("date.short_year", RecordsError, value=written):
        read_date(written)


@pytest.mark.parametrize(
    "written",
    [
        "30/02/2022",
        "29/02/2023",
        "13/13/2022",
        "0/1/2022",
        "31 April 2022",
        "3 August 2022",
        "3 Zulkaidah 2022",
        "3 Azizz 2022",
        "1/1/0000",
    ],
)
def test_a_day_that_is_not_in_the_calendar_is_refused(written: str) -> None:
    """A month 13, a day that the month has not, and a month of another language are refused."""
    with refused("date.none_such", RecordsError, value=written):
        read_date(written)


@pytest.mark.parametrize(("name", "number"), [*((month, number) for number, month in enumerate(MONTHS, 1))])
def test_each_month_has_its_number(name: str, number: int) -> None:
    """Januari is 1 and Desember is 12."""
    assert number == read_date(f"1 {name} 2022").month


@pytest.mark.parametrize(("name", "number"), [("Agt", 8), ("Agu", 8), ("Sept", 9), ("Okt", 10), ("Des", 12)])
def test_short_names_are_known(name: str, number: int) -> None:
    """The usual abbreviations are read."""
    assert number == read_date(f"1 {name} 2022").month


def test_an_english_month_is_refused() -> None:
    """August is Agustus here."""
    with refused("date.none_such", RecordsError, value="1 August 2022"):
        read_date("1 August 2022")


@pytest.mark.parametrize(
    ("month", "names"),
    [
        (1, "Januari Jan"),
        (2, "Februari Pebruari Feb Peb"),
        (3, "Maret Mar"),
        (4, "April Apr"),
        (5, "Mei"),
        (6, "Juni Jun"),
        (7, "Juli Jul"),
        (8, "Agustus Agu Agt Ags"),
        (9, "September Sep Sept"),
        (10, "Oktober Okt"),
        (11, "November Nopember Nov Nop"),
        (12, "Desember Des"),
    ],
)
def test_every_name_of_a_month_is_read_and_the_first_is_written(month: int, names: str) -> None:
    """Both spellings that are in use, and the abbreviations."""
    read, first = {read_date(f"3 {name} 2023") for name in names.split()}, names.split(maxsplit=1)[0]
    assert ({dt.date(2023, month, 3)}, f"3 {first} 2023") == (read, write_day(dt.date(2023, month, 3)).id)
