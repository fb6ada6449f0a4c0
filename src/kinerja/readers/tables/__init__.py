"""Tables with headings: records, realisations, targets."""

from kinerja.readers.tables.actuals import (
    Actual,
    Actuals,
    actual_columns,
    actuals_under,
    other_values,
    read_actuals,
)
from kinerja.readers.tables.fields import columns_of
from kinerja.readers.tables.figures import (
    names_beside_code,
    read_in_unit,
    read_targets,
    target_columns,
    target_heading,
    target_in,
)
from kinerja.readers.tables.heading_rows import heading_rows
from kinerja.readers.tables.headings import FORM_OF, GUIDE, MADE_FOR, OF_TARGETS, OF_UNIT, Headings, TableColumn
from kinerja.readers.tables.moments import numbered_alike, sum_of_others
from kinerja.readers.tables.names import loose_heading, names_other_period
from kinerja.readers.tables.records import (
    RecordTable,
    asked_by,
    code_of,
    find_records,
    read_rows,
    record_of,
    same_rows,
    several_moments,
    stream_rows,
    title_of,
)
from kinerja.readers.tables.table import Table
from kinerja.readers.tables.unit_file import (
    OwnTargets,
    WorkUnit,
    answers_to_take,
    read_own_targets,
    read_targets_of,
    read_unit,
    unit_columns,
    unit_settings,
)
from kinerja.readers.tables.worksheets import (
    beside,
    filled_in,
    find_headings,
    made_for,
    note_on,
    refuse_misspelt,
    unread_sheets,
)

__all__ = [
    "FORM_OF",
    "GUIDE",
    "MADE_FOR",
    "OF_TARGETS",
    "OF_UNIT",
    "Actual",
    "Actuals",
    "Headings",
    "OwnTargets",
    "RecordTable",
    "Table",
    "TableColumn",
    "WorkUnit",
    "actual_columns",
    "actuals_under",
    "answers_to_take",
    "asked_by",
    "beside",
    "code_of",
    "columns_of",
    "filled_in",
    "find_headings",
    "find_records",
    "heading_rows",
    "loose_heading",
    "made_for",
    "names_beside_code",
    "names_other_period",
    "note_on",
    "numbered_alike",
    "other_values",
    "read_actuals",
    "read_in_unit",
    "read_own_targets",
    "read_rows",
    "read_targets",
    "read_targets_of",
    "read_unit",
    "record_of",
    "refuse_misspelt",
    "same_rows",
    "several_moments",
    "stream_rows",
    "sum_of_others",
    "target_columns",
    "target_heading",
    "target_in",
    "title_of",
    "unit_columns",
    "unit_settings",
    "unread_sheets",
]
