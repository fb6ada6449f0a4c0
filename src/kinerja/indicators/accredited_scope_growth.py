"""SK3/3: accredited scopes gained."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, ClassVar

import attrs

from kinerja._base.dates import write_day
from kinerja.indicators import messages as say
from kinerja.measurement import (
    PERCENT,
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
from kinerja.records import Period, Tally, above, at_least, by_kind, day, held_on, name, stated, text, unit

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


_BEFORE = "terakreditasi pada 31 Desember tahun sebelumnya"
_NOW = "terakreditasi pada akhir periode"


def _held(line: AccreditedScope, period: Period, per: tuple[str, ...]) -> Iterator[Tally]:
    """Count what was held at 31 December of the year before, and at the end of the period."""
    yield Tally({_BEFORE: held_on(period.opening, line.accredited_on, line.withdrawn_on)}, per=per, previous=1)
    yield Tally({_NOW: held_on(period.end, line.accredited_on, line.withdrawn_on)}, per=per, current=1)


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
        yield from _held(line, period, (line.unit, line.scope))

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


@attrs.frozen(kw_only=True)
class AccreditedScopePercentage(AccreditedScopeGrowth):
    """SK3/3 as a percentage (persentase): 100 x (B - A) / A.

    >>> print(AccreditedScopePercentage().measure(previous=10, current=12))
    100 × (12 - 10) / 10 = 20,00
    """

    reading_of: ClassVar[type[Any] | None] = AccreditedScopeGrowth
    unit: ClassVar[Unit] = PERCENT
    variables: ClassVar[tuple[Variable, ...]] = (
        attrs.evolve(AccreditedScopeGrowth.variables[0], divisor=True),
        AccreditedScopeGrowth.variables[1],
    )

    @staticmethod
    def formula(previous: N, current: N) -> N:
        """Return the change in percent of what was held before."""
        return 100 * (current - previous) / previous


@attrs.frozen(kw_only=True)
class AccreditedParameterGrowth(AccreditedScopeGrowth):
    """SK3/3 where parameters are counted (parameter); a scope accredited as a whole is one."""

    reading_of: ClassVar[type[Any] | None] = AccreditedScopeGrowth

    def tally(self, line: AccreditedScope, period: Period) -> Iterable[Tally]:
        """Count the parameters held before and now."""
        yield from _held(line, period, (line.unit, line.scope, line.parameter))


@attrs.frozen(kw_only=True)
class AddedScopeCount(Indicator[AccreditedScope]):
    """SK3/3 where lost scopes take nothing away (penambahan saja).

    >>> print(AddedScopeCount().measure(added=2))
    2
    """

    reading_of: ClassVar[type[Any] | None] = AccreditedScopeGrowth
    unit: ClassVar[Unit] = SCOPE
    record: ClassVar[type[AccreditedScope]] = AccreditedScope
    timing: ClassVar[Timing] = Timing.STOCK
    least: ClassVar[int | None] = 0
    variables: ClassVar[tuple[Variable, ...]] = (
        Variable(
            name="added",
            symbol="T",
            label=Text(
                id="ruang lingkup yang terakreditasi sejak awal tahun", en="scopes accredited since the year began"
            ),
            unit=SCOPE,
        ),
    )

    def tally(self, line: AccreditedScope, period: Period) -> Iterable[Tally]:
        """Count the scopes accredited since the year began that are held at the end of the period."""
        added = {
            "terakreditasi sejak awal tahun": above(line.accredited_on, period.opening),
            _NOW: held_on(period.end, line.accredited_on, line.withdrawn_on),
        }
        yield Tally(added, per=(line.unit, line.scope), added=1)

    @staticmethod
    def formula(added: N) -> N:
        """Return the scopes themselves."""
        return added

    @by_name
    def measure(self, *, added: Number) -> Measurement:
        """Return the measurement of a number of scopes."""
        return Indicator.measure(self, added=added)


@attrs.frozen(kw_only=True)
class SamePeriodScopeGrowth(AccreditedScopeGrowth):
    """SK3/3 against the end of the same period of the year before (akhir periode yang sama tahun sebelumnya)."""

    reading_of: ClassVar[type[Any] | None] = AccreditedScopeGrowth

    def tally(self, line: AccreditedScope, period: Period) -> Iterable[Tally]:
        """Count the scopes held at the ends of the same periods of both years."""
        before = held_on(period.previous.end, line.accredited_on, line.withdrawn_on)
        scope = (line.unit, line.scope)
        yield Tally({"terakreditasi pada akhir periode yang sama tahun sebelumnya": before}, per=scope, previous=1)
        yield Tally({_NOW: held_on(period.end, line.accredited_on, line.withdrawn_on)}, per=scope, current=1)


def _stock(name: str, symbol: str, indonesian: str, english: str) -> Variable:
    return Variable(name=name, symbol=symbol, label=Text(id=indonesian, en=english), unit=SCOPE)


@attrs.frozen(kw_only=True)
class BridgedScopeGrowth(Indicator[AccreditedScope]):
    """SK3/3 where a scope that lapsed and was renewed was held all the while (jeda perpanjangan diabaikan).

    Held on a day is what was accredited by that day, and is or will be accredited after it. Of all scopes that are ever
    accredited each is at least one of both, so that counting them apart gives the same difference.

    >>> print(BridgedScopeGrowth().measure(begun_before=10, lasting_before=12, begun=12, lasting=11))
    12 + 11 - (10 + 12) = 1
    """

    reading_of: ClassVar[type[Any] | None] = AccreditedScopeGrowth
    unit: ClassVar[Unit] = SCOPE
    record: ClassVar[type[AccreditedScope]] = AccreditedScope
    timing: ClassVar[Timing] = Timing.STOCK
    variables: ClassVar[tuple[Variable, ...]] = (
        _stock("begun_before", "A1", "pernah terakreditasi sampai 31 Desember tahun sebelumnya", "begun by then"),
        _stock("lasting_before", "A2", "masih atau akan terakreditasi sesudahnya", "lasting or beginning after then"),
        _stock("begun", "B1", "pernah terakreditasi sampai akhir periode", "begun by the end of the period"),
        _stock("lasting", "B2", "masih atau akan terakreditasi sesudah periode", "lasting or beginning after it"),
    )

    def tally(self, line: AccreditedScope, period: Period) -> Iterable[Tally]:
        """Count the scopes begun by 31 December before and by the end of the period, and those lasting beyond."""
        scope = (line.unit, line.scope)
        yield Tally(
            {"dimulai sebelum tahun ini": at_least(period.opening, line.accredited_on)}, per=scope, begun_before=1
        )
        yield Tally({"berlanjut ke tahun ini": _lasts(line, period.opening)}, per=scope, lasting_before=1)
        yield Tally({"dimulai sampai akhir periode": at_least(period.end, line.accredited_on)}, per=scope, begun=1)
        yield Tally({"berlanjut setelah periode": _lasts(line, period.end)}, per=scope, lasting=1)

    @staticmethod
    def formula(begun_before: N, lasting_before: N, begun: N, lasting: N) -> N:
        """Return the net change."""
        return begun + lasting - (begun_before + lasting_before)

    @by_name
    def measure(self, *, begun_before: Number, lasting_before: Number, begun: Number, lasting: Number) -> Measurement:
        """Return the measurement of the scopes begun by, and lasting after, both days."""
        own = {"begun_before": begun_before, "lasting_before": lasting_before, "begun": begun, "lasting": lasting}
        return Indicator.measure(self, **own)


def _lasts(line: AccreditedScope, day: dt.date) -> bool:
    return held_on(day, line.accredited_on, line.withdrawn_on) | above(line.accredited_on, day)


@attrs.frozen(kw_only=True)
class ScopeAndParameterGrowth(Indicator[AccreditedScope]):
    """SK3/3 where scopes and their parameters both count (ruang lingkup dan parameter).

    >>> print(ScopeAndParameterGrowth().measure(scopes_before=10, parameters_before=30, scopes=11, parameters=32))
    11 + 32 - (10 + 30) = 3
    """

    reading_of: ClassVar[type[Any] | None] = AccreditedScopeGrowth
    unit: ClassVar[Unit] = SCOPE
    record: ClassVar[type[AccreditedScope]] = AccreditedScope
    timing: ClassVar[Timing] = Timing.STOCK
    variables: ClassVar[tuple[Variable, ...]] = (
        _stock(
            "scopes_before", "A1", "ruang lingkup pada akhir tahun sebelumnya", "scopes at the end of the year before"
        ),
        _stock("parameters_before", "A2", "parameter pada akhir tahun sebelumnya", "parameters at that day"),
        _stock("scopes", "B1", "ruang lingkup pada akhir periode", "scopes at the end of the period"),
        _stock("parameters", "B2", "parameter pada akhir periode", "parameters at the end of the period"),
    )

    def tally(self, line: AccreditedScope, period: Period) -> Iterable[Tally]:
        """Count the scopes and the parameters held before and now."""
        scope, parameter = (line.unit, line.scope), (line.unit, line.scope, line.parameter)
        before = {_BEFORE: held_on(period.opening, line.accredited_on, line.withdrawn_on)}
        now = {_NOW: held_on(period.end, line.accredited_on, line.withdrawn_on)}
        named = {"parameter tertulis": stated(line.parameter)}
        yield Tally(before, per=scope, scopes_before=1)
        yield Tally({**before, **named}, per=parameter, parameters_before=1)
        yield Tally(now, per=scope, scopes=1)
        yield Tally({**now, **named}, per=parameter, parameters=1)

    @staticmethod
    def formula(scopes_before: N, parameters_before: N, scopes: N, parameters: N) -> N:
        """Return the net change of both together."""
        return scopes + parameters - (scopes_before + parameters_before)

    @by_name
    def measure(
        self, *, scopes_before: Number, parameters_before: Number, scopes: Number, parameters: Number
    ) -> Measurement:
        """Return the measurement of the scopes and parameters held before and now."""
        before = {"scopes_before": scopes_before, "parameters_before": parameters_before}
        return Indicator.measure(self, **before, scopes=scopes, parameters=parameters)
