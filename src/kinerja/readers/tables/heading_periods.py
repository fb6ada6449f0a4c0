"""The year, quarter, semester or month that a heading names: `Realisasi 2023`, `Triwulan II Realisasi`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kinerja._base.dates import MONTH_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kinerja.records import Period

_YEARS = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])", re.ASCII)
_PART = re.compile(r"\b(tri\s?wulan|tw|kuartal|q|semester|smt)[\s.-]{0,2}(iv|i{1,3}|[1-4])\b", re.ASCII)
_NUMERALS = ("i", "ii", "iii", "iv")
_MONTHS_OF_QUARTER, _MONTHS_OF_SEMESTER = 3, 6
_WORD = re.compile(r"[a-z]+")
_AT_END = re.compile(
    rf"(?:sd)?(?:(?:triwulan|tw|semester|smt)(?:iv|i{{1,3}}|[1-4])|(?:bulan)?(?:{'|'.join(MONTH_WORDS)}))?"
    r"(?:(?:tahun(?:anggaran)?|ta)?(?:19|20)[0-9]{2})?\Z",
    re.ASCII,
)


def names_other_period(heading: str, period: Period) -> bool:
    """Tell whether a heading names years, but not that of a period, or parts of a year, but none that ends as it does.

    >>> from kinerja.records import as_period
    >>> headings = ("Realisasi 2022", "Triwulan I Realisasi", "Realisasi s.d. Juni 2023", "Realisasi")
    >>> [names_other_period(heading, as_period("2023-TW2")) for heading in headings]
    [True, True, False, False]
    """
    years, months = _YEARS.findall(heading), set(_last_months(heading.casefold()))
    return bool(years and str(period.year) not in years) or bool(months and period.end.month not in months)


def _last_months(heading: str) -> Iterator[int]:
    """Return the last month of each part of a year that a heading names."""
    for word, number in _PART.findall(heading):
        count = _NUMERALS.index(number) + 1 if number in _NUMERALS else int(number)
        yield count * (_MONTHS_OF_SEMESTER if word.startswith("s") else _MONTHS_OF_QUARTER)
    yield from (MONTH_WORDS[word] for word in _WORD.findall(heading) if word in MONTH_WORDS)


def without_period(heading: str) -> str:
    """Return the letters and digits of a heading without the period at its end.

    >>> without_period("realisasitahun2023"), without_period("realisasisdtriwulanii"), without_period("realisasi")
    ('realisasi', 'realisasi', 'realisasi')
    """
    return _AT_END.sub("", heading, count=1)
