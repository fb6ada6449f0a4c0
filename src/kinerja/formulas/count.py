"""Count: how many there were."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, ClassVar

import attrs

from kinerja.formulas import messages as say
from kinerja.formulas.formula import Formula, FormulaRecord, Letter, dated, in_quarters_or_not, of_period, own_name
from kinerja.measurement import Indicator, Measurement, N, Number, Text, Timing, Variable, by_name
from kinerja.records import Period, Tally, by_kind

if TYPE_CHECKING:
    from kinerja.measurement import Ledger


_ONE_EACH = " Satu baris dihitung satu; bila yang ada hanya jumlahnya, tulis sebagai realisasi."
_TOTALS = 12
"""So few items may be totals, of months; what is numbered through is none."""


@attrs.frozen(kw_only=True, field_transformer=by_kind)
class Item(FormulaRecord):
    """One thing that counts (satu butir): a company served, a test result, a complaint, a yes.

    Fields:
        reference: what tells it from others.
        dated_on: the day by which it is of a period; None where unknown.
    """

    called: ClassVar[Text] = Text(id="butir", en="item")

    reference: str = attrs.field(metadata=own_name("butir", _ONE_EACH))
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

    def record_remarks(self, ledger: Ledger, period: Period) -> Iterator[Text]:  # noqa: ARG002 - of any period
        """Name the items that look like totals: each row counts as one."""
        names = [one.record.reference for one in ledger if one.entered]
        numbers = [_number_of(name, self.counted.unit.name.id) for name in names[: _TOTALS + 1]]
        totals = [name for name, number in zip(names, numbers, strict=False) if number is not None]
        if totals and len(names) <= _TOTALS and sorted(filter(None, numbers)) != list(range(1, len(names) + 1)):
            yield say.ITEM_LIKE_TOTAL.text(names=totals)

    @by_name
    def measure(self, *, number: Number) -> Measurement:
        """Return the measurement of a number that was counted."""
        return Indicator.measure(self, number=number)


def _number_of(name: str, unit: str) -> int | None:
    """Return the number that an item is named by, alone or before its unit; None where it is no such number."""
    found = re.fullmatch(rf"([1-9]\d{{0,3}})(?:\s+{re.escape(unit)})?", name.strip(), re.IGNORECASE)
    return None if found is None else int(found[1])
