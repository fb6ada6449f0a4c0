"""Measurements and their records as plain data, and measured again from it."""

from __future__ import annotations

import functools
import importlib
import operator
from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import attrs

from kinerja._base import FrozenMap, KinerjaError, Problem, RecordsError, Text
from kinerja._base.reading import Plain, Reader, plain_data
from kinerja.measurement import messages as say
from kinerja.measurement.conversion import indicator_converter
from kinerja.measurement.evidence import LeftOut, beyond_records, count_again
from kinerja.measurement.indicator import Indicator
from kinerja.measurement.measurement import Measurement
from kinerja.records import Period, as_period
from kinerja.records.plain import plain_record

if TYPE_CHECKING:
    from cattrs import Converter

    from kinerja.measurement.evidence import Ledger, Outcome

SCHEMA = "kinerja.measurement/2"


@attrs.frozen(kw_only=True)
class WrittenRecord:
    """A record as JSON holds it: its class, the period in which it was looked at, its fields, and what became of it."""

    record: str
    period: str
    fields: dict[str, Any]
    entered: tuple[str, ...]
    again: tuple[str, ...] = ()
    missed: FrozenMap[str, tuple[str, ...]]

    @classmethod
    def of(cls, record: Any, period: Period, outcome: Outcome) -> WrittenRecord:
        """Return a record with all its fields, those that are unknown too."""
        return cls(record=type(record).__name__, period=str(period), fields=plain_record(record), **outcome._asdict())

    def as_plain(self) -> dict[str, Any]:
        """Return it as plain data; its fields are so already, and there may be many."""
        return {
            "record": self.record,
            "period": self.period,
            "fields": self.fields,
            "entered": list(self.entered),
            "again": list(self.again),
            "missed": {name: list(failed) for name, failed in self.missed.items()},
        }


@functools.cache
def _writer() -> Converter:
    return indicator_converter({}, whole=True)


def written_records(ledger: Ledger) -> tuple[WrittenRecord, ...]:
    """Return every record with what became of it."""
    return tuple(map(WrittenRecord.of, *attrs.astuple(ledger, recurse=False)))


def read_records(
    reader: Reader, path: str, written: Iterable[WrittenRecord], indicator: Indicator[Any]
) -> tuple[Any, ...]:
    """Build records again by the class that the indicator names; note every one that cannot be."""
    kind, records = indicator.record, []
    name = "-" if kind is None else kind.__name__
    for number, item in enumerate(written, 1):
        if kind is None or item.record != name:
            reader.problems.append(say.OTHER_CLASS.problem(f"{path}[{number}].record", kind=name))
        else:
            records.append(reader.read(f"{path}[{number}].fields", item.fields, kind))
    return tuple(records)


@attrs.frozen(kw_only=True)
class Parts:
    """What a measurement is measured again from.

    Fields:
        records: with their periods, in order.
        periods: all there are, those without records too.
        totals: quantities that were given beside the records.
        entries: how many records entered each quantity, as is stated; of records that were not kept nobody can count.
    """

    records: tuple[tuple[Any, Period], ...]
    periods: tuple[Period, ...]
    totals: FrozenMap[str, Fraction] | None
    guarded: bool
    complete: bool
    entries: FrozenMap[str, int] | None

    def faults(self, place: str) -> Iterator[Problem]:
        """Tell why nothing can be measured of them."""
        if not {period for _, period in self.records} <= set(self.periods):
            yield say.RECORD_OF_OTHER_PERIOD.problem(place, periods=self.periods)
        if not self.periods and self.totals is None:
            yield say.NOTHING_MEASURED.problem(place)

    def measured(self, indicator: Indicator[Any]) -> Measurement:
        """Measure again what has no faults. It raises as measuring and adding do."""
        records, periods_of = zip(*self.records, strict=True) if self.records else ((), ())
        counted = count_again(indicator, records, periods_of, self.periods)
        totals = None if self.totals is None else Measurement.of(indicator, self.totals)
        whole = functools.reduce(operator.add, [part for part in (counted, totals) if part is not None])
        entries = whole.entries if self.guarded else self.entries
        return attrs.evolve(whole, guarded=self.guarded, complete=self.complete, entries=entries)


@attrs.frozen(kw_only=True)
class WrittenMeasurement:
    """A measurement as plain data holds it; see `Measurement.to_dict`."""

    schema: str
    indicator: Indicator[Any]
    rules: int
    periods: tuple[str, ...]
    guarded: bool
    complete: bool
    quantities: FrozenMap[str, Fraction]
    entries: FrozenMap[str, int] | None
    actual: Fraction | None
    reason: str | None
    counted: int | None
    left_out: tuple[LeftOut, ...] | None
    totals: FrozenMap[str, Fraction] | None
    records: tuple[WrittenRecord, ...] | None
    notes: tuple[Text, ...]

    @classmethod
    def of(cls, measurement: Measurement) -> WrittenMeasurement:
        """Return what is written of a measurement, but its records, of which there may be many."""
        (actual, reason), totals = measurement.figure, beyond_records(measurement)
        kept = measurement.guarded and bool(measurement.periods)
        return cls(
            schema=SCHEMA,
            indicator=measurement.indicator,
            rules=measurement.indicator.rules,
            periods=tuple(map(str, measurement.periods)),
            guarded=measurement.guarded,
            complete=measurement.complete,
            quantities=measurement.quantities,
            entries=measurement.entries,
            actual=actual,
            reason=None if reason is None else reason.name,
            counted=len(measurement.counted) if kept else None,
            left_out=measurement.causes if kept else None,
            totals=None if totals is None else totals.quantities,
            records=(),
            notes=measurement.notes,
        )

    def differing(self, follows: WrittenMeasurement) -> Iterator[Problem]:
        """Tell the figures that do not follow."""
        for name in ("rules", "quantities", "entries", "actual", "reason"):
            stands, own = getattr(self, name), getattr(follows, name)
            if stands != own:
                yield say.FIGURE_DIFFERS.problem(f"measurement.{name}", value=stands, follows=own)


def plain_measurement(measurement: Measurement) -> dict[str, Any]:
    """Return a measurement as plain data; see `Measurement.to_dict`."""
    plain: dict[str, Any] = _writer().unstructure(WrittenMeasurement.of(measurement))
    return plain | {"records": [one.as_plain() for one in written_records(measurement.evidence)]}


def load_measurement(given: Plain, indicators: Iterable[type[Indicator[Any]]]) -> Measurement:
    """Read a measurement, and measure it again from its own records; see `Measurement.from_dict`."""
    data = plain_data(given, [SCHEMA], Text(id="hasil pengukuran", en="a measurement"), RecordsError)
    own: dict[str, type[Indicator[Any]]] = importlib.import_module("kinerja.indicators").indicator_classes()
    formulas = importlib.import_module("kinerja.formulas").formula_classes()
    # Those of the library stand above, and are asked by name.
    known = own | formulas | {one.__name__: one for one in indicators}
    reader = Reader(indicator_converter(known))
    stated = reader.read("measurement", data, WrittenMeasurement)
    measurement = None if stated is None else _measured(stated, reader)
    if measurement is None:
        raise RecordsError.of(reader.problems)
    return measurement


def _measured(stated: WrittenMeasurement, reader: Reader) -> Measurement | None:
    """Measure again; None where it was noted why that cannot be."""
    if stated.records is None:
        reader.problems.append(say.RECORDS_LEFT_OUT.problem("measurement.records"))
        return None
    records = read_records(reader, "measurement.records", stated.records, stated.indicator)
    if reader.problems:
        return None
    try:
        parts = Parts(
            records=tuple(zip(records, [as_period(one.period) for one in stated.records], strict=True)),
            periods=tuple(map(as_period, stated.periods)),
            totals=stated.totals,
            guarded=stated.guarded,
            complete=stated.complete,
            entries=stated.entries,
        )
        reader.problems.extend(parts.faults("measurement"))
        if reader.problems:
            return None
        measurement = parts.measured(stated.indicator)
    except KinerjaError as error:
        reader.problems.append(error.problem("measurement"))
        return None
    reader.problems.extend(stated.differing(WrittenMeasurement.of(measurement)))
    return None if reader.problems else measurement
