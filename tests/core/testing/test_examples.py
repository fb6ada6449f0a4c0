"""Laws whose examples mostly tell nothing do not hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kinerja.testing import telling, tells

if TYPE_CHECKING:
    from collections.abc import Iterable


def _law(examples: Iterable[bool]) -> None:
    @telling
    def law() -> None:
        for example in examples:
            tells(example)

    law()


@pytest.mark.parametrize("examples", [10 * (True, True), 10 * (True, False), 10 * (False, True, True)])
def test_a_law_holds_where_half_of_its_examples_tell_something(examples: tuple[bool, ...]) -> None:
    """Or more."""
    _law(examples)


@pytest.mark.parametrize("examples", [20 * (False,), 10 * (True, False, False)])
def test_a_law_fails_where_fewer_than_half_of_its_examples_tell_anything(examples: tuple[bool, ...]) -> None:
    """It says how many did."""
    with pytest.raises(AssertionError, match=rf"^{sum(examples)} of {len(examples)} examples told anything"):
        _law(examples)


def test_few_examples_are_not_judged() -> None:
    """Chance alone may have drawn them."""
    _law(19 * [False])


def test_a_law_that_never_says_fails() -> None:
    """Whoever marks it means to say."""
    with pytest.raises(AssertionError, match=r"^0 of 0 examples"):
        _law([])


def test_each_law_begins_anew() -> None:
    """What another told is no help."""
    _law(30 * [True])
    with pytest.raises(AssertionError, match=r"^0 of 20 examples"):
        _law(20 * [False])


def test_a_law_that_is_broken_says_so_first() -> None:
    """Its own failure is the one to read."""

    @telling
    def law() -> None:
        tells(())
        message = "broken"
        raise ValueError(message)

    with pytest.raises(ValueError, match=r"^broken$"):
        law()
