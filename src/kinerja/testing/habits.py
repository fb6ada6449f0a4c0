"""The mistakes of real programs as implementations of their own: what each would answer.

Sources: fifteen public programs of offices and agencies, read one by one, such as kaizer26/sakip-app (BPS), whose mean
leaves a measured 0 out, and ichien86/esakip, whose target of 0 is scored 100.
"""

from __future__ import annotations

import itertools
import math
import re
from fractions import Fraction
from typing import TYPE_CHECKING, TypeAlias

import attrs

from kinerja._base import FrozenMap, exact, round_half_up, write_exact
from kinerja.measurement import Polarity
from kinerja.testing.answers import same
from kinerja.testing.messages import Habit

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

    from kinerja.testing.questions import Case, Line, Question

Way: TypeAlias = "Callable[[Case], Collection[Fraction | None]]"
"""What a habit may answer to a case; programs that have the same habit differ in the rest."""

_CAPS = (100, 110, 120, 150, 200)
_MOST_DECIMALS = 4


def _way(question: Question, of_line: Callable[[Line], Fraction | None]) -> Way:
    return lambda case: (question.figure(case, of_line),)


def cut_decimals(question: Question, _decimals: int | None) -> Iterator[Way]:
    """Cut all numbers, or those of one name; of text, read what stands before the first sign that is not English."""
    for cut in (lambda value: Fraction(math.trunc(value)), _leading):
        for names in (question.names, *((name,) for name in question.names)):
            yield _way(question, lambda line, cut=cut, names=names: question.of_line(_changed(line, names, cut)))


def _leading(value: Fraction) -> Fraction:
    """Return what JavaScript's `parseFloat` makes of a number in Indonesian writing."""
    read = re.match(r"-?[0-9]+(?:\.[0-9]+)?", write_exact(value))
    return value if read is None else Fraction(read[0])


def _changed(line: Line, names: Sequence[str], change: Callable[[Fraction], Fraction]) -> Line:
    return {name: change(value) if value is not None and name in names else value for name, value in line.items()}


def zero_as_missing(question: Question, _decimals: int | None) -> Iterator[Way]:
    """Give no figure where a number is 0."""
    yield _way(question, lambda line: None if 0 in line.values() else question.of_line(line))


def missing_as_zero(question: Question, _decimals: int | None) -> Iterator[Way]:
    """Put 0 for what is not measured."""
    yield _way(question, lambda line: question.of_line(_filled(line)))


def _filled(line: Line) -> Line:
    return {name: Fraction(0) if value is None else value for name, value in line.items()}


def target_zero(question: Question, _decimals: int | None) -> Iterator[Way]:
    """Score a target of 0 with 100, also where nothing is measured."""
    yield _way(question, lambda line: Fraction(100) if line.get("target") == 0 else question.of_line(line))
    yield _way(question, lambda line: Fraction(100) if _measured_against_zero(line) else question.of_line(line))


def _measured_against_zero(line: Line) -> bool:
    return line.get("target") == 0 and line.get("actual") is not None


def cap(question: Question, _decimals: int | None) -> Iterator[Way]:
    """Cap at another achievement or nowhere; a mean also as a whole, with its rows or without."""
    for most in (None, *_CAPS):
        capped = attrs.evolve(question, scoring=attrs.evolve(question.scoring, cap=most))
        yield _way(capped, capped.of_line)
    if question.what == "mean":
        uncapped = attrs.evolve(question, scoring=attrs.evolve(question.scoring, cap=None))
        for most in _CAPS:
            yield lambda case, most=most: (_at_most(uncapped.figure(case), most),)


def _at_most(figure: Fraction | None, most: int) -> Fraction | None:
    return None if figure is None else min(figure, Fraction(most))


def rounded_first(question: Question, _decimals: int | None) -> Iterator[Way]:
    """Round each achievement before the mean."""
    if question.what == "mean":
        for rounds, digits in itertools.product((round_half_up, _round_binary), range(_MOST_DECIMALS + 1)):
            yield lambda case, rounds=rounds, digits=digits: (
                question.figure(case, each=lambda figure: rounds(figure, digits)),
            )


def _round_binary(figure: Fraction, digits: int) -> Fraction:
    return exact(round(float(figure), digits))


def half_even(question: Question, decimals: int | None) -> Iterator[Way]:
    """Round a tie to either side: to the even neighbour, or to where the binary number lies."""
    if decimals is not None:
        yield lambda case: _neighbours(question.figure(case), decimals)


def _neighbours(figure: Fraction | None, decimals: int) -> tuple[Fraction | None, ...]:
    if figure is None:
        return (None,)
    unit = Fraction(1, 10**decimals)
    tie = figure / unit % 1 == Fraction(1, 2)
    return (figure, figure - unit / 2, figure + unit / 2) if tie else (figure,)


def minimise_ratio(question: Question, _decimals: int | None) -> Iterator[Way]:
    """Score less by the other rule; where T / R is no rule of the office, it may say anything of zeros."""
    if question.polarity is not Polarity.MINIMISE:
        return
    if question.scoring.minimise == "ratio":
        turned = attrs.evolve(question, scoring=attrs.evolve(question.scoring, minimise="reflected"))
        yield _way(turned, turned.of_line)
        return
    turned = attrs.evolve(question, scoring=attrs.evolve(question.scoring, minimise="ratio"))
    for at_zero, of_nothing in itertools.product((None, Fraction(0), Fraction(100)), (None, Fraction(0))):
        yield _way(turned, lambda line, zeros=(at_zero, of_nothing): _ratio(turned, line, *zeros))


def _ratio(question: Question, line: Line, at_zero: Fraction | None, of_nothing: Fraction | None) -> Fraction | None:
    if line["actual"] == 0:
        return at_zero
    return of_nothing if line["target"] == 0 and line["actual"] is not None else question.of_line(line)


def _is_zero(line: Line) -> bool:
    return line["actual"] == 0 and line["target"] != 0


def minimise_zero(question: Question, _decimals: int | None) -> Iterator[Way]:
    """Score an actual of 0 with 0 where less is better, also against a target of 0."""
    if question.polarity is Polarity.MINIMISE:
        yield _way(question, lambda line: Fraction(0) if _is_zero(line) else question.of_line(line))
        yield _way(question, lambda line: Fraction(0) if line["actual"] == 0 else question.of_line(line))


def minimise_as_maximise(question: Question, _decimals: int | None) -> Iterator[Way]:
    """Score less as more."""
    if question.polarity is Polarity.MINIMISE:
        turned = attrs.evolve(question, polarity=Polarity.MAXIMISE)
        yield _way(turned, turned.of_line)


HABITS: Mapping[Habit, Callable[[Question, int | None], Iterator[Way]]] = FrozenMap(
    {
        Habit.CUT_DECIMALS: cut_decimals,
        Habit.ZERO_AS_MISSING: zero_as_missing,
        Habit.MISSING_AS_ZERO: missing_as_zero,
        Habit.TARGET_ZERO: target_zero,
        Habit.CAP: cap,
        Habit.ROUNDED_FIRST: rounded_first,
        Habit.HALF_EVEN: half_even,
        Habit.MINIMISE_RATIO: minimise_ratio,
        Habit.MINIMISE_ZERO: minimise_zero,
        Habit.MINIMISE_AS_MAXIMISE: minimise_as_maximise,
    }
)


def explaining(
    question: Question, asked: Sequence[tuple[Case, Fraction | None]], decimals: int | None
) -> tuple[Habit, ...]:
    """Return the habit that answers every case as the implementation does, or two that explain all differences."""
    differing = [pair for pair in asked if not same(pair[1], question.figure(pair[0]), decimals)]
    ways = [(habit, way) for habit, ways_of in HABITS.items() for way in ways_of(question, decimals)]
    found = [(habit, [_may_be(way, *pair, decimals) for pair in differing], way) for habit, way in ways]
    for habit, fits, way in found:
        if all(fits) and all(_may_be(way, *pair, decimals) for pair in asked):
            return (habit,)
    for (one, fits, _), (other, fit_too, _) in itertools.combinations(found, 2):
        if one is not other and all(map(any, zip(fits, fit_too, strict=True))):
            return (one, other)
    return ()


def _may_be(way: Way, case: Case, answer: Fraction | None, decimals: int | None) -> bool:
    return any(same(answer, possible, decimals) for possible in way(case))
