"""Dates as Indonesian offices write them, read strictly: no part is guessed or completed."""

from __future__ import annotations

import datetime as dt
import re

from kinerja._base import messages as say
from kinerja._base.errors import RecordsError
from kinerja._base.text import Text

_NAMES = (
    ("Januari", "Jan"),
    ("Februari", "Pebruari", "Feb", "Peb"),
    ("Maret", "Mar"),
    ("April", "Apr"),
    ("Mei",),
    ("Juni", "Jun"),
    ("Juli", "Jul"),
    ("Agustus", "Agu", "Agt", "Ags"),
    ("September", "Sep", "Sept"),
    ("Oktober", "Okt"),
    ("November", "Nopember", "Nov", "Nop"),
    ("Desember", "Des"),
)
MONTHS = tuple(name for name, *_ in _NAMES)
MONTH_WORDS = {name.lower(): number for number, names in enumerate(_NAMES, 1) for name in names}
"""How months are written, in lower case -> number."""

_TIME = r"(?:[ T](?:[01]?[0-9]|2[0-3])(?P<colon>[:.])[0-5][0-9](?:(?P=colon)[0-5][0-9](?:[.,][0-9]+)?)?)?"
_DAY = r"(?P<day>[0-9]{1,2})"
_DAY_FIRST = (
    rf"{_DAY}(?P<between>[/.-])(?P<month>[0-9]{{1,2}})(?P=between)",
    rf"{_DAY}(?P<between>[ -])(?P<name>[A-Za-z]+)\.?(?P=between)",
)
_YEAR = "(?P<year>[0-9]{4})"
_WHOLE = tuple(
    re.compile(f"{written}{_TIME}", re.ASCII)
    for written in (f"{_YEAR}-(?P<month>[0-9]{{2}})-(?P<day>[0-9]{{2}})", *(f"{days}{_YEAR}" for days in _DAY_FIRST))
)
_SHORT = tuple(re.compile(f"{days}'?[0-9]{{2}}{_TIME}", re.ASCII) for days in _DAY_FIRST)


def read_date(text: str) -> dt.date:
    """Read a date: ISO, day first with `/`, `-` or `.`, or with an Indonesian month name.

    A time beside it, as payment systems write it, is left out; one of another time zone is refused, because its day may
    be another one. A month 13, a day that the month has not, a year of two digits and a missing part are refused.

    Raises:
        RecordsError: for what is no whole date, saying what is allowed.

    >>> read_date("3 Februari 2022"), read_date("3/2/2022") == read_date("2022-02-03 08:15:10")
    (datetime.date(2022, 2, 3), True)
    >>> read_date("31 April 2022")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    kinerja.RecordsError: '31 April 2022': there is no such date; write the whole date: ...
    """
    written = " ".join(text.split())
    parts = next(filter(None, (shape.fullmatch(written) for shape in _WHOLE)), None)
    if parts is None:
        is_short = any(shape.fullmatch(written) for shape in _SHORT)
        raise RecordsError.of([(say.SHORT_YEAR if is_short else say.DATE_NOT_WHOLE).problem(value=text)])
    found = parts.groupdict()
    month = int(found["month"]) if "month" in found else MONTH_WORDS.get(found["name"].lower(), 0)
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
