"""The mistakes of real programs as implementations of their own: what each would answer.

Sources: fifteen public programs of offices and agencies, read one by one, such as kaizer26/sakip-app (BPS), whose mean
leaves a measured 0 out, and ichien86/esakip, whose target of 0 is scored 100.
"""

from __future__ import annotations

import functools
import itertools
import math
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, Any, TypeAlias

import attrs

from kinerja._base import FrozenMap, Percent, round_half_up, write_exact
from kinerja.measurement import Polarity
from kinerja.testing.answers import same
from kinerja.testing.messages import Habit

if TYPE_CHECKING:
    from kinerja.testing.questions import Case, Line, Question

Way: TypeAlias = "Callable[[Case], Collection[Fraction | None]]"
"""What a habit may answer to a case; programs that have the same habit differ in the rest."""

_ZERO, _FULL = Fraction(0), Fraction(100)
_CAPS = tuple(map(Fraction, (100, 110, 120, 150, 200)))
_ROUNDED_TO = range(-2, 5)
"""Decimals of a percent that programs round to: -2 and 0 are those of a ratio rounded to 0 and 2 before x 100."""

_FOR_NO_TARGET = (Fraction(1), Fraction(1, 100), Fraction(1, 1000))
"""What programs put for a target of 0, to divide by it."""


_WITHOUT_MARKS, _DIGITS_ALONE, _COMMA_AS_POINT = ("[.,]", ""), ("[^0-9]", ""), (",", ".")
"""What programs exchange in a number in Indonesian writing, each a pattern and what comes in its place."""


def _way(question: Question, of_line: Callable[[Line], Fraction | None]) -> Way:
    return lambda case: (question.figure(case, of_line),)


def cut_decimals(question: Question, decimals: int | None) -> Iterator[Way]:
    """Cut all numbers, or those of one name, or figures; of text, read what stands before what is not English."""
    yield from _changed(question, (math.trunc, math.floor, _leading))
    shown = [digits for digits in _ROUNDED_TO if decimals is None or digits <= decimals]
    for digits in shown:
        for change in (math.trunc, math.floor):
            cut = functools.partial(_cut, change, digits)
            yield functools.partial(_of_figures, question, cut, question.scoring.apply)
            if question.what == "mean":
                yield functools.partial(_of_whole, question, cut)


def _changed(question: Question, changes: Iterable[Callable[[Fraction], Fraction | int]]) -> Iterator[Way]:
    for change in changes:
        for names in (question.names, *((name,) for name in question.names)):
            yield _way(question, functools.partial(_of_changed, question, names, change))


def _cut(change: Callable[[Fraction], int], digits: int, figure: Fraction) -> list[Fraction]:
    """Return what a figure is cut to; where nothing is to be cut, binary numbers may fall short of it."""
    unit = Fraction(10) ** -digits
    whole = change(figure / unit)
    short = [] if whole != figure / unit else [whole - 1] if whole > 0 or change is math.floor else [whole + 1]
    return [one * unit for one in (whole, *short)]


def _of_changed(
    question: Question, names: Sequence[str], change: Callable[[Fraction], Fraction | int], line: Line
) -> Fraction | None:
    changed = {name: Fraction(change(value)) for name, value in line.items() if value is not None and name in names}
    return question.of_line({**line, **changed})


def _leading(value: Fraction) -> Fraction:
    return _number_at_start(write_exact(value), value)


def _number_at_start(text: str, value: Fraction) -> Fraction:
    """Return what JavaScript's `parseFloat` makes of a text; the value itself where it makes nothing of it."""
    read = re.match(r"-?[0-9]+(?:\.[0-9]+)?", text)
    return value if read is None else Fraction(read[0])


def marks_as_digits(question: Question, _decimals: int | None) -> Iterator[Way]:
    """Read text without its comma and dots, or by its digits alone, or its comma as one more point."""
    yield from _changed(question, map(_read_after, (_WITHOUT_MARKS, _DIGITS_ALONE, _COMMA_AS_POINT)))


def _read_after(change: tuple[str, str]) -> Callable[[Fraction], Fraction]:
    return lambda value: _number_at_start(re.sub(*change, write_exact(value)), value)


def zero_as_missing(question: Question, _decimals: int | None) -> Iterator[Way]:
    """Give no figure where a number is 0, or where the figure is; a mean of nothing may then be 0."""
    for way in (
        _way(question, lambda line: None if 0 in line.values() else question.of_line(line)),
        _way(question, lambda line: question.of_line(line) or None),
    ):
        yield way
        if question.what == "mean":
            yield _zero_of_nothing(way)


def _zero_of_nothing(way: Way) -> Way:
    return lambda case: [figure or _ZERO for figure in way(case)]


def missing_as_zero(question: Question, _decimals: int | None) -> Iterator[Way]:
    """Put 0 for what is not measured, or a figure for its achievement: 0, or a cap, as LEAST does of NULL."""
    yield _way(question, lambda line: question.of_line({name: value or _ZERO for name, value in line.items()}))
    figures = dict.fromkeys((_ZERO, question.scoring.cap or _ZERO, *_CAPS))
    if question.what == "mean":
        yield _zero_of_nothing(_way(question, question.of_line))
        yield lambda case: [question.figure(case) and question.figure(case, functools.partial(_else, question, _ZERO))]
        yield from (_way(question, functools.partial(_else, question, figure)) for figure in figures)
    if isinstance(question.what, str):
        for figure, is_alike in itertools.product(figures, (True, False)):
            without_target = figure if is_alike else None
            yield _way(question, functools.partial(_of_unmeasured, question, figure, without_target))


def _else(question: Question, figure: Fraction, line: Line) -> Fraction:
    known = question.of_line(line)
    return figure if known is None else known


def _of_unmeasured(
    question: Question, figure: Fraction, without_target: Fraction | None, line: Line
) -> Fraction | None:
    if line["actual"] is not None:
        return question.of_line(line)
    return figure if line["target"] else without_target


def target_zero(question: Question, _decimals: int | None) -> Iterator[Way]:
    """Score a target of 0: with one figure for an actual of 0 and one for others, or against another target."""
    if isinstance(question.what, str):
        figures = dict.fromkeys((None, _ZERO, _FULL, question.scoring.cap))
        pairs = [*itertools.product(figures, figures), *((cap, cap) for cap in _CAPS)]
        for (at_nothing, otherwise), unmeasured in itertools.product(pairs, (False, True)):
            yield _way(
                question, functools.partial(_of_no_target, question, at_nothing, otherwise, unmeasured=unmeasured)
            )
        for instead in _FOR_NO_TARGET:
            yield _way(question, functools.partial(_of_other_target, question, instead))


def _of_other_target(question: Question, instead: Fraction, line: Line) -> Fraction | None:
    return question.of_line({**line, "target": line["target"] or instead})


def _of_no_target(
    question: Question, at_nothing: Fraction | None, otherwise: Fraction | None, line: Line, *, unmeasured: bool
) -> Fraction | None:
    if line["target"] != 0 or (line["actual"] is None and not unmeasured):
        return question.of_line(line)
    return otherwise if line["actual"] else at_nothing


def cap(question: Question, _decimals: int | None) -> Iterator[Way]:
    """Cap at another achievement or nowhere, or let none fall below 0; a mean also as a whole, its rows not."""
    uncapped = _scored(question, cap=None)
    for least, most in itertools.product((None, _ZERO), dict.fromkeys((None, question.scoring.cap, *_CAPS))):
        within = functools.partial(_within, least, most)
        yield functools.partial(_of_figures, question, within, Percent)
        if question.what == "mean":
            yield functools.partial(_of_whole, uncapped, within)


def _scored(question: Question, **rules: Any) -> Question:
    return attrs.evolve(question, scoring=attrs.evolve(question.scoring, **rules))


def _within(least: Fraction | None, most: Fraction | None, figure: Fraction) -> list[Fraction]:
    capped = figure if most is None else min(figure, most)
    return [capped if least is None else max(capped, least)]


def _of_whole(
    question: Question, change: Callable[[Fraction], Iterable[Fraction]], case: Case
) -> list[Fraction | None]:
    """Return what a mean may be where it is changed as a whole."""
    figure = question.figure(case)
    return [None] if figure is None else [*change(figure)]


def rounded_first(question: Question, decimals: int | None) -> Iterator[Way]:
    """Round what is given, or each figure before its cap, the mean or the last rounding; a tie to either side."""
    yield from _changed(question, (round_half_up, round))
    for digits in _ROUNDED_TO:
        if question.what == "mean" or digits != decimals:
            rounded = functools.partial(_rounded, digits)
            way = functools.partial(_of_figures, question, rounded, question.scoring.apply)
            yield way if decimals is None else _with_ties(way, decimals)


def _of_figures(
    question: Question,
    change: Callable[[Fraction], Iterable[Fraction]],
    capped: Callable[[Percent], Fraction],
    case: Case,
) -> Collection[Fraction | None]:
    """Return what a case may give where the figure of each line may be changed to several before its cap."""
    uncapped = _scored(question, cap=None)
    figures = [uncapped.of_line(line) for line in (case["rows"] if question.what == "mean" else [case])]
    each = [{capped(Percent(one)) for one in change(figure)} for figure in figures if figure is not None]
    return {sum(changed) / Fraction(len(changed)) if changed else None for changed in itertools.product(*each)}


def _rounded(digits: int, figure: Fraction) -> list[Fraction]:
    return [round_half_up(one, digits) for one in _neighbours(figure, digits)]


def half_even(question: Question, decimals: int | None) -> Iterator[Way]:
    """Round a tie to either side: to the even neighbour, or to where the binary number lies."""
    if decimals is not None:
        yield _with_ties(_way(question, question.of_line), decimals)


def _with_ties(way: Way, decimals: int) -> Way:
    return lambda case: [
        one for figure in way(case) for one in ([None] if figure is None else _neighbours(figure, decimals))
    ]


def _neighbours(figure: Fraction, decimals: int) -> tuple[Fraction, ...]:
    """Return a figure, and of a tie what it may be rounded to."""
    unit = Fraction(10) ** -decimals
    is_tie = figure / unit % 1 == Fraction(1, 2)
    return (figure, figure - unit / 2, figure + unit / 2) if is_tie else (figure,)


def minimise_ratio(question: Question, _decimals: int | None) -> Iterator[Way]:
    """Score less by the other rule; where T / R is no rule of the office, it may say anything of zeros."""
    if question.polarity is Polarity.MAXIMISE:
        return
    if question.scoring.rule_of_less == "ratio":
        reflected = _scored(question, minimise="reflected")
        yield _way(reflected, reflected.of_line)
        yield _way(reflected, lambda line: reflected.of_line(line) if line["actual"] else None)
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
        Habit.MARKS_AS_DIGITS: marks_as_digits,
        Habit.ZERO_AS_MISSING: zero_as_missing,
        Habit.MISSING_AS_ZERO: missing_as_zero,
        Habit.TARGET_ZERO: target_zero,
        Habit.CAP: cap,
        Habit.HALF_EVEN: half_even,  # before what may end in it
        Habit.ROUNDED_FIRST: rounded_first,
        Habit.MINIMISE_RATIO: minimise_ratio,
        Habit.MINIMISE_ZERO: minimise_zero,
        Habit.MINIMISE_AS_MAXIMISE: minimise_as_maximise,
    }
)


def explaining(
    question: Question, asked: Sequence[tuple[Case, Fraction | None]], decimals: int | None
) -> tuple[Habit, ...]:
    """Return the fewest habits, three at most, that explain all differences, and none that differs where none is."""

    def fits(way: Way, case: Case, answer: Fraction | None) -> bool:
        return any(same(answer, one, decimals) for one in way(case))

    differs = [not same(answer, question.figure(case), decimals) for case, answer in asked]
    agreeing, differing = (
        [one for one, other in zip(asked, differs, strict=True) if other is is_other] for is_other in (False, True)
    )
    explained = [
        (habit, {at for at, one in enumerate(differing) if fits(way, *one)})
        for habit, ways_of in HABITS.items()
        for way in ways_of(question, decimals)
        if all(fits(way, *one) for one in agreeing)
    ]
    for together in itertools.chain.from_iterable(itertools.combinations(explained, many) for many in (1, 2, 3)):
        habits = tuple(habit for habit, _ in together)
        if len({*habits}) == len(habits) and len(set[int]().union(*(cases for _, cases in together))) == len(differing):
            return habits
    return ()
