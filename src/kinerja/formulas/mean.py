"""Mean: the average over cases."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from fractions import Fraction
from typing import ClassVar

import attrs

from kinerja._base import FrozenMap
from kinerja.formulas.formula import (
    Formula,
    FormulaRecord,
    Letter,
    dated,
    in_quarters_or_not,
    of_period,
    own_name,
)
from kinerja.measurement import (
    Bounds,
    Impossible,
    Indicator,
    Measurement,
    N,
    Number,
    Text,
    Timing,
    Unit,
    Variable,
    by_name,
)
from kinerja.records import Period, Tally, by_kind, exact, number

CASE = Unit(name=Text(id="Kasus", en="case"), whole=True)


@attrs.frozen(kw_only=True, field_transformer=by_kind)
class ValuedCase(FormulaRecord):
    """One case with its value, such as the days that a certificate took.

    Fields:
        reference: what tells it from others.
        dated_on: the day by which it is of a period; None where unknown.
        value: in the unit of what is averaged.
    """

    called: ClassVar[Text] = Text(id="kasus bernilai", en="case with a value")

    reference: str = attrs.field(metadata=own_name("kasus"))
    dated_on: dt.date | None = attrs.field(default=None, metadata=dated())
    value: Fraction = attrs.field(converter=exact, metadata=number("nilai", "Nilai kasus ini."))


@attrs.frozen(kw_only=True)
class Mean(Formula[ValuedCase]):
    """The mean over cases (rata-rata); each case weighs the same, in whichever quarter it is.

    Equation: S / n

    Symbols:
        S: `total`, the sum of the values.
        n: `cases`, how many there are, above 0; else the mean is undefined.

    Fields:
        averaged: what each case has a value of.
        timing: whether quarters add up to the year (FLOW), or there is a year figure alone (YEARLY).

    >>> day = Unit(name=Text(id="Hari", en="day"))
    >>> taken = Letter(label=Text(id="lama penerbitan", en="time to issue"), unit=day)
    >>> print(Mean(code="SK.3.1", unit=day, averaged=taken).measure(total=27, cases=4))
    27 / 4 = 6,75
    """

    record: ClassVar[type[ValuedCase]] = ValuedCase
    lettered: ClassVar[FrozenMap[str, str]] = FrozenMap({"value": "averaged"})

    averaged: Letter
    timing: Timing = attrs.field(default=Timing.FLOW, validator=in_quarters_or_not)

    @property
    def by_letters(self) -> Bounds:
        """Those of each value."""
        return self.averaged.bounds_in(self.unit)

    @property
    def variables(self) -> tuple[Variable, ...]:
        """The sum of the values, and the number of cases."""
        cases = Text(id="kasus", en="cases")
        summed = self.averaged.worded("(jumlah)", "(sum)")
        return (
            self.averaged.summed("total", "S", summed),
            Variable(name="cases", symbol="n", label=cases, unit=CASE, divisor=True, empty="unmeasured"),
        )

    def tally(self, line: ValuedCase, period: Period) -> Iterable[Tally]:
        """Add the values of the cases of the period, and count them."""
        yield Tally(of_period(self.code, line, period), total=line.value, cases=1)

    @staticmethod
    def formula(total: N, cases: N) -> N:
        """Return the mean."""
        return total / cases

    def impossible(self, line: ValuedCase) -> Iterable[Impossible]:
        """Say which values cannot be: their sum hides them."""
        return self.averaged.impossible(line.value)

    @by_name
    def measure(self, *, total: Number, cases: Number) -> Measurement:
        """Return the measurement of a sum over so many cases."""
        return Indicator.measure(self, total=total, cases=cases)
