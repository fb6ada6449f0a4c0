"""What the tests of the law kit share: examples enough to find what is rare, and smallest cases only where asked."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import Phase, settings

if TYPE_CHECKING:
    from collections.abc import Iterator

settings.register_profile("found", deadline=None, database=None, max_examples=100, phases=[Phase.generate])
settings.register_profile("smallest", deadline=None, database=None, max_examples=100, derandomize=True)


def _with_profile(name: str) -> Iterator[None]:
    settings.load_profile(name)
    yield
    settings.load_profile(os.environ.get("KINERJA_LAWS", "few"))


@pytest.fixture(autouse=True)
def found() -> Iterator[None]:
    """Stop at the first case that breaks a law, however large."""
    yield from _with_profile("found")


@pytest.fixture
def smallest(found: None) -> Iterator[None]:  # noqa: ARG001 - it goes first
    """Go on to the smallest case, the same one each time."""
    yield from _with_profile("smallest")
