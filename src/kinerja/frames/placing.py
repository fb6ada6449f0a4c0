"""Where the fields of a record are among the columns of a frame, and what is said where they are not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from kinerja._base import ColumnsError, Text
from kinerja.records import Field, Kind, fields_of, plain_heading

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["check_by", "key_columns", "missing_columns", "place_fields", "wrong_key", "wrong_type"]

_ADVICE: dict[Kind, Text] = {
    Kind.TEXT: Text(id="ubah dahulu menjadi teks", en="make it text first"),
    Kind.ACCOUNT: Text(id="ubah dahulu menjadi teks enam angka", en="make it text of six digits first"),
    Kind.DATE: Text(id="ubah dahulu menjadi tanggal tanpa zona waktu", en="make it dates first, without a time zone"),
    Kind.YEAR: Text(id="ubah dahulu menjadi bilangan bulat", en="make it whole numbers first"),
    Kind.NUMBER: Text(id="ubah dahulu menjadi angka", en="make it numbers first"),
    Kind.RUPIAH: Text(
        id="ubah dahulu menjadi bilangan bulat atau desimal", en="make it whole numbers or decimals first"
    ),
    Kind.FLAG: Text(id="ubah dahulu menjadi boolean", en="make it booleans first"),
}


def place_fields(record: type[Any], available: Sequence[str], columns: Mapping[str, str] | None) -> dict[str, str]:
    """Return field -> the column that holds it, for the fields that are there.

    A name in `columns` comes first, then the field's own name, then its headings as forms print them.

    Raises:
        ColumnsError: for a name in `columns` that is no field or no column, and for two columns of one heading.
    """
    given = _given(columns)
    fields = {field.name: field for field in fields_of(record)}
    unknown = [name for name in given if name not in fields]
    if unknown:
        raise _no_field(unknown, list(fields))
    absent = [column for column in given.values() if column not in available]
    if absent:
        raise missing_columns(absent, available)
    placed = {name: given[name] if name in given else _place(field, available) for name, field in fields.items()}
    return {name: column for name, column in placed.items() if column is not None}


def _given(columns: Any) -> dict[str, str]:
    """Return `columns` as a dictionary of texts.

    Raises:
        ColumnsError: for anything else.
    """
    if columns is None:
        return {}
    if not isinstance(columns, Mapping) or not all(isinstance(name, str) for name in [*columns, *columns.values()]):
        raise ColumnsError(
            Text(
                id=f'columns={columns!r}: berikan isian dan nama kolomnya, misalnya {{"ceiling": "pagu"}}.',
                en=f'columns={columns!r}: pass field and column, for example {{"ceiling": "pagu"}}.',
            ),
            missing=(),
            available=(),
        )
    return dict(columns)


def _place(field: Field, available: Sequence[str]) -> str | None:
    if field.name in available:
        return field.name
    headings = {plain_heading(heading) for heading in field.headings}
    found = [column for column in available if plain_heading(column) in headings]
    if len(found) > 1:
        listed = ", ".join(found)
        raise ColumnsError(
            Text(
                id=f"Kolom {listed} sama-sama dapat berarti {field.name}; sebutkan dengan "
                f"columns={{{field.name!r}: ...}}.",
                en=f"Columns {listed} may each mean {field.name}; say which with columns={{{field.name!r}: ...}}.",
            ),
            missing=(field.name,),
            available=tuple(available),
        )
    return found[0] if found else None


def check_by(by: Any, own: Sequence[str]) -> tuple[str, ...]:
    """Return the names of `by`; refuse a text alone, which would be read letter by letter, and names of the result.

    Raises:
        ColumnsError: for what is not a list of different names, and for names in `own`, whatever their case.
    """
    is_list = isinstance(by, Iterable) and not isinstance(by, str)
    names = tuple(by) if is_list else (by,)
    taken = {name.casefold() for name in own}
    fit = all(isinstance(name, str) and name.casefold() not in taken for name in names)
    if not is_list or not fit or len(set(names)) < len(names):
        listed, there = ", ".join(map(str, names)), ", ".join(sorted(own))
        raise ColumnsError(
            Text(
                id=f"by: {listed}. Berikan daftar nama kolom yang berbeda-beda, bukan nama kolom hasil: {there}.",
                en=f"by: {listed}. Pass a list of different columns, and none that the result has itself: {there}.",
            ),
            missing=(),
            available=tuple(map(str, names)),
        )
    return names


def key_columns(by: Sequence[str], schema: Mapping[str, Any], placed: Mapping[str, str]) -> dict[str, str]:
    """Return the name in the result -> the column; a field's name stands for the column that holds it.

    Raises:
        ColumnsError: for names that are not there.
    """
    keys = {name: placed.get(name, name) for name in by}
    missing = [name for name, column in keys.items() if column not in schema]
    if missing:
        raise missing_columns(missing, list(schema))
    return keys


def _no_field(unknown: Sequence[str], fields: Sequence[str]) -> ColumnsError:
    listed, there = ", ".join(unknown), ", ".join(fields)
    return ColumnsError(
        Text(
            id=f"columns menyebut {listed}, yang bukan isian data dukung ini; isiannya: {there}.",
            en=f"columns names {listed}, which is no field of these records; the fields are {there}.",
        ),
        missing=tuple(unknown),
        available=tuple(fields),
    )


def missing_columns(missing: Sequence[str], available: Sequence[str], fields: Sequence[str] = ()) -> ColumnsError:
    """Build the error that says which columns are missing, for which fields, and which are there."""
    named = [f"{column} ({field})" for column, field in zip(missing, fields, strict=True)] if fields else missing
    lacking, there = ", ".join(named), ", ".join(available) or "-"
    return ColumnsError(
        Text(
            id=f"Tidak ada kolom {lacking}. Kolom yang ada: {there}. columns={{...}} memberi tahu nama lainnya.",
            en=f"There is no column {lacking}. The columns are {there}. Name them otherwise with columns={{...}}.",
        ),
        missing=tuple(missing),
        available=tuple(available),
    )


def wrong_type(name: str, kind: Kind, column: str, dtype: object, available: Iterable[str]) -> ColumnsError:
    """Build the error for a column that is there, but not of a type that means what it says."""
    advice = _ADVICE[kind]
    return ColumnsError(
        Text(
            id=f"Kolom {column} ({name}) bertipe {dtype}; {advice.id}.",
            en=f"Column {column} ({name}) is of type {dtype}; {advice.en}.",
        ),
        missing=(name,),
        available=tuple(available),
    )


def wrong_key(column: str, dtype: object, available: Iterable[str]) -> ColumnsError:
    """Build the error for a column that nothing can be grouped by."""
    return ColumnsError(
        Text(
            id=f"by: kolom {column} bertipe {dtype}; kelompokkan menurut teks, angka, tanggal, atau boolean.",
            en=f"by: column {column} is of type {dtype}; group by text, numbers, dates or booleans.",
        ),
        missing=(),
        available=tuple(available),
    )
