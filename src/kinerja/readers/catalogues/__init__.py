"""A decree as one file that an office writes itself: an Excel workbook, or TOML."""

from kinerja.readers.catalogues.lint import lint_catalogue
from kinerja.readers.catalogues.new import new_catalogue, write_catalogue
from kinerja.readers.catalogues.reader import read_catalogue

__all__ = ["lint_catalogue", "new_catalogue", "read_catalogue", "write_catalogue"]
