"""Opening a file that someone handed in: what it is, whether it is safe to unpack, and its rows."""

from __future__ import annotations

import copy
import os
import zipfile
import zlib
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import attrs

from kinerja.errors import MissingExtraError
from kinerja.readers.delimited import Separated
from kinerja.readers.marks import mark_row, read_marks
from kinerja.readers.problems import refusal
from kinerja.text import Text, write_decimal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kinerja.readers.cells import Cell
    from kinerja.readers.marks import Mark

__all__ = ["LIMIT", "Worksheet", "open_sheets", "open_workbook"]
