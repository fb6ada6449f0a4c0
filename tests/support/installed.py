"""What is installed here: the tests of an extra are passed over by name where its libraries are absent."""

from __future__ import annotations

import ast
import os
import sys
import tomllib
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest
from packaging.requirements import Requirement

if TYPE_CHECKING:
    from collections.abc import Iterator

_PROJECT = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text(encoding="utf-8"))["project"]
_EXTRAS: dict[str, list[str]] = _PROJECT["optional-dependencies"]


def absent_libraries(extra: str) -> set[str]:
    """Return what is not installed of the libraries of an extra, none for what is no extra."""
    return {library for library in _libraries(extra) if not _is_installed(library)}


def absent_imports(path: Path) -> set[str]:
    """Return what is not installed of the packages that a file imports, wherever in it."""
    packages = {name.partition(".")[0] for name in _imports(path)} - sys.stdlib_module_names
    return {package for package in packages if find_spec(package) is None}


def pass_over(reason: str) -> NoReturn:
    """Skip; fail where nothing may be skipped."""
    if os.environ.get("KINERJA_SKIPS") == "never":
        pytest.fail(f"Nothing may be skipped here: {reason}", pytrace=False)
    pytest.skip(reason)


def _libraries(extra: str) -> Iterator[str]:
    for requirement in map(Requirement, _EXTRAS.get(extra, ())):
        if requirement.name == _PROJECT["name"]:
            yield from (library for other in requirement.extras for library in _libraries(other))
        else:
            yield requirement.name


def _is_installed(library: str) -> bool:
    try:
        version(library)
    except PackageNotFoundError:
        return False
    return True


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_bytes())):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
