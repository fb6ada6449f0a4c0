"""Whole pages, forms and plain data of the examples are those that were approved; `tests/support/said.py` approves."""

from __future__ import annotations

import pytest

from pages import WRITTEN
from said import APPROVED


@pytest.mark.parametrize("name", WRITTEN)
def test_what_people_and_programs_read_is_what_was_approved(name: str) -> None:
    """Nobody changes a word of a page, a form or plain data without seeing it."""
    assert (APPROVED / name).read_text("utf-8") == WRITTEN[name]()
