"""What this package says of whole files, folders and forms that it refuses, both texts once."""

from kinerja._base import DoubleCountError, Message, QuantityError, Text

FIRST_ROWS = Text(
    id="Judul dicari di 20 baris pertama yang terisi, pada satu baris atau pada dua baris berurutan.",
    en="Headings are looked for in the first 20 filled rows, in one row or in two, one below the other.",
)
"""Where headings are looked for, as the end of other messages."""

FILE_MISSING = Message(
    code="file.missing",
    id="berkas ini tidak ada; periksa nama dan foldernya.",
    en="no such file; check its name and folder.",
)
FILE_IS_FOLDER = Message(
    code="file.is_folder", id="ini folder; sebutkan berkas di dalamnya.", en="this is a folder; name a file in it."
)
FILE_EMPTY = Message(code="file.empty", id="berkas ini kosong.", en="the file is empty.")
FILE_CLOSED = Message(
    code="file.not_opened", id="berkas tidak dapat dibuka ({why}).", en="the file cannot be opened ({why})."
)
FILE_KIND = Message(
    code="file.other_kind",
    id="hanya .csv dan .xlsx yang dibaca; simpan berkasnya sebagai salah satunya.",
    en="only .csv and .xlsx are read; save the file as one of them.",
)
WORKBOOK_MISNAMED = Message(
    code="workbook.misnamed",
    id="ini buku kerja Excel bernama CSV; beri akhiran .xlsx.",
    en="this is an Excel workbook named as CSV; give it the ending .xlsx.",
)
WORKBOOK_LOCKED = Message(
    code="workbook.locked",
    id="terenkripsi atau Excel lama (.xls); simpan sebagai .xlsx tanpa kata sandi.",
    en="encrypted, or an old Excel file (.xls); save it as .xlsx without a password.",
)
NO_WORKBOOK = Message(
    code="workbook.none",
    id="bukan buku kerja Excel (.xlsx); simpan ulang dari Excel sebagai .xlsx.",
    en="not an Excel workbook (.xlsx); save it again from Excel as .xlsx.",
)
WORKBOOK_DAMAGED = Message(
    code="workbook.damaged",
    id="buku kerja ini rusak atau terpotong; unduh ulang, atau buka di Excel dan simpan ulang.",
    en="the workbook is damaged or cut short; download it again, or open it in Excel and save it again.",
)
WORKBOOK_TOO_LARGE = Message(
    code="workbook.too_large",
    id="isinya melebihi {limit} setelah dibongkar; salin lembar yang diminta ke berkas baru, atau ekspor ulang.",
    en="it unpacks to more than {limit}; copy the sheet that is asked for into a new file, or export it again.",
)
NO_WORKSHEET = Message(
    code="workbook.no_worksheet",
    id="buku kerja ini tidak mempunyai lembar kerja yang terisi.",
    en="no worksheet of the workbook holds anything.",
)

FOLDER_MISSING = Message(
    code="folder.missing", id="folder ini tidak ada; periksa namanya.", en="there is no such folder; check its name."
)
FOLDER_CLOSED = Message(code="folder.not_opened", id="tidak dapat dibuka ({why}).", en="cannot be opened ({why}).")
FOLDER_EMPTY = Message(
    code="folder.empty",
    id="folder ini tidak berisi berkas; masukkan formulir yang sudah diisi.",
    en="there are no files in the folder; put in forms that are filled in.",
)
FOLDER_WITHOUT_TABLES = Message(
    code="folder.without_tables",
    id="tidak ada CSV atau XLSX di folder ini, hanya {names}; masukkan formulir yang sudah diisi, atau berikan "
    "folder yang berisi formulirnya.",
    en="there is no CSV or XLSX file in the folder, only {names}; put in forms that are filled in, or give the "
    "folder that holds them.",
)
FOLDER_WITHIN = Message(code="folder.within", id="folder {name}", en="folder {name}")
SHEET_OF = Message(code="folder.sheet", id="{file} lembar {name}", en="{file} sheet {name}")
HIDDEN_SHEET_OF = Message(
    code="folder.hidden_sheet", id="{file} lembar {name} (tersembunyi)", en="{file} sheet {name} (hidden)"
)
MADE_FOR = Message(
    code="folder.made_for",
    id="Formulir {which} dibuat untuk {made}; periode yang dipilih {period}.",
    en="The forms {which} were made for {made}; the period asked for is {period}.",
)
UNREAD = Message(code="folder.unread", id="Tidak dibaca{place}: {names}.", en="Not read{place}: {names}.")
GIVEN_TWICE = Message(
    code="folder.given_twice", id="{codes} ada di {files}; sisakan satu.", en="{codes} is given by {files}; leave one."
)
SAME_ROWS = Message(
    code="table.same_rows",
    id="{count} baris yang sama ada di {places}, misalnya {rows}; hapus dari salah satunya.",
    en="rows that stand both in {places}: {count}, such as {rows}; take them out of one of them.",
)
OTHER_VALUES = Message(
    code="table.other_values",
    id="{indicator} ada di {places} dengan angka yang berbeda; sisakan yang benar.",
    en="{indicator} stands in {places} with different figures; leave the one that holds.",
)
HEADED_OTHERWISE = Message(
    code="heading.other_year",
    id="judul kolom ini menyebut masa lain daripada {period}; berikan tabel masa itu, atau perbaiki judulnya.",
    en="this heading names another period than {period}; give the table of that period, or correct the heading.",
)
OTHER_TARGET = Message(
    code="table.other_target",
    id="Target di tabel ({heading}): {stated}; yang dipakai: {used}.",
    en="The target in the table ({heading}): {stated}; the one used: {used}.",
)
OTHER_ACHIEVEMENT = Message(
    code="table.other_achievement",
    id="Capaian di tabel ({heading}): {stated}; yang dihitung: {used}.",
    en="The achievement in the table ({heading}): {stated}; as worked out: {used}.",
)
NOT_COMPARED = Message(
    code="table.not_compared",
    id="Di {table} tidak dibandingkan, karena angkanya bukan dari tabel itu saja: {headings}.",
    en="Not compared in {table}, because the figure is not of that table alone: {headings}.",
)
TYPED_TWICE = DoubleCountError.worded(
    code="folder.typed_twice",
    id="data ini ada dua kali, dengan penulisan yang hanya berbeda huruf besar-kecil atau "
    "spasi: {named}. Sisakan satu di antaranya; bila memang berbeda, bedakan namanya.",
    en="these stand twice, written differently in upper and lower case or blanks alone: "
    "{named}. Leave one of them; if they are not the same, give them different names.",
)
TYPED_ALIKE = Message(
    code="folder.typed_alike",
    id="Hanya berbeda tanda baca, dan masing-masing dihitung: {named}. Bila sama, sisakan satu.",
    en="They differ in punctuation alone, and each is counted: {named}. If they are the same, leave one.",
)
SEVERAL_MOMENTS = Message(
    code="budget.several_moments",
    id="baris anggaran yang sama pada beberapa saat: {lines}. Realisasinya kumulatif, jadi tidak dijumlahkan; sisakan "
    "yang terakhir. Bila memang baris yang berbeda, bedakan dengan kata yang bukan nama periode.",
    en="one budget line at several moments: {lines}. What was realised is cumulative and does not add; leave the last. "
    "If they are different lines, tell them apart by a word that names no period.",
)
NUMBERED_ALIKE = Message(
    code="budget.numbered_alike",
    id="Hanya berbeda nomor, dengan pagu yang sama dan realisasi yang tidak pernah turun, dan masing-masing dihitung: "
    "{lines}. Bila itu satu baris anggaran pada beberapa saat, sisakan yang terakhir.",
    en="They differ in a number alone, with one ceiling and realisations that never fall, and each is counted: "
    "{lines}. If they are one budget line at several moments, leave the last.",
)
SUM_OF_OTHERS = Message(
    code="table.sum_of_others",
    id="{named}: jumlahnya sama dengan jumlah semua baris lain, dan ikut dihitung. Bila itu baris jumlah, hapus.",
    en="{named}: its amounts are the sums of all other rows, and it counts. If it is a row of totals, take it out.",
)
SAME_NAME = Message(
    code="folder.same_name",
    id="bernama sama dengan {other}, sehingga data dukungnya tidak dapat dibedakan; ganti salah satu.",
    en="has the same name as {other}, so that their records cannot be told apart; rename one.",
)
UNKNOWN = Message(
    code="folder.file_unknown",
    id="judul kolomnya bukan judul formulir ({codes}), ekspor GLP039, tabel realisasi, unit.xlsx, atau target.xlsx. "
    f"{{found}} {FIRST_ROWS.id} Bandingkan dengan formulir kosongnya, atau keluarkan berkas ini dari folder.",
    en="its headings are those of no form ({codes}), GLP039 export, table of realisations, unit.xlsx or target.xlsx. "
    f"{{found}} {FIRST_ROWS.en} Compare them with the empty form, or take the file out of the folder.",
)
SHEET_UNKNOWN = Message(
    code="folder.sheet_unknown",
    id="lembar ini bernama seperti formulir, tetapi judul kolomnya lain. {found} Salin judulnya dari formulir kosong, "
    "atau ganti nama lembarnya bila bukan formulir.",
    en="the sheet is called as a form, but its headings are others. {found} Copy the headings from the empty form, or "
    "rename the sheet if it is no form.",
)
OPEN = Message(
    code="folder.open",
    id="Sedang terbuka di Excel: {names}; yang dibaca simpanan terakhirnya.",
    en="Open in Excel: {names}; what was saved last was read.",
)
RENAMED = Message(
    code="folder.heading_renamed",
    id="sel {cell}: {found!r} seharusnya {known!r}, seperti di formulir {name}; perbaiki judulnya. Bila bukan formulir "
    "itu, keluarkan dari data dukung.",
    en="cell {cell}: {found!r} should be {known!r}, as in the form {name}; correct the heading. If it is not that "
    "form, take it out of the evidence.",
)
SEVERAL_IN_FOLDER = Message(
    code="folder.several_units",
    id="ada data dukung beberapa satker: {units}. Satu folder untuk satu unit: pisahkan ke folder masing-masing, atau "
    "samakan tulisannya bila memang satu.",
    en="it holds records of several units: {units}. A folder is one unit's: put them into folders of their own, or "
    "write them alike if they are one.",
)
UPLOADS_UNNAMED = Message(
    code="folder.uploads_unnamed",
    id="sebut unit yang menyerahkan berkas ini (name).",
    en="name the unit that hands these files in (name).",
)
OTHER_UNIT = Message(
    code="folder.other_unit",
    id="data dukung ini milik satker {unit}, padahal {by} {own}. Keluarkan berkasnya bila salah folder. Bila folder "
    "ini memang milik satker itu, sebut satkernya di formulir unit.",
    en="these records are those of satker {unit}, but {by} {own}. Take the file out if it is in the wrong folder. If "
    "the folder is that unit's, name it in the form unit.",
)
OTHER_SETTINGS = Message(
    code="settings.differ",
    id="{indicator}: {label} berbeda, sehingga tidak dapat digabung: {values}. Samakan, atau nilai tiap unit sendiri.",
    en="{indicator}: {label} differ, so that they do not go together: {values}. Make them alike, or score each alone.",
)
OTHER_CAPS = Message(
    code="cap.differs",
    id="Batas atas capaian berbeda: {values}. Pakai satu saja.",
    en="The caps differ: {values}. Use one alone.",
)
OTHER_TARGETS = Message(
    code="target.differs",
    id="Target {period} berbeda: {values}. Pakai satu saja, atau samakan.",
    en="The targets of {period} differ: {values}. Use one of them, or make them alike.",
)
IN_TWO_FOLDERS = DoubleCountError.worded(
    code="folder.record_in_two",
    id="{indicator}: baris yang sama ada di dua folder: {values}. Uang atau kegiatan itu hanya milik satu unit; hapus "
    "dari folder lainnya.",
    en="{indicator}: the same row stands in two folders: {values}. It belongs to one unit alone; take it out of "
    "the other.",
)
COPIED = Message(
    code="folder.copied",
    id="{values}: isinya sama, dan semuanya dihitung. Bila salinan, hapus salah satunya.",
    en="{values}: their content is the same, and all of it is counted. If one is a copy, take it out.",
)
PARTLY_TYPED = Message(
    code="folder.partly_typed",
    id="Jumlah dari yang diukur dari data dukung ({measured}) dan yang diberikan langsung ({typed}).",
    en="The sum of what was measured from records ({measured}) and of what was given without them ({typed}).",
)
EXPORT_UNASKED = Message(
    code="folder.export_unasked",
    id="ini ekspor GLP039, tetapi tidak ada indikator katalog ini yang dihitung dari baris anggaran; keluarkan dari "
    "folder.",
    en="this is a GLP039 export, but no indicator of this catalogue is counted from budget lines; take it out of the "
    "folder.",
)
HEADINGS = Message(code="folder.headings", id="Judul yang ada: {names}.", en="The headings are: {names}.")
CLOSEST = Message(code="folder.closest", id="Paling dekat dengan {name}: {lack}", en="Closest to {name}: {lack}")
DECREE_BOOK = Message(
    code="folder.decree_workbook",
    id="ini buku kerja keputusan, bukan data dukung: pilih sebagai keputusannya, dan keluarkan dari folder data "
    "dukung.",
    en="this is the workbook of a decree, no evidence: choose it as the decree, and take it out of the folder.",
)
OTHER_DECREE = Message(
    code="folder.other_decree",
    id="{count} formulir di sini bukan dari Keputusan {decree}: {names}. Pilih dahulu berkas keputusannya; setelah itu "
    "isinya diperiksa.",
    en="forms of another decree than {decree}, {count}: {names}. Choose the file of that decree first; what they hold "
    "is checked then.",
)
WITHOUT_EVIDENCE = Message(
    code="table.without_evidence",
    id="ini formulir {names}, tanpa data dukung; sebut foldernya ({folder}), bukan berkasnya.",
    en="this is the form {names}, without evidence; name its folder ({folder}), not the file.",
)
AMBIGUOUS = Message(
    code="folder.file_ambiguous",
    id="dapat dibaca sebagai beberapa hal: {named}. Berikan satu tabel per berkas, dengan judul kolom lengkap.",
    en="it can be read as several things: {named}. Hand in one table a file, with all its headings.",
)
FORM_BESIDE_EXPORT = Message(
    code="folder.form_beside_export",
    id="lembar {names} berisi data dukung yang sama dengan ekspor GLP039 di buku kerja ini; sisakan salah satunya.",
    en="sheet {names} holds the same records as the GLP039 export in this workbook; leave one of them.",
)
DIVIDED = QuantityError.worded(
    code="folder.percentages",
    id="{indicator} ({files}): satu folder memberikan {unit} yang sudah jadi, padahal folder lain juga mengukurnya; "
    "angka yang satuannya tidak utuh, seperti persentase, tidak dijumlahkan atau dirata-ratakan. Serahkan data dukung "
    "semua unit: data dukungnya dijumlahkan, lalu rumusnya dihitung satu kali.",
    en="{indicator} ({files}): one folder gives a figure in {unit} while another measures it too; figures whose unit "
    "is not whole, such as percentages, neither add nor average. Hand in the records of all units: evidence is added, "
    "and then the formula is worked out once.",
)

FORMS_THERE = Message(
    code="forms.there_already",
    id="sudah ada di folder ini: {names}. Formulir tidak pernah ditimpa; pilih nama lain.",
    en="there already: {names}. A form is never overwritten; choose another name.",
)
FORMS_UNWRITABLE = Message(code="forms.not_written", id="tidak dapat ditulis ({why}).", en="cannot be written ({why}).")
NOT_A_FOLDER = Message(
    code="input.not_a_folder",
    id="bila lebih dari satu, semuanya harus folder atau buku kerja formulir; masukkan tabel ini ke dalam folder "
    "unitnya.",
    en="where there are several, all must be folders or workbooks of forms; put this table into the folder of its "
    "unit.",
)
UNIT_UNREAD = Message(
    code="input.unit_unread",
    id="{file} di folder yang sama tidak dibaca; untuk memakainya, nilai folder {folder}, bukan berkas ini.",
    en="{file} in the same folder is not read; to make use of it, score the folder {folder}, not this file.",
)
NOT_FROM_FILE = QuantityError.worded(
    code="input.not_from_file",
    id="Indikator ini tidak diukur dari berkas.",
    en="{indicator} is not measured from a file.",
)
OTHER_FOLDER = Message(
    code="verify.other_folder",
    id="Nama foldernya {called}, di jejak {name}; data dukungnya tidak menyebut unit, jadi unitnya tidak dicocokkan.",
    en="The folder is called {called}, in the trace {name}; the evidence names no unit, so that it was not compared.",
)

NOT_ESCAPED = Message(
    code="cell.not_escaped",
    id="teks yang berawal garis miring terbalik (\\) harus diikuti JSON; hapus tanda itu.",
    en="a text that begins with a backslash must go on as JSON; remove that sign.",
)
NO_DAY = Message(
    code="cell.no_day",
    id="yang diminta tanggal, misalnya 3 Februari 2026; bila tampak sebagai angka, formatkan selnya sebagai tanggal.",
    en="a date is expected, for example 3 Februari 2026; if it is shown as a number, format the cell as a date.",
)
NO_FLAG = Message(code="cell.no_flag", id="isilah ya atau tidak.", en="write ya (yes) or tidak (no).")
NO_YEARS = Message(
    code="cell.no_years",
    id="yang diminta tahun, misalnya 2025-2029, atau 2025, 2026.",
    en="years are expected, for example 2025-2029, or 2025, 2026.",
)
NO_ACCOUNT = Message(
    code="cell.no_account",
    id="yang diminta kode akun: enam angka, misalnya 521211.",
    en="an account is expected: six digits, for example 521211.",
)
NO_JSON = Message(code="cell.no_json", id="isi sel ini bukan JSON yang sah.", en="the cell holds no valid JSON.")
CELLS_BLANK = Message(
    code="row.must_be_filled",
    id="wajib diisi: {columns}. Bila baris ini bukan bagian tabelnya, hapus.",
    en="must be filled in: {columns}. If the row is no part of the table, take it out.",
)
CELL_BLANK = Message(code="cell.must_be_filled", id="sel ini wajib diisi.", en="this cell must be filled in.")
NO_VARIABLE = Message(
    code="sheet.no_variable",
    id="variabel {letter} belum ada; tambahkan barisnya di lembar variabel.",
    en="there is no variable {letter}; add its row to the sheet variabel.",
)
OTHER_VARIABLE = Message(
    code="sheet.other_variable",
    id="bukan variabel rumus indikator ini. Variabel tiap rumus: {letters}",
    en="is no variable of the formula of this indicator. The variables of each formula: {letters}",
)
LINE_TWICE = Message(
    code="sheet.line_twice",
    id="ini sudah diisi di baris lain; sisakan satu.",
    en="another row has it already; keep one.",
)
NAMED_AS_ROW = Message(
    code="sheet.named_as_row",
    id="sama dengan baris {row}; beri nama lain.",
    en="is the name in row {row} too; give it another.",
)
NOTHING_FILLED = Message(
    code="sheet.nothing_filled",
    id="buku kerja ini belum berisi keputusan. Isi lembar keputusan dahulu, lalu sasaran, indikator, dan "
    "target; bila lembarnya tidak ada, mulai dari buku kerja keputusan yang kosong.",
    en="the workbook holds no decree yet. Fill in the sheet keputusan first, then sasaran, indikator and "
    "target; if it has no such sheets, begin with an empty workbook of a decree.",
)
NO_PERIOD = Message(
    code="cell.no_period",
    id="yang diminta tahun atau bagiannya, misalnya 2026, 2026-S1, atau 2026-TW1.",
    en="a year or a part of one is expected, such as 2026, 2026-S1 or 2026-TW1.",
)
CODES_CHANGED = Message(
    code="sheet.codes_changed",
    id="{codes}{elsewhere}: kode seperti 1.10 atau 1/2 diubah Excel menjadi angka atau tanggal. Formatkan kolom kode "
    "sebagai teks, lalu tulis ulang kodenya.",
    en="{codes}{elsewhere}: Excel makes numbers or days of codes such as 1.10 or 1/2. Format the column of codes as "
    "text, then write the codes again.",
)
CODES_ELSEWHERE = Message(
    code="sheet.codes_elsewhere", id=", juga di lembar {sheets}", en=", and in the sheets {sheets}"
)
LINE_BLANK = Message(code="sheet.line_blank", id="isian {line} wajib diisi.", en="the line {line} must be filled in.")
SOURCE_BLANK = Message(
    code="sheet.source_blank",
    id="isian {line} wajib diisi, karena {rule} diisi.",
    en="the line {line} must be filled in, for {rule} is.",
)
LINE_LACKS = Message(code="sheet.line_lacks", id="baris ini belum ada; tambahkan.", en="there is no such line; add it.")
NOT_BY_ACCOUNT = Message(
    code="sheet.not_by_account",
    id="indikator ini tidak dihitung menurut akun; hapus baris ini.",
    en="this indicator is not counted by account; take this row out.",
)
SHEET_LACKS = Message(
    code="sheet.lacks", id="lembar ini tidak ada atau belum diisi.", en="this sheet is not there, or not filled in yet."
)
SHEET_RENAMED = Message(
    code="sheet.renamed",
    id="lembar ini tidak ada. Yang tidak dibaca: {unread}; bila itu lembarnya, ganti namanya.",
    en="there is no such sheet. Not read: {unread}; if that is it, rename it.",
)
SHEET_COLUMNS = Message(code="sheet.columns", id="{lack} " + FIRST_ROWS.id, en="{lack} " + FIRST_ROWS.en)
SHEET_RESEMBLES = Message(
    code="sheet.resembles",
    id="nama lembar ini mirip {known!r}; perbaiki ejaannya, atau beri nama lain bila memang lembar lain.",
    en="the name of this sheet resembles {known!r}; correct it, or rename the sheet if it is another.",
)
COLUMNS_UNREAD = Message(
    code="sheet.columns_unread",
    id="Lembar {sheet}, kolom yang tidak dibaca: {names}.",
    en="Sheet {sheet}, columns that were not read: {names}.",
)
LINES_UNREAD = Message(
    code="sheet.lines_unread",
    id="Lembar {sheet}, isian yang tidak dibaca: {names}.",
    en="Sheet {sheet}, lines that were not read: {names}.",
)
TEXT_TOO_LONG = Message(
    code="sheet.text_too_long",
    id="teks ini lebih panjang dari {limit} karakter, jadi tidak muat dalam satu sel Excel; pakai TOML.",
    en="the text is longer than {limit} signs, and no cell of Excel holds it; use TOML.",
)
NOT_THE_DECREES = Message(
    code="decree.not_its_own",
    id="setelan unit dan target yang diandaikan ({names}) bukan bagian keputusan; tulis katalog tanpa keduanya.",
    en="what a unit sets and targets that are assumed ({names}) are no part of a decree; write the catalogue without.",
)
DECREE_KIND = Message(
    code="decree.other_kind",
    id="berkas keputusan harus berakhiran .xlsx atau .toml.",
    en="the file of a decree must end in .xlsx or .toml.",
)
NAME_OF_OTHER = Message(
    code="lint.name_of_other",
    id="ini nama {code}, padahal kode di barisnya {own}; periksa kodenya.",
    en="this is the name of {code}, but the code of the row is {own}; check the code.",
)
UNIT_RESEMBLES = Message(
    code="sheet.unit_resembles",
    id="satuan ini mirip {known}; perbaiki ejaannya, atau isi juga kolom satuan utuh bila memang satuan lain.",
    en="this unit resembles {known}; correct it, or fill in the column satuan utuh too if it is another unit.",
)
