"""SK3/1: productivity or efficiency gained through consulting."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

import attrs

from kinerja.errors import QuantityError, UndefinedActualError
from kinerja.exact import N, Number, exact, write_exact
from kinerja.indicator import Indicator, Measurement
from kinerja.quantity import PERCENT, Unit, Variable
from kinerja.text import Language, Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from fractions import Fraction

__all__ = ["CASE", "ProductivityDelta", "improvement"]

CASE = Unit(name=Text(id="Kasus", en="case"), whole=True)


def gain(before: N, after: N) -> N:
    """More is better: (B - A) / A x 100."""
    return 100 * (after - before) / before


def reduction(before: N, after: N) -> N:
    """Less is better: (A - B) / A x 100."""
    return 100 * (before - after) / before


def improvement(before: Number, after: Number, lower_is_better: bool = False) -> Fraction:  # noqa: FBT001, FBT002 - reads as a word at the call
    """Return one case's improvement in percent, against its own measure before the assistance.

    Source: Decree 26/2022 of BSPJI Pekanbaru, Lampiran II, SK3/1, measure before (A) and after (B).

    Args:
        before: the performance measure before (A), above 0, in any unit.
        after: the same measure after (B), in the same unit.
        lower_is_better: for measures such as energy per tonne or rejects, where a fall is the improvement.

    Raises:
        UndefinedActualError: for a measure of 0 or below before.
        InexactNumberError: for anything that is not one exact number.

    >>> improvement(before=40, after=50)
    Fraction(25, 1)
    >>> improvement(10, 8, lower_is_better=True)
    Fraction(20, 1)
    """
    base, reached = exact(before), exact(after)
    if base <= 0:
        raise UndefinedActualError(
            Text(
                id=f"Ukuran sebelum pendampingan {write_exact(base)} tidak dapat menjadi pembagi; "
                "ukuran itu harus di atas 0.",
                en=f"A measure of {write_exact(base, Language.ENGLISH)} before the assistance cannot be divided by; "
                "it must be above 0.",
            ),
            indicator="ProductivityDelta",
            quantity="before",
            value=base,
        )
    return reduction(base, reached) if lower_is_better else gain(base, reached)


@attrs.frozen(kw_only=True)
class ProductivityDelta(Indicator[object]):
    """Productivity or efficiency of companies that apply technology through consulting (produktivitas/efisiensi).

    Clause: Decree 26/2022 of BSPJI Pekanbaru, Lampiran II, SK3/1: "rata – rata nilai ukuran performansi yang diukur
    sebelum pendampingan (A) dan nilai ukuran performansi sesudah pendampingan (B)".

    Definition: the mean of the improvements, in percent, of all cases that were measured before and after.

    Equation: P / n

    Symbols:
        P: `improvement`, the sum of the cases' improvements, each as `kinerja.improvement` gives it (persen); may be
            below 0.
        n: `cases`, performance measures taken before and after (kasus), whole, 0 or more.

    Reading taken: the mean of the cases' ratios, each measure one case; the decree prints no formula, and measures of
    different units cannot be added before they are divided.

    >>> print(ProductivityDelta().measure(improvement=25, cases=2))
    25 / 2 = 12,50
    >>> print(ProductivityDelta().achievement(target=10, actual=12.5))
    125.00%
    """

    unit: ClassVar = PERCENT
    variables: ClassVar = (
        Variable(
            name="improvement",
            symbol="P",
            label=Text(
                id="jumlah peningkatan seluruh kasus, masing-masing (B - A) / A × 100, "
                "atau (A - B) / A × 100 jika lebih rendah lebih baik",
                en="sum of the improvements of all cases, each (B - A) / A × 100, "
                "or (A - B) / A × 100 where lower is better",
            ),
            unit=PERCENT,
            least=None,
        ),
        Variable(
            name="cases",
            symbol="n",
            label=Text(
                id="banyaknya ukuran performansi yang diukur sebelum dan sesudah pendampingan",
                en="performance measures taken before and after the assistance",
            ),
            unit=CASE,
            divisor=True,
        ),
    )

    @staticmethod
    def formula(improvement: N, cases: N) -> N:
        """Return the mean improvement."""
        return improvement / cases

    def measure(self, *, improvement: Number, cases: Number) -> Measurement:
        """Return the measurement of a sum of improvements over so many cases.

        Raises:
            QuantityError: also for an improvement of no cases.
        """
        measured = super().measure(improvement=improvement, cases=cases)
        if measured.quantities["cases"] == 0 and measured.quantities["improvement"] != 0:
            raise QuantityError(
                Text(
                    id=f"{self.name}: improvement tidak mungkin selain 0 bila cases = 0.",
                    en=f"{self.name}: improvement can only be 0 where cases = 0.",
                ),
                indicator=self.name,
                value=improvement,
            )
        return measured

    def remarks(self, quantities: Mapping[str, Fraction]) -> Iterator[Text]:
        """Say so where performance fell."""
        if quantities["improvement"] < 0:
            yield Text(id="Rata-rata performansi menurun.", en="Performance fell on average.")
