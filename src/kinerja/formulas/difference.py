"""Difference: how many more are held than at the end of the year before."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import ClassVar

import attrs

from kinerja.formulas.formula import Formula, FormulaRecord, Letter, of_code, own_name
from kinerja.measurement import Indicator, Measurement, N, Number, Text, Timing, Variable, by_name
from kinerja.records import Period, Tally, by_kind, day, held_on


@attrs.frozen(kw_only=True, field_transformer=by_kind)
class Holding(FormulaRecord):
    """One thing that is held from a day until another, such as a certificate or a licence.

    Fields:
        reference: what is held; several rows of one count once.
        held_from: the first day; None where it is not held yet.
        held_until: the day on which it ended; None where it is still held.
    """

    identity: ClassVar[tuple[str, ...]] = ("unit", "indicator", "reference", "held_from")
    dated_by: ClassVar[str] = "held_from"
    called: ClassVar[Text] = Text(id="yang dimiliki", en="holding")

    reference: str = attrs.field(metadata=own_name("butir"))
    held_from: dt.date | None = attrs.field(
        default=None, metadata=day("sejak", "Tanggal mulai berlaku; kosongkan bila belum.", also=("berlaku sejak",))
    )
    held_until: dt.date | None = attrs.field(
        default=None, metadata=day("sampai", "Tanggal berakhir; kosong bila masih berlaku.", also=("berlaku sampai",))
    )


@attrs.frozen(kw_only=True)
class Difference(Formula[Holding]):
    """How many more are held at the end of the period than at the end of the year before (selisih); below 0 for fewer.

    Equation: B - A

    Symbols:
        A: `previous`, held on 31 December of the year before, each once.
        B: `current`, held at the end of the period, each once.

    Fields:
        held: what is held.

    >>> from kinerja import Unit
    >>> licence = Unit(name=Text(id="Izin", en="licence"), whole=True)
    >>> valid = Letter(label=Text(id="izin berlaku", en="valid licences"), unit=licence)
    >>> print(Difference(code="SK.5.1", unit=licence, held=valid).measure(previous=10, current=12))
    12 - 10 = 2
    """

    record: ClassVar[type[Holding]] = Holding
    timing: ClassVar[Timing] = Timing.STOCK

    held: Letter

    @property
    def variables(self) -> tuple[Variable, ...]:
        """How many are held on both days."""
        before = self.held.worded("pada akhir tahun sebelumnya", "at the end of the year before")
        now = self.held.worded("pada akhir periode", "at the end of the period")
        return (
            self.held.variable("previous", "A", symbol="A", label=before),
            self.held.variable("current", "B", symbol="B", label=now),
        )

    def tally(self, line: Holding, period: Period) -> Iterable[Tally]:
        """Count what is held on 31 December of the year before (A), and at the end of the period (B)."""
        own, what = of_code(self.code, line), (line.unit, line.reference)
        before = held_on(period.opening, line.held_from, line.held_until)
        yield Tally({**own, "berlaku pada 31 Desember tahun sebelumnya": before}, per=what, previous=1)
        now = held_on(period.end, line.held_from, line.held_until)
        yield Tally({**own, "berlaku pada akhir periode": now}, per=what, current=1)

    @staticmethod
    def formula(previous: N, current: N) -> N:
        """Return the net change."""
        return current - previous

    @by_name
    def measure(self, *, previous: Number, current: Number) -> Measurement:
        """Return the measurement of what is held on both days."""
        return Indicator.measure(self, previous=previous, current=current)
