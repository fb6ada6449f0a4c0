"""What this package says when it refuses something, both texts once."""

from kinerja._base import Message, PeriodError, QuantityError, TargetError, Text

YEARS_OUT_OF_ORDER = PeriodError.worded(
    code="decree.years_out_of_order",
    id="Tahun yang diatur, {value}: berikan sedikitnya satu tahun, urut dari yang paling awal, tanpa pengulangan.",
    en="years = {value}: give at least one year, the earliest first, none of them twice.",
)
YEAR_OUTSIDE = TargetError.worded(
    code="decree.year_outside",
    id="{value!r} di luar tahun yang diatur, {limit}. Berikan katalog keputusan untuk tahun itu dengan --catalogue "
    "BERKAS.",
    en="{value!r} is outside the years covered, {limit}. Give the catalogue of a decree for that year: --catalogue, or "
    "load_catalogue().",
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
TARGETS_THERE = Message(code="target.there_are", id="Target ada untuk {years}.", en="There are targets for {years}.")
NO_TARGETS = Text(id="Tidak ada target satu pun.", en="There are no targets at all.")

UNREADABLE = Message(code="file.unreadable", id="tidak dapat dibaca ({error}).", en="cannot be read ({error}).")
NOT_TOML = Message(code="file.not_toml", id="bukan TOML yang sah ({error}).", en="is not valid TOML ({error}).")
NOT_JSON = Message(
    code="file.not_json",
    id="bukan JSON ({error}). Rapor kinerja dan jejak angka dibuat dengan --format json.",
    en="is not JSON ({error}). Scorecards and traces are made with --format json.",
)
OTHER_SCHEMA = Message(
    code="file.other_schema",
    id="bukan {called} berskema {schema}. Rapor kinerja dibuat dengan `kinerja score --format json`, jejak angka "
    "dengan `kinerja explain --format json`.",
    en="is not {called} of schema {schema}. `kinerja score --format json` makes a scorecard, and "
    "`kinerja explain --format json` a trace.",
)

MISSING = Message(code="part.missing", id="harus ada.", en="must be there.")
TABLE_MISSING = Message(code="part.table_missing", id="harus ada, berupa tabel.", en="must be there, as a table.")
TABLES_MISSING = Message(
    code="part.tables_missing",
    id="harus ada, berupa deret tabel yang tidak kosong.",
    en="must be there, as tables, at least one.",
)
REPEATED = Message(code="part.repeated", id="ada {times} kali; sisakan satu.", en="stands {times} times; keep one.")
UNCOVERED = Message(
    code="part.uncovered", id="tahun yang diatur hanya {years}.", en="the years covered are only {years}."
)
DISAGREES = Message(
    code="part.disagrees",
    id="{stated!r} tidak sesuai dengan {indicator}, yaitu {wanted!r}.",
    en="{stated!r} does not agree with {indicator}, which has {wanted!r}.",
)
SETTINGS_REFUSED = Message(
    code="settings.refused",
    id="{source}: setelan ini tidak dapat dipakai; yang harus diperbaiki ({count}):",
    en="{source}: these settings cannot be used; to mend ({count}):",
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
UNIT_RESEMBLES = Message(
    code="part.unit_resembles",
    id="satuan {value!r} mirip {known}; perbaiki ejaannya. Bila memang satuan lain, tulis sebagai tabel, misalnya "
    '{{ name = {{ id = "{value}", en = "{value}" }}, whole = true }}.',
    en="the unit {value!r} resembles {known}; correct the spelling. If it is another, write it as a table, such as "
    '{{ name = {{ id = "{value}", en = "{value}" }}, whole = true }}.',
)
NO_NUMBER = Message(
    code="part.number",
    id='{value!r} harus angka seperti 40, 47.25, atau "100/3".',
    en='{value!r} must be a number such as 40, 47.25 or "100/3".',
)
NO_YEAR = Message(
    code="part.year",
    id="{value!r} harus tahun empat angka seperti 2023.",
    en="{value!r} must be a year of four digits such as 2023.",
)
NO_TABLE = Message(code="part.table", id="harus berupa tabel.", en="must be a table.")
NO_LIST = Message(code="part.list", id="harus berupa deret.", en="must be a list.")
NO_CLASS = Message(
    code="catalogue.no_class",
    id="bukan kelas Indicator; berikan kelasnya sendiri dalam list, misalnya indicators=[LettersAnswered].",
    en="is no Indicator class; give the classes themselves in a list, such as indicators=[LettersAnswered].",
)
