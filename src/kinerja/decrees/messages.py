"""What this package says when it refuses something, both texts once."""

from kinerja._base import IndicatorError, Message, PeriodError, QuantityError, TargetError, Text

YEARS_OUT_OF_ORDER = PeriodError.worded(
    code="decree.years_out_of_order",
    id="Tahun yang diatur, {value}: berikan sedikitnya satu tahun, urut dari yang paling awal, tanpa pengulangan.",
    en="years = {value}: give at least one year, the earliest first, none of them twice.",
)
YEAR_OUTSIDE = TargetError.worded(
    code="decree.year_outside",
    id="{value!r} di luar tahun yang diatur, {limit}. Pilih berkas keputusan (.xlsx atau "
    ".toml) yang mengatur tahun itu.",
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
    id="{indicator}: target {value} tidak menyebut sumbernya; tulis sumber tiap target di lembar sumber target "
    '(tambahkan bila belum ada, dengan judul kolom kode, periode, sumber; di TOML "target_sources").',
    en='{indicator}: the targets of {value} name no source; write the source of each in "target_sources".',
)
SOURCE_OF_NOTHING = TargetError.worded(
    code="target.source_of_nothing",
    id='{indicator}: sumber target ("target_sources") menyebut {value}, yang tidak mempunyai target; '
    "hapus, atau isi targetnya.",
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

REVOKES = Message(code="decree.revokes", id="mencabut Keputusan Nomor {numbers}", en="revokes Decree Number {numbers}")
AMENDS = Message(code="decree.amends", id="mengubah Keputusan Nomor {numbers}", en="amends Decree Number {numbers}")
REPLACES = Message(code="decree.replaces", id="Keputusan ini {replaced}.", en="This decree {replaced}.")
REPLACES_ITSELF = Message(
    code="decree.replaces_itself",
    id="adalah nomor keputusan ini sendiri; tulis nomor keputusan yang digantikan.",
    en="is the number of this decree itself; give that of the decree that it replaces.",
)

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
    id="{source}: {problems} hal harus diperbaiki, {warnings} hal perlu diperiksa lagi{later}.",
    en="{source}: {problems} to mend, {warnings} to look at again{later}.",
)
LINTED_LATER = Message(code="lint.counted_later", id=", {count} hal boleh nanti", en=", {count} can wait")
NOT_CITED = Message(
    code="lint.not_cited",
    id="tanpa {lacking}; kutip dari keputusannya kata demi kata.",
    en="has no {lacking}; quote the decree word for word.",
)
FORMULA_IN_PERCENT = Message(
    code="lint.formula_in_percent",
    id="{value!r}, padahal rumus {indicator} dikalikan 100; satuannya Persen, atau rasionya tidak dikalikan 100.",
    en="{value!r}, but the formula {indicator} is times 100; its unit is Persen, or the ratio is not times 100 "
    "(percent = false).",
)
RATIO_NOT_IN_PERCENT = Message(
    code="lint.ratio_not_in_percent",
    id="{value!r}, padahal rumus {indicator} ini tidak dikalikan 100; ganti salah satunya.",
    en="{value!r}, but this formula {indicator} is not times 100 (percent = false); change one of them.",
)
COUNT_IN_PARTS = Message(
    code="lint.count_in_parts",
    id="{value!r} dapat berisi pecahan, padahal yang dihitung utuh; nyatakan satuannya sebagai satuan utuh.",
    en="{value!r} may hold fractions, but what is counted is whole; say that the unit is whole (whole = true).",
)
WHOLE_FRACTIONS = Message(
    code="lint.whole_fractions",
    id="{value!r} dinyatakan sebagai satuan utuh, padahal hasil rumus {indicator} dapat berupa pecahan; kosongkan "
    "satuan utuh.",
    en="{value!r} is said to be whole, but the formula {indicator} gives fractions; leave out that the unit is whole.",
)
UNIT_OF_LETTER = Message(
    code="lint.unit_of_letter",
    id="{value!r} adalah satuan {label}, padahal satuan indikatornya {unit}; samakan.",
    en="{value!r} is the unit of {label}, but that of the indicator is {unit}; make them the same.",
)
SCALE_OF_LETTER = Message(
    code="lint.scale_of_letter",
    id="{value!r} adalah satuan {label}, padahal satuan indikatornya {unit}. Bila jawabannya 1-4 sedangkan targetnya "
    "25-100, tulis target dalam skala 4 (88,31 menjadi 3,53) dengan satuan yang sama.",
    en="{value!r} is the unit of {label}, but that of the indicator is {unit}. If answers are 1 to 4 and the target 25 "
    "to 100, write the target on the scale of 4 (3.53 for 88.31), in the same unit.",
)
UNIT_UNLIKE_LABEL = Message(
    code="lint.unit_unlike_label",
    id="{value!r} tidak sesuai dengan nama indikator {label!r}.",
    en="{value!r} does not go with the name of the indicator, {label!r}.",
)
UNIT_LIKE_PERCENT = Message(
    code="lint.unit_like_percent",
    id="{value!r} tidak dibaca sebagai Persen; bila itu satuannya, tulis Persen.",
    en="{value!r} is not read as Persen; if that is the unit, write Persen.",
)
TARGET_WRONG_WAY = Message(
    code="lint.target_wrong_way",
    id="{value} {moves} dari {before} ({earlier}), padahal klasifikasinya {polarity}.",
    en="{value} {moves} from {before} ({earlier}), but its polarity is {polarity}.",
)
UNUSUAL_TARGET = Message(code="lint.unusual_target", id="{why}", en="{why}")
TIME_MAXIMISED = Message(
    code="lint.time_maximised",
    id="satuannya {unit}: makin lama makin baik? Bila makin cepat makin baik, pilih Minimasi; bila memang demikian, "
    "biarkan.",
    en="its unit is {unit}: is longer better? If sooner is, its polarity is Minimasi; if not, leave it.",
)
LIMIT_MAXIMISED = Message(
    code="lint.limit_maximised",
    id='namanya menyebut "{word}": makin besar makin baik? Bila targetnya batas atas, pilih Minimasi; bila memang '
    "demikian, biarkan.",
    en='its name says "{word}": is more better? If its target is the most there may be, its polarity is Minimasi; if '
    "not, leave it.",
)
TARGET_WITHOUT_COMMA = Message(
    code="lint.target_without_comma",
    id="{value} persen? Bila maksudnya {meant}, tulis {meant}; bila memang sebesar itu, biarkan.",
    en="{value} percent? If {meant} is meant, write {meant}; if it is as much as that, leave it.",
)
TARGET_LIKE_SHARE = Message(
    code="lint.target_like_share",
    id="dalam satuan {unit}? Bila maksudnya {meant}, tulis {meant}; bila memang sekecil itu, biarkan.",
    en="in {unit}? If {meant} is meant, write {meant}; if it is as little as that, leave it.",
)
BASELINE_IMPOSSIBLE = Message(code="lint.baseline_impossible", id="{why}", en="{why}")
NO_SCALE = Message(
    code="lint.no_scale",
    id="{value!r} tidak menyebut skalanya, sehingga koma yang hilang tidak ketahuan; tulis misalnya Indeks (skala 4) "
    "atau Nilai (skala 100).",
    en="{value!r} does not say its scale, so that a lost comma is not noticed; write for example Indeks (skala 4), or "
    "the most that there can be (most).",
)
YEARS_WITHOUT_TARGET = Message(
    code="lint.years_without_target",
    id="tidak ada target untuk {without}.",
    en="there is no target for {without}.",
)
TARGET_WITHOUT_SOURCE = Message(
    code="lint.target_without_source",
    id="target {without} tidak menyebut sumbernya, padahal target lain menyebutnya; tulis sumbernya, juga bila itu "
    "keputusan ini sendiri.",
    en="the targets of {without} name no source, but others do; write it, also where it is this decree itself.",
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
NAMED_AGAIN = Message(
    code="lint.named_again",
    id="{value!r} ada di {codes}; bedakan bunyinya, atau sisakan satu.",
    en="{value!r} stands at {codes}; tell them apart, or keep one.",
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
OTHER_INDICATOR = QuantityError.worded(
    code="score.other_indicator",
    id="{indicator} diukur dengan {own}, bukan {value}.",
    en="{indicator} is measured by {own}, not by {value}.",
)
UNMEASURED = QuantityError.worded(
    code="score.no_indicator",
    id="{indicator} tidak menyebut indikatornya; berikan realisasinya saja, yaitu measurement.actual.",
    en="{indicator} names no indicator; pass the actual alone, measurement.actual.",
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

NOT_OF_YEAR = TargetError.worded(
    code="catalogues.not_of_year",
    id="{value!r} tidak diatur oleh satu pun dari {count} katalog: {limit}.",
    en="{value!r} is covered by none of {count} catalogues: {limit}.",
)
OF_SEVERAL_UNITS = Message(
    code="catalogues.several_units",
    id="{source}: {count} katalog dari unit yang berlainan mengatur tahun itu; sebut unitnya, atau berikan satu saja:",
    en="{source}: {count} catalogues of different units cover that year; name the unit, or give one of them alone:",
)
OVERLAPPING = Message(
    code="catalogues.overlap",
    id="{source}: {count} katalog dari satu unit mengatur tahun itu; di katalog yang lebih baru tulis nomor keputusan "
    'yang digantikan, misalnya revokes = ["26 TAHUN 2022"] atau amends, atau berikan satu saja:',
    en="{source}: {count} catalogues of one unit cover that year; in the later one give the number of the decree that "
    'it replaces, such as revokes = ["26 TAHUN 2022"] or amends, or give one of them alone:',
)
NOT_ONE = Message(
    code="catalogues.not_one",
    id="Di sini diperlukan tepat satu katalog, sedangkan ada {count}; sebut salah satunya saja:",
    en="Exactly one catalogue is needed here, and there are {count}; give one of them alone:",
)
ONE_OF_THEM = Message(
    code="catalogues.one_of_them", id="{unit}, Nomor {number}, {years}", en="{unit}, Number {number}, {years}"
)

PACKAGES_UNUSABLE = Message(
    code="packages.unusable",
    id="Paket yang terpasang tidak dapat dipakai; yang harus diperbaiki ({count}):",
    en="Installed packages cannot be used; to mend ({count}):",
)
NOT_IMPORTED = Message(
    code="packages.not_imported",
    id="paket {packages} tidak dapat dijalankan; pasang ulang atau perbarui. Untuk pembuatnya: {why}.",
    en="package {packages} cannot be imported; install it again or update it. Its author should know: {why}.",
)
BROUGHT_TWICE = Message(
    code="packages.brought_twice",
    id="nama ini dibawa oleh {packages}; hapus salah satunya, atau minta pembuatnya mengganti namanya.",
    en="{packages} bring this name; uninstall one of them, or ask its author for another name.",
)
BROUGHT_OTHER = Message(
    code="packages.brought_other",
    id="paket {packages} menunjuk {stands}, yang bukan {wanted}; perbarui paketnya atau beri tahu pembuatnya.",
    en="package {packages} names {stands}, which is not {wanted}; update the package or tell its author.",
)
CLASS_WANTED = Message(
    code="packages.class_wanted", id="kelas Indicator bernama {name}", en="an Indicator class of the name {name}"
)
CATALOGUE_WANTED = Text(id="katalog atau lokasi berkasnya", en="a catalogue or the path of its file")

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

CAP = QuantityError.worded(
    code="scoring.cap",
    id="Batas capaian {cap} persen tidak mungkin: di bawah 100 target yang tercapai tampak tidak tercapai. Tulis "
    "dalam persen, misalnya 120.",
    en="A cap of {cap} percent cannot be: below 100, targets that are met would seem not to be. Give it in percent, "
    "for example 120.",
)
WEIGHTS = QuantityError.worded(
    code="scoring.weights",
    id="Bobot {value} tidak mungkin: bobot paling kecil 0, dan jumlah seluruhnya harus di atas 0.",
    en="The weights of {value} cannot be: a weight is 0 or above, and all of them together are above 0.",
)
NO_WEIGHT = Message(
    code="scoring.no_weight",
    id="belum ada; tulis bobot setiap indikator, 0 bila tidak ikut rata-rata tertimbang.",
    en="must be there; give the weight of every indicator, 0 where it is not in the weighted mean.",
)
RULE_WITHOUT_SOURCE = Message(
    code="scoring.no_source",
    id="belum ada; tulis dokumen yang menetapkan aturan ini, misalnya nomor pedoman dan pasalnya.",
    en="must be there; name the document that sets this rule, such as the number of a guide and its clause.",
)
SOURCE_WITHOUT_RULE = QuantityError.worded(
    code="scoring.source_of_nothing",
    id="sources.{field}: sumber harus berisi dan menyebut aturan yang ditetapkan di sini; yang ada: {allowed}.",
    en="sources.{field}: a source is a text, and of a rule that is set here; there are: {allowed}.",
)
SCORING_DIFFERS = QuantityError.worded(
    code="scoring.differs",
    id="{rule} berbeda: {own} ({own_source}), tetapi {value} ({source}). Pakai satu saja, atau samakan.",
    en="{rule}: {own} ({own_source}), but {value} ({source}). Use one of them, or make them alike.",
)
CATALOGUE = Text(id="katalog", en="the catalogue")
BANDS = QuantityError.worded(
    code="scoring.bands", id="Predikat belum dapat dipakai. {faults}", en="The ratings cannot be used. {faults}"
)
BAND_UNCLEAR = QuantityError.worded(
    code="scoring.band_unclear",
    id="Predikat {value!r}: tulis namanya, paling banyak satu batas bawah (at_least atau above) dan satu "
    "batas atas (at_most atau below).",
    en="The rating {value!r}: give its name, at most one lower limit (at_least or above) and one upper limit "
    "(at_most or below).",
)
BAND_EMPTY = QuantityError.worded(
    code="scoring.band_empty",
    id="Predikat {value} tidak memuat capaian apa pun: {limits}. Periksa batas-batasnya.",
    en="The rating {value} holds no achievement: {limits}. Check its limits.",
)
BAND_REPEATED = Message(
    code="scoring.band_repeated",
    id="{name} tertulis lebih dari sekali; jadikan satu.",
    en="{name} stands there more than once; make it one.",
)
NO_HIGHEST = Message(
    code="scoring.no_highest",
    id="Sesudah {band} capaian tidak berpredikat; hapus batas atasnya.",
    en="After {band} achievements have no rating; leave out its upper limit.",
)
NO_LOWEST = Message(
    code="scoring.no_lowest",
    id="Sebelum {band} capaian tidak berpredikat, padahal capaian dapat negatif; hapus batas bawahnya.",
    en="Before {band} achievements have no rating, and they can be negative; leave out its lower limit.",
)
BANDS_APART = Message(
    code="scoring.bands_apart",
    id="Di antara {lower} dan {upper} ada capaian tanpa predikat; sambungkan batasnya.",
    en="Between {lower} and {upper} there are achievements without rating; let their limits meet.",
)
BANDS_OVERLAP = Message(
    code="scoring.bands_overlap",
    id="{lower} dan {upper} bertumpang tindih; pisahkan batasnya.",
    en="{lower} and {upper} overlap; part their limits.",
)
AT_LEAST = Message(code="scoring.at_least", id="mulai {limit}", en="from {limit}")
ABOVE = Message(code="scoring.above", id="di atas {limit}", en="above {limit}")
AT_MOST = Message(code="scoring.at_most", id="sampai {limit}", en="up to {limit}")
BELOW = Message(code="scoring.below", id="di bawah {limit}", en="below {limit}")
ANY = Text(id="berapa pun", en="any")
CAPPED = Message(
    code="scoring.capped", id="Capaian dibatasi paling tinggi {cap}.", en="Achievements are capped at {cap}."
)
RATED = Message(
    code="scoring.rated",
    id="Predikat menurut capaian dalam persen, terlepas dari tercapainya target: {bands}.",
    en="Ratings by the achievement in percent, whether the target is met or not: {bands}.",
)
WEIGHTED = Message(
    code="scoring.weighted",
    id="Rata-rata tertimbang: jumlah capaian × bobot / jumlah bobot; bobot indikator tanpa capaian tidak ikut.",
    en="Weighted mean: the sum of achievement × weight / the sum of weights; the weight of an indicator without "
    "achievement is left out.",
)
SOURCE = Message(code="scoring.source", id="Sumber: {source}.", en="Source: {source}.")
RANGE_RULE = Text(
    id="Target rentang: realisasi di atasnya dibandingkan dengan batas atas, di bawahnya dengan batas bawah "
    "(PermenPANRB 8/2021); di dalamnya 100%, menurut tafsir pustaka ini.",
    en="Targets that are a range: an actual above it is set against its upper bound, one below it against the lower "
    "(PermenPANRB 8/2021); within it 100%, which is this library's reading.",
)
