"""What stands in a file: its sheets, their cells and marks, numbers in Indonesian writing."""

from kinerja.readers.sheets.cells import (
    Cell,
    Flaw,
    cell_at,
    is_blank,
    is_unknown,
    read_cell_number,
    read_cell_text,
    shown,
)
from kinerja.readers.sheets.delimited import DelimitedFile
from kinerja.readers.sheets.files import (
    LIMIT,
    NamedBytes,
    Readable,
    Sheet,
    StrPath,
    Worksheet,
    is_workbook,
    open_sheets,
    open_workbook,
)
from kinerja.readers.sheets.numbers import range_in, read_number
from kinerja.readers.sheets.problems import MOST, Problems, problem_of, refusal
from kinerja.readers.sheets.survey import letters_of

__all__ = [
    "LIMIT",
    "MOST",
    "Cell",
    "DelimitedFile",
    "Flaw",
    "NamedBytes",
    "Problems",
    "Readable",
    "Sheet",
    "StrPath",
    "Worksheet",
    "cell_at",
    "is_blank",
    "is_unknown",
    "is_workbook",
    "letters_of",
    "open_sheets",
    "open_workbook",
    "problem_of",
    "range_in",
    "read_cell_number",
    "read_cell_text",
    "read_number",
    "refusal",
    "shown",
]
