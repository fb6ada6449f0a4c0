"""What a reader is told of a measurement: what is unusual, and of records why there are none or they do not count."""

from __future__ import annotations

import functools
import operator
import statistics
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

import attrs

from kinerja._base import FrozenMap, Text, shortened
from kinerja.measurement import messages as say
from kinerja.measurement.bounds import Bounds
from kinerja.measurement.evidence import identity, nearest
from kinerja.measurement.naming import alike_keys, named, sole_unit
from kinerja.measurement.settings import counts_as_taken
from kinerja.measurement.spans import (
    DATED,
    are_years,
    is_after,
    is_by_year,
    is_within,
    span_of,
    there_is,
    told_when,
    year_of,
)
from kinerja.measurement.timing import Timing
from kinerja.records import Lacking, called

if TYPE_CHECKING:
    from kinerja._base import Message
    from kinerja.measurement.evidence import Evidence, Outcome
    from kinerja.measurement.indicator import Indicator
    from kinerja.measurement.measurement import Measurement
    from kinerja.measurement.quantity import Variable
    from kinerja.records import Period
    from kinerja.records.period import Span

_UNGUARDED = Text(
    id="Data dukung tidak disimpan, sehingga penghitungan ganda tidak diperiksa.",
    en="The records were not kept, so that counting one twice was not guarded against.",
)
_INCOMPLETE = Text(
    id="Sebagian jumlahnya diberikan langsung, tanpa data dukung; banyaknya baris hanya dari yang mempunyainya.",
    en="Part of the totals was given, without records; rows are counted of the rest alone.",
)
_RECORD = Text(id="baris", en="row")
_FEW = 5
_SCALE = 1000


def notes_on(measured: Measurement) -> Iterator[Text]:
    """Say what a reader should know of a measurement; what matters most first."""
    why = measured.why_unmeasured()
    yield from measured.indicator.remarks(measured.quantities) if why is None else [why.text]
    for variable in measured.indicator.variables if why is None else ():
        remark = Bounds(usual=variable.usual).remark(variable.label, measured.quantities[variable.name])
        if remark is not None:
            yield remark
    if not measured.complete:
        yield _INCOMPLETE
    if not measured.guarded:
        yield _UNGUARDED
    if measured.indicator.timing is Timing.SNAPSHOT and not are_years(measured.periods):
        yield Timing.SNAPSHOT.value
    yield from _of_records(measured)


def _of_records(measured: Measurement) -> Iterator[Text]:
    """Say what a reader should know of the records that were looked at."""
    if not measured.periods:
        return
    variables = measured.indicator.variables
    is_zero = measured.entered_by_none("zero") == list(variables) and not any(one.divisor for one in variables)
    if is_zero:
        yield say.ZERO.text(why=why_none(measured, variables))
    if measured.guarded:
        yield from _told_unknown(measured)
        if not is_zero and measured.why_unmeasured() is None:  # else it is said of when there are records
            yield from _of_other_days(measured)
    unit = sole_unit(measured.evidence.records)
    alike = [named for keys in measured.keys.values() for named in alike_keys(keys, unit)]
    if alike:
        yield say.ALIKE.text(value=list(dict.fromkeys(alike)))
    for period in measured.periods if _speaks_of_its_rule(measured.indicator) else ():
        ledger = measured.evidence.of(period) if len(measured.periods) > 1 else measured.evidence
        yield from measured.indicator.record_remarks(ledger, period)


def _speaks_of_its_rule(indicator: Indicator[Any]) -> bool:
    """Tell whether remarks on the records are of this counting rule; another reading has a rule in their place."""
    kinds = type(indicator).__mro__
    rule, remarks = (next(kind for kind in kinds if name in vars(kind)) for name in ("tally", "record_remarks"))
    return counts_as_taken(indicator) and (type(indicator).reading_of is None or issubclass(remarks, rule))


def _described(measured: Measurement) -> tuple[Text, str | None]:
    """Return what one record is called, and the field that tells of which period it is."""
    record = measured.indicator.record
    return getattr(record, "called", _RECORD), getattr(record, "dated_by", None)


def why_none(measured: Measurement, variables: Sequence[Variable]) -> Text:
    """Say why no record entered these quantities, and what there is instead."""
    (noun, field), indicator = _described(measured), measured.indicator
    at = Text(id=f" di {measured.where}", en=f" in {measured.where}") if measured.where else ""
    undated = indicator.timing is Timing.STOCK and all(one.span == "period" for one in indicator.variables)
    if field is None or not measured.guarded or undated:
        symbols = [(one.symbol, one.label) for one in variables]
        named = [Text(id=f"{symbol} ({label.id})", en=f"{symbol} ({label.en})") for symbol, label in symbols]
        return say.NONE_THERE.text(noun=noun, named=named, where=at)
    dated = [(getattr(record, field), outcome) for record, outcome in measured.looked_at()]
    is_year = is_by_year(indicator)
    said: list[Text] = []
    empty: dict[Message, list[Period | Span]] = {}
    for variable in variables:
        spans = [span_of(variable, period) for period in measured.periods]
        within = [outcome for day, outcome in dated if any(is_within(day, span) for span in spans)]
        if within:
            failed = statistics.mode(outcome.missed[variable.name] for outcome in within)
            when, often = told_when(spans, noun, is_year=is_year), len(within)
            said.append(say.NONE_MEETS.text(noun=noun, when=when, where=at, count=often, conditions=failed))
        else:
            message = say.NONE_DATED if variable.span == "period" or not dated else say.NONE_TO_COMPARE
            empty.setdefault(message, []).extend(spans)
    if len(empty) > 1:
        empty = {say.NONE_DATED: [span for own in empty.values() for span in own]}
    there = there_is([day for day, _ in dated], measured.periods)
    for message, without in empty.items():
        when = told_when(dict.fromkeys(without), noun, is_year=is_year)
        said.append(message.text(noun=noun, when=when, where=at, there=there))
    return Text.joined(dict.fromkeys(said), "; ")


def _of_other_days(measured: Measurement) -> Iterator[Text]:
    """Say which records are of no day that counts: later than the period, between the months compared, or earlier.

    An earlier year that an indicator looks back to is none of them; of a stock every year is.
    """
    noun, field = _described(measured)
    if field is None:
        return
    left = [(record, outcome) for record, outcome in measured.looked_at() if not outcome.entered]
    dated = [(day, record, outcome) for record, outcome in left if (day := getattr(record, field)) is not None]
    dated.sort(key=lambda one: one[0])
    first, last = measured.periods[0], max(measured.periods, key=lambda period: period.end)
    after = [one for one in reversed(dated) if is_after(one[0], last)]
    yield from _told_days(say.LATER, after, noun, measured)
    sooner = [one for one in dated if not is_after(one[0], last)]
    variables = measured.indicator.variables
    if any(one.span != "period" for one in variables):
        spans = [span_of(one, period) for one in variables for period in measured.periods]
        between = [one for one in sooner if not any(is_within(one[0], span) for span in spans)]
        yield from _told_days(say.BETWEEN, between, noun, measured)
    elif measured.indicator.timing is not Timing.STOCK:
        before = [one for one in sooner if year_of(one[0]) < first.year and _fails_one(one[2])]
        yield from _told_days(say.EARLIER, before, noun, measured)


def _told_days(
    message: Message, dated: Sequence[tuple[Any, Any, Outcome]], noun: Text, measured: Measurement
) -> Iterator[Text]:
    """Say how many records these are and of when; a few are named, many are a form that goes on over years."""
    if dated:
        unit = sole_unit(measured.evidence.records)
        names = "; ".join([named(identity(record), unit) for _, record, _ in dated])
        told = Text(id=f": {names}", en=f" ({names})") if len(dated) <= _FEW else ""
        is_dated = isinstance(dated[0][0], int) or noun.id.endswith(DATED)
        yield message.text(
            count=len(dated),
            noun=noun if is_dated else Text(id=f"{noun.id} {DATED}", en=noun.en),
            year=str(measured.periods[0].year),
            period=str(max(measured.periods, key=lambda period: period.end)),
            there=there_is([day for day, _, _ in dated], measured.periods),
            names=told,
        )


def _fails_one(outcome: Outcome) -> bool:
    """Tell whether a record would count but for one condition."""
    return min(map(len, outcome.missed.values())) == 1


def why_missed(indicator: Indicator[Any], item: Evidence) -> tuple[tuple[str, ...], Text]:
    """Say why a record did not enter the quantity that it came closest to: what is unknown, then what it fails.

    The fields that must be known first stand beside the sentence.
    """
    kind: Any = type(item.record)
    unknown = [field.name for field in attrs.fields(kind) if getattr(item.record, field.name) is None]
    return _nearest(indicator, kind, tuple(unknown), item.periods[0], item.missed)


@functools.lru_cache(maxsize=1024)
def _nearest(
    indicator: Indicator[Any],
    kind: Any,
    unknown: tuple[str, ...],
    period: Period,
    missed: FrozenMap[str, tuple[str, ...]],
) -> tuple[tuple[str, ...], Text]:
    """Return the fields that records of one fate lack, and the sentence that says so."""
    if not missed:
        return (), Text(id="", en="")
    name = nearest(missed)
    lacking = lacked_by(indicator, kind, unknown, period)[name]
    named = frozenset[str]().union(*(lacking[condition] for condition in missed[name]))
    fields = [field for field in attrs.fields(kind) if field.name in named]
    fails = ", ".join(condition for condition in missed[name] if not lacking[condition])
    said = [Text(id=f"{text.id} tidak diketahui", en=f"{text.en} is unknown") for text in map(called, fields)]
    said += [Text(id=f"tidak memenuhi {fails}", en=f"fails {fails}")] if fails else []
    return tuple(field.name for field in fields), Text.joined(said)


def lacked_by(
    indicator: Indicator[Any], kind: Any, unknown: Iterable[str], period: Period
) -> dict[str, dict[str, frozenset[str]]]:
    """Return what a record of which these fields are unknown lacks for each condition of each quantity."""
    line = Lacking.line(kind, frozenset(unknown))
    return {
        name: {condition: frozenset(held.fields) for condition, held in tally.conditions.items()}  # type: ignore[attr-defined]
        for tally in indicator.tally(line, period)
        for name in tally.values
    }


def _told_unknown(measured: Measurement) -> Iterator[Text]:
    """Say by field how many records miss a quantity for nothing but what is unknown of them.

    Those that entered another quantity are told apart.
    """
    indicator, period = measured.indicator, measured.periods[0]
    kind: Any = indicator.record
    names = [field.name for field in attrs.fields(kind)]
    asked = sorted(_union(lacked_by(indicator, kind, names, period).values()))
    values_of = operator.attrgetter(*asked, asked[0])  # of one field it would give no tuple
    often: tuple[Counter[str], Counter[str]] = Counter(), Counter()
    found: dict[Any, frozenset[str]] = {}
    for record, outcome in measured.looked_at():
        if None not in (values := values_of(record)) or not outcome.missed:
            continue
        unknown = tuple([name for name, value in zip(asked, values, strict=False) if value is None])
        alike = outcome, unknown
        if alike not in found:
            lacking = lacked_by(indicator, kind, unknown, period)
            missed = {name: {one: lacking[name][one] for one in failed} for name, failed in outcome.missed.items()}
            found[alike] = _union(conditions for conditions in missed.values() if all(conditions.values()))
        often[bool(outcome.entered)].update(found[alike])
    for message, times in zip((say.UNKNOWN, say.PARTLY_UNKNOWN), often, strict=True):
        fields = [(called(field), times[field.name]) for field in attrs.fields(kind) if field.name in times]
        if fields:
            yield message.text(named=[_rows(text, count) for text, count in fields])


def _rows(field: Text, count: int) -> Text:
    return Text(id=f"{field.id} ({count} baris)", en=f"{field.en} (rows: {count})")


def _union(conditions: Iterable[dict[str, frozenset[str]]]) -> frozenset[str]:
    return frozenset[str]().union(*(fields for each in conditions for fields in each.values()))


def of_other_scale(records: Sequence[Any], field: str) -> Iterator[Text]:
    """Name the records whose amount is a thousandth of the middle one or less, as millions are beside rupiah."""
    amounts = [(record, abs(getattr(record, field) or 0)) for record in records]
    sizes = [size for _, size in amounts if size]
    if not sizes:
        return
    least, unit = statistics.median(sizes) / _SCALE, sole_unit(records)
    small = [named(identity(record), unit) for record, size in amounts if 0 < size <= least]
    if small:
        yield say.OF_OTHER_SCALE.text(named=shortened(small))
