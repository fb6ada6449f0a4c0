"""What people read on a terminal, as wide as it is."""

from __future__ import annotations

import shutil
import sys
from typing import IO

import typer

from kinerja._base import visible
from kinerja.writers import wrapped

PAGE = 80
"""How many signs a line holds where the output goes elsewhere."""


def width_of(stream: IO[str]) -> int:
    """Return how many signs a line of the terminal holds; of a page where the output goes elsewhere."""
    return shutil.get_terminal_size().columns if stream.isatty() else PAGE


def tell(text: str, *, err: bool = False) -> None:
    """Write a message."""
    typer.echo(wrapped(visible(text), width_of(sys.stderr if err else sys.stdout)), err=err)
