"""SAKTI's report GLP039."""

from kinerja.readers.sakti.export import GLP039, month_note, read_glp039
from kinerja.readers.sakti.head import has_title

__all__ = [
    "GLP039",
    "has_title",
    "month_note",
    "read_glp039",
]
