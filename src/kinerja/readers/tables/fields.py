"""The fields of a record class as columns of a table: how a cell of each kind is read."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING, Any

import attrs

from kinerja._base import Text
from kinerja._base.dates import read_date
from kinerja.readers.sheets import Cell, Flaw, is_unknown, read_cell_number, read_cell_text
from kinerja.readers.tables.headings import Blank, Column
from kinerja.records import Field, FieldType, fields_of, is_account

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from fractions import Fraction

__all__ = ["columns_of"]

_EARLIEST, _LATEST = 1900, 2200
_FLAGS = {"ya": True, "true": True, "1": True, "tidak": False, "false": False, "0": False}
_UNIT = "unit"

_NEEDED = Text(id="sel ini wajib diisi.", en="this cell must be filled in.")
_NOT_A_DATE = Text(
    id="yang diminta tanggal, bukan angka; formatkan selnya sebagai tanggal, atau tulis 3 Februari 2022.",
    en="a date is expected, not a number; format the cell as a date, or write 3 Februari 2022.",
)
_WITH_TIME = Text(
    id="yang diminta tanggal tanpa jam; hapus jamnya.", en="a date without a time is expected; take the time out."
)
_NOT_A_YEAR = Text(
    id=f"yang diminta tahun, {_EARLIEST} sampai {_LATEST}, misalnya 2023.",
    en=f"a year is expected, {_EARLIEST} to {_LATEST}, for example 2023.",
)
_NOT_AN_ACCOUNT = Text(
    id="yang diminta kode akun: enam angka saja, tanpa titik dan tanpa nama, misalnya 521211.",
    en="an account is expected: six digits alone, without dots and without its name, for example 521211.",
)
_NOT_A_FLAG = Text(id="isilah ya atau tidak.", en="write ya (yes) or tidak (no).")


def columns_of(record: type[Any], *, unit: str | None = None) -> tuple[Column, ...]:
    """Return a column for each field of a record class.

    A column that is missing cannot be told from one that is misspelt, so a table must have every one of them, also
    where its cells may be blank; only the unit's may lack where it is said whose the records are.

    Args:
        record: the class, whose fields are described as in `kinerja.records.fields`.
        unit: whose records they are, where the column is missing or blank as a whole.

    >>> from kinerja.indicators.tenant_count import Tenant
    >>> [column.headings[0] for column in columns_of(Tenant)][:3]
    ['satker', 'tenan', 'seleksi']
    """
    defaults = {attribute.name: attribute.default for attribute in attrs.fields(record)}
    return tuple(_column(field, defaults[field.name], unit) for field in fields_of(record))


def _column(field: Field, default: Any, unit: str | None) -> Column:
    blank = Blank.REFUSED if field.needed else default
    is_given = field.name == _UNIT and unit is not None
    if is_given:
        blank = unit
    return Column(
        field=field.name,
        headings=field.headings,
        read=partial(_read, _reader(field), blank),
        needed=not is_given,
        blank=blank,
        even=is_given,
    )


def _reader(field: Field) -> Callable[[Cell], Any]:
    """Return what reads a filled cell of a field."""
    return partial(_read_option, field.options) if field.options else _READERS[field.kind]


def _read(read: Callable[[Cell], Any], blank: Any, cell: Cell, _before: Mapping[str, Any]) -> Any:
    """Read a filled cell; N/A and - say the same as a blank."""
    if is_unknown(cell):
        return _NEEDED if blank is Blank.REFUSED else blank
    return cell.allowed if isinstance(cell, Flaw) else read(cell)


def _read_option(options: tuple[str, ...], cell: Cell) -> str | Text:
    text = read_cell_text(cell)
    if isinstance(text, Text):
        return text
    known = {option.casefold(): option for option in options}
    listed = ", ".join(options)
    refused = Text(id=f"pilih salah satu: {listed}.", en=f"choose one of: {listed}.")
    return known.get(" ".join(text.split()).casefold(), refused)


def _read_date(cell: Cell) -> dt.date | Text:
    match cell:
        case dt.datetime():
            return _WITH_TIME if cell.time() != dt.time() else cell.date()
        case dt.date():
            return cell
        case dt.time() | dt.timedelta():
            return _WITH_TIME
        case str():
            return read_date(cell)
        case _:
            return _NOT_A_DATE


def _read_rupiah(cell: Cell) -> Fraction | Text:
    return read_cell_number(cell, may_be_percent=False)


def _read_year(cell: Cell) -> int | Text:
    text = read_cell_text(cell)
    is_year = isinstance(text, str) and text.isascii() and text.isdecimal() and _EARLIEST <= int(text) <= _LATEST
    return int(text) if isinstance(text, str) and is_year else _NOT_A_YEAR


def _read_account(cell: Cell) -> str | Text:
    text = read_cell_text(cell)
    return text if is_account(text) else _NOT_AN_ACCOUNT


def _read_flag(cell: Cell) -> bool | Text:
    if isinstance(cell, bool):
        return cell
    text = read_cell_text(cell)
    return _FLAGS.get(text.casefold(), _NOT_A_FLAG) if isinstance(text, str) else _NOT_A_FLAG


_READERS: dict[FieldType, Callable[[Cell], Any]] = {
    FieldType.TEXT: read_cell_text,
    FieldType.DATE: _read_date,
    FieldType.NUMBER: read_cell_number,
    FieldType.RUPIAH: _read_rupiah,
    FieldType.YEAR: _read_year,
    FieldType.FLAG: _read_flag,
    FieldType.ACCOUNT: _read_account,
}
