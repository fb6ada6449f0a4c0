"""The law as values, and its files."""

from kinerja.decrees.alternatives import OtherFigure, is_comparable, other_figures
from kinerja.decrees.bands import Band
from kinerja.decrees.codes import find_code
from kinerja.decrees.decree import Annexes, Decree, Erratum, ErratumKind, Objective
from kinerja.decrees.difference import DecreeChange, DecreeDifferences, DecreeText, compare_decrees
from kinerja.decrees.entry import Entry
from kinerja.decrees.examples import DecidingExample, deciding_examples
from kinerja.decrees.lint import Lint, warnings_of
from kinerja.decrees.own_formula import OF_THE_ENTRY
from kinerja.decrees.reading import READING, Alternative, Reading, fields_set
from kinerja.decrees.scoring import Scoring, write_rule
from kinerja.decrees.settings import WrittenSettings, entry_assuming, entry_with
from kinerja.decrees.target_periods import ByPeriod, TargetPeriod, parts_of, target_at, target_period

__all__ = [
    "OF_THE_ENTRY",
    "READING",
    "Alternative",
    "Annexes",
    "Band",
    "ByPeriod",
    "DecidingExample",
    "Decree",
    "DecreeChange",
    "DecreeDifferences",
    "DecreeText",
    "Entry",
    "Erratum",
    "ErratumKind",
    "Lint",
    "Objective",
    "OtherFigure",
    "Reading",
    "Scoring",
    "TargetPeriod",
    "WrittenSettings",
    "compare_decrees",
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
    "warnings_of",
    "write_rule",
]
