"""What every class, function and method of the library takes where nothing is said."""

from __future__ import annotations

import ast
import enum
import importlib
import inspect
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

import kinerja

if TYPE_CHECKING:
    from collections.abc import Iterator

SOURCE = Path(kinerja.__file__).parent
PACKAGES = (
    "_base",
    "catalogue",
    "decrees",
    "formulas",
    "indicators",
    "measurement",
    "pages",
    "readers",
    "records",
    "scorecards",
    "trace",
    "writers",
)


def defaults() -> str:
    """Return each parameter and field that has a default, by module and name; and what is not compared or shown."""
    return "".join(f"{line}\n" for package in PACKAGES for path in _modules(package) for line in _defaults(path))


def _modules(package: str) -> list[Path]:
    return sorted((SOURCE / package).rglob("*.py"), key=lambda path: path.as_posix())


def _defaults(path: Path) -> Iterator[str]:
    name = ".".join(path.relative_to(SOURCE.parent).with_suffix("").parts).removesuffix(".__init__")
    module = importlib.import_module(name)
    tree = ast.parse(path.read_text("utf-8"))
    for node in tree.body:
        if isinstance(node, ast.FunctionDef):
            yield from _said(f"{name}.{node.name}", getattr(module, node.name))
        elif isinstance(node, ast.ClassDef) and not issubclass(kind := getattr(module, node.name), enum.Enum):
            yield from _said(f"{name}.{node.name}", kind)
            for field in attrs.fields(kind) if attrs.has(kind) else ():
                flags = {"compared": field.eq, "shown": field.repr}
                yield from (
                    f"{name}.{node.name}: {field.name} is not {what}" for what, is_so in flags.items() if not is_so
                )
            for one in node.body:
                if isinstance(one, ast.FunctionDef) and one.name not in {"__init__", "__new__"}:
                    yield from _said(f"{name}.{node.name}.{one.name}", inspect.getattr_static(kind, one.name, None))


def _said(name: str, asked: Any) -> Iterator[str]:
    try:
        signature = inspect.signature(getattr(asked, "__func__", asked))
    except (TypeError, ValueError):  # a property has none, nor has what is written in C
        return
    for one in signature.parameters.values():
        if one.default is not one.empty:
            yield f"{name}: {one.name} = {_written(one.default)}"


def _written(value: Any) -> str:
    """Write a plain value as it is, of any other its type: what is in it is held elsewhere."""
    if value is attrs.NOTHING:
        return "what its factory makes"
    if isinstance(value, enum.Enum):
        return f"{type(value).__name__}.{value.name}"
    is_plain = value is None or isinstance(value, bool | int | float | str | tuple)
    return repr(value) if is_plain else type(value).__name__
