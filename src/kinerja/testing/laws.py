"""The laws of an indicator: one class that carries all of them."""

from __future__ import annotations

import unittest
from typing import TYPE_CHECKING, Any, ClassVar

from kinerja import Indicator, Polarity, check_indicator
from kinerja._base import FrozenMap
from kinerja.testing.figures import actuals, numbers, targets
from kinerja.testing.law import PREFIX, Case, law
from kinerja.testing.proofs import can_prove, prove

if TYPE_CHECKING:
    from collections.abc import Mapping
    from fractions import Fraction

    from hypothesis import strategies as st


class Laws:
    """What holds of an indicator, one method a law; a subclass whose name begins with `Test` names the indicator.

    >>> from kinerja import P3DNRatio
    >>> class TestP3DNRatio(Laws):
    ...     indicator = P3DNRatio()
    >>> TestP3DNRatio().test_at_target()

    Fields:
        indicator: whose laws they are.
        expected: law -> the reason for which it is known not to hold; where it holds after all, it fails.
        examples: how many examples are tried of each law; None for as many as the profile of Hypothesis says.
        records: a strategy of one record, in the place of the library's.
    """

    indicator: ClassVar[Indicator[Any]]
    expected: ClassVar[Mapping[str, str]] = FrozenMap()
    examples: ClassVar[int | None] = None
    records: ClassVar[st.SearchStrategy[Any] | None] = None

    @classmethod
    def names(cls) -> list[str]:
        """Return the names of the laws."""
        return [name.removeprefix(PREFIX) for name in dir(cls) if name.startswith(PREFIX)]

    def _target(self, case: Case) -> Fraction:
        return case.draw("target", targets(whole=self.indicator.unit.whole))

    def _actual(self, case: Case, target: Fraction) -> Fraction:
        unit, least = self.indicator.unit, self.indicator.least
        return case.draw("actual", actuals(target, least=least, whole=unit.whole))

    @law
    def test_checked(self, _case: Case) -> None:
        """It states what it must, its formula is arithmetic, and its rule reads alike on columns."""
        check_indicator(self.indicator)

    @law
    def test_at_target(self, case: Case) -> None:
        """An actual that is its target achieves 100 %."""
        target = self._target(case)
        case.equal(100, self.indicator.achievement(target, target))

    @law
    def test_monotone(self, case: Case) -> None:
        """A better actual never achieves less."""
        target = self._target(case)
        actual = self._actual(case, target)
        more = actual + case.draw("rise", numbers(0, whole=self.indicator.unit.whole))
        lower, higher = (self.indicator.achievement(target, one) for one in (actual, more))
        better = higher >= lower if self.indicator.polarity is Polarity.MAXIMISE else higher <= lower
        case.equal(expected=True, found=better, what=f"{lower} of {actual}, {higher} of {more}")

    def test_proved(self) -> None:
        """What its formula promises is proved of all numbers; it is passed over where z3 is not installed.

        A claim that is known not to hold is named in `expected` as a law is.
        """
        if not can_prove():
            why = "proofs need z3: pip install z3-solver"
            raise unittest.SkipTest(why)
        claims = prove(self.indicator)
        broken = [one for one in claims if not one.as_expected and not self.expected.keys() & {one.name, "proved"}]
        held = {one.name for one in claims if one.as_expected} & self.expected.keys() - {*self.names()}
        told = [*map(str, broken), *(f"{name} holds, and is said not to: {self.expected[name]}" for name in held)]
        if told:
            raise AssertionError("\n".join(["proved: " + (type(self).test_proved.__doc__ or ""), *told]))
