"""What type checkers say of the library's types, of its examples, and of the classes that its pages teach."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import kinerja

if TYPE_CHECKING:
    from collections.abc import Iterable

ROOT = Path(__file__).parents[3]
SOURCE = Path(kinerja.__file__).parents[1]
# What is installed mypy finds by itself, and refuses to be told of.
_FOUND = {} if "site-packages" in SOURCE.parts else {"MYPYPATH": str(SOURCE)}
PAGES = ("own-indicator.md", "own-decree.md")
BLOCK = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def pyright(*arguments: str, folder: Path = ROOT) -> dict[str, Any]:
    """Return what pyright found, in this interpreter's environment."""
    beside = str(Path(sys.executable).parent)
    path = os.pathsep.join([beside, os.environ.get("PATH", "")])
    done = subprocess.run(
        [sys.executable, "-m", "pyright", "--outputjson", *arguments],
        capture_output=True,
        check=False,
        cwd=folder,
        encoding="utf-8",
        env={**os.environ, "PATH": path, "PYTHONPATH": str(SOURCE)},
    )
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def said(files: Iterable[Path], folder: Path, mode: str = "strict") -> list[str]:
    """Return what pyright says of files."""
    settings = {"typeCheckingMode": mode, "extraPaths": [str(SOURCE)]}
    (folder / "pyrightconfig.json").write_text(json.dumps(settings), encoding="utf-8")
    found = pyright(*map(str, files), folder=folder)["generalDiagnostics"]
    return [f"{Path(one['file']).name}:{one['range']['start']['line'] + 1}: {one['message']}" for one in found]


def mypy(*files: Path, folder: Path) -> str:
    """Return what mypy says of files in its strict mode."""
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--no-error-summary", "--cache-dir", str(folder / "cache"), *files],
        capture_output=True,
        check=False,
        cwd=folder,
        encoding="utf-8",
        env={**os.environ, **_FOUND},
    )
    return done.stdout + done.stderr


@pytest.fixture(scope="module")
def taught(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Return the Python of the pages on own classes, each page as one file."""
    folder = tmp_path_factory.mktemp("taught")
    files = []
    for page in PAGES:
        blocks = BLOCK.findall((ROOT / "docs" / page).read_text("utf-8"))
        classes = [block for block in blocks if "@attrs.frozen" in block]
        files.append(folder / f"{page.removesuffix('.md').replace('-', '_')}.py")
        files[-1].write_text("\n\n".join(classes), encoding="utf-8")
    return files


def test_every_type_of_the_library_is_known() -> None:
    """To whoever installs it, in any type checker."""
    found = pyright("--verifytypes", "kinerja", "--ignoreexternal")["typeCompleteness"]
    unknown = [one["name"] for one in found["symbols"] if one["isExported"] and not one["isTypeKnown"]]
    assert ([], 1) == (unknown, found["completenessScore"])


def test_pyright_is_content_with_the_examples(tmp_path: Path) -> None:
    """In its strict mode."""
    assert [] == said(sorted((ROOT / "examples").rglob("*.py")), tmp_path)


def test_pyright_is_content_with_what_frames_return(tmp_path: Path) -> None:
    """What they are said to be by `assert_type`; pandas and pyarrow come without types for its strict mode."""
    assert [] == said([ROOT / "tests" / "extras" / "frames" / "test_types.py"], tmp_path, "standard")


def test_pyright_is_content_with_the_classes_that_pages_teach(taught: list[Path], tmp_path: Path) -> None:
    """In its strict mode."""
    assert [] == said(taught, tmp_path)


def test_mypy_is_content_with_the_classes_that_pages_teach(taught: list[Path], tmp_path: Path) -> None:
    """In its strict mode; with the examples it is by the project's own settings."""
    assert "" == mypy(*taught, folder=tmp_path)
