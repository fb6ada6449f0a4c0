"""SK1/2: collaborations that raised the balai's capability."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, ClassVar

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
from kinerja.records import (
    Period,
    Tally,
    above,
    at_least,
    by_kind,
    day,
    either,
    name,
    one_of,
    plain_heading,
    stated,
    text,
    unit,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_PARTNER = "mitra tertulis"
_CAPABILITY = "kapabilitas tertulis"
_RESULT = "hasil tertulis"
_DATED = "bukti bertanggal dalam periode"
_FORMS = ("model konseptual", "spesifikasi", "rancangan", "prototipe")
"""The forms of results that the definition names."""

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
            options=(*_FORMS, "lainnya"),
        ),
    )
    capability: str | None = attrs.field(
        default=None,
        metadata=text("kapabilitas", "Kapabilitas yang meningkat, dengan singkat; tanpa ini tidak dihitung."),
    )
    dated_on: dt.date | None = attrs.field(
        default=None, metadata=day("tanggal bukti", "Tanggal SPK atau bukti lain.", also=("tanggal",))
    )


def _proven(line: Collaboration, period: Period, *, but: str = "") -> dict[str, bool]:
    """Return what a proof must show; `but` names a condition that is not asked."""
    conditions = {
        "bukti tertulis": stated(line.reference),
        _PARTNER: stated(line.partner),
        _CAPABILITY: stated(line.capability),
        _DATED: period.contains(line.dated_on),
    }
    return {name: holds for name, holds in conditions.items() if name != but}


def _collaboration(line: Collaboration) -> tuple[Any, ...]:
    """Return what tells one collaboration from another: its number where it has one, else that of its proof."""
    return (line.unit, either(line.collaboration, line.reference))


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
        yield Tally(_proven(line, period), per=_collaboration(line), activities=1)

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


@attrs.frozen(kw_only=True)
class ProofCount(CollaborationCount):
    """SK1/2 where each SPK or other proof counts (setiap bukti)."""

    reading_of: ClassVar[type[Any] | None] = CollaborationCount

    def tally(self, line: Collaboration, period: Period) -> Iterable[Tally]:
        """Count the proofs."""
        yield Tally(_proven(line, period), activities=1)


@attrs.frozen(kw_only=True)
class PartnerCount(CollaborationCount):
    """SK1/2 where each partner counts (setiap mitra)."""

    reading_of: ClassVar[type[Any] | None] = CollaborationCount

    def tally(self, line: Collaboration, period: Period) -> Iterable[Tally]:
        """Count the partners, each once in a period."""
        yield Tally(_proven(line, period), per=(line.unit, either(line.partner, line.reference)), activities=1)


@attrs.frozen(kw_only=True)
class ResultCount(CollaborationCount):
    """SK1/2 where each result counts (setiap hasil), of one collaboration each kind once."""

    reading_of: ClassVar[type[Any] | None] = CollaborationCount

    def tally(self, line: Collaboration, period: Period) -> Iterable[Tally]:
        """Count the results that proofs state."""
        yield Tally(
            {**_proven(line, period), _RESULT: stated(line.result)},
            per=(*_collaboration(line), either(line.result, line.reference)),
            activities=1,
        )


@attrs.frozen(kw_only=True)
class ResultStatedCount(CollaborationCount):
    """SK1/2 where a result in one of the agreed forms must be stated (hasil tertulis)."""

    reading_of: ClassVar[type[Any] | None] = CollaborationCount

    def tally(self, line: Collaboration, period: Period) -> Iterable[Tally]:
        """Count the collaborations with a proof that states a result too."""
        yield Tally({**_proven(line, period), _RESULT: stated(line.result)}, per=_collaboration(line), activities=1)


@attrs.frozen(kw_only=True)
class PartnerlessCollaborationCount(CollaborationCount):
    """SK1/2 where a partner is not asked (tanpa syarat mitra)."""

    reading_of: ClassVar[type[Any] | None] = CollaborationCount

    def tally(self, line: Collaboration, period: Period) -> Iterable[Tally]:
        """Count the collaborations whether or not a partner is stated."""
        yield Tally(_proven(line, period, but=_PARTNER), per=_collaboration(line), activities=1)


@attrs.frozen(kw_only=True)
class CapabilityNotAskedCount(CollaborationCount):
    """SK1/2 where a gained capability is not asked (tanpa syarat kapabilitas)."""

    reading_of: ClassVar[type[Any] | None] = CollaborationCount

    def tally(self, line: Collaboration, period: Period) -> Iterable[Tally]:
        """Count the collaborations whether or not a capability is stated."""
        yield Tally(_proven(line, period, but=_CAPABILITY), per=_collaboration(line), activities=1)


@attrs.frozen(kw_only=True)
class NamedResultCount(CollaborationCount):
    """SK1/2 where the result must have one of the forms that the definition names (bentuk hasil dalam definisi)."""

    reading_of: ClassVar[type[Any] | None] = CollaborationCount

    def tally(self, line: Collaboration, period: Period) -> Iterable[Tally]:
        """Count the collaborations with a proof that states such a result."""
        named = {"hasil dalam bentuk yang disebut definisi": one_of(line.result, _FORMS)}
        yield Tally({**_proven(line, period), **named}, per=_collaboration(line), activities=1)


@attrs.frozen(kw_only=True)
class PartnerKindCount(CollaborationCount):
    """SK1/2 where the partner must be of a kind that the definition names (jenis mitra dalam definisi)."""

    reading_of: ClassVar[type[Any] | None] = CollaborationCount

    def tally(self, line: Collaboration, period: Period) -> Iterable[Tally]:
        """Count the collaborations with a proof that states such a kind."""
        kind = {"jenis mitra tertulis": stated(line.partner_kind)}
        yield Tally({**_proven(line, period), **kind}, per=_collaboration(line), activities=1)


@attrs.frozen(kw_only=True)
class FirstProofCount(Indicator[Collaboration]):
    """SK1/2 where a collaboration counts once in all its years, in that of its first proof (bukti pertama): K2 - K1.

    >>> print(FirstProofCount().measure(until=3, before=1))
    3 - 1 = 2
    """

    reading_of: ClassVar[type[Any] | None] = CollaborationCount
    unit: ClassVar[Unit] = COLLABORATION
    record: ClassVar[type[Collaboration]] = Collaboration
    timing: ClassVar[Timing] = Timing.STOCK
    least: ClassVar[int | None] = 0
    variables: ClassVar[tuple[Variable, ...]] = (
        attrs.evolve(
            CollaborationCount.variables[0],
            name="until",
            symbol="K2",
            label=Text(
                id="kolaborasi yang terbukti sampai akhir periode", en="collaborations proven by the end of the period"
            ),
        ),
        attrs.evolve(
            CollaborationCount.variables[0],
            name="before",
            symbol="K1",
            label=Text(
                id="kolaborasi yang sudah terbukti sebelum periode", en="collaborations proven before the period"
            ),
            part_of="until",
        ),
    )

    def tally(self, line: Collaboration, period: Period) -> Iterable[Tally]:
        """Count the collaborations proven by the end of the period, and those proven before it."""
        proven, collaboration = _proven(line, period, but=_DATED), _collaboration(line)
        until = {**proven, "bukti sampai akhir periode": at_least(period.end, line.dated_on)}
        before = {**proven, "bukti sebelum periode": above(period.start, line.dated_on)}
        yield Tally(until, per=collaboration, until=1)
        yield Tally(before, per=collaboration, before=1)

    @staticmethod
    def formula(until: N, before: N) -> N:
        """Return the collaborations that were first proven in the period."""
        return until - before

    @by_name
    def measure(self, *, until: Number, before: Number) -> Measurement:
        """Return the measurement of the collaborations proven by the end of a period and before it."""
        return Indicator.measure(self, until=until, before=before)
