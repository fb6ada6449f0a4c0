"""What this package says when it refuses something, both texts once."""

from kinerja._base import Message, TraceError

NOT_WHOLE = Message(code="trace.not_whole", id="tidak utuh: perlu {missing}.", en="is not whole: it needs {missing}.")
ONE_ENTRY = Message(code="trace.one_entry", id="harus memuat tepat satu indikator.", en="must hold exactly one entry.")
MEASURED = Message(
    code="trace.measured",
    id="measured harus true bila ada records, periods, atau totals, dan false bila ada actual atau reason.",
    en="measured must be true beside records, periods or totals, and false beside an actual or a reason.",
)
WITHHELD = Message(
    code="trace.withheld",
    id="bila withheld ada, measured harus true, quantities dan entries harus ada, dan records, totals, actual, serta "
    "reason harus kosong.",
    en="beside withheld, measured must be true, quantities and entries must be there, and no records, totals, actual "
    "or reason.",
)
WITHHELD_COUNTS = Message(
    code="trace.withheld_counts",
    id='banyaknya data dukung tidak mungkin: "records" harus sama dengan "counted" ditambah "left_out", dan "entries" '
    'tidak melebihi "counted".',
    en="so many records cannot be: records must be counted and left_out together, and no entries more than counted.",
)
NO_INDICATOR = Message(
    code="trace.no_indicator",
    id="{indicator} tidak menyebut indikatornya, sehingga tidak ada yang dapat dihitung dari data dukung.",
    en="{indicator} names no indicator, so that nothing can be measured of it.",
)
OTHER_REASON = Message(
    code="trace.other_reason", id="reason harus salah satu dari {reasons}.", en="reason must be one of {reasons}."
)

OTHER_CODE = TraceError.worded(
    code="trace.other_code",
    id="Perbandingan memerlukan dua jejak dari indikator yang sama; yang diberikan: {codes}.",
    en="A comparison needs two traces of the same indicator; those given are of {codes}.",
)

WITHIN_RANGE = Message(
    code="trace.within_range",
    id="{actual} berada di dalam {target}, jadi {reached}",
    en="{actual} lies within {target}, and so {reached}",
)
NO_RULE = Message(
    code="trace.no_rule",
    id="bukan nomor aturan; untuk yang diukur dari data dukung, aturan bernomor mulai 1.",
    en="is no number of a counting rule; of what was measured there is one, from 1.",
)

PASSED_OVER = Message(
    code="trace.passed_over",
    id="tidak dikenal oleh versi ini, sehingga dilewati.",
    en="is not known to this version, and is passed over.",
)
NO_ALTERNATIVES = Message(
    code="trace.no_alternatives",
    id="tidak disebut; jejak dari versi ini memuat angka menurut {count} jawaban lain atas tafsirnya.",
    en="are not stated; a trace of this version holds the figures under {count} other answers to its readings.",
)
CLAUSE_DIFFERS = Message(
    code="trace.clause_differs",
    id="tertulis {stands}, sedangkan dalam katalog {follows}.",
    en="it says {stands}, but the catalogue has {follows}.",
)
FIGURE_DIFFERS = Message(
    code="trace.figure_differs",
    id="tertulis {stands}, seharusnya {follows} menurut isi jejak ini sendiri.",
    en="it says {stands}, but what follows from its inputs is {follows}.",
)
EVIDENCE_DIFFERS = Message(
    code="trace.evidence_differs",
    id="tertulis {stands}, sedangkan menurut data dukung yang diberikan {follows}.",
    en="it says {stands}, but the evidence that was given has {follows}.",
)
RECORD_LACKING = Message(
    code="trace.record_lacking",
    id="tidak ada dalam data dukung yang diberikan.",
    en="is not in the evidence that was given.",
)
RECORD_ADDED = Message(
    code="trace.record_added",
    id="ada dalam data dukung yang diberikan, tetapi tidak dalam jejak ini.",
    en="is in the evidence that was given, and not in this trace.",
)
RECORDS_WITHHELD = Message(
    code="trace.records_withheld",
    id="Data dukung tidak disertakan dalam salah satu jejak, sehingga tidak disandingkan.",
    en="One of the traces has its records withheld, so that they are not compared.",
)
FULL_TRACE = Message(
    code="trace.full_trace",
    id="Jejak yang lengkap adalah asal jejak yang tanpa data dukung: SHA-256-nya cocok.",
    en="The full trace is the one that the trace without records was made of: its SHA-256 agrees.",
)
OTHER_FULL_TRACE = Message(
    code="trace.other_full_trace",
    id="Jejak yang tanpa data dukung tidak dibuat dari berkas jejak yang satunya: SHA-256-nya tidak cocok. Bila berkas "
    "itu pernah ditulis ulang oleh sistem lain, bandingkan dengan berkas aslinya.",
    en="The trace without records was not made of the file of the other one: its SHA-256 does not agree. If another "
    "system wrote that file again, compare with the file as it was.",
)
NOT_FOLLOWING = Message(
    code="trace.not_following",
    id="Angka dalam {name} tidak mengikuti dari isinya sendiri; periksa jejak itu dahulu.",
    en="The figures in {name} do not follow from what it holds; verify that trace first.",
)
OTHER_FILE = Message(
    code="trace.other_file",
    id="isinya tidak sama dengan berkas mana pun yang diberikan (menurut SHA-256).",
    en="its content is that of none of the files given (by SHA-256).",
)
WORDS_DIFFER = Message(
    code="trace.words_differ",
    id="tertulis {stands}, kini {follows}.",
    en="it says {stands}, and would now say {follows}.",
)
OTHER_UNIT = Message(
    code="trace.other_unit",
    id="tertulis {stands}, sedangkan keputusan bernomor ini dalam katalog adalah milik {follows}.",
    en="it says {stands}, but the decree of this number in the catalogue is that of {follows}.",
)
OTHER_TARGET_YEAR = Message(
    code="trace.other_target_year",
    id="target yang dipakai adalah target {year}, bukan target {own}.",
    en="the target is that of {year}, not that of {own}.",
)
SEVERAL_UNITS = Message(
    code="trace.several_units",
    id="tertulis {stands}, sedangkan data dukungnya dari beberapa unit: {units}. Target di keputusan untuk satu unit.",
    en="it says {stands}, but the records are of several units: {units}. A target of the decree is one unit's.",
)
WITHOUT_RECORDS = Message(
    code="trace.without_records", id="data dukungnya tidak disertakan", en="the records are withheld"
)
RULE = Message(code="trace.rule", id="aturan {number}", en="rule {number}")
RULE_COUNTS = Message(code="trace.rule_counts", id="aturan {number} ({counts})", en="rule {number} ({counts})")
OTHER_RULES = Message(
    code="trace.other_rules",
    id="dihitung dengan {stated}; {present} memberi {gives}.",
    en="measured by {stated}; {present} gives {gives}.",
)
NONE_MEANT_ZERO = Message(
    code="trace.none_meant_zero",
    id="dihitung ketika tanpa data dukung berarti 0; kini tidak ada angka ({why})",
    en="measured when no record meant 0; today there is no figure ({why})",
)
OTHER_RULES_SAME = Message(
    code="trace.other_rules_same",
    id="dihitung dengan {stated}; {present} memberi angka yang sama.",
    en="measured by {stated}; {present} gives the same figure.",
)
NO_FIGURE = Message(code="trace.no_figure", id="tidak ada angka ({why})", en="no figure ({why})")
