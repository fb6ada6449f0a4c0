"""What this package says when it refuses something, both texts once."""

from __future__ import annotations

from kinerja._base import ErrorMessage, IndicatorError, Message

__all__: list[str] = []

NEEDS_INSTANCE = ErrorMessage(
    kind=IndicatorError,
    code="indicator.needs_instance",
    id="{indicator}.{member} hanya dapat dijawab oleh objeknya; buat dahulu {indicator}({value}).",
    en="{indicator}.{member} can only be asked of an instance; make one first: {indicator}({value}).",
)
NOT_STATED = ErrorMessage(
    kind=IndicatorError,
    code="indicator.not_stated",
    id="{indicator} belum menyatakan {member}; tambahkan {member} = ... di kelasnya, seperti pada ketujuh indikator.",
    en="{indicator} does not state its {member}; add {member} = ... to the class, as the seven indicators do.",
)
OTHER_KIND = ErrorMessage(
    kind=IndicatorError,
    code="indicator.other_kind",
    id="{indicator}.{member} = {value!r} bukan {kind}; berikan {kind}.",
    en="{indicator}.{member} = {value!r} is not of type {kind}; give one that is.",
)
NO_VARIABLES = ErrorMessage(
    kind=IndicatorError,
    code="indicator.no_variables",
    id="{indicator}.variables harus deret (tuple) berisi Variable saja; bila hanya satu, tulis (Variable(...),) dengan "
    "koma.",
    en="{indicator}.variables must be a tuple of Variables alone; a single one is written (Variable(...),), with the "
    "comma.",
)
NAMED_TWICE = ErrorMessage(
    kind=IndicatorError,
    code="indicator.named_twice",
    id="{indicator}: dua variabel mempunyai {what} yang sama: {value}. Beri masing-masing {what} sendiri.",
    en="{indicator}: two variables have one {what}: {value}. Give each a {what} of its own.",
)
PART_OF_NONE = ErrorMessage(
    kind=IndicatorError,
    code="indicator.part_of_none",
    id="{indicator}: {field} dinyatakan bagian dari {value!r}, yang bukan variabel; yang ada: {names}.",
    en="{indicator}: {field} is said to be part of {value!r}, which is no variable; there are: {names}.",
)
OTHER_PARAMETERS = ErrorMessage(
    kind=IndicatorError,
    code="indicator.other_parameters",
    id="{indicator}.formula mempunyai parameter {value}, sedangkan variabelnya {names}; samakan namanya, dan tulis "
    "@staticmethod di atasnya.",
    en="{indicator}.formula takes {value}, but the variables are {names}; give both the same names, and write "
    "@staticmethod above it.",
)
NO_ARITHMETIC = ErrorMessage(
    kind=IndicatorError,
    code="indicator.no_arithmetic",
    id="{indicator}.formula tidak dapat ditulis sebagai rumus: {why} Gunakan variabel, bilangan bulat, dan + - * / "
    "saja.",
    en="{indicator}.formula cannot be written as a formula: {why} Use variables, whole numbers and + - * / alone.",
)
DIVISOR_UNDECLARED = ErrorMessage(
    kind=IndicatorError,
    code="indicator.divisor_undeclared",
    id="{indicator}.formula membagi dengan {value}; jadikan pembaginya satu variabel dan nyatakan divisor=True "
    "padanya, agar pembagi nol ditolak dengan alasan.",
    en="{indicator}.formula divides by {value}; make it one variable and state divisor=True on it, so that a divisor "
    "of 0 is refused with a reason.",
)
UNTIMED = ErrorMessage(
    kind=IndicatorError,
    code="indicator.untimed",
    id="{indicator} menghitung data dukung tetapi tidak menyatakan bagaimana triwulannya digabung; tambahkan "
    "timing = Timing. dengan salah satu dari {names}.",
    en="{indicator} counts records but does not state how its quarters come together; add timing = Timing. with one of "
    "{names}.",
)
NO_FIELD = ErrorMessage(
    kind=IndicatorError,
    code="indicator.no_field",
    id="{indicator}.tally membaca line.{field}, yang bukan kolom {kind}; yang ada: {names}.",
    en="{indicator}.tally reads line.{field}, which is no field of {kind}; there are: {names}.",
)
NO_RULE = ErrorMessage(
    kind=IndicatorError,
    code="indicator.no_rule",
    id="{indicator}.tally tidak dapat dijalankan atas kolom: {why} Bandingkan kolom line, gunakan kata dari "
    "kinerja.records, gabungkan dengan & dan |, lalu yield Tally(syarat, variabel=nilai).",
    en="{indicator}.tally cannot run on columns: {why} Compare fields of the line, use the words of kinerja.records, "
    "join them with & and |, and yield Tally(conditions, variable=value).",
)
NO_TALLY = ErrorMessage(
    kind=IndicatorError,
    code="indicator.no_tally",
    id="{indicator}.tally menghasilkan {value!r}; hasilkan (yield) Tally(syarat, variabel=nilai).",
    en="{indicator}.tally gives {value!r}; yield Tally(conditions, variable=value).",
)
NO_CONDITION = ErrorMessage(
    kind=IndicatorError,
    code="indicator.no_condition",
    id="{indicator}.tally menghitung {value} tanpa syarat; sebutkan sedikitnya satu, dengan nama bagi pembacanya.",
    en="{indicator}.tally counts {value} under no condition; state at least one, named for its reader.",
)
OTHER_QUANTITIES = ErrorMessage(
    kind=IndicatorError,
    code="indicator.other_quantities",
    id="{indicator}.tally menghitung {value}, sedangkan variabelnya {names}; hitung semuanya, dan hanya itu.",
    en="{indicator}.tally counts {value}, but the variables are {names}; count all of them and nothing else.",
)
RAISED = Message(
    code="indicator.raised",
    id="{kind}: {value}.",
    en="{kind}: {value}.",
)
NOT_WHOLE = Message(
    code="indicator.not_whole",
    id="{value!r} ({kind}) bukan bilangan bulat; tulis 13 * x / 10, bukan 1.3 * x.",
    en="{value!r} ({kind}) is no whole number; write 13 * x / 10, not 1.3 * x.",
)
NO_CONDITION_IN_FORMULA = Message(
    code="indicator.no_condition_in_formula",
    id="rumus membandingkan nilainya (==, <, if), padahal rumus hanya menghitung.",
    en="it compares its values (==, <, if), while a formula calculates only.",
)
UNHASHABLE = ErrorMessage(
    kind=IndicatorError,
    code="indicator.unhashable",
    id="{value!r} mempunyai parameter yang dapat berubah (list, dict, set); gunakan tuple, FrozenMap, atau frozenset.",
    en="{value!r} has a parameter that can change (list, dict, set); use a tuple, FrozenMap or frozenset.",
)
