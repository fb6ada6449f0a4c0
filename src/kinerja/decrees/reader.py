"""Plain data to values, part by part, with every problem under its path in the file.

This module imports cattrs, so it is itself imported on first use.
"""

from __future__ import annotations

import contextlib
import json
from typing import TYPE_CHECKING, Any, TypeVar

import attrs
from cattrs import ClassValidationError, ForbiddenExtraKeysError, IterableValidationError

from kinerja._base import KinerjaError, Problem, Text, UnknownIndicatorError
from kinerja.decrees.conversion import UnfitError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from cattrs import Converter

__all__ = ["Reader", "parse_json", "step"]

T = TypeVar("T")


def parse_json(text: str) -> Any:
    """Parse JSON, and refuse a key that stands twice, of which the parser would keep the last alone.

    Raises:
        ValueError, RecursionError: for what is no JSON, or nested beyond reason.
    """
    return json.loads(text, object_pairs_hook=_table)


def _table(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    table = dict(pairs)
    if len(table) < len(pairs):
        message = f"a key stands twice among {', '.join(key for key, _ in pairs)}"
        raise ValueError(message)
    return table


class Reader:
    """Reads one part of a file after the other and collects what is wrong."""

    def __init__(self, converter: Converter) -> None:
        self.converter = converter
        self.problems: list[Problem] = []

    def refuse_unknown_keys(self, data: Mapping[str, Any], allowed: Sequence[str]) -> None:
        """Note every key that the file may not hold."""
        for key in data:
            if key not in allowed:
                self.problems.append(Problem(place=str(key), allowed=UnknownIndicatorError.of(key, allowed).text))

    def read(self, path: str, value: object, kind: type[T]) -> T | None:
        """Return a table as a value, or None with the problems noted."""
        if not isinstance(value, dict):
            self.problems.append(Problem(place=path, allowed=_TABLE))
            return None
        try:
            return self.converter.structure(value, kind)
        except Exception as error:  # noqa: BLE001 - cattrs wraps whatever a value's own checks raise
            self.problems.extend(_problems(error, path, value))
            return None

    def glance(self, value: object, kind: type[T]) -> T | None:
        """Return a value if it can be read, and None without a word if not."""
        with contextlib.suppress(Exception):
            return self.converter.structure(value, kind)
        return None

    def read_each(self, path: str, values: object, kind: type[T]) -> list[T]:
        """Return a list of tables as values, without those whose problems were noted."""
        if not isinstance(values, list) or not values:
            self.problems.append(Problem(place=path, allowed=_TABLES))
            return []
        read = [self.read(step(path, values, index), value, kind) for index, value in enumerate(values)]
        return [value for value in read if value is not None]


_TABLE = Text(id="harus ada, berupa tabel.", en="must be there, as a table.")
_TABLES = Text(id="harus ada, berupa deret tabel yang tidak kosong.", en="must be there, as tables, at least one.")
_MISSING = Text(id="harus ada.", en="must be there.")


def step(path: str, values: list[Any], index: int) -> str:
    """Name an item of a list by its code where it has one, else by its place counted from 1."""
    value = values[index]
    code = value.get("code") if isinstance(value, dict) else None
    return f"{path}[{code or index + 1}]"


def _problems(error: BaseException, path: str, value: Any) -> Iterator[Problem]:
    match error:
        case ClassValidationError():
            for inner, note in error.group_exceptions()[0]:
                yield from _problems(inner, f"{path}.{note.name}", value.get(note.name))
            for inner in error.group_exceptions()[1]:
                yield from _problems(inner, path, value)
        case IterableValidationError():
            for inner, item in error.group_exceptions()[0]:
                inside = f"{path}.{item.index}" if isinstance(value, dict) else step(path, value, int(item.index))
                yield from _problems(inner, inside, value[item.index])
        case ForbiddenExtraKeysError():
            names = [field.name for field in attrs.fields(error.cl) if field.name not in error.extra_fields]
            allowed = names or ["name"]  # an indicator without parameters has its name alone
            for key in sorted(error.extra_fields):
                yield Problem(place=f"{path}.{key}", allowed=UnknownIndicatorError.of(key, allowed).text)
        case _:
            yield Problem(place=path, allowed=_meaning(error))


def _meaning(error: BaseException) -> Text:
    match error:
        case UnfitError(allowed=allowed):
            return allowed
        case KinerjaError(text=text):
            return text
        case KeyError():
            return _MISSING
    return Text(id=f"tidak dapat dibaca ({error}).", en=f"cannot be read ({error}).")
