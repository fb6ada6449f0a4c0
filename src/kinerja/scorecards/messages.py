"""What this package says when it refuses something, both texts once."""

from kinerja._base import Message, PeriodError, QuantityError

OTHER_PERIOD = PeriodError.worded(
    code="score.other_period",
    id="{indicator} diukur untuk {value}, sedangkan rapor ini untuk {period}.",
    en="{indicator} was measured in {value}, and this scorecard is for {period}.",
)
YEAR_UNDER = Message(
    code="scorecard.year_under",
    id="Tahun {year} menurut keputusan ini, yang {replaced}.",
    en="The year {year} falls under this decree, which {replaced}.",
)
TWO_BASES = PeriodError.worded(
    code="scorecard.two_bases",
    id="{value}: target sendiri dan target tahun {year} tidak dapat dipakai bersama; pilih salah satu.",
    en="{value}: own targets and those of the year {year} do not go together; choose one.",
)
FAR_FROM_DECREE = Message(
    code="score.far_from_decree",
    id="Target sendiri {target} jauh dari target keputusan {decreed}; periksa koma dan satuannya.",
    en="The own target of {target} is far from the decree's {decreed}; check commas and units.",
)
OTHER_UNIT_NAMES = QuantityError.worded(
    code="scorecard.unit_names",
    id="units={value!r} bukan nama unit; berikan teks, atau daftar teks. Yang tidak dikenal unitnya: units=().",
    en="units={value!r} names no units; pass a text, or a list of texts. Where the unit is not known: units=().",
)
UNMEASURED = QuantityError.worded(
    code="mean.unmeasured",
    id="unmeasured={value!r} tidak dikenal; pilih 'skip' atau 'zero'.",
    en="unmeasured={value!r} is not known; choose 'skip' or 'zero'.",
)
NOT_COMPARABLE = QuantityError.worded(
    code="compare.other_indicators",
    id="Perbandingan memerlukan sedikitnya dua rapor kinerja dengan indikator yang sama.",
    en="A comparison needs at least two scorecards of the same indicators.",
)

ONE_EACH = Message(
    code="scorecard.one_each",
    id="harus memuat tepat satu baris per indikator, menurut urutan katalog.",
    en="must hold exactly one score an indicator, in the order of the catalogue.",
)
NO_TARGET_YEAR = Message(
    code="scorecard.no_target_year", id='"target_year" harus ada untuk tahun.', en="must hold target_year for a year."
)
PASSED_OVER = Message(
    code="scorecard.passed_over",
    id="Bagian berkas yang tidak dikenal oleh versi ini dilewati: {places}.",
    en="Parts of the file that are not known to this version were passed over: {places}.",
)
OTHER_RULES = Message(
    code="score.other_rules",
    id="Dihitung dengan aturan {stated}; yang berlaku kini aturan {present}.",
    en="Measured by rule {stated}; today's is rule {present}.",
)
OTHER_UNITS = Message(
    code="compare.other_units",
    id="Unitnya berbeda, menurut urutan kolom: {units}.",
    en="They are of other units, in the order of the columns: {units}.",
)
OTHER_DECREES = Message(
    code="compare.other_decrees",
    id="Keputusannya berbeda, menurut urutan kolom: {decrees}.",
    en="They fall under different decrees, in the order of the columns: {decrees}.",
)
OTHER_LABELS = Message(
    code="compare.other_labels",
    id="Kodenya sama, indikatornya lain, sehingga tidak dapat dibandingkan langsung; menurut urutan kolom: {codes}.",
    en="They have the same code and are other indicators, so that they do not compare; in the order of the columns: "
    "{codes}.",
)
OTHER_PERIODS = Message(
    code="compare.other_periods",
    id="Perubahan dari {earlier} ke {later} tidak dihitung, karena periodenya tidak sejenis.",
    en="The change from {earlier} to {later} is not worked out: they are periods of different kinds.",
)
COUNTED_OTHERWISE = Message(
    code="compare.counted_otherwise",
    id="Aturan penghitungannya berbeda, sehingga realisasinya tidak dapat dibandingkan langsung; nomor aturan menurut "
    "urutan kolom: {codes}.",
    en="They are measured by other counting rules, so that their actuals do not compare; the numbers of the rules, in "
    "the order of the columns: {codes}.",
)
SET_OTHERWISE = Message(
    code="compare.set_otherwise",
    id="Yang ditentukan unit berbeda, sehingga realisasinya tidak dapat dibandingkan langsung: {codes}.",
    en="What the units set differs, so that their actuals do not compare: {codes}.",
)
OTHER_READINGS = Message(
    code="scorecard.other_readings",
    id="harus memuat setiap jawaban lain atas tafsirnya, menurut urutan katalog.",
    en="must hold each other answer to its readings, in the order of the catalogue.",
)
FIGURE_DIFFERS = Message(
    code="scorecard.figure_differs",
    id="{stated} tidak sesuai; yang mengikuti dari isinya ialah {own}.",
    en="{stated} does not agree; what follows from its contents is {own}.",
)
MISSED_OTHERWISE = Message(
    code="score.missed_otherwise",
    id="Belum tercapai menurut {contrary} dari {known} tafsir lain yang dapat dihitung.",
    en="Missed under {contrary} of {known} other readings that can be worked out.",
)
MET_OTHERWISE = Message(
    code="score.met_otherwise",
    id="Tercapai menurut {contrary} dari {known} tafsir lain yang dapat dihitung.",
    en="Met under {contrary} of {known} other readings that can be worked out.",
)
FROM_EXACT = Message(
    code="score.from_exact",
    id="Capaian dihitung dari realisasi sebelum dibulatkan.",
    en="Achievements are worked from the actuals before rounding.",
)
