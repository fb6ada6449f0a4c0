"""The law as values, and its files."""

from kinerja.decrees.codes import find_code
from kinerja.decrees.decree import Alternative, Annexes, Decree, Entry, Erratum, Objective, Reading
from kinerja.decrees.settings import WrittenSettings, entry_assuming, entry_with

__all__ = [
    "Alternative",
    "Annexes",
    "Decree",
    "Entry",
    "Erratum",
    "Objective",
    "Reading",
    "WrittenSettings",
    "entry_assuming",
    "entry_with",
    "find_code",
]
