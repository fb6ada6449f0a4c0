"""The page of all codes: what is said when something is refused, by package."""

from __future__ import annotations

import importlib
import pkgutil
from typing import TYPE_CHECKING

import kinerja
from kinerja._base import ErrorMessage, Message
from sitepages.markdown import code, escaped, indonesian, page, table
from sitepages.packages import packages

if TYPE_CHECKING:
    from collections.abc import Iterator


def codes_page() -> str:
    """Return the page: each code once, with the error that carries it and both texts."""
    parts = []
    for package in reversed(packages()):
        rows = [_row(message) for message in _messages(package)]
        if rows:
            parts += [f"## {_title(package)}", table(["Code", "Error", "Indonesian", "English"], rows)]
    return page(
        "Codes",
        "Every error has a `code`, and so has every problem of a file. A code stays while words may change; programs "
        "compare codes. In braces stand the values, which the error has as attributes.",
        *parts,
    )


def _title(package: str) -> str:
    return "kinerja" if package == "_base" else f"kinerja.{package}"


def _messages(package: str) -> Iterator[Message]:
    """Go through the messages that a package states itself, each once."""
    names = [module.name for module in pkgutil.walk_packages(kinerja.__path__, prefix="kinerja.")]
    found: dict[str, Message] = {}
    for name in names:
        if name.startswith(f"kinerja.{package}.") and name.endswith("messages"):
            values = vars(importlib.import_module(name)).values()
            found |= {value.code: value for value in values if isinstance(value, Message)}
    yield from found.values()


def _row(message: Message) -> list[str]:
    kind = code(message.kind.__name__) if isinstance(message, ErrorMessage) else ""
    return [code(message.code), kind, indonesian(message.id), escaped(message.en)]
