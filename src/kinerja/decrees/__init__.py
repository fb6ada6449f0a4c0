"""The law as values, and its files."""

from kinerja.decrees.decree import Annexes, Decree, Entry, Erratum, Objective, Reading

__all__ = ["Annexes", "Decree", "Entry", "Erratum", "Objective", "Reading"]
