"""What the library says: every message, by package. Run as a program, it approves the texts as they are now."""

from __future__ import annotations

import importlib
import pkgutil
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

import kinerja
from installed import absent_libraries
from kinerja._base import Message

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

APPROVED = Path(__file__).parents[1] / "core" / "approved"


def modules() -> Iterator[ModuleType]:
    """Import each module of messages; a package that has the name of an extra needs that extra."""
    for module in pkgutil.walk_packages(kinerja.__path__, prefix="kinerja."):
        parts = module.name.split(".")
        if "messages" in parts and not absent_libraries(parts[1]):
            yield importlib.import_module(module.name)


def said() -> dict[str, dict[str, Message]]:
    """Return every message, package -> its name in the code -> message, each in one package."""
    found: defaultdict[str, dict[str, Message]] = defaultdict(dict)
    seen: set[int] = set()
    for module in modules():
        for name, value in vars(module).items():
            if isinstance(value, Message) and id(value) not in seen:
                seen.add(id(value))
                found[module.__name__.split(".")[1]][name] = value
    return dict(found)


def as_text(package: str) -> str:
    """Return the messages of a package as a file holds them: the code, the Indonesian text, the English one."""
    return "\n".join(f"{message.code}\n  {message.id}\n  {message.en}\n" for message in said()[package].values())


if __name__ == "__main__":
    for of_package in said():
        (APPROVED / f"{of_package}.txt").write_text(as_text(of_package), encoding="utf-8", newline="\n")
