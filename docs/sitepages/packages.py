"""The packages of the library, from the layers of the contract that holds them, and the pages of the reference."""

from __future__ import annotations

import enum
import functools
import importlib
import inspect
import pkgutil
import re
import tomllib
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Any

import grimp

import kinerja
from sitepages.markdown import code, page, table

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_PROJECT = tomllib.loads((Path(__file__).resolve().parents[2] / "pyproject.toml").read_text(encoding="utf-8"))
_DOORS = ("cli",)
"""What is run, and offers no names."""
_BASE = "_base"
"""What everything stands on: what it has for others is offered by `kinerja` itself."""


def packages() -> list[str]:
    """Return the packages of the library from the top down, as the first contract of import-linter layers them."""
    contracts = _PROJECT["tool"]["importlinter"]["contracts"]
    (contract,) = (one for one in contracts if one.get("containers") == ["kinerja"])
    there = {module.name for module in pkgutil.iter_modules(kinerja.__path__)} - {"__main__"}
    return [name for layer in contract["layers"] for name in re.findall(r"\w+", layer) if name in there]


def packages_table() -> str:
    """Return the table of packages: what each is, and what it imports from outside the standard library."""
    rows = [
        ["*the base*" if name == _BASE else code(name), _about(name), "; ".join(_needs(name))] for name in packages()
    ]
    return table(["Package of `kinerja`", "What it is", "Also needs"], rows)


def _about(package: str) -> str:
    """Return the first paragraph of a package's docstring."""
    words = inspect.getdoc(importlib.import_module(f"kinerja.{package}")) or ""
    return " ".join(words.partition("\n\n")[0].split())


def _needs(package: str) -> Iterator[str]:
    """Name the distributions that a package imports: those that are always there, then those of each extra."""
    project = _PROJECT["project"]
    wanted = _imported(package) - (set() if package == _BASE else _imported(_BASE))
    groups = {"": project["dependencies"], **project["optional-dependencies"]}
    for extra, requirements in groups.items():
        if extra in {"all", "dev", "docs"}:
            continue
        named = [match[0] for requirement in requirements if (match := re.match(r"[\w.-]+", requirement))]
        found = sorted((name for name in named if name.casefold() in wanted), key=str.casefold)
        if found:
            yield f"{f'extra {code(extra)}: ' if extra else ''}{', '.join(found)}"


@functools.cache
def _graph() -> grimp.ImportGraph:
    return grimp.build_graph(
        "kinerja", include_external_packages=True, exclude_type_checking_imports=True, cache_dir=None
    )


@functools.cache
def _imported(package: str) -> set[str]:
    graph = _graph()
    root = f"kinerja.{package}"
    modules = {root, *graph.find_descendants(root)}
    imported = {name.partition(".")[0] for one in modules for name in graph.find_modules_directly_imported_by(one)}
    return {
        distribution.casefold() for name in imported - {"kinerja"} for distribution in _distributions().get(name, [])
    }


@functools.cache
def _distributions() -> Mapping[str, list[str]]:
    return metadata.packages_distributions()


def reference_pages() -> dict[str, str]:
    """Return the pages of the reference by path: what each package offers, and the page that lists them."""
    pages = {"reference/index.md": _contents()}
    shown: set[str] = set()
    for package in reversed(packages()):
        if package not in _DOORS:
            offered = {_shortest(path): value for path, value in _offered(package)}
            pages[f"reference/{_page(package)}.md"] = _face(
                package, {path: value for path, value in offered.items() if path not in shown}
            )
            shown |= offered.keys()
    return pages


def _page(package: str) -> str:
    return "library" if package == _BASE else package


def _contents() -> str:
    rows = [
        [f"[{code(_title(package))}]({_page(package)}.md)", _about(package)]
        for package in reversed(packages())
        if package not in _DOORS
    ]
    names = [
        [f"[{code(name)}][kinerja.{name}]", _summary(_public(name))]
        for name in kinerja.__all__
        if _described(_public(name))
    ]
    return page(
        "Reference",
        "Optional parts come as extras: `kinerja[cli]`, `kinerja[excel]`, `kinerja[frames]`, `kinerja[pandas]`, "
        "`kinerja[testing]`.",
        "## Packages",
        table(["Package", "What it is"], rows),
        "## What `import kinerja` offers",
        "\n".join(_catalogues()),
        table(["Name", "What it is"], names),
    )


def _catalogues() -> Iterator[str]:
    for name in kinerja.catalogue.bundled_catalogues():
        decree = getattr(kinerja, name).decree
        yield f"- `{name}` is the [`Catalogue`][kinerja.Catalogue] of Decree {decree.number} of {decree.unit}."


def _title(package: str) -> str:
    return "kinerja" if package == _BASE else f"kinerja.{package}"


def _summary(value: Any) -> str:
    return (inspect.getdoc(value) or "").partition("\n")[0]


def _described(value: Any) -> bool:
    """Whether a value has a docstring of its own, as classes and functions have."""
    return inspect.isclass(value) or inspect.isroutine(value)


def _face(package: str, offered: Mapping[str, Any]) -> str:
    """Return the page of a package: its docstring, and what it is the first to offer."""
    words = inspect.getdoc(importlib.import_module(f"kinerja.{package}")) or ""
    return page(_title(package), words, *(_block(path, value) for path, value in offered.items()))


def _offered(package: str) -> Iterator[tuple[str, Any]]:
    """Return what a package offers by its path: its face, and what `kinerja` takes from a part that loads apart."""
    modules = [f"kinerja.{package}"]
    parts = [value.__module__ for value in map(_public, kinerja.__all__) if _described(value)]
    modules += sorted({part for part in parts if part.startswith(f"{modules[0]}.") and _apart(part)})
    for module in map(importlib.import_module, modules):
        for name in module.__all__:
            if package != _BASE or name in kinerja.__all__:
                yield f"{module.__name__}.{name}", getattr(module, name)


def _apart(module: str) -> bool:
    """Whether a module says itself what it offers; those behind a face leave that to it."""
    return hasattr(importlib.import_module(module), "__all__")


def _public(name: str) -> Any:
    return getattr(kinerja, name, None)


def _shortest(path: str) -> str:
    """Return the shortest path by which what stands at a path is imported."""
    module, _, name = path.rpartition(".")
    public = name in kinerja.__all__ and _public(name) is getattr(importlib.import_module(module), name)
    return f"kinerja.{name}" if public else path


def _block(identifier: str, value: Any) -> str:
    if isinstance(value, enum.EnumType):
        return f'::: {identifier}\n    options:\n      filters: ["!^_"]\n      show_if_no_docstring: true'
    return f"::: {identifier}"
