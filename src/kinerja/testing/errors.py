"""What the law kit raises."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kinerja._base import KinerjaError

if TYPE_CHECKING:
    from fractions import Fraction

    from kinerja._base import Problem
    from kinerja.testing.messages import Habit


class Disagreement(KinerjaError, AssertionError):  # noqa: N818 - an AssertionError is what a test is told by
    """A figure that is not the one of the exact path; an AssertionError, so that it stands in a test.

    Attributes:
        name: of the implementation that was held against the exact path.
        case: the smallest in which both differ, by the names of its numbers, as they were passed.
        expected: what the exact path makes of it; None where it refuses.
        answer: what the implementation makes of it; None where it gives no figure.
        count, asked: in how many cases they differ, and of how many.
        problems: of a golden file, each figure that does not follow, with its row and column.
        habits: the one mistake that explains all differences; none where nothing known does.
    """

    __module__ = "kinerja.testing"
    name: str
    case: dict[str, Any]
    expected: Fraction | None
    answer: Fraction | None
    count: int
    asked: int
    habits: tuple[Habit, ...] = ()
    problems: tuple[Problem, ...] = ()


class NoAnswerError(KinerjaError, RuntimeError):
    """An implementation that cannot be asked: it hangs, ends, writes what is no number, or takes other arguments."""

    __module__ = "kinerja.testing"
    name: str
