"""SK1/1: tenants that completed incubation."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterable, Iterator, Sequence
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
from kinerja.records import Period, Tally, by_kind, day, did_not_fall, every, in_order, known, name, rose, unit

TENANT = Unit(name=Text(id="Tenan", en="tenant"), whole=True)


def _stage(stage: str, *also: str) -> dict[str, Any]:
    return day(stage, f"Tanggal tahap {stage} selesai; kosongkan bila belum.", also=also)


@attrs.frozen(kw_only=True, field_transformer=by_kind)
class Tenant:
    """One tenant of the incubator (tenan) and the days on which it passed the stages; None where it has not yet.

    Fields:
        unit: the balai.
        tenant: the tenant's name or number.
        selected_on, preincubation_on, incubation_on, postincubation_on: when each stage was completed.
    """

    identity: ClassVar[tuple[str, ...]] = ("unit", "tenant")
    dated_by: ClassVar[str] = "postincubation_on"
    called: ClassVar[Text] = Text(id="tenan", en="tenant")

    unit: str = attrs.field(metadata=unit())
    tenant: str = attrs.field(metadata=name("tenan", "Nama atau nomor tenan."))
    selected_on: dt.date | None = attrs.field(default=None, metadata=_stage("seleksi"))
    preincubation_on: dt.date | None = attrs.field(default=None, metadata=_stage("prainkubasi", "pra inkubasi"))
    incubation_on: dt.date | None = attrs.field(default=None, metadata=_stage("inkubasi", "pelaksanaan inkubasi"))
    postincubation_on: dt.date | None = attrs.field(default=None, metadata=_stage("pascainkubasi", "pasca inkubasi"))


_STAGES = {"incubation": 3, "selection": 1}
"""So many of the stages are asked for, where not all of them are."""
_LAST = {"all_stages": "pascainkubasi", "incubation": "pelaksanaan inkubasi", "selection": "seleksi"}
_MANY = {"all_stages": "keempat", "incubation": "ketiga"}
_COMPLETED = {
    "all_stages": Text(id="selesai melalui tahapan inkubasi", en="completed the incubation"),
    "incubation": Text(id="selesai melalui pelaksanaan inkubasi", en="completed the incubation but for its last stage"),
    "selection": Text(id="lolos seleksi", en="were selected"),
}


def _days(line: Tenant) -> tuple[dt.date | None, ...]:
    return (line.selected_on, line.preincubation_on, line.incubation_on, line.postincubation_on)


@attrs.frozen(kw_only=True, repr=False)
class TenantCount(Indicator[Tenant]):
    """Technology-based incubator tenants formed (jumlah tenan inkubator berbasis teknologi yang terbentuk).

    Clause: Decree 26/2022 of BSPJI Pekanbaru, Lampiran II, SK1/1: "Jumlah tenan yang selesai melalui tahapan inkubasi".

    Definition: the number of tenants that completed the incubation in the year.

    Equation: T

    Symbols:
        T: `graduated`, tenants that completed all stages of the incubation in the year (tenan), whole, 0 or more.

    Reading taken: completing means selection, pre-incubation, incubation and post-incubation; every tenant of the
    incubator counts, because the decree does not define "berbasis teknologi". `completed` ("incubation", "selection")
    asks for fewer stages, `dates` for less or more of their days; `empty` ("unmeasured") takes no row as not measured.

    Not measured: whether a tenant's technology is new, whether it sells, and whether it is still there a year later. At
    a target of 1, one tenant more or less moves the achievement by 100 points.

    >>> print(TenantCount().measure(graduated=2))
    2
    >>> print(TenantCount().achievement(target=1, actual=2))
    200,00%
    """

    unit: ClassVar[Unit] = TENANT
    record: ClassVar[type[Tenant]] = Tenant
    timing: ClassVar[Timing] = Timing.FLOW
    least: ClassVar[int | None] = 0

    completed: str = answer("all_stages", "incubation", "selection")
    dates: str = answer("all_in_order", "last", "any_order", "apart", "known_in_order")
    empty: Empty = answer("zero", "unmeasured")

    @statement
    def variables(self) -> tuple[Variable, ...]:
        """The tenants."""
        did = _COMPLETED[self.completed]
        label = Text(id=f"tenan yang {did.id} pada tahun berjalan", en=f"tenants that {did.en} in the year")
        return (Variable(name="graduated", symbol="T", label=label, unit=TENANT, empty=self.empty),)

    def tally(self, line: Tenant, period: Period) -> Iterable[Tally]:
        """Count the tenants that passed all four stages, in order, the last within the period."""
        days = _days(line)[: _STAGES.get(self.completed)]
        asked = self._dated(days) if self.completed in _MANY else {}
        asked[f"{_LAST[self.completed]} selesai dalam periode"] = period.contains(days[-1])
        yield Tally(asked, graduated=1)

    def _dated(self, days: Sequence[dt.date | None]) -> dict[str, bool]:
        """Return what is asked of the days of several stages."""
        stages = f"{_MANY[self.completed]} tahap"
        if self.dates == "any_order":
            return {f"{stages} bertanggal": every(map(known, days))}
        if self.dates == "apart":
            return {
                f"{stages} bertanggal dan berurutan, pada hari yang berlainan": every(
                    itertools.starmap(rose, itertools.pairwise(days))
                )
            }
        if self.dates == "known_in_order":
            return {
                "tahap yang bertanggal berurutan": every(
                    itertools.starmap(did_not_fall, itertools.combinations(days, 2))
                )
            }
        return {f"{stages} bertanggal dan berurutan": in_order(*days)} if self.dates == "all_in_order" else {}

    def record_remarks(self, ledger: Ledger, period: Period) -> Iterator[Text]:  # noqa: ARG002 - of any period
        """Name the tenants whose stages are all dated, and not in order."""
        stages = ((line.tenant, _days(line)) for line in ledger.records)
        wrong = [tenant for tenant, days in stages if None not in days and not in_order(*days)]
        if wrong:
            yield say.OUT_OF_ORDER.text(value=shortened(wrong))

    @staticmethod
    def formula(graduated: N) -> N:
        """Return the tenants themselves."""
        return graduated

    @by_name
    def measure(self, *, graduated: Number) -> Measurement:
        """Return the measurement of a number of tenants."""
        return Indicator.measure(self, graduated=graduated)
