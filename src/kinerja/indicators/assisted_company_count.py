"""SK2/1: assisted companies whose revenue or clients grew."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, ClassVar

import attrs

from kinerja.indicators.messages import BELOW_ZERO, OTHER_SCALE
from kinerja.measurement import (
    Indicator,
    Ledger,
    Measurement,
    N,
    Number,
    Percent,
    Text,
    Timing,
    Unit,
    Variable,
    by_name,
    shortened,
)
from kinerja.measurement import messages as say
from kinerja.records import Period, Tally, by_kind, name, number, optional_exact, rose, rupiah, unit, year

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

COMPANY = Unit(name=Text(id="Perusahaan", en="company"), whole=True)
_THOUSAND = 1000
_NOTE = "Angka; kosongkan bila tidak diketahui."


@attrs.frozen(kw_only=True, field_transformer=by_kind)
class AssistedCompany:
    """One company assisted in a year (perusahaan binaan).

    Fields:
        unit: the balai.
        company, year: which company, assisted in which year.
        revenue_before, revenue_after: revenue (omzet) before and after the assistance, rupiah; None where unknown.
        clients_before, clients_after: number of clients before and after; None where unknown.
    """

    identity: ClassVar[tuple[str, ...]] = ("unit", "company", "year")
    dated_by: ClassVar[str] = "year"
    called: ClassVar[Text] = Text(id="perusahaan binaan", en="assisted company")

    unit: str = attrs.field(metadata=unit())
    company: str = attrs.field(metadata=name("perusahaan", "Nama perusahaan binaan."))
    year: int = attrs.field(metadata=year("tahun", "Tahun pembinaan."))
    revenue_before: Fraction | None = attrs.field(
        default=None, converter=optional_exact, metadata=rupiah("omzet sebelum", _NOTE)
    )
    revenue_after: Fraction | None = attrs.field(
        default=None, converter=optional_exact, metadata=rupiah("omzet sesudah", _NOTE)
    )
    clients_before: Fraction | None = attrs.field(
        default=None, converter=optional_exact, metadata=number("klien sebelum", _NOTE, also=("client sebelum",))
    )
    clients_after: Fraction | None = attrs.field(
        default=None, converter=optional_exact, metadata=number("klien sesudah", _NOTE, also=("client sesudah",))
    )


def _is_of_two_scales(before: Fraction | None, after: Fraction | None) -> bool:
    if before is None or after is None or min(before, after) <= 0:
        return False
    return max(before, after) >= _THOUSAND * min(before, after)


def _numbers(line: AssistedCompany) -> list[Fraction]:
    numbers = (line.revenue_before, line.revenue_after, line.clients_before, line.clients_after)
    return [number for number in numbers if number is not None]


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

    Not measured: how far revenue or clients rose, and whether the assistance was the cause; a rise of one rupiah
    counts. At a target of 1, one company more or less moves the achievement by 100 points.

    >>> print(AssistedCompanyCount().measure(assisted=5, improved=3))
    3
    >>> print(AssistedCompanyCount().success_rate(assisted=5, improved=3))
    60,00%
    """

    unit: ClassVar[Unit] = COMPANY
    record: ClassVar[type[AssistedCompany]] = AssistedCompany
    timing: ClassVar[Timing] = Timing.YEARLY
    least: ClassVar[int | None] = 0
    variables: ClassVar[tuple[Variable, ...]] = (
        Variable(
            name="assisted",
            symbol="A",
            label=Text(id="perusahaan yang dibina di tahun berjalan", en="companies assisted in the year"),
            unit=COMPANY,
            empty="unmeasured",
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

    def record_remarks(self, ledger: Ledger, period: Period) -> Iterator[Text]:  # noqa: ARG002 - of any period
        """Name the companies with revenue or clients that cannot be, and revenue that is hardly in one unit."""
        lines = [item.record for item in ledger if item.entered]
        wrong = [line.company for line in lines if min(_numbers(line), default=0) < 0]
        if wrong:
            yield BELOW_ZERO.text(value=shortened(wrong))
        uneven = [line.company for line in lines if _is_of_two_scales(line.revenue_before, line.revenue_after)]
        if uneven:
            yield OTHER_SCALE.text(value=shortened(uneven))

    @staticmethod
    def formula(assisted: N, improved: N) -> N:
        """Return the companies that improved."""
        return improved

    @staticmethod
    def success_formula(assisted: N, improved: N) -> N:
        """Return the share of the assisted companies that improved."""
        return 100 * improved / assisted

    @by_name
    def measure(self, *, assisted: Number, improved: Number) -> Measurement:
        """Return the measurement of so many companies assisted and, of these, improved."""
        return Indicator.measure(self, assisted=assisted, improved=improved)

    def success_rate(self, *, assisted: Number, improved: Number) -> Percent:
        """Return the share of the assisted companies that improved, the other reading of the clause.

        Raises:
            UndefinedActualError: where no company was assisted.
            QuantityError: as `measure`.
        """
        quantities = self.measure(assisted=assisted, improved=improved).quantities
        if quantities["assisted"] == 0:
            label = self.variables[0].label
            raise say.UNDEFINED.error(
                indicator=self.name, quantity="assisted", what=label, value=quantities["assisted"]
            )
        return Percent(self.success_formula(**quantities))
