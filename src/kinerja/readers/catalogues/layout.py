"""The plain data of a decree laid out in rows of sheets; what no heading has goes to the last sheet."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeAlias

import attrs

from kinerja.readers.catalogues.cells import Kind, Written, as_json, escaped, written
from kinerja.readers.catalogues.columns import ENTRY, KEY, OTHERS, PERIOD, SHEETS, Column, SheetOf, Step

_TOLD = object()
"""What stands in the place of a value that has its cell."""

MADE_ANYWAY = frozenset({"objectives", "entries", "targets", "alternatives"})
"""Tables and lists that must be there, and may be empty."""


@attrs.frozen(kw_only=True)
class Head:
    """The heading of one column as it stands: that of a text in English, and of a period, is made of the column's.

    Fields:
        column: which it is.
        english: whether it holds the English of a text.
        key: the period of a target; what a line names beside its heading, such as the number of a dictum.
    """

    column: Column
    english: bool = False
    key: str = ""

    @property
    def heading(self) -> str:
        """As it is written."""
        if self.column.path[-1:] == (PERIOD,):
            return self.key
        return " ".join(filter(None, [self.column.heading, "(Inggris)" if self.english else "", self.key]))


@attrs.frozen(kw_only=True)
class Laid:
    """One sheet as it is written: its headings, and the cells of each row under them."""

    sheet: SheetOf
    heads: tuple[Head, ...]
    rows: tuple[Mapping[Head, Written], ...]


def lay_out(plain: Mapping[str, Any], periods: Iterable[str] = ()) -> list[Laid]:
    """Return the sheets of a decree, with columns for the targets of these periods at least.

    `plain` is the decree as `write_decree_file` gives it.
    """
    left = with_unit_tables(copy.deepcopy(dict(plain)))
    codes = [entry["code"] for entry in left["entries"]]
    rows = {sheet.name: list(_rows(sheet, left, codes)) for sheet in SHEETS[:-1]}
    rows[OTHERS.name] = list(_others(left, codes))
    return [_laid(sheet, rows[sheet.name], periods) for sheet in SHEETS if rows[sheet.name] or sheet is not OTHERS]


def with_unit_tables(plain: dict[str, Any]) -> dict[str, Any]:
    """Return the plain data with each unit as a table, also where its name alone stands."""
    for entry in plain["entries"]:
        indicator = entry.get("indicator")
        letters = indicator.values() if isinstance(indicator, dict) else ()
        for table in (entry, *letters):
            if isinstance(table, dict) and isinstance(table.get("unit"), str):
                table["unit"] = {"name": {"id": table["unit"], "en": table["unit"]}}
        if isinstance(indicator, dict) and "formula" in indicator:
            indicator["name"] = indicator.pop("formula")
    return plain


def _laid(sheet: SheetOf, rows: Sequence[Mapping[Head, Written]], periods: Iterable[str]) -> Laid:
    filled = list(dict.fromkeys(head for row in rows for head in row))
    heads = list[Head]()
    for column in sheet.columns:
        own = [head for head in filled if head.column is column]
        if column.path[-1:] == (PERIOD,):
            heads += [Head(column=column, key=key) for key in sorted({*periods, *(head.key for head in own)})]
        elif column.shown or own:
            heads += [Head(column=column), *(head for head in own if head.english)]
    return Laid(sheet=sheet, heads=tuple(heads), rows=tuple(rows))


Spot: TypeAlias = "tuple[tuple[Any, ...], Any, Any]"
"""A path, the list or table that the value at its end stands in, and under which key."""


def spots(node: Any, pattern: Sequence[Any], path: tuple[Any, ...] = ()) -> Iterator[Spot]:
    """Go through what stands at a path of which some steps are any item or key."""
    step, *rest = pattern
    keys: Iterable[Any] = [step] if isinstance(node, dict) and step in node else []
    if isinstance(step, Step):
        keys = range(len(node)) if isinstance(node, list) else node if isinstance(node, dict) else []
    for key in list(keys):
        if rest:
            yield from spots(node[key], rest, (*path, key))
        else:
            yield (*path, key), node, key


def _rows(sheet: SheetOf, left: Any, codes: Sequence[str]) -> Iterator[dict[Head, Written]]:
    for pattern in filter(None, sheet.rows):
        for path, inside, key in spots(left, pattern):
            before = dict[Head, Written]()
            if sheet.code is not None and ENTRY in pattern:
                before[Head(column=sheet.code)] = _told_code(codes[path[1]])
            if sheet.lines:
                yield from ({head: cell} for head, cell in _cells(sheet.own, inside, key))
            elif _is_row(sheet, inside[key]):
                yield from _rows_at(sheet, (path, inside, key), before)


def _is_row(sheet: SheetOf, value: Any) -> bool:
    """Tell whether a value is what the rows of a sheet are: a table that holds what each of them has."""
    needed = [column.path[0] for column in sheet.own if column.needed and column.path]
    if not isinstance(value, dict):
        return any(not column.path for column in sheet.own)
    return all(name in value for name in needed if not isinstance(name, Step))


def _rows_at(sheet: SheetOf, spot: Spot, before: dict[Head, Written]) -> Iterator[dict[Head, Written]]:
    path, inside, key = spot
    inner = [column for column in sheet.own if sheet.within and column.path[: len(sheet.within)] == sheet.within]
    named = [column for column in sheet.own if column.path == (KEY,)]
    row = before | {Head(column=column): written(column.kind, path[-1], column.words) or "" for column in named}
    row |= dict(_cells([column for column in sheet.own if column not in [*inner, *named]], inside, key))
    if not inner:
        yield row
        return
    deeper = [attrs.evolve(column, path=column.path[len(sheet.within) :]) for column in inner]
    originals = dict(zip(deeper, inner, strict=True))
    for _, items, place in spots(inside[key], sheet.within):
        cells = {attrs.evolve(head, column=originals[head.column]): cell for head, cell in _cells(deeper, items, place)}
        yield row | cells
        row = dict(before)
    if len(row) > len(before):
        yield row


def _cells(columns: Iterable[Column], inside: Any, key: Any) -> Iterator[tuple[Head, Written]]:
    """Give what the columns hold of a table, and note there that it has its cell."""
    for column in columns:
        for path, around, name in list(spots(inside[key], column.path)) if column.path else [((), inside, key)]:
            cells = dict(_told(column, around[name], path))
            if cells:
                around[name] = _TOLD
            yield from cells.items()


def _told(column: Column, value: Any, path: Sequence[Any]) -> Iterator[tuple[Head, Written]]:
    """Give the cells of one value; none where no cell holds it."""
    key = str(path[-1]) if column.path[-1:] == (PERIOD,) else escaped(path[-1]) if column.path[-1:] == (KEY,) else ""
    if column.two:
        yield Head(column=column), escaped(value["id"])
        if value["en"] != value["id"]:
            yield Head(column=column, english=True), escaped(value["en"])
        return
    cell = written(column.kind, value, column.words)
    if cell is not None:
        yield Head(column=column, key=key), cell


def _told_code(code: str) -> Written:
    return written(Kind.CODE, code) or ""


def _others(left: Mapping[str, Any], codes: Sequence[str]) -> Iterator[dict[Head, Written]]:
    """Give a row for all that has no cell: its path, in its entry where it is of one, and its value as JSON."""
    code, place, content = (Head(column=column) for column in OTHERS.columns if not column.shows)
    for path, value in _left(left):
        is_of_entry = path[:1] == ("entries",)
        row = {place: as_json(list(path[2:] if is_of_entry else path)), content: as_json(value)}
        yield ({code: _told_code(codes[path[1]])} if is_of_entry else {}) | row


def _left(node: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], Any]]:
    if not _holds_told(node) and len(path) > _TOP.get(path[:1], 0):
        if node or not isinstance(node, dict | list) or path[-1] not in MADE_ANYWAY:
            yield path, node
    elif isinstance(node, dict | list):
        for key, value in node.items() if isinstance(node, dict) else enumerate(node):
            yield from _left(value, (*path, key))


_TOP = {(): 0, ("entries",): 2}
"""How deep a path must be to be told alone: of an entry at least a field."""


def _holds_told(node: Any) -> bool:
    inside = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    return node is _TOLD or any(map(_holds_told, inside))
