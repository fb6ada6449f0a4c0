"""Pages about a decree's indicators, as Markdown for an office's own site."""

from kinerja.pages.catalogue import catalogue_pages, decree_parts, page_names
from kinerja.pages.entry import Added, Example, entry_page, page_name

__all__ = ["Added", "Example", "catalogue_pages", "decree_parts", "entry_page", "page_name", "page_names"]
