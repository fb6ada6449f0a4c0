"""Texts that people type: names, references, codes, notes."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from kinerja.readers.sheets import read_cell_text, refusal
from kinerja.readers.tables import messages as say

if TYPE_CHECKING:
    from kinerja.readers.sheets import Cell

_UNSEEN = frozenset({"Cc", "Cf"})
"""Of Unicode's categories those of signs that steer what shows a text: control and format."""


def read_name(cell: Cell) -> str:
    r"""Read a text as `read_cell_text` does, if all of its signs are seen.

    Raises:
        RecordsError: for a text with signs that nobody sees, and for what is no text.

    >>> read_name(" SPK-001\xa0\n Pekanbaru ")
    'SPK-001 Pekanbaru'
    """
    text = read_cell_text(cell)
    if text.isprintable():
        return text
    unseen = [sign for sign in text if unicodedata.category(sign) in _UNSEEN]
    if unseen:
        raise refusal(say.UNSEEN_SIGN, signs=[f"U+{ord(sign):04X}" for sign in dict.fromkeys(unseen)])
    return text
