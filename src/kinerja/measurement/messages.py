"""What this package says when it refuses something, both texts once."""

from kinerja._base import (
    DoubleCountError,
    IndicatorError,
    Message,
    NotMeasuredError,
    PeriodError,
    PolarityError,
    QuantityError,
    TargetError,
    Text,
    UndefinedAchievementError,
    UndefinedActualError,
)

NEEDS_INSTANCE = IndicatorError.worded(
    code="indicator.needs_instance",
    id="{indicator}.{member} hanya dapat dijawab oleh objeknya; buat dahulu {indicator}({value}).",
    en="{indicator}.{member} can only be asked of an instance; make one first: {indicator}({value}).",
)
NO_INSTANCE = IndicatorError.worded(
    code="indicator.no_instance",
    id="{indicator} bukan objek indikator; buat dahulu dari kelasnya, misalnya P3DNRatio().",
    en="{indicator} is not an indicator; make one of its class first, such as P3DNRatio().",
)
NOT_STATED = IndicatorError.worded(
    code="indicator.not_stated",
    id="{indicator} belum menyatakan {member}; tambahkan {member} = ... di kelasnya, seperti pada ketujuh indikator.",
    en="{indicator} does not state its {member}; add {member} = ... to the class, as the seven indicators do.",
)
OTHER_KIND = IndicatorError.worded(
    code="indicator.other_kind",
    id="{indicator}.{member} = {value!r} bukan {kind}; berikan {kind}.",
    en="{indicator}.{member} = {value!r} is not of type {kind}; give one that is.",
)
NO_VARIABLES = IndicatorError.worded(
    code="indicator.no_variables",
    id="{indicator}.variables harus deret (tuple) berisi Variable saja; bila hanya satu, tulis (Variable(...),) dengan "
    "koma.",
    en="{indicator}.variables must be a tuple of Variables alone; a single one is written (Variable(...),), with the "
    "comma.",
)
NAMED_TWICE = IndicatorError.worded(
    code="indicator.named_twice",
    id="{indicator}: dua variabel mempunyai {what} yang sama: {value}. Beri masing-masing {what} sendiri.",
    en="{indicator}: two variables have one {what}: {value}. Give each a {what} of its own.",
)
NO_SYMBOL = IndicatorError.worded(
    code="indicator.no_symbol",
    id="{indicator}: variabel {field} tidak mempunyai huruf; beri symbol, misalnya huruf yang dipakai keputusan.",
    en="{indicator}: the variable {field} has no letter; give it a symbol, for example the decree's own.",
)
RESERVED = IndicatorError.worded(
    code="indicator.reserved",
    id="{indicator}: variabel tidak dapat bernama per, karena Tally memakainya; beri nama lain.",
    en="{indicator}: no variable can be named per, which Tally takes for itself; give it another name.",
)
OTHER_WORD = IndicatorError.worded(
    code="indicator.other_word",
    id="{indicator}: {what} = {value!r} pada variabel {field} tidak dikenal; tulis salah satu dari {limit}.",
    en="{indicator}: {what} = {value!r} of the variable {field} is not known; write one of {limit}.",
)
LEAST_ABOVE_MOST = IndicatorError.worded(
    code="indicator.least_above_most",
    id="{indicator}: {member} = {value} di atas batas terbesarnya, {limit}; tidak ada angka di antaranya.",
    en="{indicator}: {member} = {value} is above the most there can be, {limit}; no number is between them.",
)
PART_OF_NONE = IndicatorError.worded(
    code="indicator.part_of_none",
    id="{indicator}: {field} dinyatakan bagian dari {value!r}, yang bukan variabel lain; yang ada: {names}.",
    en="{indicator}: {field} is said to be part of {value!r}, which is no other variable; there are: {names}.",
)
OTHER_PARAMETERS = IndicatorError.worded(
    code="indicator.other_parameters",
    id="{indicator}.formula mempunyai parameter {value}, sedangkan variabelnya {names}; samakan namanya, dan tulis "
    "@staticmethod di atasnya.",
    en="{indicator}.formula takes {value}, but the variables are {names}; give both the same names, and write "
    "@staticmethod above it.",
)
NO_ARITHMETIC = IndicatorError.worded(
    code="indicator.no_arithmetic",
    id="{indicator}.formula tidak dapat ditulis sebagai rumus: {why} Gunakan variabel, bilangan bulat, dan + - * / "
    "saja.",
    en="{indicator}.formula cannot be written as a formula: {why} Use variables, whole numbers and + - * / alone.",
)
DIVISOR_UNDECLARED = IndicatorError.worded(
    code="indicator.divisor_undeclared",
    id="{indicator}.formula membagi dengan {value}; jadikan pembaginya satu variabel dan nyatakan divisor=True "
    "padanya, agar pembagi nol ditolak dengan alasan.",
    en="{indicator}.formula divides by {value}; make it one variable and state divisor=True on it, so that a divisor "
    "of 0 is refused with a reason.",
)
DIVISOR_UNUSED = IndicatorError.worded(
    code="indicator.divisor_unused",
    id="{indicator}.formula tidak membagi dengan {value}, yang dinyatakan pembagi; hapus divisor=True di sana, agar "
    "nol tidak ditolak tanpa alasan.",
    en="{indicator}.formula does not divide by {value}, which is declared a divisor; take divisor=True away there, so "
    "that 0 is not refused without reason.",
)
UNTIMED = IndicatorError.worded(
    code="indicator.untimed",
    id="{indicator} menghitung data dukung tetapi tidak menyatakan bagaimana triwulannya digabung; tambahkan "
    "timing = Timing. dengan salah satu dari {names}.",
    en="{indicator} counts records but does not state how its quarters come together; add timing = Timing. with one of "
    "{names}.",
)
NO_FIELD = IndicatorError.worded(
    code="indicator.no_field",
    id="{indicator}.tally membaca line.{field}, yang bukan kolom {kind}; yang ada: {names}.",
    en="{indicator}.tally reads line.{field}, which is no field of {kind}; there are: {names}.",
)
NO_RULE = IndicatorError.worded(
    code="indicator.no_rule",
    id="{indicator}.tally tidak dapat dijalankan atas kolom: {why} Bandingkan kolom line, gunakan kata dari "
    "kinerja.records, gabungkan dengan & dan |, lalu yield Tally(syarat, variabel=nilai).",
    en="{indicator}.tally cannot run on columns: {why} Compare fields of the line, use the words of kinerja.records, "
    "join them with & and |, and yield Tally(conditions, variable=value).",
)
NO_TALLY = IndicatorError.worded(
    code="indicator.no_tally",
    id="{indicator}.tally menghasilkan {value!r}; hasilkan (yield) Tally(syarat, variabel=nilai).",
    en="{indicator}.tally gives {value!r}; yield Tally(conditions, variable=value).",
)
NO_CONDITION = IndicatorError.worded(
    code="indicator.no_condition",
    id="{indicator}.tally menghitung {value} tanpa syarat; sebutkan sedikitnya satu, dengan nama bagi pembacanya.",
    en="{indicator}.tally counts {value} under no condition; state at least one, named for its reader.",
)
UNNAMED_CONDITION = IndicatorError.worded(
    code="indicator.unnamed_condition",
    id="{indicator}.tally menghitung {value} dengan syarat tanpa nama; tulis Tally({{'nama bagi pembacanya': syarat}}, "
    "...).",
    en="{indicator}.tally counts {value} under conditions without names; write Tally({{'name for its reader': "
    "condition}}, ...).",
)
CHANGED = IndicatorError.worded(
    code="indicator.changed",
    id="{indicator}.tally mengubah syarat yang sudah diberikan pada sebuah Tally; buat dict baru untuk Tally "
    "berikutnya: {{**syarat, 'nama': syarat_lain}}.",
    en="{indicator}.tally changes conditions after a Tally has them; make a new dict for the next Tally: "
    "{{**conditions, 'name': another}}.",
)
CONSTANT_CONDITION = IndicatorError.worded(
    code="indicator.constant_condition",
    id="{indicator}.tally: syarat {value!r} tidak membaca kolom apa pun; syarat harus bergantung pada isi barisnya.",
    en="{indicator}.tally: the condition {value!r} reads no field; a condition holds or fails by what the line says.",
)
NO_TRUTH = IndicatorError.worded(
    code="indicator.no_truth",
    id="{indicator}.tally: syarat {value!r} adalah isi {names}, bukan benar atau salah; bandingkan isinya, atau "
    "gunakan known atau stated.",
    en="{indicator}.tally: the condition {value!r} is what {names} holds, not true or false; compare it, or use known "
    "or stated.",
)
NO_KEY = IndicatorError.worded(
    code="indicator.no_key",
    id="{indicator}.tally: per = {value} bukan deret (tuple) kolom; tulis per=(line.unit, line.nama), dengan koma "
    "bila hanya satu.",
    en="{indicator}.tally: per = {value} is no tuple of columns; write per=(line.unit, line.name), with the comma "
    "where it is one.",
)
KEY_UNKNOWN = IndicatorError.worded(
    code="indicator.key_unknown",
    id="{indicator}.tally: per membaca {value}, yang boleh kosong, sehingga semua yang kosong akan terhitung sebagai "
    "satu; gunakan kolom wajib, atau either dengan kolom wajib sebagai yang kedua.",
    en="{indicator}.tally: per reads {value}, which may be unknown, so that all unknown ones would count as one; use a "
    "field that is always known, or either with such a field as its second.",
)
NOT_ONE = IndicatorError.worded(
    code="indicator.not_one",
    id="{indicator}.tally menambahkan {value} pada {field} dengan per; dengan per hanya 1 yang dapat dihitung.",
    en="{indicator}.tally adds {value} to {field} with per; with per nothing but 1 can be counted.",
)
NO_AMOUNT = IndicatorError.worded(
    code="indicator.no_amount",
    id="{indicator}.tally menambahkan {value} pada {field}; yang dapat ditambahkan hanya bilangan bulat atau Fraction, "
    "kolom bilangan, atau hasil hitungannya.",
    en="{indicator}.tally adds {value} to {field}; add a whole number, a Fraction, a field that is a number, or what "
    "is calculated from these.",
)
SAME_IN_QUARTER = IndicatorError.worded(
    code="indicator.same_in_quarter",
    id="{indicator}.tally menghitung sama untuk triwulan dan untuk setahun, sehingga angka tahun akan tampil sebagai "
    "angka triwulan; saring menurut tanggal, misalnya dengan period.contains, atau nyatakan timing = Timing.YEARLY.",
    en="{indicator}.tally counts the same for a quarter as for the year, so that the year's figure would stand for "
    "each quarter; filter by a day, for example with period.contains, or state timing = Timing.YEARLY.",
)
OTHER_QUANTITIES = IndicatorError.worded(
    code="indicator.other_quantities",
    id="{indicator}.tally menghitung {value}, sedangkan variabelnya {names}; hitung masing-masing di satu Tally, dan "
    "hanya itu.",
    en="{indicator}.tally counts {value}, but the variables are {names}; count each of them in one Tally and nothing "
    "else.",
)
RAISED = Message(code="indicator.raised", id="{kind}: {value}.", en="{kind}: {value}.")
NOT_WHOLE = Message(
    code="indicator.not_whole",
    id="{value!r} ({kind}) bukan bilangan bulat; tulis 13 * x / 10, bukan 1.3 * x.",
    en="{value!r} ({kind}) is no whole number; write 13 * x / 10, not 1.3 * x.",
)
NO_CONDITION_IN_FORMULA = Message(
    code="indicator.no_condition_in_formula",
    id="rumus membandingkan nilainya (==, <, if), padahal rumus hanya menghitung.",
    en="it compares its values (==, <, if), while a formula calculates only.",
)
UNHASHABLE = IndicatorError.worded(
    code="indicator.unhashable",
    id="{value!r} mempunyai parameter yang dapat berubah (list, dict, set); gunakan tuple, FrozenMap, atau frozenset.",
    en="{value!r} has a parameter that can change (list, dict, set); use a tuple, FrozenMap or frozenset.",
)

NO_COUNTING_RULE = QuantityError.worded(
    code="indicator.no_counting_rule",
    id="Indikator ini tidak mempunyai aturan hitung atas data dukung; berikan jumlah tiap variabelnya.",
    en="{indicator} has no counting rule for records; use measure() with the totals.",
)
OTHER_NAMES = QuantityError.worded(
    code="quantity.other_names",
    id="Perlu tepat {names}; yang diberikan: {given}.",
    en="{indicator}: takes exactly {names}; it was given {given}.",
)
NOTHING = Text(id="tidak ada", en="nothing")
ACTUAL = Text(id="realisasi", en="actual")
NOT_UNDIVIDED = QuantityError.worded(
    code="quantity.whole",
    id="{what} = {value} bukan bilangan bulat; {unit} dihitung utuh.",
    en="{indicator}: {field} = {value} is not a whole number; a {unit} is counted undivided.",
)
BELOW_LEAST = QuantityError.worded(
    code="quantity.least",
    id="{what} = {value} tidak mungkin; nilai terkecil {limit}.",
    en="{indicator}: {field} = {value} cannot be; the least is {limit}.",
)
ABOVE_MOST = QuantityError.worded(
    code="quantity.most",
    id="{what} = {value} tidak mungkin; nilai terbesar {limit}.",
    en="{indicator}: {field} = {value} cannot be; the most is {limit}.",
)
NO_RANGE = QuantityError.worded(
    code="quantity.no_range",
    id="usual = {value} harus dua bilangan, yang terendah dahulu, misalnya [1, 100].",
    en="usual = {value} must be two numbers, the lower first, such as [1, 100].",
)
UNUSUAL = Message(
    code="quantity.unusual",
    id="{what} {value} di luar yang lazim ({low} sampai {high}); periksa koma dan satuannya.",
    en="{what} {value} is outside what is usual ({low} to {high}); check its decimal comma and its unit.",
)
ABOVE_WHOLE = QuantityError.worded(
    code="quantity.part",
    id="{what} = {value} tidak boleh melebihi {whole} = {limit}, karena merupakan bagiannya.",
    en="{indicator}: {field} = {value} cannot exceed {part_of} = {limit}, of which it is a part.",
)
UNDEFINED = UndefinedActualError.worded(
    code="actual.undefined",
    id="{what} = {value}, sehingga tidak ada pembagi di atas 0. Terbitkan alasannya, bukan angka.",
    en="{indicator}: {quantity} = {value}, so there is nothing above 0 to divide by. Publish the reason, not a figure.",
)
UNMEASURED = NotMeasuredError.worded(code="actual.unmeasured", id="Belum diukur: {why}.", en="Not measured: {why}.")
ZERO = Message(code="actual.zero", id="0: {why}.", en="0: {why}.")
NONE_THERE = Message(
    code="records.none_there", id="tidak ada {noun}{where} untuk {named}", en="there is no {noun}{where} for {named}"
)
NONE_DATED = Message(
    code="records.none_dated",
    id="tidak ada {noun} {when}{where} ({there})",
    en="there is no {noun} {when}{where} ({there})",
)
NONE_MEETS = Message(
    code="records.none_meets",
    id="dari {count} {noun} {when}{where} tidak satu pun memenuhi {conditions}",
    en="no {noun} {when}{where}, of {count}, meets {conditions}",
)
NONE_TO_COMPARE = Message(
    code="records.none_to_compare",
    id="belum ada {noun} {when}{where} untuk dibandingkan ({there}); tambahkan di data dukung yang sama",
    en="there is no {noun} {when}{where} to compare with ({there}); add it to the same records",
)
BETWEEN = Message(
    code="records.between",
    id="{count} {noun} di luar masa yang dibandingkan ({there}) tidak dihitung{names}.",
    en="Not counted, as outside the months that are compared ({there}): {noun}, {count}{names}.",
)
LATER = Message(
    code="records.later",
    id="{count} {noun} sesudah {period} ({there}) tidak dihitung{names}.",
    en="Not counted, as later than {period} ({there}): {noun}, {count}{names}.",
)
EARLIER = Message(
    code="records.earlier",
    id="{count} {noun} sebelum {year} ({there}) tidak dihitung{names}.",
    en="Not counted, as of a year before {year} ({there}): {noun}, {count}{names}.",
)
OUTSIDE = Message(code="records.outside", id="{heading} {day}, di luar {spans}", en="{heading} {day}, outside {spans}")
OF_THESE_DAYS = Message(
    code="records.of_these_days",
    id="Semua data dengan {heading} {days}.",
    en="All records of which {heading} is {days}.",
)
OF_BOTH_YEARS = Message(
    code="records.of_both_years",
    id="Semua data dengan {heading} {days}. Tanpa yang tahun lalu tidak ada yang dibandingkan.",
    en="All records of which {heading} is {days}. Without those of the year before there is nothing to compare with.",
)
ALL_IN_FORCE = Message(
    code="records.all_in_force",
    id="Semua {noun} yang berlaku pada {opening} atau pada {end}, sejak kapan pun: yang dihitung ialah selisih "
    "keduanya.",
    en="All in force on {opening} or on {end} ({noun}), whenever they began: their difference is counted.",
)
ALIKE = Message(
    code="records.alike",
    id="Hanya berbeda huruf besar, spasi, atau tanda baca, dan masing-masing dihitung satu: {value}. Bila sama, "
    "samakan tulisannya.",
    en="Different in capitals, blanks or punctuation alone, and each counted as one: {value}. If they are the same, "
    "write them alike.",
)
UNKNOWN = Message(
    code="records.unknown",
    id="Tidak dihitung karena kosong: {named}.",
    en="Not counted because it is unknown: {named}.",
)
PARTLY_UNKNOWN = Message(
    code="records.partly_unknown",
    id="Hanya dihitung sebagian karena kosong: {named}.",
    en="Counted in part alone because it is unknown: {named}.",
)
OTHER_INDICATOR = QuantityError.worded(
    code="measurement.other_indicator",
    id="{own} dan {value.indicator} tidak dapat dijumlahkan; hanya pengukuran indikator yang sama, dengan parameter "
    "yang sama, yang dapat dijumlahkan.",
    en="{own} and {value.indicator} do not add; only measurements of the same indicator with the same parameters do.",
)
NEVER_ADDS = QuantityError.worded(
    code="measurement.never_adds",
    id="{indicator} tidak pernah dijumlahkan: nilai dan indeks bukan jumlah bagian-bagiannya. Ukur dari semua datanya "
    "sekaligus, atau minta nilainya kepada penilai.",
    en="{indicator} never adds: a mark or an index is no sum of parts. Measure it from all its records at once, or ask "
    "whoever assesses it.",
)
OTHER_RECORD = QuantityError.worded(
    code="record.other_class",
    id="{indicator} menghitung {record}, sedangkan yang diberikan {kind}, yang tidak mempunyai {field}.",
    en="{indicator} counts records of {record}; it was given {kind}, which has no {field}.",
)
UNKNOWN_VALUE = QuantityError.worded(
    code="record.unknown_value",
    id="Angka yang dihitung dari data dukung {named} tidak diketahui; lengkapi.",
    en="{indicator}: {field} is unknown in the record {named}. Complete it.",
)
NOT_EXACT = QuantityError.worded(
    code="record.not_exact",
    id="{indicator}: {field} menjumlahkan {kind}, yang bukan bilangan eksak; jadikan int atau Fraction, misalnya "
    "dengan converter=exact pada kolomnya.",
    en="{indicator}: {field} adds values of type {kind}, which are not exact; make them int or Fraction, for example "
    "by converter=exact at the field.",
)
COUNTED_TWICE = DoubleCountError.worded(
    code="record.counted_twice",
    id="Data dukung berikut ada dua kali atau lebih: {named}. Sisakan masing-masing satu.",
    en="{indicator}: these records stand twice or more: {named}. Keep one of each.",
)
COUNTED_UNEQUAL = DoubleCountError.worded(
    code="record.counted_unequal",
    id="Data dukung berikut ada dua kali atau lebih, dengan isi yang berbeda: {named}. {cure}",
    en="{indicator}: these records stand twice or more, and differ: {named}. {cure}",
)
KEEP_ONE = Message(
    code="record.keep_one",
    id="Bila satu hal, sisakan baris yang benar; dari angka kumulatif, yang terakhir. Hanya bila memang beberapa hal, "
    "bedakan isi kolom {limit}.",
    en="If they are one thing, keep the right row, of cumulative figures the last. Only if they are several, tell them "
    "apart by {limit}.",
)
NUMBER_APART = Message(
    code="record.number_apart",
    id="Bila memang beberapa hal, beri masing-masing {limit} sendiri, misalnya dengan /1 dan /2 di belakangnya; bila "
    "satu hal, sisakan baris yang benar.",
    en="If they are several things, give each {limit} of its own, for example with /1 and /2 behind it; if they are "
    "one, keep the right row.",
)
COUNTED_IN_BOTH = DoubleCountError.worded(
    code="measurement.counted_in_both",
    id="Yang berikut terhitung di {left} dan di {right}: {named}. Ukur semuanya sekaligus, agar "
    "masing-masing terhitung satu kali.",
    en="{indicator}: these are counted in {left} and in {right}: {named}. Measure all records at once, so that each "
    "counts once.",
)
YEAR_ONLY = PeriodError.worded(
    code="period.year_only",
    id="Indikator ini diukur per tahun; data dukungnya untuk setahun penuh. Berikan tahunnya, {value.year}.",
    en="{indicator} is measured by the year; its records are for whole years. Pass the year, {value.year}.",
)
SINCE_JANUARY = PeriodError.worded(
    code="period.since_january",
    id="Indikator ini dihitung dari realisasi sejak Januari, sehingga tidak ada angka untuk {value}. Berikan {since}.",
    en="{indicator} is counted from what was realised since January, so that there is no figure for {value}. "
    "Pass {since}.",
)
NOT_ADDING = PeriodError.worded(
    code="period.not_adding",
    id="Periode {value} tidak dapat dijumlahkan. {why}",
    en="{indicator}: the periods {value} do not add up. {why}",
)
OVERLAPPING = PeriodError.worded(
    code="period.overlapping",
    id="Periode {value} bertumpang tindih, sehingga ada hari yang terhitung dua kali.",
    en="{indicator}: the periods {value} overlap, so that days would be counted twice.",
)
NO_POLARITY = PolarityError.worded(
    code="polarity.unknown",
    id="{value!r} bukan Polarity; berikan Polarity.MAXIMISE atau Polarity.MINIMISE.",
    en="{value!r} is not a Polarity; pass Polarity.MAXIMISE or Polarity.MINIMISE.",
)
NO_MINIMISE = QuantityError.worded(
    code="minimise.unknown",
    id="Aturan minimasi {value!r} tidak dikenal; pilih 'reflected', yaitu (2T - R) / T × 100, atau 'ratio', yaitu "
    "T / R × 100.",
    en="There is no rule {value!r} for less is better; choose 'reflected', (2T - R) / T × 100, or 'ratio', "
    "T / R × 100.",
)
NO_DIVISOR = UndefinedAchievementError.worded(
    code="achievement.undefined",
    id="Realisasi {value} tidak dapat menjadi pembagi menurut aturan T / R × 100. Terbitkan alasannya, bukan angka.",
    en="An actual of {value} cannot be divided by, as the rule T / R × 100 does. Publish the reason, not a figure.",
)
NOT_POSITIVE = TargetError.worded(
    code="target.not_positive",
    id="Target {value} tidak dapat menjadi pembagi; target harus di atas 0. Di rapor kinerja baris seperti ini tetap "
    "tampil dengan alasannya.",
    en="A target of {value} cannot be divided by; it must be above 0. A scorecard keeps such a row, with the reason.",
)
OUT_OF_REACH = Message(
    code="needed.out_of_reach",
    id="Capaian {asked}% tidak terjangkau. {why}",
    en="An achievement of {asked}% is out of reach. {why}",
)
ABOVE_CAP = Message(
    code="needed.above_cap", id="Capaian dibatasi paling tinggi {cap}%.", en="Achievements are capped at {cap}%."
)
ALWAYS_ABOVE = Message(
    code="needed.always_above",
    id="Aturan T / R × 100 selalu memberi capaian di atas 0.",
    en="The rule T / R × 100 always gives an achievement above 0.",
)
ROUNDED = Message(code="needed.rounded", id="{line}, dihitung utuh {whole}", en="{line}, undivided {whole}")
NOT_BY = Message(
    code="needed.not_by",
    id="Berapa pun {what}, realisasi yang diperlukan tidak tercapai.",
    en="Whatever is put for {what}, the actual that is needed is not reached.",
)
WHATEVER = Message(
    code="needed.whatever",
    id="Berapa pun {what}, realisasinya {made} dan sudah mencapainya.",
    en="Whatever is put for {what}, the actual is {made}, which reaches it.",
)
NOT_ALL_BUT_ONE = QuantityError.worded(
    code="needed.not_all_but_one",
    id="Berikan semua variabel kecuali satu, yang dicari; variabelnya {names}, yang diberikan {value}.",
    en="{indicator}: give all variables but the one that is looked for; they are {names}, and {value} was given.",
)
NOT_STRAIGHT = QuantityError.worded(
    code="needed.not_straight",
    id="Rumusnya memuat kuadrat dari variabel yang dicari, sehingga tidak dapat dibalik; hitung dengan beberapa nilai "
    "dan bandingkan.",
    en="The formula has a square of the variable that is looked for and cannot be turned round; measure several "
    "values and compare.",
)
UNIT_RESEMBLES = Message(
    code="part.unit_resembles",
    id="satuan {value!r} mirip {known}; perbaiki ejaannya. Bila memang satuan lain, tulis sebagai tabel, misalnya "
    '{{ name = {{ id = "{value}", en = "{value}" }}, whole = true }}.',
    en="the unit {value!r} resembles {known}; correct the spelling. If it is another, write it as a table, such as "
    '{{ name = {{ id = "{value}", en = "{value}" }}, whole = true }}.',
)
OTHER_RECORDS = QuantityError.worded(
    code="trace.other_records",
    id="{indicator}: data dukung {own} tidak dapat dibaca kembali; kelasnya harus `record` pada indikatornya "
    "({named}), dan diukur dengan measure_records.",
    en="{indicator}: records of {own} cannot be read back; their class must be the indicator's `record` "
    "({named}), measured by measure_records.",
)
OF_OTHER_SCALE = Message(
    code="measurement.other_scale",
    id="Jumlahnya seperseribu dari yang lain atau kurang: {named}; periksa satuannya, barangkali juta rupiah.",
    en="The amount is a thousandth of the others or less: {named}; check its unit, it may be millions of rupiah.",
)
RECORD_OF_OTHER_PERIOD = Message(
    code="trace.other_period",
    id="periode data dukung harus salah satu dari {periods}.",
    en="the period of a record must be one of {periods}.",
)
FIGURE_DIFFERS = Message(
    code="measurement.differs",
    id="tertulis {value!r}, sedangkan yang mengikuti dari data dukungnya {follows!r}.",
    en="it says {value!r}, but what follows from its records is {follows!r}.",
)
RECORDS_LEFT_OUT = Message(
    code="measurement.records_left_out",
    id="data dukungnya tidak disertakan, sehingga tidak dapat dihitung ulang.",
    en="the records are left out, so that nothing can be measured again.",
)
NOTHING_MEASURED = Message(
    code="trace.nothing_measured", id="perlu periods atau totals.", en="needs periods or totals."
)
OTHER_CLASS = Message(
    code="trace.other_class", id="kelas data dukung harus {kind}.", en="the class of the record must be {kind}."
)
NO_TARGET_RANGE = QuantityError.worded(
    code="target.no_range",
    id="{value} bukan rentang target; tulis batas bawah di atas 0, lalu batas atas yang lebih besar, "
    "misalnya 80-90 (di TOML [80, 90]).",
    en="{value} is no range of targets; give the lower bound, above 0, then a higher one, such as 80-90 (in TOML "
    "[80, 90]).",
)
