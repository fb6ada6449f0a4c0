"""SAKTI's report GLP039."""

from kinerja.readers.sakti.export import GLP039, find_export, month_note, read_export, read_glp039
from kinerja.readers.sakti.report import is_export

__all__ = ["GLP039", "find_export", "is_export", "month_note", "read_export", "read_glp039"]
