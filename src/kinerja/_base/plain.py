"""How values stand in files and in other systems, as plain data: cattrs with strict hooks, nothing coerced."""

from __future__ import annotations

import contextlib
import datetime as dt
import functools
import re
from collections.abc import Callable
from collections.abc import Set as AbstractSet
from decimal import Decimal
from fractions import Fraction
from typing import Any, TypeVar, get_args, get_origin

import attrs
from cattrs import Converter
from cattrs.gen import make_dict_structure_fn

from kinerja._base import messages as say
from kinerja._base.errors import InexactNumberError, KinerjaError
from kinerja._base.frozen_map import FrozenMap
from kinerja._base.number import exact
from kinerja._base.text import exact_text, read_exact

T = TypeVar("T")


class UnfitError(KinerjaError, ValueError):
    """A value that may not stand where it does."""


def strict_converter(**options: Any) -> Converter:
    """Build the converter for texts, numbers, days, lists, maps and tables; the options are those of cattrs."""
    converter = Converter(unstruct_collection_overrides={AbstractSet: sorted, tuple: list}, **options)
    _add_scalars(converter)
    converter.register_structure_hook_factory(attrs.has, lambda kind: table_reader(kind, converter))
    _add_lists(converter)
    _add_maps(converter)
    return converter


def _add_scalars(converter: Converter) -> None:
    for kind in _PLAIN:
        converter.register_structure_hook(kind, functools.partial(plain, kind))
    converter.register_structure_hook(dt.date, _date)
    converter.register_structure_hook(Fraction, number)
    converter.register_unstructure_hook(dt.date, dt.date.isoformat)
    converter.register_unstructure_hook(Fraction, exact_text)


_PLAIN = {str: say.NO_TEXT, int: say.NO_WHOLE_NUMBER, bool: say.NO_FLAG}


def plain(kind: type[T], value: object, _asked: object = None) -> T:
    """Return a text, a whole number, or true or false as it is; anything else is refused."""
    if type(value) is kind:  # `isinstance` would take true for 1
        return value
    raise UnfitError.saying(_PLAIN[kind], value=value)


def _date(value: object, _kind: object) -> dt.date:
    if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
        return value
    if isinstance(value, str) and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        with contextlib.suppress(ValueError):  # of a day that there is not
            return dt.date.fromisoformat(value)
    raise UnfitError.saying(say.NO_DATE, value=value)


def number(value: object, _kind: object) -> Fraction:
    """Return the number that a file states, as a number or as exact text; a float is refused, which was rounded."""
    given = read_exact(value) if isinstance(value, str) else value
    if not isinstance(given, int | Decimal | Fraction) or isinstance(given, bool):
        raise UnfitError.saying(say.NO_NUMBER, value=value)
    try:
        return exact(given)
    except InexactNumberError:  # NaN, infinity, and what is too large to be meant
        raise UnfitError.saying(say.NO_NUMBER, value=value) from None


def table(value: object) -> dict[str, Any]:
    """Return a table as it is; anything else is refused."""
    if not isinstance(value, dict):
        raise UnfitError.saying(say.NO_TABLE, value=value)
    return value


def table_reader(kind: Any, converter: Converter, **overrides: Any) -> Callable[[object, Any], Any]:
    """Build what reads a class from a table; cattrs itself does not look whether it is one."""
    read = make_dict_structure_fn(kind, converter, _cattrs_forbid_extra_keys=True, **overrides)
    return lambda value, kind: read(table(value), kind)


def _add_lists(converter: Converter) -> None:
    """Read lists from lists alone; cattrs would take a text for a list of its letters."""

    def structure(value: object, kind: Any) -> Any:
        if not isinstance(value, list):
            raise UnfitError.saying(say.NO_LIST, value=value)
        collection, item = get_origin(kind), get_args(kind)[0]
        return collection(converter.structure(value, list[item]))  # type: ignore[valid-type]

    def is_list(kind: object) -> bool:
        return get_origin(kind) in {frozenset, tuple}

    converter.register_structure_hook_func(is_list, structure)


def _add_maps(converter: Converter) -> None:
    def structure(value: object, kind: Any) -> FrozenMap[Any, Any]:
        key, content = get_args(kind)
        return FrozenMap(converter.structure(table(value), dict[key, content]))  # type: ignore[valid-type]

    def unstructure(value: FrozenMap[Any, Any]) -> dict[str, Any]:
        return {str(key): converter.unstructure(content) for key, content in value.items()}

    def is_map(kind: object) -> bool:
        return FrozenMap in {kind, get_origin(kind)}

    converter.register_structure_hook_func(is_map, structure)
    converter.register_unstructure_hook_func(is_map, unstructure)
