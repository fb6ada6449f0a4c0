"""SK2/1: assisted companies whose revenue or clients grew."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import Any, ClassVar

import attrs

from kinerja.indicators.messages import BELOW_ZERO, OTHER_SCALE
from kinerja.measurement import (
    PERCENT,
    Empty,
    Indicator,
    Ledger,
    Measurement,
    N,
    Number,
    Text,
    Timing,
    Unit,
    Variable,
    answer,
    by_name,
    shortened,
    statement,
)
from kinerja.records import (
    Period,
    Tally,
    at_least,
    by_kind,
    did_not_fall,
    name,
    number,
    optional_exact,
    rose,
    rupiah,
    unit,
    year,
)

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
    return before is not None and after is not None and 0 < _THOUSAND * min(before, after) <= max(before, after)


def _numbers(line: AssistedCompany) -> list[Fraction]:
    numbers = (line.revenue_before, line.revenue_after, line.clients_before, line.clients_after)
    return [number for number in numbers if number is not None]


_ROSE = {
    "either": Text(id="omzet dan/atau client", en="revenue and/or clients"),
    "both": Text(id="omzet dan client", en="revenue and clients"),
    "revenue": Text(id="omzet", en="revenue"),
    "clients": Text(id="client", en="clients"),
}
_GREW = {"either": "omzet dan/atau klien", "both": "omzet dan klien", "revenue": "omzet", "clients": "klien"}
_FALL = {
    "counted": Text(id="", en=""),
    "refused": Text(id=", tanpa penurunan yang diketahui", en=", and nothing is known to have fallen"),
    "known": Text(id=", dan keduanya diketahui tidak turun", en=", and neither is known to have fallen or unknown"),
}


@attrs.frozen(kw_only=True, repr=False)
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
    `AssistedCompanyShare` is the other reading, B / A x 100, which another balai prints in percent. `growth` ("both",
    "revenue", "clients") says what must rise, `fall` ("refused", "known") what may not fall meanwhile, and
    `year` ("earlier_too") that B holds companies assisted before too.

    Not measured: how far revenue or clients rose, and whether the assistance was the cause; a rise of one rupiah
    counts. At a target of 1, one company more or less moves the achievement by 100 points.

    >>> print(AssistedCompanyCount().measure(assisted=5, improved=3))
    3
    """

    unit: ClassVar[Unit] = COMPANY
    record: ClassVar[type[AssistedCompany]] = AssistedCompany
    timing: ClassVar[Timing] = Timing.YEARLY
    least: ClassVar[int | None] = 0

    growth: str = answer("either", "both", "revenue", "clients")
    fall: str = answer("counted", "refused", "known")
    year: str = answer("assistance", "earlier_too")
    empty: Empty = answer("unmeasured", "zero")

    @statement
    def variables(self) -> tuple[Variable, ...]:
        """The companies assisted, and those that improved."""
        assisted = Text(id="perusahaan yang dibina di tahun berjalan", en="companies assisted in the year")
        rise, fall = _ROSE[self.growth], _FALL[self.fall]
        improved = Text(
            id=f"perusahaan binaan yang mengalami peningkatan {rise.id}{fall.id}",
            en=f"assisted companies whose {rise.en} rose{fall.en}",
        )
        within = "assisted" if self.year == "assistance" else None
        if within is None:
            improved = Text(
                id=f"{improved.id}, dibina tahun berjalan atau sebelumnya", en=f"{improved.en}, of any year"
            )
        return (
            Variable(name="assisted", symbol="A", label=assisted, unit=COMPANY, empty=self.empty),
            Variable(name="improved", symbol="B", label=improved, unit=COMPANY, part_of=within),
        )

    def tally(self, line: AssistedCompany, period: Period) -> Iterable[Tally]:
        """Count the companies assisted in the year, and of these those whose revenue and/or clients rose."""
        assisted = {"dibina pada tahun berjalan": line.year == period.year}
        yield Tally(assisted, assisted=1)
        if self.year == "earlier_too":
            by_now = {"dibina sampai tahun berjalan": at_least(period.year, line.year)}
            yield Tally({**by_now, **self._improved(line)}, per=(line.unit, line.company), improved=1)
        else:
            yield Tally({**assisted, **self._improved(line)}, improved=1)

    def _improved(self, line: AssistedCompany) -> dict[str, bool]:
        """Return what must hold of revenue and clients."""
        revenue, clients = rose(line.revenue_before, line.revenue_after), rose(line.clients_before, line.clients_after)
        grew = {"either": revenue | clients, "both": revenue & clients, "revenue": revenue, "clients": clients}
        asked = {f"{_GREW[self.growth]} meningkat": grew[self.growth]}
        if self.fall == "refused":
            kept = did_not_fall(line.revenue_before, line.revenue_after)
            asked["tidak ada penurunan"] = kept & did_not_fall(line.clients_before, line.clients_after)
        elif self.fall == "known":
            kept = at_least(line.revenue_after, line.revenue_before)
            asked["keduanya diketahui tidak turun"] = kept & at_least(line.clients_after, line.clients_before)
        return asked

    def record_remarks(self, ledger: Ledger, period: Period) -> Iterator[Text]:  # noqa: ARG002 - of any period
        """Name the companies with revenue or clients that cannot be, and revenue that is hardly in one unit."""
        lines = [item.record for item in ledger if item.entered]
        wrong = [line.company for line in lines if any(number < 0 for number in _numbers(line))]
        if wrong:
            yield BELOW_ZERO.text(value=shortened(wrong))
        uneven = [line.company for line in lines if _is_of_two_scales(line.revenue_before, line.revenue_after)]
        if uneven:
            yield OTHER_SCALE.text(value=shortened(uneven))

    @staticmethod
    def formula(assisted: N, improved: N) -> N:
        """Return the companies that improved."""
        return improved

    @by_name
    def measure(self, *, assisted: Number, improved: Number) -> Measurement:
        """Return the measurement of so many companies assisted and, of these, improved."""
        return Indicator.measure(self, assisted=assisted, improved=improved)


@attrs.frozen(kw_only=True, repr=False)
class AssistedCompanyShare(AssistedCompanyCount):
    """SK2/1 as the share of the assisted companies that improved (persentase perusahaan binaan): 100 x B / A.

    Balai Besar Industri Agro lists the same indicator in percent (its performance report for 2021).

    >>> print(AssistedCompanyShare().measure(assisted=8, improved=2))
    100 × 2 / 8 = 25,00
    """

    reading_of: ClassVar[type[Any] | None] = AssistedCompanyCount
    unit: ClassVar[Unit] = PERCENT

    @statement
    def variables(self) -> tuple[Variable, ...]:
        """The same, of which the companies assisted divide."""
        assisted, improved = super().variables
        return (attrs.evolve(assisted, divisor=True), improved)

    @staticmethod
    def formula(assisted: N, improved: N) -> N:
        """Return the share of the assisted companies that improved, in percent."""
        return 100 * improved / assisted


@attrs.frozen(kw_only=True, repr=False)
class AllAssistedCount(AssistedCompanyCount):
    """SK2/1 as the companies assisted, whether or not they improved (perusahaan yang dibina): A.

    >>> print(AllAssistedCount().measure(assisted=8, improved=2))
    8
    """

    reading_of: ClassVar[type[Any] | None] = AssistedCompanyCount

    @staticmethod
    def formula(assisted: N, improved: N) -> N:
        """Return the companies assisted."""
        return assisted
