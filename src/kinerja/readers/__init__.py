"""Files become values: tables of realisations, targets and records, folders of evidence, and SAKTI's budget export.

Importing it needs no extra; reading a workbook does, and says so.
"""

from __future__ import annotations

from kinerja._base.dates import read_date
from kinerja.readers.catalogues import lint_catalogue, new_catalogue, read_catalogue, write_catalogue
from kinerja.readers.folders.agreed import agreed_cap, agreed_targets, units_of, with_unit_settings
from kinerja.readers.folders.folder import Folder, read_folder
from kinerja.readers.folders.given import Given
from kinerja.readers.folders.remarks import Remarks, remarks_on
from kinerja.readers.folders.together import measure_folders, source_of, sources_of
from kinerja.readers.forms import write_forms
from kinerja.readers.sakti import GLP039, Basis, read_glp039
from kinerja.readers.sheets import read_number
from kinerja.readers.tables.actuals import Actual, Actuals, read_actuals
from kinerja.readers.tables.figures import read_targets
from kinerja.readers.tables.records import read_rows, stream_rows
from kinerja.readers.tables.unit_file import OwnTargets, WorkUnit

__all__ = [
    "GLP039",
    "Actual",
    "Actuals",
    "Basis",
    "Folder",
    "Given",
    "OwnTargets",
    "Remarks",
    "WorkUnit",
    "agreed_cap",
    "agreed_targets",
    "lint_catalogue",
    "measure_folders",
    "new_catalogue",
    "read_actuals",
    "read_catalogue",
    "read_date",
    "read_folder",
    "read_glp039",
    "read_number",
    "read_rows",
    "read_targets",
    "remarks_on",
    "source_of",
    "sources_of",
    "stream_rows",
    "units_of",
    "with_unit_settings",
    "write_catalogue",
    "write_forms",
]
