"""Proofs: what a formula promises, shown of all numbers at once by z3, or refuted with an example.

The functions that calculate are run unchanged on z3's real numbers. Whole numbers and fractions are among those, so
that what is proved holds of them too. Each claim states what it takes for granted: quantities within the bounds of
their variables, divisors and targets above 0.
"""

from __future__ import annotations

import enum
import inspect
import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from importlib.util import find_spec
from typing import Any, TypeAlias

import attrs

from kinerja import Indicator, Polarity, Text, Variable, check_indicator
from kinerja._base import FrozenMap, write_exact
from kinerja.measurement import Minimise, grows_with_units
from kinerja.measurement import rule as rule_of
from kinerja.testing import messages as say

Values: TypeAlias = Mapping[str, Any]
"""Names -> numbers: z3's to prove with, Fractions to hold a counterexample against."""

_FACTOR = "(factor)"
"""Its name cannot be that of a variable."""
_SMALL, _FEW = range(4), 6
"""Whole numbers that make a counterexample one can follow, and of how many numbers they are tried."""


_NONE = FrozenMap[str, Fraction]()


class Verdict(enum.Enum):
    """What became of a claim. What was not answered in time is unknown, and never counts as proved."""

    PROVED = Text(id="terbukti", en="proved")
    REFUTED = Text(id="terbantah", en="refuted")
    UNKNOWN = Text(id="tidak terjawab", en="not answered")


@attrs.frozen(kw_only=True)
class Claim:
    """What is said of a formula or a rule, and whether it holds of all numbers.

    Fields:
        name: of the claim; a law that says the same of samples has the same name.
        sentence: what it says.
        verdict: what became of it.
        counterexample: numbers of which it does not hold, by name; of two parts `_1` and `_2` say which.
        expected: the verdict that is right; refuted for what people wrongly believe.
    """

    name: str
    sentence: Text
    verdict: Verdict
    counterexample: FrozenMap[str, Fraction] = _NONE
    expected: Verdict = Verdict.PROVED

    @property
    def as_expected(self) -> bool:
        """Whether it is proved, or refuted where that is right."""
        return self.verdict is self.expected

    def __str__(self) -> str:
        numbers = ", ".join(f"{name} = {write_exact(value)}" for name, value in self.counterexample.items())
        return f"{self.name}: {self.sentence} ({self.verdict.value}{f': {numbers}' if numbers else ''})"


@attrs.frozen(kw_only=True)
class _Statement:
    """A claim before it is tried: of which numbers, what is taken for granted, and what it says."""

    name: str
    sentence: Text
    numbers: tuple[str, ...]
    given: Callable[[Values], Iterable[Any]]
    says: Callable[[Values], Any]
    expected: Verdict = Verdict.PROVED

    def broken_by(self, values: Mapping[str, Fraction]) -> bool:
        return all(self.given(values)) and not self.says(values)


def can_prove() -> bool:
    """Tell whether z3 is installed."""
    return find_spec("z3") is not None


def prove(indicator: Indicator[Any], *, minimise: Minimise = "reflected", seconds: float = 10) -> tuple[Claim, ...]:
    """Try to prove what an indicator promises: its achievement, and its formula.

    Of a formula without a divisor: that it adds, as counts and differences do. Of one with one divisor: that the whole
    is the mean of its parts weighted by the divisor, lies between them, and is not their plain mean. Of each: what
    twice as much of everything gives, where it rises and falls with each variable, and that it stays within the bounds
    of the indicator. Of an achievement of one's own, in the place of the library's, nothing is claimed.

    Args:
        indicator: any, one's own too.
        minimise: the rule of its achievement, where less is better.
        seconds: how long z3 may look for an answer to each claim.

    Raises:
        IndicatorError: for an indicator that cannot be right; see `check_indicator`.
        MissingExtraError: where z3 is not installed.

    >>> from kinerja import P3DNRatio
    >>> claims = prove(P3DNRatio()) if can_prove() else ()
    >>> [claim.name for claim in claims if claim.verdict is not claim.expected]
    []
    """
    check_indicator(indicator)
    own = inspect.getattr_static(indicator, "achievement") is not inspect.getattr_static(Indicator, "achievement")
    achieved = () if own else prove_achievement(indicator.polarity, minimise=minimise, seconds=seconds)
    return (*achieved, *_of(indicator, seconds))


def prove_achievement(
    polarity: Polarity, *, minimise: Minimise = "reflected", seconds: float = 10
) -> tuple[Claim, ...]:
    """Try to prove what the rule of a direction promises, as `kinerja.achievement` uses it.

    Raises:
        MissingExtraError: where z3 is not installed.
        PolarityError: for what is no Polarity.
        QuantityError: for a rule of less of another name.
    """
    reach = rule_of(polarity, minimise)
    divides = polarity is Polarity.MINIMISE and minimise == "ratio"

    def given(of: Values) -> Iterator[Any]:
        yield of["target"] > 0
        for name in ("actual", "better"):
            if divides and name in of:
                yield of[name] > 0

    def better(of: Values) -> Iterator[Any]:
        yield from given(of)
        yield of["better"] >= of["actual"] if polarity is Polarity.MAXIMISE else of["better"] <= of["actual"]

    def scaled(of: Values) -> Iterator[Any]:
        yield from given(of)
        yield of[_FACTOR] > 0

    statements = (
        _Statement(
            name="at_target",
            sentence=say.AT_TARGET,
            numbers=("target",),
            given=given,
            says=lambda of: reach(of["target"], of["target"]) == 100,  # noqa: PLR2004 - percent
        ),
        _Statement(
            name="monotone",
            sentence=say.MONOTONE,
            numbers=("target", "actual", "better"),
            given=better,
            says=lambda of: reach(of["target"], of["better"]) >= reach(of["target"], of["actual"]),
        ),
        _Statement(
            name="scale_free",
            sentence=say.SCALE_FREE,
            numbers=("target", "actual", _FACTOR),
            given=scaled,
            says=lambda of: (
                reach(of[_FACTOR] * of["target"], of[_FACTOR] * of["actual"]) == reach(of["target"], of["actual"])
            ),
        ),
        _Statement(
            name="met",
            sentence=say.MET,
            numbers=("target", "actual"),
            given=given,
            says=lambda of: (
                polarity.met(of["target"], of["actual"]) == (reach(of["target"], of["actual"]) >= 100)  # noqa: PLR2004
            ),
        ),
    )
    return tuple(_tried(statement, seconds) for statement in (*statements, *_of_ranges(polarity, reach, given)))


def _of_ranges(
    polarity: Polarity, reach: Callable[[Any, Any], Any], given: Callable[[Values], Iterable[Any]]
) -> Iterator[_Statement]:
    """Say what holds of targets that are a range: `target` is the number of it that is nearest to an actual."""

    def is_nearest(of: Values, target: str, actual: str) -> Iterator[Any]:
        away, (low, high) = of[actual] - of[target], (of["low"], of["high"])
        yield from (of["low"] > 0, of["low"] < of["high"], of[target] >= low, of[target] <= high)
        yield from (away * (low - of[target]) <= 0, away * (high - of[target]) <= 0)

    def inside(of: Values) -> Iterator[Any]:
        yield from (
            *given(of),
            *is_nearest(of, "target", "actual"),
            of["actual"] >= of["low"],
            of["actual"] <= of["high"],
        )

    def better(of: Values) -> Iterator[Any]:
        yield from (*given(of), *is_nearest(of, "target", "actual"), *is_nearest(of, "other", "better"))
        yield of["better"] >= of["actual"] if polarity is Polarity.MAXIMISE else of["better"] <= of["actual"]

    yield _Statement(
        name="range_inside",
        sentence=say.RANGE_INSIDE,
        numbers=("low", "high", "target", "actual"),
        given=inside,
        says=lambda of: reach(of["target"], of["actual"]) == 100,  # noqa: PLR2004 - percent
    )
    yield _Statement(
        name="range_monotone",
        sentence=say.RANGE_MONOTONE,
        numbers=("low", "high", "target", "other", "actual", "better"),
        given=better,
        says=lambda of: reach(of["other"], of["better"]) >= reach(of["target"], of["actual"]),
    )


def _of(indicator: Indicator[Any], seconds: float) -> Iterator[Claim]:
    """Try to prove what the formula promises; of parts nothing, where measurements never add."""
    promised = _Promised(indicator=indicator)
    for statement in [*(promised.together() if indicator.adds else ()), *promised.bounds()]:
        yield _tried(statement, seconds)
    for variable in indicator.variables:
        yield _direction(promised, variable, seconds)


@attrs.frozen(kw_only=True)
class _Promised:
    """What a formula promises; the letters of its two parts end in `_1` and `_2`."""

    indicator: Indicator[Any]

    def names(self, *parts: str) -> tuple[str, ...]:
        return tuple(f"{one.name}{part}" for part in parts for one in self.indicator.variables)

    def figure(self, values: Values) -> Any:
        formula: Any = self.indicator.formula
        return formula(**values)

    def quantities(self, of: Values, part: str = "") -> dict[str, Any]:
        return {one.name: of[f"{one.name}{part}"] for one in self.indicator.variables}

    def figures(self, of: Values) -> tuple[Any, Any, Any]:
        """Return the figures of a whole and of its two parts."""
        first, second = (self.quantities(of, part) for part in ("_1", "_2"))
        whole = {name: value + second[name] for name, value in first.items()}
        return self.figure(whole), self.figure(first), self.figure(second)

    def possible(self, of: Values, *parts: str) -> Iterator[Any]:
        """Say what quantities can be: within their bounds, parts not above their whole, divisors above 0."""
        for part in parts:
            values = self.quantities(of, part)
            for one in self.indicator.variables:
                value = values[one.name]
                if one.least is not None:
                    yield value >= one.least
                if one.most is not None:
                    yield value <= one.most
                if one.part_of is not None:
                    yield value <= values[one.part_of]
                if one.divisor:
                    yield value > 0

    def bounds(self) -> Iterator[_Statement]:
        """Say that the actual stays within its bounds."""
        least, most = self.indicator.least, self.indicator.most
        if least is not None:
            yield self._said("least", say.LEAST.text(limit=least), lambda of: self.figure(of) >= least, [""])
        if most is not None:
            yield self._said("most", say.MOST.text(limit=most), lambda of: self.figure(of) <= most, [""])

    def together(self) -> Iterator[_Statement]:
        """Say how the figure of more stands to that of its parts."""
        divisors = [one for one in self.indicator.variables if one.divisor]
        yield self._scale()
        if not divisors:
            yield self._said("additive", say.ADDITIVE, self._adds)
        elif len(divisors) == 1:
            yield from self._parts(divisors[0])

    def _scale(self) -> _Statement:
        grows = grows_with_units(self.indicator)

        def given(of: Values) -> Iterator[Any]:
            yield from self.possible(of, "")
            yield of[_FACTOR] > 0

        def says(of: Values) -> Any:
            once, factor = self.quantities(of), of[_FACTOR]
            scaled = self.figure({name: factor * value for name, value in once.items()})
            return scaled == (factor * self.figure(once) if grows else self.figure(once))

        return _Statement(
            name="in_proportion" if grows else "same_share",
            sentence=say.IN_PROPORTION if grows else say.SAME_SHARE,
            numbers=(*self.names(""), _FACTOR),
            given=given,
            says=says,
        )

    def _adds(self, of: Values) -> Any:
        whole, first, second = self.figures(of)
        return whole == first + second

    def _parts(self, divisor: Variable) -> Iterator[_Statement]:
        """Say how a ratio of a whole stands to those of its two parts."""

        def weighted(of: Values) -> Any:
            whole, first, second = self.figures(of)
            one, other = of[f"{divisor.name}_1"], of[f"{divisor.name}_2"]
            return whole * (one + other) == first * one + second * other

        def between(of: Values) -> Any:
            whole, first, second = self.figures(of)
            return (whole - first) * (whole - second) <= 0

        def plain_mean(of: Values) -> Any:
            whole, first, second = self.figures(of)
            return 2 * whole == first + second

        yield self._said("weighted_mean", say.WEIGHTED_MEAN.text(divisor=divisor.label), weighted)
        yield self._said("between_parts", say.BETWEEN_PARTS, between)
        yield attrs.evolve(self._said("mean_of_parts", say.MEAN_OF_PARTS, plain_mean), expected=Verdict.REFUTED)

    def _said(
        self, name: str, sentence: Text, says: Callable[[Values], Any], parts: Sequence[str] = ("_1", "_2")
    ) -> _Statement:
        """Say something of all quantities there can be."""
        return _Statement(
            name=name,
            sentence=sentence,
            numbers=self.names(*parts),
            given=lambda of: self.possible(of, *parts),
            says=says,
        )


def _direction(promised: _Promised, variable: Variable, seconds: float) -> Claim:
    """Say whether the actual rises or falls with one variable, both, or neither; what is found is proved."""
    more = f"{variable.name}_2"

    def moved(of: Values) -> dict[str, Any]:
        return promised.quantities({**of, variable.name: of[more]})

    def given(of: Values) -> Iterator[Any]:
        yield from promised.possible(of, "")
        yield from promised.possible(moved(of), "")
        yield of[more] >= of[variable.name]

    def rise(of: Values) -> Any:
        return promised.figure(moved(of)) - promised.figure(promised.quantities(of))

    name, numbers = f"direction.{variable.name}", (*promised.names(""), more)
    rises, falls = (
        _tried(_Statement(name=name, sentence=variable.label, numbers=numbers, given=given, says=says), seconds).verdict
        for says in (lambda of: rise(of) >= 0, lambda of: rise(of) <= 0)
    )
    sentence = {
        (Verdict.PROVED, Verdict.PROVED): say.STAYS,
        (Verdict.PROVED, Verdict.REFUTED): say.RISES,
        (Verdict.REFUTED, Verdict.PROVED): say.FALLS,
        (Verdict.REFUTED, Verdict.REFUTED): say.BOTH_WAYS,
    }.get((rises, falls))
    verdict = Verdict.UNKNOWN if sentence is None else Verdict.PROVED
    return Claim(name=name, sentence=(sentence or say.SOME_WAY).text(label=variable.label), verdict=verdict)


def _tried(statement: _Statement, seconds: float) -> Claim:
    """Ask z3 for numbers that break a statement: none is a proof, some are a counterexample once they are checked."""
    try:
        import z3  # noqa: PLC0415 - only proofs need it
    except ModuleNotFoundError as error:
        raise say.NO_SOLVER.error(extra="z3-solver") from error
    solver, of = z3.Solver(), {name: z3.Real(name) for name in statement.numbers}
    solver.set("timeout", int(1000 * seconds))
    solver.add(*statement.given(of), z3.Not(statement.says(of)))
    found, example = solver.check(), _NONE
    verdict = Verdict.PROVED if found == z3.unsat else Verdict.UNKNOWN
    if found == z3.sat:
        example = _counterexample(statement, solver.model(), of)
        verdict = Verdict.REFUTED if example else Verdict.UNKNOWN
    return Claim(
        name=statement.name,
        sentence=statement.sentence,
        verdict=verdict,
        counterexample=example,
        expected=statement.expected,
    )


def _counterexample(statement: _Statement, model: Any, of: Values) -> FrozenMap[str, Fraction]:
    """Return small whole numbers that break a statement where there are some, else those of z3; exact, or none."""
    found = {name: _as_fraction(model.eval(number, model_completion=True)) for name, number in of.items()}
    few = len(of) <= _FEW
    small = itertools.product(map(Fraction, _SMALL), repeat=len(of)) if few else ()
    for values in (*(dict(zip(of, drawn, strict=True)) for drawn in small), found):
        if statement.broken_by(values):
            return FrozenMap(values)
    return _NONE


def _as_fraction(number: Any) -> Fraction:
    """Read a number of a model; of a root, which is no fraction, one that is near."""
    return Fraction((number if hasattr(number, "as_fraction") else number.approx(20)).as_fraction())
