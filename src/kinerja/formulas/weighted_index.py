"""WeightedIndex: parts by their weights, less what is deducted."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import ClassVar

import attrs

from kinerja._base import FrozenMap
from kinerja.formulas import messages as say
from kinerja.formulas.formula import Formula, FormulaRecord, Letter, of_year
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
from kinerja.records import Period, Tally, by_kind, called, exact, flag, name, number, optional_exact, product, year

WEIGHT = Unit(name=Text(id="Bobot", en="weight"))


def _check_not_below(instance: object, attribute: attrs.Attribute[Fraction], value: Fraction) -> None:
    if value < 0:
        kind = type(instance).__name__
        raise say.BELOW_ZERO.error(indicator=kind, field=attribute.name, what=called(attribute), value=value)


@attrs.frozen(kw_only=True, field_transformer=by_kind)
class Part(FormulaRecord):
    """One part of an index in a year (unsur): its score, its weight, what is deducted for it; of one unit.

    Fields:
        year: of which year.
        part: which part.
        score: on the scale of the index; None where the part does not apply.
        weight: of any size, 0 or more; it counts against the other weights.
        deduction: what is taken off the index because of it, 0 or more.
        applies: False where the part does not apply; the weights of the others then make up the whole.
    """

    identity: ClassVar[tuple[str, ...]] = ("indicator", "year", "part")
    dated_by: ClassVar[str] = "year"
    called: ClassVar[Text] = Text(id="unsur indeks", en="part of an index")

    year: int = attrs.field(metadata=year("tahun", "Tahun yang diukur."))
    part: str = attrs.field(metadata=name("unsur", "Nama unsur, satu kali saja."))
    score: Fraction | None = attrs.field(
        default=None,
        converter=optional_exact,
        metadata=number("nilai", "Nilai unsur; kosongkan hanya bila unsur tidak berlaku.", needed=False),
    )
    weight: Fraction = attrs.field(
        converter=exact, validator=_check_not_below, metadata=number("bobot", "Bobot unsur, misalnya 25.")
    )
    deduction: Fraction = attrs.field(
        default=Fraction(0),
        converter=exact,
        validator=_check_not_below,
        metadata=number("pengurang", "Pengurang nilai indeks; kosong berarti 0."),
    )
    applies: bool = attrs.field(
        default=True, metadata=flag("berlaku", "Tidak bila unsur tidak berlaku; kosong berarti ya.")
    )


@attrs.frozen(kw_only=True)
class WeightedIndex(Formula[Part]):
    """The mean of parts by their weights, less deductions (indeks tertimbang), such as IKM, IPASN or IKPA.

    The weights of the parts that apply make up the whole. An index never adds: it is of all its parts at once.

    Equation: S / W - P

    Symbols:
        S: `weighted`, the sum of score times weight.
        W: `weight`, the sum of the weights, above 0; else the index is undefined.
        P: `deduction`, the sum of the deductions.

    Fields:
        scored: what each part has a score of.

    >>> mark = Unit(name=Text(id="Nilai", en="mark"))
    >>> score = Letter(label=Text(id="nilai IKPA", en="IKPA score"), unit=mark)
    >>> print(WeightedIndex(code="SK.7.1", unit=mark, scored=score).measure(weighted=8550, weight=90, deduction=1))
    8.550 / 90 - 1 = 94,00
    """

    record: ClassVar[type[Part]] = Part
    lettered: ClassVar[FrozenMap[str, str]] = FrozenMap({"score": "scored"})
    timing: ClassVar[Timing] = Timing.YEARLY
    adds: ClassVar[bool] = False

    scored: Letter

    @property
    def by_letters(self) -> Bounds:
        """Never above the highest score; a deduction may make it less than the lowest."""
        return Bounds(most=self.scored.bounds_in(self.unit).most)

    @property
    def variables(self) -> tuple[Variable, ...]:
        """Scores by weight, weights, deductions."""
        summed = self.scored.worded("kali bobot (jumlah)", "times weight (sum)")
        weight = Text(id="bobot unsur yang berlaku", en="weights of the parts that apply")
        deducted = Text(id="pengurang", en="deductions")
        return (
            self.scored.summed("weighted", "S", summed, symbol="S"),
            Variable(name="weight", symbol="W", label=weight, unit=WEIGHT, divisor=True, empty="unmeasured"),
            Variable(name="deduction", symbol="P", label=deducted, unit=self.scored.unit),
        )

    def tally(self, line: Part, period: Period) -> Iterable[Tally]:
        """Add the parts of the year that apply."""
        counted = {**of_year(self.code, line, period), "unsur berlaku": line.applies}
        weighted = product(line.score, line.weight)
        yield Tally(counted, weighted=weighted, weight=line.weight, deduction=line.deduction)

    @staticmethod
    def formula(weighted: N, weight: N, deduction: N) -> N:
        """Return the index."""
        return weighted / weight - deduction

    def impossible(self, line: Part) -> Iterable[Impossible]:
        """Say which values cannot be: their sum hides them."""
        return self.scored.impossible(line.score)

    @by_name
    def measure(self, *, weighted: Number, weight: Number, deduction: Number) -> Measurement:
        """Return the measurement of sums over the parts."""
        return Indicator.measure(self, weighted=weighted, weight=weight, deduction=deduction)
