"""Records from the plain data of another system, and back: every problem at once."""

from __future__ import annotations

import contextlib
import functools
import numbers
import typing
from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import TYPE_CHECKING, Any, TypeVar, cast

import attrs

from kinerja._base import InexactNumberError, KinerjaError, Number, Problem, RecordsError, UnknownIndicatorError, exact
from kinerja._base import messages as base
from kinerja._base.plain import number, plain, strict_converter
from kinerja._base.reading import parsed
from kinerja.records.fields import is_described, validator_of

if TYPE_CHECKING:
    from cattrs import Converter

    from kinerja.records.rows import Rows

R = TypeVar("R")


def load_records(record: type[R], rows: Rows) -> tuple[R, ...]:
    """Read records from rows; see `records_from`."""
    problems = list[Problem]()
    reader = _Reader(record, problems)
    records = [reader.read(number, row) for number, row in enumerate(_listed(rows), 1)]
    if problems:
        raise RecordsError.of(problems)
    return tuple(records)


def _listed(rows: object) -> Iterable[object]:
    """Return the rows one by one; JSON is parsed, numbers exactly. One row alone is no list, nor is a whole frame."""
    given = rows.read() if hasattr(rows, "read") else rows
    if not isinstance(given, str | bytes | bytearray):
        if hasattr(given, "keys") or not isinstance(given, Iterable):
            raise RecordsError.of([base.NO_LIST.problem("rows")])
        return given
    try:
        found = parsed(given)
    except (ValueError, RecursionError) as why:
        raise RecordsError.of([base.NOT_JSON.problem("JSON", error=why)]) from None
    if not isinstance(found, list):
        raise RecordsError.of([base.NO_LIST.problem("JSON")])
    return found


@functools.cache
def _converter() -> Converter:
    converter = strict_converter()
    converter.register_structure_hook(Fraction, _number)
    converter.register_structure_hook(int, _whole)
    return converter


def _number(value: object, kind: object) -> Fraction:
    """Return a number, numpy's too, where a float means the decimal that it prints."""
    with contextlib.suppress(InexactNumberError):
        return number(exact(cast("Number", value)) if isinstance(value, numbers.Real) else value, kind)
    return number(value, kind)


def _whole(value: object, kind: object) -> int:
    """Return a whole number, numpy's too."""
    if not isinstance(value, bool) and isinstance(value, numbers.Integral):
        return int(value)
    return plain(int, value, kind)


def plain_record(record: Any) -> dict[str, Any]:
    """Return the fields of a record as plain data, those that are unknown too."""
    fields = {field.name: getattr(record, field.name) for field in attrs.fields(type(record)) if field.init}
    plain: dict[str, Any] = _converter().unstructure(fields)
    return plain


class _Reader:
    """Reads rows of one record class, and notes what is wrong with each field of them."""

    def __init__(self, record: type[Any], problems: list[Problem]) -> None:
        hints = typing.get_type_hints(record)
        self._record, self._problems = record, problems
        self._fields = {field.name: (field, hints[field.name]) for field in attrs.fields(record) if field.init}
        self._blank = object.__new__(record)  # validators by kind ask it for its class alone

    def read(self, number: int, row: Any) -> Any:
        """Return the record of a row; None where it was noted why there is none."""
        if not hasattr(row, "keys"):
            self._problems.append(base.NO_TABLE.problem(row=number, value=row))
            return None
        before = len(self._problems)
        values = self._values(number, dict(row))
        if len(self._problems) > before:
            return None
        try:
            return self._record(**values)
        except (KinerjaError, ValueError, TypeError) as error:
            self._note(error, number, getattr(error, "field", None), getattr(error, "value", None))
        return None

    def _values(self, number: int, row: Mapping[str, Any]) -> dict[str, Any]:
        """Return the fields of a row that can be read by themselves."""
        values = dict[str, Any]()
        for name in row:
            if name not in self._fields:
                self._note(UnknownIndicatorError.of(name, self._fields), number, str(name))
        for name, (field, hint) in self._fields.items():
            if name in row:
                try:
                    values[name] = _converter().structure(row[name], hint)
                    validate = validator_of(field) if is_described(field) else None
                    if validate is not None:  # by the kind of the field
                        validate(self._blank, field, values[name])
                except (KinerjaError, ValueError, TypeError) as error:
                    self._note(error, number, name, row[name])
            elif field.default is attrs.NOTHING:
                self._problems.append(base.MISSING.problem(row=number, column=name))
        return values

    def _note(self, error: Exception, row: int, field: str | None, value: object = None) -> None:
        problem = error.problem("") if isinstance(error, KinerjaError) else base.UNREADABLE.problem(error=error)
        self._problems.append(attrs.evolve(problem, row=row, column=field, value=value))
