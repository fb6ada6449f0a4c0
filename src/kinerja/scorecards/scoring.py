"""An agency's own rules of scoring, as values."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import attrs

from kinerja._base import Percent, exact
from kinerja.scorecards import messages as say

if TYPE_CHECKING:
    from kinerja._base import Number


def _cap(value: Number | None) -> Fraction | None:
    if value is None:
        return None
    cap = exact(value)
    if cap <= 0:
        raise say.CAP.error(indicator="Scoring", value=value, cap=cap)
    return cap


@attrs.frozen(kw_only=True)
class Scoring:
    """How achievements are scored. None of it is in the decree; each rule is the agency's own.

    Fields:
        cap: the highest achievement in percent that is published; None for no cap. The Ministry of Industry's reports
            are uncapped (BBIA 2020: a mean of 170,6 %); the Ministry of Finance and BPS cap at 120.

    Raises:
        QuantityError: for a cap of 0 or below.

    >>> print(Scoring(cap=120).apply(Percent(150)))
    120,00%
    """

    cap: Fraction | None = attrs.field(default=None, converter=_cap)

    def apply(self, uncapped: Percent) -> Percent:
        """Return the achievement that is published."""
        return uncapped if self.cap is None or uncapped <= self.cap else Percent(self.cap)
