"""Of when the records of an indicator are, and how that is told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

import attrs

from kinerja._base import AND, Text
from kinerja._base.dates import MONTHS, write_day
from kinerja.measurement import messages as say
from kinerja.measurement.timing import Timing
from kinerja.records import Year, called, check_hints

if TYPE_CHECKING:
    import datetime as dt

    from kinerja.measurement.quantity import Variable
    from kinerja.records import Period
    from kinerja.records.period import Span

DATED = "bertanggal"
_NO_ROW = Text(id="tidak ada satu baris pun", en="no row at all")


def span_of(variable: Variable, period: Period) -> Period | Span:
    """Return when the records of a variable are."""
    if variable.span == "period":
        return period
    return (Year(year=period.year) if variable.span == "year_before" else period).previous


def told_when(spans: Iterable[Period | Span], noun: Text, *, is_year: bool) -> Text:
    """Say of when; a noun that ends with that they are dated says so once."""
    dated = "" if noun.id.endswith(DATED) else f"{DATED} "
    names = ", ".join(dict.fromkeys(str(span.end.year if is_year else span) for span in spans))
    return Text(id=f"{'tahun ' if is_year else dated}{names}", en=f"{'of' if is_year else 'dated'} {names}")


def are_years(periods: Iterable[Period]) -> bool:
    """Tell whether no part of a year is asked for."""
    return all(isinstance(period, Year) for period in periods)


def there_is(days: Sequence[Any], periods: Iterable[Period]) -> Text:
    """Say of when there are records: by the year, or by the month where a part of one is asked for."""
    known, parts = [day for day in days if day is not None], []
    if known:
        by_month = not are_years(periods)
        first, last = (_named(day, by_month=by_month) for day in (min(known), max(known)))
        until = Text(id="", en="") if first == last else Text(id=f" s.d. {last.id}", en=f" to {last.en}")
        parts.append(Text(id=f"ada {first.id}{until.id}", en=f"found: {first.en}{until.en}"))
    if len(known) < len(days):
        undated = len(days) - len(known)
        parts.append(Text(id=f"{undated} tanpa tanggal", en=f"{undated} without a date"))
    return Text.joined(parts or [_NO_ROW])


def _named(day: dt.date | int, *, by_month: bool) -> Text:
    if isinstance(day, int) or not by_month:
        year = str(year_of(day))
        return Text(id=year, en=year)
    return Text(id=f"{MONTHS[day.month - 1]} {day.year}", en=f"{day:%Y-%m}")


def is_within(day: dt.date | int | None, span: Period | Span) -> bool:
    """Tell whether a day, or a year, is of a span."""
    return day == span.start.year if isinstance(day, int) else span.contains(day)


def is_after(day: dt.date | int | None, period: Period) -> bool:
    """Tell whether a day, or a year, is later than a period."""
    return day is not None and (day > period.year if isinstance(day, int) else day > period.end)


def year_of(day: dt.date | int) -> int:
    """Return the year of a day, or the year itself."""
    return day if isinstance(day, int) else day.year


def is_by_year(indicator: Any) -> bool:
    """Tell whether the field by which an indicator's records are dated holds a year."""
    record = indicator.record
    return check_hints(indicator.name, "record", record)[record.dated_by] is int


def records_needed(indicator: Any, period: Period) -> Iterator[Text]:
    """Say of which days or years the records of a period are, for whoever fills in a form."""
    kind, by = indicator.record, getattr(indicator.record, "dated_by", None)
    if by is None:
        return
    spans = [*dict.fromkeys(span_of(variable, period) for variable in indicator.variables)]
    if indicator.timing is Timing.STOCK and spans == [period]:
        noun = getattr(kind, "called", Text(id="data", en="records"))
        yield say.ALL_IN_FORCE.text(noun=noun, opening=write_day(period.opening), end=write_day(period.end))
        return
    is_year = is_by_year(indicator)
    days = [str(one.end.year) if is_year else _days(one) for one in sorted(spans, key=_last, reverse=True)]
    message = say.OF_BOTH_YEARS if len(days) > 1 else say.OF_THESE_DAYS
    yield message.text(heading=called(attrs.fields_dict(kind)[by]), days=Text.joined(days, AND))


def _last(one: Period | Span) -> dt.date:
    return one.end


def _days(one: Period | Span) -> Text:
    return Text.joined(map(write_day, (one.start, one.end)), Text(id=" s.d. ", en=" to "))
