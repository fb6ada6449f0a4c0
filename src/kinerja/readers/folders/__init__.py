"""Folders of evidence, of one unit and of several."""

from kinerja.readers.folders.folder import Folder, Given, read_folder
from kinerja.readers.folders.together import lacking_columns, measure_folders, remarks_on, sources_of, unread_columns

__all__ = [
    "Folder",
    "Given",
    "lacking_columns",
    "measure_folders",
    "read_folder",
    "remarks_on",
    "sources_of",
    "unread_columns",
]
