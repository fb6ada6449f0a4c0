"""What is unknown of a record, and keeps it from counting: told before any condition that it fails."""

from __future__ import annotations

import functools
import operator
from collections import Counter
from typing import TYPE_CHECKING, Any

import attrs

from kinerja._base import FrozenMap, Text
from kinerja.measurement import messages as say
from kinerja.records import Lacking, called

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kinerja.measurement.evidence import Evidence, Outcome
    from kinerja.measurement.indicator import Indicator
    from kinerja.records import Period


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
    name = min(missed, key=lambda name: len(missed[name]))
    lacking = _lacking(indicator, kind, unknown, period)[name]
    named = frozenset[str]().union(*(lacking[condition] for condition in missed[name]))
    fields = [field for field in attrs.fields(kind) if field.name in named]
    fails = ", ".join(condition for condition in missed[name] if not lacking[condition])
    said = [Text(id=f"{text.id} tidak diketahui", en=f"{text.en} is unknown") for text in map(called, fields)]
    said += [Text(id=f"tidak memenuhi {fails}", en=f"fails {fails}")] if fails else []
    return tuple(field.name for field in fields), Text.joined(said)


def _lacking(
    indicator: Indicator[Any], kind: Any, unknown: Iterable[str], period: Period
) -> dict[str, dict[str, frozenset[str]]]:
    """Return what a record of which these fields are unknown lacks for each condition of each quantity."""
    line = Lacking.line(kind, frozenset(unknown))
    return {
        name: {condition: frozenset(held.fields) for condition, held in tally.conditions.items()}  # type: ignore[attr-defined]
        for tally in indicator.tally(line, period)
        for name in tally.values
    }


def told_unknown(indicator: Indicator[Any], looked_at: Iterable[tuple[Any, Outcome]], period: Period) -> Iterator[Text]:
    """Say by field how many records miss a quantity for nothing but what is unknown of them."""
    kind: Any = indicator.record
    names = [field.name for field in attrs.fields(kind)]
    asked = sorted(_union(_lacking(indicator, kind, names, period).values()))
    values_of = operator.attrgetter(*asked, asked[0])  # of one field it would give no tuple
    often: Counter[str] = Counter()
    found: dict[Any, frozenset[str]] = {}
    for record, outcome in looked_at:
        if None not in (values := values_of(record)) or not outcome.missed:
            continue
        unknown = tuple([name for name, value in zip(asked, values, strict=False) if value is None])
        alike = outcome, unknown
        if alike not in found:
            lacking = _lacking(indicator, kind, unknown, period)
            missed = {name: {one: lacking[name][one] for one in failed} for name, failed in outcome.missed.items()}
            found[alike] = _union(conditions for conditions in missed.values() if all(conditions.values()))
        often.update(found[alike])
    fields = [(called(field), often[field.name]) for field in attrs.fields(kind) if field.name in often]
    if fields:
        named = [Text(id=f"{text.id} ({times} baris)", en=f"{text.en} (rows: {times})") for text, times in fields]
        yield say.UNKNOWN.text(named=named)


def _union(conditions: Iterable[dict[str, frozenset[str]]]) -> frozenset[str]:
    return frozenset[str]().union(*(fields for each in conditions for fields in each.values()))
