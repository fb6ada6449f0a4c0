"""What this package says when it refuses something, both texts once."""

from __future__ import annotations

import enum

from kinerja._base import ColumnsError, FrameError, Message, PeriodError, QuantityError, Text
from kinerja.records import FieldType

NO_INDICATOR = QuantityError.worded(
    code="frame.no_indicator",
    id="{value!r} bukan indikator; berikan misalnya P3DNRatio().",
    en="{value!r} is not an indicator; pass one such as P3DNRatio().",
)
NO_DUPLICATES = QuantityError.worded(
    code="frame.duplicates_unknown",
    id="duplicates={value!r} tidak dikenal; pilih 'refuse' atau 'trust'.",
    en="duplicates={value!r} is not known; choose 'refuse' or 'trust'.",
)
NO_PERIODS = PeriodError.worded(
    code="frame.no_periods",
    id="Berikan sedikitnya satu periode, masing-masing satu kali; yang diberikan: {value}.",
    en="Pass at least one period, each once; these were given: {value}.",
)
UNMEASURED_ENTRY = QuantityError.worded(
    code="frame.entry_unmeasured",
    id="{indicator} tidak menyebut indikatornya, sehingga tidak dapat diukur dari data dukung.",
    en="{indicator} names no indicator, so that it cannot be measured from records.",
)
MEANS = FrameError.worded(
    code="frame.means",
    id="{indicator} merata-ratakan per kelompok sebelum menjumlahkan; ukur dari data dukung dengan measure_records().",
    en="{indicator} averages by group before it adds; measure it from records, by measure_records().",
)
UNKNOWN_VALUE = QuantityError.worded(
    code="frame.value_unknown", id="{field} tidak diketahui; lengkapi.", en="{field} is unknown; complete it."
)
IN_ROW = Message(code="frame.row", id="baris {row} ({identity}): {problem}", en="row {row} ({identity}): {problem}")
NO_RECORDS = QuantityError.worded(code="frame.no_records", id="{indicator}: {problems}", en="{indicator}: {problems}")
MANY_NO_RECORDS = QuantityError.worded(
    code="frame.many_no_records",
    id="{indicator}: {problems} Dan {more} baris lagi.",
    en="{indicator}: {problems} And {more} rows more.",
)
UNKNOWN_FRAME = FrameError.worded(
    code="frame.unknown",
    id="{kind} belum didukung; berikan tabel pandas, polars, pyarrow, DuckDB, Dask, PySpark.",
    en="{kind} is not supported; pass a frame of pandas, polars, pyarrow, DuckDB, Dask, PySpark.",
)
NO_FRAMES = FrameError.worded(
    code="frame.not_one_kind",
    id="Berikan kode dan tabelnya, sedikitnya satu, semuanya dari satu jenis; yang diberikan: {kind}.",
    en="Pass code and frame, at least one, all of one kind; these were given: {kind}.",
)
SEVERAL_CONNECTIONS = FrameError.worded(
    code="frame.several_connections",
    id="Relasi DuckDB harus berasal dari satu koneksi.",
    en="The relations of DuckDB must be of one connection.",
)
NO_SQL = FrameError.worded(
    code="frame.no_sql",
    id="{kind} tidak memakai SQL; berikan relasi DuckDB atau tabel PySpark.",
    en="{kind} does not run SQL; pass a DuckDB relation or a PySpark frame.",
)
NO_LIBRARY = FrameError.worded(
    code="frame.no_library",
    id="{value!r} bukan pustaka yang dikenal; pilih {limit}.",
    en="{value!r} is no library that is known; choose {limit}.",
)
NO_FIGURES = FrameError.worded(
    code="frame.no_figures",
    id="figures={value!r} tidak dikenal; pilih {limit}.",
    en="figures={value!r} is not known; choose {limit}.",
)
TWICE_NAMED = ColumnsError.worded(
    code="columns.same_name",
    id="Beberapa kolom bernama sama: {column}. Beri nama yang berbeda.",
    en="Several columns have the same name: {column}. Give them different ones.",
)
UNUSABLE_NAMES = ColumnsError.worded(
    code="columns.name_unusable",
    id="Nama kolom {column} tidak dapat dipakai di sini; ganti namanya.",
    en="Columns cannot be called {column} here; rename them.",
)
TAKEN_COLUMNS = ColumnsError.worded(
    code="columns.name_taken",
    id="Nama {column} dipakai untuk hasilnya; beri nama lain pada kolom itu.",
    en="The result has a column {column} of its own; rename yours.",
)
NO_COLUMNS = ColumnsError.worded(
    code="columns.no_mapping",
    id='columns={value!r}: berikan isian dan nama kolomnya, misalnya {{"ceiling": "pagu"}}.',
    en='columns={value!r}: pass field and column, for example {{"ceiling": "pagu"}}.',
)
NO_FIELD = ColumnsError.worded(
    code="columns.no_field",
    id="columns menyebut {missing}, yang bukan isian data dukung ini; isiannya: {available}.",
    en="columns names {missing}, which is no field of these records; the fields are {available}.",
)
NO_KEYS = ColumnsError.worded(
    code="columns.no_keys",
    id="by: {available}. Berikan daftar nama kolom yang berbeda-beda, bukan nama kolom hasil: {taken}.",
    en="by: {available}. Pass a list of different columns, and none that the result has itself: {taken}.",
)
MISSING_COLUMNS = ColumnsError.worded(
    code="columns.missing",
    id="Tidak ada kolom {column}. Kolom yang ada: {available}. columns={{...}} memberi tahu nama lainnya.",
    en="There is no column {column}. The columns are {available}. Name them otherwise with columns={{...}}.",
)
AMBIGUOUS_COLUMNS = ColumnsError.worded(
    code="columns.ambiguous",
    id="Kolom {column} sama-sama dapat berarti {field}; sebutkan dengan columns={{{field!r}: ...}}.",
    en="Columns {column} may each mean {field}; say which with columns={{{field!r}: ...}}.",
)
WRONG_TYPE = ColumnsError.worded(
    code="columns.wrong_type",
    id="Kolom {column} ({field}) bertipe {value}; {advice}.",
    en="Column {column} ({field}) is of type {value}; {advice}.",
)
WRONG_KEY = ColumnsError.worded(
    code="columns.wrong_key",
    id="by: kolom {column} bertipe {value}; kelompokkan menurut teks, angka, tanggal, atau boolean.",
    en="by: column {column} is of type {value}; group by text, numbers, dates or booleans.",
)
DIFFERING_KEYS = ColumnsError.worded(
    code="columns.keys_differ",
    id="by: kolom {column} tidak bertipe sama di semua tabel ({value}); samakan dahulu.",
    en="by: column {column} is not of the same type in all frames ({value}); make them the same first.",
)
INCOMPARABLE = ColumnsError.worded(
    code="columns.incomparable",
    id="Kolom bertipe {value} dan {limit} tidak dapat dibandingkan dengan pasti; jadikan keduanya desimal yang sama.",
    en="Columns of types {value} and {limit} cannot be compared exactly; make both the same decimals.",
)
MIXED_COLUMN = ColumnsError.worded(
    code="columns.mixed",
    id="Isi kolom {column} tidak dapat dibaca sebagai satu tipe ({value}); jadikan satu tipe.",
    en="The values of column {column} cannot be read as one type ({value}); make them one.",
)
WRONG_PARTITION = ColumnsError.worded(
    code="columns.wrong_partition",
    id="Kolom {column}: sebuah bagian tabel Dask bertipe {value}, sedangkan tabelnya menyebut {limit}; samakan dahulu "
    "dengan astype.",
    en="Column {column}: a part of the Dask frame is of type {value}, but the frame names {limit}; make them the same "
    "with astype first.",
)

ADVICE: dict[FieldType, Text] = {
    FieldType.TEXT: Text(id="ubah dahulu menjadi teks", en="make it text first"),
    FieldType.ACCOUNT: Text(id="ubah dahulu menjadi teks enam angka", en="make it text of six digits first"),
    FieldType.DATE: Text(
        id="ubah dahulu menjadi tanggal tanpa zona waktu", en="make it dates first, without a time zone"
    ),
    FieldType.YEAR: Text(id="ubah dahulu menjadi bilangan bulat", en="make it whole numbers first"),
    FieldType.NUMBER: Text(
        id='ubah dahulu menjadi angka; Fraction dan teks seperti "100/3" menjadi float',
        en='make it numbers first; Fractions and texts such as "100/3" floats',
    ),
    FieldType.RUPIAH: Text(
        id="ubah dahulu menjadi bilangan bulat atau desimal", en="make it whole numbers or decimals first"
    ),
    FieldType.FLAG: Text(id="ubah dahulu menjadi boolean", en="make it booleans first"),
}
"""What to do about a column of another type than its field's, for `WRONG_TYPE`."""


class Refusal(enum.Enum):
    """Why no figure is given for a group; `kinerja.Reason` holds the reasons that scorecards know too.

    Where several hold, the first of this list is told.

    >>> str(Refusal.COUNTED_TWICE)
    'Ada data dukung yang berulang; sisakan masing-masing satu.'
    """

    UNKNOWN_IDENTITY = Text(
        id="Identitas data dukung yang dihitung ada yang kosong; lengkapi.",
        en="The identity of a counted record is blank; complete it.",
    )
    UNKNOWN_VALUE = Text(
        id="Nilai data dukung yang dihitung ada yang tidak diketahui; lengkapi.",
        en="The value of a counted record is unknown; complete it.",
    )
    COUNTED_TWICE = Text(
        id="Ada data dukung yang berulang; sisakan masing-masing satu.",
        en="A record stands twice; keep one of each.",
    )
    NOT_WHOLE = Text(
        id="Rupiah dalam kolom pecahan biner tidak bulat atau mencapai 2^53; gunakan bilangan bulat atau desimal.",
        en="Rupiah in a float column are not whole or reach 2^53; use whole numbers or decimals.",
    )
    OVERFLOW = Text(
        id="Jumlahnya melampaui bilangan yang dapat disimpan dengan pasti.",
        en="The sum is beyond the numbers that can be kept exactly.",
    )
    IMPOSSIBLE = Text(
        id="Jumlah atau realisasinya tidak mungkin: di luar batas, tidak bulat, atau bagian melebihi keseluruhannya.",
        en="The sums or the actual cannot be: outside their bounds, not whole, or a part above its whole.",
    )

    def __str__(self) -> str:
        return self.value.id


def severity(refusal: Refusal) -> int:
    """Return the number of a refusal in a frame: of several, the largest is told."""
    return len(Refusal) - list(Refusal).index(refusal)
