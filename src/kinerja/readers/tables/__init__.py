"""Tables with headings: records, realisations, targets."""

from kinerja.readers.tables.figures import read_in_unit, target_in
from kinerja.readers.tables.heading_rows import heading_rows
from kinerja.readers.tables.headings import GUIDE, Headings, TableColumn
from kinerja.readers.tables.names import loose_heading
from kinerja.readers.tables.table import values_under
from kinerja.readers.tables.worksheets import find_headings, note_on, unread_sheets

__all__ = [
    "GUIDE",
    "Headings",
    "TableColumn",
    "find_headings",
    "heading_rows",
    "loose_heading",
    "note_on",
    "read_in_unit",
    "target_in",
    "unread_sheets",
    "values_under",
]
