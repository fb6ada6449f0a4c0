"""What a figure would be under each other reading of its clause."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import attrs

from kinerja._base import KinerjaError, Percent, Reason, Text
from kinerja.decrees import messages as say
from kinerja.decrees.reading import Alternative, Reading
from kinerja.measurement import Measurement, Unit, count_again
from kinerja.records import FieldsRead, called

if TYPE_CHECKING:
    from kinerja.decrees.entry import Entry
    from kinerja.measurement import Indicator
    from kinerja.records import Period


@attrs.frozen(kw_only=True)
class OtherFigure:
    """What a figure would be under another answer to one of its readings.

    Fields:
        reading, answer: the question, and the answer that was not taken.
        unit: of its actual; None where nothing computes it.
        actual, reason: what it would be, or the reason for none of what was measured.
        lacks: why it cannot be measured; None where it can.
        achievement: of its actual, in percent; None where there is no target, or the unit is not the entry's.
        measurement: under that answer; None where it cannot be had, and where the figure alone was kept.
    """

    reading: Reading
    answer: Alternative
    unit: Unit | None = None
    actual: Fraction | None = None
    reason: Reason | None = None
    lacks: Text | None = None
    achievement: Percent | None = None
    measurement: Measurement | None = attrs.field(default=None, repr=False)

    @property
    def met(self) -> bool | None:
        """Whether the target would be met; None where nothing is set against it."""
        return None if self.achievement is None else self.achievement >= _FULL

    @property
    def question(self) -> Text:
        """The question and the answer, one after the other."""
        one, other = self.reading.question, self.answer.text
        return Text(id=f"{one.id} {other.id}", en=f"{one.en} {other.en}")


_FULL = 100


def other_figures(
    entry: Entry, measurement: Measurement, achieved: Callable[[Fraction], Percent | None] | None
) -> Iterator[OtherFigure]:
    """Go through the answers that were not taken, in the order of the readings, with the figure under each.

    Args:
        entry: whose readings they are.
        measurement: of the entry.
        achieved: sets an actual against the target, and gives None where it cannot be; None without a target.
    """
    for reading, answer in entry.not_taken:
        yield _figure(entry, measurement, reading, answer, achieved)


def _figure(
    entry: Entry,
    measurement: Measurement,
    reading: Reading,
    answer: Alternative,
    achieved: Callable[[Fraction], Percent | None] | None,
) -> OtherFigure:
    try:
        other = entry.measured_under(reading, answer)
    except KinerjaError as error:
        return OtherFigure(reading=reading, answer=answer, lacks=error.text)
    found = entry.why_not(reading, answer) if other is None else _measured(measurement, other)
    if not isinstance(found, Measurement):
        return OtherFigure(reading=reading, answer=answer, lacks=found)
    (actual, reason), unit = found.figure, found.indicator.unit
    achievement = None
    if actual is not None and achieved is not None and is_comparable(entry, found.indicator):
        achievement = achieved(actual)
    return OtherFigure(
        reading=reading,
        answer=answer,
        unit=unit,
        actual=actual,
        reason=reason,
        achievement=achievement,
        measurement=found,
    )


def is_comparable(entry: Entry, indicator: Indicator[Any]) -> bool:
    """Tell whether an actual of an indicator can be set against the targets of an entry."""
    return indicator.unit == entry.unit and indicator.polarity is entry.polarity


def _measured(measurement: Measurement, other: Indicator[Any]) -> Measurement | Text:
    """Measure the same records, or where its counting rule is the same the same quantities, by another indicator."""
    if _counts_alike(measurement.indicator, other):
        return attrs.evolve(measurement, indicator=other)
    ledger = measurement.evidence
    if not measurement.periods or not measurement.guarded or not measurement.complete:
        return say.NOT_FROM_TOTALS
    try:
        found = count_again(other, ledger.records, ledger.periods, measurement.periods)
    except KinerjaError as error:
        if error.code != _UNKNOWN:
            return error.text
        return say.NEEDS_FIELDS.text(names=_unknown_fields(other, vars(error)["field"], measurement.periods[0]))
    return say.NOT_FROM_TOTALS if found is None else found


_UNKNOWN = "record.unknown_value"


def _unknown_fields(indicator: Indicator[Any], quantity: str, period: Period) -> list[Text]:
    """Name the fields that may be unknown of which a quantity is made."""
    kind: Any = indicator.record
    values: list[Any] = [tally.values.get(quantity) for tally in indicator.tally(FieldsRead.line(kind), period)]
    read = frozenset[str]().union(*(value.names for value in values if isinstance(value, FieldsRead)))
    return [called(field) for field in attrs.fields(kind) if field.name in read and field.default is None]


def _counts_alike(one: Indicator[Any], other: Indicator[Any]) -> bool:
    """Tell whether two indicators differ in their formulas alone."""
    return type(one).tally is type(other).tally and _names(one) == _names(other) and _fields(one) == _fields(other)


def _fields(indicator: Indicator[Any]) -> dict[str, Any]:
    return {field.name: getattr(indicator, field.name) for field in attrs.fields(type(indicator))}


def _names(indicator: Indicator[Any]) -> list[str]:
    return [variable.name for variable in indicator.variables]
