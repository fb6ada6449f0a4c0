"""What people read on a terminal, as wide as it is."""

from __future__ import annotations

import shutil

import typer

from kinerja._base import visible
from kinerja.writers import wrapped

PAGE = 80
"""How many signs a line holds where the output goes elsewhere."""


def width() -> int:
    """Return how many signs a line of the terminal holds, or `COLUMNS` says; of a page where there is neither."""
    return shutil.get_terminal_size((PAGE, 0)).columns


def tell(text: str, *, err: bool = False) -> None:
    """Write a message."""
    typer.echo(wrapped(visible(text), width()), err=err)
