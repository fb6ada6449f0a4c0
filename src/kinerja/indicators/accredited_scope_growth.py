"""SK3/3: accredited scopes gained."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

import attrs

from kinerja.indicator import Indicator, Measurement
from kinerja.quantity import Unit, Variable
from kinerja.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from fractions import Fraction

    from kinerja.exact import N, Number

__all__ = ["SCOPE", "AccreditedScopeGrowth"]

SCOPE = Unit(name=Text(id="Ruang Lingkup", en="scope"), whole=True)


@attrs.frozen(kw_only=True)
class AccreditedScopeGrowth(Indicator[object]):
    """Accredited scopes of service gained (peningkatan jumlah lingkup layanan jasa industri).

    Clause: Decree 26/2022 of BSPJI Pekanbaru, Lampiran II, SK3/3: "jumlah ruang lingkup/parameter layanan dalam negeri
    (DN) terakreditasi yang dimiliki balai pada tahun berjalan (B) dengan ... pada periode tahun sebelumnya (A)".

    Definition: how many more accredited scopes the balai holds than at the end of the year before.

    Equation: B - A

    Symbols:
        A: `previous`, accredited scopes held at the end of the year before (ruang lingkup), whole, 0 or more.
        B: `current`, accredited scopes held at the end of the period (ruang lingkup), whole, 0 or more.

    Reading taken: the net change of the stock; the formula that the decree announces is not in the text at hand, and
    a percentage would fit neither the unit nor the target of 1. Below 0 where scopes were lost.

    >>> print(AccreditedScopeGrowth().measure(previous=10, current=12))
    12 - 10 = 2
    >>> print(AccreditedScopeGrowth().achievement(target=1, actual=2))
    200.00%
    """

    unit: ClassVar = SCOPE
    variables: ClassVar = (
        Variable(
            name="previous",
            symbol="A",
            label=Text(
                id="ruang lingkup terakreditasi pada akhir tahun sebelumnya",
                en="accredited scopes at the end of the year before",
            ),
            unit=SCOPE,
        ),
        Variable(
            name="current",
            symbol="B",
            label=Text(
                id="ruang lingkup terakreditasi pada akhir periode",
                en="accredited scopes at the end of the period",
            ),
            unit=SCOPE,
        ),
    )

    @staticmethod
    def formula(previous: N, current: N) -> N:
        """Return the net change."""
        return current - previous

    def measure(self, *, previous: Number, current: Number) -> Measurement:
        """Return the measurement of the scopes held before and now."""
        return super().measure(previous=previous, current=current)

    def remarks(self, quantities: Mapping[str, Fraction]) -> Iterator[Text]:
        """Say so where scopes were lost."""
        if quantities["current"] < quantities["previous"]:
            yield Text(id="Ruang lingkup terakreditasi berkurang.", en="Accredited scopes were lost.")
