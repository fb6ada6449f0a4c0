"""SK1/2: collaborations that raised the balai's capability."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any, ClassVar

import attrs

from kinerja.indicators import messages as say
from kinerja.measurement import (
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
    above,
    at_least,
    by_kind,
    day,
    either,
    every,
    name,
    one_of,
    plain_heading,
    stated,
    text,
    unit,
)

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
        partner, partner_kind: with whom; None where unknown. Without a partner it is taken as no collaboration.
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
    partner: str | None = attrs.field(
        default=None, metadata=text("mitra", "Nama mitra; tanpa ini tidak dihitung, kecuali menurut tafsir lain.")
    )
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
        metadata=text(
            "kapabilitas",
            "Kapabilitas yang meningkat, dengan singkat; tanpa ini tidak dihitung, kecuali menurut tafsir lain.",
        ),
    )
    dated_on: dt.date | None = attrs.field(
        default=None, metadata=day("tanggal bukti", "Tanggal SPK atau bukti lain.", also=("tanggal",))
    )


_COUNTED = {
    "collaboration": Text(id="kegiatan kolaborasi", en="collaborations"),
    "proof": Text(id="bukti kolaborasi", en="proofs of collaboration"),
    "partner": Text(id="mitra kolaborasi", en="partners in collaboration"),
    "result": Text(id="hasil kolaborasi", en="results of collaboration"),
}


@attrs.frozen(kw_only=True, repr=False)
class _Collaborations(Indicator[Collaboration]):
    """What is asked of a proof, and what counts once for several of them, under every answer to the readings."""

    unit: ClassVar[Unit] = COLLABORATION
    record: ClassVar[type[Collaboration]] = Collaboration
    least: ClassVar[int | None] = 0

    counted: str = answer("collaboration", "proof", "partner", "result")
    partner: str = answer("any_partner", "not_asked", "named_kind")
    capability: str = answer("asked", "not_asked")
    result: str = answer("not_asked", "stated", "named_form")
    empty: Empty = answer("zero", "unmeasured")

    def _proof(self, line: Collaboration) -> dict[str, bool]:
        """Return what a proof must show, but for its day."""
        return {**self._with_partner(line), **self._with_capability(line)}

    def _with_partner(self, line: Collaboration) -> dict[str, bool]:
        asked = {"bukti tertulis": stated(line.reference)}
        if self.partner != "not_asked":
            asked["mitra tertulis"] = stated(line.partner)
        if self.partner == "named_kind":
            asked["jenis mitra tertulis"] = stated(line.partner_kind)
        return asked

    def _with_capability(self, line: Collaboration) -> dict[str, bool]:
        asked = {"bukti tertulis": stated(line.reference)}
        if self.capability == "asked":
            asked["kapabilitas tertulis"] = stated(line.capability)
        if self.result == "named_form":
            asked["hasil dalam bentuk yang disebut definisi"] = one_of(line.result, _FORMS)
        elif self.counted == "result" or self.result == "stated":
            asked["hasil tertulis"] = stated(line.result)
        return asked

    def _thing(self, line: Collaboration) -> tuple[Any, ...] | None:
        """Return what counts once: a collaboration, by its number where it has one, else by that of its proof."""
        if self.counted == "proof":
            return None
        if self.counted == "partner":
            return (line.unit, either(line.partner, line.reference))
        collaboration = (line.unit, either(line.collaboration, line.reference))
        return (*collaboration, either(line.result, line.reference)) if self.counted == "result" else collaboration

    @property
    def _counts(self) -> Text:
        """What is counted, for the reader."""
        noun = _COUNTED[self.counted]
        proof = Text(id="dengan SPK atau bukti lain", en="with an SPK or other proof")
        if self.capability == "asked":
            proof = Text(
                id=f"{proof.id} yang mencerminkan peningkatan kapabilitas", en=f"{proof.en} of a gained capability"
            )
        return Text(id=f"{noun.id} {proof.id}", en=f"{noun.en} {proof.en}")


@attrs.frozen(kw_only=True, repr=False)
class CollaborationCount(_Collaborations):
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
    others), so that one without a partner does not count. One with proofs of two years counts in both. `counted`
    ("proof", "partner", "result") counts something else, `partner`, `capability` and `result` ask for less or for more,
    `empty` ("unmeasured") takes no proof as not measured.

    Not measured: how much capability was gained, or whether it was used; a proof that states one in a few words counts
    as much as any other. At a target of 1, one collaboration more or less moves the achievement by 100 points.

    >>> print(CollaborationCount().measure(activities=1))
    1
    >>> print(CollaborationCount().achievement(target=1, actual=1))
    100,00%
    """

    timing: ClassVar[Timing] = Timing.FLOW
    rule_names: ClassVar[tuple[Text, ...]] = (Text(id="bukti", en="proofs"), Text(id="kolaborasi", en="collaborations"))

    @statement
    def variables(self) -> tuple[Variable, ...]:
        """What is counted."""
        return (Variable(name="activities", symbol="K", label=self._counts, unit=COLLABORATION, empty=self.empty),)

    def tally(self, line: Collaboration, period: Period) -> Iterable[Tally]:
        """Count the collaborations with a proof dated within the period that states partner and gained capability."""
        asked = {**self._proof(line), _DATED: period.contains(line.dated_on)}
        yield Tally(asked, per=self._thing(line), activities=1)

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


@attrs.frozen(kw_only=True, repr=False)
class FirstProofCount(_Collaborations):
    """SK1/2 where a collaboration counts once in all its years, in that of its first proof (bukti pertama): K2 - K1.

    >>> print(FirstProofCount().measure(until=3, before=1))
    3 - 1 = 2
    """

    reading_of: ClassVar[type[Any] | None] = CollaborationCount
    timing: ClassVar[Timing] = Timing.STOCK

    @statement
    def variables(self) -> tuple[Variable, ...]:
        """What was proven by the end of the period, and before it."""
        noun = self._counts
        until = Text(id=f"{noun.id} sampai akhir periode", en=f"{noun.en} by the end of the period")
        before = Text(id=f"{noun.id} sebelum periode", en=f"{noun.en} before the period")
        return (
            Variable(name="until", symbol="K2", label=until, unit=COLLABORATION, empty=self.empty),
            Variable(name="before", symbol="K1", label=before, unit=COLLABORATION, part_of="until"),
        )

    def tally(self, line: Collaboration, period: Period) -> Iterable[Tally]:
        """Count the collaborations proven by the end of the period, and those proven before it."""
        proven, thing = self._proof(line), self._thing(line)
        until = {**proven, "bukti sampai akhir periode": at_least(period.end, line.dated_on)}
        before = {**proven, "bukti sebelum periode": above(period.start, line.dated_on)}
        yield Tally(until, per=thing, until=1)
        yield Tally(before, per=thing, before=1)

    @staticmethod
    def formula(until: N, before: N) -> N:
        """Return what was first proven in the period."""
        return until - before

    @by_name
    def measure(self, *, until: Number, before: Number) -> Measurement:
        """Return the measurement of what was proven by the end of a period and before it."""
        return Indicator.measure(self, until=until, before=before)


@attrs.frozen(kw_only=True, repr=False)
class JointProofCount(_Collaborations):
    """SK1/2 where the proofs of a collaboration together show all that is asked (bukti bersama): M + P - G.

    What has a proof of the one and a proof of the other is what has the one, and what has the other, less what has any.

    >>> print(JointProofCount().measure(with_partner=3, with_capability=2, with_any=4))
    3 + 2 - 4 = 1
    """

    reading_of: ClassVar[type[Any] | None] = CollaborationCount
    timing: ClassVar[Timing] = Timing.FLOW

    @statement
    def variables(self) -> tuple[Variable, ...]:
        """What has a proof that states its partner, its capability, and any of both."""
        noun = _COUNTED[self.counted]
        partner = Text(id=f"{noun.id} dengan bukti yang menyebut mitranya", en=f"{noun.en} with a proof of the partner")
        gained = Text(
            id=f"{noun.id} dengan bukti peningkatan kapabilitas", en=f"{noun.en} with a proof of what was gained"
        )
        either_of = Text(id=f"{noun.id} dengan salah satunya", en=f"{noun.en} with any of both")
        return (
            Variable(name="with_partner", symbol="M", label=partner, unit=COLLABORATION, part_of="with_any"),
            Variable(name="with_capability", symbol="P", label=gained, unit=COLLABORATION, part_of="with_any"),
            Variable(name="with_any", symbol="G", label=either_of, unit=COLLABORATION, empty=self.empty),
        )

    def tally(self, line: Collaboration, period: Period) -> Iterable[Tally]:
        """Count what has a proof, dated within the period, of the partner, of the capability, and of any of both."""
        thing, dated = self._thing(line), {_DATED: period.contains(line.dated_on)}
        partner, gained = self._with_partner(line), self._with_capability(line)
        any_of = every(partner.values()) | every(gained.values())
        yield Tally({**partner, **dated}, per=thing, with_partner=1)
        yield Tally({**gained, **dated}, per=thing, with_capability=1)
        yield Tally({"mitra atau kapabilitas tertulis": any_of, **dated}, per=thing, with_any=1)

    @staticmethod
    def formula(with_partner: N, with_capability: N, with_any: N) -> N:
        """Return what has both."""
        return with_partner + with_capability - with_any

    @by_name
    def measure(self, *, with_partner: Number, with_capability: Number, with_any: Number) -> Measurement:
        """Return the measurement of what has a proof of the partner, of the capability, and of any of both."""
        own = {"with_partner": with_partner, "with_capability": with_capability, "with_any": with_any}
        return Indicator.measure(self, **own)
