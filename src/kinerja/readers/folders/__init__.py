"""Folders of evidence, of one unit and of several."""

from kinerja.readers.folders.folder import TABLES
from kinerja.readers.folders.recognise import named_in_folder

__all__ = ["TABLES", "named_in_folder"]
