"""SK3/3: accredited scopes gained."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, ClassVar

import attrs

from kinerja._base.dates import write_day
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
from kinerja.records import Period, Tally, above, by_kind, day, held_on, name, text, unit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from fractions import Fraction

SCOPE = Unit(name=Text(id="Ruang Lingkup", en="scope"), whole=True)


@attrs.frozen(kw_only=True, field_transformer=by_kind)
class AccreditedScope:
    """One accredited scope of service or one parameter of it (ruang lingkup, parameter), and one accreditation of it.

    An accreditation that is renewed after it ended is another row, told apart by its first day.

    Fields:
        unit: the balai.
        scope, parameter: which; the parameter is blank where the scope is accredited as a whole.
        accredited_on: the day from which it is accredited; None where it is not yet.
        withdrawn_on: the day on which the accreditation ended; None where it still holds.
    """

    identity: ClassVar[tuple[str, ...]] = ("unit", "scope", "parameter", "accredited_on")
    dated_by: ClassVar[str] = "accredited_on"
    called: ClassVar[Text] = Text(id="ruang lingkup", en="accredited scope")

    unit: str = attrs.field(metadata=unit())
    scope: str = attrs.field(metadata=name("ruang lingkup", "Nama ruang lingkup."))
    parameter: str = attrs.field(
        default="",
        metadata=text(
            "parameter", "Kosongkan bila tidak dirinci; berapa pun parameternya, ruang lingkup dihitung satu."
        ),
    )
    accredited_on: dt.date | None = attrs.field(
        default=None,
        metadata=day(
            "terakreditasi sejak",
            "Tanggal akreditasi; kosongkan bila belum. Perpanjangan setelah berakhir ditulis di baris sendiri.",
            also=("tanggal akreditasi",),
        ),
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
        A: `previous`, accredited scopes held at the end of the year before (ruang lingkup), each once, whole, 0 or
            more.
        B: `current`, accredited scopes held at the end of the period (ruang lingkup), each once, whole, 0 or more.

    Reading taken: the net change of the stock; the formula that the decree announces is not in the text at hand, and
    a percentage would fit neither the unit nor the target of 1. Below 0 where scopes were lost. One scope counts once,
    however many parameters it has, because the unit is Ruang Lingkup.

    Not measured: how often a scope is used, and how many the balai holds in all; a scope lost and another gained are a
    change of 0, which a note tells. A scope whose accreditation lapsed over a year's end and was renewed is lost in one
    year and gained in the next, which a note tells too. At a target of 1, one scope more or less moves the achievement
    by 100 points.

    >>> print(AccreditedScopeGrowth().measure(previous=10, current=12))
    12 - 10 = 2
    >>> print(AccreditedScopeGrowth().achievement(target=1, actual=2))
    200,00%
    """

    unit: ClassVar[Unit] = SCOPE
    record: ClassVar[type[AccreditedScope]] = AccreditedScope
    timing: ClassVar[Timing] = Timing.STOCK
    rule_names: ClassVar[tuple[Text, ...]] = (Text(id="baris", en="rows"), Text(id="ruang lingkup", en="scopes"))
    variables: ClassVar[tuple[Variable, ...]] = (
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

    @by_name
    def measure(self, *, previous: Number, current: Number) -> Measurement:
        """Return the measurement of the scopes held before and now."""
        return Indicator.measure(self, previous=previous, current=current)

    def records_needed(self, period: Period) -> Iterator[Text]:
        """Ask for all scopes in force, whenever they were accredited."""
        yield say.ALL_IN_FORCE.text(opening=write_day(period.opening), end=write_day(period.end))

    def record_remarks(self, ledger: Ledger, period: Period) -> Iterator[Text]:
        """Say which accreditations cannot be, and which had lapsed on the days compared; how many came and went."""
        reversed_days = [row.scope for row in ledger.records if _ended_before(row)]
        if reversed_days:
            yield say.ENDED_BEFORE.text(value=shortened(reversed_days))
        rows: dict[tuple[str, str], list[AccreditedScope]] = {}
        for record in ledger.records:
            rows.setdefault((record.unit, record.scope), []).append(record)
        for compared in (period.opening, period.end):
            lapsed = [scope for (_, scope), own in rows.items() if _had_lapsed(own, compared)]
            if lapsed:
                yield say.LAPSED.text(day=write_day(compared), value=shortened(lapsed))
        previous, current = (
            {scope for scope, own in rows.items() if _is_held(own, end)} for end in (period.opening, period.end)
        )
        if previous - current and current - previous:
            yield say.CAME_AND_WENT.text(lost=len(previous - current), gained=len(current - previous))

    def remarks(self, quantities: Mapping[str, Fraction]) -> Iterator[Text]:
        """Say so where scopes were lost."""
        if quantities["current"] < quantities["previous"]:
            yield Text(id="Ruang lingkup terakreditasi berkurang.", en="Accredited scopes were lost.")


def _ended_before(row: AccreditedScope) -> bool:
    return row.accredited_on is not None and row.withdrawn_on is not None and row.withdrawn_on <= row.accredited_on


def _is_held(rows: Iterable[AccreditedScope], on: dt.date) -> bool:
    return any(held_on(on, row.accredited_on, row.withdrawn_on) for row in rows)


def _had_lapsed(rows: Sequence[AccreditedScope], on: dt.date) -> bool:
    """Tell whether an accreditation had ended by a day, and was renewed only after it."""
    ended = any(row.withdrawn_on is not None and row.withdrawn_on <= on for row in rows)
    return ended and not _is_held(rows, on) and any(above(row.accredited_on, on) for row in rows)
