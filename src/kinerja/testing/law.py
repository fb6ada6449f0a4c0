"""How a law is tried: on drawn examples, and told with the smallest one that breaks it."""

from __future__ import annotations

import functools
import inspect
import unittest
from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any, NoReturn, ParamSpec, TypeAlias, TypeVar

import attrs
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from hypothesis.errors import HypothesisException

from kinerja import IndicatorError

P = ParamSpec("P")
T = TypeVar("T")
Says: TypeAlias = "Callable[[Any, Case], None]"
PREFIX = "test_"
_SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]


class Case:
    """One example of a law: what was drawn for it, what else it shows, and whether it tells anything."""

    def __init__(self, data: st.DataObject) -> None:
        self._data = data
        self.shown: dict[str, Any] = {}
        self.told: bool = True

    def draw(self, name: str, strategy: st.SearchStrategy[T]) -> T:
        """Draw a value and show it by this name where the law is broken."""
        return self.shows(name, self._data.draw(strategy))

    def shows(self, name: str, value: T) -> T:
        """Show a value by this name where the law is broken, such as a worked line."""
        self.shown[name] = value
        return value

    def tells(self, what: object) -> None:
        """Say whether this example tells anything; it does unless it says otherwise."""
        self.told = bool(what)

    def true(self, holds: bool, what: str) -> None:  # noqa: FBT001 - reads as a word at the call
        """Hold what a law says, and tell what there is instead."""
        if not holds:
            raise AssertionError(what)

    def equal(self, expected: object, found: object, what: str = "") -> None:
        """Hold that what was found is what the law says."""
        if expected != found:
            of = f"{what}: " if what else ""
            message = f"{of}{_written(found)} in the place of {_written(expected)}"
            raise AssertionError(message)


def law(*, at_most: int = 100) -> Callable[[Says], Callable[[Any], None]]:
    """Make a test of a law: of a method that says what holds of one case, and whose docstring is its sentence.

    Args:
        at_most: so many examples are enough, where each takes long.
    """
    return functools.partial(_test_of, at_most=at_most)


def _test_of(says: Says, at_most: int) -> Callable[[Any], None]:
    name = says.__name__.removeprefix(PREFIX)
    sentence = (inspect.getdoc(says) or "").partition("\n")[0]

    def held(self: Any) -> None:
        __tracebackhide__ = True  # pytest then shows what is told, and no lines of the library
        reason = self.expected.get(name)
        try:
            _try(self, says, name, at_most)
        except AssertionError as error:
            if reason is not None:
                pass_over(f"{name} is known not to hold: {reason}")
            message = f"{name}: {sentence}\n{error}"
            raise AssertionError(message) from error.__cause__
        if reason is not None:
            message = f"{name}: {sentence}\nIt holds, and is said not to: {reason}"
            raise AssertionError(message)

    held.__name__, held.__qualname__, held.__doc__ = says.__name__, says.__qualname__, says.__doc__
    held.__module__ = says.__module__
    return held


def pass_over(reason: str) -> NoReturn:
    """Say why a law is not tried, as pytest and unittest tell it."""
    raise unittest.SkipTest(reason)


def _try(owner: Any, says: Says, name: str, at_most: int) -> None:
    def example(data: st.DataObject) -> None:
        case = Case(data)
        try:
            says(owner, case)
        except (HypothesisException, unittest.SkipTest):
            raise
        except (AssertionError, IndicatorError) as error:  # of these the lines are the library's
            raise AssertionError(_told(case.shown, error)) from None
        except Exception as error:
            raise AssertionError(_told(case.shown, error)) from error
        tells(case.told)

    example.__name__ = f"{type(owner).__qualname__}_{name}"  # under which Hypothesis keeps what failed
    wanted = min(owner.examples or settings().max_examples, at_most)
    # All lines are the library's, and of a law that is known not to hold nobody is told the smallest case.
    unasked = {Phase.explain, Phase.shrink} if name in owner.expected else {Phase.explain}
    phases = [phase for phase in settings().phases if phase not in unasked]
    tried = settings(max_examples=wanted, deadline=None, phases=phases, suppress_health_check=_SLOW)
    telling(tried(given(st.data())(example)))()


def _told(shown: Mapping[str, Any], error: Exception) -> str:
    why = str(error) if isinstance(error, AssertionError) else f"{type(error).__name__}: {error}"
    return "\n".join([*(f"  {name}: {_written(value)}" for name, value in shown.items() if name), f"  {why}"])


def _written(value: object) -> str:
    if isinstance(value, list):
        return "".join(f"\n    {_written(one)}" for one in value) or "none"
    if isinstance(value, Mapping):
        return ", ".join(f"{name} = {_written(one)}" for name, one in value.items())
    if isinstance(value, Fraction):
        return str(Fraction(value))  # a percent would be rounded
    if hasattr(value, "identity"):
        held: Any = value
        known = attrs.asdict(held, recurse=False, filter=lambda _, one: one is not None)
        return f"{type(value).__name__}: {_written(known)}"
    return str(value)


_examples: list[bool] = []
_ENOUGH = 20
"""Of fewer examples chance alone may tell nothing; all laws draw as many where all examples are asked for."""


def tells(what: object) -> None:
    """Note whether the example at hand tells anything, such as a record that counts."""
    _examples.append(bool(what))


def telling(law: Callable[P, None]) -> Callable[P, None]:
    """Fail a law that held, but of which fewer than half of the examples told anything. It stands above `given`.

    An example says so by `tells(...)`, once.
    """

    @functools.wraps(law)
    def held(*args: P.args, **kwargs: P.kwargs) -> None:
        _examples.clear()
        law(*args, **kwargs)
        told, tried = sum(_examples), len(_examples)
        if not (0 < tried < _ENOUGH or 0 < tried <= 2 * told):
            message = f"{told} of {tried} examples told anything; draw such as do"
            raise AssertionError(message)

    return held
