"""What people read, as a value, and how it is written: text, Markdown, HTML, CSV, SVG."""

from kinerja.writers.comma import to_csv
from kinerja.writers.document import Document, Section, Table
from kinerja.writers.drawing import to_svg
from kinerja.writers.markdown import to_markdown
from kinerja.writers.plain import to_text, wrapped
from kinerja.writers.web import to_html, to_page

__all__ = [
    "Document",
    "Section",
    "Table",
    "to_csv",
    "to_html",
    "to_markdown",
    "to_page",
    "to_svg",
    "to_text",
    "wrapped",
]
