"""What the law kit raises and says: both texts once."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, Any

from kinerja._base import IndicatorError, KinerjaError, Message, MissingExtraError, QuantityError, Text

if TYPE_CHECKING:
    from fractions import Fraction

    from kinerja._base import Problem

NO_LAW = IndicatorError.worded(
    code="laws.unknown",
    id="{indicator}.{member}: tidak ada hukum bernama {value!r}; yang ada: {names}.",
    en="{indicator}.{member}: there is no law called {value!r}; there are: {names}.",
)

NO_REASON = IndicatorError.worded(
    code="laws.reason",
    id="{indicator}.{member}: sebutkan alasan setiap hukum yang diketahui tidak berlaku.",
    en="{indicator}.{member}: state the reason of each law that is known not to hold.",
)


class Habit(enum.Enum):
    """A mistake that programs of offices make, each seen in some; its value says what is done and what is right."""

    CUT_DECIMALS = Text(
        id="angka di belakang koma dibuang: 82,7 menjadi 82; baca angka beserta desimalnya, dan bulatkan hasilnya",
        en="decimals are cut: 82,7 becomes 82; read numbers with their decimals, and round what comes out",
    )
    MARKS_AS_DIGITS = Text(
        id="tanda baca angka dibuang atau tertukar: 82,7 menjadi 827, 1.250 menjadi 1,25, atau -5 menjadi 5; "
        "buang titik, lalu ganti koma dengan titik",
        en="the marks of numbers are dropped or mistaken: 82,7 becomes 827, 1.250 becomes 1.25, or -5 becomes 5; "
        "drop the dots, then put a point for the comma",
    )
    ZERO_AS_MISSING = Text(
        id="0 yang terukur dianggap belum diukur; 0 adalah angka, hanya yang kosong belum diukur",
        en="a real 0 is taken as missing; 0 is a figure, only what is blank is not measured",
    )
    MISSING_AS_ZERO = Text(
        id="yang belum diukur diberi angka, misalnya 0; terbitkan alasannya, bukan angka",
        en="what is not measured is given a figure, such as 0; publish the reason, not a figure",
    )
    TARGET_ZERO = Text(
        id="target 0 diberi angka, misalnya 100 atau 0; target 0 tidak dapat menjadi pembagi, jadi tidak ada capaian",
        en="a target of 0 is scored, such as 100 or 0; it cannot be divided by, so there is no achievement",
    )
    CAP = Text(
        id="batas atas atau bawah capaian hanya ada di satu jalur; batasi setiap baris dengan batas yang sama, "
        "di semua tempat",
        en="a cap or a floor on one path only; limit each row alike, everywhere",
    )
    ROUNDED_FIRST = Text(
        id="dibulatkan terlalu awal, misalnya sebelum dirata-rata, atau dua kali; bulatkan satu kali, di akhir",
        en="rounded too early, such as before the mean, or twice; round once, at the end",
    )
    HALF_EVEN = Text(
        id="yang tepat di tengah dibulatkan ke angka genap atau menurut bilangan biner; tabel membulatkan ke atas",
        en="half even for half up: ties go to the even neighbour, or as their binary number lies; tables round them up",
    )
    MINIMISE_RATIO = Text(
        id="makin kecil makin baik dihitung T / R × 100, sedangkan aturannya (2T - R) / T × 100, atau sebaliknya",
        en="less is better as T / R × 100, where the rule is (2T - R) / T × 100, or the other way round",
    )
    MINIMISE_ZERO = Text(
        id="makin kecil makin baik, tetapi realisasi 0 diberi capaian 0; realisasi 0 itu yang terbaik",
        en="less is better, but an actual of 0 is scored 0; 0 is the best there is",
    )
    MINIMISE_AS_MAXIMISE = Text(
        id="makin kecil makin baik dihitung R / T × 100, seperti makin besar makin baik",
        en="less is better is computed as R / T × 100, as if more were better",
    )

    def __str__(self) -> str:
        return self.value.id


class Disagreement(KinerjaError, AssertionError):  # noqa: N818 - an AssertionError is what a test is told by
    """A figure that is not the one of the exact path; an AssertionError, so that it stands in a test.

    Attributes:
        name: of the implementation that was held against the exact path.
        case: the smallest in which both differ, by the names of its numbers, as they were passed.
        expected: what the exact path makes of it; None where it refuses.
        answer: what the implementation makes of it; None where it gives no figure.
        count, asked: in how many cases they differ, and of how many.
        problems: of a golden file, each figure that does not follow, with its row and column.
        habits: the one mistake that explains all differences; none where nothing known does.
    """

    __module__ = "kinerja.testing"
    name: str
    case: dict[str, Any]
    expected: Fraction | None
    answer: Fraction | None
    count: int
    asked: int
    habits: tuple[Habit, ...] = ()
    problems: tuple[Problem, ...] = ()


class NoAnswerError(KinerjaError, RuntimeError):
    """An implementation that cannot be asked: it hangs, ends, writes what is no number, or takes other arguments."""

    __module__ = "kinerja.testing"
    name: str


DIFFERS = Disagreement.worded(
    code="agreement.differs",
    id="{name} berbeda dari jalur eksak. Kasus terkecil: {shown}\n  jalur eksak: {worked}\n  {name}: {given}\n  {why}",
    en="{name} differs from the exact path. The smallest case: {shown}\n"
    "  exact path: {worked}\n  {name}: {given}\n  {why}",
)
ONE_HABIT = Text(id="Satu kebiasaan menjelaskan semuanya:", en="One habit explains them all:")
MORE_HABITS = Text(id="Kebiasaan ini bersama-sama menjelaskan semuanya:", en="These habits together explain them all:")
NO_HABIT = Text(
    id="Tidak ada satu kebiasaan yang menjelaskan semuanya; perbaiki kasus ini dahulu.",
    en="No habit that is known explains them all; mend this case first.",
)
NO_SCORING = QuantityError.worded(
    code="agreement.no_scoring",
    id="Realisasi {indicator} tidak memakai arah dan aturan penilaian; keduanya hanya untuk capaian dan rata-ratanya.",
    en="The actual of {indicator} has no direction and no rules of scoring; they are of achievements and their mean.",
)
UNKNOWN_QUESTION = QuantityError.worded(
    code="agreement.unknown_question",
    id='{value!r} tidak dikenal; yang dapat dijaga: "achievement", "mean", atau sebuah indikator, bukan kelasnya.',
    en='{value!r} is not known; what can be guarded is "achievement", "mean", or an indicator, not its class.',
)
NO_FIGURE = Text(id="tidak ada angka", en="no figure")
CAPPED = Text(id="dibatasi {figure}", en="capped at {figure}")
ROUNDED = Text(id="dibulatkan {figure}", en="rounded half up {figure}")

GOLDEN = Disagreement.worded(
    code="golden.changed",
    id="{name}: angka yang berubah: {count}; rumus yang sudah terbit tidak berubah arti:\n  {listed}",
    en="{name}: figures that changed: {count}; a released formula never changes its meaning:\n  {listed}",
)
CHANGED = Message(code="golden.figure", id="sekarang {now}.", en="now {now}.")
NO_PAIR = Message(
    code="golden.no_pair",
    id="tulis nama, tanda =, lalu angkanya, dipisah dengan |, misalnya realised=36 | ceiling=100.",
    en="write a name, the sign =, and its number, separated by |, for example realised=36 | ceiling=100.",
)
OTHER_QUANTITIES = QuantityError.worded(
    code="golden.quantities",
    id="{indicator}: data dukung memberi {now}, sedangkan besarannya {value}.",
    en="{indicator}: the records give {now}, but the quantities are {value}.",
)
NO_ANSWER = QuantityError.worded(
    code="golden.no_answer",
    id="{indicator} tidak dapat dihitung menurut {value}.",
    en="{indicator} cannot be computed under {value}.",
)
NO_RECORDS = QuantityError.worded(
    code="golden.no_records",
    id="{indicator} tidak diukur dari data dukung; kosongkan kolomnya, yang berisi {value!r}.",
    en="{indicator} is not measured from records; leave their column, which holds {value!r}, blank.",
)

OTHER_ARGUMENTS = NoAnswerError.worded(
    code="foreign.arguments",
    id="{name} tidak dapat dipanggil dengan {names}; bungkus dengan fungsi yang menerima nama-nama itu.",
    en="{name} cannot be called with {names}; wrap it in a function that takes these names.",
)
NO_FOREIGN = NoAnswerError.worded(
    code="foreign.unknown",
    id="{value!r} tidak dapat ditanya; berikan sebuah fungsi, Sql, Command, atau Pandas.",
    en="{value!r} cannot be asked; give a function, Sql, Command or Pandas.",
)
NO_SERIES = NoAnswerError.worded(
    code="foreign.no_series",
    id="{name} harus menjawab setiap baris, seperti sebuah Series; dari {count} baris ia memberi {value}.",
    en="{name} must answer each row, as a Series does; of {count} rows it gives {value}.",
)
NO_NUMBER = NoAnswerError.worded(
    code="foreign.no_number",
    id="{name} menjawab {value!r} untuk {shown}; jawaban harus angka seperti 118.1, atau kosong bila tidak ada.",
    en="{name} answers {value!r} to {shown}; an answer is a number such as 118.1, or nothing where there is none.",
)
NO_JSON = NoAnswerError.worded(
    code="foreign.no_json",
    id="{name} menulis {value!r}; setiap baris jawaban harus satu angka, atau null bila tidak ada angka.",
    en="{name} writes {value!r}; each line of its answers is one number, or null where there is no figure.",
)
HANGS = NoAnswerError.worded(
    code="foreign.hangs",
    id="{name} tidak menjawab dalam {seconds} detik untuk {shown}. Program harus menulis satu baris jawaban untuk "
    "setiap baris yang dibaca, dan segera mengirimkannya (flush).",
    en="{name} does not answer within {seconds} seconds to {shown}. It must write one line for each line that it "
    "reads, and send it at once (flush).",
)
ENDS = NoAnswerError.worded(
    code="foreign.ends",
    id="{name} berhenti dengan kode {status} pada {shown}. Program harus menulis null bila tidak ada angka. "
    "Katanya: {value}",
    en="{name} ended with status {status} at {shown}. It must write null where there is no figure. It said: {value}",
)
NOT_STARTED = NoAnswerError.worded(
    code="foreign.not_started", id="{name} tidak dapat dijalankan: {why}.", en="{name} cannot be started: {why}."
)
NO_QUERY = NoAnswerError.worded(
    code="foreign.no_query",
    id="{name} tidak dapat dihitung sebagai SQL: {value}",
    en="{name} cannot be computed as SQL: {value}",
)
NO_LIBRARY = NoAnswerError.worded(
    code="foreign.no_library",
    id="{name} memerlukan {library}; pasang dengan: pip install {library}",
    en="{name} needs {library}; install it with: pip install {library}",
)

NO_SOLVER = MissingExtraError.worded(
    code="proof.no_solver",
    id="Pembuktian memerlukan z3, yang belum terpasang. Pasang dengan: pip install {extra}",
    en="Proofs need z3, which is not installed. Install it: pip install {extra}",
)

AT_TARGET = Text(id="realisasi sebesar target mencapai 100 %", en="an actual that is its target achieves 100 %")
MONOTONE = Text(id="realisasi yang lebih baik tidak pernah mencapai kurang", en="a better actual never achieves less")
RANGE_INSIDE = Text(
    id="realisasi di dalam target rentang mencapai 100 %", en="an actual within a target that is a range achieves 100 %"
)
RANGE_MONOTONE = Text(
    id="terhadap target rentang pun realisasi yang lebih baik tidak pernah mencapai kurang",
    en="against a range too a better actual never achieves less",
)
SCALE_FREE = Text(
    id="capaian tidak bergantung pada satuan hitung target dan realisasi",
    en="target and actual in other units achieve the same",
)
MET = Text(
    id="target tercapai jika dan hanya jika capaiannya sekurangnya 100 %",
    en="the target is met if and only if at least 100 % is achieved",
)
SAME_SHARE = Text(
    id="sekian kali lipat dari semuanya memberi nilai yang sama", en="so many times of everything gives the same"
)
IN_PROPORTION = Text(
    id="sekian kali lipat dari semuanya memberi nilai sekian kali lipat",
    en="so many times of everything gives so many times as much",
)
ADDITIVE = Text(id="nilai keseluruhan adalah jumlah nilai bagian-bagiannya", en="the whole is the sum of its parts")
BETWEEN_PARTS = Text(
    id="nilai keseluruhan terletak di antara nilai kedua bagiannya", en="the whole lies between its two parts"
)
MEAN_OF_PARTS = Text(
    id="nilai keseluruhan adalah rata-rata nilai kedua bagiannya", en="the whole is the mean of its two parts"
)
WEIGHTED_MEAN = Message(
    code="proof.weighted_mean",
    id="nilai keseluruhan adalah rata-rata nilai bagiannya, berbobot {divisor}",
    en="the whole is the mean of its parts, weighted by {divisor}",
)
LEAST = Message(code="proof.least", id="nilainya tidak pernah di bawah {limit}", en="it is never below {limit}")
MOST = Message(code="proof.most", id="nilainya tidak pernah di atas {limit}", en="it is never above {limit}")
RISES = Message(
    code="proof.rises",
    id="{label}: makin besar, nilainya tidak pernah turun",
    en="{label}: with more of it the actual never falls",
)
FALLS = Message(
    code="proof.falls",
    id="{label}: makin besar, nilainya tidak pernah naik",
    en="{label}: with more of it the actual never rises",
)
STAYS = Message(
    code="proof.stays", id="{label}: tidak mengubah nilainya", en="{label}: the actual does not depend on it"
)
BOTH_WAYS = Message(
    code="proof.both_ways",
    id="{label}: makin besar, nilainya dapat naik dan dapat turun",
    en="{label}: with more of it the actual may rise and may fall",
)
SOME_WAY = Message(
    code="proof.some_way",
    id="{label}: makin besar, nilainya naik atau turun",
    en="{label}: with more of it the actual rises or falls",
)
