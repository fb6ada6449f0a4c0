"""The rules that set an actual against its target (capaian): one function each, each with its source."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, Any

from kinerja._base import N, Number, Percent, exact
from kinerja.measurement import messages as say

if TYPE_CHECKING:
    from collections.abc import Callable
    from fractions import Fraction


class Polarity(enum.Enum):
    """Which way is better (klasifikasi). The values are the words that decrees print."""

    MAXIMISE = "Maksimasi"
    MINIMISE = "Minimasi"

    def met(self, target: Fraction, actual: Fraction) -> bool:
        """Tell whether the actual reaches the target, exactly."""
        return actual >= target if self is Polarity.MAXIMISE else actual <= target


def maximise(target: N, actual: N) -> N:
    """More is better: R / T x 100.

    Source: PermenPANRB 8/2021 page 91 ("kondisi normal"); LKjIP Maluku Tengah 2021 page 94.
    """
    return 100 * actual / target


def minimise(target: N, actual: N) -> N:
    """Less is better, reflected at the target: (2T - R) / T x 100.

    Source: PermenPANRB 8/2021 page 100 ("kondisi khusus", written (1 + (1 - R/T)) x 100); LKjIP Maluku Tengah 2021.
    """
    return 100 * (2 * target - actual) / target


def rule(polarity: Polarity) -> Callable[[N, N], N]:
    """Return the rule of a direction.

    Raises:
        PolarityError: for what is no Polarity.
    """
    if polarity is Polarity.MAXIMISE:
        return maximise
    if polarity is Polarity.MINIMISE:
        return minimise
    raise say.NO_POLARITY.error(value=polarity)


def is_no_target(target: Any) -> Any:
    """Tell whether a target, or a column of them, cannot be divided by: 0 or below."""
    return target <= 0


def achievement(target: Number, actual: Number, polarity: Polarity = Polarity.MAXIMISE) -> Percent:
    """Return the achievement (capaian) in percent, exact and uncapped.

    Args:
        target: what was promised, above 0, in the unit of the actual.
        actual: what was measured (realisasi).
        polarity: which way is better.

    Raises:
        TargetError: for a target of 0 or below; no rule in force says what to publish there.
        InexactNumberError: for anything that is not one exact number.
        PolarityError: for what is no Polarity.

    >>> print(achievement(2, 3))
    150,00%
    >>> print(achievement(target=7, actual=6.5, polarity=Polarity.MINIMISE))
    107,14%
    """
    divisor = exact(target)
    if is_no_target(divisor):
        raise say.NOT_POSITIVE.error(value=target)
    return Percent(rule(polarity)(divisor, exact(actual)))
