"""What holds of every value of the library."""

from __future__ import annotations

import importlib
import inspect
import pkgutil

import attrs
import pytest

import kinerja

MODULES = [
    importlib.import_module(module.name) for module in pkgutil.walk_packages(kinerja.__path__, prefix="kinerja.")
]

VALUES = sorted(
    {
        value
        for module in MODULES
        for _, value in inspect.getmembers(module, inspect.isclass)
        if attrs.has(value) and value.__module__.startswith("kinerja.") and not inspect.isabstract(value)
    },
    key=lambda value: (value.__module__, value.__qualname__),
)

of_every_value = pytest.mark.parametrize("kind", VALUES, ids=lambda kind: kind.__qualname__)


@of_every_value
def test_a_value_does_not_change(kind: type[attrs.AttrsInstance]) -> None:
    """Assigning to a value is refused."""
    value = object.__new__(kind)
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        value.note = "x"  # type: ignore[attr-defined]


@of_every_value
def test_a_value_has_no_room_for_others(kind: type[attrs.AttrsInstance]) -> None:
    """A value is slotted."""
    assert not hasattr(object.__new__(kind), "__dict__")


@of_every_value
def test_a_value_is_built_by_name(kind: type[attrs.AttrsInstance]) -> None:
    """Nobody has to know the order of the fields."""
    assert [] == [field.name for field in attrs.fields(kind) if not field.kw_only]
