"""SK1/1: tenants that completed incubation."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

import attrs

from kinerja.indicator import Indicator, Measurement
from kinerja.quantity import Unit, Variable
from kinerja.text import Text

if TYPE_CHECKING:
    from kinerja.exact import N, Number

__all__ = ["TENANT", "TenantCount"]

TENANT = Unit(name=Text(id="Tenan", en="tenant"), whole=True)


@attrs.frozen(kw_only=True)
class TenantCount(Indicator[object]):
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
    200.00%
    """

    unit: ClassVar = TENANT
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

    @staticmethod
    def formula(graduated: N) -> N:
        """Return the tenants themselves."""
        return graduated

    def measure(self, *, graduated: Number) -> Measurement:
        """Return the measurement of a number of tenants."""
        return super().measure(graduated=graduated)
