"""SK3/3: accredited scopes gained."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, ClassVar

import attrs

from kinerja.measurement import Indicator, Measurement, N, Number, Text, Timing, Unit, Variable
from kinerja.records import Period, Tally, by_kind, day, held_on, name, text, unit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from fractions import Fraction

SCOPE = Unit(name=Text(id="Ruang Lingkup", en="scope"), whole=True)


@attrs.frozen(kw_only=True, field_transformer=by_kind)
class AccreditedScope:
    """One accredited scope or parameter of service (ruang lingkup, parameter).

    Fields:
        unit: the balai.
        scope, parameter: which; the parameter is blank where the scope counts as a whole.
        accredited_on: the day from which it is accredited; None where it is not yet.
        withdrawn_on: the day on which the accreditation ended; None where it still holds.
    """

    identity: ClassVar = ("unit", "scope", "parameter")

    unit: str = attrs.field(metadata=unit())
    scope: str = attrs.field(metadata=name("ruang lingkup", "Nama ruang lingkup."))
    parameter: str = attrs.field(default="", metadata=text("parameter", "Kosongkan bila ruang lingkup dihitung utuh."))
    accredited_on: dt.date | None = attrs.field(
        default=None,
        metadata=day("terakreditasi sejak", "Tanggal akreditasi; kosongkan bila belum.", also=("tanggal akreditasi",)),
    )
    withdrawn_on: dt.date | None = attrs.field(
        default=None,
        metadata=day(
            "dicabut sejak",
            "Tanggal akreditasi berakhir; kosong bila masih berlaku.",
            also=("tanggal pencabutan", "berakhir"),
        ),
    )


@attrs.frozen(kw_only=True)
class AccreditedScopeGrowth(Indicator[AccreditedScope]):
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

    Not measured: how often a scope is used, and how many the balai holds in all; a scope lost and another gained are a
    change of 0. At a target of 1, one scope more or less moves the achievement by 100 points.

    >>> print(AccreditedScopeGrowth().measure(previous=10, current=12))
    12 - 10 = 2
    >>> print(AccreditedScopeGrowth().achievement(target=1, actual=2))
    200,00%
    """

    unit: ClassVar = SCOPE
    record: ClassVar = AccreditedScope
    timing: ClassVar = Timing.STOCK
    rule_names: ClassVar = (Text(id="baris", en="rows"), Text(id="ruang lingkup", en="scopes"))
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
                id="ruang lingkup terakreditasi pada akhir periode", en="accredited scopes at the end of the period"
            ),
            unit=SCOPE,
        ),
    )

    def tally(self, line: AccreditedScope, period: Period) -> Iterable[Tally]:
        """Count the scopes held at 31 December of the year before (A), and at the end of the period (B)."""
        scope = (line.unit, line.scope)
        before = held_on(period.opening, line.accredited_on, line.withdrawn_on)
        yield Tally({"terakreditasi pada 31 Desember tahun sebelumnya": before}, per=scope, previous=1)
        now = held_on(period.end, line.accredited_on, line.withdrawn_on)
        yield Tally({"terakreditasi pada akhir periode": now}, per=scope, current=1)

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
