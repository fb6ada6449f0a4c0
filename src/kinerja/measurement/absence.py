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

    from kinerja.measurement.evidence import Outcome
    from kinerja.measurement.indicator import Indicator
    from kinerja.measurement.quantity import Variable
    from kinerja.records import Period
    from kinerja.records.period import Span

_RECORD = Text(id="baris", en="row")
_NO_ROW = Text(id="tidak ada satu baris pun", en="no row at all")


class Absence:
    """What a measurement says of records that it does not have.

    Args:
        looked_at: every record, once, and what became of it; None where they were not kept.
        where: they stand, for the reader.
    """

    def __init__(
        self,
        indicator: Indicator[Any],
        periods: tuple[Period, ...],
        looked_at: Sequence[tuple[Any, Outcome]] | None,
        where: str,
    ) -> None:
        self.indicator = indicator
        self.periods = periods
        self.looked_at = looked_at
        self.where = where

    @property
    def _noun(self) -> Text:
        noun: Text = getattr(self.indicator.record, "called", _RECORD)
        return noun

    @property
    def _field(self) -> str | None:
        """The field that tells of which period a record is."""
        field: str | None = getattr(self.indicator.record, "dated_by", None)
        return field

    def why_none(self, variables: Iterable[Variable]) -> Text:
        """Say why no record entered these quantities, and what there is instead."""
        where = Text(id=f" di {self.where}" if self.where else "", en=f" in {self.where}" if self.where else "")
        if self._field is None or self.looked_at is None or self.indicator.timing is Timing.STOCK:
            about = [f"{variable.symbol} ({{}})" for variable in variables]
            labels = [variable.label for variable in variables]
            named = Text(
                id=", ".join(one.format(label.id) for one, label in zip(about, labels, strict=True)),
                en=", ".join(one.format(label.en) for one, label in zip(about, labels, strict=True)),
            )
            return say.NONE_THERE.text(noun=self._noun, named=named, where=where)
        dated = [(getattr(record, self._field), outcome) for record, outcome in self.looked_at]
        said, empty = [], []
        for variable in variables:
            spans = [period if variable.span == "period" else period.previous for period in self.periods]
            within = [outcome for day, outcome in dated if any(_is_within(day, span) for span in spans)]
            if within:
                said.append(self._none_meets(variable, spans, within, where))
            else:
                empty.extend(spans)
        if empty:
            there = self._there_is([day for day, _ in dated])
            when = self._when(dict.fromkeys(empty))
            said.append(say.NONE_DATED.text(noun=self._noun, when=when, where=where, there=there))
        said = list(dict.fromkeys(said))
        return Text(id="; ".join(text.id for text in said), en="; ".join(text.en for text in said))

    def _none_meets(
        self, variable: Variable, spans: Iterable[Period | Span], within: Sequence[Outcome], where: Text
    ) -> Text:
        failed = Counter(outcome.missed[variable.name] for outcome in within).most_common(1)[0][0]
        return say.NONE_MEETS.text(
            noun=self._noun, when=self._when(spans), where=where, count=len(within), conditions=failed
        )

    def _when(self, spans: Iterable[Period | Span]) -> Text:
        record: Any = self.indicator.record
        is_year = check_hints(self.indicator.name, "record", record)[str(self._field)] is int
        names = ", ".join(map(str, spans))
        return Text(id=f"{'tahun' if is_year else 'bertanggal'} {names}", en=f"{'of' if is_year else 'dated'} {names}")

    def _there_is(self, days: Sequence[Any]) -> Text:
        """Say of when there are records: by the year, or by the month where a quarter is asked for."""
        if not days:
            return _NO_ROW
        known = [day for day in days if day is not None]
        undated, parts = len(days) - len(known), []
        if known:
            first, last = (self._named(day) for day in (min(known), max(known)))
            several = first != last
            parts.append(
                Text(
                    id=f"ada {first.id} s.d. {last.id}" if several else f"ada {first.id}",
                    en=f"found: {first.en} to {last.en}" if several else f"found: {first.en}",
                )
            )
        if undated:
            parts.append(Text(id=f"{undated} tanpa tanggal", en=f"{undated} without a date"))
        return Text(id=", ".join(part.id for part in parts), en=", ".join(part.en for part in parts))

    def _named(self, day: dt.date | int) -> Text:
        if isinstance(day, int) or not any(isinstance(period, Quarter) for period in self.periods):
            year = str(day if isinstance(day, int) else day.year)
            return Text(id=year, en=year)
        return Text(id=f"{MONTHS[day.month - 1]} {day.year}", en=f"{day:%Y-%m}")

    def later(self) -> Iterator[Text]:
        """Say how many records are dated after the period."""
        if self._field is None or not self.looked_at:
            return
        last = max(self.periods, key=lambda period: period.end)
        days = [getattr(record, self._field) for record, outcome in self.looked_at if not outcome.entered]
        later = [day for day in days if _is_after(day, last)]
        if later:
            yield say.LATER.text(count=len(later), noun=self._noun, period=str(last), there=self._there_is(later))


def _is_within(day: dt.date | int | None, span: Period | Span) -> bool:
    return day == span.start.year if isinstance(day, int) else span.contains(day)


def _is_after(day: dt.date | int | None, period: Period) -> bool:
    return day is not None and (day > period.year if isinstance(day, int) else day > period.end)
