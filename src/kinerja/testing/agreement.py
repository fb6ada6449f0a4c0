"""Another implementation held against the exact path."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import attrs
from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis.errors import NoSuchExample

from kinerja._base import InexactNumberError, Text, round_half_up, write
from kinerja.testing import messages as say
from kinerja.testing.answers import decimals_of, read_answer, same
from kinerja.testing.foreign import Ask, Foreign, foreign
from kinerja.testing.habits import explaining
from kinerja.testing.questions import Question, cases

if TYPE_CHECKING:
    from kinerja.decrees import Scoring
    from kinerja.measurement import Polarity
    from kinerja.testing.foreign import Passed
    from kinerja.testing.messages import Disagreement, Habit
    from kinerja.testing.questions import Case, What

_SETTINGS = settings(database=None, deadline=None, derandomize=True, suppress_health_check=[*HealthCheck])


def plain(value: Fraction) -> int | float:
    """Return a number as programs have it: an int where it is whole, else a float."""
    return int(value) if value.denominator == 1 else float(value)


def agrees(  # noqa: PLR0913 - each is one of the rules of an office
    function: Callable[..., Any] | Foreign,
    what: What = "achievement",
    *,
    polarity: Polarity | None = None,
    scoring: Scoring | None = None,
    ranges: bool = False,
    decimals: int | None = None,
    number: Callable[[Fraction], Any] = plain,
    examples: int = 200,
) -> None:
    """Hold that an implementation gives the figures of the exact path, on drawn cases.

    Where the exact path refuses, such as at a target of 0 or an actual that is not measured (None), the implementation
    agrees by giving no figure: None, NaN, infinity, blank text or an exception.

    Args:
        function: called with `target=` and `actual=`, or with the quantities of an indicator by name; for a mean with
            `rows=`, a list of `{"target": ..., "actual": ...}`. A Python function, `Sql`, `Command` or `Pandas`.
        what: "achievement", "mean" of the achievements of rows that have one, or an indicator, whose actual is asked.
        polarity: which way is better, of achievements; more where not stated.
        scoring: the cap, and the rule where less is better; uncapped and reflected where not stated.
        ranges: whether some targets are ranges: `target_high=` is then their upper bound, None where one is a number.
        decimals: at how many an answer is compared, rounded half up; None for as many as the answers show. Answers
            that are not rounded are compared as near as floats come.
        number: how an exact number is passed; by default an int where it is whole, else a float. `kinerja.write_exact`
            passes what planners type, such as "82,7".
        examples: how many cases are drawn; the same ones each time.

    Raises:
        Disagreement: with the smallest case, both sides, and the habit that explains all differences where one does.
        NoAnswerError: for an implementation that cannot be asked.

    >>> agrees(lambda target, actual: 100 * actual / target)
    >>> try:
    ...     agrees(lambda target, actual: round(100 * actual / target))
    ... except AssertionError as error:
    ...     print(*error.habits)
    yang tepat di tengah dibulatkan ke angka genap atau menurut bilangan biner; tabel membulatkan ke atas
    """
    __tracebackhide__ = True  # pytest then shows the line of the test
    question = Question.asked(what, polarity, scoring, ranges=ranges)
    implementation = foreign(function)
    with implementation.opened() as asks:
        held = _Held(question=question, name=implementation.name, asks=asks, number=number, decimals=decimals)
        error = held.disagreement(_drawn(question, examples))
    if error is not None:
        raise error


@functools.lru_cache(maxsize=16)
def _drawn(question: Question, examples: int) -> Sequence[Case]:
    """Draw the cases of a question: the same ones each time, so that they are drawn once."""
    drawn: list[Case] = []

    @settings(_SETTINGS, max_examples=examples, phases=[Phase.generate])
    @given(cases(question))
    def draw(case: Case) -> None:
        drawn.append(case)

    draw()
    return drawn


@attrs.frozen(kw_only=True)
class _Held:
    """An implementation, and what it is held against."""

    question: Question
    name: str
    asks: Ask
    number: Callable[[Fraction], Any]
    decimals: int | None

    def disagreement(self, drawn: Sequence[Case]) -> Disagreement | None:
        """Return how the implementation differs from the exact path in cases; None where it does in none."""
        answers = self.answers(drawn)
        decimals = decimals_of(answers) if self.decimals is None else self.decimals
        asked = [*zip(drawn, answers, strict=True)]
        differing = [case for case, answer in asked if self.differs(case, answer, decimals)]
        if not differing:
            return None
        smallest = self.smallest(differing[0], decimals)
        again = zip([smallest], self.answers([smallest]), strict=True)
        habits = explaining(self.question, [*asked, *again], decimals)
        return self.told(smallest, decimals, habits, count=len(differing), asked=len(asked))

    def answers(self, drawn: Sequence[Case]) -> list[Fraction | None]:
        return [
            self.read(case, given) for case, given in zip(drawn, self.asks([*map(self.passed, drawn)]), strict=True)
        ]

    def passed(self, case: Case) -> Passed:
        if "rows" in case:
            return {"rows": [*map(self.passed, case["rows"])]}
        return {name: None if value is None else self.number(value) for name, value in case.items()}

    def read(self, case: Case, given: object) -> Fraction | None:
        try:
            return read_answer(given)
        except InexactNumberError:
            raise say.NO_NUMBER.error(name=self.name, value=given, shown=_shown(self.passed(case))) from None

    def differs(self, case: Case, answer: Fraction | None, decimals: int | None) -> bool:
        return not same(answer, self.question.figure(case), decimals)

    def smallest(self, known: Case, decimals: int | None) -> Case:
        """Return the smallest case that Hypothesis finds in which both differ, else one that is known."""
        try:
            return find(
                cases(self.question, smallest=True),
                lambda case: self.differs(case, self.answers([case])[0], decimals),
                settings=settings(_SETTINGS, max_examples=1000, phases=[Phase.generate, Phase.shrink]),
            )
        except NoSuchExample:
            return known

    def told(
        self, case: Case, decimals: int | None, habits: tuple[Habit, ...], *, count: int, asked: int
    ) -> Disagreement:
        passed = self.passed(case)
        (given,) = self.asks([passed])
        expected, answer = self.question.figure(case), self.read(case, given)
        return say.DIFFERS.error(
            name=self.name,
            case=passed,
            expected=expected,
            answer=answer,
            count=count,
            asked=asked,
            habits=habits,
            shown=_shown(passed),
            worked=_rounded(self.question.worked(case), expected, decimals),
            given=_given(given, answer),
            why=_why(habits),
        )


def _shown(passed: Passed) -> str:
    if "rows" in passed:
        return "; ".join(map(_shown, passed["rows"]))
    return ", ".join(f"{name}={value!r}" for name, value in passed.items())


def _rounded(worked: Text, figure: Fraction | None, decimals: int | None) -> Text:
    if figure is None or decimals is None or figure == round_half_up(figure, decimals):
        return worked
    told = Text.each(functools.partial(write, figure, decimals))
    rounded = Text(id=say.ROUNDED.id.format(figure=told.id), en=say.ROUNDED.en.format(figure=told.en))
    return Text.joined([worked, rounded], "; ")


def _given(given: object, answer: Fraction | None) -> Text:
    if answer is not None:
        return Text(id=str(given), en=str(given))
    told = f"{type(given).__name__}: {given}" if isinstance(given, Exception) else str(given or "").strip()
    return Text.joined([say.NO_FIGURE, f" ({told})"], "") if told else say.NO_FIGURE


def _why(habits: tuple[Habit, ...]) -> Text:
    if not habits:
        return say.NO_HABIT
    opening = say.ONE_HABIT if len(habits) == 1 else say.MORE_HABITS
    return Text.joined([opening, *(habit.value for habit in habits)], "\n  ")
