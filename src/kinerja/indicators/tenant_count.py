"""SK1/1: tenants that completed incubation."""

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
from kinerja.records import Period, Tally, by_kind, day, in_order, known, name, unit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

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


def _days(line: Tenant) -> tuple[dt.date | None, ...]:
    return (line.selected_on, line.preincubation_on, line.incubation_on, line.postincubation_on)


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
    variables: ClassVar[tuple[Variable, ...]] = (
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
        completed = {
            "keempat tahap bertanggal dan berurutan": in_order(*_days(line)),
            "pascainkubasi selesai dalam periode": period.contains(line.postincubation_on),
        }
        yield Tally(completed, graduated=1)

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


@attrs.frozen(kw_only=True)
class IncubatedTenantCount(TenantCount):
    """SK1/1 where a tenant has completed once the incubation itself ended (akhir pelaksanaan inkubasi)."""

    reading_of: ClassVar[type[Any] | None] = TenantCount

    def tally(self, line: Tenant, period: Period) -> Iterable[Tally]:
        """Count the tenants that passed three stages, in order, the incubation within the period."""
        completed = {
            "tiga tahap bertanggal dan berurutan": in_order(
                line.selected_on, line.preincubation_on, line.incubation_on
            ),
            "pelaksanaan inkubasi selesai dalam periode": period.contains(line.incubation_on),
        }
        yield Tally(completed, graduated=1)


@attrs.frozen(kw_only=True)
class SelectedTenantCount(TenantCount):
    """SK1/1 where a tenant is formed as soon as it is selected (lolos seleksi)."""

    reading_of: ClassVar[type[Any] | None] = TenantCount

    def tally(self, line: Tenant, period: Period) -> Iterable[Tally]:
        """Count the tenants that were selected within the period."""
        yield Tally({"seleksi selesai dalam periode": period.contains(line.selected_on)}, graduated=1)


@attrs.frozen(kw_only=True)
class LastStageTenantCount(TenantCount):
    """SK1/1 where the day of the last stage is enough, whatever is known of those before it (tahap terakhir saja)."""

    reading_of: ClassVar[type[Any] | None] = TenantCount

    def tally(self, line: Tenant, period: Period) -> Iterable[Tally]:
        """Count the tenants that passed the last stage within the period."""
        yield Tally({"pascainkubasi selesai dalam periode": period.contains(line.postincubation_on)}, graduated=1)


@attrs.frozen(kw_only=True)
class UnorderedTenantCount(TenantCount):
    """SK1/1 where all four stages must be dated, in whatever order (urutan tidak disyaratkan)."""

    reading_of: ClassVar[type[Any] | None] = TenantCount

    def tally(self, line: Tenant, period: Period) -> Iterable[Tally]:
        """Count the tenants of which all four stages are dated, the last within the period."""
        dated = known(line.selected_on) & known(line.preincubation_on) & known(line.incubation_on)
        completed = {
            "tiga tahap pertama bertanggal": dated,
            "pascainkubasi selesai dalam periode": period.contains(line.postincubation_on),
        }
        yield Tally(completed, graduated=1)
