"""What this package says of tables that it refuses, both texts once."""

from kinerja._base import ColumnsError, Message, Text
from kinerja.readers.messages import FIRST_ROWS

BLANK = Message(code="cell.blank", id="sel ini wajib diisi.", en="this cell must be filled in.")
UNEVEN = Message(
    code="cell.uneven",
    id="sel ini kosong, padahal baris lain mengisinya; isi di semua baris, atau kosongkan semuanya.",
    en="this cell is blank while other rows fill it in; fill it in in every row, or in none.",
)
UNSEEN_SIGN = Message(
    code="cell.unseen_sign",
    id="teks ini memuat tanda yang tidak tampak ({signs}); hapus isi selnya, lalu ketik ulang.",
    en="the text holds signs that nobody sees ({signs}); clear the cell and type it again.",
)
NOT_UNIQUE = Message(
    code="cell.not_unique",
    id="sudah ada di baris {first}; sisakan satu di antaranya.",
    en="stands in row {first} already; leave one of them.",
)
PERCENT_BESIDE_NONE = Message(
    code="cell.percent_beside_none",
    id="dibandingkan dengan {other!r} di baris ini; tulis keduanya dengan tanda %, atau keduanya tanpa.",
    en="is compared with {other!r} in this row; write both with the sign %, or both without.",
)
STRAY = Message(
    code="cell.stray",
    id="isi ini tidak berada di bawah judul kolom; beri judul pada kolomnya, atau hapus.",
    en="this stands under no heading; give its column a heading or remove it.",
)
STRAY_COMMA = Message(
    code="cell.stray_comma",
    id='baris ini mempunyai lebih banyak sel daripada judul; tulis desimal dalam tanda kutip ("47,25"), atau pisahkan '
    "kolom dengan titik koma.",
    en='the row has more cells than headings; put decimals in quotation marks ("47,25"), or separate columns with '
    "semicolons.",
)
LOST_DECIMALS = Message(
    code="cell.lost_decimals",
    id='hanya angka: mungkin desimal dari sel di depannya. Tulis angka itu dalam tanda kutip ("47,25"), atau pisahkan '
    "kolom dengan titik koma.",
    en='digits only: they may be the decimals of the cell before. Put that number in quotation marks ("47,25"), or '
    "separate columns with semicolons.",
)
NOT_DATE = Message(
    code="cell.not_date",
    id="yang diminta tanggal, bukan angka; formatkan selnya sebagai tanggal, atau tulis 3 Februari 2022.",
    en="a date is expected, not a number; format the cell as a date, or write 3 Februari 2022.",
)
ONLY_TIME = Message(
    code="cell.only_time",
    id="yang diminta tanggal, bukan jam; tulis tanggalnya, misalnya 3 Februari 2022.",
    en="a date is expected, not a time; write the date, for example 3 Februari 2022.",
)
NOT_YEAR = Message(
    code="cell.not_year",
    id="yang diminta tahun, {least} sampai {most}, misalnya 2023.",
    en="a year is expected, {least} to {most}, for example 2023.",
)
YEAR_BEYOND = Message(
    code="cell.year_beyond",
    id="tahun pada tanggal ini di luar {least} sampai {most}; periksa penulisannya.",
    en="the year of this date is not within {least} to {most}; check how it is written.",
)
NOT_ACCOUNT = Message(
    code="cell.not_account",
    id="yang diminta kode akun: enam angka saja, tanpa titik dan tanpa nama, misalnya 521211.",
    en="an account is expected: six digits alone, without dots and without its name, for example 521211.",
)
NOT_FLAG = Message(code="cell.not_flag", id="isilah ya atau tidak.", en="write ya (yes) or tidak (no).")
NO_OPTION = Message(code="cell.no_option", id="pilih salah satu: {options}.", en="choose one of: {options}.")
SEVERAL_ROWS = Message(
    code="unit.several_rows",
    id="formulir unit hanya berisi satu baris, yaitu unit pemilik data dukungnya; hapus baris lain.",
    en="the form unit holds one row, the unit whose evidence it is; remove the others.",
)
NOT_SATKER = Message(
    code="unit.not_satker",
    id="yang diminta kode satker: enam angka, misalnya 417912.",
    en="the code of a satker is expected: six digits, for example 417912.",
)
NO_ANSWER = Message(
    code="unit.no_answer",
    id="{part!r}: tulis kode, tafsir, dan jawabannya seperti di lembar petunjuk, misalnya SK3/1 case = company; "
    "beberapa dipisahkan titik koma.",
    en="{part!r}: write the code, the reading and its answer as the sheet petunjuk has them, such as SK3/1 case = "
    "company; several with semicolons between them.",
)
TWO_ANSWERS = Message(
    code="unit.two_answers",
    id="{code} {word} dijawab dua kali dengan jawaban yang berbeda; pilih satu.",
    en="{code} {word} has two answers that differ; choose one.",
)
ANSWER_UNFIT = Message(code="unit.answer_unfit", id="{why}", en="{why}")
TARGET_NEGATIVE = Message(
    code="cell.target_negative", id="target tidak dapat di bawah 0.", en="a target cannot be below 0."
)
RANGE_AS_DAY = Message(
    code="cell.range_as_day",
    id="dibaca Excel sebagai tanggal; formatkan selnya sebagai teks, lalu tulis ulang, misalnya 8-9.",
    en="the spreadsheet took it for a day; format the cell as text and write it again, such as 8-9.",
)
DATES_SWAPPED = Message(
    code="column.dates_swapped",
    id="semua tanggal Excel di kolom ini berhari 1 sampai 12, padahal ada teks {text!r} di baris {row_of_text}: hari "
    "dan bulannya agaknya tertukar, karena Excel membaca bulan lebih dahulu. Formatkan kolom ini sebagai teks, lalu "
    "tulis ulang semua tanggalnya dengan hari dahulu, misalnya 03/02/2023.",
    en="all Excel dates in this column have a day from 1 to 12, while row {row_of_text} holds the text {text!r}: their "
    "days and months seem to be swapped, because Excel reads the month first. Format the column as text and write all "
    "its dates again, day first, for example 03/02/2023.",
)

TOTALS_ROW = Message(
    code="row.totals",
    id="baris jumlah bukan data dukung; hapus baris ini. Bila memang nama, tulis lengkap, misalnya PT di depannya.",
    en="a row of totals is no record; take the row out. If it is a name, write it in full, such as PT before it.",
)
NO_DATA = Message(
    code="row.no_data",
    id="baris ini sepertinya bukan data (tanda tangan, catatan); hapus baris ini, atau lengkapi selnya.",
    en="this row seems to be no data (a signature, a note); take it out, or fill in its cells.",
)
MERGED = Message(
    code="row.merged",
    id="ada sel gabungan (merge) di baris ini, sehingga hanya satu yang berisi; pisahkan, lalu isi tiap baris.",
    en="cells are merged here, so that only one of them holds the value; split them and fill in every row.",
)

NO_ROWS = Message(
    code="table.no_rows",
    id="tabel ini tidak mempunyai baris di bawah judulnya.",
    en="the table has no rows below its headings.",
)
NO_SUCH_WORKSHEET = Message(
    code="table.no_worksheet", id="tidak ada lembar kerja {name!r}.", en="there is no worksheet {name!r}."
)
SEVERAL_WORKSHEETS = Message(
    code="table.several_worksheets",
    id="beberapa lembar kerja memuat tabel ini ({names}); sisakan satu, atau sebutkan lembarnya.",
    en="several worksheets hold this table ({names}); leave one, or name the sheet.",
)
HEADLESS = Message(
    code="table.worksheet_headless",
    id="lembar {name} tampaknya lanjutan lembar {first} tanpa judul kolom, sehingga barisnya (mulai baris {number}) "
    "akan hilang. Salin judul kolom ke atas baris itu, atau pindahkan barisnya ke lembar {first}.",
    en="sheet {name} seems to go on with sheet {first} without headings: its rows (from row {number}) would be lost. "
    "Copy the headings above them, or move the rows to sheet {first}.",
)
HIDDEN_SHEET = Message(
    code="worksheet.hidden",
    id="Lembar {name} tersembunyi, dan ikut dihitung.",
    en="Sheet {name} is hidden, and counts.",
)
HIDDEN_ROWS = Message(
    code="worksheet.hidden_rows",
    id="{rows} baris lembar {name} tersembunyi atau tersaring, dan ikut dihitung.",
    en="Rows of sheet {name} that are hidden or filtered out, and count: {rows}.",
)
OPEN_END = Message(
    code="worksheet.open_end",
    id="Baris terakhirnya tidak diakhiri ganti baris; periksa apakah berkas ini utuh.",
    en="Its last line does not end; check whether the file is whole.",
)
HIDDEN = Message(code="worksheet.name_hidden", id="{name} (tersembunyi)", en="{name} (hidden)")
SHEETS_UNREAD = Message(
    code="worksheet.unread", id="Lembar yang tidak dibaca: {named}.", en="Sheets that were not read: {named}."
)
SHEET_MISSPELT = Message(
    code="table.worksheet_misspelt",
    id="lembar kerja {name!r} tidak akan terbaca: {lack} Perbaiki ejaannya, atau keluarkan lembar itu.",
    en="worksheet {name!r} would not be read: {lack} Correct the spelling, or take that sheet out.",
)
LACK = Message(
    code="table.lack",
    id="tidak ada kolom {columns}; judul yang ada tetapi tidak dikenal: {unknown}.",
    en="there is no column {columns}; headings that are there but not known: {unknown}.",
)
THIS_FILE = Text(id="berkas ini", en="this file")
"""One whose name nobody knows."""
COLUMNS_MISSING = ColumnsError.worded(
    code="table.columns_missing", id=f"{{file}}: {{lack}} {FIRST_ROWS.id}", en=f"{{file}}: {{lack}} {FIRST_ROWS.en}"
)
NO_FIELD = ColumnsError.worded(
    code="table.no_field",
    id="{name} bukan isian data dukung ini; isiannya: {available}.",
    en="{name} is no field of these records; the fields are {available}.",
)
FIELD_TWICE = ColumnsError.worded(
    code="table.field_twice",
    id="{fields} menyebut isian yang sama lebih dari satu kali; sisakan satu judul untuk tiap isian.",
    en="{fields} name a field more than once; leave one heading for each field.",
)
MISSPELT = Message(
    code="heading.misspelt",
    id="judul ini mirip {known!r}; perbaiki ejaannya, atau beri nama lain bila memang kolom lain.",
    en="this heading resembles {known!r}; correct it, or rename it if it is another column.",
)
ROW_ABOVE = Message(
    code="heading.row_above",
    id="baris ini di atas judul kolom, padahal dapat dibaca sebagai isinya; pindahkan ke bawah judul, atau hapus.",
    en="this row stands above the headings, but can be read as one below them; move it down, or take it out.",
)
COLUMN_TWICE = Message(
    code="heading.twice",
    id="kolom yang sama ada dua kali ({names}); sisakan satu.",
    en="one column twice ({names}); leave one.",
)
