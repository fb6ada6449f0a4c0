"""The year, semester or quarter a figure is about."""

from __future__ import annotations

import datetime as dt
import functools
import re
from abc import ABC, abstractmethod
from typing import Any, ClassVar

import attrs
from dateutil.relativedelta import relativedelta

from kinerja._base import ErrorMessage
from kinerja.records import messages as say
from kinerja.records.fields import plain_whole
from kinerja.records.tally import between


@attrs.frozen(kw_only=True)
class Span:
    """A run of days, the first and the last included; `str` gives the name under which people know it."""

    start: dt.date
    end: dt.date
    name: str = attrs.field(default="", eq=False)

    def __str__(self) -> str:
        return self.name

    def contains(self, day: Any) -> bool:
        """Tell whether a known day lies within: a word of counting rules."""
        return between(day, self.start, self.end)


def _check_year(_instance: object, _attribute: attrs.Attribute[int], value: object) -> None:
    if isinstance(value, bool) or not isinstance(value, int) or not dt.MINYEAR < value < dt.MAXYEAR:
        raise say.OTHER_YEAR.error(value=value)


@attrs.frozen(kw_only=True)
class Period(ABC):
    """What a year and its parts share. The days are worked out once: counting rules ask for them at every line."""

    year: int = attrs.field(converter=plain_whole, validator=_check_year)

    @property
    @abstractmethod
    def _months(self) -> tuple[int, int]:
        """The first month and the last."""

    @functools.cached_property
    def start(self) -> dt.date:
        """The first day."""
        return dt.date(self.year, self._months[0], 1)

    @functools.cached_property
    def end(self) -> dt.date:
        """The last day."""
        return dt.date(self.year, 1, 1) + relativedelta(months=self._months[1], days=-1)

    @functools.cached_property
    def previous(self) -> Span:
        """The same months of the year before."""
        start, end = (day.replace(year=self.year - 1) for day in (self.start, self.end))
        return Span(start=start, end=end, name=str(self).replace(str(self.year), str(start.year), 1))

    @functools.cached_property
    def opening(self) -> dt.date:
        """31 December of the year before, against which stocks are measured."""
        return dt.date(self.year - 1, 12, 31)

    def contains(self, day: Any) -> bool:
        """Tell whether a known day lies in the period: a word of counting rules."""
        return between(day, self.start, self.end)


@attrs.frozen(kw_only=True)
class Year(Period):
    """A budget year (tahun anggaran), 1 January to 31 December.

    >>> year = Year(year=2023)
    >>> year.contains(dt.date(2023, 12, 31)), year.previous.contains(dt.date(2022, 12, 31)), year.opening
    (True, True, datetime.date(2022, 12, 31))
    """

    @property
    def _months(self) -> tuple[int, int]:
        return 1, 12

    def __str__(self) -> str:
        return str(self.year)


@attrs.frozen(kw_only=True)
class _Part(Period):
    """What a quarter and a semester share: a number, and whether it runs from 1 January."""

    number: int = attrs.field(converter=plain_whole)
    cumulative: bool = True

    _word: ClassVar[str]
    _in_a_year: ClassVar[int]
    _unknown: ClassVar[ErrorMessage[Any]]

    @number.validator
    def _check_number(self, _attribute: attrs.Attribute[int], value: object) -> None:
        if isinstance(value, bool) or not isinstance(value, int) or value not in range(1, self._in_a_year + 1):
            raise self._unknown.error(value=value)

    @property
    def _months(self) -> tuple[int, int]:
        months = 12 // self._in_a_year
        last = months * self.number
        return 1 if self.cumulative else last - months + 1, last

    def __str__(self) -> str:
        return f"{self.year}-{self._word}{self.number}{'' if self.cumulative else '-saja'}"


@attrs.frozen(kw_only=True)
class Quarter(_Part):
    """A quarter (triwulan, TW) of a year: from 1 January to the quarter's end, or the quarter alone.

    Cumulative is the default because quarterly reports show the position since January. As text a quarter is
    "2023-TW2", and alone "2023-TW2-saja".

    Raises:
        PeriodError: for a quarter other than 1 to 4.

    >>> quarter = Quarter(year=2023, number=2)
    >>> str(quarter), quarter.start, quarter.end
    ('2023-TW2', datetime.date(2023, 1, 1), datetime.date(2023, 6, 30))
    >>> alone = Quarter(year=2024, number=1, cumulative=False)
    >>> str(alone), alone.start, alone.previous.end
    ('2024-TW1-saja', datetime.date(2024, 1, 1), datetime.date(2023, 3, 31))
    """

    _word, _in_a_year, _unknown = "TW", 4, say.OTHER_QUARTER


@attrs.frozen(kw_only=True)
class Semester(_Part):
    """Half a year (semester): from 1 January to its end, or the half alone.

    Cumulative by default, as a quarter is, so that the second is the year. As text "2025-S1", and alone "2025-S1-saja".

    Raises:
        PeriodError: for a semester other than 1 and 2.

    >>> alone = Semester(year=2025, number=2, cumulative=False)
    >>> str(alone), alone.start, alone.end
    ('2025-S2-saja', datetime.date(2025, 7, 1), datetime.date(2025, 12, 31))
    """

    _word, _in_a_year, _unknown = "S", 2, say.OTHER_SEMESTER


_PARTS: dict[str, type[Quarter | Semester]] = {"t": Quarter, "s": Semester}
_NUMBERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_PERIOD = re.compile(
    r"(?P<year>[0-9]{4})"
    r"|(?:(?P<before>[0-9]{4})[ -])?(?P<part>TW|triwulan|S|SMT|semester)[ .-]{0,2}(?P<number>[1-4]|IV|I{1,3})"
    r"(?(before)|[ -](?:tahun )?(?P<after>[0-9]{4}))(?P<alone>[ -]saja)?",
    re.ASCII | re.IGNORECASE,
)


def as_period(value: int | str | Period) -> Period:
    """Return the period a caller means: 2023, "2023", "2023-TW2", "2023-S1", "2023-TW2-saja", a Year, a Quarter, ...

    In a text upper and lower case make no difference, nor a blank in the place of a hyphen; quarters and semesters are
    also read as they stand in reports: `2023 TW 2`, `Triwulan II 2023`, `Semester I Tahun 2025`, `SMT 1 2025`.

    Raises:
        PeriodError: for anything else.

    >>> as_period("2023-TW2") == Quarter(year=2023, number=2), as_period(2023) == Year(year=2023)
    (True, True)
    >>> as_period("Semester I 2025") == as_period("2025-S1") == Semester(year=2025, number=1)
    True
    """
    if isinstance(value, Period):
        return value
    if not isinstance(value, str):
        return Year(year=value)
    parts = _PERIOD.fullmatch(value.strip())
    if parts is None:
        raise say.OTHER_PERIOD.error(value=value)
    if parts["year"] is not None:
        return Year(year=int(parts["year"]))
    number = parts["number"].casefold()
    return _PARTS[parts["part"][0].casefold()](
        year=int(parts["before"] or parts["after"]),
        number=_NUMBERS.get(number) or int(number),
        cumulative=parts["alone"] is None,
    )
