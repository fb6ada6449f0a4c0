"""Files and plain data read part by part, every problem at once and under its path."""

from __future__ import annotations

import contextlib
import copy
import json
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar, cast

import attrs
from cattrs import ClassValidationError, Converter, ForbiddenExtraKeysError, IterableValidationError

from kinerja._base import messages as say
from kinerja._base.errors import KinerjaError, UnknownIndicatorError

if TYPE_CHECKING:
    from kinerja._base.errors import RecordsError, ScorecardError, TraceError
    from kinerja._base.message import Problem
    from kinerja._base.text import Text

T = TypeVar("T")

Plain: TypeAlias = "str | bytes | dict[str, Any]"
"""What is read back: JSON, or what its parser gave."""


def plain_data(
    given: Plain,
    schemas: Sequence[str],
    called: Text,
    error: type[RecordsError | ScorecardError | TraceError],
    *tables: str,
) -> dict[str, Any]:
    """Return the plain data of one of the schemas that holds these tables; the error says what such a file is called.

    What the caller gave stays as it is, whatever becomes of what is returned.
    """
    try:
        data = parsed(given, float) if isinstance(given, str | bytes) else copy.deepcopy(given)
    except (ValueError, RecursionError) as why:
        raise error.of([say.NOT_JSON.problem("JSON", error=why)]) from None
    is_one = isinstance(data, dict) and data.get("schema") in schemas
    if is_one and all(isinstance(data.get(name), dict) for name in tables):
        return dict(data)
    raise error.of([say.OTHER_SCHEMA.problem("JSON", called=called, schema=list(schemas))])


def parsed(text: str | bytes | bytearray, parse_float: type[float | Decimal] = Decimal) -> Any:
    """Parse JSON, numbers exactly; a key that stands twice is refused, of which the parser would keep the last."""
    return json.loads(text, object_pairs_hook=_once_each, parse_float=parse_float)


def _once_each(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    table = dict(pairs)
    if len(table) < len(pairs):
        message = f"a key stands twice among {', '.join(key for key, _ in pairs)}"
        raise ValueError(message)
    return table


class Reader:
    """Reads one part of a file after the other and collects what is wrong.

    Where it is told where to note them, fields that are not known are passed over: a later version may have added them.
    Those of a `strict` class are not, such as the parameters of an indicator: they may change the figure.
    """

    def __init__(
        self, converter: Converter, passed_over: list[Problem] | None = None, *, strict: type | tuple[()] = ()
    ) -> None:
        self.converter = converter
        self.strict = strict
        self.passed_over = passed_over
        self.problems: list[Problem] = []

    def read(self, path: str, value: object, kind: type[T]) -> T | None:
        """Return a table as a value, or None with the problems noted."""
        if not isinstance(value, dict):
            self.problems.append(say.TABLE_MISSING.problem(path))
            return None
        try:
            return self.converter.structure(value, kind)
        except Exception as error:  # noqa: BLE001 - cattrs wraps whatever a value's own checks raise
            wrong = list(_wrong(error, path, value))
        if self._pass_over(wrong):
            return self.read(path, value, kind)
        self.problems.extend(problem for one in wrong for problem in _problems(*one))
        return None

    def _pass_over(self, wrong: Iterable[tuple[BaseException, str, Any]]) -> bool:
        """Take the fields that are not known out of their tables, and note them; tell whether there were any."""
        if self.passed_over is None:
            return False
        extra = [
            one
            for one in wrong
            if isinstance(one[0], ForbiddenExtraKeysError) and not issubclass(one[0].cl, self.strict)
        ]
        for error, path, table in extra:
            self.passed_over.extend(_problems(error, path, table))
            for key in cast("ForbiddenExtraKeysError", error).extra_fields:
                del table[key]
        return bool(extra)

    def read_each(self, path: str, values: object, kind: type[T]) -> list[T]:
        """Return a list of tables as values, without those whose problems were noted."""
        if not isinstance(values, list) or not values:
            self.problems.append(say.TABLES_MISSING.problem(path))
            return []
        read = [self.read(step(path, values, index), value, kind) for index, value in enumerate(values)]
        return [value for value in read if value is not None]

    def glance(self, value: object, kind: type[T]) -> T | None:
        """Return a value if it can be read, and None without a word if not."""
        with contextlib.suppress(Exception):
            return self.converter.structure(value, kind)
        return None


def step(path: str, values: Sequence[Any], index: int) -> str:
    """Name an item of a list by its code where it has one, else by its place counted from 1."""
    value = values[index]
    code = value.get("code") if isinstance(value, dict) else None
    return f"{path}[{code or index + 1}]"


def _wrong(error: BaseException, path: str, value: Any) -> Iterator[tuple[BaseException, str, Any]]:
    """Go through what cattrs raised: each error with its path, and what stands there."""
    match error:
        case ClassValidationError():
            for inner, note in error.group_exceptions()[0]:
                yield from _wrong(inner, f"{path}.{note.name}", value.get(note.name))
            for inner in error.group_exceptions()[1]:
                yield from _wrong(inner, path, value)
        case IterableValidationError():
            for inner, item in error.group_exceptions()[0]:
                inside = f"{path}.{item.index}" if isinstance(value, dict) else step(path, value, int(item.index))
                yield from _wrong(inner, inside, value[item.index])
        case _:
            yield error, path, value


def _problems(error: BaseException, path: str, _value: Any) -> Iterator[Problem]:
    match error:
        case ForbiddenExtraKeysError():
            names = [field.name for field in attrs.fields(error.cl) if field.name not in error.extra_fields]
            for key in sorted(error.extra_fields):
                yield unknown(f"{path}.{key}", key, names or ["name"])  # an indicator may have its name alone
        case KinerjaError():
            yield error.problem(path)
        case KeyError():
            yield say.MISSING.problem(path)
        case _:
            yield say.UNREADABLE.problem(path, error=error)


def unknown(path: str, key: str, allowed: Iterable[str]) -> Problem:
    return UnknownIndicatorError.of(key, allowed).problem(path)
