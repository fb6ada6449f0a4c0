"""What this package says when it refuses something, both texts once."""

from kinerja._base import IndicatorError, Message, QuantityError, UndefinedActualError

NOTHING_BEFORE = UndefinedActualError.worded(
    code="improvement.nothing_before",
    id="Ukuran sebelum pendampingan {value} tidak dapat menjadi pembagi; ukuran itu harus di atas 0.",
    en="A measure of {value} before the assistance cannot be divided by; it must be above 0.",
)
NO_CASES = QuantityError.worded(
    code="improvement.no_cases",
    id="Jumlah peningkatan harus 0 bila tidak ada kasus.",
    en="{indicator}: improvement can only be 0 where cases = 0.",
)
POINTS_OF_INVERSE = IndicatorError.worded(
    code="improvement.points_of_inverse",
    id="kebalikan sebuah ukuran bersatuan lain, sehingga selisihnya tidak dapat dirata-ratakan.",
    en="the inverse of a measure is in another unit, so that its differences have no mean.",
)
SERVICE_ACCOUNTS = Message(
    code="receipts.service_accounts",
    id="Akun penerimaan jasa ditetapkan di formulir unit, misalnya {service}. Bukan jasa: {others}.",
    en="The accounts of services are set in the form unit, such as {service}. No services: {others}.",
)
ACCOUNT_LINES = Message(
    code="budget.account_lines",
    id="Semua baris anggaran {year} pada {count} akun berikut. Sebagai ganti formulir ini, ekspor SAKTI GLP039 dapat "
    "diletakkan di folder ini.",
    en="All budget lines of {year} on these {count} accounts. In place of this form an export of SAKTI's GLP039 can be "
    "put into the folder.",
)
LAPSED = Message(
    code="scopes.lapsed",
    id="Pada {day} akreditasi berikut sudah berakhir dan belum diperpanjang: {value}. Hilang pada tahun itu dan "
    "bertambah pada tahun perpanjangannya, padahal bukan ruang lingkup baru.",
    en="On {day} the accreditation of these had ended and was not yet renewed: {value}. They are lost in that year and "
    "gained in that of the renewal, though they are no new scopes.",
)
CAME_AND_WENT = Message(
    code="scopes.came_and_went",
    id="Ruang lingkup yang hilang: {lost}; yang bertambah: {gained}.",
    en="Scopes lost: {lost}; gained: {gained}.",
)
MAYBE_ONE = Message(
    code="collaborations.maybe_one",
    id="Mitra dan kapabilitas yang sama pada bukti yang tidak semuanya bernomor kolaborasi, masing-masing dihitung "
    "satu: {value}. Bila satu kolaborasi, beri nomor kolaborasi yang sama.",
    en="The same partner and capability under proofs not all of which have a collaboration number, each counted as "
    "one: {value}. If they are one collaboration, give them the same number.",
)
OTHER_YEARS = Message(
    code="collaborations.other_years",
    id="Kolaborasi yang juga mempunyai bukti dari tahun lain, dan terhitung pada setiap tahun buktinya: {value}.",
    en="Collaborations that have proofs of other years too, and count in each of these years: {value}.",
)
ALL_RECEIPTS = Message(
    code="receipts.all",
    id="Semua penerimaan dianggap penerimaan layanan, karena akun layanan tidak ditentukan.",
    en="All receipts were taken as service receipts, because no service accounts were given.",
)
NO_SERVICE = Message(
    code="receipts.no_service",
    id="Di antaranya penerimaan yang bukan layanan: {value}. Tetapkan akun layanan di formulir unit.",
    en="Among them are receipts that are of no service: {value}. State the service accounts in the form unit.",
)
WHAT_IT_HOLDS = Message(
    code="budget.what_it_holds",
    id="Pembilang: seluruh realisasi pada akun terpilih, apa pun asal barangnya. Penyebut: pagu revisi, termasuk yang "
    "dikunci.",
    en="Numerator: all that was realised on the selected accounts, whatever was bought. Denominator: the revised "
    "ceiling, what is locked included.",
)
ALSO_KNOWN = Message(
    code="budget.also_known",
    id="Diketahui pada {known} dari {count} baris yang dihitung: {name} {value} rupiah; tidak mengubah angka.",
    en="Known of {known} of the {count} lines counted: {name} {value} rupiah; it does not change the figure.",
)
OTHER_ACCOUNTS = Message(
    code="receipts.other_accounts",
    id="Penerimaan di luar akun layanan tidak dihitung: {value}. Bila itu layanan, tambahkan akunnya di formulir unit.",
    en="Receipts on other accounts are not counted: {value}. If they are of services, add these accounts in the "
    "form unit.",
)
UNUSED_ACCOUNTS = Message(
    code="receipts.unused_accounts",
    id="Tidak ada penerimaan pada akun layanan {value}; periksa angkanya.",
    en="There is no receipt on the service accounts {value}; check their digits.",
)
QUARTERS_OF_ONE_YEAR = Message(
    code="receipts.quarters_of_one_year",
    id="Triwulan yang hanya di salah satu tahun mempunyai penerimaan: {value}. Bila datanya belum lengkap, angka ini "
    "bukan pertumbuhan.",
    en="Quarters with receipts in one of the years alone: {value}. If the data are not complete, this is no growth.",
)
EXCEEDS = Message(
    code="budget.exceeds",
    id="Pada {count} baris {more} melebihi {less}: {value}; periksa angkanya.",
    en="In {count} of the lines {more} exceeds {less}: {value}; check the figures.",
)
CEILING_BELOW_ZERO = Message(
    code="budget.ceiling_below_zero",
    id="Pada {count} baris pagu di bawah nol: {value}; periksa angkanya.",
    en="In {count} of the lines the ceiling is below zero: {value}; check the figures.",
)
WITHIN_ANOTHER = Message(
    code="budget.within_another",
    id="Kode anggaran yang ada di bawah kode lain, dan keduanya dihitung: {value}. Bila yang di atas jumlahnya, hapus "
    "baris itu.",
    en="Lines below another line, both of which are counted: {value}. If the upper one is their total, take it out.",
)
ENDED_BEFORE = Message(
    code="scopes.ended_before",
    id="Berakhir pada atau sebelum hari terakreditasi, sehingga tidak dihitung: {value}; periksa tanggalnya.",
    en="Ended on or before the day of accreditation, and so not counted: {value}; check the days.",
)
OUT_OF_ORDER = Message(
    code="tenants.out_of_order",
    id="Tanggal tahapnya tidak berurutan, sehingga tidak dihitung: {value}; periksa tanggalnya.",
    en="The days of the stages are not in order, and so not counted: {value}; check the days.",
)
BELOW_ZERO = Message(
    code="companies.below_zero",
    id="Omzet atau klien di bawah nol: {value}; periksa angkanya.",
    en="Revenue or clients below zero: {value}; check the figures.",
)
ABOVE_A_HUNDRED = Message(
    code="improvement.above_a_hundred",
    id="Meningkat lebih dari 100 persen: {value}; periksa koma dan satuannya.",
    en="Improved by more than 100 percent: {value}; check commas and units.",
)
BOTH_WAYS = Message(
    code="improvement.both_ways",
    id="Ukuran yang di satu baris lebih baik bila rendah dan di baris lain bila tinggi: {value}; periksa kolom "
    "lebih rendah lebih baik.",
    en="Measures that are better low in one row and high in another: {value}; check whether lower is better.",
)
OTHER_SCALE = Message(
    code="companies.other_scale",
    id="Omzet sebelum dan sesudah berbeda seribu kali atau lebih: {value}; periksa satuannya.",
    en="Revenue before and after differ a thousandfold or more: {value}; check the units.",
)
