"""The law as values, and its files."""

from kinerja.decrees.decree import Alternative, Annexes, Decree, Entry, Erratum, Objective, Reading

__all__ = ["Alternative", "Annexes", "Decree", "Entry", "Erratum", "Objective", "Reading"]
