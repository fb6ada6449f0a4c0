"""How columns are called on the way to a result: as none of the caller's may be."""

from __future__ import annotations

__all__ = ["inner", "inner_keys", "is_inner", "numbered"]

_PREFIX = "kinerja__"


def inner(name: str) -> str:
    """Return the name of a column that is made on the way."""
    return _PREFIX + name


def numbered(name: str, count: int) -> list[str]:
    """Return the names of so many columns of one sort."""
    return [inner(f"{name}_{place}") for place in range(count)]


def inner_keys(count: int) -> list[str]:
    """Return how the columns of `by` are called, whatever the caller calls them."""
    return numbered("key", count)


def is_inner(name: str) -> bool:
    """Tell whether a name could be taken for one of these, also where case makes no difference."""
    return name.casefold().startswith(_PREFIX)
