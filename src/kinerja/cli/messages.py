"""What this package says when it refuses something, both texts once."""

from kinerja._base import Message, QuantityError

NO_REGULAR_FILE = Message(
    code="output.no_regular_file",
    id="bukan berkas biasa, jadi tidak ditimpa; pilih nama lain.",
    en="is no regular file, so it is not overwritten; choose another name.",
)
IS_THERE = Message(
    code="output.is_there",
    id="sudah ada; pilih nama lain, atau timpa berkas itu dengan --force.",
    en="is there already; choose another name, or overwrite that file with --force.",
)
UNWRITABLE = Message(code="output.unwritable", id="tidak dapat ditulis ({error}).", en="cannot be written ({error}).")
OUTPUT_LOST = Message(
    code="output.lost", id="Keluaran tidak dapat ditulis ({error}).", en="The output cannot be written ({error})."
)
FORMS_WRITTEN = Message(
    code="forms.written",
    id="{count} berkas ditulis. Isi yang ada datanya, lalu jalankan:",
    en="{count} files written. Fill in those you have data for, then run:",
)
BOOK_WRITTEN = Message(
    code="forms.book_written",
    id="Buku kerja ini ditulis. Isi lembar yang ada datanya, lalu jalankan:",
    en="The workbook is written. Fill in the sheets you have data for, then run:",
)
MIXED = QuantityError.worded(
    code="compare.mixed",
    id="Sandingkan tepat dua jejak angka, atau dua rapor kinerja atau lebih; keduanya tidak dapat dicampur.",
    en="Compare exactly two traces, or two scorecards or more; they do not mix.",
)
NO_CODE = QuantityError.worded(
    code="option.no_code",
    id="{indicator} {value}: tulis satu kali untuk tiap kode, misalnya SK3/2=425283,425421.",
    en="{indicator} {value}: write each code once, for example SK3/2=425283,425421.",
)
NOT_BY_ACCOUNT = QuantityError.worded(
    code="option.not_by_account",
    id="Indikator ini tidak dihitung menurut akun; hapus --accounts.",
    en="{indicator} is not counted by account; leave out --accounts.",
)
NO_PAIR = QuantityError.worded(
    code="option.no_pair",
    id="{indicator} {value}: tulis isian dan judul kolomnya, satu kali untuk tiap isian, misalnya pagu=Anggaran.",
    en="{indicator} {value}: give a field and the heading of its column, each field once, such as pagu=Anggaran.",
)
EXTRA_ARGUMENTS = Message(
    code="usage.extra_arguments",
    id='Argumen yang berlebih: {given}; apit nama yang mengandung spasi dengan tanda kutip (").',
    en='Too many arguments: {given}; put names that hold blanks in quotation marks (").',
)
MISSING = Message(code="usage.missing", id="{option} harus disebutkan. {says}", en="{option} must be given. {says}")
NO_VALUE = Message(
    code="usage.no_value",
    id="{option} harus diikuti nilainya. {says}",
    en="{option} must be followed by its value. {says}",
)
NO_SUCH_VALUE = Message(
    code="usage.no_such_value",
    id="{option} {value!r} tidak dapat dipakai. {says}",
    en="{option} {value!r} cannot be used. {says}",
)
TAKES_NO_VALUE = Message(
    code="usage.takes_no_value", id="{option} ditulis tanpa nilai.", en="{option} is written without a value."
)
NO_NUMBER = QuantityError.worded(code="option.no_number", id="{indicator} {why}", en="{indicator} {why}")

MAKE_CATALOGUE = Message(
    code="advice.make_catalogue",
    id="Bila belum ada, buat dan isi dahulu, lalu ulangi dengan --catalogue iku-{year}.xlsx:\n"
    "  kinerja decree new iku-{year}.xlsx",
    en="If there is none, make it and fill it in, then repeat with --catalogue iku-{year}.xlsx:\n"
    "  kinerja decree new iku-{year}.xlsx",
)
ADD_CATALOGUE = Message(
    code="advice.add_catalogue",
    id="{file} di folder ini mengatur {year}; tambahkan --catalogue {file}.",
    en="{file} in this folder covers {year}; add --catalogue {file}.",
)
NO_CATALOGUES = Message(
    code="catalogues.none_in_folder",
    id="folder ini tidak berisi berkas katalog (.xlsx atau .toml).",
    en="this folder holds no catalogue files (.xlsx or .toml).",
)
GIVE_CATALOGUE = Message(
    code="advice.catalogue",
    id="Keputusan disebut dengan --catalogue BERKAS.",
    en="Option for a decree: --catalogue FILE.",
)
NAME_UNIT = Message(
    code="advice.name_unit",
    id="Unitnya disebut oleh nama folder atau berkas data dukung, atau oleh formulir unit di dalamnya.",
    en="The name of the folder or file of evidence says which unit it is, or the form unit within.",
)
GIVE_EVIDENCE = Message(
    code="advice.evidence", id="Sebut foldernya sesudah nama jejak.", en="Name the folder after the trace."
)
GIVE_OTHER_UNIT = Message(
    code="advice.other_unit",
    id="Pilihannya: --satker-lain; nama satker itu lalu tercetak di judul.",
    en="Option: --satker-lain; the name of that unit then stands in the headline.",
)
MAKE_FORMS = Message(
    code="advice.forms",
    id="Formulir kosong dibuat dengan `kinerja template BERKAS.xlsx --period TAHUN`.",
    en="`kinerja template FILE.xlsx --period YEAR` makes empty forms.",
)
MAKE_WORKBOOK = Message(
    code="advice.workbook",
    id="Buku kerja yang kosong dibuat dengan `kinerja decree new BERKAS.xlsx`.",
    en="`kinerja decree new FILE.xlsx` makes the empty workbook.",
)
MAKE_JSON = Message(
    code="advice.json",
    id="Rapor kinerja dibuat dengan `kinerja score --format json`, jejak angka dengan `kinerja explain --format json`.",
    en="`kinerja score --format json` makes a scorecard, and `kinerja explain --format json` a trace.",
)

DECREE_WRITTEN = Message(
    code="decree.written",
    id="{file} ditulis. Isi, lalu buat formulir data dukungnya:",
    en="{file} written. Fill it in, then make the forms of its evidence:",
)
WRITTEN = Message(code="output.written", id="{file} ditulis.", en="{file} written.")
ROWS_COUNTED = Message(
    code="output.rows_counted",
    id="Semua {counted} baris data dukung dihitung.",
    en="All records count: {counted}.",
)
ROWS_LEFT_OUT = Message(
    code="output.rows_left_out",
    id="{counted} baris data dukung dihitung, {left} tidak; alasannya disebut di rapor kinerja.",
    en="Records that count: {counted}; that do not: {left}, and the scorecard says why.",
)
LOOK_AGAIN = Message(
    code="decree.look_again",
    id="{file}: {count} hal perlu diperiksa lagi:",
    en="{file}: to be looked at again, {count} in all:",
)
COMMENTS_LOST = Message(
    code="decree.comments_lost",
    id="Komentar di {file} (baris yang berawal #, {count} baris) tidak ikut tersalin.",
    en="The comments in {file} (lines that begin with #, {count} of them) were not copied.",
)
