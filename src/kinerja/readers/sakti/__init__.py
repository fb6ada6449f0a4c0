"""SAKTI's report GLP039."""

from kinerja.readers.sakti.export import GLP039, read_export, read_glp039, unlike_parts
from kinerja.readers.sakti.report import Basis, is_export

__all__ = ["GLP039", "Basis", "is_export", "read_export", "read_glp039", "unlike_parts"]
