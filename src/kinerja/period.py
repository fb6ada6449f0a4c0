"""The year or quarter a figure is about."""

from __future__ import annotations

import datetime as dt
import re
from typing import ClassVar, TypeAlias

import attrs
from dateutil.relativedelta import relativedelta

from kinerja.errors import PeriodError
from kinerja.text import Text

__all__ = ["Period", "Quarter", "Year", "as_period"]

_QUARTERS = (1, 2, 3, 4)


def _check_year(_instance: object, _attribute: attrs.Attribute[int], value: object) -> None:
    if isinstance(value, bool) or not isinstance(value, int) or not dt.MINYEAR < value < dt.MAXYEAR:
        raise PeriodError(
            Text(
                id=f"{value!r} bukan tahun; berikan tahun sebagai bilangan bulat, misalnya 2023.",
                en=f"{value!r} is not a year; pass it as a whole number, for example 2023.",
            ),
            value=value,
        )


@attrs.frozen(kw_only=True)
class Year:
    """A budget year (tahun anggaran), 1 January to 31 December.

    >>> Year(year=2023).end
    datetime.date(2023, 12, 31)
    """

    year: int = attrs.field(validator=_check_year)

    @property
    def start(self) -> dt.date:
        """The first day."""
        return dt.date(self.year, 1, 1)

    @property
    def end(self) -> dt.date:
        """The last day."""
        return dt.date(self.year, 12, 31)

    def __str__(self) -> str:
        return str(self.year)


@attrs.frozen(kw_only=True)
class Quarter:
    """A quarter (triwulan, TW) of a year: from 1 January to the quarter's end, or within the quarter alone.

    Cumulative is the default because quarterly reports show the position since January.

    Raises:
        PeriodError: for a quarter other than 1 to 4.

    >>> quarter = Quarter(year=2023, number=2)
    >>> str(quarter), quarter.start, quarter.end
    ('2023-TW2', datetime.date(2023, 1, 1), datetime.date(2023, 6, 30))
    >>> Quarter(year=2023, number=2, cumulative=False).start
    datetime.date(2023, 4, 1)
    """

    MONTHS_EACH: ClassVar[int] = 3

    year: int = attrs.field(validator=_check_year)
    number: int = attrs.field()
    cumulative: bool = True

    @number.validator
    def _check_number(self, _attribute: attrs.Attribute[int], value: object) -> None:
        if isinstance(value, bool) or not isinstance(value, int) or value not in _QUARTERS:
            raise PeriodError(
                Text(
                    id=f"Triwulan {value!r} tidak ada; triwulan adalah 1, 2, 3, atau 4.",
                    en=f"There is no quarter {value!r}; a quarter is 1, 2, 3 or 4.",
                ),
                value=value,
            )

    @property
    def start(self) -> dt.date:
        """The first day."""
        first = 0 if self.cumulative else self.MONTHS_EACH * (self.number - 1)
        return dt.date(self.year, 1, 1) + relativedelta(months=first)

    @property
    def end(self) -> dt.date:
        """The last day."""
        return dt.date(self.year, 1, 1) + relativedelta(months=self.MONTHS_EACH * self.number, days=-1)

    def __str__(self) -> str:
        return f"{self.year}-TW{self.number}"


Period: TypeAlias = Year | Quarter

_PERIOD = re.compile(r"(?P<year>[0-9]{4})(?:-TW(?P<number>[1-4]))?", re.ASCII)


def as_period(value: int | str | Period) -> Period:
    """Return the period a caller means: 2023, "2023", "2023-TW2", a Year or a Quarter.

    Raises:
        PeriodError: for anything else.

    >>> as_period("2023-TW2") == Quarter(year=2023, number=2), as_period(2023) == Year(year=2023)
    (True, True)
    """
    if isinstance(value, Year | Quarter):
        return value
    if not isinstance(value, str):
        return Year(year=value)
    parts = _PERIOD.fullmatch(value.strip())
    if parts is None:
        raise PeriodError(
            Text(
                id=f"{value!r} bukan periode; tulis tahun (2023) atau triwulan (2023-TW2).",
                en=f"{value!r} is not a period; write a year (2023) or a quarter (2023-TW2).",
            ),
            value=value,
        )
    year = int(parts["year"])
    return Year(year=year) if parts["number"] is None else Quarter(year=year, number=int(parts["number"]))
