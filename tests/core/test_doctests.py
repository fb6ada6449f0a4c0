"""The examples in the docstrings of every module run, and give what they show."""

from __future__ import annotations

import doctest
import inspect
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import ModuleType


def test_every_example_of_a_module_runs(each_module: ModuleType) -> None:
    """As many examples run as stand in the source, and none fails."""
    written = sum(line.lstrip().startswith(">>> ") for line in inspect.getsource(each_module).splitlines())
    failed, run = doctest.testmod(each_module)
    assert (0, written) == (failed, run)
