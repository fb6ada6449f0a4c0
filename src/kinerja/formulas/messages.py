"""What this package says when it refuses something, both texts once."""

from kinerja._base import IndicatorError, Message, QuantityError

NO_CODE = IndicatorError.worded(
    code="formula.no_code",
    id="{indicator}.code = {value!r} bukan kode; isi kode indikatornya, misalnya SK1/1.",
    en="{indicator}.code = {value!r} is no code; give the code of its entry, such as SK1/1.",
)
OTHER_TIMING = IndicatorError.worded(
    code="formula.other_timing",
    id="{indicator}.{member} = {value} tidak cocok untuk data bertanggal; pilih arus (triwulan dijumlahkan) atau "
    "angka tahun: Timing.FLOW atau Timing.YEARLY, di berkas katalog flow atau yearly.",
    en="{indicator}.{member} = {value} does not fit records that have a day; choose a flow, whose quarters add up, or "
    "a year figure: Timing.FLOW or Timing.YEARLY, in a catalogue file flow or yearly.",
)
HEADED_AS_OTHER = IndicatorError.worded(
    code="formula.headed_as_other",
    id="nama variabel {value!r} sudah menjadi judul kolom lain di formulirnya; beri nama lain.",
    en="{indicator}.{field}: the label {value!r} already heads another column of its form; choose another.",
)
BELOW_ZERO = QuantityError.worded(
    code="formula.below_zero",
    id="{what} {value} tidak mungkin di bawah 0.",
    en="{indicator}.{field} = {value}: cannot be below 0.",
)
SAME_DENOMINATOR = Message(
    code="formula.same_denominator",
    id="{what} yang sama ({value}) berulang di {count} baris ({names}), dan semuanya dijumlahkan; bila itu satu, isi "
    "sekali.",
    en="The same {what} ({value}) stands in {count} rows ({names}), all of which are added; if it is one, fill it in "
    "once.",
)
ABOVE_WHOLE = Message(
    code="formula.above_whole",
    id="{part} {value} melebihi {whole} {limit}; periksa, bila yang pertama bagian dari yang kedua.",
    en="{part} {value} exceeds {whole} {limit}; check, if the former is a part of the latter.",
)
VALUE_BELOW = QuantityError.worded(
    code="formula.value_below",
    id="{what} {value} tidak mungkin, di bawah {limit}; satuannya {unit}. Perbaiki datanya: {named}.",
    en="{what} {value} cannot be, below {limit}; its unit is {unit}. Correct the record {named}.",
)
VALUE_ABOVE = QuantityError.worded(
    code="formula.value_above",
    id="{what} {value} tidak mungkin, melebihi {limit}; satuannya {unit}. Perbaiki datanya: {named}.",
    en="{what} {value} cannot be, it exceeds {limit}; its unit is {unit}. Correct the record {named}.",
)
PART_ABOVE = QuantityError.worded(
    code="formula.part_above",
    id="{part} {value} melebihi {whole} {limit} dalam satu baris, padahal bagian darinya. Perbaiki datanya: {named}.",
    en="{part} {value} exceeds {whole} {limit} in one row, of which it is a part. Correct the record {named}.",
)
OTHER_MONTHS = Message(
    code="formula.other_months",
    id="Bulan yang berisi data di salah satu tahun saja: {months}. Bila datanya belum lengkap, angka ini bukan "
    "pertumbuhan; periksa.",
    en="Months with records in one of the years alone: {months}. If the data are not complete, this is no growth; "
    "check.",
)
ITEM_LIKE_TOTAL = Message(
    code="formula.item_like_total",
    id="Satu baris dihitung satu, juga yang bernama angka: {names}. Bila itu jumlahnya, tulis sebagai realisasi.",
    en="Each row counts as one, also where its name is a number: {names}. If that is how many, give it as an actual.",
)
ASSESSED = Message(
    code="formula.assessed", id="Menurut {who}; bukti: {proof}.", en="According to {who}; proof: {proof}."
)
