"""What this package says when it refuses something, both texts once."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

from kinerja._base import IndicatorError, Message, PeriodError, QuantityError, Text

ONE_TRUTH = Message(
    code="rule.one_truth",
    id="aturan hitung tidak dapat memakai {sign}, karena sebuah kolom benar atau salah per baris; gunakan {instead}.",
    en="a counting rule cannot use {sign}, because a column is true or false row by row; use {instead}.",
)
SORTS: dict[type | None, Text] = {
    bool: Text(id="benar atau salah", en="true or false"),
    str: Text(id="teks", en="a text"),
    Fraction: Text(id="bilangan eksak", en="an exact number"),
    float: Text(id="bilangan tak eksak", en="an inexact number"),
    dt.date: Text(id="tanggal", en="a day"),
    dt.datetime: Text(id="tanggal dan jam", en="a day and time"),
    None: Text(id="sebuah nilai", en="a value"),
}
OTHER_SORT = Message(
    code="rule.other_sort",
    id="{field} berisi {kind}, sedangkan {value} bukan itu, sehingga syaratnya tidak pernah benar; bandingkan yang "
    "sejenis, dan tanyakan yang kosong dengan known.",
    en="{field} is {kind}, and {value} is not, so that the condition could never hold; compare like with like, and ask "
    "with known whether there is a value.",
)
NO_OPTION = Message(
    code="rule.no_option",
    id="{field} tidak pernah berisi {value}; pilihannya {limit}.",
    en="{field} never holds {value}; its options are {limit}.",
)
MAY_BE_UNKNOWN = Message(
    code="rule.may_be_unknown",
    id="{value} boleh kosong, dan {sign} tidak menanyakannya; gunakan at_least, above, between, atau untuk kesamaan "
    "between(a, b, b).",
    en="{value} may be unknown, and {sign} does not ask; use at_least, above, between, or for equality "
    "between(a, b, b).",
)
NOT_JOINED = Message(
    code="rule.not_joined",
    id="{value} bukan syarat atas kolom, sehingga {sign} tidak dapat memakainya; bandingkan dahulu, atau gunakan known "
    "alih-alih is None.",
    en="{value} is no condition on a column, so that {sign} cannot take it; compare it first, or use known instead of "
    "is None.",
)
NOT_CALCULATED = Message(
    code="rule.not_calculated",
    id="{value} bukan bilangan eksak, sehingga {sign} tidak dapat menghitungnya; hitung kolom bilangan dan bilangan "
    "bulat saja, misalnya 13 * x / 10.",
    en="{value} is no exact number, so that {sign} cannot calculate with it; use fields that are numbers and whole "
    "numbers alone, such as 13 * x / 10.",
)
UNKNOWN_CALCULATED = Message(
    code="rule.unknown_calculated",
    id="{value} boleh kosong, sehingga {sign} tidak selalu dapat menghitungnya; jadikan kolomnya wajib, atau gunakan "
    "percent_change.",
    en="{value} may be unknown, so that {sign} cannot always calculate with it; make the field one that is always "
    "known, or use percent_change.",
)
MAY_BE_ZERO = Message(
    code="rule.may_be_zero",
    id="{value} dapat bernilai 0, dan tidak dapat menjadi pembagi di aturan hitung; gunakan percent_change, atau "
    "hitung pembaginya sebagai variabel dan bagi di rumus.",
    en="{value} may be 0, and a counting rule cannot divide by it; use percent_change, or count the divisor as a "
    "variable and divide in the formula.",
)
NO_TEXT_STATED = Message(
    code="rule.no_text_stated",
    id="stated membaca {value}, yang bukan teks; gunakan known.",
    en="stated reads {value}, which is no text; use known.",
)
NO_SET = Message(
    code="rule.no_set",
    id="one_of memerlukan himpunan, sedangkan {value} satu teks; tulis frozenset(('a', 'b')).",
    en="one_of takes a set, and {value} is one text; write frozenset(('a', 'b')).",
)
NO_TEXT_OF_EITHER = Message(
    code="rule.no_text_of_either",
    id="either membaca {value}, yang bukan teks; berikan dua kolom teks.",
    en="either reads {value}, which is no text; give it two fields that are texts.",
)
KEY_ALONE = Message(
    code="rule.key_alone",
    id="either atas {value} hanya dapat berdiri di per; untuk syarat, tanyakan masing-masing dengan stated.",
    en="either of {value} can stand in per alone; in a condition ask each of them with stated.",
)
NO_RECORD = IndicatorError.worded(
    code="record.not_attrs",
    id="{indicator}.record = {value} bukan kelas data dukung; tulis @attrs.frozen(kw_only=True) di atas kelasnya.",
    en="{indicator}.record = {value} is no record class; write @attrs.frozen(kw_only=True) above the class.",
)
NO_IDENTITY = IndicatorError.worded(
    code="record.no_identity",
    id="{indicator}: {value} tidak menyatakan apa yang membuat dua barisnya satu; tambahkan identity: ClassVar = (...) "
    "dengan nama kolomnya: {names}.",
    en="{indicator}: {value} does not state what makes two of its rows one; add identity: ClassVar = (...) with names "
    "of its fields: {names}.",
)
NOT_DATED = IndicatorError.worded(
    code="record.not_dated",
    id="{indicator}: {kind}.dated_by = {value!r} bukan kolom tanggal atau tahun; sebutkan kolom yang menyatakan "
    "periode barisnya: {names}.",
    en="{indicator}: {kind}.dated_by = {value!r} is no field that holds a day or a year; name the field that tells of "
    "which period a row is: {names}.",
)
HINT_UNRESOLVED = IndicatorError.worded(
    code="record.hint_unresolved",
    id="{indicator}: tipe {value} pada {kind} tidak ditemukan saat program berjalan, sehingga jejak angkanya tidak "
    "dapat dibaca kembali; pindahkan impor {value} di {module} ke luar TYPE_CHECKING.",
    en="{indicator}: the type {value} in {kind} is not found when the program runs, so that its traces could not be "
    "read back; move the import of {value} in {module} out of TYPE_CHECKING.",
)
UNDESCRIBED = IndicatorError.worded(
    code="record.undescribed",
    id="{indicator}.{member} tidak menyebut judul kolom dan isinya; tambahkan metadata=text(judul, catatan), atau "
    "name, day, year, number, rupiah, account, flag dari kinerja.records.",
    en="{indicator}.{member} says neither its heading nor what it holds; add metadata=text(heading, note), or name, "
    "day, year, number, rupiah, account, flag of kinerja.records.",
)
NOT_BY_KIND = IndicatorError.worded(
    code="record.not_by_kind",
    id="{indicator}: kolom {value} tidak diperiksa menurut jenisnya; tulis "
    "@attrs.frozen(kw_only=True, field_transformer=by_kind) di atas kelasnya.",
    en="{indicator}: the fields of {value} are not held to their kinds; write "
    "@attrs.frozen(kw_only=True, field_transformer=by_kind) above the class.",
)
OTHER_TYPE = IndicatorError.worded(
    code="record.other_type",
    id="{indicator}: {field} berjenis {kind}, tetapi ditulis sebagai {value}; tulis {limit}.",
    en="{indicator}: {field} is described as {kind}, but written as {value}; write {limit}.",
)
HEADED_TWICE = IndicatorError.worded(
    code="record.headed_twice",
    id="{indicator}: dua kolom {kind} mempunyai judul yang sama: {value}. Beri masing-masing judul sendiri.",
    en="{indicator}: two fields of {kind} have one heading: {value}. Give each a heading of its own.",
)
BLANK = QuantityError.worded(
    code="record.blank",
    id="{what} = {value!r}: harus teks yang tidak kosong.",
    en="{indicator}.{field} = {value!r}: must be a text that is not blank.",
)
NO_TEXT = QuantityError.worded(
    code="record.no_text",
    id="{what} = {value!r}: harus teks, dalam tanda kutip.",
    en="{indicator}.{field} = {value!r}: must be a text, in quotes.",
)
OTHER_OPTION = QuantityError.worded(
    code="record.other_option",
    id="{what} = {value!r}: bukan salah satu pilihannya: {limit}.",
    en="{indicator}.{field} = {value!r}: is none of its options: {limit}.",
)
NO_ACCOUNT = QuantityError.worded(
    code="record.no_account",
    id="{what} = {value!r}: harus enam angka, ditulis sebagai teks, misalnya '521211'.",
    en="{indicator}.{field} = {value!r}: must be a text of six digits in quotes, for example '521211'.",
)
NO_DAY = QuantityError.worded(
    code="record.no_day",
    id="{what} = {value!r}: harus tanggal, tanpa jam, misalnya 2023-02-03.",
    en="{indicator}.{field} = {value!r}: must be a datetime.date, without a time; kinerja.readers.read_date reads "
    "text.",
)
NO_FLAG = QuantityError.worded(
    code="record.no_flag",
    id="{what} = {value!r}: harus true atau false.",
    en="{indicator}.{field} = {value!r}: must be True or False.",
)
NO_YEAR = QuantityError.worded(
    code="record.no_year",
    id="{what} = {value!r}: harus tahun, misalnya 2023.",
    en="{indicator}.{field} = {value!r}: must be a year, for example 2023.",
)
NO_ACCOUNTS = QuantityError.worded(
    code="record.no_accounts",
    id="Akun {names} tidak sah; berikan sedikitnya satu, masing-masing teks enam angka seperti 521211.",
    en="Account {names} is not valid; give at least one, each a text of six digits such as 521211.",
)
OTHER_YEAR = PeriodError.worded(
    code="period.year",
    id="{value!r} bukan tahun; berikan tahun sebagai bilangan bulat, misalnya 2023.",
    en="{value!r} is not a year; pass it as a whole number, for example 2023.",
)
OTHER_QUARTER = PeriodError.worded(
    code="period.quarter",
    id="Triwulan {value!r} tidak ada; triwulan adalah 1, 2, 3, atau 4.",
    en="There is no quarter {value!r}; a quarter is 1, 2, 3 or 4.",
)
OTHER_SEMESTER = PeriodError.worded(
    code="period.semester",
    id="Semester {value!r} tidak ada; semester adalah 1 atau 2.",
    en="There is no semester {value!r}; a semester is 1 or 2.",
)
OTHER_PERIOD = PeriodError.worded(
    code="period.other",
    id="{value!r} bukan periode; tulis tahun (2023), triwulan atau semester sejak Januari (2023-TW2, 2023-S1), atau "
    "bagian itu saja (2023-TW2-saja).",
    en="{value!r} is not a period; write a year (2023), a quarter or semester since January (2023-TW2, 2023-S1), "
    "or that part alone (2023-TW2-saja).",
)
