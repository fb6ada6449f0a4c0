"""Which version of the library this is."""

from __future__ import annotations

import importlib.metadata

__all__ = ["library_version"]


def library_version() -> str:
    """Return the version of this library; "unknown" where it runs without having been installed."""
    try:
        return importlib.metadata.version("kinerja")
    except importlib.metadata.PackageNotFoundError:
        return "unknown"
