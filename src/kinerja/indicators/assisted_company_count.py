"""SK2/1: assisted companies whose revenue or clients grew."""

from __future__ import annotations

from typing import ClassVar

import attrs

from kinerja.exact import N, Number, Percent
from kinerja.indicator import Indicator, Measurement
from kinerja.quantity import Unit, Variable, undefined
from kinerja.text import Text

__all__ = ["COMPANY", "AssistedCompanyCount"]

COMPANY = Unit(name=Text(id="Perusahaan", en="company"), whole=True)


@attrs.frozen(kw_only=True)
class AssistedCompanyCount(Indicator[object]):
    """The balai's part in industrial development (peningkatan peran balai dalam pengembangan industri).

    Clause: Decree 26/2022 of BSPJI Pekanbaru, Lampiran II, SK2/1: "jumlah perusahaan yang dibina di tahun berjalan (A),
    dan jumlah perusahaan binaan yang mengalami peningkatan omzet dan/ atau client (B)".

    Definition: of the companies assisted in the year, those whose revenue (omzet), clients or both rose.

    Equation: B

    Symbols:
        A: `assisted`, companies assisted in the year (perusahaan), whole, 0 or more.
        B: `improved`, those of A whose revenue and/or clients rose (perusahaan), whole, at most A.

    Reading taken: B in companies, because the unit is Perusahaan and the target 1; the decree prints no formula.
    `success_rate` gives the other reading, B / A x 100, which another balai prints in percent.

    >>> print(AssistedCompanyCount().measure(assisted=5, improved=3))
    3
    >>> print(AssistedCompanyCount().success_rate(assisted=5, improved=3))
    60.00%
    """

    unit: ClassVar = COMPANY
    least: ClassVar = 0
    variables: ClassVar = (
        Variable(
            name="assisted",
            symbol="A",
            label=Text(id="perusahaan yang dibina di tahun berjalan", en="companies assisted in the year"),
            unit=COMPANY,
        ),
        Variable(
            name="improved",
            symbol="B",
            label=Text(
                id="perusahaan binaan yang mengalami peningkatan omzet dan/atau client",
                en="assisted companies whose revenue and/or clients rose",
            ),
            unit=COMPANY,
            part_of="assisted",
        ),
    )

    @staticmethod
    def formula(assisted: N, improved: N) -> N:
        """Return the companies that improved."""
        return improved

    @staticmethod
    def success_formula(assisted: N, improved: N) -> N:
        """Return the share of the assisted companies that improved."""
        return 100 * improved / assisted

    def measure(self, *, assisted: Number, improved: Number) -> Measurement:
        """Return the measurement of so many companies assisted and, of these, improved."""
        return super().measure(assisted=assisted, improved=improved)

    def success_rate(self, *, assisted: Number, improved: Number) -> Percent:
        """Return the share of the assisted companies that improved, the other reading of the clause.

        Raises:
            UndefinedActualError: where no company was assisted.
            QuantityError: as `measure`.
        """
        quantities = self.measure(assisted=assisted, improved=improved).quantities
        if quantities["assisted"] == 0:
            raise undefined(self.name, "assisted", quantities["assisted"])
        return Percent(self.success_formula(**quantities))
