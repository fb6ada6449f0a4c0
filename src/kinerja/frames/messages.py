"""The errors of frames, each with its two texts: what is asked of a frame and cannot be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kinerja._base import ColumnsError, FrameError, QuantityError, Text
from kinerja.records import FieldType

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence


def no_indicator(given: object) -> QuantityError:
    """Build the error for what is no indicator."""
    said = Text(
        id=f"{given!r} bukan indikator; berikan misalnya P3DNRatio().",
        en=f"{given!r} is not an indicator; pass one such as P3DNRatio().",
    )
    return QuantityError(said, indicator="measure", value=given)


def no_duplicates(given: object) -> QuantityError:
    """Build the error for another word than those that `duplicates` takes."""
    said = Text(
        id=f"duplicates={given!r} tidak dikenal; pilih 'refuse' atau 'trust'.",
        en=f"duplicates={given!r} is not known; choose 'refuse' or 'trust'.",
    )
    return QuantityError(said, indicator="measure", value=given)


def unmeasured_entry(code: str) -> QuantityError:
    """Build the error for an entry of a catalogue without an indicator."""
    said = Text(
        id=f"{code} tidak menyebut indikatornya, sehingga tidak dapat diukur dari data dukung.",
        en=f"{code} names no indicator, so that it cannot be measured from records.",
    )
    return QuantityError(said, indicator=code, value=None)


def unknown_value(indicator: str, fields: Sequence[str], value: object) -> QuantityError:
    """Build the error for fields that a record must have and has not."""
    listed = ", ".join(fields)
    said = Text(id=f"{listed} tidak diketahui; lengkapi.", en=f"{listed} is unknown; complete it.")
    return QuantityError(said, indicator=indicator, value=value)


def no_records(indicator: str, problems: Sequence[Text], most: int) -> QuantityError:
    """Build the error that tells of so many rows one by one, and how many more there are."""
    more = len(problems) - most
    rest = Text(id=f" Dan {more} baris lagi.", en=f" And {more} rows more.") if more > 0 else Text(id="", en="")
    said = Text(
        id=f"{indicator}: " + " ".join(problem.id for problem in problems[:most]) + rest.id,
        en=f"{indicator}: " + " ".join(problem.en for problem in problems[:most]) + rest.en,
    )
    return QuantityError(said, indicator=indicator, value=None)


def unknown_frame(kind: str) -> FrameError:
    """Build the error that says which kinds of frames are known."""
    known = "pandas, polars, pyarrow, DuckDB, Dask, PySpark"
    said = Text(
        id=f"{kind} belum didukung; berikan tabel {known}.", en=f"{kind} is not supported; pass a frame of {known}."
    )
    return FrameError(said, kind=kind)


def no_frames(given: str) -> FrameError:
    """Build the error for no frames, or frames of several kinds."""
    said = Text(
        id=f"Berikan kode dan tabelnya, sedikitnya satu, semuanya dari satu jenis; yang diberikan: {given}.",
        en=f"Pass code and frame, at least one, all of one kind; these were given: {given}.",
    )
    return FrameError(said, kind=given)


def several_connections() -> FrameError:
    """Build the error for relations that DuckDB cannot put together."""
    said = Text(
        id="Relasi DuckDB harus berasal dari satu koneksi.", en="The relations of DuckDB must be of one connection."
    )
    return FrameError(said, kind="duckdb")


def no_sql(kind: str) -> FrameError:
    """Build the error for a frame that runs no SQL."""
    said = Text(
        id=f"{kind} tidak memakai SQL; berikan relasi DuckDB atau tabel PySpark.",
        en=f"{kind} does not run SQL; pass a DuckDB relation or a PySpark frame.",
    )
    return FrameError(said, kind=kind)


def _columns_error(said: Text, *, missing: Iterable[str] = (), available: Iterable[str] = ()) -> ColumnsError:
    return ColumnsError(said, missing=tuple(missing), available=tuple(available))


def twice_named(names: Iterable[str], available: Iterable[str]) -> ColumnsError:
    """Build the error for columns that cannot be told apart by their names."""
    listed = ", ".join(names)
    said = Text(
        id=f"Beberapa kolom bernama sama: {listed}. Beri nama yang berbeda.",
        en=f"Several columns have the same name: {listed}. Give them different ones.",
    )
    return _columns_error(said, available=available)


def unusable_names(names: Iterable[str], available: Iterable[str]) -> ColumnsError:
    """Build the error for names that a back end, or the way to the result, reads otherwise."""
    listed = ", ".join(names)
    said = Text(
        id=f"Nama kolom {listed} tidak dapat dipakai di sini; ganti namanya.",
        en=f"Columns cannot be called {listed} here; rename them.",
    )
    return _columns_error(said, available=available)


def taken_columns(names: Iterable[str], available: Iterable[str]) -> ColumnsError:
    """Build the error for columns that the result would overwrite."""
    listed = ", ".join(names)
    said = Text(
        id=f"Nama {listed} dipakai untuk hasilnya; beri nama lain pada kolom itu.",
        en=f"The result has a column {listed} of its own; rename yours.",
    )
    return _columns_error(said, available=available)


def no_columns(given: object) -> ColumnsError:
    """Build the error for what does not say which column holds which field."""
    said = Text(
        id=f'columns={given!r}: berikan isian dan nama kolomnya, misalnya {{"ceiling": "pagu"}}.',
        en=f'columns={given!r}: pass field and column, for example {{"ceiling": "pagu"}}.',
    )
    return _columns_error(said)


def no_field(unknown: Sequence[str], fields: Sequence[str]) -> ColumnsError:
    """Build the error for names that are no fields of the records."""
    listed, there = ", ".join(unknown), ", ".join(fields)
    said = Text(
        id=f"columns menyebut {listed}, yang bukan isian data dukung ini; isiannya: {there}.",
        en=f"columns names {listed}, which is no field of these records; the fields are {there}.",
    )
    return _columns_error(said, missing=unknown, available=fields)


def no_keys(given: Sequence[object], own: Iterable[str]) -> ColumnsError:
    """Build the error for what is no list of different columns beside those of the result."""
    listed, there = ", ".join(map(str, given)), ", ".join(sorted(own))
    said = Text(
        id=f"by: {listed}. Berikan daftar nama kolom yang berbeda-beda, bukan nama kolom hasil: {there}.",
        en=f"by: {listed}. Pass a list of different columns, and none that the result has itself: {there}.",
    )
    return _columns_error(said, available=map(str, given))


def missing_columns(missing: Sequence[str], available: Sequence[str], fields: Sequence[str] = ()) -> ColumnsError:
    """Build the error that says which columns are missing, for which fields, and which are there."""
    named = [f"{column} ({field})" for column, field in zip(missing, fields, strict=True)] if fields else missing
    lacking, there = ", ".join(named), ", ".join(available) or "-"
    said = Text(
        id=f"Tidak ada kolom {lacking}. Kolom yang ada: {there}. columns={{...}} memberi tahu nama lainnya.",
        en=f"There is no column {lacking}. The columns are {there}. Name them otherwise with columns={{...}}.",
    )
    return _columns_error(said, missing=missing, available=available)


def ambiguous_columns(field: str, found: Iterable[str], available: Iterable[str]) -> ColumnsError:
    """Build the error for several columns that may each hold a field."""
    listed = ", ".join(found)
    said = Text(
        id=f"Kolom {listed} sama-sama dapat berarti {field}; sebutkan dengan columns={{{field!r}: ...}}.",
        en=f"Columns {listed} may each mean {field}; say which with columns={{{field!r}: ...}}.",
    )
    return _columns_error(said, missing=[field], available=available)


_ADVICE: dict[FieldType, Text] = {
    FieldType.TEXT: Text(id="ubah dahulu menjadi teks", en="make it text first"),
    FieldType.ACCOUNT: Text(id="ubah dahulu menjadi teks enam angka", en="make it text of six digits first"),
    FieldType.DATE: Text(
        id="ubah dahulu menjadi tanggal tanpa zona waktu", en="make it dates first, without a time zone"
    ),
    FieldType.YEAR: Text(id="ubah dahulu menjadi bilangan bulat", en="make it whole numbers first"),
    FieldType.NUMBER: Text(id="ubah dahulu menjadi angka", en="make it numbers first"),
    FieldType.RUPIAH: Text(
        id="ubah dahulu menjadi bilangan bulat atau desimal", en="make it whole numbers or decimals first"
    ),
    FieldType.FLAG: Text(id="ubah dahulu menjadi boolean", en="make it booleans first"),
}


def wrong_type(name: str, kind: FieldType, column: str, dtype: object, available: Iterable[str]) -> ColumnsError:
    """Build the error for a column that is there, but not of a type that means what it says."""
    advice = _ADVICE[kind]
    said = Text(
        id=f"Kolom {column} ({name}) bertipe {dtype}; {advice.id}.",
        en=f"Column {column} ({name}) is of type {dtype}; {advice.en}.",
    )
    return _columns_error(said, missing=[name], available=available)


def wrong_key(column: str, dtype: object, available: Iterable[str]) -> ColumnsError:
    """Build the error for a column that nothing can be grouped by."""
    said = Text(
        id=f"by: kolom {column} bertipe {dtype}; kelompokkan menurut teks, angka, tanggal, atau boolean.",
        en=f"by: column {column} is of type {dtype}; group by text, numbers, dates or booleans.",
    )
    return _columns_error(said, available=available)


def differing_keys(name: str, types: Mapping[str, object]) -> ColumnsError:
    """Build the error for a column to group by that is not of one type in all frames."""
    listed = ", ".join(f"{code}: {dtype}" for code, dtype in types.items())
    said = Text(
        id=f"by: kolom {name} tidak bertipe sama di semua tabel ({listed}); samakan dahulu.",
        en=f"by: column {name} is not of the same type in all frames ({listed}); make them the same first.",
    )
    return _columns_error(said, missing=[name])


def incomparable(one: object, other: object) -> ColumnsError:
    """Build the error for columns that no engine compares digit by digit."""
    said = Text(
        id=f"Kolom bertipe {one} dan {other} tidak dapat dibandingkan dengan pasti; "
        "jadikan keduanya desimal yang sama.",
        en=f"Columns of types {one} and {other} cannot be compared exactly; make both the same decimals.",
    )
    return _columns_error(said)


def mixed_column(name: str, why: str, available: Iterable[str]) -> ColumnsError:
    """Build the error for a column of values of several types."""
    said = Text(
        id=f"Isi kolom {name} tidak dapat dibaca sebagai satu tipe ({why}); jadikan satu tipe.",
        en=f"The values of column {name} cannot be read as one type ({why}); make them one.",
    )
    return _columns_error(said, missing=[name], available=available)


def wrong_partition(name: str, own: object, named: object, available: Iterable[str]) -> ColumnsError:
    """Build the error for a partition of a Dask frame that does not hold what the frame names."""
    said = Text(
        id=f"Kolom {name}: sebuah bagian tabel Dask bertipe {own}, sedangkan tabelnya menyebut {named}; "
        "samakan dahulu dengan astype.",
        en=f"Column {name}: a part of the Dask frame is of type {own}, but the frame names {named}; "
        "make them the same with astype first.",
    )
    return _columns_error(said, missing=[name], available=available)
