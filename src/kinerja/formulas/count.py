"""Count: how many there were."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import ClassVar

import attrs

from kinerja.formulas.formula import Formula, FormulaRecord, Letter, dated, in_quarters_or_not, of_period, own_name
from kinerja.measurement import Bounds, Indicator, Measurement, N, Number, Text, Timing, Variable, by_name
from kinerja.records import Period, Tally, by_kind


@attrs.frozen(kw_only=True, field_transformer=by_kind)
class Item(FormulaRecord):
    """One thing that counts (satu butir): a company served, a test result, a complaint, a yes.

    Fields:
        reference: what tells it from others.
        dated_on: the day by which it is of a period; None where unknown.
    """

    called: ClassVar[Text] = Text(id="butir", en="item")

    reference: str = attrs.field(metadata=own_name("butir"))
    dated_on: dt.date | None = attrs.field(default=None, metadata=dated())


@attrs.frozen(kw_only=True)
class Count(Formula[Item]):
    """How many there were in a period (jumlah); what is done or not is a count of 1.

    Equation: N

    Symbols:
        N: `number`, what was counted, whole, 0 or more.

    Fields:
        counted: what is counted.
        timing: whether quarters add up to the year (FLOW), or there is a year figure alone (YEARLY).

    >>> from kinerja import Unit
    >>> letter = Unit(name=Text(id="Surat", en="letter"), whole=True)
    >>> answered = Letter(label=Text(id="surat terjawab", en="letters answered"), unit=letter)
    >>> print(Count(code="IK.1", unit=letter, counted=answered).measure(number=12))
    12
    """

    record: ClassVar[type[Item]] = Item

    counted: Letter
    timing: Timing = attrs.field(default=Timing.FLOW, validator=in_quarters_or_not)

    @property
    def by_letters(self) -> Bounds:
        """Those of what is counted."""
        return self.counted.bounds

    @property
    def variables(self) -> tuple[Variable, ...]:
        """What is counted."""
        return (self.counted.variable("number", "N"),)

    def tally(self, line: Item, period: Period) -> Iterable[Tally]:
        """Count the items of the period."""
        yield Tally(of_period(self.code, line, period), number=1)

    @staticmethod
    def formula(number: N) -> N:
        """Return the number."""
        return number

    @by_name
    def measure(self, *, number: Number) -> Measurement:
        """Return the measurement of a number that was counted."""
        return Indicator.measure(self, number=number)
