"""A package as an installer leaves it: its module, and beside it what it tells of itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def install(folder: Path, name: str, *, module: str = "", **groups: str) -> None:
    """Write a package of one module into a folder that is, or will be, on the import path.

    Args:
        folder: where packages stand.
        name: of the package; its module has underscores for dashes.
        module: the text of the module.
        groups: `indicators` and `catalogues` -> the lines of the entry-point group of that name.
    """
    (folder / f"{name.replace('-', '_')}.py").write_text(module, encoding="utf-8")
    told = folder / f"{name.replace('-', '_')}-1.0.dist-info"
    told.mkdir()
    (told / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n", encoding="utf-8")
    points = "".join(f"[kinerja.{group}]\n{lines}\n" for group, lines in groups.items())
    (told / "entry_points.txt").write_text(points, encoding="utf-8")
