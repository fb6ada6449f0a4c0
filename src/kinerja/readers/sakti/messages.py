"""What this package says of exports that it refuses, both texts once."""

from kinerja._base import Message

NO_REPORT = Message(
    code="sakti.none",
    id="bukan laporan GLP039: judul LAPORAN KETERSEDIAAN DANA DETAIL atau LAPORAN REALISASI SP2D tidak ada. Ekspor "
    "dari SAKTI ke Excel, lalu berikan berkasnya tanpa diubah.",
    en="not a GLP039 report: the title LAPORAN KETERSEDIAAN DANA DETAIL or LAPORAN REALISASI SP2D is not there. "
    "Export it from SAKTI to Excel and hand it in unchanged.",
)
SEVERAL_REPORTS = Message(
    code="sakti.several",
    id="beberapa lembar kerja memuat laporan GLP039; sisakan satu.",
    en="several worksheets hold a GLP039; leave one.",
)
OTHER_REPORT = Message(
    code="sakti.other_report",
    id="laporan GLP039 ini tidak dapat digabung: {reports}. Realisasinya kumulatif; sisakan laporan bulan terakhir, "
    "dari satu satker dan satu basis.",
    en="these GLP039 reports do not go together: {reports}. What was realised is cumulative; leave the report of the "
    "last month, of one satker and one basis.",
)
SAME_ACCOUNTS = Message(
    code="sakti.same_accounts",
    id="{count} baris akun yang sama ada di {names}, misalnya {first}; sisakan satu laporan untuk tiap program.",
    en="the same account rows stand in {names}: {count}, such as {first}; leave one report for each program.",
)
OTHER_SUM = Message(
    code="sakti.other_sum",
    id="{name}: baris akun berjumlah {added}, sedangkan JUMLAH SELURUHNYA {total} (selisih {difference}). Berkas tidak "
    "utuh atau sudah diubah; ekspor ulang dari SAKTI.",
    en="{name}: the account rows add up to {added}, but JUMLAH SELURUHNYA is {total} (difference {difference}). The "
    "file is not whole or was changed; export it again from SAKTI.",
)

OTHER_PERIODS = Message(
    code="sakti.other_periods",
    id="periode lalu dan periode ini berjumlah {added}, sedangkan s.d. periode {until}. Berkas sudah diubah, atau "
    "kolomnya lain; ekspor ulang dari SAKTI.",
    en="periode lalu and periode ini add up to {added}, but s.d. periode is {until}. The file was changed, or its "
    "columns are others; export it again from SAKTI.",
)
MISREAD = Message(
    code="sakti.misread",
    id="angka di baris ini dan {more} baris lain ditulis sebagai teks yang tidak terbaca: {why} Ekspor ulang dari "
    "SAKTI ke Excel, dan berikan berkasnya tanpa diubah.",
    en="figures of this row and {more} others are texts that cannot be read: {why} Export the report again from "
    "SAKTI to Excel and hand it in unchanged.",
)

NO_YEAR = Message(
    code="sakti.no_year",
    id="judul laporan tidak menyebut tahun anggaran (seperti TA 2026); ekspor ulang dari SAKTI.",
    en="the title does not name the budget year (as in TA 2026); export it again from SAKTI.",
)
NO_PERIOD = Message(
    code="sakti.no_period",
    id="baris periode (seperti Periode Maret 2026) tidak ada; ekspor ulang dari SAKTI.",
    en="there is no line of the period (as in Periode Maret 2026); export it again from SAKTI.",
)
OTHER_YEAR = Message(
    code="sakti.other_year",
    id="tahun pada baris periode berbeda dari tahun anggaran pada judul; ekspor ulang dari SAKTI.",
    en="the year in the line of the period differs from the budget year in the title; export it again from SAKTI.",
)
NO_UNIT = Message(
    code="sakti.no_unit",
    id="baris Satuan Kerja dengan kode enam angka dan nama satker tidak ada; ekspor laporan untuk satu satker.",
    en="there is no line Satuan Kerja with a code of six digits and a name; export the report of one work unit.",
)

NO_TOTAL = Message(
    code="sakti.no_total",
    id="baris JUMLAH SELURUHNYA tidak ada; ekspor ulang dari SAKTI.",
    en="there is no row JUMLAH SELURUHNYA; export it again from SAKTI.",
)
NO_ACCOUNTS = Message(
    code="sakti.no_accounts",
    id="tidak ada baris akun; ekspor ulang dari SAKTI sampai tingkat Akun (atau Item).",
    en="there are no account rows; export it again from SAKTI down to the level Akun (or Item).",
)
BAD_TOTAL = Message(
    code="sakti.bad_total",
    id="baris JUMLAH SELURUHNYA ini tidak berisi tujuh angka; ekspor ulang dari SAKTI.",
    en="this row JUMLAH SELURUHNYA does not hold seven figures; export it again from SAKTI.",
)
OTHER_TOTAL = Message(
    code="sakti.other_total",
    id="JUMLAH SELURUHNYA ada lagi dengan angka lain; berikan satu laporan per berkas.",
    en="there is another JUMLAH SELURUHNYA with other figures; hand in one report per file.",
)
NOT_UNDERSTOOD = Message(
    code="sakti.not_understood",
    id="baris ini tidak dikenali: yang dibaca adalah kode, nama, dan tujuh angka. Berikan ekspor SAKTI tanpa diubah.",
    en="this row is not understood: code, name and seven figures are read. Hand in the export of SAKTI unchanged.",
)
MISPLACED = Message(
    code="sakti.misplaced",
    id="baris {level} ini tidak berada di bawah {above}-nya; ekspor dengan semua tingkat sampai Akun.",
    en="this {level} row does not stand below its {above}; export the report with all levels down to Akun.",
)
NOTHING_REPEATED = Message(
    code="sakti.nothing_repeated",
    id="baris ini hanya berisi lima angka, tetapi tidak mengulang baris sebelumnya; ekspor ulang dari SAKTI.",
    en="this row has only five figures but does not repeat the row before; export it again from SAKTI.",
)
ACCOUNT_TWICE = Message(
    code="sakti.twice",
    id="akun ini ada dua kali di tempat yang sama; ekspor ulang dari SAKTI.",
    en="this account stands twice in the same place; export it again from SAKTI.",
)
ERROR = Message(
    code="sakti.error",
    id="sel di baris ini berisi galat; ekspor ulang dari SAKTI, tanpa diubah.",
    en="a cell of this row holds an error; export it again from SAKTI, unchanged.",
)

COVERAGE = Message(
    code="sakti.coverage",
    id="GLP039 basis {basis} s.d. {until}, satker {satker}, program {programmes}: pagu {ceiling}, realisasi {realised}"
    "{counted}.",
    en="GLP039, basis {basis}, up to {until}, satker {satker}, programs {programmes}: ceiling {ceiling}, realised "
    "{realised}{counted}.",
)
COUNTED = Message(
    code="sakti.counted",
    id="; dari pagu itu dihitung {ceiling} ({share}%)",
    en="; of that ceiling {ceiling} was counted ({share}%)",
)
ONE_OUTPUT = Message(
    code="sakti.one_output",
    id="Laporan ini hanya memuat satu RO, {path}; pastikan laporan dicetak untuk seluruh satker.",
    en="This report holds a single RO, {path}; make sure that it was printed for the whole satker.",
)
ONE_PROGRAMME = Message(
    code="sakti.one_programme",
    id="Laporan ini hanya memuat satu program, {path}; pastikan laporan dicetak untuk seluruh satker.",
    en="This report holds a single program, {path}; make sure that it was printed for the whole satker.",
)
OTHER_REST = Message(
    code="sakti.other_rest",
    id="Pagu dikurangi realisasi adalah {difference}, sedangkan SISA ANGGARAN {rest}; periksa apakah kolomnya berubah.",
    en="The ceiling less what was realised is {difference}, but SISA ANGGARAN is {rest}; check whether its columns "
    "were changed.",
)
OTHER_MONTH = Message(
    code="sakti.other_month",
    id="Laporan ini s.d. {until}, padahal periode berakhir {end}.",
    en="This report goes up to {until}, but the period ends in {end}.",
)
