"""SK1/2: collaborations that raised the balai's capability."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, ClassVar

import attrs

from kinerja.measurement import Indicator, Measurement, N, Number, Text, Timing, Unit, Variable
from kinerja.records import Period, Tally, by_kind, day, either, name, stated, text, unit

if TYPE_CHECKING:
    from collections.abc import Iterable

COLLABORATION = Unit(name=Text(id="Kegiatan kolaborasi", en="collaboration"), whole=True)


@attrs.frozen(kw_only=True, field_transformer=by_kind)
class Collaboration:
    """One collaboration (kegiatan kolaborasi) and its proof.

    Fields:
        unit: the balai.
        reference: the number of the SPK or other proof.
        collaboration: the number of the collaboration, the same for all its proofs; None where it has one proof.
        partner, partner_kind: with whom; None where unknown.
        result: what came of it.
        capability: the capability gained, in a few words; None where none is stated.
        dated_on: the day of the proof.
    """

    identity: ClassVar = ("unit", "reference")

    unit: str = attrs.field(metadata=unit())
    reference: str = attrs.field(
        metadata=name("nomor bukti", "Nomor SPK atau bukti lain.", also=("nomor spk", "nomor", "bukti"))
    )
    collaboration: str | None = attrs.field(
        default=None,
        metadata=text(
            "nomor kolaborasi",
            "Sama untuk semua bukti dari satu kolaborasi, misalnya K1; kosongkan bila hanya satu bukti.",
            also=("kolaborasi",),
        ),
    )
    partner: str | None = attrs.field(default=None, metadata=text("mitra", "Nama mitra."))
    partner_kind: str | None = attrs.field(
        default=None,
        metadata=text(
            "jenis mitra", "Pilih dari daftar.", options=("akademisi", "lembaga penelitian", "instansi lain")
        ),
    )
    result: str | None = attrs.field(
        default=None,
        metadata=text(
            "hasil",
            "Pilih dari daftar.",
            options=("model konseptual", "spesifikasi", "rancangan", "prototipe", "lainnya"),
        ),
    )
    capability: str | None = attrs.field(
        default=None,
        metadata=text("kapabilitas", "Kapabilitas yang meningkat, dengan singkat; tanpa ini tidak dihitung."),
    )
    dated_on: dt.date | None = attrs.field(
        default=None, metadata=day("tanggal bukti", "Tanggal SPK atau bukti lain.", also=("tanggal",))
    )


@attrs.frozen(kw_only=True)
class CollaborationCount(Indicator[Collaboration]):
    """Capability gained through collaboration (peningkatan kapabilitas hasil kolaborasi).

    Clause: Decree 26/2022 of BSPJI Pekanbaru, Lampiran II, SK1/2: "Menghitung jumlah kegiatan kolaborasi berdasarkan
    SPK/bukti lain yang mencerminkan peningkatan kapabilitas".

    Definition: the number of collaborations in the year that an SPK or other proof shows to have raised capability.

    Equation: K

    Symbols:
        K: `activities`, such collaborations in the year (kegiatan kolaborasi), whole, 0 or more.

    Reading taken: one collaboration is one proof; several documents of the same collaboration count once.

    Not measured: how much capability was gained, or whether it was used; a proof that states one in a few words counts
    as much as any other. At a target of 1, one collaboration more or less moves the achievement by 100 points.

    >>> print(CollaborationCount().measure(activities=1))
    1
    >>> print(CollaborationCount().achievement(target=1, actual=1))
    100,00%
    """

    unit: ClassVar = COLLABORATION
    record: ClassVar = Collaboration
    timing: ClassVar = Timing.FLOW
    rule_names: ClassVar = (Text(id="bukti", en="proofs"), Text(id="kolaborasi", en="collaborations"))
    least: ClassVar = 0
    variables: ClassVar = (
        Variable(
            name="activities",
            symbol="K",
            label=Text(
                id="kegiatan kolaborasi dengan SPK atau bukti lain yang mencerminkan peningkatan kapabilitas",
                en="collaborations with an SPK or other proof of a gained capability",
            ),
            unit=COLLABORATION,
        ),
    )

    def tally(self, line: Collaboration, period: Period) -> Iterable[Tally]:
        """Count the proofs dated within the period that state a gained capability."""
        proven = {
            "bukti tertulis": stated(line.reference),
            "kapabilitas tertulis": stated(line.capability),
            "bukti bertanggal dalam periode": period.contains(line.dated_on),
        }
        yield Tally(proven, per=(line.unit, either(line.collaboration, line.reference)), activities=1)

    @staticmethod
    def formula(activities: N) -> N:
        """Return the collaborations themselves."""
        return activities

    def measure(self, *, activities: Number) -> Measurement:
        """Return the measurement of a number of collaborations."""
        return super().measure(activities=activities)
