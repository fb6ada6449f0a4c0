"""What a file is read from: a path, its bytes, or an open file or upload."""

from __future__ import annotations

import os
from typing import Protocol


class HasBytes(Protocol):
    """An open file or an upload; where its `name` is text, it is the file's, in messages and for its kind."""

    def read(self) -> bytes | str: ...


def name_of(given: str | os.PathLike[str] | bytes | HasBytes) -> str:
    """Return the name of a file for messages; blank where nobody knows it."""
    if isinstance(given, str | os.PathLike):
        return str(given)
    name = getattr(given, "name", "")
    return name if isinstance(name, str) else ""


def content_of(given: str | os.PathLike[str] | bytes | HasBytes) -> bytes:
    """Return the bytes of a file; raises as reading it does."""
    if isinstance(given, bytes | bytearray):
        return bytes(given)
    if not isinstance(given, str | os.PathLike):
        read = given.read()
        return read.encode() if isinstance(read, str) else read  # of a file that was opened as text
    with open(given, "rb") as stream:  # noqa: PTH123 - pathlib is not needed, and `import kinerja` stays light
        return stream.read()
