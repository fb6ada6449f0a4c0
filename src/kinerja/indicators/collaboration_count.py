"""SK1/2: collaborations that raised the balai's capability."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

import attrs

from kinerja.indicator import Indicator, Measurement
from kinerja.quantity import Unit, Variable
from kinerja.text import Text

if TYPE_CHECKING:
    from kinerja.exact import N, Number

__all__ = ["COLLABORATION", "CollaborationCount"]

COLLABORATION = Unit(name=Text(id="Kegiatan kolaborasi", en="collaboration"), whole=True)


@attrs.frozen(kw_only=True)
class CollaborationCount(Indicator[object]):
    """Capability gained through collaboration (peningkatan kapabilitas hasil kolaborasi).

    Clause: Decree 26/2022 of BSPJI Pekanbaru, Lampiran II, SK1/2: "Menghitung jumlah kegiatan kolaborasi berdasarkan
    SPK/bukti lain yang mencerminkan peningkatan kapabilitas".

    Definition: the number of collaborations in the year that an SPK or other proof shows to have raised capability.

    Equation: K

    Symbols:
        K: `activities`, such collaborations in the year (kegiatan kolaborasi), whole, 0 or more.

    Reading taken: one collaboration is one proof; several documents of the same collaboration count once.

    >>> print(CollaborationCount().measure(activities=1))
    1
    >>> print(CollaborationCount().achievement(target=1, actual=1))
    100.00%
    """

    unit: ClassVar = COLLABORATION
    least: ClassVar = 0
    variables: ClassVar = (
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

    @staticmethod
    def formula(activities: N) -> N:
        """Return the collaborations themselves."""
        return activities

    def measure(self, *, activities: Number) -> Measurement:
        """Return the measurement of a number of collaborations."""
        return super().measure(activities=activities)
