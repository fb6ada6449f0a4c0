"""What is said where no record counts, and of records after the period: of when there are some."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from kinerja._base import Text
from kinerja._base.dates import MONTHS
from kinerja.measurement import messages as say
from kinerja.measurement.timing import Timing
from kinerja.records import Quarter, check_hints

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Sequence

    from kinerja.measurement.measurement import Measurement
    from kinerja.measurement.quantity import Variable
    from kinerja.records import Period
    from kinerja.records.period import Span

_RECORD = Text(id="baris", en="row")
_NO_ROW = Text(id="tidak ada satu baris pun", en="no row at all")


def _described(measured: Measurement) -> tuple[Text, str | None]:
    """Return what one record is called, and the field that tells of which period it is."""
    record = measured.indicator.record
    return getattr(record, "called", _RECORD), getattr(record, "dated_by", None)


def why_none(measured: Measurement, variables: Sequence[Variable]) -> Text:
    """Say why no record entered these quantities, and what there is instead."""
    (noun, field), indicator = _described(measured), measured.indicator
    at = Text(id=f" di {measured.where}", en=f" in {measured.where}") if measured.where else ""
    if field is None or not measured.guarded or indicator.timing is Timing.STOCK:
        symbols = [(one.symbol, one.label) for one in variables]
        named = [Text(id=f"{symbol} ({label.id})", en=f"{symbol} ({label.en})") for symbol, label in symbols]
        return say.NONE_THERE.text(noun=noun, named=named, where=at)
    dated = [(getattr(record, field), outcome) for record, outcome in measured.looked_at()]
    is_year = check_hints(indicator.name, "record", indicator.record)[field] is int  # type: ignore[arg-type]
    said: list[Text] = []
    empty: list[Period | Span] = []
    for variable in variables:
        spans = [period if variable.span == "period" else period.previous for period in measured.periods]
        within = [outcome for day, outcome in dated if any(_is_within(day, span) for span in spans)]
        if within:
            failed = Counter(outcome.missed[variable.name] for outcome in within).most_common(1)[0][0]
            when, often = _when(spans, is_year=is_year), len(within)
            said.append(say.NONE_MEETS.text(noun=noun, when=when, where=at, count=often, conditions=failed))
        else:
            empty.extend(spans)
    if empty:
        there = _there_is([day for day, _ in dated], measured.periods)
        when = _when(dict.fromkeys(empty), is_year=is_year)
        said.append(say.NONE_DATED.text(noun=noun, when=when, where=at, there=there))
    return Text.joined(dict.fromkeys(said), "; ")


def later(measured: Measurement) -> Iterator[Text]:
    """Say how many records are dated after the period."""
    noun, field = _described(measured)
    if field is not None:
        last = max(measured.periods, key=lambda period: period.end)
        days = [getattr(record, field) for record, outcome in measured.looked_at() if not outcome.entered]
        after = [day for day in days if _is_after(day, last)]
        if after:
            there = _there_is(after, measured.periods)
            yield say.LATER.text(count=len(after), noun=noun, period=str(last), there=there)


def _when(spans: Iterable[Period | Span], *, is_year: bool) -> Text:
    names = ", ".join(map(str, spans))
    return Text(id=f"{'tahun' if is_year else 'bertanggal'} {names}", en=f"{'of' if is_year else 'dated'} {names}")


def _there_is(days: Sequence[Any], periods: Iterable[Period]) -> Text:
    """Say of when there are records: by the year, or by the month where a quarter is asked for."""
    known, parts = [day for day in days if day is not None], []
    if known:
        by_month = any(isinstance(period, Quarter) for period in periods)
        first, last = (_named(day, by_month=by_month) for day in (min(known), max(known)))
        until = Text(id="", en="") if first == last else Text(id=f" s.d. {last.id}", en=f" to {last.en}")
        parts.append(Text(id=f"ada {first.id}{until.id}", en=f"found: {first.en}{until.en}"))
    if len(known) < len(days):
        undated = len(days) - len(known)
        parts.append(Text(id=f"{undated} tanpa tanggal", en=f"{undated} without a date"))
    return Text.joined(parts or [_NO_ROW])


def _named(day: dt.date | int, *, by_month: bool) -> Text:
    if isinstance(day, int) or not by_month:
        year = str(day if isinstance(day, int) else day.year)
        return Text(id=year, en=year)
    return Text(id=f"{MONTHS[day.month - 1]} {day.year}", en=f"{day:%Y-%m}")


def _is_within(day: dt.date | int | None, span: Period | Span) -> bool:
    return day == span.start.year if isinstance(day, int) else span.contains(day)


def _is_after(day: dt.date | int | None, period: Period) -> bool:
    return day is not None and (day > period.year if isinstance(day, int) else day > period.end)
