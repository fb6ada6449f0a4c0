"""Folders of evidence, of one unit and of several."""

from kinerja.readers.folders.agreed import (
    agreed_cap,
    agreed_targets,
    assumptions,
    made_for_others,
    named_by_decree,
    units_of,
    with_unit_settings,
)
from kinerja.readers.folders.alike import looking_alike, refuse_alike
from kinerja.readers.folders.folder import TABLES, Folder, look_into, read_folder
from kinerja.readers.folders.given import Given
from kinerja.readers.folders.recognise import named_in_folder, notes_beside_exports, refuse_form
from kinerja.readers.folders.remarks import Remarks, lacking_columns, remarks_on, unread_of
from kinerja.readers.folders.rows import with_place
from kinerja.readers.folders.together import (
    measure_folders,
    source_of,
    sources_of,
    under_one_name,
    wrong_beside,
)
from kinerja.readers.folders.whose import OneUnit

__all__ = [
    "TABLES",
    "Folder",
    "Given",
    "OneUnit",
    "Remarks",
    "agreed_cap",
    "agreed_targets",
    "assumptions",
    "lacking_columns",
    "look_into",
    "looking_alike",
    "made_for_others",
    "measure_folders",
    "named_by_decree",
    "named_in_folder",
    "notes_beside_exports",
    "read_folder",
    "refuse_alike",
    "refuse_form",
    "remarks_on",
    "source_of",
    "sources_of",
    "under_one_name",
    "units_of",
    "unread_of",
    "with_place",
    "with_unit_settings",
    "wrong_beside",
]
