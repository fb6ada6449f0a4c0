"""The examples in the docstrings of every module run, and give what they show."""

from __future__ import annotations

import doctest
import importlib
import inspect
import pkgutil

import pytest

import kinerja

MODULES = sorted(["kinerja", *(module.name for module in pkgutil.walk_packages(kinerja.__path__, prefix="kinerja."))])


@pytest.mark.parametrize("name", MODULES)
def test_every_example_of_a_module_runs(name: str) -> None:
    """As many examples run as stand in the source, and none fails."""
    module = importlib.import_module(name)
    written = sum(line.lstrip().startswith(">>> ") for line in inspect.getsource(module).splitlines())
    failed, run = doctest.testmod(module)
    assert (0, written) == (failed, run)
