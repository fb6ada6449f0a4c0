"""What all tests share: how the laws are tried, the modules, ways of duplicating a value, and tables as text."""

from __future__ import annotations

import copy
import importlib
import os
import pickle
import pkgutil
from typing import TYPE_CHECKING, Any, TypeAlias

import pytest
from hypothesis import settings

import kinerja
from installed import absent_libraries

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from types import ModuleType

pytest.register_assert_rewrite("said")

# The laws say what is true, not how fast: a busy machine must not break one.
settings.register_profile("few", deadline=None, max_examples=5)
settings.register_profile("all", deadline=None)
settings.load_profile(os.environ.get("KINERJA_LAWS", "few"))


def _modules() -> Iterator[ModuleType]:
    """Import each module of the library; a package that has the name of an extra needs that extra."""
    for module in pkgutil.walk_packages(kinerja.__path__, prefix="kinerja."):
        if not absent_libraries(module.name.split(".")[1]):
            yield importlib.import_module(module.name)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Give each module of the library to the tests that ask for `each_module`."""
    if "each_module" in metafunc.fixturenames:
        modules = [kinerja, *_modules()]
        metafunc.parametrize("each_module", modules, ids=[module.__name__ for module in modules])


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
