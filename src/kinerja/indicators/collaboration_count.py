"""SK1/2: collaborations that raised the balai's capability."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, ClassVar

import attrs

from kinerja.indicators import messages as say
from kinerja.measurement import (
    Indicator,
    Ledger,
    Measurement,
    N,
    Number,
    Text,
    Timing,
    Unit,
    Variable,
    by_name,
    shortened,
)
from kinerja.records import Period, Tally, by_kind, day, either, name, plain_heading, stated, text, unit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_DATED = "bukti bertanggal dalam periode"

COLLABORATION = Unit(name=Text(id="Kegiatan kolaborasi", en="collaboration"), whole=True)


@attrs.frozen(kw_only=True, field_transformer=by_kind)
class Collaboration:
    """One proof of a collaboration (bukti kegiatan kolaborasi).

    Fields:
        unit: the balai.
        reference: the number of the SPK or other proof.
        collaboration: the number of the collaboration, the same for all its proofs; None where it has one proof.
        partner, partner_kind: with whom; None where unknown. Without a partner it is no collaboration.
        result: what came of it.
        capability: the capability gained, in a few words; None where none is stated.
        dated_on: the day of the proof.
    """

    identity: ClassVar[tuple[str, ...]] = ("unit", "reference")
    dated_by: ClassVar[str] = "dated_on"
    called: ClassVar[Text] = Text(id="bukti kolaborasi", en="proof")

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
    partner: str | None = attrs.field(default=None, metadata=text("mitra", "Nama mitra; tanpa ini tidak dihitung."))
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
        K: `activities`, such collaborations in the year (kegiatan kolaborasi), each once, by its number or else by
            that of its proof, whole, 0 or more.

    Reading taken: several proofs of one collaboration count once, if they bear its number (nomor kolaborasi); a proof
    without one is a collaboration of its own. The definition speaks of collaboration "dengan berbagai pihak" (with
    others), so that one without a partner does not count. One with proofs of two years counts in both.

    Not measured: how much capability was gained, or whether it was used; a proof that states one in a few words counts
    as much as any other. At a target of 1, one collaboration more or less moves the achievement by 100 points.

    >>> print(CollaborationCount().measure(activities=1))
    1
    >>> print(CollaborationCount().achievement(target=1, actual=1))
    100,00%
    """

    unit: ClassVar[Unit] = COLLABORATION
    record: ClassVar[type[Collaboration]] = Collaboration
    timing: ClassVar[Timing] = Timing.FLOW
    rule_names: ClassVar[tuple[Text, ...]] = (Text(id="bukti", en="proofs"), Text(id="kolaborasi", en="collaborations"))
    least: ClassVar[int | None] = 0
    variables: ClassVar[tuple[Variable, ...]] = (
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
        """Count the collaborations with a proof dated within the period that states partner and gained capability."""
        proven = {
            "bukti tertulis": stated(line.reference),
            "mitra tertulis": stated(line.partner),
            "kapabilitas tertulis": stated(line.capability),
            _DATED: period.contains(line.dated_on),
        }
        yield Tally(proven, per=(line.unit, either(line.collaboration, line.reference)), activities=1)

    def record_remarks(self, ledger: Ledger, period: Period) -> Iterator[Text]:
        """Say which proofs may be of one collaboration, and which collaborations count in other years too."""
        counted = ledger.counted
        maybe_one = _maybe_one(counted)
        if maybe_one:
            yield say.MAYBE_ONE.text(value=shortened(maybe_one))
        undated = (item.record for item in ledger if item.nearest_miss == (_DATED,))
        numbers = {(line.unit, line.collaboration) for line in counted if stated(line.collaboration)}
        also = sorted(
            {
                f"{line.collaboration} ({line.dated_on.year})"
                for line in undated
                if (line.unit, line.collaboration) in numbers and line.dated_on and line.dated_on.year != period.year
            }
        )
        if also:
            yield say.OTHER_YEARS.text(value=shortened(also))

    @staticmethod
    def formula(activities: N) -> N:
        """Return the collaborations themselves."""
        return activities

    @by_name
    def measure(self, *, activities: Number) -> Measurement:
        """Return the measurement of a number of collaborations."""
        return Indicator.measure(self, activities=activities)


def _maybe_one(proofs: Iterable[Collaboration]) -> list[str]:
    """Return what may be one collaboration, beside each other: of one balai, partner and capability.

    Collaborations that all have a number are told apart by the balai itself.
    """
    alike: dict[tuple[str, ...], dict[tuple[bool, str], None]] = {}
    for line in proofs:
        about = (line.unit, line.partner or "", line.capability or "")
        numbered = line.collaboration if stated(line.collaboration) else None
        named = (numbered is not None, numbered or line.reference)
        alike.setdefault(tuple(map(plain_heading, about)), {})[named] = None
    return [
        " = ".join(name for _, name in own)
        for own in alike.values()
        if len(own) > 1 and not all(has_number for has_number, _ in own)
    ]
