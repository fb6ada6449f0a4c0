"""Dates as Indonesian offices write them, read strictly: no part is guessed or completed."""

from __future__ import annotations

import datetime as dt
import re

from kinerja._base import messages as say
from kinerja._base.errors import RecordsError
from kinerja._base.text import Text

_NAMES = (
    ("Januari", "Jan"),
    ("Februari", "Feb"),
    ("Maret", "Mar"),
    ("April", "Apr"),
    ("Mei",),
    ("Juni", "Jun"),
    ("Juli", "Jul"),
    ("Agustus", "Agu", "Agt"),
    ("September", "Sep", "Sept"),
    ("Oktober", "Okt"),
    ("November", "Nov"),
    ("Desember", "Des"),
)
MONTHS = tuple(name for name, *_ in _NAMES)
_NUMBERS_OF = {name.lower(): number for number, names in enumerate(_NAMES, 1) for name in names}
MONTH_WORDS = tuple(_NUMBERS_OF)

_ISO = re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})", re.ASCII)
_NUMBERS = re.compile(r"(?P<day>[0-9]{1,2})([/.-])(?P<month>[0-9]{1,2})\2(?P<year>[0-9]{4})", re.ASCII)
_WORDS = re.compile(r"(?P<day>[0-9]{1,2})\s+(?P<name>[A-Za-z]+)\.?\s+(?P<year>[0-9]{4})", re.ASCII)


def read_date(text: str) -> dt.date:
    """Read a date: ISO, day first with `/`, `-` or `.`, or with an Indonesian month name.

    A month 13, a day that the month has not, a year of two digits and a missing part are refused.

    Raises:
        RecordsError: for what is no whole date, saying what is allowed.

    >>> read_date("3 Februari 2022"), read_date("3/2/2022") == read_date("2022-02-03")
    (datetime.date(2022, 2, 3), True)
    >>> read_date("31 April 2022")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    kinerja.RecordsError: '31 April 2022': there is no such date; write the whole date: ...
    """
    written = text.strip()
    parts = _ISO.fullmatch(written) or _NUMBERS.fullmatch(written) or _WORDS.fullmatch(written)
    if parts is None:
        raise RecordsError.of([say.DATE_NOT_WHOLE.problem(value=text)])
    found = parts.groupdict()
    month = int(found["month"]) if "month" in found else _NUMBERS_OF.get(found["name"].lower(), 0)
    try:
        return dt.date(int(found["year"]), month, int(found["day"]))
    except ValueError:
        raise RecordsError.of([say.NO_SUCH_DATE.problem(value=text)]) from None


def write_day(day: dt.date) -> Text:
    """Write a day as each language does.

    >>> write_day(dt.date(2022, 12, 31)).id, write_day(dt.date(2022, 12, 31)).en
    ('31 Desember 2022', '2022-12-31')
    """
    return Text(id=f"{day.day} {MONTHS[day.month - 1]} {day.year}", en=day.isoformat())
