"""The sheets of a decree and their headings: one table, by which they are written and read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, get_args

import attrs

from kinerja._base import FrozenMap
from kinerja.decrees import ErratumKind
from kinerja.indicators import ACCOUNT_NAMES, indicator_classes
from kinerja.measurement import PERCENT, RUPIAH, Polarity, Timing
from kinerja.readers.catalogues.cells import Kind


@attrs.frozen
class Step:
    """A step of a path that differs from row to row: an item of a list, a key of a map."""

    name: str


EACH: Final = Step("each")
ENTRY: Final = Step("entry")
KEY: Final = Step("key")
PERIOD: Final = Step("period")


@attrs.frozen(kw_only=True)
class Column:
    """One column of a sheet; one line of the sheet of the decree itself.

    Fields:
        path: where its value stands in the table that a row is.
        heading, note: as the sheet has them.
        kind: what its cells hold.
        words: word -> what it stands for; a list to choose from.
        suggested: what may be chosen beside anything else; `=sheet` names the sheet whose first column is chosen from.
        needed: whether a row that lacks it is refused.
        shown: whether it stands in every workbook; others stand where something is in them.
        two: whether it is a text in two languages; a second column holds the English, blank where that is the same.
        read: whether it is read; else it only tells a person what the row is about.
        wide: how wide it is, in signs.
        is_code: whether it names the entry that its row is about.
        also: other headings by which it is known.
    """

    path: tuple[Any, ...]
    heading: str
    note: str
    kind: Kind = Kind.TEXT
    words: Mapping[str, Any] = FrozenMap()
    suggested: tuple[str, ...] = ()
    needed: bool = False
    shown: bool = False
    two: bool = False
    read: bool = True
    wide: int = 16
    is_code: bool = False
    also: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class SheetOf:
    """One sheet of a decree.

    Fields:
        name, about: of the sheet.
        rows: where the table of a row stands; several where the code of an entry may be blank.
        columns: in their order.
        within: where the tables within that of a row stand, each in a row of its own.
        lines: whether its columns stand one below the other, the heading in the first column.
        optional: whether it stands only in workbooks that have something to put there.
    """

    name: str
    about: str
    rows: tuple[tuple[Any, ...], ...]
    columns: tuple[Column, ...]
    within: tuple[Any, ...] = ()
    lines: bool = False
    optional: bool = False

    @property
    def code(self) -> Column | None:
        """The column that names the entry of a row; None where there is none."""
        return self.columns[0] if self.columns[0].is_code else None

    @property
    def own(self) -> tuple[Column, ...]:
        """The columns that are no name of an entry."""
        return tuple(column for column in self.columns if not column.is_code)


FORMULAS: Final[Mapping[str, str]] = FrozenMap(
    {
        "jumlah": "Count",
        "rasio": "Ratio",
        "rata-rata": "Mean",
        "pertumbuhan": "Growth",
        "selisih": "Difference",
        "nilai": "Value",
        "indeks tertimbang": "WeightedIndex",
    }
)
"""The formulas of data by the words that a planner has for them."""

LETTERS: Final[Mapping[str, str]] = FrozenMap(
    {
        "yang dihitung": "counted",
        "pembilang": "numerator",
        "penyebut": "denominator",
        "yang dirata-rata": "averaged",
        "yang tumbuh": "growing",
        "yang dimiliki": "held",
        "yang dinilai pihak luar": "given",
        "yang dinilai tiap unsur": "scored",
    }
)
"""The letters of the formulas of data."""

_TIMINGS = FrozenMap({"triwulan": Timing.FLOW.name.lower(), "tahun": Timing.YEARLY.name.lower()})
_POLARITIES = FrozenMap({one.value: one.value for one in Polarity})
_ERRATA = FrozenMap({one: one for one in get_args(ErratumKind)})
_RULES_OF_LESS = FrozenMap({"(2T - R) / T × 100": "reflected", "T / R × 100": "ratio"})
_UNITS = tuple(
    dict.fromkeys([str(PERCENT), str(RUPIAH), "Indeks", "Nilai", *(str(k.unit) for k in indicator_classes().values())])
)
_CODE = "Kode indikator, seperti di lembar indikator."
_SCALES = (
    ("least", "nilai terendah", "Yang lebih kecil ditolak. Kosongkan bila tidak ada batasnya."),
    ("most", "nilai tertinggi", "Yang lebih besar ditolak. Kosongkan bila tidak ada batasnya."),
)


def _bounds(*before: str, after: str = "") -> tuple[Column, ...]:
    """Return the columns of what a figure can be and usually is."""
    limits = [
        Column(path=(*before, name), heading=heading + after, note=note, kind=Kind.NUMBER)
        for name, heading, note in _SCALES
    ]
    usual = [
        Column(
            path=(*before, "usual", place),
            heading=f"lazimnya {word}{after}",
            note="Di luar rentang yang lazim ada catatan, bukan penolakan. Isi keduanya, atau kosongkan keduanya.",
            kind=Kind.NUMBER,
        )
        for place, word in enumerate(("dari", "sampai"))
    ]
    return (*limits, *usual)


def _unit(*before: str, note: str, shown: bool, needed: bool = False) -> tuple[Column, ...]:
    return (
        Column(
            path=(*before, "unit", "name"),
            heading="satuan",
            note=note,
            suggested=_UNITS,
            shown=shown,
            needed=needed,
            two=True,
        ),
        Column(
            path=(*before, "unit", "whole"),
            heading="satuan utuh",
            note="Ya bila satuan ini tidak dapat dibagi, misalnya tidak ada setengah perusahaan: pecahan lalu ditolak.",
            kind=Kind.FLAG,
            shown=shown,
        ),
    )


def _code_of(entry_may_lack: str = "") -> Column:
    return Column(
        path=(),
        heading="kode",
        also=("kode indikator", "kode iku"),
        note=entry_may_lack or _CODE,
        kind=Kind.CODE,
        suggested=("=indikator",),
        needed=not entry_may_lack,
        shown=True,
        wide=12,
        is_code=True,
    )


DECREE = SheetOf(
    name="keputusan",
    about="Keputusan yang menetapkan indikatornya. Satu isian satu baris; menimbang, mengingat, diktum, dan fungsi "
    "boleh berulang, satu butir satu baris.",
    rows=(("decree",),),
    lines=True,
    columns=(
        Column(path=("number",), heading="nomor", note='Misalnya "26 TAHUN 2022".', needed=True, shown=True),
        Column(path=("title",), heading="tentang", note="Judul keputusan.", needed=True, shown=True),
        Column(path=("unit",), heading="unit", note="Unit yang kinerjanya diatur.", needed=True, shown=True),
        Column(
            path=("years",),
            heading="tahun",
            note="Tahun yang diatur, tahun dasar (baseline) lebih dahulu: 2025-2029, atau 2025, 2026.",
            kind=Kind.YEARS,
            needed=True,
            shown=True,
        ),
        Column(path=("satker",), heading="kode satker", note="Enam angka.", kind=Kind.CODE, shown=True),
        Column(path=("place",), heading="ditetapkan di", note="Tempat penetapan.", shown=True),
        Column(path=("signed_on",), heading="ditetapkan pada", note="Tanggalnya.", kind=Kind.DAY, shown=True),
        Column(path=("in_force_from",), heading="mulai berlaku", note="Tanggalnya.", kind=Kind.DAY, shown=True),
        Column(path=("signatory",), heading="penanda tangan", note="Namanya.", shown=True),
        Column(path=("office",), heading="jabatan", note="Jabatan penanda tangan.", shown=True),
        Column(path=("considerations", EACH), heading="menimbang", note="Kata demi kata.", shown=True),
        Column(path=("legal_basis", EACH), heading="mengingat", note="Kata demi kata.", shown=True),
        Column(path=("dictums", KEY), heading="diktum", note='Kata demi kata; tulis "diktum KESATU".', shown=True),
        Column(path=("task",), heading="tugas", note="Tugas unit.", shown=True),
        Column(path=("functions", EACH), heading="fungsi", note="Fungsi unit.", shown=True),
        Column(
            path=("revokes", EACH),
            heading="mencabut",
            note='Nomor keputusan unit ini yang dicabut, misalnya "26 TAHUN 2022".',
            shown=True,
        ),
        Column(path=("amends", EACH), heading="mengubah", note="Nomor keputusan unit ini yang diubah.", shown=True),
    ),
)

OBJECTIVES = SheetOf(
    name="sasaran",
    about="Sasaran yang didukung indikator.",
    rows=(("objectives", EACH),),
    columns=(
        Column(
            path=("code",),
            heading="kode",
            note="Kode sasaran, misalnya SK1.",
            kind=Kind.CODE,
            needed=True,
            shown=True,
            wide=12,
        ),
        Column(path=("text",), heading="sasaran", note="Bunyi sasaran.", needed=True, shown=True, wide=80),
    ),
)

ENTRIES = SheetOf(
    name="indikator",
    about="Satu baris satu indikator, urut seperti di keputusan.",
    rows=(("entries", ENTRY),),
    columns=(
        Column(
            path=("code",),
            heading="kode",
            also=("kode indikator", "kode iku"),
            note="Kode indikator, satu kali saja.",
            kind=Kind.CODE,
            needed=True,
            shown=True,
            wide=12,
        ),
        Column(
            path=("label",),
            heading="indikator",
            also=("nama indikator", "indikator kinerja", "indikator kinerja utama", "iku"),
            note="Nama indikator.",
            needed=True,
            shown=True,
            wide=50,
        ),
        Column(
            path=("objective",),
            heading="sasaran",
            also=("kode sasaran", "sasaran strategis", "sasaran kegiatan"),
            note="Kode sasaran, seperti di lembar sasaran.",
            kind=Kind.CODE,
            suggested=("=sasaran",),
            needed=True,
            shown=True,
            wide=12,
        ),
        *_unit(note="Satuan realisasi dan targetnya, misalnya Persen.", shown=True, needed=True),
        Column(
            path=("polarity",),
            heading="klasifikasi",
            note="Maksimasi: makin besar makin baik. Minimasi: makin kecil makin baik.",
            kind=Kind.CODE,
            words=_POLARITIES,
            needed=True,
            shown=True,
        ),
        Column(
            path=("indicator", "name"),
            heading="rumus",
            note="Cara menghitungnya dari data dukung; isian tiap rumus ada di lembar variabel. Kosongkan bila hanya "
            "realisasinya yang diketahui. Nama indikator pustaka, misalnya P3DNRatio, juga diterima.",
            kind=Kind.CODE,
            words=FORMULAS,
            suggested=tuple(indicator_classes()),
            shown=True,
            wide=20,
        ),
        Column(
            path=("indicator", "timing"),
            heading="dihitung per",
            note="triwulan: angka triwulan dijumlahkan menjadi setahun. tahun: hanya ada angka setahun.",
            kind=Kind.CODE,
            words=_TIMINGS,
            shown=True,
        ),
        Column(
            path=("indicator", "yes_no"),
            heading="kasus ya atau tidak",
            note="Untuk rasio. Ya bila data dukungnya kasus yang terpenuhi atau tidak, bukan dua angka.",
            kind=Kind.FLAG,
            shown=True,
        ),
        Column(
            path=("indicator", "percent"),
            heading="dikali 100",
            note="Untuk rasio. Tidak bila hasil baginya tidak dikalikan 100; kosong berarti ya.",
            kind=Kind.FLAG,
            shown=True,
        ),
        Column(
            path=("indicator", "part"),
            heading="bagian dari penyebut",
            note="Untuk rasio. Ya bila pembilang tidak pernah melebihi penyebut: yang melebihi lalu ditolak.",
            kind=Kind.FLAG,
            shown=True,
        ),
        Column(
            path=("baseline",),
            heading="baseline",
            note="Nilai tahun dasar, atau N/A; kosongkan bila keputusan tidak memuatnya.",
            kind=Kind.BASELINE,
            shown=True,
        ),
        Column(path=("responsible",), heading="penanggung jawab", note="Seperti tercetak.", shown=True, wide=24),
        Column(path=("definition",), heading="definisi", note="Kata demi kata.", shown=True, wide=50),
        Column(path=("method",), heading="cara menghitung", note="Kata demi kata.", shown=True, wide=50),
        Column(path=("data_source", "annex_1"), heading="sumber data", note="Kata demi kata.", shown=True, wide=40),
        Column(
            path=("data_source", "annex_2"), heading="sumber data di Lampiran II", note="Bila lain bunyinya.", wide=40
        ),
        Column(path=("name", "annex_1"), heading="nama di Lampiran I", note="Seperti tercetak.", wide=40),
        Column(path=("name", "annex_2"), heading="nama di Lampiran II", note="Seperti tercetak.", wide=40),
        *_bounds(),
        *_bounds("indicator", after=" menurut rumus"),
    ),
)

VARIABLES = SheetOf(
    name="variabel",
    about="Yang dihitung oleh rumus tiap indikator: satu baris untuk rumus apa pun, dua untuk rasio (pembilang dan "
    "penyebut).",
    rows=(("entries", ENTRY, "indicator", KEY),),
    columns=(
        _code_of(),
        Column(
            path=(KEY,),
            heading="variabel",
            note="jumlah: yang dihitung; rasio: pembilang dan penyebut; rata-rata: yang dirata-rata; pertumbuhan: "
            "yang tumbuh; selisih: yang dimiliki; nilai: yang dinilai pihak luar; indeks tertimbang: yang dinilai "
            "tiap unsur.",
            kind=Kind.CODE,
            words=LETTERS,
            needed=True,
            shown=True,
            wide=24,
        ),
        Column(
            path=("label",),
            heading="nama variabel",
            note="Menjadi judul kolom formulir, misalnya: permohonan selesai tepat waktu.",
            needed=True,
            shown=True,
            two=True,
            wide=50,
        ),
        *_unit(note="Satuan variabel ini, misalnya Permohonan atau Rupiah.", shown=True, needed=True),
        Column(path=("symbol",), heading="huruf", note="Huruf di rumus tercetak; boleh kosong."),
        Column(
            path=("signed",),
            heading="boleh di bawah nol",
            note="Ya bila nilainya dapat di bawah nol.",
            kind=Kind.FLAG,
        ),
        *_bounds(),
    ),
)

TARGETS = SheetOf(
    name="target",
    about="Target tiap indikator, satu kolom satu tahun. Yang tidak ditetapkan dikosongkan.",
    rows=(("entries", ENTRY),),
    columns=(
        _code_of(),
        Column(path=("label",), heading="indikator", note="Tidak dibaca.", read=False, shown=True, wide=50),
        Column(path=("unit", "name", "id"), heading="satuan", note="Tidak dibaca.", read=False, shown=True),
        Column(
            path=("targets", PERIOD),
            heading="",
            note="Target menurut keputusan, dalam satuan indikatornya; target rentang ditulis 80 s.d. 90.",
            kind=Kind.TARGET,
            shown=True,
            wide=12,
        ),
    ),
)

TARGET_SOURCES = SheetOf(
    name="sumber target",
    about="Dokumen yang menetapkan targetnya; wajib untuk target bagian tahun, misalnya 2026-S1 (semester I).",
    rows=(("entries", ENTRY, "target_sources", KEY),),
    optional=True,
    columns=(
        _code_of(),
        Column(
            path=(KEY,),
            heading="periode",
            note="Seperti judul kolom di lembar target, misalnya 2026-S1.",
            kind=Kind.CODE,
            needed=True,
            shown=True,
        ),
        Column(path=(), heading="sumber", note="Dokumen dan halamannya.", needed=True, shown=True, wide=60),
    ),
)

READINGS = SheetOf(
    name="tafsir",
    about="Bagaimana ketentuan yang tidak jelas dibaca. Satu pertanyaan satu baris; kemungkinan lain yang kedua dan "
    "seterusnya di baris-baris di bawahnya, pertanyaannya dikosongkan.",
    rows=(("entries", ENTRY, "readings", EACH),),
    within=("alternatives", EACH),
    columns=(
        _code_of(),
        Column(
            path=("question",),
            heading="pertanyaan",
            note="Apa yang tidak jelas.",
            shown=True,
            two=True,
            wide=44,
        ),
        Column(path=("taken",), heading="jawaban", note="Yang dipakai keputusan ini.", shown=True, two=True, wide=44),
        Column(path=("reason",), heading="alasan", note="Mengapa dibaca begitu.", shown=True, two=True, wide=44),
        Column(
            path=("alternatives", EACH, "text"),
            heading="kemungkinan lain",
            note="Jawaban lain yang tidak dipakai.",
            shown=True,
            two=True,
            wide=44,
        ),
        Column(
            path=("alternatives", EACH, "lacks"),
            heading="data yang kurang",
            note="Data yang tidak ada untuk menghitung kemungkinan lain itu.",
            shown=True,
            two=True,
            wide=32,
        ),
        Column(
            path=("word",),
            heading="sebutan pertanyaan",
            note="Satu kata untuk pertanyaannya; unit memakainya bila menjawab lain.",
            kind=Kind.CODE,
        ),
        Column(
            path=("takes",),
            heading="sebutan jawaban",
            note="Satu kata untuk jawaban yang dipakai.",
            kind=Kind.CODE,
        ),
        Column(
            path=("alternatives", EACH, "word"),
            heading="sebutan kemungkinan lain",
            note="Satu kata untuk kemungkinan lain itu.",
            kind=Kind.CODE,
        ),
        Column(
            path=("alternatives", EACH, "by"),
            heading="dihitung dengan",
            note="Nama indikator pustaka yang menghitung kemungkinan lain itu.",
            kind=Kind.CODE,
        ),
        Column(
            path=("alternatives", EACH, "changes"),
            heading="setelan yang berubah",
            note='Parameter indikator di bawah kemungkinan lain itu, misalnya {"accounts": ["425283"]}.',
            kind=Kind.PLAIN,
            wide=32,
        ),
    ),
)

ACCOUNTS = SheetOf(
    name="akun",
    about="Akun yang dihitung, untuk indikator pustaka yang dihitung menurut akun. Satu akun satu baris; tanpa baris, "
    "akun Keputusan 26/2022.",
    rows=(("entries", ENTRY, "indicator", "accounts", EACH),),
    columns=(
        _code_of(),
        Column(
            path=(),
            heading="akun",
            note="Enam angka.",
            kind=Kind.ACCOUNT,
            suggested=tuple(ACCOUNT_NAMES),
            needed=True,
            shown=True,
        ),
    ),
)

ERRATA = SheetOf(
    name="salah cetak",
    about="Salah cetak di naskah. Naskahnya sendiri dikutip seperti tercetak.",
    rows=(("decree", "errata", EACH), ("entries", ENTRY, "errata", EACH)),
    columns=(
        _code_of("Kode indikator; kosongkan bila salah cetaknya di batang tubuh keputusan."),
        Column(path=("printed",), heading="tercetak", note="Seperti tercetak.", needed=True, shown=True, wide=40),
        Column(path=("meant",), heading="seharusnya", note="Yang dimaksud.", needed=True, shown=True, wide=40),
        Column(path=("where",), heading="tempat", note="Misalnya: Lampiran II, Definisi.", shown=True, wide=28),
        Column(
            path=("kind",),
            heading="jenis",
            note="Salah cetak, ejaan, atau isi; kosong berarti salah cetak.",
            words=_ERRATA,
            shown=True,
        ),
    ),
)

NOTES = SheetOf(
    name="catatan",
    about="Catatan tentang naskahnya, misalnya bahwa belum dibandingkan dengan yang ditandatangani.",
    rows=(("decree", "notes", EACH),),
    columns=(
        Column(path=(), heading="catatan", note="Satu catatan satu baris.", needed=True, shown=True, two=True, wide=80),
    ),
)

_SOURCE = "Dokumen yang menetapkan aturan ini; wajib bila aturannya diisi."

SCORING = SheetOf(
    name="penilaian",
    about="Aturan penilaian instansi yang tidak ada di keputusannya, masing-masing dengan sumbernya. Tanpa isian, "
    "capaian tidak dibatasi dan tidak ada predikat.",
    rows=(("scoring",),),
    lines=True,
    columns=(
        Column(
            path=("cap",),
            heading="batas capaian",
            note="Capaian tertinggi dalam persen, misalnya 120.",
            kind=Kind.NUMBER,
            shown=True,
        ),
        Column(path=("sources", "cap"), heading="sumber batas capaian", note=_SOURCE, shown=True),
        Column(
            path=("minimise",),
            heading="rumus minimasi",
            note="(2T - R) / T × 100, atau T / R × 100, bila makin kecil makin baik; T target, R realisasi.",
            words=_RULES_OF_LESS,
            shown=True,
        ),
        Column(path=("sources", "minimise"), heading="sumber rumus minimasi", note=_SOURCE, shown=True),
        Column(path=("sources", "weights"), heading="sumber bobot", note=f"Untuk lembar bobot. {_SOURCE}", shown=True),
        Column(
            path=("sources", "bands"), heading="sumber predikat", note=f"Untuk lembar predikat. {_SOURCE}", shown=True
        ),
    ),
)

WEIGHTS = SheetOf(
    name="bobot",
    about="Bobot tiap indikator dalam rata-rata tertimbang; bila diisi, setiap indikator harus mempunyai bobot.",
    rows=(("scoring", "weights", KEY),),
    optional=True,
    columns=(
        Column(
            path=(KEY,),
            heading="kode",
            note=_CODE,
            kind=Kind.CODE,
            suggested=("=indikator",),
            needed=True,
            shown=True,
            wide=12,
        ),
        Column(path=(), heading="bobot", note="Paling kecil 0.", kind=Kind.NUMBER, needed=True, shown=True),
    ),
)

BANDS = SheetOf(
    name="predikat",
    about="Predikat capaian. Batasnya bersambung tanpa celah: yang tertinggi tanpa batas atas, yang terendah tanpa "
    "batas bawah.",
    rows=(("scoring", "bands", EACH),),
    optional=True,
    columns=(
        Column(path=("name",), heading="predikat", note="Misalnya Sangat Baik.", needed=True, shown=True, wide=24),
        *(
            Column(path=(name,), heading=heading, note=note, kind=Kind.NUMBER, shown=True)
            for name, heading, note in (
                ("at_least", "mulai", "Batas bawah dalam persen, angka itu sendiri termasuk."),
                ("above", "di atas", "Batas bawah dalam persen, angka itu sendiri tidak termasuk."),
                ("at_most", "paling tinggi", "Batas atas dalam persen, angka itu sendiri termasuk."),
                ("below", "di bawah", "Batas atas dalam persen, angka itu sendiri tidak termasuk."),
            )
        ),
    ),
)

OTHERS = SheetOf(
    name="lain-lain",
    optional=True,
    about="Yang tidak ada tempatnya di lembar lain.",
    rows=((), ("entries", ENTRY)),
    columns=(
        _code_of("Kode indikator; kosongkan bila bukan bagian sebuah indikator."),
        Column(
            path=("path",),
            heading="bagian",
            note='Tempatnya, misalnya ["indicator", "days"].',
            kind=Kind.PLAIN,
            needed=True,
            shown=True,
            wide=36,
        ),
        Column(
            path=("value",),
            heading="isi",
            note="Isinya, ditulis sebagai JSON.",
            kind=Kind.PLAIN,
            needed=True,
            shown=True,
            wide=60,
        ),
    ),
)

SHEETS = (
    *(DECREE, OBJECTIVES, ENTRIES, VARIABLES, TARGETS, TARGET_SOURCES, READINGS, ACCOUNTS),
    *(SCORING, WEIGHTS, BANDS, ERRATA, NOTES, OTHERS),
)
"""The sheets in their order; the last holds what no heading has."""
