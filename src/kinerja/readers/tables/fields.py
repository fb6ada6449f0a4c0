"""The fields of a record class as columns of a table: how a cell of each kind is read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

import attrs

from kinerja._base import FrozenMap
from kinerja._base.dates import read_date
from kinerja.decrees import find_code
from kinerja.readers.sheets import Cell, Flaw, is_unknown, read_cell_number, refusal, shown
from kinerja.readers.tables import messages as say
from kinerja.readers.tables.headings import TableColumn
from kinerja.readers.tables.names import read_name
from kinerja.records import Field, FieldType, fields_of, is_account, plain_heading

_NOTHING = frozenset({"tidak ada", "belum ada", "tidak", "belum", "nihil", "kosong"})
_EARLIEST, _LATEST = 1900, 2200
_FLAGS = {"ya": True, "true": True, "1": True, "tidak": False, "false": False, "0": False}


def columns_of(
    record: type[Any],
    *,
    unit: str | None = None,
    columns: Mapping[str, str] = FrozenMap(),
    words: Sequence[Field] = (),
    codes: Sequence[str] = (),
) -> tuple[TableColumn, ...]:
    """Return a column for each field of a record class; one whose field has a default may lack, and that is told.

    Args:
        record: the class, whose fields are described as in `kinerja.records`.
        unit: whose records they are, where the column is missing or blank as a whole.
        columns: field, by its name or a heading of it -> the heading of the column that holds it, and no other.
        words: its fields as an indicator words them; without them, as the class does.
        codes: of the indicators that a record may name, where it names one; without them, any.

    >>> from kinerja.indicators.tenant_count import Tenant
    >>> [column.headings[0] for column in columns_of(Tenant)][:3]
    ['satker', 'tenan', 'seleksi']
    """
    defaults = {attribute.name: attribute.default for attribute in attrs.fields(record)}
    fields = tuple(words) or fields_of(record)
    given = {_named(name, fields).name: heading for name, heading in columns.items()}
    if len(given) < len(columns):
        raise say.FIELD_TWICE.error(fields=tuple(columns))
    return tuple(_column(field, defaults[field.name], unit, given.get(field.name), codes) for field in fields)


def _named(name: str, fields: Sequence[Field]) -> Field:
    found = [field for field in fields if plain_heading(name) in map(plain_heading, field.headings)]
    if not found:
        raise say.NO_FIELD.error(name=name, missing=(name,), available=tuple(field.heading for field in fields))
    return found[0]


def _column(field: Field, default: Any, unit: str | None, heading: str | None, codes: Sequence[str]) -> TableColumn:
    is_given, names_indicator = field.name == "unit" and unit is not None, field.name == "indicator"
    blank = attrs.NOTHING if field.needed else default
    read = partial(_read_option, field.options) if field.options else _READERS[field.kind]
    if names_indicator and codes:
        read = partial(_read_code, codes)
    return TableColumn(
        field=field.name,
        headings=field.headings if heading is None else (heading,),
        read=partial(_read, read),
        needed=(field.needed and not is_given) or heading is not None,
        told=not (field.needed and is_given),
        is_blank=_says_nothing if field.kind is FieldType.TEXT and not field.needed else is_unknown,
        blank=unit if is_given else blank,
        even=is_given,
        prefilled=names_indicator,  # a form has it filled in
        like=field.like,
        dates=field.kind is FieldType.DATE,
    )


def _says_nothing(cell: Cell) -> bool:
    """Tell whether a text that may be unknown says so, in words or not: a partner `tidak ada` is none."""
    return is_unknown(cell) or plain_heading(shown(cell)) in _NOTHING


def _read(read: Callable[[Cell], Any], cell: Cell, _before: Mapping[str, Any]) -> Any:
    if isinstance(cell, Flaw):
        raise refusal(cell.message)
    return read(cell)


def _read_code(codes: Sequence[str], cell: Cell) -> str:
    return find_code(read_name(cell), codes)


def _read_option(options: tuple[str, ...], cell: Cell) -> str:
    text = read_name(cell).casefold()
    chosen = next((option for option in options if option.casefold() == text), None)
    if chosen is None:
        raise refusal(say.NO_OPTION, options=options)
    return chosen


def _read_date(cell: Cell) -> dt.date:
    match cell:
        case dt.datetime():
            day = cell.date()
        case dt.time() | dt.timedelta():
            raise refusal(say.ONLY_TIME)
        case dt.date():
            day = cell
        case str():
            day = read_date(cell)
        case _:
            raise refusal(say.NOT_DATE)
    if not _EARLIEST <= day.year <= _LATEST:
        raise refusal(say.YEAR_BEYOND, least=_EARLIEST, most=_LATEST)
    return day


def _read_year(cell: Cell) -> int:
    text = shown(cell).strip()
    if not (text.isascii() and text.isdecimal() and _EARLIEST <= int(text) <= _LATEST):
        raise refusal(say.NOT_YEAR, least=_EARLIEST, most=_LATEST)
    return int(text)


def _read_account(cell: Cell) -> str:
    text = shown(cell).strip()
    if not is_account(text):
        raise refusal(say.NOT_ACCOUNT)
    return text


def _read_flag(cell: Cell) -> bool:
    flag = _FLAGS.get(shown(cell).strip().casefold())
    if flag is None:
        raise refusal(say.NOT_FLAG)
    return flag


_READERS: dict[FieldType, Callable[[Cell], Any]] = {
    FieldType.TEXT: read_name,
    FieldType.DATE: _read_date,
    FieldType.NUMBER: read_cell_number,
    FieldType.RUPIAH: partial(read_cell_number, may_be_percent=False, dots_group=True),
    FieldType.YEAR: _read_year,
    FieldType.FLAG: _read_flag,
    FieldType.ACCOUNT: _read_account,
}
