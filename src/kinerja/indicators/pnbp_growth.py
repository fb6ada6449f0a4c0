"""SK3/2: growth of service revenue."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

import attrs

from kinerja.indicator import Indicator, Measurement
from kinerja.quantity import PERCENT, RUPIAH, Variable
from kinerja.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from fractions import Fraction

    from kinerja.exact import N, Number

__all__ = ["PNBPGrowth"]


@attrs.frozen(kw_only=True)
class PNBPGrowth(Indicator[object]):
    """Use of industrial services (meningkatnya utilisasi layanan jasa industri), as growth of non-tax revenue (PNBP).

    Clause: Decree 26/2022 of BSPJI Pekanbaru, Lampiran II, SK3/2: "jumlah PNPB layanan jasa pada tahun berjalan (B)
    dengan tahun sebelumnya (A)" (PNPB is the decree's misprint of PNBP).

    Definition: the growth of service revenue from the year before to the year, in percent.

    Equation: 100 x (B - A) / A

    Symbols:
        A: `previous`, PNBP from services in the year before (rupiah); growth is undefined unless it is above 0.
        B: `current`, PNBP from services in the year (rupiah); below 0 where refunds exceed receipts.

    Reading taken: growth in percent of money received; the decree names A and B and prints no formula.

    >>> print(PNBPGrowth().measure(previous=4_000_000_000, current=4_100_000_000))
    100 × (4.100.000.000 - 4.000.000.000) / 4.000.000.000 = 2,50
    >>> print(PNBPGrowth().achievement(target=2, actual=3))
    150.00%
    """

    unit: ClassVar = PERCENT
    variables: ClassVar = (
        Variable(
            name="previous",
            symbol="A",
            label=Text(id="PNBP layanan jasa tahun sebelumnya", en="service revenue (PNBP) of the year before"),
            unit=RUPIAH,
            least=None,
            divisor=True,
        ),
        Variable(
            name="current",
            symbol="B",
            label=Text(id="PNBP layanan jasa tahun berjalan", en="service revenue (PNBP) of the year"),
            unit=RUPIAH,
            least=None,
        ),
    )

    @staticmethod
    def formula(previous: N, current: N) -> N:
        """Return the growth in percent."""
        return 100 * (current - previous) / previous

    def measure(self, *, previous: Number, current: Number) -> Measurement:
        """Return the measurement of the revenue of two years."""
        return super().measure(previous=previous, current=current)

    def remarks(self, quantities: Mapping[str, Fraction]) -> Iterator[Text]:
        """Say so where revenue fell."""
        if quantities["current"] < quantities["previous"]:
            yield Text(id="PNBP turun dari tahun sebelumnya.", en="PNBP fell from the year before.")
