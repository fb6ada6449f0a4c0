"""Cases that an implementation is asked: simple ones first, hard ones often."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from kinerja._base import round_half_up
from kinerja.measurement import Indicator, Polarity

if TYPE_CHECKING:
    from kinerja.testing.questions import Case, Line, Question

_DIVIDES_INTO_TIES = [1, 2, 4, 8, 10, 200, 400, 800, 1600, 3200]
"""Targets of which whole actuals make ties at none to four decimals, such as 100 × 1 / 800 = 0,125."""

_PRINTED = [Fraction("82.7"), Fraction("0.7"), Fraction("3.68"), Fraction("1.5"), Fraction("47.25")]
_LARGE = [12_131_595_000, 10**15]


_TIES = st.sampled_from(_DIVIDES_INTO_TIES).map(Fraction)
_ODD = st.integers(0, 50).map(lambda half: Fraction(2 * half + 1))


def _numbers(least: int) -> st.SearchStrategy[Fraction]:
    decimals = st.integers(100 * least, 10**5).map(lambda cents: Fraction(cents, 100))
    return st.one_of(
        st.integers(least, 20).map(Fraction),
        st.integers(least, 2000).map(Fraction),
        st.sampled_from(_PRINTED),
        decimals,
        st.sampled_from(_LARGE).map(Fraction),
    )


@st.composite
def _rows(draw: st.DrawFn, polarity: Polarity) -> Line:
    """Draw a target and an actual; every fourth actual is an odd number of the units that make ties."""
    target = draw(_TIES | _numbers(1) | st.just(Fraction(0)))
    least = 0 if polarity is Polarity.MINIMISE else -5  # a growth may be negative; days and complaints never are
    actual = draw(st.just(Fraction(0)) | _ODD | _numbers(least) | st.just(target) | st.none())
    return {"target": target, "actual": actual}


def _quantities(indicator: Indicator[Any]) -> st.SearchStrategy[Line]:
    return _lawful(indicator)


@st.composite
def _lawful(draw: st.DrawFn, indicator: Indicator[Any]) -> Line:
    line: dict[str, Fraction | None] = {}
    wholes_first = sorted(indicator.variables, key=lambda variable: variable.part_of is not None)
    for variable in wholes_first:
        least = -5 if variable.least is None else variable.least
        value = draw(st.sampled_from(_DIVIDES_INTO_TIES).map(Fraction) | _numbers(least))
        most = variable.most if variable.part_of is None else line[variable.part_of]
        value = value if most is None else min(value, Fraction(most))
        line[variable.name] = Fraction(int(value)) if variable.unit.whole else round_half_up(value, 2)
    return {variable.name: line[variable.name] for variable in indicator.variables}


def cases(question: Question) -> st.SearchStrategy[Case]:
    """Draw what a question is asked of: numbers with two decimals at most, which every language can hold."""
    if isinstance(question.what, Indicator):
        return _quantities(question.what)
    if question.what == "mean":
        return st.lists(_rows(question.polarity), min_size=1, max_size=4).map(lambda rows: {"rows": rows})
    return _rows(question.polarity)
