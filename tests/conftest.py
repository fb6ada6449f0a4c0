"""What the tests share."""

from __future__ import annotations

import copy
import pickle
from typing import TYPE_CHECKING, Any, TypeAlias

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

Duplicate: TypeAlias = "Callable[[Any], Any]"


def _through_pickle(value: object) -> object:
    return pickle.loads(pickle.dumps(value))  # noqa: S301 - the bytes were written one call before


@pytest.fixture(params=[_through_pickle, copy.copy, copy.deepcopy], ids=["pickle", "copy", "deepcopy"])
def duplicate(request: pytest.FixtureRequest) -> Duplicate:
    """Return each way of duplicating a value, one after the other."""
    way: Duplicate = request.param
    return way
