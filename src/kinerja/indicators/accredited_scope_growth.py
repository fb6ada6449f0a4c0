"""SK3/3: accredited scopes gained."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

import attrs

from kinerja._base.dates import write_day
from kinerja.indicators import messages as say
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
from kinerja.records import Period, Tally, above, at_least, by_kind, day, held_on, name, stated, text, unit

if TYPE_CHECKING:
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
            "parameter",
            "Kosongkan bila tidak dirinci; ruang lingkup dihitung satu, kecuali menurut tafsir lain.",
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


_BEFORE = {
    "opening": "terakreditasi pada 31 Desember tahun sebelumnya",
    "same_period": "terakreditasi pada akhir periode yang sama tahun sebelumnya",
}
_NOW = "terakreditasi pada akhir periode"
_COUNTED = {
    "scope": Text(id="ruang lingkup", en="scopes"),
    "parameter": Text(id="parameter", en="parameters"),
}
_MOMENT = {
    "opening": Text(id="pada akhir tahun sebelumnya", en="at the end of the year before"),
    "same_period": Text(
        id="pada akhir periode yang sama tahun sebelumnya", en="at the end of the same period of the year before"
    ),
}
_END = Text(id="pada akhir periode", en="at the end of the period")


@attrs.frozen(kw_only=True, repr=False)
class _Scopes(Indicator[AccreditedScope]):
    """What counts once, and the days that are compared, under every answer to the readings."""

    unit: ClassVar[Unit] = SCOPE
    record: ClassVar[type[AccreditedScope]] = AccreditedScope
    timing: ClassVar[Timing] = Timing.STOCK

    counted: str = answer("scope", "parameter")
    moment: str = answer("opening", "same_period")
    last_day: str = answer("not_held", "held")
    empty: Empty = answer("zero", "unmeasured")

    def _thing(self, line: AccreditedScope) -> tuple[str, ...]:
        """Return what counts once; a scope that is accredited as a whole is one parameter."""
        scope = (line.unit, line.scope)
        return (*scope, line.parameter) if self.counted == "parameter" else scope

    def _day_before(self, period: Period) -> dt.date:
        return period.previous.end if self.moment == "same_period" else period.opening

    def _held(self, line: AccreditedScope, day: dt.date) -> bool:
        """Tell whether it is held at the end of a day; on that on which it ends, by the answer."""
        held = held_on(day, line.accredited_on, line.withdrawn_on)
        if self.last_day == "held":
            held |= at_least(day, line.accredited_on) & at_least(line.withdrawn_on, day)
        return held

    def _held_before(self, line: AccreditedScope, period: Period) -> dict[str, bool]:
        return {_BEFORE[self.moment]: self._held(line, self._day_before(period))}

    def _held_now(self, line: AccreditedScope, period: Period) -> dict[str, bool]:
        return {_NOW: self._held(line, period.end)}

    def _stock(self, name: str, symbol: str, what: Text, when: Text, **more: Any) -> Variable:
        label = Text(id=f"{what.id} {when.id}", en=f"{what.en} {when.en}")
        return Variable(name=name, symbol=symbol, label=label, unit=SCOPE, empty=self.empty, **more)

    @property
    def _accredited(self) -> Text:
        noun = _COUNTED[self.counted]
        return Text(id=f"{noun.id} terakreditasi", en=f"accredited {noun.en}")


@attrs.frozen(kw_only=True, repr=False)
class AccreditedScopeGrowth(_Scopes):
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
    however many parameters it has, because the unit is Ruang Lingkup. `counted` ("parameter") counts these, `moment`
    ("same_period") compares with the same period of the year before, `last_day` ("held") holds a scope on the day on
    which it ends.

    Not measured: how often a scope is used, and how many the balai holds in all; a scope lost and another gained are a
    change of 0, which a note tells. A scope whose accreditation lapsed over a year's end and was renewed is lost in one
    year and gained in the next, which a note tells too. At a target of 1, one scope more or less moves the achievement
    by 100 points.

    >>> print(AccreditedScopeGrowth().measure(previous=10, current=12))
    12 - 10 = 2
    >>> print(AccreditedScopeGrowth().achievement(target=1, actual=2))
    200,00%
    """

    rule_names: ClassVar[tuple[Text, ...]] = (Text(id="baris", en="rows"), Text(id="ruang lingkup", en="scopes"))
    timing: ClassVar[Timing] = Timing.STOCK

    @statement
    def variables(self) -> tuple[Variable, ...]:
        """What was held before, and what is now."""
        what = self._accredited
        return (
            self._stock("previous", "A", what, _MOMENT[self.moment]),
            self._stock("current", "B", what, _END),
        )

    def tally(self, line: AccreditedScope, period: Period) -> Iterable[Tally]:
        """Count the scopes held at 31 December of the year before (A), and at the end of the period (B)."""
        thing = self._thing(line)
        yield Tally(self._held_before(line, period), per=thing, previous=1)
        yield Tally(self._held_now(line, period), per=thing, current=1)

    @staticmethod
    def formula(previous: N, current: N) -> N:
        """Return the net change."""
        return current - previous

    @by_name
    def measure(self, *, previous: Number, current: Number) -> Measurement:
        """Return the measurement of the scopes held before and now."""
        return Indicator.measure(self, previous=previous, current=current)

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
            what = self._accredited
            yield Text(id=f"{what.id.capitalize()} berkurang.", en=f"{what.en.capitalize()} were lost.")


def _ended_before(row: AccreditedScope) -> bool:
    return row.accredited_on is not None and row.withdrawn_on is not None and row.withdrawn_on <= row.accredited_on


def _is_held(rows: Iterable[AccreditedScope], on: dt.date) -> bool:
    return any(held_on(on, row.accredited_on, row.withdrawn_on) for row in rows)


def _had_lapsed(rows: Sequence[AccreditedScope], on: dt.date) -> bool:
    """Tell whether an accreditation had ended by a day, and was renewed only after it."""
    ended = any(row.withdrawn_on is not None and row.withdrawn_on <= on for row in rows)
    return ended and not _is_held(rows, on) and any(above(row.accredited_on, on) for row in rows)


@attrs.frozen(kw_only=True, repr=False)
class AccreditedScopePercentage(AccreditedScopeGrowth):
    """SK3/3 as a percentage (persentase): 100 x (B - A) / A.

    >>> print(AccreditedScopePercentage().measure(previous=10, current=12))
    100 × (12 - 10) / 10 = 20,00
    """

    reading_of: ClassVar[type[Any] | None] = AccreditedScopeGrowth
    unit: ClassVar[Unit] = PERCENT

    @statement
    def variables(self) -> tuple[Variable, ...]:
        """The same, of which what was held before divides."""
        previous, current = super().variables
        return (attrs.evolve(previous, divisor=True), current)

    @staticmethod
    def formula(previous: N, current: N) -> N:
        """Return the change in percent of what was held before."""
        return 100 * (current - previous) / previous


@attrs.frozen(kw_only=True, repr=False)
class AddedScopeCount(_Scopes):
    """SK3/3 where what was lost takes nothing away (penambahan saja): what is held and never was before.

    Neither a parameter more of a scope that was held adds one, nor the renewal of what was accredited before.

    >>> print(AddedScopeCount().measure(ever=12, before=10))
    12 - 10 = 2
    """

    reading_of: ClassVar[type[Any] | None] = AccreditedScopeGrowth
    least: ClassVar[int | None] = 0

    @statement
    def variables(self) -> tuple[Variable, ...]:
        """What was ever accredited by the day before, with what is held now, and without."""
        what, day = self._accredited, _MOMENT[self.moment]
        ever = Text(
            id=f"{_END.id}, atau pernah sampai {day.id.removeprefix('pada ')}",
            en=f"{_END.en}, or ever {day.en} or sooner",
        )
        before = Text(id=f"{day.id} atau pernah sebelumnya", en=f"ever {day.en} or sooner")
        return (
            self._stock("ever", "C", what, ever),
            self._stock("before", "A", what, before, part_of="ever"),
        )

    def tally(self, line: AccreditedScope, period: Period) -> Iterable[Tally]:
        """Count what was accredited by the day before or is held at the end of the period, and the former alone."""
        thing, (now,) = self._thing(line), self._held_now(line, period).values()
        begun = at_least(self._day_before(period), line.accredited_on)
        yield Tally({f"{_NOW} atau sudah sebelumnya": now | begun}, per=thing, ever=1)
        yield Tally({"terakreditasi sebelumnya": begun}, per=thing, before=1)

    @staticmethod
    def formula(ever: N, before: N) -> N:
        """Return what is new."""
        return ever - before

    @by_name
    def measure(self, *, ever: Number, before: Number) -> Measurement:
        """Return the measurement of what was ever accredited, now and before."""
        return Indicator.measure(self, ever=ever, before=before)


@attrs.frozen(kw_only=True, repr=False)
class BridgedScopeGrowth(_Scopes):
    """SK3/3 where what lapsed and was renewed was held all the while (jeda perpanjangan diabaikan).

    Held on a day is what was accredited by that day, and is or will be accredited after it. Of all that is ever
    accredited each is at least one of both, so that counting them apart gives the same difference.

    >>> print(BridgedScopeGrowth().measure(begun_before=10, lasting_before=12, begun=12, lasting=11))
    12 + 11 - (10 + 12) = 1
    """

    reading_of: ClassVar[type[Any] | None] = AccreditedScopeGrowth

    @statement
    def variables(self) -> tuple[Variable, ...]:
        """What was begun by, and what lasts after, both days."""
        begun = Text(id=f"{self._accredited.id}, dimulai", en=f"{self._accredited.en}, begun")
        lasting = Text(
            id=f"{self._accredited.id}, masih atau akan berlaku", en=f"{self._accredited.en}, lasting or renewed"
        )
        return (
            self._stock("begun_before", "A1", begun, _MOMENT[self.moment]),
            self._stock("lasting_before", "A2", lasting, _MOMENT[self.moment]),
            self._stock("begun", "B1", begun, _END),
            self._stock("lasting", "B2", lasting, _END),
        )

    def tally(self, line: AccreditedScope, period: Period) -> Iterable[Tally]:
        """Count what was begun by the day before and by the end of the period, and what lasts beyond each."""
        thing, before = self._thing(line), self._day_before(period)
        begun, lasting = at_least(before, line.accredited_on), self._lasts(line, before)
        yield Tally({"dimulai sebelumnya": begun}, per=thing, begun_before=1)
        yield Tally({"berlanjut sesudahnya": lasting}, per=thing, lasting_before=1)
        yield Tally({"dimulai sampai akhir periode": at_least(period.end, line.accredited_on)}, per=thing, begun=1)
        yield Tally({"berlanjut setelah periode": self._lasts(line, period.end)}, per=thing, lasting=1)

    def _lasts(self, line: AccreditedScope, day: dt.date) -> bool:
        return self._held(line, day) | above(line.accredited_on, day)

    @staticmethod
    def formula(begun_before: N, lasting_before: N, begun: N, lasting: N) -> N:
        """Return the net change."""
        return begun + lasting - (begun_before + lasting_before)

    @by_name
    def measure(self, *, begun_before: Number, lasting_before: Number, begun: Number, lasting: Number) -> Measurement:
        """Return the measurement of what was begun by, and lasts after, both days."""
        own = {"begun_before": begun_before, "lasting_before": lasting_before, "begun": begun, "lasting": lasting}
        return Indicator.measure(self, **own)


@attrs.frozen(kw_only=True, repr=False)
class ScopeAndParameterGrowth(_Scopes):
    """SK3/3 where scopes and their parameters both count (ruang lingkup dan parameter).

    >>> print(ScopeAndParameterGrowth().measure(scopes_before=10, parameters_before=30, scopes=11, parameters=32))
    11 + 32 - (10 + 30) = 3
    """

    reading_of: ClassVar[type[Any] | None] = AccreditedScopeGrowth

    @statement
    def variables(self) -> tuple[Variable, ...]:
        """The scopes and the parameters, before and now."""
        scopes, parameters, day = _COUNTED["scope"], _COUNTED["parameter"], _MOMENT[self.moment]
        return (
            self._stock("scopes_before", "A1", scopes, day),
            self._stock("parameters_before", "A2", parameters, day),
            self._stock("scopes", "B1", scopes, _END),
            self._stock("parameters", "B2", parameters, _END),
        )

    def tally(self, line: AccreditedScope, period: Period) -> Iterable[Tally]:
        """Count the scopes and the parameters held before and now."""
        scope, parameter = (line.unit, line.scope), (line.unit, line.scope, line.parameter)
        before, now = self._held_before(line, period), self._held_now(line, period)
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
