"""What this package says of cells and texts that it refuses, both texts once."""

from kinerja._base import Message

NOT_TEXT = Message(
    code="cell.not_text",
    id="yang diminta teks; formatkan selnya sebagai teks dan tulis ulang.",
    en="text is expected; format the cell as text and write it again.",
)
NOT_NUMBER = Message(
    code="cell.not_number",
    id="yang diminta angka; formatkan selnya sebagai angka dan tulis ulang, desimal dengan koma, misalnya 3,44.",
    en="a number is expected; format the cell as a number and write it again, with a decimal comma such as 3,44.",
)
PERCENT_FORMAT = Message(
    code="cell.percent_format",
    id="sel ini berformat persen, padahal yang diminta bukan persen; formatkan sebagai angka.",
    en="the cell is formatted as a percentage, but no percent is expected; format it as a number.",
)
CELL_ERROR = Message(
    code="cell.error",
    id="sel ini berisi galat; perbaiki rumusnya, atau kosongkan bila belum diukur.",
    en="the cell holds an error; mend its formula, or leave it blank if it was not measured.",
)
NO_RESULT = Message(
    code="cell.no_result",
    id="rumus di sel ini belum dihitung; buka berkasnya di Excel lalu simpan.",
    en="the formula in this cell was never calculated; open the file in Excel and save it.",
)

NUMBER_MISSING = Message(
    code="written.blank", id="sel kosong; tulis angkanya.", en="the cell is blank; write the number."
)
NO_NUMBER = Message(
    code="written.no_number",
    id="bukan angka; tulis dengan angka 0-9, titik di antara ribuan dan satu koma untuk desimal, misalnya "
    "1.234.567,89.",
    en="not a number; write it with digits 0-9, dots between thousands and one decimal comma, for example "
    "1.234.567,89.",
)
NOT_FINITE = Message(
    code="written.not_finite",
    id="bukan angka berhingga; tulis angkanya, atau N/A bila belum diukur.",
    en="not a finite number; write the number, or N/A if it was not measured.",
)
POWER_OF_TEN = Message(
    code="written.power_of_ten",
    id="penulisan dengan pangkat sepuluh (E) tidak dibaca; tulis semua angkanya, misalnya 100000.",
    en="powers of ten (E) are not read; write all digits, for example 100000.",
)
UNDERSCORE = Message(
    code="written.underscore",
    id="garis bawah bukan pemisah ribuan; gunakan titik, misalnya 1.000.",
    en="an underscore does not separate thousands; use dots, for example 1.000.",
)
OTHER_DIGITS = Message(code="written.other_digits", id="angka harus ditulis dengan 0-9.", en="digits must be 0-9.")
COMMAS = Message(
    code="written.commas",
    id="koma hanya satu dan hanya untuk desimal; pisahkan ribuan dengan titik, misalnya 17.265.705.000.",
    en="there is one comma at most and only before decimals; separate thousands with dots, for example 17.265.705.000.",
)
DOTS = Message(
    code="written.dots",
    id="titik memisahkan ribuan dan diikuti tepat tiga angka; tulis desimal dengan koma, misalnya 80,00.",
    en="a dot separates thousands and is followed by exactly three digits; write decimals with a comma, for example "
    "80,00.",
)
SPACES = Message(
    code="written.spaces",
    id="hapus spasi di antara angka; ribuan dipisahkan dengan titik.",
    en="remove the blanks between the digits; thousands are separated with dots.",
)
BRACKETS = Message(
    code="written.brackets",
    id="angka di bawah nol ditulis dengan minus, misalnya -5, bukan dalam kurung.",
    en="a number below zero is written with a minus, for example -5, not in brackets.",
)
NO_PERCENT = Message(
    code="written.percent",
    id="yang diminta bukan persen; tulis angkanya tanpa %.",
    en="this is no percent; write the number without %.",
)
NO_RUPIAH = Message(
    code="written.rupiah",
    id="yang diminta bukan rupiah; tulis angkanya tanpa Rp.",
    en="this is no amount of money; write the number without Rp.",
)
RUPIAH_DECIMALS = Message(
    code="written.rupiah_decimals",
    id="rupiah tidak mempunyai lebih dari dua desimal; bila koma itu pemisah ribuan, gunakan titik.",
    en="rupiah have no more than two decimals; if that comma separates thousands, use a dot.",
)
THREE_ZEROS = Message(
    code="written.three_zeros",
    id="koma di depan 000 dapat berarti ribuan; tulis 1.000 untuk seribu atau 1 untuk satu.",
    en="a comma before 000 may stand for thousands; write 1.000 for one thousand or 1 for one.",
)
TOO_MANY_DIGITS = Message(
    code="written.too_many_digits",
    id="lebih dari {limit} angka; periksa penulisannya.",
    en="more than {limit} digits; check it.",
)
AMBIGUOUS_DOT = Message(
    code="written.ambiguous_dot",
    id="titik di sini dapat berarti ribuan atau desimal; tulis {decimal} atau {whole}.",
    en="the dot may stand for thousands or for decimals; write {decimal} or {whole}.",
)

NOT_UTF_8 = Message(
    code="csv.other_encoding",
    id='bukan teks UTF-8; simpan ulang dari Excel sebagai "CSV UTF-8 (Comma delimited)".',
    en='not UTF-8 text; save it again from Excel as "CSV UTF-8 (Comma delimited)".',
)
LINE_TOO_LONG = Message(
    code="csv.line_too_long",
    id="baris ini lebih panjang dari 1 MiB, jadi ini bukan tabel; periksa berkasnya.",
    en="this line is longer than 1 MiB, so this is not a table; check the file.",
)
QUOTES = Message(
    code="csv.quotes",
    id='tanda kutip (") di baris ini tidak berpasangan; tutup tanda kutipnya, atau hapus.',
    en='the quotation marks (") in this row do not pair up; close them or remove them.',
)
SWALLOWED = Message(
    code="csv.swallowed_row",
    id='sel ini memuat baris yang tampak seperti baris tabel; tutup tanda kutip (") di depannya, atau hapus ganti '
    "baris di dalam sel.",
    en='this cell holds a line that looks like a row of the table; close the quotation mark (") before it, or take the '
    "line break out of the cell.",
)
TABS = Message(
    code="csv.tabs",
    id="kolom dipisahkan dengan tab; simpan sebagai CSV dengan titik koma (;) atau koma.",
    en="the columns are separated with tabs; save it as CSV with semicolons (;) or commas.",
)

CELL_BEYOND = Message(
    code="workbook.cell_beyond",
    id="lembar kerja {sheet!r} memuat sel {cell}, di luar yang ada di Excel (terjauh XFD1048576); buka berkasnya di "
    "Excel lalu simpan ulang.",
    en="worksheet {sheet!r} has a cell {cell}, beyond those of Excel (the last is XFD1048576); open the file in Excel "
    "and save it again.",
)
CELL_AGAIN = Message(
    code="workbook.cell_again",
    id="lembar kerja {sheet!r} memuat sel {cell} dua kali atau tidak pada urutannya; buka berkasnya di Excel, periksa "
    "sel itu, lalu simpan ulang.",
    en="worksheet {sheet!r} has the cell {cell} twice or out of order; open the file in Excel, check that cell, and "
    "save it again.",
)
TOO_MANY_CELLS = Message(
    code="workbook.too_many_cells",
    id="lembar kerja {sheet!r} terisi sampai {cell}, {size} sel, padahal satu buku kerja paling banyak {limit}; hapus "
    "baris di bawah tabel dan kolom di kanannya (Ctrl+End menunjukkan sel terakhir), lalu simpan.",
    en="worksheet {sheet!r} is filled up to {cell}, {size} cells, and a workbook may have {limit}; delete the rows "
    "below the table and the columns right of it (Ctrl+End shows the last cell), and save it.",
)

AND_MORE = Message(
    code="file.too_many_problems",
    id="sudah {limit} hal; pembacaan dihentikan di sini. Periksa apakah ini berkas yang dimaksud.",
    en="{limit} things so far; reading stopped here. Check whether this is the file you meant.",
)
