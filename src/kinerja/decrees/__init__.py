"""The law as values, and its files."""

from kinerja.decrees.alternatives import OtherFigure, is_comparable, other_figures
from kinerja.decrees.codes import find_code
from kinerja.decrees.decree import Annexes, Decree, Entry, Erratum, ErratumKind, Objective
from kinerja.decrees.examples import DecidingExample, deciding_examples
from kinerja.decrees.reading import READING, Alternative, Reading, fields_set
from kinerja.decrees.settings import WrittenSettings, entry_assuming, entry_with
from kinerja.decrees.target_periods import ByPeriod, TargetPeriod, parts_of, target_at, target_period

__all__ = [
    "READING",
    "Alternative",
    "Annexes",
    "ByPeriod",
    "DecidingExample",
    "Decree",
    "Entry",
    "Erratum",
    "ErratumKind",
    "Objective",
    "OtherFigure",
    "Reading",
    "TargetPeriod",
    "WrittenSettings",
    "deciding_examples",
    "entry_assuming",
    "entry_with",
    "fields_set",
    "find_code",
    "is_comparable",
    "other_figures",
    "parts_of",
    "target_at",
    "target_period",
]
