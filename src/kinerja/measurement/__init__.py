"""From records to quantities to the actual (realisasi), and from the actual to the achievement."""

from kinerja._base import N, Number, Percent, Text
from kinerja.measurement.again import beyond_records, count_again
from kinerja.measurement.bounds import Bounds, Range, as_range
from kinerja.measurement.evidence import Evidence, Ledger, LeftOut, Outcome, contribution, contributions
from kinerja.measurement.indicator import Indicator, by_name, check_indicator, grows_with_units, statement
from kinerja.measurement.measurement import Measurement
from kinerja.measurement.naming import Key, listed, named, shortened, sole_unit
from kinerja.measurement.needed import Aim, Needed, needed_actual, with_quantity
from kinerja.measurement.notation import Term, as_written, to_cells, to_latex, to_mathml, to_text, work
from kinerja.measurement.polarity import Minimise, Polarity, achievement, check_minimise, is_no_divisor, rule
from kinerja.measurement.quantity import (
    PERCENT,
    RUPIAH,
    Empty,
    Unit,
    Variable,
    cannot_divide,
    check_actual,
    check_quantities,
    is_above,
    is_above_whole,
    is_below,
)
from kinerja.measurement.settings import Setting, answer, answers_of, setting, settings_of
from kinerja.measurement.timing import Timing, covers, why_unanswerable

__all__ = [
    "PERCENT",
    "RUPIAH",
    "Aim",
    "Bounds",
    "Empty",
    "Evidence",
    "Indicator",
    "Key",
    "Ledger",
    "LeftOut",
    "Measurement",
    "Minimise",
    "N",
    "Needed",
    "Number",
    "Outcome",
    "Percent",
    "Polarity",
    "Range",
    "Setting",
    "Term",
    "Text",
    "Timing",
    "Unit",
    "Variable",
    "achievement",
    "answer",
    "answers_of",
    "as_range",
    "as_written",
    "beyond_records",
    "by_name",
    "cannot_divide",
    "check_actual",
    "check_indicator",
    "check_minimise",
    "check_quantities",
    "contribution",
    "contributions",
    "count_again",
    "covers",
    "grows_with_units",
    "is_above",
    "is_above_whole",
    "is_below",
    "is_no_divisor",
    "listed",
    "named",
    "needed_actual",
    "rule",
    "setting",
    "settings_of",
    "shortened",
    "sole_unit",
    "statement",
    "to_cells",
    "to_latex",
    "to_mathml",
    "to_text",
    "why_unanswerable",
    "with_quantity",
    "work",
]
