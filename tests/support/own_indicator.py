"""An indicator of an office's own, of which less is better, and its record with a field of every kind."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from typing import TYPE_CHECKING, ClassVar

import attrs

from kinerja import Indicator, N, Period, Polarity, Tally, Text, Timing, Unit, Variable
from kinerja.records import (
    account,
    at_least,
    by_kind,
    day,
    exact,
    flag,
    known,
    name,
    number,
    one_of,
    optional_exact,
    rupiah,
    text,
    unit,
    year,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Complaint", "MeanDays"]

DAY = Unit(name=Text(id="Hari", en="day"))
COMPLAINT = Unit(name=Text(id="Aduan", en="complaint"), whole=True)


@attrs.frozen(kw_only=True, field_transformer=by_kind)
class Complaint:
    """One complaint and how long its answer took."""

    identity: ClassVar = ("unit", "complaint")

    unit: str = attrs.field(metadata=unit())
    complaint: str = attrs.field(metadata=name("nomor aduan", "Nomor aduan."))
    budget_year: int = attrs.field(metadata=year("tahun", "Tahun anggaran."))
    account: str = attrs.field(metadata=account("akun", "Akun biayanya."))
    cost: Fraction = attrs.field(converter=exact, metadata=rupiah("biaya", "Biaya, rupiah."))
    answered_on: dt.date | None = attrs.field(default=None, metadata=day("tanggal jawab", "Tanggal dijawab."))
    days: Fraction | None = attrs.field(default=None, converter=optional_exact, metadata=number("hari", "Lamanya."))
    kind: str | None = attrs.field(default=None, metadata=text("jenis", "Jenisnya.", options=("uji", "kalibrasi")))
    service: str = attrs.field(default="", metadata=text("layanan", "Nama layanan."))
    withdrawn: bool = attrs.field(default=False, metadata=flag("ditarik", "Apakah ditarik."))


@attrs.frozen(kw_only=True)
class MeanDays(Indicator[Complaint]):
    """The mean time to an answer."""

    unit: ClassVar = DAY
    record: ClassVar = Complaint
    timing: ClassVar = Timing.FLOW
    polarity: ClassVar = Polarity.MINIMISE
    variables: ClassVar = (
        Variable(name="days", symbol="H", label=Text(id="hari", en="days"), unit=DAY, empty="unmeasured"),
        Variable(name="answered", symbol="n_A", label=Text(id="terjawab", en="answered"), unit=COMPLAINT, divisor=True),
    )

    kinds: tuple[str, ...] = ("uji",)

    def tally(self, line: Complaint, period: Period) -> Iterator[Tally]:
        """Count the complaints about these kinds that were answered in the period and cost enough."""
        answered = {
            "dijawab dalam periode": period.contains(line.answered_on),
            "lamanya tercatat": known(line.days) & at_least(line.days, 0),
            "jenis": one_of(line.kind, self.kinds),
            "layanan": line.service == "Pengujian",
            "biaya": at_least(line.cost, 50_000),
        }
        yield Tally(answered, days=line.days, answered=1)

    @staticmethod
    def formula(days: N, answered: N) -> N:
        """Return the mean."""
        return days / answered
