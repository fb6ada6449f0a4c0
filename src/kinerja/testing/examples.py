"""Laws that tell something: one whose examples mostly say nothing would hold of anything."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, ParamSpec

if TYPE_CHECKING:
    from collections.abc import Callable

P = ParamSpec("P")

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
