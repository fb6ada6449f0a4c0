"""Tables with headings: records, realisations, targets."""

from kinerja.readers.tables.actuals import ACTUAL_HEADINGS, Actual, Actuals, read_actuals
from kinerja.readers.tables.fields import columns_of
from kinerja.readers.tables.headings import FIRST_ROW, Column, Headings
from kinerja.readers.tables.records import make_records, open_rows, read_rows, stream_records, stream_rows
from kinerja.readers.tables.table import misspelt_sheet
from kinerja.readers.tables.targets import read_targets

__all__ = [
    "ACTUAL_HEADINGS",
    "FIRST_ROW",
    "Actual",
    "Actuals",
    "Column",
    "Headings",
    "columns_of",
    "make_records",
    "misspelt_sheet",
    "open_rows",
    "read_actuals",
    "read_rows",
    "read_targets",
    "stream_records",
    "stream_rows",
]
