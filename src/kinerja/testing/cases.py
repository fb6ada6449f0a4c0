"""Cases that an implementation is asked: what strategies draw, in numbers that every language can hold."""

from __future__ import annotations

import functools
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from kinerja._base import FrozenMap, round_half_up
from kinerja.measurement import Indicator, Polarity
from kinerja.testing.figures import LARGEST, actuals, quantities, targets
from kinerja.testing.questions import HIGH

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kinerja.testing.questions import Case, Line, Question

_DECIMALS = 2
"""What a float holds as it is printed, beside the largest numbers too."""

_INTO_TIES = st.sampled_from([200, 8, 400, 800, 1600, 3200]).map(Fraction)
"""Targets of which an odd actual is a tie at none to four decimals, such as 100 × 1 / 800 = 0,125."""

_BESIDE_TIES: Mapping[Polarity, Mapping[str, str]] = FrozenMap(
    {
        Polarity.MAXIMISE: {
            "2": "0.57 1.13",
            "8": "0.57 0.58 1.13 1.14",
            "80": "0.57 1.13",
            "200": "0.57 1.13 1.16 2.28",
            "800": "0.57 1.13",
        },
        Polarity.MINIMISE: {
            "2": "1.11 1.45",
            "8": "4.19 4.94 5.19 5.78",
            "80": "0.11 0.31 1.11",
            "800": "0.11 0.13 1.13",
        },
    }
)
"""Target -> actuals whose achievement is a tie that binary numbers miss, in one order of computing or another."""

_ODD = st.integers(0, 50).map(lambda half: Fraction(2 * half + 1))
_FAR = Fraction(200)
_NEARLY_TIES = st.builds(
    lambda odd, beside: _FAR * odd + beside, _ODD, st.sampled_from([Fraction(1, 100), -Fraction(1, 100)])
)
"""Actuals beside ties by less than the fourth decimal, which rounding twice moves over them."""

_AS_PRINTED = st.sampled_from([Fraction("82.7"), Fraction("0.7"), Fraction("3.68"), Fraction(LARGEST)])
_SMALL = st.integers(0, 20).map(Fraction)


@st.composite
def _measured(draw: st.DrawFn, polarity: Polarity) -> Line:
    target = draw(_some_targets())
    least = 0 if polarity is Polarity.MINIMISE else None  # a growth may be negative; days and complaints never are
    actual = draw(_SMALL | _AS_PRINTED | actuals(target, least=least).map(_rounded))
    return {"target": target, "actual": actual}


@functools.cache
def _some_targets() -> st.SearchStrategy[Fraction]:
    return st.integers(1, 20).map(Fraction) | targets().map(_rounded).filter(bool) | _AS_PRINTED


def _rounded(value: Fraction) -> Fraction:
    return round_half_up(value, _DECIMALS)


def _rows(polarity: Polarity, *, smallest: bool) -> st.SearchStrategy[Line]:
    """Draw rows: measured ones, ties, some against a target of 0, some that are not measured."""
    hundredths = _ODD.map(lambda odd: odd / 100)
    ties = st.fixed_dictionaries({"target": _INTO_TIES, "actual": _ODD | hundredths})
    beside = st.sampled_from(
        [
            {"target": Fraction(target), "actual": Fraction(actual)}
            for target, actuals_of in _BESIDE_TIES[polarity].items()
            for actual in actuals_of.split()
        ]
    )
    nearly = st.fixed_dictionaries({"target": _INTO_TIES.map(_FAR.__mul__), "actual": _NEARLY_TIES})
    without_target = st.fixed_dictionaries({"target": st.just(Fraction(0)), "actual": _SMALL})
    unmeasured = st.fixed_dictionaries({"target": _SMALL, "actual": st.none()})
    measured = _measured(polarity)
    twice = st.integers(1, 20).map(lambda target: {"target": Fraction(target), "actual": Fraction(2 * target)})
    rows: st.SearchStrategy[Line] = st.one_of(measured, measured, ties, ties, without_target, unmeasured)
    return rows if smallest else st.one_of(rows, twice, beside, nearly)


def _up_to(drawn: tuple[Line, Fraction | None]) -> Line:
    """Return a row whose target reaches up by so much; a target of 0 is no range."""
    (row, width), target = drawn, drawn[0]["target"]
    return {**row, HIGH: target + width if target and width else None}


def _totals(indicator: Indicator[Any]) -> st.SearchStrategy[Case]:
    ties = {one.name: _INTO_TIES for one in indicator.variables if one.divisor and one.most is None}
    drawn = quantities(indicator, **ties) | quantities(indicator)
    return drawn.map(lambda totals: {name: _rounded(value) for name, value in totals.items()})


def cases(question: Question, *, smallest: bool = False) -> st.SearchStrategy[Case]:
    """Draw what a question is asked of; where the smallest case is looked for, no ties that only floats miss."""
    if isinstance(question.what, Indicator):
        return _totals(question.what)
    rows = _rows(question.polarity, smallest=smallest)
    if question.ranges:
        rows = st.tuples(rows, st.none() | _ODD).map(_up_to)
    return (
        st.lists(rows, min_size=1, max_size=4).map(lambda drawn: {"rows": drawn}) if question.what == "mean" else rows
    )
