"""Ratio: one sum over another, times 100 or not."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from fractions import Fraction
from typing import TYPE_CHECKING, Any, ClassVar

import attrs

from kinerja._base import FrozenMap, few
from kinerja.formulas import messages as say
from kinerja.formulas.formula import Formula, FormulaRecord, Letter, dated, in_quarters_or_not, of_period, own_name
from kinerja.measurement import (
    PERCENT,
    RUPIAH,
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
from kinerja.records import Period, Tally, above, by_kind, exact, flag, number

if TYPE_CHECKING:
    from kinerja.measurement import Ledger

_OF_DENOMINATOR = (
    "Yang masuk penyebut. Semua baris dijumlahkan: satu angka untuk beberapa baris diisi sekali, lainnya 0."
)

_SHOWN = 5


@attrs.frozen(kw_only=True, field_transformer=by_kind)
class Case(FormulaRecord):
    """One case with its part of the numerator and of the denominator (pembilang, penyebut).

    Fields:
        reference: what tells it from others.
        dated_on: the day by which it is of a period; None where unknown.
        numerator, denominator: what it adds to both, in their units.
    """

    called: ClassVar[Text] = Text(id="pembilang dan penyebut", en="case")

    reference: str = attrs.field(metadata=own_name("kasus"))
    dated_on: dt.date | None = attrs.field(default=None, metadata=dated())
    numerator: Fraction = attrs.field(converter=exact, metadata=number("pembilang", "Yang masuk pembilang."))
    denominator: Fraction = attrs.field(converter=exact, metadata=number("penyebut", _OF_DENOMINATOR))


@attrs.frozen(kw_only=True, field_transformer=by_kind)
class Answer(FormulaRecord):
    """One case of which the answer is yes or no, such as a request answered on time.

    Fields:
        reference, dated_on: as those of a Case.
        met: whether it is in the numerator.
    """

    called: ClassVar[Text] = Text(id="kasus ya atau tidak", en="case, yes or no")

    reference: str = attrs.field(metadata=own_name("kasus"))
    dated_on: dt.date | None = attrs.field(default=None, metadata=dated())
    met: bool = attrs.field(metadata=flag("terpenuhi", "Ya bila masuk pembilang."))


def _share(numerator: N, denominator: N) -> N:
    return 100 * numerator / denominator


def _quotient(numerator: N, denominator: N) -> N:
    return numerator / denominator


@attrs.frozen(kw_only=True)
class Ratio(Formula[Any]):
    """One sum over another (rasio), times 100 or not.

    Equation: 100 x A / B, or A / B

    Symbols:
        A: `numerator`; below 0 where the letter is signed, as with promoters less detractors.
        B: `denominator`, above 0; else the ratio is undefined.

    Fields:
        numerator, denominator: what the sums are of.
        percent: whether it is times 100.
        part: whether the numerator is a part of the denominator, and can never exceed it.
        yes_no: whether its records are answers, yes or no, of which each adds 1 to the denominator.
        timing: whether quarters add up to the year (FLOW), or there is a year figure alone (YEARLY).

    >>> from kinerja import Unit
    >>> request = Unit(name=Text(id="Permohonan", en="request"), whole=True)
    >>> on_time = Letter(label=Text(id="selesai tepat waktu", en="done on time"), unit=request)
    >>> done = Letter(label=Text(id="selesai", en="done"), unit=request)
    >>> ratio = Ratio(code="SK.2.1", numerator=on_time, denominator=done, yes_no=True)
    >>> print(ratio.measure(numerator=49, denominator=52))
    100 × 49 / 52 = 94,23
    """

    numerator: Letter
    denominator: Letter
    unit: Unit = PERCENT
    percent: bool = True
    part: bool = False
    yes_no: bool = False
    timing: Timing = attrs.field(default=Timing.FLOW, validator=in_quarters_or_not)

    @property
    def record(self) -> type[Any]:
        """Answers where it is yes or no, else cases with both numbers."""
        return Answer if self.yes_no else Case

    @property
    def formula(self) -> Callable[..., Any]:  # type: ignore[override]  # which of the two is data
        """The ratio in percent, or as it is."""
        return _share if self.percent else _quotient

    @property
    def letters(self) -> Mapping[str, Letter]:
        """What the form asks of a case."""
        if self.yes_no:
            return FrozenMap({"met": self.numerator})
        return FrozenMap({"numerator": self.numerator, "denominator": self.denominator})

    @property
    def by_letters(self) -> Bounds:
        """Never below 0 where the numerator is not, and never above the whole where it is part of it."""
        lowest, whole = self.numerator.lowest, Fraction(100 if self.percent else 1)
        least = Fraction(0) if lowest is not None and lowest >= 0 else None
        return Bounds(least=least, most=whole if self.part or self.yes_no else None)

    @property
    def variables(self) -> tuple[Variable, ...]:
        """Numerator and denominator."""
        whole = {"part_of": "denominator"} if self.part or self.yes_no else {}
        return (
            self.numerator.variable("numerator", "A", **whole),
            self.denominator.variable("denominator", "B", divisor=True, empty="unmeasured"),
        )

    def tally(self, line: Any, period: Period) -> Iterable[Tally]:
        """Add what the cases of the period add to both sums."""
        counted = of_period(self.code, line, period)
        if self.yes_no:
            yield Tally(counted, denominator=1)
            yield Tally({**counted, self.numerator.label.id: line.met}, numerator=1)
        else:
            yield Tally(counted, numerator=line.numerator, denominator=line.denominator)

    def impossible(self, line: Any) -> Iterator[Impossible]:
        """Say where a part exceeds its whole in one row; a whole of 0 stands in another."""
        if self.part and not self.yes_no:
            beyond = above(line.denominator, 0) & above(line.numerator, line.denominator)
            said = {"part": self.numerator.label, "whole": self.denominator.label}
            yield Impossible(beyond, say.PART_ABOVE, {**said, "value": line.numerator, "limit": line.denominator})

    def remarks(self, quantities: Mapping[str, Fraction]) -> Iterator[Text]:
        """Doubt a share above its whole, where nobody said what is usual: the denominator may lack rows."""
        may_be_a_part = self.percent and not self.part and self.numerator.unit == self.denominator.unit
        part, whole = quantities["numerator"], quantities["denominator"]
        if may_be_a_part and self.usual is None and above(part, whole) and above(whole, 0):
            yield say.ABOVE_WHOLE.text(part=self.numerator.label, value=part, whole=self.denominator.label, limit=whole)

    def record_remarks(self, ledger: Ledger, period: Period) -> Iterator[Text]:  # noqa: ARG002 - of any period
        """Name denominators that stand in several rows: each of them is added, and a ceiling may be one alone.

        Numbers other than rupiah are equal by chance, unless it is more than half of them.
        """
        if self.yes_no:
            return
        rows: dict[Fraction, list[str]] = {}
        for one in ledger.counted:
            rows.setdefault(one.denominator, []).append(one.reference)
        often = 1 if self.denominator.unit == RUPIAH else len(ledger.counted) / 2
        for value, those in rows.items():
            if len(those) > max(1, often) and above(value, 1):  # of 1 each the rows are counted
                what = self.denominator.label
                yield say.SAME_DENOMINATOR.text(what=what, value=value, count=len(those), names=few(those, _SHOWN))

    @by_name
    def measure(self, *, numerator: Number, denominator: Number) -> Measurement:
        """Return the measurement of two sums."""
        return Indicator.measure(self, numerator=numerator, denominator=denominator)
