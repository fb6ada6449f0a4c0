"""The sheets of a decree and their headings: one table, by which they are written and read."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from typing import Any, Final, get_args

import attrs

from kinerja._base import FrozenMap
from kinerja.decrees import ErratumKind
from kinerja.indicators import ACCOUNT_NAMES, indicator_classes
from kinerja.measurement import PERCENT, RUPIAH, Polarity, Timing
from kinerja.readers.catalogues.cells import Kind


class Step(enum.Enum):
    """A step of a path that differs from row to row: an item of a list, a key of a map."""

    EACH = enum.auto()
    ENTRY = enum.auto()
    KEY = enum.auto()
    PERIOD = enum.auto()


EACH, ENTRY, KEY, PERIOD = Step


def _steps(path: str) -> tuple[Any, ...]:
    """Return the steps of a path such as `entries.ENTRY.errata.EACH`, of which numbers count from 0."""
    names = path.split(".") if path else []
    return tuple(Step.__members__.get(name, int(name) if name.isdigit() else name) for name in names)


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
        expected: whether it looks as if it were needed, though a row may lack it.
        shown: whether it stands in every workbook; others stand where something is in them.
        two: whether it is a text in two languages; a second column holds the English, blank where that is the same.
        shows: heading of what stands beside the code that the row chose from another sheet; it is shown, and not read.
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
    expected: bool = False
    shown: bool = True
    two: bool = False
    shows: str = ""
    wide: int = 16
    is_code: bool = False
    also: tuple[str, ...] = ()

    @property
    def known_as(self) -> tuple[str, ...]:
        """The headings by which it is known."""
        return (self.heading, *self.also)


def _each_in_steps(paths: tuple[str, ...]) -> tuple[tuple[Any, ...], ...]:
    return tuple(map(_steps, paths))


@attrs.frozen(kw_only=True)
class SheetOf:
    """One sheet of a decree.

    Fields:
        name, about: of the sheet.
        rows: where the table of a row stands; several where the code of an entry may be blank.
        columns: in their order.
        within: where the tables within that of a row stand, each in a row of its own.
        lines: whether its columns stand one below the other, the heading in the first column.
    """

    name: str
    about: str
    rows: tuple[tuple[Any, ...], ...] = attrs.field(converter=_each_in_steps)
    columns: tuple[Column, ...]
    within: tuple[Any, ...] = attrs.field(default="", converter=_steps)
    lines: bool = False

    @property
    def code(self) -> Column | None:
        """The column that names the entry of a row; None where there is none."""
        return self.columns[0] if self.columns[0].is_code else None

    @property
    def own(self) -> tuple[Column, ...]:
        """The columns that are read and are no name of an entry."""
        return tuple(column for column in self.columns if not column.is_code and not column.shows)

    @property
    def by_period(self) -> Column | None:
        """The column of which one stands for each period; None where there is none."""
        return next((column for column in self.columns if column.path[-1:] == (PERIOD,)), None)

    @property
    def of_entry(self) -> set[str]:
        """The fields of an entry that its rows fill."""
        paths = [(*row, *column.path) for row in self.rows for column in self.own]
        return {path[2] for path in paths if path[1:2] == (ENTRY,) and len(path) > len(("entries", ENTRY))}


_LETTERS_OF: Final[Mapping[str, tuple[str, Mapping[str, str]]]] = FrozenMap(
    {
        "jumlah": ("Count", {"yang dihitung": "counted"}),
        "rasio": ("Ratio", {"pembilang": "numerator", "penyebut": "denominator"}),
        "rata-rata": ("Mean", {"yang dirata-rata": "averaged"}),
        "pertumbuhan": ("Growth", {"yang tumbuh": "growing"}),
        "selisih": ("Difference", {"yang dimiliki": "held"}),
        "nilai": ("Value", {"yang dinilai pihak luar": "given"}),
        "indeks tertimbang": ("WeightedIndex", {"yang dinilai tiap unsur": "scored"}),
    }
)
"""The formulas of data and their letters, by the words that a planner has for them."""

FORMULAS: Final[Mapping[str, str]] = FrozenMap({word: name for word, (name, _) in _LETTERS_OF.items()})
LETTERS: Final[Mapping[str, str]] = FrozenMap(
    {word: field for _, letters in _LETTERS_OF.values() for word, field in letters.items()}
)

_TIMINGS = FrozenMap({"triwulan": Timing.FLOW.name.lower(), "tahun": Timing.YEARLY.name.lower()})
_POLARITIES = FrozenMap({one.value: one.value for one in Polarity})
_ERRATA = FrozenMap({one: one for one in get_args(ErratumKind)})
_RULES_OF_LESS = FrozenMap({"(2T - R) / T × 100": "reflected", "T / R × 100": "ratio"})
_UNITS = tuple(
    dict.fromkeys(
        [
            str(PERCENT),
            str(RUPIAH),
            "Indeks (skala 4)",
            "Nilai (skala 100)",
            *(str(k().unit) for k in indicator_classes().values()),
        ]
    )
)
_CODE = "Kode indikator, seperti di lembar indikator."
_USUAL = "Di luar rentang yang lazim ada catatan, bukan penolakan. Isi keduanya, atau kosongkan keduanya."
_BOUNDS = (
    ("least", "nilai terendah", "Yang lebih kecil ditolak. Kosongkan bila tidak ada batasnya."),
    ("most", "nilai tertinggi", "Yang lebih besar ditolak. Kosongkan bila tidak ada batasnya."),
    ("usual.0", "lazimnya dari", _USUAL),
    ("usual.1", "lazimnya sampai", _USUAL),
)


def _column(path: str, heading: str, note: str, kind: Kind = Kind.TEXT, **more: Any) -> Column:
    return Column(path=_steps(path), heading=heading, note=note, kind=kind, **more)


def _bounds(before: str = "", after: str = "") -> list[Column]:
    """Return the columns of what a figure can be and usually is."""
    return [_column(before + path, heading + after, note, Kind.NUMBER, shown=False) for path, heading, note in _BOUNDS]


def _flag(path: str, heading: str, note: str, *, shown: bool = True) -> Column:
    return _column(path, heading, note, Kind.FLAG, wide=11, shown=shown)


def _word(path: str, heading: str, note: str) -> Column:
    return _column(path, heading, note, Kind.CODE, shown=False)


def _unit(note: str) -> tuple[Column, Column]:
    return (
        _column("unit.name", "satuan", note, suggested=_UNITS, needed=True, two=True, wide=18, also=("satuan ukur",)),
        _flag(
            "unit.whole",
            "satuan utuh",
            "Ya bila satuan ini tidak dapat dibagi, misalnya tidak ada setengah perusahaan: pecahan lalu ditolak.",
        ),
    )


def _named(note: str) -> Column:
    """Return the column of an indicator's own code."""
    also = ("kode indikator", "kode iku")
    return _column("code", "kode", note, Kind.CODE, needed=True, wide=12, also=also)


def _code_of(entry_may_lack: str = "") -> tuple[Column, Column]:
    """Return the column of the code of the indicator that a row is about, and the one that shows its name."""
    column = _named(entry_may_lack or _CODE)
    code = attrs.evolve(column, path=(), suggested=("=indikator",), needed=not entry_may_lack, is_code=True)
    return code, _shown("indikator")


def _shown(heading: str, of: str = "", *, wide: int = 36) -> Column:
    """Return the column that shows what stands beside a code that was chosen."""
    return _column(
        "", heading, "Tampil sendiri menurut kodenya; tidak diisi, tidak dibaca.", shows=of or heading, wide=wide
    )


DECREE = SheetOf(
    name="keputusan",
    about="Keputusan yang menetapkan indikatornya. Satu isian satu baris; menimbang, mengingat, diktum, dan fungsi "
    "boleh berulang, satu butir satu baris.",
    rows=("decree",),
    lines=True,
    columns=(
        _column("number", "nomor", 'Misalnya "26 TAHUN 2022".', needed=True, also=("nomor keputusan",)),
        _column("title", "tentang", "Judul keputusan.", needed=True, also=("judul",)),
        _column("unit", "unit", "Unit yang kinerjanya diatur.", needed=True, also=("unit kerja", "nama unit")),
        _column(
            "years",
            "tahun",
            "Tahun yang ada targetnya, misalnya 2026. Tahun dasar hanya bila tercetak di keputusannya.",
            Kind.YEARS,
            needed=True,
        ),
        _column("satker", "kode satker", "Enam angka.", Kind.CODE),
        _column("place", "ditetapkan di", "Tempat penetapan."),
        _column("signed_on", "ditetapkan pada", "Tanggalnya.", Kind.DAY, also=("tanggal penetapan",)),
        _column("in_force_from", "mulai berlaku", "Tanggalnya.", Kind.DAY),
        _column("signatory", "penanda tangan", "Namanya."),
        _column("office", "jabatan", "Jabatan penanda tangan."),
        _column("considerations.EACH", "menimbang", "Kata demi kata."),
        _column("legal_basis.EACH", "mengingat", "Kata demi kata."),
        _column("dictums.KEY", "diktum", 'Kata demi kata; tulis "diktum KESATU".'),
        _column("task", "tugas", "Tugas unit."),
        _column("functions.EACH", "fungsi", "Fungsi unit."),
        _column("revokes.EACH", "mencabut", 'Nomor keputusan unit ini yang dicabut, misalnya "26 TAHUN 2022".'),
        _column("amends.EACH", "mengubah", "Nomor keputusan unit ini yang diubah."),
    ),
)

OBJECTIVES = SheetOf(
    name="sasaran",
    about="Sasaran yang didukung indikator.",
    rows=("objectives.EACH",),
    columns=(
        _column("code", "kode", "Kode sasaran, misalnya SK1.", Kind.CODE, needed=True, wide=12),
        _column("text", "sasaran", "Bunyi sasaran.", needed=True, wide=80),
    ),
)

ENTRIES = SheetOf(
    name="indikator",
    about="Satu baris satu indikator, urut seperti di keputusan.",
    rows=("entries.ENTRY",),
    columns=(
        _named("Kode indikator, satu kali saja."),
        _column(
            "label",
            "indikator",
            "Nama indikator.",
            also=(
                "nama indikator",
                "indikator kinerja",
                "indikator kinerja utama",
                "indikator kinerja utama (iku)",
                "iku",
            ),
            needed=True,
            wide=40,
        ),
        _column(
            "objective",
            "sasaran",
            "Kode sasaran, seperti di lembar sasaran.",
            Kind.CODE,
            also=("kode sasaran", "sasaran strategis", "sasaran kegiatan"),
            suggested=("=sasaran",),
            needed=True,
            wide=9,
        ),
        _shown("bunyi sasaran", "sasaran", wide=24),
        *_unit("Satuan realisasi dan targetnya, misalnya Persen."),
        _column(
            "polarity",
            "klasifikasi",
            "Maksimasi: makin besar makin baik. Minimasi: makin kecil makin baik.",
            Kind.CODE,
            words=_POLARITIES,
            also=("polaritas",),
            needed=True,
            wide=13,
        ),
        _column(
            "indicator.name",
            "rumus",
            "Cara menghitungnya dari data dukung; rasio dan pertumbuhan perlu baris di lembar variabel. Kosongkan "
            "hanya bila realisasinya sudah diketahui. Nama indikator pustaka, misalnya P3DNRatio, juga diterima.",
            Kind.CODE,
            words=FORMULAS,
            suggested=tuple(indicator_classes()),
            expected=True,
            wide=18,
        ),
        _flag(
            "indicator.yes_no",
            "kasus ya atau tidak",
            "Untuk rasio. Ya bila data dukungnya kasus yang terpenuhi atau tidak, bukan dua angka.",
        ),
        _column("definition", "definisi", "Kata demi kata.", wide=44),
        _column("method", "cara menghitung", "Kata demi kata.", wide=44),
        _column("data_source.annex_1", "sumber data", "Kata demi kata.", wide=36),
        _column("responsible", "penanggung jawab", "Seperti tercetak.", wide=20),
        _column(
            "baseline",
            "baseline",
            "Nilai tahun dasar, atau N/A; kosongkan bila keputusan tidak memuatnya.",
            Kind.BASELINE,
            wide=11,
        ),
        _column(
            "indicator.timing",
            "dihitung per",
            "triwulan: angka triwulan dijumlahkan menjadi setahun. tahun: hanya ada angka setahun.",
            Kind.CODE,
            words=_TIMINGS,
            wide=11,
        ),
        _flag(
            "indicator.percent",
            "dikali 100",
            "Untuk rasio. Tidak bila hasil baginya tidak dikalikan 100; kosong berarti ya.",
        ),
        _flag(
            "indicator.part",
            "bagian dari penyebut",
            "Untuk rasio. Ya bila pembilang tidak pernah melebihi penyebut, juga per baris: yang melebihi ditolak.",
        ),
        _column("data_source.annex_2", "sumber data di Lampiran II", "Bila lain bunyinya.", wide=40, shown=False),
        _column("name.annex_1", "nama di Lampiran I", "Seperti tercetak.", wide=40, shown=False),
        _column("name.annex_2", "nama di Lampiran II", "Seperti tercetak.", wide=40, shown=False),
        *_bounds(),
        *_bounds("indicator.", " menurut rumus"),
    ),
)

VARIABLES = SheetOf(
    name="variabel",
    about="Untuk rasio dua baris (pembilang dan penyebut), untuk pertumbuhan satu. Rumus lain menghitung indikatornya "
    "sendiri; barisnya hanya perlu bila nama atau satuannya lain.",
    rows=("entries.ENTRY.indicator.KEY",),
    columns=(
        *_code_of(),
        _column(
            "KEY",
            "variabel",
            "; ".join(f"{word}: {' dan '.join(letters)}" for word, (_, letters) in _LETTERS_OF.items()) + ".",
            Kind.CODE,
            words=LETTERS,
            needed=True,
            wide=24,
        ),
        _column(
            "label",
            "nama variabel",
            "Menjadi judul kolom formulir, misalnya: permohonan selesai tepat waktu.",
            needed=True,
            two=True,
            wide=50,
        ),
        *_unit("Satuan variabel ini, misalnya Permohonan atau Rupiah."),
        _column("symbol", "huruf", "Huruf di rumus tercetak; boleh kosong.", shown=False),
        _flag("signed", "boleh di bawah nol", "Ya bila nilainya dapat di bawah nol.", shown=False),
        *_bounds(),
    ),
)

TARGETS = SheetOf(
    name="target",
    about="Target tiap indikator, satu kolom satu tahun. Yang tidak ditetapkan dikosongkan. Untuk target bagian tahun "
    "tambahkan kolom berjudul 2026-S1 (semester I) atau 2026-TW1 (triwulan I), dan isi lembar sumber target.",
    rows=("entries.ENTRY",),
    columns=(
        *_code_of(),
        _shown("satuan", wide=18),
        _column(
            "targets.PERIOD",
            "",
            "Target menurut keputusan, dalam satuan indikatornya. Target rentang ditulis 80-90; bila makin besar "
            "makin baik, realisasi di atas rentangnya tercapai dan capaiannya di atas 100%.",
            Kind.TARGET,
            wide=12,
        ),
    ),
)

TARGET_SOURCES = SheetOf(
    name="sumber target",
    about="Dokumen yang menetapkan targetnya; wajib untuk target bagian tahun, misalnya 2026-S1.",
    rows=("entries.ENTRY.target_sources.KEY",),
    columns=(
        *_code_of(),
        _column("KEY", "periode", "Seperti judul kolom di lembar target, misalnya 2026-S1.", Kind.PERIOD, needed=True),
        _column("", "sumber", "Dokumen dan halamannya.", needed=True, wide=60),
    ),
)

READINGS = SheetOf(
    name="tafsir",
    about="Bagaimana ketentuan yang tidak jelas dibaca. Satu pertanyaan satu baris; kemungkinan lain yang kedua dan "
    "seterusnya di baris-baris di bawahnya, pertanyaannya dikosongkan.",
    rows=("entries.ENTRY.readings.EACH",),
    within="alternatives.EACH",
    columns=(
        *_code_of(),
        _column("question", "pertanyaan", "Apa yang tidak jelas.", two=True, wide=44),
        _column("taken", "jawaban", "Yang dipakai keputusan ini.", two=True, wide=44),
        _column("reason", "alasan", "Mengapa dibaca begitu.", two=True, wide=44),
        _column("alternatives.EACH.text", "kemungkinan lain", "Jawaban lain yang tidak dipakai.", two=True, wide=44),
        _column(
            "alternatives.EACH.lacks",
            "data yang kurang",
            "Data yang tidak ada untuk menghitung kemungkinan lain itu.",
            two=True,
            wide=32,
        ),
        _word("word", "sebutan pertanyaan", "Satu kata untuk pertanyaannya; unit memakainya bila menjawab lain."),
        _word("takes", "sebutan jawaban", "Satu kata untuk jawaban yang dipakai."),
        _word("alternatives.EACH.word", "sebutan kemungkinan lain", "Satu kata untuk kemungkinan lain itu."),
        _word(
            "alternatives.EACH.by", "dihitung dengan", "Nama indikator pustaka yang menghitung kemungkinan lain itu."
        ),
        _column(
            "alternatives.EACH.changes",
            "setelan yang berubah",
            'Parameter indikator di bawah kemungkinan lain itu, misalnya {"accounts": ["425283"]}.',
            Kind.PLAIN,
            wide=32,
            shown=False,
        ),
    ),
)

ACCOUNTS = SheetOf(
    name="akun",
    about="Akun yang dihitung, untuk indikator pustaka yang dihitung menurut akun. Satu akun satu baris; tanpa baris, "
    "akun Keputusan 26/2022.",
    rows=("entries.ENTRY.indicator.accounts.EACH",),
    columns=(
        *_code_of(),
        _column("", "akun", "Enam angka.", Kind.ACCOUNT, suggested=tuple(ACCOUNT_NAMES), needed=True),
    ),
)

ERRATA = SheetOf(
    name="salah cetak",
    about="Salah cetak di naskah. Naskahnya sendiri dikutip seperti tercetak.",
    rows=("decree.errata.EACH", "entries.ENTRY.errata.EACH"),
    columns=(
        *_code_of("Kode indikator; kosongkan bila salah cetaknya di batang tubuh keputusan."),
        _column("printed", "tercetak", "Seperti tercetak.", needed=True, wide=40),
        _column("meant", "seharusnya", "Yang dimaksud.", needed=True, wide=40),
        _column("where", "tempat", "Misalnya: Lampiran II, Definisi.", wide=28),
        _column("kind", "jenis", "Salah cetak, ejaan, atau isi; kosong berarti salah cetak.", words=_ERRATA),
    ),
)

NOTES = SheetOf(
    name="catatan",
    about="Catatan tentang naskahnya, misalnya bahwa belum dibandingkan dengan yang ditandatangani.",
    rows=("decree.notes.EACH",),
    columns=(_column("", "catatan", "Satu catatan satu baris.", needed=True, two=True, wide=80),),
)

_SOURCE = "Dokumen yang menetapkan aturan ini; wajib bila aturannya diisi."

SCORING = SheetOf(
    name="penilaian",
    about="Aturan penilaian instansi yang tidak ada di keputusannya, masing-masing dengan sumbernya. Tanpa isian, "
    "capaian tidak dibatasi dan tidak ada predikat.",
    rows=("scoring",),
    lines=True,
    columns=(
        _column("cap", "batas capaian", "Capaian tertinggi dalam persen, misalnya 120.", Kind.NUMBER),
        _column("sources.cap", "sumber batas capaian", _SOURCE),
        _column(
            "minimise",
            "rumus minimasi",
            "(2T - R) / T × 100, atau T / R × 100, bila makin kecil makin baik; T target, R realisasi.",
            words=_RULES_OF_LESS,
        ),
        _column("sources.minimise", "sumber rumus minimasi", _SOURCE),
        _column("sources.weights", "sumber bobot", f"Untuk lembar bobot. {_SOURCE}"),
        _column("sources.bands", "sumber predikat", f"Untuk lembar predikat. {_SOURCE}"),
    ),
)

WEIGHTS = SheetOf(
    name="bobot",
    about="Bobot tiap indikator dalam rata-rata tertimbang; bila diisi, setiap indikator harus mempunyai bobot.",
    rows=("scoring.weights.KEY",),
    columns=(
        _column("KEY", "kode", _CODE, Kind.CODE, suggested=("=indikator",), needed=True, wide=12),
        _shown("indikator"),
        _column("", "bobot", "Paling kecil 0.", Kind.NUMBER, needed=True),
    ),
)

BANDS = SheetOf(
    name="predikat",
    about="Predikat capaian. Batasnya bersambung tanpa celah: yang tertinggi tanpa batas atas, yang terendah tanpa "
    "batas bawah.",
    rows=("scoring.bands.EACH",),
    columns=(
        _column("name", "predikat", "Misalnya Sangat Baik.", needed=True, wide=24),
        _column("at_least", "mulai", "Batas bawah dalam persen, angka itu sendiri termasuk.", Kind.NUMBER),
        _column("above", "di atas", "Batas bawah dalam persen, angka itu sendiri tidak termasuk.", Kind.NUMBER),
        _column("at_most", "paling tinggi", "Batas atas dalam persen, angka itu sendiri termasuk.", Kind.NUMBER),
        _column("below", "di bawah", "Batas atas dalam persen, angka itu sendiri tidak termasuk.", Kind.NUMBER),
    ),
)

OTHERS = SheetOf(
    name="lain-lain",
    about="Yang tidak ada tempatnya di lembar lain.",
    rows=("", "entries.ENTRY"),
    columns=(
        *_code_of("Kode indikator; kosongkan bila bukan bagian sebuah indikator."),
        _column("path", "bagian", 'Tempatnya, misalnya ["indicator", "days"].', Kind.PLAIN, needed=True, wide=36),
        _column("value", "isi", "Isinya, ditulis sebagai JSON.", Kind.PLAIN, needed=True, wide=60),
    ),
)

SHEETS = (
    *(DECREE, OBJECTIVES, ENTRIES, VARIABLES, TARGETS, TARGET_SOURCES, READINGS, ACCOUNTS),
    *(SCORING, WEIGHTS, BANDS, ERRATA, NOTES, OTHERS),
)
"""The sheets in their order; the last holds what no heading has, and stands only where there is such."""
