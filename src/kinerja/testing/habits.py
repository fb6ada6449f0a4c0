"""The mistakes of real programs as implementations of their own: what each would answer.

Sources: fifteen public programs of offices and agencies, read one by one, such as kaizer26/sakip-app (BPS), whose mean
leaves a measured 0 out, and ichien86/esakip, whose target of 0 is scored 100.
"""

from __future__ import annotations

import functools
import itertools
import math
import re
from fractions import Fraction
from typing import TYPE_CHECKING, Any, TypeAlias

import attrs

from kinerja._base import FrozenMap, Percent, round_half_up, write_exact
from kinerja.measurement import Polarity
from kinerja.testing.answers import same
from kinerja.testing.messages import Habit

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

    from kinerja.testing.questions import Case, Line, Question

Way: TypeAlias = "Callable[[Case], Collection[Fraction | None]]"
"""What a habit may answer to a case; programs that have the same habit differ in the rest."""

_ZERO, _FULL = Fraction(0), Fraction(100)
_CAPS = (100, 110, 120, 150, 200)
_MOST_DECIMALS = 4


def _way(question: Question, of_line: Callable[[Line], Fraction | None]) -> Way:
    return lambda case: (question.figure(case, of_line),)


def cut_decimals(question: Question, _decimals: int | None) -> Iterator[Way]:
    """Cut all numbers, or those of one name; of text, read what stands before the first sign that is not English."""
    for change in (math.trunc, math.floor, _leading):
        for names in (question.names, *((name,) for name in question.names)):
            yield _way(question, functools.partial(_of_changed, question, names, change))


def _of_changed(
    question: Question, names: Sequence[str], change: Callable[[Fraction], Fraction | int], line: Line
) -> Fraction | None:
    changed = {name: Fraction(change(value)) for name, value in line.items() if value is not None and name in names}
    return question.of_line({**line, **changed})


def _leading(value: Fraction) -> Fraction:
    """Return what JavaScript's `parseFloat` makes of a number in Indonesian writing."""
    read = re.match(r"-?[0-9]+(?:\.[0-9]+)?", write_exact(value))
    return value if read is None else Fraction(read[0])


def zero_as_missing(question: Question, _decimals: int | None) -> Iterator[Way]:
    """Give no figure where a number is 0."""
    yield _way(question, lambda line: None if 0 in line.values() else question.of_line(line))


def missing_as_zero(question: Question, _decimals: int | None) -> Iterator[Way]:
    """Put 0 for what is not measured."""
    yield _way(question, lambda line: question.of_line({name: value or _ZERO for name, value in line.items()}))


def target_zero(question: Question, _decimals: int | None) -> Iterator[Way]:
    """Score a target of 0 with 100: also what is not measured, all that is, or only an actual of 0."""
    yield _way(question, lambda line: _FULL if line.get("target") == 0 else question.of_line(line))
    for otherwise in (_FULL, _ZERO, None):
        yield _way(question, functools.partial(_full_at_nothing, question, otherwise))


def _full_at_nothing(question: Question, otherwise: Fraction | None, line: Line) -> Fraction | None:
    if line.get("target") != 0 or line.get("actual") is None:
        return question.of_line(line)
    return _FULL if line["actual"] == 0 else otherwise


def cap(question: Question, _decimals: int | None) -> Iterator[Way]:
    """Cap at another achievement or nowhere; a mean also as a whole, its rows not."""
    uncapped = _scored(question, cap=None)
    for most in (None, *_CAPS):
        capped = _scored(question, cap=most)
        yield _way(capped, capped.of_line)
    if question.what == "mean":
        for most in _CAPS:
            yield functools.partial(_capped_as_a_whole, uncapped, most)


def _scored(question: Question, **rules: Any) -> Question:
    return attrs.evolve(question, scoring=attrs.evolve(question.scoring, **rules))


def _capped_as_a_whole(question: Question, most: int, case: Case) -> tuple[Fraction | None]:
    figure = question.figure(case)
    return (None if figure is None else min(figure, Fraction(most)),)


def rounded_first(question: Question, _decimals: int | None) -> Iterator[Way]:
    """Round each achievement before the mean, a tie to either side."""
    if question.what == "mean":
        for digits in range(_MOST_DECIMALS + 1):
            yield functools.partial(_means_of_rounded, question, digits)


def _means_of_rounded(question: Question, digits: int, case: Case) -> Collection[Fraction | None]:
    figures = [figure for figure in map(question.of_line, case["rows"]) if figure is not None]
    each = [{round_half_up(one, digits) for one in _neighbours(figure, digits)} for figure in figures]
    return {sum(rounded) / Fraction(len(rounded)) if rounded else None for rounded in itertools.product(*each)}


def half_even(question: Question, decimals: int | None) -> Iterator[Way]:
    """Round a tie to either side: to the even neighbour, or to where the binary number lies."""
    if decimals is not None:
        yield functools.partial(_ties, question, decimals)


def _ties(question: Question, decimals: int, case: Case) -> tuple[Fraction | None, ...]:
    figure = question.figure(case)
    return (None,) if figure is None else _neighbours(figure, decimals)


def _neighbours(figure: Fraction, decimals: int) -> tuple[Fraction, ...]:
    """Return a figure, and of a tie what it may be rounded to."""
    unit = Fraction(1, 10**decimals)
    is_tie = figure / unit % 1 == Fraction(1, 2)
    return (figure, figure - unit / 2, figure + unit / 2) if is_tie else (figure,)


def minimise_ratio(question: Question, _decimals: int | None) -> Iterator[Way]:
    """Score less by the other rule; where T / R is no rule of the office, it may say anything of zeros."""
    if question.polarity is Polarity.MAXIMISE:
        return
    if question.scoring.rule_of_less == "ratio":
        reflected = _scored(question, minimise="reflected")
        yield _way(reflected, reflected.of_line)
        return
    ratio = _scored(question, minimise="ratio")
    best = question.scoring.apply(Percent(2 * _FULL))
    for at_zero, against_zero, first in itertools.product(
        (None, _ZERO, _FULL, best), (None, _ZERO), ("actual", "target")
    ):
        yield _way(ratio, functools.partial(_ratio, ratio, {"actual": at_zero, "target": against_zero}, first))


def _ratio(question: Question, at_zeros: Mapping[str, Fraction | None], first: str, line: Line) -> Fraction | None:
    if line["actual"] is None:
        return None
    zeros = [name for name in at_zeros if line[name] == 0]
    if not zeros:
        return question.of_line(line)
    return at_zeros[first if first in zeros else zeros[0]]


def minimise_zero(question: Question, _decimals: int | None) -> Iterator[Way]:
    """Score an actual of 0 with 0 where less is better, against a target of 0 too or not."""
    if question.polarity is Polarity.MINIMISE:
        for spared in (None, _ZERO):
            yield _way(question, functools.partial(_nothing_at_zero, question, spared))


def _nothing_at_zero(question: Question, spared: Fraction | None, line: Line) -> Fraction | None:
    return _ZERO if line["actual"] == 0 and line["target"] != spared else question.of_line(line)


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
    """Return the habit that answers every case as the implementation does; none where no known one does."""
    # Where the implementation differs, a habit that does not explain it shows soonest.
    cases = sorted(asked, key=lambda one: same(one[1], question.figure(one[0]), decimals))
    for habit, ways_of in HABITS.items():
        for way in ways_of(question, decimals):
            if all(any(same(answer, one, decimals) for one in way(case)) for case, answer in cases):
                return (habit,)
    return ()
