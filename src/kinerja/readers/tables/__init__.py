"""Tables with headings: records, realisations, targets."""

from kinerja.readers.tables.actuals import ACTUAL_HEADINGS, Actual, Actuals, actuals_under, read_actuals
from kinerja.readers.tables.fields import columns_of
from kinerja.readers.tables.headings import FIRST_ROW, Headings, TableColumn
from kinerja.readers.tables.records import (
    by_record,
    find_rows,
    make_records,
    read_rows,
    record_of,
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
    "by_record",
    "columns_of",
    "find_headings",
    "find_rows",
    "make_records",
    "read_actuals",
    "read_rows",
    "read_targets",
    "record_of",
    "refuse_misspelt",
    "rows_under",
    "stream_records",
    "stream_rows",
]
