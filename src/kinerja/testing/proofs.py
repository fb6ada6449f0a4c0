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

from kinerja import Indicator, Language, Polarity, Text, Variable, check_indicator
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
_MILLISECONDS = 10_000
"""So long z3 may look for an answer to each claim."""
_PARTS = ("_1", "_2")
_ALL = 100
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

    @property
    def text(self) -> Text:
        """The claim with its verdict, and the numbers of which it does not hold."""
        return Text.each(self._told)

    def _told(self, language: Language) -> str:
        numbers = (f"{name} = {write_exact(value, language)}" for name, value in self.counterexample.items())
        verdict = ": ".join([self.verdict.value.read(language), *filter(None, [", ".join(numbers)])])
        return f"{self.name}: {self.sentence.read(language)} ({verdict})"

    def __str__(self) -> str:
        return self.text.id


@attrs.frozen(kw_only=True)
class _Statement:
    """A claim before it is tried: `says` gives what is taken for granted of its numbers, and last what it says."""

    name: str
    sentence: Text
    numbers: tuple[str, ...]
    says: Callable[..., Iterable[Any]]
    expected: Verdict = Verdict.PROVED

    def broken_by(self, values: Mapping[str, Fraction]) -> bool:
        try:
            *given, said = self.says(**values)
        except ZeroDivisionError:  # which is not granted
            return False
        return all(given) and not said


def can_prove() -> bool:
    """Tell whether z3 is installed."""
    return find_spec("z3") is not None


def prove(indicator: Indicator[Any]) -> tuple[Claim, ...]:
    """Try to prove what an indicator promises: its achievement, and its formula.

    Of a formula without a divisor: that it adds, as counts and differences do. Of one with one divisor: that the whole
    is the mean of its parts weighted by the divisor, lies between them, and is not their plain mean. Of each: what
    twice as much of everything gives, where it rises and falls with each variable, and that it stays within the bounds
    of the indicator, if its variables are bounded. Of an achievement of one's own, in place of the library's, nothing
    is claimed.

    Where less is better, the rule of its achievement is the usual one; see `prove_achievement` for the other.

    Args:
        indicator: any, one's own too.

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
    achieved = () if own else prove_achievement(indicator.polarity)
    promised = _Promised(indicator=indicator)
    # Of parts nothing is promised where measurements never add, and of what nothing bounds a bound only refuses some.
    together = map(_tried, promised.together() if indicator.adds else ())
    is_bounded = all(one.divisor or one.part_of or one.most is not None for one in indicator.variables)
    within = [claim for claim in map(_tried, promised.bounds()) if is_bounded or claim.as_expected]
    return (*achieved, *together, *within, *(_direction(promised, one) for one in indicator.variables))


def prove_achievement(polarity: Polarity, *, minimise: Minimise = "reflected") -> tuple[Claim, ...]:
    """Try to prove what the rule of a direction promises, as `kinerja.achievement` uses it.

    Raises:
        MissingExtraError: where z3 is not installed.
        PolarityError: for what is no Polarity.
        QuantityError: for a rule of less of another name.
    """
    divides = polarity is Polarity.MINIMISE and minimise == "ratio"
    reached = _Reached(polarity=polarity, reach=rule_of(polarity, minimise), divides=divides)
    return tuple(map(_tried, reached.statements()))


@attrs.frozen(kw_only=True)
class _Reached:
    """What the rule of a direction promises; of a range `target` and `other` are its numbers nearest to an actual."""

    polarity: Polarity
    reach: Callable[[Any, Any], Any]
    divides: bool

    def statements(self) -> Iterator[_Statement]:
        for says, sentence in (
            (self.at_target, say.AT_TARGET),
            (self.monotone, say.MONOTONE),
            (self.scale_free, say.SCALE_FREE),
            (self.met, say.MET),
            (self.range_inside, say.RANGE_INSIDE),
            (self.range_monotone, say.RANGE_MONOTONE),
        ):
            numbers = tuple(inspect.signature(says).parameters)
            yield _Statement(name=says.__name__, sentence=sentence, numbers=numbers, says=says)

    def possible(self, target: Any, *actuals: Any) -> Iterator[Any]:
        yield target > 0
        yield from (actual > 0 for actual in actuals if self.divides)

    def is_better(self, better: Any, actual: Any) -> Any:
        return better >= actual if self.polarity is Polarity.MAXIMISE else better <= actual

    def at_target(self, target: Any) -> Iterator[Any]:
        yield from self.possible(target)
        yield self.reach(target, target) == _ALL

    def monotone(self, target: Any, actual: Any, better: Any) -> Iterator[Any]:
        yield from (*self.possible(target, actual, better), self.is_better(better, actual))
        yield self.reach(target, better) >= self.reach(target, actual)

    def scale_free(self, target: Any, actual: Any, times: Any) -> Iterator[Any]:
        yield from (*self.possible(target, actual), times > 0)
        yield self.reach(times * target, times * actual) == self.reach(target, actual)

    def met(self, target: Any, actual: Any) -> Iterator[Any]:
        yield from self.possible(target, actual)
        yield self.polarity.met(target, actual) == (self.reach(target, actual) >= _ALL)

    def range_inside(self, low: Any, high: Any, target: Any, actual: Any) -> Iterator[Any]:
        yield from (*self.possible(target, actual), *_is_nearest(low, high, target, actual))
        yield from (actual >= low, actual <= high)
        yield self.reach(target, actual) == _ALL

    def range_monotone(  # noqa: PLR0913 - each is one of the numbers
        self, *, low: Any, high: Any, target: Any, other: Any, actual: Any, better: Any
    ) -> Iterator[Any]:
        yield from self.possible(target, actual, better)
        yield from (*_is_nearest(low, high, target, actual), *_is_nearest(low, high, other, better))
        yield self.is_better(better, actual)
        yield self.reach(other, better) >= self.reach(target, actual)


def _is_nearest(low: Any, high: Any, target: Any, actual: Any) -> Iterator[Any]:
    away = actual - target
    yield from (low > 0, low < high, target >= low, target <= high, away * (low - target) <= 0)
    yield away * (high - target) <= 0


@attrs.frozen(kw_only=True)
class _Promised:
    """What a formula promises; the letters of its two parts end in `_1` and `_2`."""

    indicator: Indicator[Any]

    def figure(self, values: Values) -> Any:
        formula: Any = self.indicator.formula
        return formula(**values)

    def quantities(self, of: Values, part: str = "") -> dict[str, Any]:
        return {one.name: of[f"{one.name}{part}"] for one in self.indicator.variables}

    def possible(self, values: Values) -> Iterator[Any]:
        """Say what quantities can be: within their bounds, parts not above their whole, divisors above 0."""
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

    def said(  # noqa: PLR0913 - of which numbers, and what
        self,
        name: str,
        sentence: Text,
        says: Callable[[Values], Iterable[Any]],
        *,
        parts: Sequence[str] = ("",),
        beside: Sequence[str] = (),
        expected: Verdict = Verdict.PROVED,
    ) -> _Statement:
        """Say something of all quantities there can be, in so many parts, and of the numbers beside them."""

        def said(**of: Any) -> Iterator[Any]:
            for part in parts:
                yield from self.possible(self.quantities(of, part))
            yield from says(of)

        numbers = [f"{one.name}{part}" for part in parts for one in self.indicator.variables]
        return _Statement(name=name, sentence=sentence, numbers=(*numbers, *beside), says=said, expected=expected)

    def bounds(self) -> Iterator[_Statement]:
        """Say that the actual stays within its bounds."""
        least, most = self.indicator.least, self.indicator.most
        if least is not None:
            yield self.said("least", say.LEAST.text(limit=least), lambda of: [self.figure(of) >= least])
        if most is not None:
            yield self.said("most", say.MOST.text(limit=most), lambda of: [self.figure(of) <= most])

    def together(self) -> Iterator[_Statement]:
        """Say how the figure of more stands to that of its parts."""
        divisors = [one for one in self.indicator.variables if one.divisor]
        yield self._scale()
        if not divisors:
            yield self._of_parts("additive", say.ADDITIVE, lambda whole, first, second, _: whole == first + second)
        elif len(divisors) == 1:
            yield from self._of_ratio(divisors[0])

    def _scale(self) -> _Statement:
        grows = grows_with_units(self.indicator)

        def says(of: Values) -> list[Any]:
            once, factor = self.quantities(of), of[_FACTOR]
            scaled, figure = self.figure({name: factor * value for name, value in once.items()}), self.figure(once)
            return [factor > 0, scaled == (factor * figure if grows else figure)]

        name, sentence = ("in_proportion", say.IN_PROPORTION) if grows else ("same_share", say.SAME_SHARE)
        return self.said(name, sentence, says, beside=[_FACTOR])

    def _of_ratio(self, divisor: Variable) -> Iterator[_Statement]:
        """Say how a ratio of a whole stands to those of its two parts."""

        def weighted(whole: Any, first: Any, second: Any, of: Values) -> Any:
            one, other = of[f"{divisor.name}_1"], of[f"{divisor.name}_2"]
            return whole * (one + other) == first * one + second * other

        def between(whole: Any, first: Any, second: Any, _: Values) -> Any:
            return (whole - first) * (whole - second) <= 0

        def plain_mean(whole: Any, first: Any, second: Any, _: Values) -> Any:
            return 2 * whole == first + second

        yield self._of_parts("weighted_mean", say.WEIGHTED_MEAN.text(divisor=divisor.label), weighted)
        yield self._of_parts("between_parts", say.BETWEEN_PARTS, between)
        yield self._of_parts("mean_of_parts", say.MEAN_OF_PARTS, plain_mean, expected=Verdict.REFUTED)

    def _of_parts(
        self, name: str, sentence: Text, says: Callable[..., Any], expected: Verdict = Verdict.PROVED
    ) -> _Statement:
        """Say how the figures of a whole and of its two parts stand to each other."""

        def said(of: Values) -> list[Any]:
            first, second = (self.quantities(of, part) for part in _PARTS)
            whole = {name: value + second[name] for name, value in first.items()}
            return [says(*map(self.figure, (whole, first, second)), of)]

        return self.said(name, sentence, said, parts=_PARTS, expected=expected)


def _direction(promised: _Promised, variable: Variable) -> Claim:
    """Say whether the actual rises or falls with one variable, both, or neither; what is found is proved."""
    name, more = f"direction.{variable.name}", f"{variable.name}_2"

    def verdict(holds: Callable[[Any], Any]) -> Verdict:
        def says(of: Values) -> Iterator[Any]:
            once = promised.quantities(of)
            moved = once | {variable.name: of[more]}
            yield from (*promised.possible(moved), of[more] >= of[variable.name])
            yield holds(promised.figure(moved) - promised.figure(once))

        return _tried(promised.said(name, variable.label, says, beside=[more])).verdict

    found = verdict(lambda rise: rise >= 0), verdict(lambda rise: rise <= 0)
    sentence = {
        (Verdict.PROVED, Verdict.PROVED): say.STAYS,
        (Verdict.PROVED, Verdict.REFUTED): say.RISES,
        (Verdict.REFUTED, Verdict.PROVED): say.FALLS,
        (Verdict.REFUTED, Verdict.REFUTED): say.BOTH_WAYS,
    }.get(found)
    proved = Verdict.UNKNOWN if sentence is None else Verdict.PROVED
    return Claim(name=name, sentence=(sentence or say.SOME_WAY).text(label=variable.label), verdict=proved)


def _tried(statement: _Statement) -> Claim:
    """Ask z3 for numbers that break a statement: none is a proof, some are a counterexample once they are checked."""
    try:
        import z3  # noqa: PLC0415 - only proofs need it
    except ModuleNotFoundError as error:
        raise say.NO_SOLVER.error(extra="z3-solver") from error
    solver, of = z3.Solver(), {name: z3.Real(name) for name in statement.numbers}
    solver.set("timeout", _MILLISECONDS)
    *given, said = statement.says(**of)
    solver.add(*given, z3.Not(said))
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
    # Of a root, which is no fraction, one that is near.
    numbers = {name: model.eval(number, model_completion=True) for name, number in of.items()}
    near = {name: one if hasattr(one, "as_fraction") else one.approx(20) for name, one in numbers.items()}
    found = {name: Fraction(one.as_fraction()) for name, one in near.items()}
    few = len(of) <= _FEW
    small = itertools.product(map(Fraction, _SMALL), repeat=len(of)) if few else ()
    for values in (*(dict(zip(of, drawn, strict=True)) for drawn in small), found):
        if statement.broken_by(values):
            return FrozenMap(values)
    return _NONE
