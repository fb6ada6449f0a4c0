"""What this package says when it refuses something, both texts once."""

from kinerja._base import IndicatorError, Message, PeriodError, QuantityError, TargetError, Text

YEARS_OUT_OF_ORDER = PeriodError.worded(
    code="decree.years_out_of_order",
    id="Tahun yang diatur, {value}: berikan sedikitnya satu tahun, urut dari yang paling awal, tanpa pengulangan.",
    en="years = {value}: give at least one year, the earliest first, none of them twice.",
)
YEAR_OUTSIDE = TargetError.worded(
    code="decree.year_outside",
    id="{value!r} di luar tahun yang diatur, {limit}. Berikan katalog keputusan untuk tahun itu.",
    en="{value!r} is outside the years covered, {limit}. Give the catalogue of a decree for that year.",
)
TARGET_OUTSIDE = TargetError.worded(
    code="target.outside",
    id="{indicator}: {value!r} di luar tahun yang diatur, {limit}. {there_are}",
    en="{indicator}: {value!r} is outside the years covered, {limit}. {there_are}",
)
TARGET_OF_BASELINE = TargetError.worded(
    code="target.of_baseline",
    id="{indicator}: {value} adalah tahun dasar (baseline) dan tidak mempunyai target. {there_are}",
    en="{indicator}: {value} is the baseline year and has no target. {there_are}",
)
TARGET_UNSET = TargetError.worded(
    code="target.unset",
    id="{indicator}: {value!r} tidak mempunyai target. {there_are}",
    en="{indicator}: {value!r} has no target. {there_are}",
)
TARGET = Text(id="target", en="target")
TARGET_IMPOSSIBLE = QuantityError.worded(
    code="target.impossible",
    id="{indicator}: target {value} tidak mungkin; target harus di atas 0. Bila tidak ada, kosongkan.",
    en="{indicator}: target = {value} cannot be; a target must be above 0. If there is none, leave it out.",
)
NO_SOURCE = TargetError.worded(
    code="target.no_source",
    id='{indicator}: target {value} tidak menyebut sumbernya; tulis sumber tiap target di "target_sources".',
    en='{indicator}: the targets of {value} name no source; write the source of each in "target_sources".',
)
SOURCE_OF_NOTHING = TargetError.worded(
    code="target.source_of_nothing",
    id='{indicator}: "target_sources" menyebut {value}, yang tidak mempunyai target; hapus, atau isi targetnya.',
    en='{indicator}: "target_sources" names {value}, of which there is no target; leave it out, or give the target.',
)
PERIOD_TWICE = TargetError.worded(
    code="target.period_twice",
    id="Satu periode ada dua kali di antara {value}; sisakan satu.",
    en="A period stands twice among {value}; keep one.",
)
NO_TARGET_PERIOD = Message(
    code="target.no_period",
    id='{value!r} harus berupa tahun (2025), semester ("2025-S1"), atau triwulan ("2025-TW2").',
    en='{value!r} must be a year (2025), a semester ("2025-S1") or a quarter ("2025-TW2").',
)
NO_OWN_TARGET = Message(
    code="target.not_of_period",
    id="{period} tidak mempunyai target sendiri; target ada untuk {periods}.",
    en="{period} has no target of its own; there are targets for {periods}.",
)
TARGETS_THERE = Message(code="target.there_are", id="Target ada untuk {years}.", en="There are targets for {years}.")
NO_TARGETS = Text(id="Tidak ada target satu pun.", en="There are no targets at all.")

NOT_TOML = Message(code="file.not_toml", id="bukan TOML yang sah ({error}).", en="is not valid TOML ({error}).")

REPEATED = Message(code="part.repeated", id="ada {times} kali; sisakan satu.", en="stands {times} times; keep one.")
UNCOVERED = Message(
    code="part.uncovered", id="tahun yang diatur hanya {years}.", en="the years covered are only {years}."
)
DISAGREES = Message(
    code="part.disagrees",
    id="{stated!r} tidak sesuai dengan {indicator}, yaitu {wanted!r}.",
    en="{stated!r} does not agree with {indicator}, which has {wanted!r}.",
)
LINTED = Message(
    code="lint.counted",
    id="{source}: {problems} hal harus diperbaiki, {warnings} hal perlu diperiksa lagi.",
    en="{source}: {problems} to mend, {warnings} to look at again.",
)
NOT_CITED = Message(
    code="lint.not_cited",
    id="tanpa {lacking}; kutip dari keputusannya kata demi kata.",
    en="has no {lacking}; quote the decree word for word.",
)
FORMULA_IN_PERCENT = Message(
    code="lint.formula_in_percent",
    id="{value!r}, padahal rumus {indicator} dikalikan 100; satuannya Persen, atau rasionya tidak dikalikan 100 "
    "(percent = false).",
    en="{value!r}, but the formula {indicator} is times 100; its unit is Persen, or the ratio is not times 100 "
    "(percent = false).",
)
RATIO_NOT_IN_PERCENT = Message(
    code="lint.ratio_not_in_percent",
    id="{value!r}, padahal rumus {indicator} ini tidak dikalikan 100 (percent = false); ganti salah satunya.",
    en="{value!r}, but this formula {indicator} is not times 100 (percent = false); change one of them.",
)
COUNT_IN_PARTS = Message(
    code="lint.count_in_parts",
    id="{value!r} dapat berisi pecahan, padahal yang dihitung utuh; nyatakan satuannya utuh (whole = true).",
    en="{value!r} may hold fractions, but what is counted is whole; say that the unit is whole (whole = true).",
)
UNIT_OF_LETTER = Message(
    code="lint.unit_of_letter",
    id="{value!r} adalah satuan {label}, padahal satuan indikatornya {unit}; samakan.",
    en="{value!r} is the unit of {label}, but that of the indicator is {unit}; make them the same.",
)
UNIT_UNLIKE_LABEL = Message(
    code="lint.unit_unlike_label",
    id="{value!r} tidak sesuai dengan nama indikator {label!r}.",
    en="{value!r} does not go with the name of the indicator, {label!r}.",
)
TARGET_WRONG_WAY = Message(
    code="lint.target_wrong_way",
    id="{value} {moves} dari {before} ({earlier}), padahal klasifikasinya {polarity}.",
    en="{value} {moves} from {before} ({earlier}), but its polarity is {polarity}.",
)
UNUSUAL_TARGET = Message(code="lint.unusual_target", id="{why}", en="{why}")
BASELINE_IMPOSSIBLE = Message(code="lint.baseline_impossible", id="{why}", en="{why}")
NO_SCALE = Message(
    code="lint.no_scale",
    id="{value!r} tidak menyebut skalanya, sehingga koma yang hilang tidak ketahuan; tulis misalnya Indeks (skala 4), "
    "atau batas atasnya (most).",
    en="{value!r} does not say its scale, so that a lost comma is not noticed; write for example Indeks (skala 4), or "
    "the most that there can be (most).",
)
YEARS_WITHOUT_TARGET = Message(
    code="lint.years_without_target",
    id="tidak ada target untuk {without}.",
    en="there is no target for {without}.",
)
READING_WITHOUT_REASON = Message(
    code="lint.reading_without_reason",
    id="kosong; tulis mengapa jawaban itu yang dipilih.",
    en="is blank; say why that answer was taken.",
)
READING_WITHOUT_ALTERNATIVES = Message(
    code="lint.reading_without_alternatives",
    id="tanpa kemungkinan lain; tulis jawaban lain yang mungkin, atau hapus tafsir ini.",
    en="has no alternatives; give the other answers that there could be, or leave the reading out.",
)
OBJECTIVE_UNUSED = Message(
    code="lint.objective_unused",
    id="tidak ada indikator yang menyebut sasaran ini.",
    en="no indicator names this objective.",
)
CODES_ALIKE = Message(
    code="lint.codes_alike",
    id="{value!r} hanya beda tanda baca atau huruf besar dari {other!r}; di tabel realisasi keduanya dapat tertukar.",
    en="{value!r} differs from {other!r} in punctuation or case alone; a table of actuals could mean either.",
)
NAMED_ALIKE = Message(
    code="lint.named_alike",
    id="{value!r} mirip sekali dengan {other!r}; bila sama, tulis sama, atau hapus salah satunya.",
    en="{value!r} is very like {other!r}; if they are one, write them alike or leave one out.",
)

DECREE_NAMED = Message(
    code="decree.named", id="Keputusan Nomor {number} ({unit})", en="Decree Number {number} ({unit})"
)
NO_DIFFERENCES = Text(id="Keduanya sama.", en="They are the same.")

COMPUTED_TWICE = IndicatorError.worded(
    code="reading.computed_twice",
    id="{value}: hanya satu dari {member} yang boleh ada.",
    en="{value}: give only one of {member}.",
)
ANSWER_UNFIT = IndicatorError.worded(
    code="reading.unfit",
    id="{value!r} tidak dapat diterapkan pada indikatornya ({error}).",
    en="{value!r} cannot be laid over its indicator ({error}).",
)
ANSWER_OF_OTHER_RECORD = Message(
    code="reading.other_record",
    id="{value} tidak menghitung data dukung yang sama dengan {indicator}.",
    en="{value} does not count the records of {indicator}.",
)
NO_ANSWERS = Message(
    code="reading.no_table",
    id='harus berupa pertanyaan dan jawaban, misalnya reading = {{ case = "company" }}.',
    en='must hold questions and answers, such as {{"case": "company"}}.',
)
NO_COMPUTATION = Message(
    code="reading.no_computation",
    id="jawaban ini tidak dapat dihitung di sini: {why}",
    en="this answer cannot be computed here: {why}",
)
OTHER_UNIT = Text(id="satuan atau klasifikasinya lain.", en="its unit or polarity is another.")
NOT_TOGETHER = Message(
    code="reading.not_together",
    id="tidak dapat dihitung bersama jawaban lain yang diambil balai: {value}",
    en="it cannot be computed together with what the balai takes: {value}",
)
WORDS_ALONE = Text(id="hanya berupa kata-kata.", en="it is words alone.")
NEEDS_FIELDS = Message(
    code="reading.needs_fields",
    id="perlu {names} pada setiap baris yang dihitung.",
    en="it needs {names} in every row that counts.",
)
NOT_FROM_TOTALS = Text(id="perlu data dukung, bukan jumlah saja.", en="it needs records, not totals alone.")
SETTINGS_REFUSED = Message(
    code="settings.refused",
    id="{source}: setelan ini tidak dapat dipakai; yang harus diperbaiki ({count}):",
    en="{source}: these settings cannot be used; to mend ({count}):",
)
TARGETS_REFUSED = Message(
    code="targets.refused",
    id="{source}: pengandaian target ini tidak dapat dipakai; yang harus diperbaiki ({count}):",
    en="{source}: these targets cannot be assumed; to mend ({count}):",
)
NO_INDICATOR = Message(
    code="settings.no_indicator",
    id="tidak diukur dari data dukung, jadi tidak ada yang dapat diatur; hapus.",
    en="is not measured from records, so that there is nothing to set; leave it out.",
)
NO_SETTINGS = Message(
    code="settings.no_table",
    id='harus berupa nama dan nilai, misalnya accounts = ["425283"].',
    en='must hold names and values, such as {{"accounts": ["425283"]}}.',
)
NO_YEARS = Message(
    code="target.no_years",
    id="harus berupa periode dan target, misalnya {{2024: 55}}.",
    en="must hold periods and targets, such as {{2024: 55}}.",
)
NOT_A_SETTING = Message(
    code="settings.not_one",
    id="bukan yang boleh diatur oleh unit; yang boleh: {allowed}.",
    en="is not for a unit to set; it may set: {allowed}.",
)
SETTING_UNFIT = Message(
    code="settings.unfit",
    id="{value!r} tidak dapat dipakai di sini: {error}.",
    en="{value!r} cannot be used here ({error}).",
)

NO_CLASS = Message(
    code="catalogue.no_class",
    id="bukan kelas Indicator; berikan kelasnya sendiri dalam list, misalnya indicators=[LettersAnswered].",
    en="is no Indicator class; give the classes themselves in a list, such as indicators=[LettersAnswered].",
)
ASSUMED = Message(
    code="target.assumed",
    id="Target {year} diandaikan {target}; {there}.",
    en="The target of {year} is assumed to be {target}; {there}.",
)
TARGET_OF_DECREE = Message(code="target.of_decree", id="menurut keputusan {target}", en="the decree has {target}")
NO_TARGET_OF_DECREE = Text(id="keputusan tidak menetapkannya", en="the decree has none")
