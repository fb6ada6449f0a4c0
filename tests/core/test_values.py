"""What holds of every value of the library."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, Any

import attrs

if TYPE_CHECKING:
    from types import ModuleType


def values(module: ModuleType) -> list[type[Any]]:
    """Return the classes of values that a module defines."""
    classes = [kind for _, kind in inspect.getmembers(module, inspect.isclass) if module.__name__ == kind.__module__]
    return [kind for kind in classes if attrs.has(kind) and not inspect.isabstract(kind)]


def changes(kind: type[Any]) -> bool:
    """Return whether a value of the class lets a name be assigned."""
    try:
        object.__new__(kind).note = "x"
    except attrs.exceptions.FrozenInstanceError:
        return False
    return True


def test_a_value_does_not_change(each_module: ModuleType) -> None:
    """Assigning to a value is refused."""
    assert [] == [kind for kind in values(each_module) if changes(kind)]


def test_a_value_has_no_room_for_others(each_module: ModuleType) -> None:
    """A value is slotted."""
    assert [] == [kind for kind in values(each_module) if hasattr(object.__new__(kind), "__dict__")]


def test_a_value_is_built_by_name(each_module: ModuleType) -> None:
    """Nobody has to know the order of the fields: one at most goes without its name."""
    by_place = {kind: [field for field in attrs.fields(kind) if not field.kw_only] for kind in values(each_module)}
    assert {} == {kind: fields for kind, fields in by_place.items() if len(fields) > 1}
