"""Tables with headings: records, realisations, targets."""

from kinerja.readers.tables.actuals import ACTUAL_HEADINGS, Actual, Actuals, actuals_under, read_actuals
from kinerja.readers.tables.fields import columns_of
from kinerja.readers.tables.headings import FIRST_ROW, Headings, TableColumn
from kinerja.readers.tables.records import (
    find_rows,
    make_records,
    read_rows,
    rows_under,
    stream_records,
    stream_rows,
)
from kinerja.readers.tables.table import Table, find_headings, refuse_misspelt
from kinerja.readers.tables.targets import read_targets

__all__ = [
    "ACTUAL_HEADINGS",
    "FIRST_ROW",
    "Actual",
    "Actuals",
    "Headings",
    "Table",
    "TableColumn",
    "actuals_under",
    "columns_of",
    "find_headings",
    "find_rows",
    "make_records",
    "read_actuals",
    "read_rows",
    "read_targets",
    "refuse_misspelt",
    "rows_under",
    "stream_records",
    "stream_rows",
]
