"""Files become values: tables of realisations, targets and records, folders of evidence, and SAKTI's budget export.

Importing it needs no extra; reading a workbook or a number in text does, and says so.
"""

from __future__ import annotations

from kinerja.readers.folder import Folder, read_folder
from kinerja.readers.numbers import read_number
from kinerja.readers.rows import read_rows, stream_rows
from kinerja.readers.sakti import GLP039, read_glp039
from kinerja.readers.tables import Actual, Actuals, read_actuals
from kinerja.readers.targets import read_targets
from kinerja.readers.together import measure_folders, remarks_on

__all__ = [
    "GLP039",
    "Actual",
    "Actuals",
    "Folder",
    "measure_folders",
    "read_actuals",
    "read_folder",
    "read_glp039",
    "read_number",
    "read_rows",
    "read_targets",
    "remarks_on",
    "stream_rows",
]
