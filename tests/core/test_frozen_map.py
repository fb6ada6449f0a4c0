"""The mapping that cannot change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from kinerja._base import FrozenMap

if TYPE_CHECKING:
    from collections.abc import Callable

TARGETS = FrozenMap({2022: 40, 2023: 45, 2024: 50})


def test_it_is_read_by_key() -> None:
    """A value is found under its key."""
    assert 45 == TARGETS[2023]


def test_it_knows_what_it_lacks() -> None:
    """`get` answers None for a key that is not there."""
    assert TARGETS.get(2021) is None


def test_a_missing_key_is_an_error() -> None:
    """Subscription by an unknown key raises KeyError."""
    with pytest.raises(KeyError, match="2021"):
        TARGETS[2021]


def test_it_keeps_its_order() -> None:
    """Keys come in the order they were given in."""
    assert [2024, 2022] == list(FrozenMap([(2024, 50), (2022, 40)]))


def test_it_has_a_length() -> None:
    """Its length is the number of its keys."""
    assert 3 == len(TARGETS)


def test_it_is_empty_by_default() -> None:
    """Without items it is an empty mapping."""
    assert {} == FrozenMap()


def test_it_equals_a_dict_of_the_same_items() -> None:
    """Order plays no part in equality."""
    assert {2024: 50, 2023: 45, 2022: 40} == TARGETS


def test_it_differs_from_a_dict_of_other_items() -> None:
    """One other value makes another mapping."""
    assert {2022: 40, 2023: 45, 2024: 51} != TARGETS


def test_equal_maps_have_equal_hashes() -> None:
    """Equal maps in another order are one member of a set."""
    assert 1 == len({TARGETS, FrozenMap({2024: 50, 2023: 45, 2022: 40})})


def test_it_takes_no_item() -> None:
    """Assigning to a key raises TypeError."""
    writable: Any = TARGETS
    with pytest.raises(TypeError, match="does not support item assignment"):
        writable[2025] = 55


def test_it_does_not_follow_the_dict_it_was_made_from() -> None:
    """A later change of the source does not reach it."""
    source = {2022: 40}
    targets = FrozenMap(source)
    source[2022] = 99
    assert {2022: 40} == targets


def test_it_shows_its_items() -> None:
    """`repr` shows what would build it again."""
    assert "FrozenMap({2022: 40})" == repr(FrozenMap({2022: 40}))


def test_its_duplicates_equal_it(duplicate: Callable[[Any], Any]) -> None:
    """It pickles and copies with its items."""
    assert duplicate(TARGETS) == TARGETS


def test_its_duplicates_are_frozen_maps(duplicate: Callable[[Any], Any]) -> None:
    """A pickled or copied map is no plain dict."""
    assert FrozenMap is type(duplicate(TARGETS))
