"""Growth: how much more than in the same months of the year before, in percent."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import TYPE_CHECKING, ClassVar

import attrs

from kinerja._base import FrozenMap, few
from kinerja._base.dates import MONTHS
from kinerja.formulas import messages as say
from kinerja.formulas.formula import Formula, FormulaRecord, Letter, dated, in_quarters_or_not, of_code, own_name
from kinerja.measurement import (
    PERCENT,
    RUPIAH,
    Indicator,
    Measurement,
    N,
    Number,
    Text,
    Timing,
    Unit,
    Variable,
    by_name,
    of_other_scale,
)
from kinerja.records import Period, Tally, by_kind, exact, number

if TYPE_CHECKING:
    from kinerja.measurement import Ledger

_SHOWN = 6


@attrs.frozen(kw_only=True, field_transformer=by_kind)
class Amount(FormulaRecord):
    """One amount with its day (jumlah bertanggal), of the period or of the year before.

    Fields:
        reference: what tells it from others.
        dated_on: the day by which it is of a period; None where unknown.
        amount: in the unit of what grows.
    """

    may_share_a_number: ClassVar[bool] = True
    called: ClassVar[Text] = Text(id="jumlah bertanggal", en="amount with a day")

    reference: str = attrs.field(metadata=own_name("bukti"))
    dated_on: dt.date | None = attrs.field(default=None, metadata=dated())
    amount: Fraction = attrs.field(
        converter=exact, metadata=number("jumlah", "Dari periode ini dan dari masa yang sama tahun sebelumnya.")
    )


@attrs.frozen(kw_only=True)
class Growth(Formula[Amount]):
    """Growth in percent over the same months of the year before (pertumbuhan).

    Equation: 100 x (B - A) / A

    Symbols:
        A: `previous`, the sum of the same months of the year before, above 0; else growth is undefined.
        B: `current`, the sum of the period.

    Fields:
        growing: what grows.
        timing: whether quarters add up to the year (FLOW), or there is a year figure alone (YEARLY).

    >>> person = Unit(name=Text(id="Orang", en="person"), whole=True)
    >>> trained = Letter(label=Text(id="peserta pelatihan", en="people trained"), unit=person)
    >>> print(Growth(code="SK.4.1", growing=trained).measure(previous=200, current=230))
    100 × (230 - 200) / 200 = 15,00
    """

    record: ClassVar[type[Amount]] = Amount
    lettered: ClassVar[FrozenMap[str, str]] = FrozenMap({"amount": "growing"})

    growing: Letter
    unit: Unit = PERCENT
    timing: Timing = attrs.field(default=Timing.FLOW, validator=in_quarters_or_not)

    @property
    def variables(self) -> tuple[Variable, ...]:
        """The sums of both years."""
        before = self.growing.worded("dalam masa yang sama tahun sebelumnya", "in the same months of the year before")
        now = self.growing.worded("dalam periode", "in the period")
        return (
            self.growing.variable(
                "previous", "A", symbol="A", label=before, divisor=True, empty="unmeasured", span="previous"
            ),
            self.growing.variable("current", "B", symbol="B", label=now, empty="unmeasured"),
        )

    def tally(self, line: Amount, period: Period) -> Iterable[Tally]:
        """Add the amounts of the same months of the year before (A), and those of the period (B)."""
        own = of_code(self.code, line)
        before = period.previous.contains(line.dated_on)
        yield Tally({**own, "bertanggal dalam masa yang sama tahun sebelumnya": before}, previous=line.amount)
        yield Tally({**own, "bertanggal dalam periode": period.contains(line.dated_on)}, current=line.amount)

    @staticmethod
    def formula(previous: N, current: N) -> N:
        """Return the growth in percent."""
        return 100 * (current - previous) / previous

    def record_remarks(self, ledger: Ledger, period: Period) -> Iterator[Text]:  # noqa: ARG002 - of any period
        """Name the months that have records in one of the years alone, and amounts that are hardly in rupiah."""
        before, now = (_months(one.record for one in ledger if name in one.entered) for name in ("previous", "current"))
        alone = [named for month, named in sorted((before | now).items()) if (month in before) is not (month in now)]
        if before and now and alone:
            yield say.OTHER_MONTHS.text(months=few(alone, _SHOWN))
        if self.growing.unit == RUPIAH:
            yield from of_other_scale(ledger.counted, "amount")

    @by_name
    def measure(self, *, previous: Number, current: Number) -> Measurement:
        """Return the measurement of the sums of both years."""
        return Indicator.measure(self, previous=previous, current=current)


def _months(amounts: Iterable[Amount]) -> dict[int, Text]:
    """Return the months in which amounts are: their number, and how they are written with the year."""
    days = {amount.dated_on for amount in amounts}
    return {
        day.month: Text(id=f"{MONTHS[day.month - 1]} {day.year}", en=f"{day:%Y-%m}") for day in days if day is not None
    }
