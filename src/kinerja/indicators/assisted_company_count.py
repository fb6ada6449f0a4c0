"""SK2/1: assisted companies whose revenue or clients grew."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any, ClassVar

import attrs

from kinerja._base import N, Number, Percent, Text
from kinerja.measurement import Indicator, Timing, Unit, Variable
from kinerja.measurement import messages as say
from kinerja.records import UNIT, Kind, Tally, described, named, numbered, optional_exact, rose

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kinerja.measurement import Measurement
    from kinerja.records import Period

__all__ = ["COMPANY", "AssistedCompany", "AssistedCompanyCount"]

COMPANY = Unit(name=Text(id="Perusahaan", en="company"), whole=True)


def _side(name: str, english: str, kind: Kind, *also: str) -> dict[str, Any]:
    note = Text(id="Angka; kosongkan bila tidak diketahui.", en="A number; blank if unknown.")
    return described(Text(id=name, en=english), note, kind=kind, also=also)


@attrs.frozen(kw_only=True)
class AssistedCompany:
    """One company assisted in a year (perusahaan binaan).

    Fields:
        unit: the balai.
        company, year: which company, assisted in which year.
        revenue_before, revenue_after: revenue (omzet) before and after the assistance, rupiah; None where unknown.
        clients_before, clients_after: number of clients before and after; None where unknown.
    """

    identity: ClassVar = ("unit", "company", "year")

    unit: str = attrs.field(validator=named, metadata=UNIT)
    company: str = attrs.field(
        validator=named,
        metadata=described(
            Text(id="perusahaan", en="company"), Text(id="Nama perusahaan binaan.", en="Name of the company.")
        ),
    )
    year: int = attrs.field(
        validator=numbered,
        metadata=described(
            Text(id="tahun", en="year"), Text(id="Tahun pembinaan.", en="Year of the assistance."), kind=Kind.YEAR
        ),
    )
    revenue_before: Fraction | None = attrs.field(
        default=None, converter=optional_exact, metadata=_side("omzet sebelum", "revenue before", Kind.RUPIAH)
    )
    revenue_after: Fraction | None = attrs.field(
        default=None, converter=optional_exact, metadata=_side("omzet sesudah", "revenue after", Kind.RUPIAH)
    )
    clients_before: Fraction | None = attrs.field(
        default=None,
        converter=optional_exact,
        metadata=_side("klien sebelum", "clients before", Kind.NUMBER, "client sebelum"),
    )
    clients_after: Fraction | None = attrs.field(
        default=None,
        converter=optional_exact,
        metadata=_side("klien sesudah", "clients after", Kind.NUMBER, "client sesudah"),
    )


@attrs.frozen(kw_only=True)
class AssistedCompanyCount(Indicator[AssistedCompany]):
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
    60,00%
    """

    unit: ClassVar = COMPANY
    record: ClassVar = AssistedCompany
    timing: ClassVar = Timing.YEARLY
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

    def tally(self, line: AssistedCompany, period: Period) -> Iterable[Tally]:
        """Count the companies assisted in the year, and of these those whose revenue and/or clients rose."""
        assisted = line.year == period.year
        yield Tally({"dibina pada tahun berjalan": assisted}, assisted=1)
        grew = rose(line.revenue_before, line.revenue_after) | rose(line.clients_before, line.clients_after)
        yield Tally({"dibina pada tahun berjalan": assisted, "omzet dan/atau klien meningkat": grew}, improved=1)

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
            raise say.UNDEFINED.error(indicator=self.name, quantity="assisted", value=quantities["assisted"])
        return Percent(self.success_formula(**quantities))
