"""The file is made of what the lock names and of nothing else, the same bytes each time."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest

import one_file


def test_two_builds_are_the_same(made: Path) -> None:
    """Byte for byte."""
    assert made.read_text(encoding="utf-8") == one_file.one_file()


def test_it_asks_for_nothing_by_address(made: Path) -> None:
    """Every script and style stands in it."""
    page = re.sub(r"(?s)<script[^>]*>.*?</script>", "", made.read_text(encoding="utf-8"))
    assert [] == re.findall(r"(?:src|href|action)=\"(?!#|data:)[^\"]*", page)


def test_another_package_than_the_lock_names_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of the same name and version, but other bytes; and it is not kept."""

    def fetch(*command: str) -> None:
        Path(command[command.index("--dest") + 1], "attrs.whl").write_bytes(b"other")

    monkeypatch.setattr(one_file, "FETCHED", tmp_path)
    monkeypatch.setattr(one_file, "run", fetch)
    with pytest.raises(SystemExit) as refused:
        one_file.package(one_file.locked()["attrs"])
    assert hashlib.sha256(b"other").hexdigest() in str(refused.value)
    assert [] == list(tmp_path.iterdir())
