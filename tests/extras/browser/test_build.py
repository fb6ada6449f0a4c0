"""The file is made of what the lock names and of nothing else, the same bytes each time."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import attrs
import pytest

import one_file

if TYPE_CHECKING:
    from pathlib import Path


def test_two_builds_are_the_same(made: Path) -> None:
    """Byte for byte."""
    assert made.read_text(encoding="utf-8") == one_file.one_file()


def test_it_asks_for_nothing_by_address(made: Path) -> None:
    """Every script and style stands in it."""
    page = re.sub(r"(?s)<script[^>]*>.*?</script>", "", made.read_text(encoding="utf-8"))
    assert [] == re.findall(r"(?:src|href|action)=\"(?!#|data:)[^\"]*", page)


def test_another_package_than_the_lock_names_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of the same name and version, but other bytes."""

    def fetch(*command: str) -> None:
        folder = tmp_path / "attrs-26.1.0"
        assert str(folder) in command
        (folder / "attrs.whl").write_bytes(b"other")

    monkeypatch.setattr(one_file, "FETCHED", tmp_path)
    monkeypatch.setattr(one_file, "run", fetch)
    asked = attrs.evolve(one_file.locked()["attrs"], version="26.1.0")
    with pytest.raises(
        SystemExit, match=r"attrs 26\.1\.0 is not what docs/onefile/lock\.toml names: sha256 [0-9a-f]{64}"
    ):
        one_file.package(asked)
