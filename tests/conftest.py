"""What all tests share: how the laws are tried, ways of duplicating a value, and tables as text."""

from __future__ import annotations

import copy
import os
import pickle
from typing import TYPE_CHECKING, Any, TypeAlias

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

# The laws say what is true, not how fast: a busy machine must not break one.
settings.register_profile("few", deadline=None, max_examples=10)
settings.register_profile("all", deadline=None)
settings.load_profile(os.environ.get("KINERJA_LAWS", "few"))

Duplicate: TypeAlias = "Callable[[Any], Any]"


def _through_pickle(value: object) -> object:
    return pickle.loads(pickle.dumps(value))  # noqa: S301 - the bytes were written one call before


@pytest.fixture(params=[_through_pickle, copy.copy, copy.deepcopy], ids=["pickle", "copy", "deepcopy"])
def duplicate(request: pytest.FixtureRequest) -> Duplicate:
    """Return each way of duplicating a value, one after the other."""
    way: Duplicate = request.param
    return way


@pytest.fixture
def write_csv(tmp_path: Path) -> Callable[..., Path]:
    """Return a function that writes a text, as UTF-8, or bytes."""

    def write(content: str | bytes, name: str = "tabel.csv") -> Path:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return write
