"""Empty forms (formulir), Excel workbooks to be filled in and handed back."""

from kinerja.readers.forms.content import form_name
from kinerja.readers.forms.workbook import write_forms
from kinerja.readers.tables.records import why_no_form

__all__ = ["form_name", "why_no_form", "write_forms"]
