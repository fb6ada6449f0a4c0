"""What this package says when it refuses something, both texts once."""

from kinerja._base.message import Message
from kinerja._base.text import Text

_PASS = Text(
    id="Berikan int, Fraction, Decimal, atau float; kinerja.readers membaca angka yang ditulis secara Indonesia.",
    en="Pass an int, a Fraction, a Decimal or a float; kinerja.readers reads numbers written in Indonesian.",
)
TEXT_NO_NUMBER = Message(
    code="number.text",
    id="{value!r} adalah teks, bukan angka. " + _PASS.id,
    en="{value!r} is text, not a number. " + _PASS.en,
)
NONE_NO_NUMBER = Message(
    code="number.none",
    id="Kosong (None) berarti tidak ada angka; di rapor kinerja, belum diukur ditulis sebagai None. " + _PASS.id,
    en="None means there is no number; a scorecard takes None as not measured. " + _PASS.en,
)
NOT_FINITE = Message(
    code="number.not_finite",
    id="{value!r} bukan angka berhingga yang wajar. " + _PASS.id,
    en="{value!r} is not a finite number of a sensible size. " + _PASS.en,
)
NOT_EXACT = Message(
    code="number.not_exact",
    id="{value!r} ({kind}) bukan angka yang pasti. " + _PASS.id,
    en="{value!r} ({kind}) is not one exact number. " + _PASS.en,
)
HAS_ACTUAL = Message(
    code="number.has_actual",
    id="{kind} ini bukan angka; maksudnya .actual?",
    en="This {kind} is not a number; did you mean .actual?",
)
NO_DENOMINATOR = Message(
    code="number.no_denominator",
    id="Penyebut {value} tidak dapat menjadi pembagi; tidak ada capaian. Terbitkan alasannya, bukan angka.",
    en="A denominator of {value} cannot be divided by; there is no achievement. Publish the reason, not a figure.",
)
NOT_IN_FULL = Message(
    code="number.not_in_full",
    id="{value!r} bukan angka eksak; tulis bilangan bulat, atau teks seperti 100/3.",
    en='{value!r} is no exact number; write a whole number, or text such as "100/3".',
)

DATE_NOT_WHOLE = Message(
    code="date.not_whole",
    id="tulis tanggal lengkap: 3 Februari 2022, 03/02/2022 (hari dahulu), atau 2022-02-03.",
    en="write the whole date: 3 Februari 2022, 03/02/2022 (day first) or 2022-02-03.",
)
SHORT_YEAR = Message(
    code="date.short_year",
    id="tulis tahunnya dengan empat angka, misalnya 17 Maret 2023.",
    en="write the year with four digits, for example 17 Maret 2023.",
)
NO_SUCH_DATE = Message(
    code="date.none_such",
    id=f"tanggal ini tidak ada di kalender; {DATE_NOT_WHOLE.id}",
    en=f"there is no such date; {DATE_NOT_WHOLE.en}",
)

NAME_UNKNOWN = Message(
    code="name.unknown",
    id="{name!r} tidak dikenal; yang ada: {available}.",
    en="{name!r} is not known; there are: {available}.",
)
NAME_MISSPELT = Message(
    code="name.misspelt",
    id="{name!r} tidak dikenal; maksudnya {meant}?",
    en="{name!r} is not known; did you mean {meant}?",
)
EXTRA_MISSING = Message(
    code="extra.missing",
    id='Bagian ini memerlukan paket tambahan; pasang dengan: pip install "kinerja[{extra}]"',
    en='This part needs optional packages; install them with: pip install "kinerja[{extra}]"',
)

RECORDS_UNREADABLE = Message(
    code="records.unreadable",
    id="{count} hal harus diperbaiki dahulu; setelah itu diperiksa lagi:",
    en="{count} things must be mended first; then all is checked again:",
)
CATALOGUE_UNREADABLE = Message(
    code="catalogue.unreadable",
    id="{source}: keputusan belum dapat dibaca; {count} hal harus diperbaiki:",
    en="{source}: the decree cannot be read yet; to mend ({count}):",
)
SCORECARD_UNREADABLE = Message(
    code="scorecard.unreadable",
    id="Rapor kinerja tidak dapat dimuat; yang tidak sesuai ({count}):",
    en="The scorecard cannot be loaded; what does not agree ({count}):",
)
TRACE_UNREADABLE = Message(
    code="trace.unreadable",
    id="Jejak angka tidak dapat diperiksa; yang harus diperbaiki ({count}):",
    en="The trace cannot be verified; to mend ({count}):",
)

UNREADABLE = Message(code="file.unreadable", id="tidak dapat dibaca ({error}).", en="cannot be read ({error}).")
NOT_JSON = Message(code="file.not_json", id="bukan JSON ({error}).", en="is not JSON ({error}).")
OTHER_SCHEMA = Message(
    code="file.other_schema", id="bukan {called} berskema {schema}.", en="is not {called} of schema {schema}."
)
MISSING = Message(code="part.missing", id="harus ada.", en="must be there.")
TABLE_MISSING = Message(code="part.table_missing", id="harus ada, berupa tabel.", en="must be there, as a table.")
TABLES_MISSING = Message(
    code="part.tables_missing",
    id="harus ada, berupa deret tabel yang tidak kosong.",
    en="must be there, as tables, at least one.",
)
NO_TEXT = Message(code="part.text", id="{value!r} harus teks.", en="{value!r} must be text.")
NO_WHOLE_NUMBER = Message(
    code="part.whole", id="{value!r} harus bilangan bulat.", en="{value!r} must be a whole number."
)
NO_FLAG = Message(code="part.flag", id="{value!r} harus true atau false.", en="{value!r} must be true or false.")
NO_DATE = Message(
    code="part.date",
    id="{value!r} harus tanggal seperti 2022-02-23.",
    en="{value!r} must be a date such as 2022-02-23.",
)
NO_NUMBER = Message(
    code="part.number",
    id='{value!r} harus angka seperti 40, 47.25, atau "100/3".',
    en='{value!r} must be a number such as 40, 47.25 or "100/3".',
)
NO_TABLE = Message(code="part.table", id="harus berupa tabel.", en="must be a table.")
NO_LIST = Message(code="part.list", id="harus berupa deret.", en="must be a list.")
