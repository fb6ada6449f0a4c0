"""SK1/1: tenants that completed incubation."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, ClassVar

import attrs

from kinerja._base import Text
from kinerja.measurement import Indicator, Timing, Unit, Variable
from kinerja.records import UNIT, Kind, Tally, dated, described, in_order, named

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kinerja._base import N, Number
    from kinerja.measurement import Measurement
    from kinerja.records import Period

__all__ = ["TENANT", "Tenant", "TenantCount"]

TENANT = Unit(name=Text(id="Tenan", en="tenant"), whole=True)


def _stage(name: str, english: str, *also: str) -> dict[str, Any]:
    note = Text(
        id=f"Tanggal tahap {name} selesai; kosongkan bila belum.", en="When the stage was completed; blank if not yet."
    )
    return described(Text(id=name, en=english), note, kind=Kind.DATE, also=also)


@attrs.frozen(kw_only=True)
class Tenant:
    """One tenant of the incubator (tenan) and the days on which it passed the stages; None where it has not yet.

    Fields:
        unit: the balai.
        tenant: the tenant's name or number.
        selected_on, preincubation_on, incubation_on, postincubation_on: when each stage was completed.
    """

    identity: ClassVar = ("unit", "tenant")

    unit: str = attrs.field(validator=named, metadata=UNIT)
    tenant: str = attrs.field(
        validator=named,
        metadata=described(
            Text(id="tenan", en="tenant"), Text(id="Nama atau nomor tenan.", en="Name or number of the tenant.")
        ),
    )
    selected_on: dt.date | None = attrs.field(default=None, validator=dated, metadata=_stage("seleksi", "selected on"))
    preincubation_on: dt.date | None = attrs.field(
        default=None, validator=dated, metadata=_stage("prainkubasi", "preincubation on", "pra inkubasi")
    )
    incubation_on: dt.date | None = attrs.field(
        default=None, validator=dated, metadata=_stage("inkubasi", "incubation on", "pelaksanaan inkubasi")
    )
    postincubation_on: dt.date | None = attrs.field(
        default=None, validator=dated, metadata=_stage("pascainkubasi", "postincubation on", "pasca inkubasi")
    )


@attrs.frozen(kw_only=True)
class TenantCount(Indicator[Tenant]):
    """Technology-based incubator tenants formed (jumlah tenan inkubator berbasis teknologi yang terbentuk).

    Clause: Decree 26/2022 of BSPJI Pekanbaru, Lampiran II, SK1/1: "Jumlah tenan yang selesai melalui tahapan inkubasi".

    Definition: the number of tenants that completed the incubation in the year.

    Equation: T

    Symbols:
        T: `graduated`, tenants that completed all stages of the incubation in the year (tenan), whole, 0 or more.

    Reading taken: completing means selection, pre-incubation, incubation and post-incubation; every tenant of the
    incubator counts, because the decree does not define "berbasis teknologi".

    >>> print(TenantCount().measure(graduated=2))
    2
    >>> print(TenantCount().achievement(target=1, actual=2))
    200,00%
    """

    unit: ClassVar = TENANT
    record: ClassVar = Tenant
    timing: ClassVar = Timing.FLOW
    least: ClassVar = 0
    variables: ClassVar = (
        Variable(
            name="graduated",
            symbol="T",
            label=Text(
                id="tenan yang selesai melalui tahapan inkubasi pada tahun berjalan",
                en="tenants that completed the incubation in the year",
            ),
            unit=TENANT,
        ),
    )

    def tally(self, line: Tenant, period: Period) -> Iterable[Tally]:
        """Count the tenants that passed all four stages, in order, the last within the period."""
        stages = (line.selected_on, line.preincubation_on, line.incubation_on, line.postincubation_on)
        completed = {
            "keempat tahap bertanggal dan berurutan": in_order(*stages),
            "pascainkubasi selesai dalam periode": period.contains(line.postincubation_on),
        }
        yield Tally(completed, graduated=1)

    @staticmethod
    def formula(graduated: N) -> N:
        """Return the tenants themselves."""
        return graduated

    def measure(self, *, graduated: Number) -> Measurement:
        """Return the measurement of a number of tenants."""
        return super().measure(graduated=graduated)
