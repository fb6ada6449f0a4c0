"""The rules that set an actual against its target (capaian): one function each, each with its source."""

from __future__ import annotations

import enum
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, get_args

from kinerja._base import N, Number, Percent, exact
from kinerja.measurement import messages as say
from kinerja.measurement.quantity import cannot_divide
from kinerja.measurement.target import as_target, lowest, nearest

if TYPE_CHECKING:
    from fractions import Fraction

    from kinerja.measurement.target import Target, TargetGiven


class Polarity(enum.Enum):
    """Which way is better (klasifikasi). The values are the words that decrees print."""

    MAXIMISE = "Maksimasi"
    MINIMISE = "Minimasi"

    def met(self, target: Target, actual: Fraction) -> bool:
        """Tell whether the actual reaches the target, exactly; of a range, the bound that is reached first."""
        promised = nearest(target, actual)
        return actual >= promised if self is Polarity.MAXIMISE else actual <= promised


Minimise: TypeAlias = Literal["reflected", "ratio"]
"""How less is scored as better: reflected at the target, (2T - R) / T x 100, or as the ratio T / R x 100."""


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


def minimise_by_ratio(target: N, actual: N) -> N:
    """Less is better, as a ratio: T / R x 100; of an actual of 0 or below it says nothing.

    Source: no regulation; the rule of offices' own programs, such as WP-SIPD and E-SAKIP.
    """
    return 100 * target / actual


def rule(polarity: Polarity, minimise_rule: Minimise = "reflected") -> Callable[[N, N], N]:
    """Return the rule of a direction.

    Raises:
        PolarityError: for what is no Polarity.
        QuantityError: for a rule of another name.
    """
    check_minimise(minimise_rule)
    if polarity is Polarity.MAXIMISE:
        return maximise
    if polarity is Polarity.MINIMISE:
        return minimise if minimise_rule == "reflected" else minimise_by_ratio
    raise say.NO_POLARITY.error(value=polarity)


def check_minimise(value: object) -> None:
    """Raise QuantityError for what is no name of a rule of less."""
    if value not in get_args(Minimise):
        raise say.NO_MINIMISE.error(indicator="minimise", value=value, limit=get_args(Minimise))


def is_no_divisor(actual: Any, polarity: Polarity, minimise_rule: Minimise) -> Any:
    """Tell whether the rule divides by an actual, or a column of them, that is 0 or below."""
    return polarity is Polarity.MINIMISE and minimise_rule == "ratio" and cannot_divide(actual)


def achievement(
    target: TargetGiven, actual: Number, polarity: Polarity = Polarity.MAXIMISE, *, minimise: Minimise = "reflected"
) -> Percent:
    """Return the achievement (capaian) in percent, exact and uncapped.

    Args:
        target: what was promised, above 0, in the unit of the actual; a range as its two bounds, see
            `kinerja.measurement.TargetRange`.
        actual: what was measured (realisasi).
        polarity: which way is better.
        minimise: where less is better, the rule: "reflected" at the target, (2T - R) / T x 100, as PermenPANRB 8/2021
            has it, or "ratio", T / R x 100, as some offices publish.

    Raises:
        TargetError: for a target of 0 or below; no rule in force says what to publish there.
        InexactNumberError: for anything that is not one exact number.
        PolarityError: for what is no Polarity.
        QuantityError: for another word than "reflected" or "ratio".
        UndefinedAchievementError: for an actual of 0 or below where the rule divides by it.

    >>> print(achievement(2, 3))
    150,00%
    >>> print(achievement(target=7, actual=6.5, polarity=Polarity.MINIMISE))
    107,14%
    >>> print(achievement(target=10, actual=25, polarity=Polarity.MINIMISE, minimise="ratio"))
    40,00%
    >>> print(achievement((80, 90), 99), achievement((80, 90), 85), achievement((80, 90), 60))
    110,00% 100,00% 75,00%
    """
    promised, measured = as_target(target), exact(actual)
    divisor = nearest(promised, measured)
    if cannot_divide(lowest(promised)):
        raise say.NOT_POSITIVE.error(value=target)
    reach = rule(polarity, minimise)
    if is_no_divisor(measured, polarity, minimise):
        raise say.NO_DIVISOR.error(value=measured)
    return Percent(reach(divisor, measured))
